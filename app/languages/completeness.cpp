// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/languages/completeness.h"

#include <QRegularExpression>

#include <algorithm>

namespace smiley::languages {

namespace {

using Messages = std::map<QString, Message>;

bool isThere(const Message& message) { return message.finished && !message.obsolete && !message.translation.isEmpty(); }

/// "%1 %1 %2", in that order whatever the text's.
QString placeholdersOf(const QString& text)
{
    static const QRegularExpression placeholder("%L?(\\d{1,2}|n)");
    QStringList found;
    for (auto matches = placeholder.globalMatch(text); matches.hasNext();) {
        found << matches.next().captured();
    }
    found.sort();
    return found.join(' ');
}

const Messages& messagesOf(const std::vector<TranslationFile>& files, const core::LanguageTag& tag)
{
    static const Messages none;
    const auto found = std::ranges::find(files, tag, &TranslationFile::tag);
    return found == files.end() ? none : found->messages;
}

/// What the other languages are held against: Danish without what no screen uses any more.
Messages sourceOf(const std::vector<TranslationFile>& files)
{
    Messages danish = messagesOf(files, sourceLanguage);
    std::erase_if(danish, [](const auto& entry) { return entry.second.obsolete; });
    return danish;
}

/// Danish, then as the questionnaires name them, then those that only have a file.
std::vector<core::LanguageTag> tagsOf(const std::vector<TranslationFile>& files,
                                      const std::vector<core::Questionnaire>& questionnaires)
{
    std::vector<core::LanguageTag> tags{sourceLanguage};
    const auto add = [&tags](const core::LanguageTag& tag) {
        if (std::ranges::find(tags, tag) == tags.end()) {
            tags.push_back(tag);
        }
    };
    for (const core::Questionnaire& questionnaire : questionnaires) {
        for (const core::Language& language : questionnaire.languages) {
            add(language.tag);
        }
    }
    for (const TranslationFile& file : files) {
        add(file.tag);
    }
    return tags;
}

void checkTexts(LanguageState& state, const Messages& danish, const Messages& own)
{
    for (const auto& [id, message] : own) {
        const auto source = danish.find(id);
        if (source == danish.end() || message.obsolete) {
            state.obsolete << id;
            continue;
        }
        if (!isThere(message)) {
            continue;
        }
        ++state.texts;
        if (message.source != source->second.translation) {
            state.outdated << id;
        }
        if (placeholdersOf(message.translation) != placeholdersOf(source->second.translation)) {
            state.placeholders << id;
        }
    }
    for (const auto& [id, message] : danish) {
        const auto found = own.find(id);
        if (state.fallback.empty() && (found == own.end() || !isThere(found->second))) {
            state.missing << id;
        }
    }
}

QStringList missingOf(const core::Questionnaire& questionnaire, const core::LanguageTag& tag)
{
    QStringList missing;
    const auto lacks = [&](const core::Text& text) { return !core::textIn(questionnaire, text, tag).has_value(); };
    for (const core::Question& question : questionnaire.questions) {
        const QString id = QString::fromStdString(question.id.text());
        if (lacks(question.text)) {
            missing << id;
            continue;
        }
        if (!question.hint.empty() && lacks(question.hint)) {
            missing << id + " hint";
        }
        for (const core::Option& option : question.options) {
            if (lacks(option.text)) {
                missing << id + " option " + QString::fromStdString(option.id.text());
            }
        }
    }
    return missing;
}

void checkQuestionnaire(LanguageState& state, const core::Questionnaire& questionnaire)
{
    const core::Language* language = questionnaire.find(state.tag);
    if (language != nullptr) {
        state.name = language->name;
        state.direction = language->direction;
        if (state.fallback.empty()) {
            state.fallback = language->fallback.value_or("");
        }
        state.draft = state.draft || language->draft;
        const QString who = QString::fromStdString(language->signedBy);
        if (!who.isEmpty() && !state.signedBy.contains(who)) {
            state.signedBy << who;
        }
    }
    state.questionnaires.push_back({questionnaire.id, language != nullptr, missingOf(questionnaire, state.tag)});
}

} // namespace

bool LanguageState::isComplete() const
{
    return missing.isEmpty() && outdated.isEmpty() && placeholders.isEmpty() &&
           std::ranges::all_of(questionnaires, [](const QuestionnaireGap& gap) { return gap.missing.isEmpty(); });
}

bool Completeness::isGood() const
{
    return std::ranges::all_of(languages, [](const LanguageState& language) {
        return language.draft ? language.placeholders.isEmpty() : language.isComplete();
    });
}

Completeness check(const std::vector<TranslationFile>& files, const std::vector<core::Questionnaire>& questionnaires)
{
    const Messages danish = sourceOf(files);
    Completeness result;
    result.texts = static_cast<int>(danish.size());
    for (const core::LanguageTag& tag : tagsOf(files, questionnaires)) {
        LanguageState state;
        state.tag = tag;
        for (const core::Questionnaire& questionnaire : questionnaires) {
            checkQuestionnaire(state, questionnaire);
        }
        if (state.name.empty() && tag != sourceLanguage) {
            state.draft = true; // no questionnaire says that somebody has signed it
        }
        checkTexts(state, danish, messagesOf(files, tag));
        result.languages.push_back(std::move(state));
    }
    return result;
}

} // namespace smiley::languages
