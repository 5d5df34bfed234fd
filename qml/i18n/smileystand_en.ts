<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-FileCopyrightText: 2026 Smileystand contributors
     SPDX-License-Identifier: GPL-3.0-or-later -->
<TS version="2.1" language="en_GB" sourcelanguage="da_DK">
<context>
    <name></name>
    <message id="about.cctv.lead">
        <source>Tv-overvågning</source>
        <translation>CCTV</translation>
    </message>
    <message id="about.controller">
        <source>Dataansvarlig: %1</source>
        <translation>Data controller: %1</translation>
    </message>
    <message id="about.keep">
        <source>hvilket ansigt du trykkede på, dine svar, og hvilken dag og del af dagen.</source>
        <translation>which face you tapped, your answers, and which day and part of the day.</translation>
    </message>
    <message id="about.keep.lead">
        <source>Vi gemmer,</source>
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
    <message id="about.text">
        <source>læses kun af %1. Det slettes %2 dage, efter at det er sendt.</source>
        <translation>is read only by %1. It is deleted %2 days after it has been sent.</translation>
    </message>
    <message id="about.text.lead">
        <source>Det, du skriver,</source>
        <translation>What you write</translation>
    </message>
    <message id="about.time">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det %1 dage, efter at dagen er slut.</source>
        <translation>stays on the stand. It shows whether somebody tapped several times. We delete it %1 days after the day is over.</translation>
    </message>
    <message id="about.time.atonce">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det, når dagen er slut.</source>
        <translation>stays on the stand. It shows whether somebody tapped several times. We delete it when the day is over.</translation>
    </message>
    <message id="about.time.lead">
        <source>Det præcise tidspunkt</source>
        <translation>The exact time</translation>
    </message>
    <message id="about.time.oneday">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det 1 dag, efter at dagen er slut.</source>
        <translation>stays on the stand. It shows whether somebody tapped several times. We delete it 1 day after the day is over.</translation>
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
    <message id="about.voluntary.soon">
        <source>Vi spørger ikke, hvem du er. Du kan fortryde dit svar lige efter at du har trykket.</source>
        <translation>We don't ask who you are. You can undo your answer right after you have tapped.</translation>
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
    <message id="comment.addressfound">
        <source>Vi har fjernet en mailadresse eller et link.</source>
        <translation>We have removed an e-mail address or a link.</translation>
    </message>
    <message id="comment.cprfound">
        <source>Vi har fjernet et nummer, der ligner et CPR-nummer.</source>
        <translation>We have removed a number that looks like a CPR number.</translation>
    </message>
    <message id="comment.help">
        <source>Har du brug for hjælp nu? Gå til skranken. Ved fare: ring 112.</source>
        <translation>Do you need help now? Go to the desk. In danger: call 112.</translation>
    </message>
    <message id="comment.help.lead">
        <source>Vi kan ikke svare dig her.</source>
        <translation>We can't answer you here.</translation>
    </message>
    <message id="comment.left">
        <source>%1 tegn tilbage</source>
        <translation>Characters left: %1</translation>
    </message>
    <message id="comment.namefound">
        <source>Vi har fjernet et navn.</source>
        <translation>We have removed a name.</translation>
    </message>
    <message id="comment.notkept">
        <source>Vi kan ikke gemme din tekst lige nu.</source>
        <translation>We can't save your text right now.</translation>
    </message>
    <message id="comment.notkept.rest">
        <source>Tryk en gang til, eller gå til skranken.</source>
        <translation>Press once more, or go to the desk.</translation>
    </message>
    <message id="comment.numberfound">
        <source>Vi har fjernet et nummer.</source>
        <translation>We have removed a number.</translation>
    </message>
    <message id="comment.rest">
        <source>Resten af din tekst er her stadig.</source>
        <translation>The rest of your text is still here.</translation>
    </message>
    <message id="keyboard.erase">
        <source>Slet</source>
        <translation>Delete</translation>
    </message>
    <message id="keyboard.letters">
        <source>Bogstaver</source>
        <translation>Letters</translation>
    </message>
    <message id="keyboard.name">
        <source>Tastatur</source>
        <translation>Keyboard</translation>
    </message>
    <message id="keyboard.newline">
        <source>Ny linje</source>
        <translation>New line</translation>
    </message>
    <message id="keyboard.shift">
        <source>Store bogstaver</source>
        <translation>Capital letters</translation>
    </message>
    <message id="keyboard.signs">
        <source>Tal og tegn</source>
        <translation>Numbers and signs</translation>
    </message>
    <message id="keyboard.space">
        <source>Mellemrum</source>
        <translation>Space</translation>
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
    <message id="poster.made">
        <source>Lavet %1 ud fra standens indstillinger.</source>
        <translation>Made on %1 from the stand's settings.</translation>
    </message>
    <message id="poster.title">
        <source>Om dit svar på standen</source>
        <translation>About your answer on the stand</translation>
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
    <message id="speech.again">
        <source>%1. Tryk igen.</source>
        <translation>%1. Press again.</translation>
    </message>
    <message id="speech.chosen">
        <source>Valgt. Tryk igen for at svare.</source>
        <translation>Chosen. Press again to answer.</translation>
    </message>
    <message id="speech.key">
        <source>Tast %1: %2.</source>
        <translation>Key %1: %2.</translation>
    </message>
    <message id="speech.label">
        <source>%1. Tryk igen for at svare.</source>
        <translation>%1. Press again to answer.</translation>
    </message>
    <message id="speech.louder">
        <source>Højere</source>
        <translation>Louder</translation>
    </message>
    <message id="speech.marked">
        <source>%1, valgt</source>
        <translation>%1, chosen</translation>
    </message>
    <message id="speech.more">
        <source>Tast næste: flere valg.</source>
        <translation>Next key: more choices.</translation>
    </message>
    <message id="speech.novoice">
        <source>Der er ingen oplæsning på %1.</source>
        <translation>%1 can't be read aloud.</translation>
    </message>
    <message id="speech.number">
        <source>Tast %1.</source>
        <translation>Key %1.</translation>
    </message>
    <message id="speech.onscreen">
        <source>Spørgsmålet står på skærmen. Sæt høretelefoner i for at høre det.</source>
        <translation>The question is on the screen. Plug in headphones to hear it.</translation>
    </message>
    <message id="speech.secret">
        <source>Tast.</source>
        <translation>Key.</translation>
    </message>
    <message id="speech.softer">
        <source>Lavere</source>
        <translation>Softer</translation>
    </message>
    <message id="speech.timeout">
        <source>Tryk på skærmen eller på en tast for at fortsætte.</source>
        <translation>Touch the screen or press a key to go on.</translation>
    </message>
    <message id="speech.volume">
        <source>Lydstyrke %1 af %2.</source>
        <translation>Volume %1 of %2.</translation>
    </message>
    <message id="thanks.board">
        <source>Se resultatet på tavlen ved udgangen.</source>
        <translation>See the result on the board by the exit.</translation>
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
    <message id="ticket.day">
        <source>Kortet gælder til en anden dag.</source>
        <translation>The card is for another day.</translation>
    </message>
    <message id="ticket.first">
        <source>Vis dit kort, og tryk så på et ansigt.</source>
        <translation>Show your card, then tap a face.</translation>
    </message>
    <message id="ticket.free">
        <source>Du kan svare uden kort.</source>
        <translation>You can answer without a card.</translation>
    </message>
    <message id="ticket.help">
        <source>Spørg gerne i skranken.</source>
        <translation>Please ask at the desk.</translation>
    </message>
    <message id="ticket.needed">
        <source>Tak. I dag tæller svar kun med et kort.</source>
        <translation>Thank you. Today answers count only with a card.</translation>
    </message>
    <message id="ticket.once">
        <source>Et kort gælder til ét svar.</source>
        <translation>A card is good for one answer.</translation>
    </message>
    <message id="ticket.retry">
        <source>Prøv igen, eller svar uden kort.</source>
        <translation>Try again, or answer without a card.</translation>
    </message>
    <message id="ticket.retry.help">
        <source>Prøv igen, eller spørg i skranken.</source>
        <translation>Try again, or ask at the desk.</translation>
    </message>
    <message id="ticket.stand">
        <source>Kortet hører til en anden stand.</source>
        <translation>The card is for another stand.</translation>
    </message>
    <message id="ticket.taken">
        <source>Kortet er læst.</source>
        <translation>The card was read.</translation>
    </message>
    <message id="ticket.unchecked">
        <source>Vi kan ikke tjekke kortet lige nu.</source>
        <translation>We can't check the card right now.</translation>
    </message>
    <message id="ticket.unread">
        <source>Vi kan ikke læse kortet.</source>
        <translation>We can't read the card.</translation>
    </message>
    <message id="ticket.unread.now">
        <source>Vi kan ikke læse kort lige nu.</source>
        <translation>We can't read cards right now.</translation>
    </message>
    <message id="ticket.used">
        <source>Kortet er brugt.</source>
        <translation>The card has been used.</translation>
    </message>
    <message id="ticket.voluntary">
        <source>Det er frivilligt.</source>
        <translation>It is voluntary.</translation>
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
    <message id="tool.read">
        <source>Læs højt</source>
        <translation>Read aloud</translation>
    </message>
    <message id="trouble.body">
        <source>Dit tryk bliver ikke gemt. Sig det gerne i skranken.</source>
        <translation>Your tap is not saved. Please tell the desk.</translation>
    </message>
    <message id="trouble.title">
        <source>Kan ikke tage imod svar lige nu</source>
        <translation>Answers can't be taken right now</translation>
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
