// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/pins.h"
#include "sync/central/administration.h"
#include "sync/central/people.h"
#include "sync/outbox/keeper.h"
#include "sync/outbox/people.h"
#include "sync/wire/messages.h"
#include "sync/wire/questionnaire_json.h"
#include "tests/support/quick_folder.h"
#include "tests/sync/central/fleet.h"

#include <QtTest>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace smiley;
using namespace smiley::test;
using Outcome = staff::SignIn::Outcome;

namespace {

std::string readFile(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// A centre and one stand of it: what the one signs lies in the other's inbox.
class Pair {
public:
    explicit Pair(const std::filesystem::path& folder)
    {
        std::filesystem::create_directories(folder);
        m_setup.database = folder / "data" / "stand.sqlite";
        m_setup.outbox = folder / "outbox";
        m_setup.inbox = folder / "inbox";
        m_setup.questionnaire = std::string(wire::shippedQuestionnaire("smiley"));
        m_setup.program = "smiley-stand test";
        m_setup.machineBoot = "boot-1";
        m_keeper = must(outbox::Keeper::open(m_setup, m_random));
        pins = must(staff::Pins::open(m_setup.database, folder / "pepper" / "pin", m_random, fleet.clock,
                                      staff::Stretching{1, 8}));
    }

    void enrol()
    {
        const auto code = must(central::addStand(fleet.ledger(),
                                                 {*core::MunicipalityId::parse("fjordby"), "Fjordby Kommune",
                                                  *core::SiteId::parse("jobcenter"), "", "", stand},
                                                 central::codeLifetimeMs, now().wall, m_random));
        tick();
        const wire::SecretKey transport = wire::SecretKey::generate();
        const std::string request = wire::writeEnrolmentRequest(
            {code.code, readFile(m_setup.outbox / "stand.json"), transport.publicKey()}, transport);
        put("enrolment.json", must(central::enrol(fleet.ledger(), request, fleet.key, now().wall)));
        central::NewConfiguration first;
        first.questionnaire = m_setup.questionnaire;
        (void)must(central::configure(fleet.ledger(), stand, first, fleet.key, now().wall));
        sync();
    }
    /// The newest configuration comes, and the stand takes it.
    void sync()
    {
        put("configuration.json", must(fleet.ledger().configuration(stand))->signedJson);
        tick();
    }
    /// Whether this one is refused.
    bool refusesAgain(const std::string& configuration)
    {
        put("configuration.json", configuration);
        return !m_keeper->tick(now()).troubles.empty();
    }
    void tick()
    {
        const auto changes = m_keeper->tick(now());
        if (!changes.troubles.empty()) {
            qFatal("%s", changes.troubles.front().c_str());
        }
    }
    central::GivenPin add(const char* name, wire::Role role)
    {
        return must(
            central::addPerson(fleet.ledger(), stand, {name, role, std::nullopt}, fleet.key, now().wall, m_random));
    }
    staff::SignIn check(const std::string& pin) { return pins->check(pin, now()); }
    [[nodiscard]] core::Now now() const { return fleet.clock.now(); }

    Fleet fleet;
    core::StandId stand = *core::StandId::parse("jobcenter-1");
    std::unique_ptr<staff::Pins> pins;

private:
    void put(const char* name, const std::string& bytes)
    {
        std::ofstream(m_setup.inbox / name, std::ios::binary) << bytes;
    }

    SeededRandom m_random;
    outbox::KeeperSetup m_setup;
    std::unique_ptr<outbox::Keeper> m_keeper;
};

} // namespace

/// From the centre's command to the stand's key pad.
class TestPeople : public QObject {
    Q_OBJECT

