// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/rows.h"

#include "sync/report/completeness.h"
#include "sync/report/figures.h"
#include "sync/report/quality.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdio>
#include <map>
#include <set>
#include <tuple>

namespace smiley::report {

namespace {

std::string_view spanText(wire::Block::Span span)
{
    switch (span) {
    case wire::Block::Span::Hour: return "hour";
    case wire::Block::Span::HalfDay: return "half-day";
    case wire::Block::Span::Day: return "day";
    case wire::Block::Span::Days: return "days";
    }
    assert(false);
    return {};
}

std::string_view kindText(core::QuestionKind kind)
{
    switch (kind) {
    case core::QuestionKind::Faces: return "faces";
    case core::QuestionKind::Degree: return "degree";
    case core::QuestionKind::Choice: return "choice";
    case core::QuestionKind::Choices: return "choices";
    case core::QuestionKind::Comment: return "comment";
    }
    assert(false);
    return {};
}

std::string_view ownershipText(core::Ownership ownership)
{
    switch (ownership) {
    case core::Ownership::Core: return "core";
    case core::Ownership::Mandatory: return "mandatory";
    case core::Ownership::Local: return "local";
    }
    assert(false);
    return {};
}

std::string textIn(const core::Text& text, const std::string& language)
{
    const auto found = text.find(language);
    return found == text.end() ? "" : found->second;
}

std::string numberText(const central::EnvelopeRow& row) { return std::to_string(core::number(row.number)); }

Table visitsTable()
{
    Table table;
    table.name = "visits";
    table.description =
        "One visit a row: one answer by the counting policy of the stand. No exact time: the block is the "
        "hour where at least five visits share it, else the smallest of half-day, day, days.";
    table.primaryKey = {"visit"};
    table.fields = {
        {"stand", FieldType::String, "stand"},
        {"site", FieldType::String, "site of the stand"},
        {"epoch", FieldType::String, "epoch of the stand's journal"},
        {"envelope", FieldType::Integer, "number of the envelope within the epoch"},
        {"visit", FieldType::String, "random id (UUID version 4)"},
        {"first_day", FieldType::Date, "first day of the block, Europe/Copenhagen"},
        {"last_day", FieldType::Date, "last day of the block"},
        {"span", FieldType::String, "hour, half-day, day or days"},
        {"hour", FieldType::Integer, "the hour 0..23; half-day: 0 or 12; else empty"},
        {"face", FieldType::Integer, "1 (very bad) .. 5 (very good)"},
        {"language", FieldType::String, "language of the screen (BCP 47); other: shared by fewer than five visits"},
        {"questionnaire", FieldType::String, "SHA-256 of the questionnaire, see questions"},
        {"verdict", FieldType::String, "count or excluded"},
        {"reason", FieldType::String, "reason code of the verdict"},
    };
    return table;
}

Table answersTable()
{
    Table table;
    table.name = "answers";
    table.description = "One chosen option a row: the poll after the face.";
    table.fields = {
        {"visit", FieldType::String, "visit, see visits"},
        {"question", FieldType::String, "question, see questions"},
        {"asked", FieldType::Boolean, "false: it has no text in the visitor's language"},
        {"option", FieldType::String,
         "option, see questions; dk: don't know or not relevant; other: shared by fewer than five visits"},
    };
    return table;
}

Table talliesTable()
{
    Table table;
    table.name = "tallies";
    table.description =
        "Totals of whole envelopes: answers by face under each counting policy, and what the stand counted.";
    table.fields = {
        {"stand", FieldType::String, "stand"},
        {"epoch", FieldType::String, "epoch of the stand's journal"},
        {"envelope", FieldType::Integer, "number of the envelope within the epoch"},
        {"first_day", FieldType::Date, "first day of the envelope"},
        {"last_day", FieldType::Date, "last day of the envelope"},
        {"policy", FieldType::String, "counting policy; empty: not of a policy"},
        {"kind", FieldType::String,
         "face, reason, input, correction, withdrawal, claims, face-without-claims, runs, face-without-runs, "
         "face-with-runs, health, dead-minutes, passages, boots, unread"},
        {"key", FieldType::String, "face 1..5; reason code; touch, keys, speech; correction from-to; …"},
        {"value", FieldType::Integer, "count"},
    };
    return table;
}

/// What only the counting policy's tally has.
template <class Add>
void addMore(const wire::TallyRecord& tally, Add add)
{
    const auto addFaces = [&](const char* kind, const core::FaceCounts& faces) {
        for (std::size_t face = 0; face < faces.size(); ++face) {
            add(tally.policy, kind, std::to_string(face + 1), faces.at(face));
        }
    };
    if (const auto& claims = tally.claims) {
        add(tally.policy, "claims", "counted", claims->counted);
        add(tally.policy, "claims", "merged", claims->merged);
        addFaces("face-without-claims", claims->facesWithout);
    }
    if (const auto& runs = tally.runs) {
        add(tally.policy, "runs", "visits", runs->visits);
        add(tally.policy, "runs", "days-under-control", runs->daysUnderControl);
        addFaces("face-without-runs", runs->facesWithout);
        addFaces("face-with-runs", runs->facesWith);
    }
    if (const auto& health = tally.health) {
        add(tally.policy, "health", "days", health->days);
        add(tally.policy, "health", "presence", health->presence);
        add(tally.policy, "health", "doors", health->doors);
    }
}

Table typedCountsTable()
{
    Table table;
    table.name = "typed_counts";
    table.description =
        "What staff typed at the stand for a day, never counted by a sensor and never mixed with passages: the latest "
        "of "
        "each day and thing that came in this night. The same comes again in later nights, where it may be corrected.";
    table.fields = {
        {"stand", FieldType::String, "stand"},
        {"day", FieldType::Date, "day that it is of"},
        {"what", FieldType::String, "door: people through the door; appointments: appointments of the day"},
        {"count", FieldType::Integer, "as it was typed"},
        {"source", FieldType::String, "typed"},
    };
    return table;
}

/// By stand, day and thing: the number, of the latest envelope.
using TypedCounts = std::map<std::tuple<core::StandId, core::Day, std::string>, std::uint64_t>;

/// Envelopes of a stand come by first day, epoch and number, so a later one takes the place of what was before.
void addTyped(TypedCounts& counts, const central::EnvelopeRow& row, const central::EnvelopeContent& content)
{
    for (const wire::TypedCountRecord& typed : content.typedCounts) {
        counts[{row.stand, typed.day, typed.what}] = typed.count;
    }
}

Table countingTable()
{
    Table table;
    table.name = "counting";
    table.description =
        "The counting policies of an envelope, how unsure the counting itself is (the model's variances "
        "between its draws: B; (1 + 1/draws) of them adds to an interval's variance), and what its visitors were "
        "promised.";
    table.fields = {
        {"stand", FieldType::String, "stand"},
        {"epoch", FieldType::String, "epoch of the stand's journal"},
        {"envelope", FieldType::Integer, "number of the envelope within the epoch"},
        {"policy", FieldType::String, "counting policy, see tallies; headline: what the visits were counted by"},
        {"policy_hash", FieldType::String, "SHA-256 of its document; empty: of an older stand"},
        {"model_days", FieldType::Integer, "days that the model went through; empty: none"},
        {"model_draws", FieldType::Integer, "draws of each day"},
        {"model_visits", FieldType::Number, "visits by the model"},
        {"mean_variance", FieldType::Number, "variance between draws, of the mean"},
        {"red_variance", FieldType::Number, "of the share of 1-2"},
        {"yellow_variance", FieldType::Number, "of the share of 3"},
        {"green_variance", FieldType::Number, "of the share of 4-5"},
        {"smallest_shown", FieldType::Integer,
         "no figure of fewer answers may be passed on, if one of them is from this envelope: so its visitors were "
         "told"},
    };
    return table;
}

/// Six digits are enough for a variance.
std::string measure(double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.6g", value);
    return text.data();
}

void addCounting(Table& table, const central::EnvelopeRow& row, const central::EnvelopeContent& content)
{
    const std::string promise = std::to_string(promiseOf(content));
    for (const wire::TallyRecord& tally : content.tallies) { // sorted by addEnvelope
        std::vector<std::string> cells{row.stand.text(), row.epoch.text(), numberText(row), tally.policy,
                                       tally.hash ? tally.hash->text() : ""};
        if (const auto& model = tally.model) {
            cells.insert(cells.end(),
                         {std::to_string(model->days), std::to_string(model->draws), measure(model->visits),
                          measure(model->meanVariance), measure(model->redVariance), measure(model->yellowVariance),
                          measure(model->greenVariance)});
        } else {
            cells.resize(table.fields.size() - 1);
        }
        cells.push_back(promise);
        table.rows.push_back(std::move(cells));
    }
}

/// Adds the rows of one envelope to visits, answers and tallies; sorts its records.
void addEnvelope(Table& visits, Table& answers, Table& tallies, const central::Stand& stand,
                 const central::EnvelopeRow& row, central::EnvelopeContent& content)
{
    std::sort(content.visits.begin(), content.visits.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    for (const wire::VisitRecord& visit : content.visits) {
        const bool hour = visit.block.span == wire::Block::Span::Hour || visit.block.span == wire::Block::Span::HalfDay;
        visits.rows.push_back({
            stand.id.text(),
            stand.site.text(),
            row.epoch.text(),
            numberText(row),
            visit.id,
            visit.block.firstDay.text(),
            visit.block.lastDay.text(),
            std::string(spanText(visit.block.span)),
            hour ? std::to_string(visit.block.hour) : "",
            std::to_string(core::score(visit.face)),
            visit.language,
            visit.questionnaire.text(),
            std::string(core::code(visit.outcome)),
            std::string(core::code(visit.reason)),
        });
        for (const auto& [question, options] : visit.answers) {
            if (options.empty()) {
                answers.rows.push_back({visit.id, question, "false", ""});
            }
            for (const std::string& option : options) {
                answers.rows.push_back({visit.id, question, "true", option});
            }
        }
    }

    const auto add = [&](const std::string& policy, const char* kind, const std::string& key, std::uint64_t value) {
        tallies.rows.push_back({stand.id.text(), row.epoch.text(), numberText(row), row.firstDay.text(),
                                row.lastDay.text(), policy, kind, key, std::to_string(value)});
    };
    const auto addAll = [&](const std::string& policy, const char* kind,
                            const std::map<std::string, std::uint64_t>& counts) {
        for (const auto& [key, value] : counts) {
            add(policy, kind, key, value);
        }
    };
    std::stable_sort(content.tallies.begin(), content.tallies.end(),
                     [](const auto& a, const auto& b) { return a.policy < b.policy; });
    for (const wire::TallyRecord& tally : content.tallies) {
        for (std::size_t face = 0; face < tally.faces.size(); ++face) {
            add(tally.policy, "face", std::to_string(face + 1), tally.faces[face]);
        }
        addAll(tally.policy, "reason", tally.reasons);
        addAll(tally.policy, "input", tally.inputs);
        addAll(tally.policy, "correction", tally.corrections);
        addAll(tally.policy, "withdrawal", tally.withdrawals);
        addMore(tally, add);
    }
    for (const wire::StatusRecord& status : content.statuses) {
        addAll("", "dead-minutes", status.deadMinutes);
        if (status.passages) {
            add("", "passages", "", *status.passages);
        }
        add("", "boots", "", status.boots);
    }
    addAll("", "unread", content.unknownKinds);
    if (!content.faults.empty()) {
        add("", "unread", "faulty", content.faults.size());
    }
}

Table questionsTable(const KnownQuestionnaires& questionnaires)
{
    Table table;
    table.name = "questions";
    table.description = "The questions of every questionnaire that a visit of this package names, one option a row. A "
                        "version that nobody has sent yet stands alone in its row.";
    table.fields = {
        {"questionnaire", FieldType::String, "SHA-256 of its canonical JSON"},
        {"id", FieldType::String, "id of the questionnaire, the same over versions"},
        {"version", FieldType::Integer, "version"},
        {"position", FieldType::Integer, "place of the question, 1 is the core question"},
        {"question", FieldType::String, "id of the question"},
        {"kind", FieldType::String, "faces, degree, choice, choices or comment"},
        {"theme", FieldType::String, "theme"},
        {"ownership", FieldType::String, "core, mandatory or local"},
        {"question_da", FieldType::String, "wording in Danish"},
        {"question_en", FieldType::String, "wording in English"},
        {"option", FieldType::String, "id of the option; empty: none"},
        {"option_da", FieldType::String, "option in Danish"},
        {"option_en", FieldType::String, "option in English"},
    };
    for (const auto& [hash, questionnaire] : questionnaires.all()) {
        if (!questionnaire) {
            table.rows.push_back({hash.text(), "", "", "", "", "", "", "", "", "", "", "", ""});
            continue;
        }
        int position = 0;
        for (const core::Question& question : questionnaire->questions) {
            std::vector<std::string> row{
                hash.text(),
                questionnaire->id,
                std::to_string(questionnaire->version),
                std::to_string(++position),
                question.id.text(),
                std::string(kindText(question.kind)),
                question.theme,
                std::string(ownershipText(question.ownership)),
                textIn(question.text, "da"),
                textIn(question.text, "en"),
                "",
                "",
                "",
            };
            if (question.options.empty()) {
                table.rows.push_back(row);
            }
            for (const core::Option& option : question.options) {
                row[10] = option.id.text();
                row[11] = textIn(option.text, "da");
                row[12] = textIn(option.text, "en");
                table.rows.push_back(row);
            }
        }
    }
    return table;
}

/// "3 7-9" for 3, 7, 8, 9.
std::string ranges(const std::vector<std::uint64_t>& numbers)
{
    std::string text;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) {
            ++last;
        }
        text += (text.empty() ? "" : " ") + std::to_string(numbers[i]);
        if (last > i) {
            text += "-" + std::to_string(numbers[last]);
        }
        i = last + 1;
    }
    return text;
}

Table standsTable(const NightView& view)
{
    Table table;
    table.name = "stands";
    table.description = "The stands of the municipality, one epoch a row; a stand that has sent nothing has one row.";
    table.fields = {
        {"stand", FieldType::String, "stand"},
        {"site", FieldType::String, "site"},
        {"site_name", FieldType::String, "name of the site"},
        {"door", FieldType::String, "door; empty: the site's only one"},
        {"enrolled", FieldType::Date, "day of its enrolment; empty: not yet"},
        {"epoch", FieldType::String, "epoch of its journal"},
        {"envelopes", FieldType::Integer, "envelopes of the epoch received up to this night"},
        {"highest", FieldType::Integer, "highest number received"},
        {"numbers_missing", FieldType::String, "numbers below the highest that haven't come, as 3 7-9"},
        {"hashes_follow", FieldType::Boolean, "each envelope names the hash of the one before"},
    };
    for (const central::Stand& stand : view.stands) {
        const auto site = std::find_if(view.sites.begin(), view.sites.end(),
                                       [&](const central::Site& other) { return other.id == stand.site; });
        const auto enrolled = expectedFrom(stand, view.night.stampedAt);
        std::vector<std::string> row{stand.id.text(),
                                     stand.site.text(),
                                     site == view.sites.end() ? "" : site->name,
                                     stand.door,
                                     enrolled ? enrolled->text() : "",
                                     "",
                                     "0",
                                     "",
                                     "",
                                     ""};
        const auto chains = chainsOf(view, stand.id);
        if (chains.empty()) {
            table.rows.push_back(row);
        }
        for (const auto& [epoch, chain] : chains) {
            row[5] = epoch.text();
            row[6] = std::to_string(chain.received);
            row[7] = std::to_string(chain.highest);
            row[8] = ranges(chain.missing);
            row[9] = chain.hashesFollow ? "true" : "false";
            table.rows.push_back(row);
        }
    }
    return table;
}

std::string readme(const NightView& view)
{
    return "# Visits of " + view.municipality.name + ", night " + std::to_string(view.night.number) + "\n\n" +
           (view.identity.example ? "EXAMPLE DATA: nobody gave these answers.\n\n" : "") +
           "Microdata, only for this municipality's analysts; keep it as personal data. Each visit is in exactly one "
           "night's package: the one in which its envelope came. So a late day is in a later night; `completeness` "
           "says "
           "what has come so far.\n\n"
           "A visit has no exact time and no order. `verdict` is `count` or `excluded`, `reason` says why; count only "
           "`count`. Answers belong to visits by `visit`, wordings to answers by `questionnaire` and `question`.\n\n"
           "Visitors were told from how many answers on figures are shown: `smallest_shown` in `counting`, by stand, "
           "epoch and envelope. No figure under this number may be passed on; where answers of several envelopes are "
           "in a figure, the largest counts, and never less than 10.\n\n"
           "Cells that a spreadsheet might take for a formula begin with '. Check the package with "
           "`smiley-central verify <folder>`.\n";
}

} // namespace

