// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/outbox/local_changes.h"

#include "sync/outbox/audit.h"
#include "sync/outbox/settings_keys.h"
#include "sync/wire/settings_json.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <thread>

using namespace smiley;
using namespace smiley::test;
using outbox::PublishFault;
using outbox::Start;

class TestLocal final : public QObject {
    Q_OBJECT

private:
    QuickFolders m_folders;

private slots:
    void aQuestionOfStaffsCountsFromTheNextDayAndTravelsWithItsVisits()
    {
        World world(m_folders.next());
        world.enrol();
        world.goTo(0, 9);
        world.visits(5);
        const core::Questionnaire base = world.keeper().inForce().questionnaire;
        core::Questionnaire mine = base;
        add(mine, "lokal-1");
        const auto version = publish(world, documentOf(mine, base));
        QVERIFY2(version.has_value(), version ? "" : version.error().message.c_str());
        QCOMPARE(version->version, 1U);
        QCOMPARE(version->from->text(), std::string("2026-11-03"));
        const core::Hash hash = wire::withHash(mine).hash;
        QCOMPARE(lastAudit(world),
                 (std::vector<std::string>{"kim", "questionnaire-published", hash.text() + " 2026-11-03"}));
        world.tick();
        QVERIFY(!asks(world, "lokal-1"));
        QCOMPARE(world.status().localVersion, 1U); // already: in force or waiting would tell of an answer
        QVERIFY(world.status().questionnaire == hash);

        world.goTo(1, 0, 1);
        const auto changes = world.tick();
        QVERIFY(changes.inForce && changes.inForce->localVersion == 1);
        QVERIFY(changes.inForce->questionnaire.hash == hash); // what was published is what is asked
        QVERIFY(asks(world, "lokal-1"));
        world.closeDayWith(1, 6);
        const wire::Envelope envelope = world.content(world.envelopes().back());
        QVERIFY(std::ranges::any_of(envelope.questionnaires, [&](const auto& each) { return each.hash == hash; }));
        for (const store::SealedEnvelope& each : world.envelopes()) { // the first was sealed before it was asked
            QVERIFY(world.content(each).statuses.at(0).newest == (wire::NewestVersions{0, 1, hash}));
        }
        QVERIFY(std::ranges::all_of(envelope.visits, [&](const auto& visit) { return visit.questionnaire == hash; }));
        world.start();
        QVERIFY(asks(world, "lokal-1"));
        QVERIFY(world.tick().troubles.empty());
    }

    void theNextOpeningDayIsOneWithOpeningHours_data()
    {
        QTest::addColumn<QString>("settings");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("from");
        const QString week = R"("opening_hours":{"mon":"08:00-16:00","tue":"08:00-16:00","wed":"08:00-16:00",)"
                             R"("thu":"08:00-16:00","fri":"08:00-14:00"})";
        QTest::newRow("always open") << "{}"
                                     << "2026-11-06"
                                     << "2026-11-07";
        QTest::newRow("over a weekend") << "{" + week + "}"
                                        << "2026-11-06"
                                        << "2026-11-09";
        QTest::newRow("over Easter") << "{" + week + R"(,"holidays_closed":true})"
                                     << "2027-03-24"
                                     << "2027-03-30";
        QTest::newRow("Easter, open on holidays") << "{" + week + "}"
                                                  << "2027-03-24"
                                                  << "2027-03-25";
        QTest::newRow("over a closed day")
            << "{" + week + R"(,"holidays_closed":true,"closed_days":["2026-12-24","2026-12-31"]})"
            << "2026-12-23"
            << "2026-12-28";
        QTest::newRow("always open but for holidays") << R"({"holidays_closed":true})"
                                                      << "2026-12-24"
                                                      << "2026-12-27";
    }
    void theNextOpeningDayIsOneWithOpeningHours()
    {
        QFETCH(QString, settings);
        QFETCH(QString, day);
        QFETCH(QString, from);
        World world(m_folders.next());
        world.setup.settings = *wire::applySettings({}, settings.toStdString());
        world.enrol();
        world.goTo(core::Day::parse(day.toStdString())->daysSince(*core::Day::parse(firstDay)), 9);
        world.tick();
        world.visits(1);
        const auto version =
            publish(world, settingsOnly(world, R"({"volume":5})"), Start::NextOpeningDay, "settings-changed");
        QCOMPARE(version->from->text(), from.toStdString());
        QCOMPARE(lastAudit(world),
                 (std::vector<std::string>{"kim", "settings-changed", "volume " + from.toStdString()}));
        world.putInbox("configuration.json", world.configuration(3)); // the centre's keeps to the same day
        world.tick();
        // Every night on the way there is a tick; the change comes with its day and not before.
        core::Day next = *core::Day::parse(day.toStdString());
        while (next.text() < from.toStdString()) {
            QCOMPARE(world.keeper().inForce().settings.volume, 3);
            QCOMPARE(world.keeper().inForce().version, 0U);
            next = next.next();
            world.goTo(next.daysSince(*core::Day::parse(firstDay)), 0, 11);
            world.tick();
        }
        QCOMPARE(world.keeper().inForce().settings.volume, 5);
        QCOMPARE(world.keeper().inForce().version, 3U);
    }

