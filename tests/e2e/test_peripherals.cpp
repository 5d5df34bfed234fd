// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/ports.h"
#include "app/store/store.h"
#include "platform/clock.h"
#include "sync/wire/comments.h"
#include "sync/wire/messages.h"
#include "sync/wire/questionnaire_json.h"
#include "sync/wire/ticket.h"
#include "tests/support/fakes.h"
#include "tests/support/mock_usb.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>

using namespace smiley;
using namespace smiley::test;

namespace {

constexpr int betweenKeysMs = 220; ///< faster is a key that bounces
constexpr int sameKeyMs = 560;     ///< faster is a hand that shakes
constexpr int soonMs = 10'000;     ///< for a busy machine; what has a limit of its own is measured

/// Eight buttons, a bit each.
const Bytes buttons{0x05, 0x01, 0x09, 0x05, 0xA1, 0x01, 0x05, 0x09, 0x19, 0x01, 0x29, 0x08,
                    0x15, 0x00, 0x25, 0x01, 0x75, 0x01, 0x95, 0x08, 0x81, 0x02, 0xC0};
/// Human Presence, a byte.
const Bytes presenceSensor{0x05, 0x20, 0x09, 0x11, 0xA1, 0x00, 0x0A, 0xB1, 0x04, 0x15,
                           0x00, 0x25, 0x01, 0x75, 0x08, 0x95, 0x01, 0x81, 0x02, 0xC0};
/// A byte of the maker's own, of which the list names a bit.
const Bytes beam{0x06, 0x00, 0xFF, 0x09, 0x01, 0xA1, 0x01, 0x09, 0x02, 0x15, 0x00,
                 0x26, 0xFF, 0x00, 0x75, 0x08, 0x95, 0x01, 0x81, 0x02, 0xC0};

/// A scanner of the Bar Code Scanner page, 64 bytes a report; what doesn't fit goes on in the next one.
const Bytes cardScanner{0x05, 0x8C, 0x09, 0x02, 0xA1, 0x01, 0x09, 0x12, 0xA1, 0x02, 0x85, 0x02, 0x15, 0x00, 0x26, 0xFF,
                        0x00, 0x75, 0x08, 0x95, 0x01, 0x05, 0x01, 0x09, 0x3B, 0x81, 0x02, 0x95, 0x03, 0x05, 0x8C, 0x09,
                        0xFB, 0x09, 0xFC, 0x09, 0xFD, 0x81, 0x02, 0x95, 0x38, 0x09, 0xFE, 0x82, 0x02, 0x01, 0x95, 0x02,
                        0x06, 0x66, 0xFF, 0x09, 0x04, 0x09, 0x00, 0x81, 0x02, 0x05, 0x8C, 0x25, 0x01, 0x75, 0x01, 0x95,
                        0x08, 0x09, 0xFF, 0x95, 0x01, 0x81, 0x02, 0x95, 0x07, 0x81, 0x03, 0xC0, 0xC0};
constexpr std::size_t textOfReport = 56;

constexpr const char* devices = R"([[device]]
name = "Knapper"
role = "keys"
id = "1209:0001"
interfaces = ["03/00/00"]

[[device]]
name = "Føler"
role = "presence"
id = "1209:0002"
interfaces = ["03/00/00"]
contains_camera = false
hold_ms = 0

[[device]]
name = "Dør"
role = "door"
id = "1209:0003"
interfaces = ["03/00/00"]
bit = 0
counts = "pulses"

[[device]]
name = "Læser"
role = "scanner"
id = "1209:0004"
interfaces = ["03/00/00"]
)";

MockModel modelOf(std::uint16_t product, const Bytes& reportDescriptor)
{
    MockModel model;
    model.product = product;
    MockInterface interface;
    interface.reportDescriptor = reportDescriptor;
    model.interfaces = {interface};
    return model;
}

