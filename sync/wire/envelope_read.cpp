// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/comments.h"
#include "sync/wire/envelope.h"
#include "sync/wire/envelope_frame.h"
#include "sync/wire/envelope_lines.h"
#include "sync/wire/fields.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <set>
#include <utility>

namespace smiley::wire {

namespace json = boost::json;

namespace {

/// The header is the first line and not longer than this.
constexpr std::size_t headerBytesMax = std::size_t{64} * 1024;
/// Bounds of one visit's answers.
constexpr std::size_t answersMax = 64;
constexpr std::size_t optionsMax = 32;

core::Result<EnvelopeHeader, EnvelopeFault> headerOf(std::string_view line)
{
    std::string why;
    const auto value = parseJson(line, why);
    if (!value || !value->is_object()) {
        return core::fail(EnvelopeFault::Unreadable,
                          "the envelope's first line is no header: " + (value ? "no JSON object" : why));
    }
    std::vector<DocumentFault> faults;
    Fields fields(value->get_object(), "", faults);
    fields.oneOf("kind", std::array{headerKind});
    const auto format = fields.count("format", 1'000'000, 1);
    if (faults.empty() && format > envelopeFormat) {
        return core::fail(EnvelopeFault::NewerFormat, "the envelope has format " + std::to_string(format) +
                                                          ", this program reads up to " +
                                                          std::to_string(envelopeFormat) + ": update it");
    }
    auto stand = fields.id<core::StandId>("stand", slugRule);
    auto epoch = fields.id<core::Epoch>("epoch", epochRule);
    const auto number = fields.count("number", jsonNumberMax, 1);
    auto previous = fields.optionalId<core::Hash>("previous", hashRule);
    const auto firstDay = fields.day("first_day");
    const auto lastDay = fields.day("last_day");
    auto counts = fields.counts("counts");
    auto auditHead = fields.optionalId<core::Hash>("audit_head", hashRule);
    const auto auditRows = fields.has("audit_rows") ? fields.count("audit_rows") : 0;
    const bool example = fields.flag("example");
    auto program = fields.optionalText("program");
    if (faults.empty() && (number == 1) == previous.has_value()) {
        fields.fault("previous", "must be null for number 1, else the hash of the envelope before");
    }
    if (faults.empty() && *lastDay < *firstDay) {
        fields.fault("last_day", "must not lie before first_day");
    }
    if (!faults.empty()) {
        return core::fail(EnvelopeFault::Unreadable, "the envelope's header: " + inOneLine(faults));
    }
    return EnvelopeHeader{static_cast<int>(format), std::move(*stand), std::move(*epoch),  core::EnvelopeNumber{number},
                          std::move(previous),      *firstDay,         *lastDay,           std::move(counts),
                          std::move(auditHead),     example,           std::move(program), auditRows};
}

std::optional<core::Reason> reasonOf(std::string_view text)
{
    for (std::size_t number = 0; number < core::reasonCount; ++number) {
        const auto reason = static_cast<core::Reason>(number);
        if (core::code(reason) == text) {
            return reason;
        }
    }
    return std::nullopt;
}

bool isUuid4(std::string_view text)
{
    if (text.size() != 36 || text[14] != '4' || std::string_view("89ab").find(text[19]) == std::string_view::npos) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isHyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (isHyphen ? text[i] != '-' : std::string_view("0123456789abcdef").find(text[i]) == std::string_view::npos) {
            return false;
        }
    }
    return true;
}

/// Reads the records of one envelope, line by line.
class RecordReader {
public:
    explicit RecordReader(ReadEnvelope& result) : m_result(result) {}

