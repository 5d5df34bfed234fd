// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <initializer_list>
#include <list>
#include <map>
#include <mutex>
#include <set>
#include <span>
#include <string>
#include <vector>

/// Virtual USB devices for an unmodified libusb, by umockdev. What it adds to umockdev's own examples:
///
/// The device node is a pseudo-terminal. libusb polls the node for POLLOUT (an URB can be reaped) and POLLERR (the device
/// is gone). A plain file is always POLLOUT, and libusb would spin; a terminal can be told:
///
///   tcflow(slave, TCOOFF)  no POLLOUT         nothing to reap
///   tcflow(slave, TCOON)   POLLOUT            something to reap
///   close(master)          POLLERR|POLLHUP    pulled out, as usbfs says it
///
/// So the threads sleep as on a real bus, and the processor time of an idle stand means something. A child process finds
/// the same devices (LD_PRELOAD and UMOCKDEV_DIR are inherited), so whole programs can be tested.

using UMockdevTestbed = struct _UMockdevTestbed;         // NOLINT(bugprone-reserved-identifier)
using UMockdevIoctlBase = struct _UMockdevIoctlBase;     // NOLINT(bugprone-reserved-identifier)
using UMockdevIoctlClient = struct _UMockdevIoctlClient; // NOLINT(bugprone-reserved-identifier)
using UMockdevIoctlData = struct _UMockdevIoctlData;     // NOLINT(bugprone-reserved-identifier)

namespace smiley::test {

using Bytes = std::vector<std::uint8_t>;

/// An interface, HID unless told otherwise.
struct MockInterface {
    std::uint8_t number = 0;
    std::uint8_t usbClass = 3;
    std::uint8_t subclass = 0;
    std::uint8_t protocol = 0;
    Bytes reportDescriptor; ///< HID only
    std::uint8_t endpointIn = 0x81;
    std::uint16_t packetBytes = 8;
    std::string kernelDriver = "usbhid"; ///< who has it before us; empty: nobody
};

struct MockModel {
    std::uint16_t vendor = 0x1209;
    std::uint16_t product = 0x0001;
    std::string serial;
    std::string name = "Mock";
    std::vector<MockInterface> interfaces;
    bool isAuthorised = true; ///< false: the kernel has configured nothing of it
};

/// The bus with its root hub. Make it before libusb is used; one at a time in a process. Aborts without the preload
/// (`USB_MOCK` of smiley_test).
class MockBus {
public:
    MockBus();
    ~MockBus();
    MockBus(const MockBus&) = delete;
    MockBus& operator=(const MockBus&) = delete;
    [[nodiscard]] UMockdevTestbed* testbed() const { return m_testbed; }
    [[nodiscard]] const std::string& root() const { return m_root; }

private:
    UMockdevTestbed* m_testbed;
    std::string m_root;
};

/// A device for one port ("1-3"; "1-3.2" through a hub). Its address is a new one on every plug, as in life. Has to
/// outlive whoever uses libusb. Any thread.
class MockDevice {
public:
    MockDevice(MockBus& bus, std::string port, MockModel model);
    /// Pulls it out.
    ~MockDevice();
    MockDevice(const MockDevice&) = delete;
    MockDevice& operator=(const MockDevice&) = delete;

    void plug();
    /// cut(), then sayRemoved(): the kernel is first.
    void unplug();
    /// What the kernel does: the node hangs up, flying URBs end with ESHUTDOWN.
    void cut();
    /// What udev does: the "remove" event. The device still answers where it wasn't cut.
    void sayRemoved();
    /// Another model in the same port, from the next plug() on.
    void change(MockModel model);
    /// The kernel lets it in and configures it, which libusb hears nothing of.
    void authorise();

