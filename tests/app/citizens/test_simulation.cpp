// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/citizens/simulate.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>

using namespace smiley;
using namespace smiley::citizens;

namespace {

/// Nobody comes, and devices are perfect.
Scenario nobody()
{
    Scenario s;
    s.days = 4;
    s.respondentsPerDay = 0;
    s.queueBurstsPerDay = 0;
    s.childEpisodesPerDay = 0;
    s.groupShare = 0;
    s.pCorrection = s.pFrustratedNeg = s.pMultiPos = s.pLinger = s.pFastConfirm = 0;
    s.sees = Sensor{1, 1, 0, 1, 0, 0};
    s.doorMiss = 0;
    return s;
}

/// One by one, single taps.
Scenario honest()
{
    Scenario s = nobody();
    s.respondentsPerDay = 60;
    s.appointmentPeaks = 0;
    return s;
}

struct Seen {
    core::TapView tap;
    Truth truth;
    int day;
};

std::vector<Seen> all(const Period& period)
{
    std::vector<Seen> result;
    for (std::size_t day = 0; day < period.days.size(); ++day) {
        for (std::size_t i = 0; i < period.days[day].taps.size(); ++i) {
            result.push_back({period.days[day].taps[i], period.days[day].truths[i], static_cast<int>(day)});
        }
    }
    return result;
}

using People = std::map<std::uint32_t, std::vector<Seen>>;
People byPerson(const Period& period)
{
    People people;
    for (const Seen& seen : all(period)) {
        people[seen.truth.person].push_back(seen);
    }
    return people;
}

/// Seconds from one tap to the next.
double gap(const Seen& from, const Seen& to)
{
    return static_cast<double>(count(to.tap.at) - count(from.tap.at)) / 1000;
}

int face(const Seen& seen) { return core::score(seen.tap.face); }
bool isBroken(const Seen& seen) { return seen.tap.presence == core::Presence::Broken; }

std::uint64_t hashOf(const Period& period)
{
    std::uint64_t hash = 0xCBF29CE484222325U;
    const auto take = [&](std::uint64_t value) { hash = (hash ^ value) * 0x100000001B3U; };
    for (const Seen& seen : all(period)) {
        take(seen.tap.tap);
        take(static_cast<std::uint64_t>(count(seen.tap.at)));
        take(static_cast<std::uint64_t>(seen.tap.face));
        take(static_cast<std::uint64_t>(seen.tap.screen));
        take(static_cast<std::uint64_t>(seen.tap.presence) & 0xFFU);
        take(seen.tap.doors.value_or(99999));
        take(seen.tap.left.value_or(99999));
        take(seen.tap.ticket);
        take(static_cast<std::uint64_t>(seen.tap.mode) + (seen.tap.withdrawn ? 100U : 0U));
        take(seen.truth.person);
        take(static_cast<std::uint64_t>(seen.truth.answer) + 10 * static_cast<std::uint64_t>(seen.truth.behaviour));
    }
    return hash;
}

/// A scenario in which everything happens.
Scenario everything()
{
    Scenario s;
    s.days = 3;
    s.pTremor = s.pTryAll = s.pWithdraw = s.ticketShare = s.pNextPressed = 0.1;
    s.invitationS = 10;
    s.pollShare = s.pollBack = s.pollTakeover = 0.3;
    s.groupShare = 0.3;
    s.queueBurstsPerDay = s.couplesPerDay = s.linesPerDay = s.agreeingPerDay = s.childEpisodesPerDay = 2;
    s.staffRunsPerDay = s.mashersPerDay = s.cleanersPerDay = s.closedTapsPerDay = 2;
    s.twoChildren = s.staffAtTheDoor = 0.5;
    s.doorDouble = 0.1;
    s.sensorFlickerPerS = 0.01;
    return s;
}

} // namespace

class TestSimulation : public QObject {
    Q_OBJECT

private slots:
    void theSameSeedGivesTheSameDaysOnEveryMachine()
    {
        QCOMPARE(hashOf(simulate(everything(), 1)), goldenHash);
        QCOMPARE(hashOf(simulate(everything(), 1)), goldenHash);
        QVERIFY(hashOf(simulate(everything(), 2)) != goldenHash);
    }

