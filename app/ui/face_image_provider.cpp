// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/face_image_provider.h"

#include <QFile>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>

namespace smiley::ui {

namespace {

constexpr int defaultPixels = 240;

/// Sets fill and stroke of the element with this id.
void recolour(QString& svg, const QString& id, const QString& colour)
{
    const QRegularExpression element("<[^>]*\\bid=\"" + id + "\"[^>]*>");
    const QRegularExpressionMatch match = element.match(svg);
    QString changed = match.captured();
    changed.replace(QRegularExpression("\\b(fill|stroke)=\"#[0-9A-Fa-f]{6}\""), "\\1=\"" + colour + "\"");
    svg.replace(match.capturedStart(), match.capturedLength(), changed);
}

} // namespace

QByteArray faceSvg(int face, bool contrast)
{
    QFile file(QStringLiteral(":/faces/%1.svg").arg(face));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString svg = QString::fromUtf8(file.readAll());
    if (contrast) {
        recolour(svg, "head", "#FFFFFF");
        recolour(svg, "features", "#000000");
    }
    return svg.toUtf8();
}

FaceImageProvider::FaceImageProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}

QImage FaceImageProvider::requestImage(const QString& id, QSize* size, const QSize& requestedSize)
{
    const QSize pixels = requestedSize.isEmpty() ? QSize(defaultPixels, defaultPixels) : requestedSize;
    QSvgRenderer renderer(faceSvg(id.section('/', 0, 0).toInt(), id.section('/', 1, 1) == "contrast"));
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    if (size != nullptr) {
        *size = pixels;
    }
    return image;
}

} // namespace smiley::ui
