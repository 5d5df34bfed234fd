// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/mock_usb.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <linux/usbdevice_fs.h>
#include <pty.h>
#include <termios.h>
#include <thread>
#include <umockdev.h>
#include <unistd.h>
#include <utility>

namespace fs = std::filesystem;

namespace smiley::test {
namespace {

[[noreturn]] void giveUp(const std::string& why)
{
    std::fprintf(stderr, "mock USB: %s\n", why.c_str());
    std::abort();
}

std::string hex(std::span<const std::uint8_t> bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const auto byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::string threeDigits(int number)
{
    const std::string text = std::to_string(number);
    return std::string(3 - text.size(), '0') + text;
}

std::uint8_t low(std::size_t value) { return static_cast<std::uint8_t>(value & 0xFF); }
std::uint8_t high(std::size_t value) { return static_cast<std::uint8_t>(value >> 8 & 0xFF); }

/// 2..127 in turn, as the kernel gives them; 1 is the root hub.
int nextAddress()
{
    static int address = 1;
    address = address >= 127 ? 2 : address + 1;
    return address;
}

void answer(UMockdevIoctlClient* client, int error = 0)
{
    umockdev_ioctl_client_complete(client, error == 0 ? 0 : -1, error);
}

/// A copy of what the argument of an ioctl points to. Changes are written back when the ioctl is answered.
template <class T>
class Argument {
public:
    explicit Argument(UMockdevIoctlData* argument)
        : m_data(umockdev_ioctl_data_resolve(argument, 0, sizeof(T), nullptr))
    {
        if (m_data == nullptr) {
            giveUp("an ioctl with an argument that can't be read");
        }
    }
    ~Argument() { umockdev_ioctl_data_unref(m_data); }
    Argument(const Argument&) = delete;
    Argument& operator=(const Argument&) = delete;
    T* operator->() const { return reinterpret_cast<T*>(m_data->data); }
    T& operator*() const { return *reinterpret_cast<T*>(m_data->data); }

private:
    UMockdevIoctlData* m_data;
};

usbdevfs_urb* urbIn(UMockdevIoctlData* data) { return reinterpret_cast<usbdevfs_urb*>(data->data); }

void addToTestbed(UMockdevTestbed* testbed, const std::string& text)
{
    // It writes the attributes, then sends "add" itself. add_device would send it before the descriptors are there, and
    // libusb would drop the device without a word.
    GError* error = nullptr;
    if (umockdev_testbed_add_from_string(testbed, text.c_str(), &error) == FALSE) {
        giveUp(error->message);
    }
}

} // namespace

MockBus::MockBus() : m_testbed(umockdev_testbed_new())
{
    if (umockdev_in_mock_environment() == FALSE) { // true only once a testbed exists
        giveUp("run with LD_PRELOAD=libumockdev-preload.so.0, as ctest does");
    }
    char* root = umockdev_testbed_get_root_dir(m_testbed);
    m_root = root;
    g_free(root);
    // So that ports have a parent. Without DEVNAME libusb's list stays empty.
    addToTestbed(m_testbed, "P: /devices/usb1\n"
                            "N: bus/usb/001/001\n"
                            "E: SUBSYSTEM=usb\nE: DEVTYPE=usb_device\nE: DRIVER=usb\n"
                            "E: BUSNUM=001\nE: DEVNUM=001\nE: DEVNAME=/dev/bus/usb/001/001\n"
                            "A: busnum=1\\n\nA: devnum=1\\n\nA: bConfigurationValue=1\\n\nA: speed=480\\n\n"
                            "H: descriptors=12010002090001406b1d0200010603020101"
                            "09021900010100e0000904000001090000000705810304000c\n");
}

MockBus::~MockBus() { g_object_unref(m_testbed); }

MockDevice::MockDevice(MockBus& bus, std::string port, MockModel model)
    : m_bus(bus),
      m_port(std::move(port)),
      m_model(std::move(model))
{}

MockDevice::~MockDevice()
{
    cut();
    if (m_isPlugged) {
        sayRemoved();
    }
}

Bytes MockDevice::descriptors() const
{
    const std::uint8_t serialIndex = m_model.serial.empty() ? 0 : 3;
    const std::uint8_t vendor[]{low(m_model.vendor), high(m_model.vendor)};
    const std::uint8_t product[]{low(m_model.product), high(m_model.product)};
    Bytes bytes{18,        1,          0x00,       0x02, 0, 0, 0, 64,          vendor[0],
                vendor[1], product[0], product[1], 0,    1, 0, 2, serialIndex, 1};
    Bytes configuration{9, 2, 0, 0, low(m_model.interfaces.size()), 1, 0, 0xA0, 50};
    for (const auto& its : m_model.interfaces) {
        configuration.insert(configuration.end(),
                             {9, 4, its.number, 0, 1, its.usbClass, its.subclass, its.protocol, 0});
        if (its.usbClass == 3) { // HID 1.11, 6.2.1
            configuration.insert(
                configuration.end(),
                {9, 0x21, 0x11, 0x01, 0, 1, 0x22, low(its.reportDescriptor.size()), high(its.reportDescriptor.size())});
        }
        configuration.insert(configuration.end(),
                             {7, 5, its.endpointIn, 3, low(its.packetBytes), high(its.packetBytes), 1});
    }
    configuration[2] = low(configuration.size());
    configuration[3] = high(configuration.size());
    bytes.insert(bytes.end(), configuration.begin(), configuration.end());
    return bytes;
}

void MockDevice::makeNode()
{
    if (openpty(&m_master, &m_slave, nullptr, nullptr, nullptr) != 0) {
        giveUp("no pseudo-terminal");
    }
    // A child that inherits the master would keep the line up when we close ours.
    fcntl(m_master, F_SETFD, FD_CLOEXEC);
    fcntl(m_slave, F_SETFD, FD_CLOEXEC);
    tcflow(m_slave, TCOOFF);
    const fs::path node = m_bus.root() + m_node;
    fs::create_directories(node.parent_path());
    fs::remove(node);
    fs::create_symlink(ttyname(m_slave), node);
}

void MockDevice::plug()
{
    const std::string address = std::to_string(nextAddress());
    const std::string number = threeDigits(std::stoi(address));
    std::string text;
    {
        const std::lock_guard lock(m_mutex);
        m_node = "/dev/bus/usb/001/" + number;
        m_isGone = false;
        m_isPlugged = true;
        m_claimed.clear();
        m_detached.clear();
        makeNode();
        text = "P: " + sysPath() +
               "\nE: SUBSYSTEM=usb\nE: DEVTYPE=usb_device\nE: DRIVER=usb\nE: BUSNUM=001\nE: DEVNUM=" + number +
               "\nE: DEVNAME=" + m_node + "\nA: busnum=1\\n\nA: devnum=" + address +
               "\\n\nA: bConfigurationValue=" + (m_model.isAuthorised ? "1" : "") +
               "\\n\nA: speed=12\\n\nA: product=" + m_model.name + "\\n\n" +
               (m_model.serial.empty() ? "" : "A: serial=" + m_model.serial + "\\n\n") +
               "H: descriptors=" + hex(descriptors()) + "\n";
    }
    m_handler = umockdev_ioctl_base_new();
    g_signal_connect(m_handler, "handle-ioctl", G_CALLBACK(&MockDevice::onIoctl), this);
    GError* error = nullptr;
    // Before the uevent: somebody may open the device before add_from_string returns.
    if (umockdev_testbed_attach_ioctl(m_bus.testbed(), m_node.c_str(), m_handler, &error) == FALSE) {
        giveUp(error->message);
    }
    addToTestbed(m_bus.testbed(), text);
}

void MockDevice::cut()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isGone) {
            return;
        }
        m_isGone = true;
        while (!m_flying.empty()) { // the kernel kills every URB, and they can still be reaped
            finish(m_flying.begin(), {}, -ESHUTDOWN);
        }
        ::close(m_master);
        m_master = -1;
        m_changed.notify_all();
    }
    tidyUp();
}

