// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/demo_run/display.h"

#include <QFile>
#include <QHash>
#include <QJsonObject>
#include <QRect>

#include <cstdint>
#include <fstream>
#include <memory>
#include <string>

namespace smiley::demo {

/// A running smiley-stand in its window, watched from outside: what it shows (its --screen-log) and where its targets
/// are; tapped through X; its presence sensor played by a trace.
class Stand {
public:
    /// Starts it with the data folder FOLDER and settings text `toml`, and waits for the faces.
    Stand(const Workshop& workshop, Display& display, const QString& folder, const QString& toml,
          const QStringList& extraArguments = {});
    ~Stand();

    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] Child& process() { return *m_child; }
    /// Starts it again after it was killed, on the same data.
    void restart();

    /// Taps the target of this name ("face4", "yes", …), waiting for it to be there and at rest.
    void tap(const QString& target, int holdMs = 30);
    /// Taps where the target was last seen, without looking: an impatient finger.
    void tapAgain(const QString& target);
    /// Presses a tactile key: 1..5, or back, next, speech (core::key).
    void press(int key) { m_display.key(key); }
    /// Waits until the screen says so; `key` of the screen log ("page", "banner", "overlay", "language").
    void waitFor(const QString& key, const QString& value);
    [[nodiscard]] QString shown(const QString& key);
    [[nodiscard]] bool has(const QString& target);
    /// How many targets have names that begin so.
    [[nodiscard]] int count(const QString& beginning);
    /// Where it is, waiting for it to be there.
    [[nodiscard]] QRect target(const QString& name);

    void presence(bool begins);
    /// A line of a trace, as a peripheral would say it.
    void say(const std::string& traceLine);
    /// How many screens it has shown since it was started.
    [[nodiscard]] int screens();
    void picture(const QString& file) const;

private:
    void start();
    void look();
    [[nodiscard]] QPoint middle(const QString& target) const;

    const Workshop& m_workshop;
    Display& m_display;
    QString m_folder;
    QStringList m_arguments;
    QString m_screenLog;
    QString m_trace;
    std::unique_ptr<Child> m_child;
    QFile m_log;
    QByteArray m_partLine;
    QJsonObject m_screen;
    int m_screens = 0;
    QHash<QString, QRect> m_targets;
    std::ofstream m_sensor;
};

} // namespace smiley::demo
