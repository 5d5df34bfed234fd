// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ids.h"
#include "sync/client/files.h"
#include "sync/wire/keys.h"
#include "sync/wire/messages.h"
#include "tests/sync/client/test_server.h"

#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace smiley::test {

/// What a centre does with one stand's requests, in memory: enrols, stores envelopes once by hash, signs. Any thread.
class TestCentre {
public:
    TestCentre();

    /// For TestServer.
    [[nodiscard]] Reply answer(const SeenRequest& request);
    /// Looks at each request first; where it gives an answer that is sent. `before` runs before anything is stored, `after`
    /// when it is, and may change the answer.
    std::function<std::optional<Reply>(const SeenRequest&)> before;
    std::function<void(const SeenRequest&, Reply&)> after;

    void setConfiguration(std::uint64_t version);
    [[nodiscard]] std::vector<SeenRequest> seen() const;
    [[nodiscard]] std::vector<std::string> bodiesOf(const std::string& targetEnd) const;
    /// Numbers of the stored envelopes in the order in which they came first.
    [[nodiscard]] std::vector<std::uint64_t> storedNumbers() const;
    void forgetSeen();

    const core::StandId stand;
    const wire::SecretKey key = wire::SecretKey::generate();
    std::string code = "ABCD2345";

private:
    Reply enrol(const SeenRequest& request);
    Reply store(const SeenRequest& request);
    Reply beat(const SeenRequest& request);
    Reply configuration(const SeenRequest& request);

    mutable std::recursive_mutex m_mutex;
    std::vector<SeenRequest> m_seen;
    std::optional<wire::PublicKey> m_transportKey;
    std::map<client::EnvelopeName, std::string> m_stored;
    std::vector<std::uint64_t> m_order;
    std::string m_configuration;
    std::uint64_t m_configurationVersion = 0;
};

[[nodiscard]] Reply problem(int status, const std::string& title, const std::string& detail);

/// The stand program's side: a folder with outbox/, inbox/ and state/, and its envelope key.
class TestStand {
public:
    explicit TestStand(const std::filesystem::path& folder);
    /// A real sealed envelope with one visit, as a file in the outbox.
    void seal(std::uint64_t number);
    void seal(const core::Epoch& ofEpoch, std::uint64_t number);
    void remove(std::uint64_t number);
    void writeStatus(const wire::Heartbeat& heartbeat);
    [[nodiscard]] wire::Heartbeat status() const;
    [[nodiscard]] std::vector<std::string> files(const std::filesystem::path& folder) const;
    [[nodiscard]] std::filesystem::path receipt(std::uint64_t number) const;

    const client::Folders folders;
    const core::Epoch epoch;
    const wire::SecretKey envelopeKey = wire::SecretKey::generate();
};

[[nodiscard]] std::string readAll(const std::filesystem::path& file);
void writeAll(const std::filesystem::path& file, const std::string& bytes);

} // namespace smiley::test
