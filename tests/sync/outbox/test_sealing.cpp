// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/blocks.h"
#include "sync/outbox/closing.h"
#include "sync/outbox/sealing.h"
#include "sync/wire/questionnaire_json.h"

#include "tests/support/fakes.h"
#include "tests/sync/outbox/rows.h"

#include <rapidcheck.h>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace smiley;
using namespace smiley::test;
using outbox::WaitingDay;
using wire::Block;

namespace {

constexpr const char* monday = "2026-11-02";

core::Day plus(const char* day, int days) { return {dayOf(day).date + std::chrono::days{days}}; }

/// The hash and text of a shipped questionnaire that has a profile question.
struct Shipped {
    core::Questionnaire questionnaire;
    std::string json;
    std::string profile;
};

const Shipped& shipped()
{
    static const Shipped found = [] {
        for (const std::string& name : wire::shippedQuestionnaires()) {
            const std::string json(wire::shippedQuestionnaire(name));
            auto parsed = wire::parseQuestionnaire(json);
            auto* questionnaire = std::get_if<core::Questionnaire>(&parsed);
            for (const core::Question& question :
                 questionnaire ? questionnaire->questions : std::vector<core::Question>{}) {
                if (question.profile) {
                    return Shipped{*questionnaire, wire::canonicalJson(json), question.id.text()};
                }
            }
        }
        qFatal("no shipped questionnaire has a profile question");
    }();
    return found;
}

std::optional<std::string> source(const core::Hash& hash)
{
    return hash == shipped().questionnaire.hash ? std::optional(shipped().json) : std::nullopt;
}

outbox::EnvelopeIdentity identity(std::uint64_t number = 1)
{
    return {*core::StandId::parse("fjordby-1"),
            *core::Epoch::parse(std::string(32, 'e')),
            core::EnvelopeNumber{number},
            {},
            "smiley-stand test",
            false};
}

outbox::DayVisit visitAt(std::optional<int> hour, int face, const char* language = "da")
{
    return {hour, *core::faceOf(face), core::Outcome::Count, core::Reason::Ok, language, shipped().questionnaire.hash,
            {}};
}

WaitingDay dayWith(core::Day day, std::vector<outbox::DayVisit> visits)
{
    WaitingDay waiting{day, {}};
    for (const std::string_view name : core::Policy::standardNames()) {
        wire::TallyRecord tally{std::string(name), {}, {}, {}, {}, {}};
        for (const outbox::DayVisit& visit : visits) {
            tally.faces.at(static_cast<std::size_t>(core::score(visit.face) - 1)) +=
                visit.outcome == core::Outcome::Count ? 1 : 0;
        }
        waiting.content.tallies.push_back(tally);
    }
    waiting.content.visits = std::move(visits);
    return waiting;
}

WaitingDay dayOfCount(int offset, int visits)
{
    return dayWith(plus(monday, offset),
                   std::vector<outbox::DayVisit>(static_cast<std::size_t>(visits), visitAt(9, 3)));
}

wire::Envelope sealedOf(const std::vector<WaitingDay>& days, std::uint64_t seed = 1,
                        const std::set<core::Hash>& sent = {})
{
    SeededRandom random(seed);
    return outbox::envelopeOf(days, identity(), source, sent, random);
}

/// A journal of one to seven random days, closed day by day.
std::vector<WaitingDay> randomDays(std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    const auto below = [&](std::uint64_t bound) { return static_cast<int>(random() % bound); };
    Rows rows;
    const int days = 1 + below(7);
    for (int day = 0; day < days; ++day) {
        const std::string text = plus(monday, day).text();
        std::int64_t wall = core::count(at(text.c_str(), 7));
        rows.boot(core::WallMs{wall});
        for (int visit = below(4) == 0 ? below(3) : below(60); visit > 0; --visit) {
            wall += 1000 + below(900'000);
            const char* language = below(6) == 0 ? "ar" : below(9) == 0 ? "en" : "da";
            core::Tap tap = tapOn(1 + below(5), language, static_cast<core::Input>(below(3)));
            tap.questionnaire = shipped().questionnaire.hash;
            tap.presence = static_cast<core::Presence>(below(3) - 1);
            rows.add(core::WallMs{wall}, tap);
            if (below(2) == 0) {
                const std::string option = std::to_string(1 + below(4));
                rows.add(core::WallMs{wall + 400}, answer(shipped().profile.c_str(), {option.c_str()}, language));
            }
            if (below(15) == 0) {
                rows.add(core::WallMs{wall + 700}, core::Withdrawn{});
            }
        }
    }
    core::StandSettings settings;
    settings.openingHours.fill(core::OpeningHours{9 * 60, 15 * 60});
    std::vector<WaitingDay> waiting;
    const core::Now now = rows.now(at(plus(monday, days).text().c_str(), 1));
    for (const outbox::DayRows& day : outbox::daysThatAreOver(rows.all(), {}, now)) {
        const auto content = outbox::readDay(outbox::writeDay(outbox::contentOf(day, settings).content));
        waiting.push_back({day.day, *content});
    }
    return waiting;
}

/// Runs a RapidCheck property inside a Qt Test.
template <class Property>
bool holdsAlways(const char* name, Property&& property)
{
    return rc::check(name, std::forward<Property>(property));
}

} // namespace

class TestSealing final : public QObject {
    Q_OBJECT

private slots:
    void daysWaitForFiveVisitsButNotLonger_data()
    {
        QTest::addColumn<QString>("visits");
        QTest::addColumn<int>("sealed");
        QTest::newRow("none") << "" << 0;
        QTest::newRow("five") << "5" << 1;
        QTest::newRow("four") << "4" << 0;
        QTest::newRow("an empty day shows at once") << "0" << 1;
        QTest::newRow("an empty stretch goes together") << "0,0,0" << 3;
        QTest::newRow("an empty stretch before a small day") << "0,0,2" << 2;
        QTest::newRow("two and three") << "2,3,9" << 2;
        QTest::newRow("small, then empty: still waiting") << "2,0,0" << 0;
        QTest::newRow("six days of one and nothing") << "1,0,0,1,0,0" << 0;
        QTest::newRow("seven days") << "1,0,0,1,0,0,0" << 7;
        QTest::newRow("the eighth day waits for itself") << "1,0,0,1,0,0,1,4" << 7;
    }
    void daysWaitForFiveVisitsButNotLonger()
    {
        QFETCH(QString, visits);
        QFETCH(int, sealed);
        std::vector<WaitingDay> waiting;
        for (const QString& count : visits.split(',', Qt::SkipEmptyParts)) {
            waiting.push_back(dayOfCount(static_cast<int>(waiting.size()), count.toInt()));
        }
        QCOMPARE(outbox::daysToSeal(waiting), static_cast<std::size_t>(sealed));
    }

