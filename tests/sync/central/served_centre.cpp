// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/central/served_centre.h"

#include <QJsonDocument>

#include <algorithm>
#include <charconv>
#include <fstream>

namespace smiley::test {

namespace fs = std::filesystem;

void FolderPackages::add(const std::string& municipality, std::uint64_t night, const std::string& kind,
                         const std::string& name, const std::string& bytes)
{
    const fs::path folder = m_root / municipality / std::to_string(night) / kind;
    fs::create_directories(folder);
    std::ofstream(folder / name, std::ios::binary) << bytes;
}

std::vector<central::Packages::Listed> FolderPackages::list(const core::MunicipalityId& municipality) const
{
    std::vector<Listed> all;
    std::error_code error;
    for (const auto& night : fs::directory_iterator(m_root / municipality.text(), error)) {
        for (const auto& kind : fs::directory_iterator(night.path())) {
            all.push_back(
                {std::stoul(night.path().filename().string()), kind.path().filename().string(), "manifest.json"});
        }
    }
    std::sort(all.begin(), all.end(),
              [](const Listed& a, const Listed& b) { return std::tie(a.night, a.kind) < std::tie(b.night, b.kind); });
    return all;
}

std::optional<central::Packages::File> FolderPackages::file(const core::MunicipalityId& municipality,
                                                            std::uint64_t night, std::string_view kind,
                                                            std::string_view name) const
{
    if (name.empty() || name.find("..") != std::string_view::npos) {
        return std::nullopt;
    }
    const fs::path path = m_root / municipality.text() / std::to_string(night) / kind / name;
    const auto bytes = central::readWhole(path, 64 * 1024 * 1024);
    return bytes ? std::optional(File{path, wire::sha256(*bytes)}) : std::nullopt;
}

ServedCentre::ServedCentre(Fleet& fleet, central::ServerLimits limits)
    : packages(fleet.path("packages")),
      m_fleet(fleet),
      m_ledger(std::make_unique<central::LedgerThread>(fleet.takeLedger(), fleet.clock)),
      m_api(std::make_unique<central::Api>(*m_ledger, fleet.key, fleet.clock, packages))
{
    m_server = must(central::Server::open(
        {"127.0.0.1", 0, fleet.folder().serverCertificate(), fleet.folder().serverKey(), limits}, *m_api));
    m_port = m_server->port();
    m_thread = std::thread([this] { m_server->run(); });
}

ServedCentre::~ServedCentre()
{
    m_server->stop();
    m_thread.join();
    m_server.reset();
    m_ledger.reset();
    m_fleet.reopen();
}

Answer standRequest(HttpsClient& client, const FakeStand& stand, const std::string& method, const std::string& resource,
                    const std::string& body, HttpsClient::Headers headers)
{
    const std::string target = "/v1/stands/" + stand.id.text() + "/" + resource;
    headers[std::string(wire::signatureHeader)] = wire::signRequest(stand.transportKey, method, target, body);
    return client.request(method, target, body, headers);
}

QString typeOf(const Answer& answer)
{
    const QString type = QJsonDocument::fromJson(QByteArray::fromStdString(answer.body))["type"].toString();
    return type.section(':', -1);
}

} // namespace smiley::test
