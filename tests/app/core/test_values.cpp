// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/ids.h"
#include "app/core/ports.h"
#include "app/core/result.h"
#include "app/core/time.h"
#include "tests/support/fakes.h"

#include <QTest>

#include <array>
#include <cstdlib>
#include <ctime>
#include <deque>
#include <string>
#include <type_traits>

using namespace smiley::core;

static_assert(!std::is_default_constructible_v<StandId>, "an id without a rule checked must not exist");
static_assert(!std::is_convertible_v<StandId, SiteId> && !std::is_convertible_v<std::string, StandId>);
static_assert(!std::is_convertible_v<Sequence, EnvelopeNumber>);

namespace {

/// Gives out the numbers of a list.
class ListedRandom final : public Random {
public:
    explicit ListedRandom(std::deque<std::uint32_t> values) : m_values(std::move(values)) {}
    void fill(std::span<std::byte> bytes) override
    {
        const std::uint32_t value = m_values.front();
        m_values.pop_front();
        const auto raw = std::as_bytes(std::span(&value, 1));
        std::copy(raw.begin(), raw.end(), bytes.begin());
    }
    [[nodiscard]] std::size_t left() const { return m_values.size(); }

private:
    std::deque<std::uint32_t> m_values;
};

enum class Fault : std::uint8_t { Broken };

Result<int, Fault> half(int value)
{
    if (value % 2 != 0) {
        return fail(Fault::Broken, "odd");
    }
    return value / 2;
}

QString wallOf(Day day) { return QString::number(count(startOf(day))); }

} // namespace

class TestValues : public QObject {
    Q_OBJECT

private slots:
    void anIdIsParsedByItsRule_data();
    void anIdIsParsedByItsRule();
    void onlyScoresOfFacesAreFaces();
    void aResultIsItsValueOrItsFailure();
    void smallNumbersAreNoLikelierThanGreatOnes();
    void everyNumberBelowTheBoundComesUp();
    void localTimeAgreesWithTheTimeZoneDatabaseForEveryHourOfTwentyYears();
    void aDayBeginsWhereTheLocalClockShowsMidnight();
    void theHourOfChangeIsShownAsOnTheWall_data();
    void theHourOfChangeIsShownAsOnTheWall();
    void aDayIsParsedOnlyWhereItExists_data();
    void aDayIsParsedOnlyWhereItExists();
    void daysAreCountedOverMonthsAndLeapYears();
};

void TestValues::anIdIsParsedByItsRule_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    const auto row = [](const char* name, const char* rule, const QString& text, bool valid) {
        QTest::newRow(name) << rule << text << valid;
    };
    row("slug", "slug", "fjordby-1", true);
    row("slug of three", "slug", "abc", true);
    row("slug of two", "slug", "ab", false);
    row("slug of forty", "slug", QString(40, 'a'), true);
    row("slug of forty-one", "slug", QString(41, 'a'), false);
    row("slug with digit first", "slug", "1abc", false);
    row("slug with hyphen first", "slug", "-abc", false);
    row("slug with capitals", "slug", "Fjordby", false);
    row("slug with a Danish letter", "slug", QStringLiteral("ærø"), false);
    row("slug with a slash", "slug", "a/../b", false);
    row("slug with a space", "slug", "abc ", false);
    row("empty slug", "slug", "", false);
    row("key", "key", "B5a", true);
    row("key of one", "key", "1", true);
    row("key of all kinds", "key", "a_b-c.D9", true);
    row("key of thirty-two", "key", QString(32, 'k'), true);
    row("key of thirty-three", "key", QString(33, 'k'), false);
    row("key with dot first", "key", ".a", false);
    row("key with a quote", "key", "a\"b", false);
    row("empty key", "key", "", false);
    row("hash", "hash", QString(64, 'f'), true);
    row("hash of digits", "hash", QString(64, '0'), true);
    row("hash too short", "hash", QString(63, 'f'), false);
    row("hash too long", "hash", QString(65, 'f'), false);
    row("hash with capitals", "hash", QString(64, 'F'), false);
    row("hash with g", "hash", QString(63, 'a') + 'g', false);
    row("epoch", "epoch", QString(32, 'a'), true);
    row("epoch as long as a hash", "epoch", QString(64, 'a'), false);
}

void TestValues::anIdIsParsedByItsRule()
{
    QFETCH(QString, rule);
    QFETCH(QString, text);
    QFETCH(bool, valid);
    const std::string given = text.toStdString();
    std::optional<std::string> parsed;
    const auto take = [&](const auto& id) {
        if (id) {
            parsed = id->text();
        }
    };
    if (rule == "slug") {
        take(StandId::parse(given));
    } else if (rule == "key") {
        take(QuestionId::parse(given));
    } else if (rule == "hash") {
        take(Hash::parse(given));
    } else {
        take(Epoch::parse(given));
    }
    QCOMPARE(parsed.has_value(), valid);
    if (valid) {
        QCOMPARE(*parsed, given);
    }
}

void TestValues::onlyScoresOfFacesAreFaces()
{
    for (int value = -3; value <= 8; ++value) {
        const auto face = faceOf(value);
        QCOMPARE(face.has_value(), value >= 1 && value <= 5);
        if (face) {
            QCOMPARE(score(*face), value);
        }
    }
}

