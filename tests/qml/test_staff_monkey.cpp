// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/audit.h"
#include "tests/qml/staff_world.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>

// A finger that goes everywhere: touches, drags and keys at random over all of staff's screens, on every panel; it
// begins on each page in turn, and what it hasn't touched yet draws it. It crashes nothing, finds no way out of the
// program, counts no answer, withdraws none, keeps no comment, and no page says anything on the error stream
// (StaffWorld ends the test at the first QML warning). SMILEY_MONKEY_SECONDS is how long in all, 60 if it says nothing;
// SMILEY_MONKEY_SEED is another way to go.

using namespace smiley;
using namespace smiley::test;
using ui::StaffSession;

namespace {

/// The way to a page, and something that only it has.
struct Way {
    const char* rail;
    const char* door; ///< on the rail's page; empty: that is the page
    const char* shows;
    bool onlyEditors = false;
};

constexpr std::array ways{Way{"staff-page-overview", "", "staff-overview"},
                          Way{"staff-page-questions", "", "staff-question-list"},
                          Way{"staff-page-questions", "staff-add", "staff-new-degree", true},
                          Way{"staff-page-accessories", "", "staff-accessories"},
                          Way{"staff-page-data", "", "staff-data"},
                          Way{"staff-page-data", "staff-open-stick", "staff-stick"},
                          Way{"staff-page-data", "staff-open-audit", "staff-audit"},
                          Way{"staff-page-data", "staff-open-documents", "staff-documents"},
                          Way{"staff-page-settings", "", "staff-setting-hours"},
                          Way{"staff-page-settings", "staff-setting-hours", "staff-weekday0", true},
                          Way{"staff-page-settings", "staff-setting-counts", "staff-typed-counts", true}};
constexpr const char* own = "48273915";

/// What can be pressed on the screen now, and the names of all that is shown.
struct Shown {
    struct Target {
        QString name;
        QPoint place;
    };

    explicit Shown(QQuickWindow& window) : m_screen(QPointF(), QSizeF(window.size()))
    {
        collect(window.contentItem(), m_screen);
    }

    std::vector<Target> targets;
    std::set<QString> names;

private:
    void collect(QQuickItem* item, const QRectF& seen)
    {
        if (!item->isVisible() || !item->isEnabled()) {
            return;
        }
        const QRectF place = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        if (!item->objectName().isEmpty() && place.intersects(seen)) {
            names.insert(item->objectName());
        }
        if (item->metaObject()->indexOfProperty("keyGroup") >= 0) {
            if (seen.contains(place.center())) {
                targets.push_back({item->objectName(), place.center().toPoint()});
            }
            return;
        }
        if (QByteArray(item->metaObject()->className()).startsWith("StaffTyping_")) {
            targets.clear(); // it lies over all that came before
        }
        for (QQuickItem* child : item->childItems()) {
            collect(child, item->clip() ? seen & place : seen);
        }
    }

    QRectF m_screen;
};

} // namespace

