// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stick_command.h"

#include "sync/outbox/stick.h"

#include <iostream>
#include <unistd.h>

namespace smiley {

namespace {

constexpr std::int64_t quietMs = 2000;

ExitCode end(const std::string& why)
{
    std::cerr << "smiley-stand: " << why << std::endl;
    return ExitCode::NoStick;
}

/// One line that is written over, once copying has taken longer than `quietMs`.
class ProgressLine {
public:
    explicit ProgressLine(const core::Clock& clock)
        : m_clock(clock),
          m_start(core::count(clock.now().monotonic)),
          m_isTerminal(::isatty(STDERR_FILENO) == 1)
    {}
    void show(const outbox::StickProgress& progress)
    {
        if (!m_isTerminal || core::count(m_clock.now().monotonic) - m_start < quietMs) {
            return;
        }
        m_isShown = true;
        std::cerr << '\r' << progress.filesDone << " of " << progress.filesTotal << " files, "
                  << progress.bytesDone / 1024 << " of " << progress.bytesTotal / 1024 << " KiB" << std::flush;
    }
    void finish()
    {
        if (m_isShown) {
            std::cerr << std::endl;
        }
        m_isShown = false;
    }

private:
    const core::Clock& m_clock;
    std::int64_t m_start;
    bool m_isTerminal;
    bool m_isShown = false;
};

} // namespace

ExitCode exchangeWithStick(const Options& options, store::Store& store, const core::Clock& clock)
{
    ProgressLine line(clock);
    const outbox::StickUse use{
        "admin", clock.now(), {.progress = [&line](const outbox::StickProgress& progress) { line.show(progress); }}};
    const auto written = outbox::exportTo(*options.stick, store, use);
    line.finish();
    if (!written) {
        return end(written.error().message);
    }
    const auto taken = outbox::importFrom(*options.stick, options.inbox, store, use);
    line.finish();
    if (!taken) {
        return end(taken.error().message);
    }
    for (const outbox::LeftOut& left : taken->leftOut) {
        std::cout << left.message << std::endl;
    }
    std::cout << written->files << " envelopes on the stick, " << taken->files
              << " files taken from it. It may be taken out." << std::endl;
    return ExitCode::Ended;
}

} // namespace smiley
