// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal_file.h"

namespace smiley {

namespace {

store::Result<std::unique_ptr<store::Store>> openSound(const std::filesystem::path& file, core::Random& random)
{
    auto opened = store::Store::open(file, random);
    if (opened) {
        if (const auto sound = (*opened)->check(); !sound) {
            return sound.error();
        }
    }
    return opened;
}

} // namespace

std::filesystem::path journalFile(const std::filesystem::path& data) { return data / "stand.sqlite"; }

store::Result<std::unique_ptr<store::Store>> openJournal(const std::filesystem::path& data, core::Random& random,
                                                         std::string& warning)
{
    const std::filesystem::path file = journalFile(data);
    auto opened = openSound(file, random);
    if (opened || opened.error().code != store::StoreFault::Corrupt) {
        return opened;
    }
    const auto aside = store::setAside(file);
    if (!aside) {
        return aside.error();
    }
    warning = "the journal is damaged (" + opened.error().message + "); it was set aside as " + aside->string() +
              " and a new one begun: keep that file and tell the centre";
    return openSound(file, random);
}

} // namespace smiley
