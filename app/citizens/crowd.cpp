// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/citizens/crowd.h"

#include "app/citizens/visitors.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace smiley::citizens {

namespace {

using core::Mode;
using core::ScreenContext;

/// Streams of chance, one a behaviour; simulate.cpp has those from 100 on.
enum class Stream : std::uint64_t {
    Day,
    Visitors,
    Queues,
    Couples,
    Lines,
    Agreeing,
    Children,
    Staff,
    Mashers,
    Cleaners,
    Closed,
    Waiting,
    Passages,
    Next,
};

/// Makes one day.
class DayMaker {
public:
    DayMaker(const Scenario& scenario, std::uint64_t seed, int day, std::uint32_t firstPerson)
        : m_scenario(scenario),
          m_seed(seed),
          m_day(day),
          m_visitors(scenario, m_crowd.people, firstPerson)
    {
        Random random = stream(Stream::Day);
        m_shares = shifted(scenario.answerPi, scenario.dayLogitSd * random.normal());
        m_visitors.setShares(m_shares);
        m_respondents = scenario.respondentsPerDay * std::max(0.2, 1 + scenario.dayCv * random.normal());
    }

    Crowd make()
    {
        passages();
        visitors();
        queues();
        couples();
        lines();
        agreeing();
        children();
        staff();
        mashers();
        cleaners();
        closed();
        return arranged();
    }

private:
    [[nodiscard]] Random stream(Stream which) const
    {
        return {m_seed, static_cast<std::uint64_t>(m_day), static_cast<std::uint64_t>(which)};
    }

    /// A moment of the opening hours.
    [[nodiscard]] double moment(Random& random) const
    {
        const auto& profile = m_scenario.profile;
        double u = random.unit() * std::accumulate(profile.begin(), profile.end(), 0.0);
        std::size_t part = 0;
        while (part + 1 < profile.size() && u >= profile[part]) {
            u -= profile[part++];
        }
        const double width = m_scenario.openS / static_cast<double>(profile.size());
        double at = (static_cast<double>(part) + (profile[part] > 0 ? u / profile[part] : 0)) * width;
        if (random.chance(m_scenario.appointmentPeaks)) { // meetings end shortly before the half hour
            at = std::floor(at / 1800 + 0.5) * 1800 - 240 + 150 * random.normal();
        }
        return std::clamp(at, 0.0, m_scenario.openS - 1);
    }

    void add(Episode episode)
    {
        if (!episode.presses.empty()) {
            m_episodes.push_back(std::move(episode));
        }
    }

    void visitors()
    {
        const Scenario& s = m_scenario;
        Random random = stream(Stream::Visitors);
        const double meanSize = (s.groupSize.from + s.groupSize.to) / 2.0;
        for (int left = random.howMany(m_respondents); left > 0;) {
            double at = moment(random);
            Episode episode;
            if (random.chance(s.groupShare / meanSize)) {
                const int size = random.between(s.groupSize);
                const int common = random.face(m_shares);
                const bool blob = random.chance(s.sees ? s.sees->groupBlob : 0.0);
                for (int member = 0; member < size; ++member) {
                    const int answer = random.chance(s.groupCorr) ? common : random.face(m_shares);
                    m_visitors.visitor(random, episode, at, answer, blob ? Company::Blob : Company::Group,
                                       Behaviour::Group);
                    at = episode.end + random.between(s.groupGap);
                }
                left -= size;
            } else {
                m_visitors.visitor(random, episode, at, random.face(m_shares), Company::Alone, Behaviour::Honest);
                --left;
            }
            add(std::move(episode));
        }
    }

    /// `size` people with `gap` between them.
    void row(Random& random, int size, Span gap, int common, double agree, Company company, Behaviour plain)
    {
        Episode episode;
        double at = moment(random);
        for (int member = 0; member < size; ++member) {
            const int answer = random.chance(agree) ? common : random.face(m_shares);
            m_visitors.visitor(random, episode, at, answer, company, plain);
            at = episode.end + random.between(gap);
        }
        add(std::move(episode));
    }

    void queues()
    {
        const Scenario& s = m_scenario;
        Random random = stream(Stream::Queues);
        for (int n = random.howMany(s.queueBurstsPerDay); n > 0; --n) {
            const int size = random.between(s.queueSize);
            const std::size_t at = m_episodes.size();
            row(random, size, s.queueGap, 3, 0, Company::Queue, Behaviour::Queue);
            const double begin = m_episodes[at].presses.front().at;
            const int others = random.howMany(size * (1 - s.queueParticipation) / s.queueParticipation);
            for (int other = 0; other < others; ++other) {
                m_crowd.otherPassages.push_back(random.between(begin, m_episodes[at].end + 15));
            }
        }
        std::sort(m_crowd.otherPassages.begin(), m_crowd.otherPassages.end());
    }

