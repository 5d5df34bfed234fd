// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo_run/centre.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace smiley::demo {

Centre::Centre(const Workshop& workshop, const QString& folder) : m_workshop(workshop), m_folder(folder)
{
    (void)command({"init", "--data", m_folder, "--name", "Eksempelcentralen", "--host", "localhost", "--example"});
    serve();
}

QString Centre::command(const QStringList& arguments) const
{
    return runOrStop(m_workshop, m_workshop.program("smiley-central"), arguments);
}

void Centre::serve()
{
    const QString portFile = m_workshop.out + "/logs/port";
    QFile::remove(portFile);
    m_server = std::make_unique<Child>(
        m_workshop, "smiley-central", m_workshop.program("smiley-central"),
        QStringList{"serve", "--data", m_folder, "--listen", "127.0.0.1:" + m_port, "--port-file", portFile});
    waitUntil("the central server (see " + m_workshop.log("smiley-central") + ")", 30, [&] {
        if (!m_server->runs()) {
            throw Stopped("smiley-central ended at its start: see " + m_workshop.log("smiley-central"));
        }
        QFile file(portFile);
        m_port = file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : QString();
        return !m_port.isEmpty();
    });
}

void Centre::restart()
{
    m_server.reset();
    serve();
}

Centre::NewStand Centre::addStand(const QString& municipality, const QString& site)
{
    const QString said = command({"stand", "add", "--data", m_folder, "--municipality", municipality,
                                  "--municipality-name", "Fjordby Kommune", "--site", site, "--json"});
    const QJsonDocument added = QJsonDocument::fromJson(said.toUtf8());
    return {added["stand"].toString(), added["code"].toString()};
}

void Centre::configure(const QString& stand, const QString& questionnaire)
{
    (void)command({"configuration", "set", "--data", m_folder, "--stand", stand, "--questionnaire", questionnaire});
}

QString Centre::addStaff(const QString& stand, const QString& name)
{
    const QString said =
        command({"people", "add", "--data", m_folder, "--stand", stand, "--name", name, "--role", "editor", "--json"});
    return QJsonDocument::fromJson(said.toUtf8())["first_pin"].toString();
}

void Centre::makeCards(const QString& municipality, const QString& site, QDate day, int count, const QString& pdf)
{
    (void)command({"tickets", "--data", m_folder, "--municipality", municipality, "--site", site, "--day",
                   day.toString(Qt::ISODate), "--count", QString::number(count), "--out", pdf});
}

void Centre::enableComments(const QString& municipality)
{
    QFile passphrase(m_workshop.out + "/logs/passphrase");
    if (!passphrase.open(QIODevice::WriteOnly) || passphrase.write("hav bro sten lygte\n") < 0) {
        throw Stopped("can't write " + passphrase.fileName());
    }
    passphrase.close();
    (void)command({"comments", "enable", "--data", m_folder, "--municipality", municipality, "--new-key",
                   m_workshop.out + "/comment-key.json", "--passphrase-file", passphrase.fileName(), "--read-by",
                   "Kommunikation, Fjordby Kommune", "--dpia-date", "2026-01-15", "--dpia-name", "Eksempel, DPO"});
}

QString Centre::addToken(const QString& municipality)
{
    const QString said = command({"token", "add", "--data", m_folder, "--municipality", municipality, "--json"});
    return QJsonDocument::fromJson(said.toUtf8())["token"].toString();
}

void Centre::nightly() { (void)command({"nightly", "--data", m_folder}); }

void Centre::pull(const QString& municipality, const QString& token, int night, const QString& kind,
                  const QString& into)
{
    QDir().mkpath(into);
    const auto get = [&](const QString& file) {
        const QString address = QStringLiteral("%1/v1/municipalities/%2/packages/%3/%4/%5")
                                    .arg(url(), municipality)
                                    .arg(night)
                                    .arg(kind, file);
        (void)runOrStop(m_workshop, "curl",
                        {"--silent", "--show-error", "--fail", "--noproxy", "*", "--cacert", certificateFile(),
                         "--header", "Authorization: Bearer " + token, "--output", into + "/" + file, address});
    };
    get("manifest.json");
    QFile manifest(into + "/manifest.json");
    if (!manifest.open(QIODevice::ReadOnly)) {
        throw Stopped("can't read " + manifest.fileName());
    }
    QJsonDocument document = QJsonDocument::fromJson(manifest.readAll());
    if (document.object().contains("payload")) {
        document = QJsonDocument::fromJson(document["payload"].toString().toUtf8());
    }
    for (const QJsonValue& file : document["files"].toArray()) {
        get(file["path"].toString());
    }
    (void)command({"verify", into, "--data", m_folder});
}

} // namespace smiley::demo
