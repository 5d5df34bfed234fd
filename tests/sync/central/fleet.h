// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/administration.h"
#include "sync/central/data_folder.h"
#include "sync/central/ingest.h"
#include "sync/central/ledger.h"
#include "sync/wire/envelope.h"
#include "sync/wire/keys.h"
#include "sync/wire/messages.h"
#include "tests/support/fakes.h"

#include <QTemporaryDir>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

/// A centre in a temporary folder, and stands that write true envelopes.

namespace smiley::test {

/// The value, or the end of the test program with the failure's message.
template <class T, class Code>
T must(core::Result<T, Code> result)
{
    if (!result) {
        qFatal("%s", result.error().message.c_str());
    }
    return std::move(*result);
}

inline core::Day dayAt(std::string_view text) { return *core::Day::parse(text); }

/// The stand's side: keys, epoch, and the chain so far.
struct FakeStand {
    core::StandId id;
    wire::SecretKey envelopeKey;
    wire::SecretKey transportKey;
    core::Epoch epoch;
    std::uint64_t number = 1; ///< of the next envelope
    std::optional<core::Hash> previous;
    core::Day day = dayAt("2026-11-02");
    bool example = false;
};

/// The hash of the shipped questionnaire "smiley".
core::Hash smileyQuestionnaire();

/// One day's envelope of `visits` visits with answers, right in every respect.
wire::Envelope dayEnvelope(const FakeStand& stand, int visits, core::Random& random);
/// Seals it with the stand's key; the stand's chain goes on.
wire::SealedBytes seal(FakeStand& stand, wire::Envelope envelope, core::Random& random);

class Fleet {
public:
    enum class Kind : std::uint8_t { Real, Example };
    explicit Fleet(Kind kind = Kind::Real);

    [[nodiscard]] central::DataFolder folder() const;
    [[nodiscard]] std::filesystem::path path(const char* name) const;
    central::Ledger& ledger() { return *m_ledger; }
    /// Gives the ledger away, as to a server's thread.
    std::unique_ptr<central::Ledger> takeLedger() { return std::move(m_ledger); }
    /// Opens it again, as after a restart.
    void reopen();

    /// A stand that is added, with its code.
    central::GivenCode addStand(const char* name, const char* municipality = "fjordby", const char* site = "jobcenter");
    /// Keys and epoch of a new device; nothing is known of it yet.
    FakeStand device(const char* name);
    std::string enrolmentRequest(const FakeStand& device, const std::string& code);
    /// Added and enrolled.
    FakeStand enrolled(const char* name, const char* municipality = "fjordby");

    wire::SealedBytes nextDay(FakeStand& stand, int visits = 7);
    /// What the centre says to these bytes; checked, stored and read.
    central::TakenEnvelope ingest(const FakeStand& stand, const std::string& bytes);
    central::CheckedEnvelope check(const FakeStand& stand, const std::string& bytes);

    FakeClock clock;
    SeededRandom random;
    wire::SecretKey key;

private:
    QTemporaryDir m_dir;
    std::unique_ptr<central::Ledger> m_ledger;
};

} // namespace smiley::test
