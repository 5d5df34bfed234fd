// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/hid_report.h"
#include "tests/drivers/codec/hid_descriptors.h"

#include <QTest>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <new>

using namespace smiley;
using codec::ReportView;
using core::Usage;
using test::hex;

namespace {

std::size_t allocations = 0; ///< of this program, so far

} // namespace

void* operator new(std::size_t size)
{
    ++allocations;
    if (void* memory = std::malloc(size == 0 ? 1 : size)) {
        return memory;
    }
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

codec::ReportLayout layoutOf(std::string_view name)
{
    auto parsed = codec::parseDescriptor(test::hidDescriptor(name));
    return std::move(parsed.value());
}

/// "9/1 9/4!": what is pressed; '!' where all was said.
QString pressedText(const ReportView& view, std::uint16_t page, std::size_t most = 16)
{
    std::vector<Usage> usages(most);
    const codec::Pressed pressed = view.pressedOn(page, usages);
    QStringList words;
    for (std::size_t i = 0; i < pressed.count; ++i) {
        words << QString::number(usages[i].page, 16) + '/' + QString::number(usages[i].id, 16);
    }
    return words.join(' ') + (pressed.areAllSaid ? "!" : "");
}

/// A value as text, "-" where nothing is said.
QString said(std::optional<std::int64_t> value) { return value ? QString::number(*value) : QString("-"); }

constexpr std::uint16_t buttons = 0x09;
constexpr std::uint16_t keyboard = 0x07;
constexpr std::uint16_t sensors = 0x20;

} // namespace

class TestHidReport : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("RC_PARAMS", "max_success=2000 seed=20261122"); }

    void bitsAreReadLowestFirst();
    void bitsAreWrittenAsTheyAreRead();
    void buttonsAreReadOneByOne();
    void aShortReportSaysNothingOfWhatItLacks();
    void axesHaveTheirSign();
    void valuesOutOfRangeSayNothing();
    void arraysNameWhatIsPressed();
    void aKeyboardFullOfErrorsSaysNothing();
    void reportsAreToldApartByTheirId();
    void selectorsAreNamed();
    void distancesAreMillimetres_data();
    void distancesAreMillimetres();
    void physicalRangesAreApplied();
    void scannersGiveTheirBytes();
    void countersAreReadWhole();
    void listedPlacesNeedNoUsage();
    void moreThanFitsIsLeftOut();
    void nothingIsReadBeyondTheReport();
    void aViewAllocatesNothing();
};

void TestHidReport::bitsAreReadLowestFirst()
{
    const auto bytes = hex("01 80 FF 00 12 34 56 78 9A");
    const auto read = [&](std::size_t bit, std::size_t bits) -> QString {
        const auto value = codec::readBits(bytes, bit, bits);
        return value ? QString::number(*value, 16) : QString("-");
    };
    QCOMPARE(read(0, 1), "1");
    QCOMPARE(read(1, 1), "0");
    QCOMPARE(read(15, 1), "1");
    QCOMPARE(read(0, 16), "8001");
    QCOMPARE(read(15, 9), "1ff");
    QCOMPARE(read(32, 32), "78563412");
    QCOMPARE(read(36, 32), "a7856341"); // five bytes
    QCOMPARE(read(40, 32), "9a785634");
    QCOMPARE(read(41, 32), "-"); // a bit too far
    QCOMPARE(read(71, 1), "1");
    QCOMPARE(read(72, 1), "-");
    QCOMPARE(read(71, 2), "-");
    QCOMPARE(read(0, 0), "-");
    QCOMPARE(read(0, 33), "-");
    QCOMPARE(read(std::numeric_limits<std::size_t>::max(), 32), "-");
    QVERIFY(!codec::readBits({}, 0, 1));
}

void TestHidReport::bitsAreWrittenAsTheyAreRead()
{
    QVERIFY(rc::check("what is written is read, and nothing else changes", [] {
        auto bytes = *rc::gen::container<std::vector<std::byte>>(
            9, rc::gen::map(rc::gen::inRange(0, 256), [](int n) { return static_cast<std::byte>(n); }));
        const auto before = bytes;
        const auto bits = *rc::gen::inRange<std::size_t>(1, 33);
        const auto bit = *rc::gen::inRange<std::size_t>(0, 72 - bits + 1);
        const auto value = *rc::gen::arbitrary<std::uint32_t>();
        RC_ASSERT(codec::writeBits(bytes, bit, bits, value));
        for (std::size_t at = 0; at < 72; ++at) {
            const bool isInside = at >= bit && at < bit + bits;
            const auto expected = isInside ? (value >> (at - bit)) & 1 : *codec::readBits(before, at, 1);
            RC_ASSERT(codec::readBits(bytes, at, 1) == expected);
        }
    }));
    auto bytes = hex("00 00");
    QVERIFY(!codec::writeBits(bytes, 9, 8, 0xFF));
    QVERIFY(!codec::writeBits(bytes, 0, 0, 1));
    QVERIFY(!codec::writeBits(bytes, 0, 33, 1));
    QVERIFY(!codec::writeBits({}, 0, 1, 1));
    QVERIFY(bytes == hex("00 00"));
}

