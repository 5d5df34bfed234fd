// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import Smileystand

KeyLayout {
    letters: ["q w e r t y u ı o p ğ ü", "a s d f g h j k l ş i", "z x c v b n m ö ç"]
    capitals: ["Q W E R T Y U I O P Ğ Ü", "A S D F G H J K L Ş İ", "Z X C V B N M Ö Ç"]
    signs: ["1 2 3 4 5 6 7 8 9 0 + -", "! ? : ; \" ' ( ) / & @", "% = * # æ ø å â î"]
    names: ({ ",": "virgül", ".": "nokta", "-": "kısa çizgi", "!": "ünlem", "?": "soru işareti", ":": "iki nokta", ";": "noktalı virgül", "\"": "tırnak", "'": "kesme işareti", "(": "ayraç aç", ")": "ayraç kapat", "/": "eğik çizgi", "&": "ve işareti", "@": "et işareti", "+": "artı", "%": "yüzde", "=": "eşittir", "*": "yıldız", "#": "kare" })
}
