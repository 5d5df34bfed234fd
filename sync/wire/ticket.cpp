// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/ticket.h"

#include "sync/wire/base45.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <span>

namespace smiley::wire {

namespace {

constexpr std::string_view prefix = "ST1:";
constexpr char version = 1;
constexpr std::size_t tagBytes = 4;
constexpr std::size_t idAt = 1 + 2 + tagBytes;
constexpr std::size_t signatureAt = idAt + std::tuple_size_v<TicketId>;
constexpr std::size_t signatureBytes = 64;
constexpr std::size_t textSize = 135;

std::string tagOf(std::string_view stand)
{
    const std::string digits = sha256(stand).text();
    std::string tag;
    for (std::size_t at = 0; at < tagBytes * 2; at += 2) {
        tag += static_cast<char>(std::stoi(digits.substr(at, 2), nullptr, 16));
    }
    return tag;
}

std::string twoBytes(core::Day day)
{
    const auto days = day.date.time_since_epoch().count();
    assert(days >= 0 && days <= 0xFFFF && "a card's day");
    return {static_cast<char>(days / 256), static_cast<char>(days % 256)};
}

core::Day dayOf(std::string_view bytes)
{
    const int days = static_cast<unsigned char>(bytes[0]) * 256 + static_cast<unsigned char>(bytes[1]);
    return {std::chrono::sys_days(std::chrono::days(days))};
}

std::string signedBytes(std::string_view payload, std::string_view stand)
{
    return std::string(payload.substr(0, signatureAt)).append(stand);
}

/// A card's text never ends in one of these: its last character stands for at most 255 / 45.
std::string_view withoutEnd(std::string_view text) { return text.substr(0, text.find_last_not_of("\r\n\t ") + 1); }

core::Failure<TicketFault> notACard() { return core::fail(TicketFault::NotACard, "not the text of a card"); }

} // namespace

std::string ticketText(const Ticket& ticket, const SecretKey& centre)
{
    std::string payload{version};
    payload += twoBytes(ticket.day);
    payload += tagOf(ticket.stand);
    payload.append(reinterpret_cast<const char*>(ticket.id.data()), ticket.id.size());
    const auto signature = fromBase64Url(centre.sign(Context::Ticket, signedBytes(payload, ticket.stand)));
    assert(signature && signature->size() == signatureBytes);
    std::string text(prefix);
    text += toBase45(payload + *signature);
    assert(text.size() == textSize);
    return text;
}

bool looksLikeTicket(std::string_view text)
{
    text = withoutEnd(text);
    return text.size() == textSize && text.starts_with(prefix);
}

core::Result<TicketId, TicketFault> readTicket(std::string_view text, const PublicKey& centre, std::string_view stand,
                                               core::Day today)
{
    if (!looksLikeTicket(text)) {
        return notACard();
    }
    const auto payload = fromBase45(withoutEnd(text).substr(prefix.size()));
    if (!payload || payload->size() != signatureAt + signatureBytes || payload->front() != version) {
        return notACard();
    }
    const std::string_view bytes = *payload;
    if (bytes.substr(idAt - tagBytes, tagBytes) != tagOf(stand)) {
        return core::fail(TicketFault::OtherStand, "the card is for another stand");
    }
    if (!verify(centre, Context::Ticket, signedBytes(bytes, stand), toBase64Url(bytes.substr(signatureAt)))) {
        return core::fail(TicketFault::Forged, "the card isn't signed by this stand's centre");
    }
    if (dayOf(bytes.substr(1, 2)) != today) {
        return core::fail(TicketFault::OtherDay, "the card is for another day");
    }
    TicketId id;
    std::ranges::copy(std::as_bytes(std::span(bytes.substr(idAt, id.size()))), id.begin());
    return id;
}

} // namespace smiley::wire
