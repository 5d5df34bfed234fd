// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// A sound card that belongs to a test: an ALSA plugin for the control and the playback side. In a private ALSA
/// configuration (fake_card.h writes it):
///
///   control   four switches, "Headphone Jack" among them. At open its value is "1" in `folder`/jack; after that a byte
///             written to the FIFO `folder`/events plugs in ("1") or out ("0") or takes the card away ("x").
///             While `folder`/gone is there it can't be opened.
///   playback  16 bit mono in real time with a buffer of a tenth of a second; what is played is added to `folder`/heard.
///
/// Source: alsa-lib, "External Control Plugin SDK" and "I/O plugin SDK".

#include <algorithm>
#include <alsa/asoundlib.h>
#include <alsa/control_external.h>
#include <alsa/pcm_external.h>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <string>
#include <sys/timerfd.h>
#include <unistd.h>

namespace {

/// The configuration's value of `folder`.
std::string folderIn(snd_config_t* configuration)
{
    snd_config_t* entry = nullptr;
    const char* folder = nullptr;
    if (snd_config_search(configuration, "folder", &entry) < 0 || snd_config_get_string(entry, &folder) < 0) {
        return {};
    }
    return folder;
}

// ---------------------------------------------------------------------------------------------------------------------
// Control

struct Switch {
    const char* name;
    snd_ctl_elem_iface_t interface;
    bool isOn;
};

struct Control {
    snd_ctl_ext_t ext{};
    std::array<Switch, 4> switches{{{"Headphone Jack", SND_CTL_ELEM_IFACE_CARD, false},
                                    {"Headset Mic Jack", SND_CTL_ELEM_IFACE_CARD, true},
                                    {"Front Headphone Phantom Jack", SND_CTL_ELEM_IFACE_CARD, true},
                                    {"Headphone Jack", SND_CTL_ELEM_IFACE_MIXER, true}}};
    bool isGone = false;
};

Control& of(snd_ctl_ext_t* ext) { return *static_cast<Control*>(ext->private_data); }

void closeControl(snd_ctl_ext_t* ext)
{
    ::close(ext->poll_fd);
    delete &of(ext);
}

int countSwitches(snd_ctl_ext_t* ext) { return of(ext).isGone ? -ENODEV : static_cast<int>(of(ext).switches.size()); }

int nameSwitch(snd_ctl_ext_t* ext, unsigned offset, snd_ctl_elem_id_t* id)
{
    snd_ctl_elem_id_set_interface(id, of(ext).switches.at(offset).interface);
    snd_ctl_elem_id_set_name(id, of(ext).switches.at(offset).name);
    return 0;
}

snd_ctl_ext_key_t findSwitch(snd_ctl_ext_t* ext, const snd_ctl_elem_id_t* id)
{
    const auto& switches = of(ext).switches;
    for (std::size_t index = 0; index < switches.size(); ++index) {
        if (switches[index].interface == snd_ctl_elem_id_get_interface(id) &&
            std::strcmp(switches[index].name, snd_ctl_elem_id_get_name(id)) == 0) {
            return index;
        }
    }
    return SND_CTL_EXT_KEY_NOT_FOUND;
}

int describeSwitch(snd_ctl_ext_t*, snd_ctl_ext_key_t, int* type, unsigned* access, unsigned* count)
{
    *type = SND_CTL_ELEM_TYPE_BOOLEAN;
    *access = SND_CTL_EXT_ACCESS_READ;
    *count = 1;
    return 0;
}

int limitSwitch(snd_ctl_ext_t*, snd_ctl_ext_key_t, long* least, long* most, long* step)
{
    *least = 0;
    *most = 1;
    *step = 0;
    return 0;
}

int readSwitch(snd_ctl_ext_t* ext, snd_ctl_ext_key_t key, long* value)
{
    *value = of(ext).switches.at(key).isOn ? 1 : 0;
    return of(ext).isGone ? -ENODEV : 0;
}

int readEvent(snd_ctl_ext_t* ext, snd_ctl_elem_id_t* id, unsigned* mask)
{
    char byte = 0;
    if (::read(ext->poll_fd, &byte, 1) != 1) {
        return -EAGAIN;
    }
    if (byte == 'x') {
        of(ext).isGone = true;
        return -ENODEV;
    }
    of(ext).switches[0].isOn = byte == '1';
    nameSwitch(ext, 0, id);
    *mask = SND_CTL_EVENT_MASK_VALUE;
    return 1;
}

const snd_ctl_ext_callback_t controlCallbacks = [] {
    snd_ctl_ext_callback_t callbacks{};
    callbacks.close = closeControl;
    callbacks.elem_count = countSwitches;
    callbacks.elem_list = nameSwitch;
    callbacks.find_elem = findSwitch;
    callbacks.get_attribute = describeSwitch;
    callbacks.get_integer_info = limitSwitch;
    callbacks.read_integer = readSwitch;
    callbacks.read_event = readEvent;
    return callbacks;
}();

// ---------------------------------------------------------------------------------------------------------------------
// Playback

using Clock = std::chrono::steady_clock;

struct Player {
    snd_pcm_ioplug_t io{};
    std::FILE* heard = nullptr;
    Clock::time_point started;
    snd_pcm_uframes_t position = 0; ///< played of what was handed over since the start
    snd_pcm_uframes_t handedOver = 0;
};

Player& of(snd_pcm_ioplug_t* io) { return *static_cast<Player*>(io->private_data); }

int startPlaying(snd_pcm_ioplug_t* io)
{
    of(io).started = Clock::now();
    return 0;
}

int stopPlaying(snd_pcm_ioplug_t*) { return 0; }

int preparePlaying(snd_pcm_ioplug_t* io)
{
    of(io).position = 0;
    of(io).handedOver = 0;
    of(io).started = Clock::now();
    return 0;
}

snd_pcm_sframes_t whereItPlays(snd_pcm_ioplug_t* io)
{
    Player& player = of(io);
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - player.started).count();
    const auto played = static_cast<snd_pcm_uframes_t>(ms) * io->rate / 1000;
    if (player.handedOver < played) { // a card that starves would stop; this one waits, with its clock
        player.started = Clock::now() - std::chrono::milliseconds(player.handedOver * 1000 / io->rate);
    }
    player.position = std::min(played, player.handedOver);
    return static_cast<snd_pcm_sframes_t>(player.position);
}

