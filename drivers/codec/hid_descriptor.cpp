// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/hid_descriptor.h"

#include "app/core/peripheral_limits.h"
#include "drivers/codec/hid_items.h"

#include <algorithm>

namespace smiley::codec {
namespace {

using Status = core::Result<core::Done, DescriptorFault>;

// Tags of the items, by type (HID 1.11, 6.2.2.4, 6.2.2.7, 6.2.2.8).
enum MainTag : std::uint8_t { Input = 8, Output = 9, Collection = 10, FeatureTag = 11, EndCollection = 12 };
enum GlobalTag : std::uint8_t {
    UsagePage = 0,
    LogicalMin = 1,
    LogicalMax = 2,
    PhysicalMin = 3,
    PhysicalMax = 4,
    UnitExponent = 5,
    Unit = 6,
    BitsOfValue = 7,
    ReportId = 8,
    Count = 9,
    Push = 10,
    Pop = 11,
};
enum LocalTag : std::uint8_t { UsageTag = 0, UsageMin = 1, UsageMax = 2, Delimiter = 10 };

constexpr std::uint32_t reportBitsMax = core::reportBytesMax * 8;

/// Both readings of a number: which one is meant is known when its partner is.
struct Number {
    std::int64_t asSigned = 0;
    std::int64_t asUnsigned = 0;
};

struct Range {
    std::int64_t min = 0;
    std::int64_t max = 0;
};

/// Minima are signed; above one of 0 or more a maximum that reads as negative is meant unsigned (0x25 0xFF is 255).
Range rangeOf(const Number& min, const Number& max)
{
    return {min.asSigned, min.asSigned >= 0 ? max.asUnsigned : max.asSigned};
}

/// A nibble in two's complement; some devices write the whole byte so.
std::int8_t exponentOf(const Item& item)
{
    const std::uint32_t nibble = item.data & 0xF;
    return static_cast<std::int8_t>(nibble < 8 ? static_cast<int>(nibble) : static_cast<int>(nibble) - 16);
}

struct Globals {
    std::uint16_t page = 0;
    Number logicalMin, logicalMax, physicalMin, physicalMax;
    std::int8_t unitExponent = 0;
    std::uint32_t unit = 0;
    std::uint32_t bits = 0;
    std::uint32_t count = 0;
    std::uint8_t reportId = 0;
};

/// A usage as the item says it: one of four bytes carries its own page, another takes the page of the main item.
struct LocalUsage {
    std::uint32_t data = 0;
    bool hasPage = false;

    explicit LocalUsage(const Item& item) : data(item.data), hasPage(item.bytes == 4) {}
    [[nodiscard]] core::Usage on(std::uint16_t page) const
    {
        return {hasPage ? static_cast<std::uint16_t>(data >> 16) : page, static_cast<std::uint16_t>(data)};
    }
};

struct Locals {
    struct Ends {
        LocalUsage first;
        LocalUsage last;
    };
    std::vector<Ends> usages;
    std::optional<LocalUsage> min, max;
    bool isInDelimiter = false;
    std::size_t inDelimiter = 0; ///< usages since it was opened: the first one is the preferred one
};

class Parser {
public:
    core::Result<ReportLayout, DescriptorFault> parse(std::span<const std::byte> descriptor);

private:
    [[nodiscard]] core::Failure<DescriptorFault> failure(DescriptorFault fault, std::string_view what) const;

    Status take(const Item& item);
    Status takeMain(const Item& item);
    Status takeGlobal(const Item& item);
    Status takeLocal(const Item& item);
    Status openCollection();
    Status addUsage(LocalUsage first, LocalUsage last);
    Status addField(const Item& item);
    /// The locals' usages on the page in force, which end with a main item.
    core::Result<std::vector<UsageRange>, DescriptorFault> takeUsages();
    core::Result<ReportSize*, DescriptorFault> sizeOf(std::uint8_t reportId);
    void finish();

