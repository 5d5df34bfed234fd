// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo_run/pictures.h"
#include "platform/demo_run/story.h"
#include "tests/bench/adjudication.h"
#include "tests/bench/ingest.h"
#include "tests/bench/measure.h"
#include "tests/bench/usb.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <iostream>

namespace smiley::bench {

namespace {

using demo::Child;
using demo::Display;
using demo::Stand;
using demo::Stopped;
using demo::Workshop;

constexpr QSize panel{1280, 800};
constexpr double panelDpi = 149.4;
constexpr int starts = 10;
constexpr int idleSeconds = 20;
/// A thanks needs a new person each time, three seconds: one for every so many taps.
constexpr int thanksPart = 10;
/// In the tick of the thanks banner: drawn with each tap's banner.
constexpr QPoint thanksPlace{78, 141};

void say(const QString& line) { std::cerr << line.toStdString() << std::endl; }

/// The bare page, and when it was first seen.
class BarePage {
public:
    BarePage(const Workshop& workshop, const Display& display)
        : m_child(workshop, "bare-page", workshop.program("smiley-bare-page"), {workshop.out + "/bare.sqlite"},
                  {"DISPLAY=" + display.name(), "QT_QPA_PLATFORM=xcb"})
    {}
    Child& process() { return m_child; }

private:
    Child m_child;
};

/// From starting the program to the first frame with its third face.
template <class Start>
Samples measureStarts(const Display& display, QPoint face, const Start& start)
{
    Samples samples;
    for (int i = 0; i < starts; ++i) {
        const QRgb empty = display.pixel(face);
        const double begun = nowMs();
        const auto running = start();
        while (display.pixel(face) == empty) {
            if (nowMs() - begun > 20000) {
                throw Stopped("no window within 20 s");
            }
        }
        samples.add(nowMs() - begun);
        running->process().end();
        demo::waitUntil("the empty display", 10, [&] { return display.pixel(face) == empty; });
    }
    return samples;
}

/// The stand without waiting for its faces: for measuring its start.
class RawStand {
public:
    RawStand(const Workshop& workshop, const Display& display, const QString& folder)
        : m_child(workshop, "smiley-stand", workshop.program("smiley-stand"),
                  {"--config", folder + "/stand.toml", "--data", folder + "/data", "--outbox", folder + "/outbox",
                   "--inbox", folder + "/inbox", "--example"},
                  {"DISPLAY=" + display.name(), "QT_QPA_PLATFORM=xcb"})
    {}
    Child& process() { return m_child; }

private:
    Child m_child;
};

/// A new person, so that every tap gives the same thanks: those before have to be gone.
void settle(Stand& stand)
{
    demo::pause(300); // the finger is away before the person is
    stand.presence(false);
    stand.waitFor("banner", "");
    stand.presence(true);
    demo::pause(200);
}

void benchScreen(const Workshop& workshop, int taps, std::vector<Figure>& figures)
{
    Display display(workshop, panel);
    const QPoint face(640, 420);
    const QString folder = workshop.out + "/stand";

    say("The bare page: start, taps, rest …");
    const Samples bareStarts =
        measureStarts(display, face, [&] { return std::make_unique<BarePage>(workshop, display); });
    Samples barePressed;
    double barePss = 0;
    double bareIdle = 0;
    {
        BarePage page(workshop, display);
        demo::pause(1500);
        barePss = pssMib(page.process().id());
        const double before = processorMs(page.process().id());
        demo::pause(idleSeconds * 1000);
        bareIdle = (processorMs(page.process().id()) - before) / (idleSeconds * 10.0);
        barePressed = timeToPressed(display, face, taps);
    }

    say("The stand: start, rest …");
    double pss = 0;
    double idle = 0;
    {
        Stand stand(workshop, display, folder, demo::demoSettings(panelDpi));
        demo::pause(2000);
        pss = pssMib(stand.process().id());
        const double before = processorMs(stand.process().id());
        demo::pause(idleSeconds * 1000);
        idle = (processorMs(stand.process().id()) - before) / (idleSeconds * 10.0);
    }
    demo::pause(500);
    const Samples standStarts =
        measureStarts(display, face, [&] { return std::make_unique<RawStand>(workshop, display, folder); });

    say(QStringLiteral("The stand: %1 taps …").arg(taps));
    Samples pressed;
    Samples thanked;
    double grown = 0;
    {
        Stand stand(workshop, display, folder,
                    "double_strike_ms = 0\n" + demo::demoSettings(panelDpi, "[times]\nbanner_ms = 1000\n"));
        stand.presence(true);
        const QPoint place = findPressedPixel(display, stand.target("face3"));
        pressed = timeToPressed(display, place, taps);
        thanked = timeToThanks(display, place, thanksPlace, std::max(taps / thanksPart, 20), [&] { settle(stand); });
        const double early = pssMib(stand.process().id());
        say("The stand: 10,000 taps for its memory …");
        for (int tap = 0; tap < 10000; ++tap) {
            display.tap(place, 2);
            demo::pause(3);
        }
        demo::pause(70000); // past the next tick of the background thread
        grown = pssMib(stand.process().id()) - early;
    }
    const Samples sync = bareSync(workshop.out, 1000);

    const auto tapFigure = [&](const QString& what, double value, double limit, double goal) {
        figures.push_back({what, "ms", value, "bare page", limit, QStringLiteral("< %1").arg(goal), value < goal});
    };
    tapFigure("(a) tap to pressed face, p50", pressed.quantile(0.5), barePressed.quantile(0.5), 10);
    tapFigure("(a) tap to pressed face, p99", pressed.quantile(0.99), barePressed.quantile(0.99), 17);
    const double thanksGoal = pressed.quantile(0.99) + 3 * sync.quantile(0.99);
    figures.push_back({"(b) tap to \"Tak\", p99", "ms", thanked.quantile(0.99), "4 KiB write+fdatasync, p99",
                       sync.quantile(0.99), QStringLiteral("< (a) + 3 syncs = %1").arg(thanksGoal, 0, 'f', 2),
                       thanked.quantile(0.99) < thanksGoal});
    figures.push_back({"start to live faces, p50", "ms", standStarts.quantile(0.5), "bare page",
                       bareStarts.quantile(0.5), "< 200", standStarts.quantile(0.5) < 200});
    figures.push_back({"PSS at rest", "MiB", pss, "bare page", barePss, "< 80", pss < 80});
    figures.push_back({"PSS growth over 10,000 taps", "MiB", grown, "PSS at rest", pss, "< 1", grown < 1});
    figures.push_back({"processor at rest", "% of a core", idle, "bare page", bareIdle, "< 0.2", idle < 0.2});
}

void print(const std::vector<Figure>& figures, const QString& jsonFile)
{
    QJsonArray rows;
    std::cout << QStringLiteral("%1 %2 %3 %4 %5  %6\n")
                     .arg("figure", -34)
                     .arg("value", 10)
                     .arg("limit", 10)
                     .arg("ratio", 7)
                     .arg("goal", -28)
                     .arg("limit is")
                     .toStdString();
    for (const Figure& figure : figures) {
        const double ratio = figure.limit > 0 ? figure.value / figure.limit : 0;
        std::cout << QStringLiteral("%1 %2 %3 %4 %5  %6\n")
                         .arg(figure.what + " [" + figure.unit + "]", -34)
                         .arg(figure.value, 10, 'f', 2)
                         .arg(figure.limit, 10, 'f', 2)
                         .arg(ratio, 7, 'f', 2)
                         .arg(figure.goal + (figure.met ? " met" : " NOT MET"), -28)
                         .arg(figure.limitWhat)
                         .toStdString();
        rows.append(QJsonObject{{"figure", figure.what},
                                {"unit", figure.unit},
                                {"value", figure.value},
                                {"limit", figure.limit},
                                {"limit_is", figure.limitWhat},
                                {"ratio", ratio},
                                {"goal", figure.goal},
                                {"met", figure.met}});
    }
    QFile file(jsonFile);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(rows).toJson()) < 0) {
        throw Stopped("can't write " + file.fileName());
    }
    std::cout << "JSON: " << jsonFile.toStdString() << std::endl;
}

} // namespace

} // namespace smiley::bench

