// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/redact/filter.h"

#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>
#include <string>
#include <unistd.h>

/// smiley-redact: composition root. What is taken out is said in app/core/redaction.h.

namespace {

namespace core = smiley::core;
namespace redact = smiley::redact;

constexpr const char* program = "smiley-redact " SMILEY_VERSION;

enum class ExitCode { Done = 0, Usage = 2, File = 3 };

constexpr const char* footer = R"(Example:
  smiley-redact --names staff.txt --report < comments.txt > cleaned.txt

What is found becomes [fjernet], a name of the list [medarbejder].

Exit codes:
  0  done
  2  wrong options
  3  input, names or output can't be read or written, a line of the list is bad, or a comment is longer than 4 MiB;
     what is out is cleaned)";

struct Options {
    std::string names;
    bool whole = false;
    bool report = false;
    bool json = false;
};

int ended(ExitCode code, const std::string& message = {})
{
    if (!message.empty()) {
        std::cerr << "smiley-redact: " << message << '\n';
    }
    return static_cast<int>(code);
}

int cleaned(const Options& options)
{
    core::StaffNames names;
    if (!options.names.empty()) {
        const auto read = redact::readNames(options.names);
        if (!read) {
            return ended(ExitCode::File, read.error().message);
        }
        names = core::StaffNames(*read);
    }
    const auto tally = redact::filter(STDIN_FILENO, STDOUT_FILENO, names,
                                      options.whole ? redact::Comments::Whole : redact::Comments::Lines);
    if (!tally) {
        return ended(ExitCode::File, tally.error().message);
    }
    if (options.json) {
        std::cerr << tally->json() << '\n';
    } else if (options.report) {
        std::cerr << tally->text() << '\n';
    }
    return ended(ExitCode::Done);
}

} // namespace

int main(int argc, char** argv)
{
    std::signal(SIGPIPE, SIG_IGN); // a closed pipe is then a write that fails
    Options options;
    CLI::App app("Takes CPR numbers, phone numbers, e-mail and page addresses, long digit runs, staff names and hidden "
                 "characters out of comments, as the stand does it: standard input to standard output.",
                 "smiley-redact");
    app.set_version_flag("--version", program);
    app.footer(footer);
    app.add_option(
        "--names", options.names,
        "a file with the staff list, UTF-8: one name a line, at most 500; a line that begins with # is a remark");
    app.add_flag("--whole", options.whole, "the whole input is one comment (without it: each line is one)");
    app.add_flag("--report", options.report, "on standard error, in how many comments what was taken out");
    app.add_flag("--json", options.json, "the report as one JSON object");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? ended(ExitCode::Done) : ended(ExitCode::Usage);
    }
    return cleaned(options);
}
