// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/server.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <spdlog/spdlog.h>

#include <array>
#include <chrono>
#include <csignal>
#include <exception>
#include <fstream>
#include <list>
#include <optional>
#include <utility>

namespace smiley::central {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using Stream = beast::ssl_stream<beast::tcp_stream>;
using Parser = http::request_parser<http::string_body>;
using Duration = std::chrono::milliseconds;

constexpr auto asTuple = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t fileChunkBytes = std::size_t{64} * 1024;
constexpr auto acceptPause = Duration(100);
/// How long the other side is waited for when a connection ends, or is refused while it still sends.
constexpr auto farewell = Duration(1000);

std::string field(const http::request<http::string_body>& request, http::field name)
{
    return std::string(request[name]);
}

HttpRequest requestOf(http::request<http::string_body>&& message)
{
    HttpRequest request;
    request.method = std::string(message.method_string());
    request.target = std::string(message.target());
    request.authorization = field(message, http::field::authorization);
    request.signature = std::string(message[std::string(wire::signatureHeader)]);
    request.ifNoneMatch = field(message, http::field::if_none_match);
    request.range = field(message, http::field::range);
    request.ifRange = field(message, http::field::if_range);
    request.body = std::move(message.body());
    return request;
}

HttpResponse safely(Api& api, const HttpRequest& request)
{
    try {
        return api.handle(request);
    } catch (const std::exception& exception) {
        spdlog::error("{} {} failed: {}", request.method, request.target, exception.what());
        return problem(500, "unexpected", "Unexpected", "the centre failed on this request; its log says why");
    }
}

} // namespace

/// One thread (`io`) runs everything here but `safely`, which runs on `workers`.
struct Server::Parts {
    /// A connection, for as long as its coroutine runs.
    struct Session {
        Session(tcp::socket socket, asio::ssl::context& tls) : stream(std::move(socket), tls) {}
        Stream stream;
        bool isIdle = true; ///< waits for a request
    };
    using Sessions = std::list<Session>;

    Parts(const ServerOptions& options, Api& theApi)
        : api(theApi),
          limits(options.limits),
          acceptor(io),
          freed(io),
          grace(io),
          signals(io),
          tls(asio::ssl::context::tls_server),
          workers(options.limits.workers)
    {}

    asio::awaitable<void> acceptAll();
    asio::awaitable<void> serve(Sessions::iterator session);
    asio::awaitable<void> talk(Session& session);
    asio::awaitable<bool> answer(Session& session, HttpResponse response, bool keepAlive);
    asio::awaitable<bool> sendFile(Session& session, const FileSlice& slice) const;
    asio::awaitable<void> discard(Session& session);
    asio::awaitable<HttpResponse> handle(HttpRequest request);
    void stop();
    void finishWhenEmpty();

    Api& api;
    ServerLimits limits;
    asio::io_context io{1};
    asio::executor_work_guard<asio::io_context::executor_type> work{io.get_executor()};
    tcp::acceptor acceptor;
    asio::steady_timer freed; ///< cancelled when a connection ends
    asio::steady_timer grace;
    asio::signal_set signals;
    asio::ssl::context tls;
    Sessions sessions;
    bool isStopping = false;
    asio::thread_pool workers; ///< last: its threads use what is above
};

asio::awaitable<void> Server::Parts::acceptAll()
{
    while (!isStopping) {
        if (sessions.size() >= limits.connectionsMax) {
            freed.expires_at(asio::steady_timer::time_point::max());
            co_await freed.async_wait(asTuple);
            continue;
        }
        auto [error, socket] = co_await acceptor.async_accept(asTuple);
        if (isStopping) {
            break;
        }
        if (error) { // no descriptors left, or the peer gave up
            freed.expires_after(acceptPause);
            co_await freed.async_wait(asTuple);
            continue;
        }
        boost::system::error_code ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        const auto session = sessions.emplace(sessions.end(), std::move(socket), tls);
        asio::co_spawn(io, serve(session), asio::detached);
    }
}

asio::awaitable<void> Server::Parts::serve(Sessions::iterator session)
{
    auto& lowest = beast::get_lowest_layer(session->stream);
    lowest.expires_after(Duration(limits.handshakeMs));
    auto [refused] = co_await session->stream.async_handshake(asio::ssl::stream_base::server, asTuple);
    if (refused) {
        spdlog::debug("TLS handshake failed: {}", refused.message());
    } else {
        co_await talk(*session);
        lowest.expires_after(farewell);
        co_await session->stream.async_shutdown(asTuple);
    }
    sessions.erase(session);
    freed.cancel();
    finishWhenEmpty();
}

