// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/usb/device_session.h"

#include "drivers/codec/hid_descriptor.h"
#include "drivers/codec/usb_descriptors.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace smiley::usb {
namespace {

constexpr std::uint8_t toInterface = 0x21;   // class request
constexpr std::uint8_t fromInterface = 0x81; // standard request
constexpr std::uint8_t reportFrom = 0xA1;    // class request
constexpr std::uint8_t toEndpoint = 0x02;    // standard request
constexpr unsigned endpointHalt = 0;         // USB 2.0, 9.4
// HID 1.11, 7.1 and 7.2
constexpr std::uint8_t getReport = 0x01;
constexpr std::uint8_t setReport = 0x09;
constexpr std::uint8_t setIdle = 0x0A;
constexpr unsigned featureReport = 3;
constexpr unsigned reportDescriptor = 0x22;

std::string nameOf(int error) { return libusb_error_name(error); }

struct FreeConfiguration {
    void operator()(libusb_config_descriptor* configuration) const { libusb_free_config_descriptor(configuration); }
};
using Configuration = std::unique_ptr<libusb_config_descriptor, FreeConfiguration>;

Configuration configurationOf(libusb_device* device)
{
    libusb_config_descriptor* configuration = nullptr;
    return Configuration(libusb_get_active_config_descriptor(device, &configuration) == 0 ? configuration : nullptr);
}

/// The length of the report descriptor, as the HID descriptor among `extra` says (HID 1.11, 6.2.1); 0: it doesn't.
std::size_t descriptorLength(std::span<const unsigned char> extra)
{
    codec::UsbDescriptors descriptors(std::as_bytes(extra));
    while (const auto found = descriptors.next()) {
        if (found->type() == codec::descriptor::hid && found->bytes.size() >= codec::descriptor::hidBytes &&
            found->at(6) == reportDescriptor) {
            return found->at(7) | static_cast<std::size_t>(found->at(8)) << 8;
        }
    }
    return 0;
}

} // namespace

DeviceSession::DeviceSession(libusb_device* device, std::size_t entry, const core::ListedDevice& listed,
                             const core::Clock& clock, Inbox& inbox, Status& status)
    : m_device(device),
      m_entry(entry),
      m_listed(listed),
      m_clock(clock),
      m_inbox(inbox),
      m_status(status)
{}

DeviceSession::~DeviceSession()
{
    assert(m_state == State::Ended && !m_isFlying);
    libusb_free_transfer(m_transfer);
    if (m_handle != nullptr) {
        for (const int number : m_claimed) {
            libusb_release_interface(m_handle, number);
        }
        libusb_close(m_handle);
    }
}

void DeviceSession::begin()
{
    if (auto why = openAndClaim()) {
        fail(std::move(*why), m_isGone);
        return;
    }
    m_buffer.resize(setupBytes + codec::descriptorBytesMax);
    m_transfer = libusb_alloc_transfer(0);
    if (m_transfer == nullptr) {
        fail("there is no memory for a transfer");
        return;
    }
    askNext();
}

/// Every HID interface is taken from the kernel, also those that aren't read: a listed device types nothing anywhere.
std::optional<std::string> DeviceSession::openAndClaim()
{
    const auto said = [this](const char* what, int error) {
        m_isGone = m_isGone || error == LIBUSB_ERROR_NO_DEVICE;
        return std::string(what) + " (" + nameOf(error) + ")";
    };
    if (!findEndpoint()) {
        return "interface " + std::to_string(m_listed.interface) + " has no endpoint that reports come from";
    }
    if (m_descriptorBytes > codec::descriptorBytesMax) {
        return "its report descriptor is longer than this program takes";
    }
    if (const int error = libusb_open(m_device, &m_handle); error != 0) {
        m_handle = nullptr;
        return said("it can't be opened", error);
    }
    for (const auto& its : m_listed.interfaces) {
        const bool isRead = its.number == m_listed.interface;
        if ((its.usbClass != LIBUSB_CLASS_HID && !isRead) || std::ranges::count(m_claimed, int{its.number}) > 0) {
            continue;
        }
        const int detached = libusb_detach_kernel_driver(m_handle, its.number);
        if (detached != 0 && detached != LIBUSB_ERROR_NOT_FOUND) {
            return said("the kernel's driver doesn't let go of it", detached);
        }
        if (const int error = libusb_claim_interface(m_handle, its.number); error != 0) {
            return said("it can't be claimed", error);
        }
        m_claimed.push_back(its.number);
    }
    return std::nullopt;
}

