// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adjudicate/policy_file.h"
#include "app/citizens/floors.h"
#include "app/citizens/report.h"
#include "app/citizens/scenario.h"
#include "app/citizens/write.h"
#include "app/core/policy.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

/// smiley-citizens: simulated visitors with known truth, and what a counting rule loses and lets through.

namespace {

namespace adjudicate = smiley::adjudicate;
namespace citizens = smiley::citizens;
namespace core = smiley::core;

enum Exit : int { Done = 0, BelowFloor = 1, Usage = 2, NotWritten = 3 };

int said(int code, const std::string& message)
{
    std::cerr << "smiley-citizens: " << message << std::endl;
    return code;
}

struct Options {
    std::vector<std::string> files;
    std::vector<std::string> only;
    std::vector<std::string> policies{"window:5", "window:15", "window:30", "window:60", "headline"};
    std::string scenario;
    std::string out;
    std::string floors;
    std::string language = "da";
    int seeds = 40;
    std::uint64_t seed = 1;
    bool json = false;
    bool details = false;
    bool model = false;
};

/// The scenarios of the files, or the shipped ones; only those asked for. Says what is wrong.
std::optional<std::vector<citizens::Scenario>> chosen(const Options& options)
{
    std::vector<citizens::Scenario> all;
    for (const std::string& file : options.files) {
        auto read = citizens::readScenarios(file);
        if (!read) {
            said(Usage, read.error().message);
            return std::nullopt;
        }
        std::move(read->begin(), read->end(), std::back_inserter(all));
    }
    if (options.files.empty()) {
        all = citizens::shippedScenarios();
    }
    if (options.only.empty()) {
        return all;
    }
    std::vector<citizens::Scenario> some;
    for (const std::string& name : options.only) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == name; });
        if (found == all.end()) {
            said(Usage, "there is no scenario \"" + name + "\"; \"smiley-citizens list\" has their names");
            return std::nullopt;
        }
        some.push_back(*found);
    }
    return some;
}

/// A line on standard error that is written over, where somebody watches and it takes over two seconds.
class Progress {
public:
    void operator()(std::size_t done, std::size_t of)
    {
        using namespace std::chrono_literals;
        const auto now = std::chrono::steady_clock::now();
        if (m_watched && (m_shown || now - m_begin > 2s) && (now - m_last > 200ms || done == of)) {
            std::cerr << "\r" << done << " / " << of << (done == of ? "\n" : "") << std::flush;
            m_shown = true;
            m_last = now;
        }
    }

private:
    bool m_watched = isatty(STDERR_FILENO) == 1;
    bool m_shown = false;
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point m_last = m_begin;
};

/// The first scenario or policy of a floor that nobody knows; empty where all are known.
std::string unknownName(const std::vector<citizens::Floor>& floors, const std::vector<citizens::Scenario>& chosen,
                        const std::vector<core::Policy>& policies)
{
    std::vector<citizens::Scenario> known = citizens::shippedScenarios();
    known.insert(known.end(), chosen.begin(), chosen.end());
    for (const citizens::Floor& floor : floors) {
        for (const std::string& name : floor.scenarios) {
            if (name != "*" &&
                std::ranges::none_of(known, [&](const citizens::Scenario& each) { return each.name == name; })) {
                return name;
            }
        }
        const bool isReported =
            std::ranges::any_of(policies, [&](const core::Policy& each) { return each.name == floor.policy; });
        if (!isReported && !core::Policy::named(floor.policy)) {
            return floor.policy;
        }
    }
    return {};
}

int report(const Options& options)
{
    const auto scenarios = chosen(options);
    if (!scenarios) {
        return Usage;
    }
    std::vector<core::Policy> policies;
    for (const std::string& name : options.policies) {
        const auto policy = adjudicate::policyOf(name);
        if (!policy) {
            return said(Usage, policy.error().message);
        }
        policies.push_back(*policy);
    }
    std::vector<citizens::Floor> floors;
    if (!options.floors.empty()) {
        auto read = options.floors == "shipped" ? citizens::floorsOf(citizens::shippedFloors(), "floors.json")
                                                : citizens::readFloors(options.floors);
        if (!read) {
            return said(Usage, read.error().message);
        }
        floors = std::move(*read);
        const std::string unknown = unknownName(floors, *scenarios, policies);
        if (!unknown.empty()) {
            return said(Usage, "a floor is about \"" + unknown + "\", which is no scenario or policy");
        }
    }
    citizens::ReportOptions how;
    how.seeds = options.seeds;
    how.model = options.model;
    how.progress = Progress{};
    const auto cells = citizens::makeReport(*scenarios, policies, how);
    const auto language = options.language == "en" ? citizens::Language::English : citizens::Language::Danish;
    std::cout << (options.json ? citizens::jsonOf(cells) : citizens::textOf(cells, language, options.details))
              << std::flush;
    if (!std::cout) {
        return said(NotWritten, "standard output can't be written");
    }
    if (options.floors.empty()) {
        return Done;
    }
    const citizens::FloorCheck checked = citizens::check(floors, cells);
    for (const std::string& failure : checked.failures) {
        std::cerr << failure << "\n";
    }
    if (checked.compared == 0) {
        return said(Usage, "no floor is about these scenarios and policies");
    }
    std::cerr << checked.compared << " figures compared with their floors, " << checked.failures.size() << " below"
              << std::endl;
    return checked.failures.empty() ? Done : BelowFloor;
}

