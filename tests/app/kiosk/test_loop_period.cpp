// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/kiosk/loop_stand.h"

#include <QTest>

// Staff at the stand: a visit ends cleanly, nothing counts meanwhile, and no answer ever stands on the wrong side of a
// period's end.

using namespace smiley;
using namespace smiley::test;
using core::Face;
using core::Period;

namespace {

std::string periodsOf(const Stand& stand)
{
    std::string text;
    for (const core::Event& row : stand.disk.rows) {
        if (const auto* period = std::get_if<Period>(&row.content)) {
            text += std::string(period->begins ? "+" : "-") + "SCT"[static_cast<int>(period->kind)];
        }
        text += std::holds_alternative<core::Tap>(row.content) ? "t" : "";
        text += std::holds_alternative<core::VisitEnded>(row.content) ? "e" : "";
    }
    return text;
}

} // namespace

class TestLoopPeriod : public QObject {
    Q_OBJECT

private slots:
    void aVisitEndsAndItsAnswersAreKept()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::FaceTapped{Face::Good});
        loop.handle(core::InvitationAccepted{});
        loop.handle(core::OptionToggled{option("x")});
        loop.handle(core::NextPressed{});
        loop.setPeriod(Period::Kind::Staff);
        QCOMPARE(periodsOf(stand), std::string("te+S"));
        QCOMPARE(stand.count<core::Answered>(), 1U);
        QVERIFY(loop.screen().closed);
        QVERIFY(!loop.screen().banner);
    }

    void whateverIsTappedMeanwhileIsNoTap()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.setPeriod(Period::Kind::Staff);
        loop.handle(core::FaceTapped{Face::VeryBad});
        loop.handle(core::LanguageChosen{"en"});
        loop.handle(core::AboutOpened{});
        loop.setPeriod(Period::Kind::Test);
        loop.handle(core::FaceTapped{Face::VeryBad});
        loop.setPeriod(std::nullopt);
        QCOMPARE(periodsOf(stand), std::string("+S-S+T-T"));
        QCOMPARE(loop.screen().language, std::string("da"));
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(periodsOf(stand), std::string("+S-S+T-Tt"));
    }

    /// A full disk: the end of the period is owed, and no answer is written before it.
    void anEndThatCannotBeWrittenComesBeforeTheNextAnswer()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.setPeriod(Period::Kind::Staff);
        stand.disk.faults = {core::JournalFault::Full, core::JournalFault::Full};
        loop.setPeriod(std::nullopt);
        QVERIFY(!loop.screen().closed);
        loop.handle(core::FaceTapped{Face::Good}); // the second fault: still full
        QVERIFY(loop.screen().trouble);
        QCOMPARE(periodsOf(stand), std::string("+S"));
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(periodsOf(stand), std::string("+S-St"));
        QVERIFY(loop.screen().banner.has_value());
    }

    /// The journal is closed and opened again after a failed disk; what is owed keeps its order.
    void whatIsOwedKeepsItsOrder()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        stand.disk.faults = {core::JournalFault::Io, core::JournalFault::Io, core::JournalFault::Io};
        loop.setPeriod(Period::Kind::Cleaning);
        loop.setPeriod(Period::Kind::Staff);
        loop.setPeriod(std::nullopt);
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(periodsOf(stand), std::string("+C-C+S-St"));
    }

    /// A disk that fails for days: whole periods go, and what is left still ends as it begins.
    void whatIsOwedHasAnEndAndStaysInPairs()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.setPeriod(Period::Kind::Staff);
        stand.disk.faults.assign(2000, core::JournalFault::Full);
        loop.setPeriod(std::nullopt);
        for (int i = 0; i < 400; ++i) {
            loop.setPeriod(Period::Kind::Cleaning);
            loop.setPeriod(std::nullopt);
        }
        loop.setPeriod(Period::Kind::Staff);
        stand.disk.faults.clear();
        loop.setPeriod(std::nullopt);
        loop.handle(core::FaceTapped{Face::Good});
        const std::string rows = periodsOf(stand);
        QVERIFY2(rows.starts_with("+S-S+C-C") && rows.ends_with("+C-C+S-St"), rows.c_str());
        QVERIFY(rows.size() > 400 && rows.size() < 600);
        for (std::size_t i = 0; i + 1 < rows.size(); i += 4) {
            QCOMPARE(rows[i], '+');
            QCOMPARE(rows[i + 2], '-');
            QCOMPARE(rows[i + 1], rows[i + 3]);
        }
    }

    /// Also what says how many have left.
    void nothingIsWrittenBeforeWhatIsOwed()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::InputEvent{core::InputEvent::Kind::Passage, 1, stand.clock.now().monotonic});
        loop.handle(core::FaceTapped{Face::Good});
        stand.disk.faults = {core::JournalFault::Full, core::JournalFault::Full};
        loop.setPeriod(Period::Kind::Staff);
        stand.clock.advance(core::leftWithinMs);
        QCOMPARE(stand.count<Period>(), 0U);
        // Nothing is tried for it: where that fails, the journal would be closed for no answer's sake.
        stand.disk.faults = {core::JournalFault::Io};
        const std::size_t rows = stand.disk.rows.size();
        loop.handle(core::Ticked{});
        QCOMPARE(stand.disk.rows.size(), rows);
        QCOMPARE(stand.disk.faults.size(), 1U);
        stand.disk.faults.clear();
        loop.setPeriod(std::nullopt);
        QCOMPARE(stand.count<Period>(), 2U);
        QCOMPARE(stand.count<core::LeftAfter>(), 0U);
        QCOMPARE(stand.disk.opened, 1);
    }

    void aNewConfigurationWaitsUntilTheStandIsOpenAgain()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration('a'));
        loop.setPeriod(Period::Kind::Staff);
        loop.configure(stand.configuration('b'));
        QCOMPARE(stand.count<core::QuestionnaireChanged>(), 0U);
        loop.setPeriod(std::nullopt);
        QCOMPARE(stand.count<core::QuestionnaireChanged>(), 1U);
    }
};

QTEST_APPLESS_MAIN(TestLoopPeriod)
#include "test_loop_period.moc"