class TestStaffMonkey : public QObject {
    Q_OBJECT

public:
    /// A frame follows its touch at once, not 5 ms later.
    static void initMain() { qputenv("QT_QPA_UPDATE_IDLE_TIME", "0"); }

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
        world.isHasty = true;
        const auto comeAgain = [&] {
            QVERIFY(world.until([&] { return !world.session().isChecking(); }));
            world.world.pass(std::int64_t{staff::pauseSecondsMax} * 1000); // what the guesses before earned
            world.session().close();
            world.signInAgain(editor);
        };
        QQuickWindow& window = world.window->window();
        std::map<QString, int> pressed;
        const auto times = [&](const QString& name) {
            const auto found = pressed.find(name);
            return found == pressed.end() ? 0 : found->second;
        };
        std::set<StaffSession::Phase> phases;
        // The finger begins on each page in turn, for its share of the time.
        const auto begin = [&](const Way& way) {
            comeAgain();
            world.isHasty = false;
            world.touch(way.rail);
            const auto isInReach = [&](const char* name) {
                const Shown shown(window);
                return std::ranges::any_of(shown.targets, [&](const Shown::Target& each) { return each.name == name; });
            };
            const QPoint middle(window.width() / 2, window.height() / 2);
            for (int i = 0; *way.door != '\0' && i < 8 && !isInReach(way.door); ++i) {
                world.drag(middle, middle - QPoint(0, middle.y() / 2));
                world.rest();
            }
            if (isInReach(way.door)) {
                world.touch(way.door);
            }
            const bool isThere = world.until([&] { return Shown(window).names.contains(way.shows); });
            world.isHasty = true;
            return isThere;
        };
        QElapsedTimer time;
        int touches = 0;
        std::size_t begun = 0;
        for (time.start(); time.elapsed() < ms || begun < ways.size(); ++touches) {
            if (begun < ways.size() &&
                time.elapsed() >= static_cast<qint64>(begun) * ms / static_cast<qint64>(ways.size())) {
                const Way& way = ways.at(begun++);
                QVERIFY2((way.onlyEditors && !editor) || begin(way), way.shows);
            }
            const StaffSession::Phase phase = world.session().phase();
            phases.insert(phase);
            switch (phase) {
            case StaffSession::Inside: break;
            case StaffSession::Rehearsing:
                if (below(30) == 0) {
                    world.touch("staff-rehearsal-end");
                }
                break;
            case StaffSession::Entry:
            case StaffSession::Choosing:
            case StaffSession::Repeating:
                if (below(25) == 0) {
                    comeAgain();
                } else if (below(8) == 0 && !world.session().isChecking()) {
                    world.enterPin(editor ? own : "59174826"); // or what is left of it beside the digits there are
                }
                break;
            case StaffSession::Cleaning:
                if (below(20) == 0) {
                    comeAgain();
                }
                break;
            case StaffSession::Away: comeAgain(); break;
            }
            const Shown shown(window);
            const int what = below(20);
            if (what < 15 && !shown.targets.empty()) {
                const auto any = [&] {
                    return shown.targets.at(static_cast<std::size_t>(below(static_cast<int>(shown.targets.size()))));
                };
                Shown::Target target = any();
                for (int i = 0; i < 12; ++i) { // rather something new
                    const Shown::Target other = any();
                    target = times(other.name) < times(target.name) ? other : target;
                }
                if (target.name == "staff-close" && below(10) != 0) {
                    continue;
                }
                ++pressed[target.name];
                world.tap(target.place);
            } else if (what < 16) {
                world.tap(QPoint(below(window.width()), below(window.height())));
            } else if (what < 19) {
                const QPoint from(below(window.width()), below(window.height()));
                const int x = below(3) == 0 ? below(window.width()) : from.x(); // mostly as one scrolls
                world.drag(from, QPoint(x, below(window.height())));
                world.rest();
            } else {
                static constexpr std::array keys{
                    Qt::Key_Escape, Qt::Key_Tab, Qt::Key_Return, Qt::Key_Space, Qt::Key_Up, Qt::Key_Down, Qt::Key_Left,
                    Qt::Key_Right,  Qt::Key_F4,  Qt::Key_Q,      Qt::Key_1,     Qt::Key_5,  Qt::Key_6,    Qt::Key_7};
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
            counted += std::holds_alternative<core::Tap>(row.event.content) ||
                               std::holds_alternative<core::Answered>(row.event.content) ||
                               std::holds_alternative<core::Withdrawn>(row.event.content)
                           ? 1U
                           : 0U;
        }
        QCOMPARE(counted, std::size_t{0});
        QVERIFY(world.comments.kept.empty() && world.comments.drops == 0);
        QVERIFY(!mode.isOpen(core::Period::Kind::Staff) && !mode.isOpen(core::Period::Kind::Test) &&
                !mode.isOpen(core::Period::Kind::Cleaning));
        QVERIFY(outbox::verifyAudit(world.audit(), {}).faults.empty());
        qInfo("%d touches, %zu different targets, %zu phases", touches, pressed.size(), phases.size());
    }
};

QTEST_MAIN(TestStaffMonkey)
#include "test_staff_monkey.moc"
