// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace smiley::core {

/// An operating failure: what kind (a folder's own enum, whose comments say what the caller should do) and a sentence
/// for a person: what was wrong, where, and what to do.
template <class Code>
struct Failure {
    Code code;
    std::string message;
};

/// Makes a failure: `return core::fail(StoreFault::Full, "…");`.
template <class Code>
[[nodiscard]] Failure<Code> fail(Code code, std::string message)
{
    return {code, std::move(message)};
}

/// For functions that return nothing on success.
struct Done {};

/// A value, or the failure that kept it from being made. Names as in std::expected (C++23).
template <class T, class Code>
class [[nodiscard]] Result {
public:
    Result(T value) // NOLINT(google-explicit-constructor)
        : m_content(std::in_place_index<0>, std::move(value))
    {}
    Result(Failure<Code> failure) // NOLINT(google-explicit-constructor)
        : m_content(std::in_place_index<1>, std::move(failure))
    {}

    [[nodiscard]] bool has_value() const { return m_content.index() == 0; }
    [[nodiscard]] explicit operator bool() const { return has_value(); }

    /// The value; calling it on a failure is a programmer's error.
    [[nodiscard]] T& value()
    {
        assert(has_value());
        return *std::get_if<0>(&m_content);
    }
    [[nodiscard]] const T& value() const
    {
        assert(has_value());
        return *std::get_if<0>(&m_content);
    }
    [[nodiscard]] T& operator*() { return value(); }
    [[nodiscard]] const T& operator*() const { return value(); }
    [[nodiscard]] T* operator->() { return &value(); }
    [[nodiscard]] const T* operator->() const { return &value(); }

    /// The failure; calling it on a value is a programmer's error.
    [[nodiscard]] const Failure<Code>& error() const
    {
        assert(!has_value());
        return *std::get_if<1>(&m_content);
    }

private:
    std::variant<T, Failure<Code>> m_content;
};

} // namespace smiley::core
