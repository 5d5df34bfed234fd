// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/audit.h"
#include "sync/wire/keys.h"

#include "tests/support/fakes.h"
#include "tests/sync/wire/samples.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace smiley;
using namespace smiley::test;
using wire::AuditAnchors;
using wire::AuditFault;
using wire::AuditRecord;
using Rows = std::vector<AuditRecord>;

namespace {

/// Hashes from row `from` (an index) on made again, as a forger would who knows how.
void chain(Rows& rows, std::size_t from = 0)
{
    for (std::size_t index = from; index < rows.size(); ++index) {
        const auto before = index == 0 ? std::nullopt : std::optional(rows[index - 1].hash);
        rows[index].hash = wire::auditHash(before, rows[index]);
    }
}

void cut(Rows& rows, std::size_t count) { rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(count), rows.end()); }

Rows trailOf(std::size_t count, core::Random& random)
{
    Rows rows;
    for (std::size_t number = 1; number <= count; ++number) {
        const std::string hour =
            "2026-11-2" + std::to_string(random.below(10)) + " 1" + std::to_string(random.below(10));
        rows.push_back({number, hour, "p-" + std::to_string(random.below(4)), "settings-changed",
                        random.below(3) == 0 ? "" : std::to_string(random.below(1000)), wire::noHash()});
    }
    chain(rows);
    return rows;
}

bool sameUpTo(std::size_t last, const Rows& one, const Rows& other)
{
    for (std::size_t index = 0; index <= last; ++index) {
        if (index >= one.size() || one[index].hash != other[index].hash) {
            return false;
        }
    }
    return true;
}

std::set<AuditFault::Kind> kindsIn(const Rows& rows, const AuditAnchors& anchors = {})
{
    std::set<AuditFault::Kind> kinds;
    for (const AuditFault& fault : wire::verifyAudit(rows, anchors).faults) {
        kinds.insert(fault.kind);
    }
    return kinds;
}

// Without raw strings that end in a quotation mark: moc 6.4 loses its way in them.
constexpr const char* auditLine = "{\"kind\":\"audit\",\"number\":1,\"hour\":\"2026-11-22 "
                                  "14\",\"who\":\"p-anna\",\"what\":\"cleaning\",\"detail\":\"\","
                                  "\"hash\":\"1111111111111111111111111111111111111111111111111111111111111111\"}";
constexpr const char* typedLine = R"({"kind":"typed_count","day":"2026-11-22","what":"door","count":40})";

} // namespace

class TestAudit final : public QObject {
    Q_OBJECT

private slots:
    void theHashIsWhatTheFileSays()
    {
        const AuditRecord row{2, "2026-11-22 14", "p-anna", "cleaning", "æ", wire::noHash()};
        const core::Hash before = wire::sha256("before");
        QCOMPARE(wire::auditHash(before, row).text(), wire::sha256("smileystand audit 1\n" + before.text() +
                                                                   "\n2\n13:2026-11-22 14\n6:p-anna\n8:cleaning\n2:æ\n")
                                                          .text());
        QVERIFY(wire::auditHash(std::nullopt, row) == wire::auditHash(wire::noHash(), row));
    }

    void noTwoRowsHaveTheSameBytes()
    {
        // Texts that would run into each other without their lengths.
        const std::vector<std::pair<std::string, std::string>> pairs{{"a", "b"},     {"ab", ""},   {"", "ab"},
                                                                     {"a\n1:b", ""}, {"a\n", "b"}, {"", "a\n1:b"}};
        std::set<core::Hash> hashes;
        for (const auto& [what, detail] : pairs) {
            hashes.insert(wire::auditHash(std::nullopt, {1, "2026-11-22 14", "p", what, detail, wire::noHash()}));
        }
        QCOMPARE(hashes.size(), pairs.size());
    }

