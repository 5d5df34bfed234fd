// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/adjudicator.h"
#include "app/core/stand_mode.h"
#include "app/store/schema.h"
#include "app/store/store.h"

#include <QTemporaryDir>
#include <QTest>
#include <rapidcheck.h>

#include "tests/app/store/events.h"
#include "tests/support/power_cut_vfs.h"
#include "tests/support/quick_folder.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numeric>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <utility>
#include <vector>

using namespace smiley;
using namespace smiley::test;
using core::TicketUse;
using store::StoreFault;

namespace {

using Card = std::array<std::byte, 16>;

Card card(int number)
{
    Card id{};
    id.fill(std::byte{0xC5});
    id[0] = static_cast<std::byte>(number % 256);
    id[1] = static_cast<std::byte>(number / 256);
    return id;
}

std::string textOf(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// The wall clock of `tapAt` begins on this day.
core::Day firstDay() { return core::localTime(tapAt(0).at.wall).day; }
constexpr std::int64_t dayMs = 24 * 3'600'000;

core::Event tapWith(TicketUse use, std::int64_t at = 0)
{
    core::Event event = tapAt(at);
    std::get<core::Tap>(event.content).ticket = use;
    return event;
}

core::TicketMark markOf(store::Store& store, int number, std::int64_t at = 0)
{
    const auto mark = store.ticketMark(card(number), tapAt(at).at);
    if (!mark) {
        qFatal("%s", mark.error().message.c_str());
    }
    return *mark;
}

bool isUsed(store::Store& store, int number, std::int64_t at = 0)
{
    return *store.ticketIsUsed(markOf(store, number, at));
}

/// Answers with a card; the number of its row.
core::Sequence answer(store::Store& store, int number, std::int64_t at = 0)
{
    const auto row = store.append(tapWith(TicketUse::Fresh, at), markOf(store, number, at));
    if (!row) {
        qFatal("%s", row.error().message.c_str());
    }
    return *row;
}

std::vector<TicketUse> uses(const store::Store& store)
{
    std::vector<TicketUse> all;
    for (const core::Row& row : allRows(store)) {
        if (const auto* tap = std::get_if<core::Tap>(&row.event.content)) {
            all.push_back(tap->ticket);
        }
    }
    return all;
}

std::string bytesOf(const std::filesystem::path& file)
{
    std::string bytes;
    for (const char* part : {"", "-wal", "-shm"}) {
        std::ifstream stream(file.string() + part, std::ios::binary);
        bytes.append(std::istreambuf_iterator<char>(stream), {});
    }
    return bytes;
}

/// Of the whole file, read past the program.
std::string blob(const std::filesystem::path& file, const char* sql)
{
    SQLite::Database other(file.string(), SQLite::OPEN_READONLY);
    SQLite::Statement select(other, sql);
    return select.executeStep() ? select.getColumn(0).getString() : std::string();
}

} // namespace

class TestStoreTickets final : public QObject {
    Q_OBJECT

private:
    QuickFolders m_folders;
    std::filesystem::path newFile() { return m_folders.next() / "journal.db"; }

private slots:
    void aCardIsFreshUntilAnAnswerIsGivenWithIt()
    {
        const auto file = newFile();
        auto store = openStore(file);
        QVERIFY(!isUsed(*store, 1));
        QVERIFY(!isUsed(*store, 1)); // looking doesn't use it
        answer(*store, 1);
        QVERIFY(isUsed(*store, 1));
        QVERIFY(!isUsed(*store, 2));
        for (const TicketUse use : {TicketUse::None, TicketUse::Same, TicketUse::Used}) {
            QVERIFY(store->append(tapWith(use)).has_value());
        }
        QVERIFY(!isUsed(*store, 2));
        store.reset();
        store = openStore(file);
        QVERIFY(isUsed(*store, 1)); // also after a restart
        QVERIFY(!isUsed(*store, 2));
        QVERIFY((uses(*store) == std::vector{TicketUse::Fresh, TicketUse::None, TicketUse::Same, TicketUse::Used}));
    }

    void aRowSaysFreshOnlyWhereItsCardWasNoted()
    {
        auto store = openStore(newFile());
        const auto mark = markOf(*store, 1);
        QVERIFY(store->append(tapWith(TicketUse::Fresh), mark).has_value());
        const auto last = *store->lastRow();
        const auto twice = store->append(tapWith(TicketUse::Fresh), mark); // found fresh before the first was given
        QVERIFY(!twice && twice.error().code == core::JournalFault::Io);
        QVERIFY(!store->append(tapWith(TicketUse::Fresh)).has_value());
        QCOMPARE(*store->lastRow(), last);
        QVERIFY((uses(*store) == std::vector{TicketUse::Fresh}));
        QVERIFY(store->append(tapWith(TicketUse::None)).has_value()); // whoever taps again answers without
        QVERIFY(store->append(tapWith(TicketUse::Same), markOf(*store, 2)).has_value());
        QVERIFY(!isUsed(*store, 2)); // only Fresh uses a card up
    }

