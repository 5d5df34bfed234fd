<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-FileCopyrightText: 2026 Smileystand contributors
     SPDX-License-Identifier: GPL-3.0-or-later -->
<TS version="2.1" language="en_GB" sourcelanguage="da_DK">
<context>
    <name></name>
    <message id="staff.typing.cancel">
        <source>Fortryd</source>
        <translation>Cancel</translation>
    </message>
    <message id="staff.typing.done">
        <source>Færdig</source>
        <translation>Done</translation>
    </message>
    <message id="staff.typing.count">
        <source>%1 af %2 tegn</source>
        <translation>%1 of %2 characters</translation>
    </message>
    <message id="staff.pin.ok">
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message id="staff.pin.erase">
        <source>Slet</source>
        <translation>Erase</translation>
    </message>
    <message id="staff.clean">
        <source>Rengøring</source>
        <translation>Cleaning</translation>
    </message>
    <message id="staff.clean.detail">
        <source>30 sekunder uden tryk</source>
        <translation>30 seconds without touch</translation>
    </message>
    <message id="staff.posted">
        <source>Hængt op</source>
        <translation>Put up</translation>
    </message>
    <message id="staff.posted.detail">
        <source>Resultatet</source>
        <translation>The result</translation>
    </message>
    <message id="staff.posted.since">
        <source>Resultatet, %1</source>
        <translation>The result, %1</translation>
    </message>
    <message id="staff.invite">
        <source>Vi inviterer i dag</source>
        <translation>We invite today</translation>
    </message>
    <message id="staff.invite.on">
        <source>Slået til</source>
        <translation>Switched on</translation>
    </message>
    <message id="staff.invite.off">
        <source>Slået fra</source>
        <translation>Switched off</translation>
    </message>
    <message id="staff.cleaning.title">
        <source>Tør skærmen af nu</source>
        <translation>Wipe the screen now</translation>
    </message>
    <message id="staff.cleaning.left">
        <source>Tryk gør ingenting. Standen er klar igen om %1 sekunder.</source>
        <translation>Touching does nothing. The stand is ready again in %1 seconds.</translation>
    </message>
    <message id="staff.pin.choose">
        <source>Vælg din egen kode: 6 til 10 tal.</source>
        <translation>Choose your own code: 6 to 10 digits.</translation>
    </message>
    <message id="staff.pin.repeat">
        <source>Skriv den samme kode igen.</source>
        <translation>Type the same code again.</translation>
    </message>
    <message id="staff.pin">
        <source>Indtast din egen kode.</source>
        <translation>Enter your own code.</translation>
    </message>
    <message id="staff.pin.again">
        <source>Koden passede ikke. Prøv igen.</source>
        <translation>The code did not match. Try again.</translation>
    </message>
    <message id="staff.pin.lost">
        <source>Koden passede ikke. Standens koder er gået tabt. Bed centralenheden om en ny første kode.</source>
        <translation>The code did not match. The stand's codes are lost. Ask the centre for a new first code.</translation>
    </message>
    <message id="staff.pin.wrong">
        <source>Koden passede ikke. Prøv igen om %1 sekunder. Besøgende kan bruge skærmen imens.</source>
        <translation>The code did not match. Try again in %1 seconds. Visitors can use the screen meanwhile.</translation>
    </message>
    <message id="staff.pin.nobody">
        <source>Ingen har en kode endnu. Centralenheden opretter personale og giver den første kode.</source>
        <translation>Nobody has a code yet. The centre adds staff and gives the first code.</translation>
    </message>
    <message id="staff.pin.fault">
        <source>Koden kan ikke prøves lige nu. Besøgende kan bruge skærmen. Ring til hjælp.</source>
        <translation>The code can't be checked just now. Visitors can use the screen. Call the help line.</translation>
    </message>
    <message id="staff.pin.short">
        <source>Koden skal have 6 til 10 tal.</source>
        <translation>The code must have 6 to 10 digits.</translation>
    </message>
    <message id="staff.pin.common">
        <source>Den kode kan ikke bruges: den er for let at gætte. Vælg en anden.</source>
        <translation>That code can't be used: it is too easy to guess. Choose another.</translation>
    </message>
    <message id="staff.pin.other">
        <source>De to koder var ikke ens. Vælg igen.</source>
        <translation>The two codes were different. Choose again.</translation>
    </message>
    <message id="staff.pin.checking">
        <source>Vent lidt …</source>
        <translation>One moment …</translation>
    </message>
    <message id="staff.title">
        <source>Personale</source>
        <translation>Staff</translation>
    </message>
    <message id="staff.nopin">
        <source>Uden kode</source>
        <translation>Without a code</translation>
    </message>
    <message id="staff.back">
        <source>Tilbage</source>
        <translation>Back</translation>
    </message>
    <message id="staff.pin.visitor">
        <source>Er du besøgende? Tryk Tilbage.
Her er ingen enkelte svar at se.</source>
        <translation>Are you a visitor? Press Back.
