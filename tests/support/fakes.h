// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <span>
#include <string>

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

/// Remembers what was kept, by name ("comment-1", …), in the clear. One thread.
class FakeComments final : public core::Comments {
public:
    struct Kept {
        core::CommentSettings settings;
        core::QuestionId question;
        core::FaceGroup faces = core::FaceGroup::Middle;
        std::string text;
        core::Now at;
    };

    [[nodiscard]] core::Result<std::string, core::JournalFault> keep(const core::CommentSettings& settings,
                                                                     const core::QuestionId& question,
                                                                     core::FaceGroup faces, const std::string& text,
                                                                     const core::Now& now) override
    {
        if (fault) {
            return core::fail(*fault, "as the test wants it");
        }
        std::string id = "comment-" + std::to_string(++m_names);
        kept.emplace(id, Kept{settings, question, faces, text, now});
        return id;
    }
    [[nodiscard]] core::Result<core::Done, core::JournalFault> regroup(const std::string& id,
                                                                       core::FaceGroup faces) override
    {
        if (fault) {
            return core::fail(*fault, "as the test wants it");
        }
        if (const auto found = kept.find(id); found != kept.end()) {
            found->second.faces = faces;
        }
        return core::Done{};
    }
    [[nodiscard]] core::Result<core::Done, core::JournalFault> drop(const std::string& id) override
    {
        ++drops;
        if (fault) {
            return core::fail(*fault, "as the test wants it");
        }
        kept.erase(id);
        return core::Done{};
    }

    std::map<std::string, Kept> kept;
    std::optional<core::JournalFault> fault; ///< of every call
    int drops = 0;                           ///< asked for

private:
    int m_names = 0;
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
