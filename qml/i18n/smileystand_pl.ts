<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-FileCopyrightText: 2026 Smileystand contributors
     SPDX-License-Identifier: GPL-3.0-or-later -->
<TS version="2.1" language="pl_PL" sourcelanguage="da_DK">
<context>
    <name></name>
    <message id="about.cctv.lead">
        <source>Tv-overvågning</source>
        <translation>Monitoring</translation>
    </message>
    <message id="about.controller">
        <source>Dataansvarlig: %1</source>
        <translation>Administrator danych: %1</translation>
    </message>
    <message id="about.keep">
        <source>hvilket ansigt du trykkede på, dine svar, og hvilken dag og del af dagen.</source>
        <translation>którą buźkę wybrano, twoje odpowiedzi, dzień i porę dnia.</translation>
    </message>
    <message id="about.keep.lead">
        <source>Vi gemmer,</source>
        <translation>Zapisujemy</translation>
    </message>
    <message id="about.room.lead">
        <source>Kamera og mikrofon</source>
        <translation>Kamera i mikrofon</translation>
    </message>
    <message id="about.sensor">
        <source>mærker, om nogen står her. Den tager ikke billeder.</source>
        <translation>wykrywa, czy ktoś tu stoi. Nie robi zdjęć.</translation>
    </message>
    <message id="about.sensor.lead">
        <source>En føler</source>
        <translation>Czujnik</translation>
    </message>
    <message id="about.sent">
        <source>dine svar med dag og del af dagen. Jobcentret ser kun tal for mindst %1 svar.</source>
        <translation>twoje odpowiedzi z dniem i porą dnia. Urząd widzi tylko liczby dla co najmniej %1 odpowiedzi.</translation>
    </message>
    <message id="about.sent.lead">
        <source>Vi sender videre</source>
        <translation>Przekazujemy dalej</translation>
    </message>
    <message id="about.text">
        <source>læses kun af %1. Det slettes %2 dage, efter at det er sendt.</source>
        <translation>czyta tylko %1. Usuwamy to %2 dni po wysłaniu.</translation>
    </message>
    <message id="about.text.lead">
        <source>Det, du skriver,</source>
        <translation>To, co piszesz,</translation>
    </message>
    <message id="about.time">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det %1 dage, efter at dagen er slut.</source>
        <translation>zostaje tutaj. Pokazuje, czy dotknięto kilka razy. Usuwamy go %1 dni po końcu dnia.</translation>
    </message>
    <message id="about.time.atonce">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det, når dagen er slut.</source>
        <translation>zostaje tutaj. Pokazuje, czy dotknięto kilka razy. Usuwamy go po zakończeniu dnia.</translation>
    </message>
    <message id="about.time.lead">
        <source>Det præcise tidspunkt</source>
        <translation>Dokładny czas</translation>
    </message>
    <message id="about.time.oneday">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det 1 dag, efter at dagen er slut.</source>
        <translation>zostaje tutaj. Pokazuje, czy dotknięto kilka razy. Usuwamy go 1 dzień po zakończeniu dnia.</translation>
    </message>
    <message id="about.title">
        <source>Om dit svar</source>
        <translation>O danych</translation>
    </message>
    <message id="about.voluntary">
        <source>Vi spørger ikke, hvem du er. Du kan fortryde dit svar, mens du står her.</source>
        <translation>Nie pytamy, kim jesteś. Możesz cofnąć odpowiedź, póki tu stoisz.</translation>
    </message>
    <message id="about.voluntary.lead">
        <source>Det er frivilligt</source>
        <translation>To jest dobrowolne</translation>
    </message>
    <message id="about.voluntary.soon">
        <source>Vi spørger ikke, hvem du er. Du kan fortryde dit svar lige efter at du har trykket.</source>
        <translation>Nie pytamy, kim jesteś. Możesz cofnąć odpowiedź zaraz po dotknięciu.</translation>
    </message>
    <message id="anon.case">
        <source>Svaret kommer ikke i din sag.</source>
        <translation>Odpowiedź nie trafia do twoich akt.</translation>
    </message>
    <message id="anon.cctv">
        <source>Der er tv-overvågning i lokalet. Den hører ikke til standen.</source>
        <translation>W pomieszczeniu jest monitoring. Nie należy do tego urządzenia.</translation>
    </message>
    <message id="anon.nocamera">
        <source>Standen har hverken kamera eller mikrofon.</source>
        <translation>To urządzenie nie ma kamery ani mikrofonu.</translation>
    </message>
    <message id="anon.short">
        <source>Uden navn</source>
        <translation>Bez nazwiska</translation>
    </message>
    <message id="anon.title">
        <source>Vi spørger ikke, hvem du er</source>
        <translation>Nie pytamy, kim jesteś</translation>
    </message>
    <message id="comment.addressfound">
        <source>Vi har fjernet en mailadresse eller et link.</source>
        <translation>Usunęliśmy adres e-mail lub link.</translation>
    </message>
    <message id="comment.cprfound">
        <source>Vi har fjernet et nummer, der ligner et CPR-nummer.</source>
        <translation>Usunęliśmy numer podobny do numeru CPR.</translation>
    </message>
    <message id="comment.help">
        <source>Har du brug for hjælp nu? Gå til skranken. Ved fare: ring 112.</source>
        <translation>Potrzebujesz teraz pomocy? Idź do recepcji. W niebezpieczeństwie: dzwoń 112.</translation>
    </message>
    <message id="comment.help.lead">
        <source>Vi kan ikke svare dig her.</source>
        <translation>Nie możemy ci tu odpowiedzieć.</translation>
    </message>
    <message id="comment.left">
        <source>%1 tegn tilbage</source>
        <translation>Pozostało znaków: %1</translation>
    </message>
    <message id="comment.namefound">
        <source>Vi har fjernet et navn.</source>
        <translation>Usunęliśmy nazwisko.</translation>
    </message>
    <message id="comment.notkept">
        <source>Vi kan ikke gemme din tekst lige nu.</source>
        <translation>Nie możemy teraz zapisać Twojego tekstu.</translation>
    </message>
    <message id="comment.notkept.rest">
        <source>Tryk en gang til, eller gå til skranken.</source>
        <translation>Naciśnij jeszcze raz albo podejdź do recepcji.</translation>
    </message>
    <message id="comment.numberfound">
        <source>Vi har fjernet et nummer.</source>
        <translation>Usunęliśmy numer.</translation>
    </message>
    <message id="comment.rest">
        <source>Resten af din tekst er her stadig.</source>
        <translation>Reszta twojego tekstu nadal tu jest.</translation>
    </message>
    <message id="keyboard.erase">
        <source>Slet</source>
        <translation>Usuń</translation>
    </message>
    <message id="keyboard.letters">
        <source>Bogstaver</source>
        <translation>Litery</translation>
    </message>
    <message id="keyboard.name">
        <source>Tastatur</source>
        <translation>Klawiatura</translation>
    </message>
    <message id="keyboard.newline">
        <source>Ny linje</source>
        <translation>Nowy wiersz</translation>
    </message>
    <message id="keyboard.shift">
        <source>Store bogstaver</source>
        <translation>Wielkie litery</translation>
    </message>
    <message id="keyboard.signs">
        <source>Tal og tegn</source>
        <translation>Cyfry i znaki</translation>
    </message>
    <message id="keyboard.space">
        <source>Mellemrum</source>
        <translation>Spacja</translation>
    </message>
    <message id="lang.more">
        <source>Flere
