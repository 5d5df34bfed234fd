// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/settings_model.h"

#include "app/staff/settings_change.h"
#include "app/ui/png_picture.h"
#include "app/ui/settings_words.h"

#include <QDate>
#include <QTimer>

#include <algorithm>
#include <fstream>
#include <functional>
#include <system_error>
#include <utility>

namespace smiley::ui {

namespace {

using core::StandSettings;

constexpr int quarter = 15; // minutes
constexpr int dayMinutes = 24 * 60;
constexpr int msPerSecond = 1000;
constexpr int workdays = 5;
constexpr int monthsAhead = 18;
constexpr int onScreenMax = 6; // languages
constexpr std::size_t closedDaysMax = 100;
constexpr int lookAgainMs = 1500; // the keeper has taken by then what counts at once
/// The limits of sync/wire/settings_json.cpp, in seconds.
constexpr int waitMin = 20;
constexpr int waitMax = 600;
constexpr int bannerMin = 5;
constexpr int bannerMax = 60;

/// What a page sets as one value.
struct Value {
    const char* key;     ///< in values()
    const char* setting; ///< in the settings
    std::function<QVariant(const StandSettings&)> get;
    std::function<void(StandSettings&, const QVariant&)> set;
};

Value words(const char* key, std::string StandSettings::*member, int most, bool isNeeded)
{
    return {key, key, [member](const StandSettings& s) { return QString::fromStdString(s.*member); },
            [member, most, isNeeded](StandSettings& s, const QVariant& value) {
                const QString text = value.toString().simplified();
                if (text.size() <= most && !(isNeeded && text.isEmpty())) {
                    s.*member = text.toStdString();
                }
            }};
}

Value flag(const char* key, bool StandSettings::*member)
{
    return {key, key, [member](const StandSettings& s) { return s.*member; },
            [member](StandSettings& s, const QVariant& value) { s.*member = value.toBool(); }};
}

Value number(const char* key, int StandSettings::*member, int least, int most)
{
    return {key, key, [member](const StandSettings& s) { return s.*member; },
            [member, least, most](StandSettings& s, const QVariant& value) {
                s.*member = std::clamp(value.toInt(), least, most);
            }};
}

Value seconds(const char* key, const char* setting, std::int64_t core::VisitTimes::*member, int least, int most)
{
    return {key, setting, [member](const StandSettings& s) { return static_cast<int>(s.times.*member / msPerSecond); },
            [member, least, most](StandSettings& s, const QVariant& value) {
                s.times.*member = std::int64_t{std::clamp(value.toInt(), least, most)} * msPerSecond;
            }};
}

const std::vector<Value>& allValues()
{
    static const std::vector<Value> all{
        words("municipality", &StandSettings::municipality, 60, true),
        words("place", &StandSettings::place, 60, true),
        words("controller_contact", &StandSettings::controllerContact, 200, false),
        words("help_phone", &StandSettings::helpPhone, 40, false),
        words("help_hours", &StandSettings::helpHours, 60, false),
        flag("holidays_closed", &StandSettings::holidaysClosed),
        flag("invite", &StandSettings::invite),
        flag("reduced_motion", &StandSettings::reducedMotion),
        number("volume", &StandSettings::volume, 1, core::volumeSteps),
        number("brightness", &StandSettings::brightness, 10, 100),
        seconds("idle", "idle_ms", &core::VisitTimes::idleMs, waitMin, waitMax),
        seconds("warning", "warning_ms", &core::VisitTimes::warningMs, waitMin, waitMax),
        seconds("banner", "banner_ms", &core::VisitTimes::bannerMs, bannerMin, bannerMax),
        {"room_cctv", "room_cctv",
         [](const StandSettings& s) { return s.roomCctvKnown ? QVariant(s.roomCctv) : QVariant(); },
         [](StandSettings& s, const QVariant& value) {
             s.roomCctv = value.toBool();
             s.roomCctvKnown = true;
         }},
        {"logo", "logo", [](const StandSettings& s) { return QByteArray::fromStdString(s.logo); },
         [](StandSettings& s, const QVariant& value) {
             const QByteArray png = value.toByteArray();
             if (png.isEmpty() || !pictureFault(png)) {
                 s.logo = png.toStdString();
             }
         }},
    };
    return all;
}

} // namespace

SettingsModel::SettingsModel(StaffSession& session, QObject* parent) : QObject(parent), m_session(session)
{
    const StaffPorts& ports = m_session.ports();
    auto opened = store::Store::open(ports.database, ports.random);
    m_store = opened ? std::move(*opened) : nullptr;
    m_month = firstOfMonth(today());
    connect(&m_session, &StaffSession::changed, this, &SettingsModel::changed);
    read();
}

SettingsModel::~SettingsModel()
{
    if (m_session.ports().light) {
        (void)m_session.ports().light(m_session.ports().inForce().settings.brightness);
    }
}

void SettingsModel::read()
{
    const outbox::InForce& inForce = m_session.ports().inForce();
    m_hasAnswers = true;
    readLocal();
    if (m_store) {
        const auto answered = outbox::dayHasAnswer(*m_store);
        m_hasAnswers = !answered || *answered;
    }
    m_ahead = staff::settingsAhead(inForce, m_local);
    m_edit = m_ahead;
    if (std::ranges::none_of(m_edit.openingHours, [](const auto& day) { return day.has_value(); })) {
        m_edit.openingHours.fill(core::OpeningHours{0, dayMinutes}); // the same, and can be changed
        m_ahead.openingHours = m_edit.openingHours;
    }
    preview();
}

/// The command line, or the stand program, may have gone on since the page was opened.
void SettingsModel::readLocal()
{
    m_local = {};
    if (m_store) {
        if (auto local = outbox::localState(*m_store)) {
            m_local = std::move(*local);
        }
    }
}

void SettingsModel::preview()
{
    if (const auto& light = m_session.ports().light) {
        const int now = m_session.ports().inForce().settings.brightness;
        m_hasBacklight = light(m_group == "sound" ? m_edit.brightness : now);
    }
}

void SettingsModel::begin(const QString& group)
{
    m_group = group;
    m_done.clear();
    m_fault.clear();
    m_month = firstOfMonth(today());
    read();
    emit changed();
}

void SettingsModel::show()
{
    m_done.clear();
    m_fault.clear();
    preview();
    m_session.touched();
    emit changed();
}

core::Day SettingsModel::today() const { return core::localTime(m_session.ports().clock.now().wall).day; }

QVariantMap SettingsModel::values() const
{
    QVariantMap map;
    for (const Value& value : allValues()) {
        map[value.key] = value.get(m_edit);
    }
    return map;
}

// ---- changing -----------------------------------------------------------------------------------------------------

bool SettingsModel::mayChange(const std::string& key) const
{
    return key != "said_done" && !m_session.ports().inForce().lockedSettings.contains(key);
}

void SettingsModel::set(const QString& key, const QVariant& value)
{
    for (const Value& each : allValues()) {
        if (key == each.key && isEditor() && mayChange(each.setting)) {
            each.set(m_edit, value);
        }
    }
    show();
}

void SettingsModel::setOpen(int weekday, bool open)
{
    if (isEditor() && mayChange("opening_hours") && weekday >= 0 && weekday < 7) {
        auto& hours = m_edit.openingHours.at(static_cast<std::size_t>(weekday));
        if (open && !hours) {
            const auto other =
                std::ranges::find_if(m_edit.openingHours, [](const auto& each) { return each.has_value(); });
            hours = other == m_edit.openingHours.end() ? core::OpeningHours{8 * 60, 16 * 60} : **other;
        } else if (!open) {
            hours.reset();
        }
    }
    show();
}

void SettingsModel::stepHours(int weekday, int quarters, bool isEnd)
{
    if (isEditor() && mayChange("opening_hours") && weekday >= 0 && weekday < 7) {
        if (auto& hours = m_edit.openingHours.at(static_cast<std::size_t>(weekday))) {
            // Hours that aren't on a quarter go to the next one.
            const auto step = [quarters](int minute) {
                const int down = minute / quarter;
                return (quarters < 0 && minute % quarter != 0 ? down + 1 + quarters : down + quarters) * quarter;
            };
            if (isEnd) {
                hours->toMinute = std::clamp(step(hours->toMinute), hours->fromMinute + quarter, dayMinutes);
            } else {
                hours->fromMinute = std::clamp(step(hours->fromMinute), 0, hours->toMinute - quarter);
            }
        }
    }
    show();
}

void SettingsModel::stepFrom(int weekday, int quarters) { stepHours(weekday, quarters, false); }

void SettingsModel::stepTo(int weekday, int quarters) { stepHours(weekday, quarters, true); }

void SettingsModel::copyToWeek(int weekday)
{
    if (isEditor() && mayChange("opening_hours") && weekday >= 0 && weekday < 7) {
        const auto hours = m_edit.openingHours.at(static_cast<std::size_t>(weekday));
        std::fill_n(m_edit.openingHours.begin(), workdays, hours);
    }
    show();
}

void SettingsModel::turnMonth(int by)
{
    const core::Day other = dayOf(dateOf(m_month).addMonths(by));
    if (other >= firstOfMonth(today()) && other <= dayOf(dateOf(firstOfMonth(today())).addMonths(monthsAhead))) {
        m_month = other;
    }
    m_session.touched();
    emit changed();
}

void SettingsModel::toggleClosed(const QString& iso)
{
    const auto day = core::Day::parse(iso.toStdString());
    if (day && *day >= today() && isEditor() && mayChange("closed_days")) {
        std::erase_if(m_edit.closedDays, [&](core::Day each) { return each < today() && each != *day; });
        if (m_edit.closedDays.erase(*day) == 0 && m_edit.closedDays.size() < closedDaysMax) {
            m_edit.closedDays.insert(*day);
        }
    }
    show();
}

void SettingsModel::placeLanguage(const QString& tag, int place)
{
    const core::LanguageTag name = tag.toStdString();
    const bool isThere = m_session.ports().inForce().questionnaire.find(name) != nullptr;
    auto& onScreen = m_edit.languages;
    const bool isLast = onScreen.size() == 1 && onScreen.front() == name; // one must stay
    const bool isFull = place == 1 && onScreen.size() >= onScreenMax;
    if (isThere && isEditor() && !isLast && !isFull && mayChange("languages") && mayChange("more_languages")) {
        std::erase(onScreen, name);
        std::erase(m_edit.moreLanguages, name);
        if (place == 1) {
            onScreen.push_back(name);
        } else if (place == 2) {
            m_edit.moreLanguages.push_back(name);
        }
    }
    show();
}

void SettingsModel::makeDefault(const QString& tag)
{
    const auto found = std::ranges::find(m_edit.languages, tag.toStdString());
    if (found != m_edit.languages.end() && isEditor() && mayChange("languages")) {
        std::rotate(m_edit.languages.begin(), found, found + 1);
    }
    show();
}

void SettingsModel::takeLogo()
{
    show();
    const auto& ports = m_session.ports();
    if (!isEditor() || !mayChange("logo") || !ports.sticks) {
        return;
    }
    //% "Der sidder ingen USB-nøgle i. Sæt den i, vent lidt, og prøv igen."
    m_fault = qtTrId("staff.logo.nostick");
    for (const StickPlace& stick : ports.sticks()) {
        const std::filesystem::path file = stick.folder / "logo.png";
        std::error_code error;
        if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(file, error))) {
            //% "Der er ingen fil med navnet logo.png på nøglen, yderst, uden for mapper."
            m_fault = qtTrId("staff.logo.nofile");
            continue;
        }
        std::ifstream stream(file, std::ios::binary);
        QByteArray bytes(static_cast<qsizetype>(core::logoBytesMax) + 1, '\0');
        stream.read(bytes.data(), bytes.size());
        bytes.truncate(static_cast<qsizetype>(stream.gcount()));
        const auto fault = stream.bad() ? std::optional(core::LogoFault::Broken) : pictureFault(bytes);
        if (!fault) {
            m_fault.clear();
            m_edit.logo = bytes.toStdString();
            break;
        }
        switch (*fault) {
        case core::LogoFault::Large:
            //% "Filen logo.png fylder for meget. Den må højst fylde 48 KB."
            m_fault = qtTrId("staff.logo.large");
            break;
        case core::LogoFault::NotPng:
            //% "Filen logo.png er ikke et PNG-billede. Gem billedet som PNG, og prøv igen."
            m_fault = qtTrId("staff.logo.notpng");
            break;
        case core::LogoFault::Wide:
            //% "Billedet er for stort. Det må højst være 512 gange 512 billedpunkter."
            m_fault = qtTrId("staff.logo.wide");
            break;
        case core::LogoFault::Broken:
            //% "Filen logo.png er i stykker og kan ikke læses til ende. Læg den på nøglen igen."
            m_fault = qtTrId("staff.logo.broken");
            break;
        }
    }
    emit changed();
}

