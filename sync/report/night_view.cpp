// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/night_view.h"

#include "sync/central/observations.h"
#include "sync/wire/questionnaire_json.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <chrono>
#include <cstdio>
#include <tuple>
#include <variant>

namespace smiley::report {

using central::Kept;

const central::Stand* NightView::stand(const core::StandId& id) const
{
    const auto found = std::find_if(stands.begin(), stands.end(), [&](const auto& stand) { return stand.id == id; });
    return found == stands.end() ? nullptr : &*found;
}

std::optional<core::Day> expectedFrom(const central::Stand& stand, core::WallMs by)
{
    if (!stand.enrolledAt || *stand.enrolledAt > by) {
        return std::nullopt;
    }
    return core::localTime(*stand.enrolledAt).day;
}

std::string utcText(core::WallMs time)
{
    using namespace std::chrono;
    const sys_time<milliseconds> instant{milliseconds{core::count(time)}};
    const auto date = floor<days>(instant);
    const hh_mm_ss clock{floor<seconds>(instant - date)};
    const core::Day day{date};
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ", static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    return day.text() + text.data();
}

Kept<core::Done> NightViews::load()
{
    auto nights = m_ledger.nights();
    if (!nights) {
        return nights.error();
    }
    auto municipalities = m_ledger.municipalities();
    if (!municipalities) {
        return municipalities.error();
    }
    auto sites = m_ledger.sites();
    if (!sites) {
        return sites.error();
    }
    auto stands = m_ledger.stands();
    if (!stands) {
        return stands.error();
    }
    auto envelopes = m_ledger.envelopes();
    if (!envelopes) {
        return envelopes.error();
    }
    auto observations = m_ledger.observations();
    if (!observations) {
        return observations.error();
    }
    m_observations = std::move(*observations);
    m_nights = std::move(*nights);
    m_municipalities = std::move(*municipalities);
    m_sites = std::move(*sites);
    m_stands = std::move(*stands);
    m_envelopes = std::move(*envelopes);
    std::sort(m_envelopes.begin(), m_envelopes.end(), [](const auto& a, const auto& b) {
        return std::tie(a.stand, a.firstDay, a.epoch, a.number) < std::tie(b.stand, b.firstDay, b.epoch, b.number);
    });
    return core::Done{};
}

std::vector<central::Municipality> NightViews::municipalitiesOf(const central::Night& night) const
{
    std::vector<central::Municipality> found;
    for (const auto& municipality : m_municipalities) {
        if (std::any_of(m_stands.begin(), m_stands.end(), [&](const auto& stand) {
                return stand.municipality == municipality.id && stand.addedAt <= night.stampedAt;
            })) {
            found.push_back(municipality);
        }
    }
    return found;
}

Kept<NightView> NightViews::view(const central::Night& night, const central::Municipality& municipality)
{
    auto days = m_ledger.daysReceived(night.number, municipality.id);
    if (!days) {
        return days.error();
    }
    NightView view{m_ledger.identity(), night, {}, municipality, {}, {}, {}, std::move(*days), {}};
    std::copy_if(m_nights.begin(), m_nights.end(), std::back_inserter(view.nights),
                 [&](const auto& other) { return other.number <= night.number; });
    std::copy_if(m_stands.begin(), m_stands.end(), std::back_inserter(view.stands), [&](const auto& stand) {
        return stand.municipality == municipality.id && stand.addedAt <= night.stampedAt;
    });
    std::copy_if(m_sites.begin(), m_sites.end(), std::back_inserter(view.sites), [&](const auto& site) {
        return site.municipality == municipality.id &&
               std::any_of(view.stands.begin(), view.stands.end(),
                           [&](const auto& stand) { return stand.site == site.id; });
    });
    std::copy_if(m_envelopes.begin(), m_envelopes.end(), std::back_inserter(view.envelopes), [&](const auto& row) {
        return row.night && *row.night <= night.number && view.stand(row.stand) != nullptr;
    });
    view.observations = central::newestObservations(m_observations, night.stampedAt);
    std::erase_if(view.observations, [&](const auto& row) { return view.stand(row.stand) == nullptr; });
    return view;
}

Kept<core::Done> KnownQuestionnaires::note(const central::EnvelopeRow& row, const central::EnvelopeContent& content)
{
    const bool allKnown = !row.flags.contains(central::flag::unknownQuestionnaire);
    for (const auto& visit : content.visits) {
        const auto [entry, isNew] = m_found.try_emplace(visit.questionnaire);
        if (entry->second || !allKnown) {
            continue;
        }
        auto json = m_ledger.questionnaire(visit.questionnaire);
        if (!json) {
            return json.error();
        }
        if (*json) {
            auto parsed = wire::parseQuestionnaire(**json);
            if (auto* questionnaire = std::get_if<core::Questionnaire>(&parsed)) {
                entry->second = std::move(*questionnaire);
            }
        }
    }
    return core::Done{};
}

const core::Questionnaire* KnownQuestionnaires::find(const core::Hash& hash) const
{
    const auto found = m_found.find(hash);
    return found != m_found.end() && found->second ? &*found->second : nullptr;
}

} // namespace smiley::report
