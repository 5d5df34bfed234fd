// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/envelope.h"
#include "tests/sync/client/test_centre.h"
#include "tests/sync/client/test_server.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <linux/landlock.h>
#include <memory>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace smiley;
using namespace smiley::test;
namespace fs = std::filesystem;

namespace {

struct Ended {
    int code = -1;
    QByteArray output;
    QByteArray log;
};

const QString program = QStringLiteral(SMILEY_BIN_DIR "/smiley-sync");

bool kernelHasLandlock()
{
    return ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) >= 1;
}

} // namespace

/// The program itself, as systemd or a person starts it.
class TestProgram : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    std::unique_ptr<TestStand> m_stand;
    std::unique_ptr<TestCentre> m_centre;
    std::unique_ptr<TestServer> m_server;
    TestAuthority m_authority;

    [[nodiscard]] fs::path folder() const { return m_temporary->path().toStdString(); }
    [[nodiscard]] QString path(const char* name) const { return m_temporary->filePath(name); }

    [[nodiscard]] QStringList settings() const
    {
        return {"--server", QString::fromStdString(m_server->url()),
                "--ca",     path("ca.pem"),
                "--outbox", path("outbox"),
                "--inbox",  path("inbox"),
                "--state",  path("state")};
    }
    static Ended run(const QStringList& arguments)
    {
        QProcess process;
        process.start(program, arguments);
        if (!process.waitForFinished(20'000)) {
            process.kill();
            process.waitForFinished();
        }
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }
    void enrolled()
    {
        const Ended ended = run(QStringList{"enrol", "--code", "ABCD-2345"} + settings());
        QVERIFY2(ended.code == 0, ended.log.constData());
        m_centre->forgetSeen();
    }
    static int terminated(QProcess& process)
    {
        ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
        return process.waitForFinished(5'000) && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_stand = std::make_unique<TestStand>(folder());
        m_centre = std::make_unique<TestCentre>();
        m_server =
            std::make_unique<TestServer>(m_authority.issue(), [centre = m_centre.get()](const SeenRequest& request) {
                return centre->answer(request);
            });
        writeAll(folder() / "ca.pem", m_authority.certificate());
    }
    void cleanup() { m_server.reset(); }

    void enrollingAndOnePassWorkFromTheSettingsFile()
    {
        writeAll(folder() / "sync.toml", "server = \"" + m_server->url() +
                                             "\"\nca_file = \"ca.pem\"\noutbox = \"outbox\"\ninbox = \"inbox\"\n"
                                             "state = \"state\"\n");
        fs::remove(folder() / "state");
        const Ended enrol = run({"enrol", "--config", path("sync.toml"), "--code", "abcd2345"});
        QVERIFY2(enrol.code == 0, enrol.log.constData());
        QCOMPARE(enrol.output, QByteArray("Enrolled as stand fjordby-01 of fjordby (example)\n"));
        m_stand->seal(1);
        m_stand->seal(2);
        const Ended once = run({"once", "--json", "--config", path("sync.toml")});
        QVERIFY2(once.code == 0, once.log.constData());
        const QJsonObject summary = QJsonDocument::fromJson(once.output).object();
        QCOMPARE(summary["sent"].toInt(), 2);
        QCOMPARE(summary["waiting"].toInt(-1), 0);
        QCOMPARE(summary["time"].toBool(), true);
        QVERIFY(fs::exists(m_stand->receipt(2)));
        // The last line before a crash names what was done.
        QVERIFY(once.log.contains("Sending envelope 1"));
        const Ended again = run({"once", "--config", path("sync.toml")});
        QCOMPARE(again.output, QByteArray("0 sent, 2 receipted before, 0 waiting\n"));
    }

    void everyEndHasItsDocumentedCode_data()
    {
        QTest::addColumn<QString>("trouble");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("no subcommand") << "nothing" << 2 << "subcommand";
        QTest::newRow("no settings") << "no settings" << 2 << "--config FILE";
        QTest::newRow("settings file missing") << "no file" << 2 << "none.toml";
        QTest::newRow("not a server") << "bad server" << 2 << "https://host";
        QTest::newRow("no CA file") << "no ca" << 2 << "ca.pem";
        QTest::newRow("not enrolled") << "not enrolled" << 3 << "smiley-sync enrol";
        QTest::newRow("nobody listens") << "nobody" << 4 << "can't connect";
        QTest::newRow("other authority") << "other authority" << 5 << "pinned CA";
        QTest::newRow("refused") << "refused" << 6 << "Not today";
        QTest::newRow("no outbox") << "no outbox" << 7 << "smiley-stand makes it";
        QTest::newRow("broken centre") << "broken" << 8 << "500";
    }
    void everyEndHasItsDocumentedCode()
    {
        QFETCH(QString, trouble);
        QFETCH(int, code);
        QFETCH(QString, says);
        QStringList arguments = QStringList{"once"} + settings();
        const auto answerWith = [&](const Reply& reply) {
            m_centre->before = [reply](const SeenRequest&) { return std::optional(reply); };
        };
        if (trouble != "not enrolled") {
            enrolled();
        }
        m_stand->seal(1);
        if (trouble == "nothing") {
            arguments = {};
        } else if (trouble == "no settings") {
            arguments = {"once", "--server", "https://localhost"};
        } else if (trouble == "no file") {
            arguments = {"once", "--config", path("none.toml")};
        } else if (trouble == "bad server") {
            arguments.replace(2, "http://localhost");
        } else if (trouble == "no ca") {
            fs::remove(folder() / "ca.pem");
        } else if (trouble == "nobody") {
            m_server.reset();
        } else if (trouble == "other authority") {
            writeAll(folder() / "ca.pem", TestAuthority().certificate());
        } else if (trouble == "refused") {
            answerWith(problem(403, "Not today", "come again"));
        } else if (trouble == "no outbox") {
            fs::remove_all(folder() / "outbox");
        } else if (trouble == "broken") {
            answerWith({.status = 500});
        }
        const Ended ended = run(arguments);
        QVERIFY2(ended.code == code, (QByteArray::number(ended.code) + " " + ended.log).constData());
        QVERIFY2(ended.log.contains(says.toUtf8()), ended.log.constData());
        const QByteArray help = run({"--help"}).output;
        QVERIFY(help.contains("  " + QByteArray::number(code) + "  "));
    }

    void terminationEndsItCleanlyAtRestAndInTheMiddleOfAnExchange()
    {
        enrolled();
        QProcess process;
        process.start(program, QStringList{"run"} + settings());
        QTRY_VERIFY_WITH_TIMEOUT(m_centre->bodiesOf("/configuration").size() == 1, 10'000);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(terminated(process), 0);
        QVERIFY(timer.elapsed() < 2'000);

        m_centre->before = [](const SeenRequest&) {
            Reply reply;
            reply.pause = std::chrono::minutes(10);
            return std::optional(reply);
        };
        m_centre->forgetSeen();
        process.start(program, QStringList{"run"} + settings());
        QTRY_VERIFY_WITH_TIMEOUT(!m_centre->seen().empty(), 10'000);
        timer.start();
        QCOMPARE(terminated(process), 0);
        QVERIFY(timer.elapsed() < 2'000);
    }

    void killedAtAnyMomentItLosesNothingAndDoublesNothing()
    {
        enrolled();
        constexpr unsigned envelopes = 12;
        for (unsigned number = 1; number <= envelopes; ++number) {
            m_stand->seal(number);
        }
        for (int i = 0; i < 25; ++i) {
            QProcess process;
            process.start(program, QStringList{"run"} + settings());
            QVERIFY(process.waitForStarted());
            QTest::qSleep(5 + i * 3);
            process.kill();
            process.waitForFinished();
            // Every receipt that is there is whole.
            for (unsigned number = 1; number <= envelopes; ++number) {
                if (fs::exists(m_stand->receipt(number))) {
                    QVERIFY(wire::readReceipt(readAll(m_stand->receipt(number)), m_centre->key.publicKey()));
                }
            }
        }
        const Ended last = run(QStringList{"once"} + settings());
        QVERIFY2(last.code == 0, last.log.constData());
        QCOMPARE(m_centre->storedNumbers().size(), std::size_t{envelopes});
        for (unsigned number = 1; number <= envelopes; ++number) {
            QVERIFY(fs::exists(m_stand->receipt(number)));
        }
    }

    /// Even as the same user (root, where the tests run as root): the outbox is given up for another folder while the program
    /// runs, and it can't follow. A kernel without Landlock is told in the log.
    void theRunningProgramCanOpenNoOtherFolder()
    {
        enrolled();
        fs::create_directory(folder() / "journal");
        fs::permissions(folder() / "journal", fs::perms::owner_all);
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, QStringList{"run"} + settings());
        QTRY_VERIFY_WITH_TIMEOUT(m_centre->bodiesOf("/configuration").size() == 1, 10'000);
        fs::rename(folder() / "outbox", folder() / "outbox-before");
        m_stand->seal(1); // nowhere: the folder isn't there
        fs::create_directory_symlink(folder() / "journal", folder() / "outbox");
        m_stand->seal(2);
        QVERIFY(fs::exists(folder() / "journal" / wire::envelopeFileName(m_stand->epoch, core::EnvelopeNumber{2})));
        QTest::qWait(4'500);
        const bool hasLandlock = kernelHasLandlock();
        QCOMPARE(m_centre->bodiesOf("/envelopes").empty(), hasLandlock);
        QCOMPARE(terminated(process), 0);
        const QByteArray log = process.readAll();
        QVERIFY2(log.contains(hasLandlock ? "can't list" : "no Landlock"), log.constData());
    }

    /// The journal's folder is 0700 and belongs to the stand program's user.
    void asAnotherUserItCanNotOpenAClosedFolder()
    {
        enrolled();
        if (::geteuid() != 0) {
            // Not root: another user's closed folder is root's.
            QStringList arguments = QStringList{"once"} + settings();
            arguments.replace(6, "/root");
            QCOMPARE(run(arguments).code, 7);
            return;
        }
        constexpr unsigned nobody = 65534;
        // A copy, because nobody may not reach the build folder.
        QVERIFY(QFile::copy(program, path("smiley-sync")));
        fs::permissions(folder(), fs::perms(0755));
        fs::permissions(folder() / "smiley-sync", fs::perms(0755));
        for (const char* name : {"inbox", "state", "state/transport.key", "state/enrolment.json"}) {
            QCOMPARE(::chown((folder() / name).c_str(), nobody, nobody), 0);
        }
        for (const auto& [mode, code] : {std::pair{0755U, 0}, std::pair{0700U, 7}}) {
            fs::permissions(folder() / "outbox", fs::perms(mode));
            QProcess process;
            process.setChildProcessModifier([] {
                if (::setgid(nobody) != 0 || ::setuid(nobody) != 0) {
                    ::_exit(99);
                }
            });
            process.start(path("smiley-sync"), QStringList{"once"} + settings());
            QVERIFY(process.waitForFinished(20'000));
            const QByteArray log = process.readAllStandardError();
            QVERIFY2(process.exitCode() == code, log.constData());
            QCOMPARE(log.contains("the outbox folder"), code == 7);
        }
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "test_program.moc"
