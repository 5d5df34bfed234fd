// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ui/staff_session.h"

#include "app/core/settings.h"
#include "app/store/store.h"
#include "sync/outbox/local.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>
#include <QVariant>
#include <QtQmlIntegration>

#include <memory>
#include <optional>
#include <set>
#include <string>

namespace smiley::ui {

/// The stand's settings for staff: a group at a time is changed here and saved as one version (sync/outbox/local.h). What is
/// shown is what counts once what waits has begun. Use on the GUI's thread; lives while somebody is signed in.
class SettingsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")

    Q_PROPERTY(bool editor READ isEditor NOTIFY changed)
    Q_PROPERTY(QVariantMap values READ values NOTIFY changed)
    Q_PROPERTY(QStringList locked READ locked NOTIFY changed)
    Q_PROPERTY(QVariantList groups READ groups NOTIFY changed)
    Q_PROPERTY(QVariantList waiting READ waiting NOTIFY changed)
    Q_PROPERTY(QString waitingLine READ waitingLine NOTIFY changed)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed)
    Q_PROPERTY(bool atOnce READ startsAtOnce NOTIFY changed)
    Q_PROPERTY(QString startsOn READ startsOn NOTIFY changed)
    Q_PROPERTY(QString done READ done NOTIFY changed)
    Q_PROPERTY(QString fault READ fault NOTIFY changed)
    Q_PROPERTY(bool asksRoom READ asksRoom NOTIFY changed)
    Q_PROPERTY(QVariantList days READ days NOTIFY changed)
    Q_PROPERTY(QVariantList holidays READ holidays NOTIFY changed)
    Q_PROPERTY(QVariantList closedDays READ closedDays NOTIFY changed)
    Q_PROPERTY(QString monthName READ monthName NOTIFY changed)
    Q_PROPERTY(QVariantList month READ month NOTIFY changed)
    Q_PROPERTY(QStringList weekdayNames READ weekdayNames NOTIFY changed)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY changed)
    Q_PROPERTY(QVariantList languages READ languages NOTIFY changed)
    Q_PROPERTY(QVariantList saidDone READ saidDone NOTIFY changed)
    Q_PROPERTY(bool hasBacklight READ hasBacklight NOTIFY changed)

public:
    explicit SettingsModel(StaffSession& session, QObject* parent = nullptr);
    ~SettingsModel() override;

    [[nodiscard]] bool isEditor() const { return m_session.isEditor(); }
    /// Of what is being changed, by the names of the settings file; times are seconds, the logo is its bytes.
    [[nodiscard]] QVariantMap values() const;
    /// The settings that only the centre may change.
    [[nodiscard]] QStringList locked() const;
    /// Of {name, title, value, icon, page, locked, waits}.
    [[nodiscard]] QVariantList groups() const;
    /// What changes on a coming day, groups and "questions": {group, title, value, since}.
    [[nodiscard]] QVariantList waiting() const;
    [[nodiscard]] QString waitingLine() const; ///< "2 ændringer venter: Sprog, Hjælp"
    [[nodiscard]] bool isDirty() const { return !changedKeys().empty(); }
    [[nodiscard]] bool canSave() const { return isEditor() && isDirty() && obstacle().isEmpty(); }
    /// What is saved now counts now: volume, brightness and the room, where nobody has answered today and nothing waits.
    [[nodiscard]] bool startsAtOnce() const;
    [[nodiscard]] QString startsOn() const; ///< "mandag 23. november"
    [[nodiscard]] QString done() const { return m_done; }
    /// Why it wasn't saved, or can't be as it stands.
    [[nodiscard]] QString fault() const { return m_fault.isEmpty() ? obstacle() : m_fault; }
    /// Nobody has answered yet whether there is CCTV in the room.
    [[nodiscard]] bool asksRoom() const { return !m_ahead.roomCctvKnown; }

    [[nodiscard]] QVariantList days() const;       ///< Monday first: {name, open, from, to, line}
    [[nodiscard]] QVariantList holidays() const;   ///< the next: {name, day}
    [[nodiscard]] QVariantList closedDays() const; ///< from today on: {iso, day}
    [[nodiscard]] QString monthName() const;
    [[nodiscard]] QVariantList
    month() const; ///< cells from a Monday: {iso, number, words, inMonth, past, closed, shut: closed anyway}
    [[nodiscard]] QStringList weekdayNames() const; ///< short ones
    [[nodiscard]] bool canGoBack() const;           ///< to the month before
    [[nodiscard]] QVariantList
    languages() const; ///< in their order: {tag, name, place, draft, leftOut, first, isDefault}
    [[nodiscard]] QVariantList saidDone() const; ///< {language, said, done}
    [[nodiscard]] bool hasBacklight() const { return m_hasBacklight; }

    /// Begins to change a group, from what counts or waits; an empty name: the list.
    Q_INVOKABLE void begin(const QString& group);
    /// One setting of `values`. What isn't possible for it, or not for this person, is passed over.
    Q_INVOKABLE void set(const QString& key, const QVariant& value);
    Q_INVOKABLE void setOpen(int weekday, bool open);
    Q_INVOKABLE void stepFrom(int weekday, int quarters);
    Q_INVOKABLE void stepTo(int weekday, int quarters);
    /// This day's hours for Monday to Friday.
    Q_INVOKABLE void copyToWeek(int weekday);
    Q_INVOKABLE void turnMonth(int by);
    Q_INVOKABLE void toggleClosed(const QString& iso);
    /// 0: not offered, 1: on the screen, 2: under "Flere sprog".
    Q_INVOKABLE void placeLanguage(const QString& tag, int place);
    Q_INVOKABLE void makeDefault(const QString& tag);
    /// Takes logo.png from a stick's root.
    Q_INVOKABLE void takeLogo();
    Q_INVOKABLE void save();
    /// As it is in force now, for what waits of the group.
    Q_INVOKABLE void takeBack(const QString& group);

signals:
    void changed();

private:
    void read();
    void readLocal();
    void show();
    void preview();
    [[nodiscard]] bool mayChange(const std::string& key) const;
    [[nodiscard]] std::set<std::string> changedKeys() const;
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] core::Day today() const;
    void publish(const outbox::LocalDocument& document, outbox::Start start);
    void stepHours(int weekday, int quarters, bool isEnd);

    StaffSession& m_session;
    std::unique_ptr<store::Store> m_store;
    outbox::LocalState m_local;
    core::StandSettings m_ahead; ///< once what waits counts
    core::StandSettings m_edit;
    QString m_group;
    bool m_hasAnswers = true; ///< today
    bool m_hasBacklight = false;
    core::Day m_month; ///< its first day
    QString m_done;
    QString m_fault;
};

} // namespace smiley::ui
