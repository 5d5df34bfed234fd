// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/client/test_server.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <sstream>
#include <thread>

namespace smiley::test {

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
namespace ssl = boost::asio::ssl;
using asio::ip::tcp;
using TlsStream = ssl::stream<tcp::socket>;

constexpr auto asTuple = asio::as_tuple(asio::use_awaitable);

asio::awaitable<void> pause(std::chrono::milliseconds time)
{
    asio::steady_timer timer(co_await asio::this_coro::executor, time);
    co_await timer.async_wait(asTuple);
}

std::string textOf(const Reply& reply)
{
    if (reply.raw) {
        return *reply.raw;
    }
    http::response<http::string_body> response(static_cast<http::status>(reply.status), 11);
    for (const auto& [name, value] : reply.headers) {
        response.set(name, value);
    }
    response.keep_alive(false);
    response.body() = reply.body;
    response.prepare_payload();
    std::ostringstream text;
    text << response;
    return text.str();
}

} // namespace

struct TestServer::Inside {
    asio::io_context io{1};
    ssl::context tls{ssl::context::tls_server};
    tcp::acceptor acceptor{io, {asio::ip::address_v4::loopback(), 0}};
    std::function<Reply(const SeenRequest&)> handler;
    Offer offer = Offer::Tls13;
    std::thread thread;

    asio::awaitable<void> accept()
    {
        for (;;) {
            auto [error, socket] = co_await acceptor.async_accept(asTuple);
            if (error) {
                co_return;
            }
            asio::co_spawn(io, serve(std::move(socket)), asio::detached);
        }
    }

