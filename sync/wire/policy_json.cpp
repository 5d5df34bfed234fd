// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/policy_json.h"

#include "sync/wire/fields.h"

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <span>
#include <utility>

namespace smiley::wire {

namespace json = boost::json;

namespace {

using core::Behaviour;
using core::VisitRule;

constexpr std::int64_t format = 1;
constexpr std::int64_t windowMsMax = 3'600'000;

constexpr std::string_view everyTap = "every_tap";
constexpr std::string_view fixedWindow = "fixed_window";
constexpr std::string_view visits = "visits";

// In the order of their enumerators.
constexpr std::array<std::string_view, 3> claimsNames{"never", "sparingly", "always"};
constexpr std::array<std::string_view, 3> runsNames{"ignore", "flag", "exclude"};

/// A parameter: its name in the document, the member, and the bounds (of numbers).
template <class Member>
struct Parameter {
    std::string_view name;
    Member member;
    double min = 0;
    double max = 0;
};

/// May be left out, which means no, and is written only where it is set: documents from before it was there keep their
/// meaning and their hash. A program that doesn't know it refuses a policy in which it is set.
constexpr std::string_view ticketsRequired = "tickets_required";
constexpr std::string_view yes = "true";
constexpr std::string_view no = "false";

constexpr double probabilityMin = 0.000001;
constexpr double probabilityMax = 0.999999;

using VisitMember = std::variant<double VisitRule::*, std::int64_t VisitRule::*, Behaviour VisitRule::*,
                                 core::Claims VisitRule::*, core::Runs VisitRule::*>;
constexpr std::array visitParameters = std::to_array<Parameter<VisitMember>>({
    {"new_visit_odds", &VisitRule::newVisitOdds, 0.001, 1000000},
    {"too_soon_ms", &VisitRule::tooSoonMs, 0, 60000},
    {"queue_share", &VisitRule::queueShare, probabilityMin, probabilityMax},
    {"queue_share_in_queue", &VisitRule::queueShareInQueue, probabilityMin, probabilityMax},
    {"queue_gap_seconds", &VisitRule::queueGapSeconds, 0.01, 3600},
    {"queue_gap_spread", &VisitRule::queueGapSpread, 0.01, 10},
    {"queue_ms", &VisitRule::queueMs, 0, 600000},
    {"agreement", &VisitRule::agreement, probabilityMin, probabilityMax},
    {"correcting", &VisitRule::correcting},
    {"repeating", &VisitRule::repeating},
    {"playing", &VisitRule::playing},
    {"lingering", &VisitRule::lingering},
    {"episode_ms", &VisitRule::episodeMs, 0, 600000},
    {"claims", &VisitRule::claims},
    {"claim_odds", &VisitRule::claimOdds, 0.001, 1000000},
    {"claim_every_ms", &VisitRule::claimEveryMs, 0, 3600000},
    {"play_taps", &VisitRule::playTaps, 2, 1000},
    {"play_faces", &VisitRule::playFaces, 1, 5},
    {"play_gap_seconds", &VisitRule::playGapSeconds, 0.01, 3600},
    {"runs", &VisitRule::runs},
    {"run_onset", &VisitRule::runOnset, probabilityMin, probabilityMax},
    {"run_end", &VisitRule::runEnd, probabilityMin, probabilityMax},
    {"run_visits_min", &VisitRule::runVisitsMin, 1, 1000},
    {"breaker_share", &VisitRule::breakerShare, 0, 1},
});

constexpr std::array behaviourParameters = std::to_array<Parameter<double Behaviour::*>>({
    {"share", &Behaviour::share, probabilityMin, probabilityMax},
    {"goes_on", &Behaviour::goesOn, probabilityMin, probabilityMax},
    {"gap_seconds", &Behaviour::gapSeconds, 0.01, 3600},
    {"gap_spread", &Behaviour::gapSpread, 0.01, 10},
    {"same_face", &Behaviour::sameFace, probabilityMin, probabilityMax},
});

/// As ECMAScript writes it (RFC 8785) where it is 0 or from 0.000001 on, which the bounds see to.
std::string decimal(double number)
{
    std::array<char, 400> digits{};
    return {digits.data(),
            std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed).ptr};
}

// ---------------------------------------------------------------------------------------------------------------------
// Reading

/// What stands at a place of the document: numbers as they are written, since Boost.JSON 1.81 doesn't round them rightly.
struct Token {
    enum class Kind : std::uint8_t { Text, Number, Flag, Other };
    Kind kind = Kind::Other;
    std::string text;
};
using Tokens = std::map<std::string, Token>; ///< by JSON pointer

/// Collects the values of a JSON text; objects and lists only show in the pointers of what is in them.
class TokenHandler {
public:
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    Tokens tokens;
    std::vector<DocumentFault> faults;

    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code&) { return enter(false); }
    bool on_object_end(std::size_t, json::error_code&) { return leave(); }
    bool on_array_begin(json::error_code&) { return enter(true); }
    bool on_array_end(std::size_t, json::error_code&) { return leave(); }
    bool on_key_part(json::string_view part, std::size_t, json::error_code&) { return append(part); }
    bool on_key(json::string_view part, std::size_t, json::error_code&)
    {
        append(part);
        m_levels.back().member = std::exchange(m_text, {});
        return true;
    }
    bool on_string_part(json::string_view part, std::size_t, json::error_code&) { return append(part); }
    bool on_string(json::string_view part, std::size_t, json::error_code&) { return take(Token::Kind::Text, part); }
    bool on_number_part(json::string_view part, json::error_code&) { return append(part); }
    bool on_int64(std::int64_t, json::string_view part, json::error_code&) { return take(Token::Kind::Number, part); }
    bool on_uint64(std::uint64_t, json::string_view part, json::error_code&) { return take(Token::Kind::Number, part); }
    bool on_double(double, json::string_view part, json::error_code&) { return take(Token::Kind::Number, part); }
    bool on_bool(bool isSet, json::error_code&) { return take(Token::Kind::Flag, isSet ? yes : no); }
    bool on_null(json::error_code&) { return take(Token::Kind::Other, {}); }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }

