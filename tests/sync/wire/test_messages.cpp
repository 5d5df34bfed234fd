// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/messages.h"
#include "sync/wire/questionnaire_json.h"
#include "tests/sync/wire/samples.h"

#include <QtTest>

#include <boost/json.hpp>
#include <rapidcheck.h>

#include <functional>

using namespace smiley;
using test::goldenKey;
using wire::MessageFault;

namespace json = boost::json;

namespace {

const core::StandId stand = *core::StandId::parse("fjordby-1");
const core::Epoch epoch = *core::Epoch::parse("00112233445566778899aabbccddeeff");
const std::string nonce = "ffeeddccbbaa99887766554433221100";

wire::Receipt receipt()
{
    return {stand,
            epoch,
            core::EnvelopeNumber{7},
            test::hashOf("7"),
            wire::Receipt::Outcome::KeptAside,
            core::EnvelopeNumber{9},
            test::hashOf("9")};
}

wire::Heartbeat heartbeat()
{
    return {"smiley-stand 0.1.0",
            "smiley-sync 0.1.0",
            test::day("2026-11-21"),
            epoch,
            core::EnvelopeNumber{7},
            "anchored",
            {{"presence", "none"}, {"keys", "ready"}},
            3,
            2,
            test::hashOf("questionnaire"),
            85,
            12,
            nonce};
}

struct Message {
    const char* name;
    std::string text;
    /// The fault's code, or nothing where it is accepted.
    std::function<std::optional<MessageFault>(std::string_view)> read;
    bool isSigned = true;
};

template <class T>
std::optional<MessageFault> faultOf(const wire::Parsed<T>& parsed)
{
    return parsed ? std::nullopt : std::optional(parsed.error().code);
}

/// One of each message, whole, with its reader.
std::vector<Message> messages()
{
    const wire::SecretKey key = goldenKey();
    const wire::PublicKey centre = key.publicKey();
    const std::string identity = wire::writeStandIdentity({centre, epoch, true}, key);
    return {
        {"receipt", wire::writeReceipt(receipt(), key),
         [=](std::string_view text) { return faultOf(wire::readReceipt(text, centre)); }},
        {"stand-identity", identity, [](std::string_view text) { return faultOf(wire::readStandIdentity(text)); }},
        {"enrolment-request", wire::writeEnrolmentRequest({"ABCD2345", identity, centre}, key),
         [](std::string_view text) { return faultOf(wire::readEnrolmentRequest(text)); }},
        {"enrolment", wire::writeEnrolment({stand, *core::MunicipalityId::parse("fjordby"), centre, centre, true}, key),
         [](std::string_view text) { return faultOf(wire::readEnrolment(text)); }},
        {"configuration", wire::writeConfiguration({stand, 4, R"({"id":"smiley"})", R"({"place":"Jobcentret"})"}, key),
         [=](std::string_view text) { return faultOf(wire::readConfiguration(text, centre)); }},
        {"time", wire::writeCentreTime({nonce, core::WallMs{1'795'600'800'123}}, key),
         [=](std::string_view text) { return faultOf(wire::readCentreTime(text, centre)); }},
        {"heartbeat", wire::writeHeartbeat(heartbeat()),
         [](std::string_view text) { return faultOf(wire::readHeartbeat(text)); }, false},
        {"received time", wire::writeReceivedTime({"{}", "boot", core::MonotonicMs{5}, 30}),
         [](std::string_view text) { return faultOf(wire::readReceivedTime(text)); }, false},
        {"problem", wire::writeProblem({"urn:smileystand:problem:too-large", "Too large", 413, "line 1\nline 2"}),
         [](std::string_view text) { return faultOf(wire::readProblem(text)); }, false},
    };
}

Message message(const QString& name)
{
    for (Message& one : messages()) {
        if (name == one.name) {
            return one;
        }
    }
    qFatal("no such message");
}

/// The message with one member of its payload replaced or, by an empty text, taken out; signed again.
std::string changed(const Message& message, const std::string& member, const std::string& value)
{
    static const std::map<std::string_view, wire::Context> contexts{{"receipt", wire::Context::Receipt},
                                                                    {"stand-identity", wire::Context::Enrolment},
                                                                    {"enrolment-request", wire::Context::Enrolment},
                                                                    {"enrolment", wire::Context::Enrolment},
                                                                    {"configuration", wire::Context::Configuration},
                                                                    {"time", wire::Context::Time}};
    json::object object = json::parse(message.text).as_object();
    json::object payload = message.isSigned ? json::parse(object["payload"].as_string()).as_object() : object;
    if (value.empty()) {
        payload.erase(member);
    } else {
        payload[member] = json::parse(value);
    }
    if (!message.isSigned) {
        return json::serialize(payload);
    }
    object["payload"] = json::serialize(payload);
    object["signature"] = goldenKey().sign(contexts.at(message.name), json::serialize(payload));
    return json::serialize(object);
}

/// Text of a member that is refused where a member "number" has this value.
std::string messageOf(const QString& name, const std::string& text)
{
    const wire::PublicKey centre = goldenKey().publicKey();
    const auto say = [](const auto& parsed) { return parsed ? std::string("accepted") : parsed.error().message; };
    if (name == "receipt") {
        return say(wire::readReceipt(text, centre));
    }
    if (name == "stand-identity") {
        return say(wire::readStandIdentity(text));
    }
    if (name == "enrolment-request") {
        return say(wire::readEnrolmentRequest(text));
    }
    if (name == "enrolment") {
        return say(wire::readEnrolment(text));
    }
    if (name == "configuration") {
        return say(wire::readConfiguration(text, centre));
    }
    if (name == "time") {
        return say(wire::readCentreTime(text, centre));
    }
    if (name == "heartbeat") {
        return say(wire::readHeartbeat(text));
    }
    return name == "problem" ? say(wire::readProblem(text)) : say(wire::readReceivedTime(text));
}

} // namespace

