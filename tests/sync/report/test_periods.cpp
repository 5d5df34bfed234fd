// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/periods.h"

#include <QtTest>

#include <chrono>
#include <set>
#include <string>

using namespace smiley;
using namespace smiley::report;

class TestPeriods : public QObject {
    Q_OBJECT

private slots:
    void periodsNestAndCoverEveryDay()
    {
        std::set<std::string> weeks;
        for (core::Day day = *core::Day::parse("2024-12-20"); day < *core::Day::parse("2033-01-10"); day = day.next()) {
            const Period week = weekOf(day);
            const Period month = monthOf(day);
            const Period quarter = quarterOf(day);
            for (const Period& period : {week, month, quarter}) {
                QVERIFY(period.first <= day && day <= period.last);
                QCOMPARE(std::chrono::weekday{period.first.date}, std::chrono::Monday);
                QCOMPARE(std::chrono::weekday{period.last.date}, std::chrono::Sunday);
            }
            QVERIFY(quarter.first <= month.first && month.first <= week.first);
            QVERIFY(week.last <= month.last && month.last <= quarter.last);
            // ISO 8601, as Qt counts it.
            const QDate date = QDate::fromString(QString::fromStdString(day.text()), Qt::ISODate);
            int year = 0;
            const int number = date.weekNumber(&year);
            QCOMPARE(QString::fromStdString(week.name),
                     QStringLiteral("%1-W%2").arg(year).arg(number, 2, 10, QChar('0')));
        }
        const QuarterTree tree = quarterTree(*core::Day::parse("2026-11-22"));
        QCOMPARE(tree.quarter.name, std::string("2026-Q4"));
        QCOMPARE(tree.months.size(), std::size_t{3});
        QCOMPARE(tree.months.front().name, std::string("2026-10"));
        QCOMPARE(tree.weeks.size(), std::size_t{14}); // 2026 has 53 weeks
        QCOMPARE(tree.weeks.back().last.text(), std::string("2027-01-03"));
    }
};

QTEST_APPLESS_MAIN(TestPeriods)
#include "test_periods.moc"
