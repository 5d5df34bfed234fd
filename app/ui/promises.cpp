// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/promises.h"

namespace smiley::ui {

namespace {

QString deletedAfter(int days)
{
    switch (days) {
    case 0: return qtTrId("about.time.atonce");
    case 1: return qtTrId("about.time.oneday");
    default: return qtTrId("about.time").arg(days);
    }
}

} // namespace

std::vector<Promise> promisesOf(const core::StandSettings& settings, bool noCameraOrMicrophone)
{
    std::vector<Promise> promises;
    const auto promise = [&](const char* setting, const char* icon, const QString& lead, const QString& body) {
        promises.push_back({setting, icon, lead, body});
    };
    // Without a sensor nobody knows whether the person still stands there.
    promise("presence_sensor", "anonymous", qtTrId("about.voluntary.lead"),
            settings.presenceSensor ? qtTrId("about.voluntary") : qtTrId("about.voluntary.soon"));
    promise("raw_days", "wait", qtTrId("about.time.lead"), deletedAfter(settings.rawDays));
    promise("", "saved", qtTrId("about.keep.lead"), qtTrId("about.keep"));
    if (settings.presenceSensor) {
        promise("presence_sensor", "sensor", qtTrId("about.sensor.lead"), qtTrId("about.sensor"));
    }
    promise("smallest_shown", "chart", qtTrId("about.sent.lead"), qtTrId("about.sent").arg(settings.smallestShown));
    if (settings.comments) {
        promise("comments", "write", qtTrId("about.text.lead"),
                qtTrId("about.text")
                    .arg(QString::fromStdString(settings.comments->readBy))
                    .arg(settings.comments->deletedAfterDays));
    }
    if (noCameraOrMicrophone) {
        promise("device_check", "nocamera", qtTrId("about.room.lead"), qtTrId("anon.nocamera"));
    }
    if (settings.roomCctv) {
        promise("room_cctv", "room", qtTrId("about.cctv.lead"), qtTrId("anon.cctv"));
    }
    return promises;
}

} // namespace smiley::ui