class TestMessages : public QObject {
    Q_OBJECT

private:
    static void eachMessage()
    {
        QTest::addColumn<QString>("name");
        for (const Message& one : messages()) {
            QTest::newRow(one.name) << one.name;
        }
    }

private slots:
    void receiptsAreReadAsWritten()
    {
        QVERIFY(rc::check([] {
            wire::Receipt given = receipt();
            given.number = core::EnvelopeNumber{*rc::gen::inRange<std::uint64_t>(1, std::uint64_t{1} << 53U)};
            given.highest = core::EnvelopeNumber{*rc::gen::inRange<std::uint64_t>(0, std::uint64_t{1} << 53U)};
            given.outcome = *rc::gen::element(wire::Receipt::Outcome::Stored, wire::Receipt::Outcome::KeptAside,
                                              wire::Receipt::Outcome::Fork);
            const auto read = wire::readReceipt(wire::writeReceipt(given, goldenKey()), goldenKey().publicKey());
            RC_ASSERT(read.has_value());
            RC_ASSERT(read->stand == given.stand && read->epoch == given.epoch && read->number == given.number);
            RC_ASSERT(read->hash == given.hash && read->outcome == given.outcome);
            RC_ASSERT(read->highest == given.highest && read->highestHash == given.highestHash);
        }));
    }

    void enrolmentIsReadAsWritten()
    {
        const wire::SecretKey envelopeKey = wire::SecretKey::generate();
        const wire::SecretKey transportKey = wire::SecretKey::generate();
        const wire::SecretKey centre = wire::SecretKey::generate();

        const std::string identityText = wire::writeStandIdentity({envelopeKey.publicKey(), epoch, true}, envelopeKey);
        const auto request = wire::readEnrolmentRequest(
            wire::writeEnrolmentRequest({"abcd-2345", identityText, transportKey.publicKey()}, transportKey));
        QVERIFY(request);
        QCOMPARE(request->code, std::string("ABCD2345"));
        QVERIFY(request->transportKey == transportKey.publicKey());
        const auto identity = wire::readStandIdentity(request->identity);
        QVERIFY(identity && identity->example && identity->epoch == epoch);
        QVERIFY(identity->envelopeKey == envelopeKey.publicKey());

        const auto enrolment = wire::readEnrolment(wire::writeEnrolment(
            {stand, *core::MunicipalityId::parse("fjordby"), centre.publicKey(), envelopeKey.publicKey(), false},
            centre));
        QVERIFY(enrolment && !enrolment->example && enrolment->stand == stand);
        QCOMPARE(enrolment->municipality.text(), std::string("fjordby"));
        QVERIFY(enrolment->centreKey == centre.publicKey() && enrolment->envelopeKey == envelopeKey.publicKey());
    }

