// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/staff/pins.h"
#include "app/store/store.h"
#include "sync/outbox/people.h"
#include "sync/outbox/settings_keys.h"
#include "sync/wire/keys.h"
#include "tests/support/fakes.h"

#include <QtGlobal>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

/// A stand's database with people in it, as a configuration brings them, and its PINs.

namespace smiley::test {

/// So that thousands of guesses take seconds.
inline constexpr staff::Stretching light{1, 8};

inline const std::string failuresKey = "staff-pin-failures";

class StaffStand {
public:
    explicit StaffStand(std::filesystem::path folder) : m_folder(std::move(folder))
    {
        std::filesystem::create_directories(m_folder);
        m_store = std::move(*store::Store::open(database(), m_random));
        if (!m_store->setSetting(outbox::setting::envelopeKey, key.text())) {
            qFatal("setting");
        }
    }

    /// With a fresh box for this first PIN.
    [[nodiscard]] wire::Person named(const std::string& id, const std::string& firstPin,
                                     wire::Role role = wire::Role::Editor) const
    {
        return {id, "Person " + id, role, wire::sealFirstPin(key.publicKey(), firstPin)};
    }
    /// The centre's next configuration has these.
    bool take(std::vector<wire::Person> people)
    {
        const auto taken = outbox::takePeople(*m_store, people, ++m_version, clock.now());
        if (!taken) {
            qFatal("%s", taken.error().message.c_str());
        }
        return *taken;
    }

    /// The program starts again.
    void restart()
    {
        m_pins.reset();
        auto opened = open();
        if (!opened) {
            qFatal("%s", opened.error().message.c_str());
        }
        m_pins = std::move(*opened);
    }
    [[nodiscard]] core::Result<std::unique_ptr<staff::Pins>, staff::PinsFault> open()
    {
        return staff::Pins::open(database(), pepper(), m_random, clock, light);
    }
    staff::Pins& pins()
    {
        if (!m_pins) {
            restart();
        }
        return *m_pins;
    }
    staff::SignIn check(const std::string& pin) { return pins().check(pin, clock.now()); }
    /// Signs in by the first PIN and chooses.
    void choose(const std::string& firstPin, const std::string& pin)
    {
        const auto first = check(firstPin);
        if (first.outcome != staff::SignIn::Outcome::MustChoose || !pins().choose(*first.person, pin, clock.now())) {
            qFatal("can't choose: %s", first.why.c_str());
        }
    }
    /// How often `what` stands in the audit trail.
    [[nodiscard]] int audited(const std::string& what) const
    {
        int count = 0;
        const auto rows = m_store->auditRows(0, 100'000);
        for (const store::AuditRow& row : *rows) {
            count += row.what == what ? 1 : 0;
        }
        return count;
    }

    [[nodiscard]] store::Store& store() { return *m_store; }
    [[nodiscard]] std::filesystem::path database() const { return m_folder / "data" / "stand.sqlite"; }
    [[nodiscard]] std::filesystem::path pepper() const { return m_folder / "secret" / "pin-pepper"; }

    FakeClock clock;
    wire::SecretKey key = wire::SecretKey::generate();

private:
    std::filesystem::path m_folder;
    SeededRandom m_random;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<staff::Pins> m_pins;
    std::uint64_t m_version = 0;
};

} // namespace smiley::test
