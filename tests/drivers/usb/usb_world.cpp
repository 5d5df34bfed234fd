// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drivers/usb/usb_world.h"

#include "tests/drivers/codec/hid_descriptors.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <ctime>
#include <pthread.h>
#include <string_view>
#include <thread>
#include <utility>

namespace smiley::test {

using namespace std::chrono_literals;
using Kind = core::InputEvent::Kind;

namespace {

Bytes descriptor(std::string_view name)
{
    Bytes bytes;
    for (const std::byte byte : hidDescriptor(name)) {
        bytes.push_back(std::to_integer<std::uint8_t>(byte));
    }
    return bytes;
}

/// One byte: eight buttons, or what the usage page says.
const Bytes eightButtons{0x05, 0x09, 0x09, 0x01, 0xA1, 0x01, 0x19, 0x01, 0x29, 0x08, 0x15,
                         0x00, 0x25, 0x01, 0x75, 0x01, 0x95, 0x08, 0x81, 0x02, 0xC0};
const Bytes oneVendorByte{0x06, 0x00, 0xFF, 0x09, 0x01, 0xA1, 0x01, 0x09, 0x02, 0x15, 0x00,
                          0x26, 0xFF, 0x00, 0x75, 0x08, 0x95, 0x01, 0x81, 0x02, 0xC0};

MockModel hid(std::uint16_t product, std::string name, Bytes reportDescriptor, std::uint16_t packetBytes = 8)
{
    MockModel model;
    model.product = product;
    model.name = std::move(name);
    MockInterface interface;
    interface.reportDescriptor = std::move(reportDescriptor);
    interface.packetBytes = packetBytes;
    model.interfaces = {std::move(interface)};
    return model;
}

core::ListedDevice listed(std::string name, std::uint16_t product, core::Layout layout)
{
    core::ListedDevice entry;
    entry.name = std::move(name);
    entry.vendor = 0x1209;
    entry.product = product;
    entry.interfaces = {{0, 3, 0, 0}};
    entry.layout = std::move(layout);
    return entry;
}

std::string_view word(Kind kind)
{
    switch (kind) {
    case Kind::KeyPressed: return "key";
    case Kind::PresenceBegan: return "began";
    case Kind::PresenceEnded: return "ended";
    case Kind::Passage: return "passage";
    case Kind::HeadphonesIn: return "in";
    case Kind::HeadphonesOut: return "out";
    case Kind::TicketShown: return "ticket";
    case Kind::Found: return "found";
    case Kind::Lost: return "lost";
    case Kind::Watching: return "watching";
    }
    return "";
}

} // namespace

core::Now RealClock::now() const
{
    std::array<char, 16> name{};
    pthread_getname_np(pthread_self(), name.data(), name.size());
    if (std::strcmp(name.data(), "usb-events") == 0) {
        const std::lock_guard lock(m_mutex);
        ++m_asks;
        m_allocations = allocationsOfThisThread();
    }
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    const std::int64_t ms = std::int64_t{time.tv_sec} * 1000 + time.tv_nsec / 1'000'000;
    return {core::MonotonicMs{ms}, core::WallMs{1'795'600'800'000}, core::ClockQuality::Anchored};
}

std::size_t RealClock::eventThreadAsks() const
{
    const std::lock_guard lock(m_mutex);
    return m_asks;
}

std::size_t RealClock::eventThreadAllocations() const
{
    const std::lock_guard lock(m_mutex);
    return m_allocations;
}

MockModel buttonBox(const std::string& serial)
{
    MockModel model = hid(1, "Button box", eightButtons);
    model.serial = serial;
    return model;
}
MockModel presenceSensor() { return hid(2, "Presence", descriptor("human presence sensor")); }
MockModel doorCounter() { return hid(3, "Door", oneVendorByte); }
MockModel cardScanner() { return hid(4, "Scanner", descriptor("bar code scanner"), 64); }

MockModel keyboard()
{
    MockModel model = hid(5, "Keyboard", eightButtons);
    model.interfaces[0].subclass = 1;
    model.interfaces[0].protocol = 1;
    return model;
}

MockModel camera()
{
    MockModel model;
    model.product = 6;
    model.name = "Camera";
    model.interfaces.resize(1);
    model.interfaces[0].usbClass = 0x0E;
    model.interfaces[0].subclass = 1;
    model.interfaces[0].kernelDriver = "uvcvideo";
    return model;
}

core::DeviceList fourDevices()
{
    core::DoorLayout door;
    door.place = core::BitField{0, 8};
    door.counts = core::DoorLayout::Counts::Total;
    core::PresenceLayout presence;
    presence.holdMs = 0;
    return {listed("Keys", 1, core::KeysLayout{}), listed("Presence", 2, presence), listed("Door", 3, door),
            listed("Scanner", 4, core::ScannerLayout{})};
}

core::DeviceList twoOf(std::size_t entry)
{
    const core::ListedDevice one = fourDevices().at(entry);
    core::DeviceList list{one, one};
    list[0].port = "1-3";
    list[1].port = "1-4";
    list[1].name += " 2";
    return list;
}

Bytes presenceReport(bool somebody)
{
    // id, state "ready" (the second of its selectors), event, presence
    return {1, 1, 0, static_cast<std::uint8_t>(somebody ? 1 : 0)};
}

Bytes scanReport(const std::string& text, bool goesOn)
{
    Bytes bytes(64);
    bytes[0] = 2;
    bytes[1] = static_cast<std::uint8_t>(text.size());
    std::ranges::transform(text, bytes.begin() + 5, [](char c) { return static_cast<std::uint8_t>(c); });
    bytes[63] = goesOn ? 1 : 0;
    return bytes;
}

std::function<void(core::InputEvent)> Recorder::taker()
{
    return [this](core::InputEvent event) {
        const std::lock_guard lock(m_mutex);
        m_events.push_back(std::move(event));
        m_changed.notify_all();
    };
}

bool Recorder::waitFor(Kind kind, std::size_t wanted, std::chrono::milliseconds wait)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, wait, [&] {
        return std::cmp_greater_equal(std::ranges::count(m_events, kind, &core::InputEvent::kind), wanted);
    });
}

