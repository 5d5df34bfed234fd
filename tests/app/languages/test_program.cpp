// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr int good = 0;
constexpr int missing = 1;
constexpr int usage = 2;
constexpr int badFile = 3;

const QString texts = SMILEY_SOURCE_DIR "/qml/i18n/";

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The real program over the real tree.
class TestProgram : public QObject {
    Q_OBJECT

private slots:
    void danishAndEnglishAreCompleteAndPlaceholdersAgreeEverywhere()
    {
        QVERIFY2(run({"--json"}) == good, (m_output + m_errors).constData());
        const QJsonObject report = QJsonDocument::fromJson(m_output).object();
        QVERIFY(report.value("texts").toInt() > 40);
        QStringList tags;
        for (const QJsonValue& value : report.value("languages").toArray()) {
            const QJsonObject language = value.toObject();
            const QString tag = language.value("tag").toString();
            tags << tag;
            if (tag == "da" || tag == "da-x-let" || tag == "en") {
                QVERIFY2(language.value("complete").toBool() && !language.value("draft").toBool(), qPrintable(tag));
            }
            QVERIFY2(language.value("placeholders").toArray().isEmpty(), qPrintable(tag));
            QVERIFY2(language.value("obsolete").toArray().isEmpty(), qPrintable(tag));
        }
        QCOMPARE(tags.mid(0, 3), (QStringList{"da", "da-x-let", "en"}));
    }

