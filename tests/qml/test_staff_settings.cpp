// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/png_picture.h"
#include "sync/outbox/local.h"
#include "sync/wire/keys.h"
#include "sync/wire/questionnaire_json.h"
#include "sync/wire/settings_json.h"
#include "tests/qml/staff_world.h"

#include <QBuffer>
#include <QPainter>
#include <QTest>

#include <filesystem>
#include <fstream>

// The stand's settings on its own screen: each group is changed by a finger and found in what was published.

using namespace smiley;
using namespace smiley::test;
using ui::StaffSession;

namespace {

QByteArray picture(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(QColor("#0E4A56"));
    QPainter painter(&image);
    painter.fillRect(width / 4, height / 4, width / 2, height / 2, QColor("#FBEBD0"));
    painter.end();
    QByteArray png;
    QBuffer buffer(&png);
    image.save(&buffer, "PNG");
    return png;
}

class Staff : public StaffWorld {
public:
    explicit Staff(bool roomKnown = true) : StaffWorld(panels[1], "smiley", roomKnown) {}

    /// Scrolls it to where a finger can be.
    void reveal(const QString& name)
    {
        QQuickItem* const item = find(name);
        if (item == nullptr) {
            qFatal("there is no %s", qPrintable(name));
        }
        for (QQuickItem* above = item->parentItem(); above != nullptr; above = above->parentItem()) {
            if (above->property("contentY").isValid()) {
                const double y = item->mapToItem(above->childItems().front(), QPointF(0, 0)).y();
                const double most = above->property("contentHeight").toDouble() - above->height();
                above->setProperty("contentY", std::clamp(y - above->height() / 3, 0.0, std::max(0.0, most)));
                settle();
                return;
            }
        }
    }
    void press(const QString& name, int times = 1)
    {
        for (int i = 0; i < times; ++i) {
            reveal(name);
            touch(name);
        }
    }
    void goTo(const QString& group)
    {
        touch("staff-page-settings");
        press("staff-setting-" + group);
    }
    /// The settings of the newest version, as they are written.
    [[nodiscard]] std::string published() const
    {
        const auto newest = outbox::localState(*reading)->newest();
        return newest ? newest->document.settings : std::string();
    }
    [[nodiscard]] std::optional<core::Day> startsOn() const
    {
        const auto newest = outbox::localState(*reading)->newest();
        return newest ? newest->from : std::nullopt;
    }
    [[nodiscard]] QString note()
    {
        QQuickItem* const item = find("staff-setting-note");
        return item == nullptr ? QString() : item->property("words").toString();
    }
    void answer()
    {
        session().close();
        settle();
        visitor.tapFace(4);
        settle();
        signInAgain();
        settle();
    }
    void stick(const QByteArray& logo)
    {
        sticks = {{folder / "stick", "stick", 0, 0, false}};
        std::filesystem::create_directories(sticks.front().folder);
        std::ofstream(sticks.front().folder / "logo.png", std::ios::binary).write(logo.data(), logo.size());
    }
};

} // namespace

class TestStaffSettings : public QObject {
    Q_OBJECT

private slots:
    void openingHoursAreSteppedByQuarters()
    {
        Staff world;
        world.signIn();
        world.goTo("hours");
        world.press("staff-weekday1");
        world.press("staff-from-more", 2);
        world.press("staff-to-less", 4);
        world.press("staff-weekday4");
        world.press("staff-hours-open");
        world.touch("staff-setting-save");
        QCOMPARE(
            world.published(),
            std::string(
                R"({"opening_hours":{"mon":"08:00-16:00","thu":"08:00-17:00","tue":"08:30-15:00","wed":"08:00-16:00"}})"));
        QVERIFY2(world.note().contains("Gemt"), qPrintable(world.note()));
        QCOMPARE(world.audit().back().what, std::string("settings-changed"));
        QCOMPARE(world.audit().back().who, std::string("mette"));
    }

