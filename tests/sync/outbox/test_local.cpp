// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/local.h"

#include "sync/outbox/audit.h"
#include "sync/outbox/in_force.h"
#include "sync/outbox/settings_keys.h"
#include "sync/wire/settings_json.h"

#include "tests/support/quick_folder.h"
#include "tests/sync/outbox/world.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <thread>

using namespace smiley;
using namespace smiley::test;
using outbox::PublishFault;
using outbox::Start;

namespace {

core::Question ownQuestion(const char* id, const core::Questionnaire& like)
{
    core::Question question{*core::QuestionId::parse(id)};
    question.theme = "local";
    for (const char* option : {"a", "b"}) {
        question.options.push_back({*core::OptionId::parse(option), {{like.languages.front().tag, option}}, ""});
    }
    question.text = {{like.languages.front().tag, "Var der plads til børn?"}};
    return question;
}

/// Below the faces: a comment stays last.
void add(core::Questionnaire& questionnaire, const char* id, core::Ownership ownership = core::Ownership::Local)
{
    core::Question question = ownQuestion(id, questionnaire);
    question.ownership = ownership;
    questionnaire.questions.insert(questionnaire.questions.begin() + 1, std::move(question));
}

outbox::LocalDocument documentOf(const core::Questionnaire& questionnaire, const core::Questionnaire& base,
                                 const std::string& settings = {})
{
    return {wire::writeQuestionnaire(questionnaire), base.hash, settings};
}

outbox::LocalDocument settingsOnly(World& world, const std::string& settings)
{
    return {{}, world.keeper().inForce().centreQuestionnaire.hash, settings};
}

core::Result<outbox::LocalVersion, PublishFault> publish(World& world, const outbox::LocalDocument& document,
                                                         Start start = Start::NextOpeningDay,
                                                         const std::string& what = "questionnaire-published")
{
    return outbox::publish(world.store(), document, "kim", start, world.keeper().inForce(), world.now(), what);
}

std::optional<PublishFault> faultOf(const core::Result<outbox::LocalVersion, PublishFault>& result)
{
    return result ? std::nullopt : std::optional(result.error().code);
}

std::vector<std::string> lastAudit(World& world)
{
    const auto row = *world.store().lastAuditRow();
    return row ? std::vector{row->who, row->what, row->detail} : std::vector<std::string>();
}

bool asks(World& world, const char* id)
{
    const core::Question* question = world.keeper().inForce().questionnaire.find(*core::QuestionId::parse(id));
    return question != nullptr && !question->hidden;
}

/// The centre sends a questionnaire that is the stand's own with something done to it.
std::string configurationOf(World& world, std::uint64_t version, const core::Questionnaire& questionnaire,
                            const std::string& settings = "")
{
    return wire::writeConfiguration({world.stand, version, wire::writeQuestionnaire(questionnaire), settings},
                                    world.centre);
}

} // namespace

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
