// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/settings.h"
#include "app/core/time.h"

#include <QString>

namespace smiley::ui {

/// What hangs beside the stand: the sentences of "Om dit svar", who answers for the data, and when it was made. In the
/// language of the installed translators.
struct Poster {
    core::StandSettings settings;
    bool noCameraOrMicrophone = false; ///< the device check of this machine found neither
    core::Day made;
    bool rightToLeft = false;
};

/// As plain text, an empty line between the sentences.
[[nodiscard]] QString posterText(const Poster& poster);
/// As a PDF page of A4, which prints on A3 too. Needs the fonts and a QGuiApplication. False: the file can't be written.
[[nodiscard]] bool writePosterPdf(const Poster& poster, const QString& file);

} // namespace smiley::ui
