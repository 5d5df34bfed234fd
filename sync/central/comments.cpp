// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/comments.h"

#include "sync/central/administration.h"

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

/// How long this municipality's are held, in days.
int daysOf(const std::vector<CommentSwitch>& switches, const core::MunicipalityId& municipality)
{
    const auto own = std::ranges::find(switches, municipality, &CommentSwitch::municipality);
    if (own == switches.end()) {
        return commentDays;
    }
    const auto settings = wire::readCommentSettings(own->settings);
    return settings ? settings->deletedAfterDays : commentDays;
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

/// Those of one municipality, in one transaction.
Kept<DeletedComments> deleteOld(Ledger& ledger, const core::MunicipalityId& municipality, int days, core::WallMs now)
{
    auto transaction = Transaction::begin(ledger);
    if (!transaction) {
        return transaction.error();
    }
    const auto old = ledger.envelopesWithComments(municipality, core::WallMs{core::count(now) - days * dayMs});
    if (!old) {
        return old.error();
    }
    DeletedComments deleted;
    for (const EnvelopeRow& row : *old) {
        const auto bytes = ledger.envelopeBytes(row.id);
        if (!bytes) {
            return bytes.error();
        }
        const auto rest = wire::withoutComments(*bytes);
        const auto done = ledger.deleteComments(row.id, rest ? std::optional<std::string_view>(*rest) : std::nullopt);
        if (!done) {
            return done.error();
        }
        if (!rest) {
            deleted.unreadable.push_back(row.id);
        }
        deleted.comments += rest ? row.comments : *done;
    }
    if (deleted.comments == 0) {
        return deleted;
    }
    if (auto noted = ledger.audit({now, "retention", "comments.delete", municipality.text(),
                                   std::to_string(deleted.comments) + " comments of " + std::to_string(old->size()) +
                                       " envelopes, after " + std::to_string(days) + " days"});
        !noted) {
        return noted.error();
    }
    if (auto done = (*transaction)->commit(); !done) {
        return done.error();
    }
    return deleted;
}

} // namespace

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
    for (const Municipality& municipality : *municipalities) {
        const auto done = deleteOld(ledger, municipality.id, daysOf(*switches, municipality.id), now);
        if (!done) {
            return done;
        }
        deleted.comments += done->comments;
        deleted.unreadable.insert(deleted.unreadable.end(), done->unreadable.begin(), done->unreadable.end());
    }
    // Also where nothing was deleted: somebody who read may have kept what was in the log.
    if (const auto emptied = ledger.emptyLog(); !emptied && emptied.error().code != LedgerFault::Busy) {
        return emptied.error();
    }
    return deleted;
}

} // namespace smiley::central
