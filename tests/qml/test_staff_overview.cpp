// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/audit.h"
#include "tests/qml/staff_world.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cstdlib>

using namespace smiley;
using namespace smiley::test;

/// Overview, accessories and data, by fingers on the real window.
class TestStaffOverview final : public QObject {
    Q_OBJECT

private:
    /// What is written in an item and all below it.
    static QStringList wordsIn(const QQuickItem* item)
    {
        QStringList words;
        if (!item->isVisible()) {
            return words;
        }
        const QString text = item->property("text").toString();
        if (!text.isEmpty() && item->property("points").isValid()) {
            words += text;
        }
        for (const QQuickItem* child : item->childItems()) {
            words += wordsIn(child);
        }
        return words;
    }
    static QString wordsOf(StaffWorld& world, const QString& name)
    {
        const QQuickItem* const item = world.find(name);
        return item == nullptr ? QString() : wordsIn(item).join(" | ");
    }
    static void closeDay(StaffWorld& world, int day, const std::array<int, 5>& faces)
    {
        world.world.goTo(day, 9);
        for (int face = 1; face <= 5; ++face) {
            world.world.visits(faces.at(static_cast<std::size_t>(face - 1)), face);
        }
        world.world.goTo(day + 1, 0, 1);
        world.tick();
    }
    /// Two weeks and a day behind it; today is Tuesday, 9 o'clock.
    static void liveThroughTwoWeeks(StaffWorld& world)
    {
        for (int day = 0; day < 15; ++day) {
            closeDay(world, day, day % 7 < 5 ? std::array{3, 6, 9, 14, 9} : std::array{0, 0, 0, 0, 0});
        }
        for (const auto& envelope : world.world.envelopes()) {
            world.world.receive(envelope);
        }
        world.world.goTo(15, 8, 55);
        world.tick();
        world.world.goTo(15, 9);
    }
    static void equip(StaffWorld& world)
    {
        using Link = staff::MachineFacts::Device::Link;
        world.machine.of(core::Role::Keys).link = world.machine.of(core::Role::Door).link = Link::Works;
        world.machine.sound = staff::MachineFacts::Sound::Ready;
        world.machine.spokenLanguages = 3;
        world.machine.watching = staff::MachineFacts::Watching::Neither;
        world.machine.freeBytes = std::uint64_t{8} << 30U;
    }
    static QString overviewWords(StaffWorld& world)
    {
        if (!world.until([&] { return world.room->overview()->deadMinutes() >= 0; })) {
            qFatal("no overview");
        }
        return wordsOf(world, "staff-overview");
    }

private slots:
    void theOverviewShowsTheDayWithoutItsResultAndTheLastClosedWeek()
    {
        for (const Panel& panel : panels) {
            StaffWorld world(panel);
            equip(world);
            liveThroughTwoWeeks(world);
            world.configure(world.world.setup.questionnaire,
                            R"({"place":"Havnegade","help_phone":"12 34 56 78","help_hours":"hverdage 8–16"})");
            world.world.visits(23, 2);
            const core::Day today = core::localTime(world.clock.now().wall).day;
            QVERIFY(outbox::record(*world.reading, {"mette", "typed-count", ""}, world.clock.now(), {},
                                   {{today, "door", 62}}));
            QVERIFY(
                staff::recordTest(*world.reading, "mette", {staff::Part::Touch, today, true, {}}, world.clock.now()));
            QVERIFY(
                staff::recordTest(*world.reading, "mette", {staff::Part::Keys, today, false, {2}}, world.clock.now()));
            world.signIn();
            const QString words = overviewWords(world);
            QVERIFY2(words.contains("23"), qPrintable(words));
            QVERIFY2(words.contains("uge 46, 205 svar"), qPrintable(words));
            QVERIFY2(words.contains(QString::fromUtf8("Tallene for i dag vises, når dagen er lukket.")),
                     qPrintable(words));
            QVERIFY(world.find("staff-share-2") != nullptr);
            world.shot("overview");
            world.touch("staff-page-accessories");
            world.shot("accessories");
            world.touch("staff-page-data");
            QCOMPARE(wordsOf(world, "staff-receiver"),
                     QString::fromUtf8("Modtager | Centralenheden for fjordby. Dér hedder standen fjordby-1."));
            world.shot("data");
            world.session().changeLanguage();
            world.settle();
            world.shot("data-en");
            world.touch("staff-page-accessories");
            world.shot("accessories-en");
            world.touch("staff-page-overview");
            QVERIFY2(overviewWords(world).contains("week 46, 205 answers"), qPrintable(overviewWords(world)));
            world.shot("overview-en");
        }
    }

