// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// smiley-stand: the screen and the journal. Puts the parts together; the parts hold the rules.

#include "app/background.h"
#include "app/journal_file.h"
#include "app/kiosk/runner.h"
#include "app/options.h"
#include "app/own_questionnaire.h"
#include "app/peripherals.h"
#include "app/poster_command.h"
#include "app/screen_log.h"
#include "app/settings_command.h"
#include "app/signals.h"
#include "app/staff/health.h"
#include "app/stick_command.h"
#include "app/ui/fonts.h"
#include "app/ui/qt_speech.h"
#include "app/ui/staff_room.h"
#include "app/ui/stand_info.h"
#include "app/ui/visitor_model.h"
#include "app/ui/visitor_window.h"
#include "drivers/replay/trace.h"
#include "drivers/usb/usb_source.h"
#include "platform/alsa_jack.h"
#include "platform/backlight.h"
#include "platform/clock.h"
#include "platform/devices_file.h"
#include "platform/settings.h"
#include "platform/sticks.h"
#include "sync/outbox/comments.h"
#include "sync/outbox/keeper.h"
#include "sync/outbox/replay.h"
#include "sync/outbox/running_day.h"
#include "sync/outbox/tickets.h"
#include "sync/wire/keys.h"

#include <QGuiApplication>
#include <QScopeGuard>
#include <QScreen>
#include <QtPlugin>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <system_error>
#include <unistd.h>

Q_IMPORT_PLUGIN(Smileystand_UiPlugin)
Q_IMPORT_PLUGIN(SmileystandPlugin)

