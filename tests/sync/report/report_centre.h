// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/ledger.h"
#include "sync/report/nightly.h"
#include "sync/wire/envelope.h"
#include "tests/support/fakes.h"

#include <QTemporaryDir>

#include <array>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// A centre with a real ledger in a temporary folder, and stands whose envelopes go through the real ingest. The same
/// calls give the same bytes: keys, ids and randomness are fixed.

namespace smiley::test {

[[nodiscard]] core::Day day(std::string_view text);

/// Files of a folder by name.
using Folder = std::map<std::string, std::string>;
[[nodiscard]] Folder readFolder(const std::filesystem::path& folder);
/// All files below, by relative path.
[[nodiscard]] Folder readTree(const std::filesystem::path& folder);

/// A CSV file of a package.
struct Csv {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
    [[nodiscard]] const std::string& at(std::size_t row, std::string_view column) const;
    /// Rows in which every named column has its value.
    [[nodiscard]] std::vector<std::size_t> where(const std::map<std::string, std::string>& values) const;
    /// The column of the one row that fits; "<n rows>" where it isn't one.
    [[nodiscard]] std::string one(const std::map<std::string, std::string>& values, std::string_view column) const;
};
/// Reads RFC 4180; throws std::runtime_error where it isn't.
[[nodiscard]] Csv parseCsv(std::string_view text);
[[nodiscard]] Csv readCsv(const std::filesystem::path& file);

/// A disk without fsync: for tests of what is written, not of how.
class QuickFiles : public report::Files {
public:
    using Outcome = core::Result<core::Done, report::FileFault>;
    Outcome makeFolder(const std::filesystem::path& folder) override;
    Outcome write(const std::filesystem::path& file, std::string_view bytes) override;
    Outcome syncFolder(const std::filesystem::path& folder) override;
    Outcome rename(const std::filesystem::path& from, const std::filesystem::path& to) override;
    Outcome removeAll(const std::filesystem::path& folder) override;
};

class ReportCentre {
public:
    ReportCentre();

    /// Adds a stand that is enrolled at 08:00 of the day.
    void addStand(const std::string& stand, const std::string& municipality, const std::string& site,
                  std::string_view enrolled);

    /// `count` visits with this face and their poll, in one block of that day.
    [[nodiscard]] std::vector<wire::VisitRecord> visits(std::string_view day, int face, int count,
                                                        std::map<std::string, std::vector<std::string>> answers = {});

    struct Sealed {
        std::string stand;
        std::string bytes;
    };
    /// Seals the next envelope of the stand: those days, those visits; with its questionnaire the first time.
    [[nodiscard]] Sealed seal(const std::string& stand, std::string_view firstDay, std::string_view lastDay,
                              std::vector<wire::VisitRecord> visits);
    /// It reaches the centre, with all others that reach it before the clock is set next.
    void deliver(Sealed envelope) { m_onTheWay.push_back(std::move(envelope)); }
    void send(const std::string& stand, std::string_view day, std::vector<wire::VisitRecord> visits)
    {
        deliver(seal(stand, day, day, std::move(visits)));
    }

    /// Sets the clock to 02:00 of the day and runs the night, without fsync. Throws where it fails.
    report::NightlyResult night(std::string_view day);
    /// What is on the way arrives; then time passes.
    void setClock(std::string_view day, int hour = 2);

    [[nodiscard]] std::filesystem::path packages() const { return m_root / "packages"; }
    [[nodiscard]] std::filesystem::path package(const std::string& municipality, std::uint64_t night,
                                                report::PackageKind kind) const;
    [[nodiscard]] Csv table(const std::string& municipality, std::uint64_t night, report::PackageKind kind,
                            const std::string& name) const;

    /// The ledger forgets that packages were made, as if the run had crashed before it noted them.
    void forgetManifests();

    [[nodiscard]] central::Ledger& ledger() { return *m_ledger; }
    [[nodiscard]] const wire::SecretKey& key() const { return m_key; }
    [[nodiscard]] FakeClock& clock() { return m_clock; }
    /// What the stands tell their visitors from now on: figures are shown from so many answers.
    void promise(int smallestShown);
    /// Changes an envelope before it is sealed.
    std::function<void(wire::Envelope&)> amend = [](wire::Envelope&) {};
    /// Puts the questionnaire into the first envelope of each stand. Off: nobody knows it.
    bool sendsQuestionnaire = true;
    /// Of every visit. At first data/questionnaire.json: the faces, A1 (degree) and F1 (reasons).
    std::string questionnaireJson;

private:
    void arrive();

    struct StandState {
        std::string epoch;
        std::uint64_t number = 0;
        std::optional<core::Hash> previous;
    };

    QTemporaryDir m_temporary;
    std::filesystem::path m_root;
    wire::SecretKey m_key;
    SeededRandom m_random;
    FakeClock m_clock;
    QuickFiles m_files;
    std::unique_ptr<central::Ledger> m_ledger;
    std::map<std::string, StandState> m_stands;
    std::vector<Sealed> m_onTheWay;
};

} // namespace smiley::test
