// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/citizens/simulate.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace smiley::citizens {

namespace {

enum class Stream : std::uint64_t { Door = 100, Presence };

std::int64_t milliseconds(double seconds) { return static_cast<std::int64_t>(std::floor(seconds * 1000)); }

/// Whether a device is dead at this moment.
bool isDead(const Scenario& scenario, double diesDay, double diesAt, int day, double at)
{
    const double share = at / scenario.openS;
    const bool forGood = diesDay >= 0 && day + share >= diesDay;
    return forGood || (diesAt < 1 && share >= diesAt);
}

/// The passages that the counter counts.
std::vector<double> countedPassages(const Scenario& s, const Crowd& crowd, std::uint64_t seed, int day)
{
    Random random(seed, static_cast<std::uint64_t>(day), static_cast<std::uint64_t>(Stream::Door));
    std::vector<double> all = crowd.otherPassages;
    for (const Person& person : crowd.people) {
        if (person.genuine) {
            const double after = random.chance(s.walksOut) ? random.between(s.doorAfter) : random.between(300, 3600);
            all.push_back(person.lastPress + person.staysAfter + after);
        }
    }
    std::sort(all.begin(), all.end());
    std::vector<double> counted;
    for (const double at : all) {
        const bool missed = random.chance(s.doorMiss);
        const bool twice = random.chance(s.doorDouble);
        if (missed || isDead(s, s.doorDiesDay, s.doorDiesAt, day, at)) {
            continue;
        }
        counted.push_back(at);
        if (twice) {
            counted.push_back(at + 0.3);
        }
    }
    std::sort(counted.begin(), counted.end());
    return counted;
}

/// How likely the near zone is seen empty between two taps.
double breakProbability(const Scenario& s, const Press& before, const Press& tap)
{
    constexpr double closeS = 15; // until then people may not quite leave before the next comes
    constexpr double childS = 10;
    constexpr double childBreak = 0.35; // children run about
    const Sensor& sensor = *s.sees;
    const double gap = tap.at - before.at;
    const bool together = before.episode == tap.episode && before.company == tap.company && gap < closeS;
    const double stays = sensor.falseFloor + 1 - exponential(-(sensor.falseRate + s.sensorFlickerPerS) * gap);
    if (before.person == tap.person) {
        return tap.company == Company::WalksAway ? sensor.breakIndep : std::min(1.0, stays);
    }
    if (tap.company == Company::Child || before.company == Company::Child) {
        return gap < childS ? childBreak : sensor.breakIndep;
    }
    if (together && tap.company == Company::Blob) {
        return std::min(1.0, stays);
    }
    if (before.episode == tap.episode && tap.company == Company::Line) {
        return std::max(s.lineBreak, std::min(1.0, stays));
    }
    if (before.episode == tap.episode && tap.company == Company::Agreeing) {
        return s.agreeingBreak;
    }
    if (together && tap.company == Company::Group) {
        return sensor.breakGroup;
    }
    return gap < closeS ? sensor.breakQueue : sensor.breakIndep;
}

core::Presence presenceOf(const Scenario& s, Random& random, int day, const Press* before, const Press& tap)
{
    const double dice = random.unit();
    const double slow = random.between(1.0, 4.0); // of a gap people need to leave and to come
    if (!s.sees) {
        return core::Presence::Unknown;
    }
    if (isDead(s, s.sensorDiesDay, s.sensorDiesAt, day, tap.at)) {
        return static_cast<core::Presence>(s.sensorDeadSays);
    }
    if (before == nullptr) {
        return core::Presence::Broken;
    }
    const bool held = s.sensorHoldS > 0 && tap.at - before->at < s.sensorHoldS + slow;
    return !held && dice < breakProbability(s, *before, tap) ? core::Presence::Broken : core::Presence::Continuous;
}

std::uint32_t countWithin(const std::vector<std::int64_t>& times, std::int64_t after, std::int64_t until)
{
    const auto from = std::upper_bound(times.begin(), times.end(), after);
    return static_cast<std::uint32_t>(std::upper_bound(from, times.end(), until) - from);
}

SimulatedDay sensed(const Scenario& s, const Crowd& crowd, std::uint64_t seed, int day, std::uint64_t& lastTap)
{
    SimulatedDay result;
    for (const double at : countedPassages(s, crowd, seed, day)) {
        if (s.doorCounter) {
            result.passagesMs.push_back(milliseconds(at));
        }
    }
    Random random(seed, static_cast<std::uint64_t>(day), static_cast<std::uint64_t>(Stream::Presence));
    const Press* before = nullptr;
    for (const Press& press : crowd.presses) {
        const Person& person = crowd.people[press.person];
        core::TapView tap;
        tap.tap = ++lastTap;
        tap.boot = 1;
        tap.at = core::MonotonicMs{milliseconds(press.at)};
        tap.face = static_cast<core::Face>(press.face);
        tap.screen = press.screen;
        if (press.screen == core::ScreenContext::Faces && before != nullptr && !before->withdrawn &&
            press.at - before->at < s.invitationS) {
            tap.screen = core::ScreenContext::Invitation;
        }
        tap.presence = presenceOf(s, random, day, before, press);
        if (s.doorCounter) {
            tap.doors = countWithin(result.passagesMs, -1, count(tap.at));
            tap.left = countWithin(result.passagesMs, count(tap.at), count(tap.at) + core::leftWithinMs);
        }
        tap.ticket = person.ticket ? core::ticketKey(ticketOf(person.id)) : core::noTicket;
        tap.mode = press.mode;
        tap.withdrawn = press.withdrawn;
        result.taps.push_back(tap);
        result.truths.push_back({person.id, person.behaviour, person.genuine, person.answer, person.ticket});
        before = &press;
    }
    return result;
}

} // namespace