    void read(std::string_view line, std::size_t number)
    {
        m_faults.clear();
        json::monotonic_resource memory(m_buffer.data(), m_buffer.size());
        std::string why;
        const auto value = parseJson(line, why, &memory);
        if (!value || !value->is_object()) {
            m_faults.push_back({"", value ? "must be a JSON object" : why});
        } else {
            readObject(value->get_object(), line);
        }
        if (!m_faults.empty()) {
            m_result.faults.push_back({number, inOneLine(m_faults), std::string(line)});
        }
    }

private:
    void readObject(const json::object& object, std::string_view line)
    {
        Fields fields(object, "", m_faults);
        const std::string kind = fields.text("kind", 40);
        if (kind.empty()) {
            return;
        }
        ++m_result.counted[kind];
        if (kind == visitKind) {
            visit(fields);
        } else if (kind == commentKind) {
            comment(fields);
        } else if (kind == tallyKind) {
            tally(fields);
        } else if (kind == questionnaireKind) {
            questionnaire(fields);
        } else if (kind == statusKind) {
            status(fields);
        } else if (kind == policyKind) {
            policy(fields);
        } else if (kind == auditKind) {
            audit(fields);
        } else if (kind == typedCountKind) {
            typedCount(fields);
        } else if (kind == headerKind || kind == trailerKind) {
            fields.fault("kind", "must not come between header and trailer");
        } else {
            m_result.envelope.unknown.emplace_back(line);
        }
    }

    Block block(Fields& visit)
    {
        Block block;
        const json::object* object = visit.object("block");
        if (object == nullptr) {
            return block;
        }
        Fields fields(*object, visit.pointer("block"), m_faults);
        const std::string span = fields.oneOf("span", spanNames);
        if (span.empty()) {
            return block;
        }
        block.span = static_cast<Block::Span>(std::find(spanNames.begin(), spanNames.end(), span) - spanNames.begin());
        const bool isDays = block.span == Block::Span::Days;
        const auto first = fields.day(isDays ? "first" : "day");
        const auto last = isDays ? fields.day("last") : first;
        if (block.span == Block::Span::Hour || block.span == Block::Span::HalfDay) {
            block.hour = static_cast<int>(fields.count("hour", 23));
            if (block.span == Block::Span::HalfDay && block.hour != 0 && block.hour != 12) {
                fields.fault("hour", "must be 0 or 12 for a half-day");
            }
        }
        if (first && last) {
            block.firstDay = *first;
            block.lastDay = *last;
            const EnvelopeHeader& header = m_result.envelope.header;
            if (*last < *first || *first < header.firstDay || header.lastDay < *last) {
                visit.fault("block", "must lie within the envelope's days");
            }
        }
        return block;
    }

    std::map<std::string, std::vector<std::string>> answers(Fields& visit)
    {
        std::map<std::string, std::vector<std::string>> result;
        const json::object* object = visit.object("answers");
        if (object == nullptr) {
            return result;
        }
        if (object->size() > answersMax) {
            visit.fault("answers", "must hold at most " + std::to_string(answersMax) + " questions");
            return result;
        }
        Fields fields(*object, visit.pointer("answers"), m_faults);
        for (const auto& member : *object) {
            const json::array* options = fields.array(member.key());
            if (options == nullptr) {
                continue;
            }
            std::vector<std::string> ids;
            bool valid = core::QuestionId::parse(member.key()).has_value() && options->size() <= optionsMax;
            for (const json::value& option : *options) {
                valid = valid && option.is_string() && core::OptionId::parse(option.get_string()).has_value();
                if (valid) {
                    ids.emplace_back(option.get_string());
                }
            }
            if (!valid) {
                fields.fault(member.key(), "must be a question id with a list of at most " +
                                               std::to_string(optionsMax) + " option ids");
            }
            result.emplace(member.key(), std::move(ids));
        }
        return result;
    }

