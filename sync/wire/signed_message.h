// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/wire/fields.h"
#include "sync/wire/keys.h"
#include "sync/wire/messages.h"

#include <boost/json.hpp>

#include <string>
#include <string_view>

/// {"payload":"<JSON text>","signature":"…"}: what all signed messages look like outside. Inside, the payload is an
/// object with the member "message", its name: messages that share a Context can't stand for each other either.

namespace smiley::wire {

[[nodiscard]] std::string writeSigned(boost::json::object payload, std::string_view message, Context context,
                                      const SecretKey& key);

/// The outer object; nothing in it is believed yet.
struct SignedMessage {
    std::string payload;
    std::string signature;
};
[[nodiscard]] Parsed<SignedMessage> readSigned(std::string_view json, std::string_view message);
/// The payload's object, whoever signed it.
[[nodiscard]] Parsed<boost::json::object> payloadOf(const SignedMessage& outer, std::string_view message);
/// The payload's object, where `key` signed it.
[[nodiscard]] Parsed<boost::json::object> openSigned(std::string_view json, std::string_view message, Context context,
                                                     const PublicKey& key);

/// The object of a message that nobody signs.
[[nodiscard]] Parsed<boost::json::object> readObject(std::string_view json, std::string_view message);

[[nodiscard]] core::Failure<MessageFault> malformed(std::string_view message, const std::vector<DocumentFault>& faults);
[[nodiscard]] core::Failure<MessageFault> badSignature(std::string_view message);

/// A member that holds a public key.
[[nodiscard]] std::optional<PublicKey> publicKey(Fields& fields, std::string_view name);

} // namespace smiley::wire
