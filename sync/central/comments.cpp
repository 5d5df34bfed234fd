// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/comments.h"

#include "sync/central/administration.h"
#include "sync/central/ingest.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace smiley::central {

namespace {

constexpr std::int64_t dayMs = std::int64_t{24} * 3'600'000;

/// In one transaction: the switch, the entry in the audit trail, and a new configuration for each stand that has one.
Kept<std::uint64_t> turn(Ledger& ledger, const CommentSwitch& setting, const std::string& detail,
                         const wire::SecretKey& centre)
{
    return inOne(ledger, [&]() -> Kept<std::uint64_t> {
        if (auto set = ledger.setCommentSwitch(setting); !set) {
            return set.error();
        }
        if (auto noted =
                ledger.audit({setting.setAt, operatorName, setting.isOn ? "comments.enable" : "comments.disable",
                              setting.municipality.text(), detail});
            !noted) {
            return noted.error();
        }
        const auto stands = ledger.stands();
        if (!stands) {
            return stands.error();
        }
        std::uint64_t configured = 0;
        for (const Stand& stand : *stands) {
            if (stand.municipality != setting.municipality) {
                continue;
            }
            const auto before = ledger.configuration(stand.id);
            if (!before) {
                return before.error();
            }
            if (!*before) {
                continue;
            }
            if (const auto version = configureInside(ledger, stand.id, {}, centre, setting.setAt); !version) {
                return version.error();
            }
            ++configured;
        }
        return configured;
    });
}

/// How long this municipality's are held, in days; as at first where what it has set can't be read.
int daysOf(const std::vector<CommentSwitch>& switches, const core::MunicipalityId& municipality)
{
    const auto own = std::ranges::find(switches, municipality, &CommentSwitch::municipality);
    if (own == switches.end()) {
        return core::CommentSettings{}.deletedAfterDays;
    }
    const auto settings = wire::readCommentSettings(own->settings);
    return settings ? settings->deletedAfterDays : core::CommentSettings{}.deletedAfterDays;
}

/// Without the names of staff; as they are where they can't be read.
std::string withoutNames(const std::string& settings)
{
    auto read = wire::readCommentSettings(settings);
    if (!read) {
        return settings;
    }
    read->staffNames.clear();
    return wire::writeCommentSettings(*read);
}

/// The envelope's bytes without its comments; nothing where they can't be read.
std::optional<std::string> restOf(Ledger& ledger, std::int64_t envelope)
{
    const auto bytes = ledger.envelopeBytes(envelope);
    if (!bytes) {
        return std::nullopt;
    }
    auto rest = wire::withoutComments(*bytes);
    return rest ? std::optional(std::move(*rest)) : std::nullopt;
}

/// Those of some envelopes, in one transaction. What stays of their bytes is made before it, which takes longest: the
/// server waits for a transaction.
Kept<DeletedComments> deleteThese(Ledger& ledger, const std::vector<EnvelopeRow>& envelopes,
                                  const core::MunicipalityId& municipality, int days, core::WallMs now)
{
    std::vector<std::optional<std::string>> rests;
    rests.reserve(envelopes.size());
    for (const EnvelopeRow& row : envelopes) {
        rests.push_back(restOf(ledger, row.id));
    }
    return inOne(ledger, [&]() -> Kept<DeletedComments> {
        DeletedComments deleted;
        for (std::size_t i = 0; i < envelopes.size(); ++i) {
            const auto gone = ledger.deleteComments(envelopes[i].id, rests[i]);
            if (!gone) {
                return gone.error();
            }
            deleted.comments += *gone;
            if (!rests[i]) {
                deleted.unreadable.push_back(envelopes[i].id);
            }
        }
        if (deleted.comments == 0) {
            return deleted;
        }
        if (auto noted =
                ledger.audit({now, "retention", "comments.delete", municipality.text(),
                              std::to_string(deleted.comments) + " comments of " + std::to_string(envelopes.size()) +
                                  " envelopes, after " + std::to_string(days) + " days"});
            !noted) {
            return noted.error();
        }
        return deleted;
    });
}

/// Those of one municipality; goes on after a failure, and gives the first one back.
Kept<core::Done> deleteOld(Ledger& ledger, const core::MunicipalityId& municipality, int days, core::WallMs now,
                           DeletedComments& deleted)
{
    const core::WallMs before{core::count(now) - days * dayMs};
    Kept<core::Done> result = core::Done{};
    for (std::int64_t last = 0;;) {
        const auto old = ledger.envelopesWithComments(municipality, before, last, ingestBatchMax);
        if (!old) {
            return result ? old.error() : result;
        }
        if (old->empty()) {
            return result;
        }
        last = old->back().id;
        const auto done = deleteThese(ledger, *old, municipality, days, now);
        if (done) {
            deleted.comments += done->comments;
            deleted.unreadable.insert(deleted.unreadable.end(), done->unreadable.begin(), done->unreadable.end());
        } else if (result) {
            result = done.error();
        }
    }
}

} // namespace

