// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/files.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace smiley::outbox {

namespace {

core::Failure<files::FileFault> ioFault(const std::filesystem::path& file, const char* what)
{
    const int reason = errno;
    return core::fail(reason == ENOENT ? files::FileFault::Missing : files::FileFault::Io,
                      file.string() + ": can't " + what + ": " + std::strerror(reason) +
                          ". Check the folder's owner and the free space.");
}

} // namespace

files::Result<core::Done> makeFolder(const std::filesystem::path& folder, unsigned rights)
{
    std::error_code error;
    std::filesystem::create_directories(folder.parent_path(), error);
    if (mkdir(folder.c_str(), 0700) == 0) {
        // What the umask took away is given back.
        if (chmod(folder.c_str(), rights) != 0) {
            return ioFault(folder, "set the rights");
        }
    } else if (errno != EEXIST) {
        return ioFault(folder, "make the folder");
    }
    return core::Done{};
}

files::Result<bool> writeIfOther(const std::filesystem::path& file, std::string_view bytes)
{
    if (const auto present = files::readWhole(file, bytes.size()); present && *present == bytes) {
        return false;
    }
    if (auto written = files::writeWhole(file, bytes, files::Rights::Group); !written) {
        return written.error();
    }
    return true;
}

std::vector<std::string> namesIn(const std::filesystem::path& folder, std::string_view beginning,
                                 std::string_view ending)
{
    std::vector<std::string> names;
    std::error_code error;
    for (std::filesystem::directory_iterator each(folder, error);
         !error && each != std::filesystem::directory_iterator(); each.increment(error)) {
        std::string name = each->path().filename().string();
        if (name.starts_with(beginning) && name.ends_with(ending)) {
            names.push_back(std::move(name));
        }
    }
    std::ranges::sort(names);
    return names;
}

} // namespace smiley::outbox
