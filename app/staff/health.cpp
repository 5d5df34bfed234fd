// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/health.h"

#include "sync/outbox/settings_keys.h"
#include "sync/wire/messages.h"

#include <algorithm>
#include <numeric>

namespace smiley::staff {

namespace {

constexpr std::uint64_t reserveBytes = std::uint64_t{64} * 1024 * 1024;
/// An envelope lies in the journal and in the outbox.
constexpr std::uint64_t copies = 2;
/// A day takes at least this, also where few came.
constexpr std::uint64_t dayBytesMin = std::uint64_t{16} * 1024;
constexpr std::size_t envelopesMeasured = 14;

const DeviceTest* testOf(const std::vector<DeviceTest>& tests, Part part)
{
    const auto found = std::ranges::find(tests, part, &DeviceTest::part);
    return found == tests.end() ? nullptr : &*found;
}

HealthItem itemOf(Part part, State state, Finding finding) { return {part, state, finding, 0, {}, {}, {}}; }

MachineFacts::Device::Link linkOf(const core::PeripheralState& peripheral)
{
    using Link = MachineFacts::Device::Link;
    switch (peripheral.link) {
    case core::LinkState::NoDevice: return Link::NoDevice;
    case core::LinkState::Waiting: return peripheral.isRefused ? Link::Refused : Link::Waiting;
    case core::LinkState::Connecting: return Link::Connecting;
    case core::LinkState::Connected: break;
    }
    return peripheral.isHealthy ? Link::Works : Link::Fails;
}

/// By staff's own press: worked, didn't, or never tried.
HealthItem tried(Part part, const std::vector<DeviceTest>& tests, Finding failed)
{
    const DeviceTest* test = testOf(tests, part);
    if (test == nullptr) {
        return itemOf(part, State::Untried, Finding::NeverTried);
    }
    HealthItem item = itemOf(part, test->worked ? State::Ok : State::LookAt, test->worked ? Finding::Tried : failed);
    item.day = test->day;
    item.numbers = test->missing;
    return item;
}

HealthItem deviceOf(Part part, const MachineFacts::Device& device, const std::vector<DeviceTest>& tests, Finding failed)
{
    using Link = MachineFacts::Device::Link;
    const auto found = [&](State state, Finding finding) {
        HealthItem item = itemOf(part, state, finding);
        item.device = device.name;
        return item;
    };
    switch (device.link) {
    case Link::NotListed: return itemOf(part, State::NotThere, Finding::NotFitted);
    case Link::NoDevice: return found(State::LookAt, Finding::NoDevice);
    case Link::Waiting: return found(State::LookAt, Finding::DeviceWaits);
    case Link::Refused: return found(State::LookAt, Finding::DeviceRefused);
    case Link::Connecting: return found(State::Off, Finding::DeviceStarts);
    case Link::Fails: return found(State::LookAt, Finding::DeviceFails);
    case Link::Works: break;
    }
    return tried(part, tests, failed);
}

HealthItem scannerOf(const MachineFacts& machine, const std::vector<DeviceTest>& tests)
{
    const MachineFacts::Device& scanner = machine.of(core::Role::Scanner);
    return machine.requiresTickets && scanner.link == MachineFacts::Device::Link::NotListed
               ? itemOf(Part::Scanner, State::LookAt, Finding::TicketsUnread)
               : deviceOf(Part::Scanner, scanner, tests, Finding::NothingCame);
}

HealthItem soundOf(const MachineFacts& machine, const std::vector<DeviceTest>& tests)
{
    switch (machine.sound) {
    case MachineFacts::Sound::Starting: return itemOf(Part::Sound, State::Off, Finding::SpeechStarts);
    case MachineFacts::Sound::NoDevice: return itemOf(Part::Sound, State::LookAt, Finding::NoAudioDevice);
    case MachineFacts::Sound::NoVoice: return itemOf(Part::Sound, State::LookAt, Finding::NoVoice);
    case MachineFacts::Sound::Ready: break;
    }
    const DeviceTest* test = testOf(tests, Part::Sound);
    if (test != nullptr && !test->worked) {
        return tried(Part::Sound, tests, Finding::NotHeard);
    }
    HealthItem item = itemOf(Part::Sound, State::Ok, Finding::SpeechReady);
    item.count = machine.spokenLanguages;
    return item;
}

HealthItem cameraOf(MachineFacts::Watching watching)
{
    switch (watching) {
    case MachineFacts::Watching::Neither: return itemOf(Part::CameraMicrophone, State::Ok, Finding::NoCamera);
    case MachineFacts::Watching::Found: return itemOf(Part::CameraMicrophone, State::LookAt, Finding::CameraFound);
    case MachineFacts::Watching::Unknown: break;
    }
    return itemOf(Part::CameraMicrophone, State::LookAt, Finding::CameraUnknown);
}

HealthItem networkOf(const DataFacts& data, const core::Now& now)
{
    if (!data.isEnrolled) {
        return itemOf(Part::Network, State::NotThere, Finding::NotEnrolled);
    }
    const bool isLate = data.waitingSince && core::count(now.wall) - core::count(*data.waitingSince) > silentMs;
    HealthItem item =
        itemOf(Part::Network, isLate ? State::LookAt : State::Ok, isLate ? Finding::Silent : Finding::Receipted);
    if (data.lastReceiptAt) {
        item.day = core::localTime(*data.lastReceiptAt).day;
    } else if (!isLate) {
        item = itemOf(Part::Network, State::Off, Finding::NeverAnswered);
    }
    return item;
}

HealthItem sendingOf(const DataFacts& data, State network)
{
    if (data.daysWaiting == 0) {
        HealthItem sent = itemOf(Part::Sending, State::Ok, Finding::AllSent);
        sent.day = data.lastDaySent;
        return sent;
    }
    HealthItem item = itemOf(Part::Sending, network == State::LookAt ? State::LookAt : State::Off, Finding::DaysWait);
    item.count = data.daysWaiting;
    return item;
}

HealthItem clockOf(core::ClockQuality quality)
{
    switch (quality) {
    case core::ClockQuality::Anchored: return itemOf(Part::Clock, State::Ok, Finding::ClockSure);
    case core::ClockQuality::Set: return itemOf(Part::Clock, State::Ok, Finding::ClockUnsure);
    case core::ClockQuality::None: break;
    }
    return itemOf(Part::Clock, State::LookAt, Finding::ClockWrong);
}

} // namespace

std::array<MachineFacts::Device, core::roles.size()> devicesOf(const std::vector<core::PeripheralState>& peripherals)
{
    // What staff can mend by hand comes first.
    using Link = MachineFacts::Device::Link;
    constexpr std::array worstFirst{Link::NoDevice, Link::Waiting,    Link::Fails,
                                    Link::Refused,  Link::Connecting, Link::Works};
    std::array<MachineFacts::Device, core::roles.size()> devices;
    for (const core::Role role : core::roles) {
        MachineFacts::Device& device = devices.at(static_cast<std::size_t>(role));
        const auto several = std::ranges::count(peripherals, role, &core::PeripheralState::role) > 1;
        auto rank = worstFirst.end();
        for (const core::PeripheralState& each : peripherals) {
            const auto worse = std::ranges::find(worstFirst, linkOf(each));
            if (each.role == role && worse < rank) {
                rank = worse;
                device = {*worse, several ? each.name : std::string()};
            }
        }
    }
    return devices;
}

std::uint64_t daysOfRoom(std::uint64_t freeBytes, const std::vector<std::uint64_t>& envelopeBytes)
{
    const std::uint64_t measured = std::min<std::uint64_t>(envelopeBytes.size(), envelopesMeasured);
    const auto newest = envelopeBytes.end() - static_cast<std::ptrdiff_t>(measured);
    const std::uint64_t sum = std::accumulate(newest, envelopeBytes.end(), std::uint64_t{0});
    const std::uint64_t dayBytes = copies * std::max(dayBytesMin, measured == 0 ? 0 : sum / measured);
    return freeBytes <= reserveBytes ? 0 : std::min(roomDaysMax, (freeBytes - reserveBytes) / dayBytes);
}

store::Result<DataFacts> dataFacts(const store::Store& store, std::uint64_t freeBytes)
{
    const auto enrolment = store.setting(outbox::setting::enrolment);
    const auto unsealed = store.unsealedDays();
    const auto envelopes = store.keptEnvelopes();
    const auto receiptAt = store.newestReceiptAt();
    if (!enrolment || !unsealed) {
        return enrolment ? unsealed.error() : enrolment.error();
    }
    if (!envelopes || !receiptAt) {
        return envelopes ? receiptAt.error() : envelopes.error();
    }
    DataFacts facts;
    facts.isEnrolled = enrolment->has_value();
    if (const auto enrolled = wire::readEnrolment(enrolment->value_or(""))) {
        facts.centre = enrolled->municipality.text();
        facts.stand = enrolled->stand.text();
    }
    facts.daysHeld = unsealed->size();
    facts.daysWaiting = facts.daysHeld;
    std::vector<std::uint64_t> sizes;
    for (const store::KeptEnvelope& envelope : *envelopes) {
        sizes.push_back(envelope.bytes);
        if (!envelope.isReceipted) {
            facts.daysWaiting += static_cast<std::uint64_t>(envelope.lastDay.daysSince(envelope.firstDay) + 1);
            facts.waitingSince = std::min(facts.waitingSince.value_or(envelope.sealedAt), envelope.sealedAt);
        } else {
            facts.lastDaySent = std::max(facts.lastDaySent.value_or(envelope.lastDay), envelope.lastDay);
        }
    }
    facts.lastReceiptAt = *receiptAt;
    facts.daysOfRoom = daysOfRoom(freeBytes, sizes);
    return facts;
}

std::vector<HealthItem> health(const MachineFacts& machine, const DataFacts& data, const std::vector<DeviceTest>& tests,
                               const core::Now& now)
{
    const HealthItem network = networkOf(data, now);
    HealthItem disk = itemOf(Part::Disk, data.daysOfRoom < roomDaysMin ? State::LookAt : State::Ok,
                             data.daysOfRoom < roomDaysMin ? Finding::LittleRoom : Finding::Room);
    disk.count = data.daysOfRoom;
    return {
        tried(Part::Touch, tests, Finding::NothingCame),
        deviceOf(Part::Keys, machine.of(core::Role::Keys), tests, Finding::KeysDead),
        soundOf(machine, tests),
        deviceOf(Part::Door, machine.of(core::Role::Door), tests, Finding::NothingCame),
        deviceOf(Part::Presence, machine.of(core::Role::Presence), tests, Finding::NothingCame),
        scannerOf(machine, tests),
        machine.stickIsIn ? itemOf(Part::Stick, State::Ok, Finding::StickIn)
                          : itemOf(Part::Stick, State::NotThere, Finding::NoStick),
        cameraOf(machine.watching),
        network,
        sendingOf(data, network.state),
        clockOf(now.quality),
        disk,
    };
}

} // namespace smiley::staff
