// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/wire/samples.h"

#include <QtTest>

// Bad lines, bad headers, and what is no envelope at all.

using namespace smiley;
using test::compressed;
using test::goldenKey;
using test::headerLine;
using test::sealed;
using test::visitLine;
using wire::EnvelopeFault;

namespace {

/// With the hash of "{}".
std::string questionnaireLine(const std::string& json)
{
    return R"({"kind":"questionnaire","json":")" + json + R"(","hash":")" + wire::sha256("{}").text() + "\"}";
}

} // namespace

class TestEnvelopeFaults : public QObject {
    Q_OBJECT

private slots:
    void aBrokenNewerMemberIsListed_data()
    {
        QTest::addColumn<QString>("members");
        QTest::addColumn<QString>("pointer");
        QTest::newRow("hash") << R"("hash":"x")"
                              << "/hash";
        QTest::newRow("claims") << R"("claims":{"counted":1,"merged":1,"faces_without":[1]})"
                                << "/claims/faces_without";
        QTest::newRow("runs") << R"("runs":[])"
                              << "/runs";
        QTest::newRow("health") << R"("health":{"days":1,"presence":-1,"doors":0})"
                                << "/health/presence";
        QTest::newRow("model") << R"("model":{"days":1,"draws":2,"visits":-1})"
                               << "/model/visits";
        QTest::newRow("model, a text") << R"("model":{"days":1,"draws":2,"visits":1,"faces":[1,2,3,4,"5"]})"
                                       << "/model/faces";
    }
    void aBrokenNewerMemberIsListed()
    {
        QFETCH(QString, members);
        QFETCH(QString, pointer);
        const std::string line =
            R"({"kind":"tally","policy":"headline","faces":[1,0,0,0,0],)" + members.toStdString() + "}\n";
        const auto read = wire::readEnvelope(sealed(headerLine(R"({"tally":1})") + line), goldenKey().publicKey());
        QVERIFY(read);
        QVERIFY(read->envelope.tallies.empty());
        QCOMPARE(read->faults.size(), 1U);
        QVERIFY2(read->faults[0].message.find(pointer.toStdString() + ":") != std::string::npos,
                 read->faults[0].message.c_str());
    }

    void unknownMembersAreIgnored()
    {
        std::string visit = visitLine();
        visit.insert(visit.size() - 1, R"(,"later":{"x":1})");
        const auto read = wire::readEnvelope(sealed(headerLine(R"({"visit":1})", R"(,"later":[1])") + visit + "\n"),
                                             goldenKey().publicKey());
        QVERIFY2(read && read->faults.empty() && read->envelope.visits.size() == 1,
                 read ? "" : read.error().message.c_str());
    }

