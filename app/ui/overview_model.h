// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/staff/figures.h"
#include "app/ui/staff_session.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <QVariantList>
#include <QtQmlIntegration>

#include <optional>
#include <thread>

namespace smiley::ui {

/// The overview in words. The figures are made on a thread of their own: a week's envelopes take a while to read. Use on the
/// GUI's thread.
class OverviewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")

    Q_PROPERTY(bool hidden READ isHidden NOTIFY changed) ///< the centre hides all figures
    Q_PROPERTY(QString title READ title NOTIFY changed)  ///< "I dag på Havnegade"
    Q_PROPERTY(QString date READ date NOTIFY changed)
    Q_PROPERTY(QVariantList cards READ cards NOTIFY changed)  ///< of today: each {name, title, value, detail}
    Q_PROPERTY(QString weekLine READ weekLine NOTIFY changed) ///< "uge 46, 412 svar"
    Q_PROPERTY(
        QString weekNote READ weekNote NOTIFY changed) ///< why no share is shown, or what the line in the bars is
    Q_PROPERTY(int deadMinutes READ deadMinutes NOTIFY changed) ///< of today; -1: not known yet
    /// Three bars, each {label, value, range, share, low, high}, of 0..1; the faces, worst first, each {face, value}.
    Q_PROPERTY(QVariantList bars READ bars NOTIFY changed)
    Q_PROPERTY(QVariantList faces READ faces NOTIFY changed)

public:
    explicit OverviewModel(StaffSession& session, QObject* parent = nullptr);
    ~OverviewModel() override;

    [[nodiscard]] bool isHidden() const { return m_overview && m_overview->isHidden; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString date() const;
    [[nodiscard]] QVariantList cards() const;
    [[nodiscard]] QString weekLine() const;
    [[nodiscard]] QString weekNote() const;
    [[nodiscard]] int deadMinutes() const;
    [[nodiscard]] QVariantList bars() const;
    [[nodiscard]] QVariantList faces() const;

    /// Makes the figures anew, unless they are being made.
    Q_INVOKABLE void refresh();

signals:
    void changed();

private:
    void take(const std::optional<staff::Overview>& overview);
    [[nodiscard]] QString percent(double share, int decimals) const;

    StaffSession& m_session;
    QString m_language = m_session.language();
    std::optional<staff::Overview> m_overview;
    bool m_isMaking = false;
    std::thread m_maker;
    QTimer m_minute;
};

} // namespace smiley::ui
