// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/screen.h"
#include "app/core/visit.h"
#include "app/ui/option_model.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQmlIntegration>

#include <functional>

namespace smiley::ui {

/// What the visitor's screen shows (core::Screen) as properties, and what the visitor does as calls. It mirrors and
/// passes on; it decides nothing. Use on the GUI's thread.
class VisitorModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")

    Q_PROPERTY(Page page READ page NOTIFY screenChanged)
    Q_PROPERTY(Overlay overlay READ overlay NOTIFY screenChanged)
    Q_PROPERTY(Banner banner READ banner NOTIFY screenChanged)
    Q_PROPERTY(Kind kind READ kind NOTIFY screenChanged)
    Q_PROPERTY(QString language READ language NOTIFY screenChanged)
    Q_PROPERTY(bool rightToLeft READ rightToLeft NOTIFY screenChanged)
    Q_PROPERTY(bool contrast READ contrast NOTIFY screenChanged)
    Q_PROPERTY(QString faceQuestion READ faceQuestion NOTIFY screenChanged)
    Q_PROPERTY(QStringList faceLabels READ faceLabels NOTIFY screenChanged)
    Q_PROPERTY(int marked READ marked NOTIFY screenChanged)
    Q_PROPERTY(int questionsOffered READ questionsOffered NOTIFY screenChanged)
    Q_PROPERTY(bool canWithdraw READ canWithdraw NOTIFY screenChanged)
    Q_PROPERTY(bool trouble READ trouble NOTIFY screenChanged)
    Q_PROPERTY(Note note READ note NOTIFY screenChanged)
    Q_PROPERTY(bool ticketFirst READ ticketFirst NOTIFY screenChanged)
    Q_PROPERTY(bool ticketsRequired READ ticketsRequired NOTIFY screenChanged)
    Q_PROPERTY(bool ticketsUnread READ ticketsUnread NOTIFY screenChanged)
    Q_PROPERTY(bool faceFirst READ faceFirst NOTIFY screenChanged)
    Q_PROPERTY(bool answersGiven READ answersGiven NOTIFY screenChanged)
    Q_PROPERTY(QString question READ question NOTIFY screenChanged)
    Q_PROPERTY(QString hint READ hint NOTIFY screenChanged)
    Q_PROPERTY(bool dependsOnAnswer READ dependsOnAnswer NOTIFY screenChanged)
    Q_PROPERTY(smiley::ui::OptionModel* options READ options CONSTANT)
    Q_PROPERTY(int markedCount READ markedCount NOTIFY screenChanged)
    Q_PROPERTY(int position READ position NOTIFY screenChanged)
    Q_PROPERTY(int total READ total NOTIFY screenChanged)
    Q_PROPERTY(bool isLast READ isLast NOTIFY screenChanged)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY screenChanged)
    Q_PROPERTY(bool canGoOn READ canGoOn NOTIFY screenChanged)
    Q_PROPERTY(Listening listening READ listening NOTIFY screenChanged)
    Q_PROPERTY(int volume READ volume NOTIFY screenChanged)
    Q_PROPERTY(int volumeSteps READ volumeSteps CONSTANT)
    Q_PROPERTY(QString comment READ comment NOTIFY screenChanged)
    Q_PROPERTY(int charactersLeft READ charactersLeft NOTIFY screenChanged)
    Q_PROPERTY(Removed removed READ removed NOTIFY screenChanged)
    Q_PROPERTY(bool closed READ isClosed NOTIFY screenChanged)
    Q_PROPERTY(int quartersLeft READ quartersLeft NOTIFY screenChanged)

