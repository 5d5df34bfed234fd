// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/pepper.h"

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

class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor()
    {
        if (m_number >= 0) {
            ::close(m_number);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

core::Failure<PinsFault> failure(const std::filesystem::path& file, const std::string& what)
{
    return core::fail(PinsFault::Pepper, file.string() + ": " + what);
}

core::Failure<PinsFault> systemFailure(const std::filesystem::path& file, const char* what)
{
    return failure(file, std::string(what) + ": " + std::strerror(errno) + ". Check the folder's owner and its space.");
}

/// Under a temporary name first, so that a cut leaves none or a whole one.
core::Result<std::string, PinsFault> make(const std::filesystem::path& file, core::Random& random)
{
    std::string pepper(pepperBytes, '\0');
    random.fill(std::as_writable_bytes(std::span(pepper)));
    const std::filesystem::path parent = file.has_parent_path() ? file.parent_path() : ".";
    if (::mkdir(parent.c_str(), S_IRWXU) != 0 && errno != EEXIST) {
        return systemFailure(parent, "can't make the folder of the PINs' pepper");
    }
    const std::string fresh = file.string() + ".new";
    ::unlink(fresh.c_str());
    {
        const Descriptor out(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
        if (out.number() < 0) {
            return systemFailure(file, "can't make the pepper of the PINs");
        }
        if (::write(out.number(), pepper.data(), pepper.size()) != static_cast<ssize_t>(pepper.size()) ||
            ::fsync(out.number()) != 0) {
            return systemFailure(file, "can't write the pepper of the PINs");
        }
    }
    if (::rename(fresh.c_str(), file.c_str()) != 0) {
        return systemFailure(file, "can't name the pepper of the PINs");
    }
    const Descriptor folder(::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.number() < 0 || ::fsync(folder.number()) != 0) {
        return systemFailure(file, "can't keep the pepper of the PINs");
    }
    return pepper;
}

} // namespace

core::Result<std::string, PinsFault> readOrMakePepper(const std::filesystem::path& file, core::Random& random)
{
    const Descriptor in(::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
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
