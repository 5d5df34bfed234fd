// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/keys.h"
#include "tests/sync/wire/samples.h"

#include <QtTest>

#include <set>

using namespace smiley;
using wire::Context;
using wire::PublicKey;
using wire::SecretKey;

namespace {

constexpr std::array allContexts{Context::Envelope, Context::Receipt, Context::Configuration, Context::Time,
                                 Context::Manifest, Context::Request, Context::Enrolment,     Context::Ticket};

std::string fromHex(std::string_view hex)
{
    return QByteArray::fromHex(QByteArray(hex.data(), static_cast<int>(hex.size()))).toStdString();
}

} // namespace

class TestKeys : public QObject {
    Q_OBJECT

private slots:
    void aKeySurvivesItsText()
    {
        const SecretKey key = SecretKey::generate();
        const auto again = SecretKey::parse(key.text());
        QVERIFY(again);
        QCOMPARE(again->publicKey().text(), key.publicKey().text());
        QVERIFY(PublicKey::parse(key.publicKey().text()) == key.publicKey());
        QCOMPARE(key.publicKey().text().size(), std::size_t{43});
    }

    void publicKeysComeFromTheSeedAsRfc8032Says()
    {
        // RFC 8032, 7.1, test 1.
        const std::string seed = fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        const std::string half = fromHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        const auto base64Url = [](const std::string& bytes) {
            return QByteArray::fromStdString(bytes)
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
                .toStdString();
        };
        const auto key = SecretKey::parse(base64Url(seed + half));
        QVERIFY(key);
        QCOMPARE(key->publicKey().text(), base64Url(half));
        // The public half has to belong to the seed.
        QVERIFY(!SecretKey::parse(base64Url(seed + seed)));
    }

    void textThatIsNoKeyIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        const QString good = QString::fromStdString(test::goldenKey().publicKey().text());
        QTest::newRow("empty") << "";
        QTest::newRow("one letter short") << good.left(42);
        QTest::newRow("one letter long") << good + "A";
        QTest::newRow("padded") << good + "=";
        QTest::newRow("space before") << " " + good;
        QTest::newRow("standard alphabet") << good.left(41) + "+/";
        QTest::newRow("NUL") << good.left(42) + QChar(0);
        QTest::newRow("left-over bits") << good.left(42) + "B";
        QTest::newRow("point of small order: 0") << QString(43, 'A');
        QTest::newRow("point of small order: 1") << "AQ" + QString(41, 'A');
    }

    void textThatIsNoKeyIsRefused()
    {
        QFETCH(QString, text);
        QVERIFY(!PublicKey::parse(text.toStdString()));
        QVERIFY(!SecretKey::parse(text.toStdString()));
    }

    void aSignatureHoldsInItsContextOnly()
    {
        const SecretKey key = test::goldenKey();
        for (const Context made : allContexts) {
            const wire::Signature signature = key.sign(made, "message");
            for (const Context read : allContexts) {
                QCOMPARE(wire::verify(key.publicKey(), read, "message", signature), made == read);
            }
        }
    }

    void aSignatureIsOverTheContextLineAndTheMessage()
    {
        // Moving the border between context and message must not help.
        const SecretKey key = test::goldenKey();
        const wire::Signature signature = key.sign(Context::Time, "smileystand 1 receipt\nx");
        QVERIFY(!wire::verify(key.publicKey(), Context::Receipt, "x", signature));
        QVERIFY(wire::verify(key.publicKey(), Context::Time, "smileystand 1 receipt\nx", signature));
    }

    void everyFlippedBitOfASignatureIsRefused()
    {
        const SecretKey key = test::goldenKey();
        const wire::Signature signature = key.sign(Context::Receipt, "message");
        for (std::size_t i = 0; i < signature.size(); ++i) {
            for (unsigned bit = 0; bit < 8; ++bit) {
                wire::Signature changed = signature;
                changed[i] = static_cast<char>(static_cast<unsigned char>(changed[i]) ^ (1U << bit));
                QVERIFY(!wire::verify(key.publicKey(), Context::Receipt, "message", changed));
            }
        }
        QVERIFY(!wire::verify(SecretKey::generate().publicKey(), Context::Receipt, "message", signature));
        QVERIFY(!wire::verify(key.publicKey(), Context::Receipt, "messagf", signature));
        QVERIFY(!wire::verify(key.publicKey(), Context::Receipt, "message", ""));
    }

    void aSealedBoxOpensOnlyForItsKeyAndUnchanged()
    {
        const SecretKey key = SecretKey::generate();
        const std::string message("a text\0with NUL", 15);
        const std::string sealed = wire::sealTo(key.publicKey(), message);
        QCOMPARE(key.open(sealed), std::optional(message));
        QVERIFY(wire::sealTo(key.publicKey(), message) != sealed);
        QVERIFY(!SecretKey::generate().open(sealed));
        for (std::size_t i = 0; i < sealed.size(); ++i) {
            std::string changed = sealed;
            changed[i] = static_cast<char>(changed[i] ^ 1);
            QVERIFY(!key.open(changed));
            QVERIFY(!key.open(std::string_view(sealed).substr(0, i)));
        }
        QCOMPARE(key.open(wire::sealTo(key.publicKey(), "")), std::optional(std::string()));
    }

    void sha256IsThatOfFips180()
    {
        QCOMPARE(wire::sha256("abc").text(),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(wire::sha256("").text(),
                 std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    void base64IsThatOfRfc4648_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        const std::array<std::pair<const char*, const char*>, 7> vectors{{{"", ""},
                                                                          {"f", "Zg"},
                                                                          {"fo", "Zm8"},
                                                                          {"foo", "Zm9v"},
                                                                          {"foob", "Zm9vYg"},
                                                                          {"fooba", "Zm9vYmE"},
                                                                          {"foobar", "Zm9vYmFy"}}};
        for (const auto& [bytes, text] : vectors) {
            QTest::newRow(text) << QByteArray(bytes) << text;
        }
    }

    void base64IsThatOfRfc4648()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QCOMPARE(wire::toBase64Url(bytes.toStdString()), text.toStdString());
        QCOMPARE(wire::fromBase64Url(text.toStdString()), std::optional(bytes.toStdString()));
    }

    void whatIsNotExactlyOurBase64IsRefused()
    {
        for (const char* text : {"Zg=", "Zg==", "Zh", "Z", "Zg\n", "Zm 9v", "Zm9v=", "+/8"}) {
            QVERIFY2(!wire::fromBase64Url(text), text);
        }
    }

    void uuidsAreOfVersion4AndDiffer()
    {
        wire::SystemRandom random;
        const QRegularExpression form("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
        std::set<std::string> seen;
        for (int i = 0; i < 1000; ++i) {
            const std::string id = wire::uuid4(random);
            QVERIFY(form.match(QString::fromStdString(id)).hasMatch());
            QVERIFY(seen.insert(id).second);
        }
        QVERIFY(wire::newEpoch(random) != wire::newEpoch(random));
    }
};

QTEST_APPLESS_MAIN(TestKeys)
#include "test_keys.moc"
