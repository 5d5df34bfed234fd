// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/base45.h"
#include "sync/wire/ticket.h"
#include "tests/fuzz/fuzz.h"
#include "tests/sync/wire/samples.h"

#include <algorithm>

using namespace smiley;

namespace {

const core::Day day = *core::Day::parse("2026-12-04");
constexpr std::string_view stand = "jobcenter-1";

/// What a scanner read, at the stand of the corpus's cards. Whatever is taken is the text of its own bytes.
void asACard(std::string_view text)
{
    const auto read = wire::readTicket(text, test::goldenKey().publicKey(), stand, day);
    if (read) {
        const std::string again = wire::ticketText({day, std::string(stand), *read}, test::goldenKey());
        test::mustHold(text.starts_with(again) &&
                       text.substr(again.size()).find_first_not_of("\r\n\t ") == std::string_view::npos);
    }
}

} // namespace

/// The bytes as a card's text, as what its Base45 holds, and as the id of a card that the centre signed: only so does the
/// fuzzer get past the signature.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view input = test::inputOf(data, size);
    asACard(input);
    asACard("ST1:" + wire::toBase45(input));
    const auto bytes = wire::fromBase45(input);
    test::mustHold(!bytes || wire::toBase45(*bytes) == input);

    wire::Ticket ticket{day, std::string(stand), {}};
    std::transform(input.begin(), input.begin() + static_cast<std::ptrdiff_t>(std::min(size, ticket.id.size())),
                   ticket.id.begin(), [](char c) { return static_cast<std::byte>(c); });
    const std::string text = wire::ticketText(ticket, test::goldenKey());
    const auto read = wire::readTicket(text, test::goldenKey().publicKey(), stand, day);
    test::mustHold(read.has_value() && *read == ticket.id);
    return 0;
}
