// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/peripherals.h"
#include "app/core/time.h"
#include "app/store/store.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// How the stand is: its parts and its data as values; the words are app/ui's. Touch and keys are judged by a
/// press that staff made to try them, never by answers: a key that nobody chose isn't broken.

namespace smiley::staff {

enum class Part : std::uint8_t {
    Touch,
    Keys,
    Sound,
    Door,
    Presence,
    Scanner,
    Stick,
    CameraMicrophone,
    Network,
    Sending,
    Clock,
    Disk,
};

enum class State : std::uint8_t {
    Ok,
    LookAt,
    NotThere, ///< not fitted, not plugged in, not enrolled: nothing to mend
    Untried,  ///< staff never tried it
    Off,      ///< on its way, or waiting for something
};

/// What was found; each is one sentence on the screen, and what to do where the state is LookAt.
enum class Finding : std::uint8_t {
    Tried,         ///< on `day`, and it worked
    NeverTried,    //
    NothingCame,   ///< staff tried it on `day`, and nothing came
    KeysDead,      ///< keys `numbers` didn't answer on `day`
    NotFitted,     //
    NoDevice,      ///< listed, and not plugged in
    DeviceWaits,   ///< plugged in, and can't be used now
    DeviceStarts,  ///< its reports can't be read yet
    DeviceRefused, ///< what is plugged in isn't the approved device
    DeviceFails,   ///< connected, and what it says makes no sense
    TicketsUnread, ///< the policy requires tickets, and no scanner is listed
    SpeechReady,   ///< in `count` languages
    SpeechStarts,  //
    NoAudioDevice,
    NoVoice,
    NotHeard, ///< staff tried the sound on `day` and heard nothing
    StickIn,
    NoStick,
    NoCamera,      ///< neither camera nor microphone, and none can be used
    CameraFound,   //
    CameraUnknown, ///< the machine can't be looked through
    NotEnrolled,   //
    Receipted,     ///< the centre has answered, last on `day`
    NeverAnswered, ///< enrolled, and no answer yet
    Silent,        ///< no answer since `day`, and something waits for one
    AllSent,       ///< the last was `day`
    DaysWait,      ///< `count` closed days
    ClockSure,     //
    ClockUnsure,   ///< plausible, nobody vouches for it
    ClockWrong,
    Room, ///< for `count` days without network
    LittleRoom,
};

struct HealthItem {
    Part part = Part::Touch;
    State state = State::Ok;
    Finding finding = Finding::NeverTried;
    std::uint64_t count = 0;
    std::vector<int> numbers;
    std::optional<core::Day> day;
    std::string device{}; ///< which of several, by the name that the list gives it
    bool operator==(const HealthItem&) const = default;
};

/// What the machine says, asked by whoever knows it.
struct MachineFacts {
    /// A role's peripherals: how the worst of them is.
    struct Device {
        enum class Link : std::uint8_t {
            NotListed,
            NoDevice,
            Waiting,
            Refused, ///< what is plugged in isn't the device of the list
            Connecting,
            Fails, ///< connected, and what it says makes no sense
            Works,
        };
        Link link = Link::NotListed;
        std::string name{}; ///< where several have the role: this one's
        bool operator==(const Device&) const = default;
    };
    enum class Watching : std::uint8_t { Neither, Found, Unknown };
    enum class Sound : std::uint8_t { Starting, NoDevice, NoVoice, Ready };
    std::array<Device, core::roles.size()> devices; ///< by Role
    Sound sound = Sound::Starting;
    std::uint64_t spokenLanguages = 0;
    bool stickIsIn = false;
    Watching watching = Watching::Unknown; ///< camera or microphone
    bool asksForComments = false;          ///< as far as cameras and microphones go
    bool requiresTickets = false;          ///< the policy of the running day
    std::uint64_t freeBytes = 0;           ///< where the journal lies

    [[nodiscard]] Device& of(core::Role role) { return devices.at(static_cast<std::size_t>(role)); }
    [[nodiscard]] const Device& of(core::Role role) const { return devices.at(static_cast<std::size_t>(role)); }
};

/// The worst of each role's, as the source of input tells them.
[[nodiscard]] std::array<MachineFacts::Device, core::roles.size()>
devicesOf(const std::vector<core::PeripheralState>& peripherals);

/// What staff found when they tried a part.
struct DeviceTest {
    Part part = Part::Touch; ///< Touch, Keys, Sound, Door, Presence or Scanner
    core::Day day;
    bool worked = true;
    std::vector<int> missing; ///< Keys: those that didn't answer, 1..8
    bool operator==(const DeviceTest&) const = default;
};

/// The newest test of each part. What another program wrote there is left out.
[[nodiscard]] store::Result<std::vector<DeviceTest>> deviceTests(const store::Store& store);
/// Keeps a test in place of the part's last one, and writes it into the audit trail, in one transaction. Errors: the store's.
[[nodiscard]] store::Result<core::Done> recordTest(store::Store& store, const std::string& who, const DeviceTest& test,
                                                   const core::Now& now);

/// What the journal says of data that is on its way.
struct DataFacts {
    bool isEnrolled = false;
    std::uint64_t daysWaiting = 0;             ///< closed, and the centre hasn't answered for them
    std::uint64_t daysHeld = 0;                ///< of these: not sealed, as a rule too few answers to go alone
    std::optional<core::WallMs> waitingSince;  ///< when the oldest envelope without an answer was sealed
    std::optional<core::Day> lastDaySent;      ///< of the newest envelope that the centre has answered for
    std::optional<core::WallMs> lastReceiptAt; ///< its answer
    std::uint64_t daysOfRoom = 0;              ///< so many days fit on the disk without network
    std::string centre;                        ///< the municipality whose centre receives; as the enrolment says
    std::string stand;                         ///< what that centre calls this stand
    bool operator==(const DataFacts&) const = default;
};

/// Data that nobody answered for so long is told.
inline constexpr std::int64_t silentMs = std::int64_t{48} * 3'600'000;
/// Fewer days of room are told.
inline constexpr std::uint64_t roomDaysMin = 30;
/// More isn't counted.
inline constexpr std::uint64_t roomDaysMax = 1000;

/// How many more days fit into `freeBytes`, by what the envelopes of the last days took; some room is left for the journal.
[[nodiscard]] std::uint64_t daysOfRoom(std::uint64_t freeBytes, const std::vector<std::uint64_t>& envelopeBytes);
[[nodiscard]] store::Result<DataFacts> dataFacts(const store::Store& store, std::uint64_t freeBytes);

/// All parts, in the order in which they are shown. Pure.
[[nodiscard]] std::vector<HealthItem> health(const MachineFacts& machine, const DataFacts& data,
                                             const std::vector<DeviceTest>& tests, const core::Now& now);

} // namespace smiley::staff
