<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-FileCopyrightText: 2026 Smileystand contributors
     SPDX-License-Identifier: GPL-3.0-or-later -->
<TS version="2.1" language="da_DK" sourcelanguage="da_DK">
<context>
    <name></name>
    <message id="staff.typing.cancel">
        <source>Fortryd</source>
        <translation>Fortryd</translation>
    </message>
    <message id="staff.typing.done">
        <source>Færdig</source>
        <translation>Færdig</translation>
    </message>
    <message id="staff.typing.count">
        <source>%1 af %2 tegn</source>
        <translation>%1 af %2 tegn</translation>
    </message>
    <message id="staff.pin.ok">
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message id="staff.pin.erase">
        <source>Slet</source>
        <translation>Slet</translation>
    </message>
    <message id="staff.clean">
        <source>Rengøring</source>
        <translation>Rengøring</translation>
    </message>
    <message id="staff.clean.detail">
        <source>30 sekunder uden tryk</source>
        <translation>30 sekunder uden tryk</translation>
    </message>
    <message id="staff.posted">
        <source>Hængt op</source>
        <translation>Hængt op</translation>
    </message>
    <message id="staff.posted.detail">
        <source>Resultatet</source>
        <translation>Resultatet</translation>
    </message>
    <message id="staff.posted.since">
        <source>Resultatet, %1</source>
        <translation>Resultatet, %1</translation>
    </message>
    <message id="staff.invite">
        <source>Vi inviterer i dag</source>
        <translation>Vi inviterer i dag</translation>
    </message>
    <message id="staff.invite.on">
        <source>Slået til</source>
        <translation>Slået til</translation>
    </message>
    <message id="staff.invite.off">
        <source>Slået fra</source>
        <translation>Slået fra</translation>
    </message>
    <message id="staff.cleaning.title">
        <source>Tør skærmen af nu</source>
        <translation>Tør skærmen af nu</translation>
    </message>
    <message id="staff.cleaning.left">
        <source>Tryk gør ingenting. Standen er klar igen om %1 sekunder.</source>
        <translation>Tryk gør ingenting. Standen er klar igen om %1 sekunder.</translation>
    </message>
    <message id="staff.pin.choose">
        <source>Vælg din egen kode: 6 til 10 tal.</source>
        <translation>Vælg din egen kode: 6 til 10 tal.</translation>
    </message>
    <message id="staff.pin.repeat">
        <source>Skriv den samme kode igen.</source>
        <translation>Skriv den samme kode igen.</translation>
    </message>
    <message id="staff.pin">
        <source>Indtast din egen kode.</source>
        <translation>Indtast din egen kode.</translation>
    </message>
    <message id="staff.pin.again">
        <source>Koden passede ikke. Prøv igen.</source>
        <translation>Koden passede ikke. Prøv igen.</translation>
    </message>
    <message id="staff.pin.lost">
        <source>Koden passede ikke. Standens koder er gået tabt. Bed centralenheden om en ny første kode.</source>
        <translation>Koden passede ikke. Standens koder er gået tabt. Bed centralenheden om en ny første kode.</translation>
    </message>
    <message id="staff.pin.wrong">
        <source>Koden passede ikke. Prøv igen om %1 sekunder. Besøgende kan bruge skærmen imens.</source>
        <translation>Koden passede ikke. Prøv igen om %1 sekunder. Besøgende kan bruge skærmen imens.</translation>
    </message>
    <message id="staff.pin.nobody">
        <source>Ingen har en kode endnu. Centralenheden opretter personale og giver den første kode.</source>
        <translation>Ingen har en kode endnu. Centralenheden opretter personale og giver den første kode.</translation>
    </message>
    <message id="staff.pin.fault">
        <source>Koden kan ikke prøves lige nu. Besøgende kan bruge skærmen. Ring til hjælp.</source>
        <translation>Koden kan ikke prøves lige nu. Besøgende kan bruge skærmen. Ring til hjælp.</translation>
    </message>
    <message id="staff.pin.short">
        <source>Koden skal have 6 til 10 tal.</source>
        <translation>Koden skal have 6 til 10 tal.</translation>
    </message>
    <message id="staff.pin.common">
        <source>Den kode kan ikke bruges: den er for let at gætte. Vælg en anden.</source>
        <translation>Den kode kan ikke bruges: den er for let at gætte. Vælg en anden.</translation>
    </message>
    <message id="staff.pin.other">
        <source>De to koder var ikke ens. Vælg igen.</source>
        <translation>De to koder var ikke ens. Vælg igen.</translation>
    </message>
    <message id="staff.pin.checking">
        <source>Vent lidt …</source>
        <translation>Vent lidt …</translation>
    </message>
    <message id="staff.title">
        <source>Personale</source>
        <translation>Personale</translation>
    </message>
    <message id="staff.nopin">
        <source>Uden kode</source>
        <translation>Uden kode</translation>
    </message>
    <message id="staff.back">
        <source>Tilbage</source>
        <translation>Tilbage</translation>
    </message>
    <message id="staff.pin.visitor">
        <source>Er du besøgende? Tryk Tilbage.
Her er ingen enkelte svar at se.</source>
        <translation>Er du besøgende? Tryk Tilbage.
