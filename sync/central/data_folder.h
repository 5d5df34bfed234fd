// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ids.h"
#include "app/core/ports.h"
#include "app/core/result.h"
#include "platform/files/files.h"
#include "sync/central/ledger.h"
#include "sync/wire/keys.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// Where things lie in a centre's data folder (0700):
///
///   ledger.sqlite                      the ledger
///   centre.key                         the centre's Ed25519 key (0600)
///   ca.crt ca.key                      the private CA that stands pin (key 0600)
///   server.crt server.key              what `serve` shows (key 0600)
///   packages/                          what `nightly` makes and `serve` gives out (sync/report/packages.h)

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
    /// The centre's key. NotALedger where there is none, Io where it can't be read or is no key.
    [[nodiscard]] Kept<wire::SecretKey> readCentreKey() const;
    [[nodiscard]] Kept<std::unique_ptr<Ledger>> openLedger() const { return openSqliteLedger(ledger()); }

private:
    std::filesystem::path m_root;
};

enum class FolderFault : std::uint8_t {
    NotEmpty, ///< something is there already, and was left as it is: choose another folder
    BadHost,  ///< not a host name or an IP address: correct it
    Io,       ///< can't be written: check the path, its rights and the disk
};

struct NewCentre {
    std::string name;
    std::vector<std::string> hosts; ///< names and addresses under which stands reach it
    bool example = false;
};

/// Makes a centre: folder, keys, certificates, ledger. What was begun is taken away again where it fails.
[[nodiscard]] core::Result<core::Done, FolderFault> makeCentre(const DataFolder& folder, const NewCentre& centre,
                                                               core::WallMs now, core::Random& random);
/// Makes another server certificate of the same authority, so that stands go on believing it: for other hosts, or in
/// good time before its end. `serve` takes it at its next start.
[[nodiscard]] core::Result<core::Done, FolderFault>
renewServerCertificate(const DataFolder& folder, const std::vector<std::string>& hosts, core::WallMs now);

/// Most bytes of a key, a certificate or a settings file.
inline constexpr std::size_t smallFileBytesMax = std::size_t{64} * 1024;

/// Writes a file whole or not at all, on disk when it returns.
[[nodiscard]] core::Result<core::Done, FolderFault> putFile(const std::filesystem::path& file, std::string_view bytes,
                                                            files::Rights rights);
/// A file that somebody named (a link or a pipe, too), at most `bytesMax` bytes.
[[nodiscard]] core::Result<std::string, FolderFault> readWhole(const std::filesystem::path& file, std::size_t bytesMax);

} // namespace smiley::central
