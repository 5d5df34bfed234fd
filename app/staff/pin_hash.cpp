// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/pin_hash.h"

#include "sync/wire/keys.h"
#include "sync/wire/sodium_bytes.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cstdlib>
#include <span>
#include <sstream>

namespace smiley::staff {

namespace {

constexpr std::size_t hashBytes = 32;
/// No stand stretches harder; a damaged text must not ask for all memory there is.
constexpr std::uint64_t passesMax = 64;
constexpr std::uint64_t kibibytesMax = std::uint64_t{1024} * 1024;

using wire::bytesOf;
using wire::ready;

void addText(crypto_generichash_state& state, std::string_view text)
{
    const auto length = static_cast<unsigned char>(text.size());
    assert(text.size() == length);
    crypto_generichash_update(&state, &length, 1);
    crypto_generichash_update(&state, bytesOf(text), text.size());
}

std::optional<std::uint64_t> numberIn(const std::string& text, std::uint64_t min, std::uint64_t max)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isNumber = error == std::errc() && end == text.data() + text.size();
    return isNumber && value >= min && value <= max ? std::optional(value) : std::nullopt;
}

} // namespace

Stretching hardestWithinASecond(const core::Clock& clock)
{
    constexpr std::uint64_t mebibyte = 1024;
    constexpr std::array harder{Stretching{3, 64 * mebibyte}, Stretching{2, 64 * mebibyte},
                                Stretching{2, 32 * mebibyte}};
    for (const Stretching& one : harder) {
        const Salt salt{one, std::string(crypto_pwhash_SALTBYTES, 's')};
        // The better of two: a machine that has just started has other things to do as well.
        for (int attempt = 0; attempt < 2; ++attempt) {
            const core::MonotonicMs began = clock.now().monotonic;
            const bool isDone = stretch("00000000", salt).has_value();
            if (isDone && core::count(clock.now().monotonic) - core::count(began) <= 1000) {
                return one;
            }
        }
    }
    return {2, std::uint64_t{19} * 1024};
}

Salt newSalt(const Stretching& stretching, core::Random& random)
{
    Salt salt{stretching, std::string(crypto_pwhash_SALTBYTES, '\0')};
    random.fill(std::as_writable_bytes(std::span(salt.bytes)));
    return salt;
}

std::string writeSalt(const Salt& salt)
{
    return "argon2id " + std::to_string(salt.stretching.passes) + " " + std::to_string(salt.stretching.kibibytes) +
           " " + wire::toBase64Url(salt.bytes);
}

std::optional<Salt> readSalt(std::string_view text)
{
    std::istringstream stream{std::string(text)};
    std::string function;
    std::string passes;
    std::string kibibytes;
    std::string bytes;
    std::string more;
    stream >> function >> passes >> kibibytes >> bytes;
    const auto passesRead = numberIn(passes, crypto_pwhash_OPSLIMIT_MIN, passesMax);
    const auto kibibytesRead = numberIn(kibibytes, crypto_pwhash_MEMLIMIT_MIN / 1024, kibibytesMax);
    auto salt = wire::fromBase64Url(bytes);
    if (function != "argon2id" || !passesRead || !kibibytesRead || !salt || salt->size() != crypto_pwhash_SALTBYTES ||
        stream >> more) {
        return std::nullopt;
    }
    return Salt{{*passesRead, *kibibytesRead}, std::move(*salt)};
}

std::optional<std::string> stretch(std::string_view pin, const Salt& salt)
{
    ready();
    std::string stretched(hashBytes, '\0');
    if (crypto_pwhash(bytesOf(stretched), stretched.size(), pin.data(), pin.size(),
                      bytesOf(std::string_view(salt.bytes)), salt.stretching.passes, salt.stretching.kibibytes * 1024,
                      crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return std::nullopt;
    }
    return stretched;
}

std::string tagOf(std::string_view stretched, std::string_view person, std::string_view pepper)
{
    ready();
    crypto_generichash_state state;
    crypto_generichash_init(&state, bytesOf(pepper), pepper.size(), hashBytes);
    addText(state, "smileystand pin 1");
    addText(state, person);
    addText(state, stretched);
    std::string tag(hashBytes, '\0');
    crypto_generichash_final(&state, bytesOf(tag), tag.size());
    return tag;
}

std::string pepperId(std::string_view pepper) { return wire::toBase64Url(tagOf("", "", pepper)).substr(0, 8); }

bool isSame(std::string_view one, std::string_view other)
{
    constexpr std::size_t most = 64;
    assert(one.size() <= most && other.size() <= most);
    std::array<unsigned char, most + 1> left{};
    std::array<unsigned char, most + 1> right{};
    std::ranges::copy(one, left.begin());
    std::ranges::copy(other, right.begin());
    left.back() = static_cast<unsigned char>(one.size());
    right.back() = static_cast<unsigned char>(other.size());
    return sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

void wipe(std::string& secret)
{
    secret.resize(secret.capacity());
    sodium_memzero(secret.data(), secret.size());
    secret.clear();
}

} // namespace smiley::staff
