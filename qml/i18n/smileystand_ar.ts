<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-FileCopyrightText: 2026 Smileystand contributors
     SPDX-License-Identifier: GPL-3.0-or-later -->
<TS version="2.1" language="ar_EG" sourcelanguage="da_DK">
<context>
    <name></name>
    <message id="about.cctv.lead">
        <source>Tv-overvågning</source>
        <translation>كاميرات المراقبة</translation>
    </message>
    <message id="about.controller">
        <source>Dataansvarlig: %1</source>
        <translation>الجهة المسؤولة عن البيانات: %1</translation>
    </message>
    <message id="about.keep">
        <source>hvilket ansigt du trykkede på, dine svar, og hvilken dag og del af dagen.</source>
        <translation>الوجه الذي لمسته وإجاباتك واليوم والفترة من اليوم.</translation>
    </message>
    <message id="about.keep.lead">
        <source>Vi gemmer,</source>
        <translation>نحفظ</translation>
    </message>
    <message id="about.room.lead">
        <source>Kamera og mikrofon</source>
        <translation>الكاميرا والميكروفون</translation>
    </message>
    <message id="about.sensor">
        <source>mærker, om nogen står her. Den tager ikke billeder.</source>
        <translation>يلاحظ إن كان أحد يقف هنا. وهو لا يلتقط صورًا.</translation>
    </message>
    <message id="about.sensor.lead">
        <source>En føler</source>
        <translation>مستشعر</translation>
    </message>
    <message id="about.sent">
        <source>dine svar med dag og del af dagen. Jobcentret ser kun tal for mindst %1 svar.</source>
        <translation>إجاباتك مع اليوم والفترة من اليوم. لا يرى مركز التوظيف إلا أرقامًا عن %1 إجابات على الأقل.</translation>
    </message>
    <message id="about.sent.lead">
        <source>Vi sender videre</source>
        <translation>نرسل</translation>
    </message>
    <message id="about.text">
        <source>læses kun af %1. Det slettes %2 dage, efter at det er sendt.</source>
        <translation>يقرؤه فقط %1. ويُحذف بعد %2 يومًا من إرساله.</translation>
    </message>
    <message id="about.text.lead">
        <source>Det, du skriver,</source>
        <translation>ما تكتبه</translation>
    </message>
    <message id="about.time">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det %1 dage, efter at dagen er slut.</source>
        <translation>يبقى في هذا الجهاز، ويبيّن إن كان هناك لمس متكرر. نحذفه بعد %1 من الأيام من انتهاء اليوم.</translation>
    </message>
    <message id="about.time.atonce">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det, når dagen er slut.</source>
        <translation>يبقى في هذا الجهاز، ويبيّن إن كان هناك لمس متكرر. نحذفه عند انتهاء اليوم.</translation>
    </message>
    <message id="about.time.lead">
        <source>Det præcise tidspunkt</source>
        <translation>الوقت الدقيق</translation>
    </message>
    <message id="about.time.oneday">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det 1 dag, efter at dagen er slut.</source>
        <translation>يبقى في هذا الجهاز، ويبيّن إن كان هناك لمس متكرر. نحذفه بعد يوم واحد من انتهاء اليوم.</translation>
    </message>
    <message id="about.title">
        <source>Om dit svar</source>
        <translation>عن إجابتك</translation>
    </message>
    <message id="about.voluntary">
        <source>Vi spørger ikke, hvem du er. Du kan fortryde dit svar, mens du står her.</source>
        <translation>لا نسألك من أنت. يمكنك التراجع عن إجابتك ما دمت واقفًا هنا.</translation>
    </message>
    <message id="about.voluntary.lead">
        <source>Det er frivilligt</source>
        <translation>المشاركة طوعية</translation>
    </message>
    <message id="about.voluntary.soon">
        <source>Vi spørger ikke, hvem du er. Du kan fortryde dit svar lige efter at du har trykket.</source>
        <translation>لا نسألك من أنت. يمكنك التراجع عن إجابتك مباشرة بعد اللمس.</translation>
    </message>
    <message id="anon.case">
        <source>Svaret kommer ikke i din sag.</source>
        <translation>لا تدخل إجابتك في ملفك.</translation>
    </message>
    <message id="anon.cctv">
        <source>Der er tv-overvågning i lokalet. Den hører ikke til standen.</source>
        <translation>توجد كاميرات مراقبة في المكان. وهي ليست جزءًا من هذا الجهاز.</translation>
    </message>
    <message id="anon.nocamera">
        <source>Standen har hverken kamera eller mikrofon.</source>
        <translation>لا توجد في هذا الجهاز كاميرا ولا ميكروفون.</translation>
    </message>
    <message id="anon.short">
        <source>Uden navn</source>
        <translation>بدون اسم</translation>
    </message>
    <message id="anon.title">
        <source>Vi spørger ikke, hvem du er</source>
        <translation>لا نسألك من أنت</translation>
    </message>
    <message id="comment.addressfound">
        <source>Vi har fjernet en mailadresse eller et link.</source>
        <translation>حذفنا عنوان بريد إلكتروني أو رابطًا.</translation>
    </message>
    <message id="comment.cprfound">
        <source>Vi har fjernet et nummer, der ligner et CPR-nummer.</source>
        <translation>حذفنا رقمًا يشبه رقم CPR.</translation>
    </message>
    <message id="comment.help">
        <source>Har du brug for hjælp nu? Gå til skranken. Ved fare: ring 112.</source>
        <translation>هل تحتاج إلى مساعدة الآن؟ توجه إلى الاستقبال. عند الخطر: اتصل بالرقم 112.</translation>
    </message>
    <message id="comment.help.lead">
        <source>Vi kan ikke svare dig her.</source>
        <translation>لا يمكننا الرد عليك هنا.</translation>
    </message>
    <message id="comment.left">
        <source>%1 tegn tilbage</source>
        <translation>الأحرف المتبقية: %1</translation>
    </message>
    <message id="comment.namefound">
        <source>Vi har fjernet et navn.</source>
        <translation>حذفنا اسمًا.</translation>
    </message>
    <message id="comment.notkept">
        <source>Vi kan ikke gemme din tekst lige nu.</source>
        <translation>لا يمكننا حفظ نصك الآن.</translation>
    </message>
    <message id="comment.notkept.rest">
        <source>Tryk en gang til, eller gå til skranken.</source>
        <translation>اضغط مرة أخرى أو توجه إلى الاستقبال.</translation>
    </message>
    <message id="comment.numberfound">
        <source>Vi har fjernet et nummer.</source>
        <translation>حذفنا رقمًا.</translation>
    </message>
    <message id="comment.rest">
        <source>Resten af din tekst er her stadig.</source>
        <translation>بقية نصك ما زالت هنا.</translation>
    </message>
    <message id="keyboard.erase">
        <source>Slet</source>
        <translation>حذف</translation>
    </message>
    <message id="keyboard.letters">
        <source>Bogstaver</source>
        <translation>حروف</translation>
    </message>
    <message id="keyboard.name">
        <source>Tastatur</source>
        <translation>لوحة المفاتيح</translation>
    </message>
    <message id="keyboard.newline">
        <source>Ny linje</source>
        <translation>سطر جديد</translation>
    </message>
    <message id="keyboard.shift">
        <source>Store bogstaver</source>
        <translation>حروف أخرى</translation>
    </message>
    <message id="keyboard.signs">
        <source>Tal og tegn</source>
        <translation>أرقام وعلامات</translation>
    </message>
    <message id="keyboard.space">
        <source>Mellemrum</source>
        <translation>مسافة</translation>
    </message>
    <message id="lang.more">
        <source>Flere
