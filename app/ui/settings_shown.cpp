// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// What SettingsModel shows; how it changes is in settings_model.cpp.

#include "app/core/holidays.h"
#include "app/staff/settings_change.h"
#include "app/ui/settings_model.h"
#include "app/ui/settings_words.h"
#include "sync/outbox/people.h"

#include <QDate>

#include <algorithm>
#include <map>

namespace smiley::ui {

namespace {

constexpr int holidaysShown = 6;
constexpr std::uint64_t auditRowsLookedAt = 500;

} // namespace

QStringList SettingsModel::locked() const
{
    QStringList keys{"said_done"};
    for (const std::string& key : m_session.ports().inForce().lockedSettings) {
        keys << QString::fromStdString(key);
    }
    return keys;
}

QVariantList SettingsModel::groups() const
{
    const outbox::InForce& inForce = m_session.ports().inForce();
    const QLocale locale(m_session.language());
    const std::set<std::string> waits = staff::keysWaiting(m_local);
    QVariantList list;
    for (const SettingsGroup& group : settingsGroups()) {
        const bool isLocked = std::ranges::all_of(group.keys, [&](const std::string& key) { return !mayChange(key); });
        const bool isWaiting = std::ranges::any_of(group.keys, [&](const auto& key) { return waits.contains(key); });
        const auto& from = m_local.waiting ? m_local.waiting->from : std::nullopt;
        QString words;
        if (isWaiting) {
            //% "Ændres fra %1"
            //% "Ændres nu"
            words = from ? qtTrId("staff.settings.waits").arg(dayInWords(*from, today(), locale))
                         : qtTrId("staff.settings.waits.now");
        }
        const QVariantMap tile{{"name", group.name},
                               {"title", titleOf(group)},
                               {"value", valueOf(group, inForce.settings, inForce.questionnaire, locale)},
                               {"icon", group.icon},
                               {"page", group.page},
                               {"locked", isLocked},
                               {"waits", words}};
        if (group.name == "room" && asksRoom()) {
            list.prepend(tile); // somebody should answer
        } else {
            list << tile;
        }
    }
    return list;
}

QVariantList SettingsModel::waiting() const
{
    if (!m_local.waiting || !m_store) {
        return {};
    }
    const std::set<std::string> waits = staff::keysWaiting(m_local);
    const outbox::InForce& inForce = m_session.ports().inForce();
    const QLocale locale(m_session.language());
    std::map<std::string, QString> names{{"admin", "administrator"}};
    if (const auto people = outbox::people(*m_store)) {
        for (const auto& person : *people) {
            names[person.id] = QString::fromStdString(person.name);
        }
    }
    // Who and when: the newest row of the trail that names one of the group's keys.
    std::vector<store::AuditRow> rows;
    if (const auto last = m_store->lastAuditRow(); last && *last) {
        const std::uint64_t after = (*last)->number > auditRowsLookedAt ? (*last)->number - auditRowsLookedAt : 0;
        if (auto found = m_store->auditRows(after, auditRowsLookedAt)) {
            rows = std::move(*found);
        }
    }
    QVariantList list;
    const auto add = [&](const QString& group, const QString& title, const QString& value, const auto& isThis) {
        const auto row = std::find_if(rows.rbegin(), rows.rend(), isThis);
        const std::string& who = row == rows.rend() ? m_local.waiting->by : row->who;
        const std::string& hour = row == rows.rend() ? m_local.waiting->hour : row->hour;
        const auto day = core::Day::parse(hour.substr(0, 10));
        const QString when = day ? dayInWords(*day, today(), locale) : QString();
        const QString oClock = QString::fromStdString(hour.size() > 11 ? hour.substr(11) : std::string());
        const QString name = names.contains(who) ? names[who] : QString::fromStdString(who);
        //% "Ændret af %1, %2 kl. %3"
        const QString since = qtTrId("staff.settings.by").arg(name, when, oClock);
        //% "Fra %1: %2"
        //% "Nu: %1"
        const QString from =
            m_local.waiting->from
                ? qtTrId("staff.settings.from").arg(dayInWords(*m_local.waiting->from, today(), locale), value)
                : qtTrId("staff.settings.now").arg(value);
        list << QVariantMap{{"group", group}, {"title", title}, {"value", from}, {"since", since}};
    };
    const std::string before = m_local.inForce ? m_local.inForce->document.questionnaire : std::string();
    if (m_local.waiting->document.questionnaire != before) {
        //% "Spørgsmål"
        //% "en ny version"
        add("questions", qtTrId("staff.rail.questions"), qtTrId("staff.waiting.version"),
            [](const store::AuditRow& row) {
                return row.what.starts_with("question"); // "questionnaire-published", "question-hidden", …
            });
    }
    for (const SettingsGroup& group : settingsGroups()) {
        if (std::ranges::any_of(group.keys, [&](const auto& key) { return waits.contains(key); })) {
            add(group.name, titleOf(group), valueOf(group, m_ahead, inForce.questionnaire, locale),
                [&](const store::AuditRow& row) {
                    return row.what == "settings-changed" && std::ranges::any_of(group.keys, [&](const auto& key) {
                               return (", " + row.detail).find(", " + key) != std::string::npos;
                           });
                });
        }
    }
    return list;
}

QString SettingsModel::waitingLine() const
{
    QStringList titles;
    for (const QVariant& each : waiting()) {
        titles << each.toMap()["title"].toString();
    }
    if (titles.isEmpty()) {
        //% "Ingen ændringer venter"
        return qtTrId("staff.waiting.nothing");
    }
    //% "1 ændring venter: %1"
    //% "%2 ændringer venter: %1"
    return titles.size() == 1 ? qtTrId("staff.waiting.one").arg(titles.front())
                              : qtTrId("staff.waiting.several").arg(titles.join(", ")).arg(titles.size());
}

bool SettingsModel::startsAtOnce() const
{
    return (m_group == "sound" || m_group == "room") && !m_hasAnswers && !m_local.waiting;
}

QString SettingsModel::startsOn() const
{
    const core::StandSettings& settings = m_session.ports().inForce().settings;
    return dayInWords(core::nextOpeningDay(settings, today()), today(), QLocale(m_session.language()));
}

QVariantList SettingsModel::days() const
{
    const QLocale locale(m_session.language());
    QVariantList list;
    for (int day = 0; day < static_cast<int>(m_edit.openingHours.size()); ++day) {
        const auto& hours = m_edit.openingHours.at(static_cast<std::size_t>(day));
        QString name = locale.standaloneDayName(day + 1);
        name[0] = name[0].toUpper();
        list << QVariantMap{{"name", name},
                            {"open", hours.has_value()},
                            {"from", hours ? timeInWords(hours->fromMinute) : QString()},
                            {"to", hours ? timeInWords(hours->toMinute) : QString()}};
    }
    return list;
}

QVariantList SettingsModel::holidays() const
{
    const QLocale locale(m_session.language());
    QVariantList list;
    const int year = dateOf(today()).year();
    for (const int each : {year, year + 1}) {
        for (const auto& [day, name] : core::danishHolidays(each)) {
            if (day >= today() && list.size() < holidaysShown) {
                list << QVariantMap{{"name", QString::fromStdString(name)}, {"day", dayInWords(day, today(), locale)}};
            }
        }
    }
    return list;
}

QVariantList SettingsModel::closedDays() const
{
    QVariantList list;
    for (const core::Day day : m_edit.closedDays) {
        if (day >= today()) {
            list << QVariantMap{{"iso", QString::fromStdString(day.text())},
                                {"day", dayInWords(day, today(), QLocale(m_session.language()))}};
        }
    }
    return list;
}

QString SettingsModel::monthName() const
{
    QString name = QLocale(m_session.language()).toString(dateOf(m_month), "MMMM yyyy");
    name[0] = name[0].toUpper();
    return name;
}

QVariantList SettingsModel::month() const
{
    const QDate first = dateOf(m_month);
    const QDate begin = first.addDays(1 - first.dayOfWeek());
    const auto isShut = [&](QDate date) {
        const bool isOpenWeekday = m_edit.openingHours.at(static_cast<std::size_t>(date.dayOfWeek() - 1)).has_value();
        return !isOpenWeekday || (m_edit.holidaysClosed && core::isDanishHoliday(dayOf(date)));
    };
    QVariantList cells;
    for (QDate date = begin; date < first.addMonths(1) || cells.size() % 7 != 0; date = date.addDays(1)) {
        const core::Day day = dayOf(date);
        cells << QVariantMap{{"iso", date.toString(Qt::ISODate)},
                             {"number", date.day()},
                             {"words", dayInWords(day, today(), QLocale(m_session.language()))},
                             {"inMonth", date.month() == first.month()},
                             {"past", day < today()},
                             {"closed", m_edit.closedDays.contains(day)},
                             {"shut", isShut(date)}};
    }
    return cells;
}

QStringList SettingsModel::weekdayNames() const
{
    const QLocale locale(m_session.language());
    QStringList names;
    for (int day = 1; day <= 7; ++day) {
        names << locale.standaloneDayName(day, QLocale::ShortFormat);
    }
    return names;
}

bool SettingsModel::canGoBack() const { return m_month > firstOfMonth(today()); }

QVariantList SettingsModel::languages() const
{
    const core::Questionnaire& questionnaire = m_session.ports().inForce().questionnaire;
    QVariantList list;
    const auto add = [&](const core::LanguageTag& tag, int place) {
        const core::Language* language = questionnaire.find(tag);
        if (language == nullptr) {
            return;
        }
        const auto leftOut = std::ranges::count_if(questionnaire.questions, [&](const core::Question& question) {
            return !question.hidden && !core::isAskable(questionnaire, question, tag);
        });
        list << QVariantMap{{"tag", QString::fromStdString(tag)},
                            {"name", QString::fromStdString(language->name)},
                            {"place", place},
                            {"draft", language->draft},
                            {"leftOut", static_cast<int>(leftOut)},
                            {"isDefault", place == 1 && m_edit.languages.front() == tag}};
    };
    for (const auto& tag : m_edit.languages) {
        add(tag, 1);
    }
    for (const auto& tag : m_edit.moreLanguages) {
        add(tag, 2);
    }
    for (const core::Language& language : questionnaire.languages) {
        const auto isIn = [&](const auto& tags) { return std::ranges::find(tags, language.tag) != tags.end(); };
        if (!isIn(m_edit.languages) && !isIn(m_edit.moreLanguages)) {
            add(language.tag, 0);
        }
    }
    return list;
}

QVariantList SettingsModel::saidDone() const
{
    const outbox::InForce& inForce = m_session.ports().inForce();
    QVariantList list;
    if (const auto& saidDone = inForce.settings.saidDone) {
        for (const core::Language& language : inForce.questionnaire.languages) {
            const auto said = saidDone->said.find(language.tag);
            const auto done = saidDone->done.find(language.tag);
            if (said != saidDone->said.end() && done != saidDone->done.end()) {
                list << QVariantMap{{"language", QString::fromStdString(language.name)},
                                    {"said", QString::fromStdString(said->second)},
                                    {"done", QString::fromStdString(done->second)}};
            }
        }
    }
    return list;
}

} // namespace smiley::ui