void TestHidReport::buttonsAreReadOneByOne()
{
    const auto layout = layoutOf("button box with eight buttons");
    for (unsigned pressed = 0; pressed < 256; ++pressed) {
        const std::array report{static_cast<std::byte>(pressed)};
        const ReportView view(layout, report);
        for (std::uint16_t button = 1; button <= 8; ++button) {
            QCOMPARE(said(view.value(Usage{buttons, button})), QString::number((pressed >> (button - 1)) & 1));
        }
        QCOMPARE(said(view.value(Usage{buttons, 9})), "-");
        QCOMPARE(said(view.value(Usage{keyboard, 1})), "-");
    }
    QCOMPARE(pressedText(ReportView(layout, hex("89")), buttons), "9/1 9/4 9/8!");
    QCOMPARE(pressedText(ReportView(layout, hex("00")), buttons), "!");
    QCOMPARE(pressedText(ReportView(layout, hex("89")), keyboard), "");

    const auto pad = layoutOf("gamepad with twelve buttons, a hat and two sticks");
    QCOMPARE(pressedText(ReportView(pad, hex("18 80 00 00")), buttons), "9/1 9/c!");
    QCOMPARE(pressedText(ReportView(pad, hex("18 80 00 00")), 0x01), ""); // hat at null: not all is said
}

void TestHidReport::aShortReportSaysNothingOfWhatItLacks()
{
    const auto pad = layoutOf("gamepad with twelve buttons, a hat and two sticks");
    const auto report = hex("F7 FF 12 34");
    for (std::size_t size = 0; size <= report.size(); ++size) {
        const std::vector<std::byte> cut(report.begin(), report.begin() + static_cast<std::ptrdiff_t>(size));
        const ReportView view(pad, cut);
        QCOMPARE(said(view.value(Usage{1, 0x39})), size >= 1 ? "7" : "-");
        QCOMPARE(said(view.value(Usage{buttons, 4})), size >= 1 ? "1" : "-");
        QCOMPARE(said(view.value(Usage{buttons, 5})), size >= 2 ? "1" : "-");
        QCOMPARE(said(view.value(Usage{1, 0x30})), size >= 3 ? "18" : "-");
        QCOMPARE(said(view.value(Usage{1, 0x31})), size >= 4 ? "52" : "-");
        QCOMPARE(pressedText(view, buttons).endsWith('!'), size >= 2);
    }
    const auto keys = layoutOf("boot keyboard");
    QCOMPARE(pressedText(ReportView(keys, hex("02 00 04 05")), keyboard), "7/e1 7/4 7/5");
    QCOMPARE(said(ReportView(keys, hex("02 00 04 05")).value(Usage{keyboard, 4})), "1");
    QCOMPARE(said(ReportView(keys, hex("02 00 04 05")).value(Usage{keyboard, 6})), "-"); // it may be in what is lacking
    QCOMPARE(said(ReportView(keys, hex("02 00 04 05 00 00 00 00")).value(Usage{keyboard, 6})), "0");
    QCOMPARE(ReportView(keys, {}).reportId(), 0);
}

void TestHidReport::axesHaveTheirSign()
{
    const auto mouse = layoutOf("boot mouse");
    const auto report = hex("05 FF 81");
    const ReportView view(mouse, report);
    QCOMPARE(said(view.value(Usage{1, 0x30})), "-1");
    QCOMPARE(said(view.value(Usage{1, 0x31})), "-127");
    QCOMPARE(pressedText(view, buttons), "9/1 9/3!");
    QCOMPARE(said(view.value(mouse.inputs[1], 1)), "-127");
    QCOMPARE(said(view.value(mouse.inputs[1], 2)), "-");

    const auto pad = layoutOf("gamepad with twelve buttons, a hat and two sticks");
    const auto high = hex("00 00 FF 81");
    QCOMPARE(said(ReportView(pad, high).value(Usage{1, 0x30})), "255");
    QCOMPARE(said(ReportView(pad, high).value(Usage{1, 0x31})), "129");
}

