// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/keys.h"

#include "sync/wire/sodium_bytes.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>

namespace smiley::wire {

namespace {

constexpr int base64Url = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

std::string encode(const unsigned char* bytes, std::size_t size)
{
    std::string text(sodium_base64_encoded_len(size, base64Url), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes, size, base64Url);
    text.pop_back(); // the terminating NUL
    return text;
}

/// Strict: nothing but the alphabet, the exact padding, no bits left over.
std::optional<std::string> decode(std::string_view text)
{
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    if (sodium_base642bin(bytesOf(bytes), bytes.size(), text.data(), text.size(), nullptr, &size, &end, base64Url) !=
            0 ||
        end != text.data() + text.size()) {
        return std::nullopt;
    }
    bytes.resize(size);
    // libsodium takes some bytes over 0x7F for letters; one value has one text.
    if (encode(bytesOf(bytes), size) != text) {
        return std::nullopt;
    }
    return bytes;
}

std::string_view nameOf(Context context)
{
    switch (context) {
    case Context::Envelope: return "envelope";
    case Context::Receipt: return "receipt";
    case Context::Configuration: return "configuration";
    case Context::Time: return "time";
    case Context::Manifest: return "manifest";
    case Context::Request: return "request";
    case Context::Enrolment: return "enrolment";
    case Context::Ticket: return "ticket";
    }
    std::abort();
}

std::string inContext(Context context, std::string_view message)
{
    std::string signedBytes = "smileystand 1 ";
    signedBytes += nameOf(context);
    signedBytes += '\n';
    signedBytes += message;
    return signedBytes;
}

std::string hexadecimal(const unsigned char* bytes, std::size_t size)
{
    std::string text(size * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes, size);
    text.pop_back(); // the terminating NUL
    return text;
}

} // namespace

std::string PublicKey::text() const { return encode(bytes.data(), bytes.size()); }

std::optional<PublicKey> PublicKey::parse(std::string_view text)
{
    ready();
    const auto decoded = decode(text);
    PublicKey key;
    if (!decoded || decoded->size() != key.bytes.size()) {
        return std::nullopt;
    }
    std::copy(decoded->begin(), decoded->end(), key.bytes.begin());
    // A point of small order would accept signatures of anybody.
    if (crypto_core_ed25519_is_valid_point(key.bytes.data()) != 1) {
        return std::nullopt;
    }
    return key;
}

SecretKey SecretKey::generate()
{
    ready();
    SecretKey key;
    PublicKey ignored;
    crypto_sign_keypair(ignored.bytes.data(), key.m_bytes.data());
    return key;
}

std::optional<SecretKey> SecretKey::parse(std::string_view text)
{
    ready();
    auto decoded = decode(text);
    SecretKey key;
    if (!decoded || decoded->size() != key.m_bytes.size()) {
        return std::nullopt;
    }
    char* const bytes = decoded->data();
    PublicKey derived;
    crypto_sign_seed_keypair(derived.bytes.data(), key.m_bytes.data(), reinterpret_cast<const unsigned char*>(bytes));
    const bool halvesAgree = sodium_memcmp(key.m_bytes.data(), bytes, key.m_bytes.size()) == 0;
    sodium_memzero(bytes, key.m_bytes.size());
    if (!halvesAgree) {
        return std::nullopt;
    }
    return key;
}

SecretKey::~SecretKey() { sodium_memzero(m_bytes.data(), m_bytes.size()); }

std::string SecretKey::text() const { return encode(m_bytes.data(), m_bytes.size()); }

PublicKey SecretKey::publicKey() const
{
    PublicKey key;
    crypto_sign_ed25519_sk_to_pk(key.bytes.data(), m_bytes.data());
    return key;
}

Signature SecretKey::sign(Context context, std::string_view message) const
{
    const std::string text = inContext(context, message);
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, bytesOf(text), text.size(), m_bytes.data());
    return encode(signature.data(), signature.size());
}

std::optional<std::string> SecretKey::open(std::string_view sealed) const
{
    if (sealed.size() < crypto_box_SEALBYTES) {
        return std::nullopt;
    }
    std::array<unsigned char, crypto_box_PUBLICKEYBYTES> boxPublic{};
    std::array<unsigned char, crypto_box_SECRETKEYBYTES> boxSecret{};
    crypto_sign_ed25519_sk_to_curve25519(boxSecret.data(), m_bytes.data());
    crypto_scalarmult_base(boxPublic.data(), boxSecret.data());
    std::string message(sealed.size() - crypto_box_SEALBYTES, '\0');
    const int failed =
        crypto_box_seal_open(bytesOf(message), bytesOf(sealed), sealed.size(), boxPublic.data(), boxSecret.data());
    sodium_memzero(boxSecret.data(), boxSecret.size());
    if (failed != 0) {
        return std::nullopt;
    }
    return message;
}

bool verify(const PublicKey& key, Context context, std::string_view message, std::string_view signature)
{
    ready();
    const auto bytes = decode(signature);
    if (!bytes || bytes->size() != crypto_sign_BYTES) {
        return false;
    }
    const std::string text = inContext(context, message);
    return crypto_sign_verify_detached(bytesOf(*bytes), bytesOf(text), text.size(), key.bytes.data()) == 0;
}

std::string sealTo(const PublicKey& key, std::string_view message)
{
    ready();
    std::array<unsigned char, crypto_box_PUBLICKEYBYTES> boxPublic{};
    [[maybe_unused]] const int failed = crypto_sign_ed25519_pk_to_curve25519(boxPublic.data(), key.bytes.data());
    assert(failed == 0 && "a PublicKey comes from parse() or publicKey()");
    std::string sealed(message.size() + crypto_box_SEALBYTES, '\0');
    crypto_box_seal(bytesOf(sealed), bytesOf(message), message.size(), boxPublic.data());
    return sealed;
}

core::Hash sha256(std::string_view bytes)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), bytesOf(bytes), bytes.size());
    return *core::Hash::parse(hexadecimal(digest.data(), digest.size()));
}

std::string toBase64Url(std::string_view bytes) { return encode(bytesOf(bytes), bytes.size()); }

std::optional<std::string> fromBase64Url(std::string_view text) { return decode(text); }

void SystemRandom::fill(std::span<std::byte> bytes)
{
    ready();
    randombytes_buf(bytes.data(), bytes.size());
}

std::string uuid4(core::Random& random)
{
    std::array<unsigned char, 16> bytes{};
    random.fill(std::as_writable_bytes(std::span(bytes)));
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0FU) | 0x40U); // version 4
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3FU) | 0x80U); // variant of RFC 9562
    std::string text = hexadecimal(bytes.data(), bytes.size());
    for (const std::size_t at : {20U, 16U, 12U, 8U}) {
        text.insert(at, 1, '-');
    }
    return text;
}

core::Epoch newEpoch(core::Random& random)
{
    std::array<unsigned char, 16> bytes{};
    random.fill(std::as_writable_bytes(std::span(bytes)));
    return *core::Epoch::parse(hexadecimal(bytes.data(), bytes.size()));
}

} // namespace smiley::wire
