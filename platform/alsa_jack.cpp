// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/alsa_jack.h"

#include <algorithm>
#include <alsa/asoundlib.h>
#include <chrono>
#include <fcntl.h>
#include <memory>
#include <optional>
#include <poll.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace smiley::platform {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds stillFor{100};
constexpr milliseconds lookForCards{2000};

struct CloseControl {
    void operator()(snd_ctl_t* control) const { snd_ctl_close(control); }
};
struct FreeList {
    void operator()(snd_ctl_elem_list_t* list) const
    {
        snd_ctl_elem_list_free_space(list);
        snd_ctl_elem_list_free(list);
    }
};
struct FreeValue {
    void operator()(snd_ctl_elem_value_t* value) const { snd_ctl_elem_value_free(value); }
};

/// The controls of the card, open and subscribed.
struct Card {
    std::unique_ptr<snd_ctl_t, CloseControl> control;
    bool pluggedIn = false;
};

/// Whether any of the card's jacks has a plug; nothing where the card is gone.
std::optional<bool> readJacks(snd_ctl_t* control)
{
    snd_ctl_elem_list_t* rawList = nullptr;
    if (snd_ctl_elem_list_malloc(&rawList) < 0) {
        return std::nullopt;
    }
    const std::unique_ptr<snd_ctl_elem_list_t, FreeList> list(rawList);
    if (snd_ctl_elem_list(control, list.get()) < 0 ||
        snd_ctl_elem_list_alloc_space(list.get(), snd_ctl_elem_list_get_count(list.get())) < 0 ||
        snd_ctl_elem_list(control, list.get()) < 0) {
        return std::nullopt;
    }
    snd_ctl_elem_value_t* rawValue = nullptr;
    if (snd_ctl_elem_value_malloc(&rawValue) < 0) {
        return std::nullopt;
    }
    const std::unique_ptr<snd_ctl_elem_value_t, FreeValue> value(rawValue);
    for (unsigned index = 0; index < snd_ctl_elem_list_get_used(list.get()); ++index) {
        if (snd_ctl_elem_list_get_interface(list.get(), index) != SND_CTL_ELEM_IFACE_CARD ||
            !isHeadphoneJack(snd_ctl_elem_list_get_name(list.get(), index))) {
            continue;
        }
        snd_ctl_elem_value_set_numid(value.get(), snd_ctl_elem_list_get_numid(list.get(), index));
        snd_ctl_elem_value_set_interface(value.get(), SND_CTL_ELEM_IFACE_CARD);
        snd_ctl_elem_value_set_name(value.get(), snd_ctl_elem_list_get_name(list.get(), index));
        snd_ctl_elem_value_set_index(value.get(), snd_ctl_elem_list_get_index(list.get(), index));
        if (snd_ctl_elem_read(control, value.get()) < 0) {
            return std::nullopt;
        }
        if (snd_ctl_elem_value_get_boolean(value.get(), 0) != 0) {
            return true;
        }
    }
    return false;
}

std::optional<Card> openCard(const std::string& name)
{
    snd_ctl_t* control = nullptr;
    if (snd_ctl_open(&control, name.c_str(), SND_CTL_NONBLOCK | SND_CTL_READONLY) < 0) {
        return std::nullopt;
    }
    Card card{std::unique_ptr<snd_ctl_t, CloseControl>(control)};
    if (snd_ctl_subscribe_events(control, 1) < 0) {
        return std::nullopt;
    }
    const auto pluggedIn = readJacks(control);
    if (!pluggedIn) {
        return std::nullopt;
    }
    card.pluggedIn = *pluggedIn;
    return card;
}

/// Nobody reads in the log every two seconds that there is no card.
void sayNothing(const char* /*file*/, int /*line*/, const char* /*function*/, int /*error*/, const char* /*format*/,
                ...)
{}

