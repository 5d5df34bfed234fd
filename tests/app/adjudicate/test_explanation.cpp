// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adjudicate/explanation.h"

#include <QRegularExpression>
#include <QStringList>
#include <QTest>

#include <array>
#include <map>

using namespace smiley;
using core::Outcome;
using core::Reason;

namespace {

constexpr auto reasonCount = static_cast<int>(core::reasonCount);

core::TapView tapAt(std::uint64_t number, std::int64_t ms, core::Face face)
{
    core::TapView tap;
    tap.tap = number;
    tap.at = core::MonotonicMs{ms};
    tap.face = face;
    return tap;
}

QString said(const core::TapView* before, const core::TapView& tap, const core::Verdict& verdict)
{
    return QString::fromStdString(adjudicate::sentence(before, tap, verdict));
}

core::Verdict verdictOf(const core::TapView& tap, std::uint64_t visit, Outcome outcome, Reason reason,
                        core::Evidence evidence = {})
{
    return {tap.tap, visit, outcome, reason, evidence};
}

/// Calls `check` with the sentence for every reason, outcome, place in the visit, face, screen, gap and evidence.
template <class Check>
void forEverySentence(Check check)
{
    using Member = float core::Evidence::*;
    const std::array<Member, 5> terms{&core::Evidence::gap, &core::Evidence::presence, &core::Evidence::face,
                                      &core::Evidence::screen, &core::Evidence::doors};
    for (int reason = 0; reason < reasonCount; ++reason) {
        for (const Outcome outcome : {Outcome::Count, Outcome::Merged, Outcome::Excluded}) {
            for (const std::uint64_t visit : {1U, 2U}) {
                for (const core::Face face : {core::Face::VeryBad, core::Face::Good}) {
                    for (int screen = 0; screen < 5; ++screen) {
                        for (const std::int64_t gap : {50, 800, 45000, 500000, 9000000}) {
                            for (std::size_t term = 0; term < terms.size(); ++term) {
                                for (const float odds : {-2.0F, 0.0F, 2.0F}) {
                                    const core::TapView before = tapAt(1, 1000, core::Face::Good);
                                    core::TapView tap = tapAt(2, 1000 + gap, face);
                                    tap.screen = static_cast<core::ScreenContext>(screen);
                                    core::Verdict verdict = verdictOf(tap, visit, outcome, static_cast<Reason>(reason));
                                    verdict.evidence.*terms[term] = odds;
                                    check(said(&before, tap, verdict));
                                    check(said(nullptr, tap, verdict));
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

} // namespace

class TestExplanation : public QObject {
    Q_OBJECT

private slots:
    void everySentenceIsOneShortSentenceThatNamesNoFace()
    {
        const QRegularExpression face("meget godt|meget dårligt|\\bgodt? smiley|dårlig|midt "
                                      "imellem|\\brød|\\bgrøn|\\bgul|\\bsur|\\bglad|tilfreds|"
                                      "\\b(nummer|score|værdi)\\b|\\b[1-5] af 5",
                                      QRegularExpression::CaseInsensitiveOption |
                                          QRegularExpression::UseUnicodePropertiesOption);
        forEverySentence([&](const QString& text) {
            QVERIFY(text.endsWith('.'));
            QCOMPARE(text.count('.'), 1);
            QVERIFY2(text.split(' ').size() <= 25, qPrintable(text));
            QVERIFY2(!face.match(text).hasMatch(), qPrintable(text));
            QVERIFY2(!text.contains(". ") && !text.contains("  ") && !text.contains(": ."), qPrintable(text));
        });
    }

    void theSentenceDoesNotDependOnWhichFaceItIs()
    {
        const core::TapView like = tapAt(1, 0, core::Face::InBetween);
        for (int reason = 0; reason < reasonCount; ++reason) {
            for (int score = 1; score <= 5; ++score) {
                const core::TapView before = tapAt(1, 0, *core::faceOf(score));
                const core::TapView same = tapAt(2, 4000, *core::faceOf(score));
                const core::TapView other = tapAt(2, 4000, *core::faceOf(score % 5 + 1));
                const auto verdict = verdictOf(same, 1, Outcome::Merged, static_cast<Reason>(reason));
                QCOMPARE(said(&before, same, verdict), said(&like, tapAt(2, 4000, core::Face::InBetween), verdict));
                QCOMPARE(said(&before, other, verdict), said(&like, tapAt(2, 4000, core::Face::Good), verdict));
            }
        }
    }

    void noTwoReasonsHaveTheSameSentence_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::addColumn<quint64>("visit");
        QTest::newRow("a tap that opens its visit") << int(Outcome::Count) << quint64{2};
        QTest::newRow("a later tap") << int(Outcome::Count) << quint64{1};
        QTest::newRow("a merged tap that opens its visit") << int(Outcome::Merged) << quint64{2};
        QTest::newRow("a later merged tap") << int(Outcome::Merged) << quint64{1};
    }
    void noTwoReasonsHaveTheSameSentence()
    {
        QFETCH(int, outcome);
        QFETCH(quint64, visit);
        const core::TapView before = tapAt(1, 0, core::Face::Good);
        const core::TapView tap = tapAt(2, 800, core::Face::Good);
        std::map<QString, int> reasons;
        for (int reason = 0; reason < reasonCount; ++reason) {
            const QString text =
                said(&before, tap, verdictOf(tap, visit, static_cast<Outcome>(outcome), static_cast<Reason>(reason)));
            const auto [place, isNew] = reasons.try_emplace(text, reason);
            QVERIFY2(isNew, qPrintable(QString("reasons %1 and %2: %3").arg(place->second).arg(reason).arg(text)));
        }
    }

    void whatDecidedMostIsSaid_data()
    {
        QTest::addColumn<bool>("isNew");
        QTest::addColumn<std::array<float, 5>>("evidence");
        QTest::addColumn<QString>("text");
        using Terms = std::array<float, 5>;
        QTest::newRow("new, gap") << true << Terms{3, 1, -1, 0, 0}
                                  << "Nyt besøg: der var gået 8,4 sekunder siden sidste tryk.";
        QTest::newRow("new, presence") << true << Terms{-1, 4, 1, 0, 0}
                                       << "Nyt besøg: der var ingen foran standen siden sidste tryk.";
        QTest::newRow("new, face") << true << Terms{0, 0, 1, 0, 0}
                                   << "Nyt besøg: der blev valgt en anden smiley end ved sidste tryk.";
        QTest::newRow("new, screen") << true << Terms{0, -3, 0, 5, 0}
                                     << "Nyt besøg: der blev trykket på »Jeg er den næste«.";
        QTest::newRow("new, doors") << true << Terms{0, 0, 0, 1, 2}
                                    << "Nyt besøg: så mange gik ud ad døren, at der må være kommet en ny person.";
        QTest::newRow("new, nothing said")
            << true << Terms{} << "Nyt besøg: der var gået 8,4 sekunder siden sidste tryk.";
        QTest::newRow("same, gap")
            << false << Terms{-3, -1, 5, 0, 0}
            << "Samme besøg: der var kun gået 8,4 sekunder siden sidste tryk, og det var en anden "
               "smiley, så svaret er rettet.";
        QTest::newRow("same, presence")
            << false << Terms{0, -1, 0, 0, 0}
            << "Samme besøg: der stod nogen foran standen hele tiden siden sidste tryk, og det var en anden smiley, så "
               "svaret er rettet.";
        QTest::newRow("same, doors")
            << false << Terms{0, -1, 0, 0, -2}
            << "Samme besøg: for få gik ud ad døren til to besøg, og det var en anden smiley, så "
               "svaret er rettet.";
    }
    void whatDecidedMostIsSaid()
    {
        QFETCH(bool, isNew);
        using Terms = std::array<float, 5>;
        QFETCH(Terms, evidence);
        QFETCH(QString, text);
        const core::TapView before = tapAt(1, 0, core::Face::Good);
        core::TapView tap = tapAt(2, 8450, core::Face::Bad);
        tap.presence = isNew ? core::Presence::Broken : core::Presence::Continuous;
        const core::Evidence terms{evidence[0], evidence[1], evidence[2], evidence[3], evidence[4]};
        QCOMPARE(said(&before, tap,
                      isNew ? verdictOf(tap, 2, Outcome::Count, Reason::Ok, terms)
                            : verdictOf(tap, 1, Outcome::Count, Reason::OkLast, terms)),
                 text);
    }

    void aSensorThatFlickersIsNotSaidToHaveSeenWhatItDidNot()
    {
        const core::TapView before = tapAt(1, 0, core::Face::Good);
        core::TapView tap = tapAt(2, 4000, core::Face::Good);
        tap.presence = core::Presence::Broken;
        QCOMPARE(said(&before, tap, verdictOf(tap, 1, Outcome::Count, Reason::OkLast, {-1, -5, 0, 0, 0})),
                 QString("Samme besøg: der var kun gået 4,0 sekunder siden sidste tryk, så det er det sidste tryk, der "
                         "tæller."));
        tap.presence = core::Presence::Continuous;
        QCOMPARE(said(&before, tap, verdictOf(tap, 2, Outcome::Count, Reason::Ok, {1, 5, 0, 0, 0})),
                 QString("Nyt besøg: der var gået 4,0 sekunder siden sidste tryk."));
    }

    void timesAreSaidAsPeopleSayThem_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("0") << qint64{0} << "under 0,1 sekund";
        QTest::newRow("800") << qint64{800} << "0,8 sekunder";
        QTest::newRow("9999") << qint64{9999} << "9,9 sekunder";
        QTest::newRow("10 s") << qint64{10000} << "10 sekunder";
        QTest::newRow("just under two minutes") << qint64{119999} << "119 sekunder";
        QTest::newRow("two minutes") << qint64{120000} << "2 minutter";
        QTest::newRow("two hours") << qint64{7200000} << "2 timer";
    }
    void timesAreSaidAsPeopleSayThem()
    {
        QFETCH(qint64, ms);
        QFETCH(QString, text);
        const core::TapView before = tapAt(1, 5, core::Face::Good);
        const core::TapView tap = tapAt(2, 5 + ms, core::Face::Good);
        QCOMPARE(said(&before, tap, verdictOf(tap, 2, Outcome::Count, Reason::Ok)),
                 "Nyt besøg: der var gået " + text + " siden sidste tryk.");
    }

    void afterAStartNoTimeIsSaid()
    {
        const core::TapView before = tapAt(1, 90000, core::Face::Good);
        core::TapView tap = tapAt(2, 500, core::Face::Good);
        tap.boot = 1;
        QCOMPARE(said(&before, tap, verdictOf(tap, 2, Outcome::Count, Reason::Ok, {3, 0, 0, 0, 0})),
                 QString("Nyt besøg: standen blev startet siden sidste tryk."));
    }
};

QTEST_APPLESS_MAIN(TestExplanation)
#include "test_explanation.moc"
