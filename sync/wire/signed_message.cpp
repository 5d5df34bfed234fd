// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/signed_message.h"

namespace smiley::wire {

namespace json = boost::json;

std::string writeSigned(json::object payload, std::string_view message, Context context, const SecretKey& key)
{
    payload["message"] = message;
    const std::string text = json::serialize(payload);
    json::object outer;
    outer["payload"] = text;
    outer["signature"] = key.sign(context, text);
    return json::serialize(outer);
}

Parsed<SignedMessage> readSigned(std::string_view json, std::string_view message)
{
    const auto outer = readObject(json, message);
    if (!outer) {
        return outer.error();
    }
    std::vector<DocumentFault> faults;
    Fields fields(*outer, "", faults);
    SignedMessage result{fields.raw("payload", messageBytesMax), fields.text("signature", 86)};
    if (!faults.empty()) {
        return malformed(message, faults);
    }
    return result;
}

Parsed<json::object> payloadOf(const SignedMessage& outer, std::string_view message)
{
    auto payload = readObject(outer.payload, message);
    if (payload) {
        const json::value* name = payload->if_contains("message");
        if (name == nullptr || !name->is_string() || name->get_string() != message) {
            return malformed(message, {{"/message", "must be \"" + std::string(message) + "\""}});
        }
    }
    return payload;
}

Parsed<json::object> openSigned(std::string_view json, std::string_view message, Context context, const PublicKey& key)
{
    const auto outer = readSigned(json, message);
    if (!outer) {
        return outer.error();
    }
    if (!verify(key, context, outer->payload, outer->signature)) {
        return badSignature(message);
    }
    return payloadOf(*outer, message);
}

Parsed<json::object> readObject(std::string_view json, std::string_view message)
{
    if (json.size() > messageBytesMax) {
        return malformed(message, {{"", "has " + std::to_string(json.size()) + " bytes, more than " +
                                            std::to_string(messageBytesMax)}});
    }
    std::string why;
    auto value = parseJson(json, why);
    if (!value || !value->is_object()) {
        return malformed(message, {{"", value ? "must be a JSON object" : why}});
    }
    return std::move(value->get_object());
}

core::Failure<MessageFault> malformed(std::string_view message, const std::vector<DocumentFault>& faults)
{
    return core::fail(MessageFault::Malformed, std::string(message) + ": " + inOneLine(faults));
}

core::Failure<MessageFault> badSignature(std::string_view message)
{
    return core::fail(MessageFault::BadSignature,
                      std::string(message) + ": not signed by the key that is known for it, or changed on the way");
}

std::optional<PublicKey> publicKey(Fields& fields, std::string_view name)
{
    const json::value* value = fields.find(name);
    auto key = value != nullptr && value->is_string() ? PublicKey::parse(value->get_string()) : std::nullopt;
    if (!key) {
        fields.fault(name, "must be an Ed25519 public key in base64url");
    }
    return key;
}

} // namespace smiley::wire
