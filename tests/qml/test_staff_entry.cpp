// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/staff_world.h"

#include <QTest>

// The way in, and what needs no PIN: real touches, the real store, the real window.

using namespace smiley;
using namespace smiley::test;
using ui::StaffSession;

namespace {

constexpr QPoint mark{60, 50};

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

    void withoutAKeyItGoesBackByItself()
    {
        StaffWorld world;
        world.session().open();
        QTest::qWait(14'000);
        QCOMPARE(world.session().phase(), StaffSession::Entry);
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

    void whoIsTakenOutIsOutAtOnce()
    {
        StaffWorld world;
        world.signIn();
        world.dismissMette();
        world.configure(world.world.setup.questionnaire);
        world.session().touched();
        QCOMPARE(world.session().phase(), StaffSession::Away);
    }

private:
    QPointingDevice* m_finger = QTest::createTouchDevice();
};

QTEST_MAIN(TestStaffEntry)
#include "test_staff_entry.moc"
