// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickImageProvider>

namespace smiley::ui {

/// The five faces as pictures: "image://face/4" in its own colours, "image://face/4/contrast" in white and black. Drawn
/// from the SVG family once per size, never mirrored. SIZE: sourceSize in pixels.
class FaceImageProvider : public QQuickImageProvider {
public:
    FaceImageProvider();
    QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override;
};

/// The SVG of a face (1..5), recoloured where `contrast`: head white, features black. Empty for another number.
[[nodiscard]] QByteArray faceSvg(int face, bool contrast);

} // namespace smiley::ui
