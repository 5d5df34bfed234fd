// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/stick.h"
#include "tests/qml/staff_world.h"
#include "tests/sync/outbox/mounts.h"

#include <QGuiApplication>
#include <QPointer>
#include <QTest>
#include <QThread>

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <string_view>

using namespace smiley;
using namespace smiley::test;
using ui::StaffSession;
namespace fs = std::filesystem;

namespace {

/// A stand with three sealed days, staff signed in, on the stick's page; with a stick in or not.
class StickWorld : public StaffWorld {
public:
    explicit StickWorld(const Panel& panel = panels[1], bool stickIsIn = true,
                        std::chrono::milliseconds entryIdle = std::chrono::seconds(15))
        : StaffWorld(panel, "smiley", true, entryIdle)
    {
        fs::create_directories(stick);
        if (stickIsIn) {
            putIn();
        }
        for (int day = 1; day <= 2; ++day) {
            world.goTo(day, 10);
            world.visits(6);
            world.goTo(day + 1, 0, 1);
            tick();
        }
        world.goTo(4, 9);
        signIn();
        toPage();
    }
    void putIn() { sticks = {{stick, "KOMMUNE 1", 12'400'000'000, 16'000'000'000, false}}; }
    void toPage()
    {
        touch("staff-page-data");
        press("staff-open-stick");
    }
    /// A finger draws the page up until it can be touched.
    void press(const QString& name)
    {
        const int height = window->window().height();
        const int x = window->window().width() / 2;
        for (int i = 0; i < 20 && middleOf(name).y() > height - 40; ++i) {
            drag({x, height * 3 / 4}, {x, height / 2});
            QTest::qWait(400); // until it stands still
        }
        touch(name);
    }
    /// Files on the stick that are listed are also laid out.
    bool lists(const std::string& file)
    {
        const bool isListed =
            until([&] { return model().questionnaires() == QStringList{QString::fromStdString(file)}; });
        QTest::qWait(60);
        return isListed;
    }
    /// And is laid out.
    bool ends()
    {
        const bool isOver =
            until([this] { return model().state() == Model::Done || model().state() == Model::Failed; });
        QTest::qWait(60);
        return isOver;
    }
    /// What is on the screen now, before another turn of the loop.
    void shotNow(const QString& name)
    {
        if (const QString shots = qEnvironmentVariable("SMILEY_SHOTS"); !shots.isEmpty()) {
            window->window().grabWindow().save(shots + "/" + name + ".png");
        }
    }
    using Model = ui::StickModel;
    [[nodiscard]] Model& model() { return *room->stick(); }

    fs::path stick = folder / "stick";
};

std::set<std::string> filesOn(const fs::path& stick)
{
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(stick)) {
        names.insert(entry.path().filename().string());
    }
    return names;
}

/// This stand's questionnaire with a question more, as staff of another wrote it.
std::string putQuestionOfAnotherStand(const fs::path& stick)
{
    auto questionnaire = std::get<core::Questionnaire>(wire::parseQuestionnaire(questionnaireNamed("smiley")));
    core::Question question = questionnaire.questions.at(1);
    question.id = *core::QuestionId::parse("L1");
    question.ownership = core::Ownership::Local;
    questionnaire.questions.insert(questionnaire.questions.begin() + 2, question);
    const std::string file = outbox::questionnaireFileName(questionnaire);
    writeBytes(stick / file, wire::writeQuestionnaire(questionnaire));
    return file;
}

} // namespace

class TestStaffStick final : public QObject {
    Q_OBJECT

private slots:
    void aStickThatIsPutInIsFoundWithItsNameAndRoom()
    {
        StickWorld world(panels[1], false);
        world.shot("stick-none");
        QCOMPARE(world.model().state(), ui::StickModel::None);
        QVERIFY(world.find("staff-stick-exchange") == nullptr); // seen, but not to be pressed
        world.putIn();
        QVERIFY(world.until([&] { return world.model().state() == ui::StickModel::Found; }));
        QCOMPARE(world.model().name(), QString("KOMMUNE 1"));
        QCOMPARE(world.model().room(), QString("12,4 GB ledig af 16,0 GB"));
        world.shot("stick-found");
        world.session().changeLanguage();
        QVERIFY2(world.model().room().contains("12.4 GB"), qPrintable(world.model().room()));
    }

