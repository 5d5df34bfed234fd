// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/peripheral_limits.h"
#include "drivers/codec/hid_descriptor.h"
#include "drivers/codec/hid_items.h"
#include "tests/drivers/codec/hid_descriptors.h"

#include <QTest>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <sstream>

using namespace smiley;
using codec::DescriptorFault;
using codec::Field;
using codec::parseDescriptor;
using test::hex;

namespace {

std::string usageText(core::Usage usage)
{
    std::ostringstream text;
    text << std::hex << std::uppercase << usage.page << '/' << usage.id;
    return text.str();
}

std::string fieldText(const char* kind, const Field& field)
{
    std::ostringstream text;
    text << kind << ' ' << int{field.reportId} << " @" << field.bit << ' ' << field.count << 'x' << int{field.bits}
         << (field.isVariable ? " variable" : " array") << (field.isBuffered ? " buffered" : "") << ' '
         << field.logicalMin << ".." << field.logicalMax;
    const bool isPhysicalOwn = field.physicalMin != field.logicalMin || field.physicalMax != field.logicalMax;
    if (isPhysicalOwn || field.unit != 0 || field.unitExponent != 0) {
        text << " [" << field.physicalMin << ".." << field.physicalMax << " e" << int{field.unitExponent} << " u"
             << std::hex << field.unit << std::dec << ']';
    }
    for (const codec::UsageRange& range : field.usages) {
        text << ' ' << usageText(range.first);
        if (range.first != range.last) {
            text << '-' << std::hex << std::uppercase << range.last.id << std::dec;
        }
    }
    text << " in " << usageText(field.collection) << '\n';
    return text.str();
}

std::string layoutText(const codec::ReportLayout& layout)
{
    std::string text = std::to_string(layout.inputBytesMax) + " bytes\n";
    for (const Field& field : layout.inputs) {
        text += fieldText("in", field);
    }
    for (const Field& field : layout.features) {
        text += fieldText("feature", field);
    }
    return text;
}

/// Everything that must hold of a layout, whatever it was made from; the first sentence that doesn't.
std::string whatIsWrong(const codec::ReportLayout& layout)
{
    std::string wrong;
    const auto must = [&wrong](bool holds, const char* sentence) {
        if (!holds && wrong.empty()) {
            wrong = sentence;
        }
    };
    const auto look = [&](const std::vector<Field>& fields, std::uint32_t codec::ReportSize::*bits) {
        for (const Field& field : fields) {
            must((field.reportId != 0) == layout.hasIds, "a field has an id where reports have ids");
            must(field.bits >= 1 && field.bits <= 32 && field.count >= 1, "a field has values of 1 to 32 bits");
            must(!field.usages.empty() && field.usages.size() <= codec::usagesMax, "a field has usages");
            must(field.unitExponent >= -8 && field.unitExponent <= 7, "an exponent is a nibble");
            const auto report = std::ranges::find(layout.reports, field.reportId, &codec::ReportSize::reportId);
            must(report != layout.reports.end(), "a field's report is known");
            must(report != layout.reports.end() &&
                     field.bit + std::uint32_t{field.bits} * field.count <= (*report).*bits,
                 "a field lies in its report");
        }
    };
    look(layout.inputs, &codec::ReportSize::inputBits);
    look(layout.features, &codec::ReportSize::featureBits);
    must(layout.inputs.size() + layout.features.size() <= codec::fieldsMax, "fields have a limit");
    must(layout.reports.size() <= codec::reportIdsMax, "report ids have a limit");
    must(layout.inputBytesMax <= core::reportBytesMax + (layout.hasIds ? 1 : 0), "a report has a limit");
    for (const codec::ReportSize& report : layout.reports) {
        must(report.inputBits == 0 || (report.inputBits + 7) / 8 + (layout.hasIds ? 1 : 0) <= layout.inputBytesMax,
             "no report is longer than the longest");
        must(report.featureBits <= 8 * core::reportBytesMax, "a feature report has a limit");
    }
    return wrong;
}

std::vector<std::byte> repeated(std::string_view once, std::size_t times, std::string_view before = "",
                                std::string_view after = "")
{
    std::vector<std::byte> bytes = hex(before);
    const std::vector<std::byte> part = hex(once);
    for (std::size_t i = 0; i < times; ++i) {
        bytes.insert(bytes.end(), part.begin(), part.end());
    }
    const std::vector<std::byte> end = hex(after);
    bytes.insert(bytes.end(), end.begin(), end.end());
    return bytes;
}

std::string faultOf(const core::Result<codec::ReportLayout, DescriptorFault>& result)
{
    return result ? "taken" : std::to_string(static_cast<int>(result.error().code));
}

} // namespace

