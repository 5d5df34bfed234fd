// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Speech mode: what is said, and what is never said; every press twice. The real core and window, a voice without sound.

#include "tests/qml/listening.h"

#include <QTest>

#include <functional>

using namespace smiley;
using namespace smiley::test;

class TestNarrator : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { ui::chooseRenderer(); }

    void theScreenIsReadItemByItemAndTheFocusFollows()
    {
        StandWorld world;
        world.touch("readAloud");
        QVERIFY(world.speech.speaking);
        QVERIFY(world.speech.said.back().text.starts_with("Hvordan var dit besøg i jobcentret i dag?"));
        QVERIFY(world.target("readAloud")->property("chosen").toBool());
        const QStringList labels = world.visitor.faceLabels();
        for (int face = 1; face <= 5; ++face) {
            world.speech.hear();
            QCOMPARE(QString::fromStdString(world.speech.said.back().text),
                     QStringLiteral("Tast %1: %2.").arg(QString::number(face), labels[face - 1]));
            QCOMPARE(world.focus()->objectName(), QStringLiteral("face%1").arg(face));
            QVERIFY(world.focus()->property("ringed").toBool());
            QCOMPARE(world.focus()->property("keyNumber").toInt(), face);
        }
        world.speech.hear();
        QCOMPARE(QString::fromStdString(world.speech.said.back().text), more);
        world.speech.hear();
        QVERIFY(!world.speech.speaking);
        world.settle();
        QCOMPARE(world.sentOf<core::SpeechBegan>(), 1);
        QCOMPARE(world.sentOf<core::SpeechEnded>(), 1);
    }

    void theSecondPressCounts_data()
    {
        QTest::addColumn<bool>("byTouch");
        QTest::newRow("touch") << true;
        QTest::newRow("key") << false;
    }
    void theSecondPressCounts()
    {
        QFETCH(bool, byTouch);
        StandWorld world;
        world.listen();
        const auto pressFace = [&](int face) {
            if (byTouch) {
                world.touch(QStringLiteral("face%1").arg(face));
            } else {
                world.press(face);
            }
        };
        pressFace(4);
        QCOMPARE(world.hear(), QStringList{chosen});
        QCOMPARE(world.focus()->objectName(), QStringLiteral("face4"));
        pressFace(2);
        QCOMPARE(world.hear(), QStringList{chosen});
        QVERIFY2(world.rowsOf<core::Tap>().empty(), "each was pressed once");
        pressFace(2);
        QCOMPARE(world.rowsOf<core::Tap>().size(), 1U);
        QCOMPARE(world.rowsOf<core::Tap>()[0].face, core::Face::Bad);
        QCOMPARE(world.rowsOf<core::Tap>()[0].input, core::Input::Speech);
        QVERIFY2(!world.target("face2")->property("ringed").toBool(), "the ring would tell");
        const QStringList thanks = world.hear();
        QCOMPARE(thanks.size(), 2);
        QVERIFY2(thanks[0].startsWith("Tak. Dit svar er gemt. Vil du svare på"), qPrintable(thanks[0]));
        QCOMPARE(thanks[1], more);
    }

    void theSameThanksIsSaidAgain()
    {
        StandWorld world;
        world.listen();
        for (int time = 0; time < 3; ++time) {
            world.hear();
            world.wait(1500); // the mark is gone
            world.press(2);
            world.press(2);
            QVERIFY(world.hear().join(' ').contains("Tak."));
        }
        QCOMPARE(world.rowsOf<core::Tap>().size(), 3U);
    }

    void headphonesHearTheLabel()
    {
        StandWorld world;
        world.loop.handle(core::VisitEvent{core::HeadphonesPlugged{}});
        world.settle();
        QVERIFY2(world.hear().size() > 5, "plugging in begins to read");
        world.press(5);
        QCOMPARE(world.hear(), QStringList{"Meget godt. Tryk igen for at svare."});
        world.press(5);
        world.hear();
        QVERIFY(world.pressNamed("yes"));
        QVERIFY(world.pressNamed("yes"));
        world.hear();
        world.press(2);
        world.press(2);
        world.hear();
        world.press(core::key::next);
        world.press(core::key::back);
        QVERIFY(world.hear().join(' ').contains(", valgt."));
    }

    void everyBannerIsSaid()
    {
        StandWorld world;
        world.listen();
        core::Screen screen;
        screen.language = "da";
        screen.listening = core::Listening::Loudspeaker;
        const std::pair<core::Banner, QString> banners[] = {
            {core::Banner::Changed, "Dit svar er ændret. Du kan ændre det igen."},
            {core::Banner::HaveIt, "Tak. Vi har dit svar. Er det en ny person?"},
            {core::Banner::Withdrawn, "Dit svar tæller ikke med. Du kan svare igen, hvis du vil."},
            {core::Banner::Thanks, "Tak. Dit svar er gemt."},
        };
        for (const auto& [banner, words] : banners) {
            screen.banner = banner;
            world.visitor.setScreen(screen);
            world.settle();
            const QStringList said = world.hear();
            QVERIFY2(!said.isEmpty() && said[0].startsWith(words), qPrintable(said.join('|')));
        }
    }

    void whatIsFoundOfATicketIsSaid()
    {
        using core::TicketNote;
        StandWorld world;
        world.listen();
        const std::tuple<TicketNote, QString, QString> notes[] = {
            {TicketNote::Taken, "Kortet er læst. Tryk på et ansigt.", "Kortet er læst. Tryk på et ansigt."},
            {TicketNote::Used, "Kortet er brugt. Du kan svare uden kort.",
             "Kortet er brugt. Et kort gælder til ét svar."},
            {TicketNote::OtherDay, "Kortet gælder til en anden dag. Du kan svare uden kort.",
             "Kortet gælder til en anden dag. Spørg gerne i skranken."},
            {TicketNote::OtherStand, "Kortet hører til en anden stand. Du kan svare uden kort.",
             "Kortet hører til en anden stand. Spørg gerne i skranken."},
            {TicketNote::NotACard, "Vi kan ikke læse kortet. Prøv igen, eller svar uden kort.",
             "Vi kan ikke læse kortet. Prøv igen, eller spørg i skranken."},
            {TicketNote::CannotCheck, "Vi kan ikke tjekke kortet lige nu. Du kan svare uden kort.",
             "Vi kan ikke tjekke kortet lige nu. Spørg gerne i skranken."},
        };
        core::Screen screen = world.loop.screen();
        for (const bool isRequired : {false, true}) {
            for (const auto& [note, free, required] : notes) {
                screen.note = note;
                screen.ticketsRequired = isRequired;
                world.visitor.setScreen(screen);
                world.settle();
                const QStringList said = world.hear();
                const QString& words = isRequired ? required : free;
                QVERIFY2((!said.isEmpty() && said[0].startsWith(words)) || free == required,
                         qPrintable(words + ": " + said.join('|')));
            }
        }
        screen.note.reset();
        screen.ticketFirst = true;
        world.visitor.setScreen(screen);
        world.settle();
        QVERIFY(world.hear().join(' ').contains("Vis dit kort, og tryk så på et ansigt. Det er frivilligt."));
        screen.banner = core::Banner::WithoutTicket;
        world.visitor.setScreen(screen);
        world.settle();
        QVERIFY(world.hear().join(' ').startsWith(
            "Tak. I dag tæller svar kun med et kort. Vis dit kort, og tryk så på et ansigt."));
        screen.ticketsUnread = true; // the scanner is away
        world.visitor.setScreen(screen);
        world.settle();
        QVERIFY(world.hear().join(' ').contains("Vi kan ikke læse kort lige nu. Spørg gerne i skranken."));
        screen.banner.reset();
        world.visitor.setScreen(screen);
        world.settle();
        QVERIFY(world.hear().join(' ').contains("Vi kan ikke læse kort lige nu. Spørg gerne i skranken."));
    }

    void aKeyInterruptsWhatIsSaid_data()
    {
        QTest::addColumn<int>("key");
        for (const int key : {1, core::key::next, core::key::back}) {
            QTest::addRow("%d", key) << key;
        }
    }
    void aKeyInterruptsWhatIsSaid()
    {
        QFETCH(int, key);
        StandWorld world;
        world.press(core::key::speech);
        QVERIFY(world.speech.speaking);
        const std::string before = world.speech.said.back().text;
        const int silences = world.speech.silences;
        world.press(key);
        QCOMPARE(world.speech.silences, silences + 1);
        QVERIFY(world.speech.said.back().text != before);
    }

    void aKeyWithoutATargetHushes()
    {
        StandWorld world;
        world.listen();
        QVERIFY(world.pressNamed("about"));
        QVERIFY(world.pressNamed("about"));
        QVERIFY(world.speech.speaking);
        world.hear();
        world.press(core::key::next);
        world.press(core::key::next);
        QVERIFY(world.speech.speaking);
        world.press(4);
        QVERIFY(!world.speech.speaking);
        QCOMPARE(world.sentOf<core::SpeechBegan>(), world.sentOf<core::SpeechEnded>());
    }

    void theScreensTextIsSaidAgainOnRequest()
    {
        StandWorld world;
        world.listen();
        world.press(core::key::next);
        QVERIFY(!world.hear().join('|').contains("Hvordan var dit besøg"));
        world.press(core::key::back);
        const QStringList said = world.hear();
        QVERIFY2(said[0].startsWith("Hvordan var dit besøg i jobcentret i dag?"), qPrintable(said.join('|')));
        QVERIFY(said[1].startsWith("Tast 1: "));
        // A screen of one page: both keys say it again.
        core::Screen screen;
        screen.language = "da";
        screen.listening = core::Listening::Loudspeaker;
        world.visitor.setScreen(screen);
        const std::function<void(QQuickItem*)> keepAnswers = [&](QQuickItem* item) {
            item->setEnabled(item->property("keyGroup").toInt() == 0);
            for (QQuickItem* child : item->childItems()) {
                keepAnswers(child);
            }
        };
        keepAnswers(world.window.keys().screen());
        world.settle();
        world.hear();
        QVERIFY(!world.window.keys().hasOtherPages());
        for (const int key : {core::key::next, core::key::back}) {
            world.press(key);
            QVERIFY(world.hear().join('|').contains("Vi spørger ikke, hvem du er"));
        }
    }

    void theVolumeIsInReachOfTheKeysEverywhere()
    {
        StandWorld world;
        world.listen();
        const auto isInReach = [&] {
            return world.pressNamed("louder") && world.pressNamed("softer") && world.pressNamed("readAloud");
        };
        QVERIFY(isInReach());
        QVERIFY(world.pressNamed("about"));
        QVERIFY(world.pressNamed("about"));
        QVERIFY(isInReach());
        QVERIFY(world.target("readAloud")->width() > 0);
        QVERIFY(world.pressNamed("close"));
        QVERIFY(world.pressNamed("close"));
        QVERIFY(world.pressNamed("moreLanguages"));
        QVERIFY(world.pressNamed("moreLanguages"));
        QCOMPARE(world.visitor.overlay(), ui::VisitorModel::LanguagesOverlay);
        QVERIFY(isInReach());
        const int unseen = world.visitor.volume();
        world.touch("louder"); // where it would be
        world.touch("louder");
        QCOMPARE(world.visitor.volume(), unseen);
        QVERIFY(world.pressNamed("close"));
        QVERIFY(world.pressNamed("close"));
        world.press(2);
        world.press(2);
        QVERIFY(world.visitor.banner() != ui::VisitorModel::NoBanner);
        QVERIFY(isInReach());
        goToComment(world);
        QVERIFY(isInReach());
        const int before = world.visitor.volume();
        QVERIFY(world.pressNamed("louder"));
        QVERIFY(world.pressNamed("louder"));
        QCOMPARE(world.visitor.volume(), before + 1);
    }

    void aLanguageWithoutAVoiceIsRefusedWhileSomebodyListens()
    {
        StandWorld world;
        world.listen();
        QVERIFY(world.pressNamed("moreLanguages"));
        QVERIFY(world.pressNamed("moreLanguages"));
        world.hear();
        for (int time = 0; time < 3; ++time) {
            QVERIFY(world.pressNamed("language-so"));
            QCOMPARE(world.hear().back(), QStringLiteral("Der er ingen oplæsning på Soomaali."));
            QCOMPARE(world.visitor.language(), QStringLiteral("da"));
        }
    }

    void headphonesInALanguageWithoutAVoiceGoToTheStandsOwn()
    {
        StandWorld world;
        world.visitor.chooseLanguage("so");
        world.settle();
        plugIn(world);
        QCOMPARE(world.visitor.language(), QStringLiteral("da"));
        QVERIFY(world.window.narrator().isReading());
        QVERIFY(world.hear().value(0).startsWith("Hvordan var dit besøg"));
        world.visitor.chooseLanguage("en");
        world.settle();
        world.loop.handle(core::VisitEvent{core::HeadphonesUnplugged{}});
        plugIn(world);
        QCOMPARE(world.visitor.language(), QStringLiteral("en"));
    }

    void headphonesThatNoLanguageServesAskNothingTwice()
    {
        StandWorld world;
        world.speech.voices = {"ar"};
        world.window.narrator().voicesChanged();
        plugIn(world);
        QCOMPARE(world.visitor.listening(), ui::VisitorModel::NotListening);
        QCOMPARE(world.visitor.language(), QStringLiteral("da"));
        world.touch("face4");
        QCOMPARE(world.rowsOf<core::Tap>().size(), 1U);
    }

    void everyPressIsAskedTwiceAlsoWhenTheVoiceIsGone()
    {
        StandWorld world;
        world.listen();
        world.speech.voices.clear();
        world.window.narrator().voicesChanged();
        QVERIFY(!world.window.narrator().canRead());
        QCOMPARE(world.visitor.listening(), ui::VisitorModel::ByLoudspeaker);
        const auto said = world.speech.said.size();
        world.touch("face4");
        QVERIFY(world.rowsOf<core::Tap>().empty());
        QVERIFY(isRinged(world));
        world.touch("face4");
        QCOMPARE(world.rowsOf<core::Tap>().size(), 1U);
        QCOMPARE(world.speech.said.size(), said);
    }

    void otherTargetsSayTheirLabelAndTheirState()
    {
        StandWorld world;
        world.listen();
        world.touch("contrast");
        QCOMPARE(world.hear(), QStringList{"Kontrast. Tryk igen."});
        QVERIFY(!world.visitor.contrast());
        world.touch("contrast");
        QVERIFY(world.visitor.contrast());
        QCOMPARE(world.hear().value(0), QStringLiteral("Kontrast, valgt"));
        world.touch("contrast");
        QCOMPARE(world.hear(), QStringList{"Kontrast, valgt. Tryk igen."});
        world.touch("contrast");
        QCOMPARE(world.hear().value(0), QStringLiteral("Kontrast"));
        world.touch("about");
        world.touch("about");
        QVERIFY2(world.hear()[0].startsWith("Om dit svar"), "what has no state tells none");
    }

    void offAndOnAtOnceIsReadAnew()
    {
        StandWorld world;
        world.listen();
        world.loop.handle(core::VisitEvent{core::ReadAloudPressed{}});
        world.loop.handle(core::VisitEvent{core::ReadAloudPressed{}});
        world.settle();
        const QStringList said = world.hear();
        QVERIFY2(!said.isEmpty() && said[0].startsWith("Hvordan var dit besøg"), qPrintable(said.join('|')));
    }

    void anotherLanguageIsReadAnew()
    {
        StandWorld world;
        world.listen();
        world.touch("language-en");
        world.touch("language-en");
        const QStringList said = world.hear();
        QVERIFY(said.join(' ').contains("How was your visit to the jobcentre today?"));
        QVERIFY(said.contains("Key 1: Very bad."));
        QCOMPARE(world.speech.said.back().language, std::string("en"));
    }

    void aLanguageWithoutAVoiceHasNoButtonAndNoSecondPress()
    {
        StandWorld world;
        QVERIFY(world.target("readAloud") != nullptr);
        QVERIFY(world.target("louder") == nullptr);
        world.visitor.chooseLanguage("so");
        world.settle();
        QVERIFY(world.target("readAloud") == nullptr);
        world.press(core::key::speech);
        world.hear();
        world.press(1);
        QCOMPARE(world.rowsOf<core::Tap>().size(), 1U);
        QVERIFY(world.speech.said.empty());
    }

    void theVolumeHasFiveStepsAndSaysThem()
    {
        StandWorld world;
        world.listen();
        world.touch("louder");
        QCOMPARE(world.hear(), QStringList{"Højere. Tryk igen."});
        world.touch("louder");
        QCOMPARE(world.hear(), QStringList{"Lydstyrke 4 af 5."});
        QCOMPARE(world.speech.said.back().volume, 4);
        world.touch("louder");
        QCOMPARE(world.hear(), QStringList{"Lydstyrke 5 af 5."});
        QVERIFY2(world.target("louder") == nullptr, "there is no louder");
        world.touch("softer");
        world.touch("softer");
        QCOMPARE(world.speech.said.back().volume, 4);
    }

    void troubleIsSaid()
    {
        StandWorld world;
        world.listen();
        world.diskFull = true;
        world.press(3);
        world.press(3);
        QVERIFY(world.hear().join(' ').contains("Kan ikke tage imod svar lige nu"));
    }

    void theTimeOutIsSaidAndAnyPressGoesOn()
    {
        StandWorld world;
        world.listen();
        world.press(2);
        world.press(2);
        QVERIFY(world.pressNamed("yes"));
        QVERIFY(world.pressNamed("yes"));
        world.hear();
        for (const char* how : {"key with a target", "key without", "touch of a button", "next", "touch"}) {
            world.wait(119'000);
            QCOMPARE(world.visitor.overlay(), ui::VisitorModel::NoOverlay);
            world.wait(1000);
            QVERIFY2(world.visitor.overlay() == ui::VisitorModel::TimeOutOverlay, how);
            const QStringList said = world.hear();
            QCOMPARE(said.size(), 1);
            QVERIFY(said[0].startsWith("Er du her stadig? Tryk på skærmen eller på en tast for at fortsætte."));
            world.wait(100'000);
            QVERIFY2(world.visitor.overlay() == ui::VisitorModel::TimeOutOverlay, "twice as long");
            if (how == std::string("touch")) {
                QTest::mouseClick(&world.window.window(), Qt::LeftButton, Qt::NoModifier, QPoint(40, 40));
                world.settle();
            } else if (how == std::string("touch of a button")) {
                world.touch("nextPerson");
            } else {
                world.press(how == std::string("next") ? core::key::next : how == std::string("key without") ? 4 : 3);
            }
            QVERIFY2(world.visitor.overlay() == ui::VisitorModel::NoOverlay, how);
            QCOMPARE(world.visitor.page(), ui::VisitorModel::QuestionPage);
            QVERIFY2(world.hear().join(' ').contains("Spørgsmålet står på skærmen."), "the page is read again");
        }
    }

    void everyScreenSaysItself()
    {
        StandWorld world;
        world.listen();
        QVERIFY(world.pressNamed("about"));
        QVERIFY(world.pressNamed("about"));
        const QString about = world.hear().join(' ');
        QVERIFY(about.contains("Om dit svar."));
        QVERIFY(about.contains("Dataansvarlig: "));
        QVERIFY(about.contains("Tast 1: Luk."));
        world.press(1);
        world.press(1);
        QVERIFY(world.hear().join(' ').contains("Hvordan var dit besøg"));
        QVERIFY(world.pressNamed("moreLanguages"));
        QVERIFY(world.pressNamed("moreLanguages"));
        QVERIFY(world.hear().join(' ').contains("Flere sprog. Tast 1: Luk. Tast 2: Dansk, valgt."));
    }

    void whatIsSaidIsPressedNumberByNumber()
    {
        StandWorld world;
        world.listen();
        world.press(core::key::next);
        const QStringList said = world.hear();
        QCOMPARE(said.size(), 6);
        QCOMPARE(said[0], QStringLiteral("Tast 1: Læs højt, valgt."));
        QCOMPARE(said[3], QStringLiteral("Tast 4: Kontrast."));
        QCOMPARE(said[5], more);
    }
};

QTEST_MAIN(TestNarrator)
#include "test_narrator.moc"
