// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/test_certificates.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Servers that go wrong in every way we know, on loopback, each with a thread of its own.

namespace smiley::test {

struct SeenRequest {
    std::string method;
    std::string target;
    std::string body;
    std::map<std::string, std::string> headers; ///< names in lower case
};

struct Reply {
    int status = 200;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    std::optional<std::string> raw;             ///< the whole answer instead
    std::optional<std::size_t> cutAfter;        ///< the connection ends after so many bytes of the answer
    std::chrono::milliseconds pause{0};         ///< before the answer
    std::chrono::milliseconds pauseEachByte{0}; ///< between the bytes of the answer
};

enum class Offer {
    Tls13,
    Tls12Only,
    SilentAfterConnect, ///< accepts and says nothing, for ever
    AnswersEarly,       ///< reads no body, answers, closes
};

class TestServer {
public:
    /// `handler` runs on the server's thread, for each whole request.
    TestServer(const CertifiedKey& certified, std::function<Reply(const SeenRequest&)> handler,
               Offer offer = Offer::Tls13);
    ~TestServer();
    TestServer(const TestServer&) = delete;
    TestServer& operator=(const TestServer&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    /// "https://localhost:<port>".
    [[nodiscard]] std::string url() const { return "https://localhost:" + std::to_string(port()); }

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

/// Hands bytes on to a server and ends each connection after a set number of them.
class CuttingProxy {
public:
    explicit CuttingProxy(std::uint16_t serverPort);
    ~CuttingProxy();
    CuttingProxy(const CuttingProxy&) = delete;
    CuttingProxy& operator=(const CuttingProxy&) = delete;

    [[nodiscard]] std::string url() const;
    /// From the next connection on. Nothing: never.
    void cutToServerAfter(std::optional<std::size_t> bytes);
    void cutToClientAfter(std::optional<std::size_t> bytes);
    /// How many bytes went through in the last connection.
    [[nodiscard]] std::size_t bytesToServer() const;
    [[nodiscard]] std::size_t bytesToClient() const;

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

} // namespace smiley::test
