// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store.h"
#include "platform/demo_run/pictures.h"
#include "platform/demo_run/story.h"
#include "tests/support/fakes.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace smiley;
using namespace smiley::demo;

/// A new member of staff at a real stand: the centre's first PIN, the real program in a real window, a finger on the
/// glass. SMILEY_SHOTS: a folder for pictures of what they saw.
class TestStaff : public QObject {
    Q_OBJECT

private slots:
    void aNewMemberOfStaffAddsAQuestionAndLooksAround()
    {
        try {
            run();
        } catch (const Stopped& stopped) {
            QFAIL(stopped.what());
        }
    }

private:
    static constexpr int betweenKeysMs = 120; ///< of a finger that knows its way

    static constexpr int checkedMs = 2500; ///< a PIN takes up to a second

    static void type(Stand& stand, const QString& keys)
    {
        for (const QChar key : keys) {
            stand.tap(key == ' ' ? QStringLiteral("key-space") : QStringLiteral("key-") + key);
            pause(betweenKeysMs);
        }
    }

    static void enter(Stand& stand, const QString& pin)
    {
        for (const QChar digit : pin) {
            stand.tap(QStringLiteral("staff-digit") + digit);
            pause(betweenKeysMs);
        }
        shot(stand, "digits");
        stand.tap("staff-enter");
        pause(checkedMs);
    }

    static void shot(const Stand& stand, const QString& name)
    {
        const QString shots = qEnvironmentVariable("SMILEY_SHOTS");
        if (!shots.isEmpty()) {
            stand.picture(shots + "/real-" + name + ".png");
        }
    }

    static std::size_t taps(const QString& database)
    {
        test::SeededRandom random;
        const auto store = store::Store::open(database.toStdString(), random);
        const auto rows = (*store)->rows(core::Sequence{}, 10'000);
        std::size_t count = 0;
        for (const core::Row& row : *rows) {
            count += std::holds_alternative<core::Tap>(row.event.content) ? 1U : 0U;
        }
        return count;
    }

    static QStringList audited(const QString& database)
    {
        test::SeededRandom random;
        const auto store = store::Store::open(database.toStdString(), random);
        const auto rows = (*store)->auditRows(0, 1000);
        QStringList words;
        for (const store::AuditRow& row : *rows) {
            words << QString::fromStdString(row.who + " " + row.what);
        }
        return words;
    }

    void run()
    {
        const QTemporaryDir folder;
        const Workshop workshop = openWorkshop(SMILEY_BIN_DIR, folder.filePath("demo"));
        Story story(workshop);
        smiley::demo::Display display(workshop, QSize(1280, 800));
        Stand stand(workshop, display, story.standFolder(), demoSettings(149.4));
        story.enrol();
        const QString database = story.standFolder() + "/data/stand.sqlite";

        stand.presence(true);
        stand.tap("face4");
        stand.waitFor("banner", "invitation");
        QElapsedTimer time;
        time.start();
        constexpr QPoint mark{60, 50};
        display.press(mark);
        pause(3300);
        display.release(mark);
        shot(stand, "pin");
        enter(stand, story.firstPin());
        const QString own = "48273915";
        enter(stand, own);
        enter(stand, own);
        shot(stand, "first-run");
        stand.tap("staff-cctv-no");
        stand.tap("staff-setting-save");
        stand.tap("staff-page-questions");
        shot(stand, "questions");
        stand.tap("staff-add");
        stand.tap("staff-new-degree");
        stand.tap("staff-question-text");
        type(stand, "er her rart at vente");
        shot(stand, "typing");
        stand.tap("staff-typing-done");
        shot(stand, "written");
        stand.tap("staff-save");
        shot(stand, "save");
        stand.tap("staff-publish");
        stand.tap("staff-page-overview");
        shot(stand, "overview");
        stand.tap("staff-page-data");
        shot(stand, "data");
        stand.tap("staff-close");
        qInfo("from the faces to a published question and back: %lld s", time.elapsed() / 1000);

        const std::size_t before = taps(database);
        QCOMPARE(before, std::size_t{1}); // the visitor's alone
        stand.tap("face2");
        stand.waitFor("banner", "invitation");
        QCOMPARE(taps(database), before + 1);
        const QStringList words = audited(database);
        for (const char* word : {"centre people-changed", "mette-eksempel pin-chosen",
                                 "mette-eksempel settings-changed", "mette-eksempel questionnaire-published"}) {
            QVERIFY2(words.contains(word), qPrintable(words.join(", ")));
        }
    }
};

QTEST_GUILESS_MAIN(TestStaff)
#include "test_staff.moc"
