// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/measure.h"

#include <vector>

namespace smiley::bench {

/// Ingest in visits per second: envelopes of 500 visits, sent by smiley-sync through HTTPS to smiley-central, until they
/// are rows of the ledger; beside SQLite's own bulk insert of the same rows into tables of the same shape.
void benchIngest(const demo::Workshop& workshop, std::vector<Figure>& figures);

} // namespace smiley::bench
