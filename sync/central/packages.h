// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ids.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace smiley::central {

/// The nightly packages as `serve` gives them out. sync/report knows where they lie and what is whole; the program puts
/// the two together. Any thread.
class Packages {
public:
    struct Listed {
        std::uint64_t night = 0;
        std::string kind;     ///< "rows" or "tables"
        std::string manifest; ///< plain name of the file to begin with
    };
    struct File {
        std::filesystem::path path;
        core::Hash sha256; ///< its ETag
    };

    virtual ~Packages() = default;
    /// Whole packages, by night and kind.
    [[nodiscard]] virtual std::vector<Listed> list(const core::MunicipalityId& municipality) const = 0;
    /// Nothing for any name that is not a file of that package.
    [[nodiscard]] virtual std::optional<File> file(const core::MunicipalityId& municipality, std::uint64_t night,
                                                   std::string_view kind, std::string_view name) const = 0;
};

} // namespace smiley::central
