// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/tool/event_lines.h"

#include "app/core/code_points.h"
#include "drivers/codec/allow_list.h"

#include <array>
#include <cstdio>
#include <utility>

namespace smiley::tool {

LineBuilder::LineBuilder(Form form, std::int64_t us, std::string_view event) : m_form(form)
{
    if (m_form == Form::Json) {
        m_line = "{\"us\":" + std::to_string(us) + ",\"event\":" + quoted(event);
    } else {
        m_line = std::to_string(us) + ' ' + std::string(event);
    }
}

LineBuilder& LineBuilder::add(std::string_view key, std::string_view value)
{
    beginValue(key);
    m_line += quoted(value);
    return *this;
}

LineBuilder& LineBuilder::add(std::string_view key, std::int64_t value)
{
    beginValue(key);
    m_line += std::to_string(value);
    return *this;
}

LineBuilder& LineBuilder::addFlag(std::string_view key, bool value)
{
    beginValue(key);
    m_line += value ? "true" : "false";
    return *this;
}

LineBuilder& LineBuilder::addNothing(std::string_view key)
{
    beginValue(key);
    m_line += "null";
    return *this;
}

std::string LineBuilder::take()
{
    m_line += m_form == Form::Json ? "}\n" : "\n";
    return std::exchange(m_line, {});
}

void LineBuilder::beginValue(std::string_view key)
{
    if (m_form == Form::Json) {
        m_line += ',' + quoted(key) + ':';
    } else {
        m_line += ' ' + std::string(key) + '=';
    }
}

std::string quoted(std::string_view text)
{
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const core::CodePoint character = core::decode(text, at);
        const std::string_view bytes = text.substr(at, character.bytes);
        at += character.bytes;
        if (bytes == "\"" || bytes == "\\") {
            out += '\\';
        }
        if (character.isValid && character.code >= U' ' && !core::isHidden(character.code)) {
            out += bytes;
            continue;
        }
        for (const char byte : bytes) {
            std::array<char, 8> escape{};
            (void)std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned char>(byte));
            out += escape.data();
        }
    }
    return out + '"';
}

std::string hex(std::span<const std::byte> bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const std::byte byte : bytes) {
        out += digits[std::to_integer<unsigned>(byte) >> 4U];
        out += digits[std::to_integer<unsigned>(byte) & 15U];
    }
    return out;
}

std::string idOf(std::uint16_t vendor, std::uint16_t product)
{
    std::array<char, 12> text{};
    (void)std::snprintf(text.data(), text.size(), "%04x:%04x", static_cast<unsigned>(vendor),
                        static_cast<unsigned>(product));
    return text.data();
}

std::string lineOf(Form form, std::int64_t us, const core::InputEvent& event, TicketShown tickets)
{
    using Kind = core::InputEvent::Kind;
    const auto line = [&](std::string_view name) { return LineBuilder(form, us, name); };
    const auto role = [&] { return core::code(static_cast<core::Role>(event.value)); };
    switch (event.kind) {
    case Kind::KeyPressed: return line("key").add("key", event.value).take();
    case Kind::PresenceBegan: return line("presence").addFlag("begins", true).take();
    case Kind::PresenceEnded: return line("presence").addFlag("begins", false).take();
    case Kind::Passage: return line("passage").add("count", event.value).take();
    case Kind::HeadphonesIn: return line("headphones").addFlag("in", true).take();
    case Kind::HeadphonesOut: return line("headphones").addFlag("in", false).take();
    case Kind::TicketShown: {
        LineBuilder shown = line("ticket");
        shown.add("bytes", static_cast<std::int64_t>(event.text.size()));
        if (tickets == TicketShown::Text) {
            shown.add("text", event.text);
        }
        return shown.take();
    }
    case Kind::Found: return line("connected").add("role", role()).take();
    case Kind::Lost: return line("lost").add("role", role()).take();
    case Kind::Watching: return line("watching").addFlag("watching", event.value != 0).take();
    }
    return "";
}

std::string lineOf(Form form, std::int64_t us, const core::DeviceList& list, const usb::SeenDevice& device)
{
    LineBuilder line(form, us, device.entry ? "seen" : "refused");
    line.add("port", device.facts.port);
    line.add("id", idOf(device.facts.vendor, device.facts.product));
    line.add("device", device.name);
    line.add("serial", device.facts.serial);
    line.add("interfaces", codec::text(device.facts.interfaces));
    if (device.entry) {
        line.add("name", list.at(*device.entry).name);
        line.add("role", core::code(list.at(*device.entry).role()));
    } else {
        line.addNothing("name").addNothing("role");
    }
    return line.add("why", device.why).take();
}

std::string lineOf(Form form, std::int64_t us, const core::PeripheralState& state)
{
    return LineBuilder(form, us, "link")
        .add("name", state.name)
        .add("role", core::code(state.role))
        .add("link", core::code(state.link))
        .addFlag("healthy", state.isHealthy)
        .add("why", state.why)
        .add("lost", static_cast<std::int64_t>(state.lost))
        .add("dropped", static_cast<std::int64_t>(state.dropped))
        .take();
}

} // namespace smiley::tool