    void aBadRecordIsListedAndTheOthersAreRead_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const char* from, const char* to, const char* message) {
            QTest::newRow(name) << from << to << message;
        };
        row("not JSON", R"("OK"})", R"("OK")", "not JSON");
        row("no object", R"({"kind":"visit",)", R"([{"kind":"visit",)", "not JSON");
        row("bad UTF-8", R"("da")", "\"\xff\xfe\"", "not JSON");
        row("NUL", R"("da")", "\"d\\u0000\"", "/language: has a control");
        row("direction mark", R"("da")", "\"d\u202e\"", "/language: has a control or direction character, U+202E");
        row("kind is missing", R"("kind":"visit",)", "", "/kind: is missing");
        row("kind is a number", R"("kind":"visit")", R"("kind":1)", "/kind: must be a text");
        row("a second header", R"("kind":"visit")", R"("kind":"header")", "/kind: must not come between");
        row("a second trailer", R"("kind":"visit")", R"("kind":"trailer")", "/kind: must not come between");
        row("id of version 1", "-4000-8000", "-1000-8000", "/id: must be a lower-case UUID");
        row("id in capitals", "0b8a5c1e", "0B8A5C1E", "/id: must be a lower-case UUID");
        row("no face", R"("face":4,)", "", "/face: is missing");
        row("face 0", R"("face":4)", R"("face":0)", "/face: must be a whole number from 1 to 5");
        row("face 6", R"("face":4)", R"("face":6)", "/face: must be a whole number from 1 to 5");
        row("face 4.0", R"("face":4)", R"("face":4.0)", "/face");
        row("face as text", R"("face":4)", R"("face":"4")", "/face");
        row("unknown span", R"("span":"hour")", R"("span":"minute")", "/block/span: must be one of \"hour\"");
        row("hour 24", R"("hour":9)", R"("hour":24)", "/block/hour");
        row("half-day at 6", R"("span":"hour","day":"2026-11-22","hour":9)",
            R"("span":"half-day","day":"2026-11-22","hour":6)", "/block/hour: must be 0 or 12");
        row("no such day", R"("day":"2026-11-22")", R"("day":"2026-02-30")", "/block/day: must be an existing day");
        row("day outside", R"("day":"2026-11-22")", R"("day":"2026-11-23")", "/block: must lie within");
        row("days the wrong way round", R"("span":"hour","day":"2026-11-22","hour":9)",
            R"("span":"days","first":"2026-11-22","last":"2026-11-21")", "/block: must lie within");
        row("block is a text", R"({"span":"hour","day":"2026-11-22","hour":9})", R"("2026-11-22T09")",
            "/block: must be an object");
        row("answers is a list", R"("answers":{})", R"("answers":[])", "/answers: must be an object");
        row("answer is a text", R"("answers":{})", R"("answers":{"B1":"4"})", "/answers/B1: must be a list");
        row("answer is a number", R"("answers":{})", R"("answers":{"B1":[4]})", "/answers/B1: must be a question id");
        row("question id with space", R"("answers":{})", R"("answers":{"B 1":["4"]})", "/answers/B 1: must be");
        row("pointer is escaped", R"("answers":{})", R"("answers":{"a/b~c":["4"]})", "/answers/a~1b~0c: must be");
        row("no language", R"("language":"da",)", "", "/language: is missing");
        row("questionnaire is no hash", "aaaaaaaa", "AAAAAAAA", "/questionnaire: must be a SHA-256");
        row("merged", R"("count")", R"("merged")", "/verdict: must be one of \"count\" \"excluded\"");
        row("reason of a newer program", R"("OK")", R"("NEVER_HEARD_OF")", "/reason: must be a reason code");
        row("the same id again", "000000000001", "000000000002", "/id: must not come twice");
    }

    void aBadRecordIsListedAndTheOthersAreRead()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, message);
        const std::string good = visitLine("0b8a5c1e-0000-4000-8000-000000000002");
        std::string bad = visitLine();
        const std::size_t at = bad.find(from.toStdString());
        QVERIFY(at != std::string::npos);
        // The row "bad UTF-8" is bytes, not text.
        const std::string with = QTest::currentDataTag() == QString("bad UTF-8") ? "\"\xff\xfe\"" : to.toStdString();
        bad.replace(at, static_cast<std::size_t>(from.size()), with);
        const auto read = wire::readEnvelope(sealed(headerLine(R"({"visit":2})") + good + "\n" + bad + "\n"),
                                             goldenKey().publicKey());
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QCOMPARE(read->envelope.visits.size(), std::size_t{1});
        QVERIFY(!read->faults.empty());
        const wire::RecordFault& fault = read->faults.front();
        QCOMPARE(fault.line, std::size_t{3});
        QCOMPARE(fault.text, bad);
        QVERIFY2(QString::fromStdString(fault.message).contains(message), fault.message.c_str());
        // Found, though not readable; one without a kind shows as a difference to the header.
        const bool hasKind = read->counted.contains("visit") && read->counted.at("visit") == 2;
        QCOMPARE(read->faults.size(), std::size_t{hasKind ? 1U : 2U});
    }

    void otherBadRecordsAreListed_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const std::string& line, const char* message) {
            QTest::newRow(name) << QString::fromStdString(line) << message;
        };
        row("empty line", "", "not JSON");
        row("33 levels", R"({"kind":"x","a":)" + std::string(32, '[') + std::string(32, ']') + "}", "not JSON");
        row("tally with four faces", R"({"kind":"tally","policy":"raw","faces":[1,2,3,4]})", "/faces: must be five");
        row("tally with a fraction", R"({"kind":"tally","policy":"raw","faces":[1,2,3,4,5.5]})",
            "/faces: must be five");
        row("tally with a negative", R"({"kind":"tally","policy":"raw","faces":[1,2,3,4,-5]})", "/faces: must be five");
        row("tally over 32 bits", R"({"kind":"tally","policy":"raw","faces":[1,2,3,4,4294967296]})", "/faces");
        row("tally with a bad reason", R"({"kind":"tally","policy":"raw","faces":[1,2,3,4,5],"reasons":{"OK":-1}})",
            "/reasons/OK: must be a whole number");
        row("questionnaire of another hash", questionnaireLine("{ }"), "/hash: must be the SHA-256");
        row("status of another clock", R"({"kind":"status","days":[],"clock":"good","boots":1})",
            "/clock: must be one");
        row("status of no day", R"({"kind":"status","days":["2026-13-01"],"clock":"none","boots":1})", "/days");
        row("status with bad passages", R"({"kind":"status","days":[],"clock":"none","boots":1,"passages":"x"})",
            "/passages: must be a whole number");
    }

    void otherBadRecordsAreListed()
    {
        QFETCH(QString, line);
        QFETCH(QString, message);
        const auto read =
            wire::readEnvelope(sealed(headerLine(R"({"visit":1})") + line.toStdString() + "\n" + visitLine() + "\n"),
                               goldenKey().publicKey());
        QVERIFY(read);
        QCOMPARE(read->envelope.visits.size(), std::size_t{1});
        QVERIFY(!read->faults.empty());
        QCOMPARE(read->faults.front().line, std::size_t{2});
        QVERIFY2(QString::fromStdString(read->faults.front().message).contains(message),
                 read->faults.front().message.c_str());
    }

    void countsThatDontMatchTheRecordsAreListed()
    {
        const auto read =
            wire::readEnvelope(sealed(headerLine(R"({"visit":2})") + visitLine() + "\n"), goldenKey().publicKey());
        QVERIFY(read);
        QCOMPARE(read->faults.size(), std::size_t{1});
        QCOMPARE(read->faults.front().line, std::size_t{1});
    }

    void aBadHeaderIsRefused_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const char* from, const char* to, const char* message) {
            QTest::newRow(name) << from << to << message;
        };
        row("not JSON", R"({"kind")", R"("kind")", "no header");
        row("a list", R"({"kind":"header",)", R"(["kind","header"]{)", "no header");
        row("another kind", R"("header")", R"("visit")", "/kind");
        row("format 0", R"("format":1)", R"("format":0)", "/format");
        row("format as text", R"("format":1)", R"("format":"1")", "/format");
        row("bad stand", "fjordby-1", "Fjordby 1", "/stand: must be 3 to 40");
        row("bad epoch", "0011", "001", "/epoch");
        row("number 0", R"("number":1)", R"("number":0)", "/number");
        row("number over 2^53", R"("number":1)", R"("number":9007199254740992)", "/number");
        row("number 1 with a predecessor", R"("previous":null)",
            R"("previous":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")", "/previous");
        row("number 2 without", R"("number":1)", R"("number":2)", "/previous");
        row("days the wrong way round", R"("last_day":"2026-11-22")", R"("last_day":"2026-11-21")", "/last_day");
        row("no days", R"("first_day":"2026-11-22",)", "", "/first_day: is missing");
        row("counts are texts", R"({"visit":1})", R"({"visit":"1"})", "/counts/visit");
        row("example as text", R"("program")", R"("example":"yes","program")", "/example");
    }

    void aBadHeaderIsRefused()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, message);
        QString text = QString::fromStdString(headerLine(R"({"visit":1})"));
        QVERIFY(text.contains(from));
        text.replace(from, to);
        const std::string bytes = sealed(text.toStdString() + visitLine() + "\n");
        const auto peeked = wire::peekEnvelope(bytes);
        QVERIFY(!peeked && peeked.error().code == EnvelopeFault::Unreadable);
        QVERIFY2(QString::fromStdString(peeked.error().message).contains(message), peeked.error().message.c_str());
        const auto read = wire::readEnvelope(bytes, goldenKey().publicKey());
        QVERIFY(!read && read.error().code == EnvelopeFault::Unreadable);
    }

    void aNewerFormatIsToldApartFromABadOne()
    {
        QString text = QString::fromStdString(headerLine("{}"));
        text.replace("\"format\":1", "\"format\":2");
        const std::string bytes = compressed(text.toStdString() + "another trailer\n");
        QVERIFY(wire::peekEnvelope(bytes).error().code == EnvelopeFault::NewerFormat);
        const auto read = wire::readEnvelope(bytes, goldenKey().publicKey());
        QVERIFY(!read && read.error().code == EnvelopeFault::NewerFormat);
        QVERIFY(read.error().message.find("update") != std::string::npos);
    }

    void whatIsNoEnvelopeIsRefused()
    {
        for (const std::string& bytes :
             {std::string(), std::string("hello"), std::string(1000, '\0'), compressed(""), compressed("\n"),
              compressed("{}\n"), compressed(headerLine("{}")), compressed(headerLine("{}") + "\n"),
              compressed(headerLine("{}") + "{}\n"), compressed(headerLine("{}") + "[]\n"),
              compressed(headerLine("{}") + R"({"kind":"trailer"})" + "\n")}) {
            const auto read = wire::readEnvelope(bytes, goldenKey().publicKey());
            QVERIFY(!read && read.error().code == EnvelopeFault::Unreadable);
        }
    }
};

QTEST_APPLESS_MAIN(TestEnvelopeFaults)
#include "test_envelope_faults.moc"
