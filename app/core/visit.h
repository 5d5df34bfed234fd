// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/adjudicator.h"
#include "app/core/event.h"
#include "app/core/ports.h"
#include "app/core/questionnaire.h"
#include "app/core/redaction.h"
#include "app/core/settings.h"
#include "app/core/time.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The visit state machine: a pure function, no clock, no I/O.
///
/// | stage    | who entered it                        | what is awaited                 | who may leave it                        |
/// |----------|---------------------------------------|---------------------------------|-----------------------------------------|
/// | Faces    | start, end of a visit, "Jeg er den    | a face                          | FaceTapped -> Storing                   |
/// |          | næste", a poll that asks for its face |                                 |                                         |
/// | Storing  | FaceTapped                            | Stored or NotStored             | Stored -> Banner, or Poll where it      |
/// |          |                                       |                                 | asked for the face; NotStored -> Trouble|
/// | Banner   | Stored, poll done, withdrawn          | a face, yes, undo, next         | FaceTapped -> Storing; yes -> Poll, or  |
/// |          |                                       |                                 | Faces for a new person; next, bannerMs, |
/// |          |                                       |                                 | the person left -> Faces                |
/// | Poll     | InvitationAccepted, Stored            | marks, text, CommentKept, next, | last question, stop -> Banner; back from|
/// |          |                                       | skip, back, stop                | the first, next person, time-out, the   |
/// |          |                                       |                                 | person left -> Faces; NotStored->Trouble|
/// | Trouble  | NotStored                             | a face (tries again)            | FaceTapped -> Storing; bannerMs -> Faces|
/// | Closed   | PeriodChanged to a period             | PeriodChanged to none           | PeriodChanged to none -> Faces          |
///
/// PeriodChanged leads from each of them to Closed. There nothing that a visitor does means anything: the screen is
/// staff's, or is being cleaned. Over each of the others may lie About or Languages, over Poll the time-out warning. The
/// faces are live in Faces, Banner and Trouble. CommentsStopped leaves every stage as it is, but a Poll whose last
/// question was the comment: -> Banner. Tests walk every stage x every event.
///
/// A person has left when the near zone was empty for `awayMs`; what is private (the mark, "Fortryd", earlier answers)
/// is off the screen with the first moment of it, and doesn't come back.
///
/// A ticket changes no stage. One that was never used waits for its tap, and is used up when that is stored: while
/// somebody is seen in the near zone, else for `ticketMs`. In Poll and Closed none is taken: whose it is can't be told, or
/// it is staff's. What was found of one is a note over Faces and Banner for `bannerMs`; the faces stay live under it.

