// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz.h"

#include <QtTest>

/// Feeds a fuzz target its corpus: every file, every prefix of it and every byte of it changed, without libFuzzer.
class Replay : public QObject {
    Q_OBJECT

private slots:
    void theCorpusIsTaken()
    {
        QDir folder(SMILEY_CORPUS);
        const QFileInfoList files = folder.entryInfoList(QDir::Files);
        QVERIFY(!files.isEmpty());
        for (const QFileInfo& info : files) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            feed(bytes);
            // Some hundred places of each file are enough here; the fuzzer does the rest.
            const qsizetype step = std::max<qsizetype>(1, bytes.size() / 200);
            for (qsizetype at = 0; at < bytes.size(); at += step) {
                feed(bytes.left(at));
                QByteArray changed = bytes;
                changed[at] = static_cast<char>(changed[at] ^ 1);
                feed(changed);
            }
        }
    }

private:
    static void feed(const QByteArray& bytes)
    {
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                               static_cast<std::size_t>(bytes.size()));
    }
};

QTEST_APPLESS_MAIN(Replay)
#include "replay.moc"