void MockDevice::sayRemoved()
{
    const std::string path = "/sys" + sysPath();
    // remove_device says nothing, and a uevent for what is gone aborts the process: the event first.
    umockdev_testbed_uevent(m_bus.testbed(), path.c_str(), "remove");
    umockdev_testbed_remove_device(m_bus.testbed(), path.c_str());
    m_isPlugged = false;
    tidyUp();
}

void MockDevice::tidyUp()
{
    if (m_isPlugged || !m_isGone) {
        return;
    }
    umockdev_testbed_detach_ioctl(m_bus.testbed(), m_node.c_str(), nullptr);
    g_object_unref(m_handler);
    m_handler = nullptr;
    fs::remove(m_bus.root() + m_node);
    const std::lock_guard lock(m_mutex);
    ::close(m_slave);
    m_slave = -1;
}

void MockDevice::unplug()
{
    cut();
    sayRemoved();
}

void MockDevice::change(MockModel model)
{
    const std::lock_guard lock(m_mutex);
    m_model = std::move(model);
}

MockDevice::Urbs::iterator MockDevice::flyingOn(std::uint8_t endpoint)
{
    return std::ranges::find_if(m_flying, [&](const Urb& urb) { return urbIn(urb.data)->endpoint == endpoint; });
}

std::size_t MockDevice::flyingCount(std::uint8_t endpoint) const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(m_flying, [&](const Urb& urb) { return urbIn(urb.data)->endpoint == endpoint; }));
}