    void whichFacesWereTappedTodayChangesNoWordOfIt()
    {
        QStringList seen;
        for (const int face : {1, 5}) {
            StaffWorld world;
            liveThroughTwoWeeks(world);
            world.world.visits(15, face);
            world.signIn();
            seen += overviewWords(world);
        }
        QCOMPARE(seen[0], seen[1]);
        QVERIFY(seen[0].contains("15"));
    }

    void hiddenFiguresAreNotThere()
    {
        StaffWorld world;
        liveThroughTwoWeeks(world);
        world.configure(world.world.setup.questionnaire, R"({"figures_hidden":true})");
        QVERIFY(world.world.keeper().inForce().settings.figuresHidden);
        world.world.visits(15, 1);
        world.signIn();
        const QString words = overviewWords(world);
        QVERIFY(world.find("staff-figure-answers") == nullptr);
        QVERIFY(world.find("staff-week") == nullptr);
        QVERIFY(world.find("staff-figure-dead") != nullptr);
        QVERIFY2(!words.contains("15"), qPrintable(words));
    }

    void theScreenIsTestedFieldByField()
    {
        StaffWorld world;
        equip(world);
        world.signIn();
        world.touch("staff-page-accessories");
        QVERIFY(wordsOf(world, "staff-part-touch").contains(QString::fromUtf8("Ikke prøvet")));
        world.touch("staff-part-touch");
        for (int field = 1; field <= ui::HealthModel::touchFields; ++field) {
            world.touch("staff-field-" + QString::number(field));
        }
        world.shot("test-touch");
        world.touch("staff-test-done");
        QVERIFY(world.find("staff-part-test") == nullptr);
        QVERIFY2(wordsOf(world, "staff-part-touch").contains("Virker"), qPrintable(wordsOf(world, "staff-part-touch")));
        QCOMPARE(world.audit().back().what, std::string("device-tested"));
        QCOMPARE(world.audit().back().who, std::string("mette"));
        QCOMPARE(world.taps(), 0U);
    }

    void aKeyThatDoesNotAnswerIsNamed()
    {
        StaffWorld world;
        equip(world);
        world.signIn();
        world.touch("staff-page-accessories");
        world.touch("staff-part-keys");
        for (const int key : {1, 3, 4, 5, 6, 7, 8}) {
            QVERIFY(world.room->input({core::InputEvent::Kind::KeyPressed, key, {}})); // for the test, for nobody else
        }
        world.settle();
        world.shot("test-keys");
        world.touch("staff-test-done");
        const QString words = wordsOf(world, "staff-part-keys");
        QVERIFY2(words.contains("Knap 2 svarede ikke"), qPrintable(words));
        QVERIFY(words.contains("Se efter"));
        QVERIFY(!world.room->input({core::InputEvent::Kind::KeyPressed, 1, {}})); // no test: as always
        world.shot("accessories-fault");
        world.touch("staff-page-overview");
        QVERIFY(overviewWords(world).contains(QString::fromUtf8("Standen virker. Se efter én ting")));
    }

    void whoWalksThroughTheDoorIsSeenAtOnceAndSoundIsAsked()
    {
        StaffWorld world;
        equip(world);
        world.signIn();
        world.touch("staff-page-accessories");
        world.touch("staff-part-door");
        QVERIFY(wordsOf(world, "staff-came").contains("Intet endnu"));
        QVERIFY(!world.room->input({core::InputEvent::Kind::Passage, 2, {}})); // the door counts on
        world.settle();
        QVERIFY(wordsOf(world, "staff-came").contains("2"));
        world.touch("staff-test-done");
        QVERIFY(wordsOf(world, "staff-part-door").contains("Virker"));
        world.touch("staff-part-sound");
        QCOMPARE(world.said.size(), 1U);
        world.touch("staff-test-again");
        QCOMPARE(world.said.size(), 2U);
        world.touch("staff-test-failed");
        QVERIFY(wordsOf(world, "staff-part-sound").contains("Se efter"));
        world.touch("staff-part-door");
        world.touch("staff-test-cancel"); // leaves what was known
        QVERIFY(wordsOf(world, "staff-part-door").contains("Virker"));
        QVERIFY(world.find("staff-part-presence") == nullptr); // not fitted: nothing to press
    }

