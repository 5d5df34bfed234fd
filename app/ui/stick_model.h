// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ui/staff_session.h"
#include "sync/outbox/stick_questionnaires.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QtQmlIntegration>

#include <atomic>
#include <functional>
#include <optional>
#include <thread>

namespace smiley::ui {

/// The USB stick and what goes over it: the exchange with the centre, questionnaire files, and the pages for the wall and
/// the desk. Copying has a thread of its own; everything else on the GUI's thread. Ended while copying, it stops after the
/// piece that is being written, and leaves no half file.
class StickModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")

    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString room READ room NOTIFY changed)
    Q_PROPERTY(bool readOnly READ isReadOnly NOTIFY changed)
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    Q_PROPERTY(QString progressWords READ progressWords NOTIFY changed)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)
    Q_PROPERTY(QStringList details READ details NOTIFY changed)
    Q_PROPERTY(QStringList questionnaires READ questionnaires NOTIFY changed)
    Q_PROPERTY(bool canImport READ canImport NOTIFY changed)

public:
    enum State {
        None,    ///< no stick is in
        Found,   ///< waits for a touch
        Copying, ///< don't take it out
        Done,    ///< it can be taken out; `sentence` says what was done
        Failed   ///< `sentence` says why and what to do
    };
    Q_ENUM(State)
    enum Document { WorksCouncil, Reception, Poster };
    Q_ENUM(Document)

    /// `take` makes a questionnaire the editor's draft; false: it can't. While `isTaken` (a copy of who was here before is
    /// still being stopped) no stick is found: two at once would remove each other's half files.
    StickModel(StaffSession& session, std::function<bool(const core::Questionnaire&)> take,
               std::function<bool()> isTaken, QObject* parent = nullptr);
    ~StickModel() override;

    /// Who copies has gone: the copy is stopped, and whatever becomes of it is nobody's any more.
    void leave();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString name() const { return m_place ? QString::fromStdString(m_place->name) : QString(); }
    [[nodiscard]] QString room() const; ///< "12,4 GB ledig af 16,0 GB"
    [[nodiscard]] bool isReadOnly() const { return m_place && m_place->readOnly; }
    [[nodiscard]] double progress() const { return m_progress; } ///< 0..1
    [[nodiscard]] QString progressWords() const { return m_progressWords; }
    [[nodiscard]] QString sentence() const { return m_sentence; }
    [[nodiscard]] QStringList details() const
    {
        return m_details;
    } ///< a line each: files that were left, faults of a file
    [[nodiscard]] QStringList questionnaires() const { return m_questionnaires; } ///< files on the stick
    [[nodiscard]] bool canImport() const { return m_session.isEditor(); }

    /// Sealed days onto the stick, and what the centre left on it into the stand.
    Q_INVOKABLE void exchange();
    Q_INVOKABLE void exportQuestionnaire();
    /// One of `questionnaires`. It becomes the draft; nothing counts before it is published. Refused for a reader.
    Q_INVOKABLE void importQuestionnaire(const QString& file);
    /// All of them, as PDF.
    Q_INVOKABLE void writeDocuments();
    Q_INVOKABLE void cancel() { m_cancelled = true; }
    /// The result has been read.
    Q_INVOKABLE void again();
    /// The text of a page as Text.StyledText, in the language that is shown.
    [[nodiscard]] Q_INVOKABLE QString documentText(Document document) const;

    /// A stick is being read or written: ending this now would wait for it, and a stick that hangs never answers.
    [[nodiscard]] bool isBusy() const { return m_isWorking || m_isListing; }

signals:
    void changed();

private:
    struct Outcome {
        std::optional<outbox::StickFault> fault;
        QString sentence;
        QStringList details;
        std::optional<core::Questionnaire> imported = {};
    };
    using Work = std::function<Outcome(const std::filesystem::path& stick, store::Store&, const outbox::StickUse&)>;

    void look();
    void list();
    void start(Work work);
    void ended(Outcome outcome);
    void showProgress(const outbox::StickProgress& progress);
    static Outcome failed(const core::Failure<outbox::StickFault>& fault);

    StaffSession& m_session;
    std::function<bool(const core::Questionnaire&)> m_take;
    std::function<bool()> m_isTaken;
    bool m_hasLeft = false;
    QTimer m_look;
    std::thread m_worker;
    std::thread m_lister;
    std::atomic<bool> m_isWorking = false;
    std::atomic<bool> m_isListing = false;
    std::atomic<bool> m_cancelled = false;
    State m_state = None;
    std::optional<StickPlace> m_place;
    double m_progress = 0;
    QString m_progressWords;
    QString m_sentence;
    QStringList m_details;
    QStringList m_questionnaires;
};

} // namespace smiley::ui
