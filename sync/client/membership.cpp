// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/membership.h"

#include <spdlog/spdlog.h>
#include <utility>

namespace smiley::client {

namespace {

constexpr std::size_t smallFileBytesMax = 64 * 1024;

std::filesystem::path keyFile(const Folders& folders) { return folders.state / "transport.key"; }
std::filesystem::path enrolmentFile(const Folders& folders) { return folders.state / "enrolment.json"; }

std::string keyDamaged(const Folders& folders)
{
    return keyFile(folders).string() + " holds no transport key; move it away and enrol with a new code";
}

std::string withoutLineEnd(std::string text)
{
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) {
        text.pop_back();
    }
    return text;
}

/// The transport key; made and on disk before it is used.
core::Result<wire::SecretKey, EnrolFault> ensureKey(const Folders& folders)
{
    const auto text = files::readWhole(keyFile(folders), smallFileBytesMax);
    if (text) {
        const auto key = wire::SecretKey::parse(withoutLineEnd(*text));
        if (!key) {
            return core::fail(EnrolFault::Folder, keyDamaged(folders));
        }
        return *key;
    }
    if (text.error().code != files::FileFault::Missing) {
        return core::fail(EnrolFault::Folder, text.error().message);
    }
    spdlog::info("Making a transport key in {} …", keyFile(folders).string());
    const wire::SecretKey key = wire::SecretKey::generate();
    if (const auto written = files::writeWhole(keyFile(folders), key.text() + "\n", files::Rights::Owner); !written) {
        return core::fail(EnrolFault::Folder, written.error().message);
    }
    return key;
}

/// The code without hyphen and in capitals, or nothing where it can't be one.
std::optional<std::string> tidyCode(std::string_view typed)
{
    constexpr std::size_t codeLetters = 8;
    std::string code;
    for (char letter : typed) {
        if (letter == '-' || letter == ' ') {
            continue;
        }
        if (letter >= 'a' && letter <= 'z') {
            letter = static_cast<char>(letter - 'a' + 'A');
        }
        if ((letter < 'A' || letter > 'Z') && (letter < '2' || letter > '7')) {
            return std::nullopt;
        }
        code += letter;
    }
    return code.size() == codeLetters ? std::optional(code) : std::nullopt;
}

EnrolFault enrolFault(TransportFault fault)
{
    switch (fault) {
    case TransportFault::Unreachable:
    case TransportFault::Cut:
    case TransportFault::Stopped: return EnrolFault::Unreachable;
    case TransportFault::NotTrusted: return EnrolFault::NotTrusted;
    case TransportFault::Malformed: break;
    }
    return EnrolFault::Unexpected;
}

} // namespace

std::string describeRefusal(const Response& response)
{
    const auto problem = wire::readProblem(response.body);
    if (problem) {
        return problem->title + (problem->detail.empty() ? "" : ": " + problem->detail) + " (" +
               std::to_string(response.status) + ")";
    }
    if (response.status >= 300 && response.status < 400) {
        return "the server redirects to \"" + response.location + "\" (" + std::to_string(response.status) +
               "); redirects aren't followed: set the server's own address";
    }
    return "the server answered " + std::to_string(response.status) +
           " without saying why; is it the centre's address?";
}

core::Result<Membership, MembershipFault> loadMembership(const Folders& folders)
{
    const auto keyText = files::readWhole(keyFile(folders), smallFileBytesMax);
    const auto enrolmentText = files::readWhole(enrolmentFile(folders), smallFileBytesMax);
    for (const auto* text : {&keyText, &enrolmentText}) {
        if (!*text && text->error().code == files::FileFault::Missing) {
            return core::fail(MembershipFault::NotEnrolled,
                              "this stand isn't enrolled (" + text->error().message +
                                  "); get a code with `smiley-central stand add` and run `smiley-sync enrol`");
        }
        if (!*text) {
            return core::fail(MembershipFault::Damaged, text->error().message);
        }
    }
    const auto key = wire::SecretKey::parse(withoutLineEnd(*keyText));
    if (!key) {
        return core::fail(MembershipFault::Damaged, keyDamaged(folders));
    }
    const auto enrolment = wire::readEnrolment(*enrolmentText);
    if (!enrolment) {
        return core::fail(MembershipFault::Damaged, enrolmentFile(folders).string() + ": " + enrolment.error().message +
                                                        "; enrol with a new code");
    }
    return Membership{enrolment->stand, enrolment->centreKey, *key};
}

core::Result<wire::Enrolment, EnrolFault> enrol(const Folders& folders, const std::string& code, Transport& transport)
{
    const auto tidy = tidyCode(code);
    if (!tidy) {
        return core::fail(EnrolFault::BadCode, "\"" + code +
                                                   "\" is no enrolment code: it has 8 of the letters A-Z and "
                                                   "digits 2-7, as XXXX-XXXX");
    }
    const std::filesystem::path standFile = folders.outbox / "stand.json";
    const auto standText = files::readWhole(standFile, smallFileBytesMax);
    if (!standText) {
        return core::fail(EnrolFault::NoStand,
                          standText.error().message +
                              "; the stand program writes it: start smiley-stand once, then enrol");
    }
    const auto identity = wire::readStandIdentity(*standText);
    if (!identity) {
        return core::fail(EnrolFault::NoStand,
                          standFile.string() + ": " + identity.error().message + "; restart smiley-stand, then enrol");
    }
    const auto key = ensureKey(folders);
    if (!key) {
        return key.error();
    }

    Request request;
    request.method = "POST";
    request.target = "/v1/enrolments";
    request.contentType = "application/json";
    request.body = wire::writeEnrolmentRequest({*tidy, *standText, key->publicKey()}, *key);
    spdlog::info("Asking the centre to enrol this stand …");
    const auto response = transport.exchange(request, DateCheck::Off);
    if (!response) {
        return core::fail(enrolFault(response.error().code), response.error().message);
    }
    if (response->status >= 300 && response->status < 500) {
        return core::fail(EnrolFault::Refused, describeRefusal(*response));
    }
    if (response->status != 200 && response->status != 201) {
        return core::fail(EnrolFault::Unexpected, describeRefusal(*response));
    }
    const auto enrolment = wire::readEnrolment(response->body);
    if (!enrolment) {
        return core::fail(EnrolFault::Unexpected, "the centre's answer: " + enrolment.error().message);
    }
    if (enrolment->envelopeKey != identity->envelopeKey) {
        return core::fail(EnrolFault::Unexpected, "the centre's answer is for another stand's key");
    }
    if (const auto known = files::readWhole(enrolmentFile(folders), smallFileBytesMax);
        known && *known != response->body) {
        spdlog::warn("This stand was enrolled before; the new enrolment takes its place");
    }
    // The inbox first: where the state says that we are enrolled, the stand program has been told.
    for (const auto& file : {folders.inbox / "enrolment.json", enrolmentFile(folders)}) {
        spdlog::info("Writing {} …", file.string());
        if (const auto written = files::writeWhole(file, response->body, files::Rights::Everyone); !written) {
            return core::fail(EnrolFault::Folder, written.error().message + "; the same code can be used again");
        }
    }
    return *enrolment;
}

} // namespace smiley::client
