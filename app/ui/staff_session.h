// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/staff/pins.h"
#include "app/ui/staff_ports.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <QtQmlIntegration>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>

namespace smiley::ui {

/// Who stands at the stand as staff, and how far in they are: from the held mark over the PIN to the pages, and back to the
/// faces by itself. While it isn't `Away` the stand is not for visitors. Use on the GUI's thread.
class StaffSession : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")

    Q_PROPERTY(Phase phase READ phase NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(bool editor READ isEditor NOTIFY changed)
    Q_PROPERTY(int entered READ entered NOTIFY changed)
    Q_PROPERTY(bool canTry READ canTry NOTIFY changed)
    Q_PROPERTY(bool checking READ isChecking NOTIFY changed)
    Q_PROPERTY(bool changing READ isChanging NOTIFY changed)
    Q_PROPERTY(Note note READ note NOTIFY changed)
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY changed)
    Q_PROPERTY(QString language READ language NOTIFY changed)
    Q_PROPERTY(bool inviting READ isInviting NOTIFY changed)
    Q_PROPERTY(QString posted READ posted NOTIFY changed)

public:
    enum Phase {
        Away,      ///< the faces
        Entry,     ///< the PIN is asked for
        Choosing,  ///< the first PIN was right: an own one is asked for
        Repeating, ///< … and once more
        Inside,    ///< signed in
        Cleaning,  ///< the screen can be wiped; no PIN is asked for
        Rehearsing ///< the whole visit in test mode, over the page
    };
    Q_ENUM(Phase)
    /// What is said under the digits.
    enum Note {
        NoNote,
        WrongNote,
        LostNote,   ///< wrong, and chosen PINs are void
        PausedNote, ///< for `secondsLeft`
        NobodyNote, ///< the centre has sent no people yet
        FaultNote,  ///< the database can't be used
        ShortNote,
        CommonNote, ///< also of a PIN that somebody else has
        OtherNote   ///< the second wasn't the first
    };
    Q_ENUM(Note)

    explicit StaffSession(StaffPorts ports, QObject* parent = nullptr);
    ~StaffSession() override;

    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] QString name() const;
    [[nodiscard]] bool isEditor() const { return m_person && m_person->role == staff::Role::Editor; }
    [[nodiscard]] const std::optional<staff::Person>& person() const { return m_person; }
    /// Whom the audit trail means; the id itself where nobody has it any more.
    [[nodiscard]] QString nameOf(const std::string& id) const;
    [[nodiscard]] int entered() const { return static_cast<int>(m_digits.size()); }
    /// As many digits as a PIN has at least.
    [[nodiscard]] bool canTry() const;
    [[nodiscard]] bool isChecking() const { return m_checking; }
    [[nodiscard]] bool isChanging() const { return m_changing; }
    [[nodiscard]] Note note() const { return m_note; }
    [[nodiscard]] int secondsLeft() const { return m_secondsLeft; } ///< of the pause, or of cleaning
    [[nodiscard]] bool isInviting() const { return m_inviting; }
    [[nodiscard]] QString posted() const { return m_posted; } ///< the day on which the result was put up, or empty
    [[nodiscard]] bool isPosted() const { return !m_posted.isEmpty(); }

    /// The mark was held.
    Q_INVOKABLE void open();
    /// Back to the faces, from wherever.
    Q_INVOKABLE void close();
    Q_INVOKABLE void digit(int digit);
    Q_INVOKABLE void erase();
    Q_INVOKABLE void enter();
    /// Danish or English, until back to the faces.
    Q_INVOKABLE void changeLanguage();
    [[nodiscard]] QString language() const { return m_english ? "en" : "da"; }
    /// Without a PIN, each logged: 30 s in which the screen can be wiped; the result hangs on the board; we invite today,
    /// or no longer.
    Q_INVOKABLE void clean();
    Q_INVOKABLE void post();
    Q_INVOKABLE void invite();
    /// Anybody touched anything: puts off the way back to the faces.
    Q_INVOKABLE void touched();
    /// An own PIN for another: the old one is asked for first, and whoever has it chooses.
    Q_INVOKABLE void changePin();
    void beginRehearsal();
    Q_INVOKABLE void endRehearsal();

    /// What staff did, by whoever is signed in.
    void note(const std::string& what, const std::string& detail);
    [[nodiscard]] const StaffPorts& ports() const { return m_ports; }

signals:
    void changed();
    /// Comes before changed(): what belongs to a phase is made and unmade with it.
    void phaseChanged();

private:
    void openPins();
    void sayWhatIs();
    void go(Phase phase);
    void stretch(std::function<std::function<void()>()> work);
    void check();
    void checked(const staff::SignIn& result, std::uint64_t stay);
    void choose();
    void chosen(std::optional<staff::Pins::ChooseFault> fault, std::uint64_t stay);
    void forgetDigits();
    void countDown();
    [[nodiscard]] std::unique_ptr<store::Store> openStore() const;
    void readMarks();

    StaffPorts m_ports;
    Phase m_phase = Away;
    std::optional<staff::Person> m_person;
    std::string m_digits;
    std::string m_chosen;     ///< the first of two
    std::uint64_t m_stay = 0; ///< another with everybody who comes: a PIN that was looked at meanwhile is nobody's
    bool m_checking = false;
    bool m_changing = false; ///< the PIN that is asked for is changed then
    Note m_note = NoNote;
    bool m_isPepperLost = false; ///< of the last PIN tried: said again once its pause is over
    int m_secondsLeft = 0;
    bool m_english = false;
    bool m_inviting = false;
    QString m_posted;
    std::unique_ptr<staff::Pins> m_pins;
    std::thread m_checker;
    QTimer m_idle;
    QTimer m_second;
    QTimer m_hour; ///< what was put up, and today's invitation, end by themselves
};

} // namespace smiley::ui
