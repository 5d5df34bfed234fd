// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/replay/trace.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstddef>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace smiley::replay {

namespace {

constexpr std::size_t lineBytesMax = 256;

std::optional<int> numberIn(std::string_view text, int least, int most)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most) {
        return std::nullopt;
    }
    return value;
}

Line numbered(std::string_view rest, int least, int most, core::InputEvent::Kind kind)
{
    const auto value = numberIn(rest, least, most);
    if (!value) {
        return Unreadable{"'" + std::string(rest) + "' is not a number from " + std::to_string(least) + " to " +
                          std::to_string(most)};
    }
    return core::InputEvent{kind, *value, {}};
}

} // namespace

Line parseLine(std::string_view line)
{
    using Kind = core::InputEvent::Kind;
    if (line.empty() || line.front() == '#') {
        return Nothing{};
    }
    if (line == "presence begins") {
        return core::InputEvent{Kind::PresenceBegan, 0, {}};
    }
    if (line == "presence ends") {
        return core::InputEvent{Kind::PresenceEnded, 0, {}};
    }
    if (line == "headphones in") {
        return core::InputEvent{Kind::HeadphonesIn, 0, {}};
    }
    if (line == "headphones out") {
        return core::InputEvent{Kind::HeadphonesOut, 0, {}};
    }
    const auto space = line.find(' ');
    const std::string_view word = line.substr(0, space);
    const std::string_view rest = space == std::string_view::npos ? std::string_view{} : line.substr(space + 1);
    if (word == "passage") {
        return numbered(rest, 1, 1000, Kind::Passage);
    }
    if (word == "key") {
        return numbered(rest, 1, core::key::speech, Kind::KeyPressed);
    }
    if (word == "wait") {
        const auto ms = numberIn(rest, 0, 3'600'000);
        if (!ms) {
            return Unreadable{"'" + std::string(rest) + "' is not a number of milliseconds up to an hour"};
        }
        return Wait{*ms};
    }
    return Unreadable{"'" + std::string(line) +
                      "' is none of: presence begins, presence ends, headphones in, headphones out, passage N, key N, "
                      "wait MS"};
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

void TraceSource::play(const std::function<void(core::InputEvent)>& deliver)
{
    struct stat status {};
    const bool isFifo = ::stat(m_file.c_str(), &status) == 0 && S_ISFIFO(status.st_mode);
    // Opened for writing too, a FIFO never comes to an end of file.
    const int file = ::open(m_file.c_str(), (isFifo ? O_RDWR : O_RDONLY) | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) {
        m_complain("trace " + m_file.string() + ": " + std::strerror(errno));
        return;
    }
    std::array<pollfd, 2> watched{{{m_stopPipe[0], 0, 0}, {file, POLLIN, 0}}};
    std::string pending;
    std::array<char, 4096> buffer{};
    std::size_t lineNumber = 0;
    bool stopped = false;
    const auto pause = [&](std::int64_t ms) {
        pollfd stop{m_stopPipe[0], 0, 0};
        stopped = ::poll(&stop, 1, static_cast<int>(ms)) > 0;
    };
    const auto take = [&](std::string_view text) {
        ++lineNumber;
        const Line line = parseLine(text);
        if (const auto* event = std::get_if<core::InputEvent>(&line)) {
            core::InputEvent stamped = *event;
            stamped.at = m_clock.now().monotonic;
            deliver(stamped);
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
        if (got < 0) {
            continue;
        }
        pending.append(buffer.data(), static_cast<std::size_t>(got));
        for (auto end = pending.find('\n'); end != std::string::npos && !stopped; end = pending.find('\n')) {
            take(std::string_view(pending).substr(0, end));
            pending.erase(0, end + 1);
        }
        if (pending.size() > lineBytesMax) {
            m_complain("trace " + m_file.string() + ", line " + std::to_string(lineNumber + 1) + ": longer than " +
                       std::to_string(lineBytesMax) + " bytes");
            pending.clear();
        }
    }
    ::close(file);
}

} // namespace smiley::replay