    void theDaysGoOutAndTheCentresWordComesIn()
    {
        StickWorld world;
        fs::create_directories(world.stick / outbox::toTheStand);
        const auto envelope = world.world.envelopes().front();
        writeBytes(world.stick / outbox::toTheStand / World::receiptName(envelope), world.world.receiptFor(envelope));
        writeBytes(world.stick / outbox::toTheStand / "configuration.json", "{}");
        world.touch("staff-stick-exchange");
        QVERIFY(world.ends());
        QCOMPARE(world.model().state(), ui::StickModel::Done);
        QCOMPARE(world.model().details().size(), 1); // what isn't the centre's is named
        QVERIFY(world.model().details().first().startsWith("configuration.json"));
        QCOMPARE(world.model().sentence(), qtTrId("staff.stick.exchanged").arg(3).arg(1));
        world.shot("stick-done");
        QCOMPARE(filesOn(world.stick).size(), 4U);
        QVERIFY(world.world.isInInbox(World::receiptName(envelope)));
        const auto rows = world.audit();
        QCOMPARE(rows.back().what, std::string("stick-imported"));
        QCOMPARE(rows.back().who, std::string("mette"));
        world.touch("staff-stick-again");
        QCOMPARE(world.model().state(), ui::StickModel::Found);
    }

    void whileItIsCopiedItCanBeStopped()
    {
        StickWorld world;
        world.model().exchange();
        QCOMPARE(world.model().state(), ui::StickModel::Copying);
        for (int i = 0; i < 1000 && world.model().progress() < 0.3; ++i) {
            QCoreApplication::processEvents();
        }
        if (world.model().state() == ui::StickModel::Copying) { // a picture of it, where the disk is slow enough
            world.shotNow("stick-copying");
        }
        QVERIFY(world.ends());
        world.model().again();
        world.model().exchange();
        world.model().exportQuestionnaire(); // one thing at a time
        world.model().cancel();
        QVERIFY(world.ends());
        QCOMPARE(world.model().sentence(), qtTrId("staff.stick.fault.cancelled"));
        for (const std::string& name : filesOn(world.stick)) {
            QVERIFY2(name.ends_with(".sealed"), name.c_str());
        }
        world.shot("stick-stopped");
    }

    void aFullStickIsSaidAndNothingIsLost()
    {
        StickWorld world;
        const Mounted tmpfs(world.stick, "tmpfs", 0, "size=4k");
        world.touch("staff-stick-exchange");
        QVERIFY(world.ends());
        QCOMPARE(world.model().state(), ui::StickModel::Failed);
        QCOMPARE(world.model().sentence(), qtTrId("staff.stick.fault.full"));
        QCOMPARE(world.world.store().unreceipted()->size(), 3U);
        world.shot("stick-full");
        world.touch("staff-stick-again");
        QCOMPARE(world.model().state(), ui::StickModel::Found);
    }

    void aStickThatIsGoneIsSaid()
    {
        StickWorld world;
        fs::remove_all(world.stick);
        world.touch("staff-stick-exchange");
        QVERIFY(world.ends());
        QCOMPARE(world.model().sentence(), qtTrId("staff.stick.fault.nostick"));
    }

    void aQuestionnaireGoesOutAndComesBackAsADraftOnly()
    {
        StickWorld world;
        const auto inForce = world.world.keeper().inForce().questionnaire.hash;
        world.touch("staff-stick-questions-out");
        QVERIFY(world.ends());
        QCOMPARE(world.model().state(), ui::StickModel::Done);
        world.touch("staff-stick-again");
        fs::remove(world.stick / world.model().questionnaires().first().toStdString());
        const std::string file = putQuestionOfAnotherStand(world.stick);
        QVERIFY(world.lists(file));
        QVERIFY(!world.room->editor()->isChanged());
        world.shot("stick-questionnaires");
        world.touch("staff-stick-file-0");
        QVERIFY(world.ends());
        QVERIFY2(world.model().state() == ui::StickModel::Done,
                 qPrintable(world.model().sentence() + world.model().details().join('\n')));
        QVERIFY(world.room->editor()->isChanged());
        QVERIFY(world.room->editor()->canUndo());
        world.tick();
        QVERIFY(world.world.keeper().inForce().questionnaire.hash == inForce);
    }

