// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/usb/event_loop.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace smiley::usb {
namespace {

/// After a session that failed. With what opening takes at most, a device is back within two seconds.
constexpr std::int64_t tryAgainMs = 1000;
/// After NO_DEVICE. The kernel also says so of a device that stays: in a reset, or when somebody shuts it out for a while. No
/// hot-plug event follows then.
constexpr std::int64_t tryGoneAgainMs = 2000;
constexpr std::int64_t lookAgainMs = 2000;
constexpr std::int64_t sleepMsMax = 60'000;

timeval timevalOf(std::int64_t ms)
{
    return {static_cast<time_t>(ms / 1000), static_cast<suseconds_t>(ms % 1000 * 1000)};
}

/// By number: "1-2" is before "1-10", and a hub before what is behind it.
bool isBefore(const std::string& one, const std::string& other)
{
    const auto numbers = [](const std::string& port) {
        std::vector<int> its;
        for (std::size_t i = 0; i < port.size(); ++i) {
            const bool isDigit = port[i] >= '0' && port[i] <= '9';
            if (isDigit && (i == 0 || its.empty() || port[i - 1] == '-' || port[i - 1] == '.')) {
                its.push_back(0);
            }
            if (isDigit) {
                its.back() = its.back() * 10 + (port[i] - '0');
            }
        }
        return its;
    };
    return numbers(one) < numbers(other);
}

} // namespace

EventLoop::EventLoop(const core::DeviceList& list, const core::Clock& clock, Inbox& inbox, Status& status)
    : m_list(list),
      m_clock(clock),
      m_inbox(inbox),
      m_status(status)
{}

EventLoop::~EventLoop()
{
    if (m_context == nullptr) {
        return;
    }
    libusb_hotplug_deregister_callback(m_context, m_hotplug);
    for (const Note& note : m_notes) {
        libusb_unref_device(note.device);
    }
    for (const Device& device : m_devices) {
        libusb_unref_device(device.device);
    }
    libusb_exit(m_context);
}

std::optional<std::string> EventLoop::start()
{
    if (const int error = libusb_init(&m_context); error != 0) {
        m_context = nullptr;
        return std::string("USB can't be used: ") + libusb_error_name(error);
    }
    if (const int error = libusb_hotplug_register_callback(
            m_context, LIBUSB_HOTPLUG_EVENT_DEVICE_ARRIVED | LIBUSB_HOTPLUG_EVENT_DEVICE_LEFT, LIBUSB_HOTPLUG_ENUMERATE,
            LIBUSB_HOTPLUG_MATCH_ANY, LIBUSB_HOTPLUG_MATCH_ANY, LIBUSB_HOTPLUG_MATCH_ANY, &EventLoop::onHotplug, this,
            &m_hotplug);
        error != 0) {
        return std::string("what is plugged in can't be watched: ") + libusb_error_name(error);
    }
    takeNotes();
    publish();
    return std::nullopt;
}

int LIBUSB_CALL EventLoop::onHotplug(libusb_context* /*context*/, libusb_device* device, libusb_hotplug_event event,
                                     void* self)
{
    static_cast<EventLoop*>(self)->m_notes.push_back(
        {libusb_ref_device(device), event == LIBUSB_HOTPLUG_EVENT_DEVICE_ARRIVED});
    return 0; // stay registered
}

void EventLoop::run()
{
    while (!m_isStopped) {
        work();
        timeval wait = timevalOf(nextWorkMs());
        libusb_handle_events_timeout_completed(m_context, &wait, nullptr);
    }
    for (Device& device : m_devices) {
        if (device.session != nullptr) {
            device.session->end();
        }
    }
    const auto isOpen = [](const Device& device) {
        return device.session != nullptr && device.session->state() != DeviceSession::State::Ended;
    };
    while (std::ranges::any_of(m_devices, isOpen)) {
        timeval wait = timevalOf(lookAgainMs);
        libusb_handle_events_timeout_completed(m_context, &wait, nullptr);
    }
    for (Device& device : m_devices) {
        device.session = nullptr;
    }
}

void EventLoop::stop()
{
    m_isStopped = true;
    if (m_context != nullptr) {
        libusb_interrupt_event_handler(m_context);
    }
}

void EventLoop::work()
{
    const std::int64_t now = nowMs();
    takeNotes();
    closeEnded(now);
    openListed(now);
    if (now >= m_lookAt) {
        m_lookAt = now + lookAgainMs;
        for (Device& device : m_devices) {
            if (!device.known.isReadable) { // not configured yet, for example: not authorised
                look(device);
            }
        }
    }
    m_hasChanged = m_hasChanged || std::ranges::any_of(m_devices, [](const Device& device) {
                       return device.session != nullptr && device.session->state() != device.told;
                   });
    if (m_hasChanged) {
        publish();
    }
}

