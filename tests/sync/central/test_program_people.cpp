// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/pin_rules.h"
#include "sync/wire/messages.h"
#include "tests/sync/central/run_program.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

using namespace smiley;
using namespace smiley::test;

/// `smiley-central people`, as an operator runs it.
class TestProgramPeople : public QObject {
    Q_OBJECT

private slots:
    void peopleAreNamedAndTheirFirstPinIsSaidOnce()
    {
        Fleet fleet;
        const FakeStand device = fleet.enrolled("fjordby-1");
        const auto people = [&](const QStringList& arguments) {
            return run(QStringList{"people", arguments.front(), "--data", folderOf(fleet), "--stand", "fjordby-1"} +
                       arguments.mid(1));
        };
        const auto configuration = [&] {
            return must(wire::readConfiguration(must(fleet.ledger().configuration(device.id))->signedJson,
                                                fleet.key.publicKey()));
        };
        const QStringList mette{"add", "--name", "Mette Holm", "--role", "editor", "--json"};
        const auto early = people(mette);
        QCOMPARE(early.code, 1);
        QVERIFY2(early.error.contains("no questionnaire yet"), early.error);
        QCOMPARE(run({"configuration", "set", "--data", folderOf(fleet), "--stand", "fjordby-1", "--questionnaire",
                      "smiley"})
                     .code,
                 0);
        const auto added = people(mette);
        QCOMPARE(added.code, 0);
        const std::string pin = added.json()["first_pin"].toString().toStdString();
        QVERIFY(core::formOfPin(pin) == core::PinForm::Good);
        QCOMPARE(pin.size(), std::size_t{core::pinDigitsDefault});
        QCOMPARE(added.json()["person"].toString(), QString("mette-holm"));
        QCOMPARE(added.json()["configuration"].toInt(), 2);
        QCOMPARE(configuration().people.size(), std::size_t{1});
        QCOMPARE(wire::openFirstPin(device.envelopeKey, configuration().people[0].firstPin).value_or(""), pin);
        const auto plain = people({"add", "--name", "Per Lund", "--role", "reader", "--id", "per"});
        QCOMPARE(plain.code, 0);
        QVERIFY2(plain.out.contains("First PIN"), plain.out);

        // Other changes of the configuration keep them.
        QCOMPARE(run({"configuration", "set", "--data", folderOf(fleet), "--stand", "fjordby-1", "--questionnaire",
                      "exit-poll"})
                     .code,
                 0);
        QCOMPARE(configuration().people.size(), std::size_t{2});

        const auto list = people({"list", "--json"});
        QCOMPARE(list.json().array().size(), 2);
        QCOMPARE(list.json()[0].toObject(),
                 (QJsonObject{{"id", "mette-holm"}, {"name", "Mette Holm"}, {"role", "editor"}}));
        QVERIFY(!people({"list"}).out.contains(pin.c_str()));

        const std::string box = configuration().people[0].firstPin;
        const auto reset = people({"reset-pin", "mette-holm", "--json"});
        QCOMPARE(reset.code, 0);
        QVERIFY(configuration().people[0].firstPin != box);
        QCOMPARE(QString::fromStdString(
                     wire::openFirstPin(device.envelopeKey, configuration().people[0].firstPin).value_or("")),
                 reset.json()["first_pin"].toString());

        QCOMPARE(people({"remove", "mette-holm"}).code, 0);
        QCOMPARE(configuration().people.size(), std::size_t{1});
        QCOMPARE(configuration().people[0].id, std::string("per"));
    }

    void whatCantBeIsRefusedWithASentence()
    {
        Fleet fleet;
        (void)fleet.enrolled("fjordby-1");
        fleet.addStand("fjordby-2");
        const auto people = [&](const char* stand, const QStringList& arguments) {
            return run(QStringList{"people", arguments.front(), "--data", folderOf(fleet), "--stand", stand} +
                       arguments.mid(1));
        };
        QCOMPARE(run({"configuration", "set", "--data", folderOf(fleet), "--stand", "fjordby-1", "--questionnaire",
                      "smiley"})
                     .code,
                 0);
        const QStringList add{"add", "--name", "Mette Holm", "--role", "editor"};
        const auto waiting = people("fjordby-2", add);
        QCOMPARE(waiting.code, 1);
        QVERIFY2(waiting.error.contains("isn't enrolled yet"), waiting.error);
        QCOMPARE(people("nowhere", add).code, 1);
        QCOMPARE(people("nowhere", {"list"}).code, 1);
        QVERIFY(people("fjordby-1", {"list"}).out.contains("Nobody"));
        QCOMPARE(people("fjordby-1", {"add", "--name", "Mette", "--role", "boss"}).code, 2);
        QCOMPARE(people("fjordby-1", {"add", "--name", "", "--role", "editor"}).code, 2);
        QCOMPARE(people("fjordby-1", {"add", "--name", QString(61, 'm'), "--role", "editor"}).code, 2);
        QCOMPARE(people("fjordby-1", {"add", "--name", "Mette", "--role", "editor", "--id", "M"}).code, 2);
        QCOMPARE(people("fjordby-1", {"add", "--name", "Mette", "--role", "editor", "--id", "mette"}).code, 0);
        const auto taken = people("fjordby-1", {"add", "--name", "Mette", "--role", "editor", "--id", "mette"});
        QCOMPARE(taken.code, 1);
        QVERIFY2(taken.error.contains("--id"), taken.error);
        QCOMPARE(people("fjordby-1", {"remove", "per"}).code, 1);
        QCOMPARE(people("fjordby-1", {"reset-pin", "per"}).code, 1);
    }
};

QTEST_GUILESS_MAIN(TestProgramPeople)
#include "test_program_people.moc"
