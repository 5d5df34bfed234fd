// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/settings.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

namespace fs = std::filesystem;
using namespace smiley;
using platform::SettingsFault;

namespace {

const fs::path examples = fs::path(SMILEY_SOURCE_DIR) / "platform/examples";

auto stand(const QByteArray& text) { return platform::parseStandSettings(text.toStdString(), "stand.toml"); }
auto sync(const QByteArray& text) { return platform::parseSyncSettings(text.toStdString(), "sync.toml", "/etc/x"); }

} // namespace

class TestSettings : public QObject {
    Q_OBJECT

private slots:
    void theExampleOfAStandLoads()
    {
        const auto settings = platform::loadStandSettings(examples / "stand.toml");
        QVERIFY2(settings, settings ? "" : settings.error().message.c_str());
        QCOMPARE(settings->municipality, "Fjordby Kommune");
        QCOMPARE(settings->place, "Jobcenter Fjordby");
        QCOMPARE(settings->controllerContact, "dpo@fjordby.example, 12 34 56 78");
        QCOMPARE(settings->helpPhone, "12 34 56 78");
        QCOMPARE(settings->helpHours, "mandag til fredag 8-16");
        QCOMPARE(settings->volume, 3);
        QCOMPARE(settings->brightness, 100);
        QVERIFY(settings->holidaysClosed);
        QCOMPARE(settings->closedDays.size(), 2U);
        QVERIFY(settings->closedDays.contains(*core::Day::parse("2026-12-24")));
        QCOMPARE(settings->languages, (std::vector<std::string>{"da", "da-x-let", "en", "ar"}));
        QCOMPARE(settings->panelDpi, std::optional(149.0));
        QCOMPARE(settings->openingHours[3]->fromMinute, 8 * 60);
        QCOMPARE(settings->openingHours[3]->toMinute, 17 * 60);
        QVERIFY(!settings->openingHours[5]);
        QCOMPARE(settings->saidDone->done.at("en"), "There are now two of us at the desk on Mondays.");
    }

    void theExampleStatesTheDefaults()
    {
        const core::StandSettings defaults;
        const auto settings = platform::loadStandSettings(examples / "stand.toml");
        QVERIFY(settings);
        QCOMPARE(settings->languages, defaults.languages);
        QCOMPARE(settings->roomCctv, defaults.roomCctv);
        QCOMPARE(settings->presenceSensor, defaults.presenceSensor);
        QCOMPARE(settings->invite, defaults.invite);
        QCOMPARE(settings->reducedMotion, defaults.reducedMotion);
        QCOMPARE(settings->rawDays, defaults.rawDays);
        QCOMPARE(settings->smallestShown, defaults.smallestShown);
        QCOMPARE(settings->doubleStrikeMs, defaults.doubleStrikeMs);
        QCOMPARE(settings->times.bannerMs, defaults.times.bannerMs);
        QCOMPARE(settings->times.markMs, defaults.times.markMs);
        QCOMPARE(settings->times.withdrawMs, defaults.times.withdrawMs);
        QCOMPARE(settings->times.idleMs, defaults.times.idleMs);
        QCOMPARE(settings->times.warningMs, defaults.times.warningMs);
        QCOMPARE(settings->times.aboutMs, defaults.times.aboutMs);
    }

    void everySettingArrives()
    {
        const auto settings =
            stand("municipality = 'Ærø'\nplace = 'P'\ncontroller_contact = 'C'\nlanguages = ['en']\n"
                  "more_languages = ['uk', 'pl']\nroom_cctv = true\npresence_sensor = true\n"
                  "invite = false\nreduced_motion = true\nraw_days = 14\nsmallest_shown = 30\n"
                  "panel_dpi = 96\ndouble_strike_ms = 0\n[times]\nbanner_ms = 1001\nmark_ms = 101\nwithdraw_ms = 1002\n"
                  "idle_ms = 1003\nwarning_ms = 1004\nabout_ms = 1005\n[opening_hours]\n"
                  "sunday = '00:00-24:00'\n");
        QVERIFY2(settings, settings ? "" : settings.error().message.c_str());
        QCOMPARE(settings->municipality, "Ærø");
        QCOMPARE(settings->moreLanguages, (std::vector<std::string>{"uk", "pl"}));
        QVERIFY(settings->roomCctv && settings->presenceSensor && !settings->invite && settings->reducedMotion);
        QCOMPARE(settings->rawDays, 14);
        QCOMPARE(settings->smallestShown, 30);
        QCOMPARE(settings->panelDpi, std::optional(96.0));
        QCOMPARE(settings->doubleStrikeMs, 0);
        QCOMPARE(settings->times.bannerMs, 1001);
        QCOMPARE(settings->times.markMs, 101);
        QCOMPARE(settings->times.withdrawMs, 1002);
        QCOMPARE(settings->times.idleMs, 1003);
        QCOMPARE(settings->times.warningMs, 1004);
        QCOMPARE(settings->times.aboutMs, 1005);
        QVERIFY(!settings->openingHours[0]);
        QCOMPARE(settings->openingHours[6]->toMinute, 1440);
    }