    void visit(Fields& fields)
    {
        std::string id = fields.text("id", 36);
        if (!id.empty() && !isUuid4(id)) {
            fields.fault("id", "must be a lower-case UUID of version 4");
        }
        const Block where = block(fields);
        const auto face = core::faceOf(static_cast<int>(fields.count("face", 5, 1)));
        auto given = answers(fields);
        std::string language = fields.text("language", 35);
        auto questionnaire = fields.id<core::Hash>("questionnaire", hashRule);
        const std::string verdict =
            fields.oneOf("verdict", std::array{core::code(core::Outcome::Count), core::code(core::Outcome::Excluded)});
        const std::string code = fields.text("reason", 40);
        const auto reason = reasonOf(code);
        if (!code.empty() && !reason) {
            fields.fault("reason", "must be a reason code that this program knows");
        }
        if (m_faults.empty() && !m_ids.insert(id).second) {
            fields.fault("id", "must not come twice in one envelope");
        }
        if (m_faults.empty()) {
            const bool counts = verdict == core::code(core::Outcome::Count);
            m_result.envelope.visits.push_back({std::move(id), where, *face, std::move(given), std::move(language),
                                                std::move(*questionnaire),
                                                counts ? core::Outcome::Count : core::Outcome::Excluded, *reason});
        }
    }

    void comment(Fields& fields)
    {
        CommentRecord comment;
        comment.id = fields.text("id", 36);
        if (!comment.id.empty() && !isUuid4(comment.id)) {
            fields.fault("id", "must be a lower-case UUID of version 4");
        }
        const auto first = fields.day("first_day");
        const auto last = fields.day("last_day");
        if (first && last && *last < *first) {
            fields.fault("last_day", "must not lie before first_day");
        }
        const auto question = fields.id<core::QuestionId>("question", keyRule);
        if (fields.has("faces")) {
            const std::string faces = fields.oneOf("faces", core::faceGroupNames);
            const auto found = std::find(core::faceGroupNames.begin(), core::faceGroupNames.end(), faces);
            comment.faces = static_cast<core::FaceGroup>(found - core::faceGroupNames.begin());
        }
        comment.key = fields.text("key", 40);
        if (!comment.key.empty() && !isCommentKeyId(comment.key)) {
            fields.fault("key", "must be the id of a comment key, 16 lower-case hexadecimal digits");
        }
        auto sealed = fromBase64Url(fields.raw("sealed", sealedCommentBytesMax * 4 / 3 + 2));
        if (!sealed || sealed->empty()) {
            fields.fault("sealed", "must be a sealed text in base64url");
        }
        if (m_faults.empty() && !m_ids.insert(comment.id).second) {
            fields.fault("id", "must not come twice in one envelope");
        }
        if (m_faults.empty()) {
            comment.firstDay = *first;
            comment.lastDay = *last;
            comment.question = question->text();
            comment.sealed = std::move(*sealed);
            m_result.envelope.comments.push_back(std::move(comment));
        }
    }

    static core::FaceCounts faces(Fields& fields, std::string_view name)
    {
        core::FaceCounts counts{};
        const json::array* values = fields.array(name);
        bool valid = values == nullptr || values->size() == counts.size(); // missing: it is named already
        for (std::size_t i = 0; values != nullptr && valid && i < counts.size(); ++i) {
            json::error_code error;
            counts.at(i) = (*values)[i].to_number<std::uint32_t>(error);
            valid = !error && !(*values)[i].is_double();
        }
        if (!valid) {
            fields.fault(name, "must be five whole numbers");
        }
        return counts;
    }

    static std::array<double, 5> measures(Fields& fields, std::string_view name)
    {
        std::array<double, 5> result{};
        const json::array* values = fields.array(name);
        bool valid = values == nullptr || values->size() == result.size();
        for (std::size_t i = 0; values != nullptr && valid && i < result.size(); ++i) {
            json::error_code error;
            result.at(i) = (*values)[i].to_number<double>(error);
            valid = !error && result.at(i) >= 0;
        }
        if (!valid) {
            fields.fault(name, "must be five numbers that aren't negative");
        }
        return result;
    }

    /// Reads the object `name`, where it is there.
    template <class Read>
    void inside(Fields& fields, std::string_view name, Read read)
    {
        if (!fields.has(name)) {
            return;
        }
        if (const json::object* object = fields.object(name)) {
            Fields members(*object, fields.pointer(name), m_faults);
            read(members);
        }
    }

