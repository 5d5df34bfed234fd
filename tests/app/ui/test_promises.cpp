// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/poster.h"
#include "app/ui/promises.h"
#include "app/ui/translations.h"
#include "platform/settings.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace smiley;

namespace {

/// Lines of stand.toml: the keys that a sentence may name.
using Lines = std::map<QString, QString>;
const Lines plain{{"presence_sensor", "false"}, {"raw_days", "3"}, {"smallest_shown", "10"}, {"room_cctv", "false"}};
const Lines full{{"presence_sensor", "true"}, {"raw_days", "9"}, {"smallest_shown", "77"}, {"room_cctv", "true"}};
/// What the program always does: the envelope's records have nothing finer (sync/wire/envelope.h).
const QString always = "about.keep";

core::StandSettings withComments()
{
    core::StandSettings settings;
    settings.comments = core::CommentSettings{.readBy = "Kommunikation", .deletedAfterDays = 33};
    return settings;
}

struct Case {
    Lines lines;
    bool comments = false;
    bool noCamera = false;
};

std::vector<ui::Promise> promisesOf(const Case& which)
{
    QString text;
    for (const auto& [key, value] : which.lines) {
        text += key + " = " + value + "\n";
    }
    auto settings = platform::parseStandSettings(text.toStdString(), "test");
    if (!settings) {
        qFatal("no such setting: %s", qPrintable(text));
    }
    if (which.comments) {
        settings->comments = withComments().comments;
    }
    return ui::promisesOf(*settings, which.noCamera);
}

/// The same but for one setting.
Case without(Case which, const QString& setting)
{
    if (setting == "comments") {
        which.comments = !which.comments;
    } else if (setting == "device_check") {
        which.noCamera = !which.noCamera;
    } else {
        QString& value = which.lines[setting]; // of a key that isn't in `plain`: the file is refused
        value = value == "true" ? "false" : value == "false" ? "true" : QString::number(value.toInt() + 1);
    }
    return which;
}

QString all(const core::StandSettings& settings, bool noCamera = false)
{
    QString text;
    for (const ui::Promise& promise : ui::promisesOf(settings, noCamera)) {
        text += promise.lead + " " + promise.body + "\n";
    }
    return text;
}

} // namespace

class TestPromises : public QObject {
    Q_OBJECT

private slots:
    void everySentenceHasASettingThatExistsAndChangesThatSentence();
    void aSentenceWithoutItsSettingIsNotThere();
    void theTextNamesTheSettingsFigures();
    void theDaysAreWordedRightly_data();
    void theDaysAreWordedRightly();
    void thePosterHasEverySentence_data();
    void thePosterHasEverySentence();
    void thePosterIsAPdfPage();
    void aPosterThatCannotBeWrittenIsSaid();

private:
    ui::Translations m_translations;
};

void TestPromises::everySentenceHasASettingThatExistsAndChangesThatSentence()
{
    QSet<QString> seen;
    for (const Lines& lines : {plain, full}) {
        for (const bool noCamera : {false, true}) {
            const Case here{lines, true, noCamera};
            for (const ui::Promise& promise : promisesOf(here)) {
                if (promise.setting.isEmpty()) {
                    QCOMPARE(promise.body, qtTrId(always.toUtf8().constData()));
                    continue;
                }
                seen << promise.setting;
                for (const ui::Promise& other : promisesOf(without(here, promise.setting))) {
                    for (const QString& line : promise.body.split('\n')) {
                        QVERIFY2(!other.body.contains(line), qPrintable(promise.setting + " leaves: " + line));
                    }
                }
            }
        }
    }
    QCOMPARE(seen.size(), static_cast<qsizetype>(plain.size()) + 2); // and comments, and what the machine finds
}

