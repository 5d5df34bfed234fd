<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-FileCopyrightText: 2026 Smileystand contributors
     SPDX-License-Identifier: GPL-3.0-or-later -->
<TS version="2.1" language="en_GB" sourcelanguage="da_DK">
<context>
    <name></name>
    <message id="about.controller">
        <source>Dataansvarlig: %1</source>
        <translation>Data controller: %1</translation>
    </message>
    <message id="about.keep">
        <source>hvilket ansigt du trykkede på, dine svar, og hvilken dag og del af dagen.</source>
        <translation>which face you tapped, your answers, and which day and part of the day.</translation>
    </message>
    <message id="about.keep.lead">
        <source>Vi gemmer</source>
        <translation>We keep</translation>
    </message>
    <message id="about.room.lead">
        <source>Kamera og mikrofon</source>
        <translation>Camera and microphone</translation>
    </message>
    <message id="about.sensor">
        <source>mærker, om nogen står her. Den tager ikke billeder.</source>
        <translation>notices whether somebody stands here. It takes no pictures.</translation>
    </message>
    <message id="about.sensor.lead">
        <source>En føler</source>
        <translation>A sensor</translation>
    </message>
    <message id="about.sent">
        <source>dine svar med dag og del af dagen. Jobcentret ser kun tal for mindst %1 svar.</source>
        <translation>your answers with the day and part of the day. The jobcentre only sees figures for at least %1 answers.</translation>
    </message>
    <message id="about.sent.lead">
        <source>Vi sender videre</source>
        <translation>We pass on</translation>
    </message>
    <message id="about.time">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det %1 dage efter, at dagen er slut.</source>
        <translation>stays on the stand. It shows whether somebody tapped several times. We delete it %1 days after the day is over.</translation>
    </message>
    <message id="about.time.lead">
        <source>Det præcise tidspunkt</source>
        <translation>The exact time</translation>
    </message>
    <message id="about.title">
        <source>Om dit svar</source>
        <translation>About your answer</translation>
    </message>
    <message id="about.voluntary">
        <source>Vi spørger ikke, hvem du er. Du kan fortryde dit svar, mens du står her.</source>
        <translation>We don't ask who you are. You can undo your answer while you stand here.</translation>
    </message>
    <message id="about.voluntary.lead">
        <source>Det er frivilligt</source>
        <translation>It is voluntary</translation>
    </message>
    <message id="anon.case">
        <source>Svaret kommer ikke i din sag.</source>
        <translation>Your answer does not go into your case.</translation>
    </message>
    <message id="anon.cctv">
        <source>Der er tv-overvågning i lokalet. Den hører ikke til standen.</source>
        <translation>There is CCTV in the room. It is not part of this stand.</translation>
    </message>
    <message id="anon.nocamera">
        <source>Standen har hverken kamera eller mikrofon.</source>
        <translation>This stand has no camera or microphone.</translation>
    </message>
    <message id="anon.short">
        <source>Uden navn</source>
        <translation>No name</translation>
    </message>
    <message id="anon.title">
        <source>Vi spørger ikke, hvem du er</source>
        <translation>We don't ask who you are</translation>
    </message>
    <message id="lang.more">
        <source>Flere
sprog</source>
        <translation>More
languages</translation>
    </message>
    <message id="nav.back">
        <source>Tilbage</source>
        <translation>Back</translation>
    </message>
    <message id="nav.close">
        <source>Luk</source>
        <translation>Close</translation>
    </message>
    <message id="nav.done">
        <source>Færdig</source>
        <translation>Done</translation>
    </message>
    <message id="nav.finish">
        <source>Stop her</source>
        <translation>Stop here</translation>
    </message>
    <message id="nav.next">
        <source>Næste</source>
        <translation>Next</translation>
    </message>
    <message id="nav.nextperson">
        <source>Jeg er