    void whatWasMadeFromAnotherVersionIsRefused()
    {
        World world(m_folders.next());
        world.tick();
        const auto from = [&](std::uint64_t version) {
            return outbox::publish(world.store(), settingsOnly(world, R"({"volume":5})"), "kim", Start::NextOpeningDay,
                                   world.keeper().inForce(), world.now(), "settings-changed", version);
        };
        QCOMPARE(faultOf(from(1)), std::optional(PublishFault::Overtaken));
        QVERIFY(from(0));
        QCOMPARE(faultOf(from(0)), std::optional(PublishFault::Overtaken));
        QVERIFY(from(1));
    }

    void whatTheCentreSetsIsRefusedByName()
    {
        World world(m_folders.next());
        world.enrol();
        world.putInbox("configuration.json", world.configuration(1, "smiley", R"({"place":"Syd","said_done":null})"));
        world.tick();
        const auto refused = publish(world, settingsOnly(world, R"({"place":"Nord","volume":2})"));
        QCOMPARE(faultOf(refused), std::optional(PublishFault::Locked));
        QVERIFY(refused.error().message.find("sted") != std::string::npos);
        QCOMPARE(faultOf(publish(world, settingsOnly(world, R"({"figures_hidden":false})"))),
                 std::optional(PublishFault::Locked));
        // It locks as soon as it was taken.
        world.visits(1);
        world.putInbox("configuration.json", world.configuration(2, "smiley", R"({"volume":1})"));
        world.tick();
        const auto louder = publish(world, settingsOnly(world, R"({"volume":2})"));
        QCOMPARE(faultOf(louder), std::optional(PublishFault::Locked));
        QCOMPARE(louder.error().message, std::string("Det bestemmer centralenheden: lyd.")); // not the key

        const core::Questionnaire base = world.keeper().inForce().questionnaire;
        const std::vector<std::pair<const char*, std::function<void(core::Questionnaire&)>>> tries{
            {"text", [](auto& mine) { mine.questions.front().text.begin()->second += "!"; }},
            {"new mandatory", [](auto& mine) { add(mine, "ny", core::Ownership::Mandatory); }},
        };
        for (const auto& [name, spoil] : tries) {
            core::Questionnaire mine = base;
            spoil(mine);
            const auto fault = publish(world, documentOf(mine, base));
            QVERIFY2(faultOf(fault) == PublishFault::Locked, name);
            QVERIFY2(fault.error().message.find("“") != std::string::npos, fault.error().message.c_str());
        }
        QCOMPARE(faultOf(publish(world, {"{}", base.hash, {}})), std::optional(PublishFault::Malformed));
        QCOMPARE(faultOf(publish(world, settingsOnly(world, R"({"brightness":0})"))),
                 std::optional(PublishFault::Malformed));
        core::Questionnaire stranger = base;
        add(stranger, "ny");
        QCOMPARE(faultOf(publish(world, {wire::writeQuestionnaire(stranger), hashOf('0'), {}})),
                 std::optional(PublishFault::Malformed));
        QVERIFY(!outbox::localState(world.store())->newest()); // nothing was changed
        QVERIFY(lastAudit(world).at(1) == "configuration-taken");
    }