    void tally(Fields& fields)
    {
        TallyRecord tally;
        tally.policy = fields.text("policy", 40);
        tally.faces = faces(fields, "faces");
        tally.reasons = fields.counts("reasons");
        tally.inputs = fields.counts("inputs");
        tally.corrections = fields.counts("corrections");
        tally.withdrawals = fields.counts("withdrawals");
        tally.hash = fields.optionalId<core::Hash>("hash", hashRule);
        inside(fields, "claims", [&](Fields& claims) {
            tally.claims = {claims.count("counted"), claims.count("merged"), faces(claims, "faces_without")};
        });
        inside(fields, "runs", [&](Fields& runs) {
            tally.runs = {runs.count("visits"), runs.count("days_under_control"), faces(runs, "faces_without"),
                          faces(runs, "faces_with")};
        });
        inside(fields, "health", [&](Fields& health) {
            tally.health = {health.count("days"), health.count("presence"), health.count("doors")};
        });
        inside(fields, "model", [&](Fields& model) {
            tally.model = {model.count("days"),
                           model.count("draws"),
                           model.measure("visits"),
                           measures(model, "faces"),
                           measures(model, "face_variance"),
                           model.measure("mean_variance"),
                           model.measure("red_variance"),
                           model.measure("yellow_variance"),
                           model.measure("green_variance")};
        });
        if (m_faults.empty()) {
            m_result.envelope.tallies.push_back(std::move(tally));
        }
    }

    void questionnaire(Fields& fields)
    {
        auto hash = fields.id<core::Hash>("hash", hashRule);
        std::string text = fields.raw("json", questionnaireBytesMax);
        if (m_faults.empty() && sha256(text) != *hash) {
            fields.fault("hash", "must be the SHA-256 of json");
        }
        if (m_faults.empty()) {
            m_result.envelope.questionnaires.push_back({std::move(*hash), std::move(text)});
        }
    }

    void policy(Fields& fields)
    {
        auto hash = fields.id<core::Hash>("hash", hashRule);
        std::string text = fields.raw("json", policyBytesMax);
        if (m_faults.empty() && sha256(text) != *hash) {
            fields.fault("hash", "must be the SHA-256 of json");
        }
        if (m_faults.empty()) {
            m_result.envelope.policies.push_back({std::move(*hash), std::move(text)});
        }
    }

    void status(Fields& fields)
    {
        StatusRecord status;
        if (const json::array* days = fields.array("days")) {
            for (const json::value& value : *days) {
                const auto day = value.is_string() ? core::Day::parse(value.get_string()) : std::nullopt;
                if (!day) {
                    fields.fault("days", "must hold existing days, YYYY-MM-DD");
                    break;
                }
                status.days.push_back(*day);
            }
        }
        status.deadMinutes = fields.counts("dead_minutes");
        if (fields.has("passages")) {
            status.passages = fields.count("passages");
        }
        status.clock = fields.oneOf("clock", clockQualities);
        status.boots = fields.count("boots");
        if (fields.has("configuration_version")) {
            status.newest = {fields.count("configuration_version"), fields.count("local_version"),
                             fields.optionalId<core::Hash>("questionnaire", hashRule)};
        }
        if (fields.has("smallest_shown")) {
            status.smallestShown = std::max(core::showFrom, fields.count("smallest_shown"));
        }
        if (m_faults.empty()) {
            m_result.envelope.statuses.push_back(std::move(status));
        }
    }

    void audit(Fields& fields)
    {
        const std::uint64_t number = fields.count("number", jsonNumberMax, 1);
        std::string hour = fields.text("hour", 13);
        if (!hour.empty() && !isAuditHour(hour)) {
            fields.fault("hour", "must be a day and an hour, YYYY-MM-DD hh");
        }
        std::string who = fields.text("who", auditWhoMax);
        std::string what = fields.text("what", auditWhatMax);
        std::string detail = fields.optionalText("detail", auditDetailMax);
        auto hash = fields.id<core::Hash>("hash", hashRule);
        if (m_faults.empty()) {
            m_result.envelope.audit.push_back(
                {number, std::move(hour), std::move(who), std::move(what), std::move(detail), std::move(*hash)});
        }
    }

