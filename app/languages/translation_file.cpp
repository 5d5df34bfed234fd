// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/languages/translation_file.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

namespace smiley::languages {

namespace {

Message readMessage(QXmlStreamReader& xml)
{
    Message message;
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            const auto type = xml.attributes().value("type");
            message.finished = type != u"unfinished";
            message.obsolete = type == u"obsolete" || type == u"vanished";
            message.translation = xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

} // namespace

core::Result<TranslationFile, TranslationFault> readTranslations(const QString& path, const QByteArray& bytes)
{
    static const QRegularExpression fileName("_([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)\\.ts$");
    const auto match = fileName.match(path);
    if (!match.hasMatch()) {
        return core::fail(TranslationFault::Name,
                          path.toStdString() + ": must be called like smileystand_da.ts, by the language's tag");
    }
    TranslationFile file{match.captured(1).toStdString(), {}};
    QXmlStreamReader xml(bytes);
    if (!xml.readNextStartElement() || xml.name() != u"TS") {
        xml.raiseError("is no Qt translation file (TS)");
    }
    while (xml.readNextStartElement()) { // <context>
        while (xml.readNextStartElement()) {
            if (xml.name() != u"message") {
                xml.skipCurrentElement();
                continue;
            }
            const QString id = xml.attributes().value("id").toString();
            if (id.isEmpty() || file.messages.contains(id)) {
                xml.raiseError(id.isEmpty() ? "a message without an id" : "two messages with the id " + id);
                break;
            }
            file.messages.emplace(id, readMessage(xml));
        }
    }
    if (xml.hasError()) {
        return core::fail(TranslationFault::Format, path.toStdString() + ":" + std::to_string(xml.lineNumber()) + ": " +
                                                        xml.errorString().toStdString());
    }
    return file;
}

} // namespace smiley::languages
