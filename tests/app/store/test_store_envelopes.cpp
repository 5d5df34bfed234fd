// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store.h"

#include <QTest>

#include "tests/app/store/events.h"
#include "tests/support/quick_folder.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace smiley;
using namespace smiley::test;
using store::StoreFault;

namespace {

/// The pages that hold nothing but `byte` lead nowhere from now on. Returns how many they are.
int breakOverflow(const std::filesystem::path& file, char byte)
{
    constexpr std::size_t page = 4096;
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    std::string all(std::filesystem::file_size(file), '\0');
    stream.read(all.data(), static_cast<std::streamsize>(all.size()));
    int broken = 0;
    for (std::size_t at = 0; at + page <= all.size(); at += page) {
        if (all.compare(at + 4, page - 4, std::string(page - 4, byte)) == 0) {
            stream.seekp(static_cast<std::streamoff>(at));
            stream.write("\xff\xff\xff\xff", 4);
            ++broken;
        }
    }
    return broken;
}

} // namespace

class TestStoreEnvelopes final : public QObject {
    Q_OBJECT

private:
    QuickFolders m_folders;
    std::filesystem::path newFile() { return m_folders.next() / "journal.db"; }

private slots:
    void sealingIsOneStepAndBlanksTheDays()
    {
        const auto file = newFile();
        auto store = openStore(file);
        const core::Epoch epoch = *store->epoch();
        for (int day = 0; day < 3; ++day) {
            QVERIFY(store->closeDay({dayNumber(day), core::Sequence{0}, core::WallMs{1}, "content"}).has_value());
        }
        const auto conflict = [&](const store::SealedEnvelope& envelope) {
            const auto sealed = store->seal(envelope);
            return !sealed && sealed.error().code == StoreFault::Conflict;
        };
        QVERIFY(conflict(envelopeOf(epoch, 2, 1)));
        QVERIFY(conflict(envelopeOf(epochOf('0'), 1, 1)));
        QCOMPARE(store->unsealedDays()->size(), 3U);
        QVERIFY(store->seal(envelopeOf(epoch, 1, 1, std::string("\0by\xffte", 6))).has_value());
        QVERIFY(conflict(envelopeOf(epoch, 1, 2)));
        QCOMPARE(store->unsealedDays()->size(), 1U);
        QCOMPARE(store->envelopes()->front().bytes, std::string("\0by\xffte", 6));
        QCOMPARE(core::number(store->lastEnvelope()->value().number), 1U);
        SQLite::Database other(file.string(), SQLite::OPEN_READWRITE);
        QCOMPARE(other.execAndGet("SELECT count(*) FROM closed_day WHERE content = ''").getInt(), 2);
        QVERIFY(refuses(other, "UPDATE closed_day SET sealed = 0, content = 'x' WHERE sealed = 1"));
    }

    void aReceiptIsNotedOnce()
    {
        auto store = openStore(newFile());
        const core::Epoch epoch = *store->epoch();
        const core::EnvelopeNumber one{1};
        QCOMPARE(store->setReceipt(epoch, one, "{}", core::WallMs{5}).error().code, StoreFault::Conflict);
        QVERIFY(store->seal(envelopeOf(epoch, 1, 0)).has_value());
        QCOMPARE(store->unreceipted()->size(), 1U);
        QVERIFY(store->setReceipt(epoch, one, "{\"a\":1}", core::WallMs{5}).has_value());
        QVERIFY(store->setReceipt(epoch, one, "{\"a\":2}", core::WallMs{9}).has_value());
        QVERIFY(store->unreceipted()->empty());
        QCOMPARE(*store->envelopes()->front().receipt, std::string("{\"a\":1}"));
        QCOMPARE(core::count(*store->envelopes()->front().receiptedAt), 5);
    }

