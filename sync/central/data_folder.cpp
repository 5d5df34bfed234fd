// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/data_folder.h"

#include "sync/central/certificates.h"

#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace smiley::central {

namespace {

constexpr std::size_t chunkBytes = std::size_t{64} * 1024;

core::Failure<FolderFault> ioFault(const std::filesystem::path& path, int error)
{
    return core::fail(FolderFault::Io, path.string() + ": " + std::generic_category().message(error));
}

core::Result<core::Done, FolderFault> writeCertificate(const DataFolder& folder, const CertificatePair& authority,
                                                       const std::vector<std::string>& hosts, core::WallMs now)
{
    const auto server = makeServerCertificate(authority, hosts, now);
    if (!server) {
        const bool isHost = server.error().code == CertificateFault::BadHost;
        return core::fail(isHost ? FolderFault::BadHost : FolderFault::Io, server.error().message);
    }
    if (auto written = putFile(folder.serverKey(), server->key, files::Rights::Owner); !written) {
        return written;
    }
    return putFile(folder.serverCertificate(), server->certificate, files::Rights::Everyone);
}

core::Result<core::Done, FolderFault> fill(const DataFolder& folder, const NewCentre& centre, core::WallMs now,
                                           core::Random& random)
{
    const auto authority = makeAuthority(centre.name, now);
    if (!authority) {
        return core::fail(FolderFault::Io, authority.error().message);
    }
    if (auto written = writeCertificate(folder, *authority, centre.hosts, now); !written) {
        return written;
    }
    for (const auto& [path, bytes, mode] :
         {std::tuple(folder.caCertificate(), authority->certificate, files::Rights::Everyone),
          std::tuple(folder.caKey(), authority->key, files::Rights::Owner),
          std::tuple(folder.centreKey(), wire::SecretKey::generate().text() + "\n", files::Rights::Owner)}) {
        if (auto written = putFile(path, bytes, mode); !written) {
            return written;
        }
    }
    const std::string id = wire::newEpoch(random).text(); // 128 random bits too
    if (const auto ledger = createSqliteLedger(folder.ledger(), {id, centre.name, centre.example}); !ledger) {
        return core::fail(FolderFault::Io, ledger.error().message);
    }
    return core::Done{};
}

} // namespace

Kept<wire::SecretKey> DataFolder::readCentreKey() const
{
    if (!std::filesystem::exists(centreKey())) {
        return core::fail(LedgerFault::NotALedger,
                          centreKey().string() +
                              " is missing; make a centre with `smiley-central init`, or check --data");
    }
    auto text = readWhole(centreKey(), smallFileBytesMax);
    if (!text) {
        return core::fail(LedgerFault::Io, text.error().message);
    }
    while (!text->empty() && text->back() == '\n') {
        text->pop_back();
    }
    auto key = wire::SecretKey::parse(*text);
    if (!key) {
        return core::fail(LedgerFault::Io, centreKey().string() + " holds no key; restore it from the backup");
    }
    return *key;
}

core::Result<core::Done, FolderFault> makeCentre(const DataFolder& folder, const NewCentre& centre, core::WallMs now,
                                                 core::Random& random)
{
    std::error_code error;
    const bool isThere = std::filesystem::exists(folder.root(), error);
    if (isThere && !std::filesystem::is_empty(folder.root(), error)) {
        return core::fail(FolderFault::NotEmpty,
                          folder.root().string() + " is not an empty folder; it was left as it is, choose another");
    }
    std::filesystem::create_directories(folder.root(), error);
    if (error || ::chmod(folder.root().c_str(), S_IRWXU) != 0) {
        return ioFault(folder.root(), error ? error.value() : errno);
    }
    auto filled = fill(folder, centre, now, random);
    if (!filled) {
        for (const auto& entry : std::filesystem::directory_iterator(folder.root(), error)) {
            std::filesystem::remove(entry.path(), error);
        }
    }
    return filled;
}

core::Result<core::Done, FolderFault> renewServerCertificate(const DataFolder& folder,
                                                             const std::vector<std::string>& hosts, core::WallMs now)
{
    auto certificate = readWhole(folder.caCertificate(), smallFileBytesMax);
    if (!certificate) {
        return certificate.error();
    }
    auto key = readWhole(folder.caKey(), smallFileBytesMax);
    if (!key) {
        return key.error();
    }
    return writeCertificate(folder, {std::move(*certificate), std::move(*key)}, hosts, now);
}

core::Result<core::Done, FolderFault> putFile(const std::filesystem::path& file, std::string_view bytes,
                                              files::Rights rights)
{
    if (const auto written = files::writeWhole(file, bytes, rights); !written) {
        return core::fail(FolderFault::Io, written.error().message);
    }
    return core::Done{};
}

core::Result<std::string, FolderFault> readWhole(const std::filesystem::path& file, std::size_t bytesMax)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return ioFault(file, errno == 0 ? ENOENT : errno);
    }
    std::string bytes;
    std::string chunk(chunkBytes, '\0');
    while (stream.read(chunk.data(), static_cast<std::streamsize>(chunk.size())) || stream.gcount() > 0) {
        bytes.append(chunk.data(), static_cast<std::size_t>(stream.gcount()));
        if (bytes.size() > bytesMax) {
            return core::fail(FolderFault::Io, file.string() + " has more than " + std::to_string(bytesMax) + " bytes");
        }
    }
    if (stream.bad()) {
        return ioFault(file, EIO);
    }
    return bytes;
}

} // namespace smiley::central
