// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adjudicate/files.h"
#include "app/adjudicate/policy_file.h"
#include "app/adjudicate/taps.h"
#include "app/adjudicate/verdicts_csv.h"
#include "app/core/policy.h"
#include "sync/wire/policy_json.h"

#include <CLI/CLI.hpp>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

/// smiley-adjudicate: composition root. What the files look like is in taps_csv.h and verdicts_csv.h.

namespace {

namespace adjudicate = smiley::adjudicate;
namespace core = smiley::core;
namespace wire = smiley::wire;

constexpr const char* program = "smiley-adjudicate " SMILEY_VERSION;

enum class ExitCode { Done = 0, BadRows = 1, Usage = 2, File = 3 };

constexpr const char* footer = R"(Exit codes:
  0  done
  1  the file has bad rows; each is named with its line on standard error, and nothing was written
  2  wrong options, or a policy that is unknown or has faults
  3  a file or standard output can't be read or written

Policies: raw, window:SECONDS, strict, headline (the default), loose; or a file. Start one with
  smiley-adjudicate --policy headline --print-policy > my-rule.json)";

struct Options {
    std::string policy = "headline";
    std::string taps;
    std::string out;
    bool explain = false;
    bool json = false;
    bool summary = false;
    bool printPolicy = false;
};

int ended(ExitCode code, const std::string& message = {})
{
    if (!message.empty()) {
        std::cerr << "smiley-adjudicate: " << message << '\n';
    }
    return static_cast<int>(code);
}

/// To standard output, or to a file that is there whole or not at all.
template <class Write>
int written(const std::string& path, Write write)
{
    auto output = adjudicate::Output::open(path);
    if (!output) {
        return ended(ExitCode::File, output.error().message);
    }
    write([&output](std::string_view piece) { return output->write(piece); });
    const auto finished = output->finish();
    return finished ? ended(ExitCode::Done) : ended(ExitCode::File, finished.error().message);
}

/// The bad rows, as lines.
std::string list(const std::string& file, const adjudicate::TapReader& reader)
{
    std::string text = file + " has bad rows; nothing was written";
    for (const adjudicate::RowFault& fault : reader.faults()) {
        text += "\n  " + adjudicate::describe(fault);
    }
    if (reader.faults().size() >= adjudicate::faultsMax) {
        text += "\n  (the rest of the file was not read)";
    }
    return text;
}

int adjudicated(const Options& options, const core::Policy& policy)
{
    adjudicate::Taps taps;
    adjudicate::TapReader reader([&taps](const adjudicate::TapRow& row) { return taps.add(row); });
    const auto read =
        adjudicate::readFile(options.taps, [&reader](std::string_view piece) { return reader.feed(piece); });
    if (!read) {
        return ended(ExitCode::File, read.error().message);
    }
    reader.end();
    if (!reader.faults().empty()) {
        return ended(ExitCode::BadRows, list(options.taps == "-" ? "standard input" : options.taps, reader));
    }
    for (const std::string& column : reader.unknownColumns()) {
        std::cerr << "smiley-adjudicate: column " << column << " is not known and was not read\n";
    }

    const auto detail = options.explain ? adjudicate::Detail::Explained : adjudicate::Detail::Plain;
    const auto format = options.json ? adjudicate::Format::JsonLines : adjudicate::Format::Csv;
    const auto verdicts = adjudicate::Verdicts::of(taps, policy, detail);
    const int code = written(options.out, [&](const auto& write) { static_cast<void>(verdicts.write(format, write)); });
    if (code == 0 && (options.summary || ::isatty(STDERR_FILENO) != 0)) {
        std::cerr << "policy " << policy.name << " (" << wire::policyHash(policy).text()
                  << "): " << adjudicate::describe(verdicts.summary());
    }
    return code;
}

} // namespace

int main(int argc, char** argv)
{
    std::signal(SIGPIPE, SIG_IGN); // a closed pipe is then a write that fails
    Options options;
    CLI::App app(
        "Decides which taps belong to one visit and which visits count: a file of raw taps in, a verdict with a "
        "reason for each tap out.",
        "smiley-adjudicate");
    app.set_version_flag("--version", program);
    app.footer(footer);
    app.add_option("--policy", options.policy, "a policy's name or file")->capture_default_str();
    app.add_flag("--explain", options.explain, "add the evidence and a Danish sentence to each row");
    app.add_flag("--json", options.json, "write JSON Lines instead of CSV");
    app.add_option("--out", options.out, "write this file, whole or not at all, instead of standard output");
    app.add_flag("--summary", options.summary,
                 "counts per reason on standard error (without it: where that is a terminal)");
    app.add_flag("--print-policy", options.printPolicy, "write the policy's file instead of verdicts");
    app.add_option("taps.csv", options.taps, "raw taps; - for standard input");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? ended(ExitCode::Done) : ended(ExitCode::Usage);
    }
    if (options.taps.empty() != options.printPolicy) {
        return ended(ExitCode::Usage, "name a file of raw taps, or --print-policy; see --help");
    }
    const auto policy = adjudicate::policyOf(options.policy);
    if (!policy) {
        return ended(ExitCode::Usage, policy.error().message);
    }
    if (options.printPolicy) {
        return written(options.out, [&policy](const auto& write) { write(wire::policyFile(*policy)); });
    }
    std::error_code ignored;
    if (!options.out.empty() && std::filesystem::equivalent(options.taps, options.out, ignored)) {
        return ended(ExitCode::Usage, "--out names the file of raw taps itself; they would be lost");
    }
    return adjudicated(options, *policy);
}
