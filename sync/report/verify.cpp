// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/verify.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <system_error>
#include <tuple>

namespace smiley::report {

namespace fs = std::filesystem;
namespace json = boost::json;

namespace {

constexpr std::string_view fetchAgain = "fetch the package again";
/// Deepest folder below the one given: municipality, night, kind.
constexpr int depthMax = 3;

bool isPlainFile(const fs::path& path)
{
    std::error_code error;
    return fs::is_regular_file(fs::symlink_status(path, error)) && !error;
}

std::optional<std::string> bytesOf(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return in ? std::optional(std::move(bytes).str()) : std::nullopt;
}

/// A package that was looked at: what it says, and the hash of its manifest.
struct Seen {
    fs::path path;
    Manifest manifest;
    core::Hash hash;
};

void fault(Verification& result, const fs::path& path, std::string message)
{
    result.faults.push_back({path, std::move(message)});
}

void checkFile(Verification& result, const fs::path& path, const ManifestFile& listed)
{
    std::error_code error;
    if (!isPlainFile(path)) {
        fault(result, path, "is missing; " + std::string(fetchAgain));
        return;
    }
    const auto size = fs::file_size(path, error);
    if (error || size != listed.bytes) {
        fault(result, path,
              "has " + std::to_string(size) + " bytes, the manifest says " + std::to_string(listed.bytes) + "; " +
                  std::string(fetchAgain));
        return;
    }
    const auto bytes = bytesOf(path);
    if (!bytes) {
        fault(result, path, "can't be read; check its rights and the disk");
    } else if (wire::sha256(*bytes) != listed.sha256) {
        fault(result, path, "is not what the manifest says (SHA-256 differs); " + std::string(fetchAgain));
    } else {
        ++result.files;
    }
}

/// Where the package still lies under its municipality and night, it must be theirs.
void checkPlace(Verification& result, const fs::path& package, const Manifest& manifest)
{
    std::error_code error;
    const fs::path whole = fs::weakly_canonical(package, error);
    const auto kind = packageKind(whole.filename().string());
    const auto night = nightOf(whole.parent_path().filename().string());
    if (error || !kind || !night) {
        return;
    }
    const std::string municipality = whole.parent_path().parent_path().filename().string();
    if (*kind != manifest.kind || *night != manifest.night || municipality != manifest.municipality.text()) {
        fault(result, package,
              "lies where " + municipality + "/" + nightName(*night) + "/" + std::string(text(*kind)) +
                  " should be, but is " + manifest.municipality.text() + "/" + nightName(manifest.night) + "/" +
                  std::string(text(manifest.kind)) + ": an older or another package was put in its place; " +
                  std::string(fetchAgain));
    }
}

std::optional<Seen> checkPackage(Verification& result, const fs::path& package,
                                 const std::optional<wire::PublicKey>& centre)
{
    ++result.packages;
    const fs::path manifestPath = package / manifestName;
    std::error_code error;
    if (!isPlainFile(manifestPath)) {
        fault(result, manifestPath, "is missing: the package is not whole; " + std::string(fetchAgain));
        return std::nullopt;
    }
    if (fs::file_size(manifestPath, error) > manifestBytesMax || error) {
        fault(result, manifestPath, "is larger than a manifest can be; " + std::string(fetchAgain));
        return std::nullopt;
    }
    const auto bytes = bytesOf(manifestPath);
    if (!bytes) {
        fault(result, manifestPath, "can't be read; check its rights and the disk");
        return std::nullopt;
    }
    std::string why;
    auto manifest = readManifest(*bytes, centre, why);
    if (!manifest) {
        fault(result, manifestPath, why + "; " + std::string(fetchAgain));
        return std::nullopt;
    }
    std::set<std::string> listed{std::string(manifestName)};
    for (const ManifestFile& file : manifest->files) {
        listed.insert(file.path);
        checkFile(result, package / file.path, file);
    }
    for (const auto& entry : fs::directory_iterator(package, error)) {
        if (!listed.contains(entry.path().filename().string())) {
            fault(result, entry.path(), "doesn't belong to the package; take it away");
        }
    }
    if (error) {
        fault(result, package, "can't be listed: " + error.message());
    }
    checkPlace(result, package, *manifest);
    return Seen{package, std::move(*manifest), wire::sha256(*bytes)};
}

/// The manifests of one municipality and kind, in their order.
void checkChain(Verification& result, std::vector<Seen>& seen)
{
    std::sort(seen.begin(), seen.end(), [](const Seen& a, const Seen& b) {
        return std::tuple(a.manifest.night, a.path) < std::tuple(b.manifest.night, b.path);
    });
    for (std::size_t i = 1; i < seen.size(); ++i) {
        const Seen& before = seen[i - 1];
        const Seen& after = seen[i];
        if (after.manifest.ledger != before.manifest.ledger) {
            fault(result, after.path, "is of another ledger than night " + nightName(before.manifest.night));
        } else if (after.manifest.night == before.manifest.night) {
            fault(result, after.path, "is night " + nightName(after.manifest.night) + " a second time");
        } else if (after.manifest.night != before.manifest.night + 1) {
            fault(result, after.path.parent_path().parent_path(),
                  "night " + nightName(before.manifest.night + 1) + " (" + std::string(text(after.manifest.kind)) +
                      ") is missing; " + std::string(fetchAgain));
        } else if (after.manifest.previous != before.hash) {
            fault(result, after.path,
                  "doesn't follow from night " + nightName(before.manifest.night) +
                      ": one of the two was exchanged; fetch both again");
        }
    }
}

/// Package folders under `folder`: those that hold a manifest or a data package, or have a package's place.
void findPackages(const fs::path& folder, int depth, std::vector<fs::path>& found)
{
    std::error_code error;
    const bool placed = packageKind(folder.filename().string()) && nightOf(folder.parent_path().filename().string());
    if (placed || fs::exists(folder / manifestName, error) || fs::exists(folder / "datapackage.json", error)) {
        found.push_back(folder);
        return;
    }
    if (depth == depthMax) {
        return;
    }
    std::vector<fs::path> inside;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        if (entry.is_directory(error) && !entry.is_symlink(error) && entry.path().filename().string().front() != '.') {
            inside.push_back(entry.path());
        }
    }
    std::sort(inside.begin(), inside.end());
    for (const fs::path& path : inside) {
        findPackages(path, depth + 1, found);
    }
}

} // namespace

