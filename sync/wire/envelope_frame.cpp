// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/envelope_frame.h"

#include "sync/wire/envelope_lines.h"
#include "sync/wire/fields.h"

#include <zstd.h>

#include <array>
#include <cassert>
#include <memory>
#include <utility>

namespace smiley::wire {

namespace json = boost::json;

core::Result<std::string, EnvelopeFault> decompress(std::string_view bytes, std::size_t plainBytesMax, Part part)
{
    const bool isFirstLine = part == Part::FirstLine;
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> stream(ZSTD_createDCtx(), &ZSTD_freeDCtx);
    ZSTD_DCtx_setParameter(stream.get(), ZSTD_d_windowLogMax, windowLogMax);
    std::string text;
    std::array<char, std::size_t{64} * 1024> piece{};
    ZSTD_inBuffer input{bytes.data(), bytes.size(), 0};
    while (true) {
        ZSTD_outBuffer output{piece.data(), piece.size(), 0};
        const std::size_t wanted = ZSTD_decompressStream(stream.get(), &output, &input);
        if (ZSTD_isError(wanted) != 0U) {
            return core::fail(EnvelopeFault::Unreadable,
                              std::string("the envelope is not readable zstd: ") + ZSTD_getErrorName(wanted));
        }
        if (text.size() + output.pos > plainBytesMax && !isFirstLine) {
            return core::fail(EnvelopeFault::TooLarge,
                              "the envelope holds more than " + std::to_string(plainBytesMax) + " bytes of text");
        }
        text.append(piece.data(), output.pos);
        if (isFirstLine) {
            if (const std::size_t end = text.find('\n'); end != std::string::npos && end < plainBytesMax) {
                text.resize(end);
                return text;
            }
            if (text.size() >= plainBytesMax) {
                return core::fail(EnvelopeFault::Unreadable,
                                  "the envelope's first line is no header: it is longer than " +
                                      std::to_string(plainBytesMax) + " bytes");
            }
        }
        if (wanted == 0) {
            if (input.pos != input.size) {
                return core::fail(EnvelopeFault::Unreadable,
                                  "the envelope goes on behind its end, from byte " + std::to_string(input.pos + 1));
            }
            return text;
        }
        if (input.pos == input.size && output.pos < piece.size()) {
            return core::fail(EnvelopeFault::Unreadable,
                              "the envelope is cut off after " + std::to_string(bytes.size()) + " bytes");
        }
    }
}

std::string compress(std::string_view text)
{
    std::string bytes(ZSTD_compressBound(text.size()), '\0');
    const std::size_t size = ZSTD_compress(bytes.data(), bytes.size(), text.data(), text.size(), compressionLevel);
    assert(ZSTD_isError(size) == 0U);
    bytes.resize(size);
    return bytes;
}

core::Result<Trailer, EnvelopeFault> trailerOf(std::string_view text)
{
    const std::size_t before = text.size() < 2 ? std::string_view::npos : text.rfind('\n', text.size() - 2);
    if (before == std::string_view::npos || text.back() != '\n') {
        return core::fail(EnvelopeFault::Unreadable, "the envelope has no trailer: its last line is not whole");
    }
    const std::size_t length = before + 1;
    std::string why;
    const auto value = parseJson(text.substr(length, text.size() - length - 1), why);
    if (!value || !value->is_object()) {
        return core::fail(EnvelopeFault::Unreadable,
                          "the envelope's last line is no trailer: " + (value ? "no JSON object" : why));
    }
    std::vector<DocumentFault> faults;
    Fields fields(value->get_object(), "", faults);
    fields.oneOf("kind", std::array{trailerKind});
    auto hash = fields.id<core::Hash>("sha256", hashRule);
    std::string signature = fields.text("signature", 86);
    if (!faults.empty()) {
        return core::fail(EnvelopeFault::Unreadable, "the envelope's trailer: " + inOneLine(faults));
    }
    if (sha256(text.substr(0, length)) != *hash) {
        return core::fail(EnvelopeFault::BadSignature, "the envelope was changed: its hash doesn't match its content");
    }
    return Trailer{length, std::move(*hash), std::move(signature)};
}

std::string trailerLine(const core::Hash& hash, std::string_view signature)
{
    json::object trailer;
    trailer["kind"] = trailerKind;
    trailer["sha256"] = hash.text();
    trailer["signature"] = signature;
    return json::serialize(trailer) + "\n";
}

// ---- without comments ----------------------------------------------------------------------------------------------

namespace {

/// A line that can't be read, and may be one, is taken for one.
bool isComment(std::string_view line)
{
    std::string why;
    const auto value = parseJson(line, why);
    if (!value || !value->is_object()) {
        return line.find("\"sealed\"") != std::string_view::npos;
    }
    const json::value* kind = value->get_object().if_contains("kind");
    return kind != nullptr && kind->is_string() && kind->get_string() == commentKind;
}

} // namespace

core::Result<std::string, EnvelopeFault> withoutComments(std::string_view bytes)
{
    if (const auto header = peekEnvelope(bytes); !header) {
        return header.error();
    }
    const auto text = decompress(bytes, envelopePlainBytesMax, Part::Whole);
    if (!text) {
        return text.error();
    }
    const auto trailer = trailerOf(*text);
    if (!trailer) {
        return trailer.error();
    }
    const std::string_view records = std::string_view(*text).substr(0, trailer->length);
    std::string rest;
    for (std::size_t at = 0; at < records.size();) {
        const std::size_t end = records.find('\n', at);
        const std::string_view line = records.substr(at, end - at);
        if (at == 0 || !isComment(line)) { // the header first
            rest.append(line).append("\n");
        }
        at = end + 1;
    }
    rest += trailerLine(sha256(rest), trailer->signature);
    return compress(rest);
}

} // namespace smiley::wire
