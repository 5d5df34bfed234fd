// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/sealing.h"
#include "sync/wire/questionnaire_json.h"

#include "tests/support/fakes.h"
#include "tests/sync/outbox/rows.h"

#include <rapidcheck.h>

#include <QTest>

#include <algorithm>
#include <map>
#include <set>
#include <variant>

using namespace smiley;
using namespace smiley::test;
using outbox::DayVisit;
using outbox::WaitingDay;
using wire::Block;

/// Staff hide a question while visitors come. The audit trail leaves with the hour of it, so no record may tell which side
/// of it a visit was on, unless five others were there too.

namespace {

constexpr const char* monday = "2026-11-02";

struct Asked {
    core::Questionnaire questionnaire;
    std::string json;
    core::Hash hash;
};

Asked askedOf(core::Questionnaire questionnaire)
{
    std::string json = wire::writeQuestionnaire(questionnaire);
    auto parsed = wire::parseQuestionnaire(json);
    auto* read = std::get_if<core::Questionnaire>(&parsed);
    if (read == nullptr) {
        qFatal("%s", std::get<std::vector<wire::DocumentFault>>(parsed).front().message.c_str());
    }
    core::Hash hash = wire::sha256(json);
    return {*read, std::move(json), std::move(hash)};
}

core::QuestionId questionId(const std::string& text) { return *core::QuestionId::parse(text); }

core::Question local(const core::Question& like, const char* id)
{
    core::Question question = like;
    question.id = questionId(id);
    question.kind = core::QuestionKind::Choice;
    question.ownership = core::Ownership::Local;
    question.askIf.reset();
    return question;
}

/// The faces, L1, L2, L3 to who answered L1 with "wait", L4.
Asked locals()
{
    auto parsed = wire::parseQuestionnaire(wire::shippedQuestionnaire("smiley"));
    core::Questionnaire questionnaire = std::get<core::Questionnaire>(parsed);
    const core::Question like = questionnaire.questions.at(1);
    questionnaire.questions.erase(questionnaire.questions.begin() + 1, questionnaire.questions.end());
    for (const char* id : {"L1", "L2", "L3", "L4"}) {
        questionnaire.questions.push_back(local(like, id));
    }
    questionnaire.questions.at(3).askIf = core::Condition{{}, questionId("L1"), {*core::OptionId::parse("wait")}};
    return askedOf(questionnaire);
}

/// L1, L2 and L3 are drawn from, two for each visitor; then comes L4.
Asked pool()
{
    core::Questionnaire questionnaire = locals().questionnaire;
    for (const std::size_t place : {1U, 2U, 3U}) {
        questionnaire.questions.at(place).askIf.reset();
        questionnaire.questions.at(place).rotates = true;
    }
    questionnaire.questions.push_back(local(questionnaire.questions.at(1), "L5"));
    questionnaire.questions.back().rotates = true;
    questionnaire.rotationDraw = 2;
    return askedOf(questionnaire);
}

Asked hiding(const Asked& asked, const std::string& id)
{
    core::Questionnaire questionnaire = asked.questionnaire;
    std::ranges::find(questionnaire.questions, questionId(id), &core::Question::id)->hidden = true;
    return askedOf(questionnaire);
}

using Answers = std::map<std::string, std::vector<std::string>>;

std::vector<DayVisit> visits(int count, int hour, const Asked& asked, const Answers& answers = {})
{
    const DayVisit visit{hour,   core::Face::InBetween, core::Outcome::Count, core::Reason::Ok, "da", asked.hash,
                         answers};
    return {static_cast<std::size_t>(count), visit};
}

std::vector<DayVisit> operator+(std::vector<DayVisit> one, const std::vector<DayVisit>& other)
{
    one.insert(one.end(), other.begin(), other.end());
    return one;
}

wire::Envelope sealedOf(const std::vector<DayVisit>& visits, const std::vector<Asked>& known)
{
    WaitingDay day{dayOf(monday), {}};
    wire::TallyRecord tally{"headline", {}, {}, {}, {}, {}};
    for (const DayVisit& visit : visits) {
        tally.faces.at(2) += visit.outcome == core::Outcome::Count ? 1 : 0;
    }
    day.content.tallies = {tally};
    day.content.visits = visits;
    SeededRandom random(1);
    const auto documents = [&](const core::Hash& hash) -> std::optional<std::string> {
        const auto found = std::ranges::find(known, hash, &Asked::hash);
        return found == known.end() ? std::nullopt : std::optional(found->json);
    };
    const outbox::EnvelopeIdentity identity{*core::StandId::parse("fjordby-1"),
                                            *core::Epoch::parse(std::string(32, 'e')),
                                            core::EnvelopeNumber{1},
                                            {},
                                            "smiley-stand test",
                                            false};
    return outbox::envelopeOf(std::vector{day}, identity, documents, {}, random);
}

std::string lineOf(const wire::VisitRecord& visit)
{
    std::string line = std::to_string(static_cast<int>(visit.block.span)) + "/" + std::to_string(visit.block.hour) +
                       " " + visit.questionnaire.text();
    for (const auto& [question, options] : visit.answers) {
        line += " " + question + "=" + (options.empty() ? "" : options.front());
    }
    return line;
}

/// All that the records say, without the ids that are drawn.
std::multiset<std::string> saidBy(const wire::Envelope& envelope)
{
    std::multiset<std::string> lines;
    for (const wire::VisitRecord& visit : envelope.visits) {
        lines.insert(lineOf(visit));
    }
    for (const wire::QuestionnaireRecord& record : envelope.questionnaires) {
        lines.insert("questionnaire " + record.hash.text());
    }
    return lines;
}

std::map<std::string, int> byQuestionnaire(const wire::Envelope& envelope)
{
    std::map<std::string, int> counts;
    for (const wire::VisitRecord& visit : envelope.visits) {
        ++counts[visit.questionnaire.text()];
    }
    return counts;
}

/// The fewest counted visits that share block and questionnaire.
int fewestTogether(const wire::Envelope& envelope)
{
    std::map<std::pair<Block, core::Hash>, int> counts;
    for (const wire::VisitRecord& visit : envelope.visits) {
        counts[{visit.block, visit.questionnaire}] += visit.outcome == core::Outcome::Count ? 1 : 0;
    }
    int fewest = 1000;
    for (const auto& [together, count] : counts) {
        fewest = std::min(fewest, count);
    }
    return fewest;
}

const Answers all{{"L1", {"wait"}}, {"L2", {"wait"}}, {"L3", {"wait"}}, {"L4", {"wait"}}};
const Answers without1{{"L2", {"wait"}}, {"L4", {"wait"}}};

} // namespace

