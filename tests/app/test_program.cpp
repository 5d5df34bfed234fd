// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <sqlite3.h>

namespace {

/// smiley-stand in a folder of its own.
class Stand {
public:
    Stand()
    {
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert("QT_QPA_PLATFORM", "offscreen");
    }

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    void write(const QString& name, const QByteArray& content) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    [[nodiscard]] QByteArray read(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QProcessEnvironment& environment() { return m_environment; }

    void start(const QStringList& arguments)
    {
        m_process = std::make_unique<QProcess>();
        m_process->setProcessEnvironment(m_environment);
        m_process->start(SMILEY_BIN_DIR "/smiley-stand",
                         QStringList{"--data", path("data"), "--outbox", path("outbox"), "--inbox", path("inbox")} +
                             arguments);
        QVERIFY(m_process->waitForStarted());
    }
    /// Runs to the end by itself; its exit code.
    int run(const QStringList& arguments)
    {
        start(arguments);
        m_process->waitForFinished(20000);
        m_errors = m_process->readAllStandardError();
        m_output = m_process->readAllStandardOutput();
        return m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
    }
    /// It came so far that the background thread wrote its status.
    [[nodiscard]] bool lives() const { return QFile::exists(path("outbox/status.json")); }
    int terminate()
    {
        m_process->terminate();
        m_process->waitForFinished(10000);
        m_errors = m_process->readAllStandardError();
        return m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
    }
    [[nodiscard]] QByteArray errors() const { return m_errors; }
    [[nodiscard]] QByteArray output() const { return m_output; }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_errors;
    QByteArray m_output;
};

constexpr int wrongOptions = 2;
constexpr int badSettings = 3;
constexpr int badQuestionnaire = 4;
constexpr int badDatabase = 5;
constexpr int noDisplay = 6;
constexpr int noFonts = 7;
constexpr int noPoster = 10;

} // namespace

/// What smiley-stand does with bad input: a message that names the thing and the remedy, its documented exit code, and
/// nothing lost.
class TestProgram : public QObject {
    Q_OBJECT

private slots:
    void itRunsAndEndsOnSigterm()
    {
        Stand stand;
        stand.start({});
        QTRY_VERIFY_WITH_TIMEOUT(stand.lives(), 15000);
        QCOMPARE(stand.terminate(), 0);
        const auto rights = QFile::permissions(stand.path("data"));
        QVERIFY(!(rights & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther)));
    }

    void watchingRealVisitorsIsRefused()
    {
        Stand stand;
        QCOMPARE(stand.run({"--screen-log", stand.path("log")}), wrongOptions);
        QVERIFY(stand.errors().contains("--example"));
        QCOMPARE(stand.run({"--trace", stand.path("trace")}), wrongOptions);
        QCOMPARE(stand.run({"--window", "big"}), wrongOptions);
        QVERIFY(stand.errors().contains("1280x800"));
        for (const char* size : {"1280", "1280x", "x800", "1280x800x", "1280x 800", "319x800", "1280x319", "123456x800",
                                 "99999999999x800", "1280x-800"}) {
            QCOMPARE(stand.run({"--window", size}), wrongOptions);
        }
    }

    void aTraceIsTakenAtItsWord()
    {
        Stand stand;
        stand.write("trace", "found keys\nfound scanner\nlost keys\nwait 3600000\n");
        stand.start({"--example", "--trace", stand.path("trace")});
        QTRY_VERIFY_WITH_TIMEOUT(stand.lives(), 15000);
        QTest::qWait(1500); // two looks
        QCOMPARE(stand.terminate(), 0);
        // Each once, and nothing of what it doesn't name.
        QCOMPARE(stand.errors().count("trace ("), 2);
        QVERIFY2(stand.errors().contains("trace (scanner): connected"), stand.errors());
        QVERIFY2(stand.errors().contains("trace (keys): no device, the trace says that it is lost"), stand.errors());
    }

    void badSettingsAreNamed()
    {
        Stand stand;
        stand.write("stand.toml", "municipality = \"Fjordby\"\nraw_days = 99\nlangauges = [\"da\"]\n");
        QCOMPARE(stand.run({"--config", stand.path("stand.toml")}), badSettings);
        QVERIFY2(stand.errors().contains("raw_days") && stand.errors().contains("langauges"), stand.errors());
        QCOMPARE(stand.run({"--config", stand.path("missing.toml")}), badSettings);
        QVERIFY(stand.errors().contains("missing.toml"));
        QVERIFY(!QFile::exists(stand.path("data")));
    }

