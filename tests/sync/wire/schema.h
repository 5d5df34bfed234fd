// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/wire/questionnaire_json.h"

#include <boost/json.hpp>

#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <string>

/// The published schema, judged by somebody else's program. valijson knows JSON Schema up to draft 7; the schema keeps
/// to the keywords that mean the same there and in 2020-12.

namespace smiley::test {

class PublishedSchema {
public:
    PublishedSchema()
    {
        const boost::json::value document = boost::json::parse(wire::questionnaireSchema());
        valijson::adapters::BoostJsonAdapter adapter(document);
        valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(adapter, m_schema);
    }

    /// What the schema has against it; empty where it is valid.
    [[nodiscard]] std::string complaint(const boost::json::value& questionnaire) const
    {
        valijson::Validator validator;
        valijson::ValidationResults results;
        const valijson::adapters::BoostJsonAdapter adapter(questionnaire);
        if (validator.validate(m_schema, adapter, &results)) {
            return {};
        }
        std::string text;
        valijson::ValidationResults::Error error;
        while (results.popError(error)) {
            for (const std::string& part : error.context) {
                text += part;
            }
            text += ": " + error.description + "\n";
        }
        return text;
    }

private:
    valijson::Schema m_schema;
};

} // namespace smiley::test
