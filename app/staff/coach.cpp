// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/coach.h"

#include "app/core/code_points.h"
#include "app/staff/coach_words.h"
#include "app/staff/difference.h"
#include "app/staff/library.h"
#include "app/staff/plain_danish.h"
#include "sync/wire/questionnaire_rules.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>

namespace smiley::staff {

using core::Option;
using core::Question;
using core::QuestionKind;
using core::Questionnaire;

namespace {

/// Björnsson's limit for easy reading, as METHOD.md 7 has it for a page.
constexpr double lixAdvised = 30;
/// Longer than the longest word of our own wording.
constexpr std::size_t wordCharactersAdvised = 14;

using Words = std::vector<std::string>;

/// Whether these words follow each other somewhere.
bool holds(const Words& words, std::string_view phrase)
{
    const Words wanted = wordsOf(phrase);
    return !wanted.empty() && std::search(words.begin(), words.end(), wanted.begin(), wanted.end()) != words.end();
}

/// A person's noun in the singular: "rådgiver", "rådgiveren", "rådgiverens", "rådgivers".
bool isOnePerson(const std::string& word)
{
    return std::ranges::any_of(persons, [&](std::string_view stem) {
        if (!word.starts_with(stem)) {
            return false;
        }
        const std::string_view ending = std::string_view(word).substr(stem.size());
        return ending.empty() || ending == "en" || ending == "ens" || ending == "s";
    });
}

bool beginsUpper(std::string_view word)
{
    const char32_t first = word.empty() ? U' ' : core::decode(word, 0).code;
    return core::lowered(first) != first;
}

/// The name of staff that the text holds: whole, or a part of it written as a name inside a sentence.
std::optional<std::string> nameIn(const std::string& text, const std::vector<std::string>& names)
{
    constexpr std::size_t partCharactersMin = 3;
    const Words words = wordsOf(text);
    std::vector<std::string> capitalised;
    for (std::size_t at = 0, from = 0; at <= text.size(); ++at) {
        if (at == text.size() || text[at] == ' ') {
            if (const std::string_view word = std::string_view(text).substr(from, at - from);
                from > 0 && beginsUpper(word)) {
                std::ranges::copy(wordsOf(word), std::back_inserter(capitalised));
            }
            from = at + 1;
        }
    }
    for (const std::string& name : names) {
        if (holds(words, name)) {
            return name;
        }
        for (const std::string& part : wordsOf(name)) {
            if (characters(part) >= partCharactersMin && std::ranges::find(capitalised, part) != capitalised.end()) {
                return name;
            }
        }
    }
    return std::nullopt;
}

class Coach {
public:
    Coach(const Questionnaire& questionnaire, const Question& question, const Surroundings& surroundings)
        : m_questionnaire(questionnaire),
          m_question(question),
          m_surroundings(surroundings),
          m_text(core::textIn(questionnaire, question.text, questionnaire.languages.front().tag).value_or("")),
          m_words(wordsOf(m_text))
    {}

    std::vector<Advice> run()
    {
        if (m_words.empty()) {
            consider("empty", "Skriv spørgsmålet på dansk først.");
            return std::move(m_advice);
        }
        commentsOff();
        oneClause();
        leading();
        persons();
        negated();
        wordCount();
        reading();
        lengths();
        wayOut();
        translations();
        if (m_advice.empty()) {
            m_advice.push_back({Advice::Level::Good, "good", goodSentence()});
        }
        return std::move(m_advice);
    }

private:
    void consider(std::string code, std::string sentence)
    {
        m_advice.push_back({Advice::Level::Consider, std::move(code), std::move(sentence)});
    }

    [[nodiscard]] std::string goodSentence() const
    {
        const std::string count = upperFirst(inWords(m_words.size())) + " ord. ";
        return m_question.verbatim ? count + "Ordlyden er taget ordret fra sin kilde."
                                   : count + "Ét emne ad gangen. Ingen ledende ord.";
    }

    [[nodiscard]] bool isOffered(const core::LanguageTag& tag) const
    {
        return m_surroundings.offered.empty() || m_surroundings.offered.contains(tag);
    }

    void commentsOff()
    {
        if (m_question.kind == QuestionKind::Comment && !m_surroundings.commentsOn) {
            consider("comments-off", "Kommentarer er slået fra af centralenheden, så spørgsmålet vises ikke.");
        }
    }