public:
    enum Page { FacesPage, QuestionPage };
    Q_ENUM(Page)
    enum Overlay { NoOverlay, AboutOverlay, LanguagesOverlay, TimeOutOverlay };
    Q_ENUM(Overlay)
    enum Banner {
        NoBanner,
        InvitationBanner,
        ThanksBanner,
        ChangedBanner,
        HaveItBanner,
        WithdrawnBanner,
        WithoutTicketBanner
    };
    Q_ENUM(Banner)
    /// Of the ticket that was shown.
    enum Note { NoNote, TakenNote, UsedNote, OtherDayNote, OtherStandNote, NotACardNote, CannotCheckNote };
    Q_ENUM(Note)
    enum Kind { DegreeKind, ChoiceKind, ChoicesKind, CommentKind };
    Q_ENUM(Kind)
    enum Listening { NotListening, ByLoudspeaker, ByHeadphones };
    Q_ENUM(Listening)
    /// What was taken out of the comment, as the visitor is told: what weighs most.
    enum Removed { NothingRemoved, CprRemoved, NumberRemoved, AddressRemoved, NameRemoved };
    Q_ENUM(Removed)

    /// `send` takes what the visitor did.
    explicit VisitorModel(std::function<void(core::VisitEvent)> send, QObject* parent = nullptr);

    void setScreen(const core::Screen& screen);

    [[nodiscard]] Page page() const;
    [[nodiscard]] Overlay overlay() const;
    [[nodiscard]] Banner banner() const;
    [[nodiscard]] Kind kind() const;
    [[nodiscard]] QString language() const;
    [[nodiscard]] bool rightToLeft() const;
    [[nodiscard]] bool contrast() const { return m_screen.contrast; }
    [[nodiscard]] QString faceQuestion() const;
    [[nodiscard]] QStringList faceLabels() const;
    [[nodiscard]] int marked() const; ///< 0: none
    [[nodiscard]] int questionsOffered() const { return m_screen.questionsOffered; }
    [[nodiscard]] bool canWithdraw() const { return m_screen.canWithdraw; }
    [[nodiscard]] bool trouble() const { return m_screen.trouble; }
    [[nodiscard]] Note note() const;
    [[nodiscard]] bool ticketFirst() const { return m_screen.ticketFirst; }
    [[nodiscard]] bool ticketsRequired() const { return m_screen.ticketsRequired; }
    [[nodiscard]] bool ticketsUnread() const { return m_screen.ticketsUnread; }
    [[nodiscard]] bool faceFirst() const { return m_screen.faceFirst; }
    [[nodiscard]] bool answersGiven() const { return m_screen.answersGiven; }
    [[nodiscard]] QString question() const;
    [[nodiscard]] QString hint() const;
    [[nodiscard]] bool dependsOnAnswer() const { return m_screen.dependsOnAnswer; }
    [[nodiscard]] OptionModel* options() { return &m_options; }
    [[nodiscard]] int markedCount() const { return m_options.markedCount(); }
    [[nodiscard]] int position() const { return m_screen.position; }
    [[nodiscard]] int total() const { return m_screen.total; }
    [[nodiscard]] bool isLast() const { return m_screen.isLast; }
    [[nodiscard]] bool canGoBack() const { return m_screen.canGoBack; }
    [[nodiscard]] bool canGoOn() const { return m_screen.canGoOn; }
    [[nodiscard]] Listening listening() const;
    [[nodiscard]] int volume() const { return m_screen.volume; } ///< 1..core::volumeSteps
    [[nodiscard]] int volumeSteps() const { return core::volumeSteps; }
    [[nodiscard]] QString comment() const { return QString::fromStdString(m_screen.comment); }
    [[nodiscard]] int charactersLeft() const { return m_screen.charactersLeft; }
    [[nodiscard]] Removed removed() const;
    [[nodiscard]] bool isClosed() const { return m_screen.closed; } ///< not for visitors just now
    [[nodiscard]] int quartersLeft() const { return m_screen.quartersLeft; }

    /// What the next answers are given with, where nobody listens: set by whoever reads touches and keys.
    void setByKeys(bool byKeys) { m_byKeys = byKeys; }
    Q_INVOKABLE void tapFace(int face); ///< 1..5, worst first; others are ignored
    Q_INVOKABLE void accept();
    Q_INVOKABLE void toggle(const QString& optionId);
    Q_INVOKABLE void next();
    Q_INVOKABLE void back();
    Q_INVOKABLE void skip();
    Q_INVOKABLE void stop();
    Q_INVOKABLE void withdraw();
    Q_INVOKABLE void nextPerson();
    Q_INVOKABLE void chooseLanguage(const QString& tag);
    Q_INVOKABLE void toggleContrast();
    Q_INVOKABLE void type(const QString& text); ///< at the end of the comment
    Q_INVOKABLE void erase();                   ///< its last letter
    Q_INVOKABLE void readAloud();               ///< speech mode on or off
    Q_INVOKABLE void louder();
    Q_INVOKABLE void softer();
    void speechBegan();
    void speechEnded();
    Q_INVOKABLE void openAbout();
    Q_INVOKABLE void openLanguages();
    Q_INVOKABLE void closeOverlay();
    Q_INVOKABLE void touched();

signals:
    /// Comes before screenChanged, so that texts are translated when they are shown.
    void languageChanged(const QString& tag);
    void screenChanged();
    /// What was typed or erased leaves the comment as it is: it is full, or empty.
    void wroteNothing();

private:
    std::function<void(core::VisitEvent)> m_send;
    core::Screen m_screen;
    bool m_byKeys = false;
    OptionModel m_options;
};

} // namespace smiley::ui
