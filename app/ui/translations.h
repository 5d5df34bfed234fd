// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

#include <functional>

namespace smiley::ui {

/// The program's own texts (qsTrId) in the language of the visitor: Danish below, the chosen one above it, so that a text
/// that easy Danish doesn't word differently is Danish. The questionnaire brings its own texts. Staff's texts are in files
/// of their own, in Danish and English. GUI thread.
class Translations {
public:
    /// `changed` is called when other texts are shown.
    explicit Translations(std::function<void()> changed = [] {});
    ~Translations();
    Translations(const Translations&) = delete;
    Translations& operator=(const Translations&) = delete;

    /// Shows `tag` from now on; a language without a translation shows Danish. Returns whether it has one.
    bool show(const QString& tag);

private:
    std::function<void()> m_changed;
    QString m_shown;
    QTranslator m_danish;
    QTranslator m_staffDanish;
    QTranslator m_chosen;
    QTranslator m_staffChosen;
};

} // namespace smiley::ui
