// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/plan.h"
#include "tests/support/fakes.h"

#include <QtTest>
#include <algorithm>
#include <map>
#include <rapidcheck.h>
#include <set>
#include <type_traits>
#include <vector>

using namespace smiley;
using namespace smiley::client;
using smiley::test::SeededRandom;

static_assert(std::is_copy_constructible_v<Plan>);

namespace {

const core::Epoch epochA = *core::Epoch::parse("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
const core::Epoch epochB = *core::Epoch::parse("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb");

EnvelopeName envelope(std::uint64_t number) { return {epochA, core::EnvelopeNumber{number}}; }

std::vector<EnvelopeName> outboxOf(std::uint64_t count)
{
    std::vector<EnvelopeName> names;
    for (std::uint64_t number = 1; number <= count; ++number) {
        names.push_back(envelope(number));
    }
    return names;
}

core::MonotonicMs at(std::int64_t ms) { return core::MonotonicMs{ms}; }

const Step heartbeat{Task::Heartbeat, std::nullopt};
const Step configuration{Task::Configuration, std::nullopt};
Step sending(std::uint64_t number) { return {Task::Envelope, envelope(number)}; }

/// Every back-off is 100 ms.
constexpr Pace steady{.retryFirstMs = 100, .retryMostMs = 100};

/// A plan that has sent its heartbeat and has asked for its configuration at 0.
Plan rested(const std::vector<EnvelopeName>& outbox, Pace pace = {})
{
    SeededRandom random;
    Plan plan(pace);
    plan.look(outbox);
    plan.happened(heartbeat, Outcome::Done, at(0), random);
    plan.happened(configuration, Outcome::Done, at(0), random);
    return plan;
}

std::string nameOf(const Next& next)
{
    if (const auto* wait = std::get_if<Wait>(&next)) {
        return "wait until " + std::to_string(core::count(wait->until));
    }
    const Step& step = std::get<Step>(next);
    switch (step.task) {
    case Task::Heartbeat: return "heartbeat";
    case Task::Configuration: return "configuration";
    case Task::Envelope: break;
    }
    return "envelope " + std::to_string(core::number(step.envelope->number));
}

} // namespace

#define COMPARE_NEXT(plan, now, text) QCOMPARE(QString::fromStdString(nameOf((plan).next(at(now)))), QString(text))

class TestPlan : public QObject {
    Q_OBJECT

private slots:
    void heartbeatAndConfigurationGoBeforeTheEnvelopesInTheirOrder()
    {
        SeededRandom random;
        Plan plan;
        plan.look({{epochB, core::EnvelopeNumber{9}}, envelope(1), envelope(2)});
        std::vector<std::string> order;
        for (int i = 0; i < 5; ++i) {
            const Next next = plan.next(at(0));
            order.push_back(nameOf(next));
            plan.happened(std::get<Step>(next), Outcome::Done, at(0), random);
        }
        const std::vector<std::string> expected{"heartbeat", "configuration", "envelope 9", "envelope 1", "envelope 2"};
        QVERIFY(order == expected);
        COMPARE_NEXT(plan, 0, "wait until 300000");
    }

