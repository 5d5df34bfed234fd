// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/audit.h"
#include "sync/outbox/keeper.h"
#include "sync/outbox/stick.h"
#include "sync/outbox/stick_questionnaires.h"

#include "tests/support/quick_folder.h"
#include "tests/sync/outbox/mounts.h"
#include "tests/sync/outbox/world.h"

#include <QTest>

#include <set>

using namespace smiley;
using namespace smiley::test;
using outbox::StickFault;
namespace fs = std::filesystem;

namespace {

/// Everything under a folder, hidden ones too.
std::set<std::string> filesIn(const fs::path& folder)
{
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        names.insert(entry.path().filename().string());
    }
    return names;
}

} // namespace

class TestStick final : public QObject {
    Q_OBJECT

private:
    QuickFolders m_folders;

    static fs::path madeStick(const World& world)
    {
        const fs::path stick = world.folder() / "stick";
        fs::create_directories(stick);
        return stick;
    }
    static fs::path sealedOn(const fs::path& stick, const World& world, const store::SealedEnvelope& envelope)
    {
        return stick / wire::stickFileName(world.stand, envelope.epoch, envelope.number);
    }
    static outbox::StickUse useOf(const World& world, outbox::StickWatch watch = {})
    {
        return {"p1", world.now(), std::move(watch)};
    }
    /// The last row's "what detail".
    static std::string lastAudit(const World& world)
    {
        const auto row = *world.store().lastAuditRow();
        return row ? row->what + " " + row->detail : "";
    }
    static void enrolWithDays(World& world, int days)
    {
        world.enrol();
        for (int day = 0; day < days; ++day) {
            world.closeDayWith(day, 6);
        }
    }
    /// What isn't a whole sealed envelope of this stand, hidden files too.
    static std::string halfFilesOn(const fs::path& stick, const World& world)
    {
        std::set<std::string> whole;
        for (const auto& envelope : world.envelopes()) {
            const fs::path file = sealedOn(stick, world, envelope);
            if (fs::exists(file) && world.centre.open(readBytes(file)).value_or("") == envelope.bytes) {
                whole.insert(file.filename().string());
            }
        }
        std::string half;
        for (const std::string& name : filesIn(stick)) {
            half += whole.contains(name) ? "" : name + "\n";
        }
        return half;
    }

private slots:
    void aStickTakesSealedEnvelopesAndBringsReceipts()
    {
        World world(m_folders.next());
        const fs::path stick = madeStick(world);
        QVERIFY(outbox::exportTo(stick, world.store(), useOf(world)).error().code == StickFault::NotEnrolled);
        enrolWithDays(world, 2);
        QVERIFY(outbox::exportTo(world.folder() / "nowhere", world.store(), useOf(world)).error().code ==
                StickFault::NoStick);
        QCOMPARE(lastAudit(world).find("stick"), std::string::npos);
        QCOMPARE(outbox::exportTo(stick, world.store(), useOf(world))->files, 2U);
        QCOMPARE(outbox::exportTo(stick, world.store(), useOf(world))->files, 2U);
        QCOMPARE(lastAudit(world), std::string("stick-exported 2 files"));
        const auto envelope = world.envelopes().front();
        const fs::path sealed = sealedOn(stick, world, envelope);
        const std::string bytes = readBytes(sealed);
        QVERIFY(bytes.find(envelope.bytes.substr(8, 32)) == std::string::npos);
        QCOMPARE(world.centre.open(bytes).value_or(""), envelope.bytes);
        // The centre answers on the same stick.
        QCOMPARE(outbox::importFrom(stick, world.setup.inbox, world.store(), useOf(world))->files, 0U);
        const fs::path answers = stick / outbox::toTheStand;
        fs::create_directories(answers);
        writeBytes(answers / World::receiptName(envelope), world.receiptFor(envelope));
        writeBytes(answers / "configuration.json", world.configuration(2));
        const auto taken = outbox::importFrom(stick, world.setup.inbox, world.store(), useOf(world));
        QCOMPARE(taken->files, 2U);
        QVERIFY(taken->leftOut.empty());
        QCOMPARE(lastAudit(world), std::string("stick-imported 2 files"));
        const outbox::Changes changes = world.tick();
        QCOMPARE(changes.receipted, 1U);
        QCOMPARE(changes.inForce->version, 2U);
        QCOMPARE(outbox::exportTo(stick, world.store(), useOf(world))->files, 1U);
        QVERIFY(!fs::exists(sealed));
        // A receipt that is known is passed over.
        QCOMPARE(outbox::importFrom(stick, world.setup.inbox, world.store(), useOf(world))->files, 1U);
        QVERIFY(!world.isInInbox(World::receiptName(envelope)));
    }

