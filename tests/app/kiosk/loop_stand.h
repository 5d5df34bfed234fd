// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/kiosk/runner.h"
#include "tests/support/fakes.h"

#include <memory>
#include <string>
#include <vector>

/// A loop's machine: a journal and comments in memory, with faults on demand.
namespace smiley::test {

inline core::OptionId option(const char* id) { return *core::OptionId::parse(id); }

/// The faces, and one question with two options.
inline core::Questionnaire questionnaire(char hashDigit = 'a')
{
    core::Questionnaire made{*core::Hash::parse(std::string(64, hashDigit)), "test", 1, "Test", {}, {}, 0};
    made.languages = {{"da", "Dansk", core::Direction::LeftToRight, false, {}},
                      {"en", "English", core::Direction::LeftToRight, false, {}}};
    core::Question faces{*core::QuestionId::parse("K0")};
    faces.kind = core::QuestionKind::Faces;
    faces.ownership = core::Ownership::Core;
    faces.text = {{"da", "Hvordan?"}, {"en", "How?"}};
    for (const char* id : {"1", "2", "3", "4", "5"}) {
        faces.options.push_back({option(id), {{"da", id}, {"en", id}}, ""});
    }
    core::Question choice{*core::QuestionId::parse("Q1")};
    choice.text = {{"da", "Hvad?"}, {"en", "What?"}};
    choice.options = {{option("x"), {{"da", "X"}, {"en", "X"}}, ""}, {option("y"), {{"da", "Y"}, {"en", "Y"}}, ""}};
    made.questions = {faces, choice};
    return made;
}

/// What was appended, and faults on demand. Lives longer than the connections to it.
struct Disk {
    std::vector<core::Event> rows;
    std::vector<core::TicketMark> used;     ///< with a row of them
    std::vector<core::JournalFault> faults; ///< for the next appends, first first
    int opened = 0;
    std::uint32_t boot = 1;
    bool countsBoots = false; ///< each opening is another boot, as the store's
};

class FakeJournal final : public core::Journal {
public:
    explicit FakeJournal(Disk& disk) : m_disk(disk)
    {
        ++m_disk.opened;
        m_disk.boot += m_disk.countsBoots ? 1 : 0;
    }
    core::Result<core::Sequence, core::JournalFault> append(const core::Event& event,
                                                            const std::optional<core::TicketMark>& used) override
    {
        if (!m_disk.faults.empty()) {
            const core::JournalFault fault = m_disk.faults.front();
            m_disk.faults.erase(m_disk.faults.begin());
            return core::fail(fault, "asked for by the test");
        }
        m_disk.rows.push_back(event);
        if (used) {
            m_disk.used.push_back(*used);
        }
        return core::Sequence{m_disk.rows.size()};
    }
    [[nodiscard]] core::Boot boot() const override { return core::Boot{m_disk.boot}; }

private:
    Disk& m_disk;
};

struct Stand {
    FakeClock clock;
    SeededRandom random;
    Disk disk;
    std::vector<core::Screen> screens;
    kiosk::DaySoFar before;
    bool isDayUnreadable = false;
    int daysBegun = 0;
    FakeComments comments;
    std::vector<std::string> reports;

    kiosk::Ports ports()
    {
        return {clock,
                random,
                [this] { return std::make_unique<FakeJournal>(disk); },
                [this](const core::Screen& screen) { screens.push_back(screen); },
                [this](const core::Now&) {
                    ++daysBegun;
                    return isDayUnreadable ? std::nullopt : std::optional(before);
                },
                &comments,
                [this](const std::string& said) { reports.push_back(said); }};
    }
    /// The faces, and a comment; on or off.
    std::shared_ptr<const kiosk::Configuration> asksForComments(bool on)
    {
        kiosk::Configuration made = *configuration();
        made.questionnaire.questions.back() = core::Question{*core::QuestionId::parse("T1")};
        made.questionnaire.questions.back().kind = core::QuestionKind::Comment;
        made.questionnaire.questions.back().text = {{"da", "Skriv"}, {"en", "Write"}};
        if (on) {
            made.settings.comments = core::CommentSettings{.key = "key"};
        }
        return std::make_shared<const kiosk::Configuration>(made);
    }
    /// A peripheral is there, or is gone.
    [[nodiscard]] core::InputEvent link(core::InputEvent::Kind kind, core::Role role) const
    {
        return {kind, static_cast<int>(role), clock.now().monotonic};
    }
    [[nodiscard]] core::InputEvent found(core::Role role) const { return link(core::InputEvent::Kind::Found, role); }
    [[nodiscard]] core::InputEvent lost(core::Role role) const { return link(core::InputEvent::Kind::Lost, role); }
    /// Somebody taps, says yes, writes and confirms.
    void comment(kiosk::Loop& loop, const char* text)
    {
        loop.handle(core::FaceTapped{core::Face::Good});
        loop.handle(core::InvitationAccepted{});
        loop.handle(core::TextTyped{text});
        loop.handle(core::NextPressed{});
    }
    /// What stands on the disk, as a program that starts now finds it.
    void readBack()
    {
        for (const core::Event& row : disk.rows) {
            before.rows.push_back({core::Sequence{before.rows.size() + 1}, core::Boot{disk.boot}, row});
        }
    }
    std::shared_ptr<const kiosk::Configuration> configuration(char hashDigit = 'a')
    {
        core::StandSettings settings;
        settings.languages = {"da", "en"};
        return std::make_shared<const kiosk::Configuration>(kiosk::Configuration{questionnaire(hashDigit), settings});
    }
    template <class Content>
    std::size_t count() const
    {
        std::size_t found = 0;
        for (const core::Event& row : disk.rows) {
            found += std::holds_alternative<Content>(row.content) ? std::size_t{1} : 0;
        }
        return found;
    }
};

} // namespace smiley::test
