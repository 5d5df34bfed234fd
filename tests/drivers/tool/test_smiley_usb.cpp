// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/replay/trace.h"
#include "tests/drivers/usb/usb_world.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace smiley;
using namespace smiley::test;

namespace {

constexpr int waitMs = 20000;

/// The four devices of usb_world.h.
const QByteArray fourDevicesToml = R"([[device]]
name = "Keys"
role = "keys"
id = "1209:0001"
interfaces = ["03/00/00"]
[[device]]
name = "Presence"
role = "presence"
id = "1209:0002"
interfaces = ["03/00/00"]
contains_camera = false
hold_ms = 0
[[device]]
name = "Door"
role = "door"
id = "1209:0003"
interfaces = ["03/00/00"]
bit = 0
bits = 8
counts = "total"
[[device]]
name = "Scanner"
role = "scanner"
id = "1209:0004"
interfaces = ["03/00/00"]
)";

struct Ended {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

/// smiley-usb as a child, which finds the mock's devices.
class Program {
public:
    explicit Program(const QStringList& arguments) { m_process.start(SMILEY_BIN_DIR "/smiley-usb", arguments); }
    ~Program()
    {
        m_process.kill();
        m_process.waitForFinished(waitMs);
    }

    /// Waits until its output holds this; says what there was instead.
    bool says(const QByteArray& text)
    {
        const bool isSaid = within(std::chrono::milliseconds(waitMs), [&] { return said().contains(text); });
        if (!isSaid) {
            qWarning() << "no" << text << "in" << m_said << m_process.readAllStandardError();
        }
        return isSaid;
    }
    QByteArray said()
    {
        m_process.waitForReadyRead(1);
        return m_said += m_process.readAllStandardOutput();
    }
    Ended end(int signal)
    {
        ::kill(static_cast<pid_t>(m_process.processId()), signal);
        return ended();
    }
    Ended ended()
    {
        m_process.waitForFinished(waitMs);
        (void)said();
        return {m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1, m_said,
                m_process.readAllStandardError()};
    }

private:
    QProcess m_process;
    QByteArray m_said;
};

Ended run(const QStringList& arguments) { return Program(arguments).ended(); }

QByteArray contentOf(const QString& file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray("cannot be read");
}

/// "key 3", "connected door", … in order; what the bus and the entries are like in between is left out.
QStringList happenings(const QByteArray& jsonLines)
{
    QStringList found;
    for (const QByteArray& line : jsonLines.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        const QString event = object["event"].toString();
        if (event == "key") {
            found << QStringLiteral("key %1").arg(object["key"].toInt());
        } else if (event == "presence") {
            found << (object["begins"].toBool() ? "begins" : "ends");
        } else if (event == "passage") {
            found << QStringLiteral("passage %1").arg(object["count"].toInt());
        } else if (event == "ticket") {
            found << QStringLiteral("ticket %1 %2").arg(object["bytes"].toInt()).arg(object["text"].toString());
        } else if (event == "connected" || event == "lost") {
            found << event + " " + object["role"].toString();
        } else if (event == "watching") {
            found << (object["watching"].toBool() ? "camera" : "no camera");
        }
    }
    return found;
}

} // namespace