namespace {

using namespace smiley;

constexpr const char* program = "smiley-stand " SMILEY_VERSION;

int end(ExitCode code, const std::string& why)
{
    std::cerr << "smiley-stand: " << why << std::endl;
    return static_cast<int>(code);
}

/// The exit code where fonts are missing, which are told.
std::optional<int> endForFonts()
{
    const QStringList missing = ui::missingFonts();
    return missing.isEmpty()
               ? std::nullopt
               : std::optional(end(ExitCode::NoFonts, "these fonts are missing, install their packages: " +
                                                          missing.join(", ").toStdString()));
}

/// How speech is, as staff and the centre are told.
const char* word(ui::SpeechState state)
{
    switch (state) {
    case ui::SpeechState::Looking: return "starting";
    case ui::SpeechState::NoAudioDevice: return "no audio device";
    case ui::SpeechState::NoEngine: return "no voice";
    case ui::SpeechState::Ready: return "ready";
    }
    return "";
}

/// How the stand's parts are, for staff.
staff::MachineFacts machineFacts(const Options& options, const Peripherals& peripherals,
                                 const core::StandSettings& settings, const ui::QtSpeech& speech, ui::SpeechState state)
{
    using Facts = staff::MachineFacts;
    Facts facts;
    facts.devices = staff::devicesOf(peripherals.states());
    switch (state) {
    case ui::SpeechState::Looking: facts.sound = Facts::Sound::Starting; break;
    case ui::SpeechState::NoAudioDevice: facts.sound = Facts::Sound::NoDevice; break;
    case ui::SpeechState::NoEngine: facts.sound = Facts::Sound::NoVoice; break;
    case ui::SpeechState::Ready: facts.sound = Facts::Sound::Ready; break;
    }
    facts.spokenLanguages = static_cast<std::uint64_t>(std::ranges::count_if(
        settings.languages, [&](const core::LanguageTag& language) { return speech.canSay(language); }));
    facts.watching = peripherals.watching();
    facts.asksForComments = peripherals.asksForComments();
    std::error_code unknown;
    const auto space = std::filesystem::space(options.data, unknown);
    facts.freeBytes = unknown ? 0 : space.available;
    return facts;
}

/// The kernel's name for this boot.
std::string machineBoot()
{
    std::string id;
    std::ifstream("/proc/sys/kernel/random/boot_id") >> id;
    return id;
}

/// Qt ends the program where it finds no display; say what to do before it does.
void explainFatal(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    std::cerr << "smiley-stand: " << message.toStdString() << std::endl;
    if (type == QtFatalMsg) {
        std::cerr << "smiley-stand: no display can be used; start it in a graphical session, or set DISPLAY"
                  << std::endl;
        ::_exit(static_cast<int>(ExitCode::NoDisplay));
    }
}

/// The proof that a closed day is what its taps say.
int replayDays(const Options& options, core::Random& random)
{
    const std::filesystem::path file = journalFile(options.data);
    std::error_code failed;
    if (!std::filesystem::exists(file, failed)) { // opening would make one
        return end(ExitCode::BadDatabase, file.string() + ": there is no journal");
    }
    const auto store = store::Store::open(file, random);
    if (!store) {
        return end(ExitCode::BadDatabase, store.error().message);
    }
    const auto days = outbox::replayHeldDays(**store);
    if (!days) {
        return end(ExitCode::BadDatabase, days.error().message);
    }
    using Outcome = outbox::Replayed::Outcome;
    bool allSame = true;
    for (const outbox::Replayed& day : *days) {
        const bool isSame = day.outcome == Outcome::Same;
        allSame = allSame && isSame;
        std::cout << day.day.text()
                  << (isSame ? ": comes out the same, to the bit"
                      : day.outcome == Outcome::Different
                          ? ": comes out differently; the taps or the program changed since it was closed"
                          : ": can't be replayed; what it was counted with can't be read by this program")
                  << std::endl;
    }
    if (days->empty()) {
        std::cout << "No closed day's taps are held." << std::endl;
    }
    return static_cast<int>(allSame ? ExitCode::Ended : ExitCode::OtherDay);
}

int poster(const Options& options, const core::StandSettings& settings, core::Random& random, int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // needs fonts, no display
    const QGuiApplication application(argc, argv);
    if (const auto code = endForFonts()) {
        return *code;
    }
    return static_cast<int>(printPoster(options, settings, platform::SystemClock(), random));
}

std::unique_ptr<Peripherals> peripheralsOf(const Options& options, const core::StandSettings& settings,
                                           core::DeviceList devices, const core::Clock& clock)
{
    auto source = Peripherals::Source::None;
    std::unique_ptr<core::InputSource> input;
    if (options.trace) {
        source = Peripherals::Source::Trace;
        input = std::make_unique<replay::TraceSource>(*options.trace, clock,
                                                      [](const std::string& fault) { qWarning("%s", fault.c_str()); });
    } else if (options.devices) {
        source = Peripherals::Source::Usb;
        input = std::make_unique<usb::UsbSource>(std::move(devices), clock);
    }
    return std::make_unique<Peripherals>(source, std::move(input), settings.presenceSensor, options.example);
}

int runStand(const Options& options, const core::StandSettings& settings, core::DeviceList devices,
             std::unique_ptr<store::Store> journal, const std::string& questionnaire, platform::SystemClock& clock,
             wire::SystemRandom& random, int argc, char** argv)
{
    ui::chooseRenderer();
    qInstallMessageHandler(explainFatal);
    const QGuiApplication application(argc, argv);
    qInstallMessageHandler(nullptr);
    if (const auto code = endForFonts()) {
        return *code;
    }

    // A trace may show a ticket at any time, and finds its scanner then.
    const bool hasScanner = options.trace || std::ranges::any_of(devices, [](const core::ListedDevice& device) {
                                return device.role() == core::Role::Scanner;
                            });
    const auto peripherals = peripheralsOf(options, settings, std::move(devices), clock);
    std::atomic<const kiosk::Runner*> running = nullptr;
    std::atomic<ui::SpeechState> speechState = ui::SpeechState::Looking;
    std::atomic<bool> requiresTickets = false;
    auto keeper = outbox::Keeper::open(
        {.database = journalFile(options.data),
         .outbox = options.outbox,
         .inbox = options.inbox,
         .settings = settings,
         .questionnaire = questionnaire,
         .program = program,
         .example = options.example,
         .machineBoot = machineBoot(),
         .sensors =
             [&speechState, &peripherals] {
                 auto sensors = peripherals->sensors();
                 sensors.emplace("speech", word(speechState));
                 return sensors;
             },
         .visitInProgress = [&running] { return running != nullptr && running.load()->visitInProgress(); },
         .modelLimit =
             [&clock] {
                 const std::int64_t end = core::count(clock.now().monotonic) + outbox::modelMsMax;
                 return [&clock, end] { return core::count(clock.now().monotonic) > end; };
             },
         .anchor =
             [&clock](core::MonotonicMs at, core::WallMs wall) {
                 clock.setAnchor({at, wall});
             }},
        random);
    if (!keeper) {
        const bool ownQuestions = keeper.error().code == outbox::KeeperFault::Questionnaire;
        return end(ownQuestions ? ExitCode::BadQuestionnaire : ExitCode::BadDatabase, keeper.error().message);
    }

    const double screenDpi = QGuiApplication::primaryScreen()->physicalDotsPerInch();
    ui::StandInfo info;
    info.setNoCameraOrMicrophone(peripherals->watching() == staff::MachineFacts::Watching::Neither);
    const auto light = [&info](int percent) {
        const bool isSet = platform::setBacklight(percent);
        info.setShadeFor(isSet ? 100 : percent);
        return isSet;
    };
    const auto configure = [&](const outbox::InForce& inForce) {
        info.setConfiguration(inForce.questionnaire, inForce.settings, screenDpi);
        (void)light(inForce.settings.brightness);
        return std::make_shared<const kiosk::Configuration>(
            kiosk::Configuration{inForce.questionnaire, inForce.settings});
    };
    outbox::InForce inForce = (*keeper)->inForce(); // of this thread
    const auto configuration = configure(inForce);

    outbox::SealedComments comments(journalFile(options.data), random);
    const auto report = [](const std::string& trouble) { qWarning("%s", trouble.c_str()); };
    outbox::StandTickets tickets(journalFile(options.data), random, report);
    kiosk::Runner* runner = nullptr;
    ui::VisitorModel visitor([&runner](core::VisitEvent event) { runner->post(std::move(event)); });
    const kiosk::Ports ports{
        .clock = clock,
        .random = random,
        .openJournal = [&]() -> std::unique_ptr<core::Journal> {
            if (journal) {
                return std::move(journal);
            }
            std::string warning;
            auto opened = openJournal(options.data, random, warning);
            qWarning("the journal was opened again: %s", opened ? warning.c_str() : opened.error().message.c_str());
            if (!opened || !(*opened)->begin(clock.now(), program)) {
                return nullptr;
            }
            return std::move(*opened);
        },
        .publish =
            [&visitor](const core::Screen& screen) {
                QMetaObject::invokeMethod(
                    &visitor, [&visitor, screen] { visitor.setScreen(screen); }, Qt::QueuedConnection);
            },
        .daySoFar =
            [&options, &random, &requiresTickets](const core::Now& now) {
                const auto store = store::Store::open(journalFile(options.data), random);
                auto day = store ? outbox::runningDay(**store, now) : store::Result<outbox::RunningDay>(store.error());
                if (!day) {
                    qWarning("the day's rows can't be read: %s", day.error().message.c_str());
                    return std::optional<kiosk::DaySoFar>();
                }
                requiresTickets = day->rule.ticketsRequired;
                return std::optional(kiosk::DaySoFar{day->rule, day->memory, std::move(day->rows)});
            },
        .comments = &comments,
        .report = report,
        .tickets = hasScanner ? &tickets : nullptr,
    };
    kiosk::Runner loop(ports, configuration);
    runner = &loop;
    running = &loop;

    // The first screen comes from the loop; the window opens with it.
    while (visitor.faceLabels().isEmpty()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    ui::QtSpeech speech(QCoreApplication::applicationDirPath() + "/smiley-speaker",
                        [] { return platform::audioDeviceIsThere(); });
    Background* background = nullptr;
    const platform::StickWatch stickWatch;
    ui::StaffRoom staff({.clock = clock,
                         .random = random,
                         .database = journalFile(options.data),
                         .pepper = options.data / "pepper",
                         .inbox = options.inbox,
                         .program = program,
                         .setPeriod = [&loop](std::optional<core::Period::Kind> kind) { loop.setPeriod(kind); },
                         .look = [&background] { background->look(); },
                         .sendNow = [&background] { background->send(); },
                         .inForce = [&inForce]() -> const outbox::InForce& { return inForce; },
                         .light = light,
                         .sticks =
                             [&stickWatch] {
                                 std::vector<ui::StickPlace> places;
                                 for (platform::Stick& stick : stickWatch.latest()) {
                                     places.push_back({std::move(stick.folder), std::move(stick.name), stick.freeBytes,
                                                       stick.totalBytes, stick.readOnly});
                                 }
                                 return places;
                             },
                         .machine =
                             [&] {
                                 auto facts =
                                     machineFacts(options, *peripherals, inForce.settings, speech, speechState);
                                 facts.stickIsIn = !stickWatch.latest().empty();
                                 facts.requiresTickets = requiresTickets;
                                 return facts;
                             },
                         .say =
                             [&speech, &inForce](const std::string& text, const std::string& language) {
                                 speech.say(text, language, inForce.settings.volume);
                             }});
    ui::VisitorWindow window(visitor, info,
                             options.window ? std::optional(QSize(options.window->width, options.window->height))
                                            : std::nullopt,
                             &speech, &staff);
    speech.changed = [&] {
        if (speechState.exchange(speech.state()) != speech.state()) {
            qInfo("speech: %s", word(speech.state()));
        }
        loop.setSpeech(speech.state() == ui::SpeechState::Ready);
        window.narrator().voicesChanged();
    };
    std::unique_ptr<ScreenLog> screenLog;
    if (options.screenLog) {
        screenLog =
            std::make_unique<ScreenLog>(visitor, window.window(), QString::fromStdString(options.screenLog->string()));
    }
    window.show();

    // Keys belong to what the window shows, all else to the visit.
    std::atomic<bool> ticketIsOnItsWay = false;
    const auto deliver = [&loop, &window, &staff, &ticketIsOnItsWay](const core::InputEvent& event) {
        if (event.kind == core::InputEvent::Kind::KeyPressed) {
            QMetaObject::invokeMethod(
                &window.keys(),
                [&window, &staff, event] {
                    if (!staff.input(event)) {
                        window.keys().press(event.value);
                    }
                },
                Qt::QueuedConnection);
            return;
        }
        if (event.kind == core::InputEvent::Kind::TicketShown) {
            // Staff who try the scanner learn that it read something. However fast one babbles, one waits here.
            if (!ticketIsOnItsWay.exchange(true)) {
                QMetaObject::invokeMethod(
                    &staff,
                    [&staff, &ticketIsOnItsWay] {
                        ticketIsOnItsWay = false;
                        staff.input({core::InputEvent::Kind::TicketShown, 0, {}, {}});
                    },
                    Qt::QueuedConnection);
            }
            loop.post(event);
            return;
        }
        QMetaObject::invokeMethod(
            &staff, [&staff, event] { staff.input(event); }, Qt::QueuedConnection);
        if (event.kind == core::InputEvent::Kind::HeadphonesOut) { // at once: the room hears what comes now
            QMetaObject::invokeMethod(
                &window.narrator(), [&window] { window.narrator().headphonesOut(); }, Qt::QueuedConnection);
        } else if (event.kind == core::InputEvent::Kind::HeadphonesIn) {
            QMetaObject::invokeMethod(
                &window.narrator(), [&window] { window.narrator().headphonesIn(); }, Qt::QueuedConnection);
        } else if (event.kind == core::InputEvent::Kind::Lost && event.value == static_cast<int>(core::Role::Keys)) {
            QMetaObject::invokeMethod(
                &window.keys(), [&window] { window.keys().lost(); }, Qt::QueuedConnection);
        }
        loop.post(event);
    };
    platform::AlsaJack jack(clock); // of the default card, which speech goes to
    jack.start(deliver);
    peripherals->start({.deliver = deliver,
                        .allowComments =
                            [&loop](bool allowed) {
                                loop.setCommentsAllowed(allowed);
                                qWarning("%s", allowed
                                                   ? "neither camera nor microphone any more: comments may be asked for"
                                                   : "a camera or microphone may be there: no comment is asked for");
                            },
                        .confirmNeither = [&info](bool confirmed) { info.setNoCameraOrMicrophone(confirmed); }});
    const auto unplug = qScopeGuard([&peripherals] { peripherals->stop(); }); // before what it delivers to is gone

    Background minding(std::move(*keeper), clock, options.inbox, [&](const outbox::Changes& changes) {
        for (const std::string& note : changes.notes) {
            qInfo("%s", note.c_str());
        }
        for (const std::string& trouble : changes.troubles) {
            qWarning("%s", trouble.c_str());
        }
        if (changes.inForce) {
            QMetaObject::invokeMethod(
                &info,
                [&, news = *changes.inForce] {
                    inForce = news;
                    loop.configure(configure(inForce));
                },
                Qt::QueuedConnection);
        }
    });
    background = &minding;

    const SignalQuitter quitter;
    return QGuiApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    const auto read = readOptions(argc, argv);
    if (const auto* code = std::get_if<ExitCode>(&read)) {
        return static_cast<int>(*code);
    }
    const Options& options = std::get<Options>(read);
    core::StandSettings settings;
    if (options.settings) {
        const auto loaded = platform::loadStandSettings(*options.settings);
        if (!loaded) {
            return end(ExitCode::BadSettings, loaded.error().message);
        }
        settings = *loaded;
    }
    core::DeviceList devices;
    if (options.devices) {
        auto loaded = platform::loadDevices(*options.devices);
        if (!loaded) {
            return end(ExitCode::BadSettings, loaded.error().message);
        }
        devices = std::move(*loaded);
        const bool hasPresence = std::ranges::count(devices, core::Role::Presence, &core::ListedDevice::role) > 0;
        if (hasPresence && !settings.presenceSensor) {
            return end(ExitCode::BadSettings, options.devices->string() + " lists a presence sensor, and stand.toml " +
                                                  "says presence_sensor = false: visitors would not be told of it");
        }
    }
    wire::SystemRandom random;
    if (options.replay) {
        return replayDays(options, random);
    }
    if (options.settingsRequest) {
        return static_cast<int>(runSettings(options, settings, platform::SystemClock(), random));
    }
    if (options.poster) {
        return poster(options, settings, random, argc, argv);
    }
    if (!options.stick && qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") &&
        qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        return end(ExitCode::NoDisplay, "no display; start it in a graphical session, or set DISPLAY");
    }

    platform::SystemClock clock;
    std::string warning;
    auto journal = openJournal(options.data, random, warning);
    if (!journal) {
        return end(ExitCode::BadDatabase, journal.error().message);
    }
    if (!warning.empty()) {
        std::cerr << "smiley-stand: " << warning << std::endl;
    }
    if (options.stick) {
        return static_cast<int>(exchangeWithStick(options, **journal, clock));
    }
    if (const auto begun = (*journal)->begin(clock.now(), program); !begun) {
        return end(ExitCode::BadDatabase, begun.error().message);
    }
    const auto questionnaire = ownQuestionnaire(**journal, options.questionnaire);
    if (!questionnaire.faults.empty()) {
        std::cerr << "smiley-stand: " << questionnaire.faults << std::endl;
    }
    if (questionnaire.json.empty()) {
        return static_cast<int>(ExitCode::BadQuestionnaire);
    }
    return runStand(options, settings, std::move(devices), std::move(*journal), questionnaire.json, clock, random, argc,
                    argv);
}
