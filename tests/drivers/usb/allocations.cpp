// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drivers/usb/usb_world.h"

#include <cstdlib>
#include <new>

// Every operator new of this program counts.
namespace {
thread_local std::size_t allocations = 0;
}

void* operator new(std::size_t size)
{
    ++allocations;
    if (void* place = std::malloc(size == 0 ? 1 : size)) {
        return place;
    }
    throw std::bad_alloc();
}
void operator delete(void* place) noexcept { std::free(place); }
void operator delete(void* place, std::size_t) noexcept { std::free(place); }

namespace smiley::test {

std::size_t allocationsOfThisThread() { return allocations; }

} // namespace smiley::test
