// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/audit.h"
#include "tests/qml/staff_world.h"

#include <QElapsedTimer>
#include <QTest>

#include <array>
#include <random>
#include <set>

// A finger that goes everywhere: touches, drags and keys at random over all of staff's screens, on every panel. It crashes
// nothing, finds no way out of the program, counts no answer, and no page says anything on the error stream (StaffWorld
// ends the test at the first QML warning). SMILEY_MONKEY_SECONDS is how long in all, 60 if it says nothing.

using namespace smiley;
using namespace smiley::test;
using ui::StaffSession;

namespace {

/// What can be pressed on the screen now.
void collect(QQuickItem* item, std::vector<QQuickItem*>& found)
{
    if (!item->isVisible() || !item->isEnabled()) {
        return;
    }
    if (item->metaObject()->indexOfProperty("keyGroup") >= 0) {
        found.push_back(item);
        return;
    }
    for (QQuickItem* child : item->childItems()) {
        collect(child, found);
    }
}

} // namespace

class TestStaffMonkey : public QObject {
    Q_OBJECT

private slots:
    void nothingBreaksAndNothingCounts_data()
    {
        QTest::addColumn<int>("panel");
        QTest::addColumn<bool>("editor");
        QTest::newRow("lying, editor") << 1 << true;
        QTest::newRow("lying, reader") << 1 << false;
        QTest::newRow("small, editor") << 0 << true;
        QTest::newRow("standing, editor") << 3 << true;
    }

    void nothingBreaksAndNothingCounts()
    {
        QFETCH(int, panel);
        QFETCH(bool, editor);
        constexpr int rows = 4;
        const qint64 ms = qEnvironmentVariable("SMILEY_MONKEY_SECONDS", "60").toInt() * 1000 / rows;
        const unsigned seed = qEnvironmentVariable("SMILEY_MONKEY_SEED", "1").toUInt();
        std::mt19937 random(seed + static_cast<unsigned>(panel) + (editor ? 10U : 0U));
        const auto below = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };

        StaffWorld world(panels.at(static_cast<std::size_t>(panel)));
        world.signIn(editor);
        QQuickWindow& window = world.window->window();
        std::set<QString> pressed;
        QElapsedTimer time;
        int presses = 0;
        for (time.start(); time.elapsed() < ms; ++presses) {
            switch (world.session().phase()) {
            case StaffSession::Inside: break;
            case StaffSession::Rehearsing:
                if (below(30) == 0) {
                    world.touch("staff-rehearsal-end");
                }
                break;
            case StaffSession::Away:
            case StaffSession::Entry:
            case StaffSession::Choosing:
            case StaffSession::Repeating:
            case StaffSession::Cleaning:
                world.session().close();
                world.signInAgain(editor);
                break;
            }
            std::vector<QQuickItem*> targets;
            collect(window.contentItem(), targets);
            const int what = below(20);
            if (what < 14 && !targets.empty()) {
                QQuickItem* const item = targets.at(static_cast<std::size_t>(below(static_cast<int>(targets.size()))));
                const QPoint place = item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint();
                if (item->objectName() == "staff-close" && below(10) != 0) {
                    continue;
                }
                pressed.insert(item->objectName());
                world.tap(place);
            } else if (what < 17) {
                world.tap(QPoint(below(window.width()), below(window.height())));
            } else if (what < 19) {
                world.drag(QPoint(below(window.width()), below(window.height())),
                           QPoint(below(window.width()), below(window.height())));
            } else {
                static constexpr std::array keys{Qt::Key_Escape, Qt::Key_Tab,  Qt::Key_Return, Qt::Key_Space, Qt::Key_Up,
                                                 Qt::Key_Down,   Qt::Key_Left, Qt::Key_Right,  Qt::Key_F4,    Qt::Key_Q,
                                                 Qt::Key_1,      Qt::Key_5,    Qt::Key_6,      Qt::Key_7};
                static constexpr std::array with{Qt::NoModifier, Qt::NoModifier, Qt::AltModifier, Qt::ControlModifier};
                QTest::keyClick(&window, keys.at(static_cast<std::size_t>(below(static_cast<int>(keys.size())))),
                                with.at(static_cast<std::size_t>(below(static_cast<int>(with.size())))));
                world.settle();
            }
            QVERIFY(window.isVisible());
            QCOMPARE(window.size(), panels.at(static_cast<std::size_t>(panel)).pixels);
        }
        world.session().close();
        world.settle();
        std::size_t counted = 0;
        core::StandMode mode;
        const auto rowsRead = world.reading->rows(core::Sequence{}, 100'000);
        for (const core::Row& row : *rowsRead) {
            mode.apply(row.event.content);
            counted += std::holds_alternative<core::Tap>(row.event.content) ? 1U : 0U;
        }
        QCOMPARE(counted, std::size_t{0});
        QVERIFY(!mode.isOpen(core::Period::Kind::Staff) && !mode.isOpen(core::Period::Kind::Test) &&
                !mode.isOpen(core::Period::Kind::Cleaning));
        QVERIFY(outbox::verifyAudit(world.audit(), {}).faults.empty());
        qInfo("%d touches, %zu different targets", presses, pressed.size());
        QVERIFY2(pressed.size() > 15, "the finger went nowhere");
    }
};

QTEST_MAIN(TestStaffMonkey)
#include "test_staff_monkey.moc"