    void whereNothingInAFileIsForThisStandItIsSaid()
    {
        StickWorld world;
        writeBytes(world.stick / "smiley-spoergsmaal-exit-poll-1.json", questionnaireNamed("exit-poll"));
        QVERIFY(world.lists("smiley-spoergsmaal-exit-poll-1.json"));
        world.touch("staff-stick-file-0"); // every question in it is of a centre's
        QVERIFY(world.ends());
        QCOMPARE(world.model().state(), ui::StickModel::Failed);
        QCOMPARE(world.model().sentence(), qtTrId("staff.stick.nottaken"));
        QVERIFY(!world.room->editor()->isChanged());
    }

    void aFileThatIsNoQuestionnaireIsRefusedLineByLine()
    {
        StickWorld world;
        writeBytes(world.stick / "smiley-spoergsmaal-a-1.json", "{}");
        QVERIFY(world.lists("smiley-spoergsmaal-a-1.json"));
        world.touch("staff-stick-file-0");
        QVERIFY(world.ends());
        QCOMPARE(world.model().sentence(), qtTrId("staff.stick.fault.notaquestionnaire"));
        QVERIFY(world.model().details().size() > 1);
        QVERIFY(!world.room->editor()->isChanged());
        world.shot("stick-refused");
    }

    void whoLeavesWhileItIsCopiedLeavesNoHalfFile()
    {
        StickWorld world;
        const QPointer<ui::StickModel> left = &world.model();
        left->writeDocuments();
        world.session().close();
        QVERIFY(world.room->stick() == nullptr);
        while (left->isBusy()) {
            QThread::msleep(1);
        }
        world.settle();
        QVERIFY(left.isNull() || left->state() == ui::StickModel::Copying); // nobody hears what became of it
        for (const std::string& name : filesOn(world.stick)) {
            QVERIFY2(name.ends_with(".pdf"), name.c_str());
            QVERIFY(readBytes(world.stick / name).ends_with("%%EOF\n"));
        }
    }

    /// Nor does it keep them signed in. Who stays has both.
    void whoeverComesNextHasNothingOfACopyThatWasLeft()
    {
        for (const bool leaves : {false, true}) {
            StickWorld world;
            const std::string file = putQuestionOfAnotherStand(world.stick);
            bool isTaken = false;
            const auto take = [&](const core::Questionnaire&) { return isTaken = true; };
            ui::StickModel exchange(world.session(), take, [] { return false; });
            ui::StickModel import(world.session(), take, [] { return false; });
            exchange.exchange();
            import.importQuestionnaire(QString::fromStdString(file));
            while (exchange.isBusy() || import.isBusy()) { // all is said, and not heard yet
                QThread::msleep(1);
            }
            QCOMPARE(exchange.state(), ui::StickModel::Copying);
            QCOMPARE(import.state(), ui::StickModel::Copying);
            if (leaves) {
                exchange.leave();
                import.leave();
            }
            world.makeMetteAReader(); // the next touch tells
            world.configure(world.world.setup.questionnaire);
            QVERIFY(world.session().isEditor());
            world.settle();
            QCOMPARE(world.session().isEditor(), leaves);
            QCOMPARE(isTaken, !leaves);
        }
    }

    /// The centre took Mette out, and the copy's first touch tells: it is hers nevertheless.
    void theTrailNamesWhoBeganACopy()
    {
        StickWorld world;
        ui::StickModel model(
            world.session(), [](const core::Questionnaire&) { return true; }, [] { return false; });
        world.dismissMette();
        world.configure(world.world.setup.questionnaire);
        model.writeDocuments();
        QCOMPARE(world.session().phase(), StaffSession::Away);
        QVERIFY(world.until([&] { return model.state() == ui::StickModel::Done; }));
        QCOMPARE(world.audit().back().what, std::string("works-council-page"));
        QCOMPARE(world.audit().back().who, std::string("mette"));
    }

    /// Who asks for another PIN has to type: a copy doesn't do it for them.
    void aCopyKeepsNoPinPageOpen()
    {
        constexpr auto idle = std::chrono::milliseconds(1500);
        StickWorld world(panels[1], true, idle);
        world.model().exchange();
        while (world.model().isBusy()) { // all is said, and not heard yet
            QThread::msleep(1);
        }
        world.session().changePin();
        QThread::msleep(idle.count() + 100);
        QCoreApplication::sendPostedEvents(&world.model());
        QCOMPARE(world.model().state(), ui::StickModel::Done);
        world.settle();
        QCOMPARE(world.session().phase(), StaffSession::Away);
    }