    void aKeyThatIsNotHeldProvesNothing()
    {
        const wire::SecretKey mine = wire::SecretKey::generate();
        const wire::PublicKey others = wire::SecretKey::generate().publicKey();
        QVERIFY(faultOf(wire::readStandIdentity(wire::writeStandIdentity({others, epoch, false}, mine))) ==
                MessageFault::BadSignature);
        QVERIFY(faultOf(wire::readEnrolmentRequest(wire::writeEnrolmentRequest({"ABCD2345", "{}", others}, mine))) ==
                MessageFault::BadSignature);
        QVERIFY(faultOf(wire::readEnrolment(wire::writeEnrolment(
                    {stand, *core::MunicipalityId::parse("fjordby"), others, others, false}, mine))) ==
                MessageFault::BadSignature);
    }

    void configurationsAreReadAsWritten()
    {
        // The largest questionnaire, all of it escaped twice, still fits.
        const std::string questionnaire(wire::questionnaireBytesMax, '"');
        const std::string settings(wire::settingsBytesMax, '\\');
        const auto read = wire::readConfiguration(
            wire::writeConfiguration({stand, 4, questionnaire, settings}, goldenKey()), goldenKey().publicKey());
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QVERIFY(read->stand == stand && read->version == 4);
        QVERIFY(read->questionnaire == questionnaire && read->settings == settings);
        QVERIFY(read->policy.empty() && read->shadowPolicy.empty() && !read->countedOnSite);
        const std::string policy(wire::policyBytesMax, '"');
        const wire::Configuration all{stand, 4, questionnaire, settings, policy, policy, true};
        const auto whole = wire::readConfiguration(wire::writeConfiguration(all, goldenKey()), goldenKey().publicKey());
        QVERIFY2(whole, whole ? "" : whole.error().message.c_str());
        QVERIFY(whole->policy == policy && whole->shadowPolicy == policy && whole->countedOnSite);
        for (const auto member : {&wire::Configuration::policy, &wire::Configuration::shadowPolicy}) {
            wire::Configuration large = all;
            large.*member += "x";
            QVERIFY(faultOf(wire::readConfiguration(wire::writeConfiguration(large, goldenKey()),
                                                    goldenKey().publicKey())) == MessageFault::Malformed);
        }
        QVERIFY(faultOf(wire::readConfiguration(
                    wire::writeConfiguration({stand, 4, questionnaire + "x", settings}, goldenKey()),
                    goldenKey().publicKey())) == MessageFault::Malformed);
        QVERIFY(faultOf(wire::readConfiguration(
                    wire::writeConfiguration({stand, 4, questionnaire, settings + "x"}, goldenKey()),
                    goldenKey().publicKey())) == MessageFault::Malformed);
    }

    void heartbeatsAreReadAsWritten()
    {
        const auto read = wire::readHeartbeat(wire::writeHeartbeat(heartbeat()));
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QCOMPARE(wire::writeHeartbeat(*read), wire::writeHeartbeat(heartbeat()));
        QVERIFY(read->sensors == heartbeat().sensors && read->lastClosedDay == heartbeat().lastClosedDay);
        // A stand that is new knows little.
        wire::Heartbeat fresh;
        fresh.clockQuality = "none";
        const auto freshRead = wire::readHeartbeat(wire::writeHeartbeat(fresh));
        QVERIFY2(freshRead, freshRead ? "" : freshRead.error().message.c_str());
        QVERIFY(!freshRead->epoch && !freshRead->lastClosedDay && !freshRead->questionnaire);
    }

