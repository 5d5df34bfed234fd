// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/https.h"
#include "tests/sync/client/test_centre.h"
#include "tests/sync/client/test_server.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>
#include <array>
#include <atomic>
#include <memory>
#include <netinet/in.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <thread>
#include <type_traits>
#include <unistd.h>

using namespace smiley;
using namespace smiley::client;
using namespace smiley::test;
using namespace std::chrono_literals;

static_assert(!std::is_copy_constructible_v<Https>);

namespace {

const NetworkLimits quick{.resolve = 2s, .connect = 500ms, .handshake = 500ms, .send = 500ms, .receive = 500ms};

Request get()
{
    Request request;
    request.method = "GET";
    request.target = "/v1/thing";
    return request;
}

Request post(std::string body)
{
    Request request;
    request.method = "POST";
    request.target = "/v1/thing";
    request.contentType = "application/json";
    request.body = std::move(body);
    return request;
}

} // namespace

class TestHttps : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_temporary;
    TestAuthority m_authority;
    Stop m_stop{::eventfd(0, EFD_CLOEXEC)};

    std::string caFile(const std::string& pem)
    {
        const std::string file = m_temporary.filePath("ca.pem").toStdString();
        writeAll(file, pem);
        return file;
    }
    std::unique_ptr<Https> open(const std::string& url, NetworkLimits limits = quick)
    {
        auto https = Https::open(url, caFile(m_authority.certificate()), "smiley-sync test", m_stop, limits);
        return https ? std::move(*https) : nullptr;
    }
    core::Result<Response, TransportFault> ask(const std::string& url, DateCheck dates = DateCheck::On)
    {
        return open(url)->exchange(get(), dates);
    }
    /// The fault's number, -1 for an answer.
    static int faultOf(const core::Result<Response, TransportFault>& result)
    {
        return result ? -1 : static_cast<int>(result.error().code);
    }
    static bool says(const core::Result<Response, TransportFault>& result, const char* text)
    {
        return !result && result.error().message.find(text) != std::string::npos;
    }
    static Reply hello(const SeenRequest&)
    {
        Reply reply;
        reply.body = "hello";
        return reply;
    }

