// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/clock.h"

#include <QtTest>

#include <chrono>
#include <thread>

using namespace smiley;
using core::ClockQuality;
using core::MonotonicMs;
using core::WallMs;
using platform::anchorLifetimeMs;
using platform::ClockAnchor;
using platform::ClockReading;
using platform::judge;

static_assert(!std::is_copy_constructible_v<platform::SystemClock>);

Q_DECLARE_METATYPE(smiley::core::ClockQuality)

class TestClock : public QObject {
    Q_OBJECT

private slots:
    void aReadingIsJudged_data()
    {
        QTest::addColumn<qint64>("wall");
        QTest::addColumn<bool>("synchronised");
        QTest::addColumn<qint64>("anchorAge"); // -1: no anchor
        QTest::addColumn<ClockQuality>("quality");
        QTest::addColumn<bool>("wallIsAnchors");

        const qint64 life = anchorLifetimeMs;
        QTest::newRow("plausible") << qint64{2000} << false << qint64{-1} << ClockQuality::Set << false;
        QTest::newRow("at the day of the build") << qint64{1000} << false << qint64{-1} << ClockQuality::Set << false;
        QTest::newRow("before the build") << qint64{999} << false << qint64{-1} << ClockQuality::None << false;
        QTest::newRow("synchronised") << qint64{2000} << true << qint64{-1} << ClockQuality::Anchored << false;
        QTest::newRow("synchronised before the build")
            << qint64{999} << true << qint64{-1} << ClockQuality::None << false;
        QTest::newRow("anchored") << qint64{2000} << false << qint64{0} << ClockQuality::Anchored << true;
        QTest::newRow("anchored, wall at 2001") << qint64{1} << false << qint64{5} << ClockQuality::Anchored << true;
        QTest::newRow("synchronised wins over the anchor")
            << qint64{2000} << true << qint64{5} << ClockQuality::Anchored << false;
        QTest::newRow("oldest anchor") << qint64{2000} << false << life << ClockQuality::Anchored << true;
        QTest::newRow("anchor one too old") << qint64{2000} << false << life + 1 << ClockQuality::Set << false;
        QTest::newRow("too old, wall at 2001") << qint64{1} << false << life + 1 << ClockQuality::None << false;
    }

    void aReadingIsJudged()
    {
        QFETCH(qint64, wall);
        QFETCH(bool, synchronised);
        QFETCH(qint64, anchorAge);
        QFETCH(ClockQuality, quality);
        QFETCH(bool, wallIsAnchors);

        constexpr qint64 monotonic = 1'000'000'000;
        constexpr qint64 anchorWall = 500'000;
        std::optional<ClockAnchor> anchor;
        if (anchorAge >= 0) {
            anchor = ClockAnchor{MonotonicMs{monotonic - anchorAge}, WallMs{anchorWall}};
        }
        const auto now = judge({MonotonicMs{monotonic}, WallMs{wall}, synchronised}, anchor, WallMs{1000});
        QCOMPARE(now.quality, quality);
        QCOMPARE(count(now.monotonic), monotonic);
        QCOMPARE(count(now.wall), wallIsAnchors ? anchorWall + anchorAge : wall);
    }

    void anUnreadableWallClockLabelsNothing()
    {
        const auto now = judge({MonotonicMs{7}, std::nullopt, true}, std::nullopt, WallMs{1000});
        QCOMPARE(now.quality, ClockQuality::None);
        QCOMPARE(count(now.wall), 0);
    }

    void anAnchorFromTheFutureOfThisBootIsNotBelieved()
    {
        const ClockAnchor anchor{MonotonicMs{8}, WallMs{5000}};
        const auto now = judge({MonotonicMs{7}, WallMs{2000}, false}, anchor, WallMs{1000});
        QCOMPARE(now.quality, ClockQuality::Set);
        QCOMPARE(count(now.wall), 2000);
    }

    void theMachinesClocksGoForward()
    {
        const platform::SystemClock clock;
        const auto first = clock.now();
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        const auto second = clock.now();
        const auto passed = count(second.monotonic) - count(first.monotonic);
        QVERIFY2(passed >= 20 && passed < 5000, QByteArray::number(static_cast<qlonglong>(passed)));
        // This test was built today or before, so a machine that runs it has at least a plausible clock.
        QVERIFY(second.quality != ClockQuality::None);
        QVERIFY(count(second.wall) >= count(platform::buildDay()));
    }

    void theCentresTimeReplacesAnUnsynchronisedWallClock()
    {
        platform::SystemClock clock;
        const auto before = clock.now();
        const WallMs centre{count(before.wall) + 3'600'000};
        clock.setAnchor({before.monotonic, centre});
        const auto after = clock.now();
        QCOMPARE(after.quality, ClockQuality::Anchored);
        const auto ahead = count(after.wall) - count(before.wall);
        // Where the kernel itself is synchronised it stays in charge.
        QVERIFY(before.quality == ClockQuality::Anchored ? ahead < 5000 : ahead >= 3'600'000 && ahead < 3'605'000);
    }
};

QTEST_GUILESS_MAIN(TestClock)
#include "test_clock.moc"
