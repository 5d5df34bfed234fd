// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import Smileystand

KeyLayout {
    letters: ["ض ص ث ق ف غ ع ه خ ح ج", "ش س ي ب ل ا ت ن م ك ط", "ذ ر ى ة و ز ظ د"]
    capitals: ["ض ص ث ق ف غ ع ه خ ح ج", "ش س ئ ب إ أ آ ن م ك ط", "ذ ر ى ء ؤ ز ظ د"]
    sentencesBeginWithCapitals: false
    signs: ["1 2 3 4 5 6 7 8 9 0 +", "! ؟ : ؛ \" ' ( ) / & @", "% = * # - پ چ گ"]
    comma: "،"
    capitalsLabel: "أ إ آ ء"
    lettersLabel: "أ ب ت"
    signsLabel: "؟ 123"
    names: ({ "،": "فاصلة", ".": "نقطة", "-": "شرطة", "!": "علامة تعجب", "؟": "علامة استفهام", ":": "نقطتان", "؛": "فاصلة منقوطة", "\"": "علامة اقتباس", "'": "فاصلة عليا", "(": "قوس أول", ")": "قوس أخير", "/": "شرطة مائلة", "&": "علامة العطف", "@": "علامة آت", "+": "زائد", "%": "بالمئة", "=": "يساوي", "*": "نجمة", "#": "شباك", "ء": "همزة" })
}
