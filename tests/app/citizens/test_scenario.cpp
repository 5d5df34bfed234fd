// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/citizens/floors.h"
#include "app/citizens/random.h"
#include "app/citizens/scenario.h"

#include <QtTest>

#include <cmath>
#include <set>

using namespace smiley::citizens;

class TestScenario : public QObject {
    Q_OBJECT

private slots:
    void chanceIsTheSameOnEveryMachine()
    {
        Random random(1, 2, 3);
        QCOMPARE(random.next(), std::uint64_t{goldenFirst});
        Random again(1, 2, 3);
        QVERIFY(again.next() == goldenFirst && again.next() == random.next());
        QVERIFY(Random(1, 2, 4).next() != goldenFirst);
        QVERIFY(Random(1, 3, 3).next() != goldenFirst);
        QVERIFY(Random(2, 2, 3).next() != goldenFirst);
    }

    void exponentialAndLogarithmAreThoseOfTheLibraryToFourteenDigits()
    {
        for (double x = -699; x < 699; x += 0.37) {
            QVERIFY(std::abs(exponential(x) / std::exp(x) - 1) < 1e-14);
        }
        for (double x = 1e-9; x < 1e9; x *= 1.013) {
            QVERIFY(std::abs(logarithm(x) - std::log(x)) < 1e-14 * std::max(1.0, std::abs(std::log(x))));
        }
        QCOMPARE(exponential(-1e6), 0.0);
    }

    void distributionsHaveTheirMeansAndSpreads()
    {
        Random random(7, 0, 0);
        constexpr int n = 200000;
        double sum = 0;
        double squares = 0;
        double poisson = 0;
        double poissonSquares = 0;
        int below = 0;
        std::array<int, 5> faces{};
        std::array<int, 4> counts{};
        for (int i = 0; i < n; ++i) {
            const double x = random.normal();
            sum += x;
            squares += x * x;
            const double many = random.howMany(40);
            poisson += many;
            poissonSquares += many * many;
            below += random.around({3, 0.5}) < 3 ? 1 : 0;
            ++faces[static_cast<std::size_t>(random.face({0.1, 0.2, 0.3, 0.15, 0.25}) - 1)];
            ++counts[static_cast<std::size_t>(random.between(Count{2, 5}) - 2)];
        }
        QVERIFY(std::abs(sum / n) < 0.01);
        QVERIFY(std::abs(squares / n - 1) < 0.02);
        const double mean = poisson / n;
        QVERIFY(std::abs(mean - 40) < 0.1);
        QVERIFY(std::abs(poissonSquares / n - mean * mean - 40) < 1);
        QVERIFY(std::abs(below - n / 2) < 1000);
        QVERIFY(std::abs(faces[2] - 0.3 * n) < 1000 && std::abs(faces[4] - 0.25 * n) < 1000);
        for (const int count : counts) {
            QVERIFY(std::abs(count - n / 4) < 1000);
        }
    }

    void shippedScenariosHaveNamesOfTheirOwnAndASentence()
    {
        const auto all = shippedScenarios();
        std::set<std::string> names;
        for (const Scenario& scenario : all) {
            QVERIFY2(names.insert(scenario.name).second, scenario.name.c_str());
            QVERIFY2(!scenario.about.empty(), scenario.name.c_str());
        }
        QVERIFY(names.size() >= 30);
    }

    void shippedFloorsNameShippedScenarios()
    {
        std::set<std::string> names{"*"};
        for (const Scenario& scenario : shippedScenarios()) {
            names.insert(scenario.name);
        }
        const auto floors = floorsOf(shippedFloors(), "floors.json");
        QVERIFY(floors);
        for (const Floor& floor : *floors) {
            for (const std::string& name : floor.scenarios) {
                QVERIFY2(names.contains(name), name.c_str());
            }
        }
    }

