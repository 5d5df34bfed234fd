// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/house_rules.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <string_view>

namespace fs = std::filesystem;

namespace smiley::tidy {
namespace {

// ---------------------------------------------------------------------------------------------------------------------
// The table

/// Headers that are not ours, by whose they are.
enum class Family {
    Std,
    Posix,
    Sqlite,
    Json,
    Network,
    Url,
    OpenSsl,
    Sodium,
    Zstd,
    Postgres,
    Usb,
    Qrencode,
    Cairo,
    Systemd,
    Alsa,
    Toml,
    Cli,
    Log,
    Qt,
    X11,
};

struct Rule {
    std::string_view folder;
    std::vector<std::string_view> folders; ///< besides its own
    std::vector<Family> families;          ///< besides std
};

/// Who may include whom. What a folder has beyond its own job is explained in its README.
const std::vector<Rule>& table()
{
    using enum Family;
    static const std::vector<Rule> rules{
        {"app/core", {}, {}},
        {"app/store", {"app/core"}, {Sqlite, Sodium, Posix}},
        {"app/kiosk", {"app/core"}, {}},
        {"app/staff", {"app/core", "app/store", "platform/files", "sync/outbox", "sync/wire"}, {Sodium, Posix}},
        {"app/ui", {"app/core", "app/kiosk", "app/staff", "app/store", "sync/outbox"}, {Qt}},
        {"app/adjudicate", {"app/core", "sync/wire"}, {Posix}},
        {"app/citizens", {"app/core", "app/adjudicate", "sync/report"}, {Json, Posix}},
        {"app/redact", {"app/core"}, {Posix}},
        {"app/languages", {"app/core", "sync/wire"}, {Qt}},
        {"drivers/codec", {"app/core"}, {}},
        {"drivers/usb", {"app/core", "drivers/codec"}, {Usb, Posix}},
        {"drivers/replay", {"app/core", "drivers/codec"}, {Posix}},
        {"drivers/tool", {"app/core", "drivers/codec", "drivers/usb", "drivers/replay"}, {Posix}},
        {"platform/files", {"app/core"}, {Posix}},
        {"platform", {"app/core"}, {Systemd, Alsa, Toml, Posix}},
        {"sync/wire", {"app/core"}, {Json, Zstd, Sodium}},
        {"sync/outbox", {"app/core", "app/store", "platform/files", "sync/wire"}, {Posix}},
        {"sync/client", {"app/core", "platform/files", "sync/wire"}, {Network, Url, OpenSsl, Log, Posix}},
        {"sync/central",
         {"app/core", "platform/files", "sync/wire"},
         {Network, Url, Json, OpenSsl, Sqlite, Postgres, Qrencode, Cairo, Log, Posix}},
        {"sync/report", {"app/core", "platform/files", "sync/central", "sync/wire"}, {Json, Posix}},
    };
    return rules;
}

/// The demo runs the whole product as a visitor and compares what each part holds.
const Rule& demo()
{
    using enum Family;
    static const Rule rule{"platform/demo_run", {"app", "drivers", "platform", "sync"}, {Qt, X11, Cli, Posix}};
    return rule;
}

/// Composition roots: they put together their side and read the command line, nothing else.
const std::vector<Rule>& compositionRoots()
{
    using enum Family;
    static const std::vector<Rule> rules{
        {"app",
         {"app/core", "app/store", "app/kiosk", "app/staff", "app/ui", "drivers/codec", "drivers/usb", "drivers/replay",
          "platform", "sync/wire", "sync/outbox"},
         {Qt, Cli, Posix}},
        {"sync",
         {"app/core", "platform", "sync/wire", "sync/client", "sync/central", "sync/report"},
         {Network, Cli, Log, Posix}},
        {"drivers", {"app/core", "drivers/codec", "drivers/usb", "drivers/replay", "platform"}, {Cli, Posix}},
        {"platform", {"app/core", "platform"}, {Cli, Posix}},
    };
    return rules;
}

// ---------------------------------------------------------------------------------------------------------------------
// Files

struct Source {
    std::string path; ///< from the root, with '/'
    std::vector<std::string> lines;
};

bool startsWith(std::string_view text, std::string_view beginning)
{
    return text.substr(0, beginning.size()) == beginning;
}
bool isUnder(std::string_view path, std::string_view folder)
{
    return startsWith(path, folder) && path.size() > folder.size() && path[folder.size()] == '/';
}

constexpr std::array topFolders{"app", "drivers", "platform", "qml", "sync", "tests"};

std::vector<std::string> readLines(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(std::move(line));
    }
    return lines;
}

/// Files of the top folders; what npm fetches is not ours.
std::vector<Source> filesOf(const fs::path& root)
{
    std::vector<Source> files;
    for (const char* top : topFolders) {
        if (!fs::is_directory(root / top)) {
            continue;
        }
        for (auto entry = fs::recursive_directory_iterator(root / top); entry != fs::recursive_directory_iterator();
             ++entry) {
            if (entry->is_directory() && entry->path().filename() == "node_modules") {
                entry.disable_recursion_pending();
            } else if (entry->is_regular_file()) {
                files.push_back({fs::relative(entry->path(), root).generic_string(), readLines(entry->path())});
            }
        }
    }
    std::sort(files.begin(), files.end(), [](const Source& a, const Source& b) { return a.path < b.path; });
    return files;
}

bool isCpp(std::string_view path) { return path.ends_with(".h") || path.ends_with(".cpp"); }

bool isScript(const Source& source) { return !source.lines.empty() && startsWith(source.lines.front(), "#!"); }

/// Written by hand, in a language that has comments.
bool isSource(const Source& source)
{
    static const std::array endings{".h",  ".cpp",     ".qml",   ".js",   ".ts",    ".sql",   ".py",
                                    ".sh", ".service", ".timer", ".conf", ".rules", ".cmake", ".toml"};
    return isScript(source) || source.path.ends_with("CMakeLists.txt") ||
           std::any_of(endings.begin(), endings.end(), [&](const char* end) { return source.path.ends_with(end); });
}

bool isText(const Source& source)
{
    static const std::array endings{".md", ".svg", ".json", ".yaml", ".html", ".css", ".in", ".supp"};
    return isSource(source) ||
           std::any_of(endings.begin(), endings.end(), [&](const char* end) { return source.path.ends_with(end); });
}

std::string at(const Source& source, std::size_t index, const std::string& what)
{
    return source.path + ":" + std::to_string(index + 1) + ": " + what;
}

// ---------------------------------------------------------------------------------------------------------------------
// Includes

struct Include {
    std::string name;
    bool quoted = false;
};

std::optional<Include> includeOf(const std::string& line)
{
    static const std::regex pattern(R"(^\s*#\s*include\s*(["<])([^">]+)[">].*$)");
    std::smatch match;
    if (!std::regex_match(line, match, pattern)) {
        return std::nullopt;
    }
    return Include{match[2].str(), match[1].str() == "\""};
}