sprog</source>
        <translation>لغات
أخرى</translation>
    </message>
    <message id="nav.back">
        <source>Tilbage</source>
        <translation>رجوع</translation>
    </message>
    <message id="nav.close">
        <source>Luk</source>
        <translation>إغلاق</translation>
    </message>
    <message id="nav.done">
        <source>Færdig</source>
        <translation>تم</translation>
    </message>
    <message id="nav.finish">
        <source>Stop her</source>
        <translation>توقف هنا</translation>
    </message>
    <message id="nav.next">
        <source>Næste</source>
        <translation>التالي</translation>
    </message>
    <message id="nav.nextperson">
        <source>Jeg er
den næste</source>
        <translation>أنا التالي</translation>
    </message>
    <message id="nav.skip">
        <source>Spring over</source>
        <translation>تخطٍّ</translation>
    </message>
    <message id="poster.made">
        <source>Lavet %1 ud fra standens indstillinger.</source>
        <translation>أُعدّ في %1 من إعدادات الجهاز.</translation>
    </message>
    <message id="poster.title">
        <source>Om dit svar på standen</source>
        <translation>عن إجابتك على هذا الجهاز</translation>
    </message>
    <message id="progress">
        <source>Spørgsmål %1 af %2</source>
        <translation>السؤال %1 من %2</translation>
    </message>
    <message id="q.visit.first">
        <source>Tryk først på et ansigt. Så kommer spørgsmålene.</source>
        <translation>المس وجهًا أولًا، ثم تأتي الأسئلة.</translation>
    </message>
    <message id="q.visit.hint">
        <source>Tryk på det ansigt, der passer bedst.</source>
        <translation>المس الوجه الأنسب.</translation>
    </message>
    <message id="q.visit.hint.large">
        <source>Tryk på et ansigt.</source>
        <translation>المس وجهًا.</translation>
    </message>
    <message id="q.visit.next">
        <source>Næste: %1</source>
        <translation>التالي: %1</translation>
    </message>
    <message id="reason.chosen">
        <source>Du har valgt %1.</source>
        <translation>اخترت %1.</translation>
    </message>
    <message id="repeat.have">
        <source>Tak. Vi har dit svar.</source>
        <translation>شكرًا. لدينا إجابتك.</translation>
    </message>
    <message id="repeat.haveb">
        <source>Er det en ny person?</source>
        <translation>هل أنت شخص جديد؟</translation>
    </message>
    <message id="repeat.updated">
        <source>Dit svar er ændret.</source>
        <translation>تم تغيير إجابتك.</translation>
    </message>
    <message id="repeat.updatedb">
        <source>Du kan ændre det igen.</source>
        <translation>يمكنك تغييرها مرة أخرى.</translation>
    </message>
    <message id="said.done">
        <source>Vi gjorde:</source>
        <translation>وفعلنا:</translation>
    </message>
    <message id="said.said">
        <source>I sagde:</source>
        <translation>قلتم:</translation>
    </message>
    <message id="speech.again">
        <source>%1. Tryk igen.</source>
        <translation>%1. اضغط مرة أخرى.</translation>
    </message>
    <message id="speech.chosen">
        <source>Valgt. Tryk igen for at svare.</source>
        <translation>تم الاختيار. اضغط مرة أخرى للإجابة.</translation>
    </message>
    <message id="speech.key">
        <source>Tast %1: %2.</source>
        <translation>المفتاح %1: %2.</translation>
    </message>
    <message id="speech.label">
        <source>%1. Tryk igen for at svare.</source>
        <translation>%1. اضغط مرة أخرى للإجابة.</translation>
    </message>
    <message id="speech.louder">
        <source>Højere</source>
        <translation>أعلى</translation>
    </message>
    <message id="speech.marked">
        <source>%1, valgt</source>
        <translation>%1، مختار</translation>
    </message>
    <message id="speech.more">
        <source>Tast næste: flere valg.</source>
        <translation>مفتاح التالي: خيارات أخرى.</translation>
    </message>
    <message id="speech.novoice">
        <source>Der er ingen oplæsning på %1.</source>
        <translation>لا تتوفر قراءة صوتية باللغة: %1.</translation>
    </message>
    <message id="speech.number">
        <source>Tast %1.</source>
        <translation>المفتاح %1.</translation>
    </message>
    <message id="speech.onscreen">
        <source>Spørgsmålet står på skærmen. Sæt høretelefoner i for at høre det.</source>
        <translation>السؤال معروض على الشاشة. صِل سماعات الرأس لسماعه.</translation>
    </message>
    <message id="speech.secret">
        <source>Tast.</source>
        <translation>مفتاح.</translation>
    </message>
    <message id="speech.softer">
        <source>Lavere</source>
        <translation>أخفض</translation>
    </message>
    <message id="speech.timeout">
        <source>Tryk på skærmen eller på en tast for at fortsætte.</source>
        <translation>المس الشاشة أو اضغط أي مفتاح للمتابعة.</translation>
    </message>
    <message id="speech.volume">
        <source>Lydstyrke %1 af %2.</source>
        <translation>مستوى الصوت %1 من %2.</translation>
    </message>
    <message id="thanks.board">
        <source>Se resultatet på tavlen ved udgangen.</source>
        <translation>اطّلع على النتيجة على اللوحة عند المخرج.</translation>
    </message>
    <message id="thanks.done">
        <source>Tak. Dine svar er gemt.</source>
        <translation>شكرًا. حُفظت إجاباتك.</translation>
    </message>
    <message id="thanks.more">
        <source>Vil du svare på %1 mere?
