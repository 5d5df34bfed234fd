<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-FileCopyrightText: 2026 Smileystand contributors
     SPDX-License-Identifier: GPL-3.0-or-later -->
<TS version="2.1" language="uk_UA" sourcelanguage="da_DK">
<context>
    <name></name>
    <message id="about.cctv.lead">
        <source>Tv-overvågning</source>
        <translation>Відеоспостереження</translation>
    </message>
    <message id="about.controller">
        <source>Dataansvarlig: %1</source>
        <translation>Відповідає за дані: %1</translation>
    </message>
    <message id="about.keep">
        <source>hvilket ansigt du trykkede på, dine svar, og hvilken dag og del af dagen.</source>
        <translation>обличчя, якого ви торкнулися, ваші відповіді, день і частину дня.</translation>
    </message>
    <message id="about.keep.lead">
        <source>Vi gemmer,</source>
        <translation>Ми зберігаємо</translation>
    </message>
    <message id="about.room.lead">
        <source>Kamera og mikrofon</source>
        <translation>Камера й мікрофон</translation>
    </message>
    <message id="about.sensor">
        <source>mærker, om nogen står her. Den tager ikke billeder.</source>
        <translation>помічає, чи хтось тут стоїть. Він не робить знімків.</translation>
    </message>
    <message id="about.sensor.lead">
        <source>En føler</source>
        <translation>Датчик</translation>
    </message>
    <message id="about.sent">
        <source>dine svar med dag og del af dagen. Jobcentret ser kun tal for mindst %1 svar.</source>
        <translation>ваші відповіді з днем і частиною дня. Центр зайнятості бачить лише цифри, коли є щонайменше %1 відповідей.</translation>
    </message>
    <message id="about.sent.lead">
        <source>Vi sender videre</source>
        <translation>Ми передаємо далі</translation>
    </message>
    <message id="about.text">
        <source>læses kun af %1. Det slettes %2 dage, efter at det er sendt.</source>
        <translation>читає лише %1. Це видаляється через %2 дн. після надсилання.</translation>
    </message>
    <message id="about.text.lead">
        <source>Det, du skriver,</source>
        <translation>Те, що ви пишете,</translation>
    </message>
    <message id="about.time">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det %1 dage, efter at dagen er slut.</source>
        <translation>лишається на цьому пристрої. Він показує, чи торкалися кілька разів. Ми видаляємо його через %1 дн. після кінця дня.</translation>
    </message>
    <message id="about.time.atonce">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det, når dagen er slut.</source>
        <translation>лишається на цьому пристрої. Він показує, чи торкалися кілька разів. Ми видаляємо його, коли день закінчиться.</translation>
    </message>
    <message id="about.time.lead">
        <source>Det præcise tidspunkt</source>
        <translation>Точний час</translation>
    </message>
    <message id="about.time.oneday">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det 1 dag, efter at dagen er slut.</source>
        <translation>лишається на цьому пристрої. Він показує, чи торкалися кілька разів. Ми видаляємо його через 1 день після кінця дня.</translation>
    </message>
    <message id="about.title">
        <source>Om dit svar</source>
        <translation>Про дані</translation>
    </message>
    <message id="about.voluntary">
        <source>Vi spørger ikke, hvem du er. Du kan fortryde dit svar, mens du står her.</source>
        <translation>Ми не питаємо, хто ви. Ви можете скасувати відповідь, поки стоїте тут.</translation>
    </message>
    <message id="about.voluntary.lead">
        <source>Det er frivilligt</source>
        <translation>Це добровільно</translation>
    </message>
    <message id="about.voluntary.soon">
        <source>Vi spørger ikke, hvem du er. Du kan fortryde dit svar lige efter at du har trykket.</source>
        <translation>Ми не питаємо, хто ви. Ви можете скасувати відповідь одразу після дотику.</translation>
    </message>
    <message id="anon.case">
        <source>Svaret kommer ikke i din sag.</source>
        <translation>Відповідь не потрапляє до вашої справи.</translation>
    </message>
    <message id="anon.cctv">
        <source>Der er tv-overvågning i lokalet. Den hører ikke til standen.</source>
        <translation>У приміщенні є відеоспостереження. Воно не належить до цього пристрою.</translation>
    </message>
    <message id="anon.nocamera">
        <source>Standen har hverken kamera eller mikrofon.</source>
        <translation>Цей пристрій не має ні камери, ні мікрофона.</translation>
    </message>
    <message id="anon.short">
        <source>Uden navn</source>
        <translation>Без імені</translation>
    </message>
    <message id="anon.title">
        <source>Vi spørger ikke, hvem du er</source>
        <translation>Ми не питаємо, хто ви</translation>
    </message>
    <message id="comment.addressfound">
        <source>Vi har fjernet en mailadresse eller et link.</source>
        <translation>Ми вилучили адресу пошти або посилання.</translation>
    </message>
    <message id="comment.cprfound">
        <source>Vi har fjernet et nummer, der ligner et CPR-nummer.</source>
        <translation>Ми вилучили номер, схожий на номер CPR.</translation>
    </message>
    <message id="comment.help">
        <source>Har du brug for hjælp nu? Gå til skranken. Ved fare: ring 112.</source>
        <translation>Вам зараз потрібна допомога? Зверніться на рецепцію. У разі небезпеки: телефонуйте 112.</translation>
    </message>
    <message id="comment.help.lead">
        <source>Vi kan ikke svare dig her.</source>
        <translation>Ми не можемо відповісти вам тут.</translation>
    </message>
    <message id="comment.left">
        <source>%1 tegn tilbage</source>
        <translation>Лишилося знаків: %1</translation>
    </message>
    <message id="comment.namefound">
        <source>Vi har fjernet et navn.</source>
        <translation>Ми вилучили ім’я.</translation>
    </message>
    <message id="comment.notkept">
        <source>Vi kan ikke gemme din tekst lige nu.</source>
        <translation>Зараз ми не можемо зберегти ваш текст.</translation>
    </message>
    <message id="comment.notkept.rest">
        <source>Tryk en gang til, eller gå til skranken.</source>
        <translation>Натисніть ще раз або зверніться до стійки.</translation>
    </message>
    <message id="comment.numberfound">
        <source>Vi har fjernet et nummer.</source>
        <translation>Ми вилучили номер.</translation>
    </message>
    <message id="comment.rest">
        <source>Resten af din tekst er her stadig.</source>
        <translation>Решта вашого тексту лишилася.</translation>
    </message>
    <message id="keyboard.erase">
        <source>Slet</source>
        <translation>Видалити</translation>
    </message>
    <message id="keyboard.letters">
        <source>Bogstaver</source>
        <translation>Літери</translation>
    </message>
    <message id="keyboard.name">
        <source>Tastatur</source>
        <translation>Клавіатура</translation>
    </message>
    <message id="keyboard.newline">
        <source>Ny linje</source>
        <translation>Новий рядок</translation>
    </message>
    <message id="keyboard.shift">
        <source>Store bogstaver</source>
        <translation>Великі літери</translation>
    </message>
    <message id="keyboard.signs">
        <source>Tal og tegn</source>
        <translation>Цифри й знаки</translation>
    </message>
    <message id="keyboard.space">
        <source>Mellemrum</source>
        <translation>Пробіл</translation>
    </message>
    <message id="lang.more">
        <source>Flere
