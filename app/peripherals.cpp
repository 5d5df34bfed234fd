// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/peripherals.h"

#include <algorithm>
#include <utility>

namespace smiley {

namespace {

using Kind = core::InputEvent::Kind;
using Watching = staff::MachineFacts::Watching;

/// The sentence about cameras is off the screen within a second.
constexpr int checkMs = 500;

bool isOfPresence(const core::InputEvent& event)
{
    const bool isLink = event.kind == Kind::Found || event.kind == Kind::Lost;
    return event.kind == Kind::PresenceBegan || event.kind == Kind::PresenceEnded ||
           (isLink && event.value == static_cast<int>(core::Role::Presence));
}

std::string word(const staff::MachineFacts::Device& device, Peripherals::Source source)
{
    using Link = staff::MachineFacts::Device::Link;
    switch (device.link) {
    case Link::NotListed: return "none";
    case Link::NoDevice: return std::string(core::code(core::LinkState::NoDevice));
    case Link::Waiting: return std::string(core::code(core::LinkState::Waiting));
    case Link::Refused: return "refused";
    case Link::Connecting: return std::string(core::code(core::LinkState::Connecting));
    case Link::Fails: return "fails";
    case Link::Works: break;
    }
    return source == Peripherals::Source::Trace ? "simulated" : std::string(core::code(core::LinkState::Connected));
}

} // namespace

Peripherals::Peripherals(Source source, std::unique_ptr<core::InputSource> input, bool hasPresence, bool isExample,
                         std::function<platform::DeviceCheck()> check)
    : m_source(source),
      m_input(std::move(input)),
      m_hasPresence(hasPresence),
      m_isExample(isExample),
      m_check(std::move(check)),
      m_found(m_check())
{
    if (m_isExample) {
        m_atStart = m_found.found;
    }
    m_timer.setInterval(checkMs);
    connect(&m_timer, &QTimer::timeout, this, &Peripherals::look);
}

Peripherals::~Peripherals() { stop(); }

void Peripherals::start(Ports ports)
{
    m_ports = std::move(ports);
    tell();
    if (m_input) {
        m_input->start([this](const core::InputEvent& event) { take(event); });
    }
    m_timer.start();
}

void Peripherals::stop()
{
    m_timer.stop();
    if (m_input) {
        m_input->stop();
    }
}

void Peripherals::take(const core::InputEvent& event)
{
    if (event.kind == Kind::Watching) {
        {
            const std::lock_guard lock(m_mutex);
            m_usbWatches = event.value != 0;
        }
        tell();
        return;
    }
    if (!m_hasPresence && isOfPresence(event)) {
        return;
    }
    m_ports.deliver(event);
}

void Peripherals::look()
{
    platform::DeviceCheck found = m_check();
    bool isSame = false;
    {
        const std::lock_guard lock(m_mutex);
        isSame = found == m_found;
        m_found = std::move(found);
    }
    if (!isSame) {
        tell();
    }
    auto now = states();
    for (const core::PeripheralState& state : now) {
        const auto before = std::ranges::find_if(m_logged, [&state](const core::PeripheralState& logged) {
            return logged.name == state.name && logged.role == state.role; // a trace's have all one name
        });
        if (before == m_logged.end() || before->link != state.link || before->isHealthy != state.isHealthy ||
            before->why != state.why) {
            qInfo("%s (%s): %s%s%s", state.name.c_str(), std::string(core::code(state.role)).c_str(),
                  std::string(core::code(state.link)).c_str(), state.why.empty() ? "" : ", ", state.why.c_str());
        }
    }
    m_logged = std::move(now);
}

/// Comments at once, from whichever thread found it; the sentence is the GUI's.
void Peripherals::tell()
{
    {
        const std::lock_guard lock(m_mutex);
        // Told under the lock, else an older word could come after a newer one.
        if (const bool mayBe = mayBeAsked(); std::exchange(m_mayBeAsked, mayBe) != mayBe) {
            m_ports.allowComments(mayBe);
        }
    }
    QMetaObject::invokeMethod(this, [this] { m_ports.confirmNeither(watching() == Watching::Neither); });
}

std::vector<core::PeripheralState> Peripherals::states() const
{
    auto states = m_input ? m_input->peripherals() : std::vector<core::PeripheralState>();
    if (m_source == Source::Trace && !m_hasPresence) {
        std::erase_if(states, [](const core::PeripheralState& state) { return state.role == core::Role::Presence; });
    }
    return states;
}

Watching Peripherals::watching() const
{
    const std::lock_guard lock(m_mutex);
    return watchingNow();
}

Watching Peripherals::watchingNow() const
{
    using platform::Finding;
    if (m_usbWatches || m_found.camera == Finding::Present || m_found.microphone == Finding::Present) {
        return Watching::Found;
    }
    return m_found.neitherIsThere() ? Watching::Neither : Watching::Unknown;
}

bool Peripherals::mayBeAsked() const
{
    if (!m_isExample || m_usbWatches) {
        return watchingNow() == Watching::Neither;
    }
    return std::ranges::all_of(m_found.found, [this](const std::string& node) {
        return std::ranges::find(m_atStart, node) != m_atStart.end();
    });
}

bool Peripherals::asksForComments() const
{
    const std::lock_guard lock(m_mutex);
    return m_mayBeAsked;
}

std::map<std::string, std::string> Peripherals::sensors() const
{
    std::map<std::string, std::string> words;
    const auto devices = staff::devicesOf(states());
    for (const core::Role role : core::roles) {
        words.emplace(core::code(role), word(devices.at(static_cast<std::size_t>(role)), m_source));
    }
    const Watching watches = watching();
    words.emplace("camera or microphone", watches == Watching::Neither ? "none"
                                          : watches == Watching::Found ? "found"
                                                                       : "unknown");
    return words;
}

} // namespace smiley
