// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

#include <functional>
#include <stdexcept>

namespace smiley::demo {

/// The demonstration can't go on; the message says what happened and where to look. Caught in main only.
struct Stopped : std::runtime_error {
    using std::runtime_error::runtime_error;
    explicit Stopped(const QString& message) : std::runtime_error(message.toStdString()) {}
};

/// Where the programs are, where logs go, and what every child gets: its own process group's death with ours, the moved
/// wall clock.
struct Workshop {
    QString programs; ///< folder of smiley-stand, smiley-sync, smiley-central
    QString out;
    QString clockFile; ///< what the children's wall clock is offset by (libfaketime); threads wait by the real clock
    QString preload;   ///< libraries that do it, for LD_PRELOAD

    [[nodiscard]] QString program(const QString& name) const { return programs + "/" + name; }
    [[nodiscard]] QString log(const QString& name) const { return out + "/logs/" + name + ".log"; }
    /// Sets the children's wall clock this many seconds ahead of (or behind) this machine's.
    void setClockOffset(qint64 seconds) const;
    [[nodiscard]] qint64 clockOffset() const;
};

/// A child that runs until it is ended: killed with us whatever happens to us.
class Child {
public:
    Child(const Workshop& workshop, const QString& name, const QString& program, const QStringList& arguments,
          const QStringList& environment = {});
    ~Child(); ///< end()
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    [[nodiscard]] bool runs() const { return m_process.state() != QProcess::NotRunning; }
    [[nodiscard]] qint64 id() const { return m_process.processId(); }
    [[nodiscard]] QString name() const { return m_name; }
    /// SIGTERM, and after 5 s SIGKILL. Returns the exit code, -1 where it was killed or crashed.
    int end();
    /// SIGKILL, at once.
    void kill();

private:
    QString m_name;
    QProcess m_process;
};

struct Ran {
    int exitCode = 0;
    QString output;
    QString errors;
};
/// Runs a program to its end (at most 60 s).
[[nodiscard]] Ran run(const Workshop& workshop, const QString& program, const QStringList& arguments);
/// The same, and Stopped where the exit code isn't 0.
QString runOrStop(const Workshop& workshop, const QString& program, const QStringList& arguments);

/// Waits until `ready`; Stopped with `what` after `seconds`, or when somebody pressed Ctrl-C.
void waitUntil(const QString& what, double seconds, const std::function<bool()>& ready);
/// Lets time pass.
void pause(int ms);

/// Ctrl-C and SIGTERM end the demonstration and all that it started.
void endOnSignals();
[[nodiscard]] bool endAsked();

} // namespace smiley::demo
