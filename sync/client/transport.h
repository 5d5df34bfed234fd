// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <cstdint>
#include <optional>
#include <string>

/// One HTTP exchange with the centre, as the rest of the client sees it.

namespace smiley::client {

struct Request {
    std::string method;      ///< "GET" or "POST"
    std::string target;      ///< path, "/v1/…"
    std::string contentType; ///< empty: no body
    std::string body;
    std::string signature;   ///< value of Smiley-Signature; empty: none
    std::string ifNoneMatch; ///< empty: none
};

struct Response {
    int status = 0;
    std::string body;
    std::string etag;
    std::string location;
    std::optional<std::int64_t> retryAfterMs; ///< only where it was given in seconds
};

/// What can go wrong, by what the caller should do. The message names the host and the remedy.
enum class TransportFault : std::uint8_t {
    Unreachable, ///< no name, no connection, or it broke before the request was sent: try again later
    NotTrusted,  ///< certificate, CA, host name or TLS version: try again later, tell somebody
    Cut,         ///< broke or took too long after the request was begun: the centre may have it; try again
    Malformed,   ///< the answer isn't HTTP, or over a limit: try again later, tell somebody
    Stopped,     ///< this program is to end
};

/// Certificate dates are checked only where the clock is known to be right; host name and CA always.
enum class DateCheck : std::uint8_t { Off, On };

class Transport {
public:
    virtual ~Transport() = default;
    /// Sends one request and returns the answer, whatever its status.
    [[nodiscard]] virtual core::Result<Response, TransportFault> exchange(const Request& request, DateCheck dates) = 0;
};

} // namespace smiley::client
