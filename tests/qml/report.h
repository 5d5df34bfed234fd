// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/qml/figures.h"

#include <QImage>
#include <QString>

#include <vector>

namespace smiley::test {

/// Which screen a picture shows.
struct Shot {
    QString screen;
    QString language;
    Look look;
    Panel panel;

    [[nodiscard]] QString name() const;
};

/// The figures as a page to read (index.html), as a table (figures.csv), and on pictures of the screens.
class Report {
public:
    /// Makes the folder.
    explicit Report(QString folder);

    void add(const Shot& shot, const Drawn& drawn, const std::vector<Figure>& figures, const QImage& frame);
    /// Writes index.html and figures.csv.
    void finish();

private:
    struct Row {
        Shot shot;
        std::vector<Figure> tightest; ///< of each rule
        int wrong = 0;
    };

    QString m_folder;
    QString m_csv;
    std::vector<Row> m_rows;
};

} // namespace smiley::test