/// Whose the header is; nothing where the house doesn't know it.
std::optional<Family> familyOf(const std::string& name)
{
    using enum Family;
    static const std::vector<std::pair<std::string_view, Family>> beginnings{
        {"boost/json", Json},
        {"boost/asio", Network},
        {"boost/beast", Network},
        {"boost/system", Network},
        {"boost/url", Url},
        {"openssl/", OpenSsl},
        {"SQLiteCpp/", Sqlite},
        {"sqlite3.h", Sqlite},
        {"sodium", Sodium},
        {"zstd", Zstd},
        {"libpq", Postgres},
        {"libusb", Usb},
        {"qrencode.h", Qrencode},
        {"cairo", Cairo},
        {"systemd/", Systemd},
        {"alsa/", Alsa},
        {"toml++/", Toml},
        {"CLI/", Cli},
        {"spdlog/", Log},
        {"sys/", Posix},
        {"linux/", Posix},
        {"netinet/", Posix},
        {"arpa/", Posix},
        {"malloc.h", Posix},
        {"unistd.h", Posix},
        {"fcntl.h", Posix},
        {"signal.h", Posix},
        {"poll.h", Posix},
        {"pwd.h", Posix},
        {"grp.h", Posix},
        {"time.h", Posix},
        {"dirent.h", Posix},
        {"termios.h", Posix},
        {"pthread.h", Posix},
        {"dlfcn.h", Posix},
        {"spawn.h", Posix},
        {"xcb/", X11},
    };
    for (const auto& [beginning, family] : beginnings) {
        if (startsWith(name, beginning)) {
            return family;
        }
    }
    if (name.front() == 'Q' || startsWith(name, "qqml")) {
        return Qt;
    }
    const bool bare = std::all_of(name.begin(), name.end(), [](char c) {
        return std::islower(static_cast<unsigned char>(c)) != 0 || std::isdigit(static_cast<unsigned char>(c)) != 0 ||
               c == '_';
    });
    return bare ? std::optional(Std) : std::nullopt;
}

