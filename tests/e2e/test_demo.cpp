// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// The headless demonstration is the end-to-end test: real windows, real X events, real TLS.
class TestDemo : public QObject {
    Q_OBJECT

private slots:
    void whatIsTappedEndsInTheNightlyPackage()
    {
        const QTemporaryDir folder;
        const QString out = folder.filePath("demo");
        QProcess demo;
        demo.setProcessChannelMode(QProcess::ForwardedChannels);
        demo.start(SMILEY_BIN_DIR "/smiley-demo", {"--headless", "--visitors", "22", "--seed", "7", "--out", out});
        QVERIFY(demo.waitForFinished(380000));
        QCOMPARE(demo.exitCode(), 0);

        const QStringList pictures = QDir(out + "/screens").entryList({"*.png"}, QDir::Files);
        QCOMPARE(pictures.size(), 14);
        for (const QString& name : pictures) {
            const QImage picture(out + "/screens/" + name);
            QVERIFY2(picture.width() >= 1080 && picture.height() >= 800, qPrintable(name));
        }

        QFile summaryFile(out + "/summary.json");
        QVERIFY(summaryFile.open(QIODevice::ReadOnly));
        const QJsonDocument summary = QJsonDocument::fromJson(summaryFile.readAll());
        QVERIFY(summary["agrees"].toBool());
        QCOMPARE(summary["visitors"].toInt(), 22);
        // A round of thirteen behaviours is 14 people; the second one ends with its withdrawal.
        QCOMPARE(summary["visits_in_package"].toInt(), 20);
        QCOMPARE(summary["withdrawn"].toInt(), 2);
        QVERIFY(summary["taps_made"].toInt() > 22);
        QVERIFY(summary["comments_written"].toInt() > 0);
        QVERIFY(summary["taps_by_keys"].toInt() > 0);

        QFile descriptor(out + "/nightly/datapackage.json");
        QVERIFY(descriptor.open(QIODevice::ReadOnly));
        QStringList resources;
        for (const QJsonValue& resource : QJsonDocument::fromJson(descriptor.readAll())["resources"].toArray()) {
            resources << resource["name"].toString();
        }
        QVERIFY2(resources.contains("visits"), qPrintable(resources.join(' ')));
    }

    void aFolderThatIsInUseIsRefused()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath("mine"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QProcess demo;
        demo.start(SMILEY_BIN_DIR "/smiley-demo", {"--headless", "--out", folder.path()});
        QVERIFY(demo.waitForFinished());
        QCOMPARE(demo.exitCode(), 3);
        QVERIFY(demo.readAllStandardError().contains("not empty"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{"mine"});
    }
};

QTEST_GUILESS_MAIN(TestDemo)
#include "test_demo.moc"
