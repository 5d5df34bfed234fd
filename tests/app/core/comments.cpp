// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/core/comments.h"

#include "app/core/code_points.h"

#include <array>
#include <cstdio>
#include <numeric>
#include <string_view>

namespace smiley::test {

namespace {

std::string two(int value)
{
    std::array<char, 4> text{};
    std::snprintf(text.data(), text.size(), "%02d", value % 100);
    return text.data();
}

/// The number cut into groups of these sizes with these separators.
std::string grouped(const std::string& number, const std::vector<std::size_t>& sizes,
                    const std::vector<std::string>& gaps)
{
    std::string text;
    std::size_t at = 0;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        text += (i == 0 ? std::string() : gaps[(i - 1) % gaps.size()]) + number.substr(at, sizes[i]);
        at += sizes[i];
    }
    return text;
}

std::string inScript(const std::string& text, char32_t zero)
{
    std::string result;
    for (const char letter : text) {
        if (letter >= '0' && letter <= '9') {
            core::append(result, zero + static_cast<char32_t>(letter - '0'));
        } else {
            result += letter;
        }
    }
    return result;
}

std::string withYear(const std::string& number, const char* century)
{
    return number.substr(0, 4) + century + number.substr(4);
}

std::string replaced(std::string text, char from, const std::string& to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, 1, to);
    }
    return text;
}

using Sizes = std::vector<std::size_t>;
const Sizes sixFour{6, 4};
const Sizes pairs{2, 2, 2, 2, 2};
const Sizes dateFour{2, 2, 2, 4};
const Sizes yearFour{2, 2, 4, 4};
const Sizes singles{1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

CprSpelling plain(const char* name, Sizes sizes, std::vector<std::string> gaps)
{
    return {name, [sizes = std::move(sizes), gaps = std::move(gaps)](const std::string& number, std::mt19937_64&) {
                return grouped(number, sizes, gaps);
            }};
}

CprSpelling longYear(const char* name, Sizes sizes, std::vector<std::string> gaps)
{
    return {name,
            [sizes = std::move(sizes), gaps = std::move(gaps)](const std::string& number, std::mt19937_64& random) {
                return grouped(withYear(number, random() % 2 == 0 ? "19" : "20"), sizes, gaps);
            }};
}

CprSpelling around(const char* name, const char* before, const char* after)
{
    return {name, [before = std::string(before), after = std::string(after)](const std::string& number,
                                                                             std::mt19937_64& random) {
                return before + grouped(number, sixFour, {random() % 2 == 0 ? "-" : ""}) + after;
            }};
}

CprSpelling script(const char* name, char32_t zero)
{
    return {name, [zero](const std::string& number, std::mt19937_64& random) {
                return inScript(grouped(number, sixFour, {random() % 2 == 0 ? "-" : ""}), zero);
            }};
}

/// A separator or none after each figure.
std::string mixed(const std::string& number, std::mt19937_64& random)
{
    static const std::array<const char*, 10> gaps{"", "", "", " ", "-", ".", "/", "\u00A0", "\u2013", " - "};
    std::string text;
    for (const char figure : number) {
        text += (text.empty() ? std::string() : gaps[random() % gaps.size()]) + figure;
    }
    return text;
}

/// "1. januar 1990, 1234"; the year may have two figures.
std::string withMonthWord(const std::string& number, std::mt19937_64& random)
{
    static const std::array<const char*, 12> months{"januar", "februar", "marts", "apr.",    "Maj",  "june",
                                                    "juli",   "AUGUST",  "sept",  "oktober", "nov.", "december"};
    static const std::array<const char*, 4> centuries{"", "", "19", "20"};
    static const std::array<const char*, 8> gaps{" ", ", ", "-", "/", "\n", ": ", " - ", " ("};
    const auto day = std::to_string(std::stoi(number.substr(0, 2)));
    const auto month = static_cast<std::size_t>(std::stoi(number.substr(2, 2))) - 1;
    return day + (random() % 2 == 0 ? ". " : " ") + months.at(month) + " " + centuries[random() % centuries.size()] +
           number.substr(4, 2) + gaps[random() % gaps.size()] + number.substr(6);
}

/// "1/1 1990 1234", "1/1 90, 1234": a space before the year.
std::string withSlash(const std::string& number, std::mt19937_64& random)
{
    static const std::array<const char*, 4> centuries{"", "", "19", "20"};
    const auto part = [&number](std::size_t at) { return std::to_string(std::stoi(number.substr(at, 2))); };
    return part(0) + "/" + part(2) + " " + centuries[random() % centuries.size()] + number.substr(4, 2) +
           (random() % 2 == 0 ? " " : ", ") + number.substr(6);
}

std::string mixedScripts(const std::string& number, std::mt19937_64& random)
{
    static const std::array<char32_t, 4> zeros{'0', 0x660, 0x6F0, 0xFF10};
    std::string text;
    for (const char figure : number) {
        core::append(text, zeros[random() % zeros.size()] + static_cast<char32_t>(figure - '0'));
    }
    return text;
}

} // namespace