den næste</source>
        <translation>I am next</translation>
    </message>
    <message id="nav.skip">
        <source>Spring over</source>
        <translation>Skip</translation>
    </message>
    <message id="progress">
        <source>Spørgsmål %1 af %2</source>
        <translation>Question %1 of %2</translation>
    </message>
    <message id="q.visit.first">
        <source>Tryk først på et ansigt. Så kommer spørgsmålene.</source>
        <translation>Tap a face first. Then the questions come.</translation>
    </message>
    <message id="q.visit.hint">
        <source>Tryk på det ansigt, der passer bedst.</source>
        <translation>Tap the face that fits best.</translation>
    </message>
    <message id="q.visit.hint.large">
        <source>Tryk på et ansigt.</source>
        <translation>Tap a face.</translation>
    </message>
    <message id="q.visit.next">
        <source>Næste: %1</source>
        <translation>Next: %1</translation>
    </message>
    <message id="reason.chosen">
        <source>Du har valgt %1.</source>
        <translation>You have chosen %1.</translation>
    </message>
    <message id="repeat.have">
        <source>Tak. Vi har dit svar.</source>
        <translation>Thank you. We have your answer.</translation>
    </message>
    <message id="repeat.haveb">
        <source>Er det en ny person?</source>
        <translation>Is this a new person?</translation>
    </message>
    <message id="repeat.updated">
        <source>Dit svar er ændret.</source>
        <translation>Your answer is changed.</translation>
    </message>
    <message id="repeat.updatedb">
        <source>Du kan ændre det igen.</source>
        <translation>You can change it again.</translation>
    </message>
    <message id="said.done">
        <source>Vi gjorde:</source>
        <translation>We did:</translation>
    </message>
    <message id="said.said">
        <source>I sagde:</source>
        <translation>You said:</translation>
    </message>
    <message id="thanks.done">
        <source>Tak. Dine svar er gemt.</source>
        <translation>Thank you. Your answers are saved.</translation>
    </message>
    <message id="thanks.more">
        <source>Vil du svare på %1 mere?
Du kan stoppe når som helst.</source>
        <translation>Will you answer %1 more?
You can stop at any time.</translation>
    </message>
    <message id="thanks.saved">
        <source>Tak. Dit svar er gemt.</source>
        <translation>Thank you. Your answer is saved.</translation>
    </message>
    <message id="thanks.undo">
        <source>Fortryd
mit svar</source>
        <translation>Undo
my answer</translation>
    </message>
    <message id="thanks.yes">
        <source>Ja, gerne</source>
        <translation>Yes</translation>
    </message>
    <message id="timeout.body">
        <source>Tryk hvor som helst for at fortsætte.</source>
        <translation>Tap anywhere to go on.</translation>
    </message>
    <message id="timeout.else">
        <source>Ellers gemmer vi dine svar og starter forfra.</source>
        <translation>Otherwise we save your answers and start over.</translation>
    </message>
    <message id="timeout.more">
        <source>Fortsæt</source>
        <translation>Go on</translation>
    </message>
    <message id="timeout.title">
        <source>Er du her stadig?</source>
        <translation>Are you still here?</translation>
    </message>
    <message id="tool.contrast">
        <source>Kontrast</source>
        <translation>Contrast</translation>
    </message>
    <message id="trouble.body">
        <source>Dit tryk bliver ikke gemt. Sig det gerne i skranken.</source>
        <translation>Your tap is not saved. Please tell the desk.</translation>
    </message>
    <message id="trouble.title">
        <source>Kan ikke tage imod svar lige nu</source>
        <translation>Answers can’t be taken right now</translation>
    </message>
    <message id="visit.voluntary">
        <source>Frivilligt. Et tryk er nok.</source>
        <translation>Voluntary. One tap is enough.</translation>
    </message>
    <message id="withdrawn">
        <source>Dit svar tæller ikke med.</source>
        <translation>Your answer does not count.</translation>
    </message>
    <message id="withdrawn.b">
        <source>Du kan svare igen, hvis du vil.</source>
        <translation>You can answer again if you like.</translation>
    </message>
</context>
</TS>