    void theCentresNewerVersionWinsAndStaffsQuestionsSurviveIt()
    {
        World world(m_folders.next());
        world.enrol();
        world.tick();
        const core::Questionnaire base = world.keeper().inForce().centreQuestionnaire;
        core::Questionnaire mine = base;
        add(mine, "lokal-1");
        QVERIFY(publish(world, documentOf(mine, base, R"({"place":"Nord","volume":2})")));
        world.goTo(1, 1);
        world.tick();
        QVERIFY(asks(world, "lokal-1"));
        QCOMPARE(world.keeper().inForce().settings.place, std::string("Nord"));

        core::Questionnaire theirs = base;
        theirs.version = base.version + 1;
        add(theirs, "ny", core::Ownership::Mandatory);
        world.putInbox("configuration.json", configurationOf(world, 7, theirs, R"({"place":"Syd"})"));
        const auto changes = world.tick();
        QVERIFY(changes.inForce && changes.inForce->version == 7 && changes.inForce->localVersion == 1);
        QVERIFY2(changes.troubles.empty(), joined(changes.troubles).c_str());
        QVERIFY(asks(world, "lokal-1") && asks(world, "ny"));
        QCOMPARE(world.keeper().inForce().settings.place, std::string("Syd")); // the centre's
        QCOMPARE(world.keeper().inForce().settings.volume, 2);                 // still staff's
        QVERIFY(world.keeper().inForce().lockedSettings.contains("place"));
        QVERIFY((*world.store().questionnaire(world.keeper().inForce().questionnaire.hash)).has_value());

        // Older, unsigned: refused, and what there is stays.
        for (const std::string& bad : {configurationOf(world, 6, base),
                                       wire::writeConfiguration({world.stand, 8, wire::writeQuestionnaire(base), ""},
                                                                wire::SecretKey::generate())}) {
            world.putInbox("configuration.json", bad);
            QVERIFY(!world.tick().inForce);
            QVERIFY(world.isRefused("configuration.json"));
            QCOMPARE(lastAudit(world).at(1), std::string("configuration-refused"));
        }
        QVERIFY(asks(world, "lokal-1") && asks(world, "ny"));
    }

    void whatNoLongerFitsIsLeftOutAndToldInDanish()
    {
        World world(m_folders.next());
        world.enrol();
        world.tick();
        const core::Questionnaire base = world.keeper().inForce().centreQuestionnaire;
        core::Questionnaire mine = base;
        add(mine, "lokal-1");
        QVERIFY(publish(world, documentOf(mine, base)));
        world.goTo(1, 1);
        world.tick();
        core::Questionnaire theirs = base;
        for (core::Questionnaire more = base; wire::isSound(more);) {
            theirs = more; // at last there is room for no more
            add(more, ("ny-" + std::to_string(more.questions.size())).c_str(), core::Ownership::Mandatory);
        }
        world.putInbox("configuration.json", configurationOf(world, 7, theirs));
        const auto changes = world.tick();
        QVERIFY(changes.inForce && changes.inForce->version == 7);
        QVERIFY(!asks(world, "lokal-1"));
        QVERIFY2(joined(changes.troubles).find("“Var der plads til børn?”") != std::string::npos,
                 joined(changes.troubles).c_str());
        QVERIFY(world.tick().troubles.empty()); // once
    }

    void anOlderVersionIsRestoredAsANewOne()
    {
        World world(m_folders.next());
        world.tick();
        const core::Questionnaire base = world.keeper().inForce().centreQuestionnaire;
        core::Questionnaire mine = base;
        add(mine, "lokal-1");
        QVERIFY(publish(world, documentOf(mine, base)));
        QVERIFY(publish(world, settingsOnly(world, ""))); // back to the centre's
        const core::Hash hash = wire::withHash(mine).hash;
        auto before = *outbox::publishedBefore(world.store(), hash);
        QVERIFY(before.has_value());
        QVERIFY(!*outbox::publishedBefore(world.store(), base.hash)); // nobody here published it
        const auto restored = publish(world, *before, Start::NextOpeningDay, "questionnaire-restored");
        QVERIFY2(restored.has_value(), restored ? "" : restored.error().message.c_str());
        QCOMPARE(restored->version, 3U);
        QCOMPARE(lastAudit(world).at(2), hash.text() + " 2026-11-03");
        world.goTo(1, 1);
        world.tick();
        QVERIFY(world.keeper().inForce().questionnaire.hash == hash);
    }