    void aBehaviourThatIsSwitchedOnLeavesTheOthersAsTheyWere()
    {
        Scenario with = honest();
        with.staffRunsPerDay = 2; // staff doesn't make anybody wait
        const auto genuine = [](const Period& period) {
            std::vector<std::pair<std::int64_t, int>> taps;
            for (const Seen& seen : all(period)) {
                if (seen.truth.genuine) {
                    taps.emplace_back(count(seen.tap.at), face(seen));
                }
            }
            return taps;
        };
        QVERIFY(genuine(simulate(with, 5)) == genuine(simulate(honest(), 5)));
        QVERIFY(all(simulate(with, 5)).size() > all(simulate(honest(), 5)).size());
    }

    void truthsAreConsistent()
    {
        std::uint64_t number = 0;
        for (const Seen& seen : all(simulate(everything(), 3))) {
            QCOMPARE(seen.tap.tap, ++number);
            QVERIFY(seen.truth.genuine ? seen.truth.answer >= 1 && seen.truth.answer <= 5 : seen.truth.answer == 0);
            QVERIFY(face(seen) >= 1 && face(seen) <= 5);
            QVERIFY(!(seen.truth.behaviour >= Behaviour::Child && seen.truth.genuine));
        }
        std::set<Behaviour> seenBehaviours;
        for (const auto& [person, taps] : byPerson(simulate(everything(), 3))) {
            seenBehaviours.insert(taps.front().truth.behaviour);
            bool answered = false;
            for (const Seen& seen : taps) {
                QCOMPARE(seen.day, taps.front().day);
                QCOMPARE(seen.truth.answer, taps.front().truth.answer);
                answered |= face(seen) == seen.truth.answer;
            }
            QVERIFY(answered || !taps.front().truth.genuine); // everybody can be found
        }
        QCOMPARE(seenBehaviours.size(), behaviourCount);
    }

    void timesAndCountsNeverGoBackWithinADay()
    {
        for (const SimulatedDay& day : simulate(everything(), 4).days) {
            QCOMPARE(day.taps.size(), day.truths.size());
            for (std::size_t i = 1; i < day.taps.size(); ++i) {
                QVERIFY(day.taps[i - 1].at <= day.taps[i].at);
                QVERIFY(*day.taps[i - 1].doors <= *day.taps[i].doors);
            }
        }
    }

    void honestVisitorsTapOnceBreakPresenceAndWalkOut()
    {
        int taps = 0;
        int left = 0;
        for (const Seen& seen : all(simulate(honest(), 1))) {
            QVERIFY(seen.truth.behaviour == Behaviour::Honest && face(seen) == seen.truth.answer);
            QVERIFY(isBroken(seen));
            QVERIFY(seen.tap.screen == core::ScreenContext::Faces && seen.tap.mode == core::Mode::Normal);
            left += *seen.tap.left > 0 ? 1 : 0;
            ++taps;
        }
        QVERIFY(taps > 150);
        QCOMPARE(left, taps); // 4 to 15 s after the tap
    }

    void daysDifferButTheAnswersComeFromTheSuperpopulation()
    {
        Scenario s = honest();
        s.days = 400;
        s.respondentsPerDay = 200;
        s.dayLogitSd = 0.5;
        s.agreeingPerDay = 5;
        s.agreeingFace = 1;
        s.pollShare = 0.5;
        s.pollBack = 0.5;
        std::map<int, std::pair<double, double>> days;
        double sum = 0;
        double red = 0;
        double n = 0;
        for (const auto& [person, taps] : byPerson(simulate(s, 1))) {
            const int answer = taps.front().truth.answer;
            sum += answer;
            red += answer <= 2 ? 1 : 0;
            n += 1;
            days[taps.front().day].first += answer;
            days[taps.front().day].second += 1;
        }
        const Superpopulation expected = superpopulation(s);
        QVERIFY(std::abs(sum / n - expected.mean) < 0.06);
        QVERIFY(std::abs(red / n - expected.redShare) < 0.02);
        double variance = 0;
        for (const auto& [day, sums] : days) {
            variance += std::pow(sums.first / sums.second - sum / n, 2) / 400;
        }
        QVERIFY(variance > 0.03); // chance alone: 1.6 / 240 = 0.007
    }

