<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-FileCopyrightText: 2026 Smileystand contributors
     SPDX-License-Identifier: GPL-3.0-or-later -->
<TS version="2.1" language="tr_TR" sourcelanguage="da_DK">
<context>
    <name></name>
    <message id="about.cctv.lead">
        <source>Tv-overvågning</source>
        <translation>Güvenlik kamerası</translation>
    </message>
    <message id="about.controller">
        <source>Dataansvarlig: %1</source>
        <translation>Verilerden sorumlu: %1</translation>
    </message>
    <message id="about.keep">
        <source>hvilket ansigt du trykkede på, dine svar, og hvilken dag og del af dagen.</source>
        <translation>Dokunduğunuz yüz, yanıtlarınız, hangi gün ve günün hangi bölümü.</translation>
    </message>
    <message id="about.keep.lead">
        <source>Vi gemmer,</source>
        <translation>Sakladıklarımız</translation>
    </message>
    <message id="about.room.lead">
        <source>Kamera og mikrofon</source>
        <translation>Kamera ve mikrofon</translation>
    </message>
    <message id="about.sensor">
        <source>mærker, om nogen står her. Den tager ikke billeder.</source>
        <translation>burada biri olup olmadığını fark eder. Resim çekmez.</translation>
    </message>
    <message id="about.sensor.lead">
        <source>En føler</source>
        <translation>Bir algılayıcı</translation>
    </message>
    <message id="about.sent">
        <source>dine svar med dag og del af dagen. Jobcentret ser kun tal for mindst %1 svar.</source>
        <translation>Yanıtlarınız, gün ve günün bölümü. İş merkezi yalnızca en az %1 yanıtın sayılarını görür.</translation>
    </message>
    <message id="about.sent.lead">
        <source>Vi sender videre</source>
        <translation>İlettiklerimiz</translation>
    </message>
    <message id="about.text">
        <source>læses kun af %1. Det slettes %2 dage, efter at det er sendt.</source>
        <translation>yalnızca %1 tarafından okunur. Gönderildikten %2 gün sonra silinir.</translation>
    </message>
    <message id="about.text.lead">
        <source>Det, du skriver,</source>
        <translation>Yazdıklarınız</translation>
    </message>
    <message id="about.time">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det %1 dage, efter at dagen er slut.</source>
        <translation>bu cihazda kalır. Birkaç kez dokunulup dokunulmadığını gösterir. Gün bittikten %1 gün sonra sileriz.</translation>
    </message>
    <message id="about.time.atonce">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det, når dagen er slut.</source>
        <translation>bu cihazda kalır. Birkaç kez dokunulup dokunulmadığını gösterir. Gün bitince sileriz.</translation>
    </message>
    <message id="about.time.lead">
        <source>Det præcise tidspunkt</source>
        <translation>Kesin zaman</translation>
    </message>
    <message id="about.time.oneday">
        <source>bliver på standen. Det viser, om der er trykket flere gange. Vi sletter det 1 dag, efter at dagen er slut.</source>
        <translation>bu cihazda kalır. Birkaç kez dokunulup dokunulmadığını gösterir. Gün bittikten 1 gün sonra sileriz.</translation>
    </message>
    <message id="about.title">
        <source>Om dit svar</source>
        <translation>Bilgi</translation>
    </message>
    <message id="about.voluntary">
        <source>Vi spørger ikke, hvem du er. Du kan fortryde dit svar, mens du står her.</source>
        <translation>Kim olduğunuzu sormuyoruz. Burada dururken yanıtınızı geri alabilirsiniz.</translation>
    </message>
    <message id="about.voluntary.lead">
        <source>Det er frivilligt</source>
        <translation>Katılım isteğe bağlıdır</translation>
    </message>
    <message id="about.voluntary.soon">
        <source>Vi spørger ikke, hvem du er. Du kan fortryde dit svar lige efter at du har trykket.</source>
        <translation>Kim olduğunuzu sormuyoruz. Dokunduktan hemen sonra yanıtınızı geri alabilirsiniz.</translation>
    </message>
    <message id="anon.case">
        <source>Svaret kommer ikke i din sag.</source>
        <translation>Yanıtınız dosyanıza girmez.</translation>
    </message>
    <message id="anon.cctv">
        <source>Der er tv-overvågning i lokalet. Den hører ikke til standen.</source>
        <translation>Odada kamera var. Bu cihaza ait değil.</translation>
    </message>
    <message id="anon.nocamera">
        <source>Standen har hverken kamera eller mikrofon.</source>
        <translation>Bu cihazda kamera ve mikrofon yok.</translation>
    </message>
    <message id="anon.short">
        <source>Uden navn</source>
        <translation>İsimsiz</translation>
    </message>
    <message id="anon.title">
        <source>Vi spørger ikke, hvem du er</source>
        <translation>Kim olduğunuzu sormuyoruz</translation>
    </message>
    <message id="comment.addressfound">
        <source>Vi har fjernet en mailadresse eller et link.</source>
        <translation>Bir e-posta adresini veya bağlantıyı sildik.</translation>
    </message>
    <message id="comment.cprfound">
        <source>Vi har fjernet et nummer, der ligner et CPR-nummer.</source>
        <translation>CPR numarasına benzeyen bir numarayı sildik.</translation>
    </message>
    <message id="comment.help">
        <source>Har du brug for hjælp nu? Gå til skranken. Ved fare: ring 112.</source>
        <translation>Şimdi yardıma mı ihtiyacınız var? Danışmaya gidin. Tehlikede: 112’yi arayın.</translation>
    </message>
    <message id="comment.help.lead">
        <source>Vi kan ikke svare dig her.</source>
        <translation>Size burada yanıt veremeyiz.</translation>
    </message>
    <message id="comment.left">
        <source>%1 tegn tilbage</source>
        <translation>%1 karakter kaldı</translation>
    </message>
    <message id="comment.namefound">
        <source>Vi har fjernet et navn.</source>
        <translation>Bir ismi sildik.</translation>
    </message>
    <message id="comment.notkept">
        <source>Vi kan ikke gemme din tekst lige nu.</source>
        <translation>Metninizi şu anda kaydedemiyoruz.</translation>
    </message>
    <message id="comment.notkept.rest">
        <source>Tryk en gang til, eller gå til skranken.</source>
        <translation>Bir kez daha basın veya danışmaya gidin.</translation>
    </message>
    <message id="comment.numberfound">
        <source>Vi har fjernet et nummer.</source>
        <translation>Bir numarayı sildik.</translation>
    </message>
    <message id="comment.rest">
        <source>Resten af din tekst er her stadig.</source>
        <translation>Metninizin kalanı hâlâ burada.</translation>
    </message>
    <message id="keyboard.erase">
        <source>Slet</source>
        <translation>Sil</translation>
    </message>
    <message id="keyboard.letters">
        <source>Bogstaver</source>
        <translation>Harfler</translation>
    </message>
    <message id="keyboard.name">
        <source>Tastatur</source>
        <translation>Klavye</translation>
    </message>
    <message id="keyboard.newline">
        <source>Ny linje</source>
        <translation>Yeni satır</translation>
    </message>
    <message id="keyboard.shift">
        <source>Store bogstaver</source>
        <translation>Büyük harfler</translation>
    </message>
    <message id="keyboard.signs">
        <source>Tal og tegn</source>
        <translation>Sayılar ve işaretler</translation>
    </message>
    <message id="keyboard.space">
        <source>Mellemrum</source>
        <translation>Boşluk</translation>
    </message>
    <message id="lang.more">
        <source>Flere
