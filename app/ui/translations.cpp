// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/translations.h"

#include <QCoreApplication>

#include <utility>

namespace smiley::ui {

namespace {

QString fileOf(const QString& tag) { return ":/i18n/smileystand_" + tag + ".qm"; }
QString staffFileOf(const QString& tag) { return ":/i18n/staff_" + tag + ".qm"; }

} // namespace

Translations::Translations(std::function<void()> changed) : m_changed(std::move(changed)), m_shown("da")
{
    if (!m_danish.load(fileOf("da")) || !m_staffDanish.load(staffFileOf("da"))) {
        qFatal("the program was built without its Danish texts");
    }
    QCoreApplication::installTranslator(&m_danish);
    QCoreApplication::installTranslator(&m_staffDanish);
}

Translations::~Translations()
{
    for (QTranslator* each : {&m_danish, &m_staffDanish, &m_chosen, &m_staffChosen}) {
        QCoreApplication::removeTranslator(each);
    }
}

bool Translations::show(const QString& tag)
{
    if (tag == m_shown) {
        return m_shown == "da" || !m_chosen.isEmpty();
    }
    m_shown = tag;
    QCoreApplication::removeTranslator(&m_chosen);
    QCoreApplication::removeTranslator(&m_staffChosen);
    const bool isThere = tag == "da" || m_chosen.load(fileOf(tag));
    if (isThere && tag != "da") {
        QCoreApplication::installTranslator(&m_chosen);
        if (m_staffChosen.load(staffFileOf(tag))) {
            QCoreApplication::installTranslator(&m_staffChosen);
        }
    }
    m_changed();
    return isThere;
}

} // namespace smiley::ui
