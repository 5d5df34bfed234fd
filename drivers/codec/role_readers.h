// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/peripherals.h"
#include "drivers/codec/device_reader.h"
#include "drivers/codec/filters.h"
#include "drivers/codec/hid_descriptor.h"
#include "drivers/codec/hid_report.h"
#include "drivers/codec/scan_text.h"

#include <array>
#include <bitset>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

/// The four roles that a DeviceReader can have: each finds its places in the layout once, and reads them in each report.

namespace smiley::codec {

/// HID Usage Tables 1.5, HID Sensor Usages (HUTRR39) and HID Point of Sale Usage Tables 1.02.
namespace usage {
inline constexpr std::uint16_t buttonPage = 0x09;
inline constexpr std::uint16_t sensorPage = 0x20;
inline constexpr core::Usage byteCount{0x01, 0x3B};
inline constexpr core::Usage sensorState{sensorPage, 0x201};
inline constexpr core::Usage reportInterval{sensorPage, 0x30E};
inline constexpr core::Usage reportingState{sensorPage, 0x316};
inline constexpr core::Usage powerState{sensorPage, 0x319};
inline constexpr core::Usage humanPresence{sensorPage, 0x4B1};
inline constexpr core::Usage proximityRange{sensorPage, 0x4B2};
inline constexpr core::Usage outOfRange{sensorPage, 0x4B3};
inline constexpr core::Usage stateReady{sensorPage, 0x801};
inline constexpr core::Usage allEvents{sensorPage, 0x841};
inline constexpr core::Usage fullPower{sensorPage, 0x851};
inline constexpr core::Usage decodedData{0x8C, 0xFE};
inline constexpr core::Usage decodedDataContinued{0x8C, 0xFF};
} // namespace usage

/// A layout of which only the reports that the entry names are read.
struct Reports {
    const ReportLayout& layout;
    std::optional<std::uint8_t> only;

    /// The first input field of these reports with the usage.
    [[nodiscard]] const Field* find(core::Usage usage) const;
    /// Whether these reports reach so far, in bits after the id byte.
    [[nodiscard]] bool reach(std::size_t bits) const;
};

template <class Reader>
using Made = core::Result<Reader, ReaderFault>;

class KeysReader {
public:
    [[nodiscard]] static Made<KeysReader> make(const core::KeysLayout& layout, const Reports& reports);
    void read(const ReportView& report, core::MonotonicMs at, EventSink& sink);

private:
    struct Place {
        core::FieldPlace place;
        std::size_t key = 0; ///< of m_keys
        bool isClosed = false;
    };
    std::vector<Place> m_places;
    std::vector<Bounce> m_keys = std::vector<Bounce>(core::key::speech, keyBounce);
};

class PresenceReader {
public:
    [[nodiscard]] static Made<PresenceReader> make(const core::PresenceLayout& layout, const Reports& reports);
    void read(const ReportView& report, core::MonotonicMs at, EventSink& sink);
    void tick(core::MonotonicMs now, EventSink& sink);
    [[nodiscard]] std::optional<core::MonotonicMs> deadline() const;
    [[nodiscard]] std::string_view why() const;

private:
    explicit PresenceReader(const core::PresenceLayout& layout)
        : m_somebodyIs(layout.somebodyIs),
          m_zone(layout.nearMm, layout.farMm, layout.holdMs)
    {}
    /// What the report says; nothing: that nothing changed.
    [[nodiscard]] std::optional<bool> somebodyIn(const ReportView& report) const;

    std::variant<core::FieldPlace, const Field*> m_place; ///< a flag, or a distance
    bool m_somebodyIs;
    NearZone m_zone;
    bool m_isStuck = false; ///< somebody was there for too long, and nobody was seen since
    std::string_view m_why; ///< what the sensor says of itself; empty: nothing, or that it is ready
};

class DoorReader {
public:
    [[nodiscard]] static Made<DoorReader> make(const core::DoorLayout& layout, const Reports& reports);
    void read(const ReportView& report, core::MonotonicMs at, EventSink& sink);

private:
    DoorReader(core::FieldPlace place, DoorCount count) : m_place(place), m_count(count) {}

    core::FieldPlace m_place;
    DoorCount m_count;
};

class ScannerReader {
public:
    [[nodiscard]] static Made<ScannerReader> make(const core::ScannerLayout& layout, const Reports& reports);
    void read(const ReportView& report, core::MonotonicMs at, EventSink& sink);
    void tick(core::MonotonicMs now) { m_text.tick(now); }
    [[nodiscard]] std::optional<core::MonotonicMs> deadline() const { return m_text.deadline(); }

private:
    struct ByUsage {
        const Field* data = nullptr;
    };
    struct AsKeyboard {};
    using Source = std::variant<core::ScannerLayout::Bytes, ByUsage, AsKeyboard>;

    explicit ScannerReader(Source source) : m_source(source) {}
    void readPlaces(const core::ScannerLayout::Bytes& places, const ReportView& report, core::MonotonicMs at,
                    EventSink& sink);
    void readDecoded(const Field& data, const ReportView& report, core::MonotonicMs at, EventSink& sink);
    void readKeyboard(const ReportView& report, core::MonotonicMs at, EventSink& sink);
    void add(std::span<const std::byte> piece, bool goesOn, core::MonotonicMs at, EventSink& sink);

    Source m_source;
    ScanText m_text;
    std::bitset<256> m_down; ///< of a keyboard
};

} // namespace smiley::codec