asio::awaitable<void> Server::Parts::talk(Session& session)
{
    auto& lowest = beast::get_lowest_layer(session.stream);
    beast::flat_buffer buffer;
    for (bool keepAlive = true; keepAlive && !isStopping;) {
        Parser parser;
        parser.header_limit(static_cast<std::uint32_t>(limits.headerBytesMax));
        parser.body_limit(boost::none); // set below, when it is known what is asked
        session.isIdle = true;
        lowest.expires_after(Duration(limits.headerMs));
        auto [headerError, headerBytes] = co_await http::async_read_header(session.stream, buffer, parser, asTuple);
        static_cast<void>(headerBytes);
        session.isIdle = false;
        if (headerError == http::error::header_limit) {
            co_await answer(session,
                            problem(431, "header-too-large", "The head is too large",
                                    "at most " + std::to_string(limits.headerBytesMax) + " bytes"),
                            false);
            co_await discard(session);
            co_return;
        }
        if (headerError) {
            if (headerError.category() == http::make_error_code(http::error::bad_version).category() &&
                headerError != http::error::end_of_stream && headerError != http::error::partial_message) {
                co_await answer(
                    session, problem(400, "bad-request", "This is no HTTP/1.1 request", headerError.message()), false);
            }
            co_return;
        }
        const std::size_t bodyMax = Api::bodyBytesMax(parser.get().method_string(), parser.get().target());
        auto bodyError = beast::error_code{};
        if (parser.content_length().value_or(0) > bodyMax) {
            bodyError = http::error::body_limit;
        } else {
            parser.body_limit(bodyMax);
            lowest.expires_after(Duration(limits.bodyMs));
            auto [readError, bodyBytes] = co_await http::async_read(session.stream, buffer, parser, asTuple);
            static_cast<void>(bodyBytes);
            bodyError = readError;
        }
        if (bodyError == http::error::body_limit) {
            co_await answer(session,
                            problem(413, "too-large", "The body is too large",
                                    "at most " + std::to_string(bodyMax) + " bytes for this resource"),
                            false);
            co_await discard(session);
            co_return;
        }
        if (bodyError) {
            co_return;
        }
        keepAlive = parser.get().keep_alive();
        HttpRequest request = requestOf(parser.release());
        HttpResponse response = co_await handle(std::move(request));
        keepAlive = keepAlive && !isStopping;
        if (!co_await answer(session, std::move(response), keepAlive)) {
            co_return;
        }
    }
}

asio::awaitable<HttpResponse> Server::Parts::handle(HttpRequest request)
{
    // The handler goes to a worker and comes back to this thread.
    auto initiate = [this](auto handler, HttpRequest asked) {
        asio::post(workers, [this, handler = std::move(handler), asked = std::move(asked)]() mutable {
            asio::post(io, [handler = std::move(handler), response = safely(api, asked)]() mutable {
                std::move(handler)(std::move(response));
            });
        });
    };
    HttpResponse response = co_await asio::async_initiate<decltype(asio::use_awaitable), void(HttpResponse)>(
        initiate, asio::use_awaitable, std::move(request));
    co_return response;
}

asio::awaitable<bool> Server::Parts::answer(Session& session, HttpResponse response, bool keepAlive)
{
    http::response<http::string_body> message;
    message.version(11);
    message.result(static_cast<unsigned>(response.status));
    if (!response.contentType.empty()) {
        message.set(http::field::content_type, response.contentType);
        message.set("X-Content-Type-Options", "nosniff");
    }
    message.set(http::field::cache_control, "no-store");
    for (const auto& [name, value] : response.headers) {
        message.set(name, value);
    }
    message.keep_alive(keepAlive);
    message.body() = std::move(response.body);
    if (response.file) {
        message.content_length(response.file->length);
    } else if (response.status != 204 && response.status != 304) {
        message.prepare_payload();
    }
    beast::get_lowest_layer(session.stream).expires_after(Duration(limits.answerMs));
    http::response_serializer<http::string_body> serializer(message);
    if (!response.file) {
        auto [error, bytes] = co_await http::async_write(session.stream, serializer, asTuple);
        static_cast<void>(bytes);
        co_return !error;
    }
    auto [error, bytes] = co_await http::async_write_header(session.stream, serializer, asTuple);
    static_cast<void>(bytes);
    if (error) {
        co_return false;
    }
    const bool sent = co_await sendFile(session, *response.file);
    co_return sent;
}