sprog</source>
        <translation>Diğer
diller</translation>
    </message>
    <message id="nav.back">
        <source>Tilbage</source>
        <translation>Geri</translation>
    </message>
    <message id="nav.close">
        <source>Luk</source>
        <translation>Kapat</translation>
    </message>
    <message id="nav.done">
        <source>Færdig</source>
        <translation>Bitti</translation>
    </message>
    <message id="nav.finish">
        <source>Stop her</source>
        <translation>Burada bitir</translation>
    </message>
    <message id="nav.next">
        <source>Næste</source>
        <translation>İleri</translation>
    </message>
    <message id="nav.nextperson">
        <source>Jeg er
den næste</source>
        <translation>Sıradaki
benim</translation>
    </message>
    <message id="nav.skip">
        <source>Spring over</source>
        <translation>Atla</translation>
    </message>
    <message id="poster.made">
        <source>Lavet %1 ud fra standens indstillinger.</source>
        <translation>%1 tarihinde cihazın ayarlarından hazırlandı.</translation>
    </message>
    <message id="poster.title">
        <source>Om dit svar på standen</source>
        <translation>Cihazdaki yanıtınız hakkında</translation>
    </message>
    <message id="progress">
        <source>Spørgsmål %1 af %2</source>
        <translation>Soru %1 / %2</translation>
    </message>
    <message id="q.visit.first">
        <source>Tryk først på et ansigt. Så kommer spørgsmålene.</source>
        <translation>Önce bir yüze dokunun. Sorular sonra gelir.</translation>
    </message>
    <message id="q.visit.hint">
        <source>Tryk på det ansigt, der passer bedst.</source>
        <translation>En uygun yüze dokunun.</translation>
    </message>
    <message id="q.visit.hint.large">
        <source>Tryk på et ansigt.</source>
        <translation>Bir yüze dokunun.</translation>
    </message>
    <message id="q.visit.next">
        <source>Næste: %1</source>
        <translation>Sıradaki: %1</translation>
    </message>
    <message id="reason.chosen">
        <source>Du har valgt %1.</source>
        <translation>%1 seçtiniz.</translation>
    </message>
    <message id="repeat.have">
        <source>Tak. Vi har dit svar.</source>
        <translation>Teşekkürler. Yanıtınız bizde.</translation>
    </message>
    <message id="repeat.haveb">
        <source>Er det en ny person?</source>
        <translation>Bu yeni bir kişi mi?</translation>
    </message>
    <message id="repeat.updated">
        <source>Dit svar er ændret.</source>
        <translation>Yanıtınız değiştirildi.</translation>
    </message>
    <message id="repeat.updatedb">
        <source>Du kan ændre det igen.</source>
        <translation>Yeniden değiştirebilirsiniz.</translation>
    </message>
    <message id="said.done">
        <source>Vi gjorde:</source>
        <translation>Biz yaptık:</translation>
    </message>
    <message id="said.said">
        <source>I sagde:</source>
        <translation>Siz dediniz:</translation>
    </message>
    <message id="speech.again">
        <source>%1. Tryk igen.</source>
        <translation>%1. Yeniden basın.</translation>
    </message>
    <message id="speech.chosen">
        <source>Valgt. Tryk igen for at svare.</source>
        <translation>Seçildi. Yanıtlamak için yeniden basın.</translation>
    </message>
    <message id="speech.key">
        <source>Tast %1: %2.</source>
        <translation>Tuş %1: %2.</translation>
    </message>
    <message id="speech.label">
        <source>%1. Tryk igen for at svare.</source>
        <translation>%1. Yanıtlamak için yeniden basın.</translation>
    </message>
    <message id="speech.louder">
        <source>Højere</source>
        <translation>Daha yüksek</translation>
    </message>
    <message id="speech.marked">
        <source>%1, valgt</source>
        <translation>%1, seçildi</translation>
    </message>
    <message id="speech.more">
        <source>Tast næste: flere valg.</source>
        <translation>İleri tuşu: daha fazla seçenek.</translation>
    </message>
    <message id="speech.novoice">
        <source>Der er ingen oplæsning på %1.</source>
        <translation>%1 dilinde sesli okuma yok.</translation>
    </message>
    <message id="speech.number">
        <source>Tast %1.</source>
        <translation>Tuş %1.</translation>
    </message>
    <message id="speech.onscreen">
        <source>Spørgsmålet står på skærmen. Sæt høretelefoner i for at høre det.</source>
        <translation>Soru ekranda. Duymak için kulaklık takın.</translation>
    </message>
    <message id="speech.secret">
        <source>Tast.</source>
        <translation>Tuş.</translation>
    </message>
    <message id="speech.softer">
        <source>Lavere</source>
        <translation>Daha alçak</translation>
    </message>
    <message id="speech.timeout">
        <source>Tryk på skærmen eller på en tast for at fortsætte.</source>
        <translation>Devam etmek için ekrana dokunun veya bir tuşa basın.</translation>
    </message>
    <message id="speech.volume">
        <source>Lydstyrke %1 af %2.</source>
        <translation>Ses düzeyi %1 / %2.</translation>
    </message>
    <message id="thanks.board">
        <source>Se resultatet på tavlen ved udgangen.</source>
        <translation>Sonucu çıkıştaki panoda görebilirsiniz.</translation>
    </message>
    <message id="thanks.done">
        <source>Tak. Dine svar er gemt.</source>
        <translation>Teşekkürler. Yanıtlarınız kaydedildi.</translation>
    </message>
    <message id="thanks.more">
        <source>Vil du svare på %1 mere?
