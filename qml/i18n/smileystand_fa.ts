<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-FileCopyrightText: 2026 Smileystand contributors
     SPDX-License-Identifier: GPL-3.0-or-later -->
<TS version="2.1" language="fa_IR" sourcelanguage="da_DK">
<context>
    <name></name>
    <message id="about.cctv.lead">
        <source>Tv-overvågning</source>
        <translation>دوربین مداربسته</translation>
    </message>
    <message id="about.controller">
        <source>Dataansvarlig: %1</source>
        <translation>مسئول داده‌ها: %1</translation>
    </message>
    <message id="about.keep">
        <source>hvilket ansigt du trykkede på, dine svar, og hvilken dag og del af dagen.</source>
        <translation>چهره‌ای که لمس کردید، پاسخ‌هایتان، روز و بخشی از روز.</translation>
    </message>
    <message id="about.keep.lead">
        <source>Vi gemmer,</source>
        <translation>آنچه نگه می‌داریم</translation>
    </message>
    <message id="about.room.lead">
        <source>Kamera og mikrofon</source>
        <translation>دوربین و میکروفون</translation>
    </message>
    <message id="about.sensor">
        <source>mærker, om nogen står her. Den tager ikke billeder.</source>
        <translation>متوجه می‌شود کسی اینجا ایستاده است یا نه. عکس نمی‌گیرد.</translation>
    </message>
    <message id="about.sensor.lead">
        <source>En føler</source>
        <translation>حسگر</translation>
    </message>
    <message id="about.sent">
        <source>dine svar med dag og del af dagen. Jobcentret ser kun tal for mindst %1 svar.</source>
        <translation>پاسخ‌هایتان با روز و بخشی از روز. مرکز کاریابی فقط آمار دست‌کم %1 پاسخ را می‌بیند.</translation>
    </message>
    <message id="about.sent.lead">
        <source>Vi sender videre</source>
        <translation>آنچه می‌فرستیم</translation>
    </message>
    <message id="about.text">
        <source>læses kun af %1. Det slettes %2 dage, efter at det er sendt.</source>
        <translation>فقط %1 می‌خواند. %2 روز پس از فرستاده شدن پاک می‌شود.</translation>
    </message>
    <message id="about.text.lead">
        <source>Det, du skriver,</source>
        <translation>آنچه می‌نویسید</translation>
    </message>
    <message id="about.time">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det %1 dage, efter at dagen er slut.</source>
        <translation>در همین دستگاه می‌ماند. نشان می‌دهد که چند بار لمس شده است یا نه. %1 روز پس از پایان روز آن را پاک می‌کنیم.</translation>
    </message>
    <message id="about.time.atonce">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det, når dagen er slut.</source>
        <translation>در همین دستگاه می‌ماند. نشان می‌دهد که چند بار لمس شده است یا نه. پس از پایان روز آن را پاک می‌کنیم.</translation>
    </message>
    <message id="about.time.lead">
        <source>Det præcise tidspunkt</source>
        <translation>زمان دقیق</translation>
    </message>
    <message id="about.time.oneday">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det 1 dag, efter at dagen er slut.</source>
        <translation>در همین دستگاه می‌ماند. نشان می‌دهد که چند بار لمس شده است یا نه. 1 روز پس از پایان روز آن را پاک می‌کنیم.</translation>
    </message>
    <message id="about.title">
        <source>Om dit svar</source>
        <translation>پاسخ شما</translation>
    </message>
    <message id="about.voluntary">
        <source>Vi spørger ikke, hvem du er. Du kan fortryde dit svar, mens du står her.</source>
        <translation>نمی‌پرسیم شما کیستید. تا اینجا ایستاده‌اید، می‌توانید پاسخ خود را پس بگیرید.</translation>
    </message>
    <message id="about.voluntary.lead">
        <source>Det er frivilligt</source>
        <translation>داوطلبانه است</translation>
    </message>
    <message id="about.voluntary.soon">
        <source>Vi spørger ikke, hvem du er. Du kan fortryde dit svar lige efter at du har trykket.</source>
        <translation>نمی‌پرسیم شما کیستید. درست پس از لمس کردن می‌توانید پاسخ خود را پس بگیرید.</translation>
    </message>
    <message id="anon.case">
        <source>Svaret kommer ikke i din sag.</source>
        <translation>پاسخ شما وارد پرونده‌تان نمی‌شود.</translation>
    </message>
    <message id="anon.cctv">
        <source>Der er tv-overvågning i lokalet. Den hører ikke til standen.</source>
        <translation>در این مکان دوربین مداربسته هست. آن بخشی از این دستگاه نیست.</translation>
    </message>
    <message id="anon.nocamera">
        <source>Standen har hverken kamera eller mikrofon.</source>
        <translation>این دستگاه نه دوربین دارد و نه میکروفون.</translation>
    </message>
    <message id="anon.short">
        <source>Uden navn</source>
        <translation>بدون نام</translation>
    </message>
    <message id="anon.title">
        <source>Vi spørger ikke, hvem du er</source>
        <translation>نمی‌پرسیم شما کیستید</translation>
    </message>
    <message id="comment.addressfound">
        <source>Vi har fjernet en mailadresse eller et link.</source>
        <translation>یک نشانی ایمیل یا پیوند را حذف کردیم.</translation>
    </message>
    <message id="comment.cprfound">
        <source>Vi har fjernet et nummer, der ligner et CPR-nummer.</source>
        <translation>شماره‌ای شبیه شماره CPR را حذف کردیم.</translation>
    </message>
    <message id="comment.help">
        <source>Har du brug for hjælp nu? Gå til skranken. Ved fare: ring 112.</source>
        <translation>آیا اکنون به کمک نیاز دارید؟ به پذیرش بروید. در خطر: با 112 تماس بگیرید.</translation>
    </message>
    <message id="comment.help.lead">
        <source>Vi kan ikke svare dig her.</source>
        <translation>اینجا نمی‌توانیم به شما پاسخ دهیم.</translation>
    </message>
    <message id="comment.left">
        <source>%1 tegn tilbage</source>
        <translation>%1 نویسه باقی مانده</translation>
    </message>
    <message id="comment.namefound">
        <source>Vi har fjernet et navn.</source>
        <translation>یک نام را حذف کردیم.</translation>
    </message>
    <message id="comment.notkept">
        <source>Vi kan ikke gemme din tekst lige nu.</source>
        <translation>اکنون نمی‌توانیم متن شما را ذخیره کنیم.</translation>
    </message>
    <message id="comment.notkept.rest">
        <source>Tryk en gang til, eller gå til skranken.</source>
        <translation>یک بار دیگر فشار دهید یا به پذیرش بروید.</translation>
    </message>
    <message id="comment.numberfound">
        <source>Vi har fjernet et nummer.</source>
        <translation>یک شماره را حذف کردیم.</translation>
    </message>
    <message id="comment.rest">
        <source>Resten af din tekst er her stadig.</source>
        <translation>بقیه متن شما هنوز اینجاست.</translation>
    </message>
    <message id="keyboard.erase">
        <source>Slet</source>
        <translation>پاک کردن</translation>
    </message>
    <message id="keyboard.letters">
        <source>Bogstaver</source>
        <translation>حروف</translation>
    </message>
    <message id="keyboard.name">
        <source>Tastatur</source>
        <translation>صفحه‌کلید</translation>
    </message>
    <message id="keyboard.newline">
        <source>Ny linje</source>
        <translation>خط جدید</translation>
    </message>
    <message id="keyboard.shift">
        <source>Store bogstaver</source>
        <translation>حروف بزرگ</translation>
    </message>
    <message id="keyboard.signs">
        <source>Tal og tegn</source>
        <translation>اعداد و نشانه‌ها</translation>
    </message>
    <message id="keyboard.space">
        <source>Mellemrum</source>
        <translation>فاصله</translation>
    </message>
    <message id="lang.more">
        <source>Flere
