// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

/// Report descriptors as devices have them, in hexadecimal.

namespace smiley::test {

/// "05 01 09 06" to bytes. Anything else than pairs of figures and white space is a mistake in the test.
std::vector<std::byte> hex(std::string_view text);

struct NamedDescriptor {
    const char* name;
    const char* hex;
    const char* layout; ///< as layoutText() tells it
};

/// What the table of test_hid_descriptor.cpp goes through, and others feed to what reads reports.
const std::vector<NamedDescriptor>& hidDescriptors();
/// The one of this name.
std::vector<std::byte> hidDescriptor(std::string_view name);

} // namespace smiley::test
