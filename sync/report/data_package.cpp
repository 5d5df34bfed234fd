// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/data_package.h"

#include "sync/wire/keys.h"

#include <boost/json.hpp>

#include <algorithm>

namespace smiley::report {

namespace json = boost::json;

namespace {

json::object schemaOf(const Table& table)
{
    json::array fields;
    for (const Field& field : table.fields) {
        json::object described{{"name", field.name}, {"type", text(field.type)}, {"description", field.description}};
        fields.push_back(std::move(described));
    }
    json::object schema{{"fields", std::move(fields)}, {"missingValues", json::array{""}}};
    if (!table.primaryKey.empty()) {
        schema["primaryKey"] = json::array(table.primaryKey.begin(), table.primaryKey.end());
    }
    return schema;
}

json::object resourceOf(const Table& table, const std::string& csv)
{
    return {
        {"profile", "tabular-data-resource"},
        {"name", table.name},
        {"path", table.name + ".csv"},
        {"description", table.description},
        {"format", "csv"},
        {"mediatype", "text/csv"},
        {"encoding", "utf-8"},
        {"dialect", json::object{{"delimiter", ","},
                                 {"lineTerminator", "\r\n"},
                                 {"quoteChar", "\""},
                                 {"doubleQuote", true},
                                 {"header", true}}},
        {"bytes", csv.size()},
        {"hash", "sha256:" + wire::sha256(csv).text()},
        {"schema", schemaOf(table)},
    };
}

} // namespace

PackageFiles packageFiles(const DataPackage& package)
{
    PackageFiles files;
    json::array resources;
    for (const Table& table : package.tables) {
        std::string csv = toCsv(table);
        resources.push_back(resourceOf(table, csv));
        files.emplace_back(table.name + ".csv", std::move(csv));
    }
    const json::object described{
        {"profile", "tabular-data-package"},  {"name", package.name},       {"title", package.title},
        {"description", package.description}, {"created", package.created}, {"resources", std::move(resources)},
    };
    files.emplace_back("datapackage.json", json::serialize(described) + "\n");
    files.emplace_back("README.md", package.readme);
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace smiley::report
