// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/languages/completeness.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace smiley::languages {

namespace {

QString statusOf(const LanguageState& language)
{
    if (language.draft) {
        return "draft";
    }
    return language.signedBy.isEmpty() ? "no draft" : "signed by " + language.signedBy.join("; ");
}

void list(QString& text, const QString& what, const QStringList& items)
{
    if (!items.isEmpty()) {
        text += QString("    %1: %2\n").arg(what, items.join(", "));
    }
}

} // namespace

QString describe(const Completeness& completeness)
{
    QString text;
    for (const LanguageState& language : completeness.languages) {
        text += QString("%1  %2  %3  %4 of %5 program texts  %6\n")
                    .arg(QString::fromStdString(language.tag), -8)
                    .arg(language.name.empty() ? "in no questionnaire" : QString::fromStdString(language.name), -12)
                    .arg(language.isComplete() ? "complete" : "incomplete", -10)
                    .arg(language.texts)
                    .arg(completeness.texts)
                    .arg(statusOf(language));
        if (!language.fallback.empty()) {
            text += QString("    the rest is %1\n").arg(QString::fromStdString(language.fallback));
        }
        list(text, "program texts missing", language.missing);
        list(text, "translated from another Danish wording", language.outdated);
        list(text, "other placeholders (%1 …) than Danish", language.placeholders);
        list(text, "obsolete program texts", language.obsolete);
        for (const QuestionnaireGap& gap : language.questionnaires) {
            if (!gap.isNamed) {
                text += QString("    %1 doesn't have this language\n").arg(QString::fromStdString(gap.questionnaire));
            } else {
                list(text, QString::fromStdString(gap.questionnaire) + " lacks", gap.missing);
            }
        }
    }
    return text;
}

QByteArray toJson(const Completeness& completeness)
{
    const auto array = [](const QStringList& items) { return QJsonArray::fromStringList(items); };
    QJsonArray languages;
    for (const LanguageState& language : completeness.languages) {
        QJsonArray questionnaires;
        for (const QuestionnaireGap& gap : language.questionnaires) {
            questionnaires << QJsonObject{{"id", QString::fromStdString(gap.questionnaire)},
                                          {"named", gap.isNamed},
                                          {"missing", array(gap.missing)}};
        }
        languages << QJsonObject{
            {"tag", QString::fromStdString(language.tag)},
            {"name", QString::fromStdString(language.name)},
            {"direction", language.direction == core::Direction::RightToLeft ? "rtl" : "ltr"},
            {"fallback", QString::fromStdString(language.fallback)},
            {"draft", language.draft},
            {"signed_by", array(language.signedBy)},
            {"complete", language.isComplete()},
            {"texts", language.texts},
            {"missing", array(language.missing)},
            {"outdated", array(language.outdated)},
            {"placeholders", array(language.placeholders)},
            {"obsolete", array(language.obsolete)},
            {"questionnaires", questionnaires},
        };
    }
    return QJsonDocument(
               QJsonObject{{"good", completeness.isGood()}, {"texts", completeness.texts}, {"languages", languages}})
        .toJson(QJsonDocument::Indented);
}

} // namespace smiley::languages
