// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/sqlite_ledger.h"

#include <algorithm>
#include <map>
#include <string>

/// Tallies as rows. What only the counting policy's tally has is in `tally_measures` by name: claims.counted,
/// claims.without.1 .. 5, runs.visits, runs.without.1 …, health.days …, model.faces.1 …

namespace smiley::central {

namespace {

using Measures = std::map<std::string, double, std::less<>>;

/// Calls `each(name, number)` for every number of a part; the same for writing and reading, so that both agree.
template <class Claims, class Each>
void forClaims(Claims& claims, Each each)
{
    each("counted", claims.counted);
    each("merged", claims.merged);
    each("without", claims.facesWithout);
}
template <class Runs, class Each>
void forRuns(Runs& runs, Each each)
{
    each("visits", runs.visits);
    each("control", runs.daysUnderControl);
    each("without", runs.facesWithout);
    each("with", runs.facesWith);
}
template <class Health, class Each>
void forHealth(Health& health, Each each)
{
    each("days", health.days);
    each("presence", health.presence);
    each("doors", health.doors);
}
template <class Model, class Each>
void forModel(Model& model, Each each)
{
    each("days", model.days);
    each("draws", model.draws);
    each("visits", model.visits);
    each("faces", model.faces);
    each("variance", model.faceVariance);
    each("mean_variance", model.meanVariance);
    each("red_variance", model.redVariance);
    each("yellow_variance", model.yellowVariance);
    each("green_variance", model.greenVariance);
}

/// Writes numbers, and arrays of them with ".1" .. behind the name.
struct Writer {
    Measures& measures;
    std::string part;

    template <class Number>
    void operator()(const char* name, const Number& number) const
    {
        measures[part + "." + name] = static_cast<double>(number);
    }
    template <class Number, std::size_t Count>
    void operator()(const char* name, const std::array<Number, Count>& numbers) const
    {
        for (std::size_t i = 0; i < Count; ++i) {
            measures[part + "." + name + "." + std::to_string(i + 1)] = static_cast<double>(numbers.at(i));
        }
    }
};

struct Reader {
    const Measures& measures;
    std::string part;

    [[nodiscard]] bool isThere() const
    {
        const auto first = measures.lower_bound(part + ".");
        return first != measures.end() && first->first.starts_with(part + ".");
    }
    template <class Number>
    void operator()(const char* name, Number& number) const
    {
        const auto found = measures.find(part + "." + name);
        number = found == measures.end() ? Number{} : static_cast<Number>(found->second);
    }
    template <class Number, std::size_t Count>
    void operator()(const char* name, std::array<Number, Count>& numbers) const
    {
        for (std::size_t i = 0; i < Count; ++i) {
            (*this)((std::string(name) + "." + std::to_string(i + 1)).c_str(), numbers.at(i));
        }
    }
};

Measures measuresOf(const wire::TallyRecord& tally)
{
    Measures measures;
    if (tally.claims) {
        forClaims(*tally.claims, Writer{measures, "claims"});
    }
    if (tally.runs) {
        forRuns(*tally.runs, Writer{measures, "runs"});
    }
    if (tally.health) {
        forHealth(*tally.health, Writer{measures, "health"});
    }
    if (tally.model) {
        forModel(*tally.model, Writer{measures, "model"});
    }
    return measures;
}

void readMeasures(const Measures& measures, wire::TallyRecord& tally)
{
    if (const Reader reader{measures, "claims"}; reader.isThere()) {
        forClaims(tally.claims.emplace(), reader);
    }
    if (const Reader reader{measures, "runs"}; reader.isThere()) {
        forRuns(tally.runs.emplace(), reader);
    }
    if (const Reader reader{measures, "health"}; reader.isThere()) {
        forHealth(tally.health.emplace(), reader);
    }
    if (const Reader reader{measures, "model"}; reader.isThere()) {
        forModel(tally.model.emplace(), reader);
    }
}

} // namespace

void SqliteLedger::writeTallies(std::int64_t envelope, const std::vector<wire::TallyRecord>& tallies)
{
    auto insertTally = m_sql("INSERT INTO tallies VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    auto insertCount = m_sql("INSERT INTO tally_counts VALUES (?, ?, ?, ?, ?)");
    auto insertPolicy = m_sql("INSERT INTO tally_policies VALUES (?, ?, ?)");
    auto insertMeasure = m_sql("INSERT INTO tally_measures VALUES (?, ?, ?, ?)");
    std::int64_t ordinal = 0;
    for (const auto& tally : tallies) {
        const auto& faces = tally.faces;
        insertTally.bind(envelope, ordinal, tally.policy, faces[0], faces[1], faces[2], faces[3], faces[4]).run();
        const auto insertCounts = [&](const char* kind, const std::map<std::string, std::uint64_t>& counts) {
            for (const auto& [key, count] : counts) {
                insertCount.bind(envelope, ordinal, kind, key, count).run();
            }
        };
        insertCounts("reason", tally.reasons);
        insertCounts("input", tally.inputs);
        insertCounts("correction", tally.corrections);
        insertCounts("withdrawal", tally.withdrawals);
        if (tally.hash) {
            insertPolicy.bind(envelope, ordinal, *tally.hash).run();
        }
        for (const auto& [name, value] : measuresOf(tally)) {
            insertMeasure.bind(envelope, ordinal, name, value).run();
        }
        ++ordinal;
    }
}

void SqliteLedger::readTallies(std::int64_t envelope, std::vector<wire::TallyRecord>& tallies)
{
    auto query = m_sql("SELECT policy, face1, face2, face3, face4, face5 FROM tallies WHERE envelope = ? "
                       "ORDER BY ordinal");
    query.bind(envelope);
    while (query.step()) {
        wire::TallyRecord tally;
        tally.policy = query.text(0);
        for (int face = 0; face < 5; ++face) {
            tally.faces[static_cast<std::size_t>(face)] = static_cast<std::uint32_t>(query.integer(face + 1));
        }
        tallies.push_back(std::move(tally));
    }
    auto counts =
        m_sql("SELECT tally, kind, key, count FROM tally_counts WHERE envelope = ? ORDER BY tally, kind, key");
    counts.bind(envelope);
    while (counts.step()) {
        auto& tally = tallies[counts.natural(0)];
        const std::string kind = counts.text(1);
        auto& map = kind == "reason"       ? tally.reasons
                    : kind == "input"      ? tally.inputs
                    : kind == "correction" ? tally.corrections
                                           : tally.withdrawals;
        map.emplace(counts.text(2), counts.natural(3));
    }
    auto policies = m_sql("SELECT tally, hash FROM tally_policies WHERE envelope = ?");
    policies.bind(envelope);
    while (policies.step()) {
        tallies[policies.natural(0)].hash = policies.id<core::Hash>(1);
    }
    std::map<std::uint64_t, Measures> measures;
    auto rows = m_sql("SELECT tally, name, value FROM tally_measures WHERE envelope = ?");
    rows.bind(envelope);
    while (rows.step()) {
        measures[rows.natural(0)].emplace(rows.text(1), rows.real(2));
    }
    for (const auto& [tally, values] : measures) {
        readMeasures(values, tallies[tally]);
    }
}

} // namespace smiley::central