    void eachWayOfAnsweringLooksAsItIsCalled_data()
    {
        using Taps = const std::vector<Seen>&;
        using Check = std::function<bool(Taps)>;
        QTest::addColumn<double*>("unused");
        m_ways.clear();
        const auto way = [&](const char* name, Behaviour behaviour, double Scenario::*share, Check check) {
            m_ways[name] = {behaviour, share, std::move(check)};
            QTest::newRow(name) << static_cast<double*>(nullptr);
        };
        way("multi", Behaviour::Multi, &Scenario::pMultiPos, [](Taps taps) {
            return taps.size() >= 3 && taps.size() <= 10 &&
                   std::all_of(taps.begin(), taps.end(), [](const Seen& one) { return face(one) == one.truth.answer; });
        });
        way("correction", Behaviour::Correction, &Scenario::pCorrection, [](Taps taps) {
            return taps.size() == 2 && face(taps[0]) != face(taps[1]) && face(taps[1]) == taps[1].truth.answer &&
                   std::abs(face(taps[0]) - face(taps[1])) <= 2 && gap(taps[0], taps[1]) >= 0.5 && !isBroken(taps[1]);
        });
        way("linger", Behaviour::Linger, &Scenario::pLinger, [](Taps taps) {
            return taps.size() == 2 && gap(taps[0], taps[1]) >= 3 && face(taps[1]) == taps[1].truth.answer;
        });
        way("confirm", Behaviour::Confirm, &Scenario::pFastConfirm, [](Taps taps) {
            return taps.size() == 2 && gap(taps[0], taps[1]) < 1.2 && face(taps[0]) == face(taps[1]);
        });
        way("tremor", Behaviour::Tremor, &Scenario::pTremor, [](Taps taps) {
            return taps.size() >= 2 && taps.size() <= 3 && std::all_of(taps.begin(), taps.end(), [](const Seen& one) {
                       return std::abs(face(one) - one.truth.answer) <= 1;
                   });
        });
        way("tries all", Behaviour::TriesAll, &Scenario::pTryAll, [](Taps taps) {
            std::set<int> faces;
            for (const Seen& one : taps) {
                faces.insert(face(one));
            }
            return taps.size() == 6 && faces.size() == 5 && face(taps[5]) == taps[5].truth.answer &&
                   gap(taps[4], taps[5]) >= 1.59;
        });
        way("withdrew", Behaviour::Withdrew, &Scenario::pWithdraw, [](Taps taps) {
            return taps[0].tap.withdrawn && taps[0].truth.genuine == (taps.size() == 2) &&
                   (taps.size() == 1 || (!taps[1].tap.withdrawn && face(taps[1]) == taps[1].truth.answer));
        });
    }

    void eachWayOfAnsweringLooksAsItIsCalled()
    {
        const Way& way = m_ways.at(QTest::currentDataTag());
        Scenario s = honest();
        s.pFrustratedNeg = way.behaviour == Behaviour::Multi ? 1 : 0;
        s.*way.share = 1;
        s.days = 10;
        int people = 0;
        for (const auto& [person, taps] : byPerson(simulate(s, 2))) {
            QVERIFY(taps.front().truth.behaviour == way.behaviour);
            QVERIFY(way.check(taps));
            ++people;
        }
        QVERIFY(people > 400);
    }

    void queuesComeOneAfterAnother()
    {
        Scenario s = nobody();
        s.queueBurstsPerDay = 1;
        s.queueGap = {2, 5};
        s.days = 20;
        const auto taps = all(simulate(s, 1));
        std::size_t close = 0;
        for (std::size_t i = 1; i < taps.size(); ++i) {
            QVERIFY(taps[i].truth.person != taps[i - 1].truth.person);
            const double seconds = gap(taps[i - 1], taps[i]);
            close += taps[i].day == taps[i - 1].day && seconds >= 1.99 && seconds <= 5.01 ? 1U : 0U;
        }
        QVERIFY(close > taps.size() * 7 / 10);
    }

    void couplesAndClassesLeaveNoGapInPresence()
    {
        Scenario couples = nobody();
        couples.couplesPerDay = 10;
        couples.days = 20;
        int agree = 0;
        int pairs = 0;
        const auto pair = all(simulate(couples, 1));
        for (std::size_t i = 0; i + 1 < pair.size(); i += 2) {
            QVERIFY(pair[i].truth.behaviour == Behaviour::Couple);
            QVERIFY(gap(pair[i], pair[i + 1]) >= 1.49 && gap(pair[i], pair[i + 1]) <= 4.01);
            QVERIFY(!isBroken(pair[i + 1]) && pair[i].truth.person != pair[i + 1].truth.person);
            agree += face(pair[i]) == face(pair[i + 1]) ? 1 : 0;
            ++pairs;
        }
        QVERIFY(pairs > 150 && agree > pairs / 2 && agree < pairs * 3 / 4); // half of them, and some by chance

        Scenario classes = nobody();
        classes.linesPerDay = 1;
        classes.lineBreak = 0;
        classes.days = 10;
        const auto line = all(simulate(classes, 1));
        std::size_t unbroken = 0;
        for (std::size_t i = 1; i < line.size(); ++i) {
            unbroken += !isBroken(line[i]) && gap(line[i - 1], line[i]) >= 2.99 ? 1U : 0U;
        }
        QVERIFY(line.size() > 80 && unbroken > line.size() * 8 / 10);
    }

