// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/poster.h"

#include "app/ui/promises.h"

namespace smiley::ui {

QString controllerLine(const core::StandSettings& settings)
{
    return qtTrId("about.controller").arg(QString::fromStdString(settings.municipality));
}

QString madeLine(core::Day made)
{ // A date keeps its order in a text that runs from right to left.
    return qtTrId("poster.made").arg(u'\u2066' + QString::fromStdString(made.text()) + u'\u2069');
}

PrintedPage posterPage(const Poster& poster)
{
    PrintedSection promises;
    for (const Promise& promise : promisesOf(poster.settings, poster.noCameraOrMicrophone)) {
        promises.items.push_back({promise.icon, promise.lead, promise.body});
    }
    return {.owner = QString::fromStdString(poster.settings.municipality),
            .place = QString::fromStdString(poster.settings.place),
            .title = qtTrId("poster.title"),
            .sections = {std::move(promises)},
            .closingLead = controllerLine(poster.settings),
            .closing = QString::fromStdString(poster.settings.controllerContact),
            .made = madeLine(poster.made),
            .rightToLeft = poster.rightToLeft};
}

} // namespace smiley::ui