private:
    struct Level {
        std::string pointer;
        bool isList = false;
        std::string member;    ///< that is being read
        std::size_t index = 0; ///< of the item that is being read
    };

    /// Of the value that is being read.
    [[nodiscard]] std::string place() const
    {
        if (m_levels.empty()) {
            return {};
        }
        const Level& level = m_levels.back();
        return level.isList ? pointerTo(level.pointer, level.index) : pointerTo(level.pointer, level.member);
    }
    bool passed()
    {
        if (!m_levels.empty()) {
            ++m_levels.back().index;
        }
        return true;
    }
    bool enter(bool isList)
    {
        m_levels.push_back({place(), isList, {}, 0});
        return true;
    }
    bool leave()
    {
        m_levels.pop_back();
        return passed();
    }
    bool append(json::string_view part)
    {
        m_text += std::string_view(part);
        return true;
    }
    bool take(Token::Kind kind, json::string_view part)
    {
        append(part);
        const std::string pointer = place();
        if (!tokens.try_emplace(pointer, Token{kind, std::exchange(m_text, {})}).second) {
            faults.push_back({pointer, "stands here twice; keep one"});
        }
        return passed();
    }

    std::vector<Level> m_levels; ///< the objects and lists that are open
    std::string m_text;
};

/// Makes a policy of the tokens; what is wrong becomes a fault.
class Reader {
public:
    Reader(Tokens tokens, std::vector<DocumentFault>& faults) : m_tokens(std::move(tokens)), m_faults(faults) {}

    core::Policy read()
    {
        core::Policy policy;
        whole("/format", format, format);
        policy.name = name();
        static constexpr std::array rules{everyTap, fixedWindow, visits};
        const std::string_view rule = rules.at(word("/rule", rules));
        if (rule == fixedWindow) {
            policy.rule = core::FixedWindow{whole("/parameters/window_ms", 1, windowMsMax)};
        } else if (rule == visits) {
            policy.rule = visitRule();
        } else {
            policy.rule = core::EveryTap{};
        }
        nameTheRest();
        return policy;
    }

private:
    std::optional<std::string> take(const std::string& pointer, Token::Kind kind, const std::string& rule)
    {
        const auto found = m_tokens.find(pointer);
        if (found == m_tokens.end()) {
            m_faults.push_back({pointer, "is missing; it must be " + rule});
            return std::nullopt;
        }
        const Token token = found->second;
        m_tokens.erase(found);
        if (token.kind != kind) {
            m_faults.push_back({pointer, "must be " + rule});
            return std::nullopt;
        }
        return token.text;
    }