Du kan stoppe når som helst.</source>
        <translation>%1 soru daha yanıtlar mısınız?
İstediğiniz an bırakabilirsiniz.</translation>
    </message>
    <message id="thanks.saved">
        <source>Tak. Dit svar er gemt.</source>
        <translation>Teşekkürler. Yanıtınız kaydedildi.</translation>
    </message>
    <message id="thanks.undo">
        <source>Fortryd
mit svar</source>
        <translation>Yanıtımı
geri al</translation>
    </message>
    <message id="thanks.yes">
        <source>Ja, gerne</source>
        <translation>Evet</translation>
    </message>
    <message id="ticket.day">
        <source>Kortet gælder til en anden dag.</source>
        <translation>Kart başka bir gün için.</translation>
    </message>
    <message id="ticket.first">
        <source>Vis dit kort, og tryk så på et ansigt.</source>
        <translation>Kartınızı gösterin, sonra bir yüze dokunun.</translation>
    </message>
    <message id="ticket.free">
        <source>Du kan svare uden kort.</source>
        <translation>Kartsız da yanıt verebilirsiniz.</translation>
    </message>
    <message id="ticket.help">
        <source>Spørg gerne i skranken.</source>
        <translation>Lütfen danışmaya sorun.</translation>
    </message>
    <message id="ticket.needed">
        <source>Tak. I dag tæller svar kun med et kort.</source>
        <translation>Teşekkürler. Bugün yanıtlar yalnızca kartla sayılıyor.</translation>
    </message>
    <message id="ticket.once">
        <source>Et kort gælder til ét svar.</source>
        <translation>Bir kart bir yanıt içindir.</translation>
    </message>
    <message id="ticket.retry">
        <source>Prøv igen, eller svar uden kort.</source>
        <translation>Yeniden deneyin ya da kartsız yanıt verin.</translation>
    </message>
    <message id="ticket.retry.help">
        <source>Prøv igen, eller spørg i skranken.</source>
        <translation>Yeniden deneyin ya da danışmaya sorun.</translation>
    </message>
    <message id="ticket.stand">
        <source>Kortet hører til en anden stand.</source>
        <translation>Kart başka bir cihaz için.</translation>
    </message>
    <message id="ticket.taken">
        <source>Kortet er læst.</source>
        <translation>Kart okundu.</translation>
    </message>
    <message id="ticket.unchecked">
        <source>Vi kan ikke tjekke kortet lige nu.</source>
        <translation>Kartı şu anda denetleyemiyoruz.</translation>
    </message>
    <message id="ticket.unread">
        <source>Vi kan ikke læse kortet.</source>
        <translation>Kartı okuyamıyoruz.</translation>
    </message>
    <message id="ticket.unread.now">
        <source>Vi kan ikke læse kort lige nu.</source>
        <translation>Kartları şu anda okuyamıyoruz.</translation>
    </message>
    <message id="ticket.used">
        <source>Kortet er brugt.</source>
        <translation>Kart kullanılmış.</translation>
    </message>
    <message id="ticket.voluntary">
        <source>Det er frivilligt.</source>
        <translation>İsteğe bağlı.</translation>
    </message>
    <message id="timeout.body">
        <source>Tryk hvor som helst for at fortsætte.</source>
        <translation>Devam etmek için herhangi bir yere dokunun.</translation>
    </message>
    <message id="timeout.else">
        <source>Ellers gemmer vi dine svar og starter forfra.</source>
        <translation>Yoksa yanıtlarınızı kaydedip baştan başlarız.</translation>
    </message>
    <message id="timeout.more">
        <source>Fortsæt</source>
        <translation>Devam et</translation>
    </message>
    <message id="timeout.title">
        <source>Er du her stadig?</source>
        <translation>Hâlâ burada mısınız?</translation>
    </message>
    <message id="tool.contrast">
        <source>Kontrast</source>
        <translation>Kontrast</translation>
    </message>
    <message id="tool.read">
        <source>Læs højt</source>
        <translation>Sesli oku</translation>
    </message>
    <message id="trouble.body">
        <source>Dit tryk bliver ikke gemt. Sig det gerne i skranken.</source>
        <translation>Dokunuşunuz kaydedilmiyor. Lütfen danışmaya söyleyin.</translation>
    </message>
    <message id="trouble.title">
        <source>Kan ikke tage imod svar lige nu</source>
        <translation>Şu anda yanıt alınamıyor</translation>
    </message>
    <message id="visit.voluntary">
        <source>Frivilligt. Et tryk er nok.</source>
        <translation>İsteğe bağlı. Bir dokunuş yeter.</translation>
    </message>
    <message id="withdrawn">
        <source>Dit svar tæller ikke med.</source>
        <translation>Yanıtınız sayılmayacak.</translation>
    </message>
    <message id="withdrawn.b">
        <source>Du kan svare igen, hvis du vil.</source>
        <translation>İsterseniz yeniden yanıtlayabilirsiniz.</translation>
    </message>
</context>
</TS>