void TestValues::aResultIsItsValueOrItsFailure()
{
    QVERIFY(half(4).has_value());
    QCOMPARE(*half(4), 2);
    QVERIFY(!half(3));
    QVERIFY(half(3).error().code == Fault::Broken);
    QCOMPARE(half(3).error().message, std::string("odd"));
}

void TestValues::smallNumbersAreNoLikelierThanGreatOnes()
{
    // 2^32 = 3 x 1431655765 + 1: of all numbers one is left over, and it is drawn again.
    ListedRandom random({0U, 1U, 2U, 3U});
    QCOMPARE(random.below(3), 1U);
    QCOMPARE(random.left(), 2U);
    QCOMPARE(random.below(1), 0U);
    QCOMPARE(random.below(4), 3U);
}

void TestValues::everyNumberBelowTheBoundComesUp()
{
    smiley::test::SeededRandom random(7);
    std::array<int, 7> seen{};
    for (int i = 0; i < 70000; ++i) {
        const std::uint32_t value = random.below(7);
        QVERIFY(value < 7);
        ++seen[value];
    }
    for (const int times : seen) { // 10,000 expected, standard deviation 93
        QVERIFY2(times > 9500 && times < 10500, qPrintable(QString::number(times)));
    }
}

void TestValues::localTimeAgreesWithTheTimeZoneDatabaseForEveryHourOfTwentyYears()
{
    QVERIFY(setenv("TZ", "Europe/Copenhagen", 1) == 0);
    tzset();
    const std::time_t from = 1577836800; // 2020-01-01
    const std::time_t to = 2240524800;   // 2041-01-01
    // Where the database isn't installed, the C library would show UTC and the test would compare nothing.
    std::tm summer{};
    const std::time_t july = 1593604800;
    localtime_r(&july, &summer);
    QCOMPARE(summer.tm_isdst, 1);
    int hours = 0;
    for (std::time_t at = from; at < to; at += 3600) {
        for (const std::int64_t ms : {std::int64_t{0}, std::int64_t{3599999}}) {
            const std::time_t second = at + static_cast<std::time_t>(ms / 1000);
            std::tm expected{};
            localtime_r(&second, &expected);
            const LocalTime local = localTime(WallMs{static_cast<std::int64_t>(at) * 1000 + ms});
            const std::chrono::year_month_day civil{local.day.date};
            const bool agrees = static_cast<int>(civil.year()) == expected.tm_year + 1900 &&
                                unsigned{civil.month()} == static_cast<unsigned>(expected.tm_mon + 1) &&
                                unsigned{civil.day()} == static_cast<unsigned>(expected.tm_mday) &&
                                local.minuteOfDay == expected.tm_hour * 60 + expected.tm_min;
            QVERIFY2(agrees, qPrintable(QString::number(second)));
        }
        ++hours;
    }
    QCOMPARE(hours, 184080);
}

void TestValues::aDayBeginsWhereTheLocalClockShowsMidnight()
{
    Day day = *Day::parse("2020-01-01");
    const Day end = *Day::parse("2041-01-01");
    for (; day < end; day = day.next()) {
        const WallMs start = startOf(day);
        const LocalTime local = localTime(start);
        QCOMPARE(local.day.text(), day.text());
        QCOMPARE(local.minuteOfDay, 0);
        QVERIFY(localTime(WallMs{count(start) - 1}).day < day);
    }
    QVERIFY(wallOf(*Day::parse("2026-11-22")) == "1795302000000");
}

void TestValues::theHourOfChangeIsShownAsOnTheWall_data()
{
    QTest::addColumn<qint64>("wall");
    QTest::addColumn<int>("minute");
    QTest::newRow("last second of winter 2026") << qint64{1774745999000} << 119;
    QTest::newRow("first second of summer 2026") << qint64{1774746000000} << 180;
    QTest::newRow("last second of summer 2026") << qint64{1792889999000} << 179;
    QTest::newRow("first second of winter again") << qint64{1792890000000} << 120;
    QTest::newRow("one millisecond before 1970") << qint64{-1} << 59;
}

void TestValues::theHourOfChangeIsShownAsOnTheWall()
{
    QFETCH(qint64, wall);
    QFETCH(int, minute);
    QCOMPARE(localTime(WallMs{wall}).minuteOfDay, minute);
}

void TestValues::aDayIsParsedOnlyWhereItExists_data()
{
    QTest::addColumn<bool>("valid");
    for (const char* text : {"2026-11-22", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"}) {
        QTest::newRow(text) << true;
    }
    for (const char* text : {"2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-22",
                             "2026/11/22", "22-11-2026", "2026-11-22 ", "+026-11-22", "2026-11-2x", "2026-11-00"}) {
        QTest::newRow(text) << false;
    }
    QTest::newRow("") << false;
}

void TestValues::aDayIsParsedOnlyWhereItExists()
{
    QFETCH(bool, valid);
    const std::string text = QTest::currentDataTag();
    const auto day = Day::parse(text);
    QCOMPARE(day.has_value(), valid);
    if (valid) {
        QCOMPARE(day->text(), text);
    }
}

void TestValues::daysAreCountedOverMonthsAndLeapYears()
{
    QCOMPARE(Day::parse("2024-03-01")->daysSince(*Day::parse("2024-02-28")), 2);
    QCOMPARE(Day::parse("2026-01-01")->daysSince(*Day::parse("2026-12-31")), -364);
    QCOMPARE(Day::parse("2026-12-31")->next().text(), std::string("2027-01-01"));
}

QTEST_APPLESS_MAIN(TestValues)
#include "test_values.moc"
