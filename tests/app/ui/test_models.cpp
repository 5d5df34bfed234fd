// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/face_image_provider.h"
#include "app/ui/fonts.h"
#include "app/ui/stand_info.h"
#include "app/ui/visitor_model.h"

#include <QAbstractItemModelTester>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <cstdlib>
#include <vector>

using namespace smiley;

namespace {

core::Screen question(std::vector<bool> marks)
{
    core::Screen screen;
    screen.page = core::Screen::Page::Question;
    screen.kind = core::QuestionKind::Choices;
    screen.language = "da";
    int number = 0;
    for (const bool marked : marks) {
        const std::string id = "o" + std::to_string(++number);
        screen.options.push_back({id, "Valg " + id, "wait", marked});
    }
    return screen;
}

} // namespace

class TestModels : public QObject {
    Q_OBJECT

private slots:
    void theModelMirrorsTheScreen()
    {
        ui::VisitorModel model([](const core::VisitEvent&) {});
        QSignalSpy changed(&model, &ui::VisitorModel::screenChanged);
        core::Screen screen;
        screen.language = "ar";
        screen.direction = core::Direction::RightToLeft;
        screen.banner = core::Banner::HaveIt;
        screen.overlay = core::Overlay::TimeOut;
        screen.marked = core::Face::Good;
        screen.faceLabels = {"a", "b", "c", "d", "e"};
        model.setScreen(screen);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.banner(), ui::VisitorModel::HaveItBanner);
        QCOMPARE(model.overlay(), ui::VisitorModel::TimeOutOverlay);
        QCOMPARE(model.marked(), 4);
        QVERIFY(model.rightToLeft());
        QCOMPARE(model.faceLabels().join(""), QStringLiteral("abcde"));
    }

    void theLanguageIsToldBeforeTheScreen()
    {
        ui::VisitorModel model([](const core::VisitEvent&) {});
        QStringList order;
        connect(&model, &ui::VisitorModel::languageChanged, this, [&](const QString& tag) { order << tag; });
        connect(&model, &ui::VisitorModel::screenChanged, this, [&] { order << "screen"; });
        core::Screen screen;
        screen.language = "en";
        model.setScreen(screen);
        model.setScreen(screen);
        QCOMPARE(order.join(' '), QStringLiteral("en screen screen"));
    }

    void aMarkChangesOneRowAndKeepsTheOthers()
    {
        ui::VisitorModel model([](const core::VisitEvent&) {});
        const QAbstractItemModelTester tester(model.options(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setScreen(question({false, false, false}));
        QSignalSpy reset(model.options(), &QAbstractItemModel::modelReset);
        QSignalSpy changed(model.options(), &QAbstractItemModel::dataChanged);
        model.setScreen(question({false, true, false}));
        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        QCOMPARE(model.markedCount(), 1);
        model.setScreen(question({false, false}));
        QCOMPARE(reset.count(), 1);
    }

    void everyCallSendsItsEvent()
    {
        std::vector<core::VisitEvent> sent;
        ui::VisitorModel model([&](core::VisitEvent event) { sent.push_back(std::move(event)); });
        model.tapFace(5);
        model.tapFace(0);
        model.tapFace(6);
        model.toggle("o1");
        model.toggle("not an id!");
        model.chooseLanguage("ar");
        model.accept();
        model.next();
        model.back();
        model.skip();
        model.stop();
        model.withdraw();
        model.nextPerson();
        model.toggleContrast();
        model.openAbout();
        model.openLanguages();
        model.closeOverlay();
        model.touched();
        QCOMPARE(sent.size(), 15U);
        QCOMPARE(std::get<core::FaceTapped>(sent[0]).face, core::Face::VeryGood);
        QCOMPARE(std::get<core::OptionToggled>(sent[1]).option.text(), std::string("o1"));
        QCOMPARE(std::get<core::LanguageChosen>(sent[2]).language, std::string("ar"));
        QVERIFY(std::holds_alternative<core::InvitationAccepted>(sent[3]));
        QVERIFY(std::holds_alternative<core::NextPersonPressed>(sent[9]));
        QVERIFY(std::holds_alternative<core::Touched>(sent[14]));
    }

    void anApprovedTextIsShownOnlyInALanguageItIsIn()
    {
        core::StandSettings settings;
        settings.saidDone =
            core::SaidDone{{{"da", "Ventetiden"}, {"en", "The wait"}}, {{"da", "Tavle"}, {"en", "Board"}}};
        settings.panelDpi = 254;
        const core::Language easy{.tag = "da-x-let", .name = "Let dansk", .fallback = "da"};
        const core::Questionnaire questionnaire{.hash = *core::Hash::parse(std::string(64, 'a')),
                                                .id = "t",
                                                .title = "T",
                                                .languages = {{"da", "Dansk"}, easy, {"en", "English"}}};
        ui::StandInfo info;
        info.setConfiguration(questionnaire, settings, 96);
        QCOMPARE(info.pxPerMm(), 10.0);
        // Of the settings' languages only those that the questionnaire has.
        QCOMPARE(info.languages().size(), 3);
        QCOMPARE(info.languages()[2].toMap()["name"].toString(), QStringLiteral("English"));
        info.setLanguage("da-x-let");
        QCOMPARE(info.said(), QStringLiteral("Ventetiden"));
        info.setLanguage("en");
        QCOMPARE(info.done(), QStringLiteral("Board"));
        info.setLanguage("ar");
        QVERIFY(info.said().isEmpty());
    }

    void facesAreDrawnInTheirOwnColoursAndInContrast()
    {
        ui::FaceImageProvider provider;
        for (int face = 1; face <= 5; ++face) {
            const QImage own = provider.requestImage(QString::number(face), nullptr, QSize(120, 120));
            const QImage contrast =
                provider.requestImage(QStringLiteral("%1/contrast").arg(face), nullptr, QSize(120, 120));
            QCOMPARE(own.size(), QSize(120, 120));
            // The cheek is head, the eye is feature.
            QCOMPARE(contrast.pixelColor(25, 75), QColor(Qt::white));
            QCOMPARE(contrast.pixelColor(42, 59), QColor(Qt::black));
            QVERIFY(own.pixelColor(25, 75) != QColor(Qt::white));
            QCOMPARE(own.pixelColor(42, 59), QColor("#16232E"));
            QCOMPARE(own.pixelColor(0, 0).alpha(), 0);
        }
        QVERIFY(ui::faceSvg(6, false).isEmpty());
    }

    void theFacesAreToldApartByTheirShapeAloneAtFortyPixels()
    {
        ui::FaceImageProvider provider;
        std::vector<QImage> grey; // all heads are white in high contrast, so that only brows and mouth differ
        for (int face = 1; face <= 5; ++face) {
            QImage drawn(40, 40, QImage::Format_RGB32);
            drawn.fill(Qt::white);
            QPainter(&drawn).drawImage(
                0, 0, provider.requestImage(QStringLiteral("%1/contrast").arg(face), nullptr, QSize(40, 40)));
            grey.push_back(drawn.convertToFormat(QImage::Format_Grayscale8));
        }
        for (std::size_t one = 0; one < grey.size(); ++one) {
            for (std::size_t other = one + 1; other < grey.size(); ++other) {
                int different = 0;
                for (int y = 0; y < 40; ++y) {
                    for (int x = 0; x < 40; ++x) {
                        different +=
                            std::abs(qGray(grey[one].pixel(x, y)) - qGray(grey[other].pixel(x, y))) > 80 ? 1 : 0;
                    }
                }
                QVERIFY2(different >= 20, qPrintable(QStringLiteral("faces %1 and %2 differ in %3 points of 1600")
                                                         .arg(one + 1)
                                                         .arg(other + 1)
                                                         .arg(different)));
            }
        }
    }

    void theFontsAreInstalled() { QCOMPARE(ui::missingFonts().join(", "), QString()); }
};

QTEST_MAIN(TestModels)
#include "test_models.moc"
