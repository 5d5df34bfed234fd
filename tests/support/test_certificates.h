// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace smiley::test {

/// A certificate and its private key, both PEM.
struct CertifiedKey {
    std::string certificate;
    std::string key;
};

/// For whom and how long. Times are from now.
struct CertificateWish {
    std::vector<std::string> hosts{"localhost"}; ///< subjectAltName; addresses are known by their form
    std::vector<std::string> addresses{"127.0.0.1", "::1"};
    std::chrono::seconds validFrom{-3600};
    std::chrono::seconds validTo{24 * 3600};
};

/// A certificate authority made on the spot (EC P-256, OpenSSL). A broken invariant asserts.
class TestAuthority {
public:
    explicit TestAuthority(const std::string& name = "Test authority");
    ~TestAuthority();
    TestAuthority(const TestAuthority&) = delete;
    TestAuthority& operator=(const TestAuthority&) = delete;

    /// The authority's certificate, PEM: what a client pins.
    [[nodiscard]] const std::string& certificate() const { return m_certificate; }
    [[nodiscard]] CertifiedKey issue(const CertificateWish& wish = {}) const;

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
    std::string m_certificate;
};

} // namespace smiley::test
