// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import Smileystand

KeyLayout {
    letters: ["q w e r t y u i o p '", "a s d f g h j k l ? !", "z x c v b n m -"]
    signs: ["1 2 3 4 5 6 7 8 9 0 +", "! ? : ; \" ' ( ) / & @", "% = * # æ ø å é"]
    names: ({ ",": "comma", ".": "full stop", "-": "hyphen", "!": "exclamation mark", "?": "question mark", ":": "colon", ";": "semicolon", "\"": "quotation mark", "'": "apostrophe", "(": "open bracket", ")": "close bracket", "/": "slash", "&": "ampersand", "@": "at sign", "+": "plus", "%": "per cent", "=": "equals", "*": "asterisk", "#": "hash" })
}