// ---- saving -------------------------------------------------------------------------------------------------------

std::set<std::string> SettingsModel::changedKeys() const
{
    const SettingsGroup* group = settingsGroup(m_group);
    return group == nullptr ? std::set<std::string>() : staff::keysChanged(m_ahead, m_edit, group->keys);
}

QString SettingsModel::obstacle() const
{
    if (std::ranges::none_of(m_edit.openingHours, [](const auto& day) { return day.has_value(); })) {
        //% "Mindst én ugedag skal være åben."
        return qtTrId("staff.hours.none");
    }
    return {};
}

void SettingsModel::save()
{
    if (canSave()) {
        const std::set<std::string> keys = changedKeys();
        readLocal();
        const auto start = startsAtOnce() ? outbox::Start::AtOnce : outbox::Start::NextOpeningDay;
        publish(staff::documentWith(m_local, m_edit, keys), start);
    }
}

void SettingsModel::takeBack(const QString& group)
{
    const SettingsGroup* found = settingsGroup(group);
    if (found == nullptr || !isEditor()) {
        return;
    }
    readLocal();
    std::set<std::string> keys;
    std::ranges::set_intersection(found->keys, staff::keysWaiting(m_local), std::inserter(keys, keys.end()));
    if (!keys.empty()) {
        publish(staff::documentTakingBack(m_local, keys), outbox::Start::NextOpeningDay);
        if (m_fault.isEmpty()) {
            //% "Fortrudt. Det bliver, som det er."
            m_done = qtTrId("staff.settings.tookback");
            emit changed();
        }
    }
}

