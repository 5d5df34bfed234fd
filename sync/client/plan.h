// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ids.h"
#include "app/core/ports.h"
#include "app/core/time.h"

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <variant>
#include <vector>

/// What the sync program does next, and when it tries again. No clock, no file, no socket: time is an argument.
///
/// Three kinds of task share one connection at a time: the heartbeat, the configuration and the envelopes. Each task has
/// its own "not before" and its own count of failures; all share one "quiet until", set when the centre can't be reached.
///
///   what happened    the task                                   all tasks
///   Done             heartbeat, configuration: next period;     count of failures back to 0
///                    envelope: receipted, never again
///   Unreachable      stays due                                  quiet for a back-off
///   Failed           one failure more                           quiet for a back-off
///   Busy             stays due                                  quiet for as long as the centre asks, at most an hour
///   Refused          envelope: again after six hours;           count of failures back to 0
///                    else: next period
///   StandRefused     stays due                                  quiet for half an hour
///   Gone             forgotten                                  -
///
/// Order: heartbeat, configuration, then the envelopes in the order given. A task that failed three times goes behind those
/// that failed less, so that one that can't be sent (it makes the server fail, it is cut every time) never blocks the
/// others. The centre takes envelopes in any order, as it does from a stick; order is kept where nothing goes wrong, so that
/// days come in as they were closed.

namespace smiley::client {

/// Which envelope.
struct EnvelopeName {
    core::Epoch epoch;
    core::EnvelopeNumber number{};
    auto operator<=>(const EnvelopeName&) const = default;
};

/// All in milliseconds.
struct Pace {
    std::int64_t heartbeatMs = 5 * 60'000;
    std::int64_t configurationMs = 5 * 60'000;
    std::int64_t retryLeastMs = 100;           ///< no back-off is shorter
    std::int64_t retryFirstMs = 1'000;         ///< upper bound of the first back-off
    std::int64_t retryMostMs = 5 * 60'000;     ///< upper bound of every back-off
    std::int64_t refusedMs = 6 * 3'600'000;    ///< an envelope that the centre refused
    std::int64_t standRefusedMs = 30 * 60'000; ///< the centre knows no such stand, or no such key
    std::int64_t busyMs = 60'000;              ///< where the centre is busy and names no time
    std::int64_t busyMostMs = 3'600'000;       ///< however long it asks for
};

/// A task goes behind the others after this many failures, and again after each as many.
inline constexpr int failuresPerRank = 3;

enum class Task : std::uint8_t { Heartbeat, Configuration, Envelope };

struct Step {
    Task task = Task::Heartbeat;
    std::optional<EnvelopeName> envelope; ///< of Task::Envelope
    bool operator==(const Step&) const = default;
};

/// Nothing is due before this.
struct Wait {
    core::MonotonicMs until{};
    bool operator==(const Wait&) const = default;
};

using Next = std::variant<Step, Wait>;

enum class Outcome : std::uint8_t {
    Done,         ///< the centre has it (or had nothing new)
    Unreachable,  ///< nothing of the task was sent, or the answer couldn't be kept here: not the task's fault
    Failed,       ///< cut, no answer, an answer that can't be used, or 5xx: perhaps the task's fault
    Busy,         ///< 429, or 503 with Retry-After
    Refused,      ///< 4xx about this one
    StandRefused, ///< 401, 403, 404: about this stand
    Gone,         ///< the file isn't there any more
};

/// The wait after the `failures`-th failure in a row (1, 2, 3 …): full jitter (M. Brooker, "Exponential Backoff And Jitter",
/// 2015), uniform from retryLeastMs to a bound that doubles from retryFirstMs to retryMostMs.
[[nodiscard]] std::int64_t backOffMs(const Pace& pace, int failures, core::Random& random);

/// See the top of this file. One thread.
class Plan {
public:
    explicit Plan(Pace pace = {});

    /// What lies in the outbox now, in the order in which it should be sent. What isn't there any more is forgotten.
    void look(const std::vector<EnvelopeName>& outbox);
    /// This envelope was receipted before: it isn't sent.
    void markReceipted(const EnvelopeName& envelope);
    [[nodiscard]] bool isReceipted(const EnvelopeName& envelope) const;

    [[nodiscard]] Next next(core::MonotonicMs now) const;
    /// Tells what came of a step that next() gave. `retryAfterMs`: what the centre asked for; only with Busy.
    void happened(const Step& step, Outcome outcome, core::MonotonicMs now, core::Random& random,
                  std::optional<std::int64_t> retryAfterMs = std::nullopt);
    /// Staff ask for it at the stand: what was put off is due now, but for what the centre itself asked to wait for.
    void hurry(core::MonotonicMs now);

private:
    struct Line {
        int failures = 0;
        core::MonotonicMs notBefore{};
        bool receipted = false;
    };
    [[nodiscard]] Line& lineOf(const Step& step);

    Pace m_pace;
    Line m_heartbeat;
    Line m_configuration;
    std::vector<EnvelopeName> m_order;
    std::map<EnvelopeName, Line> m_envelopes;
    int m_failures = 0;
    core::MonotonicMs m_quietUntil{};
    bool m_centreAsked = false; ///< for the quiet
};

} // namespace smiley::client