    asio::awaitable<void> serve(tcp::socket socket)
    {
        if (offer == Offer::SilentAfterConnect) {
            co_await pause(std::chrono::minutes(10));
        }
        boost::system::error_code ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        TlsStream stream(std::move(socket), tls);
        if (const auto [error] = co_await stream.async_handshake(ssl::stream_base::server, asTuple); error) {
            co_return;
        }
        boost::beast::flat_buffer buffer;
        http::request_parser<http::string_body> parser;
        parser.body_limit(64 * 1024 * 1024);
        if (offer == Offer::AnswersEarly) {
            co_await http::async_read_header(stream, buffer, parser, asTuple);
        } else if (const auto [error, size] = co_await http::async_read(stream, buffer, parser, asTuple); error) {
            co_return;
        }
        SeenRequest seen{
            std::string(parser.get().method_string()), std::string(parser.get().target()), parser.get().body(), {}};
        for (const auto& field : parser.get()) {
            std::string name(field.name_string());
            std::transform(name.begin(), name.end(), name.begin(),
                           [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
            seen.headers[name] = std::string(field.value());
        }
        const Reply reply = handler(seen);
        co_await pause(reply.pause);
        std::string text = textOf(reply);
        text.resize(std::min(text.size(), reply.cutAfter.value_or(text.size())));
        const std::size_t piece = reply.pauseEachByte.count() > 0 ? 1 : text.size();
        for (std::size_t at = 0; at < text.size(); at += piece) {
            const auto [error, size] =
                co_await asio::async_write(stream, asio::buffer(text.data() + at, piece), asTuple);
            if (error) {
                co_return;
            }
            co_await pause(reply.pauseEachByte);
        }
        if (!reply.cutAfter) {
            co_await stream.async_shutdown(asTuple);
        }
    }
};

TestServer::TestServer(const CertifiedKey& certified, std::function<Reply(const SeenRequest&)> handler, Offer offer)
    : m_inside(std::make_unique<Inside>())
{
    m_inside->handler = std::move(handler);
    m_inside->offer = offer;
    m_inside->tls.use_certificate_chain(asio::buffer(certified.certificate));
    m_inside->tls.use_private_key(asio::buffer(certified.key), ssl::context::pem);
    SSL_CTX* const context = m_inside->tls.native_handle();
    SSL_CTX_set_min_proto_version(context, offer == Offer::Tls12Only ? TLS1_2_VERSION : TLS1_3_VERSION);
    SSL_CTX_set_max_proto_version(context, offer == Offer::Tls12Only ? TLS1_2_VERSION : TLS1_3_VERSION);
    asio::co_spawn(m_inside->io, m_inside->accept(), asio::detached);
    m_inside->thread = std::thread([inside = m_inside.get()] { inside->io.run(); });
}

TestServer::~TestServer()
{
    m_inside->io.stop();
    m_inside->thread.join();
}

std::uint16_t TestServer::port() const { return m_inside->acceptor.local_endpoint().port(); }

struct CuttingProxy::Inside {
    static constexpr std::size_t never = SIZE_MAX;

    asio::io_context io{1};
    tcp::acceptor acceptor{io, {asio::ip::address_v4::loopback(), 0}};
    std::uint16_t serverPort = 0;
    std::atomic<std::size_t> toServerMost = never;
    std::atomic<std::size_t> toClientMost = never;
    std::atomic<std::size_t> toServer = 0;
    std::atomic<std::size_t> toClient = 0;
    std::thread thread;

    struct Pair {
        tcp::socket client;
        tcp::socket server;
    };

    asio::awaitable<void> accept()
    {
        for (;;) {
            auto [error, client] = co_await acceptor.async_accept(asTuple);
            if (error) {
                co_return;
            }
            auto pair = std::make_shared<Pair>(Pair{std::move(client), tcp::socket(io)});
            const auto [refused] =
                co_await pair->server.async_connect({asio::ip::address_v4::loopback(), serverPort}, asTuple);
            if (refused) {
                continue;
            }
            toServer = 0;
            toClient = 0;
            asio::co_spawn(io, pump(pair, pair->client, pair->server, toServer, toServerMost.load()), asio::detached);
            asio::co_spawn(io, pump(pair, pair->server, pair->client, toClient, toClientMost.load()), asio::detached);
        }
    }

    static asio::awaitable<void> pump(std::shared_ptr<Pair> pair, tcp::socket& from, tcp::socket& to,
                                      std::atomic<std::size_t>& passed, std::size_t most)
    {
        std::array<char, 16384> block{};
        std::size_t left = most;
        boost::system::error_code ignored;
        while (left > 0) {
            auto [error, size] = co_await from.async_read_some(asio::buffer(block), asTuple);
            if (error) {
                to.shutdown(tcp::socket::shutdown_send, ignored);
                co_return;
            }
            size = std::min(size, left);
            left -= size;
            passed += size;
            if (const auto [writeError, written] = co_await asio::async_write(to, asio::buffer(block, size), asTuple);
                writeError) {
                co_return;
            }
        }
        pair->client.close(ignored);
        pair->server.close(ignored);
    }
};

CuttingProxy::CuttingProxy(std::uint16_t serverPort) : m_inside(std::make_unique<Inside>())
{
    m_inside->serverPort = serverPort;
    asio::co_spawn(m_inside->io, m_inside->accept(), asio::detached);
    m_inside->thread = std::thread([inside = m_inside.get()] { inside->io.run(); });
}

CuttingProxy::~CuttingProxy()
{
    m_inside->io.stop();
    m_inside->thread.join();
}

std::string CuttingProxy::url() const
{
    return "https://localhost:" + std::to_string(m_inside->acceptor.local_endpoint().port());
}
void CuttingProxy::cutToServerAfter(std::optional<std::size_t> bytes)
{
    m_inside->toServerMost = bytes.value_or(Inside::never);
}
void CuttingProxy::cutToClientAfter(std::optional<std::size_t> bytes)
{
    m_inside->toClientMost = bytes.value_or(Inside::never);
}
std::size_t CuttingProxy::bytesToServer() const { return m_inside->toServer; }
std::size_t CuttingProxy::bytesToClient() const { return m_inside->toClient; }

} // namespace smiley::test
