// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/difference.h"
#include "app/staff/history.h"
#include "sync/outbox/audit.h"
#include "sync/wire/questionnaire_json.h"
#include "tests/support/fakes.h"

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <variant>

using namespace smiley;

class TestHistory : public QObject {
    Q_OBJECT

private slots:
    void theVersionsAreTheRowsOfTheTrailNewestFirst()
    {
        const QTemporaryDir folder;
        test::SeededRandom random;
        test::FakeClock clock;
        auto opened = store::Store::open(std::filesystem::path(folder.path().toStdString()) / "stand.db", random);
        QVERIFY(opened);
        store::Store& store = **opened;
        const auto shipped = [](std::string_view name) {
            return std::get<core::Questionnaire>(wire::parseQuestionnaire(wire::shippedQuestionnaire(name)));
        };
        const core::Questionnaire first = shipped("smiley");
        const core::Questionnaire second = shipped("smiley-trust");
        QVERIFY(store.addQuestionnaire(first.hash, wire::writeQuestionnaire(first)));
        QVERIFY(store.addQuestionnaire(second.hash, wire::writeQuestionnaire(second)));
        const auto record = [&](const char* what, const std::string& detail) {
            QVERIFY(outbox::record(store, {"p1", what, detail}, clock.now()));
        };
        record("signed-in", "");
        record("questionnaire-published", first.hash.text() + " 2026-11-23");
        record("settings-changed", "volume now");
        record("questionnaire-published", "unreadable");
        record("question-hidden", second.hash.text() + " now " + first.hash.text() + " 2026-11-24");
        auto versions = staff::publishedVersions(store);
        QVERIFY(versions);
        QCOMPARE(versions->size(), std::size_t{3});
        QVERIFY((*versions)[0].hash == first.hash && (*versions)[0].from == core::Day::parse("2026-11-24"));
        versions->erase(versions->begin()); // what waits, issued again
        QVERIFY((*versions)[0].hash == second.hash && !(*versions)[0].from);
        QVERIFY((*versions)[1].hash == first.hash && (*versions)[1].from == core::Day::parse("2026-11-23"));
        const auto before = staff::publishedQuestionnaire(store, (*versions)[1].hash);
        const auto after = staff::publishedQuestionnaire(store, (*versions)[0].hash);
        QVERIFY(before && *before && after && *after);
        QVERIFY(**before == first);
        QVERIFY(staff::difference(**before, **after).size() >= 2); // the title, and the question of trust
        const auto none = staff::publishedQuestionnaire(store, *core::Hash::parse(std::string(64, 'a')));
        QVERIFY(none && !*none);
    }

    void aVersionIsSaidInOneLine()
    {
        const core::Hash hash = *core::Hash::parse(std::string(64, 'a'));
        const auto monday = core::Day::parse("2026-11-23");
        QCOMPARE(staff::describe({1, "2026-11-22 14", "p1", "questionnaire-published", hash, monday}, "Mette"),
                 std::string("Gemt søndag 22. november kl. 14 af Mette. Gælder fra mandag 23. november."));
        QCOMPARE(staff::describe({1, "2026-11-22 14", "p1", "question-hidden", hash, std::nullopt}, ""),
                 std::string("Skjult søndag 22. november kl. 14. Gælder med det samme."));
    }
};

QTEST_APPLESS_MAIN(TestHistory)
#include "test_history.moc"
