// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/replay/trace.h"

#include "app/core/peripheral_limits.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <system_error>
#include <tuple>
#include <unistd.h>
#include <utility>

namespace smiley::replay {

namespace {

using Kind = core::InputEvent::Kind;

bool isLetter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }
bool isFigure(char byte) { return byte >= '0' && byte <= '9'; }

/// The beginning of what can't be read: a word, or a few characters of a value, as it could be what a card says.
std::string shown(std::string_view text, bool isWord)
{
    std::size_t end = 0;
    while (end < text.size() && end < (isWord ? 12U : 4U) &&
           (isLetter(text[end]) || (!isWord && isFigure(text[end])))) {
        ++end;
    }
    return "'" + std::string(text.substr(0, end)) + (end < text.size() ? "…'" : "'");
}

std::optional<int> numberIn(std::string_view text, int least, int most)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most) {
        return std::nullopt;
    }
    return value;
}

Line numbered(std::string_view rest, int least, int most, Kind kind)
{
    const auto value = numberIn(rest, least, most);
    if (!value) {
        return Unreadable{shown(rest, false) + " is not a number from " + std::to_string(least) + " to " +
                          std::to_string(most)};
    }
    return core::InputEvent{kind, *value, {}};
}

Line ofRole(std::string_view rest, Kind kind)
{
    const auto role = core::roleOf(rest);
    if (!role) {
        return Unreadable{shown(rest, false) + " is none of: keys, presence, door, scanner"};
    }
    return core::InputEvent{kind, static_cast<int>(*role), {}};
}

bool isPlain(char byte)
{
    return isLetter(byte) || isFigure(byte) || std::string_view("$*+-./:").find(byte) != std::string_view::npos;
}

std::string written(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char byte : text) {
        if (isPlain(byte)) {
            out += byte;
        } else {
            const auto value = static_cast<unsigned char>(byte);
            out += {'%', digits[value >> 4U], digits[value & 15U]};
        }
    }
    return out;
}

Line ticket(std::string_view rest)
{
    core::InputEvent event{Kind::TicketShown, 0, {}, {}};
    for (std::size_t at = 0; at < rest.size(); ++at) {
        if (rest[at] != '%') {
            event.text += rest[at];
            continue;
        }
        unsigned int value = 0;
        const std::string_view hex = rest.substr(at + 1, 2);
        const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
        if (hex.size() != 2 || error != std::errc{} || end != hex.data() + hex.size()) {
            return Unreadable{"a ticket has a % without two hexadecimal digits"};
        }
        event.text += static_cast<char>(value);
        at += 2;
    }
    if (event.text.empty() || event.text.size() > core::ticketTextMax) {
        return Unreadable{"a ticket has 1 to " + std::to_string(core::ticketTextMax) + " bytes"};
    }
    return event;
}

/// Lines without a value that varies.
constexpr std::array<std::tuple<std::string_view, Kind, int>, 6> fixedLines{{
    {"presence begins", Kind::PresenceBegan, 0},
    {"presence ends", Kind::PresenceEnded, 0},
    {"headphones in", Kind::HeadphonesIn, 0},
    {"headphones out", Kind::HeadphonesOut, 0},
    {"camera comes", Kind::Watching, 1},
    {"camera goes", Kind::Watching, 0},
}};

/// Whether the file says itself which roles there are.
bool tellsRoles(const std::filesystem::path& file)
{
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        const Line read = parseLine(line);
        const auto* event = std::get_if<core::InputEvent>(&read);
        if (event != nullptr && (event->kind == Kind::Found || event->kind == Kind::Lost)) {
            return true;
        }
    }
    return false;
}

bool isFifo(const std::filesystem::path& file)
{
    std::error_code unknown;
    return std::filesystem::is_fifo(file, unknown);
}

} // namespace

