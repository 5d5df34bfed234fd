// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/peripheral_limits.h"
#include "drivers/codec/allow_list.h"
#include "drivers/codec/watchers.h"
#include "tests/drivers/codec/hid_descriptors.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace smiley;
using namespace smiley::codec;
using core::UsbInterface;

namespace {

using Bytes = std::vector<std::byte>;

constexpr UsbInterface hid(std::uint8_t number) { return {number, 3, 0, 0}; }
constexpr UsbInterface keyboard(std::uint8_t number) { return {number, 3, 1, 1}; }
constexpr UsbInterface storage(std::uint8_t number) { return {number, 8, 6, 0x50}; }

core::ListedDevice box()
{
    core::ListedDevice entry;
    entry.name = "Knapper";
    entry.vendor = 0x1209;
    entry.product = 1;
    entry.interfaces = {hid(0), keyboard(1)};
    return entry;
}

DeviceFacts boxFacts() { return {0x1209, 1, "A1", "1-3", {hid(0), keyboard(1)}, false}; }

std::string interfaceDescriptor(const UsbInterface& one, int alternate = 0)
{
    const auto two = [](int value) { return QString("%1 ").arg(value, 2, 16, QChar('0')).toStdString(); };
    return "09 04 " + two(one.number) + two(alternate) + "01 " + two(one.usbClass) + two(one.subclass) +
           two(one.protocol) + "00 ";
}

/// A configuration of these descriptors, with the right length.
Bytes configuration(const std::string& rest)
{
    Bytes all = test::hex("09 02 00 00 01 01 00 80 32 " + rest);
    all[2] = static_cast<std::byte>(all.size() & 0xFF);
    all[3] = static_cast<std::byte>(all.size() >> 8);
    return all;
}

const std::string hidPart = interfaceDescriptor(hid(0)) + "09 21 11 01 00 01 22 30 00 07 05 81 03 40 00 08 ";
/// AudioControl, then its header; terminals follow.
const std::string audioControl = interfaceDescriptor({1, 1, 1, 0}) + "09 24 01 00 01 1e 00 01 02 ";
const std::string fromComputer = "0c 24 02 01 01 01 00 02 03 00 00 00 ";
const std::string fromMicrophone = "0c 24 02 02 01 02 00 01 00 00 00 00 ";
const std::string fromHeadset = "0c 24 02 02 02 04 00 01 00 00 00 00 ";
const std::string fromLine = "0c 24 02 02 03 06 00 01 00 00 00 00 ";
const std::string toHeadphones = "09 24 03 03 02 03 00 01 00 ";
const std::string toHeadset = "09 24 03 03 02 04 00 01 00 ";
const std::string audioStreaming =
    interfaceDescriptor({2, 1, 2, 0}) + interfaceDescriptor({2, 1, 2, 0}, 1) + "09 05 01 09 c0 00 01 00 00 ";

} // namespace

class TestAllowList : public QObject {
    Q_OBJECT

private slots:
    void aDeviceOfTheListIsTaken()
    {
        const auto decision = decide({box()}, boxFacts());
        QCOMPARE(decision.entry, std::optional<std::size_t>(0));
        QCOMPARE(decision.why, "listed as 'Knapper': keys");
    }

    void anotherOneStaysClosed()
    {
        QCOMPARE(decide({}, boxFacts()).why, "not on the list");
        for (const auto& [vendor, product] : {std::pair{0x1209, 2}, {0x120A, 1}}) {
            DeviceFacts facts = boxFacts();
            facts.vendor = static_cast<std::uint16_t>(vendor);
            facts.product = static_cast<std::uint16_t>(product);
            const auto decision = decide({box()}, facts);
            QVERIFY(!decision.entry);
            QCOMPARE(decision.why, "not on the list");
        }
    }

