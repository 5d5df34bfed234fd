// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

/// Files that come whole or not at all, also after a power cut. Any thread.

namespace smiley::files {

/// An open file or folder, closed on the way out.
class Descriptor {
public:
    /// What `open` gave; -1: none.
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    /// False, with errno: what was written may not be there (a network's file system says so only now).
    bool close();

private:
    int m_number;
};

/// All of it, in as many pieces as the system wants. False, with errno: a part may be there.
[[nodiscard]] bool writeAll(const Descriptor& file, std::string_view bytes);

enum class FileFault : std::uint8_t {
    Missing,  ///< no such file: what that means depends on the file
    TooLarge, ///< over the limit: nothing was read
    Io,       ///< can't be read or written (rights, disk full, disk broken): see the message, try again later
};

template <class T>
using Result = core::Result<T, FileFault>;

/// The whole file, at most `bytesMax` bytes. A symbolic link, folder, pipe or device isn't followed: Io.
[[nodiscard]] Result<std::string> readWhole(const std::filesystem::path& file, std::size_t bytesMax);

/// Who may read a file that is written. A stick's file system may know better.
enum class Rights : std::uint16_t {
    Owner = 0600,
    Group = 0640,
    Everyone = 0644,
};

/// Writes the whole file, on disk when it returns, or leaves what was there: written beside it in the same folder (hidden,
/// ".part"), synced, renamed, and the folder synced. Of two that write the same file at once the last stays, whole.
/// Errors: Missing (no such folder), Io; where only the folder can't be synced, the new file is there, but maybe not after
/// a cut.
[[nodiscard]] Result<core::Done> writeWhole(const std::filesystem::path& file, std::string_view bytes, Rights rights);

} // namespace smiley::files
