// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/devices_file.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace fs = std::filesystem;
using namespace smiley;
using core::BitField;
using core::Usage;
using platform::SettingsFault;

namespace {

const fs::path example = fs::path(SMILEY_SOURCE_DIR) / "platform/examples/devices.toml";

auto parse(const QByteArray& text) { return platform::parseDevices(text.toStdString(), "devices.toml"); }

/// A button box: six lines.
const QByteArray box = "[[device]]\n"
                       "name = \"A\"\n"
                       "role = \"keys\"\n"
                       "id = \"05f3:046A\"\n"
                       "interfaces = [\"03/00/00\", \"03/01/01\"]\n"
                       "interface = 0\n";
const QByteArray sensor = "[[device]]\n"
                          "name = \"S\"\n"
                          "role = \"presence\"\n"
                          "id = \"1209:0002\"\n"
                          "interfaces = [\"03/00/00\"]\n";
const QByteArray door = "[[device]]\n"
                        "name = \"D\"\n"
                        "role = \"door\"\n"
                        "id = \"1209:0003\"\n"
                        "interfaces = [\"03/00/00\"]\n";
const QByteArray scanner = "[[device]]\n"
                           "name = \"C\"\n"
                           "role = \"scanner\"\n"
                           "id = \"1209:0004\"\n"
                           "interfaces = [\"03/00/00\"]\n";

/// The first of them that a replacement begins, changed.
QByteArray with(QByteArray text, const QByteArray& old, const QByteArray& changed)
{
    Q_ASSERT(text.contains(old));
    return text.replace(old, changed);
}

} // namespace

class TestDevicesFile : public QObject {
    Q_OBJECT

private slots:
    void theExampleLoads()
    {
        const auto list = platform::loadDevices(example);
        QVERIFY2(list, list ? "" : list.error().message.c_str());
        QVERIFY(list->size() >= 9);
        for (const core::Role role : core::roles) {
            QVERIFY(std::ranges::count(*list, role, &core::ListedDevice::role) >= 1);
        }
        const auto named = [&](const std::string& name) {
            return *std::ranges::find(*list, name, &core::ListedDevice::name);
        };
        const auto xk8 = named("X-keys XK-8");
        QCOMPARE(xk8.vendor, std::uint16_t{0x05F3});
        QCOMPARE(xk8.product, std::uint16_t{0x046A});
        QCOMPARE(xk8.interfaces.size(), 3U);
        const auto& keys = std::get<core::KeysLayout>(xk8.layout).keys;
        QCOMPARE(keys.size(), 8U);
        QVERIFY(keys[5].place == core::FieldPlace(BitField{25, 1}));
        QCOMPARE(keys[5].key, 6);
        const auto lsr116 = named("Access-IS LSR116");
        QCOMPARE(lsr116.report, std::optional<std::uint8_t>(2));
        const auto bytes = std::get<core::ScannerLayout>(lsr116.layout).bytes;
        QVERIFY(bytes);
        QCOMPARE(bytes->length, std::uint16_t{0});
        QCOMPARE(bytes->text, std::uint16_t{4});
        QCOMPARE(bytes->textMax, std::uint16_t{56});
        QVERIFY(bytes->continued == (BitField{496, 1}));
        const auto beam = std::get<core::DoorLayout>(named("Dør med lysstråle").layout);
        QVERIFY(beam.place == core::FieldPlace(Usage{0x20, 0x491}));
        QCOMPARE(beam.perPassage, 2);
    }

    void theExampleNamesEveryKey()
    {
        std::ifstream stream(example);
        const std::string text(std::istreambuf_iterator<char>(stream), {});
        for (const char* key : {"name",           "role",          "id",
                                "serial",         "port",          "interfaces",
                                "interface",      "report",        "contains_camera",
                                "usage",          "bit",           "bits",
                                "keys",           "key",           "near_mm",
                                "far_mm",         "hold_ms",       "counts",
                                "per_passage",    "length_byte",   "text_byte",
                                "text_bytes_max", "continued_bit", "somebody_is"}) {
            QVERIFY2(QRegularExpression(QString("\\b%1\\b").arg(key)).match(QString::fromStdString(text)).hasMatch(),
                     key);
        }
    }

