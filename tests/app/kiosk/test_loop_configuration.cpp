// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/kiosk/loop_stand.h"

#include <QTest>

#include <algorithm>
#include <array>

// A new configuration: nothing changes under anybody's hands, and nothing is forgotten of who stands there.

using namespace smiley;
using namespace smiley::test;
using core::Face;

namespace {

void pass(Stand& stand, kiosk::Loop& loop, std::int64_t ms)
{
    const std::int64_t end = core::count(stand.clock.now().monotonic) + ms;
    while (loop.deadline() && core::count(*loop.deadline()) <= end) {
        stand.clock.advance(
            std::max<std::int64_t>(0, core::count(*loop.deadline()) - core::count(stand.clock.now().monotonic)));
        loop.handle(core::VisitEvent{core::Ticked{}});
    }
    stand.clock.advance(end - core::count(stand.clock.now().monotonic));
}

} // namespace

class TestLoopConfiguration : public QObject {
    Q_OBJECT

private slots:
    void itWaitsForACleanScreenAndIsNoted()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration('a'));
        loop.handle(core::FaceTapped{Face::Good});
        loop.configure(stand.configuration('b'));
        QCOMPARE(stand.count<core::QuestionnaireChanged>(), 0U);
        stand.clock.advance(60000);
        loop.handle(core::Ticked{});
        QCOMPARE(stand.count<core::QuestionnaireChanged>(), 1U);
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(std::get<core::Tap>(stand.disk.rows.back().content).questionnaire.text(), std::string(64, 'b'));
    }

    void itWaitsForWhoListensReadsOrHasChosen_data()
    {
        QTest::addColumn<int>("choice");
        QTest::newRow("listens") << 0;
        QTest::newRow("reads about the answer") << 1;
        QTest::newRow("reads the languages") << 2;
        QTest::newRow("chose a language") << 3;
        QTest::newRow("chose the contrast") << 4;
    }

    void itWaitsForWhoListensReadsOrHasChosen()
    {
        QFETCH(int, choice);
        const std::array<core::VisitEvent, 5> choices{core::ReadAloudPressed{}, core::AboutOpened{},
                                                      core::LanguagesOpened{}, core::LanguageChosen{"en"},
                                                      core::ContrastToggled{}};
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration('a'));
        loop.setSpeech(true);
        loop.handle(choices.at(static_cast<std::size_t>(choice)));
        const core::Screen before = loop.screen();
        loop.configure(stand.configuration('b'));
        QVERIFY(loop.screen() == before);
        QVERIFY(loop.visitInProgress());
        QCOMPARE(stand.count<core::QuestionnaireChanged>(), 0U);
        pass(stand, loop, 120'000); // whoever it was has gone
        QCOMPARE(stand.count<core::QuestionnaireChanged>(), 1U);
        QVERIFY(!loop.visitInProgress());
    }

    void aTapAfterwardsStillSaysThatThePersonBeforeLeft()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration('a'));
        loop.handle(stand.found(core::Role::Presence));
        loop.handle(core::FaceTapped{Face::Good});
        loop.handle(core::PresenceEnded{});
        pass(stand, loop, 20'000);
        loop.configure(stand.configuration('b'));
        loop.handle(core::PresenceBegan{});
        loop.handle(core::FaceTapped{Face::Bad});
        const auto& tap = std::get<core::Tap>(stand.disk.rows.back().content);
        QCOMPARE(tap.questionnaire.text(), std::string(64, 'b'));
        QCOMPARE(tap.presence, core::Presence::Broken);
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Invitation));
    }

    void whoListensToTheFacesByHeadphonesGoesOnListening()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration('a'));
        loop.setSpeech(true);
        loop.handle(core::HeadphonesPlugged{});
        pass(stand, loop, 300'000);
        loop.handle(core::LouderPressed{});
        const int volume = loop.screen().volume;
        loop.configure(stand.configuration('b'));
        QCOMPARE(stand.count<core::QuestionnaireChanged>(), 1U);
        QVERIFY(loop.screen().listening == core::Listening::Headphones);
        QCOMPARE(loop.screen().volume, volume);
        loop.handle(core::HeadphonesUnplugged{});
        QVERIFY(loop.screen().listening == core::Listening::Off);
    }

    void aCommentFollowsItsAnswerAcrossIt()
    {
        Stand stand;
        kiosk::Configuration other = *stand.asksForComments(true);
        other.settings.times.bannerMs = 3000;
        kiosk::Loop loop(stand.ports(), std::make_shared<const kiosk::Configuration>(other));
        loop.handle(stand.found(core::Role::Presence));
        stand.comment(loop, "Tak for kaffe");
        pass(stand, loop, 3000);
        QVERIFY(!loop.screen().banner);
        other.questionnaire.hash = *core::Hash::parse(std::string(64, 'b'));
        loop.configure(std::make_shared<const kiosk::Configuration>(other));
        QCOMPARE(stand.count<core::QuestionnaireChanged>(), 1U);
        loop.handle(core::FaceTapped{Face::VeryBad});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Changed));
        QVERIFY(stand.comments.kept.begin()->second.faces == core::FaceGroup::Low);
        loop.handle(core::WithdrawPressed{});
        QVERIFY(stand.comments.kept.empty());
    }

    void theFacesStandInItsDefaultLanguage()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration('a'));
        kiosk::Configuration other = *stand.configuration('b');
        other.settings.languages = {"en", "da"};
        loop.configure(std::make_shared<const kiosk::Configuration>(other));
        QCOMPARE(loop.screen().language, std::string("en"));
    }
};

QTEST_APPLESS_MAIN(TestLoopConfiguration)
#include "test_loop_configuration.moc"
