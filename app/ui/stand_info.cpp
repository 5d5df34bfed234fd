// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/stand_info.h"

#include "app/ui/promises.h"

#include <algorithm>

namespace smiley::ui {

namespace {

constexpr double mmPerInch = 25.4;
constexpr double shadeMax = 0.6;
constexpr int leastBrightness = 10; // per cent
constexpr int fullBrightness = 100;

/// Those of `tags` that the questionnaire has, with their names in themselves.
QVariantList shown(const core::Questionnaire& questionnaire, const std::vector<core::LanguageTag>& tags)
{
    QVariantList languages;
    for (const core::LanguageTag& tag : tags) {
        if (const core::Language* language = questionnaire.find(tag)) {
            languages << QVariantMap{{"tag", QString::fromStdString(tag)},
                                     {"name", QString::fromStdString(language->name)}};
        }
    }
    return languages;
}

} // namespace

void StandInfo::setConfiguration(const core::Questionnaire& questionnaire, const core::StandSettings& settings,
                                 double screenDpi)
{
    m_questionnaire = questionnaire;
    m_settings = settings;
    m_languages = shown(questionnaire, settings.languages);
    m_moreLanguages = shown(questionnaire, settings.moreLanguages);
    m_pxPerMm = settings.panelDpi.value_or(screenDpi) / mmPerInch;
    emit changed();
}

void StandInfo::setLanguage(const QString& tag)
{
    if (m_language != tag) {
        m_language = tag;
        emit changed();
    }
}

void StandInfo::setShadeFor(int brightness)
{
    const double shade = shadeMax * (fullBrightness - std::clamp(brightness, leastBrightness, fullBrightness)) /
                         (fullBrightness - leastBrightness);
    if (shade != m_shade) {
        m_shade = shade;
        emit shadeChanged();
    }
}

void StandInfo::setNoCameraOrMicrophone(bool confirmed)
{
    if (m_noCameraOrMicrophone != confirmed) {
        m_noCameraOrMicrophone = confirmed;
        emit changed();
    }
}

void StandInfo::setPosted(bool posted)
{
    if (m_posted != posted) {
        m_posted = posted;
        emit changed();
    }
}

QVariantList StandInfo::promises() const
{
    QVariantList promises;
    for (const Promise& promise : promisesOf(m_settings, m_noCameraOrMicrophone)) {
        promises << QVariantMap{{"icon", promise.icon}, {"lead", promise.lead}, {"body", promise.body}};
    }
    return promises;
}

QString StandInfo::said() const { return m_settings.saidDone ? inLanguage(m_settings.saidDone->said) : QString(); }

QString StandInfo::done() const { return m_settings.saidDone ? inLanguage(m_settings.saidDone->done) : QString(); }

QString StandInfo::inLanguage(const core::Text& text) const
{
    if (!m_questionnaire) {
        return {};
    }
    return QString::fromStdString(core::textIn(*m_questionnaire, text, m_language.toStdString()).value_or(""));
}

} // namespace smiley::ui