Kept<std::optional<core::CommentSettings>> commentSettings(Ledger& ledger, const core::MunicipalityId& municipality)
{
    const auto switches = ledger.commentSwitches();
    if (!switches) {
        return switches.error();
    }
    const auto own = std::ranges::find(*switches, municipality, &CommentSwitch::municipality);
    if (own == switches->end()) {
        return std::optional<core::CommentSettings>();
    }
    auto settings = wire::readCommentSettings(own->settings);
    if (!settings) {
        return core::fail(LedgerFault::Corrupt,
                          "the comments of " + municipality.text() + " in the ledger: " + settings.error().message);
    }
    return std::optional(std::move(*settings));
}

Kept<std::uint64_t> enableComments(Ledger& ledger, const core::MunicipalityId& municipality,
                                   const core::CommentSettings& settings, const wire::SecretKey& centre,
                                   core::WallMs now)
{
    const auto key = wire::CommentKey::parse(settings.key);
    const std::string detail = "key " + (key ? wire::commentKeyId(*key) : "unusable") + ", DPIA approved " +
                               settings.approvedOn + " by " + settings.approvedBy + ", read by " + settings.readBy +
                               ", deleted after " + std::to_string(settings.deletedAfterDays) + " days";
    return turn(ledger, {municipality, true, wire::writeCommentSettings(settings), now}, detail, centre);
}

Kept<std::uint64_t> disableComments(Ledger& ledger, const core::MunicipalityId& municipality,
                                    const wire::SecretKey& centre, core::WallMs now)
{
    const auto switches = ledger.commentSwitches();
    if (!switches) {
        return switches.error();
    }
    const auto own = std::ranges::find(*switches, municipality, &CommentSwitch::municipality);
    if (own == switches->end() || !own->isOn) {
        return core::fail(LedgerFault::NotFound, "comments are not on in " + municipality.text() +
                                                     "; `smiley-central comments status` shows where they are");
    }
    return turn(ledger, {municipality, false, withoutNames(own->settings), now}, "", centre);
}

Kept<DeletedComments> deleteOldComments(Ledger& ledger, core::WallMs now)
{
    const auto switches = ledger.commentSwitches();
    const auto municipalities = ledger.municipalities();
    if (!switches || !municipalities) {
        return !switches ? switches.error() : municipalities.error();
    }
    DeletedComments deleted;
    Kept<core::Done> result = core::Done{};
    for (const Municipality& municipality : *municipalities) {
        auto done = deleteOld(ledger, municipality.id, daysOf(*switches, municipality.id), now, deleted);
        if (result) {
            result = std::move(done);
        }
    }
    // Also where nothing was deleted: somebody who read may have kept what was in the log.
    const auto emptied = ledger.checkpoint();
    if (!result) {
        return result.error();
    }
    if (!emptied && emptied.error().code != LedgerFault::Busy) {
        return emptied.error();
    }
    return deleted;
}

} // namespace smiley::central
