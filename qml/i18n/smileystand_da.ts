<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-FileCopyrightText: 2026 Smileystand contributors
     SPDX-License-Identifier: GPL-3.0-or-later -->
<TS version="2.1" language="da_DK" sourcelanguage="da_DK">
<context>
    <name></name>
    <message id="about.cctv.lead">
        <source>Tv-overvågning</source>
        <translation>Tv-overvågning</translation>
    </message>
    <message id="about.controller">
        <source>Dataansvarlig: %1</source>
        <translation>Dataansvarlig: %1</translation>
    </message>
    <message id="about.keep">
        <source>hvilket ansigt du trykkede på, dine svar, og hvilken dag og del af dagen.</source>
        <translation>hvilket ansigt du trykkede på, dine svar, og hvilken dag og del af dagen.</translation>
    </message>
    <message id="about.keep.lead">
        <source>Vi gemmer,</source>
        <translation>Vi gemmer,</translation>
    </message>
    <message id="about.room.lead">
        <source>Kamera og mikrofon</source>
        <translation>Kamera og mikrofon</translation>
    </message>
    <message id="about.sensor">
        <source>mærker, om nogen står her. Den tager ikke billeder.</source>
        <translation>mærker, om nogen står her. Den tager ikke billeder.</translation>
    </message>
    <message id="about.sensor.lead">
        <source>En føler</source>
        <translation>En føler</translation>
    </message>
    <message id="about.sent">
        <source>dine svar med dag og del af dagen. Jobcentret ser kun tal for mindst %1 svar.</source>
        <translation>dine svar med dag og del af dagen. Jobcentret ser kun tal for mindst %1 svar.</translation>
    </message>
    <message id="about.sent.lead">
        <source>Vi sender videre</source>
        <translation>Vi sender videre</translation>
    </message>
    <message id="about.text">
        <source>læses kun af %1. Det slettes %2 dage, efter at det er sendt.</source>
        <translation>læses kun af %1. Det slettes %2 dage, efter at det er sendt.</translation>
    </message>
    <message id="about.text.lead">
        <source>Det, du skriver,</source>
        <translation>Det, du skriver,</translation>
    </message>
    <message id="about.time">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det %1 dage, efter at dagen er slut.</source>
        <translation>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det %1 dage, efter at dagen er slut.</translation>
    </message>
    <message id="about.time.atonce">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det, når dagen er slut.</source>
        <translation>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det, når dagen er slut.</translation>
    </message>
    <message id="about.time.lead">
        <source>Det præcise tidspunkt</source>
        <translation>Det præcise tidspunkt</translation>
    </message>
    <message id="about.time.oneday">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det 1 dag, efter at dagen er slut.</source>
        <translation>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det 1 dag, efter at dagen er slut.</translation>
    </message>
    <message id="about.title">
        <source>Om dit svar</source>
        <translation>Om dit svar</translation>
    </message>
    <message id="about.voluntary">
        <source>Vi spørger ikke, hvem du er. Du kan fortryde dit svar, mens du står her.</source>
        <translation>Vi spørger ikke, hvem du er. Du kan fortryde dit svar, mens du står her.</translation>
    </message>
    <message id="about.voluntary.lead">
        <source>Det er frivilligt</source>
        <translation>Det er frivilligt</translation>
    </message>
    <message id="about.voluntary.soon">
        <source>Vi spørger ikke, hvem du er. Du kan fortryde dit svar lige efter at du har trykket.</source>
        <translation>Vi spørger ikke, hvem du er. Du kan fortryde dit svar lige efter at du har trykket.</translation>
    </message>
    <message id="anon.case">
        <source>Svaret kommer ikke i din sag.</source>
        <translation>Svaret kommer ikke i din sag.</translation>
    </message>
    <message id="anon.cctv">
        <source>Der er tv-overvågning i lokalet. Den hører ikke til standen.</source>
        <translation>Der er tv-overvågning i lokalet. Den hører ikke til standen.</translation>
    </message>
    <message id="anon.nocamera">
        <source>Standen har hverken kamera eller mikrofon.</source>
        <translation>Standen har hverken kamera eller mikrofon.</translation>
    </message>
    <message id="anon.short">
        <source>Uden navn</source>
        <translation>Uden navn</translation>
    </message>
    <message id="anon.title">
        <source>Vi spørger ikke, hvem du er</source>
        <translation>Vi spørger ikke, hvem du er</translation>
    </message>
    <message id="comment.addressfound">
        <source>Vi har fjernet en mailadresse eller et link.</source>
        <translation>Vi har fjernet en mailadresse eller et link.</translation>
    </message>
    <message id="comment.cprfound">
        <source>Vi har fjernet et nummer, der ligner et CPR-nummer.</source>
        <translation>Vi har fjernet et nummer, der ligner et CPR-nummer.</translation>
    </message>
    <message id="comment.help">
        <source>Har du brug for hjælp nu? Gå til skranken. Ved fare: ring 112.</source>
        <translation>Har du brug for hjælp nu? Gå til skranken. Ved fare: ring 112.</translation>
    </message>
    <message id="comment.help.lead">
        <source>Vi kan ikke svare dig her.</source>
        <translation>Vi kan ikke svare dig her.</translation>
    </message>
    <message id="comment.left">
        <source>%1 tegn tilbage</source>
        <translation>%1 tegn tilbage</translation>
    </message>
    <message id="comment.namefound">
        <source>Vi har fjernet et navn.</source>
        <translation>Vi har fjernet et navn.</translation>
    </message>
    <message id="comment.notkept">
        <source>Vi kan ikke gemme din tekst lige nu.</source>
        <translation>Vi kan ikke gemme din tekst lige nu.</translation>
    </message>
    <message id="comment.notkept.rest">
        <source>Tryk en gang til, eller gå til skranken.</source>
        <translation>Tryk en gang til, eller gå til skranken.</translation>
    </message>
    <message id="comment.numberfound">
        <source>Vi har fjernet et nummer.</source>
        <translation>Vi har fjernet et nummer.</translation>
    </message>
    <message id="comment.rest">
        <source>Resten af din tekst er her stadig.</source>
        <translation>Resten af din tekst er her stadig.</translation>
    </message>
    <message id="keyboard.erase">
        <source>Slet</source>
        <translation>Slet</translation>
    </message>
    <message id="keyboard.letters">
        <source>Bogstaver</source>
        <translation>Bogstaver</translation>
    </message>
    <message id="keyboard.name">
        <source>Tastatur</source>
        <translation>Tastatur</translation>
    </message>
    <message id="keyboard.newline">
        <source>Ny linje</source>
        <translation>Ny linje</translation>
    </message>
    <message id="keyboard.shift">
        <source>Store bogstaver</source>
        <translation>Store bogstaver</translation>
    </message>
    <message id="keyboard.signs">
        <source>Tal og tegn</source>
        <translation>Tal og tegn</translation>
    </message>
    <message id="keyboard.space">
        <source>Mellemrum</source>
        <translation>Mellemrum</translation>
    </message>
    <message id="lang.more">
        <source>Flere