class TestHidDescriptor : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("RC_PARAMS", "max_success=3000 seed=20261122"); }

    void everyItemSizeIsRead();
    void aLongItemIsOneItem();
    void aCutItemIsNone();

    void aDescriptorTellsItsLayout_data();
    void aDescriptorTellsItsLayout();
    void aCutDescriptorIsRefusedAtEveryByte_data() { aDescriptorTellsItsLayout_data(); }
    void aCutDescriptorIsRefusedAtEveryByte();
    void theSizesOfReportsAreKnownById();
    void whatMakesNoSenseIsRefused_data();
    void whatMakesNoSenseIsRefused();
    void theFaultNamesThePlace();
    void limitsHoldAtTheLimitAndOneAbove_data();
    void limitsHoldAtTheLimitAndOneAbove();
    void signsFollowTheItemsSize_data();
    void signsFollowTheItemsSize();
    void exponentsAreNibbles_data();
    void exponentsAreNibbles();
    void pageInForceAtTheMainItemCounts();
    void localsEndWithEveryMainItem();
    void anyItemsMakeALayoutThatHolds();
    void anyBytesMakeALayoutThatHolds();
};

void TestHidDescriptor::everyItemSizeIsRead()
{
    const auto bytes = hex("04 15 FF 26 80 FF 47 FF FF FF 7F 0B 01 00 09 80 7E AA AA");
    codec::ItemReader reader(bytes);
    using enum codec::Item::Type;
    const std::array expected{
        codec::Item{Global, 0, 0, 0, 0},          codec::Item{Global, 1, 1, 0xFF, 1},
        codec::Item{Global, 2, 2, 0xFF80, 3},     codec::Item{Global, 4, 4, 0x7FFFFFFF, 6},
        codec::Item{Local, 0, 4, 0x80090001, 11}, codec::Item{Reserved, 7, 2, 0xAAAA, 16},
    };
    const std::array<std::int64_t, 6> signedData{0, -1, -128, 0x7FFFFFFF, -2146893823, -21846};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const auto item = reader.next();
        QVERIFY2(item == expected[i], std::to_string(i).c_str());
        QCOMPARE(std::int64_t{item->signedData()}, signedData[i]);
    }
    QVERIFY(!reader.next());
    QVERIFY(!reader.isCut());
}

void TestHidDescriptor::aLongItemIsOneItem()
{
    const auto bytes = hex("FE 02 F7 05 09 05 0C FE 00 01");
    codec::ItemReader reader(bytes);
    QVERIFY((reader.next() == codec::Item{codec::Item::Type::Long, 0xF7, 2, 0, 0}));
    QVERIFY((reader.next() == codec::Item{codec::Item::Type::Global, 0, 1, 0x0C, 5}));
    QVERIFY((reader.next() == codec::Item{codec::Item::Type::Long, 1, 0, 0, 7}));
    QVERIFY(!reader.next());
    QVERIFY(!reader.isCut());
}

