// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/policy_json.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

using namespace smiley;
using wire::parsePolicy;
using wire::policyFile;
using wire::policyHash;
using wire::policyJson;

namespace {

core::Policy headline() { return *core::Policy::named("headline"); }

QString faultsOf(const std::string& text)
{
    const auto parsed = parsePolicy(text);
    const auto* faults = std::get_if<std::vector<wire::DocumentFault>>(&parsed);
    return faults == nullptr ? QString() : QString::fromStdString(wire::describe(*faults));
}

/// Headline's document with one text in the place of another.
std::string changed(const std::string& from, const std::string& to)
{
    std::string text = policyFile(headline());
    const auto at = text.find(from);
    return at == std::string::npos ? std::string() : text.replace(at, from.size(), to);
}

/// Headline's document with this for a number.
std::string withGapSeconds(const std::string& number)
{
    std::string text = policyJson(headline());
    const std::string member = "\"queue_gap_seconds\":";
    const auto at = text.find(member) + member.size();
    return text.replace(at, text.find_first_of(",}", at) - at, number);
}

/// The values in the document, by path.
void collect(const QString& path, const QJsonValue& value, QMap<QString, QJsonValue>& values)
{
    if (!value.isObject()) {
        values[path] = value;
        return;
    }
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        collect(path + "/" + member.key(), member.value(), values);
    }
}

} // namespace

class TestPolicy : public QObject {
    Q_OBJECT

private slots:
    void everyStandardPolicyIsReadAsItWasWritten()
    {
        std::vector<std::string> hashes;
        for (const std::string_view name : core::Policy::standardNames()) {
            const core::Policy policy = *core::Policy::named(name);
            for (const std::string& text : {policyJson(policy), policyFile(policy)}) {
                QCOMPARE(faultsOf(text), QString());
                QVERIFY(std::get<core::Policy>(parsePolicy(text)) == policy);
            }
            hashes.push_back(policyHash(policy).text());
        }
        std::sort(hashes.begin(), hashes.end());
        QVERIFY(std::adjacent_find(hashes.begin(), hashes.end()) == hashes.end());
    }

    void theDocumentIsCanonical()
    {
        QCOMPARE(policyJson(*core::Policy::named("raw")),
                 std::string(R"({"format":1,"name":"raw","parameters":{},"rule":"every_tap"})"));
        const std::string window =
            R"({"format":1,"name":"window:5","parameters":{"window_ms":5000},"rule":"fixed_window"})";
        QCOMPARE(policyJson(*core::Policy::named("window:5")), window);
        QCOMPARE(policyHash(*core::Policy::named("window:5")), wire::sha256(window));
        // Qt sorts by name and writes the shortest decimal, as RFC 8785 does.
        const std::string text = policyJson(headline());
        QCOMPARE(QJsonDocument::fromJson(QByteArray::fromStdString(text)).toJson(QJsonDocument::Compact).toStdString(),
                 text);
    }

    /// A parameter that the table forgets would be lost on the way to the stand.
    void everyParameterIsInTheDocument()
    {
        QMap<QString, QJsonValue> values;
        core::Policy all = headline();
        std::get<core::VisitRule>(all.rule).ticketsRequired = true; // else it is left out
        collect("", QJsonDocument::fromJson(QByteArray::fromStdString(policyJson(all)))["parameters"], values);
        // Each takes eight bytes, also the enumerations, between numbers that are aligned to eight.
        QCOMPARE(static_cast<std::size_t>(values.size()) * 8, sizeof(core::VisitRule));
    }

