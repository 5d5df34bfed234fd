// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/tickets.h"

#include "app/kiosk/loop.h"
#include "sync/wire/ticket.h"

#include "tests/sync/outbox/world.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <random>
#include <string>
#include <vector>

using namespace smiley;
using namespace smiley::test;
using core::TicketFinding;

// Tickets at a stand with a real journal: what each is found to be, and that one counts once, also after a restart.

namespace {

core::Day dayAfter(int days) { return core::localTime(core::WallMs{core::count(at(firstDay, 12)) + days * dayMs}).day; }

/// A stand that is enrolled, its scanner, and its program, which can be started again.
struct Scanner {
    explicit Scanner(bool isEnrolled = true)
    {
        if (isEnrolled) {
            world.enrol();
        }
        world.goTo(0, 10);
    }

    std::string card(int which, int day = 0, const std::string& stand = "fjordby-1")
    {
        return card(which, day, stand, world.centre);
    }
    static std::string card(int which, int day, const std::string& stand, const wire::SecretKey& by)
    {
        wire::Ticket ticket{dayAfter(day), stand, {}};
        ticket.id.fill(std::byte{0xA7});
        ticket.id[0] = std::byte(which);
        return wire::ticketText(ticket, by);
    }
    TicketFinding find(const std::string& text) { return tickets.check(text, world.now()).finding; }

    QTemporaryDir folder;
    World world{folder.path().toStdString() + "/stand"};
    SeededRandom random;
    std::vector<std::string> reports;
    outbox::StandTickets tickets{world.database(), random,
                                 [this](const std::string& trouble) { reports.push_back(trouble); }};
};

/// The stand's time, for a loop.
class WorldClock final : public core::Clock {
public:
    explicit WorldClock(const World& world) : m_world(world) {}
    [[nodiscard]] core::Now now() const override { return m_world.now(); }

private:
    const World& m_world;
};

/// The program: a loop on a journal of its own connection.
struct Program {
    explicit Program(Scanner& scanner)
        : stand(scanner),
          clock(scanner.world),
          loop({.clock = clock,
                .random = scanner.random,
                .openJournal = [this]() -> std::unique_ptr<core::Journal> {
                    auto opened = store::Store::open(stand.world.database(), stand.random);
                    return opened && (*opened)->begin(stand.world.now(), "test") ? std::move(*opened) : nullptr;
                },
                .publish = [](const core::Screen&) {},
                .tickets = &scanner.tickets},
               std::make_shared<const kiosk::Configuration>(kiosk::Configuration{
                   std::get<core::Questionnaire>(wire::parseQuestionnaire(questionnaireNamed("smiley"))), {}}))
    {}
    void show(const std::string& text)
    {
        stand.world.pass(5000);
        loop.handle(core::InputEvent{core::InputEvent::Kind::TicketShown, 0, stand.world.now().monotonic, text});
    }
    void tap(core::Face face = core::Face::Good) { loop.handle(core::FaceTapped{face}); }

    Scanner& stand;
    WorldClock clock;
    kiosk::Loop loop;
};

std::vector<core::TicketUse> usesIn(const store::Store& store)
{
    std::vector<core::TicketUse> uses;
    const auto rows = store.rows(core::Sequence{0}, 1000);
    for (const core::Row& row : *rows) {
        if (const auto* tap = std::get_if<core::Tap>(&row.event.content)) {
            uses.push_back(tap->ticket);
        }
    }
    return uses;
}

using Uses = std::vector<core::TicketUse>;

} // namespace

