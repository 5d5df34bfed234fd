// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/measure.h"

#include <vector>

namespace smiley::bench {

/// From a USB report to its input event, and the processor at rest with four devices, on virtual devices; beside a byte
/// through a pipe and a queue. `programs` is the folder of smiley-usb-reports.
void benchUsb(const QString& programs, std::vector<Figure>& figures);

} // namespace smiley::bench