sprog</source>
        <translation>زبان‌های
دیگر</translation>
    </message>
    <message id="nav.back">
        <source>Tilbage</source>
        <translation>بازگشت</translation>
    </message>
    <message id="nav.close">
        <source>Luk</source>
        <translation>بستن</translation>
    </message>
    <message id="nav.done">
        <source>Færdig</source>
        <translation>تمام</translation>
    </message>
    <message id="nav.finish">
        <source>Stop her</source>
        <translation>پایان در اینجا</translation>
    </message>
    <message id="nav.next">
        <source>Næste</source>
        <translation>بعدی</translation>
    </message>
    <message id="nav.nextperson">
        <source>Jeg er
den næste</source>
        <translation>من نفر
بعدی هستم</translation>
    </message>
    <message id="nav.skip">
        <source>Spring over</source>
        <translation>رد شدن</translation>
    </message>
    <message id="poster.made">
        <source>Lavet %1 ud fra standens indstillinger.</source>
        <translation>در %1 از تنظیمات دستگاه ساخته شد.</translation>
    </message>
    <message id="poster.title">
        <source>Om dit svar på standen</source>
        <translation>درباره پاسخ شما در دستگاه</translation>
    </message>
    <message id="progress">
        <source>Spørgsmål %1 af %2</source>
        <translation>پرسش %1 از %2</translation>
    </message>
    <message id="q.visit.first">
        <source>Tryk først på et ansigt. Så kommer spørgsmålene.</source>
        <translation>اول یک چهره را لمس کنید. بعد پرسش‌ها می‌آیند.</translation>
    </message>
    <message id="q.visit.hint">
        <source>Tryk på det ansigt, der passer bedst.</source>
        <translation>چهره‌ای را لمس کنید که مناسب‌تر است.</translation>
    </message>
    <message id="q.visit.hint.large">
        <source>Tryk på et ansigt.</source>
        <translation>یک چهره را لمس کنید.</translation>
    </message>
    <message id="q.visit.next">
        <source>Næste: %1</source>
        <translation>نفر بعد: %1</translation>
    </message>
    <message id="reason.chosen">
        <source>Du har valgt %1.</source>
        <translation>%1 مورد انتخاب کرده‌اید.</translation>
    </message>
    <message id="repeat.have">
        <source>Tak. Vi har dit svar.</source>
        <translation>سپاس. پاسخ شما را داریم.</translation>
    </message>
    <message id="repeat.haveb">
        <source>Er det en ny person?</source>
        <translation>آیا شخص جدیدی هستید؟</translation>
    </message>
    <message id="repeat.updated">
        <source>Dit svar er ændret.</source>
        <translation>پاسخ شما تغییر کرد.</translation>
    </message>
    <message id="repeat.updatedb">
        <source>Du kan ændre det igen.</source>
        <translation>می‌توانید دوباره آن را تغییر دهید.</translation>
    </message>
    <message id="said.done">
        <source>Vi gjorde:</source>
        <translation>ما انجام دادیم:</translation>
    </message>
    <message id="said.said">
        <source>I sagde:</source>
        <translation>شما گفتید:</translation>
    </message>
    <message id="speech.again">
        <source>%1. Tryk igen.</source>
        <translation>%1. دوباره فشار دهید.</translation>
    </message>
    <message id="speech.chosen">
        <source>Valgt. Tryk igen for at svare.</source>
        <translation>انتخاب شد. برای پاسخ دوباره فشار دهید.</translation>
    </message>
    <message id="speech.key">
        <source>Tast %1: %2.</source>
        <translation>کلید %1: %2.</translation>
    </message>
    <message id="speech.label">
        <source>%1. Tryk igen for at svare.</source>
        <translation>%1. برای پاسخ دوباره فشار دهید.</translation>
    </message>
    <message id="speech.louder">
        <source>Højere</source>
        <translation>بلندتر</translation>
    </message>
    <message id="speech.marked">
        <source>%1, valgt</source>
        <translation>%1، انتخاب شده</translation>
    </message>
    <message id="speech.more">
        <source>Tast næste: flere valg.</source>
        <translation>کلید بعدی: گزینه‌های بیشتر.</translation>
    </message>
    <message id="speech.novoice">
        <source>Der er ingen oplæsning på %1.</source>
        <translation>خواندن با صدا به زبان %1 ممکن نیست.</translation>
    </message>
    <message id="speech.number">
        <source>Tast %1.</source>
        <translation>کلید %1.</translation>
    </message>
    <message id="speech.onscreen">
        <source>Spørgsmålet står på skærmen. Sæt høretelefoner i for at høre det.</source>
        <translation>پرسش روی صفحه است. برای شنیدن آن هدفون وصل کنید.</translation>
    </message>
    <message id="speech.secret">
        <source>Tast.</source>
        <translation>کلید.</translation>
    </message>
    <message id="speech.softer">
        <source>Lavere</source>
        <translation>آهسته‌تر</translation>
    </message>
    <message id="speech.timeout">
        <source>Tryk på skærmen eller på en tast for at fortsætte.</source>
        <translation>برای ادامه، صفحه را لمس کنید یا کلیدی را فشار دهید.</translation>
    </message>
    <message id="speech.volume">
        <source>Lydstyrke %1 af %2.</source>
        <translation>بلندی صدا %1 از %2.</translation>
    </message>
    <message id="thanks.board">
        <source>Se resultatet på tavlen ved udgangen.</source>
        <translation>نتیجه را روی تابلوی کنار در خروجی ببینید.</translation>
    </message>
    <message id="thanks.done">
        <source>Tak. Dine svar er gemt.</source>
        <translation>سپاس. پاسخ‌های شما ثبت شد.</translation>
    </message>
    <message id="thanks.more">
        <source>Vil du svare på %1 mere?
