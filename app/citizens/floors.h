// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/citizens/report.h"
#include "app/core/result.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Floors: what a report's figures must reach (METHOD.md section 5).
///
///   { "floors": [ { "policy": "headline", "scenarios": ["quiet", "typical"], "metric": "precision", "least": 0.97 },
///                 { "policy": "headline", "scenarios": ["*"], "over": "mean", "metric": "recall", "least": 0.93 } ] }
///
/// `metric` is a name of `metrics()`; `least`, `most` or both; `scenarios` "*" is all that were run; `over` is "each"
/// (the default), "mean" or "worst" of them. For `visits_error` the absolute value is compared. Names that begin with
/// "_" are remarks.

namespace smiley::citizens {

enum class FloorsFault {
    NoFile, ///< can't be read: check the path
    Bad,    ///< is no file of floors; the message says where and why
};

struct Floor {
    enum class Over { Each, Mean, Worst };
    std::string policy;
    std::vector<std::string> scenarios; ///< or "*"
    std::string metric;
    Over over = Over::Each;
    std::optional<double> least;
    std::optional<double> most;
};

[[nodiscard]] core::Result<std::vector<Floor>, FloorsFault> floorsOf(std::string_view json, std::string_view source);
/// At most 1 MiB.
[[nodiscard]] core::Result<std::vector<Floor>, FloorsFault> readFloors(const std::string& path);

/// How far the cells were compared, and what fell below, a sentence each.
struct FloorCheck {
    std::size_t compared = 0;
    std::vector<std::string> failures;
};
/// Floors of scenarios or policies that no cell has are left out.
[[nodiscard]] FloorCheck check(std::span<const Floor> floors, std::span<const Cell> cells);

} // namespace smiley::citizens
