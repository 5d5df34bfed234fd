// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/plan.h"

#include <algorithm>
#include <cassert>

namespace smiley::client {

namespace {

core::MonotonicMs after(core::MonotonicMs now, std::int64_t milliseconds)
{
    return core::MonotonicMs{core::count(now) + milliseconds};
}

/// Uniform in 0..bound.
std::int64_t upTo(std::int64_t bound, core::Random& random)
{
    return random.below(static_cast<std::uint32_t>(bound) + 1);
}

} // namespace

std::int64_t backOffMs(const Pace& pace, int failures, core::Random& random)
{
    assert(failures >= 1);
    std::int64_t bound = pace.retryFirstMs;
    for (int i = 1; i < failures && bound < pace.retryMostMs; ++i) {
        bound *= 2;
    }
    bound = std::min(bound, pace.retryMostMs);
    return pace.retryLeastMs + upTo(std::max<std::int64_t>(bound - pace.retryLeastMs, 0), random);
}

Plan::Plan(Pace pace) : m_pace(pace) {}

void Plan::look(const std::vector<EnvelopeName>& outbox)
{
    std::map<EnvelopeName, Line> present;
    for (const EnvelopeName& name : outbox) {
        const auto known = m_envelopes.find(name);
        present.emplace(name, known == m_envelopes.end() ? Line{} : known->second);
    }
    m_envelopes = std::move(present);
    m_order = outbox;
}

void Plan::markReceipted(const EnvelopeName& envelope) { m_envelopes[envelope].receipted = true; }

bool Plan::isReceipted(const EnvelopeName& envelope) const
{
    const auto found = m_envelopes.find(envelope);
    return found != m_envelopes.end() && found->second.receipted;
}

Plan::Line& Plan::lineOf(const Step& step)
{
    switch (step.task) {
    case Task::Heartbeat: return m_heartbeat;
    case Task::Configuration: return m_configuration;
    case Task::Envelope: break;
    }
    assert(step.envelope.has_value());
    return m_envelopes[*step.envelope];
}

Next Plan::next(core::MonotonicMs now) const
{
    if (now < m_quietUntil) {
        return Wait{m_quietUntil};
    }
    std::optional<Step> best;
    int bestRank = 0;
    core::MonotonicMs earliest = std::min(m_heartbeat.notBefore, m_configuration.notBefore);
    const auto consider = [&](const Line& line, const Step& step) {
        if (now < line.notBefore) {
            earliest = std::min(earliest, line.notBefore);
            return;
        }
        const int rank = line.failures / failuresPerRank;
        if (!best || rank < bestRank) {
            best = step;
            bestRank = rank;
        }
    };
    consider(m_heartbeat, {Task::Heartbeat, std::nullopt});
    consider(m_configuration, {Task::Configuration, std::nullopt});
    for (const EnvelopeName& name : m_order) {
        const auto line = m_envelopes.find(name);
        if (line != m_envelopes.end() && !line->second.receipted) {
            consider(line->second, {Task::Envelope, name});
        }
    }
    if (best) {
        return *best;
    }
    return Wait{earliest};
}

void Plan::hurry(core::MonotonicMs now)
{
    m_failures = 0;
    if (!m_centreAsked) {
        m_quietUntil = std::min(m_quietUntil, now);
    }
    const auto isDue = [&](Line& line) { line.notBefore = std::min(line.notBefore, now); };
    isDue(m_heartbeat);
    isDue(m_configuration);
    for (auto& [name, line] : m_envelopes) {
        isDue(line);
    }
}

void Plan::happened(const Step& step, Outcome outcome, core::MonotonicMs now, core::Random& random,
                    std::optional<std::int64_t> retryAfterMs)
{
    Line& line = lineOf(step);
    m_centreAsked = outcome == Outcome::Busy;
    const std::int64_t period = step.task == Task::Heartbeat ? m_pace.heartbeatMs : m_pace.configurationMs;
    switch (outcome) {
    case Outcome::Done:
        m_failures = 0;
        line.failures = 0;
        if (step.task == Task::Envelope) {
            line.receipted = true;
        } else {
            line.notBefore = after(now, period);
        }
        return;
    case Outcome::Unreachable: m_quietUntil = after(now, backOffMs(m_pace, ++m_failures, random)); return;
    case Outcome::Failed:
        ++line.failures;
        m_quietUntil = after(now, backOffMs(m_pace, ++m_failures, random));
        return;
    case Outcome::Busy: {
        const std::int64_t asked =
            std::clamp(retryAfterMs.value_or(m_pace.busyMs), m_pace.retryFirstMs, m_pace.busyMostMs);
        // A quarter more at most, so that all stands don't come back in the same second.
        m_quietUntil = after(now, asked + upTo(asked / 4, random));
        return;
    }
    case Outcome::Refused:
        m_failures = 0;
        line.notBefore = after(now, step.task == Task::Envelope ? m_pace.refusedMs : period);
        return;
    case Outcome::StandRefused: m_quietUntil = after(now, m_pace.standRefusedMs); return;
    case Outcome::Gone:
        assert(step.task == Task::Envelope);
        m_envelopes.erase(*step.envelope);
        return;
    }
}

} // namespace smiley::client
