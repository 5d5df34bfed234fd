// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/observations.h"

#include "tests/sync/central/fleet.h"
#include "tests/sync/central/ledger_schema_1.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QtTest>

#include <algorithm>

using namespace smiley;
using namespace smiley::test;
using central::Observation;
using central::OtherFigures;

namespace {

const core::Day today = dayAt("2026-11-22");
const core::WallMs added{1793520000000}; // 2026-11-01

std::string csv(const std::string& lines) { return "stand,day,hour,answered,tapped_again,passed_by\n" + lines; }

/// Two stands at one site, one at another.
Fleet& stands(Fleet& fleet)
{
    fleet.clock.setWall(added);
    fleet.addStand("fjordby-1");
    fleet.addStand("fjordby-2");
    fleet.addStand("alby-1", "alby");
    fleet.addStand("alby-2", "alby", "library");
    fleet.addStand("skovby-1", "skovby", "jobcenter");
    return fleet;
}

using Read = std::variant<std::vector<Observation>, std::vector<central::LineFault>>;

std::string said(const Read& read)
{
    std::string text;
    if (const auto* faults = std::get_if<std::vector<central::LineFault>>(&read)) {
        for (const auto& fault : *faults) {
            text += std::to_string(fault.line) + ": " + fault.message + "\n";
        }
        return text;
    }
    for (const Observation& row : std::get<std::vector<Observation>>(read)) {
        text += row.stand.text() + " " + row.day.text() + " " + std::to_string(row.hour) + " " +
                std::to_string(row.answered) + " " + std::to_string(row.tappedAgain) + " " +
                std::to_string(row.passedBy) + "\n";
    }
    return text;
}

std::vector<Observation> rowsOf(const std::string& lines, Fleet& fleet)
{
    auto read = central::readObservations(csv(lines), must(fleet.ledger().stands()), today);
    if (!std::holds_alternative<std::vector<Observation>>(read)) {
        qFatal("%s", said(read).c_str());
    }
    return std::get<std::vector<Observation>>(read);
}

} // namespace

class TestObservations : public QObject {
    Q_OBJECT
private slots:
    void countsAreReadWhateverTheColumnsOrder_data()
    {
        QTest::addColumn<QString>("text");
        const QString lines = "fjordby-1,2026-11-20,10,31,4,12\nfjordby-1,2026-11-20,11,27,0,0\n";
        QTest::newRow("plain") << QString::fromStdString(csv("")) + lines;
        QTest::newRow("CRLF, no end of line, a mark")
            << "\xEF\xBB\xBFstand,day,hour,answered,tapped_again,passed_by\r\n"
               "fjordby-1,2026-11-20,10,31,4,12\r\n\r\n"
               "fjordby-1,2026-11-20,11,27,0,0";
        QTest::newRow("semicolons, quotes, initials, another order")
            << "Observer;Hour;DAY;\"answered\";passed_by;tapped_again;stand\n"
               "\"A; B \"\"C\"\"\";10;2026-11-20;31;12;4;fjordby-1\nAB; 11 ;2026-11-20;27;0;0;fjordby-1\n";
    }
    void countsAreReadWhateverTheColumnsOrder()
    {
        QFETCH(QString, text);
        Fleet fleet;
        stands(fleet);
        const auto read = central::readObservations(text.toStdString(), must(fleet.ledger().stands()), today);
        QCOMPARE(said(read), std::string("fjordby-1 2026-11-20 10 31 4 12\nfjordby-1 2026-11-20 11 27 0 0\n"));
    }

    void aSiteIsEnoughWhereItHasOneStand()
    {
        Fleet fleet;
        stands(fleet);
        const auto read = [&](const std::string& text) {
            return said(central::readObservations(text, must(fleet.ledger().stands()), today));
        };
        const std::string figures = "2026-11-20,10,31,4,12\n";
        QCOMPARE(read("site,day,hour,answered,tapped_again,passed_by\nlibrary," + figures),
                 std::string("alby-2 2026-11-20 10 31 4 12\n"));
        QVERIFY(read("site,day,hour,answered,tapped_again,passed_by\njobcenter," + figures).find("4 stands") !=
                std::string::npos);
        QCOMPARE(read("municipality,site,day,hour,answered,tapped_again,passed_by\nskovby,jobcenter," + figures),
                 std::string("skovby-1 2026-11-20 10 31 4 12\n"));
        QVERIFY(read("municipality,site,day,hour,answered,tapped_again,passed_by\nskovby,library," + figures)
                    .find("2: there is no site \"library\" in \"skovby\"") == 0);
    }