Du kan stoppe når som helst.</source>
        <translation>به %1 پرسش دیگر پاسخ می‌دهید؟
هر وقت بخواهید می‌توانید تمام کنید.</translation>
    </message>
    <message id="thanks.saved">
        <source>Tak. Dit svar er gemt.</source>
        <translation>سپاس. پاسخ شما ثبت شد.</translation>
    </message>
    <message id="thanks.undo">
        <source>Fortryd
mit svar</source>
        <translation>پس گرفتن
پاسخ من</translation>
    </message>
    <message id="thanks.yes">
        <source>Ja, gerne</source>
        <translation>بله</translation>
    </message>
    <message id="ticket.day">
        <source>Kortet gælder til en anden dag.</source>
        <translation>این کارت برای روز دیگری است.</translation>
    </message>
    <message id="ticket.first">
        <source>Vis dit kort, og tryk så på et ansigt.</source>
        <translation>کارتتان را نشان دهید، بعد یک چهره را لمس کنید.</translation>
    </message>
    <message id="ticket.free">
        <source>Du kan svare uden kort.</source>
        <translation>بدون کارت هم می‌توانید پاسخ دهید.</translation>
    </message>
    <message id="ticket.help">
        <source>Spørg gerne i skranken.</source>
        <translation>لطفاً از پذیرش بپرسید.</translation>
    </message>
    <message id="ticket.needed">
        <source>Tak. I dag tæller svar kun med et kort.</source>
        <translation>سپاس. امروز پاسخ‌ها فقط با کارت شمرده می‌شوند.</translation>
    </message>
    <message id="ticket.once">
        <source>Et kort gælder til ét svar.</source>
        <translation>هر کارت برای یک پاسخ است.</translation>
    </message>
    <message id="ticket.retry">
        <source>Prøv igen, eller svar uden kort.</source>
        <translation>دوباره امتحان کنید یا بدون کارت پاسخ دهید.</translation>
    </message>
    <message id="ticket.retry.help">
        <source>Prøv igen, eller spørg i skranken.</source>
        <translation>دوباره امتحان کنید یا از پذیرش بپرسید.</translation>
    </message>
    <message id="ticket.stand">
        <source>Kortet hører til en anden stand.</source>
        <translation>این کارت برای دستگاه دیگری است.</translation>
    </message>
    <message id="ticket.taken">
        <source>Kortet er læst.</source>
        <translation>کارت خوانده شد.</translation>
    </message>
    <message id="ticket.unchecked">
        <source>Vi kan ikke tjekke kortet lige nu.</source>
        <translation>اکنون نمی‌توانیم کارت را بررسی کنیم.</translation>
    </message>
    <message id="ticket.unread">
        <source>Vi kan ikke læse kortet.</source>
        <translation>نمی‌توانیم کارت را بخوانیم.</translation>
    </message>
    <message id="ticket.unread.now">
        <source>Vi kan ikke læse kort lige nu.</source>
        <translation>اکنون نمی‌توانیم کارت‌ها را بخوانیم.</translation>
    </message>
    <message id="ticket.used">
        <source>Kortet er brugt.</source>
        <translation>از این کارت استفاده شده است.</translation>
    </message>
    <message id="ticket.voluntary">
        <source>Det er frivilligt.</source>
        <translation>پاسخ دادن داوطلبانه است.</translation>
    </message>
    <message id="timeout.body">
        <source>Tryk hvor som helst for at fortsætte.</source>
        <translation>برای ادامه، هر جا را لمس کنید.</translation>
    </message>
    <message id="timeout.else">
        <source>Ellers gemmer vi dine svar og starter forfra.</source>
        <translation>وگرنه پاسخ‌هایتان را ثبت می‌کنیم و از نو شروع می‌کنیم.</translation>
    </message>
    <message id="timeout.more">
        <source>Fortsæt</source>
        <translation>ادامه</translation>
    </message>
    <message id="timeout.title">
        <source>Er du her stadig?</source>
        <translation>هنوز اینجا هستید؟</translation>
    </message>
    <message id="tool.contrast">
        <source>Kontrast</source>
        <translation>تضاد رنگ</translation>
    </message>
    <message id="tool.read">
        <source>Læs højt</source>
        <translation>بخوان</translation>
    </message>
    <message id="trouble.body">
        <source>Dit tryk bliver ikke gemt. Sig det gerne i skranken.</source>
        <translation>لمس شما ثبت نمی‌شود. لطفاً به پذیرش بگویید.</translation>
    </message>
    <message id="trouble.title">
        <source>Kan ikke tage imod svar lige nu</source>
        <translation>اکنون نمی‌توان پاسخ داد</translation>
    </message>
    <message id="visit.voluntary">
        <source>Frivilligt. Et tryk er nok.</source>
        <translation>داوطلبانه است. یک لمس کافی است.</translation>
    </message>
    <message id="withdrawn">
        <source>Dit svar tæller ikke med.</source>
        <translation>پاسخ شما شمرده نمی‌شود.</translation>
    </message>
    <message id="withdrawn.b">
        <source>Du kan svare igen, hvis du vil.</source>
        <translation>اگر بخواهید، می‌توانید دوباره پاسخ دهید.</translation>
    </message>
</context>
</TS>