central::Kept<DataPackage> rowsPackage(central::Ledger& ledger, const NightView& view)
{
    Table visits = visitsTable();
    Table answers = answersTable();
    Table tallies = talliesTable();
    Table counting = countingTable();
    TypedCounts typed;
    KnownQuestionnaires questionnaires(ledger);
    for (const central::EnvelopeRow& row : view.envelopes) {
        const central::Stand* stand = view.stand(row.stand);
        if (row.night != view.night.number || stand == nullptr) {
            continue;
        }
        auto content = ledger.content(row.id);
        if (!content) {
            return content.error();
        }
        if (auto noted = questionnaires.note(row, *content); !noted) {
            return noted.error();
        }
        addEnvelope(visits, answers, tallies, *stand, row, *content);
        addCounting(counting, row, *content);
        addTyped(typed, row, *content);
    }
    auto quality = qualityTable(ledger, view);
    if (!quality) {
        return quality.error();
    }
    Table typedCounts = typedCountsTable();
    for (const auto& [key, count] : typed) {
        const auto& [stand, day, what] = key;
        typedCounts.rows.push_back({stand.text(), day.text(), what, std::to_string(count), "typed"});
    }
    DataPackage package;
    package.name = "smileystand-rows-" + view.municipality.id.text() + "-" + std::to_string(view.night.number);
    package.title = "Visits, " + view.municipality.name + ", night " + std::to_string(view.night.number);
    package.description =
        std::string(view.identity.example ? "EXAMPLE DATA. " : "") +
        "Visits, answers and tallies that came in this night; microdata for the municipality's analysts.";
    package.created = utcText(view.night.stampedAt);
    package.readme = readme(view);
    package.tables = {std::move(visits),       std::move(answers),  questionsTable(questionnaires),
                      standsTable(view),       std::move(tallies),  std::move(counting),
                      completenessTable(view), std::move(*quality), std::move(typedCounts)};
    return package;
}

} // namespace smiley::report
