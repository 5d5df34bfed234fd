// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/nightly.h"
#include "sync/report/packages.h"
#include "sync/report/verify.h"
#include "tests/sync/report/report_centre.h"

#include <QtTest>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

using namespace smiley;
using namespace smiley::test;
using report::PackageKind;

namespace fs = std::filesystem;

namespace {

/// A disk whose Nth operation fails, and every one after it: what a crash leaves behind. A failing write leaves half.
class FailingFiles final : public QuickFiles {
public:
    explicit FailingFiles(int survives) : m_left(survives) {}

    Outcome makeFolder(const fs::path& folder) override { return fails() ? gone() : QuickFiles::makeFolder(folder); }
    Outcome write(const fs::path& file, std::string_view bytes) override
    {
        if (fails()) {
            static_cast<void>(QuickFiles::write(file, bytes.substr(0, bytes.size() / 2)));
            return gone();
        }
        return QuickFiles::write(file, bytes);
    }
    Outcome syncFolder(const fs::path& folder) override { return fails() ? gone() : QuickFiles::syncFolder(folder); }
    Outcome rename(const fs::path& from, const fs::path& to) override
    {
        return fails() ? gone() : QuickFiles::rename(from, to);
    }
    Outcome removeAll(const fs::path& folder) override { return fails() ? gone() : QuickFiles::removeAll(folder); }
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    bool fails()
    {
        m_failed = m_failed || m_left-- <= 0;
        return m_failed;
    }
    static Outcome gone() { return core::fail(report::FileFault::Full, "the disk is full; free some space"); }
    int m_left;
    bool m_failed = false;
};

enum class Neighbour { No, Yes };

/// One week of two sites, one small, and another municipality next door.
void liveAWeek(ReportCentre& centre, Neighbour neighbour = Neighbour::Yes)
{
    centre.addStand("fjordby-1", "fjordby", "havnen", "2026-11-23");
    centre.addStand("fjordby-2", "fjordby", "kursus", "2026-11-23");
    if (neighbour == Neighbour::Yes) {
        centre.addStand("nabo-1", "nabo", "torvet", "2026-11-23");
    }
    for (const char* day :
         {"2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"}) {
        std::vector<wire::VisitRecord> big;
        const auto add = [&](std::vector<wire::VisitRecord> visits) {
            big.insert(big.end(), std::make_move_iterator(visits.begin()), std::make_move_iterator(visits.end()));
        };
        add(centre.visits(day, 4, 3, {{"A1", {"4"}}}));
        add(centre.visits(day, 5, 2, {{"A1", {}}}));
        add(centre.visits(day, 1, 1, {{"A1", {"dk"}}, {"F1", {"wait", "rules"}}}));
        auto excluded = centre.visits(day, 2, 1);
        excluded.front().outcome = core::Outcome::Excluded;
        excluded.front().reason = core::Reason::Withdrawn;
        add(std::move(excluded));
        centre.send("fjordby-1", day, std::move(big));
        centre.send("fjordby-2", day, centre.visits(day, 3, std::string_view(day) == "2026-11-25" ? 6 : 0));
        if (neighbour == Neighbour::Yes) {
            centre.send("nabo-1", day, centre.visits(day, 2, 20));
        }
    }
}

std::string differenceOf(const Folder& a, const Folder& b)
{
    for (const auto& [name, bytes] : a) {
        const auto other = b.find(name);
        if (other == b.end()) {
            return name + " is missing";
        }
        if (other->second != bytes) {
            const auto at = std::mismatch(bytes.begin(), bytes.end(), other->second.begin(), other->second.end()).first;
            const auto offset = static_cast<std::size_t>(at - bytes.begin());
            return name + " differs at " + std::to_string(offset) + ": …" +
                   bytes.substr(offset > 40 ? offset - 40 : 0, 80);
        }
    }
    return a.size() == b.size() ? "" : "there are more files";
}

} // namespace

class TestNightly : public QObject {
    Q_OBJECT

private slots:
    void theGoldenWeekComesOutByteForByte()
    {
        ReportCentre centre;
        liveAWeek(centre);
        centre.setClock("2026-11-30"); // through the real disk
        QVERIFY(report::runNightly(centre.ledger(), centre.key(), centre.packages(), centre.clock()));
        const fs::path golden = fs::path(SMILEY_SOURCE_DIR) / "tests/sync/report/data/golden";
        const fs::path made = centre.packages() / "fjordby";
        // SMILEY_WRITE_GOLDEN=1 writes the files anew; look at what changed before they are kept.
        if (std::getenv("SMILEY_WRITE_GOLDEN") != nullptr) {
            fs::remove_all(golden);
            fs::create_directories(golden.parent_path());
            fs::copy(made, golden, fs::copy_options::recursive);
        }
        QCOMPARE(differenceOf(readTree(golden), readTree(made)), std::string());
    }