    void nameTheRest()
    {
        const std::size_t before = m_faults.size();
        for (const auto& [pointer, token] : m_tokens) {
            const std::string inside = pointer + '/';
            const bool isObject = std::any_of(m_faults.begin(), m_faults.begin() + static_cast<std::ptrdiff_t>(before),
                                              [&](const auto& fault) { return fault.pointer.starts_with(inside); });
            m_faults.push_back({pointer, isObject
                                             ? "must be an object {…}"
                                             : "is no member of a policy of this rule; take it out, or see how it is "
                                               "spelt"});
        }
    }

    std::string name()
    {
        const std::string rule = "a standard policy's name or " + std::string(keyRule);
        auto text = take("/name", Token::Kind::Text, rule);
        if (text && !core::Policy::named(*text) && !core::KeyRule::isValid(*text)) {
            m_faults.push_back({"/name", "must be " + rule});
        }
        return std::move(text).value_or("");
    }

    std::size_t word(const std::string& pointer, std::span<const std::string_view> words)
    {
        std::string rule = "one of";
        for (const std::string_view word : words) {
            rule += " \"" + std::string(word) + "\"";
        }
        const auto text = take(pointer, Token::Kind::Text, rule);
        const auto found = text ? std::ranges::find(words, *text) : words.begin();
        if (found == words.end()) {
            m_faults.push_back({pointer, "must be " + rule});
            return 0;
        }
        return static_cast<std::size_t>(found - words.begin());
    }

    std::int64_t whole(const std::string& pointer, std::int64_t min, std::int64_t max)
    {
        const std::string rule = min == max
                                     ? "the number " + std::to_string(min)
                                     : "a whole number from " + std::to_string(min) + " to " + std::to_string(max);
        const auto text = take(pointer, Token::Kind::Number, rule);
        std::int64_t number = min;
        if (text) {
            const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
            if (error != std::errc{} || end != text->data() + text->size() || number < min || number > max) {
                m_faults.push_back({pointer, "must be " + rule + ", not " + *text});
            }
        }
        return number;
    }

    bool flagOrNo(const std::string& pointer)
    {
        return m_tokens.contains(pointer) && take(pointer, Token::Kind::Flag, "true or false") == yes;
    }

    double measure(const std::string& pointer, double min, double max)
    {
        const std::string rule = "a number from " + decimal(min) + " to " + decimal(max);
        const auto text = take(pointer, Token::Kind::Number, rule);
        double number = min;
        if (text) {
            const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
            const bool tooFine = number != 0 && std::abs(number) < probabilityMin; // no plain decimal in RFC 8785
            if (error != std::errc{} || end != text->data() + text->size() || number < min || number > max || tooFine) {
                m_faults.push_back(
                    {pointer, "must be " + rule + (tooFine ? ", in steps of 0.000001" : "") + ", not " + *text});
            }
        }
        return number == 0 ? 0 : number; // no negative zero
    }

    Behaviour behaviour(const std::string& pointer)
    {
        Behaviour result;
        for (const auto& parameter : behaviourParameters) {
            result.*parameter.member = measure(pointerTo(pointer, parameter.name), parameter.min, parameter.max);
        }
        return result;
    }

    VisitRule visitRule()
    {
        VisitRule rule;
        double shares = 0;
        for (const auto& parameter : visitParameters) {
            const std::string pointer = pointerTo("/parameters", parameter.name);
            if (const auto* number = std::get_if<double VisitRule::*>(&parameter.member)) {
                rule.*(*number) = measure(pointer, parameter.min, parameter.max);
            } else if (const auto* count = std::get_if<std::int64_t VisitRule::*>(&parameter.member)) {
                rule.*(*count) = whole(pointer, std::llround(parameter.min), std::llround(parameter.max));
            } else if (const auto* person = std::get_if<Behaviour VisitRule::*>(&parameter.member)) {
                rule.*(*person) = behaviour(pointer);
                shares += (rule.*(*person)).share;
            } else if (const auto* claims = std::get_if<core::Claims VisitRule::*>(&parameter.member)) {
                rule.*(*claims) = static_cast<core::Claims>(word(pointer, claimsNames));
            } else if (const auto* runs = std::get_if<core::Runs VisitRule::*>(&parameter.member)) {
                rule.*(*runs) = static_cast<core::Runs>(word(pointer, runsNames));
            }
        }
        if (shares > probabilityMax) {
            m_faults.push_back(
                {"/parameters", "the shares of those who tap more than once must come to less than 1 together"});
        }
        rule.ticketsRequired = flagOrNo(pointerTo("/parameters", ticketsRequired));
        return rule;
    }