    QuickFolders m_folders;

private slots:
    void whoTheCentreNamesComesInAtTheStandAndChoosesAPin()
    {
        Pair pair(m_folders.next());
        pair.enrol();
        QVERIFY(pair.pins->people()->empty());
        const auto mette = pair.add("Mette Holm", wire::Role::Editor);
        const auto per = pair.add("Per Lund", wire::Role::Reader);
        QVERIFY(pair.check(mette.pin).outcome == Outcome::Wrong); // nothing has come yet
        pair.sync();
        const auto first = pair.check(mette.pin);
        QVERIFY(first.outcome == Outcome::MustChoose);
        QVERIFY((first.person == staff::Person{"mette-holm", "Mette Holm", staff::Role::Editor}));
        QVERIFY(pair.pins->choose(*first.person, "90417263", pair.now()));
        QVERIFY(pair.check("90417263").outcome == Outcome::SignedIn);
        const auto reader = pair.check(per.pin);
        QVERIFY(reader.outcome == Outcome::MustChoose && reader.person->role == staff::Role::Reader);

        // Another configuration with the same people changes no PIN.
        central::NewConfiguration other;
        other.settings = R"({"place":"Jobcenter Syd"})";
        (void)must(central::configure(pair.fleet.ledger(), pair.stand, other, pair.fleet.key, pair.now().wall));
        pair.sync();
        QVERIFY(pair.check("90417263").outcome == Outcome::SignedIn);
        QVERIFY(pair.check(mette.pin).outcome == Outcome::Wrong);

        // A reset makes the chosen one void.
        const auto again = must(central::resetPin(pair.fleet.ledger(), pair.stand, "mette-holm", pair.fleet.key,
                                                  pair.now().wall, pair.fleet.random));
        pair.sync();
        QVERIFY(pair.check("90417263").outcome == Outcome::Wrong);
        QVERIFY(pair.check(again.pin).outcome == Outcome::MustChoose);

        // Who is removed is out with the next tick, not with the next opening day.
        (void)must(
            central::removePerson(pair.fleet.ledger(), pair.stand, "mette-holm", pair.fleet.key, pair.now().wall));
        pair.sync();
        QVERIFY(pair.check(again.pin).outcome == Outcome::Wrong);
        QVERIFY(!*pair.pins->person("mette-holm"));
        QVERIFY(pair.pins->person("per-lund")->has_value());
    }

    void anOlderConfigurationBringsNobodyBack()
    {
        Pair pair(m_folders.next());
        pair.enrol();
        const auto mette = pair.add("Mette Holm", wire::Role::Editor);
        pair.sync();
        const std::string before = must(pair.fleet.ledger().configuration(pair.stand))->signedJson;
        (void)must(
            central::removePerson(pair.fleet.ledger(), pair.stand, "mette-holm", pair.fleet.key, pair.now().wall));
        pair.sync();
        QVERIFY(pair.refusesAgain(before));
        QVERIFY(pair.check(mette.pin).outcome == Outcome::Wrong);
    }

    void namesBecomeIds_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("Mette Holm") << "mette-holm";
        QTest::newRow("Åse Bækgård-Sørensen") << "aase-baekgaard-soerensen";
        QTest::newRow("  André  O'Neill 2 ") << "andre-o-neill-2";
        QTest::newRow("7 of 9") << "of-9";
        QTest::newRow("محمد") << "person";
        QTest::newRow("Bo") << "person";
        QTest::newRow("Abcdefghij Abcdefghij Abcdefghij Abcdefghij") << "abcdefghij-abcdefghij-abcdefghij-abc";
    }
    void namesBecomeIds()
    {
        QFETCH(const QString, id);
        QCOMPARE(QString::fromStdString(central::personIdOf(QTest::currentDataTag())), id);
    }

    void twoOfOneNameAreTwoPeople()
    {
        Pair pair(m_folders.next());
        pair.enrol();
        QCOMPARE(pair.add("Mette Holm", wire::Role::Editor).person, std::string("mette-holm"));
        QCOMPARE(pair.add("Mette Holm", wire::Role::Reader).person, std::string("mette-holm-2"));
        pair.sync();
        QCOMPARE(pair.pins->people()->size(), std::size_t{2});
    }

    void aStandHasFiftyPeopleAtMost()
    {
        Pair pair(m_folders.next());
        pair.enrol();
        for (std::size_t i = 0; i < wire::peopleMax; ++i) {
            (void)pair.add("Mette Holm", wire::Role::Reader);
        }
        const auto more = central::addPerson(pair.fleet.ledger(), pair.stand, {"Per", wire::Role::Reader, {}},
                                             pair.fleet.key, pair.now().wall, pair.fleet.random);
        QVERIFY(!more && more.error().code == central::LedgerFault::Exists);
        pair.sync();
        QCOMPARE(pair.pins->people()->size(), wire::peopleMax);
    }
};

QTEST_GUILESS_MAIN(TestPeople)
#include "test_people.moc"
