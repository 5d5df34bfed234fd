// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/overview_model.h"

#include "app/core/small_numbers.h"
#include "app/ui/health_words.h"

#include <QDate>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace smiley::ui {

namespace {

using namespace std::chrono_literals;
using staff::WeekFigures;

QVariantMap card(const char* name, const QString& title, const QString& value, const QString& detail)
{
    return {{"name", QString::fromLatin1(name)}, {"title", title}, {"value", value}, {"detail", detail}};
}

QVariantMap answersCard(const staff::TodayAnswers& answers, core::Day day, const QLocale& locale)
{
    QString usual;
    if (answers.usual) {
        const QDate date = QDate::fromString(QString::fromStdString(day.text()), Qt::ISODate);
        //% "sædvanlig %1: %2–%3"
        usual = qtTrId("staff.overview.usual")
                    .arg(locale.dayName(date.dayOfWeek()))
                    .arg(answers.usual->low)
                    .arg(answers.usual->high);
    } else {
        //% "indtil nu"
        usual = qtTrId("staff.overview.sofar");
    }
    //% "Svar"
    return card("answers", qtTrId("staff.overview.answers"), QString::number(answers.count), usual);
}

/// "4 samme svar, 2 rettet, 1 leg", and presses without a card where it is asked for; empty: none.
QString reasonsOf(const staff::TodayAnswers& answers)
{
    const staff::Repeats& repeats = answers.repeats;
    QStringList parts;
    const auto add = [&](std::uint64_t count, const QString& words) {
        if (count > 0) {
            parts += words.arg(count).replace(QLatin1Char(' '), QChar::Nbsp);
        }
    };
    //% "%1 samme svar"
    add(repeats.same, qtTrId("staff.overview.repeats.same"));
    //% "%1 rettet"
    add(repeats.corrected, qtTrId("staff.overview.repeats.corrected"));
    //% "%1 leg"
    add(repeats.play, qtTrId("staff.overview.repeats.play"));
    //% "%1 i lange rækker"
    add(repeats.run, qtTrId("staff.overview.repeats.run"));
    //% "%1 uden kort"
    add(answers.withoutTicket, qtTrId("staff.overview.repeats.withoutcard"));
    return parts.join(QStringLiteral(", "));
}

QVariantMap deadCard(const staff::DeadMinutes& dead)
{
    QStringList parts;
    const auto add = [&](std::uint64_t minutes, const QString& words) {
        if (minutes > 0) {
            parts += words.arg(minutes).replace(QLatin1Char(' '), QChar::Nbsp);
        }
    };
    //% "rengøring %1"
    add(dead.cleaning, qtTrId("staff.overview.dead.cleaning"));
    //% "slukket %1"
    add(dead.off.value_or(0), qtTrId("staff.overview.dead.off"));
    //% "personale %1"
    add(dead.staff, qtTrId("staff.overview.dead.staff"));
    //% "prøve %1"
    add(dead.test, qtTrId("staff.overview.dead.test"));
    //% "Døde minutter"
    //% "ingen i dag"
    return card("dead", qtTrId("staff.overview.dead"), QString::number(dead.total()),
                parts.isEmpty() ? qtTrId("staff.overview.dead.none") : parts.join(QStringLiteral(", ")));
}

QString ofWhom(const staff::Participation& participation)
{
    switch (participation.source) {
    //% "af %1 i døren"
    case staff::Participation::Source::DoorCounter: return qtTrId("staff.overview.of.door").arg(participation.of);
    //% "af %1 i døren (indtastet)"
    case staff::Participation::Source::TypedDoor: return qtTrId("staff.overview.of.typed").arg(participation.of);
    //% "af %1 aftaler (indtastet)"
    case staff::Participation::Source::TypedAppointments:
        return qtTrId("staff.overview.of.appointments").arg(participation.of);
    }
    return {};
}

/// "15–26", as the line in the bar.
QString rangeOf(const core::Interval& interval)
{
    return QStringLiteral("%1–%2").arg(std::lround(interval.low * 100)).arg(std::lround(interval.high * 100));
}

} // namespace

OverviewModel::OverviewModel(StaffSession& session, QObject* parent) : QObject(parent), m_session(session)
{
    m_minute.setInterval(30s);
    connect(&m_minute, &QTimer::timeout, this, &OverviewModel::refresh);
    m_minute.start();
    connect(&m_session, &StaffSession::changed, this, [this] {
        if (m_language != m_session.language()) { // else the rows stay under the finger
            m_language = m_session.language();
            emit changed();
        }
    });
    refresh();
}

OverviewModel::~OverviewModel()
{
    if (m_maker.joinable()) {
        m_maker.join();
    }
}

void OverviewModel::refresh()
{
    if (m_isMaking) {
        return;
    }
    if (m_maker.joinable()) {
        m_maker.join();
    }
    m_isMaking = true;
    const StaffPorts& ports = m_session.ports();
    m_maker = std::thread([this, &ports, settings = ports.inForce().settings, now = ports.clock.now()] {
        std::optional<staff::Overview> made;
        if (const auto store = store::Store::open(ports.database, ports.random)) {
            auto overview = staff::overview(**store, settings, now);
            if (overview) {
                made = *overview;
            } else {
                qWarning("staff's overview can't be made: %s", overview.error().message.c_str());
            }
        } else {
            qWarning("staff's overview can't be made: %s", store.error().message.c_str());
        }
        QMetaObject::invokeMethod(
            this, [this, made] { take(made); }, Qt::QueuedConnection);
    });
}