    Tokens m_tokens; ///< that nobody asked for yet
    std::vector<DocumentFault>& m_faults;
};

// ---------------------------------------------------------------------------------------------------------------------
// Writing

enum class Layout : std::uint8_t { Canonical, Lines };
using Members = std::map<std::string_view, std::string>; ///< in the order of RFC 8785: all names are ASCII

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; } // names need no escapes

std::string objectOf(const Members& members, Layout layout, std::size_t level)
{
    const std::string indent = layout == Layout::Lines ? "\n" + std::string(4 * level, ' ') : std::string();
    std::string text = "{";
    for (const auto& [name, value] : members) {
        text += text.size() == 1 ? "" : ",";
        text += indent;
        text += quoted(name);
        text += layout == Layout::Lines ? ": " : ":";
        text += value;
    }
    return text + (members.empty() ? "" : indent.substr(0, indent.size() < 4 ? 0 : indent.size() - 4)) + "}";
}

std::string textOf(const Behaviour& behaviour, Layout layout)
{
    Members members;
    for (const auto& parameter : behaviourParameters) {
        members[parameter.name] = decimal(behaviour.*parameter.member);
    }
    return objectOf(members, layout, 3);
}

Members parametersOf(const core::EveryTap&, Layout) { return {}; }
Members parametersOf(const core::FixedWindow& rule, Layout) { return {{"window_ms", std::to_string(rule.ms)}}; }
Members parametersOf(const VisitRule& rule, Layout layout)
{
    Members members;
    for (const auto& parameter : visitParameters) {
        std::string& text = members[parameter.name];
        if (const auto* number = std::get_if<double VisitRule::*>(&parameter.member)) {
            text = decimal(rule.*(*number));
        } else if (const auto* count = std::get_if<std::int64_t VisitRule::*>(&parameter.member)) {
            text = std::to_string(rule.*(*count));
        } else if (const auto* person = std::get_if<Behaviour VisitRule::*>(&parameter.member)) {
            text = textOf(rule.*(*person), layout);
        } else if (const auto* claims = std::get_if<core::Claims VisitRule::*>(&parameter.member)) {
            text = quoted(claimsNames.at(static_cast<std::size_t>(rule.*(*claims))));
        } else if (const auto* runs = std::get_if<core::Runs VisitRule::*>(&parameter.member)) {
            text = quoted(runsNames.at(static_cast<std::size_t>(rule.*(*runs))));
        }
    }
    if (rule.ticketsRequired) {
        members[ticketsRequired] = yes;
    }
    return members;
}

std::string documentOf(const core::Policy& policy, Layout layout)
{
    static constexpr std::array rules{everyTap, fixedWindow, visits}; // in the order of the alternatives
    const Members parameters =
        std::visit([layout](const auto& rule) { return parametersOf(rule, layout); }, policy.rule);
    return objectOf({{"format", std::to_string(format)},
                     {"name", quoted(policy.name)},
                     {"rule", quoted(rules.at(policy.rule.index()))},
                     {"parameters", objectOf(parameters, layout, 2)}},
                    layout, 1);
}

} // namespace

std::variant<core::Policy, std::vector<DocumentFault>> parsePolicy(std::string_view text)
{
    if (text.size() > policyBytesMax) {
        return std::vector<DocumentFault>{
            {"", "has " + std::to_string(text.size()) + " bytes, more than " + std::to_string(policyBytesMax)}};
    }
    std::string why;
    const auto value = parseJson(text, why);
    if (!value || !value->is_object()) {
        return std::vector<DocumentFault>{{"", value ? "must be an object {…}" : "is " + why}};
    }
    json::parse_options options;
    options.max_depth = jsonDepthMax;
    json::basic_parser<TokenHandler> parser(options);
    json::error_code error;
    parser.write_some(false, text.data(), text.size(), error);
    std::vector<DocumentFault> faults = std::move(parser.handler().faults);
    core::Policy policy = Reader(std::move(parser.handler().tokens), faults).read();
    if (!faults.empty()) {
        return faults;
    }
    return policy;
}

std::string policyJson(const core::Policy& policy) { return documentOf(policy, Layout::Canonical); }

std::string policyFile(const core::Policy& policy) { return documentOf(policy, Layout::Lines) + "\n"; }

core::Hash policyHash(const core::Policy& policy) { return sha256(policyJson(policy)); }

} // namespace smiley::wire
