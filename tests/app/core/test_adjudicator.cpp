// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/adjudicator.h"

#include <QStringList>
#include <QTest>

#include <chrono>
#include <string>
#include <vector>

using namespace smiley::core;

namespace {

/// Taps from "at/presence:face[,flag…]" in milliseconds; flags: invite, poll, correcting, next, withdrawn, staff,
/// cleaning, test, closed, bN (boot), dN (door count), tX (ticket). Taps are numbered from 1.
std::vector<TapView> taps(const QString& text)
{
    std::vector<TapView> made;
    for (const QString& word : text.split(' ', Qt::SkipEmptyParts)) {
        const QStringList parts = word.split(',');
        const QString main = parts.front();
        TapView tap;
        tap.tap = made.size() + 1;
        tap.boot = 1;
        tap.at = MonotonicMs{main.section('/', 0, 0).toLongLong()};
        tap.presence = static_cast<Presence>(main.section('/', 1).section(':', 0, 0).toInt());
        tap.face = *faceOf(main.section(':', 1).toInt());
        for (const QString& flag : parts.mid(1)) {
            if (flag == "invite") {
                tap.screen = ScreenContext::Invitation;
            } else if (flag == "poll") {
                tap.screen = ScreenContext::Poll;
            } else if (flag == "correcting") {
                tap.screen = ScreenContext::Correcting;
            } else if (flag == "next") {
                tap.screen = ScreenContext::Claimed;
            } else if (flag == "withdrawn") {
                tap.withdrawn = true;
            } else if (flag == "staff") {
                tap.mode = Mode::Staff;
            } else if (flag == "cleaning") {
                tap.mode = Mode::Cleaning;
            } else if (flag == "test") {
                tap.mode = Mode::Test;
            } else if (flag == "closed") {
                tap.mode = Mode::Closed;
            } else if (flag.startsWith('b')) {
                tap.boot = flag.mid(1).toUInt();
            } else if (flag.startsWith('d')) {
                tap.doors = flag.mid(1).toUInt();
            } else if (flag.startsWith('t')) {
                tap.ticket = ticketKey(flag.mid(1).toStdString());
            } else {
                qFatal("unknown flag in '%s'", qPrintable(word));
            }
        }
        made.push_back(tap);
    }
    return made;
}

QString told(const std::vector<Verdict>& verdicts)
{
    QStringList words;
    for (const Verdict& verdict : verdicts) {
        const std::string_view reason = code(verdict.reason);
        words += QString("%1:%2").arg(verdict.visit).arg(QString::fromUtf8(reason.data(), qsizetype(reason.size())));
    }
    return words.join(' ');
}

QString judged(const char* policy, const QString& text) { return told(adjudicateDay(*Policy::named(policy), taps(text)).verdicts); }

const char* live(LiveVerdict verdict)
{
    switch (verdict) {
    case LiveVerdict::NewVisit: return "new";
    case LiveVerdict::Changed: return "changed";
    case LiveVerdict::Repeated: return "repeated";
    }
    return "";
}

} // namespace

class TestAdjudicator : public QObject {
    Q_OBJECT

private slots:
    void eachLayerDecidesAsPublished_data();
    void eachLayerDecidesAsPublished();
    void thePoliciesDifferAsInTheTable_data();
    void thePoliciesDifferAsInTheTable();
    void aTapAtTheLimitIsANewVisit_data();
    void aTapAtTheLimitIsANewVisit();
    void outcomesFollowReasons();
    void countedFacesAreThoseOfCountedTaps();
    void theScreenIsToldWhatAPersonDid_data();
    void theScreenIsToldWhatAPersonDid();
    void theScreenIsToldNothingOfAnEarlierVisit();
    void onlyStandardPoliciesHaveNames();
    void everyReasonAndOutcomeHasACodeOfItsOwn();
    void aHundredThousandTapsTakeLessThanASecond();
    void noTapsMakeNoVerdicts();
};

