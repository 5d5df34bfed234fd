// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/staff/coach.h"
#include "app/staff/draft.h"
#include "app/store/store.h"
#include "app/ui/preview.h"
#include "app/ui/rehearsal.h"
#include "app/ui/staff_session.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QVariantList>
#include <QVariantMap>
#include <QtQmlIntegration>

#include <functional>
#include <memory>
#include <optional>

namespace smiley::ui {

/// The questions as staff work on them: staff::Draft for the screens, with what is chosen there. Every change is kept in
/// the store before the next touch, so that leaving or a power cut loses nothing; nothing of it counts before it is
/// published. For a reader every change is refused. Use on the GUI's thread.
class EditorModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")

    Q_PROPERTY(bool canEdit READ canEdit NOTIFY changed)
    Q_PROPERTY(QVariantList lines READ lines NOTIFY changed)
    Q_PROPERTY(QString chosen READ chosen NOTIFY changed)
    Q_PROPERTY(QString language READ language NOTIFY changed)
    Q_PROPERTY(QVariantMap question READ question NOTIFY changed)
    Q_PROPERTY(QVariantList languages READ languages NOTIFY changed)
    Q_PROPERTY(QVariantList advice READ advice NOTIFY changed)
    Q_PROPERTY(QStringList faults READ faults NOTIFY changed)
    Q_PROPERTY(QStringList changes READ changes NOTIFY changed)
    Q_PROPERTY(QStringList wholeAdvice READ wholeAdvice NOTIFY changed)
    Q_PROPERTY(bool hasComment READ hasComment NOTIFY changed)
    Q_PROPERTY(bool changedHere READ isChanged NOTIFY changed)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY changed)
    Q_PROPERTY(QString startDay READ startDay NOTIFY changed)
    Q_PROPERTY(QString startDate READ startDate NOTIFY changed)
    Q_PROPERTY(bool canStartNow READ canStartNow NOTIFY changed)
    Q_PROPERTY(QString notice READ notice NOTIFY changed)
    Q_PROPERTY(bool noticeWarns READ noticeWarns NOTIFY changed)
    Q_PROPERTY(int step READ step WRITE setStep NOTIFY changed)
    Q_PROPERTY(QVariantList library READ library NOTIFY changed)
    Q_PROPERTY(QVariantList versions READ versions NOTIFY changed)
    Q_PROPERTY(QString version READ version NOTIFY changed)
    Q_PROPERTY(QStringList versionChanges READ versionChanges NOTIFY changed)
    Q_PROPERTY(smiley::ui::VisitorModel* preview READ preview CONSTANT)
    Q_PROPERTY(smiley::ui::Rehearsal* rehearsal READ rehearsal NOTIFY rehearsalChanged)

