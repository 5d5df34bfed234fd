// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/blocks.h"

#include "tests/sync/outbox/rows.h"

#include <rapidcheck.h>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace smiley;
using namespace smiley::test;
using outbox::Coarse;
using outbox::VisitTime;
using wire::Block;

namespace {

constexpr const char* monday = "2026-11-02";

core::Day plus(const char* day, int days) { return {dayOf(day).date + std::chrono::days{days}}; }

std::vector<VisitTime> inHours(std::vector<std::pair<int, int>> countsByHour, core::Day day = dayOf(monday))
{
    std::vector<VisitTime> times;
    for (const auto& [hour, count] : countsByHour) {
        for (int visit = 0; visit < count; ++visit) {
            times.push_back({day, hour, true, true});
        }
    }
    return times;
}

std::string nameOf(const Block& block)
{
    switch (block.span) {
    case Block::Span::Hour: return "hour " + std::to_string(block.hour);
    case Block::Span::HalfDay: return "half " + std::to_string(block.hour);
    case Block::Span::Day: return "day " + block.firstDay.text();
    case Block::Span::Days: return "days " + block.firstDay.text() + ".." + block.lastDay.text();
    }
    return "";
}

/// "block x count, …"
std::string classesOf(const std::vector<VisitTime>& times, core::Day first, core::Day last)
{
    std::map<Block, int> counts;
    for (const Block& block : outbox::blocksOf(times, first, last)) {
        ++counts[block];
    }
    std::string text;
    for (const auto& [block, count] : counts) {
        text += (text.empty() ? "" : ", ") + nameOf(block) + " x " + std::to_string(count);
    }
    return text;
}

bool holds(const Block& block, const VisitTime& time)
{
    switch (block.span) {
    case Block::Span::Hour: return time.isDayKnown && time.day == block.firstDay && time.hour == block.hour;
    case Block::Span::HalfDay:
        return time.isDayKnown && time.day == block.firstDay && time.hour && (*time.hour < 12) == (block.hour == 0);
    case Block::Span::Day: return time.isDayKnown ? time.day == block.firstDay : block.firstDay == block.lastDay;
    case Block::Span::Days: return block.firstDay <= time.day && time.day <= block.lastDay;
    }
    return false;
}

/// Runs a RapidCheck property inside a Qt Test.
template <class Property>
bool holdsAlways(const char* name, Property&& property)
{
    return rc::check(name, std::forward<Property>(property));
}

} // namespace

class TestBlocks final : public QObject {
    Q_OBJECT
private slots:
    void aBlockIsTheSmallestThatFiveShare_data()
    {
        QTest::addColumn<QString>("hours");
        QTest::addColumn<QString>("classes");
        QTest::newRow("full hours") << "9:5 10:7"
                                    << "hour 9 x 5, hour 10 x 7";
        QTest::newRow("leftovers of a half-day") << "8:2 9:5 10:3"
                                                 << "hour 9 x 5, half 0 x 5";
        QTest::newRow("too few left: the smallest neighbour is lifted") << "8:6 9:9 10:3"
                                                                        << "hour 9 x 9, half 0 x 9";
        QTest::newRow("morning too small: to the day") << "9:3 13:2"
                                                       << "day 2026-11-02 x 5";
        QTest::newRow("morning too small: the afternoon's class is lifted") << "9:3 13:5"
                                                                            << "day 2026-11-02 x 8";
        QTest::newRow("morning too small beside two") << "9:3 13:5 14:8"
                                                      << "hour 14 x 8, day 2026-11-02 x 8";
        QTest::newRow("four in all") << "9:1 11:1 14:2"
                                     << "day 2026-11-02 x 4";
        QTest::newRow("one") << "9:1"
                             << "day 2026-11-02 x 1";
        QTest::newRow("noon belongs to the afternoon") << "11:4 12:5"
                                                       << "day 2026-11-02 x 9";
    }
    void aBlockIsTheSmallestThatFiveShare()
    {
        QFETCH(QString, hours);
        QFETCH(QString, classes);
        std::vector<std::pair<int, int>> counts;
        for (const QString& part : hours.split(' ')) {
            counts.emplace_back(part.section(':', 0, 0).toInt(), part.section(':', 1, 1).toInt());
        }
        QCOMPARE(classesOf(inHours(counts), dayOf(monday), dayOf(monday)), classes.toStdString());
    }

