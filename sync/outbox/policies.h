// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/policy.h"
#include "app/core/result.h"
#include "app/core/time.h"
#include "app/store/store.h"
#include "sync/wire/messages.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Which counting policy counts on which day.
///
/// What the centre sends counts from the day after the one on which it was taken. The store keeps a schedule: a line for
/// each change, oldest first, "<from day> <policy> <shadow policy or -> <site|flag>". A policy is a standard policy's name,
/// which means what the running program means by it, or the hash of a document that the store keeps. "site": an observer
/// has counted at this stand; "flag": nobody has, so runs are only marked.

namespace smiley::outbox {

/// A policy and its document.
struct KnownPolicy {
    core::Policy policy;
    std::string json; ///< canonical
    core::Hash hash;  ///< of the document
};

[[nodiscard]] KnownPolicy known(core::Policy policy);
/// From a standard policy's name or a policy's document. Malformed says what is wrong with it.
[[nodiscard]] wire::Parsed<KnownPolicy> readPolicy(std::string_view text);

/// What visits are counted by where the centre has named no policy. Runs are excluded only at a stand at which an observer
/// has counted; else they are only marked, and both figures are shown.
[[nodiscard]] KnownPolicy headlinePolicy(bool countedOnSite);

/// The policies of one day.
struct DayPolicies {
    KnownPolicy counted;
    std::optional<KnownPolicy> shadow;
    std::vector<std::string> troubles; ///< what this program can't read of the schedule, and what counts instead
};

/// What a configuration sets. Where nobody has counted on site, its policy only marks runs too, so it has another hash than
/// the document that was sent; the shadow policy is tried as it is.
[[nodiscard]] wire::Parsed<DayPolicies> policiesOf(const wire::Configuration& configuration);

/// Puts the policies of a configuration that `policiesOf` reads into the schedule, from `from` on. Changes that no open
/// day needs are dropped.
[[nodiscard]] store::Result<core::Done> schedule(store::Store& store, const wire::Configuration& configuration,
                                                 core::Day from);
/// Changes after `latest` were dated by a wrong clock: they count from `latest` on.
[[nodiscard]] store::Result<core::Done> clampSchedule(store::Store& store, core::Day latest);
/// The policies of `day`, or the stand's own before the centre has sent any. A document that can't be read is replaced by
/// the headline, a shadow by none.
[[nodiscard]] store::Result<DayPolicies> policiesOn(const store::Store& store, core::Day day);

/// By its hash; nothing where the store doesn't have it, or this program can't read it.
[[nodiscard]] store::Result<std::optional<KnownPolicy>> storedPolicy(const store::Store& store, const core::Hash& hash);

} // namespace smiley::outbox