    void timesAreReadAsWritten()
    {
        for (const std::int64_t ms : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1'795'600'800'123}}) {
            const auto time = wire::readCentreTime(wire::writeCentreTime({nonce, core::WallMs{ms}}, goldenKey()),
                                                   goldenKey().publicKey());
            QVERIFY(time && time->nonce == nonce && core::count(time->time) == ms);
        }
        const auto received =
            wire::readReceivedTime(wire::writeReceivedTime({"{\"x\":1}", "b-o-o-t", core::MonotonicMs{12345}, 67}));
        QVERIFY(received && received->answer == "{\"x\":1}" && received->machineBoot == "b-o-o-t");
        QVERIFY(core::count(received->at) == 12345 && received->roundTripMs == 67);
    }

    void problemsAreReadAsWrittenAndAsOthersWriteThem()
    {
        const auto read = wire::readProblem(message("problem").text);
        QVERIFY(read && read->status == 413 && read->detail == "line 1\nline 2");
        QCOMPARE(read->type, std::string("urn:smileystand:problem:too-large"));
        const auto bare = wire::readProblem("{}"); // RFC 9457: every member is optional
        QVERIFY(bare && bare->type == "about:blank" && bare->status == 500);
        QVERIFY(!wire::readProblem(R"({"status":99})") && !wire::readProblem(R"({"status":600})"));
    }

    void aSignedMessageIsRefusedWhereAnyBitDiffers_data() { eachMessage(); }
    void aSignedMessageIsRefusedWhereAnyBitDiffers()
    {
        QFETCH(QString, name);
        const Message one = message(name);
        QVERIFY(!one.read(one.text));
        for (std::size_t i = 0; i < one.text.size(); ++i) {
            std::string text = one.text;
            text[i] = static_cast<char>(text[i] ^ 1);
            QVERIFY2(!one.isSigned || one.read(text), (one.text + " at " + std::to_string(i)).c_str());
        }
    }

    void aMessageThatIsCutOffIsRefused_data() { eachMessage(); }
    void aMessageThatIsCutOffIsRefused()
    {
        QFETCH(QString, name);
        const Message one = message(name);
        for (std::size_t size = 0; size < one.text.size(); ++size) {
            QVERIFY(one.read(std::string_view(one.text).substr(0, size)) == MessageFault::Malformed);
        }
        QVERIFY(one.read(one.text + "x") == MessageFault::Malformed);
        QVERIFY(!one.read(one.text + "\n"));
    }

    void noMessageStandsForAnother_data() { eachMessage(); }
    void noMessageStandsForAnother()
    {
        // All are signed by one key: context and name alone have to keep them apart.
        QFETCH(QString, name);
        for (const Message& other : messages()) {
            // Every member of a problem is optional, and members that aren't known are ignored.
            if (name != other.name && name != "problem") {
                QVERIFY2(message(name).read(other.text), other.name);
            }
        }
    }

    void aMessageOverTheLimitIsRefusedUnread()
    {
        const std::string padding(wire::messageBytesMax - 2, ' ');
        QVERIFY(wire::readProblem("{" + padding + "}"));
        QVERIFY(faultOf(wire::readProblem("{" + padding + " }")) == MessageFault::Malformed);
    }

    void unknownMembersAreIgnored_data() { eachMessage(); }
    void unknownMembersAreIgnored()
    {
        QFETCH(QString, name);
        const Message one = message(name);
        QVERIFY(!one.read(changed(one, "later", "[1,{\"x\":null}]")));
    }

    void aMalformedMemberIsNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* name, const char* member, const char* value) {
            QTest::newRow((std::string(name) + " " + member + " " + value).c_str()) << name << member << value;
        };
        const char* const missing = "";
        row("receipt", "stand", missing);
        row("receipt", "stand", "\"Fjordby 1\"");
        row("receipt", "epoch", "\"\"");
        row("receipt", "number", "0");
        row("receipt", "number", "-1");
        row("receipt", "number", "1.5");
        row("receipt", "number", "9007199254740992");
        row("receipt", "number", "\"1\"");
        row("receipt", "hash", "\"abc\"");
        row("receipt", "outcome", "\"lost\"");
        row("receipt", "highest", "null");
        row("receipt", "highest_hash", missing);
        row("receipt", "message", "\"time\"");
        row("receipt", "message", missing);
        row("stand-identity", "envelope_key", missing);
        row("stand-identity", "envelope_key", "\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"");
        row("stand-identity", "epoch", "1");
        row("stand-identity", "example", "1");
        row("enrolment-request", "code", "\"ABCD234\"");
        row("enrolment-request", "code", "\"ABCD23456\"");
        row("enrolment-request", "code", "\"ABCD0189\"");
        row("enrolment-request", "code", missing);
        row("enrolment-request", "identity", "{}");
        row("enrolment-request", "transport_key", "\"x\"");
        row("enrolment", "municipality", "\"x\"");
        row("enrolment", "centre_key", missing);
        row("enrolment", "envelope_key", "7");
        row("configuration", "version", "-1");
        row("configuration", "questionnaire", "{}");
        row("configuration", "settings", missing);
        row("time", "nonce", "\"ffeedd\"");
        row("time", "time_ms", "1.5");
        row("time", "time_ms", "18446744073709551615");
        row("heartbeat", "clock", "\"good\"");
        row("heartbeat", "clock", missing);
        row("heartbeat", "last_closed_day", "\"2026-02-29\"");
        row("heartbeat", "epoch", "\"x\"");
        row("heartbeat", "sensors", "[]");
        row("heartbeat", "sensors", "{\"presence\":1}");
        row("heartbeat", "sensors", "{\"\\u202e\":\"none\"}");
        row("heartbeat", "free_disk_percent", "84");
        row("heartbeat", "free_disk_percent", "105");
        row("heartbeat", "uptime_hours", missing);
        row("heartbeat", "time_nonce", "\"xyz\"");
        row("heartbeat", "stand_program", "\"a\\nb\"");
        row("heartbeat", "stand_program", "\"a\\u0000\"");
        row("received time", "answer", "{}");
        row("received time", "machine_boot", "\"\"");
        row("received time", "at_ms", "-1");
        row("received time", "round_trip_ms", missing);
    }

    void aMalformedMemberIsNamed()
    {
        QFETCH(QString, name);
        QFETCH(QString, member);
        QFETCH(QString, value);
        const Message one = message(name);
        const std::string text = changed(one, member.toStdString(), value.toStdString());
        QVERIFY(one.read(text) == MessageFault::Malformed);
        const std::string said = messageOf(name, text);
        QVERIFY2(QString::fromStdString(said).contains("/" + member) && said.starts_with(one.name), said.c_str());
    }

    void everyFaultIsNamed()
    {
        const auto read = wire::readHeartbeat(R"({"clock":7,"last_envelope":-1,"configuration_version":0,)"
                                              R"("free_disk_percent":3,"uptime_hours":0})");
        QVERIFY(!read);
        for (const char* pointer : {"/clock", "/last_envelope", "/free_disk_percent"}) {
            QVERIFY2(read.error().message.find(pointer) != std::string::npos, read.error().message.c_str());
        }
    }

    void settingsOfTheCentreLieOverTheStandsOwn()
    {
        core::StandSettings own;
        own.municipality = "Egen Kommune";
        own.rawDays = 1;
        own.controllerContact = "dpo@egen.dk";
        own.saidDone = core::SaidDone{{{"da", "før"}}, {{"da", "før"}}};

        const auto same = wire::applySettings(own, "");
        QVERIFY(same && same->municipality == own.municipality && same->saidDone);
        const auto empty = wire::applySettings(own, "{}");
        QVERIFY(empty && empty->saidDone);

        const auto all =
            wire::applySettings(own, R"({"municipality":"Fjordby Kommune","place":"Jobcenter Fjordby",)"
                                     R"("controller_contact":"dpo@fjordby.dk","languages":["da","ar"],)"
                                     R"("more_languages":["uk"],"room_cctv":true,"invite":false,)"
                                     R"("said_done":{"said":{"da":"Ventetiden"},"done":{"da":"En mere"}}})");
        QVERIFY2(all, all ? "" : all.error().message.c_str());
        QCOMPARE(all->municipality, std::string("Fjordby Kommune"));
        QCOMPARE(all->place, std::string("Jobcenter Fjordby"));
        QCOMPARE(all->controllerContact, std::string("dpo@fjordby.dk"));
        QVERIFY((all->languages == std::vector<std::string>{"da", "ar"}));
        QVERIFY((all->moreLanguages == std::vector<std::string>{"uk"}));
        QVERIFY(all->roomCctv && !all->invite);
        QCOMPARE(all->saidDone->done.at("da"), std::string("En mere"));
        QCOMPARE(all->rawDays, 1);

        const auto without = wire::applySettings(own, R"({"said_done":null})");
        QVERIFY(without && !without->saidDone);
    }

    void settingsThatTheCentreMayNotSetStayTheStandsOwn()
    {
        const auto read = wire::applySettings({}, R"({"raw_days":14,"smallest_shown":1,"panel_dpi":9,"later":[]})");
        QVERIFY(read && read->rawDays == 2 && read->smallestShown == 10 && !read->panelDpi);
    }

    void badSettingsAreNamedAndNothingIsApplied_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("pointer");
        const auto row = [](const char* text, const char* pointer) { QTest::newRow(text) << text << pointer; };
        row("[]", "the whole document");
        row("{", "the whole document");
        row(R"({"municipality":""})", "/municipality");
        row(R"({"municipality":7})", "/municipality");
        row("{\"place\":\"a\xE2\x80\xAE b\"}", "/place");
        row(R"({"languages":[]})", "/languages");
        row(R"({"languages":["da","da"]})", "/languages");
        row(R"({"languages":["dansk sprog"]})", "/languages");
        row(R"({"languages":[1]})", "/languages");
        row(R"({"languages":"da"})", "/languages");
        row(R"({"more_languages":["d"]})", "/more_languages");
        row(R"({"room_cctv":"yes"})", "/room_cctv");
        row(R"({"invite":1})", "/invite");
        row(R"({"said_done":{"said":{"da":"x"}}})", "/said_done/done");
        row(R"({"said_done":{"said":{"da":1},"done":{"da":"x"}}})", "/said_done/said/da");
        row(R"({"said_done":{"said":{"1":"x"},"done":{"da":"x"}}})", "/said_done/said/1");
        row(R"({"said_done":"x"})", "/said_done");
    }

    void badSettingsAreNamedAndNothingIsApplied()
    {
        QFETCH(QString, text);
        QFETCH(QString, pointer);
        const auto read = wire::applySettings({}, text.toStdString());
        QVERIFY(!read && read.error().code == MessageFault::Malformed);
        QVERIFY2(QString::fromStdString(read.error().message).contains(pointer), read.error().message.c_str());
    }

    void requestsAreSignedWhole()
    {
        const wire::SecretKey key = wire::SecretKey::generate();
        const auto signature = wire::signRequest(key, "POST", "/v1/envelopes", "body");
        QVERIFY(wire::verifyRequest(key.publicKey(), "POST", "/v1/envelopes", "body", signature));
        QVERIFY(!wire::verifyRequest(key.publicKey(), "PUT", "/v1/envelopes", "body", signature));
        QVERIFY(!wire::verifyRequest(key.publicKey(), "POST", "/v1/envelope", "body", signature));
        QVERIFY(!wire::verifyRequest(key.publicKey(), "POST", "/v1/envelopes", "Body", signature));
        QVERIFY(!wire::verifyRequest(key.publicKey(), "POST /v1", "envelopes", "body", signature));
        QVERIFY(!wire::verifyRequest(key.publicKey(), "POST", "/v1/envelopes", "", signature));
        QVERIFY(!wire::verifyRequest(goldenKey().publicKey(), "POST", "/v1/envelopes", "body", signature));
        QVERIFY(!wire::verifyRequest(key.publicKey(), "POST", "/v1/envelopes", "body", ""));
        // As the format says, not only as the program does.
        QVERIFY(wire::verify(key.publicKey(), wire::Context::Request,
                             "POST /v1/envelopes\n" + wire::sha256("body").text() + "\n", signature));
    }
};

QTEST_APPLESS_MAIN(TestMessages)
#include "test_messages.moc"
