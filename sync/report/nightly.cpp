// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/nightly.h"

#include "sync/report/data_package.h"
#include "sync/report/night_view.h"
#include "sync/report/rows.h"
#include "sync/report/tables.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <system_error>

namespace smiley::report {

namespace fs = std::filesystem;

namespace {

constexpr std::array kinds{PackageKind::Rows, PackageKind::Tables};

core::Failure<ReportFault> from(const core::Failure<central::LedgerFault>& failure)
{
    return core::fail(ReportFault::Ledger, failure.message);
}

core::Failure<ReportFault> from(const core::Failure<FileFault>& failure)
{
    switch (failure.code) {
    case FileFault::Full: return core::fail(ReportFault::Full, failure.message);
    case FileFault::Io: break;
    }
    return core::fail(ReportFault::Io, failure.message);
}

/// Whether the folder holds exactly these files.
bool isThere(const fs::path& folder, const PackageFiles& files)
{
    std::error_code error;
    std::size_t entries = 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder, error)) {
        ++entries;
    }
    return !error && entries == files.size() && std::all_of(files.begin(), files.end(), [&](const auto& file) {
        std::ifstream in(folder / file.first, std::ios::binary);
        std::ostringstream bytes;
        bytes << in.rdbuf();
        return in && std::move(bytes).str() == file.second;
    });
}

/// Writes the package whole or not at all: aside, each file synced, the manifest last, then one rename. So who copies a
/// municipality's folder never meets a half one.
Made<core::Done> place(Files& files, const fs::path& aside, const fs::path& old, const fs::path& folder,
                       const PackageFiles& content)
{
    const fs::path night = folder.parent_path();
    const auto steps = [&]() -> core::Result<core::Done, FileFault> {
        if (auto done = files.makeFolder(night); !done) {
            return done;
        }
        if (auto done = files.removeAll(aside); !done) {
            return done;
        }
        if (auto done = files.makeFolder(aside); !done) {
            return done;
        }
        for (const auto& [name, bytes] : content) {
            if (auto done = files.write(aside / name, bytes); !done) {
                return done;
            }
        }
        if (auto done = files.syncFolder(aside); !done) {
            return done;
        }
        std::error_code error;
        const bool replaces = fs::exists(folder, error);
        if (replaces) {
            if (auto done = files.removeAll(old); !done) {
                return done;
            }
            if (auto done = files.rename(folder, old); !done) {
                return done;
            }
        }
        if (auto done = files.rename(aside, folder); !done) {
            return done;
        }
        if (auto done = files.syncFolder(night); !done) {
            return done;
        }
        return files.removeAll(old);
    };
    if (auto done = steps(); !done) {
        return from(done.error());
    }
    return core::Done{};
}

/// One run: what it reads from and writes to.
class Run {
public:
    Run(central::Ledger& ledger, const wire::SecretKey& centre, const fs::path& folder, Files& files)
        : m_ledger(ledger),
          m_centre(centre),
          m_folder(folder),
          m_files(files),
          m_views(ledger)
    {}

    [[nodiscard]] Made<core::Done> load()
    {
        if (auto done = m_views.load(); !done) {
            return from(done.error());
        }
        return core::Done{};
    }

    [[nodiscard]] const std::vector<central::Night>& nights() const { return m_views.nights(); }

