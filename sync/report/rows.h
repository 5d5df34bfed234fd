// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/ledger.h"
#include "sync/report/data_package.h"
#include "sync/report/night_view.h"

namespace smiley::report {

/// The *rows* package of a night: the visits, answers and tallies of the envelopes that bear its stamp, the questions they
/// answer, the stands, and the completeness as known that night. Microdata: only for that municipality's analysts.
///
/// Order: envelopes by stand, first day, epoch, number; visits of an envelope by their random id.
[[nodiscard]] central::Kept<DataPackage> rowsPackage(central::Ledger& ledger, const NightView& view);

} // namespace smiley::report