/// smiley-usb as a program: the mock's devices, its output, its end.
class TestSmileyUsb : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QFile file(list());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(fourDevicesToml), fourDevicesToml.size());
    }

    void listTellsEachDeviceItsRoleAndWhy()
    {
        MockBus bus;
        MockDevice box(bus, "1-1", buttonBox("A7"));
        MockDevice typing(bus, "1-2", keyboard());
        MockDevice watching(bus, "1-3", camera());
        box.plug();
        typing.plug();
        watching.plug();
        const Ended json = run({"list", "--json", "--devices", list()});
        QCOMPARE(json.code, 0);
        const QJsonArray devices = QJsonDocument::fromJson(json.out)["devices"].toArray();
        QCOMPARE(devices.size(), 3);
        QCOMPARE(devices[0]["port"].toString(), "1-1");
        QCOMPARE(devices[0]["role"].toString(), "keys");
        QCOMPARE(devices[0]["serial"].toString(), "A7");
        QCOMPARE(devices[0]["event"].toString(), "seen");
        for (int other = 1; other < 3; ++other) {
            QCOMPARE(devices[other]["event"].toString(), "refused");
            QVERIFY(devices[other]["role"].isNull());
            QVERIFY(!devices[other]["why"].toString().isEmpty());
        }
        const Ended text = run({"list", "--devices", list()});
        QCOMPARE(text.code, 0);
        QVERIFY2(text.out.contains("1-1  1209:0001  keys  03/00/00  Button box (A7)\n"), text.out);
        QVERIFY2(text.out.contains(devices[1]["why"].toString().toUtf8()), text.out);
        // It opened none: a stand may have them.
        QCOMPARE(box.seen().claims, 0);
        QCOMPARE(typing.seen().opens, 0);
    }

    void watchTellsWhatHappensAndWhatIsOnTheBus()
    {
        MockBus bus;
        MockDevice box(bus, "1-1", buttonBox());
        MockDevice sensor(bus, "1-2", presenceSensor());
        MockDevice door(bus, "1-3", doorCounter());
        MockDevice scanner(bus, "1-4", cardScanner());
        MockDevice typing(bus, "1-5", keyboard());
        MockDevice watching(bus, "1-6", camera());
        Program watch({"watch", "--json", "--raw", "--devices", list()});
        QVERIFY(watch.says("\"started\""));
        box.plug();
        QVERIFY(watch.says(R"("event":"connected","role":"keys")"));
        QVERIFY(watch.says(R"("event":"seen","port":"1-1")"));
        QVERIFY(watch.says(R"("event":"link","name":"Keys","role":"keys","link":"connected","healthy":true)"));
        QVERIFY(box.report({0x10}));
        QVERIFY(watch.says(R"("event":"report","name":"Keys","bytes":"10"})"));
        QVERIFY(watch.says(R"("event":"key","key":5})"));
        sensor.plug();
        QVERIFY(sensor.report(presenceReport(true)));
        QVERIFY(sensor.report(presenceReport(false)));
        QVERIFY(watch.says(R"("begins":false})"));
        door.plug();
        QVERIFY(door.report({7}));
        QVERIFY(door.report({9}));
        QVERIFY(watch.says(R"("count":2})"));
        scanner.plug();
        QVERIFY(scanner.report(scanReport("ST1:SECRET")));
        QVERIFY(watch.says(R"("event":"ticket","bytes":10})"));
        typing.plug();
        QVERIFY(watch.says(R"("event":"refused","port":"1-5")"));
        watching.plug();
        QVERIFY(watch.says(R"("event":"watching","watching":true})"));
        QVERIFY(watch.says(R"("event":"refused","port":"1-6")"));
        watching.unplug();
        QVERIFY(watch.says(R"("event":"gone","port":"1-6"})"));
        box.unplug();
        QVERIFY(watch.says(R"("event":"lost","role":"keys")"));
        const Ended ended = watch.end(SIGTERM);
        QCOMPARE(ended.code, 0);
        QVERIFY(ended.out.trimmed().endsWith(R"("event":"stopped"})"));
        const QStringList expected{"connected keys", "key 5",          "connected presence", "begins",
                                   "ends",           "connected door", "passage 2",          "connected scanner",
                                   "ticket 10 ",     "camera",         "no camera",          "lost keys"};
        QCOMPARE(happenings(ended.out), expected);
        qint64 before = 0;
        for (const QByteArray& line : ended.out.trimmed().split('\n')) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            QVERIFY2(object["us"].isDouble() && object["event"].isString(), line);
            // Two threads make lines: one stamp may be a moment older than that of the line before it.
            QVERIFY2(object["us"].toInteger() > before - 100'000, line);
            before = object["us"].toInteger();
        }
        QVERIFY(!ended.out.contains("SECRET"));
        QVERIFY(!ended.out.contains(QByteArray("SECRET").toHex()));
        QVERIFY(ended.out.contains(R"("event":"report","name":"Scanner","length":64})"));
    }

    void whatIsRecordedPlaysBackAsItHappened()
    {
        MockBus bus;
        MockDevice box(bus, "1-1", buttonBox());
        MockDevice scanner(bus, "1-4", cardScanner());
        box.plug();
        scanner.plug();
        const QString trace = m_folder.filePath("all.trace");
        const QString withoutTickets = m_folder.filePath("some.trace");
        const auto happens = [&](const QString& file, const QStringList& extra, int signal) {
            Program record(QStringList{"record", "--devices", list(), file} + extra);
            // Somebody has them: reports go to the recorder only.
            const auto isFound = [&] { return contentOf(file).count("found ") == 2; };
            if (!within(std::chrono::milliseconds(waitMs), isFound)) {
                return Ended{};
            }
            const bool isSaid =
                box.report({0x04}) && box.report({0x00}) && scanner.report(scanReport("ST1:A B%")) &&
                within(std::chrono::milliseconds(waitMs), [&] {
                    const QByteArray content = contentOf(file);
                    return content.contains("key 3\n") && content.contains("card") + content.contains("ticket") > 0;
                });
            QTest::qWait(60); // a last wait
            return isSaid ? record.end(signal) : Ended{};
        };
        Ended recorded = happens(trace, {"--with-tickets"}, SIGINT);
        QVERIFY2(recorded.code == 0, recorded.err);
        QVERIFY(contentOf(trace).contains("ticket ST1:A%20B%25\n"));
        const Ended replayed = run({"replay", "--fast", "--json", "--with-tickets", trace});
        QCOMPARE(replayed.code, 0);
        QStringList order = happenings(replayed.out);
        QCOMPARE(order.mid(2), (QStringList{"key 3", "ticket 8 ST1:A B%"}));
        order = order.mid(0, 2);
        order.sort();
        QCOMPARE(order, (QStringList{"connected keys", "connected scanner"}));

        recorded = happens(withoutTickets, {}, SIGKILL); // at any moment what was written is whole
        QCOMPARE(recorded.code, -1);
        QVERIFY(!contentOf(withoutTickets).contains("ST1"));
        QVERIFY(contentOf(withoutTickets).endsWith('\n'));
        QCOMPARE(run({"replay", "--fast", withoutTickets}).code, 0);

        const Ended again = run({"record", "--devices", list(), trace});
        QCOMPARE(again.code, 5);
        QVERIFY2(again.err.contains("is there already"), again.err);
        QVERIFY(contentOf(trace).contains("ticket")); // as it was
        for (const QString& file : {trace, withoutTickets}) {
            QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        }
        // Nor is anything made where a link points to.
        QVERIFY(QFile::link(m_folder.filePath("elsewhere"), m_folder.filePath("link.trace")));
        QCOMPARE(run({"record", "--devices", list(), m_folder.filePath("link.trace")}).code, 5);
        QVERIFY(!QFile::exists(m_folder.filePath("elsewhere")));
    }

    void withoutAListEverythingIsUnlisted()
    {
        MockBus bus;
        MockDevice box(bus, "1-1", buttonBox());
        box.plug();
        QVERIFY2(!QFile::exists("/etc/smileystand/devices.toml"), "this machine is a stand: it has a list");
        const Ended ended = run({"list"});
        QCOMPARE(ended.code, 0);
        QVERIFY2(ended.out.contains("1209:0001  -  03/00/00") && ended.out.contains("not on the list"), ended.out);
        QVERIFY2(ended.err.contains("/etc/smileystand/devices.toml yet: nothing is listed"), ended.err);
        QCOMPARE(run({"rules"}).code, 3);
    }

    void rulesAreInstalledWholeOrNotAtAll()
    {
        const QString file = m_folder.filePath("61-smiley-usb-devices.rules");
        QCOMPARE(run({"rules", "--devices", list(), "--out", file}).code, 0);
        const QByteArray rules = contentOf(file);
        QCOMPARE(rules, run({"rules", "--devices", list()}).out);
        const QString wrong = m_folder.filePath("faulty.toml");
        QVERIFY(QFile::copy(list(), wrong));
        QFile faulty(wrong);
        QVERIFY(faulty.open(QIODevice::Append) && faulty.write("[[device]]\n") > 0);
        faulty.close();
        QCOMPARE(run({"rules", "--devices", wrong, "--out", file}).code, 3);
        QCOMPARE(contentOf(file), rules);
        QCOMPARE(run({"rules", "--devices", list(), "--out", m_folder.filePath("none/x")}).code, 5);
    }

    void aTraceIsReplayedAtItsPaceAndBadLinesAreNamed()
    {
        const QString trace = m_folder.filePath("paced.trace");
        QFile file(trace);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("key 1\nwait 400\nkey nine\nkey 2\n");
        file.close();
        QElapsedTimer timer;
        timer.start();
        const Ended paced = run({"replay", trace});
        QVERIFY(timer.elapsed() >= 400);
        QCOMPARE(paced.code, 5);
        QCOMPARE(paced.out, "0 key key=1\n400000 key key=2\n");
        QVERIFY2(paced.err.contains("paced.trace, line 3: 'nine' is not a number from 1 to 8"), paced.err);

        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("key 1\nwait 3600000\nkey 2\n");
        file.close();
        QCOMPARE(run({"replay", "--fast", "--json", trace}).out,
                 "{\"us\":0,\"event\":\"key\",\"key\":1}\n{\"us\":3600000000,\"event\":\"key\",\"key\":2}\n");
        Program waiting({"replay", trace});
        QVERIFY(waiting.says("key=1"));
        QCOMPARE(waiting.end(SIGTERM).code, 0);
        QCOMPARE(run({"replay", m_folder.filePath("none")}).code, 5);
        QCOMPARE(run({"replay", m_folder.path()}).code, 5);
    }

    void theShippedListGivesARuleForEveryDevice()
    {
        const QString shipped = SMILEY_SOURCE_DIR "/platform/examples/devices.toml";
        const Ended rules = run({"rules", "--devices", shipped});
        QCOMPARE(rules.code, 0);
        QCOMPARE(rules.out.count("\nSUBSYSTEM=="), contentOf(shipped).count("\n[[device]]\n"));
        QVERIFY(rules.out.contains("GROUP=\"smiley-stand\""));
        QVERIFY(run({"rules", "--group", "plugdev", "--devices", shipped}).out.contains("GROUP=\"plugdev\""));
        const Ended lines = run({"rules", "--modprobe", "--devices", shipped});
        QCOMPARE(lines.code, 0);
        QVERIFY(lines.out.contains("\noptions usbcore authorized_default=0\noptions usbhid quirks=0x"));
    }

    void wrongOptionsAndAWrongListHaveTheirExitCodes()
    {
        QCOMPARE(run({"--help"}).code, 0);
        const QByteArray help = run({"watch", "--help"}).out;
        QVERIFY(help.contains("Example: smiley-usb watch") && help.contains("headphones"));
        QCOMPARE(run({}).code, 2);
        QCOMPARE(run({"watch", "--loud"}).code, 2);
        QCOMPARE(run({"record"}).code, 2);
        const QString wrong = m_folder.filePath("wrong.toml");
        QFile file(wrong);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[[device]]\nname = \"x\"\nrole = \"toaster\"\n");
        file.close();
        for (const char* command : {"list", "watch", "rules"}) {
            const Ended ended = run({command, "--devices", wrong});
            QCOMPARE(ended.code, 3);
            QVERIFY2(ended.err.contains("wrong.toml:3"), ended.err);
            QCOMPARE(run({command, "--devices", m_folder.filePath("none.toml")}).code, 3);
        }
    }

private:
    [[nodiscard]] QString list() const { return m_folder.filePath("devices.toml"); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSmileyUsb)
#include "test_smiley_usb.moc"
