// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Nothing moves at rest, and with reduced motion nothing moves at all (EN 301 549 4.2.9 and 11.7; qml/README.md).

#include "app/ui/visitor_window.h"
#include "tests/qml/stage.h"

#include <QTest>

#include <array>
#include <memory>

using namespace smiley;

namespace {

constexpr int fadesMs = 400; ///< longer than any fade
/// From frame to frame: whatever blinks as fast as an eye notices is caught in both its states.
constexpr std::array restMs{70, 110, 130, 170, 230};
constexpr int oneFrameMs = 40;

} // namespace

class TestStill : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        ui::chooseRenderer();
        m_window = std::make_unique<ui::VisitorWindow>(*m_stage.visitor(), *m_stage.stand(), QSize(1280, 800));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_window->window()));
    }

    void aScreenAtRestStandsStill_data()
    {
        QTest::addColumn<QString>("screen");
        for (const char* screen : {"faces", "marked", "invite", "thanks", "changed", "haveIt", "withdrawn", "trouble",
                                   "faceFirst", "about", "ticket:first", "ticket:taken", "languages", "question:F1",
                                   "question:B1", "comment", "comment:removed", "timeOut"}) {
            QTest::newRow(screen) << screen;
        }
    }
    void aScreenAtRestStandsStill()
    {
        QFETCH(QString, screen);
        m_stage.set("reducedMotion", false);
        m_stage.show(screen, "da", false);
        QTest::qWait(fadesMs);
        const QImage before = m_window->window().grabWindow();
        for (const int ms : restMs) {
            QTest::qWait(ms);
            QVERIFY(m_window->window().grabWindow() == before);
        }
    }

    void aPageFadesInUnlessMotionIsReduced_data()
    {
        QTest::addColumn<bool>("reduced");
        QTest::addColumn<bool>("contrast");
        QTest::newRow("as it is") << false << false;
        QTest::newRow("reduced by the settings") << true << false;
        QTest::newRow("Kontrast") << false << true;
    }
    void aPageFadesInUnlessMotionIsReduced()
    {
        QFETCH(bool, reduced);
        QFETCH(bool, contrast);
        m_stage.set("reducedMotion", reduced);
        m_stage.show("faces", "da", contrast);
        QTest::qWait(fadesMs);
        m_stage.show("question:B1", "da", contrast);
        QTest::qWait(oneFrameMs);
        const QImage atOnce = m_window->window().grabWindow();
        QTest::qWait(fadesMs);
        QCOMPARE(atOnce == m_window->window().grabWindow(), reduced || contrast);
    }

private:
    test::Stage m_stage;
    std::unique_ptr<ui::VisitorWindow> m_window;
};

QTEST_MAIN(TestStill)
#include "test_still.moc"