private slots:
    void aRequestArrivesAsItWasAndItsAnswerComesBack()
    {
        SeenRequest seen;
        TestServer server(m_authority.issue(), [&](const SeenRequest& request) {
            seen = request;
            Reply reply;
            reply.status = 429;
            reply.body = "the answer";
            reply.headers = {{"ETag", "\"7\""}, {"Retry-After", "120"}, {"Location", "/there"}};
            return reply;
        });
        Request request = post(std::string("a\0b", 3));
        request.signature = "signed";
        request.ifNoneMatch = "\"6\"";
        const auto response = open(server.url())->exchange(request, DateCheck::On);
        QVERIFY(response);
        QCOMPARE(response->status, 429);
        QCOMPARE(response->body, std::string("the answer"));
        QCOMPARE(response->etag, std::string("\"7\""));
        QCOMPARE(response->location, std::string("/there"));
        QVERIFY(response->retryAfterMs == 120'000);
        QCOMPARE(seen.method, std::string("POST"));
        QCOMPARE(seen.target, std::string("/v1/thing"));
        QCOMPARE(seen.body, std::string("a\0b", 3));
        QCOMPARE(seen.headers["smiley-signature"], std::string("signed"));
        QCOMPARE(seen.headers["if-none-match"], std::string("\"6\""));
        QCOMPARE(seen.headers["content-type"], std::string("application/json"));
        QCOMPARE(seen.headers["host"], "localhost:" + std::to_string(server.port()));
        QCOMPARE(seen.headers["user-agent"], std::string("smiley-sync test"));
    }

    void anAddressInsteadOfANameIsCheckedToo()
    {
        TestServer right(m_authority.issue(), hello);
        QCOMPARE(faultOf(ask("https://127.0.0.1:" + std::to_string(right.port()))), -1);
        TestServer wrong(m_authority.issue({.hosts = {"localhost"}, .addresses = {"127.0.0.2"}}), hello);
        const auto result = ask("https://127.0.0.1:" + std::to_string(wrong.port()));
        QCOMPARE(faultOf(result), static_cast<int>(TransportFault::NotTrusted));
        QVERIFY(says(result, "another host"));
    }

    void unusableServersAreRefusedAtOnce_data()
    {
        QTest::addColumn<QString>("server");
        for (const char* server :
             {"", "centre", "http://centre", "https://", "https://centre/path", "https://user@centre",
              "https://centre?x=1", "https://centre#x", "ftp://centre", "https://centre:port"}) {
            QTest::newRow(server) << server;
        }
    }
    void unusableServersAreRefusedAtOnce()
    {
        QFETCH(QString, server);
        const auto https =
            Https::open(server.toStdString(), caFile(m_authority.certificate()), "smiley-sync test", m_stop);
        QVERIFY(!https);
        QVERIFY(https.error().code == HttpsFault::BadServer);
        QVERIFY(https.error().message.find("https://host") != std::string::npos);
    }

    void aFileThatHoldsNoCertificateIsRefused_data()
    {
        QTest::addColumn<QByteArray>("pem");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("key only") << QByteArray::fromStdString(m_authority.issue().key);
        QTest::newRow("cut") << QByteArray::fromStdString(m_authority.certificate()).left(200);
        QTest::newRow("large") << QByteArray(65 * 1024, 'x');
    }
    void aFileThatHoldsNoCertificateIsRefused()
    {
        QFETCH(QByteArray, pem);
        const auto https = Https::open("https://localhost", caFile(pem.toStdString()), "smiley-sync test", m_stop);
        QVERIFY(!https);
        QVERIFY(https.error().code == HttpsFault::BadCa);
        QVERIFY(https.error().message.find("ca.pem") != std::string::npos);
    }

    void certificatesOfAnotherAuthorityAreRefused()
    {
        const TestAuthority other;
        TestServer server(other.issue(), hello);
        for (const DateCheck dates : {DateCheck::On, DateCheck::Off}) {
            const auto result = ask(server.url(), dates);
            QCOMPARE(faultOf(result), static_cast<int>(TransportFault::NotTrusted));
            QVERIFY(says(result, "pinned CA"));
        }
    }

    void certificatesForAnotherHostAreRefused()
    {
        TestServer server(m_authority.issue({.hosts = {"centre.example", "xlocalhost"}, .addresses = {"10.0.0.1"}}),
                          hello);
        for (const DateCheck dates : {DateCheck::On, DateCheck::Off}) {
            const auto result = ask(server.url(), dates);
            QCOMPARE(faultOf(result), static_cast<int>(TransportFault::NotTrusted));
            QVERIFY(says(result, "another host than localhost"));
        }
    }

    void certificateDatesCountOnlyWhereTheClockIsRight_data()
    {
        QTest::addColumn<int>("fromHours");
        QTest::addColumn<int>("toHours");
        QTest::newRow("expired") << -48 << -24;
        QTest::newRow("not yet valid") << 24 << 48;
    }
    void certificateDatesCountOnlyWhereTheClockIsRight()
    {
        QFETCH(int, fromHours);
        QFETCH(int, toHours);
        CertificateWish wish;
        wish.validFrom = std::chrono::hours(fromHours);
        wish.validTo = std::chrono::hours(toHours);
        TestServer server(m_authority.issue(wish), hello);
        const auto result = ask(server.url(), DateCheck::On);
        QCOMPARE(faultOf(result), static_cast<int>(TransportFault::NotTrusted));
        QVERIFY(says(result, "clock"));
        QCOMPARE(faultOf(ask(server.url(), DateCheck::Off)), -1);
    }

    void tls12IsRefused()
    {
        TestServer server(m_authority.issue(), hello, Offer::Tls12Only);
        const auto result = ask(server.url());
        QCOMPARE(faultOf(result), static_cast<int>(TransportFault::NotTrusted));
        QVERIFY(says(result, "no TLS 1.3"));
    }

    void nobodyListeningIsUnreachable()
    {
        std::uint16_t port = 0;
        {
            TestServer server(m_authority.issue(), hello);
            port = server.port();
        }
        const auto result = ask("https://localhost:" + std::to_string(port));
        QCOMPARE(faultOf(result), static_cast<int>(TransportFault::Unreachable));
        QVERIFY(says(result, "can't connect"));
    }

    void anUnknownNameIsUnreachable()
    {
        const auto result = ask("https://no-such-host.invalid");
        QCOMPARE(faultOf(result), static_cast<int>(TransportFault::Unreachable));
        QVERIFY(says(result, "no-such-host.invalid"));
    }

    void aBlackHoleEndsWithTheLimitOfItsStep()
    {
        TestServer silent(m_authority.issue(), hello, Offer::SilentAfterConnect);
        QElapsedTimer timer;
        timer.start();
        const auto handshake = ask(silent.url());
        QCOMPARE(faultOf(handshake), static_cast<int>(TransportFault::Unreachable));
        QVERIFY(says(handshake, "doesn't answer"));
        QVERIFY(timer.elapsed() >= 500 && timer.elapsed() < 3000);

        TestServer mute(m_authority.issue(), [](const SeenRequest& request) {
            Reply reply = hello(request);
            reply.pause = 10min;
            return reply;
        });
        timer.start();
        const auto answer = ask(mute.url());
        QCOMPARE(faultOf(answer), static_cast<int>(TransportFault::Cut));
        QVERIFY(timer.elapsed() >= 500 && timer.elapsed() < 3000);
    }

    /// A listener that accepts nothing and whose queue is full: the connection attempt gets no answer.
    void aConnectionThatIsNeverAcceptedEndsWithItsLimit()
    {
        const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        QCOMPARE(::bind(listener, reinterpret_cast<sockaddr*>(&address), size), 0);
        QCOMPARE(::listen(listener, 0), 0);
        ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
        std::array<int, 4> fillers{};
        for (int& filler : fillers) {
            filler = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
            ::connect(filler, reinterpret_cast<sockaddr*>(&address), size);
        }
        QElapsedTimer timer;
        timer.start();
        const auto result = ask("https://127.0.0.1:" + std::to_string(ntohs(address.sin_port)));
        QCOMPARE(faultOf(result), static_cast<int>(TransportFault::Unreachable));
        QVERIFY(says(result, "can't connect"));
        QVERIFY(timer.elapsed() >= 500 && timer.elapsed() < 3000);
        for (const int filler : fillers) {
            ::close(filler);
        }
        ::close(listener);
    }

    void anAnswerThatDripsEndsWithTheLimitToo()
    {
        TestServer server(m_authority.issue(), [](const SeenRequest& request) {
            Reply reply = hello(request);
            reply.pauseEachByte = 50ms;
            return reply;
        });
        QCOMPARE(faultOf(ask(server.url())), static_cast<int>(TransportFault::Cut));
        auto patient = quick;
        patient.receive = 20s;
        const auto whole = open(server.url(), patient)->exchange(get(), DateCheck::On);
        QVERIFY(whole);
        QCOMPARE(whole->body, std::string("hello"));
    }

    void answersAreTakenUpToTheirLimitAndNoFurther()
    {
        std::size_t bodyBytes = 0;
        std::size_t headerBytes = 0;
        TestServer server(m_authority.issue(), [&](const SeenRequest&) {
            Reply reply;
            reply.body = std::string(bodyBytes, 'x');
            reply.headers = {{"X-Long", std::string(headerBytes, 'x')}};
            return reply;
        });
        auto limits = quick;
        limits.answerBytesMax = 10'000;
        limits.receive = 5s;
        const auto https = open(server.url(), limits);
        bodyBytes = 10'000;
        QCOMPARE(https->exchange(get(), DateCheck::On)->body.size(), std::size_t{10'000});
        bodyBytes = 10'001;
        QCOMPARE(faultOf(https->exchange(get(), DateCheck::On)), static_cast<int>(TransportFault::Malformed));
        bodyBytes = 1;
        headerBytes = 7 * 1024;
        QCOMPARE(faultOf(https->exchange(get(), DateCheck::On)), -1);
        headerBytes = 9 * 1024;
        QCOMPARE(faultOf(https->exchange(get(), DateCheck::On)), static_cast<int>(TransportFault::Malformed));
    }

    void answersThatAreNotWholeHttpAreRefused_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<int>("fault");
        const int malformed = static_cast<int>(TransportFault::Malformed);
        const int cut = static_cast<int>(TransportFault::Cut);
        QTest::newRow("nothing") << QByteArray() << cut;
        QTest::newRow("noise") << QByteArray("SSH-2.0-OpenSSH\r\n\r\n") << malformed;
        QTest::newRow("no length") << QByteArray("HTTP/1.1 200 OK\r\n\r\nhello") << malformed;
        QTest::newRow("bad length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n") << malformed;
        QTest::newRow("huge length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")
                                     << malformed;
        QTest::newRow("too short") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nhello") << cut;
        QTest::newRow("chunks without end")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n") << cut;
        QTest::newRow("chunks") << QByteArray(
                                       "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")
                                << -1;
    }
    void answersThatAreNotWholeHttpAreRefused()
    {
        QFETCH(QByteArray, raw);
        QFETCH(int, fault);
        TestServer server(m_authority.issue(), [&](const SeenRequest&) {
            Reply reply;
            reply.raw = raw.toStdString();
            return reply;
        });
        QCOMPARE(faultOf(ask(server.url())), fault);
    }

    void everyAnswerThatIsCutIsAFailureAndOnlyTheWholeOneIsNot()
    {
        const std::string whole = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello";
        std::atomic<std::size_t> cut = 0;
        TestServer server(m_authority.issue(), [&](const SeenRequest&) {
            Reply reply;
            reply.raw = whole;
            reply.cutAfter = cut.load();
            return reply;
        });
        const auto https = open(server.url());
        for (cut = 0; cut < whole.size(); ++cut) {
            QCOMPARE(faultOf(https->exchange(get(), DateCheck::On)), static_cast<int>(TransportFault::Cut));
        }
        QCOMPARE(https->exchange(get(), DateCheck::On)->body, std::string("hello"));
    }

    void retryAfterIsTakenInSecondsOnly_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<qint64>("ms");
        QTest::newRow("seconds") << "30" << qint64{30'000};
        QTest::newRow("largest") << "4294967295" << qint64{4'294'967'295'000};
        QTest::newRow("too large") << "4294967296" << qint64{-1};
        QTest::newRow("negative") << "-1" << qint64{-1};
        QTest::newRow("date") << "Wed, 21 Oct 2026 07:28:00 GMT" << qint64{-1};
        QTest::newRow("noise") << "30s" << qint64{-1};
    }
    void retryAfterIsTakenInSecondsOnly()
    {
        QFETCH(QString, header);
        QFETCH(qint64, ms);
        TestServer server(m_authority.issue(), [&](const SeenRequest&) {
            Reply reply;
            reply.status = 503;
            reply.headers = {{"Retry-After", header.toStdString()}};
            return reply;
        });
        const auto response = ask(server.url());
        QVERIFY(response);
        QCOMPARE(response->retryAfterMs.value_or(-1), ms);
    }

    void redirectsAreNotFollowed()
    {
        std::atomic<int> seenElsewhere = 0;
        TestServer elsewhere(m_authority.issue(), [&](const SeenRequest& request) {
            ++seenElsewhere;
            return hello(request);
        });
        TestServer server(m_authority.issue(), [&](const SeenRequest&) {
            Reply reply;
            reply.status = 307;
            reply.headers = {{"Location", elsewhere.url()}};
            return reply;
        });
        const auto response = ask(server.url());
        QVERIFY(response);
        QCOMPARE(response->status, 307);
        QCOMPARE(seenElsewhere.load(), 0);
    }

    void aServerThatRefusesBeforeItHasReadAllIsHeard()
    {
        const std::string answer = "HTTP/1.1 413 Payload Too Large\r\nContent-Length: 2\r\n\r\nno";
        TestServer server(
            m_authority.issue(),
            [&](const SeenRequest&) {
                Reply reply;
                reply.raw = answer;
                reply.cutAfter = answer.size();
                return reply;
            },
            Offer::AnswersEarly);
        for (int i = 0; i < 20; ++i) {
            const auto response = open(server.url())->exchange(post(std::string(4 * 1024 * 1024, 'x')), DateCheck::On);
            QCOMPARE(faultOf(response), -1);
            QCOMPARE(response->status, 413);
        }
    }

    void theEndIsHeardDuringAnExchange()
    {
        TestServer mute(m_authority.issue(), [](const SeenRequest& request) {
            Reply reply = hello(request);
            reply.pause = 10min;
            return reply;
        });
        const int signal = ::eventfd(0, EFD_CLOEXEC);
        const Stop stop(signal);
        auto limits = quick;
        limits.receive = 30s;
        const auto https = Https::open(mute.url(), caFile(m_authority.certificate()), "smiley-sync test", stop, limits);
        QVERIFY(https);
        QElapsedTimer timer;
        timer.start();
        std::thread later([&] {
            std::this_thread::sleep_for(200ms);
            ::eventfd_write(signal, 1);
        });
        QCOMPARE(faultOf((*https)->exchange(get(), DateCheck::On)), static_cast<int>(TransportFault::Stopped));
        later.join();
        QVERIFY(timer.elapsed() < 3000);
        QCOMPARE(faultOf((*https)->exchange(get(), DateCheck::On)), static_cast<int>(TransportFault::Stopped));
        QVERIFY(stop.isRequested());
        stop.sleep(60'000);
        QVERIFY(timer.elapsed() < 3000);
    }
};

QTEST_APPLESS_MAIN(TestHttps)
#include "test_https.moc"
