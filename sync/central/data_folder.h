// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ids.h"
#include "app/core/result.h"
#include "sync/central/ledger.h"
#include "sync/wire/keys.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// Where things lie in a centre's data folder (0700):
///
///   ledger.sqlite                      the ledger
///   centre.key                         the centre's Ed25519 key (0600)
///   ca.crt ca.key                      the private CA that stands pin (key 0600)
///   server.crt server.key              what `serve` shows (key 0600)
///   packages/<municipality>/<night>/<rows|tables>/…   what `nightly` makes and `serve` gives out; night in decimal

namespace smiley::central {

class DataFolder {
public:
    explicit DataFolder(std::filesystem::path root) : m_root(std::move(root)) {}

    [[nodiscard]] const std::filesystem::path& root() const { return m_root; }
    [[nodiscard]] std::filesystem::path ledger() const { return m_root / "ledger.sqlite"; }
    [[nodiscard]] std::filesystem::path centreKey() const { return m_root / "centre.key"; }
    [[nodiscard]] std::filesystem::path caCertificate() const { return m_root / "ca.crt"; }
    [[nodiscard]] std::filesystem::path caKey() const { return m_root / "ca.key"; }
    [[nodiscard]] std::filesystem::path serverCertificate() const { return m_root / "server.crt"; }
    [[nodiscard]] std::filesystem::path serverKey() const { return m_root / "server.key"; }
    [[nodiscard]] std::filesystem::path packages() const { return m_root / "packages"; }
    /// `kind` is "rows" or "tables".
    [[nodiscard]] std::filesystem::path package(const core::MunicipalityId& municipality, std::uint64_t night,
                                                std::string_view kind) const
    {
        return packages() / municipality.text() / std::to_string(night) / kind;
    }

    /// The centre's key. NotALedger where there is none, Io where it can't be read or is no key.
    [[nodiscard]] Kept<wire::SecretKey> readCentreKey() const;

private:
    std::filesystem::path m_root;
};

} // namespace smiley::central
