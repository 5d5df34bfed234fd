// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <random>
#include <span>

namespace smiley::test {

/// A clock that moves only when told. Any thread.
class FakeClock final : public core::Clock {
public:
    explicit FakeClock(core::WallMs wall = core::WallMs{1'795'600'800'000}) : m_wall(core::count(wall)) {}

    [[nodiscard]] core::Now now() const override
    {
        return {core::MonotonicMs{m_monotonic.load()}, core::WallMs{m_wall.load()}, quality};
    }
    /// Time passes.
    void advance(std::int64_t ms)
    {
        m_monotonic += ms;
        m_wall += ms;
    }
    /// Somebody sets the wall clock.
    void setWall(core::WallMs wall) { m_wall = core::count(wall); }

    core::ClockQuality quality = core::ClockQuality::Anchored;

private:
    std::atomic<std::int64_t> m_monotonic{1'000'000};
    std::atomic<std::int64_t> m_wall;
};

/// The same numbers for the same seed.
class SeededRandom final : public core::Random {
public:
    explicit SeededRandom(std::uint64_t seed = 1) : m_engine(seed) {}
    void fill(std::span<std::byte> bytes) override
    {
        for (std::byte& byte : bytes) {
            byte = static_cast<std::byte>(m_engine() & 0xffU);
        }
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace smiley::test
