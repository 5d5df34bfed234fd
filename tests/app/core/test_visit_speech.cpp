// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/core/stand.h"

#include <QTest>

using namespace smiley::core;
using namespace smiley::test;

namespace {

Stand speaking()
{
    Stand stand(neutralQuestionnaire());
    stand.hasSpeech = true;
    return stand;
}

} // namespace

class TestVisitSpeech : public QObject {
    Q_OBJECT

private slots:
    void readAloudGoesOnAndOff();
    void withoutAVoiceNothingIsSpoken();
    void headphonesSpeakAndFallSilentAtOnceWhenPulledOut();
    void theVolumeHasFiveStepsAndIsTheDefaultForTheNextVisitor();
    void theVolumeBeginsAsItIsSet();
    void theNextVisitorMeetsSilence_orTheHeadphonesThatArePluggedIn();
    void limitsAreTwiceAsLong();
    void anyTouchExtendsAsOftenAsOneLikes();
    void aBannerWaitsForTheSpeech();
    void speechThatNeverEndsHoldsNothingForEver();
    void whatWasGivenIsKeptWhenTimeIsOut();
    void aPulledPlugLeavesNothingOpenForTheNext();
    void aPulledPlugKeepsNobodysLanguage();
    void theWarningRunsWhileItIsRead();
    void withoutASensorFortrydStandsUntilTheThanksWereRead();
    void headphonesSpeakWhenTheVoiceComesAndNobodyIsHeldForIt();
};

void TestVisitSpeech::aPulledPlugLeavesNothingOpenForTheNext()
{
    Stand stand(neutralQuestionnaire(), false); // no sensor
    stand.hasSpeech = true;
    stand.send(HeadphonesPlugged{});
    stand.tap(4);
    stand.send(SpeechBegan{});
    stand.send(HeadphonesUnplugged{});
    stand.send(SpeechEnded{});
    stand.pass(stand.settings.times.withdrawMs);
    QVERIFY(!stand.screen().canWithdraw);
    stand.pass(stand.settings.times.bannerMs - stand.settings.times.withdrawMs);
    QVERIFY(!stand.screen().banner);
}

void TestVisitSpeech::aPulledPlugKeepsNobodysLanguage()
{
    Stand stand = speaking();
    stand.send(HeadphonesPlugged{});
    stand.send(LanguageChosen{"en"});
    stand.tap(4);
    stand.send(HeadphonesUnplugged{});
    stand.pass(stand.settings.times.bannerMs);
    QCOMPARE(stand.screen().language, std::string("da"));
}

void TestVisitSpeech::readAloudGoesOnAndOff()
{
    Stand stand = speaking();
    QVERIFY(stand.screen().listening == Listening::Off);
    stand.send(ReadAloudPressed{});
    QVERIFY(stand.screen().listening == Listening::Loudspeaker);
    stand.send(ReadAloudPressed{});
    QVERIFY(stand.screen().listening == Listening::Off);
}

void TestVisitSpeech::withoutAVoiceNothingIsSpoken()
{
    Stand stand = speaking();
    stand.hasSpeech = false;
    stand.send(ReadAloudPressed{});
    stand.send(HeadphonesPlugged{});
    QVERIFY(stand.screen().listening == Listening::Off);
}

void TestVisitSpeech::headphonesSpeakAndFallSilentAtOnceWhenPulledOut()
{
    Stand stand = speaking();
    stand.send(HeadphonesPlugged{});
    QVERIFY(stand.screen().listening == Listening::Headphones);
    stand.send(HeadphonesUnplugged{});
    QVERIFY(stand.screen().listening == Listening::Off); // not on to the loudspeaker
    stand.send(ReadAloudPressed{});
    stand.send(HeadphonesUnplugged{});
    QVERIFY(stand.screen().listening == Listening::Loudspeaker);
    stand.send(HeadphonesPlugged{});
    QVERIFY(stand.screen().listening == Listening::Headphones);
}

void TestVisitSpeech::theVolumeHasFiveStepsAndIsTheDefaultForTheNextVisitor()
{
    Stand stand = speaking();
    stand.send(LouderPressed{});
    QCOMPARE(stand.screen().volume, volumeDefault); // nobody listens
    stand.send(ReadAloudPressed{});
    for (int press = 0; press < 7; ++press) {
        stand.send(LouderPressed{});
    }
    QCOMPARE(stand.screen().volume, volumeSteps);
    for (int press = 0; press < 7; ++press) {
        stand.send(SofterPressed{});
    }
    QCOMPARE(stand.screen().volume, 1);
    stand.tap(4);
    stand.otherPersonComes();
    QCOMPARE(stand.screen().volume, volumeDefault);
    QVERIFY(stand.screen().listening == Listening::Off);
}

void TestVisitSpeech::theVolumeBeginsAsItIsSet()
{
    Stand stand = speaking();
    stand.settings.volume = 5;
    stand.state = initialState(stand.context());
    QCOMPARE(stand.screen().volume, 5);
    stand.send(ReadAloudPressed{});
    QCOMPARE(stand.screen().volume, 5);
    stand.send(SofterPressed{});
    stand.tap(4);
    stand.otherPersonComes();
    QCOMPARE(stand.screen().volume, 5);
}

