// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/rehearsal.h"

#include <algorithm>
#include <utility>

namespace smiley::ui {

namespace {

/// Says that it wrote, and forgets.
class NoJournal final : public core::Journal {
public:
    [[nodiscard]] core::Result<core::Sequence, core::JournalFault>
    append(const core::Event&, const std::optional<core::TicketMark>&) override
    {
        return core::Sequence{++m_last};
    }
    [[nodiscard]] core::Boot boot() const override { return {}; }

private:
    std::uint64_t m_last = 0;
};

} // namespace

/// The same for what was written in words.
class Rehearsal::NoComments final : public core::Comments {
public:
    [[nodiscard]] core::Result<std::string, core::JournalFault> keep(const core::CommentSettings&,
                                                                     const core::QuestionId&, core::FaceGroup,
                                                                     const std::string&, const core::Now&) override
    {
        return std::string("rehearsed");
    }
    [[nodiscard]] core::Result<core::Done, core::JournalFault> regroup(const std::string&, core::FaceGroup) override
    {
        return core::Done{};
    }
    [[nodiscard]] core::Result<core::Done, core::JournalFault> drop(const std::string&) override
    {
        return core::Done{};
    }
};

Rehearsal::Rehearsal(const core::Clock& clock, core::Random& random, kiosk::Configuration configuration,
                     QObject* parent)
    : QObject(parent),
      m_clock(clock),
      // Later, not within the call: a screen that goes away mustn't do so while it is being touched.
      m_visitor([this](core::VisitEvent event) {
          QMetaObject::invokeMethod(
              this, [this, event = std::move(event)] { handle(event); }, Qt::QueuedConnection);
      }),
      m_comments(std::make_unique<NoComments>()),
      m_loop(std::make_unique<kiosk::Loop>(
          kiosk::Ports{.clock = clock,
                       .random = random,
                       .openJournal = [] { return std::make_unique<NoJournal>(); },
                       .publish = [this](const core::Screen& screen) { m_visitor.setScreen(screen); },
                       .comments = m_comments.get()},
          std::make_shared<const kiosk::Configuration>(std::move(configuration))))
{
    m_tick.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, [this] { handle(core::Ticked{}); });
    wakeAtDeadline();
}

Rehearsal::~Rehearsal() = default;

void Rehearsal::handle(const core::VisitEvent& event)
{
    m_loop->handle(event);
    wakeAtDeadline();
}

void Rehearsal::wakeAtDeadline()
{
    const auto deadline = m_loop->deadline();
    if (!deadline) {
        m_tick.stop();
        return;
    }
    const std::int64_t ms = core::count(*deadline) - core::count(m_clock.now().monotonic);
    m_tick.start(static_cast<int>(std::clamp<std::int64_t>(ms, 1, 3'600'000)));
}

} // namespace smiley::ui
