// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/citizens/report.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

namespace smiley::citizens {

namespace {

/// "0,96" in Danish, "0.96" in English.
std::string number(double value, int decimals, Language language, bool sign = false)
{
    std::array<char, 32> text{};
    const double shown = std::abs(value) < 0.5 * std::pow(10, -decimals) ? 0 : value; // no "-0,0"
    std::snprintf(text.data(), text.size(), sign ? "%+.*f" : "%.*f", decimals, shown);
    std::string result(text.data());
    if (language == Language::Danish) {
        std::replace(result.begin(), result.end(), '.', ',');
    }
    return result;
}

/// Characters, not bytes: the table has Danish letters.
std::size_t width(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string padded(std::string_view text, std::size_t to, bool right)
{
    const std::string space(width(text) < to ? to - width(text) : 0, ' ');
    return right ? space + std::string(text) : std::string(text) + space;
}

/// Columns as wide as their widest field; the first `texts` of them to the left.
std::string table(const std::vector<std::vector<std::string>>& rows, std::size_t texts)
{
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], width(row[i]));
        }
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += (i > 0 ? "  " : "") + padded(row[i], widths[i], i >= texts);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

struct Column {
    double Cell::*member;
    double factor;
    int decimals;
    bool sign;
    std::string_view danish;
    std::string_view english;
    std::string_view danishMeaning;
    std::string_view englishMeaning;
};

constexpr std::array columns{
    Column{&Cell::precision, 100, 1, false, "rigtige %", "right %",
           "af de talte svar: et besøgs eget, sande svar, talt én gang",
           "of the counted answers: a visit's own true answer, counted once"},
    Column{&Cell::recall, 100, 1, false, "fundne %", "found %",
           "af de besøgende, der svarede: talt med deres sande svar",
           "of the visitors who answered: counted with their true answer"},
    Column{&Cell::visitsError, 100, 1, true, "besøg ±%", "visits ±%",
           "talte svar mod besøg: for mange (+) eller for få (-)",
           "counted answers against visits: too many (+) or too few (-)"},
    Column{&Cell::meanRmse, 1, 3, false, "fejl snit", "error mean", "typisk fejl på gennemsnittet (1-5)",
           "typical error of the mean (1-5)"},
    Column{&Cell::redRmsePoints, 1, 2, false, "fejl rød", "error red",
           "typisk fejl på andelen af de to røde, i procentpoint",
           "typical error of the share of the two red faces, in percentage points"},
    Column{&Cell::intruders, 100, 1, false, "fremmed %", "foreign %", "af de talte svar: børn, personale, rengøring",
           "of the counted answers: children, staff, cleaners"},
    Column{&Cell::filterLoss, 100, 1, false, "bortsies %", "sieved %",
           "af de besøgende: helt udelukket som leg, serie eller lukket",
           "of the visitors: wholly excluded as play, run or closed"},
    Column{&Cell::unfairPoints, 1, 1, false, "skævt", "unfair",
           "største forskel mellem to smileyers tab, i procentpoint",
           "largest difference between two faces' losses, in percentage points"},
    Column{&Cell::coverageTrue, 100, 0, false, "dækket %", "covered %",
           "perioder, hvis 95 %-interval rummer de besøgendes sande gennemsnit",
           "periods whose 95 % interval holds the visitors' true mean"},
    Column{&Cell::coverageSuper, 100, 0, false, "dækket* %", "covered* %",
           "… og det gennemsnit, som svarene er trukket af", "… and the mean that the answers are drawn from"},
};

std::vector<std::string> rowOf(const Cell& cell, std::string_view name, Language language)
{
    std::vector<std::string> row{std::string(name), cell.policy};
    for (const Column& column : columns) {
        row.push_back(number(column.factor * cell.*column.member, column.decimals, language, column.sign));
    }
    return row;
}

std::vector<std::string> policiesOf(std::span<const Cell> cells)
{
    std::vector<std::string> names;
    for (const Cell& cell : cells) {
        if (std::find(names.begin(), names.end(), cell.policy) == names.end()) {
            names.push_back(cell.policy);
        }
    }
    return names;
}

/// What only some scenarios have: groups that agree, and people who claim to be the next one again and again.
std::string specialsOf(std::span<const Cell> cells, Language language)
{
    const bool danish = language == Language::Danish;
    std::string text;
    for (const Cell& cell : cells) {
        const std::string where = "  " + padded(cell.scenario, 22, false) + "  " + padded(cell.policy, 9, false) + "  ";
        if (cell.tally.byBehaviour[static_cast<std::size_t>(Behaviour::Agreeing)].persons > 0) {
            text += where + (danish ? "grupper, der er enige: mindst " : "groups that agree: at least ") +
                    number(100 * cell.agreeingWorst, 1, language) +
                    (danish ? " % fundne for hver smiley, forskel " : " % found for each face, difference ") +
                    number(cell.agreeingUnfairPoints, 1, language) + "\n";
        }
        if (cell.masherAnswers > 0) {
            text += where + (danish ? "\"Jeg er den næste\" igen og igen: " : "\"I am next\" again and again: ") +
                    number(cell.masherAnswers, 1, language) +
                    (danish ? " talte svar for én person" : " counted answers of one person") + "\n";
        }
    }
    return text.empty() ? text : "\n" + text;
}

std::string detailsOf(std::span<const Cell> cells, Language language)
{
    const bool danish = language == Language::Danish;
    std::vector<std::vector<std::string>> rows;
    rows.push_back(
        danish ? std::vector<std::string>{"scenarie", "regel", "adfærd", "personer", "fundne %", "talte svar/person"}
               : std::vector<std::string>{"scenario", "rule", "behaviour", "persons", "found %",
                                          "counted answers/person"});
    for (const Cell& cell : cells) {
        for (std::size_t i = 0; i < behaviourCount; ++i) {
            const Tally::Group& group = cell.tally.byBehaviour[i];
            if (group.persons == 0) {
                continue;
            }
            const auto behaviour = static_cast<Behaviour>(i);
            const bool hasAnswer = behaviour < Behaviour::Child;
            const auto persons = static_cast<double>(group.persons);
            rows.push_back({cell.scenario, cell.policy, std::string(nameOf(behaviour)), std::to_string(group.persons),
                            hasAnswer ? number(100 * static_cast<double>(group.right) / persons, 1, language) : "",
                            number(static_cast<double>(group.counted) / persons, 2, language)});
        }
        const auto& agreeing = cell.tally.agreeingByFace;
        for (std::size_t face = 0; face < 5; ++face) {
            if (agreeing[face] > 0) {
                const double found =
                    static_cast<double>(cell.tally.agreeingRightByFace[face]) / static_cast<double>(agreeing[face]);
                rows.push_back({cell.scenario, cell.policy, "agreeing " + std::to_string(face + 1),
                                std::to_string(agreeing[face]), number(100 * found, 1, language), ""});
            }
        }
    }
    return "\n" + table(rows, 3);
}

} // namespace

