// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/floor_pages.h"
#include "app/ui/translations.h"

#include <QBuffer>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <functional>
#include <map>

using namespace smiley;

namespace {

/// Everything that a sentence may hang on, set so that there is a sentence.
struct Here {
    core::StandSettings settings;
    bool noCamera = true;
};

Here everything()
{
    Here here;
    here.settings.municipality = "Fjordby Kommune";
    here.settings.place = "Jobcenter Fjordby";
    here.settings.controllerContact = "dpo@fjordby.example";
    here.settings.presenceSensor = true;
    here.settings.roomCctv = true;
    here.settings.rawDays = 9;
    here.settings.smallestShown = 77;
    here.settings.helpPhone = "12 34 56 78";
    here.settings.helpHours = "man-fre 8-16";
    here.settings.comments =
        core::CommentSettings{.readBy = "Kommunikation", .deletedAfterDays = 33, .staffNames = {"A", "B", "C"}};
    return here;
}

/// How each setting becomes another one: the sentence that names it must not stay as it was.
const std::map<QString, std::function<void(Here&)>>& changes()
{
    static const std::map<QString, std::function<void(Here&)>> all{
        {"raw_days", [](Here& here) { here.settings.rawDays = 0; }},
        {"presence_sensor", [](Here& here) { here.settings.presenceSensor = false; }},
        {"comments", [](Here& here) { here.settings.comments.reset(); }},
        {"smallest_shown", [](Here& here) { ++here.settings.smallestShown; }},
        {"device_check", [](Here& here) { here.noCamera = false; }},
        {"room_cctv", [](Here& here) { here.settings.roomCctv = false; }},
        {"figures_hidden", [](Here& here) { here.settings.figuresHidden = !here.settings.figuresHidden; }},
        {"help_phone", [](Here& here) { here.settings.helpPhone.clear(); }},
        {"invite", [](Here& here) { here.settings.invite = !here.settings.invite; }},
    };
    return all;
}

using Made = std::vector<ui::Statements> (*)(const core::StandSettings&, bool);
constexpr std::array<Made, 2> both{ui::worksCouncilStatements, ui::receptionStatements};

QString textOf(Made made, const Here& here)
{
    QString text;
    for (const ui::Statements& group : made(here.settings, here.noCamera)) {
        for (const ui::Promise& sentence : group.sentences) {
            text += sentence.lead + '\n' + sentence.body + '\n';
        }
    }
    return text;
}

ui::Poster posterOf(const Here& here) { return {here.settings, here.noCamera, *core::Day::parse("2026-11-22"), false}; }

int pagesIn(const QByteArray& pdf) { return static_cast<int>(pdf.count("/Type /Page\n")); }

QByteArray pdfOf(const ui::PrintedPage& page)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return ui::writePdf(page, buffer) ? buffer.data() : QByteArray();
}

} // namespace

