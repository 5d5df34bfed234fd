// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/stick.h"

#include "sync/outbox/files.h"
#include "sync/outbox/keeper.h"
#include "sync/outbox/settings_keys.h"
#include "sync/wire/envelope.h"
#include "sync/wire/messages.h"

#include <algorithm>

namespace smiley::outbox {

core::Result<StickSummary, StickFault> exportTo(const std::filesystem::path& stick, store::Store& store)
{
    const auto stored = store.setting(setting::enrolment);
    const auto envelopes = store.envelopes();
    if (!stored || !envelopes) {
        return core::fail(StickFault::Database, !stored ? stored.error().message : envelopes.error().message);
    }
    const auto enrolment = wire::readEnrolment(stored->value_or(""));
    if (!enrolment) {
        return core::fail(
            StickFault::NotEnrolled,
            "this stand is not enrolled, so there is no centre to seal its envelopes to. Enrol it first.");
    }
    std::error_code error;
    if (!std::filesystem::is_directory(stick, error)) {
        return core::fail(StickFault::Stick, stick.string() + " is not a folder. Name the folder of the stick.");
    }
    StickSummary summary;
    for (const store::SealedEnvelope& envelope : *envelopes) {
        const auto file = stick / wire::stickFileName(enrolment->stand, envelope.epoch, envelope.number);
        if (envelope.receipt) {
            std::filesystem::remove(file, error);
            continue;
        }
        const std::string sealed = wire::sealTo(enrolment->centreKey, envelope.bytes);
        if (const auto written = writeFile(file, sealed, Rights::AsMounted); !written) {
            return core::fail(StickFault::Stick, written.error().message);
        }
        ++summary.files;
    }
    return summary;
}

core::Result<StickSummary, StickFault> importFrom(const std::filesystem::path& stick,
                                                  const std::filesystem::path& inbox)
{
    const std::filesystem::path folder = stick / toTheStand;
    std::vector<std::string> names = namesIn(folder, "receipt-", ".json");
    for (const char* name : {"enrolment.json", "configuration.json", "time.json"}) {
        names.emplace_back(name);
    }
    names.resize(std::min(names.size(), inboxFilesMax));
    StickSummary summary;
    for (const std::string& name : names) {
        const auto bytes = readFile(folder / name, inboxFileBytesMax);
        if (!bytes && bytes.error().code == FileFault::Missing) {
            continue;
        }
        if (!bytes) {
            summary.troubles.push_back(bytes.error().message);
            continue;
        }
        if (const auto written = writeFile(inbox / name, *bytes); !written) {
            return core::fail(StickFault::Stick, written.error().message);
        }
        ++summary.files;
    }
    return summary;
}

} // namespace smiley::outbox
