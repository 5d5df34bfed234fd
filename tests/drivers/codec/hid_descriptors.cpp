// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drivers/codec/hid_descriptors.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace smiley::test {

std::vector<std::byte> hex(std::string_view text)
{
    std::vector<std::byte> bytes;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(" \n"), text.size()));
        if (text.empty()) {
            return bytes;
        }
        unsigned value = 0;
        const auto [end, error] =
            std::from_chars(text.data(), text.data() + std::min<std::size_t>(2, text.size()), value, 16);
        if (error != std::errc() || end != text.data() + 2) {
            throw std::invalid_argument("no pair of hexadecimal figures: " + std::string(text));
        }
        bytes.push_back(static_cast<std::byte>(value));
        text.remove_prefix(2);
    }
}

const std::vector<NamedDescriptor>& hidDescriptors()
{
    // A line of a layout: kind and report id, bit, count x bits, flags, logical range, [physical range, exponent, unit]
    // where they say something, usages, in collection.
    static const std::vector<NamedDescriptor> descriptors{
        {"boot keyboard", // HID 1.11, appendix B.1
         "05 01 09 06 A1 01 05 07 19 E0 29 E7 15 00 25 01 75 01 95 08 81 02"
         "95 01 75 08 81 01"                                     // padding
         "95 05 75 01 05 08 19 01 29 05 91 02 95 01 75 03 91 01" // lamps
         "95 06 75 08 15 00 25 65 05 07 19 00 29 65 81 00 C0",
         "8 bytes\n"
         "in 0 @0 8x1 variable 0..1 7/E0-E7 in 1/6\n"
         "in 0 @16 6x8 array 0..101 7/0-65 in 1/6\n"},
        {"boot mouse", // HID 1.11, appendix B.2
         "05 01 09 02 A1 01 09 01 A1 00 05 09 19 01 29 03 15 00 25 01 95 03 75 01 81 02 95 01 75 05 81 01"
         "05 01 09 30 09 31 15 81 25 7F 75 08 95 02 81 06 C0 C0",
         "3 bytes\n"
         "in 0 @0 3x1 variable 0..1 9/1-3 in 1/1\n"
         "in 0 @8 2x8 variable -127..127 1/30 1/31 in 1/1\n"},
        {"button box with eight buttons", "05 01 09 05 A1 01 05 09 19 01 29 08 15 00 25 01 95 08 75 01 81 02 C0",
         "1 bytes\n"
         "in 0 @0 8x1 variable 0..1 9/1-8 in 1/5\n"},
        {"gamepad with twelve buttons, a hat and two sticks",
         "05 01 09 04 A1 01 A1 02 09 39 15 00 25 07 35 00 46 3B 01 65 14 75 04 95 01 81 42" // hat with a null state
         "65 00 05 09 19 01 29 0C 25 01 45 01 75 01 95 0C 81 02"
         "05 01 26 FF 00 46 FF 00 09 30 09 31 75 08 95 02 81 02 C0 C0",
         "4 bytes\n"
         "in 0 @0 1x4 variable 0..7 [0..315 e0 u14] 1/39 in 0/0\n"
         "in 0 @4 12x1 variable 0..1 9/1-C in 0/0\n"
         "in 0 @16 2x8 variable 0..255 1/30 1/31 in 0/0\n"},
        {"human presence sensor", // after HUTRR39, "Human Presence"
         "05 20 09 11 A1 01 85 01"
         "0A 16 03 15 00 25 05 75 08 95 01 A1 02 0A 40 08 0A 41 08 0A 42 08 0A 43 08 0A 44 08 0A 45 08 B1 00 C0" // reporting
         "0A 19 03 A1 02 0A 50 08 0A 51 08 0A 52 08 0A 53 08 0A 54 08 0A 55 08 B1 00 C0" // power
         "0A 0E 03 15 32 27 FF FF FF FF 75 20 B1 02"                                     // interval
         "05 20 0A 01 02 15 00 25 06 75 08 A1 02 0A 00 08 0A 01 08 0A 02 08 0A 03 08 0A 04 08 0A 05 08 0A 06 08 81 00 "
         "C0"
         "0A 02 02 25 05 A1 02 0A 10 08 0A 11 08 0A 12 08 0A 13 08 0A 14 08 0A 15 08 81 00 C0"
         "0A B1 04 25 01 81 03 C0", // constant: the host can't set it
         "4 bytes\n"
         "in 1 @0 1x8 array 0..6 20/800 20/801 20/802 20/803 20/804 20/805 20/806 in 20/201\n"
         "in 1 @8 1x8 array 0..5 20/810 20/811 20/812 20/813 20/814 20/815 in 20/202\n"
         "in 1 @16 1x8 variable 0..1 20/4B1 in 20/11\n"
         "feature 1 @0 1x8 array 0..5 20/840 20/841 20/842 20/843 20/844 20/845 in 20/316\n"
         "feature 1 @8 1x8 array 0..5 20/850 20/851 20/852 20/853 20/854 20/855 in 20/319\n"
         "feature 1 @16 1x32 variable 50..4294967295 20/30E in 20/11\n"},
        {"human proximity sensor", // after HUTRR39, "Human Proximity": metres, two places
         "05 20 09 12 A1 01 85 01 0A 01 02 15 00 25 06 75 08 95 01 A1 02"
         "0A 00 08 0A 01 08 0A 02 08 0A 03 08 0A 04 08 0A 05 08 0A 06 08 81 00 C0"
         "0A B3 04 25 01 81 02 0A B2 04 16 01 80 26 FF 7F 75 10 55 0E 81 02"
         "0A B2 24 B1 02 C0", // its maximum is a property of another usage (0x2000)
         "5 bytes\n"
         "in 1 @0 1x8 array 0..6 20/800 20/801 20/802 20/803 20/804 20/805 20/806 in 20/201\n"
         "in 1 @8 1x8 variable 0..1 20/4B3 in 20/12\n"
         "in 1 @16 1x16 variable -32767..32767 [-32767..32767 e-2 u0] 20/4B2 in 20/12\n"
         "feature 1 @0 1x16 variable -32767..32767 [-32767..32767 e-2 u0] 20/24B2 in 20/12\n"},
        {"distance in millimetres", // unit centimetre, exponent -1, written as a whole byte as some do
         "06 00 FF 09 01 A1 01 05 20 0A B2 04 15 00 26 A0 0F 65 11 55 FF 75 0C 95 01 81 02 75 04 81 03 C0",
         "2 bytes\n"
         "in 0 @0 1x12 variable 0..4000 [0..4000 e-1 u11] 20/4B2 in FF00/1\n"},
        {"beam with a switch", // Sensor page, Mechanical: Boolean Switch
         "05 20 09 61 A1 01 0A 91 04 15 00 25 01 75 01 95 01 81 02 95 07 81 01 C0",
         "1 bytes\n"
         "in 0 @0 1x1 variable 0..1 20/491 in 20/61\n"},
        {"bar code scanner", // HID Point of Sale Usage Tables 1.02; the shape of a published firmware's
         "05 8C 09 02 A1 01 09 12 A1 02 85 02 15 00 26 FF 00 75 08 95 01 05 01 09 3B 81 02"
         "95 03 05 8C 09 FB 09 FC 09 FD 81 02 95 38 09 FE 82 02 01 95 02 06 66 FF 09 04 09 00 81 02"
         "05 8C 25 01 75 01 95 08 09 FF 95 01 81 02 95 07 81 03 C0 C0",
         "64 bytes\n"
         "in 2 @0 1x8 variable 0..255 1/3B in 8C/12\n"
         "in 2 @8 3x8 variable 0..255 8C/FB 8C/FC 8C/FD in 8C/12\n"
         "in 2 @32 56x8 variable buffered 0..255 8C/FE in 8C/12\n"
         "in 2 @480 2x8 variable 0..255 FF66/4 FF66/0 in 8C/12\n"
         "in 2 @496 1x1 variable 0..1 8C/FF in 8C/12\n"},
        {"decoded data as one value of 448 bits", // said to be an array
         "05 8C 09 02 A1 01 15 00 25 FF 76 C0 01 95 01 09 FE 82 00 01 C0",
         "56 bytes\n"
         "in 0 @0 56x8 variable buffered 0..255 8C/FE in 8C/2\n"},
        {"vendor's box with bits in bytes", // the shape of an X-keys: consumer page, one field of 32 bytes
         "05 0C 09 01 A1 01 09 01 A1 00 06 00 FF 19 01 29 20 15 00 26 FF 00 75 08 95 20 81 02"
         "19 01 29 20 95 23 91 02 C0 C0",
         "32 bytes\n"
         "in 0 @0 32x8 variable 0..255 FF00/1-20 in C/1\n"},
        {"push and pop",
         "05 01 15 81 25 7F 09 04 A1 01 05 02 09 BB 75 08 95 01 81 02 A4 05 01 09 01 A1 00 09 30 09 31 95 02 81 02 C0"
         "05 09 19 01 29 04 15 00 25 01 75 01 95 04 81 02 B4 09 C6 81 02 C0",
         "5 bytes\n"
         "in 0 @0 1x8 variable -127..127 2/BB in 1/4\n"
         "in 0 @8 2x8 variable -127..127 1/30 1/31 in 1/1\n"
         "in 0 @24 4x1 variable 0..1 9/1-4 in 1/4\n"
         "in 0 @28 1x8 variable -127..127 2/C6 in 1/4\n"},
        {"usages of four bytes carry their page",
         "0B 05 00 01 00 A1 01 05 0C 1B 01 00 09 00 2B 04 00 09 00 0B B5 00 0C 00 09 B6 05 01 15 00 25 01 75 01 95 06 "
         "81 02 C0",
         "1 bytes\n"
         "in 0 @0 6x1 variable 0..1 9/1-4 C/B5 1/B6 in 1/5\n"},
        {"of delimited usages the first is preferred",
         "05 01 09 05 A1 01 05 09 A9 01 09 01 0B B5 00 0C 00 A9 00 09 02 A9 01 19 03 29 04 09 07 A9 00"
         "15 00 25 01 75 01 95 04 81 02 C0",
         "1 bytes\n"
         "in 0 @0 4x1 variable 0..1 9/1 9/2 9/3-4 in 1/5\n"},
        {"long items are passed over",
         "05 01 09 05 A1 01 FE 03 F0 81 02 C0 05 09 FE 00 F1 19 01 29 08 15 00 25 01 95 08 75 01 81 02 C0",
         "1 bytes\n"
         "in 0 @0 8x1 variable 0..1 9/1-8 in 1/5\n"},
        {"buttons in an array", // three at once of eight; 0 is out of the range: none
         "05 01 09 05 A1 01 05 09 19 01 29 08 15 01 25 08 75 04 95 03 81 40 75 04 95 01 81 01 C0",
         "2 bytes\n"
         "in 0 @0 3x4 array 1..8 9/1-8 in 1/5\n"},
        {"keyboard, media keys and mouse by report id",
         "05 01 09 06 A1 01 85 01 05 07 19 E0 29 E7 15 00 25 01 75 01 95 08 81 02 95 05 75 08 25 65 19 00 29 65 81 00 "
         "C0"
         "05 0C 09 01 A1 01 85 03 15 00 26 3C 02 1A 00 00 2A 3C 02 75 10 95 01 81 00 C0"
         "05 01 09 02 A1 01 85 02 05 09 19 01 29 05 25 01 75 01 95 05 81 02 75 03 95 01 81 01"
         "85 01 05 FF 09 01 75 08 95 01 25 7F 81 02 C0", // report 1 goes on
         "8 bytes\n"
         "in 1 @0 8x1 variable 0..1 7/E0-E7 in 1/6\n"
         "in 1 @8 5x8 array 0..101 7/0-65 in 1/6\n"
         "in 3 @0 1x16 array 0..572 C/0-23C in C/1\n"
         "in 2 @0 5x1 variable 0..1 9/1-5 in 1/2\n"
         "in 1 @48 1x8 variable 0..127 FF/1 in 1/2\n"},
        {"counters of a vendor",
         "06 A0 FF 09 01 A1 01 15 00 27 FF FF FF FF 75 20 95 01 09 02 81 02 27 FF FF 00 00 75 10 09 03 81 02"
         "26 FF FF 09 04 81 02 25 FF 75 08 09 05 81 02 15 80 25 7F 09 06 81 06 17 00 00 00 80 27 FF FF FF 7F 75 20 09 "
         "07 81 02 C0",
         "14 bytes\n"
         "in 0 @0 1x32 variable 0..4294967295 FFA0/2 in FFA0/1\n"
         "in 0 @32 1x16 variable 0..65535 FFA0/3 in FFA0/1\n"
         "in 0 @48 1x16 variable 0..65535 FFA0/4 in FFA0/1\n"
         "in 0 @64 1x8 variable 0..255 FFA0/5 in FFA0/1\n"
         "in 0 @72 1x8 variable -128..127 FFA0/6 in FFA0/1\n"
         "in 0 @80 1x32 variable -2147483648..2147483647 FFA0/7 in FFA0/1\n"},
        {"keyboard with a bit for each key",
         "05 01 09 06 A1 01 05 07 15 00 25 01 75 01 19 E0 29 E7 95 08 81 02 19 04 29 73 95 70 81 02 C0",
         "15 bytes\n"
         "in 0 @0 8x1 variable 0..1 7/E0-E7 in 1/6\n"
         "in 0 @8 112x1 variable 0..1 7/4-73 in 1/6\n"},
        {"one usage for many values, and many for one",
         "06 00 FF 09 01 A1 01 15 00 25 7F 75 08 95 04 09 10 09 11 81 02 95 01 09 20 09 21 09 22 81 02 95 02 81 02 C0",
         "7 bytes\n"
         "in 0 @0 4x8 variable 0..127 FF00/10 FF00/11 in FF00/1\n"
         "in 0 @32 1x8 variable 0..127 FF00/20 FF00/21 FF00/22 in FF00/1\n"},
        {"a collection in a collection, and a field in none",
         "05 01 09 30 15 00 25 7F 75 08 95 01 81 02 09 05 A1 01 09 02 A1 01 09 31 81 02 C0 C0",
         "2 bytes\n"
         "in 0 @0 1x8 variable 0..127 1/30 in 0/0\n"
         "in 0 @8 1x8 variable 0..127 1/31 in 1/2\n"},
        {"what stands before the first id never comes",
         "05 01 09 05 A1 01 15 00 25 7F 75 08 95 01 09 30 81 02 85 04 09 31 81 02 09 32 B1 02 C0",
         "2 bytes\n"
         "in 4 @0 1x8 variable 0..127 1/31 in 1/5\n"
         "feature 4 @0 1x8 variable 0..127 1/32 in 1/5\n"},
        {"a total without a range", "06 A0 FF 09 01 A1 01 15 00 25 00 75 08 95 01 09 02 81 02 C0",
         "1 bytes\n"
         "in 0 @0 1x8 variable 0..0 FFA0/2 in FFA0/1\n"},
        {"a value of 64 bits that nobody reads",
         "06 A0 FF 09 01 A1 01 09 08 15 00 25 7F 75 40 95 01 81 02 09 02 75 08 81 02 C0",
         "9 bytes\n"
         "in 0 @64 1x8 variable 0..127 FFA0/2 in FFA0/1\n"},
        {"nothing to read", "05 01 09 05 A1 01 C0", "0 bytes\n"},
    };
    return descriptors;
}

std::vector<std::byte> hidDescriptor(std::string_view name)
{
    const auto found = std::ranges::find(hidDescriptors(), name, &NamedDescriptor::name);
    if (found == hidDescriptors().end()) {
        throw std::invalid_argument("no descriptor of this name: " + std::string(name));
    }
    return hex(found->hex);
}

} // namespace smiley::test
