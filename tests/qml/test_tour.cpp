// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// What test_geometry.cpp measures, where it doesn't go: while somebody listens, in every question of the other shipped
/// questionnaires, and on a panel that is none of ours.
///
/// SMILEY_SHOTS=folder keeps a picture of each.

#include "tests/qml/screens.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace smiley;
using namespace smiley::test;

namespace {

constexpr Panel otherPanel{"other", "12.8\"", {1024, 768}, 100, 940};

} // namespace

class TestTour : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(".*")); // of QML
        m_screens = std::make_unique<Screens>();
        m_wrong.clear();
    }

    void everyScreenOnAPanelThatIsNoneOfOurs_data();
    void everyScreenOnAPanelThatIsNoneOfOurs();
    void everyScreenWhileSomebodyListens_data() { addRows({"da", "en", "ar"}); }
    void everyScreenWhileSomebodyListens();
    void everyQuestionOfTheShippedSets_data();
    void everyQuestionOfTheShippedSets();

private:
    void look(const QString& screen, const QString& language, bool contrast);

    std::unique_ptr<Screens> m_screens;
    QStringList m_wrong;
};

void TestTour::look(const QString& screen, const QString& language, bool contrast)
{
    const Look look = contrast ? Look::Contrast : Look::Plain;
    m_screens->show(screen, language, look);
    const QString name = QString("%1-%2-%3-%4%5")
                             .arg(QTest::currentTestFunction(), QString(screen).replace(':', '_'),
                                  m_screens->panel().name, language, contrast ? "-contrast" : "");
    static_cast<void>(m_screens->window().grabWindow()); // lays out
    if (const QString folder = qEnvironmentVariable("SMILEY_SHOTS"); !folder.isEmpty()) {
        QDir().mkpath(folder);
        QVERIFY(m_screens->frame().save(folder + "/" + name + ".png"));
    }
    const Drawn drawn = drawnOn(m_screens->window());
    QVERIFY2(!drawn.targets.empty() && !drawn.texts.empty(), qPrintable(name));
    m_wrong << wrongOf(name, geometryOf(drawn, m_screens->panel(), look));
}

void TestTour::everyScreenOnAPanelThatIsNoneOfOurs_data()
{
    QTest::addColumn<bool>("contrast");
    QTest::newRow("plain") << false;
    QTest::newRow("contrast") << true;
}

void TestTour::everyScreenOnAPanelThatIsNoneOfOurs()
{
    QFETCH(bool, contrast);
    m_screens->mount(otherPanel);
    for (const QString& screen : m_screens->all()) {
        look(screen, "da", contrast);
    }
    QVERIFY2(m_wrong.isEmpty(), qPrintable("\n" + m_wrong.join('\n')));
}

void TestTour::everyScreenWhileSomebodyListens()
{
    QFETCH(int, panel);
    QFETCH(QString, language);
    QFETCH(bool, contrast);
    m_screens->mount(panels.at(static_cast<std::size_t>(panel)));
    m_screens->stage().listen(true);
    for (const QString& screen : m_screens->all()) {
        look(screen, language, contrast);
    }
    QVERIFY2(m_wrong.isEmpty(), qPrintable("\n" + m_wrong.join('\n')));
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
    m_screens->stage().useQuestionnaire(questionnaire);
    const core::Questionnaire& set = m_screens->stage().questionnaire();
    for (const std::size_t panel : {1U, 3U}) { // lying and standing: it takes its time
        m_screens->mount(panels.at(panel));
        for (const core::Language& language : set.languages) { // the slowest to change
            for (const bool contrast : {false, true}) {
                for (const core::Question& question : set.questions) {
                    if (question.kind != core::QuestionKind::Faces && question.kind != core::QuestionKind::Comment &&
                        core::isAskable(set, question, language.tag)) {
                        look("question:" + QString::fromStdString(question.id.text()),
                             QString::fromStdString(language.tag), contrast);
                    }
                }
            }
        }
    }
    QVERIFY2(m_wrong.isEmpty(), qPrintable("\n" + m_wrong.join('\n')));
}

QTEST_MAIN(TestTour)
#include "test_tour.moc"
