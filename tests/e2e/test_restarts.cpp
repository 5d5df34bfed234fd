// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo_run/pictures.h"
#include "platform/demo_run/story.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace smiley::demo;

/// Each of the three programs is killed (SIGKILL) at random points: nothing thanked for is lost, nothing is doubled.
class TestRestarts : public QObject {
    Q_OBJECT

private slots:
    void killedAtAnyPointNothingIsLostAndNothingDoubled()
    {
        try {
            run();
        } catch (const Stopped& stopped) {
            QFAIL(stopped.what());
        }
    }

private:
    void run()
    {
        const auto seed = std::random_device{}();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        const auto upTo = [&](int ms) { return std::uniform_int_distribution<int>(0, ms)(random); };

        const QTemporaryDir folder;
        const Workshop workshop = openWorkshop(SMILEY_BIN_DIR, folder.filePath("demo"));
        Story story(workshop);
        smiley::demo::Display display(workshop, QSize(1280, 800));
        Stand stand(workshop, display, story.standFolder(), demoSettings(149.4));
        story.enrol();

        // One person, one tap; the stand is killed 0-40 ms after the finger has left the glass.
        constexpr int people = 14;
        int thanked = 0;
        for (int person = 0; person < people; ++person) {
            stand.presence(true);
            stand.tap(QStringLiteral("face%1").arg(person % 5 + 1), 10);
            if (person % 7 == 6) {
                stand.waitFor("banner", "invitation");
            } else {
                pause(upTo(40));
            }
            stand.process().kill();
            thanked += stand.shown("banner") == "invitation" ? 1 : 0;
            stand.restart();
        }
        Figures figures;
        readJournal(story.standFolder() + "/data", figures);
        QVERIFY2(figures.tapsInJournal >= thanked, "a tap that was thanked for is not in the journal");
        QVERIFY(figures.tapsInJournal <= people);
        QVERIFY(thanked >= 2);

        // At night the stand is killed while it closes and seals, sync and centre while they send and store.
        story.midnight();
        for (int round = 0; round < 4; ++round) {
            pause(upTo(1500));
            stand.process().kill();
            stand.restart();
            pause(upTo(600));
            story.sync().kill();
            story.restartSync();
            pause(upTo(300));
            story.centre().server().kill();
            story.centre().restart();
        }
        story.awaitReceipts(figures);
        story.packages(figures);
        // Every tap came from a person of their own.
        QCOMPARE(figures.stand.visits, figures.tapsInJournal);
        QCOMPARE(figures.centre, figures.stand);
        QCOMPARE(figures.package, figures.stand);
    }
};

QTEST_GUILESS_MAIN(TestRestarts)
#include "test_restarts.moc"
