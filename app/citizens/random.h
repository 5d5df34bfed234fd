// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

/// Chance that is the same on every machine: a fixed engine, and distributions made of IEEE additions,
/// multiplications and square roots only (the standard library's distributions and the C library's exp and log differ
/// between machines).

namespace smiley::citizens {

/// A middle value and how far values spread around it: log-normal with this median; sigma is of the logarithm.
struct Spread {
    double median = 1;
    double sigma = 0.5;
};

/// A value between two others, each as likely as the next.
struct Span {
    double from = 0;
    double to = 0;
};

/// A whole number between two others, both included.
struct Count {
    int from = 0;
    int to = 0;
};

/// e^x, for x < 700, and 0 under -700; relative error under 1e-14.
[[nodiscard]] double exponential(double x);
/// The natural logarithm of x > 0; error under 1e-14.
[[nodiscard]] double logarithm(double x);

/// One stream of chance: xoshiro256** (Blackman and Vigna, 2018), its state drawn by SplitMix64 from three numbers.
/// Streams with another number are independent, so that a behaviour that is switched on doesn't change what the
/// others do.
class Random {
public:
    Random(std::uint64_t seed, std::uint64_t day, std::uint64_t stream);

    [[nodiscard]] std::uint64_t next();
    /// At least 0, under 1.
    [[nodiscard]] double unit();
    [[nodiscard]] double between(Span span) { return span.from + (span.to - span.from) * unit(); }
    [[nodiscard]] double between(double from, double to) { return between(Span{from, to}); }
    [[nodiscard]] int between(Count count);
    [[nodiscard]] bool chance(double probability) { return unit() < probability; }
    /// Of the standard normal distribution (Marsaglia's polar method).
    [[nodiscard]] double normal();
    [[nodiscard]] double around(Spread spread) { return spread.median * exponential(spread.sigma * normal()); }
    /// Poisson.
    [[nodiscard]] int howMany(double mean);
    /// A face 1..5 by its share.
    [[nodiscard]] int face(const std::array<double, 5>& shares);

private:
    std::array<std::uint64_t, 4> m_state{};
};

} // namespace smiley::citizens