    void oneClause()
    {
        if (m_question.verbatim) {
            return;
        }
        if (std::ranges::count(m_text, '?') > 1) {
            consider("two-questions",
                     "Der er to spørgsmålstegn. Stil ét spørgsmål ad gangen, så ved I, hvad der er svaret på.");
            return;
        }
        const std::string clause = secondClause(m_text);
        const bool joins = clause.starts_with("og ") || clause.starts_with("eller ") || clause.starts_with("men ") ||
                           clause.starts_with("så ");
        const bool lists =
            std::ranges::find(m_words, "samt") != m_words.end() ||
            (std::ranges::find(m_words, "og") != m_words.end() &&
             std::ranges::none_of(fixedPairs, [&](std::string_view pair) { return holds(m_words, pair); }));
        if (joins || lists) {
            const std::string word = joins ? clause.substr(0, clause.find(' '))
                                     : std::ranges::find(m_words, "samt") != m_words.end() ? "samt"
                                                                                           : "og";
            consider("two-questions", "Spørger du om to ting? " + quoted(word) +
                                          " binder dem sammen. Del dem i to spørgsmål, eller vælg den vigtigste.");
        } else if (!clause.empty()) {
            consider("clause",
                     m_text.find_first_of(",;:") != std::string::npos
                         ? "Spørgsmålet har en ledsætning. Det er lettere at læse uden komma."
                         : "Spørgsmålet har en ledsætning (" + quoted(clause) + "). Det er lettere at læse uden.");
        }
    }

    void leading()
    {
        if (m_question.verbatim) {
            return;
        }
        for (const LeadingWords& one : leadingWords) {
            if (holds(m_words, one.words) && (one.unless.empty() || !holds(m_words, one.unless))) {
                consider("leading", quoted(one.words) + " " + std::string(one.reason));
                return;
            }
        }
    }

    void persons()
    {
        if (m_question.verbatim) {
            return;
        }
        const auto judge = [&](const std::string& text) {
            if (const auto name = nameIn(text, m_surroundings.staffNames)) {
                consider("person", quoted(text) + " nævner " + *name +
                                       ". Standen måler stedet og giver ikke karakter til én medarbejder.");
                return true;
            }
            const Words words = wordsOf(text);
            const auto found = std::ranges::find_if(words, isOnePerson);
            if (found != words.end()) {
                consider("person",
                         quoted(*found) + " er én person. Spørg til mødet eller hjælpen, så ingen får karakter.");
            }
            return found != words.end();
        };
        if (judge(m_text)) {
            return;
        }
        for (const Option& option : m_question.options) {
            const auto text = core::textIn(m_questionnaire, option.text, m_questionnaire.languages.front().tag);
            if (text && judge(*text)) {
                return;
            }
        }
    }

    void negated()
    {
        if (m_question.verbatim) {
            return;
        }
        for (const std::string_view word : absolutes) {
            if (holds(m_words, word)) {
                consider("absolute",
                         quoted(word) + " er sjældent sandt, så mange må svare nej. Spørg til besøget i dag.");
                break;
            }
        }
        for (const std::string_view word : negations) {
            if (holds(m_words, word)) {
                consider("negation",
                         quoted(word) + " gør det svært at vide, hvad et ja betyder. Spørg, hvordan noget var.");
                break;
            }
        }
    }

    void wordCount()
    {
        if (!m_question.verbatim && m_words.size() > questionWordsAdvised) {
            consider("words", "Spørgsmålet har " + inWords(m_words.size()) + " ord. Op til " +
                                  inWords(questionWordsAdvised) + " er nemme at læse, mens man er på vej ud.");
        }
    }

    void reading()
    {
        if (m_question.verbatim) {
            return;
        }
        for (const std::string& word : m_words) {
            if (characters(word) > wordCharactersAdvised) {
                consider("long-word", quoted(word) + " er et langt ord. Findes der et kortere?");
                return;
            }
        }
        std::vector<std::string> page{m_text};
        const auto add = [&](const core::Text& text) {
            if (const auto words = core::textIn(m_questionnaire, text, m_questionnaire.languages.front().tag)) {
                page.push_back(*words);
            }
        };
        add(m_question.hint);
        for (const Option& option : m_question.options) {
            add(option.text);
        }
        if (lix(page) > lixAdvised) {
            consider("reading", "Der er mange lange ord. Korte ord fra hverdagen kan alle læse.");
        }
    }

