// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/keeper.h"
#include "sync/outbox/stick.h"
#include "sync/outbox/stick_questionnaires.h"

#include "tests/support/quick_folder.h"
#include "tests/sync/outbox/world.h"

#include <QTest>

#include <sys/stat.h>

#include <functional>

using namespace smiley;
using namespace smiley::test;
using outbox::StickFault;
namespace fs = std::filesystem;

namespace {

constexpr const char* smileyFile = "smiley-spoergsmaal-smiley-1.json";

/// What somebody with bad intentions, or a broken computer, put on a stick.
struct Hostile {
    std::string name;  ///< asked for
    std::string bytes; ///< of that file, where `put` is empty
    StickFault expected = StickFault::NotAQuestionnaire;
    std::function<void(const fs::path& file)> put = {};
};

std::string changed(std::string json, const std::string& from, const std::string& to)
{
    const std::size_t at = json.find(from);
    if (at == std::string::npos) {
        qFatal("no %s", from.c_str());
    }
    return json.replace(at, from.size(), to);
}

std::string nested(std::size_t depth, char open, char close)
{
    return std::string(depth, open) + std::string(depth, close);
}

/// The questionnaires, 40 of the 60.
std::vector<Hostile> hostileQuestionnaires()
{
    const std::string good = questionnaireNamed("smiley");
    const std::string canonical = wire::canonicalJson(good);
    std::vector<Hostile> all{
        // Names that lead elsewhere.
        {"../smiley-spoergsmaal-smiley-1.json", good, StickFault::UnknownFile},
        {"../../../../etc/passwd", "", StickFault::UnknownFile},
        {"/etc/passwd", "", StickFault::UnknownFile},
        {"a/b/c/d/e/f/smiley-spoergsmaal-smiley-1.json", good, StickFault::UnknownFile},
        {"smiley-spoergsmaal-/../smiley-1.json", good, StickFault::UnknownFile},
        {"smiley-spoergsmaal-smiley-1.json/", good, StickFault::UnknownFile},
        {std::string("smiley-spoergsmaal-smiley-1.json\0.txt", 37), good, StickFault::UnknownFile},
        {"", "", StickFault::UnknownFile},
        {".", "", StickFault::UnknownFile},
        {"..", "", StickFault::UnknownFile},
        {".smiley-spoergsmaal-smiley-1.json.part", good, StickFault::UnknownFile},
        {"smiley-spoergsmaal-.json", good, StickFault::UnknownFile},
        {"smiley-spoergsmaal-smiley-1.JSON", good, StickFault::UnknownFile},
        {"smiley-spoergsmaal-smiley-1.json.exe", good, StickFault::UnknownFile},
        {"smiley-spoergsmaal-smiley 1.json", good, StickFault::UnknownFile},
        {"smiley-spoergsmaal-sm\xc3\xafley-1.json", good, StickFault::UnknownFile},
        {"smiley-spoergsmaal-\xe2\x80\xae-1.json", good, StickFault::UnknownFile},
        {"smiley-spoergsmaal-" + std::string(200, 'a') + "-1.json", good, StickFault::UnknownFile},
        {"stand.toml", "", StickFault::UnknownFile},
        // What is no plain file.
        {smileyFile, "", StickFault::NotAFile, [](const fs::path& file) { fs::create_symlink("/etc/passwd", file); }},
        {smileyFile, "", StickFault::NotAFile, [](const fs::path& file) { fs::create_symlink(file, file); }},
        {smileyFile, "", StickFault::NotAFile, [](const fs::path& file) { fs::create_directory(file); }},
        {smileyFile, "", StickFault::NotAFile, [](const fs::path& file) { ::mkfifo(file.c_str(), 0600); }},
        {smileyFile, "", StickFault::NoSuchFile, [](const fs::path&) {}},
        // Too much.
        {smileyFile, std::string(wire::questionnaireBytesMax + 1, ' '), StickFault::TooLarge},
        {smileyFile, "", StickFault::TooLarge,
         [](const fs::path& file) { // a hole of a terabyte
             writeBytes(file, "");
             fs::resize_file(file, std::uintmax_t{1} << 40);
         }},
        {smileyFile, nested(100'000, '[', ']'), StickFault::NotAQuestionnaire},
        {smileyFile, nested(1'000, '{', '}'), StickFault::NotAQuestionnaire},
        // What is something else.
        {smileyFile, "", StickFault::NotAQuestionnaire},
        {smileyFile, "{}", StickFault::NotAQuestionnaire},
        {smileyFile, "null", StickFault::NotAQuestionnaire},
        {smileyFile, std::string("\x28\xb5\x2f\xfd\x04\x00", 6), StickFault::NotAQuestionnaire}, // an archive
        {smileyFile, std::string(4096, '\0'), StickFault::NotAQuestionnaire},
        {smileyFile, "\xff\xfe" + good, StickFault::NotAQuestionnaire},
        {smileyFile, good + good, StickFault::NotAQuestionnaire},
        {smileyFile, good.substr(0, good.size() / 2), StickFault::NotAQuestionnaire},
        // What was changed.
        {smileyFile, changed(canonical, "\"version\":1", "\"version\":2"), StickFault::Renamed},
        {smileyFile, questionnaireNamed("exit-poll"), StickFault::Renamed},
        {smileyFile, changed(canonical, "\"version\":1", "\"version\":-1"), StickFault::NotAQuestionnaire},
        {smileyFile, changed(canonical, "\"ownership\":\"core\"", "\"ownership\":\"local\""),
         StickFault::NotAQuestionnaire},
        {smileyFile, changed(canonical, "\"id\":\"smiley\"", "\"id\":\"../etc\""), StickFault::NotAQuestionnaire},
        {smileyFile, changed(canonical, "\"version\":1", "\"version\":1,\"run\":\"/bin/sh\""),
         StickFault::NotAQuestionnaire},
    };
    return all;
}

/// What lies in til-standen/, 24 of the 60: what a name claims, what it holds, why it is left.
struct HostileAnswer {
    std::string name;
    std::function<void(const World&, const fs::path& file)> put;
    StickFault expected;
};

std::vector<HostileAnswer> hostileAnswers()
{
    const auto text = [](std::string bytes) {
        return [bytes = std::move(bytes)](const World&, const fs::path& file) { writeBytes(file, bytes); };
    };
    const wire::SecretKey stranger = wire::SecretKey::generate();
    const auto configurationOf = [](const core::StandId& stand, const wire::SecretKey& by) {
        return wire::writeConfiguration({stand, 9, questionnaireNamed("smiley"), ""}, by);
    };
    const core::StandId other = *core::StandId::parse("fjordby-2");
    std::vector<HostileAnswer> all{
        {"configuration.json", text(""), StickFault::Tampered},
        {"configuration.json", text("{}"), StickFault::Tampered},
        {"configuration.json", text(R"({"payload":"{}","signature":""})"), StickFault::Tampered},
        {"configuration.json", text(nested(100'000, '[', ']')), StickFault::Tampered},
        {"configuration.json",
         [=](const World& world, const fs::path& file) { writeBytes(file, configurationOf(world.stand, stranger)); },
         StickFault::Tampered},
        {"configuration.json",
         [](const World& world, const fs::path& file) {
             writeBytes(file, changed(world.configuration(9), "Jobcenter Syd", "Jobcenter Vest"));
         },
         StickFault::Tampered},
        {"configuration.json",
         [](const World& world, const fs::path& file) {
             const std::string bytes = world.configuration(9);
             writeBytes(file, bytes.substr(0, bytes.size() - 1));
         },
         StickFault::Tampered},
        {"configuration.json",
         [=](const World& world, const fs::path& file) { writeBytes(file, configurationOf(other, world.centre)); },
         StickFault::OtherStand},
        {"configuration.json",
         [](const World&, const fs::path& file) {
             writeBytes(file, "");
             fs::resize_file(file, std::uintmax_t{1} << 40);
         },
         StickFault::TooLarge},
        {"configuration.json",
         [](const World& world, const fs::path& file) { fs::create_symlink(world.database(), file); },
         StickFault::NotAFile},
        {"time.json", [](const World&, const fs::path& file) { fs::create_directory(file); }, StickFault::NotAFile},
        {"time.json", text("now"), StickFault::Tampered},
        {"enrolment.json", text("{}"), StickFault::Tampered},
        {"enrolment.json",
         [=](const World& world, const fs::path& file) {
             writeBytes(file, wire::writeEnrolment({world.stand, *core::MunicipalityId::parse("fjordby"),
                                                    stranger.publicKey(), stranger.publicKey(), false},
                                                   stranger));
         },
         StickFault::OtherStand},
        {"receipt-x-1.json", text("{}"), StickFault::Tampered},
        {"receipt-x-1.json",
         [=](const World& world, const fs::path& file) {
             const auto envelope = world.envelopes().front();
             writeBytes(file, wire::writeReceipt({world.stand, envelope.epoch, envelope.number, envelope.hash,
                                                  wire::Receipt::Outcome::Stored, envelope.number, envelope.hash},
                                                 stranger));
         },
         StickFault::Tampered},
        {"receipt-x-1.json",
         [=](const World& world, const fs::path& file) {
             const auto envelope = world.envelopes().front();
             writeBytes(file, wire::writeReceipt({other, envelope.epoch, envelope.number, envelope.hash,
                                                  wire::Receipt::Outcome::Stored, envelope.number, envelope.hash},
                                                 world.centre));
         },
         StickFault::OtherStand},
        {"receipt-x-1.json", [](const World&, const fs::path& file) { ::mkfifo(file.c_str(), 0600); },
         StickFault::NotAFile},
        {"receipt-\n-1.json", text("{}"), StickFault::UnknownFile},
        {"receipt-" + std::string(150, 'a') + ".json", text("{}"), StickFault::UnknownFile},
        {"configuration (1).json", text("{}"), StickFault::UnknownFile},
        {"stand.sqlite", text("x"), StickFault::UnknownFile},
        {"update.sh", text("rm -rf /"), StickFault::UnknownFile},
        {"refused", [](const World&, const fs::path& file) { fs::create_directory(file); }, StickFault::UnknownFile},
    };
    return all;
}

} // namespace

class TestStickHostile final : public QObject {
    Q_OBJECT

private:
    QuickFolders m_folders;

private slots:
    void thereAreSixtyOfThem() { QVERIFY(hostileQuestionnaires().size() + hostileAnswers().size() >= 60); }

    void aHostileQuestionnaireIsRefusedAndSaid()
    {
        World world(m_folders.next());
        int number = 0;
        for (const Hostile& hostile : hostileQuestionnaires()) {
            const fs::path stick = world.folder() / ("stick" + std::to_string(++number));
            fs::create_directories(stick);
            if (hostile.put) {
                hostile.put(stick / hostile.name);
            } else if (!hostile.bytes.empty() && hostile.name.find('/') == std::string::npos) {
                writeBytes(stick / hostile.name, hostile.bytes);
            } else if (hostile.name == smileyFile) {
                writeBytes(stick / hostile.name, "");
            }
            const auto taken = outbox::importQuestionnaire(stick, hostile.name, world.store(), {"p1", world.now()});
            const std::string where = std::to_string(number) + " " + hostile.name.substr(0, 80);
            QVERIFY2(!taken, where.c_str());
            QVERIFY2(taken.error().code == hostile.expected, (where + ": " + taken.error().message).c_str());
            QVERIFY2(!taken.error().message.empty(), where.c_str());
            QVERIFY(!*world.store().lastAuditRow()); // nothing was taken, nothing is told
        }
    }

    void whatIsHostileInTheCentresFolderIsLeftAndSaid()
    {
        World world(m_folders.next());
        world.enrol();
        world.closeDayWith(0, 6);
        int number = 0;
        for (const HostileAnswer& hostile : hostileAnswers()) {
            const fs::path stick = world.folder() / ("stick" + std::to_string(++number));
            fs::create_directories(stick / outbox::toTheStand);
            hostile.put(world, stick / outbox::toTheStand / hostile.name);
            const auto taken = outbox::importFrom(stick, world.setup.inbox, world.store(), {"p1", world.now()});
            const std::string where = std::to_string(number) + " " + hostile.name.substr(0, 80);
            QVERIFY2(taken && taken->files == 0U, where.c_str());
            QVERIFY2(taken->leftOut.size() == 1, where.c_str());
            QVERIFY2(taken->leftOut.front().why == hostile.expected,
                     (where + ": " + taken->leftOut.front().message).c_str());
            QVERIFY2(!world.isInInbox(hostile.name), where.c_str());
        }
        QCOMPARE(world.store().unreceipted()->size(), 1U);
        const auto changes = world.tick();
        QVERIFY(changes.troubles.empty());
        QVERIFY(!changes.inForce);
    }

    /// A folder in the place of the centre's, or a link to one, is not gone into.
    void theCentresFolderIsNoLink()
    {
        World world(m_folders.next());
        const fs::path stick = world.folder() / "stick";
        const fs::path elsewhere = world.folder() / "elsewhere";
        fs::create_directories(stick);
        fs::create_directories(elsewhere);
        writeBytes(elsewhere / "enrolment.json", "{}");
        fs::create_symlink(elsewhere, stick / outbox::toTheStand);
        const auto taken = outbox::importFrom(stick, world.setup.inbox, world.store(), {"p1", world.now()});
        QCOMPARE(taken->files, 0U);
        QVERIFY(taken->leftOut.front().why == StickFault::NotAFile);
    }

    void onlyTheSticksOwnFolderIsLookedThrough()
    {
        const fs::path stick = m_folders.next();
        fs::create_directories(stick / "deep" / "deeper");
        writeBytes(stick / "deep" / "deeper" / smileyFile, questionnaireNamed("smiley"));
        writeBytes(stick / "holiday.jpg", "x");
        QVERIFY(outbox::questionnairesOn(stick)->empty());
        for (int number = 0; number < 80; ++number) {
            writeBytes(stick / ("smiley-spoergsmaal-a-" + std::to_string(number) + ".json"), "x");
        }
        QCOMPARE(outbox::questionnairesOn(stick)->size(), outbox::questionnaireFilesMax);
    }
};

QTEST_APPLESS_MAIN(TestStickHostile)
#include "test_stick_hostile.moc"