Du kan stoppe når som helst.</source>
        <translation>هل تجيب عن %1 أيضًا؟
يمكنك التوقف متى شئت.</translation>
    </message>
    <message id="thanks.saved">
        <source>Tak. Dit svar er gemt.</source>
        <translation>شكرًا. حُفظت إجابتك.</translation>
    </message>
    <message id="thanks.undo">
        <source>Fortryd
mit svar</source>
        <translation>تراجع
عن إجابتي</translation>
    </message>
    <message id="thanks.yes">
        <source>Ja, gerne</source>
        <translation>نعم</translation>
    </message>
    <message id="ticket.day">
        <source>Kortet gælder til en anden dag.</source>
        <translation>البطاقة ليوم آخر.</translation>
    </message>
    <message id="ticket.first">
        <source>Vis dit kort, og tryk så på et ansigt.</source>
        <translation>اعرض بطاقتك، ثم المس وجهًا.</translation>
    </message>
    <message id="ticket.free">
        <source>Du kan svare uden kort.</source>
        <translation>يمكنك الإجابة بدون بطاقة.</translation>
    </message>
    <message id="ticket.help">
        <source>Spørg gerne i skranken.</source>
        <translation>يُرجى سؤال موظف الاستقبال.</translation>
    </message>
    <message id="ticket.needed">
        <source>Tak. I dag tæller svar kun med et kort.</source>
        <translation>شكرًا. اليوم تُحتسب الإجابات بالبطاقة فقط.</translation>
    </message>
    <message id="ticket.once">
        <source>Et kort gælder til ét svar.</source>
        <translation>البطاقة صالحة لإجابة واحدة.</translation>
    </message>
    <message id="ticket.retry">
        <source>Prøv igen, eller svar uden kort.</source>
        <translation>حاول مرة أخرى، أو أجب بدون بطاقة.</translation>
    </message>
    <message id="ticket.retry.help">
        <source>Prøv igen, eller spørg i skranken.</source>
        <translation>حاول مرة أخرى، أو اسأل موظف الاستقبال.</translation>
    </message>
    <message id="ticket.stand">
        <source>Kortet hører til en anden stand.</source>
        <translation>البطاقة لجهاز آخر.</translation>
    </message>
    <message id="ticket.taken">
        <source>Kortet er læst.</source>
        <translation>تمت قراءة البطاقة.</translation>
    </message>
    <message id="ticket.unchecked">
        <source>Vi kan ikke tjekke kortet lige nu.</source>
        <translation>لا يمكننا التحقق من البطاقة الآن.</translation>
    </message>
    <message id="ticket.unread">
        <source>Vi kan ikke læse kortet.</source>
        <translation>لا يمكننا قراءة البطاقة.</translation>
    </message>
    <message id="ticket.unread.now">
        <source>Vi kan ikke læse kort lige nu.</source>
        <translation>لا يمكننا قراءة البطاقات الآن.</translation>
    </message>
    <message id="ticket.used">
        <source>Kortet er brugt.</source>
        <translation>استُخدمت هذه البطاقة من قبل.</translation>
    </message>
    <message id="ticket.voluntary">
        <source>Det er frivilligt.</source>
        <translation>المشاركة طوعية.</translation>
    </message>
    <message id="timeout.body">
        <source>Tryk hvor som helst for at fortsætte.</source>
        <translation>المس أي مكان للمتابعة.</translation>
    </message>
    <message id="timeout.else">
        <source>Ellers gemmer vi dine svar og starter forfra.</source>
        <translation>وإلا فسنحفظ إجاباتك ونبدأ من جديد.</translation>
    </message>
    <message id="timeout.more">
        <source>Fortsæt</source>
        <translation>متابعة</translation>
    </message>
    <message id="timeout.title">
        <source>Er du her stadig?</source>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message id="tool.contrast">
        <source>Kontrast</source>
        <translation>التباين</translation>
    </message>
    <message id="tool.read">
        <source>Læs højt</source>
        <translation>استماع</translation>
    </message>
    <message id="trouble.body">
        <source>Dit tryk bliver ikke gemt. Sig det gerne i skranken.</source>
        <translation>لن تُحفظ لمستك. يُرجى إبلاغ الاستقبال.</translation>
    </message>
    <message id="trouble.title">
        <source>Kan ikke tage imod svar lige nu</source>
        <translation>لا يمكن استقبال الإجابات الآن</translation>
    </message>
    <message id="visit.voluntary">
        <source>Frivilligt. Et tryk er nok.</source>
        <translation>المشاركة طوعية. لمسة واحدة تكفي.</translation>
    </message>
    <message id="withdrawn">
        <source>Dit svar tæller ikke med.</source>
        <translation>لن تُحتسب إجابتك.</translation>
    </message>
    <message id="withdrawn.b">
        <source>Du kan svare igen, hvis du vil.</source>
        <translation>يمكنك الإجابة مرة أخرى إن أردت.</translation>
    </message>
</context>
</TS>