    void anEmptyStretchOfMonthsIsCutIntoPieces()
    {
        std::vector<WaitingDay> waiting;
        for (int day = 0; day < 100; ++day) {
            waiting.push_back(dayOfCount(day, 0));
        }
        QCOMPARE(outbox::daysToSeal(waiting), static_cast<std::size_t>(outbox::emptyDaysMax));
    }

    void talliesAndStatusAreSumsOverTheDays()
    {
        std::vector<WaitingDay> days{dayOfCount(0, 2), dayOfCount(1, 4)};
        for (WaitingDay& day : days) {
            day.content.boots = 2;
            day.content.deadMinutes = {{"staff", 7}};
            day.content.tallies[8].reasons = {{"OK", 2}};
            day.content.tallies[8].corrections = {{"1-4", 1}};
        }
        days[0].content.passages = 30;
        days[1].content.clock = core::ClockQuality::Set;
        const wire::Envelope envelope = sealedOf(days);
        QCOMPARE(envelope.tallies.size(), core::Policy::standardNames().size());
        QCOMPARE(envelope.tallies[8].policy, std::string("headline"));
        QCOMPARE(envelope.tallies[8].faces[2], 6U);
        QCOMPARE(envelope.tallies[8].reasons.at("OK"), 4U);
        QCOMPARE(envelope.tallies[8].corrections.at("1-4"), 2U);
        QCOMPARE(envelope.statuses.size(), 1U);
        QCOMPARE(envelope.statuses[0].days.size(), 2U);
        QCOMPARE(envelope.statuses[0].boots, 4U);
        QCOMPARE(envelope.statuses[0].deadMinutes.at("staff"), 14U);
        QCOMPARE(envelope.statuses[0].passages, std::optional<std::uint64_t>(30));
        QCOMPARE(envelope.statuses[0].clock, std::string("set"));
        QCOMPARE(envelope.header.firstDay.text(), std::string("2026-11-02"));
        QCOMPARE(envelope.header.lastDay.text(), std::string("2026-11-03"));
    }

