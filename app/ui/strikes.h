// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include <cstdint>
#include <optional>

namespace smiley::ui {

/// Tells a press of its own from a second strike of a hand that shakes (EN 301 549 5.8): the same target or key, or the
/// same place of the panel, within a limit after the last press that counted.
class Strikes {
public:
    struct Press {
        const void* target = nullptr; ///< nothing: a key
        int key = 0;                  ///< 0: a touch
        std::optional<QPointF>
            placeMm;           ///< on the panel; nothing: a key, or a target whose neighbours may follow at once
        std::int64_t atMs = 0; ///< monotonic
    };

    /// Whether it counts. `limitMs` 0: always.
    [[nodiscard]] bool count(const Press& press, int limitMs);

private:
    std::optional<Press> m_last;
};

} // namespace smiley::ui