void TestHidDescriptor::aCutItemIsNone()
{
    for (const char* text : {"15", "26 01", "27", "27 01 02 03", "FE", "FE 01", "FE 01 02", "FE FF 02 00"}) {
        const auto bytes = hex(text);
        codec::ItemReader reader(bytes);
        QVERIFY2(!reader.next(), text);
        QVERIFY(reader.isCut());
        QVERIFY(!reader.next());
        QCOMPARE(reader.at(), std::size_t{0});
    }
}

void TestHidDescriptor::aDescriptorTellsItsLayout_data()
{
    QTest::addColumn<QString>("descriptor");
    QTest::addColumn<QString>("layout");
    for (const test::NamedDescriptor& descriptor : test::hidDescriptors()) {
        QTest::newRow(descriptor.name) << descriptor.hex << descriptor.layout;
    }
}

void TestHidDescriptor::aDescriptorTellsItsLayout()
{
    QFETCH(QString, descriptor);
    QFETCH(QString, layout);
    const auto parsed = parseDescriptor(hex(descriptor.toStdString()));
    QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().message.c_str());
    QCOMPARE(QString::fromStdString(layoutText(*parsed)), layout);
    QCOMPARE(whatIsWrong(*parsed), std::string());
}

void TestHidDescriptor::aCutDescriptorIsRefusedAtEveryByte()
{
    QFETCH(QString, descriptor);
    const auto bytes = hex(descriptor.toStdString());
    const auto whole = parseDescriptor(bytes);
    QVERIFY(whole.has_value());
    // On the heap, so that a sanitizer sees a byte too many. What begins no collection yet, or ends the last one, can be
    // whole; then it tells nothing else than the whole one does.
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const std::vector<std::byte> cut(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
        const auto parsed = parseDescriptor(cut);
        if (!parsed) {
            const DescriptorFault fault = parsed.error().code;
            QVERIFY(fault == DescriptorFault::Cut || fault == DescriptorFault::Unclosed ||
                    (size == 0 && fault == DescriptorFault::Empty));
            continue;
        }
        QVERIFY(parsed->features.empty() && parsed->inputs.size() <= whole->inputs.size());
        for (std::size_t i = 0; i < parsed->inputs.size(); ++i) {
            QCOMPARE(fieldText("in", parsed->inputs[i]), fieldText("in", whole->inputs[i]));
        }
    }
}

void TestHidDescriptor::theSizesOfReportsAreKnownById()
{
    const auto sensor = parseDescriptor(test::hidDescriptor("human presence sensor"));
    QVERIFY(sensor.has_value());
    QVERIFY((sensor->reports == std::vector{codec::ReportSize{1, 24, 48}}));
    QCOMPARE(sensor->featureBytes(1), std::size_t{7});
    QCOMPARE(sensor->featureBytes(2), std::size_t{0});
    QVERIFY(sensor->hasIds);

    const auto many = parseDescriptor(test::hidDescriptor("keyboard, media keys and mouse by report id"));
    QVERIFY(many.has_value());
    QVERIFY((many->reports ==
             std::vector{codec::ReportSize{1, 56, 0}, codec::ReportSize{3, 16, 0}, codec::ReportSize{2, 8, 0}}));

    const auto plain = parseDescriptor(test::hidDescriptor("boot mouse"));
    QVERIFY(plain.has_value());
    QVERIFY(!plain->hasIds);
    QCOMPARE(plain->featureBytes(0), std::size_t{0});
}

