// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/devices_file.h"

#include "app/core/peripheral_limits.h"
#include "platform/settings_file.h"

#include <algorithm>
#include <optional>
#include <regex>

namespace fs = std::filesystem;

namespace smiley::platform {
namespace {

constexpr std::size_t nameCharactersMax = 60;
constexpr std::size_t serialCharactersMax = 126; ///< a USB string has no more
constexpr std::size_t keysMax = 32;
constexpr int reportBytesMax = static_cast<int>(core::reportBytesMax);
constexpr std::int64_t textBytesMax = 255; ///< its length is said in a byte
constexpr std::int64_t byteMax = 255;

constexpr std::uint8_t classAudio = 0x01;
constexpr std::uint8_t classCommunications = 0x02;
constexpr std::uint8_t classHid = 0x03;
constexpr std::uint8_t classStillImage = 0x06;
constexpr std::uint8_t classStorage = 0x08;
constexpr std::uint8_t classHub = 0x09;
constexpr std::uint8_t classSerialData = 0x0A;
constexpr std::uint8_t classVideo = 0x0E;
constexpr std::uint8_t classAudioVideo = 0x10;
constexpr std::uint8_t classWireless = 0xE0;
constexpr std::uint8_t classVendor = 0xFF;

/// Reads the entry `key`; false: it isn't there, which is told with `remedy`.
bool needed(TomlReader& reader, std::string_view key, const std::string& remedy)
{
    static_cast<void>(reader.take(key));
    if (!reader.has(key)) {
        reader.fault(key, "is missing; " + remedy);
    }
    return reader.has(key);
}

std::uint16_t hex(const std::string& digits) { return static_cast<std::uint16_t>(std::stoul(digits, nullptr, 16)); }

int integer(TomlReader& reader, std::string_view key, int value, int min, int max, std::string_view unit)
{
    std::int64_t read = value;
    reader.integer(key, read, min, max, unit);
    return static_cast<int>(read);
}

// ---------------------------------------------------------------------------------------------------------------------
// Which device it is

void readId(TomlReader& reader, core::ListedDevice& device)
{
    static const std::regex pattern("([0-9A-Fa-f]{4}):([0-9A-Fa-f]{4})");
    std::string id;
    if (!needed(reader, "id", R"(write vendor and product as lsusb does: "05f3:046a")")) {
        return;
    }
    reader.text("id", id, 9);
    std::smatch match;
    if (std::regex_match(id, match, pattern)) {
        device.vendor = hex(match[1]);
        device.product = hex(match[2]);
    } else if (!id.empty()) {
        reader.fault("id", '"' + id + R"(" is no vendor and product; write them as lsusb does: "05f3:046a")");
    }
}

void readWhichOne(TomlReader& reader, core::ListedDevice& device)
{
    static const std::regex ports("[1-9][0-9]{0,2}-[1-9][0-9]{0,2}(\\.[1-9][0-9]{0,2}){0,5}");
    std::string serial;
    reader.text("serial", serial, serialCharactersMax);
    if (!serial.empty()) {
        device.serial = serial;
    }
    std::string port;
    reader.text("port", port, 30);
    if (!port.empty() && !std::regex_match(port, ports)) {
        reader.fault("port", '"' + port + R"(" is no port; write it as smiley-usb list does: "1-3.2")");
    } else if (!port.empty()) {
        device.port = port;
    }
}

/// Why a device that brings this interface is never read; empty: it may be.
std::string harm(const core::UsbInterface& interface)
{
    switch (interface.usbClass) {
    case classHid:
    case classAudio: // whether it takes sound in is only known when it is there
    case classSerialData:
    case classVendor: return {};
    case classCommunications:
        return interface.subclass == 2 && interface.protocol <= 1 ? "" : "a modem or a network card";
    case classStillImage:
    case classVideo:
    case classAudioVideo: return "a camera";
    case classStorage: return "storage";
    case classHub: return "a hub";
    case classWireless: return "a radio";
    default: return "something that a peripheral of a stand is not";
    }
}

std::optional<core::UsbInterface> interfaceOf(const std::string& text, std::size_t place)
{
    static const std::regex pattern("(?:([0-9]{1,3}):)?([0-9A-Fa-f]{2})/([0-9A-Fa-f]{2})/([0-9A-Fa-f]{2})");
    std::smatch match;
    if (!std::regex_match(text, match, pattern)) {
        return std::nullopt;
    }
    const std::size_t number = match[1].matched ? std::stoul(match[1]) : place;
    if (number > byteMax) {
        return std::nullopt;
    }
    const auto byte = [](const std::string& digits) { return static_cast<std::uint8_t>(hex(digits)); };
    return core::UsbInterface{static_cast<std::uint8_t>(number), byte(match[2]), byte(match[3]), byte(match[4])};
}

void readInterfaces(TomlReader& reader, core::ListedDevice& device)
{
    const std::string remedy = R"(write what smiley-usb list shows: ["03/00/00", "03/01/01"])";
    if (!needed(reader, "interfaces", remedy)) {
        return;
    }
    const toml::array* array = reader.take("interfaces")->as_array();
    if (array == nullptr || array->empty() || array->size() > core::interfacesMax) {
        reader.fault("interfaces",
                     "is not a list of 1 to " + std::to_string(core::interfacesMax) + " texts; " + remedy);
        return;
    }
    for (const toml::node& node : *array) {
        const auto text = node.value_exact<std::string>();
        const auto interface = text ? interfaceOf(*text, device.interfaces.size()) : std::nullopt;
        if (!interface) {
            reader.fault("interfaces", (text ? '"' + *text + '"' : std::string("an entry")) +
                                           " is no class, subclass and protocol in hex; " + remedy);
            return;
        }
        if (const std::string what = harm(*interface); !what.empty()) {
            reader.fault("interfaces", '"' + *text + "\" is " + what + "; take a device without it");
        }
        device.interfaces.push_back(*interface);
    }
}

void readWhatIsRead(TomlReader& reader, core::ListedDevice& device)
{
    device.interface = static_cast<std::uint8_t>(integer(reader, "interface", 0, 0, byteMax, "an interface"));
    const bool isHid = std::ranges::any_of(device.interfaces, [&](const core::UsbInterface& one) {
        return one.number == device.interface && one.usbClass == classHid;
    });
    if (!device.interfaces.empty() && !isHid) {
        reader.fault("interface", std::to_string(device.interface) +
                                      " is not among the interfaces, or no HID (03); name the one that is read");
    }
    if (reader.has("report")) {
        device.report = static_cast<std::uint8_t>(integer(reader, "report", 1, 1, byteMax, "a report id"));
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Where its values stand

std::optional<core::FieldPlace> readPlace(TomlReader& reader)
{
    static const std::regex pattern("([0-9A-Fa-f]{1,4})/([0-9A-Fa-f]{1,4})");
    std::string usage;
    reader.text("usage", usage, 9);
    core::BitField field;
    field.bit =
        static_cast<std::uint16_t>(integer(reader, "bit", 0, 0, reportBytesMax * 8 - 1, "a bit after the id byte"));
    field.bits = static_cast<std::uint8_t>(integer(reader, "bits", 1, 1, 32, "bits"));
    if (reader.has("usage") && reader.has("bit")) {
        reader.fault("bit", "is there beside usage; write one of them");
        return std::nullopt;
    }
    if (reader.has("bits") && !reader.has("bit")) {
        reader.fault("bits", "has no bit to begin with; write bit too, or remove it");
    }
    if (reader.has("bit")) {
        return field;
    }
    std::smatch match;
    if (std::regex_match(usage, match, pattern) && hex(match[1]) != 0 && hex(match[2]) != 0) {
        return core::Usage{hex(match[1]), hex(match[2])};
    }
    if (!usage.empty()) {
        reader.fault("usage", '"' + usage + R"(" is no usage; write its page and its id in hex: "09/01")");
    }
    return std::nullopt;
}

core::KeysLayout readKeys(TomlReader& reader, SettingsFaults& faults)
{
    core::KeysLayout layout;
    const toml::node* node = reader.take("keys");
    if (node == nullptr) {
        return layout;
    }
    const toml::array* array = node->as_array();
    if (array == nullptr || array->empty() || array->size() > keysMax || !array->is_homogeneous<toml::table>()) {
        reader.fault("keys", "is not a list of 1 to " + std::to_string(keysMax) +
                                 R"( keys; write [{ usage = "09/01", key = 1 }, …], or remove it)");
        return layout;
    }
    for (const toml::node& entry : *array) {
        TomlReader keyReader(*entry.as_table(), "device.keys.", faults);
        const auto place = readPlace(keyReader);
        const bool hasKey = needed(keyReader, "key", "write 1 to 5 for answers, 6 back, 7 next, 8 speech");
        const int key = integer(keyReader, "key", 1, 1, 8, "a key");
        if (!place && !keyReader.has("usage") && !keyReader.has("bit")) {
            keyReader.fault("key", "has no place; write usage or bit");
        }
        if (place && hasKey) {
            if (std::ranges::any_of(layout.keys, [&](const auto& other) { return other.place == *place; })) {
                keyReader.fault("key", "has a place that another key has; write each place once");
            }
            layout.keys.push_back({*place, key});
        }
        keyReader.finish();
    }
    return layout;
}

core::PresenceLayout readPresence(TomlReader& reader, const core::ListedDevice& device)
{
    core::PresenceLayout layout;
    needed(reader, "contains_camera", "look into the device's papers, and write contains_camera = false");
    layout.place = readPlace(reader);
    reader.flag("somebody_is", layout.somebodyIs);
    layout.nearMm = integer(reader, "near_mm", layout.nearMm, 100, 10'000, "millimetres");
    layout.farMm = integer(reader, "far_mm", layout.farMm, 100, 10'000, "millimetres");
    layout.holdMs = integer(reader, "hold_ms", layout.holdMs, 0, 10'000, "milliseconds");
    if (layout.farMm < layout.nearMm) {
        reader.fault(reader.has("far_mm") ? "far_mm" : "near_mm",
                     "far_mm is less than near_mm; write the same or more, so that nobody flickers between them");
    }
    const auto* const usage = layout.place ? std::get_if<core::Usage>(&*layout.place) : nullptr;
    const bool isKeyboard = std::ranges::any_of(device.interfaces, core::isKeyboard);
    if (isKeyboard || (usage != nullptr && usage->page == core::keyboardPage)) {
        reader.fault(isKeyboard ? "interfaces" : "usage",
                     "is a keyboard's; that is taken as keys, door or scanner only: take another device");
    }
    return layout;
}

core::DoorLayout readDoor(TomlReader& reader)
{
    using Counts = core::DoorLayout::Counts;
    core::DoorLayout layout;
    const auto place = readPlace(reader);
    if (!reader.has("usage") && !reader.has("bit")) {
        reader.fault("usage", "is missing; write usage or bit: where the counter counts");
    }
    layout.place = place.value_or(layout.place);
    std::string counts = "pulses";
    reader.text("counts", counts, 10);
    if (counts == "total") {
        layout.counts = Counts::Total;
    } else if (counts == "steps") {
        layout.counts = Counts::Steps;
    } else if (counts != "pulses") {
        reader.fault("counts", '"' + counts + R"(" is no way to count; write "pulses", "total" or "steps")");
    }
    const auto* const bits = std::get_if<core::BitField>(&layout.place);
    if (bits != nullptr && layout.counts == Counts::Total && (std::int64_t{1} << bits->bits) < core::totalValuesMin) {
        reader.fault("counts", "a total has 4 bits or more; write bits");
    }
    layout.perPassage = integer(reader, "per_passage", 1, 1, 100, "counts");
    return layout;
}

core::ScannerLayout readScanner(TomlReader& reader)
{
    static constexpr std::array keys{"length_byte", "text_byte", "text_bytes_max"};
    core::ScannerLayout layout;
    const int byteLast = reportBytesMax - 1;
    core::ScannerLayout::Bytes bytes;
    bytes.length = static_cast<std::uint16_t>(integer(reader, keys[0], 0, 0, byteLast, "a byte after the id byte"));
    bytes.text = static_cast<std::uint16_t>(integer(reader, keys[1], 0, 0, byteLast, "a byte after the id byte"));
    bytes.textMax = static_cast<std::uint16_t>(integer(reader, keys[2], 1, 1, static_cast<int>(textBytesMax), "bytes"));
    const int continued = integer(reader, "continued_bit", 0, 0, reportBytesMax * 8 - 1, "a bit after the id byte");
    if (reader.has("continued_bit")) {
        bytes.continued = core::BitField{static_cast<std::uint16_t>(continued), 1};
    }
    const auto has = [&](std::string_view key) { return reader.has(key); };
    if (std::ranges::none_of(keys, has) && !bytes.continued) {
        return layout;
    }
    for (const std::string_view key : keys) {
        if (!has(key)) {
            reader.fault(key, "is missing; write length_byte, text_byte and text_bytes_max, or none of them");
        }
    }
    if (bytes.text + bytes.textMax > reportBytesMax) {
        reader.fault(keys[2], "goes beyond a report's " + std::to_string(reportBytesMax) + " bytes");
    }
    if (std::ranges::all_of(keys, has) && bytes.length >= bytes.text && bytes.length < bytes.text + bytes.textMax) {
        reader.fault(keys[0], "lies in the text; its place is before or after it");
    }
    layout.bytes = bytes;
    return layout;
}

// ---------------------------------------------------------------------------------------------------------------------

void readRole(TomlReader& reader, core::ListedDevice& device, SettingsFaults& faults)
{
    const std::string remedy = R"(write "keys", "presence", "door" or "scanner")";
    if (!needed(reader, "role", remedy)) {
        return;
    }
    std::string text;
    reader.text("role", text, 10);
    const auto role = core::roleOf(text);
    if (!role) {
        if (!text.empty()) {
            reader.fault("role", '"' + text + "\" is no role; " + remedy);
        }
        return;
    }
    switch (*role) {
    case core::Role::Keys: device.layout = readKeys(reader, faults); break;
    case core::Role::Presence: device.layout = readPresence(reader, device); break;
    case core::Role::Door: device.layout = readDoor(reader); break;
    case core::Role::Scanner: device.layout = readScanner(reader); break;
    }
    bool containsCamera = false;
    reader.flag("contains_camera", containsCamera);
    if (containsCamera) {
        reader.fault("contains_camera", "a device with a camera is never read; take one without");
    }
    reader.finish();
}

/// Whether one device can fit both entries.
bool canBeTheSame(const core::ListedDevice& a, const core::ListedDevice& b)
{
    const auto differ = [](const auto& one, const auto& other) { return one && other && *one != *other; };
    return a.vendor == b.vendor && a.product == b.product && a.interfaces == b.interfaces &&
           !differ(a.serial, b.serial) && !differ(a.port, b.port);
}

void readDevice(const toml::table& table, core::DeviceList& list, SettingsFaults& faults)
{
    TomlReader reader(table, "device.", faults);
    core::ListedDevice device;
    if (needed(reader, "name", "write what people here call the device")) {
        reader.text("name", device.name, nameCharactersMax);
    }
    readId(reader, device);
    readWhichOne(reader, device);
    readInterfaces(reader, device);
    readWhatIsRead(reader, device);
    readRole(reader, device, faults);
    for (const core::ListedDevice& other : list) {
        if (other.name == device.name && !device.name.empty()) {
            reader.fault("name", '"' + device.name + "\" is there twice; write another name");
        }
        if (device.vendor != 0 && canBeTheSame(other, device)) {
            reader.fault("id", "can't be told from \"" + other.name + "\"; give both a port, or both a serial");
        }
    }
    list.push_back(std::move(device));
}

void readDevices(TomlReader& reader, core::DeviceList& list, SettingsFaults& faults)
{
    const toml::node* node = reader.take("device");
    if (node == nullptr) {
        return;
    }
    const toml::array* array = node->as_array();
    if (array == nullptr || !array->is_homogeneous<toml::table>()) {
        reader.fault("device", "is not a list; write [[device]] before each device's keys");
        return;
    }
    if (array->size() > core::listedDevicesMax) {
        reader.fault("device", "is there " + std::to_string(array->size()) + " times; at most " +
                                   std::to_string(core::listedDevicesMax) + " devices are read");
        return;
    }
    for (const toml::node& entry : *array) {
        readDevice(*entry.as_table(), list, faults);
    }
}

} // namespace

core::Result<core::DeviceList, SettingsFault> parseDevices(std::string_view text, const std::string& name)
{
    return parseSettings<core::DeviceList>(text, name, readDevices);
}

core::Result<core::DeviceList, SettingsFault> loadDevices(const fs::path& file)
{
    const auto text = readSettingsFile(file);
    if (!text) {
        return text.error();
    }
    return parseDevices(*text, file.string());
}

} // namespace smiley::platform