class TestSealingHidden final : public QObject {
    Q_OBJECT

private slots:
    void fewBeforeHidingAreAsThoseAfterIt()
    {
        const Asked open = locals();
        const Asked hidden = hiding(open, "L1");
        const wire::Envelope envelope =
            sealedOf(visits(3, 9, open, all) + visits(20, 10, hidden, without1), {open, hidden});
        QVERIFY(wire::tallyAgrees(envelope));
        QCOMPARE(byQuestionnaire(envelope), (std::map<std::string, int>{{hidden.hash.text(), 23}}));
        for (const wire::VisitRecord& visit : envelope.visits) {
            QCOMPARE(visit.answers, without1); // nor what only an answer to the hidden question led to
        }
        const wire::Envelope never =
            sealedOf(visits(3, 9, hidden, without1) + visits(20, 10, hidden, without1), {open, hidden});
        QCOMPARE(saidBy(envelope), saidBy(never));
    }

    void fewAfterHidingAreAsThoseBeforeIt()
    {
        const Asked open = locals();
        const Asked hidden = hiding(open, "L1");
        const wire::Envelope envelope = sealedOf(
            visits(20, 10, open, all) + visits(2, 10, hidden, without1) + visits(1, 11, hidden), {open, hidden});
        QVERIFY(wire::tallyAgrees(envelope));
        QCOMPARE(byQuestionnaire(envelope), (std::map<std::string, int>{{open.hash.text(), 23}}));
        // Who has answers behind the question that all others were asked, and none to it, came after. They leave as who
        // stopped there.
        const wire::Envelope never =
            sealedOf(visits(20, 10, open, all) + visits(2, 10, open) + visits(1, 11, open), {open, hidden});
        QCOMPARE(saidBy(envelope), saidBy(never));
        const auto whole = std::ranges::count(envelope.visits, all, &wire::VisitRecord::answers);
        QCOMPARE(whole, std::ptrdiff_t{20});
    }

