// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/redaction.h"
#include "app/core/result.h"
#include "app/core/settings.h"
#include "app/core/staff_list.h"
#include "sync/wire/messages.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What visitors write, sealed to their municipality: libsodium's crypto_box_seal (X25519, XSalsa20-Poly1305).
///
/// Before it is sealed a text is padded (ISO/IEC 7816-4: 0x80, then zeros) to the next multiple of 1 KiB, so that the
/// length of what is stored and sent says nothing: in every alphabet 200 ordinary characters fit into the first.

namespace smiley::wire {

inline constexpr std::size_t commentPaddingBytes = 1024;
/// Of a text: as many of the longest characters as a comment may have.
inline constexpr std::size_t commentBytesMax = core::commentCharactersMax * core::characterPointsMax * 4;
/// Of a sealed text: padded, with the box's 48 bytes.
inline constexpr std::size_t sealedCommentBytesMax =
    (commentBytesMax / commentPaddingBytes + 1) * commentPaddingBytes + 48;

/// A municipality's public comment key (X25519).
struct CommentKey {
    std::array<unsigned char, 32> bytes{};
    auto operator<=>(const CommentKey&) const = default;
    /// base64url without padding, 43 letters.
    [[nodiscard]] std::string text() const;
    /// Nothing where it is none, or one that seals to nobody (a point of small order).
    [[nodiscard]] static std::optional<CommentKey> parse(std::string_view text);
};

/// Which key a text was sealed to: the first 16 hexadecimal digits of the SHA-256 of its text.
[[nodiscard]] std::string commentKeyId(const CommentKey& key);
/// Whether it looks like a key id.
[[nodiscard]] bool isCommentKeyId(std::string_view text);

/// Raw bytes; nothing where the text is longer than commentBytesMax. Sealing the same text twice gives other bytes.
[[nodiscard]] std::optional<std::string> sealComment(const CommentKey& key, std::string_view text);

enum class CommentKeyFault : std::uint8_t {
    Malformed,       ///< no key file, or changed: find the right file
    WrongPassphrase, ///< ask again
    NoMemory,        ///< the pass-phrase's function wants 256 MiB: free some
};

/// The moderators' secret. It never lies anywhere but wrapped by their pass-phrase.
class CommentSecret {
public:
    /// A new one from the operating system's randomness.
    [[nodiscard]] static CommentSecret generate();
    /// Opens a key file.
    [[nodiscard]] static core::Result<CommentSecret, CommentKeyFault> unwrap(std::string_view keyFile,
                                                                             std::string_view passphrase);
    CommentSecret(const CommentSecret&) = default;
    CommentSecret& operator=(const CommentSecret&) = default;
    ~CommentSecret(); ///< wipes

    [[nodiscard]] CommentKey publicKey() const;
    /// The text; nothing where it was not sealed to this key, or changed.
    [[nodiscard]] std::optional<std::string> open(std::string_view sealed) const;
    /// A key file: JSON with the public key, and the secret in a secretbox under Argon2id of the pass-phrase (256 MiB, three
    /// rounds: about a second). Blanks at the pass-phrase's ends count; `smiley-central` takes them off first.
    [[nodiscard]] core::Result<std::string, CommentKeyFault> wrap(std::string_view passphrase) const;

private:
    CommentSecret() = default;
    std::array<unsigned char, 32> m_bytes{};
};

/// The public key of a key file, or of a file that holds nothing but the key's text.
[[nodiscard]] std::optional<CommentKey> publicCommentKey(std::string_view file);

/// Largest comment settings in a configuration.
inline constexpr std::size_t commentSettingsBytesMax = std::size_t{64} * 1024;
inline constexpr int commentDaysMax = 365;

/// The member `comments` of a configuration: a JSON text.
[[nodiscard]] std::string writeCommentSettings(const core::CommentSettings& settings);
/// Malformed names every fault: a key that can't be used, an approval without day or name, too many names, …
[[nodiscard]] Parsed<core::CommentSettings> readCommentSettings(std::string_view json);

} // namespace smiley::wire
