// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/figures.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace smiley::test {

namespace {

constexpr double targetMm = 20;
constexpr double gapMm = 2;
constexpr double largeMm = 30; // a target of this size may have a neighbour at largeGapMm
constexpr double largeGapMm = 1;
constexpr double capitalMm = 2.6; // qml/README.md, "Mounting and size"
// An alef of Noto Sans Arabic UI in the same size of type as Latin capitals of Inter (0.727 em).
constexpr double alefOfCapital = 0.95;

constexpr double lineAir = 4; // pixels

using Rule = Figure::Rule;

bool isFace(const QString& name) { return name.size() == 5 && name.startsWith("face"); }
bool isLetterKey(const QString& name) { return name.startsWith("key-"); }

double gapOf(const QRectF& one, const QRectF& other)
{
    const double across = std::max(other.left() - one.right(), one.left() - other.right());
    const double down = std::max(other.top() - one.bottom(), one.top() - other.bottom());
    if (across > 0 && down > 0) {
        return std::hypot(across, down);
    }
    return std::max(across, down);
}

/// How far `inner` is from leaving `outer`; negative where it has.
double spare(const QRectF& outer, const QRectF& inner)
{
    return std::min({inner.left() - outer.left(), inner.top() - outer.top(), outer.right() - inner.right(),
                     outer.bottom() - inner.bottom()});
}

double smallerSide(const QRectF& rect) { return std::min(rect.width(), rect.height()); }

void measureTargets(const Drawn& drawn, const Panel& panel, std::vector<Figure>& figures)
{
    const QRectF shown(QPointF(0, 0), QSizeF(panel.pixels));
    for (std::size_t i = 0; i < drawn.targets.size(); ++i) {
        const ui::Target& target = drawn.targets[i];
        const double size = panel.mm(smallerSide(target.rect));
        const double least = isFace(target.name) ? panel.faceMm : isLetterKey(target.name) ? panel.keyMm : targetMm;
        figures.push_back({isFace(target.name) ? Rule::Face : Rule::Target, target.name, size, least, target.rect});
        figures.push_back({Rule::Inside, target.name, spare(shown, target.rect), 0, target.rect});
        figures.push_back({Rule::Named, target.name, target.accessible.isEmpty() ? 0.0 : 1.0, 1, target.rect});
        const double top = panel.heightMm(target.rect.top());
        const double bottom = panel.heightMm(target.rect.bottom());
        figures.push_back({Rule::Reach, target.name, std::min(highestMm - top, bottom - lowestMm), 0, target.rect});
        if (isFace(target.name)) {
            figures.push_back(
                {Rule::FaceReach, target.name, std::min(facesToMm - top, bottom - facesFromMm), 0, target.rect});
        }
        for (std::size_t k = i + 1; k < drawn.targets.size(); ++k) {
            const ui::Target& other = drawn.targets[k];
            const bool large = std::min(size, panel.mm(smallerSide(other.rect))) >= largeMm;
            const bool touching = isLetterKey(target.name) && isLetterKey(other.name);
            const bool faces = isFace(target.name) && isFace(other.name);
            const double apart = touching ? 0 : faces ? panel.faceGapMm : large ? largeGapMm : gapMm;
            figures.push_back({Rule::Gap, target.name + " | " + other.name, panel.mm(gapOf(target.rect, other.rect)),
                               apart, target.rect});
        }
    }
}

void measureTexts(const Drawn& drawn, const Panel& panel, Look look, std::vector<Figure>& figures)
{
    const QRectF shown(QPointF(0, 0), QSizeF(panel.pixels));
    for (std::size_t i = 0; i < drawn.texts.size(); ++i) {
        const DrawnText& text = drawn.texts[i];
        const bool arabic = std::any_of(text.words.begin(), text.words.end(),
                                        [](QChar letter) { return letter.script() == QChar::Script_Arabic; });
        const double least = (text.aside               ? panel.asideMm
                              : look == Look::Contrast ? panel.largeCapitalMm
                                                       : capitalMm) *
                             (arabic ? alefOfCapital : 1);
        figures.push_back({Rule::Capital, text.words, panel.mm(text.capital), least, text.rect});
        figures.push_back({Rule::Inside, text.words, spare(shown, text.rect), 0, text.rect});
        // A pixel is what rounding takes.
        const double room = text.cut || text.breaksWord ? -999 : spare(text.room, text.rect) + 1;
        figures.push_back({Rule::Whole, text.words, room, 0, text.rect});
        if (!text.aside && text.target.isEmpty()) {
            const double reach =
                std::min(highestMm - panel.heightMm(text.rect.top()), panel.heightMm(text.rect.bottom()) - lowestMm);
            figures.push_back({Rule::Reach, text.words, reach, 0, text.rect});
        }
        for (std::size_t k = i + 1; k < drawn.texts.size(); ++k) {
            if (text.badge || drawn.texts[k].badge) {
                continue;
            }
            // A line has air above its letters and below them: so much of two lines may meet.
            figures.push_back({Rule::Apart, text.words + " | " + drawn.texts[k].words,
                               gapOf(text.rect, drawn.texts[k].rect) + lineAir, 0, text.rect});
        }
        for (const ui::Target& target : drawn.targets) {
            if (target.name != text.target && !text.badge) {
                figures.push_back(
                    {Rule::Apart, text.words + " | " + target.name, gapOf(text.rect, target.rect) + 1, 0, text.rect});
            }
        }
    }
}

} // namespace

const char* nameOf(Figure::Rule rule)
{
    switch (rule) {
    case Rule::Target: return "target, mm";
    case Rule::Face: return "face, mm";
    case Rule::Gap: return "gap, mm";
    case Rule::Capital: return "capital, mm";
    case Rule::Inside: return "inside the panel, px";
    case Rule::Whole: return "text not cut, px";
    case Rule::Apart: return "text apart, px";
    case Rule::Reach: return "within 700-1200 mm, mm";
    case Rule::FaceReach: return "within 900-1100 mm, mm";
    case Rule::Still: return "nothing scrolls";
    case Rule::Named: return "has a name";
    case Rule::TextContrast: return "contrast of text";
    case Rule::ShapeContrast: return "contrast of edges and pictures";
    }
    return "";
}

QString Figure::inWords() const
{
    return QString("%1: %2 is %3, at least %4")
        .arg(nameOf(rule), QString(what).replace('\n', ' ').left(120))
        .arg(value, 0, 'f', 2)
        .arg(least, 0, 'f', 2);
}

QStringList wrongOf(const QString& screen, const std::vector<Figure>& figures)
{
    QStringList wrong;
    for (const Figure& figure : figures) {
        if (!figure.holds()) {
            wrong << screen + ": " + figure.inWords();
        }
    }
    return wrong;
}

std::vector<Figure> geometryOf(const Drawn& drawn, const Panel& panel, Look look)
{
    std::vector<Figure> figures;
    measureTargets(drawn, panel, figures);
    measureTexts(drawn, panel, look, figures);
    figures.push_back({Rule::Still, drawn.scrolling.join(' '), drawn.scrolling.isEmpty() ? 1.0 : 0.0, 1, {}});
    return figures;
}

} // namespace smiley::test
