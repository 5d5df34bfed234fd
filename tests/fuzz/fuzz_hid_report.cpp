// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/device_reader.h"
#include "drivers/codec/hid_report.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <array>

// An input is: a header that says how the device is listed (see entryOf), the descriptor's length (two bytes, little
// endian) and the descriptor, then reports: a byte with the time since the one before (in 16 ms), a byte with the length
// (more than is left: the rest), the report.

using namespace smiley;
using core::InputEvent;

namespace {

/// Takes the input from its front; 0 where it has ended.
class Input {
public:
    explicit Input(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    [[nodiscard]] std::uint8_t byte()
    {
        const auto taken = bytes(1);
        return taken.empty() ? std::uint8_t{0} : std::to_integer<std::uint8_t>(taken[0]);
    }
    [[nodiscard]] std::uint16_t word()
    {
        const unsigned low = byte();
        return static_cast<std::uint16_t>(low | unsigned{byte()} << 8);
    }
    [[nodiscard]] std::span<const std::byte> bytes(std::size_t count)
    {
        const auto taken = m_bytes.first(std::min(count, m_bytes.size()));
        m_bytes = m_bytes.subspan(taken.size());
        return taken;
    }
    [[nodiscard]] bool isEmpty() const { return m_bytes.empty(); }

private:
    std::span<const std::byte> m_bytes;
};

core::FieldPlace placeOf(Input& input, bool isUsage)
{
    const std::uint16_t first = input.word();
    const std::uint16_t second = input.word();
    if (isUsage) {
        return core::Usage{first, second};
    }
    return core::BitField{first, static_cast<std::uint8_t>(1 + second % 32)};
}

/// Nine bytes: role and flags, report id, two words of a place, three numbers. All of it is what a list may say.
core::ListedDevice entryOf(Input& input)
{
    const std::uint8_t flags = input.byte();
    const std::uint8_t report = input.byte();
    const bool isPlaced = (flags & 4) != 0;
    const core::FieldPlace place = placeOf(input, (flags & 8) != 0);
    const std::array numbers{int{input.byte()}, int{input.byte()}, int{input.byte()}};

    core::ListedDevice entry{.name = "fuzz"};
    if ((flags & 16) != 0) {
        entry.report = report;
    }
    switch (flags & 3) {
    case 0: {
        core::KeysLayout keys;
        for (int i = 0; isPlaced && i < 1 + numbers[0] % 32; ++i) {
            core::KeysLayout::Key key{place, 1 + (i + numbers[1]) % 8};
            if (auto* usage = std::get_if<core::Usage>(&key.place)) {
                usage->id = static_cast<std::uint16_t>(usage->id + i);
            } else {
                auto& bits = std::get<core::BitField>(key.place);
                bits.bit = static_cast<std::uint16_t>(bits.bit + i);
            }
            keys.keys.push_back(key);
        }
        entry.layout = std::move(keys);
        break;
    }
    case 1:
        entry.layout = core::PresenceLayout{.place = isPlaced ? std::optional(place) : std::nullopt,
                                            .somebodyIs = (flags & 32) != 0,
                                            .nearMm = numbers[0] * 20,
                                            .farMm = numbers[0] * 20 + numbers[1] * 20,
                                            .holdMs = numbers[2] * 39};
        break;
    case 2:
        entry.layout = core::DoorLayout{.place = place,
                                        .counts = static_cast<core::DoorLayout::Counts>(numbers[0] % 3),
                                        .perPassage = 1 + numbers[1] % 100};
        break;
    default: {
        core::ScannerLayout scanner;
        if (isPlaced) {
            scanner.bytes = core::ScannerLayout::Bytes{.length = static_cast<std::uint16_t>(numbers[0]),
                                                       .text = static_cast<std::uint16_t>(numbers[1]),
                                                       .textMax = static_cast<std::uint16_t>(numbers[2])};
            if (const auto* bits = std::get_if<core::BitField>(&place)) {
                scanner.bytes->continued = *bits;
            }
        }
        entry.layout = scanner;
        break;
    }
    }
    return entry;
}

/// What a reader may say.
class Sink final : public codec::EventSink {
public:
    explicit Sink(core::Role role) : m_role(role) {}

