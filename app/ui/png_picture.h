// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QQuickPaintedItem>
#include <QtQmlIntegration>

#include <cstdint>
#include <optional>

namespace smiley::ui {

inline constexpr int logoPixelsMax = 512; ///< a side

enum class LogoFault : std::uint8_t {
    Large,  ///< more than core::logoBytesMax
    NotPng, ///< something else, whatever its name
    Wide,   ///< more than logoPixelsMax wide or high
    Broken, ///< begins as a PNG and can't be read to its end
};
/// Why this can't be a logo; nothing: it can. Nothing is decoded before its size is known.
[[nodiscard]] std::optional<LogoFault> logoFault(const QByteArray& png);

/// A PNG picture given as its bytes, whole, in the middle of the item. Nothing where it can't be read.
class PngPicture : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(QByteArray png READ png WRITE setPng NOTIFY pngChanged)
    Q_PROPERTY(double aspect READ aspect NOTIFY pngChanged)

public:
    using QQuickPaintedItem::QQuickPaintedItem;

    [[nodiscard]] QByteArray png() const { return m_png; }
    void setPng(const QByteArray& png);
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
