// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/stand_memory.h"

#include <QTest>
#include <rapidcheck.h>

#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <string>

using namespace smiley::core;

namespace {

/// Eleven numbers, as many as there are.
StandMemory memoryOf(const std::array<double, 11>& n)
{
    return {n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10]};
}

std::string lineOf(const std::string& first) { return "1 " + first + " 0 0 0 0 0 0 0 0 0 0"; }

} // namespace

class TestStandMemory : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("RC_PARAMS", "max_success=1000 seed=20261122"); }

    void aMemoryIsReadAsItWasWritten();
    void everyNumberHasAPlaceOfItsOwn();
    void whatIsNoMemoryIsNothing_data();
    void whatIsNoMemoryIsNothing();
    void aMemoryWithoutItsLastNumberIsNothing();
};

void TestStandMemory::aMemoryIsReadAsItWasWritten()
{
    QVERIFY(standMemoryOf(textOf(StandMemory{})) == StandMemory{});
    QVERIFY(rc::check([] {
        std::array<double, 11> numbers{};
        for (double& number : numbers) { // any bits that are a number from 0 on
            const auto bits = *rc::gen::inRange<std::uint64_t>(
                0, std::bit_cast<std::uint64_t>(std::numeric_limits<double>::infinity()));
            number = std::bit_cast<double>(bits);
        }
        const StandMemory memory = memoryOf(numbers);
        const auto read = standMemoryOf(textOf(memory));
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == memory);
    }));
}

void TestStandMemory::everyNumberHasAPlaceOfItsOwn()
{
    QCOMPARE(textOf(memoryOf({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})),
             std::string("1 1p+0 1p+1 1.8p+1 1p+2 1.4p+2 1.8p+2 1.cp+2 1p+3 1.2p+3 1.4p+3 1.6p+3"));
    QVERIFY(standMemoryOf("1 1 2 3 4 5 6 7 8 9 a b") == memoryOf({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));
}

void TestStandMemory::whatIsNoMemoryIsNothing_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const std::string& text) {
        QTest::newRow(name) << QString::fromStdString(text);
    };
    row("nothing", "");
    row("only the format", "1");
    row("another format", "2 0 0 0 0 0 0 0 0 0 0 0");
    row("a format that begins alike", "10 0 0 0 0 0 0 0 0 0 0 0");
    row("no format", "0 0 0 0 0 0 0 0 0 0 0");
    row("a number too few", "1 0 0 0 0 0 0 0 0 0 0");
    row("a number too many", "1 0 0 0 0 0 0 0 0 0 0 0 0");
    row("two spaces", "1  0 0 0 0 0 0 0 0 0 0 0");
    row("a space before", " 1 0 0 0 0 0 0 0 0 0 0 0");
    row("a space after", "1 0 0 0 0 0 0 0 0 0 0 0 ");
    row("a line feed after", "1 0 0 0 0 0 0 0 0 0 0 0\n");
    row("tabs", "1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0");
    row("negative", lineOf("-1"));
    row("infinite", lineOf("inf"));
    row("no number", lineOf("nan"));
    row("too large", lineOf("1p+5000"));
    row("a prefix", lineOf("0x1"));
    row("a plus", lineOf("+1"));
    row("a comma", lineOf("1,5"));
    row("a word", lineOf("much"));
}

void TestStandMemory::whatIsNoMemoryIsNothing()
{
    QVERIFY(standMemoryOf(lineOf("0")).has_value()); // what the rows depart from
    QFETCH(QString, text);
    QVERIFY(!standMemoryOf(text.toStdString()).has_value());
}

void TestStandMemory::aMemoryWithoutItsLastNumberIsNothing()
{
    const std::string text = textOf(memoryOf({12.5, 3, 0, 7, 1, 2, 2, 60, 50, 33.25, 1}));
    for (std::size_t length = 0; length <= text.rfind(' ') + 1; ++length) {
        QVERIFY(!standMemoryOf(text.substr(0, length)).has_value());
    }
}

QTEST_APPLESS_MAIN(TestStandMemory)
#include "test_stand_memory.moc"
