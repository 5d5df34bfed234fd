// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/comments.h"

#include "sync/wire/fields.h"
#include "sync/wire/signed_message.h"
#include "sync/wire/sodium_bytes.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace smiley::wire {

namespace json = boost::json;

namespace {

constexpr std::string_view keyFileKind = "smileystand comment key";
constexpr std::string_view keyFunction = "argon2id13";
/// A key file may ask for more of these as machines grow, but not for everything.
constexpr std::uint64_t operationsMax = 16;
constexpr std::uint64_t memoryBytesMax = std::uint64_t{1} << 30U;
constexpr std::size_t keyIdDigits = 16;

static_assert(sealedCommentBytesMax % commentPaddingBytes == crypto_box_SEALBYTES);

template <std::size_t Size>
std::string textOf(const std::array<unsigned char, Size>& bytes)
{
    return toBase64Url({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

using WrappingKey = std::array<unsigned char, crypto_secretbox_KEYBYTES>;

bool derive(WrappingKey& key, std::string_view passphrase, const std::string& salt, std::uint64_t operations,
            std::uint64_t memory)
{
    return crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(), bytesOf(std::string_view(salt)),
                         operations, memory, crypto_pwhash_ALG_ARGON2ID13) == 0;
}

core::Failure<CommentKeyFault> noMemory()
{
    return core::fail(CommentKeyFault::NoMemory,
                      "there is not enough memory for the pass-phrase's function; free some");
}

std::string randomBytes(std::size_t size)
{
    std::string bytes(size, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

} // namespace

// ---- keys ----------------------------------------------------------------------------------------------------------

std::string CommentKey::text() const { return textOf(bytes); }

std::optional<CommentKey> CommentKey::parse(std::string_view text)
{
    ready();
    const auto decoded = fromBase64Url(text);
    CommentKey key;
    if (!decoded || decoded->size() != key.bytes.size()) {
        return std::nullopt;
    }
    std::copy(decoded->begin(), decoded->end(), key.bytes.begin());
    // The highest bit means nothing, so with it one key would have two texts. A product of nothing but zeros: everybody
    // could open what is sealed to such a point.
    std::array<unsigned char, crypto_scalarmult_BYTES> product{};
    std::array<unsigned char, crypto_scalarmult_SCALARBYTES> any{};
    any.front() = 8;
    const bool isUsable =
        (key.bytes.back() & 0x80U) == 0 && crypto_scalarmult(product.data(), any.data(), key.bytes.data()) == 0;
    return isUsable ? std::optional(key) : std::nullopt;
}

std::string commentKeyId(const CommentKey& key) { return sha256(key.text()).text().substr(0, keyIdDigits); }

bool isCommentKeyId(std::string_view text)
{
    return text.size() == keyIdDigits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<std::string> sealComment(const CommentKey& key, std::string_view text)
{
    ready();
    if (text.size() > commentBytesMax) {
        return std::nullopt;
    }
    std::string padded(text);
    padded.resize((text.size() / commentPaddingBytes + 1) * commentPaddingBytes);
    std::size_t size = 0;
    [[maybe_unused]] const int unpadded =
        sodium_pad(&size, bytesOf(padded), text.size(), commentPaddingBytes, padded.size());
    assert(unpadded == 0 && size == padded.size());
    std::string sealed(padded.size() + crypto_box_SEALBYTES, '\0');
    const int failed =
        crypto_box_seal(bytesOf(sealed), bytesOf(std::string_view(padded)), padded.size(), key.bytes.data());
    sodium_memzero(padded.data(), padded.size());
    return failed == 0 ? std::optional(std::move(sealed)) : std::nullopt;
}

CommentSecret CommentSecret::generate()
{
    ready();
    CommentSecret secret;
    CommentKey ignored;
    crypto_box_keypair(ignored.bytes.data(), secret.m_bytes.data());
    return secret;
}

CommentSecret::~CommentSecret() { sodium_memzero(m_bytes.data(), m_bytes.size()); }

CommentKey CommentSecret::publicKey() const
{
    CommentKey key;
    crypto_scalarmult_base(key.bytes.data(), m_bytes.data());
    return key;
}

std::optional<std::string> CommentSecret::open(std::string_view sealed) const
{
    if (sealed.size() < crypto_box_SEALBYTES + commentPaddingBytes || sealed.size() > sealedCommentBytesMax) {
        return std::nullopt;
    }
    const CommentKey key = publicKey();
    std::string text(sealed.size() - crypto_box_SEALBYTES, '\0');
    std::size_t size = 0;
    if (crypto_box_seal_open(bytesOf(text), bytesOf(sealed), sealed.size(), key.bytes.data(), m_bytes.data()) != 0 ||
        sodium_unpad(&size, bytesOf(std::string_view(text)), text.size(), commentPaddingBytes) != 0) {
        return std::nullopt;
    }
    text.resize(size);
    return text;
}

// ---- the key file --------------------------------------------------------------------------------------------------

core::Result<std::string, CommentKeyFault> CommentSecret::wrap(std::string_view passphrase) const
{
    const std::string salt = randomBytes(crypto_pwhash_SALTBYTES);
    const std::string nonce = randomBytes(crypto_secretbox_NONCEBYTES);
    WrappingKey key{};
    if (!derive(key, passphrase, salt, crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE)) {
        return noMemory();
    }
    std::string wrapped(m_bytes.size() + crypto_secretbox_MACBYTES, '\0');
    crypto_secretbox_easy(bytesOf(wrapped), m_bytes.data(), m_bytes.size(), bytesOf(std::string_view(nonce)),
                          key.data());
    sodium_memzero(key.data(), key.size());
    json::object file;
    file["kind"] = keyFileKind;
    file["key"] = publicKey().text();
    file["function"] = keyFunction;
    file["operations"] = crypto_pwhash_OPSLIMIT_MODERATE;
    file["memory_bytes"] = crypto_pwhash_MEMLIMIT_MODERATE;
    file["salt"] = toBase64Url(salt);
    file["nonce"] = toBase64Url(nonce);
    file["secret"] = toBase64Url(wrapped);
    return json::serialize(file) + "\n";
}

core::Result<CommentSecret, CommentKeyFault> CommentSecret::unwrap(std::string_view keyFile,
                                                                   std::string_view passphrase)
{
    ready();
    const auto object = readObject(keyFile, "comment key");
    if (!object) {
        return core::fail(CommentKeyFault::Malformed, object.error().message);
    }
    std::vector<DocumentFault> faults;
    Fields fields(*object, "", faults);
    const auto bytes = [&](std::string_view name, std::size_t size) {
        auto decoded = fromBase64Url(fields.text(name, 100));
        if (!decoded || decoded->size() != size) {
            fields.fault(name, "must be " + std::to_string(size) + " bytes in base64url");
            decoded.emplace(size, '\0');
        }
        return *std::move(decoded);
    };
    fields.oneOf("kind", std::array{keyFileKind});
    fields.oneOf("function", std::array{keyFunction});
    const auto key = CommentKey::parse(fields.text("key", 43));
    const std::uint64_t operations = fields.count("operations", operationsMax, crypto_pwhash_argon2id_OPSLIMIT_MIN);
    const std::uint64_t memory = fields.count("memory_bytes", memoryBytesMax, crypto_pwhash_argon2id_MEMLIMIT_MIN);
    const std::string salt = bytes("salt", crypto_pwhash_SALTBYTES);
    const std::string nonce = bytes("nonce", crypto_secretbox_NONCEBYTES);
    CommentSecret secret;
    const std::string wrapped = bytes("secret", secret.m_bytes.size() + crypto_secretbox_MACBYTES);
    if (!key) {
        fields.fault("key", "must be a comment key");
    }
    if (!faults.empty()) {
        return core::fail(CommentKeyFault::Malformed, "the comment key: " + inOneLine(faults));
    }
    WrappingKey wrapping{};
    if (!derive(wrapping, passphrase, salt, operations, memory)) {
        return noMemory();
    }
    const int failed = crypto_secretbox_open_easy(secret.m_bytes.data(), bytesOf(std::string_view(wrapped)),
                                                  wrapped.size(), bytesOf(std::string_view(nonce)), wrapping.data());
    sodium_memzero(wrapping.data(), wrapping.size());
    if (failed != 0) {
        return core::fail(CommentKeyFault::WrongPassphrase,
                          "the comment key doesn't open with this pass-phrase; type it again");
    }
    if (secret.publicKey() != *key) {
        return core::fail(CommentKeyFault::Malformed, "the comment key's two halves don't belong together");
    }
    return secret;
}

std::optional<CommentKey> publicCommentKey(std::string_view file)
{
    const std::size_t end = file.find_last_not_of(" \r\n\t");
    if (const auto key = CommentKey::parse(file.substr(0, end == std::string_view::npos ? 0 : end + 1))) {
        return key;
    }
    const auto object = readObject(file, "comment key");
    const json::value* kind = object ? object->if_contains("kind") : nullptr;
    const json::value* key = object ? object->if_contains("key") : nullptr;
    if (kind == nullptr || !kind->is_string() || kind->get_string() != keyFileKind || key == nullptr ||
        !key->is_string()) {
        return std::nullopt;
    }
    return CommentKey::parse(key->get_string());
}

// ---- settings ------------------------------------------------------------------------------------------------------

std::string writeCommentSettings(const core::CommentSettings& settings)
{
    json::object object;
    object["key"] = settings.key;
    object["read_by"] = settings.readBy;
    object["deleted_after_days"] = settings.deletedAfterDays;
    object["staff_names"] = json::array(settings.staffNames.begin(), settings.staffNames.end());
    object["approved_on"] = settings.approvedOn;
    object["approved_by"] = settings.approvedBy;
    return json::serialize(object);
}

namespace {

std::vector<std::string> staffNames(Fields& fields)
{
    std::vector<std::string> names;
    const json::array* values = fields.has("staff_names") ? fields.array("staff_names") : nullptr;
    if (values == nullptr) {
        return names;
    }
    if (values->size() > core::staffNamesMax) {
        fields.fault("staff_names", "must hold at most " + std::to_string(core::staffNamesMax) + " names");
        return names;
    }
    for (const json::value& value : *values) {
        const std::string_view name = value.is_string() ? std::string_view(value.get_string()) : std::string_view();
        if (!core::isStaffName(name)) {
            fields.fault("staff_names", "name " + std::to_string(names.size() + 1) + " must be 1 to " +
                                            std::to_string(core::staffNameCharactersMax) + " printable characters");
            return names;
        }
        names.emplace_back(name);
    }
    return names;
}

} // namespace

Parsed<core::CommentSettings> readCommentSettings(std::string_view json)
{
    if (json.size() > commentSettingsBytesMax) {
        return core::fail(MessageFault::Malformed,
                          "comments: they have " + std::to_string(json.size()) + " bytes, and at most " +
                              std::to_string(commentSettingsBytesMax) + " bytes fit: name fewer people.");
    }
    const auto object = readObject(json, "comments");
    if (!object) {
        return object.error();
    }
    std::vector<DocumentFault> faults;
    Fields fields(*object, "", faults);
    core::CommentSettings settings;
    settings.key = fields.text("key", 43);
    if (!settings.key.empty() && !CommentKey::parse(settings.key)) {
        fields.fault("key", "must be a comment key: 43 letters of base64url, as `smiley-central comments` makes them");
    }
    settings.readBy = fields.text("read_by", 100);
    settings.deletedAfterDays = static_cast<int>(fields.count("deleted_after_days", commentDaysMax, 1));
    settings.staffNames = staffNames(fields);
    const auto approvedOn = fields.day("approved_on");
    settings.approvedOn = approvedOn ? approvedOn->text() : "";
    settings.approvedBy = fields.text("approved_by", 100);
    if (settings.approvedBy.find_first_not_of(' ') == std::string::npos && !settings.approvedBy.empty()) {
        fields.fault("approved_by", "must be a name");
    }
    if (!faults.empty()) {
        return malformed("comments", faults);
    }
    return settings;
}

} // namespace smiley::wire
