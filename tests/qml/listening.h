// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/qml/stand_world.h"

namespace smiley::test {

inline const QString chosen = QStringLiteral("Valgt. Tryk igen for at svare.");
inline void plugIn(StandWorld& world)
{
    world.loop.handle(core::VisitEvent{core::HeadphonesPlugged{}});
    world.settle();
}

inline bool isRinged(StandWorld& world)
{
    return world.focus() != nullptr && world.focus()->property("ringed").toBool();
}

/// What the core takes out is another part's business: a screen that says that it did.
inline void removeSomething(StandWorld& world, core::Screen screen)
{
    screen.removed = {core::Trace::Cpr};
    world.visitor.setScreen(screen);
    world.settle();
}

/// What is said after the press that counts.
inline QStringList pressedTwice(StandWorld& world, const char* target)
{
    for (int time = 0; time < 2; ++time) {
        world.hear();
        if (!world.pressNamed(target)) {
            qFatal("there is no %s", target);
        }
    }
    return world.hear();
}

inline const QString more = QStringLiteral("Tast næste: flere valg.");

/// Turns twice-asked presses into answers until the comment's page is there.
inline void goToComment(StandWorld& world)
{
    const auto twice = [&](const char* name) {
        if (!world.pressNamed(name) || !world.pressNamed(name)) {
            qFatal("there is no %s", name);
        }
    };
    if (world.visitor.banner() == ui::VisitorModel::NoBanner) {
        world.press(2);
        world.press(2);
    }
    twice("yes");
    for (int asked = 0; asked < 5 && world.visitor.kind() != ui::VisitorModel::CommentKind; ++asked) {
        twice("skip");
    }
    if (world.visitor.kind() != ui::VisitorModel::CommentKind) {
        qFatal("the comment's page never came");
    }
}

} // namespace smiley::test