    void aVersionWrittenByAnotherProgramIsReadOrKept()
    {
        World world(m_folders.next());
        world.tick();
        const core::Hash hash = world.keeper().inForce().centreQuestionnaire.hash;
        const std::string old = "local 1\nversion 4\nfrom now\nby kim\nhour 2026-11-02 08\nbase " + hash.text() +
                                "\nquestionnaire -\nsettings "
                                R"({"volume":2,"brightness":7,"of_a_later_program":true,"figures_hidden":true})"
                                "\na-line-of-later yes\n";
        QVERIFY(world.store().setSetting(outbox::setting::localInForce, old));
        world.start();
        QCOMPARE(world.keeper().inForce().localVersion, 4U);
        QCOMPARE(world.keeper().inForce().settings.volume, 2);
        QCOMPARE(world.keeper().inForce().settings.brightness, 100); // not possible: passed over
        QVERIFY(!world.keeper().inForce().settings.figuresHidden);   // never staff's
        QCOMPARE(outbox::writeVersion(outbox::readVersion(old)->version, std::nullopt) + "a-line-of-later yes\n", old);

        const std::string later = "local 2\nwho knows\nversion 9\n";
        QVERIFY(world.store().setSetting(outbox::setting::localInForce, later));
        world.start();
        QCOMPARE(world.keeper().inForce().localVersion, 0U);
        QVERIFY(joined(world.tick().troubles).find("andet program") != std::string::npos);
        QCOMPARE(**world.store().setting(outbox::setting::localInForce), later);
        QCOMPARE(publish(world, settingsOnly(world, R"({"volume":4})"))->version, 10U); // counted on
    }

    void aPublicationCutBeforeItsRowChangesNothing()
    {
        World world(m_folders.next());
        world.tick();
        const core::Questionnaire base = world.keeper().inForce().centreQuestionnaire;
        core::Questionnaire mine = base;
        add(mine, "lokal-1");
        // As far as a cut can come: the text lies there and nothing names it.
        QVERIFY(world.store().addQuestionnaire(wire::withHash(mine).hash, wire::writeQuestionnaire(mine)));
        world.start();
        world.tick();
        QCOMPARE(world.keeper().inForce().localVersion, 0U);
        QVERIFY(!asks(world, "lokal-1"));
        QVERIFY(publish(world, documentOf(mine, base), Start::AtOnce));
        world.tick();
        QVERIFY(asks(world, "lokal-1"));
    }

    void severalWritersAtOnceEachGetANumberOfTheirOwn()
    {
        World world(m_folders.next());
        world.tick();
        constexpr int each = 12;
        const outbox::InForce inForce = world.keeper().inForce();
        const auto now = world.now();
        const auto write = [&](const std::string& who) {
            SeededRandom random;
            const auto store = store::Store::open(world.database(), random);
            for (int i = 0; i < each; ++i) {
                const std::string settings = "{\"help_phone\":\"" + who + std::to_string(i) + "\"}";
                const auto published = outbox::publish(**store, {{}, inForce.centreQuestionnaire.hash, settings}, who,
                                                       Start::NextOpeningDay, inForce, now, "settings-changed");
                if (!published) {
                    qFatal("%s", published.error().message.c_str());
                }
            }
        };
        std::thread one(write, "one");
        std::thread two(write, "two");
        for (int i = 0; i < each; ++i) {
            world.tick(); // the keeper goes on meanwhile
        }
        one.join();
        two.join();
        const auto rows = *world.store().auditRows(0, 1000);
        QCOMPARE(std::ranges::count(rows, "settings-changed", &store::AuditRow::what), 2 * each);
        QCOMPARE(outbox::localState(world.store())->newest()->version, std::uint64_t{2 * each});
        QVERIFY(outbox::verifyAudit(rows, {}).faults.empty());
        world.goTo(1, 1);
        world.tick();
        QCOMPARE(world.keeper().inForce().localVersion, std::uint64_t{2 * each});
    }
};

QTEST_GUILESS_MAIN(TestLocal)
#include "test_local.moc"