    void agreeingGroupsHaveOneFaceAndABreakAndAPassageEach()
    {
        Scenario s = nobody();
        s.agreeingPerDay = 3;
        s.agreeingGap = {5, 25};
        s.days = 30;
        std::set<int> faces;
        std::size_t groups = 0;
        for (const SimulatedDay& day : simulate(s, 1).days) {
            QCOMPARE(day.passagesMs.size(), day.taps.size()); // as many passages as people
            std::size_t size = 0;
            for (std::size_t i = 0; i < day.taps.size(); ++i) {
                QVERIFY(day.taps[i].presence == core::Presence::Broken);
                QVERIFY(*day.taps[i].left >= 1);
                QVERIFY(core::score(day.taps[i].face) == day.truths[i].answer);
                faces.insert(day.truths[i].answer);
                ++size;
                const bool last = i + 1 == day.taps.size() || day.truths[i + 1].answer != day.truths[i].answer;
                if (last) {
                    QVERIFY(size >= 3); // two groups with one face may follow each other
                    ++groups;
                    size = 0;
                }
            }
        }
        QCOMPARE(faces.size(), std::size_t{5});
        QVERIFY(groups > 50);
    }

    void childrenMashAndSometimesTwoAtOnce()
    {
        Scenario s = nobody();
        s.childEpisodesPerDay = 5;
        s.childWithParent = 0.5;
        s.twoChildren = 1;
        int children = 0;
        int parents = 0;
        int overlaps = 0;
        std::int64_t end = 0;
        for (const auto& [person, taps] : byPerson(simulate(s, 1))) {
            if (taps.front().truth.genuine) {
                ++parents;
                continue;
            }
            QVERIFY(taps.size() >= 5 && taps.size() <= 30);
            overlaps += children % 2 == 1 && count(taps.front().tap.at) < end ? 1 : 0;
            end = count(taps.back().tap.at);
            ++children;
        }
        QVERIFY(children >= 20 && parents >= 4 && parents < children / 2);
        QVERIFY(overlaps > children / 3);
    }

    void staffPressOneFaceAndNobodyWalksOut()
    {
        Scenario s = nobody();
        s.staffRunsPerDay = 2;
        s.staffGap = {9, 0.4};
        int right = 0;
        int taps = 0;
        for (const Seen& seen : all(simulate(s, 1))) {
            QVERIFY(seen.truth.behaviour == Behaviour::Staff && !seen.truth.genuine);
            QCOMPARE(*seen.tap.left, std::uint32_t{0});
            right += face(seen) == 5 ? 1 : 0;
            ++taps;
        }
        QVERIFY(right > taps * 8 / 10 && right < taps);
    }

    void staffAtTheDoorPressWhenSomebodyWalksOut()
    {
        Scenario s = honest();
        s.respondentsPerDay = 20;
        s.participation = 0.1;
        s.staffRunsPerDay = 2;
        s.days = 10;
        const auto exits = [&](double atTheDoor) {
            s.staffAtTheDoor = atTheDoor;
            double left = 0;
            double taps = 0;
            for (const Seen& seen : all(simulate(s, 1))) {
                if (!seen.truth.genuine) {
                    left += *seen.tap.left > 0 ? 1 : 0;
                    taps += 1;
                }
            }
            return left / taps;
        };
        QVERIFY(exits(1) > 0.9);
        QVERIFY(exits(0) < 0.4);
    }

    void mashersAnswerOnceAndThenClaimToBeNext()
    {
        Scenario s = nobody();
        s.mashersPerDay = 5;
        for (const auto& [person, taps] : byPerson(simulate(s, 1))) {
            QVERIFY(taps.size() >= 6 && taps.size() <= 21);
            QVERIFY(taps[0].tap.screen == core::ScreenContext::Faces && face(taps[0]) == taps[0].truth.answer);
            for (std::size_t i = 1; i < taps.size(); ++i) {
                QVERIFY(taps[i].tap.screen == core::ScreenContext::Claimed && !isBroken(taps[i]));
            }
        }
    }

