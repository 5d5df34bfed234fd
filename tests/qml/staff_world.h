// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/kiosk/loop.h"
#include "app/ui/staff_room.h"
#include "app/ui/visitor_window.h"
#include "tests/qml/panels.h"
#include "tests/support/fakes.h"
#include "tests/support/quick_folder.h"
#include "tests/sync/outbox/world.h"

#include <QImage>
#include <QQuickItem>
#include <QString>

#include <deque>
#include <memory>
#include <optional>

namespace smiley::test {

/// A whole stand with staff at it, in one thread: the real window, the real store and keeper in a folder of their own, a
/// centre's key, and time that the test moves (but for what QTimers do). Enrolled; staff: "mette", an editor, and
/// "anders", a reader, with first PINs. PINs are stretched lightly.
class StaffWorld {
public:
    using StaffSession = ui::StaffSession;

    explicit StaffWorld(const Panel& panel = panels[1], const char* questionnaire = "smiley", bool roomKnown = true,
                        std::chrono::milliseconds entryIdle = std::chrono::seconds(15));
    ~StaffWorld();

    static constexpr const char* firstPinOfMette = "73915082";
    static constexpr const char* firstPinOfAnders = "64028173";

    /// Lets everything happen that is due.
    void settle();
    /// Until `condition` holds, for at most five seconds; false where it never did.
    bool until(const std::function<bool()>& condition);
    /// A finger on the middle of the visible, enabled thing of that name. Ends the test where there is none.
    void touch(const QString& name);
    /// A finger there.
    void tap(QPoint place);
    /// Down, past the steps, up: a drag of one finger.
    void drag(QPoint from, QPoint to);
    /// Until no list scrolls any more, for a moment at most.
    void rest();
    [[nodiscard]] QQuickItem* find(const QString& name);
    [[nodiscard]] QPoint middleOf(const QString& name);
    /// On the PIN's digits, then OK.
    void enterPin(const QString& pin);
    /// Through the PIN page with a first PIN, and chooses an own one.
    void signIn(bool editor = true);
    /// With the PIN that signIn() chose.
    void signInAgain(bool editor = true);
    /// What the on-screen keyboard of staff's screens writes into the field of that name, then "Færdig".
    void write(const QString& field, const QString& words);
    /// What is drawn now; also as FOLDER/NAME.png where SMILEY_SHOTS names a folder.
    QImage shot(const QString& name);
    /// The keeper's tick, and what it puts into force.
    outbox::Changes tick();
    /// The centre sends the stand's next configuration.
    void configure(const std::string& questionnaire, const std::string& settings = {});
    /// Not in the next.
    void dismissMette() { m_people.erase(m_people.begin()); }
    void makeMetteAReader() { m_people.front().role = wire::Role::Reader; }
    [[nodiscard]] std::vector<store::AuditRow> audit() const;
    /// Taps in the journal of this stand, whatever became of them.
    [[nodiscard]] std::size_t taps() const;
    [[nodiscard]] StaffSession& session() { return *room->session(); }

    class WorldClock final : public core::Clock {
    public:
        explicit WorldClock(const World& world) : m_world(world) {}
        [[nodiscard]] core::Now now() const override { return m_world.now(); }

    private:
        const World& m_world;
    };

    QuickFolders folders;
    std::filesystem::path folder;
    World world;
    WorldClock clock;
    SeededRandom random;
    FakeComments comments;
    ui::VisitorModel visitor;
    ui::StandInfo stand;
    staff::MachineFacts machine; ///< what the machine says of its parts
    bool hasBacklight = true;
    int brightness = 0;                 ///< what the panel was told last
    std::vector<ui::StickPlace> sticks; ///< where such are mounted
    std::vector<std::string> said;      ///< aloud, on staff's wish
    std::unique_ptr<store::Store> reading;
    std::unique_ptr<kiosk::Loop> loop;
    std::unique_ptr<ui::StaffRoom> room;
    std::unique_ptr<ui::VisitorWindow> window;
    std::uint64_t version = 0; ///< of the centre's configurations
    bool isHasty = false;      ///< waits for no animation, drags in few steps and signs in without fingers

private:
    [[nodiscard]] std::shared_ptr<const kiosk::Configuration> inForce();

    std::deque<core::VisitEvent> m_waiting;
    std::vector<wire::Person> m_people;
    Panel m_panel;
};

} // namespace smiley::test
