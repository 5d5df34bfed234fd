// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/visit.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

/// The inside of `step` (visit.h): not for other folders. visit.cpp has the faces and banners, visit_poll.cpp the poll,
/// visit_speech.cpp speech mode, visit_ticket.cpp tickets.

namespace smiley::core {

inline constexpr int ringQuarters = 4;

/// One step: the state that it begins with, changed in place, and the effects in order.
class Machine {
public:
    Machine(const State& state, const VisitContext& context, Now now)
        : m_state(state),
          m_context(context),
          m_times(context.settings.times),
          m_now(now.monotonic)
    {}

    Step take() { return {std::move(m_state), std::move(m_effects)}; }

    // ---- time ---------------------------------------------------------------------------------------------------

    /// Everything whose time has come.
    void expire();

    // ---- events -------------------------------------------------------------------------------------------------

    void on(const FaceTapped& event);
    void on(const Stored& event);
    void on(const NotStored&);
    void on(const InvitationAccepted&);
    void on(const OptionToggled& event);
    void on(const NextPressed&);
    void on(const SkipPressed&);
    void on(const BackPressed&);
    void on(const StopPressed&);
    void on(const WithdrawPressed&);
    void on(const NextPersonPressed&);
    void on(const LanguageChosen& event);
    void on(const ContrastToggled&);
    void on(const TextTyped& event);
    void on(const TextErased&);
    void on(const CommentKept& event);
    void on(const CommentNotKept&);
    void on(const CommentsStopped&);
    void on(const ReadAloudPressed&);
    void on(const LouderPressed&) { changeVolume(+1); }
    void on(const SofterPressed&) { changeVolume(-1); }
    void on(const HeadphonesPlugged&);
    void on(const HeadphonesUnplugged&);
    void on(const SpeechCame&) { m_state.listening = listeningUnasked(); }
    void on(const SpeechLost&);
    void on(const SpeechBegan&);
    void on(const SpeechEnded&);
    void on(const AboutOpened&) { openOverlay(Overlay::About); }
    void on(const LanguagesOpened&) { openOverlay(Overlay::Languages); }
    void on(const OverlayClosed&);
    void on(const Touched&) { touched(); }
    void on(const PresenceBegan&);
    void on(const PresenceEnded&);
    void on(const TicketShown& event);
    void on(const TicketsForgotten&);
    void on(const Ticked&) {}
    void on(const Reconfigured&);
    void on(const PeriodChanged& event);

private:
    /// What stays for whoever stands there when a visit ends: nothing, or an open text, and a language, contrast or
    /// speech that was chosen after the last tap and so perhaps by the next person.
    enum class Keep : std::uint8_t { Nothing, Choices };

    // ---- small things -------------------------------------------------------------------------------------------

    [[nodiscard]] static MonotonicMs after(MonotonicMs time, std::int64_t ms) { return MonotonicMs{count(time) + ms}; }
    [[nodiscard]] MonotonicMs in(std::int64_t ms) const { return after(m_now, ms); }
    [[nodiscard]] bool hasCome(const std::optional<MonotonicMs>& time) const { return time && *time <= m_now; }
    /// Of a limit of time that a person can feel: whoever listens needs twice as long.
    [[nodiscard]] std::int64_t patient(std::int64_t ms) const
    {
        return m_state.listening == Listening::Off ? ms : 2 * ms;
    }
    [[nodiscard]] std::int64_t quarterMs() const
    {
        return std::max<std::int64_t>(1, patient(m_times.warningMs) / ringQuarters);
    }

    void append(EventContent content, std::optional<TicketMark> uses = {})
    {
        m_effects.emplace_back(Append{std::move(content), m_state.visit, uses});
    }

    void hideMark();
    void closeOverlay();
    void openOverlay(Overlay overlay);

    /// Somebody is there: puts off every limit of time that a person could feel.
    void touched();
    /// Language, contrast or speech.
    void chose();

    // ---- speech (visit_speech.cpp) ------------------------------------------------------------------------------

    void listen(Listening how);
    void fallSilent();
    void changeVolume(int steps);
    /// What a new visitor meets: silence, or headphones that are plugged in.
    [[nodiscard]] Listening listeningUnasked() const;
    /// What ends by itself ends `ms` from now, or its own time from now.
    void putOff(std::optional<std::int64_t> ms);

    // ---- tickets (visit_ticket.cpp) -----------------------------------------------------------------------------

    void holdTicket(HeldTicket ticket);
    void showNote(TicketNote note);
    void hideNote();
    void letGoOfTicket();
    void forgetTickets();
    void expireTickets();
    /// Of the next tap.
    [[nodiscard]] TicketUse ticketUse() const;
    void useTicket();
    /// Of the tap that was written: it doesn't count.
    [[nodiscard]] bool tapLacksTicket(LiveVerdict verdict) const;
    [[nodiscard]] bool isSomebodyNear() const { return m_state.somebodyNear && m_context.hasPresence; }
    void ticketStored(bool isNew);
    void ticketNotStored();
    void ticketOfNextPerson();
    /// What outlives a screen that ends.
    void keepTickets(State& clean) const;

    // ---- faces and banners --------------------------------------------------------------------------------------

    /// The bare faces. Forgets everything but what the near zone said.
    void showFaces(Keep keep);
    void endVisit(VisitEnded::How how, Keep keep);

    /// How a visit ends that something else ends before its banner has stood its time.
    [[nodiscard]] VisitEnded::How endingOr(VisitEnded::How other) const;

    /// The poll asks for the face first.
    void awaitFace();
    [[nodiscard]] ScreenContext screenContext() const;
    void tapFace(const FaceTapped& event);
    /// The face that was tapped while another was being written.
    void tapWaiting();
    /// The tap that was written is the visit's on the screen, or opens one.
    void takeTap(Sequence tap, bool opensVisit, bool lacksTicket);
    void showBanner(LiveVerdict verdict, bool lacksTicket);

    /// The invitation, or thanks where there is nothing to ask. The number is the same whatever the face, so that it
    /// tells nobody which one it was.
    void invite();
    void personLeft();
    void resetChoices();

    // ---- the poll -----------------------------------------------------------------------------------------------

    [[nodiscard]] const Question* currentQuestion() const;
    void beginPoll();
    void closePoll();
    /// With the marks of an earlier answer, where the same person still stands there.
    void showQuestion(const QuestionId& question);
    /// The draft is this text without what tells who wrote it, or about whom.
    void clean(const std::string& text, Typing typing);
    void giveComment(const Question& question);
    void leaveQuestion();
    void goOn();
    /// The language was changed, and this question isn't there in the new one.
    void passOverUnaskable();
    [[nodiscard]] Asking asking() const;
    /// Writes an answer, and takes back those that it leaves without their condition.
    void answer(PollAnswer given);
    /// An answer to a question that face or earlier answers no longer lead to is taken back.
    void takeBackUndue();
    void finishPoll(VisitEnded::How how);
    void warn();

    State m_state;
    std::vector<Effect> m_effects;
    const VisitContext& m_context;
    const VisitTimes& m_times;
    MonotonicMs m_now;
};

} // namespace smiley::core