const MockInterface* MockDevice::interfaceOf(unsigned number) const
{
    const auto found = std::ranges::find(m_model.interfaces, number, &MockInterface::number);
    return found == m_model.interfaces.end() ? nullptr : &*found;
}

bool MockDevice::report(std::span<const std::uint8_t> data, int status, std::uint8_t endpoint,
                        std::chrono::milliseconds wait)
{
    std::unique_lock lock(m_mutex);
    const bool flies =
        m_changed.wait_for(lock, wait, [&] { return m_isGone || flyingOn(endpoint) != m_flying.end(); }) && !m_isGone;
    if (flies) {
        finish(flyingOn(endpoint), data, status);
    }
    return flies;
}

bool MockDevice::report(std::initializer_list<std::uint8_t> data, int status)
{
    return report(std::span(data.begin(), data.size()), status);
}

bool MockDevice::waitFlying(std::size_t count, std::uint8_t endpoint, std::chrono::milliseconds wait)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, wait, [&] { return flyingCount(endpoint) == count; });
}

MockDevice::Seen MockDevice::seen()
{
    const std::lock_guard lock(m_mutex);
    return m_seen;
}

void MockDevice::setDeaf(bool isDeaf)
{
    const std::lock_guard lock(m_mutex);
    m_isDeaf = isDeaf;
}

void MockDevice::spoil(std::uint8_t request, int status)
{
    const std::lock_guard lock(m_mutex);
    m_spoilt[request] = status;
}

void MockDevice::holdReport(std::uint16_t value, Bytes bytes)
{
    const std::lock_guard lock(m_mutex);
    m_held[value] = std::move(bytes);
}

void MockDevice::authorise()
{
    umockdev_testbed_set_attribute(m_bus.testbed(), ("/sys" + sysPath()).c_str(), "bConfigurationValue", "1\n");
}

void MockDevice::refuseClaims(int error)
{
    const std::lock_guard lock(m_mutex);
    m_refusal = error;
}

void MockDevice::failReads(int status)
{
    const std::lock_guard lock(m_mutex);
    m_readStatus = status;
    if (status != 0) {
        for (auto urb = flyingOn(0x81); urb != m_flying.end(); urb = flyingOn(0x81)) {
            finish(urb, {}, status);
        }
    }
}

void MockDevice::showReapable()
{
    if (m_slave >= 0 && !m_isGone) {
        tcflow(m_slave, m_done.empty() ? TCOOFF : TCOON);
    }
    m_changed.notify_all();
}

void MockDevice::finish(Urbs::iterator urb, std::span<const std::uint8_t> data, int status)
{
    auto* its = urbIn(urb->data);
    std::size_t length = 0;
    if (urb->buffer != nullptr) {
        const std::size_t setup = its->type == USBDEVFS_URB_TYPE_CONTROL ? 8 : 0; // not part of actual_length
        const std::size_t room = static_cast<std::size_t>(its->buffer_length) - setup;
        length = std::min(room, data.size());
        if (data.size() > room && status == 0) {
            status = -EOVERFLOW;
        }
        std::copy_n(data.begin(), length, urb->buffer->data + setup);
    }
    its->actual_length = static_cast<int>(length);
    its->status = status;
    m_done.splice(m_done.end(), m_flying, urb);
    showReapable();
}

