// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo_run/process.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSaveFile>
#include <QThread>

#include <csignal>
#include <sys/prctl.h>

namespace smiley::demo {

namespace {

constexpr int endMs = 5000;
constexpr int runMs = 60000;

volatile std::sig_atomic_t g_endAsked = 0;

void prepare(QProcess& process, const Workshop& workshop, const QStringList& extra)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("LD_PRELOAD", workshop.preload);
    environment.insert("FAKETIME_TIMESTAMP_FILE", workshop.clockFile);
    environment.insert("FAKETIME_NO_CACHE", "1");
    environment.insert("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    environment.insert("FAKETIME_FORCE_MONOTONIC_FIX", "0");
    for (const QString& entry : extra) {
        environment.insert(entry.section('=', 0, 0), entry.section('=', 1));
    }
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

} // namespace

void Workshop::setClockOffset(qint64 seconds) const
{
    QSaveFile file(clockFile);
    const QByteArray text = QByteArray(seconds < 0 ? "-" : "+") + QByteArray::number(std::abs(seconds)) + "s\n";
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        throw Stopped(QStringLiteral("can't write %1: %2").arg(clockFile, file.errorString()));
    }
}

qint64 Workshop::clockOffset() const
{
    QFile file(clockFile);
    if (!file.open(QIODevice::ReadOnly)) {
        throw Stopped(QStringLiteral("can't read %1: %2").arg(clockFile, file.errorString()));
    }
    return file.readAll().chopped(2).toLongLong(); // without "s\n"
}

Child::Child(const Workshop& workshop, const QString& name, const QString& program, const QStringList& arguments,
             const QStringList& environment)
    : m_name(name)
{
    prepare(m_process, workshop, environment);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(workshop.log(name), QIODevice::Append);
    m_process.start(program, arguments);
    if (!m_process.waitForStarted()) {
        throw Stopped(QStringLiteral("can't start %1: %2").arg(program, m_process.errorString()));
    }
}

Child::~Child() { end(); }

int Child::end()
{
    if (runs()) {
        m_process.terminate();
        if (!m_process.waitForFinished(endMs)) {
            kill();
        }
    }
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void Child::kill()
{
    m_process.kill();
    m_process.waitForFinished(endMs);
}

Ran run(const Workshop& workshop, const QString& program, const QStringList& arguments)
{
    QProcess process;
    prepare(process, workshop, {});
    process.start(program, arguments);
    if (!process.waitForStarted()) {
        throw Stopped(QStringLiteral("can't start %1: %2").arg(program, process.errorString()));
    }
    if (!process.waitForFinished(runMs)) {
        process.kill();
        process.waitForFinished(endMs);
        throw Stopped(QStringLiteral("%1 %2 took longer than a minute").arg(program, arguments.join(' ')));
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

QString runOrStop(const Workshop& workshop, const QString& program, const QStringList& arguments)
{
    const Ran ran = run(workshop, program, arguments);
    if (ran.exitCode != 0) {
        throw Stopped(QStringLiteral("%1 %2 ended with %3:\n%4%5")
                          .arg(program, arguments.join(' '))
                          .arg(ran.exitCode)
                          .arg(ran.output, ran.errors));
    }
    return ran.output;
}

void waitUntil(const QString& what, double seconds, const std::function<bool()>& ready)
{
    QElapsedTimer timer;
    timer.start();
    while (!ready()) {
        if (endAsked()) {
            throw Stopped(QStringLiteral("stopped"));
        }
        if (static_cast<double>(timer.elapsed()) > seconds * 1000) {
            throw Stopped(QStringLiteral("%1: not within %2 s").arg(what).arg(seconds));
        }
        QCoreApplication::processEvents();
        QThread::msleep(5);
    }
}

void pause(int ms)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms && !endAsked()) {
        QCoreApplication::processEvents();
        QThread::msleep(ms - timer.elapsed() > 5 ? 5 : 1);
    }
}

void endOnSignals()
{
    const auto note = [](int) { g_endAsked = 1; };
    std::signal(SIGINT, note);
    std::signal(SIGTERM, note);
}

bool endAsked() { return g_endAsked != 0; }

} // namespace smiley::demo
