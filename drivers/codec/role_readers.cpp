// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/role_readers.h"

#include "app/core/peripheral_limits.h"

#include <algorithm>
#include <cstdio>

namespace smiley::codec {
namespace {

using Kind = core::InputEvent::Kind;

core::Failure<ReaderFault> noPlace(std::string what) { return core::fail(ReaderFault::Layout, std::move(what)); }

std::string text(core::Usage usage)
{
    std::array<char, 10> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%02x/%02x", unsigned{usage.page}, unsigned{usage.id});
    return buffer.data();
}

/// Why the reports can't have a place by number that ends with this bit; empty: they have it.
std::string absence(std::size_t endBit, const Reports& reports)
{
    if (reports.layout.hasIds && !reports.only) {
        return "its reports have ids, and a place by number is in one of them: name its report in the list";
    }
    return reports.reach(endBit) ? std::string() : "its reports end before bit " + std::to_string(endBit);
}

/// Why the reports can't have this place; empty: they have it.
std::string absence(const core::FieldPlace& place, const Reports& reports)
{
    if (const auto* named = std::get_if<core::Usage>(&place)) {
        return reports.find(*named) != nullptr ? std::string() : "its reports have no usage " + text(*named);
    }
    const auto& bits = std::get<core::BitField>(place);
    return absence(std::size_t{bits.bit} + bits.bits, reports);
}

std::optional<std::int64_t> valueOf(const core::FieldPlace& place, const ReportView& report)
{
    const auto* const named = std::get_if<core::Usage>(&place);
    return named != nullptr ? report.value(*named) : report.bits(std::get<core::BitField>(place));
}

} // namespace

const Field* Reports::find(core::Usage usage) const
{
    const auto found = std::ranges::find_if(layout.inputs, [&](const Field& field) {
        return (!only || field.reportId == *only) && field.indexOf(usage).has_value();
    });
    return found == layout.inputs.end() ? nullptr : &*found;
}

bool Reports::reach(std::size_t bits) const
{
    return std::ranges::any_of(layout.reports, [&](const ReportSize& size) {
        return size.reportId == only.value_or(0) && bits <= size.inputBits;
    });
}

// ---------------------------------------------------------------------------------------------------------------------
// Keys

Made<KeysReader> KeysReader::make(const core::KeysLayout& layout, const Reports& reports)
{
    KeysReader reader;
    for (const core::KeysLayout::Key& key : layout.keys) {
        if (const std::string fault = absence(key.place, reports); !fault.empty()) {
            return noPlace(fault);
        }
        reader.m_places.push_back({key.place, static_cast<std::size_t>(key.key - 1)});
    }
    for (std::uint16_t button = 1; layout.keys.empty() && button <= core::key::speech; ++button) {
        const core::Usage named{usage::buttonPage, button};
        if (reports.find(named) != nullptr) {
            reader.m_places.push_back({named, button - std::size_t{1}});
        }
    }
    if (reader.m_places.empty()) {
        return noPlace("its reports have no buttons, and the list names no keys");
    }
    return reader;
}

void KeysReader::read(const ReportView& report, core::MonotonicMs at, EventSink& sink)
{
    for (Place& place : m_places) {
        if (const auto value = valueOf(place.place, report)) {
            place.isClosed = *value != 0;
        }
    }
    for (std::size_t key = 0; key < m_keys.size(); ++key) {
        const bool isClosed =
            std::ranges::any_of(m_places, [key](const Place& place) { return place.key == key && place.isClosed; });
        if (m_keys[key].press(isClosed, at)) {
            sink.take(Kind::KeyPressed, static_cast<int>(key) + 1, at, {});
        }
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Presence

Made<PresenceReader> PresenceReader::make(const core::PresenceLayout& layout, const Reports& reports)
{
    PresenceReader reader(layout);
    const bool isByDefault = !layout.place;
    const bool isDistance = isByDefault || layout.place == core::FieldPlace(usage::proximityRange);
    if (const Field* range = reports.find(usage::proximityRange); isDistance && range != nullptr) {
        if (!millimetres(*range, range->logicalMin)) {
            return noPlace("it tells a distance in a unit that is no length");
        }
        reader.m_place = range;
        return reader;
    }
    const core::FieldPlace flag = layout.place.value_or(usage::humanPresence);
    if (const std::string fault = absence(flag, reports); !fault.empty()) {
        return noPlace(isByDefault ? "its reports say neither that somebody is there nor how far away" : fault);
    }
    reader.m_place = flag;
    return reader;
}

std::optional<bool> PresenceReader::somebodyIn(const ReportView& report) const
{
    if (const auto* const flag = std::get_if<core::FieldPlace>(&m_place)) {
        const auto value = valueOf(*flag, report);
        return value ? std::optional((*value != 0) == m_somebodyIs) : std::nullopt;
    }
    if (report.value(usage::outOfRange).value_or(0) != 0) {
        return false;
    }
    const auto distance = report.value(usage::proximityRange);
    const auto mm = distance ? millimetres(*std::get<const Field*>(m_place), *distance) : std::nullopt;
    return mm ? m_zone.somebodyAt(*mm) : std::nullopt;
}

void PresenceReader::read(const ReportView& report, core::MonotonicMs at, EventSink& sink)
{
    if (const auto state = report.selected(usage::sensorState)) {
        static constexpr std::array<std::string_view, 7> words{"its sensor doesn't know how it is",
                                                               "",
                                                               "its sensor is not available",
                                                               "its sensor has no data",
                                                               "its sensor is starting, or waits for something",
                                                               "its sensor denies access",
                                                               "its sensor says: error"};
        const std::size_t selector = state->id - std::size_t{0x800};
        m_why = selector < words.size() ? words.at(selector) : "its sensor is in a state that nobody knows";
        if (*state != usage::stateReady) {
            m_zone.forget();
            return;
        }
    }
    const auto somebody = somebodyIn(report);
    if (!somebody || (m_isStuck && *somebody)) {
        return;
    }
    m_isStuck = false;
    switch (m_zone.see(*somebody, at)) {
    case NearZone::Change::Began: sink.take(Kind::PresenceBegan, 0, at, {}); break;
    case NearZone::Change::Ended: sink.take(Kind::PresenceEnded, 0, at, {}); break;
    case NearZone::Change::None: break;
    }
}

std::string_view PresenceReader::why() const
{
    return m_why.empty() && m_isStuck ? "somebody has stood there for two hours: it sees something else" : m_why;
}

void PresenceReader::tick(core::MonotonicMs now, EventSink& sink)
{
    if (const auto over = m_zone.deadline(); m_zone.tick(now) == NearZone::Change::Ended) {
        sink.take(Kind::PresenceEnded, 0, *over, {});
    }
    if (const auto since = m_zone.since(); since && core::count(now) - core::count(*since) >= somebodyMsMax) {
        m_zone.forget();
        m_isStuck = true;
    }
}

std::optional<core::MonotonicMs> PresenceReader::deadline() const
{
    if (const auto held = m_zone.deadline()) {
        return held;
    }
    const auto since = m_zone.since();
    return since ? std::optional(core::MonotonicMs{core::count(*since) + somebodyMsMax}) : std::nullopt;
}

// ---------------------------------------------------------------------------------------------------------------------
// Door

Made<DoorReader> DoorReader::make(const core::DoorLayout& layout, const Reports& reports)
{
    if (const std::string fault = absence(layout.place, reports); !fault.empty()) {
        return noPlace(fault);
    }
    std::int64_t min = 0;
    std::int64_t max = 1;
    if (const auto* named = std::get_if<core::Usage>(&layout.place)) {
        const Field& field = *reports.find(*named);
        if (field.isVariable && field.logicalMin < field.logicalMax) {
            min = field.logicalMin;
            max = field.logicalMax;
        } else if (field.isVariable) { // it gives no range
            max = (std::int64_t{1} << field.bits) - 1;
        }
    } else {
        max = (std::int64_t{1} << std::get<core::BitField>(layout.place).bits) - 1;
    }
    if (layout.counts == core::DoorLayout::Counts::Total && max - min + 1 < core::totalValuesMin) {
        return noPlace("it can't count a total there: that needs " + std::to_string(core::totalValuesMin) + " values");
    }
    return DoorReader(layout.place, DoorCount(layout.counts, layout.perPassage, min, max));
}

void DoorReader::read(const ReportView& report, core::MonotonicMs at, EventSink& sink)
{
    const auto value = valueOf(m_place, report);
    if (const int passages = value ? m_count.see(*value, at) : 0; passages > 0) {
        sink.take(Kind::Passage, passages, at, {});
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Scanner

Made<ScannerReader> ScannerReader::make(const core::ScannerLayout& layout, const Reports& reports)
{
    if (layout.bytes) {
        const auto& places = *layout.bytes;
        std::size_t end = std::max(places.length + std::size_t{1}, std::size_t{places.text} + places.textMax) * 8;
        if (places.continued) {
            end = std::max(end, std::size_t{places.continued->bit} + places.continued->bits);
        }
        if (const std::string fault = absence(end, reports); !fault.empty()) {
            return noPlace(fault);
        }
        return ScannerReader(places);
    }
    if (const Field* data = reports.find(usage::decodedData)) {
        return ScannerReader(ByUsage{data});
    }
    const bool types = std::ranges::any_of(reports.layout.inputs, [](const Field& field) {
        return field.usages.front().first.page == core::keyboardPage;
    });
    if (!types) {
        return noPlace("its reports hold neither what a scanner reads nor keys of a keyboard");
    }
    return ScannerReader(AsKeyboard{});
}

void ScannerReader::read(const ReportView& report, core::MonotonicMs at, EventSink& sink)
{
    if (const auto* const places = std::get_if<core::ScannerLayout::Bytes>(&m_source)) {
        readPlaces(*places, report, at, sink);
    } else if (const auto* const named = std::get_if<ByUsage>(&m_source)) {
        readDecoded(*named->data, report, at, sink);
    } else {
        readKeyboard(report, at, sink);
    }
}

void ScannerReader::readPlaces(const core::ScannerLayout::Bytes& places, const ReportView& report, core::MonotonicMs at,
                               EventSink& sink)
{
    const auto bytes = report.payload();
    if (places.length >= bytes.size() || places.text > bytes.size()) {
        return;
    }
    const std::size_t said = std::to_integer<std::size_t>(bytes[places.length]);
    const std::size_t size = std::min({said, std::size_t{places.textMax}, bytes.size() - places.text});
    const bool goesOn = places.continued && report.bits(*places.continued).value_or(0) != 0;
    add(bytes.subspan(places.text, size), goesOn, at, sink);
}

void ScannerReader::readDecoded(const Field& data, const ReportView& report, core::MonotonicMs at, EventSink& sink)
{
    if (!report.holds(data)) {
        return;
    }
    std::array<std::byte, core::reportBytesMax> bytes{};
    std::size_t size = report.bytes(usage::decodedData, bytes);
    if (const auto count = report.value(usage::byteCount)) {
        size = std::min(size, static_cast<std::size_t>(std::max<std::int64_t>(*count, 0)));
    } else {
        while (size > 0 && bytes.at(size - 1) == std::byte{0}) {
            --size;
        }
    }
    add(std::span(bytes).first(size), report.value(usage::decodedDataContinued).value_or(0) != 0, at, sink);
}

void ScannerReader::readKeyboard(const ReportView& report, core::MonotonicMs at, EventSink& sink)
{
    constexpr std::uint16_t firstModifier = 0xE0;
    constexpr std::uint16_t lastModifier = 0xE7;
    constexpr std::uint16_t leftShift = 0xE1;
    constexpr std::uint16_t rightShift = 0xE5;
    std::array<core::Usage, 32> pressed{};
    const Pressed said = report.pressedOn(core::keyboardPage, pressed);
    if (!said.areAllSaid) {
        return;
    }
    std::bitset<256> down;
    const auto keys = std::span(pressed).first(said.count);
    for (const core::Usage key : keys) {
        down.set(key.id & 0xFFU);
    }
    bool shift = false;
    bool isCommand = false;
    for (std::uint16_t key = firstModifier; key <= lastModifier; ++key) {
        const bool isShift = key == leftShift || key == rightShift;
        shift = shift || (isShift && down.test(key));
        isCommand = isCommand || (!isShift && down.test(key));
    }
    for (const core::Usage key : keys) {
        const char c = isCommand || m_down.test(key.id & 0xFFU) ? '\0' : typed(key.id, shift);
        if (c == '\n') {
            add({}, false, at, sink);
        } else if (c != '\0') {
            const auto byte = static_cast<std::byte>(c);
            add({&byte, 1}, true, at, sink);
        }
    }
    m_down = down;
}

void ScannerReader::add(std::span<const std::byte> piece, bool goesOn, core::MonotonicMs at, EventSink& sink)
{
    if (const auto whole = m_text.add(piece, goesOn, at)) {
        sink.take(Kind::TicketShown, 0, at, *whole);
    }
}

} // namespace smiley::codec
