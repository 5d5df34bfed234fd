// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/tool/event_lines.h"
#include "drivers/tool/udev_rules.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace smiley;
using core::InputEvent;
using tool::Form;

Q_DECLARE_METATYPE(smiley::core::InputEvent)

namespace {

core::ListedDevice box(std::uint16_t product = 0x5b01)
{
    core::ListedDevice device;
    device.name = "Knapper på standen";
    device.vendor = 0x1209;
    device.product = product;
    device.interfaces = {{0, 3, 0, 0}};
    return device;
}

core::ListedDevice keyboard(std::uint16_t product)
{
    core::ListedDevice device = box(product);
    device.name = "Tastatur " + std::to_string(product);
    device.interfaces = {{0, 3, 1, 1}};
    return device;
}

QStringList lines(const std::string& text, const QString& beginning)
{
    return QString::fromStdString(text).split('\n').filter(QRegularExpression("^" + beginning));
}

} // namespace

class TestTool : public QObject {
    Q_OBJECT

private slots:
    void everyEventIsALineInBothForms_data()
    {
        using Kind = InputEvent::Kind;
        QTest::addColumn<InputEvent>("event");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char* name, InputEvent event, const char* text, const char* json) {
            QTest::newRow(name) << event << QByteArray(text) << QByteArray(json);
        };
        row("key", {Kind::KeyPressed, 3, {}}, "12 key key=3\n", R"({"us":12,"event":"key","key":3})");
        row("begins", {Kind::PresenceBegan, 0, {}}, "12 presence begins=true\n",
            R"({"us":12,"event":"presence","begins":true})");
        row("ends", {Kind::PresenceEnded, 0, {}}, "12 presence begins=false\n",
            R"({"us":12,"event":"presence","begins":false})");
        row("passage", {Kind::Passage, 2, {}}, "12 passage count=2\n", R"({"us":12,"event":"passage","count":2})");
        row("ticket", {Kind::TicketShown, 0, {}, "ST1:X"}, "12 ticket bytes=5\n",
            R"({"us":12,"event":"ticket","bytes":5})");
        row("found", {Kind::Found, 2, {}}, "12 connected role=\"door\"\n",
            R"({"us":12,"event":"connected","role":"door"})");
        row("lost", {Kind::Lost, 3, {}}, "12 lost role=\"scanner\"\n", R"({"us":12,"event":"lost","role":"scanner"})");
        row("camera", {Kind::Watching, 1, {}}, "12 watching watching=true\n",
            R"({"us":12,"event":"watching","watching":true})");
        row("camera gone", {Kind::Watching, 0, {}}, "12 watching watching=false\n",
            R"({"us":12,"event":"watching","watching":false})");
        row("in", {Kind::HeadphonesIn, 0, {}}, "12 headphones in=true\n",
            R"({"us":12,"event":"headphones","in":true})");
        row("out", {Kind::HeadphonesOut, 0, {}}, "12 headphones in=false\n",
            R"({"us":12,"event":"headphones","in":false})");
    }
    void everyEventIsALineInBothForms()
    {
        QFETCH(InputEvent, event);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, json);
        QCOMPARE(QByteArray::fromStdString(tool::lineOf(Form::Text, 12, event, tool::TicketShown::Length)), text);
        QCOMPARE(QByteArray::fromStdString(tool::lineOf(Form::Json, 12, event, tool::TicketShown::Length)),
                 json + '\n');
        QVERIFY(QJsonDocument::fromJson(json).isObject());
    }

    void aCardsTextIsShownOnlyWhereItIsAskedFor()
    {
        const InputEvent event{InputEvent::Kind::TicketShown, 0, {}, "ST1:SECRET"};
        for (const Form form : {Form::Text, Form::Json}) {
            QVERIFY(tool::lineOf(form, 0, event, tool::TicketShown::Length).find("SECRET") == std::string::npos);
            QVERIFY(tool::lineOf(form, 0, event, tool::TicketShown::Text).find("SECRET") != std::string::npos);
        }
    }

    void whateverBytesACardHasTheLineIsJson()
    {
        std::string bytes;
        for (int byte = 0; byte < 256; ++byte) {
            bytes += static_cast<char>(byte);
        }
        const InputEvent event{InputEvent::Kind::TicketShown, 0, {}, bytes};
        const auto line = QByteArray::fromStdString(tool::lineOf(Form::Json, 0, event, tool::TicketShown::Text));
        QCOMPARE(line.count('\n'), 1);
        QCOMPARE(QJsonDocument::fromJson(line)["text"].toString(), QString::fromLatin1(bytes.data(), 256));
        QCOMPARE(QString::fromStdString(tool::quoted("på \"standen\"")), QStringLiteral("\"på \\\"standen\\\"\""));
    }

    void aDeviceIsSeenOrRefusedByItsEntry()
    {
        usb::SeenDevice device;
        device.facts = {0x1209, 0x5b01, "A1", "1-3", {{0, 3, 0, 0}, {1, 3, 1, 1}}, false};
        device.name = "Button box";
        device.why = "not on the list";
        const auto refused = QByteArray::fromStdString(tool::lineOf(Form::Json, 5, {box()}, device));
        const QJsonObject object = QJsonDocument::fromJson(refused).object();
        QCOMPARE(object["event"].toString(), "refused");
        QCOMPARE(object["port"].toString(), "1-3");
        QCOMPARE(object["id"].toString(), "1209:5b01");
        QCOMPARE(object["serial"].toString(), "A1");
        QCOMPARE(object["interfaces"].toString(), "03/00/00 03/01/01");
        QVERIFY(object["role"].isNull());
        QCOMPARE(object["why"].toString(), "not on the list");
        device.entry = 0;
        const auto seen = QByteArray::fromStdString(tool::lineOf(Form::Json, 5, {box()}, device));
        QCOMPARE(QJsonDocument::fromJson(seen)["event"].toString(), "seen");
        QCOMPARE(QJsonDocument::fromJson(seen)["name"].toString(), "Knapper på standen");
        QCOMPARE(QJsonDocument::fromJson(seen)["role"].toString(), "keys");
    }

    void aRuleNamesTheExactDevice()
    {
        core::ListedDevice device = box();
        const QString head = "# The peripherals of this stand";
        const std::string plain = tool::udevRules({device}, "smiley-stand", "devices.toml");
        QVERIFY(QString::fromStdString(plain).startsWith(head));
        QVERIFY(plain.find("devices.toml") != std::string::npos);
        QCOMPARE(lines(plain, "SUBSYSTEM"),
                 QStringList{"SUBSYSTEM==\"usb\", ACTION!=\"remove\", ENV{DEVTYPE}==\"usb_device\", "
                             "ATTR{idVendor}==\"1209\", ATTR{idProduct}==\"5b01\", "
                             "ENV{ID_USB_INTERFACES}==\":030000:\", GROUP=\"smiley-stand\", MODE=\"0660\", "
                             "ATTR{authorized}=\"1\""});

        device.serial = "A*1|\"[é";
        device.port = "1-3.2";
        device.interfaces = {{0, 3, 1, 1}, {1, 3, 0, 0}, {2, 3, 0, 0}};
        const QStringList rules = lines(tool::udevRules({device, box(0x5b02)}, "g", "x"), "SUBSYSTEM");
        QCOMPARE(rules.size(), 2);
        QVERIFY2(rules[0].contains("ENV{ID_USB_INTERFACES}==\":030101:030000:\", ATTR{serial}==\"A?1?????\", "
                                   "KERNEL==\"1-3.2\", GROUP=\"g\""),
                 qPrintable(rules[0]));
        QVERIFY(rules[1].contains("5b02"));
    }

    void aNameStaysInItsComment()
    {
        core::ListedDevice device = box();
        device.name = "x\nSUBSYSTEM==\"usb\", ATTR{authorized}=\"1\"";
        QCOMPARE(lines(tool::udevRules({device}, "g", "x\nSUBSYSTEM"), "SUBSYSTEM").size(), 1);
        device.interfaces = {{0, 3, 1, 1}};
        QCOMPARE(lines(tool::modprobeLines({device}, "x\noptions"), "options").size(), 2);
    }

    void theKernelLeavesAtMostFourListedKeyboardsAlone()
    {
        QCOMPARE(lines(tool::modprobeLines({box()}, "x"), "options"),
                 QStringList{"options usbcore authorized_default=0"});
        core::ListedDevice typing = box(0x5b09); // by what it sends, not by its interface
        typing.layout = core::KeysLayout{{{core::Usage{7, 0x68}, 1}}};
        const core::DeviceList few{keyboard(1), keyboard(1), box(), typing};
        QCOMPARE(lines(tool::modprobeLines(few, "x"), "options usbhid"),
                 QStringList{"options usbhid quirks=0x1209:0x0001:0x0004,0x1209:0x5b09:0x0004"});
        core::ListedDevice scanner = box(0x5b0a); // which may type, as it says itself what it is
        scanner.layout = core::ScannerLayout();
        QCOMPARE(lines(tool::modprobeLines({scanner}, "x"), "options usbhid"),
                 QStringList{"options usbhid quirks=0x1209:0x5b0a:0x0004"});
        scanner.layout = core::ScannerLayout{core::ScannerLayout::Bytes{0, 1, 8, {}}};
        QCOMPARE(lines(tool::modprobeLines({scanner}, "x"), "options usbhid").size(), 0);
        const std::string many =
            tool::modprobeLines({keyboard(1), keyboard(2), keyboard(3), keyboard(4), keyboard(5)}, "x");
        QCOMPARE(lines(many, "options usbhid").value(0).count("0x1209"), 4);
        QVERIFY(many.find("Tastatur 5") != std::string::npos);
        QVERIFY(many.find("Tastatur 4") == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestTool)
#include "test_tool.moc"
