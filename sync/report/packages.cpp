// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/packages.h"

#include "sync/wire/signed_message.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <fstream>
#include <sstream>
#include <system_error>

namespace smiley::report {

namespace json = boost::json;

namespace {

constexpr std::string_view messageName = "manifest";
constexpr std::array kinds{PackageKind::Rows, PackageKind::Tables};

/// A plain file name: letters, digits, '.', '-', '_', and not hidden.
bool isPlainName(std::string_view name)
{
    return !name.empty() && name.size() <= 64 && name.front() != '.' &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
                      c == '-' || c == '_';
           });
}

std::optional<std::string> textOf(const json::object& object, std::string_view name)
{
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::optional(std::string(value->get_string())) : std::nullopt;
}

std::optional<std::uint64_t> numberOf(const json::object& object, std::string_view name)
{
    const auto* value = object.if_contains(name);
    if (value == nullptr) {
        return std::nullopt;
    }
    json::error_code error;
    const auto number = value->to_number<std::uint64_t>(error);
    return error ? std::nullopt : std::optional(number);
}

std::optional<std::vector<ManifestFile>> filesOf(const json::object& object)
{
    const auto* value = object.if_contains("files");
    const auto* array = value != nullptr ? value->if_array() : nullptr;
    if (array == nullptr || array->empty() || array->size() > packageFilesMax) {
        return std::nullopt;
    }
    std::vector<ManifestFile> files;
    for (const auto& entry : *array) {
        const auto* file = entry.if_object();
        const auto path = file != nullptr ? textOf(*file, "path") : std::nullopt;
        const auto bytes = file != nullptr ? numberOf(*file, "bytes") : std::nullopt;
        const auto sha256 = core::Hash::parse(file != nullptr ? textOf(*file, "sha256").value_or("") : "");
        if (!path || !isPlainName(*path) || *path == manifestName || !bytes || !sha256 ||
            (!files.empty() && files.back().path >= *path)) {
            return std::nullopt;
        }
        files.push_back({*path, *bytes, *sha256});
    }
    return files;
}

std::optional<Manifest> manifestOf(const json::object& object)
{
    const auto format = numberOf(object, "format");
    const auto night = numberOf(object, "night");
    const auto municipality = core::MunicipalityId::parse(textOf(object, "municipality").value_or(""));
    const auto kind = packageKind(textOf(object, "kind").value_or(""));
    const auto ledger = textOf(object, "ledger");
    const auto stampedAt = textOf(object, "stamped_at");
    const auto* example = object.if_contains("example");
    const auto* previous = object.if_contains("previous");
    auto files = filesOf(object);
    if (format != packageFormat || !night || *night == 0 || *night > nightMax || !municipality || !kind || !ledger ||
        !stampedAt || example == nullptr || !example->is_bool() || previous == nullptr || !files) {
        return std::nullopt;
    }
    auto before = core::Hash::parse(textOf(object, "previous").value_or(""));
    if (!before && !previous->is_null()) {
        return std::nullopt;
    }
    return Manifest{*ledger, *night, *stampedAt, *municipality, *kind, example->get_bool(), before, std::move(*files)};
}

std::optional<std::string> bytesOf(const std::filesystem::path& path, std::size_t bytesMax)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(path, error)) || error ||
        std::filesystem::file_size(path, error) > bytesMax || error) {
        return std::nullopt;
    }
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return in ? std::optional(std::move(bytes).str()) : std::nullopt;
}

} // namespace

std::string_view text(PackageKind kind)
{
    switch (kind) {
    case PackageKind::Rows: return "rows";
    case PackageKind::Tables: return "tables";
    }
    assert(false);
    return {};
}

std::optional<PackageKind> packageKind(std::string_view name)
{
    for (const PackageKind kind : kinds) {
        if (text(kind) == name) {
            return kind;
        }
    }
    return std::nullopt;
}

std::string nightName(std::uint64_t night)
{
    assert(night >= 1 && night <= nightMax);
    std::string digits = std::to_string(night);
    return std::string(6 - digits.size(), '0') + digits;
}

