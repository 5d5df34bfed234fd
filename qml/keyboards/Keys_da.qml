// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import Smileystand

KeyLayout {
    letters: ["q w e r t y u i o p å", "a s d f g h j k l æ ø", "z x c v b n m -"]
    signs: ["1 2 3 4 5 6 7 8 9 0 +", "! ? : ; \" ' ( ) / & @", "% = * # é ä ö ü"]
    names: ({ ",": "komma", ".": "punktum", "-": "bindestreg", "!": "udråbstegn", "?": "spørgsmålstegn", ":": "kolon", ";": "semikolon", "\"": "anførselstegn", "'": "apostrof", "(": "parentes begynder", ")": "parentes slutter", "/": "skråstreg", "&": "og-tegn", "@": "snabel-a", "+": "plus", "%": "procent", "=": "lig med", "*": "stjerne", "#": "havelåge" })
}
