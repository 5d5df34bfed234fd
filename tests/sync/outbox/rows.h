// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/event.h"
#include "app/core/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Journals made by hand.

namespace smiley::test {

inline core::Day dayOf(const char* text) { return *core::Day::parse(text); }

/// A moment by the clock on the wall in Copenhagen (on days when the clock changes: counted from midnight).
inline core::WallMs at(const char* day, int hour, int minute = 0, int second = 0)
{
    return core::WallMs{core::count(core::startOf(dayOf(day))) +
                        ((hour * 60 + minute) * 60 + second) * std::int64_t{1000}};
}

inline core::Hash hashOf(char digit) { return *core::Hash::parse(std::string(64, digit)); }

inline core::Tap tapOn(int face, const char* language = "da", core::Input input = core::Input::Touch)
{
    return {*core::faceOf(face), core::ScreenContext::Faces, core::Presence::Broken, {}, input, language, hashOf('a')};
}

inline core::Answered answer(const char* question, std::vector<const char*> options, const char* language = "da")
{
    core::PollAnswer given{*core::QuestionId::parse(question), {}, false};
    for (const char* option : options) {
        given.options.push_back(*core::OptionId::parse(option));
    }
    return {std::move(given), language};
}

/// Rows whose monotonic clock began at zero with the boot.
class Rows {
public:
    /// A new boot at this wall time.
    void boot(core::WallMs wall, core::ClockQuality clock = core::ClockQuality::Anchored)
    {
        m_boot = core::Boot{core::number(m_boot) + 1};
        m_bootedAt = wall;
        add(wall, core::Started{"test"}, clock);
    }
    /// An event `wall`; with a clock of quality None the row shows 2001 instead.
    core::Sequence add(core::WallMs wall, core::EventContent content,
                       core::ClockQuality clock = core::ClockQuality::Anchored,
                       std::optional<core::Sequence> visit = {})
    {
        const core::Sequence sequence{m_rows.size() + 1};
        const core::MonotonicMs monotonic{core::count(wall) - core::count(m_bootedAt) + 60'000};
        const core::WallMs shown =
            clock == core::ClockQuality::None ? core::WallMs{978'307'200'000 + core::count(monotonic)} : wall;
        m_rows.push_back({sequence, m_boot, {{monotonic, shown, clock}, std::move(content), visit}});
        return sequence;
    }
    /// The present moment of the last boot.
    [[nodiscard]] core::Now now(core::WallMs wall, core::ClockQuality clock = core::ClockQuality::Anchored) const
    {
        return {core::MonotonicMs{core::count(wall) - core::count(m_bootedAt) + 60'000}, wall, clock};
    }
    [[nodiscard]] const std::vector<core::Row>& all() const { return m_rows; }

private:
    std::vector<core::Row> m_rows;
    core::Boot m_boot{};
    core::WallMs m_bootedAt{};
};

} // namespace smiley::test