Verification verifyPackage(const fs::path& package, const std::optional<wire::PublicKey>& centre)
{
    Verification result;
    result.signatureChecked = centre.has_value();
    std::error_code error;
    if (!fs::is_directory(package, error)) {
        fault(result, package, "is no folder; name the folder of a package");
        return result;
    }
    checkPackage(result, package, centre);
    return result;
}

Verification verify(const fs::path& folder, const std::optional<wire::PublicKey>& centre)
{
    Verification result;
    result.signatureChecked = centre.has_value();
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        fault(result, folder, "is no folder; name the folder of a package, of a municipality or of all packages");
        return result;
    }
    // "rows/" has an empty file name; a package is known by its own.
    const fs::path root = folder.has_filename() ? folder : folder.parent_path();
    std::vector<fs::path> packages;
    findPackages(root, 0, packages);
    std::map<std::tuple<std::string, PackageKind>, std::vector<Seen>> chains;
    for (const fs::path& package : packages) {
        if (auto seen = checkPackage(result, package, centre)) {
            chains[{seen->manifest.municipality.text(), seen->manifest.kind}].push_back(std::move(*seen));
        }
    }
    for (auto& [name, seen] : chains) {
        checkChain(result, seen);
    }
    if (packages.empty()) {
        fault(result, folder, "has no package in it; a package is a folder with manifest.json and datapackage.json");
    }
    return result;
}

std::string describe(const Verification& verification)
{
    std::string lines;
    for (const VerifyFault& found : verification.faults) {
        lines += found.path.string() + ": " + found.message + "\n";
    }
    const std::string looked =
        std::to_string(verification.packages) + " package(s), " + std::to_string(verification.files) + " file(s) whole";
    if (!verification.ok()) {
        return lines + "REFUSED: " + looked + ", " + std::to_string(verification.faults.size()) + " fault(s)\n";
    }
    return lines + (verification.signatureChecked
                        ? "ok: " + looked + ", signed by the centre\n"
                        : "whole: " + looked + "; whose they are was not checked: no public key was given\n");
}

std::string toJson(const Verification& verification)
{
    json::array faults;
    for (const VerifyFault& found : verification.faults) {
        faults.push_back(json::object{{"path", found.path.string()}, {"message", found.message}});
    }
    return json::serialize(json::object{{"ok", verification.ok()},
                                        {"packages", verification.packages},
                                        {"files", verification.files},
                                        {"signature_checked", verification.signatureChecked},
                                        {"faults", std::move(faults)}});
}

int exitCode(const Verification& verification)
{
    if (verification.packages == 0) {
        return 2;
    }
    return verification.ok() ? 0 : 1;
}

} // namespace smiley::report
