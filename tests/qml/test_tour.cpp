// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// A tour of every screen in every language, lying and standing, plain and with high contrast: no QML warning, no text
/// cut off, nothing to tap that is smaller than a finger, nothing to read that is smaller than the smallest text.
///
/// SMILEY_SHOTS=folder keeps a picture of each.

#include "app/ui/fonts.h"
#include "app/ui/targets.h"
#include "app/ui/visitor_window.h"
#include "tests/qml/stage.h"
#include "tests/support/fake_speech.h"

#include <QDir>
#include <QQuickItem>
#include <QTest>

#include <memory>
#include <utility>

using namespace smiley;

namespace {

QStringList warnings; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void keepWarning(QtMsgType type, const QMessageLogContext& /*context*/, const QString& message)
{
    if (type != QtDebugMsg && type != QtInfoMsg) {
        warnings << message;
    }
    fprintf(stderr, "%s\n", qPrintable(message));
}

} // namespace

class TestTour : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        ui::chooseRenderer();
        qInstallMessageHandler(keepWarning);
        m_window =
            std::make_unique<ui::VisitorWindow>(*m_stage.visitor(), *m_stage.stand(), QSize(1280, 800), &m_speech);
        m_stage.set("reducedMotion", true);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_window->window()));
    }

    void everyScreen_data();
    void everyScreen();
    void everyScreenWhileSomebodyListens_data();
    void everyScreenWhileSomebodyListens();
    void everyQuestionOfTheShippedSets_data();
    void everyQuestionOfTheShippedSets();

private:
    void place(const QString& panel)
    {
        const bool standing = panel == "standing";
        const QSize size = panel == "tall"   ? QSize(1024, 768)
                           : panel == "wide" ? QSize(1920, 1080)
                           : standing        ? QSize(1080, 1920)
                                             : QSize(1280, 800);
        m_stage.settings().panelDpi = panel == "tall" ? 100.0 : panel == "wide" ? 141.0 : standing ? 102.4 : 149.0;
        m_stage.applySettings();
        m_window->window().resize(size);
        QTRY_COMPARE(m_window->window().contentItem()->size().toSize(), size);
    }
    void look(const QString& name);
    void read(QQuickItem* item);

    test::FakeSpeech m_speech;
    test::Stage m_stage;
    std::unique_ptr<ui::VisitorWindow> m_window;
};

void TestTour::look(const QString& name)
{
    QTest::qWait(qEnvironmentVariableIsSet("SMILEY_SHOTS") ? 100 : 5);
    if (const QString folder = qEnvironmentVariable("SMILEY_SHOTS"); !folder.isEmpty()) {
        QDir().mkpath(folder);
        QVERIFY(m_window->window().grabWindow().save(folder + "/" + name + ".png"));
    }
    const double pxPerMm = m_stage.stand()->pxPerMm();
    const QRectF panel(QPointF(0, 0), QSizeF(m_window->window().size()));
    const std::vector<ui::Target> targets = ui::targetsOf(m_window->window());
    QVERIFY(!targets.empty());
    for (const ui::Target& target : targets) {
        const QByteArray who = (name + " " + target.name).toUtf8();
        QVERIFY2(!target.accessible.isEmpty(), who);
        const double least = (target.name.startsWith("key-") ? 15 : 20) * pxPerMm - 1;
        QVERIFY2(target.rect.width() >= least && target.rect.height() >= least, who);
        QVERIFY2(panel.contains(target.rect), who);
        for (const ui::Target& other : targets) {
            const QByteArray both = who + " over " + other.name.toUtf8();
            QVERIFY2(target.name == other.name || !target.rect.intersects(other.rect), both);
        }
    }
    read(m_window->window().contentItem());
    QCOMPARE(std::exchange(warnings, {}), QStringList());
}

/// Every visible text of the tree: inside the panel, wholly shown, and large enough.
void TestTour::read(QQuickItem* item)
{
    if (!item->isVisible() || item->opacity() == 0) {
        return;
    }
    const QString text = item->property("text").toString();
    if (item->inherits("QQuickText") && !text.isEmpty()) {
        const QByteArray who = text.toUtf8() + " in " + item->parentItem()->metaObject()->className();
        const QFont font = item->property("font").value<QFont>();
        const double smallest = 21.0 / 149 * 25.4 * m_stage.stand()->pxPerMm();
        QVERIFY2(!item->property("truncated").toBool(), who);
        QVERIFY2(item->property("contentWidth").toDouble() <= item->width() + 1, who);
        const QByteArray heights = who + " " + QByteArray::number(item->property("contentHeight").toDouble()) + " > " +
                                   QByteArray::number(item->height());
        QVERIFY2(item->property("contentHeight").toDouble() <= item->height() + 2, heights);
        QVERIFY2(font.pixelSize() >= qRound(smallest), who);
        const QRectF rect = item->mapRectToScene(QRectF(QPointF(0, 0), item->size()));
        QVERIFY2(QRectF(-1, -1, m_window->window().width() + 2, m_window->window().height() + 2).contains(rect), who);
    }
    for (QQuickItem* child : item->childItems()) {
        read(child);
    }
}

