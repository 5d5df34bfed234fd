// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/core/stand.h"

#include <QTest>

#include <array>
#include <map>
#include <random>
#include <string>
#include <vector>

// Every stage x every event, and long walks of a crowd that presses everything at any time.

using namespace smiley::core;
using namespace smiley::test;

namespace {

constexpr std::array stages{Stage::Faces, Stage::Storing, Stage::Banner, Stage::Poll, Stage::Trouble, Stage::Closed};

char letter(Stage stage)
{
    switch (stage) {
    case Stage::Faces: return 'F';
    case Stage::Storing: return 'S';
    case Stage::Banner: return 'B';
    case Stage::Poll: return 'P';
    case Stage::Trouble: return 'T';
    case Stage::Closed: return 'C';
    }
    return '?';
}

struct Named {
    const char* name;
    VisitEvent event;
    /// The stage after it, from Faces, Storing, Banner (the invitation), Poll (first of two, nothing marked), Trouble,
    /// Closed (cleaning).
    const char* after;
};

/// All events, with the table of visit.h.
std::vector<Named> allEvents()
{
    return {
        {"FaceTapped", FaceTapped{Face::Bad, Input::Touch}, "SSSPSC"},
        {"Stored, a new visit", Stored{Sequence{77}, LiveVerdict::NewVisit}, "FBBPTC"},
        {"Stored, changed", Stored{Sequence{77}, LiveVerdict::Changed}, "FBBPTC"},
        {"Stored, without a ticket", Stored{Sequence{77}, LiveVerdict::WithoutTicket}, "FBBPTC"},
        {"Stored, repeated", Stored{Sequence{77}, LiveVerdict::Repeated}, "FBBPTC"},
        {"NotStored", NotStored{}, "TTTTTC"},
        {"InvitationAccepted", InvitationAccepted{}, "FSPPTC"},
        {"OptionToggled", OptionToggled{optionId("2")}, "FSBPTC"},
        {"OptionToggled, unknown", OptionToggled{optionId("zzz")}, "FSBPTC"},
        {"NextPressed", NextPressed{}, "FSBPTC"},
        {"BackPressed", BackPressed{}, "FSBFTC"},
        {"SkipPressed", SkipPressed{}, "FSBPTC"},
        {"StopPressed", StopPressed{}, "FSBBTC"},
        {"WithdrawPressed", WithdrawPressed{}, "FSBPTC"},
        {"NextPersonPressed", NextPersonPressed{}, "FSFFTC"},
        {"LanguageChosen", LanguageChosen{"en"}, "FSBPTC"},
        {"LanguageChosen, unknown", LanguageChosen{"xx"}, "FSBPTC"},
        {"ContrastToggled", ContrastToggled{}, "FSBPTC"},
        {"TextTyped", TextTyped{"Hej 12"}, "FSBPTC"},
        {"TextErased", TextErased{}, "FSBPTC"},
        {"CommentKept", CommentKept{"0"}, "FSBPTC"},
        {"CommentNotKept", CommentNotKept{}, "FSBPTC"},
        {"CommentsStopped", CommentsStopped{}, "FSBPTC"},
        {"ReadAloudPressed", ReadAloudPressed{}, "FSBPTC"},
        {"LouderPressed", LouderPressed{}, "FSBPTC"},
        {"SofterPressed", SofterPressed{}, "FSBPTC"},
        {"HeadphonesPlugged", HeadphonesPlugged{}, "FSBPTC"},
        {"HeadphonesUnplugged", HeadphonesUnplugged{}, "FSBPTC"},
        {"SpeechCame", SpeechCame{}, "FSBPTC"},
        {"SpeechLost", SpeechLost{}, "FSBPTC"},
        {"SpeechBegan", SpeechBegan{}, "FSBPTC"},
        {"SpeechEnded", SpeechEnded{}, "FSBPTC"},
        {"AboutOpened", AboutOpened{}, "FSBPTC"},
        {"LanguagesOpened", LanguagesOpened{}, "FSBPTC"},
        {"OverlayClosed", OverlayClosed{}, "FSBPTC"},
        {"Touched", Touched{}, "FSBPTC"},
        {"PresenceBegan", PresenceBegan{}, "FSBPTC"},
        {"PresenceEnded", PresenceEnded{}, "FSBPTC"},
        {"TicketShown, fresh", TicketShown{{TicketFinding::Fresh, Stand::markOf(1)}}, "FSBPTC"},
        {"TicketShown, another", TicketShown{{TicketFinding::Fresh, Stand::markOf(2)}}, "FSBPTC"},
        {"TicketShown, used", TicketShown{{TicketFinding::Used, Stand::markOf(3)}}, "FSBPTC"},
        {"TicketShown, of another day", TicketShown{{TicketFinding::OtherDay, {}}}, "FSBPTC"},
        {"TicketShown, of another stand", TicketShown{{TicketFinding::OtherStand, {}}}, "FSBPTC"},
        {"TicketShown, none", TicketShown{{TicketFinding::NotACard, {}}}, "FSBPTC"},
        {"TicketShown, can't be checked", TicketShown{{TicketFinding::CannotCheck, {}}}, "FSBPTC"},
        {"TicketsForgotten", TicketsForgotten{}, "FSBPTC"},
        {"Ticked", Ticked{}, "FSBPTC"},
        {"Reconfigured", Reconfigured{}, "FSBPTC"},
        {"PeriodChanged to staff's", PeriodChanged{Period::Kind::Staff}, "CCCCCC"},
        {"PeriodChanged to none", PeriodChanged{}, "FSBPTF"},
    };
}

/// A stand that has just come into this stage.
Stand standIn(Stage stage, bool hasPresence)
{
    Stand stand(neutralQuestionnaire(), hasPresence);
    switch (stage) {
    case Stage::Faces: break;
    case Stage::Storing:
        stand.state = step(stand.state, FaceTapped{Face::Good, Input::Touch}, stand.context(), stand.time()).state;
        break;
    case Stage::Banner: stand.tap(4); break;
    case Stage::Poll:
        stand.tap(4);
        stand.send(InvitationAccepted{});
        break;
    case Stage::Trouble:
        stand.diskIsFull = true;
        stand.tap(4);
        stand.diskIsFull = false;
        break;
    case Stage::Closed: stand.send(PeriodChanged{Period::Kind::Cleaning}); break;
    }
    return stand;
}

/// What must hold in every state.
std::string fault(const State& state, const VisitContext& context, MonotonicMs now)
{
    const Screen screen = screenOf(state, context);
    const auto has = [](const auto& optional) { return optional.has_value(); };
    if ((state.stage == Stage::Storing) != has(state.storing)) {
        return "a face is written exactly in Storing";
    }
    if (has(state.waiting) && state.stage != Stage::Storing) {
        return "a face waits only while another is written";
    }
    if ((state.stage == Stage::Poll) != has(state.question)) {
        return "a question stands exactly in Poll";
    }
    if ((state.stage == Stage::Poll || state.stage == Stage::Banner) && !state.visit) {
        return "thanks or a question without a visit";
    }
    if (has(screen.banner) != (state.stage == Stage::Banner && !screen.note)) {
        return "thanks only after Stored, and nothing over them";
    }
    const bool isUsed = state.ticket && state.ticket->use == TicketUse::Used; // ends with its note
    if ((has(state.ticket) && !isUsed) != has(state.ticketUntil) || has(state.note) != has(state.noteUntil) ||
        (isUsed && !state.note)) {
        return "a ticket or its note without an end";
    }
    if (has(state.storingTicket) && state.stage != Stage::Storing) {
        return "a ticket is being used only while its tap is written";
    }
    if ((state.stage == Stage::Poll || state.stage == Stage::Closed) && (state.ticket || state.note)) {
        return "a ticket in a poll, or where the stand isn't for visitors";
    }
    if (screen.note && (screen.trouble || screen.canWithdraw || screen.page != Screen::Page::Faces)) {
        return "a note over what may not be covered";
    }
    if (screen.note == TicketNote::Taken && !state.ticket) {
        return "a ticket that is said to be taken, and isn't";
    }
    if (screen.trouble && (screen.banner || screen.canWithdraw)) {
        return "thanks in trouble";
    }
    if (screen.page == Screen::Page::Question &&
        (screen.marked || screen.position < 1 || screen.position > screen.total ||
         screen.total > questionsAfterFacesMax || screen.options.empty() != (screen.kind == QuestionKind::Comment))) {
        return "a question page out of order";
    }
    if ((state.stage == Stage::Closed) != has(state.period) || screen.closed != has(state.period)) {
        return "closed exactly for a period";
    }
    if (has(state.period) && (state.visit || state.listening != Listening::Off || state.overlay != Overlay::None)) {
        return "something of a visit while the stand is not for visitors";
    }
    if (has(state.marked) != has(state.markUntil)) {
        return "a mark without an end";
    }
    if (state.overlay == Overlay::None ? has(state.overlayUntil) || has(state.timeOutAt)
                                       : !has(state.overlayUntil) && !has(state.timeOutAt)) {
        return "an overlay without an end, or an end without an overlay";
    }
    if (state.overlay == Overlay::TimeOut && state.stage != Stage::Poll) {
        return "a time-out outside the poll";
    }
    const bool endsByItself = state.stage == Stage::Banner || state.stage == Stage::Poll ||
                              state.stage == Stage::Trouble || state.overlay != Overlay::None || state.claimed ||
                              state.pollAwaitsFace || state.language != "da" || state.contrast ||
                              (state.listening != Listening::Off && !state.headphones);
    if (state.listening != Listening::Off && !context.hasSpeech) {
        return "speech without a voice";
    }
    if (!state.draft.empty() && state.stage != Stage::Poll) {
        return "a draft that nobody writes";
    }
    if (characters(state.draft) > 2 * commentCharactersMax) {
        return "a comment that is too long";
    }
    if (endsByItself && state.stage != Stage::Storing && !deadline(state)) {
        return "nothing would ever end this screen";
    }
    if (const auto due = deadline(state); due && *due <= now) {
        return "what is due was not done";
    }
    return {};
}

/// An event of a crowd, by one number.
VisitEvent drawn(std::mt19937& random)
{
    static const std::vector<Named> all = [] {
        auto events = allEvents();
        std::erase_if(events, [](const Named& named) { // the stand answers these itself
            return std::holds_alternative<Stored>(named.event) || std::holds_alternative<NotStored>(named.event) ||
                   std::holds_alternative<CommentKept>(named.event) ||
                   std::holds_alternative<CommentNotKept>(named.event);
        });
        return events;
    }();
    const auto below = [&](unsigned bound) { return static_cast<unsigned>(random() % bound); };
    switch (below(5)) {
    case 0: return FaceTapped{*faceOf(static_cast<int>(below(5)) + 1), Input::Touch};
    case 1: return below(2) == 0 ? VisitEvent{InvitationAccepted{}} : VisitEvent{NextPressed{}};
    case 2: return OptionToggled{optionId(std::array{"1", "dk", "a", "b"}[below(4)])};
    case 3: return PeriodChanged{}; // staff don't stay for long
    default: return all[below(static_cast<unsigned>(all.size()))].event;
    }
}

std::int64_t pause(std::mt19937& random)
{
    const std::array<std::int64_t, 10> pauses{0, 1, 200, 900, 1600, 4000, 9000, 16000, 61000, 125000};
    return pauses[random() % pauses.size()];
}

} // namespace

