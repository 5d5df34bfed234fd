// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/envelope.h"
#include "sync/wire/envelope_frame.h"
#include "sync/wire/envelope_lines.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace smiley::wire {

namespace json = boost::json;

namespace {

json::object countsOf(const std::map<std::string, std::uint64_t>& counts)
{
    json::object object;
    for (const auto& [name, count] : counts) {
        object[name] = count;
    }
    return object;
}

std::string lineOf(const EnvelopeHeader& header)
{
    json::object line;
    line["kind"] = headerKind;
    line["format"] = header.format;
    line["stand"] = header.stand.text();
    line["epoch"] = header.epoch.text();
    line["number"] = core::number(header.number);
    line["previous"] = header.previous ? json::value(header.previous->text()) : json::value(nullptr);
    line["first_day"] = header.firstDay.text();
    line["last_day"] = header.lastDay.text();
    line["counts"] = countsOf(header.counts);
    line["audit_head"] = header.auditHead ? json::value(header.auditHead->text()) : json::value(nullptr);
    if (header.auditRows > 0) {
        line["audit_rows"] = header.auditRows;
    }
    if (header.example) {
        line["example"] = true;
    }
    line["program"] = header.program;
    return json::serialize(line);
}

json::object blockOf(const Block& block)
{
    json::object object;
    object["span"] = spanNames.at(static_cast<std::size_t>(block.span));
    switch (block.span) {
    case Block::Span::Hour:
    case Block::Span::HalfDay:
        object["day"] = block.firstDay.text();
        object["hour"] = block.hour;
        return object;
    case Block::Span::Day: object["day"] = block.firstDay.text(); return object;
    case Block::Span::Days:
        object["first"] = block.firstDay.text();
        object["last"] = block.lastDay.text();
        return object;
    }
    std::abort();
}

std::string lineOf(const VisitRecord& visit)
{
    json::object answers;
    for (const auto& [question, options] : visit.answers) {
        answers[question] = json::array(options.begin(), options.end());
    }
    json::object line;
    line["kind"] = visitKind;
    line["id"] = visit.id;
    line["block"] = blockOf(visit.block);
    line["face"] = core::score(visit.face);
    line["answers"] = std::move(answers);
    line["language"] = visit.language;
    line["questionnaire"] = visit.questionnaire.text();
    line["verdict"] = core::code(visit.outcome);
    line["reason"] = core::code(visit.reason);
    return json::serialize(line);
}

std::string lineOf(const CommentRecord& comment)
{
    json::object line;
    line["kind"] = commentKind;
    line["id"] = comment.id;
    line["first_day"] = comment.firstDay.text();
    line["last_day"] = comment.lastDay.text();
    line["question"] = comment.question;
    if (comment.faces) {
        line["faces"] = core::faceGroupNames.at(static_cast<std::size_t>(*comment.faces));
    }
    line["key"] = comment.key;
    line["sealed"] = toBase64Url(comment.sealed);
    return json::serialize(line);
}

std::string lineOf(const TallyRecord& tally)
{
    json::object line;
    line["kind"] = tallyKind;
    line["policy"] = tally.policy;
    line["faces"] = json::array(tally.faces.begin(), tally.faces.end());
    const std::array<std::pair<const char*, const std::map<std::string, std::uint64_t>*>, 4> groups{
        {{"reasons", &tally.reasons},
         {"inputs", &tally.inputs},
         {"corrections", &tally.corrections},
         {"withdrawals", &tally.withdrawals}}};
    for (const auto& [name, counts] : groups) {
        if (!counts->empty()) {
            line[name] = countsOf(*counts);
        }
    }
    if (tally.hash) {
        line["hash"] = tally.hash->text();
    }
    if (const auto& claims = tally.claims) {
        line["claims"] = {{"counted", claims->counted},
                          {"merged", claims->merged},
                          {"faces_without", json::array(claims->facesWithout.begin(), claims->facesWithout.end())}};
    }
    if (const auto& runs = tally.runs) {
        line["runs"] = {{"visits", runs->visits},
                        {"days_under_control", runs->daysUnderControl},
                        {"faces_without", json::array(runs->facesWithout.begin(), runs->facesWithout.end())},
                        {"faces_with", json::array(runs->facesWith.begin(), runs->facesWith.end())}};
    }
    if (const auto& health = tally.health) {
        line["health"] = {{"days", health->days}, {"presence", health->presence}, {"doors", health->doors}};
    }
    if (const auto& model = tally.model) {
        line["model"] = {{"days", model->days},
                         {"draws", model->draws},
                         {"visits", model->visits},
                         {"faces", json::array(model->faces.begin(), model->faces.end())},
                         {"face_variance", json::array(model->faceVariance.begin(), model->faceVariance.end())},
                         {"mean_variance", model->meanVariance},
                         {"red_variance", model->redVariance},
                         {"yellow_variance", model->yellowVariance},
                         {"green_variance", model->greenVariance}};
    }
    return json::serialize(line);
}

std::string lineOf(const QuestionnaireRecord& questionnaire)
{
    json::object line;
    line["kind"] = questionnaireKind;
    line["hash"] = questionnaire.hash.text();
    line["json"] = questionnaire.json;
    return json::serialize(line);
}

std::string lineOf(const PolicyRecord& policy)
{
    json::object line;
    line["kind"] = policyKind;
    line["hash"] = policy.hash.text();
    line["json"] = policy.json;
    return json::serialize(line);
}

std::string lineOf(const StatusRecord& status)
{
    json::array days;
    for (const core::Day day : status.days) {
        days.emplace_back(day.text());
    }
    json::object line;
    line["kind"] = statusKind;
    line["days"] = std::move(days);
    line["dead_minutes"] = countsOf(status.deadMinutes);
    if (status.passages) {
        line["passages"] = *status.passages;
    }
    line["clock"] = status.clock;
    line["boots"] = status.boots;
    if (status.newest) {
        line["configuration_version"] = status.newest->configuration;
        line["local_version"] = status.newest->local;
        if (status.newest->questionnaire) {
            line["questionnaire"] = status.newest->questionnaire->text();
        }
    }
    if (status.smallestShown > core::showFrom) {
        line["smallest_shown"] = status.smallestShown;
    }
    return json::serialize(line);
}

std::string lineOf(const AuditRecord& row)
{
    json::object line;
    line["kind"] = auditKind;
    line["number"] = row.number;
    line["hour"] = row.hour;
    line["who"] = row.who;
    line["what"] = row.what;
    line["detail"] = row.detail;
    line["hash"] = row.hash.text();
    return json::serialize(line);
}

std::string lineOf(const TypedCountRecord& typed)
{
    json::object line;
    line["kind"] = typedCountKind;
    line["day"] = typed.day.text();
    line["what"] = typed.what;
    line["count"] = typed.count;
    return json::serialize(line);
}

std::string kindOf(std::string_view unknownLine)
{
    json::error_code error;
    const json::value line = json::parse(unknownLine, error);
    assert(!error && line.is_object() && unknownLine.find('\n') == std::string_view::npos);
    const json::value* kind = line.get_object().if_contains("kind");
    assert(kind != nullptr && kind->is_string());
    return std::string(kind->get_string());
}

/// Fisher-Yates.
template <class T>
void shuffle(std::vector<T>& items, core::Random& random)
{
    for (std::size_t left = items.size(); left > 1; --left) {
        std::swap(items[left - 1], items[random.below(static_cast<std::uint32_t>(left))]);
    }
}

template <class T>
void append(std::string& text, const std::vector<T>& records)
{
    for (const T& record : records) {
        text += lineOf(record);
        text += '\n';
    }
}

std::string eightDigits(core::EnvelopeNumber number)
{
    std::string digits = std::to_string(core::number(number));
    return digits.size() < 8 ? std::string(8 - digits.size(), '0') + digits : digits;
}

} // namespace

