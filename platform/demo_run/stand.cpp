// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo_run/stand.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

#include <sys/stat.h>

namespace smiley::demo {

Stand::Stand(const Workshop& workshop, Display& display, const QString& folder, const QString& toml,
             const QStringList& extraArguments)
    : m_workshop(workshop),
      m_display(display),
      m_folder(folder),
      m_screenLog(folder + "/screens.jsonl"),
      m_trace(folder + "/trace")
{
    QDir().mkpath(folder);
    QFile settings(folder + "/stand.toml");
    const QByteArray text = toml.toUtf8();
    if (!settings.open(QIODevice::WriteOnly) || settings.write(text) != text.size()) {
        throw Stopped(QStringLiteral("can't write %1: %2").arg(settings.fileName(), settings.errorString()));
    }
    settings.close();
    if (::mkfifo(m_trace.toLocal8Bit().constData(), 0600) != 0 && errno != EEXIST) {
        throw Stopped(QStringLiteral("can't make %1").arg(m_trace));
    }
    m_arguments =
        QStringList{"--config", settings.fileName(), "--data",    folder + "/data", "--outbox",  folder + "/outbox",
                    "--inbox",  folder + "/inbox",   "--example", "--screen-log",   m_screenLog, "--trace",
                    m_trace} +
        extraArguments;
    start();
}

Stand::~Stand() { m_sensor.close(); }

void Stand::start()
{
    QFile::remove(m_screenLog);
    m_log.close();
    m_partLine.clear();
    m_screen = {};
    m_screens = 0;
    m_targets.clear();
    m_child = std::make_unique<Child>(m_workshop, "smiley-stand", m_workshop.program("smiley-stand"), m_arguments,
                                      QStringList{"DISPLAY=" + m_display.name(), "QT_QPA_PLATFORM=xcb"});
    waitUntil("the stand's faces (see " + m_workshop.log("smiley-stand") + ")", 30, [this] {
        if (!m_child->runs()) {
            throw Stopped("smiley-stand ended at its start: see " + m_workshop.log("smiley-stand"));
        }
        look();
        return m_targets.contains("face1");
    });
    if (!m_sensor.is_open()) {
        m_sensor.open(m_trace.toStdString());
    }
}

void Stand::restart()
{
    m_child.reset();
    start();
}

void Stand::look()
{
    if (!m_log.isOpen()) {
        m_log.setFileName(m_screenLog);
        if (!m_log.open(QIODevice::ReadOnly)) {
            return;
        }
    }
    m_partLine += m_log.readAll();
    for (qsizetype end = m_partLine.indexOf('\n'); end >= 0; end = m_partLine.indexOf('\n')) {
        m_screen = QJsonDocument::fromJson(m_partLine.left(end)).object();
        m_partLine.remove(0, end + 1);
        ++m_screens;
        m_targets.clear();
        const QJsonArray targets = m_screen["targets"].toArray();
        for (const QJsonValue& target : targets) {
            m_targets.insert(target["name"].toString(),
                             QRect(target["x"].toInt(), target["y"].toInt(), target["w"].toInt(), target["h"].toInt()));
        }
    }
}

QPoint Stand::middle(const QString& target) const
{
    const auto found = m_targets.constFind(target);
    if (found == m_targets.cend()) {
        throw Stopped(QStringLiteral("the screen has no target '%1'").arg(target));
    }
    return found->center();
}

void Stand::tap(const QString& target, int holdMs)
{
    waitUntil("target '" + target + "'", 10, [&] { return has(target); });
    m_display.tap(middle(target), holdMs);
}

void Stand::tapAgain(const QString& target) { m_display.tap(middle(target)); }

void Stand::waitFor(const QString& key, const QString& value)
{
    waitUntil("screen with " + key + " " + value, 10, [&] { return shown(key) == value; });
}

QString Stand::shown(const QString& key)
{
    look();
    return m_screen[key].toString();
}

bool Stand::has(const QString& target)
{
    look();
    return m_targets.contains(target);
}

int Stand::count(const QString& beginning)
{
    look();
    int found = 0;
    for (auto target = m_targets.keyBegin(); target != m_targets.keyEnd(); ++target) {
        found += target->startsWith(beginning) ? 1 : 0;
    }
    return found;
}

QRect Stand::target(const QString& name)
{
    waitUntil("target '" + name + "'", 10, [&] { return has(name); });
    return m_targets.value(name);
}

void Stand::presence(bool begins) { say(begins ? "presence begins" : "presence ends"); }

void Stand::say(const std::string& traceLine) { m_sensor << traceLine << std::endl; }

int Stand::screens()
{
    look();
    return m_screens;
}

void Stand::picture(const QString& file) const
{
    if (!m_display.picture().save(file, "PNG")) {
        throw Stopped(QStringLiteral("can't write %1").arg(file));
    }
}

} // namespace smiley::demo