asio::awaitable<bool> Server::Parts::sendFile(Session& session, const FileSlice& slice) const
{
    std::ifstream file(slice.path, std::ios::binary);
    file.seekg(static_cast<std::streamoff>(slice.offset));
    std::array<char, fileChunkBytes> chunk{};
    for (std::uint64_t left = slice.length; left > 0;) {
        const auto wanted = static_cast<std::streamsize>(std::min<std::uint64_t>(left, chunk.size()));
        if (!file.read(chunk.data(), wanted)) {
            spdlog::error("{} is shorter than it was; the answer is cut off", slice.path.string());
            co_return false;
        }
        beast::get_lowest_layer(session.stream).expires_after(Duration(limits.answerMs));
        auto [error, bytes] = co_await asio::async_write(
            session.stream, asio::buffer(chunk.data(), static_cast<std::size_t>(wanted)), asTuple);
        static_cast<void>(bytes);
        if (error) {
            co_return false;
        }
        left -= static_cast<std::uint64_t>(wanted);
    }
    co_return true;
}

/// Takes what a refused sender still sends, for a second: closing on it would take our answer from it.
asio::awaitable<void> Server::Parts::discard(Session& session)
{
    std::array<char, fileChunkBytes> chunk{};
    beast::get_lowest_layer(session.stream).expires_after(farewell);
    while (true) {
        auto [error, bytes] = co_await session.stream.async_read_some(asio::buffer(chunk), asTuple);
        static_cast<void>(bytes);
        if (error) {
            co_return;
        }
    }
}

void Server::Parts::stop()
{
    if (isStopping) {
        return;
    }
    isStopping = true;
    boost::system::error_code ignored;
    acceptor.close(ignored);
    signals.cancel(ignored);
    freed.cancel();
    for (Session& session : sessions) {
        if (session.isIdle) {
            beast::get_lowest_layer(session.stream).cancel();
        }
    }
    grace.expires_after(Duration(limits.graceMs));
    grace.async_wait([this](const boost::system::error_code& error) {
        if (!error) {
            spdlog::warn("{} connections were cut off", sessions.size());
            for (Session& session : sessions) {
                beast::get_lowest_layer(session.stream).close();
            }
        }
    });
    finishWhenEmpty();
}

void Server::Parts::finishWhenEmpty()
{
    if (isStopping && sessions.empty()) {
        grace.cancel();
        work.reset();
    }
}

Server::Server(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

Server::~Server() = default;

core::Result<std::unique_ptr<Server>, ServerFault> Server::open(const ServerOptions& options, Api& api)
{
    const std::string where = options.address + ":" + std::to_string(options.port);
    boost::system::error_code error;
    const auto address = asio::ip::make_address(options.address, error);
    if (error) {
        return core::fail(ServerFault::BadAddress,
                          "\"" + options.address +
                              "\" is no IP address; use 127.0.0.1, 0.0.0.0 or one of this machine");
    }
    auto parts = std::make_unique<Parts>(options, api);
    SSL_CTX_set_min_proto_version(parts->tls.native_handle(), TLS1_3_VERSION);
    parts->tls.use_certificate_chain_file(options.certificate.string(), error);
    if (!error) {
        parts->tls.use_private_key_file(options.key.string(), asio::ssl::context::pem, error);
    }
    if (error || SSL_CTX_check_private_key(parts->tls.native_handle()) != 1) {
        return core::fail(ServerFault::BadCertificate, "the server's certificate or key can't be used (" +
                                                           options.certificate.string() + ", " + options.key.string() +
                                                           "); make them again with `smiley-central certificate`");
    }
    const tcp::endpoint endpoint(address, options.port);
    parts->acceptor.open(endpoint.protocol(), error);
    if (!error) {
        parts->acceptor.set_option(asio::socket_base::reuse_address(true), error);
        parts->acceptor.bind(endpoint, error);
    }
    if (!error) {
        parts->acceptor.listen(asio::socket_base::max_listen_connections, error);
    }
    if (error == asio::error::address_in_use) {
        return core::fail(ServerFault::InUse,
                          "another program listens on " + where + "; stop it, or choose another port with --listen");
    }
    if (error) {
        return core::fail(ServerFault::BadAddress, "can't listen on " + where + ": " + error.message());
    }
    return std::unique_ptr<Server>(new Server(std::move(parts)));
}

std::uint16_t Server::port() const { return m_parts->acceptor.local_endpoint().port(); }

void Server::stopOnSignals()
{
    boost::system::error_code ignored;
    m_parts->signals.add(SIGTERM, ignored);
    m_parts->signals.add(SIGINT, ignored);
    m_parts->signals.async_wait([this](const boost::system::error_code& error, int) {
        if (!error) {
            spdlog::info("Ending: requests under way are answered first …");
            m_parts->stop();
        }
    });
}

void Server::run()
{
    asio::co_spawn(m_parts->io, m_parts->acceptAll(), asio::detached);
    m_parts->io.run();
    m_parts->workers.join();
}

void Server::stop()
{
    asio::post(m_parts->io, [this] { m_parts->stop(); });
}

} // namespace smiley::central
