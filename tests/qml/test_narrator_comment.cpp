// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Speech mode while a comment is written. The real core and window, a voice without sound.

#include "tests/qml/listening.h"

#include <QTest>

using namespace smiley;
using namespace smiley::test;

class TestNarratorComment : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { ui::chooseRenderer(); }

    void shiftTellsItsStateInHeadphonesOnly()
    {
        for (const bool headphones : {false, true}) {
            StandWorld world;
            if (headphones) {
                plugIn(world);
            } else {
                world.listen();
            }
            goToComment(world);
            world.visitor.type("Ja");
            world.settle();
            world.hear();
            QCOMPARE(pressedTwice(world, "key-shift"),
                     headphones ? QStringList{"Store bogstaver, valgt"} : QStringList{"198 tegn tilbage"});
            world.press(core::key::next);
            QCOMPARE(pressedTwice(world, "key-shift"),
                     headphones ? QStringList{"Store bogstaver"} : QStringList{"198 tegn tilbage"});
        }
    }

    void aLetterThatHasNoRoomIsSaid()
    {
        for (const bool headphones : {false, true}) {
            StandWorld world;
            if (headphones) {
                plugIn(world);
            } else {
                world.listen();
            }
            goToComment(world);
            world.hear();
            QCOMPARE(pressedTwice(world, "key-erase"), QStringList{"200 tegn tilbage"});
            world.visitor.type(QStringLiteral("ja ").repeated(100));
            world.settle();
            QCOMPARE(world.visitor.charactersLeft(), 0);
            world.hear();
            QCOMPARE(pressedTwice(world, "key-l"), QStringList{"0 tegn tilbage"});
            QVERIFY(world.pressNamed("key-l"));
            QCOMPARE(world.hear(), QStringList{"0 tegn tilbage"});
        }
    }

    void headphonesHearWhenFewLettersAreLeft()
    {
        StandWorld world;
        plugIn(world);
        goToComment(world);
        world.visitor.type(QStringLiteral("ja ").repeated(60).chopped(2));
        world.settle();
        world.hear();
        QCOMPARE(pressedTwice(world, "key-l"), QStringList{"l"});
        QCOMPARE(world.visitor.charactersLeft(), 21);
        for (const char* left : {"20 tegn tilbage", "19 tegn tilbage"}) {
            QVERIFY(world.pressNamed("key-l"));
            QCOMPARE(world.hear(), (QStringList{"l", left}));
        }
    }

    void aCommentThatCantBeKeptIsSaidToEverybody()
    {
        StandWorld world;
        world.listen();
        core::Screen screen;
        screen.language = "da";
        screen.listening = core::Listening::Loudspeaker;
        screen.page = core::Screen::Page::Question;
        screen.kind = core::QuestionKind::Comment;
        world.visitor.setScreen(screen);
        world.settle();
        world.hear();
        screen.trouble = true;
        world.visitor.setScreen(screen);
        world.settle();
        const QStringList said = world.hear();
        QVERIFY2(!said.isEmpty() && said[0].startsWith(qtTrId("comment.notkept")), qPrintable(said.join('|')));
    }
};

QTEST_MAIN(TestNarratorComment)
#include "test_narrator_comment.moc"