    void whatTheHeadlineHasMoreOfIsSummed()
    {
        std::vector<WaitingDay> days{dayOfCount(0, 6), dayOfCount(1, 2), dayOfCount(2, 0)};
        for (std::size_t day = 0; day < days.size(); ++day) {
            wire::TallyRecord& tally = days[day].content.tallies[8];
            QCOMPARE(tally.policy, std::string("headline"));
            tally.hash = wire::sha256("a");
            tally.claims = {1, 2, tally.faces};
            tally.runs = {3, day == 1 ? 1U : 0U, {0, 0, 1, 0, 0}, tally.faces};
            tally.health = {1, 1, day == 0 ? 1U : 0U};
            if (day < 2) { // none on a day without a visitor
                tally.model = {1, 30U - day, day == 0 ? 6.0 : 2.0, {0, 0, 6, 0, 0}, {0, 0, 0.5, 0, 0}, 0.16, 0.32,
                               0, 4};
            }
        }
        const wire::Envelope envelope = sealedOf(days);
        const auto& sum = *std::ranges::find(envelope.tallies, "headline", &wire::TallyRecord::policy);
        QVERIFY(sum.claims == (wire::ClaimTally{3, 6, {0, 0, 8, 0, 0}}));
        QVERIFY(sum.runs == (wire::RunTally{9, 1, {0, 0, 3, 0, 0}, {0, 0, 8, 0, 0}}));
        QVERIFY(sum.health == (wire::HealthTally{3, 3, 1}));
        QCOMPARE(sum.model->days, 2U);
        QCOMPARE(sum.model->draws, 29U);
        QCOMPARE(sum.model->visits, 8.0);
        QCOMPARE(sum.model->faces[2], 12.0);
        QCOMPARE(sum.model->faceVariance[2], 1.0);
        // Weights 6/8 and 2/8, squared: 0.5625 + 0.0625.
        QCOMPARE(sum.model->meanVariance, 0.1);
        QCOMPARE(sum.model->redVariance, 0.2);
        QCOMPARE(sum.model->greenVariance, 2.5);
    }

    void aPolicyThatChangedHasOneRecordWhereFewVisitsWouldStandAlone_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("after");
        QTest::addColumn<QString>("headlines"); // "hash:visits" each
        QTest::newRow("three and four") << 3 << 4 << "-:7";
        QTest::newRow("four and five") << 4 << 5 << "-:9";
        QTest::newRow("five and four") << 5 << 4 << "-:9";
        QTest::newRow("five and five") << 5 << 5 << "a:5 b:5";
    }
    void aPolicyThatChangedHasOneRecordWhereFewVisitsWouldStandAlone()
    {
        QFETCH(int, before);
        QFETCH(int, after);
        QFETCH(QString, headlines);
        std::vector<WaitingDay> days{dayOfCount(0, before), dayOfCount(1, after)};
        days[0].content.tallies[8].hash = wire::sha256("a");
        days[1].content.tallies[8].hash = wire::sha256("b");
        const auto documents = [](const core::Hash& hash) -> std::optional<std::string> {
            for (const char* text : {"a", "b"}) {
                if (hash == wire::sha256(text)) {
                    return text;
                }
            }
            return source(hash);
        };
        SeededRandom random(1);
        const wire::Envelope envelope = outbox::envelopeOf(days, identity(), documents, {}, random);
        QStringList found;
        for (const wire::TallyRecord& tally : envelope.tallies) {
            if (tally.policy == "headline") {
                const char* hash = !tally.hash ? "-" : tally.hash == wire::sha256("a") ? "a" : "b";
                found << QString("%1:%2").arg(hash).arg(tally.faces[2]);
            }
        }
        QCOMPARE(found.join(" "), headlines);
        QCOMPARE(envelope.policies.size(), 2U); // both travel in any case
        // After a fork the new epoch has seen none of them.
        QCOMPARE(outbox::reissued(envelope, identity(2), documents, {}).policies.size(), 2U);
        // What is written is read again.
        const wire::SecretKey key = wire::SecretKey::generate();
        const auto read = wire::readEnvelope(wire::writeEnvelope(envelope, key, random).bytes, key.publicKey());
        QVERIFY(read && read->faults.empty());
        QCOMPARE(read->envelope.tallies.size(), envelope.tallies.size());
    }

