// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/settings_keys.h"
#include "tests/qml/staff_world.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTest>
#include <QTimer>

// The way in, and what needs no PIN: real touches, the real store, the real window.

using namespace smiley;
using namespace smiley::test;
using ui::StaffSession;
using namespace std::chrono_literals;

namespace {

constexpr QPoint mark{60, 50};

/// As after another pepper: the PIN lies under an id that isn't this one's.
void losePins(const StaffWorld& world)
{
    auto words = QString::fromStdString(**world.reading->setting("staff-pins")).split(' ');
    words[2] = "another";
    QVERIFY(world.reading->setSetting("staff-pins", words.join(' ').toStdString()).has_value());
}

/// Whatever counts seconds on the screen counts them in a moment.
class Hurry final : public QObject {
public:
    Hurry() { qApp->installEventFilter(this); }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        auto* const timer = event->type() == QEvent::Timer ? qobject_cast<QTimer*>(watched) : nullptr;
        if (timer != nullptr && timer->intervalAsDuration() == 1s) {
            timer->setInterval(5);
        }
        return false;
    }
};

} // namespace

class TestStaffEntry : public QObject {
    Q_OBJECT

private slots:
    void theMarkIsHeldForThreeSeconds()
    {
        StaffWorld world;
        QTest::touchEvent(&world.window->window(), m_finger).press(0, mark);
        QTest::qWait(2500);
        QCOMPARE(world.session().phase(), StaffSession::Away);
        QVERIFY(world.until([&] { return world.session().phase() == StaffSession::Entry; }));
        QTest::touchEvent(&world.window->window(), m_finger).release(0, mark);
        world.settle();
        QVERIFY(world.visitor.isClosed());
        world.touch("staff-back");
        QCOMPARE(world.session().phase(), StaffSession::Away);
        QVERIFY(!world.visitor.isClosed());
    }

    void aShortTouchAndAMovingFingerAreNoWayIn()
    {
        StaffWorld world;
        QTest::touchEvent(&world.window->window(), m_finger).press(0, mark);
        QTest::qWait(1000);
        QTest::touchEvent(&world.window->window(), m_finger).move(0, mark + QPoint(600, 300));
        QTest::qWait(3000);
        QTest::touchEvent(&world.window->window(), m_finger).release(0, mark + QPoint(600, 300));
        world.settle();
        QCOMPARE(world.session().phase(), StaffSession::Away);
    }

    void aFirstPinLeadsToAnOwnOne()
    {
        StaffWorld world;
        world.session().open();
        world.settle();
        world.shot("pin");
        world.enterPin(StaffWorld::firstPinOfMette);
        QVERIFY(world.until([&] { return world.session().phase() == StaffSession::Choosing; }));
        world.enterPin("12345678");
        world.enterPin("12345678");
        QVERIFY(world.until([&] { return world.session().note() == StaffSession::CommonNote; }));
        world.enterPin("48273915");
        world.enterPin("48273916");
        QCOMPARE(world.session().note(), StaffSession::OtherNote);
        world.shot("pin-choose");
        world.enterPin("48273915");
        world.enterPin("48273915");
        QVERIFY(world.until([&] { return world.session().phase() == StaffSession::Inside; }));
        QVERIFY(world.session().isEditor());
        QCOMPARE(world.session().name(), QString("Mette Holm"));
        world.touch("staff-close");
        QCOMPARE(world.session().phase(), StaffSession::Away);

        world.session().open(); // the first PIN opens nothing any more
        world.settle();
        world.enterPin(StaffWorld::firstPinOfMette);
        QVERIFY(world.until([&] { return world.session().note() == StaffSession::WrongNote; }));
        world.enterPin("48273915");
        QVERIFY(world.until([&] { return world.session().phase() == StaffSession::Inside; }));
    }