void OverviewModel::take(const std::optional<staff::Overview>& overview)
{
    m_isMaking = false;
    if (overview) {
        m_overview = overview;
    }
    emit changed();
}

QString OverviewModel::percent(double share, int decimals) const
{
    const QString number = QLocale(m_session.language()).toString(share * 100, 'f', decimals);
    //% "%1 %"
    return qtTrId("staff.percent").arg(number);
}

QString OverviewModel::title() const
{
    //% "I dag på %1"
    return qtTrId("staff.overview.title").arg(QString::fromStdString(m_session.ports().inForce().settings.place));
}

QString OverviewModel::date() const
{
    const core::LocalTime now = core::localTime(m_session.ports().clock.now().wall);
    //% "%1 %2"
    return qtTrId("staff.date.withyear")
        .arg(capitalised(dayInWords(now.day, QLocale(m_session.language()))),
             QString::fromStdString(now.day.text()).left(4));
}

QVariantList OverviewModel::cards() const
{
    QVariantList cards;
    if (!m_overview) {
        return cards;
    }
    if (const auto& answers = m_overview->today.answers) {
        cards += answersCard(*answers, m_overview->today.day, QLocale(m_session.language()));
        const staff::Repeats& repeats = answers->repeats;
        const QString reasons = reasonsOf(*answers);
        //% "Gentagne tryk"
        //% "ingen"
        cards += card("repeats", qtTrId("staff.overview.repeats"),
                      repeats.share ? percent(*repeats.share, 1) : QString::number(repeats.total()),
                      reasons.isEmpty() ? qtTrId("staff.overview.repeats.none") : reasons);
        const auto& participation = answers->participation;
        //% "Deltog"
        //% "Tast dagens antal under Stand"
        cards += card("participation", qtTrId("staff.overview.participation"),
                      participation && participation->share ? percent(*participation->share, 0) : QStringLiteral("–"),
                      participation ? ofWhom(*participation) : qtTrId("staff.overview.nobodycounts"));
    }
    cards += deadCard(m_overview->today.dead);
    return cards;
}

QString OverviewModel::weekLine() const
{
    if (!m_overview || !m_overview->week) {
        return {};
    }
    const WeekFigures& week = *m_overview->week;
    //% "uge %1"
    //% "uge %1, %2 svar"
    return week.answers == 0 ? qtTrId("staff.overview.week").arg(week.number)
                             : qtTrId("staff.overview.week.answers").arg(week.number).arg(week.answers);
}

QString OverviewModel::weekNote() const
{
    if (!m_overview || m_overview->isHidden) {
        return {};
    }
    if (!m_overview->week) {
        //% "Ingen uge er lukket og forseglet endnu."
        return qtTrId("staff.overview.week.none");
    }
    QString note;
    switch (m_overview->week->shown) {
    case WeekFigures::Shown::Shares:
        //% "Stregen er usikkerheden. Tre søjler fra %1 svar, fem ansigter fra %2."
        note = qtTrId("staff.overview.week.shares")
                   .arg(m_overview->week->shownFrom)
                   .arg(std::max(m_overview->week->shownFrom, core::fiveWayFrom));
        break;
    case WeekFigures::Shown::Few:
        //% "Under %1 svar. Så få vises ikke, så ingen kan kendes på sit svar."
        note = qtTrId("staff.overview.week.few").arg(m_overview->week->shownFrom);
        break;
    case WeekFigures::Shown::Unanimous:
        //% "Svarene er næsten ens og under 20. De vises ikke, for så kunne man kende hver persons svar."
        note = qtTrId("staff.overview.week.unanimous");
        break;
    case WeekFigures::Shown::NoEnvelope:
        //% "Standen har ikke ugens tal mere. De er hos centralenheden."
        note = qtTrId("staff.overview.week.gone");
        break;
    }
    if (m_overview->daysNotSealed > 0) {
        //% "Den nyeste uge venter på dage med få svar."
        note += QStringLiteral(" ") + qtTrId("staff.overview.week.waits");
    }
    return note;
}

int OverviewModel::deadMinutes() const { return m_overview ? static_cast<int>(m_overview->today.dead.total()) : -1; }

QVariantList OverviewModel::bars() const
{
    QVariantList bars;
    if (!m_overview || !m_overview->week || !m_overview->week->three) {
        return bars;
    }
    const QStringList labels{//% "Dårligt eller meget dårligt"
                             qtTrId("staff.overview.low"),
                             //% "Midt imellem"
                             qtTrId("staff.overview.middle"),
                             //% "Godt eller meget godt"
                             qtTrId("staff.overview.high")};
    for (std::size_t i = 0; i < 3; ++i) {
        const staff::Share& share = m_overview->week->three->at(i);
        //% "%1–%2 %"
        const QString value = share.percent ? percent(*share.percent / 100.0, 0)
                                            : qtTrId("staff.percent.range").arg(share.low).arg(share.high);
        bars += QVariantMap{{"label", labels.at(static_cast<qsizetype>(i))},
                            {"value", value},
                            {"range", rangeOf(share.interval)},
                            {"share", share.high / 100.0},
                            {"exact", share.percent.has_value()},
                            {"low", share.interval.low},
                            {"high", share.interval.high}};
    }
    return bars;
}

QVariantList OverviewModel::faces() const
{
    QVariantList faces;
    if (m_overview && m_overview->week && m_overview->week->five) {
        int face = 0;
        for (const staff::Share& share : *m_overview->week->five) {
            faces += QVariantMap{{"face", ++face}, {"value", percent(share.percent.value_or(0) / 100.0, 0)}};
        }
    }
    return faces;
}

} // namespace smiley::ui
