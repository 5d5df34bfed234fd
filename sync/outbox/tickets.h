// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"

#include <filesystem>
#include <functional>
#include <string>

/// One-time tickets at the stand: what the centre signed for it and for today, and whether it was used. No network.

namespace smiley::outbox {

/// Call from one thread. Each call with what looks like a ticket opens the journal's file anew: the kiosk may have set it aside
/// and begun another.
class StandTickets final : public core::Tickets {
public:
    /// `report`: what staff should know, in a sentence; never what a ticket says. `random` must outlive it.
    StandTickets(std::filesystem::path database, core::Random& random, std::function<void(const std::string&)> report);

    /// CannotCheck: the stand isn't enrolled, the date isn't known, or its day is closed, or the file can't be read.
    [[nodiscard]] core::TicketCheck check(const std::string& text, const core::Now& now) override;

private:
    std::filesystem::path m_database;
    core::Random& m_random;
    std::function<void(const std::string&)> m_report;
    bool m_reported = false; ///< a trouble is told once, until it is over
};

} // namespace smiley::outbox