There are no single answers to see here.</translation>
    </message>
    <message id="staff.rail.overview">
        <source>Overblik</source>
        <translation>Overview</translation>
    </message>
    <message id="staff.rail.questions">
        <source>Spørgsmål</source>
        <translation>Questions</translation>
    </message>
    <message id="staff.rail.accessories">
        <source>Tilbehør</source>
        <translation>Accessories</translation>
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
        <translation>Close</translation>
    </message>
    <message id="staff.health.works">
        <source>Virker</source>
        <translation>Works</translation>
    </message>
    <message id="staff.health.lookat">
        <source>Se efter</source>
        <translation>Check</translation>
    </message>
    <message id="staff.health.notin">
        <source>Ikke i</source>
        <translation>Not in</translation>
    </message>
    <message id="staff.health.notthere">
        <source>Findes ikke</source>
        <translation>Not fitted</translation>
    </message>
    <message id="staff.health.untried">
        <source>Ikke prøvet</source>
        <translation>Not tried</translation>
    </message>
    <message id="staff.health.waits">
        <source>Venter</source>
        <translation>Waiting</translation>
    </message>
    <message id="staff.health.and">
        <source>%1 og %2</source>
        <translation>%1 and %2</translation>
    </message>
    <message id="staff.health.touch.failed">
        <source>Skærmen svarede ikke ved prøven. Tør den af, og prøv igen.</source>
        <translation>The screen did not answer in the test. Wipe it and try again.</translation>
    </message>
    <message id="staff.health.door.failed">
        <source>Der kom ingen tælling ved prøven. Se, om stikket sidder, og prøv igen.</source>
        <translation>Nothing was counted in the test. Check the plug and try again.</translation>
    </message>
    <message id="staff.health.presence.failed">
        <source>Føleren så ingen ved prøven. Fjern det, der står foran den, og prøv igen.</source>
        <translation>The sensor saw nobody in the test. Remove what stands in front of it and try again.</translation>
    </message>
    <message id="staff.health.keys.none">
        <source>Der er ingen taktile knapper på standen.</source>
        <translation>This stand has no tactile keys.</translation>
    </message>
    <message id="staff.health.door.none">
        <source>Ingen tæller. I kan indtaste dagens antal under Stand.</source>
        <translation>No counter. You can type the day's number under Stand.</translation>
    </message>
    <message id="staff.health.presence.none">
        <source>Der er ingen føler på standen.</source>
        <translation>This stand has no sensor.</translation>
    </message>
    <message id="staff.health.tried">
        <source>Prøvet %1</source>
        <translation>Tried %1</translation>
    </message>
    <message id="staff.health.nevertried">
        <source>Tryk Afprøv, så ved I, om alt virker.</source>
        <translation>Press Try it to know that all works.</translation>
    </message>
    <message id="staff.health.keys.dead">
        <source>Knap %1 svarede ikke. Rens, og prøv igen.</source>
        <translation>Key %1 did not answer. Clean it and try again.</translation>
    </message>
    <message id="staff.health.speech.one">
        <source>Tale på ét sprog</source>
        <translation>Speech in one language</translation>
    </message>
    <message id="staff.health.speech">
        <source>Tale på %1 sprog</source>
        <translation>Speech in %1 languages</translation>
    </message>
    <message id="staff.health.speech.starts">
        <source>Talen er ved at starte.</source>
        <translation>Speech is starting.</translation>
    </message>
    <message id="staff.health.speech.nodevice">
        <source>Ingen lydudgang. Se, om højttalerens stik sidder.</source>
        <translation>No sound output. Check the loudspeaker's plug.</translation>
    </message>
    <message id="staff.health.speech.novoice">
        <source>Der er ingen stemme på standen. Ring til hjælp.</source>
        <translation>There is no voice on the stand. Call the help line.</translation>
    </message>
    <message id="staff.health.speech.notheard">
        <source>Lyden blev ikke hørt ved prøven. Skru op, se efter stikket, og prøv igen.</source>
        <translation>The sound was not heard in the test. Turn it up, check the plug and try again.</translation>
    </message>
    <message id="staff.health.stick.in">
        <source>Krypteret. Kun centralenheden kan læse den.</source>
        <translation>Encrypted. Only the centre can read it.</translation>
    </message>
    <message id="staff.health.stick.none">
        <source>Sæt en nøgle i for at hente eller gemme.</source>
        <translation>Plug in a stick to fetch or save.</translation>
    </message>
    <message id="staff.health.nocamera">
        <source>Kamera og mikrofon er spærret.</source>
        <translation>Camera and microphone are blocked.</translation>
    </message>
    <message id="staff.health.camera">
        <source>Der sidder et kamera eller en mikrofon i standen. Tag det ud.</source>
        <translation>There is a camera or a microphone in the stand. Take it out.</translation>
    </message>
    <message id="staff.health.notenrolled">
        <source>Standen er ikke tilmeldt centralenheden. Intet sendes.</source>
        <translation>The stand is not enrolled with the centre. Nothing is sent.</translation>
    </message>
    <message id="staff.health.receipted">
        <source>Sidste svar: %1. Virker også uden netværk.</source>
        <translation>Last answer: %1. Works offline too.</translation>
    </message>
    <message id="staff.health.neveranswered">
        <source>Centralenheden har ikke svaret endnu. Virker også uden netværk.</source>
        <translation>The centre has not answered yet. Works offline too.</translation>
    </message>
    <message id="staff.health.silent">
        <source>Centralenheden svarer ikke. Se efter netværksstikket. Intet går tabt.</source>
        <translation>The centre does not answer. Check the network plug. Nothing is lost.</translation>
    </message>
    <message id="staff.health.allsent">
        <source>Ingen lukkede dage venter.</source>
        <translation>No closed days are waiting.</translation>
    </message>
    <message id="staff.health.daywaits">
        <source>Én lukket dag venter på at blive sendt.</source>
        <translation>One closed day is waiting to be sent.</translation>
    </message>
    <message id="staff.health.dayswait">
        <source>%1 lukkede dage venter på at blive sendt.</source>
        <translation>%1 closed days are waiting to be sent.</translation>
    </message>
    <message id="staff.health.clock.sure">
        <source>Uret går rigtigt.</source>
        <translation>The clock is right.</translation>
    </message>
    <message id="staff.health.clock.unsure">
        <source>Uret er stillet, men ikke bekræftet af centralenheden.</source>
        <translation>The clock is set, but the centre has not confirmed it.</translation>
    </message>
    <message id="staff.health.clock.wrong">
        <source>Uret er ikke stillet. Svar tæller, men får ingen time. Tilslut netværk.</source>
        <translation>The clock is not set. Answers count, but get no hour. Connect the network.</translation>
    </message>
    <message id="staff.health.roommore">
        <source>Mere end %1 dage</source>
        <translation>More than %1 days</translation>
    </message>
    <message id="staff.health.room">
        <source>Ca. %1 dage</source>
        <translation>About %1 days</translation>
    </message>
    <message id="staff.health.littleroom">
        <source>Kun ca. %1 dage. Ring til hjælp.</source>
        <translation>Only about %1 days. Call the help line.</translation>
    </message>
    <message id="staff.date.day">
        <source>dddd d. MMMM</source>
        <translation>dddd d MMMM</translation>
    </message>
    <message id="staff.part.touch">
        <source>Touchskærm</source>
        <translation>Touch screen</translation>
    </message>
    <message id="staff.part.keys">
        <source>Taktile knapper</source>
        <translation>Tactile keys</translation>
    </message>
    <message id="staff.part.sound">
        <source>Høretelefoner og højttaler</source>
        <translation>Headphones and loudspeaker</translation>
    </message>
    <message id="staff.part.door">
        <source>Dørtæller</source>
        <translation>Door counter</translation>
    </message>
    <message id="staff.part.presence">
        <source>Nærværsføler</source>
        <translation>Presence sensor</translation>
    </message>
    <message id="staff.part.stick">
        <source>USB-nøgle</source>
        <translation>USB stick</translation>
    </message>
    <message id="staff.part.camera">
        <source>Kamera og mikrofon</source>
        <translation>Camera and microphone</translation>
    </message>
    <message id="staff.part.network">
        <source>Netværk</source>
        <translation>Network</translation>
    </message>
    <message id="staff.part.sending">
        <source>Sendt</source>
        <translation>Sent</translation>
    </message>
    <message id="staff.part.clock">
        <source>Ur</source>
        <translation>Clock</translation>
    </message>
    <message id="staff.part.disk">
        <source>Plads uden netværk</source>
        <translation>Room without network</translation>
    </message>
    <message id="staff.status.good">
        <source>Standen virker</source>
        <translation>The stand works</translation>
    </message>
    <message id="staff.status.one">
        <source>Standen virker. Se efter én ting</source>
        <translation>The stand works. Check one thing</translation>
    </message>
    <message id="staff.status.many">
        <source>Standen virker. Se efter %1 ting</source>
        <translation>The stand works. Check %1 things</translation>
    </message>
    <message id="staff.data.lastsent.none">
        <source>Intet endnu</source>
        <translation>Nothing yet</translation>
    </message>
    <message id="staff.data.lastsent.today">
        <source>%1, kvittering i dag</source>
        <translation>%1, receipt today</translation>
    </message>
    <message id="staff.data.lastsent">
        <source>%1, kvittering %2</source>
        <translation>%1, receipt %2</translation>
    </message>
    <message id="staff.data.next.tonight">
        <source>I nat: én forseglet konvolut for %1</source>
        <translation>Tonight: one sealed envelope for %1</translation>
    </message>
    <message id="staff.data.receiver">
        <source>Centralenheden for %1. Dér hedder standen %2.</source>
        <translation>The centre of %1. It calls the stand %2.</translation>
    </message>
    <message id="staff.data.receiver.title">
        <source>Modtager</source>
        <translation>Recipient</translation>
    </message>
    <message id="staff.data.next.none">
        <source>Intet: standen er ikke tilmeldt centralenheden</source>
        <translation>Nothing: the stand is not enrolled with the centre</translation>
    </message>
    <message id="staff.test.sound.sample">
        <source>Prøve af lyden. Sådan lyder standen.</source>
        <translation>Sound test. This is how the stand sounds.</translation>
    </message>
    <message id="staff.overview.usual">
        <source>sædvanlig %1: %2–%3</source>
        <translation>usual %1: %2–%3</translation>
    </message>
    <message id="staff.overview.sofar">
        <source>indtil nu</source>
        <translation>so far</translation>
    </message>
    <message id="staff.overview.answers">
        <source>Svar</source>
        <translation>Answers</translation>
    </message>
    <message id="staff.overview.repeats.same">
        <source>%1 samme svar</source>
        <translation>%1 same answer</translation>
    </message>
    <message id="staff.overview.repeats.corrected">
        <source>%1 rettet</source>
        <translation>%1 corrected</translation>
    </message>
    <message id="staff.overview.repeats.play">
        <source>%1 leg</source>
        <translation>%1 play</translation>
    </message>
    <message id="staff.overview.repeats.run">
        <source>%1 i lange rækker</source>
        <translation>%1 in long runs</translation>
    </message>
    <message id="staff.overview.repeats.withoutcard">
        <source>%1 uden kort</source>
        <translation>%1 without a card</translation>
    </message>
    <message id="staff.overview.dead.cleaning">
        <source>rengøring %1</source>
        <translation>cleaning %1</translation>
    </message>
    <message id="staff.overview.dead.off">
        <source>slukket %1</source>
        <translation>off %1</translation>
    </message>
    <message id="staff.overview.dead.staff">
        <source>personale %1</source>
        <translation>staff %1</translation>
    </message>
    <message id="staff.overview.dead.test">
        <source>prøve %1</source>
        <translation>test %1</translation>
    </message>
    <message id="staff.overview.dead">
        <source>Døde minutter</source>
        <translation>Dead minutes</translation>
    </message>
    <message id="staff.overview.dead.none">
        <source>ingen i dag</source>
        <translation>none today</translation>
    </message>
    <message id="staff.overview.of.door">
        <source>af %1 i døren</source>
        <translation>of %1 at the door</translation>
    </message>
    <message id="staff.overview.of.typed">
        <source>af %1 i døren (indtastet)</source>
        <translation>of %1 at the door (typed)</translation>
    </message>
    <message id="staff.overview.of.appointments">
        <source>af %1 aftaler (indtastet)</source>
        <translation>of %1 appointments (typed)</translation>
    </message>
    <message id="staff.percent">
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message id="staff.overview.title">
        <source>I dag på %1</source>
        <translation>Today at %1</translation>
    </message>
    <message id="staff.date.withyear">
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message id="staff.overview.repeats">
        <source>Gentagne tryk</source>
        <translation>Repeated presses</translation>
    </message>
    <message id="staff.overview.repeats.none">
        <source>ingen</source>
        <translation>none</translation>
    </message>
    <message id="staff.overview.participation">
        <source>Deltog</source>
        <translation>Took part</translation>
    </message>
    <message id="staff.overview.nobodycounts">
        <source>Tast dagens antal under Stand</source>
        <translation>Type the day's number under Stand</translation>
    </message>
    <message id="staff.overview.week">
        <source>uge %1</source>
        <translation>week %1</translation>
    </message>
    <message id="staff.overview.week.answers">
        <source>uge %1, %2 svar</source>
        <translation>week %1, %2 answers</translation>
    </message>
    <message id="staff.overview.week.none">
        <source>Ingen uge er lukket og forseglet endnu.</source>
        <translation>No week is closed and sealed yet.</translation>
    </message>
    <message id="staff.overview.week.shares">
        <source>Stregen er usikkerheden. Tre søjler fra %1 svar, fem ansigter fra %2.</source>
        <translation>The line is the uncertainty. Three bars from %1 answers, five faces from %2.</translation>
    </message>
    <message id="staff.overview.week.few">
        <source>Under %1 svar. Så få vises ikke, så ingen kan kendes på sit svar.</source>
        <translation>Under %1 answers. So few are not shown, so that nobody is known by an answer.</translation>
    </message>
    <message id="staff.overview.week.unanimous">
        <source>Svarene er næsten ens og under 20. De vises ikke, for så kunne man kende hver persons svar.</source>
        <translation>The answers are nearly alike and under 20. They are not shown, or each person's answer would be known.</translation>
    </message>
    <message id="staff.overview.week.gone">
        <source>Standen har ikke ugens tal mere. De er hos centralenheden.</source>
        <translation>The stand no longer has the week's figures. The centre has them.</translation>
    </message>
    <message id="staff.overview.week.waits">
        <source>Den nyeste uge venter på dage med få svar.</source>
        <translation>The newest week waits for days with few answers.</translation>
    </message>
    <message id="staff.overview.low">
        <source>Dårligt eller meget dårligt</source>
        <translation>Bad or very bad</translation>
    </message>
    <message id="staff.overview.middle">
        <source>Midt imellem</source>
        <translation>In between</translation>
    </message>
    <message id="staff.overview.high">
        <source>Godt eller meget godt</source>
        <translation>Good or very good</translation>
    </message>
    <message id="staff.percent.range">
        <source>%1–%2 %</source>
        <translation>%1–%2%</translation>
    </message>
    <message id="staff.overview.hidden">
        <source>Tallene vises kun i centralenheden. Sådan har kommunen valgt det.</source>
        <translation>The figures are shown at the centre only. The municipality chose so.</translation>
    </message>
    <message id="staff.overview.blind">
        <source>Tallene for i dag vises, når dagen er lukket.</source>
        <translation>Today's figures are shown when the day is closed.</translation>
    </message>
    <message id="staff.overview.lastweek">
        <source>Sidste lukkede uge</source>
        <translation>Last closed week</translation>
    </message>
    <message id="staff.overview.stand">
        <source>Stand og data</source>
        <translation>Stand and data</translation>
    </message>
    <message id="staff.accessories">
        <source>Tilbehør</source>
        <translation>Accessories</translation>
    </message>
    <message id="staff.test">
        <source>Afprøv</source>
        <translation>Try it</translation>
    </message>
    <message id="staff.stick.open">
        <source>Åbn</source>
        <translation>Open</translation>
    </message>
    <message id="staff.camera.sentence">
        <source>Sætningen om kamera og mikrofon er fjernet fra skærmen.</source>
        <translation>The sentence about camera and microphone is off the screen.</translation>
    </message>
    <message id="staff.camera.found">
        <source>Sætningen om kamera og mikrofon er fjernet fra skærmen, og ingen bliver bedt om at skrive.</source>
        <translation>The sentence about camera and microphone is off the screen, and nobody is asked to write.</translation>
    </message>
    <message id="staff.camera.blocked">
        <source>Kamera og mikrofon er spærret. Sættes de i, fjerner standen sætningen om dem, ingen bliver bedt om at skrive, og I får besked her.</source>
        <translation>Camera and microphone are blocked. If one is plugged in, the stand takes the sentence about them away, asks nobody to write, and tells you here.</translation>
    </message>
    <message id="staff.data">
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message id="staff.data.allsent">
        <source>Alt er sendt</source>
        <translation>All is sent</translation>
    </message>
    <message id="staff.data.waits">
        <source>Venter</source>
        <translation>Waiting</translation>
    </message>
    <message id="staff.data.daywaits">
        <source>lukket dag venter på at blive sendt</source>
        <translation>closed day is waiting to be sent</translation>
    </message>
    <message id="staff.data.dayswait">
        <source>lukkede dage venter på at blive sendt</source>
        <translation>closed days are waiting to be sent</translation>
    </message>
    <message id="staff.data.lastsent.title">
        <source>Sidst sendt</source>
        <translation>Last sent</translation>
    </message>
    <message id="staff.data.next">
        <source>Næste</source>
        <translation>Next</translation>
    </message>
    <message id="staff.data.sendnow">
        <source>Send nu</source>
        <translation>Send now</translation>
    </message>
    <message id="staff.data.sending">
        <source>Venter på centralenhedens svar</source>
        <translation>Waiting for the centre's answer</translation>
    </message>
    <message id="staff.data.sent">
        <source>Sendt. Centralenheden har svaret.</source>
        <translation>Sent. The centre has answered.</translation>
    </message>
    <message id="staff.data.noanswer">
        <source>Intet svar endnu. Standen prøver selv igen.</source>
        <translation>No answer yet. The stand tries again by itself.</translation>
    </message>
    <message id="staff.data.onlyclosed">
        <source>Sender kun lukkede dage</source>
        <translation>Sends closed days only</translation>
    </message>
    <message id="staff.data.stick">
        <source>Gem data, hent spørgsmål</source>
        <translation>Save data, fetch questions</translation>
    </message>
    <message id="staff.data.audit">
        <source>Logbog</source>
        <translation>Log</translation>
    </message>
    <message id="staff.data.audit.detail">
        <source>Hvem gjorde hvad, i hvilken time</source>
        <translation>Who did what, in which hour</translation>
    </message>
    <message id="staff.data.documents">
        <source>Til opslagstavlen</source>
        <translation>For the notice board</translation>
    </message>
    <message id="staff.data.documents.detail">
        <source>Hvad måles, og hvad siger receptionen</source>
        <translation>What is measured, and what reception says</translation>
    </message>
    <message id="staff.help.none">
        <source>Intet nummer</source>
        <translation>No number</translation>
    </message>
    <message id="staff.help.enter">
        <source>Skriv nummeret til jeres hjælp under Stand.</source>
        <translation>Type the number of your help under Stand.</translation>
    </message>
    <message id="staff.help">
        <source>Hjælp til standen</source>
        <translation>Help with the stand</translation>
    </message>
    <message id="staff.help.hours">
        <source>Hjælp til standen, %1</source>
        <translation>Help with the stand, %1</translation>
    </message>
    <message id="staff.test.touch">
        <source>Tryk på alle felter.</source>
        <translation>Press every field.</translation>
    </message>
    <message id="staff.test.keys">
        <source>Tryk på hver knap, én ad gangen.</source>
        <translation>Press each key, one at a time.</translation>
    </message>
    <message id="staff.test.sound">
        <source>Hører I sætningen?</source>
        <translation>Do you hear the sentence?</translation>
    </message>
    <message id="staff.test.door">
        <source>Lad én person gå gennem døren.</source>
        <translation>Let one person walk through the door.</translation>
    </message>
    <message id="staff.test.presence">
        <source>Stil jer foran skærmen, gå væk, og kom igen.</source>
        <translation>Stand in front of the screen, walk away, and come back.</translation>
    </message>
    <message id="staff.test.field">
        <source>Felt %1</source>
        <translation>Field %1</translation>
    </message>
    <message id="staff.test.nothing">
        <source>Intet endnu</source>
        <translation>Nothing yet</translation>
    </message>
    <message id="staff.test.counted">
        <source>Talte %1</source>
        <translation>Counted %1</translation>
    </message>
    <message id="staff.test.saw">
        <source>Så nogen: %1</source>
        <translation>Saw somebody: %1</translation>
    </message>
    <message id="staff.test.again">
        <source>Sig den igen</source>
        <translation>Say it again</translation>
    </message>
    <message id="staff.test.cancel">
        <source>Afbryd</source>
        <translation>Cancel</translation>
    </message>
    <message id="staff.test.notheard">
        <source>Nej, intet</source>
        <translation>No, nothing</translation>
    </message>
    <message id="staff.test.heard">
        <source>Ja, den virker</source>
        <translation>Yes, it works</translation>
    </message>
    <message id="staff.test.all">
        <source>Færdig: alt svarede</source>
        <translation>Done: all answered</translation>
    </message>
    <message id="staff.test.rest">
        <source>Slut: resten svarer ikke</source>
        <translation>End: the rest does not answer</translation>
    </message>
    <message id="staff.test.none">
        <source>Slut: der kom intet</source>
        <translation>End: nothing came</translation>
    </message>
    <message id="staff.council.times.atonce">
        <source>Standen bruger dem til at se, om den samme trykker flere gange. De forlader aldrig standen og slettes, når dagen er slut.</source>
        <translation>The stand uses them to see whether the same person presses several times. They never leave the stand and are deleted when the day is over.</translation>
    </message>
    <message id="staff.council.times.oneday">
        <source>Standen bruger dem til at se, om den samme trykker flere gange. De forlader aldrig standen og slettes 1 dag efter, at dagen er slut.</source>
        <translation>The stand uses them to see whether the same person presses several times. They never leave the stand and are deleted 1 day after the day is over.</translation>
    </message>
    <message id="staff.council.times">
        <source>Standen bruger dem til at se, om den samme trykker flere gange. De forlader aldrig standen og slettes %1 dage efter, at dagen er slut.</source>
        <translation>The stand uses them to see whether the same person presses several times. They never leave the stand and are deleted %1 days after the day is over.</translation>
    </message>
    <message id="staff.council.measured">
        <source>Det måler standen</source>
        <translation>What the stand measures</translation>
    </message>
    <message id="staff.council.answers.lead">
        <source>Svarene</source>
        <translation>The answers</translation>
    </message>
    <message id="staff.council.answers">
        <source>Hvilket ansigt den besøgende trykker på, svarene på de spørgsmål, der kommer bagefter, og sproget på skærmen.</source>
        <translation>Which face the visitor presses, the answers to the questions that follow, and the language on the screen.</translation>
    </message>
    <message id="staff.council.times.lead">
        <source>Tidspunkter for tryk</source>
        <translation>Times of presses</translation>
    </message>
    <message id="staff.council.sensor.lead">
        <source>En føler</source>
        <translation>A sensor</translation>
    </message>
    <message id="staff.council.sensor">
        <source>Den mærker, om nogen står ved standen. Den tager ikke billeder og kender ingen igen.</source>
        <translation>It notices whether somebody stands at the stand. It takes no pictures and recognises nobody.</translation>
    </message>
    <message id="staff.council.text.lead">
        <source>Tekst, som besøgende skriver</source>
        <translation>Text that visitors write</translation>
    </message>
    <message id="staff.council.text">
        <source>Den læses kun af %1 og slettes %2 dage efter, at den er sendt.</source>
        <translation>It is read only by %1 and deleted %2 days after it was sent.</translation>
    </message>
    <message id="staff.council.names.lead">
        <source>Navne i teksten</source>
        <translation>Names in the text</translation>
    </message>
    <message id="staff.council.names">
        <source>Navne på centralenhedens liste (%1) bliver til [medarbejder], før teksten gemmes.</source>
        <translation>Names on the centre's list (%1) become [employee] before the text is kept.</translation>
    </message>
    <message id="staff.council.minutes.lead">
        <source>Minutter, hvor standen ikke er for besøgende</source>
        <translation>Minutes in which the stand is not for visitors</translation>
    </message>
    <message id="staff.council.minutes">
        <source>Rengøring, prøve og personale: ét tal om dagen for hver.</source>
        <translation>Cleaning, testing and staff: one number a day for each.</translation>
    </message>
    <message id="staff.council.never">
        <source>Det måles aldrig</source>
        <translation>What is never measured</translation>
    </message>
    <message id="staff.council.person.lead">
        <source>Den enkelte medarbejder</source>
        <translation>The single employee</translation>
    </message>
    <message id="staff.council.person">
        <source>Standen ved ikke, hvem den besøgende har talt med. Der er intet tal for en medarbejder, en skranke eller en samtale.</source>
        <translation>The stand does not know whom the visitor talked to. There is no figure about an employee, a desk or a conversation.</translation>
    </message>
    <message id="staff.council.finest.lead">
        <source>Hvornår et svar blev givet</source>
        <translation>When an answer was given</translation>
    </message>
    <message id="staff.council.finest">
        <source>Når et svar forlader standen, har det intet tidspunkt, der er finere end en time, og timen kun, når mindst %1 besøg deler den. Ellers er det en halv dag eller en dag.</source>
        <translation>When an answer leaves the stand, it has no time finer than an hour, and the hour only where at least %1 visits share it. Else it is half a day or a day.</translation>
    </message>
    <message id="staff.council.small.lead">
        <source>Små tal</source>
        <translation>Small numbers</translation>
    </message>
    <message id="staff.council.small">
        <source>Jobcentret ser kun tal for mindst %1 svar.</source>
        <translation>The jobcenter sees only figures about at least %1 answers.</translation>
    </message>
    <message id="staff.council.camera.lead">
        <source>Billeder og lyd</source>
        <translation>Pictures and sound</translation>
    </message>
    <message id="staff.council.camera">
        <source>Standen har hverken kamera eller mikrofon. Den ser selv efter hvert sekund.</source>
        <translation>The stand has neither a camera nor a microphone. It checks that itself every second.</translation>
    </message>
    <message id="staff.council.cctv.lead">
        <source>Tv-overvågning i lokalet</source>
        <translation>CCTV in the room</translation>
    </message>
    <message id="staff.council.cctv">
        <source>Der er tv-overvågning i lokalet. Den hører ikke til standen og bruges ikke til at tælle svar.</source>
        <translation>There is CCTV in the room. It is not part of the stand and is not used to count answers.</translation>
    </message>
    <message id="staff.council.acts">
        <source>Det, personalet selv gør ved standen</source>
        <translation>What staff themselves do at the stand</translation>
    </message>
    <message id="staff.council.mode.lead">
        <source>Tryk tæller ikke</source>
        <translation>Presses do not count</translation>
    </message>
    <message id="staff.council.mode">
        <source>Det, personalet trykker på, mens de betjener standen, er aldrig et svar.</source>
        <translation>What staff press while they run the stand is never an answer.</translation>
    </message>
    <message id="staff.council.trail.lead">
        <source>Logbogen</source>
        <translation>The log</translation>
    </message>
    <message id="staff.council.trail">
        <source>Den siger, hvem der gjorde hvad på standen, og i hvilken time: fik adgang, ændrede spørgsmål eller indstillinger, brugte en USB-nøgle. Aldrig et svar, og intet, der viser, hvornår et svar blev givet.</source>
        <translation>It says who did what at the stand, and in which hour: signed in, changed questions or settings, used a USB stick. Never an answer, and nothing that shows when an answer was given.</translation>
    </message>
    <message id="staff.council.trailseen.lead">
        <source>Hvem ser logbogen</source>
        <translation>Who sees the log</translation>
    </message>
    <message id="staff.council.trailseen">
        <source>Alle med en kode kan læse den på standen, og intet i den slettes, så længe standen er i brug. En kopi sendes til centralenheden med dagene, så det ses, hvis nogen retter i den.</source>
        <translation>Everybody with a code can read it on the stand, and nothing in it is deleted as long as the stand is in use. A copy goes to the centre with the days, so that it shows if anybody changes it.</translation>
    </message>
    <message id="staff.council.codes.lead">
        <source>Koder</source>
        <translation>Codes</translation>
    </message>
    <message id="staff.council.codes">
        <source>Hver har sin egen. Standen gemmer ikke koden, men et aftryk, som den ikke kan læses af.</source>
        <translation>Each person has their own. The stand does not keep the code, only an imprint that it cannot be read from.</translation>
    </message>
    <message id="staff.council.who">
        <source>Hvem ser hvad, og hvor længe</source>
        <translation>Who sees what, and for how long</translation>
    </message>
    <message id="staff.council.stand.lead">
        <source>På standen</source>
        <translation>At the stand</translation>
    </message>
    <message id="staff.council.stand.hidden">
        <source>Centralenheden har slået resultater fra. Personalet ser ingen af dem på standen.</source>
        <translation>The centre has turned results off. Staff see none of them at the stand.</translation>
    </message>
    <message id="staff.council.stand">
        <source>Mens dagen går, ser personalet intet om, hvad der bliver svaret: kun antal svar, gentagne tryk og minutter uden svar. For den sidste hele uge ses tre andele fra %1 svar og fem fra %2. Aldrig et enkelt svar, et klokkeslæt eller en tekst.</source>
        <translation>While the day runs, staff see nothing of what is answered: only the number of answers, repeated presses and minutes without answers. Of the last whole week they see three shares from %1 answers and five from %2. Never a single answer, a time or a text.</translation>
    </message>
    <message id="staff.council.sealed.lead">
        <source>Dage, der er sendt</source>
        <translation>Days that were sent</translation>
    </message>
    <message id="staff.council.sealed">
        <source>Hver dag forsegles til centralenheden. Standen sletter den %1 dage efter, at centralenheden har kvitteret.</source>
        <translation>Each day is sealed to the centre. The stand deletes it %1 days after the centre's receipt.</translation>
    </message>
    <message id="staff.council.help.lead">
        <source>Spørgsmål til standen</source>
        <translation>Questions about the stand</translation>
    </message>
    <message id="staff.reception.words">
        <source>Sig det med de samme ord hver gang</source>
        <translation>Say it in the same words each time</translation>
    </message>
    <message id="staff.reception.phrase">
        <source>“Du må gerne sige, hvordan det gik i dag. Skærmen står ved udgangen. Det er frivilligt, og vi får ikke at vide, hvad du svarer.”</source>
        <translation>“You are welcome to say how it went today. The screen is by the exit. It is voluntary, and we are not told what you answer.”</translation>
    </message>
    <message id="staff.reception.when">
        <source>Når besøget er slut, og til alle. Ikke kun, når det gik godt.</source>
        <translation>When the visit is over, and to everybody. Not only when it went well.</translation>
    </message>
    <message id="staff.reception.more.lead">
        <source>Spørger nogen, hvor længe det varer</source>
        <translation>If somebody asks how long it takes</translation>
    </message>
    <message id="staff.reception.more">
        <source>Ét tryk er nok. Bagefter spørger skærmen, om man vil svare på lidt mere. Det er også frivilligt.</source>
        <translation>One press is enough. After it the screen asks whether one will answer a little more. That is voluntary, too.</translation>
    </message>
    <message id="staff.reception.one">
        <source>Ét tryk er det hele.</source>
        <translation>One press is all.</translation>
    </message>
    <message id="staff.reception.camera.lead">
        <source>Spørger nogen, om de bliver filmet</source>
        <translation>If somebody asks whether they are filmed</translation>
    </message>
    <message id="staff.reception.camera">
        <source>Standen har hverken kamera eller mikrofon.</source>
        <translation>The stand has neither a camera nor a microphone.</translation>
    </message>
    <message id="staff.reception.cctv.lead">
        <source>Og kameraet i lokalet</source>
        <translation>And the camera in the room</translation>
    </message>
    <message id="staff.reception.cctv">
        <source>Der er tv-overvågning her. Den hører ikke til standen.</source>
        <translation>There is CCTV here. It is not part of the stand.</translation>
    </message>
    <message id="staff.reception.never">
        <source>Aldrig</source>
        <translation>Never</translation>
    </message>
    <message id="staff.reception.point">
        <source>Peg aldrig på et ansigt, og sig aldrig, hvad man bør trykke på.</source>
        <translation>Never point at a face, and never say what one should press.</translation>
    </message>
    <message id="staff.reception.beside">
        <source>Stå aldrig ved siden af, mens nogen svarer. Gå et skridt væk.</source>
        <translation>Never stand beside somebody who answers. Take a step away.</translation>
    </message>
    <message id="staff.reception.ask">
        <source>Tryk aldrig for andre, og spørg ikke, hvad de svarede.</source>
        <translation>Never press for others, and don't ask what they answered.</translation>
    </message>
    <message id="staff.reception.nocode">
        <source>Uden kode: hold på kommunens mærke i 3 sekunder</source>
        <translation>Without a code: hold the municipality's mark for 3 seconds</translation>
    </message>
    <message id="staff.reception.clean.lead">
        <source>Rengøring</source>
        <translation>Cleaning</translation>
    </message>
    <message id="staff.reception.clean">
        <source>Skærmen kan tørres af i 30 sekunder uden at tælle tryk.</source>
        <translation>The screen can be wiped for 30 seconds without counting presses.</translation>
    </message>
    <message id="staff.reception.posted.lead">
        <source>Hængt op</source>
        <translation>Put up</translation>
    </message>
    <message id="staff.reception.posted">
        <source>Tryk, når resultatet er hængt op, så alle kan se det.</source>
        <translation>Press when the result hangs on the board, where all can see it.</translation>
    </message>
    <message id="staff.reception.today.lead">
        <source>Vi inviterer i dag</source>
        <translation>We invite today</translation>
    </message>
    <message id="staff.reception.today">
        <source>Tryk om morgenen på de dage, I siger ordene ovenfor. Ellers kan dagene ikke sammenlignes.</source>
        <translation>Press in the morning on the days when you say the words above. Else the days can't be compared.</translation>
    </message>
    <message id="staff.reception.help">
        <source>Virker den ikke?</source>
        <translation>Does it not work?</translation>
    </message>
    <message id="staff.reception.call">
        <source>Ring til %1</source>
        <translation>Call %1</translation>
    </message>
    <message id="staff.council.title">
        <source>Hvad måles, hvad måles aldrig</source>
        <translation>What is measured, what is never measured</translation>
    </message>
    <message id="staff.reception.title">
        <source>Sådan inviterer I til standen</source>
        <translation>How to invite people to the stand</translation>
    </message>
    <message id="staff.audit.signed-in">
        <source>Loggede ind</source>
        <translation>Signed in</translation>
    </message>
    <message id="staff.audit.pin-chosen">
        <source>Valgte sin egen kode</source>
        <translation>Chose a code of their own</translation>
    </message>
    <message id="staff.audit.entry-paused">
        <source>Forkert kode flere gange: en pause begyndte</source>
        <translation>Wrong code several times: a pause began</translation>
    </message>
    <message id="staff.audit.cleaning">
        <source>Rengjorde skærmen</source>
        <translation>Cleaned the screen</translation>
    </message>
    <message id="staff.audit.posted">
        <source>Hængte resultatet op</source>
        <translation>Put the result up</translation>
    </message>
    <message id="staff.audit.inviting">
        <source>Begyndte at invitere</source>
        <translation>Began to invite</translation>
    </message>
    <message id="staff.audit.inviting-ended">
        <source>Holdt op med at invitere</source>
        <translation>Stopped inviting</translation>
    </message>
    <message id="staff.audit.questionnaire-published">
        <source>Gemte nye spørgsmål</source>
        <translation>Saved new questions</translation>
    </message>
    <message id="staff.audit.question-hidden">
        <source>Skjulte et spørgsmål</source>
        <translation>Hid a question</translation>
    </message>
    <message id="staff.audit.questionnaire-restored">
        <source>Satte en tidligere version af spørgsmålene tilbage</source>
        <translation>Brought an earlier version of the questions back</translation>
    </message>
    <message id="staff.audit.settings-changed">
        <source>Ændrede indstillinger</source>
        <translation>Changed settings</translation>
    </message>
    <message id="staff.audit.typed-count">
        <source>Indtastede et antal</source>
        <translation>Typed a number</translation>
    </message>
    <message id="staff.audit.rehearsed">
        <source>Prøvede spørgsmålene på skærmen</source>
        <translation>Tried the questions on the screen</translation>
    </message>
    <message id="staff.audit.device-tested">
        <source>Prøvede tilbehør</source>
        <translation>Tested accessories</translation>
    </message>
    <message id="staff.audit.send-now">
        <source>Bad standen sende nu</source>
        <translation>Asked the stand to send now</translation>
    </message>
    <message id="staff.audit.stick-exported">
        <source>Gemte data på USB-nøgle</source>
        <translation>Saved data to a USB stick</translation>
    </message>
    <message id="staff.audit.stick-imported">
        <source>Hentede centralenhedens svar fra USB-nøgle</source>
        <translation>Took the centre's answers from a USB stick</translation>
    </message>
    <message id="staff.audit.questionnaire-exported">
        <source>Gemte spørgsmål på USB-nøgle</source>
        <translation>Saved questions to a USB stick</translation>
    </message>
    <message id="staff.audit.questionnaire-imported">
        <source>Hentede spørgsmål fra USB-nøgle</source>
        <translation>Took questions from a USB stick</translation>
    </message>
    <message id="staff.audit.configuration-taken">
        <source>Ny opsætning fra centralenheden</source>
        <translation>New set-up from the centre</translation>
    </message>
    <message id="staff.audit.configuration-refused">
        <source>En opsætning blev afvist</source>
        <translation>A set-up was refused</translation>
    </message>
    <message id="staff.audit.people-changed">
        <source>Personalelisten blev ændret</source>
        <translation>The list of staff was changed</translation>
    </message>
    <message id="staff.audit.works-council-page">
        <source>Viste siden til MED-udvalget</source>
        <translation>Showed the page for the works council</translation>
    </message>
    <message id="staff.audit.who.nobody">
        <source>Uden kode</source>
        <translation>Without a code</translation>
    </message>
    <message id="staff.audit.who.centre">
        <source>Centralenheden</source>
        <translation>The centre</translation>
    </message>
    <message id="staff.audit.who.admin">
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message id="staff.audit.who.stand">
        <source>Standen selv</source>
        <translation>The stand itself</translation>
    </message>
    <message id="staff.audit.when">
        <source>%1, kl. %2–%3</source>
        <translation>%1, hour %2–%3</translation>
    </message>
    <message id="staff.audit.unreadable">
        <source>Logbogen kan ikke læses. Ring til hjælp.</source>
        <translation>The log can't be read. Call the help line.</translation>
    </message>
    <message id="staff.audit.broken">
        <source>Nogen har ændret i logbogen. Ring til hjælp.</source>
        <translation>Somebody has changed the log. Call the help line.</translation>
    </message>
    <message id="staff.audit.whole">
        <source>Logbogen er hel.</source>
        <translation>The log is whole.</translation>
    </message>
    <message id="staff.audit.line">
        <source>Hvem gjorde hvad, i hvilken time. Ingen svar.</source>
        <translation>Who did what, in which hour. No answers.</translation>
    </message>
    <message id="staff.audit.more">
        <source>Vis flere</source>
        <translation>Show more</translation>
    </message>
    <message id="staff.counts.door.of">
        <source>Dør %1</source>
        <translation>Door %1</translation>
    </message>
    <message id="staff.counts.appointments.of">
        <source>Aftaler %1</source>
        <translation>Appointments %1</translation>
    </message>
    <message id="staff.counts.typed">
        <source>%1 (indtastet)</source>
        <translation>%1 (typed)</translation>
    </message>
    <message id="staff.counts.today">
        <source>I dag</source>
        <translation>Today</translation>
    </message>
    <message id="staff.counts.nothing">
        <source>intet indtastet</source>
        <translation>nothing typed</translation>
    </message>
    <message id="staff.counts.saved">
        <source>Gemt, og mærket “indtastet”.</source>
        <translation>Saved, and marked “typed”.</translation>
    </message>
    <message id="staff.counts.failed">
        <source>Kunne ikke gemmes. Prøv igen.</source>
        <translation>Could not be saved. Try again.</translation>
    </message>
    <message id="staff.counts.line">
        <source>Kun hele dage. Tallene mærkes “indtastet” og blandes aldrig med dørtælleren.</source>
        <translation>Whole days only. The figures are marked “typed” and never mixed with the door counter's.</translation>
    </message>
    <message id="staff.counts.door">
        <source>Gennem døren</source>
        <translation>Through the door</translation>
    </message>
    <message id="staff.counts.appointments">
        <source>Aftaler</source>
        <translation>Appointments</translation>
    </message>
    <message id="staff.add.choice">
        <source>Ét valg</source>
        <translation>One choice</translation>
    </message>
    <message id="staff.add.choices">
        <source>Flere valg</source>
        <translation>Several choices</translation>
    </message>
    <message id="staff.add.count">
        <source>%1 spørgsmål</source>
        <translation>%1 questions</translation>
    </message>
    <message id="staff.add.exists">
        <source>Findes</source>
        <translation>There is one</translation>
    </message>
    <message id="staff.add.library">
        <source>Fra biblioteket</source>
        <translation>From the library</translation>
    </message>
    <message id="staff.add.line">
        <source>Biblioteket er skrevet og oversat på forhånd. Et nyt skriver du selv.</source>
        <translation>The library is written and translated already. A new one you write yourself.</translation>
    </message>
    <message id="staff.add.new">
        <source>Skriv et nyt</source>
        <translation>Write a new one</translation>
    </message>
    <message id="staff.add.title">
        <source>Tilføj et spørgsmål</source>
        <translation>Add a question</translation>
    </message>
    <message id="staff.choices.add">
        <source>Tilføj et svar</source>
        <translation>Add an answer</translation>
    </message>
    <message id="staff.choices.answer">
        <source>Svar %1</source>
        <translation>Answer %1</translation>
    </message>
    <message id="staff.choices.down">
        <source>Ned</source>
        <translation>Down</translation>
    </message>
    <message id="staff.choices.remove">
        <source>Fjern</source>
        <translation>Remove</translation>
    </message>
    <message id="staff.choices.scale">
        <source>Skalaen er den samme i alle spørgsmål med “I hvilken grad”, så svarene kan sammenlignes.</source>
        <translation>The scale is the same in all questions of “To what extent”, so that answers can be compared.</translation>
    </message>
    <message id="staff.choices.several">
        <source>Flere svar må vælges</source>
        <translation>Several answers may be chosen</translation>
    </message>
    <message id="staff.choices.title">
        <source>Svarene</source>
        <translation>The answers</translation>
    </message>
    <message id="staff.choices.up">
        <source>Op</source>
        <translation>Up</translation>
    </message>
    <message id="staff.condition.answer">
        <source>… og når de har svaret på</source>
        <translation>… and when they answered</translation>
    </message>
    <message id="staff.condition.any">
        <source>Hvad som helst</source>
        <translation>Whatever they answered</translation>
    </message>
    <message id="staff.condition.face">
        <source>Ansigt %1 af 5</source>
        <translation>Face %1 of 5</translation>
    </message>
    <message id="staff.condition.faces">
        <source>Det stilles, når besøgende har valgt et af disse ansigter</source>
        <translation>It is asked when visitors chose one of these faces</translation>
    </message>
    <message id="staff.condition.title">
        <source>Vises efter</source>
        <translation>Shown after</translation>
    </message>
    <message id="staff.history.changes">
        <source>Sættes den tilbage, ændres det her</source>
        <translation>If it comes back, this changes</translation>
    </message>
    <message id="staff.history.choose">
        <source>Vælg en version for at se, hvad der ville ændre sig.</source>
        <translation>Choose a version to see what would change.</translation>
    </message>
    <message id="staff.history.draft">
        <source>Din kladde forsvinder, når du sætter en version tilbage.</source>
        <translation>Your draft is gone when you bring a version back.</translation>
    </message>
    <message id="staff.history.line">
        <source>Ingen version ændres nogensinde. Sætter du en tilbage, bliver det en ny.</source>
        <translation>No version is ever changed. If you bring one back, it becomes a new one.</translation>
    </message>
    <message id="staff.history.none">
        <source>Her er ikke gemt noget endnu. Spørgsmålene er, som centralenheden eller leverandøren har lavet dem.</source>
        <translation>Nothing has been saved here yet. The questions are as the centre or the supplier made them.</translation>
    </message>
    <message id="staff.history.now">
        <source>Gælder nu</source>
        <translation>Counts now</translation>
    </message>
    <message id="staff.history.restore">
        <source>Sæt tilbage fra %1</source>
        <translation>Bring back from %1</translation>
    </message>
    <message id="staff.history.same">
        <source>Intet. Den er som det, der gælder.</source>
        <translation>Nothing. It is what counts.</translation>
    </message>
    <message id="staff.languages.lacks">
        <source>Mangler</source>
        <translation>Missing</translation>
    </message>
    <message id="staff.languages.missing">
        <source>Her mangler noget. På det sprog springes spørgsmålet over og gemmes som “ikke spurgt”.</source>
        <translation>Something is missing here. In that language the question is skipped and stored as “not asked”.</translation>
    </message>
    <message id="staff.languages.title">
        <source>Sprog</source>
        <translation>Languages</translation>
    </message>
    <message id="staff.publish.changes">
        <source>Det ændrer sig</source>
        <translation>This changes</translation>
    </message>
    <message id="staff.publish.discard">
        <source>Smid kladden væk</source>
        <translation>Throw the draft away</translation>
    </message>
    <message id="staff.publish.discard.detail">
        <source>Det kan ikke fortrydes</source>
        <translation>This can't be undone</translation>
    </message>
    <message id="staff.publish.from">
        <source>Gælder fra %1, næste åbningsdag</source>
        <translation>Counts from %1, the next opening day</translation>
    </message>
    <message id="staff.publish.line">
        <source>En ny version med dit navn. Den gamle kan altid sættes tilbage.</source>
        <translation>A new version with your name. The old one can always be brought back.</translation>
    </message>
    <message id="staff.publish.now">
        <source>Gem, så det gælder straks</source>
        <translation>Save, to count at once</translation>
    </message>
    <message id="staff.publish.now.allowed">
        <source>Ingen har svaret i dag, eller det skjuler kun spørgsmål</source>
        <translation>Nobody has answered today, or it only hides questions</translation>
    </message>
    <message id="staff.publish.now.refused">
        <source>Kan ikke i dag: der er allerede svaret, og en dag skal kunne sammenlignes</source>
        <translation>Not today: somebody has answered already, and a day must be comparable</translation>
    </message>
    <message id="staff.publish.title">
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message id="staff.questions.add">
        <source>Tilføj</source>
        <translation>Add</translation>
    </message>
    <message id="staff.questions.answers">
        <source>%1 svar</source>
        <translation>%1 answers</translation>
    </message>
    <message id="staff.questions.down">
        <source>Flyt ned</source>
        <translation>Move down</translation>
    </message>
    <message id="staff.questions.draft">
        <source>Kladde</source>
        <translation>Draft</translation>
    </message>
    <message id="staff.questions.form">
        <source>Svarform</source>
        <translation>How it is answered</translation>
    </message>
    <message id="staff.questions.form.choices">
        <source>Et eller flere valg</source>
        <translation>One or more choices</translation>
    </message>
    <message id="staff.questions.form.comment">
        <source>Kommentar</source>
        <translation>Comment</translation>
    </message>
    <message id="staff.questions.form.degree">
        <source>I hvilken grad</source>
        <translation>To what extent</translation>
    </message>
    <message id="staff.questions.hide">
        <source>Skjul</source>
        <translation>Hide</translation>
    </message>
    <message id="staff.questions.hide.now">
        <source>Skjul straks</source>
        <translation>Hide at once</translation>
    </message>
    <message id="staff.questions.hide.now.detail">
        <source>Fra nu af stilles det ikke til nogen.</source>
        <translation>From now on nobody is asked it.</translation>
    </message>
    <message id="staff.questions.hint">
        <source>Linjen under spørgsmålet</source>
        <translation>The line below the question</translation>
    </message>
    <message id="staff.questions.hint.empty">
        <source>Ingen</source>
        <translation>None</translation>
    </message>
    <message id="staff.questions.history">
        <source>Historik</source>
        <translation>History</translation>
    </message>
    <message id="staff.questions.languages.missing">
        <source>%1 mangler</source>
        <translation>%1 missing</translation>
    </message>
    <message id="staff.questions.length">
        <source>%1 af %2 tegn</source>
        <translation>%1 of %2 characters</translation>
    </message>
    <message id="staff.questions.locked">
        <source>Låst af centralenheden, så svarene kan sammenlignes med andre steders. Det kan ikke ændres, flyttes eller skjules her.</source>
        <translation>Locked by the centre, so that answers can be compared with other places. It can't be changed, moved or hidden here.</translation>
    </message>
    <message id="staff.questions.look">
        <source>Sådan ser det ud</source>
        <translation>How it looks</translation>
    </message>
    <message id="staff.questions.missing">
        <source>Mangler på %1. Der springes spørgsmålet over og gemmes som “ikke spurgt”.</source>
        <translation>Missing in %1. There the question is skipped and stored as “not asked”.</translation>
    </message>
    <message id="staff.questions.most">
        <source>Højst 5 vises til én besøgende</source>
        <translation>At most 5 are shown to one visitor</translation>
    </message>
    <message id="staff.questions.reader">
        <source>Du kan se alt her. Kun en redaktør kan ændre det.</source>
        <translation>You can see everything here. Only an editor can change it.</translation>
    </message>
    <message id="staff.questions.redo">
        <source>Gør om</source>
        <translation>Redo</translation>
    </message>
    <message id="staff.questions.rehearse">
        <source>Prøv på skærmen</source>
        <translation>Try it on the screen</translation>
    </message>
    <message id="staff.questions.remove">
        <source>Fjern spørgsmålet</source>
        <translation>Remove the question</translation>
    </message>
    <message id="staff.questions.remove.detail">
        <source>Kan fortrydes, til du lukker.</source>
        <translation>Can be undone until you close.</translation>
    </message>
    <message id="staff.questions.save">
        <source>Gem til %1</source>
        <translation>Save for %1</translation>
    </message>
    <message id="staff.questions.saved">
        <source>Gemt</source>
        <translation>Saved</translation>
    </message>
    <message id="staff.questions.show">
        <source>Vis igen</source>
        <translation>Show again</translation>
    </message>
    <message id="staff.questions.starts">
        <source>Gælder fra %1, næste åbningsdag.</source>
        <translation>Counts from %1, the next opening day.</translation>
    </message>
    <message id="staff.questions.step.list">
        <source>Listen</source>
        <translation>The list</translation>
    </message>
    <message id="staff.questions.step.look">
        <source>Se, prøv og gem</source>
        <translation>Look, try and save</translation>
    </message>
    <message id="staff.questions.text">
        <source>Spørgsmålet</source>
        <translation>The question</translation>
    </message>
    <message id="staff.questions.text.empty">
        <source>Skriv spørgsmålet her</source>
        <translation>Write the question here</translation>
    </message>
    <message id="staff.questions.title">
        <source>Spørgsmål</source>
        <translation>Questions</translation>
    </message>
    <message id="staff.questions.undo">
        <source>Fortryd</source>
        <translation>Undo</translation>
    </message>
    <message id="staff.questions.up">
        <source>Flyt op</source>
        <translation>Move up</translation>
    </message>
    <message id="staff.rehearsal.end">
        <source>Tilbage til spørgsmålene</source>
        <translation>Back to the questions</translation>
    </message>
    <message id="staff.rehearsal.strip">
        <source>Prøve. Intet tæller.</source>
        <translation>A trial. Nothing counts.</translation>
    </message>
    <message id="staff.strip.closed">
        <source>Lukket for besøgende, mens du arbejder</source>
        <translation>Closed to visitors while you work</translation>
    </message>
    <message id="staff.strip.dead">
        <source>%1 døde minutter i dag</source>
        <translation>%1 dead minutes today</translation>
    </message>
    <message id="staff.strip.dead.one">
        <source>1 dødt minut i dag</source>
        <translation>1 dead minute today</translation>
    </message>
    <message id="staff.questions.languages">
        <source>Sprog side om side</source>
        <translation>Languages side by side</translation>
    </message>
    <message id="staff.settings.waits">
        <source>Ændres fra %1</source>
        <translation>Changes from %1</translation>
    </message>
    <message id="staff.settings.waits.now">
        <source>Ændres nu</source>
        <translation>Changing now</translation>
    </message>
    <message id="staff.settings.by">
        <source>Ændret af %1, %2 kl. %3</source>
        <translation>Changed by %1, %2 at %3</translation>
    </message>
    <message id="staff.settings.from">
        <source>Fra %1: %2</source>
        <translation>From %1: %2</translation>
    </message>
    <message id="staff.settings.now">
        <source>Nu: %1</source>
        <translation>Now: %1</translation>
    </message>
    <message id="staff.logo.nostick">
        <source>Der sidder ingen USB-nøgle i. Sæt den i, vent lidt, og prøv igen.</source>
        <translation>There is no USB stick. Put it in, wait a little, and try again.</translation>
    </message>
    <message id="staff.logo.nofile">
        <source>Der er ingen fil med navnet logo.png på nøglen, yderst, uden for mapper.</source>
        <translation>There is no file named logo.png on the stick, outside all folders.</translation>
    </message>
    <message id="staff.logo.large">
        <source>Filen logo.png fylder for meget. Den må højst fylde 48 KB.</source>
        <translation>The file logo.png is too large. 48 KB is the most.</translation>
    </message>
    <message id="staff.logo.notpng">
        <source>Filen logo.png er ikke et PNG-billede. Gem billedet som PNG, og prøv igen.</source>
        <translation>The file logo.png is not a PNG picture. Save the picture as PNG and try again.</translation>
    </message>
    <message id="staff.logo.wide">
        <source>Billedet er for stort. Det må højst være 512 gange 512 billedpunkter.</source>
        <translation>The picture is too large. 512 by 512 pixels is the most.</translation>
    </message>
    <message id="staff.logo.broken">
        <source>Filen logo.png er i stykker og kan ikke læses til ende. Læg den på nøglen igen.</source>
        <translation>The file logo.png is broken and can't be read to its end. Put it on the stick again.</translation>
    </message>
    <message id="staff.hours.none">
        <source>Mindst én ugedag skal være åben.</source>
        <translation>At least one weekday must be open.</translation>
    </message>
    <message id="staff.settings.tookback">
        <source>Fortrudt. Det bliver, som det er.</source>
        <translation>Taken back. It stays as it is.</translation>
    </message>
    <message id="staff.settings.nodisk">
        <source>Det kunne ikke gemmes: standens disk kan ikke bruges. Ring til hjælp.</source>
        <translation>It couldn't be saved: the stand's disk can't be used. Call the help line.</translation>
    </message>
    <message id="staff.settings.saved">
        <source>Gemt. Gælder fra %1.</source>
        <translation>Saved. Counts from %1.</translation>
    </message>
    <message id="staff.settings.saved.now">
        <source>Gemt. Gælder nu.</source>
        <translation>Saved. Counts now.</translation>
    </message>
    <message id="staff.hours.shut">
        <source>lukket</source>
        <translation>closed</translation>
    </message>
    <message id="staff.hours.always">
        <source>Åbent hele døgnet</source>
        <translation>Open day and night</translation>
    </message>
    <message id="staff.languages.line">
        <source>%1 og %2 under Flere sprog</source>
        <translation>%1 and %2 under More languages</translation>
    </message>
    <message id="staff.settings.hours">
        <source>Åbningstider og lukkedage</source>
        <translation>Opening hours and closed days</translation>
    </message>
    <message id="staff.settings.name">
        <source>Navn og logo</source>
        <translation>Name and logo</translation>
    </message>
    <message id="staff.settings.languages">
        <source>Sprog</source>
        <translation>Languages</translation>
    </message>
    <message id="staff.settings.invite">
        <source>Invitation og tider</source>
        <translation>Invitation and times</translation>
    </message>
    <message id="staff.settings.sound">
        <source>Lyd og lys</source>
        <translation>Sound and light</translation>
    </message>
    <message id="staff.settings.room">
        <source>Rummet</source>
        <translation>The room</translation>
    </message>
    <message id="staff.settings.said">
        <source>I sagde / Vi gjorde</source>
        <translation>You said / We did</translation>
    </message>
    <message id="staff.settings.help">
        <source>Hjælp</source>
        <translation>Help</translation>
    </message>
    <message id="staff.invite.line">
        <source>Spørger om mere efter ansigtet. Venter %1 sekunder.</source>
        <translation>Asks for more after the face. Waits %1 seconds.</translation>
    </message>
    <message id="staff.invite.line.off">
        <source>Spørger kun om ansigtet. Venter %1 sekunder.</source>
        <translation>Asks for the face only. Waits %1 seconds.</translation>
    </message>
    <message id="staff.sound.line">
        <source>Lyd %1 af 5, lys %2 %</source>
        <translation>Sound %1 of 5, light %2 %</translation>
    </message>
    <message id="staff.room.unknown">
        <source>Svar mangler: Er der tv-overvågning i lokalet?</source>
        <translation>To be answered: is there CCTV in the room?</translation>
    </message>
    <message id="staff.room.yes">
        <source>Der er tv-overvågning i lokalet</source>
        <translation>There is CCTV in the room</translation>
    </message>
    <message id="staff.room.no">
        <source>Ingen tv-overvågning i lokalet</source>
        <translation>No CCTV in the room</translation>
    </message>
    <message id="staff.said.none">
        <source>Intet vises lige nu</source>
        <translation>Nothing is shown just now</translation>
    </message>
    <message id="staff.helpline.none">
        <source>Intet telefonnummer endnu</source>
        <translation>No telephone number yet</translation>
    </message>
    <message id="staff.month.back">
        <source>Måneden før</source>
        <translation>The month before</translation>
    </message>
    <message id="staff.month.next">
        <source>Måneden efter</source>
        <translation>The month after</translation>
    </message>
    <message id="staff.first.title">
        <source>Velkommen til standen</source>
        <translation>Welcome to the stand</translation>
    </message>
    <message id="staff.first.line">
        <source>Ét spørgsmål, før den tages i brug.</source>
        <translation>One question before it is used.</translation>
    </message>
    <message id="staff.room.question">
        <source>Er der tv-overvågning i lokalet?</source>
        <translation>Is there CCTV in the room?</translation>
    </message>
    <message id="staff.room.which">
        <source>Også kommunens eller husets egne kameraer. Standen selv har intet.</source>
        <translation>Cameras of the municipality or of the building too. The stand itself has none.</translation>
    </message>
    <message id="staff.first.later">
        <source>Svar senere, under Stand</source>
        <translation>Answer later, under Stand</translation>
    </message>
    <message id="staff.first.on">
        <source>Fortsæt</source>
        <translation>Go on</translation>
    </message>
    <message id="staff.settings.locked">
        <source>Det bestemmer centralenheden. Det kan ikke ændres her.</source>
        <translation>The centre decides this. It can't be changed here.</translation>
    </message>
    <message id="staff.pin.old">
        <source>Indtast først din kode, som den er nu.</source>
        <translation>First enter your code as it is now.</translation>
    </message>
    <message id="staff.room.yes.short">
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message id="staff.room.yes.detail">
        <source>“Om dit svar” siger det til besøgende</source>
        <translation>“About your answer” tells visitors</translation>
    </message>
    <message id="staff.room.no.short">
        <source>Nej</source>
        <translation>No</translation>
    </message>
    <message id="staff.room.no.detail">
        <source>Der siges intet om det</source>
        <translation>Nothing is said about it</translation>
    </message>
    <message id="staff.helpline.where">
        <source>Nummeret står ved hver fejl på siderne Tilbehør og Data. Besøgende ser det ikke.</source>
        <translation>The number is beside every fault on the pages Accessories and Data. Visitors don't see it.</translation>
    </message>
    <message id="staff.helpline.phone">
        <source>Telefon</source>
        <translation>Telephone</translation>
    </message>
    <message id="staff.helpline.nophone">
        <source>Intet nummer endnu</source>
        <translation>No number yet</translation>
    </message>
    <message id="staff.helpline.hours">
        <source>Hvornår</source>
        <translation>When</translation>
    </message>
    <message id="staff.helpline.nohours">
        <source>For eksempel hverdage 8-16</source>
        <translation>For example weekdays 8-16</translation>
    </message>
    <message id="staff.hours.week">
        <source>Ugen</source>
        <translation>The week</translation>
    </message>
    <message id="staff.hours.holidays">
        <source>Helligdage</source>
        <translation>Public holidays</translation>
    </message>
    <message id="staff.hours.own">
        <source>Egne lukkedage</source>
        <translation>Own closed days</translation>
    </message>
    <message id="staff.hours.isopen">
        <source>Åbent</source>
        <translation>Open</translation>
    </message>
    <message id="staff.hours.isshut">
        <source>Lukket hele dagen</source>
        <translation>Closed all day</translation>
    </message>
    <message id="staff.hours.from">
        <source>Fra kl.</source>
        <translation>From</translation>
    </message>
    <message id="staff.hours.to">
        <source>Til kl.</source>
        <translation>To</translation>
    </message>
    <message id="staff.hours.copy">
        <source>Det samme mandag til fredag</source>
        <translation>The same Monday to Friday</translation>
    </message>
    <message id="staff.hours.holidaysclosed">
        <source>Lukket på danske helligdage</source>
        <translation>Closed on Danish public holidays</translation>
    </message>
    <message id="staff.hours.holidays.note">
        <source>24. og 31. december og 5. juni er ikke helligdage: sæt dem som egne lukkedage.</source>
        <translation>24 and 31 December and 5 June are no public holidays: make them own closed days.</translation>
    </message>
    <message id="staff.hours.nextholidays">
        <source>De næste helligdage</source>
        <translation>The next public holidays</translation>
    </message>
    <message id="staff.hours.closeddays">
        <source>Lukket disse dage</source>
        <translation>Closed on these days</translation>
    </message>
    <message id="staff.hours.noclosed">
        <source>Ingen endnu. Tryk på en dag i kalenderen.</source>
        <translation>None yet. Touch a day in the calendar.</translation>
    </message>
    <message id="staff.hours.reopen">
        <source>Åbn igen: %1</source>
        <translation>Open again: %1</translation>
    </message>
    <message id="staff.invite.more">
        <source>Spørg om mere efter ansigtet</source>
        <translation>Ask for more after the face</translation>
    </message>
    <message id="staff.settings.locked.short">
        <source>Det bestemmer centralenheden.</source>
        <translation>The centre decides this.</translation>
    </message>
    <message id="staff.invite.more.detail">
        <source>Slået fra stilles kun spørgsmålet om ansigtet.</source>
        <translation>Off, only the question with the faces is asked.</translation>
    </message>
    <message id="staff.invite.banner">
        <source>Invitation og tak</source>
        <translation>Invitation and thanks</translation>
    </message>
    <message id="staff.invite.banner.detail">
        <source>Så længe står de på skærmen.</source>
        <translation>They stay on the screen so long.</translation>
    </message>
    <message id="staff.invite.idle">
        <source>Ventetid før “Er du her stadig?”</source>
        <translation>Waiting time before “Are you still here?”</translation>
    </message>
    <message id="staff.invite.idle.detail">
        <source>Så længe må et spørgsmål stå urørt. Mindst 20 sekunder.</source>
        <translation>A question may stay untouched so long. At least 20 seconds.</translation>
    </message>
    <message id="staff.invite.warning">
        <source>Tid til at svare på det</source>
        <translation>Time to answer it</translation>
    </message>
    <message id="staff.invite.warning.detail">
        <source>Derefter er standen klar til den næste. Mindst 20 sekunder.</source>
        <translation>After that the stand is ready for the next. At least 20 seconds.</translation>
    </message>
    <message id="staff.invite.still">
        <source>Ingen bevægelse på skærmen</source>
        <translation>No movement on the screen</translation>
    </message>
    <message id="staff.invite.still.detail">
        <source>Sider skifter uden overgang.</source>
        <translation>Pages change without a transition.</translation>
    </message>
    <message id="staff.languages.rule">
        <source>Det første på skærmen er standens eget sprog. Højst seks kan stå på skærmen.</source>
        <translation>The first on the screen is the stand's own language. Six at most can be on the screen.</translation>
    </message>
    <message id="staff.languages.default">
        <source>Standens eget sprog.</source>
        <translation>The stand's own language.</translation>
    </message>
    <message id="staff.languages.draft">
        <source>Kladde: ingen, der taler sproget, har læst det.</source>
        <translation>Draft: nobody who speaks the language has read it.</translation>
    </message>
    <message id="staff.languages.leftout.one">
        <source>1 spørgsmål mangler og springes over.</source>
        <translation>1 question is missing and is passed over.</translation>
    </message>
    <message id="staff.languages.leftout">
        <source>%1 spørgsmål mangler og springes over.</source>
        <translation>%1 questions are missing and are passed over.</translation>
    </message>
    <message id="staff.languages.onscreen">
        <source>På skærmen</source>
        <translation>On the screen</translation>
    </message>
    <message id="staff.languages.more">
        <source>Flere sprog</source>
        <translation>More languages</translation>
    </message>
    <message id="staff.languages.no">
        <source>Nej</source>
        <translation>No</translation>
    </message>
    <message id="staff.languages.first">
        <source>Gør til første</source>
        <translation>Make it first</translation>
    </message>
    <message id="staff.name.municipality">
        <source>Kommune</source>
        <translation>Municipality</translation>
    </message>
    <message id="staff.name.place">
        <source>Sted</source>
        <translation>Place</translation>
    </message>
    <message id="staff.name.contact">
        <source>Databeskyttelsesrådgiver: mail og telefon</source>
        <translation>Data protection officer: e-mail and telephone</translation>
    </message>
    <message id="staff.name.nocontact">
        <source>Ingen endnu</source>
        <translation>None yet</translation>
    </message>
    <message id="staff.name.logo">
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message id="staff.logo.how">
        <source>Læg billedet på en USB-nøgle som logo.png: højst 512 gange 512 billedpunkter og 48 KB.</source>
        <translation>Put the picture on a USB stick as logo.png: at most 512 by 512 pixels and 48 KB.</translation>
    </message>
    <message id="staff.logo.take">
        <source>Hent fra USB-nøgle</source>
        <translation>Take from USB stick</translation>
    </message>
    <message id="staff.logo.remove">
        <source>Tilbage til mærket</source>
        <translation>Back to the mark</translation>
    </message>
    <message id="staff.settings.reader">
        <source>Du kan se det her, men ikke ændre det.</source>
        <translation>You can see it here, but not change it.</translation>
    </message>
    <message id="staff.settings.save">
        <source>Gem</source>
        <translation>Save</translation>
    </message>
    <message id="staff.settings.atonce">
        <source>Gælder med det samme</source>
        <translation>Counts at once</translation>
    </message>
    <message id="staff.settings.starts">
        <source>Gælder fra %1</source>
        <translation>Counts from %1</translation>
    </message>
    <message id="staff.room.pending">
        <source>Ingen har svaret endnu. Indtil da siger standen intet om det til besøgende.</source>
        <translation>Nobody has answered yet. Until then the stand says nothing about it to visitors.</translation>
    </message>
    <message id="staff.said.centre">
        <source>Centralenheden godkender teksten og sender den hertil. Den kan ikke ændres her.</source>
        <translation>The centre approves the text and sends it here. It can't be changed here.</translation>
    </message>
    <message id="staff.said.said">
        <source>I sagde: %1</source>
        <translation>You said: %1</translation>
    </message>
    <message id="staff.said.done">
        <source>Vi gjorde: %1</source>
        <translation>We did: %1</translation>
    </message>
    <message id="staff.sound.preview">
        <source>Lyset ses med det samme og beholdes, når du trykker Gem.</source>
        <translation>The light is seen at once and kept when you press Save.</translation>
    </message>
    <message id="staff.sound.volume">
        <source>Oplæsningens lyd fra begyndelsen</source>
        <translation>Loudness of reading aloud at first</translation>
    </message>
    <message id="staff.sound.volume.detail">
        <source>Besøgende kan selv skrue op og ned. For den næste er den her igen.</source>
        <translation>Visitors can make it louder or softer. For the next it is this again.</translation>
    </message>
    <message id="staff.sound.of5">
        <source>%1 af 5</source>
        <translation>%1 of 5</translation>
    </message>
    <message id="staff.sound.light">
        <source>Skærmens lys</source>
        <translation>The screen's light</translation>
    </message>
    <message id="staff.sound.light.detail">
        <source>Vælg det lys, der er godt at læse i på stedet.</source>
        <translation>Choose what is good to read by where the stand is.</translation>
    </message>
    <message id="staff.sound.nolight">
        <source>Skærmens lys kan ikke styres herfra. Standen gør billedet mørkere i stedet. Skærmen kan selv have knapper til lyset.</source>
        <translation>The screen's light can't be set from here. The stand darkens the picture instead. The screen may have buttons of its own for the light.</translation>
    </message>
    <message id="staff.seconds">
        <source>%1 sek.</source>
        <translation>%1 s</translation>
    </message>
    <message id="staff.settings.title">
        <source>Stand</source>
        <translation>Stand</translation>
    </message>
    <message id="staff.settings.next">
        <source>Ændringer gælder fra næste åbningsdag: %1.</source>
        <translation>Changes count from the next opening day: %1.</translation>
    </message>
    <message id="staff.settings.takeback">
        <source>Fortryd ændringen</source>
        <translation>Take the change back</translation>
    </message>
    <message id="staff.settings.counts">
        <source>Tal fra døren og aftaler</source>
        <translation>Door counts and appointments</translation>
    </message>
    <message id="staff.settings.counts.line">
        <source>Skriv dagens antal ind</source>
        <translation>Type the day's number</translation>
    </message>
    <message id="staff.settings.pin">
        <source>Skift min kode</source>
        <translation>Change my code</translation>
    </message>
    <message id="staff.settings.pin.line">
        <source>Den gamle kode først, så den nye to gange</source>
        <translation>The old code first, then the new one twice</translation>
    </message>
    <message id="staff.step.less">
        <source>%1, mindre</source>
        <translation>%1, less</translation>
    </message>
    <message id="staff.step.more">
        <source>%1, mere</source>
        <translation>%1, more</translation>
    </message>
    <message id="staff.health.camera.unknown">
        <source>Standen kan ikke se, om der er kamera eller mikrofon. Ring til hjælp.</source>
        <translation>The stand cannot tell whether there is a camera or a microphone. Call the help line.</translation>
    </message>
    <message id="staff.stick.room">
        <source>%1 ledig af %2</source>
        <translation>%1 free of %2</translation>
    </message>
    <message id="staff.stick.nottaken">
        <source>I filen er der ingen nye spørgsmål, som kan lægges ind her. Spørgsmålene er, som de var.</source>
        <translation>In the file there are no new questions that can be put in here. The questions are as they were.</translation>
    </message>
    <message id="staff.stick.progress">
        <source>%1 af %2 filer</source>
        <translation>%1 of %2 files</translation>
    </message>
    <message id="staff.stick.exchanged">
        <source>Dage på nøglen: %1. Hentet fra centralenheden: %2.</source>
        <translation>Days on the stick: %1. Taken from the centre: %2.</translation>
    </message>
    <message id="staff.stick.questionsout">
        <source>Spørgeskemaet ligger på nøglen som %1.</source>
        <translation>The questionnaire is on the stick as %1.</translation>
    </message>
    <message id="staff.stick.questionsin">
        <source>Hentet som kladde. Se den under Spørgsmål: intet ændres for besøgende, før du gemmer.</source>
        <translation>Taken as a draft. See it under Questions: nothing changes for visitors before you save.</translation>
    </message>
    <message id="staff.stick.documentsout">
        <source>Tre sider ligger på nøglen som PDF, klar til at skrive ud.</source>
        <translation>Three pages are on the stick as PDF, ready to print.</translation>
    </message>
    <message id="staff.stick.fault.notenrolled">
        <source>Standen er ikke tilmeldt centralenheden endnu, så der er ingen at forsegle dagene til. Ring til hjælp.</source>
        <translation>The stand is not enrolled with the centre yet, so there is nobody to seal the days to. Call the help line.</translation>
    </message>
    <message id="staff.stick.fault.database">
        <source>Standen kunne ikke læse sine egne data. Nøglen fejler ikke noget. Ring til hjælp.</source>
        <translation>The stand could not read its own data. Nothing is wrong with the stick. Call the help line.</translation>
    </message>
    <message id="staff.stick.fault.nostick">
        <source>Nøglen blev taget ud. Alt ligger stadig på standen. Sæt nøglen i, og begynd forfra.</source>
        <translation>The stick was taken out. Everything is still on the stand. Put the stick in and begin again.</translation>
    </message>
    <message id="staff.stick.fault.readonly">
        <source>Nøglen er låst, så der kan ikke gemmes på den. Skub låsen til side, eller brug en anden nøgle.</source>
        <translation>The stick is locked, so nothing can be saved on it. Move its lock, or use another stick.</translation>
    </message>
    <message id="staff.stick.fault.full">
        <source>Der er ikke plads nok på nøglen. Slet noget på den på en computer, eller brug en anden. De filer, der nåede med, er hele.</source>
        <translation>There is not enough room on the stick. Delete something on a computer, or use another. The files that were written are whole.</translation>
    </message>
    <message id="staff.stick.fault.damaged">
        <source>Nøglen kan ikke læses eller skrives. Sad den helt inde? Prøv igen, eller brug en anden. Alt ligger stadig på standen.</source>
        <translation>The stick can't be read or written. Was it all the way in? Try again, or use another. Everything is still on the stand.</translation>
    </message>
    <message id="staff.stick.fault.cancelled">
        <source>Stoppet. De filer, der nåede med, er hele, og alt ligger stadig på standen.</source>
        <translation>Stopped. The files that were written are whole, and everything is still on the stand.</translation>
    </message>
    <message id="staff.stick.fault.nosuchfile">
        <source>Filen ligger ikke på nøglen mere. Se listen igen.</source>
        <translation>The file is no longer on the stick. Look at the list again.</translation>
    </message>
    <message id="staff.stick.fault.notafile">
        <source>Det er en genvej eller en mappe, ikke en fil, så den blev ikke åbnet.</source>
        <translation>It is a link or a folder, not a file, so it was not opened.</translation>
    </message>
    <message id="staff.stick.fault.toolarge">
        <source>Filen er for stor til at være det, den hedder, så den blev ikke hentet.</source>
        <translation>The file is too large to be what it is called, so it was not taken.</translation>
    </message>
    <message id="staff.stick.fault.notaquestionnaire">
        <source>Filen er ikke et spørgeskema, standen kan bruge. Vis linjerne her til den, der har lavet den.</source>
        <translation>The file is no questionnaire that the stand can use. Show these lines to whoever made it.</translation>
    </message>
    <message id="staff.stick.fault.renamed">
        <source>Filens navn passer ikke til dens indhold. Giv den sit eget navn igen.</source>
        <translation>The file's name does not fit its content. Give it its own name again.</translation>
    </message>
    <message id="staff.stick.fault.unknownfile">
        <source>Standen henter ikke den slags filer.</source>
        <translation>The stand does not take this kind of file.</translation>
    </message>
    <message id="staff.stick.fault.tampered">
        <source>Filen er ikke fra centralenheden, eller den er ændret siden. Bed centralenheden om en ny.</source>
        <translation>The file is not from the centre, or was changed since. Ask the centre for a new one.</translation>
    </message>
    <message id="staff.stick.fault.otherstand">
        <source>Filen er til en anden stand.</source>
        <translation>The file is for another stand.</translation>
    </message>
    <message id="staff.stick.fault.older">
        <source>Standen har allerede fået en nyere udgave, så filen blev ikke hentet.</source>
        <translation>The stand already has a newer one, so the file was not taken.</translation>
    </message>
    <message id="staff.stick.fault.inbox">
        <source>Standen kunne ikke gemme det, der blev hentet. Nøglen er, som den var. Ring til hjælp.</source>
        <translation>The stand could not keep what was taken. The stick is as it was. Call the help line.</translation>
    </message>
    <message id="staff.stick.line">
        <source>Dagene er forseglet: kun centralenheden kan åbne dem.</source>
        <translation>The days are sealed: only the centre can open them.</translation>
    </message>
    <message id="staff.stick.none">
        <source>Sæt en USB-nøgle i standen</source>
        <translation>Put a USB stick into the stand</translation>
    </message>
    <message id="staff.stick.none.detail">
        <source>Den bliver fundet af sig selv efter et par sekunder.</source>
        <translation>It is found by itself after a few seconds.</translation>
    </message>
    <message id="staff.stick.locked">
        <source>Nøglen er låst: der kan hentes fra den, men ikke gemmes.</source>
        <translation>The stick is locked: it can be read, but nothing can be saved on it.</translation>
    </message>
    <message id="staff.stick.copying">
        <source>Tag ikke nøglen ud endnu</source>
        <translation>Don't take the stick out yet</translation>
    </message>
    <message id="staff.stick.stop">
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message id="staff.stick.out">
        <source>Du kan tage nøglen ud nu</source>
        <translation>You can take the stick out now</translation>
    </message>
    <message id="staff.stick.again">
        <source>Gør noget mere</source>
        <translation>Do something more</translation>
    </message>
    <message id="staff.stick.exchange">
        <source>Gem på nøglen</source>
        <translation>Save on the stick</translation>
    </message>
    <message id="staff.stick.exchange.detail">
        <source>og hent det nye fra centralenheden</source>
        <translation>and take what is new from the centre</translation>
    </message>
    <message id="staff.stick.documents">
        <source>Sider til opslagstavlen</source>
        <translation>Pages for the board</translation>
    </message>
    <message id="staff.stick.documents.detail">
        <source>Tre PDF-sider til at skrive ud</source>
        <translation>Three PDF pages to print</translation>
    </message>
    <message id="staff.stick.questionsout.button">
        <source>Gem spørgeskemaet</source>
        <translation>Save the questionnaire</translation>
    </message>
    <message id="staff.stick.questionsout.detail">
        <source>Til en anden stand</source>
        <translation>For another stand</translation>
    </message>
    <message id="staff.stick.found">
        <source>Spørgeskemaer på nøglen</source>
        <translation>Questionnaires on the stick</translation>
    </message>
    <message id="staff.stick.take">
        <source>Hent som kladde</source>
        <translation>Take as a draft</translation>
    </message>
    <message id="staff.documents.line">
        <source>Skrevet ud fra standens indstillinger, som de er nu</source>
        <translation>Made from the stand's settings as they are now</translation>
    </message>
    <message id="staff.documents.council">
        <source>Til MED-udvalget</source>
        <translation>For the works council</translation>
    </message>
    <message id="staff.documents.reception">
        <source>Til receptionen</source>
        <translation>For reception</translation>
    </message>
    <message id="staff.documents.poster">
        <source>Om dit svar</source>
        <translation>About your answer</translation>
    </message>
    <message id="staff.documents.wall">
        <source>Til væggen ved standen</source>
        <translation>For the wall beside the stand</translation>
    </message>
    <message id="staff.documents.tostick">
        <source>Læg siderne på en USB-nøgle</source>
        <translation>Put the pages on a USB stick</translation>
    </message>
    <message id="staff.health.inorder">
        <source>I orden</source>
        <translation>In order</translation>
    </message>
    <message id="staff.health.daysent">
        <source>%1 er sendt. Kvittering modtaget.</source>
        <translation>%1 is sent. Receipt received.</translation>
    </message>
    <message id="staff.questions.look.hidden">
        <source>Skjult: det stilles ikke til nogen</source>
        <translation>Hidden: nobody is asked it</translation>
    </message>
    <message id="staff.questions.look.skipped">
        <source>Springes over på dette sprog</source>
        <translation>Skipped in this language</translation>
    </message>
    <message id="staff.questions.languages.unread">
        <source>Ikke læst igennem</source>
        <translation>Not read through</translation>
    </message>
    <message id="staff.data.notenrolled">
        <source>Standen er ikke tilmeldt centralenheden</source>
        <translation>The stand is not enrolled with the centre</translation>
    </message>
    <message id="staff.data.held">
        <source>Dage med få svar venter på de næste</source>
        <translation>Days with few answers wait for the next</translation>
    </message>
    <message id="staff.data.next.held">
        <source>Dage med få svar sendes sammen med de næste.</source>
        <translation>Days with few answers are sent together with the next ones.</translation>
    </message>
    <message id="staff.health.tryit">
        <source>Prøv den under Tilbehør.</source>
        <translation>Try it under Accessories.</translation>
    </message>
    <message id="staff.overview.withoutpin">
        <source>Uden kode</source>
        <translation>Without a code</translation>
    </message>
    <message id="staff.council.people.lead">
        <source>Hvor mange der kommer</source>
        <translation>How many people come</translation>
    </message>
    <message id="staff.council.people">
        <source>Et antal om dagen: fra en tæller ved døren, hvis der er en, eller tastet ind af personalet. Intet om, hvem det er.</source>
        <translation>One number a day: from a counter at the door where there is one, or typed in by staff. Nothing about who they are.</translation>
    </message>
    <message id="staff.waiting.title">
        <source>Ændringer, der venter</source>
        <translation>Changes that wait</translation>
    </message>
    <message id="staff.waiting.line">
        <source>Det, der er ændret her på standen og endnu ikke gælder.</source>
        <translation>What was changed here on the stand and does not count yet.</translation>
    </message>
    <message id="staff.waiting.none">
        <source>Ingen ændringer venter. Alt, der er gemt, gælder.</source>
        <translation>No changes are waiting. All that was saved counts.</translation>
    </message>
    <message id="staff.waiting.nothing">
        <source>Ingen ændringer venter</source>
        <translation>No changes are waiting</translation>
    </message>
    <message id="staff.waiting.one">
        <source>1 ændring venter: %1</source>
        <translation>1 change is waiting: %1</translation>
    </message>
    <message id="staff.waiting.several">
        <source>%2 ændringer venter: %1</source>
        <translation>%2 changes are waiting: %1</translation>
    </message>
    <message id="staff.waiting.version">
        <source>en ny version</source>
        <translation>a new version</translation>
    </message>
    <message id="staff.waiting.versions">
        <source>Se versionerne</source>
        <translation>See the versions</translation>
    </message>
    <message id="staff.audit.word.now">
        <source>straks</source>
        <translation>at once</translation>
    </message>
    <message id="staff.audit.word.first">
        <source>første</source>
        <translation>first</translation>
    </message>
    <message id="staff.audit.word.of">
        <source>af</source>
        <translation>of</translation>
    </message>
    <message id="staff.audit.word.file">
        <source>fil</source>
        <translation>file</translation>
    </message>
    <message id="staff.audit.word.more">
        <source>flere</source>
        <translation>more</translation>
    </message>
    <message id="staff.audit.word.files">
        <source>filer</source>
        <translation>files</translation>
    </message>
    <message id="staff.audit.word.worked">
        <source>virkede</source>
        <translation>worked</translation>
    </message>
    <message id="staff.audit.word.failed">
        <source>svarede ikke</source>
        <translation>did not answer</translation>
    </message>
    <message id="staff.audit.word.door">
        <source>dør</source>
        <translation>door</translation>
    </message>
    <message id="staff.audit.word.appointments">
        <source>aftaler</source>
        <translation>appointments</translation>
    </message>
    <message id="staff.audit.word.touch">
        <source>touchskærm</source>
        <translation>touch screen</translation>
    </message>
    <message id="staff.audit.word.keys">
        <source>taktile knapper</source>
        <translation>tactile keys</translation>
    </message>
    <message id="staff.audit.word.sound">
        <source>lyd</source>
        <translation>sound</translation>
    </message>
    <message id="staff.audit.word.presence">
        <source>nærværsføler</source>
        <translation>presence sensor</translation>
    </message>
    <message id="staff.audit.word.people">
        <source>personer</source>
        <translation>people</translation>
    </message>
    <message id="staff.audit.word.configuration">
        <source>opsætning</source>
        <translation>configuration</translation>
    </message>
    <message id="staff.audit.word.version">
        <source>version</source>
        <translation>version</translation>
    </message>
    <message id="staff.audit.word.municipality">
        <source>kommunens navn</source>
        <translation>municipality</translation>
    </message>
    <message id="staff.audit.word.place">
        <source>stedets navn</source>
        <translation>place</translation>
    </message>
    <message id="staff.audit.word.controller_contact">
        <source>databeskyttelsesrådgiver</source>
        <translation>data protection officer</translation>
    </message>
    <message id="staff.audit.word.languages">
        <source>sprog</source>
        <translation>languages</translation>
    </message>
    <message id="staff.audit.word.more_languages">
        <source>flere sprog</source>
        <translation>more languages</translation>
    </message>
    <message id="staff.audit.word.room_cctv">
        <source>tv-overvågning i lokalet</source>
        <translation>CCTV in the room</translation>
    </message>
    <message id="staff.audit.word.invite">
        <source>spørg om mere</source>
        <translation>ask for more</translation>
    </message>
    <message id="staff.audit.word.said_done">
        <source>I sagde, vi gjorde</source>
        <translation>you said, we did</translation>
    </message>
    <message id="staff.audit.word.opening_hours">
        <source>åbningstider</source>
        <translation>opening hours</translation>
    </message>
    <message id="staff.audit.word.holidays_closed">
        <source>helligdage</source>
        <translation>public holidays</translation>
    </message>
    <message id="staff.audit.word.closed_days">
        <source>lukkedage</source>
        <translation>closed days</translation>
    </message>
    <message id="staff.audit.word.idle_ms">
        <source>ventetid</source>
        <translation>waiting time</translation>
    </message>
    <message id="staff.audit.word.banner_ms">
        <source>tid til invitation og tak</source>
        <translation>time of invitation and thanks</translation>
    </message>
    <message id="staff.audit.word.warning_ms">
        <source>tid til at svare</source>
        <translation>time to answer</translation>
    </message>
    <message id="staff.audit.word.volume">
        <source>lydstyrke</source>
        <translation>volume</translation>
    </message>
    <message id="staff.audit.word.brightness">
        <source>lysstyrke</source>
        <translation>brightness</translation>
    </message>
    <message id="staff.audit.word.reduced_motion">
        <source>mindre bevægelse</source>
        <translation>less motion</translation>
    </message>
    <message id="staff.audit.word.help_phone">
        <source>hjælpens telefon</source>
        <translation>help's phone</translation>
    </message>
    <message id="staff.audit.word.help_hours">
        <source>hjælpens tider</source>
        <translation>help's hours</translation>
    </message>
    <message id="staff.audit.word.logo">
        <source>logo</source>
        <translation>logo</translation>
    </message>
    <message id="staff.audit.word.figures_hidden">
        <source>skjulte tal</source>
        <translation>hidden figures</translation>
    </message>
    <message id="staff.hours.anyway">
        <source>Gråt: lukket i forvejen.</source>
        <translation>Grey: closed anyway.</translation>
    </message>
    <message id="staff.stick.retry">
        <source>Prøv igen</source>
        <translation>Try again</translation>
    </message>
    <message id="staff.publish.discard.keep">
        <source>Nej, behold kladden</source>
        <translation>No, keep the draft</translation>
    </message>
    <message id="staff.publish.discard.sure">
        <source>Ja, smid kladden væk</source>
        <translation>Yes, throw the draft away</translation>
    </message>
    <message id="staff.health.scanner.failed">
        <source>Læseren læste intet ved prøven. Tør dens vindue af, og prøv igen.</source>
        <translation>The scanner read nothing in the test. Wipe its window and try again.</translation>
    </message>
    <message id="staff.health.scanner.required">
        <source>Reglerne kræver kort, men standen har ingen læser. Ingen svar tæller. Ring til hjælp.</source>
        <translation>The rules require cards, but the stand has no reader. No answer counts. Call the help line.</translation>
    </message>
    <message id="staff.health.scanner.none">
        <source>Der er ingen kortlæser på standen.</source>
        <translation>The stand has no card scanner.</translation>
    </message>
    <message id="staff.health.nodevice">
        <source>Standen kan ikke finde den. Se, om stikket sidder.</source>
        <translation>The stand can't find it. Check the plug.</translation>
    </message>
    <message id="staff.health.devicerefused">
        <source>Det er ikke den godkendte enhed. Ring til hjælp.</source>
        <translation>This isn't the approved device. Call the help line.</translation>
    </message>
    <message id="staff.health.devicewaits">
        <source>Sat i, men kan ikke bruges lige nu. Tag stikket ud, og sæt det i igen.</source>
        <translation>Plugged in, but can't be used just now. Take the plug out and put it in again.</translation>
    </message>
    <message id="staff.health.devicestarts">
        <source>Sat i. Forbindelsen er på vej.</source>
        <translation>Plugged in. The connection is on its way.</translation>
    </message>
    <message id="staff.health.devicefails">
        <source>Forbundet, men den melder fejl. Tag stikket ud, og sæt det i igen.</source>
        <translation>Connected, but it reports a fault. Take the plug out and put it in again.</translation>
    </message>
    <message id="staff.health.connected">
        <source>Forbundet.</source>
        <translation>Connected.</translation>
    </message>
    <message id="staff.part.scanner">
        <source>Kortlæser</source>
        <translation>Card scanner</translation>
    </message>
    <message id="staff.test.scanner">
        <source>Hold et kort foran læseren.</source>
        <translation>Hold a card in front of the scanner.</translation>
    </message>
    <message id="staff.test.read">
        <source>Læste %1</source>
        <translation>Read %1</translation>
    </message>
</context>
</TS>
