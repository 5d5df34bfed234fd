// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace smiley::test {

struct Answer {
    int status = 0;                             ///< 0: no answer, the connection was closed
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body;
};

/// One TLS connection to a server on the loopback address. Checks certificate and host name. Blocking.
class HttpsClient {
public:
    enum class Offer : std::uint8_t { Tls13, Tls12 };
    using Headers = std::map<std::string, std::string>;

    /// Connects; `connected` says whether the handshake was done.
    HttpsClient(std::uint16_t port, const std::string& caFile, Offer offer = Offer::Tls13);
    ~HttpsClient();
    HttpsClient(const HttpsClient&) = delete;
    HttpsClient& operator=(const HttpsClient&) = delete;

    [[nodiscard]] bool connected() const;
    /// Sends a request and reads the answer; the connection stays open.
    Answer request(const std::string& method, const std::string& target, const std::string& body = {},
                   const Headers& headers = {});
    /// Sends bytes as they are; false where the connection is closed.
    bool sendRaw(const std::string& bytes);
    Answer readAnswer();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace smiley::test