    void anyPolicyIsReadAsItWasWrittenToTheBit()
    {
        qputenv("RC_PARAMS", "max_success=500 seed=20261122");
        QVERIFY(rc::check([] {
            core::VisitRule rule;
            const auto odd = [](double min, double max) {
                return min + (max - min) * (*rc::gen::inRange(1, 1'000'000'000)) / 1'000'000'007.0;
            };
            rule.newVisitOdds = odd(0.01, 1000);
            rule.claimOdds = odd(0.01, 10);
            rule.queueShare = odd(0.00001, 0.9);
            rule.agreement = odd(0.00001, 0.9);
            rule.runOnset = odd(0.000002, 0.0001);
            rule.breakerShare = *rc::gen::element(0.0, 1.0, 0.3, 0.1 + 0.2);
            rule.tooSoonMs = *rc::gen::inRange(0, 60000);
            rule.playTaps = *rc::gen::inRange(2, 1000);
            rule.correcting = {odd(0.001, 0.2), odd(0.1, 0.9), odd(0.1, 60), odd(0.1, 5), odd(0.01, 0.9)};
            rule.lingering.gapSpread = odd(0.1, 5);
            rule.claims = *rc::gen::element(core::Claims::Never, core::Claims::Sparingly, core::Claims::Always);
            rule.runs = *rc::gen::element(core::Runs::Ignore, core::Runs::Flag, core::Runs::Exclude);
            rule.ticketsRequired = *rc::gen::element(false, true);
            const core::Policy policy{*rc::gen::element<std::string>("p", "headline", "my.policy-2"), rule};
            for (const std::string& text : {policyJson(policy), policyFile(policy)}) {
                const auto parsed = parsePolicy(text);
                RC_ASSERT(std::holds_alternative<core::Policy>(parsed));
                RC_ASSERT(std::get<core::Policy>(parsed) == policy);
            }
        }));
    }

    /// Stands, ledgers and envelopes name policies by these.
    void documentsFromBeforeCardsKeepTheirMeaningAndTheirHash()
    {
        const auto hash = [](const char* name) { return policyHash(*core::Policy::named(name)).text(); };
        QCOMPARE(hash("headline"), std::string("a2180226765f8e6375f0e44f148aea7f21c4202bb38f4e39bd6aa7e877e03c68"));
        QCOMPARE(hash("strict"), std::string("fbc40a45d0640d0e093eda54b679fce10019fda6fff109485e36f26e552040d6"));
        QCOMPARE(hash("loose"), std::string("37269aa2772ea2731ef34e5ec8e7dccff00d632ad95639a09df11097c110394b"));
        const auto old = parsePolicy(policyJson(headline()));
        QVERIFY(policyJson(headline()).find("ticket") == std::string::npos);
        QVERIFY(!std::get<core::VisitRule>(std::get<core::Policy>(old).rule).ticketsRequired);
        const auto no = parsePolicy(changed("\"too_soon_ms\"", "\"tickets_required\": false, \"too_soon_ms\""));
        QVERIFY(policyHash(std::get<core::Policy>(no)) == policyHash(headline()));
        const auto yes = parsePolicy(changed("\"too_soon_ms\"", "\"tickets_required\": true, \"too_soon_ms\""));
        QVERIFY(std::get<core::VisitRule>(std::get<core::Policy>(yes).rule).ticketsRequired);
        QVERIFY(policyHash(std::get<core::Policy>(yes)) != policyHash(headline()));
    }

    void anotherWritingOfTheSameHasTheSameHash()
    {
        const auto parsed = parsePolicy(changed("1500", "\n  1500 "));
        QVERIFY(policyHash(std::get<core::Policy>(parsed)) == policyHash(headline()));
        const std::string written = policyJson(std::get<core::Policy>(parsePolicy(withGapSeconds("48.00e-1"))));
        QCOMPARE(written, policyJson(std::get<core::Policy>(parsePolicy(withGapSeconds("4.8")))));
        core::Policy other = headline();
        std::get<core::VisitRule>(other.rule).tooSoonMs += 1;
        QVERIFY(policyHash(other) != policyHash(headline()));
    }

    void numbersAreReadToTheNearestDouble_data()
    {
        QTest::addColumn<std::string>("number");
        // Digits times a power of ten misses some of these by a bit.
        for (const char* number : {"0.1234567890123456789", "3.0000000000000000444", "1234.78901234567",
                                   "98.7654321e-1", "0.3", "8.41", "123.4567890123456"}) {
            QTest::newRow(number) << std::string(number);
        }
    }
    void numbersAreReadToTheNearestDouble()
    {
        QFETCH(std::string, number);
        const auto parsed = parsePolicy(withGapSeconds(number));
        QVERIFY(std::holds_alternative<core::Policy>(parsed));
        QCOMPARE(std::get<core::VisitRule>(std::get<core::Policy>(parsed).rule).queueGapSeconds,
                 std::strtod(number.c_str(), nullptr));
    }

    void everyParameterHasItsBounds()
    {
        QMap<QString, QJsonValue> values;
        collect("", QJsonDocument::fromJson(QByteArray::fromStdString(policyJson(headline())))["parameters"], values);
        QVERIFY(values.size() > 20);
        const QJsonObject whole = QJsonDocument::fromJson(QByteArray::fromStdString(policyJson(headline()))).object();
        for (auto value = values.begin(); value != values.end(); ++value) {
            for (const QJsonValue& bad : {QJsonValue(-1), QJsonValue(1e9), QJsonValue("x"), QJsonValue(true),
                                          QJsonValue(QJsonValue::Null), QJsonValue(QJsonObject{{"x", 1}})}) {
                QJsonObject document = whole;
                QJsonObject parameters = document["parameters"].toObject();
                const QStringList path = value.key().split('/', Qt::SkipEmptyParts);
                if (path.size() == 1) {
                    parameters[path[0]] = bad;
                } else {
                    QJsonObject inner = parameters[path[0]].toObject();
                    inner[path[1]] = bad;
                    parameters[path[0]] = inner;
                }
                document["parameters"] = parameters;
                const QString faults = faultsOf(QJsonDocument(document).toJson().toStdString());
                QVERIFY2(faults.contains("/parameters" + value.key()), qPrintable(value.key() + " " + faults));
            }
        }
    }

    void everyMemberIsWanted()
    {
        const QString faults = faultsOf(R"({"format":1,"name":"x","rule":"visits"})");
        QMap<QString, QJsonValue> values;
        collect("", QJsonDocument::fromJson(QByteArray::fromStdString(policyJson(headline())))["parameters"], values);
        QCOMPARE(faults.count("is missing"), values.size());
        QCOMPARE(faultsOf("{}").count("is missing"), 3);
    }

    void whatIsWrongIsSaidWithItsPlace_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<QString>("fault");
        QTest::newRow("no JSON") << std::string("policy") << "  the whole document: is not JSON";
        QTest::newRow("a list") << std::string("[]") << "  the whole document: must be an object";
        QTest::newRow("too large") << std::string(wire::policyBytesMax + 1, ' ')
                                   << "  the whole document: has 16385 bytes, more than 16384";
        QTest::newRow("newer format") << changed("\"format\": 1", "\"format\": 2")
                                      << "  /format: must be the number 1, not 2";
        QTest::newRow("name") << changed("\"headline\"", "\"my policy\"")
                              << "  /name: must be a standard policy's name or 1 to 32 letters";
        QTest::newRow("unknown rule") << changed("\"visits\"", "\"lag-1\"")
                                      << "  /rule: must be one of \"every_tap\" \"fixed_window\" \"visits\"";
        QTest::newRow("misspelt") << changed("too_soon_ms", "to_soon_ms")
                                  << "  /parameters/to_soon_ms: is no member of a policy of this rule";
        QTest::newRow("a parameter twice") << changed("\"too_soon_ms\"", "\"too_soon_ms\": 1500, \"too_soon_ms\"")
                                           << "  /parameters/too_soon_ms: stands here twice; keep one";
        QTest::newRow("a fraction of a millisecond")
            << changed("1500", "1500.5")
            << "  /parameters/too_soon_ms: must be a whole number from 0 to 60000, "
               "not 1500.5";
        QTest::newRow("enumeration") << changed("\"sparingly\"", "\"often\"")
                                     << "  /parameters/claims: must be one of \"never\" \"sparingly\" \"always\"";
        QTest::newRow("a flag that is none") << changed("\"too_soon_ms\"", "\"tickets_required\": 1, \"too_soon_ms\"")
                                             << "  /parameters/tickets_required: must be true or false";
        QTest::newRow("a flag of another rule")
            << std::string(R"({"format":1,"name":"x","rule":"every_tap","parameters":{"tickets_required":true}})")
            << "  /parameters/tickets_required: is no member of a policy of this rule";
        QTest::newRow("no object") << std::string(R"({"format":1,"name":"x","rule":"visits","parameters":5})")
                                   << "  /parameters: must be an object";
        QTest::newRow("window of nothing")
            << std::string(R"({"format":1,"name":"x","rule":"fixed_window","parameters":{"window_ms":0}})")
            << "  /parameters/window_ms: must be a whole number from 1 to 3600000, not 0";
        QTest::newRow("parameters of another rule")
            << std::string(R"({"format":1,"name":"x","rule":"every_tap","parameters":{"window_ms":1}})")
            << "  /parameters/window_ms: is no member of a policy of this rule";
        QTest::newRow("a list within") << std::string(
                                              R"({"format":1,"name":"x","rule":"every_tap","parameters":[1,2]})")
                                       << "  /parameters/1: is no member of a policy of this rule";
    }
    void whatIsWrongIsSaidWithItsPlace()
    {
        QFETCH(std::string, text);
        QFETCH(QString, fault);
        QVERIFY2(faultsOf(text).contains(fault), qPrintable(faultsOf(text)));
    }

    void sharesThatComeToAllVisitsAreRefused()
    {
        core::Policy policy = headline();
        std::get<core::VisitRule>(policy.rule).correcting.share = 0.95;
        QVERIFY(faultsOf(policyJson(policy)).contains("less than 1 together"));
    }
};

QTEST_APPLESS_MAIN(TestPolicy)
#include "test_policy.moc"
