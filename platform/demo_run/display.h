// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/demo_run/process.h"

#include <QImage>
#include <QPoint>
#include <QSize>

#include <memory>

struct xcb_connection_t;

namespace smiley::demo {

/// A virtual X display and a hand that taps on it: real X events through XTEST.
class Display {
public:
    Display(const Workshop& workshop, QSize size);
    ~Display();
    Display(const Display&) = delete;
    Display& operator=(const Display&) = delete;

    /// ":7", for the environment of who shows a window on it.
    [[nodiscard]] QString name() const { return m_name; }
    /// Moves there, presses, holds, releases.
    void tap(QPoint place, int holdMs = 30);
    /// The two halves of a tap, without waiting.
    void press(QPoint place);
    void release(QPoint place);
    /// Presses and releases one of the keys 1..8 of a keyboard, which stand in for tactile keys.
    void key(int number);
    /// The colour shown at one place: one round trip to the display, about 0.05 ms.
    [[nodiscard]] QRgb pixel(QPoint place) const;
    /// The whole screen as it is shown.
    [[nodiscard]] QImage picture() const;

private:
    [[nodiscard]] QImage image(QPoint place, QSize size) const;
    void send(std::uint8_t type, std::uint8_t detail, QPoint place);

    QString m_name;
    QSize m_size;
    std::unique_ptr<Child> m_server;
    xcb_connection_t* m_connection = nullptr;
    std::uint32_t m_root = 0;
};

} // namespace smiley::demo