void TestAdjudicator::eachLayerDecidesAsPublished_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* given, const char* expected) {
        QTest::newRow(name) << given << expected;
    };
    // L1
    row("one tap", "0/1:4", "1:OK");
    row("a double tap", "0/1:4 900/0:4", "1:SAME_VISIT 1:OK_LAST");
    row("too soon even with a break", "0/1:4 1499/1:2", "1:REPLACED 1:OK_LAST");
    row("too soon without a sensor", "0/-1:4 1499/-1:2", "1:REPLACED 1:OK_LAST");
    row("ten angry taps", "0/1:1 500/0:1 1000/0:1 1500/0:1 2000/0:1 2500/0:1 3000/0:1 3500/0:1 4000/0:1 4500/0:1",
        "1:SAME_VISIT 1:SAME_VISIT 1:SAME_VISIT 1:SAME_VISIT 1:SAME_VISIT 1:SAME_VISIT 1:SAME_VISIT 1:SAME_VISIT "
        "1:SAME_VISIT 1:OK_LAST");
    row("a mis-tap corrected", "0/1:2 2500/0:4", "1:REPLACED 1:OK_LAST");
    row("two corrections", "0/1:2 2000/0:2 4000/0:5 6000/0:4", "1:SAME_VISIT 1:REPLACED 1:REPLACED 1:OK_LAST");
    // L2
    row("two visitors with a break", "0/1:4 8000/1:4", "1:OK 2:OK");
    row("a flicker of the sensor", "0/1:4 1700/1:2", "1:REPLACED 1:OK_LAST");
    row("somebody reads the thanks and taps again", "0/1:4 20000/0:4", "1:SAME_VISIT 1:OK_LAST");
    row("a new person at a busy stand", "0/1:4 31000/0:4", "1:OK 2:OK");
    row("no sensor", "0/-1:4 4000/-1:4", "1:OK 2:OK");
    row("no sensor, a correction", "0/-1:4 3000/-1:2", "1:REPLACED 1:OK_LAST");
    row("a queue with a missed handover", "0/1:4 6000/1:3 11000/0:5", "1:OK 2:OK 3:OK");
    row("a queue, a missed handover, the same choice", "0/1:4 6000/1:3 11000/0:3", "1:OK 2:SAME_VISIT 2:OK_LAST");
    row("a queue, but a correction", "0/1:4 6000/1:3 9000/0:5", "1:OK 2:REPLACED 2:OK_LAST");
    row("no queue: the handover was slow", "0/1:4 12000/1:3 17000/0:5", "1:OK 2:REPLACED 2:OK_LAST");
    row("a queue goes on over missed handovers", "0/1:4 6000/1:3 11000/0:5 17000/0:2", "1:OK 2:OK 3:OK 4:OK");
    row("a queue goes on over a repetition", "0/1:4 6000/1:3 7000/0:3 12000/0:5", "1:OK 2:SAME_VISIT 2:OK_LAST 4:OK");
    row("a queue ends with a pause", "0/1:4 6000/1:3 19000/0:5 24000/0:2", "1:OK 2:REPLACED 2:REPLACED 2:OK_LAST");
    // L0
    row("a fresh ticket at once", "0/1:4,tA 500/0:2,tB", "1:TICKET 2:TICKET");
    row("the same ticket much later", "0/1:4,tA 60000/1:2,tA", "1:REPLACED 1:TICKET");
    row("no ticket soon after one", "0/1:4,tA 3400/0:2", "1:REPLACED 1:TICKET");
    row("no ticket some time after one", "0/1:4,tA 3500/0:4", "1:TICKET 2:OK");
    row("a ticket used before", "0/1:4,tA 9000/1:3,tB 18000/1:1,tA", "1:TICKET 2:TICKET 1:DUP_TICKET");
    row("a ticket used before and again", "0/1:4,tA 9000/1:3,tB 18000/1:1,tA 20000/0:5,tA 40000/1:2",
        "1:TICKET 2:TICKET 1:DUP_TICKET 1:DUP_TICKET 5:OK");
    row("a ticket in two boots", "0/1:4,tA 900/1:2,tA,b2", "1:REPLACED 1:TICKET");
    // claims
    row("a claim with a break is any visit", "0/1:4 8000/1:4,next", "1:OK 2:OK");
    row("a claim with a passage is any visit", "0/1:4,d7 6000/0:4,next,d8", "1:OK 2:OK");
    row("a door counter that began again proves nothing", "0/1:4,d7 6000/0:4,next,d0 9000/0:4,next,d0",
        "1:OK 2:CLAIMED_NEW 2:CLAIMED_NEW");
    row("a claim without either", "0/1:4 6000/0:4,next", "1:OK 2:CLAIMED_NEW");
    row("a claim too soon", "0/1:4 1400/0:2,next", "1:REPLACED 1:OK_LAST");
    row("ten claims of one presence", "0/1:4 6000/0:1,next 12000/0:1,next 18000/0:1,next 29000/0:1,next",
        "1:OK 2:CLAIMED_NEW 2:CLAIMED_NEW 2:CLAIMED_NEW 2:CLAIMED_NEW");
    row("claims in two presences within 20 s", "0/1:4 5000/0:4,next 10000/1:2 15000/0:2,next",
        "1:OK 2:CLAIMED_NEW 3:OK 3:CLAIMED_NEW");
    row("claims in two presences", "0/1:4 5000/0:4,next 20000/1:2 25000/0:2,next",
        "1:OK 2:CLAIMED_NEW 3:OK 4:CLAIMED_NEW");
    row("claims without a sensor", "0/-1:4 2000/-1:3,next 4000/-1:3,next", "1:OK 2:CLAIMED_NEW 2:CLAIMED_NEW");
    row("a claim that isn't believed changes no answer", "0/1:4 3000/0:3,next 6000/0:1,next 9000/0:2 40000/0:5",
        "1:OK 2:CLAIMED_NEW 2:CLAIMED_NEW 2:CLAIMED_NEW 5:OK");
    row("a believed claim is corrected", "0/1:4 6000/0:3,next 8000/0:2", "1:OK 2:REPLACED 2:CLAIMED_NEW");
    // polls and withdrawals
    row("a poll taken up by another person", "0/1:4 9000/1:2,poll", "1:OK 2:POLL_OTHER");
    row("back from the poll after a minute", "0/1:4 60000/0:2,poll", "1:REPLACED 1:OK_LAST");
    row("back from the poll without a sensor", "0/-1:4 60000/-1:2,poll", "1:REPLACED 1:OK_LAST");
    row("the invitation changes nothing", "0/1:4 5000/0:2,invite 12000/1:2,correcting", "1:REPLACED 1:OK_LAST 3:OK");
    row("a withdrawal", "0/1:4,withdrawn 60000/1:2", "1:WITHDRAWN 2:OK");
    row("a withdrawal takes the whole visit", "0/1:4 3000/0:2 6000/0:2,withdrawn",
        "1:WITHDRAWN 1:WITHDRAWN 1:WITHDRAWN");
    row("an answer after a withdrawal counts", "0/1:4,withdrawn 2000/0:2 3000/0:3", "1:WITHDRAWN 2:REPLACED 2:OK_LAST");
    row("a claimer's withdrawal is his own", "0/1:4 3000/0:3,next 6000/0:1,next,withdrawn 9000/0:5",
        "1:OK 2:CLAIMED_NEW 2:WITHDRAWN 4:OK");
    row("a ticket after its withdrawal", "0/1:4,tA,withdrawn 5000/0:2,tA 8000/0:3,tA",
        "1:WITHDRAWN 2:REPLACED 2:TICKET");
    // L5
    row("staff", "0/1:4,staff 60000/1:4", "1:MAINTENANCE 2:OK");
    row("cleaning", "0/1:4,cleaning 500/0:3,cleaning", "1:MAINTENANCE 1:MAINTENANCE");
    row("test taps", "0/1:4,test", "1:TEST");
    row("outside opening hours", "0/1:4,closed", "1:CLOSED_HOURS");
    row("the first visitor after the cleaning", "0/1:4,cleaning 800/0:2", "1:MAINTENANCE 2:OK");
    row("a test doesn't take the visit before it", "0/1:4 800/0:2,test 1600/0:5", "1:OK 2:TEST 3:OK");
    row("a test with a visitor's ticket", "0/1:4,tA 800/0:2,tA,test", "1:TICKET 2:TEST");
    // boots
    row("a new start opens a visit", "5000/0:4 100/0:4,b2", "1:OK 2:OK");
    row("a new start a moment later", "5000/0:4 5100/0:4,b2", "1:OK 2:OK");
    row("time steps back", "5000/0:4 4000/0:4", "1:OK 2:OK");
}

