// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ui/visitor_window.h"
#include "tests/qml/figures.h"
#include "tests/qml/stage.h"
#include "tests/support/fake_speech.h"

#include <QStringList>
#include <QTranslator>

#include <memory>

namespace smiley::test {

/// The program's texts in no language: Danish, each word two fifths longer and with marks above its vowels.
class LongWords : public QTranslator {
    Q_OBJECT

public:
    explicit LongWords(QObject* parent = nullptr);

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char* comment, int n) const override;
    [[nodiscard]] static QString longer(const QString& text);

private:
    QTranslator m_danish;
};

/// Columns and rows of a test: every panel ("panel", its index), each language, plain and with "contrast".
void addRows(const QStringList& languages);

/// The window on the stage, on one panel after the other.
class Screens {
public:
    Screens();
    ~Screens();

    [[nodiscard]] Stage& stage() { return m_stage; }
    [[nodiscard]] QQuickWindow& window() { return m_window->window(); }
    [[nodiscard]] const Panel& panel() const { return *m_panel; }

    /// Of Stage: every screen that a visitor can meet, each with its longest footer.
    [[nodiscard]] QStringList all() const;
    /// Every language of the questionnaire, drafts too, and "long": the program's texts stretched.
    [[nodiscard]] QStringList languages() const;

    void mount(const Panel& panel);
    void show(const QString& screen, const QString& language, Look look);
    /// What is drawn when nothing is left to do: the first frame lays out, some pictures are painted only then.
    [[nodiscard]] QImage frame();

private:
    Stage m_stage;
    FakeSpeech m_speech; ///< so that "Læs højt" has its place
    std::unique_ptr<ui::VisitorWindow> m_window;
    const Panel* m_panel = panels.data();
    LongWords m_longWords;
    bool m_long = false;
};

} // namespace smiley::test
