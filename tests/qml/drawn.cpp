// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/drawn.h"

#include <QFontMetricsF>
#include <QJSValue>
#include <QQuickItem>
#include <QUrl>

#include <algorithm>

namespace smiley::test {

namespace {

/// Where on the tree we are: the last target and the ground that a text may not leave.
struct Place {
    QString target;
    QRectF room;
    bool badge = false;
};

QRectF sceneRect(const QQuickItem* item) { return item->mapRectToScene(QRectF(0, 0, item->width(), item->height())); }

bool isArabic(const QString& words)
{
    return std::any_of(words.begin(), words.end(),
                       [](QChar letter) { return letter.script() == QChar::Script_Arabic; });
}

double capitalOf(QFont font, int pixelSize, const QString& words)
{
    font.setPixelSize(pixelSize);
    const QFontMetricsF metrics(font);
    return isArabic(words) ? metrics.tightBoundingRect(QString(QChar(0x0627))).height() : metrics.capHeight();
}

/// The lines inside their item, by the alignment that is in force.
QRectF linesOf(const QQuickItem* item)
{
    const QSizeF content(item->property("contentWidth").toDouble(), item->property("contentHeight").toDouble());
    const int across = item->property("effectiveHorizontalAlignment").toInt();
    const int down = item->property("verticalAlignment").toInt();
    const double freeX = item->width() - content.width();
    const double freeY = item->height() - content.height();
    const double x = across == Qt::AlignRight ? freeX : across == Qt::AlignHCenter ? freeX / 2 : 0;
    const double y = down == Qt::AlignBottom ? freeY : down == Qt::AlignVCenter ? freeY / 2 : 0;
    return item->mapRectToScene(QRectF(QPointF(x, y), content));
}

DrawnText textOf(const QQuickItem* item, const QString& words, const Place& place)
{
    DrawnText text;
    text.words = words;
    text.rect = linesOf(item);
    text.room = sceneRect(item).intersected(place.room);
    const int pixelSize = item->property("fontInfo").value<QJSValue>().property("pixelSize").toInt();
    text.capital = capitalOf(item->property("font").value<QFont>(), pixelSize, words);
    text.ink = item->property("color").value<QColor>();
    text.target = place.target;
    text.aside = item->property("aside").toBool();
    text.badge = place.badge;
    text.cut = item->property("truncated").toBool();
    text.breaksWord = item->property("contentWidth").toDouble() > item->width() + 1;
    return text;
}

void collect(QQuickItem* item, Place place, const std::vector<ui::Target>& targets, Drawn& drawn)
{
    if (!item->isVisible() || !item->isEnabled() || item->opacity() == 0 || item->width() < 0) {
        return;
    }
    const QRectF rect = sceneRect(item);
    const auto target = std::find_if(targets.begin(), targets.end(), [&](const ui::Target& each) {
        return each.name == item->objectName() && each.rect == rect;
    });
    if (target != targets.end()) {
        place = {target->name, rect, false};
        if (target->name.startsWith("face")) {
            for (const QQuickItem* child : item->childItems()) {
                if (child->inherits("QQuickImage")) {
                    drawn.shapes.push_back({DrawnShape::Kind::Face, target->name, sceneRect(child)});
                }
            }
        } else {
            drawn.shapes.push_back({DrawnShape::Kind::Edge, target->name, rect});
        }
    }
    if (item->inherits("QQuickFlickable")) {
        drawn.scrolling << item->metaObject()->className();
    }
    if (item->inherits("QQuickRectangle") && item->property("color").value<QColor>().alpha() > 0 &&
        !item->childItems().empty()) {
        place.badge = QByteArray(item->metaObject()->className()).startsWith("KeyBadge");
        place.room = place.badge ? rect : rect.intersected(place.room);
    }
    const QString words = item->property("text").toString();
    if (item->inherits("QQuickText") && !words.trimmed().isEmpty()) {
        drawn.texts.push_back(textOf(item, words, place));
    }
    if (item->property("tone").isValid() && item->inherits("QQuickImage") && item->width() > 0) {
        drawn.shapes.push_back({DrawnShape::Kind::Icon, place.target + "/" + item->property("name").toString(), rect});
    }
    for (QQuickItem* child : item->childItems()) {
        collect(child, place, targets, drawn);
    }
}

} // namespace

Drawn drawnOn(const QQuickWindow& window)
{
    Drawn drawn;
    drawn.targets = ui::targetsOf(window);
    collect(window.contentItem(), {{}, QRectF(QPointF(0, 0), QSizeF(window.size())), false}, drawn.targets, drawn);
    return drawn;
}

} // namespace smiley::test