int write(Options options)
{
    options.only = {options.scenario};
    const auto scenarios = chosen(options);
    if (!scenarios) {
        return Usage;
    }
    const citizens::Period period = citizens::simulate(scenarios->front(), options.seed);
    const std::filesystem::path folder(options.out);
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    for (const auto& [name, text] :
         {std::pair{"taps.csv", citizens::tapsCsv(period)}, std::pair{"truth.csv", citizens::truthCsv(period)}}) {
        std::ofstream file(folder / name, std::ios::binary | std::ios::trunc);
        file << text << std::flush;
        if (!file) {
            return said(NotWritten, (folder / name).string() + ": can't be written");
        }
    }
    return Done;
}

int list(const Options& options)
{
    const auto scenarios = chosen(options);
    if (!scenarios) {
        return Usage;
    }
    for (const citizens::Scenario& scenario : *scenarios) {
        std::cout << std::left << std::setw(24) << scenario.name << scenario.about << "\n";
    }
    std::cout << std::flush;
    return std::cout ? Done : said(NotWritten, "standard output can't be written");
}

} // namespace

int main(int argc, char** argv)
{
    Options options;
    CLI::App app("Simulated visitors with known truth: what a counting rule loses and lets through.");
    app.set_version_flag("--version", SMILEY_VERSION);
    app.require_subcommand(1);
    app.footer("Examples:\n"
               "  smiley-citizens report --only typical --only queues --seeds 10\n"
               "  smiley-citizens report --policy headline --floors shipped --json > report.json\n"
               "  smiley-citizens report --policy headline --policy my-rule.json\n"
               "  smiley-citizens write --scenario mixed --seed 7 --out days\n\n"
               "Exit codes: 0 done, 1 a figure is below its floor, 2 a wrong option or file, 3 can't write.");
    const auto files = [&](CLI::App* command) {
        command
            ->add_option("--scenarios", options.files, "Scenario file (may be repeated; default: those of the program)")
            ->type_name("FILE")
            ->allow_extra_args(false);
    };

    auto* const reporting = app.add_subcommand("report", "Table of what policies lose and let through");
    files(reporting);
    reporting->add_option("--only", options.only, "A scenario by its name (may be repeated)")
        ->type_name("NAME")
        ->allow_extra_args(false);
    reporting->add_option("--seeds", options.seeds, "Periods a scenario")
        ->capture_default_str()
        ->check(CLI::Range(1, 100000));
    reporting->add_option("--policy", options.policies, "A policy's name or file (may be repeated)")
        ->type_name("NAME|FILE")
        ->capture_default_str()
        ->allow_extra_args(false);
    reporting->add_option("--floors", options.floors, "Compare with these floors; \"shipped\": those of the program")
        ->type_name("FILE");
    reporting->add_option("--language", options.language, "Of the table")
        ->capture_default_str()
        ->check(CLI::IsMember({"da", "en"}));
    reporting->add_flag("--model", options.model, "Intervals with what uncertain verdicts add (slower)");
    reporting->add_flag("--details", options.details, "Also what became of each behaviour");
    reporting->add_flag("--json", options.json, "For programs");

    auto* const writing = app.add_subcommand("write", "One simulated period as taps.csv and truth.csv");
    files(writing);
    writing->add_option("--scenario", options.scenario, "Its name")->type_name("NAME")->required();
    writing->add_option("--seed", options.seed, "The same seed gives the same period")->capture_default_str();
    writing->add_option("--out", options.out, "Folder, made where it is missing")->type_name("DIR")->required();

    auto* const listing = app.add_subcommand("list", "The scenarios and what happens in them");
    files(listing);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? Done : Usage;
    }
    if (*reporting) {
        return report(options);
    }
    return *writing ? write(options) : list(options);
}
