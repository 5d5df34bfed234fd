// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/commands.h"
#include "sync/central/json_text.h"
#include "sync/central/ticket_cards.h"
#include "sync/wire/ticket.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>
#include <set>
#include <system_error>

/// `smiley-central tickets`: one-time cards for one stand on one day. The centre keeps no id of them, only how many it made.

namespace smiley::central {

namespace {

constexpr int daysAheadMax = 60;
constexpr std::int64_t progressEveryMs = 2000;

/// The stand that the cards are for, and how many others that count there are at its site.
struct Target {
    Stand stand;
    bool isAlone = true;
};

std::string sentence(const std::vector<Stand>& stands)
{
    std::string text;
    for (const Stand& stand : stands) {
        text += (text.empty() ? "" : ", ") + stand.id.text() + (stand.door.empty() ? "" : " (" + stand.door + ")");
    }
    return text;
}

/// Says what is wrong where there isn't one such stand.
std::optional<Target> targetOf(const CommandOptions& options, const std::vector<Stand>& stands)
{
    std::vector<Stand> atSite;
    std::set<std::string> municipalities;
    for (const Stand& stand : stands) {
        if (stand.site.text() == options.site &&
            (options.municipality.empty() || stand.municipality.text() == options.municipality)) {
            atSite.push_back(stand);
            municipalities.insert(stand.municipality.text());
        }
    }
    const std::string site =
        "site \"" + options.site + "\"" + (options.municipality.empty() ? "" : " in \"" + options.municipality + "\"");
    if (atSite.empty()) {
        (void)said(Refused, "there is no stand at " + site + "; `smiley-central stand list` shows those there are");
        return std::nullopt;
    }
    if (municipalities.size() > 1) {
        (void)said(Refused, "several municipalities have a " + site + "; name one with --municipality");
        return std::nullopt;
    }
    std::vector<Stand> open;
    std::ranges::copy_if(atSite, std::back_inserter(open),
                         [](const Stand& stand) { return stand.state != StandState::Blocked; });
    if (!options.stand.empty()) {
        const auto named = std::ranges::find(atSite, options.stand, [](const Stand& each) { return each.id.text(); });
        if (named == atSite.end()) {
            (void)said(Refused,
                       "stand \"" + options.stand + "\" is not at " + site + ", which has " + sentence(atSite));
            return std::nullopt;
        }
        if (named->state == StandState::Blocked) {
            (void)said(Refused, "stand \"" + options.stand + "\" is blocked: what is answered there doesn't count");
            return std::nullopt;
        }
        return Target{*named, open.size() == 1};
    }
    if (open.size() > 1) {
        (void)said(Refused, site + " has " + std::to_string(open.size()) + " stands, and a card is for one of them: " +
                                "name it with --stand (" + sentence(open) + ")");
        return std::nullopt;
    }
    if (open.empty()) {
        (void)said(Refused, "every stand at " + site + " is blocked: what is answered there doesn't count");
        return std::nullopt;
    }
    return Target{open.front(), true};
}

Kept<CardWords> wordsOf(Ledger& ledger, const Target& target, core::Day day)
{
    const auto municipalities = ledger.municipalities();
    if (!municipalities) {
        return municipalities.error();
    }
    const auto sites = ledger.sites();
    if (!sites) {
        return sites.error();
    }
    const Stand& stand = target.stand;
    CardWords words;
    for (const Municipality& each : *municipalities) {
        words.municipality = each.id == stand.municipality ? each.name : words.municipality;
    }
    for (const Site& each : *sites) {
        words.site = each.municipality == stand.municipality && each.id == stand.site ? each.name : words.site;
    }
    // Whoever holds a card has to find its stand.
    words.which = stand.door.empty() && !target.isAlone ? stand.id.text() : stand.door;
    words.day = day;
    words.isExample = ledger.identity().example;
    words.stand = stand.id.text();
    return words;
}

std::vector<std::string> freshTickets(const CommandOptions& options, const core::StandId& stand, core::Day day,
                                      const wire::SecretKey& centre)
{
    wire::SystemRandom random;
    std::vector<std::string> texts;
    texts.reserve(options.count);
    for (std::size_t i = 0; i < options.count; ++i) {
        wire::Ticket ticket{day, stand.text(), {}};
        random.fill(ticket.id);
        texts.push_back(wire::ticketText(ticket, centre));
    }
    return texts;
}

int make(const CommandOptions& options, Ledger& ledger, const wire::SecretKey& centre, core::Day day)
{
    const auto stands = ledger.stands();
    if (!stands) {
        return failed(stands.error());
    }
    const auto target = targetOf(options, *stands);
    if (!target) {
        return Refused;
    }
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(options.path, error))) {
        return said(Refused, options.path + " is there already, and was left as it is: name another file");
    }
    const auto words = wordsOf(ledger, *target, day);
    if (!words) {
        return failed(words.error());
    }
    std::int64_t told = core::count(options.clock.now().monotonic);
    const auto pdf = drawCards(*words, freshTickets(options, target->stand.id, day, centre), [&](std::size_t drawn) {
        if (const std::int64_t now = core::count(options.clock.now().monotonic); now - told >= progressEveryMs) {
            told = now;
            std::cerr << drawn << " of " << options.count << " cards" << std::endl;
        }
    });
    if (!pdf) {
        return said(Refused, pdf.error().message);
    }
    // No file that isn't in the trail, and none in the trail that isn't there.
    const auto made = inOne(ledger, [&]() -> Kept<core::Done> {
        if (auto noted = ledger.audit(
                {options.clock.now().wall, operatorName, "tickets.make", target->stand.id.text(),
                 std::to_string(options.count) + (options.count == 1 ? " card, " : " cards, ") + day.text()});
            !noted) {
            return noted.error();
        }
        if (const auto written = putFile(options.path, *pdf, files::Rights::Owner); !written) {
            return core::fail(LedgerFault::Io, written.error().message);
        }
        return core::Done{};
    });
    if (!made) {
        std::filesystem::remove(options.path, error);
        return failed(made.error());
    }
    const std::size_t pages = (options.count + cardsPerPage - 1) / cardsPerPage;
    if (options.json) {
        return printed(JsonObject()
                           .add("ok", true)
                           .add("stand", target->stand.id.text())
                           .add("day", day.text())
                           .add("cards", options.count)
                           .add("pages", pages)
                           .add("file", options.path)
                           .text());
    }
    return printed("Made " + std::to_string(options.count) + (options.count == 1 ? " card" : " cards") + " for " +
                   target->stand.id.text() + " on " + day.text() + ", " + std::to_string(pages) +
                   (pages == 1 ? " page" : " pages") + ": " + options.path +
                   "\nWhoever holds a card can answer with it once: print it, hand the cards out, delete the file.");
}

} // namespace

int tickets(const CommandOptions& options)
{
    const auto day = core::Day::parse(options.day);
    if (!day) {
        return said(Usage, "--day \"" + options.day + "\" must be a day as 2026-11-20");
    }
    const core::Day today = core::localTime(options.clock.now().wall).day;
    if (day->daysSince(today) < 0 || day->daysSince(today) > daysAheadMax) {
        return said(Usage, "--day \"" + options.day + "\" must be today (" + today.text() + ") or one of the " +
                               std::to_string(daysAheadMax) + " days after it");
    }
    return withId<core::SiteId>("--site", options.site, [&](const core::SiteId&) {
        return withCentre(options, [&](const DataFolder&, Ledger& ledger, const wire::SecretKey& centre) {
            return make(options, ledger, centre, *day);
        });
    });
}

} // namespace smiley::central
