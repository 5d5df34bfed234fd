// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>

#include <memory>

namespace smiley {

/// SIGTERM and SIGINT end Qt's event loop. Main thread.
class SignalQuitter {
public:
    SignalQuitter();
    ~SignalQuitter();
    SignalQuitter(const SignalQuitter&) = delete;
    SignalQuitter& operator=(const SignalQuitter&) = delete;

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace smiley
