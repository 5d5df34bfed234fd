// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/settings_change.h"

#include "sync/wire/questionnaire_json.h"

#include <QTest>

#include <variant>

using namespace smiley;

namespace {

core::Questionnaire asked()
{
    return std::get<core::Questionnaire>(wire::parseQuestionnaire(wire::shippedQuestionnaire("smiley")));
}

outbox::LocalVersion version(std::uint64_t number, const std::string& settings)
{
    outbox::LocalVersion made;
    made.version = number;
    made.document.settings = settings;
    made.document.questionnaire = "{\"of\":\"staff\"}";
    return made;
}

} // namespace

class TestSettingsChange : public QObject {
    Q_OBJECT

private slots:
    void oneKeyMoreLeavesAllElseAsItIs()
    {
        outbox::LocalState local;
        local.inForce = version(1, R"({"place":"Havnegade"})");
        local.waiting = version(2, R"({"place":"Havnegade","volume":2})");
        core::StandSettings settings;
        settings.invite = false;
        settings.place = "not among the keys";
        const auto document = staff::documentWith(local, settings, {"invite"});
        QCOMPARE(document.settings, std::string(R"({"invite":false,"place":"Havnegade","volume":2})"));
        QCOMPARE(document.questionnaire, std::string("{\"of\":\"staff\"}"));
    }

    void whatIsTakenBackIsAsItIsInForce()
    {
        outbox::LocalState local;
        local.inForce = version(1, R"({"place":"Havnegade"})");
        local.waiting = version(2, R"({"invite":false,"place":"Torvet","volume":2})");
        QCOMPARE(staff::keysWaiting(local), (std::set<std::string>{"invite", "place", "volume"}));
        QCOMPARE(staff::documentTakingBack(local, {"place", "volume"}).settings,
                 std::string(R"({"invite":false,"place":"Havnegade"})"));
        QCOMPARE(staff::documentTakingBack(local, {"invite", "place", "volume"}).settings,
                 std::string(R"({"place":"Havnegade"})"));
    }

    void whatTheCentreSetsIsNotStaffsAhead()
    {
        outbox::LocalState local;
        local.waiting = version(2, R"({"help_phone":"1","volume":2})");
        outbox::InForce inForce{.questionnaire = asked(), .centreQuestionnaire = asked()};
        inForce.settings.helpPhone = "the centre's";
        inForce.lockedSettings = {"help_phone"};
        const core::StandSettings ahead = staff::settingsAhead(inForce, local);
        QCOMPARE(ahead.helpPhone, std::string("the centre's"));
        QCOMPARE(ahead.volume, 2);
    }

    void theFirstAnswerAboutTheRoomIsAChange()
    {
        core::StandSettings before;
        core::StandSettings after;
        after.roomCctvKnown = true;
        QCOMPARE(staff::keysChanged(before, after, {"room_cctv", "volume"}), std::set<std::string>{"room_cctv"});
        QVERIFY(staff::keysChanged(after, after, {"room_cctv", "volume"}).empty());
    }
};

QTEST_APPLESS_MAIN(TestSettingsChange)
#include "test_settings_change.moc"
