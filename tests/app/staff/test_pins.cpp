// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/staff/staff_stand.h"
#include "tests/support/quick_folder.h"

#include <sys/stat.h>

#include <QtTest>

#include <fstream>
#include <iterator>

using namespace smiley;
using namespace smiley::test;
using Outcome = staff::SignIn::Outcome;
using ChooseFault = staff::Pins::ChooseFault;

namespace {

const std::string firstPin = "48213957";
const std::string ownPin = "90417263";

std::string readFile(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

class TestPins : public QObject {
    Q_OBJECT

    QuickFolders m_folders;

private slots:
    void nobodyComesInWhereTheCentreHasNamedNobody()
    {
        StaffStand stand(m_folders.next());
        QVERIFY(stand.pins().people()->empty());
        QVERIFY(stand.check(firstPin).outcome == Outcome::Wrong);
        QVERIFY(stand.check("").outcome == Outcome::Wrong);
    }

    void theFirstPinOnlyLetsItsPersonChooseOne()
    {
        StaffStand stand(m_folders.next());
        QVERIFY(stand.take({stand.named("mette", firstPin), stand.named("per", "73028465", wire::Role::Reader)}));
        QVERIFY(!stand.pins().people()->empty());
        const auto first = stand.check(firstPin);
        QVERIFY(first.outcome == Outcome::MustChoose);
        QCOMPARE(first.person->id, std::string("mette"));
        QVERIFY(first.person->role == staff::Role::Editor);
        QVERIFY(stand.check(ownPin).outcome == Outcome::Wrong);
        QVERIFY(stand.pins().choose(*first.person, ownPin, stand.clock.now()));
        const auto own = stand.check(ownPin);
        QVERIFY(own.outcome == Outcome::SignedIn);
        QCOMPARE(own.person->id, std::string("mette"));
        QVERIFY(stand.check(firstPin).outcome == Outcome::Wrong); // used up
        const auto other = stand.check("73028465");
        QVERIFY(other.outcome == Outcome::MustChoose);
        QVERIFY(other.person->role == staff::Role::Reader);
        QCOMPARE(stand.audited("signed-in"), 3);
        QCOMPARE(stand.audited("pin-chosen"), 1);
        stand.restart();
        QVERIFY(stand.check(ownPin).outcome == Outcome::SignedIn);
        QVERIFY(stand.check(firstPin).outcome == Outcome::Wrong);
    }

    void aPinThatIsCommonOrTakenIsRefusedWithOneSentence()
    {
        StaffStand stand(m_folders.next());
        stand.take({stand.named("mette", firstPin), stand.named("per", "73028465")});
        stand.choose(firstPin, ownPin);
        const auto per = stand.check("73028465");
        const auto refusal = [&](const std::string& pin) {
            const auto refused = stand.pins().choose(*per.person, pin, stand.clock.now());
            if (refused) {
                qFatal("%s was taken", pin.c_str());
            }
            return refused.error();
        };
        QVERIFY(refusal("12345678").code == ChooseFault::Common);
        QVERIFY(refusal(ownPin).code == ChooseFault::Taken);
        QVERIFY(refusal("73028465").code == ChooseFault::Taken); // the first one has been seen by others
        QCOMPARE(refusal(ownPin).message, refusal("12345678").message);
        QVERIFY(refusal("9041726a").code == ChooseFault::NotDigits);
        QVERIFY(refusal("90417").code == ChooseFault::TooShort);
        QVERIFY(refusal("90417263859").code == ChooseFault::TooLong);
        QVERIFY(stand.check("73028465").outcome == Outcome::MustChoose);
        QVERIFY(stand.pins().choose(*per.person, "5829146037", stand.clock.now()));
        QCOMPARE(stand.check("5829146037").person->id, std::string("per"));
        QCOMPARE(stand.check(ownPin).person->id, std::string("mette"));
        // Again another, later: the one before is over.
        QVERIFY(stand.pins().choose(*per.person, "640183", stand.clock.now()));
        QVERIFY(stand.check("5829146037").outcome == Outcome::Wrong);
        QCOMPARE(stand.check("640183").person->id, std::string("per"));
    }

    void theSameSealedFirstPinLeavesAChosenPinAloneAndAnotherMakesItVoid()
    {
        StaffStand stand(m_folders.next());
        const wire::Person mette = stand.named("mette", firstPin);
        stand.take({mette});
        stand.choose(firstPin, ownPin);
        wire::Person renamed = mette;
        renamed.name = "Mette Holm";
        renamed.role = wire::Role::Reader;
        QVERIFY(!stand.take({mette}));
        QVERIFY(stand.take({renamed}));
        const auto own = stand.check(ownPin);
        QVERIFY(own.outcome == Outcome::SignedIn);
        QCOMPARE(own.person->name, std::string("Mette Holm"));
        QVERIFY(own.person->role == staff::Role::Reader);
        QVERIFY(stand.check(firstPin).outcome == Outcome::Wrong);
        stand.take({stand.named("mette", "73028465")});
        QVERIFY(stand.check(ownPin).outcome == Outcome::Wrong);
        QVERIFY(stand.check("73028465").outcome == Outcome::MustChoose);
        QCOMPARE(stand.audited("people-changed"), 3);
    }

    void whoIsRemovedHasNoWayInAtOnce()
    {
        StaffStand stand(m_folders.next());
        const wire::Person mette = stand.named("mette", firstPin);
        const wire::Person per = stand.named("per", "73028465");
        stand.take({mette, per});
        stand.choose(firstPin, ownPin);
        const auto first = stand.check("73028465");
        QVERIFY(stand.pins().person("mette")->has_value());
        stand.take({});
        QVERIFY(stand.pins().people()->empty());
        QVERIFY(!*stand.pins().person("mette"));
        QVERIFY(stand.check(ownPin).outcome == Outcome::Wrong);
        QVERIFY(stand.check("73028465").outcome == Outcome::Wrong);
        const auto late = stand.pins().choose(*first.person, "640183", stand.clock.now());
        QVERIFY(!late && late.error().code == ChooseFault::Fault);
    }

    void theDatabaseAloneHoldsNoChosenPin()
    {
        StaffStand stand(m_folders.next());
        stand.take({stand.named("mette", firstPin)});
        stand.choose(firstPin, ownPin);
        struct stat status {};
        QCOMPARE(stat(stand.pepper().c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0600U);
        QCOMPARE(status.st_size, 32);
        const std::string before = readFile(stand.pepper());
        QVERIFY(QByteArray::fromStdString(*(*stand.store().setting("staff-pins"))).indexOf(ownPin.c_str()) < 0);
        // Others' rights are taken away; a restart keeps the pepper.
        QCOMPARE(chmod(stand.pepper().c_str(), 0644), 0);
        stand.restart();
        QCOMPARE(stat(stand.pepper().c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0600U);
        QVERIFY(stand.check(ownPin).outcome == Outcome::SignedIn);
        QCOMPARE(readFile(stand.pepper()), before);
        QVERIFY(!stand.check("73028465").isPepperLost);
    }

    void aLostPepperMakesChosenPinsVoidAndSaysSo()
    {
        StaffStand stand(m_folders.next());
        stand.take({stand.named("mette", firstPin), stand.named("per", "73028465")});
        stand.choose(firstPin, ownPin);
        std::filesystem::remove(stand.pepper());
        stand.restart();
        const auto lost = stand.check(ownPin);
        QVERIFY(lost.outcome == Outcome::Wrong);
        QVERIFY(lost.isPepperLost);
        QVERIFY(stand.check(firstPin).outcome == Outcome::Wrong); // still used up
        QVERIFY(stand.check("73028465").outcome == Outcome::MustChoose);
        stand.take({stand.named("mette", "58291460")});
        QVERIFY(!stand.check(ownPin).isPepperLost);
        stand.choose("58291460", ownPin);
        QVERIFY(stand.check(ownPin).outcome == Outcome::SignedIn);
    }

    void aDamagedPepperIsNamedAndNotReplaced()
    {
        StaffStand stand(m_folders.next());
        stand.restart();
        std::ofstream(stand.pepper(), std::ios::binary) << "short";
        const auto opened = stand.open();
        QVERIFY(!opened && opened.error().code == staff::PinsFault::Pepper);
        QVERIFY(opened.error().message.find(stand.pepper().string()) != std::string::npos);
        QCOMPARE(readFile(stand.pepper()), std::string("short"));
        std::filesystem::remove(stand.pepper());
        std::filesystem::create_symlink("/etc/hostname", stand.pepper());
        QVERIFY(!stand.open());
    }

    void theStretchingStaysWithTheSalt()
    {
        StaffStand stand(m_folders.next());
        stand.take({stand.named("mette", firstPin)});
        stand.choose(firstPin, ownPin);
        SeededRandom random;
        auto later = staff::Pins::open(stand.database(), stand.pepper(), random, stand.clock);
        QVERIFY(later.has_value());
        QVERIFY((*later)->stretching() == light);
        QVERIFY((*later)->check(ownPin, stand.clock.now()).outcome == Outcome::SignedIn);
    }

    void aNewStandStretchesAsHardAsItCanWithinASecond()
    {
        StaffStand stand(m_folders.next());
        SeededRandom random;
        auto opened = staff::Pins::open(stand.database(), stand.pepper(), random, stand.clock);
        QVERIFY(opened.has_value());
        QVERIFY((*opened)->stretching().kibibytes >= 19 * 1024 && (*opened)->stretching().passes >= 2);
        stand.take({stand.named("mette", firstPin)});
        QVERIFY((*opened)->check(firstPin, stand.clock.now()).outcome == Outcome::MustChoose);
    }

    void twoWithTheSamePinFindNobody()
    {
        StaffStand stand(m_folders.next());
        stand.take({stand.named("mette", firstPin), stand.named("per", firstPin)});
        QVERIFY(stand.check(firstPin).outcome == Outcome::Wrong);
    }

    void aFirstPinForAnotherStandOpensNothing()
    {
        StaffStand stand(m_folders.next());
        const wire::SecretKey other = wire::SecretKey::generate();
        stand.take({{"mette", "Mette", wire::Role::Editor, wire::sealFirstPin(other.publicKey(), firstPin)}});
        QVERIFY(stand.check(firstPin).outcome == Outcome::Wrong);
        QVERIFY(stand.check("").outcome == Outcome::Wrong);
    }

    // ---- guessing

    void pausesGrowToFifteenMinutes()
    {
        const std::vector<int> expected{0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900};
        for (std::size_t failures = 0; failures < expected.size(); ++failures) {
            QCOMPARE(staff::pauseAfter(failures), expected[failures]);
        }
        QCOMPARE(staff::pauseAfter(1'000'000), 900);
    }

    void tenThousandGuessesNeverEndTheTrying()
    {
        StaffStand stand(m_folders.next());
        stand.take({stand.named("mette", firstPin)});
        stand.choose(firstPin, ownPin);
        SeededRandom random(3);
        std::int64_t waited = 0;
        for (std::uint64_t guess = 1; guess <= 10'000; ++guess) {
            const auto wrong = stand.check(core::drawPin(random));
            QVERIFY(wrong.outcome == Outcome::Wrong);
            QCOMPARE(wrong.pauseSeconds, staff::pauseAfter(guess));
            if (guess % 100 ==
                0) { // within the pause nothing is looked at, the right one neither, and nothing is counted
                stand.clock.advance(std::int64_t{wrong.pauseSeconds} * 1000 - 1);
                const auto early = stand.check(ownPin);
                QVERIFY(early.outcome == Outcome::Paused);
                QCOMPARE(early.pauseSeconds, 1);
                stand.clock.advance(1);
            } else {
                stand.clock.advance(std::int64_t{wrong.pauseSeconds} * 1000);
            }
            QCOMPARE(stand.pins().pausedSeconds(stand.clock.now()), 0);
            waited += wrong.pauseSeconds;
        }
        QVERIFY(waited > std::int64_t{9'900} * 900);
        QCOMPARE(stand.audited("entry-paused"), 9'996);
        QVERIFY(stand.check(ownPin).outcome == Outcome::SignedIn);
        QCOMPARE(stand.check("73028465").pauseSeconds, 0); // five tries again
    }

    void aRestartNeverHelps()
    {
        StaffStand stand(m_folders.next());
        stand.take({stand.named("mette", firstPin)});
        stand.choose(firstPin, ownPin);
        for (int guess = 1; guess <= 30; ++guess) {
            QVERIFY(stand.check("73028465").outcome == Outcome::Wrong);
            const int pause = staff::pauseAfter(static_cast<std::uint64_t>(guess));
            stand.clock.advance(std::int64_t{pause} * 500); // half of it
            stand.restart();
            QCOMPARE(stand.pins().pausedSeconds(stand.clock.now()), pause); // from the start on
            stand.clock.advance(std::int64_t{pause} * 1000);
        }
        QVERIFY(stand.check(ownPin).outcome == Outcome::SignedIn);
    }

    void onlyTheMonotonicClockEndsAPause()
    {
        StaffStand stand(m_folders.next());
        stand.take({stand.named("mette", firstPin)});
        for (int guess = 0; guess < 6; ++guess) {
            stand.clock.advance(std::int64_t{stand.check("73028465").pauseSeconds} * (guess < 5 ? 1000 : 0));
        }
        QCOMPARE(stand.pins().pausedSeconds(stand.clock.now()), 60);
        const core::WallMs wall = stand.clock.now().wall;
        for (const std::int64_t jump :
             {std::int64_t{3'600'000}, std::int64_t{-3'600'000}, std::int64_t{315'360'000'000}}) {
            stand.clock.setWall(core::WallMs{core::count(wall) + jump});
            QCOMPARE(stand.pins().pausedSeconds(stand.clock.now()), 60);
            QVERIFY(stand.check(firstPin).outcome == Outcome::Paused);
        }
        // A monotonic clock that began anew under a running program doesn't either.
        core::Now back = stand.clock.now();
        back.monotonic = core::MonotonicMs{0};
        QCOMPARE(stand.pins().pausedSeconds(back), 60);
    }

    void anUnreadableCounterIsALongestPauseAndNoLock()
    {
        StaffStand stand(m_folders.next());
        stand.take({stand.named("mette", firstPin)});
        QVERIFY(stand.store().setSetting(failuresKey, "many").has_value());
        stand.restart();
        QCOMPARE(stand.pins().pausedSeconds(stand.clock.now()), staff::pauseSecondsMax);
        stand.clock.advance(std::int64_t{staff::pauseSecondsMax} * 1000);
        QVERIFY(stand.check(firstPin).outcome == Outcome::MustChoose);
        stand.restart();
        QCOMPARE(stand.pins().pausedSeconds(stand.clock.now()), 0);
    }

    void peopleThatCantBeReadLetNobodyInAndTheTryCounts()
    {
        StaffStand stand(m_folders.next());
        stand.take({stand.named("mette", firstPin)});
        QVERIFY(stand.store().setSetting(outbox::setting::people, "[{").has_value());
        const auto fault = stand.check(firstPin);
        QVERIFY(fault.outcome == Outcome::Fault);
        QVERIFY(!fault.person && !fault.why.empty());
        QCOMPARE(**stand.store().setting(failuresKey), std::string("1"));
        QVERIFY(!stand.pins().people().has_value());
        QVERIFY(!stand.pins().person("mette").has_value()); // nobody was taken out
    }

    void whatWasTypedIsWipedToItsLastByte()
    {
        std::string digits = "48273915";
        const char* const where = digits.data();
        staff::forget(digits);
        QVERIFY(digits.empty());
        QCOMPARE(std::string(where, 8), std::string(8, '\0'));
    }
};

QTEST_GUILESS_MAIN(TestPins)
#include "test_pins.moc"