class TestVisitWalk : public QObject {
    Q_OBJECT

private slots:
    void everyStageTakesEveryEvent_data();
    void everyStageTakesEveryEvent();
    void aCrowdNeverBreaksAPromise_data();
    void aCrowdNeverBreaksAPromise();
    void nobodyCanTellTheFacesApart_data();
    void nobodyCanTellTheFacesApart();
    void everyScreenComesToRest_data();
    void everyScreenComesToRest();
};

void TestVisitWalk::everyStageTakesEveryEvent_data()
{
    QTest::addColumn<int>("stage");
    QTest::addColumn<int>("event");
    const auto events = allEvents();
    for (std::size_t i = 0; i < stages.size(); ++i) {
        for (std::size_t j = 0; j < events.size(); ++j) {
            QTest::addRow("%c x %s", letter(stages[i]), events[j].name) << int(i) << int(j);
        }
    }
}

void TestVisitWalk::everyStageTakesEveryEvent()
{
    QFETCH(int, stage);
    QFETCH(int, event);
    const auto which = static_cast<std::size_t>(stage);
    const Named named = allEvents()[static_cast<std::size_t>(event)];
    for (const bool hasPresence : {true, false}) {
        for (const std::int64_t later : {0, 700, 7000}) {
            Stand stand = standIn(stages[which], hasPresence);
            QCOMPARE(letter(stand.state.stage), letter(stages[which]));
            stand.now += later;
            const State before = step(stand.state, Ticked{}, stand.context(), stand.time()).state;
            const Step after = step(before, named.event, stand.context(), stand.time());
            QCOMPARE(letter(after.state.stage), named.after[which]);
            QCOMPARE(fault(after.state, stand.context(), MonotonicMs{stand.now}), std::string());
            // The same state and event make the same step.
            const Step again = step(before, named.event, stand.context(), stand.time());
            QVERIFY(screenOf(again.state, stand.context()) == screenOf(after.state, stand.context()));
            QCOMPARE(again.effects.size(), after.effects.size());
        }
    }
}

