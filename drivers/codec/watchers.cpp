// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/watchers.h"

#include "drivers/codec/usb_descriptors.h"

namespace smiley::codec {
namespace {

namespace usb_class {
constexpr std::uint8_t audio = 0x01;
constexpr std::uint8_t image = 0x06;
constexpr std::uint8_t video = 0x0E;
constexpr std::uint8_t audioVideo = 0x10;
} // namespace usb_class

// Of the audio class (USB Device Class Definition for Audio Devices 1.0, A.2 and A.5; 2.0, A.5 and A.9; 3.0, A.4).
constexpr std::uint8_t audioControl = 0x01;
constexpr std::uint8_t audioStreaming = 0x02;
constexpr std::uint8_t midiStreaming = 0x03;
constexpr std::uint8_t protocol2 = 0x20; ///< later ones describe themselves elsewhere
constexpr std::uint8_t inputTerminal = 0x02;
constexpr std::size_t terminalTypeEnd = 6;
constexpr std::uint8_t usbTerminals = 0x01; ///< the high byte of a terminal type: what the computer sends

/// What an audio function said so far.
struct Sound {
    bool streams = false;
    bool saysFromWhere = false; ///< an input terminal was there, and it was the computer
};

} // namespace

bool watchesOrListens(std::span<const std::byte> configuration)
{
    UsbDescriptors descriptors(configuration);
    bool anyInterface = false;
    bool isAudioControl = false;
    Sound sound;
    while (const auto found = descriptors.next()) {
        if (found->type() == descriptor::interface) {
            if (found->bytes.size() < descriptor::interfaceBytes) {
                return true;
            }
            anyInterface = true;
            const std::uint8_t usbClass = found->at(5);
            const std::uint8_t subclass = found->at(6);
            const bool isAudio = usbClass == usb_class::audio;
            if (usbClass == usb_class::video || usbClass == usb_class::audioVideo || usbClass == usb_class::image) {
                return true;
            }
            const bool isKnown = subclass == audioControl || subclass == audioStreaming || subclass == midiStreaming;
            if (isAudio && (!isKnown || found->at(7) > protocol2)) {
                return true;
            }
            isAudioControl = isAudio && subclass == audioControl;
            sound.streams = sound.streams || (isAudio && subclass == audioStreaming);
        } else if (isAudioControl && found->type() == descriptor::ofClass) {
            if (found->bytes.size() < 3) {
                return true;
            }
            if (found->at(2) == inputTerminal) {
                if (found->bytes.size() < terminalTypeEnd || found->at(terminalTypeEnd - 1) != usbTerminals) {
                    return true;
                }
                sound.saysFromWhere = true;
            }
        }
    }
    return descriptors.isBroken() || !anyInterface || (sound.streams && !sound.saysFromWhere);
}

} // namespace smiley::codec
