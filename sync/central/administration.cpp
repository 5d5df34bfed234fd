// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/administration.h"

#include "sync/wire/questionnaire_json.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <span>
#include <utility>
#include <variant>

namespace smiley::central {

namespace {

constexpr std::string_view base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::size_t codeLetters = 8;

/// As it is typed or shown; case and hyphens don't matter.
core::Hash codeHash(std::string_view code)
{
    std::string letters;
    for (const char c : code) {
        if (c != '-') {
            letters += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        }
    }
    return wire::sha256("enrolment code " + letters);
}

Kept<GivenCode> giveCode(Ledger& ledger, const core::StandId& stand, std::int64_t lifetimeMs, core::WallMs now,
                         core::Random& random)
{
    std::string code;
    for (std::size_t i = 0; i < codeLetters; ++i) {
        code += i == codeLetters / 2 ? "-" : "";
        code += base32[random.below(static_cast<std::uint32_t>(base32.size()))];
    }
    const core::WallMs expiresAt{core::count(now) + lifetimeMs};
    if (auto kept = ledger.setCode({stand, codeHash(code), expiresAt, std::nullopt}); !kept) {
        return kept.error();
    }
    return GivenCode{stand, code, expiresAt};
}

core::Failure<LedgerFault> noStand(const core::StandId& stand)
{
    return core::fail(LedgerFault::NotFound,
                      "there is no stand " + stand.text() + "; `smiley-central stand list` shows those there are");
}

/// "<site>-1", or the first after it that is free.
Kept<core::StandId> freeName(Ledger& ledger, const core::SiteId& site)
{
    for (int i = 1; i < 1000; ++i) {
        auto name = core::StandId::parse(site.text() + "-" + std::to_string(i));
        if (!name) {
            break;
        }
        const auto taken = ledger.stand(*name);
        if (!taken) {
            return taken.error();
        }
        if (!taken->has_value()) {
            return *std::move(name);
        }
    }
    return core::fail(LedgerFault::Exists,
                      "no name is free for a stand of site " + site.text() + "; give one (--name)");
}

} // namespace

Kept<GivenCode> addStand(Ledger& ledger, const NewStand& stand, std::int64_t lifetimeMs, core::WallMs now,
                         core::Random& random)
{
    return inOne(ledger, [&]() -> Kept<GivenCode> {
        const auto& municipality = stand.municipality;
        const std::string name = stand.municipalityName.empty() ? municipality.text() : stand.municipalityName;
        if (auto made = ledger.ensureMunicipality({municipality, name}); !made) {
            return made.error();
        }
        const std::string siteName = stand.siteName.empty() ? stand.site.text() : stand.siteName;
        if (auto made = ledger.ensureSite({municipality, stand.site, siteName}); !made) {
            return made.error();
        }
        auto id = stand.id ? Kept<core::StandId>(*stand.id) : freeName(ledger, stand.site);
        if (!id) {
            return id.error();
        }
        Stand row{.id = *id, .municipality = municipality, .site = stand.site, .door = stand.door, .addedAt = now};
        if (auto added = ledger.addStand(row); !added) {
            return added.error();
        }
        if (auto noted = ledger.audit(
                {now, operatorName, "stand.add", id->text(), municipality.text() + ", " + stand.site.text()});
            !noted) {
            return noted.error();
        }
        return giveCode(ledger, *id, lifetimeMs, now, random);
    });
}

Kept<GivenCode> renewCode(Ledger& ledger, const core::StandId& stand, std::int64_t lifetimeMs, core::WallMs now,
                          core::Random& random)
{
    return inOne(ledger, [&]() -> Kept<GivenCode> {
        const auto row = ledger.stand(stand);
        if (!row) {
            return row.error();
        }
        if (!*row) {
            return noStand(stand);
        }
        if ((*row)->state != StandState::Waiting) {
            return core::fail(LedgerFault::Exists, "stand " + stand.text() + " is " + std::string(text((*row)->state)) +
                                                       "; a device that replaces it is a stand of its own, at the "
                                                       "same door (`stand add --door`)");
        }
        if (auto noted = ledger.audit({now, operatorName, "stand.code", stand.text(), ""}); !noted) {
            return noted.error();
        }
        return giveCode(ledger, stand, lifetimeMs, now, random);
    });
}

Kept<core::Done> blockStand(Ledger& ledger, const core::StandId& stand, core::WallMs now)
{
    return inOne(ledger, [&]() -> Kept<core::Done> {
        auto row = ledger.stand(stand);
        if (!row) {
            return row.error();
        }
        if (!*row) {
            return noStand(stand);
        }
        if ((*row)->state == StandState::Blocked) {
            return core::Done{};
        }
        (*row)->state = StandState::Blocked;
        (*row)->blockedAt = now;
        if (auto updated = ledger.updateStand(**row); !updated) {
            return updated;
        }
        return ledger.audit({now, operatorName, "stand.block", stand.text(), ""});
    });
}

Kept<std::uint64_t> unblockStand(Ledger& ledger, const core::StandId& stand, KeptAside keptAside, core::WallMs now)
{
    return inOne(ledger, [&]() -> Kept<std::uint64_t> {
        auto row = ledger.stand(stand);
        if (!row) {
            return row.error();
        }
        if (!*row) {
            return noStand(stand);
        }
        (*row)->state = (*row)->envelopeKey ? StandState::Enrolled : StandState::Waiting;
        (*row)->blockedAt.reset();
        (*row)->clone = false;
        if (auto updated = ledger.updateStand(**row); !updated) {
            return updated.error();
        }
        Kept<std::uint64_t> released = std::uint64_t{0};
        if (keptAside == KeptAside::Release) {
            released = ledger.releaseKeptAside(stand);
            if (!released) {
                return released;
            }
        }
        if (auto noted = ledger.audit(
                {now, operatorName, "stand.unblock", stand.text(), std::to_string(*released) + " envelopes released"});
            !noted) {
            return noted.error();
        }
        return released;
    });
}

core::Hash tokenHash(std::string_view token) { return wire::sha256("package token " + std::string(token)); }

Kept<std::string> addToken(Ledger& ledger, const core::MunicipalityId& municipality, core::WallMs now,
                           core::Random& random)
{
    wire::PublicKey bytes; // 256 random bits; only its alphabet (base64url) is used
    random.fill(std::as_writable_bytes(std::span(bytes.bytes)));
    const std::string token = "smiley_" + bytes.text();
    return inOne(ledger, [&]() -> Kept<std::string> {
        const auto number = ledger.addToken(municipality, tokenHash(token), now);
        if (!number) {
            return number.error();
        }
        if (auto noted =
                ledger.audit({now, operatorName, "token.add", municipality.text(), "token:" + std::to_string(*number)});
            !noted) {
            return noted.error();
        }
        return token;
    });
}

namespace {

/// The member `comments` of its stands' configurations.
Kept<std::string> commentsOf(Ledger& ledger, const core::MunicipalityId& municipality)
{
    const auto switches = ledger.commentSwitches();
    if (!switches) {
        return switches.error();
    }
    const auto own = std::ranges::find(*switches, municipality, &CommentSwitch::municipality);
    return own != switches->end() && own->isOn ? own->settings : std::string();
}

} // namespace

Kept<std::uint64_t> configure(Ledger& ledger, const core::StandId& stand, const NewConfiguration& configuration,
                              const wire::SecretKey& centre, core::WallMs now)
{
    return inOne(ledger, [&] { return configureInside(ledger, stand, configuration, centre, now); });
}

Kept<std::uint64_t> configureInside(Ledger& ledger, const core::StandId& stand, const NewConfiguration& configuration,
                                    const wire::SecretKey& centre, core::WallMs now)
{
    const auto row = ledger.stand(stand);
    if (!row) {
        return row.error();
    }
    if (!*row) {
        return noStand(stand);
    }
    const auto before = ledger.configuration(stand);
    if (!before) {
        return before.error();
    }
    wire::Configuration next{stand, 1, "", ""};
    if (*before) {
        auto old = wire::readConfiguration((*before)->signedJson, centre.publicKey());
        if (!old) {
            return core::fail(LedgerFault::Corrupt, "the configuration of " + stand.text() +
                                                        " in the ledger can't be read: " + old.error().message);
        }
        next = std::move(*old);
        next.version = (*before)->version + 1;
    }
    next.questionnaire = configuration.questionnaire.value_or(next.questionnaire);
    next.settings = configuration.settings.value_or(next.settings);
    next.policy = configuration.policy.value_or(next.policy);
    next.shadowPolicy = configuration.shadowPolicy.value_or(next.shadowPolicy);
    next.countedOnSite = configuration.countedOnSite.value_or(next.countedOnSite);
    next.people = configuration.people.value_or(next.people);
    const auto comments = commentsOf(ledger, (*row)->municipality);
    if (!comments) {
        return comments.error();
    }
    next.comments = *comments;
    if (next.questionnaire.empty()) {
        return core::fail(LedgerFault::NotFound,
                          "stand " + stand.text() + " has no questionnaire yet; give one (--questionnaire)");
    }
    const std::string canonical = wire::canonicalJson(next.questionnaire);
    const core::Hash hash = wire::sha256(canonical);
    if (auto added = ledger.addQuestionnaire(hash, canonical); !added) {
        return added.error();
    }
    if (auto set = ledger.setConfiguration(stand, {next.version, wire::writeConfiguration(next, centre), now}); !set) {
        return set.error();
    }
    if (auto noted = ledger.audit({now, operatorName, "configuration.set", stand.text(),
                                   "version " + std::to_string(next.version) + ", questionnaire " + hash.text()});
        !noted) {
        return noted.error();
    }
    return next.version;
}

core::Result<std::string, EnrolFault> enrol(Ledger& ledger, std::string_view request, const wire::SecretKey& centre,
                                            core::WallMs now)
{
    const auto asked = wire::readEnrolmentRequest(request);
    if (!asked) {
        return core::fail(EnrolFault::Malformed, asked.error().message);
    }
    const auto identity = wire::readStandIdentity(asked->identity);
    if (!identity) {
        return core::fail(EnrolFault::Malformed, "identity: " + identity.error().message);
    }
    const auto ledgerFailure = [](const auto& failed) {
        return core::fail(EnrolFault::Ledger, failed.error().message);
    };
    auto transaction = Transaction::begin(ledger);
    if (!transaction) {
        return ledgerFailure(transaction);
    }
    const core::Hash hash = codeHash(asked->code);
    const auto code = ledger.code(hash);
    if (!code) {
        return ledgerFailure(code);
    }
    if (!*code || CRYPTO_memcmp((*code)->hash.text().data(), hash.text().data(), hash.text().size()) != 0) {
        return core::fail(EnrolFault::UnknownCode,
                          "there is no such enrolment code; check the letters, or ask for another (`stand code`)");
    }
    auto found = ledger.stand((*code)->stand);
    if (!found) {
        return ledgerFailure(found);
    }
    if (!*found) {
        return core::fail(EnrolFault::UnknownCode, "the stand of this code is gone; ask for another");
    }
    Stand& stand = **found;
    const LedgerIdentity self = ledger.identity();
    const std::string answer = wire::writeEnrolment(
        {stand.id, stand.municipality, centre.publicKey(), identity->envelopeKey, self.example}, centre);
    if (stand.state == StandState::Blocked) {
        return core::fail(EnrolFault::Blocked, "stand " + stand.id.text() + " is blocked; unblock it first");
    }
    if ((*code)->usedAt) {
        const bool isSameDevice =
            stand.envelopeKey == identity->envelopeKey && stand.transportKey == asked->transportKey;
        if (!isSameDevice) {
            return core::fail(EnrolFault::UsedCode, "this code was used on " + describe(*(*code)->usedAt) +
                                                        " by another device; if that was not yours, block stand " +
                                                        stand.id.text() + " and add another");
        }
        return answer;
    }
    if (now > (*code)->expiresAt) {
        return core::fail(EnrolFault::LateCode, "this code ended on " + describe((*code)->expiresAt) +
                                                    "; make another with `smiley-central stand code " +
                                                    stand.id.text() + "`");
    }
    if (identity->example != self.example) {
        return core::fail(EnrolFault::Example, self.example
                                                   ? "this is an example centre; it enrols example stands only"
                                                   : "this stand makes example data; only an example centre takes it");
    }
    stand.state = StandState::Enrolled;
    stand.enrolledAt = now;
    stand.envelopeKey = identity->envelopeKey;
    stand.transportKey = asked->transportKey;
    if (auto updated = ledger.updateStand(stand); !updated) {
        return ledgerFailure(updated);
    }
    if (auto used = ledger.useCode(hash, now); !used) {
        return ledgerFailure(used);
    }
    if (auto seen = ledger.seeEpoch(stand.id, identity->epoch, now); !seen) {
        return ledgerFailure(seen);
    }
    if (auto noted = ledger.audit({now, "stand:" + stand.id.text(), "stand.enrol", stand.id.text(),
                                   "envelope key " + identity->envelopeKey.text()});
        !noted) {
        return ledgerFailure(noted);
    }
    if (auto done = (*transaction)->commit(); !done) {
        return ledgerFailure(done);
    }
    return answer;
}

std::string describe(core::WallMs time)
{
    using namespace std::chrono;
    const sys_time<milliseconds> at{milliseconds{core::count(time)}};
    const auto date = floor<days>(at);
    const hh_mm_ss clock{floor<minutes>(at - date)};
    const auto two = [](auto value) {
        const std::string text = std::to_string(value);
        return text.size() < 2 ? "0" + text : text;
    };
    return core::Day{date}.text() + " " + two(clock.hours().count()) + ":" + two(clock.minutes().count()) + " UTC";
}

} // namespace smiley::central
