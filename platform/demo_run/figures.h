// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/demo_run/visitors.h"

#include <QString>

#include <array>
#include <vector>

namespace smiley::demo {

/// One place's count of the same visitors.
struct Counted {
    int visits = 0;
    std::array<int, 5> faces{};
    auto operator<=>(const Counted&) const = default;
};

/// The figures of the demonstration, from tap to package.
struct Figures {
    int tapsInJournal = 0;
    int answersInJournal = 0;
    int cardsInJournal = 0;    ///< taps that used one up
    int passagesInJournal = 0; ///< that the last tap knows of
    int commentsAtCentre = 0;  ///< that the ledger holds
    int tapsByKeys = 0;        ///< by the envelopes' tally
    Counted stand;             ///< the headline tally of the sealed envelopes
    Counted centre;            ///< the visits in the ledger
    Counted package;           ///< the rows of visits.csv
    int sealed = 0;
    int receipted = 0;
};

/// Whether a configuration of the centre counts on the stand.
[[nodiscard]] bool hasConfiguration(const QString& data);
/// Opens the stand's journal as another reader. DATA is the stand's data folder.
void readJournal(const QString& data, Figures& figures);
/// The sealed envelopes in the stand's store, verified with the key that OUTBOX/stand.json names.
void readEnvelopes(const QString& data, const QString& outbox, Figures& figures);
/// DATA is the centre's data folder.
void readLedger(const QString& data, Figures& figures);
[[nodiscard]] int commentsAtCentre(const QString& data, const QString& municipality);
/// FOLDER is a rows package.
void readPackage(const QString& folder, Figures& figures);

/// One line per figure that disagrees with what the visitors did; empty: all agree.
[[nodiscard]] std::vector<QString> disagreements(const Truth& truth, const Figures& figures);
/// The table, for people.
[[nodiscard]] QString table(const Truth& truth, const Figures& figures);
/// The same as JSON, with `agrees`.
[[nodiscard]] QByteArray summary(const Truth& truth, const Figures& figures, int pictures);

} // namespace smiley::demo