sprog</source>
        <translation>Flere
sprog</translation>
    </message>
    <message id="nav.back">
        <source>Tilbage</source>
        <translation>Tilbage</translation>
    </message>
    <message id="nav.close">
        <source>Luk</source>
        <translation>Luk</translation>
    </message>
    <message id="nav.done">
        <source>Færdig</source>
        <translation>Færdig</translation>
    </message>
    <message id="nav.finish">
        <source>Stop her</source>
        <translation>Stop her</translation>
    </message>
    <message id="nav.next">
        <source>Næste</source>
        <translation>Næste</translation>
    </message>
    <message id="nav.nextperson">
        <source>Jeg er
den næste</source>
        <translation>Jeg er
den næste</translation>
    </message>
    <message id="nav.skip">
        <source>Spring over</source>
        <translation>Spring over</translation>
    </message>
    <message id="poster.made">
        <source>Lavet %1 ud fra standens indstillinger.</source>
        <translation>Lavet %1 ud fra standens indstillinger.</translation>
    </message>
    <message id="poster.title">
        <source>Om dit svar på standen</source>
        <translation>Om dit svar på standen</translation>
    </message>
    <message id="progress">
        <source>Spørgsmål %1 af %2</source>
        <translation>Spørgsmål %1 af %2</translation>
    </message>
    <message id="q.visit.first">
        <source>Tryk først på et ansigt. Så kommer spørgsmålene.</source>
        <translation>Tryk først på et ansigt. Så kommer spørgsmålene.</translation>
    </message>
    <message id="q.visit.hint">
        <source>Tryk på det ansigt, der passer bedst.</source>
        <translation>Tryk på det ansigt, der passer bedst.</translation>
    </message>
    <message id="q.visit.hint.large">
        <source>Tryk på et ansigt.</source>
        <translation>Tryk på et ansigt.</translation>
    </message>
    <message id="q.visit.next">
        <source>Næste: %1</source>
        <translation>Næste: %1</translation>
    </message>
    <message id="reason.chosen">
        <source>Du har valgt %1.</source>
        <translation>Du har valgt %1.</translation>
    </message>
    <message id="repeat.have">
        <source>Tak. Vi har dit svar.</source>
        <translation>Tak. Vi har dit svar.</translation>
    </message>
    <message id="repeat.haveb">
        <source>Er det en ny person?</source>
        <translation>Er det en ny person?</translation>
    </message>
    <message id="repeat.updated">
        <source>Dit svar er ændret.</source>
        <translation>Dit svar er ændret.</translation>
    </message>
    <message id="repeat.updatedb">
        <source>Du kan ændre det igen.</source>
        <translation>Du kan ændre det igen.</translation>
    </message>
    <message id="said.done">
        <source>Vi gjorde:</source>
        <translation>Vi gjorde:</translation>
    </message>
    <message id="said.said">
        <source>I sagde:</source>
        <translation>I sagde:</translation>
    </message>
    <message id="speech.again">
        <source>%1. Tryk igen.</source>
        <translation>%1. Tryk igen.</translation>
    </message>
    <message id="speech.chosen">
        <source>Valgt. Tryk igen for at svare.</source>
        <translation>Valgt. Tryk igen for at svare.</translation>
    </message>
    <message id="speech.key">
        <source>Tast %1: %2.</source>
        <translation>Tast %1: %2.</translation>
    </message>
    <message id="speech.label">
        <source>%1. Tryk igen for at svare.</source>
        <translation>%1. Tryk igen for at svare.</translation>
    </message>
    <message id="speech.louder">
        <source>Højere</source>
        <translation>Højere</translation>
    </message>
    <message id="speech.marked">
        <source>%1, valgt</source>
        <translation>%1, valgt</translation>
    </message>
    <message id="speech.more">
        <source>Tast næste: flere valg.</source>
        <translation>Tast næste: flere valg.</translation>
    </message>
    <message id="speech.novoice">
        <source>Der er ingen oplæsning på %1.</source>
        <translation>Der er ingen oplæsning på %1.</translation>
    </message>
    <message id="speech.number">
        <source>Tast %1.</source>
        <translation>Tast %1.</translation>
    </message>
    <message id="speech.onscreen">
        <source>Spørgsmålet står på skærmen. Sæt høretelefoner i for at høre det.</source>
        <translation>Spørgsmålet står på skærmen. Sæt høretelefoner i for at høre det.</translation>
    </message>
    <message id="speech.secret">
        <source>Tast.</source>
        <translation>Tast.</translation>
    </message>
    <message id="speech.softer">
        <source>Lavere</source>
        <translation>Lavere</translation>
    </message>
    <message id="speech.timeout">
        <source>Tryk på skærmen eller på en tast for at fortsætte.</source>
        <translation>Tryk på skærmen eller på en tast for at fortsætte.</translation>
    </message>
    <message id="speech.volume">
        <source>Lydstyrke %1 af %2.</source>
        <translation>Lydstyrke %1 af %2.</translation>
    </message>
    <message id="thanks.board">
        <source>Se resultatet på tavlen ved udgangen.</source>
        <translation>Se resultatet på tavlen ved udgangen.</translation>
    </message>
    <message id="thanks.done">
        <source>Tak. Dine svar er gemt.</source>
        <translation>Tak. Dine svar er gemt.</translation>
    </message>
    <message id="thanks.more">
        <source>Vil du svare på %1 mere?
