// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/health_words.h"

#include <QDate>
#include <QStringList>

namespace smiley::ui {

namespace {

using staff::Finding;
using staff::HealthItem;
using staff::Part;
using staff::State;

bool isData(Part part)
{
    return part == Part::Network || part == Part::Sending || part == Part::Clock || part == Part::Disk;
}

QString pillOf(const HealthItem& item)
{
    switch (item.state) {
    //% "I orden"
    //% "Virker"
    case State::Ok: return isData(item.part) ? qtTrId("staff.health.inorder") : qtTrId("staff.health.works");
    //% "Se efter"
    case State::LookAt: return qtTrId("staff.health.lookat");
    //% "Ikke i"
    //% "Findes ikke"
    case State::NotThere:
        return item.part == Part::Stick ? qtTrId("staff.health.notin") : qtTrId("staff.health.notthere");
    //% "Ikke prøvet"
    case State::Untried: return qtTrId("staff.health.untried");
    //% "Venter"
    case State::Off: return qtTrId("staff.health.waits");
    }
    return {};
}

/// "2", "2 og 5", "2, 3 og 5".
QString listed(const std::vector<int>& numbers)
{
    QStringList words;
    for (const int number : numbers) {
        words += QString::number(number);
    }
    if (words.size() < 2) {
        return words.join(QString());
    }
    const QString last = words.takeLast();
    //% "%1 og %2"
    return qtTrId("staff.health.and").arg(words.join(QStringLiteral(", ")), last);
}

/// What to do about a part from which nothing came.
QString nothingCame(Part part)
{
    switch (part) {
    case Part::Touch:
        //% "Skærmen svarede ikke ved prøven. Tør den af, og prøv igen."
        return qtTrId("staff.health.touch.failed");
    case Part::Door:
        //% "Der kom ingen tælling ved prøven. Se, om stikket sidder, og prøv igen."
        return qtTrId("staff.health.door.failed");
    case Part::Presence:
        //% "Føleren så ingen ved prøven. Fjern det, der står foran den, og prøv igen."
        return qtTrId("staff.health.presence.failed");
    case Part::Scanner:
        //% "Læseren læste intet ved prøven. Tør dens vindue af, og prøv igen."
        return qtTrId("staff.health.scanner.failed");
    case Part::Keys:
    case Part::Sound:
    case Part::Stick:
    case Part::CameraMicrophone:
    case Part::Network:
    case Part::Sending:
    case Part::Clock:
    case Part::Disk: break;
    }
    return {};
}

QString notFitted(Part part)
{
    switch (part) {
    case Part::Keys:
        //% "Der er ingen taktile knapper på standen."
        return qtTrId("staff.health.keys.none");
    case Part::Door:
        //% "Ingen tæller. I kan indtaste dagens antal under Stand."
        return qtTrId("staff.health.door.none");
    case Part::Presence:
        //% "Der er ingen føler på standen."
        return qtTrId("staff.health.presence.none");
    case Part::Scanner:
        //% "Der er ingen kortlæser på standen."
        return qtTrId("staff.health.scanner.none");
    case Part::Touch:
    case Part::Sound:
    case Part::Stick:
    case Part::CameraMicrophone:
    case Part::Network:
    case Part::Sending:
    case Part::Clock:
    case Part::Disk: break;
    }
    return {};
}

/// Of one among several: "Dør mod gården: ".
QString named(const HealthItem& item, const QString& words)
{
    return item.device.empty() ? words : QString::fromStdString(item.device) + QStringLiteral(": ") + words;
}

/// What can be unplugged says first that it is connected.
QString ofDevice(const HealthItem& item, const QString& words)
{
    const bool isPlugged =
        item.part == Part::Keys || item.part == Part::Door || item.part == Part::Presence || item.part == Part::Scanner;
    //% "Forbundet."
    return isPlugged ? qtTrId("staff.health.connected") + QStringLiteral(" ") + words : words;
}

QString sentenceOf(const HealthItem& item, const QLocale& locale)
{
    const QString day = item.day ? dayInWords(*item.day, locale) : QString();
    const QString count = QString::number(item.count);
    switch (item.finding) {
    case Finding::Tried:
        //% "Prøvet %1"
        return ofDevice(item, qtTrId("staff.health.tried").arg(day));
    case Finding::NeverTried:
        //% "Tryk Afprøv, så ved I, om alt virker."
        return ofDevice(item, qtTrId("staff.health.nevertried"));
    case Finding::NothingCame: return nothingCame(item.part);
    case Finding::KeysDead:
        //% "Knap %1 svarede ikke. Rens, og prøv igen."
        return qtTrId("staff.health.keys.dead").arg(listed(item.numbers));
    case Finding::NotFitted: return notFitted(item.part);
    case Finding::NoDevice:
        //% "Standen kan ikke finde den. Se, om stikket sidder."
        return named(item, qtTrId("staff.health.nodevice"));
    case Finding::DeviceWaits:
        //% "Sat i, men kan ikke bruges lige nu. Tag stikket ud, og sæt det i igen."
        return named(item, qtTrId("staff.health.devicewaits"));
    case Finding::DeviceRefused:
        //% "Det er ikke den godkendte enhed. Ring til hjælp."
        return named(item, qtTrId("staff.health.devicerefused"));
    case Finding::TicketsUnread:
        //% "Reglerne kræver kort, men standen har ingen læser. Ingen svar tæller. Ring til hjælp."
        return qtTrId("staff.health.scanner.required");
    case Finding::DeviceStarts:
        //% "Sat i. Forbindelsen er på vej."
        return named(item, qtTrId("staff.health.devicestarts"));
    case Finding::DeviceFails:
        //% "Forbundet, men den melder fejl. Tag stikket ud, og sæt det i igen."
        return named(item, qtTrId("staff.health.devicefails"));
    case Finding::SpeechReady:
        //% "Tale på ét sprog"
        //% "Tale på %1 sprog"
        return item.count == 1 ? qtTrId("staff.health.speech.one") : qtTrId("staff.health.speech").arg(count);
    case Finding::SpeechStarts:
        //% "Talen er ved at starte."
        return qtTrId("staff.health.speech.starts");
    case Finding::NoAudioDevice:
        //% "Ingen lydudgang. Se, om højttalerens stik sidder."
        return qtTrId("staff.health.speech.nodevice");
    case Finding::NoVoice:
        //% "Der er ingen stemme på standen. Ring til hjælp."
        return qtTrId("staff.health.speech.novoice");
    case Finding::NotHeard:
        //% "Lyden blev ikke hørt ved prøven. Skru op, se efter stikket, og prøv igen."
        return qtTrId("staff.health.speech.notheard");
    case Finding::StickIn:
        //% "Krypteret. Kun centralenheden kan læse den."
        return qtTrId("staff.health.stick.in");
    case Finding::NoStick:
        //% "Sæt en nøgle i for at hente eller gemme."
        return qtTrId("staff.health.stick.none");
    case Finding::NoCamera:
        //% "Kamera og mikrofon er spærret."
        return qtTrId("staff.health.nocamera");
    case Finding::CameraFound:
        //% "Der sidder et kamera eller en mikrofon i standen. Tag det ud."
        return qtTrId("staff.health.camera");
    case Finding::CameraUnknown:
        //% "Standen kan ikke se, om der er kamera eller mikrofon. Ring til hjælp."
        return qtTrId("staff.health.camera.unknown");
    case Finding::NotEnrolled:
        //% "Standen er ikke tilmeldt centralenheden. Intet sendes."
        return qtTrId("staff.health.notenrolled");
    case Finding::Receipted:
        //% "Sidste svar: %1. Virker også uden netværk."
        return qtTrId("staff.health.receipted").arg(day);
    case Finding::NeverAnswered:
        //% "Centralenheden har ikke svaret endnu. Virker også uden netværk."
        return qtTrId("staff.health.neveranswered");
    case Finding::Silent:
        //% "Centralenheden svarer ikke. Se efter netværksstikket. Intet går tabt."
        return qtTrId("staff.health.silent");
    case Finding::AllSent:
        //% "Ingen lukkede dage venter."
        //% "%1 er sendt. Kvittering modtaget."
        return day.isEmpty() ? qtTrId("staff.health.allsent") : qtTrId("staff.health.daysent").arg(capitalised(day));
    case Finding::DaysWait:
        //% "Én lukket dag venter på at blive sendt."
        //% "%1 lukkede dage venter på at blive sendt."
        return item.count == 1 ? qtTrId("staff.health.daywaits") : qtTrId("staff.health.dayswait").arg(count);
    case Finding::ClockSure:
        //% "Uret går rigtigt."
        return qtTrId("staff.health.clock.sure");
    case Finding::ClockUnsure:
        //% "Uret er stillet, men ikke bekræftet af centralenheden."
        return qtTrId("staff.health.clock.unsure");
    case Finding::ClockWrong:
        //% "Uret er ikke stillet. Svar tæller, men får ingen time. Tilslut netværk."
        return qtTrId("staff.health.clock.wrong");
    case Finding::Room:
        //% "Mere end %1 dage"
        //% "Ca. %1 dage"
        return (item.count >= staff::roomDaysMax ? qtTrId("staff.health.roommore") : qtTrId("staff.health.room"))
            .arg(count);
    case Finding::LittleRoom:
        //% "Kun ca. %1 dage. Ring til hjælp."
        return qtTrId("staff.health.littleroom").arg(count);
    }
    return {};
}

} // namespace

QString dayInWords(core::Day day, const QLocale& locale)
{
    const QDate date = QDate::fromString(QString::fromStdString(day.text()), Qt::ISODate);
    //% "dddd d. MMMM"
    return locale.toString(date, qtTrId("staff.date.day"));
}

QString capitalised(const QString& words) { return words.left(1).toUpper() + words.mid(1); }

HealthWords wordsOf(const HealthItem& item, const QLocale& locale)
{
    const auto words = [&](const char* name, const char* icon, const QString& title) {
        return HealthWords{name, icon, title, sentenceOf(item, locale), pillOf(item)};
    };
    switch (item.part) {
    //% "Touchskærm"
    case Part::Touch: return words("touch", "touch", qtTrId("staff.part.touch"));
    //% "Taktile knapper"
    case Part::Keys: return words("keys", "keys", qtTrId("staff.part.keys"));
    //% "Høretelefoner og højttaler"
    case Part::Sound: return words("sound", "headphones", qtTrId("staff.part.sound"));
    //% "Dørtæller"
    case Part::Door: return words("door", "door", qtTrId("staff.part.door"));
    //% "Nærværsføler"
    case Part::Presence: return words("presence", "anonymous", qtTrId("staff.part.presence"));
    //% "Kortlæser"
    case Part::Scanner: return words("scanner", "scanner", qtTrId("staff.part.scanner"));
    //% "USB-nøgle"
    case Part::Stick: return words("stick", "stick", qtTrId("staff.part.stick"));
    //% "Kamera og mikrofon"
    case Part::CameraMicrophone: return words("camera", "nocamera", qtTrId("staff.part.camera"));
    //% "Netværk"
    case Part::Network: return words("network", "sync", qtTrId("staff.part.network"));
    //% "Sendt"
    case Part::Sending: return words("sending", "sync", qtTrId("staff.part.sending"));
    //% "Ur"
    case Part::Clock: return words("clock", "wait", qtTrId("staff.part.clock"));
    //% "Plads uden netværk"
    case Part::Disk: return words("disk", "saved", qtTrId("staff.part.disk"));
    }
    return {};
}

} // namespace smiley::ui
