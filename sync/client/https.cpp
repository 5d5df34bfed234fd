// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/https.h"

#include "sync/client/files.h"
#include "sync/wire/messages.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url.hpp>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

namespace smiley::client {

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
namespace ssl = boost::asio::ssl;
using asio::ip::tcp;
using boost::system::error_code;
using TlsStream = ssl::stream<tcp::socket>;

struct Server {
    std::string host; ///< name or address, without brackets
    std::string port;
    bool isAddress = false;
    std::string authority; ///< for the Host header
};

std::optional<Server> parseServer(const std::string& text)
{
    const auto parsed = boost::urls::parse_uri(text);
    if (!parsed) {
        return std::nullopt;
    }
    const boost::urls::url_view url = *parsed;
    const bool bare = !url.has_userinfo() && !url.has_query() && !url.has_fragment() &&
                      (url.encoded_path().empty() || url.encoded_path() == "/");
    if (url.scheme() != "https" || url.host().empty() || !bare) {
        return std::nullopt;
    }
    Server server;
    server.host = url.host_address();
    server.port = url.has_port() && !url.port().empty() ? std::string(url.port()) : "443";
    server.isAddress = url.host_type() != boost::urls::host_type::name;
    server.authority = std::string(url.encoded_host_and_port());
    return server;
}

std::int64_t number(const error_code& error) { return error.value(); }

/// Seconds of a Retry-After; the form with a date needs a clock that may be wrong, so it counts as not given.
std::optional<std::int64_t> retryAfterMs(std::string_view text)
{
    std::uint32_t seconds = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(seconds) * 1000;
}

bool isTlsVersionRefused(const error_code& error)
{
    if (error.category() != asio::error::get_ssl_category()) {
        return false;
    }
    const int reason = ERR_GET_REASON(static_cast<unsigned long>(number(error)));
    return reason == SSL_R_TLSV1_ALERT_PROTOCOL_VERSION || reason == SSL_R_UNSUPPORTED_PROTOCOL ||
           reason == SSL_R_WRONG_VERSION_NUMBER || reason == SSL_R_SSLV3_ALERT_HANDSHAKE_FAILURE;
}

core::Failure<TransportFault> stopped()
{
    return core::fail(TransportFault::Stopped, "ended before the exchange was complete");
}

} // namespace

struct Https::Inside {
    Inside(Server toServer, std::string asProgram, const Stop& stop, NetworkLimits withLimits)
        : server(std::move(toServer)),
          program(std::move(asProgram)),
          limits(withLimits),
          stopSeen(io, stop.descriptor())
    {
        waitForStop();
    }
    ~Inside() { stopSeen.release(); }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

    enum class Ended : std::uint8_t { Finished, Deadline, Stopped };

    void waitForStop()
    {
        stopSeen.async_wait(asio::posix::stream_descriptor::wait_read, [this](const error_code& error) {
            if (!error) {
                stopRequested = true;
            }
        });
    }

    /// Runs until `done`, the limit, or the end of the program.
    Ended runUntil(const bool& done, std::chrono::milliseconds limit)
    {
        const auto end = std::chrono::steady_clock::now() + limit;
        io.restart();
        while (!done && !stopRequested) {
            if (io.run_one_until(end) == 0 && std::chrono::steady_clock::now() >= end) {
                return Ended::Deadline;
            }
        }
        return done ? Ended::Finished : Ended::Stopped;
    }

    /// Starts one operation on the socket and runs it with its limit. Where it didn't finish the socket is closed and the
    /// operation has come back before this returns.
    template <class Start>
    std::pair<Ended, error_code> run(TlsStream& stream, std::chrono::milliseconds limit, Start start)
    {
        bool done = false;
        error_code result;
        start([&](const error_code& error, auto&&...) {
            done = true;
            result = error;
        });
        const Ended ended = runUntil(done, limit);
        if (ended != Ended::Finished) {
            error_code ignored;
            stream.lowest_layer().close(ignored);
            while (!done) {
                io.run_one();
            }
        }
        return {ended, result};
    }

    core::Result<std::vector<tcp::endpoint>, TransportFault> resolve();
    core::Result<core::Done, TransportFault> connect(TlsStream& stream);
    core::Result<core::Done, TransportFault> shakeHands(TlsStream& stream, DateCheck dates);
    [[nodiscard]] core::Failure<TransportFault> notTrusted(TlsStream& stream, const error_code& error) const;
    core::Result<Response, TransportFault> ask(TlsStream& stream, const Request& request);

    [[nodiscard]] std::string where() const { return server.host + ":" + server.port; }

    Server server;
    std::string program;
    NetworkLimits limits;
    asio::io_context io;
    ssl::context tls{ssl::context::tls_client};
    asio::posix::stream_descriptor stopSeen;
    bool stopRequested = false;
};

Https::Https(std::unique_ptr<Inside> inside) : m_inside(std::move(inside)) {}
Https::~Https() = default;

