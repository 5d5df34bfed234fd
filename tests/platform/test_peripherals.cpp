// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/peripherals_check.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

namespace fs = std::filesystem;
using namespace smiley;
using platform::checkDevices;
using platform::Finding;

Q_DECLARE_METATYPE(smiley::platform::Finding)

namespace {

void put(const fs::path& file, const std::string& text = "")
{
    fs::create_directories(file.parent_path());
    std::ofstream(file) << text;
}

} // namespace

class TestPeripherals : public QObject {
    Q_OBJECT

private slots:
    void devicesAreFoundByTheirNodes_data()
    {
        QTest::addColumn<QStringList>("nodes");
        QTest::addColumn<QByteArray>("pcm"); // /proc/asound/pcm; null: not there
        QTest::addColumn<Finding>("camera");
        QTest::addColumn<Finding>("microphone");

        const QByteArray none;
        const QByteArray output = "00-00: HDMI 0 : HDMI 0 : playback 1\n";
        const QByteArray both = output + "01-00: USB Audio : USB Audio : playback 1 : capture 1\n";
        QTest::newRow("bare") << QStringList{"null"} << none << Finding::Absent << Finding::Absent;
        QTest::newRow("camera") << QStringList{"video0"} << none << Finding::Present << Finding::Absent;
        QTest::newRow("second camera") << QStringList{"video12"} << none << Finding::Present << Finding::Absent;
        QTest::newRow("a name like it") << QStringList{"video", "videox", "vid0"} << none << Finding::Absent
                                        << Finding::Absent;
        QTest::newRow("loudspeaker") << QStringList{"snd/controlC0", "snd/pcmC0D0p"} << output << Finding::Absent
                                     << Finding::Absent;
        QTest::newRow("microphone") << QStringList{"snd/pcmC0D0p", "snd/pcmC0D0c"} << none << Finding::Absent
                                    << Finding::Present;
        QTest::newRow("microphone without node") << QStringList{"null"} << both << Finding::Absent << Finding::Present;
        QTest::newRow("both") << QStringList{"video0", "snd/pcmC1D0c"} << both << Finding::Present << Finding::Present;
    }

    void devicesAreFoundByTheirNodes()
    {
        QFETCH(QStringList, nodes);
        QFETCH(QByteArray, pcm);
        QFETCH(Finding, camera);
        QFETCH(Finding, microphone);
        const QTemporaryDir folder;
        const fs::path root(folder.path().toStdString());
        for (const auto& node : nodes) {
            put(root / "dev" / node.toStdString());
        }
        if (!pcm.isNull()) {
            put(root / "proc/asound/pcm", pcm.toStdString());
        }
        const auto check = checkDevices(root);
        QCOMPARE(check.camera, camera);
        QCOMPARE(check.microphone, microphone);
        QCOMPARE(check.neitherIsThere(), camera == Finding::Absent && microphone == Finding::Absent);
        QCOMPARE(check.found.empty(), check.neitherIsThere());
    }

    void whatIsPluggedInLaterIsSeen()
    {
        const QTemporaryDir folder;
        const fs::path root(folder.path().toStdString());
        put(root / "dev/null");
        QVERIFY(checkDevices(root).neitherIsThere());
        put(root / "dev/video3");
        QVERIFY(!checkDevices(root).neitherIsThere());
        QCOMPARE(checkDevices(root).found, std::vector<std::string>{"/dev/video3"});
        fs::remove(root / "dev/video3");
        QVERIFY(checkDevices(root).neitherIsThere());
    }

    void withoutADeviceFolderNothingIsPromised()
    {
        const QTemporaryDir folder;
        const auto check = checkDevices(folder.path().toStdString());
        QCOMPARE(check.camera, Finding::Unknown);
        QCOMPARE(check.microphone, Finding::Unknown);
        QVERIFY(!check.neitherIsThere());
    }

    void aFolderThatIsNoFolderPromisesNothing()
    {
        const QTemporaryDir folder;
        const fs::path root(folder.path().toStdString());
        put(root / "dev/snd", "not a folder");
        const auto check = checkDevices(root);
        QCOMPARE(check.camera, Finding::Absent);
        QCOMPARE(check.microphone, Finding::Unknown);
        QVERIFY(!check.neitherIsThere());
    }
};

QTEST_GUILESS_MAIN(TestPeripherals)
#include "test_peripherals.moc"
