// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/questionnaire.h"
#include "app/core/time.h"
#include "sync/central/ledger.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace smiley::report {

/// The ledger as one night saw it, for one municipality. Only what can't change afterwards is in it, so that a package
/// comes out the same whenever it is made: no state of a stand (blocked, clone), no heartbeat, no later night.
struct NightView {
    central::LedgerIdentity identity;
    central::Night night;
    std::vector<central::Night> nights; ///< up to this one, by number
    central::Municipality municipality;
    std::vector<central::Site> sites;               ///< that have a stand, by id
    std::vector<central::Stand> stands;             ///< added by then, by id
    std::vector<central::EnvelopeRow> envelopes;    ///< stamped by then: by stand, first day, epoch, number
    std::vector<central::ReceivedDay> days;         ///< stamped by then: by stand, day, envelope
    std::vector<central::Observation> observations; ///< imported by then, as corrected by then: by stand, day, hour

    [[nodiscard]] core::Day day() const
    {
        return core::localTime(night.stampedAt).day;
    } ///< the last closed day is before
    [[nodiscard]] const central::Stand* stand(const core::StandId& id) const;
};

/// The first day that is expected of a stand, where it was enrolled by that time.
[[nodiscard]] std::optional<core::Day> expectedFrom(const central::Stand& stand, core::WallMs by);

/// "2026-11-23T02:00:00Z".
[[nodiscard]] std::string utcText(core::WallMs time);

/// Makes views; reads what all municipalities share once.
class NightViews {
public:
    explicit NightViews(central::Ledger& ledger) : m_ledger(ledger) {}

    [[nodiscard]] central::Kept<core::Done> load();
    /// Those that had a stand by the night, by id.
    [[nodiscard]] std::vector<central::Municipality> municipalitiesOf(const central::Night& night) const;
    [[nodiscard]] central::Kept<NightView> view(const central::Night& night, const central::Municipality& municipality);
    [[nodiscard]] const std::vector<central::Night>& nights() const { return m_nights; }

private:
    central::Ledger& m_ledger;
    std::vector<central::Night> m_nights;
    std::vector<central::Municipality> m_municipalities;
    std::vector<central::Site> m_sites;
    std::vector<central::Stand> m_stands;
    std::vector<central::EnvelopeRow> m_envelopes;
    std::vector<central::Observation> m_observations;
};

/// The questionnaires that visits name, as they were known when the envelopes were read. One whose version had not come
/// by then stays unknown to the package, also when it is made again.
class KnownQuestionnaires {
public:
    explicit KnownQuestionnaires(central::Ledger& ledger) : m_ledger(ledger) {}

    /// Takes note of the versions that this envelope's visits name.
    [[nodiscard]] central::Kept<core::Done> note(const central::EnvelopeRow& row,
                                                 const central::EnvelopeContent& content);
    /// By hash; nothing where the version is unknown.
    [[nodiscard]] const std::map<core::Hash, std::optional<core::Questionnaire>>& all() const { return m_found; }
    [[nodiscard]] const core::Questionnaire* find(const core::Hash& hash) const;

private:
    central::Ledger& m_ledger;
    std::map<core::Hash, std::optional<core::Questionnaire>> m_found;
};

} // namespace smiley::report
