// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ids.h"
#include "sync/wire/keys.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Where the nightly packages lie, and what their manifest says.
///
///   <folder>/<municipality>/<night, 6 digits>/rows/    microdata, only for that municipality's analysts
///   <folder>/<municipality>/<night, 6 digits>/tables/  figures that passed the gate
///
/// A package is a folder of files: a Frictionless Data Package (datapackage.json and its CSV resources), README.md and
/// manifest.json. While one is written it lies in <folder>/.aside/.
///
/// manifest.json is a signed message (sync/wire/signed_message.h, Context::Manifest) named "manifest":
///   {"message":"manifest","format":1,"ledger":…,"night":N,"stamped_at":…,"municipality":…,"kind":"rows"|"tables",
///    "example":true|false,"previous":<SHA-256 of the manifest before>|null,
///    "files":[{"path":…,"bytes":…,"sha256":…}, …]}
/// `files` lists every other file of the package, by path. The manifests of one municipality and kind form a chain.

namespace smiley::report {

enum class PackageKind : std::uint8_t { Rows, Tables };
[[nodiscard]] std::string_view text(PackageKind kind); ///< "rows", "tables"
[[nodiscard]] std::optional<PackageKind> packageKind(std::string_view text);

inline constexpr int packageFormat = 1;
inline constexpr std::string_view manifestName = "manifest.json";
inline constexpr std::string_view asideName = ".aside";
inline constexpr std::uint64_t nightMax = 999'999;
/// Largest manifest that is read.
inline constexpr std::size_t manifestBytesMax = 64 * 1024;
/// Most files of a package.
inline constexpr std::size_t packageFilesMax = 64;

/// "000042".
[[nodiscard]] std::string nightName(std::uint64_t night);
/// The night of a folder's name, or nothing where it is none.
[[nodiscard]] std::optional<std::uint64_t> nightOf(std::string_view name);

[[nodiscard]] std::filesystem::path packageFolder(const std::filesystem::path& folder,
                                                  const core::MunicipalityId& municipality, std::uint64_t night,
                                                  PackageKind kind);

struct ManifestFile {
    std::string path; ///< a plain name
    std::uint64_t bytes = 0;
    core::Hash sha256;
};

struct Manifest {
    std::string ledger;
    std::uint64_t night = 0;
    std::string stampedAt; ///< "2026-11-23T02:00:00Z"
    core::MunicipalityId municipality;
    PackageKind kind = PackageKind::Rows;
    bool example = false;
    std::optional<core::Hash> previous;
    std::vector<ManifestFile> files; ///< by path
};

[[nodiscard]] std::string writeManifest(const Manifest& manifest, const wire::SecretKey& centre);
/// What stands in it, where `centre` signed it; without a key, whoever signed it. On failure nothing, and `why` says
/// what is wrong.
[[nodiscard]] std::optional<Manifest> readManifest(std::string_view json, const std::optional<wire::PublicKey>& centre,
                                                   std::string& why);

// --- For those who give packages out

/// A night of a municipality that has at least one whole package.
struct ListedNight {
    std::uint64_t night = 0;
    std::vector<PackageKind> kinds;
};
/// By night; empty where there is none.
[[nodiscard]] std::vector<ListedNight> listNights(const std::filesystem::path& folder,
                                                  const core::MunicipalityId& municipality);

struct PackageFile {
    std::filesystem::path path;
    std::uint64_t bytes = 0;
    core::Hash sha256; ///< a strong ETag
};
/// A file of a package, by its plain name. Only what the manifest lists, and the manifest itself; nothing for any other
/// name, so no name leads out of the package's folder.
[[nodiscard]] std::optional<PackageFile> packageFile(const std::filesystem::path& folder,
                                                     const core::MunicipalityId& municipality, std::uint64_t night,
                                                     PackageKind kind, std::string_view name);

} // namespace smiley::report