void EventLoop::takeNotes()
{
    for (const Note& note : std::exchange(m_notes, {})) {
        const auto known = std::ranges::find(m_devices, note.device, &Device::device);
        if (note.isHere && known == m_devices.end()) {
            Device device;
            device.device = libusb_ref_device(note.device);
            look(device);
            m_hasChanged = true;
            const auto place = std::ranges::upper_bound(m_devices, device.known.facts.port, isBefore,
                                                        [](const Device& its) { return its.known.facts.port; });
            m_devices.insert(place, std::move(device));
        } else if (!note.isHere && known != m_devices.end()) {
            known->hasLeft = true;
            m_hasChanged = true;
            if (known->session != nullptr) {
                known->session->end();
            }
        }
        libusb_unref_device(note.device);
    }
}

void EventLoop::look(Device& device)
{
    KnownDevice known = factsOf(device.device);
    if (known != device.known) {
        device.known = std::move(known);
        device.decision = codec::decide(m_list, device.known.facts);
        m_hasChanged = true;
    }
}

void EventLoop::closeEnded(std::int64_t now)
{
    for (Device& device : m_devices) {
        if (device.session == nullptr || device.session->state() != DeviceSession::State::Ended) {
            continue;
        }
        if (device.session->wasConnected()) {
            m_status.countLost(*device.decision.entry);
        }
        device.why = device.session->why();
        device.isGone = device.session->isGone();
        device.tryAt = now + (device.isGone ? tryGoneAgainMs : tryAgainMs);
        device.session = nullptr;
        m_hasChanged = true;
    }
    const auto isOver = [](const Device& device) { return device.hasLeft && device.session == nullptr; };
    for (const Device& device : m_devices) {
        if (isOver(device)) {
            libusb_unref_device(device.device);
        }
    }
    std::erase_if(m_devices, isOver);
}

const EventLoop::Device* EventLoop::holderOf(std::size_t entry) const
{
    const auto holder = std::ranges::find_if(
        m_devices, [&](const Device& device) { return device.session != nullptr && device.decision.entry == entry; });
    return holder == m_devices.end() ? nullptr : &*holder;
}

/// By port; one that fails leaves its entry to the next until it is tried again.
void EventLoop::openListed(std::int64_t now)
{
    for (Device& device : m_devices) {
        const auto entry = device.decision.entry;
        if (entry && !device.hasLeft && now >= device.tryAt && holderOf(*entry) == nullptr) {
            device.isGone = false;
            device.session =
                std::make_unique<DeviceSession>(device.device, *entry, m_list[*entry], m_clock, m_inbox, m_status);
            device.session->begin();
            m_hasChanged = true;
        }
    }
    closeEnded(now); // what could not even be opened
}

std::int64_t EventLoop::nextWorkMs() const
{
    const std::int64_t now = nowMs();
    std::int64_t next = now + sleepMsMax;
    for (const Device& device : m_devices) {
        if (!device.known.isReadable) {
            next = std::min(next, m_lookAt);
        }
        // One whose entry another one has waits for that to end, which wakes us up.
        if (device.decision.entry && !device.hasLeft && holderOf(*device.decision.entry) == nullptr) {
            next = std::min(next, std::max(device.tryAt, now));
        }
    }
    return std::max<std::int64_t>(next - now, 0);
}

SeenDevice EventLoop::describe(const Device& device) const
{
    using core::LinkState;
    SeenDevice seen{device.known.facts, device.known.name, device.decision.entry, device.decision.why,
                    LinkState::NoDevice};
    if (device.session != nullptr) {
        seen.link =
            device.session->state() == DeviceSession::State::Reading ? LinkState::Connected : LinkState::Connecting;
    } else if (seen.entry) {
        seen.link = LinkState::Waiting;
        const Device* holder = holderOf(*seen.entry);
        seen.why = holder == nullptr ? (device.why.empty() ? seen.why : device.why)
                                     : "a second one for '" + m_list[*seen.entry].name + "', which the one in port " +
                                           holder->known.facts.port + " has";
    }
    return seen;
}

void EventLoop::publishEntry(std::size_t entry)
{
    using core::LinkState;
    if (const Device* holder = holderOf(entry); holder != nullptr) {
        return m_status.setLink(entry, describe(*holder).link, "");
    }
    for (const Device& device : m_devices) {
        if (device.decision.entry == entry && device.isThere()) {
            return m_status.setLink(entry, LinkState::Waiting, describe(device).why);
        }
    }
    for (const Device& device : m_devices) { // it looks like it, and was refused
        if (device.decision.entry || !device.isThere()) {
            continue;
        }
        const auto& facts = device.known.facts;
        if (const std::string why = codec::refusal(m_list[entry], facts); !why.empty()) {
            return m_status.setLink(entry, LinkState::Waiting, why, facts.isAuthorised);
        }
    }
    m_status.setLink(entry, LinkState::NoDevice, "");
}

void EventLoop::publish()
{
    std::vector<SeenDevice> seen;
    bool isWatched = false;
    for (Device& device : m_devices) {
        device.told = device.session == nullptr ? DeviceSession::State::Ended : device.session->state();
        if (device.isThere() && !device.known.facts.port.empty()) {
            isWatched = isWatched || device.known.facts.watches;
            seen.push_back(describe(device));
        }
    }
    for (std::size_t entry = 0; entry < m_list.size(); ++entry) {
        publishEntry(entry);
    }
    m_status.setSeen(std::move(seen));
    m_inbox.setWatching(isWatched);
    m_hasChanged = false;
}

} // namespace smiley::usb