    void thePackageSaysWhatTheVisitorsDid()
    {
        ReportCentre centre;
        liveAWeek(centre);
        centre.night("2026-11-30");
        const Csv visits = centre.table("fjordby", 1, PackageKind::Rows, "visits");
        QCOMPARE(visits.where({{"stand", "fjordby-1"}, {"verdict", "count"}, {"face", "4"}}).size(), std::size_t{21});
        QCOMPARE(visits.where({{"stand", "fjordby-1"}, {"verdict", "excluded"}, {"reason", "WITHDRAWN"}}).size(),
                 std::size_t{7});
        QCOMPARE(visits.where({{"site", "kursus"}, {"hour", "10"}, {"first_day", "2026-11-25"}}).size(),
                 std::size_t{6});
        const Csv answers = centre.table("fjordby", 1, PackageKind::Rows, "answers");
        QCOMPARE(answers.where({{"question", "A1"}, {"option", "4"}, {"asked", "true"}}).size(), std::size_t{21});
        QCOMPARE(answers.where({{"question", "A1"}, {"asked", "false"}}).size(), std::size_t{14});
        const Csv questions = centre.table("fjordby", 1, PackageKind::Rows, "questions");
        QCOMPARE(questions.one({{"question", "A1"}, {"option", "dk"}}, "ownership"), std::string("mandatory"));
        const Csv tallies = centre.table("fjordby", 1, PackageKind::Rows, "tallies");
        QCOMPARE(tallies.one({{"stand", "fjordby-2"}, {"envelope", "3"}, {"kind", "face"}, {"key", "3"}}, "value"),
                 std::string("6"));
    }

    void whatStaffTypedIsMarkedAndTheLatestOfADayCounts()
    {
        ReportCentre centre;
        centre.addStand("fjordby-1", "fjordby", "nord", "2026-11-23");
        std::uint64_t count = 40;
        centre.amend = [&](wire::Envelope& envelope) {
            envelope.typedCounts = {{*core::Day::parse("2026-11-23"), "door", count}};
            ++count;
        };
        centre.send("fjordby-1", "2026-11-23", centre.visits("2026-11-23", 4, 10));
        centre.send("fjordby-1", "2026-11-24", centre.visits("2026-11-24", 4, 10));
        centre.night("2026-11-25");
        const Csv typed = centre.table("fjordby", 1, PackageKind::Rows, "typed_counts");
        QCOMPARE(typed.rows.size(), std::size_t{1});
        QCOMPARE(typed.one({{"stand", "fjordby-1"}, {"day", "2026-11-23"}, {"what", "door"}}, "count"),
                 std::string("41"));
        QCOMPARE(std::string(typed.at(0, "source")), std::string("typed"));
        // It is no passage that a sensor counted.
        QVERIFY(centre.table("fjordby", 1, PackageKind::Rows, "tallies").where({{"kind", "passages"}}).empty());
        centre.send("fjordby-1", "2026-11-25", centre.visits("2026-11-25", 4, 10));
        centre.night("2026-11-26");
        QCOMPARE(centre.table("fjordby", 2, PackageKind::Rows, "typed_counts").one({}, "count"), std::string("42"));
    }

    void aMunicipalityGetsOnlyItsOwn()
    {
        ReportCentre centre;
        liveAWeek(centre);
        centre.night("2026-11-30");
        for (const auto& [name, bytes] : readTree(centre.packages() / "fjordby")) {
            QVERIFY2(bytes.find("nabo") == std::string::npos && bytes.find("torvet") == std::string::npos,
                     name.c_str());
        }
        QCOMPARE(centre.table("nabo", 1, PackageKind::Rows, "visits").rows.size(), std::size_t{140});
    }

