// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import Smileystand

KeyLayout {
    letters: ["q w e r t y u i o p ó ę", "a s d f g h j k l ł ą ś", "z x c v b n m ż ć"]
    signs: ["1 2 3 4 5 6 7 8 9 0 + -", "! ? : ; \" ' ( ) / & @ #", "% = * ń ź æ ø å é"]
    names: ({ ",": "przecinek", ".": "kropka", "-": "łącznik", "!": "wykrzyknik", "?": "znak zapytania", ":": "dwukropek", ";": "średnik", "\"": "cudzysłów", "'": "apostrof", "(": "nawias otwierający", ")": "nawias zamykający", "/": "ukośnik", "&": "znak i", "@": "małpa", "+": "plus", "%": "procent", "=": "równa się", "*": "gwiazdka", "#": "krzyżyk" })
}
