// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/settings_words.h"

#include "app/ui/health_words.h"

#include <QDate>
#include <QStringList>

#include <algorithm>

namespace smiley::ui {

namespace {

constexpr int minutesPerHour = 60;

QString text(const std::string& words) { return QString::fromStdString(words); }

QString hoursOf(const std::optional<core::OpeningHours>& hours)
{
    // A word joiner: no line ends within the hours of a day.
    //% "lukket"
    return hours ? timeInWords(hours->fromMinute) + QString::fromUtf8("–\u2060") + timeInWords(hours->toMinute)
                 : qtTrId("staff.hours.shut");
}

/// "man.–fre. 8.00–16.00, lør.–søn. lukket"
QString weekInWords(const core::StandSettings& settings, const QLocale& locale)
{
    const auto& days = settings.openingHours;
    if (std::ranges::none_of(days, [](const auto& day) { return day.has_value(); })) {
        //% "Åbent hele døgnet"
        return qtTrId("staff.hours.always");
    }
    QStringList parts;
    for (std::size_t first = 0; first < days.size();) {
        std::size_t last = first;
        while (last + 1 < days.size() && days.at(last + 1) == days.at(first)) {
            ++last;
        }
        const auto name = [&](std::size_t day) {
            return locale.standaloneDayName(static_cast<int>(day) + 1, QLocale::ShortFormat);
        };
        parts << (first == last ? name(first) : name(first) + "–" + name(last)) + " " + hoursOf(days.at(first));
        first = last + 1;
    }
    return parts.join(", ");
}

QString languagesInWords(const core::StandSettings& settings, const core::Questionnaire& questionnaire)
{
    QStringList names;
    for (const core::LanguageTag& tag : settings.languages) {
        if (const core::Language* language = questionnaire.find(tag)) {
            names << text(language->name);
        }
    }
    const auto more = std::ranges::count_if(settings.moreLanguages,
                                            [&](const auto& tag) { return questionnaire.find(tag) != nullptr; });
    //% "%1 og %2 under Flere sprog"
    return more == 0 ? names.join(", ") : qtTrId("staff.languages.line").arg(names.join(", ")).arg(more);
}

} // namespace

const std::vector<SettingsGroup>& settingsGroups()
{
    static const std::vector<SettingsGroup> groups{
        {"hours", "wait", "StaffSettingHours.qml", {"opening_hours", "holidays_closed", "closed_days"}},
        {"name", "place", "StaffSettingName.qml", {"municipality", "place", "controller_contact", "logo"}},
        {"languages", "languages", "StaffSettingLanguages.qml", {"languages", "more_languages"}},
        {"invite",
         "write",
         "StaffSettingInvite.qml",
         {"invite", "idle_ms", "warning_ms", "banner_ms", "reduced_motion"}},
        {"sound", "speaker", "StaffSettingSound.qml", {"volume", "brightness"}},
        {"room", "room", "StaffSettingRoom.qml", {"room_cctv"}},
        {"said", "board", "StaffSettingSaid.qml", {"said_done"}},
        {"help", "phone", "StaffSettingHelp.qml", {"help_phone", "help_hours"}},
    };
    return groups;
}

const SettingsGroup* settingsGroup(const QString& name)
{
    const auto& all = settingsGroups();
    const auto found = std::ranges::find(all, name, &SettingsGroup::name);
    return found == all.end() ? nullptr : &*found;
}

QString titleOf(const SettingsGroup& group)
{
    if (group.name == "hours") {
        //% "Åbningstider og lukkedage"
        return qtTrId("staff.settings.hours");
    }
    if (group.name == "name") {
        //% "Navn og logo"
        return qtTrId("staff.settings.name");
    }
    if (group.name == "languages") {
        //% "Sprog"
        return qtTrId("staff.settings.languages");
    }
    if (group.name == "invite") {
        //% "Invitation og tider"
        return qtTrId("staff.settings.invite");
    }
    if (group.name == "sound") {
        //% "Lyd og lys"
        return qtTrId("staff.settings.sound");
    }
    if (group.name == "room") {
        //% "Rummet"
        return qtTrId("staff.settings.room");
    }
    if (group.name == "said") {
        //% "I sagde / Vi gjorde"
        return qtTrId("staff.settings.said");
    }
    //% "Hjælp"
    return qtTrId("staff.settings.help");
}

QString valueOf(const SettingsGroup& group, const core::StandSettings& settings,
                const core::Questionnaire& questionnaire, const QLocale& locale)
{
    if (group.name == "hours") {
        return weekInWords(settings, locale);
    }
    if (group.name == "name") {
        return text(settings.municipality) + ", " + text(settings.place);
    }
    if (group.name == "languages") {
        return languagesInWords(settings, questionnaire);
    }
    if (group.name == "invite") {
        //% "Spørger om mere efter ansigtet. Venter %1 sekunder."
        //% "Spørger kun om ansigtet. Venter %1 sekunder."
        return (settings.invite ? qtTrId("staff.invite.line") : qtTrId("staff.invite.line.off"))
            .arg(settings.times.idleMs / 1000);
    }
    if (group.name == "sound") {
        //% "Lyd %1 af 5, lys %2 %"
        return qtTrId("staff.sound.line").arg(settings.volume).arg(settings.brightness);
    }
    if (group.name == "room") {
        if (!settings.roomCctvKnown) {
            //% "Svar mangler: Er der tv-overvågning i lokalet?"
            return qtTrId("staff.room.unknown");
        }
        //% "Der er tv-overvågning i lokalet"
        //% "Ingen tv-overvågning i lokalet"
        return settings.roomCctv ? qtTrId("staff.room.yes") : qtTrId("staff.room.no");
    }
    if (group.name == "said") {
        //% "Intet vises lige nu"
        return settings.saidDone
                   ? text(core::textIn(questionnaire, settings.saidDone->said, questionnaire.languages.front().tag)
                              .value_or(""))
                   : qtTrId("staff.said.none");
    }
    if (settings.helpPhone.empty()) {
        //% "Intet telefonnummer endnu"
        return qtTrId("staff.helpline.none");
    }
    return settings.helpHours.empty() ? text(settings.helpPhone)
                                      : text(settings.helpPhone) + ", " + text(settings.helpHours);
}

QDate dateOf(core::Day day) { return QDate(1970, 1, 1).addDays(day.date.time_since_epoch().count()); }

core::Day dayOf(QDate date) { return {std::chrono::sys_days(std::chrono::days(QDate(1970, 1, 1).daysTo(date)))}; }

QString dayInWords(core::Day day, core::Day today, const QLocale& locale)
{
    const QString words = dayInWords(day, locale);
    const int year = dateOf(day).year();
    return year == dateOf(today).year() ? words : words + " " + QString::number(year);
}

core::Day firstOfMonth(core::Day day)
{
    const std::chrono::year_month_day date(day.date);
    return {std::chrono::sys_days(date.year() / date.month() / 1)};
}

QString timeInWords(int minute)
{
    return QStringLiteral("%1.%2").arg(minute / minutesPerHour).arg(minute % minutesPerHour, 2, 10, QChar('0'));
}

} // namespace smiley::ui
