// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/peripherals_check.h"

#include <algorithm>
#include <cctype>
#include <fcntl.h>
#include <fstream>
#include <linux/videodev2.h>
#include <optional>
#include <sys/ioctl.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace smiley::platform {
namespace {

/// Names in a folder, sorted; nothing where it can't be read; empty where it isn't there.
std::optional<std::vector<std::string>> namesIn(const fs::path& folder)
{
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    if (error == std::errc::no_such_file_or_directory) {
        return std::vector<std::string>{};
    }
    std::vector<std::string> names;
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
        names.push_back(entries->path().filename().string());
    }
    if (error) {
        return std::nullopt;
    }
    std::sort(names.begin(), names.end());
    return names;
}

bool isNumbered(const std::string& name, std::string_view beginning)
{
    return name.size() > beginning.size() && name.compare(0, beginning.size(), beginning) == 0 &&
           std::all_of(name.begin() + static_cast<std::ptrdiff_t>(beginning.size()), name.end(),
                       [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; });
}

/// Whether a Video4Linux node can take pictures. The decoders of a system on a chip have such nodes and can't.
/// Source: Linux media API, "ioctl VIDIOC_QUERYCAP".
bool takesPictures(const fs::path& node)
{
    const int file = ::open(node.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0) {
        return true;
    }
    v4l2_capability capability{};
    const bool answered = ::ioctl(file, VIDIOC_QUERYCAP, &capability) == 0;
    ::close(file);
    if (!answered) {
        return true;
    }
    const auto bits =
        (capability.capabilities & V4L2_CAP_DEVICE_CAPS) != 0 ? capability.device_caps : capability.capabilities;
    return (bits & (V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_VIDEO_CAPTURE_MPLANE)) != 0;
}

/// Lines of /proc/asound/pcm with an input: "00-00: ALC287 Analog : ALC287 Analog : playback 1 : capture 1".
/// Source: Linux kernel, sound/core/pcm.c.
std::vector<std::string> soundInputsOf(const fs::path& list)
{
    std::vector<std::string> inputs;
    std::ifstream stream(list);
    for (std::string line; std::getline(stream, line);) {
        if (line.find(": capture ") != std::string::npos) {
            inputs.push_back("/proc/asound/pcm " + line.substr(0, line.find(':')));
        }
    }
    return inputs;
}

} // namespace

DeviceCheck checkDevices(const fs::path& root)
{
    std::error_code error;
    if (!fs::is_directory(root / "dev", error)) {
        return {};
    }
    DeviceCheck check;

    if (const auto names = namesIn(root / "dev")) {
        check.camera = Finding::Absent;
        for (const auto& name : *names) {
            if (isNumbered(name, "video") && takesPictures(root / "dev" / name)) {
                check.camera = Finding::Present;
                check.found.push_back("/dev/" + name);
            }
        }
    }

    if (const auto names = namesIn(root / "dev/snd")) {
        check.microphone = Finding::Absent;
        for (const auto& name : *names) {
            if (name.compare(0, 4, "pcmC") == 0 && name.back() == 'c') {
                check.microphone = Finding::Present;
                check.found.push_back("/dev/snd/" + name);
            }
        }
    }
    // The kernel knows an input also where nobody made its node.
    if (check.microphone != Finding::Present) {
        for (auto& input : soundInputsOf(root / "proc/asound/pcm")) {
            check.microphone = Finding::Present;
            check.found.push_back(std::move(input));
        }
    }
    return check;
}

} // namespace smiley::platform