void TestAdjudicator::eachLayerDecidesAsPublished()
{
    QFETCH(QString, given);
    QFETCH(QString, expected);
    QCOMPARE(judged("headline", given), expected);
}

void TestAdjudicator::thePoliciesDifferAsInTheTable_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("expected");
    const QString day = "0/1:4 4000/0:4 9000/1:2 13000/1:2,withdrawn 20000/0:5,next";
    QTest::newRow("raw") << "raw" << day << "1:OK 2:OK 3:OK 4:OK 5:OK";
    QTest::newRow("window:5") << "window:5" << day << "1:OK 1:SAME_VISIT 3:OK 3:SAME_VISIT 5:OK";
    QTest::newRow("window:10") << "window:10" << day << "1:OK 1:SAME_VISIT 1:SAME_VISIT 4:OK 4:SAME_VISIT";
    QTest::newRow("strict") << "strict" << day << "1:SAME_VISIT 1:OK_LAST 3:OK 4:WITHDRAWN 5:OK";
    QTest::newRow("headline") << "headline" << day << "1:SAME_VISIT 1:OK_LAST 3:OK 4:WITHDRAWN 5:OK";
    QTest::newRow("strict never believes a claim") << "strict"
                                                   << "0/1:4 25000/0:5,next"
                                                   << "1:OK 1:CLAIMED_NEW";
    QTest::newRow("loose always does") << "loose"
                                       << "0/1:4 2000/0:5,next 4000/0:5,next"
                                       << "1:OK 2:CLAIMED_NEW 3:CLAIMED_NEW";
    QTest::newRow("a window doesn't cross a start") << "window:60"
                                                    << "9000/1:4 9500/0:4,b2"
                                                    << "1:OK 2:OK";
    QTest::newRow("a window measures from the counted tap") << "window:5"
                                                            << "0/1:4 3000/0:3 4900/0:3 5000/0:3 8000/0:1"
                                                            << "1:OK 1:SAME_VISIT 1:SAME_VISIT 4:OK 4:SAME_VISIT";
    QTest::newRow("a window counts test taps too") << "window:5"
                                                   << "0/1:4,test"
                                                   << "1:OK";
}

