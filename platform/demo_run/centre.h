// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/demo_run/process.h"

#include <QDate>

#include <memory>

namespace smiley::demo {

/// An example centre of its own: its data folder, its server on a free port of the loopback address.
class Centre {
public:
    Centre(const Workshop& workshop, const QString& folder);

    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QString url() const { return "https://localhost:" + m_port; }
    [[nodiscard]] QString certificateFile() const { return m_folder + "/ca.crt"; }
    [[nodiscard]] Child& server() { return *m_server; }
    /// Starts the server again after it was ended, on the same port.
    void restart();

    struct NewStand {
        QString id;
        QString code; ///< for its enrolment, once
    };
    [[nodiscard]] NewStand addStand(const QString& municipality, const QString& site);
    /// What it asks from its next opening day on: a shipped questionnaire.
    void configure(const QString& stand, const QString& questionnaire);
    /// Somebody who may run the stand, once it is enrolled; gives their first PIN.
    [[nodiscard]] QString addStaff(const QString& stand, const QString& name);
    /// One-time cards of a day, for the site's only stand, as a PDF.
    void makeCards(const QString& municipality, const QString& site, QDate day, int count, const QString& pdf);
    /// Comments for all stands of the municipality, with a key of its own.
    void enableComments(const QString& municipality);
    [[nodiscard]] QString addToken(const QString& municipality);
    /// Stamps and writes the night's packages.
    void nightly();
    /// Pulls a package over HTTPS as a municipality's analyst would, and checks its hashes and signature.
    void pull(const QString& municipality, const QString& token, int night, const QString& kind, const QString& into);

private:
    void serve();
    [[nodiscard]] QString command(const QStringList& arguments) const;

    const Workshop& m_workshop;
    QString m_folder;
    QString m_port = "0";
    std::unique_ptr<Child> m_server;
};

} // namespace smiley::demo