    void anEmptyFileIsTheDefaults()
    {
        const auto settings = stand("");
        QVERIFY(settings);
        QCOMPARE(settings->municipality, core::StandSettings().municipality);
        QVERIFY(!settings->saidDone && !settings->panelDpi && !settings->openingHours[0]);
    }

    void aFaultNamesItsLineItsKeyAndTheRemedy_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("where");
        QTest::addColumn<QByteArray>("remedy");

        const auto row = [](const char* name, const QByteArray& text, const QByteArray& where,
                            const QByteArray& remedy) { QTest::newRow(name) << text << where << remedy; };
        row("misspelt", "\nmunicipalty = 'x'", "stand.toml:2: municipalty: ", "municipality");
        row("misspelt below", "[times]\nbanner = 1", "stand.toml:2: times.banner: ", "banner_ms");
        row("not TOML", "raw_days = \n", "stand.toml:1: ", "correct the line");
        row("twice", "raw_days = 1\nraw_days = 2", "stand.toml:2: ", "correct the line");
        row("no day", "closed_days = ['2026-02-30']", "stand.toml:1: closed_days: ", "2026-12-24");
        row("too loud", "volume = 6", "stand.toml:1: volume: ", "from 1 to 5");
        row("too dark", "brightness = 9", "stand.toml:1: brightness: ", "from 10 to 100");
        row("text as number", "raw_days = '2'", "stand.toml:1: raw_days: ", "from 0 to 14");
        row("below", "raw_days = -1", "stand.toml:1: raw_days: ", "from 0 to 14");
        row("above", "raw_days = 15", "stand.toml:1: raw_days: ", "from 0 to 14");
        row("too few shown", "smallest_shown = 9", "stand.toml:1: smallest_shown: ", "from 10 to 1000");
        row("number as flag", "invite = 1", "stand.toml:1: invite: ", "true");
        row("number as text", "place = 1", "stand.toml:1: place: ", "quotation marks");
        row("empty text", "place = ''", "stand.toml:1: place: ", "1 to 60");
        row("61 characters", "place = '" + QByteArray("ø").repeated(61) + "'", "stand.toml:1: place: ", "1 to 60");
        row("no language", "languages = []", "stand.toml:1: languages: ", "at least one");
        row("no list", "languages = 'da'", "stand.toml:1: languages: ", "[\"");
        row("no tag", "languages = ['dansk!']", "stand.toml:1: languages: ", "such as");
        row("language twice", "languages = ['da', 'da']", "stand.toml:1: languages: ", "once");
        row("in both lists", "more_languages = ['ar']", "stand.toml:1: more_languages: ", "remove it");
        row("7 languages", "languages = ['aa','ab','ac','ad','ae','af','ag']",
            "stand.toml:1: languages: ", "at most 6");
        row("dpi", "panel_dpi = 39.9", "stand.toml:1: panel_dpi: ", "from 40 to 600");
        row("dpi nan", "panel_dpi = nan", "stand.toml:1: panel_dpi: ", "from 40 to 600");
        row("strikes too far apart", "double_strike_ms = 501", "stand.toml:1: double_strike_ms: ", "from 0 to 500");
        row("no section", "times = 3", "stand.toml:1: times: ", "[times]");
        row("mark seen too long", "[times]\nmark_ms = 1001", "stand.toml:2: times.mark_ms: ", "from 100 to 1000");
        row("hours turned round", "[opening_hours]\nmonday = '16:00-08:00'",
            "stand.toml:2: opening_hours.monday: ", "08:00");
        row("25 o'clock", "[opening_hours]\nmonday = '08:00-25:00'", "stand.toml:2: opening_hours.monday: ", "08:00");
        row("never open", "[opening_hours]\nmonday = 'closed'", "stand.toml:1: opening_hours: ", "always open");
        row("said only", "[said_done.said]\nda = 'x'", "stand.toml:1: said_done: ", "same languages");
        row("said in a language", "[said_done]\nsaid.da = 'x'\ndone.en = 'y'",
            "stand.toml:1: said_done: ", "same languages");
    }

    void aFaultNamesItsLineItsKeyAndTheRemedy()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, where);
        QFETCH(QByteArray, remedy);
        const auto settings = stand(text);
        QVERIFY(!settings);
        QCOMPARE(settings.error().code, SettingsFault::Invalid);
        const auto message = QByteArray::fromStdString(settings.error().message);
        QVERIFY2(message.startsWith(where), message);
        QVERIFY2(message.contains(remedy), message);
        QVERIFY2(!message.contains('\n'), message);
    }

    void atTheLimitASettingIsTaken()
    {
        QVERIFY(
            stand("raw_days = 0\nsmallest_shown = 10\npanel_dpi = 40\nplace = '" + QByteArray("ø").repeated(60) + "'"));
        QVERIFY(stand("raw_days = 14\nsmallest_shown = 1000\npanel_dpi = 600\n"));
    }

    void allFaultsAreToldAtOnceInTheOrderOfTheFile()
    {
        const auto settings =
            stand("colour = 1\nraw_days = 99\n[times]\nbanner_ms = 'x'\nbogus = 1\n[opening_hours]\nmonday = '8-4'\n");
        QVERIFY(!settings);
        const auto lines = QString::fromStdString(settings.error().message).split('\n');
        QCOMPARE(lines.size(), 5);
        const QStringList beginnings{
            "stand.toml:1: colour: ", "stand.toml:2: raw_days: ", "stand.toml:4: times.banner_ms: ",
            "stand.toml:5: times.bogus: ", "stand.toml:7: opening_hours.monday: "};
        for (qsizetype i = 0; i < lines.size(); ++i) {
            QVERIFY2(lines[i].startsWith(beginnings[i]), qPrintable(lines[i]));
        }
    }

    void anAbsentFileIsNamed()
    {
        const auto settings = platform::loadStandSettings("/nowhere/stand.toml");
        QVERIFY(!settings);
        QCOMPARE(settings.error().code, SettingsFault::Unreadable);
        QVERIFY(settings.error().message.starts_with("/nowhere/stand.toml: "));
    }

    void aFileOfTheLargestSizeIsReadAndOneByteMoreIsNot()
    {
        const QTemporaryDir folder;
        const fs::path file = fs::path(folder.path().toStdString()) / "stand.toml";
        std::string text = "raw_days = 3\n#";
        text.resize(platform::settingsBytesMax, 'x');
        std::ofstream(file) << text;
        const auto settings = platform::loadStandSettings(file);
        QVERIFY(settings);
        QCOMPARE(settings->rawDays, 3);
        std::ofstream(file, std::ios::app) << 'x';
        const auto larger = platform::loadStandSettings(file);
        QVERIFY(!larger);
        QCOMPARE(larger.error().code, SettingsFault::Unreadable);
    }

    void theExampleOfSyncLoads()
    {
        const auto settings = platform::loadSyncSettings(examples / "sync.toml");
        QVERIFY2(settings, settings ? "" : settings.error().message.c_str());
        QCOMPARE(settings->server, "https://smiley.fjordby.example:8443");
        QCOMPARE(settings->caFile, fs::path("/etc/smileystand/ca.pem"));
        QCOMPARE(settings->outbox, fs::path("/var/spool/smileystand/outbox"));
        QCOMPARE(settings->inbox, fs::path("/var/spool/smileystand/inbox"));
        QCOMPARE(settings->state, fs::path("/var/lib/smiley-sync"));
    }

    void aRelativePathStartsAtTheFilesFolder()
    {
        const auto settings =
            sync("server = 'https://[::1]:65535'\nca_file = 'ca.pem'\noutbox = '../o'\ninbox = 'i'\nstate = '/s'\n");
        QVERIFY2(settings, settings ? "" : settings.error().message.c_str());
        QCOMPARE(settings->caFile, fs::path("/etc/x/ca.pem"));
        QCOMPARE(settings->outbox, fs::path("/etc/o"));
        QCOMPARE(settings->state, fs::path("/s"));
    }

    void syncNeedsEveryKey()
    {
        const auto settings = sync("");
        QVERIFY(!settings);
        const auto message = QString::fromStdString(settings.error().message);
        for (const char* key : {"server", "ca_file", "outbox", "inbox", "state"}) {
            QVERIFY2(message.contains(QString(": %1: is missing").arg(key)), qPrintable(message));
        }
    }

    void aServerIsHttpsAHostAndAPort_data()
    {
        QTest::addColumn<bool>("valid");
        QTest::newRow("https://a.example") << true;
        QTest::newRow("https://127.0.0.1:1") << true;
        QTest::newRow("http://a.example") << false;
        QTest::newRow("https://a.example/") << false;
        QTest::newRow("https://a.example:0") << false;
        QTest::newRow("https://a.example:65536") << false;
        QTest::newRow("https://user@a.example") << false;
        QTest::newRow("a.example") << false;
    }

    void aServerIsHttpsAHostAndAPort()
    {
        QFETCH(bool, valid);
        const QByteArray server = QTest::currentDataTag();
        const auto settings =
            sync("server = '" + server + "'\nca_file = 'c'\noutbox = 'o'\ninbox = 'i'\nstate = 's'\n");
        QCOMPARE(settings.has_value(), valid);
        QVERIFY(valid || settings.error().message.starts_with("sync.toml:1: server: "));
    }

    void theOutboxIsNobodyElsesFolder()
    {
        const auto settings = sync("server = 'https://a'\nca_file = 'c'\noutbox = 'o'\ninbox = './o'\nstate = 's'\n");
        QVERIFY(!settings);
        QVERIFY(settings.error().message.starts_with("sync.toml:3: outbox: "));
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "test_settings.moc"
