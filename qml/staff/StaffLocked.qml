// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// Why something can't be changed here.
StaffNote {
    //% "Det bestemmer centralenheden. Det kan ikke ændres her."
    words: qsTrId("staff.settings.locked")
    icon: "lock"
    ground: Theme.banner
}
