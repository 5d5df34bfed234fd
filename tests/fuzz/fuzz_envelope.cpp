// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz.h"
#include "tests/sync/wire/samples.h"

using namespace smiley;

/// The bytes as a file, and as the text of a file that is hashed and signed rightly: only so does the fuzzer get past
/// the signature to the records.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view input = test::inputOf(data, size);
    static_cast<void>(wire::peekEnvelope(input));
    static_cast<void>(wire::readEnvelope(input, test::goldenKey().publicKey()));

    const auto read = wire::readEnvelope(test::sealed(std::string(input)), test::goldenKey().publicKey());
    if (read) {
        std::size_t records = read->envelope.unknown.size() + read->envelope.visits.size() +
                              read->envelope.tallies.size() + read->envelope.questionnaires.size() +
                              read->envelope.statuses.size();
        const auto lines = static_cast<std::size_t>(std::count(input.begin(), input.end(), '\n'));
        // Nothing gets lost: each line but the header is a record or a fault.
        test::mustHold(records + read->faults.size() >= lines - 1);
    }
    return 0;
}
