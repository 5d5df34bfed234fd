// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/citizens/scenario.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <limits>
#include <sstream>
#include <utility>
#include <variant>

namespace smiley::citizens {

namespace {

namespace json = boost::json;

using Member = std::variant<double Scenario::*, int Scenario::*, bool Scenario::*, Spread Scenario::*, Span Scenario::*,
                            Count Scenario::*>;

struct Parameter {
    std::string_view name;
    Member member;
    double least;
    double most;
};

constexpr double never = -1;

/// All parameters but those that are read by hand: profile, answer_pi, sensor, sensors.
const std::vector<Parameter>& parameters()
{
    using S = Scenario;
    static const std::vector<Parameter> all{
        {"days", &S::days, 1, 1000},
        {"open_s", &S::openS, 3600, 86400},
        {"appointment_peaks", &S::appointmentPeaks, 0, 1},
        {"respondents_per_day", &S::respondentsPerDay, 0, 5000},
        {"day_cv", &S::dayCv, 0, 2},
        {"participation", &S::participation, 0.01, 1},
        {"queue_participation", &S::queueParticipation, 0.01, 1},
        {"day_logit_sd", &S::dayLogitSd, 0, 3},
        {"p_correction", &S::pCorrection, 0, 1},
        {"correction_gap", &S::correctionGap, 0, 600},
        {"p_frustrated_neg", &S::pFrustratedNeg, 0, 1},
        {"p_multi_pos", &S::pMultiPos, 0, 1},
        {"frustrated_gap", &S::frustratedGap, 0, 600},
        {"frustrated_taps", &S::frustratedTaps, 1, 1000},
        {"p_linger", &S::pLinger, 0, 1},
        {"linger_gap", &S::lingerGap, 0, 3600},
        {"linger_same", &S::lingerSame, 0, 1},
        {"p_fast_confirm", &S::pFastConfirm, 0, 1},
        {"p_tremor", &S::pTremor, 0, 1},
        {"p_try_all", &S::pTryAll, 0, 1},
        {"try_all_gap", &S::tryAllGap, 0, 600},
        {"try_all_pause", &S::tryAllPause, 0, 600},
        {"p_withdraw", &S::pWithdraw, 0, 1},
        {"withdraw_again", &S::withdrawAgain, 0, 1},
        {"ticket_share", &S::ticketShare, 0, 1},
        {"p_next_pressed", &S::pNextPressed, 0, 1},
        {"invitation_s", &S::invitationS, 0, 600},
        {"poll_share", &S::pollShare, 0, 1},
        {"poll_duration", &S::pollDuration, 0, 3600},
        {"poll_back", &S::pollBack, 0, 1},
        {"poll_takeover", &S::pollTakeover, 0, 1},
        {"takeover_gap", &S::takeoverGap, 0, 600},
        {"group_share", &S::groupShare, 0, 1},
        {"group_size", &S::groupSize, 1, 200},
        {"group_gap", &S::groupGap, 0, 600},
        {"group_corr", &S::groupCorr, 0, 1},
        {"queue_bursts_per_day", &S::queueBurstsPerDay, 0, 1000},
        {"queue_size", &S::queueSize, 1, 200},
        {"queue_gap", &S::queueGap, 0, 600},
        {"couples_per_day", &S::couplesPerDay, 0, 1000},
        {"couple_gap", &S::coupleGap, 0, 600},
        {"couple_agree", &S::coupleAgree, 0, 1},
        {"lines_per_day", &S::linesPerDay, 0, 1000},
        {"line_size", &S::lineSize, 1, 200},
        {"line_gap", &S::lineGap, 0, 600},
        {"line_agree", &S::lineAgree, 0, 1},
        {"line_break", &S::lineBreak, 0, 1},
        {"agreeing_per_day", &S::agreeingPerDay, 0, 1000},
        {"agreeing_size", &S::agreeingSize, 1, 200},
        {"agreeing_gap", &S::agreeingGap, 0, 600},
        {"agreeing_face", &S::agreeingFace, 0, 5},
        {"agreeing_break", &S::agreeingBreak, 0, 1},
        {"child_episodes_per_day", &S::childEpisodesPerDay, 0, 1000},
        {"child_taps", &S::childTaps, 1, 1000},
        {"child_gap", &S::childGap, 0, 600},
        {"child_with_parent", &S::childWithParent, 0, 1},
        {"two_children", &S::twoChildren, 0, 1},
        {"staff_runs_per_day", &S::staffRunsPerDay, 0, 1000},
        {"staff_taps", &S::staffTaps, 1, 1000},
        {"staff_gap", &S::staffGap, 0, 3600},
        {"staff_gap_limits", &S::staffGapLimits, 0.1, 3600},
        {"staff_choice", &S::staffChoice, 1, 5},
        {"staff_pure", &S::staffPure, 0, 1},
        {"staff_second", &S::staffSecond, 0, 5},
        {"staff_walks_away", &S::staffWalksAway, 0, 1},
        {"staff_at_the_door", &S::staffAtTheDoor, 0, 1},
        {"mashers_per_day", &S::mashersPerDay, 0, 1000},
        {"masher_claims", &S::masherClaims, 1, 1000},
        {"masher_gap", &S::masherGap, 0, 600},
        {"cleaners_per_day", &S::cleanersPerDay, 0, 1000},
        {"cleaner_taps", &S::cleanerTaps, 1, 1000},
        {"cleaner_gap", &S::cleanerGap, 0, 600},
        {"cleaner_in_mode", &S::cleanerInMode, 0, 1},
        {"closed_taps_per_day", &S::closedTapsPerDay, 0, 1000},
        {"sensor_hold_s", &S::sensorHoldS, 0, 3600},
        {"sensor_flicker_per_s", &S::sensorFlickerPerS, 0, 100},
        {"sensor_dies_day", &S::sensorDiesDay, never, 1000},
        {"sensor_dies_at", &S::sensorDiesAt, 0, 1},
        {"sensor_dead_says", &S::sensorDeadSays, -1, 1},
        {"door_counter", &S::doorCounter, 0, 1},
        {"door_after", &S::doorAfter, 0, 3600},
        {"walks_out", &S::walksOut, 0, 1},
        {"door_miss", &S::doorMiss, 0, 1},
        {"door_double", &S::doorDouble, 0, 1},
        {"door_dies_day", &S::doorDiesDay, never, 1000},
        {"door_dies_at", &S::doorDiesAt, 0, 1},
    };
    return all;
}

std::string shortText(double number)
{
    std::ostringstream text;
    text << number;
    return text.str();
}

/// What is wrong with one value; thrown and caught in this file only.
struct Wrong {
    std::string what;
};

double numberOf(const json::value& value, double least, double most)
{
    if (!value.is_number()) {
        throw Wrong{"is no number"};
    }
    const double number = value.to_number<double>();
    if (!(number >= least && number <= most)) {
        throw Wrong{"must lie between " + shortText(least) + " and " + shortText(most) + ", is " + shortText(number)};
    }
    return number;
}

int wholeOf(const json::value& value, double least, double most)
{
    const double number = numberOf(value, least, most);
    if (number != std::floor(number)) {
        throw Wrong{"must be a whole number, is " + shortText(number)};
    }
    return static_cast<int>(number);
}

const json::array& pairOf(const json::value& value, std::string_view form)
{
    if (!value.is_array() || value.get_array().size() != 2) {
        throw Wrong{"must be two numbers, " + std::string(form)};
    }
    return value.get_array();
}

struct Setter {
    Scenario& scenario;
    const json::value& value;
    double least;
    double most;

