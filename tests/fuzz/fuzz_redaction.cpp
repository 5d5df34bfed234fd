// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/redaction.h"
#include "app/core/staff_list.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <string>
#include <vector>

using namespace smiley;

namespace {

/// RFC 3629, section 4.
bool isUtf8(std::string_view text)
{
    const auto byte = [text](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
    for (std::size_t at = 0; at < text.size();) {
        const unsigned first = byte(at);
        const std::size_t more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
        unsigned low = 0x80;
        unsigned high = 0xBF;
        switch (first) {
        case 0xE0: low = 0xA0; break;
        case 0xED: high = 0x9F; break;
        case 0xF0: low = 0x90; break;
        case 0xF4: high = 0x8F; break;
        default: break;
        }
        if ((first >= 0x80 && first < 0xC2) || first > 0xF4) {
            return false;
        }
        for (std::size_t i = 1; i <= more; ++i) {
            if (byte(at + i) < low || byte(at + i) > high) {
                return false;
            }
            low = 0x80;
            high = 0xBF;
        }
        at += more + 1;
    }
    return true;
}

bool isFigure(char byte) { return byte >= '0' && byte <= '9'; }

/// "010190-1234", "010190 1234", "0101901234".
bool readsAsCpr(std::string_view text)
{
    for (std::size_t at = 0; at + 10 <= text.size(); ++at) {
        const std::size_t gap = text[at + 6] == '-' || text[at + 6] == ' ' ? 1 : 0;
        const std::string figures = std::string(text.substr(at, 6)) + std::string(text.substr(at + 6 + gap, 4));
        if (figures.size() < 10 || !std::ranges::all_of(figures, isFigure)) {
            continue;
        }
        const int day = (figures[0] - '0') * 10 + figures[1] - '0';
        const int month = (figures[2] - '0') * 10 + figures[3] - '0';
        const bool isDay = (day >= 1 && day <= 31) || (day >= 61 && day <= 91);
        if (isDay && month >= 1 && month <= 12) {
            return true;
        }
    }
    return false;
}

/// What is taken as a list is read again alike.
core::StaffNames namesFrom(std::string_view file)
{
    const auto names = core::readStaffList(file);
    if (!names) {
        return {};
    }
    std::string written;
    for (const std::string& name : *names) {
        test::mustHold(core::isStaffName(name));
        written += name + '\n';
    }
    const auto again = core::readStaffList(written);
    test::mustHold(again && *again == *names);
    return core::StaffNames(*names);
}

void check(std::string_view text, const core::StaffNames& names, core::Typing typing)
{
    const core::Cleaned once = core::clean(text, names, typing);
    test::mustHold(isUtf8(once.text));
    test::mustHold(once.text.size() <= core::cleanedGrowthMax * text.size());
    const core::Cleaned twice = core::clean(once.text, names, typing);
    test::mustHold(twice.text == once.text && twice.removed.empty());
    test::mustHold(typing == core::Typing::Going || !readsAsCpr(once.text));
}

} // namespace

/// The first line as a staff list, the rest as a comment, finished and while somebody writes it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view input = test::inputOf(data, size);
    const std::size_t end = std::min(input.find('\n'), input.size());
    const core::StaffNames names = namesFrom(input.substr(0, end));
    const std::string_view text = input.substr(std::min(end + 1, input.size()));
    for (const core::Typing typing : {core::Typing::Going, core::Typing::Done}) {
        check(text, names, typing);
    }
    return 0;
}
