// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drivers/codec/reader_world.h"

#include "platform/devices_file.h"
#include "tests/drivers/codec/hid_descriptors.h"

#include <algorithm>
#include <span>
#include <stdexcept>
#include <utility>

namespace smiley::test {

void Lines::take(core::InputEvent::Kind kind, int value, core::MonotonicMs time, std::string_view text)
{
    using Kind = core::InputEvent::Kind;
    const auto ms = QString::number(core::count(time) - core::count(at(0)));
    switch (kind) {
    case Kind::KeyPressed: m_lines << ms + " key " + QString::number(value); break;
    case Kind::PresenceBegan: m_lines << ms + " comes"; break;
    case Kind::PresenceEnded: m_lines << ms + " goes"; break;
    case Kind::Passage: m_lines << ms + " passes " + QString::number(value); break;
    case Kind::TicketShown:
        m_lines << ms + " shows '" + QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())) + "'";
        break;
    case Kind::HeadphonesIn:
    case Kind::HeadphonesOut:
    case Kind::Found:
    case Kind::Lost:
    case Kind::Watching: m_lines << "a reader may not say this"; break;
    }
}

QStringList Lines::take() { return std::exchange(m_lines, {}); }

core::ListedDevice entry(core::Layout layout, std::optional<std::uint8_t> report)
{
    core::ListedDevice listed;
    listed.name = "one";
    listed.layout = std::move(layout);
    listed.report = report;
    return listed;
}

codec::DeviceReader reader(const core::ListedDevice& listed, std::string_view descriptor)
{
    auto made = codec::DeviceReader::make(listed, hidDescriptor(descriptor));
    if (!made) {
        throw std::runtime_error(made.error().message);
    }
    return std::move(*made);
}
codec::DeviceReader reader(core::Layout layout, std::string_view descriptor)
{
    return reader(entry(std::move(layout)), descriptor);
}

QString fault(const core::ListedDevice& listed, std::string_view descriptor)
{
    const auto made = codec::DeviceReader::make(listed, hidDescriptor(descriptor));
    return made ? QString() : QString::fromStdString(made.error().message);
}
QString fault(core::Layout layout, std::string_view descriptor) { return fault(entry(std::move(layout)), descriptor); }

core::DoorLayout door(core::FieldPlace place, core::DoorLayout::Counts counts, int perPassage)
{
    return {place, counts, perPassage};
}

core::ListedDevice shipped(const std::string& name)
{
    const auto list = platform::loadDevices(std::string(SMILEY_SOURCE_DIR) + "/platform/examples/devices.toml");
    if (!list) {
        throw std::runtime_error(list.error().message);
    }
    const auto found = std::ranges::find(*list, name, &core::ListedDevice::name);
    if (found == list->end()) {
        throw std::runtime_error("the example has no " + name);
    }
    return *found;
}

Bytes keys(int modifiers, std::initializer_list<int> usages)
{
    Bytes report(8);
    report[0] = static_cast<std::byte>(modifiers);
    std::ranges::transform(usages, report.begin() + 2, [](int usage) { return static_cast<std::byte>(usage); });
    return report;
}

Bytes scan(std::string_view text, bool goesOn)
{
    Bytes report(64);
    report[0] = std::byte{2};
    report[1] = static_cast<std::byte>(text.size());
    std::ranges::copy(std::as_bytes(std::span(std::string_view("]Q0"))), report.begin() + 2);
    std::ranges::copy(std::as_bytes(std::span(text)), report.begin() + 5);
    report[61] = std::byte{'s'};
    report[63] = goesOn ? std::byte{1} : std::byte{0};
    return report;
}

std::vector<Bytes> typing(std::string_view text)
{
    static constexpr std::string_view digits = "1234567890";
    std::vector<Bytes> reports;
    for (const char c : text) {
        int usage = 0;
        int shift = 0;
        if (const auto digit = digits.find(c); digit != std::string_view::npos) {
            usage = 0x1E + static_cast<int>(digit);
        } else if (c >= 'A' && c <= 'Z') {
            usage = 0x04 + (c - 'A');
            shift = 0x02;
        } else {
            switch (c) {
            case '\n': usage = 0x28; break;
            case ' ': usage = 0x2C; break;
            case '$': usage = 0x21, shift = 0x20; break;
            case '%': usage = 0x22, shift = 0x20; break;
            case '*': usage = 0x25, shift = 0x20; break;
            case '+': usage = 0x2E, shift = 0x20; break;
            case '-': usage = 0x2D; break;
            case '.': usage = 0x37; break;
            case '/': usage = 0x38; break;
            case ':': usage = 0x33, shift = 0x20; break;
            default: throw std::invalid_argument("not of a card");
            }
        }
        reports.push_back(keys(shift, {usage}));
        reports.push_back(keys(0, {}));
    }
    return reports;
}

} // namespace smiley::test
