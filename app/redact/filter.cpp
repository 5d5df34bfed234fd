// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/redact/filter.h"

#include "app/core/staff_list.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace smiley::redact {

namespace {

constexpr std::size_t pieceBytes = std::size_t{64} << 10U;

core::Failure<FilterFault> failed(FilterFault fault, const std::string& what)
{
    return core::fail(fault, what + ": " + std::strerror(errno)); // NOLINT(concurrency-mt-unsafe): one thread
}

/// The next bytes; none at the end. Nothing: errno says why.
bool readPiece(int file, std::string& piece)
{
    piece.resize(pieceBytes);
    ssize_t got = -1;
    do {
        got = ::read(file, piece.data(), piece.size());
    } while (got < 0 && errno == EINTR);
    piece.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
    return got >= 0;
}

bool writeAll(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

core::Failure<FilterFault> tooLong(std::uint64_t comment)
{
    return core::fail(FilterFault::TooLong, "comment " + std::to_string(comment) + " is longer than " +
                                                std::to_string(commentBytesMax >> 20U) + " MiB; divide it");
}

/// What was read and not yet written.
class Cleaning {
public:
    Cleaning(const core::StaffNames& names, Comments comments) : m_names(names), m_comments(comments) {}

    /// False: a comment is too long.
    bool take(std::string_view piece)
    {
        while (m_comments == Comments::Lines && !piece.empty()) {
            const std::size_t end = piece.find('\n');
            if (end == std::string_view::npos) {
                break;
            }
            if (!keep(piece.substr(0, end))) {
                return false;
            }
            if (m_open.ends_with('\r')) {
                m_open.pop_back();
            }
            close();
            m_ready += '\n';
            piece.remove_prefix(end + 1);
        }
        return keep(piece);
    }
    void end()
    {
        if (!m_open.empty()) {
            close();
        }
    }
    [[nodiscard]] std::string ready() { return std::exchange(m_ready, {}); }
    [[nodiscard]] const Tally& tally() const { return m_tally; }

private:
    bool keep(std::string_view bytes)
    {
        m_open += bytes;
        return m_open.size() <= commentBytesMax;
    }
    void close()
    {
        const core::Cleaned cleaned = core::clean(m_open, m_names);
        m_tally.add(cleaned);
        m_ready += cleaned.text;
        m_open.clear();
    }

    const core::StaffNames& m_names;
    Comments m_comments;
    std::string m_open; ///< the comment whose end isn't there yet
    std::string m_ready;
    Tally m_tally;
};

} // namespace

core::Result<Tally, FilterFault> filter(int input, int output, const core::StaffNames& names, Comments comments)
{
    Cleaning cleaning(names, comments);
    const auto written = [&] { return writeAll(output, cleaning.ready()); };
    const std::string unwritable = "can't write standard output";
    std::string piece;
    for (;;) {
        if (!readPiece(input, piece)) {
            return failed(FilterFault::Unreadable, "can't read standard input");
        }
        if (piece.empty()) {
            break;
        }
        const bool isTaken = cleaning.take(piece);
        if (!written()) {
            return failed(FilterFault::Unwritable, unwritable);
        }
        if (!isTaken) {
            return tooLong(cleaning.tally().comments + 1);
        }
    }
    cleaning.end();
    // A pipe or a network file may only at the closing say that it is full.
    if (!written() || ::close(output) != 0) {
        return failed(FilterFault::Unwritable, unwritable);
    }
    return cleaning.tally();
}

core::Result<std::vector<std::string>, FilterFault> readNames(const std::string& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return failed(FilterFault::Unreadable, "can't read " + path);
    }
    std::string text;
    std::string piece;
    bool isRead = readPiece(file, piece);
    while (isRead && !piece.empty() && text.size() <= core::staffListBytesMax) {
        text += piece;
        isRead = readPiece(file, piece);
    }
    const int error = errno;
    ::close(file);
    if (!isRead) {
        errno = error;
        return failed(FilterFault::Unreadable, "can't read " + path);
    }
    auto names = core::readStaffList(text);
    if (!names) {
        return core::fail(FilterFault::BadNames, path + ": " + names.error().message);
    }
    return std::move(*names);
}

} // namespace smiley::redact
