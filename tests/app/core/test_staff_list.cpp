// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/staff_list.h"

#include <QTest>

#include <string>
#include <vector>

using namespace smiley::core;

using Names = std::vector<std::string>;

class TestStaffList final : public QObject {
    Q_OBJECT

private slots:
    void namesComeInTheOrderOfTheFile()
    {
        const auto names = readStaffList("\xEF\xBB\xBF# Borgerservice, 2026\r\nHanne Lund\r\n\r\n \t\n  Søren Krogh\t\n"
                                         "   # og de nye\nعلی رضایی\nHanne Lund\nPer #2");
        QVERIFY(names.has_value());
        QVERIFY((*names == Names{"Hanne Lund", "Søren Krogh", "علی رضایی", "Hanne Lund", "Per #2"}));
    }

    void aFileWithoutNamesIsAnEmptyList()
    {
        for (const char* file : {"", "\n", "\r\n\n", "#", "# Hanne\n#Per\n", "\xEF\xBB\xBF"}) {
            QVERIFY(readStaffList(file).value().empty());
        }
    }

    void aBadLineIsNamedAndRefusesTheFile_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("because");
        const QByteArray encoding = "line 3 is not UTF-8";
        const QByteArray hidden = "line 3 has a control or hidden character";
        QTest::newRow("latin-1") << QByteArray("S\xF8ren") << encoding;
        QTest::newRow("cut short") << QByteArray("S\xC3") << encoding;
        QTest::newRow("surrogate") << QByteArray("a\xED\xA0\x80") << encoding;
        QTest::newRow("nul") << QByteArray("a\0b", 3) << hidden;
        QTest::newRow("tab inside") << QByteArray("Hanne\tLund") << hidden;
        QTest::newRow("next line") << QByteArray("a\u0085b") << hidden;
        QTest::newRow("line separator") << QByteArray("a\u2028b") << hidden;
        QTest::newRow("bidi override") << QByteArray("a\u202Eb") << hidden;
        QTest::newRow("soft hyphen") << QByteArray("a\u00ADb") << hidden;
        QTest::newRow("a second byte order mark") << QByteArray("\uFEFFHanne") << hidden;
        QTest::newRow("81 letters") << QByteArray("ø").repeated(81) << QByteArray("line 3 is too long");
    }
    void aBadLineIsNamedAndRefusesTheFile()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, because);
        const auto names = readStaffList("# list\nHanne\n" + line.toStdString() + "\nPer\n");
        QVERIFY(!names);
        QVERIFY(names.error().code == StaffListFault::BadLine);
        QVERIFY2(names.error().message.starts_with(because.toStdString()), names.error().message.c_str());
        QVERIFY(!isStaffName(line.toStdString()));
    }

    void theLimitsAreTakenAndOneAboveIsNot()
    {
        const std::string longest = QByteArray("ø").repeated(80).toStdString();
        QVERIFY(readStaffList(longest).value() == Names{longest});

        std::string most;
        for (std::size_t i = 0; i < staffNamesMax; ++i) {
            most += "Hanne\n";
        }
        QCOMPARE(readStaffList(most + "# and a remark\n\n").value().size(), staffNamesMax);
        const auto more = readStaffList(most + "# and a remark\n\nPer");
        QVERIFY(!more && more.error().code == StaffListFault::TooLong);
        QVERIFY(more.error().message.starts_with("line 503 is one name too many: at most 500"));

        const std::string remark(staffListBytesMax, '#');
        QVERIFY(readStaffList(remark).value().empty());
        const auto over = readStaffList(remark + "#");
        QVERIFY(!over && over.error().code == StaffListFault::TooLong);
        QVERIFY(over.error().message.find("56 KiB") != std::string::npos);
    }

    void aNameHasSomethingThatIsSeen()
    {
        QVERIFY(isStaffName("Bo"));
        QVERIFY(isStaffName("می‌خواه")); // a joiner between Arabic letters is spelling
        QVERIFY(!isStaffName(""));
        QVERIFY(!isStaffName("   "));
    }
};

QTEST_APPLESS_MAIN(TestStaffList)
#include "test_staff_list.moc"
