// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/ingest.h"

#include "platform/demo_run/centre.h"
#include "sync/central/data_folder.h"
#include "sync/central/ledger.h"
#include "sync/wire/envelope.h"
#include "sync/wire/keys.h"
#include "sync/wire/messages.h"

#include <QDir>
#include <QFile>

#include <fstream>
#include <iostream>
#include <sqlite3.h>

namespace smiley::bench {

namespace {

using demo::Stopped;

constexpr int envelopes = 120;
constexpr int visitsEach = 500;

wire::VisitRecord visit(core::Random& random, core::Day day, const core::Hash& questionnaire)
{
    wire::VisitRecord made{.id = wire::uuid4(random),
                           .block = {wire::Block::Span::Hour, day, day, static_cast<int>(8 + random.below(8))},
                           .face = *core::faceOf(static_cast<int>(1 + random.below(5))),
                           .answers = {{"F1", {"wait", "goals"}}, {"B1", {"4"}}},
                           .language = "da",
                           .questionnaire = questionnaire};
    return made;
}

void write(const QString& file, const std::string& bytes)
{
    std::ofstream stream(file.toStdString(), std::ios::binary);
    if (!stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
        throw Stopped("can't write " + file);
    }
}

/// A stand's outbox with `envelopes` envelopes of `visitsEach` visits, and what they hold.
std::vector<wire::VisitRecord> fillOutbox(const QString& outbox, const core::StandId& stand, const core::Epoch& epoch,
                                          const wire::SecretKey& key)
{
    wire::SystemRandom random;
    const core::Hash questionnaire = wire::sha256("bench");
    std::optional<core::Hash> previous;
    core::Day day = *core::Day::parse("2025-01-01");
    std::vector<wire::VisitRecord> all;
    for (int number = 1; number <= envelopes; ++number) {
        wire::Envelope envelope{{.stand = stand,
                                 .epoch = epoch,
                                 .number = core::EnvelopeNumber(static_cast<std::uint64_t>(number)),
                                 .previous = previous,
                                 .firstDay = day,
                                 .lastDay = day,
                                 .example = true,
                                 .program = "smiley-bench"}};
        wire::TallyRecord headline{.policy = "headline"};
        for (int i = 0; i < visitsEach; ++i) {
            envelope.visits.push_back(visit(random, day, questionnaire));
            ++headline.faces.at(static_cast<std::size_t>(core::score(envelope.visits.back().face) - 1));
        }
        envelope.tallies.push_back(headline);
        all.insert(all.end(), envelope.visits.begin(), envelope.visits.end());
        const wire::SealedBytes sealed = wire::writeEnvelope(std::move(envelope), key, random);
        previous = sealed.hash;
        write(outbox + "/" +
                  QString::fromStdString(
                      wire::envelopeFileName(epoch, core::EnvelopeNumber(static_cast<std::uint64_t>(number)))),
              sealed.bytes);
        day = day.next();
    }
    return all;
}

void execute(sqlite3* database, const char* sql)
{
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        throw Stopped(QString::fromUtf8(sqlite3_errmsg(database)));
    }
}

/// Rows of visits and answers, one transaction per 500 visits, prepared statements, synchronous=FULL. Seconds.
double bulkInsert(const QString& file, const std::vector<wire::VisitRecord>& visits)
{
    sqlite3* database = nullptr;
    sqlite3_open(file.toUtf8().constData(), &database);
    execute(database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                      "CREATE TABLE visit(envelope INTEGER, position INTEGER, id TEXT, span INTEGER, first_day TEXT,"
                      " last_day TEXT, hour INTEGER, face INTEGER, language TEXT, questionnaire TEXT, outcome INTEGER,"
                      " reason INTEGER, PRIMARY KEY(envelope, position)) WITHOUT ROWID;"
                      "CREATE TABLE answer(envelope INTEGER, position INTEGER, question TEXT, options TEXT,"
                      " PRIMARY KEY(envelope, position, question)) WITHOUT ROWID");
    sqlite3_stmt* insertVisit = nullptr;
    sqlite3_stmt* insertAnswer = nullptr;
    sqlite3_prepare_v2(database, "INSERT INTO visit VALUES(?,?,?,?,?,?,?,?,?,?,?,?)", -1, &insertVisit, nullptr);
    sqlite3_prepare_v2(database, "INSERT INTO answer VALUES(?,?,?,?)", -1, &insertAnswer, nullptr);
    const double start = nowMs();
    for (std::size_t i = 0; i < visits.size(); ++i) {
        const auto envelope = static_cast<sqlite3_int64>(i / visitsEach);
        const auto position = static_cast<sqlite3_int64>(i % visitsEach);
        if (position == 0) {
            execute(database, "BEGIN IMMEDIATE");
        }
        const wire::VisitRecord& visit = visits[i];
        const std::string day = visit.block.firstDay.text();
        sqlite3_bind_int64(insertVisit, 1, envelope);
        sqlite3_bind_int64(insertVisit, 2, position);
        sqlite3_bind_text(insertVisit, 3, visit.id.c_str(), -1, SQLITE_TRANSIENT);
        sqlite3_bind_int(insertVisit, 4, static_cast<int>(visit.block.span));
        sqlite3_bind_text(insertVisit, 5, day.c_str(), -1, SQLITE_TRANSIENT);
        sqlite3_bind_text(insertVisit, 6, day.c_str(), -1, SQLITE_TRANSIENT);
        sqlite3_bind_int(insertVisit, 7, visit.block.hour);
        sqlite3_bind_int(insertVisit, 8, core::score(visit.face));
        sqlite3_bind_text(insertVisit, 9, visit.language.c_str(), -1, SQLITE_TRANSIENT);
        sqlite3_bind_text(insertVisit, 10, visit.questionnaire.text().c_str(), -1, SQLITE_TRANSIENT);
        sqlite3_bind_int(insertVisit, 11, static_cast<int>(visit.outcome));
        sqlite3_bind_int(insertVisit, 12, static_cast<int>(visit.reason));
        sqlite3_step(insertVisit);
        sqlite3_reset(insertVisit);
        for (const auto& [question, options] : visit.answers) {
            std::string joined;
            for (const std::string& option : options) {
                joined += (joined.empty() ? "" : " ") + option;
            }
            sqlite3_bind_int64(insertAnswer, 1, envelope);
            sqlite3_bind_int64(insertAnswer, 2, position);
            sqlite3_bind_text(insertAnswer, 3, question.c_str(), -1, SQLITE_TRANSIENT);
            sqlite3_bind_text(insertAnswer, 4, joined.c_str(), -1, SQLITE_TRANSIENT);
            sqlite3_step(insertAnswer);
            sqlite3_reset(insertAnswer);
        }
        if (position == visitsEach - 1) {
            execute(database, "COMMIT");
        }
    }
    const double seconds = (nowMs() - start) / 1000;
    sqlite3_finalize(insertVisit);
    sqlite3_finalize(insertAnswer);
    sqlite3_close(database);
    return seconds;
}

std::uint64_t visitsInLedger(const QString& data)
{
    auto ledger = central::openSqliteLedger(central::DataFolder(data.toStdString()).ledger());
    if (!ledger) {
        throw Stopped(QString::fromStdString(ledger.error().message));
    }
    const auto counts = (*ledger)->counts();
    return counts ? counts->visits : 0;
}

} // namespace

