// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sync/central/fleet.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QProcess>
#include <QString>
#include <QStringList>

/// smiley-central as an operator runs it.

namespace smiley::test {

struct Run {
    int code = -1;
    QByteArray out;
    QByteArray error;
    [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(out); }
};

/// Waits for its end.
inline Run run(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(SMILEY_BIN_DIR "/smiley-central"), arguments);
    if (!process.waitForFinished(20'000)) {
        process.kill();
        process.waitForFinished();
        return {-1, "", "did not end"};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

inline QString folderOf(const Fleet& fleet) { return QString::fromStdString(fleet.folder().root().string()); }

} // namespace smiley::test
