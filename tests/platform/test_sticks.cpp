// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sticks.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <future>

namespace fs = std::filesystem;
using namespace smiley;
using platform::mountedSticks;

namespace {

/// A machine's folders as far as they tell of disks.
class Machine {
public:
    Machine()
    {
        disk("pci0000:00/0000:00:1f.2/ata1/host0/block/sda", "8:0", false);
        partition("pci0000:00/0000:00:1f.2/ata1/host0/block/sda", "sda1", "8:1");
        mount("8:1", "/", "/dev/sda1", "rw,relatime", "rw");
    }
    void disk(const std::string& device, const std::string& number, bool removable)
    {
        put(sys(device) / "removable", removable ? "1\n" : "0\n");
        put(sys(device) / "device/vendor", "Kingston\n");
        put(sys(device) / "device/model", "DataTraveler 3.0 \n");
        link(number, device);
    }
    void partition(const std::string& disk, const std::string& name, const std::string& number)
    {
        put(sys(disk) / name / "partition", "1\n");
        link(number, disk + "/" + name);
    }
    void mount(const std::string& number, const std::string& folder, const std::string& device,
               const std::string& options, const std::string& superOptions, const std::string& top = "/")
    {
        fs::create_directories(m_root / fs::path(folder).relative_path());
        m_mounts += "36 35 " + number + " " + top + " " + folder + " " + options + " shared:1 master:2 - vfat " +
                    device + " " + superOptions + "\n";
        put(m_root / "proc/self/mountinfo", "broken\n" + m_mounts);
    }
    void label(const std::string& name, const std::string& device)
    {
        fs::create_directories(m_root / "dev/disk/by-label");
        fs::create_symlink("../../" + device, m_root / "dev/disk/by-label" / name);
    }
    [[nodiscard]] fs::path root() const { return m_root; }

private:
    [[nodiscard]] fs::path sys(const std::string& device) const { return m_root / "sys/devices" / device; }
    void link(const std::string& number, const std::string& device)
    {
        fs::create_directories(m_root / "sys/dev/block");
        fs::create_symlink("../../devices/" + device, m_root / "sys/dev/block" / number);
    }
    static void put(const fs::path& file, const std::string& text)
    {
        fs::create_directories(file.parent_path());
        std::ofstream(file) << text;
    }
    QTemporaryDir m_folder;
    fs::path m_root{m_folder.path().toStdString()};
    std::string m_mounts;
};

constexpr const char* usbDisk = "pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0/host6/block/sdb";

} // namespace

class TestSticks : public QObject {
    Q_OBJECT

private slots:
    void aMachineWithoutOneHasNone() { QVERIFY(mountedSticks(Machine().root()).empty()); }

    void aFolderThatIsNoMachineHasNone() { QVERIFY(mountedSticks("/nowhere").empty()); }

    void aStickHasNameRoomAndRights()
    {
        Machine machine;
        machine.disk(usbDisk, "8:16", false); // many sticks don't call themselves removable
        machine.partition(usbDisk, "sdb1", "8:17");
        machine.label("KOMMUNE\\x20NR\\x201", "sdb1");
        machine.mount("8:17", "/run/smileystand/stick/sdb1", "/dev/sdb1", "rw,nosuid", "rw");
        const auto sticks = mountedSticks(machine.root());
        QCOMPARE(sticks.size(), 1U);
        QCOMPARE(sticks[0].folder, fs::path("/run/smileystand/stick/sdb1"));
        QCOMPARE(sticks[0].device, std::string("/dev/sdb1"));
        QCOMPARE(sticks[0].name, std::string("KOMMUNE NR 1"));
        QVERIFY(!sticks[0].readOnly);
        QVERIFY(sticks[0].totalBytes > 0 && sticks[0].freeBytes <= sticks[0].totalBytes);
    }

    void withoutALabelTheMakersNameIsSaid()
    {
        Machine machine;
        machine.disk(usbDisk, "8:16", true);
        machine.mount("8:16", "/media/stick", "/dev/sdb", "rw", "rw");
        QCOMPARE(mountedSticks(machine.root()).at(0).name, std::string("Kingston DataTraveler 3.0"));
    }

