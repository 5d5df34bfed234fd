// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/device_reader.h"

#include "drivers/codec/role_readers.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <variant>

namespace smiley::codec {
namespace {

/// How often a sensor should tell what it sees, where it can be told.
constexpr double intervalMs = 250;

using RoleReader = std::variant<KeysReader, PresenceReader, DoorReader, ScannerReader>;

template <class Reader>
core::Result<RoleReader, ReaderFault> whole(Made<Reader> made)
{
    if (!made) {
        return made.error();
    }
    return RoleReader(std::move(*made));
}

core::Result<RoleReader, ReaderFault> roleOf(const core::Layout& layout, const Reports& reports)
{
    if (const auto* keys = std::get_if<core::KeysLayout>(&layout)) {
        return whole(KeysReader::make(*keys, reports));
    }
    if (const auto* presence = std::get_if<core::PresenceLayout>(&layout)) {
        return whole(PresenceReader::make(*presence, reports));
    }
    if (const auto* door = std::get_if<core::DoorLayout>(&layout)) {
        return whole(DoorReader::make(*door, reports));
    }
    return whole(ScannerReader::make(std::get<core::ScannerLayout>(layout), reports));
}

/// What a feature field should hold before the sensor speaks; nothing: it has nothing to do with it.
std::optional<std::uint32_t> wanted(const Field& field)
{
    for (const auto& [property, selector] :
         {std::pair{usage::powerState, usage::fullPower}, std::pair{usage::reportingState, usage::allEvents}}) {
        const auto index = field.isVariable ? std::nullopt : field.indexOf(selector);
        if (index && field.collection == property) {
            return static_cast<std::uint32_t>(field.logicalMin + static_cast<std::int64_t>(*index));
        }
    }
    if (!field.isVariable || field.indexOf(usage::reportInterval) != 0) {
        return std::nullopt;
    }
    const double unitMs = std::pow(10.0, field.unitExponent) * (field.unit == 0 ? 1 : 1000); // ms, or seconds
    const auto value = std::llround(std::min(intervalMs / unitMs, 1e9));
    return static_cast<std::uint32_t>(
        std::clamp<std::int64_t>(value, field.logicalMin, std::max(field.logicalMin, field.logicalMax)));
}

} // namespace

struct DeviceReader::State {
    ReportLayout layout;
    std::optional<std::uint8_t> only;
    std::optional<RoleReader> role; ///< points into `layout`
};

DeviceReader::DeviceReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
DeviceReader::DeviceReader(DeviceReader&&) noexcept = default;
DeviceReader& DeviceReader::operator=(DeviceReader&&) noexcept = default;
DeviceReader::~DeviceReader() = default;

core::Result<DeviceReader, ReaderFault> DeviceReader::make(const core::ListedDevice& entry,
                                                           std::span<const std::byte> reportDescriptor)
{
    auto layout = parseDescriptor(reportDescriptor);
    if (!layout) {
        return core::fail(ReaderFault::Descriptor, "its report descriptor can't be read: " + layout.error().message);
    }
    auto state = std::make_unique<State>(State{std::move(*layout), entry.report, std::nullopt});
    const auto& reports = state->layout.reports;
    if (entry.report &&
        std::ranges::none_of(reports, [&](const ReportSize& size) { return size.reportId == *entry.report; })) {
        return core::fail(ReaderFault::Layout, "it has no report " + std::to_string(*entry.report));
    }
    auto role = roleOf(entry.layout, {state->layout, entry.report});
    if (!role) {
        return role.error();
    }
    state->role = std::move(*role);
    return DeviceReader(std::move(state));
}

void DeviceReader::read(std::span<const std::byte> report, core::MonotonicMs at, EventSink& sink)
{
    tick(at, sink);
    const ReportView view(m_state->layout, report);
    if (report.empty() || (m_state->only && view.reportId() != *m_state->only)) {
        return;
    }
    std::visit([&](auto& role) { role.read(view, at, sink); }, *m_state->role);
}

void DeviceReader::tick(core::MonotonicMs now, EventSink& sink)
{
    if (auto* const presence = std::get_if<PresenceReader>(&*m_state->role)) {
        presence->tick(now, sink);
    } else if (auto* const scanner = std::get_if<ScannerReader>(&*m_state->role)) {
        scanner->tick(now);
    }
}

std::optional<core::MonotonicMs> DeviceReader::deadline() const
{
    if (const auto* const presence = std::get_if<PresenceReader>(&*m_state->role)) {
        return presence->deadline();
    }
    const auto* const scanner = std::get_if<ScannerReader>(&*m_state->role);
    return scanner != nullptr ? scanner->deadline() : std::nullopt;
}

bool DeviceReader::isHealthy() const { return why().empty(); }

std::string_view DeviceReader::why() const
{
    const auto* const presence = std::get_if<PresenceReader>(&*m_state->role);
    return presence != nullptr ? presence->why() : std::string_view();
}

std::size_t DeviceReader::reportBytesMax() const { return m_state->layout.inputBytesMax; }

std::vector<FeatureReport> DeviceReader::wakeUp() const
{
    std::vector<FeatureReport> reports;
    for (const Field& field : m_state->layout.features) {
        const auto value = wanted(field);
        if (!value) {
            continue;
        }
        auto found = std::ranges::find(reports, field.reportId, &FeatureReport::id);
        if (found == reports.end()) {
            FeatureReport fresh{field.reportId, {}, {}};
            fresh.bytes.resize(m_state->layout.featureBytes(field.reportId));
            fresh.ours.resize(fresh.bytes.size());
            if (field.reportId != 0) {
                fresh.bytes.front() = std::byte{field.reportId};
                fresh.ours.front() = std::byte{0xFF};
            }
            found = reports.insert(reports.end(), std::move(fresh));
        }
        const std::size_t idBits = field.reportId != 0 ? 8 : 0;
        writeBits(found->bytes, idBits + field.bit, field.bits, *value);
        writeBits(found->ours, idBits + field.bit, field.bits, ~std::uint32_t{0});
    }
    return reports;
}

} // namespace smiley::codec