std::optional<std::uint64_t> nightOf(std::string_view name)
{
    std::uint64_t night = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), night);
    if (name.size() != 6 || error != std::errc{} || end != name.data() + name.size() || night == 0) {
        return std::nullopt;
    }
    return night;
}

std::filesystem::path packageFolder(const std::filesystem::path& folder, const core::MunicipalityId& municipality,
                                    std::uint64_t night, PackageKind kind)
{
    return folder / municipality.text() / nightName(night) / text(kind);
}

std::string writeManifest(const Manifest& manifest, const wire::SecretKey& centre)
{
    json::array files;
    for (const ManifestFile& file : manifest.files) {
        files.push_back(json::object{{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256.text()}});
    }
    json::object payload{
        {"format", packageFormat},
        {"ledger", manifest.ledger},
        {"night", manifest.night},
        {"stamped_at", manifest.stampedAt},
        {"municipality", manifest.municipality.text()},
        {"kind", text(manifest.kind)},
        {"example", manifest.example},
        {"previous", manifest.previous ? json::value(manifest.previous->text()) : json::value(nullptr)},
        {"files", std::move(files)},
    };
    return wire::writeSigned(std::move(payload), messageName, wire::Context::Manifest, centre) + "\n";
}

std::optional<Manifest> readManifest(std::string_view text, const std::optional<wire::PublicKey>& centre,
                                     std::string& why)
{
    std::optional<json::object> payload;
    if (centre) {
        auto opened = wire::openSigned(text, messageName, wire::Context::Manifest, *centre);
        if (!opened) {
            why = opened.error().message;
            return std::nullopt;
        }
        payload = std::move(*opened);
    } else {
        auto outer = wire::readSigned(text, messageName);
        if (!outer) {
            why = outer.error().message;
            return std::nullopt;
        }
        auto opened = wire::payloadOf(*outer, messageName);
        if (!opened) {
            why = opened.error().message;
            return std::nullopt;
        }
        payload = std::move(*opened);
    }
    auto manifest = manifestOf(*payload);
    if (!manifest) {
        why = "the manifest is not of format 1, or a member is missing or wrong";
    }
    return manifest;
}

std::vector<ListedNight> listNights(const std::filesystem::path& folder, const core::MunicipalityId& municipality)
{
    std::vector<ListedNight> nights;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder / municipality.text(), error)) {
        const auto night = nightOf(entry.path().filename().string());
        if (!night) {
            continue;
        }
        ListedNight listed{*night, {}};
        for (const PackageKind kind : kinds) {
            if (std::filesystem::is_regular_file(entry.path() / text(kind) / manifestName, error)) {
                listed.kinds.push_back(kind);
            }
        }
        if (!listed.kinds.empty()) {
            nights.push_back(std::move(listed));
        }
    }
    std::sort(nights.begin(), nights.end(), [](const auto& a, const auto& b) { return a.night < b.night; });
    return nights;
}

std::optional<PackageFile> packageFile(const std::filesystem::path& folder, const core::MunicipalityId& municipality,
                                       std::uint64_t night, PackageKind kind, std::string_view name)
{
    if (!isPlainName(name) || night == 0 || night > nightMax) {
        return std::nullopt;
    }
    const auto package = packageFolder(folder, municipality, night, kind);
    const auto text = bytesOf(package / manifestName, manifestBytesMax);
    if (!text) {
        return std::nullopt;
    }
    if (name == manifestName) {
        return PackageFile{package / manifestName, text->size(), wire::sha256(*text)};
    }
    std::string why;
    const auto manifest = readManifest(*text, std::nullopt, why);
    if (!manifest) {
        return std::nullopt;
    }
    for (const ManifestFile& file : manifest->files) {
        if (file.path == name) {
            return PackageFile{package / name, file.bytes, file.sha256};
        }
    }
    return std::nullopt;
}

} // namespace smiley::report