    void receiptsOfOtherStandsHoldNothingBack()
    {
        World world(m_folders.next());
        enrolWithDays(world, 1);
        const fs::path answers = madeStick(world) / outbox::toTheStand;
        fs::create_directories(answers);
        const auto envelope = world.envelopes().front();
        const std::string theirs =
            wire::writeReceipt({*core::StandId::parse("other-1"), envelope.epoch, envelope.number, envelope.hash,
                                wire::Receipt::Outcome::Stored, envelope.number, envelope.hash},
                               world.centre);
        for (std::size_t other = 0; other <= outbox::inboxFilesMax; ++other) {
            writeBytes(answers / ("receipt-0-" + std::to_string(other) + ".json"), theirs);
        }
        writeBytes(answers / World::receiptName(envelope), world.receiptFor(envelope));
        const wire::CentreTime time{std::string(32, '0'), core::WallMs{1'800'000'000'000}};
        writeBytes(answers / "time.json", wire::writeReceivedTime({wire::writeCentreTime(time, world.centre), "boot-1",
                                                                   core::MonotonicMs{1}, 500}));
        const auto taken = outbox::importFrom(answers.parent_path(), world.setup.inbox, world.store(), useOf(world));
        QCOMPARE(taken->files, 2U);
        QCOMPARE(taken->leftOut.size(), outbox::inboxFilesMax + 1);
        QVERIFY(world.isInInbox("time.json"));
        QCOMPARE(world.tick().receipted, 1U);
    }

    void receiptsThatAreAwaitedComeBeforeThoseOfEnvelopesLongGone()
    {
        World world(m_folders.next());
        enrolWithDays(world, 1);
        const fs::path answers = madeStick(world) / outbox::toTheStand;
        fs::create_directories(answers);
        const auto envelope = world.envelopes().front();
        for (std::size_t number = 0; number < outbox::inboxFilesMax; ++number) {
            writeBytes(answers / ("receipt-0-" + std::to_string(number) + ".json"), world.receiptFor(envelope));
        }
        writeBytes(answers / World::receiptName(envelope), world.receiptFor(envelope));
        QVERIFY("receipt-0" < World::receiptName(envelope));
        const auto taken = outbox::importFrom(answers.parent_path(), world.setup.inbox, world.store(), useOf(world));
        QCOMPARE(taken->files, outbox::inboxFilesMax);
        QVERIFY(world.isInInbox(World::receiptName(envelope)));
    }

    void moreOwnReceiptsThanOneUseTakesDoNotHoldTheTimeBack()
    {
        World world(m_folders.next());
        enrolWithDays(world, 1);
        const fs::path answers = madeStick(world) / outbox::toTheStand;
        fs::create_directories(answers);
        const std::string receipt = world.receiptFor(world.envelopes().front());
        for (std::size_t number = 0; number < outbox::inboxFilesMax; ++number) {
            writeBytes(answers / ("receipt-0-" + std::to_string(number) + ".json"), receipt);
        }
        const wire::CentreTime time{std::string(32, '0'), core::WallMs{1'800'000'000'000}};
        writeBytes(answers / "time.json", wire::writeReceivedTime({wire::writeCentreTime(time, world.centre), "boot-1",
                                                                   core::MonotonicMs{1}, 500}));
        const auto taken = outbox::importFrom(answers.parent_path(), world.setup.inbox, world.store(), useOf(world));
        QCOMPARE(taken->files, outbox::inboxFilesMax);
        QVERIFY(world.isInInbox("time.json"));
        QCOMPARE(lastAudit(world), std::string("stick-imported 1000 of 1001 files"));
    }

    void anOlderConfigurationNeverTakesThePlaceOfANewerThatWaits()
    {
        World world(m_folders.next());
        world.enrol();
        const fs::path answers = madeStick(world) / outbox::toTheStand;
        fs::create_directories(answers);
        const auto import = [&](std::uint64_t version) {
            writeBytes(answers / "configuration.json", world.configuration(version));
            return *outbox::importFrom(answers.parent_path(), world.setup.inbox, world.store(), useOf(world));
        };
        QCOMPARE(import(3).files, 1U);
        const outbox::StickSummary older = import(2); // before the next tick
        QCOMPARE(older.files, 0U);
        QCOMPARE(older.leftOut.size(), 1U);
        QVERIFY(older.leftOut[0].why == StickFault::Older);
        QCOMPARE(readBytes(world.setup.inbox / "configuration.json"), world.configuration(3));
        QCOMPARE(import(4).files, 1U);
        QCOMPARE(world.tick().inForce->version, 4U);
        // What isn't the centre's word holds nothing back.
        world.putInbox("configuration.json", "{}");
        QCOMPARE(import(5).files, 1U);
        QCOMPARE(readBytes(world.setup.inbox / "configuration.json"), world.configuration(5));
    }

