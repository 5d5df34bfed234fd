// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/central/https_client.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <algorithm>
#include <cctype>

namespace smiley::test {

namespace asio = boost::asio;
namespace http = boost::beast::http;

struct HttpsClient::Parts {
    asio::io_context io;
    asio::ssl::context tls{asio::ssl::context::tls_client};
    std::unique_ptr<asio::ssl::stream<asio::ip::tcp::socket>> stream;
    boost::beast::flat_buffer buffer;
    bool connected = false;
};

HttpsClient::HttpsClient(std::uint16_t port, const std::string& caFile, Offer offer)
    : m_parts(std::make_unique<Parts>())
{
    auto& tls = m_parts->tls;
    tls.load_verify_file(caFile);
    tls.set_verify_mode(asio::ssl::verify_peer);
    tls.set_verify_callback(asio::ssl::host_name_verification("localhost"));
    if (offer == Offer::Tls12) {
        SSL_CTX_set_max_proto_version(tls.native_handle(), TLS1_2_VERSION);
    }
    m_parts->stream = std::make_unique<asio::ssl::stream<asio::ip::tcp::socket>>(m_parts->io, tls);
    boost::system::error_code error;
    m_parts->stream->next_layer().connect({asio::ip::make_address("127.0.0.1"), port}, error);
    if (!error) {
        m_parts->stream->handshake(asio::ssl::stream_base::client, error);
    }
    m_parts->connected = !error;
}

HttpsClient::~HttpsClient() = default;

bool HttpsClient::connected() const { return m_parts->connected; }

Answer HttpsClient::request(const std::string& method, const std::string& target, const std::string& body,
                            const Headers& headers)
{
    std::string text = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n";
    for (const auto& [name, value] : headers) {
        text += name + ": " + value + "\r\n";
    }
    if (!body.empty() || method == "POST") {
        text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    }
    // What can't be sent any more was refused; the answer says why.
    static_cast<void>(sendRaw(text + "\r\n" + body));
    return readAnswer();
}

bool HttpsClient::sendRaw(const std::string& bytes)
{
    boost::system::error_code error;
    asio::write(*m_parts->stream, asio::buffer(bytes), error);
    return !error;
}

Answer HttpsClient::readAnswer()
{
    http::response_parser<http::string_body> parser;
    parser.body_limit(64 * 1024 * 1024);
    boost::system::error_code error;
    http::read(*m_parts->stream, m_parts->buffer, parser, error);
    if (error) {
        return {};
    }
    Answer answer{static_cast<int>(parser.get().result_int()), {}, parser.get().body()};
    for (const auto& field : parser.get()) {
        std::string name(field.name_string());
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        answer.headers[name] = std::string(field.value());
    }
    return answer;
}

} // namespace smiley::test
