// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/usb/usb_source.h"

#include "drivers/usb/deliverer.h"
#include "drivers/usb/event_loop.h"
#include "drivers/usb/inbox.h"
#include "drivers/usb/status.h"

#include <pthread.h>
#include <thread>
#include <utility>

namespace smiley::usb {

struct UsbSource::Parts {
    struct Running {
        Inbox inbox;
        std::unique_ptr<EventLoop> loop;
        std::unique_ptr<Deliverer> deliverer;
        std::thread events;
        std::thread delivering;
    };
    Parts(core::DeviceList its, const core::Clock& clockOfAll) : list(std::move(its)), clock(clockOfAll), status(list)
    {}
    const core::DeviceList list;
    const core::Clock& clock;
    Status status;
    ReportHook onReport;
    std::unique_ptr<Running> running;
};

UsbSource::UsbSource(core::DeviceList list, const core::Clock& clock)
    : m_parts(std::make_unique<Parts>(std::move(list), clock))
{}

UsbSource::~UsbSource() { stop(); }

void UsbSource::start(std::function<void(core::InputEvent)> deliver)
{
    stop();
    Parts& parts = *m_parts;
    auto running = std::make_unique<Parts::Running>();
    running->loop = std::make_unique<EventLoop>(parts.list, parts.clock, running->inbox, parts.status);
    if (const auto why = running->loop->start()) {
        for (std::size_t entry = 0; entry < parts.list.size(); ++entry) {
            parts.status.setLink(entry, core::LinkState::NoDevice, *why);
        }
        return;
    }
    running->deliverer = std::make_unique<Deliverer>(parts.list, parts.clock, running->inbox, parts.status,
                                                     std::move(deliver), parts.onReport);
    running->delivering = std::thread([its = running->deliverer.get()] {
        pthread_setname_np(pthread_self(), "usb-deliver");
        its->run();
    });
    running->events = std::thread([its = running->loop.get()] {
        pthread_setname_np(pthread_self(), "usb-events");
        its->run();
    });
    parts.running = std::move(running);
}

void UsbSource::stop()
{
    Parts& parts = *m_parts;
    if (parts.running == nullptr) {
        return;
    }
    parts.running->inbox.stop();
    parts.running->delivering.join();
    parts.running->loop->stop();
    parts.running->events.join();
    parts.running = nullptr;
    parts.status.clear();
}

std::vector<core::PeripheralState> UsbSource::peripherals() const { return m_parts->status.peripherals(); }

std::vector<SeenDevice> UsbSource::seen() const { return m_parts->status.seen(); }

void UsbSource::onReport(ReportHook hook) { m_parts->onReport = std::move(hook); }

std::optional<std::vector<SeenDevice>> lookAtBus(const core::DeviceList& list)
{
    class NoTime final : public core::Clock {
        [[nodiscard]] core::Now now() const override { return {}; }
    };
    const NoTime clock;
    Inbox inbox;
    Status status(list);
    EventLoop loop(list, clock, inbox, status);
    if (loop.start()) {
        return std::nullopt;
    }
    return status.seen();
}

} // namespace smiley::usb
