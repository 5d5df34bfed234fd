// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/store.h"
#include "app/ui/staff_session.h"

#include <QObject>
#include <QString>
#include <QVariantList>
#include <QtQmlIntegration>

#include <cstddef>
#include <vector>

namespace smiley::ui {

/// The audit trail in words, newest first: who did what in which hour, and whether the chain is whole. Both roles may read
/// it. Use on the GUI's thread.
class AuditModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")

    /// Each {number, title, detail, line}.
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed)
    Q_PROPERTY(QString state READ state NOTIFY changed) ///< of the chain, a sentence
    Q_PROPERTY(bool whole READ isWhole NOTIFY changed)
    Q_PROPERTY(bool hasMore READ hasMore NOTIFY changed)

public:
    explicit AuditModel(StaffSession& session, QObject* parent = nullptr);

    [[nodiscard]] QVariantList rows() const;
    [[nodiscard]] QString state() const;
    [[nodiscard]] bool isWhole() const { return m_read && m_faults == 0; }
    [[nodiscard]] bool hasMore() const { return m_shown < m_rows.size(); }

    /// Reads the trail and checks it.
    Q_INVOKABLE void refresh();
    /// As many rows again.
    Q_INVOKABLE void showMore();

    static constexpr std::size_t rowsAtOnce = 60;

signals:
    void changed();

private:
    StaffSession& m_session;
    std::vector<store::AuditRow> m_rows; ///< oldest first
    std::size_t m_shown = rowsAtOnce;
    std::size_t m_faults = 0;
    bool m_read = false;
};

} // namespace smiley::ui
