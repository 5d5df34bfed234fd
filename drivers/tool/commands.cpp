// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/tool/commands.h"

#include "drivers/codec/allow_list.h"
#include "drivers/replay/trace.h"
#include "drivers/usb/usb_source.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <fstream>
#include <iostream>
#include <mutex>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace smiley::tool {

namespace {

/// How often it is looked what is on the bus and how the entries are.
constexpr std::int64_t lookMs = 250;

sigset_t endSignals()
{
    sigset_t set;
    ::sigemptyset(&set);
    ::sigaddset(&set, SIGINT);
    ::sigaddset(&set, SIGTERM);
    return set;
}

std::int64_t microseconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return std::int64_t{time.tv_sec} * 1'000'000 + time.tv_nsec / 1000;
}

void complain(const std::string& what) { std::cerr << "smiley-usb: " << what << std::endl; }

/// Whole lines from two threads.
class Printer {
public:
    void print(const std::string& line)
    {
        const std::lock_guard lock(m_mutex);
        std::cout << line << std::flush;
    }

private:
    std::mutex m_mutex;
};

/// What changed on the bus and among the entries since the look before.
class Changes {
public:
    Changes(const core::DeviceList& devices, Form form, Printer& printer)
        : m_devices(devices),
          m_form(form),
          m_printer(printer)
    {}

    void look(const usb::UsbSource& source)
    {
        std::vector<std::pair<std::string, std::string>> seen; // by port: the line without its stamp
        for (const usb::SeenDevice& device : source.seen()) {
            seen.emplace_back(device.facts.port, lineOf(m_form, 0, m_devices, device));
            if (std::ranges::find(m_seen, seen.back()) == m_seen.end()) {
                m_printer.print(lineOf(m_form, microseconds(), m_devices, device));
            }
        }
        for (const auto& [port, line] : m_seen) {
            if (std::ranges::find(seen, port, &std::pair<std::string, std::string>::first) == seen.end()) {
                m_printer.print(LineBuilder(m_form, microseconds(), "gone").add("port", port).take());
            }
        }
        m_seen = std::move(seen);
        std::vector<core::PeripheralState> states = source.peripherals();
        for (const core::PeripheralState& state : states) {
            if (std::ranges::find(m_states, state) == m_states.end()) {
                m_printer.print(lineOf(m_form, microseconds(), state));
            }
        }
        m_states = std::move(states);
    }

private:
    const core::DeviceList& m_devices;
    Form m_form;
    Printer& m_printer;
    std::vector<std::pair<std::string, std::string>> m_seen;
    std::vector<core::PeripheralState> m_states;
};

ExitCode noUsb()
{
    complain("USB can't be used on this machine: libusb doesn't start (is /dev/bus/usb there?)");
    return ExitCode::NoUsb;
}

/// Whether what was written has arrived; otherwise says so.
ExitCode written(const std::ostream& out, const std::string& name)
{
    if (!out) {
        complain(name + " can't be written");
        return ExitCode::BadFile;
    }
    return ExitCode::Done;
}

} // namespace

std::string exitCodeHelp()
{
    return "Exit codes: 0 done, or ended by SIGINT or SIGTERM; 1 something unexpected; 2 wrong options; 3 the list of "
           "devices can't be read or has faults; 4 USB can't be used; 5 a trace or a file of rules can't be read "
           "or written, or a trace has a line that can't be read.";
}

