// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/visit.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace smiley::core {

/// What the screen shows: a value made from the state, with nothing in it that tells which face was chosen once the
/// mark is gone. The UI mirrors it and decides nothing.
struct Screen {
    enum class Page : std::uint8_t { Faces, Question };

    Page page = Page::Faces;
    Overlay overlay = Overlay::None;
    LanguageTag language;
    Direction direction = Direction::LeftToRight;
    bool contrast = false;
    Listening listening = Listening::Off;
    int volume = volumeDefault;

    bool closed = false; ///< not for visitors just now: staff's, or being cleaned

    // Page Faces
    std::string faceQuestion;            ///< the core question in the language shown
    std::vector<std::string> faceLabels; ///< five, worst first
    std::optional<Face> marked;
    std::optional<Banner> banner; ///< nothing: the bare question
    int questionsOffered = 0;
    bool canWithdraw = false;
    bool trouble = false;           ///< "kan ikke tage imod svar lige nu"; of a comment on its page
    std::optional<TicketNote> note; ///< over the banner, which comes back after it
    bool ticketFirst = false;       ///< show your ticket, then tap
    bool ticketsRequired = false;   ///< no answer counts without one
    bool ticketsUnread = false;     ///< and none can be read just now
    bool faceFirst = false;         ///< a poll waits for the new person's face
    bool answersGiven = false;      ///< banner Thanks: "Dine svar er gemt" instead of "Dit svar er gemt"
    std::set<Trace> removed;        ///< what was taken out of the comment: on its own page, and in the thanks for it

    // Page Question
    struct ShownOption {
        std::string id;
        std::string text;
        std::string icon;
        bool marked = false;
        bool operator==(const ShownOption&) const = default;
    };
    QuestionKind kind = QuestionKind::Choice;
    std::string question;
    std::string hint;
    bool dependsOnAnswer = false; ///< that it is asked at all tells the face, or an earlier answer
    std::vector<ShownOption> options;
    std::string comment;    ///< kind Comment: the text so far
    int charactersLeft = 0; ///< of it
    int position = 0;       ///< "Spørgsmål 1 af 2": 1-based
    int total = 0;
    bool isLast = false;  ///< "Færdig" instead of "Næste"
    bool canGoOn = false; ///< something is marked or written
    bool canGoBack = false;

    int quartersLeft = 4; ///< of the time-out ring

    bool operator==(const Screen&) const = default;
};

/// The screen of this state. Pure; any thread.
[[nodiscard]] Screen screenOf(const State& state, const VisitContext& context);

} // namespace smiley::core