    void theHonestNextPersonMayClaimIt()
    {
        Scenario s = nobody();
        s.queueBurstsPerDay = 5;
        s.pNextPressed = 1;
        std::uint32_t before = 0;
        int claims = 0;
        int taps = 0;
        for (const Seen& seen : all(simulate(s, 1))) {
            const bool claimed = seen.tap.screen == core::ScreenContext::Claimed;
            QVERIFY(!claimed || seen.truth.person != before);
            claims += claimed ? 1 : 0;
            ++taps;
            before = seen.truth.person;
        }
        QVERIFY(claims > taps * 7 / 10 && claims < taps);
    }

    void pollsHoldTheStandAndAreTakenOverOrGoneBackFrom()
    {
        Scenario s = honest();
        s.respondentsPerDay = 40;
        s.pollShare = 1;
        s.pollBack = 0.3;
        s.pollTakeover = 0.3;
        s.invitationS = 10;
        int back = 0;
        int over = 0;
        for (const auto& [person, taps] : byPerson(simulate(s, 1))) {
            const Seen& last = taps.back();
            if (last.truth.behaviour == Behaviour::PollBack) {
                QVERIFY(taps.size() == 2 && last.tap.screen == core::ScreenContext::Poll && !isBroken(last));
                QVERIFY(face(taps[0]) != face(last) && face(last) == last.truth.answer);
                ++back;
            } else if (last.truth.behaviour == Behaviour::Takeover) {
                QVERIFY(last.tap.screen == core::ScreenContext::Poll && isBroken(last) && last.truth.genuine);
                ++over;
            }
        }
        QVERIFY(back > 20 && over > 20);
    }

    void theInvitationIsToldWhileItStands()
    {
        Scenario s = nobody();
        s.queueBurstsPerDay = 3;
        s.queueGap = {5, 15};
        s.invitationS = 10;
        const auto taps = all(simulate(s, 1));
        for (std::size_t i = 1; i < taps.size(); ++i) {
            const bool stands = taps[i].day == taps[i - 1].day && gap(taps[i - 1], taps[i]) < 9.998;
            const bool told = taps[i].tap.screen == core::ScreenContext::Invitation;
            QVERIFY(stands == told || gap(taps[i - 1], taps[i]) < 10.002);
        }
    }

    void cleanersWipeInAndOutOfTheirModeAndClosedIsAfterClosing()
    {
        Scenario s = nobody();
        s.cleanersPerDay = 6;
        s.closedTapsPerDay = 3;
        std::map<core::Mode, int> modes;
        for (const Seen& seen : all(simulate(s, 1))) {
            ++modes[seen.tap.mode];
            const bool closed = seen.truth.behaviour == Behaviour::Closed;
            QVERIFY(closed == (seen.tap.mode == core::Mode::Closed));
            QVERIFY(!closed || static_cast<double>(count(seen.tap.at)) > (s.openS + 3600) * 1000);
            QVERIFY(!seen.truth.genuine);
        }
        QVERIFY(modes[core::Mode::Normal] > 0 && modes[core::Mode::Cleaning] > 0 && modes[core::Mode::Staff] > 0 &&
                modes[core::Mode::Closed] > 0);
    }

    void ticketsArePersonsOwn()
    {
        Scenario s = honest();
        s.ticketShare = 0.5;
        s.pFastConfirm = 0.5;
        std::map<core::TicketKey, std::uint32_t> owners;
        int without = 0;
        for (const Seen& seen : all(simulate(s, 1))) {
            QCOMPARE(seen.tap.ticket != core::noTicket, seen.truth.ticket);
            if (seen.truth.ticket) {
                QCOMPARE(owners.try_emplace(seen.tap.ticket, seen.truth.person).first->second, seen.truth.person);
            } else {
                ++without;
            }
        }
        QVERIFY(owners.size() > 80 && without > 80);
    }

