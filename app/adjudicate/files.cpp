// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adjudicate/files.h"

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace smiley::adjudicate {

namespace {

constexpr std::size_t pieceBytes = std::size_t{1} << 20U;
constexpr mode_t fileMode = 0644;

core::Failure<FileFault> failed(FileFault fault, const std::string& what, int error)
{
    return core::fail(fault, what + ": " + std::strerror(error)); // NOLINT(concurrency-mt-unsafe): one thread
}

} // namespace

core::Result<core::Done, FileFault> readFile(const std::string& path, const std::function<bool(std::string_view)>& take)
{
    const bool standard = path == "-";
    const std::string what = standard ? std::string("can't read standard input") : "can't read " + path;
    const int file = standard ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return failed(FileFault::Unreadable, what, errno);
    }
    std::vector<char> piece(pieceBytes);
    int error = 0;
    for (;;) {
        const ssize_t got = ::read(file, piece.data(), piece.size());
        if (got < 0 && errno == EINTR) {
            continue;
        }
        error = got < 0 ? errno : 0;
        if (got <= 0 || !take({piece.data(), static_cast<std::size_t>(got)})) {
            break;
        }
    }
    if (!standard) {
        ::close(file);
    }
    if (error != 0) {
        return failed(FileFault::Unreadable, what, error);
    }
    return core::Done{};
}

core::Result<Output, FileFault> Output::open(const std::string& path)
{
    if (path.empty()) {
        return Output({}, {}, STDOUT_FILENO);
    }
    struct stat found = {};
    if (::stat(path.c_str(), &found) == 0 && !S_ISREG(found.st_mode)) {
        return core::fail(FileFault::Unwritable, path + " isn't a plain file; name one, or leave --out away");
    }
    std::string aside = path + ".XXXXXX";
    const int file = ::mkostemp(aside.data(), O_CLOEXEC);
    if (file < 0) {
        return failed(FileFault::Unwritable, "can't write beside " + path, errno);
    }
    return Output(path, aside, file);
}

Output::Output(std::string path, std::string aside, int file)
    : m_path(std::move(path)),
      m_aside(std::move(aside)),
      m_file(file)
{}

Output::Output(Output&& other) noexcept
    : m_path(std::move(other.m_path)),
      m_aside(std::exchange(other.m_aside, {})),
      m_file(std::exchange(other.m_file, -1)),
      m_error(other.m_error)
{}

Output::~Output()
{
    if (!m_aside.empty()) {
        ::close(m_file);
        ::unlink(m_aside.c_str());
    }
}

bool Output::write(std::string_view bytes)
{
    while (m_error == 0 && !bytes.empty()) {
        const ssize_t written = ::write(m_file, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            m_error = errno;
        }
    }
    return m_error == 0;
}

core::Result<core::Done, FileFault> Output::finish()
{
    if (m_path.empty()) {
        // A pipe or a network file may only now say that it is full.
        if (m_error == 0 && ::close(m_file) != 0) {
            m_error = errno;
        }
    } else if (m_error == 0 && (::fchmod(m_file, fileMode) != 0 || ::fsync(m_file) != 0 ||
                                std::rename(m_aside.c_str(), m_path.c_str()) != 0)) {
        m_error = errno;
    } else if (m_error == 0) {
        ::close(m_file);
        m_aside.clear();
    }
    if (m_error != 0) {
        return failed(FileFault::Unwritable, "can't write " + name(), m_error);
    }
    return core::Done{};
}

} // namespace smiley::adjudicate
