// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

// Whether the visitor's last move was on a keyboard: only then is the focus ring drawn. Targets report each key, Main reports each touch.
QtObject {
    property bool inUse: false

    signal used
}
