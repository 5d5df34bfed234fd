// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/questionnaire_json.h"
#include "tests/sync/wire/changed_questionnaires.h"

#include <QtTest>

#include <functional>

/// app/core's merge under sync/wire's rules.

using namespace smiley;
using core::Questionnaire;

namespace {

core::QuestionId id(const char* text) { return *core::QuestionId::parse(text); }

core::Question& in(Questionnaire& questionnaire, const char* question)
{
    const auto found = std::ranges::find(questionnaire.questions, id(question), &core::Question::id);
    if (found == questionnaire.questions.end()) {
        qFatal("no question %s", question);
    }
    return *found;
}

void erase(Questionnaire& questionnaire, const char* question)
{
    std::erase_if(questionnaire.questions, [&](const core::Question& one) { return one.id == id(question); });
}

/// A sound local question of staff's own.
core::Question own(const char* name)
{
    Questionnaire trust = test::shippedOne("smiley-trust");
    core::Question question = in(trust, "B1");
    question.id = id(name);
    question.ownership = core::Ownership::Local;
    question.theme = "local";
    question.text = {{"da", std::string("Spørgsmål ") + name}};
    question.verbatim = false;
    return question;
}

void insertAfter(Questionnaire& questionnaire, const char* above, const core::Question& question)
{
    const auto found = std::ranges::find(questionnaire.questions, id(above), &core::Question::id);
    questionnaire.questions.insert(found + 1, question);
}

std::string order(const Questionnaire& questionnaire)
{
    std::string text;
    for (const core::Question& question : questionnaire.questions) {
        text += (text.empty() ? "" : " ") + question.id.text() + (question.hidden ? "-" : "");
    }
    return text;
}

struct Row {
    const char* name;
    const char* shipped;
    std::function<void(Questionnaire&)> staff;
    std::function<void(Questionnaire&)> centre;
    std::string order;
    std::string leftOut;
};

void nothing(Questionnaire&) {}

} // namespace

