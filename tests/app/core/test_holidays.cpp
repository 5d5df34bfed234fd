// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/holidays.h"
#include "app/core/settings.h"
#include "app/core/stand_mode.h"

#include <QTest>

using namespace smiley;
using namespace smiley::core;

namespace {

Day day(const char* text) { return *Day::parse(text); }

} // namespace

class TestHolidays final : public QObject {
    Q_OBJECT

private slots:
    void easterIsWhereTheCalendarHasIt_data()
    {
        QTest::addColumn<QString>("easter");
        // The earliest and latest there are, the exceptions of Gauss's rule (1954, 1981), and the years ahead.
        for (const char* each :
             {"1818-03-22", "1943-04-25", "1954-04-18", "1961-04-02", "1981-04-19", "2000-04-23", "2008-03-23",
              "2011-04-24", "2019-04-21", "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
              "2028-04-16", "2029-04-01", "2030-04-21", "2035-03-25", "2038-04-25", "2049-04-18", "2076-04-19"}) {
            QTest::newRow(each) << each;
        }
    }
    void easterIsWhereTheCalendarHasIt()
    {
        QFETCH(QString, easter);
        QCOMPARE(easterSunday(easter.left(4).toInt()).text(), easter.toStdString());
    }

    void theHolidaysOfAYearAreTheDanishOnes()
    {
        const auto textOf = [](int year) {
            std::string text;
            for (const auto& [date, name] : danishHolidays(year)) {
                text += date.text().substr(5) + " " + name + "\n";
            }
            return text;
        };
        QCOMPARE(textOf(2026), std::string("01-01 Nytårsdag\n04-02 Skærtorsdag\n04-03 Langfredag\n04-05 Påskedag\n"
                                           "04-06 2. påskedag\n05-14 Kristi himmelfartsdag\n05-24 Pinsedag\n"
                                           "05-25 2. pinsedag\n12-25 Juledag\n12-26 2. juledag\n"));
        QVERIFY(textOf(2023).find("05-05 Store bededag\n") != std::string::npos);
        QVERIFY(textOf(2024).find("bededag") == std::string::npos);
    }

    void noOtherDayIsAHoliday()
    {
        for (const char* each : {"2026-06-05", "2026-12-24", "2026-12-31", "2026-05-01", "2024-04-26", "2026-04-04"}) {
            QVERIFY2(!isDanishHoliday(day(each)), each);
        }
        QVERIFY(isDanishHoliday(day("2023-05-05")));
        QVERIFY(isDanishHoliday(day("2027-03-29")));
    }

    void aDayHasTheHoursOfItsWeekdayUnlessItIsClosed()
    {
        StandSettings settings;
        settings.openingHours[3] = OpeningHours{480, 960}; // Thursdays
        QCOMPARE(openingHoursOn(settings, day("2026-12-24"))->text(), std::string("08:00-16:00"));
        QVERIFY(!openingHoursOn(settings, day("2026-12-25"))); // a Friday
        settings.closedDays = {day("2026-12-24")};
        QVERIFY(!openingHoursOn(settings, day("2026-12-24")));
        QVERIFY(openingHoursOn(settings, day("2026-04-02")).has_value());
        settings.holidaysClosed = true;
        QVERIFY(!openingHoursOn(settings, day("2026-04-02")));
    }

    void withoutAnyHoursAStandIsAlwaysOpenButForItsClosedDays()
    {
        StandSettings settings;
        QCOMPARE(openingHoursOn(settings, day("2026-12-25"))->text(), std::string("00:00-24:00"));
        settings.holidaysClosed = true;
        QVERIFY(!openingHoursOn(settings, day("2026-12-25")));
        const StandMode mode;
        const auto modeAt = [&](const char* each, int hour) {
            return mode.at(settings, WallMs{count(startOf(day(each))) + hour * std::int64_t{3'600'000}},
                           ClockQuality::Anchored);
        };
        for (const int hour : {0, 12, 23}) {
            QVERIFY(modeAt("2026-12-25", hour) == Mode::Closed);
            QVERIFY(modeAt("2026-12-28", hour) == Mode::Normal);
        }
    }

    void aStandThatNeverOpensGoesOnTheNextDay()
    {
        StandSettings settings;
        settings.openingHours[0] = OpeningHours{480, 960};
        for (Day each = day("2026-11-01"); each < day("2027-03-01"); each = each.next()) {
            settings.closedDays.insert(each);
        }
        QCOMPARE(nextOpeningDay(settings, day("2026-11-02")).text(), std::string("2026-11-03"));
        settings.closedDays.erase(day("2026-12-28")); // a Monday, 56 days on
        QCOMPARE(nextOpeningDay(settings, day("2026-11-02")).text(), std::string("2026-12-28"));
    }

    void hoursAreReadAsTheyAreWritten()
    {
        for (const char* good : {"08:00-16:00", "00:00-24:00", "23:59-24:00"}) {
            QCOMPARE(OpeningHours::parse(good)->text(), std::string(good));
        }
        for (const char* bad : {"", "8:00-16:00", "08:00-08:00", "16:00-08:00", "08:60-16:00", "08:00-24:01",
                                "08.00-16:00", "08:00 16:00", "08:00-16:00 ", "-8:00-16:00", "08:00-1a:00"}) {
            QVERIFY2(!OpeningHours::parse(bad), bad);
        }
    }
};

QTEST_GUILESS_MAIN(TestHolidays)
#include "test_holidays.moc"