bool DeviceSession::findEndpoint()
{
    const Configuration configuration = configurationOf(m_device);
    if (configuration == nullptr) {
        return false;
    }
    for (const auto& interface : std::span(configuration->interface, configuration->bNumInterfaces)) {
        for (const auto& setting :
             std::span(interface.altsetting, static_cast<std::size_t>(interface.num_altsetting))) {
            if (setting.bInterfaceNumber != m_listed.interface || setting.bAlternateSetting != 0) {
                continue;
            }
            const auto length =
                descriptorLength(std::span(setting.extra, static_cast<std::size_t>(std::max(setting.extra_length, 0))));
            m_descriptorBytes = length == 0 ? codec::descriptorBytesMax : length;
            for (const auto& endpoint : std::span(setting.endpoint, setting.bNumEndpoints)) {
                if ((endpoint.bmAttributes & LIBUSB_TRANSFER_TYPE_MASK) == LIBUSB_TRANSFER_TYPE_INTERRUPT &&
                    (endpoint.bEndpointAddress & LIBUSB_ENDPOINT_IN) != 0) {
                    m_endpoint = endpoint.bEndpointAddress;
                    m_packetBytes = std::max<std::size_t>(endpoint.wMaxPacketSize & 0x7FF, 1);
                    return true;
                }
            }
        }
    }
    return false;
}

void DeviceSession::ask(std::uint8_t type, std::uint8_t request, unsigned value, std::size_t length)
{
    libusb_fill_control_setup(m_buffer.data(), type, request, static_cast<std::uint16_t>(value), m_listed.interface,
                              static_cast<std::uint16_t>(length));
    libusb_fill_control_transfer(m_transfer, m_handle, m_buffer.data(), &DeviceSession::onControl, this, askMsMax);
    submit(m_transfer);
}

void DeviceSession::askNext()
{
    if (m_step == 0) {
        // Only what changes is said: a repeated report would count a step or read a card again (HID 1.11, 7.2.4).
        ask(toInterface, setIdle, 0, 0);
    } else if (m_step == 1) {
        ask(fromInterface, LIBUSB_REQUEST_GET_DESCRIPTOR, reportDescriptor << 8, m_descriptorBytes);
    } else if ((m_step - 2) / 2 < m_wakeUp.size()) {
        const auto& report = m_wakeUp[(m_step - 2) / 2];
        const unsigned value = featureReport << 8 | report.id;
        if (m_step % 2 == 0) {
            ask(reportFrom, getReport, value, report.bytes.size());
        } else {
            std::ranges::transform(report.bytes, m_buffer.begin() + setupBytes,
                                   [](std::byte byte) { return std::to_integer<unsigned char>(byte); });
            ask(toInterface, setReport, value, report.bytes.size());
        }
    } else {
        read();
    }
}

void DeviceSession::answered(libusb_transfer_status status, std::size_t bytes)
{
    if (m_state == State::Ending) {
        return;
    }
    const bool isDescriptor = m_step == 1; // all else it needn't know: it may speak without being woken
    if (status == LIBUSB_TRANSFER_NO_DEVICE) {
        return fail("it was pulled out", true);
    }
    if (isDescriptor && status != LIBUSB_TRANSFER_COMPLETED) {
        return fail(status == LIBUSB_TRANSFER_TIMED_OUT ? "it doesn't answer"
                                                        : "it doesn't tell what its reports look like");
    }
    if (isDescriptor) {
        understand(std::as_bytes(std::span(m_buffer)).subspan(setupBytes, bytes));
    } else if (m_step >= 2 && m_step % 2 == 0 && status == LIBUSB_TRANSFER_COMPLETED) {
        keepWhatItHolds(m_wakeUp[(m_step - 2) / 2], bytes);
    }
    if (m_state == State::Asking) {
        ++m_step;
        askNext();
    }
}

void DeviceSession::understand(std::span<const std::byte> descriptor)
{
    auto reader = codec::DeviceReader::make(m_listed, descriptor);
    if (!reader) {
        return fail(reader.error().message);
    }
    m_reader = std::move(*reader);
    m_wakeUp = m_reader->wakeUp();
}

/// One report holds more than what wakes it up: the rest is written as it was read.
void DeviceSession::keepWhatItHolds(codec::FeatureReport& report, std::size_t bytes)
{
    const auto held = std::as_bytes(std::span(m_buffer)).subspan(setupBytes, bytes);
    if (held.size() != report.bytes.size()) {
        return; // it is another one
    }
    for (std::size_t i = 0; i < held.size(); ++i) {
        report.bytes[i] |= held[i] & ~report.ours[i];
    }
}

void DeviceSession::read()
{
    // Whole packets, so that a report that is longer than it should be is an overflow of its own, not of our memory.
    const std::size_t packets =
        (std::max<std::size_t>(m_reader->reportBytesMax(), 1) + m_packetBytes - 1) / m_packetBytes;
    m_buffer.assign(packets * m_packetBytes, 0);
    listen();
    if (m_isFlying) {
        m_state = State::Reading;
        m_channel = std::make_shared<Channel>(m_entry, std::move(*m_reader), m_buffer.size());
        m_status.setLink(m_entry, core::LinkState::Connected, ""); // before anybody hears of it
        m_inbox.open(m_channel);
    }
}

