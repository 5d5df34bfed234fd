// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adjudicate/policy_file.h"

#include "app/adjudicate/files.h"
#include "sync/wire/policy_json.h"

#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace smiley::adjudicate {

core::Result<core::Policy, PolicyFault> policyOf(const std::string& nameOrFile)
{
    if (auto policy = core::Policy::named(nameOrFile)) {
        return std::move(*policy);
    }
    std::string text;
    const auto read = readFile(nameOrFile, [&text](std::string_view piece) {
        text += piece;
        return text.size() <= wire::policyBytesMax;
    });
    if (!read) {
        return core::fail(PolicyFault::Unknown, "no policy has the name " + nameOrFile +
                                                    " (see --help), and as a file: " + read.error().message);
    }
    auto parsed = wire::parsePolicy(text);
    if (const auto* faults = std::get_if<std::vector<wire::DocumentFault>>(&parsed)) {
        std::string message = nameOrFile + " is no policy file:\n" + wire::describe(*faults);
        message.pop_back();
        return core::fail(PolicyFault::Unknown, std::move(message));
    }
    return std::get<core::Policy>(std::move(parsed));
}

} // namespace smiley::adjudicate