namespace smiley::core {

// ---- what happens -------------------------------------------------------------------------------------------------

struct FaceTapped {
    Face face = Face::InBetween;
    Input input = Input::Touch;
};
/// The tap was written, and this is what the adjudicator makes of it.
struct Stored {
    Sequence tap{};
    LiveVerdict verdict = LiveVerdict::NewVisit;
};
/// The row could not be written: nobody is thanked.
struct NotStored {};
struct InvitationAccepted {};
struct OptionToggled {
    OptionId option;
};
struct NextPressed {};
struct BackPressed {};
struct SkipPressed {};
struct StopPressed {};
struct WithdrawPressed {};
struct NextPersonPressed {};
struct LanguageChosen {
    LanguageTag language;
};
struct ContrastToggled {};
/// A letter, or whatever a key of the on-screen keyboard writes, at the end of the comment.
struct TextTyped {
    std::string text; ///< UTF-8
};
/// The comment's last letter is taken away.
struct TextErased {};
/// The comment was sealed and written, under this name.
struct CommentKept {
    std::string id;
};
/// It couldn't be: nobody is thanked, and it stays on the screen.
struct CommentNotKept {};
/// A camera or microphone appeared: no comment is asked for any more, and VisitContext's questionnaire has none. Where
/// one was asked for, its page is closed; what was typed is forgotten.
struct CommentsStopped {};
/// "Læs højt", or the raised key: on, and off again.
struct ReadAloudPressed {};
struct LouderPressed {};
struct SofterPressed {};
struct HeadphonesPlugged {};
struct HeadphonesUnplugged {};
/// A voice and an audio device are there now, or no longer (VisitContext::hasSpeech): nobody touched anything.
struct SpeechCame {};
struct SpeechLost {};
/// Speech has begun to say something: what ends by itself waits for it.
struct SpeechBegan {};
struct SpeechEnded {};
struct AboutOpened {};
struct LanguagesOpened {};
struct OverlayClosed {};
/// Any touch or key, also beside every target: puts off the time-out.
struct Touched {};
struct PresenceBegan {};
struct PresenceEnded {};
/// A ticket was held before the scanner, and this is what it was found to be.
struct TicketShown {
    TicketCheck check;
};
/// What was found is worth nothing any more: it is another day, or another journal.
struct TicketsForgotten {};
/// Time has passed; asked for by State::deadline.
struct Ticked {};
/// The questionnaire or the settings are others now; for a screen that isn't in use.
struct Reconfigured {};
/// What the stand isn't for visitors for, from now on; nothing: it is for them again. A visit on the screen ends, and
/// what was given is kept.
struct PeriodChanged {
    std::optional<Period::Kind> kind;
};

using VisitEvent =
    std::variant<FaceTapped, Stored, NotStored, InvitationAccepted, OptionToggled, NextPressed, BackPressed,
                 SkipPressed, StopPressed, WithdrawPressed, NextPersonPressed, LanguageChosen, ContrastToggled,
                 TextTyped, TextErased, CommentKept, CommentNotKept, CommentsStopped, ReadAloudPressed, LouderPressed,
                 SofterPressed, HeadphonesPlugged, HeadphonesUnplugged, SpeechCame, SpeechLost, SpeechBegan,
                 SpeechEnded, AboutOpened, LanguagesOpened, OverlayClosed, Touched, PresenceBegan, PresenceEnded,
                 TicketShown, TicketsForgotten, Ticked, Reconfigured, PeriodChanged>;

// ---- what stands -------------------------------------------------------------------------------------------------

enum class Stage : std::uint8_t { Faces, Storing, Banner, Poll, Trouble, Closed };

enum class Banner : std::uint8_t {
    Invitation,    ///< 1e "Tak. Dit svar er gemt. Vil du svare på 2 mere?"
    Thanks,        ///< 5 after the questions, or after a tap with nothing to ask
    Changed,       ///< 5b
    HaveIt,        ///< 5c
    Withdrawn,     ///< 5d
    WithoutTicket, ///< kept, and it doesn't count: answers are asked for with a ticket
};

/// What a visitor is told about the ticket that was shown.
enum class TicketNote : std::uint8_t {
    Taken, ///< it waits for its tap
    Used,
    OtherDay,
    OtherStand,
    NotACard,
    CannotCheck,
};

/// A ticket that somebody has in hand. It tells nobody who, and is in memory only.
struct HeldTicket {
    TicketMark mark{};
    TicketUse use = TicketUse::Fresh; ///< what the next tap with it is
};
/// What was last held before the scanner: read again within a moment, it is the same showing.
struct ReadTicket {
    TicketCheck check;
    MonotonicMs at{};
};

enum class Overlay : std::uint8_t { None, About, Languages, TimeOut };

/// Speech mode: whether the screen is read aloud, and who can hear it.
enum class Listening : std::uint8_t { Off, Loudspeaker, Headphones };

struct State {
    Stage stage = Stage::Faces;
    Overlay overlay = Overlay::None;
    LanguageTag language;
    bool contrast = false;
    Listening listening = Listening::Off;
    int volume = volumeDefault; ///< 1..volumeSteps
    bool headphones = false;    ///< plugged in

    std::optional<Period::Kind> period; ///< in Closed, and only there

    std::optional<Sequence> visit;     ///< first tap of the visit on the screen
    std::optional<Face> face;          ///< its answer; never shown
    std::optional<Face> marked;        ///< the touched face, for `markMs`
    std::optional<Face> storing;       ///< the face that is being written
    bool claimed = false;              ///< "Jeg er den næste" was pressed and no face since
    std::optional<FaceTapped> waiting; ///< a face that was tapped while another is being written
    bool presenceBroken = false;       ///< the near zone was empty since the last tap
    bool brokenBeforeStoring = false;  ///< … since the tap before the one that is being written
    bool pollAwaitsFace = false;       ///< a poll asks for the face first: of a new person, or reached by "Tilbage"
    bool somebodyNear = false;         ///< as the sensor said last; worth something while it is healthy
    bool choseSinceTap = false; ///< language, contrast or speech were chosen after the last tap: perhaps by the next

    Banner banner = Banner::Invitation;
    VisitEnded::How ending = VisitEnded::How::Finished; ///< how the visit ends when the banner has stood its time
    int questionsOffered = 0;                           ///< the number in the invitation
    std::vector<QuestionId> drawn;                      ///< this visitor's share of the rotation pool
    std::vector<PollAnswer> answered;
    std::vector<QuestionId> path;       ///< questions gone through, for "Tilbage" and the progress
    std::optional<QuestionId> question; ///< on the screen
    std::vector<OptionId> marks;        ///< chosen and not yet confirmed
    std::string draft;                  ///< the comment, as cleaned so far; in memory only
    std::set<Trace> removed;            ///< what was taken out of it
    bool notKept = false;               ///< it couldn't be written just now
    std::optional<std::string> comment; ///< that the visit of the last tap gave; outlives its screen, as the visit may