    void everyKeyIsRead()
    {
        const auto list = parse(box +
                                "serial = \"A1\"\nport = \"1-3.2\"\nreport = 7\n"
                                "keys = [{ usage = \"07/e1\", key = 8 }, { bit = 9, bits = 2, key = 1 }]\n" +
                                sensor +
                                "contains_camera = false\nbit = 3\nsomebody_is = false\nnear_mm = 700\nfar_mm = 700\n"
                                "hold_ms = 0\n" +
                                door + "bit = 0\nbits = 32\ncounts = \"total\"\nper_passage = 100\n" + scanner);
        QVERIFY2(list, list ? "" : list.error().message.c_str());
        QCOMPARE(list->size(), 4U);
        const core::ListedDevice& keys = list->at(0);
        QCOMPARE(keys.name, "A");
        QCOMPARE(keys.vendor, std::uint16_t{0x05F3});
        QCOMPARE(keys.product, std::uint16_t{0x046A});
        QCOMPARE(keys.serial, std::optional<std::string>("A1"));
        QCOMPARE(keys.port, std::optional<std::string>("1-3.2"));
        QCOMPARE(keys.interfaces, (std::vector<core::UsbInterface>{{0, 3, 0, 0}, {1, 3, 1, 1}}));
        QCOMPARE(keys.interface, std::uint8_t{0});
        QCOMPARE(keys.report, std::optional<std::uint8_t>(7));
        const auto& places = std::get<core::KeysLayout>(keys.layout).keys;
        QCOMPARE(places.size(), 2U);
        QVERIFY(places[0].place == core::FieldPlace(Usage{7, 0xE1}));
        QCOMPARE(places[0].key, 8);
        QVERIFY(places[1].place == core::FieldPlace(BitField{9, 2}));
        const auto presence = std::get<core::PresenceLayout>(list->at(1).layout);
        QVERIFY(presence.place == core::FieldPlace(BitField{3, 1}));
        QVERIFY(!presence.somebodyIs);
        QCOMPARE(presence.nearMm, 700);
        QCOMPARE(presence.farMm, 700);
        QCOMPARE(presence.holdMs, 0);
        const auto counter = std::get<core::DoorLayout>(list->at(2).layout);
        QVERIFY(counter.place == core::FieldPlace(BitField{0, 32}));
        QCOMPARE(counter.counts, core::DoorLayout::Counts::Total);
        QCOMPARE(counter.perPassage, 100);
        QVERIFY(!std::get<core::ScannerLayout>(list->at(3).layout).bytes);
        QVERIFY(!list->at(3).report);
        QVERIFY(!list->at(3).serial);
    }

    void whatIsLeftOutHasItsDefault()
    {
        const auto list = parse(sensor + "contains_camera = false\n" + door + "usage = \"20/491\"\n");
        QVERIFY(list);
        const auto presence = std::get<core::PresenceLayout>(list->at(0).layout);
        const core::PresenceLayout defaults;
        QVERIFY(!presence.place);
        QVERIFY(presence.somebodyIs);
        QCOMPARE(presence.nearMm, defaults.nearMm);
        QCOMPARE(presence.farMm, defaults.farMm);
        QCOMPARE(presence.holdMs, defaults.holdMs);
        QCOMPARE(std::get<core::DoorLayout>(list->at(1).layout).counts, core::DoorLayout::Counts::Pulses);
    }

    void interfacesHaveTheirPlaceAsNumberOrTheirOwn()
    {
        const auto list = parse(with(box, "[\"03/00/00\", \"03/01/01\"]",
                                     "[\"03/00/00\", \"2:03/00/00\", \"1:01/02/00\", \"1:01/02/00\"]"));
        QVERIFY2(list, list ? "" : list.error().message.c_str());
        QCOMPARE(list->at(0).interfaces,
                 (std::vector<core::UsbInterface>{{0, 3, 0, 0}, {2, 3, 0, 0}, {1, 1, 2, 0}, {1, 1, 2, 0}}));
    }

    void anEmptyListIsAList()
    {
        const auto list = parse("# nothing is plugged in here\n");
        QVERIFY(list);
        QVERIFY(list->empty());
    }

