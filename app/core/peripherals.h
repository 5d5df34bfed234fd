// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What may be plugged into a stand, and how it is: the list that an administrator writes (devices.toml), as values.
/// platform reads the file, drivers/codec decides by it, drivers/usb opens by it.

namespace smiley::core {

/// What a peripheral is for.
enum class Role : std::uint8_t { Keys, Presence, Door, Scanner };
inline constexpr std::array roles{Role::Keys, Role::Presence, Role::Door, Role::Scanner};
/// "keys", "presence", "door", "scanner".
[[nodiscard]] std::string_view code(Role role);
[[nodiscard]] std::optional<Role> roleOf(std::string_view code);

/// How a listed device is.
enum class LinkState : std::uint8_t {
    NoDevice,   ///< nothing that fits its entry is plugged in
    Waiting,    ///< plugged in, and can't be used now: refused, busy, or it failed and is tried again
    Connecting, ///< claimed, and asked what its reports look like
    Connected,  ///< its reports are read
};
/// "no device", "waiting", "connecting", "connected".
[[nodiscard]] std::string_view code(LinkState state);

/// A usage of the HID Usage Tables: page and id.
struct Usage {
    std::uint16_t page = 0;
    std::uint16_t id = 0;
    auto operator<=>(const Usage&) const = default;
};

/// Bits of a report, counted after its id byte (where its descriptor has ids); bit 0 is the lowest of the first byte.
struct BitField {
    std::uint16_t bit = 0;
    std::uint8_t bits = 1; ///< 1..32, unsigned, little endian
    bool operator==(const BitField&) const = default;
};

/// Where a value stands in a report: found by what the descriptor says, or, for odd devices, written down.
using FieldPlace = std::variant<Usage, BitField>;

/// A button box. Without entries, buttons 1..8 of the Button page are keys 1..8.
struct KeysLayout {
    struct Key {
        FieldPlace place;
        int key = 1; ///< 1..8, see core::key
    };
    std::vector<Key> keys; ///< at most 32; two places may be one key
};

/// A presence sensor. Without a place: Human Presence, or Human Proximity Range, of the Sensor page.
struct PresenceLayout {
    std::optional<FieldPlace> place; ///< a flag
    bool somebodyIs = true;          ///< what the flag is while somebody is there
    int nearMm = 1000;               ///< where it tells a distance: nearer than this, somebody is there
    int farMm = 1300;                ///< and farther than this, nobody; between them nothing changes
    int holdMs = 1000;               ///< so long nobody was there before the zone is empty; 0..10'000
};

/// A door counter.
struct DoorLayout {
    enum class Counts : std::uint8_t {
        Pulses, ///< the place goes from 0 to another value: one more (a beam, a mat, a key of a keyboard)
        Total,  ///< the place counts by itself, and begins again after its greatest value
        Steps,  ///< the place says how many came since the report before
    };
    FieldPlace place = Usage{};
    Counts counts = Counts::Pulses;
    int perPassage = 1; ///< so many of them are one passage (2 where people come and go through one beam); 1..100
};

/// A scanner of cards. Without bytes: Decoded Data of the Bar Code Scanner page, or what a listed keyboard types.
struct ScannerLayout {
    struct Bytes {
        std::uint16_t length = 0;          ///< the byte that says how many bytes of text there are
        std::uint16_t text = 0;            ///< the first of them
        std::uint16_t textMax = 0;         ///< so many fit into one report
        std::optional<BitField> continued; ///< set: the text goes on in the next report
    };
    std::optional<Bytes> bytes;
};

using Layout = std::variant<KeysLayout, PresenceLayout, DoorLayout, ScannerLayout>; ///< in the order of Role

/// An interface of a device, as its descriptors say.
struct UsbInterface {
    std::uint8_t number = 0;
    std::uint8_t usbClass = 0;
    std::uint8_t subclass = 0;
    std::uint8_t protocol = 0;
    auto operator<=>(const UsbInterface&) const = default;
};

/// One entry of the list.
struct ListedDevice {
    std::string name; ///< for people: "Knapper på standen"; each once
    std::uint16_t vendor = 0;
    std::uint16_t product = 0;
    std::optional<std::string> serial;    ///< nothing: any
    std::optional<std::string> port;      ///< "1-3.2", as the kernel names it; nothing: any
    std::vector<UsbInterface> interfaces; ///< exactly these, each alternate setting, in order; anything else is refused
    std::uint8_t interface = 0;           ///< the number of the one that is read
    std::optional<std::uint8_t> report;   ///< of this id only; nothing: every report
    Layout layout;
    [[nodiscard]] Role role() const { return static_cast<Role>(layout.index()); }
};

inline constexpr std::size_t listedDevicesMax = 16;

/// At most listedDevicesMax, in the order of the file.
using DeviceList = std::vector<ListedDevice>;

/// How one entry of the list is.
struct PeripheralState {
    std::string name;
    Role role = Role::Keys;
    LinkState link = LinkState::NoDevice;
    bool isHealthy = false;    ///< connected, and what it says makes sense
    std::string why;           ///< one sentence, in English: why it waits, or isn't healthy; else empty
    std::uint64_t lost = 0;    ///< times its connection was lost since the start
    std::uint64_t dropped = 0; ///< reports that were replaced by later ones because too many waited
    bool isRefused = false;    ///< waiting, and it stays so: what is plugged in isn't the device of the list
    bool operator==(const PeripheralState&) const = default;
};

} // namespace smiley::core
