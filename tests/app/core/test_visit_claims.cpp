// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/core/stand.h"

#include <QTest>

#include <string>

// "Jeg er den næste" is a claim, not a verdict (METHOD.md 3).

using namespace smiley::core;
using namespace smiley::test;

class TestVisitClaims : public QObject {
    Q_OBJECT

private slots:
    void jegErDenNaesteIsAClaim_data();
    void jegErDenNaesteIsAClaim();
    void aClaimIsForgottenWithThePerson();
};

void TestVisitClaims::jegErDenNaesteIsAClaim_data()
{
    QTest::addColumn<QString>("from");
    for (const char* from : {"invitation", "changed", "have it", "withdrawn", "poll", "time-out", "face first"}) {
        QTest::newRow(from) << from;
    }
}

void TestVisitClaims::jegErDenNaesteIsAClaim()
{
    QFETCH(QString, from);
    Stand stand(neutralQuestionnaire());
    stand.send(ContrastToggled{});
    stand.tap(4);
    stand.pass(2000);
    if (from == "changed" || from == "have it") {
        stand.tap(from == "changed" ? 3 : 4);
    } else if (from == "withdrawn") {
        stand.send(WithdrawPressed{});
    } else if (from != "invitation") {
        stand.send(InvitationAccepted{});
        if (from == "time-out") {
            stand.pass(70000);
            QVERIFY(stand.screen().overlay == Overlay::TimeOut);
        } else if (from == "face first") {
            stand.send(BackPressed{});
        }
    }
    stand.send(NextPersonPressed{});
    QVERIFY(stand.screen() == Stand(neutralQuestionnaire()).screen());
    QCOMPARE(stand.rows.back().text, std::string("1:nextCame"));
    QCOMPARE(stand.visitsOver, 1);
    stand.pass(4000); // two people change places
    stand.tap(1);
    QVERIFY(stand.rows.back().text == "tap1@claimed/0");
    QVERIFY(stand.screen().banner == Banner::Invitation); // believed once
    stand.pass(3000);
    stand.tap(1);
    QVERIFY(stand.rows.back().text.ends_with("tap1@invitation/0")); // a claim holds for one tap
}

void TestVisitClaims::aClaimIsForgottenWithThePerson()
{
    Stand stand(neutralQuestionnaire());
    stand.tap(4);
    stand.send(NextPersonPressed{});
    stand.otherPersonComes();
    stand.tap(3);
    QCOMPARE(stand.rows.back().text, std::string("tap3@faces/1"));

    Stand blind(neutralQuestionnaire(), false);
    blind.tap(4);
    blind.send(NextPersonPressed{});
    blind.pass(60000);
    blind.tap(3);
    QCOMPARE(blind.rows.back().text, std::string("tap3@faces/-1"));

    Stand resting(neutralQuestionnaire());
    resting.send(NextPersonPressed{}); // the bare faces have no such button
    QVERIFY(!resting.state.claimed);
}

QTEST_APPLESS_MAIN(TestVisitClaims)
#include "test_visit_claims.moc"