    /// Whoever types a PIN that was right before learns what to do, not only that it is wrong.
    void wherePinsAreLostTheScreenSaysSo()
    {
        for (const Panel& panel : panels) {
            StaffWorld world(panel);
            world.signIn();
            world.session().close();
            losePins(world);
            world.session().open();
            world.settle();
            world.enterPin("48273915");
            QVERIFY(world.until([&] { return world.session().note() != StaffSession::NoNote; }));
            QCOMPARE(world.session().note(), StaffSession::LostNote);
            world.settle();
            QCOMPARE(world.find("staff-pin-note")->property("words").toString(), qtTrId("staff.pin.lost"));
            const QQuickItem* const note = world.find("staff-pin-note");
            const double below = world.find("staff-without")->mapToScene(QPointF(0, 0)).y();
            QVERIFY(world.until([&] { return note->mapToScene(QPointF(0, note->height())).y() <= below; }));
            world.shot(QStringLiteral("pin-lost-%1").arg(panel.pixels.width()));
            world.touch("staff-language");
            QVERIFY(world.find("staff-pin-note")->property("words").toString().contains("first code"));
        }
    }

    /// From the fifth on every wrong PIN begins a pause, whose words stand in the place of these.
    void afterThePauseItStillSaysSo()
    {
        const Hurry hurry;
        StaffWorld world(panels[1], "smiley", true, 60s);
        world.signIn();
        world.session().close();
        losePins(world);
        world.session().open();
        for (int tried = 1; tried <= staff::freeTries; ++tried) {
            QCOMPARE(world.session().note(), tried == 1 ? StaffSession::NoNote : StaffSession::LostNote);
            world.enterPin("48273915");
            QVERIFY(world.until([&] { return !world.session().isChecking(); }));
        }
        QCOMPARE(world.session().note(), StaffSession::PausedNote);
        QVERIFY(world.until([&] { return world.session().note() != StaffSession::PausedNote; }));
        QCOMPARE(world.session().note(), StaffSession::LostNote);
        world.world.pass(std::int64_t{staff::pauseSecondsMin} * 1000);
        world.session().close();
        world.session().open(); // it was said to somebody else
        QCOMPARE(world.session().note(), StaffSession::NoNote);
    }

    /// As fast as hands type: the next digit before the last is let go, the same one 60 ms later.
    void everyDigitOfFastHandsCounts()
    {
        StaffWorld world;
        world.session().open();
        world.settle();
        const auto at = [&](int digit) { return world.middleOf(QStringLiteral("staff-digit%1").arg(digit)); };
        const auto press = [&](int finger, int digit) {
            QTest::touchEvent(&world.window->window(), m_finger).press(finger, at(digit));
        };
        const auto release = [&](int finger, int digit) {
            QTest::touchEvent(&world.window->window(), m_finger).release(finger, at(digit));
        };
        const auto typed = [&] {
            world.settle();
            return world.session().entered();
        };
        for (int digit = 1; digit <= 3; ++digit) { // other digits, at once
            press(0, digit);
            release(0, digit);
        }
        QCOMPARE(typed(), 3);
        for (int again = 0; again < 2; ++again) { // the same
            world.world.pass(60);
            press(0, 3);
            release(0, 3);
        }
        QCOMPARE(typed(), 5);
        world.world.pass(20); // no hand
        press(0, 3);
        release(0, 3);
        QCOMPARE(typed(), 5);
        world.world.pass(60);
        press(0, 4); // two fingers that overlap
        QTest::touchEvent(&world.window->window(), m_finger).stationary(0).press(1, at(5));
        QCOMPARE(typed(), 6);
        QTest::touchEvent(&world.window->window(), m_finger).release(0, at(4)).stationary(1);
        QCOMPARE(typed(), 6);
        release(1, 5);
        QCOMPARE(typed(), 7);
        world.world.pass(60);
        press(0, 6); // two fingers on one digit: once, when the first is lifted
        QTest::touchEvent(&world.window->window(), m_finger)
            .move(0, at(6) + QPoint(1, 1))
            .press(1, at(6) + QPoint(20, 0));
        QCOMPARE(typed(), 7);
        world.world.pass(60);
        QTest::touchEvent(&world.window->window(), m_finger).release(0, at(6)).move(1, at(6) + QPoint(21, 0));
        QCOMPARE(typed(), 8);
        world.world.pass(60);
        release(1, 6);
        QCOMPARE(typed(), 8);
        world.session().close();
    }

