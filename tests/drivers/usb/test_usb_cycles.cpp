// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drivers/usb/usb_world.h"

#include <QTest>

#include <fstream>
#include <unistd.h>

using namespace smiley;
using namespace smiley::test;
using namespace std::chrono_literals;
using Kind = core::InputEvent::Kind;
using core::LinkState;

namespace {

constexpr int cycles = 1000;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool growthMeansSomething = false; // what was freed stays for a while, so that it can be caught
#else
constexpr bool growthMeansSomething = true;
#endif

long residentKiB()
{
    long pages = 0;
    long resident = 0;
    std::ifstream("/proc/self/statm") >> pages >> resident;
    return resident * sysconf(_SC_PAGESIZE) / 1024;
}

} // namespace

class TestUsbCycles : public QObject {
    Q_OBJECT

private slots:
    void aThousandPlugCyclesGrowNothing()
    {
        UsbWorld world;
        MockDevice& box = world.add("1-3", buttonBox());
        world.start();
        long before = 0;
        for (int i = 0; i < cycles; ++i) {
            if (i == cycles / 10) {
                before = residentKiB(); // warmed up
            }
            world.recorder.clear();
            box.plug();
            QVERIFY2(box.report({0x01}), qPrintable(QString("cycle %1").arg(i)));
            QVERIFY2(world.recorder.waitFor(Kind::KeyPressed, 1), qPrintable(QString("cycle %1").arg(i)));
            box.unplug();
            QVERIFY2(world.recorder.waitFor(Kind::Lost, 1), qPrintable(QString("cycle %1").arg(i)));
            QCOMPARE(world.recorder.text(), "found:0 key:1 lost:0");
        }
        const long grown = residentKiB() - before;
        qInfo("%d plug cycles: resident growth %ld KiB over the last 90 %%", cycles, grown);
        QVERIFY(!growthMeansSomething || grown < 1024);
        QVERIFY(isLink(world.source, keysEntry, LinkState::NoDevice));
        QCOMPARE(world.source.peripherals()[keysEntry].lost, std::uint64_t{cycles});
        QCOMPARE(box.seen().opens, cycles);
        QCOMPARE(box.seen().releases, cycles);
    }
};

QTEST_GUILESS_MAIN(TestUsbCycles)
#include "test_usb_cycles.moc"