    void aRerunGivesTheSameBytesWhateverCameLater()
    {
        ReportCentre centre;
        liveAWeek(centre);
        centre.night("2026-11-30");
        const Folder first = readTree(centre.packages());
        // Later: another stand, a blocked one, more answers, the next night.
        centre.addStand("fjordby-3", "fjordby", "nord", "2026-11-30");
        centre.send("fjordby-3", "2026-11-30", centre.visits("2026-11-30", 5, 30));
        auto blocked = **centre.ledger().stand(*core::StandId::parse("fjordby-2"));
        blocked.state = central::StandState::Blocked;
        blocked.blockedAt = centre.clock().now().wall;
        QVERIFY(centre.ledger().updateStand(blocked));
        centre.night("2026-12-01");
        for (const char* municipality : {"fjordby", "nabo"}) {
            fs::remove_all(centre.packages() / municipality / "000001");
        }
        const auto again = report::remakeNight(centre.ledger(), centre.key(), centre.packages(), 1);
        QVERIFY(again);
        QCOMPARE(again->packages.size(), std::size_t{4});
        for (const auto& package : again->packages) {
            QVERIFY(package.written && !package.changed);
        }
        for (const auto& [name, bytes] : first) {
            QVERIFY2(readTree(centre.packages()).at(name) == bytes, name.c_str());
        }
        const auto twice = report::remakeNight(centre.ledger(), centre.key(), centre.packages(), 1);
        QVERIFY(std::none_of(twice->packages.begin(), twice->packages.end(),
                             [](const auto& made) { return made.written; }));
    }

    void aDamagedPackageIsMadeAgain()
    {
        ReportCentre centre;
        liveAWeek(centre);
        centre.night("2026-11-30");
        const Folder first = readTree(centre.packages());
        std::ofstream(centre.package("fjordby", 1, PackageKind::Rows) / "visits.csv") << "oops";
        std::ofstream(centre.package("fjordby", 1, PackageKind::Tables) / "extra.txt") << "oops";
        QVERIFY(report::remakeNight(centre.ledger(), centre.key(), centre.packages(), 1));
        QCOMPARE(differenceOf(first, readTree(centre.packages())), std::string());
    }

    void aCrashAtAnyStepLeavesPackagesWholeOrAbsentAndTheNextRunFinishes()
    {
        Folder expected;
        {
            ReportCentre centre;
            liveAWeek(centre, Neighbour::No);
            centre.night("2026-11-30");
            expected = readTree(centre.packages());
        }
        ReportCentre centre;
        liveAWeek(centre, Neighbour::No);
        int steps = 0;
        for (bool failed = true; failed; ++steps) {
            // As if nothing had been written; the night, once stamped, stays.
            fs::remove_all(centre.packages());
            centre.forgetManifests();
            centre.setClock("2026-11-30");
            FailingFiles files(steps);
            const auto result =
                report::runNightly(centre.ledger(), centre.key(), centre.packages(), centre.clock(), files);
            failed = files.failed();
            QCOMPARE(result.has_value(), !failed);
            if (failed) {
                QCOMPARE(result.error().code, report::ReportFault::Full);
            }
            // Whatever stands there is whole.
            for (const auto kind : {PackageKind::Rows, PackageKind::Tables}) {
                const auto folder = centre.package("fjordby", 1, kind);
                if (fs::exists(folder)) {
                    const auto verified = report::verifyPackage(folder, centre.key().publicKey());
                    QVERIFY2(verified.ok(), report::describe(verified).c_str());
                }
            }
            // An hour later, on a sound disk.
            centre.setClock("2026-11-30", 3);
            QuickFiles sound;
            QVERIFY(report::runNightly(centre.ledger(), centre.key(), centre.packages(), centre.clock(), sound));
            Folder made = readTree(centre.packages());
            std::erase_if(made, [](const auto& file) { return file.first.starts_with(".aside"); });
            QCOMPARE(differenceOf(expected, made), std::string());
            QCOMPARE(centre.ledger().nights()->size(), std::size_t{1});
        }
        QVERIFY2(steps > 25, qPrintable(QString::number(steps)));
    }

    void aCrashBetweenStampAndFilesIsMadeGoodByTheNextNight()
    {
        ReportCentre centre;
        liveAWeek(centre);
        centre.setClock("2026-11-30");
        QVERIFY(centre.ledger().stampNight(1, centre.clock().now().wall));
        centre.send("fjordby-1", "2026-11-30", centre.visits("2026-11-30", 4, 8));
        const auto result = centre.night("2026-12-01");
        QCOMPARE(result.night, std::uint64_t{2});
        QCOMPARE(result.packages.size(), std::size_t{8});
        QCOMPARE(centre.table("fjordby", 1, PackageKind::Rows, "visits").rows.size(), std::size_t{55});
        QCOMPARE(centre.table("fjordby", 2, PackageKind::Rows, "visits").rows.size(), std::size_t{8});
        QVERIFY(report::verify(centre.packages(), centre.key().publicKey()).ok());
    }