void TestTour::everyScreen_data()
{
    QTest::addColumn<QString>("screen");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("panel");
    QTest::addColumn<bool>("contrast");
    for (const char* screen : {"faces", "marked", "invite", "thanks", "changed", "haveIt", "withdrawn", "trouble",
                               "faceFirst", "about", "languages", "question:F1", "question:B1", "timeOut", "comment",
                               "comment:empty", "comment:full", "comment:removed", "thanks:removed"}) {
        for (const char* language : {"da", "da-x-let", "en", "ar"}) {
            for (const char* panel : {"lying", "standing", "wide", "tall"}) {
                // The other panels once: what differs between languages is the length of the texts.
                if ((QString(panel) == "wide" || QString(panel) == "tall") && QString(language) != "da") {
                    continue;
                }
                for (const bool contrast : {false, true}) {
                    const QString name =
                        QString("%1-%2-%3%4")
                            .arg(QString(screen).replace(':', '_'), panel, language, contrast ? "-contrast" : "");
                    QTest::newRow(qPrintable(name)) << screen << language << panel << contrast;
                }
            }
        }
    }
}

void TestTour::everyScreen()
{
    QFETCH(QString, screen);
    QFETCH(QString, language);
    QFETCH(QString, panel);
    QFETCH(bool, contrast);
    place(panel);
    m_stage.set("roomCctv", screen == "faceFirst" || screen == "about"); // the longest footer
    m_stage.show(screen, language, contrast);
    if (screen.startsWith("question:")) {
        m_stage.mark(screen.endsWith("F1") ? QStringList{"wait", "goals"} : QStringList{"4"});
    }
    look(QTest::currentDataTag());
}

void TestTour::everyScreenWhileSomebodyListens_data()
{
    QTest::addColumn<QString>("screen");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("panel");
    QTest::addColumn<bool>("contrast");
    for (const char* screen :
         {"faces", "invite", "changed", "trouble", "question:F1", "question:B1", "timeOut", "comment"}) {
        for (const char* language : {"da", "en", "ar"}) {
            for (const char* panel : {"lying", "standing"}) {
                for (const bool contrast : {false, true}) {
                    const QString name =
                        QString("listening-%1-%2-%3%4")
                            .arg(QString(screen).replace(':', '_'), panel, language, contrast ? "-contrast" : "");
                    QTest::newRow(qPrintable(name)) << screen << language << panel << contrast;
                }
            }
        }
    }
}

void TestTour::everyScreenWhileSomebodyListens()
{
    m_stage.listen(true);
    everyScreen();
    m_stage.listen(false);
}

void TestTour::everyQuestionOfTheShippedSets_data()
{
    QTest::addColumn<QString>("questionnaire");
    for (const char* name : {"exit-poll", "rotation", "btu", "courses"}) {
        QTest::newRow(name) << name;
    }
}

void TestTour::everyQuestionOfTheShippedSets()
{
    QFETCH(QString, questionnaire);
    m_stage.useQuestionnaire(questionnaire);
    for (const char* panel : {"lying", "standing"}) {
        place(panel);
        for (const core::Question& question : m_stage.questionnaire().questions) {
            for (const core::Language& language : m_stage.questionnaire().languages) {
                if (question.kind == core::QuestionKind::Faces || question.kind == core::QuestionKind::Comment ||
                    !core::isAskable(m_stage.questionnaire(), question, language.tag)) {
                    continue;
                }
                for (const bool contrast : {false, true}) {
                    m_stage.show("question:" + QString::fromStdString(question.id.text()),
                                 QString::fromStdString(language.tag), contrast);
                    look(QString("%1-%2-%3-%4%5")
                             .arg(questionnaire, panel, QString::fromStdString(question.id.text()),
                                  QString::fromStdString(language.tag), contrast ? "-contrast" : ""));
                }
            }
        }
    }
}

QTEST_MAIN(TestTour)
#include "test_tour.moc"