    void whatComesBeforeTheHiddenQuestionStays()
    {
        const Asked open = locals();
        const Asked hidden = hiding(open, "L2");
        const wire::Envelope envelope = sealedOf(
            visits(20, 10, open, all) + visits(3, 11, hidden, {{"L1", {"rules"}}, {"L4", {"wait"}}}), {open, hidden});
        QCOMPARE(std::ranges::count(envelope.visits, Answers{{"L1", {"rules"}}}, &wire::VisitRecord::answers),
                 std::ptrdiff_t{3});
    }

    void fiveOnEachSideMayBeTold()
    {
        const Asked open = locals();
        const Asked hidden = hiding(open, "L1");
        for (const bool before : {true, false}) {
            const wire::Envelope envelope = sealedOf(
                visits(before ? 5 : 20, 10, open, all) + visits(before ? 20 : 5, 10, hidden, without1), {open, hidden});
            QVERIFY(wire::tallyAgrees(envelope));
            QCOMPARE(byQuestionnaire(envelope), (std::map<std::string, int>{{open.hash.text(), before ? 5 : 20},
                                                                            {hidden.hash.text(), before ? 20 : 5}}));
            QCOMPARE(std::ranges::count(envelope.visits, all, &wire::VisitRecord::answers),
                     std::ptrdiff_t{before ? 5 : 20});
            QCOMPARE(fewestTogether(envelope), 5);
        }
    }

    void anHourIsNotDividedIntoFewOfOneQuestionnaire()
    {
        // Hidden at 11:30. The two of hour 11 would be told from the eight after it.
        const Asked open = locals();
        const Asked hidden = hiding(open, "L1");
        const wire::Envelope envelope = sealedOf(visits(5, 10, open, all) + visits(2, 11, open, all) +
                                                     visits(8, 11, hidden, without1) + visits(7, 13, hidden, without1),
                                                 {open, hidden});
        QCOMPARE(fewestTogether(envelope), 7);
        QCOMPARE(byQuestionnaire(envelope),
                 (std::map<std::string, int>{{open.hash.text(), 7}, {hidden.hash.text(), 15}}));
    }

    void excludedVisitsHideNobody()
    {
        const Asked open = locals();
        const Asked hidden = hiding(open, "L1");
        std::vector<DayVisit> staff = visits(9, 9, open, all);
        for (DayVisit& visit : staff) {
            visit.outcome = core::Outcome::Excluded;
        }
        const wire::Envelope envelope =
            sealedOf(staff + visits(4, 9, open, all) + visits(20, 10, hidden), {open, hidden});
        QVERIFY(wire::tallyAgrees(envelope));
        QCOMPARE(byQuestionnaire(envelope), (std::map<std::string, int>{{hidden.hash.text(), 33}}));
    }

    void oneQuestionAfterAnotherIsHidden()
    {
        const Asked open = locals();
        const Asked one = hiding(open, "L1");
        const Asked two = hiding(one, "L2");
        const std::vector<Asked> known{open, one, two};
        QCOMPARE(byQuestionnaire(
                     sealedOf(visits(3, 9, open, all) + visits(4, 10, one, without1) + visits(6, 11, two), known)),
                 (std::map<std::string, int>{{two.hash.text(), 13}}));
        QCOMPARE(byQuestionnaire(sealedOf(visits(3, 9, open) + visits(4, 10, one) + visits(2, 11, two), known)),
                 (std::map<std::string, int>{{one.hash.text(), 9}}));
        QCOMPARE(byQuestionnaire(sealedOf(visits(7, 9, open) + visits(4, 10, one) + visits(6, 11, two), known)),
                 (std::map<std::string, int>{{open.hash.text(), 11}, {two.hash.text(), 6}}));
    }