const Rule* ruleOf(std::string_view path)
{
    if (isUnder(path, demo().folder)) {
        return &demo();
    }
    const std::string_view file = path.substr(path.rfind('/') + 1);
    // What lies in app/ itself is the stand's composition root in several files.
    const bool isRoot = file == "main.cpp" || file.ends_with("_main.cpp") || path.substr(0, path.rfind('/')) == "app";
    if (isRoot) {
        for (const Rule& rule : compositionRoots()) {
            if (isUnder(path, rule.folder)) {
                return &rule;
            }
        }
    }
    for (const Rule& rule : table()) {
        if (isUnder(path, rule.folder)) {
            return &rule;
        }
    }
    return nullptr;
}

bool isTopFolder(std::string_view name)
{
    return std::any_of(topFolders.begin(), topFolders.end(), [&](const char* top) { return isUnder(name, top); });
}

std::optional<std::string> includeFault(const fs::path& root, const Source& source, const Rule& rule,
                                        const Include& include)
{
    const std::string written = include.quoted ? '"' + include.name + '"' : '<' + include.name + '>';
    if (include.quoted) {
        if (include.name.ends_with(".moc")) {
            return std::nullopt;
        }
        if (!isTopFolder(include.name) || !fs::is_regular_file(root / include.name)) {
            return written + " is not a file of the tree; write includes from its root";
        }
        const bool own = fs::path(include.name).parent_path() == fs::path(source.path).parent_path();
        const bool allowed = own || isUnder(include.name, rule.folder) ||
                             std::any_of(rule.folders.begin(), rule.folders.end(),
                                         [&](auto folder) { return isUnder(include.name, folder); });
        if (!allowed) {
            return std::string(rule.folder) + " may not include " + written;
        }
        return std::nullopt;
    }
    const auto family = familyOf(include.name);
    if (!family) {
        return "nobody may include " + written + " (the table doesn't know it)";
    }
    if (*family != Family::Std && std::count(rule.families.begin(), rule.families.end(), *family) == 0) {
        return std::string(rule.folder) + " may not include " + written;
    }
    return std::nullopt;
}

} // namespace

Faults includeFaults(const fs::path& root)
{
    Faults faults;
    for (const Source& source : filesOf(root)) {
        if (!isCpp(source.path) || isUnder(source.path, "tests")) {
            continue;
        }
        const Rule* rule = ruleOf(source.path);
        if (rule == nullptr) {
            faults.push_back(
                at(source, 0, "the table doesn't name this folder; sources lie in a folder that it names"));
            continue;
        }
        for (std::size_t i = 0; i < source.lines.size(); ++i) {
            if (const auto include = includeOf(source.lines[i])) {
                if (const auto fault = includeFault(root, source, *rule, *include)) {
                    faults.push_back(at(source, i, *fault + "; see the table in tests/tidy/house_rules.cpp"));
                }
            }
        }
    }
    return faults;
}

