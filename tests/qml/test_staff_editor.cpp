// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/staff_desk.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <set>

// The question editor as staff use it: real touches, the real store, the real window. The questionnaire is "btu": one
// question of it is local (L1).

using namespace smiley;
using namespace smiley::test;
using ui::EditorModel;
using ui::StaffSession;

class TestStaffEditor : public QObject {
    Q_OBJECT

private slots:
    void aQuestionIsChangedByTheKeyboardAndSavedForTheNextOpeningDay()
    {
        Desk desk;
        desk.press("staff-question-L1");
        const QString before = desk.text();
        QVERIFY(!before.isEmpty());
        desk.reach("staff-question-text");
        desk.write("staff-question-text", "er her rart at vente");
        QCOMPARE(desk.text().toLower(), QString("er her rart at vente"));
        desk.touch("staff-save");
        desk.shot("editor-publish");
        desk.touch("staff-publish");

        QVERIFY2(!desk.model().noticeWarns(), qPrintable(desk.model().notice()));
        QVERIFY(!desk.model().isChanged());
        const outbox::LocalState local = desk.local();
        QVERIFY(local.waiting && local.waiting->from);
        QCOMPARE(local.waiting->by, std::string("mette"));
        QVERIFY(*local.waiting->from > core::localTime(desk.clock.now().wall).day);
        QVERIFY(whats(desk.audit()).contains("questionnaire-published"));
        // Nobody is asked it before that day …
        const auto question = [&] {
            return std::ranges::any_of(desk.asked().questions, [](const core::Question& each) {
                const auto words = each.text.find("da");
                return words != each.text.end() && words->second.starts_with("Er her rart");
            });
        };
        QVERIFY(!question());
        desk.touch("staff-close");
        desk.world.goTo(1, 9);
        desk.tick();
        QVERIFY(question()); // … and then everybody is.
    }

    void theDayItStartsOnIsSaidInTheLanguageOfTheScreens()
    {
        Desk desk;
        QVERIFY(desk.model().startDay().endsWith("dag"));
        QVERIFY(desk.model().startDate().startsWith(desk.model().startDay() + " "));
        desk.session().changeLanguage();
        QVERIFY2(desk.model().startDay().endsWith("day"), qPrintable(desk.model().startDay()));
        QVERIFY(desk.model().startDate().startsWith(desk.model().startDay() + " "));
        QVERIFY(desk.model().publish(false)); // its sentence is Danish
        QVERIFY2(desk.model().notice().contains("dag "), qPrintable(desk.model().notice()));
    }