void DeviceSession::listen()
{
    libusb_fill_interrupt_transfer(m_transfer, m_handle, m_endpoint, m_buffer.data(), static_cast<int>(m_buffer.size()),
                                   &DeviceSession::onInterrupt, this, 0);
    submit(m_transfer);
}

/// By a request of our own first: libusb_clear_halt would wait up to five seconds for a device that is deaf, too.
void DeviceSession::clearHalt()
{
    libusb_fill_control_setup(m_setup.data(), toEndpoint, LIBUSB_REQUEST_CLEAR_FEATURE, endpointHalt, m_endpoint, 0);
    libusb_fill_control_transfer(m_transfer, m_handle, m_setup.data(), &DeviceSession::onCleared, this, askMsMax);
    submit(m_transfer);
}

void DeviceSession::cleared(libusb_transfer_status status)
{
    if (m_state == State::Ending) {
        return;
    }
    if (status == LIBUSB_TRANSFER_NO_DEVICE) {
        return fail("it was pulled out", true);
    }
    if (status != LIBUSB_TRANSFER_COMPLETED) {
        return fail("its reports stall, and it doesn't answer");
    }
    // It answers, so this is quick; the kernel now counts this endpoint's packets from 0, as the device does.
    if (const int error = libusb_clear_halt(m_handle, m_endpoint); error != 0) {
        return fail("its reports stall (" + nameOf(error) + ")", error == LIBUSB_ERROR_NO_DEVICE);
    }
    listen();
}

void DeviceSession::submit(libusb_transfer* transfer)
{
    const int error = libusb_submit_transfer(transfer);
    m_isFlying = error == 0;
    if (error == LIBUSB_ERROR_NO_DEVICE) {
        fail("it was pulled out", true);
    } else if (error != 0) {
        fail("it can't be read (" + nameOf(error) + ")");
    }
}

void DeviceSession::took(libusb_transfer_status status, std::size_t bytes)
{
    if (m_state == State::Ending) {
        return;
    }
    switch (status) {
    case LIBUSB_TRANSFER_COMPLETED:
        if (bytes > 0 &&
            m_inbox.push(*m_channel, std::as_bytes(std::span(m_buffer)).first(bytes), m_clock.now().monotonic)) {
            m_status.countDropped(m_entry);
        }
        break;
    case LIBUSB_TRANSFER_NO_DEVICE: return fail("it was pulled out", true);
    case LIBUSB_TRANSFER_STALL:
        if (!mayFail()) {
            return fail("its reports stall again and again");
        }
        return clearHalt();
    case LIBUSB_TRANSFER_ERROR:
    case LIBUSB_TRANSFER_OVERFLOW:
    case LIBUSB_TRANSFER_TIMED_OUT:
    case LIBUSB_TRANSFER_CANCELLED: // by nobody here: the kernel's doing, for example in a reset
        if (!mayFail()) {
            return fail("its reports fail again and again");
        }
        break;
    }
    submit(m_transfer);
}

bool DeviceSession::mayFail()
{
    const std::int64_t now = core::count(m_clock.now().monotonic);
    if (m_failureCount < failuresMax) {
        m_failures[static_cast<std::size_t>(m_failureCount++)] = now;
        return true;
    }
    if (now - m_failures.front() <= failuresWithinMs) {
        return false;
    }
    std::ranges::rotate(m_failures, m_failures.begin() + 1);
    m_failures.back() = now;
    return true;
}

void DeviceSession::end()
{
    if (m_state == State::Asking || m_state == State::Reading) {
        fail("");
    }
}

void DeviceSession::fail(std::string why, bool isGone)
{
    m_why = std::move(why);
    m_isGone = m_isGone || isGone;
    m_state = State::Ending;
    if (m_channel != nullptr) {
        m_status.setLink(m_entry, core::LinkState::Waiting, m_why);
        m_inbox.end(*m_channel);
    }
    if (m_isFlying) {
        libusb_cancel_transfer(m_transfer); // its callback comes, also where it has ended by now
    }
    settle();
}

void DeviceSession::settle()
{
    if (m_state == State::Ending && !m_isFlying) {
        m_state = State::Ended;
    }
}

void LIBUSB_CALL DeviceSession::onControl(libusb_transfer* transfer)
{
    auto* self = static_cast<DeviceSession*>(transfer->user_data);
    self->m_isFlying = false;
    self->answered(transfer->status, static_cast<std::size_t>(std::max(transfer->actual_length, 0)));
    self->settle();
}

void LIBUSB_CALL DeviceSession::onInterrupt(libusb_transfer* transfer)
{
    auto* self = static_cast<DeviceSession*>(transfer->user_data);
    self->m_isFlying = false;
    self->took(transfer->status, static_cast<std::size_t>(std::max(transfer->actual_length, 0)));
    self->settle();
}

void LIBUSB_CALL DeviceSession::onCleared(libusb_transfer* transfer)
{
    auto* self = static_cast<DeviceSession*>(transfer->user_data);
    self->m_isFlying = false;
    self->cleared(transfer->status);
    self->settle();
}

} // namespace smiley::usb