sprog</source>
        <translation>Więcej
języków</translation>
    </message>
    <message id="nav.back">
        <source>Tilbage</source>
        <translation>Wstecz</translation>
    </message>
    <message id="nav.close">
        <source>Luk</source>
        <translation>Zamknij</translation>
    </message>
    <message id="nav.done">
        <source>Færdig</source>
        <translation>Gotowe</translation>
    </message>
    <message id="nav.finish">
        <source>Stop her</source>
        <translation>Zakończ tutaj</translation>
    </message>
    <message id="nav.next">
        <source>Næste</source>
        <translation>Dalej</translation>
    </message>
    <message id="nav.nextperson">
        <source>Jeg er
den næste</source>
        <translation>Jestem następną
osobą</translation>
    </message>
    <message id="nav.skip">
        <source>Spring over</source>
        <translation>Pomiń</translation>
    </message>
    <message id="poster.made">
        <source>Lavet %1 ud fra standens indstillinger.</source>
        <translation>Utworzono %1 z ustawień urządzenia.</translation>
    </message>
    <message id="poster.title">
        <source>Om dit svar på standen</source>
        <translation>O twojej odpowiedzi na urządzeniu</translation>
    </message>
    <message id="progress">
        <source>Spørgsmål %1 af %2</source>
        <translation>Pytanie %1 z %2</translation>
    </message>
    <message id="q.visit.first">
        <source>Tryk først på et ansigt. Så kommer spørgsmålene.</source>
        <translation>Najpierw dotknij buźki. Potem będą pytania.</translation>
    </message>
    <message id="q.visit.hint">
        <source>Tryk på det ansigt, der passer bedst.</source>
        <translation>Dotknij buźki, która najlepiej pasuje.</translation>
    </message>
    <message id="q.visit.hint.large">
        <source>Tryk på et ansigt.</source>
        <translation>Dotknij buźki.</translation>
    </message>
    <message id="q.visit.next">
        <source>Næste: %1</source>
        <translation>Następna osoba: %1</translation>
    </message>
    <message id="reason.chosen">
        <source>Du har valgt %1.</source>
        <translation>Wybrano: %1.</translation>
    </message>
    <message id="repeat.have">
        <source>Tak. Vi har dit svar.</source>
        <translation>Dziękujemy. Mamy twoją odpowiedź.</translation>
    </message>
    <message id="repeat.haveb">
        <source>Er det en ny person?</source>
        <translation>Czy to nowa osoba?</translation>
    </message>
    <message id="repeat.updated">
        <source>Dit svar er ændret.</source>
        <translation>Twoja odpowiedź jest zmieniona.</translation>
    </message>
    <message id="repeat.updatedb">
        <source>Du kan ændre det igen.</source>
        <translation>Możesz zmienić ją jeszcze raz.</translation>
    </message>
    <message id="said.done">
        <source>Vi gjorde:</source>
        <translation>My zrobiliśmy:</translation>
    </message>
    <message id="said.said">
        <source>I sagde:</source>
        <translation>Wy powiedzieliście:</translation>
    </message>
    <message id="speech.again">
        <source>%1. Tryk igen.</source>
        <translation>%1. Naciśnij jeszcze raz.</translation>
    </message>
    <message id="speech.chosen">
        <source>Valgt. Tryk igen for at svare.</source>
        <translation>Wybrano. Naciśnij jeszcze raz, aby odpowiedzieć.</translation>
    </message>
    <message id="speech.key">
        <source>Tast %1: %2.</source>
        <translation>Klawisz %1: %2.</translation>
    </message>
    <message id="speech.label">
        <source>%1. Tryk igen for at svare.</source>
        <translation>%1. Naciśnij jeszcze raz, aby odpowiedzieć.</translation>
    </message>
    <message id="speech.louder">
        <source>Højere</source>
        <translation>Głośniej</translation>
    </message>
    <message id="speech.marked">
        <source>%1, valgt</source>
        <translation>%1, wybrano</translation>
    </message>
    <message id="speech.more">
        <source>Tast næste: flere valg.</source>
        <translation>Klawisz dalej: więcej odpowiedzi.</translation>
    </message>
    <message id="speech.novoice">
        <source>Der er ingen oplæsning på %1.</source>
        <translation>Nie można odczytać na głos w języku: %1.</translation>
    </message>
    <message id="speech.number">
        <source>Tast %1.</source>
        <translation>Klawisz %1.</translation>
    </message>
    <message id="speech.onscreen">
        <source>Spørgsmålet står på skærmen. Sæt høretelefoner i for at høre det.</source>
        <translation>Pytanie jest na ekranie. Podłącz słuchawki, aby je usłyszeć.</translation>
    </message>
    <message id="speech.secret">
        <source>Tast.</source>
        <translation>Klawisz.</translation>
    </message>
    <message id="speech.softer">
        <source>Lavere</source>
        <translation>Ciszej</translation>
    </message>
    <message id="speech.timeout">
        <source>Tryk på skærmen eller på en tast for at fortsætte.</source>
        <translation>Dotknij ekranu lub naciśnij klawisz, aby kontynuować.</translation>
    </message>
    <message id="speech.volume">
        <source>Lydstyrke %1 af %2.</source>
        <translation>Głośność %1 z %2.</translation>
    </message>
    <message id="thanks.board">
        <source>Se resultatet på tavlen ved udgangen.</source>
        <translation>Wynik zobaczysz na tablicy przy wyjściu.</translation>
    </message>
    <message id="thanks.done">
        <source>Tak. Dine svar er gemt.</source>
        <translation>Dziękujemy. Twoje odpowiedzi są zapisane.</translation>
    </message>
    <message id="thanks.more">
        <source>Vil du svare på %1 mere?