    void readOnlyIsSeenInEitherPlace_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("super");
        QTest::addColumn<bool>("readOnly");
        QTest::newRow("neither") << "rw,nosuid"
                                 << "rw,errors=remount-ro" << false;
        QTest::newRow("mount") << "ro,nosuid"
                               << "rw" << true;
        QTest::newRow("super") << "rw"
                               << "ro" << true;
    }
    void readOnlyIsSeenInEitherPlace()
    {
        QFETCH(QString, options);
        QFETCH(QString, super);
        QFETCH(bool, readOnly);
        Machine machine;
        machine.disk(usbDisk, "8:16", true);
        machine.mount("8:16", "/media/stick", "/dev/sdb", options.toStdString(), super.toStdString());
        QCOMPARE(mountedSticks(machine.root()).at(0).readOnly, readOnly);
    }

    void aFolderWithABlankIsFound()
    {
        Machine machine;
        machine.disk(usbDisk, "8:16", true);
        fs::create_directories(machine.root() / "media/a b");
        machine.mount("8:16", "/media/a\\040b", "/dev/sdb", "rw", "rw");
        QCOMPARE(mountedSticks(machine.root()).at(0).folder, fs::path("/media/a b"));
    }

    void whatTheMachineRunsFromIsNoStick()
    {
        Machine machine;
        const std::string card = "platform/mmc0/block/mmcblk0";
        machine.disk(usbDisk, "8:16", true);
        machine.partition(usbDisk, "sdb1", "8:17");
        machine.partition(usbDisk, "sdb2", "8:18");
        machine.disk(card, "179:0", false);
        machine.mount("8:17", "/boot/efi", "/dev/sdb1", "rw", "rw");
        machine.mount("8:18", "/media/data", "/dev/sdb2", "rw", "rw"); // the same stick's other part
        machine.mount("179:0", "/media/card", "/dev/mmcblk0", "rw", "rw");
        QVERIFY(mountedSticks(machine.root()).empty());
    }

    void oneStickMountedTwiceIsOneAndAPartOfItIsNone()
    {
        Machine machine;
        machine.disk(usbDisk, "8:16", true);
        machine.mount("8:16", "/media/a", "/dev/sdb", "rw", "rw", "/part");
        machine.mount("8:16", "/media/c", "/dev/sdb", "rw", "rw");
        machine.mount("8:16", "/media/b", "/dev/sdb", "rw", "rw");
        const auto sticks = mountedSticks(machine.root());
        QCOMPARE(sticks.size(), 1U);
        QCOMPARE(sticks[0].folder, fs::path("/media/b"));
    }

    void twoSticksAreTwo()
    {
        Machine machine;
        const std::string second = "pci0000:00/0000:00:14.0/usb2/2-1/2-1:1.0/host7/block/sdc";
        machine.disk(usbDisk, "8:16", true);
        machine.disk(second, "8:32", true);
        machine.mount("8:32", "/media/z", "/dev/sdc", "rw", "rw");
        machine.mount("8:16", "/media/a", "/dev/sdb", "rw", "rw");
        QCOMPARE(mountedSticks(machine.root()).size(), 2U);
    }

    void theWatchSeesAStickComeAndGo()
    {
        using namespace std::chrono_literals;
        const auto isIn = std::make_shared<std::atomic<bool>>(false); // a look that still runs outlives the watch
        const platform::StickWatch watch(
            [isIn] {
                return *isIn ? std::vector<platform::Stick>{{"/media/a", "/dev/sdb1", "A", 1, 2, false}}
                             : std::vector<platform::Stick>();
            },
            1ms);
        QVERIFY(watch.latest().empty());
        *isIn = true;
        QTRY_COMPARE(watch.latest().size(), 1U);
        *isIn = false;
        QTRY_VERIFY(watch.latest().empty());
    }

    void aStickThatDoesNotAnswerHoldsNobodyUp()
    {
        using namespace std::chrono_literals;
        auto asked = std::make_shared<std::promise<void>>();
        auto answer = std::make_shared<std::promise<void>>();
        QElapsedTimer timer;
        timer.start();
        {
            const platform::StickWatch watch([asked, answer, waits = answer->get_future().share()] {
                asked->set_value();
                waits.wait();
                return std::vector<platform::Stick>();
            });
            asked->get_future().wait();
            QVERIFY(watch.latest().empty());
        }
        QVERIFY(timer.elapsed() < 2000);
        answer->set_value(); // its thread ends
    }
};

QTEST_GUILESS_MAIN(TestSticks)
#include "test_sticks.moc"
