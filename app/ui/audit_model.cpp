// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/audit_model.h"

#include "app/ui/health_words.h"
#include "sync/outbox/audit.h"

#include <QDate>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <utility>

namespace smiley::ui {

namespace {

struct Word {
    std::string_view what;
    const char* id;
};

constexpr std::array words{
    //% "Loggede ind"
    Word{"signed-in", QT_TRID_NOOP("staff.audit.signed-in")},
    //% "Valgte sin egen kode"
    Word{"pin-chosen", QT_TRID_NOOP("staff.audit.pin-chosen")},
    //% "Forkert kode flere gange: en pause begyndte"
    Word{"entry-paused", QT_TRID_NOOP("staff.audit.entry-paused")},
    //% "Rengjorde skærmen"
    Word{"cleaning", QT_TRID_NOOP("staff.audit.cleaning")},
    //% "Hængte resultatet op"
    Word{"posted", QT_TRID_NOOP("staff.audit.posted")},
    //% "Begyndte at invitere"
    Word{"inviting", QT_TRID_NOOP("staff.audit.inviting")},
    //% "Holdt op med at invitere"
    Word{"inviting-ended", QT_TRID_NOOP("staff.audit.inviting-ended")},
    //% "Gemte nye spørgsmål"
    Word{"questionnaire-published", QT_TRID_NOOP("staff.audit.questionnaire-published")},
    //% "Skjulte et spørgsmål"
    Word{"question-hidden", QT_TRID_NOOP("staff.audit.question-hidden")},
    //% "Satte en tidligere version af spørgsmålene tilbage"
    Word{"questionnaire-restored", QT_TRID_NOOP("staff.audit.questionnaire-restored")},
    //% "Ændrede indstillinger"
    Word{"settings-changed", QT_TRID_NOOP("staff.audit.settings-changed")},
    //% "Indtastede et antal"
    Word{"typed-count", QT_TRID_NOOP("staff.audit.typed-count")},
    //% "Prøvede spørgsmålene på skærmen"
    Word{"rehearsed", QT_TRID_NOOP("staff.audit.rehearsed")},
    //% "Prøvede tilbehør"
    Word{"device-tested", QT_TRID_NOOP("staff.audit.device-tested")},
    //% "Bad standen sende nu"
    Word{"send-now", QT_TRID_NOOP("staff.audit.send-now")},
    //% "Gemte data på USB-nøgle"
    Word{"stick-exported", QT_TRID_NOOP("staff.audit.stick-exported")},
    //% "Hentede centralenhedens svar fra USB-nøgle"
    Word{"stick-imported", QT_TRID_NOOP("staff.audit.stick-imported")},
    //% "Gemte spørgsmål på USB-nøgle"
    Word{"questionnaire-exported", QT_TRID_NOOP("staff.audit.questionnaire-exported")},
    //% "Hentede spørgsmål fra USB-nøgle"
    Word{"questionnaire-imported", QT_TRID_NOOP("staff.audit.questionnaire-imported")},
    //% "Ny opsætning fra centralenheden"
    Word{"configuration-taken", QT_TRID_NOOP("staff.audit.configuration-taken")},
    //% "En opsætning blev afvist"
    Word{"configuration-refused", QT_TRID_NOOP("staff.audit.configuration-refused")},
    //% "Personalelisten blev ændret"
    Word{"people-changed", QT_TRID_NOOP("staff.audit.people-changed")},
    //% "Viste siden til MED-udvalget"
    Word{"works-council-page", QT_TRID_NOOP("staff.audit.works-council-page")},
};

/// Words of details, which are written for programs, in words of people.
constexpr std::array detailWords{
    //% "straks"
    Word{"now", QT_TRID_NOOP("staff.audit.word.now")},
    //% "første"
    Word{"first", QT_TRID_NOOP("staff.audit.word.first")},
    //% "af"
    Word{"of", QT_TRID_NOOP("staff.audit.word.of")},
    //% "fil"
    Word{"file", QT_TRID_NOOP("staff.audit.word.file")},
    //% "flere"
    Word{"more", QT_TRID_NOOP("staff.audit.word.more")},
    //% "filer"
    Word{"files", QT_TRID_NOOP("staff.audit.word.files")},
    //% "virkede"
    Word{"worked", QT_TRID_NOOP("staff.audit.word.worked")},
    //% "svarede ikke"
    Word{"failed", QT_TRID_NOOP("staff.audit.word.failed")},
    //% "dør"
    Word{"door", QT_TRID_NOOP("staff.audit.word.door")},
    //% "aftaler"
    Word{"appointments", QT_TRID_NOOP("staff.audit.word.appointments")},
    //% "touchskærm"
    Word{"touch", QT_TRID_NOOP("staff.audit.word.touch")},
    //% "taktile knapper"
    Word{"keys", QT_TRID_NOOP("staff.audit.word.keys")},
    //% "lyd"
    Word{"sound", QT_TRID_NOOP("staff.audit.word.sound")},
    //% "nærværsføler"
    Word{"presence", QT_TRID_NOOP("staff.audit.word.presence")},
    //% "personer"
    Word{"people", QT_TRID_NOOP("staff.audit.word.people")},
    //% "opsætning"
    Word{"configuration", QT_TRID_NOOP("staff.audit.word.configuration")},
    //% "version"
    Word{"version", QT_TRID_NOOP("staff.audit.word.version")},
    //% "kommunens navn"
    Word{"municipality", QT_TRID_NOOP("staff.audit.word.municipality")},
    //% "stedets navn"
    Word{"place", QT_TRID_NOOP("staff.audit.word.place")},
    //% "databeskyttelsesrådgiver"
    Word{"controller_contact", QT_TRID_NOOP("staff.audit.word.controller_contact")},
    //% "sprog"
    Word{"languages", QT_TRID_NOOP("staff.audit.word.languages")},
    //% "flere sprog"
    Word{"more_languages", QT_TRID_NOOP("staff.audit.word.more_languages")},
    //% "tv-overvågning i lokalet"
    Word{"room_cctv", QT_TRID_NOOP("staff.audit.word.room_cctv")},
    //% "spørg om mere"
    Word{"invite", QT_TRID_NOOP("staff.audit.word.invite")},
    //% "I sagde, vi gjorde"
    Word{"said_done", QT_TRID_NOOP("staff.audit.word.said_done")},
    //% "åbningstider"
    Word{"opening_hours", QT_TRID_NOOP("staff.audit.word.opening_hours")},
    //% "helligdage"
    Word{"holidays_closed", QT_TRID_NOOP("staff.audit.word.holidays_closed")},
    //% "lukkedage"
    Word{"closed_days", QT_TRID_NOOP("staff.audit.word.closed_days")},
    //% "ventetid"
    Word{"idle_ms", QT_TRID_NOOP("staff.audit.word.idle_ms")},
    //% "tid til invitation og tak"
    Word{"banner_ms", QT_TRID_NOOP("staff.audit.word.banner_ms")},
    //% "tid til at svare"
    Word{"warning_ms", QT_TRID_NOOP("staff.audit.word.warning_ms")},
    //% "lydstyrke"
    Word{"volume", QT_TRID_NOOP("staff.audit.word.volume")},
    //% "lysstyrke"
    Word{"brightness", QT_TRID_NOOP("staff.audit.word.brightness")},
    //% "mindre bevægelse"
    Word{"reduced_motion", QT_TRID_NOOP("staff.audit.word.reduced_motion")},
    //% "hjælpens telefon"
    Word{"help_phone", QT_TRID_NOOP("staff.audit.word.help_phone")},
    //% "hjælpens tider"
    Word{"help_hours", QT_TRID_NOOP("staff.audit.word.help_hours")},
    //% "logo"
    Word{"logo", QT_TRID_NOOP("staff.audit.word.logo")},
    //% "skjulte tal"
    Word{"figures_hidden", QT_TRID_NOOP("staff.audit.word.figures_hidden")},
};

QString titleOf(const std::string& what)
{
    const auto* const found =
        std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.what == what; });
    return found == words.end() ? QString::fromStdString(what) : qtTrId(found->id);
}