int howMuchIsLeft(snd_pcm_ioplug_t* io, snd_pcm_sframes_t* frames)
{
    whereItPlays(io);
    *frames =
        io->state == SND_PCM_STATE_RUNNING ? static_cast<snd_pcm_sframes_t>(of(io).handedOver - of(io).position) : 0;
    return 0;
}

snd_pcm_sframes_t handOver(snd_pcm_ioplug_t* io, const snd_pcm_channel_area_t* areas, snd_pcm_uframes_t offset,
                           snd_pcm_uframes_t size)
{
    const auto* first = static_cast<const char*>(areas->addr) + areas->first / 8 + offset * areas->step / 8;
    std::fwrite(first, areas->step / 8, size, of(io).heard);
    std::fflush(of(io).heard);
    of(io).handedOver += size;
    return static_cast<snd_pcm_sframes_t>(size);
}

int whatThePollSays(snd_pcm_ioplug_t* io, pollfd* descriptors, unsigned, unsigned short* events)
{
    std::uint64_t ticks = 0;
    if (::read(descriptors[0].fd, &ticks, sizeof ticks) < 0 && errno != EAGAIN) {
        return -errno;
    }
    const auto free = snd_pcm_avail_update(io->pcm);
    if (free < 0) { // everything was played: as a real card says it
        *events = POLLOUT | POLLERR;
    } else {
        *events = free >= static_cast<snd_pcm_sframes_t>(io->period_size) ? POLLOUT : 0;
    }
    return 0;
}

