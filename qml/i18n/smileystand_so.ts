<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-FileCopyrightText: 2026 Smileystand contributors
     SPDX-License-Identifier: GPL-3.0-or-later -->
<TS version="2.1" language="so_SO" sourcelanguage="da_DK">
<context>
    <name></name>
    <message id="about.cctv.lead">
        <source>Tv-overvågning</source>
        <translation>Kamarad ilaalo</translation>
    </message>
    <message id="about.controller">
        <source>Dataansvarlig: %1</source>
        <translation>Mas'uulka xogta: %1</translation>
    </message>
    <message id="about.keep">
        <source>hvilket ansigt du trykkede på, dine svar, og hvilken dag og del af dagen.</source>
        <translation>wejiga aad taabatay, jawaabahaaga, maalinta iyo qaybta maalinta.</translation>
    </message>
    <message id="about.keep.lead">
        <source>Vi gemmer,</source>
        <translation>Waxaan kaydinnaa</translation>
    </message>
    <message id="about.room.lead">
        <source>Kamera og mikrofon</source>
        <translation>Kamarad iyo makarafoon</translation>
    </message>
    <message id="about.sensor">
        <source>mærker, om nogen står her. Den tager ikke billeder.</source>
        <translation>wuxuu ogaadaa haddii qof halkan taagan yahay. Sawirro ma qaado.</translation>
    </message>
    <message id="about.sensor.lead">
        <source>En føler</source>
        <translation>Dareeme</translation>
    </message>
    <message id="about.sent">
        <source>dine svar med dag og del af dagen. Jobcentret ser kun tal for mindst %1 svar.</source>
        <translation>jawaabahaaga, maalinta iyo qaybta maalinta. Xarunta shaqadu waxay aragtaa oo keliya tirooyinka ugu yaraan %1 jawaabood.</translation>
    </message>
    <message id="about.sent.lead">
        <source>Vi sender videre</source>
        <translation>Waxaan gudbinnaa</translation>
    </message>
    <message id="about.text">
        <source>læses kun af %1. Det slettes %2 dage, efter at det er sendt.</source>
        <translation>waxaa akhriya oo keliya %1. Waxaa la tirtiraa %2 maalmood kaddib marka la diro.</translation>
    </message>
    <message id="about.text.lead">
        <source>Det, du skriver,</source>
        <translation>Waxaad qorto</translation>
    </message>
    <message id="about.time">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det %1 dage, efter at dagen er slut.</source>
        <translation>wuxuu ku hadhayaa qalabkan. Wuxuu muujiyaa haddii dhowr jeer la taabtay. Waxaan tirtirnaa %1 maalmood kaddib marka maalintu dhammaato.</translation>
    </message>
    <message id="about.time.atonce">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det, når dagen er slut.</source>
        <translation>wuxuu ku hadhayaa qalabkan. Wuxuu muujiyaa haddii dhowr jeer la taabtay. Waxaan tirtirnaa marka maalintu dhammaato.</translation>
    </message>
    <message id="about.time.lead">
        <source>Det præcise tidspunkt</source>
        <translation>Waqtiga saxda ah</translation>
    </message>
    <message id="about.time.oneday">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det 1 dag, efter at dagen er slut.</source>
        <translation>wuxuu ku hadhayaa qalabkan. Wuxuu muujiyaa haddii dhowr jeer la taabtay. Waxaan tirtirnaa 1 maalin kaddib marka maalintu dhammaato.</translation>
    </message>
    <message id="about.title">
        <source>Om dit svar</source>
        <translation>Jawaabta</translation>
    </message>
    <message id="about.voluntary">
        <source>Vi spørger ikke, hvem du er. Du kan fortryde dit svar, mens du står her.</source>
        <translation>Ma weydiinno cidda aad tahay. Waad ka noqon kartaa inta aad halkan taagan tahay.</translation>
    </message>
    <message id="about.voluntary.lead">
        <source>Det er frivilligt</source>
        <translation>Waa ikhtiyaari</translation>
    </message>
    <message id="about.voluntary.soon">
        <source>Vi spørger ikke, hvem du er. Du kan fortryde dit svar lige efter at du har trykket.</source>
        <translation>Ma weydiinno cidda aad tahay. Waad ka noqon kartaa jawaabtaada isla marka aad taabato.</translation>
    </message>
    <message id="anon.case">
        <source>Svaret kommer ikke i din sag.</source>
        <translation>Jawaabtaadu ma gasho faylkaaga.</translation>
    </message>
    <message id="anon.cctv">
        <source>Der er tv-overvågning i lokalet. Den hører ikke til standen.</source>
        <translation>Qolka waxaa ku jirta kamarad ilaalo. Kuma jirto qalabkan.</translation>
    </message>
    <message id="anon.nocamera">
        <source>Standen har hverken kamera eller mikrofon.</source>
        <translation>Qalabkani ma laha kamarad iyo makarafoon midna.</translation>
    </message>
    <message id="anon.short">
        <source>Uden navn</source>
        <translation>Magac la'aan</translation>
    </message>
    <message id="anon.title">
        <source>Vi spørger ikke, hvem du er</source>
        <translation>Ma weydiinno cidda aad tahay</translation>
    </message>
    <message id="comment.addressfound">
        <source>Vi har fjernet en mailadresse eller et link.</source>
        <translation>Waxaan ka saarnay ciwaan iimayl ama link.</translation>
    </message>
    <message id="comment.cprfound">
        <source>Vi har fjernet et nummer, der ligner et CPR-nummer.</source>
        <translation>Waxaan ka saarnay lambar u eg lambarka CPR.</translation>
    </message>
    <message id="comment.help">
        <source>Har du brug for hjælp nu? Gå til skranken. Ved fare: ring 112.</source>
        <translation>Ma u baahan tahay caawimo hadda? Tag miiska soo dhoweynta. Khatar: wac 112.</translation>
    </message>
    <message id="comment.help.lead">
        <source>Vi kan ikke svare dig her.</source>
        <translation>Halkan kuugama jawaabi karno.</translation>
    </message>
    <message id="comment.left">
        <source>%1 tegn tilbage</source>
        <translation>Xarfaha hadhay: %1</translation>
    </message>
    <message id="comment.namefound">
        <source>Vi har fjernet et navn.</source>
        <translation>Waxaan ka saarnay magac.</translation>
    </message>
    <message id="comment.notkept">
        <source>Vi kan ikke gemme din tekst lige nu.</source>
        <translation>Hadda ma kaydin karno qoraalkaaga.</translation>
    </message>
    <message id="comment.notkept.rest">
        <source>Tryk en gang til, eller gå til skranken.</source>
        <translation>Mar kale riix, ama tag miiska soo dhaweynta.</translation>
    </message>
    <message id="comment.numberfound">
        <source>Vi har fjernet et nummer.</source>
        <translation>Waxaan ka saarnay lambar.</translation>
    </message>
    <message id="comment.rest">
        <source>Resten af din tekst er her stadig.</source>
        <translation>Qoraalkaaga intiisa kale weli halkan ayuu ku jiraa.</translation>
    </message>
    <message id="keyboard.erase">
        <source>Slet</source>
        <translation>Tirtir</translation>
    </message>
    <message id="keyboard.letters">
        <source>Bogstaver</source>
        <translation>Xarfo</translation>
    </message>
    <message id="keyboard.name">
        <source>Tastatur</source>
        <translation>Kiiboodh</translation>
    </message>
    <message id="keyboard.newline">
        <source>Ny linje</source>
        <translation>Sadar cusub</translation>
    </message>
    <message id="keyboard.shift">
        <source>Store bogstaver</source>
        <translation>Xarfo waaweyn</translation>
    </message>
    <message id="keyboard.signs">
        <source>Tal og tegn</source>
        <translation>Tirooyin iyo calaamado</translation>
    </message>
    <message id="keyboard.space">
        <source>Mellemrum</source>
        <translation>Bannaan</translation>
    </message>
    <message id="lang.more">
        <source>Flere