    void heartbeatsComeEveryFiveMinutesWhateverLiesInTheOutbox()
    {
        const Plan empty = rested({});
        const Plan full = rested(outboxOf(3));
        COMPARE_NEXT(empty, 299'999, "wait until 300000");
        COMPARE_NEXT(full, 299'999, "envelope 1");
        COMPARE_NEXT(empty, 300'000, "heartbeat");
        COMPARE_NEXT(full, 300'000, "heartbeat");
    }

    void backOffBoundsDoubleFromOneSecondToFiveMinutes_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<int>("mostMs");
        const std::vector<std::pair<int, int>> table{
            {1, 1'000},   {2, 2'000},   {3, 4'000},    {4, 8'000},    {5, 16'000},   {6, 32'000},         {7, 64'000},
            {8, 128'000}, {9, 256'000}, {10, 300'000}, {11, 300'000}, {64, 300'000}, {1'000'000, 300'000}};
        for (const auto& [failures, mostMs] : table) {
            QTest::addRow("%d", failures) << failures << mostMs;
        }
    }
    void backOffBoundsDoubleFromOneSecondToFiveMinutes()
    {
        QFETCH(int, failures);
        QFETCH(int, mostMs);
        SeededRandom random(7);
        std::int64_t least = mostMs;
        std::int64_t most = 0;
        for (int i = 0; i < 4000; ++i) {
            const std::int64_t wait = backOffMs({}, failures, random);
            least = std::min(least, wait);
            most = std::max(most, wait);
        }
        // Full jitter: the whole span is used, nothing is outside.
        QVERIFY(least >= 100 && least < 100 + mostMs / 100);
        QVERIFY(most <= mostMs && most > mostMs - mostMs / 100);
    }

    void anUnreachableCentreKeepsTheOrderAndQuietensEverything()
    {
        SeededRandom random;
        Plan plan = rested(outboxOf(2), steady);
        for (int i = 0; i < 50; ++i) {
            plan.happened(sending(1), Outcome::Unreachable, at(i * 1000), random);
            const auto until = QStringLiteral("wait until %1").arg(i * 1000 + 100);
            COMPARE_NEXT(plan, i * 1000 + 99, until);
            COMPARE_NEXT(plan, i * 1000 + 100, "envelope 1");
        }
    }

    void oneSuccessEndsTheBackOff()
    {
        SeededRandom random;
        Plan plan = rested(outboxOf(3));
        for (int i = 0; i < 20; ++i) {
            plan.happened(sending(1), Outcome::Unreachable, at(0), random);
        }
        plan.happened(sending(1), Outcome::Done, at(400'000), random);
        plan.happened(sending(2), Outcome::Unreachable, at(400'000), random);
        const Next next = plan.next(at(400'000));
        QVERIFY(core::count(std::get<Wait>(next).until) <= 401'000);
    }

    void anEnvelopeThatFailsThreeTimesLetsTheOthersPass()
    {
        SeededRandom random;
        Plan plan = rested(outboxOf(3), steady);
        plan.happened(sending(1), Outcome::Failed, at(0), random);
        COMPARE_NEXT(plan, 100, "envelope 1");
        plan.happened(sending(1), Outcome::Failed, at(100), random);
        COMPARE_NEXT(plan, 200, "envelope 1");
        plan.happened(sending(1), Outcome::Failed, at(200), random);
        COMPARE_NEXT(plan, 300, "envelope 2");
        plan.happened(sending(2), Outcome::Done, at(300), random);
        plan.happened(sending(3), Outcome::Done, at(300), random);
        COMPARE_NEXT(plan, 300, "envelope 1");
    }

    void aHeartbeatThatAlwaysFailsDoesNotHoldUpEnvelopes()
    {
        SeededRandom random;
        Plan plan(steady);
        plan.look(outboxOf(1));
        for (int i = 0; i < 3; ++i) {
            COMPARE_NEXT(plan, i * 100, "heartbeat");
            plan.happened(heartbeat, Outcome::Failed, at(i * 100), random);
        }
        COMPARE_NEXT(plan, 300, "configuration");
        plan.happened(configuration, Outcome::Done, at(300), random);
        COMPARE_NEXT(plan, 300, "envelope 1");
    }

    void aRefusedEnvelopeIsTriedAgainAfterSixHoursAndHoldsUpNothing()
    {
        SeededRandom random;
        Plan plan = rested(outboxOf(2), {.heartbeatMs = 1'000'000'000, .configurationMs = 1'000'000'000});
        plan.happened(sending(1), Outcome::Refused, at(10), random);
        COMPARE_NEXT(plan, 10, "envelope 2");
        plan.happened(sending(2), Outcome::Done, at(10), random);
        COMPARE_NEXT(plan, 10, "wait until 21600010");
        COMPARE_NEXT(plan, 21'600'009, "wait until 21600010");
        COMPARE_NEXT(plan, 21'600'010, "envelope 1");
    }

    void aRefusedStandIsQuietForHalfAnHour()
    {
        SeededRandom random;
        Plan plan = rested(outboxOf(2));
        plan.happened(sending(1), Outcome::StandRefused, at(10), random);
        COMPARE_NEXT(plan, 10, "wait until 1800010");
        COMPARE_NEXT(plan, 1'800'010, "heartbeat");
    }

    void aBusyCentreIsGivenTheTimeItAsksForButNoMoreThanAnHour_data()
    {
        QTest::addColumn<qint64>("askedMs");
        QTest::addColumn<qint64>("leastMs");
        QTest::newRow("none") << qint64{-1} << qint64{60'000};
        QTest::newRow("nothing") << qint64{0} << qint64{1'000};
        QTest::newRow("two minutes") << qint64{120'000} << qint64{120'000};
        QTest::newRow("an hour") << qint64{3'600'000} << qint64{3'600'000};
        QTest::newRow("more than an hour") << qint64{3'600'001} << qint64{3'600'000};
        QTest::newRow("a hundred years") << qint64{3'155'760'000'000} << qint64{3'600'000};
    }
    void aBusyCentreIsGivenTheTimeItAsksForButNoMoreThanAnHour()
    {
        QFETCH(qint64, askedMs);
        QFETCH(qint64, leastMs);
        const auto asked = askedMs < 0 ? std::nullopt : std::optional<std::int64_t>(askedMs);
        SeededRandom random(3);
        std::set<std::int64_t> waits;
        for (int i = 0; i < 50; ++i) {
            Plan plan = rested(outboxOf(1));
            plan.happened(sending(1), Outcome::Busy, at(0), random, asked);
            waits.insert(core::count(std::get<Wait>(plan.next(at(0))).until));
        }
        QVERIFY(*waits.begin() >= leastMs);
        QVERIFY(*waits.rbegin() <= leastMs + leastMs / 4);
        QVERIFY(waits.size() > 10);
    }

    void whatLeftTheOutboxIsForgotten()
    {
        SeededRandom random;
        Plan plan = rested(outboxOf(2));
        plan.happened(sending(1), Outcome::Done, at(0), random);
        QVERIFY(plan.isReceipted(envelope(1)));
        plan.look({envelope(2)});
        QVERIFY(!plan.isReceipted(envelope(1)));
        plan.look(outboxOf(2));
        COMPARE_NEXT(plan, 0, "envelope 1");
    }

    void aFileThatIsGoneIsNotTriedAgainUntilItIsSeenAgain()
    {
        SeededRandom random;
        Plan plan = rested(outboxOf(1));
        plan.happened(sending(1), Outcome::Gone, at(0), random);
        COMPARE_NEXT(plan, 0, "wait until 300000");
        plan.look(outboxOf(1));
        COMPARE_NEXT(plan, 0, "envelope 1");
    }

    void whatWasReceiptedBeforeIsNotSent()
    {
        Plan plan = rested(outboxOf(2));
        plan.markReceipted(envelope(1));
        COMPARE_NEXT(plan, 0, "envelope 2");
    }

    /// Against a centre that answers anything, for a simulated week: never before its time, never twice after a receipt, the
    /// heartbeat never late by more than the longest wait, and in the end, when the centre behaves, everything is there.
    void nothingStarvesAndNothingIsSentTooSoonOrTwice()
    {
        const bool held = rc::check("week", [] {
            const auto seed = *rc::gen::arbitrary<std::uint64_t>();
            const auto count = *rc::gen::inRange<std::uint64_t>(0, 12);
            // Envelopes that make the server fail every time, for ever.
            const auto poison = *rc::gen::container<std::set<std::uint64_t>>(rc::gen::inRange<std::uint64_t>(1, 13));
            SeededRandom random(seed);
            Plan plan;
            plan.look(outboxOf(count));
            std::set<std::uint64_t> receipted;
            std::int64_t now = 0;
            constexpr std::int64_t troubleEnds = 3LL * 24 * 3'600'000;
            constexpr std::int64_t end = 7LL * 24 * 3'600'000;
            std::int64_t lastAttempt = -1;
            int stepsNow = 0;
            while (now < end) {
                const Next next = plan.next(at(now));
                if (const auto* wait = std::get_if<Wait>(&next)) {
                    RC_ASSERT(core::count(wait->until) > now);
                    RC_ASSERT(core::count(wait->until) - now <= 3'600'000 + 900'000);
                    now = core::count(wait->until);
                    continue;
                }
                // A moment is left after at most one step for each task.
                stepsNow = now == lastAttempt ? stepsNow + 1 : 0;
                RC_ASSERT(stepsNow <= static_cast<int>(count) + 2);
                lastAttempt = now;
                const Step step = std::get<Step>(next);
                const std::uint64_t number = step.envelope ? core::number(step.envelope->number) : 0;
                RC_ASSERT(!receipted.contains(number));
                Outcome outcome = Outcome::Done;
                if (poison.contains(number)) {
                    outcome = Outcome::Failed;
                } else if (now < troubleEnds) {
                    constexpr std::array outcomes{Outcome::Done, Outcome::Unreachable, Outcome::Failed,
                                                  Outcome::Busy, Outcome::Refused,     Outcome::StandRefused};
                    outcome = outcomes[random.below(outcomes.size())];
                }
                if (outcome == Outcome::Done && number > 0) {
                    receipted.insert(number);
                }
                plan.happened(step, outcome, at(now), random, 2'000'000);
            }
            for (std::uint64_t number = 1; number <= count; ++number) {
                RC_ASSERT(receipted.contains(number) != poison.contains(number));
            }
        });
        QVERIFY(held);
    }

    void whoIsInAHurryWaitsOnlyWhereTheCentreAsks()
    {
        SeededRandom random;
        Plan plan = rested(outboxOf(2));
        plan.happened(sending(1), Outcome::Refused, at(0), random);
        plan.happened(sending(2), Outcome::StandRefused, at(0), random);
        COMPARE_NEXT(plan, 10, "wait until 1800000");
        plan.hurry(at(20));
        COMPARE_NEXT(plan, 20, "heartbeat");
        plan.happened(heartbeat, Outcome::Done, at(20), random);
        plan.happened(configuration, Outcome::Done, at(20), random);
        COMPARE_NEXT(plan, 20, "envelope 1"); // the refused one too
        plan.happened(sending(1), Outcome::Busy, at(20), random, 60'000);
        plan.hurry(at(30));
        QVERIFY(core::count(std::get<Wait>(plan.next(at(30))).until) >= 60'020);
    }

    void withoutTroubleEverySequenceIsInOrder()
    {
        const bool held = rc::check("order", [] {
            SeededRandom random(*rc::gen::arbitrary<std::uint64_t>());
            const auto count = *rc::gen::inRange<std::uint64_t>(1, 40);
            Plan plan;
            std::vector<std::uint64_t> sent;
            std::int64_t now = 0;
            // Envelopes are sealed one after another; the network comes and goes.
            while (sent.size() < count) {
                plan.look(outboxOf(std::min<std::uint64_t>(count, sent.size() + 1 + random.below(5))));
                const Next next = plan.next(at(now));
                if (const auto* wait = std::get_if<Wait>(&next)) {
                    now = core::count(wait->until);
                    continue;
                }
                const Step step = std::get<Step>(next);
                const Outcome outcome = random.below(3) == 0 ? Outcome::Unreachable : Outcome::Done;
                if (outcome == Outcome::Done && step.envelope) {
                    sent.push_back(core::number(step.envelope->number));
                }
                plan.happened(step, outcome, at(now), random);
            }
            RC_ASSERT(std::is_sorted(sent.begin(), sent.end()));
        });
        QVERIFY(held);
    }
};

QTEST_APPLESS_MAIN(TestPlan)
#include "test_plan.moc"
