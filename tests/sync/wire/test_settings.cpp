// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/logo.h"
#include "sync/wire/settings_json.h"

#include "sync/wire/questionnaire_json.h"

#include <QTest>

using namespace smiley;
using wire::Reading;

namespace {

/// A PNG's first chunk of this size, and bytes behind it.
std::string png(unsigned width, unsigned height, std::size_t bytes)
{
    std::string text("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", 16);
    for (const unsigned side : {width, height}) {
        text += std::string("\0\0", 2) + static_cast<char>(side / 256) + static_cast<char>(side % 256);
    }
    text.resize(bytes, 'x');
    return text;
}

std::string logoOf(const std::string& bytes) { return "{\"logo\":\"" + wire::toBase64Url(bytes) + "\"}"; }

std::set<std::string> allKeys()
{
    std::set<std::string> keys;
    for (const wire::SettingKey& key : wire::settingKeys()) {
        keys.emplace(key.name);
    }
    return keys;
}

} // namespace

class TestSettings final : public QObject {
    Q_OBJECT

private slots:
    void everyKeyIsWrittenAsItIsRead()
    {
        const std::string all =
            R"({"banner_ms":5000,"brightness":10,"closed_days":["2026-12-24","2026-12-31"],"controller_contact":"dpo",)"
            R"("figures_hidden":true,"help_hours":"man-fre 8-16","help_phone":"12 34 56 78","holidays_closed":true,)"
            R"("idle_ms":20000,"invite":false,"languages":["da","en"],)"
            "\"logo\":\"" +
            wire::toBase64Url(png(10, 20, 30)) +
            "\","
            R"("more_languages":["de"],"municipality":"Fjordby","opening_hours":{"fri":"08:00-24:00","mon":"00:00-01:30"},)"
            R"("place":"Nord","reduced_motion":true,"room_cctv":true,)"
            R"("said_done":{"done":{"da":"gjort"},"said":{"da":"sagt"}},"volume":5,"warning_ms":600000})";
        const auto read = wire::applySettings({}, all);
        QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
        QCOMPARE(wire::keysIn(all), allKeys());
        QCOMPARE(wire::writeSettings(*read, allKeys()), all);
        QCOMPARE(read->logo, png(10, 20, 30));
        // None was passed over: the opposite comes out as the opposite.
        const std::string own = wire::writeSettings({}, allKeys());
        for (const std::string& key : allKeys()) {
            QVERIFY2(wire::settingText(*read, key) != wire::settingText({}, key), key.c_str());
        }
        QCOMPARE(wire::writeSettings(*wire::applySettings(*read, own), allKeys()), own);
    }