MockModel camera()
{
    MockModel model = modelOf(0x00CA, {});
    model.interfaces.front().usbClass = 0x0E;
    model.interfaces.front().subclass = 0x01;
    model.interfaces.front().kernelDriver = "uvcvideo";
    return model;
}

/// A real smiley-stand, watched through its screen log and its own log.
class Program {
public:
    enum class Kind { Example, Real };
    explicit Program(const QString& toml, const QStringList& more = {"--devices", "devices.toml"},
                     Kind kind = Kind::Example)
    {
        write("stand.toml", toml.toUtf8());
        write("devices.toml", devices);
        QStringList arguments{"--config",     path("stand.toml"), "--data",      path("data"), "--outbox",
                              path("outbox"), "--inbox",          path("inbox"), "--window",   "1280x800"};
        if (kind == Kind::Example) {
            arguments << "--example"
                      << "--screen-log" << path("screens");
        }
        for (const QString& argument : more) {
            arguments << (argument.endsWith(".toml") ? path(argument) : argument);
        }
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(SMILEY_BIN_DIR "/smiley-stand", arguments);
    }
    ~Program() { end(); }

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString log() { return m_said += QString::fromUtf8(m_process.readAllStandardOutput()); }
    [[nodiscard]] bool runs() const { return m_process.state() == QProcess::Running; }
    int end()
    {
        m_process.terminate();
        m_process.waitForFinished(20'000);
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    [[nodiscard]] bool isOver() { return m_process.waitForFinished(20'000); }

    [[nodiscard]] QJsonObject screen()
    {
        if (!m_screens.isOpen()) {
            m_screens.setFileName(path("screens"));
            (void)m_screens.open(QIODevice::ReadOnly);
        }
        m_part += m_screens.isOpen() ? m_screens.readAll() : QByteArray();
        for (qsizetype end = m_part.indexOf('\n'); end >= 0; end = m_part.indexOf('\n')) {
            m_screen = QJsonDocument::fromJson(m_part.left(end)).object();
            m_part.remove(0, end + 1);
        }
        return m_screen;
    }
    [[nodiscard]] QString shown(const QString& key) { return screen()[key].toString(); }
    /// The number on a target; 0: none, nothing: no such target.
    [[nodiscard]] std::optional<int> keyOf(const QString& target)
    {
        const QJsonArray targets = screen()["targets"].toArray();
        for (const QJsonValue& each : targets) {
            if (each["name"].toString() == target) {
                return each["key"].toInt();
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] QString firstOption()
    {
        const QJsonArray targets = screen()["targets"].toArray();
        for (const QJsonValue& each : targets) {
            const QString name = each["name"].toString();
            if (name.startsWith("option-") || name.startsWith("degree-")) {
                return name;
            }
        }
        return {};
    }
    /// The centre answers as it answers a stand that was enrolled and, with a key, asks visitors to write.
    [[nodiscard]] bool enrol(const wire::SecretKey& centre, const wire::CommentSecret* comments = nullptr)
    {
        const QString identity = path("outbox/stand.json");
        if (!QTest::qWaitFor([&] { return QFile::exists(identity); }, soonMs)) {
            return false;
        }
        QFile file(identity);
        (void)file.open(QIODevice::ReadOnly);
        const auto stand = wire::readStandIdentity(file.readAll().toStdString());
        const auto name = *core::StandId::parse("fjordby-1");
        write("inbox/enrolment.json",
              QByteArray::fromStdString(wire::writeEnrolment(
                  {name, *core::MunicipalityId::parse("fjordby"), centre.publicKey(), stand->envelopeKey, true},
                  centre)));
        if (!QTest::qWaitFor([&] { return log().contains("enrolled as fjordby-1"); }, soonMs)) {
            return false;
        }
        if (comments == nullptr) {
            return true;
        }
        wire::Configuration configuration{name, 1, std::string(wire::shippedQuestionnaire("smiley")), ""};
        configuration.comments = wire::writeCommentSettings(
            {comments->publicKey().text(), "Kommunikation", 90, {}, "2026-11-01", "Mette Holm"});
        write("inbox/configuration.json", QByteArray::fromStdString(wire::writeConfiguration(configuration, centre)));
        const bool isTaken = QTest::qWaitFor([&] { return log().contains("configuration 1 is in force"); }, soonMs);
        QTest::qWait(1000); // to the loop, and to its next visitor
        return isTaken;
    }
    /// Takes what was said so far off the log: what is waited for comes after it.
    void forget()
    {
        (void)log();
        m_said.clear();
    }
    /// The journal, once the program has ended.
    [[nodiscard]] std::vector<core::Row> rows() const
    {
        SeededRandom random;
        const auto store = store::Store::open(path("data/stand.sqlite").toStdString(), random);
        return store ? *(*store)->rows(core::Sequence{}, 10'000) : std::vector<core::Row>();
    }
    [[nodiscard]] std::size_t commentsKept() const
    {
        SeededRandom random;
        const auto store = store::Store::open(path("data/stand.sqlite").toStdString(), random);
        return store ? (*store)->waitingComments()->size() : 0;
    }
    /// The files of the stand that hold these bytes.
    [[nodiscard]] QStringList filesWith(const QByteArray& bytes) const
    {
        QStringList found;
        for (QDirIterator each(m_folder.path(), QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
            QFile file(each.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes)) {
                found << file.fileName();
            }
        }
        return found;
    }
    template <class Content>
    [[nodiscard]] std::vector<Content> contents() const
    {
        std::vector<Content> found;
        for (const core::Row& row : rows()) {
            if (const auto* content = std::get_if<Content>(&row.event.content)) {
                found.push_back(*content);
            }
        }
        return found;
    }

private:
    void write(const QString& name, const QByteArray& content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
            qFatal("can't write %s", qPrintable(name));
        }
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_said;
    QFile m_screens;
    QByteArray m_part;
    QJsonObject m_screen;
};

constexpr const char* settings = R"(municipality = "Fjordby Kommune"
place = "Jobcentret"
languages = ["da", "en"]
presence_sensor = true
)";

} // namespace

/// The real stand with virtual devices on an unmodified libusb: keys, presence, door and camera come, speak, and go.
class TestPeripherals : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<MockBus> m_bus;
    std::unique_ptr<MockDevice> m_keys;
    std::unique_ptr<MockDevice> m_sensor;
    std::unique_ptr<MockDevice> m_door;
    std::unique_ptr<MockDevice> m_scanner;
    QElapsedTimer m_sinceKey;
    int m_lastKey = 0;

    static bool until(const std::function<bool()>& ready, int ms = soonMs) { return QTest::qWaitFor(ready, ms); }

    /// Down and up, at the pace of a hand.
    bool press(int key)
    {
        const int apart = key == m_lastKey ? sameKeyMs : betweenKeysMs;
        if (m_sinceKey.isValid() && m_sinceKey.elapsed() < apart) {
            QTest::qWait(static_cast<int>(apart - m_sinceKey.elapsed()));
        }
        m_lastKey = key;
        const bool down = m_keys->report(Bytes{static_cast<std::uint8_t>(1U << static_cast<unsigned>(key - 1))});
        m_sinceKey.start();
        return m_keys->report(Bytes{0}) && down;
    }
    /// Turns to the page on which the target has a number, as somebody who reads the screen.
    bool pressNamed(Program& stand, const QString& target)
    {
        if (!until([&] { return stand.keyOf(target).has_value(); })) {
            return false;
        }
        for (int turn = 0; turn < 12; ++turn) {
            if (until([&] { return stand.keyOf(target).value_or(0) != 0; }, 500)) {
                return press(*stand.keyOf(target));
            }
            if (!press(core::key::next)) {
                return false;
            }
        }
        return false;
    }
    /// A card before the scanner.
    bool scan(const std::string& text)
    {
        for (std::size_t at = 0; at < text.size(); at += textOfReport) {
            const std::string part = text.substr(at, textOfReport);
            Bytes report(64);
            report[0] = 2;
            report[1] = static_cast<std::uint8_t>(part.size());
            std::ranges::transform(part, report.begin() + 5, [](char c) { return static_cast<std::uint8_t>(c); });
            report[63] = at + textOfReport < text.size() ? 1 : 0;
            if (!m_scanner->report(report)) {
                return false;
            }
        }
        return true;
    }
    bool answersOne(Program& stand)
    {
        const QString question = stand.shown("question");
        const QString option = stand.firstOption();
        return pressNamed(stand, option.isEmpty() ? "skip" : option) &&
               (option.isEmpty() || pressNamed(stand, "next")) &&
               until([&] { return stand.shown("page") == "faces" || stand.shown("question") != question; });
    }

private slots:
    void init()
    {
        m_bus = std::make_unique<MockBus>();
        // umockdev keeps a place for each device that can't be opened, too, and has 50; a look for sound cards tries 32.
        QVERIFY(QFile::remove(QString::fromStdString(m_bus->root() + "/ioctl/_default")));
        m_keys = std::make_unique<MockDevice>(*m_bus, "1-1", modelOf(1, buttons));
        m_sensor = std::make_unique<MockDevice>(*m_bus, "1-2", modelOf(2, presenceSensor));
        m_door = std::make_unique<MockDevice>(*m_bus, "1-3", modelOf(3, beam));
        MockModel scanner = modelOf(4, cardScanner);
        scanner.interfaces.front().packetBytes = 64;
        m_scanner = std::make_unique<MockDevice>(*m_bus, "1-5", scanner);
        m_sinceKey.invalidate();
    }
    void cleanup()
    {
        m_scanner.reset();
        m_door.reset();
        m_sensor.reset();
        m_keys.reset();
        m_bus.reset();
    }

    void aWholePollIsAnsweredByKeys_theDoorCounts_andTheScreenIsCleanWhenThePersonLeft()
    {
        m_keys->plug();
        m_sensor->plug();
        m_door->plug();
        Program stand(settings);
        QVERIFY2(until([&] { return stand.keyOf("face1").has_value(); }), qPrintable(stand.log()));
        for (const char* name : {"Knapper (keys): connected", "Føler (presence): connected", "Dør (door): connected"}) {
            QVERIFY2(until([&] { return stand.log().contains(QString::fromUtf8(name)); }), qPrintable(stand.log()));
        }
        QCOMPARE(stand.keyOf("face1"), std::optional(0)); // nobody uses keys yet
        for (int person = 0; person < 3; ++person) {
            QVERIFY(m_door->report({1}));
            QVERIFY(m_door->report({0}));
            QTest::qWait(betweenKeysMs);
        }
        QVERIFY(m_sensor->report({1}));
        QVERIFY(press(2));
        QVERIFY(until([&] { return stand.shown("banner") == "invitation"; }));
        QVERIFY(until([&] { return stand.keyOf("face2") == std::optional(2); }));
        QVERIFY(pressNamed(stand, "yes"));
        QVERIFY(until([&] { return stand.shown("page") == "question"; }));
        while (stand.shown("page") == "question") {
            QVERIFY2(answersOne(stand), qPrintable(stand.shown("question")));
        }
        QVERIFY(until([&] { return stand.shown("banner") == "thanks"; }));
        QVERIFY(m_sensor->report({0}));
        QVERIFY(until([&] { return stand.shown("banner").isEmpty(); }));
        QCOMPARE(stand.keyOf("face1"), std::optional(0)); // for the next person nothing is left of this one

        // The next one takes over while a question stands there.
        QVERIFY(m_sensor->report({1}));
        QVERIFY(press(5));
        QVERIFY(pressNamed(stand, "yes"));
        QVERIFY(until([&] { return stand.shown("page") == "question"; }));
        QElapsedTimer left;
        left.start();
        QVERIFY(m_sensor->report({0}));
        QVERIFY(until([&] { return stand.shown("page") == "faces"; }));
        QVERIFY(left.elapsed() >= 1400); // a step back isn't leaving
        QVERIFY(m_sensor->report({1}));
        QVERIFY(press(4));
        QVERIFY(until([&] { return stand.shown("banner") == "invitation"; }));
        QCOMPARE(stand.end(), 0);

        const auto taps = stand.contents<core::Tap>();
        QCOMPARE(taps.size(), 3U);
        for (const core::Tap& tap : taps) {
            QVERIFY(tap.input == core::Input::Keys);
            QCOMPARE(tap.doors, std::optional<std::uint32_t>(3));
        }
        QVERIFY(taps[0].face == core::Face::Bad);
        QVERIFY(taps[1].presence == core::Presence::Broken);
        QVERIFY(taps[2].presence == core::Presence::Broken);
        QVERIFY(!stand.contents<core::Answered>().empty());
        std::map<core::VisitEnded::How, int> ends;
        for (const core::VisitEnded& end : stand.contents<core::VisitEnded>()) {
            ++ends[end.how];
        }
        QCOMPARE(ends[core::VisitEnded::How::Left], 1);
    }

    void aCameraTakesTheSentenceAwayWithinASecond_andBringsItBackWhenItIsGone()
    {
        Program stand(settings);
        const auto says = [&] { return stand.shown("promises").contains("hverken kamera eller mikrofon"); };
        QVERIFY2(until(says), qPrintable(stand.log() + stand.shown("promises")));
        MockDevice watcher(*m_bus, "1-4", camera());
        for (int time = 0; time < 2; ++time) {
            stand.forget();
            QElapsedTimer plugged;
            plugged.start();
            watcher.plug();
            QVERIFY(until([&] { return !says(); }));
            QVERIFY2(plugged.elapsed() <= 1000, qPrintable(QString::number(plugged.elapsed())));
            QVERIFY(until([&] { return stand.log().contains("no comment is asked for"); }));
            stand.forget();
            watcher.unplug();
            QVERIFY(until(says));
            QVERIFY(until([&] { return stand.log().contains("comments may be asked for"); }));
        }
        QCOMPARE(stand.end(), 0);
    }

    void aCameraClosesTheCommentThatIsBeingWrittenWithinASecond()
    {
        m_keys->plug();
        Program stand(settings);
        const wire::SecretKey centre = wire::SecretKey::generate();
        const wire::CommentSecret comments = wire::CommentSecret::generate();
        QVERIFY2(stand.enrol(centre, &comments), qPrintable(stand.log()));
        QVERIFY2(until([&] { return stand.log().contains("Knapper (keys): connected"); }), qPrintable(stand.log()));
        MockDevice watcher(*m_bus, "1-4", camera());
        const auto isAsked = [&] { return stand.keyOf("key-space").has_value(); };
        QVERIFY(press(2));
        QVERIFY(pressNamed(stand, "yes"));
        QVERIFY(until([&] { return stand.shown("page") == "question"; }));
        QVERIFY2(answersOne(stand), qPrintable(stand.log()));
        QVERIFY2(until(isAsked), qPrintable(stand.shown("question") + stand.log()));
        QVERIFY(pressNamed(stand, "key-n"));
        QVERIFY(pressNamed(stand, "key-e"));
        QElapsedTimer plugged;
        plugged.start();
        watcher.plug();
        QVERIFY(until([&] { return stand.shown("page") == "faces"; }));
        QVERIFY2(plugged.elapsed() <= 1000, qPrintable(QString::number(plugged.elapsed())));
        QCOMPARE(stand.shown("banner"), QStringLiteral("thanks"));
        QCOMPARE(stand.end(), 0);
        QCOMPARE(stand.commentsKept(), 0U);
        QVERIFY(!stand.contents<core::Answered>().empty()); // what was answered before it stays
    }

    void aCardCountsOnce_andNothingOfItIsKept()
    {
        m_keys->plug();
        m_scanner->plug();
        Program stand(settings);
        const wire::SecretKey centre = wire::SecretKey::generate();
        QVERIFY2(stand.enrol(centre), qPrintable(stand.log()));
        QVERIFY2(until([&] { return stand.log().contains(QString::fromUtf8("Læser (scanner): connected")); }),
                 qPrintable(stand.log()));
        wire::Ticket ticket{core::localTime(platform::SystemClock().now().wall).day, "fjordby-1", {}};
        for (std::size_t at = 0; at < ticket.id.size(); ++at) {
            ticket.id.at(at) = static_cast<std::byte>(0xA1 + at);
        }
        const std::string card = wire::ticketText(ticket, centre);
        QVERIFY(scan("https://example.org"));
        QVERIFY(until([&] { return stand.shown("ticket") == "not_a_card"; }));
        QTest::qWait(500); // as quick as a hand
        QVERIFY(scan(card));
        QVERIFY2(until([&] { return stand.shown("ticket") == "taken"; }), qPrintable(stand.shown("ticket")));
        QVERIFY(press(4));
        QVERIFY(until([&] { return stand.shown("banner") == "invitation"; }));
        QVERIFY(until([&] { return stand.shown("banner").isEmpty(); }, 30'000)); // the person is gone
        QVERIFY(scan(card));
        QVERIFY2(until([&] { return stand.shown("ticket") == "used"; }), qPrintable(stand.shown("ticket")));
        QCOMPARE(stand.end(), 0);
        const auto taps = stand.contents<core::Tap>();
        QCOMPARE(taps.size(), 1U);
        QVERIFY(taps[0].ticket == core::TicketUse::Fresh);
        const QByteArray id(reinterpret_cast<const char*>(ticket.id.data()), static_cast<qsizetype>(ticket.id.size()));
        for (const QByteArray& secret :
             {QByteArray::fromStdString(card.substr(4, 20)), QByteArray::fromStdString(card.substr(card.size() - 20)),
              id, id.toHex(), id.toHex().toUpper(), id.toBase64()}) {
            QCOMPARE(stand.filesWith(secret), QStringList());
            QVERIFY(!stand.log().contains(QString::fromLatin1(secret)));
        }
        QVERIFY(!stand.filesWith("fjordby-1").isEmpty()); // what is there is found
    }

    void outsideOfAnExampleAllOfItWorksToo()
    {
        m_keys->plug();
        Program stand(settings, {"--devices", "devices.toml"}, Program::Kind::Real);
        QVERIFY2(until([&] { return stand.log().contains("Knapper (keys): connected"); }), qPrintable(stand.log()));
        QVERIFY(!stand.log().contains("no comment is asked for"));
        MockDevice watcher(*m_bus, "1-4", camera());
        watcher.plug();
        QVERIFY2(until([&] { return stand.log().contains("no comment is asked for"); }), qPrintable(stand.log()));
        QVERIFY(press(5));
        QTest::qWait(500);
        watcher.unplug();
        QVERIFY(until([&] { return stand.log().contains("comments may be asked for"); }));
        QCOMPARE(stand.end(), 0);
        const auto taps = stand.contents<core::Tap>();
        QCOMPARE(taps.size(), 1U);
        QVERIFY(taps[0].input == core::Input::Keys && taps[0].face == core::Face::VeryGood);
    }

    void whatIsPulledOutIsSaidWithinASecond_andWorksAgainWithinTwo()
    {
        m_keys->plug();
        m_door->plug();
        Program stand(settings);
        QVERIFY2(until([&] { return stand.log().contains("Knapper (keys): connected"); }), qPrintable(stand.log()));
        QVERIFY(until([&] { return stand.log().contains(QString::fromUtf8("Føler (presence): no device")); }));
        QVERIFY(press(3));
        QVERIFY(until([&] { return stand.keyOf("face3") == std::optional(3); }));
        stand.forget();
        QElapsedTimer time;
        time.start();
        m_keys->unplug();
        QVERIFY(until([&] { return stand.log().contains("Knapper (keys): no device"); }));
        QVERIFY2(time.elapsed() <= 1000, qPrintable(QString::number(time.elapsed())));
        QVERIFY(until([&] { return stand.keyOf("face3") == std::optional(0); })); // its numbers lead nowhere
        QCOMPARE(stand.shown("banner"), QStringLiteral("invitation"));            // the visit goes on
        stand.forget();
        time.start();
        m_keys->plug();
        QVERIFY(until([&] { return stand.log().contains("Knapper (keys): connected"); }));
        QVERIFY2(time.elapsed() <= 2000, qPrintable(QString::number(time.elapsed())));
        QVERIFY(press(4));
        QVERIFY(until([&] { return stand.keyOf("face4") == std::optional(4); }));
        QVERIFY(until([&] { return stand.shown("banner") == "changed"; }));
        m_door->unplug();
        QVERIFY(until([&] { return stand.log().contains(QString::fromUtf8("Dør (door): no device")); }));
        QVERIFY(press(1));
        QVERIFY(until([&] { return stand.shown("banner") == "have_it" || stand.shown("banner") == "changed"; }));
        QTest::qWait(500);
        QCOMPARE(stand.end(), 0);
        const auto taps = stand.contents<core::Tap>();
        QCOMPARE(taps.size(), 3U);
        QCOMPARE(taps[0].doors, std::optional<std::uint32_t>(0));
        QVERIFY(!taps[2].doors); // lost: nothing is known, not "nobody"
        QVERIFY(taps[0].presence == core::Presence::Unknown);
    }

    void withoutAListNothingIsTouched()
    {
        m_keys->plug();
        Program stand(settings, {});
        QVERIFY2(until([&] { return stand.keyOf("face1").has_value(); }), qPrintable(stand.log()));
        QVERIFY(!m_keys->waitFlying(1, 0x81, std::chrono::milliseconds(1500)));
        QCOMPARE(m_keys->seen().opens, 0);
        QCOMPARE(stand.end(), 0);
    }

    void everythingOfTheListMayBeAbsent()
    {
        Program stand(settings);
        QVERIFY2(until([&] { return stand.keyOf("face1").has_value(); }), qPrintable(stand.log()));
        for (const char* name : {"Knapper (keys): no device", "Føler (presence): no device", "Dør (door): no device"}) {
            QVERIFY2(until([&] { return stand.log().contains(QString::fromUtf8(name)); }), qPrintable(stand.log()));
        }
        QCOMPARE(stand.end(), 0);
        QFile status(stand.path("outbox/status.json"));
        QVERIFY(status.open(QIODevice::ReadOnly));
        const QJsonObject sensors = QJsonDocument::fromJson(status.readAll())["sensors"].toObject();
        QCOMPARE(sensors["keys"].toString(), QStringLiteral("no device"));
        QCOMPARE(sensors["scanner"].toString(), QStringLiteral("no device"));
        QCOMPARE(sensors["camera or microphone"].toString(), QStringLiteral("none"));
    }

    void aSensorThatVisitorsAreNotToldOfIsRefused()
    {
        Program stand(QString(settings).replace("presence_sensor = true", "presence_sensor = false"));
        QVERIFY(stand.isOver());
        QVERIFY2(stand.log().contains("presence_sensor = false: visitors would not be told of it"),
                 qPrintable(stand.log()));
        QCOMPARE(stand.end(), 3);
    }
};

QTEST_GUILESS_MAIN(TestPeripherals)
#include "test_peripherals.moc"
