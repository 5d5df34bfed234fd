// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/floor_pages.h"

#include "app/core/small_numbers.h"
#include "sync/outbox/blocks.h"
#include "sync/outbox/keeper.h"

#include <algorithm>

namespace smiley::ui {

namespace {

constexpr int worksCouncilPixels = 19;
constexpr int receptionPixels = 20;

QString deletedAfter(int days)
{
    switch (days) {
    case 0:
        //% "Standen bruger dem til at se, om den samme trykker flere gange. De forlader aldrig standen og slettes, når dagen er slut."
        return qtTrId("staff.council.times.atonce");
    case 1:
        //% "Standen bruger dem til at se, om den samme trykker flere gange. De forlader aldrig standen og slettes 1 dag efter, at dagen er slut."
        return qtTrId("staff.council.times.oneday");
    default:
        //% "Standen bruger dem til at se, om den samme trykker flere gange. De forlader aldrig standen og slettes %1 dage efter, at dagen er slut."
        return qtTrId("staff.council.times").arg(days);
    }
}

/// Adds a sentence.
class Group {
public:
    explicit Group(const QString& heading) : m_statements{heading, {}} {}
    Group& say(const char* setting, const char* icon, const QString& lead, const QString& body)
    {
        m_statements.sentences.push_back({setting, icon, lead, body});
        return *this;
    }
    [[nodiscard]] Statements take() { return std::move(m_statements); }

private:
    Statements m_statements;
};

Statements measured(const core::StandSettings& settings)
{
    //% "Det måler standen"
    Group group(qtTrId("staff.council.measured"));
    //% "Svarene"
    group.say(
        "", "saved", qtTrId("staff.council.answers.lead"),
        //% "Hvilket ansigt den besøgende trykker på, svarene på de spørgsmål, der kommer bagefter, og sproget på skærmen."
        qtTrId("staff.council.answers"));
    //% "Tidspunkter for tryk"
    group.say("raw_days", "wait", qtTrId("staff.council.times.lead"), deletedAfter(settings.rawDays));
    if (settings.presenceSensor) {
        //% "En føler"
        group.say("presence_sensor", "sensor", qtTrId("staff.council.sensor.lead"),
                  //% "Den mærker, om nogen står ved standen. Den tager ikke billeder og kender ingen igen."
                  qtTrId("staff.council.sensor"));
    }
    if (settings.comments) {
        //% "Tekst, som besøgende skriver"
        group.say("comments", "write", qtTrId("staff.council.text.lead"),
                  //% "Den læses kun af %1 og slettes %2 dage efter, at den er sendt."
                  qtTrId("staff.council.text")
                      .arg(QString::fromStdString(settings.comments->readBy))
                      .arg(settings.comments->deletedAfterDays));
        if (!settings.comments->staffNames.empty()) {
            //% "Navne i teksten"
            group.say("comments", "person", qtTrId("staff.council.names.lead"),
                      //% "Navne på centralenhedens liste (%1) bliver til [medarbejder], før teksten gemmes."
                      qtTrId("staff.council.names").arg(settings.comments->staffNames.size()));
        }
    }
    //% "Hvor mange der kommer"
    group.say(
        "", "anonymous", qtTrId("staff.council.people.lead"),
        //% "Et antal om dagen: fra en tæller ved døren, hvis der er en, eller tastet ind af personalet. Intet om, hvem det er."
        qtTrId("staff.council.people"));
    //% "Minutter, hvor standen ikke er for besøgende"
    group.say("", "clean", qtTrId("staff.council.minutes.lead"),
              //% "Rengøring, prøve og personale: ét tal om dagen for hver."
              qtTrId("staff.council.minutes"));
    return group.take();
}

Statements never(const core::StandSettings& settings, bool noCameraOrMicrophone)
{
    //% "Det måles aldrig"
    Group group(qtTrId("staff.council.never"));
    //% "Den enkelte medarbejder"
    group.say(
        "", "person", qtTrId("staff.council.person.lead"),
        //% "Standen ved ikke, hvem den besøgende har talt med. Der er intet tal for en medarbejder, en skranke eller en samtale."
        qtTrId("staff.council.person"));
    //% "Hvornår et svar blev givet"
    group.say(
        "", "wait", qtTrId("staff.council.finest.lead"),
        //% "Når et svar forlader standen, har det intet tidspunkt, der er finere end en time, og timen kun, når mindst %1 besøg deler den. Ellers er det en halv dag eller en dag."
        qtTrId("staff.council.finest").arg(outbox::visitsTogetherMin));
    //% "Små tal"
    group.say("smallest_shown", "chart", qtTrId("staff.council.small.lead"),
              //% "Jobcentret ser kun tal for mindst %1 svar."
              qtTrId("staff.council.small").arg(settings.smallestShown));
    if (noCameraOrMicrophone) {
        //% "Billeder og lyd"
        group.say("device_check", "nocamera", qtTrId("staff.council.camera.lead"),
                  //% "Standen har hverken kamera eller mikrofon. Den ser selv efter hvert sekund."
                  qtTrId("staff.council.camera"));
    }
    if (settings.roomCctv) {
        //% "Tv-overvågning i lokalet"
        group.say("room_cctv", "room", qtTrId("staff.council.cctv.lead"),
                  //% "Der er tv-overvågning i lokalet. Den hører ikke til standen og bruges ikke til at tælle svar."
                  qtTrId("staff.council.cctv"));
    }
    return group.take();
}

Statements ownActs()
{
    //% "Det, personalet selv gør ved standen"
    Group group(qtTrId("staff.council.acts"));
    //% "Tryk tæller ikke"
    group.say("", "settings", qtTrId("staff.council.mode.lead"),
              //% "Det, personalet trykker på, mens de betjener standen, er aldrig et svar."
              qtTrId("staff.council.mode"));
    //% "Logbogen"
    group.say(
        "", "board", qtTrId("staff.council.trail.lead"),
        //% "Den siger, hvem der gjorde hvad på standen, og i hvilken time: fik adgang, ændrede spørgsmål eller indstillinger, brugte en USB-nøgle. Aldrig et svar, og intet, der viser, hvornår et svar blev givet."
        qtTrId("staff.council.trail"));
    //% "Hvem ser logbogen"
    group.say(
        "", "lock", qtTrId("staff.council.trailseen.lead"),
        //% "Alle med en kode kan læse den på standen, og intet i den slettes, så længe standen er i brug. En kopi sendes til centralenheden med dagene, så det ses, hvis nogen retter i den."
        qtTrId("staff.council.trailseen"));
    //% "Koder"
    group.say("", "lock", qtTrId("staff.council.codes.lead"),
              //% "Hver har sin egen. Standen gemmer ikke koden, men et aftryk, som den ikke kan læses af."
              qtTrId("staff.council.codes"));
    return group.take();
}

Statements whoSees(const core::StandSettings& settings)
{
    //% "Hvem ser hvad, og hvor længe"
    Group group(qtTrId("staff.council.who"));
    //% "På standen"
    const QString onTheStand = qtTrId("staff.council.stand.lead");
    const auto smallest = core::shownFrom(settings.smallestShown);
    if (settings.figuresHidden) {
        //% "Centralenheden har slået resultater fra. Personalet ser ingen af dem på standen."
        group.say("figures_hidden", "chart", onTheStand, qtTrId("staff.council.stand.hidden"));
    } else {
        //% "Mens dagen går, ser personalet intet om, hvad der bliver svaret: kun antal svar, gentagne tryk og minutter uden svar. For den sidste hele uge ses tre andele fra %1 svar og fem fra %2. Aldrig et enkelt svar, et klokkeslæt eller en tekst."
        group.say("figures_hidden", "chart", onTheStand,
                  qtTrId("staff.council.stand").arg(smallest).arg(std::max(smallest, core::fiveWayFrom)));
    }
    //% "Dage, der er sendt"
    group.say(
        "", "saved", qtTrId("staff.council.sealed.lead"),
        //% "Hver dag forsegles til centralenheden. Standen sletter den %1 dage efter, at centralenheden har kvitteret."
        qtTrId("staff.council.sealed").arg(outbox::envelopeDays));
    if (!settings.helpPhone.empty()) {
        //% "Spørgsmål til standen"
        group.say(
            "help_phone", "phone", qtTrId("staff.council.help.lead"),
            QString::fromStdString(settings.helpPhone + (settings.helpHours.empty() ? "" : ", ") + settings.helpHours));
    }
    return group.take();
}

PrintedPage pageOf(const Poster& made, const QString& title, const std::vector<Statements>& groups)
{
    PrintedPage page{.owner = QString::fromStdString(made.settings.municipality),
                     .place = QString::fromStdString(made.settings.place),
                     .title = title,
                     .sections = {},
                     .closingLead = controllerLine(made.settings),
                     .closing = QString::fromStdString(made.settings.controllerContact),
                     .made = madeLine(made.made),
                     .rightToLeft = made.rightToLeft};
    for (const Statements& group : groups) {
        PrintedSection section{group.heading, {}};
        for (const Promise& sentence : group.sentences) {
            section.items.push_back({sentence.icon, sentence.lead, sentence.body});
        }
        page.sections.push_back(std::move(section));
    }
    return page;
}

} // namespace

std::vector<Statements> worksCouncilStatements(const core::StandSettings& settings, bool noCameraOrMicrophone)
{
    return {measured(settings), never(settings, noCameraOrMicrophone), ownActs(), whoSees(settings)};
}

std::vector<Statements> receptionStatements(const core::StandSettings& settings, bool noCameraOrMicrophone)
{
    //% "Sig det med de samme ord hver gang"
    Group words(qtTrId("staff.reception.words"));
    //% "“Du må gerne sige, hvordan det gik i dag. Skærmen står ved udgangen. Det er frivilligt, og vi får ikke at vide, hvad du svarer.”"
    words.say("", "louder", qtTrId("staff.reception.phrase"),
              //% "Når besøget er slut, og til alle. Ikke kun, når det gik godt."
              qtTrId("staff.reception.when"));
    if (settings.invite) {
        //% "Spørger nogen, hvor længe det varer"
        words.say("invite", "wait", qtTrId("staff.reception.more.lead"),
                  //% "Ét tryk er nok. Bagefter spørger skærmen, om man vil svare på lidt mere. Det er også frivilligt."
                  qtTrId("staff.reception.more"));
    } else {
        //% "Spørger nogen, hvor længe det varer"
        words.say("invite", "wait", qtTrId("staff.reception.more.lead"),
                  //% "Ét tryk er det hele."
                  qtTrId("staff.reception.one"));
    }
    if (noCameraOrMicrophone) {
        //% "Spørger nogen, om de bliver filmet"
        words.say("device_check", "nocamera", qtTrId("staff.reception.camera.lead"),
                  //% "Standen har hverken kamera eller mikrofon."
                  qtTrId("staff.reception.camera"));
    }
    if (settings.roomCctv) {
        //% "Og kameraet i lokalet"
        words.say("room_cctv", "room", qtTrId("staff.reception.cctv.lead"),
                  //% "Der er tv-overvågning her. Den hører ikke til standen."
                  qtTrId("staff.reception.cctv"));
    }

    //% "Aldrig"
    Group nots(qtTrId("staff.reception.never"));
    //% "Peg aldrig på et ansigt, og sig aldrig, hvad man bør trykke på."
    nots.say("", "warning", QString(), qtTrId("staff.reception.point"))
        //% "Stå aldrig ved siden af, mens nogen svarer. Gå et skridt væk."
        .say("", "leave", QString(), qtTrId("staff.reception.beside"))
        //% "Tryk aldrig for andre, og spørg ikke, hvad de svarede."
        .say("", "person", QString(), qtTrId("staff.reception.ask"));

    //% "Uden kode: hold på kommunens mærke i 3 sekunder"
    Group noCode(qtTrId("staff.reception.nocode"));
    //% "Rengøring"
    noCode
        .say("", "clean", qtTrId("staff.reception.clean.lead"),
             //% "Skærmen kan tørres af i 30 sekunder uden at tælle tryk."
             qtTrId("staff.reception.clean"))
        //% "Hængt op"
        .say("", "board", qtTrId("staff.reception.posted.lead"),
             //% "Tryk, når resultatet er hængt op, så alle kan se det."
             qtTrId("staff.reception.posted"))
        //% "Vi inviterer i dag"
        .say("", "speaker", qtTrId("staff.reception.today.lead"),
             //% "Tryk om morgenen på de dage, I siger ordene ovenfor. Ellers kan dagene ikke sammenlignes."
             qtTrId("staff.reception.today"));

    std::vector<Statements> all{words.take(), nots.take(), noCode.take()};
    if (!settings.helpPhone.empty()) {
        //% "Virker den ikke?"
        Group help(qtTrId("staff.reception.help"));
        //% "Ring til %1"
        help.say("help_phone", "phone", qtTrId("staff.reception.call").arg(QString::fromStdString(settings.helpPhone)),
                 QString::fromStdString(settings.helpHours));
        all.push_back(help.take());
    }
    return all;
}

PrintedPage worksCouncilPage(const Poster& made)
{
    //% "Hvad måles, hvad måles aldrig"
    PrintedPage page =
        pageOf(made, qtTrId("staff.council.title"), worksCouncilStatements(made.settings, made.noCameraOrMicrophone));
    page.bodyPixels = worksCouncilPixels;
    page.pagesMax = 2; // what is measured; what is kept of staff
    page.sections.at(2).startsPage = true;
    return page;
}

PrintedPage receptionPage(const Poster& made)
{
    //% "Sådan inviterer I til standen"
    PrintedPage page =
        pageOf(made, qtTrId("staff.reception.title"), receptionStatements(made.settings, made.noCameraOrMicrophone));
    page.bodyPixels = receptionPixels;
    page.sections.front().items.front().isLarge = true;
    return page;
}

} // namespace smiley::ui
