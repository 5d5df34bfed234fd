// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/demo_run/display.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <vector>

namespace smiley::bench {

/// Milliseconds, sorted when asked.
class Samples {
public:
    void add(double ms) { m_values.push_back(ms); }
    /// The value that a share `part` (0..1) of the samples doesn't exceed.
    [[nodiscard]] double quantile(double part) const;
    [[nodiscard]] std::size_t size() const { return m_values.size(); }

private:
    std::vector<double> m_values;
};

/// One figure beside its limit, both measured in this run.
struct Figure {
    QString what;
    QString unit;
    double value = 0;
    QString limitWhat;
    double limit = 0;
    QString goal;
    bool met = false;
};

/// Milliseconds of the monotonic clock.
[[nodiscard]] double nowMs();
/// Milliseconds until the pixel shows another colour than `before`; Stopped after a second.
[[nodiscard]] double untilPixelLeaves(const demo::Display& display, QPoint place, QRgb before);

/// From the press to the first pixel of the face that changes, seen by an X client. `face` is where to tap.
[[nodiscard]] Samples timeToPressed(demo::Display& display, QPoint face, int taps);
/// From the release to the first change at `thanks`, a place that looks different after each tap that was stored. `before`
/// is called ahead of each tap and leaves the page at rest.
[[nodiscard]] Samples timeToThanks(demo::Display& display, QPoint face, QPoint thanks, int taps,
                                   const std::function<void()>& before);

/// Proportional set size in MiB (smaps_rollup).
[[nodiscard]] double pssMib(qint64 process);
/// Processor time (user and system) in milliseconds since the process began.
[[nodiscard]] double processorMs(qint64 process);
/// 4 KiB write and fdatasync in `folder`.
[[nodiscard]] Samples bareSync(const QString& folder, int times);

/// Where pressing a face first changes its picture, found by looking.
[[nodiscard]] QPoint findPressedPixel(demo::Display& display, const QRect& face);

} // namespace smiley::bench