    void theStripSaysTheMinutesInWhichNobodyCouldAnswerToday()
    {
        Desk desk;
        desk.world.pass(5 * 60'000);
        desk.room->overview()->refresh();
        const auto minutes = [&] { return desk.find("staff-strip")->property("minutes").toInt(); };
        QVERIFY(desk.until([&] { return minutes() >= 5; }));
    }

    void aDraftIsThrownAwayOnlyAfterOneMoreQuestion()
    {
        Desk desk;
        desk.press("staff-question-L1");
        desk.press("staff-hide");
        desk.touch("staff-save");
        desk.press("staff-discard");
        QVERIFY(desk.model().isChanged());
        desk.shot("editor-discard");
        desk.press("staff-discard-keep");
        QVERIFY(desk.model().isChanged());
        desk.press("staff-discard");
        desk.press("staff-discard-sure");
        QVERIFY(!desk.model().isChanged());
    }

    void whatCannotBeSavedSaysItsFault()
    {
        Desk desk;
        desk.touch("staff-add");
        desk.press("staff-new-choices"); // no words yet
        QVERIFY(!desk.model().faults().isEmpty());
        desk.press("staff-save");
        desk.shot("editor-publish-faults");
        const QQuickItem* const discard = desk.find("staff-discard"); // disabled ones aren't found
        QVERIFY(discard != nullptr);
        const auto beside = discard->parentItem()->childItems();
        const auto now = std::ranges::find(beside, "staff-publish-now", &QQuickItem::objectName);
        QVERIFY(now != beside.end() && !(*now)->isEnabled());
        QCOMPARE((*now)->property("detail").toString(), desk.model().faults().front());
    }

    void oneIsAddedInTwoLanguages()
    {
        Desk desk;
        desk.touch("staff-add");
        desk.shot("editor-add");
        desk.press("staff-new-choices");
        const QString id = desk.model().chosen();
        QVERIFY(desk.order().contains(id));
        desk.reach("staff-question-text");
        desk.write("staff-question-text", "hvad mangler du her");
        desk.press("staff-choices");
        desk.press("staff-option-0");
        desk.touch("staff-typing-cancel");
        desk.write("staff-option-0", "kaffe");
        desk.reach("staff-option-1");
        desk.write("staff-option-1", "ro");
        QCOMPARE(desk.model().faults().size(), 1); // six after the faces are one too many
        desk.touch("staff-page-back");
        QVERIFY(desk.find("staff-faults") != nullptr);
        desk.shot("editor-too-many");
        desk.press("staff-question-L1");
        desk.press("staff-hide");
        desk.press("staff-question-" + id);
        desk.press("staff-condition");
        for (const char* name : {"staff-after-P0", "staff-after-answer-desk", "staff-after-answer-meeting"}) {
            desk.press(name); // at the desk alone
        }
        desk.touch("staff-page-back");
        QVERIFY2(desk.model().faults().isEmpty(), qPrintable(desk.model().faults().join("; ")));
        desk.press("staff-choices");
        desk.shot("editor-choices");
        desk.reach("staff-language-en");
        desk.touch("staff-language-en");
        desk.reach("staff-option-0");
        desk.write("staff-option-0", "coffee");
        desk.reach("staff-option-1");
        desk.write("staff-option-1", "quiet");
        desk.touch("staff-page-back");
        desk.press("staff-languages");
        desk.reach("staff-other-text");
        desk.write("staff-other-text", "what do you miss here");
        desk.shot("editor-languages");
        const core::Questionnaire& written = desk.model().draft().questionnaire();
        const core::Question& question = *written.find(*core::QuestionId::parse(id.toStdString()));
        QVERIFY(core::isAskable(written, question, "en"));
        QVERIFY(!core::isAskable(written, question, "ar"));
        desk.touch("staff-page-back");
        QVERIFY(desk.find("staff-missing") != nullptr); // said openly: Arabic is skipped
        desk.touch("staff-save");
        desk.touch("staff-publish");
        QVERIFY2(!desk.model().noticeWarns(), qPrintable(desk.model().notice()));
        QVERIFY(desk.local().waiting);
    }

    void arabicIsWrittenWithItsOwnKeys()
    {
        Desk desk;
        desk.press("staff-question-L1");
        desk.touch("staff-language-ar");
        desk.press("staff-question-text");
        QVERIFY(desk.find("key-ش") != nullptr);
        desk.touch("key-ش");
        desk.shot("editor-typing-ar");
        desk.touch("staff-typing-done");
        QVERIFY(desk.text().endsWith("ش"));
    }

    void theCoachSpeaksWhileOneWritesAndStopsNobody()
    {
        Desk desk;
        desk.press("staff-question-L1");
        desk.press("staff-question-text");
        for (const QChar letter : QString("og hvad med det ene og det andet og det tredje og det fjerde")) {
            desk.touch(letter == ' ' ? "key-space" : "key-" + QString(letter));
        }
        desk.shot("editor-typing");
        QVERIFY(!desk.model()
                     .adviceTo("text", "da", desk.text() + " og hvad med det ene og det andet og det tredje")
                     .isEmpty());
        desk.touch("staff-typing-done");
        QVERIFY(desk.text().endsWith("fjerde"));
        QVERIFY(desk.model().advice().first().toMap().value("consider").toBool());
        QVERIFY(desk.find("staff-advice") != nullptr);
        QVERIFY(desk.model().faults().isEmpty());
    }

    void aRowIsDraggedByItsHandle()
    {
        Desk desk;
        desk.addTwo();
        const QStringList before = desk.order();
        const int from = static_cast<int>(before.indexOf("L3"));
        QCOMPARE(before.at(from - 1), QString("L5"));
        desk.reach("staff-question-L3");
        const QPoint start = desk.middleOf("staff-handle-L3");
        const QPoint end =
            start - QPoint(0, desk.middleOf("staff-question-L3").y() - desk.middleOf("staff-question-L5").y());
        desk.drag(start, end);
        QCOMPARE(desk.order().indexOf("L3"), from - 1);
        QCOMPARE(desk.order().indexOf("L5"), from);
        desk.shot("editor-dragged");
        desk.drag(desk.middleOf("staff-handle-L3"), desk.middleOf("staff-handle-L3") + QPoint(0, 4)); // too short
        QCOMPARE(desk.order().indexOf("L3"), from - 1);
    }

    void buttonsMoveARowAndUndoTakesItBack()
    {
        Desk desk;
        desk.addTwo();
        const QStringList before = desk.order();
        desk.model().choose("L3");
        desk.settle();
        desk.press("staff-move-up");
        QCOMPARE(desk.order().indexOf("L3"), before.indexOf("L3") - 1);
        desk.touch("staff-undo");
        QCOMPARE(desk.order(), before);
        desk.touch("staff-redo");
        QVERIFY(desk.order() != before);
        desk.press("staff-move-down");
        QCOMPARE(desk.order(), before);
    }

    void whatTheCentreLockedStaysAsItIs()
    {
        Desk desk;
        const core::Questionnaire before = desk.model().draft().questionnaire();
        desk.press("staff-question-P0");
        QVERIFY(desk.find("staff-locked") != nullptr); // it says who locked it
        desk.shot("editor-locked");
        for (const char* name : {"staff-question-text", "staff-remove", "staff-hide", "staff-hide-now", "staff-move-up",
                                 "staff-kind-degree", "staff-condition"}) {
            QVERIFY2(desk.find(name) == nullptr, name);
        }
        QVERIFY(desk.find("staff-handle-P0") == nullptr);
        const QPoint row = desk.middleOf("staff-question-P0");
        desk.drag(row - QPoint(100, 0), row + QPoint(-100, 260));
        EditorModel& model = desk.model();
        model.choose("P0");
        model.write("text", "da", "Noget andet?");
        model.setKind(EditorModel::Comment);
        model.remove();
        model.setHidden(true);
        model.moveDown();
        model.move("P0", 3);
        model.toggleFace(1);
        QVERIFY(!model.hideNow());
        QVERIFY(desk.model().draft().questionnaire() == before);
        QVERIFY(!desk.local().waiting && !desk.local().inForce);
    }

    void aConditionIsChosenByFacesAndAnswers()
    {
        Desk desk;
        desk.press("staff-question-L1");
        desk.press("staff-condition");
        for (const char* face : {"staff-face-3", "staff-face-4", "staff-face-5"}) {
            desk.press(face);
        }
        desk.press("staff-after-any");
        desk.press("staff-after-P0"); // the first of its answers, until others are chosen
        desk.shot("editor-condition");
        const core::Condition condition =
            desk.model().draft().questionnaire().find(*core::QuestionId::parse("L1"))->askIf.value();
        QVERIFY(condition.faces == (std::set{static_cast<core::Face>(1), static_cast<core::Face>(2)}));
        QCOMPARE(condition.question->text(), std::string("P0"));
        QCOMPARE(condition.options.size(), std::size_t{1});
        desk.press("staff-after-any");
        desk.touch("staff-page-back");
        QVERIFY(!desk.model().question().value("condition").toString().isEmpty());
    }

    void whoBecomesAReaderInsideMayChangeNothingFromTheNextTouchOn()
    {
        Desk desk;
        QVERIFY(desk.find("staff-add") != nullptr);
        QSignalSpy importing(desk.room->stick(), &ui::StickModel::changed);
        desk.makeMetteAReader();
        desk.configure(questionnaireNamed("btu"));
        importing.clear();
        desk.session().touched();
        desk.settle();
        QCOMPARE(desk.session().phase(), ui::StaffSession::Inside);
        QVERIFY(desk.find("staff-add") == nullptr); // shown, but not to be pressed
        QVERIFY(!desk.model().canEdit());
        QVERIFY(!desk.room->stick()->canImport());
        QVERIFY(!importing.isEmpty());
    }

    void aReaderSeesAllAndChangesNothing()
    {
        Desk desk(panels[1], false);
        const core::Questionnaire before = desk.model().draft().questionnaire();
        desk.press("staff-question-L1");
        desk.shot("editor-reader");
        for (const char* name : {"staff-add", "staff-question-text", "staff-remove", "staff-hide-now", "staff-save",
                                 "staff-move-up", "staff-handle-L1"}) {
            QVERIFY2(desk.find(name) == nullptr, name);
        }
        EditorModel& model = desk.model();
        model.write("text", "da", "Noget andet?");
        model.remove();
        QVERIFY(!model.add(EditorModel::Degree));
        QVERIFY(!model.hideNow());
        QVERIFY(!model.publish(false));
        QVERIFY(model.draft().questionnaire() == before);
        desk.touch("staff-rehearse");
        QCOMPARE(desk.session().phase(), StaffSession::Rehearsing);
    }

    void nothingIsOutsideItsPanel_data()
    {
        QTest::addColumn<int>("panel");
        for (std::size_t i = 0; i < panels.size(); ++i) {
            QTest::newRow(panels.at(i).name) << static_cast<int>(i);
        }
    }
    void nothingIsOutsideItsPanel()
    {
        QFETCH(int, panel);
        Desk desk(panels.at(static_cast<std::size_t>(panel)));
        desk.addTwo();
        desk.model().choose("L1");
        desk.shot("editor");
        const bool steps = desk.find("staff-step-look") != nullptr;
        const auto inside = [&](const char* name) {
            QQuickItem* const item = desk.find(name);
            QVERIFY2(item != nullptr, name);
            const QRectF rect = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
            QVERIFY2(QRectF(0, 0, panels.at(static_cast<std::size_t>(panel)).pixels.width(),
                            panels.at(static_cast<std::size_t>(panel)).pixels.height())
                         .contains(rect),
                     name);
            const double least = panels.at(static_cast<std::size_t>(panel)).pxPerMm() * 20;
            QVERIFY2(rect.height() >= least - 1 && rect.width() >= least - 1, name);
        };
        inside("staff-add");
        inside("staff-undo");
        inside("staff-history");
        if (steps) {
            desk.press("staff-question-L1");
            desk.shot("editor-step-question");
            inside("staff-step-next");
            desk.touch("staff-step-next");
            desk.shot("editor-step-look");
        }
        inside("staff-rehearse");
        inside("staff-save");
        desk.touch("staff-save");
        desk.shot("editor-publish");
        desk.touch("staff-page-back");
        if (steps) {
            desk.touch("staff-step-list");
        }
        desk.touch("staff-add");
        desk.shot("editor-add");
        desk.touch("staff-page-back");
        desk.touch("staff-history");
        desk.shot("editor-history");
        desk.touch("staff-page-back");
        if (steps) {
            desk.press("staff-question-L1");
        }
        for (const char* language : {"da", "en", "ar"}) {
            desk.press(QString("staff-language-") + language);
            desk.press("staff-question-text");
            while (desk.find("staff-typed")->property("text").toString().size() < 100) {
                desk.touch(desk.find("key-e") != nullptr ? "key-e" : "key-ش");
                desk.touch("key-space");
            }
            inside("staff-typing-done");
            inside("staff-typing-cancel");
            desk.shot(QString("editor-typing-") + language);
            desk.touch("staff-typing-cancel");
        }
        desk.press("staff-condition");
        desk.shot("editor-condition");
        desk.touch("staff-page-back");
        desk.press("staff-languages");
        desk.touch("staff-language-ar");
        desk.shot("editor-languages");
        desk.touch("staff-page-back");
        desk.press("staff-choices");
        desk.shot("editor-choices");
        desk.touch("staff-page-back");
        if (steps) {
            desk.touch("staff-step-next");
        }
        desk.touch("staff-rehearse");
        desk.shot("editor-rehearsal");
        desk.touch("face1");
        desk.until([&] { return desk.model().rehearsal()->visitor()->banner() != ui::VisitorModel::NoBanner; });
        desk.shot("editor-rehearsal-thanks");
    }
};

QTEST_MAIN(TestStaffEditor)
#include "test_staff_editor.moc"
