// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/policies.h"

#include "sync/outbox/replay.h"
#include "sync/outbox/running_day.h"
#include "sync/wire/policy_json.h"

#include "tests/support/quick_folder.h"
#include "tests/sync/outbox/world.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace smiley;
using namespace smiley::test;

namespace {

/// Document of a rule that no standard policy has: every tap after the first is a repeat.
std::string ownPolicy(const char* name = "one-a-day", core::Runs runs = core::Runs::Exclude)
{
    core::VisitRule rule;
    rule.newVisitOdds = 900'000;
    rule.runs = runs;
    return wire::policyJson({name, rule});
}

const wire::TallyRecord* tallyOf(const wire::Envelope& envelope, const char* policy)
{
    const auto found = std::ranges::find(envelope.tallies, policy, &wire::TallyRecord::policy);
    return found == envelope.tallies.end() ? nullptr : &*found;
}

std::uint32_t answers(const wire::TallyRecord& tally)
{
    std::uint32_t sum = 0;
    for (const std::uint32_t count : tally.faces) {
        sum += count;
    }
    return sum;
}

core::Runs runsOf(const outbox::KnownPolicy& policy) { return std::get<core::VisitRule>(policy.policy.rule).runs; }

} // namespace

class TestPolicies final : public QObject {
    Q_OBJECT

private:
    QuickFolders m_folders;
    /// Names of the policy and the shadow policy of a day, from the first.
    static std::string namesOn(World& world, int day)
    {
        const auto policies = outbox::policiesOn(world.store(), {dayOf(firstDay).date + std::chrono::days{day}});
        return policies->counted.policy.name + "/" + (policies->shadow ? policies->shadow->policy.name : "-");
    }

private slots:
    void untilTheCentreSpeaksTheHeadlineCountsAndRunsAreMarked()
    {
        World world(m_folders.next());
        world.enrol();
        QCOMPARE(namesOn(world, 0), std::string("headline/-"));
        QVERIFY(runsOf(outbox::policiesOn(world.store(), dayOf(firstDay))->counted) == core::Runs::Flag);
        world.closeDayWith(0, 6);
        const wire::Envelope envelope = world.content(world.envelopes().front());
        QCOMPARE(tallyOf(envelope, "headline")->hash->text(), outbox::headlinePolicy(false).hash.text());
        QVERIFY(tallyOf(envelope, "shadow") == nullptr);
        // Each policy travels whole, once.
        QCOMPARE(envelope.policies.size(), core::Policy::standardNames().size());
        for (const wire::PolicyRecord& policy : envelope.policies) {
            QVERIFY(std::holds_alternative<core::Policy>(wire::parsePolicy(policy.json)));
        }
        world.closeDayWith(1, 6);
        QVERIFY(world.content(world.envelopes().back()).policies.empty());
    }

    void aPolicyCountsFromTheDayAfterItWasTaken()
    {
        World world(m_folders.next());
        world.enrol();
        world.goTo(0, 7); // before anybody tapped
        world.putInbox("configuration.json", world.configurationWith(3, ownPolicy(), "strict"));
        const outbox::Changes changes = world.tick();
        QVERIFY2(changes.troubles.empty(), joined(changes.troubles).c_str());
        QVERIFY(changes.inForce); // the rest of it counts at once
        world.start();
        QCOMPARE(namesOn(world, 0), std::string("headline/-"));
        QCOMPARE(namesOn(world, 1), std::string("one-a-day/strict"));
        world.closeDayWith(0, 6);
        world.closeDayWith(1, 6);
        QCOMPARE(world.envelopes().size(), 1U); // one visit waits for others
        world.closeDayWith(7, 6);
        const wire::Envelope first = world.content(world.envelopes().at(0));
        const wire::Envelope second = world.content(world.envelopes().at(1));
        QCOMPARE(answers(*tallyOf(first, "headline")), 6U);
        QVERIFY(tallyOf(first, "shadow") == nullptr);
        QCOMPARE(tallyOf(second, "headline")->hash->text(), wire::sha256(ownPolicy()).text());
        QVERIFY(answers(*tallyOf(second, "headline")) < answers(*tallyOf(second, "shadow")));
        QCOMPARE(tallyOf(second, "shadow")->hash->text(), wire::policyHash(*core::Policy::named("strict")).text());
        QVERIFY(std::ranges::any_of(second.policies, [&](const auto& policy) { return policy.json == ownPolicy(); }));
        const auto held = outbox::replayHeldDays(world.store());
        QVERIFY(!held->empty());
        for (const outbox::Replayed& day : *held) {
            QVERIFY(day.outcome == outbox::Replayed::Outcome::Same);
        }
    }

