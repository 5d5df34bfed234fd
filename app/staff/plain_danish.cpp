// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/plain_danish.h"

#include "app/core/code_points.h"

#include <algorithm>
#include <array>
#include <utility>

namespace smiley::staff {

namespace {

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

bool isWordCharacter(char32_t code)
{
    return core::isLetter(code) || core::isMark(code) || core::digitValue(code) >= 0;
}

/// The sentences of a text: what stands between ". ", "? " and "! ".
std::vector<std::string_view> sentencesOf(std::string_view text)
{
    std::vector<std::string_view> sentences;
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool ends = text[at] == '.' || text[at] == '?' || text[at] == '!';
        if (ends && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n')) {
            sentences.push_back(text.substr(from, at - from));
            from = at + 1;
        }
    }
    sentences.push_back(text.substr(from));
    return sentences;
}

std::string withoutPlaceholders(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '%' && at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9') {
            result += '7';
            ++at;
        } else {
            result += text[at];
        }
    }
    return result;
}

} // namespace

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    const auto finish = [&] {
        while (word.ends_with('-')) {
            word.pop_back();
        }
        if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    };
    for (std::size_t at = 0; at < text.size();) {
        const core::CodePoint point = core::decode(text, at);
        at += point.bytes;
        if (isWordCharacter(point.code)) {
            core::append(word, core::lowered(point.code));
        } else if (point.code == U'-' && !word.empty() && !word.ends_with('-')) {
            word += '-';
        } else {
            finish();
        }
    }
    finish();
    return words;
}

std::string secondClause(std::string_view question)
{
    static constexpr std::array<std::string_view, 17> subordinates{
        "der",     "som",     "hvis", "fordi", "når",    "mens",    "selvom",  "inden", "hvorfor",
        "hvordan", "hvornår", "hvem", "hvad",  "hvilke", "hvilken", "hvilket", "hvor"};
    static constexpr std::array<std::string_view, 4> conjunctions{"og", "eller", "men", "så"};
    static constexpr std::array<std::string_view, 18> clauseBegins{"jeg",    "du",  "vi",   "det", "den", "man",
                                                                   "de",     "der", "er",   "var", "har", "blev",
                                                                   "bliver", "kan", "skal", "vil", "får", "fik"};
    static constexpr std::array<std::string_view, 8> shortInfinitives{"få",     "gå",  "se", "stå",
                                                                      "forstå", "ske", "bo", "tro"};
    if (question.find_first_of(",;:") != std::string_view::npos) {
        return "a comma, semicolon or colon";
    }
    const std::vector<std::string> words = wordsOf(question);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        const std::string next = i + 1 < words.size() ? words[i + 1] : std::string();
        const bool asks = i == 0 || (i == 1 && words[0] == "i"); // "Hvad …", "I hvilken grad …"
        const bool isThere = word == "der" && i > 0 && (i == 1 || contains(clauseBegins, words[i - 1])); // "var der kø"
        if (contains(subordinates, word) && !asks && !isThere) {
            return word;
        }
        if (word == "at" && !next.ends_with('e') && !contains(shortInfinitives, next)) {
            return "at " + next;
        }
        if (contains(conjunctions, word) && contains(clauseBegins, next)) {
            return std::string(word).append(" ").append(next);
        }
    }
    return {};
}

double lix(const std::vector<std::string>& texts)
{
    std::size_t words = 0;
    std::size_t longWords = 0;
    std::size_t sentences = 0;
    for (const std::string& text : texts) {
        const std::string plain = withoutPlaceholders(text);
        for (const std::string_view sentence : sentencesOf(plain)) {
            const std::vector<std::string> found = wordsOf(sentence);
            words += found.size();
            sentences += found.empty() ? 0U : 1U;
            longWords += static_cast<std::size_t>(
                std::ranges::count_if(found, [](const std::string& word) { return isLongWord(word); }));
        }
    }
    return sentences == 0 ? 0
                          : static_cast<double>(words) / static_cast<double>(sentences) +
                                100.0 * static_cast<double>(longWords) / static_cast<double>(words);
}

std::size_t characters(std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        at += core::decode(text, at).bytes;
    }
    return count;
}

bool isLongWord(std::string_view word) { return characters(word) > 6; }

} // namespace smiley::staff