    void whoDrewAHiddenQuestionLeavesAsWhoStoppedThere()
    {
        // All others have two of the pool, so an answer behind the missing one would tell.
        const Asked open = pool();
        const Asked hidden = hiding(open, "L2");
        const Answers drawn{{"L1", {"wait"}}, {"L2", {"wait"}}, {"L4", {"wait"}}};
        const Answers after{{"L1", {"wait"}}, {"L3", {"wait"}}, {"L4", {"wait"}}};
        const wire::Envelope envelope =
            sealedOf(visits(3, 9, open, drawn) + visits(20, 10, hidden, after), {open, hidden});
        QCOMPARE(std::ranges::count(envelope.visits, Answers{{"L1", {"wait"}}}, &wire::VisitRecord::answers),
                 std::ptrdiff_t{3});
        // A draw without it is one of those that all others could have had.
        const wire::Envelope reverse =
            sealedOf(visits(20, 9, open, drawn) + visits(3, 10, hidden, after), {open, hidden});
        QCOMPARE(std::ranges::count(reverse.visits, after, &wire::VisitRecord::answers), std::ptrdiff_t{3});
        QCOMPARE(byQuestionnaire(reverse), (std::map<std::string, int>{{open.hash.text(), 23}}));
    }

    void anotherQuestionnaireStaysAndBearsNothingFiner()
    {
        // A question says something else: its answers are nobody else's.
        const Asked open = locals();
        core::Questionnaire changed = open.questionnaire;
        changed.questions.at(1).text["da"] = "Noget andet?";
        const Asked other = askedOf(changed);
        const wire::Envelope envelope =
            sealedOf(visits(3, 9, open, all) + visits(20, 10, other, without1), {open, other});
        QVERIFY(wire::tallyAgrees(envelope));
        QCOMPARE(byQuestionnaire(envelope),
                 (std::map<std::string, int>{{open.hash.text(), 3}, {other.hash.text(), 20}}));
        for (const wire::VisitRecord& visit : envelope.visits) {
            QCOMPARE(visit.block.span, Block::Span::Day);
        }
    }

    void whatCannotBeReadHereStays()
    {
        const Asked open = locals();
        const Asked hidden = hiding(open, "L1");
        const wire::Envelope envelope = sealedOf(visits(3, 9, open, all) + visits(20, 10, hidden), {hidden});
        QVERIFY(wire::tallyAgrees(envelope));
        QCOMPARE(byQuestionnaire(envelope),
                 (std::map<std::string, int>{{open.hash.text(), 3}, {hidden.hash.text(), 20}}));
    }

    void howeverQuestionsAreHiddenFiveAreTogether()
    {
        const Asked open = locals();
        const Asked one = hiding(open, "L2");
        const std::vector<Asked> known{open, one, hiding(one, "L4")};
        QVERIFY(rc::check("hidden", [&](std::vector<std::uint8_t> raw) {
            std::vector<DayVisit> day;
            std::size_t at = 0;
            for (const std::uint8_t each : raw) {
                at += each % 7 == 0 && at + 1 < known.size() ? 1U : 0U;
                const Asked& asked = known.at(at);
                const int hour = 8 + static_cast<int>(day.size()) / 6 % 8;
                day = day + visits(1, hour, asked, each % 3 == 0 ? Answers{} : Answers{{"L1", {"wait"}}});
            }
            const wire::Envelope envelope = sealedOf(day, known);
            RC_ASSERT(wire::tallyAgrees(envelope));
            RC_ASSERT((day.size() < 5 || fewestTogether(envelope) >= 5));
        }));
    }
};

QTEST_APPLESS_MAIN(TestSealingHidden)
#include "test_sealing_hidden.moc"
