// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "sync/central/api.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

/// HTTPS/1.1 around an Api: TLS 1.3 only, keep-alive, every size, time and number limited. One thread does input and
/// output; `workers` threads check envelopes and wait for the ledger.

namespace smiley::central {

struct ServerLimits {
    std::size_t headerBytesMax = std::size_t{8} * 1024;
    std::size_t connectionsMax = 256; ///< more wait in the kernel's queue
    std::int64_t handshakeMs = 10'000;
    std::int64_t headerMs = 60'000; ///< from one answer to the next request's whole head
    std::int64_t bodyMs = 30'000;   ///< for the whole body
    std::int64_t answerMs = 60'000; ///< for the whole answer
    std::int64_t graceMs = 10'000;  ///< for requests that are under way when it is told to stop
    unsigned workers = 8;
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;            ///< 0: a free one
    std::filesystem::path certificate; ///< PEM, with the authority's behind it
    std::filesystem::path key;
    ServerLimits limits;
};

enum class ServerFault : std::uint8_t {
    BadAddress,     ///< not an address of this machine: correct --listen
    InUse,          ///< another program has the port: stop it, or choose another
    BadCertificate, ///< certificate or key can't be used: make them again
};

class Server {
public:
    /// Listens; nothing is accepted before `run`. `api` outlives it.
    [[nodiscard]] static core::Result<std::unique_ptr<Server>, ServerFault> open(const ServerOptions& options,
                                                                                 Api& api);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    /// SIGTERM and SIGINT stop it.
    void stopOnSignals();
    /// Serves until it is stopped; requests under way are answered.
    void run();
    /// Any thread.
    void stop();

private:
    struct Parts;
    explicit Server(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace smiley::central