    void anHourIsADayAndTwoDigits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("is");
        QTest::newRow("first") << "2026-11-22 00" << true;
        QTest::newRow("last") << "2026-11-22 23" << true;
        QTest::newRow("24") << "2026-11-22 24" << false;
        QTest::newRow("minutes") << "2026-11-22 14:07" << false;
        QTest::newRow("no such day") << "2026-11-31 14" << false;
        QTest::newRow("one digit") << "2026-11-22 9" << false;
        QTest::newRow("letters") << "2026-11-22 1x" << false;
        QTest::newRow("below zero") << "2026-11-22 0/" << false;
        QTest::newRow("empty") << "" << false;
    }
    void anHourIsADayAndTwoDigits()
    {
        QFETCH(QString, text);
        QFETCH(bool, is);
        QCOMPARE(wire::isAuditHour(text.toStdString()), is);
    }

    void aRowsTextIsCutAndCleaned()
    {
        QCOMPARE(wire::auditText("Å\"ø\\\n\x01 \xff\u202e.", 40), std::string("Å\"ø\\?? ??."));
        QCOMPARE(wire::auditText("æøå", 2), std::string("æø"));
        QCOMPARE(wire::auditText("", 2), std::string());
    }

    void aWholeTrailHasNoFaultAndSaysHowFarItIsVouchedFor()
    {
        SeededRandom random(3);
        const Rows rows = trailOf(9, random);
        QCOMPARE(wire::verifyAudit({}, {}).vouchedTo, std::uint64_t{0});
        QVERIFY(wire::verifyAudit({}, {}).faults.empty());
        const auto check = wire::verifyAudit(rows, {{4, rows[3].hash}, {6, rows[5].hash}});
        QVERIFY(check.faults.empty());
        QCOMPARE(check.vouchedTo, std::uint64_t{6});
    }

    /// Edits of each field, deletions, insertions, swaps, cuts; with the hashes left, or made again by who knows how.
    void aThousandMutationsBeforeAnAnchorAreAllFound()
    {
        SeededRandom random(20'261'122);
        int mutations = 0;
        for (int seed = 0; mutations < 1000; ++seed) {
            const Rows original = trailOf(2 + random.below(30), random);
            const std::size_t anchor = 1 + random.below(static_cast<std::uint32_t>(original.size()) - 1);
            const AuditAnchors anchors{{anchor + 1, original[anchor].hash}};
            QVERIFY(wire::verifyAudit(original, anchors).faults.empty());
            const std::size_t at = random.below(static_cast<std::uint32_t>(anchor) + 1); // up to the anchor
            for (int kind = 0; kind < 12; ++kind) {
                const bool isForged = random.below(2) == 1;
                Rows rows = original;
                AuditRecord& row = rows[at];
                switch (kind) {
                case 0: row.hour.back() = row.hour.back() == '9' ? '8' : '9'; break;
                case 1: row.who += "x"; break;
                case 2: row.what = "cleaning"; break;
                case 3: row.detail += "0"; break;
                case 4: row.number += 1; break;
                case 5: row.hash = wire::sha256("another"); break;
                case 6: std::swap(row.who, row.what); break;
                case 7: rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(at)); break;
                case 8: rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(at), rows[at]); break;
                case 9: std::swap(rows[at], rows[at == anchor ? at - 1 : at + 1]); break;
                case 10: cut(rows, anchor); break; // the anchored row and all after it are gone
                default: {
                    const std::size_t other = at == anchor ? at - 1 : at + 1;
                    std::swap(rows[at].detail, rows[other].detail);
                    std::swap(rows[at].who, rows[other].who);
                    if (rows[at].detail == original[at].detail && rows[at].who == original[at].who) {
                        continue; // the two rows were alike: nothing was changed
                    }
                }
                }
                if (isForged && kind != 5 && kind != 4) { // what a forger with the program could do
                    for (std::size_t index = 0; index < rows.size(); ++index) {
                        rows[index].number = index + 1;
                    }
                    chain(rows);
                    if (kind == 8) {
                        cut(rows, original.size());
                    }
                }
                if (isForged && sameUpTo(anchor, rows, original)) {
                    continue; // two like rows swapped, or one put in behind the anchor
                }
                ++mutations;
                const auto check = wire::verifyAudit(rows, anchors);
                QVERIFY2(!check.faults.empty(), qPrintable(QString("seed %1, mutation %2").arg(seed).arg(kind)));
            }
        }
    }

    void aCutAfterTheLastAnchorIsUnknown()
    {
        SeededRandom random(5);
        Rows rows = trailOf(9, random);
        const AuditAnchors anchors{{6, rows[5].hash}};
        cut(rows, 7);
        const auto check = wire::verifyAudit(rows, anchors);
        QVERIFY(check.faults.empty());               // nothing can be said against it …
        QCOMPARE(check.vouchedTo, std::uint64_t{6}); // … and nothing for what comes after row 6
    }

    void theRecordsAreWrittenAsTheFormatSays()
    {
        wire::Envelope envelope{header(), {}, {}, {}, {}, {}};
        envelope.header.auditRows = 1;
        envelope.header.auditHead = *core::Hash::parse(std::string(64, '1'));
        envelope.audit = {{1, "2026-11-22 14", "p-anna", "cleaning", "", *envelope.header.auditHead}};
        envelope.typedCounts = {{day("2026-11-22"), "door", 40}};
        SeededRandom random(1);
        const std::string bytes = wire::writeEnvelope(envelope, goldenKey(), random).bytes;
        const std::string text = decompressed(bytes);
        QVERIFY(text.find(R"("counts":{"audit":1,"typed_count":1},"audit_head":)" +
                          ("\"" + std::string(64, '1') + "\"") + R"(,"audit_rows":1,"example":true)") !=
                std::string::npos);
        QVERIFY(text.find(std::string("\n") + auditLine + "\n" + typedLine + "\n") != std::string::npos);
        const auto read = wire::readEnvelope(bytes, goldenKey().publicKey());
        QVERIFY(read && read->faults.empty());
        QCOMPARE(read->envelope.audit.size(), 1U);
        QVERIFY(read->envelope.typedCounts == envelope.typedCounts);
        QVERIFY(read->envelope.header.auditHead == envelope.header.auditHead);
        QCOMPARE(read->envelope.header.auditRows, std::uint64_t{1});
        // Whoever must delete comments keeps the rest.
        const auto kept = wire::readWithoutComments(*wire::withoutComments(bytes));
        QCOMPARE(kept->envelope.audit.size(), 1U);
        QCOMPARE(kept->envelope.typedCounts.size(), 1U);
    }

    void aBadRecordIsListed_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const char* from, const QString& to, const char* message) {
            QTest::newRow(name) << from << to << message;
        };
        row("number 0", R"("number":1)", R"("number":0)", "/number: must be a whole number");
        row("an exact time", "2026-11-22 14", "2026-11-22 14:07", "/hour:");
        row("no such hour", "2026-11-22 14", "2026-11-22 24", "/hour: must be a day and an hour");
        row("nobody", "p-anna", "", "/who: ");
        row("a long name", "p-anna", QString(81, 'x'), "/who: ");
        row("a long word", "cleaning", QString(41, 'x'), "/what: ");
        row("a long detail", R"("detail":"")", "\"detail\":\"" + QString(401, 'x') + "\"", "/detail: ");
        row("a short hash", "1111", "111", "/hash: must be a SHA-256");
        row("another count", R"("door")", R"("windows")", "/what: must be one of \"door\" \"appointments\"");
        row("a negative count", "40", "-4", "/count: must be a whole number");
    }
    void aBadRecordIsListed()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, message);
        std::string lines = std::string(auditLine) + "\n" + typedLine + "\n";
        const std::size_t at = lines.find(from.toStdString());
        QVERIFY(at != std::string::npos);
        lines.replace(at, static_cast<std::size_t>(from.size()), to.toStdString());
        const auto read =
            wire::readEnvelope(sealed(headerLine(R"({"audit":1,"typed_count":1})") + lines), goldenKey().publicKey());
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QCOMPARE(read->faults.size(), 1U);
        QCOMPARE(read->envelope.audit.size() + read->envelope.typedCounts.size(), 1U);
        QVERIFY2(read->faults[0].message.find(message.toStdString()) != std::string::npos,
                 read->faults[0].message.c_str());
    }

    void eachFaultHasItsName()
    {
        using Kind = AuditFault::Kind;
        SeededRandom random(6);
        const Rows whole = trailOf(6, random);
        Rows rows = whole;
        rows.erase(rows.begin() + 2);
        QVERIFY(kindsIn(rows) == std::set{Kind::Gap});
        rows = whole;
        rows.erase(rows.begin());
        QVERIFY(kindsIn(rows) == std::set{Kind::Gap});
        rows = whole;
        rows[3].who = "somebody";
        QVERIFY(kindsIn(rows) == std::set{Kind::Changed});
        rows = whole;
        std::swap(rows[3], rows[4]);
        QVERIFY(kindsIn(rows).contains(Kind::OutOfOrder));
        QVERIFY(kindsIn(whole, {{6, wire::sha256("x")}}) == std::set{Kind::Anchor});
        QVERIFY(kindsIn(whole, {{7, whole[5].hash}}) == std::set{Kind::Anchor});

        // A disk taken back to row 4 goes on in another way; a new disk begins at 1.
        Rows back = whole;
        cut(back, 5);
        back[4].who = "somebody";
        chain(back, 4);
        rows = whole;
        rows.insert(rows.begin() + 5, back[4]);
        QVERIFY(kindsIn(rows) == std::set{Kind::Twice});
        Rows anew = trailOf(2, random);
        rows = {whole[0], anew[0], whole[1], anew[1], whole[2]};
        QVERIFY(kindsIn(rows) == (std::set{Kind::BegunAnew, Kind::Twice}));
        QCOMPARE(wire::nameOf(Kind::Anchor), std::string_view("anchor"));
    }
};

QTEST_APPLESS_MAIN(TestAudit)
#include "test_audit.moc"
