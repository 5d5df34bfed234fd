// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/day_content.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace smiley::outbox {

namespace {

constexpr std::array<std::string_view, 3> qualities{"none", "set", "anchored"};
constexpr auto lastReason = static_cast<int>(core::reasonCount) - 1;

using Counts = std::map<std::string, std::uint64_t>;
using Words = std::vector<std::string_view>;

/// A language tag that is none (from a damaged questionnaire) must not break a line.
std::string word(const std::string& text)
{
    const bool isWord = !text.empty() && std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
    return isWord ? text : "und";
}

std::string lineOf(const DayVisit& visit)
{
    std::string line = "visit " + (visit.hour ? std::to_string(*visit.hour) : "-") + " " +
                       std::to_string(core::score(visit.face)) + " " + std::string(core::code(visit.outcome)) + " " +
                       std::string(core::code(visit.reason)) + " " + word(visit.language) + " " +
                       visit.questionnaire.text();
    for (const auto& [question, options] : visit.answers) {
        line += " " + question + "=";
        for (std::size_t index = 0; index < options.size(); ++index) {
            line += (index > 0 ? "," : "") + options[index];
        }
    }
    return line;
}

void writeCounts(std::string& text, const char* name, const Counts& counts)
{
    for (const auto& [key, count] : counts) {
        text += std::string(name) + " " + key + " " + std::to_string(count) + "\n";
    }
}

/// The shortest text that is read back as the same number.
template <class Number>
void writeNumber(std::string& text, Number number)
{
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    text += ' ';
    text.append(digits.data(), end.ptr);
}

template <class Numbers>
void writeNumbers(std::string& text, const Numbers& numbers)
{
    for (const auto number : numbers) {
        writeNumber(text, number);
    }
}

/// What only the tally of the counting policy has.
void writeMore(std::string& text, const wire::TallyRecord& tally)
{
    if (tally.hash) {
        text += "policy " + tally.hash->text() + "\n";
    }
    if (const auto& claims = tally.claims) {
        text += "claims";
        writeNumbers(text, std::array{claims->counted, claims->merged});
        writeNumbers(text, claims->facesWithout);
        text += "\n";
    }
    if (const auto& runs = tally.runs) {
        text += "runs";
        writeNumbers(text, std::array{runs->visits, runs->daysUnderControl});
        writeNumbers(text, runs->facesWithout);
        writeNumbers(text, runs->facesWith);
        text += "\n";
    }
    if (const auto& health = tally.health) {
        text += "health";
        writeNumbers(text, std::array{health->days, health->presence, health->doors});
        text += "\n";
    }
    if (const auto& model = tally.model) {
        text += "model";
        writeNumbers(text, std::array{model->days, model->draws});
        writeNumber(text, model->visits);
        writeNumbers(text, model->faces);
        writeNumbers(text, model->faceVariance);
        writeNumbers(text,
                     std::array{model->meanVariance, model->redVariance, model->yellowVariance, model->greenVariance});
        text += "\n";
    }
}

Words split(std::string_view text, char separator)
{
    Words parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

template <class Number>
bool read(std::string_view text, Number& number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && !text.empty();
}

bool readOutcome(std::string_view text, core::Outcome& outcome)
{
    for (const core::Outcome each : {core::Outcome::Count, core::Outcome::Excluded}) {
        if (core::code(each) == text) {
            outcome = each;
            return true;
        }
    }
    return false;
}

bool readReason(std::string_view text, core::Reason& reason)
{
    for (int index = 0; index <= lastReason; ++index) {
        if (core::code(static_cast<core::Reason>(index)) == text) {
            reason = static_cast<core::Reason>(index);
            return true;
        }
    }
    return false;
}

bool readVisit(const Words& words, DayContent& content)
{
    if (words.size() < 7) {
        return false;
    }
    const auto hash = core::Hash::parse(words[6]);
    int face = 0;
    if (!hash || !read(words[2], face) || !core::faceOf(face)) {
        return false;
    }
    DayVisit visit{{}, *core::faceOf(face), {}, {}, std::string(words[5]), *hash, {}};
    if (words[1] != "-") {
        visit.hour.emplace();
        if (!read(words[1], *visit.hour) || *visit.hour < 0 || *visit.hour > 23) {
            return false;
        }
    }
    if (!readOutcome(words[3], visit.outcome) || !readReason(words[4], visit.reason)) {
        return false;
    }
    for (const std::string_view answer : std::span(words).subspan(7)) {
        const std::size_t equals = answer.find('=');
        if (equals == std::string_view::npos) {
            return false;
        }
        auto& options = visit.answers[std::string(answer.substr(0, equals))];
        if (equals + 1 < answer.size()) {
            for (const std::string_view option : split(answer.substr(equals + 1), ',')) {
                options.emplace_back(option);
            }
        }
    }
    content.visits.push_back(std::move(visit));
    return true;
}

bool readTally(const Words& words, DayContent& content)
{
    wire::TallyRecord tally;
    if (words.size() != 2 + tally.faces.size()) {
        return false;
    }
    tally.policy = words[1];
    for (std::size_t face = 0; face < tally.faces.size(); ++face) {
        if (!read(words[2 + face], tally.faces.at(face))) {
            return false;
        }
    }
    content.tallies.push_back(std::move(tally));
    return true;
}

/// The numbers of a line, one after the other.
class Numbers {
public:
    explicit Numbers(const Words& words) : m_words(words) {}
    template <class Number>
    Numbers& operator>>(Number& number)
    {
        m_good = m_good && m_next < m_words.size() && read(m_words[m_next], number);
        ++m_next;
        return *this;
    }
    template <class Number, std::size_t Count>
    Numbers& operator>>(std::array<Number, Count>& numbers)
    {
        for (Number& number : numbers) {
            *this >> number;
        }
        return *this;
    }
    /// All were there, and no more.
    [[nodiscard]] bool areAll() const { return m_good && m_next == m_words.size(); }

private:
    const Words& m_words;
    std::size_t m_next = 1;
    bool m_good = true;
};

bool readMore(const Words& words, wire::TallyRecord& tally)
{
    const std::string_view name = words.front();
    Numbers numbers(words);
    if (name == "claims") {
        auto& claims = tally.claims.emplace();
        return (numbers >> claims.counted >> claims.merged >> claims.facesWithout).areAll();
    }
    if (name == "runs") {
        auto& runs = tally.runs.emplace();
        return (numbers >> runs.visits >> runs.daysUnderControl >> runs.facesWithout >> runs.facesWith).areAll();
    }
    if (name == "health") {
        auto& health = tally.health.emplace();
        return (numbers >> health.days >> health.presence >> health.doors).areAll();
    }
    if (name == "model") {
        auto& model = tally.model.emplace();
        return (numbers >> model.days >> model.draws >> model.visits >> model.faces >> model.faceVariance >>
                model.meanVariance >> model.redVariance >> model.yellowVariance >> model.greenVariance)
            .areAll();
    }
    if (name == "policy" && words.size() == 2) {
        tally.hash = core::Hash::parse(words[1]);
        return tally.hash.has_value();
    }
    return false;
}

bool readCount(const Words& words, Counts& counts)
{
    return words.size() == 3 && read(words[2], counts[std::string(words[1])]);
}

bool readLine(const Words& words, DayContent& content)
{
    const std::string_view name = words.front();
    if (name == "visit") {
        return readVisit(words, content);
    }
    if (name == "tally") {
        return readTally(words, content);
    }
    if (name == "dead") {
        return readCount(words, content.deadMinutes);
    }
    if (name == "clock" && words.size() == 2) {
        const auto found = std::ranges::find(qualities, words[1]);
        content.clock = static_cast<core::ClockQuality>(found - qualities.begin());
        return found != qualities.end();
    }
    if (name == "boots" && words.size() == 2) {
        return read(words[1], content.boots);
    }
    if (name == "passages" && words.size() == 2) {
        return read(words[1], content.passages.emplace());
    }
    if (content.tallies.empty()) {
        return false;
    }
    wire::TallyRecord& tally = content.tallies.back();
    return (name == "reason" && readCount(words, tally.reasons)) ||
           (name == "input" && readCount(words, tally.inputs)) ||
           (name == "correction" && readCount(words, tally.corrections)) ||
           (name == "withdrawal" && readCount(words, tally.withdrawals)) || readMore(words, tally);
}

} // namespace

std::string_view nameOf(core::ClockQuality quality) { return qualities.at(static_cast<std::size_t>(quality)); }

std::string writeDay(const DayContent& content)
{
    std::string text =
        "day 1\nclock " + std::string(nameOf(content.clock)) + "\nboots " + std::to_string(content.boots) + "\n";
    if (content.passages) {
        text += "passages " + std::to_string(*content.passages) + "\n";
    }
    writeCounts(text, "dead", content.deadMinutes);
    for (const wire::TallyRecord& tally : content.tallies) {
        text += "tally " + tally.policy;
        for (const std::uint32_t count : tally.faces) {
            text += " " + std::to_string(count);
        }
        text += "\n";
        writeCounts(text, "reason", tally.reasons);
        writeCounts(text, "input", tally.inputs);
        writeCounts(text, "correction", tally.corrections);
        writeCounts(text, "withdrawal", tally.withdrawals);
        writeMore(text, tally);
    }
    std::vector<std::string> visits;
    for (const DayVisit& visit : content.visits) {
        visits.push_back(lineOf(visit));
    }
    std::ranges::sort(visits);
    for (const std::string& visit : visits) {
        text += visit + "\n";
    }
    return text;
}

std::optional<DayContent> readDay(std::string_view text)
{
    if (!text.starts_with("day 1\n") || !text.ends_with("\n")) {
        return std::nullopt;
    }
    DayContent content;
    Words lines = split(text, '\n');
    lines.pop_back();
    for (const std::string_view line : std::span(lines).subspan(1)) {
        if (!readLine(split(line, ' '), content)) {
            return std::nullopt;
        }
    }
    return content;
}

} // namespace smiley::outbox
