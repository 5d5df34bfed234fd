// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/comments.h"

#include "tests/sync/wire/samples.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace smiley;
using test::goldenKey;
using wire::CommentKey;
using wire::CommentKeyFault;
using wire::CommentSecret;

namespace {

const std::string secretPhrase = "korrekt hest batteri";

core::CommentSettings settings()
{
    return {CommentSecret::generate().publicKey().text(),
            "Kommunikation, Fjordby Kommune",
            90,
            {"Hanne Lund Sørensen", "Åse"},
            "2026-11-01",
            "Mette Holm, DPO"};
}

/// The settings with one member replaced; "" takes it away.
std::string settingsWith(const std::string& member, const std::string& value)
{
    std::string text = wire::writeCommentSettings(settings());
    const std::size_t at = text.find("\"" + member + "\":");
    const std::size_t from = at + member.size() + 3;
    const std::size_t to =
        text[from] == '[' ? text.find(']', from) + 1 : std::min(text.find(",\"", from), text.size() - 1);
    return value.empty() ? text.replace(at, member.size() + 2, "\"x\"") : text.replace(from, to - from, value);
}

wire::CommentRecord comment(std::string id, std::string sealed, std::optional<core::FaceGroup> faces = {})
{
    return {std::move(id), test::day("2026-11-18"), test::day("2026-11-22"), "K9",
            faces,         "0123456789abcdef",      std::move(sealed)};
}

constexpr const char* headerStart =
    R"({"kind":"header","format":1,"stand":"fjordby-1","epoch":"00112233445566778899aabbccddeeff","number":1,)"
    R"("previous":null,"first_day":"2026-11-22","last_day":"2026-11-22","counts":)";

/// An envelope with this one line.
auto readLine(const std::string& line, int count = 1)
{
    const std::string header =
        headerStart + (R"({"comment":)" + std::to_string(count)) + R"(},"audit_head":null,"program":"by hand"})";
    return wire::readEnvelope(test::sealed(header + "\n" + line + "\n"), goldenKey().publicKey());
}

const std::string goodLine =
    R"({"kind":"comment","id":"0b8a5c1e-0000-4000-8000-000000000009","first_day":"2026-11-20","last_day":"2026-11-22",)"
    R"("question":"K9","faces":"4-5","key":"0123456789abcdef","sealed":"AAEC"})";

void sealedAndOpened()
{
    const CommentSecret secret = CommentSecret::generate();
    const auto text = *rc::gen::arbitrary<std::string>();
    const auto sealed = wire::sealComment(secret.publicKey(), text);
    RC_ASSERT(sealed.has_value());
    RC_ASSERT(secret.open(*sealed) == text);
    RC_ASSERT(!CommentSecret::generate().open(*sealed));
    std::string changed = *sealed;
    const auto at = *rc::gen::inRange<std::size_t>(0, changed.size());
    changed[at] = static_cast<char>(changed[at] ^ 1);
    RC_ASSERT(!secret.open(changed));
    RC_ASSERT(*wire::sealComment(secret.publicKey(), text) != *sealed);
}

} // namespace

class TestComments : public QObject {
    Q_OBJECT

private slots:
    void whatIsSealedIsOpenedByTheSecretAlone() { QVERIFY(rc::check("sealed, opened", sealedAndOpened)); }

    void theLengthOfWhatIsSealedTellsNothing()
    {
        const CommentKey key = CommentSecret::generate().publicKey();
        const std::size_t usual = wire::sealComment(key, "")->size();
        QCOMPARE(usual, wire::commentPaddingBytes + 48);
        for (const std::size_t length : {1U, 200U, 800U, 1023U}) {
            QCOMPARE(wire::sealComment(key, std::string(length, 'a'))->size(), usual);
        }
        QCOMPARE(wire::sealComment(key, std::string(1024, 'a'))->size(), usual + wire::commentPaddingBytes);
        // 200 letters of four bytes, and Arabic ones each with a vowel sign.
        std::string arabic;
        std::string gothic;
        for (int i = 0; i < 200; ++i) {
            arabic += "\u0628\u064E";
            gothic += "\U00010330";
        }
        QCOMPARE(wire::sealComment(key, arabic)->size(), usual);
        QCOMPARE(wire::sealComment(key, gothic)->size(), usual);
    }