    void wrongPinsPauseStaffAndNeverVisitors()
    {
        StaffWorld world;
        for (int i = 0; i < 10 && world.session().note() != StaffSession::PausedNote; ++i) {
            world.session().open();
            world.settle();
            world.enterPin("90817263");
            QVERIFY(world.until([&] { return !world.session().isChecking(); }));
        }
        QCOMPARE(world.session().note(), StaffSession::PausedNote);
        QVERIFY(world.session().secondsLeft() > 20);
        QVERIFY(!world.session().canTry());
        world.shot("pin-paused");
        world.touch("staff-back");
        const std::size_t taps = world.taps();
        world.touch("face4");
        QCOMPARE(world.taps(), taps + 1);
        QCOMPARE(world.visitor.banner(), ui::VisitorModel::InvitationBanner);
    }

    /// A PIN that is still looked at when its person goes back lets in nobody who comes after.
    void aCheckOfWhoWentBackLetsTheNextPersonNotIn()
    {
        StaffWorld world;
        for (const bool cleans : {false, true}) {
            world.session().open();
            for (const char digit : std::string(StaffWorld::firstPinOfMette)) {
                world.session().digit(digit - '0');
            }
            world.session().enter();
            QVERIFY(world.session().isChecking());
            if (cleans) {
                world.session().clean();
            }
            world.session().close();
            world.session().open();
            QVERIFY(world.until([&] { return !world.session().isChecking(); }));
            QCOMPARE(world.session().phase(), StaffSession::Entry);
            QVERIFY(!world.session().person());
            QCOMPARE(world.session().note(), StaffSession::NoNote);
            world.session().close();
        }
    }

    void withoutAKeyItGoesBackByItself()
    {
        StaffWorld world(panels[1], "smiley", true, 1500ms);
        world.session().open();
        QTest::qWait(1000);
        QCOMPARE(world.session().phase(), StaffSession::Entry);
        QVERIFY(world.until([&] { return world.session().phase() == StaffSession::Away; }));
    }

    /// Tactile keys, a keyboard's digits in their place, and its other keys.
    void withKeysItStays()
    {
        StaffWorld world(panels[1], "smiley", true, 1500ms);
        world.session().open();
        world.settle();
        const std::vector<std::function<void()>> presses{
            [&] { world.window->keys().press(core::key::next); },
            [&] { QTest::keyClick(&world.window->window(), Qt::Key_7); },
            [&] { QTest::keyClick(&world.window->window(), Qt::Key_A); },
        };
        for (const auto& press : presses) {
            QTest::qWait(1000);
            press();
            QTest::qWait(1000);
            QCOMPARE(world.session().phase(), StaffSession::Entry);
            press();
        }
        QVERIFY(world.until([&] { return world.session().phase() == StaffSession::Away; }));
    }

    void cleaningIsADeadScreenThatComesBack()
    {
        StaffWorld world;
        world.session().open();
        world.settle();
        world.touch("staff-clean");
        QCOMPARE(world.session().phase(), StaffSession::Cleaning);
        world.shot("cleaning");
        const std::size_t taps = world.taps();
        QTest::touchEvent(&world.window->window(), m_finger).press(0, QPoint(640, 450));
        QTest::touchEvent(&world.window->window(), m_finger).release(0, QPoint(640, 450));
        QTest::keyClick(&world.window->window(), Qt::Key_3);
        QTest::qWait(3000);
        world.settle();
        QCOMPARE(world.taps(), taps);
        QVERIFY(world.session().secondsLeft() < 30 && world.session().secondsLeft() > 20);
        QCOMPARE(world.audit().back().what, std::string("cleaning"));
        QCOMPARE(world.audit().back().who, std::string("-"));
    }