    /// Whether every package of the night was made.
    [[nodiscard]] Made<bool> isMade(const central::Night& night)
    {
        for (const auto& municipality : m_views.municipalitiesOf(night)) {
            for (const PackageKind kind : kinds) {
                auto hash = m_ledger.manifest(night.number, municipality.id, text(kind));
                if (!hash) {
                    return from(hash.error());
                }
                if (!*hash) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Makes all packages of the night that aren't there.
    [[nodiscard]] Made<core::Done> make(const central::Night& night, NightlyResult& result)
    {
        for (const auto& municipality : m_views.municipalitiesOf(night)) {
            auto view = m_views.view(night, municipality);
            if (!view) {
                return from(view.error());
            }
            for (const PackageKind kind : kinds) {
                auto made = makePackage(*view, kind);
                if (!made) {
                    return made.error();
                }
                result.packages.push_back(std::move(*made));
            }
        }
        return core::Done{};
    }

private:
    [[nodiscard]] Made<MadePackage> makePackage(const NightView& view, PackageKind kind)
    {
        auto package = kind == PackageKind::Rows ? rowsPackage(m_ledger, view) : tablesPackage(m_ledger, view);
        if (!package) {
            return from(package.error());
        }
        PackageFiles content = packageFiles(*package);
        auto manifest = manifestOf(view, kind, content);
        if (!manifest) {
            return manifest.error();
        }
        const std::string bytes = writeManifest(*manifest, m_centre);
        content.emplace_back(manifestName, bytes);

        auto known = m_ledger.manifest(view.night.number, view.municipality.id, text(kind));
        if (!known) {
            return from(known.error());
        }
        MadePackage made{view.municipality.id, view.night.number, kind,
                         packageFolder(m_folder, view.municipality.id, view.night.number, kind), wire::sha256(bytes)};
        made.written = !isThere(made.folder, content);
        made.changed = *known && **known != made.manifest;
        if (made.written) {
            const std::string name =
                view.municipality.id.text() + "-" + nightName(view.night.number) + "-" + std::string(text(kind));
            if (auto done = place(m_files, m_folder / asideName / (name + ".new"),
                                  m_folder / asideName / (name + ".old"), made.folder, content);
                !done) {
                return done.error();
            }
        }
        if (*known != made.manifest) {
            if (auto done = m_ledger.setManifest(view.night.number, view.municipality.id, text(kind), made.manifest);
                !done) {
                return from(done.error());
            }
        }
        return made;
    }

    [[nodiscard]] Made<Manifest> manifestOf(const NightView& view, PackageKind kind, const PackageFiles& content)
    {
        Manifest manifest{view.identity.id,
                          view.night.number,
                          utcText(view.night.stampedAt),
                          view.municipality.id,
                          kind,
                          view.identity.example,
                          std::nullopt,
                          {}};
        if (view.night.number > 1) {
            auto previous = m_ledger.manifest(view.night.number - 1, view.municipality.id, text(kind));
            if (!previous) {
                return from(previous.error());
            }
            manifest.previous = *previous;
        }
        for (const auto& [name, bytes] : content) {
            manifest.files.push_back({name, bytes.size(), wire::sha256(bytes)});
        }
        return manifest;
    }

    central::Ledger& m_ledger;
    const wire::SecretKey& m_centre;
    const fs::path& m_folder;
    Files& m_files;
    NightViews m_views;
};

/// Whether an envelope waits for a stamp.
Made<bool> somethingNew(central::Ledger& ledger)
{
    auto envelopes = ledger.envelopes();
    if (!envelopes) {
        return from(envelopes.error());
    }
    return std::any_of(envelopes->begin(), envelopes->end(), [](const central::EnvelopeRow& row) {
        return row.state == central::EnvelopeState::Stored && row.read == central::ReadState::Read && !row.night;
    });
}

} // namespace

Made<NightlyResult> runNightly(central::Ledger& ledger, const wire::SecretKey& centre, const fs::path& folder,
                               const core::Clock& clock, Files& files)
{
    NightlyResult result;
    {
        Run before(ledger, centre, folder, files);
        if (auto done = before.load(); !done) {
            return done.error();
        }
        // Nights are made one after the other, so what isn't made is at the end.
        const auto& nights = before.nights();
        std::size_t unmade = nights.size();
        for (; unmade > 0; --unmade) {
            auto made = before.isMade(nights[unmade - 1]);
            if (!made) {
                return made.error();
            }
            if (*made) {
                break;
            }
        }
        for (; unmade < nights.size(); ++unmade) {
            if (auto done = before.make(nights[unmade], result); !done) {
                return done.error();
            }
        }
        const core::WallMs now = clock.now().wall;
        if (!nights.empty()) {
            const central::Night& last = nights.back();
            result.night = last.number;
            if (now < last.stampedAt) {
                return core::fail(ReportFault::Clock, "the clock says " + utcText(now) + ", but night " +
                                                          std::to_string(last.number) + " was stamped at " +
                                                          utcText(last.stampedAt) + "; set the clock and run again");
            }
            auto isNew = somethingNew(ledger);
            if (!isNew) {
                return isNew.error();
            }
            if (!*isNew && core::localTime(now).day == core::localTime(last.stampedAt).day) {
                return result;
            }
        }
        auto night = ledger.stampNight(result.night + 1, now);
        if (!night) {
            return from(night.error());
        }
        result.night = night->number;
        result.stamped = true;
    }
    Run after(ledger, centre, folder, files);
    if (auto done = after.load(); !done) {
        return done.error();
    }
    if (auto done = after.make(after.nights().back(), result); !done) {
        return done.error();
    }
    return result;
}

Made<NightlyResult> remakeNight(central::Ledger& ledger, const wire::SecretKey& centre, const fs::path& folder,
                                std::uint64_t night, Files& files)
{
    Run run(ledger, centre, folder, files);
    if (auto done = run.load(); !done) {
        return done.error();
    }
    const auto& nights = run.nights();
    const auto found =
        std::find_if(nights.begin(), nights.end(), [&](const central::Night& other) { return other.number == night; });
    if (found == nights.end()) {
        return core::fail(ReportFault::NotFound, "there is no night " + std::to_string(night) + "; the newest is " +
                                                     std::to_string(nights.empty() ? 0 : nights.back().number) +
                                                     (nights.empty() ? ", so there was none yet" : ""));
    }
    NightlyResult result;
    result.night = nights.back().number;
    for (auto at = found; at != nights.end(); ++at) {
        const std::size_t before = result.packages.size();
        if (auto done = run.make(*at, result); !done) {
            return done.error();
        }
        // A later night names the manifests of this one.
        const bool changed = std::any_of(result.packages.begin() + static_cast<std::ptrdiff_t>(before),
                                         result.packages.end(), [](const MadePackage& made) { return made.changed; });
        if (!changed) {
            break;
        }
    }
    return result;
}

std::string describe(const NightlyResult& result)
{
    std::string lines;
    for (const MadePackage& made : result.packages) {
        lines += made.folder.string() + "  " + made.manifest.text().substr(0, 16) +
                 (made.written ? "  written" : "  was there") +
                 (made.changed ? ", NOT what was given out before: fetch it again" : "") + "\n";
    }
    if (result.night == 0) {
        return lines + "no night yet\n";
    }
    return lines + "night " + std::to_string(result.night) +
           (result.stamped ? " stamped\n" : ": nothing new was stamped\n");
}

} // namespace smiley::report
