// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

/// The words that the coach looks for, in small letters, each with its reason. Only for coach.cpp.

namespace smiley::staff {

struct LeadingWords {
    std::string_view words;  ///< one or more, as they follow each other
    std::string_view reason; ///< goes on after "“…” "
    std::string_view unless; ///< not where this word is in the question too
};

inline constexpr std::string_view saysTheAnswer = "siger, hvilket svar du venter.";
inline constexpr std::string_view praises = "roser, før der er svaret. Lad den besøgende finde ordet.";
inline constexpr std::string_view blames = "kritiserer, før der er svaret. Lad den besøgende finde ordet.";
inline constexpr std::string_view oneSided = "spørger kun til den ene side. Skriv begge, eller spørg “Hvordan …”.";
inline constexpr std::string_view presses = "presser på. Spørgsmålet siger det samme uden.";

inline constexpr std::array<LeadingWords, 45> leadingWords{{
    {"synes du ikke", saysTheAnswer, ""},
    {"er du ikke", saysTheAnswer, ""},
    {"var det ikke", saysTheAnswer, ""},
    {"er det ikke", saysTheAnswer, ""},
    {"var du ikke", saysTheAnswer, ""},
    {"vil du ikke", saysTheAnswer, ""},
    {"mon ikke", saysTheAnswer, ""},
    {"ikke sandt", saysTheAnswer, ""},
    {"vel", saysTheAnswer, ""},
    {"enig", "får folk til at sige ja. Spørg til, hvad de oplevede.", "uenig"},
    {"selvfølgelig", saysTheAnswer, ""},
    {"naturligvis", saysTheAnswer, ""},
    {"heldigvis", saysTheAnswer, ""},
    {"desværre", saysTheAnswer, ""},
    {"jo", saysTheAnswer, ""},
    {"gode", praises, "dårlige"},
    {"dejlige", praises, ""},
    {"dejlig", praises, ""},
    {"dejligt", praises, ""},
    {"fantastisk", praises, ""},
    {"fantastiske", praises, ""},
    {"flotte", praises, ""},
    {"dygtige", praises, ""},
    {"venlige", praises, ""},
    {"hjælpsomme", praises, ""},
    {"professionelle", praises, ""},
    {"hyggelige", praises, ""},
    {"rare", praises, ""},
    {"nye og bedre", praises, ""},
    {"forbedrede", praises, ""},
    {"dårlige", blames, "gode"},
    {"elendige", blames, ""},
    {"lange ventetid", blames, ""},
    {"alt for", blames, ""},
    {"besværlige", blames, ""},
    {"hvor tilfreds", oneSided, "utilfreds"},
    {"hvor glad", oneSided, ""},
    {"hvor god", oneSided, "dårlig"},
    {"hvor godt", oneSided, "dårligt"},
    {"hvor dårlig", oneSided, "god"},
    {"hvor dårligt", oneSided, "godt"},
    {"hvor utilfreds", oneSided, ""},
    {"virkelig", presses, ""},
    {"faktisk", presses, ""},
    {"trods alt", presses, ""},
}};

/// "og" in these asks about one thing.
inline constexpr std::array<std::string_view, 6> fixedPairs{
    "komme og gå", "til og fra", "ind og ud", "frem og tilbage", "mere og mere", "først og fremmest",
};

inline constexpr std::array<std::string_view, 6> negations{"ikke", "ingen", "intet", "hverken", "uden", "næppe"};

inline constexpr std::array<std::string_view, 4> absolutes{"altid", "aldrig", "hver gang", "overhovedet"};

/// One member of staff, also in "-en", "-ens", "-s"; in the plural ("-e", "-ne") they are a group.
inline constexpr std::array<std::string_view, 16> persons{
    "sagsbehandler", "rådgiver",    "jobrådgiver",  "konsulent",   "jobkonsulent", "medarbejder",
    "vejleder",      "mentor",      "underviser",   "kursusleder", "lærer",        "virksomhedskonsulent",
    "receptionist",  "koordinator", "jobformidler", "teamleder",
};

} // namespace smiley::staff
