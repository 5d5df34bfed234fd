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
/// What the centre sends counts from the day after the one on which it was taken. The store keeps the policies by their
/// hash, and a schedule: a line for each change, "<from day> <policy's hash> <shadow policy's hash or ->", oldest first.

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
};

/// What a configuration sets. Where nobody has counted on site, its policy only marks runs too, so it has another hash than
/// the document that was sent; the shadow policy is tried as it is.
[[nodiscard]] wire::Parsed<DayPolicies> policiesOf(const wire::Configuration& configuration);

/// Puts the policies into the schedule, from `from` on. Changes that no open day needs are dropped.
[[nodiscard]] store::Result<core::Done> schedule(store::Store& store, const DayPolicies& policies, core::Day from);
/// The policies of `day`, or the stand's own before the centre has sent any.
[[nodiscard]] store::Result<DayPolicies> policiesOn(const store::Store& store, core::Day day);

/// By its hash; nothing where the store doesn't have it, or this program can't read it.
[[nodiscard]] store::Result<std::optional<KnownPolicy>> storedPolicy(const store::Store& store, const core::Hash& hash);

} // namespace smiley::outbox