std::string textOf(std::span<const Cell> cells, Language language, bool details)
{
    const bool danish = language == Language::Danish;
    std::string text =
        danish ? "Hvad en tælleregel taber, og hvad den lukker ind: simulerede besøgende med kendt facit.\n"
                 "Simuleret nøjagtighed: hvordan folk trykker, er antaget, indtil det er talt på stedet.\n\n"
               : "What a counting rule loses and lets through: simulated visitors with known truth.\n"
                 "Simulated accuracy: how people tap is assumed until it was counted on site.\n\n";
    for (const Column& column : columns) {
        text += "  " + padded(danish ? column.danish : column.english, 11, false) +
                std::string(danish ? column.danishMeaning : column.englishMeaning) + "\n";
    }
    text += "\n";

    std::vector<std::vector<std::string>> rows;
    rows.push_back(danish ? std::vector<std::string>{"scenarie", "regel"}
                          : std::vector<std::string>{"scenario", "rule"});
    for (const Column& column : columns) {
        rows.back().emplace_back(danish ? column.danish : column.english);
    }
    std::string_view before;
    for (const Cell& cell : cells) {
        rows.push_back(rowOf(cell, cell.scenario == before ? "" : cell.scenario, language));
        before = cell.scenario;
    }
    for (const std::string& policy : policiesOf(cells)) {
        rows.push_back(rowOf(meanOf(cells, policy), danish ? "alle, gennemsnit" : "all, mean", language));
        rows.push_back(rowOf(worstOf(cells, policy), danish ? "alle, værste" : "all, worst", language));
    }
    text += table(rows, 2) + specialsOf(cells, language);
    return details ? text + detailsOf(cells, language) : text;
}

std::string jsonOf(std::span<const Cell> cells)
{
    namespace json = boost::json;
    const auto figures = [](const Cell& cell) {
        json::object object;
        if (!cell.scenario.empty()) {
            object["scenario"] = cell.scenario;
        }
        object["policy"] = cell.policy;
        object["seeds"] = cell.seeds;
        for (const Metric& metric : metrics()) {
            object[metric.name] = std::round(cell.*metric.member * 1e6) / 1e6;
        }
        return object;
    };
    json::array all;
    for (const Cell& cell : cells) {
        json::object object = figures(cell);
        object["genuine"] = cell.tally.genuine;
        object["counted"] = cell.tally.counted;
        json::object behaviours;
        for (std::size_t i = 0; i < behaviourCount; ++i) {
            const Tally::Group& group = cell.tally.byBehaviour[i];
            if (group.persons > 0) {
                behaviours[nameOf(static_cast<Behaviour>(i))] = {
                    {"persons", group.persons}, {"right", group.right}, {"counted", group.counted}};
            }
        }
        object["behaviours"] = behaviours;
        object["faces"] = {{"genuine", json::value_from(cell.tally.genuineByFace)},
                           {"right", json::value_from(cell.tally.rightByFace)},
                           {"counted", json::value_from(cell.tally.countedByFace)},
                           {"agreeing", json::value_from(cell.tally.agreeingByFace)},
                           {"agreeing_right", json::value_from(cell.tally.agreeingRightByFace)}};
        all.push_back(std::move(object));
    }
    json::array means;
    json::array worsts;
    for (const std::string& policy : policiesOf(cells)) {
        means.push_back(figures(meanOf(cells, policy)));
        worsts.push_back(figures(worstOf(cells, policy)));
    }
    return json::serialize(json::object{{"cells", all}, {"mean", means}, {"worst", worsts}}) + "\n";
}

} // namespace smiley::citizens
