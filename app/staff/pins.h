// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/pin_rules.h"
#include "app/core/ports.h"
#include "app/core/result.h"
#include "app/core/time.h"
#include "sync/wire/people.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The way in for staff: who there is comes from the centre, and each has a PIN that finds them, as nobody types a name.
///
/// A PIN is stretched by Argon2id (RFC 9106) with the stand's salt, then hashed for each person with the device's pepper
/// (BLAKE2b, RFC 7693) and compared with what is kept. A first PIN is compared with its sealed box, which the stand can
/// open; once its person has chosen a PIN, that box opens nothing any more.
///
/// A failure is counted, on disk, before a PIN is looked at, and taken back by a right one. So a power cut can only cost a
/// try. After freeTries failures each try begins a pause, and after a restart the last one begins anew; only the
/// monotonic clock ends it. Trying never ends for good, and the public screen knows nothing of all this.

namespace smiley::staff {

using wire::Role;

struct Person {
    std::string id;
    std::string name;
    Role role = Role::Reader;
    bool operator==(const Person&) const = default;
};

inline constexpr int pinDigitsMin = core::pinDigitsMin;
inline constexpr int pinDigitsMax = core::pinDigitsMax;
inline constexpr int pinDigitsDefault = core::pinDigitsDefault;

inline constexpr int freeTries = 5;
inline constexpr int pauseSecondsMin = 30;
inline constexpr int pauseSecondsMax = 900;
/// After so many failures without a right PIN between them, in seconds.
[[nodiscard]] int pauseAfter(std::uint64_t failures);

struct SignIn {
    enum class Outcome : std::uint8_t {
        SignedIn,
        MustChoose, ///< the first PIN was right: the person chooses one now, before anything else
        Wrong,      ///< `pauseSeconds` is over 0 where a pause begins with it
        Paused,     ///< nothing was looked at, nothing is counted
        Fault,      ///< the database or the memory failed: nobody comes in; tell the help line
    };
    Outcome outcome = Outcome::Wrong;
    std::optional<Person> person; ///< SignedIn, MustChoose
    int pauseSeconds = 0;
    bool isPepperLost = false; ///< Wrong: somebody's chosen PIN is void for it, so this one may have been right before
    std::string why;           ///< Fault: for the log
};

/// A PIN that was typed: wiped with its last holder, and never where it was before.
class TypedPin {
public:
    explicit TypedPin(std::string_view digits) : m_digits(digits) {}
    ~TypedPin();
    TypedPin(const TypedPin&) = delete;
    TypedPin& operator=(const TypedPin&) = delete;
    [[nodiscard]] std::string_view digits() const { return m_digits; }

private:
    std::string m_digits;
};

/// Wipes all that was typed into it; empty then.
void forget(std::string& digits);

enum class PinsFault : std::uint8_t {
    Database, ///< see the message of app/store
    Pepper,   ///< its file can't be read or made: the message says what to do
};

/// How hard a PIN is stretched.
struct Stretching {
    std::uint64_t passes = 3;
    std::uint64_t kibibytes = std::uint64_t{64} * 1024;
    bool operator==(const Stretching&) const = default;
};

/// Use from one thread at a time.
class Pins {
public:
    enum class ChooseFault : std::uint8_t {
        TooShort,
        TooLong,
        NotDigits,
        Common,
        Taken, ///< somebody has it; says the same as Common
        Fault, ///< it could not be kept: the one before counts on
    };

    /// Opens its own connection to the database and reads the pepper. The first time it makes a salt, and a pepper of 32
    /// bytes (0600), which must not lie in any backup of the database. The stretching is kept with the salt: at first the
    /// hardest that this machine does within a second, or `firstStretching` (tests). `random` must outlive it. A pause
    /// that failures before have earned begins now.
    [[nodiscard]] static core::Result<std::unique_ptr<Pins>, PinsFault>
    open(const std::filesystem::path& database, const std::filesystem::path& pepperFile, core::Random& random,
         const core::Clock& clock, std::optional<Stretching> firstStretching = std::nullopt);
    ~Pins();

    /// Takes up to a second, as long for a right PIN as for any other. Every sign-in and every pause is audited.
    [[nodiscard]] SignIn check(std::string_view pin, const core::Now& now);
    /// 0: may try.
    [[nodiscard]] int pausedSeconds(const core::Now& now) const;

    /// Gives somebody who has just signed in another PIN. Takes up to a second. The message is for the log.
    [[nodiscard]] core::Result<core::Done, ChooseFault> choose(const Person& person, std::string_view pin,
                                                               const core::Now& now);

    /// As the newest configuration has them; empty: the centre has named nobody. Ask again while somebody is signed in: who
    /// is removed, or has another role, must notice at once. Errors: Database.
    [[nodiscard]] core::Result<std::vector<Person>, PinsFault> people() const;
    /// Nothing: not there, or no longer.
    [[nodiscard]] core::Result<std::optional<Person>, PinsFault> person(std::string_view id) const;

    [[nodiscard]] Stretching stretching() const;

private:
    struct Impl;
    explicit Pins(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace smiley::staff
