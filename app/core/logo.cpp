// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/logo.h"

#include <algorithm>

namespace smiley::core {

namespace {

constexpr std::string_view signature("\x89PNG\r\n\x1a\n", 8);
constexpr std::string_view firstChunk("\0\0\0\x0dIHDR", 8);
constexpr std::size_t widthAt = 16;
constexpr std::size_t heightAt = 20;
constexpr std::size_t sizesEnd = 24;

std::uint32_t numberAt(std::string_view png, std::size_t at)
{
    std::uint32_t number = 0;
    for (const char byte : png.substr(at, 4)) {
        number = number << 8U | static_cast<unsigned char>(byte);
    }
    return number;
}

} // namespace

std::optional<LogoFault> logoFault(std::string_view png)
{
    if (png.size() > logoBytesMax) {
        return LogoFault::Large;
    }
    if (!png.starts_with(signature)) {
        return LogoFault::NotPng;
    }
    if (png.size() <= sizesEnd || png.substr(signature.size(), firstChunk.size()) != firstChunk) {
        return LogoFault::Broken;
    }
    const std::uint32_t width = numberAt(png, widthAt);
    const std::uint32_t height = numberAt(png, heightAt);
    if (std::max(width, height) > logoPixelsMax) {
        return LogoFault::Wide;
    }
    return width == 0 || height == 0 ? std::optional(LogoFault::Broken) : std::nullopt;
}

} // namespace smiley::core
