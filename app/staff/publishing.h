// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "app/staff/draft.h"
#include "sync/outbox/in_force.h"
#include "sync/outbox/local.h"

#include <string>

/// From the store to a draft, and from a draft to a version. The rules are outbox::publish's.

namespace smiley::staff {

/// The draft that lies in the store, laid over what an editor begins with: what waits, else what is in force. Without one,
/// that itself.
[[nodiscard]] store::Result<Draft> openDraft(const store::Store& store, const outbox::InForce& inForce);
/// Keeps it, so that leaving or a power cut loses nothing; a draft without changes is forgotten. One transaction.
[[nodiscard]] store::Result<core::Done> keepDraft(store::Store& store, const Draft& draft);

/// Makes the draft the next version, with staff's settings as they are. Malformed also where the draft has faults.
[[nodiscard]] core::Result<outbox::LocalVersion, outbox::PublishFault>
publishDraft(store::Store& store, const Draft& draft, const std::string& who, outbox::Start start,
             const outbox::InForce& inForce, const core::Now& now, core::Random& random);
/// Whether publishDraft would take it at once. `hasAnswer`: today.
[[nodiscard]] bool canStartNow(const store::Store& store, const core::Questionnaire& questionnaire,
                               const outbox::InForce& inForce, bool hasAnswer);
/// Hides a local question that visitors are asked now, at once. Whatever else is in the draft stays there. Malformed where
/// nobody is asked it.
[[nodiscard]] core::Result<outbox::LocalVersion, outbox::PublishFault>
hideNow(store::Store& store, const core::QuestionId& question, const std::string& who, const outbox::InForce& inForce,
        const core::Now& now);
/// A version that was published here before becomes the next one ("questionnaire-restored"). Malformed where it never was.
[[nodiscard]] core::Result<outbox::LocalVersion, outbox::PublishFault>
restore(store::Store& store, const core::Hash& questionnaire, const std::string& who, outbox::Start start,
        const outbox::InForce& inForce, const core::Now& now);

} // namespace smiley::staff
