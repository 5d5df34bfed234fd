// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/backlight.h"

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <fstream>
#include <string>

using namespace smiley::platform;
namespace fs = std::filesystem;

class TestBacklight : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    fs::path m_root;

    void panel(const char* name, const char* most)
    {
        const fs::path folder = m_root / "sys/class/backlight" / name;
        fs::create_directories(folder);
        std::ofstream(folder / "max_brightness") << most << "\n";
        std::ofstream(folder / "brightness") << "7\n";
    }
    [[nodiscard]] std::string brightness(const char* name) const
    {
        std::string text;
        std::ifstream(m_root / "sys/class/backlight" / name / "brightness") >> text;
        return text;
    }

private slots:
    void init()
    {
        m_root = fs::path(m_dir.path().toStdString()) / QTest::currentTestFunction();
        fs::create_directories(m_root);
    }

    void aMachineWithoutOneSaysSo() { QVERIFY(!setBacklight(70, m_root)); }

    void percentIsOfTheBrightest()
    {
        panel("intel_backlight", "1500");
        QVERIFY(setBacklight(70, m_root));
        QCOMPARE(brightness("intel_backlight"), std::string("1050"));
        QVERIFY(setBacklight(100, m_root));
        QCOMPARE(brightness("intel_backlight"), std::string("1500"));
    }

    void itIsNeverDark()
    {
        panel("few_steps", "4");
        QVERIFY(setBacklight(10, m_root));
        QCOMPARE(brightness("few_steps"), std::string("1"));
        QVERIFY(setBacklight(-50, m_root)); // as 10
        QCOMPARE(brightness("few_steps"), std::string("1"));
    }

    void everyPanelIsSetAndABrokenOneIsPassedOver()
    {
        panel("a", "100");
        panel("b", "rubbish");
        panel("c", "200");
        QVERIFY(setBacklight(50, m_root));
        QCOMPARE(brightness("a"), std::string("50"));
        QCOMPARE(brightness("b"), std::string("7"));
        QCOMPARE(brightness("c"), std::string("100"));
    }

    void whatCannotBeWrittenIsNoBacklight()
    {
        panel("only", "100");
        const fs::path file = m_root / "sys/class/backlight/only/brightness";
        fs::remove(file);
        fs::create_directory(file); // also for the superuser
        QVERIFY(!setBacklight(50, m_root));
    }
};

QTEST_APPLESS_MAIN(TestBacklight)
#include "test_backlight.moc"
