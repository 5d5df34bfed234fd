// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

/// The rules of the house that a program can check, as functions of a source tree, so that the test can also show them a
/// tree that breaks each one. Every fault is one line: "file:line: what is wrong; what to do".
namespace smiley::tidy {

using Faults = std::vector<std::string>;

/// Compares every #include with the table "who may include whom" (in house_rules.cpp).
[[nodiscard]] Faults includeFaults(const std::filesystem::path& root);

/// `#pragma once` in headers, SPDX lines on top, no unfinished-work marks, no file that nobody can read in one go.
[[nodiscard]] Faults fileFaults(const std::filesystem::path& root);

/// Every folder with sources has a README.md of at most a screen.
[[nodiscard]] Faults readmeFaults(const std::filesystem::path& root);

/// Time and randomness are arguments: folders that should be the same on every machine read neither.
[[nodiscard]] Faults purityFaults(const std::filesystem::path& root);

/// How many files the functions above looked at, so that a test can't pass by looking at nothing.
[[nodiscard]] std::size_t sourceCount(const std::filesystem::path& root);

} // namespace smiley::tidy