    void everyStateOfAPeripheralIsSaidInWords()
    {
        using Link = staff::MachineFacts::Device::Link;
        struct Said {
            Link link;
            const char* danish;
            const char* english;
            const char* pill;
        };
        const std::array all{
            Said{Link::NotListed, "Der er ingen kortlæser på standen.", "The stand has no card scanner.",
                 "Findes ikke"},
            Said{Link::NoDevice, "Standen kan ikke finde den. Se, om stikket sidder.",
                 "The stand can't find it. Check the plug.", "Se efter"},
            Said{Link::Waiting, "Sat i, men kan ikke bruges lige nu. Tag stikket ud, og sæt det i igen.",
                 "Plugged in, but can't be used just now. Take the plug out and put it in again.", "Se efter"},
            Said{Link::Refused, "Det er ikke den godkendte enhed. Ring til hjælp.",
                 "This isn't the approved device. Call the help line.", "Se efter"},
            Said{Link::Connecting, "Sat i. Forbindelsen er på vej.", "Plugged in. The connection is on its way.",
                 "Venter"},
            Said{Link::Fails, "Forbundet, men den melder fejl. Tag stikket ud, og sæt det i igen.",
                 "Connected, but it reports a fault. Take the plug out and put it in again.", "Se efter"},
            Said{Link::Works, "Forbundet. Tryk Afprøv, så ved I, om alt virker.", "Connected.", "Ikke prøvet"}};
        StaffWorld world;
        equip(world);
        world.signIn();
        world.touch("staff-page-accessories");
        const auto words = [&] {
            for (const QVariant& row : world.room->health()->accessories()) {
                if (row.toMap()["name"] == "scanner") {
                    return row.toMap()["sentence"].toString() + " | " + row.toMap()["pill"].toString();
                }
            }
            return QString();
        };
        for (const Said& each : all) {
            world.machine.of(core::Role::Scanner).link = each.link;
            QVERIFY2(world.until([&] {
                return words() == QString::fromUtf8(each.danish) + " | " + QString::fromUtf8(each.pill);
            }),
                     qPrintable(words())); // seen without anybody asking, within the second
            world.shot(QStringLiteral("accessories-scanner-%1").arg(static_cast<int>(each.link)));
            world.session().changeLanguage();
            QVERIFY2(words().startsWith(QString::fromUtf8(each.english)), qPrintable(words()));
            world.session().changeLanguage();
        }
        world.machine.of(core::Role::Scanner) = {};
        world.machine.requiresTickets = true;
        world.room->health()->refresh();
        QCOMPARE(words(), QString::fromUtf8("Reglerne kræver kort, men standen har ingen læser. Ingen svar tæller. "
                                            "Ring til hjælp. | Se efter"));
        // Of several the worst is named.
        world.machine.of(core::Role::Scanner) = {Link::NoDevice, "Læser ved døren"};
        QVERIFY(
            world.until([&] { return words().startsWith(QString::fromUtf8("Læser ved døren: Standen kan ikke")); }));
    }

    void theScannerIsTriedWithACard()
    {
        StaffWorld world;
        equip(world);
        world.machine.of(core::Role::Scanner).link = staff::MachineFacts::Device::Link::Works;
        world.signIn();
        world.touch("staff-page-accessories");
        world.touch("staff-part-scanner");
        QVERIFY(wordsOf(world, "staff-part-test").contains(QString::fromUtf8("Hold et kort foran læseren.")));
        QVERIFY(!world.room->input({core::InputEvent::Kind::TicketShown, 0, {}, "ST1:ABC"}));
        world.settle();
        QVERIFY(wordsOf(world, "staff-came").contains(QString::fromUtf8("Læste 1")));
        world.shot("test-scanner");
        world.touch("staff-test-done");
        QVERIFY2(wordsOf(world, "staff-part-scanner").contains(QString::fromUtf8("Forbundet. Prøvet")),
                 qPrintable(wordsOf(world, "staff-part-scanner")));
        QCOMPARE(world.audit().back().detail.substr(0, 7), std::string("scanner"));
        QVERIFY(world.audit().back().detail.find("ST1") == std::string::npos);
    }