public:
    /// As core::QuestionKind.
    enum Kind { Faces, Degree, Choice, Choices, Comment };
    Q_ENUM(Kind)

    explicit EditorModel(StaffSession& session, QObject* parent = nullptr);
    ~EditorModel() override;

    [[nodiscard]] bool canEdit() const;
    /// {id, title, detail, locked, hidden, canMoveUp, canMoveDown}, the core question first.
    [[nodiscard]] QVariantList lines() const { return m_lines; }
    [[nodiscard]] QString chosen() const { return m_chosen; }
    [[nodiscard]] QString language() const { return m_language; }
    /// The chosen one: {title, kind, locked, hidden, askedNow, canMoveUp, canMoveDown, condition, text, hint, length,
    /// advised, most, rightToLeft, askable, kinds, options, canAddOption, parts, faces, after, choicesAfter, afterAnswers}.
    [[nodiscard]] QVariantMap question() const { return m_question; }
    /// Of the chosen question: {tag, name, rightToLeft, offered, missing, unread, danish, state}, those that visitors can
    /// choose first.
    [[nodiscard]] QVariantList languages() const { return m_languages; }
    [[nodiscard]] QVariantList advice() const { return m_advice; }  ///< {consider, sentence}
    [[nodiscard]] QStringList faults() const { return m_faults; }   ///< why it can't be saved
    [[nodiscard]] QStringList changes() const { return m_changes; } ///< since what counts from the next opening day on
    [[nodiscard]] QStringList wholeAdvice() const { return m_wholeAdvice; } ///< on all of them together
    [[nodiscard]] bool hasComment() const;
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    [[nodiscard]] QString startDay() const;  ///< "mandag", in the language of the screens
    [[nodiscard]] QString startDate() const; ///< "mandag 23. november", likewise
    [[nodiscard]] bool canStartNow() const { return m_around.canStartNow; }
    [[nodiscard]] QString notice() const { return m_notice; } ///< what became of the last press
    [[nodiscard]] bool noticeWarns() const { return m_noticeWarns; }
    [[nodiscard]] int step() const { return m_step; } ///< of a panel that has no room for all columns
    void setStep(int step);
    /// {theme, questions: [{id, text, kind}]}; read when asked for.
    [[nodiscard]] QVariantList library() const;
    [[nodiscard]] QVariantList versions() const { return m_versions; } ///< {hash, words, inForce}
    [[nodiscard]] QString version() const { return m_version; }        ///< hash of the one looked at
    /// What would change if the one looked at counted again.
    [[nodiscard]] QStringList versionChanges() const { return m_versionChanges; }
    [[nodiscard]] VisitorModel* preview() { return m_preview.visitor(); }
    [[nodiscard]] Rehearsal* rehearsal() const { return m_rehearsal.get(); }
    [[nodiscard]] const staff::Draft& draft() const { return *m_draft; }

    /// A questionnaire from a file becomes the draft: its local questions in place of these. False for a reader.
    bool take(const core::Questionnaire& other);

    Q_INVOKABLE void choose(const QString& question);
    Q_INVOKABLE void chooseLanguage(const QString& tag);
    Q_INVOKABLE bool add(Kind kind);
    Q_INVOKABLE bool addFromLibrary(const QString& question);
    Q_INVOKABLE void remove();
    Q_INVOKABLE void setHidden(bool hidden);
    /// For visitors too, and not only from the next opening day on.
    Q_INVOKABLE bool hideNow();
    Q_INVOKABLE void move(const QString& question, int place);
    Q_INVOKABLE void moveUp();
    Q_INVOKABLE void moveDown();
    /// `part`: "text", "hint", or "option:" and its id.
    Q_INVOKABLE void write(const QString& part, const QString& tag, const QString& words);
    /// What the coach says to the words while they are being written; empty: nothing to think over.
    [[nodiscard]] Q_INVOKABLE QString adviceTo(const QString& part, const QString& tag, const QString& words) const;
    Q_INVOKABLE void setKind(Kind kind);
    Q_INVOKABLE void addOption();
    Q_INVOKABLE void removeOption(const QString& option);
    Q_INVOKABLE void moveOption(const QString& option, int place);
    Q_INVOKABLE void toggleFace(int face);
    Q_INVOKABLE void askAfter(const QString& question); ///< empty: whatever was answered
    Q_INVOKABLE void toggleAnswer(const QString& option);
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();
    /// Forgets the draft.
    Q_INVOKABLE void discard();
    /// True where it is saved; else `notice` says why not.
    Q_INVOKABLE bool publish(bool now);
    Q_INVOKABLE void readVersions();
    Q_INVOKABLE void lookAt(const QString& version);
    Q_INVOKABLE bool restore();
    Q_INVOKABLE void rehearse();

signals:
    void changed();
    void rehearsalChanged();

private:
    void open();
    void apply(const std::function<bool(staff::Draft&)>& change);
    void keep();
    void refresh();
    void refreshQuestion();
    void refreshCondition(const core::Question& question);
    [[nodiscard]] QVariantList parts(const core::Question& question) const;
    void say(const std::string& sentence, bool warns);
    bool ended(const core::Result<outbox::LocalVersion, outbox::PublishFault>& result, const std::string& sentence);
    void followPhase();
    bool followInForce();
    void followMinute();
    /// What is shown besides the draft.
    struct Around {
        bool canEdit = false;
        core::Day startsOn;
        bool canStartNow = false;
        std::uint64_t version = 0; ///< of the centre's configuration and of staff's
        std::uint64_t localVersion = 0;
        bool operator==(const Around&) const = default;
    };
    [[nodiscard]] Around around() const;
    [[nodiscard]] const outbox::InForce& inForce() const { return m_session.ports().inForce(); }
    [[nodiscard]] core::Now now() const { return m_session.ports().clock.now(); }
    [[nodiscard]] core::Day startsOn() const;
    [[nodiscard]] staff::Surroundings surroundings() const;
    [[nodiscard]] const core::Question* chosenQuestion() const;

    StaffSession& m_session;
    std::unique_ptr<store::Store> m_store;
    std::optional<staff::Draft> m_draft; ///< always there
    std::string m_openedOn;              ///< hash of what was in force then
    QTimer m_minute;

    QString m_chosen;
    QString m_language;
    int m_step = 0;
    QString m_notice;
    bool m_noticeWarns = false;
    QString m_version;

    QVariantList m_lines;
    QVariantMap m_question;
    QVariantList m_languages;
    QVariantList m_advice;
    QStringList m_faults;
    QStringList m_changes;
    QStringList m_wholeAdvice;
    Around m_around;
    bool m_answered = true; ///< today
    QVariantList m_versions;
    QStringList m_versionChanges;

    Preview m_preview;
    std::unique_ptr<Rehearsal> m_rehearsal;
};

} // namespace smiley::ui