    void operator()(double Scenario::*member) const { scenario.*member = numberOf(value, least, most); }
    void operator()(int Scenario::*member) const { scenario.*member = wholeOf(value, least, most); }
    void operator()(bool Scenario::*member) const
    {
        if (!value.is_bool()) {
            throw Wrong{"must be true or false"};
        }
        scenario.*member = value.get_bool();
    }
    void operator()(Spread Scenario::*member) const
    {
        const auto& pair = pairOf(value, "[median, sigma]");
        const double median = numberOf(pair[0], least, most);
        if (median == 0) {
            throw Wrong{"must have a median over 0"};
        }
        scenario.*member = Spread{median, numberOf(pair[1], 0, 3)};
    }
    void operator()(Span Scenario::*member) const
    {
        const auto& pair = pairOf(value, "[from, to]");
        scenario.*member = Span{numberOf(pair[0], least, most), numberOf(pair[1], least, most)};
        if ((scenario.*member).from > (scenario.*member).to) {
            throw Wrong{"must have its smaller number first"};
        }
    }
    void operator()(Count Scenario::*member) const
    {
        const auto& pair = pairOf(value, "[from, to]");
        scenario.*member = Count{wholeOf(pair[0], least, most), wholeOf(pair[1], least, most)};
        if ((scenario.*member).from > (scenario.*member).to) {
            throw Wrong{"must have its smaller number first"};
        }
    }
};

void setProfile(Scenario& scenario, const json::value& value)
{
    if (!value.is_array() || value.get_array().empty() || value.get_array().size() > 96) {
        throw Wrong{"must be 1 to 96 numbers"};
    }
    double sum = 0;
    scenario.profile.clear();
    for (const json::value& part : value.get_array()) {
        scenario.profile.push_back(numberOf(part, 0, 1000));
        sum += scenario.profile.back();
    }
    if (sum == 0) {
        throw Wrong{"must not be 0 everywhere"};
    }
}

void setAnswers(Scenario& scenario, const json::value& value)
{
    if (!value.is_array() || value.get_array().size() != 5) {
        throw Wrong{"must be five shares, answer 1 first"};
    }
    double sum = 0;
    for (std::size_t face = 0; face < 5; ++face) {
        scenario.answerPi[face] = numberOf(value.get_array()[face], 0.0001, 1);
        sum += scenario.answerPi[face];
    }
    if (std::abs(sum - 1) > 1e-6) {
        throw Wrong{"must sum to 1, sums to " + shortText(sum)};
    }
}

std::optional<Sensor> sensorOf(const json::value& value)
{
    if (value.is_null()) {
        return std::nullopt;
    }
    if (!value.is_object()) {
        throw Wrong{"must be an object or null"};
    }
    struct Part {
        std::string_view name;
        double Sensor::*member;
    };
    static constexpr std::array parts{
        Part{"break_indep", &Sensor::breakIndep}, Part{"break_queue", &Sensor::breakQueue},
        Part{"group_blob", &Sensor::groupBlob},   Part{"break_group", &Sensor::breakGroup},
        Part{"false_rate", &Sensor::falseRate},   Part{"false_floor", &Sensor::falseFloor},
    };
    Sensor sensor;
    for (const auto& member : value.get_object()) {
        const std::string_view name(member.key().data(), member.key().size());
        if (name.starts_with('_')) {
            continue;
        }
        const auto* const part =
            std::find_if(parts.begin(), parts.end(), [&](const Part& one) { return one.name == name; });
        if (part == parts.end()) {
            throw Wrong{"has no parameter \"" + std::string(name) + "\""};
        }
        try {
            sensor.*(part->member) = numberOf(member.value(), 0, 1);
        } catch (const Wrong& wrong) {
            throw Wrong{std::string(name) + ": " + wrong.what};
        }
    }
    return sensor;
}

using Sensors = std::vector<std::pair<std::string, std::optional<Sensor>>>;

/// Replaces or adds what the object names.
void addSensors(Sensors& sensors, const json::value& value)
{
    if (!value.is_object()) {
        throw Wrong{"must be an object: name -> sensor"};
    }
    for (const auto& member : value.get_object()) {
        const std::string name(member.key().data(), member.key().size());
        if (name.starts_with('_')) {
            continue;
        }
        try {
            const auto sensor = sensorOf(member.value());
            std::erase_if(sensors, [&](const auto& one) { return one.first == name; });
            sensors.emplace_back(name, sensor);
        } catch (const Wrong& wrong) {
            throw Wrong{"\"" + name + "\": " + wrong.what};
        }
    }
}

/// Reads one object's parameters into the scenario. Throws Wrong with the parameter named.
void apply(Scenario& scenario, Sensors& sensors, const json::object& object)
{
    for (const auto& member : object) {
        const std::string_view name(member.key().data(), member.key().size());
        const json::value& value = member.value();
        if (name.starts_with('_')) {
            continue;
        }
        try {
            if (name == "profile") {
                setProfile(scenario, value);
            } else if (name == "answer_pi") {
                setAnswers(scenario, value);
            } else if (name == "sensors") {
                addSensors(sensors, value);
            } else if (name == "sensor") {
                if (!value.is_string()) {
                    throw Wrong{"must be the name of a sensor"};
                }
                scenario.sensor = json::value_to<std::string>(value);
            } else {
                const auto& all = parameters();
                const auto parameter =
                    std::find_if(all.begin(), all.end(), [&](const Parameter& one) { return one.name == name; });
                if (parameter == all.end()) {
                    throw Wrong{"there is no such parameter"};
                }
                std::visit(Setter{scenario, value, parameter->least, parameter->most}, parameter->member);
            }
        } catch (const Wrong& wrong) {
            throw Wrong{"parameter \"" + std::string(name) + "\": " + wrong.what};
        }
    }
}

void chooseSensor(Scenario& scenario, const Sensors& sensors)
{
    for (const auto& [name, sensor] : sensors) {
        if (name == scenario.sensor) {
            scenario.sees = sensor;
            return;
        }
    }
    throw Wrong{"parameter \"sensor\": there is no sensor \"" + scenario.sensor + "\""};
}

const json::object& objectIn(const json::object& document, std::string_view name)
{
    const json::value* const value = document.if_contains(name);
    if (value == nullptr || !value->is_object()) {
        throw Wrong{"needs an object \"" + std::string(name) + "\""};
    }
    return value->get_object();
}

std::vector<Scenario> fromDocument(const json::value& value)
{
    if (!value.is_object()) {
        throw Wrong{"must be a JSON object with \"scenarios\""};
    }
    const json::object& document = value.get_object();
    for (const auto& member : document) {
        const std::string_view name(member.key().data(), member.key().size());
        if (name != "defaults" && name != "scenarios" && !name.starts_with('_')) {
            throw Wrong{"\"" + std::string(name) + "\" is neither \"defaults\" nor \"scenarios\""};
        }
    }
    Scenario defaults;
    Sensors sensors{{"good", Sensor{}}, {"poor", Sensor{0.93, 0.45, 0.6, 0.6, 0.015, 0.03}}, {"none", std::nullopt}};
    try {
        if (document.contains("defaults")) {
            apply(defaults, sensors, objectIn(document, "defaults"));
        }
        chooseSensor(defaults, sensors);
    } catch (const Wrong& wrong) {
        throw Wrong{"defaults: " + wrong.what};
    }
    std::vector<Scenario> scenarios;
    for (const auto& member : objectIn(document, "scenarios")) {
        Scenario scenario = defaults;
        scenario.name = std::string(member.key().data(), member.key().size());
        if (scenario.name.starts_with('_')) {
            continue;
        }
        try {
            if (!member.value().is_object()) {
                throw Wrong{"must be an object of parameters"};
            }
            Sensors own = sensors;
            apply(scenario, own, member.value().get_object());
            chooseSensor(scenario, own);
            const json::value* const about = member.value().get_object().if_contains("_about");
            scenario.about = about != nullptr && about->is_string() ? json::value_to<std::string>(*about) : "";
        } catch (const Wrong& wrong) {
            throw Wrong{"scenario \"" + scenario.name + "\": " + wrong.what};
        }
        scenarios.push_back(std::move(scenario));
    }
    if (scenarios.empty()) {
        throw Wrong{"has no scenario"};
    }
    return scenarios;
}

} // namespace

core::Result<std::vector<Scenario>, ScenarioFault> scenariosOf(std::string_view text, std::string_view source)
{
    const std::string prefix = std::string(source) + ": ";
    json::error_code fault;
    json::stream_parser parser;
    const std::size_t read = parser.write_some(text.data(), text.size(), fault);
    const bool goesOn = text.find_first_not_of(" \t\r\n", read) != std::string_view::npos;
    if (!fault && !goesOn) {
        parser.finish(fault);
    }
    if (fault || goesOn) {
        const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(read), '\n');
        return core::fail(ScenarioFault::Bad, prefix + "line " + std::to_string(line) + ": is no JSON (" +
                                                  (fault ? fault.message() : "something follows its end") + ")");
    }
    try {
        return fromDocument(parser.release());
    } catch (const Wrong& wrong) {
        return core::fail(ScenarioFault::Bad, prefix + wrong.what);
    }
}

core::Result<std::vector<Scenario>, ScenarioFault> readScenarios(const std::string& path)
{
    constexpr std::size_t bytesMax = 1U << 20U;
    std::ifstream file(path, std::ios::binary);
    std::string text(bytesMax + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (file.bad() || !file.eof()) {
        return core::fail(ScenarioFault::NoFile,
                          path + (file.is_open() ? ": can't be read, or is larger than 1 MiB" : ": can't be opened"));
    }
    text.resize(static_cast<std::size_t>(file.gcount()));
    return scenariosOf(text, path);
}

} // namespace smiley::citizens