void TestAdjudicator::thePoliciesDifferAsInTheTable()
{
    QFETCH(QString, policy);
    QFETCH(QString, given);
    QFETCH(QString, expected);
    QCOMPARE(judged(qPrintable(policy), given), expected);
}

void TestAdjudicator::aTapAtTheLimitIsANewVisit_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("before"); // a queue where the limit is that of a queue
    QTest::addColumn<int>("presence");
    QTest::addColumn<int>("ms");
    const auto rows = [](const char* policy, int broken, int continuous, int queue, int noSensor) {
        const QString name = policy;
        QTest::newRow(qPrintable(name + ", broken")) << name << "0/1:3" << 1 << broken;
        QTest::newRow(qPrintable(name + ", continuous")) << name << "0/1:3" << 0 << continuous;
        QTest::newRow(qPrintable(name + ", no sensor")) << name << "0/-1:3" << -1 << noSensor;
        if (queue < continuous && queue < 12000) {
            QTest::newRow(qPrintable(name + ", queue")) << name << "0/1:4 6000/1:3" << 0 << queue;
        }
    };
    rows("strict", 4000, 90000, 90000, 10000);
    rows("headline", 1800, 30000, 3500, 3500);
    rows("loose", 1500, 8000, 2500, 2000); // 1.0 s with a break, but never under L1's 1.5 s
}