    void invitingAndPutUpAreLoggedWithoutAPin()
    {
        StaffWorld world;
        world.session().open();
        world.settle();
        world.touch("staff-invite");
        QVERIFY(world.session().isInviting());
        world.touch("staff-post");
        QVERIFY(world.session().isPosted());
        world.touch("staff-post"); // once a day
        world.touch("staff-invite");
        QVERIFY(!world.session().isInviting());
        QStringList said;
        for (const store::AuditRow& row : world.audit()) {
            said << QString::fromStdString(row.what);
        }
        QVERIFY2(said.join(' ').endsWith("inviting posted inviting-ended"), qPrintable(said.join(' ')));
    }

    void aVisitInProgressEndsCleanly()
    {
        StaffWorld world;
        world.touch("face2");
        QCOMPARE(world.visitor.banner(), ui::VisitorModel::InvitationBanner);
        world.session().open();
        world.settle();
        world.touch("staff-back");
        QCOMPARE(world.visitor.banner(), ui::VisitorModel::NoBanner);
        const auto rows = world.reading->rows(core::Sequence{}, 100);
        int ended = 0;
        for (const core::Row& row : *rows) {
            ended += std::holds_alternative<core::VisitEnded>(row.event.content) ? 1 : 0;
        }
        QCOMPARE(ended, 1);
    }

    /// As fast as the pauses allow, for months; before each hundredth somebody answers, and is thanked.
    void tenThousandGuessesNeverStopThePublicScreen()
    {
        constexpr int guesses = 10'000;
        constexpr int between = 100;
        StaffWorld world;
        world.isHasty = true;
        const std::size_t before = world.taps();
        const auto pins =
            std::move(*staff::Pins::open(world.world.database(), world.folder / "pepper", world.random, world.clock));
        for (int guess = 0; guess < guesses; ++guess) {
            if (guess % between == 0) {
                world.session().open();
                QVERIFY(world.visitor.isClosed());
                world.session().digit(7);
                world.session().close();
                world.settle();
                QVERIFY(!world.visitor.isClosed());
                world.touch(guess % (2 * between) == 0 ? "face4" : "face1");
                QCOMPARE(world.visitor.banner(), ui::VisitorModel::InvitationBanner);
            }
            world.world.pass(std::int64_t{pins->pausedSeconds(world.clock.now())} * 1000);
            const auto looked = pins->check(std::to_string(10'000'000 + guess), world.clock.now());
            QVERIFY(looked.outcome == staff::SignIn::Outcome::Wrong);
        }
        QCOMPARE(pins->pausedSeconds(world.clock.now()), staff::pauseSecondsMax);
        world.session().close();
        world.settle();
        std::size_t taps = 0;
        const auto rows = world.reading->rows(core::Sequence{}, 1'000'000);
        for (const core::Row& row : *rows) {
            taps += std::holds_alternative<core::Tap>(row.event.content) ? 1U : 0U;
        }
        QCOMPARE(taps, before + guesses / between);
        world.world.pass(std::int64_t{staff::pauseSecondsMax} * 1000); // and whoever may come in comes in
        world.isHasty = false;
        world.signIn();
    }

    void whoIsTakenOutIsOutAtOnce()
    {
        StaffWorld world;
        world.signIn();
        world.dismissMette();
        world.configure(world.world.setup.questionnaire);
        world.session().touched();
        QCOMPARE(world.session().phase(), StaffSession::Away);
    }

    /// Who there is can't be read: nobody was taken out.
    void aDatabaseThatCannotBeReadPutsNobodyOut()
    {
        StaffWorld world;
        world.signIn();
        QVERIFY(world.reading->setSetting(outbox::setting::people, "[{").has_value());
        world.session().touched();
        QCOMPARE(world.session().phase(), StaffSession::Inside);
        QVERIFY(world.session().isEditor());
    }

private:
    QPointingDevice* m_finger = QTest::createTouchDevice();
};

QTEST_MAIN(TestStaffEntry)
#include "test_staff_entry.moc"
