// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/report/report_centre.h"

#include "sync/central/ingest.h"
#include "sync/wire/questionnaire_json.h"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace smiley::test {

namespace fs = std::filesystem;

namespace {

/// Seed: 32 times 0x01, so that signatures in golden files stay.
constexpr std::string_view goldenKey =
    "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQGKiOPddAnxlf1S2y08ul1yymcJvx2UEhvzdIgBtA9vXA";

/// Stops the test: what follows would mean nothing.
template <class Result>
auto need(Result result)
{
    if (!result) {
        throw std::runtime_error(result.error().message);
    }
    return std::move(*result);
}

std::string readFile(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in) {
        throw std::runtime_error("can't read " + file.string());
    }
    return std::move(bytes).str();
}

core::WallMs atHour(std::string_view text, int hour)
{
    return core::WallMs{core::count(core::startOf(day(text))) + std::int64_t{hour} * 3'600'000};
}

} // namespace

core::Day day(std::string_view text)
{
    const auto parsed = core::Day::parse(text);
    if (!parsed) {
        throw std::runtime_error("no day: " + std::string(text));
    }
    return *parsed;
}

Folder readFolder(const fs::path& folder)
{
    Folder files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        files.emplace(entry.path().filename().string(), readFile(entry.path()));
    }
    return files;
}

Folder readTree(const fs::path& folder)
{
    Folder files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            files.emplace(fs::relative(entry.path(), folder).string(), readFile(entry.path()));
        }
    }
    return files;
}

const std::string& Csv::at(std::size_t row, std::string_view column) const
{
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (header[i] == column) {
            return rows.at(row).at(i);
        }
    }
    throw std::runtime_error("no column " + std::string(column));
}

std::vector<std::size_t> Csv::where(const std::map<std::string, std::string>& values) const
{
    std::vector<std::size_t> found;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        bool fits = true;
        for (const auto& [column, value] : values) {
            fits = fits && at(row, column) == value;
        }
        if (fits) {
            found.push_back(row);
        }
    }
    return found;
}

std::string Csv::one(const std::map<std::string, std::string>& values, std::string_view column) const
{
    const auto found = where(values);
    return found.size() == 1 ? at(found.front(), column) : "<" + std::to_string(found.size()) + " rows>";
}

Csv parseCsv(std::string_view text)
{
    std::vector<std::vector<std::string>> lines(1);
    lines.back().emplace_back();
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string& cell = lines.back().back();
        const char c = text[i];
        if (quoted) {
            if (c != '"') {
                cell += c;
            } else if (i + 1 < text.size() && text[i + 1] == '"') {
                cell += '"';
                ++i;
            } else {
                quoted = false;
            }
        } else if (c == '"') {
            if (!cell.empty()) {
                throw std::runtime_error("a quote inside a cell");
            }
            quoted = true;
        } else if (c == ',') {
            lines.back().emplace_back();
        } else if (c == '\r') {
            if (i + 1 >= text.size() || text[i + 1] != '\n') {
                throw std::runtime_error("a lone carriage return");
            }
        } else if (c == '\n') {
            if (i == 0 || text[i - 1] != '\r') {
                throw std::runtime_error("a lone line feed");
            }
            lines.emplace_back();
            lines.back().emplace_back();
        } else {
            cell += c;
        }
    }
    if (quoted || lines.back() != std::vector<std::string>{""}) {
        throw std::runtime_error("the last line doesn't end");
    }
    lines.pop_back();
    Csv csv;
    csv.header = lines.front();
    csv.rows.assign(lines.begin() + 1, lines.end());
    for (const auto& row : csv.rows) {
        if (row.size() != csv.header.size()) {
            throw std::runtime_error("a row of another length");
        }
    }
    return csv;
}

Csv readCsv(const fs::path& file) { return parseCsv(readFile(file)); }

QuickFiles::Outcome QuickFiles::makeFolder(const fs::path& folder)
{
    fs::create_directories(folder);
    return core::Done{};
}

QuickFiles::Outcome QuickFiles::write(const fs::path& file, std::string_view bytes)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    return core::Done{};
}

QuickFiles::Outcome QuickFiles::syncFolder(const fs::path& folder)
{
    return fs::is_directory(folder) ? Outcome(core::Done{})
                                    : Outcome(core::fail(report::FileFault::Io, "no folder " + folder.string()));
}

QuickFiles::Outcome QuickFiles::rename(const fs::path& from, const fs::path& to)
{
    fs::rename(from, to);
    return core::Done{};
}

QuickFiles::Outcome QuickFiles::removeAll(const fs::path& folder)
{
    fs::remove_all(folder);
    return core::Done{};
}

ReportCentre::ReportCentre()
    : m_root(m_temporary.path().toStdString()),
      m_key(*wire::SecretKey::parse(goldenKey)),
      m_random(7)
{
    questionnaireJson =
        wire::canonicalJson(readFile(fs::path(SMILEY_SOURCE_DIR) / "tests/sync/report/data/questionnaire.json"));
    central::LedgerIdentity identity;
    identity.id = std::string(32, 'a');
    identity.name = "Prøvecentral";
    m_ledger = need(central::createSqliteLedger(m_root / "ledger.sqlite", identity));
}