void TestVisitWalk::aCrowdNeverBreaksAPromise_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 200; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

void TestVisitWalk::aCrowdNeverBreaksAPromise()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    Stand stand(seed % 2 == 0 ? neutralQuestionnaire() : exampleQuestionnaire(), seed % 3 != 0);
    stand.hasSpeech = seed % 5 != 0;
    if (seed % 2 == 0) {
        stand.questionnaire.questions.push_back(question("T1", QuestionKind::Comment, {}));
    }
    for (int i = 0; i < 400; ++i) {
        stand.pass(pause(random));
        stand.diskIsFull = random() % 20 == 0;
        const std::size_t rows = stand.rows.size();
        const bool couldWithdraw = canWithdraw(stand.state, stand.context()); // also a moment after a note hid it
        stand.ticketsRequired = seed % 4 == 0;
        VisitEvent event = drawn(random);
        if (auto* shown = std::get_if<TicketShown>(&event); shown != nullptr && shown->check.mark) {
            const bool isUsed = std::ranges::find(stand.used, *shown->check.mark) != stand.used.end();
            shown->check.finding = isUsed ? TicketFinding::Used : TicketFinding::Fresh;
        }
        stand.send(event);
        QCOMPARE(fault(stand.state, stand.context(), MonotonicMs{stand.now}), std::string());
        const Screen screen = stand.screen();
        if (stand.diskIsFull && rows == stand.rows.size() && screen.banner) {
            // Whoever is thanked has a row: the banner stands over the last tap that was written.
            QVERIFY(stand.state.visit && number(*stand.state.visit) <= stand.rows.size());
        }
        for (std::size_t row = rows; row < stand.rows.size(); ++row) {
            const Append& append = stand.rows[row].append;
            if (std::holds_alternative<Withdrawn>(append.content)) {
                QVERIFY(couldWithdraw);
            }
            const auto* tap = std::get_if<Tap>(&append.content);
            QCOMPARE(append.uses.has_value(), tap != nullptr && tap->ticket == TicketUse::Fresh);
        }
    }
    QVERIFY(stand.used.size() <= 3); // there are three tickets, and each was used up once at most
    // Each visit ends at most once, and nothing is said of a visit that no tap began.
    std::map<std::uint64_t, int> ended;
    for (const Stand::Row& row : stand.rows) {
        const Append& append = row.append;
        if (std::holds_alternative<Tap>(append.content) || std::holds_alternative<Period>(append.content)) {
            continue;
        }
        QVERIFY2(append.visit.has_value(), row.text.c_str());
        const std::uint64_t visit = number(*append.visit);
        QVERIFY(visit >= 1 && visit <= stand.rows.size());
        QVERIFY2(std::holds_alternative<Tap>(stand.rows[visit - 1].append.content), row.text.c_str());
        const bool isEnd = std::holds_alternative<VisitEnded>(append.content);
        QVERIFY2(ended[visit] == 0, row.text.c_str());
        ended[visit] += isEnd ? 1 : 0;
    }
    QVERIFY(ended.size() > 5);
}