    void theLongestTextIsSealedAndOneByteMoreIsNot()
    {
        const CommentSecret secret = CommentSecret::generate();
        const std::string longest(wire::commentBytesMax, 'x');
        const auto sealed = wire::sealComment(secret.publicKey(), longest);
        QVERIFY(sealed && sealed->size() <= wire::sealedCommentBytesMax);
        QVERIFY(secret.open(*sealed) == longest);
        QVERIFY(!wire::sealComment(secret.publicKey(), longest + "x"));
    }

    void cutOrLengthenedBytesAreNotOpened()
    {
        const CommentSecret secret = CommentSecret::generate();
        const std::string sealed = *wire::sealComment(secret.publicKey(), "tak");
        for (std::size_t length = 0; length < sealed.size(); length += 7) {
            QVERIFY(!secret.open(std::string_view(sealed).substr(0, length)));
        }
        QVERIFY(!secret.open(sealed + "x"));
        QVERIFY(!secret.open(std::string(wire::sealedCommentBytesMax + 1, 'x')));
    }

    void aKeyThatSealsToNobodyOrHasTwoTextsIsRefused()
    {
        const CommentKey key = CommentSecret::generate().publicKey();
        QVERIFY(CommentKey::parse(key.text()) == key);
        CommentKey doubled = key;
        doubled.bytes.back() = static_cast<unsigned char>(doubled.bytes.back() | 0x80U);
        CommentKey one;
        one.bytes.front() = 1;
        for (const std::string& bad : {std::string(), key.text() + "A", key.text().substr(1), CommentKey{}.text(),
                                       one.text(), doubled.text(), std::string("not base64url")}) {
            QVERIFY2(!CommentKey::parse(bad), bad.c_str());
        }
        QVERIFY(wire::isCommentKeyId(wire::commentKeyId(key)));
        QVERIFY(wire::commentKeyId(key) != wire::commentKeyId(CommentSecret::generate().publicKey()));
        for (const char* bad : {"", "0123456789abcde", "0123456789ABCDEF", "0123456789abcdef0"}) {
            QVERIFY(!wire::isCommentKeyId(bad));
        }
    }

    void theSecretComesOutOfItsFileByThePassphraseOnly()
    {
        const CommentSecret secret = CommentSecret::generate();
        const std::string file = *secret.wrap(secretPhrase);
        const auto opened = CommentSecret::unwrap(file, secretPhrase);
        QVERIFY2(opened, opened ? "" : opened.error().message.c_str());
        QVERIFY(opened->publicKey() == secret.publicKey());
        QVERIFY(opened->open(*wire::sealComment(secret.publicKey(), "tak")) == "tak");
        const auto wrong = CommentSecret::unwrap(file, secretPhrase + " ");
        QVERIFY(!wrong && wrong.error().code == CommentKeyFault::WrongPassphrase);
        QVERIFY(wire::publicCommentKey(file) == secret.publicKey());
        QVERIFY(wire::publicCommentKey(secret.publicKey().text() + "\n") == secret.publicKey());
        QVERIFY(!wire::publicCommentKey(""));
        QVERIFY(!wire::publicCommentKey("{}"));
        const std::string noKind = "{\"key\":\"" + secret.publicKey().text() + "\"}";
        QVERIFY(!wire::publicCommentKey(noKind));
    }

    void aKeyFileThatIsNoneNamesItsFaults()
    {
        const std::string file = *CommentSecret::generate().wrap(secretPhrase);
        const auto refusal = [&](const std::string& from, const std::string& to) {
            std::string changed = file;
            const std::size_t at = changed.find(from);
            changed.replace(at, from.size(), to);
            const auto opened = CommentSecret::unwrap(changed, secretPhrase);
            return opened ? std::string("opened") : opened.error().message;
        };
        const std::string memory = R"("memory_bytes":268435456)";
        QVERIFY(file.find(memory) != std::string::npos);
        QVERIFY(refusal(memory, R"("memory_bytes":2000000000)").find("/memory_bytes") != std::string::npos);
        QVERIFY(refusal("argon2id13", "scrypt").find("/function") != std::string::npos);
        QVERIFY(refusal(R"("salt":")", R"("salt":"A)").find("/salt") != std::string::npos);
        QVERIFY(refusal(R"("secret":)", R"("other":)").find("/secret") != std::string::npos);
        const CommentKey other = CommentSecret::generate().publicKey();
        QVERIFY(refusal(wire::publicCommentKey(file)->text(), other.text()).find("halves") != std::string::npos);
        QVERIFY(CommentSecret::unwrap("", secretPhrase).error().code == CommentKeyFault::Malformed);
    }