Du kan stoppe når som helst.</source>
        <translation>Odpowiesz na jeszcze %1?
Możesz przerwać w każdej chwili.</translation>
    </message>
    <message id="thanks.saved">
        <source>Tak. Dit svar er gemt.</source>
        <translation>Dziękujemy. Twoja odpowiedź jest zapisana.</translation>
    </message>
    <message id="thanks.undo">
        <source>Fortryd
mit svar</source>
        <translation>Cofnij
odpowiedź</translation>
    </message>
    <message id="thanks.yes">
        <source>Ja, gerne</source>
        <translation>Tak, chętnie</translation>
    </message>
    <message id="ticket.day">
        <source>Kortet gælder til en anden dag.</source>
        <translation>Karta jest na inny dzień.</translation>
    </message>
    <message id="ticket.first">
        <source>Vis dit kort, og tryk så på et ansigt.</source>
        <translation>Pokaż kartę, a potem dotknij buźki.</translation>
    </message>
    <message id="ticket.free">
        <source>Du kan svare uden kort.</source>
        <translation>Możesz odpowiedzieć bez karty.</translation>
    </message>
    <message id="ticket.help">
        <source>Spørg gerne i skranken.</source>
        <translation>Zapytaj w recepcji.</translation>
    </message>
    <message id="ticket.needed">
        <source>Tak. I dag tæller svar kun med et kort.</source>
        <translation>Dziękujemy. Dziś liczą się tylko odpowiedzi z kartą.</translation>
    </message>
    <message id="ticket.once">
        <source>Et kort gælder til ét svar.</source>
        <translation>Karta jest ważna na jedną odpowiedź.</translation>
    </message>
    <message id="ticket.retry">
        <source>Prøv igen, eller svar uden kort.</source>
        <translation>Spróbuj ponownie albo odpowiedz bez karty.</translation>
    </message>
    <message id="ticket.retry.help">
        <source>Prøv igen, eller spørg i skranken.</source>
        <translation>Spróbuj ponownie albo zapytaj w recepcji.</translation>
    </message>
    <message id="ticket.stand">
        <source>Kortet hører til en anden stand.</source>
        <translation>Karta jest do innego urządzenia.</translation>
    </message>
    <message id="ticket.taken">
        <source>Kortet er læst.</source>
        <translation>Karta odczytana.</translation>
    </message>
    <message id="ticket.unchecked">
        <source>Vi kan ikke tjekke kortet lige nu.</source>
        <translation>Teraz nie możemy sprawdzić karty.</translation>
    </message>
    <message id="ticket.unread">
        <source>Vi kan ikke læse kortet.</source>
        <translation>Nie możemy odczytać karty.</translation>
    </message>
    <message id="ticket.unread.now">
        <source>Vi kan ikke læse kort lige nu.</source>
        <translation>Teraz nie możemy odczytać kart.</translation>
    </message>
    <message id="ticket.used">
        <source>Kortet er brugt.</source>
        <translation>Karta była już użyta.</translation>
    </message>
    <message id="ticket.voluntary">
        <source>Det er frivilligt.</source>
        <translation>To jest dobrowolne.</translation>
    </message>
    <message id="timeout.body">
        <source>Tryk hvor som helst for at fortsætte.</source>
        <translation>Dotknij gdziekolwiek, aby kontynuować.</translation>
    </message>
    <message id="timeout.else">
        <source>Ellers gemmer vi dine svar og starter forfra.</source>
        <translation>Inaczej zapiszemy twoje odpowiedzi i zaczniemy od nowa.</translation>
    </message>
    <message id="timeout.more">
        <source>Fortsæt</source>
        <translation>Kontynuuj</translation>
    </message>
    <message id="timeout.title">
        <source>Er du her stadig?</source>
        <translation>Czy nadal tu jesteś?</translation>
    </message>
    <message id="tool.contrast">
        <source>Kontrast</source>
        <translation>Kontrast</translation>
    </message>
    <message id="tool.read">
        <source>Læs højt</source>
        <translation>Odczytaj</translation>
    </message>
    <message id="trouble.body">
        <source>Dit tryk bliver ikke gemt. Sig det gerne i skranken.</source>
        <translation>Twoje dotknięcie nie jest zapisywane. Powiedz o tym w recepcji.</translation>
    </message>
    <message id="trouble.title">
        <source>Kan ikke tage imod svar lige nu</source>
        <translation>Teraz nie można odpowiadać</translation>
    </message>
    <message id="visit.voluntary">
        <source>Frivilligt. Et tryk er nok.</source>
        <translation>Dobrowolnie. Wystarczy jedno dotknięcie.</translation>
    </message>
    <message id="withdrawn">
        <source>Dit svar tæller ikke med.</source>
        <translation>Twoja odpowiedź się nie liczy.</translation>
    </message>
    <message id="withdrawn.b">
        <source>Du kan svare igen, hvis du vil.</source>
        <translation>Jeśli chcesz, możesz odpowiedzieć ponownie.</translation>
    </message>
</context>
</TS>