    void take(InputEvent::Kind kind, int value, core::MonotonicMs at, std::string_view text) override
    {
        using enum InputEvent::Kind;
        test::mustHold(at <= now && at >= m_last);
        m_last = at;
        const auto is = [&](InputEvent::Kind expected, core::Role role) { return kind == expected && m_role == role; };
        if (is(KeyPressed, core::Role::Keys)) {
            test::mustHold(value >= 1 && value <= core::key::speech);
        } else if (is(Passage, core::Role::Door)) {
            test::mustHold(value >= 1);
        } else if (is(TicketShown, core::Role::Scanner)) {
            test::mustHold(text.size() <= core::ticketTextMax);
        } else {
            test::mustHold(is(PresenceBegan, core::Role::Presence) || is(PresenceEnded, core::Role::Presence));
        }
        test::mustHold(kind == TicketShown || text.empty());
    }

    core::MonotonicMs now{};

private:
    core::Role m_role;
    core::MonotonicMs m_last{};
};

/// Whatever a report is, a view of it says what came and nothing else.
void look(const codec::ReportLayout& layout, std::span<const std::byte> report)
{
    const codec::ReportView view(layout, report);
    std::array<std::byte, 64> out{};
    std::array<core::Usage, 64> pressed{};
    for (const codec::Field& field : layout.inputs) {
        const std::size_t end = field.bit + std::size_t{field.bits} * field.count;
        const bool cameWhole = view.holds(field) && end <= 8 * view.payload().size();
        test::mustHold(view.value(field, field.count - 1U).has_value() == cameWhole);
        (void)view.value(field.usages.front().first);
        (void)view.selected(field.collection);
        test::mustHold(view.bytes(field.usages.front().first, out) <= std::min(out.size(), report.size()));
        test::mustHold(view.pressedOn(field.usages.front().first.page, pressed).count <= 8 * report.size());
    }
}

} // namespace

/// Any descriptor, any listed layout and any reports, cut anywhere, at any time.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Input input(std::as_bytes(std::span(data, size)));
    const core::ListedDevice entry = entryOf(input);
    const std::size_t descriptorBytes = input.word();
    const auto descriptor = input.bytes(descriptorBytes);

    const auto layout = codec::parseDescriptor(descriptor);
    auto reader = codec::DeviceReader::make(entry, descriptor);
    if (!reader) {
        test::mustHold(!reader.error().message.empty());
        test::mustHold(layout.has_value() == (reader.error().code != codec::ReaderFault::Descriptor));
        return 0;
    }
    test::mustHold(layout.has_value() && reader->reportBytesMax() == layout->inputBytesMax);
    for (const codec::FeatureReport& report : reader->wakeUp()) {
        test::mustHold(report.bytes.size() == layout->featureBytes(report.id) && !report.bytes.empty());
        test::mustHold(report.id == 0 || report.bytes.front() == std::byte{report.id});
    }

    Sink sink(entry.role());
    std::int64_t now = 1000;
    while (!input.isEmpty()) {
        now += input.byte() * 16;
        // The time runs over what was held, as a timer of the transport would see it.
        if (const auto due = reader->deadline(); due && core::count(*due) <= now) {
            sink.now = *due;
            reader->tick(*due, sink);
        }
        sink.now = core::MonotonicMs{now};
        const std::size_t length = input.byte();
        const auto taken = input.bytes(length);
        const std::vector<std::byte> report(taken.begin(), taken.end()); // on the heap: a byte too many is seen
        look(*layout, report);
        reader->read(report, sink.now, sink);
        test::mustHold(reader->isHealthy() == reader->why().empty());
        if (const auto due = reader->deadline()) {
            test::mustHold(core::count(*due) >= now);
        }
    }
    sink.now = core::MonotonicMs{now + 3 * std::int64_t{codec::somebodyMsMax}};
    reader->tick(sink.now, sink);
    return 0;
}
