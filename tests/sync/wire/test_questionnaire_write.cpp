// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/keys.h"
#include "sync/wire/questionnaire_json.h"
#include "tests/sync/wire/changed_questionnaires.h"
#include "tests/sync/wire/schema.h"

#include <QtTest>

using namespace smiley;

namespace {

core::Questionnaire read(const std::string& json)
{
    auto parsed = wire::parseQuestionnaire(json);
    if (const auto* faults = std::get_if<std::vector<wire::DocumentFault>>(&parsed)) {
        qFatal("%s", wire::describe(*faults).c_str());
    }
    return std::get<core::Questionnaire>(std::move(parsed));
}

} // namespace

class TestQuestionnaireWrite : public QObject {
    Q_OBJECT

private slots:
    void everyShippedQuestionnaireIsWrittenAsItsFileToTheByte()
    {
        for (const std::string& name : wire::shippedQuestionnaires()) {
            const std::string_view file = wire::shippedQuestionnaire(name);
            const core::Questionnaire questionnaire = read(std::string(file));
            QCOMPARE(wire::writeQuestionnaire(questionnaire), wire::canonicalJson(file));
            QVERIFY(wire::withHash(questionnaire).hash == questionnaire.hash);
        }
    }

    void whatSaysTheSameAsNothingIsNotWritten()
    {
        const core::Questionnaire plain = test::shippedOne("smiley");
        boost::json::object document = boost::json::parse(wire::shippedQuestionnaire("smiley")).as_object();
        document["$schema"] = "questionnaire.schema.json";
        document["rotation"] = boost::json::object{{"draw", 0}};
        boost::json::object& question = document["questions"].as_array()[1].as_object();
        for (const char* flag : {"rotates", "profile", "verbatim", "hidden"}) {
            question[flag] = false;
        }
        document["languages"].as_array()[0].as_object()["direction"] = "ltr";
        const core::Questionnaire wordy = read(boost::json::serialize(document));
        QVERIFY(wordy.hash != plain.hash); // a file is named by its own bytes
        QCOMPARE(wire::writeQuestionnaire(wordy), wire::writeQuestionnaire(plain));
    }

    void everyMemberComesBack()
    {
        core::Questionnaire full = test::shippedOne("rotation");
        full.note = "En note";
        full.languages[1].draft = true;
        full.languages[2].signedBy = "Ann, tolk, 2026-11-22";
        core::Question& question = full.questions.back();
        QVERIFY(question.ownership == core::Ownership::Local);
        question.hidden = true;
        question.note = "Om \"spørgsmålet\"\\";
        question.hint = {{"da", "Vælg"}};
        question.externalIds = {{"KL", "7"}, {"BTU", "ø"}};
        question.askIf = core::Condition{{core::Face::Bad, core::Face::VeryBad}, {}, {}};
        const std::string text = wire::writeQuestionnaire(full);
        core::Questionnaire again = read(text);
        QVERIFY(again.hash == wire::sha256(text));
        again.hash = full.hash;
        QVERIFY(again == full);
        QVERIFY(test::PublishedSchema().complaint(boost::json::parse(text)).empty());
    }

    void anOptionOfAConditionStandsWhereItsQuestionHasIt()
    {
        core::Questionnaire btu = test::shippedOne("btu");
        const std::string text = wire::writeQuestionnaire(btu);
        QVERIFY(text.find(R"("options":["desk","computer","course","companion","other"])") != std::string::npos);
    }

    /// 60 questionnaires, whatever was done to them: what was written reads back the same, finished or not.
    void whatIsWrittenReadsBackTheSameWhateverWasChanged()
    {
        int sound = 0;
        for (unsigned seed = 1; seed <= 60; ++seed) {
            test::Changes changes(seed);
            const std::vector<core::Questionnaire>& all = test::shippedAll();
            core::Questionnaire questionnaire = all[changes.below(all.size())];
            for (std::size_t step = changes.below(4) + 1; step > 0; --step) {
                changes.change(questionnaire, "N" + std::to_string(step), core::Ownership::Local);
            }
            const std::string text = wire::writeQuestionnaire(questionnaire);
            QCOMPARE(wire::canonicalJson(text), text);
            auto unfinished = wire::parseUnfinished(text);
            QVERIFY2(unfinished, text.c_str());
            QCOMPARE(wire::writeQuestionnaire(*unfinished), text);
            unfinished->hash = questionnaire.hash;
            QVERIFY(*unfinished == questionnaire);
            const auto parsed = wire::parseQuestionnaire(text);
            const bool isSound = std::holds_alternative<core::Questionnaire>(parsed);
            QCOMPARE(wire::isSound(questionnaire), isSound);
            sound += isSound ? 1 : 0;
        }
        QVERIFY2(sound > 5 && sound < 55, std::to_string(sound).c_str()); // both kinds were there
    }

    void anUnfinishedOneMayLackTextsButNotItsForm()
    {
        core::Questionnaire questionnaire = test::shippedOne("smiley");
        questionnaire.questions[1].text.clear();
        questionnaire.questions[1].options[0].text.clear();
        const std::string text = wire::writeQuestionnaire(questionnaire);
        QVERIFY(!wire::isSound(questionnaire));
        QVERIFY(wire::parseUnfinished(text));
        QVERIFY(!wire::parseUnfinished("{}"));
        QVERIFY(!wire::parseUnfinished(""));
        for (std::size_t cut = 1; cut < text.size(); cut += 997) {
            QVERIFY(!wire::parseUnfinished(text.substr(0, text.size() - cut)));
        }
    }

    void aHiddenQuestionIsAskedOfNobodyAndOnlyALocalOneCanBe()
    {
        core::Questionnaire btu = test::shippedOne("btu");
        QVERIFY(btu.find(*core::QuestionId::parse("L1")) != nullptr);
        for (core::Question& question : btu.questions) {
            question.hidden = question.id.text() == "L1";
        }
        QVERIFY(wire::isSound(btu));
        const auto asked = core::plan(btu, core::Face::Good, "da", {},
                                      {{*core::QuestionId::parse("P0"), {*core::OptionId::parse("desk")}, false}});
        QVERIFY(!asked.empty());
        QVERIFY(std::ranges::find(asked, *core::QuestionId::parse("L1")) == asked.end());
        btu.questions[2].hidden = true; // mandatory
        QVERIFY(!wire::isSound(btu));
    }

    void whatIsLockedCannotWaitForAHiddenQuestion()
    {
        core::Questionnaire btu = test::shippedOne("btu");
        core::Question& errand = btu.questions[1];
        QCOMPARE(errand.id.text(), std::string("P0"));
        errand.ownership = core::Ownership::Local;
        QVERIFY(wire::isSound(btu));
        errand.hidden = true;
        QVERIFY(!wire::isSound(btu)); // D1 is mandatory and waits for it
    }
};

QTEST_APPLESS_MAIN(TestQuestionnaireWrite)
#include "test_questionnaire_write.moc"