Line parseLine(std::string_view line)
{
    if (line.empty() || line.front() == '#') {
        return Nothing{};
    }
    for (const auto& [text, kind, value] : fixedLines) {
        if (line == text) {
            return core::InputEvent{kind, value, {}};
        }
    }
    const auto space = line.find(' ');
    const std::string_view word = line.substr(0, space);
    const std::string_view rest = space == std::string_view::npos ? std::string_view{} : line.substr(space + 1);
    if (word == "passage") {
        return numbered(rest, 1, core::passagesAtOnceMax, Kind::Passage);
    }
    if (word == "key") {
        return numbered(rest, 1, core::key::speech, Kind::KeyPressed);
    }
    if (word == "ticket") {
        return ticket(rest);
    }
    if (word == "found") {
        return ofRole(rest, Kind::Found);
    }
    if (word == "lost") {
        return ofRole(rest, Kind::Lost);
    }
    if (word == "wait") {
        const auto ms = numberIn(rest, 0, waitMsMax);
        if (!ms) {
            return Unreadable{shown(rest, false) + " is not a number of milliseconds up to an hour"};
        }
        return Wait{*ms};
    }
    return Unreadable{shown(line.substr(0, line.find(' ')), true) +
                      " is none of: presence begins, presence ends, headphones in, headphones out, passage N, key N, "
                      "ticket TEXT, found ROLE, lost ROLE, camera comes, camera goes, wait MS"};
}

std::string lineOf(const core::InputEvent& event)
{
    const auto role = [&] { return std::string(core::code(static_cast<core::Role>(event.value))); };
    switch (event.kind) {
    case Kind::Passage: return "passage " + std::to_string(event.value);
    case Kind::KeyPressed: return "key " + std::to_string(event.value);
    case Kind::TicketShown: return "ticket " + written(event.text);
    case Kind::Found: return "found " + role();
    case Kind::Lost: return "lost " + role();
    case Kind::Watching: return event.value != 0 ? "camera comes" : "camera goes";
    case Kind::PresenceBegan: return "presence begins";
    case Kind::PresenceEnded: return "presence ends";
    case Kind::HeadphonesIn: return "headphones in";
    case Kind::HeadphonesOut: return "headphones out";
    }
    return "";
}

TraceSource::TraceSource(std::filesystem::path file, const core::Clock& clock,
                         std::function<void(std::string)> complain)
    : m_file(std::move(file)),
      m_clock(clock),
      m_complain(std::move(complain))
{}

TraceSource::~TraceSource() { stop(); }

void TraceSource::start(std::function<void(core::InputEvent)> deliver)
{
    if (m_thread.joinable() || ::pipe2(m_stopPipe, O_CLOEXEC) != 0) {
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_peripherals.clear();
    }
    m_foundAtStart = isFifo(m_file) || !tellsRoles(m_file);
    m_thread = std::thread([this, deliver = std::move(deliver)] { play(deliver); });
}

void TraceSource::stop()
{
    if (!m_thread.joinable()) {
        return;
    }
    ::close(m_stopPipe[1]);
    m_thread.join();
    ::close(m_stopPipe[0]);
}

std::vector<core::PeripheralState> TraceSource::peripherals() const
{
    const std::lock_guard lock(m_mutex);
    return m_peripherals;
}

bool TraceSource::knows(core::Role role) const
{
    const std::lock_guard lock(m_mutex);
    return std::ranges::find(m_peripherals, role, &core::PeripheralState::role) != m_peripherals.end();
}

void TraceSource::note(const core::InputEvent& event)
{
    if (event.kind != core::InputEvent::Kind::Found && event.kind != core::InputEvent::Kind::Lost) {
        return;
    }
    const bool isFound = event.kind == core::InputEvent::Kind::Found;
    const auto role = static_cast<core::Role>(event.value);
    const std::lock_guard lock(m_mutex);
    auto state = std::ranges::find(m_peripherals, role, &core::PeripheralState::role);
    if (state == m_peripherals.end()) {
        state = m_peripherals.insert(state, {.name = "trace", .role = role});
    }
    if (!isFound && state->link == core::LinkState::Connected) {
        ++state->lost;
    }
    state->link = isFound ? core::LinkState::Connected : core::LinkState::NoDevice;
    state->isHealthy = isFound;
    state->why = isFound ? "" : "the trace says that it is lost";
}