void TestVisitWalk::nobodyCanTellTheFacesApart_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 60; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

void TestVisitWalk::nobodyCanTellTheFacesApart()
{
    QFETCH(unsigned, seed);
    // The same crowd, with every face moved up by one: where nothing is marked, the screens are equal.
    std::mt19937 random(seed);
    std::mt19937 same(seed);
    Stand one(neutralQuestionnaire(), seed % 2 == 0);
    Stand other(neutralQuestionnaire(), seed % 2 == 0);
    for (Stand* stand : {&one, &other}) {
        stand->hasSpeech = true;
        stand->questionnaire.questions.push_back(question("T1", QuestionKind::Comment, {}));
    }
    for (int i = 0; i < 400; ++i) {
        VisitEvent event = drawn(random);
        VisitEvent moved = drawn(same);
        if (auto* tap = std::get_if<FaceTapped>(&moved)) {
            tap->face = *faceOf(score(tap->face) % 5 + 1);
        }
        one.send(event);
        other.send(moved);
        const std::int64_t ms = pause(random);
        QCOMPARE(pause(same), ms);
        one.pass(ms);
        other.pass(ms);
        Screen seen = one.screen();
        QCOMPARE(seen.marked.has_value(), other.screen().marked.has_value());
        seen.marked = other.screen().marked;
        QVERIFY(seen == other.screen());
    }
    QCOMPARE(one.rows.size(), other.rows.size());
}

void TestVisitWalk::everyScreenComesToRest_data() { aCrowdNeverBreaksAPromise_data(); }

void TestVisitWalk::everyScreenComesToRest()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    Stand stand(neutralQuestionnaire(), seed % 2 == 0);
    stand.hasSpeech = true;
    for (int i = 0; i < 30; ++i) {
        stand.send(drawn(random));
        stand.pass(pause(random) / 20);
    }
    stand.send(HeadphonesUnplugged{}); // they would go on speaking
    stand.send(PeriodChanged{});       // and staff would stay
    stand.send(PresenceEnded{});       // and a ticket would wait for whoever stands there
    stand.pass(300000);
    QVERIFY(stand.screen() == Stand(neutralQuestionnaire()).screen());
    QVERIFY(!stand.state.visit && !stand.state.claimed);
    QVERIFY(!deadline(stand.state));
}

QTEST_APPLESS_MAIN(TestVisitWalk)
#include "test_visit_walk.moc"