    Globals m_globals;
    std::vector<Globals> m_pushed;
    Locals m_locals;
    std::vector<core::Usage> m_open; ///< collections
    ReportLayout m_layout;
    std::size_t m_at = 0; ///< of the item that is taken
};

core::Failure<DescriptorFault> Parser::failure(DescriptorFault fault, std::string_view what) const
{
    return core::fail(fault, "byte " + std::to_string(m_at) + " of the report descriptor: " + std::string(what));
}

core::Result<ReportLayout, DescriptorFault> Parser::parse(std::span<const std::byte> descriptor)
{
    if (descriptor.empty()) {
        return failure(DescriptorFault::Empty, "it is empty");
    }
    if (descriptor.size() > descriptorBytesMax) {
        m_at = descriptorBytesMax;
        return failure(DescriptorFault::TooLong, "it is longer than any device needs");
    }
    ItemReader reader(descriptor);
    while (const auto item = reader.next()) {
        m_at = item->at;
        if (const Status status = take(*item); !status) {
            return status.error();
        }
    }
    m_at = reader.at();
    if (reader.isCut()) {
        return failure(DescriptorFault::Cut, "it ends in the middle of an item");
    }
    if (!m_open.empty()) {
        return failure(DescriptorFault::Unclosed, "a collection is never closed");
    }
    finish();
    return std::move(m_layout);
}

Status Parser::take(const Item& item)
{
    switch (item.type) {
    case Item::Type::Main: return takeMain(item);
    case Item::Type::Global: return takeGlobal(item);
    case Item::Type::Local: return takeLocal(item);
    case Item::Type::Reserved:
    case Item::Type::Long: return core::Done{};
    }
    return core::Done{};
}

Status Parser::takeMain(const Item& item)
{
    if (m_locals.isInDelimiter) {
        return failure(DescriptorFault::Unclosed, "a delimiter is not closed");
    }
    switch (item.tag) {
    case Input:
    case FeatureTag: return addField(item);
    case Collection: return openCollection();
    case EndCollection:
        if (m_open.empty()) {
            return failure(DescriptorFault::Unopened, "End Collection without a collection");
        }
        m_open.pop_back();
        break;
    default: break; // Output, which nobody here writes, and tags of later standards
    }
    m_locals = {};
    return core::Done{};
}

Status Parser::takeGlobal(const Item& item)
{
    const Number number{item.signedData(), item.data};
    switch (item.tag) {
    case UsagePage: m_globals.page = static_cast<std::uint16_t>(item.data); break;
    case LogicalMin: m_globals.logicalMin = number; break;
    case LogicalMax: m_globals.logicalMax = number; break;
    case PhysicalMin: m_globals.physicalMin = number; break;
    case PhysicalMax: m_globals.physicalMax = number; break;
    case UnitExponent: m_globals.unitExponent = exponentOf(item); break;
    case Unit: m_globals.unit = item.data; break;
    case BitsOfValue: m_globals.bits = item.data; break;
    case Count: m_globals.count = item.data; break;
    case ReportId:
        if (item.data < 1 || item.data > 255) {
            return failure(DescriptorFault::BadReportId, "a report id is 1 to 255");
        }
        m_globals.reportId = static_cast<std::uint8_t>(item.data);
        m_layout.hasIds = true;
        break;
    case Push:
        if (m_pushed.size() == nestingMax) {
            return failure(DescriptorFault::TooDeep, "more is pushed than any device needs");
        }
        m_pushed.push_back(m_globals);
        break;
    case Pop:
        if (m_pushed.empty()) {
            return failure(DescriptorFault::Unopened, "Pop without Push");
        }
        m_globals = m_pushed.back();
        m_pushed.pop_back();
        break;
    default: break;
    }
    return core::Done{};
}

Status Parser::takeLocal(const Item& item)
{
    switch (item.tag) {
    case UsageTag: return addUsage(LocalUsage(item), LocalUsage(item));
    case UsageMin: m_locals.min = LocalUsage(item); break;
    case UsageMax: m_locals.max = LocalUsage(item); break;
    case Delimiter:
        if (item.data > 1 || m_locals.isInDelimiter == (item.data == 1)) {
            return failure(DescriptorFault::BadDelimiter, "a delimiter opens what is open, or closes what is not");
        }
        m_locals.isInDelimiter = item.data == 1;
        m_locals.inDelimiter = 0;
        break;
    default: break; // designators and strings
    }
    if (m_locals.min && m_locals.max) {
        const Status status = addUsage(*m_locals.min, *m_locals.max);
        m_locals.min.reset();
        m_locals.max.reset();
        return status;
    }
    return core::Done{};
}

Status Parser::addUsage(LocalUsage first, LocalUsage last)
{
    if (m_locals.isInDelimiter && m_locals.inDelimiter++ > 0) {
        return core::Done{};
    }
    if (m_locals.usages.size() == usagesMax) {
        return failure(DescriptorFault::TooManyUsages, "more usages in one item than any device needs");
    }
    m_locals.usages.push_back({first, last});
    return core::Done{};
}

core::Result<std::vector<UsageRange>, DescriptorFault> Parser::takeUsages()
{
    if (m_locals.min || m_locals.max) {
        return failure(DescriptorFault::BadUsageRange, "a usage range has one end only");
    }
    std::vector<UsageRange> usages;
    usages.reserve(m_locals.usages.size());
    for (const Locals::Ends& ends : m_locals.usages) {
        const UsageRange range{ends.first.on(m_globals.page), ends.last.on(m_globals.page)};
        if (range.first.page != range.last.page || range.first.id > range.last.id) {
            return failure(DescriptorFault::BadUsageRange, "a usage range ends before it begins, or on another page");
        }
        usages.push_back(range);
    }
    m_locals = {};
    return usages;
}

Status Parser::openCollection()
{
    if (m_open.size() == nestingMax) {
        return failure(DescriptorFault::TooDeep, "collections are nested deeper than any device needs");
    }
    const auto usages = takeUsages();
    if (!usages) {
        return usages.error();
    }
    m_open.push_back(usages->empty() ? core::Usage{} : usages->front().first);
    return core::Done{};
}

core::Result<ReportSize*, DescriptorFault> Parser::sizeOf(std::uint8_t reportId)
{
    const auto found = std::ranges::find(m_layout.reports, reportId, &ReportSize::reportId);
    if (found != m_layout.reports.end()) {
        return &*found;
    }
    if (m_layout.reports.size() == reportIdsMax) {
        return failure(DescriptorFault::TooManyReportIds, "more report ids than any device needs");
    }
    return &m_layout.reports.emplace_back(ReportSize{reportId});
}

Status Parser::addField(const Item& item)
{
    auto usages = takeUsages();
    if (!usages) {
        return usages.error();
    }
    if (m_globals.count == 0 || m_globals.bits == 0) {
        return core::Done{};
    }
    const auto size = sizeOf(m_globals.reportId);
    if (!size) {
        return size.error();
    }
    const bool isInput = item.tag == Input;
    std::uint32_t& end = isInput ? (*size)->inputBits : (*size)->featureBits;
    const std::uint32_t begin = end;
    if (m_globals.bits > reportBitsMax || m_globals.count > (reportBitsMax - begin) / m_globals.bits) {
        return failure(DescriptorFault::ReportTooLong, "a report is longer than any device needs");
    }
    end += m_globals.bits * m_globals.count;
    if (usages->empty()) {
        return core::Done{};
    }

    const auto flag = [&item](unsigned bit) { return ((item.data >> bit) & 1) != 0; };
    Field field{
        .reportId = m_globals.reportId,
        .bit = begin,
        .isVariable = flag(1) || flag(8),
        .isBuffered = flag(8),
        .unitExponent = m_globals.unitExponent,
        .unit = m_globals.unit,
        .usages = std::move(*usages),
    };
    if (field.isBuffered && m_globals.bits % 8 == 0) {
        field.bits = 8;
        field.count = static_cast<std::uint16_t>(m_globals.bits / 8 * m_globals.count);
    } else if (m_globals.bits > 32) {
        return core::Done{}; // nobody reads it
    } else {
        field.bits = static_cast<std::uint8_t>(m_globals.bits);
        field.count = static_cast<std::uint16_t>(m_globals.count);
    }
    const Range logical = rangeOf(m_globals.logicalMin, m_globals.logicalMax);
    Range physical = rangeOf(m_globals.physicalMin, m_globals.physicalMax);
    if (physical.min == 0 && physical.max == 0) {
        physical = logical;
    }
    field.logicalMin = logical.min;
    field.logicalMax = logical.max;
    field.physicalMin = physical.min;
    field.physicalMax = physical.max;
    field.collection = m_open.empty() ? core::Usage{} : m_open.back();

    if (m_layout.inputs.size() + m_layout.features.size() == fieldsMax) {
        return failure(DescriptorFault::TooManyFields, "more fields than any device needs");
    }
    (isInput ? m_layout.inputs : m_layout.features).push_back(std::move(field));
    return core::Done{};
}

void Parser::finish()
{
    // What stands before the first report id is in no report that could come.
    if (m_layout.hasIds) {
        std::erase_if(m_layout.inputs, [](const Field& field) { return field.reportId == 0; });
        std::erase_if(m_layout.features, [](const Field& field) { return field.reportId == 0; });
        std::erase_if(m_layout.reports, [](const ReportSize& report) { return report.reportId == 0; });
    }
    for (const ReportSize& report : m_layout.reports) {
        if (report.inputBits > 0) {
            const std::size_t bytes = (report.inputBits + 7) / 8 + (m_layout.hasIds ? 1 : 0);
            m_layout.inputBytesMax = std::max(m_layout.inputBytesMax, bytes);
        }
    }
}

} // namespace

core::Usage Field::usageAt(std::size_t index) const
{
    for (const UsageRange& range : usages) {
        if (index < range.size()) {
            return {range.first.page, static_cast<std::uint16_t>(range.first.id + index)};
        }
        index -= range.size();
    }
    return usages.empty() ? core::Usage{} : usages.back().last;
}

std::optional<core::Usage> Field::selectedBy(std::int64_t value) const
{
    if (value < logicalMin || value > logicalMax) {
        return std::nullopt;
    }
    auto index = static_cast<std::uint64_t>(value - logicalMin);
    for (const UsageRange& range : usages) {
        if (index < range.size()) {
            const auto id = static_cast<std::uint16_t>(range.first.id + index);
            return id == 0 ? std::nullopt : std::optional(core::Usage{range.first.page, id});
        }
        index -= range.size();
    }
    return std::nullopt;
}

std::optional<std::size_t> Field::indexOf(core::Usage usage) const
{
    std::size_t before = 0;
    for (const UsageRange& range : usages) {
        if (range.first <= usage && usage <= range.last) {
            const std::size_t index = before + (usage.id - range.first.id);
            return isVariable && index >= count ? std::nullopt : std::optional(index);
        }
        before += range.size();
    }
    return std::nullopt;
}

std::size_t ReportLayout::featureBytes(std::uint8_t reportId) const
{
    const auto found = std::ranges::find(reports, reportId, &ReportSize::reportId);
    return found == reports.end() || found->featureBits == 0 ? 0 : (found->featureBits + 7) / 8 + (hasIds ? 1 : 0);
}

core::Result<ReportLayout, DescriptorFault> parseDescriptor(std::span<const std::byte> descriptor)
{
    return Parser().parse(descriptor);
}

} // namespace smiley::codec
