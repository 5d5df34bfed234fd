// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo_run/story.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTimeZone>

namespace smiley::demo {

namespace {

const QString municipality = QStringLiteral("fjordby");
const QString site = QStringLiteral("havnegade");
const QString questionnaire = QStringLiteral("smiley-trust");

QDateTime copenhagenNow() { return QDateTime::currentDateTimeUtc().toTimeZone(QTimeZone("Europe/Copenhagen")); }

/// Seconds from the machine's clock to `time` on today's date in Copenhagen, `days` later.
qint64 offsetTo(QTime time, int days)
{
    const QDateTime now = copenhagenNow();
    return now.secsTo(QDateTime(now.date().addDays(days), time, now.timeZone()));
}

QString findFakeTime()
{
    for (const QString& folder : QDir("/usr/lib").entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString file = "/usr/lib/" + folder + "/faketime/libfaketimeMT.so.1";
        if (QFile::exists(file)) {
            return file;
        }
    }
    throw Stopped("libfaketime is missing: install the package faketime (platform/install-deps does)");
}

} // namespace

Workshop openWorkshop(const QString& programs, const QString& out, QTime time)
{
    if (QDir(out).exists() && !QDir(out).isEmpty()) {
        throw Stopped(out + " is not empty: name a new folder with --out, or remove it");
    }
    const QString absolute = QDir(out).absolutePath();
    if (!QDir().mkpath(absolute + "/logs")) {
        throw Stopped("can't make the folder " + absolute);
    }
    Workshop workshop{programs, absolute, absolute + "/logs/clock", findFakeTime()};
    for (const char* name : {"smiley-stand", "smiley-sync", "smiley-central"}) {
        if (!QFile::exists(workshop.program(name))) {
            throw Stopped(workshop.program(name) + " is missing: build it (platform/demo does)");
        }
    }
    workshop.setClockOffset(offsetTo(time, 0));
    return workshop;
}

void letTimePassWhenSkipped(Workshop& workshop)
{
    const QString library = workshop.program("libsmiley_boot_clock.so");
    if (!QFile::exists(library)) {
        throw Stopped(library + " is missing: build it (platform/demo does)");
    }
    workshop.preload = library + ":" + workshop.preload;
}

Story::Story(const Workshop& workshop)
    : m_workshop(workshop),
      m_centre(workshop, workshop.out + "/central"),
      m_standFolder(workshop.out + "/stand")
{}

void Story::enrol()
{
    const Centre::NewStand stand = m_centre.addStand(municipality, site);
    m_centre.configure(stand.id, questionnaire);
    m_centre.enableComments(municipality);
    m_token = m_centre.addToken(municipality);
    QDir().mkpath(m_standFolder + "/sync");
    QFile settings(m_standFolder + "/sync.toml");
    const QString toml = QStringLiteral("server = \"%1\"\nca_file = \"%2\"\noutbox = \"outbox\"\ninbox = \"inbox\"\n"
                                        "state = \"sync\"\n")
                             .arg(m_centre.url(), m_centre.certificateFile());
    if (!settings.open(QIODevice::WriteOnly) || settings.write(toml.toUtf8()) < 0) {
        throw Stopped("can't write " + settings.fileName());
    }
    settings.close();
    waitUntil("the stand's identity in its outbox", 30,
              [&] { return QFile::exists(m_standFolder + "/outbox/stand.json"); });
    (void)runOrStop(m_workshop, m_workshop.program("smiley-sync"),
                    {"enrol", "--code", stand.code, "--config", m_standFolder + "/sync.toml"});
    m_firstPin = m_centre.addStaff(stand.id, "Mette Eksempel");
    restartSync();
    // It counts before the first visitor taps: what was set today is for a day that hasn't begun, or has nobody yet.
    waitUntil("the centre's configuration on the stand", 90, [&] {
        pause(300);
        return hasConfiguration(m_standFolder + "/data");
    });
}

void Story::restartSync()
{
    m_sync.reset();
    m_sync = std::make_unique<Child>(m_workshop, "smiley-sync", m_workshop.program("smiley-sync"),
                                     QStringList{"run", "--config", m_standFolder + "/sync.toml"});
}

QStringList Story::cards(int count)
{
    const QString pdf = m_workshop.out + "/cards.pdf";
    m_centre.makeCards(municipality, site, copenhagenNow().date(), count, pdf);
    const QString pages = m_workshop.out + "/logs/card-page";
    (void)runOrStop(m_workshop, "pdftoppm", {"-png", "-r", "300", pdf, pages});
    QStringList read;
    for (const QString& page : QDir(m_workshop.out + "/logs").entryList({"card-page*.png"}, QDir::Files, QDir::Name)) {
        read += runOrStop(m_workshop, "zbarimg", {"--quiet", "--raw", m_workshop.out + "/logs/" + page})
                    .split('\n', Qt::SkipEmptyParts);
    }
    if (read.size() != count) {
        throw Stopped(QStringLiteral("of %1 cards %2 can be read back from %3").arg(count).arg(read.size()).arg(pdf));
    }
    return read;
}

void Story::skip(qint64 seconds)
{
    if (seconds > 0) {
        m_workshop.setClockOffset(m_workshop.clockOffset() + seconds);
    }
}

void Story::skipTo(QTime time) { skip(offsetTo(time, 0) - m_workshop.clockOffset()); }

void Story::midnight()
{
    m_workshop.setClockOffset(offsetTo(QTime(0, 1), 1));
    // A new heartbeat brings the centre's time to the stand now and not in five minutes.
    restartSync();
}

void Story::awaitReceipts(Figures& figures)
{
    waitUntil("the sealed day's receipt", 120, [&] {
        pause(300);
        figures.sealed = figures.receipted = figures.tapsByKeys = 0;
        figures.stand = {};
        readEnvelopes(m_standFolder + "/data", m_standFolder + "/outbox", figures);
        return figures.sealed > 0 && figures.receipted == figures.sealed;
    });
}

void Story::packages(Figures& figures)
{
    m_centre.nightly();
    m_centre.pull(municipality, m_token, 1, "rows", m_workshop.out + "/nightly");
    m_centre.pull(municipality, m_token, 1, "tables", m_workshop.out + "/nightly-tables");
    readLedger(m_centre.folder(), figures);
    figures.commentsAtCentre = commentsAtCentre(m_centre.folder(), municipality);
    readPackage(m_workshop.out + "/nightly", figures);
}

} // namespace smiley::demo