    void progressEndsWithEverythingAndNeverGoesBack()
    {
        World world(m_folders.next());
        enrolWithDays(world, 3);
        std::vector<outbox::StickProgress> steps;
        const outbox::StickWatch watch{.progress = [&](const outbox::StickProgress& step) { steps.push_back(step); }};
        QVERIFY(outbox::exportTo(madeStick(world), world.store(), useOf(world, watch)));
        QVERIFY(steps.size() >= 4);
        QCOMPARE(steps.front().filesDone, 0U);
        QCOMPARE(steps.back().filesDone, 3U);
        QCOMPARE(steps.back().bytesDone, steps.back().bytesTotal);
        for (std::size_t step = 1; step < steps.size(); ++step) {
            QVERIFY(steps[step].bytesDone >= steps[step - 1].bytesDone);
            QCOMPARE(steps[step].filesTotal, 3U);
            QCOMPARE(steps[step].bytesTotal, steps.front().bytesTotal);
        }
    }

    void whoStopsItFindsWholeFilesOnly()
    {
        World world(m_folders.next());
        enrolWithDays(world, 4);
        const fs::path stick = madeStick(world);
        std::size_t done = 0;
        const outbox::StickWatch watch{.progress = [&](const outbox::StickProgress& step) { done = step.filesDone; },
                                       .cancelled = [&] { return done == 2; }};
        QVERIFY(outbox::exportTo(stick, world.store(), useOf(world, watch)).error().code == StickFault::Cancelled);
        QCOMPARE(filesIn(stick).size(), 2U);
        QCOMPARE(halfFilesOn(stick, world), std::string());
        QCOMPARE(lastAudit(world), std::string("stick-exported 2 of 4 files"));
        QCOMPARE(world.store().unreceipted()->size(), 4U);
    }

    void halfFilesOfAnEarlierPullAreGoneAfterTheNextUse()
    {
        World world(m_folders.next());
        enrolWithDays(world, 1);
        const fs::path stick = madeStick(world);
        const std::string own = sealedOn(stick, world, world.envelopes().front()).filename().string();
        for (const std::string& half : {"." + own + ".part", std::string(".other-9-envelope-x-1.jsonl.zst.sealed.part"),
                                        std::string(".smiley-spoergsmaal-smiley-1.json.part")}) {
            writeBytes(stick / half, "half");
        }
        const std::set<std::string> theirs{".holiday.jpg.part", ".part", "..part"};
        for (const std::string& name : theirs) {
            writeBytes(stick / name, "not ours");
        }
        QVERIFY(outbox::exportTo(stick, world.store(), useOf(world)));
        QVERIFY(outbox::exportQuestionnaire(stick, questionnaireNamed("smiley"), world.store(), useOf(world)));
        std::set<std::string> expected = theirs;
        expected.insert({own, "smiley-spoergsmaal-smiley-1.json"});
        QCOMPARE(filesIn(stick), expected);
    }

    void aFullStickKeepsTheFilesThatFit()
    {
        World world(m_folders.next());
        enrolWithDays(world, 8);
        const fs::path stick = madeStick(world);
        const Mounted tmpfs(stick, "tmpfs", 0, "size=16k");
        const auto written = outbox::exportTo(stick, world.store(), useOf(world));
        QVERIFY(!written);
        QVERIFY2(written.error().code == StickFault::Full, written.error().message.c_str());
        QVERIFY(!filesIn(stick).empty());
        QVERIFY(filesIn(stick).size() < 8);
        QCOMPARE(halfFilesOn(stick, world), std::string());
        QCOMPARE(world.store().unreceipted()->size(), 8U);
        QVERIFY(outbox::exportQuestionnaire(stick, questionnaireNamed("smiley"), world.store(), useOf(world))
                    .error()
                    .code == StickFault::Full);
        QCOMPARE(halfFilesOn(stick, world), std::string());
    }

