// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/wire/envelope.h"
#include "tests/support/fakes.h"

#include <zstd.h>

#include <stdexcept>
#include <string>
#include <string_view>

/// Things that the tests of sync/wire share.

namespace smiley::test {

/// The same key in every run (seed: 32 times 0x01), so that signatures in golden files stay.
inline wire::SecretKey goldenKey()
{
    return *wire::SecretKey::parse("AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQGKiOPddAnxlf1S2y08ul1yymcJvx2UEhvzdIgBtA"
                                   "9vXA");
}

inline core::Hash hashOf(std::string_view text) { return wire::sha256(text); }

inline core::Day day(std::string_view text) { return *core::Day::parse(text); }

inline wire::EnvelopeHeader header()
{
    return {wire::envelopeFormat,
            *core::StandId::parse("fjordby-1"),
            *core::Epoch::parse("00112233445566778899aabbccddeeff"),
            core::EnvelopeNumber{7},
            hashOf("the envelope before"),
            day("2026-11-20"),
            day("2026-11-22"),
            {},
            std::nullopt,
            true,
            "smiley-stand 0.1.0"};
}

inline wire::VisitRecord visit(std::string id, core::Face face)
{
    return {std::move(id),
            {wire::Block::Span::Hour, day("2026-11-21"), day("2026-11-21"), 14},
            face,
            {{"F1", {"wait", "rules"}}, {"B1", {}}, {"P0", {std::string(wire::coarsened)}}},
            "da",
            hashOf("questionnaire"),
            core::Outcome::Count,
            core::Reason::OkLast};
}

/// One record of each kind, every member used.
inline wire::Envelope fullEnvelope()
{
    wire::VisitRecord excluded = visit("0b8a5c1e-0000-4000-8000-000000000002", core::Face::VeryGood);
    excluded.block = {wire::Block::Span::Days, day("2026-11-20"), day("2026-11-22"), 0};
    excluded.outcome = core::Outcome::Excluded;
    excluded.reason = core::Reason::ClosedHours;
    excluded.language = std::string(wire::coarsened);
    return {header(),
            {visit("0b8a5c1e-0000-4000-8000-000000000001", core::Face::VeryBad), excluded},
            {{"headline", {1, 0, 0, 0, 0}, {{"OK_LAST", 1}, {"REPLACED", 1}}, {}, {{"2-1", 1}}, {{"5", 2}}},
             {"raw", {1, 1, 0, 0, 1}, {}, {{"touch", 3}}, {}, {}}},
            {{hashOf(R"({"id":"smiley"})"), R"({"id":"smiley"})"}},
            {{{day("2026-11-20"), day("2026-11-21"), day("2026-11-22")},
              {{"cleaning", 5}, {"staff", 10}},
              120,
              "anchored",
              2}},
            {}};
}

/// A header line that fits `counts`.
inline std::string headerLine(const std::string& counts, const std::string& more = "")
{
    return R"({"kind":"header","format":1,"stand":"fjordby-1","epoch":"00112233445566778899aabbccddeeff","number":1,)"
           R"("previous":null,"first_day":"2026-11-22","last_day":"2026-11-22","counts":)" +
           counts + R"(,"audit_head":null,"program":"by hand")" + more + "}\n";
}

inline std::string visitLine(const std::string& id = "0b8a5c1e-0000-4000-8000-000000000001")
{
    return R"({"kind":"visit","id":")" + id +
           R"(","block":{"span":"hour","day":"2026-11-22","hour":9},"face":4,"answers":{},"language":"da",)"
           R"("questionnaire":")" +
           std::string(64, 'a') + R"(","verdict":"count","reason":"OK"})";
}

inline std::string compressed(std::string_view text)
{
    std::string bytes(ZSTD_compressBound(text.size()), '\0');
    const std::size_t size = ZSTD_compress(bytes.data(), bytes.size(), text.data(), text.size(), 3);
    if (ZSTD_isError(size) != 0U) {
        throw std::runtime_error("ZSTD_compress");
    }
    bytes.resize(size);
    return bytes;
}

inline std::string decompressed(std::string_view bytes)
{
    std::string text(ZSTD_getFrameContentSize(bytes.data(), bytes.size()), '\0');
    const std::size_t size = ZSTD_decompress(text.data(), text.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(size) != 0U) {
        throw std::runtime_error("ZSTD_decompress");
    }
    return text;
}

/// Trailer and compression for lines that a test writes by hand, as the format says and not as the program does.
inline std::string sealed(const std::string& lines, const wire::SecretKey& key = goldenKey(),
                          wire::Context context = wire::Context::Envelope)
{
    const std::string hash = wire::sha256(lines).text();
    return compressed(lines + R"({"kind":"trailer","sha256":")" + hash + R"(","signature":")" +
                      key.sign(context, hash) + "\"}\n");
}

} // namespace smiley::test
