// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// What the guest's shell can't do, with the monotonic time in microseconds before each line:
///   act put FILE TEXT       writes TEXT, says when it began
///   act report NODE HEX…    writes reports to a gadget, each within a second or not at all
///   act exit N              ends the virtual machine: QEMU ends with 2N + 1

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <string>
#include <string_view>
#include <sys/io.h>
#include <time.h>
#include <unistd.h>
#include <vector>

namespace {

constexpr unsigned short exitPort = 0xf4; // isa-debug-exit of run
constexpr int waitMs = 1000;

long long now()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1'000'000LL + time.tv_nsec / 1000;
}

std::vector<unsigned char> bytes(const std::string& hex)
{
    std::vector<unsigned char> result;
    for (std::size_t place = 0; place + 1 < hex.size(); place += 2) {
        result.push_back(static_cast<unsigned char>(std::stoi(hex.substr(place, 2), nullptr, 16)));
    }
    return result;
}

int put(const char* file, const std::string& text)
{
    const int descriptor = open(file, O_WRONLY);
    const long long began = now();
    const std::string line = text + "\n";
    const bool isWritten =
        descriptor >= 0 && write(descriptor, line.data(), line.size()) == static_cast<ssize_t>(line.size());
    std::printf("%lld put %s '%s' %s\n", began, file, text.c_str(), isWritten ? "ok" : std::strerror(errno));
    return isWritten ? 0 : 1;
}

int report(const char* node, const std::string& hex)
{
    const int descriptor = open(node, O_WRONLY | O_NONBLOCK); // a blocking write hangs where nobody reads
    pollfd ready{descriptor, POLLOUT, 0};
    const bool canWrite = descriptor >= 0 && poll(&ready, 1, waitMs) == 1;
    const long long began = now();
    const auto data = bytes(hex);
    const bool isSent = canWrite && write(descriptor, data.data(), data.size()) == static_cast<ssize_t>(data.size());
    std::printf("%lld report %s %s %s\n", began, node, hex.c_str(), isSent ? "ok" : "not taken");
    close(descriptor);
    return isSent ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    const std::string_view what = argc > 1 ? argv[1] : "";
    if (what == "put" && argc == 4) {
        return put(argv[2], argv[3]);
    }
    if (what == "report" && argc > 3) {
        int failed = 0;
        for (int place = 3; place < argc && failed == 0; ++place) {
            failed = report(argv[2], argv[place]);
        }
        return failed;
    }
    if (what == "exit" && argc == 3 && ioperm(exitPort, 1, 1) == 0) {
        outb(static_cast<unsigned char>(std::atoi(argv[2])), exitPort);
    }
    return 2;
}
