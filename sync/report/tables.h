// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/ledger.h"
#include "sync/report/data_package.h"
#include "sync/report/figures.h"
#include "sync/report/night_view.h"

namespace smiley::report {

/// The *tables* package of a night: counts, means and shares per municipality and site for weeks, months and quarters,
/// through the gate (gate.h). The faces by week, month and quarter; other questions by quarter.
[[nodiscard]] central::Kept<DataPackage> tablesPackage(central::Ledger& ledger, const NightView& view);

/// The same from figures that were collected before; pure.
[[nodiscard]] std::vector<Table> tablesOf(const NightView& view, const std::vector<QuarterFigures>& quarters);

} // namespace smiley::report
