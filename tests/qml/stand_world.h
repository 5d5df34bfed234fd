// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/kiosk/loop.h"
#include "app/ui/visitor_window.h"
#include "tests/support/fake_speech.h"
#include "tests/support/fakes.h"

#include <QQuickItem>
#include <QStringList>

#include <deque>
#include <memory>
#include <vector>

namespace smiley::test {

/// A whole stand in one thread: the real core behind the real window, on fake clocks, with a journal in memory.
class StandWorld {
public:
    /// One of the shipped questionnaires, with its comment question.
    explicit StandWorld(const char* questionnaire = "smiley-trust");

    /// Lets everything happen that is due.
    void settle();
    /// Time passes for the visit.
    void wait(std::int64_t ms);
    /// A tactile key by the keyboard that stands in for it, later than a second strike could be.
    void press(int key, std::int64_t msAfterLast = 1000);
    /// Turns with "next" until the target has a number, and presses that; false where it never has one.
    bool pressNamed(const QString& target);
    /// A finger on the middle of a target.
    void touch(const QString& target, std::int64_t msAfterLast = 1000);
    /// The visible, enabled target of that name; nothing where there is none.
    [[nodiscard]] QQuickItem* target(const QString& name);
    /// Speech mode by the raised key, heard to its end.
    void listen();
    /// Hears everything that is being said; gives what was said since the last call.
    QStringList hear();
    [[nodiscard]] QQuickItem* focus() { return window.window().activeFocusItem(); }

    template <typename Content>
    [[nodiscard]] std::vector<Content> rowsOf() const
    {
        std::vector<Content> found;
        for (const core::Event& row : rows) {
            if (const auto* content = std::get_if<Content>(&row.content)) {
                found.push_back(*content);
            }
        }
        return found;
    }
    template <typename Event>
    [[nodiscard]] int sentOf() const
    {
        int count = 0;
        for (const core::VisitEvent& event : sent) {
            count += std::holds_alternative<Event>(event) ? 1 : 0;
        }
        return count;
    }

    FakeClock clock;
    SeededRandom random;
    FakeComments comments;
    FakeSpeech speech;
    std::vector<core::Event> rows;
    bool diskFull = false;
    std::vector<core::VisitEvent> sent; ///< what the visitor did
    std::int64_t keyMs = 0;             ///< of double strikes

private:
    [[nodiscard]] std::shared_ptr<const kiosk::Configuration> configuration(const char* questionnaire);

    std::deque<core::VisitEvent> m_waiting;
    std::size_t m_heard = 0;

public:
    ui::VisitorModel visitor;
    ui::StandInfo stand;
    std::shared_ptr<const kiosk::Configuration> configured;
    kiosk::Loop loop;
    ui::VisitorWindow window;
};

} // namespace smiley::test
