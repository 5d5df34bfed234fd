// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/report/csv.h"

#include <string>
#include <utility>
#include <vector>

namespace smiley::report {

/// The files of a package without its manifest: name and bytes.
using PackageFiles = std::vector<std::pair<std::string, std::string>>;

struct DataPackage {
    std::string name; ///< as Frictionless wants it: lower case, digits, '-', '_', '.'
    std::string title;
    std::string description;
    std::string created; ///< RFC 3339, of the night's stamp
    std::string readme;  ///< for people
    std::vector<Table> tables;
};

/// The CSV files, datapackage.json (Frictionless Data Package 1.0, tabular-data-package: dialect, schema, bytes, SHA-256
/// of each resource) and README.md, by name. The same input gives the same bytes.
[[nodiscard]] PackageFiles packageFiles(const DataPackage& package);

} // namespace smiley::report