void TestPromises::aSentenceWithoutItsSettingIsNotThere()
{
    const core::StandSettings bare;
    QVERIFY(!all(bare).contains(qtTrId("about.sensor")));
    QVERIFY(!all(bare).contains(qtTrId("about.text.lead")));
    QVERIFY(!all(bare).contains(qtTrId("about.room.lead")));
    QVERIFY(!all(bare).contains(qtTrId("about.voluntary"))); // nobody knows how long somebody stands there
    QVERIFY(all(bare).contains(qtTrId("about.voluntary.soon")));
    QVERIFY(all(bare, true).contains(qtTrId("anon.nocamera")));
    QVERIFY(!all(bare, true).contains(qtTrId("anon.cctv")));
    core::StandSettings watched;
    watched.roomCctv = true;
    QVERIFY(all(watched).contains(qtTrId("anon.cctv")));
    QVERIFY(!all(watched).contains(qtTrId("anon.nocamera")));
}

void TestPromises::theTextNamesTheSettingsFigures()
{
    const QString text = all(withComments());
    QVERIFY2(text.contains("Kommunikation") && text.contains("33"), qPrintable(text));
    QVERIFY2(!text.contains('%'), qPrintable(text));
}

void TestPromises::theDaysAreWordedRightly_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("words");
    QTest::newRow("0") << 0 << "når dagen er slut";
    QTest::newRow("1") << 1 << "1 dag, efter";
    QTest::newRow("2") << 2 << "2 dage, efter";
    QTest::newRow("14") << 14 << "14 dage, efter";
}

void TestPromises::theDaysAreWordedRightly()
{
    QFETCH(int, days);
    QFETCH(QString, words);
    core::StandSettings settings;
    settings.rawDays = days;
    QVERIFY2(all(settings).contains(words), qPrintable(all(settings)));
}

void TestPromises::thePosterHasEverySentence_data()
{
    QTest::addColumn<QString>("language");
    const QStringList files = QDir(":/i18n").entryList({"smileystand_*.qm"});
    QVERIFY(files.size() >= 9);
    for (const QString& file : files) {
        const QString tag = file.section('_', 1).chopped(3);
        QTest::newRow(qPrintable(tag)) << tag;
    }
}

void TestPromises::thePosterHasEverySentence()
{
    QFETCH(QString, language);
    QVERIFY(m_translations.show(language));
    core::StandSettings settings = withComments();
    settings.municipality = "Fjordby Kommune";
    settings.controllerContact = "dpo@fjordby.example";
    settings.presenceSensor = true;
    settings.roomCctv = true;
    const QString text = ui::plainText(ui::posterPage({settings, true, *core::Day::parse("2026-11-22"), false}));
    const auto promises = ui::promisesOf(settings, true);
    QCOMPARE(promises.size(), 8U);
    for (const ui::Promise& promise : promises) {
        QVERIFY2(text.contains(promise.lead) && text.contains(promise.body), qPrintable(promise.lead));
    }
    for (const char* named : {"Fjordby Kommune", "dpo@fjordby.example", "2026-11-22", "33"}) {
        QVERIFY2(text.contains(named), named);
    }
    QVERIFY2(!text.contains('%') && !text.contains("about.") && !text.contains("poster."), qPrintable(text));
    m_translations.show("da");
}

void TestPromises::thePosterIsAPdfPage()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("poster.pdf");
    QVERIFY(ui::writePdfFile(ui::posterPage({withComments(), true, *core::Day::parse("2026-11-22"), true}), file));
    QFile pdf(file);
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    const QByteArray bytes = pdf.readAll();
    QVERIFY(bytes.startsWith("%PDF-"));
    QCOMPARE(bytes.count("/Type /Page\n"), 1);
}

void TestPromises::aPosterThatCannotBeWrittenIsSaid()
{
    QVERIFY(!ui::writePdfFile({}, "/nowhere/at/all/poster.pdf"));
    QVERIFY(!ui::writePdfFile({}, "/dev/full"));
}

QTEST_MAIN(TestPromises)
#include "test_promises.moc"
