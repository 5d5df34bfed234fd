// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A folder on something that may be pulled out at any moment.
///
/// It is held open from the first to the last file: once a stick is unmounted, its path names a folder of the stand's own
/// disk, and nothing may be written there.

namespace smiley::outbox {

/// By what the caller should do. app/ui/stick_words.h says each to staff.
enum class StickFault : std::uint8_t {
    NotEnrolled,       ///< no centre's key to seal to: enrol the stand first
    Database,          ///< see the message of app/store; nothing on the stick is wrong
    NoStick,           ///< no folder there, or the stick was pulled out: put it in and begin anew
    ReadOnly,          ///< the stick takes nothing: unlock it, or take another
    Full,              ///< no room for the next file: make room, or take another; the files before it are whole
    Damaged,           ///< it can't be read or written: was it pulled out? else take another
    Cancelled,         ///< the watcher ended it: the files before are whole
    NoSuchFile,        ///< no file of this name: look at the list again
    NotAFile,          ///< a link, a folder, a device, or a name with a path in it: never followed; leave it
    TooLarge,          ///< over the limit, nothing was taken: it isn't what it says it is
    NotAQuestionnaire, ///< the message names every fault: give them to whoever made the file
    Renamed,           ///< its name says another questionnaire than its content: give it its own name back
    UnknownFile,       ///< no file that a stand takes: leave it, or ask the centre what it was meant to be
    Tampered,          ///< not signed by this stand's centre, or changed since: ask the centre for a new one
    OtherStand,        ///< signed, but for another stand: use it there
    Older,             ///< a newer one waits in the inbox already: leave it
    Inbox,             ///< the stand's own inbox can't be written: call for help; the stick is as it was
};

template <class T>
using StickResult = core::Result<T, StickFault>;

struct StickProgress {
    std::size_t filesDone = 0;
    std::size_t filesTotal = 0;
    std::uint64_t bytesDone = 0;
    std::uint64_t bytesTotal = 0;
};

/// Who watches an exchange and may end it. Both are called by the thread that copies, some times a second.
struct StickWatch {
    std::function<void(const StickProgress&)> progress = [](const StickProgress&) {};
    std::function<bool()> cancelled = [] { return false; };
};

/// Most entries of one folder that are looked at.
inline constexpr std::size_t stickEntriesMax = 10'000;

/// One thread. Movable; closes on the way out.
class StickFolder {
public:
    /// A path that ends in a link is followed (a person named it); nothing in it is. Errors: NoStick, Damaged.
    [[nodiscard]] static StickResult<StickFolder> open(const std::filesystem::path& folder);
    /// The folder of this name in it; nothing where there is none, or it is something else.
    [[nodiscard]] std::optional<StickFolder> in(const std::string& name) const;

    StickFolder(StickFolder&& other) noexcept
        : m_path(std::move(other.m_path)),
          m_descriptor(std::exchange(other.m_descriptor, -1))
    {}
    StickFolder(const StickFolder&) = delete;
    StickFolder& operator=(const StickFolder&) = delete;
    StickFolder& operator=(StickFolder&&) = delete;
    ~StickFolder();

    /// Removes what a pull half-way left of writing such a file. Never fails: what stays is hidden and is no file of ours.
    void removeHalfFiles(const std::function<bool(std::string_view name)>& isOurs) const;

    /// Writes the whole file or leaves what was there: asks for the room first, temporary name, fsync, rename, fsync of
    /// the folder. `watch` sees the bytes of this file go into `progress`.
    /// Errors: NoStick, ReadOnly, Full, Damaged, Cancelled, NotAFile (a folder has the name).
    [[nodiscard]] StickResult<core::Done> write(const std::string& name, std::string_view bytes,
                                                StickProgress& progress, const StickWatch& watch) const;

    /// The whole file. Errors: NoStick, NoSuchFile, NotAFile, TooLarge, Damaged.
    [[nodiscard]] StickResult<std::string> read(const std::string& name, std::size_t bytesMax) const;

    /// Does nothing where there is no such file.
    void remove(const std::string& name) const;

    /// Names of all entries but hidden ones, sorted, at most stickEntriesMax.
    [[nodiscard]] std::vector<std::string> names() const;

    /// Everything is on the medium: from now on it may be pulled out. Errors: NoStick, Damaged.
    [[nodiscard]] StickResult<core::Done> flush() const;

private:
    StickFolder(std::filesystem::path path, int descriptor) : m_path(std::move(path)), m_descriptor(descriptor) {}
    [[nodiscard]] core::Failure<StickFault> failed(const std::string& name, const char* what) const;
    [[nodiscard]] core::Failure<StickFault> gone() const;
    /// Whether the path still leads here.
    [[nodiscard]] bool isThere() const;
    [[nodiscard]] std::optional<core::Failure<StickFault>> noRoomFor(const std::string& name, std::size_t bytes) const;

    std::filesystem::path m_path;
    int m_descriptor = -1;
};

} // namespace smiley::outbox