class TestQuestionnaireMerge : public QObject {
    Q_OBJECT

private slots:
    void whoseIsWhat_data()
    {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < rows().size(); ++i) {
            QTest::newRow(rows()[i].name) << static_cast<int>(i);
        }
    }

    void whoseIsWhat()
    {
        QFETCH(int, row);
        const Row& one = rows()[static_cast<std::size_t>(row)];
        const Questionnaire base = test::shippedOne(one.shipped);
        Questionnaire local = base;
        Questionnaire centre = base;
        one.staff(local);
        one.centre(centre);
        centre = wire::withHash(centre);
        QVERIFY(wire::isSound(centre));
        const core::Merged merged = wire::merged(centre, local, base);
        QVERIFY(wire::isSound(merged.questionnaire));
        QCOMPARE(QString::fromStdString(order(merged.questionnaire)), QString::fromStdString(one.order));
        std::string leftOut;
        for (const core::QuestionId& question : merged.leftOut) {
            leftOut += (leftOut.empty() ? "" : " ") + question.text();
        }
        QCOMPARE(QString::fromStdString(leftOut), QString::fromStdString(one.leftOut));
        QCOMPARE(merged.questionnaire.hash.text(), wire::withHash(merged.questionnaire).hash.text());
    }

    void whereNothingIsStaffsItIsTheCentresWithItsHash()
    {
        Questionnaire centre = test::shippedOne("btu");
        centre.hash = *core::Hash::parse(std::string(64, 'a')); // of a file with "$schema"
        QVERIFY(wire::merged(centre, centre, centre).questionnaire == centre);
    }

    void lockedTextIsTheCentresWhateverTheLocalFileSays()
    {
        const Questionnaire base = test::shippedOne("btu");
        Questionnaire local = base;
        for (core::Question& question : local.questions) {
            question.text["da"] = "Er du glad?";
        }
        local.title = "Mit";
        local.rotationDraw = 1;
        const Questionnaire merged = wire::merged(base, local, base).questionnaire;
        for (const core::Question& question : merged.questions) {
            QCOMPARE(question.text.at("da") == "Er du glad?", question.ownership == core::Ownership::Local);
        }
        QCOMPARE(merged.title, base.title);
        QCOMPARE(merged.rotationDraw, base.rotationDraw);
    }

    void aTextInALanguageThatTheCentreTookOutIsLeftOut()
    {
        const Questionnaire base = test::shippedOne("smiley");
        Questionnaire local = base;
        core::Question question = own("L-a");
        question.text["tr"] = "Soru";
        question.text["pl"] = "Pytanie";
        insertAfter(local, "F2", question);
        Questionnaire centre = base;
        const auto drop = [](core::Text& text) { text.erase("tr"); };
        std::erase_if(centre.languages, [](const core::Language& language) { return language.tag == "tr"; });
        for (core::Question& one : centre.questions) {
            drop(one.text);
            drop(one.hint);
            for (core::Option& option : one.options) {
                drop(option.text);
            }
        }
        const core::Merged merged = wire::merged(centre, local, base);
        QVERIFY(merged.leftOut.empty());
        QCOMPARE(merged.questionnaire.find(id("L-a"))->text.size(), std::size_t{2});
    }

    void staffsHidingGoesWithTheCentresNewWords()
    {
        const Questionnaire base = test::shippedOne("btu");
        Questionnaire local = base;
        in(local, "L1").hidden = true;
        Questionnaire centre = base;
        in(centre, "L1").text["da"] = "Nye ord?";
        const Questionnaire merged = wire::merged(centre, local, base).questionnaire;
        QVERIFY(merged.find(id("L1"))->hidden);
        QCOMPARE(merged.find(id("L1"))->text.at("da"), std::string("Nye ord?"));
    }

    /// Staff change anything, the centre changes anything, 120 seeds: the result keeps the rules, and everything locked is
    /// the centre's, in its order.
    void theResultIsSoundWhateverStaffDid()
    {
        int withOwn = 0;
        for (unsigned seed = 1; seed <= 120; ++seed) {
            test::Changes changes(seed);
            const std::vector<Questionnaire>& all = test::shippedAll();
            const Questionnaire base = all[changes.below(all.size())];
            Questionnaire local = base;
            for (std::size_t step = changes.below(8); step > 0; --step) {
                changes.change(local, "L-" + std::to_string(step), core::Ownership::Local);
            }
            Questionnaire centre = changes.chance(20) ? all[changes.below(all.size())] : base;
            for (std::size_t step = changes.below(5); step > 0; --step) {
                Questionnaire tried = centre;
                changes.change(tried, "M" + std::to_string(step),
                               changes.chance(50) ? core::Ownership::Local : core::Ownership::Mandatory);
                if (wire::isSound(tried)) {
                    centre = tried;
                }
            }
            centre = wire::withHash(centre);
            const core::Merged merged = wire::merged(centre, local, base);
            QVERIFY2(wire::isSound(merged.questionnaire), std::to_string(seed).c_str());
            QVERIFY(locked(merged.questionnaire) == locked(centre));
            const core::Merged again = wire::merged(centre, merged.questionnaire, centre);
            QCOMPARE(order(again.questionnaire), order(merged.questionnaire));
            QVERIFY(again.questionnaire == merged.questionnaire);
            withOwn += merged.questionnaire.hash == centre.hash ? 0 : 1;
        }
        QVERIFY2(withOwn > 20, std::to_string(withOwn).c_str());
    }

    void hidingOnlyIsSeen()
    {
        const Questionnaire before = test::shippedOne("btu");
        Questionnaire after = before;
        QVERIFY(!core::hidesOnly(before, after));
        in(after, "L1").hidden = true;
        after = wire::withHash(after);
        QVERIFY(core::hidesOnly(before, after));
        QVERIFY(!core::hidesOnly(after, before)); // shows
        after.questions[1].hidden = true;         // mandatory
        QVERIFY(!core::hidesOnly(before, after));
        after.questions[1].hidden = false;
        in(after, "L1").text["da"] += ".";
        QVERIFY(!core::hidesOnly(before, after));
        after = before;
        erase(after, "L1");
        QVERIFY(!core::hidesOnly(before, after));
    }

