// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo_run/display.h"

#include <QFile>

#include <cstdlib>
#include <xcb/xcb.h>
#include <xcb/xtest.h>

namespace smiley::demo {

Display::Display(const Workshop& workshop, QSize size) : m_size(size)
{
    // Several demonstrations may run at once: the server says itself which number it took.
    const QString numberFile =
        workshop.out + QStringLiteral("/logs/display-%1x%2").arg(size.width()).arg(size.height());
    QFile::remove(numberFile);
    m_server = std::make_unique<Child>(
        workshop, "Xvfb", "/bin/sh",
        QStringList{"-c", R"(exec Xvfb -displayfd 3 -screen 0 "$1" -nolisten tcp -noreset 3>"$2")", "Xvfb",
                    QStringLiteral("%1x%2x24").arg(size.width()).arg(size.height()), numberFile},
        QStringList{"LD_PRELOAD="});
    QByteArray number;
    waitUntil("a virtual display (Xvfb)", 20, [&] {
        QFile file(numberFile);
        number = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
        return number.endsWith('\n');
    });
    m_name = ":" + QString::fromLatin1(number.trimmed());
    m_connection = xcb_connect(m_name.toLatin1().constData(), nullptr);
    if (xcb_connection_has_error(m_connection) != 0) {
        throw Stopped(QStringLiteral("can't connect to the virtual display %1").arg(m_name));
    }
    m_root = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data->root;
}

Display::~Display() { xcb_disconnect(m_connection); }

void Display::send(std::uint8_t type, std::uint8_t detail, QPoint place)
{
    xcb_test_fake_input(m_connection, type, detail, XCB_CURRENT_TIME, m_root, static_cast<std::int16_t>(place.x()),
                        static_cast<std::int16_t>(place.y()), 0);
    xcb_flush(m_connection);
}

void Display::press(QPoint place)
{
    send(XCB_MOTION_NOTIFY, 0, place);
    send(XCB_BUTTON_PRESS, XCB_BUTTON_INDEX_1, place);
}

void Display::release(QPoint place) { send(XCB_BUTTON_RELEASE, XCB_BUTTON_INDEX_1, place); }

void Display::tap(QPoint place, int holdMs)
{
    press(place);
    pause(holdMs);
    release(place);
}

void Display::key(int number)
{
    constexpr int keycodeOfOne = 10; // the row of digits of an ordinary keyboard, as the X server numbers keys
    const auto code = static_cast<std::uint8_t>(keycodeOfOne + number - 1);
    send(XCB_KEY_PRESS, code, {});
    send(XCB_KEY_RELEASE, code, {});
}

QRgb Display::pixel(QPoint place) const { return image(place, QSize(1, 1)).pixel(0, 0); }

QImage Display::picture() const { return image(QPoint(0, 0), m_size); }

QImage Display::image(QPoint place, QSize size) const
{
    const auto cookie =
        xcb_get_image(m_connection, XCB_IMAGE_FORMAT_Z_PIXMAP, m_root, static_cast<std::int16_t>(place.x()),
                      static_cast<std::int16_t>(place.y()), static_cast<std::uint16_t>(size.width()),
                      static_cast<std::uint16_t>(size.height()), ~0U);
    xcb_get_image_reply_t* reply = xcb_get_image_reply(m_connection, cookie, nullptr);
    if (reply == nullptr) {
        throw Stopped(QStringLiteral("the display %1 gave no picture").arg(m_name));
    }
    const QImage copy = QImage(xcb_get_image_data(reply), size.width(), size.height(), QImage::Format_RGB32).copy();
    std::free(reply);
    return copy;
}

} // namespace smiley::demo
