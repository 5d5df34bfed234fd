// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/png_picture.h"

#include <QPainter>

#include <string_view>

namespace smiley::ui {

namespace {

/// The last chunk, whole (ISO/IEC 15948, 11.2.5): length 0, its name, its check.
const QByteArray ending("\0\0\0\0IEND\xae\x42\x60\x82", 12);

} // namespace

std::optional<core::LogoFault> pictureFault(const QByteArray& png)
{
    const std::string_view all(png.constData(), static_cast<std::size_t>(png.size()));
    if (const auto fault = core::logoFault(all)) {
        return fault;
    }
    // Qt shows what it has of a picture that ends too early.
    const bool isWhole = png.endsWith(ending);
    return isWhole && !QImage::fromData(png, "png").isNull() ? std::nullopt : std::optional(core::LogoFault::Broken);
}

void PngPicture::setPng(const QByteArray& png)
{
    if (m_png == png) {
        return;
    }
    m_png = png;
    m_image = pictureFault(png) ? QImage() : QImage::fromData(png, "png");
    update();
    emit pngChanged();
}

double PngPicture::aspect() const
{
    return m_image.isNull() ? 1 : static_cast<double>(m_image.width()) / m_image.height();
}

void PngPicture::paint(QPainter* painter)
{
    if (m_image.isNull()) {
        return;
    }
    const QSizeF size = QSizeF(m_image.size()).scaled(boundingRect().size(), Qt::KeepAspectRatio);
    const QPointF corner((width() - size.width()) / 2, (height() - size.height()) / 2);
    // Scaled beforehand: the painter's own smoothing looks at four points alone.
    const QImage scaled =
        m_image.scaled(size.toSize().expandedTo({1, 1}), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    painter->drawImage(corner, scaled);
}

} // namespace smiley::ui