int main(int argc, char** argv)
{
    using namespace smiley;
    CLI::App options{"Measures the stand and the centre, each figure beside a limit that is measured in the same run.\n"
                     "Example: smiley-bench --out bench-out"};
    std::string out = "bench-out";
    int taps = 1000;
    options.add_option("--out", out, "Folder for what it makes; new or empty")->capture_default_str();
    std::string only;
    options.add_option("--only", only, "One part instead of all")
        ->check(CLI::IsMember({"screen", "ingest", "adjudication", "usb"}));
    options.add_option("--taps", taps, "Taps that are timed")->check(CLI::Range(20, 100000))->capture_default_str();
    options.footer(
        "Exit codes: 0 measured (whatever the figures are); 2 wrong options; 3 it could not be carried out.");
    try {
        options.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return options.exit(error) == 0 ? 0 : 2;
    }
    const QCoreApplication application(argc, argv);
    demo::endOnSignals();
    try {
        std::vector<bench::Figure> figures;
        const QString folder = QDir(QString::fromStdString(out)).absolutePath();
        if (only != "adjudication" && only != "usb") {
            const demo::Workshop workshop = demo::openWorkshop(QCoreApplication::applicationDirPath(), folder);
            if (only != "ingest") {
                bench::benchScreen(workshop, taps, figures);
            }
            if (only != "screen") {
                bench::benchIngest(workshop, figures);
            }
        }
        if (only.empty() || only == "adjudication") {
            bench::benchAdjudication(figures);
        }
        if (only.empty() || only == "usb") {
            bench::benchUsb(QCoreApplication::applicationDirPath(), figures);
        }
        QDir().mkpath(folder);
        bench::print(figures, folder + "/bench.json");
    } catch (const demo::Stopped& reason) {
        std::cerr << "smiley-bench: " << reason.what() << std::endl;
        return 3;
    }
    return 0;
}