    void settingsAreReadAsWrittenAndTurnCommentsOn()
    {
        const core::CommentSettings written = settings();
        const std::string json = wire::writeCommentSettings(written);
        const auto applied = wire::applySettings({}, R"({"place":"Jobcentret"})", json);
        QVERIFY2(applied, applied ? "" : applied.error().message.c_str());
        const core::CommentSettings& read = *applied->comments;
        QCOMPARE(read.key, written.key);
        QCOMPARE(read.readBy, written.readBy);
        QCOMPARE(read.deletedAfterDays, 90);
        QVERIFY(read.staffNames == written.staffNames);
        QCOMPARE(read.approvedOn, written.approvedOn);
        QCOMPARE(read.approvedBy, written.approvedBy);
        QCOMPARE(applied->place, std::string("Jobcentret"));
        QVERIFY(wire::applySettings({}, "", json)->comments.has_value());
    }

    void onlyTheCentreTurnsThemOn()
    {
        core::StandSettings own;
        own.comments = settings();
        QVERIFY(!wire::applySettings(own, "")->comments);
        QVERIFY(!wire::applySettings(own, R"({"place":"Jobcentret"})")->comments);
        // Not by the settings of one stand either.
        const std::string smuggled = R"({"comments":)" + wire::writeCommentSettings(settings()) + "}";
        QVERIFY(!wire::applySettings(own, smuggled)->comments);
    }

