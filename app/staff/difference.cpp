// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/difference.h"

#include "app/staff/library.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace smiley::staff {

using core::Question;
using core::QuestionKind;
using core::Questionnaire;

namespace {

/// "a", "a og b", "a, b og c".
std::string listed(const std::vector<std::string>& parts, const std::string& last = " og ")
{
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        text += i == 0 ? "" : i + 1 == parts.size() ? last : ", ";
        text += parts[i];
    }
    return text;
}

std::string optionTitle(const Questionnaire& questionnaire, const core::Option& option)
{
    const auto text = questionnaire.languages.empty()
                          ? std::nullopt
                          : core::textIn(questionnaire, option.text, questionnaire.languages.front().tag);
    return text.value_or("et tomt svar");
}

std::string lowerFirst(std::string text)
{
    if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z') {
        text.front() = static_cast<char>(text.front() - 'A' + 'a');
    }
    return text;
}

/// Danish first, then the languages that have other words now.
std::vector<std::string> changedLanguages(const Questionnaire& after, const core::Text& before, const core::Text& now)
{
    std::vector<std::string> names;
    for (const core::Language& language : after.languages) {
        const auto one = before.find(language.tag);
        const auto other = now.find(language.tag);
        const bool had = one != before.end();
        const bool has = other != now.end();
        if (had != has || (had && one->second != other->second)) {
            names.push_back(danishName(language));
        }
    }
    return names;
}

class Difference {
public:
    Difference(const Questionnaire& before, const Questionnaire& after) : m_before(before), m_after(after) {}

    std::vector<std::string> run()
    {
        if (m_before.title != m_after.title) {
            say("Spørgeskemaet hedder nu " + quoted(m_after.title) + ".");
        }
        languages();
        for (const Question& question : m_after.questions) {
            if (const Question* before = m_before.find(question.id)) {
                changed(*before, question);
            } else {
                say("Nyt spørgsmål: " + quoted(titleOf(m_after, question)) +
                    ". Svarform: " + lowerFirst(kindName(question)) + ".");
                if (question.askIf) {
                    say("Det nye spørgsmål " + quoted(titleOf(m_after, question)) + " " +
                        lowerFirst(conditionSentence(m_after, question)) + ".");
                }
            }
        }
        for (const Question& question : m_before.questions) {
            if (m_after.find(question.id) == nullptr) {
                say("Taget ud: " + quoted(titleOf(m_before, question)) + ".");
            }
        }
        order();
        if (m_before.rotationDraw != m_after.rotationDraw) {
            say("Hver besøgende får nu " + std::to_string(m_after.rotationDraw) + " spørgsmål ved lodtrækning, før " +
                std::to_string(m_before.rotationDraw) + ".");
        }
        return std::move(m_sentences);
    }

private:
    void say(std::string sentence) { m_sentences.push_back(std::move(sentence)); }

    void languages()
    {
        for (const core::Language& language : m_after.languages) {
            if (m_before.find(language.tag) == nullptr) {
                say("Nyt sprog: " + danishName(language) + ".");
            }
        }
        for (const core::Language& language : m_before.languages) {
            if (m_after.find(language.tag) == nullptr) {
                say(upperFirst(danishName(language)) + " er taget ud.");
            }
        }
    }

