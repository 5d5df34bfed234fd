// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import Smileystand

KeyLayout {
    letters: ["ض ص ث ق ف غ ع ه خ ح ج چ", "ش س ی ب ل ا ت ن م ک گ", "ظ ط ز ژ ر ذ د پ و"]
    capitals: ["ض ص ث ق ف غ ع ه خ ح ج چ", "ش س ئ ب أ آ ة ن م ک گ", "ظ ط ز ژ ر ذ د ء ؤ"]
    sentencesBeginWithCapitals: false
    signs: ["1 2 3 4 5 6 7 8 9 0 + -", "! ؟ : ؛ \" ' ( ) / & @", "% = * # ۀ ي ك ى إ"]
    comma: "،"
    capitalsLabel: "آ أ ئ ء"
    lettersLabel: "ا ب پ"
    signsLabel: "؟ 123"
    names: ({ "،": "ویرگول", ".": "نقطه", "-": "خط تیره", "!": "علامت تعجب", "؟": "علامت سؤال", ":": "دونقطه", "؛": "نقطه‌ویرگول", "\"": "گیومه", "'": "آپاستروف", "(": "پرانتز باز", ")": "پرانتز بسته", "/": "ممیز", "&": "علامت و", "@": "ات", "+": "به‌علاوه", "%": "درصد", "=": "مساوی", "*": "ستاره", "#": "هشتگ", "ء": "همزه" })
}
