// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/staff_list.h"

#include "app/core/code_points.h"

#include <algorithm>

namespace smiley::core {

namespace {

std::string_view trimmed(std::string_view line)
{
    constexpr std::string_view blanks = " \t\r";
    const std::size_t from = line.find_first_not_of(blanks);
    return from == std::string_view::npos ? "" : line.substr(from, line.find_last_not_of(blanks) + 1 - from);
}

/// What is wrong with a name that isn't blank; empty: nothing.
std::string whyNot(std::string_view name)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < name.size(); ++count) {
        const CodePoint point = decode(name, at);
        if (!point.isValid) {
            return "is not UTF-8; save the file as UTF-8";
        }
        const bool isLineEnd = point.code == 0x85 || point.code == 0x2028 || point.code == 0x2029;
        if (point.code < ' ' || isLineEnd || isHidden(point.code)) {
            return "has a control or hidden character; take it out";
        }
        at += point.bytes;
    }
    return count > staffNameCharactersMax
               ? "is too long; one name a line, each at most " + std::to_string(staffNameCharactersMax) + " characters"
               : "";
}

} // namespace

bool isStaffName(std::string_view name)
{
    return name.find_first_not_of(' ') != std::string_view::npos && whyNot(name).empty();
}

Result<std::vector<std::string>, StaffListFault> readStaffList(std::string_view file)
{
    if (file.size() > staffListBytesMax) {
        return fail(StaffListFault::TooLong, "the list of names is longer than " +
                                                 std::to_string(staffListBytesMax / 1024) +
                                                 " KiB; it should have one name a line");
    }
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    file.remove_prefix(file.starts_with(byteOrderMark) ? byteOrderMark.size() : 0);
    std::vector<std::string> names;
    for (std::size_t number = 1; !file.empty(); ++number) {
        const std::string_view line = file.substr(0, file.find('\n'));
        file.remove_prefix(std::min(line.size() + 1, file.size()));
        const std::string_view name = trimmed(line);
        if (name.empty() || name.front() == '#') {
            continue;
        }
        if (const std::string why = whyNot(name); !why.empty()) {
            return fail(StaffListFault::BadLine, "line " + std::to_string(number) + " " + why);
        }
        if (names.size() == staffNamesMax) {
            return fail(StaffListFault::TooLong, "line " + std::to_string(number) + " is one name too many: at most " +
                                                     std::to_string(staffNamesMax) + " fit");
        }
        names.emplace_back(name);
    }
    return names;
}

} // namespace smiley::core
