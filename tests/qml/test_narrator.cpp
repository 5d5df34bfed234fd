// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Speech mode: what is said, and what is never said; every press twice. The real core and window, a voice without sound.

#include "tests/qml/stand_world.h"

#include <QTest>

using namespace smiley;
using namespace smiley::test;

namespace {

const QString chosen = QStringLiteral("Valgt. Tryk igen for at svare.");
const QString more = QStringLiteral("Tast næste: flere valg.");

} // namespace

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

    void unpluggingSilencesAtOnce()
    {
        StandWorld world;
        world.loop.handle(core::VisitEvent{core::HeadphonesPlugged{}});
        world.settle();
        QVERIFY(world.speech.speaking);
        const int silences = world.speech.silences;
        world.loop.handle(core::VisitEvent{core::HeadphonesUnplugged{}});
        QVERIFY(!world.speech.speaking);
        QCOMPARE(world.speech.silences, silences + 1);
        world.settle();
        QCOMPARE(world.sentOf<core::SpeechBegan>(), world.sentOf<core::SpeechEnded>());
        QVERIFY(!world.speech.speaking);
        world.touch("face3");
        QCOMPARE(world.rowsOf<core::Tap>().size(), 1U);
    }

    /// What is said from the first press of an answer to the end of the thanks, by loudspeaker.
    void nothingByLoudspeakerTellsTheFace()
    {
        QSet<QString> heard;
        QStringList labels;
        for (int face = 1; face <= 5; ++face) {
            StandWorld world;
            world.listen();
            labels = world.visitor.faceLabels();
            world.press(face);
            world.press(face);
            QStringList said = world.hear();
            world.wait(3000);
            said << world.hear();
            QCOMPARE(world.rowsOf<core::Tap>().size(), 1U);
            for (const QString& label : labels) {
                QVERIFY2(!said.join('|').contains(label, Qt::CaseInsensitive), qPrintable(said.join('|')));
            }
            heard << said.join('|');
        }
        QCOMPARE(heard.size(), 1);
    }

    void nothingByLoudspeakerTellsTheOptionsOrTheComment()
    {
        StandWorld world;
        world.listen();
        world.press(2);
        world.press(2);
        QVERIFY(world.pressNamed("yes"));
        QVERIFY(world.pressNamed("yes"));
        while (world.visitor.kind() != ui::VisitorModel::CommentKind) {
            const QString question = world.visitor.question();
            world.hear();
            QSet<QString> heard;
            for (int key = 1; key <= 5; ++key) {
                world.press(key);
                QStringList said = world.hear();
                QCOMPARE(said, QStringList{chosen});
                QVERIFY(!world.visitor.canGoOn() || key > 1);
                world.press(key);
                said = world.hear();
                QCOMPARE(said, QStringList{QStringLiteral("Du har valgt %1.").arg(world.visitor.markedCount())});
                QVERIFY(world.visitor.markedCount() > 0);
            }
            world.press(core::key::next);
            world.press(core::key::back);
            QVERIFY2(!world.hear().join('|').contains(", valgt"), "what is marked is nobody else's");
            QVERIFY(world.pressNamed("next"));
            QVERIFY(world.pressNamed("next"));
            QVERIFY(world.visitor.question() != question);
        }
        QVERIFY(world.hear().join(' ').contains(world.visitor.question()));
        for (int key = 1; key <= 5; ++key) {
            const QString before = world.visitor.comment();
            world.press(key);
            QCOMPARE(world.hear(), QStringList{chosen});
            QCOMPARE(world.visitor.comment(), before);
            world.press(key);
            QCOMPARE(world.visitor.comment().size(), before.size() + 1);
            QCOMPARE(world.hear(), QStringList());
        }
    }

    void otherTargetsSayTheirLabel()
    {
        StandWorld world;
        world.listen();
        world.touch("contrast");
        QCOMPARE(world.hear(), QStringList{"Kontrast. Tryk igen."});
        QVERIFY(!world.visitor.contrast());
        world.touch("contrast");
        QVERIFY(world.visitor.contrast());
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

    void aSecretIsNeverSaid()
    {
        for (const bool headphones : {false, true}) {
            StandWorld world;
            if (headphones) {
                world.loop.handle(core::VisitEvent{core::HeadphonesPlugged{}});
                world.settle();
            }
            for (int face = 1; face <= 5; ++face) {
                world.target(QStringLiteral("face%1").arg(face))->setProperty("secret", true);
            }
            if (!headphones) {
                world.press(core::key::speech);
            }
            const QStringList read = world.hear();
            QCOMPARE(read.count("Tast."), 5);
            world.press(3);
            QCOMPARE(world.hear(), QStringList{"Tast."});
            for (const FakeSpeech::Said& said : world.speech.said) {
                for (const QString& label : world.visitor.faceLabels()) {
                    QVERIFY(!QString::fromStdString(said.text).contains(": " + label));
                }
            }
        }
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
            QVERIFY2(world.hear().join(' ').contains(world.visitor.question()), "the page is read again");
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
        QVERIFY(world.hear().join(' ').contains("Flere sprog. Tast 1: Dansk, valgt."));
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
