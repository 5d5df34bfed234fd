// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/audit.h"
#include "sync/outbox/settings_keys.h"

#include "tests/support/quick_folder.h"
#include "tests/sync/outbox/world.h"

#include <QTest>

#include <string>
#include <thread>
#include <vector>

// The audit trail from the stand's database into its envelopes.

using namespace smiley;
using namespace smiley::test;
using outbox::record;

namespace {

core::Now nowAt(const char* day, int hour, int minute)
{
    return {core::MonotonicMs{1}, core::WallMs{core::count(at(day, hour)) + minute * std::int64_t{60'000}},
            core::ClockQuality::Anchored};
}

std::vector<std::uint64_t> numbersIn(const wire::Envelope& envelope)
{
    std::vector<std::uint64_t> numbers;
    for (const wire::AuditRecord& row : envelope.audit) {
        numbers.push_back(row.number);
    }
    return numbers;
}

using Numbers = std::vector<std::uint64_t>;

} // namespace

class TestAudit final : public QObject {
    Q_OBJECT

private:
    QuickFolders m_folders;

private slots:
    void aRowHasItsHourAndNothingFiner()
    {
        World world(m_folders.next());
        QVERIFY(record(world.store(), {"p-anna", "signed-in", ""}, nowAt("2026-11-22", 9, 59)));
        QVERIFY(record(world.store(), {"-", "cleaning", "30 s"}, nowAt("2026-11-22", 10, 0)));
        QVERIFY(record(world.store(), {"-", "cleaning", ""}, nowAt("2026-07-01", 23, 30))); // summer time
        const auto rows = *world.store().auditRows(0, 10);
        QCOMPARE(rows.size(), 3U);
        QCOMPARE(rows[0].hour, std::string("2026-11-22 09"));
        QCOMPARE(rows[1].hour, std::string("2026-11-22 10"));
        QCOMPARE(rows[2].hour, std::string("2026-07-01 23"));
        QCOMPARE(rows[1].who + rows[1].what + rows[1].detail, std::string("-cleaning30 s"));
        QVERIFY(outbox::verifyAudit(rows, {}).faults.empty());
    }

    void whatNobodySignedInForIsCountedAfterTenRowsInAnHour()
    {
        World world(m_folders.next());
        const auto rows = [&] { return *world.store().auditRows(0, 1000); };
        for (int time = 0; time < 10; ++time) {
            QVERIFY(record(world.store(), {"-", "inviting", ""}, nowAt("2026-11-22", 9, time)));
        }
        QVERIFY(record(world.store(), {"-", "cleaning", ""}, nowAt("2026-11-22", 9, 20))); // each by itself
        QCOMPARE(rows().size(), 11U);
        QVERIFY(record(world.store(), {"-", "inviting", ""}, nowAt("2026-11-22", 9, 30), {{"mark", "on"}}));
        QCOMPARE(rows().size(), 11U); // one above: no row, but it is done
        QCOMPARE(**world.store().setting("mark"), std::string("on"));
        QVERIFY(record(world.store(), {"p-anna", "signed-in", ""}, nowAt("2026-11-22", 9, 40)));
        for (int time = 0; time < 500; ++time) {
            QVERIFY(record(world.store(), {"-", "inviting", ""}, nowAt("2026-11-22", 9, 50)));
        }
        QCOMPARE(rows().size(), 12U);
        QCOMPARE(rows().back().who, std::string("p-anna")); // who signed in always has a row
        QVERIFY(record(world.store(), {"p-anna", "settings-changed", "volume"}, nowAt("2026-11-22", 11, 0)));
        QCOMPARE(rows().size(), 14U);
        QCOMPARE(rows()[12].who + rows()[12].what, std::string("-inviting"));
        QCOMPARE(rows()[12].detail, std::string("501 more, 2026-11-22 09-10"));
        QCOMPARE(rows()[13].what, std::string("settings-changed"));
        QVERIFY(record(world.store(), {"-", "inviting", ""}, nowAt("2026-11-22", 11, 1))); // another hour, rows again
        QCOMPARE(rows().size(), 15U);
        QVERIFY(outbox::verifyAudit(rows(), {}).faults.empty());
    }

    void whatHasNoRowIsStillWrittenAsAWhole()
    {
        World world(m_folders.next());
        const core::Day day = dayOf(firstDay);
        for (int time = 0; time < 10; ++time) {
            QVERIFY(record(world.store(), {"-", "typed-count", ""}, world.now()));
        }
        QVERIFY(record(world.store(), {"-", "typed-count", ""}, world.now(), {{"a", "1"}}, {{day, "door", 40}}));
        QCOMPARE(world.store().auditRows(0, 100)->size(), 10U);
        QCOMPARE(**world.store().setting("a"), std::string("1"));
        QCOMPARE(world.store().typedCounts(day, day)->size(), 1U);
        QCOMPARE(world.store().typedCounts(day, day)->front().count, std::uint64_t{40});
        // A setting that can't be written takes the others with it, and the count of what has no row.
        const auto counted = **world.store().setting(outbox::setting::auditUnsigned);
        QVERIFY(!record(world.store(), {"-", "typed-count", ""}, world.now(), {{"a", "2"}, {"", "no key"}},
                        {{day, "door", 41}}));
        QCOMPARE(**world.store().setting("a"), std::string("1"));
        QCOMPARE(world.store().typedCounts(day, day)->front().count, std::uint64_t{40});
        QCOMPARE(**world.store().setting(outbox::setting::auditUnsigned), counted);
    }

    void theCountLeavesWithTheEnvelopeAlsoWhereNobodyCameAfter()
    {
        World world(m_folders.next());
        world.enrol();
        world.goTo(0, 9);
        for (int time = 0; time < 12; ++time) {
            QVERIFY(record(world.store(), {"-", "cleaning", ""}, world.now()));
        }
        world.closeDayWith(0, 6);
        const auto audit = world.content(world.envelopes().front()).audit;
        QCOMPARE(audit.size(), 11U);
        QCOMPARE(audit.back().detail, "2 more, " + std::string(firstDay) + " 09-10");
    }

    void settingsAndCountsAreWrittenWithTheirRow()
    {
        World world(m_folders.next());
        QVERIFY(record(world.store(), {"p-anna", "typed-count", "door 40"}, world.now(), {{"idle_ms", "9000"}},
                       {{dayOf(firstDay), "door", 40}}));
        QCOMPARE(**world.store().setting("idle_ms"), std::string("9000"));
        QCOMPARE(world.store().typedCounts(dayOf(firstDay), dayOf(firstDay))->front().count, std::uint64_t{40});
        QVERIFY(!record(world.store(), {"p-anna", "settings-changed", ""}, world.now(), {{"", "no key"}}));
        QCOMPARE(world.store().auditRows(0, 10)->size(), 1U);
    }

    void twoProcessesMakeOneChain()
    {
        World world(m_folders.next());
        const auto write = [&](const char* who) {
            SeededRandom random;
            const auto own = std::move(*store::Store::open(world.database(), random));
            for (int row = 0; row < 40; ++row) {
                if (!record(*own, {who, "settings-changed", std::to_string(row)}, world.now())) {
                    qFatal("not recorded");
                }
            }
        };
        std::thread other(write, "admin");
        write("p-anna");
        other.join();
        const auto rows = *world.store().auditRows(0, 1000);
        QCOMPARE(rows.size(), 80U);
        QVERIFY(outbox::verifyAudit(rows, {}).faults.empty());
    }

    void longAndStrangeTextsAreCutSoThatTheyTravel()
    {
        World world(m_folders.next());
        world.enrol();
        QVERIFY(record(world.store(), {std::string(500, 'x'), "settings-changed", "a\nb\xff" + std::string(900, 'y')},
                       world.now()));
        world.closeDayWith(0, 6);
        const auto envelopes = world.envelopes();
        QCOMPARE(envelopes.size(), 1U);
        const auto read = wire::readEnvelope(
            envelopes[0].bytes, wire::readStandIdentity(readBytes(world.setup.outbox / "stand.json"))->envelopeKey);
        QVERIFY(read->faults.empty());
        QCOMPARE(read->envelope.audit.back().detail.substr(0, 4), std::string("a?b?"));
        QCOMPARE(read->envelope.audit.back().detail.size(), wire::auditDetailMax);
    }

    void eachRowTravelsOnceAndTheHeadIsInEveryHeader()
    {
        World world(m_folders.next());
        world.enrol();
        QVERIFY(record(world.store(), {"p-anna", "signed-in", ""}, world.now()));
        QVERIFY(record(world.store(), {"p-anna", "settings-changed", "volume"}, world.now()));
        world.closeDayWith(0, 6);
        world.closeDayWith(1, 6);
        QVERIFY(record(world.store(), {"-", "cleaning", ""}, world.now()));
        world.closeDayWith(2, 6);
        const auto sealed = world.envelopes();
        QCOMPARE(sealed.size(), 3U);
        std::vector<wire::AuditRecord> all;
        wire::AuditAnchors anchors;
        for (const auto& each : sealed) {
            const wire::Envelope envelope = world.content(each);
            all.insert(all.end(), envelope.audit.begin(), envelope.audit.end());
            QVERIFY(envelope.header.auditHead.has_value());
            anchors.emplace(envelope.header.auditRows, *envelope.header.auditHead);
        }
        const auto last = **world.store().lastAuditRow();
        QCOMPARE(all.size(), last.number);
        QVERIFY(world.content(sealed[1]).audit.empty());
        QVERIFY(*world.content(sealed[1]).header.auditHead == *world.content(sealed[0]).header.auditHead);
        const auto check = wire::verifyAudit(all, anchors);
        QVERIFY(check.faults.empty());
        QCOMPARE(check.vouchedTo, last.number);
    }

    void theTrailAloneMakesNoEnvelope()
    {
        World world(m_folders.next());
        world.enrol();
        world.closeDayWith(0, 6);
        QCOMPARE(world.envelopes().size(), 1U);
        QVERIFY(record(world.store(), {"-", "cleaning", ""}, world.now()));
        world.goTo(1, 12);
        world.tick();
        QCOMPARE(world.envelopes().size(), 1U);
    }

    void aCutBeforeTheNoteSendsTheRowsTwice()
    {
        World world(m_folders.next());
        world.enrol();
        QVERIFY(record(world.store(), {"-", "cleaning", ""}, world.now()));
        world.closeDayWith(0, 6);
        const Numbers first = numbersIn(world.content(world.envelopes()[0]));
        QVERIFY(!first.empty());
        QVERIFY(world.store().setSetting(outbox::setting::auditSent, "")); // as if it had never been written
        world.closeDayWith(1, 6);
        QVERIFY(numbersIn(world.content(world.envelopes()[1])) == first);
    }

    void anEnvelopeIssuedAgainKeepsItsRows()
    {
        World world(m_folders.next());
        world.enrol();
        QVERIFY(record(world.store(), {"-", "cleaning", ""}, world.now(), {}, {{dayOf(firstDay), "door", 40}}));
        world.closeDayWith(0, 6);
        const auto before = world.envelopes();
        const wire::Envelope first = world.content(before[0]);
        world.receive(before[0], wire::Receipt::Outcome::Fork);
        QVERIFY(world.tick().forked);
        const auto after = world.envelopes();
        const wire::Envelope again = world.content(after.back());
        QVERIFY(after.back().epoch != before[0].epoch);
        QVERIFY(numbersIn(again) == numbersIn(first));
        QVERIFY(again.header.auditHead == first.header.auditHead);
        QCOMPARE(again.header.auditRows, first.header.auditRows);
        QVERIFY(again.typedCounts == first.typedCounts);
        // In the new epoch the whole trail goes once more: the centre may have lost the old one.
        world.closeDayWith(1, 6);
        QVERIFY(numbersIn(world.content(world.envelopes().back())) == numbersIn(first));
    }

    void whatWasTypedTravelsWithItsDaysAndAgainWhereItWasCorrected()
    {
        World world(m_folders.next());
        world.enrol();
        const core::Day day = dayOf(firstDay);
        const auto type = [&](const std::vector<store::TypedCount>& counts) {
            QVERIFY(outbox::record(world.store(), {"mette", "typed-count", ""}, world.now(), {}, counts));
        };
        type({{day, "door", 40}, {day.next(), "door", 41}}); // the second's day isn't closed yet
        world.closeDayWith(0, 6);
        QVERIFY(world.content(world.envelopes()[0]).typedCounts ==
                (std::vector<wire::TypedCountRecord>{{day, "door", 40}}));
        type({{day, "door", 44}});
        world.closeDayWith(1, 6);
        QVERIFY(world.content(world.envelopes()[1]).typedCounts ==
                    (std::vector<wire::TypedCountRecord>{{day, "door", 44}, {day.next(), "door", 41}}) ||
                world.content(world.envelopes()[1]).typedCounts ==
                    (std::vector<wire::TypedCountRecord>{{day.next(), "door", 41}, {day, "door", 44}}));
    }
};

QTEST_APPLESS_MAIN(TestAudit)
#include "test_audit.moc"
