// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

#include <array>

namespace smiley::test {

/// A panel that a stand is built with, mounted as qml/README.md says. Heights are millimetres above the floor.
struct Panel {
    const char* name;
    const char* inches;
    QSize pixels;
    double dpi;
    double lowerEdgeMm;          ///< of what the panel shows
    double faceMm = 30;          ///< least width of a face
    double faceGapMm = 1;        ///< least gap between faces of that width
    double largeCapitalMm = 4.9; ///< with Kontrast, of all that is needed to answer
    double asideMm = 2.6;        ///< capitals of what is not needed to answer
    double keyMm = 16;           ///< least side of a key of the on-screen keyboard (qml/keyboards/README.md)

    [[nodiscard]] double pxPerMm() const { return dpi / 25.4; }
    [[nodiscard]] double mm(double pixels_) const { return pixels_ / pxPerMm(); }
    /// The height above the floor of a line `y` pixels below the panel's upper edge.
    [[nodiscard]] double heightMm(double y) const { return lowerEdgeMm + mm(pixels.height() - y); }
    [[nodiscard]] double yOf(double heightMm_) const { return pixels.height() - (heightMm_ - lowerEdgeMm) * pxPerMm(); }
};

/// All that are supported. Five faces of 30 mm are wider than a 7" panel: there a face is 28 mm wide, with the gap of
/// smaller targets; and capitals of 4.9 mm have no room beside targets of 20 mm.
/// Eleven keys of 16 mm are wider than it, too; four rows of them leave no room for what is written.
inline constexpr std::array<Panel, 4> panels{{
    {"small", "7\"", {1024, 600}, 169.5, 940, 28, 2, 3.0, 2.0, 8},
    {"lying", "10.1\"", {1280, 800}, 149, 940},
    {"large", "15.6\"", {1920, 1080}, 141, 940, 30, 1, 4.9, 2.6, 22},
    {"standing", "21.5\"", {1080, 1920}, 102.4, 780, 30, 1, 4.9, 2.6, 22},
}};

inline constexpr double lowestMm = 700; ///< to press, and to read what is needed to answer
inline constexpr double highestMm = 1200;
inline constexpr double facesFromMm = 900;
inline constexpr double facesToMm = 1100;

} // namespace smiley::test
