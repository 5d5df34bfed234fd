// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/messages.h"
#include "sync/wire/people.h"

#include <QtTest>

#include <string>
#include <vector>

using namespace smiley;

namespace {

const char* const right = R"([{"id":"mette","name":"Mette Holm","role":"editor","first_pin":"AAAA"}])";

std::string nameOf(std::size_t characters)
{
    std::string name;
    for (std::size_t i = 0; i < characters; ++i) {
        name += "å";
    }
    return name;
}

} // namespace

class TestPeople : public QObject {
    Q_OBJECT
private slots:
    void peopleAreReadAsWritten()
    {
        const std::vector<wire::Person> people{
            {"mette", nameOf(wire::personNameCharactersMax), wire::Role::Editor, "AAAA"},
            {"per-2", "Per", wire::Role::Reader, "AQ"}};
        const auto read = wire::readPeople(wire::writePeople(people));
        QVERIFY(read.has_value());
        QVERIFY(*read == people);
        QVERIFY(wire::readPeople("[]")->empty());
    }

    void aConfigurationCarriesThem()
    {
        const wire::SecretKey centre = wire::SecretKey::generate();
        wire::Configuration configuration{*core::StandId::parse("fjordby-1"), 4, "{}", ""};
        configuration.people = *wire::readPeople(right);
        const std::string text = wire::writeConfiguration(configuration, centre);
        const auto read = wire::readConfiguration(text, centre.publicKey());
        QVERIFY(read.has_value());
        QVERIFY(read->people == configuration.people);
        configuration.people.clear();
        QVERIFY(wire::readConfiguration(wire::writeConfiguration(configuration, centre), centre.publicKey())
                    ->people.empty());
        configuration.people = {{"mette", "", wire::Role::Editor, "AAAA"}};
        const auto refused =
            wire::readConfiguration(wire::writeConfiguration(configuration, centre), centre.publicKey());
        QVERIFY(!refused && refused.error().code == wire::MessageFault::Malformed);
        QVERIFY(refused.error().message.find("/0/name") != std::string::npos);
    }

    void everyFaultIsNamed_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("where");
        const auto row = [](const char* from, const std::string& to, const char* where) {
            QString json = QString::fromUtf8(right);
            QVERIFY(json.contains(from));
            QTest::addRow("%s -> %s", from, to.substr(0, 20).c_str())
                << json.replace(from, QString::fromStdString(to)) << where;
        };
        row("\"mette\"", "\"Mette\"", "/0/id");
        row("\"mette\"", "\"\"", "/0/id");
        row("\"mette\"", "7", "/0/id");
        row("Mette Holm", "", "/0/name");
        row("Mette Holm", nameOf(wire::personNameCharactersMax + 1), "/0/name");
        row("Mette Holm", "Mette\\nHolm", "/0/name");
        row("Mette Holm", "Mette\u202eHolm", "/0/name");
        row("editor", "admin", "/0/role");
        row("AAAA", "A", "/0/first_pin");
        row("AAAA", std::string(100, 'A'), "/0/first_pin");
        row("\"first_pin\"", "\"pin\"", "/0/first_pin");
        row("}]", R"(},{"id":"mette","name":"M","role":"reader","first_pin":"AAAA"}])", "/1/id");
        row("}]", "},7]", "/1");
        row("[{", "{\"people\":[{", "must be a list");
        row("}]", "}", "must be a list");
    }
    void everyFaultIsNamed()
    {
        QFETCH(const QString, json);
        QFETCH(const QString, where);
        const auto read = wire::readPeople(json.toStdString());
        QVERIFY(!read);
        QVERIFY2(QString::fromStdString(read.error().message).contains(where), read.error().message.c_str());
    }

    void theLongestListFitsAndOneMoreIsRefused()
    {
        std::vector<wire::Person> people;
        const wire::SecretKey stand = wire::SecretKey::generate();
        while (people.size() < wire::peopleMax) {
            people.push_back({std::string(37, 'p') + std::to_string(100 + people.size()),
                              nameOf(wire::personNameCharactersMax), wire::Role::Reader,
                              wire::sealFirstPin(stand.publicKey(), "4821395720")});
        }
        QVERIFY(wire::writePeople(people).size() < wire::peopleBytesMax);
        QVERIFY(wire::readPeople(wire::writePeople(people)).has_value());
        people.push_back({"per", "Per", wire::Role::Reader, "AAAA"});
        QVERIFY(!wire::readPeople(wire::writePeople(people)));
        QVERIFY(!wire::readPeople(std::string(wire::peopleBytesMax, ' ') + "[]"));
    }

    void aFirstPinOpensForItsStandOnly()
    {
        const wire::SecretKey stand = wire::SecretKey::generate();
        const std::string sealed = wire::sealFirstPin(stand.publicKey(), "48213957");
        QVERIFY(sealed != wire::sealFirstPin(stand.publicKey(), "48213957"));
        QCOMPARE(wire::openFirstPin(stand, sealed).value_or(""), std::string("48213957"));
        QVERIFY(!wire::openFirstPin(wire::SecretKey::generate(), sealed));
        QVERIFY(!wire::openFirstPin(stand, sealed + "A"));
        QVERIFY(!wire::openFirstPin(stand, ""));
    }
};

QTEST_GUILESS_MAIN(TestPeople)
#include "test_people.moc"
