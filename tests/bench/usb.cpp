// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/usb.h"

#include "platform/demo_run/process.h"

#include <QJsonDocument>
#include <QProcess>

#include <iostream>

namespace smiley::bench {

void benchUsb(const QString& programs, std::vector<Figure>& figures)
{
    std::cerr << "USB: 5,000 reports, rest with four devices …" << std::endl;
    QProcess measuring;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("LD_PRELOAD", "libumockdev-preload.so.0");
    measuring.setProcessEnvironment(environment);
    measuring.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    measuring.start(programs + "/smiley-usb-reports", QStringList());
    const bool hasEnded = measuring.waitForFinished(180'000);
    const QJsonObject got = QJsonDocument::fromJson(measuring.readAllStandardOutput()).object();
    if (!hasEnded || measuring.exitCode() != 0 || got.isEmpty()) {
        throw demo::Stopped("smiley-usb-reports measured nothing");
    }
    const auto figure = [&](const QString& what, const QString& unit, const QString& value, const QString& limitWhat,
                            const QString& limit, double goal) {
        figures.push_back({what, unit, got[value].toDouble(), limitWhat, got[limit].toDouble(),
                           QStringLiteral("< %1").arg(goal), got[value].toDouble() < goal});
    };
    figure("USB report to input event, p50", "ms", "report_p50_ms", "a byte through a pipe and a queue, p50",
           "bare_p50_ms", 1);
    figure("USB report to input event, p99", "ms", "report_p99_ms", "a byte through a pipe and a queue, p99",
           "bare_p99_ms", 1);
    figure("processor at rest, 4 USB devices", "% of a core", "rest_percent", "pipe and queue", "bare_rest_percent",
           0.2);
}

} // namespace smiley::bench