QString whoOf(const std::string& who, const StaffSession& session)
{
    if (who == outbox::nobody) {
        //% "Uden kode"
        return qtTrId("staff.audit.who.nobody");
    }
    if (who == "centre") {
        //% "Centralenheden"
        return qtTrId("staff.audit.who.centre");
    }
    if (who == "admin") {
        //% "Administrator"
        return qtTrId("staff.audit.who.admin");
    }
    if (who == "stand") {
        //% "Standen selv"
        return qtTrId("staff.audit.who.stand");
    }
    return session.nameOf(who);
}

/// "22. november 2026, kl. 14–15", of "2026-11-22 14".
QString whenOf(const std::string& hour, const QLocale& locale)
{
    const QString text = QString::fromStdString(hour);
    const QDate day = QDate::fromString(text.left(10), Qt::ISODate);
    const int from = text.mid(11).toInt();
    //% "%1, kl. %2–%3"
    return qtTrId("staff.audit.when").arg(locale.toString(day, QLocale::LongFormat)).arg(from).arg(from + 1);
}

QString wordOf(const QString& part, const QLocale& locale)
{
    if (core::Hash::parse(part.toStdString())) {
        return part.left(8); // enough to tell two apart
    }
    if (const auto day = core::Day::parse(part.toStdString())) {
        return dayInWords(*day, locale);
    }
    const auto* const found = std::find_if(detailWords.begin(), detailWords.end(), [&](const Word& word) {
        return part == QLatin1String(word.what.data(), static_cast<qsizetype>(word.what.size()));
    });
    return found == detailWords.end() ? part : qtTrId(found->id);
}