    void anInvalidQuestionnaireIsRefusedAndTheOldOneStays()
    {
        Stand stand;
        stand.write("q.json", R"({"id":"x"})");
        QCOMPARE(stand.run({"--questionnaire", stand.path("q.json")}), badQuestionnaire);
        QVERIFY2(stand.errors().contains("/questions"), stand.errors());

        stand.start({"--questionnaire", "exit-poll"});
        QTRY_VERIFY_WITH_TIMEOUT(stand.lives(), 15000);
        QCOMPARE(stand.terminate(), 0);
        const QByteArray before = stand.read("outbox/status.json");
        QVERIFY(QFile::remove(stand.path("outbox/status.json")));
        stand.start({"--questionnaire", stand.path("q.json")});
        QTRY_VERIFY_WITH_TIMEOUT(stand.lives(), 15000);
        QCOMPARE(stand.terminate(), 0);
        QVERIFY2(stand.errors().contains("refused"), stand.errors());
        // The version in force is told to the centre; it is the one from before.
        const auto inForce = [](const QByteArray& status) {
            return status.mid(status.indexOf("\"questionnaire\"")).left(85);
        };
        QVERIFY(inForce(before).size() == 85);
        QCOMPARE(inForce(stand.read("outbox/status.json")), inForce(before));
    }

    void aFileThatIsNoDatabaseIsLeftAlone()
    {
        Stand stand;
        const QByteArray letter = QByteArray("Kære kommune, ").repeated(100);
        stand.write("data/stand.sqlite", letter);
        QCOMPARE(stand.run({}), badDatabase);
        QVERIFY2(stand.errors().contains("stand.sqlite"), stand.errors());
        QCOMPARE(stand.read("data/stand.sqlite"), letter);
    }

    void aNewerSchemaIsRefused()
    {
        Stand stand;
        stand.start({});
        QTRY_VERIFY_WITH_TIMEOUT(stand.lives(), 15000);
        QCOMPARE(stand.terminate(), 0);
        sqlite3* database = nullptr;
        QCOMPARE(sqlite3_open(stand.path("data/stand.sqlite").toUtf8().constData(), &database), SQLITE_OK);
        QCOMPARE(sqlite3_exec(database, "PRAGMA user_version = 9999", nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(database);
        QCOMPARE(stand.run({}), badDatabase);
        QVERIFY2(stand.errors().contains("newer program"), stand.errors());
    }

    void withoutADisplayItSaysSo()
    {
        Stand stand;
        for (const char* name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}) {
            stand.environment().remove(name);
        }
        QCOMPARE(stand.run({}), noDisplay);
        QVERIFY(stand.errors().contains("DISPLAY"));
        stand.environment().insert("DISPLAY", ":9999");
        QCOMPARE(stand.run({}), noDisplay);
        QVERIFY2(stand.errors().contains("DISPLAY"), stand.errors());
    }

    void withoutItsFontsItNamesThePackages()
    {
        Stand stand;
        stand.write("fonts.conf", "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
        stand.environment().insert("FONTCONFIG_FILE", stand.path("fonts.conf"));
        QCOMPARE(stand.run({}), noFonts);
        QVERIFY2(stand.errors().contains("fonts-inter") && stand.errors().contains("fonts-noto"), stand.errors());
    }

    void thePosterSaysWhatIsPromisedAndWritesNothingElse()
    {
        Stand stand;
        for (const char* name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}) {
            stand.environment().remove(name); // made where there is no screen, too
        }
        stand.write("stand.toml", "municipality = \"Fjordby Kommune\"\nraw_days = 5\n");
        const QStringList config{"--config", stand.path("stand.toml"), "poster"};
        QCOMPARE(stand.run(config), 0);
        QVERIFY2(stand.output().contains("Fjordby Kommune") && stand.output().contains("5 dage"), stand.output());
        QCOMPARE(stand.run(config + QStringList{"--language", "en"}), 0);
        QVERIFY2(stand.output().contains("5 days"), stand.output());
        QCOMPARE(stand.run(config + QStringList{"--language", "xx"}), wrongOptions);
        QVERIFY2(stand.errors().contains("xx"), stand.errors());
        QCOMPARE(stand.run(config + QStringList{"--out", stand.path("poster.pdf")}), 0);
        QVERIFY(stand.read("poster.pdf").startsWith("%PDF-"));
        QCOMPARE(stand.run(config + QStringList{"--out", stand.path("no/folder/poster.pdf")}), noPoster);
        QVERIFY2(stand.errors().contains("no/folder"), stand.errors());
        QVERIFY(!QFile::exists(stand.path("data")) && !QFile::exists(stand.path("outbox")));
    }

    void aClockAt2001KeepsItRunningAndIsTold()
    {
        Stand stand;
        QString fakeTime;
        for (const QString& folder : QDir("/usr/lib").entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QString file = "/usr/lib/" + folder + "/faketime/libfaketimeMT.so.1";
            fakeTime = QFile::exists(file) ? file : fakeTime;
        }
        QVERIFY(!fakeTime.isEmpty());
        stand.environment().insert("LD_PRELOAD", fakeTime);
        stand.environment().insert("FAKETIME", "@2001-01-01 08:00:00");
        stand.environment().insert("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        stand.start({});
        QTRY_VERIFY_WITH_TIMEOUT(stand.lives(), 15000);
        QVERIFY2(stand.read("outbox/status.json").contains("\"none\""), stand.read("outbox/status.json"));
        QCOMPARE(stand.terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "test_program.moc"
