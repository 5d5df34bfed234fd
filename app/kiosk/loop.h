// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/adjudicator.h"
#include "app/core/ports.h"
#include "app/core/questionnaire.h"
#include "app/core/result.h"
#include "app/core/rotation.h"
#include "app/core/screen.h"
#include "app/core/settings.h"
#include "app/core/stand_memory.h"
#include "app/core/stand_mode.h"
#include "app/core/visit.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace smiley::kiosk {

/// What counts for visitors: replaced as a whole, never changed.
struct Configuration {
    core::Questionnaire questionnaire;
    core::StandSettings settings;
};

/// What the running adjudicator begins a day with.
struct DaySoFar {
    core::VisitRule rule; ///< in force
    core::StandMemory memory;
    std::vector<core::Row>
        rows; ///< of the days that aren't closed: after a start within a day the engine goes on with them
};

/// What a loop needs of the machine; all outlive it.
struct Ports {
    const core::Clock& clock;
    core::Random& random;
    /// Opens the journal: at the start, and again after the disk failed. An empty pointer: it can't be had just now.
    std::function<std::unique_ptr<core::Journal>()> openJournal;
    /// Called with every new screen, from the thread that calls the loop.
    std::function<void(const core::Screen&)> publish;
    /// Called at the start, and once for each further local day: when somebody comes near, else with the first tap; with
    /// tickets an hour after midnight, as the screen says whether they are asked for.
    /// Nothing: it can't be read just now. The rule before it stays, and it is asked for again with the next tap or look.
    std::function<std::optional<DaySoFar>(const core::Now&)> daySoFar = [](const core::Now&) { return DaySoFar{}; };
    /// Nothing: no comment question is asked.
    core::Comments* comments = nullptr;
    /// What staff should know, in a sentence.
    std::function<void(const std::string&)> report = [](const std::string&) {};
    /// Nothing: there is no scanner, and of tickets nothing is shown.
    core::Tickets* tickets = nullptr;
};

/// Takes an event, steps the visit, appends what came of it, publishes the screen. Single-threaded; an append blocks
/// (1-40 ms on eMMC), so it runs on a thread of its own (Runner).
class Loop {
public:
    Loop(Ports ports, std::shared_ptr<const Configuration> configuration);

    void handle(const core::VisitEvent& event);
    void handle(const core::InputEvent& input);
    /// Counts from the next visitor on: applied when the screen isn't in use.
    void configure(std::shared_ptr<const Configuration> configuration);
    /// What the stand isn't for visitors for, from now on; nothing: it is for them again.
    void setPeriod(std::optional<core::Period::Kind> kind);
    /// A voice and an audio device are there, or no longer; said again, it means nothing.
    void setSpeech(bool available);
    /// Whether anybody may be asked for a comment: no, at once, also where one is being written; yes, from the next
    /// visitor on. Said again, it means nothing.
    void setCommentsAllowed(bool allowed);

    /// When Ticked is due, by the monotonic clock.
    [[nodiscard]] std::optional<core::MonotonicMs> deadline() const;
    /// The screen is in use, or somebody may still walk out after their visit, or a withdrawn comment isn't deleted yet:
    /// the day isn't closed meanwhile.
    [[nodiscard]] bool visitInProgress() const;
    [[nodiscard]] core::Screen screen() const;

private:
    /// A tap whose passages are counted.
    struct Leaving {
        core::Sequence tap{};
        core::MonotonicMs until{};
        std::uint32_t count = 0;
    };

    /// What a mark means something in.
    struct TicketsOf {
        core::Day day;
        core::Boot boot{};
    };

