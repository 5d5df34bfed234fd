// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/store.h"

#include <SQLiteCpp/Exception.h>

#include <stdexcept>
#include <string>

/// Where SQLite's exceptions end: every function of Store runs in `guarded`.

namespace smiley::store {

/// A row that this program can't have written.
struct BadRow : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// What SQLite said, by what the caller should do, with the file's name and the remedy.
[[nodiscard]] core::Failure<StoreFault> faultOf(const SQLite::Exception& exception, const std::string& file);
[[nodiscard]] core::Failure<StoreFault> faultOf(const BadRow& exception, const std::string& file);

/// Runs `work`; an exception of SQLite becomes a failure.
template <class Work>
auto guarded(const std::string& file, Work&& work) -> decltype(work())
{
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        return faultOf(exception, file);
    } catch (const BadRow& exception) {
        return faultOf(exception, file);
    }
}

} // namespace smiley::store