/// Takes the events that wait, whatever they say, and reads the jacks again. False: the card is gone.
bool readAgain(Card& card)
{
    snd_ctl_event_t* event = nullptr;
    if (snd_ctl_event_malloc(&event) < 0) {
        return false;
    }
    int got = 0;
    do {
        got = snd_ctl_read(card.control.get(), event);
    } while (got > 0);
    snd_ctl_event_free(event);
    if (got < 0 && got != -EAGAIN) {
        return false;
    }
    const auto pluggedIn = readJacks(card.control.get());
    card.pluggedIn = pluggedIn.value_or(false);
    return pluggedIn.has_value();
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

} // namespace

bool isHeadphoneJack(std::string_view name)
{
    return name.ends_with(" Jack") && (contains(name, "Headphone") || contains(name, "Headset")) &&
           !contains(name, "Headset Mic") && !contains(name, "Phantom");
}

bool audioDeviceIsThere(const std::filesystem::path& root)
{
    std::error_code failed;
    std::filesystem::directory_iterator entries(root / "dev/snd", failed);
    for (; !failed && entries != std::filesystem::directory_iterator(); entries.increment(failed)) {
        const std::string name = entries->path().filename().string();
        if (name.starts_with("pcmC") && name.ends_with('p')) {
            return true;
        }
    }
    return false;
}

AlsaJack::AlsaJack(const core::Clock& clock, std::string device) : m_clock(clock), m_device(std::move(device)) {}

AlsaJack::~AlsaJack() { stop(); }

void AlsaJack::start(std::function<void(core::InputEvent)> deliver)
{
    if (m_thread.joinable() || ::pipe2(m_stopPipe.data(), O_CLOEXEC) != 0) {
        return;
    }
    m_thread = std::thread([this, deliver = std::move(deliver)] { listen(deliver); });
}

void AlsaJack::stop()
{
    if (!m_thread.joinable()) {
        return;
    }
    ::close(m_stopPipe[1]);
    m_thread.join();
    ::close(m_stopPipe[0]);
}

void AlsaJack::listen(const std::function<void(core::InputEvent)>& deliver)
{
    snd_lib_error_set_handler(sayNothing); // the program's: nothing else in it asks alsa-lib
    std::optional<Card> card;
    bool told = false;
    bool seen = false;
    Clock::time_point seenSince{};
    bool isFirstLook = true; // what is there at the start doesn't bounce
    auto nextLook = Clock::now();
    while (true) {
        if (Clock::now() >= nextLook) {
            if (!card) {
                card = openCard(m_device);
            }
            nextLook = Clock::now() + lookForCards;
        }

        const bool now = card && card->pluggedIn;
        if (now != seen) {
            seen = now;
            seenSince = isFirstLook ? Clock::time_point{} : Clock::now();
        }
        isFirstLook = false;
        if (seen != told && (!seen || Clock::now() - seenSince >= stillFor)) {
            told = seen;
            using Kind = core::InputEvent::Kind;
            deliver({told ? Kind::HeadphonesIn : Kind::HeadphonesOut, 0, m_clock.now().monotonic});
        }

        std::vector<pollfd> watched{{m_stopPipe[0], 0, 0}};
        if (card) {
            const auto count = static_cast<unsigned>(std::max(snd_ctl_poll_descriptors_count(card->control.get()), 0));
            watched.resize(1 + count);
            snd_ctl_poll_descriptors(card->control.get(), &watched[1], count);
        }
        const auto until = seen != told ? std::min(nextLook, seenSince + stillFor) : nextLook;
        const auto wait = std::chrono::ceil<milliseconds>(until - Clock::now()).count();
        ::poll(watched.data(), watched.size(), static_cast<int>(std::max<std::int64_t>(wait, 0)));
        if (watched[0].revents != 0) {
            return;
        }
        const bool hasNews =
            std::any_of(watched.begin(), watched.end(), [](const pollfd& one) { return one.revents != 0; });
        if (hasNews && !readAgain(*card)) {
            card.reset();
        }
    }
}

} // namespace smiley::platform
