// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/pin_rules.h"
#include "tests/support/fakes.h"

#include <QtTest>

#include <map>
#include <string>

using namespace smiley;
using core::PinForm;

namespace {

QByteArray nameOf(PinForm form)
{
    switch (form) {
    case PinForm::Good: return "good";
    case PinForm::NotDigits: return "not digits";
    case PinForm::TooShort: return "too short";
    case PinForm::TooLong: return "too long";
    case PinForm::Common: return "common";
    }
    return "";
}

/// Share of common ones among random PINs of this length.
double commonShare(int digits)
{
    test::SeededRandom random(42);
    constexpr int drawn = 100'000;
    int common = 0;
    for (int i = 0; i < drawn; ++i) {
        std::string pin;
        for (int digit = 0; digit < digits; ++digit) {
            pin += static_cast<char>('0' + random.below(10));
        }
        common += core::formOfPin(pin) == PinForm::Common ? 1 : 0;
    }
    return static_cast<double>(common) / drawn;
}

} // namespace

class TestPinRules : public QObject {
    Q_OBJECT
private slots:
    void eachPinIsAsItsRuleSays_data()
    {
        QTest::addColumn<QByteArray>("form");
        const auto rows = [](PinForm form, std::initializer_list<const char*> pins) {
            for (const char* pin : pins) {
                QTest::newRow(pin) << nameOf(form);
            }
        };
        rows(PinForm::NotDigits, {"1234567a", "1234 5678", "-1234567", "１２３４５６"});
        rows(PinForm::TooShort, {"", "1", "48213"});
        rows(PinForm::TooLong, {"48213957205", "482139572051234"});
        // Few digits, pairs, palindromes, groups.
        rows(PinForm::Common,
             {"11111111", "00000000", "000001", "12121212", "69696969", "10000000", "48222222", "11223344", "77339900",
              "12344321", "123321", "12341234", "123123", "12312312", "48214821", "2580258025"});
        // Steps.
        rows(PinForm::Common, {"12345678", "123456", "1234567890", "87654321", "0123456789", "13579135", "86420864",
                               "12345670", "12345688", "02345678", "12348765", "123789", "1234555", "9876789"});
        // Dates: 24 December 1985 in all orders, months, years, a civil registration number.
        rows(PinForm::Common, {"24121985", "12241985", "19851224", "241285", "122485", "851224", "1121985", "121985",
                               "198512", "19851987", "20262027", "2412854821", "29022000", "290200"});
        // Key pad.
        rows(PinForm::Common, {"14789632", "25808520", "147258369", "14725836", "789456123", "15935700", "75315948",
                               "36925814", "159753", "74123698"});
        // Known.
        rows(PinForm::Common, {"314159", "31415926", "27182818", "112358", "11235813"});
        rows(PinForm::Good, {"48213957", "482139", "7302846", "904172638", "9041726385", "31023985", "31001985",
                             "30022000", "24131885", "90417263"});
    }
    void eachPinIsAsItsRuleSays()
    {
        QFETCH(const QByteArray, form);
        QCOMPARE(nameOf(core::formOfPin(QTest::currentDataTag())), form);
    }

    void theRulesLeaveMostPins()
    {
        QVERIFY2(commonShare(8) < 0.04, QByteArray::number(commonShare(8)));
        QVERIFY2(commonShare(6) < 0.25, QByteArray::number(commonShare(6)));
        QVERIFY2(commonShare(10) < 0.06, QByteArray::number(commonShare(10)));
        // 3,000 of the eight-digit ones would be a share of 0.00003.
        QVERIFY(commonShare(8) > 0.002);
    }

    void aDrawnPinIsNeverCommonAndAlwaysAnother()
    {
        test::SeededRandom random(7);
        for (int digits = core::pinDigitsMin; digits <= core::pinDigitsMax; ++digits) {
            std::map<std::string, int> drawn;
            for (int i = 0; i < 2'000; ++i) {
                const std::string pin = core::drawPin(random, digits);
                QCOMPARE(pin.size(), static_cast<std::size_t>(digits));
                QVERIFY(core::formOfPin(pin) == PinForm::Good);
                ++drawn[pin];
            }
            QVERIFY(drawn.size() > 1'990);
        }
    }
};

QTEST_GUILESS_MAIN(TestPinRules)
#include "test_pin_rules.moc"