void TestHidDescriptor::whatMakesNoSenseIsRefused_data()
{
    using enum DescriptorFault;
    QTest::addColumn<QString>("descriptor");
    QTest::addColumn<int>("fault");
    const auto row = [](const char* name, const char* text, DescriptorFault fault) {
        QTest::newRow(name) << text << static_cast<int>(fault);
    };
    row("nothing", "", Empty);
    row("a collection stays open", "A1 01", Unclosed);
    row("the outer collection stays open", "A1 01 A1 02 C0", Unclosed);
    row("a collection is closed twice", "A1 01 C0 C0", Unopened);
    row("the end before the beginning", "C0 A1 01", Unopened);
    row("pop alone", "B4", Unopened);
    row("pop once too often", "A4 B4 B4", Unopened);
    row("report id 0", "85 00", BadReportId);
    row("report id without a byte", "84", BadReportId);
    row("report id 256", "86 00 01", BadReportId);
    row("a range from above", "A1 01 19 05 29 04 75 01 95 01 81 02 C0", BadUsageRange);
    row("a range without its end", "A1 01 19 05 75 01 95 01 81 02 C0", BadUsageRange);
    row("a range without its beginning", "A1 01 29 05 75 01 95 01 81 02 C0", BadUsageRange);
    row("half a range at a collection", "19 05 A1 01 C0", BadUsageRange);
    row("a range over two pages", "A1 01 05 0C 1B 01 00 09 00 29 04 75 01 95 01 81 02 C0", BadUsageRange);
    row("a delimiter in a delimiter", "A9 01 A9 01", BadDelimiter);
    row("a delimiter that isn't open", "A9 00", BadDelimiter);
    row("a delimiter 2", "A9 02", BadDelimiter);
    row("an open delimiter at an input", "A1 01 A9 01 09 01 75 08 95 01 81 02 C0", Unclosed);
    row("an open delimiter at an output", "A1 01 A9 01 09 01 75 08 95 01 91 02 C0", Unclosed);
    row("size times count is far above", "A1 01 09 01 77 FF FF FF FF 97 FF FF FF FF 81 02 C0", ReportTooLong);
    row("size times count passes 32 bits", "A1 01 09 01 77 00 00 01 00 97 00 00 01 00 81 02 C0", ReportTooLong);
    row("size times count is 0 modulo 2^32", "A1 01 09 01 75 08 97 00 00 00 20 81 02 C0", ReportTooLong);
}

void TestHidDescriptor::whatMakesNoSenseIsRefused()
{
    QFETCH(QString, descriptor);
    QFETCH(int, fault);
    const auto parsed = parseDescriptor(hex(descriptor.toStdString()));
    QCOMPARE(faultOf(parsed), std::to_string(fault));
    QVERIFY(!parsed.error().message.empty());
}

void TestHidDescriptor::theFaultNamesThePlace()
{
    QCOMPARE(parseDescriptor(hex("05 01 09 05 C0")).error().message,
             std::string("byte 4 of the report descriptor: End Collection without a collection"));
    QCOMPARE(parseDescriptor(hex("05 01 26 01")).error().message,
             std::string("byte 2 of the report descriptor: it ends in the middle of an item"));
}

