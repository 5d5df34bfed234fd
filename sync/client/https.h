// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/stop.h"
#include "sync/client/transport.h"
#include "sync/wire/messages.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

namespace smiley::client {

/// How long each network step may take, and how large an answer may be.
struct NetworkLimits {
    std::chrono::milliseconds resolve{10'000};
    std::chrono::milliseconds connect{5'000}; ///< to each address
    std::chrono::milliseconds handshake{10'000};
    std::chrono::milliseconds send{120'000}; ///< the largest envelope takes 34 s at 1 Mbit/s
    std::chrono::milliseconds receive{60'000};
    std::size_t answerBytesMax = wire::messageBytesMax;
    std::size_t headerBytesMax = 8 * 1024;
    std::size_t addressesMax = 4; ///< of one host name
};

enum class HttpsFault : std::uint8_t {
    BadServer, ///< the server's address can't be used: correct the setting
    BadCa,     ///< the CA file can't be read or holds no certificate: put the centre's CA file there
};

/// HTTPS to one server: TLS 1.3, only certificates of the given CA, one connection per exchange, no redirects, no proxy.
/// One thread. Every wait ends with its limit or when `stop` is requested; only the system's name lookup goes on behind.
class Https final : public Transport {
public:
    /// `server`: "https://host[:port]". Reads the CA file now; it isn't needed afterwards. `stop` must outlive the result.
    [[nodiscard]] static core::Result<std::unique_ptr<Https>, HttpsFault>
    open(const std::string& server, const std::filesystem::path& caFile, const std::string& program, const Stop& stop,
         NetworkLimits limits = {});
    ~Https() override;
    Https(const Https&) = delete;
    Https& operator=(const Https&) = delete;

    [[nodiscard]] core::Result<Response, TransportFault> exchange(const Request& request, DateCheck dates) override;

private:
    struct Inside;
    explicit Https(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> m_inside;
};

} // namespace smiley::client