void TestHidReport::valuesOutOfRangeSayNothing()
{
    const auto pad = layoutOf("gamepad with twelve buttons, a hat and two sticks");
    const auto hat = [&pad](const char* text) { return said(ReportView(pad, hex(text)).value(Usage{1, 0x39})); };
    QCOMPARE(hat("00 00 00 00"), "0");
    QCOMPARE(hat("07 00 00 00"), "7");
    QCOMPARE(hat("08 00 00 00"), "-");
    QCOMPARE(hat("0F 00 00 00"), "-");
    // As it stands in the report it can still be had.
    QCOMPARE(said(ReportView(pad, hex("0F 00 00 00")).value(pad.inputs[0], 0)), "15");

    const auto near = layoutOf("distance in millimetres");
    const auto distance = [&near](const char* text) {
        return said(ReportView(near, hex(text)).value(Usage{sensors, 0x4B2}));
    };
    QCOMPARE(distance("A0 0F"), "4000");
    QCOMPARE(distance("A1 0F"), "-");

    // Who gives no range isn't held to it.
    const auto bare = codec::parseDescriptor(hex("09 01 75 08 95 01 81 02"));
    QCOMPARE(said(ReportView(*bare, hex("C8")).value(Usage{0, 1})), "200");
}

void TestHidReport::arraysNameWhatIsPressed()
{
    const auto layout = layoutOf("buttons in an array");
    const auto pressed = [&layout](const char* text) { return pressedText(ReportView(layout, hex(text)), buttons); };
    QCOMPARE(pressed("00 00"), "!");
    QCOMPARE(pressed("01 00"), "9/1!");
    QCOMPARE(pressed("81 05"), "9/1 9/8 9/5!");
    QCOMPARE(pressed("F9 03"), "9/3!"); // 9 and 15 are out of the range: nothing
    QCOMPARE(pressed("81"), "9/1 9/8");
    const auto report = hex("81 05");
    const ReportView view(layout, report);
    QCOMPARE(said(view.value(Usage{buttons, 8})), "1");
    QCOMPARE(said(view.value(Usage{buttons, 2})), "0");
    QCOMPARE(said(view.value(Usage{buttons, 9})), "-");

    // Eight usages, of which the logical range reaches five.
    const auto five = codec::parseDescriptor(hex("05 09 19 01 29 08 15 00 25 04 75 04 95 02 81 00"));
    QCOMPARE(pressedText(ReportView(*five, hex("54")), buttons), "9/5!");
    QCOMPARE(pressedText(ReportView(*five, hex("70")), buttons), "9/1!");

    const auto keys = layoutOf("boot keyboard");
    QCOMPARE(pressedText(ReportView(keys, hex("20 00 1E 00 68 65 00 00")), keyboard), "7/e5 7/1e 7/65!");
}

void TestHidReport::aKeyboardFullOfErrorsSaysNothing()
{
    const auto keys = layoutOf("boot keyboard");
    for (const char* text : {"02 00 01 01 01 01 01 01", "00 00 04 02 00 00 00 00", "00 00 00 00 00 00 00 03"}) {
        const auto report = hex(text);
        const ReportView view(keys, report);
        QCOMPARE(pressedText(view, keyboard), "");
        QCOMPARE(said(view.value(Usage{keyboard, 4})), "-");
        QCOMPARE(said(view.value(Usage{keyboard, 5})), "-");
    }
    // On another page 1 is a button.
    const auto layout = layoutOf("buttons in an array");
    QCOMPARE(pressedText(ReportView(layout, hex("11 01")), buttons), "9/1 9/1 9/1!");
}