    void whatIsKeptIsKnownWithoutReadingIt()
    {
        auto store = openStore(newFile());
        const core::Epoch epoch = *store->epoch();
        QVERIFY(!*store->newestReceiptAt());
        QVERIFY(store->seal(envelopeOf(epoch, 1, 1, std::string("\0by\xffte", 6))).has_value());
        QVERIFY(store->seal(envelopeOf(epoch, 2, 2, std::string(50'000, '\xc3'))).has_value());
        QVERIFY(store->setReceipt(epoch, core::EnvelopeNumber{2}, "{}", core::WallMs{7}).has_value());
        QCOMPARE(core::count(**store->newestReceiptAt()), 7);
        const auto kept = *store->keptEnvelopes();
        QCOMPARE(kept.size(), 2U);
        QCOMPARE(kept[0].bytes, 6U);
        QVERIFY(!kept[0].isReceipted);
        QCOMPARE(kept[1].bytes, 50'000U);
        QVERIFY(kept[1].isReceipted);
        QVERIFY(kept[1].firstDay == dayNumber(2) && kept[1].lastDay == dayNumber(2));
    }

    /// Where a large envelope's bytes can't be read on the disk, what is known of it still is.
    void noBytesAreReadForWhatIsKnownOfOlderEnvelopes()
    {
        const auto file = newFile();
        {
            auto store = openStore(file);
            const core::Epoch epoch = *store->epoch();
            for (int number = 1; number <= 3; ++number) {
                const std::string bytes(200'000, static_cast<char>(0xc0 + number));
                QVERIFY(store->seal(envelopeOf(epoch, static_cast<std::uint64_t>(number), number, bytes)).has_value());
            }
            QVERIFY(store->setReceipt(epoch, core::EnvelopeNumber{1}, "{}", core::WallMs{7}).has_value());
            QVERIFY(store->setReceipt(epoch, core::EnvelopeNumber{2}, "{}", core::WallMs{9}).has_value());
        }
        QVERIFY(breakOverflow(file, '\xc1') > 10);
        QVERIFY(breakOverflow(file, '\xc3') > 10);
        auto store = openStore(file);
        QVERIFY(!store->envelopes().has_value());
        const auto kept = store->keptEnvelopes();
        QVERIFY2(kept.has_value(), kept ? "" : kept.error().message.c_str());
        QCOMPARE(kept->size(), 3U);
        QVERIFY(kept->at(0).isReceipted && kept->at(1).isReceipted && !kept->at(2).isReceipted);
        QCOMPARE(core::count(**store->newestReceiptAt()), 9);
        QCOMPARE(kept->at(2).bytes, 200'000U);
    }

    void envelopesGoAfterTheirReceiptButNeverTheNewest()
    {
        auto store = openStore(newFile());
        const core::Epoch epoch = *store->epoch();
        for (std::uint64_t number = 1; number <= 3; ++number) {
            QVERIFY(store->seal(envelopeOf(epoch, number, static_cast<int>(number))).has_value());
        }
        QVERIFY(store->setReceipt(epoch, core::EnvelopeNumber{1}, "{}", core::WallMs{10}).has_value());
        QVERIFY(store->setReceipt(epoch, core::EnvelopeNumber{3}, "{}", core::WallMs{10}).has_value());
        QCOMPARE(*store->purgeEnvelopes(core::WallMs{10}), 0U);
        QCOMPARE(*store->purgeEnvelopes(core::WallMs{11}), 1U);
        QCOMPARE(store->envelopes()->size(), 2U);
        QVERIFY(store->seal(envelopeOf(epoch, 4, 4)).has_value());
    }

    void theEpochIsDrawnOnce()
    {
        const auto file = newFile();
        const core::Epoch epoch = *openStore(file)->epoch();
        SeededRandom random(77);
        QCOMPARE((*store::Store::open(file, random))->epoch()->text(), epoch.text());
        const auto otherFile = newFile();
        QVERIFY((*store::Store::open(otherFile, random))->epoch()->text() != epoch.text());
    }

    void aForkTakesANewEpochAndKeepsWhatWasReceipted()
    {
        auto store = openStore(newFile());
        const core::Epoch old = *store->epoch();
        const core::Epoch fresh = epochOf('9');
        for (std::uint64_t number = 1; number <= 3; ++number) {
            QVERIFY(store->seal(envelopeOf(old, number, static_cast<int>(number))).has_value());
        }
        QVERIFY(store->setReceipt(old, core::EnvelopeNumber{1}, "{}", core::WallMs{5}).has_value());
        const auto conflict = [&](const core::Epoch& epoch, const std::vector<store::SealedEnvelope>& reissued) {
            const auto started = store->startEpoch(epoch, reissued);
            return !started && started.error().code == StoreFault::Conflict;
        };
        QVERIFY(conflict(old, {}));
        QVERIFY(conflict(fresh, {envelopeOf(fresh, 2, 2)}));
        QVERIFY(conflict(fresh, {envelopeOf(old, 1, 2)}));
        QCOMPARE(store->unreceipted()->size(), 2U);
        QVERIFY(store->startEpoch(fresh, {envelopeOf(fresh, 1, 2), envelopeOf(fresh, 2, 3)}).has_value());
        QCOMPARE(store->epoch()->text(), fresh.text());
        QCOMPARE(store->envelopes()->size(), 3U);
        QCOMPARE(store->unreceipted()->front().epoch.text(), fresh.text());
        QVERIFY(conflict(old, {}));
        QVERIFY(store->seal(envelopeOf(fresh, 3, 4)).has_value());
    }
};

QTEST_APPLESS_MAIN(TestStoreEnvelopes)
#include "test_store_envelopes.moc"
