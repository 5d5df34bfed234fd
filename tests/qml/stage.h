// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/questionnaire.h"
#include "app/core/screen.h"
#include "app/core/settings.h"
#include "app/ui/key_pad.h"
#include "app/ui/narrator.h"
#include "app/ui/stand_info.h"
#include "app/ui/visitor_model.h"

#include <QObject>
#include <QStringList>

#include <map>
#include <string>
#include <variant>

namespace smiley::test {

/// Puts any screen on the real models, without a core behind them, and writes down what the visitor does.
///
/// Names of screens: "faces", "invite", "thanks", "changed", "haveIt", "withdrawn", "trouble",
/// "faceFirst", "marked", "about", "languages", "question:<id>" (of the questionnaire in use), "timeOut", "comment",
/// "comment:empty", "comment:full", "comment:removed", "thanks:removed", and of one-time tickets "ticket:first",
/// "ticket:needed", "ticket:taken", "ticket:used", "ticket:otherDay", "ticket:otherStand", "ticket:notACard" and
/// "ticket:cannotCheck", each note also with ":required", the first two also with ":unread".
class Stage : public QObject {
    Q_OBJECT
    Q_PROPERTY(smiley::ui::VisitorModel* visitor READ visitor CONSTANT)
    Q_PROPERTY(smiley::ui::StandInfo* stand READ stand CONSTANT)
    Q_PROPERTY(smiley::ui::KeyPad* keys READ keys CONSTANT)
    Q_PROPERTY(smiley::ui::Narrator* narrator READ narrator CONSTANT)
    Q_PROPERTY(QStringList calls READ calls NOTIFY called)

public:
    explicit Stage(QObject* parent = nullptr);

    [[nodiscard]] ui::VisitorModel* visitor() { return &m_visitor; }
    [[nodiscard]] ui::StandInfo* stand() { return &m_stand; }
    /// Of windows that bring none of their own; nobody hears them.
    [[nodiscard]] ui::KeyPad* keys() { return &m_keys; }
    [[nodiscard]] ui::Narrator* narrator() { return &m_narrator; }
    /// What was asked for since clear(), in order: "touched" is left out, and counted by touches().
    [[nodiscard]] QStringList calls() const { return m_calls; }
    Q_INVOKABLE int touches() const { return m_touches; }
    Q_INVOKABLE void clear();

    /// One of the shipped questionnaires ("smiley-trust").
    Q_INVOKABLE void useQuestionnaire(const QString& name);
    [[nodiscard]] const core::Questionnaire& questionnaire() const { return m_questionnaire; }
    [[nodiscard]] core::StandSettings& settings() { return m_settings; }
    Q_INVOKABLE void set(const QString& setting, bool on);
    void applySettings();

    Q_INVOKABLE void show(const QString& screen, const QString& language = "da", bool contrast = false);
    /// Whether somebody listens by loudspeaker, in this screen and the next.
    void listen(bool on);
    Q_INVOKABLE void mark(const QStringList& options);
    Q_INVOKABLE void quarters(int left);
    Q_INVOKABLE void write(const QString& comment); ///< what the core gives back of what was typed

signals:
    void called();

private:
    void send(const core::VisitEvent& event);
    void showQuestion(const std::string& id, const std::string& language);
    [[nodiscard]] std::string text(const core::Text& text, const std::string& language) const;

    ui::VisitorModel m_visitor;
    ui::StandInfo m_stand;
    ui::KeyPad m_keys{m_visitor, m_stand};
    ui::Narrator m_narrator{m_visitor, m_stand, m_keys, nullptr};
    core::Questionnaire m_questionnaire;
    core::StandSettings m_settings;
    core::Screen m_screen;
    bool m_listens = false;
    QStringList m_calls;
    int m_touches = 0;
};

} // namespace smiley::test