void TestHidReport::reportsAreToldApartByTheirId()
{
    const auto layout = layoutOf("keyboard, media keys and mouse by report id");
    const auto keys = hex("01 00 1E 00 00 00 00 7F");
    QCOMPARE(ReportView(layout, keys).reportId(), 1);
    QCOMPARE(ReportView(layout, keys).payload().size(), std::size_t{7});
    QCOMPARE(pressedText(ReportView(layout, keys), keyboard), "7/1e!");
    QCOMPARE(pressedText(ReportView(layout, keys), 0x0C), "");
    QCOMPARE(said(ReportView(layout, keys).value(Usage{0xFF, 1})), "127");
    QCOMPARE(said(ReportView(layout, keys).value(Usage{buttons, 1})), "-"); // said by another report
    QCOMPARE(pressedText(ReportView(layout, hex("03 B5 00")), 0x0C), "c/b5!");
    QCOMPARE(pressedText(ReportView(layout, hex("03 00 00")), 0x0C), "!");
    QCOMPARE(pressedText(ReportView(layout, hex("02 11")), buttons), "9/1 9/5!");
    QCOMPARE(pressedText(ReportView(layout, hex("02 11")), keyboard), "");
    // Ids that the descriptor doesn't know, also 0, and a report without its id.
    for (const char* text : {"04 FF FF FF FF FF FF FF", "00 FF FF FF FF FF FF FF", "FF", ""}) {
        const auto report = hex(text);
        const ReportView view(layout, report);
        for (const codec::Field& field : layout.inputs) {
            QCOMPARE(said(view.value(field, 0)), "-");
        }
    }
}

void TestHidReport::selectorsAreNamed()
{
    const auto layout = layoutOf("human presence sensor");
    const auto state = [&layout](const char* text) {
        const auto report = hex(text);
        const auto selected = ReportView(layout, report).selected({sensors, 0x201});
        return selected ? int{selected->id} : 0;
    };
    QCOMPARE(state("01 01 03 01"), 0x801);
    QCOMPARE(state("01 00 03 01"), 0x800);
    QCOMPARE(state("01 06"), 0x806);
    QCOMPARE(state("01 07 03 01"), 0); // no such selector
    QCOMPARE(state("01"), 0);
    QCOMPARE(state("02 01 03 01"), 0);
    const auto report = hex("01 01 03 01");
    const ReportView view(layout, report);
    QVERIFY((view.selected({sensors, 0x202}) == Usage{sensors, 0x813}));
    QVERIFY(!view.selected({sensors, 0x11}));  // no array
    QVERIFY(!view.selected({sensors, 0x316})); // in a feature report
    QCOMPARE(said(view.value(Usage{sensors, 0x4B1})), "1");
    QCOMPARE(said(view.value(Usage{sensors, 0x801})), "1");
    QCOMPARE(said(view.value(Usage{sensors, 0x802})), "0");
}

void TestHidReport::distancesAreMillimetres_data()
{
    QTest::addColumn<QString>("items");
    QTest::addColumn<int>("value");
    QTest::addColumn<QString>("millimetres");
    QTest::newRow("metres by default") << "" << 2 << "2000";
    QTest::newRow("centimetres by exponent") << "55 0E" << 123 << "1230";
    QTest::newRow("centimetres by unit") << "65 11" << 123 << "1230";
    QTest::newRow("millimetres") << "65 11 55 0F" << 1234 << "1234";
    QTest::newRow("metres by exponent and unit") << "65 11 55 02" << 2 << "2000";
    QTest::newRow("inches") << "65 13" << 10 << "254";
    QTest::newRow("a physical range") << "65 11 15 00 26 FF 00 35 00 46 90 01" << 255 << "4000";
    QTest::newRow("half of it") << "65 11 15 00 25 64 35 00 46 90 01" << 50 << "2000";
    QTest::newRow("seconds") << "66 01 10" << 2 << "-";
    QTest::newRow("area") << "65 21" << 2 << "-";
    QTest::newRow("far away") << "55 07 15 00 27 FF FF FF 7F" << 2147483647 << "1000000";
    QTest::newRow("below zero") << "15 80 25 7F 55 0F" << -100 << "-10000";
}

void TestHidReport::distancesAreMillimetres()
{
    QFETCH(QString, items);
    QFETCH(int, value);
    QFETCH(QString, millimetres);
    const auto layout =
        codec::parseDescriptor(hex("05 20 0A B2 04 15 00 26 FF 7F 75 20 95 01 " + items.toStdString() + " 81 02"));
    QVERIFY(layout.has_value());
    QCOMPARE(said(codec::millimetres(layout->inputs.at(0), value)), millimetres);
}

void TestHidReport::physicalRangesAreApplied()
{
    const auto pad = layoutOf("gamepad with twelve buttons, a hat and two sticks");
    QCOMPARE(codec::physical(pad.inputs[0], 0), 0.0);
    QCOMPARE(codec::physical(pad.inputs[0], 7), 315.0);
    QCOMPARE(codec::physical(pad.inputs[0], 2), 90.0);
    codec::Field field = pad.inputs[0];
    field.unitExponent = 3;
    QCOMPARE(codec::physical(field, 2), 90000.0);
    field.physicalMin = 315;
    field.physicalMax = 0;
    field.unitExponent = 0;
    QCOMPARE(codec::physical(field, 2), 225.0);
    field.logicalMax = field.logicalMin; // no range: as it is
    QCOMPARE(codec::physical(field, 9), 9.0);
}