    void couples()
    {
        const Scenario& s = m_scenario;
        Random random = stream(Stream::Couples);
        for (int n = random.howMany(s.couplesPerDay); n > 0; --n) {
            const int common = random.face(m_shares);
            row(random, 2, s.coupleGap, common, random.chance(s.coupleAgree) ? 1 : 0, Company::Blob, Behaviour::Couple);
        }
    }

    void lines()
    {
        const Scenario& s = m_scenario;
        Random random = stream(Stream::Lines);
        for (int n = random.howMany(s.linesPerDay); n > 0; --n) {
            const int size = random.between(s.lineSize); // one draw a statement: C++ doesn't order arguments
            const int common = random.face(m_shares);
            row(random, size, s.lineGap, common, s.lineAgree, Company::Line, Behaviour::Line);
        }
    }

    void agreeing()
    {
        const Scenario& s = m_scenario;
        Random random = stream(Stream::Agreeing);
        int face = (m_day + static_cast<int>(m_seed % 5)) % 5; // each in turn, over days and seeds
        for (int n = random.howMany(s.agreeingPerDay); n > 0; --n) {
            const int answer = s.agreeingFace != 0 ? s.agreeingFace : face + 1;
            face = (face + 1) % 5;
            Episode episode;
            double at = moment(random);
            for (int member = random.between(s.agreeingSize); member > 0; --member) {
                const std::size_t who = m_visitors.person(Behaviour::Agreeing, true, answer);
                Visitors::press(episode, at, answer, who, Company::Agreeing);
                at += random.between(s.agreeingGap);
            }
            add(std::move(episode));
        }
    }

    void children()
    {
        const Scenario& s = m_scenario;
        Random random = stream(Stream::Children);
        for (int n = random.howMany(s.childEpisodesPerDay); n > 0; --n) {
            Episode episode;
            double at = moment(random);
            if (random.chance(s.childWithParent)) {
                m_visitors.visitor(random, episode, at, random.face(m_shares), Company::Alone, Behaviour::Honest);
                at = episode.end + random.between(1.5, 10.0);
            }
            for (int child = random.chance(s.twoChildren) ? 2 : 1; child > 0; --child) {
                const std::size_t who = m_visitors.person(Behaviour::Child, false, 0);
                double time = at + (child == 2 ? random.between(0.0, 3.0) : 0);
                for (int taps = random.between(s.childTaps); taps > 0; --taps) {
                    Visitors::press(episode, time, random.between(Count{1, 5}), who, Company::Child);
                    time += std::max(0.1, random.around(s.childGap));
                }
            }
            add(std::move(episode));
        }
    }

    void staff()
    {
        const Scenario& s = m_scenario;
        Random random = stream(Stream::Staff);
        for (int n = random.howMany(s.staffRunsPerDay); n > 0; --n) {
            const std::size_t who = m_visitors.person(Behaviour::Staff, false, 0);
            const Company company = random.chance(s.staffWalksAway) ? Company::WalksAway : Company::Stays;
            Episode episode;
            episode.waits = false;
            double at = random.unit() * std::max(1.0, s.openS - 1500);
            for (int taps = random.between(s.staffTaps); taps > 0; --taps) {
                if (random.chance(s.staffAtTheDoor)) {
                    const auto& passages = m_crowd.otherPassages;
                    const auto next = std::lower_bound(passages.begin(), passages.end(), at + 8);
                    at = next != passages.end() ? std::max(at, *next - random.between(1.0, 8.0)) : at;
                }
                const int second = s.staffSecond != 0 ? s.staffSecond : random.between(Count{1, 5});
                Visitors::press(episode, at, random.chance(s.staffPure) ? s.staffChoice : second, who, company);
                at += std::clamp(random.around(s.staffGap), s.staffGapLimits.from, s.staffGapLimits.to);
            }
            add(std::move(episode));
        }
    }

    void mashers()
    {
        const Scenario& s = m_scenario;
        Random random = stream(Stream::Mashers);
        for (int n = random.howMany(s.mashersPerDay); n > 0; --n) {
            const int answer = random.face(m_shares);
            const std::size_t who = m_visitors.person(Behaviour::Masher, true, answer);
            Episode episode;
            double at = moment(random);
            Visitors::press(episode, at, answer, who, Company::Stays);
            for (int claims = random.between(s.masherClaims); claims > 0; --claims) {
                at += std::max(0.8, random.around(s.masherGap));
                Visitors::press(episode, at, random.chance(0.9) ? answer : Visitors::neighbour(random, answer), who,
                                Company::Stays);
                episode.presses.back().screen = ScreenContext::Claimed;
            }
            add(std::move(episode));
        }
    }

