// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/pepper.h"

#include "platform/files/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <span>

namespace smiley::staff {

namespace {

constexpr std::size_t pepperBytes = 32;

core::Failure<PinsFault> failure(const std::filesystem::path& file, const std::string& what)
{
    return core::fail(PinsFault::Pepper, file.string() + ": " + what);
}

core::Failure<PinsFault> systemFailure(const std::filesystem::path& file, const char* what)
{
    return failure(file, std::string(what) + ": " + std::strerror(errno) + ". Check the folder's owner and its space.");
}

core::Result<std::string, PinsFault> make(const std::filesystem::path& file, core::Random& random)
{
    std::string pepper(pepperBytes, '\0');
    random.fill(std::as_writable_bytes(std::span(pepper)));
    const std::filesystem::path parent = file.has_parent_path() ? file.parent_path() : ".";
    if (::mkdir(parent.c_str(), S_IRWXU) != 0 && errno != EEXIST) {
        return systemFailure(parent, "can't make the folder of the PINs' pepper");
    }
    if (const auto written = files::writeWhole(file, pepper, files::Rights::Owner); !written) {
        return core::fail(PinsFault::Pepper, "the pepper of the PINs: " + written.error().message);
    }
    return pepper;
}

} // namespace

core::Result<std::string, PinsFault> readOrMakePepper(const std::filesystem::path& file, core::Random& random)
{
    const files::Descriptor in(::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    if (in.number() < 0) {
        return errno == ENOENT ? make(file, random) : systemFailure(file, "can't read the pepper of the PINs");
    }
    struct stat status {};
    if (::fstat(in.number(), &status) != 0) {
        return systemFailure(file, "can't read the pepper of the PINs");
    }
    if (!S_ISREG(status.st_mode) || status.st_size != static_cast<off_t>(pepperBytes)) {
        return failure(file, "is no pepper of PINs (32 bytes). Put it back from where it is kept, or delete it: then "
                             "every PIN is void, and the centre gives out new ones.");
    }
    constexpr mode_t ofOthers = S_IRWXG | S_IRWXO;
    if ((status.st_mode & ofOthers) != 0 && ::fchmod(in.number(), S_IRUSR | S_IWUSR) != 0) {
        return systemFailure(file, "can't take others' rights to the pepper of the PINs");
    }
    std::string pepper(pepperBytes, '\0');
    if (::read(in.number(), pepper.data(), pepper.size()) != static_cast<ssize_t>(pepper.size())) {
        return systemFailure(file, "can't read the pepper of the PINs");
    }
    return pepper;
}

} // namespace smiley::staff
