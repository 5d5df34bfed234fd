// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <fcntl.h>
#include <time.h>
#include <unistd.h>

namespace smiley::bench {

using demo::Stopped;

double Samples::quantile(double part) const
{
    std::vector<double> sorted = m_values;
    std::sort(sorted.begin(), sorted.end());
    const auto index = static_cast<std::size_t>(std::ceil(part * static_cast<double>(sorted.size()))) - 1;
    return sorted.at(std::min(index, sorted.size() - 1));
}

double nowMs()
{
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double untilPixelLeaves(const demo::Display& display, QPoint place, QRgb before)
{
    const double start = nowMs();
    while (display.pixel(place) == before) {
        if (nowMs() - start > 1000) {
            throw Stopped(
                QStringLiteral("the pixel at %1,%2 did not change within a second").arg(place.x()).arg(place.y()));
        }
    }
    return nowMs() - start;
}

Samples timeToPressed(demo::Display& display, QPoint face, int taps)
{
    Samples samples;
    for (int tap = 0; tap < taps; ++tap) {
        demo::pause(60);
        const QRgb atRest = display.pixel(face);
        display.press(face);
        samples.add(untilPixelLeaves(display, face, atRest));
        demo::pause(20);
        display.release(face);
    }
    return samples;
}

Samples timeToThanks(demo::Display& display, QPoint face, QPoint thanks, int taps, const std::function<void()>& before)
{
    Samples samples;
    for (int tap = 0; tap < taps; ++tap) {
        before();
        const QRgb atRest = display.pixel(thanks);
        display.press(face);
        demo::pause(40);
        display.release(face);
        samples.add(untilPixelLeaves(display, thanks, atRest));
    }
    return samples;
}

double pssMib(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(process));
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : file.readAll().split('\n')) {
            if (line.startsWith("Pss:")) {
                return line.mid(4).trimmed().split(' ').front().toDouble() / 1024;
            }
        }
    }
    throw Stopped("can't read " + file.fileName());
}

double processorMs(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    if (!file.open(QIODevice::ReadOnly)) {
        throw Stopped("can't read " + file.fileName());
    }
    const QByteArray line = file.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return (fields.at(11).toDouble() + fields.at(12).toDouble()) * 1000 / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

Samples bareSync(const QString& folder, int times)
{
    const QByteArray name = (folder + "/bare-sync").toLocal8Bit();
    const int file = ::open(name.constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    const std::vector<char> block(4096, 'x');
    Samples samples;
    for (int i = 0; i < times && file >= 0; ++i) {
        const double start = nowMs();
        if (::pwrite(file, block.data(), block.size(), static_cast<off_t>(i % 64) * 4096) < 0 ||
            ::fdatasync(file) != 0) {
            throw Stopped("can't write " + QString::fromLocal8Bit(name));
        }
        samples.add(nowMs() - start);
    }
    ::close(file);
    ::unlink(name.constData());
    return samples;
}

QPoint findPressedPixel(demo::Display& display, const QRect& face)
{
    const QImage atRest = display.picture();
    display.press(face.center());
    demo::pause(400);
    const QImage pressed = display.picture();
    // Released outside the target: no tap.
    display.release(QPoint(face.center().x(), 2));
    demo::pause(400);
    // The centre must change too, or the nearest place to it that does: there the finger is.
    QPoint best;
    int bestDistance = face.width() * face.width();
    for (int y = face.top(); y <= face.bottom(); ++y) {
        for (int x = face.left(); x <= face.right(); ++x) {
            const QPoint offset = QPoint(x, y) - face.center();
            const int distance = QPoint::dotProduct(offset, offset);
            if (distance < bestDistance && atRest.pixel(x, y) != pressed.pixel(x, y)) {
                best = QPoint(x, y);
                bestDistance = distance;
            }
        }
    }
    if (best.isNull()) {
        throw Stopped("a pressed face looks like one at rest");
    }
    return best;
}

} // namespace smiley::bench
