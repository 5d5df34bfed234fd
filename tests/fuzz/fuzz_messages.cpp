// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/comments.h"
#include "sync/wire/messages.h"
#include "sync/wire/questionnaire_json.h"
#include "tests/fuzz/fuzz.h"
#include "tests/sync/wire/samples.h"

using namespace smiley;

namespace {

void asCommentSettings(std::string_view input)
{
    if (const auto settings = wire::readCommentSettings(input)) {
        const std::string again = wire::writeCommentSettings(*settings);
        const auto second = wire::readCommentSettings(again);
        test::mustHold(second.has_value() && wire::writeCommentSettings(*second) == again);
    }
}

/// Every member is read, but the pass-phrase's function (up to a GiB) never runs: no file of another kind is opened.
void asCommentKey(std::string input)
{
    if (const auto key = wire::publicCommentKey(input)) {
        test::mustHold(wire::publicCommentKey(key->text()) == key);
    }
    const std::string kind = "smileystand comment key";
    if (const std::size_t at = input.find(kind); at != std::string::npos) {
        input[at] = 'S';
    }
    if (!wire::publicCommentKey(input)) {
        const auto opened = wire::CommentSecret::unwrap(input, "x");
        test::mustHold(!opened && opened.error().code == wire::CommentKeyFault::Malformed);
    }
}

} // namespace

/// The bytes as each message, and as the payload of each signed one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view input = test::inputOf(data, size);
    const wire::SecretKey key = test::goldenKey();
    const wire::PublicKey centre = key.publicKey();
    if (const auto heartbeat = wire::readHeartbeat(input)) {
        const std::string again = wire::writeHeartbeat(*heartbeat);
        const auto second = wire::readHeartbeat(again);
        test::mustHold(second.has_value() && wire::writeHeartbeat(*second) == again);
    }
    static_cast<void>(wire::readReceivedTime(input));
    static_cast<void>(wire::readProblem(input));
    static_cast<void>(wire::applySettings({}, input));
    static_cast<void>(wire::readStandIdentity(input));
    static_cast<void>(wire::readEnrolmentRequest(input));
    static_cast<void>(wire::readEnrolment(input));
    asCommentSettings(input);
    asCommentKey(std::string(input));

    std::string payload;
    for (const char letter : wire::canonicalJson(input)) {
        payload += letter == '"' || letter == '\\' ? std::string("\\") + letter : std::string(1, letter);
    }
    const auto sealedIn = [&](wire::Context context) {
        std::string text = R"({"payload":")";
        text += payload;
        text += R"(","signature":")";
        text += key.sign(context, wire::canonicalJson(input));
        return text + "\"}";
    };
    static_cast<void>(wire::readReceipt(sealedIn(wire::Context::Receipt), centre));
    static_cast<void>(wire::readConfiguration(sealedIn(wire::Context::Configuration), centre));
    static_cast<void>(wire::readCentreTime(sealedIn(wire::Context::Time), centre));
    static_cast<void>(wire::readEnrolment(sealedIn(wire::Context::Enrolment)));
    return 0;
}