    void changed(const Question& before, const Question& now)
    {
        const std::string old = titleOf(m_before, before);
        const std::string title = titleOf(m_after, now);
        if (old != title) {
            say("Ny ordlyd: " + quoted(title) + ". Før: " + quoted(old) + ".");
        }
        std::vector<std::string> names = changedLanguages(m_after, before.text, now.text);
        if (old != title && !names.empty() && names.front() == danishName(m_after.languages.front())) {
            names.erase(names.begin());
        }
        if (!names.empty()) {
            say("Ny oversættelse af " + quoted(title) + ": " + listed(names) + ".");
        }
        if (const auto hints = changedLanguages(m_after, before.hint, now.hint); !hints.empty()) {
            say("Ny hjælpetekst til " + quoted(title) + ": " + listed(hints) + ".");
        }
        if (before.kind != now.kind) {
            say(quoted(title) + " besvares nu som " + quoted(kindName(now)) + ", før " + quoted(kindName(before)) +
                ".");
        } else {
            options(before, now, title);
        }
        if (before.askIf != now.askIf) {
            say(quoted(title) + " " + lowerFirst(conditionSentence(m_after, now)) +
                ". Før: " + lowerFirst(conditionSentence(m_before, before)) + ".");
        }
        if (before.hidden != now.hidden) {
            say(now.hidden ? quoted(title) + " er skjult." : quoted(title) + " vises igen.");
        }
        if (before.ownership != now.ownership) {
            say(quoted(title) +
                (now.ownership == core::Ownership::Local ? " er nu lokalt." : " er nu låst af centralenheden."));
        }
        if (before.rotates != now.rotates) {
            say(quoted(title) +
                (now.rotates ? " kommer nu ved lodtrækning." : " kommer ikke længere ved lodtrækning."));
        }
    }

    void options(const Question& before, const Question& now, const std::string& title)
    {
        std::vector<core::OptionId> orderBefore;
        std::vector<core::OptionId> orderNow;
        for (const core::Option& option : now.options) {
            const auto old = std::ranges::find(before.options, option.id, &core::Option::id);
            const std::string words = optionTitle(m_after, option);
            if (old == before.options.end()) {
                say("Nyt svar i " + quoted(title) + ": " + quoted(words) + ".");
                continue;
            }
            orderNow.push_back(option.id);
            const std::string oldWords = optionTitle(m_before, *old);
            std::vector<std::string> names = changedLanguages(m_after, old->text, option.text);
            if (oldWords != words) {
                say("Nye ord for et svar i " + quoted(title) + ": " + quoted(words) + ". Før: " + quoted(oldWords) +
                    ".");
                if (!names.empty()) {
                    names.erase(names.begin());
                }
            }
            if (!names.empty()) {
                say("Ny oversættelse af svaret " + quoted(words) + " i " + quoted(title) + ": " + listed(names) + ".");
            }
        }
        for (const core::Option& option : before.options) {
            if (std::ranges::find(now.options, option.id, &core::Option::id) == now.options.end()) {
                say("Svaret " + quoted(optionTitle(m_before, option)) + " er taget ud af " + quoted(title) + ".");
            } else {
                orderBefore.push_back(option.id);
            }
        }
        if (orderBefore != orderNow) {
            say("Svarene i " + quoted(title) + " står i en ny rækkefølge.");
        }
    }

    void order()
    {
        std::vector<core::QuestionId> before;
        std::vector<core::QuestionId> after;
        for (const Question& question : m_before.questions) {
            if (m_after.find(question.id) != nullptr) {
                before.push_back(question.id);
            }
        }
        for (const Question& question : m_after.questions) {
            if (m_before.find(question.id) != nullptr) {
                after.push_back(question.id);
            }
        }
        if (before != after) {
            say("Spørgsmålene står i en ny rækkefølge.");
        }
    }

    const Questionnaire& m_before;
    const Questionnaire& m_after;
    std::vector<std::string> m_sentences;
};

} // namespace

std::string titleOf(const Questionnaire& questionnaire, const Question& question)
{
    const auto text = questionnaire.languages.empty()
                          ? std::nullopt
                          : core::textIn(questionnaire, question.text, questionnaire.languages.front().tag);
    return text.value_or("Nyt spørgsmål");
}