    void anAnswerOfAnotherDayThanItsCardsIsNotTaken()
    {
        auto store = openStore(newFile());
        const auto mark = markOf(*store, 1);
        for (const std::int64_t at : {dayMs, -dayMs}) { // over midnight, or a clock that stepped back over it
            QVERIFY(!store->append(tapWith(TicketUse::Fresh, at), mark).has_value());
        }
        QVERIFY(!isUsed(*store, 1));
        QVERIFY(uses(*store).empty());
    }

    void marksOfOneCardDifferFromDayToDayAndStandToStand()
    {
        auto store = openStore(newFile());
        auto another = openStore(newFile());
        const auto mark = markOf(*store, 1);
        QVERIFY(mark == markOf(*store, 1, 3'600'000));
        QVERIFY(mark != markOf(*store, 1, dayMs));
        QVERIFY(mark != markOf(*store, 2));
        QVERIFY(mark != markOf(*another, 1));
        answer(*store, 1);
        QVERIFY(isUsed(*store, 1)); // another day's key takes nothing away
        QVERIFY(!isUsed(*store, 1, dayMs));
    }

    void withoutADateNothingCanBeSaid()
    {
        auto store = openStore(newFile());
        core::Now now = tapAt(0).at;
        now.quality = core::ClockQuality::None;
        const auto mark = store->ticketMark(card(1), now);
        QVERIFY(!mark && mark.error().code == StoreFault::Conflict);
    }

    void theKeyAndTheCardsGoWithTheirDayAndNobodyDrawsThemAgain()
    {
        const auto file = newFile();
        auto store = openStore(file);
        std::vector<std::string> secrets;
        for (int number = 0; number < 300; ++number) {
            secrets.push_back(textOf(markOf(*store, number)));
            answer(*store, number);
        }
        answer(*store, 1, dayMs); // of the day after: stays
        const auto tomorrow = markOf(*store, 1, dayMs);
        secrets.push_back(blob(file, "SELECT key FROM ticket_day ORDER BY day LIMIT 1"));
        QCOMPARE(secrets.back().size(), std::size_t{32});
        const std::string before = bytesOf(file);
        QVERIFY(std::ranges::all_of(secrets, [&](const auto& each) { return before.find(each) != std::string::npos; }));

        QVERIFY(store->closeDay({firstDay(), *store->lastRow(), core::WallMs{1}, "content"}).has_value());
        QVERIFY(store->purgeRows(core::WallMs{0}).has_value());
        const std::string after = bytesOf(file);
        QVERIFY(std::ranges::none_of(secrets, [&](const auto& each) { return after.find(each) != std::string::npos; }));
        QVERIFY(after.find(textOf(tomorrow)) != std::string::npos);
        const auto again = store->ticketMark(card(1), tapAt(0).at);
        QVERIFY(!again && again.error().code == StoreFault::Conflict);
        QVERIFY(store->ticketMark(card(1), tapAt(-dayMs).at).error().code == StoreFault::Conflict);
        QVERIFY(isUsed(*store, 1, dayMs));
        // With what a closed day left behind nothing is written.
        core::TicketMark old{};
        std::copy_n(reinterpret_cast<const std::byte*>(secrets[5].data()), old.size(), old.begin());
        QVERIFY(!*store->ticketIsUsed(old));
        const auto last = *store->lastRow();
        QVERIFY(!store->append(tapWith(TicketUse::Fresh, 5), old).has_value());
        QCOMPARE(*store->lastRow(), last);
    }

    void noCardsIdIsInAnyFile()
    {
        const auto file = newFile();
        auto store = openStore(file);
        for (int number = 0; number < 50; ++number) {
            answer(*store, number);
        }
        const std::string bytes = bytesOf(file);
        for (int number = 0; number < 50; ++number) {
            QVERIFY(bytes.find(textOf(card(number))) == std::string::npos);
        }
    }