    void sensorsDieHoldFlickerAndStick()
    {
        const auto shareBroken = [](Scenario s) {
            double broken = 0;
            double taps = 0;
            for (const Seen& seen : all(simulate(s, 1))) {
                broken += isBroken(seen) ? 1 : 0;
                taps += 1;
            }
            return broken / taps;
        };
        Scenario s = honest();
        s.queueBurstsPerDay = 10;
        QCOMPARE(shareBroken(s), 1.0);
        s.sensorHoldS = 20; // a queue comes faster
        const double held = shareBroken(s);
        QVERIFY(held > 0.2 && held < 0.8);
        s = honest();
        s.sensorDiesDay = 0;
        s.sensorDeadSays = 0;
        QCOMPARE(shareBroken(s), 0.0);
        s.sensorDeadSays = 1;
        QCOMPARE(shareBroken(s), 1.0);

        Scenario flickers = honest();
        flickers.pLinger = 1;
        QVERIFY(shareBroken(flickers) < 0.51);
        flickers.sensorFlickerPerS = 1;
        QVERIFY(shareBroken(flickers) > 0.9);

        Scenario dies = honest();
        dies.sensorDiesDay = 1.5;
        Scenario daily = honest();
        daily.sensorDiesAt = 0.5;
        for (const Seen& seen : all(simulate(dies, 1))) {
            const double share = static_cast<double>(count(seen.tap.at)) / 1000 / dies.openS;
            QVERIFY(std::abs(share - 0.5) < 1e-6 ||
                    (seen.tap.presence == core::Presence::Unknown) == (seen.day + share > 1.5));
        }
        for (const Seen& seen : all(simulate(daily, 1))) {
            const double share = static_cast<double>(count(seen.tap.at)) / 1000 / daily.openS;
            QVERIFY(std::abs(share - 0.5) < 1e-6 || (seen.tap.presence == core::Presence::Unknown) == (share > 0.5));
        }
        Scenario none = honest();
        none.sees.reset();
        for (const Seen& seen : all(simulate(none, 1))) {
            QVERIFY(seen.tap.presence == core::Presence::Unknown);
        }
    }

    void doorCountersMissDoubleDieAndAreAbsent()
    {
        const auto passages = [](const Scenario& s) {
            std::vector<double> days;
            for (const SimulatedDay& day : simulate(s, 1).days) {
                days.push_back(static_cast<double>(day.passagesMs.size()));
            }
            return days;
        };
        const Scenario s = honest();
        const auto whole = passages(s);
        const double people = static_cast<double>(all(simulate(s, 1)).size());
        const double total = whole[0] + whole[1] + whole[2] + whole[3];
        QVERIFY(std::abs(people / total - s.participation) < 0.03);

        Scenario misses = s;
        misses.doorMiss = 0.5;
        Scenario doubles = s;
        doubles.doorDouble = 0.5;
        Scenario dies = s;
        dies.doorDiesDay = 1.5;
        QVERIFY(std::abs(passages(misses)[0] / whole[0] - 0.5) < 0.15);
        QVERIFY(std::abs(passages(doubles)[0] / whole[0] - 1.5) < 0.15);
        const auto dying = passages(dies);
        QCOMPARE(dying[0], whole[0]);
        QVERIFY(dying[1] > 0 && dying[1] < whole[1]);
        QCOMPARE(dying[2] + dying[3], 0.0);
        for (const Seen& seen : all(simulate(dies, 1))) {
            QVERIFY(seen.tap.doors && seen.tap.left); // it is there, and says nothing more
        }
        Scenario absent = s;
        absent.doorCounter = false;
        for (const Seen& seen : all(simulate(absent, 1))) {
            QVERIFY(!seen.tap.doors && !seen.tap.left);
        }
        Scenario stays = s;
        stays.participation = 1;
        stays.walksOut = 0;
        for (const Seen& seen : all(simulate(stays, 1))) {
            QVERIFY(*seen.tap.left <= 2); // somebody else's, from up to an hour ago
        }
        QVERIFY(passages(stays)[0] > 0);
    }

    void doorsAndLeftAreCountsOfThePassages()
    {
        for (const SimulatedDay& day : simulate(everything(), 6).days) {
            for (const core::TapView& tap : day.taps) {
                std::uint32_t before = 0;
                std::uint32_t after = 0;
                for (const std::int64_t at : day.passagesMs) {
                    before += at <= count(tap.at) ? 1U : 0U;
                    after += at > count(tap.at) && at <= count(tap.at) + 20000 ? 1U : 0U;
                }
                QCOMPARE(*tap.doors, before);
                QCOMPARE(*tap.left, after);
            }
        }
    }

private:
    static constexpr std::uint64_t goldenHash = 4703782483815272983U;

    struct Way {
        Behaviour behaviour;
        double Scenario::*share;
        std::function<bool(const std::vector<Seen>&)> check;
    };
    std::map<std::string, Way> m_ways;
};

QTEST_GUILESS_MAIN(TestSimulation)
#include "test_simulation.moc"
