// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/option_model.h"

#include <algorithm>

namespace smiley::ui {

int OptionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_options.size());
}

QVariant OptionModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& option = m_options.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case OptionId: return QString::fromStdString(option.id);
    case Label:
    case Qt::DisplayRole: return QString::fromStdString(option.text);
    case Icon: return QString::fromStdString(option.icon);
    case Marked: return option.marked;
    default: return {};
    }
}

QHash<int, QByteArray> OptionModel::roleNames() const
{
    return {{OptionId, "optionId"}, {Label, "label"}, {Icon, "icon"}, {Marked, "marked"}};
}

void OptionModel::setOptions(const std::vector<core::Screen::ShownOption>& options)
{
    const bool sameRows = options.size() == m_options.size() &&
                          std::equal(options.begin(), options.end(), m_options.begin(),
                                     [](const auto& a, const auto& b) { return a.id == b.id && a.text == b.text; });
    if (!sameRows) {
        beginResetModel();
        m_options = options;
        endResetModel();
        return;
    }
    for (std::size_t row = 0; row < options.size(); ++row) {
        if (options[row].marked != m_options[row].marked) {
            m_options[row].marked = options[row].marked;
            const QModelIndex changed = index(static_cast<int>(row));
            emit dataChanged(changed, changed, {Marked});
        }
    }
}

int OptionModel::markedCount() const
{
    return static_cast<int>(std::count_if(m_options.begin(), m_options.end(), [](const auto& o) { return o.marked; }));
}

} // namespace smiley::ui