    void everyTextThatAScreenShowsIsInDanishAndNoOther_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("staffs");
        QTest::newRow("visitors, Danish") << "smileystand_da.ts" << false;
        QTest::newRow("staff, Danish") << "staff_da.ts" << true;
        QTest::newRow("staff, English") << "staff_en.ts" << true;
    }

    void everyTextThatAScreenShowsIsInDanishAndNoOther()
    {
        QFETCH(QString, file);
        QFETCH(bool, staffs);
        static const QRegularExpression used("(?:q[st]TrId|QT_TRID_NOOP)\\(\\s*\"([^\"]+)\"");
        static const QRegularExpression present("<message id=\"([^\"]+)\"");
        QSet<QString> asked;
        for (const char* folder : {"/qml", "/app"}) {
            QDirIterator files(QString(SMILEY_SOURCE_DIR) + folder, {"*.qml", "*.cpp", "*.js"}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString source = QString::fromUtf8(contents(files.next()));
                for (auto found = used.globalMatch(source); found.hasNext();) {
                    if (const QString id = found.next().captured(1); id.startsWith("staff.") == staffs) {
                        asked << id;
                    }
                }
            }
        }
        QSet<QString> there;
        const QString written = QString::fromUtf8(contents(texts + file));
        for (auto found = present.globalMatch(written); found.hasNext();) {
            there << found.next().captured(1);
        }
        const auto list = [](const QSet<QString>& ids) { return QStringList(ids.values()).join(' '); };
        QVERIFY(asked.size() > 40);
        QCOMPARE(list(asked - there), QString());
        QCOMPARE(list(there - asked), QString());
    }

    void theNamesOnStaffsPageAreThoseOfTheButtons()
    {
        static const QRegularExpression name(R"((?<!\*)\*([^*\n]+)\*(?!\*))");
        static const QRegularExpression text("<translation>([^<]+)</translation>");
        static const QRegularExpression placeholder("%[0-9]");
        QSet<QString> shown;
        const QString written = QString::fromUtf8(contents(texts + "staff_da.ts"));
        for (auto found = text.globalMatch(written); found.hasNext();) {
            shown << found.next().captured(1).replace(placeholder, "…");
        }
        QStringList unknown;
        int names = 0;
        const QString page = QString::fromUtf8(contents(SMILEY_SOURCE_DIR "/qml/staff/PERSONALE.md"));
        for (auto found = name.globalMatch(page); found.hasNext(); ++names) {
            if (const QString one = found.next().captured(1); !shown.contains(one)) {
                unknown << one;
            }
        }
        QVERIFY(names > 30);
        QCOMPARE(unknown.join(", "), QString());
    }

    void staffsEnglishIsWholeToo() { QCOMPARE(run({texts + "staff_da.ts", texts + "staff_en.ts"}), good); }

    void aTextThatIsTakenOutOfEnglishFailsAndOfADraftDoesNot()
    {
        QCOMPARE(run({copy("da"), copy("da-x-let"), copy("en")}), good);
        QCOMPARE(run({copy("da"), copy("en", "nav.close")}), missing);
        QVERIFY2(m_output.contains("program texts missing: nav.close\n"), m_output.constData());
        QCOMPARE(run({copy("da"), copy("en"), copy("uk", "nav.close")}), good);
        QVERIFY2(m_output.contains("nav.close"), m_output.constData());
    }

    void aWrongPlaceholderFailsAlsoInADraft()
    {
        const QString path = m_folder.filePath("smileystand_uk.ts");
        QByteArray text = contents(texts + "smileystand_uk.ts");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto at = text.indexOf("%2", text.indexOf("<translation>", text.indexOf("id=\"progress\"")));
        file.write(text.replace(at, 2, "%3"));
        file.close();
        QCOMPARE(run({copy("da"), copy("en"), path}), missing);
        QVERIFY2(m_output.contains("other placeholders (%1 …) than Danish: progress"), m_output.constData());
    }

    void whatAQuestionnaireLacksIsNamed()
    {
        QByteArray text = contents(SMILEY_SOURCE_DIR "/sync/wire/questionnaires/smiley-trust.json");
        const QByteArray english = R"("en": "Would you like to write a few words?",)";
        QVERIFY(text.contains(english));
        const QString path = m_folder.filePath("own.json");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.replace(english, ""));
        file.close();
        QCOMPARE(run({path}), missing);
        QVERIFY2(m_output.contains("smiley-trust lacks: T1\n"), m_output.constData());
    }

    void wrongOptionsAndFilesHaveCodesOfTheirOwn()
    {
        QCOMPARE(run({"--nothing"}), usage);
        QCOMPARE(run({m_folder.filePath("absent_en.ts")}), badFile);
        QVERIFY(m_errors.contains("absent_en.ts"));
        QCOMPARE(run({SMILEY_SOURCE_DIR "/README.md"}), badFile);
        QCOMPARE(run({SMILEY_SOURCE_DIR}), badFile);
        QCOMPARE(run({"--help"}), good);
        QVERIFY(m_output.contains("smiley-languages qml/i18n/*.ts"));
    }

private:
    /// A copy of a shipped file, without one of its messages.
    QString copy(const QString& tag, const QString& without = {})
    {
        const QString path = m_folder.filePath("smileystand_" + tag + ".ts");
        QString text = QString::fromUtf8(contents(texts + "smileystand_" + tag + ".ts"));
        if (!without.isEmpty()) {
            const auto begin = text.indexOf("<message id=\"" + without + "\"");
            const QString end = "</message>";
            text.remove(begin, text.indexOf(end, begin) + end.size() - begin);
        }
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0) {
            qFatal("can't write %s", qPrintable(path));
        }
        return path;
    }

    int run(const QStringList& arguments)
    {
        QProcess process;
        process.start(SMILEY_BIN_DIR "/smiley-languages", arguments);
        if (!process.waitForFinished(20000) || process.exitStatus() != QProcess::NormalExit) {
            qFatal("smiley-languages: %s", qPrintable(process.errorString()));
        }
        m_output = process.readAllStandardOutput();
        m_errors = process.readAllStandardError();
        return process.exitCode();
    }

    QTemporaryDir m_folder;
    QByteArray m_output;
    QByteArray m_errors;
};

QTEST_GUILESS_MAIN(TestProgram)
#include "test_program.moc"