void TestVisitSpeech::theNextVisitorMeetsSilence_orTheHeadphonesThatArePluggedIn()
{
    Stand stand = speaking();
    stand.send(ReadAloudPressed{});
    stand.tap(4);
    stand.send(NextPersonPressed{});
    QVERIFY(stand.screen().listening == Listening::Off);
    stand.send(HeadphonesPlugged{});
    stand.send(SofterPressed{});
    stand.tap(4);
    stand.send(NextPersonPressed{});
    QVERIFY(stand.screen().listening == Listening::Headphones);
    QCOMPARE(stand.screen().volume, volumeDefault);
    stand.send(HeadphonesUnplugged{});
    stand.pass(120'000);
    QVERIFY(stand.screen().listening == Listening::Off);
}

void TestVisitSpeech::limitsAreTwiceAsLong()
{
    Stand stand = speaking();
    stand.tap(4);
    stand.send(InvitationAccepted{});
    stand.send(ReadAloudPressed{});
    stand.pass(119'999);
    QVERIFY(stand.screen().overlay == Overlay::None);
    stand.pass(1);
    QVERIFY(stand.screen().overlay == Overlay::TimeOut);
    stand.pass(30'000);
    QCOMPARE(stand.screen().quartersLeft, 3);
    stand.pass(89'999);
    QVERIFY(stand.screen().overlay == Overlay::TimeOut);
    stand.pass(1);
    QVERIFY(stand.screen().page == Screen::Page::Faces);
    QVERIFY(stand.journal().ends_with("timedOut"));
}

void TestVisitSpeech::anyTouchExtendsAsOftenAsOneLikes()
{
    Stand stand = speaking();
    stand.tap(4);
    stand.send(InvitationAccepted{});
    for (int more = 0; more < 50; ++more) {
        stand.pass(stand.settings.times.idleMs + stand.settings.times.warningMs - 1);
        QVERIFY(stand.screen().overlay == Overlay::TimeOut);
        stand.send(Touched{});
        QVERIFY(stand.screen().overlay == Overlay::None);
        QVERIFY(stand.screen().page == Screen::Page::Question);
    }
}

void TestVisitSpeech::aBannerWaitsForTheSpeech()
{
    Stand stand = speaking();
    stand.send(ReadAloudPressed{});
    stand.tap(4);
    stand.send(SpeechBegan{});
    stand.pass(30'000);
    QVERIFY(stand.screen().banner.has_value());
    stand.send(SpeechEnded{});
    stand.pass(stand.settings.times.bannerMs - 1);
    QVERIFY(stand.screen().banner.has_value());
    stand.pass(1);
    QVERIFY(!stand.screen().banner);
}

void TestVisitSpeech::speechThatNeverEndsHoldsNothingForEver()
{
    Stand stand = speaking();
    stand.send(ReadAloudPressed{});
    stand.tap(4);
    stand.send(SpeechBegan{});
    stand.pass(120'000 + stand.settings.times.bannerMs);
    QVERIFY(!stand.screen().banner);
}

void TestVisitSpeech::whatWasGivenIsKeptWhenTimeIsOut()
{
    Stand stand = speaking();
    stand.tap(4);
    stand.send(InvitationAccepted{});
    const std::string first = stand.question();
    stand.give(stand.screen().options.front().id);
    stand.pass(10 * 60'000);
    QVERIFY2(stand.journal().find(first + "=") != std::string::npos, stand.journal().c_str());
    QVERIFY2(stand.journal().ends_with("timedOut"), stand.journal().c_str());
}

void TestVisitSpeech::theWarningRunsWhileItIsRead()
{
    Stand stand = speaking();
    stand.tap(4);
    stand.send(InvitationAccepted{});
    stand.send(ReadAloudPressed{});
    stand.pass(120'000);
    QVERIFY(stand.screen().overlay == Overlay::TimeOut);
    stand.send(SpeechBegan{});
    stand.pass(30'000);
    QCOMPARE(stand.screen().quartersLeft, 3);
    stand.send(SpeechEnded{});
    stand.pass(89'999);
    QVERIFY(stand.screen().overlay == Overlay::TimeOut);
    stand.pass(1);
    QVERIFY(stand.journal().ends_with("timedOut"));
}

void TestVisitSpeech::withoutASensorFortrydStandsUntilTheThanksWereRead()
{
    Stand stand = speaking();
    stand.hasPresence = false;
    stand.send(ReadAloudPressed{});
    stand.tap(4);
    stand.send(SpeechBegan{});
    stand.pass(20'000);
    stand.send(SpeechEnded{});
    stand.pass(5'999);
    QVERIFY(stand.screen().canWithdraw);
    stand.pass(1);
    QVERIFY(!stand.screen().canWithdraw && stand.screen().banner);
}

void TestVisitSpeech::headphonesSpeakWhenTheVoiceComesAndNobodyIsHeldForIt()
{
    Stand stand(neutralQuestionnaire());
    stand.send(HeadphonesPlugged{});
    stand.tap(4);
    stand.send(InvitationAccepted{});
    stand.send(PresenceEnded{});
    stand.pass(1000);
    stand.hasSpeech = true;
    stand.send(SpeechCame{});
    QVERIFY(stand.screen().listening == Listening::Headphones);
    stand.pass(250);
    stand.hasSpeech = false;
    stand.send(SpeechLost{});
    QVERIFY(stand.screen().listening == Listening::Off);
    stand.pass(250);
    QVERIFY(stand.screen().page == Screen::Page::Faces);
    QVERIFY(stand.journal().ends_with("left"));
}

QTEST_APPLESS_MAIN(TestVisitSpeech)
#include "test_visit_speech.moc"
