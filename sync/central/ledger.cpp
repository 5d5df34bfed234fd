// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/ledger.h"

namespace smiley::central {

std::string_view text(StandState state)
{
    switch (state) {
    case StandState::Waiting: return "waiting";
    case StandState::Enrolled: return "enrolled";
    case StandState::Blocked: return "blocked";
    }
    return {};
}

std::string_view text(EnvelopeState state)
{
    switch (state) {
    case EnvelopeState::Stored: return "stored";
    case EnvelopeState::KeptAside: return "kept-aside";
    case EnvelopeState::Fork: return "fork";
    }
    return {};
}

Kept<std::unique_ptr<Transaction>> Transaction::begin(Ledger& ledger)
{
    if (auto begun = ledger.begin(); !begun) {
        return begun.error();
    }
    return std::unique_ptr<Transaction>(new Transaction(ledger));
}

Transaction::~Transaction()
{
    if (m_open) {
        m_ledger.rollback();
    }
}

Kept<core::Done> Transaction::commit()
{
    auto done = m_ledger.commit();
    m_open = !done.has_value();
    return done;
}

} // namespace smiley::central