    void manyTapsOfFewVisitorsDontStandAloneEither()
    {
        std::vector<WaitingDay> days{dayOfCount(0, 1), dayOfCount(1, 6)};
        days[0].content.tallies[0].faces = {0, 0, 9, 0, 0}; // raw
        days[0].content.tallies[0].hash = wire::sha256("a");
        days[1].content.tallies[0].hash = wire::sha256("b");
        const wire::Envelope envelope = sealedOf(days);
        QCOMPARE(envelope.tallies.size(), 10U);
        QVERIFY(envelope.tallies[0].policy == "raw" && !envelope.tallies[0].hash);
        QCOMPARE(envelope.tallies[0].faces[2], 15U);
    }

    void aShadowOfSomeDaysGoesOnlyWhereItAndTheRestHideSomebody_data()
    {
        QTest::addColumn<int>("without");
        QTest::addColumn<int>("with");
        QTest::addColumn<bool>("stays");
        QTest::newRow("the rest is few") << 3 << 6 << false;
        QTest::newRow("it is few") << 6 << 3 << false;
        QTest::newRow("both are enough") << 5 << 5 << true;
    }
    void aShadowOfSomeDaysGoesOnlyWhereItAndTheRestHideSomebody()
    {
        QFETCH(int, without);
        QFETCH(int, with);
        QFETCH(bool, stays);
        std::vector<WaitingDay> days{dayOfCount(0, without), dayOfCount(1, with)};
        wire::TallyRecord shadow = days[1].content.tallies[8];
        shadow.policy = "shadow";
        shadow.hash = wire::sha256("c");
        days[1].content.tallies.push_back(shadow);
        const auto shadows = [](const wire::Envelope& envelope) {
            return std::ranges::count(envelope.tallies, "shadow", &wire::TallyRecord::policy);
        };
        QCOMPARE(shadows(sealedOf(days)), stays ? 1 : 0);
        shadow = days[0].content.tallies[8];
        shadow.policy = "shadow";
        shadow.hash = wire::sha256("c");
        days[0].content.tallies.push_back(shadow);
        QCOMPARE(shadows(sealedOf(days)), 1);
    }

    void anEmptyDayMakesAnEnvelope()
    {
        const wire::Envelope envelope = sealedOf({dayOfCount(0, 0)});
        QVERIFY(envelope.visits.empty());
        QVERIFY(envelope.questionnaires.empty());
        QCOMPARE(envelope.statuses[0].days.size(), 1U);
        QCOMPARE(envelope.tallies.size(), 10U);
    }

    void aQuestionnaireTravelsOnce()
    {
        const std::vector<WaitingDay> days{dayOfCount(0, 6)};
        const wire::Envelope first = sealedOf(days);
        QCOMPARE(first.questionnaires.size(), 1U);
        QCOMPARE(first.questionnaires[0].json, shipped().json);
        QCOMPARE(wire::sha256(first.questionnaires[0].json).text(), first.questionnaires[0].hash.text());
        QVERIFY(sealedOf(days, 1, outbox::documentsIn(first)).questionnaires.empty());
    }