std::vector<core::InputEvent> Recorder::events() const
{
    const std::lock_guard lock(m_mutex);
    return m_events;
}

std::size_t Recorder::count(Kind kind) const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<std::size_t>(std::ranges::count(m_events, kind, &core::InputEvent::kind));
}

int Recorder::passages() const
{
    int sum = 0;
    for (const auto& event : events()) {
        sum += event.kind == Kind::Passage ? event.value : 0;
    }
    return sum;
}

std::string Recorder::text() const
{
    std::string text;
    for (const auto& event : events()) {
        text += (text.empty() ? "" : " ") + std::string(word(event.kind)) + ":" +
                (event.kind == Kind::TicketShown ? event.text : std::to_string(event.value));
    }
    return text;
}

void Recorder::clear()
{
    const std::lock_guard lock(m_mutex);
    m_events.clear();
}

UsbWorld::UsbWorld(core::DeviceList list) : source(std::move(list), clock) {}

MockDevice& UsbWorld::add(std::string port, MockModel model)
{
    return devices.emplace_back(bus, std::move(port), std::move(model));
}

std::vector<MockDevice*> UsbWorld::plugFour()
{
    std::vector<MockDevice*> four;
    for (const auto& model : {buttonBox(), presenceSensor(), doorCounter(), cardScanner()}) {
        four.push_back(&add("1-" + std::to_string(four.size() + 1), model));
        four.back()->plug();
    }
    return four;
}

double processorSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

bool within(std::chrono::milliseconds limit, const std::function<bool()>& isTrue)
{
    const auto until = std::chrono::steady_clock::now() + limit;
    while (!isTrue()) {
        if (std::chrono::steady_clock::now() >= until) {
            return isTrue();
        }
        std::this_thread::sleep_for(1ms);
    }
    return true;
}

bool isLink(const usb::UsbSource& source, std::size_t entry, core::LinkState link, std::chrono::milliseconds limit)
{
    return within(limit, [&] { return source.peripherals().at(entry).link == link; });
}

} // namespace smiley::test