    void whatTheKernelKeepsShutSaysSo()
    {
        DeviceFacts facts = boxFacts();
        facts.isAuthorised = false;
        const auto decision = decide({box()}, facts);
        QVERIFY(!decision.entry);
        QCOMPARE(decision.why, "listed as 'Knapper', but not authorised yet: smiley-usb rules");
        facts.interfaces.pop_back(); // what it would have is looked at all the same
        QVERIFY(decide({box()}, facts).why.find("its interfaces are 03/00/00, not") != std::string::npos);
    }

    void theInterfacesAreTheSameToTheLastOne_data()
    {
        QTest::addColumn<std::vector<UsbInterface>>("interfaces");
        QTest::addColumn<std::string>("shown");
        using V = std::vector<UsbInterface>;
        QTest::newRow("one more") << V{hid(0), keyboard(1), hid(2)} << std::string("03/00/00 03/01/01 03/00/00");
        QTest::newRow("one less") << V{hid(0)} << std::string("03/00/00");
        QTest::newRow("none") << V{} << std::string("none");
        QTest::newRow("other order") << V{keyboard(1), hid(0)} << std::string("1:03/01/01 0:03/00/00");
        QTest::newRow("other numbers") << V{hid(1), keyboard(0)} << std::string("1:03/00/00 0:03/01/01");
        QTest::newRow("repeated") << V{hid(0), hid(0), keyboard(1)} << std::string("03/00/00 0:03/00/00 1:03/01/01");
        QTest::newRow("another class") << V{{0, 4, 0, 0}, keyboard(1)} << std::string("04/00/00 03/01/01");
        QTest::newRow("another subclass") << V{{0, 3, 1, 0}, keyboard(1)} << std::string("03/01/00 03/01/01");
        QTest::newRow("another protocol") << V{hid(0), {1, 3, 1, 2}} << std::string("03/00/00 03/01/02");
        QTest::newRow("storage beside the keyboard")
            << V{hid(0), keyboard(1), storage(2)} << std::string("03/00/00 03/01/01 08/06/50");
        QTest::newRow("storage instead of the box") << V{storage(0), keyboard(1)} << std::string("08/06/50 03/01/01");
    }
    void theInterfacesAreTheSameToTheLastOne()
    {
        QFETCH(std::vector<UsbInterface>, interfaces);
        QFETCH(std::string, shown);
        DeviceFacts facts = boxFacts();
        facts.interfaces = interfaces;
        const auto decision = decide({box()}, facts);
        QVERIFY(!decision.entry);
        QCOMPARE(decision.why,
                 "listed as 'Knapper', but its interfaces are " + shown + ", not 03/00/00 03/01/01: refused");
    }

    void aSerialNumberIsCompared()
    {
        core::ListedDevice entry = box();
        entry.serial = "A1";
        QVERIFY(decide({entry}, boxFacts()).entry);
        DeviceFacts facts = boxFacts();
        facts.serial = "a1";
        QCOMPARE(decide({entry}, facts).why,
                 "listed as 'Knapper', but its serial number is \"a1\", not \"A1\": refused");
        facts.serial.clear();
        QCOMPARE(decide({entry}, facts).why, "listed as 'Knapper', but it has no serial number, not \"A1\": refused");
        QVERIFY(!decide({entry}, facts).entry);
    }

    void aPortIsCompared()
    {
        core::ListedDevice entry = box();
        entry.port = "1-3";
        QVERIFY(decide({entry}, boxFacts()).entry);
        DeviceFacts facts = boxFacts();
        facts.port = "1-3.1";
        QVERIFY(!decide({entry}, facts).entry);
        QCOMPARE(decide({entry}, facts).why, "listed as 'Knapper', but it is plugged in at 1-3.1, not at 1-3: refused");
    }

    void aCopyWithTheRightNamesAndOtherInterfacesIsRefused()
    {
        DeviceFacts copycat = boxFacts();
        copycat.interfaces = {keyboard(0)};
        QVERIFY(!decide({box()}, copycat).entry);
    }

