// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo_run/day.h"
#include "platform/demo_run/pictures.h"
#include "platform/demo_run/story.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <functional>
#include <iostream>
#include <memory>

namespace {

using namespace smiley::demo;

constexpr int disagreed = 1;
constexpr int stopped = 3;
/// Five of them count: fewer would wait for the next day's (sync/outbox/README.md).
constexpr int visitorsMin = 6;

void say(const QString& line) { std::cout << line.toStdString() << std::endl; }

/// Prints the table, keeps the summary, and gives the exit code.
int conclude(const Workshop& workshop, const Truth& truth, const Figures& figures, int pictures)
{
    QFile file(workshop.out + "/summary.json");
    if (!file.open(QIODevice::WriteOnly) || file.write(summary(truth, figures, pictures)) < 0) {
        throw Stopped("can't write " + file.fileName());
    }
    say(QString());
    say(table(truth, figures));
    const auto faults = disagreements(truth, figures);
    for (const QString& fault : faults) {
        say("  Disagreement: " + fault);
    }
    say(faults.empty() ? "  All figures agree. In " + workshop.out + ": nightly/ nightly-tables/ screens/ summary.json"
                       : QStringLiteral("  The figures disagree."));
    return faults.empty() ? 0 : disagreed;
}

/// From midnight to the package. `switchOn` starts the stand in the morning: while it runs it believes the centre's signed
/// time more than a moved wall clock.
Figures night(Story& story, const std::function<void()>& switchOn)
{
    say("Midnight: the day closes, the envelope leaves, the night's packages are made …");
    Figures figures;
    readJournal(story.standFolder() + "/data", figures);
    story.midnight();
    switchOn();
    story.awaitReceipts(figures);
    story.packages(figures);
    return figures;
}

int headless(const Workshop& workshop, int visitors, std::uint32_t seed)
{
    say("Pictures of every visitor's screen …");
    const int pictures = takePictures(workshop);
    say(QStringLiteral("  %1 in %2/screens").arg(pictures).arg(workshop.out));
    say("A central server, a stand in its window, the sync program …");
    Story story(workshop);
    Display display(workshop, QSize(1280, 800));
    Stand stand(workshop, display, story.standFolder(), demoSettings(149.4));
    story.enrol();
    Visitors people(stand, seed);
    people.come(visitors, [&](const Truth& truth) {
        say(QStringLiteral("  %1 of %2 visitors, %3 taps").arg(truth.visitors).arg(visitors).arg(truth.taps));
    });
    return conclude(workshop, people.truth(), night(story, [&] { stand.restart(); }), pictures);
}

/// Nobody wrote down what was done: the journal's adjudication is what the others have to agree with.
Truth asTheStandSays(const Figures& figures)
{
    Truth truth;
    truth.taps = figures.tapsInJournal;
    truth.tapsByKeys = figures.tapsByKeys;
    truth.cards = figures.cardsInJournal;
    truth.passages = figures.passagesInJournal;
    truth.comments = figures.commentsAtCentre;
    truth.pollAnswers = figures.answersInJournal;
    truth.visits = figures.stand.visits;
    truth.faces = figures.stand.faces;
    return truth;
}

/// A day as its peripherals told it: nobody touches the screen.
int peripherals(Workshop& workshop, const DayTrace& day)
{
    letTimePassWhenSkipped(workshop);
    say("A central server, a stand in its window, the sync program …");
    Story story(workshop);
    Display display(workshop, QSize(1280, 800));
    Stand stand(workshop, display, story.standFolder(), demoSettings(149.4));
    story.enrol();
    story.skipTo(day.begins);
    say("The day of " + day.file + " …");
    const Truth told = playDay(day, stand, story, [](const Truth& truth) {
        say(QStringLiteral("  %1 people, %2 taps").arg(truth.visitors).arg(truth.taps));
    });
    const Figures figures = night(story, [&] { stand.restart(); });
    return conclude(workshop, day.isTold ? told : asTheStandSays(figures), figures, 0);
}

/// With a display: whoever runs it is the visitor, until the window is closed or Ctrl-C.
int withWindow(const Workshop& workshop)
{
    Story story(workshop);
    QDir().mkpath(story.standFolder());
    QFile settings(story.standFolder() + "/stand.toml");
    QString toml = demoSettings(110);
    toml.replace("presence_sensor = true", "presence_sensor = false");
    if (!settings.open(QIODevice::WriteOnly) || settings.write(toml.toUtf8()) < 0) {
        throw Stopped("can't write " + settings.fileName());
    }
    settings.close();
    const QString folder = story.standFolder();
    auto stand = std::make_unique<Child>(workshop, "smiley-stand", workshop.program("smiley-stand"),
                                         QStringList{"--config", settings.fileName(), "--data", folder + "/data",
                                                     "--outbox", folder + "/outbox", "--inbox", folder + "/inbox",
                                                     "--example", "--window", "1280x800"});
    story.enrol();
    say("The stand is open. Tap as a visitor would; close its window when you have done.");
    say("Staff come in by holding the municipality's mark for three seconds. The first PIN of Mette Eksempel: " +
        story.firstPin());
    say("The central server is at " + story.centre().url() + ". Ctrl-C ends everything at once.");
    while (stand->runs() && !endAsked()) {
        pause(100);
    }
    if (endAsked()) {
        return 0;
    }
    say(QStringLiteral("%1 example visitors come too: no envelope is made of fewer than five visits …")
            .arg(visitorsMin));
    Display hidden(workshop, QSize(1280, 800));
    Stand afterwards(workshop, hidden, folder, demoSettings(149.4));
    Visitors(afterwards, 1).come(visitorsMin, [](const Truth&) {});
    const Figures figures = night(story, [&] { afterwards.restart(); });
    return conclude(workshop, asTheStandSays(figures), figures, 0);
}

int writeDay(const std::string& file, std::uint32_t seed)
{
    const std::string day = writtenDay(seed);
    QFile out(QString::fromStdString(file));
    if (!out.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
        out.write(day.data(), static_cast<qint64>(day.size())) != static_cast<qint64>(day.size()) || !out.flush()) {
        std::cerr << "smiley-demo: can't write " << file << ": " << out.errorString().toStdString() << std::endl;
        return stopped;
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App options{"Smileystand on this machine: a central server, the sync program and a stand with its window.\n"
                     "What is tapped ends in the nightly package, and all figures on the way are compared.\n"
                     "Example: smiley-demo --headless --visitors 20 --out demo"};
    bool isHeadless = false;
    int visitors = 20;
    std::string out = "demo-out";
    std::uint32_t seed = 1;
    std::string trace;
    std::string dayFile;
    options.add_flag("--headless", isHeadless, "Under a virtual display, with visitors who tap by themselves");
    options.add_option("--visitors", visitors, "How many visitors come (with --headless)")
        ->check(CLI::Range(visitorsMin, 2000))
        ->capture_default_str();
    options.add_option("--out", out, "Folder for everything that it makes; new or empty")->capture_default_str();
    options.add_option("--seed", seed, "Seed of the visitors' faces")->capture_default_str();
    auto* const day = options
                          .add_option("--peripherals", trace,
                                      "Nobody taps: a day's trace of keys, presence, door and cards is played instead, "
                                      "faster than life where nobody is there (with --headless; without TRACE the one "
                                      "that is shipped)")
                          ->type_name("[TRACE]")
                          ->expected(0, 1);
    options.add_option("--write-day", dayFile, "Writes the day of the seed as a trace into a new file, and ends");
    options.footer("Exit codes: 0 all figures agree; 1 they disagree; 2 wrong options; 3 it could not be carried out.");
    try {
        options.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return options.exit(error) == 0 ? 0 : 2;
    }
    if (!dayFile.empty()) {
        return writeDay(dayFile, seed);
    }
    if (*day && !isHeadless) {
        std::cerr << "smiley-demo: --peripherals needs --headless" << std::endl;
        return 2;
    }
    if (!isHeadless && qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")) {
        std::cerr << "smiley-demo: no display here; use --headless, or set DISPLAY" << std::endl;
        return 2;
    }
    const QCoreApplication application(argc, argv);
    endOnSignals();
    try {
        const QString programs = QCoreApplication::applicationDirPath();
        if (*day) {
            const DayTrace played =
                readDay(trace.empty() ? programs + "/demo-day.trace" : QString::fromStdString(trace));
            // Some minutes before, so that all is there when it begins.
            const QTime early = played.begins < QTime(0, 10) ? played.begins : played.begins.addSecs(-600);
            Workshop workshop = openWorkshop(programs, QString::fromStdString(out), early);
            return peripherals(workshop, played);
        }
        const Workshop workshop = openWorkshop(programs, QString::fromStdString(out));
        return isHeadless ? headless(workshop, visitors, seed) : withWindow(workshop);
    } catch (const Stopped& reason) {
        std::cerr << "smiley-demo: " << reason.what() << std::endl;
        return stopped;
    }
}