void TestHidDescriptor::limitsHoldAtTheLimitAndOneAbove_data()
{
    using enum DescriptorFault;
    QTest::addColumn<std::vector<std::byte>>("atLimit");
    QTest::addColumn<std::vector<std::byte>>("oneAbove");
    QTest::addColumn<int>("fault");
    const auto row = [](const char* name, std::vector<std::byte> atLimit, std::vector<std::byte> oneAbove,
                        DescriptorFault fault) {
        QTest::newRow(name) << std::move(atLimit) << std::move(oneAbove) << static_cast<int>(fault);
    };
    row("bytes", repeated("04", 4096), repeated("04", 4097), TooLong);
    const auto collections = [](std::size_t deep) {
        std::vector<std::byte> bytes = repeated("A1 00", deep);
        const std::vector<std::byte> ends = repeated("C0", deep);
        bytes.insert(bytes.end(), ends.begin(), ends.end());
        return bytes;
    };
    row("nested collections", collections(16), collections(17), TooDeep);
    row("pushed", repeated("A4", 16), repeated("A4", 17), TooDeep);
    row("fields", repeated("09 01 81 02", 256, "75 08 95 01"), repeated("09 01 81 02", 257, "75 08 95 01"),
        TooManyFields);
    row("fields of both kinds", repeated("09 01 81 02 09 01 B1 02", 128, "75 08 95 01"),
        repeated("09 01 81 02 09 01 B1 02", 128, "75 08 95 01", "09 01 B1 02"), TooManyFields);
    row("usages", repeated("09 01", 256, "75 08 95 01", "81 02"), repeated("09 01", 257, "75 08 95 01", "81 02"),
        TooManyUsages);
    const auto ids = [](std::size_t count) {
        std::vector<std::byte> bytes = hex("75 08 95 01");
        for (std::size_t id = 1; id <= count; ++id) {
            for (const std::byte byte : {std::byte{0x85}, std::byte(id), std::byte{0x81}, std::byte{0x02}}) {
                bytes.push_back(byte);
            }
        }
        return bytes;
    };
    row("report ids", ids(32), ids(33), TooManyReportIds);
    row("a report's bytes", hex("09 01 75 08 96 00 04 81 02"), hex("09 01 75 08 96 01 04 81 02"), ReportTooLong);
    row("a report's bits", hex("09 01 75 01 96 00 20 81 02"), hex("09 01 75 01 96 01 20 81 02"), ReportTooLong);
    row("a report's bytes with padding", hex("75 08 96 FF 03 81 03 09 01 95 01 81 02"),
        hex("75 08 96 00 04 81 03 09 01 75 01 95 01 81 02"), ReportTooLong);
    row("a feature report's bytes", hex("09 01 75 08 96 00 04 B1 02"), hex("09 01 75 08 96 01 04 B1 02"),
        ReportTooLong);
    row("the report id", hex("85 FF 09 01 75 08 95 01 81 02"), hex("86 00 01 09 01 75 08 95 01 81 02"), BadReportId);
}

void TestHidDescriptor::limitsHoldAtTheLimitAndOneAbove()
{
    QFETCH(std::vector<std::byte>, atLimit);
    QFETCH(std::vector<std::byte>, oneAbove);
    QFETCH(int, fault);
    const auto taken = parseDescriptor(atLimit);
    QVERIFY2(taken.has_value(), taken ? "" : taken.error().message.c_str());
    QCOMPARE(whatIsWrong(*taken), std::string());
    QCOMPARE(faultOf(parseDescriptor(oneAbove)), std::to_string(fault));
}

void TestHidDescriptor::signsFollowTheItemsSize_data()
{
    QTest::addColumn<QString>("items");
    QTest::addColumn<qint64>("min");
    QTest::addColumn<qint64>("max");
    QTest::newRow("one byte") << "15 00 25 7F" << 0LL << 127LL;
    QTest::newRow("one byte, negative") << "15 81 25 7F" << -127LL << 127LL;
    QTest::newRow("both negative") << "15 80 25 FF" << -128LL << -1LL;
    QTest::newRow("a maximum that is meant unsigned") << "15 00 25 FF" << 0LL << 255LL;
    QTest::newRow("in the other order") << "25 FF 15 00" << 0LL << 255LL;
    QTest::newRow("of two bytes") << "15 00 26 FF FF" << 0LL << 65535LL;
    QTest::newRow("of four bytes") << "15 00 27 FF FF FF FF" << 0LL << 4294967295LL;
    QTest::newRow("above a minimum that isn't 0") << "15 32 27 FF FF FF FF" << 50LL << 4294967295LL;
    QTest::newRow("two bytes, negative") << "16 00 80 26 FF 7F" << -32768LL << 32767LL;
    QTest::newRow("four bytes, negative") << "17 00 00 00 80 27 FF FF FF 7F" << -2147483648LL << 2147483647LL;
    QTest::newRow("different sizes") << "17 FE FF FF FF 25 02" << -2LL << 2LL;
    QTest::newRow("no bytes at all") << "14 24" << 0LL << 0LL;
    QTest::newRow("nothing said") << "" << 0LL << 0LL;
    QTest::newRow("a minimum above its maximum") << "15 05 25 04" << 5LL << 4LL;
}

