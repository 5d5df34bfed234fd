// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/wire/samples.h"

#include <QtTest>

using namespace smiley;
using test::goldenKey;
using wire::EnvelopeFault;

namespace {

std::string header(const std::string& counts)
{
    return R"({"kind":"header","format":1,"stand":"fjordby-1","epoch":"00112233445566778899aabbccddeeff","number":1,)"
           R"("previous":null,"first_day":"2026-11-22","last_day":"2026-11-22","counts":)" +
           counts + "}\n";
}

/// A sealed envelope that decompresses to exactly `plainBytes`: one record of an unknown kind is as long as it takes.
std::string ofPlainSize(std::size_t plainBytes)
{
    const std::string before = header(R"({"filler":1})") + R"({"kind":"filler","x":")";
    const std::string after = "\"}\n";
    const std::size_t trailer = test::decompressed(test::sealed("")).size();
    return test::sealed(before + std::string(plainBytes - before.size() - after.size() - trailer, 'x') + after);
}

std::string ofRecords(std::size_t records)
{
    std::string lines = header(R"({"x":)" + std::to_string(records) + "}");
    for (std::size_t i = 0; i < records; ++i) {
        lines += "{\"kind\":\"x\"}\n";
    }
    return test::sealed(lines);
}

/// How many faults there are where one visit has answers of this size.
std::size_t faultsWith(std::size_t questions, std::size_t options)
{
    std::string answers;
    for (std::size_t i = 0; i < questions; ++i) {
        answers += (i == 0 ? "\"Q" : ",\"Q") + std::to_string(i) + "\":[\"1\"";
        for (std::size_t j = 1; j < options; ++j) {
            answers += ",\"1\"";
        }
        answers += "]";
    }
    const std::string line =
        R"({"kind":"visit","id":"0b8a5c1e-0000-4000-8000-000000000001","block":{"span":"day","day":"2026-11-22"},)"
        R"("face":4,"answers":{)" +
        answers + R"(},"language":"da","questionnaire":")" + std::string(64, 'a') +
        R"(","verdict":"count","reason":"OK"})" + "\n";
    return wire::readEnvelope(test::sealed(header(R"({"visit":1})") + line), goldenKey().publicKey())->faults.size();
}

} // namespace

class TestEnvelopeLimits : public QObject {
    Q_OBJECT

private slots:
    void aCompressionBombIsRefusedAtTheLimit()
    {
        const std::string atLimit = ofPlainSize(wire::envelopePlainBytesMax);
        QVERIFY(atLimit.size() < 20'000); // it is a bomb
        const auto read = wire::readEnvelope(atLimit, goldenKey().publicKey());
        QVERIFY2(read && read->faults.empty(), read ? "" : read.error().message.c_str());
        QCOMPARE(read->envelope.unknown.size(), std::size_t{1});

        const auto above = wire::readEnvelope(ofPlainSize(wire::envelopePlainBytesMax + 1), goldenKey().publicKey());
        QVERIFY(!above && above.error().code == EnvelopeFault::TooLarge);
    }

    void aBombInTheFirstLineIsRefused()
    {
        const auto peeked = wire::peekEnvelope(test::compressed(std::string(256 * 1024 * 1024, 'x')));
        QVERIFY(!peeked && peeked.error().code == EnvelopeFault::Unreadable);
    }

    void tooManyBytesAreRefusedUnread()
    {
        QVERIFY(wire::peekEnvelope(std::string(wire::envelopeBytesMax, 'x')).error().code == EnvelopeFault::Unreadable);
        const auto above = wire::readEnvelope(std::string(wire::envelopeBytesMax + 1, 'x'), goldenKey().publicKey());
        QVERIFY(!above && above.error().code == EnvelopeFault::TooLarge);
        QVERIFY(wire::peekEnvelope(std::string(wire::envelopeBytesMax + 1, 'x')).error().code ==
                EnvelopeFault::TooLarge);
    }

    void tooManyRecordsAreRefused()
    {
        const auto read = wire::readEnvelope(ofRecords(wire::envelopeRecordsMax), goldenKey().publicKey());
        QVERIFY(read && read->faults.empty());
        QCOMPARE(read->counted.at("x"), std::uint64_t{wire::envelopeRecordsMax});
        const auto above = wire::readEnvelope(ofRecords(wire::envelopeRecordsMax + 1), goldenKey().publicKey());
        QVERIFY(!above && above.error().code == EnvelopeFault::TooLarge);
    }

    void aFrameThatWantsTooMuchMemoryIsRefused()
    {
        // A window of 2^27 bytes, as `zstd --long=27` makes it.
        const std::string text = ofPlainSize(100'000);
        ZSTD_CCtx* context = ZSTD_createCCtx();
        ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, 27);
        ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0);
        const std::string plain = test::decompressed(text);
        std::string bytes(ZSTD_compressBound(plain.size()), '\0');
        ZSTD_outBuffer output{bytes.data(), bytes.size(), 0};
        ZSTD_inBuffer first{plain.data(), plain.size() / 2, 0}; // in two steps, so that the size isn't known
        ZSTD_compressStream2(context, &output, &first, ZSTD_e_continue);
        ZSTD_inBuffer second{plain.data(), plain.size(), first.pos};
        ZSTD_compressStream2(context, &output, &second, ZSTD_e_end);
        ZSTD_freeCCtx(context);
        bytes.resize(output.pos);
        const auto read = wire::readEnvelope(bytes, goldenKey().publicKey());
        QVERIFY(!read && read.error().code == EnvelopeFault::Unreadable);
    }

    void answersHaveTheirBounds()
    {
        QCOMPARE(faultsWith(64, 1), std::size_t{0});
        QCOMPARE(faultsWith(65, 1), std::size_t{1});
        QCOMPARE(faultsWith(1, 32), std::size_t{0});
        QCOMPARE(faultsWith(1, 33), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(TestEnvelopeLimits)
#include "test_envelope_limits.moc"