    void aWeekWithoutAnOpenDayIsNotSaved()
    {
        Staff world;
        world.signIn();
        world.goTo("hours");
        for (int day = 0; day < 5; ++day) {
            world.press("staff-weekday" + QString::number(day));
            world.press("staff-hours-open");
        }
        QVERIFY(world.find("staff-setting-save") == nullptr); // can't be pressed
        QVERIFY2(world.note().contains("Mindst"), qPrintable(world.note()));
        QCOMPARE(world.published(), std::string());
    }

    void holidaysAndOwnClosedDays()
    {
        Staff world;
        world.signIn();
        world.goTo("hours");
        world.press("staff-hours-part1");
        world.press("staff-holidays");
        world.press("staff-hours-part2");
        const std::chrono::year_month_day today(core::localTime(world.clock.now().wall).day.date);
        const core::Day day{std::chrono::sys_days(today.year() / today.month() / 15) + std::chrono::days(31)};
        world.press("staff-month-next");
        world.press("staff-day-" + QString::fromStdString(day.text()));
        world.touch("staff-setting-save");
        QCOMPARE(world.published(), R"({"closed_days":[")" + day.text() + R"("],"holidays_closed":true})");
        world.press("staff-closed-" + QString::fromStdString(day.text()));
        world.touch("staff-setting-save");
        QCOMPARE(world.published(), std::string(R"({"closed_days":[],"holidays_closed":true})"));
    }

    void namesAreWritten()
    {
        Staff world;
        world.signIn();
        world.goTo("name");
        world.write("staff-field-place", "Havnegade");
        world.touch("staff-setting-save");
        const auto read = wire::applyStaffSettings({}, world.published(), wire::Reading::Typed);
        QCOMPARE(QString::fromStdString(read->place).toLower(), QString("havnegade"));
        QCOMPARE(wire::keysIn(world.published()).size(), std::size_t{1});
    }

    void aLogoComesFromAStickAndGoesAgain()
    {
        Staff world;
        const QByteArray logo = picture(200, 100);
        world.stick(logo);
        world.signIn();
        world.goTo("name");
        world.press("staff-logo-take");
        QVERIFY(world.find("logo") != nullptr);
        world.touch("staff-setting-save");
        auto read = wire::applyStaffSettings({}, world.published(), wire::Reading::Typed);
        QCOMPARE(QByteArray::fromStdString(read->logo), logo);
        world.press("staff-logo-remove");
        world.touch("staff-setting-save");
        QCOMPARE(world.published(), std::string(R"({"logo":""})"));
    }

