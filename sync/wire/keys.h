// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ids.h"
#include "app/core/ports.h"
#include "app/core/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// Keys, signatures and hashes: Ed25519 (RFC 8032), SHA-256 (FIPS 180-4) and sealed boxes (X25519, XSalsa20-Poly1305) of
/// libsodium. Every signature is over a context line and the message, so that one thing signed can't stand for another.

namespace smiley::wire {

/// Largest policy document.
inline constexpr std::size_t policyBytesMax = std::size_t{16} * 1024;

/// What is signed; the first line of the signed bytes is "smileystand 1 <name>\n".
enum class Context : std::uint8_t { Envelope, Receipt, Configuration, Time, Manifest, Request, Enrolment, Ticket };

struct PublicKey {
    std::array<unsigned char, 32> bytes{};
    auto operator<=>(const PublicKey&) const = default;
    /// base64url without padding.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] static std::optional<PublicKey> parse(std::string_view text);
};

/// 64 bytes, in text base64url without padding.
using Signature = std::string;

class SecretKey {
public:
    /// A new key from the operating system's randomness.
    [[nodiscard]] static SecretKey generate();
    /// From text() ; nothing where it is none.
    [[nodiscard]] static std::optional<SecretKey> parse(std::string_view text);
    SecretKey(const SecretKey&) = default;
    SecretKey& operator=(const SecretKey&) = default;
    ~SecretKey(); ///< wipes

    [[nodiscard]] std::string text() const;
    [[nodiscard]] PublicKey publicKey() const;
    [[nodiscard]] Signature sign(Context context, std::string_view message) const;
    /// Opens what sealTo(publicKey()) closed; nothing where it is not for this key or was changed.
    [[nodiscard]] std::optional<std::string> open(std::string_view sealed) const;

private:
    SecretKey() = default;
    std::array<unsigned char, 64> m_bytes{};
};

[[nodiscard]] bool verify(const PublicKey& key, Context context, std::string_view message, std::string_view signature);
/// A sealed box to the X25519 form of `key`.
[[nodiscard]] std::string sealTo(const PublicKey& key, std::string_view message);

[[nodiscard]] core::Hash sha256(std::string_view bytes);
[[nodiscard]] std::string toBase64Url(std::string_view bytes); ///< RFC 4648 section 5, without padding
/// Nothing where the text isn't the one that `toBase64Url` gives.
[[nodiscard]] std::optional<std::string> fromBase64Url(std::string_view text);

/// Randomness of the operating system.
class SystemRandom final : public core::Random {
public:
    void fill(std::span<std::byte> bytes) override;
};

/// UUID version 4 (RFC 9562), lower case.
[[nodiscard]] std::string uuid4(core::Random& random);
[[nodiscard]] core::Epoch newEpoch(core::Random& random);

} // namespace smiley::wire
