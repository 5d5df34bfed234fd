// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/staff_desk.h"

#include "app/staff/history.h"

#include <QPointer>
#include <QTest>

#include <algorithm>
#include <set>

// What counts of what staff wrote, since when, and what is only tried: hidden at once, restored, kept as a draft, rehearsed.

using namespace smiley;
using namespace smiley::test;
using ui::EditorModel;
using ui::StaffSession;

class TestStaffVersions : public QObject {
    Q_OBJECT

private slots:
    void aLocalQuestionIsHiddenAtOnceAlsoAfterAnAnswer()
    {
        Desk desk;
        desk.touch("staff-close");
        desk.visitor.tapFace(4);
        desk.settle();
        QCOMPARE(desk.taps(), std::size_t{1});
        desk.world.pass(120'000);
        desk.loop->handle(core::VisitEvent{core::Ticked{}});
        desk.signInAgain();
        desk.touch("staff-page-questions");
        desk.press("staff-question-L1");
        QVERIFY(!desk.model().question().value("hidden").toBool());
        desk.press("staff-hide-now");
        QVERIFY2(!desk.model().noticeWarns(), qPrintable(desk.model().notice()));
        desk.tick();
        QVERIFY(desk.asked().find(*core::QuestionId::parse("L1"))->hidden);
        QVERIFY(whats(desk.audit()).contains("question-hidden"));
        QVERIFY(!desk.model().isChanged());

        // What does more than hide waits for tomorrow: an answer was given.
        QVERIFY(desk.model().addFromLibrary("L5"));
        QVERIFY(!desk.model().canStartNow());
        QVERIFY(!desk.model().publish(true));
        QVERIFY(desk.model().noticeWarns());
    }

    void aVersionIsRestored()
    {
        Desk desk;
        desk.model().choose("L1");
        desk.model().remove();
        QVERIFY(desk.model().addFromLibrary("L5"));
        desk.model().askAfter("P0");
        desk.model().toggleAnswer("desk");
        desk.model().toggleAnswer("meeting");                                    // no longer: five after the faces
        QVERIFY2(desk.model().publish(true), qPrintable(desk.model().notice())); // nobody has answered yet
        QVERIFY(desk.asked().find(*core::QuestionId::parse("L5")) != nullptr);
        desk.model().choose("L5");
        desk.model().remove();
        QVERIFY(desk.model().publish(true));
        QVERIFY(desk.asked().find(*core::QuestionId::parse("L5")) == nullptr);
        desk.settle();

        desk.touch("staff-history");
        QCOMPARE(desk.model().versions().size(), 2);
        desk.touch("staff-version-1");
        QVERIFY(!desk.model().versionChanges().isEmpty());
        desk.shot("editor-history-two");
        desk.touch("staff-restore");
        QVERIFY2(!desk.model().noticeWarns(), qPrintable(desk.model().notice()));
        QVERIFY(whats(desk.audit()).contains("questionnaire-restored"));
        desk.touch("staff-close");
        desk.world.goTo(1, 9);
        desk.tick();
        QVERIFY(desk.asked().find(*core::QuestionId::parse("L5")) != nullptr);
    }

    void theDraftOutlivesLeaving()
    {
        Desk desk;
        desk.addTwo();
        const QStringList order = desk.order();
        desk.touch("staff-close");
        desk.settle();
        QVERIFY(desk.until([&] { return desk.room->editor() == nullptr; }));
        desk.signInAgain();
        QCOMPARE(desk.order(), order);
        QVERIFY(desk.model().isChanged());
        QVERIFY(desk.asked().find(*core::QuestionId::parse("L5")) == nullptr);
    }

    void aTriedVisitIsTheDraftAndNeverCounts()
    {
        Desk desk;
        desk.addTwo();
        desk.touch("staff-rehearse");
        QCOMPARE(desk.session().phase(), StaffSession::Rehearsing);
        const std::size_t rows = desk.reading->rows(core::Sequence{}, 10'000)->size();
        desk.shot("editor-rehearsal");
        ui::VisitorModel* tried = desk.model().rehearsal()->visitor();
        desk.touch("face2");
        QVERIFY(desk.until([&] { return tried->banner() == ui::VisitorModel::InvitationBanner; }));
        desk.touch("yes");
        QVERIFY(desk.until([&] { return tried->page() == ui::VisitorModel::QuestionPage; }));
        for (int question = 0; question < 12 && tried->page() == ui::VisitorModel::QuestionPage; ++question) {
            const QString id = tried->options()->data(tried->options()->index(0), Qt::UserRole + 1).toString();
            desk.touch("option-" + id);
            desk.shot("editor-rehearsal-question");
            desk.touch("next");
        }
        QCOMPARE(tried->page(), ui::VisitorModel::FacesPage);
        QCOMPARE(tried->banner(), ui::VisitorModel::ThanksBanner);
        QCOMPARE(desk.taps(), std::size_t{0});
        QCOMPARE(desk.reading->rows(core::Sequence{}, 10'000)->size(), rows);
        QVERIFY(desk.visitor.isClosed());

        tried->chooseLanguage("ar");
        QVERIFY(desk.until([&] { return tried->rightToLeft(); }));
        tried->toggleContrast();
        desk.settle();
        desk.shot("editor-rehearsal-ar");
        desk.touch("staff-rehearsal-end");
        QCOMPARE(desk.session().phase(), StaffSession::Inside);
        desk.settle();
        QVERIFY(desk.model().rehearsal() == nullptr);
        QVERIFY(desk.find("staff-rehearsal") == nullptr);
        desk.shot("editor-after");
        QVERIFY(whats(desk.audit()).contains("rehearsed"));
        QCOMPARE(desk.taps(), std::size_t{0});

        desk.touch("staff-rehearse"); // and away from the middle of it
        desk.session().close();
        desk.settle();
        QVERIFY(!desk.visitor.isClosed());
        desk.touch("face2"); // this one is a visitor's
        QCOMPARE(desk.taps(), std::size_t{1});

        // Who comes in before the pages of before are gone gets models of their own.
        desk.signInAgain();
        QVERIFY(desk.room->editor() != nullptr);
        QPointer<EditorModel> before = desk.room->editor();
        desk.touch("staff-page-questions");
        desk.session().close();
        QVERIFY(desk.room->editor() == nullptr);
        desk.signInAgain();
        QVERIFY(before.isNull() || desk.room->editor() != before);
        desk.touch("staff-page-questions");
        QVERIFY(desk.until([&] { return before.isNull(); }));
        QVERIFY(desk.find("staff-question-L1") != nullptr);
    }
};

QTEST_MAIN(TestStaffVersions)
#include "test_staff_versions.moc"