void SettingsModel::publish(const outbox::LocalDocument& document, outbox::Start start)
{
    const StaffPorts& ports = m_session.ports();
    m_done.clear();
    if (!m_store) {
        //% "Det kunne ikke gemmes: standens disk kan ikke bruges. Ring til hjælp."
        m_fault = qtTrId("staff.settings.nodisk");
        emit changed();
        return;
    }
    const auto written =
        outbox::publish(*m_store, document, m_session.person()->id, start, ports.inForce(), ports.clock.now(),
                        "settings-changed", m_local.newest() ? m_local.newest()->version : 0);
    if (!written) {
        m_fault = QString::fromStdString(written.error().message);
        emit changed();
        return;
    }
    m_fault.clear();
    read();
    if (written->from) {
        //% "Gemt. Gælder fra %1."
        m_done = qtTrId("staff.settings.saved").arg(dayInWords(*written->from, today(), QLocale(m_session.language())));
    } else {
        //% "Gemt. Gælder nu."
        m_done = qtTrId("staff.settings.saved.now");
    }
    ports.look();
    // What counts at once is taken by the keeper's thread in a moment.
    QTimer::singleShot(lookAgainMs, this, [this] {
        if (!isDirty()) {
            read();
            emit changed();
        }
    });
    m_session.touched();
    emit changed();
}

} // namespace smiley::ui
