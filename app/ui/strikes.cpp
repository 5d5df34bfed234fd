// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/strikes.h"

#include <QLineF>

namespace smiley::ui {

namespace {

/// Half a target: what a new screen puts under the finger that is still there.
constexpr double samePlaceMm = 10;

bool isSame(const Strikes::Press& a, const Strikes::Press& b)
{
    const bool isSamePlace = a.placeMm && b.placeMm && QLineF(*a.placeMm, *b.placeMm).length() <= samePlaceMm;
    return (a.target == b.target && a.key == b.key) || isSamePlace;
}

} // namespace

bool Strikes::count(const Press& press, int limitMs)
{
    if (limitMs > 0 && m_last && isSame(*m_last, press) && press.atMs - m_last->atMs <= limitMs) {
        return false;
    }
    m_last = press;
    return true;
}

} // namespace smiley::ui
