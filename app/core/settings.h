// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/questionnaire.h"
#include "app/core/time.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace smiley::core {

/// Opening hours of one weekday, in minutes of the local day; nothing: closed that day.
struct OpeningHours {
    int fromMinute = 0;
    int toMinute = 0; ///< exclusive, at most 24 * 60

    /// "08:00-16:00".
    [[nodiscard]] std::string text() const;
    /// Nothing where `text` isn't that, or ends before it begins.
    [[nodiscard]] static std::optional<OpeningHours> parse(std::string_view text);
    auto operator<=>(const OpeningHours&) const = default;
};

/// Largest logo, in bytes of a PNG file.
inline constexpr std::size_t logoBytesMax = std::size_t{48} * 1024;

/// How long things stay, in milliseconds. In speech mode idle, warning, about and ticket are twice as long; banner,
/// withdraw, idle, about and ticket begin anew when a text was read to its end.
struct VisitTimes {
    std::int64_t bannerMs = 10000;  ///< invitation, thanks, changed, have it
    std::int64_t markMs = 1000;     ///< the mark on the touched face
    std::int64_t withdrawMs = 6000; ///< "Fortryd" without a sensor, while the banner stands
    std::int64_t idleMs = 60000;    ///< untouched poll before the warning
    std::int64_t warningMs = 60000; ///< the warning
    std::int64_t aboutMs = 60000;   ///< "Om dit svar" and "Flere sprog" close by themselves
    std::int64_t ticketMs = 30000;  ///< a ticket waits for its tap, where nobody is seen to stand there
    std::int64_t awayMs = 1500;     ///< an empty near zone means that the person left; shorter is a flicker
};

/// What an approved "I sagde / Vi gjorde" says, per language.
struct SaidDone {
    Text said;
    Text done;
};

/// What makes comments possible. Only the centre sets it, once a municipality's assessment of the consequences for data
/// protection (DPIA) is approved; without it no comment question is asked.
struct CommentSettings {
    std::string key;                     ///< the municipality's comment key (public), base64url: texts are sealed to it
    std::string readBy;                  ///< who reads the texts: "Kommunikation, Fjordby Kommune"
    int deletedAfterDays = 90;           ///< at the centre
    std::vector<std::string> staffNames; ///< become "[medarbejder]"
    std::string approvedOn;              ///< of the DPIA: "2026-11-01"
    std::string approvedBy;
};

/// What is set for one stand: stand.toml, over it what staff set, over that what the centre set (sync/outbox/in_force.h).
/// Every promise on the screen ("Om dit svar") is made from these.
struct StandSettings {
    std::string municipality = "Kommunen"; ///< "Fjordby Kommune"
    std::string place = "Jobcentret";
    std::string controllerContact; ///< e-mail and telephone of the data protection officer
    std::vector<LanguageTag> languages{"da", "da-x-let", "en", "ar"}; ///< on the screen, default first
    std::vector<LanguageTag> moreLanguages;                           ///< under "Flere sprog"
    bool roomCctv = false;                                            ///< there is CCTV in the room
    bool roomCctvKnown = false;                                       ///< somebody has answered whether there is
    bool presenceSensor = false;                                      ///< a presence sensor is fitted
    bool invite = true;                                               ///< ask for more after the face
    bool reducedMotion = false;
    std::optional<SaidDone> saidDone;
    int rawDays = 2;        ///< raw rows are deleted this many days after closing, 0..14
    int smallestShown = 10; ///< figures are shown from this many answers, at least 10
    std::array<std::optional<OpeningHours>, 7> openingHours{}; ///< Monday first; all empty: always open
    bool holidaysClosed = false;                               ///< closed on public holidays (holidays.h)
    std::set<Day> closedDays;                                  ///< the municipality's own
    bool figuresHidden = false;     ///< staff see no figures of closed weeks; only the centre sets it
    std::string helpPhone;          ///< whom staff call when something is wrong
    std::string helpHours;          ///< and when: "man-fre 8-16"
    int volume = 3;                 ///< of speech, 1..5
    int brightness = 100;           ///< of the panel, 10..100 %
    std::string logo;               ///< PNG bytes, at most logoBytesMax; empty: the name alone
    std::optional<double> panelDpi; ///< true dots per inch; nothing: what the screen says
    /// A second press of the same target or key within this time is the same press (EN 301 549 5.8), 0..500.
    int doubleStrikeMs = 500;
    std::optional<CommentSettings> comments; ///< nothing: off
    VisitTimes times;
};

/// The opening hours of one day; nothing: closed, by its weekday, as a holiday, or as one of the closed days. Where no
/// weekday has hours, it is the whole day.
[[nodiscard]] std::optional<OpeningHours> openingHoursOn(const StandSettings& settings, Day day);
/// The first day after `day` that has opening hours; where none of the next openingSearchDays has: the next day.
[[nodiscard]] Day nextOpeningDay(const StandSettings& settings, Day day);
inline constexpr int openingSearchDays = 60;

} // namespace smiley::core