    /// Who has the disk and a card can't tell its row: the rows only say fresh, and the marks lie in the order of chance.
    void nothingTellsInWhichOrderCardsWereUsed()
    {
        const auto file = newFile();
        const auto other = newFile();
        std::filesystem::create_directories(other.parent_path());
        std::vector<std::string> used;
        std::vector<int> cards(200);
        std::iota(cards.begin(), cards.end(), 0);
        openStore(file).reset();
        std::filesystem::copy_file(file, other);
        {
            SQLite::Database same(other.string(), SQLite::OPEN_READWRITE); // both with one key
            SQLite::Database first(file.string(), SQLite::OPEN_READWRITE);
            for (SQLite::Database* each : {&same, &first}) {
                SQLite::Statement insert(*each, "INSERT INTO ticket_day(day, key) VALUES (?, zeroblob(32))");
                insert.bind(1, firstDay().text());
                insert.exec();
            }
        }
        for (const auto& each : {file, other}) {
            auto store = openStore(each);
            for (const int number : cards) {
                answer(*store, number);
            }
            QVERIFY(store->purgeRows(core::WallMs{0}).has_value());
            store.reset(); // takes -wal and -shm away
            used.push_back(bytesOf(each));
            std::ranges::reverse(cards);
        }
        QVERIFY(used[0].find(blob(file, "SELECT used FROM ticket_day").substr(0, 32)) != std::string::npos);
        QVERIFY(used[0] == used[1]); // to the byte, wherever in a page or a file
        const std::string columns = blob(file, "SELECT group_concat(name) FROM pragma_table_info('ticket_day')");
        QCOMPARE(columns, std::string("day,key,used"));
        QCOMPARE(blob(file, "SELECT wr FROM pragma_table_list WHERE name = 'ticket_day'"), std::string("1"));
    }

    void aSecondProcessSeesTheSameCards()
    {
        const auto file = newFile();
        openStore(file).reset();
        // Both draw the key at once, and both try every card.
        const auto work = [&] {
            auto store = openStore(file);
            for (int number = 0; number < 40; ++number) {
                (void)store->append(tapWith(TicketUse::Fresh), markOf(*store, number)); // by one of them
            }
            return 0;
        };
        const pid_t one = inChild(work);
        const pid_t two = inChild(work);
        QCOMPARE(exitCodeOf(one), 0);
        QCOMPARE(exitCodeOf(two), 0);
        auto store = openStore(file);
        const auto all = uses(*store);
        QCOMPARE(all.size(), std::size_t{40});
        QCOMPARE(std::ranges::count(all, TicketUse::Fresh), 40);
        for (int number = 0; number < 40; ++number) {
            QVERIFY(isUsed(*store, number));
        }
    }

    /// Whenever the plug is pulled: an answer that was thanked for has used its card, and a card that was used has its answer.
    void aPowerCutLeavesTheAnswerWithItsCardOrNeither()
    {
        QTemporaryDir folder{quickFolder()};
        std::mt19937_64 random(7);
        for (int round = 0; round < 60; ++round) {
            const auto base = std::filesystem::path(folder.path().toStdString()) / std::to_string(round);
            int thanked = 0;
            {
                PowerCutVfs plug(random());
                auto store = openStore(base / "journal.db");
                (void)markOf(*store, 0); // the key is drawn
                plug.cutAfter(1 + random() % 60);
                for (int number = 0; number < 60 && !plug.isCut(); ++number) {
                    const auto mark = store->ticketMark(card(number), tapAt(0).at);
                    if (mark && store->append(tapWith(TicketUse::Fresh, number), *mark)) {
                        thanked = number + 1;
                    }
                }
                QVERIFY(plug.isCut());
                store.reset();
                std::filesystem::create_directories(base / "after");
                plug.powerOn(base / "after");
            }
            auto store = openStore(base / "after" / "journal.db");
            const auto rows = uses(*store);
            QVERIFY(static_cast<int>(rows.size()) >= thanked);
            QVERIFY(std::ranges::all_of(rows, [](TicketUse use) { return use == TicketUse::Fresh; }));
            for (int number = 0; number < 60; ++number) {
                QCOMPARE(isUsed(*store, number), number < static_cast<int>(rows.size()));
            }
        }
    }

