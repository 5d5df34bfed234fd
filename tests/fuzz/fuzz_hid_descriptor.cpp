// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/peripheral_limits.h"
#include "drivers/codec/allow_list.h"
#include "drivers/codec/hid_descriptor.h"
#include "drivers/codec/hid_items.h"
#include "drivers/codec/hid_report.h"
#include "drivers/codec/watchers.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <array>

using namespace smiley;
using codec::Field;
using codec::ReportSize;

namespace {

void lookAt(const codec::ReportLayout& layout, const std::vector<Field>& fields, std::uint32_t ReportSize::*bits)
{
    for (const Field& field : fields) {
        test::mustHold((field.reportId != 0) == layout.hasIds);
        test::mustHold(field.bits >= 1 && field.bits <= 32 && field.count >= 1 && !field.usages.empty());
        test::mustHold(field.usages.size() <= codec::usagesMax);
        test::mustHold(field.unitExponent >= -8 && field.unitExponent <= 7);
        const auto report = std::ranges::find(layout.reports, field.reportId, &ReportSize::reportId);
        test::mustHold(report != layout.reports.end());
        test::mustHold(field.bit + std::uint32_t{field.bits} * field.count <= (*report).*bits);
        test::mustHold(!field.isVariable || field.indexOf(field.usageAt(0)) == 0U);
        for (const std::int64_t value : {field.logicalMin, field.logicalMax, std::int64_t{0}, std::int64_t{-1}}) {
            const auto usage = field.selectedBy(value);
            test::mustHold(!usage || field.isVariable || field.indexOf(*usage).has_value());
            const auto millimetres = codec::millimetres(field, value);
            test::mustHold(!millimetres || (*millimetres >= -1'000'000 && *millimetres <= 1'000'000));
        }
    }
}

/// A report full of ones, as long as the descriptor says, and one that is a byte short.
void readReports(const codec::ReportLayout& layout)
{
    std::vector<std::byte> report(layout.inputBytesMax, std::byte{0xFF});
    std::array<std::byte, 64> out{};
    std::array<core::Usage, 64> pressed{};
    for (const ReportSize& size : layout.reports) {
        if (layout.hasIds && !report.empty()) {
            report.front() = std::byte{size.reportId};
        }
        for (const std::size_t bytes : {report.size(), report.size() - std::min<std::size_t>(report.size(), 1)}) {
            const std::vector<std::byte> exact(report.begin(), report.begin() + static_cast<std::ptrdiff_t>(bytes));
            const codec::ReportView view(layout, exact);
            for (const Field& field : layout.inputs) {
                const core::Usage usage = field.usages.back().last;
                // All of a report's fields are there where it is as long as the longest.
                const bool isWhole = bytes == report.size() && view.holds(field);
                test::mustHold(!isWhole || view.value(field, field.count - 1U).has_value());
                test::mustHold(!view.value(field, field.count).has_value());
                (void)view.value(usage);
                (void)view.selected(field.collection);
                test::mustHold(view.bytes(usage, out) <= out.size());
                test::mustHold(view.pressedOn(usage.page, pressed).count <= pressed.size());
            }
        }
    }
}

} // namespace

/// The bytes as a configuration descriptor, and as a report descriptor: as items, as a layout, and reports of that layout.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto bytes = std::as_bytes(std::span(data, size));
    codec::ItemReader reader(bytes);
    std::size_t end = 0;
    while (const auto item = reader.next()) {
        test::mustHold(item->at == end && reader.at() > end);
        end = reader.at();
    }
    test::mustHold(reader.at() <= size && reader.isCut() == (reader.at() < size));

    const auto interfaces = codec::interfacesOf(bytes);
    test::mustHold(!interfaces || interfaces->size() <= core::interfacesMax);
    test::mustHold(interfaces || !interfaces.error().message.empty());
    test::mustHold(codec::watchesOrListens(bytes) || size > 0);

    const auto layout = codec::parseDescriptor(bytes);
    if (!layout) {
        test::mustHold(!layout.error().message.empty());
        return 0;
    }
    test::mustHold(size <= codec::descriptorBytesMax && !reader.isCut());
    test::mustHold(layout->inputs.size() + layout->features.size() <= codec::fieldsMax);
    test::mustHold(layout->reports.size() <= codec::reportIdsMax);
    test::mustHold(layout->inputBytesMax <= core::reportBytesMax + 1);
    lookAt(*layout, layout->inputs, &ReportSize::inputBits);
    lookAt(*layout, layout->features, &ReportSize::featureBits);
    readReports(*layout);
    return 0;
}
