// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/qml/drawn.h"
#include "tests/qml/panels.h"

#include <QImage>

#include <vector>

namespace smiley::test {

enum class Look { Plain, Contrast };

/// One thing measured, and what it has to be at least.
struct Figure {
    enum class Rule {
        Target,
        Face,
        Gap,
        Capital,
        Inside,
        Whole,
        Apart,
        Reach,
        FaceReach,
        Still,
        Named,
        TextContrast,
        ShapeContrast
    };

    Rule rule = Rule::Target;
    QString what;
    double value = 0;
    double least = 0;
    QRectF where; ///< in the window's pixels

    [[nodiscard]] bool holds() const { return value >= least - 0.01; }
    [[nodiscard]] QString inWords() const;
};

[[nodiscard]] const char* nameOf(Figure::Rule rule);

/// Every length on the screen, in millimetres of the panel; Whole, Apart and Inside are pixels that are spare. Also that
/// nothing scrolls, and that every target has a name for assistive technology.
[[nodiscard]] std::vector<Figure> geometryOf(const Drawn& drawn, const Panel& panel, Look look);

/// Those that don't hold, in words, after the screen's name.
[[nodiscard]] QStringList wrongOf(const QString& screen, const std::vector<Figure>& figures);

/// Every contrast on the frame, by WCAG 2.1: of a text between the colour that its place has most of and the one
/// farthest from it; of an edge, an icon or a face between what is drawn and what is around it.
[[nodiscard]] std::vector<Figure> contrastOf(const Drawn& drawn, const QImage& frame, Look look);

/// WCAG 2.1, contrast ratio of two colours: 1 to 21.
[[nodiscard]] double contrastRatio(QRgb one, QRgb other);

} // namespace smiley::test