void ReportCentre::addStand(const std::string& stand, const std::string& municipality, const std::string& site,
                            std::string_view enrolled)
{
    const auto municipalityId = *core::MunicipalityId::parse(municipality);
    const auto siteId = *core::SiteId::parse(site);
    need(m_ledger->ensureMunicipality({municipalityId, municipality + " Kommune"}));
    need(m_ledger->ensureSite({municipalityId, siteId, "Jobcenter " + site}));
    central::Stand added{*core::StandId::parse(stand),
                         municipalityId,
                         siteId,
                         "",
                         central::StandState::Enrolled,
                         atHour(enrolled, 7),
                         std::nullopt,
                         {},
                         {},
                         {},
                         false};
    need(m_ledger->addStand(added));
    added.enrolledAt = atHour(enrolled, 8);
    added.envelopeKey = m_key.publicKey();
    added.transportKey = m_key.publicKey();
    need(m_ledger->updateStand(added));
    m_stands[stand] = {std::string(31, '0') + std::to_string(m_stands.size() % 10), 0, std::nullopt};
}

std::vector<wire::VisitRecord> ReportCentre::visits(std::string_view text, int face, int count,
                                                    std::map<std::string, std::vector<std::string>> answers)
{
    std::vector<wire::VisitRecord> made;
    for (int i = 0; i < count; ++i) {
        made.push_back({wire::uuid4(m_random),
                        {wire::Block::Span::Hour, day(text), day(text), 10},
                        *core::faceOf(face),
                        answers,
                        "da",
                        wire::sha256(questionnaireJson),
                        core::Outcome::Count,
                        core::Reason::Ok});
    }
    return made;
}

ReportCentre::Sealed ReportCentre::seal(const std::string& stand, std::string_view firstDay, std::string_view lastDay,
                                        std::vector<wire::VisitRecord> visits)
{
    StandState& state = m_stands.at(stand);
    wire::Envelope envelope{{wire::envelopeFormat,
                             *core::StandId::parse(stand),
                             *core::Epoch::parse(state.epoch),
                             core::EnvelopeNumber{++state.number},
                             state.previous,
                             day(firstDay),
                             day(lastDay),
                             {},
                             std::nullopt,
                             false,
                             "smiley-stand 0.1.0"},
                            std::move(visits),
                            {},
                            {},
                            {},
                            {}};
    wire::TallyRecord headline{"headline", {}, {{"OK", envelope.visits.size()}}, {}, {{"1-4", 1}}, {}};
    for (const auto& visit : envelope.visits) {
        if (visit.outcome == core::Outcome::Count) {
            ++headline.faces.at(static_cast<std::size_t>(core::score(visit.face) - 1));
        }
    }
    envelope.tallies.push_back(headline);
    wire::StatusRecord status;
    for (core::Day at = day(firstDay); at <= day(lastDay); at = at.next()) {
        status.days.push_back(at);
    }
    status.clock = "anchored";
    status.deadMinutes = {{"cleaning", 10}};
    status.boots = 1;
    envelope.statuses.push_back(status);
    if (sendsQuestionnaire && state.number == 1) {
        envelope.questionnaires.push_back({wire::sha256(questionnaireJson), questionnaireJson});
    }
    amend(envelope);
    auto sealed = wire::writeEnvelope(std::move(envelope), m_key, m_random);
    state.previous = sealed.hash;
    return {stand, std::move(sealed.bytes)};
}

void ReportCentre::promise(int smallestShown)
{
    amend = [smallestShown](wire::Envelope& envelope) {
        envelope.statuses.front().smallestShown = static_cast<std::uint64_t>(smallestShown);
    };
}

void ReportCentre::arrive()
{
    central::Ingest ingest(*m_ledger, m_clock);
    while (!m_onTheWay.empty()) {
        const std::size_t count = std::min(m_onTheWay.size(), central::ingestBatchMax);
        std::vector<central::CheckedEnvelope> checked;
        for (std::size_t i = 0; i < count; ++i) {
            const auto stand = need(m_ledger->stand(*core::StandId::parse(m_onTheWay[i].stand)));
            checked.push_back(need(central::checkEnvelope(*stand, m_onTheWay[i].bytes, false)));
        }
        const auto taken = need(ingest.store(checked));
        need(ingest.read(checked, taken));
        m_onTheWay.erase(m_onTheWay.begin(), m_onTheWay.begin() + static_cast<std::ptrdiff_t>(count));
    }
}

void ReportCentre::setClock(std::string_view text, int hour)
{
    arrive();
    m_clock.setWall(atHour(text, hour));
}

report::NightlyResult ReportCentre::night(std::string_view text)
{
    setClock(text);
    return need(report::runNightly(*m_ledger, m_key, packages(), m_clock, m_files));
}

void ReportCentre::forgetManifests()
{
    SQLite::Database database((m_root / "ledger.sqlite").string(), SQLite::OPEN_READWRITE);
    database.exec("DELETE FROM manifests");
}

fs::path ReportCentre::package(const std::string& municipality, std::uint64_t night, report::PackageKind kind) const
{
    return report::packageFolder(packages(), *core::MunicipalityId::parse(municipality), night, kind);
}

Csv ReportCentre::table(const std::string& municipality, std::uint64_t night, report::PackageKind kind,
                        const std::string& name) const
{
    return readCsv(package(municipality, night, kind) / (name + ".csv"));
}

} // namespace smiley::test