void TestHidReport::scannersGiveTheirBytes()
{
    const auto layout = layoutOf("bar code scanner");
    std::vector<std::byte> report = hex("02 05 5D 51 31 53 54 31 3A 41");
    report.resize(64);
    report[63] = std::byte{1};
    std::array<std::byte, 128> out{};
    {
        const ReportView view(layout, report);
        QCOMPARE(said(view.value(Usage{0x01, 0x3B})), "5");
        QCOMPARE(said(view.value(Usage{0x8C, 0xFB})), QString::number(']'));
        QCOMPARE(said(view.value(Usage{0x8C, 0xFC})), QString::number('Q'));
        QCOMPARE(said(view.value(Usage{0x8C, 0xFD})), QString::number('1'));
        QCOMPARE(said(view.value(Usage{0x8C, 0xFF})), "1");
        QCOMPARE(view.bytes({0x8C, 0xFE}, out), std::size_t{56});
        QCOMPARE(std::string_view(reinterpret_cast<const char*>(out.data()), 5), std::string_view("ST1:A"));
        QCOMPARE(view.bytes({0x8C, 0xFE}, std::span(out).first(3)), std::size_t{3});
        QCOMPARE(view.bytes({0x8C, 0xFE}, {}), std::size_t{0});
        QCOMPARE(view.bytes({0x8C, 0xFA}, out), std::size_t{0});
        QCOMPARE(view.bytes({0x8C, 0xFF}, out), std::size_t{0}); // a bit is no byte
    }
    report.resize(8);
    const ReportView cut(layout, report);
    QCOMPARE(cut.bytes({0x8C, 0xFE}, out), std::size_t{3});
    QCOMPARE(said(cut.value(Usage{0x8C, 0xFF})), "-");

    const auto wide = layoutOf("decoded data as one value of 448 bits");
    const std::vector<std::byte> full(56, std::byte{0xC3});
    QCOMPARE(ReportView(wide, full).bytes({0x8C, 0xFE}, out), std::size_t{56});
    QVERIFY(out[55] == std::byte{0xC3});
}

void TestHidReport::countersAreReadWhole()
{
    const auto layout = layoutOf("counters of a vendor");
    const auto report = hex("FF FF FF FF  FE FF  01 80  FF  80  00 00 00 80");
    const ReportView view(layout, report);
    const auto counter = [&view](std::uint16_t id) { return said(view.value(Usage{0xFFA0, id})); };
    QCOMPARE(counter(2), "4294967295");
    QCOMPARE(counter(3), "65534");
    QCOMPARE(counter(4), "32769");
    QCOMPARE(counter(5), "255");
    QCOMPARE(counter(6), "-128");
    QCOMPARE(counter(7), "-2147483648");

    const auto repeats = layoutOf("one usage for many values, and many for one");
    const auto values = hex("01 02 03 04 05 06 07");
    const ReportView view2(repeats, values);
    QCOMPARE(said(view2.value(Usage{0xFF00, 0x11})), "2"); // the first of three
    QCOMPARE(said(view2.value(repeats.inputs[0], 3)), "4");
    QCOMPARE(said(view2.value(Usage{0xFF00, 0x20})), "5");
    QCOMPARE(said(view2.value(Usage{0xFF00, 0x21})), "-"); // no value was left for it
    QCOMPARE(repeats.inputs[0].usageAt(3).id, 0x11);
    std::array<std::byte, 8> out{};
    QCOMPARE(view2.bytes({0xFF00, 0x11}, out), std::size_t{3});
    QVERIFY(out[0] == std::byte{2} && out[2] == std::byte{4});
}

void TestHidReport::listedPlacesNeedNoUsage()
{
    const auto box = layoutOf("vendor's box with bits in bytes");
    const auto report = hex("00 00 03 02 00 00");
    const ReportView view(box, report);
    QCOMPARE(said(view.bits({16, 1})), "1");
    QCOMPARE(said(view.bits({17, 1})), "1");
    QCOMPARE(said(view.bits({24, 1})), "0");
    QCOMPARE(said(view.bits({16, 16})), "515");
    QCOMPARE(said(view.bits({47, 1})), "0");
    QCOMPARE(said(view.bits({48, 1})), "-");
    QCOMPARE(said(view.bits({0, 0})), "-");
    QCOMPARE(said(view.bits({0, 33})), "-");
    // After the id byte, where there are ids.
    const auto sensor = layoutOf("human presence sensor");
    QCOMPARE(said(ReportView(sensor, hex("01 07 08 09")).bits({0, 8})), "7");
}

