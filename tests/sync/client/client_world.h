// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/exit_code.h"
#include "sync/client/https.h"
#include "sync/client/membership.h"
#include "sync/client/sync.h"
#include "tests/support/fakes.h"
#include "tests/sync/client/test_centre.h"
#include "tests/sync/client/test_server.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cassert>
#include <chrono>
#include <memory>
#include <string>
#include <sys/eventfd.h>

namespace smiley::test {

class FakeMachine final : public client::Machine {
public:
    [[nodiscard]] core::MonotonicMs now() const override { return core::MonotonicMs{nowMs}; }
    [[nodiscard]] std::string bootId() const override { return boot; }
    [[nodiscard]] int freeDiskPercent() const override { return 55; }
    std::int64_t nowMs = 26 * 3'600'000 + 59 * 60'000;
    std::string boot = "5f3e0c4e-0000-4000-8000-000000000000";
};

/// A stand, a centre behind a real TLS server, and the client between them with real files. One for each test.
struct ClientWorld {
    ClientWorld() { writeAll(folder() / "ca.pem", authority.certificate()); }

    [[nodiscard]] std::filesystem::path folder() const { return temporary.path().toStdString(); }
    std::unique_ptr<TestServer> serve(const CertifiedKey& certified)
    {
        return std::make_unique<TestServer>(certified,
                                            [this](const SeenRequest& request) { return centre.answer(request); });
    }
    std::unique_ptr<client::Https> connect(const std::string& url)
    {
        using namespace std::chrono_literals;
        const client::NetworkLimits quick{
            .resolve = 2s, .connect = 500ms, .handshake = 500ms, .send = 500ms, .receive = 500ms};
        return std::move(*client::Https::open(url, folder() / "ca.pem", "smiley-sync test", stop, quick));
    }
    std::unique_ptr<client::Https> connect() { return connect(server->url()); }
    client::Membership enrolled()
    {
        const auto https = connect();
        const auto done = client::enrol(stand.folders, "abcd-2345", *https);
        assert(done);
        centre.forgetSeen();
        return std::move(*client::loadMembership(stand.folders));
    }
    client::Summary once(const client::Membership& membership, client::Transport& transport)
    {
        return client::Sync(stand.folders, membership, "smiley-sync test", transport, machine, random).once();
    }
    client::Summary once(const client::Membership& membership) { return once(membership, *connect()); }

    QTemporaryDir temporary;
    TestStand stand{folder()};
    TestCentre centre;
    TestAuthority authority;
    std::unique_ptr<TestServer> server = serve(authority.issue());
    client::Stop stop{::eventfd(0, EFD_CLOEXEC)};
    FakeMachine machine;
    SeededRandom random;
};

inline int codeOf(const client::Summary& summary) { return static_cast<int>(client::exitCodeOf(summary)); }

} // namespace smiley::test