Faults fileFaults(const fs::path& root)
{
    constexpr std::size_t linesMax = 700;
    constexpr std::size_t headLines = 8;
    // In two halves, so that this file doesn't find itself.
    static const std::regex unfinished(std::string("\\b(TO") + "DO|FIX" + "ME|X" + "XX)\\b");

    Faults faults;
    for (const Source& source : filesOf(root)) {
        if (!isText(source)) {
            continue;
        }
        for (std::size_t i = 0; i < source.lines.size(); ++i) {
            if (source.lines[i].size() < 2000 && std::regex_search(source.lines[i], unfinished)) {
                faults.push_back(at(source, i, "a mark of unfinished work; finish it or file an issue"));
            }
        }
        if (!isSource(source)) {
            continue;
        }
        const auto head = std::min(source.lines.size(), headLines);
        for (const char* tag : {"SPDX-FileCopyrightText:", "SPDX-License-Identifier:"}) {
            const bool found =
                std::any_of(source.lines.begin(), source.lines.begin() + static_cast<std::ptrdiff_t>(head),
                            [&](const std::string& line) { return line.find(tag) != std::string::npos; });
            if (!found) {
                faults.push_back(at(source, 0, std::string(tag) + " is missing in the first lines"));
            }
        }
        if (source.path.ends_with(".h") &&
            std::count(source.lines.begin(), source.lines.end(), std::string("#pragma once")) != 1) {
            faults.push_back(at(source, 0, "a header says #pragma once, once"));
        }
        if ((isCpp(source.path) || source.path.ends_with(".qml")) && source.lines.size() > linesMax) {
            faults.push_back(at(source, linesMax, "longer than " + std::to_string(linesMax) + " lines; divide it"));
        }
    }
    return faults;
}

Faults readmeFaults(const fs::path& root)
{
    constexpr std::size_t linesMax = 70;
    std::set<std::string> folders;
    for (const Source& source : filesOf(root)) {
        const bool code = isCpp(source.path) || source.path.ends_with(".qml") || source.path.ends_with(".ts") ||
                          source.path.ends_with("CMakeLists.txt") || isScript(source);
        if (!code) {
            continue;
        }
        if (isUnder(source.path, "tests")) {
            // The mirror of the tree is explained where the tree is; what only tests have explains itself.
            const auto second = source.path.find('/', 6);
            const std::string folder = second == std::string::npos ? "tests" : source.path.substr(0, second);
            static const std::set<std::string> mirror{"tests/app", "tests/drivers", "tests/platform", "tests/qml",
                                                      "tests/sync"};
            folders.insert(mirror.contains(folder) ? "tests" : folder);
            continue;
        }
        std::string folder = source.path.substr(0, source.path.find('/'));
        for (const Rule& rule : table()) {
            if (isUnder(source.path, rule.folder)) {
                folder = rule.folder;
            }
        }
        folders.insert(folder);
    }
    Faults faults;
    for (const std::string& folder : folders) {
        const fs::path readme = root / folder / "README.md";
        if (!fs::is_regular_file(readme)) {
            faults.push_back(folder + "/README.md:1: missing; say the folder's job, rules and decisions");
        } else if (readLines(readme).size() > linesMax) {
            faults.push_back(folder + "/README.md:" + std::to_string(linesMax) + ": longer than a screen; shorten it");
        }
    }
    return faults;
}

Faults purityFaults(const fs::path& root)
{
    static const std::array pure{"app/core",  "app/store",   "app/kiosk",   "app/staff",
                                 "sync/wire", "sync/outbox", "sync/report", "drivers/codec"};
    static const std::regex impure(
        R"((_clock::now\s*\(|\bclock_gettime\s*\(|\bgettimeofday\s*\(|\bstd::time\s*\(|\bstd::rand\s*\()"
        R"(|\bstd::random_device\b|datetime\s*\(\s*'now'|CURRENT_TIMESTAMP|\brandomblob\s*\())");
    Faults faults;
    for (const Source& source : filesOf(root)) {
        const bool isMain = source.path.ends_with("/main.cpp") || source.path.ends_with("_main.cpp");
        const bool checked =
            std::any_of(pure.begin(), pure.end(), [&](const char* folder) { return isUnder(source.path, folder); });
        if (!checked || isMain || !(isCpp(source.path) || source.path.ends_with(".sql"))) {
            continue;
        }
        for (std::size_t i = 0; i < source.lines.size(); ++i) {
            if (std::regex_search(source.lines[i], impure)) {
                faults.push_back(at(
                    source, i, "reads a clock or makes randomness; take core::Clock or core::Random as an argument"));
            }
        }
    }
    return faults;
}

std::size_t sourceCount(const fs::path& root)
{
    const auto files = filesOf(root);
    return static_cast<std::size_t>(std::count_if(files.begin(), files.end(), isSource));
}

} // namespace smiley::tidy
