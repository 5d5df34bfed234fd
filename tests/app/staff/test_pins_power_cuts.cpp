// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/staff/staff_stand.h"
#include "tests/support/power_cut_vfs.h"
#include "tests/support/quick_folder.h"

#include <dlfcn.h>
#include <sodium.h>

#include <QtTest>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <random>

using namespace smiley;
using namespace smiley::test;

namespace {

int g_looks = 0;

} // namespace

/// Takes the place of libsodium's: every look at a PIN ends here, whatever the program does before and after it.
extern "C" int sodium_memcmp(const void* one, const void* other, size_t length)
{
    using Compare = int (*)(const void*, const void*, size_t);
    static const auto compare = reinterpret_cast<Compare>(dlsym(RTLD_NEXT, "sodium_memcmp"));
    if (compare == nullptr) {
        std::abort();
    }
    ++g_looks;
    return compare(one, other, length);
}

namespace {

constexpr const char* ownPin = "90417263";

struct Attack {
    int cuts = 0;
    int looked = 0;      ///< guesses that were looked at
    int cutBefore = 0;   ///< guesses that a cut ended before
    int freeGuesses = 0; ///< looked at, and not counted
    int locked = 0;      ///< starts after which the pause was longer than it may be
};

std::uint64_t failuresOn(const std::filesystem::path& database)
{
    SeededRandom random;
    const auto store = store::Store::open(database, random);
    if (!store) {
        qFatal("%s", store.error().message.c_str());
    }
    const auto text = (*store)->setting(failuresKey);
    return *text ? std::stoull(**text) : 0;
}

/// Somebody guesses and pulls the plug at any moment of it, `cuts` times.
Attack guessAndPullThePlug(QuickFolders& folders, int cuts)
{
    PowerCutVfs vfs(20'261'122);
    std::mt19937_64 random(11);
    SeededRandom ids;
    FakeClock clock;
    std::filesystem::path current = folders.next();
    const std::filesystem::path pepper = folders.next() / "pepper"; // outlives the cuts, as a file that nobody writes
    std::filesystem::create_directories(pepper.parent_path());
    {
        StaffStand stand(current);
        stand.take({stand.named("mette", "48213957")});
        const auto pins = staff::Pins::open(stand.database(), pepper, ids, clock, light);
        const auto first = (*pins)->check("48213957", clock.now());
        if (!(*pins)->choose(*first.person, ownPin, clock.now())) {
            qFatal("choose");
        }
    }
    Attack attack;
    while (attack.cuts < cuts) {
        const std::filesystem::path database = current / "data" / "stand.sqlite";
        const std::uint64_t before = failuresOn(database);
        int looked = 0;
        {
            const auto pins = staff::Pins::open(database, pepper, ids, clock);
            if (!pins) {
                qFatal("%s", pins.error().message.c_str());
            }
            attack.locked += (*pins)->pausedSeconds(clock.now()) > staff::pauseSecondsMax ? 1 : 0;
            vfs.cutAfter(1 + random() % 16);
            while (!vfs.isCut()) {
                clock.advance(std::int64_t{staff::pauseSecondsMax} * 1000);
                g_looks = 0;
                (void)(*pins)->check(core::drawPin(ids), clock.now());
                looked += g_looks > 0 ? 1 : 0;
                attack.cutBefore += g_looks == 0 ? 1 : 0;
            }
        }
        ++attack.cuts;
        const std::filesystem::path next = folders.next();
        std::filesystem::create_directories(next / "data");
        vfs.powerOn(next / "data");
        std::filesystem::remove_all(current);
        current = next;
        const std::uint64_t counted = failuresOn(current / "data" / "stand.sqlite") - before;
        attack.looked += looked;
        attack.freeGuesses += std::max(looked - static_cast<int>(counted), 0);
    }
    const auto pins = staff::Pins::open(current / "data" / "stand.sqlite", pepper, ids, clock);
    clock.advance(std::int64_t{staff::pauseSecondsMax} * 1000);
    if ((*pins)->check(ownPin, clock.now()).outcome != staff::SignIn::Outcome::SignedIn) {
        ++attack.locked;
    }
    return attack;
}

} // namespace

class TestPinsPowerCuts : public QObject {
    Q_OBJECT

    QuickFolders m_folders;

private slots:
    void aThousandPowerCutsGiveNoFreeGuess()
    {
        const Attack attack = guessAndPullThePlug(m_folders, 1000);
        QCOMPARE(attack.cuts, 1000);
        QCOMPARE(attack.freeGuesses, 0);
        QCOMPARE(attack.locked, 0);
        // Cuts came before the look and after it.
        QVERIFY2(attack.looked > 300, QByteArray::number(attack.looked));
        QVERIFY2(attack.cutBefore > 100, QByteArray::number(attack.cutBefore));
    }
};

QTEST_GUILESS_MAIN(TestPinsPowerCuts)
#include "test_pins_power_cuts.moc"
