// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/core/adjudicator.h"
#include "app/core/screen.h"
#include "app/core/stand_mode.h"
#include "app/core/visit.h"
#include "tests/app/core/example.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace smiley::test {

/// A stand without a machine: steps the visit, keeps what is appended, asks the running adjudicator, and lets time pass
/// through every deadline.
class Stand {
public:
    explicit Stand(core::Questionnaire asked, bool sensor = true) : questionnaire(std::move(asked)), hasPresence(sensor)
    {
        settings.languages = {"da", "da-x-let", "en"};
        settings.moreLanguages = {"ar"};
        state = core::initialState(context());
    }

    [[nodiscard]] core::VisitContext context() const
    {
        return {questionnaire, settings, hasPresence, hasSpeech, doors, drawn, staffNames, ticketsRequired};
    }
    [[nodiscard]] core::Screen screen() const { return core::screenOf(state, context()); }
    [[nodiscard]] core::Now time() const { return {core::MonotonicMs{now}, {}, core::ClockQuality::Anchored}; }

    void send(const core::VisitEvent& event)
    {
        core::Step step = core::step(state, event, context(), time());
        state = std::move(step.state);
        for (const core::Effect& effect : step.effects) {
            std::visit([&](const auto& wanted) { carryOut(wanted); }, effect);
        }
    }
    void tap(int face) { send(core::FaceTapped{*core::faceOf(face), core::Input::Touch}); }
    void mark(const std::string& option) { send(core::OptionToggled{optionId(option)}); }
    /// Marks and goes on.
    void give(const std::string& option)
    {
        mark(option);
        send(core::NextPressed{});
    }
    /// A ticket is held before the scanner; 0: what is no ticket. It is used once a tap was written with it.
    void showTicket(int which, core::TicketFinding unmarked = core::TicketFinding::NotACard)
    {
        core::TicketCheck check{unmarked, {}};
        if (which != 0) {
            check.mark = markOf(which);
            const bool isUsed = std::ranges::find(used, *check.mark) != used.end();
            check.finding = isUsed ? core::TicketFinding::Used : core::TicketFinding::Fresh;
        }
        send(core::TicketShown{check});
    }
    static core::TicketMark markOf(int which)
    {
        core::TicketMark mark{};
        mark[0] = std::byte(which);
        return mark;
    }
    /// The near zone is empty, long enough to be believed, and somebody comes.
    void otherPersonComes()
    {
        send(core::PresenceEnded{});
        pass(3000);
        send(core::PresenceBegan{});
    }
    /// Time passes; every deadline on the way is met exactly.
    void pass(std::int64_t ms)
    {
        const std::int64_t end = now + ms;
        while (const auto due = core::deadline(state)) {
            if (core::count(*due) > end) {
                break;
            }
            now = std::max(now, core::count(*due));
            send(core::Ticked{});
        }
        now = end;
    }

    /// The journal as words: "tap4@faces/1", "P0=meeting", "withdrawn", "left" …, each after the visit it names.
    [[nodiscard]] std::string journal() const
    {
        std::string text;
        for (const Row& row : rows) {
            text += (text.empty() ? "" : " ") + row.text;
        }
        return text;
    }
    [[nodiscard]] std::string question() const { return state.question ? state.question->text() : ""; }

    core::Questionnaire questionnaire;
    core::StandSettings settings;
    bool hasPresence;
    bool hasSpeech = false;
    std::optional<std::uint32_t> doors;
    std::vector<core::QuestionId> drawn;
    core::StaffNames staffNames;
    core::State state;
    std::int64_t now = 1'000'000;
    int visitsOver = 0;
    bool diskIsFull = false;
    bool ticketsRequired = false;
    core::TicketKeys ticketKeys;

    struct Row {
        core::Append append;
        std::string text;
    };
    std::vector<Row> rows;
    std::vector<std::int64_t> times; ///< when each was written
    std::vector<core::TicketMark> used;
    std::vector<std::string> comments; ///< "low:text" each as it was kept, "-" where it was dropped
    core::Adjudicator adjudicator{core::VisitRule{}};

private:
    void carryOut(const core::Append& append) { write(append); }
    void carryOut(const core::VisitOver&) { ++visitsOver; }
    void carryOut(const core::KeepComment& comment)
    {
        if (diskIsFull) {
            send(core::CommentNotKept{});
            return;
        }
        comments.push_back(word(comment.faces) + comment.text);
        send(core::CommentKept{std::to_string(comments.size() - 1)});
    }
    void carryOut(const core::RegroupComment& comment)
    {
        std::string& kept = comments.at(std::stoul(comment.id));
        kept = word(comment.faces) + kept.substr(kept.find(':') + 1);
    }
    void carryOut(const core::DropComment& comment) { comments.at(std::stoul(comment.id)) = "-"; }
    static std::string word(core::FaceGroup faces)
    {
        static constexpr const char* words[] = {"low:", "middle:", "high:"};
        return words[static_cast<int>(faces)];
    }
    void write(const core::Append& append)
    {
        if (diskIsFull) {
            send(core::NotStored{});
            return;
        }
        std::string text = append.visit ? std::to_string(core::number(*append.visit)) + ":" : "";
        rows.push_back({append, text + std::visit([](const auto& content) { return word(content); }, append.content)});
        times.push_back(now);
        if (std::holds_alternative<core::Withdrawn>(append.content)) {
            adjudicator.withdraw();
        }
        if (append.uses) {
            used.push_back(*append.uses);
        }
        if (const auto* tapped = std::get_if<core::Tap>(&append.content)) {
            core::TapView view;
            view.tap = rows.size();
            view.at = core::MonotonicMs{now};
            view.face = tapped->face;
            view.screen = tapped->screen;
            view.presence = tapped->presence;
            view.doors = tapped->doors;
            view.ticket = ticketKeys.next(core::Sequence{rows.size()}, tapped->ticket);
            send(core::Stored{core::Sequence{rows.size()}, adjudicator.tap(view)});
        }
    }

    static std::string word(const core::Tap& tap)
    {
        static constexpr const char* screens[] = {"faces", "invitation", "poll", "correcting", "claimed"};
        static constexpr const char* tickets[] = {"", "+fresh", "+same", "+used"};
        return "tap" + std::to_string(core::score(tap.face)) + "@" + screens[static_cast<int>(tap.screen)] + "/" +
               std::to_string(static_cast<int>(tap.presence)) + tickets[static_cast<int>(tap.ticket)];
    }
    static std::string word(const core::Answered& answered)
    {
        std::string text = answered.answer.question.text() + "=";
        for (const core::OptionId& option : answered.answer.options) {
            text += (text.back() == '=' ? "" : ",") + option.text();
        }
        return text + (answered.answer.notAsked ? "notAsked" : "");
    }
    static std::string word(const core::Withdrawn&) { return "withdrawn"; }
    static std::string word(const core::VisitEnded& ended)
    {
        static constexpr const char* hows[] = {"finished", "stopped", "timedOut", "left", "nextCame"};
        return hows[static_cast<int>(ended.how)];
    }
    // The visit never makes these.
    static std::string word(const core::Period&) { return "period"; }
    static std::string word(const core::QuestionnaireChanged&) { return "questionnaire"; }
    static std::string word(const core::Started&) { return "started"; }
    static std::string word(const core::ClockStepped&) { return "clock"; }
    static std::string word(const core::LeftAfter&) { return "left"; }
};

} // namespace smiley::test