sprog</source>
        <translation>Luqado
kale</translation>
    </message>
    <message id="nav.back">
        <source>Tilbage</source>
        <translation>Dib u noqo</translation>
    </message>
    <message id="nav.close">
        <source>Luk</source>
        <translation>Xir</translation>
    </message>
    <message id="nav.done">
        <source>Færdig</source>
        <translation>Dhammaystir</translation>
    </message>
    <message id="nav.finish">
        <source>Stop her</source>
        <translation>Halkan ku jooji</translation>
    </message>
    <message id="nav.next">
        <source>Næste</source>
        <translation>Xiga</translation>
    </message>
    <message id="nav.nextperson">
        <source>Jeg er
den næste</source>
        <translation>Aniga ayaa
ku xiga</translation>
    </message>
    <message id="nav.skip">
        <source>Spring over</source>
        <translation>Ka bood</translation>
    </message>
    <message id="poster.made">
        <source>Lavet %1 ud fra standens indstillinger.</source>
        <translation>Waxaa laga sameeyay %1 dejinta qalabka.</translation>
    </message>
    <message id="poster.title">
        <source>Om dit svar på standen</source>
        <translation>Ku saabsan jawaabtaada qalabka</translation>
    </message>
    <message id="progress">
        <source>Spørgsmål %1 af %2</source>
        <translation>Su'aasha %1 ee %2</translation>
    </message>
    <message id="q.visit.first">
        <source>Tryk først på et ansigt. Så kommer spørgsmålene.</source>
        <translation>Marka hore weji taabo. Kaddib su'aalaha ayaa imanaya.</translation>
    </message>
    <message id="q.visit.hint">
        <source>Tryk på det ansigt, der passer bedst.</source>
        <translation>Taabo wejiga kugu habboon.</translation>
    </message>
    <message id="q.visit.hint.large">
        <source>Tryk på et ansigt.</source>
        <translation>Weji taabo.</translation>
    </message>
    <message id="q.visit.next">
        <source>Næste: %1</source>
        <translation>Xiga: %1</translation>
    </message>
    <message id="reason.chosen">
        <source>Du har valgt %1.</source>
        <translation>Waxaad dooratay %1.</translation>
    </message>
    <message id="repeat.have">
        <source>Tak. Vi har dit svar.</source>
        <translation>Mahadsanid. Jawaabtaada waan haynaa.</translation>
    </message>
    <message id="repeat.haveb">
        <source>Er det en ny person?</source>
        <translation>Ma qof cusub baa?</translation>
    </message>
    <message id="repeat.updated">
        <source>Dit svar er ændret.</source>
        <translation>Jawaabtaada waa la beddelay.</translation>
    </message>
    <message id="repeat.updatedb">
        <source>Du kan ændre det igen.</source>
        <translation>Mar kale waad beddeli kartaa.</translation>
    </message>
    <message id="said.done">
        <source>Vi gjorde:</source>
        <translation>Waxaan samaynay:</translation>
    </message>
    <message id="said.said">
        <source>I sagde:</source>
        <translation>Waxaad tidhaahdeen:</translation>
    </message>
    <message id="speech.again">
        <source>%1. Tryk igen.</source>
        <translation>%1. Mar kale riix.</translation>
    </message>
    <message id="speech.chosen">
        <source>Valgt. Tryk igen for at svare.</source>
        <translation>Waa la doortay. Mar kale riix si aad u jawaabto.</translation>
    </message>
    <message id="speech.key">
        <source>Tast %1: %2.</source>
        <translation>Furaha %1: %2.</translation>
    </message>
    <message id="speech.label">
        <source>%1. Tryk igen for at svare.</source>
        <translation>%1. Mar kale riix si aad u jawaabto.</translation>
    </message>
    <message id="speech.louder">
        <source>Højere</source>
        <translation>Kor u qaad</translation>
    </message>
    <message id="speech.marked">
        <source>%1, valgt</source>
        <translation>%1, waa la doortay</translation>
    </message>
    <message id="speech.more">
        <source>Tast næste: flere valg.</source>
        <translation>Furaha xiga: doorashooyin kale.</translation>
    </message>
    <message id="speech.novoice">
        <source>Der er ingen oplæsning på %1.</source>
        <translation>Kor looguma akhrin karo luqadda %1.</translation>
    </message>
    <message id="speech.number">
        <source>Tast %1.</source>
        <translation>Furaha %1.</translation>
    </message>
    <message id="speech.onscreen">
        <source>Spørgsmålet står på skærmen. Sæt høretelefoner i for at høre det.</source>
        <translation>Su'aashu waxay ku taal shaashadda. Geli sameecadaha dhegta si aad u maqasho.</translation>
    </message>
    <message id="speech.secret">
        <source>Tast.</source>
        <translation>Furaha.</translation>
    </message>
    <message id="speech.softer">
        <source>Lavere</source>
        <translation>Hoos u dhig</translation>
    </message>
    <message id="speech.timeout">
        <source>Tryk på skærmen eller på en tast for at fortsætte.</source>
        <translation>Taabo shaashadda ama riix fure si aad u sii waddo.</translation>
    </message>
    <message id="speech.volume">
        <source>Lydstyrke %1 af %2.</source>
        <translation>Codka %1 ee %2.</translation>
    </message>
    <message id="thanks.board">
        <source>Se resultatet på tavlen ved udgangen.</source>
        <translation>Natiijada ka eeg boodhka irridda laga baxo.</translation>
    </message>
    <message id="thanks.done">
        <source>Tak. Dine svar er gemt.</source>
        <translation>Mahadsanid. Jawaabahaaga waa la kaydiyay.</translation>
    </message>
    <message id="thanks.more">
        <source>Vil du svare på %1 mere?
