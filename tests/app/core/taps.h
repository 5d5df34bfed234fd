// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/verdict.h"

#include <QString>
#include <QStringList>

#include <span>
#include <utility>
#include <vector>

/// Days of taps written by hand, and verdicts as text.

namespace smiley::core::test {

/// Taps from "at/presence:face[,flag…]", at in milliseconds, presence -1, 0 or 1. Flags: invite, poll, correcting, next, withdrawn,
/// staff, cleaning, test, closed, noclock, bN (boot), dN (door count), lN (left within 20 s), tX (ticket; t! a used
/// one of nobody knows which visit). Taps are
/// numbered from 1.
inline std::vector<TapView> taps(const QString& text)
{
    constexpr std::pair<const char*, ScreenContext> screens[]{{"invite", ScreenContext::Invitation},
                                                              {"poll", ScreenContext::Poll},
                                                              {"correcting", ScreenContext::Correcting},
                                                              {"next", ScreenContext::Claimed}};
    constexpr std::pair<const char*, Mode> modes[]{
        {"staff", Mode::Staff}, {"cleaning", Mode::Cleaning}, {"test", Mode::Test}, {"closed", Mode::Closed}};
    std::vector<TapView> made;
    for (const QString& word : text.split(' ', Qt::SkipEmptyParts)) {
        const QStringList parts = word.split(',');
        const QString main = parts.front();
        TapView tap;
        tap.tap = made.size() + 1;
        tap.boot = 1;
        tap.at = MonotonicMs{main.section('/', 0, 0).toLongLong()};
        tap.presence = static_cast<Presence>(main.section('/', 1).section(':', 0, 0).toInt());
        tap.face = *faceOf(main.section(':', 1).toInt());
        for (const QString& flag : parts.mid(1)) {
            bool known = false;
            for (const auto& [name, screen] : screens) {
                if (flag == name) {
                    tap.screen = screen;
                    known = true;
                }
            }
            for (const auto& [name, mode] : modes) {
                if (flag == name) {
                    tap.mode = mode;
                    known = true;
                }
            }
            if (known) {
                continue;
            }
            const QString rest = flag.mid(1);
            if (flag == "withdrawn") {
                tap.withdrawn = true;
            } else if (flag == "noclock") {
                tap.clock = ClockQuality::None;
            } else if (flag.startsWith('b')) {
                tap.boot = rest.toUInt();
            } else if (flag.startsWith('d')) {
                tap.doors = rest.toUInt();
            } else if (flag.startsWith('l')) {
                tap.left = rest.toUInt();
            } else if (flag.startsWith('t')) {
                tap.ticket = rest == "!" ? usedTicket : ticketKey(rest.toStdString());
            } else {
                qFatal("unknown flag in '%s'", qPrintable(word));
            }
        }
        made.push_back(tap);
    }
    return made;
}

/// "1:REPLACED 1:OK_LAST": visit and reason of each tap.
inline QString told(std::span<const Verdict> verdicts)
{
    QStringList words;
    for (const Verdict& verdict : verdicts) {
        const std::string_view reason = code(verdict.reason);
        words += QString("%1:%2").arg(verdict.visit).arg(QString::fromUtf8(reason.data(), qsizetype(reason.size())));
    }
    return words.join(' ');
}

} // namespace smiley::core::test