sprog</source>
        <translation>Інші
мови</translation>
    </message>
    <message id="nav.back">
        <source>Tilbage</source>
        <translation>Назад</translation>
    </message>
    <message id="nav.close">
        <source>Luk</source>
        <translation>Закрити</translation>
    </message>
    <message id="nav.done">
        <source>Færdig</source>
        <translation>Готово</translation>
    </message>
    <message id="nav.finish">
        <source>Stop her</source>
        <translation>Зупинитися</translation>
    </message>
    <message id="nav.next">
        <source>Næste</source>
        <translation>Далі</translation>
    </message>
    <message id="nav.nextperson">
        <source>Jeg er
den næste</source>
        <translation>Я наступна
людина</translation>
    </message>
    <message id="nav.skip">
        <source>Spring over</source>
        <translation>Пропустити</translation>
    </message>
    <message id="poster.made">
        <source>Lavet %1 ud fra standens indstillinger.</source>
        <translation>Складено %1 за налаштуваннями пристрою.</translation>
    </message>
    <message id="poster.title">
        <source>Om dit svar på standen</source>
        <translation>Про вашу відповідь на пристрої</translation>
    </message>
    <message id="progress">
        <source>Spørgsmål %1 af %2</source>
        <translation>Питання %1 з %2</translation>
    </message>
    <message id="q.visit.first">
        <source>Tryk først på et ansigt. Så kommer spørgsmålene.</source>
        <translation>Спочатку торкніться обличчя. Потім будуть питання.</translation>
    </message>
    <message id="q.visit.hint">
        <source>Tryk på det ansigt, der passer bedst.</source>
        <translation>Торкніться обличчя, яке підходить найкраще.</translation>
    </message>
    <message id="q.visit.hint.large">
        <source>Tryk på et ansigt.</source>
        <translation>Торкніться обличчя.</translation>
    </message>
    <message id="q.visit.next">
        <source>Næste: %1</source>
        <translation>Далі: %1</translation>
    </message>
    <message id="reason.chosen">
        <source>Du har valgt %1.</source>
        <translation>Вибрано: %1.</translation>
    </message>
    <message id="repeat.have">
        <source>Tak. Vi har dit svar.</source>
        <translation>Дякуємо. Ми маємо вашу відповідь.</translation>
    </message>
    <message id="repeat.haveb">
        <source>Er det en ny person?</source>
        <translation>Це інша людина?</translation>
    </message>
    <message id="repeat.updated">
        <source>Dit svar er ændret.</source>
        <translation>Вашу відповідь змінено.</translation>
    </message>
    <message id="repeat.updatedb">
        <source>Du kan ændre det igen.</source>
        <translation>Ви можете змінити її ще раз.</translation>
    </message>
    <message id="said.done">
        <source>Vi gjorde:</source>
        <translation>Ми зробили:</translation>
    </message>
    <message id="said.said">
        <source>I sagde:</source>
        <translation>Ви сказали:</translation>
    </message>
    <message id="speech.again">
        <source>%1. Tryk igen.</source>
        <translation>%1. Натисніть ще раз.</translation>
    </message>
    <message id="speech.chosen">
        <source>Valgt. Tryk igen for at svare.</source>
        <translation>Вибрано. Натисніть ще раз, щоб відповісти.</translation>
    </message>
    <message id="speech.key">
        <source>Tast %1: %2.</source>
        <translation>Клавіша %1: %2.</translation>
    </message>
    <message id="speech.label">
        <source>%1. Tryk igen for at svare.</source>
        <translation>%1. Натисніть ще раз, щоб відповісти.</translation>
    </message>
    <message id="speech.louder">
        <source>Højere</source>
        <translation>Гучніше</translation>
    </message>
    <message id="speech.marked">
        <source>%1, valgt</source>
        <translation>%1, вибрано</translation>
    </message>
    <message id="speech.more">
        <source>Tast næste: flere valg.</source>
        <translation>Клавіша «далі»: інші варіанти.</translation>
    </message>
    <message id="speech.novoice">
        <source>Der er ingen oplæsning på %1.</source>
        <translation>Немає озвучення мовою: %1.</translation>
    </message>
    <message id="speech.number">
        <source>Tast %1.</source>
        <translation>Клавіша %1.</translation>
    </message>
    <message id="speech.onscreen">
        <source>Spørgsmålet står på skærmen. Sæt høretelefoner i for at høre det.</source>
        <translation>Питання на екрані. Підключіть навушники, щоб його почути.</translation>
    </message>
    <message id="speech.secret">
        <source>Tast.</source>
        <translation>Клавіша.</translation>
    </message>
    <message id="speech.softer">
        <source>Lavere</source>
        <translation>Тихіше</translation>
    </message>
    <message id="speech.timeout">
        <source>Tryk på skærmen eller på en tast for at fortsætte.</source>
        <translation>Торкніться екрана або натисніть клавішу, щоб продовжити.</translation>
    </message>
    <message id="speech.volume">
        <source>Lydstyrke %1 af %2.</source>
        <translation>Гучність %1 з %2.</translation>
    </message>
    <message id="thanks.board">
        <source>Se resultatet på tavlen ved udgangen.</source>
        <translation>Результат дивіться на дошці біля виходу.</translation>
    </message>
    <message id="thanks.done">
        <source>Tak. Dine svar er gemt.</source>
        <translation>Дякуємо. Ваші відповіді збережено.</translation>
    </message>
    <message id="thanks.more">
        <source>Vil du svare på %1 mere?