Du kan stoppe når som helst.</source>
        <translation>Ma ka jawaabi doontaa %1 kale?
Waqti kasta waad joojin kartaa.</translation>
    </message>
    <message id="thanks.saved">
        <source>Tak. Dit svar er gemt.</source>
        <translation>Mahadsanid. Jawaabtaada waa la kaydiyay.</translation>
    </message>
    <message id="thanks.undo">
        <source>Fortryd
mit svar</source>
        <translation>Ka noqo
jawaabtayda</translation>
    </message>
    <message id="thanks.yes">
        <source>Ja, gerne</source>
        <translation>Haa</translation>
    </message>
    <message id="ticket.day">
        <source>Kortet gælder til en anden dag.</source>
        <translation>Kaarkani waa maalin kale.</translation>
    </message>
    <message id="ticket.first">
        <source>Vis dit kort, og tryk så på et ansigt.</source>
        <translation>Kaarkaaga tus, kaddib weji taabo.</translation>
    </message>
    <message id="ticket.free">
        <source>Du kan svare uden kort.</source>
        <translation>Waad jawaabi kartaa kaar la'aan.</translation>
    </message>
    <message id="ticket.help">
        <source>Spørg gerne i skranken.</source>
        <translation>Fadlan weydii miiska soo dhoweynta.</translation>
    </message>
    <message id="ticket.needed">
        <source>Tak. I dag tæller svar kun med et kort.</source>
        <translation>Mahadsanid. Maanta jawaabaha kaar kaliya ayaa lagu tiriyaa.</translation>
    </message>
    <message id="ticket.once">
        <source>Et kort gælder til ét svar.</source>
        <translation>Kaarka waxaa lagu bixiyaa hal jawaab.</translation>
    </message>
    <message id="ticket.retry">
        <source>Prøv igen, eller svar uden kort.</source>
        <translation>Mar kale isku day, ama kaar la'aan ku jawaab.</translation>
    </message>
    <message id="ticket.retry.help">
        <source>Prøv igen, eller spørg i skranken.</source>
        <translation>Mar kale isku day, ama weydii miiska soo dhoweynta.</translation>
    </message>
    <message id="ticket.stand">
        <source>Kortet hører til en anden stand.</source>
        <translation>Kaarkani waa qalab kale.</translation>
    </message>
    <message id="ticket.taken">
        <source>Kortet er læst.</source>
        <translation>Kaarka waa la akhriyay.</translation>
    </message>
    <message id="ticket.unchecked">
        <source>Vi kan ikke tjekke kortet lige nu.</source>
        <translation>Hadda kaarka ma hubin karno.</translation>
    </message>
    <message id="ticket.unread">
        <source>Vi kan ikke læse kortet.</source>
        <translation>Kaarka ma akhriyi karno.</translation>
    </message>
    <message id="ticket.unread.now">
        <source>Vi kan ikke læse kort lige nu.</source>
        <translation>Hadda kaararka ma akhrin karno.</translation>
    </message>
    <message id="ticket.used">
        <source>Kortet er brugt.</source>
        <translation>Kaarkani waa la isticmaalay.</translation>
    </message>
    <message id="ticket.voluntary">
        <source>Det er frivilligt.</source>
        <translation>Waa ikhtiyaari.</translation>
    </message>
    <message id="timeout.body">
        <source>Tryk hvor som helst for at fortsætte.</source>
        <translation>Meel kasta taabo si aad u sii waddo.</translation>
    </message>
    <message id="timeout.else">
        <source>Ellers gemmer vi dine svar og starter forfra.</source>
        <translation>Haddii kale waan kaydinaynaa jawaabahaaga oo mar kale ayaan bilaabaynaa.</translation>
    </message>
    <message id="timeout.more">
        <source>Fortsæt</source>
        <translation>Sii wad</translation>
    </message>
    <message id="timeout.title">
        <source>Er du her stadig?</source>
        <translation>Weli ma halkan baad joogtaa?</translation>
    </message>
    <message id="tool.contrast">
        <source>Kontrast</source>
        <translation>Kala-duwis</translation>
    </message>
    <message id="tool.read">
        <source>Læs højt</source>
        <translation>Kor u akhri</translation>
    </message>
    <message id="trouble.body">
        <source>Dit tryk bliver ikke gemt. Sig det gerne i skranken.</source>
        <translation>Taabashadaada lama kaydinayo. Fadlan u sheeg miiska soo dhoweynta.</translation>
    </message>
    <message id="trouble.title">
        <source>Kan ikke tage imod svar lige nu</source>
        <translation>Hadda jawaabo lama qaadi karo</translation>
    </message>
    <message id="visit.voluntary">
        <source>Frivilligt. Et tryk er nok.</source>
        <translation>Waa ikhtiyaari. Hal taabasho ayaa ku filan.</translation>
    </message>
    <message id="withdrawn">
        <source>Dit svar tæller ikke med.</source>
        <translation>Jawaabtaada lama tirinayo.</translation>
    </message>
    <message id="withdrawn.b">
        <source>Du kan svare igen, hvis du vil.</source>
        <translation>Haddaad rabto mar kale waad ka jawaabi kartaa.</translation>
    </message>
</context>
</TS>