    void whatIsNotPossibleIsNamed_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* each : {R"({"municipality":""})",
                                 R"({"place":5})",
                                 R"({"idle_ms":19999})",
                                 R"({"idle_ms":600001})",
                                 R"({"warning_ms":1000})",
                                 R"({"banner_ms":4999})",
                                 R"({"volume":0})",
                                 R"({"volume":6})",
                                 R"({"brightness":9})",
                                 R"({"brightness":101})",
                                 R"({"brightness":"50"})",
                                 R"({"languages":[]})",
                                 R"({"languages":["da","da"]})",
                                 R"({"languages":["a","b","c","d","e","f","g"]})",
                                 R"({"opening_hours":{}})",
                                 R"({"opening_hours":{"monday":"08:00-16:00"}})",
                                 R"({"opening_hours":{"mon":"closed"}})",
                                 R"({"opening_hours":{"mon":"16:00-08:00"}})",
                                 R"({"closed_days":["2026-02-30"]})",
                                 R"({"closed_days":"2026-12-24"})",
                                 R"({"holidays_closed":"yes"})",
                                 R"({"logo":"!"})",
                                 R"({"logo":"AAAA"})",
                                 R"({"help_phone":"12\u202e34"})"}) {
            QTest::newRow(each) << each;
        }
        QTest::newRow("a logo too large") << QString::fromStdString(logoOf(png(9, 9, core::logoBytesMax + 1)));
        QTest::newRow("a logo without a width") << QString::fromStdString(logoOf(png(0, 9, 40)));
        QTest::newRow("a logo too wide") << QString::fromStdString(logoOf(png(core::logoPixelsMax + 1, 9, 40)));
        QTest::newRow("a logo too high") << QString::fromStdString(logoOf(png(9, core::logoPixelsMax + 1, 40)));
        QTest::newRow("a logo of another kind") << QString::fromStdString(logoOf("GIF89a" + std::string(40, 'x')));
        QTest::newRow("a logo that ends after its sizes") << QString::fromStdString(logoOf(png(9, 9, 24)));
        std::string huge = png(9, 9, 40);
        huge[16] = 1; // 16 million pixels wide
        QTest::newRow("a logo that is a bomb") << QString::fromStdString(logoOf(huge));
    }
    void whatIsNotPossibleIsNamed()
    {
        QFETCH(QString, text);
        const std::string key = text.section('"', 1, 1).toStdString();
        for (const auto& read : {wire::applySettings({}, text.toStdString()),
                                 wire::applyStaffSettings({}, text.toStdString(), Reading::Typed)}) {
            QVERIFY(!read);
            QVERIFY2(read.error().message.find("/" + key) != std::string::npos, read.error().message.c_str());
        }
        const auto kept = wire::applyStaffSettings({}, text.toStdString(), Reading::Kept);
        QCOMPARE(wire::writeSettings(*kept, allKeys()), wire::writeSettings({}, allKeys()));
    }

    void atTheLimitIsGood()
    {
        QVERIFY(wire::applySettings({}, logoOf(png(9, 9, core::logoBytesMax))).has_value());
        QVERIFY(wire::applySettings({}, logoOf(png(core::logoPixelsMax, core::logoPixelsMax, 40))).has_value());
        QVERIFY(wire::applySettings({}, R"({"logo":""})").has_value());
        std::string days;
        for (core::Day day = *core::Day::parse("2026-01-01"); day < *core::Day::parse("2026-04-11"); day = day.next()) {
            days += (days.empty() ? "\"" : ",\"") + day.text() + "\"";
        }
        QCOMPARE(wire::applySettings({}, "{\"closed_days\":[" + days + "]}")->closedDays.size(), 100U);
        QVERIFY(!wire::applySettings({}, "{\"closed_days\":[" + days + ",\"2027-01-01\"]}"));
    }

    void staffSetNothingThatTheCentreAloneSets()
    {
        for (const char* each : {R"({"figures_hidden":true})", R"({"said_done":null})", R"({"comments":{}})",
                                 R"({"raw_days":14})", R"({"smallest_shown":1})"}) {
            const auto read = wire::applyStaffSettings({}, each, Reading::Typed);
            QVERIFY2(!read, each);
            core::StandSettings own;
            own.saidDone = core::SaidDone{{{"da", "sagt"}}, {{"da", "gjort"}}};
            const auto kept = wire::applyStaffSettings(own, each, Reading::Kept);
            QVERIFY(kept && kept->saidDone && !kept->figuresHidden && kept->rawDays == 2 && kept->smallestShown == 10);
        }
        QVERIFY(!wire::applyStaffSettings({}, "[]", Reading::Kept));
    }

    void oneKeyIsSetAndTakenAway()
    {
        const auto one = wire::withSetting("", "help_phone", "12 34 56 78");
        QCOMPARE(*one, std::string(R"({"help_phone":"12 34 56 78"})"));
        const auto two = wire::withSetting(*one, "closed_days", R"(["2026-12-24"])");
        QCOMPARE(*two, std::string(R"({"closed_days":["2026-12-24"],"help_phone":"12 34 56 78"})"));
        QCOMPARE(wire::changedKeys(*one, *two), std::set<std::string>{"closed_days"});
        QCOMPARE(wire::withoutSettings(*two, {"help_phone"}), std::string(R"({"closed_days":["2026-12-24"]})"));
        QCOMPARE(wire::withoutSettings(*one, {"help_phone"}), std::string());
        QCOMPARE(*wire::withSetting("", "place", R"("5")"), *wire::withSetting("", "place", "5"));
        for (const auto& [key, value] : {std::pair("volume", "loud"),
                                         {"volume", "9"},
                                         {"volume", "null"},
                                         {"figures_hidden", "true"},
                                         {"nothing", "1"},
                                         {"place", ""}}) {
            QVERIFY2(!wire::withSetting(*one, key, value), key);
        }
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "test_settings.moc"
