// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

/// The program's input and output.

namespace smiley::adjudicate {

enum class FileFault : std::uint8_t {
    Unreadable, ///< the message names the file and the reason
    Unwritable, ///< the same; of a file nothing was changed, of standard output a part may be out
};

/// Gives the file ("-": standard input) to `take` in pieces, until its end or until `take` says false.
[[nodiscard]] core::Result<core::Done, FileFault> readFile(const std::string& path,
                                                           const std::function<bool(std::string_view)>& take);

/// A file that comes into being whole or not at all (written beside, synced, renamed), or standard output.
class Output {
public:
    /// To standard output where `path` is empty. A path where something stands that isn't a plain file is refused.
    [[nodiscard]] static core::Result<Output, FileFault> open(const std::string& path);
    Output(Output&& other) noexcept;
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    Output& operator=(Output&&) = delete;
    /// Without `finish` a file is as it was before.
    ~Output();

    /// False: it can't be written; `finish` says why.
    [[nodiscard]] bool write(std::string_view bytes);
    /// To be called once. On failure a file is as it was before.
    [[nodiscard]] core::Result<core::Done, FileFault> finish();

private:
    Output(std::string path, std::string aside, int file);
    [[nodiscard]] std::string name() const { return m_path.empty() ? "standard output" : m_path; }

    std::string m_path;
    std::string m_aside; ///< the file beside it that is being written; empty: none
    int m_file;
    int m_error = 0; ///< errno of the first write that failed
};

} // namespace smiley::adjudicate