    void whatMayWatchIsRefusedAlsoWhereItIsListed()
    {
        DeviceFacts facts = boxFacts();
        facts.watches = true;
        QCOMPARE(decide({box()}, facts).why, "listed as 'Knapper', but it may watch or listen: refused");
        QVERIFY(!decide({box()}, facts).entry);
        QCOMPARE(decide({}, facts).why, "not on the list, and it may watch or listen");
    }

    void theEntryThatFitsIsFound()
    {
        core::ListedDevice left = box();
        core::ListedDevice right = box();
        left.port = "1-1";
        right.name = "Højre";
        right.port = "1-3";
        right.layout = core::DoorLayout();
        const auto decision = decide({left, right}, boxFacts());
        QCOMPARE(decision.entry, std::optional<std::size_t>(1));
        QCOMPARE(decision.why, "listed as 'Højre': door");
    }

    void eachEntryOfOneKindHasItsOwnReason()
    {
        core::ListedDevice left = box();
        core::ListedDevice right = box();
        left.port = "1-1";
        right.name = "Højre";
        right.serial = "B2";
        QVERIFY(!decide({left, right}, boxFacts()).entry);
        QCOMPARE(refusal(left, boxFacts()), "listed as 'Knapper', but it is plugged in at 1-3, not at 1-1: refused");
        QCOMPARE(refusal(right, boxFacts()), "listed as 'Højre', but its serial number is \"A1\", not \"B2\": refused");
        QCOMPARE(refusal(box(), boxFacts()), ""); // it is the one
        right.product = 2;
        QCOMPARE(refusal(right, boxFacts()), ""); // it doesn't look like it
    }

    // -----------------------------------------------------------------------------------------------------------------
    // Descriptors

    void eachAlternateSettingIsAnInterface()
    {
        const auto interfaces = interfacesOf(configuration(hidPart + audioControl + fromComputer + audioStreaming));
        QVERIFY(interfaces);
        QCOMPARE(*interfaces, (std::vector<UsbInterface>{hid(0), {1, 1, 1, 0}, {2, 1, 2, 0}, {2, 1, 2, 0}}));
        QCOMPARE(text(*interfaces), "03/00/00 01/01/00 01/02/00 2:01/02/00");
    }

    void aConfigurationWithoutInterfacesHasNone()
    {
        const auto interfaces = interfacesOf(configuration(""));
        QVERIFY(interfaces);
        QVERIFY(interfaces->empty());
    }