void TestHidDescriptor::signsFollowTheItemsSize()
{
    QFETCH(QString, items);
    QFETCH(qint64, min);
    QFETCH(qint64, max);
    const auto logical = parseDescriptor(hex(items.toStdString() + " 09 01 75 20 95 01 81 02"));
    QVERIFY(logical.has_value());
    QCOMPARE(qint64{logical->inputs.at(0).logicalMin}, min);
    QCOMPARE(qint64{logical->inputs.at(0).logicalMax}, max);
    QCOMPARE(qint64{logical->inputs.at(0).physicalMin}, min);
    QCOMPARE(qint64{logical->inputs.at(0).physicalMax}, max);

    // Physical ones alike: their tags are two higher. 0 and 0 (or nothing) are the logical ones.
    std::vector<std::byte> bytes = hex(items.toStdString());
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t size = std::to_integer<std::size_t>(bytes[at]) & 3;
        bytes[at] = static_cast<std::byte>(std::to_integer<unsigned>(bytes[at]) + 0x20);
        at += 1 + (size == 3 ? 4 : size);
    }
    const auto end = hex("15 07 25 09 09 01 75 20 95 01 81 02");
    bytes.insert(bytes.end(), end.begin(), end.end());
    const auto physical = parseDescriptor(bytes);
    QVERIFY(physical.has_value());
    const bool isNone = min == 0 && max == 0;
    QCOMPARE(qint64{physical->inputs.at(0).physicalMin}, isNone ? 7 : min);
    QCOMPARE(qint64{physical->inputs.at(0).physicalMax}, isNone ? 9 : max);
}

void TestHidDescriptor::exponentsAreNibbles_data()
{
    QTest::addColumn<QString>("item");
    QTest::addColumn<int>("exponent");
    QTest::newRow("0") << "55 00" << 0;
    QTest::newRow("7") << "55 07" << 7;
    QTest::newRow("-8") << "55 08" << -8;
    QTest::newRow("-1") << "55 0F" << -1;
    QTest::newRow("-2") << "55 0E" << -2;
    QTest::newRow("-2 as a byte") << "55 FE" << -2;
    QTest::newRow("-3 as two bytes") << "56 FD FF" << -3;
    QTest::newRow("no byte") << "54" << 0;
}

void TestHidDescriptor::exponentsAreNibbles()
{
    QFETCH(QString, item);
    QFETCH(int, exponent);
    const auto parsed = parseDescriptor(hex(item.toStdString() + " 09 01 75 08 95 01 81 02"));
    QVERIFY(parsed.has_value());
    QCOMPARE(int{parsed->inputs.at(0).unitExponent}, exponent);
}

void TestHidDescriptor::pageInForceAtTheMainItemCounts()
{
    // HID 1.11, 6.2.2.8: the page is joined to the usage when the main item is met.
    const auto parsed = parseDescriptor(hex("05 09 09 01 05 0C 09 02 75 08 95 02 81 02"));
    QVERIFY(parsed.has_value());
    QVERIFY((parsed->inputs.at(0).usages ==
             std::vector<codec::UsageRange>{{{0x0C, 1}, {0x0C, 1}}, {{0x0C, 2}, {0x0C, 2}}}));
}

void TestHidDescriptor::localsEndWithEveryMainItem()
{
    // Input, output, feature, collection and its end, each with a usage of its own; the last input has none left.
    const auto parsed =
        parseDescriptor(hex("75 08 95 01 09 01 81 02 09 02 91 02 09 03 B1 02 09 04 A1 01 81 02 09 05 C0 81 02"));
    QVERIFY(parsed.has_value());
    QCOMPARE(parsed->inputs.size(), std::size_t{1});
    QCOMPARE(parsed->features.size(), std::size_t{1});
    QVERIFY((parsed->features.at(0).usages == std::vector<codec::UsageRange>{{{0, 3}, {0, 3}}}));
    QVERIFY((parsed->reports == std::vector{codec::ReportSize{0, 24, 8}}));
}

