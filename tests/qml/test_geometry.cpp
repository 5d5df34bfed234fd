// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Every screen of the visitor, in every language, on every panel, plain and with Kontrast, in millimetres: what can be
/// pressed is large enough, far enough apart, within reach and has a name, what can be read is large enough and whole.
///
/// SMILEY_REPORT=folder writes each figure and annotated pictures (tests/geometry-report).

#include "tests/qml/report.h"
#include "tests/qml/screens.h"

#include <QRegularExpression>
#include <QTest>

#include <map>
#include <memory>

using namespace smiley;
using namespace smiley::test;

class TestGeometry : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_screens = std::make_unique<Screens>();
        if (const QString folder = qEnvironmentVariable("SMILEY_REPORT"); !folder.isEmpty()) {
            m_report = std::make_unique<Report>(folder);
        }
    }

    void init() { QTest::failOnWarning(QRegularExpression(".*")); } // of QML
    void everyScreenFitsHandAndEye_data();
    void everyScreenFitsHandAndEye();

    void cleanupTestCase()
    {
        if (m_report) {
            m_report->finish();
        }
    }

private:
    std::unique_ptr<Screens> m_screens;
    std::unique_ptr<Report> m_report;
};

void TestGeometry::everyScreenFitsHandAndEye_data() { addRows(m_screens->languages()); }

void TestGeometry::everyScreenFitsHandAndEye()
{
    QFETCH(int, panel);
    QFETCH(QString, language);
    QFETCH(bool, contrast);
    const Look look = contrast ? Look::Contrast : Look::Plain;
    m_screens->mount(panels.at(static_cast<std::size_t>(panel)));
    QStringList wrong;
    for (const QString& screen : m_screens->all()) {
        m_screens->show(screen, language, look);
        // Lays out, too.
        const QImage frame = m_report ? m_screens->frame() : m_screens->window().grabWindow();
        const Drawn drawn = drawnOn(m_screens->window());
        QVERIFY2(!drawn.targets.empty() && !drawn.texts.empty(), qPrintable(screen));
        std::vector<Figure> figures = geometryOf(drawn, m_screens->panel(), look);
        wrong << wrongOf(screen, figures);
        if (m_report) {
            const std::vector<Figure> contrasts = contrastOf(drawn, frame, look);
            figures.insert(figures.end(), contrasts.begin(), contrasts.end());
            m_report->add({screen, language, look, m_screens->panel()}, drawn, figures, frame);
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable("\n" + wrong.join('\n')));
}

QTEST_MAIN(TestGeometry)
#include "test_geometry.moc"
