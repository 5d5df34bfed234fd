// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/demo_run/centre.h"
#include "platform/demo_run/display.h"
#include "platform/demo_run/figures.h"
#include "platform/demo_run/stand.h"

#include <QString>
#include <QStringList>
#include <QTime>

#include <memory>

namespace smiley::demo {

/// A workshop in OUT (made; must be empty or absent): the clock is set to `time` of today in Copenhagen.
/// PROGRAMS is the folder of the programs. Stopped where something is missing, with the remedy.
[[nodiscard]] Workshop openWorkshop(const QString& programs, const QString& out, QTime time = QTime(10, 5));
/// Lets the children's clock that never steps go with their wall clock (boot_clock.cpp), so that skipped time has passed
/// for them. For those that start from now on.
void letTimePassWhenSkipped(Workshop& workshop);

/// A centre, a stand's enrolment and the sync program: what both demonstrations share.
class Story {
public:
    explicit Story(const Workshop& workshop);

    [[nodiscard]] Centre& centre() { return m_centre; }
    [[nodiscard]] QString standFolder() const { return m_standFolder; }
    /// Enrols the stand that runs on standFolder(), and starts the sync program.
    void enrol();
    /// Of an editor at the stand, once it is enrolled.
    [[nodiscard]] QString firstPin() const { return m_firstPin; }
    [[nodiscard]] Child& sync() { return *m_sync; }
    void restartSync();
    /// So many cards of today for the stand, drawn by the centre as a PDF and read back from it as a scanner would.
    [[nodiscard]] QStringList cards(int count);
    /// Moves every clock forward.
    void skip(qint64 seconds);
    /// Moves every clock forward to `time` of today; not back.
    void skipTo(QTime time);
    /// Moves every clock to just after midnight and lets the centre tell the stand.
    void midnight();
    /// Waits until the stand has closed and sealed its days and has the centre's receipt for each.
    void awaitReceipts(Figures& figures);
    /// Makes the night's packages and pulls them into OUT/nightly and OUT/nightly-tables.
    void packages(Figures& figures);

private:
    const Workshop& m_workshop;
    Centre m_centre;
    QString m_standFolder;
    QString m_token;
    QString m_firstPin;
    std::unique_ptr<Child> m_sync;
};

} // namespace smiley::demo