    void aReissuedEnvelopeKeepsItsVisitsAndGetsTheQuestionnaire()
    {
        const std::vector<WaitingDay> days{dayOfCount(0, 6)};
        const wire::Envelope first = sealedOf(days);
        const wire::Envelope second = sealedOf(days, 2, outbox::documentsIn(first));
        const wire::Envelope again = outbox::reissued(second, identity(7), source, {});
        QCOMPARE(core::number(again.header.number), 7U);
        QCOMPARE(again.visits.front().id, second.visits.front().id);
        QCOMPARE(again.questionnaires.size(), 1U);
        QVERIFY(outbox::reissued(first, identity(8), source, outbox::documentsIn(first)).questionnaires.empty());
    }

    void rareLanguagesAndProfilesAreOther()
    {
        std::vector<outbox::DayVisit> visits;
        for (int index = 0; index < 14; ++index) {
            visits.push_back(visitAt(9, 3, index < 7 ? "da" : index < 12 ? "en" : "ar"));
            visits.back().answers[shipped().profile] = {index < 7 ? "1" : "2"};
            visits.back().answers["other-question"] = {index == 0 ? "rare" : "common"};
        }
        visits[13].answers[shipped().profile] = {"3"};
        visits[0].answers["not-asked"] = {};
        const wire::Envelope envelope = sealedOf({dayWith(dayOf(monday), visits)});
        std::map<std::string, int> languages;
        std::map<std::string, int> profiles;
        int rare = 0;
        for (const wire::VisitRecord& visit : envelope.visits) {
            ++languages[visit.language];
            ++profiles[visit.answers.at(shipped().profile).front()];
            rare += visit.answers.at("other-question").front() == "rare" ? 1 : 0;
            QVERIFY(!visit.answers.contains("not-asked"));
        }
        QCOMPARE(languages, (std::map<std::string, int>{{"da", 7}, {"other", 7}}));
        QCOMPARE(profiles, (std::map<std::string, int>{{"1", 7}, {"other", 7}}));
        QCOMPARE(rare, 1); // a plain answer says nothing about the person
    }

    void whatFiveWereNotAskedForWantOfATextLeavesTheStandAsNotAsked()
    {
        std::vector<outbox::DayVisit> visits;
        for (int index = 0; index < 12; ++index) {
            visits.push_back(visitAt(9, 3, index < 7 ? "da" : "ar"));
            visits.back().answers["L1"] = index < 7 ? std::vector<std::string>{"4"} : std::vector<std::string>{};
        }
        int notAsked = 0;
        for (const wire::VisitRecord& visit : sealedOf({dayWith(dayOf(monday), visits)}).visits) {
            QVERIFY(visit.answers.contains("L1"));
            QCOMPARE(visit.answers.at("L1").empty(), visit.language == "ar");
            notAsked += visit.answers.at("L1").empty() ? 1 : 0;
        }
        QCOMPARE(notAsked, 5);
    }

    void answersOfAnUnknownQuestionnaireAreTreatedAsProfile()
    {
        std::vector<outbox::DayVisit> visits(6, visitAt(9, 3));
        for (outbox::DayVisit& visit : visits) {
            visit.questionnaire = hashOf('f');
            visit.answers["Q"] = {"x"};
        }
        visits[0].answers["Q"] = {"y"};
        const wire::Envelope envelope = sealedOf({dayWith(dayOf(monday), visits)});
        QVERIFY(envelope.questionnaires.empty());
        for (const wire::VisitRecord& visit : envelope.visits) {
            QCOMPARE(visit.answers.at("Q").front(), std::string("other"));
        }
    }

