// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The five tactile keys, and double strikes: the real core and window, with a keyboard that stands in for the keys.

#include "app/ui/strikes.h"
#include "app/ui/targets.h"
#include "tests/qml/stage.h"
#include "tests/qml/stand_world.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace smiley;
using namespace smiley::test;

class TestKeys : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { ui::chooseRenderer(); }

    void aSecondStrikeWithinTheLimitIsTheSamePress()
    {
        const int target = 0;
        const int other = 0;
        for (const int limit : {1, 200, 500}) {
            ui::Strikes strikes;
            QVERIFY(strikes.count({&target, 0, {}, 1000}, limit));
            QVERIFY(!strikes.count({&target, 0, {}, 1000}, limit));
            QVERIFY(!strikes.count({&target, 0, {}, 1000 + limit}, limit));
            QVERIFY(strikes.count({&target, 0, {}, 1001 + limit}, limit));
            QVERIFY2(strikes.count({&other, 0, {}, 1001 + limit}, limit), "another target");
            QVERIFY2(strikes.count({nullptr, 3, {}, 1001 + limit}, limit), "a key");
            QVERIFY2(strikes.count({nullptr, 4, {}, 1001 + limit}, limit), "another key");
            QVERIFY(!strikes.count({nullptr, 4, {}, 1001 + 2 * limit}, limit));
        }
        ui::Strikes off;
        QVERIFY(off.count({&target, 0, {}, 0}, 0));
        QVERIFY(off.count({&target, 0, {}, 0}, 0));
    }

    void theSamePlaceIsTheSamePressAlsoOnANewScreen()
    {
        const int yes = 0;
        const int next = 0;
        ui::Strikes strikes;
        QVERIFY(strikes.count({&yes, 0, QPointF(50, 50), 0}, 500));
        QVERIFY(!strikes.count({&next, 0, QPointF(56, 58), 500}, 500));
        QVERIFY(strikes.count({&next, 0, QPointF(57, 58), 500}, 500));
    }

    void aHandThatShakesAnswersOnce()
    {
        StandWorld world;
        world.press(4);
        world.press(4, 500);
        QCOMPARE(world.rowsOf<core::Tap>().size(), 1U);
        world.press(4, 1);
        QCOMPARE(world.rowsOf<core::Tap>().size(), 2U);
        world.touch("face2");
        world.touch("face2", 500);
        QCOMPARE(world.rowsOf<core::Tap>().size(), 3U);
        world.touch("face2", 1);
        QCOMPARE(world.rowsOf<core::Tap>().size(), 4U);
    }

    void aFaceByKeyIsOneAnswerInEveryLanguage()
    {
        for (const QString language : {"da", "ar"}) {
            StandWorld world;
            world.visitor.chooseLanguage(language);
            world.settle();
            for (int key = 1; key <= 5; ++key) {
                world.press(key);
                QCOMPARE(core::score(world.rowsOf<core::Tap>().back().face), key);
                QCOMPARE(world.rowsOf<core::Tap>().back().input, core::Input::Keys);
            }
            world.touch("face1");
            QCOMPARE(world.rowsOf<core::Tap>().back().input, core::Input::Touch);
        }
    }

    void aWholePollIsAnsweredByKeysAlone()
    {
        StandWorld world;
        world.press(1);
        QVERIFY(world.pressNamed("undo"));
        QCOMPARE(world.rowsOf<core::Withdrawn>().size(), 1U);
        world.press(2);
        QVERIFY(world.pressNamed("yes"));
        QCOMPARE(world.visitor.page(), ui::VisitorModel::QuestionPage);
        world.press(1);
        world.press(3);
        QCOMPARE(world.visitor.markedCount(), 2);
        QVERIFY(world.pressNamed("next"));
        QCOMPARE(world.rowsOf<core::Answered>().size(), 1U);
        QVERIFY(world.pressNamed("back"));
        QVERIFY(world.pressNamed("next"));
        QVERIFY2(world.pressNamed("option-dk"), "the sixth option is on the second page");
        QVERIFY(world.pressNamed("next"));
        QCOMPARE(world.visitor.kind(), ui::VisitorModel::CommentKind);
        QVERIFY(world.pressNamed("key-space"));
        const QString typed = world.visitor.comment();
        QVERIFY(!typed.isEmpty());
        QVERIFY(world.pressNamed("skip"));
        QCOMPARE(world.visitor.page(), ui::VisitorModel::FacesPage);
        QCOMPARE(world.visitor.banner(), ui::VisitorModel::ThanksBanner);
        QVERIFY(world.rowsOf<core::Answered>().size() >= 2U);
    }

    void toolsLanguagesAndOverlaysAreReachedByKeys()
    {
        StandWorld world;
        QVERIFY(world.pressNamed("contrast"));
        QVERIFY(world.visitor.contrast());
        QVERIFY(world.pressNamed("about"));
        QCOMPARE(world.visitor.overlay(), ui::VisitorModel::AboutOverlay);
        QCOMPARE(world.window.keys().page().size(), 1U);
        world.press(1);
        QCOMPARE(world.visitor.overlay(), ui::VisitorModel::NoOverlay);
        QVERIFY(world.pressNamed("moreLanguages"));
        QVERIFY(world.pressNamed("language-so"));
        QCOMPARE(world.visitor.language(), QStringLiteral("so"));
        QVERIFY(world.pressNamed("language-en"));
        QCOMPARE(world.visitor.language(), QStringLiteral("en"));
        world.press(2);
        QVERIFY(world.pressNamed("yes"));
        QVERIFY(world.pressNamed("stop"));
        QCOMPARE(world.visitor.banner(), ui::VisitorModel::ThanksBanner);
        world.press(2);
        QVERIFY(world.visitor.banner() == ui::VisitorModel::HaveItBanner);
        QVERIFY(world.pressNamed("nextPerson"));
        QCOMPARE(world.visitor.banner(), ui::VisitorModel::NoBanner);
    }

    void everyTargetOfEveryScreenHasANumberOnOnePage_data()
    {
        QTest::addColumn<QString>("screen");
        for (const char* screen : {"faces", "invite", "thanks", "changed", "haveIt", "withdrawn", "trouble",
                                   "faceFirst", "about", "languages", "question:F1", "question:B1", "comment",
                                   "ticket:first", "ticket:needed", "ticket:taken", "ticket:used"}) {
            QTest::newRow(screen) << screen;
        }
    }
    void everyTargetOfEveryScreenHasANumberOnOnePage()
    {
        QFETCH(QString, screen);
        Stage stage;
        ui::VisitorWindow window(*stage.visitor(), *stage.stand(), QSize(1280, 800));
        window.show();
        stage.set("reducedMotion", true);
        stage.show(screen);
        QTest::qWait(20);
        QStringList expected;
        for (const ui::Target& target : ui::targetsOf(window.window())) {
            expected << target.name;
        }
        QStringList numbered;
        QStringList first;
        do {
            QSet<int> keys;
            for (const auto& [key, item] : window.keys().page()) {
                QVERIFY(key >= 1 && key <= 5 && !keys.contains(key));
                keys << key;
                if (numbered.contains(item->objectName()) || first.isEmpty()) {
                    first << item->objectName();
                }
                numbered << item->objectName();
            }
            window.keys().press(core::key::next);
        } while (window.keys().page().front().target->objectName() != first.front());
        expected.sort();
        numbered.sort();
        QCOMPARE(numbered.join(' '), expected.join(' '));
    }

    void backTurnsTheOtherWayRound()
    {
        StandWorld world;
        world.press(core::key::back);
        const QString last = world.window.keys().page().front().target->objectName();
        QVERIFY(last.startsWith("language-"));
        world.press(core::key::next);
        QCOMPARE(world.window.keys().page().front().target->objectName(), QStringLiteral("face1"));
    }

    void numbersComeWithAKeyAndGoWithTheVisitor()
    {
        StandWorld world;
        const auto number = [&](const char* name) { return world.target(name)->property("keyNumber").toInt(); };
        QCOMPARE(number("face3"), 0);
        world.press(core::key::next);
        QCOMPARE(number("contrast"), 4);
        QCOMPARE(number("face3"), 0);
        world.press(core::key::back);
        QCOMPARE(number("face3"), 3);
        world.press(3);
        QVERIFY(number("face3") == 3);
        world.wait(20'000);
        QCOMPARE(world.visitor.banner(), ui::VisitorModel::NoBanner);
        QCOMPARE(number("face3"), 0);
        world.press(core::key::next);
        world.touch("face3");
        QCOMPARE(number("contrast"), 0);
    }

    void aTicketAndAKeyAnswer()
    {
        StandWorld world;
        const auto show = [&](core::TicketCheck check) {
            world.loop.handle(core::VisitEvent{core::TicketShown{check}});
            world.settle();
        };
        show({core::TicketFinding::NotACard, {}});
        QCOMPARE(world.visitor.note(), ui::VisitorModel::NotACardNote);
        show({core::TicketFinding::Fresh, core::TicketMark{}});
        QCOMPARE(world.visitor.note(), ui::VisitorModel::TakenNote);
        world.press(core::key::next); // the tools
        world.press(core::key::back);
        world.press(4);
        QCOMPARE(world.visitor.banner(), ui::VisitorModel::InvitationBanner);
        const auto taps = world.rowsOf<core::Tap>();
        QCOMPARE(taps.size(), 1U);
        QCOMPARE(taps[0].face, core::Face::Good);
        QCOMPARE(taps[0].ticket, core::TicketUse::Fresh);
        QCOMPARE(taps[0].input, core::Input::Keys);
    }

    void whoListensAnswersWithATicketAndKeys()
    {
        StandWorld world;
        world.listen();
        world.hear();
        world.loop.handle(core::VisitEvent{core::TicketShown{{core::TicketFinding::Fresh, core::TicketMark{}}}});
        world.settle();
        QVERIFY(world.hear().join(' ').contains("Kortet er læst. Tryk på et ansigt."));
        world.press(2);
        world.hear();
        world.press(2);
        const auto taps = world.rowsOf<core::Tap>();
        QCOMPARE(taps.size(), 1U);
        QCOMPARE(taps[0].ticket, core::TicketUse::Fresh);
        QCOMPARE(taps[0].input, core::Input::Speech);
    }

    void numbersGoWithTheKeysAndComeBackWithThem()
    {
        StandWorld world;
        const auto first = [&] { return world.window.keys().page().front().target; };
        world.press(2);
        QVERIFY(world.pressNamed("yes"));
        world.press(1);
        QCOMPARE(world.visitor.markedCount(), 1);
        const QQuickItem* const atBegin = first();
        world.press(core::key::next);
        QVERIFY(first() != atBegin);
        const QQuickItem* const turnedTo = first();
        QCOMPARE(turnedTo->property("keyNumber").toInt(), 1);
        world.window.keys().lost();
        QCOMPARE(turnedTo->property("keyNumber").toInt(), 0);
        QCOMPARE(atBegin->property("keyNumber").toInt(), 0);
        QCOMPARE(first(), atBegin);
        QCOMPARE(world.visitor.page(), ui::VisitorModel::QuestionPage); // nothing else changes under anybody's hands
        QCOMPARE(world.visitor.markedCount(), 1);
        world.window.keys().lost();
        world.press(3);
        QCOMPARE(world.visitor.markedCount(), 2); // from the first page again
        QVERIFY(world.pressNamed("next"));
        QCOMPARE(world.rowsOf<core::Answered>().size(), 1U);
    }

    void aNewScreenBeginsAtItsFirstTargets()
    {
        StandWorld world;
        world.press(core::key::next);
        world.touch("face2");
        QCOMPARE(world.window.keys().page().front().target->objectName(), QStringLiteral("face1"));
    }

    void afterATouchThatChangesNoScreenTheKeysAreTheFirstTargetsAgain()
    {
        StandWorld world;
        world.touch("contrast");
        world.press(core::key::next);
        world.touch("contrast");
        QVERIFY(!world.visitor.contrast());
        world.press(1);
        QCOMPARE(world.rowsOf<core::Tap>().size(), 1U);
        QCOMPARE(world.rowsOf<core::Tap>()[0].face, core::Face::VeryBad);
    }

    void aKeyHeldDownIsOnePress()
    {
        StandWorld world;
        world.press(4);
        for (int repeated = 0; repeated < 20; ++repeated) {
            world.keyMs += 1000;
            QKeyEvent again(QEvent::KeyPress, Qt::Key_4, Qt::NoModifier, "4", true);
            QCoreApplication::sendEvent(&world.window.window(), &again);
            world.settle();
        }
        QCOMPARE(world.rowsOf<core::Tap>().size(), 1U);
    }

    void whoTurnsFastTurns()
    {
        StandWorld world;
        world.press(core::key::next);
        world.press(core::key::next, 101);
        QVERIFY(world.window.keys().page().front().target->objectName().startsWith("language-"));
        world.press(core::key::back, 1000);
        world.press(core::key::back, 100);
        QCOMPARE(world.window.keys().page().front().target->objectName(), QStringLiteral("readAloud"));
    }

    void aLetterMayBeWrittenTwiceFast()
    {
        StandWorld world;
        world.press(4);
        QVERIFY(world.pressNamed("yes"));
        while (world.visitor.kind() != ui::VisitorModel::CommentKind) {
            QVERIFY(world.pressNamed("skip"));
        }
        world.touch("key-l");
        world.touch("key-l", 100);
        QCOMPARE(world.visitor.comment().size(), 1);
        world.touch("key-l", 101);
        QCOMPARE(world.visitor.comment().size(), 2);
    }

    void aTargetHasABadgeOnlyWhileItHasANumber()
    {
        QTest::failOnWarning(QRegularExpression("."));
        StandWorld world;
        const auto badges = [&] {
            int count = 0;
            for (QObject* item : world.window.window().findChildren<QObject*>()) {
                count += QByteArray(item->metaObject()->className()).startsWith("KeyBadge") ? 1 : 0;
            }
            return count;
        };
        QCOMPARE(badges(), 0);
        world.press(core::key::next);
        QTest::qWait(10);
        const int shown = badges();
        QVERIFY(shown >= 2 && shown <= 5);
        world.press(core::key::back);
        world.press(2);
        QVERIFY(world.pressNamed("yes"));
        world.press(1);
        world.touch("next");
        world.touch("nextPerson");
        world.settle();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(badges(), 0);
    }

    void noNumberStaysOnAScreenThatComesBack()
    {
        StandWorld world;
        world.press(2);
        QVERIFY(world.pressNamed("yes"));
        QVERIFY(world.pressNamed("nextPerson"));
        world.touch("contrast");
        for (int face = 1; face <= 5; ++face) {
            QCOMPARE(world.target(QStringLiteral("face%1").arg(face))->property("keyNumber").toInt(), 0);
        }
    }

    void anyKeyGoesOnWhenTheTimeIsOut()
    {
        StandWorld world;
        const auto warn = [&] {
            world.press(2);
            world.pressNamed("yes");
            world.press(1);
            world.pressNamed("next");
            world.press(1);
            world.wait(60'000);
            QCOMPARE(world.visitor.overlay(), ui::VisitorModel::TimeOutOverlay);
        };
        warn();
        for (const int key : {1, 2, 4, core::key::back, core::key::next, core::key::speech}) {
            world.press(key);
            QCOMPARE(world.visitor.overlay(), ui::VisitorModel::NoOverlay);
            QCOMPARE(world.visitor.listening(), ui::VisitorModel::NotListening);
            QCOMPARE(world.visitor.page(), ui::VisitorModel::QuestionPage);
            QCOMPARE(world.visitor.markedCount(), 1);
            world.wait(60'000);
            QCOMPARE(world.visitor.overlay(), ui::VisitorModel::TimeOutOverlay);
        }
        world.press(3);
        QCOMPARE(world.visitor.banner(), ui::VisitorModel::ThanksBanner);
        QCOMPARE(world.rowsOf<core::Answered>().size(), 1U);
        warn();
        world.press(5);
        QCOMPARE(world.visitor.page(), ui::VisitorModel::FacesPage);
        QCOMPARE(world.visitor.banner(), ui::VisitorModel::NoBanner);
    }
};

QTEST_MAIN(TestKeys)
#include "test_keys.moc"