void TestHidDescriptor::anyItemsMakeALayoutThatHolds()
{
    // Items that a descriptor may have, in any order and of any size; most of what they make is taken.
    QVERIFY(rc::check("items", [] {
        std::vector<std::byte> bytes;
        const auto anySize = rc::gen::elementOf(std::array{1, 1, 2, 3});
        const auto put = [&bytes](int tag, std::uint32_t data, int size) {
            bytes.push_back(static_cast<std::byte>(tag | size));
            for (int byte = 0; byte < (size == 3 ? 4 : size); ++byte) {
                bytes.push_back(static_cast<std::byte>(data >> (8 * byte)));
            }
        };
        // Else RapidCheck begins with low numbers, and there are no inputs among those.
        const auto inRange = [](int from, int below) {
            return rc::gen::resize(rc::kNominalSize, rc::gen::inRange(from, below));
        };
        const auto small = [&inRange](int below) { return static_cast<std::uint32_t>(*inRange(0, below)); };
        const auto count = *inRange(0, 60);
        std::size_t open = 0;
        for (int i = 0; i < count; ++i) {
            const auto step = *inRange(0, 20);
            switch (step) {
            case 0: put(0x04, small(256), *anySize); break; // page
            case 1: put(0x14, small(256), *anySize); break; // logical and physical range
            case 2: put(0x24, *rc::gen::arbitrary<std::uint32_t>(), *anySize); break;
            case 3: put(0x34 + 0x10 * static_cast<int>(small(2)), small(256), *anySize); break;
            case 4: put(0x54 + 0x10 * static_cast<int>(small(2)), small(256), *anySize); break; // exponent, unit
            case 5:
            case 6: put(0x74, small(34), *anySize); break; // size, now and then too much
            case 7:
            case 8: put(0x94, small(60), *anySize); break; // count
            case 9: put(0x84, 1 + small(40), *anySize); break;
            case 10: put(0xA4, 0, *anySize); break; // push
            case 11:
            case 12: put(0x08, small(65536), *anySize); break; // usage
            case 13: {
                const std::uint32_t first = small(100);
                const int size = *anySize; // a range of four bytes has its page at both ends
                put(0x18, first, size);
                put(0x28, first + small(100), size);
                break;
            }
            case 14:
                put(0xA0, small(3), *anySize);
                ++open;
                break;
            case 15:
                if (open > 0) {
                    put(0xC0, 0, *anySize);
                    --open;
                }
                break;
            case 16: put(0xB0, small(512), *anySize); break; // feature
            default: put(0x80, small(512), *anySize); break; // input
            }
        }
        bytes.insert(bytes.end(), open, std::byte{0xC0});
        const auto parsed = parseDescriptor(bytes);
        RC_CLASSIFY(parsed.has_value() && !parsed->inputs.empty(), "has fields");
        const std::string wrong = parsed ? whatIsWrong(*parsed) : "";
        RC_ASSERT(wrong == "");
        const bool isExplained = parsed.has_value() || !parsed.error().message.empty();
        RC_ASSERT(isExplained);
    }));
}

void TestHidDescriptor::anyBytesMakeALayoutThatHolds()
{
    // Real ones with a few bytes changed: closer to what a broken device sends than pure noise.
    const auto made = rc::check("changed bytes", [] {
        const auto& all = test::hidDescriptors();
        std::vector<std::byte> bytes = hex(all[*rc::gen::inRange<std::size_t>(0, all.size())].hex);
        const auto changes = *rc::gen::inRange(1, 6);
        for (int i = 0; i < changes; ++i) {
            bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = static_cast<std::byte>(*rc::gen::inRange(0, 256));
        }
        bytes.resize(bytes.size() - *rc::gen::inRange<std::size_t>(0, 3));
        if (const auto parsed = parseDescriptor(bytes)) {
            RC_ASSERT(whatIsWrong(*parsed) == "");
        }
    });
    QVERIFY(made);
}

QTEST_APPLESS_MAIN(TestHidDescriptor)
#include "test_hid_descriptor.moc"