    void lengths()
    {
        for (const core::Language& language : m_questionnaire.languages) {
            if (!isOffered(language.tag)) {
                continue;
            }
            if (const auto text = m_question.text.find(language.tag);
                text != m_question.text.end() && characters(text->second) > questionCharactersAdvised) {
                consider("length",
                         "Teksten på " + danishName(language) + " har " + std::to_string(characters(text->second)) +
                             " tegn. Med stor skrift er der plads til " + std::to_string(questionCharactersAdvised) +
                             ". Er den længere, bliver skriften mindre.");
            }
            if (m_question.kind == QuestionKind::Degree || m_question.kind == QuestionKind::Faces) {
                continue; // the scale's words are shipped
            }
            for (const Option& option : m_question.options) {
                const auto words = option.text.find(language.tag);
                if (words != option.text.end() && option.id != dontKnowChoice().id &&
                    characters(words->second) > optionCharactersAdvised) {
                    consider("length", "Svaret " + quoted(words->second) + " har " +
                                           std::to_string(characters(words->second)) +
                                           " tegn. Med stor skrift er der plads til " +
                                           std::to_string(optionCharactersAdvised) + ".");
                }
            }
        }
    }

    /// An answer for whom none of the others fits.
    void wayOut()
    {
        const bool isChoice = m_question.kind == QuestionKind::Choice || m_question.kind == QuestionKind::Choices;
        if (!isChoice || m_question.ownership != core::Ownership::Local) {
            return; // nobody here can add an answer to a locked one
        }
        const auto has = [&](std::span<const std::string_view> phrases) {
            return std::ranges::any_of(m_question.options, [&](const Option& option) {
                const auto text = core::textIn(m_questionnaire, option.text, m_questionnaire.languages.front().tag);
                const Words words = wordsOf(text.value_or(""));
                return std::ranges::any_of(phrases, [&](std::string_view phrase) { return holds(words, phrase); });
            });
        };
        static constexpr std::array<std::string_view, 3> other{"andet", "andre", "ingen af"};
        static constexpr std::array<std::string_view, 2> doesNotKnow{"ved ikke", "ved det ikke"};
        if (!has(other)) {
            consider("other", "Svaret “Andet” mangler. Uden det må nogle vælge et svar, der ikke passer.");
        }
        if (!has(doesNotKnow)) {
            consider("dont-know", "Svaret “Ved ikke” mangler. Uden det gætter de, der ikke ved det.");
        }
    }

    void translations()
    {
        for (const core::Language& language : m_questionnaire.languages) {
            if (isOffered(language.tag) && !core::isAskable(m_questionnaire, m_question, language.tag)) {
                const std::string name = danishName(language);
                consider("translation", upperFirst(name) + " mangler. På " + name +
                                            " springes spørgsmålet over og gemmes som “ikke spurgt”.");
            }
        }
    }

    const Questionnaire& m_questionnaire;
    const Question& m_question;
    const Surroundings& m_surroundings;
    std::string m_text;
    Words m_words;
    std::vector<Advice> m_advice;
};

} // namespace

std::vector<Advice> advise(const Questionnaire& questionnaire, const core::QuestionId& question,
                           const Surroundings& surroundings)
{
    const Question* found = questionnaire.find(question);
    if (found == nullptr || questionnaire.languages.empty()) {
        return {};
    }
    return Coach(questionnaire, *found, surroundings).run();
}

std::vector<Advice> adviseWhole(const Questionnaire& questionnaire)
{
    std::map<int, std::set<core::Face>> tooMany;
    for (int score = 1; score <= 5; ++score) {
        const core::Face face = *core::faceOf(score);
        if (const int most = wire::questionsForOneVisitor(questionnaire, face); most > core::questionsAfterFacesMax) {
            tooMany[most].insert(face);
        }
    }
    std::vector<Advice> advice;
    for (const auto& [most, faces] : tooMany) {
        advice.push_back({Advice::Level::Consider, "more-than-five",
                          "Efter " + facesPhrase(faces) + " kan én besøgende få " +
                              inWords(static_cast<std::size_t>(most)) +
                              " spørgsmål. Højst fem må vises: tag et ud, skjul et, eller vis det kun for nogle."});
    }
    return advice;
}

std::string inWords(std::size_t number)
{
    static constexpr std::array<std::string_view, 13> words{"nul", "ét",   "to", "tre", "fire",   "fem", "seks",
                                                            "syv", "otte", "ni", "ti",  "elleve", "tolv"};
    return number < words.size() ? std::string(words.at(number)) : std::to_string(number);
}

} // namespace smiley::staff
