// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/store.h"
#include "app/ui/staff_session.h"

#include <QObject>
#include <QString>
#include <QVariantList>
#include <QtQmlIntegration>

#include <memory>
#include <string>
#include <vector>

namespace smiley::ui {

/// How many came through the door, or how many appointments there were, typed for one of the last seven days by an editor;
/// marked "indtastet" wherever it is told. Use on the GUI's thread.
class TypedCountsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")

    /// Today and the six days before it, newest first: {title, detail}.
    Q_PROPERTY(QVariantList days READ days NOTIFY changed)
    Q_PROPERTY(int day READ day NOTIFY changed) ///< which of them
    Q_PROPERTY(bool door READ isDoor NOTIFY changed)
    Q_PROPERTY(QString typed READ typed NOTIFY changed) ///< the digits so far
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)     ///< what became of the last one
    Q_PROPERTY(bool failed READ hasFailed NOTIFY changed) ///< it was not kept

public:
    explicit TypedCountsModel(StaffSession& session, QObject* parent = nullptr);

    [[nodiscard]] QVariantList days() const;
    [[nodiscard]] int day() const { return m_day; }
    [[nodiscard]] bool isDoor() const { return m_door; }
    [[nodiscard]] QString typed() const { return QString::fromStdString(m_typed); }
    [[nodiscard]] bool canSave() const { return m_session.isEditor() && !m_typed.empty(); }
    [[nodiscard]] QString note() const;
    [[nodiscard]] bool hasFailed() const { return m_note == Note::Failed; }

    Q_INVOKABLE void refresh();
    Q_INVOKABLE void chooseDay(int day);
    Q_INVOKABLE void chooseDoor(bool door);
    Q_INVOKABLE void digit(int digit);
    Q_INVOKABLE void erase();
    /// Takes the place of what was typed for the same day. Nothing for a reader.
    Q_INVOKABLE void save();

    static constexpr int daysBack = 7;
    static constexpr std::size_t digitsMax = 5;

signals:
    void changed();

private:
    enum class Note { None, Saved, Failed };

    [[nodiscard]] core::Day dayAt(int index) const;
    [[nodiscard]] std::unique_ptr<store::Store> openStore() const;
    void load();

    StaffSession& m_session;
    core::Day m_today;
    std::vector<store::TypedCount> m_counts;
    int m_day = 0;
    bool m_door = true;
    std::string m_typed;
    Note m_note = Note::None;
};

} // namespace smiley::ui