    std::optional<HeldTicket> ticket;        ///< waits for its tap
    std::optional<HeldTicket> storingTicket; ///< of the face that is being written
    std::optional<TicketMark> visitTicket;   ///< that the visit of the last tap was given with
    bool lacksTicket = false;                ///< the visit on the screen: it doesn't count
    std::optional<TicketNote> note;          ///< what the visitor is told of one
    std::optional<ReadTicket> lastRead;

    // When things end, by the monotonic clock.
    std::optional<MonotonicMs> markUntil;
    std::optional<MonotonicMs> bannerUntil;
    std::optional<MonotonicMs> withdrawUntil;
    std::optional<MonotonicMs> idleAt;    ///< the warning comes (Poll), the default language comes back (Faces)
    std::optional<MonotonicMs> quarterAt; ///< the warning's ring loses a quarter
    std::optional<MonotonicMs> timeOutAt; ///< the warning ends
    std::optional<MonotonicMs> overlayUntil;
    std::optional<MonotonicMs> noteUntil;
    std::optional<MonotonicMs> ticketUntil; ///< exactly where one waits; a used one goes with its note
    std::optional<MonotonicMs> awayUntil;   ///< the near zone is empty: then the person has left
    int quartersLeft = 4;                   ///< of the warning's ring
};

/// What the machine wants done. Appends are carried out in order, each answered by Stored or NotStored where it is a
/// Tap; the others need no answer (a poll answer that can't be written shows Trouble through NotStored). With a
/// Withdrawn the running adjudicator is told too (Adjudicator::withdraw).
struct Append {
    EventContent content;
    std::optional<Sequence> visit;
    std::optional<TicketMark> uses{}; ///< a ticket that this tap uses up: written with it, or neither
};
/// The visit is over: draw the next visitor's rotation.
struct VisitOver {};
/// Seal and write a comment, apart from the visit; answered by CommentKept or CommentNotKept.
struct KeepComment {
    QuestionId question;
    FaceGroup faces = FaceGroup::Middle;
    std::string text; ///< cleaned
};
/// The answer of its visit was corrected.
struct RegroupComment {
    std::string id;
    FaceGroup faces = FaceGroup::Middle;
};
/// Its visit was withdrawn.
struct DropComment {
    std::string id;
};
using Effect = std::variant<Append, VisitOver, KeepComment, RegroupComment, DropComment>;

struct Step {
    State state;
    std::vector<Effect> effects;
};

/// What the machine goes by; constant during a visit.
struct VisitContext {
    const Questionnaire& questionnaire;
    const StandSettings& settings;
    bool hasPresence = false;             ///< a healthy presence sensor is there
    bool hasSpeech = false;               ///< a voice and an audio device are there
    std::optional<std::uint32_t> doors;   ///< cumulative passages
    const std::vector<QuestionId>& drawn; ///< the next visitor's share of the rotation pool
    StaffNames staffNames;                ///< taken out of comments
    bool ticketsRequired = false;         ///< answers count only with a ticket, and a scanner belongs to the stand
    bool hasScanner = true;               ///< it is connected
};

/// The clean screen in the default language.
[[nodiscard]] State initialState(const VisitContext& context);

/// One step. Never blocks, never throws; an event that means nothing in this state leaves it as it is.
[[nodiscard]] Step step(const State& state, const VisitEvent& event, const VisitContext& context, Now now);

/// Of a comment, in characters: 0 once it is full.
[[nodiscard]] std::size_t charactersLeft(std::string_view comment);
/// Whether there is anything but spaces and lines in a comment.
[[nodiscard]] bool saysSomething(std::string_view comment);

/// The next moment at which Ticked is due, or nothing.
[[nodiscard]] std::optional<MonotonicMs> deadline(const State& state);

/// Somebody answers, reads, or has chosen language, contrast or speech: nothing may change under their hands.
[[nodiscard]] bool isInUse(const State& state);
/// Whether, as far as the stand can tell, the person who made the last tap still stands there.
[[nodiscard]] bool isSamePresence(const State& state);
/// Whether "Fortryd mit svar" is on the screen: within the same presence, without a sensor for `withdrawMs`.
[[nodiscard]] bool canWithdraw(const State& state, const VisitContext& context);

} // namespace smiley::core