    /// Whatever the order, by whichever connection, and however often the program starts: a card is fresh once a day, and
    /// counts at most once.
    void aCardCountsAtMostOnceWhateverHappens()
    {
        qputenv("RC_PARAMS", "max_success=100 seed=20261122");
        QVERIFY(rc::check([this] {
            const auto file = newFile();
            std::array connections{openStore(file), openStore(file)};
            std::array<std::optional<core::TicketMark>, 2> found; // by a connection, and not used yet
            const auto steps = *rc::gen::inRange(0, 40);
            for (int step = 0; step < steps; ++step) {
                const auto which = *rc::gen::inRange<std::size_t>(0, 2);
                const int number = *rc::gen::inRange(0, 5);
                if (*rc::gen::inRange(0, 6) == 0) {
                    connections[which] = openStore(file);
                    (void)connections[which]->begin(tapAt(step).at, "again");
                }
                const auto mark = markOf(*connections[which], number);
                const bool isFresh = !*connections[which]->ticketIsUsed(mark);
                if (isFresh && *rc::gen::inRange(0, 3) == 0) {
                    found[which] = mark; // answered with later, when the other may have used it
                    continue;
                }
                const auto used = found[which] ? std::exchange(found[which], {}) : mark;
                const bool saysFresh = used != mark || isFresh;
                const bool isGone = saysFresh && *connections[which]->ticketIsUsed(*used);
                RC_ASSERT(connections[which]
                              ->append(tapWith(saysFresh ? TicketUse::Fresh : TicketUse::Used, step * 5000), used)
                              .has_value() == !isGone);
            }
            const auto rows = allRows(*connections[0]);
            std::vector<core::TapView> taps;
            core::TicketKeys keys;
            for (const core::Row& row : rows) {
                if (const auto* tap = std::get_if<core::Tap>(&row.event.content)) {
                    taps.push_back(core::viewOf(row.sequence, row.boot, row.event.at.monotonic, *tap,
                                                core::Mode::Normal, core::ClockQuality::Anchored, keys));
                }
            }
            std::ptrdiff_t usedCards = 0;
            for (int number = 0; number < 5; ++number) {
                usedCards += isUsed(*connections[1], number) ? 1 : 0;
            }
            RC_ASSERT(std::ranges::count(uses(*connections[0]), TicketUse::Fresh) == usedCards);
            core::VisitRule rule;
            rule.ticketsRequired = true;
            const auto verdicts = core::adjudicateDay({"with-cards", rule}, taps).verdicts;
            RC_ASSERT(std::ranges::count(verdicts, core::Outcome::Count, &core::Verdict::outcome) == usedCards);
        }));
    }

    void theFileRefusesWhatCantBe()
    {
        const auto file = newFile();
        auto store = openStore(file);
        answer(*store, 1);
        SQLite::Database other(file.string(), SQLite::OPEN_READWRITE);
        QVERIFY(refuses(other, "UPDATE ticket_day SET key = zeroblob(32)"));
        QVERIFY(refuses(other, "UPDATE ticket_day SET used = x''"));
        QVERIFY(refuses(other, "UPDATE ticket_day SET used = zeroblob(33)"));
        QVERIFY(refuses(other, "INSERT INTO ticket_day(day, key) VALUES ('2027-01-01', zeroblob(31))"));
        QVERIFY(refuses(other, "INSERT INTO event(sequence, boot, monotonic_ms, wall_ms, quality, kind, ticket)"
                               " VALUES (2, 0, 7, 8, 'set', 'withdrawn', 'fresh')"));
        QVERIFY(refuses(
            other, "INSERT INTO event SELECT sequence + 1, boot, monotonic_ms, wall_ms, quality, visit, kind, face,"
                   " screen, presence, doors, input, language, questionnaire, question, answers, detail, step_ms,"
                   " tap, 'none' FROM event"));
    }

    void aFileOfTheFourthSchemaKeepsItsTapsAndTakesCards()
    {
        const auto file = newFile();
        std::filesystem::create_directories(file.parent_path());
        {
            SQLite::Database old(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            QVERIFY(store::migrate(old, store::migrations().first(4)) == store::SchemaState::Current);
            QCOMPARE(old.execAndGet("PRAGMA user_version").getInt(), 4);
            old.exec("INSERT INTO meta(id, epoch) VALUES (1, '" + std::string(32, 'e') + "')");
            old.exec(
                "INSERT INTO event(sequence, boot, monotonic_ms, wall_ms, quality, kind, face, screen, presence, input,"
                " language, questionnaire) VALUES (1, 0, 7, 8, 'set', 'tap', 4, 'faces', 1, 'keys', 'da', '" +
                std::string(64, 'a') + "')");
        }
        auto store = openStore(file);
        QVERIFY(uses(*store) == std::vector{TicketUse::None});
        const auto rows = allRows(*store);
        QVERIFY(std::get<core::Tap>(rows[0].event.content).input == core::Input::Keys);
        QCOMPARE(core::number(answer(*store, 1)), 2U);
        QVERIFY(isUsed(*store, 1));
        SQLite::Database other(file.string(), SQLite::OPEN_READWRITE);
        QVERIFY(refuses(other, "UPDATE event SET ticket = 'used' WHERE sequence = 1"));
        QVERIFY(refuses(other, "DELETE FROM event WHERE sequence = 1"));
    }
};

QTEST_APPLESS_MAIN(TestStoreTickets)
#include "test_store_tickets.moc"