    void daysThatWereOverBeforeItCameKeepTheirPolicy()
    {
        World world(m_folders.next());
        world.enrol();
        world.goTo(0, 10);
        world.visits(6);
        world.goTo(3, 7); // the stand was off; the configuration is taken before the days are closed
        world.putInbox("configuration.json", world.configurationWith(3, ownPolicy(), ""));
        QCOMPARE(world.tick().closed.size(), 3U);
        QCOMPARE(answers(*tallyOf(world.content(world.envelopes().front()), "headline")), 6U);
        QCOMPARE(namesOn(world, 3), std::string("headline/-"));
        QCOMPARE(namesOn(world, 4), std::string("one-a-day/-"));
    }

    void theRunningEngineFollowsTheDaysPolicy()
    {
        World world(m_folders.next());
        world.enrol();
        world.putInbox("configuration.json", world.configurationWith(3, ownPolicy(), ""));
        world.tick();
        QVERIFY(outbox::runningDay(world.store(), world.now())->rule.newVisitOdds < 900'000);
        world.goTo(1, 9);
        QCOMPARE(outbox::runningDay(world.store(), world.now())->rule.newVisitOdds, 900'000.0);
        world.putInbox("configuration.json", world.configurationWith(4, "window:5", ""));
        world.tick();
        world.goTo(2, 9);
        // A fixed window is none of visits: the screen goes by the headline.
        QVERIFY(outbox::runningDay(world.store(), world.now())->rule == core::VisitRule{});
    }

    void aLaterWordOfTheSameDayCounts()
    {
        World world(m_folders.next());
        world.enrol();
        world.putInbox("configuration.json", world.configurationWith(3, ownPolicy(), ""));
        world.tick();
        world.putInbox("configuration.json", world.configurationWith(4, "headline", "loose"));
        world.tick();
        QCOMPARE(namesOn(world, 1), std::string("headline/loose"));
        world.goTo(5, 10);
        world.tick();
        world.putInbox("configuration.json", world.configurationWith(5, ownPolicy(), ""));
        world.tick();
        QCOMPARE(namesOn(world, 5), std::string("headline/loose"));
        QCOMPARE(namesOn(world, 6), std::string("one-a-day/-"));
        // What no open day needs is dropped.
        const std::string schedule = **world.store().setting("policies");
        QCOMPARE(std::ranges::count(schedule, '\n'), 2);
    }

    void whereNobodyHasCountedOnSiteRunsAreOnlyMarked()
    {
        const auto read = [](const std::string& policy, bool countedOnSite) {
            wire::Configuration configuration{*core::StandId::parse("fjordby-1"), 1, "", ""};
            configuration.policy = policy;
            configuration.countedOnSite = countedOnSite;
            return outbox::policiesOf(configuration)->counted;
        };
        for (const std::string& policy : {std::string(), std::string("headline"), ownPolicy()}) {
            QVERIFY(runsOf(read(policy, true)) == core::Runs::Exclude);
            QVERIFY(runsOf(read(policy, false)) == core::Runs::Flag);
        }
        QVERIFY(runsOf(read(ownPolicy("own", core::Runs::Ignore), false)) == core::Runs::Ignore);
        QVERIFY(read("", true).hash == wire::policyHash(*core::Policy::named("headline")));
        QVERIFY(read("", false).hash != read("", true).hash);
        QVERIFY(read(ownPolicy(), true).json == ownPolicy());
    }

    void withoutAClockWaitingDaysKeepTheirPolicy()
    {
        World world(m_folders.next());
        world.enrol();
        world.closeDayWith(0, 6);
        world.quality = core::ClockQuality::None;
        world.goTo(900, 10); // whatever the clock shows
        world.putInbox("configuration.json", world.configurationWith(3, ownPolicy(), ""));
        world.tick();
        QCOMPARE(namesOn(world, 1), std::string("headline/-"));
        QCOMPARE(namesOn(world, 2), std::string("one-a-day/-"));
    }

    void aClockThatIsOnlySetIsBelievedAsInClosing_data()
    {
        QTest::addColumn<int>("day");
        QTest::addColumn<int>("from");
        QTest::newRow("400 days on") << 400 << 401;
        QTest::newRow("more") << 401 << 2;
    }
    void aClockThatIsOnlySetIsBelievedAsInClosing()
    {
        QFETCH(int, day);
        QFETCH(int, from);
        World world(m_folders.next());
        world.enrol();
        world.closeDayWith(0, 6);
        world.quality = core::ClockQuality::Set;
        world.goTo(day, 10);
        world.putInbox("configuration.json", world.configurationWith(3, ownPolicy(), ""));
        world.tick();
        QCOMPARE(namesOn(world, from - 1), std::string("headline/-"));
        QCOMPARE(namesOn(world, from), std::string("one-a-day/-"));
    }

    void onceTheClockIsAnchoredNoChangeWaitsLongerThanTomorrow()
    {
        World world(m_folders.next());
        world.enrol();
        world.quality = core::ClockQuality::Set;
        world.goTo(100, 10);
        world.putInbox("configuration.json", world.configurationWith(3, ownPolicy(), ""));
        world.tick();
        QCOMPARE(namesOn(world, 100), std::string("headline/-"));
        QCOMPARE(namesOn(world, 101), std::string("one-a-day/-"));
        world.goTo(0, 10);
        world.tick();
        QCOMPARE(namesOn(world, 1), std::string("headline/-")); // it is only set still
        world.quality = core::ClockQuality::Anchored;
        world.tick();
        world.tick();
        QCOMPARE(namesOn(world, 0), std::string("headline/-"));
        QCOMPARE(namesOn(world, 1), std::string("one-a-day/-"));
        world.goTo(1, 10);
        world.tick();
        QCOMPARE(namesOn(world, 1), std::string("one-a-day/-"));
    }

    void aStandardPolicyIsWhatTheRunningProgramMeansByIt()
    {
        World world(m_folders.next());
        world.enrol();
        world.putInbox("configuration.json", world.configurationWith(3, "", "strict"));
        world.tick();
        world.goTo(1, 9);
        world.putInbox("configuration.json", world.configurationWith(4, "loose", "", false));
        world.tick();
        // The names wait, not what they meant when they were sent.
        QCOMPARE(**world.store().setting("policies"), "2026-11-03 headline strict site\n2026-11-04 loose - flag\n");
        QCOMPARE(outbox::policiesOn(world.store(), dayOf("2026-11-03"))->counted.hash.text(),
                 wire::policyHash(*core::Policy::named("headline")).text());
        QVERIFY(world.store().setSetting("policies", "2026-11-03 headline - flag\n"));
        QVERIFY(runsOf(outbox::policiesOn(world.store(), dayOf("2026-11-03"))->counted) == core::Runs::Flag);
    }

    void aDocumentThatThisProgramCantReadIsTheHeadline_data()
    {
        QTest::addColumn<bool>("countedOnSite");
        QTest::newRow("counted on site") << true;
        QTest::newRow("never counted") << false;
    }
    void aDocumentThatThisProgramCantReadIsTheHeadline()
    {
        QFETCH(bool, countedOnSite);
        World world(m_folders.next());
        world.enrol();
        const std::string lost = hashOf('d').text(); // a document of another program
        QVERIFY(world.store().addPolicy(hashOf('d'), R"({"format":1,"name":"old","rule":"visits","parameters":{}})"));
        QVERIFY(world.store().setSetting("policies",
                                         "2026-11-01 " + lost + " " + lost + (countedOnSite ? " site\n" : " flag\n")));
        const auto policies = outbox::policiesOn(world.store(), dayOf(firstDay));
        QCOMPARE(policies->counted.hash.text(), outbox::headlinePolicy(countedOnSite).hash.text());
        QVERIFY(!policies->shadow);
        const outbox::Changes changes = world.closeDayWith(0, 6);
        QCOMPARE(changes.closed.size(), 1U);
        QCOMPARE(changes.troubles.size(), 2U);
        QVERIFY(joined(changes.troubles).find("the headline counts") != std::string::npos);
    }

    void aPolicyThatAnUpdateCantReadTakesNothingElseAway()
    {
        World world(m_folders.next());
        world.enrol();
        world.putInbox("configuration.json", world.configuration(3));
        world.tick();
        QCOMPARE(world.keeper().inForce().version, 3U);
        // What an older program took, with a policy of its own time.
        const std::string old =
            wire::writeConfiguration({world.stand, 4, questionnaireNamed("exit-poll"), R"({"place":"Jobcenter Syd"})",
                                      R"({"format":1,"name":"old","rule":"visits","parameters":{}})", "", true},
                                     world.centre);
        QVERIFY(world.store().setSetting("configuration", old));
        QVERIFY(world.store().setSetting("configuration-in-force", old));
        world.start();
        QCOMPARE(world.keeper().inForce().version, 4U);
        QCOMPARE(world.keeper().inForce().questionnaire.hash.text(), hashOfQuestionnaire("exit-poll").text());
        QCOMPARE(world.keeper().inForce().settings.place, std::string("Jobcenter Syd"));
        const outbox::Changes changes = world.tick();
        QCOMPARE(changes.troubles.size(), 1U);
        QVERIFY(changes.troubles.front().find("policy") != std::string::npos);
        QCOMPARE(world.status().configurationVersion, 4U);
        // From the inbox it is refused.
        world.putInbox("configuration.json", world.configurationWith(5, R"({"format":1})", ""));
        QVERIFY(!world.tick().troubles.empty());
        QVERIFY(world.isRefused("configuration.json"));
        QCOMPARE(world.keeper().inForce().version, 4U);
    }
};

QTEST_APPLESS_MAIN(TestPolicies)
#include "test_policies.moc"