int closePlayer(snd_pcm_ioplug_t* io)
{
    std::fclose(of(io).heard);
    ::close(io->poll_fd);
    delete &of(io);
    return 0;
}

const snd_pcm_ioplug_callback_t playerCallbacks = [] {
    snd_pcm_ioplug_callback_t callbacks{};
    callbacks.start = startPlaying;
    callbacks.stop = stopPlaying;
    callbacks.pointer = whereItPlays;
    callbacks.transfer = handOver;
    callbacks.delay = howMuchIsLeft;
    callbacks.prepare = preparePlaying;
    callbacks.poll_revents = whatThePollSays;
    callbacks.close = closePlayer;
    return callbacks;
}();

int limitPlayer(snd_pcm_ioplug_t* io)
{
    constexpr std::array<unsigned, 1> access{SND_PCM_ACCESS_RW_INTERLEAVED};
    constexpr std::array<unsigned, 1> format{SND_PCM_FORMAT_S16_LE};
    const int failed[] = {
        snd_pcm_ioplug_set_param_list(io, SND_PCM_IOPLUG_HW_ACCESS, 1, access.data()),
        snd_pcm_ioplug_set_param_list(io, SND_PCM_IOPLUG_HW_FORMAT, 1, format.data()),
        snd_pcm_ioplug_set_param_minmax(io, SND_PCM_IOPLUG_HW_CHANNELS, 1, 1),
        snd_pcm_ioplug_set_param_minmax(io, SND_PCM_IOPLUG_HW_PERIOD_BYTES, 512, 2048),
        snd_pcm_ioplug_set_param_minmax(io, SND_PCM_IOPLUG_HW_BUFFER_BYTES, 1024, 4096),
    };
    const auto* const first = std::find_if(std::begin(failed), std::end(failed), [](int code) { return code < 0; });
    return first == std::end(failed) ? 0 : *first;
}

} // namespace

extern "C" {

SND_CTL_PLUGIN_DEFINE_FUNC(fakecard)
{
    (void)root;
    const std::string folder = folderIn(conf);
    if (::access((folder + "/gone").c_str(), F_OK) == 0) {
        return -ENODEV;
    }
    auto* control = new Control;
    std::string value;
    std::ifstream(folder + "/jack") >> value;
    control->switches[0].isOn = value == "1";
    control->ext.version = SND_CTL_EXT_VERSION;
    std::strcpy(control->ext.id, "fake");
    control->ext.poll_fd = ::open((folder + "/events").c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    control->ext.callback = &controlCallbacks;
    control->ext.private_data = control;
    const int failed = snd_ctl_ext_create(&control->ext, name, mode);
    if (failed < 0) {
        delete control;
        return failed;
    }
    *handlep = control->ext.handle;
    return 0;
}
SND_CTL_PLUGIN_SYMBOL(fakecard)

SND_PCM_PLUGIN_DEFINE_FUNC(fakecard)
{
    (void)root;
    auto* player = new Player;
    player->heard = std::fopen((folderIn(conf) + "/heard").c_str(), "a");
    player->io.version = SND_PCM_IOPLUG_VERSION;
    player->io.name = "a test's card";
    player->io.poll_fd = ::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    const itimerspec everyTenMs{{0, 10'000'000}, {0, 10'000'000}};
    ::timerfd_settime(player->io.poll_fd, 0, &everyTenMs, nullptr);
    player->io.poll_events = POLLIN;
    player->io.flags = SND_PCM_IOPLUG_FLAG_BOUNDARY_WA; // the position counts on, not around the buffer
    player->io.callback = &playerCallbacks;
    player->io.private_data = player;
    int failed = snd_pcm_ioplug_create(&player->io, name, stream, mode);
    if (failed < 0) {
        delete player;
        return failed;
    }
    failed = limitPlayer(&player->io);
    if (failed < 0) {
        snd_pcm_ioplug_delete(&player->io);
        return failed;
    }
    *pcmp = player->io.pcm;
    return 0;
}
SND_PCM_PLUGIN_SYMBOL(fakecard)

} // extern "C"
