// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/promise.h"

#include "sync/outbox/settings_keys.h"

#include <algorithm>
#include <sstream>
#include <string>

namespace smiley::outbox {

namespace {

store::Result<core::Done> keep(store::Store& store, const Promise& promise)
{
    return store.setSetting(setting::promise, std::to_string(promise.now) + " " + std::to_string(promise.before) + " " +
                                                  std::to_string(core::number(promise.lastRow)));
}

} // namespace

store::Result<Promise> promiseFromStart(store::Store& store, std::uint64_t smallestShown)
{
    const auto text = store.setting(setting::promise);
    const auto lastRow = store.lastRow();
    if (!text || !lastRow) {
        return text ? lastRow.error() : text.error();
    }
    std::istringstream words(text->value_or(""));
    Promise kept;
    std::uint64_t row = 0;
    words >> kept.now >> kept.before >> row;
    kept.lastRow = core::Sequence{row};
    Promise promise{smallestShown, kept.largest(), kept.lastRow};
    if (kept.now > smallestShown) {
        promise.lastRow = *lastRow;
    }
    if (promise.before <= smallestShown) {
        promise = {smallestShown, 0, {}};
    }
    if (promise.now != kept.now || promise.before != kept.before || promise.lastRow != kept.lastRow) {
        if (auto written = keep(store, promise); !written) {
            return written.error();
        }
    }
    return promise;
}

store::Result<core::Done> leftUpTo(store::Store& store, Promise& promise, core::Sequence row)
{
    if (promise.before == 0 || core::number(row) < core::number(promise.lastRow)) {
        return core::Done{};
    }
    promise = {promise.now, 0, {}};
    return keep(store, promise);
}

} // namespace smiley::outbox
