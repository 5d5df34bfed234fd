// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Speech mode: what the room hears, and what the next visitor finds. The real core and window, a voice without sound.

#include "tests/qml/listening.h"

#include <QTest>

using namespace smiley;
using namespace smiley::test;

namespace {

/// A comment of its own for those who were not satisfied, and one for the others.
void askCommentsByFace(StandWorld& world)
{
    auto changed = std::make_shared<kiosk::Configuration>(*world.configured);
    std::vector<core::Question>& questions = changed->questionnaire.questions;
    core::Question praise = questions.back();
    questions.back().text["da"] = "Hvad gik galt?";
    questions.back().askIf = core::Condition{.faces = {core::Face::VeryBad, core::Face::Bad, core::Face::InBetween}};
    praise.id = *core::QuestionId::parse("T2");
    praise.text["da"] = "Hvad gik godt?";
    praise.askIf = core::Condition{.faces = {core::Face::Good, core::Face::VeryGood}};
    questions.push_back(praise);
    world.configured = changed;
    world.loop.configure(changed);
    world.settle();
}

} // namespace

class TestPrivacy : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { ui::chooseRenderer(); }

    /// What is said from the first press of an answer to the end of a poll, by loudspeaker.
    void nothingByLoudspeakerTellsTheFace_data()
    {
        QTest::addColumn<bool>("commentsByFace");
        QTest::addColumn<int>("dependentQuestions");
        QTest::newRow("one comment for all") << false << 1;
        QTest::newRow("a comment by the face") << true << 2;
    }
    void nothingByLoudspeakerTellsTheFace()
    {
        QFETCH(bool, commentsByFace);
        QFETCH(int, dependentQuestions);
        QStringList first;
        for (int face = 1; face <= 5; ++face) {
            StandWorld world;
            if (commentsByFace) {
                askCommentsByFace(world);
            }
            world.listen();
            QStringList said;
            const auto press = [&](int key) {
                world.press(key);
                said << world.hear();
            };
            const auto pressTwice = [&](const char* name) {
                QVERIFY2(world.pressNamed(name), name);
                said << world.hear();
                QVERIFY2(world.pressNamed(name), name);
                said << world.hear();
            };
            press(face);
            press(face);
            world.wait(3000);
            said << world.hear();
            QCOMPARE(world.rowsOf<core::Tap>().size(), 1U);
            for (const QString& label : world.visitor.faceLabels()) {
                QVERIFY2(!said.join('|').contains(label, Qt::CaseInsensitive), qPrintable(said.join('|')));
            }
            pressTwice("yes");
            int dependent = 0;
            while (world.visitor.page() == ui::VisitorModel::QuestionPage) {
                if (world.visitor.dependsOnAnswer()) {
                    ++dependent;
                    QVERIFY2(!said.join('|').contains(world.visitor.question()), qPrintable(said.join('|')));
                    QVERIFY(said.contains("Tast 5."));
                    for (int turned = 0; turned < 4; ++turned) {
                        press(core::key::next);
                    }
                } else {
                    QVERIFY(said.join('|').contains(world.visitor.question()));
                }
                press(2);
                press(2);
                pressTwice("next");
            }
            QCOMPARE(dependent, dependentQuestions);
            QCOMPARE(world.visitor.banner(), ui::VisitorModel::ThanksBanner);
            if (first.isEmpty()) {
                first = said;
            }
            QVERIFY(said.size() > 40);
            QCOMPARE(said.join('\n'), first.join('\n'));
        }
    }

    void headphonesHearWhichQuestionFollowsTheFace()
    {
        StandWorld world;
        plugIn(world);
        world.hear();
        world.press(2);
        world.press(2);
        QVERIFY(world.pressNamed("yes"));
        QVERIFY(world.pressNamed("yes"));
        QVERIFY(world.visitor.dependsOnAnswer());
        const QString said = world.hear().join('|');
        QVERIFY(said.contains(world.visitor.question()));
        QVERIFY(said.contains("Tast 1: Ventetiden."));
    }

    void nothingByLoudspeakerTellsTheOptionsOrTheComment()
    {
        StandWorld world;
        world.listen();
        world.press(2);
        world.press(2);
        QVERIFY(world.pressNamed("yes"));
        QVERIFY(world.pressNamed("yes"));
        while (world.visitor.kind() != ui::VisitorModel::CommentKind) {
            const QString question = world.visitor.question();
            world.hear();
            QSet<QString> heard;
            for (int key = 1; key <= 5; ++key) {
                world.press(key);
                QStringList said = world.hear();
                QCOMPARE(said, QStringList{chosen});
                const int marked = world.visitor.markedCount();
                QCOMPARE(marked,
                         world.visitor.kind() == ui::VisitorModel::ChoicesKind ? key - 1 : std::min(key - 1, 1));
                world.press(key);
                QCOMPARE(world.visitor.markedCount(),
                         std::max(marked, 1) +
                             (world.visitor.kind() == ui::VisitorModel::ChoicesKind && marked > 0 ? 1 : 0));
                said = world.hear();
                QCOMPARE(said, QStringList{QStringLiteral("Du har valgt %1.").arg(world.visitor.markedCount())});
            }
            world.press(core::key::next);
            world.press(core::key::back);
            QVERIFY2(!world.hear().join('|').contains(", valgt"), "what is marked is nobody else's");
            QVERIFY(world.pressNamed("next"));
            QVERIFY(world.pressNamed("next"));
            QVERIFY(world.visitor.question() != question);
        }
        const QString page = world.hear().join(' ');
        QVERIFY(page.contains(world.visitor.question()));
        QVERIFY2(page.contains("Gå til skranken. Ved fare: ring 112."), qPrintable(page));
        for (int key = 1; key <= 5; ++key) {
            const QString before = world.visitor.comment();
            world.press(key);
            QCOMPARE(world.hear(), QStringList{chosen});
            QCOMPARE(world.visitor.comment(), before);
            world.press(key);
            QCOMPARE(world.visitor.comment().size(), before.size() + 1);
            QCOMPARE(world.hear(), QStringList{QStringLiteral("%1 tegn tilbage").arg(world.visitor.charactersLeft())});
        }
    }

    void headphonesHearWhatIsWritten()
    {
        StandWorld world;
        plugIn(world);
        goToComment(world);
        world.hear();
        const auto type = [&](const char* key) {
            if (!world.pressNamed(key) || !world.pressNamed(key)) {
                qFatal("there is no %s", key);
            }
            const QStringList said = world.hear();
            return said.isEmpty() ? QString() : said.back();
        };
        QCOMPARE(type("key-h"), QStringLiteral("H"));
        QCOMPARE(type("key-e"), QStringLiteral("e"));
        QCOMPARE(type("key-j"), QStringLiteral("j"));
        QCOMPARE(type("key-space"), QStringLiteral("Hej"));
        QCOMPARE(type("key-erase"), QStringLiteral("Slet"));
        QCOMPARE(world.visitor.comment(), QStringLiteral("Hej"));
    }

    void whatWasRemovedIsSaidInHeadphonesOnly()
    {
        const QString notice = "Vi har fjernet et nummer, der ligner et CPR-nummer.";
        for (const bool headphones : {false, true}) {
            StandWorld world;
            core::StandSettings settings = world.configured->settings;
            settings.saidDone = core::SaidDone{{{"da", "Ventetiden er for lang."}}, {{"da", "Nu kan du se den."}}};
            world.stand.setConfiguration(world.configured->questionnaire, settings, 149);
            if (headphones) {
                plugIn(world);
            } else {
                world.listen();
            }
            goToComment(world);
            world.hear();
            core::Screen screen;
            screen.language = "da";
            screen.listening = headphones ? core::Listening::Headphones : core::Listening::Loudspeaker;
            screen.page = core::Screen::Page::Question;
            screen.kind = core::QuestionKind::Comment;
            screen.position = world.visitor.position();
            screen.total = world.visitor.total();
            screen.question = world.visitor.question().toStdString();
            screen.hint = world.visitor.hint().toStdString();
            removeSomething(world, screen);
            QString said = world.hear().join('|');
            QCOMPARE(said, headphones ? notice + " Resten af din tekst er her stadig." : QString());
            screen.page = core::Screen::Page::Faces;
            screen.banner = core::Banner::Thanks;
            screen.answersGiven = true;
            removeSomething(world, screen);
            said = world.hear().join('|');
            QVERIFY2(said.contains("Tak. Dine svar er gemt."), qPrintable(said));
            QCOMPARE(said.contains(notice), headphones);
            QVERIFY2(said.contains("Vi gjorde: Nu kan du se den."), "that it isn't said would tell");
        }
    }

    void aSecretIsNeverSaid()
    {
        for (const bool headphones : {false, true}) {
            StandWorld world;
            if (headphones) {
                world.loop.handle(core::VisitEvent{core::HeadphonesPlugged{}});
                world.settle();
            }
            for (int face = 1; face <= 5; ++face) {
                world.target(QStringLiteral("face%1").arg(face))->setProperty("secret", true);
            }
            if (!headphones) {
                world.press(core::key::speech);
            }
            const QStringList read = world.hear();
            QCOMPARE(read.count("Tast."), 5);
            world.press(3);
            QCOMPARE(world.hear(), QStringList{"Tast."});
            for (const FakeSpeech::Said& said : world.speech.said) {
                for (const QString& label : world.visitor.faceLabels()) {
                    QVERIFY(!QString::fromStdString(said.text).contains(": " + label));
                }
            }
        }
    }

    void anUnconfirmedChoiceIsForgotten_data()
    {
        QTest::addColumn<QString>("why");
        for (const char* why : {"time", "left alone", "unplugged"}) {
            QTest::newRow(why) << why;
        }
    }
    void anUnconfirmedChoiceIsForgotten()
    {
        QFETCH(QString, why);
        StandWorld world;
        plugIn(world);
        world.hear();
        world.window.narrator().setForgetAfter(std::chrono::milliseconds(why == "time" ? 100 : 60'000));
        world.touch("face4");
        world.hear();
        QVERIFY(isRinged(world));
        if (why == "time") {
            QTest::qWait(150);
        } else if (why == "left alone") {
            emit world.window.keys().leftAlone();
        } else {
            world.loop.handle(core::VisitEvent{core::HeadphonesUnplugged{}});
            world.settle();
            plugIn(world);
            world.speech.silence();
        }
        QVERIFY2(!isRinged(world), "the ring tells who comes next");
        world.touch("face4");
        QVERIFY2(world.rowsOf<core::Tap>().empty(), "this was another person's first press");
        world.touch("face4");
        QCOMPARE(world.rowsOf<core::Tap>().size(), 1U);
    }

    void aChoiceWaitsAtLeastAsLongAsItIsSaid()
    {
        StandWorld world;
        plugIn(world);
        world.hear();
        world.window.narrator().setForgetAfter(std::chrono::milliseconds(200));
        world.press(4);
        QTest::qWait(120);
        world.hear();
        QTest::qWait(120);
        QVERIFY(isRinged(world));
        world.press(4);
        QCOMPARE(world.rowsOf<core::Tap>().size(), 1U);
        const QQuickItem* const focus = world.focus();
        QTest::qWait(250);
        QCOMPARE(world.focus(), focus);
    }

    void noRingOutlivesAVisit()
    {
        StandWorld world;
        world.press(4);
        QTest::keyClick(&world.window.window(), Qt::Key_Tab);
        QVERIFY(isRinged(world));
        world.wait(30'000);
        QCOMPARE(world.visitor.banner(), ui::VisitorModel::NoBanner);
        QVERIFY(!isRinged(world));
    }

    void aPulledPlugSilencesBeforeTheVisitHearsOfIt()
    {
        StandWorld world;
        plugIn(world);
        QVERIFY(world.speech.speaking);
        world.window.narrator().headphonesOut();
        QVERIFY(!world.speech.speaking);
        QCOMPARE(world.visitor.listening(), ui::VisitorModel::ByHeadphones);
        const auto said = world.speech.said.size();
        world.press(4);
        world.press(core::key::next);
        world.wait(100);
        QCOMPARE(world.speech.said.size(), said);
        QVERIFY(world.rowsOf<core::Tap>().empty());
        world.loop.handle(core::VisitEvent{core::HeadphonesUnplugged{}});
        world.settle();
        world.press(core::key::speech);
        QCOMPARE(world.visitor.listening(), ui::VisitorModel::ByLoudspeaker);
        QVERIFY2(world.speech.said.size() > said, "the loudspeaker may");
        world.window.narrator().headphonesIn();
        plugIn(world);
        world.touch("face5");
        QCOMPARE(world.hear().back(), QStringLiteral("Meget godt. Tryk igen for at svare."));
    }

    void unpluggingSilencesAtOnce()
    {
        StandWorld world;
        world.loop.handle(core::VisitEvent{core::HeadphonesPlugged{}});
        world.settle();
        QVERIFY(world.speech.speaking);
        const int silences = world.speech.silences;
        world.loop.handle(core::VisitEvent{core::HeadphonesUnplugged{}});
        QVERIFY(!world.speech.speaking);
        QCOMPARE(world.speech.silences, silences + 1);
        world.settle();
        QCOMPARE(world.sentOf<core::SpeechBegan>(), world.sentOf<core::SpeechEnded>());
        QVERIFY(!world.speech.speaking);
        world.touch("face3");
        QCOMPARE(world.rowsOf<core::Tap>().size(), 1U);
    }
};

QTEST_MAIN(TestPrivacy)
#include "test_privacy.moc"