private:
    static std::vector<core::Question> locked(const Questionnaire& questionnaire)
    {
        std::vector<core::Question> questions;
        std::ranges::copy_if(questionnaire.questions, std::back_inserter(questions),
                             [](const core::Question& one) { return one.ownership != core::Ownership::Local; });
        return questions;
    }

    static const std::vector<Row>& rows()
    {
        using Q = Questionnaire;
        static const std::vector<Row> all{
            {"nobody changed anything", "btu", nothing, nothing, "K0 P0 B5a D1 C1 E1 L1", ""},
            {"staff's own survives in its place", "smiley", [](Q& q) { insertAfter(q, "F1", own("L-a")); }, nothing,
             "K0 F1 L-a F2 T1", ""},
            {"a question new at the centre comes, staff's stays", "smiley",
             [](Q& q) { insertAfter(q, "F2", own("L-a")); },
             [](Q& q) {
                 core::Question added = own("M9");
                 added.ownership = core::Ownership::Mandatory;
                 insertAfter(q, "K0", added);
             },
             "K0 M9 F1 F2 L-a T1", ""},
            {"a local question that staff took away stays away", "btu", [](Q& q) { erase(q, "L1"); },
             [](Q& q) { in(q, "L1").text["da"] = "Nye ord?"; }, "K0 P0 B5a D1 C1 E1", ""},
            {"a mandatory question that is gone from staff's comes back", "btu", [](Q& q) { erase(q, "B5a"); }, nothing,
             "K0 P0 B5a D1 C1 E1 L1", ""},
            {"staff's own takes the place of one that they took away", "btu",
             [](Q& q) {
                 core::Question mine = own("L-a");
                 mine.askIf = in(q, "L1").askIf;
                 erase(q, "L1");
                 q.questions.push_back(mine);
             },
             nothing, "K0 P0 B5a D1 C1 E1 L-a", ""},
            {"one too many is left out and told", "btu", [](Q& q) { q.questions.push_back(own("L-a")); }, nothing,
             "K0 P0 B5a D1 C1 E1 L1", "L-a"},
            {"one too many goes when the centre needs the room", "smiley",
             [](Q& q) {
                 insertAfter(q, "F2", own("L-a"));
                 insertAfter(q, "L-a", own("L-b"));
                 insertAfter(q, "L-b", own("L-c"));
             },
             [](Q& q) {
                 core::Question added = own("M9");
                 added.ownership = core::Ownership::Mandatory;
                 insertAfter(q, "K0", added);
             },
             "K0 M9 F1 F2 L-a L-b T1", "L-c"},
            {"a condition whose question is gone", "exit-poll",
             [](Q& q) {
                 erase(q, "A1"); // mandatory: comes back
                 core::Question mine = own("L-a");
                 mine.askIf = core::Condition{{}, id("B5a"), {*core::OptionId::parse("9")}};
                 q.questions.push_back(mine);
             },
             nothing, "K0 P0 A1 B5a D1 C1 E1", "L-a"},
            {"the centre took its local question out", "btu", nothing, [](Q& q) { erase(q, "L1"); },
             "K0 P0 B5a D1 C1 E1", ""},
            {"the centre took out what staff had written in", "btu",
             [](Q& q) { in(q, "L1").text["da"] = "Vores ord?"; }, [](Q& q) { erase(q, "L1"); }, "K0 P0 B5a D1 C1 E1 L1",
             ""},
            {"hidden stays hidden", "btu", [](Q& q) { in(q, "L1").hidden = true; }, nothing, "K0 P0 B5a D1 C1 E1 L1-",
             ""},
            {"the centre made it mandatory", "btu", [](Q& q) { erase(q, "L1"); },
             [](Q& q) { in(q, "L1").ownership = core::Ownership::Mandatory; }, "K0 P0 B5a D1 C1 E1 L1", ""},
            {"staff moved the centre's local question", "rotation",
             [](Q& q) {
                 const core::Question moved = in(q, "L5");
                 erase(q, "L5");
                 insertAfter(q, "K0", moved);
             },
             nothing, "K0 L5 F1 F2 B1 B5a B6 C1 C2 E1 E5 E6 L3", ""},
            {"a pool that staff emptied is filled again", "rotation",
             [](Q& q) { std::erase_if(q.questions, [](const core::Question& one) { return one.rotates; }); },
             [](Q& q) {
                 for (core::Question& one : q.questions) {
                     one.ownership = one.rotates ? core::Ownership::Local : one.ownership;
                 }
             },
             "K0 F1 F2 B1 B5a B6", "B6 B5a B1"},
        };
        return all;
    }
};

QTEST_APPLESS_MAIN(TestQuestionnaireMerge)
#include "test_questionnaire_merge.moc"
