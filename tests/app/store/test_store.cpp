// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store.h"

#include <QTest>

#include "tests/app/store/events.h"
#include "tests/support/quick_folder.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <sys/stat.h>

#include <fstream>
#include <iterator>
#include <set>

using namespace smiley;
using namespace smiley::test;
using store::StoreFault;

namespace {

std::string describe(const core::Row& row)
{
    // The order of the alternatives and their members are compared by the fields that tests vary.
    std::string text = std::to_string(core::number(row.sequence)) + "/" + std::to_string(core::number(row.boot)) + "/" +
                       std::to_string(core::count(row.event.at.monotonic)) + "/" +
                       std::to_string(core::count(row.event.at.wall)) + "/" +
                       std::to_string(static_cast<int>(row.event.at.quality)) + "/" +
                       std::to_string(row.event.visit ? core::number(*row.event.visit) : 0) + "/" +
                       std::to_string(row.event.content.index());
    return text;
}

bool sameContent(const core::EventContent& left, const core::EventContent& right)
{
    if (left.index() != right.index()) {
        return false;
    }
    if (const auto* tap = std::get_if<core::Tap>(&left)) {
        const auto& other = std::get<core::Tap>(right);
        return tap->face == other.face && tap->screen == other.screen && tap->presence == other.presence &&
               tap->doors == other.doors && tap->input == other.input && tap->language == other.language &&
               tap->questionnaire == other.questionnaire && tap->ticket == other.ticket;
    }
    if (const auto* answered = std::get_if<core::Answered>(&left)) {
        const auto& other = std::get<core::Answered>(right);
        return answered->language == other.language && answered->answer.question == other.answer.question &&
               answered->answer.options == other.answer.options && answered->answer.notAsked == other.answer.notAsked;
    }
    if (const auto* ended = std::get_if<core::VisitEnded>(&left)) {
        return ended->how == std::get<core::VisitEnded>(right).how;
    }
    if (const auto* period = std::get_if<core::Period>(&left)) {
        return period->kind == std::get<core::Period>(right).kind &&
               period->begins == std::get<core::Period>(right).begins;
    }
    if (const auto* changed = std::get_if<core::QuestionnaireChanged>(&left)) {
        return changed->questionnaire == std::get<core::QuestionnaireChanged>(right).questionnaire;
    }
    if (const auto* started = std::get_if<core::Started>(&left)) {
        return started->version == std::get<core::Started>(right).version;
    }
    if (const auto* stepped = std::get_if<core::ClockStepped>(&left)) {
        return stepped->byMs == std::get<core::ClockStepped>(right).byMs;
    }
    if (const auto* after = std::get_if<core::LeftAfter>(&left)) {
        return after->tap == std::get<core::LeftAfter>(right).tap &&
               after->count == std::get<core::LeftAfter>(right).count;
    }
    return true;
}

/// One event of every kind, and every word of each kind's words.
std::vector<core::EventContent> everyContent()
{
    using namespace core;
    std::vector<EventContent> all;
    for (int screen = 0; screen < 5; ++screen) {
        for (const Presence presence : {Presence::Unknown, Presence::Continuous, Presence::Broken}) {
            all.emplace_back(Tap{*faceOf(screen + 1), static_cast<ScreenContext>(screen), presence,
                                 screen % 2 == 0 ? std::optional<std::uint32_t>{} : std::optional{4'000'000'000U},
                                 static_cast<Input>(screen % 3), "da-x-let", hashOf('a')});
        }
    }
    for (const TicketUse use : {TicketUse::Same, TicketUse::Used}) { // Fresh needs a card: test_store_tickets
        all.emplace_back(Tap{Face::Good, {}, {}, {}, {}, "da", hashOf('a'), use});
    }
    const QuestionId question = *QuestionId::parse("B1");
    const OptionId first = *OptionId::parse("5");
    const OptionId second = *OptionId::parse("dk");
    all.emplace_back(Answered{{question, {first}, false}, "ar"});
    all.emplace_back(Answered{{question, {first, second}, false}, "ar"});
    all.emplace_back(Answered{{question, {}, false}, "ar"});
    all.emplace_back(Answered{{question, {}, true}, "ar"});
    all.emplace_back(Withdrawn{});
    for (int how = 0; how < 5; ++how) {
        all.emplace_back(VisitEnded{static_cast<VisitEnded::How>(how)});
    }
    for (int kind = 0; kind < 3; ++kind) {
        all.emplace_back(Period{static_cast<Period::Kind>(kind), true});
        all.emplace_back(Period{static_cast<Period::Kind>(kind), false});
    }
    all.emplace_back(QuestionnaireChanged{hashOf('b')});
    all.emplace_back(Started{"smiley-stand 0.1.0 \"æøå\""});
    all.emplace_back(ClockStepped{-63'000'000'000});
    all.emplace_back(LeftAfter{Sequence{3}, 0});
    all.emplace_back(LeftAfter{Sequence{4}, 4'000'000'000U});
    return all;
}

} // namespace

class TestStore final : public QObject {
    Q_OBJECT

private:
    QuickFolders m_folders;
    std::filesystem::path newFile() { return m_folders.next() / "journal.db"; }

private slots:
    void everyEventComesBackAsItWasAppended()
    {
        const auto file = newFile();
        std::vector<core::EventContent> contents = everyContent();
        auto store = openStore(file);
        std::uint64_t number = 0;
        for (const core::EventContent& content : contents) {
            const core::Event event{{core::MonotonicMs{-5}, core::WallMs{number == 0 ? -1 : 1'795'600'800'123},
                                     static_cast<core::ClockQuality>(number % 3)},
                                    content,
                                    number % 2 == 0 ? std::optional<core::Sequence>{} : core::Sequence{number}};
            const auto appended = store->append(event);
            QVERIFY2(appended.has_value(), appended ? "" : appended.error().message.c_str());
            QCOMPARE(core::number(*appended), ++number);
        }
        store.reset();
        const std::vector<core::Row> rows = allRows(*openStore(file));
        QCOMPARE(rows.size(), contents.size());
        for (std::size_t index = 0; index < rows.size(); ++index) {
            QVERIFY2(sameContent(rows[index].event.content, contents[index]), describe(rows[index]).c_str());
            QCOMPARE(core::number(rows[index].sequence), index + 1);
            QCOMPARE(static_cast<int>(rows[index].event.at.quality), static_cast<int>(index % 3));
            QCOMPARE(rows[index].event.visit.has_value(), index % 2 == 1);
            QCOMPARE(core::count(rows[index].event.at.monotonic), -5);
            QCOMPARE(core::count(rows[index].event.at.wall), index == 0 ? -1 : 1'795'600'800'123);
        }
    }

    void rowsComeOldestFirstAndLimited()
    {
        auto store = openStore(newFile());
        for (int index = 0; index < 10; ++index) {
            QVERIFY(store->append(tapAt(index)).has_value());
        }
        const auto some = store->rows(core::Sequence{4}, 3);
        QCOMPARE(some->size(), 3U);
        QCOMPARE(core::number(some->front().sequence), 5U);
        QCOMPARE(core::number(some->back().sequence), 7U);
        QCOMPARE(core::number(*store->lastRow()), 10U);
    }

    void aBeginIsABootAndAStartedRow()
    {
        const auto file = newFile();
        auto store = openStore(file);
        QVERIFY(store->append(tapAt(1)).has_value());
        QCOMPARE(core::number(*store->begin(tapAt(2).at, "1.0")), 1U);
        QVERIFY(store->append(tapAt(3)).has_value());
        store = openStore(file);
        QCOMPARE(core::number(*store->begin(tapAt(4).at, "1.1")), 2U);
        const std::vector<core::Row> rows = allRows(*store);
        QCOMPARE(rows.size(), 4U);
        QCOMPARE(core::number(rows[0].boot), 0U);
        QCOMPARE(core::number(rows[2].boot), 1U);
        QCOMPARE(core::number(rows[3].boot), 2U);
        QCOMPARE(std::get<core::Started>(rows[3].event.content).version, std::string("1.1"));
    }

    void walFullAndRightsAreAsPromised()
    {
        const auto file = newFile();
        auto store = openStore(file);
        QVERIFY(store->append(tapAt(1)).has_value());
        SQLite::Database other(file.string(), SQLite::OPEN_READWRITE);
        QCOMPARE(other.execAndGet("PRAGMA journal_mode").getString(), std::string("wal"));
        struct stat found {};
        QCOMPARE(stat(file.parent_path().c_str(), &found), 0);
        QCOMPARE(found.st_mode & 0777U, 0700U);
        for (const char* part : {"", "-wal", "-shm"}) {
            QCOMPARE(stat((file.string() + part).c_str(), &found), 0);
            QCOMPARE(found.st_mode & 0777U, 0600U);
        }
    }

    void theJournalOnlyGrowsAtItsEnd()
    {
        const auto file = newFile();
        auto store = openStore(file);
        for (int index = 0; index < 3; ++index) {
            QVERIFY(store->append(tapAt(index)).has_value());
        }
        SQLite::Database other(file.string(), SQLite::OPEN_READWRITE);
        QVERIFY(refuses(other, "UPDATE event SET face = 5 WHERE sequence = 1"));
        QVERIFY(refuses(other, "DELETE FROM event WHERE sequence = 1"));
        QVERIFY(refuses(other, "DELETE FROM event"));
        const std::string values = ", 0, 0, 0, 'none', 'withdrawn')";
        const std::string insert = " INTO event(sequence, boot, monotonic_ms, wall_ms, quality, kind) VALUES (";
        QVERIFY(refuses(other, ("INSERT" + insert + "5" + values).c_str()));
        QVERIFY(refuses(other, ("INSERT" + insert + "3" + values).c_str()));
        QVERIFY(refuses(other, ("INSERT OR REPLACE" + insert + "3" + values).c_str()));
        QVERIFY(refuses(other, ("INSERT" + insert + "NULL" + values).c_str()));
        QVERIFY(refuses(other, "UPDATE meta SET last_sequence = 7"));
        QVERIFY(refuses(other, "UPDATE meta SET last_sequence = 4"));
        QVERIFY(refuses(other, "DELETE FROM meta"));
        QCOMPARE(other.tryExec(("INSERT" + insert + "4" + values).c_str()), SQLITE_OK);
        QCOMPARE(core::number(*store->append(tapAt(9))), 5U);
    }

    void aRollbackLeavesNoGap()
    {
        const auto file = newFile();
        auto store = openStore(file);
        QCOMPARE(core::number(*store->append(tapAt(1))), 1U);
        {
            SQLite::Database other(file.string(), SQLite::OPEN_READWRITE);
            const SQLite::Transaction rolledBack(other);
            other.exec("INSERT INTO event(sequence, boot, monotonic_ms, wall_ms, quality, kind)"
                       " VALUES (2, 0, 0, 0, 'none', 'withdrawn')");
        }
        QCOMPARE(core::number(*store->append(tapAt(2))), 2U);
    }

    void twoProcessesOnOneFileShareTheNumbers()
    {
        const auto file = newFile();
        openStore(file).reset();
        constexpr int each = 150;
        const auto work = [&] {
            auto store = openStore(file);
            for (int index = 0; index < each; ++index) {
                if (!store->append(tapAt(index))) {
                    return 1;
                }
            }
            return 0;
        };
        const pid_t first = inChild(work);
        const pid_t second = inChild(work);
        QCOMPARE(exitCodeOf(first), 0);
        QCOMPARE(exitCodeOf(second), 0);
        const std::vector<core::Row> rows = allRows(*openStore(file));
        QCOMPARE(rows.size(), 2U * each);
        QCOMPARE(core::number(rows.back().sequence), 2U * each);
    }

    void aSecondConnectionHereKeepsTheFirstOnesLocks()
    {
        // Found by the demonstration: the loop's and the keeper's connections are in one process, and another process
        // that opened and closed the file deleted the -wal under them.
        const auto file = newFile();
        auto first = openStore(file);
        QVERIFY(first->append(tapAt(1)));
        auto second = openStore(file);
        QCOMPARE(exitCodeOf(inChild([&] { return openStore(file)->lastRow() ? 0 : 1; })), 0);
        QVERIFY(std::filesystem::exists(file.string() + "-wal"));
        QVERIFY(first->append(tapAt(2)));
        // Another process sees it.
        QCOMPARE(exitCodeOf(inChild([&] { return static_cast<int>(allRows(*openStore(file)).size()); })), 2);
    }

    void twoProcessesMayMakeTheFileAtOnce()
    {
        const auto file = newFile();
        std::vector<pid_t> children;
        for (int index = 0; index < 4; ++index) {
            children.push_back(inChild([&] { return openStore(file)->append(tapAt(1)) ? 0 : 1; }));
        }
        for (const pid_t child : children) {
            QCOMPARE(exitCodeOf(child), 0);
        }
        QCOMPARE(core::number(*openStore(file)->lastRow()), 4U);
    }

    void aClosedDayIsFinal()
    {
        const auto file = newFile();
        auto store = openStore(file);
        QVERIFY(!store->lastClosedDay()->has_value());
        for (int index = 0; index < 4; ++index) {
            QVERIFY(store->append(tapAt(index)).has_value());
        }
        QVERIFY(store->closeDay({dayNumber(0), core::Sequence{2}, core::WallMs{10}, "{}"}).has_value());
        const auto conflict = [&](int day, std::uint64_t row) {
            const auto closed = store->closeDay({dayNumber(day), core::Sequence{row}, core::WallMs{10}, "{}"});
            return !closed && closed.error().code == StoreFault::Conflict;
        };
        QVERIFY(conflict(0, 3));
        QVERIFY(conflict(-1, 3));
        QVERIFY(conflict(1, 1));
        QVERIFY(conflict(1, 5));
        QVERIFY(store->closeDay({dayNumber(1), core::Sequence{2}, core::WallMs{20}, "empty"}).has_value());
        QCOMPARE(store->lastClosedDay()->value().day.text(), dayNumber(1).text());
        QCOMPARE(core::number(store->lastClosedDay()->value().lastRow), 2U);
        QCOMPARE(store->unsealedDays()->size(), 2U);
        QCOMPARE(store->unsealedDays()->back().content, std::string("empty"));
        SQLite::Database other(file.string(), SQLite::OPEN_READWRITE);
        QVERIFY(refuses(other, "UPDATE closed_day SET content = 'other'"));
        QVERIFY(refuses(other, "UPDATE closed_day SET last_row = 1"));
        QVERIFY(refuses(other, "DELETE FROM closed_day"));
    }

    void rowsAreDeletedByWholeClosedDaysAndNumbersGoOn()
    {
        const auto file = newFile();
        auto store = openStore(file);
        for (int index = 0; index < 6; ++index) {
            QVERIFY(store->append(tapAt(index)).has_value());
        }
        QVERIFY(store->closeDay({dayNumber(0), core::Sequence{2}, core::WallMs{100}, "a"}).has_value());
        QVERIFY(store->closeDay({dayNumber(1), core::Sequence{5}, core::WallMs{200}, "b"}).has_value());
        QCOMPARE(*store->purgeRows(core::WallMs{100}), 0U);
        QCOMPARE(*store->purgeRows(core::WallMs{101}), 2U);
        QCOMPARE(core::number(allRows(*store).front().sequence), 3U);
        QCOMPARE(*store->purgeRows(core::WallMs{1000}), 3U);
        QCOMPARE(allRows(*store).size(), 1U);
        QCOMPARE(core::number(*store->append(tapAt(7))), 7U);
        // Also where nothing is left to count from.
        QVERIFY(store->closeDay({dayNumber(2), core::Sequence{7}, core::WallMs{300}, "c"}).has_value());
        QCOMPARE(*store->purgeRows(core::WallMs{1000}), 2U);
        store = openStore(file);
        QCOMPARE(core::number(*store->append(tapAt(8))), 8U);
    }

    void whatADayWasAdjudicatedWithGoesWithItsRows()
    {
        const auto file = newFile();
        auto store = openStore(file);
        for (int index = 0; index < 4; ++index) {
            QVERIFY(store->append(tapAt(index)).has_value());
        }
        QVERIFY(store->closeDay({dayNumber(0), core::Sequence{2}, core::WallMs{100}, "a", "memory-0", "basis-0"}));
        QVERIFY(store->closeDay({dayNumber(1), core::Sequence{4}, core::WallMs{200}, "b", "memory-1", "basis-1"}));
        QCOMPARE(store->lastClosedDay()->value().memory, std::string("memory-1"));
        QCOMPARE(store->heldDays()->size(), 2U);
        QCOMPARE(store->heldDays()->front().basis, std::string("basis-0"));
        QCOMPARE(store->heldDays()->front().content, std::string("a"));
        SQLite::Database other(file.string(), SQLite::OPEN_READWRITE);
        QVERIFY(refuses(other, "UPDATE closed_day SET memory = 'x'"));
        QVERIFY(refuses(other, "UPDATE closed_day SET basis = 'x'"));
        QCOMPARE(*store->purgeRows(core::WallMs{150}), 2U);
        QCOMPARE(store->heldDays()->size(), 1U);
        QCOMPARE(*store->purgeRows(core::WallMs{1000}), 2U);
        QVERIFY(store->heldDays()->empty());
        // The next day begins with it; no other day's is left.
        QCOMPARE(store->lastClosedDay()->value().memory, std::string("memory-1"));
        QCOMPARE(other.execAndGet("SELECT count(*) FROM closed_day WHERE memory <> ''").getInt(), 1);
        QVERIFY(store->closeDay({dayNumber(2), core::Sequence{4}, core::WallMs{300}, "c", "memory-2", ""}));
        QCOMPARE(*store->purgeRows(core::WallMs{1000}), 0U);
        QCOMPARE(other.execAndGet("SELECT group_concat(memory, '') FROM closed_day").getString(),
                 std::string("memory-2"));
    }

    void passagesAfterATapNameAnEarlierRow()
    {
        auto store = openStore(newFile());
        QVERIFY(store->append(tapAt(1)).has_value());
        const auto left = [&](std::uint64_t tap) {
            return store->append({tapAt(2).at, core::LeftAfter{core::Sequence{tap}, 1}, {}});
        };
        QVERIFY(!left(2));
        QVERIFY(!left(0));
        QCOMPARE(core::number(*left(1)), 2U);
    }

    void policiesNeverChange()
    {
        const auto file = newFile();
        auto store = openStore(file);
        QVERIFY(store->addPolicy(hashOf('1'), "{}").has_value());
        QVERIFY(store->addPolicy(hashOf('1'), "{\"changed\":true}").has_value());
        QCOMPARE(**store->policy(hashOf('1')), std::string("{}"));
        QVERIFY(!store->policy(hashOf('2'))->has_value());
        SQLite::Database other(file.string(), SQLite::OPEN_READWRITE);
        QVERIFY(refuses(other, "UPDATE policy SET json = 'x'"));
    }

    void deletedIsGoneFromTheFilesBytes()
    {
        const auto file = newFile();
        auto store = openStore(file);
        const auto planted = [](int index) { return "PLANTED" + std::to_string(1'000'000 + index); };
        constexpr int count = 600;
        for (int index = 0; index < count; ++index) {
            core::Event event = tapAt(index);
            std::get<core::Tap>(event.content).language = planted(index);
            QVERIFY(store->append(event).has_value());
        }
        const auto found = [&] {
            std::string bytes;
            for (const char* part : {"", "-wal", "-shm"}) {
                std::ifstream stream(file.string() + part, std::ios::binary);
                bytes.append(std::istreambuf_iterator<char>(stream), {});
            }
            std::set<int> seen;
            for (std::size_t at = 0; (at = bytes.find("PLANTED", at)) != std::string::npos; at += 7) {
                seen.insert(std::stoi(bytes.substr(at + 7, 7)) - 1'000'000);
            }
            return seen;
        };
        QCOMPARE(found().size(), static_cast<std::size_t>(count));
        constexpr int kept = 7;
        QVERIFY(
            store->closeDay({dayNumber(0), core::Sequence{count - kept}, core::WallMs{1}, planted(9999)}).has_value());
        QVERIFY(store->seal(envelopeOf(*store->epoch(), 1, 0)).has_value());
        QCOMPARE(*store->purgeRows(core::WallMs{2}), static_cast<std::size_t>(count - kept));
        const std::set<int> left = found();
        QCOMPARE(left.size(), static_cast<std::size_t>(kept));
        QCOMPARE(*left.begin(), count - kept);
        QVERIFY(!left.contains(9999));
    }

    void settingsAreReplacedAndQuestionnairesNeverChange()
    {
        const auto file = newFile();
        auto store = openStore(file);
        QVERIFY(!store->setting("envelope-key")->has_value());
        QVERIFY(store->setSetting("envelope-key", "old").has_value());
        QVERIFY(store->setSetting("envelope-key", "new").has_value());
        QCOMPARE(**store->setting("envelope-key"), std::string("new"));
        QVERIFY(store->addQuestionnaire(hashOf('1'), "{}").has_value());
        QVERIFY(store->addQuestionnaire(hashOf('1'), "{\"changed\":true}").has_value());
        QCOMPARE(**store->questionnaire(hashOf('1')), std::string("{}"));
        QVERIFY(!store->questionnaire(hashOf('2'))->has_value());
        SQLite::Database other(file.string(), SQLite::OPEN_READWRITE);
        QVERIFY(refuses(other, "UPDATE questionnaire SET json = 'x'"));
    }
};

QTEST_APPLESS_MAIN(TestStore)
#include "test_store.moc"