    /// The copy waits for a database that somebody else has: that of another folder under the same path.
    void whoComesBackFindsNoStickBeforeTheCopyOfBeforeHasEnded()
    {
        StickWorld world;
        world.session().close();
        fs::create_directories(world.folder / "held");
        const fs::path data = world.folder / "here";
        const auto pointTo = [&](const fs::path& folder) {
            fs::remove(data);
            fs::create_directory_symlink(folder, data);
        };
        const fs::path own = world.world.database();
        auto ports = world.session().ports();
        ports.database = data / own.filename();
        pointTo(own.parent_path());
        ui::StaffRoom room(ports);
        const auto signIn = [&] {
            room.session()->open();
            const bool isReady = world.until([&] { return !room.session()->isChecking(); });
            for (const char digit : std::string_view("48273915")) {
                room.session()->digit(digit - '0');
            }
            room.session()->enter();
            return isReady && world.until([&] { return room.session()->phase() == StaffSession::Inside; });
        };
        QVERIFY(signIn());

        const auto isHeldTwice = [&] {
            std::error_code gone;
            return 2 == std::ranges::count_if(fs::directory_iterator("/proc/self/fd"), [&](const auto& each) {
                       return fs::read_symlink(each.path(), gone) == world.folder / "held" / own.filename();
                   });
        };
        bool isBusy = false;
        for (int tried = 0; tried < 5 && !isBusy; ++tried) { // it waits for two seconds, which a slow machine may need
            pointTo(world.folder / "held");
            SQLite::Database held((data / own.filename()).string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            held.exec("BEGIN EXCLUSIVE");
            const QPointer<ui::StickModel> left = room.stick();
            left->writeDocuments();
            QVERIFY(world.until(isHeldTwice));
            pointTo(own.parent_path());
            room.session()->close();
            QVERIFY(signIn());
            const auto state = room.stick()->state();
            isBusy = left && left->isBusy();
            if (isBusy) {
                QCOMPARE(state, ui::StickModel::None);
            }
            held.exec("ROLLBACK");
            QVERIFY(world.until([&] { return room.stick()->state() == ui::StickModel::Found; }));
        }
        QVERIFY(isBusy);
    }

    void whileACopyIsStillBeingStoppedNoOtherBegins()
    {
        StickWorld world;
        bool isTaken = true;
        ui::StickModel model(
            world.session(), [](const core::Questionnaire&) { return true; }, [&] { return isTaken; });
        QCOMPARE(model.state(), ui::StickModel::None);
        model.writeDocuments();
        QCOMPARE(model.state(), ui::StickModel::None);
        isTaken = false;
        QVERIFY(world.until([&] { return model.state() == ui::StickModel::Found; }));
        model.writeDocuments();
        QCOMPARE(model.state(), ui::StickModel::Copying);
    }

    void theDocumentsAreReadHereAndPutOnTheStick_data()
    {
        QTest::addColumn<int>("panel");
        for (std::size_t panel = 0; panel < panels.size(); ++panel) {
            QTest::newRow(std::to_string(panel).c_str()) << static_cast<int>(panel);
        }
    }
    void theDocumentsAreReadHereAndPutOnTheStick()
    {
        QFETCH(int, panel);
        const QString at = QString::number(panel);
        StickWorld world(panels[static_cast<std::size_t>(panel)]);
        world.shot("stick-page-" + at);
        world.touch("staff-page-back");
        world.press("staff-open-documents");
        world.shot("documents-council-" + at);
        world.press("staff-document-reception");
        QVERIFY(world.find("staff-document-text")->property("text").toString().contains("frivilligt"));
        world.shot("documents-reception-" + at);
        world.press("staff-documents-to-stick");
        world.press("staff-stick-documents");
        QVERIFY(world.ends());
        QCOMPARE(world.model().state(), ui::StickModel::Done);
        QCOMPARE(filesOn(world.stick), (std::set<std::string>{"hvad-maales.pdf", "opslag.pdf", "reception.pdf"}));
        world.shot("stick-documents-done-" + at);
        QCOMPARE(world.audit().back().what, std::string("works-council-page"));
    }
};

int main(int argc, char** argv)
{
    test::takeMountsOfOurOwn(); // before the first thread
    QGuiApplication application(argc, argv);
    TestStaffStick object;
    return QTest::qExec(&object, argc, argv);
}
#include "test_staff_stick.moc"