    void handle(const core::VisitEvent& event, const core::Now& now);
    void publishScreen();
    [[nodiscard]] core::Now arrivalOf(const core::InputEvent& input) const;
    void link(core::Role role, bool isFound);
    void setPresenceSensor(bool healthy);
    void showTicket(const std::string& text, const core::Now& now);
    void forgetTickets(const core::Now& now);
    void lookAtDay(const core::Now& now);
    void passed(std::uint32_t passages, const core::Now& now);
    void run(const core::VisitEvent& event) { run(event, m_ports.clock.now()); }
    void run(const core::VisitEvent& event, const core::Now& now);
    void carryOut(const core::Append& entry, const core::Now& now) { append(entry, now); }
    void carryOut(const core::VisitOver&, const core::Now&) { m_drawn = m_deck->draw(); }
    void carryOut(const core::KeepComment& comment, const core::Now& now);
    void carryOut(const core::RegroupComment& comment, const core::Now&);
    void carryOut(const core::DropComment& comment, const core::Now& now);
    void dropAgain(const core::Now& now);
    void append(const core::Append& append, const core::Now& now);
    void owe(const core::Event& period);
    bool writeOwed();
    bool write(const core::Event& event, core::Sequence& sequence, const std::optional<core::TicketMark>& used = {});
    std::optional<core::Sequence> writeOrForget(const core::Event& event,
                                                const std::optional<core::TicketMark>& used = {});
    core::Result<core::Sequence, core::JournalFault> writeOnce(const core::Event& event,
                                                               const std::optional<core::TicketMark>& used = {});
    void noteClock(const core::Now& now);
    void noteLeft(const core::Now& now);
    void beginDoorsOfDay(const core::Now& now);
    void restartDoors();
    core::LiveVerdict judge(const core::Tap& tap, core::Sequence sequence, const core::Now& now);
    [[nodiscard]] bool knowsDay(const core::Now& now) const;
    void beginDay(core::Sequence before, const core::Now& now);
    void applyPending();
    void deal();
    [[nodiscard]] core::VisitContext context() const;
    [[nodiscard]] std::shared_ptr<const Configuration> asked(std::shared_ptr<const Configuration> configuration) const;

    Ports m_ports;
    bool m_commentsAllowed = true;
    std::shared_ptr<const Configuration> m_given; ///< last, with its comment questions
    std::shared_ptr<const Configuration> m_configuration;
    std::shared_ptr<const Configuration> m_pending;
    std::unique_ptr<core::Journal> m_journal;
    std::optional<core::RotationDeck> m_deck; ///< always there; replaced with the questionnaire
    std::vector<core::QuestionId> m_drawn;
    std::optional<core::Adjudicator> m_adjudicator; ///< of `m_day`
    std::optional<core::Day> m_day;
    bool m_dayIsRead = false;                        ///< its rows so far
    core::VisitRule m_rule;                          ///< of `m_day`, or of the last day that could be read
    core::TicketKeys m_tickets;                      ///< of `m_day`
    bool m_hasScanner = false;                       ///< one is connected
    std::optional<TicketsOf> m_ticketsOf;            ///< those that the visit knows
    std::optional<core::MonotonicMs> m_nextTicketAt; ///< none is looked at before
    std::optional<std::string> m_lateTicket;         ///< the last that came too soon: looked at then
    std::optional<core::MonotonicMs> m_lookAtDayAt;  ///< exactly where there are tickets
    core::StaffNames m_staffNames;                   ///< of the configuration
    core::StandMode m_mode;
    core::State m_state;
    std::optional<core::Screen> m_published;
    std::optional<core::Now> m_lastNow;
    bool m_hasPresence = false;
    bool m_hasTapped = false;      ///< a tap was written
    bool m_presenceUnsure = false; ///< the sensor wasn't there all the time since the tap before
    core::MonotonicMs m_handledAt{};
    bool m_hasSpeech = false;
    std::optional<std::uint32_t> m_doors; ///< nothing: no counter
    std::uint32_t m_doorsBefore = 0;      ///< when the counter was lost
    std::uint32_t m_doorsWritten = 0;     ///< with the last tap of the day and of this journal that knew it
    bool m_doorsUnsure = false;           ///< it wasn't there all the time since the tap before
    std::optional<core::Day> m_doorsDay;
    std::deque<Leaving> m_leaving;                  ///< oldest first
    std::vector<std::string> m_commentsToDrop;      ///< of withdrawn visits, where it failed
    std::optional<core::MonotonicMs> m_dropAgainAt; ///< exactly where there are such
    /// Beginnings and ends of periods that couldn't be written: nothing is written before them, else an answer would be
    /// staff's, or staff's an answer.
    std::deque<core::Event> m_owed;
};

} // namespace smiley::kiosk
