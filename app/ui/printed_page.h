// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QString>

#include <vector>

namespace smiley::ui {

struct PrintedItem {
    QString icon; ///< of qml/icons
    QString lead; ///< the first words, in bold
    QString body;
    bool isLarge = false; ///< the lead: words to be said
};

struct PrintedSection {
    QString heading; ///< empty: none
    std::vector<PrintedItem> items;
    bool startsPage = false;
};

/// What hangs on a wall or lies at the desk: generated text with drawings, A4, in one language.
struct PrintedPage {
    QString owner; ///< the municipality, in bold
    QString place;
    QString title;
    std::vector<PrintedSection> sections;
    QString closingLead; ///< who answers for it
    QString closing;
    QString made; ///< when
    bool rightToLeft = false;
    int bodyPixels = 23; ///< at 96 dots per inch; all else is in proportion. What is too long is made smaller
    int pagesMax = 1;
};

/// As plain text, an empty line between the items.
[[nodiscard]] QString plainText(const PrintedPage& page);
/// What is under the title, for QML's Text.StyledText: headings and leads in bold.
[[nodiscard]] QString styledText(const PrintedPage& page);
/// As PDF with its fonts in it. `target` is open for writing. Needs the fonts and a QGuiApplication; GUI thread. False: it
/// can't be written.
[[nodiscard]] bool writePdf(const PrintedPage& page, QIODevice& target);
/// The same into a file, which is replaced.
[[nodiscard]] bool writePdfFile(const PrintedPage& page, const QString& file);

} // namespace smiley::ui