    void randomDaysMakeEnvelopesThatGiveNobodyAway()
    {
        const wire::SecretKey key = wire::SecretKey::generate();
        QVERIFY(holdsAlways("envelopes", [&](std::uint64_t seed) {
            const std::vector<WaitingDay> days = randomDays(seed);
            SeededRandom random(seed);
            const wire::SealedBytes sealed =
                wire::writeEnvelope(outbox::envelopeOf(days, identity(), source, {}, random), key, random);
            const auto read = wire::readEnvelope(sealed.bytes, key.publicKey());
            RC_ASSERT(read.has_value());
            RC_ASSERT(read->faults.empty());
            core::FaceCounts counted{};
            std::map<Block, std::size_t> blocks;
            std::map<std::string, std::size_t> languages;
            std::map<std::string, std::size_t> profiles;
            std::set<std::string> ids;
            std::size_t countedVisits = 0;
            for (const wire::VisitRecord& visit : read->envelope.visits) {
                ids.insert(visit.id);
                RC_ASSERT(visit.id.at(14) == '4');
                RC_ASSERT(visit.reason != core::Reason::Withdrawn);
                if (visit.outcome != core::Outcome::Count) {
                    blocks[visit.block] += 0;
                    continue;
                }
                ++countedVisits;
                ++counted.at(static_cast<std::size_t>(core::score(visit.face) - 1));
                ++blocks[visit.block];
                ++languages[visit.language];
                if (visit.answers.contains(shipped().profile)) {
                    ++profiles[visit.answers.at(shipped().profile).front()];
                }
            }
            RC_ASSERT(ids.size() == read->envelope.visits.size());
            for (const auto& [block, count] : blocks) {
                RC_ASSERT((count >= 5 || countedVisits < 5));
            }
            for (const auto& [language, count] : languages) {
                RC_ASSERT((count >= 5 || countedVisits < 5));
            }
            for (const auto& [profile, count] : profiles) {
                RC_ASSERT((count >= 5 || profile == "other"));
            }
            const auto headline = std::ranges::find(read->envelope.tallies, "headline", &wire::TallyRecord::policy);
            RC_ASSERT(headline != read->envelope.tallies.end());
            RC_ASSERT(headline->faces == counted);
        }));
    }

    void theOrderOfVisitsIsGone()
    {
        // Kendall's tau between the order of the taps (their face tells which is which here) and of the records, over many
        // envelopes: none on average, and no envelope in order.
        constexpr int envelopes = 400;
        constexpr int visits = 5; // as many as there are faces
        double sum = 0;
        int inOrder = 0;
        for (int seed = 1; seed <= envelopes; ++seed) {
            std::vector<outbox::DayVisit> inDay;
            for (int face = 1; face <= visits; ++face) {
                inDay.push_back(visitAt(9, face));
            }
            const wire::SecretKey key = wire::SecretKey::generate();
            SeededRandom random(static_cast<std::uint64_t>(seed));
            const WaitingDay made = dayWith(dayOf(monday), inDay);
            const WaitingDay day{made.day, *outbox::readDay(outbox::writeDay(made.content))};
            const auto sealed =
                wire::writeEnvelope(outbox::envelopeOf(std::vector{day}, identity(), source, {}, random), key, random);
            const auto read = wire::readEnvelope(sealed.bytes, key.publicKey());
            int concordant = 0;
            bool sorted = true;
            const auto& records = read->envelope.visits;
            QCOMPARE(records.size(), static_cast<std::size_t>(visits));
            for (std::size_t i = 0; i < records.size(); ++i) {
                for (std::size_t j = i + 1; j < records.size(); ++j) {
                    concordant += records[i].face < records[j].face ? 1 : -1;
                    sorted = sorted && records[i].face < records[j].face;
                }
            }
            sum += concordant / (visits * (visits - 1) / 2.0);
            inOrder += sorted ? 1 : 0;
        }
        QVERIFY2(std::abs(sum / envelopes) < 0.05, std::to_string(sum / envelopes).c_str());
        QVERIFY2(inOrder < envelopes / 20, std::to_string(inOrder).c_str()); // 1 in 120 by chance
    }

    void noExactTimeIsInAnEnvelope()
    {
        // Visits that differ only in minute and second within their hour make the same records.
        const auto recordsOf = [](int minuteStep) {
            Rows rows;
            rows.boot(at(monday, 7));
            for (int visit = 0; visit < 10; ++visit) {
                core::Tap tap = tapOn(1 + visit % 5);
                tap.questionnaire = shipped().questionnaire.hash;
                rows.add(at(monday, 9, visit * minuteStep, minuteStep), tap);
            }
            const auto days = outbox::daysThatAreOver(rows.all(), {}, rows.now(at("2026-11-03", 1)));
            return outbox::writeDay(outbox::contentOf(days.front(), {}).content);
        };
        QCOMPARE(recordsOf(3), recordsOf(5));
    }
};

QTEST_APPLESS_MAIN(TestSealing)
#include "test_sealing.moc"
