// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/poster_command.h"

#include "app/journal_file.h"
#include "app/own_questionnaire.h"
#include "app/ui/floor_pages.h"
#include "app/ui/translations.h"
#include "platform/peripherals_check.h"
#include "sync/outbox/keeper.h"
#include "sync/wire/questionnaire_json.h"

#include <iostream>
#include <variant>

namespace smiley {

namespace {

ExitCode end(ExitCode code, const std::string& why)
{
    std::cerr << "smiley-stand: " << why << std::endl;
    return code;
}

ui::PrintedPage pageOf(Page page, const ui::Poster& made)
{
    switch (page) {
    case Page::Poster: return ui::posterPage(made);
    case Page::WorksCouncil: return ui::worksCouncilPage(made);
    case Page::Reception: return ui::receptionPage(made);
    }
    return {};
}

} // namespace

ExitCode printPoster(const Options& options, const core::StandSettings& own, const core::Clock& clock,
                     core::Random& random)
{
    core::StandSettings settings = own;
    std::optional<core::Questionnaire> asked;
    std::error_code failed;
    if (const auto file = journalFile(options.data); std::filesystem::exists(file, failed)) {
        const auto store = store::Store::open(file, random);
        auto inForce = store ? outbox::inForceNow(**store, own, ownQuestionnaire(**store, {}).json)
                             : store::Result<outbox::InForce>(store.error());
        if (!inForce) {
            return end(ExitCode::BadDatabase, inForce.error().message);
        }
        settings = std::move(inForce->settings);
        asked = std::move(inForce->questionnaire);
    }
    if (!asked) {
        auto parsed = wire::parseQuestionnaire(wire::shippedQuestionnaire("smiley"));
        if (auto* questionnaire = std::get_if<core::Questionnaire>(&parsed)) {
            asked = std::move(*questionnaire);
        }
    }
    ui::Translations translations;
    const bool isForStaff = options.page != Page::Poster; // whose texts are Danish and English
    const core::Language* language = asked ? asked->find(options.posterLanguage) : nullptr;
    const bool isThere =
        isForStaff ? options.posterLanguage == "da" || options.posterLanguage == "en" : language != nullptr;
    if (!isThere || !translations.show(QString::fromStdString(options.posterLanguage))) {
        return end(ExitCode::WrongOptions,
                   "--language " + options.posterLanguage +
                       ": the stand has no texts in it; write one of its languages, such as da");
    }
    const ui::Poster poster{settings, platform::checkDevices().neitherIsThere(), core::localTime(clock.now().wall).day,
                            !isForStaff && language->direction == core::Direction::RightToLeft};
    const ui::PrintedPage page = pageOf(options.page, poster);
    if (*options.poster == "-") {
        std::cout << ui::plainText(page).toStdString() << std::flush;
        return std::cout ? ExitCode::Ended : end(ExitCode::NoPoster, "the text can't be written");
    }
    if (!ui::writePdfFile(page, QString::fromStdString(options.poster->string()))) {
        return end(ExitCode::NoPoster,
                   options.poster->string() + " can't be written; name a file in a folder that can");
    }
    return ExitCode::Ended;
}

} // namespace smiley