    void aConfigurationThatIsCutAnywhereIsMalformed()
    {
        const Bytes whole = configuration(hidPart + audioControl + fromComputer);
        for (std::size_t size = 0; size < whole.size(); ++size) {
            QVERIFY(!interfacesOf(std::span(whole).first(size)));
            Bytes shorter(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
            if (size >= 9) { // and says that it is
                shorter[2] = static_cast<std::byte>(size);
                const auto interfaces = interfacesOf(shorter);
                const bool isBetween = size == 9 || size == 18 || size == 27 || size == 34 || size == 43 || size == 52;
                QCOMPARE(interfaces.has_value(), isBetween);
            }
        }
    }

    void brokenLengthsAreMalformed()
    {
        QVERIFY(!interfacesOf(configuration("00 04")));
        QVERIFY(!interfacesOf(configuration("01 04")));
        QVERIFY(!interfacesOf(configuration("08 04 00 00 01 03 00 00")));
        QVERIFY(!interfacesOf(configuration("0a 04 00 00 01 03 00 00 00")));
        QVERIFY(!interfacesOf(configuration("09 02 09 00 01 01 00 80 32")));
        Bytes noHead = configuration(hidPart);
        noHead[1] = std::byte{4};
        QVERIFY(!interfacesOf(noHead));
    }

    void moreInterfacesThanTheLimitAreMalformed()
    {
        std::string many;
        for (std::uint8_t i = 0; i < core::interfacesMax; ++i) {
            many += interfaceDescriptor(hid(i));
        }
        QVERIFY(interfacesOf(configuration(many)));
        QVERIFY(!interfacesOf(configuration(many + interfaceDescriptor(hid(40)))));
    }

    void whatWatchesOrListensIsKnown_data()
    {
        QTest::addColumn<std::string>("parts");
        QTest::addColumn<bool>("watches");
        const std::string streams = audioStreaming;
        QTest::newRow("box") << hidPart << false;
        QTest::newRow("camera") << interfaceDescriptor({0, 0x0E, 1, 0}) << true;
        QTest::newRow("box with a camera") << hidPart + interfaceDescriptor({1, 0x0E, 2, 0}) << true;
        QTest::newRow("audio/video") << interfaceDescriptor({0, 0x10, 1, 0}) << true;
        QTest::newRow("still camera or phone") << interfaceDescriptor({0, 0x06, 1, 1}) << true;
        QTest::newRow("headphones") << audioControl + fromComputer + toHeadphones + streams << false;
        QTest::newRow("headset that only plays") << audioControl + fromComputer + toHeadset + streams << false;
        QTest::newRow("microphone") << audioControl + fromMicrophone + streams << true;
        QTest::newRow("headphones and a microphone")
            << audioControl + fromComputer + toHeadphones + fromMicrophone + streams << true;
        QTest::newRow("headset") << audioControl + fromComputer + toHeadset + fromHeadset + streams << true;
        QTest::newRow("line in") << audioControl + fromComputer + fromLine + streams << true;
        QTest::newRow("keypad with a headphone jack")
            << hidPart + audioControl + fromComputer + toHeadphones + streams << false;
        QTest::newRow("sound whose terminals nobody knows") << audioControl + streams << true;
        QTest::newRow("sound without control") << streams << true;
        QTest::newRow("terminal that is cut off") << audioControl + "05 24 02 01 01 " << true;
        QTest::newRow("part of a class without a kind") << audioControl + "02 24 " << true;
        QTest::newRow("audio 3.0") << interfaceDescriptor({1, 1, 1, 0x30}) << true;
        QTest::newRow("unknown kind of audio") << interfaceDescriptor({1, 1, 4, 0}) << true;
        QTest::newRow("MIDI") << interfaceDescriptor({0, 1, 1, 0}) + "09 24 01 00 01 09 00 01 01 " +
                                     interfaceDescriptor({1, 1, 3, 0}) + "07 24 01 00 01 07 00 "
                              << false;
        QTest::newRow("another class's part 0x24") << interfaceDescriptor({0, 2, 2, 1}) + "05 24 02 00 02 " << false;
        QTest::newRow("storage") << interfaceDescriptor(storage(0)) << false;
        QTest::newRow("nothing") << std::string() << true;
        QTest::newRow("broken") << hidPart + "00 00 " << true;
        QTest::newRow("interface that is cut off") << hidPart + "08 04 01 00 01 03 00 00 " << true;
    }
    void whatWatchesOrListensIsKnown()
    {
        QFETCH(std::string, parts);
        QFETCH(bool, watches);
        const Bytes whole = configuration(parts);
        QCOMPARE(watchesOrListens(whole), watches);
        // A second configuration is no hiding place.
        Bytes two = configuration(hidPart);
        two.insert(two.end(), whole.begin(), whole.end());
        QCOMPARE(watchesOrListens(two), watches && !parts.empty());
        // What is cut in a descriptor counts as watching.
        QVERIFY(watchesOrListens(std::span(whole).first(whole.size() - 1)));
    }

    void anyBytesAreReadWithoutHarm()
    {
        QVERIFY(rc::check([](const std::vector<std::uint8_t>& bytes) {
            const auto span = std::as_bytes(std::span(bytes));
            static_cast<void>(watchesOrListens(span));
            const auto interfaces = interfacesOf(span);
            const bool isWithinLimit = !interfaces || interfaces->size() <= core::interfacesMax;
            RC_ASSERT(isWithinLimit);
        }));
    }
};

QTEST_GUILESS_MAIN(TestAllowList)
#include "test_allow_list.moc"