    void daysThatAreSealedTogetherMergeIntoTheirSpan()
    {
        std::vector<VisitTime> times = inHours({{9, 3}});
        for (const VisitTime& time : inHours({{9, 3}}, plus(monday, 1))) {
            times.push_back(time);
        }
        QCOMPARE(classesOf(times, dayOf(monday), plus(monday, 1)), std::string("days 2026-11-02..2026-11-03 x 6"));
    }

    void excludedVisitsHideNobody()
    {
        std::vector<VisitTime> times = inHours({{9, 4}, {10, 6}});
        for (int tests = 0; tests < 20; ++tests) {
            times.push_back({dayOf(monday), 9, true, false});
        }
        QCOMPARE(classesOf(times, dayOf(monday), dayOf(monday)), std::string("half 0 x 30"));
    }

    void whatNobodyCanDateIsInTheSpan()
    {
        std::vector<VisitTime> times = inHours({{9, 5}, {10, 6}});
        for (int visit = 0; visit < 5; ++visit) {
            times.push_back({dayOf(monday), {}, true, true});
        }
        QCOMPARE(classesOf(times, dayOf(monday), dayOf(monday)),
                 std::string("hour 9 x 5, hour 10 x 6, day 2026-11-02 x 5"));
    }

    void everyBlockHasFiveCountedVisits()
    {
        QVERIFY(holdsAlways("blocks", [](const std::vector<std::pair<std::uint8_t, std::uint8_t>>& drawn) {
            std::vector<VisitTime> times;
            std::size_t counted = 0;
            for (const auto& [when, kind] : drawn) {
                const auto hour = kind % 16 == 1 ? std::optional<int>{} : std::optional<int>(10 + when % 4);
                times.push_back({plus(monday, when / 4 % 2), hour, kind % 32 != 3, kind % 8 != 0});
                counted += times.back().counts ? 1U : 0U;
            }
            const auto blocks = outbox::blocksOf(times, dayOf(monday), plus(monday, 1));
            std::map<Block, std::size_t> classes;
            for (std::size_t index = 0; index < times.size(); ++index) {
                RC_ASSERT(holds(blocks[index], times[index]));
                classes[blocks[index]] += times[index].counts ? 1U : 0U;
            }
            for (const auto& [block, count] : classes) {
                RC_ASSERT((count >= 5 || (counted < 5 && block.span == Block::Span::Days)));
            }
            const bool hasHour =
                std::ranges::any_of(classes, [](const auto& c) { return c.first.span == Block::Span::Hour; });
            RC_CLASSIFY(hasHour, "with an hour's block");
        }));
    }

    void noValueIsSharedByFewerThanFive()
    {
        QVERIFY(holdsAlways("coarsening", [](const std::vector<std::uint8_t>& drawn) {
            std::vector<Coarse> values;
            for (const std::uint8_t each : drawn) {
                values.push_back(
                    {each % 7 == 0 ? std::optional<std::string>{} : std::string(1, static_cast<char>('a' + each % 9)),
                     true});
            }
            const std::vector<Coarse> before = values;
            outbox::coarsen(values);
            std::map<std::string, int> counts;
            int given = 0;
            for (std::size_t index = 0; index < values.size(); ++index) {
                RC_ASSERT(values[index].value.has_value() == before[index].value.has_value());
                RC_ASSERT((!values[index].value || *values[index].value == "other" ||
                           values[index].value == before[index].value));
                if (values[index].value) {
                    ++counts[*values[index].value];
                    ++given;
                }
            }
            for (const auto& [value, count] : counts) {
                RC_ASSERT((count >= 5 || (given < 5 && value == "other")));
            }
        }));
    }

    void theRarestGoesIntoOtherOnlyWhileOtherIsSmall_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("all common") << "aaaaabbbbb"
                                    << "aaaaabbbbb";
        QTest::newRow("rare ones together are five") << "aaaaabbccc"
                                                     << "aaaaa*****";
        QTest::newRow("one alone takes the rarest along") << "aaaaaabbbbbc"
                                                          << "aaaaaa******";
        QTest::newRow("two of one kind only") << "aa"
                                              << "**";
        QTest::newRow("everything") << "aaaaab"
                                    << "******";
    }
    void theRarestGoesIntoOtherOnlyWhileOtherIsSmall()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        std::vector<Coarse> values;
        for (const QChar letter : before) {
            values.push_back({std::string(1, letter.toLatin1()), true});
        }
        outbox::coarsen(values);
        std::string made;
        for (const Coarse& each : values) {
            made += *each.value == "other" ? "*" : *each.value;
        }
        QCOMPARE(made, after.toStdString());
    }
};

QTEST_APPLESS_MAIN(TestBlocks)
#include "test_blocks.moc"
