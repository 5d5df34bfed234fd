// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/stick_words.h"

namespace smiley::ui {

QString sentenceOf(outbox::StickFault fault)
{
    using outbox::StickFault;
    switch (fault) {
    case StickFault::NotEnrolled:
        //% "Standen er ikke tilmeldt centralenheden endnu, så der er ingen at forsegle dagene til. Ring til hjælp."
        return qtTrId("staff.stick.fault.notenrolled");
    case StickFault::Database:
        //% "Standen kunne ikke læse sine egne data. Nøglen fejler ikke noget. Ring til hjælp."
        return qtTrId("staff.stick.fault.database");
    case StickFault::NoStick:
        //% "Nøglen blev taget ud. Alt ligger stadig på standen. Sæt nøglen i, og begynd forfra."
        return qtTrId("staff.stick.fault.nostick");
    case StickFault::ReadOnly:
        //% "Nøglen er låst, så der kan ikke gemmes på den. Skub låsen til side, eller brug en anden nøgle."
        return qtTrId("staff.stick.fault.readonly");
    case StickFault::Full:
        //% "Der er ikke plads nok på nøglen. Slet noget på den på en computer, eller brug en anden. De filer, der nåede med, er hele."
        return qtTrId("staff.stick.fault.full");
    case StickFault::Damaged:
        //% "Nøglen kan ikke læses eller skrives. Sad den helt inde? Prøv igen, eller brug en anden. Alt ligger stadig på standen."
        return qtTrId("staff.stick.fault.damaged");
    case StickFault::Cancelled:
        //% "Stoppet. De filer, der nåede med, er hele, og alt ligger stadig på standen."
        return qtTrId("staff.stick.fault.cancelled");
    case StickFault::NoSuchFile:
        //% "Filen ligger ikke på nøglen mere. Se listen igen."
        return qtTrId("staff.stick.fault.nosuchfile");
    case StickFault::NotAFile:
        //% "Det er en genvej eller en mappe, ikke en fil, så den blev ikke åbnet."
        return qtTrId("staff.stick.fault.notafile");
    case StickFault::TooLarge:
        //% "Filen er for stor til at være det, den hedder, så den blev ikke hentet."
        return qtTrId("staff.stick.fault.toolarge");
    case StickFault::NotAQuestionnaire:
        //% "Filen er ikke et spørgeskema, standen kan bruge. Vis linjerne her til den, der har lavet den."
        return qtTrId("staff.stick.fault.notaquestionnaire");
    case StickFault::Renamed:
        //% "Filens navn passer ikke til dens indhold. Giv den sit eget navn igen."
        return qtTrId("staff.stick.fault.renamed");
    case StickFault::UnknownFile:
        //% "Standen henter ikke den slags filer."
        return qtTrId("staff.stick.fault.unknownfile");
    case StickFault::Tampered:
        //% "Filen er ikke fra centralenheden, eller den er ændret siden. Bed centralenheden om en ny."
        return qtTrId("staff.stick.fault.tampered");
    case StickFault::OtherStand:
        //% "Filen er til en anden stand."
        return qtTrId("staff.stick.fault.otherstand");
    case StickFault::Older:
        //% "Standen har allerede fået en nyere udgave, så filen blev ikke hentet."
        return qtTrId("staff.stick.fault.older");
    case StickFault::Inbox:
        //% "Standen kunne ikke gemme det, der blev hentet. Nøglen er, som den var. Ring til hjælp."
        return qtTrId("staff.stick.fault.inbox");
    }
    return {};
}

} // namespace smiley::ui