Her er ingen enkelte svar at se.</translation>
    </message>
    <message id="staff.rail.overview">
        <source>Overblik</source>
        <translation>Overblik</translation>
    </message>
    <message id="staff.rail.questions">
        <source>Spørgsmål</source>
        <translation>Spørgsmål</translation>
    </message>
    <message id="staff.rail.accessories">
        <source>Tilbehør</source>
        <translation>Tilbehør</translation>
    </message>
    <message id="staff.rail.data">
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message id="staff.rail.settings">
        <source>Stand</source>
        <translation>Stand</translation>
    </message>
    <message id="staff.close">
        <source>Luk</source>
        <translation>Luk</translation>
    </message>
    <message id="staff.health.works">
        <source>Virker</source>
        <translation>Virker</translation>
    </message>
    <message id="staff.health.lookat">
        <source>Se efter</source>
        <translation>Se efter</translation>
    </message>
    <message id="staff.health.notin">
        <source>Ikke i</source>
        <translation>Ikke i</translation>
    </message>
    <message id="staff.health.notthere">
        <source>Findes ikke</source>
        <translation>Findes ikke</translation>
    </message>
    <message id="staff.health.untried">
        <source>Ikke prøvet</source>
        <translation>Ikke prøvet</translation>
    </message>
    <message id="staff.health.waits">
        <source>Venter</source>
        <translation>Venter</translation>
    </message>
    <message id="staff.health.and">
        <source>%1 og %2</source>
        <translation>%1 og %2</translation>
    </message>
    <message id="staff.health.touch.failed">
        <source>Skærmen svarede ikke ved prøven. Tør den af, og prøv igen.</source>
        <translation>Skærmen svarede ikke ved prøven. Tør den af, og prøv igen.</translation>
    </message>
    <message id="staff.health.door.failed">
        <source>Der kom ingen tælling ved prøven. Se, om stikket sidder, og prøv igen.</source>
        <translation>Der kom ingen tælling ved prøven. Se, om stikket sidder, og prøv igen.</translation>
    </message>
    <message id="staff.health.presence.failed">
        <source>Føleren så ingen ved prøven. Fjern det, der står foran den, og prøv igen.</source>
        <translation>Føleren så ingen ved prøven. Fjern det, der står foran den, og prøv igen.</translation>
    </message>
    <message id="staff.health.keys.none">
        <source>Der er ingen taktile knapper på standen.</source>
        <translation>Der er ingen taktile knapper på standen.</translation>
    </message>
    <message id="staff.health.door.none">
        <source>Ingen tæller. I kan indtaste dagens antal under Stand.</source>
        <translation>Ingen tæller. I kan indtaste dagens antal under Stand.</translation>
    </message>
    <message id="staff.health.presence.none">
        <source>Der er ingen føler på standen.</source>
        <translation>Der er ingen føler på standen.</translation>
    </message>
    <message id="staff.health.tried">
        <source>Prøvet %1</source>
        <translation>Prøvet %1</translation>
    </message>
    <message id="staff.health.nevertried">
        <source>Tryk Afprøv, så ved I, om alt virker.</source>
        <translation>Tryk Afprøv, så ved I, om alt virker.</translation>
    </message>
    <message id="staff.health.keys.dead">
        <source>Knap %1 svarede ikke. Rens, og prøv igen.</source>
        <translation>Knap %1 svarede ikke. Rens, og prøv igen.</translation>
    </message>
    <message id="staff.health.speech.one">
        <source>Tale på ét sprog</source>
        <translation>Tale på ét sprog</translation>
    </message>
    <message id="staff.health.speech">
        <source>Tale på %1 sprog</source>
        <translation>Tale på %1 sprog</translation>
    </message>
    <message id="staff.health.speech.starts">
        <source>Talen er ved at starte.</source>
        <translation>Talen er ved at starte.</translation>
    </message>
    <message id="staff.health.speech.nodevice">
        <source>Ingen lydudgang. Se, om højttalerens stik sidder.</source>
        <translation>Ingen lydudgang. Se, om højttalerens stik sidder.</translation>
    </message>
    <message id="staff.health.speech.novoice">
        <source>Der er ingen stemme på standen. Ring til hjælp.</source>
        <translation>Der er ingen stemme på standen. Ring til hjælp.</translation>
    </message>
    <message id="staff.health.speech.notheard">
        <source>Lyden blev ikke hørt ved prøven. Skru op, se efter stikket, og prøv igen.</source>
        <translation>Lyden blev ikke hørt ved prøven. Skru op, se efter stikket, og prøv igen.</translation>
    </message>
    <message id="staff.health.stick.in">
        <source>Krypteret. Kun centralenheden kan læse den.</source>
        <translation>Krypteret. Kun centralenheden kan læse den.</translation>
    </message>
    <message id="staff.health.stick.none">
        <source>Sæt en nøgle i for at hente eller gemme.</source>
        <translation>Sæt en nøgle i for at hente eller gemme.</translation>
    </message>
    <message id="staff.health.nocamera">
        <source>Kamera og mikrofon er spærret.</source>
        <translation>Kamera og mikrofon er spærret.</translation>
    </message>
    <message id="staff.health.camera">
        <source>Der sidder et kamera eller en mikrofon i standen. Tag det ud.</source>
        <translation>Der sidder et kamera eller en mikrofon i standen. Tag det ud.</translation>
    </message>
    <message id="staff.health.notenrolled">
        <source>Standen er ikke tilmeldt centralenheden. Intet sendes.</source>
        <translation>Standen er ikke tilmeldt centralenheden. Intet sendes.</translation>
    </message>
    <message id="staff.health.receipted">
        <source>Sidste svar: %1. Virker også uden netværk.</source>
        <translation>Sidste svar: %1. Virker også uden netværk.</translation>
    </message>
    <message id="staff.health.neveranswered">
        <source>Centralenheden har ikke svaret endnu. Virker også uden netværk.</source>
        <translation>Centralenheden har ikke svaret endnu. Virker også uden netværk.</translation>
    </message>
    <message id="staff.health.silent">
        <source>Centralenheden svarer ikke. Se efter netværksstikket. Intet går tabt.</source>
        <translation>Centralenheden svarer ikke. Se efter netværksstikket. Intet går tabt.</translation>
    </message>
    <message id="staff.health.allsent">
        <source>Ingen lukkede dage venter.</source>
        <translation>Ingen lukkede dage venter.</translation>
    </message>
    <message id="staff.health.daywaits">
        <source>Én lukket dag venter på at blive sendt.</source>
        <translation>Én lukket dag venter på at blive sendt.</translation>
    </message>
    <message id="staff.health.dayswait">
        <source>%1 lukkede dage venter på at blive sendt.</source>
        <translation>%1 lukkede dage venter på at blive sendt.</translation>
    </message>
    <message id="staff.health.clock.sure">
        <source>Uret går rigtigt.</source>
        <translation>Uret går rigtigt.</translation>
    </message>
    <message id="staff.health.clock.unsure">
        <source>Uret er stillet, men ikke bekræftet af centralenheden.</source>
        <translation>Uret er stillet, men ikke bekræftet af centralenheden.</translation>
    </message>
    <message id="staff.health.clock.wrong">
        <source>Uret er ikke stillet. Svar tæller, men får ingen time. Tilslut netværk.</source>
        <translation>Uret er ikke stillet. Svar tæller, men får ingen time. Tilslut netværk.</translation>
    </message>
    <message id="staff.health.roommore">
        <source>Mere end %1 dage</source>
        <translation>Mere end %1 dage</translation>
    </message>
    <message id="staff.health.room">
        <source>Ca. %1 dage</source>
        <translation>Ca. %1 dage</translation>
    </message>
    <message id="staff.health.littleroom">
        <source>Kun ca. %1 dage. Ring til hjælp.</source>
        <translation>Kun ca. %1 dage. Ring til hjælp.</translation>
    </message>
    <message id="staff.date.day">
        <source>dddd d. MMMM</source>
        <translation>dddd d. MMMM</translation>
    </message>
    <message id="staff.part.touch">
        <source>Touchskærm</source>
        <translation>Touchskærm</translation>
    </message>
    <message id="staff.part.keys">
        <source>Taktile knapper</source>
        <translation>Taktile knapper</translation>
    </message>
    <message id="staff.part.sound">
        <source>Høretelefoner og højttaler</source>
        <translation>Høretelefoner og højttaler</translation>
    </message>
    <message id="staff.part.door">
        <source>Dørtæller</source>
        <translation>Dørtæller</translation>
    </message>
    <message id="staff.part.presence">
        <source>Nærværsføler</source>
        <translation>Nærværsføler</translation>
    </message>
    <message id="staff.part.stick">
        <source>USB-nøgle</source>
        <translation>USB-nøgle</translation>
    </message>
    <message id="staff.part.camera">
        <source>Kamera og mikrofon</source>
        <translation>Kamera og mikrofon</translation>
    </message>
    <message id="staff.part.network">
        <source>Netværk</source>
        <translation>Netværk</translation>
    </message>
    <message id="staff.part.sending">
        <source>Sendt</source>
        <translation>Sendt</translation>
    </message>
    <message id="staff.part.clock">
        <source>Ur</source>
        <translation>Ur</translation>
    </message>
    <message id="staff.part.disk">
        <source>Plads uden netværk</source>
        <translation>Plads uden netværk</translation>
    </message>
    <message id="staff.status.good">
        <source>Standen virker</source>
        <translation>Standen virker</translation>
    </message>
    <message id="staff.status.one">
        <source>Standen virker. Se efter én ting</source>
        <translation>Standen virker. Se efter én ting</translation>
    </message>
    <message id="staff.status.many">
        <source>Standen virker. Se efter %1 ting</source>
        <translation>Standen virker. Se efter %1 ting</translation>
    </message>
    <message id="staff.data.lastsent.none">
        <source>Intet endnu</source>
        <translation>Intet endnu</translation>
    </message>
    <message id="staff.data.lastsent.today">
        <source>%1, kvittering i dag</source>
        <translation>%1, kvittering i dag</translation>
    </message>
    <message id="staff.data.lastsent">
        <source>%1, kvittering %2</source>
        <translation>%1, kvittering %2</translation>
    </message>
    <message id="staff.data.next.tonight">
        <source>I nat: én forseglet konvolut for %1</source>
        <translation>I nat: én forseglet konvolut for %1</translation>
    </message>
    <message id="staff.data.receiver">
        <source>Centralenheden for %1. Dér hedder standen %2.</source>
        <translation>Centralenheden for %1. Dér hedder standen %2.</translation>
    </message>
    <message id="staff.data.receiver.title">
        <source>Modtager</source>
        <translation>Modtager</translation>
    </message>
    <message id="staff.data.next.none">
        <source>Intet: standen er ikke tilmeldt centralenheden</source>
        <translation>Intet: standen er ikke tilmeldt centralenheden</translation>
    </message>
    <message id="staff.test.sound.sample">
        <source>Prøve af lyden. Sådan lyder standen.</source>
        <translation>Prøve af lyden. Sådan lyder standen.</translation>
    </message>
    <message id="staff.overview.usual">
        <source>sædvanlig %1: %2–%3</source>
        <translation>sædvanlig %1: %2–%3</translation>
    </message>
    <message id="staff.overview.sofar">
        <source>indtil nu</source>
        <translation>indtil nu</translation>
    </message>
    <message id="staff.overview.answers">
        <source>Svar</source>
        <translation>Svar</translation>
    </message>
    <message id="staff.overview.repeats.same">
        <source>%1 samme svar</source>
        <translation>%1 samme svar</translation>
    </message>
    <message id="staff.overview.repeats.corrected">
        <source>%1 rettet</source>
        <translation>%1 rettet</translation>
    </message>
    <message id="staff.overview.repeats.play">
        <source>%1 leg</source>
        <translation>%1 leg</translation>
    </message>
    <message id="staff.overview.repeats.run">
        <source>%1 i lange rækker</source>
        <translation>%1 i lange rækker</translation>
    </message>
    <message id="staff.overview.repeats.withoutcard">
        <source>%1 uden kort</source>
        <translation>%1 uden kort</translation>
    </message>
    <message id="staff.overview.dead.cleaning">
        <source>rengøring %1</source>
        <translation>rengøring %1</translation>
    </message>
    <message id="staff.overview.dead.off">
        <source>slukket %1</source>
        <translation>slukket %1</translation>
    </message>
    <message id="staff.overview.dead.staff">
        <source>personale %1</source>
        <translation>personale %1</translation>
    </message>
    <message id="staff.overview.dead.test">
        <source>prøve %1</source>
        <translation>prøve %1</translation>
    </message>
    <message id="staff.overview.dead">
        <source>Døde minutter</source>
        <translation>Døde minutter</translation>
    </message>
    <message id="staff.overview.dead.none">
        <source>ingen i dag</source>
        <translation>ingen i dag</translation>
    </message>
    <message id="staff.overview.of.door">
        <source>af %1 i døren</source>
        <translation>af %1 i døren</translation>
    </message>
    <message id="staff.overview.of.typed">
        <source>af %1 i døren (indtastet)</source>
        <translation>af %1 i døren (indtastet)</translation>
    </message>
    <message id="staff.overview.of.appointments">
        <source>af %1 aftaler (indtastet)</source>
        <translation>af %1 aftaler (indtastet)</translation>
    </message>
    <message id="staff.percent">
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message id="staff.overview.title">
        <source>I dag på %1</source>
        <translation>I dag på %1</translation>
    </message>
    <message id="staff.date.withyear">
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message id="staff.overview.repeats">
        <source>Gentagne tryk</source>
        <translation>Gentagne tryk</translation>
    </message>
    <message id="staff.overview.repeats.none">
        <source>ingen</source>
        <translation>ingen</translation>
    </message>
    <message id="staff.overview.participation">
        <source>Deltog</source>
        <translation>Deltog</translation>
    </message>
    <message id="staff.overview.nobodycounts">
        <source>Tast dagens antal under Stand</source>
        <translation>Tast dagens antal under Stand</translation>
    </message>
    <message id="staff.overview.week">
        <source>uge %1</source>
        <translation>uge %1</translation>
    </message>
    <message id="staff.overview.week.answers">
        <source>uge %1, %2 svar</source>
        <translation>uge %1, %2 svar</translation>
    </message>
    <message id="staff.overview.week.none">
        <source>Ingen uge er lukket og forseglet endnu.</source>
        <translation>Ingen uge er lukket og forseglet endnu.</translation>
    </message>
    <message id="staff.overview.week.shares">
        <source>Stregen er usikkerheden. Tre søjler fra %1 svar, fem ansigter fra %2.</source>
        <translation>Stregen er usikkerheden. Tre søjler fra %1 svar, fem ansigter fra %2.</translation>
    </message>
    <message id="staff.overview.week.few">
        <source>Under %1 svar. Så få vises ikke, så ingen kan kendes på sit svar.</source>
        <translation>Under %1 svar. Så få vises ikke, så ingen kan kendes på sit svar.</translation>
    </message>
    <message id="staff.overview.week.unanimous">
        <source>Svarene er næsten ens og under 20. De vises ikke, for så kunne man kende hver persons svar.</source>
        <translation>Svarene er næsten ens og under 20. De vises ikke, for så kunne man kende hver persons svar.</translation>
    </message>
    <message id="staff.overview.week.gone">
        <source>Standen har ikke ugens tal mere. De er hos centralenheden.</source>
        <translation>Standen har ikke ugens tal mere. De er hos centralenheden.</translation>
    </message>
    <message id="staff.overview.week.waits">
        <source>Den nyeste uge venter på dage med få svar.</source>
        <translation>Den nyeste uge venter på dage med få svar.</translation>
    </message>
    <message id="staff.overview.low">
        <source>Dårligt eller meget dårligt</source>
        <translation>Dårligt eller meget dårligt</translation>
    </message>
    <message id="staff.overview.middle">
        <source>Midt imellem</source>
        <translation>Midt imellem</translation>
    </message>
    <message id="staff.overview.high">
        <source>Godt eller meget godt</source>
        <translation>Godt eller meget godt</translation>
    </message>
    <message id="staff.percent.range">
        <source>%1–%2 %</source>
        <translation>%1–%2 %</translation>
    </message>
    <message id="staff.overview.hidden">
        <source>Tallene vises kun i centralenheden. Sådan har kommunen valgt det.</source>
        <translation>Tallene vises kun i centralenheden. Sådan har kommunen valgt det.</translation>
    </message>
    <message id="staff.overview.blind">
        <source>Tallene for i dag vises, når dagen er lukket.</source>
        <translation>Tallene for i dag vises, når dagen er lukket.</translation>
    </message>
    <message id="staff.overview.lastweek">
        <source>Sidste lukkede uge</source>
        <translation>Sidste lukkede uge</translation>
    </message>
    <message id="staff.overview.stand">
        <source>Stand og data</source>
        <translation>Stand og data</translation>
    </message>
    <message id="staff.accessories">
        <source>Tilbehør</source>
        <translation>Tilbehør</translation>
    </message>
    <message id="staff.test">
        <source>Afprøv</source>
        <translation>Afprøv</translation>
    </message>
    <message id="staff.stick.open">
        <source>Åbn</source>
        <translation>Åbn</translation>
    </message>
    <message id="staff.camera.sentence">
        <source>Sætningen om kamera og mikrofon er fjernet fra skærmen.</source>
        <translation>Sætningen om kamera og mikrofon er fjernet fra skærmen.</translation>
    </message>
    <message id="staff.camera.found">
        <source>Sætningen om kamera og mikrofon er fjernet fra skærmen, og ingen bliver bedt om at skrive.</source>
        <translation>Sætningen om kamera og mikrofon er fjernet fra skærmen, og ingen bliver bedt om at skrive.</translation>
    </message>
    <message id="staff.camera.blocked">
        <source>Kamera og mikrofon er spærret. Sættes de i, fjerner standen sætningen om dem, ingen bliver bedt om at skrive, og I får besked her.</source>
        <translation>Kamera og mikrofon er spærret. Sættes de i, fjerner standen sætningen om dem, ingen bliver bedt om at skrive, og I får besked her.</translation>
    </message>
    <message id="staff.data">
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message id="staff.data.allsent">
        <source>Alt er sendt</source>
        <translation>Alt er sendt</translation>
    </message>
    <message id="staff.data.waits">
        <source>Venter</source>
        <translation>Venter</translation>
    </message>
    <message id="staff.data.daywaits">
        <source>lukket dag venter på at blive sendt</source>
        <translation>lukket dag venter på at blive sendt</translation>
    </message>
    <message id="staff.data.dayswait">
        <source>lukkede dage venter på at blive sendt</source>
        <translation>lukkede dage venter på at blive sendt</translation>
    </message>
    <message id="staff.data.lastsent.title">
        <source>Sidst sendt</source>
        <translation>Sidst sendt</translation>
    </message>
    <message id="staff.data.next">
        <source>Næste</source>
        <translation>Næste</translation>
    </message>
    <message id="staff.data.sendnow">
        <source>Send nu</source>
        <translation>Send nu</translation>
    </message>
    <message id="staff.data.sending">
        <source>Venter på centralenhedens svar</source>
        <translation>Venter på centralenhedens svar</translation>
    </message>
    <message id="staff.data.sent">
        <source>Sendt. Centralenheden har svaret.</source>
        <translation>Sendt. Centralenheden har svaret.</translation>
    </message>
    <message id="staff.data.noanswer">
        <source>Intet svar endnu. Standen prøver selv igen.</source>
        <translation>Intet svar endnu. Standen prøver selv igen.</translation>
    </message>
    <message id="staff.data.onlyclosed">
        <source>Sender kun lukkede dage</source>
        <translation>Sender kun lukkede dage</translation>
    </message>
    <message id="staff.data.stick">
        <source>Gem data, hent spørgsmål</source>
        <translation>Gem data, hent spørgsmål</translation>
    </message>
    <message id="staff.data.audit">
        <source>Logbog</source>
        <translation>Logbog</translation>
    </message>
    <message id="staff.data.audit.detail">
        <source>Hvem gjorde hvad, i hvilken time</source>
        <translation>Hvem gjorde hvad, i hvilken time</translation>
    </message>
    <message id="staff.data.documents">
        <source>Til opslagstavlen</source>
        <translation>Til opslagstavlen</translation>
    </message>
    <message id="staff.data.documents.detail">
        <source>Hvad måles, og hvad siger receptionen</source>
        <translation>Hvad måles, og hvad siger receptionen</translation>
    </message>
    <message id="staff.help.none">
        <source>Intet nummer</source>
        <translation>Intet nummer</translation>
    </message>
    <message id="staff.help.enter">
        <source>Skriv nummeret til jeres hjælp under Stand.</source>
        <translation>Skriv nummeret til jeres hjælp under Stand.</translation>
    </message>
    <message id="staff.help">
        <source>Hjælp til standen</source>
        <translation>Hjælp til standen</translation>
    </message>
    <message id="staff.help.hours">
        <source>Hjælp til standen, %1</source>
        <translation>Hjælp til standen, %1</translation>
    </message>
    <message id="staff.test.touch">
        <source>Tryk på alle felter.</source>
        <translation>Tryk på alle felter.</translation>
    </message>
    <message id="staff.test.keys">
        <source>Tryk på hver knap, én ad gangen.</source>
        <translation>Tryk på hver knap, én ad gangen.</translation>
    </message>
    <message id="staff.test.sound">
        <source>Hører I sætningen?</source>
        <translation>Hører I sætningen?</translation>
    </message>
    <message id="staff.test.door">
        <source>Lad én person gå gennem døren.</source>
        <translation>Lad én person gå gennem døren.</translation>
    </message>
    <message id="staff.test.presence">
        <source>Stil jer foran skærmen, gå væk, og kom igen.</source>
        <translation>Stil jer foran skærmen, gå væk, og kom igen.</translation>
    </message>
    <message id="staff.test.field">
        <source>Felt %1</source>
        <translation>Felt %1</translation>
    </message>
    <message id="staff.test.nothing">
        <source>Intet endnu</source>
        <translation>Intet endnu</translation>
    </message>
    <message id="staff.test.counted">
        <source>Talte %1</source>
        <translation>Talte %1</translation>
    </message>
    <message id="staff.test.saw">
        <source>Så nogen: %1</source>
        <translation>Så nogen: %1</translation>
    </message>
    <message id="staff.test.again">
        <source>Sig den igen</source>
        <translation>Sig den igen</translation>
    </message>
    <message id="staff.test.cancel">
        <source>Afbryd</source>
        <translation>Afbryd</translation>
    </message>
    <message id="staff.test.notheard">
        <source>Nej, intet</source>
        <translation>Nej, intet</translation>
    </message>
    <message id="staff.test.heard">
        <source>Ja, den virker</source>
        <translation>Ja, den virker</translation>
    </message>
    <message id="staff.test.all">
        <source>Færdig: alt svarede</source>
        <translation>Færdig: alt svarede</translation>
    </message>
    <message id="staff.test.rest">
        <source>Slut: resten svarer ikke</source>
        <translation>Slut: resten svarer ikke</translation>
    </message>
    <message id="staff.test.none">
        <source>Slut: der kom intet</source>
        <translation>Slut: der kom intet</translation>
    </message>
    <message id="staff.council.times.atonce">
        <source>Standen bruger dem til at se, om den samme trykker flere gange. De forlader aldrig standen og slettes, når dagen er slut.</source>
        <translation>Standen bruger dem til at se, om den samme trykker flere gange. De forlader aldrig standen og slettes, når dagen er slut.</translation>
    </message>
    <message id="staff.council.times.oneday">
        <source>Standen bruger dem til at se, om den samme trykker flere gange. De forlader aldrig standen og slettes 1 dag efter, at dagen er slut.</source>
        <translation>Standen bruger dem til at se, om den samme trykker flere gange. De forlader aldrig standen og slettes 1 dag efter, at dagen er slut.</translation>
    </message>
    <message id="staff.council.times">
        <source>Standen bruger dem til at se, om den samme trykker flere gange. De forlader aldrig standen og slettes %1 dage efter, at dagen er slut.</source>
        <translation>Standen bruger dem til at se, om den samme trykker flere gange. De forlader aldrig standen og slettes %1 dage efter, at dagen er slut.</translation>
    </message>
    <message id="staff.council.measured">
        <source>Det måler standen</source>
        <translation>Det måler standen</translation>
    </message>
    <message id="staff.council.answers.lead">
        <source>Svarene</source>
        <translation>Svarene</translation>
    </message>
    <message id="staff.council.answers">
        <source>Hvilket ansigt den besøgende trykker på, svarene på de spørgsmål, der kommer bagefter, og sproget på skærmen.</source>
        <translation>Hvilket ansigt den besøgende trykker på, svarene på de spørgsmål, der kommer bagefter, og sproget på skærmen.</translation>
    </message>
    <message id="staff.council.times.lead">
        <source>Tidspunkter for tryk</source>
        <translation>Tidspunkter for tryk</translation>
    </message>
    <message id="staff.council.sensor.lead">
        <source>En føler</source>
        <translation>En føler</translation>
    </message>
    <message id="staff.council.sensor">
        <source>Den mærker, om nogen står ved standen. Den tager ikke billeder og kender ingen igen.</source>
        <translation>Den mærker, om nogen står ved standen. Den tager ikke billeder og kender ingen igen.</translation>
    </message>
    <message id="staff.council.text.lead">
        <source>Tekst, som besøgende skriver</source>
        <translation>Tekst, som besøgende skriver</translation>
    </message>
    <message id="staff.council.text">
        <source>Den læses kun af %1 og slettes %2 dage efter, at den er sendt.</source>
        <translation>Den læses kun af %1 og slettes %2 dage efter, at den er sendt.</translation>
    </message>
    <message id="staff.council.names.lead">
        <source>Navne i teksten</source>
        <translation>Navne i teksten</translation>
    </message>
    <message id="staff.council.names">
        <source>Navne på centralenhedens liste (%1) bliver til [medarbejder], før teksten gemmes.</source>
        <translation>Navne på centralenhedens liste (%1) bliver til [medarbejder], før teksten gemmes.</translation>
    </message>
    <message id="staff.council.minutes.lead">
        <source>Minutter, hvor standen ikke er for besøgende</source>
        <translation>Minutter, hvor standen ikke er for besøgende</translation>
    </message>
    <message id="staff.council.minutes">
        <source>Rengøring, prøve og personale: ét tal om dagen for hver.</source>
        <translation>Rengøring, prøve og personale: ét tal om dagen for hver.</translation>
    </message>
    <message id="staff.council.never">
        <source>Det måles aldrig</source>
        <translation>Det måles aldrig</translation>
    </message>
    <message id="staff.council.person.lead">
        <source>Den enkelte medarbejder</source>
        <translation>Den enkelte medarbejder</translation>
    </message>
    <message id="staff.council.person">
        <source>Standen ved ikke, hvem den besøgende har talt med. Der er intet tal for en medarbejder, en skranke eller en samtale.</source>
        <translation>Standen ved ikke, hvem den besøgende har talt med. Der er intet tal for en medarbejder, en skranke eller en samtale.</translation>
    </message>
    <message id="staff.council.finest.lead">
        <source>Hvornår et svar blev givet</source>
        <translation>Hvornår et svar blev givet</translation>
    </message>
    <message id="staff.council.finest">
        <source>Når et svar forlader standen, har det intet tidspunkt, der er finere end en time, og timen kun, når mindst %1 besøg deler den. Ellers er det en halv dag eller en dag.</source>
        <translation>Når et svar forlader standen, har det intet tidspunkt, der er finere end en time, og timen kun, når mindst %1 besøg deler den. Ellers er det en halv dag eller en dag.</translation>
    </message>
    <message id="staff.council.small.lead">
        <source>Små tal</source>
        <translation>Små tal</translation>
    </message>
    <message id="staff.council.small">
        <source>Jobcentret ser kun tal for mindst %1 svar.</source>
        <translation>Jobcentret ser kun tal for mindst %1 svar.</translation>
    </message>
    <message id="staff.council.camera.lead">
        <source>Billeder og lyd</source>
        <translation>Billeder og lyd</translation>
    </message>
    <message id="staff.council.camera">
        <source>Standen har hverken kamera eller mikrofon. Den ser selv efter hvert sekund.</source>
        <translation>Standen har hverken kamera eller mikrofon. Den ser selv efter hvert sekund.</translation>
    </message>
    <message id="staff.council.cctv.lead">
        <source>Tv-overvågning i lokalet</source>
        <translation>Tv-overvågning i lokalet</translation>
    </message>
    <message id="staff.council.cctv">
        <source>Der er tv-overvågning i lokalet. Den hører ikke til standen og bruges ikke til at tælle svar.</source>
        <translation>Der er tv-overvågning i lokalet. Den hører ikke til standen og bruges ikke til at tælle svar.</translation>
    </message>
    <message id="staff.council.acts">
        <source>Det, personalet selv gør ved standen</source>
        <translation>Det, personalet selv gør ved standen</translation>
    </message>
    <message id="staff.council.mode.lead">
        <source>Tryk tæller ikke</source>
        <translation>Tryk tæller ikke</translation>
    </message>
    <message id="staff.council.mode">
        <source>Det, personalet trykker på, mens de betjener standen, er aldrig et svar.</source>
        <translation>Det, personalet trykker på, mens de betjener standen, er aldrig et svar.</translation>
    </message>
    <message id="staff.council.trail.lead">
        <source>Logbogen</source>
        <translation>Logbogen</translation>
    </message>
    <message id="staff.council.trail">
        <source>Den siger, hvem der gjorde hvad på standen, og i hvilken time: fik adgang, ændrede spørgsmål eller indstillinger, brugte en USB-nøgle. Aldrig et svar, og intet, der viser, hvornår et svar blev givet.</source>
        <translation>Den siger, hvem der gjorde hvad på standen, og i hvilken time: fik adgang, ændrede spørgsmål eller indstillinger, brugte en USB-nøgle. Aldrig et svar, og intet, der viser, hvornår et svar blev givet.</translation>
    </message>
    <message id="staff.council.trailseen.lead">
        <source>Hvem ser logbogen</source>
        <translation>Hvem ser logbogen</translation>
    </message>
    <message id="staff.council.trailseen">
        <source>Alle med en kode kan læse den på standen, og intet i den slettes, så længe standen er i brug. En kopi sendes til centralenheden med dagene, så det ses, hvis nogen retter i den.</source>
        <translation>Alle med en kode kan læse den på standen, og intet i den slettes, så længe standen er i brug. En kopi sendes til centralenheden med dagene, så det ses, hvis nogen retter i den.</translation>
    </message>
    <message id="staff.council.codes.lead">
        <source>Koder</source>
        <translation>Koder</translation>
    </message>
    <message id="staff.council.codes">
        <source>Hver har sin egen. Standen gemmer ikke koden, men et aftryk, som den ikke kan læses af.</source>
        <translation>Hver har sin egen. Standen gemmer ikke koden, men et aftryk, som den ikke kan læses af.</translation>
    </message>
    <message id="staff.council.who">
        <source>Hvem ser hvad, og hvor længe</source>
        <translation>Hvem ser hvad, og hvor længe</translation>
    </message>
    <message id="staff.council.stand.lead">
        <source>På standen</source>
        <translation>På standen</translation>
    </message>
    <message id="staff.council.stand.hidden">
        <source>Centralenheden har slået resultater fra. Personalet ser ingen af dem på standen.</source>
        <translation>Centralenheden har slået resultater fra. Personalet ser ingen af dem på standen.</translation>
    </message>
    <message id="staff.council.stand">
        <source>Mens dagen går, ser personalet intet om, hvad der bliver svaret: kun antal svar, gentagne tryk og minutter uden svar. For den sidste hele uge ses tre andele fra %1 svar og fem fra %2. Aldrig et enkelt svar, et klokkeslæt eller en tekst.</source>
        <translation>Mens dagen går, ser personalet intet om, hvad der bliver svaret: kun antal svar, gentagne tryk og minutter uden svar. For den sidste hele uge ses tre andele fra %1 svar og fem fra %2. Aldrig et enkelt svar, et klokkeslæt eller en tekst.</translation>
    </message>
    <message id="staff.council.sealed.lead">
        <source>Dage, der er sendt</source>
        <translation>Dage, der er sendt</translation>
    </message>
    <message id="staff.council.sealed">
        <source>Hver dag forsegles til centralenheden. Standen sletter den %1 dage efter, at centralenheden har kvitteret.</source>
        <translation>Hver dag forsegles til centralenheden. Standen sletter den %1 dage efter, at centralenheden har kvitteret.</translation>
    </message>
    <message id="staff.council.help.lead">
        <source>Spørgsmål til standen</source>
        <translation>Spørgsmål til standen</translation>
    </message>
    <message id="staff.reception.words">
        <source>Sig det med de samme ord hver gang</source>
        <translation>Sig det med de samme ord hver gang</translation>
    </message>
    <message id="staff.reception.phrase">
        <source>“Du må gerne sige, hvordan det gik i dag. Skærmen står ved udgangen. Det er frivilligt, og vi får ikke at vide, hvad du svarer.”</source>
        <translation>“Du må gerne sige, hvordan det gik i dag. Skærmen står ved udgangen. Det er frivilligt, og vi får ikke at vide, hvad du svarer.”</translation>
    </message>
    <message id="staff.reception.when">
        <source>Når besøget er slut, og til alle. Ikke kun, når det gik godt.</source>
        <translation>Når besøget er slut, og til alle. Ikke kun, når det gik godt.</translation>
    </message>
    <message id="staff.reception.more.lead">
        <source>Spørger nogen, hvor længe det varer</source>
        <translation>Spørger nogen, hvor længe det varer</translation>
    </message>
    <message id="staff.reception.more">
        <source>Ét tryk er nok. Bagefter spørger skærmen, om man vil svare på lidt mere. Det er også frivilligt.</source>
        <translation>Ét tryk er nok. Bagefter spørger skærmen, om man vil svare på lidt mere. Det er også frivilligt.</translation>
    </message>
    <message id="staff.reception.one">
        <source>Ét tryk er det hele.</source>
        <translation>Ét tryk er det hele.</translation>
    </message>
    <message id="staff.reception.camera.lead">
        <source>Spørger nogen, om de bliver filmet</source>
        <translation>Spørger nogen, om de bliver filmet</translation>
    </message>
    <message id="staff.reception.camera">
        <source>Standen har hverken kamera eller mikrofon.</source>
        <translation>Standen har hverken kamera eller mikrofon.</translation>
    </message>
    <message id="staff.reception.cctv.lead">
        <source>Og kameraet i lokalet</source>
        <translation>Og kameraet i lokalet</translation>
    </message>
    <message id="staff.reception.cctv">
        <source>Der er tv-overvågning her. Den hører ikke til standen.</source>
        <translation>Der er tv-overvågning her. Den hører ikke til standen.</translation>
    </message>
    <message id="staff.reception.never">
        <source>Aldrig</source>
        <translation>Aldrig</translation>
    </message>
    <message id="staff.reception.point">
        <source>Peg aldrig på et ansigt, og sig aldrig, hvad man bør trykke på.</source>
        <translation>Peg aldrig på et ansigt, og sig aldrig, hvad man bør trykke på.</translation>
    </message>
    <message id="staff.reception.beside">
        <source>Stå aldrig ved siden af, mens nogen svarer. Gå et skridt væk.</source>
        <translation>Stå aldrig ved siden af, mens nogen svarer. Gå et skridt væk.</translation>
    </message>
    <message id="staff.reception.ask">
        <source>Tryk aldrig for andre, og spørg ikke, hvad de svarede.</source>
        <translation>Tryk aldrig for andre, og spørg ikke, hvad de svarede.</translation>
    </message>
    <message id="staff.reception.nocode">
        <source>Uden kode: hold på kommunens mærke i 3 sekunder</source>
        <translation>Uden kode: hold på kommunens mærke i 3 sekunder</translation>
    </message>
    <message id="staff.reception.clean.lead">
        <source>Rengøring</source>
        <translation>Rengøring</translation>
    </message>
    <message id="staff.reception.clean">
        <source>Skærmen kan tørres af i 30 sekunder uden at tælle tryk.</source>
        <translation>Skærmen kan tørres af i 30 sekunder uden at tælle tryk.</translation>
    </message>
    <message id="staff.reception.posted.lead">
        <source>Hængt op</source>
        <translation>Hængt op</translation>
    </message>
    <message id="staff.reception.posted">
        <source>Tryk, når resultatet er hængt op, så alle kan se det.</source>
        <translation>Tryk, når resultatet er hængt op, så alle kan se det.</translation>
    </message>
    <message id="staff.reception.today.lead">
        <source>Vi inviterer i dag</source>
        <translation>Vi inviterer i dag</translation>
    </message>
    <message id="staff.reception.today">
        <source>Tryk om morgenen på de dage, I siger ordene ovenfor. Ellers kan dagene ikke sammenlignes.</source>
        <translation>Tryk om morgenen på de dage, I siger ordene ovenfor. Ellers kan dagene ikke sammenlignes.</translation>
    </message>
    <message id="staff.reception.help">
        <source>Virker den ikke?</source>
        <translation>Virker den ikke?</translation>
    </message>
    <message id="staff.reception.call">
        <source>Ring til %1</source>
        <translation>Ring til %1</translation>
    </message>
    <message id="staff.council.title">
        <source>Hvad måles, hvad måles aldrig</source>
        <translation>Hvad måles, hvad måles aldrig</translation>
    </message>
    <message id="staff.reception.title">
        <source>Sådan inviterer I til standen</source>
        <translation>Sådan inviterer I til standen</translation>
    </message>
    <message id="staff.audit.signed-in">
        <source>Loggede ind</source>
        <translation>Loggede ind</translation>
    </message>
    <message id="staff.audit.pin-chosen">
        <source>Valgte sin egen kode</source>
        <translation>Valgte sin egen kode</translation>
    </message>
    <message id="staff.audit.entry-paused">
        <source>Forkert kode flere gange: en pause begyndte</source>
        <translation>Forkert kode flere gange: en pause begyndte</translation>
    </message>
    <message id="staff.audit.cleaning">
        <source>Rengjorde skærmen</source>
        <translation>Rengjorde skærmen</translation>
    </message>
    <message id="staff.audit.posted">
        <source>Hængte resultatet op</source>
        <translation>Hængte resultatet op</translation>
    </message>
    <message id="staff.audit.inviting">
        <source>Begyndte at invitere</source>
        <translation>Begyndte at invitere</translation>
    </message>
    <message id="staff.audit.inviting-ended">
        <source>Holdt op med at invitere</source>
        <translation>Holdt op med at invitere</translation>
    </message>
    <message id="staff.audit.questionnaire-published">
        <source>Gemte nye spørgsmål</source>
        <translation>Gemte nye spørgsmål</translation>
    </message>
    <message id="staff.audit.question-hidden">
        <source>Skjulte et spørgsmål</source>
        <translation>Skjulte et spørgsmål</translation>
    </message>
    <message id="staff.audit.questionnaire-restored">
        <source>Satte en tidligere version af spørgsmålene tilbage</source>
        <translation>Satte en tidligere version af spørgsmålene tilbage</translation>
    </message>
    <message id="staff.audit.settings-changed">
        <source>Ændrede indstillinger</source>
        <translation>Ændrede indstillinger</translation>
    </message>
    <message id="staff.audit.typed-count">
        <source>Indtastede et antal</source>
        <translation>Indtastede et antal</translation>
    </message>
    <message id="staff.audit.rehearsed">
        <source>Prøvede spørgsmålene på skærmen</source>
        <translation>Prøvede spørgsmålene på skærmen</translation>
    </message>
    <message id="staff.audit.device-tested">
        <source>Prøvede tilbehør</source>
        <translation>Prøvede tilbehør</translation>
    </message>
    <message id="staff.audit.send-now">
        <source>Bad standen sende nu</source>
        <translation>Bad standen sende nu</translation>
    </message>
    <message id="staff.audit.stick-exported">
        <source>Gemte data på USB-nøgle</source>
        <translation>Gemte data på USB-nøgle</translation>
    </message>
    <message id="staff.audit.stick-imported">
        <source>Hentede centralenhedens svar fra USB-nøgle</source>
        <translation>Hentede centralenhedens svar fra USB-nøgle</translation>
    </message>
    <message id="staff.audit.questionnaire-exported">
        <source>Gemte spørgsmål på USB-nøgle</source>
        <translation>Gemte spørgsmål på USB-nøgle</translation>
    </message>
    <message id="staff.audit.questionnaire-imported">
        <source>Hentede spørgsmål fra USB-nøgle</source>
        <translation>Hentede spørgsmål fra USB-nøgle</translation>
    </message>
    <message id="staff.audit.configuration-taken">
        <source>Ny opsætning fra centralenheden</source>
        <translation>Ny opsætning fra centralenheden</translation>
    </message>
    <message id="staff.audit.configuration-refused">
        <source>En opsætning blev afvist</source>
        <translation>En opsætning blev afvist</translation>
    </message>
    <message id="staff.audit.people-changed">
        <source>Personalelisten blev ændret</source>
        <translation>Personalelisten blev ændret</translation>
    </message>
    <message id="staff.audit.works-council-page">
        <source>Viste siden til MED-udvalget</source>
        <translation>Viste siden til MED-udvalget</translation>
    </message>
    <message id="staff.audit.who.nobody">
        <source>Uden kode</source>
        <translation>Uden kode</translation>
    </message>
    <message id="staff.audit.who.centre">
        <source>Centralenheden</source>
        <translation>Centralenheden</translation>
    </message>
    <message id="staff.audit.who.admin">
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message id="staff.audit.who.stand">
        <source>Standen selv</source>
        <translation>Standen selv</translation>
    </message>
    <message id="staff.audit.when">
        <source>%1, kl. %2–%3</source>
        <translation>%1, kl. %2–%3</translation>
    </message>
    <message id="staff.audit.unreadable">
        <source>Logbogen kan ikke læses. Ring til hjælp.</source>
        <translation>Logbogen kan ikke læses. Ring til hjælp.</translation>
    </message>
    <message id="staff.audit.broken">
        <source>Nogen har ændret i logbogen. Ring til hjælp.</source>
        <translation>Nogen har ændret i logbogen. Ring til hjælp.</translation>
    </message>
    <message id="staff.audit.whole">
        <source>Logbogen er hel.</source>
        <translation>Logbogen er hel.</translation>
    </message>
    <message id="staff.audit.line">
        <source>Hvem gjorde hvad, i hvilken time. Ingen svar.</source>
        <translation>Hvem gjorde hvad, i hvilken time. Ingen svar.</translation>
    </message>
    <message id="staff.audit.more">
        <source>Vis flere</source>
        <translation>Vis flere</translation>
    </message>
    <message id="staff.counts.door.of">
        <source>Dør %1</source>
        <translation>Dør %1</translation>
    </message>
    <message id="staff.counts.appointments.of">
        <source>Aftaler %1</source>
        <translation>Aftaler %1</translation>
    </message>
    <message id="staff.counts.typed">
        <source>%1 (indtastet)</source>
        <translation>%1 (indtastet)</translation>
    </message>
    <message id="staff.counts.today">
        <source>I dag</source>
        <translation>I dag</translation>
    </message>
    <message id="staff.counts.nothing">
        <source>intet indtastet</source>
        <translation>intet indtastet</translation>
    </message>
    <message id="staff.counts.saved">
        <source>Gemt, og mærket “indtastet”.</source>
        <translation>Gemt, og mærket “indtastet”.</translation>
    </message>
    <message id="staff.counts.failed">
        <source>Kunne ikke gemmes. Prøv igen.</source>
        <translation>Kunne ikke gemmes. Prøv igen.</translation>
    </message>
    <message id="staff.counts.line">
        <source>Kun hele dage. Tallene mærkes “indtastet” og blandes aldrig med dørtælleren.</source>
        <translation>Kun hele dage. Tallene mærkes “indtastet” og blandes aldrig med dørtælleren.</translation>
    </message>
    <message id="staff.counts.door">
        <source>Gennem døren</source>
        <translation>Gennem døren</translation>
    </message>
    <message id="staff.counts.appointments">
        <source>Aftaler</source>
        <translation>Aftaler</translation>
    </message>
    <message id="staff.add.choice">
        <source>Ét valg</source>
        <translation>Ét valg</translation>
    </message>
    <message id="staff.add.choices">
        <source>Flere valg</source>
        <translation>Flere valg</translation>
    </message>
    <message id="staff.add.count">
        <source>%1 spørgsmål</source>
        <translation>%1 spørgsmål</translation>
    </message>
    <message id="staff.add.exists">
        <source>Findes</source>
        <translation>Findes</translation>
    </message>
    <message id="staff.add.library">
        <source>Fra biblioteket</source>
        <translation>Fra biblioteket</translation>
    </message>
    <message id="staff.add.line">
        <source>Biblioteket er skrevet og oversat på forhånd. Et nyt skriver du selv.</source>
        <translation>Biblioteket er skrevet og oversat på forhånd. Et nyt skriver du selv.</translation>
    </message>
    <message id="staff.add.new">
        <source>Skriv et nyt</source>
        <translation>Skriv et nyt</translation>
    </message>
    <message id="staff.add.title">
        <source>Tilføj et spørgsmål</source>
        <translation>Tilføj et spørgsmål</translation>
    </message>
    <message id="staff.choices.add">
        <source>Tilføj et svar</source>
        <translation>Tilføj et svar</translation>
    </message>
    <message id="staff.choices.answer">
        <source>Svar %1</source>
        <translation>Svar %1</translation>
    </message>
    <message id="staff.choices.down">
        <source>Ned</source>
        <translation>Ned</translation>
    </message>
    <message id="staff.choices.remove">
        <source>Fjern</source>
        <translation>Fjern</translation>
    </message>
    <message id="staff.choices.scale">
        <source>Skalaen er den samme i alle spørgsmål med “I hvilken grad”, så svarene kan sammenlignes.</source>
        <translation>Skalaen er den samme i alle spørgsmål med “I hvilken grad”, så svarene kan sammenlignes.</translation>
    </message>
    <message id="staff.choices.several">
        <source>Flere svar må vælges</source>
        <translation>Flere svar må vælges</translation>
    </message>
    <message id="staff.choices.title">
        <source>Svarene</source>
        <translation>Svarene</translation>
    </message>
    <message id="staff.choices.up">
        <source>Op</source>
        <translation>Op</translation>
    </message>
    <message id="staff.condition.answer">
        <source>… og når de har svaret på</source>
        <translation>… og når de har svaret på</translation>
    </message>
    <message id="staff.condition.any">
        <source>Hvad som helst</source>
        <translation>Hvad som helst</translation>
    </message>
    <message id="staff.condition.face">
        <source>Ansigt %1 af 5</source>
        <translation>Ansigt %1 af 5</translation>
    </message>
    <message id="staff.condition.faces">
        <source>Det stilles, når besøgende har valgt et af disse ansigter</source>
        <translation>Det stilles, når besøgende har valgt et af disse ansigter</translation>
    </message>
    <message id="staff.condition.title">
        <source>Vises efter</source>
        <translation>Vises efter</translation>
    </message>
    <message id="staff.history.changes">
        <source>Sættes den tilbage, ændres det her</source>
        <translation>Sættes den tilbage, ændres det her</translation>
    </message>
    <message id="staff.history.choose">
        <source>Vælg en version for at se, hvad der ville ændre sig.</source>
        <translation>Vælg en version for at se, hvad der ville ændre sig.</translation>
    </message>
    <message id="staff.history.draft">
        <source>Din kladde forsvinder, når du sætter en version tilbage.</source>
        <translation>Din kladde forsvinder, når du sætter en version tilbage.</translation>
    </message>
    <message id="staff.history.line">
        <source>Ingen version ændres nogensinde. Sætter du en tilbage, bliver det en ny.</source>
        <translation>Ingen version ændres nogensinde. Sætter du en tilbage, bliver det en ny.</translation>
    </message>
    <message id="staff.history.none">
        <source>Her er ikke gemt noget endnu. Spørgsmålene er, som centralenheden eller leverandøren har lavet dem.</source>
        <translation>Her er ikke gemt noget endnu. Spørgsmålene er, som centralenheden eller leverandøren har lavet dem.</translation>
    </message>
    <message id="staff.history.now">
        <source>Gælder nu</source>
        <translation>Gælder nu</translation>
    </message>
    <message id="staff.history.restore">
        <source>Sæt tilbage fra %1</source>
        <translation>Sæt tilbage fra %1</translation>
    </message>
    <message id="staff.history.same">
        <source>Intet. Den er som det, der gælder.</source>
        <translation>Intet. Den er som det, der gælder.</translation>
    </message>
    <message id="staff.languages.lacks">
        <source>Mangler</source>
        <translation>Mangler</translation>
    </message>
    <message id="staff.languages.missing">
        <source>Her mangler noget. På det sprog springes spørgsmålet over og gemmes som “ikke spurgt”.</source>
        <translation>Her mangler noget. På det sprog springes spørgsmålet over og gemmes som “ikke spurgt”.</translation>
    </message>
    <message id="staff.languages.title">
        <source>Sprog</source>
        <translation>Sprog</translation>
    </message>
    <message id="staff.publish.changes">
        <source>Det ændrer sig</source>
        <translation>Det ændrer sig</translation>
    </message>
    <message id="staff.publish.discard">
        <source>Smid kladden væk</source>
        <translation>Smid kladden væk</translation>
    </message>
    <message id="staff.publish.discard.detail">
        <source>Det kan ikke fortrydes</source>
        <translation>Det kan ikke fortrydes</translation>
    </message>
    <message id="staff.publish.from">
        <source>Gælder fra %1, næste åbningsdag</source>
        <translation>Gælder fra %1, næste åbningsdag</translation>
    </message>
    <message id="staff.publish.line">
        <source>En ny version med dit navn. Den gamle kan altid sættes tilbage.</source>
        <translation>En ny version med dit navn. Den gamle kan altid sættes tilbage.</translation>
    </message>
    <message id="staff.publish.now">
        <source>Gem, så det gælder straks</source>
        <translation>Gem, så det gælder straks</translation>
    </message>
    <message id="staff.publish.now.allowed">
        <source>Ingen har svaret i dag, eller det skjuler kun spørgsmål</source>
        <translation>Ingen har svaret i dag, eller det skjuler kun spørgsmål</translation>
    </message>
    <message id="staff.publish.now.refused">
        <source>Kan ikke i dag: der er allerede svaret, og en dag skal kunne sammenlignes</source>
        <translation>Kan ikke i dag: der er allerede svaret, og en dag skal kunne sammenlignes</translation>
    </message>
    <message id="staff.publish.title">
        <source>Gem</source>
        <translation>Gem</translation>
    </message>
    <message id="staff.questions.add">
        <source>Tilføj</source>
        <translation>Tilføj</translation>
    </message>
    <message id="staff.questions.answers">
        <source>%1 svar</source>
        <translation>%1 svar</translation>
    </message>
    <message id="staff.questions.down">
        <source>Flyt ned</source>
        <translation>Flyt ned</translation>
    </message>
    <message id="staff.questions.draft">
        <source>Kladde</source>
        <translation>Kladde</translation>
    </message>
    <message id="staff.questions.form">
        <source>Svarform</source>
        <translation>Svarform</translation>
    </message>
    <message id="staff.questions.form.choices">
        <source>Et eller flere valg</source>
        <translation>Et eller flere valg</translation>
    </message>
    <message id="staff.questions.form.comment">
        <source>Kommentar</source>
        <translation>Kommentar</translation>
    </message>
    <message id="staff.questions.form.degree">
        <source>I hvilken grad</source>
        <translation>I hvilken grad</translation>
    </message>
    <message id="staff.questions.hide">
        <source>Skjul</source>
        <translation>Skjul</translation>
    </message>
    <message id="staff.questions.hide.now">
        <source>Skjul straks</source>
        <translation>Skjul straks</translation>
    </message>
    <message id="staff.questions.hide.now.detail">
        <source>Fra nu af stilles det ikke til nogen.</source>
        <translation>Fra nu af stilles det ikke til nogen.</translation>
    </message>
    <message id="staff.questions.hint">
        <source>Linjen under spørgsmålet</source>
        <translation>Linjen under spørgsmålet</translation>
    </message>
    <message id="staff.questions.hint.empty">
        <source>Ingen</source>
        <translation>Ingen</translation>
    </message>
    <message id="staff.questions.history">
        <source>Historik</source>
        <translation>Historik</translation>
    </message>
    <message id="staff.questions.languages.missing">
        <source>%1 mangler</source>
        <translation>%1 mangler</translation>
    </message>
    <message id="staff.questions.length">
        <source>%1 af %2 tegn</source>
        <translation>%1 af %2 tegn</translation>
    </message>
    <message id="staff.questions.locked">
        <source>Låst af centralenheden, så svarene kan sammenlignes med andre steders. Det kan ikke ændres, flyttes eller skjules her.</source>
        <translation>Låst af centralenheden, så svarene kan sammenlignes med andre steders. Det kan ikke ændres, flyttes eller skjules her.</translation>
    </message>
    <message id="staff.questions.look">
        <source>Sådan ser det ud</source>
        <translation>Sådan ser det ud</translation>
    </message>
    <message id="staff.questions.missing">
        <source>Mangler på %1. Der springes spørgsmålet over og gemmes som “ikke spurgt”.</source>
        <translation>Mangler på %1. Der springes spørgsmålet over og gemmes som “ikke spurgt”.</translation>
    </message>
    <message id="staff.questions.most">
        <source>Højst 5 vises til én besøgende</source>
        <translation>Højst 5 vises til én besøgende</translation>
    </message>
    <message id="staff.questions.reader">
        <source>Du kan se alt her. Kun en redaktør kan ændre det.</source>
        <translation>Du kan se alt her. Kun en redaktør kan ændre det.</translation>
    </message>
    <message id="staff.questions.redo">
        <source>Gør om</source>
        <translation>Gør om</translation>
    </message>
    <message id="staff.questions.rehearse">
        <source>Prøv på skærmen</source>
        <translation>Prøv på skærmen</translation>
    </message>
    <message id="staff.questions.remove">
        <source>Fjern spørgsmålet</source>
        <translation>Fjern spørgsmålet</translation>
    </message>
    <message id="staff.questions.remove.detail">
        <source>Kan fortrydes, til du lukker.</source>
        <translation>Kan fortrydes, til du lukker.</translation>
    </message>
    <message id="staff.questions.save">
        <source>Gem til %1</source>
        <translation>Gem til %1</translation>
    </message>
    <message id="staff.questions.saved">
        <source>Gemt</source>
        <translation>Gemt</translation>
    </message>
    <message id="staff.questions.show">
        <source>Vis igen</source>
        <translation>Vis igen</translation>
    </message>
    <message id="staff.questions.starts">
        <source>Gælder fra %1, næste åbningsdag.</source>
        <translation>Gælder fra %1, næste åbningsdag.</translation>
    </message>
    <message id="staff.questions.step.list">
        <source>Listen</source>
        <translation>Listen</translation>
    </message>
    <message id="staff.questions.step.look">
        <source>Se, prøv og gem</source>
        <translation>Se, prøv og gem</translation>
    </message>
    <message id="staff.questions.text">
        <source>Spørgsmålet</source>
        <translation>Spørgsmålet</translation>
    </message>
    <message id="staff.questions.text.empty">
        <source>Skriv spørgsmålet her</source>
        <translation>Skriv spørgsmålet her</translation>
    </message>
    <message id="staff.questions.title">
        <source>Spørgsmål</source>
        <translation>Spørgsmål</translation>
    </message>
    <message id="staff.questions.undo">
        <source>Fortryd</source>
        <translation>Fortryd</translation>
    </message>
    <message id="staff.questions.up">
        <source>Flyt op</source>
        <translation>Flyt op</translation>
    </message>
    <message id="staff.rehearsal.end">
        <source>Tilbage til spørgsmålene</source>
        <translation>Tilbage til spørgsmålene</translation>
    </message>
    <message id="staff.rehearsal.strip">
        <source>Prøve. Intet tæller.</source>
        <translation>Prøve. Intet tæller.</translation>
    </message>
    <message id="staff.strip.closed">
        <source>Lukket for besøgende, mens du arbejder</source>
        <translation>Lukket for besøgende, mens du arbejder</translation>
    </message>
    <message id="staff.strip.dead">
        <source>%1 døde minutter i dag</source>
        <translation>%1 døde minutter i dag</translation>
    </message>
    <message id="staff.strip.dead.one">
        <source>1 dødt minut i dag</source>
        <translation>1 dødt minut i dag</translation>
    </message>
    <message id="staff.questions.languages">
        <source>Sprog side om side</source>
        <translation>Sprog side om side</translation>
    </message>
    <message id="staff.settings.waits">
        <source>Ændres fra %1</source>
        <translation>Ændres fra %1</translation>
    </message>
    <message id="staff.settings.waits.now">
        <source>Ændres nu</source>
        <translation>Ændres nu</translation>
    </message>
    <message id="staff.settings.by">
        <source>Ændret af %1, %2 kl. %3</source>
        <translation>Ændret af %1, %2 kl. %3</translation>
    </message>
    <message id="staff.settings.from">
        <source>Fra %1: %2</source>
        <translation>Fra %1: %2</translation>
    </message>
    <message id="staff.settings.now">
        <source>Nu: %1</source>
        <translation>Nu: %1</translation>
    </message>
    <message id="staff.logo.nostick">
        <source>Der sidder ingen USB-nøgle i. Sæt den i, vent lidt, og prøv igen.</source>
        <translation>Der sidder ingen USB-nøgle i. Sæt den i, vent lidt, og prøv igen.</translation>
    </message>
    <message id="staff.logo.nofile">
        <source>Der er ingen fil med navnet logo.png på nøglen, yderst, uden for mapper.</source>
        <translation>Der er ingen fil med navnet logo.png på nøglen, yderst, uden for mapper.</translation>
    </message>
    <message id="staff.logo.large">
        <source>Filen logo.png fylder for meget. Den må højst fylde 48 KB.</source>
        <translation>Filen logo.png fylder for meget. Den må højst fylde 48 KB.</translation>
    </message>
    <message id="staff.logo.notpng">
        <source>Filen logo.png er ikke et PNG-billede. Gem billedet som PNG, og prøv igen.</source>
        <translation>Filen logo.png er ikke et PNG-billede. Gem billedet som PNG, og prøv igen.</translation>
    </message>
    <message id="staff.logo.wide">
        <source>Billedet er for stort. Det må højst være 512 gange 512 billedpunkter.</source>
        <translation>Billedet er for stort. Det må højst være 512 gange 512 billedpunkter.</translation>
    </message>
    <message id="staff.logo.broken">
        <source>Filen logo.png er i stykker og kan ikke læses til ende. Læg den på nøglen igen.</source>
        <translation>Filen logo.png er i stykker og kan ikke læses til ende. Læg den på nøglen igen.</translation>
    </message>
    <message id="staff.hours.none">
        <source>Mindst én ugedag skal være åben.</source>
        <translation>Mindst én ugedag skal være åben.</translation>
    </message>
    <message id="staff.settings.tookback">
        <source>Fortrudt. Det bliver, som det er.</source>
        <translation>Fortrudt. Det bliver, som det er.</translation>
    </message>
    <message id="staff.settings.nodisk">
        <source>Det kunne ikke gemmes: standens disk kan ikke bruges. Ring til hjælp.</source>
        <translation>Det kunne ikke gemmes: standens disk kan ikke bruges. Ring til hjælp.</translation>
    </message>
    <message id="staff.settings.saved">
        <source>Gemt. Gælder fra %1.</source>
        <translation>Gemt. Gælder fra %1.</translation>
    </message>
    <message id="staff.settings.saved.now">
        <source>Gemt. Gælder nu.</source>
        <translation>Gemt. Gælder nu.</translation>
    </message>
    <message id="staff.hours.shut">
        <source>lukket</source>
        <translation>lukket</translation>
    </message>
    <message id="staff.hours.always">
        <source>Åbent hele døgnet</source>
        <translation>Åbent hele døgnet</translation>
    </message>
    <message id="staff.languages.line">
        <source>%1 og %2 under Flere sprog</source>
        <translation>%1 og %2 under Flere sprog</translation>
    </message>
    <message id="staff.settings.hours">
        <source>Åbningstider og lukkedage</source>
        <translation>Åbningstider og lukkedage</translation>
    </message>
    <message id="staff.settings.name">
        <source>Navn og logo</source>
        <translation>Navn og logo</translation>
    </message>
    <message id="staff.settings.languages">
        <source>Sprog</source>
        <translation>Sprog</translation>
    </message>
    <message id="staff.settings.invite">
        <source>Invitation og tider</source>
        <translation>Invitation og tider</translation>
    </message>
    <message id="staff.settings.sound">
        <source>Lyd og lys</source>
        <translation>Lyd og lys</translation>
    </message>
    <message id="staff.settings.room">
        <source>Rummet</source>
        <translation>Rummet</translation>
    </message>
    <message id="staff.settings.said">
        <source>I sagde / Vi gjorde</source>
        <translation>I sagde / Vi gjorde</translation>
    </message>
    <message id="staff.settings.help">
        <source>Hjælp</source>
        <translation>Hjælp</translation>
    </message>
    <message id="staff.invite.line">
        <source>Spørger om mere efter ansigtet. Venter %1 sekunder.</source>
        <translation>Spørger om mere efter ansigtet. Venter %1 sekunder.</translation>
    </message>
    <message id="staff.invite.line.off">
        <source>Spørger kun om ansigtet. Venter %1 sekunder.</source>
        <translation>Spørger kun om ansigtet. Venter %1 sekunder.</translation>
    </message>
    <message id="staff.sound.line">
        <source>Lyd %1 af 5, lys %2 %</source>
        <translation>Lyd %1 af 5, lys %2 %</translation>
    </message>
    <message id="staff.room.unknown">
        <source>Svar mangler: Er der tv-overvågning i lokalet?</source>
        <translation>Svar mangler: Er der tv-overvågning i lokalet?</translation>
    </message>
    <message id="staff.room.yes">
        <source>Der er tv-overvågning i lokalet</source>
        <translation>Der er tv-overvågning i lokalet</translation>
    </message>
    <message id="staff.room.no">
        <source>Ingen tv-overvågning i lokalet</source>
        <translation>Ingen tv-overvågning i lokalet</translation>
    </message>
    <message id="staff.said.none">
        <source>Intet vises lige nu</source>
        <translation>Intet vises lige nu</translation>
    </message>
    <message id="staff.helpline.none">
        <source>Intet telefonnummer endnu</source>
        <translation>Intet telefonnummer endnu</translation>
    </message>
    <message id="staff.month.back">
        <source>Måneden før</source>
        <translation>Måneden før</translation>
    </message>
    <message id="staff.month.next">
        <source>Måneden efter</source>
        <translation>Måneden efter</translation>
    </message>
    <message id="staff.first.title">
        <source>Velkommen til standen</source>
        <translation>Velkommen til standen</translation>
    </message>
    <message id="staff.first.line">
        <source>Ét spørgsmål, før den tages i brug.</source>
        <translation>Ét spørgsmål, før den tages i brug.</translation>
    </message>
    <message id="staff.room.question">
        <source>Er der tv-overvågning i lokalet?</source>
        <translation>Er der tv-overvågning i lokalet?</translation>
    </message>
    <message id="staff.room.which">
        <source>Også kommunens eller husets egne kameraer. Standen selv har intet.</source>
        <translation>Også kommunens eller husets egne kameraer. Standen selv har intet.</translation>
    </message>
    <message id="staff.first.later">
        <source>Svar senere, under Stand</source>
        <translation>Svar senere, under Stand</translation>
    </message>
    <message id="staff.first.on">
        <source>Fortsæt</source>
        <translation>Fortsæt</translation>
    </message>
    <message id="staff.settings.locked">
        <source>Det bestemmer centralenheden. Det kan ikke ændres her.</source>
        <translation>Det bestemmer centralenheden. Det kan ikke ændres her.</translation>
    </message>
    <message id="staff.pin.old">
        <source>Indtast først din kode, som den er nu.</source>
        <translation>Indtast først din kode, som den er nu.</translation>
    </message>
    <message id="staff.room.yes.short">
        <source>Ja</source>
        <translation>Ja</translation>
    </message>
    <message id="staff.room.yes.detail">
        <source>“Om dit svar” siger det til besøgende</source>
        <translation>“Om dit svar” siger det til besøgende</translation>
    </message>
    <message id="staff.room.no.short">
        <source>Nej</source>
        <translation>Nej</translation>
    </message>
    <message id="staff.room.no.detail">
        <source>Der siges intet om det</source>
        <translation>Der siges intet om det</translation>
    </message>
    <message id="staff.helpline.where">
        <source>Nummeret står ved hver fejl på siderne Tilbehør og Data. Besøgende ser det ikke.</source>
        <translation>Nummeret står ved hver fejl på siderne Tilbehør og Data. Besøgende ser det ikke.</translation>
    </message>
    <message id="staff.helpline.phone">
        <source>Telefon</source>
        <translation>Telefon</translation>
    </message>
    <message id="staff.helpline.nophone">
        <source>Intet nummer endnu</source>
        <translation>Intet nummer endnu</translation>
    </message>
    <message id="staff.helpline.hours">
        <source>Hvornår</source>
        <translation>Hvornår</translation>
    </message>
    <message id="staff.helpline.nohours">
        <source>For eksempel hverdage 8-16</source>
        <translation>For eksempel hverdage 8-16</translation>
    </message>
    <message id="staff.hours.week">
        <source>Ugen</source>
        <translation>Ugen</translation>
    </message>
    <message id="staff.hours.holidays">
        <source>Helligdage</source>
        <translation>Helligdage</translation>
    </message>
    <message id="staff.hours.own">
        <source>Egne lukkedage</source>
        <translation>Egne lukkedage</translation>
    </message>
    <message id="staff.hours.isopen">
        <source>Åbent</source>
        <translation>Åbent</translation>
    </message>
    <message id="staff.hours.isshut">
        <source>Lukket hele dagen</source>
        <translation>Lukket hele dagen</translation>
    </message>
    <message id="staff.hours.from">
        <source>Fra kl.</source>
        <translation>Fra kl.</translation>
    </message>
    <message id="staff.hours.to">
        <source>Til kl.</source>
        <translation>Til kl.</translation>
    </message>
    <message id="staff.hours.copy">
        <source>Det samme mandag til fredag</source>
        <translation>Det samme mandag til fredag</translation>
    </message>
    <message id="staff.hours.holidaysclosed">
        <source>Lukket på danske helligdage</source>
        <translation>Lukket på danske helligdage</translation>
    </message>
    <message id="staff.hours.holidays.note">
        <source>24. og 31. december og 5. juni er ikke helligdage: sæt dem som egne lukkedage.</source>
        <translation>24. og 31. december og 5. juni er ikke helligdage: sæt dem som egne lukkedage.</translation>
    </message>
    <message id="staff.hours.nextholidays">
        <source>De næste helligdage</source>
        <translation>De næste helligdage</translation>
    </message>
    <message id="staff.hours.closeddays">
        <source>Lukket disse dage</source>
        <translation>Lukket disse dage</translation>
    </message>
    <message id="staff.hours.noclosed">
        <source>Ingen endnu. Tryk på en dag i kalenderen.</source>
        <translation>Ingen endnu. Tryk på en dag i kalenderen.</translation>
    </message>
    <message id="staff.hours.reopen">
        <source>Åbn igen: %1</source>
        <translation>Åbn igen: %1</translation>
    </message>
    <message id="staff.invite.more">
        <source>Spørg om mere efter ansigtet</source>
        <translation>Spørg om mere efter ansigtet</translation>
    </message>
    <message id="staff.settings.locked.short">
        <source>Det bestemmer centralenheden.</source>
        <translation>Det bestemmer centralenheden.</translation>
    </message>
    <message id="staff.invite.more.detail">
        <source>Slået fra stilles kun spørgsmålet om ansigtet.</source>
        <translation>Slået fra stilles kun spørgsmålet om ansigtet.</translation>
    </message>
    <message id="staff.invite.banner">
        <source>Invitation og tak</source>
        <translation>Invitation og tak</translation>
    </message>
    <message id="staff.invite.banner.detail">
        <source>Så længe står de på skærmen.</source>
        <translation>Så længe står de på skærmen.</translation>
    </message>
    <message id="staff.invite.idle">
        <source>Ventetid før “Er du her stadig?”</source>
        <translation>Ventetid før “Er du her stadig?”</translation>
    </message>
    <message id="staff.invite.idle.detail">
        <source>Så længe må et spørgsmål stå urørt. Mindst 20 sekunder.</source>
        <translation>Så længe må et spørgsmål stå urørt. Mindst 20 sekunder.</translation>
    </message>
    <message id="staff.invite.warning">
        <source>Tid til at svare på det</source>
        <translation>Tid til at svare på det</translation>
    </message>
    <message id="staff.invite.warning.detail">
        <source>Derefter er standen klar til den næste. Mindst 20 sekunder.</source>
        <translation>Derefter er standen klar til den næste. Mindst 20 sekunder.</translation>
    </message>
    <message id="staff.invite.still">
        <source>Ingen bevægelse på skærmen</source>
        <translation>Ingen bevægelse på skærmen</translation>
    </message>
    <message id="staff.invite.still.detail">
        <source>Sider skifter uden overgang.</source>
        <translation>Sider skifter uden overgang.</translation>
    </message>
    <message id="staff.languages.rule">
        <source>Det første på skærmen er standens eget sprog. Højst seks kan stå på skærmen.</source>
        <translation>Det første på skærmen er standens eget sprog. Højst seks kan stå på skærmen.</translation>
    </message>
    <message id="staff.languages.default">
        <source>Standens eget sprog.</source>
        <translation>Standens eget sprog.</translation>
    </message>
    <message id="staff.languages.draft">
        <source>Kladde: ingen, der taler sproget, har læst det.</source>
        <translation>Kladde: ingen, der taler sproget, har læst det.</translation>
    </message>
    <message id="staff.languages.leftout.one">
        <source>1 spørgsmål mangler og springes over.</source>
        <translation>1 spørgsmål mangler og springes over.</translation>
    </message>
    <message id="staff.languages.leftout">
        <source>%1 spørgsmål mangler og springes over.</source>
        <translation>%1 spørgsmål mangler og springes over.</translation>
    </message>
    <message id="staff.languages.onscreen">
        <source>På skærmen</source>
        <translation>På skærmen</translation>
    </message>
    <message id="staff.languages.more">
        <source>Flere sprog</source>
        <translation>Flere sprog</translation>
    </message>
    <message id="staff.languages.no">
        <source>Nej</source>
        <translation>Nej</translation>
    </message>
    <message id="staff.languages.first">
        <source>Gør til første</source>
        <translation>Gør til første</translation>
    </message>
    <message id="staff.name.municipality">
        <source>Kommune</source>
        <translation>Kommune</translation>
    </message>
    <message id="staff.name.place">
        <source>Sted</source>
        <translation>Sted</translation>
    </message>
    <message id="staff.name.contact">
        <source>Databeskyttelsesrådgiver: mail og telefon</source>
        <translation>Databeskyttelsesrådgiver: mail og telefon</translation>
    </message>
    <message id="staff.name.nocontact">
        <source>Ingen endnu</source>
        <translation>Ingen endnu</translation>
    </message>
    <message id="staff.name.logo">
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message id="staff.logo.how">
        <source>Læg billedet på en USB-nøgle som logo.png: højst 512 gange 512 billedpunkter og 48 KB.</source>
        <translation>Læg billedet på en USB-nøgle som logo.png: højst 512 gange 512 billedpunkter og 48 KB.</translation>
    </message>
    <message id="staff.logo.take">
        <source>Hent fra USB-nøgle</source>
        <translation>Hent fra USB-nøgle</translation>
    </message>
    <message id="staff.logo.remove">
        <source>Tilbage til mærket</source>
        <translation>Tilbage til mærket</translation>
    </message>
    <message id="staff.settings.reader">
        <source>Du kan se det her, men ikke ændre det.</source>
        <translation>Du kan se det her, men ikke ændre det.</translation>
    </message>
    <message id="staff.settings.save">
        <source>Gem</source>
        <translation>Gem</translation>
    </message>
    <message id="staff.settings.atonce">
        <source>Gælder med det samme</source>
        <translation>Gælder med det samme</translation>
    </message>
    <message id="staff.settings.starts">
        <source>Gælder fra %1</source>
        <translation>Gælder fra %1</translation>
    </message>
    <message id="staff.room.pending">
        <source>Ingen har svaret endnu. Indtil da siger standen intet om det til besøgende.</source>
        <translation>Ingen har svaret endnu. Indtil da siger standen intet om det til besøgende.</translation>
    </message>
    <message id="staff.said.centre">
        <source>Centralenheden godkender teksten og sender den hertil. Den kan ikke ændres her.</source>
        <translation>Centralenheden godkender teksten og sender den hertil. Den kan ikke ændres her.</translation>
    </message>
    <message id="staff.said.said">
        <source>I sagde: %1</source>
        <translation>I sagde: %1</translation>
    </message>
    <message id="staff.said.done">
        <source>Vi gjorde: %1</source>
        <translation>Vi gjorde: %1</translation>
    </message>
    <message id="staff.sound.preview">
        <source>Lyset ses med det samme og beholdes, når du trykker Gem.</source>
        <translation>Lyset ses med det samme og beholdes, når du trykker Gem.</translation>
    </message>
    <message id="staff.sound.volume">
        <source>Oplæsningens lyd fra begyndelsen</source>
        <translation>Oplæsningens lyd fra begyndelsen</translation>
    </message>
    <message id="staff.sound.volume.detail">
        <source>Besøgende kan selv skrue op og ned. For den næste er den her igen.</source>
        <translation>Besøgende kan selv skrue op og ned. For den næste er den her igen.</translation>
    </message>
    <message id="staff.sound.of5">
        <source>%1 af 5</source>
        <translation>%1 af 5</translation>
    </message>
    <message id="staff.sound.light">
        <source>Skærmens lys</source>
        <translation>Skærmens lys</translation>
    </message>
    <message id="staff.sound.light.detail">
        <source>Vælg det lys, der er godt at læse i på stedet.</source>
        <translation>Vælg det lys, der er godt at læse i på stedet.</translation>
    </message>
    <message id="staff.sound.nolight">
        <source>Skærmens lys kan ikke styres herfra. Standen gør billedet mørkere i stedet. Skærmen kan selv have knapper til lyset.</source>
        <translation>Skærmens lys kan ikke styres herfra. Standen gør billedet mørkere i stedet. Skærmen kan selv have knapper til lyset.</translation>
    </message>
    <message id="staff.seconds">
        <source>%1 sek.</source>
        <translation>%1 sek.</translation>
    </message>
    <message id="staff.settings.title">
        <source>Stand</source>
        <translation>Stand</translation>
    </message>
    <message id="staff.settings.next">
        <source>Ændringer gælder fra næste åbningsdag: %1.</source>
        <translation>Ændringer gælder fra næste åbningsdag: %1.</translation>
    </message>
    <message id="staff.settings.takeback">
        <source>Fortryd ændringen</source>
        <translation>Fortryd ændringen</translation>
    </message>
    <message id="staff.settings.counts">
        <source>Tal fra døren og aftaler</source>
        <translation>Tal fra døren og aftaler</translation>
    </message>
    <message id="staff.settings.counts.line">
        <source>Skriv dagens antal ind</source>
        <translation>Skriv dagens antal ind</translation>
    </message>
    <message id="staff.settings.pin">
        <source>Skift min kode</source>
        <translation>Skift min kode</translation>
    </message>
    <message id="staff.settings.pin.line">
        <source>Den gamle kode først, så den nye to gange</source>
        <translation>Den gamle kode først, så den nye to gange</translation>
    </message>
    <message id="staff.step.less">
        <source>%1, mindre</source>
        <translation>%1, mindre</translation>
    </message>
    <message id="staff.step.more">
        <source>%1, mere</source>
        <translation>%1, mere</translation>
    </message>
    <message id="staff.health.camera.unknown">
        <source>Standen kan ikke se, om der er kamera eller mikrofon. Ring til hjælp.</source>
        <translation>Standen kan ikke se, om der er kamera eller mikrofon. Ring til hjælp.</translation>
    </message>
    <message id="staff.stick.room">
        <source>%1 ledig af %2</source>
        <translation>%1 ledig af %2</translation>
    </message>
    <message id="staff.stick.nottaken">
        <source>I filen er der ingen nye spørgsmål, som kan lægges ind her. Spørgsmålene er, som de var.</source>
        <translation>I filen er der ingen nye spørgsmål, som kan lægges ind her. Spørgsmålene er, som de var.</translation>
    </message>
    <message id="staff.stick.progress">
        <source>%1 af %2 filer</source>
        <translation>%1 af %2 filer</translation>
    </message>
    <message id="staff.stick.exchanged">
        <source>Dage på nøglen: %1. Hentet fra centralenheden: %2.</source>
        <translation>Dage på nøglen: %1. Hentet fra centralenheden: %2.</translation>
    </message>
    <message id="staff.stick.questionsout">
        <source>Spørgeskemaet ligger på nøglen som %1.</source>
        <translation>Spørgeskemaet ligger på nøglen som %1.</translation>
    </message>
    <message id="staff.stick.questionsin">
        <source>Hentet som kladde. Se den under Spørgsmål: intet ændres for besøgende, før du gemmer.</source>
        <translation>Hentet som kladde. Se den under Spørgsmål: intet ændres for besøgende, før du gemmer.</translation>
    </message>
    <message id="staff.stick.documentsout">
        <source>Tre sider ligger på nøglen som PDF, klar til at skrive ud.</source>
        <translation>Tre sider ligger på nøglen som PDF, klar til at skrive ud.</translation>
    </message>
    <message id="staff.stick.fault.notenrolled">
        <source>Standen er ikke tilmeldt centralenheden endnu, så der er ingen at forsegle dagene til. Ring til hjælp.</source>
        <translation>Standen er ikke tilmeldt centralenheden endnu, så der er ingen at forsegle dagene til. Ring til hjælp.</translation>
    </message>
    <message id="staff.stick.fault.database">
        <source>Standen kunne ikke læse sine egne data. Nøglen fejler ikke noget. Ring til hjælp.</source>
        <translation>Standen kunne ikke læse sine egne data. Nøglen fejler ikke noget. Ring til hjælp.</translation>
    </message>
    <message id="staff.stick.fault.nostick">
        <source>Nøglen blev taget ud. Alt ligger stadig på standen. Sæt nøglen i, og begynd forfra.</source>
        <translation>Nøglen blev taget ud. Alt ligger stadig på standen. Sæt nøglen i, og begynd forfra.</translation>
    </message>
    <message id="staff.stick.fault.readonly">
        <source>Nøglen er låst, så der kan ikke gemmes på den. Skub låsen til side, eller brug en anden nøgle.</source>
        <translation>Nøglen er låst, så der kan ikke gemmes på den. Skub låsen til side, eller brug en anden nøgle.</translation>
    </message>
    <message id="staff.stick.fault.full">
        <source>Der er ikke plads nok på nøglen. Slet noget på den på en computer, eller brug en anden. De filer, der nåede med, er hele.</source>
        <translation>Der er ikke plads nok på nøglen. Slet noget på den på en computer, eller brug en anden. De filer, der nåede med, er hele.</translation>
    </message>
    <message id="staff.stick.fault.damaged">
        <source>Nøglen kan ikke læses eller skrives. Sad den helt inde? Prøv igen, eller brug en anden. Alt ligger stadig på standen.</source>
        <translation>Nøglen kan ikke læses eller skrives. Sad den helt inde? Prøv igen, eller brug en anden. Alt ligger stadig på standen.</translation>
    </message>
    <message id="staff.stick.fault.cancelled">
        <source>Stoppet. De filer, der nåede med, er hele, og alt ligger stadig på standen.</source>
        <translation>Stoppet. De filer, der nåede med, er hele, og alt ligger stadig på standen.</translation>
    </message>
    <message id="staff.stick.fault.nosuchfile">
        <source>Filen ligger ikke på nøglen mere. Se listen igen.</source>
        <translation>Filen ligger ikke på nøglen mere. Se listen igen.</translation>
    </message>
    <message id="staff.stick.fault.notafile">
        <source>Det er en genvej eller en mappe, ikke en fil, så den blev ikke åbnet.</source>
        <translation>Det er en genvej eller en mappe, ikke en fil, så den blev ikke åbnet.</translation>
    </message>
    <message id="staff.stick.fault.toolarge">
        <source>Filen er for stor til at være det, den hedder, så den blev ikke hentet.</source>
        <translation>Filen er for stor til at være det, den hedder, så den blev ikke hentet.</translation>
    </message>
    <message id="staff.stick.fault.notaquestionnaire">
        <source>Filen er ikke et spørgeskema, standen kan bruge. Vis linjerne her til den, der har lavet den.</source>
        <translation>Filen er ikke et spørgeskema, standen kan bruge. Vis linjerne her til den, der har lavet den.</translation>
    </message>
    <message id="staff.stick.fault.renamed">
        <source>Filens navn passer ikke til dens indhold. Giv den sit eget navn igen.</source>
        <translation>Filens navn passer ikke til dens indhold. Giv den sit eget navn igen.</translation>
    </message>
    <message id="staff.stick.fault.unknownfile">
        <source>Standen henter ikke den slags filer.</source>
        <translation>Standen henter ikke den slags filer.</translation>
    </message>
    <message id="staff.stick.fault.tampered">
        <source>Filen er ikke fra centralenheden, eller den er ændret siden. Bed centralenheden om en ny.</source>
        <translation>Filen er ikke fra centralenheden, eller den er ændret siden. Bed centralenheden om en ny.</translation>
    </message>
    <message id="staff.stick.fault.otherstand">
        <source>Filen er til en anden stand.</source>
        <translation>Filen er til en anden stand.</translation>
    </message>
    <message id="staff.stick.fault.older">
        <source>Standen har allerede fået en nyere udgave, så filen blev ikke hentet.</source>
        <translation>Standen har allerede fået en nyere udgave, så filen blev ikke hentet.</translation>
    </message>
    <message id="staff.stick.fault.inbox">
        <source>Standen kunne ikke gemme det, der blev hentet. Nøglen er, som den var. Ring til hjælp.</source>
        <translation>Standen kunne ikke gemme det, der blev hentet. Nøglen er, som den var. Ring til hjælp.</translation>
    </message>
    <message id="staff.stick.line">
        <source>Dagene er forseglet: kun centralenheden kan åbne dem.</source>
        <translation>Dagene er forseglet: kun centralenheden kan åbne dem.</translation>
    </message>
    <message id="staff.stick.none">
        <source>Sæt en USB-nøgle i standen</source>
        <translation>Sæt en USB-nøgle i standen</translation>
    </message>
    <message id="staff.stick.none.detail">
        <source>Den bliver fundet af sig selv efter et par sekunder.</source>
        <translation>Den bliver fundet af sig selv efter et par sekunder.</translation>
    </message>
    <message id="staff.stick.locked">
        <source>Nøglen er låst: der kan hentes fra den, men ikke gemmes.</source>
        <translation>Nøglen er låst: der kan hentes fra den, men ikke gemmes.</translation>
    </message>
    <message id="staff.stick.copying">
        <source>Tag ikke nøglen ud endnu</source>
        <translation>Tag ikke nøglen ud endnu</translation>
    </message>
    <message id="staff.stick.stop">
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message id="staff.stick.out">
        <source>Du kan tage nøglen ud nu</source>
        <translation>Du kan tage nøglen ud nu</translation>
    </message>
    <message id="staff.stick.again">
        <source>Gør noget mere</source>
        <translation>Gør noget mere</translation>
    </message>
    <message id="staff.stick.exchange">
        <source>Gem på nøglen</source>
        <translation>Gem på nøglen</translation>
    </message>
    <message id="staff.stick.exchange.detail">
        <source>og hent det nye fra centralenheden</source>
        <translation>og hent det nye fra centralenheden</translation>
    </message>
    <message id="staff.stick.documents">
        <source>Sider til opslagstavlen</source>
        <translation>Sider til opslagstavlen</translation>
    </message>
    <message id="staff.stick.documents.detail">
        <source>Tre PDF-sider til at skrive ud</source>
        <translation>Tre PDF-sider til at skrive ud</translation>
    </message>
    <message id="staff.stick.questionsout.button">
        <source>Gem spørgeskemaet</source>
        <translation>Gem spørgeskemaet</translation>
    </message>
    <message id="staff.stick.questionsout.detail">
        <source>Til en anden stand</source>
        <translation>Til en anden stand</translation>
    </message>
    <message id="staff.stick.found">
        <source>Spørgeskemaer på nøglen</source>
        <translation>Spørgeskemaer på nøglen</translation>
    </message>
    <message id="staff.stick.take">
        <source>Hent som kladde</source>
        <translation>Hent som kladde</translation>
    </message>
    <message id="staff.documents.line">
        <source>Skrevet ud fra standens indstillinger, som de er nu</source>
        <translation>Skrevet ud fra standens indstillinger, som de er nu</translation>
    </message>
    <message id="staff.documents.council">
        <source>Til MED-udvalget</source>
        <translation>Til MED-udvalget</translation>
    </message>
    <message id="staff.documents.reception">
        <source>Til receptionen</source>
        <translation>Til receptionen</translation>
    </message>
    <message id="staff.documents.poster">
        <source>Om dit svar</source>
        <translation>Om dit svar</translation>
    </message>
    <message id="staff.documents.wall">
        <source>Til væggen ved standen</source>
        <translation>Til væggen ved standen</translation>
    </message>
    <message id="staff.documents.tostick">
        <source>Læg siderne på en USB-nøgle</source>
        <translation>Læg siderne på en USB-nøgle</translation>
    </message>
    <message id="staff.health.inorder">
        <source>I orden</source>
        <translation>I orden</translation>
    </message>
    <message id="staff.health.daysent">
        <source>%1 er sendt. Kvittering modtaget.</source>
        <translation>%1 er sendt. Kvittering modtaget.</translation>
    </message>
    <message id="staff.questions.look.hidden">
        <source>Skjult: det stilles ikke til nogen</source>
        <translation>Skjult: det stilles ikke til nogen</translation>
    </message>
    <message id="staff.questions.look.skipped">
        <source>Springes over på dette sprog</source>
        <translation>Springes over på dette sprog</translation>
    </message>
    <message id="staff.questions.languages.unread">
        <source>Ikke læst igennem</source>
        <translation>Ikke læst igennem</translation>
    </message>
    <message id="staff.data.notenrolled">
        <source>Standen er ikke tilmeldt centralenheden</source>
        <translation>Standen er ikke tilmeldt centralenheden</translation>
    </message>
    <message id="staff.data.held">
        <source>Dage med få svar venter på de næste</source>
        <translation>Dage med få svar venter på de næste</translation>
    </message>
    <message id="staff.data.next.held">
        <source>Dage med få svar sendes sammen med de næste.</source>
        <translation>Dage med få svar sendes sammen med de næste.</translation>
    </message>
    <message id="staff.health.tryit">
        <source>Prøv den under Tilbehør.</source>
        <translation>Prøv den under Tilbehør.</translation>
    </message>
    <message id="staff.overview.withoutpin">
        <source>Uden kode</source>
        <translation>Uden kode</translation>
    </message>
    <message id="staff.council.people.lead">
        <source>Hvor mange der kommer</source>
        <translation>Hvor mange der kommer</translation>
    </message>
    <message id="staff.council.people">
        <source>Et antal om dagen: fra en tæller ved døren, hvis der er en, eller tastet ind af personalet. Intet om, hvem det er.</source>
        <translation>Et antal om dagen: fra en tæller ved døren, hvis der er en, eller tastet ind af personalet. Intet om, hvem det er.</translation>
    </message>
    <message id="staff.waiting.title">
        <source>Ændringer, der venter</source>
        <translation>Ændringer, der venter</translation>
    </message>
    <message id="staff.waiting.line">
        <source>Det, der er ændret her på standen og endnu ikke gælder.</source>
        <translation>Det, der er ændret her på standen og endnu ikke gælder.</translation>
    </message>
    <message id="staff.waiting.none">
        <source>Ingen ændringer venter. Alt, der er gemt, gælder.</source>
        <translation>Ingen ændringer venter. Alt, der er gemt, gælder.</translation>
    </message>
    <message id="staff.waiting.nothing">
        <source>Ingen ændringer venter</source>
        <translation>Ingen ændringer venter</translation>
    </message>
    <message id="staff.waiting.one">
        <source>1 ændring venter: %1</source>
        <translation>1 ændring venter: %1</translation>
    </message>
    <message id="staff.waiting.several">
        <source>%2 ændringer venter: %1</source>
        <translation>%2 ændringer venter: %1</translation>
    </message>
    <message id="staff.waiting.version">
        <source>en ny version</source>
        <translation>en ny version</translation>
    </message>
    <message id="staff.waiting.versions">
        <source>Se versionerne</source>
        <translation>Se versionerne</translation>
    </message>
    <message id="staff.audit.word.now">
        <source>straks</source>
        <translation>straks</translation>
    </message>
    <message id="staff.audit.word.first">
        <source>første</source>
        <translation>første</translation>
    </message>
    <message id="staff.audit.word.of">
        <source>af</source>
        <translation>af</translation>
    </message>
    <message id="staff.audit.word.file">
        <source>fil</source>
        <translation>fil</translation>
    </message>
    <message id="staff.audit.word.more">
        <source>flere</source>
        <translation>flere</translation>
    </message>
    <message id="staff.audit.word.files">
        <source>filer</source>
        <translation>filer</translation>
    </message>
    <message id="staff.audit.word.worked">
        <source>virkede</source>
        <translation>virkede</translation>
    </message>
    <message id="staff.audit.word.failed">
        <source>svarede ikke</source>
        <translation>svarede ikke</translation>
    </message>
    <message id="staff.audit.word.door">
        <source>dør</source>
        <translation>dør</translation>
    </message>
    <message id="staff.audit.word.appointments">
        <source>aftaler</source>
        <translation>aftaler</translation>
    </message>
    <message id="staff.audit.word.touch">
        <source>touchskærm</source>
        <translation>touchskærm</translation>
    </message>
    <message id="staff.audit.word.keys">
        <source>taktile knapper</source>
        <translation>taktile knapper</translation>
    </message>
    <message id="staff.audit.word.sound">
        <source>lyd</source>
        <translation>lyd</translation>
    </message>
    <message id="staff.audit.word.presence">
        <source>nærværsføler</source>
        <translation>nærværsføler</translation>
    </message>
    <message id="staff.audit.word.people">
        <source>personer</source>
        <translation>personer</translation>
    </message>
    <message id="staff.audit.word.configuration">
        <source>opsætning</source>
        <translation>opsætning</translation>
    </message>
    <message id="staff.audit.word.version">
        <source>version</source>
        <translation>version</translation>
    </message>
    <message id="staff.audit.word.municipality">
        <source>kommunens navn</source>
        <translation>kommunens navn</translation>
    </message>
    <message id="staff.audit.word.place">
        <source>stedets navn</source>
        <translation>stedets navn</translation>
    </message>
    <message id="staff.audit.word.controller_contact">
        <source>databeskyttelsesrådgiver</source>
        <translation>databeskyttelsesrådgiver</translation>
    </message>
    <message id="staff.audit.word.languages">
        <source>sprog</source>
        <translation>sprog</translation>
    </message>
    <message id="staff.audit.word.more_languages">
        <source>flere sprog</source>
        <translation>flere sprog</translation>
    </message>
    <message id="staff.audit.word.room_cctv">
        <source>tv-overvågning i lokalet</source>
        <translation>tv-overvågning i lokalet</translation>
    </message>
    <message id="staff.audit.word.invite">
        <source>spørg om mere</source>
        <translation>spørg om mere</translation>
    </message>
    <message id="staff.audit.word.said_done">
        <source>I sagde, vi gjorde</source>
        <translation>I sagde, vi gjorde</translation>
    </message>
    <message id="staff.audit.word.opening_hours">
        <source>åbningstider</source>
        <translation>åbningstider</translation>
    </message>
    <message id="staff.audit.word.holidays_closed">
        <source>helligdage</source>
        <translation>helligdage</translation>
    </message>
    <message id="staff.audit.word.closed_days">
        <source>lukkedage</source>
        <translation>lukkedage</translation>
    </message>
    <message id="staff.audit.word.idle_ms">
        <source>ventetid</source>
        <translation>ventetid</translation>
    </message>
    <message id="staff.audit.word.banner_ms">
        <source>tid til invitation og tak</source>
        <translation>tid til invitation og tak</translation>
    </message>
    <message id="staff.audit.word.warning_ms">
        <source>tid til at svare</source>
        <translation>tid til at svare</translation>
    </message>
    <message id="staff.audit.word.volume">
        <source>lydstyrke</source>
        <translation>lydstyrke</translation>
    </message>
    <message id="staff.audit.word.brightness">
        <source>lysstyrke</source>
        <translation>lysstyrke</translation>
    </message>
    <message id="staff.audit.word.reduced_motion">
        <source>mindre bevægelse</source>
        <translation>mindre bevægelse</translation>
    </message>
    <message id="staff.audit.word.help_phone">
        <source>hjælpens telefon</source>
        <translation>hjælpens telefon</translation>
    </message>
    <message id="staff.audit.word.help_hours">
        <source>hjælpens tider</source>
        <translation>hjælpens tider</translation>
    </message>
    <message id="staff.audit.word.logo">
        <source>logo</source>
        <translation>logo</translation>
    </message>
    <message id="staff.audit.word.figures_hidden">
        <source>skjulte tal</source>
        <translation>skjulte tal</translation>
    </message>
    <message id="staff.hours.anyway">
        <source>Gråt: lukket i forvejen.</source>
        <translation>Gråt: lukket i forvejen.</translation>
    </message>
    <message id="staff.stick.retry">
        <source>Prøv igen</source>
        <translation>Prøv igen</translation>
    </message>
    <message id="staff.publish.discard.keep">
        <source>Nej, behold kladden</source>
        <translation>Nej, behold kladden</translation>
    </message>
    <message id="staff.publish.discard.sure">
        <source>Ja, smid kladden væk</source>
        <translation>Ja, smid kladden væk</translation>
    </message>
    <message id="staff.health.scanner.failed">
        <source>Læseren læste intet ved prøven. Tør dens vindue af, og prøv igen.</source>
        <translation>Læseren læste intet ved prøven. Tør dens vindue af, og prøv igen.</translation>
    </message>
    <message id="staff.health.scanner.required">
        <source>Reglerne kræver kort, men standen har ingen læser. Ingen svar tæller. Ring til hjælp.</source>
        <translation>Reglerne kræver kort, men standen har ingen læser. Ingen svar tæller. Ring til hjælp.</translation>
    </message>
    <message id="staff.health.scanner.none">
        <source>Der er ingen kortlæser på standen.</source>
        <translation>Der er ingen kortlæser på standen.</translation>
    </message>
    <message id="staff.health.nodevice">
        <source>Standen kan ikke finde den. Se, om stikket sidder.</source>
        <translation>Standen kan ikke finde den. Se, om stikket sidder.</translation>
    </message>
    <message id="staff.health.devicerefused">
        <source>Det er ikke den godkendte enhed. Ring til hjælp.</source>
        <translation>Det er ikke den godkendte enhed. Ring til hjælp.</translation>
    </message>
    <message id="staff.health.devicewaits">
        <source>Sat i, men kan ikke bruges lige nu. Tag stikket ud, og sæt det i igen.</source>
        <translation>Sat i, men kan ikke bruges lige nu. Tag stikket ud, og sæt det i igen.</translation>
    </message>
    <message id="staff.health.devicestarts">
        <source>Sat i. Forbindelsen er på vej.</source>
        <translation>Sat i. Forbindelsen er på vej.</translation>
    </message>
    <message id="staff.health.devicefails">
        <source>Forbundet, men den melder fejl. Tag stikket ud, og sæt det i igen.</source>
        <translation>Forbundet, men den melder fejl. Tag stikket ud, og sæt det i igen.</translation>
    </message>
    <message id="staff.health.connected">
        <source>Forbundet.</source>
        <translation>Forbundet.</translation>
    </message>
    <message id="staff.part.scanner">
        <source>Kortlæser</source>
        <translation>Kortlæser</translation>
    </message>
    <message id="staff.test.scanner">
        <source>Hold et kort foran læseren.</source>
        <translation>Hold et kort foran læseren.</translation>
    </message>
    <message id="staff.test.read">
        <source>Læste %1</source>
        <translation>Læste %1</translation>
    </message>
</context>
</TS>