Period simulate(const Scenario& scenario, std::uint64_t seed)
{
    Period period;
    std::uint32_t nextPerson = 1;
    std::uint64_t lastTap = 0;
    for (int day = 0; day < scenario.days; ++day) {
        const Crowd crowd = makeCrowd(scenario, seed, day, nextPerson);
        nextPerson += static_cast<std::uint32_t>(crowd.people.size());
        period.days.push_back(sensed(scenario, crowd, seed, day, lastTap));
    }
    return period;
}

Superpopulation superpopulation(const Scenario& s)
{
    // Everybody answers by the day's shares but agreeing groups, and who goes back from the poll: to any other face.
    constexpr int steps = 200;
    std::array<double, 5> shares{};
    double weights = 0;
    for (int step = -steps; step <= steps; ++step) { // over 5 standard deviations of the days' shift
        const double z = 5.0 * step / steps;
        const double weight = exponential(-z * z / 2);
        const auto day = shifted(s.answerPi, s.dayLogitSd * z);
        weights += weight;
        for (std::size_t face = 0; face < 5; ++face) {
            shares[face] += weight * day[face];
        }
    }
    const auto middle = [](Count count) { return (count.from + count.to) / 2.0; };
    const double agreeing = s.agreeingPerDay * middle(s.agreeingSize);
    const double others = s.respondentsPerDay + s.queueBurstsPerDay * middle(s.queueSize) + 2 * s.couplesPerDay +
                          s.linesPerDay * middle(s.lineSize) + s.childEpisodesPerDay * s.childWithParent +
                          s.mashersPerDay;
    const double back = s.pollShare * s.pollBack;
    Superpopulation result;
    for (std::size_t face = 0; face < 5; ++face) {
        const double common = s.agreeingFace == 0 ? 0.2 : s.agreeingFace == static_cast<int>(face) + 1 ? 1.0 : 0.0;
        const double total = agreeing + others;
        const double first = shares[face] / weights;
        const double final = (1 - back) * first + back * (1 - first) / 4;
        const double share = total > 0 ? (final * others + common * agreeing) / total : 0.2;
        result.mean += share * static_cast<double>(face + 1);
        result.redShare += face < 2 ? share : 0;
    }
    return result;
}

std::string ticketOf(std::uint32_t person)
{
    const std::string digits = std::to_string(person);
    return "T" + std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

} // namespace smiley::citizens
