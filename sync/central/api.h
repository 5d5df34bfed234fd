// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "sync/central/ledger_thread.h"
#include "sync/central/packages.h"
#include "sync/wire/messages.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What the server answers, without a socket. openapi.json describes it; a test compares the two.

namespace smiley::central {

struct HttpRequest {
    std::string method;
    std::string target;
    std::string body;
    std::string authorization;
    std::string signature; ///< Smiley-Signature
    std::string ifNoneMatch;
    std::string range;
    std::string ifRange;
};

/// Part of a file that is the body.
struct FileSlice {
    std::filesystem::path path;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

struct HttpResponse {
    int status = 200;
    std::string contentType; ///< empty: no body
    std::string body;
    std::optional<FileSlice> file; ///< instead of `body`
    std::vector<std::pair<std::string, std::string>> headers;
};

/// Largest body of a request that is no envelope.
inline constexpr std::size_t messageBytesMax = std::size_t{64} * 1024;
/// Enrolment attempts with a wrong code that are answered in a minute, from all senders together.
inline constexpr int wrongCodesPerMinuteMax = 30;
/// Head of the answer to a heartbeat that says which configuration the stand should have.
inline constexpr std::string_view configurationHeader = "Smiley-Configuration";

/// A problem document (RFC 9457). `name` becomes the type "urn:smileystand:problem:<name>".
[[nodiscard]] HttpResponse problem(int status, std::string_view name, std::string title, std::string detail);

/// Any thread; several at once.
class Api {
public:
    /// All outlive this.
    Api(LedgerThread& ledger, const wire::SecretKey& centre, const core::Clock& clock, const Packages& packages);

    /// The largest body that this request may have; asked when its head is read.
    [[nodiscard]] static std::size_t bodyBytesMax(std::string_view method, std::string_view target);
    [[nodiscard]] HttpResponse handle(const HttpRequest& request);

private:
    using Path = std::vector<std::string_view>;
    HttpResponse enrolment(const HttpRequest& request);
    HttpResponse standResource(const HttpRequest& request, std::string_view stand, std::string_view resource);
    HttpResponse envelope(const HttpRequest& request, const Stand& stand);
    HttpResponse heartbeat(const HttpRequest& request, const Stand& stand);
    HttpResponse configuration(const HttpRequest& request, const Stand& stand);
    HttpResponse packages(const HttpRequest& request, const Path& path);
    HttpResponse packageFile(const HttpRequest& request, const core::MunicipalityId& municipality, const Path& path,
                             std::int64_t token);
    HttpResponse health();
    HttpResponse metrics();
    [[nodiscard]] bool mayTryCode();
    void noteWrongCode();

    LedgerThread& m_ledger;
    const wire::SecretKey& m_centre;
    const core::Clock& m_clock;
    const Packages& m_packages;
    std::mutex m_mutex;
    std::vector<core::MonotonicMs> m_wrongCodes; ///< of the last minute
};

/// The text of openapi.json.
[[nodiscard]] std::string_view openApi();

} // namespace smiley::central