    void typedCount(Fields& fields)
    {
        const auto day = fields.day("day");
        std::string what = fields.oneOf("what", typedCountNames);
        const std::uint64_t count = fields.count("count");
        if (m_faults.empty()) {
            m_result.envelope.typedCounts.push_back({*day, std::move(what), count});
        }
    }

    ReadEnvelope& m_result;
    std::vector<DocumentFault> m_faults;
    std::set<std::string> m_ids; ///< of visits and comments
    std::array<unsigned char, std::size_t{8} * 1024> m_buffer{};
};

std::optional<core::Failure<EnvelopeFault>> tooLarge(std::string_view bytes)
{
    if (bytes.size() > envelopeBytesMax) {
        return core::fail(EnvelopeFault::TooLarge, "the envelope has " + std::to_string(bytes.size()) +
                                                       " bytes, more than " + std::to_string(envelopeBytesMax));
    }
    return std::nullopt;
}

} // namespace

core::Result<EnvelopeHeader, EnvelopeFault> peekEnvelope(std::string_view bytes)
{
    if (auto failure = tooLarge(bytes)) {
        return std::move(*failure);
    }
    const auto line = decompress(bytes, headerBytesMax, Part::FirstLine);
    if (!line) {
        return line.error();
    }
    return headerOf(*line);
}

namespace {

/// `key`: nothing where the signature was verified before and no longer fits.
core::Result<ReadEnvelope, EnvelopeFault> readVerified(std::string_view bytes, const PublicKey* key)
{
    // The format first: a newer one may have another trailer.
    auto header = peekEnvelope(bytes);
    if (!header) {
        return header.error();
    }
    const auto text = decompress(bytes, envelopePlainBytesMax, Part::Whole);
    if (!text) {
        return text.error();
    }
    const auto trailer = trailerOf(*text);
    if (!trailer) {
        return trailer.error();
    }
    if (key != nullptr && !verify(*key, Context::Envelope, trailer->hash.text(), trailer->signature)) {
        return core::fail(EnvelopeFault::BadSignature, "the envelope is not signed by the key of its stand");
    }
    const std::string_view records = std::string_view(*text).substr(0, trailer->length);
    std::size_t at = records.find('\n') + 1;
    if (static_cast<std::size_t>(std::count(records.begin() + static_cast<std::ptrdiff_t>(at), records.end(), '\n')) >
        envelopeRecordsMax) {
        return core::fail(EnvelopeFault::TooLarge,
                          "the envelope has more than " + std::to_string(envelopeRecordsMax) + " records");
    }

    const std::string headerLine(records.substr(0, at - 1));
    ReadEnvelope result{{std::move(*header), {}, {}, {}, {}, {}, {}, {}}, sha256(bytes), {}, {}};
    RecordReader reader(result);
    for (std::size_t line = 2; at < records.size(); ++line) {
        const std::size_t end = records.find('\n', at);
        reader.read(records.substr(at, end - at), line);
        at = end + 1;
    }
    if (key == nullptr) {
        result.envelope.header.counts.erase(std::string(commentKind)); // the header is still that of the whole envelope
    }
    if (result.counted != result.envelope.header.counts) {
        result.faults.push_back({1, "/counts: doesn't match the records that are there", headerLine});
    }
    return result;
}

} // namespace

core::Result<ReadEnvelope, EnvelopeFault> readEnvelope(std::string_view bytes, const PublicKey& key)
{
    return readVerified(bytes, &key);
}

core::Result<ReadEnvelope, EnvelopeFault> readWithoutComments(std::string_view bytes)
{
    return readVerified(bytes, nullptr);
}

} // namespace smiley::wire
