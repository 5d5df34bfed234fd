// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/typed_counts_model.h"

#include "sync/outbox/audit.h"

#include <QDate>
#include <QLocale>
#include <QStringList>

#include <chrono>
#include <utility>

namespace smiley::ui {

namespace {

constexpr const char* doorWord = "door";
constexpr const char* appointmentsWord = "appointments";

} // namespace

TypedCountsModel::TypedCountsModel(StaffSession& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&m_session, &StaffSession::changed, this, &TypedCountsModel::changed); // also another language
    refresh();
}

std::unique_ptr<store::Store> TypedCountsModel::openStore() const
{
    auto opened = store::Store::open(m_session.ports().database, m_session.ports().random);
    if (!opened) {
        qWarning("the database can't be used for typed counts: %s", opened.error().message.c_str());
        return nullptr;
    }
    return std::move(*opened);
}

core::Day TypedCountsModel::dayAt(int index) const { return {m_today.date - std::chrono::days{index}}; }

void TypedCountsModel::refresh()
{
    m_day = 0;
    m_door = true;
    m_typed.clear();
    m_note = Note::None;
    load();
}

void TypedCountsModel::load()
{
    m_today = core::localTime(m_session.ports().clock.now().wall).day;
    m_counts.clear();
    if (const auto store = openStore()) {
        if (auto counts = store->typedCounts(dayAt(daysBack - 1), m_today)) {
            m_counts = std::move(*counts);
        }
    }
    emit changed();
}

QVariantList TypedCountsModel::days() const
{
    const QLocale locale(m_session.language());
    QVariantList list;
    for (int index = 0; index < daysBack; ++index) {
        const core::Day day = dayAt(index);
        QStringList parts;
        for (const store::TypedCount& count : m_counts) {
            if (count.day == day) {
                //% "Dør %1"
                //% "Aftaler %1"
                parts +=
                    (count.what == doorWord ? qtTrId("staff.counts.door.of") : qtTrId("staff.counts.appointments.of"))
                        .arg(count.count);
            }
        }
        const QDate date = QDate::fromString(QString::fromStdString(day.text()), Qt::ISODate);
        //% "%1 (indtastet)"
        const QString typed = qtTrId("staff.counts.typed").arg(parts.join(QStringLiteral(", ")));
        //% "I dag"
        list += QVariantMap{{"title", index == 0 ? qtTrId("staff.counts.today")
                                                 : locale.toString(date, QStringLiteral("dddd d. MMMM"))},
                            //% "intet indtastet"
                            {"detail", parts.isEmpty() ? qtTrId("staff.counts.nothing") : typed}};
    }
    return list;
}

QString TypedCountsModel::note() const
{
    switch (m_note) {
    case Note::None: break;
    //% "Gemt, og mærket “indtastet”."
    case Note::Saved: return qtTrId("staff.counts.saved");
    //% "Kunne ikke gemmes. Prøv igen."
    case Note::Failed: return qtTrId("staff.counts.failed");
    }
    return {};
}

void TypedCountsModel::chooseDay(int day)
{
    if (day < 0 || day >= daysBack) {
        return;
    }
    m_day = day;
    m_typed.clear();
    m_note = Note::None;
    emit changed();
}

void TypedCountsModel::chooseDoor(bool door)
{
    m_door = door;
    m_typed.clear();
    m_note = Note::None;
    emit changed();
}

void TypedCountsModel::digit(int digit)
{
    if (digit < 0 || digit > 9 || m_typed.size() >= digitsMax) {
        return;
    }
    if (m_typed == "0") {
        m_typed.clear();
    }
    m_typed += static_cast<char>('0' + digit);
    m_note = Note::None;
    emit changed();
}

void TypedCountsModel::erase()
{
    if (!m_typed.empty()) {
        m_typed.pop_back();
        emit changed();
    }
}

void TypedCountsModel::save()
{
    if (!canSave()) {
        return;
    }
    const store::TypedCount count{dayAt(m_day), m_door ? doorWord : appointmentsWord, std::stoull(m_typed)};
    const auto store = openStore();
    const bool isSaved =
        store && outbox::record(*store,
                                {m_session.person()->id, "typed-count",
                                 count.day.text() + " " + count.what + " " + std::to_string(count.count)},
                                m_session.ports().clock.now(), {}, {count});
    if (isSaved) {
        m_typed.clear();
    }
    m_note = isSaved ? Note::Saved : Note::Failed;
    load();
}

} // namespace smiley::ui