    void everyFaultIsToldWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const QByteArray& text, const char* message) {
            QTest::newRow(name) << text << QString(message);
        };
        row("not TOML", "[[device]]\nname = \n", "devices.toml:2: is not TOML");
        row("unknown key", box + "colour = 1\n", "devices.toml:7: device.colour: unknown; remove it");
        row("unknown section", "[stand]\n" + box, "devices.toml:1: stand: unknown");
        row("one section", with(box, "[[device]]", "[device]"),
            "devices.toml:1: device: is not a list; write [[device]]");
        row("no name", with(box, "name = \"A\"", ""), "devices.toml:1: device.name: is missing");
        row("long name", with(box, "\"A\"", '"' + QByteArray(61, 'x') + '"'), "devices.toml:2: device.name: has 61");
        row("a name twice", box + with(box, "046A", "046B"), "devices.toml:8: device.name: \"A\" is there twice");
        row("no role", with(box, "role = \"keys\"", ""), "devices.toml:1: device.role: is missing");
        row("no such role", with(box, "\"keys\"", "\"lamp\""), "devices.toml:3: device.role: \"lamp\" is no role");
        row("role is a number", with(box, "\"keys\"", "1"), "devices.toml:3: device.role: is not a text");
        row("no id", with(box, "id = \"05f3:046A\"", ""), "devices.toml:1: device.id: is missing");
        row("no such id", with(box, "046A", "046"), "devices.toml:4: device.id: \"05f3:046\" is no vendor and product");
        row("id with letters", with(box, "046A", "046g"), "devices.toml:4: device.id: \"05f3:046g\" is no vendor");
        row("empty serial", box + "serial = \"\"\n", "devices.toml:7: device.serial: has 0 characters");
        row("long serial", box + "serial = \"" + QByteArray(127, 'x') + "\"\n",
            "devices.toml:7: device.serial: has 127");
        row("no port", box + "port = \"3\"\n", "devices.toml:7: device.port: \"3\" is no port");
        row("port of a root", box + "port = \"usb1\"\n", "devices.toml:7: device.port: \"usb1\" is no port");
        row("port with an end", box + "port = \"1-3.\"\n", "devices.toml:7: device.port: \"1-3.\" is no port");
        row("no interfaces", with(box, "interfaces = [\"03/00/00\", \"03/01/01\"]\n", ""),
            "devices.toml:1: device.interfaces: is missing");
        row("interfaces are one", with(box, "[\"03/00/00\", \"03/01/01\"]", "\"03/00/00\""),
            "devices.toml:5: device.interfaces: is not a list");
        row("empty interfaces", with(box, "[\"03/00/00\", \"03/01/01\"]", "[]"),
            "devices.toml:5: device.interfaces: is not a list");
        row("interface is a number", with(box, "\"03/01/01\"", "3"),
            "devices.toml:5: device.interfaces: an entry is no");
        row("interface is cut", with(box, "03/01/01", "03/01"), "devices.toml:5: device.interfaces: \"03/01\" is no");
        row("interface 256", with(box, "03/01/01", "256:03/01/01"),
            "devices.toml:5: device.interfaces: \"256:03/01/01\" is no");
        row("storage beside a keyboard", with(box, "03/00/00\", \"03/01/01", "03/01/01\", \"08/06/50"),
            "devices.toml:5: device.interfaces: \"08/06/50\" is storage");
        row("camera", with(box, "03/01/01", "0e/01/00"), "devices.toml:5: device.interfaces: \"0e/01/00\" is a camera");
        row("audio and video", with(box, "03/01/01", "10/01/00"),
            "devices.toml:5: device.interfaces: \"10/01/00\" is a camera");
        row("still camera", with(box, "03/01/01", "06/01/01"), "device.interfaces: \"06/01/01\" is a camera");
        row("network", with(box, "03/01/01", "02/06/00"),
            "device.interfaces: \"02/06/00\" is a modem or a network card");
        row("network that hides as a modem", with(box, "03/01/01", "02/02/ff"), "\"02/02/ff\" is a modem or a network");
        row("radio", with(box, "03/01/01", "e0/01/01"), "device.interfaces: \"e0/01/01\" is a radio");
        row("hub", with(box, "03/01/01", "09/00/00"), "device.interfaces: \"09/00/00\" is a hub");
        row("printer", with(box, "03/01/01", "07/01/02"), "\"07/01/02\" is something that a peripheral");
        row("read interface isn't there", with(box, "interface = 0", "interface = 2"),
            "devices.toml:6: device.interface: 2 is not among the interfaces");
        row("read interface is no HID", with(box, "03/00/00\", \"", "ff/00/00\", \""),
            "devices.toml:6: device.interface: 0 is not among the interfaces, or no HID");
        row("interface out of range", with(box, "interface = 0", "interface = 256"),
            "devices.toml:6: device.interface: 256 is outside its limits");
        row("report 0", box + "report = 0\n", "devices.toml:7: device.report: 0 is outside its limits");
        row("report 256", box + "report = 256\n", "devices.toml:7: device.report: 256 is outside its limits");
        row("a camera", box + "contains_camera = true\n",
            "devices.toml:7: device.contains_camera: a device with a camera");
        row("two that are the same", box + "port = \"1-1\"\n" + with(box, "\"A\"", "\"B\""),
            "devices.toml:11: device.id: can't be told from \"A\"; give both a port");
        row("two that can be the same", box + "port = \"1-1\"\n" + with(box, "\"A\"", "\"B\"") + "serial = \"1\"\n",
            "devices.toml:11: device.id: can't be told from \"A\"");

        row("keys are one", box + "keys = { bit = 1, key = 1 }\n", "devices.toml:7: device.keys: is not a list");
        row("keys are numbers", box + "keys = [1]\n", "devices.toml:7: device.keys: is not a list");
        row("keys are empty", box + "keys = []\n", "devices.toml:7: device.keys: is not a list");
        row("key without a number", box + "keys = [\n{ bit = 1 },\n]\n", "devices.toml:8: device.keys.key: is missing");
        row("key 9", box + "keys = [\n{ bit = 1, key = 9 },\n]\n", "devices.toml:8: device.keys.key: 9 is outside");
        row("key without a place", box + "keys = [{ key = 1 }]\n", "devices.toml:7: device.keys.key: has no place");
        row("key with two places", box + "keys = [{ bit = 1, usage = \"09/01\", key = 1 }]\n",
            "devices.toml:7: device.keys.bit: is there beside usage");
        row("a place twice", box + "keys = [{ bit = 1, key = 1 },\n{ bit = 1, key = 2 }]\n",
            "devices.toml:8: device.keys.key: has a place that another key has");
        row("no usage", box + "keys = [{ usage = \"09\", key = 1 }]\n", "device.keys.usage: \"09\" is no usage");
        row("usage 0", box + "keys = [{ usage = \"09/0\", key = 1 }]\n", "device.keys.usage: \"09/0\" is no usage");
        row("bit beyond a report", box + "keys = [{ bit = 8192, key = 1 }]\n", "device.keys.bit: 8192 is outside");
        row("too many bits", box + "keys = [{ bit = 0, bits = 33, key = 1 }]\n", "device.keys.bits: 33 is outside");
        row("bits without a bit", box + "keys = [{ usage = \"09/01\", bits = 2, key = 1 }]\n",
            "device.keys.bits: has no bit to begin with");
        row("unknown key of a key", box + "keys = [{ bit = 1, key = 1, x = 1 }]\n", "device.keys.x: unknown");
        row("a door's key", box + "counts = \"pulses\"\n", "devices.toml:7: device.counts: unknown");

        row("nobody looked for a camera", sensor, "devices.toml:1: device.contains_camera: is missing");
        row("a sensor with a camera", sensor + "contains_camera = true\n",
            "devices.toml:6: device.contains_camera: a device with a camera");
        const QByteArray seen = sensor + "contains_camera = false\n";
        row("far before near", seen + "near_mm = 900\nfar_mm = 899\n", "devices.toml:8: device.far_mm: far_mm is less");
        row("near behind far", seen + "near_mm = 1301\n", "devices.toml:7: device.near_mm: far_mm is less");
        row("too near", seen + "near_mm = 99\n", "devices.toml:7: device.near_mm: 99 is outside its limits");
        row("a long hold", seen + "hold_ms = 10001\n", "devices.toml:7: device.hold_ms: 10001 is outside its limits");
        row("a flag that is none", seen + "somebody_is = 1\n", "devices.toml:7: device.somebody_is: is neither true");
        row("a keyboard's presence", with(seen, "03/00/00", "03/01/01"),
            "devices.toml:5: device.interfaces: is a keyboard");
        row("presence by a key", seen + "usage = \"07/04\"\n", "devices.toml:7: device.usage: is a keyboard's");

        row("a door without a place", door, "devices.toml:1: device.usage: is missing");
        row("no way to count", door + "bit = 1\ncounts = \"people\"\n",
            "devices.toml:7: device.counts: \"people\" is no way");
        row("a total of three bits", door + "bit = 1\nbits = 3\ncounts = \"total\"\n",
            "devices.toml:8: device.counts: a total has 4 bits or more");
        row("per nothing", door + "bit = 1\nper_passage = 0\n", "devices.toml:7: device.per_passage: 0 is outside");
        row("per too many", door + "bit = 1\nper_passage = 101\n",
            "devices.toml:7: device.per_passage: 101 is outside");

        row("half a place", scanner + "length_byte = 0\ntext_byte = 1\n",
            "devices.toml:1: device.text_bytes_max: is missing");
        row("length in the text", scanner + "length_byte = 4\ntext_byte = 4\ntext_bytes_max = 9\n",
            "devices.toml:6: device.length_byte: lies in the text");
        row("beyond a report", scanner + "length_byte = 0\ntext_byte = 1000\ntext_bytes_max = 25\n",
            "devices.toml:8: device.text_bytes_max: goes beyond");
        row("a long text", scanner + "length_byte = 0\ntext_byte = 1\ntext_bytes_max = 256\n",
            "devices.toml:8: device.text_bytes_max: 256 is outside");
    }
    void everyFaultIsToldWithItsLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        const auto list = parse(text);
        QVERIFY(!list);
        QCOMPARE(list.error().code, SettingsFault::Invalid);
        const QString told = QString::fromStdString(list.error().message);
        QVERIFY2(told.contains(message), qPrintable(told));
        QCOMPARE(told.count('\n'), 0); // one fault, one line
    }

    void allFaultsAreToldAtOnce()
    {
        const auto list = parse(with(with(box, "046A", "x"), "interface = 0", "interface = 9") + door);
        QVERIFY(!list);
        const QStringList lines = QString::fromStdString(list.error().message).split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith("devices.toml:4: device.id"));
        QVERIFY(lines[1].startsWith("devices.toml:6: device.interface"));
        QVERIFY(lines[2].startsWith("devices.toml:7: device.usage"));
    }

    void aContinuationNeedsItsText()
    {
        const auto list = parse(scanner + "continued_bit = 1\n");
        QVERIFY(!list);
        QCOMPARE(QString::fromStdString(list.error().message).count("is missing"), 3);
    }

    void oneMoreDeviceThanTheLimitIsAFault()
    {
        QByteArray text;
        for (std::size_t i = 0; i <= core::listedDevicesMax; ++i) {
            if (i == core::listedDevicesMax) {
                QVERIFY(parse(text));
            }
            text += with(with(box, "\"A\"", '"' + QByteArray::number(static_cast<int>(i)) + '"'), "046A",
                         QByteArray::number(1000 + static_cast<int>(i)));
        }
        const auto list = parse(text);
        QVERIFY(!list);
        QVERIFY(QString::fromStdString(list.error().message).contains("device: is there 17 times"));
    }

    void twoOfAKindAreToldApartByPortSerialOrInterfaces()
    {
        const QByteArray other = with(box, "\"A\"", "\"B\"");
        QVERIFY(parse(box + "port = \"1-1\"\n" + other + "port = \"1-2\"\n"));
        QVERIFY(parse(box + "serial = \"1\"\n" + other + "serial = \"2\"\n"));
        QVERIFY(parse(box + with(other, "[\"03/00/00\", \"03/01/01\"]", "[\"03/00/00\"]")));
        QVERIFY(!parse(box + other));
    }

    void aFileThatIsNotThereIsUnreadable()
    {
        const QTemporaryDir folder;
        const auto list = platform::loadDevices(fs::path(folder.path().toStdString()) / "devices.toml");
        QVERIFY(!list);
        QCOMPARE(list.error().code, SettingsFault::Unreadable);
    }
};

QTEST_GUILESS_MAIN(TestDevicesFile)
#include "test_devices_file.moc"