bool tallyAgrees(const Envelope& envelope)
{
    core::FaceCounts visits{};
    for (const VisitRecord& visit : envelope.visits) {
        if (visit.outcome == core::Outcome::Count) {
            ++visits.at(static_cast<std::size_t>(core::score(visit.face) - 1));
        }
    }
    core::FaceCounts headline{};
    for (const TallyRecord& tally : envelope.tallies) {
        if (tally.policy == "headline") {
            for (std::size_t face = 0; face < headline.size(); ++face) {
                headline.at(face) += tally.faces.at(face);
            }
        }
    }
    return visits == headline;
}

SealedBytes writeEnvelope(Envelope envelope, const SecretKey& key, core::Random& random)
{
    shuffle(envelope.visits, random);
    shuffle(envelope.comments, random);
    shuffle(envelope.tallies, random);
    shuffle(envelope.questionnaires, random);
    shuffle(envelope.statuses, random);
    shuffle(envelope.policies, random);
    shuffle(envelope.typedCounts, random);
    shuffle(envelope.unknown, random);

    auto& counts = envelope.header.counts;
    counts.clear();
    for (const auto& [kind, count] :
         {std::pair(visitKind, envelope.visits.size()), std::pair(tallyKind, envelope.tallies.size()),
          std::pair(questionnaireKind, envelope.questionnaires.size()), std::pair(statusKind, envelope.statuses.size()),
          std::pair(policyKind, envelope.policies.size()), std::pair(commentKind, envelope.comments.size()),
          std::pair(auditKind, envelope.audit.size()), std::pair(typedCountKind, envelope.typedCounts.size())}) {
        if (count > 0) {
            counts[std::string(kind)] = count;
        }
    }
    for (const std::string& line : envelope.unknown) {
        ++counts[kindOf(line)];
    }

    std::string text = lineOf(envelope.header) + "\n";
    append(text, envelope.visits);
    append(text, envelope.comments);
    append(text, envelope.tallies);
    append(text, envelope.questionnaires);
    append(text, envelope.statuses);
    append(text, envelope.policies);
    append(text, envelope.audit);
    append(text, envelope.typedCounts);
    for (const std::string& line : envelope.unknown) {
        text += line;
        text += '\n';
    }
    const core::Hash content = sha256(text);
    text += trailerLine(content, key.sign(Context::Envelope, content.text()));

    std::string bytes = compress(text);
    // A week of a busy stand is a hundredth of these; the outbox closes days long before.
    assert(text.size() <= envelopePlainBytesMax && bytes.size() <= envelopeBytesMax);
    core::Hash hash = sha256(bytes);
    return {std::move(bytes), std::move(hash)};
}

std::string envelopeFileName(const core::Epoch& epoch, core::EnvelopeNumber number)
{
    return "envelope-" + epoch.text() + "-" + eightDigits(number) + ".jsonl.zst";
}

std::string stickFileName(const core::StandId& stand, const core::Epoch& epoch, core::EnvelopeNumber number)
{
    return stand.text() + "-" + envelopeFileName(epoch, number) + ".sealed";
}

std::string receiptFileName(const core::Epoch& epoch, core::EnvelopeNumber number)
{
    return "receipt-" + epoch.text() + "-" + eightDigits(number) + ".json";
}

} // namespace smiley::wire