    void aSecondRunWithNothingNewStampsNoNight()
    {
        ReportCentre centre;
        liveAWeek(centre);
        centre.night("2026-11-30");
        const auto second = centre.night("2026-11-30");
        QVERIFY(!second.stamped);
        QCOMPARE(second.night, std::uint64_t{1});
        QVERIFY(second.packages.empty());
        // The next day has a night of its own, also when nothing came: what is missing shows.
        QVERIFY(centre.night("2026-12-01").stamped);
        QCOMPARE(centre.table("fjordby", 2, PackageKind::Rows, "completeness")
                     .one({{"stand", "fjordby-1"}, {"day", "2026-11-30"}}, "unknown"),
                 std::string("true"));
    }

    void aClockBeforeTheLastNightIsRefused()
    {
        ReportCentre centre;
        liveAWeek(centre);
        centre.night("2026-11-30");
        centre.setClock("2001-01-01");
        const auto result = report::runNightly(centre.ledger(), centre.key(), centre.packages(), centre.clock());
        QVERIFY(!result);
        QCOMPARE(result.error().code, report::ReportFault::Clock);
        QVERIFY(result.error().message.find("2001-01-01") != std::string::npos);
        QCOMPARE(centre.ledger().nights()->size(), std::size_t{1});
    }

    void anUnknownNightIsNotMade()
    {
        ReportCentre centre;
        const auto result = report::remakeNight(centre.ledger(), centre.key(), centre.packages(), 3);
        QVERIFY(!result);
        QCOMPARE(result.error().code, report::ReportFault::NotFound);
    }

    void aFolderThatCantBeWrittenIsNamed()
    {
        ReportCentre centre;
        liveAWeek(centre);
        centre.setClock("2026-11-30");
        const fs::path blocked = centre.packages().parent_path() / "file";
        std::ofstream(blocked) << "in the way";
        const auto result = report::runNightly(centre.ledger(), centre.key(), blocked, centre.clock());
        QVERIFY(!result);
        QCOMPARE(result.error().code, report::ReportFault::Io);
        QVERIFY(result.error().message.find(blocked.string()) != std::string::npos);
    }

    void aLateEnvelopeIsInTheNightInWhichItCame()
    {
        ReportCentre centre;
        centre.addStand("fjordby-1", "fjordby", "havnen", "2026-11-23");
        centre.send("fjordby-1", "2026-11-23", centre.visits("2026-11-23", 4, 12));
        const auto late = centre.seal("fjordby-1", "2026-11-24", "2026-11-24", centre.visits("2026-11-24", 2, 7));
        const auto after = centre.seal("fjordby-1", "2026-11-25", "2026-11-25", centre.visits("2026-11-25", 5, 9));
        centre.night("2026-11-25");
        centre.deliver(after);
        centre.night("2026-11-26");
        centre.deliver(late);
        centre.night("2026-11-27");
        QCOMPARE(centre.table("fjordby", 1, PackageKind::Rows, "visits").rows.size(), std::size_t{12});
        QCOMPARE(centre.table("fjordby", 2, PackageKind::Rows, "visits").rows.size(), std::size_t{9});
        QCOMPARE(centre.table("fjordby", 3, PackageKind::Rows, "visits").where({{"envelope", "2"}}).size(),
                 std::size_t{7});

        const auto state = [&](std::uint64_t night, const char* day, const char* column) {
            return centre.table("fjordby", night, PackageKind::Rows, "completeness").one({{"day", day}}, column);
        };
        QCOMPARE(state(1, "2026-11-24", "unknown"), std::string("true"));
        QCOMPARE(state(2, "2026-11-24", "missing"), std::string("true"));
        QCOMPARE(state(2, "2026-11-24", "note"), std::string("numbers-missing"));
        QCOMPARE(state(2, "2026-11-25", "late"), std::string("false"));
        QCOMPARE(state(3, "2026-11-24", "received"), std::string("true"));
        QCOMPARE(state(3, "2026-11-24", "late"), std::string("true"));
        QCOMPARE(state(3, "2026-11-24", "night"), std::string("3"));
        QCOMPARE(state(3, "2026-11-26", "unknown"), std::string("true"));
        const Csv stands = centre.table("fjordby", 2, PackageKind::Rows, "stands");
        QCOMPARE(stands.one({{"stand", "fjordby-1"}}, "numbers_missing"), std::string("2"));
        QCOMPARE(
            centre.table("fjordby", 3, PackageKind::Rows, "stands").one({{"stand", "fjordby-1"}}, "numbers_missing"),
            std::string());
    }