    void whatHasNoRoomIsNotBegun()
    {
        const fs::path stick = m_folders.next();
        fs::create_directories(stick);
        const Mounted tmpfs(stick, "tmpfs", 0, "size=64k");
        const auto folder = outbox::StickFolder::open(stick);
        outbox::StickProgress progress;
        int steps = 0;
        const outbox::StickWatch watch{.progress = [&](const outbox::StickProgress&) { ++steps; }};
        QVERIFY(folder->write("big", std::string(1024 * 1024, 'y'), progress, watch).error().code == StickFault::Full);
        QCOMPARE(steps, 0);
        QVERIFY(filesIn(stick).empty());
    }

    /// The room is asked for before, but somebody else may take it meanwhile.
    void aStickThatFillsUpWhileAFileIsWrittenKeepsNoHalfFile()
    {
        const fs::path stick = m_folders.next();
        fs::create_directories(stick);
        const Mounted tmpfs(stick, "tmpfs", 0, "size=2m");
        const auto folder = outbox::StickFolder::open(stick);
        outbox::StickProgress progress;
        bool filled = false;
        const outbox::StickWatch watch{.progress = [&](const outbox::StickProgress&) {
            if (!filled) {
                filled = true;
                writeBytes(stick / "other", std::string(1536 * 1024, 'x'));
            }
        }};
        const auto written = folder->write("big", std::string(1024 * 1024, 'y'), progress, watch);
        QVERIFY(!written);
        QVERIFY(written.error().code == StickFault::Full);
        QCOMPARE(filesIn(stick), (std::set<std::string>{"other"}));
    }

    void aReadOnlyStickIsSaidToBeReadOnlyAndCanStillBeRead()
    {
        World world(m_folders.next());
        enrolWithDays(world, 1);
        const fs::path stick = madeStick(world);
        fs::create_directories(stick / outbox::toTheStand);
        writeBytes(stick / outbox::toTheStand / "configuration.json", world.configuration(2));
        const Mounted locked(stick);
        QVERIFY(outbox::exportTo(stick, world.store(), useOf(world)).error().code == StickFault::ReadOnly);
        QVERIFY(outbox::exportQuestionnaire(stick, questionnaireNamed("smiley"), world.store(), useOf(world))
                    .error()
                    .code == StickFault::ReadOnly);
        QCOMPARE(outbox::importFrom(stick, world.setup.inbox, world.store(), useOf(world))->files, 1U);
    }

    /// What is pulled out and unmounted leaves an empty folder of the stand's own disk: nothing may be written there.
    void aStickPulledHalfWayLosesNothingAndWritesNothingElsewhere_data()
    {
        QTest::addColumn<int>("step");
        for (int step = 1; step <= 9; ++step) {
            QTest::newRow(std::to_string(step).c_str()) << step;
        }
    }
    void aStickPulledHalfWayLosesNothingAndWritesNothingElsewhere()
    {
        QFETCH(int, step);
        World world(m_folders.next());
        enrolWithDays(world, 4);
        const fs::path stick = madeStick(world);
        Mounted tmpfs(stick, "tmpfs", 0, "size=1m");
        const auto held = outbox::StickFolder::open(stick); // what lies on the stick, once it is out
        int steps = 0;
        const outbox::StickWatch watch{.progress = [&](const outbox::StickProgress&) {
            if (++steps == step) {
                tmpfs.pull();
            }
        }};
        const auto written = outbox::exportTo(stick, world.store(), useOf(world, watch));
        QVERIFY(steps >= step);
        QVERIFY2(!written, "it must not be said to be safe");
        QVERIFY2(written.error().code == StickFault::NoStick, written.error().message.c_str());
        QVERIFY(filesIn(stick).empty());
        QCOMPARE(world.store().unreceipted()->size(), 4U);
        for (const std::string& name : held->names()) {
            QVERIFY2(name.ends_with(".sealed"), name.c_str());
        }
        bool anyHalf = false;
        held->removeHalfFiles([&](std::string_view) { return anyHalf = true; });
        QVERIFY(!anyHalf);
        // It is put in again.
        const Mounted again(stick, "tmpfs", 0, "size=1m");
        QCOMPARE(outbox::exportTo(stick, world.store(), useOf(world))->files, 4U);
        QCOMPARE(halfFilesOn(stick, world), std::string());
    }

    void aStickPulledBeforeItIsReadIsSaid()
    {
        World world(m_folders.next());
        enrolWithDays(world, 1);
        const fs::path stick = madeStick(world);
        Mounted tmpfs(stick, "tmpfs", 0, "size=1m");
        fs::create_directories(stick / outbox::toTheStand);
        writeBytes(stick / outbox::toTheStand / "configuration.json", world.configuration(2));
        const outbox::StickWatch watch{.progress = [&](const outbox::StickProgress&) { tmpfs.pull(); }};
        QVERIFY(outbox::importFrom(stick, world.setup.inbox, world.store(), useOf(world, watch)).error().code ==
                StickFault::NoStick);
        QVERIFY(!world.isInInbox("configuration.json"));
    }