int MockDevice::onIoctl(UMockdevIoctlBase* /*handler*/, UMockdevIoctlClient* client, MockDevice* self)
{
    const std::lock_guard lock(self->m_mutex);
    return self->handle(client) ? TRUE : FALSE; // FALSE: umockdev answers ENOTTY
}

int MockDevice::claim(unsigned number)
{
    ++m_seen.claims;
    const MockInterface* its = interfaceOf(number);
    if (m_isGone) {
        return ENODEV;
    }
    if (its == nullptr) {
        return ENOENT;
    }
    if (m_refusal != 0) {
        return m_refusal;
    }
    if (!its->kernelDriver.empty() && !m_detached.contains(number)) {
        return EBUSY;
    }
    m_claimed.insert(number);
    return 0;
}

bool MockDevice::handle(UMockdevIoctlClient* client)
{
    UMockdevIoctlData* argument = umockdev_ioctl_client_get_arg(client); // not a reference: never unref it
    const unsigned long request = umockdev_ioctl_client_get_request(client);
    int error = m_isGone ? ENODEV : 0;
    switch (request) {
    case USBDEVFS_GET_CAPABILITIES:
        *Argument<std::uint32_t>(argument) = USBDEVFS_CAP_ZERO_PACKET | USBDEVFS_CAP_BULK_CONTINUATION |
                                             USBDEVFS_CAP_NO_PACKET_SIZE_LIM | USBDEVFS_CAP_REAP_AFTER_DISCONNECT;
        ++m_seen.opens;
        break;
    case USBDEVFS_CLAIMINTERFACE: error = claim(*Argument<unsigned>(argument)); break;
    case USBDEVFS_GETDRIVER: {
        const Argument<usbdevfs_getdriver> its(argument);
        const MockInterface* asked = interfaceOf(its->interface);
        std::string driver;
        if (m_claimed.contains(its->interface)) {
            driver = "usbfs";
        } else if (asked != nullptr && !m_detached.contains(its->interface)) {
            driver = asked->kernelDriver;
        }
        if (error == 0 && driver.empty()) {
            error = ENODATA;
        }
        std::snprintf(its->driver, sizeof its->driver, "%s", driver.c_str());
        break;
    }
    case USBDEVFS_IOCTL: {
        const Argument<usbdevfs_ioctl> its(argument);
        const auto number = static_cast<unsigned>(its->ifno);
        if (std::cmp_equal(static_cast<unsigned>(its->ioctl_code), USBDEVFS_DISCONNECT)) {
            ++m_seen.detaches;
            m_detached.insert(number);
        } else if (std::cmp_equal(static_cast<unsigned>(its->ioctl_code), USBDEVFS_CONNECT)) {
            ++m_seen.attaches;
            m_detached.erase(number);
        }
        break;
    }
    case USBDEVFS_RELEASEINTERFACE:
        m_claimed.erase(*Argument<unsigned>(argument));
        ++m_seen.releases;
        break;
    case USBDEVFS_CLEAR_HALT:
        ++m_seen.clearHalts;
        if (m_isDeaf) {
            std::this_thread::sleep_for(std::chrono::seconds(5));
            error = ETIMEDOUT;
        }
        break;
    case USBDEVFS_SUBMITURB: return submit(client, argument);
    case USBDEVFS_REAPURBNDELAY: return reap(client, argument);
    case USBDEVFS_DISCARDURB: return discard(client, argument);
    default: m_seen.unknown.push_back(request); return false;
    }
    answer(client, error);
    return true;
}

bool MockDevice::submit(UMockdevIoctlClient* client, UMockdevIoctlData* argument)
{
    if (m_isGone) {
        answer(client, ENODEV);
        return true;
    }
    // Both references are kept until the URB is reaped. The buffer is resolved through our copy of the URB, which then
    // points to our copy of the buffer and remembers the caller's.
    UMockdevIoctlData* data = umockdev_ioctl_data_resolve(argument, 0, sizeof(usbdevfs_urb), nullptr);
    auto* urb = urbIn(data);
    UMockdevIoctlData* buffer = umockdev_ioctl_data_resolve(data, offsetof(usbdevfs_urb, buffer),
                                                            static_cast<gsize>(urb->buffer_length), nullptr);
    m_flying.push_back({data, buffer});
    const auto flying = std::prev(m_flying.end());
    answer(client);
    if (urb->type == USBDEVFS_URB_TYPE_CONTROL && isAnswered(buffer->data[1])) {
        std::size_t length = 0;
        const std::span<std::uint8_t> bytes(buffer->data, static_cast<std::size_t>(urb->buffer_length));
        const int status = control(bytes, length);
        finish(flying, Bytes(bytes.begin() + 8, bytes.begin() + 8 + static_cast<std::ptrdiff_t>(length)), status);
    } else if (urb->type != USBDEVFS_URB_TYPE_CONTROL && m_readStatus != 0) {
        finish(flying, {}, m_readStatus);
    }
    m_changed.notify_all();
    return true;
}

