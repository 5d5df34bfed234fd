// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/outbox/local_changes.h"

#include "sync/outbox/audit.h"
#include "sync/outbox/settings_keys.h"
#include "sync/wire/settings_json.h"

#include <algorithm>

// What staff let count at once, and what it may not put aside.

using namespace smiley;
using namespace smiley::test;
using outbox::PublishFault;
using outbox::Start;

class TestLocalAtOnce final : public QObject {
    Q_OBJECT

private:
    QuickFolders m_folders;

private slots:
    void atOnceIsForADayWithoutAnAnswer()
    {
        World world(m_folders.next());
        world.tick();
        QVERIFY(publish(world, settingsOnly(world, R"({"volume":4})"), Start::AtOnce, "settings-changed"));
        world.tick();
        QCOMPARE(world.keeper().inForce().settings.volume, 4);
        QCOMPARE(lastAudit(world), (std::vector<std::string>{"kim", "settings-changed", "volume now"}));

        // Published before the first answer and found after it: it waits.
        QVERIFY(publish(world, settingsOnly(world, R"({"volume":5})"), Start::AtOnce, "settings-changed"));
        world.visits(1);
        world.tick();
        QCOMPARE(world.keeper().inForce().settings.volume, 4);
        QCOMPARE(faultOf(publish(world, settingsOnly(world, R"({"volume":1})"), Start::AtOnce, "settings-changed")),
                 std::optional(PublishFault::NotNow));
        QCOMPARE(outbox::localState(world.store())->newest()->version, 2U);
        world.goTo(1, 0, 1);
        world.tick();
        QCOMPARE(world.keeper().inForce().settings.volume, 5);
    }

    void hidingIsPossibleAtAnyTimeAndIsNotUndoneByWhatWaits()
    {
        World world(m_folders.next());
        world.tick();
        const core::Questionnaire base = world.keeper().inForce().centreQuestionnaire;
        core::Questionnaire mine = base;
        add(mine, "lokal-1");
        QVERIFY(publish(world, documentOf(mine, base), Start::AtOnce)); // nobody has answered yet
        world.tick();
        QVERIFY(asks(world, "lokal-1"));
        world.visits(2);
        core::Questionnaire waiting = mine;
        add(waiting, "lokal-2");
        QVERIFY(publish(world, documentOf(waiting, base, R"({"volume":5})")));

        core::Questionnaire hiding = mine;
        hiding.questions[1].hidden = true;
        core::Questionnaire changed = hiding;
        changed.questions[1].text.begin()->second += " nu";
        for (const auto& more : {documentOf(hiding, base, R"({"volume":1})"), documentOf(changed, base),
                                 documentOf(waiting, base), documentOf(base, base), settingsOnly(world, "")}) {
            QCOMPARE(faultOf(publish(world, more, Start::AtOnce)), std::optional(PublishFault::NotNow));
        }
        const auto version = publish(world, documentOf(hiding, base), Start::AtOnce, "question-hidden");
        QVERIFY2(version.has_value(), version ? "" : version.error().message.c_str());
        const auto changes = world.tick();
        QVERIFY(changes.inForce.has_value());
        QVERIFY(!asks(world, "lokal-1"));
        QCOMPARE(world.keeper().inForce().settings.volume, 3);
        world.goTo(1, 0, 1);
        world.tick();
        QCOMPARE(world.keeper().inForce().settings.volume, 5); // what waited came …
        QVERIFY(!asks(world, "lokal-1"));                      // … and shows nothing again
        QVERIFY(asks(world, "lokal-2"));
        QCOMPARE(world.keeper().inForce().localVersion, 4U);
    }

    void whatWaitsForItsDayIsNotPutAsideByWhatCountsAtOnce()
    {
        World world(m_folders.next());
        world.tick();
        QVERIFY(publish(world, settingsOnly(world, R"({"volume":5})"), Start::NextOpeningDay, "settings-changed"));
        const auto refused = publish(world, settingsOnly(world, R"({"volume":1})"), Start::AtOnce, "settings-changed");
        QCOMPARE(faultOf(refused), std::optional(PublishFault::NotNow));
        QCOMPARE(refused.error().message,
                 std::string("Der venter en ændring til tirsdag 3. november. Vent til den gælder, eller fortryd den "
                             "først."));
        world.goTo(1, 0, 1);
        world.tick();
        QCOMPARE(world.keeper().inForce().settings.volume, 5);
        QVERIFY(publish(world, settingsOnly(world, R"({"volume":1})"), Start::AtOnce, "settings-changed"));
    }

