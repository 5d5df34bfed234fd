// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/core/time.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The centre's own certificate authority: stands pin it, so that no other authority can stand in for the centre. ECDSA
/// on P-256 with SHA-256 (RFC 5480), X.509 v3 (RFC 5280).

namespace smiley::central {

enum class CertificateFault : std::uint8_t {
    BadHost, ///< not a host name or an IP address: correct it
    BadKey,  ///< the authority's files can't be used: restore them
    Library, ///< OpenSSL refused; the message has its words
};

inline constexpr int authorityDays = 20 * 365;
inline constexpr int serverDays = 5 * 365;

/// A certificate and its private key, both PEM.
struct CertificatePair {
    std::string certificate;
    std::string key;
};

[[nodiscard]] core::Result<CertificatePair, CertificateFault> makeAuthority(std::string_view name, core::WallMs now);
/// For a server that is reached under `hosts` (at least one; names and IP addresses), signed by `authority`. The
/// certificate's text has the authority's behind it.
[[nodiscard]] core::Result<CertificatePair, CertificateFault>
makeServerCertificate(const CertificatePair& authority, const std::vector<std::string>& hosts, core::WallMs now);

/// SHA-256 of the certificate (DER), as "AB:CD:…", to be read aloud or compared.
[[nodiscard]] std::string fingerprint(std::string_view certificatePem);
/// Its last instant; 0 where it can't be read.
[[nodiscard]] core::WallMs notAfter(std::string_view certificatePem);

} // namespace smiley::central