    void aCameraIsTheFirstThingThatStaffSee()
    {
        StaffWorld world;
        equip(world);
        world.signIn();
        QVERIFY(!overviewWords(world).contains("kamera"));
        world.machine.watching = staff::MachineFacts::Watching::Found;
        const auto first = [&] { return world.room->health()->summary().front().toMap(); };
        QVERIFY(world.until([&] { return first()["name"] == "camera"; }));
        QVERIFY(first()["looksAt"].toBool());
        world.settle();
        QVERIFY2(overviewWords(world).contains("Der sidder et kamera eller en mikrofon i standen."),
                 qPrintable(overviewWords(world)));
        world.shot("overview-camera");
        world.touch("staff-page-accessories");
        QVERIFY2(wordsOf(world, "staff-camera").contains("ingen bliver bedt om at skrive"),
                 qPrintable(wordsOf(world, "staff-camera")));
        world.shot("accessories-camera");
        // What is wrong is the first on the page, also on a panel that has no room for all of it.
        const auto top = [&](const char* name) { return world.find(name)->mapToScene(QPointF()).y(); };
        QVERIFY(top("staff-camera") < top("staff-part-touch"));
        world.machine.asksForComments = true; // a demonstration on a laptop
        world.room->health()->refresh();
        QVERIFY2(!wordsOf(world, "staff-camera").contains("ingen bliver bedt om at skrive"),
                 qPrintable(wordsOf(world, "staff-camera")));
        QVERIFY(wordsOf(world, "staff-camera").contains("er fjernet fra skærmen."));
    }

    void sendNowIsLoggedAndTellsWhatCameOfIt()
    {
        StaffWorld world;
        equip(world);
        closeDay(world, 0, {1, 1, 1, 1, 2});
        world.world.goTo(1, 9);
        world.signIn();
        world.touch("staff-page-data");
        QCOMPARE(wordsOf(world, "staff-days-waiting"), QString("1"));
        const auto asked = world.world.setup.outbox / "send-now";
        QVERIFY(!std::filesystem::exists(asked));
        world.touch("staff-send-now");
        QCOMPARE(world.audit().back().what, std::string("send-now"));
        QVERIFY(std::filesystem::exists(asked)); // smiley-sync doesn't wait
        QVERIFY(world.room->health()->sending() == ui::HealthModel::Looking);
        QVERIFY(world.find("staff-send-now") == nullptr); // once is enough
        world.world.receive(world.world.envelopes().front());
        world.tick();
        QVERIFY(QTest::qWaitFor([&] { return world.room->health()->sending() == ui::HealthModel::Sent; }, 8000));
        world.settle();
        QCOMPARE(wordsOf(world, "staff-days-waiting"), QString("0"));
        QVERIFY(wordsOf(world, "staff-data").contains("Alt er sendt"));
    }

    void daysWithFewAnswersAreNotPromisedToBeSent()
    {
        StaffWorld world;
        equip(world);
        closeDay(world, 0, {1, 0, 0, 1, 1});
        world.world.goTo(1, 9);
        world.signIn();
        world.touch("staff-page-data");
        QCOMPARE(wordsOf(world, "staff-days-waiting"), QString("1"));
        QVERIFY2(wordsOf(world, "staff-data").contains("Dage med få svar sendes sammen med de næste."),
                 qPrintable(wordsOf(world, "staff-data")));
        world.touch("staff-send-now");
        QVERIFY(QTest::qWaitFor([&] { return world.room->health()->sending() == ui::HealthModel::Sent; }, 8000));
        world.settle();
        QVERIFY(wordsOf(world, "staff-send-now").contains("Dage med få svar venter på de næste"));
    }

    void leavingInTheMiddleOfATestEndsIt()
    {
        StaffWorld world;
        equip(world);
        world.signIn();
        world.touch("staff-page-accessories");
        world.touch("staff-part-touch");
        world.session().close();
        world.settle();
        QVERIFY(world.room->health() == nullptr);
        QVERIFY(world.find("staff-part-test") == nullptr);
        QVERIFY(!world.room->input({core::InputEvent::Kind::KeyPressed, 1, {}}));
    }
};

QTEST_MAIN(TestStaffOverview)
#include "test_staff_overview.moc"
