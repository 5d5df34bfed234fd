// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/logo.h"

#include <QByteArray>
#include <QImage>
#include <QQuickPaintedItem>
#include <QtQmlIntegration>

#include <optional>

namespace smiley::ui {

/// core::logoFault, and Broken too where it can't be read to its end. Nothing is decoded before its size is known.
[[nodiscard]] std::optional<core::LogoFault> pictureFault(const QByteArray& png);

/// A PNG picture given as its bytes, whole, in the middle of the item. Nothing where it can't be read.
class PngPicture : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(QByteArray png READ png WRITE setPng NOTIFY pngChanged)
    Q_PROPERTY(bool shown READ isShown NOTIFY pngChanged)
    Q_PROPERTY(double aspect READ aspect NOTIFY pngChanged)

public:
    using QQuickPaintedItem::QQuickPaintedItem;

    [[nodiscard]] QByteArray png() const { return m_png; }
    void setPng(const QByteArray& png);
    [[nodiscard]] bool isShown() const { return !m_image.isNull(); } ///< it could be read
    /// Width by height; 1 without a picture.
    [[nodiscard]] double aspect() const;
    void paint(QPainter* painter) override;

signals:
    void pngChanged();

private:
    QByteArray m_png;
    QImage m_image;
};

} // namespace smiley::ui
