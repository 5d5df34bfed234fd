// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/citizens/random.h"
#include "app/core/result.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A scenario: who comes to one stand, what they do, and what sensor and door counter make of it.
///
/// Scenario files are JSON:
///
///   { "_about": "…",                          names that begin with "_" are remarks, in every object; that of a
///                                             scenario is shown to people
///     "defaults": { "days": 10, … },          what all scenarios of the file share
///     "scenarios": { "typical": {}, "queues": { "queue_bursts_per_day": 4 }, … } }
///
/// The parameters are the members of `Scenario`, in snake_case (`queue_gap`); a parameter that neither names has the
/// value that stands here. All times are seconds. `Span` and `Count` are written [from, to], `Spread` [median,
/// sigma]. Parameters ending in `_per_day` are means: the number of a day is Poisson.

namespace smiley::citizens {

/// What a presence sensor sees, as probabilities. `sensor` chooses one of `sensors`: "good",
/// "poor", "none" or one that the file adds; null is no sensor.
struct Sensor {
    double breakIndep = 0.985; ///< a break between two people who come by themselves, or at least 15 s apart
    double breakQueue = 0.88;  ///< … who come within 15 s
    double groupBlob = 0.25;   ///< share of groups that stand so close that no break is seen
    double breakGroup = 0.85;  ///< between members of other groups
    double falseRate = 0.004;  ///< false breaks a second while somebody stands there
    double falseFloor = 0.005; ///< … and at any tap
};

struct Scenario {
    std::string name;
    std::string about; ///< its "_about", where that is a text: a sentence for people

    // --- The period
    int days = 10;
    double openS = 21600; ///< the day's opening hours
    /// How busy each part of the day is, against the others; the parts are equally long.
    std::vector<double> profile{0.6, 1.0, 1.4, 1.3, 0.8, 0.7, 1.1, 1.4, 1.2, 1.0, 0.8, 0.7};
    double appointmentPeaks = 0.35;  ///< share that comes out of a meeting, shortly before the half hour
    double respondentsPerDay = 80;   ///< genuine visitors alone or in groups; the behaviours below come on top
    double dayCv = 0.25;             ///< how much that differs from day to day
    double participation = 0.25;     ///< share of those who pass the door that answer
    double queueParticipation = 0.7; ///< … in queues
    std::array<double, 5> answerPi{0.12, 0.14, 0.22, 0.34, 0.18}; ///< shares of the answers, 1 first; they sum to 1
    double dayLogitSd = 0.2; ///< how much days differ: sd of a shift of the answers' logit

    // --- What one genuine visitor does
    double pCorrection = 0.04; ///< taps a neighbour face first, then the right one
    Spread correctionGap{2.2, 0.5};
    double pFrustratedNeg = 0.08; ///< taps many times, of those with answer 1 or 2
    double pMultiPos = 0.015;     ///< … of the others
    Spread frustratedGap{0.8, 0.6};
    Count frustratedTaps{3, 10};
    double pLinger = 0.02; ///< reads the screen and taps again
    Spread lingerGap{14, 0.6};
    double lingerSame = 0.7;    ///< … the same face
    double pFastConfirm = 0.03; ///< a second tap within 1.2 s
    double pTremor = 0;         ///< double strikes, and slips to a neighbour face
    double pTryAll = 0;         ///< tries all faces, then gives the answer
    Spread tryAllGap{0.9, 0.3};
    Span tryAllPause{1.6, 6};   ///< … between the last try and the answer
    double pWithdraw = 0;       ///< presses "Fortryd"
    double withdrawAgain = 0.4; ///< … and then answers again; the others wanted no answer
    double ticketShare = 0;     ///< share with a one-time ticket
    double pNextPressed = 0;    ///< who follows within 20 s presses "Jeg er den næste" first

    // --- Invitation and poll
    double invitationS = 0; ///< how long the invitation stands after a tap (what the screen was doing is then told)
    double pollShare = 0;   ///< takes up the poll
    Spread pollDuration{35, 0.5};
    double pollBack = 0;     ///< of them: goes back to the faces and taps another one, which is the answer
    double pollTakeover = 0; ///< leaves while the poll stands, and the next person takes it up
    Span takeoverGap{2.5, 9};

