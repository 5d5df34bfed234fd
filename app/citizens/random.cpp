// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/citizens/random.h"

#include <bit>
#include <cassert>
#include <cmath>

namespace smiley::citizens {

namespace {

std::uint64_t splitMix(std::uint64_t& state)
{
    state += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
}

constexpr double ln2High = 0x1.62e42fefa0000p-1; // its last bits are 0, so that k * ln2High is exact
constexpr double ln2Low = 0x1.cf79abc9e3b39p-40;

} // namespace

double exponential(double x)
{
    assert(x < 700);
    if (x < -700) {
        return 0;
    }
    const double k = std::floor(x / ln2High + 0.5);
    const double r = (x - k * ln2High) - k * ln2Low; // |r| < 0.35
    double sum = 1;
    for (int i = 14; i > 0; --i) {
        sum = 1 + sum * r / i;
    }
    return std::ldexp(sum, static_cast<int>(k));
}

double logarithm(double x)
{
    assert(x > 0);
    int k = 0;
    double m = std::frexp(x, &k); // 0.5 <= m < 1
    if (m < 0.70710678118654752) {
        m *= 2;
        --k;
    }
    const double s = (m - 1) / (m + 1); // |s| < 0.172
    const double s2 = s * s;
    double sum = 0;
    for (int i = 23; i > 0; i -= 2) {
        sum = sum * s2 + 1.0 / i;
    }
    return k * ln2High + (2 * s * sum + k * ln2Low);
}

Random::Random(std::uint64_t seed, std::uint64_t day, std::uint64_t stream)
{
    std::uint64_t mixed = seed;
    mixed = splitMix(mixed) + day;
    mixed = splitMix(mixed) + stream;
    for (std::uint64_t& word : m_state) {
        word = splitMix(mixed);
    }
}

std::uint64_t Random::next()
{
    const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
    const std::uint64_t shifted = m_state[1] << 17U;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

double Random::unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

int Random::between(Count count)
{
    assert(count.from <= count.to);
    return count.from + static_cast<int>(unit() * (count.to - count.from + 1));
}

double Random::normal()
{
    while (true) {
        const double x = 2 * unit() - 1;
        const double y = 2 * unit() - 1;
        const double square = x * x + y * y;
        if (square > 0 && square < 1) {
            return x * std::sqrt(-2 * logarithm(square) / square);
        }
    }
}

int Random::howMany(double mean)
{
    constexpr double piece = 16; // a product of uniforms (Knuth) for each piece of the mean
    int n = 0;
    for (; mean > 0; mean -= piece) {
        const double limit = exponential(-(mean < piece ? mean : piece));
        for (double product = unit(); product > limit; product *= unit()) {
            ++n;
        }
    }
    return n;
}

int Random::face(const std::array<double, 5>& shares)
{
    const double u = unit();
    double sum = 0;
    for (int face = 1; face < 5; ++face) {
        sum += shares[static_cast<std::size_t>(face - 1)];
        if (u < sum) {
            return face;
        }
    }
    return 5;
}

} // namespace smiley::citizens