EndSignals::EndSignals()
{
    const sigset_t set = endSignals();
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

bool EndSignals::cameWithin(std::int64_t ms)
{
    const auto due = std::chrono::steady_clock::now() + std::chrono::milliseconds(ms);
    const sigset_t set = endSignals();
    while (!m_came) {
        const auto left =
            std::max(std::chrono::nanoseconds(due - std::chrono::steady_clock::now()), std::chrono::nanoseconds(0));
        const timespec wait{left.count() / 1'000'000'000, left.count() % 1'000'000'000};
        m_came = ::sigtimedwait(&set, nullptr, &wait) > 0;
        if (!m_came && errno != EINTR) {
            return false;
        }
    }
    return true;
}

ExitCode list(const core::DeviceList& devices, Form form)
{
    const auto seen = usb::lookAtBus(devices);
    if (!seen) {
        return noUsb();
    }
    if (form == Form::Text) {
        for (const usb::SeenDevice& device : *seen) {
            std::cout << device.facts.port << "  " << idOf(device.facts.vendor, device.facts.product) << "  "
                      << (device.entry ? std::string(core::code(devices.at(*device.entry).role())) : "-") << "  "
                      << codec::text(device.facts.interfaces) << "  " << (device.name.empty() ? "?" : device.name)
                      << (device.facts.serial.empty() ? "" : " (" + device.facts.serial + ")") << "\n    " << device.why
                      << '\n';
        }
        if (seen->empty()) {
            std::cout << "Nothing is plugged in.\n";
        }
    } else {
        std::cout << "{\"devices\":[";
        const std::int64_t us = microseconds();
        for (std::size_t index = 0; index < seen->size(); ++index) {
            std::string line = lineOf(form, us, devices, (*seen)[index]);
            line.pop_back();
            std::cout << (index == 0 ? "\n" : ",\n") << line;
        }
        std::cout << "\n]}\n";
    }
    std::cout.flush();
    return written(std::cout, "standard output");
}

ExitCode watch(const core::DeviceList& devices, const core::Clock& clock, const WatchOptions& options, EndSignals& end)
{
    if (!usb::lookAtBus(devices)) {
        return noUsb();
    }
    Printer printer;
    usb::UsbSource source(devices, clock);
    if (options.raw) {
        source.onReport([&](std::size_t entry, std::span<const std::byte> report, core::MonotonicMs /*at*/) {
            LineBuilder line(options.form, microseconds(), "report");
            line.add("name", devices.at(entry).name);
            // What a scanner sends is the card.
            if (devices.at(entry).role() == core::Role::Scanner && options.tickets == TicketShown::Length) {
                line.add("length", static_cast<std::int64_t>(report.size()));
            } else {
                line.add("bytes", hex(report));
            }
            printer.print(line.take());
        });
    }
    Changes changes(devices, options.form, printer);
    printer.print(LineBuilder(options.form, microseconds(), "started")
                      .add("entries", static_cast<std::int64_t>(devices.size()))
                      .take());
    source.start([&](const core::InputEvent& event) {
        printer.print(lineOf(options.form, microseconds(), event, options.tickets));
    });
    do {
        changes.look(source);
    } while (std::cout && !end.cameWithin(lookMs));
    source.stop();
    printer.print(LineBuilder(options.form, microseconds(), "stopped").take());
    return written(std::cout, "standard output");
}

ExitCode record(const core::DeviceList& devices, const core::Clock& clock, const std::filesystem::path& file,
                replay::TicketTexts tickets, EndSignals& end)
{
    if (!usb::lookAtBus(devices)) {
        return noUsb();
    }
    // What is there stays, also behind a link; and what cards say is its owner's alone.
    const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (made < 0) {
        complain(file.string() + (errno == EEXIST ? " is there already; name a new file"
                                                  : std::string(" can't be made: ") + std::strerror(errno)));
        return ExitCode::BadFile;
    }
    std::ofstream out("/proc/self/fd/" + std::to_string(made)); // this very file, whatever its name is by now
    ::close(made);
    if (!out) {
        complain(file.string() + " can't be written");
        return ExitCode::BadFile;
    }
    out << "# Recorded by `smiley-usb record`. drivers/replay/README.md tells what the lines mean.\n";
    for (const core::ListedDevice& device : devices) {
        out << "# listed: " << quoted(device.name) << ", " << core::code(device.role()) << '\n';
    }
    std::mutex mutex;
    replay::TraceWriter trace(out, clock.now().monotonic, tickets);
    usb::UsbSource source(devices, clock);
    source.start([&](const core::InputEvent& event) {
        const std::lock_guard lock(mutex);
        trace.write(event);
    });
    bool isWhole = true;
    while (isWhole && !end.cameWithin(lookMs)) {
        const std::lock_guard lock(mutex);
        isWhole = static_cast<bool>(out);
    }
    source.stop();
    trace.finish(clock.now().monotonic);
    out.close();
    return written(out, file.string());
}

ExitCode replay(const std::filesystem::path& file, Form form, Pace pace, TicketShown tickets, EndSignals& end)
{
    std::ifstream in(file);
    if (!in || std::filesystem::is_directory(file)) {
        complain(file.string() + " can't be read");
        return ExitCode::BadFile;
    }
    const auto start = std::chrono::steady_clock::now();
    std::int64_t ms = 0;
    std::size_t number = 0;
    bool allRead = true;
    for (std::string text; std::cout && std::getline(in, text);) {
        ++number;
        const replay::Line line = replay::parseLine(text);
        if (const auto* event = std::get_if<core::InputEvent>(&line)) {
            std::cout << lineOf(form, ms * 1000, *event, tickets) << std::flush;
        } else if (const auto* wait = std::get_if<replay::Wait>(&line)) {
            ms += wait->ms;
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(start + std::chrono::milliseconds(ms) -
                                                                           std::chrono::steady_clock::now());
            if (end.cameWithin(pace == Pace::Fast ? 0 : std::max<std::int64_t>(left.count(), 0))) {
                break;
            }
        } else if (const auto* fault = std::get_if<replay::Unreadable>(&line)) {
            complain(file.string() + ", line " + std::to_string(number) + ": " + fault->why);
            allRead = false;
        }
    }
    const ExitCode code = written(std::cout, "standard output");
    return code == ExitCode::Done && !allRead ? ExitCode::BadFile : code;
}

} // namespace smiley::tool