    void cleaners()
    {
        const Scenario& s = m_scenario;
        Random random = stream(Stream::Cleaners);
        for (int n = random.howMany(s.cleanersPerDay); n > 0; --n) {
            const std::size_t who = m_visitors.person(Behaviour::Cleaner, false, 0);
            const Mode mode = !random.chance(s.cleanerInMode) ? Mode::Normal
                              : random.chance(0.5)            ? Mode::Cleaning
                                                              : Mode::Staff;
            Episode episode;
            double at = moment(random);
            int face = random.between(Count{1, 5});
            int step = face < 3 ? 1 : -1;
            for (int taps = random.between(s.cleanerTaps); taps > 0; --taps) { // back and forth, some faces missed
                Visitors::press(episode, at, face, who, Company::Stays);
                episode.presses.back().mode = mode;
                const int next = face + step * (random.chance(0.7) ? 1 : 2);
                step = next < 1 || next > 5 ? -step : step;
                face = next < 1 || next > 5 ? face + step : next;
                at += std::max(0.05, random.around(s.cleanerGap));
            }
            add(std::move(episode));
        }
    }

    void closed()
    {
        Random random = stream(Stream::Closed);
        const int taps = random.howMany(m_scenario.closedTapsPerDay);
        double at = m_scenario.openS + 3600;
        for (int n = 0; n < taps; ++n) {
            at += 60 + 600 * random.unit();
            Episode episode;
            Visitors::press(episode, at, random.face(m_shares), m_visitors.person(Behaviour::Closed, false, 0),
                            Company::Alone);
            episode.presses.back().mode = Mode::Closed;
            add(std::move(episode));
        }
    }

    void passages()
    {
        Random random = stream(Stream::Passages);
        const double part = m_scenario.participation;
        for (int n = random.howMany(m_respondents * (1 - part) / part); n > 0; --n) {
            m_crowd.otherPassages.push_back(moment(random));
        }
        std::sort(m_crowd.otherPassages.begin(), m_crowd.otherPassages.end());
    }

    /// One stand, one user at a time: who comes while it is taken waits. Staff press when nobody looks.
    Crowd arranged()
    {
        Random random = stream(Stream::Waiting);
        const auto begin = [](const Episode& episode) { return episode.presses.front().at; };
        for (Episode& episode : m_episodes) { // two children tap at the same time
            std::stable_sort(episode.presses.begin(), episode.presses.end(),
                             [](const Press& a, const Press& b) { return a.at < b.at; });
        }
        std::stable_sort(m_episodes.begin(), m_episodes.end(),
                         [&](const Episode& a, const Episode& b) { return begin(a) < begin(b); });
        double taken = -100;
        std::uint32_t number = 0;
        for (Episode& episode : m_episodes) {
            ++number;
            double wait = 0;
            if (episode.waits) {
                wait = begin(episode) < taken + 2 ? taken + random.between(2.5, 7.0) - begin(episode) : 0;
                taken = std::max(taken, episode.end + wait);
            }
            for (Press& one : episode.presses) {
                one.at += wait;
                one.episode = number;
                m_crowd.presses.push_back(one);
            }
        }
        std::stable_sort(m_crowd.presses.begin(), m_crowd.presses.end(),
                         [](const Press& a, const Press& b) { return a.at < b.at; });
        for (const Press& one : m_crowd.presses) {
            m_crowd.people[one.person].lastPress = one.at;
        }
        claims();
        return std::move(m_crowd);
    }

    /// Who follows somebody else within 20 s may press "Jeg er den næste" first.
    void claims()
    {
        Random random = stream(Stream::Next);
        const auto& people = m_crowd.people;
        for (std::size_t i = 1; i < m_crowd.presses.size(); ++i) {
            const Press& before = m_crowd.presses[i - 1];
            Press& one = m_crowd.presses[i];
            const bool follows = before.person != one.person && one.at - before.at < 20 && people[one.person].genuine;
            if (follows && one.screen == ScreenContext::Faces && random.chance(m_scenario.pNextPressed)) {
                one.screen = ScreenContext::Claimed;
            }
        }
    }

    const Scenario& m_scenario;
    std::uint64_t m_seed;
    int m_day;
    std::array<double, 5> m_shares{};
    double m_respondents = 0;
    std::vector<Episode> m_episodes;
    Crowd m_crowd;
    Visitors m_visitors;
};

} // namespace

std::string_view nameOf(Behaviour behaviour)
{
    static constexpr std::array<std::string_view, behaviourCount> names{
        "honest",  "group",  "queue", "couple",    "line",     "agreeing", "takeover", "multi", "correction", "linger",
        "confirm", "tremor", "tries", "poll-back", "withdrew", "masher",   "child",    "staff", "cleaner",    "closed",
    };
    return names[static_cast<std::size_t>(behaviour)];
}

std::array<double, 5> shifted(const std::array<double, 5>& shares, double delta)
{
    std::array<double, 5> result{};
    double sum = 0;
    double before = 0;
    for (std::size_t face = 0; face < 5; ++face) {
        sum += shares[face];
        const double cumulative = face == 4 ? 1 : 1 / (1 + exponential(delta - logarithm(sum / (1 - sum))));
        result[face] = cumulative - before;
        before = cumulative;
    }
    return result;
}

Crowd makeCrowd(const Scenario& scenario, std::uint64_t seed, int day, std::uint32_t firstPerson)
{
    return DayMaker(scenario, seed, day, firstPerson).make();
}

} // namespace smiley::citizens