bool hasModulus11(const std::string& number)
{
    constexpr std::array<int, 10> weights{4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        sum += weights.at(i) * (number[i] - '0');
    }
    return sum % 11 == 0;
}

std::string cprNumber(std::mt19937_64& random, bool withChecksum)
{
    const auto draw = [&random](int from, int to) {
        return from + static_cast<int>(random() % static_cast<std::uint64_t>(to - from + 1));
    };
    for (;;) {
        const int offset = draw(0, 9) == 0 ? 60 : 0;
        const std::string number =
            two(draw(1, 31) + offset) + two(draw(1, 12)) + two(draw(0, 99)) + two(draw(0, 99)) + two(draw(0, 99));
        if (hasModulus11(number) == withChecksum) {
            return number;
        }
    }
}

const std::vector<CprSpelling>& cprSpellings()
{
    static const std::vector<CprSpelling> spellings{
        plain("ddmmyy-nnnn", sixFour, {"-"}),
        plain("ddmmyynnnn", {10}, {""}),
        plain("space", sixFour, {" "}),
        plain("dot", sixFour, {"."}),
        plain("slash", sixFour, {"/"}),
        plain("en dash", sixFour, {"\u2013"}),
        plain("em dash", sixFour, {"\u2014"}),
        plain("minus", sixFour, {"\u2212"}),
        plain("hyphen", sixFour, {"\u2010"}),
        plain("no-break hyphen", sixFour, {"\u2011"}),
        plain("no-break space", sixFour, {"\u00A0"}),
        plain("narrow space", sixFour, {"\u202F"}),
        plain("spaced dash", sixFour, {" - "}),
        plain("spaced en dash", sixFour, {" \u2013 "}),
        plain("two dashes", sixFour, {"--"}),
        plain("underscore", sixFour, {"_"}),
        plain("line break", sixFour, {"\n"}),
        plain("dash and line break", sixFour, {"-\n"}),
        plain("windows line break", sixFour, {"\r\n"}),
        plain("tab", sixFour, {"\t"}),
        plain("colon", sixFour, {":"}),
        plain("brackets", {6, 4}, {"("}),
        plain("comma", sixFour, {", "}),
        plain("dd.mm.yy-nnnn", dateFour, {".", ".", "-"}),
        plain("dd-mm-yy-nnnn", dateFour, {"-"}),
        plain("dd/mm/yy nnnn", dateFour, {"/", "/", " "}),
        plain("dd/mm-yy nnnn", dateFour, {"/", "-", " "}),
        plain("dd mm yy nnnn", dateFour, {" "}),
        plain("dd.mm.yy nnnn", dateFour, {".", ".", " "}),
        plain("dd. mm. yy - nnnn", dateFour, {". ", ". ", " - "}),
        plain("pairs", pairs, {" "}),
        plain("dashed pairs", pairs, {"-"}),
        plain("dotted pairs", pairs, {"."}),
        plain("ddmm yynnnn", {4, 6}, {" "}),
        plain("ddmm yy nnnn", {4, 2, 4}, {" "}),
        plain("threes", {3, 3, 4}, {" "}),
        plain("fives", {5, 5}, {" "}),
        plain("singles", singles, {" "}),
        plain("dotted singles", singles, {"."}),
        plain("dashed singles", singles, {"-"}),
        plain("singles and dash", singles, {" ", " ", " ", " ", " ", " - ", " ", " ", " "}),
        longYear("ddmmyyyy-nnnn", {8, 4}, {"-"}),
        longYear("ddmmyyyynnnn", {12}, {""}),
        longYear("ddmmyyyy nnnn", {8, 4}, {" "}),
        longYear("dd.mm.yyyy-nnnn", yearFour, {".", ".", "-"}),
        longYear("dd-mm-yyyy-nnnn", yearFour, {"-"}),
        longYear("dd/mm/yyyy nnnn", yearFour, {"/", "/", " "}),
        longYear("dd/mm-yyyy - nnnn", yearFour, {"/", "-", " - "}),
        longYear("dd mm yyyy nnnn", yearFour, {" "}),
        longYear("pairs of twelve", {2, 2, 2, 2, 2, 2}, {" "}),
        longYear("singles of twelve", {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, {" "}),
        script("Arabic-Indic", 0x660),
        script("Extended Arabic-Indic", 0x6F0),
        script("full-width", 0xFF10),
        script("Devanagari", 0x966),
        script("bold", 0x1D7CE),
        {"mixed scripts", mixedScripts},
        {"mixed separators", mixed},
        {"month as a word", withMonthWord},
        {"slash and space", withSlash},
        around("cpr:", "cpr:", ""),
        around("CPR-nr.", "CPR-nr. ", ""),
        around("CPR nummer", "CPR nummer ", ""),
        around("letters before", "abc", ""),
        around("letters after", "", "abc"),
        around("letters around", "nr", "er"),
        around("quotes", "\"", "\""),
        around("brackets around", "(", ")"),
        around("full stop", "", "."),
        around("letters and underscore", "cpr_", "_x"),
        {"zero width between",
         [](const std::string& number, std::mt19937_64&) { return grouped(number, singles, {"\u200B"}); }},
        {"bidi between",
         [](const std::string& number, std::mt19937_64&) {
             return "\u202D" + grouped(number, sixFour, {"\u200E-\u200F"}) + "\u202C";
         }},
        {"O for zero",
         [](const std::string& number, std::mt19937_64&) {
             // At most three, so that it is still a number to a reader.
             std::string text = number;
             for (int i = 0; i < 3 && text.find('0') != std::string::npos; ++i) {
                 text.replace(text.find('0'), 1, "O");
             }
             return text.substr(0, 6) + "-" + text.substr(6);
         }},
        {"keycaps",
         [](const std::string& number, std::mt19937_64&) { return grouped(number, singles, {"\uFE0F\u20E3"}); }},
        {"ideographic comma of dots",
         [](const std::string& number, std::mt19937_64&) {
             return replaced(grouped(number, pairs, {"|"}), '|', "\u3002");
         }},
    };
    return spellings;
}

std::string sentenceAround(const std::string& written, std::size_t i)
{
    static const std::array<std::array<const char*, 2>, 12> sentences{{
        {"", ""},
        {"Mit nummer er ", " og jeg venter stadig."},
        {"Ring til mig: ", ", tak!"},
        {"Jeg er ", ""},
        {"", " er mig"},
        {"Hej\n", "\nHilsen mig"},
        {"Det gik fint (", ")"},
        {"my number is ", ", nobody called."},
        {"رقمي ", " شكرا"},
        {"§ 41: ", "; det er for meget"},
        {"🙂 ", " 🙂"},
        {"Jeg har skrevet det før, og nu igen ", " så nu må det være nok."},
    }};
    const auto& sentence = sentences.at((i / 7) % sentences.size());
    return sentence[0] + written + sentence[1];
}

std::vector<std::string> phones(std::mt19937_64& random)
{
    std::vector<std::string> result;
    const std::vector<std::pair<Sizes, const char*>> danish{
        {{8}, ""},
        {{2, 2, 2, 2}, " "},
        {{2, 2, 2, 2}, "."},
        {{2, 2, 2, 2}, "-"},
        {{2, 2, 2, 2}, "\u00A0"},
        {{4, 4}, " "},
        {{4, 4}, "-"},
        {{4, 4}, "."},
        {{3, 3, 2}, " "},
        {{2, 3, 3}, " "},
        {{3, 2, 3}, " "},
        {{2, 6}, " "},
        {{6, 2}, " "},
        {{2, 2, 4}, " "},
        {{1, 1, 1, 1, 1, 1, 1, 1}, " "},
        {{2, 2, 2, 2}, "/"},
        {{2, 2, 2, 2}, " \u2013 "},
        {{4, 4}, "\u2013"},
    };
    const auto number = [&random] {
        std::string text = std::to_string(2 + random() % 8);
        for (int i = 0; i < 7; ++i) {
            text += std::to_string(random() % 10);
        }
        return text;
    };
    for (int round = 0; round < 4; ++round) {
        for (const auto& [sizes, gap] : danish) {
            result.push_back(grouped(number(), sizes, {gap}));
            const std::vector<std::string> prefixes{"+45 ", "+45",   "0045 ",  "(+45) ", "+45-",
                                                    "0045", "tlf. ", "tlf.: ", "mobil "};
            result.push_back(prefixes[result.size() % prefixes.size()] + grouped(number(), sizes, {gap}));
        }
    }
    for (const char* prefix : {"+46 70 ", "+47 ", "+49 (0)151 ", "0046 70 ", "+1 (212) ", "+44 20 ", "+380 50 ", "+48 ",
                               "+90 532 ", "+252 61 "}) {
        for (const auto& sizes : {Sizes{3, 2, 2}, Sizes{7}, Sizes{3, 4}, Sizes{2, 2, 3}}) {
            for (const char* gap : {" ", "-"}) {
                result.push_back(prefix + grouped(number().substr(0, 7), sizes, {gap}));
            }
        }
    }
    const std::string one = number();
    result.push_back(inScript(one, 0x660));
    result.push_back(inScript("+45 " + one, 0x6F0));
    return result;
}

std::vector<std::string> emails()
{
    std::vector<std::string> result;
    for (const char* local :
         {"hans", "hans.jensen", "hans_jensen", "h-j", "HANS", "hans+job", "h1987", "søren", "علي"}) {
        for (const char* domain :
             {"firma.dk", "mail.firma.dk", "gmail.com", "FIRMA.DK", "bücher.de", "kommune.gov.uk"}) {
            result.push_back(std::string(local) + "@" + domain);
        }
    }
    for (const char* sign :
         {"@", " @ ", " (at) ", "(at)", " [at] ", "[at]", "{at}", " (a) ", "(a)", "[a]", " snabel-a ", " snabel a ",
          " snabela ", " (snabel-a) ", " SNABEL-A ", "\uFF20", "(@)", " Snabel-a ", "<at>"}) {
        for (const char* dot : {".", " punktum ", " dot ", "(dot)", " (dot) ", "[.]", " . ", " prik "}) {
            for (const char* ending : {"dk", "eu", "info", "se", "de", "com"}) {
                result.push_back(std::string("hans") + sign + "firma" + dot + ending);
            }
        }
    }
    for (const char* text :
         {"hans at firma dot dk", "hans at firma punktum dk", "hans punktum jensen snabel-a firma punktum dk",
          "hans dot jensen at firma dot com", "hans@firma", "hans bindestreg jensen (at) firma punktum dk",
          "hans@\u200Bfirma.dk", "hans@firma\u2024dk", "hans (at) firma. eu",
          "hans punktum jensen snabel-a mail punktum kommune punktum se", "hans@firma (dot) gov (dot) uk"}) {
        result.emplace_back(text);
    }
    return result;
}

std::vector<std::string> pages()
{
    return {"https://firma.dk",
            "http://www.firma.dk/side?x=1&y=2",
            "HTTPS://FIRMA.DK/",
            "ftp://a.b",
            "www.firma.dk",
            "WWW.Firma.DK",
            "www.firma.dk/hans/jensen",
            "firma.dk",
            "min-side.firma.com",
            "firma.dk/hans",
            "firma.dk:8080/x",
            "facebook.com/hans.jensen",
            "hans-jensen.eu",
            "firma.org",
            "firma.net?x=1",
            "http://192.168.1.1/x",
            "https://bücher.de/straße",
            "ærø.dk",
            "firma punktum dk",
            "www punktum firma punktum dk",
            "firma (dot) dk",
            "firma[.]dk",
            "firma .dk",
            "firma . dk",
            "https://شبكة.com/صفحة",

            "linkedin.com/in/hans-jensen-1234"};
}

std::size_t digitsIn(const std::string& text)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const core::CodePoint point = core::decode(text, at);
        at += point.bytes;
        count += core::digitValue(point.code) >= 0 ? 1U : 0U;
    }
    return count;
}

} // namespace smiley::test