void TestHidReport::moreThanFitsIsLeftOut()
{
    const auto layout = layoutOf("button box with eight buttons");
    QCOMPARE(pressedText(ReportView(layout, hex("FF")), buttons, 3), "9/1 9/2 9/3!");
    QCOMPARE(pressedText(ReportView(layout, hex("FF")), buttons, 0), "!");
}

void TestHidReport::nothingIsReadBeyondTheReport()
{
    QVERIFY(rc::check("a value is said where it came whole, and only there", [] {
        const auto& all = test::hidDescriptors();
        const auto parsed = codec::parseDescriptor(hex(all[*rc::gen::inRange<std::size_t>(0, all.size())].hex));
        RC_ASSERT(parsed.has_value());
        // On the heap and of exactly this size, so that a sanitizer sees a byte too many.
        auto report = *rc::gen::container<std::vector<std::byte>>(
            *rc::gen::inRange<std::size_t>(0, parsed->inputBytesMax + 3),
            rc::gen::map(rc::gen::inRange(0, 256), [](int n) { return static_cast<std::byte>(n); }));
        if (parsed->hasIds && !report.empty() && !parsed->reports.empty() && *rc::gen::inRange(0, 4) != 0) {
            report[0] = std::byte{parsed->reports[*rc::gen::inRange<std::size_t>(0, parsed->reports.size())].reportId};
        }
        report.shrink_to_fit();
        const ReportView view(*parsed, report);
        std::array<std::byte, 2048> out{};
        std::array<Usage, 600> pressed{};
        for (const codec::Field& field : parsed->inputs) {
            for (std::size_t i = 0; i <= field.count; ++i) {
                const std::size_t end = field.bit + (i + 1) * field.bits;
                const bool came = view.holds(field) && i < field.count && end <= 8 * view.payload().size();
                const auto value = view.value(field, i);
                RC_ASSERT(value.has_value() == came);
                const std::int64_t most = (std::int64_t{1} << field.bits) - 1;
                const std::int64_t least = field.logicalMin < 0 ? -(most / 2) - 1 : 0;
                const bool fits = !value || (*value >= least && *value <= (field.logicalMin < 0 ? most / 2 : most));
                RC_ASSERT(fits);
                (void)view.value(field.usageAt(i));
            }
            RC_ASSERT(view.bytes(field.usages.front().first, out) <= report.size());
            const codec::Pressed found = view.pressedOn(field.usages.front().first.page, pressed);
            RC_ASSERT(found.count <= 8 * report.size());
            (void)view.selected(field.collection);
        }
    }));
}

void TestHidReport::aViewAllocatesNothing()
{
    for (const test::NamedDescriptor& descriptor : test::hidDescriptors()) {
        const auto parsed = codec::parseDescriptor(hex(descriptor.hex));
        QVERIFY(parsed.has_value());
        std::vector<std::byte> report(parsed->inputBytesMax, std::byte{0x11});
        std::array<std::byte, 128> out{};
        std::array<Usage, 128> pressed{};
        std::int64_t sum = 0;
        for (int id = 0; id < 5; ++id) {
            if (!report.empty()) {
                report[0] = static_cast<std::byte>(id);
            }
            const std::size_t before = allocations;
            const ReportView view(*parsed, report);
            for (const codec::Field& field : parsed->inputs) {
                const Usage usage = field.usages.front().first;
                sum += view.value(field, 0).value_or(0) + view.value(usage).value_or(0);
                sum += codec::millimetres(field, sum % 100).value_or(0);
                sum += static_cast<std::int64_t>(view.bytes(usage, out) + view.pressedOn(usage.page, pressed).count);
                sum += view.selected(field.collection).value_or(Usage{}).id;
            }
            sum += view.bits({0, 8}).value_or(0);
            QCOMPARE(allocations - before, std::size_t{0});
        }
        QVERIFY(sum >= 0 || sum < 0);
    }
    const std::size_t before = allocations; // and the counter counts
    auto* volatile kept = new int(7);
    QCOMPARE(allocations - before, std::size_t{1});
    delete kept;
}

QTEST_APPLESS_MAIN(TestHidReport)
#include "test_hid_report.moc"
