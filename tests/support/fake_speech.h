// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"

#include <set>
#include <string>
#include <vector>

namespace smiley::test {

/// Speech without a sound: writes down what is said, and says it for as long as the test wants.
class FakeSpeech final : public core::Speech {
public:
    struct Said {
        std::string text;
        std::string language;
        int volume = 0;
    };

    [[nodiscard]] bool canSay(const std::string& languageTag) const override { return voices.contains(languageTag); }
    void say(const std::string& text, const std::string& languageTag, int volume) override
    {
        said.push_back({text, languageTag, volume});
        speaking = true;
    }
    void silence() override
    {
        ++silences;
        speaking = false;
    }
    /// What is being said is heard to its end.
    void hear()
    {
        speaking = false;
        ended();
    }

    std::set<std::string> voices{"da", "da-x-let", "en", "ar"};
    std::vector<Said> said;
    int silences = 0;
    bool speaking = false;
};

} // namespace smiley::test