    void aDayWithoutAnEnvelopeIsMissingThoughTheNumbersAreWhole()
    {
        ReportCentre centre;
        centre.addStand("fjordby-1", "fjordby", "havnen", "2026-11-23");
        centre.send("fjordby-1", "2026-11-23", centre.visits("2026-11-23", 4, 12));
        centre.send("fjordby-1", "2026-11-25", centre.visits("2026-11-25", 4, 12));
        centre.night("2026-11-26");
        const Csv table = centre.table("fjordby", 1, PackageKind::Rows, "completeness");
        QCOMPARE(table.one({{"day", "2026-11-24"}}, "missing"), std::string("true"));
        QCOMPARE(table.one({{"day", "2026-11-24"}}, "note"), std::string("no-envelope"));
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            int states = 0;
            for (const char* column : {"received", "missing", "unknown"}) {
                states += table.at(row, column) == "true" ? 1 : 0;
            }
            QCOMPARE(states, 1);
        }
    }

    void anEnvelopeOfSeveralDaysCoversThemAll()
    {
        ReportCentre centre;
        centre.addStand("fjordby-1", "fjordby", "havnen", "2026-11-23");
        auto visits = centre.visits("2026-11-25", 4, 6);
        for (auto& visit : visits) {
            visit.block = {wire::Block::Span::Days, day("2026-11-23"), day("2026-11-25"), 0};
        }
        centre.deliver(centre.seal("fjordby-1", "2026-11-23", "2026-11-25", std::move(visits)));
        centre.night("2026-11-26");
        const Csv table = centre.table("fjordby", 1, PackageKind::Rows, "completeness");
        QCOMPARE(table.where({{"received", "true"}, {"late", "false"}}).size(), std::size_t{3});
        const Csv rows = centre.table("fjordby", 1, PackageKind::Rows, "visits");
        QCOMPARE(rows.where({{"span", "days"}, {"hour", ""}, {"first_day", "2026-11-23"}}).size(), std::size_t{6});
    }

    void aQuestionnaireThatNobodySentStandsAlone()
    {
        ReportCentre centre;
        centre.sendsQuestionnaire = false;
        centre.addStand("fjordby-1", "fjordby", "havnen", "2026-11-23");
        centre.send("fjordby-1", "2026-11-23", centre.visits("2026-11-23", 4, 12));
        centre.night("2026-11-24");
        const Folder before = readFolder(centre.package("fjordby", 1, PackageKind::Rows));
        QCOMPARE(centre.table("fjordby", 1, PackageKind::Rows, "questions").rows.size(), std::size_t{1});
        // It comes to be known; the first night's package stays what it was.
        centre.sendsQuestionnaire = true;
        centre.addStand("fjordby-2", "fjordby", "havnen", "2026-11-24");
        centre.send("fjordby-2", "2026-11-24", centre.visits("2026-11-24", 4, 12));
        centre.night("2026-11-25");
        QVERIFY(centre.table("fjordby", 2, PackageKind::Rows, "questions").rows.size() > 10);
        QVERIFY(report::remakeNight(centre.ledger(), centre.key(), centre.packages(), 1));
        QCOMPARE(differenceOf(before, readFolder(centre.package("fjordby", 1, PackageKind::Rows))), std::string());
    }

    void onlyListedFilesAreGivenOut()
    {
        ReportCentre centre;
        liveAWeek(centre);
        centre.night("2026-11-30");
        const auto municipality = *core::MunicipalityId::parse("fjordby");
        const auto nights = report::listNights(centre.packages(), municipality);
        QCOMPARE(nights.size(), std::size_t{1});
        QCOMPARE(nights.front().kinds, (std::vector{PackageKind::Rows, PackageKind::Tables}));
        const auto file = [&](const std::string& name) {
            return report::packageFile(centre.packages(), municipality, 1, PackageKind::Rows, name);
        };
        const auto visits = file("visits.csv");
        QVERIFY(visits);
        QCOMPARE(visits->bytes, fs::file_size(visits->path));
        QVERIFY(file("manifest.json") && file("datapackage.json"));
        std::ofstream(centre.package("fjordby", 1, PackageKind::Rows) / "secret.txt") << "x";
        for (const char* name : {"secret.txt", "../tables/counts.csv", "..", ".", "", "/etc/passwd", "visits.csv/",
                                 "..%2ftables", ".hidden", "visits.csv\n", "../../../../centre.key"}) {
            QVERIFY2(!file(name), name);
        }
        QVERIFY(!report::packageFile(centre.packages(), municipality, 2, PackageKind::Rows, "visits.csv"));
        QVERIFY(!report::packageFile(centre.packages(), municipality, 0, PackageKind::Rows, "visits.csv"));
        QVERIFY(!report::packageFile(centre.packages(), municipality, 1'000'000, PackageKind::Rows, "visits.csv"));
    }
};

QTEST_APPLESS_MAIN(TestNightly)
#include "test_nightly.moc"