    void anInboxThatCannotBeWrittenIsNoFaultOfTheStick()
    {
        World world(m_folders.next());
        enrolWithDays(world, 1);
        const fs::path stick = madeStick(world);
        fs::create_directories(stick / outbox::toTheStand);
        writeBytes(stick / outbox::toTheStand / "configuration.json", world.configuration(2));
        QVERIFY(outbox::importFrom(stick, world.folder() / "no" / "inbox", world.store(), useOf(world)).error().code ==
                StickFault::Inbox);
    }

    void documentsLieOnTheStickWhole()
    {
        World world(m_folders.next());
        const fs::path stick = madeStick(world);
        QCOMPARE(outbox::writeDocuments(stick, {{"a.pdf", "one"}, {"b.pdf", std::string(300'000, 'x')}}, world.store(),
                                        useOf(world), "stick-exported")
                     ->files,
                 2U);
        QCOMPARE(readBytes(stick / "a.pdf"), std::string("one"));
        QCOMPARE(readBytes(stick / "b.pdf").size(), 300'000U);
        QCOMPARE(lastAudit(world), std::string("stick-exported a.pdf b.pdf"));
        QVERIFY(outbox::writeDocuments(stick, {{"../c.pdf", "one"}}, world.store(), useOf(world), "stick-exported")
                    .error()
                    .code == StickFault::NotAFile);
    }

    void aQuestionnaireGoesOutAndComesBackTheSame_data()
    {
        QTest::addColumn<QString>("name");
        for (const std::string& name : wire::shippedQuestionnaires()) {
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
        }
    }
    void aQuestionnaireGoesOutAndComesBackTheSame()
    {
        QFETCH(QString, name);
        World world(m_folders.next());
        const fs::path stick = madeStick(world);
        const std::string json = questionnaireNamed(qPrintable(name));
        const auto inForce = world.keeper().inForce().questionnaire.hash;
        const auto file = outbox::exportQuestionnaire(stick, json, world.store(), useOf(world));
        QVERIFY(file);
        QVERIFY(lastAudit(world).starts_with("questionnaire-exported"));
        QCOMPARE(*outbox::questionnairesOn(stick), std::vector<std::string>{*file});
        const auto back = outbox::importQuestionnaire(stick, *file, world.store(), useOf(world));
        QVERIFY(back);
        QCOMPARE(back->json, wire::canonicalJson(json));
        QVERIFY(back->questionnaire.hash == hashOfQuestionnaire(qPrintable(name)));
        QCOMPARE(lastAudit(world), "questionnaire-imported " + back->questionnaire.hash.text());
        world.tick();
        QVERIFY(world.keeper().inForce().questionnaire.hash == inForce); // only the editor puts it into force
    }

    void whatIsNoQuestionnaireIsNotWrittenEither()
    {
        World world(m_folders.next());
        const fs::path stick = madeStick(world);
        const auto refused = outbox::exportQuestionnaire(stick, "{}", world.store(), useOf(world));
        QVERIFY(refused.error().code == StickFault::NotAQuestionnaire);
        QVERIFY(filesIn(stick).empty());
    }

    void everyFaultOfAFileIsNamed()
    {
        World world(m_folders.next());
        const fs::path stick = madeStick(world);
        std::string json = questionnaireNamed("smiley");
        const auto replace = [&json](const std::string& from, const std::string& to) {
            const std::size_t at = json.find(from);
            QVERIFY(at != std::string::npos);
            json.replace(at, from.size(), to);
        };
        replace("\"version\"", "\"versoin\"");
        replace("\"title\"", "\"titel\"");
        writeBytes(stick / "smiley-spoergsmaal-smiley-1.json", json);
        const auto refused =
            outbox::importQuestionnaire(stick, "smiley-spoergsmaal-smiley-1.json", world.store(), useOf(world));
        QVERIFY(refused.error().code == StickFault::NotAQuestionnaire);
        for (const char* named : {"versoin", "titel"}) {
            QVERIFY2(refused.error().message.find(named) != std::string::npos, refused.error().message.c_str());
        }
    }
};

int main(int argc, char** argv)
{
    test::takeMountsOfOurOwn();
    TestStick object;
    return QTest::qExec(&object, argc, argv);
}
#include "test_stick.moc"