core::Result<std::unique_ptr<Https>, HttpsFault> Https::open(const std::string& server,
                                                             const std::filesystem::path& caFile,
                                                             const std::string& program, const Stop& stop,
                                                             NetworkLimits limits)
{
    constexpr std::size_t caBytesMax = 64 * 1024;
    const auto parsed = parseServer(server);
    if (!parsed) {
        return core::fail(HttpsFault::BadServer, "\"" + server +
                                                     "\" is no server address: write https://host or "
                                                     "https://host:port, without a path");
    }
    const auto ca = files::readWhole(caFile, caBytesMax);
    if (!ca) {
        return core::fail(HttpsFault::BadCa, ca.error().message + "; put the centre's CA certificate (PEM) there");
    }
    auto inside = std::make_unique<Inside>(*parsed, program, stop, limits);
    error_code error;
    inside->tls.set_verify_mode(ssl::verify_peer, error);
    inside->tls.add_certificate_authority(asio::buffer(*ca), error);
    const bool holdsOne =
        !error && sk_X509_OBJECT_num(X509_STORE_get0_objects(SSL_CTX_get_cert_store(inside->tls.native_handle()))) > 0;
    if (!holdsOne || SSL_CTX_set_min_proto_version(inside->tls.native_handle(), TLS1_3_VERSION) != 1) {
        return core::fail(HttpsFault::BadCa,
                          caFile.string() + " holds no certificate; put the centre's CA certificate (PEM) there");
    }
    return std::unique_ptr<Https>(new Https(std::move(inside)));
}

core::Result<std::vector<tcp::endpoint>, TransportFault> Https::Inside::resolve()
{
    // What the handler needs is shared: the system's lookup can't be ended, so a late answer may come after the deadline.
    struct Answer {
        bool done = false;
        error_code error;
        std::vector<tcp::endpoint> endpoints;
    };
    const auto answer = std::make_shared<Answer>();
    tcp::resolver resolver(io);
    resolver.async_resolve(server.host, server.port,
                           [answer](const error_code& error, const tcp::resolver::results_type& results) {
                               answer->done = true;
                               answer->error = error;
                               answer->endpoints.assign(results.begin(), results.end());
                           });
    switch (runUntil(answer->done, limits.resolve)) {
    case Ended::Stopped: return stopped();
    case Ended::Deadline:
        return core::fail(TransportFault::Unreachable,
                          "the name " + server.host + " wasn't found in time; check the network and the name server");
    case Ended::Finished: break;
    }
    if (answer->error) {
        return core::fail(TransportFault::Unreachable, "the name " + server.host + " can't be found (" +
                                                           answer->error.message() +
                                                           "); check the server's address and the name server");
    }
    answer->endpoints.resize(std::min(answer->endpoints.size(), limits.addressesMax));
    return answer->endpoints;
}

core::Result<core::Done, TransportFault> Https::Inside::connect(TlsStream& stream)
{
    const auto endpoints = resolve();
    if (!endpoints) {
        return endpoints.error();
    }
    std::string why = "no address";
    for (const tcp::endpoint& endpoint : *endpoints) {
        error_code ignored;
        stream.lowest_layer().close(ignored);
        const auto [ended, error] = run(stream, limits.connect, [&](auto handler) {
            stream.lowest_layer().async_connect(endpoint, std::move(handler));
        });
        if (ended == Ended::Stopped) {
            return stopped();
        }
        if (ended == Ended::Finished && !error) {
            stream.lowest_layer().set_option(tcp::no_delay(true), ignored);
            return core::Done{};
        }
        why = ended == Ended::Deadline ? "no answer" : error.message();
    }
    return core::fail(TransportFault::Unreachable,
                      "can't connect to " + where() + " (" + why + "); check the network and whether the centre runs");
}

core::Failure<TransportFault> Https::Inside::notTrusted(TlsStream& stream, const error_code& error) const
{
    const long verdict = SSL_get_verify_result(stream.native_handle());
    if (verdict == X509_V_OK) {
        return core::fail(TransportFault::NotTrusted, where() + " offers no TLS 1.3 (" + error.message() +
                                                          "); check the server's address and port");
    }
    std::string remedy = "; it isn't of the pinned CA: check the CA file and the server's address";
    if (verdict == X509_V_ERR_CERT_HAS_EXPIRED || verdict == X509_V_ERR_CERT_NOT_YET_VALID) {
        remedy = "; renew the server's certificate, or set this machine's clock right";
    } else if (verdict == X509_V_ERR_HOSTNAME_MISMATCH || verdict == X509_V_ERR_IP_ADDRESS_MISMATCH) {
        remedy = "; the certificate is for another host than " + server.host;
    }
    return core::fail(TransportFault::NotTrusted, "the certificate of " + where() + " isn't accepted (" +
                                                      X509_verify_cert_error_string(verdict) + ")" + remedy);
}