std::string kindName(const Question& question)
{
    switch (question.kind) {
    case QuestionKind::Faces: return "Fem ansigter";
    case QuestionKind::Degree: {
        const auto& own = question.options.empty() ? core::Text{} : question.options.front().text;
        const auto& grade = gradeScale().front().text;
        const auto words = own.find("da");
        return words != own.end() && words->second == grade.at("da") ? "I hvilken grad" : "Fem trin";
    }
    case QuestionKind::Choice: return "Ét valg";
    case QuestionKind::Choices: return "Et eller flere valg";
    case QuestionKind::Comment: return "Kommentar";
    }
    return {};
}

std::string quoted(std::string_view text) { return "“" + std::string(text) + "”"; }

std::string upperFirst(std::string text)
{
    if (text.starts_with("é")) {
        return "É" + text.substr(std::string_view("é").size());
    }
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

std::string danishName(const core::Language& language)
{
    static const std::map<core::LanguageTag, std::string> names{
        {"da", "dansk"},      {"da-x-let", "let dansk"}, {"en", "engelsk"},  {"ar", "arabisk"}, {"uk", "ukrainsk"},
        {"pl", "polsk"},      {"tr", "tyrkisk"},         {"so", "somali"},   {"fa", "farsi"},   {"de", "tysk"},
        {"kl", "grønlandsk"}, {"ro", "rumænsk"},         {"ti", "tigrinya"}, {"ur", "urdu"},    {"ku", "kurdisk"},
        {"sv", "svensk"},     {"no", "norsk"},           {"fr", "fransk"},   {"es", "spansk"},  {"ru", "russisk"},
    };
    const auto found = names.find(language.tag);
    return found == names.end() ? language.name : found->second;
}

std::string facesPhrase(const std::set<core::Face>& faces)
{
    using enum core::Face;
    using Faces = std::set<core::Face>;
    if (faces.empty() || faces.size() == 5) {
        return "alle ansigter";
    }
    if (faces == Faces{VeryBad}) {
        return "det dårligste ansigt";
    }
    if (faces == Faces{InBetween}) {
        return "det midterste ansigt";
    }
    if (faces == Faces{VeryGood}) {
        return "det bedste ansigt";
    }
    static const std::vector<std::pair<Faces, std::string>> runs{
        {{VeryBad, Bad}, "de to dårligste ansigter"},
        {{VeryBad, Bad, InBetween}, "de tre dårligste ansigter"},
        {{VeryBad, Bad, InBetween, Good}, "alle ansigter undtagen det bedste"},
        {{Good, VeryGood}, "de to bedste ansigter"},
        {{InBetween, Good, VeryGood}, "de tre bedste ansigter"},
        {{Bad, InBetween, Good, VeryGood}, "alle ansigter undtagen det dårligste"},
    };
    for (const auto& [run, phrase] : runs) {
        if (run == faces) {
            return phrase;
        }
    }
    std::vector<std::string> scores;
    for (const core::Face face : faces) {
        scores.push_back(std::to_string(core::score(face)));
    }
    return "ansigt " + listed(scores);
}

std::string conditionSentence(const Questionnaire& questionnaire, const Question& question)
{
    if (question.kind == QuestionKind::Faces) {
        return "Vises for alle";
    }
    const core::Condition everybody;
    const core::Condition& condition = question.askIf ? *question.askIf : everybody;
    std::string sentence = "Vises efter " + facesPhrase(condition.faces);
    if (!condition.question) {
        return sentence;
    }
    const Question* asked = questionnaire.find(*condition.question);
    if (asked == nullptr) {
        return sentence + ", hvis der svares på et spørgsmål, der ikke er her";
    }
    std::vector<std::string> options;
    for (const core::Option& option : asked->options) {
        if (condition.options.contains(option.id)) {
            options.push_back(quoted(optionTitle(questionnaire, option)));
        }
    }
    return sentence + ", hvis svaret på " + quoted(titleOf(questionnaire, *asked)) + " er " +
           (options.empty() ? "et, der ikke er her" : listed(options, " eller "));
}

std::vector<std::string> difference(const Questionnaire& before, const Questionnaire& after)
{
    return Difference(before, after).run();
}

} // namespace smiley::staff
