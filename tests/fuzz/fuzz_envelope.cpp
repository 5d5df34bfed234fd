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

    const std::string whole = test::sealed(std::string(input));
    const auto read = wire::readEnvelope(whole, test::goldenKey().publicKey());
    if (read) {
        std::size_t records =
            read->envelope.unknown.size() + read->envelope.visits.size() + read->envelope.tallies.size() +
            read->envelope.questionnaires.size() + read->envelope.statuses.size() + read->envelope.policies.size() +
            read->envelope.comments.size() + read->envelope.audit.size() + read->envelope.typedCounts.size();
        const auto lines = static_cast<std::size_t>(std::count(input.begin(), input.end(), '\n'));
        // Nothing gets lost: each line but the header is a record or a fault.
        test::mustHold(records + read->faults.size() >= lines - 1);

        // What was taken can be kept without its comments.
        const auto rest = wire::withoutComments(whole);
        test::mustHold(rest.has_value());
        const auto kept = wire::readWithoutComments(*rest);
        test::mustHold(kept.has_value() && kept->envelope.comments.empty() && !kept->counted.contains("comment"));
        test::mustHold(kept->envelope.visits.size() >= read->envelope.visits.size());
    }
    return 0;
}