Du kan stoppe når som helst.</source>
        <translation>Відповісте ще на %1?
Зупинитися можна будь-коли.</translation>
    </message>
    <message id="thanks.saved">
        <source>Tak. Dit svar er gemt.</source>
        <translation>Дякуємо. Вашу відповідь збережено.</translation>
    </message>
    <message id="thanks.undo">
        <source>Fortryd
mit svar</source>
        <translation>Скасувати
відповідь</translation>
    </message>
    <message id="thanks.yes">
        <source>Ja, gerne</source>
        <translation>Так</translation>
    </message>
    <message id="ticket.day">
        <source>Kortet gælder til en anden dag.</source>
        <translation>Картка на інший день.</translation>
    </message>
    <message id="ticket.first">
        <source>Vis dit kort, og tryk så på et ansigt.</source>
        <translation>Покажіть картку, потім торкніться обличчя.</translation>
    </message>
    <message id="ticket.free">
        <source>Du kan svare uden kort.</source>
        <translation>Можна відповісти без картки.</translation>
    </message>
    <message id="ticket.help">
        <source>Spørg gerne i skranken.</source>
        <translation>Запитайте, будь ласка, на рецепції.</translation>
    </message>
    <message id="ticket.needed">
        <source>Tak. I dag tæller svar kun med et kort.</source>
        <translation>Дякуємо. Сьогодні враховуються лише відповіді з карткою.</translation>
    </message>
    <message id="ticket.once">
        <source>Et kort gælder til ét svar.</source>
        <translation>Картка дійсна на одну відповідь.</translation>
    </message>
    <message id="ticket.retry">
        <source>Prøv igen, eller svar uden kort.</source>
        <translation>Спробуйте ще раз або відповідайте без картки.</translation>
    </message>
    <message id="ticket.retry.help">
        <source>Prøv igen, eller spørg i skranken.</source>
        <translation>Спробуйте ще раз або запитайте на рецепції.</translation>
    </message>
    <message id="ticket.stand">
        <source>Kortet hører til en anden stand.</source>
        <translation>Картка для іншого пристрою.</translation>
    </message>
    <message id="ticket.taken">
        <source>Kortet er læst.</source>
        <translation>Картку прочитано.</translation>
    </message>
    <message id="ticket.unchecked">
        <source>Vi kan ikke tjekke kortet lige nu.</source>
        <translation>Зараз ми не можемо перевірити картку.</translation>
    </message>
    <message id="ticket.unread">
        <source>Vi kan ikke læse kortet.</source>
        <translation>Ми не можемо прочитати картку.</translation>
    </message>
    <message id="ticket.unread.now">
        <source>Vi kan ikke læse kort lige nu.</source>
        <translation>Зараз ми не можемо зчитувати картки.</translation>
    </message>
    <message id="ticket.used">
        <source>Kortet er brugt.</source>
        <translation>Картку вже використано.</translation>
    </message>
    <message id="ticket.voluntary">
        <source>Det er frivilligt.</source>
        <translation>Це добровільно.</translation>
    </message>
    <message id="timeout.body">
        <source>Tryk hvor som helst for at fortsætte.</source>
        <translation>Торкніться будь-де, щоб продовжити.</translation>
    </message>
    <message id="timeout.else">
        <source>Ellers gemmer vi dine svar og starter forfra.</source>
        <translation>Інакше ми збережемо ваші відповіді й почнемо знову.</translation>
    </message>
    <message id="timeout.more">
        <source>Fortsæt</source>
        <translation>Продовжити</translation>
    </message>
    <message id="timeout.title">
        <source>Er du her stadig?</source>
        <translation>Ви ще тут?</translation>
    </message>
    <message id="tool.contrast">
        <source>Kontrast</source>
        <translation>Контраст</translation>
    </message>
    <message id="tool.read">
        <source>Læs højt</source>
        <translation>Озвучити</translation>
    </message>
    <message id="trouble.body">
        <source>Dit tryk bliver ikke gemt. Sig det gerne i skranken.</source>
        <translation>Ваш дотик не зберігається. Скажіть про це, будь ласка, на рецепції.</translation>
    </message>
    <message id="trouble.title">
        <source>Kan ikke tage imod svar lige nu</source>
        <translation>Зараз не можна відповісти</translation>
    </message>
    <message id="visit.voluntary">
        <source>Frivilligt. Et tryk er nok.</source>
        <translation>Добровільно. Досить одного дотику.</translation>
    </message>
    <message id="withdrawn">
        <source>Dit svar tæller ikke med.</source>
        <translation>Ваша відповідь не враховується.</translation>
    </message>
    <message id="withdrawn.b">
        <source>Du kan svare igen, hvis du vil.</source>
        <translation>Якщо хочете, відповідайте ще раз.</translation>
    </message>
</context>
</TS>
