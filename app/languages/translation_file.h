// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/questionnaire.h"
#include "app/core/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <map>

/// Qt's translation files (TS 2.1, by id), as far as completeness needs them.

namespace smiley::languages {

/// One text of the program.
struct Message {
    QString source;      ///< the Danish text that was translated
    QString translation; ///< empty: none
    bool finished = true;
    bool obsolete = false; ///< marked as no longer used (type "obsolete" or "vanished")
};

struct TranslationFile {
    core::LanguageTag tag; ///< of the file's name, smileystand_<tag>.ts
    std::map<QString, Message> messages;
};

enum class TranslationFault : std::uint8_t {
    Name,   ///< the file isn't called …_<tag>.ts
    Format, ///< no TS document, or a message without an id or with one that stands there twice
};

/// Reads the bytes of the file `path`; only its name is used. Any thread.
[[nodiscard]] core::Result<TranslationFile, TranslationFault> readTranslations(const QString& path,
                                                                               const QByteArray& bytes);

} // namespace smiley::languages
