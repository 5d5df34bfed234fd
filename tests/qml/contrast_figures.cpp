// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/figures.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cmath>

namespace smiley::test {

namespace {

using Rule = Figure::Rule;

double linear(int channel)
{
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(QRgb colour)
{
    return 0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour)) + 0.0722 * linear(qBlue(colour));
}

/// Of the colours in a place: the one that there is most of, and the contrast to it of the one farthest from it.
struct Ground {
    QRgb colour = 0;
    double contrast = 1;
};

Ground groundOf(const QImage& frame, const QRectF& place)
{
    const QRect rect = place.toAlignedRect().intersected(frame.rect());
    QHash<QRgb, int> counts;
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(frame.constScanLine(y)); // NOLINT(*-reinterpret-cast)
        for (int x = rect.left(); x <= rect.right(); ++x) {
            ++counts[line[x] | 0xff000000U];
        }
    }
    Ground ground;
    int most = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > most) {
            most = it.value();
            ground.colour = it.key();
        }
    }
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        ground.contrast = std::max(ground.contrast, contrastRatio(it.key(), ground.colour));
    }
    return ground;
}

/// The strongest step that is met on the way from just outside an edge to just inside it, on the weakest of the sides.
double edgeOf(const QImage& frame, const QRectF& rect)
{
    constexpr double outside = 2;
    constexpr double inside = 8;
    constexpr double length = 24; // along the side: more than the dashes of a dashed edge
    const QPointF middle = rect.center();
    const std::array<QRectF, 4> sides{{
        {rect.left() - outside, middle.y() - length / 2, outside + inside, length},
        {rect.right() - inside, middle.y() - length / 2, outside + inside, length},
        {middle.x() - length / 2, rect.top() - outside, length, outside + inside},
        {middle.x() - length / 2, rect.bottom() - inside, length, outside + inside},
    }};
    const std::array<QPointF, 4> from{{{rect.left() - outside, middle.y()},
                                       {rect.right() + outside - 1, middle.y()},
                                       {middle.x(), rect.top() - outside},
                                       {middle.x(), rect.bottom() + outside - 1}}};
    double weakest = 21;
    for (std::size_t i = 0; i < sides.size(); ++i) {
        if (!frame.rect().contains(from[i].toPoint())) {
            continue; // at the panel's edge nothing is around it
        }
        const QRgb around = frame.pixel(from[i].toPoint());
        const QRect strip = sides[i].toAlignedRect().intersected(frame.rect());
        double strongest = 1;
        for (int y = strip.top(); y <= strip.bottom(); ++y) {
            for (int x = strip.left(); x <= strip.right(); ++x) {
                strongest = std::max(strongest, contrastRatio(frame.pixel(x, y), around));
            }
        }
        weakest = std::min(weakest, strongest);
    }
    return weakest;
}

/// The rim against the page, and eyes, brows and mouth against the head.
double faceOf(const QImage& frame, const QRectF& target)
{
    const double size = std::min(target.width(), target.height());
    const double left = target.center().x() - size / 2;
    const QRectF features(left + size * 0.25, target.top() + size * 0.25, size * 0.5, size * 0.4);
    const Ground rim = groundOf(frame, {left - 2, target.top() + size * 0.2, size * 0.12, size * 0.1});
    return std::min(groundOf(frame, features).contrast, rim.contrast);
}

} // namespace

double contrastRatio(QRgb one, QRgb other)
{
    const double brighter = std::max(luminance(one), luminance(other));
    const double darker = std::min(luminance(one), luminance(other));
    return (brighter + 0.05) / (darker + 0.05);
}

std::vector<Figure> contrastOf(const Drawn& drawn, const QImage& frame, Look look)
{
    const QImage pixels = frame.convertToFormat(QImage::Format_RGB32);
    const double text = look == Look::Contrast ? 10 : 7;
    const double shape = look == Look::Contrast ? 10 : 3;
    std::vector<Figure> figures;
    for (const DrawnText& each : drawn.texts) {
        const Ground ground = groundOf(pixels, each.rect);
        // What else is in the place could be farther from the ground than the letters: they count themselves, too.
        const double contrast = std::min(ground.contrast, contrastRatio(each.ink.rgb(), ground.colour));
        figures.push_back({Rule::TextContrast, each.words, contrast, text, each.rect});
    }
    for (const DrawnShape& each : drawn.shapes) {
        const double contrast = each.kind == DrawnShape::Kind::Icon   ? groundOf(pixels, each.rect).contrast
                                : each.kind == DrawnShape::Kind::Face ? faceOf(pixels, each.rect)
                                                                      : edgeOf(pixels, each.rect);
        figures.push_back({Rule::ShapeContrast, each.what, contrast, shape, each.rect});
    }
    return figures;
}

} // namespace smiley::test