    void everyFaultIsNamedWithItsLine_data()
    {
        QTest::addColumn<QString>("lines");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* lines, const char* says) {
            QTest::newRow(name) << lines << says;
        };
        row("unknown stand", "nowhere-1,2026-11-20,10,1,0,0\n", "2: there is no stand \"nowhere-1\"");
        row("no stand", ",2026-11-20,10,1,0,0\n", "2: there is no site \"\"");
        row("no day", "fjordby-1,20.11.2026,10,1,0,0\n", "2: day \"20.11.2026\" must be");
        row("a day that isn't", "fjordby-1,2026-11-31,10,1,0,0\n", "2: day \"2026-11-31\" must be");
        row("tomorrow", "fjordby-1,2026-11-22,9,1,0,0\nfjordby-1,2026-11-23,9,1,0,0\n",
            "3: day 2026-11-23 hasn't come yet");
        row("hour 24", "fjordby-1,2026-11-20,24,1,0,0\n", "2: hour \"24\" must be a whole number from 0 to 23");
        row("negative", "fjordby-1,2026-11-20,10,-1,0,0\n", "2: answered \"-1\" must be a whole number");
        row("a word", "fjordby-1,2026-11-20,10,1,0,few\n", "2: passed_by \"few\" must be");
        row("a fraction", "fjordby-1,2026-11-20,10,1.5,0,0\n", "2: answered \"1.5\" must be");
        row("empty", "fjordby-1,2026-11-20,10,1,,0\n", "2: tapped_again \"\" must be");
        row("too many people", "fjordby-1,2026-11-20,10,10001,0,0\n", "from 0 to 10000");
        row("a number too large", "fjordby-1,2026-11-20,10,99999999999999999999,0,0\n", "2: answered");
        row("more again than answered", "fjordby-1,2026-11-20,10,3,4,0\n", "2: more people tapped again (4)");
        row("the same hour twice", "fjordby-1,2026-11-20,10,3,0,0\n\nfjordby-1,2026-11-20,10,3,0,0\n",
            "4: fjordby-1, 2026-11-20, hour 10 is in line 2 already");
        row("a column too few", "fjordby-1,2026-11-20,10,3,0\n", "2: has 5 columns, the first line has 6");
        row("nothing", "", "there is no line of figures");
    }
    void everyFaultIsNamedWithItsLine()
    {
        QFETCH(QString, lines);
        QFETCH(QString, says);
        Fleet fleet;
        stands(fleet);
        const auto read = central::readObservations(csv(lines.toStdString()), must(fleet.ledger().stands()), today);
        QVERIFY(std::holds_alternative<std::vector<central::LineFault>>(read));
        QVERIFY2(said(read).find(says.toStdString()) != std::string::npos, said(read).c_str());
    }

    void allFaultsOfAFileAreNamed()
    {
        Fleet fleet;
        stands(fleet);
        const auto read = central::readObservations(
            csv("fjordby-1,2026-11-20,10,1,0,0\nnowhere-1,2026-13-20,25,-1,0,0\nfjordby-1,2026-11-20,11,x,0,0\n"),
            must(fleet.ledger().stands()), today);
        QCOMPARE(std::get<std::vector<central::LineFault>>(read).size(), 5U);
    }

    void badHeadersAreNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << ""
                               << "the file is empty";
        QTest::newRow("no names") << "fjordby-1,2026-11-20,10,1,0,0\n"
                                  << "1: the column day is missing";
        QTest::newRow("a column missing") << "stand,day,hour,answered,passed_by\n"
                                          << "1: the column tapped_again is missing";
        QTest::newRow("twice") << "stand,day,hour,answered,tapped_again,passed_by,day\n"
                               << "1: the column day is there twice";
        QTest::newRow("whose") << "day,hour,answered,tapped_again,passed_by\n"
                               << "1: a column stand or site is missing";
    }
    void badHeadersAreNamed()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto read = central::readObservations(text.toStdString(), {}, today);
        QVERIFY2(said(read).find(says.toStdString()) != std::string::npos, said(read).c_str());
    }

    void theSameFileAgainChangesNothing()
    {
        Fleet fleet;
        stands(fleet);
        const std::string lines = "fjordby-1,2026-11-20,10,31,4,12\nfjordby-1,2026-11-20,11,27,0,0\n";
        auto first = must(central::importObservations(fleet.ledger(), rowsOf(lines, fleet), OtherFigures::Refuse,
                                                      core::WallMs{1000}));
        QCOMPARE(first.added, 2U);
        const std::size_t audited = must(fleet.ledger().auditTrail()).size();
        fleet.reopen();
        for (const OtherFigures figures : {OtherFigures::Refuse, OtherFigures::Replace}) {
            const auto again =
                must(central::importObservations(fleet.ledger(), rowsOf(lines, fleet), figures, core::WallMs{2000}));
            QCOMPARE(again.added + again.replaced, 0U);
            QCOMPARE(again.known, 2U);
        }
        QCOMPARE(must(fleet.ledger().observations()).size(), 2U);
        QCOMPARE(must(fleet.ledger().auditTrail()).size(), audited);
        QCOMPARE(must(fleet.ledger().auditTrail()).back().what, std::string("observation.import"));
        QCOMPARE(must(fleet.ledger().counts()).visits, 0U); // never an answer
    }

    void otherFiguresAreRefusedUnlessTheyCorrect()
    {
        Fleet fleet;
        stands(fleet);
        const auto import = [&](const std::string& lines, OtherFigures figures, std::int64_t at) {
            return must(central::importObservations(fleet.ledger(), rowsOf(lines, fleet), figures, core::WallMs{at}));
        };
        import("fjordby-1,2026-11-20,10,31,4,12\n", OtherFigures::Refuse, 1000);
        const auto refused =
            import("fjordby-1,2026-11-20,9,5,0,0\nfjordby-1,2026-11-20,10,30,4,12\n", OtherFigures::Refuse, 2000);
        QCOMPARE(refused.contradict.size(), 1U);
        QCOMPARE(refused.contradict[0].answered, 31U);
        QCOMPARE(refused.added, 0U);
        QCOMPARE(must(fleet.ledger().observations()).size(), 1U); // nothing of the file
        // The clock went back; the correction is later all the same.
        QCOMPARE(import("fjordby-1,2026-11-20,10,30,4,12\n", OtherFigures::Replace, 500).replaced, 1U);
        const auto all = must(fleet.ledger().observations());
        QCOMPARE(all.size(), 2U);
        QCOMPARE(central::newestObservations(all, core::WallMs{1000}).at(0).answered, 31U); // as it was known then
        QCOMPARE(central::newestObservations(all, core::WallMs{5000}).at(0).answered, 30U);
        QVERIFY(central::newestObservations(all, core::WallMs{999}).empty());
    }

    void whatATallyHasMoreIsKept()
    {
        Fleet fleet;
        FakeStand stand = fleet.enrolled("fjordby-1");
        wire::Envelope envelope = dayEnvelope(stand, 7, fleet.random);
        const auto headline = std::ranges::find(envelope.tallies, "headline", &wire::TallyRecord::policy);
        headline->hash = wire::sha256("{}");
        headline->claims = {3, 2, {1, 2, 3, 4, 5}};
        headline->runs = {7, 1, {0, 1, 0, 1, 0}, {5, 4, 3, 2, 1}};
        headline->health = {1, 0, 1};
        headline->model = {1, 30, 6.75, {1, 2, 1.5, 2, 0.25}, {0.1, 0.2, 0.3, 0.4, 0.5}, 0.01, 0.02, 0.03, 0.04};
        const wire::TallyRecord expected = *headline;
        envelope.policies.push_back({wire::sha256("{}"), "{}"});
        const auto taken = fleet.ingest(stand, seal(stand, std::move(envelope), fleet.random).bytes);
        const auto content = must(fleet.ledger().content(taken.row.id));
        const auto read = std::ranges::find(content.tallies, "headline", &wire::TallyRecord::policy);
        QVERIFY(read->hash == expected.hash);
        QVERIFY(read->claims == expected.claims && read->runs == expected.runs && read->health == expected.health);
        QVERIFY(read->model.has_value());
        QCOMPARE(read->model->visits, 6.75);
        QVERIFY(std::abs(read->model->greenVariance - 0.04) < 1e-12);
        QVERIFY(content.unknownKinds.empty());
        QCOMPARE(must(fleet.ledger().policy(wire::sha256("{}"))), std::optional<std::string>("{}"));
        // An envelope of an older stand has none of it.
        const auto old = fleet.ingest(stand, fleet.nextDay(stand).bytes);
        for (const wire::TallyRecord& tally : must(fleet.ledger().content(old.row.id)).tallies) {
            QVERIFY(!tally.hash && !tally.claims && !tally.runs && !tally.health && !tally.model);
        }
    }

    void aLedgerOfTheFirstVersionIsBroughtForward()
    {
        // Version 1's reasons by number, and what they mean.
        const std::vector<std::pair<int, core::Reason>> reasons{
            {0, core::Reason::Ok},          {1, core::Reason::OkLast},       {2, core::Reason::Ticket},
            {3, core::Reason::SameVisit},   {4, core::Reason::Replaced},     {5, core::Reason::ClaimedNew},
            {6, core::Reason::Withdrawn},   {7, core::Reason::PollOther},    {8, core::Reason::DupTicket},
            {9, core::Reason::ClosedHours}, {10, core::Reason::Maintenance}, {11, core::Reason::Test},
            {12, core::Reason::Boot},       {13, core::Reason::Clock}};
        QTemporaryDir dir;
        const std::string file = dir.filePath("ledger.sqlite").toStdString();
        {
            SQLite::Database raw(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            raw.exec("PRAGMA journal_mode = WAL");
            raw.exec(ledgerTables1);
            raw.exec("INSERT INTO meta VALUES ('ledger', '0123456789abcdef0123456789abcdef'), ('name', 'Old'), "
                     "('example', '0')");
            raw.exec(
                "INSERT INTO municipalities VALUES ('fjordby', 'Fjordby');"
                "INSERT INTO sites VALUES ('fjordby', 'jobcenter', 'Jobcenter');"
                "INSERT INTO stands (id, municipality, site, door, state, added_at) VALUES ('fjordby-1', 'fjordby', "
                "'jobcenter', '', 0, 1000)");
            const std::string hash = smileyQuestionnaire().text();
            raw.exec("INSERT INTO questionnaires VALUES (1, '" + hash + "', NULL)");
            raw.exec("INSERT INTO envelopes (id, stand, epoch, number, hash, first_day, last_day, received_at, state, "
                     "read, visits) VALUES (1, 'fjordby-1', '0123456789abcdef0123456789abcdef', 1, '" +
                     hash + "', 20000, 20000, 2000, 0, 1, 14)");
            for (const auto& [number, reason] : reasons) {
                raw.exec("INSERT INTO visits VALUES (1, " + std::to_string(number) +
                         ", 'v', 0, 20000, 20000, 10, 4, 'da', 1, 0, " + std::to_string(number) + ")");
            }
            raw.exec("INSERT INTO tallies VALUES (1, 0, 'headline', 1, 2, 3, 4, 5);"
                     "INSERT INTO tally_counts VALUES (1, 0, 'reason', 'OK', 15), (1, 0, 'reason', 'TEST', 3)");
            raw.exec("PRAGMA application_id = 1397574727; PRAGMA user_version = 1");
        }
        for (int time = 0; time < 2; ++time) { // brought forward once
            const auto ledger = must(central::openSqliteLedger(file));
            const auto content = must(ledger->content(1));
            QCOMPARE(content.visits.size(), reasons.size());
            for (std::size_t i = 0; i < reasons.size(); ++i) {
                QVERIFY2(content.visits[i].reason == reasons[i].second, std::to_string(i).c_str());
            }
            QCOMPARE(content.tallies.size(), std::size_t{1});
            QCOMPARE(content.tallies[0].reasons.at("TEST"), 3U);
            QCOMPARE(content.tallies[0].faces[4], 5U);
            QVERIFY(!content.tallies[0].claims && !content.tallies[0].model);
            QVERIFY(must(ledger->observations()).empty());
            QCOMPARE(must(ledger->stands()).size(), std::size_t{1});
            QCOMPARE(ledger->identity().name, std::string("Old"));
        }
    }

    void aDayBeforeTheStandIsAFault()
    {
        Fleet fleet;
        stands(fleet);
        const auto read =
            central::readObservations(csv("fjordby-1,2026-10-31,10,1,0,0\n"), must(fleet.ledger().stands()), today);
        QCOMPARE(said(read), std::string("2: day 2026-10-31 is before fjordby-1 was added (2026-11-01)\n"));
    }

    void whatIsRemovedIsNotCountedFromThenOn()
    {
        Fleet fleet;
        stands(fleet);
        const std::string lines = "fjordby-1,2026-11-20,10,31,4,12\nfjordby-1,2026-11-21,11,27,0,0\n";
        const auto import = [&](std::int64_t at) {
            return must(central::importObservations(fleet.ledger(), rowsOf(lines, fleet), OtherFigures::Refuse,
                                                    core::WallMs{at}));
        };
        import(1000);
        const auto stand = *core::StandId::parse("fjordby-1");
        const auto remove = [&](const char* day) {
            return must(central::removeObservations(fleet.ledger(), stand, dayAt(day), core::WallMs{500}));
        };
        QCOMPARE(remove("2026-11-19"), 0U);
        QCOMPARE(remove("2026-11-20"), 1U);
        QCOMPARE(remove("2026-11-20"), 0U);
        QCOMPARE(must(fleet.ledger().auditTrail()).back().what, std::string("observation.remove"));
        const auto all = must(fleet.ledger().observations());
        QCOMPARE(central::newestObservations(all).size(), 1U);
        QCOMPARE(central::newestObservations(all, core::WallMs{1000}).size(), 2U); // as it was known then
        QCOMPARE(import(2000).added, 1U);
        QCOMPARE(central::newestObservations(must(fleet.ledger().observations())).size(), 2U);
    }
};

QTEST_APPLESS_MAIN(TestObservations)
#include "test_observations.moc"