void benchIngest(const demo::Workshop& workshop, std::vector<Figure>& figures)
{
    std::cerr << "Ingest through HTTPS …" << std::endl;
    const QString folder = workshop.out + "/ingest";
    for (const char* name : {"/outbox", "/inbox", "/state"}) {
        QDir().mkpath(folder + name);
    }
    wire::SystemRandom random;
    const wire::SecretKey key = wire::SecretKey::generate();
    const core::Epoch epoch = wire::newEpoch(random);
    write(folder + "/outbox/stand.json", wire::writeStandIdentity({key.publicKey(), epoch, true}, key));

    demo::Centre centre(workshop, folder + "/central");
    const QString code = centre.addStand("fjordby", "havnegade").code;
    const QStringList where{"--server", centre.url(),       "--ca",    centre.certificateFile(),
                            "--outbox", folder + "/outbox", "--inbox", folder + "/inbox",
                            "--state",  folder + "/state"};
    const QString sync = workshop.program("smiley-sync");
    (void)demo::runOrStop(workshop, sync, QStringList{"enrol", "--code", code} + where);
    QFile enrolmentFile(folder + "/inbox/enrolment.json");
    if (!enrolmentFile.open(QIODevice::ReadOnly)) {
        throw Stopped("can't read " + enrolmentFile.fileName());
    }
    const auto enrolment = wire::readEnrolment(enrolmentFile.readAll().toStdString());
    if (!enrolment) {
        throw Stopped(QString::fromStdString(enrolment.error().message));
    }
    const auto visits = fillOutbox(folder + "/outbox", enrolment->stand, epoch, key);

    const double start = nowMs();
    (void)demo::runOrStop(workshop, sync, QStringList{"once"} + where);
    demo::waitUntil("all visits in the ledger", 60, [&] { return visitsInLedger(centre.folder()) == visits.size(); });
    const double ingested = static_cast<double>(visits.size()) / ((nowMs() - start) / 1000);
    const double bulk = static_cast<double>(visits.size()) / bulkInsert(folder + "/bulk.sqlite", visits);
    figures.push_back({"ingest through HTTPS", "visits/s", ingested, "SQLite bulk insert, same rows", bulk,
                       QStringLiteral("> half of the limit"), ingested > bulk / 2});
}

} // namespace smiley::bench