void TestAdjudicator::aTapAtTheLimitIsANewVisit()
{
    QFETCH(QString, policy);
    QFETCH(QString, before);
    QFETCH(int, presence);
    QFETCH(int, ms);
    const auto opens = [&](int gap) {
        auto given = taps(before);
        TapView next = given.back();
        ++next.tap;
        next.at = MonotonicMs{count(next.at) + gap};
        next.presence = static_cast<Presence>(presence);
        next.face = Face::VeryGood;
        given.push_back(next);
        return adjudicateDay(*Policy::named(policy.toStdString()), given).verdicts.back().visit == next.tap;
    };
    QVERIFY(!opens(ms - 1));
    QVERIFY(opens(ms));
}

void TestAdjudicator::outcomesFollowReasons()
{
    const auto verdicts =
        adjudicateDay(*Policy::named("headline"), taps("0/1:4 2000/0:2 60000/1:1,withdrawn 90000/1:3,test 120000/1:3")).verdicts;
    const std::vector<Outcome> expected{Outcome::Merged, Outcome::Count, Outcome::Excluded, Outcome::Excluded,
                                        Outcome::Count};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QVERIFY(verdicts[i].outcome == expected[i]);
        QCOMPARE(verdicts[i].tap, std::uint64_t{i + 1});
    }
}

void TestAdjudicator::countedFacesAreThoseOfCountedTaps()
{
    const auto given = taps("0/1:1 2000/0:5 60000/1:5 90000/1:3,withdrawn 120000/1:2");
    const auto counted = [&](const char* policy) {
        return countedFaces(given, adjudicateDay(*Policy::named(policy), given).verdicts);
    };
    QVERIFY((counted("headline") == FaceCounts{0, 1, 0, 0, 2}));
    QVERIFY((counted("raw") == FaceCounts{1, 1, 1, 0, 2}));
    QVERIFY((counted("window:5") == FaceCounts{1, 1, 1, 0, 1}));
}

void TestAdjudicator::theScreenIsToldWhatAPersonDid_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("expected");
    QTest::newRow("new, changed, repeated") << "0/1:4 2500/0:2 4000/0:2 60000/1:2"
                                            << "new changed repeated new";
    QTest::newRow("a claim believed") << "0/1:4 4000/0:2,next"
                                      << "new new";
    QTest::newRow("a claim not believed") << "0/1:4 4000/0:2,next 8000/0:3,next 9000/0:1"
                                          << "new new repeated repeated";
    QTest::newRow("after a withdrawal") << "0/1:4,withdrawn 2500/0:2"
                                        << "new new";
    QTest::newRow("a ticket used before") << "0/1:4,tA 9000/1:3,tB 18000/1:1,tA"
                                          << "new new repeated";
}

void TestAdjudicator::theScreenIsToldWhatAPersonDid()
{
    QFETCH(QString, given);
    QFETCH(QString, expected);
    Adjudicator engine(*Policy::named("headline"));
    QCOMPARE(engine.visit(), std::uint64_t{0});
    QStringList words;
    for (const TapView& tap : taps(given)) {
        words += live(engine.tap(tap));
        if (tap.withdrawn) {
            engine.withdraw();
        }
    }
    QCOMPARE(words.join(' '), expected);
}