    void oneHiddenAfterTheOtherBeforeTheStandTakesThem()
    {
        World world(m_folders.next());
        world.tick();
        const core::Questionnaire base = world.keeper().inForce().centreQuestionnaire;
        core::Questionnaire mine = base;
        add(mine, "lokal-1");
        add(mine, "lokal-2");
        QVERIFY(publish(world, documentOf(mine, base), Start::AtOnce));
        world.tick();
        world.visits(2);
        QVERIFY(publish(world, documentOf(mine, base, R"({"volume":5})")));
        const auto hide = [&](const char* id) {
            const auto local = *outbox::localState(world.store());
            auto soon = *outbox::countsSoon(world.store(), local, world.keeper().inForce(), true);
            std::ranges::find(soon.questionnaire.questions, *core::QuestionId::parse(id), &core::Question::id)->hidden =
                true;
            return publish(world, documentOf(soon.questionnaire, base, soon.settings), Start::AtOnce,
                           "question-hidden");
        };
        QVERIFY(hide("lokal-2"));
        const auto second = hide("lokal-1");
        QVERIFY2(second.has_value(), second ? "" : second.error().message.c_str());
        const auto waiting = *outbox::localState(world.store())->waiting;
        QCOMPARE(waiting.version, 6U);
        QCOMPARE(waiting.document.settings, std::string(R"({"volume":5})"));
        QCOMPARE(lastAudit(world).at(2), wire::sha256(second->document.questionnaire).text() + " now " +
                                             wire::sha256(waiting.document.questionnaire).text() + " 2026-11-03");
        world.tick();
        QVERIFY(!asks(world, "lokal-1") && !asks(world, "lokal-2"));
        QCOMPARE(world.keeper().inForce().settings.volume, 3);
        world.goTo(1, 0, 1);
        world.tick();
        QVERIFY(!asks(world, "lokal-1") && !asks(world, "lokal-2"));
        QCOMPARE(world.keeper().inForce().settings.volume, 5);
    }

    /// Somebody answered before the stand took what was to count at once: hiding isn't held back by it and doesn't lose it.
    void hidingGoesBeforeWhatAnAnswerHeldBack()
    {
        World world(m_folders.next());
        world.tick();
        const core::Questionnaire base = world.keeper().inForce().centreQuestionnaire;
        core::Questionnaire mine = base;
        add(mine, "lokal-1");
        QVERIFY(publish(world, documentOf(mine, base), Start::AtOnce));
        world.tick();
        core::Questionnaire more = mine;
        add(more, "lokal-2");
        QVERIFY(publish(world, documentOf(more, base, R"({"volume":5})"), Start::AtOnce));
        world.visits(1);
        core::Questionnaire hiding = mine;
        hiding.questions[1].hidden = true;
        const auto version = publish(world, documentOf(hiding, base), Start::AtOnce, "question-hidden");
        QVERIFY2(version.has_value(), version ? "" : version.error().message.c_str());
        world.tick();
        QVERIFY(!asks(world, "lokal-1") && !asks(world, "lokal-2"));
        world.goTo(1, 0, 1);
        world.tick();
        QVERIFY(!asks(world, "lokal-1") && asks(world, "lokal-2"));
        QCOMPARE(world.keeper().inForce().settings.volume, 5);
    }

    void whatAnotherProgramPutUpIsNeitherLostByHidingNorInTheWayOfASetting()
    {
        World world(m_folders.next());
        world.tick();
        const core::Questionnaire base = world.keeper().inForce().centreQuestionnaire;
        core::Questionnaire mine = base;
        add(mine, "lokal-1");
        QVERIFY(publish(world, documentOf(mine, base), Start::AtOnce));
        world.tick();
        world.visits(1);
        const std::string strange = R"({"format":9})";
        const core::Hash hash = wire::sha256(strange);
        QVERIFY(world.store().addQuestionnaire(hash, strange));
        outbox::LocalVersion waiting{7, {{}, base.hash, R"({"volume":5})"}, core::Day::parse("2026-11-03"), "kim", "x"};
        QVERIFY(world.store().setSetting(outbox::setting::localWaiting, outbox::writeVersion(waiting, hash)));
        const auto newest = outbox::localState(world.store())->newest();
        QCOMPARE(newest->document.questionnaire, strange);

        // A setting alone goes through, and the questions stay as they are.
        outbox::LocalDocument document = newest->document;
        document.settings = R"({"brightness":50,"volume":5})";
        const auto changed = publish(world, document, Start::NextOpeningDay, "settings-changed");
        QVERIFY2(changed.has_value(), changed ? "" : changed.error().message.c_str());
        QCOMPARE(changed->version, 8U);
        QCOMPARE(outbox::localState(world.store())->newest()->document.questionnaire, strange);

        core::Questionnaire hiding = mine;
        hiding.questions[1].hidden = true;
        QVERIFY(publish(world, documentOf(hiding, base), Start::AtOnce, "question-hidden"));
        world.tick();
        QVERIFY(!asks(world, "lokal-1"));
        world.goTo(1, 0, 1);
        world.tick();
        QVERIFY(!asks(world, "lokal-1"));
        QCOMPARE(world.keeper().inForce().localVersion, 10U);
        QCOMPARE(world.keeper().inForce().settings.volume, 5);
        QCOMPARE(world.keeper().inForce().settings.brightness, 50);
    }
};

QTEST_GUILESS_MAIN(TestLocalAtOnce)
#include "test_local_at_once.moc"