Du kan stoppe når som helst.</source>
        <translation>Vil du svare på %1 mere?
Du kan stoppe når som helst.</translation>
    </message>
    <message id="thanks.saved">
        <source>Tak. Dit svar er gemt.</source>
        <translation>Tak. Dit svar er gemt.</translation>
    </message>
    <message id="thanks.undo">
        <source>Fortryd
mit svar</source>
        <translation>Fortryd
mit svar</translation>
    </message>
    <message id="thanks.yes">
        <source>Ja, gerne</source>
        <translation>Ja, gerne</translation>
    </message>
    <message id="ticket.day">
        <source>Kortet gælder til en anden dag.</source>
        <translation>Kortet gælder til en anden dag.</translation>
    </message>
    <message id="ticket.first">
        <source>Vis dit kort, og tryk så på et ansigt.</source>
        <translation>Vis dit kort, og tryk så på et ansigt.</translation>
    </message>
    <message id="ticket.free">
        <source>Du kan svare uden kort.</source>
        <translation>Du kan svare uden kort.</translation>
    </message>
    <message id="ticket.help">
        <source>Spørg gerne i skranken.</source>
        <translation>Spørg gerne i skranken.</translation>
    </message>
    <message id="ticket.needed">
        <source>Tak. I dag tæller svar kun med et kort.</source>
        <translation>Tak. I dag tæller svar kun med et kort.</translation>
    </message>
    <message id="ticket.once">
        <source>Et kort gælder til ét svar.</source>
        <translation>Et kort gælder til ét svar.</translation>
    </message>
    <message id="ticket.retry">
        <source>Prøv igen, eller svar uden kort.</source>
        <translation>Prøv igen, eller svar uden kort.</translation>
    </message>
    <message id="ticket.retry.help">
        <source>Prøv igen, eller spørg i skranken.</source>
        <translation>Prøv igen, eller spørg i skranken.</translation>
    </message>
    <message id="ticket.stand">
        <source>Kortet hører til en anden stand.</source>
        <translation>Kortet hører til en anden stand.</translation>
    </message>
    <message id="ticket.taken">
        <source>Kortet er læst.</source>
        <translation>Kortet er læst.</translation>
    </message>
    <message id="ticket.unchecked">
        <source>Vi kan ikke tjekke kortet lige nu.</source>
        <translation>Vi kan ikke tjekke kortet lige nu.</translation>
    </message>
    <message id="ticket.unread">
        <source>Vi kan ikke læse kortet.</source>
        <translation>Vi kan ikke læse kortet.</translation>
    </message>
    <message id="ticket.unread.now">
        <source>Vi kan ikke læse kort lige nu.</source>
        <translation>Vi kan ikke læse kort lige nu.</translation>
    </message>
    <message id="ticket.used">
        <source>Kortet er brugt.</source>
        <translation>Kortet er brugt.</translation>
    </message>
    <message id="ticket.voluntary">
        <source>Det er frivilligt.</source>
        <translation>Det er frivilligt.</translation>
    </message>
    <message id="timeout.body">
        <source>Tryk hvor som helst for at fortsætte.</source>
        <translation>Tryk hvor som helst for at fortsætte.</translation>
    </message>
    <message id="timeout.else">
        <source>Ellers gemmer vi dine svar og starter forfra.</source>
        <translation>Ellers gemmer vi dine svar og starter forfra.</translation>
    </message>
    <message id="timeout.more">
        <source>Fortsæt</source>
        <translation>Fortsæt</translation>
    </message>
    <message id="timeout.title">
        <source>Er du her stadig?</source>
        <translation>Er du her stadig?</translation>
    </message>
    <message id="tool.contrast">
        <source>Kontrast</source>
        <translation>Kontrast</translation>
    </message>
    <message id="tool.read">
        <source>Læs højt</source>
        <translation>Læs højt</translation>
    </message>
    <message id="trouble.body">
        <source>Dit tryk bliver ikke gemt. Sig det gerne i skranken.</source>
        <translation>Dit tryk bliver ikke gemt. Sig det gerne i skranken.</translation>
    </message>
    <message id="trouble.title">
        <source>Kan ikke tage imod svar lige nu</source>
        <translation>Kan ikke tage imod svar lige nu</translation>
    </message>
    <message id="visit.voluntary">
        <source>Frivilligt. Et tryk er nok.</source>
        <translation>Frivilligt. Et tryk er nok.</translation>
    </message>
    <message id="withdrawn">
        <source>Dit svar tæller ikke med.</source>
        <translation>Dit svar tæller ikke med.</translation>
    </message>
    <message id="withdrawn.b">
        <source>Du kan svare igen, hvis du vil.</source>
        <translation>Du kan svare igen, hvis du vil.</translation>
    </message>
</context>
</TS>