    /// Ends the oldest URB that flies on this endpoint, waiting for one for `wait`. False: none flew, and the report is
    /// lost, as on a bus that nobody polls. `status` is a negative errno: -EPIPE a stall, -EOVERFLOW, -EPROTO.
    bool report(std::span<const std::uint8_t> data, int status = 0, std::uint8_t endpoint = 0x81,
                std::chrono::milliseconds wait = std::chrono::seconds(5));
    bool report(std::initializer_list<std::uint8_t> data, int status = 0);
    /// Waits until so many URBs fly on the endpoint.
    bool waitFlying(std::size_t count, std::uint8_t endpoint = 0x81,
                    std::chrono::milliseconds wait = std::chrono::seconds(5));
    /// What a host wrote by SET_REPORT, in order: type and id (wValue), then the bytes.
    struct SetReport {
        std::uint16_t value = 0;
        Bytes bytes;
    };

    struct Seen { ///< what was asked of it
        int opens = 0;
        int claims = 0;
        int releases = 0;
        int detaches = 0;
        int attaches = 0;
        int discards = 0;
        int clearHalts = 0;
        int emptyReaps = 0; ///< times somebody reaped for nothing: a host that spins
        std::vector<SetReport> setReports;
        std::vector<unsigned long> unknown; ///< ioctls that nobody answered
    };
    [[nodiscard]] Seen seen();
    /// It answers no control transfer, they hang until the host gives up. clear_halt is one, and nobody can cancel it: it
    /// takes the kernel's five seconds.
    void setDeaf(bool isDeaf);
    /// This one control request (bRequest) ends with a negative errno, or, with 0, is never answered.
    void spoil(std::uint8_t request, int status);
    /// What GET_REPORT of this type and id (wValue) reads; without it that stalls.
    void holdReport(std::uint16_t value, Bytes bytes);
    /// Claims fail with this errno (EBUSY: somebody else has it); 0: no longer.
    void refuseClaims(int error);
    /// Opening works and clear_halt doesn't help: every URB on the endpoint ends with this status; 0: no longer.
    void failReads(int status);

private:
    struct Urb {
        UMockdevIoctlData* data;   ///< our copy of the struct usbdevfs_urb
        UMockdevIoctlData* buffer; ///< our copy of its buffer; null where it has none
    };
    using Urbs = std::list<Urb>;
    static int onIoctl(UMockdevIoctlBase* handler, UMockdevIoctlClient* client, MockDevice* self);
    bool handle(UMockdevIoctlClient* client);
    int claim(unsigned number);
    bool submit(UMockdevIoctlClient* client, UMockdevIoctlData* argument);
    bool reap(UMockdevIoctlClient* client, UMockdevIoctlData* argument);
    bool discard(UMockdevIoctlClient* client, const UMockdevIoctlData* argument);
    [[nodiscard]] bool isAnswered(std::uint8_t request) const;
    int control(std::span<std::uint8_t> setupAndData, std::size_t& length);
    void finish(Urbs::iterator urb, std::span<const std::uint8_t> data, int status);
    void showReapable();
    [[nodiscard]] Urbs::iterator flyingOn(std::uint8_t endpoint);
    [[nodiscard]] std::size_t flyingCount(std::uint8_t endpoint) const;
    [[nodiscard]] const MockInterface* interfaceOf(unsigned number) const;
    [[nodiscard]] std::string sysPath() const { return "/devices/usb1/" + m_port; }
    [[nodiscard]] Bytes descriptors() const;
    void makeNode();
    void tidyUp();

    MockBus& m_bus;
    std::string m_port;
    MockModel m_model;
    std::string m_node;
    UMockdevIoctlBase* m_handler = nullptr;
    int m_master = -1;
    int m_slave = -1;
    std::mutex m_mutex; ///< umockdev asks on a thread of its own
    std::condition_variable m_changed;
    Urbs m_flying;
    Urbs m_done;
    std::set<unsigned> m_claimed;
    std::set<unsigned> m_detached;
    bool m_isPlugged = false; ///< udev has said so
    bool m_isGone = true;     ///< the kernel can't reach it
    bool m_isDeaf = false;
    std::map<std::uint8_t, int> m_spoilt;
    std::map<std::uint16_t, Bytes> m_held;
    int m_refusal = 0;
    int m_readStatus = 0;
    Seen m_seen;
};

} // namespace smiley::test