    // --- Several people
    double groupShare = 0.06; ///< of the respondents: in groups
    Count groupSize{2, 4};
    Span groupGap{2, 6};
    double groupCorr = 0.5; ///< share of members that give the group's answer
    double queueBurstsPerDay = 0.5;
    Count queueSize{5, 14};
    Span queueGap{4, 8};
    double couplesPerDay = 0; ///< two at the stand together: no break between them
    Span coupleGap{1.5, 4};
    double coupleAgree = 0.5; ///< share of couples that surely agree; the others do by chance
    double linesPerDay = 0;   ///< classes standing in line without a gap in presence
    Count lineSize{8, 24};
    Span lineGap{3, 10};
    double lineAgree = 0.3;  ///< share of members that give the class's answer
    double lineBreak = 0.04; ///< a break is seen all the same
    double agreeingPerDay =
        0; ///< groups of genuine visitors with one answer, each with a break and a passage of their own
    Count agreeingSize{3, 15};
    Span agreeingGap{3, 25};
    int agreeingFace = 0; ///< their answer; 0: each face in turn
    double agreeingBreak = 1;

    // --- People whose taps are no answers, or no further ones
    double childEpisodesPerDay = 1;
    Count childTaps{5, 30};
    Spread childGap{0.6, 0.7};
    double childWithParent = 0.5; ///< … who answers first
    double twoChildren = 0;       ///< share of episodes with a second child that taps at the same time
    double staffRunsPerDay = 0;   ///< staff or protesters who press one face over minutes
    Count staffTaps{6, 15};
    Spread staffGap{45, 0.5};
    Span staffGapLimits{5, 3600};
    int staffChoice = 5;
    double staffPure = 0.93;     ///< share of presses of that face; the others are `staff_second`
    int staffSecond = 4;         ///< 0: any face
    double staffWalksAway = 0.7; ///< runs in which they step aside between presses
    double staffAtTheDoor = 0;   ///< share of presses that wait until somebody is about to walk out
    double mashersPerDay = 0;    ///< somebody answers, and then presses "Jeg er den næste" again and again
    Count masherClaims{5, 20};
    Spread masherGap{2.5, 0.5};
    double cleanersPerDay = 0; ///< wipe the screen
    Count cleanerTaps{5, 25};
    Spread cleanerGap{0.3, 0.5};
    double cleanerInMode = 0.5;  ///< share who switch the stand to cleaning or staff first
    double closedTapsPerDay = 0; ///< long after closing

    // --- The presence sensor
    std::string sensor = "good";
    std::optional<Sensor> sees = Sensor{}; ///< what `sensor` names; not a parameter itself
    double sensorHoldS = 0;                ///< stays "present" so long after somebody left
    double sensorFlickerPerS = 0;          ///< further false breaks a second
    double sensorDiesDay = -1; ///< dies for good: 4.5 is the middle of the fifth day; 0 from the start; -1 never
    double sensorDiesAt = 1;   ///< dies each day after this share of it
    int sensorDeadSays = -1;   ///< what presence_break then is: -1, 0 or 1

    // --- The door and its counter
    bool doorCounter = true;
    Span doorAfter{4, 15};   ///< from a visitor's last touch to the passage
    double walksOut = 1;     ///< share who leave then; the others go back in and leave within the hour
    double doorMiss = 0.05;  ///< passages not counted
    double doorDouble = 0;   ///< passages counted twice
    double doorDiesDay = -1; ///< as sensor_dies_day; a dead counter counts no further
    double doorDiesAt = 1;   ///< as sensor_dies_at
};

enum class ScenarioFault {
    NoFile, ///< can't be read: check the path
    Bad,    ///< is no scenario file; the message names scenario, parameter and what is wrong
};

/// The scenarios of a file's text, in its order. `source` names it in messages.
[[nodiscard]] core::Result<std::vector<Scenario>, ScenarioFault> scenariosOf(std::string_view json,
                                                                             std::string_view source);
/// The scenarios of a file (at most 1 MiB).
[[nodiscard]] core::Result<std::vector<Scenario>, ScenarioFault> readScenarios(const std::string& path);
/// Those that come with the program: scenarios/*.json.
[[nodiscard]] std::vector<Scenario> shippedScenarios();
/// scenarios/floors.json.
[[nodiscard]] std::string_view shippedFloors();

} // namespace smiley::citizens
