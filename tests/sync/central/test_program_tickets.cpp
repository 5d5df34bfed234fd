// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/ticket_cards.h"
#include "sync/wire/base45.h"
#include "sync/wire/ticket.h"
#include "tests/sync/central/run_program.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QDateTime>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <set>

using namespace smiley;
using namespace smiley::test;

namespace {

core::Day daysAhead(int days)
{
    const core::Day today = core::localTime(core::WallMs{QDateTime::currentMSecsSinceEpoch()}).day;
    return {today.date + std::chrono::days(days)};
}
QString textOf(core::Day day) { return QString::fromStdString(day.text()); }

QByteArray output(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
        qFatal("%s: %s%s (see platform/install-deps)", qPrintable(program), qPrintable(process.errorString()),
               process.readAllStandardError().constData());
    }
    return process.readAllStandardOutput();
}

/// What a scanner reads on the image, a line a code.
std::vector<std::string> scanned(const QString& image)
{
    QProcess process;
    process.start("zbarimg", {"-q", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", image});
    if (!process.waitForFinished(60'000)) {
        qFatal("zbarimg: %s (see platform/install-deps)", qPrintable(process.errorString()));
    }
    std::vector<std::string> texts;
    for (const QByteArray& line : process.readAllStandardOutput().split('\n')) {
        if (!line.isEmpty()) {
            texts.push_back(line.toStdString());
        }
    }
    return texts;
}

/// What is read of the pages of a PDF, as printers of two kinds make them. Of pages with ten codes zbarimg overlooks one in
/// a hundred at some numbers of dots, and another one at others.
std::set<std::string> cardsIn(const QString& pdf)
{
    std::set<std::string> cards;
    for (const int dotsPerInch : {400, 250}) {
        const QTemporaryDir dir;
        output("pdftoppm", {"-r", QString::number(dotsPerInch), "-gray", "-png", pdf, dir.filePath("page")});
        for (const QString& page : QDir(dir.path()).entryList(QDir::Files)) {
            const auto texts = scanned(dir.filePath(page));
            cards.insert(texts.begin(), texts.end());
        }
    }
    return cards;
}

QString wordsIn(const QString& pdf)
{
    return QString::fromUtf8(output("pdftotext", {"-layout", pdf, "-"})).replace(QChar(0xA0), ' ');
}

struct Centre {
    Fleet fleet;
    QTemporaryDir dir;
    [[nodiscard]] QString out() const { return dir.filePath("kort.pdf"); }
    void add(const QString& name, const QString& door = {}, const QString& site = "jobcenter",
             const QString& municipality = "fjordby", const QString& siteName = "Jobcenter Ærøgade")
    {
        const auto added =
            test::run({"stand", "add", "--data", folderOf(fleet), "--municipality", municipality, "--municipality-name",
                       "Fjordby Kommune", "--site", site, "--site-name", siteName, "--door", door, "--name", name});
        if (added.code != 0) {
            qFatal("%s", added.error.constData());
        }
    }
    [[nodiscard]] Run make(int count, const QStringList& more = {}, const core::Day& day = daysAhead(1)) const
    {
        return test::run(QStringList{"tickets", "--data", folderOf(fleet), "--site", "jobcenter", "--day", textOf(day),
                                     "--count", QString::number(count), "--out", out()} +
                         more);
    }
    [[nodiscard]] std::vector<std::string> trail() const
    {
        SQLite::Database ledger(fleet.folder().ledger().string());
        SQLite::Statement rows(ledger, "SELECT subject || ': ' || detail FROM audit WHERE what = 'tickets.make'");
        std::vector<std::string> all;
        while (rows.executeStep()) {
            all.push_back(rows.getColumn(0).getString());
        }
        return all;
    }
};

} // namespace

/// `smiley-central tickets`, as an operator runs it, and what a scanner makes of the paper.
class TestProgramTickets : public QObject {
    Q_OBJECT

private slots:
    void everyCardIsReadAndGenuineAtItsStand()
    {
        Centre centre;
        const auto added =
            run({"stand", "add", "--data", folderOf(centre.fleet), "--municipality", "fjordby", "--municipality-name",
                 "Fjordby Kommune", "--site", "jobcenter", "--site-name", "Jobcenter Ærøgade", "--json"});
        const FakeStand device = centre.fleet.device("jobcenter-1");
        const std::string request =
            centre.fleet.enrolmentRequest(device, added.json()["code"].toString().toStdString());
        // The stand's own view: the key and the name of its enrolment.
        const auto enrolment = must(wire::readEnrolment(
            must(central::enrol(centre.fleet.ledger(), request, centre.fleet.key, centre.fleet.clock.now().wall))));

        const core::Day day = daysAhead(1);
        const auto made = centre.make(23, {"--json"}, day);
        QCOMPARE(made.code, 0);
        QCOMPARE(made.json().object(), (QJsonObject{{"ok", true},
                                                    {"stand", "jobcenter-1"},
                                                    {"day", textOf(day)},
                                                    {"cards", 23},
                                                    {"pages", 3},
                                                    {"file", centre.out()}}));
        const auto rights = std::filesystem::status(centre.out().toStdString()).permissions();
        QVERIFY((rights & std::filesystem::perms::mask) ==
                (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));

        std::set<wire::TicketId> ids;
        for (const std::string& text : cardsIn(centre.out())) {
            const auto read = wire::readTicket(text, enrolment.centreKey, enrolment.stand.text(), day);
            QVERIFY2(read.has_value(), text.c_str());
            ids.insert(*read);
            const auto tomorrow = wire::readTicket(text, enrolment.centreKey, enrolment.stand.text(), day.next());
            QVERIFY(!tomorrow && tomorrow.error().code == wire::TicketFault::OtherDay);
        }
        QCOMPARE(ids.size(), std::size_t{23});

        const QString words = wordsIn(centre.out());
        for (const QString& said :
             {QStringLiteral("Fjordby Kommune"), QStringLiteral("Jobcenter Ærøgade"),
              QString::fromStdString(central::danishDay(day)).section(QChar(0xA0), 1).replace(QChar(0xA0), ' '),
              QStringLiteral("Kortet tæller én gang."), QStringLiteral("Dit navn står ikke på det, heller"),
              QStringLiteral("så på et ansigt.")}) {
            QCOMPARE(words.count(said), 23);
        }
        QVERIFY(words.contains("Side 3 af 3"));
        QVERIFY(!words.contains("EKSEMPEL"));
    }

    void nothingAtTheCentreKnowsACard()
    {
        Centre centre;
        centre.add("jobcenter-1");
        const auto made = centre.make(12);
        QCOMPARE(made.code, 0);
        QCOMPARE(centre.trail(), std::vector{"jobcenter-1: 12 cards, " + daysAhead(1).text()});
        QByteArray kept = made.out + made.error;
        QDirIterator files(folderOf(centre.fleet), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            kept += file.readAll();
        }
        QVERIFY(kept.contains("tickets.make"));
        const auto texts = cardsIn(centre.out());
        QCOMPARE(texts.size(), std::size_t{12});
        for (const std::string& text : texts) {
            const std::string payload = *wire::fromBase45(text.substr(4));
            const QByteArray id = QByteArray::fromStdString(payload.substr(7, 16));
            for (const QByteArray& form :
                 {id, id.left(8), id.toHex(), id.toHex().toUpper(), id.toBase64(),
                  QByteArray::fromStdString(wire::toBase64Url(id.toStdString())),
                  QByteArray::fromStdString(text.substr(16, 24)), QByteArray::fromStdString(payload.substr(23, 16))}) {
                QVERIFY(!kept.contains(form));
            }
        }
    }

    void aSiteWithTwoStandsMustSayWhich()
    {
        Centre centre;
        centre.add("jobcenter-1", "syd");
        centre.add("jobcenter-2");
        centre.add("elsewhere-1", {}, "elsewhere");
        const auto unsaid = centre.make(1);
        QCOMPARE(unsaid.code, 1);
        QVERIFY2(unsaid.error.contains("--stand") && unsaid.error.contains("jobcenter-1 (syd), jobcenter-2"),
                 unsaid.error);
        const auto wrong = centre.make(1, {"--stand", "elsewhere-1"});
        QCOMPARE(wrong.code, 1);
        QVERIFY2(wrong.error.contains("is not at site \"jobcenter\""), wrong.error);
        QVERIFY(!QFile::exists(centre.out()));

        QCOMPARE(centre.make(1, {"--stand", "jobcenter-2"}).code, 0);
        // Whoever holds it finds its stand: by the door, or by the name.
        QVERIFY(wordsIn(centre.out()).contains("Jobcenter Ærøgade – jobcenter-2"));
        const auto text = *cardsIn(centre.out()).begin();
        const auto key = centre.fleet.key.publicKey();
        QVERIFY(wire::readTicket(text, key, "jobcenter-2", daysAhead(1)).has_value());
        const auto other = wire::readTicket(text, key, "jobcenter-1", daysAhead(1));
        QVERIFY(!other && other.error().code == wire::TicketFault::OtherStand);

        // One that is blocked doesn't stand in the way, and gets no cards.
        QCOMPARE(run({"stand", "block", "--data", folderOf(centre.fleet), "jobcenter-2"}).code, 0);
        QVERIFY(QFile::remove(centre.out()));
        QCOMPARE(centre.make(1).code, 0);
        QVERIFY(wordsIn(centre.out()).contains("Jobcenter Ærøgade – syd"));
        QVERIFY(QFile::remove(centre.out()));
        const auto blocked = centre.make(1, {"--stand", "jobcenter-2"});
        QCOMPARE(blocked.code, 1);
        QVERIFY2(blocked.error.contains("is blocked"), blocked.error);
        QCOMPARE(run({"stand", "block", "--data", folderOf(centre.fleet), "jobcenter-1"}).code, 0);
        const auto allBlocked = centre.make(1);
        QCOMPARE(allBlocked.code, 1);
        QVERIFY2(allBlocked.error.contains("every stand"), allBlocked.error);
        QVERIFY(!QFile::exists(centre.out()));
    }

    void oneSiteNameInTwoMunicipalitiesMustSayWhich()
    {
        Centre centre;
        centre.add("jobcenter-1");
        centre.add("aadal-1", {}, "jobcenter", "aadal");
        const auto unsaid = centre.make(1);
        QCOMPARE(unsaid.code, 1);
        QVERIFY2(unsaid.error.contains("--municipality"), unsaid.error);
        QCOMPARE(centre.make(1, {"--municipality", "aadal"}).code, 0);
        const auto text = *cardsIn(centre.out()).begin();
        QVERIFY(wire::readTicket(text, centre.fleet.key.publicKey(), "aadal-1", daysAhead(1)).has_value());
        QVERIFY(QFile::remove(centre.out()));
        QCOMPARE(centre.make(1, {"--municipality", "nowhere"}).code, 1);
    }

    void badOptionsAreRefusedWithTheirReason_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("message");
        QTest::newRow("no site") << "--site"
                                 << "nowhere" << 1 << "there is no stand at site \"nowhere\"";
        QTest::newRow("site's name is nonsense") << "--site"
                                                 << "Job Center" << 2 << "--site \"Job Center\" must be";
        QTest::newRow("no day") << "--day"
                                << "2026-02-30" << 2 << "must be a day as 2026-11-20";
        QTest::newRow("a word") << "--day"
                                << "today" << 2 << "must be a day as 2026-11-20";
        QTest::newRow("yesterday") << "--day" << textOf(daysAhead(-1)) << 2 << "must be today";
        QTest::newRow("too far") << "--day" << textOf(daysAhead(62)) << 2 << "one of the 60 days after it";
        QTest::newRow("none") << "--count"
                              << "0" << 2 << "--count";
        QTest::newRow("one too many") << "--count"
                                      << "2001" << 2 << "--count";
        QTest::newRow("negative") << "--count"
                                  << "-1" << 2 << "--count";
        QTest::newRow("no number") << "--count"
                                   << "many" << 2 << "--count";
        QTest::newRow("no stand") << "--stand"
                                  << "nobody" << 1 << "stand \"nobody\" is not at site";
        QTest::newRow("no folder") << "--out"
                                   << "/nonexistent/kort.pdf" << 3 << "/nonexistent";
        QTest::newRow("no centre") << "--data"
                                   << "/nonexistent" << 3 << "/nonexistent";
    }

    void badOptionsAreRefusedWithTheirReason()
    {
        QFETCH(QString, option);
        QFETCH(QString, value);
        QFETCH(int, code);
        QFETCH(QString, message);
        Centre centre;
        centre.add("jobcenter-1");
        QStringList arguments{"tickets",
                              "--data",
                              folderOf(centre.fleet),
                              "--site",
                              "jobcenter",
                              "--day",
                              textOf(daysAhead(1)),
                              "--count",
                              "3",
                              "--out",
                              centre.out()};
        if (const auto at = arguments.indexOf(option); at >= 0) {
            arguments[at + 1] = value;
        } else {
            arguments << option << value;
        }
        const auto refused = run(arguments);
        QCOMPARE(refused.code, code);
        QVERIFY2(refused.error.contains(message.toUtf8()), refused.error);
        QVERIFY(!QFile::exists(centre.out()));
        QVERIFY(centre.trail().empty());
    }

    void theFileIsThereWholeOrNotAtAll()
    {
        Centre centre;
        centre.add("jobcenter-1");
        // What is there stays.
        QFile mine(centre.out());
        QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
        mine.close();
        const auto refused = centre.make(1);
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.error.contains("is there already"), refused.error);
        QVERIFY(mine.open(QIODevice::ReadOnly));
        QCOMPARE(mine.readAll(), QByteArray("mine"));
        QVERIFY(mine.remove());
        QVERIFY(centre.trail().empty());
        // Where the trail can't be written, or only its commit fails, after the file: no cards.
        for (const char* const fault :
             {"CREATE TRIGGER fault BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END",
              "CREATE TABLE parents (id INTEGER PRIMARY KEY);"
              "CREATE TABLE children (id INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED);"
              "CREATE TRIGGER fault AFTER INSERT ON audit BEGIN INSERT INTO children VALUES (1); END"}) {
            SQLite::Database ledger(centre.fleet.folder().ledger().string(), SQLite::OPEN_READWRITE);
            ledger.exec(fault);
            const auto failed = centre.make(1);
            QVERIFY(failed.code == 1 || failed.code == 3);
            QVERIFY(!failed.error.isEmpty());
            QVERIFY(QDir(centre.dir.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
            ledger.exec("DROP TRIGGER fault");
            QVERIFY(centre.trail().empty());
        }
        QCOMPARE(centre.make(1).code, 0);
    }

    void limitsAreTaken()
    {
        Centre centre;
        centre.add("jobcenter-1");
        QCOMPARE(centre.make(10, {}, daysAhead(60)).code, 0);
        QCOMPARE(cardsIn(centre.out()).size(), std::size_t{10});
        QVERIFY(QFile::remove(centre.out()));
        const auto most = centre.make(2000, {"--json"});
        QCOMPARE(most.code, 0);
        QCOMPARE(most.json()["pages"].toInt(), 200);
        QVERIFY(output("pdfinfo", {centre.out()}).contains("Pages:           200"));
    }

    void anotherCentresCardsAreForged()
    {
        Centre ours;
        Centre theirs;
        theirs.add("jobcenter-1");
        QCOMPARE(theirs.make(1).code, 0);
        const auto text = *cardsIn(theirs.out()).begin();
        const auto read = wire::readTicket(text, ours.fleet.key.publicKey(), "jobcenter-1", daysAhead(1));
        QVERIFY(!read && read.error().code == wire::TicketFault::Forged);
    }

    void longNamesAreSetSmallerAndCutAndTheDoorStays()
    {
        Centre centre;
        centre.add("jobcenter-1", "indgang nord ved elevatorerne", "jobcenter", "fjordby",
                   "Jobcenter, Borgerservice og Ydelsescenter på Ærøskøbing Åboulevard ved Øster Port");
        QCOMPARE(centre.make(1).code, 0);
        const QString words = wordsIn(centre.out());
        QVERIFY2(words.contains("Jobcenter, Borgerservice og"), qPrintable(words));
        QVERIFY2(words.contains("… – indgang nord ved elevatorerne"), qPrintable(words));
        QCOMPARE(cardsIn(centre.out()).size(), std::size_t{1});
    }

    void anExampleCentresCardsSaySo()
    {
        Fleet fleet(Fleet::Kind::Example);
        QTemporaryDir dir;
        fleet.addStand("jobcenter-1");
        QCOMPARE(run({"tickets", "--data", folderOf(fleet), "--site", "jobcenter", "--day", textOf(daysAhead(1)),
                      "--count", "1", "--out", dir.filePath("kort.pdf")})
                     .code,
                 0);
        QVERIFY(wordsIn(dir.filePath("kort.pdf")).contains("EKSEMPEL: tæller ikke."));
    }

    void aPoorScannerReadsThem_data()
    {
        QTest::addColumn<int>("dotsPerInch");
        QTest::addColumn<int>("turned");
        QTest::addColumn<int>("noise");
        QTest::newRow("as a printer makes it") << 600 << 0 << 0;
        QTest::newRow("few dots, turned a little") << 110 << 7 << 30;
        QTest::newRow("upside down") << 130 << 180 << 30;
        QTest::newRow("on its side") << 150 << 90 << 30;
    }

    void aPoorScannerReadsThem()
    {
        QFETCH(int, dotsPerInch);
        QFETCH(int, turned);
        QFETCH(int, noise);
        Centre centre;
        centre.add("jobcenter-1");
        QCOMPARE(centre.make(1).code, 0);
        const auto dots = [&](double mm) { return QString::number(qRound(mm * dotsPerInch / 25.4)); };
        output("pdftoppm", {"-r", QString::number(dotsPerInch), "-png", "-singlefile", "-x", dots(20), "-y", dots(13.5),
                            "-W", dots(85), "-H", dots(54), centre.out(), centre.dir.filePath("card")});
        const QImage card = QImage(centre.dir.filePath("card.png"))
                                .transformed(QTransform().rotate(turned), Qt::SmoothTransformation)
                                .convertToFormat(QImage::Format_ARGB32);
        QImage seen(card.size() + QSize(40, 40), QImage::Format_Grayscale8);
        SeededRandom random(7);
        for (int y = 0; y < seen.height(); ++y) {
            for (int x = 0; x < seen.width(); ++x) {
                // Paper is lighter than the table; ink isn't black.
                const QRgb dot = card.valid(x - 20, y - 20) ? card.pixel(x - 20, y - 20) : 0;
                const int grey = qAlpha(dot) == 0 ? 120 : 60 + qGray(dot) * 150 / 255;
                const int jitter = noise == 0 ? 0 : static_cast<int>(random.below(static_cast<unsigned>(noise)));
                seen.scanLine(y)[x] = static_cast<uchar>(std::clamp(grey + jitter - noise / 2, 0, 255));
            }
        }
        const QString photo = centre.dir.filePath("photo.png");
        QVERIFY(seen.save(photo));
        const auto texts = scanned(photo);
        QCOMPARE(texts.size(), std::size_t{1});
        QVERIFY(wire::readTicket(texts[0], centre.fleet.key.publicKey(), "jobcenter-1", daysAhead(1)).has_value());
    }

    void daysAreDanish()
    {
        const auto said = [](const char* day) {
            return QString::fromStdString(central::danishDay(dayAt(day))).replace(QChar(0xA0), ' ');
        };
        QCOMPARE(said("2026-12-04"), QString("fredag den 4. december 2026"));
        QCOMPARE(said("2026-11-22"), QString("søndag den 22. november 2026"));
        QCOMPARE(said("2027-01-02"), QString("lørdag den 2. januar 2027"));
        QCOMPARE(said("2028-02-29"), QString("tirsdag den 29. februar 2028"));
    }
};

QTEST_GUILESS_MAIN(TestProgramTickets)
#include "test_program_tickets.moc"