core::Result<core::Done, TransportFault> Https::Inside::shakeHands(TlsStream& stream, DateCheck dates)
{
    SSL* const handle = stream.native_handle();
    X509_VERIFY_PARAM* const rules = SSL_get0_param(handle);
    const char* const host = server.host.c_str();
    const bool ruled = server.isAddress ? X509_VERIFY_PARAM_set1_ip_asc(rules, host) == 1
                                        : X509_VERIFY_PARAM_set1_host(rules, host, 0) == 1 &&
                                              SSL_ctrl(handle, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
                                                       server.host.data()) == 1;
    if (!ruled) {
        return core::fail(TransportFault::NotTrusted, "no certificate can be for the host " + server.host);
    }
    if (dates == DateCheck::Off) {
        X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_NO_CHECK_TIME);
    }
    const auto [ended, error] = run(stream, limits.handshake, [&](auto handler) {
        stream.async_handshake(ssl::stream_base::client, std::move(handler));
    });
    if (ended == Ended::Stopped) {
        return stopped();
    }
    if (ended == Ended::Deadline) {
        return core::fail(TransportFault::Unreachable, where() + " accepts connections but doesn't answer");
    }
    if (!error) {
        return core::Done{};
    }
    if (SSL_get_verify_result(handle) != X509_V_OK || isTlsVersionRefused(error)) {
        return notTrusted(stream, error);
    }
    return core::fail(TransportFault::Unreachable,
                      "the connection to " + where() + " broke during the TLS handshake (" + error.message() + ")");
}

core::Result<Response, TransportFault> Https::Inside::ask(TlsStream& stream, const Request& request)
{
    http::request<http::string_body> message(http::string_to_verb(request.method), request.target, 11);
    message.set(http::field::host, server.authority);
    message.set(http::field::user_agent, program);
    message.set(http::field::accept, "application/json, application/problem+json");
    message.keep_alive(false);
    if (!request.signature.empty()) {
        message.set(std::string(wire::signatureHeader), request.signature);
    }
    if (!request.ifNoneMatch.empty()) {
        message.set(http::field::if_none_match, request.ifNoneMatch);
    }
    if (!request.contentType.empty()) {
        message.set(http::field::content_type, request.contentType);
        message.body() = request.body;
    }
    message.prepare_payload();

    const auto [sendEnded, sendError] =
        run(stream, limits.send, [&](auto handler) { http::async_write(stream, message, std::move(handler)); });
    if (sendEnded == Ended::Stopped) {
        return stopped();
    }
    // A server that refuses early (too large, no such stand) may close before it has read all: its answer still counts.
    if (sendEnded == Ended::Deadline) {
        return core::fail(TransportFault::Cut, "sending to " + where() + " took too long");
    }

    boost::beast::flat_buffer buffer(limits.headerBytesMax + limits.answerBytesMax);
    http::response_parser<http::string_body> parser;
    parser.header_limit(static_cast<std::uint32_t>(limits.headerBytesMax));
    parser.body_limit(limits.answerBytesMax);
    const auto [readEnded, readError] = run(
        stream, limits.receive, [&](auto handler) { http::async_read(stream, buffer, parser, std::move(handler)); });
    if (readEnded == Ended::Stopped) {
        return stopped();
    }
    if (readEnded == Ended::Deadline) {
        return core::fail(TransportFault::Cut, where() + " doesn't answer in time");
    }
    if (readError == http::error::body_limit || readError == http::error::header_limit ||
        readError == http::error::buffer_overflow) {
        return core::fail(TransportFault::Malformed, "the answer of " + where() + " is too large");
    }
    if (readError && readError.category() == make_error_code(http::error::bad_version).category() &&
        readError != http::error::end_of_stream && readError != http::error::partial_message) {
        return core::fail(TransportFault::Malformed,
                          "the answer of " + where() + " isn't HTTP (" + readError.message() + ")");
    }
    if (readError) {
        return core::fail(TransportFault::Cut, "the connection to " + where() + " was cut (" +
                                                   (sendError ? sendError : readError).message() + ")");
    }
    // Without a length nobody can tell a whole answer from one that was cut.
    if (parser.need_eof()) {
        return core::fail(TransportFault::Malformed, "the answer of " + where() + " doesn't say how long it is");
    }

    const auto& answer = parser.get();
    Response response;
    response.status = static_cast<int>(answer.result_int());
    response.body = answer.body();
    response.etag = std::string(answer[http::field::etag]);
    response.location = std::string(answer[http::field::location]);
    response.retryAfterMs = retryAfterMs(std::string(answer[http::field::retry_after]));
    return response;
}

core::Result<Response, TransportFault> Https::exchange(const Request& request, DateCheck dates)
{
    Inside& inside = *m_inside;
    if (inside.stopRequested) {
        return stopped();
    }
    TlsStream stream(inside.io, inside.tls);
    if (const auto connected = inside.connect(stream); !connected) {
        return connected.error();
    }
    if (const auto trusted = inside.shakeHands(stream, dates); !trusted) {
        return trusted.error();
    }
    return inside.ask(stream, request);
}

} // namespace smiley::client