class TestFloorPages : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { m_translations.show("da"); }

    void everySentenceGoesWithItsSetting()
    {
        QSet<QString> seen;
        for (const Made made : both) {
            for (const bool hidden : {false, true}) {
                Here here = everything();
                here.settings.figuresHidden = hidden;
                here.settings.invite = !hidden;
                for (const ui::Statements& group : made(here.settings, here.noCamera)) {
                    for (const ui::Promise& sentence : group.sentences) {
                        if (sentence.setting.isEmpty()) {
                            continue;
                        }
                        seen << sentence.setting;
                        Here other = here;
                        const auto change = changes().find(sentence.setting);
                        QVERIFY2(change != changes().end(), qPrintable(sentence.setting));
                        change->second(other);
                        const QString stays = sentence.lead + '\n' + sentence.body + '\n';
                        QVERIFY2(textOf(made, here).contains(stays), qPrintable(stays));
                        QVERIFY2(!textOf(made, other).contains(stays), qPrintable(stays));
                    }
                }
            }
        }
        QCOMPARE(seen.size(), static_cast<qsizetype>(changes().size()));
    }

    void whatIsAlwaysTrueIsAlwaysSaid()
    {
        for (const Made made : both) {
            const QString bare = textOf(made, {core::StandSettings{}, false});
            for (const ui::Statements& group : made(everything().settings, true)) {
                for (const ui::Promise& sentence : group.sentences) {
                    if (sentence.setting.isEmpty()) {
                        QVERIFY2(bare.contains(sentence.lead + '\n' + sentence.body), qPrintable(sentence.body));
                    }
                }
            }
        }
    }

    void nothingIsPromisedOfWhatIsNotThere()
    {
        const QString bare = textOf(ui::worksCouncilStatements, {core::StandSettings{}, false});
        for (const char* id : {"staff.council.sensor", "staff.council.camera", "staff.council.cctv",
                               "staff.council.text.lead", "staff.council.names.lead"}) {
            QVERIFY2(!bare.contains(qtTrId(id)), id);
        }
        QVERIFY(!textOf(ui::receptionStatements, {core::StandSettings{}, false})
                     .contains(qtTrId("staff.reception.camera")));
    }

    void namesAreOnlyPromisedWhereThereIsAList()
    {
        Here here = everything();
        QVERIFY(textOf(ui::worksCouncilStatements, here).contains(qtTrId("staff.council.names.lead")));
        here.settings.comments->staffNames.clear();
        QVERIFY(!textOf(ui::worksCouncilStatements, here).contains(qtTrId("staff.council.names.lead")));
    }

    void bothLanguagesSayEverythingAndNameTheFigures_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("Danish") << "da";
        QTest::newRow("English") << "en";
    }
    void bothLanguagesSayEverythingAndNameTheFigures()
    {
        QFETCH(QString, language);
        QVERIFY(m_translations.show(language));
        const auto made = posterOf(everything());
        const QString council = ui::plainText(ui::worksCouncilPage(made));
        const QString reception = ui::plainText(ui::receptionPage(made));
        for (const QString& text : {council, reception}) {
            static const QRegularExpression untold("%|(staff|about|poster)\\.[a-z]"); // a place, or an id without words
            QVERIFY2(!text.contains(untold), qPrintable(text));
            QVERIFY(text.contains("Fjordby Kommune") && text.contains("dpo@fjordby.example"));
            QVERIFY(text.contains("12 34 56 78") && text.contains("2026-11-22"));
        }
        for (const char* figure : {"9 da", "77 ", "33 da", "Kommunikation", "30 da", "(3)"}) {
            QVERIFY2(council.contains(figure), figure);
        }
        m_translations.show("da");
    }

    void theWeekOnTheStandIsPromisedFromAsManyAnswersAsItIsShownFrom()
    {
        Here here = everything();
        const auto promised = [&](int smallest) {
            here.settings.smallestShown = smallest;
            return textOf(ui::worksCouncilStatements, here);
        };
        const auto sentence = [](int three, int five) { return qtTrId("staff.council.stand").arg(three).arg(five); };
        QVERIFY(promised(0).contains(sentence(10, 20)));
        QVERIFY(promised(15).contains(sentence(15, 20)));
        QVERIFY(promised(77).contains(sentence(77, 77)));
    }

    void theTwoLanguagesAreTwo()
    {
        const auto made = posterOf(everything());
        const QString danish = ui::plainText(ui::receptionPage(made));
        QVERIFY(m_translations.show("en"));
        QVERIFY(ui::plainText(ui::receptionPage(made)) != danish);
        m_translations.show("da");
    }

    void theyArePagesOfA4WithTheirFonts_data() { bothLanguagesSayEverythingAndNameTheFigures_data(); }
    void theyArePagesOfA4WithTheirFonts()
    {
        QFETCH(QString, language);
        QVERIFY(m_translations.show(language));
        const auto made = posterOf(everything());
        const QByteArray council = pdfOf(ui::worksCouncilPage(made));
        const QByteArray reception = pdfOf(ui::receptionPage(made));
        m_translations.show("da");
        QVERIFY(pagesIn(council) >= 1 && pagesIn(council) <= 2);
        QCOMPARE(pagesIn(reception), 1);
        for (const QByteArray& pdf : {council, reception}) {
            QVERIFY(pdf.startsWith("%PDF-"));
            QVERIFY(pdf.contains("/FontFile2"));
            QVERIFY2(pdf.contains("/MediaBox [0 0 595.000000 842.000000]"),
                     pdf.mid(pdf.indexOf("/MediaBox"), 60).constData());
        }
    }

    void aPageThatIsTooLongIsMadeSmaller()
    {
        ui::PrintedPage page = ui::receptionPage(posterOf(everything()));
        for (int more = 0; more < 3; ++more) {
            page.sections.insert(page.sections.end(), page.sections.begin(), page.sections.begin() + 2);
        }
        QCOMPARE(pagesIn(pdfOf(page)), 1);
        page.pagesMax = 9;
        QVERIFY(pagesIn(pdfOf(page)) > 1);
    }

private:
    ui::Translations m_translations;
};

QTEST_MAIN(TestFloorPages)
#include "test_floor_pages.moc"