class TestTickets : public QObject {
    Q_OBJECT

private slots:
    void eachCardIsFoundToBeWhatItIs()
    {
        Scanner stand;
        QVERIFY(stand.find(stand.card(1)) == TicketFinding::Fresh);
        QVERIFY(stand.find(stand.card(1) + "\r\n") == TicketFinding::Fresh); // looking costs nothing
        QVERIFY(stand.find(stand.card(1, -1)) == TicketFinding::OtherDay);
        QVERIFY(stand.find(stand.card(1, 1)) == TicketFinding::OtherDay);
        QVERIFY(stand.find(stand.card(1, 0, "fjordby-2")) == TicketFinding::OtherStand);
        QVERIFY(stand.find(Scanner::card(1, 0, "fjordby-1", wire::SecretKey::generate())) == TicketFinding::NotACard);
        for (const char* text : {"", "https://example.org", "ST1:", "ST2:ABC", "5701234567890"}) {
            QVERIFY(stand.find(text) == TicketFinding::NotACard);
        }
        QVERIFY(stand.find(std::string(100'000, 'A')) == TicketFinding::NotACard);
        QVERIFY(stand.reports.empty());
    }

    void aGarbledCardIsNeverGood()
    {
        Scanner stand;
        const std::string good = stand.card(1);
        std::mt19937 random(1);
        for (std::size_t at = 0; at < good.size(); ++at) {
            std::string text = good;
            text[at] = static_cast<char>(random() % 256);
            if (text != good) {
                const TicketFinding found = stand.find(text);
                QVERIFY2(found == TicketFinding::NotACard || found == TicketFinding::OtherStand, text.c_str());
            }
            QVERIFY(stand.find(good.substr(0, at)) == TicketFinding::NotACard);
        }
    }

    void whereNothingCanBeToldTheCardIsNotJudged()
    {
        Scanner alone(false);
        QVERIFY(alone.find(alone.card(1)) == TicketFinding::CannotCheck);
        QVERIFY(alone.find(alone.card(2)) == TicketFinding::CannotCheck);
        QVERIFY(alone.find("noise") == TicketFinding::NotACard); // which needs no centre
        QVERIFY(alone.find(alone.card(3)) == TicketFinding::CannotCheck);
        QCOMPARE(alone.reports.size(), 1U); // told once
        QVERIFY(alone.reports[0].find("ST1:") == std::string::npos);

        Scanner stand;
        stand.world.quality = core::ClockQuality::None;
        QVERIFY(stand.find(stand.card(1)) == TicketFinding::CannotCheck);
        QVERIFY(stand.find("noise") == TicketFinding::NotACard);
        stand.world.quality = core::ClockQuality::Anchored;
        QVERIFY(stand.find(stand.card(1)) == TicketFinding::Fresh);
        QCOMPARE(stand.reports.size(), 1U);

        stand.world.closeDayWith(0, 6);
        stand.world.goTo(0, 15); // the clock went back
        QVERIFY(stand.find(stand.card(1)) == TicketFinding::CannotCheck);
    }

    void aCardCountsOnce()
    {
        Scanner stand;
        Program program(stand);
        program.show(stand.card(1));
        QCOMPARE(program.loop.screen().note, std::optional(core::TicketNote::Taken));
        program.tap();
        QVERIFY(program.loop.screen().banner == core::Banner::Invitation);
        stand.world.pass(60'000);
        program.loop.handle(core::Ticked{});
        program.show(stand.card(1));
        QCOMPARE(program.loop.screen().note, std::optional(core::TicketNote::Used));
        program.tap();
        program.show(stand.card(2));
        program.tap();
        QVERIFY((usesIn(stand.world.store()) ==
                 Uses{core::TicketUse::Fresh, core::TicketUse::None, core::TicketUse::Fresh}));
    }

    void aCardCountsOnceAlsoAfterARestart()
    {
        Scanner stand;
        {
            Program program(stand);
            program.show(stand.card(1));
            program.tap();
            program.show(stand.card(2)); // and never tapped with
        }
        Program again(stand);
        again.show(stand.card(1));
        QCOMPARE(again.loop.screen().note, std::optional(core::TicketNote::Used));
        again.tap();
        again.show(stand.card(2));
        QCOMPARE(again.loop.screen().note, std::optional(core::TicketNote::Taken));
        again.tap();
        QVERIFY((usesIn(stand.world.store()) ==
                 Uses{core::TicketUse::Fresh, core::TicketUse::None, core::TicketUse::Fresh}));
    }

    void whatWaitedIsForgottenByARestart()
    {
        Scanner stand;
        {
            Program program(stand);
            program.show(stand.card(1));
        }
        Program again(stand);
        again.tap();
        QVERIFY(usesIn(stand.world.store()) == Uses{core::TicketUse::None});
        QVERIFY(stand.find(stand.card(1)) == TicketFinding::Fresh);
    }

    void aCardThatGoesWhileItWaitsIsNeverThankedFor()
    {
        Scanner stand;
        Program program(stand);
        program.show(stand.card(1));
        const auto other = store::Store::open(stand.world.database(), stand.random);
        const core::Day day = dayAfter(0);
        QVERIFY((*other)->closeDay({day, *(*other)->lastRow(), stand.world.now().wall, "content"}).has_value());
        program.tap();
        QVERIFY(program.loop.screen().trouble && !program.loop.screen().banner);
        QVERIFY(usesIn(stand.world.store()).empty());
        program.tap(); // without
        QVERIFY(usesIn(stand.world.store()) == Uses{core::TicketUse::None});
        QVERIFY(program.loop.screen().banner == core::Banner::Invitation);
    }

    void nothingOfACardIsShownOrReported()
    {
        Scanner stand;
        Program program(stand);
        const auto screenOf = [&](const std::string& text) {
            program.show(text);
            return program.loop.screen();
        };
        const core::Screen one = screenOf(stand.card(1));
        QCOMPARE(one.note, std::optional(core::TicketNote::Taken));
        QVERIFY(screenOf(stand.card(2)) == one); // whichever it was
        program.tap();
        QVERIFY(!program.loop.screen().note);
        program.show(stand.card(3, 0, "fjordby-1", wire::SecretKey::generate()));
        stand.world.quality = core::ClockQuality::None;
        program.show(stand.card(4)); // what can't be checked is told to staff
        stand.world.quality = core::ClockQuality::Anchored;
        QCOMPARE(stand.reports.size(), 1U);
        for (const int which : {1, 2, 3, 4}) {
            QVERIFY(stand.reports[0].find(stand.card(which).substr(4, 12)) == std::string::npos);
        }
    }

    void tapsAreQuickWhileAScannerBabbles()
    {
        Scanner stand;
        Program program(stand);
        std::vector<std::string> cards;
        for (int which = 1; which <= 50; ++which) {
            cards.push_back(stand.card(which));
        }
        std::chrono::steady_clock::duration slowest{};
        for (int i = 0; i < 2000; ++i) { // 20 s of 100 a second, and a tap in each
            stand.world.pass(10);
            program.loop.handle(core::InputEvent{core::InputEvent::Kind::TicketShown, 0, stand.world.now().monotonic,
                                                 cards[static_cast<std::size_t>(i) % cards.size()]});
            if (i % 100 == 0) {
                const auto begin = std::chrono::steady_clock::now();
                program.tap();
                slowest = std::max(slowest, std::chrono::steady_clock::now() - begin);
            }
        }
        QCOMPARE(usesIn(stand.world.store()).size(), 20U);
        QVERIFY2(slowest < std::chrono::seconds(1), "a tap waits for tickets");
    }

    void nothingOfACardIsOnTheDisk()
    {
        Scanner stand;
        std::vector<std::string> texts;
        {
            Program program(stand);
            for (int which = 1; which <= 20; ++which) {
                texts.push_back(stand.card(which));
                program.show(texts.back());
                program.tap();
                program.show(which % 2 == 0 ? texts.back() : stand.card(which, -1));
            }
        }
        const std::string id(15, '\xA7'); // the bytes that all ids share
        std::size_t files = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(stand.world.folder())) {
            if (entry.is_regular_file()) {
                ++files;
                const std::string bytes = readBytes(entry.path());
                QVERIFY2(bytes.find(id) == std::string::npos, entry.path().c_str());
                for (const std::string& text : texts) {
                    QVERIFY2(bytes.find(text.substr(4, 40)) == std::string::npos, entry.path().c_str());
                }
            }
        }
        QVERIFY(files > 2);
        QVERIFY(stand.reports.empty());
    }
};

QTEST_GUILESS_MAIN(TestTickets)
#include "test_tickets.moc"
