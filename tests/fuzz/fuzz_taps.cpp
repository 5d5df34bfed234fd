// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adjudicate/taps.h"
#include "app/adjudicate/taps_csv.h"
#include "tests/fuzz/fuzz.h"

#include <string>

using namespace smiley;

namespace {

struct Read {
    std::string rows; ///< written again
    std::string faults;
    std::uint64_t count = 0;
};

Read read(std::string_view file, std::size_t pieceBytes)
{
    Read result;
    adjudicate::Taps taps;
    adjudicate::appendHeader(result.rows);
    adjudicate::TapReader reader([&](const adjudicate::TapRow& row) {
        adjudicate::appendRow(result.rows, row);
        return taps.add(row);
    });
    while (!file.empty() && reader.feed(file.substr(0, pieceBytes))) {
        file.remove_prefix(std::min(pieceBytes, file.size()));
    }
    reader.end();
    for (const adjudicate::RowFault& fault : reader.faults()) {
        result.faults += adjudicate::describe(fault) + '\n';
    }
    test::mustHold(reader.faults().size() <= adjudicate::faultsMax);
    result.count = reader.rows();
    return result;
}

} // namespace

/// The bytes as a file of raw taps, whole and byte for byte. What is taken is written and read again alike.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view input = test::inputOf(data, size);
    const Read whole = read(input, input.size());
    const Read inPieces = read(input, 1);
    test::mustHold(whole.rows == inPieces.rows && whole.faults == inPieces.faults);
    if (whole.faults.empty()) {
        const Read again = read(whole.rows, whole.rows.size());
        test::mustHold(again.faults.empty() && again.rows == whole.rows && again.count == whole.count);
    }
    return 0;
}
