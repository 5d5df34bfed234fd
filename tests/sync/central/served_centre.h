// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/server.h"
#include "tests/sync/central/fleet.h"
#include "tests/sync/central/https_client.h"

#include <QString>

#include <memory>
#include <string>
#include <thread>

namespace smiley::test {

/// Files that lie under <root>/<municipality>/<night>/<kind>/.
class FolderPackages final : public central::Packages {
public:
    explicit FolderPackages(std::filesystem::path root) : m_root(std::move(root)) {}
    void add(const std::string& municipality, std::uint64_t night, const std::string& kind, const std::string& name,
             const std::string& bytes);
    [[nodiscard]] std::vector<Listed> list(const core::MunicipalityId& municipality) const override;
    [[nodiscard]] std::optional<File> file(const core::MunicipalityId& municipality, std::uint64_t night,
                                           std::string_view kind, std::string_view name) const override;

private:
    std::filesystem::path m_root;
};

/// A centre that serves on a free port of the loopback address, until it goes.
class ServedCentre {
public:
    explicit ServedCentre(Fleet& fleet, central::ServerLimits limits = {});
    ~ServedCentre();
    ServedCentre(const ServedCentre&) = delete;
    ServedCentre& operator=(const ServedCentre&) = delete;

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] std::string caFile() const { return m_fleet.folder().caCertificate().string(); }
    HttpsClient client() const { return {m_port, caFile()}; }
    central::LedgerThread& ledger() { return *m_ledger; }
    central::Server& server() { return *m_server; }
    /// Does something with the ledger on its thread.
    template <class Work>
    auto with(Work work)
    {
        return m_ledger->run(work);
    }

    FolderPackages packages;

private:
    Fleet& m_fleet;
    std::unique_ptr<central::LedgerThread> m_ledger;
    std::unique_ptr<central::Api> m_api;
    std::unique_ptr<central::Server> m_server;
    std::uint16_t m_port = 0;
    std::thread m_thread;
};

/// A request of a stand, signed by its transport key.
Answer standRequest(HttpsClient& client, const FakeStand& stand, const std::string& method, const std::string& resource,
                    const std::string& body = {}, HttpsClient::Headers headers = {});

/// The last word of the problem's type, as "too-large".
QString typeOf(const Answer& answer);

} // namespace smiley::test
