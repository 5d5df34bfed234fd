// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/screen.h"

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <vector>

namespace smiley::ui {

/// The options of the question on the screen. A mark changes one row; the others' delegates stay.
class OptionModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by VisitorModel")

public:
    enum Role { OptionId = Qt::UserRole + 1, Label, Icon, Marked };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void setOptions(const std::vector<core::Screen::ShownOption>& options);
    [[nodiscard]] int markedCount() const;

private:
    std::vector<core::Screen::ShownOption> m_options;
};

} // namespace smiley::ui