bool MockDevice::reap(UMockdevIoctlClient* client, UMockdevIoctlData* argument)
{
    if (m_done.empty()) {
        ++m_seen.emptyReaps;
        answer(client, m_isGone ? ENODEV : EAGAIN);
        return true;
    }
    const Urb urb = m_done.front();
    m_done.pop_front();
    // The caller gets the address of its own URB; set_ptr translates back and writes URB and buffer.
    UMockdevIoctlData* pointer = umockdev_ioctl_data_resolve(argument, 0, sizeof(void*), nullptr);
    umockdev_ioctl_data_set_ptr(pointer, 0, urb.data);
    answer(client);
    umockdev_ioctl_data_unref(pointer);
    umockdev_ioctl_data_unref(urb.data);
    if (urb.buffer != nullptr) {
        umockdev_ioctl_data_unref(urb.buffer);
    }
    showReapable();
    return true;
}

bool MockDevice::discard(UMockdevIoctlClient* client, const UMockdevIoctlData* argument)
{
    gulong address = 0; // of the caller's URB: only compared
    std::copy_n(argument->data, sizeof address, reinterpret_cast<guint8*>(&address));
    ++m_seen.discards;
    const auto urb = std::ranges::find_if(m_flying, [&](const Urb& its) { return its.data->client_addr == address; });
    if (urb == m_flying.end()) {
        answer(client, EINVAL); // it had ended already; libusb knows that
    } else {
        answer(client);
        finish(urb, {}, -ENOENT);
    }
    return true;
}

bool MockDevice::isAnswered(std::uint8_t request) const
{
    const auto spoilt = m_spoilt.find(request);
    return !m_isDeaf && (spoilt == m_spoilt.end() || spoilt->second != 0);
}

/// Requests of USB 2.0 chapter 9 and HID 1.11 chapter 7, as a device answers them: a negative errno, or 0 and a length.
int MockDevice::control(std::span<std::uint8_t> bytes, std::size_t& length)
{
    const std::uint8_t type = bytes[0];
    const std::uint8_t request = bytes[1];
    const auto value = static_cast<std::uint16_t>(bytes[2] | bytes[3] << 8);
    const unsigned index = bytes[4] | static_cast<unsigned>(bytes[5]) << 8;
    const std::span<std::uint8_t> data = bytes.subspan(8);
    if (const auto spoilt = m_spoilt.find(request); spoilt != m_spoilt.end()) {
        return spoilt->second;
    }
    if (type == 0x02 && request == 1 && value == 0) { // CLEAR_FEATURE(ENDPOINT_HALT)
        return 0;
    }
    if (type == 0xA1 && request == 1 && m_held.contains(value)) { // GET_REPORT
        length = std::min(data.size(), m_held[value].size());
        std::copy_n(m_held[value].begin(), length, data.begin());
        return 0;
    }
    if (type == 0x81 && request == 6 && value >> 8 == 0x22) { // report descriptor
        const MockInterface* its = interfaceOf(index);
        if (its == nullptr || its->usbClass != 3) {
            return -EPIPE;
        }
        length = std::min(data.size(), its->reportDescriptor.size());
        std::copy_n(its->reportDescriptor.begin(), length, data.begin());
        return 0;
    }
    if (type == 0x21 && request == 9) { // SET_REPORT
        m_seen.setReports.push_back({value, Bytes(data.begin(), data.end())});
        length = data.size();
        return 0;
    }
    if (type == 0x21 && request == 0x0A) { // SET_IDLE
        return 0;
    }
    return -EPIPE; // not supported
}

} // namespace smiley::test
