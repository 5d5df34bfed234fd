// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/adjudication.h"

#include "app/citizens/simulate.h"
#include "app/core/adjudicator.h"
#include "app/core/visit_model.h"

#include <QString>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <string>
#include <time.h>

namespace smiley::bench {

namespace {

using demo::Stopped;
using Days = std::vector<std::vector<core::TapView>>;

constexpr std::size_t tapsReplayed = 2'000'000;
constexpr std::size_t tapsSimulated = 100'000;
constexpr int repetitions = 5; ///< the quickest counts
constexpr std::size_t modelTaps = 2000;

/// Of this thread: what others do on the machine doesn't count.
double processorNowMs()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

std::size_t tapsOf(const Days& days)
{
    std::size_t taps = 0;
    for (const auto& day : days) {
        taps += day.size();
    }
    return taps;
}

/// Ordinary days, 100,000 taps in all.
Days simulatedDays(double respondentsPerDay)
{
    citizens::Scenario scenario;
    scenario.respondentsPerDay = respondentsPerDay;
    scenario.staffRunsPerDay = 0.1;
    Days days;
    for (std::uint64_t seed = 1; tapsOf(days) < tapsSimulated; ++seed) {
        for (citizens::SimulatedDay& day : citizens::simulate(scenario, seed).days) {
            days.push_back(std::move(day.taps));
        }
    }
    return days;
}

/// Taps per second, the days one after the other with their stand's memory, until two million taps are done.
double tapsPerSecond(const core::Policy& policy, const Days& days)
{
    double best = 0;
    const std::size_t rounds = tapsReplayed / tapsOf(days) / repetitions + 1;
    for (int repetition = 0; repetition < repetitions; ++repetition) {
        core::StandMemory memory;
        std::uint64_t counted = 0;
        const double begun = processorNowMs();
        for (std::size_t round = 0; round < rounds; ++round) {
            for (const auto& day : days) {
                const core::AdjudicatedDay closed = core::adjudicateDay(policy, day, memory);
                memory = closed.after;
                counted += closed.verdicts.back().outcome == core::Outcome::Count ? 1U : 0U;
            }
        }
        const double seconds = (processorNowMs() - begun) / 1000;
        if (counted == 0) {
            throw Stopped("no day's last tap was counted: the adjudicator did nothing");
        }
        best = std::max(best, static_cast<double>(rounds * tapsOf(days)) / seconds);
    }
    return best;
}

void benchReplay(const QString& what, double respondentsPerDay, std::vector<Figure>& figures)
{
    const Days days = simulatedDays(respondentsPerDay);
    const double headline = tapsPerSecond(*core::Policy::named("headline"), days) / 1e6;
    const double raw = tapsPerSecond(*core::Policy::named("raw"), days) / 1e6;
    figures.push_back({QStringLiteral("replay, days of %1 taps%2").arg(tapsOf(days) / days.size()).arg(what),
                       "million taps/s", headline, "policy raw, same taps", raw, ">= 5", headline >= 5});
}

/// A tap through the running engine, as the screen waits for it.
void benchLive(std::vector<Figure>& figures)
{
    const Days days = simulatedDays(120);
    const auto rule = std::get<core::VisitRule>(core::Policy::named("headline")->rule);
    Samples taps;
    Samples clock;
    std::uint64_t visits = 0;
    for (const auto& day : days) {
        core::Adjudicator engine(rule);
        for (const core::TapView& tap : day) {
            const double begun = nowMs();
            visits += engine.tap(tap) == core::LiveVerdict::NewVisit ? 1U : 0U;
            const double ended = nowMs();
            taps.add((ended - begun) * 1000);
            clock.add((nowMs() - ended) * 1000);
        }
    }
    if (visits == 0) {
        throw Stopped("no tap opened a visit: the adjudicator did nothing");
    }
    for (const auto& [name, part] : {std::pair{"p50", 0.5}, std::pair{"p99", 0.99}}) {
        const double value = taps.quantile(part);
        figures.push_back({QStringLiteral("a tap live, %1").arg(name), "us", value, "reading the clock",
                           clock.quantile(part), "< 10", value < 10});
    }
    constexpr double page = 4096;
    constexpr double state = sizeof(core::Adjudicator) + sizeof(core::StandMemory);
    figures.push_back({"state of a stand", "bytes", state, "a page of memory", page, "< 4096", state < page});
}

/// The largest resident set since it was last asked, in MiB; asking begins anew.
double peakMib()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) {
            std::ofstream("/proc/self/clear_refs") << 5;
            return std::stod(line.substr(6)) / 1024;
        }
    }
    throw Stopped("/proc/self/status names no VmHWM");
}

void benchModel(std::vector<Figure>& figures)
{
    citizens::Scenario scenario;
    scenario.respondentsPerDay = 2000;
    scenario.days = 1;
    std::vector<core::TapView> day = citizens::simulate(scenario, 1).days.front().taps;
    if (day.size() < modelTaps) {
        throw Stopped(QStringLiteral("the simulated day has %1 taps").arg(day.size()));
    }
    day.resize(modelTaps);
    const double begunHeadline = nowMs();
    const auto closed = core::adjudicateDay(*core::Policy::named("headline"), day);
    const double headline = nowMs() - begunHeadline;
    (void)peakMib();
    const double before = peakMib();
    const double begun = nowMs();
    const auto run = core::runModel(day, core::StandMemory{}, 1);
    const double seconds = (nowMs() - begun) / 1000;
    const double grown = peakMib() - before;
    if (!run || run->draws != core::modelDraws || closed.verdicts.size() != day.size()) {
        throw Stopped("the model run was not carried out");
    }
    figures.push_back(
        {"model run of 2,000 taps", "s", seconds, "closing with headline", headline / 1000, "<= 10", seconds <= 10});
    const double tapsMib = static_cast<double>(day.size() * sizeof(core::TapView)) / (1024 * 1024);
    figures.push_back({"model run, memory at its peak", "MiB", grown, "the taps", tapsMib, "<= 64", grown <= 64});
}

} // namespace

void benchAdjudication(std::vector<Figure>& figures)
{
    std::cerr << "The adjudicator: replay, live, model …" << std::endl;
    benchReplay("", 120, figures);
    benchReplay(" (busy)", 1650, figures);
    benchLive(figures);
    benchModel(figures);
}

} // namespace smiley::bench
