// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/questionnaire.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace smiley::core {

/// Opening hours of one weekday, in minutes of the local day; nothing: closed that day.
struct OpeningHours {
    int fromMinute = 0;
    int toMinute = 0; ///< exclusive
};

/// How long things stay, in milliseconds (UI.md, screens 1e, 5, 6, 15).
struct VisitTimes {
    std::int64_t bannerMs = 10000;  ///< invitation, thanks, changed, have it
    std::int64_t markMs = 1000;     ///< the mark on the touched face
    std::int64_t withdrawMs = 6000; ///< "Fortryd" without a sensor
    std::int64_t idleMs = 60000;    ///< untouched poll before the warning
    std::int64_t warningMs = 60000; ///< the warning
    std::int64_t aboutMs = 60000;   ///< "Om dit svar" and "Flere sprog" close by themselves
    std::int64_t awayMs = 1500;     ///< an empty near zone means that the person left; shorter is a flicker
};

/// What an approved "I sagde / Vi gjorde" says, per language.
struct SaidDone {
    Text said;
    Text done;
};

/// What is set for one stand. `smiley-stand` reads it from stand.toml; the centre's configuration overrides its part.
/// Every promise on the screen ("Om dit svar") is made from these.
struct StandSettings {
    std::string municipality = "Kommunen"; ///< "Fjordby Kommune"
    std::string place = "Jobcentret";
    std::string controllerContact; ///< e-mail and telephone of the data protection officer
    std::vector<LanguageTag> languages{"da", "da-x-let", "en", "ar"}; ///< on the screen, default first
    std::vector<LanguageTag> moreLanguages;                           ///< under "Flere sprog"
    bool roomCctv = false;                                            ///< there is CCTV in the room
    bool presenceSensor = false;                                      ///< a presence sensor is fitted
    bool invite = true;                                               ///< ask for more after the face
    bool reducedMotion = false;
    std::optional<SaidDone> saidDone;
    int rawDays = 2;        ///< raw rows are deleted this many days after closing, 0..14
    int smallestShown = 10; ///< figures are shown from this many answers, at least 10
    std::array<std::optional<OpeningHours>, 7> openingHours{}; ///< Monday first; all empty: always open
    std::optional<double> panelDpi;                            ///< true dots per inch; nothing: what the screen says
    VisitTimes times;
};

} // namespace smiley::core