    void aLogoThatCannotBeSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("why");
        QTest::newRow("no PNG") << QByteArray("GIF89a and more") << "PNG-billede";
        QTest::newRow("too wide") << picture(513, 20) << "512";
        QByteArray large = picture(64, 64);
        large.append(QByteArray(48 * 1024, 'x'));
        QTest::newRow("too large") << large << "48 KB";
        QTest::newRow("cut off") << picture(300, 300).chopped(20) << "i stykker";
        QByteArray bent = picture(300, 300);
        bent[bent.size() / 2] = static_cast<char>(bent[bent.size() / 2] ^ 0x55);
        QTest::newRow("bent") << bent << "i stykker";
        QTest::newRow("empty") << QByteArray() << "PNG-billede";
    }
    void aLogoThatCannotBeSaysWhy()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, why);
        Staff world;
        world.signIn();
        world.goTo("name");
        world.press("staff-logo-take");
        QVERIFY2(world.note().contains("ingen USB"), qPrintable(world.note()));
        world.stick(file);
        world.press("staff-logo-take");
        QVERIFY2(world.note().contains(why), qPrintable(world.note()));
        QVERIFY(world.find("staff-setting-save") == nullptr);
        QVERIFY(world.find("logo") == nullptr);
    }

    void languagesAreMovedAndOneIsFirst()
    {
        Staff world;
        world.signIn();
        world.goTo("languages");
        world.press("staff-language-ar-2");
        world.press("staff-language-en-first");
        world.touch("staff-setting-save");
        QCOMPARE(world.published(), std::string(R"({"languages":["en","da"],"more_languages":["ar"]})"));
        // One stays on the screen.
        world.press("staff-language-en-0");
        world.press("staff-language-da-0");
        world.touch("staff-setting-save");
        QCOMPARE(world.published(), std::string(R"({"languages":["da"],"more_languages":["ar"]})"));
    }

    void invitationAndTimes()
    {
        Staff world;
        world.signIn();
        world.goTo("invite");
        world.press("staff-invite-more");
        world.press("staff-idle-more", 3);
        world.press("staff-banner-less");
        world.press("staff-warning-less", 4);
        QVERIFY(world.find("staff-warning-less") == nullptr); // not below 20 s
        world.touch("staff-setting-save");
        QCOMPARE(world.published(),
                 std::string(R"({"banner_ms":5000,"idle_ms":90000,"invite":false,"warning_ms":20000})"));
    }

    void brightnessIsSeenAtOnceAndKeptWhenSaved()
    {
        Staff world;
        world.hasBacklight = false;
        world.signIn();
        world.goTo("sound");
        QCOMPARE(world.brightness, 100);
        world.press("staff-brightness-less", 3);
        QCOMPARE(world.brightness, 70);
        QVERIFY(world.stand.shade() > 0.1);
        world.touch("staff-page-back"); // not saved
        QCOMPARE(world.brightness, 100);
        QCOMPARE(world.stand.shade(), 0.0);
        QCOMPARE(world.published(), std::string());

        world.goTo("sound");
        world.press("staff-brightness-less", 2);
        world.press("staff-volume-more");
        world.touch("staff-setting-save");
        QCOMPARE(world.published(), std::string(R"({"brightness":80,"volume":4})"));
        QVERIFY(!world.startsOn()); // nobody has answered today
        QCOMPARE(world.world.keeper().inForce().settings.volume, 4);
    }

    void onceSomebodyHasAnsweredItWaits()
    {
        Staff world;
        world.signIn();
        world.answer();
        world.goTo("sound");
        world.press("staff-volume-less");
        world.touch("staff-setting-save");
        QVERIFY(world.startsOn());
        QCOMPARE(world.world.keeper().inForce().settings.volume, 3);
    }

    void theRoomIsAskedUntilSomebodyAnswers()
    {
        Staff world(false);
        world.signIn();
        QVERIFY(world.find("staff-cctv-yes") != nullptr); // the first page of the first editor
        world.touch("staff-first-later");
        QVERIFY(world.find("staff-cctv-yes") == nullptr);
        world.press("staff-overview-room"); // asked there,
        QVERIFY(world.find("staff-cctv-yes") != nullptr);
        world.goTo("room"); // and first of all there
        QCOMPARE(world.room->settings()->groups().front().toMap()["name"].toString(), QString("room"));
        world.press("staff-cctv-no"); // which is what counts, and yet an answer
        world.touch("staff-setting-save");
        QCOMPARE(world.published(), std::string(R"({"room_cctv":false})"));
        QVERIFY(world.room->settings()->groups().front().toMap()["name"].toString() != "room");
        world.session().close();
        world.settle();
        world.signInAgain();
        QVERIFY(world.find("staff-overview-room") == nullptr);
        QVERIFY(world.find("staff-cctv-yes") == nullptr);
    }

    void helpIsWritten()
    {
        Staff world;
        world.signIn();
        world.goTo("help");
        world.write("staff-field-help_phone", "12 34 56 78");
        world.touch("staff-setting-save");
        QCOMPARE(world.published(), std::string(R"({"help_phone":"12 34 56 78"})"));
    }

    void whatTheCentreSetsIsLocked()
    {
        Staff world;
        world.configure(
            world.world.setup.questionnaire,
            R"({"help_phone":"87 65 43 21","holidays_closed":true,"said_done":{"said":{"da":"Lang kø"},"done":{"da":"Flere skranker"}}})");
        world.signIn();
        world.goTo("help");
        QVERIFY(world.find("staff-field-help_phone") == nullptr); // disabled
        QVERIFY(world.find("staff-field-help_hours") != nullptr);
        world.touch("staff-page-back");
        world.goTo("hours");
        world.press("staff-hours-part1");
        QVERIFY(world.find("staff-holidays") == nullptr);
        world.touch("staff-page-back");
        world.press("staff-setting-said");
        QVERIFY(world.find("staff-setting-save") == nullptr);
        // Not by calling the model either.
        world.room->settings()->begin("help");
        world.room->settings()->set("help_phone", "1");
        QVERIFY(!world.room->settings()->canSave());
    }

    void aReaderLooksAndChangesNothing()
    {
        Staff world;
        world.signIn(false);
        world.goTo("invite");
        QVERIFY(world.find("staff-invite-more") == nullptr);
        QVERIFY(world.find("staff-idle-more") == nullptr);
        QVERIFY(world.find("staff-setting-save") == nullptr);
        world.room->settings()->set("invite", false);
        world.room->settings()->save();
        QCOMPARE(world.published(), std::string());
    }

    void whatWaitsIsListedAndTakenBack()
    {
        Staff world;
        world.signIn();
        world.goTo("invite");
        world.press("staff-invite-more");
        world.touch("staff-setting-save");
        world.touch("staff-page-back");
        world.goTo("help");
        world.write("staff-field-help_phone", "1234");
        world.touch("staff-setting-save");
        world.touch("staff-page-back");
        const QVariantList waiting = world.room->settings()->waiting();
        QCOMPARE(waiting.size(), 2);
        QVERIFY(waiting.front().toMap()["since"].toString().contains("Mette Holm"));
        world.press("staff-setting-waiting");
        world.press("staff-takeback-invite");
        QCOMPARE(world.published(), std::string(R"({"help_phone":"1234"})"));
        QVERIFY(world.find("staff-takeback-invite") == nullptr);
        QVERIFY(world.find("staff-takeback-help") != nullptr);
    }

    void aNewVersionOfTheQuestionsWaitsToo()
    {
        Staff world;
        world.signIn();
        world.touch("staff-page-settings");
        world.press("staff-setting-waiting");
        QVERIFY(world.find("staff-waiting-none") != nullptr);
        const outbox::InForce& inForce = world.world.keeper().inForce();
        const outbox::LocalDocument document{
            wire::writeQuestionnaire(inForce.centreQuestionnaire), inForce.centreQuestionnaire.hash, {}};
        const auto published = outbox::publish(*world.reading, document, "anders", outbox::Start::NextOpeningDay,
                                               inForce, world.clock.now(), "questionnaire-published");
        QVERIFY2(published, published ? "" : published.error().message.c_str());
        world.touch("staff-page-settings");
        QVERIFY(world.room->settings()->waitingLine().contains("Sp\u00f8rgsm\u00e5l"));
        world.press("staff-setting-waiting");
        const QVariantMap row = world.room->settings()->waiting().front().toMap();
        QVERIFY2(row["since"].toString().contains("Anders Juhl"), qPrintable(row["since"].toString()));
        world.press("staff-waiting-questions");
        QVERIFY(world.find("staff-waiting-questions") == nullptr); // the versions
    }

    void theLogoStandsOverThePin()
    {
        Staff world;
        world.session().open();
        world.settle();
        QVERIFY(world.find("logo") == nullptr);
        world.session().close();
        world.configure(world.world.setup.questionnaire,
                        R"({"logo":")" + wire::toBase64Url(picture(200, 100).toStdString()) + R"("})");
        world.world.goTo(1, 9);
        world.tick();
        world.session().open();
        world.settle();
        QVERIFY(world.find("logo") != nullptr);
        world.shot("settings-pin");
    }

    void aChangeBeginsAfterTheWeekendAndAfterEaster_data()
    {
        QTest::addColumn<QString>("today");
        QTest::addColumn<QString>("words");
        QTest::newRow("a Thursday") << "2026-11-19"
                                    << "fredag 20. november";
        QTest::newRow("a Friday") << "2026-11-20"
                                  << "mandag 23. november";
        QTest::newRow("before Easter") << "2027-03-24"
                                       << "tirsdag 30. marts";
        QTest::newRow("over the year") << "2026-12-31"
                                       << "mandag 4. januar 2027";
    }
    void aChangeBeginsAfterTheWeekendAndAfterEaster()
    {
        QFETCH(QString, today);
        QFETCH(QString, words);
        Staff world;
        world.signIn();
        world.goTo("hours");
        world.press("staff-hours-part1");
        world.press("staff-holidays");
        world.touch("staff-setting-save");
        world.session().close();
        world.settle();
        const core::Day first = core::localTime(world.clock.now().wall).day;
        const int days = core::Day::parse(today.toStdString())->daysSince(first);
        world.world.goTo(days, 9);
        world.tick();
        QVERIFY(world.world.keeper().inForce().settings.holidaysClosed);
        world.signInAgain();
        world.goTo("help");
        QCOMPARE(world.room->settings()->startsOn(), words);
        world.write("staff-field-help_phone", "1");
        world.touch("staff-setting-save");
        QVERIFY2(world.note().contains(words), qPrintable(world.note()));
    }

    void anOwnPinIsChangedWithTheOldOneFirst()
    {
        Staff world;
        world.signIn();
        world.touch("staff-page-settings");
        world.press("staff-setting-pin");
        QCOMPARE(world.session().phase(), StaffSession::Entry);
        world.enterPin("48273915");
        QVERIFY(world.until([&] { return world.session().phase() == StaffSession::Choosing; }));
        world.enterPin("90517264");
        world.enterPin("90517264");
        QVERIFY(world.until([&] { return world.session().phase() == StaffSession::Inside; }));
        world.session().close();
        world.settle();
        world.session().open();
        world.settle();
        world.enterPin("90517264");
        QVERIFY(world.until([&] { return world.session().phase() == StaffSession::Inside; }));
    }

    void everyPageIsDrawnOnEveryPanel()
    {
        for (const Panel& panel : panels) {
            StaffWorld world(panel, "smiley", false);
            world.signIn();
            world.shot("settings-first");
            world.touch("staff-first-later");
            world.touch("staff-page-settings");
            world.shot("settings");
            ui::SettingsModel& settings = *world.room->settings();
            settings.begin("invite");
            settings.set("invite", false);
            settings.save();
            world.touch("staff-page-settings");
            world.shot("settings-waiting");
            world.touch("staff-setting-waiting");
            world.shot("settings-who");
            QObject* const shell = world.find("staff-page-settings")->parentItem()->parentItem()->parentItem();
            for (const char* page : {"Hours", "Name", "Languages", "Invite", "Sound", "Room", "Said", "Help"}) {
                const QString file = QStringLiteral("StaffSetting%1.qml").arg(page);
                QVERIFY(QMetaObject::invokeMethod(shell, "show", Q_ARG(QString, file)));
                world.settle();
                QVERIFY(!world.shot(QStringLiteral("settings-%1").arg(QString(page).toLower())).isNull());
                if (QString(page) == "Hours") {
                    world.touch("staff-hours-part1");
                    world.shot("settings-hours-holidays");
                    settings.turnMonth(1);
                    settings.toggleClosed(settings.month().at(10).toMap()["iso"].toString());
                    world.touch("staff-hours-part2");
                    world.shot("settings-hours-own");
                }
            }
        }
    }
};

QTEST_MAIN(TestStaffSettings)
#include "test_staff_settings.moc"