    void aScenarioOverridesItsFileAndTheFileThisProgram()
    {
        const auto read = scenariosOf(R"({
            "_about": "…",
            "defaults": { "days": 3, "queue_gap": [1, 2], "sensors": { "odd": { "break_queue": 0.5 } } },
            "scenarios": {
                "a": { "_about": "En.", "days": 4, "sensor": "odd", "staff_gap": [9, 0.4], "door_counter": false },
                "b": { "sensor": "none", "answer_pi": [0.2, 0.2, 0.2, 0.2, 0.2], "profile": [1] } } })",
                                      "x.json");
        QVERIFY(read);
        QCOMPARE(read->size(), std::size_t{2});
        const Scenario& a = read->front();
        QCOMPARE(a.name, std::string("a"));
        QCOMPARE(a.about, std::string("En."));
        QCOMPARE(a.days, 4);
        QCOMPARE(a.queueGap.to, 2.0);
        QCOMPARE(a.staffGap.median, 9.0);
        QCOMPARE(a.sees->breakQueue, 0.5);
        QCOMPARE(a.sees->breakIndep, Sensor{}.breakIndep);
        QVERIFY(!a.doorCounter);
        const Scenario& b = read->back();
        QCOMPARE(b.days, 3);
        QVERIFY(!b.sees);
        QCOMPARE(b.profile.size(), std::size_t{1});
    }

    void badFilesSayWhereAndWhat_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("message");
        const auto scenario = [](const char* parameters) {
            return QString(R"({"scenarios": {"one": {%1}}})").arg(parameters);
        };
        const QString one = R"(x.json: scenario "one": parameter )";
        QTest::newRow("no JSON") << "{\n\"scenarios\": {,} }"
                                 << "x.json: line 2: is no JSON";
        QTest::newRow("cut off") << R"({"scenarios": {)"
                                 << "x.json: line 1: is no JSON";
        QTest::newRow("empty") << ""
                               << "x.json: line 1: is no JSON";
        QTest::newRow("more behind it") << scenario("") + "x"
                                        << "something follows its end";
        QTest::newRow("a list") << "[]"
                                << R"(x.json: must be a JSON object with "scenarios")";
        QTest::newRow("no scenarios") << "{}"
                                      << R"(x.json: needs an object "scenarios")";
        QTest::newRow("no scenario") << R"({"scenarios": {}})"
                                     << "x.json: has no scenario";
        QTest::newRow("unknown part") << R"({"default": {}, "scenarios": {"a": {}}})"
                                      << R"(x.json: "default" is neither "defaults" nor "scenarios")";
        QTest::newRow("unknown parameter") << scenario(R"("dayz": 3)") << one + R"("dayz": there is no such parameter)";
        QTest::newRow("in the defaults") << R"({"defaults": {"dayz": 3}, "scenarios": {"a": {}}})"
                                         << R"(x.json: defaults: parameter "dayz": there is no such parameter)";
        QTest::newRow("no number") << scenario(R"("days": "3")") << one + R"("days": is no number)";
        QTest::newRow("not whole") << scenario(R"("days": 2.5)") << one + R"("days": must be a whole number, is 2.5)";
        QTest::newRow("too large") << scenario(R"("door_miss": 1.5)")
                                   << one + R"("door_miss": must lie between 0 and 1, is 1.5)";
        QTest::newRow("no pair") << scenario(R"("queue_gap": [1])")
                                 << one + R"("queue_gap": must be two numbers, [from, to])";
        QTest::newRow("wrong order") << scenario(R"("queue_gap": [3, 2])")
                                     << one + R"("queue_gap": must have its smaller number first)";
        QTest::newRow("median 0") << scenario(R"("staff_gap": [0, 1])")
                                  << one + R"("staff_gap": must have a median over 0)";
        QTest::newRow("four shares") << scenario(R"("answer_pi": [0.25, 0.25, 0.25, 0.25])")
                                     << one + R"("answer_pi": must be five shares)";
        QTest::newRow("shares over 1") << scenario(R"("answer_pi": [0.3, 0.3, 0.3, 0.3, 0.3])")
                                       << one + R"("answer_pi": must sum to 1, sums to 1.5)";
        QTest::newRow("no profile") << scenario(R"("profile": [0, 0])")
                                    << one + R"("profile": must not be 0 everywhere)";
        QTest::newRow("no sensor") << scenario(R"("sensor": "x")")
                                   << R"(x.json: scenario "one": parameter "sensor": there is no sensor "x")";
        QTest::newRow("sensor parameter") << scenario(R"("sensors": {"good": {"breaks": 1}})")
                                          << one + R"("sensors": "good": has no parameter "breaks")";
        QTest::newRow("sensor value") << scenario(R"("sensors": {"good": {"break_queue": 2}})")
                                      << one + R"("sensors": "good": break_queue: must lie between 0 and 1, is 2)";
        QTest::newRow("no flag") << scenario(R"("door_counter": 1)")
                                 << one + R"("door_counter": must be true or false)";
    }

    void badFilesSayWhereAndWhat()
    {
        QFETCH(QString, json);
        QFETCH(QString, message);
        const auto read = scenariosOf(json.toStdString(), "x.json");
        QVERIFY(!read);
        QVERIFY(read.error().code == ScenarioFault::Bad);
        QVERIFY2(QString::fromStdString(read.error().message).contains(message), read.error().message.c_str());
    }

    void aMissingFileIsNamed()
    {
        const auto read = readScenarios("/nowhere/at/all.json");
        QVERIFY(!read);
        QVERIFY(read.error().code == ScenarioFault::NoFile);
        QVERIFY(read.error().message.starts_with("/nowhere/at/all.json: "));
    }

    void badFloorsSayWhichAndWhat_data()
    {
        QTest::addColumn<QString>("floor");
        QTest::addColumn<QString>("message");
        QTest::newRow("metric") << R"({"policy": "p", "scenarios": ["*"], "metric": "luck", "least": 1})"
                                << R"(there is no metric "luck")";
        QTest::newRow("no bound") << R"({"policy": "p", "scenarios": ["*"], "metric": "recall"})"
                                  << R"(needs "least" or "most")";
        QTest::newRow("no policy") << R"({"scenarios": ["*"], "metric": "recall", "least": 1})"
                                   << R"(needs "policy" and)";
        QTest::newRow("over") << R"({"policy": "p", "scenarios": ["*"], "metric": "recall", "least": 1, "over": "all"})"
                              << "must be each, mean or worst";
        QTest::newRow("unknown") << R"({"policy": "p", "scenarios": ["*"], "metric": "recall", "min": 1})"
                                 << R"(there is no "min" in a floor)";
    }

    void badFloorsSayWhichAndWhat()
    {
        QFETCH(QString, floor);
        QFETCH(QString, message);
        const auto read = floorsOf(QString(R"({"floors": [%1]})").arg(floor).toStdString(), "f.json");
        QVERIFY(!read);
        const auto said = QString::fromStdString(read.error().message);
        QVERIFY2(said.startsWith("f.json: floor 1: ") && said.contains(message), qPrintable(said));
    }

private:
    static constexpr std::uint64_t goldenFirst = 4182669179052268122U;
};

QTEST_GUILESS_MAIN(TestScenario)
#include "test_scenario.moc"
