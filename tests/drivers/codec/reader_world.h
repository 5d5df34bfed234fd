// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/codec/device_reader.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the tests of the readers share: devices, the reports that they would send, and what is made of them.

namespace smiley::test {

using Bytes = std::vector<std::byte>;

constexpr core::MonotonicMs at(std::int64_t ms) { return core::MonotonicMs{50'000'000 + ms}; }

/// What was found, one line each: "100 key 3".
class Lines final : public codec::EventSink {
public:
    void take(core::InputEvent::Kind kind, int value, core::MonotonicMs time, std::string_view text) override;
    /// And forgets them.
    QStringList take();

private:
    QStringList m_lines;
};

core::ListedDevice entry(core::Layout layout, std::optional<std::uint8_t> report = {});
/// The entry of the shipped example with this name.
core::ListedDevice shipped(const std::string& name);
core::DoorLayout door(core::FieldPlace place, core::DoorLayout::Counts counts, int perPassage = 1);

/// A reader for a device with this descriptor of hidDescriptors(). Throws where it can't be made.
codec::DeviceReader reader(const core::ListedDevice& listed, std::string_view descriptor);
codec::DeviceReader reader(core::Layout layout, std::string_view descriptor);
/// Why it can't be made; empty: it can.
QString fault(const core::ListedDevice& listed, std::string_view descriptor);
QString fault(core::Layout layout, std::string_view descriptor);

/// A boot keyboard's report: modifiers, and at most six keys.
Bytes keys(int modifiers, std::initializer_list<int> usages);
/// What a scanner that is a boot keyboard types: each key goes down and up.
std::vector<Bytes> typing(std::string_view text);
/// The 64 bytes of a scanner, as the Bar Code Scanner page and the LSR116's manual have them; at most 56 of text.
Bytes scan(std::string_view text, bool goesOn);

} // namespace smiley::test