void TraceSource::play(const std::function<void(core::InputEvent)>& deliver)
{
    // Opened for writing too, a FIFO never comes to an end of file.
    const int file = ::open(m_file.c_str(), (isFifo(m_file) ? O_RDWR : O_RDONLY) | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) {
        m_complain("trace " + m_file.string() + ": " + std::strerror(errno));
        return;
    }
    std::array<pollfd, 2> watched{{{m_stopPipe[0], 0, 0}, {file, POLLIN, 0}}};
    std::string pending;
    std::array<char, 4096> buffer{};
    std::size_t lineNumber = 0;
    bool stopped = false;
    // From file the waits add up from the start, so that a day ends when it ended; who writes a FIFO is live.
    using Pace = std::chrono::steady_clock;
    const bool isLive = isFifo(m_file);
    Pace::time_point due = Pace::now();
    const auto pause = [&](std::int64_t ms) {
        due = (isLive ? Pace::now() : due) + std::chrono::milliseconds(ms);
        pollfd stop{m_stopPipe[0], 0, 0};
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(due - Pace::now());
        stopped = ::poll(&stop, 1, static_cast<int>(std::max<std::int64_t>(left.count(), 0))) > 0;
    };
    const auto hand = [&](core::InputEvent event) {
        event.at = m_clock.now().monotonic;
        note(event);
        deliver(std::move(event));
    };
    if (m_foundAtStart) {
        for (const core::Role role : {core::Role::Keys, core::Role::Presence, core::Role::Door}) {
            hand({core::InputEvent::Kind::Found, static_cast<int>(role), {}, {}});
        }
    }
    bool isTooLong = false; // and complained of: what is left of the line is passed over
    const auto take = [&](std::string_view text) {
        ++lineNumber;
        if (std::exchange(isTooLong, false)) {
            return;
        }
        const Line line = parseLine(text);
        if (const auto* event = std::get_if<core::InputEvent>(&line)) {
            if (event->kind == Kind::TicketShown && !knows(core::Role::Scanner)) {
                hand({Kind::Found, static_cast<int>(core::Role::Scanner), {}, {}});
            }
            hand(*event);
        } else if (const auto* wait = std::get_if<Wait>(&line)) {
            pause(wait->ms);
        } else if (const auto* fault = std::get_if<Unreadable>(&line)) {
            m_complain("trace " + m_file.string() + ", line " + std::to_string(lineNumber) + ": " + fault->why);
        }
    };
    while (!stopped) {
        if (::poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR) {
            break;
        }
        if (watched[0].revents != 0) {
            break;
        }
        const ssize_t got = ::read(file, buffer.data(), buffer.size());
        if (got == 0) {
            take(pending);
            break;
        }
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) {
            continue;
        }
        if (got < 0) {
            m_complain("trace " + m_file.string() + ": " + std::strerror(errno));
            break;
        }
        pending.append(buffer.data(), static_cast<std::size_t>(got));
        for (auto end = pending.find('\n'); end != std::string::npos && !stopped; end = pending.find('\n')) {
            take(std::string_view(pending).substr(0, end));
            pending.erase(0, end + 1);
        }
        if (pending.size() > lineBytesMax) {
            pending.clear();
            if (std::exchange(isTooLong, true)) {
                continue;
            }
            m_complain("trace " + m_file.string() + ", line " + std::to_string(lineNumber + 1) + ": longer than " +
                       std::to_string(lineBytesMax) + " bytes");
        }
    }
    ::close(file);
}

} // namespace smiley::replay
