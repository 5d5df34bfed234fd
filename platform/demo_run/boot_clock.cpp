// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <dlfcn.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/// Preloaded before libfaketime: CLOCK_BOOTTIME goes with the moved wall clock, as if the machine had slept meanwhile.
/// libfaketime moves either all clocks that never step, which threads wait by, or none of them.

namespace {

/// Far enough before the start of any machine that the clock is never negative.
constexpr time_t awakeFor = time_t{365} * 24 * 60 * 60;

using ClockGetTime = int (*)(clockid_t, timespec*);

} // namespace

extern "C" int clock_gettime(clockid_t clock, timespec* time) noexcept
{
    static const auto next = reinterpret_cast<ClockGetTime>(::dlsym(RTLD_NEXT, "clock_gettime"));
    const int code = next(clock, time);
    if (clock != CLOCK_BOOTTIME || code != 0) {
        return code;
    }
    timespec moved{};
    timespec real{};
    if (next(CLOCK_REALTIME, &moved) == 0 && ::syscall(SYS_clock_gettime, CLOCK_REALTIME, &real) == 0) {
        const long seconds = moved.tv_sec - real.tv_sec +
                             (moved.tv_nsec - real.tv_nsec >= 500'000'000   ? 1
                              : moved.tv_nsec - real.tv_nsec < -500'000'000 ? -1
                                                                            : 0);
        time->tv_sec += awakeFor + seconds;
    }
    return code;
}
