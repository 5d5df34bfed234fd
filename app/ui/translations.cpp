// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/translations.h"

#include <QCoreApplication>
#include <QQmlEngine>

namespace smiley::ui {

namespace {

QString fileOf(const QString& tag) { return ":/i18n/smileystand_" + tag + ".qm"; }

} // namespace

Translations::Translations(QQmlEngine& engine) : m_engine(engine), m_shown("da")
{
    if (!m_danish.load(fileOf("da"))) {
        qFatal("the program was built without its Danish texts");
    }
    QCoreApplication::installTranslator(&m_danish);
}

Translations::~Translations()
{
    QCoreApplication::removeTranslator(&m_chosen);
    QCoreApplication::removeTranslator(&m_danish);
}

void Translations::show(const QString& tag)
{
    if (tag == m_shown) {
        return;
    }
    m_shown = tag;
    QCoreApplication::removeTranslator(&m_chosen);
    if (tag != "da" && m_chosen.load(fileOf(tag))) {
        QCoreApplication::installTranslator(&m_chosen);
    }
    m_engine.retranslate();
}

} // namespace smiley::ui