    void settingsWithoutAnApprovalOrAUsableKeyAreRefusedWithEveryFault_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* name, const char* member, const QString& value) {
            QTest::newRow(name) << member << value;
        };
        for (const char* member : {"key", "read_by", "deleted_after_days", "approved_on", "approved_by"}) {
            row((std::string("no ") + member).c_str(), member, "");
        }
        row("a key of zeros", "key", QString("\"%1\"").arg(CommentKey{}.text().c_str()));
        row("no reader", "read_by", "\"\"");
        row("no days", "deleted_after_days", "0");
        row("more than a year", "deleted_after_days", "366");
        row("no day", "approved_on", "\"2026-02-30\"");
        row("a day and more", "approved_on", "\"2026-11-01T00:00\"");
        row("nobody", "approved_by", "\"\"");
        row("a blank", "approved_by", "\"  \"");
        row("too many names", "staff_names", "[" + QString("\"x\",").repeated(500) + "\"x\"]");
        row("a long name", "staff_names", "[\"" + QString("x").repeated(81) + "\"]");
        row("a blank name", "staff_names", R"([" "])");
        row("a number", "staff_names", "[7]");
        row("a name that turns", "staff_names", "[\"a\u202Eb\"]");
    }
    void settingsWithoutAnApprovalOrAUsableKeyAreRefusedWithEveryFault()
    {
        QFETCH(const QString, member);
        QFETCH(const QString, value);
        const auto read = wire::readCommentSettings(settingsWith(member.toStdString(), value.toStdString()));
        QVERIFY(!read);
        QVERIFY2(read.error().message.find("/" + member.toStdString() + ":") != std::string::npos,
                 read.error().message.c_str());
        QVERIFY(!wire::applySettings({}, "", settingsWith(member.toStdString(), value.toStdString())));
    }

    void aStaffListThatNoConfigurationCarriesIsRefused()
    {
        core::CommentSettings wide = settings();
        std::string name;
        for (int letter = 0; letter < 80; ++letter) {
            name += "ø";
        }
        wide.staffNames.assign(core::staffNamesMax, name); // letters are counted, but a configuration counts bytes
        const auto read = wire::readCommentSettings(wire::writeCommentSettings(wide));
        QVERIFY(!read);
        QVERIFY2(read.error().message.find("65536 bytes") != std::string::npos, read.error().message.c_str());
        wide.staffNames.resize(350);
        QVERIFY(wire::readCommentSettings(wire::writeCommentSettings(wide)).has_value());
    }

    void theLargestStaffListIsTaken()
    {
        core::CommentSettings large = settings();
        large.staffNames.assign(core::staffNamesMax, std::string(80, 'x'));
        const std::string json = wire::writeCommentSettings(large);
        QVERIFY(json.size() <= wire::commentSettingsBytesMax);
        QCOMPARE(wire::readCommentSettings(json)->staffNames.size(), core::staffNamesMax);
        const wire::Configuration all{test::header().stand, 4, "{}", "", "", "", false, json};
        const auto read = wire::readConfiguration(wire::writeConfiguration(all, goldenKey()), goldenKey().publicKey());
        QVERIFY(read && read->comments == json);
        wire::Configuration over = all;
        over.comments.assign(wire::commentSettingsBytesMax + 1, ' ');
        QVERIFY(!wire::readConfiguration(wire::writeConfiguration(over, goldenKey()), goldenKey().publicKey()));
    }

    // ---- records

    void theRecordIsWrittenAsTheFormatSays()
    {
        wire::Envelope envelope = test::fullEnvelope();
        envelope.comments = {
            comment("0b8a5c1e-0000-4000-8000-000000000009", std::string("\0\x01\x02", 3), core::FaceGroup::High)};
        test::SeededRandom random(5);
        const wire::SealedBytes written = wire::writeEnvelope(envelope, goldenKey(), random);
        const std::string text = test::decompressed(written.bytes);
        std::string line = goodLine;
        line.replace(line.find("11-20"), 5, "11-18");
        QVERIFY2(text.find(line + "\n") != std::string::npos, text.c_str());
        const auto read = wire::readEnvelope(written.bytes, goldenKey().publicKey());
        QVERIFY(read && read->faults.empty() && read->envelope.unknown.empty());
        QCOMPARE(read->envelope.comments.size(), 1U);
        const wire::CommentRecord& record = read->envelope.comments.front();
        QCOMPARE(record.id, envelope.comments.front().id);
        QVERIFY(record.firstDay == test::day("2026-11-18") && record.lastDay == test::day("2026-11-22"));
        QCOMPARE(record.question, std::string("K9"));
        QVERIFY(record.faces == core::FaceGroup::High);
        QCOMPARE(record.key, std::string("0123456789abcdef"));
        QCOMPARE(record.sealed, std::string("\0\x01\x02", 3));
        QCOMPARE(read->counted.at("comment"), 1U);
        QVERIFY(read->envelope.header.counts == read->counted);
    }

    void everyFaceGroupAndNoneComesBack()
    {
        using enum core::FaceGroup;
        const std::vector<std::optional<core::FaceGroup>> groups{Low, Middle, High, std::nullopt};
        wire::Envelope envelope = test::fullEnvelope();
        test::SeededRandom random(1);
        for (const auto& group : groups) {
            envelope.comments.push_back(comment(wire::uuid4(random), "x", group));
        }
        const auto read =
            wire::readEnvelope(wire::writeEnvelope(envelope, goldenKey(), random).bytes, goldenKey().publicKey());
        QCOMPARE(read->envelope.comments.size(), 4U);
        for (const wire::CommentRecord& record : read->envelope.comments) {
            const auto same = std::ranges::find(envelope.comments, record.id, [](const auto& each) { return each.id; });
            QVERIFY(same != envelope.comments.end() && same->faces == record.faces);
        }
    }

    void theOrderOfTheRecordsIsNotTheOrderWritten()
    {
        // The first of ten comes to every place.
        std::set<std::size_t> places;
        for (std::uint64_t seed = 1; seed <= 200; ++seed) {
            wire::Envelope envelope = test::fullEnvelope();
            test::SeededRandom random(seed);
            for (int i = 0; i < 10; ++i) {
                envelope.comments.push_back(comment(wire::uuid4(random), "x"));
            }
            const std::string first = envelope.comments.front().id;
            const auto read =
                wire::readEnvelope(wire::writeEnvelope(envelope, goldenKey(), random).bytes, goldenKey().publicKey());
            const auto found = std::ranges::find(read->envelope.comments, first, &wire::CommentRecord::id);
            places.insert(static_cast<std::size_t>(found - read->envelope.comments.begin()));
        }
        QCOMPARE(places.size(), 10U);
    }

    void aBadRecordIsListed_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("pointer");
        const auto row = [](const char* name, const char* from, const char* to, const char* pointer) {
            QTest::newRow(name) << from << to << pointer;
        };
        row("no UUID", "-4000-", "-1000-", "/id");
        row("no first day", R"("first_day":"2026-11-20",)", "", "/first_day");
        row("days the wrong way", R"("first_day":"2026-11-20")", R"("first_day":"2026-11-23")", "/last_day");
        row("no question", R"("K9")", R"("")", "/question");
        row("a face", R"("4-5")", R"("4")", "/faces");
        row("no key", "0123456789abcdef", "0123456789abcdeX", "/key");
        row("not base64url", "AAEC", "AA==", "/sealed");
        row("nothing sealed", "AAEC", "", "/sealed");
    }
    void aBadRecordIsListed()
    {
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        QFETCH(const QString, pointer);
        QVERIFY(readLine(goodLine)->faults.empty());
        const QString line = QString::fromStdString(goodLine).replace(from, to);
        QVERIFY(line.toStdString() != goodLine);
        const auto read = readLine(line.toStdString());
        QCOMPARE(read->faults.size(), 1U);
        QVERIFY2(read->faults.front().message.find(pointer.toStdString() + ":") != std::string::npos,
                 read->faults.front().message.c_str());
        QVERIFY(read->envelope.comments.empty());
    }

    void anIdThatComesTwiceAndATextThatIsTooLongAreListed()
    {
        const auto twice = readLine(goodLine + "\n" + goodLine, 2);
        QCOMPARE(twice->envelope.comments.size(), 1U);
        QCOMPARE(twice->faults.size(), 1U);
        const auto withSealed = [](std::size_t bytes) {
            std::string line = goodLine;
            return readLine(line.replace(line.find("AAEC"), 4, wire::toBase64Url(std::string(bytes, 's'))));
        };
        QVERIFY(withSealed(wire::sealedCommentBytesMax)->faults.empty());
        QCOMPARE(withSealed(wire::sealedCommentBytesMax + 3)->faults.size(), 1U);
    }

    // ---- without them

    void withoutItsCommentsAnEnvelopeReadsAsBefore()
    {
        wire::Envelope envelope = test::fullEnvelope();
        const std::string sealed(1072, 's');
        test::SeededRandom random(1);
        for (int i = 0; i < 3; ++i) {
            envelope.comments.push_back(comment(wire::uuid4(random), sealed));
        }
        envelope.unknown = {R"({"kind":"weather","rain":true})"};
        const std::string bytes = wire::writeEnvelope(envelope, goldenKey(), random).bytes;
        const auto rest = wire::withoutComments(bytes);
        QVERIFY(rest.has_value());
        const std::string text = test::decompressed(*rest);
        QVERIFY(text.find(wire::toBase64Url(sealed)) == std::string::npos);
        const auto read = wire::readWithoutComments(*rest);
        QVERIFY2(read && read->faults.empty(), read ? "" : read.error().message.c_str());
        QVERIFY(read->envelope.comments.empty());
        QVERIFY(!read->envelope.header.counts.contains("comment"));
        // Every other line is there, byte for byte and in its place; the trailer's hash is another.
        QStringList expected = QString::fromStdString(test::decompressed(bytes)).split('\n');
        expected.removeIf([](const QString& line) { return line.startsWith(R"({"kind":"comment")"); });
        const QStringList found = QString::fromStdString(text).split('\n');
        QCOMPARE(found.size(), expected.size());
        QCOMPARE(found.mid(0, found.size() - 2), expected.mid(0, expected.size() - 2));
        // Nobody can take it for what the stand signed, and a changed one is refused.
        QVERIFY(wire::readEnvelope(*rest, goldenKey().publicKey()).error().code == wire::EnvelopeFault::BadSignature);
        std::string changed = text;
        changed.replace(changed.find("rain"), 4, "snow");
        QVERIFY(wire::readWithoutComments(test::compressed(changed)).error().code == wire::EnvelopeFault::BadSignature);
    }

    void aCommentThatCantBeReadGoesToo()
    {
        std::string broken = goodLine;
        broken.pop_back();
        for (const std::string& line : {broken, QString::fromStdString(goodLine).replace("K9", "").toStdString()}) {
            const std::string header =
                std::string(headerStart) + R"({"comment":1},"audit_head":null,"program":"by hand"})";
            const auto rest = wire::withoutComments(test::sealed(header + "\n" + line + "\n"));
            QVERIFY(rest.has_value());
            QVERIFY(test::decompressed(*rest).find("AAEC") == std::string::npos);
        }
        QVERIFY(!wire::withoutComments("nonsense"));
    }
};

QTEST_APPLESS_MAIN(TestComments)

#include "test_comments.moc"