void TestAdjudicator::theScreenIsToldNothingOfAnEarlierVisit()
{
    // A withdrawal with no tap before it has nothing to take.
    Adjudicator engine(*Policy::named("headline"));
    engine.withdraw();
    const auto given = taps("0/1:4 900/0:4");
    QVERIFY(engine.tap(given[0]) == LiveVerdict::NewVisit);
    QVERIFY(engine.tap(given[1]) == LiveVerdict::Repeated);
    QCOMPARE(engine.visit(), std::uint64_t{1});
    // Under a window the first tap's face stays, so nothing is ever changed.
    Adjudicator window(*Policy::named("window:5"));
    const auto other = taps("0/1:4 900/0:2");
    QVERIFY(window.tap(other[0]) == LiveVerdict::NewVisit);
    QVERIFY(window.tap(other[1]) == LiveVerdict::Repeated);
}

void TestAdjudicator::onlyStandardPoliciesHaveNames()
{
    QCOMPARE(Policy::standardNames().size(), std::size_t{10});
    for (const std::string_view name : Policy::standardNames()) {
        const auto policy = Policy::named(name);
        QVERIFY(policy.has_value());
        QCOMPARE(policy->name, std::string(name));
    }
    QVERIFY(Policy::named("window:1").has_value());
    QVERIFY(Policy::named("window:3600").has_value());
    for (const char* name : {"", "Headline", "window", "window:", "window:0", "window:05", "window:3601", "window:-5",
                             "window:5 ", "window:99999999999", "window:5s", "lag-1"}) {
        QVERIFY2(!Policy::named(name).has_value(), name);
    }
    QVERIFY(*Policy::named("headline") == (Policy{"headline", VisitRule{}}));
}

void TestAdjudicator::everyReasonAndOutcomeHasACodeOfItsOwn()
{
    QStringList codes;
    for (int reason = 0; reason <= int(Reason::Test); ++reason) {
        const std::string_view text = code(static_cast<Reason>(reason));
        codes += QString::fromUtf8(text.data(), qsizetype(text.size()));
    }
    QCOMPARE(codes.join(' '),
             QString("OK OK_LAST TICKET SAME_VISIT REPLACED CLAIMED_NEW WITHDRAWN POLL_OTHER DUP_TICKET "
                     "CLOSED_HOURS MAINTENANCE TEST"));
    QCOMPARE(std::string(code(Outcome::Count)), std::string("count"));
    QCOMPARE(std::string(code(Outcome::Merged)), std::string("merged"));
    QCOMPARE(std::string(code(Outcome::Excluded)), std::string("excluded"));
}

void TestAdjudicator::aHundredThousandTapsTakeLessThanASecond()
{
    std::vector<TapView> many;
    for (std::uint64_t i = 0; i < 100000; ++i) {
        TapView tap;
        tap.tap = i + 1;
        tap.at = MonotonicMs{static_cast<std::int64_t>(i) * 2700};
        tap.face = *faceOf(static_cast<int>(i * 7 % 5) + 1);
        tap.presence = static_cast<Presence>(static_cast<int>(i * 11 % 3) - 1);
        many.push_back(tap);
    }
    const auto begin = std::chrono::steady_clock::now();
    const auto verdicts = adjudicateDay(*Policy::named("headline"), many).verdicts;
    const auto took = std::chrono::steady_clock::now() - begin;
    QCOMPARE(verdicts.size(), many.size());
    QVERIFY(took < std::chrono::seconds(1)); // METHOD 5: 10 microseconds a tap
}

void TestAdjudicator::noTapsMakeNoVerdicts()
{
    for (const std::string_view name : Policy::standardNames()) {
        QVERIFY(adjudicateDay(*Policy::named(name), {}).verdicts.empty());
    }
}

QTEST_APPLESS_MAIN(TestAdjudicator)
#include "test_adjudicator.moc"