QString wordsOf(const QString& detail, const QLocale& locale)
{
    QStringList parts = detail.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (QString& part : parts) {
        const bool hasComma = part.endsWith(QLatin1Char(','));
        part = wordOf(hasComma ? part.chopped(1) : part, locale) + (hasComma ? QStringLiteral(",") : QString());
    }
    return parts.join(QLatin1Char(' '));
}

QString detailOf(const store::AuditRow& row, const QLocale& locale)
{
    if (row.what == "configuration-refused") { // why is for the centre's people, in English
        return {};
    }
    // A count of what nobody signed in for (outbox::record).
    static const QRegularExpression counted(QStringLiteral("^(\\d+ more, )(\\d{4}-\\d\\d-\\d\\d \\d\\d)-\\d\\d$"));
    if (const auto count = counted.match(QString::fromStdString(row.detail)); count.hasMatch()) {
        return wordsOf(count.captured(1), locale) + QLatin1Char(' ') + whenOf(count.captured(2).toStdString(), locale);
    }
    return wordsOf(QString::fromStdString(row.detail), locale);
}

} // namespace

AuditModel::AuditModel(StaffSession& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&m_session, &StaffSession::changed, this, &AuditModel::changed); // also another language
}

void AuditModel::refresh()
{
    const StaffPorts& ports = m_session.ports();
    m_rows.clear();
    m_read = false;
    if (auto store = store::Store::open(ports.database, ports.random)) {
        auto rows = (*store)->auditRows(0, std::numeric_limits<std::int64_t>::max());
        const auto anchors = outbox::anchorsIn(**store);
        if (rows && anchors) {
            m_faults = outbox::verifyAudit(*rows, *anchors).faults.size();
            m_rows = std::move(*rows);
            m_read = true;
        }
    }
    m_shown = rowsAtOnce;
    emit changed();
}

void AuditModel::showMore()
{
    m_shown += rowsAtOnce;
    emit changed();
}

QVariantList AuditModel::rows() const
{
    const QLocale locale(m_session.language());
    QVariantList list;
    for (auto row = m_rows.rbegin(); row != m_rows.rend() && list.size() < static_cast<qsizetype>(m_shown); ++row) {
        list += QVariantMap{{"number", QVariant::fromValue(row->number)},
                            {"title", titleOf(row->what)},
                            {"detail", detailOf(*row, locale)},
                            {"line", whoOf(row->who, m_session) + QStringLiteral(" · ") + whenOf(row->hour, locale)}};
    }
    return list;
}

QString AuditModel::state() const
{
    if (!m_read) {
        //% "Logbogen kan ikke læses. Ring til hjælp."
        return qtTrId("staff.audit.unreadable");
    }
    if (m_faults > 0) {
        //% "Nogen har ændret i logbogen. Ring til hjælp."
        return qtTrId("staff.audit.broken");
    }
    //% "Logbogen er hel."
    return qtTrId("staff.audit.whole");
}

} // namespace smiley::ui
