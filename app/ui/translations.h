// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

class QQmlEngine;

namespace smiley::ui {

/// The program's own texts (qsTrId) in the language of the visitor: Danish below, the chosen one above it, so that a text
/// that easy Danish doesn't word differently is Danish. The questionnaire brings its own texts. GUI thread.
class Translations {
public:
    explicit Translations(QQmlEngine& engine);
    ~Translations();
    Translations(const Translations&) = delete;
    Translations& operator=(const Translations&) = delete;

    /// Shows `tag` from now on; a language without a translation shows Danish.
    void show(const QString& tag);

private:
    QQmlEngine& m_engine;
    QString m_shown;
    QTranslator m_danish;
    QTranslator m_chosen;
};

} // namespace smiley::ui
