// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/questionnaire.h"
#include "app/core/settings.h"

#include <QObject>
#include <QString>
#include <QVariantList>
#include <QtQmlIntegration>

#include <optional>

namespace smiley::ui {

/// The settings in force and the languages of the questionnaire, as far as the visitor's screens say them: every promise
/// on the screen comes from here. Use on the GUI's thread.
class StandInfo : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")

    Q_PROPERTY(QString municipality READ municipality NOTIFY changed)
    Q_PROPERTY(QString place READ place NOTIFY changed)
    Q_PROPERTY(QString controllerContact READ controllerContact NOTIFY changed)
    Q_PROPERTY(QVariantList languages READ languages NOTIFY changed)
    Q_PROPERTY(QVariantList moreLanguages READ moreLanguages NOTIFY changed)
    Q_PROPERTY(bool roomCctv READ roomCctv NOTIFY changed)
    Q_PROPERTY(bool reducedMotion READ reducedMotion NOTIFY changed)
    Q_PROPERTY(bool noCameraOrMicrophone READ noCameraOrMicrophone NOTIFY changed)
    Q_PROPERTY(QVariantList promises READ promises NOTIFY changed)
    Q_PROPERTY(double pxPerMm READ pxPerMm NOTIFY changed)
    Q_PROPERTY(QString said READ said NOTIFY changed)
    Q_PROPERTY(QString done READ done NOTIFY changed)

public:
    using QObject::QObject;

    /// What is in force; `screenDpi` is what the screen says of itself, where the settings name no panel.
    void setConfiguration(const core::Questionnaire& questionnaire, const core::StandSettings& settings,
                          double screenDpi);
    /// The language shown: "I sagde / Vi gjorde" follows it.
    void setLanguage(const QString& tag);
    /// Whether the device check found neither.
    void setNoCameraOrMicrophone(bool confirmed);

    [[nodiscard]] QString municipality() const { return QString::fromStdString(m_settings.municipality); }
    [[nodiscard]] QString place() const { return QString::fromStdString(m_settings.place); }
    [[nodiscard]] QString controllerContact() const { return QString::fromStdString(m_settings.controllerContact); }
    [[nodiscard]] QVariantList languages() const { return m_languages; }         ///< of {tag, name}
    [[nodiscard]] QVariantList moreLanguages() const { return m_moreLanguages; } ///< of {tag, name}
    [[nodiscard]] bool roomCctv() const { return m_settings.roomCctv; }
    [[nodiscard]] bool reducedMotion() const { return m_settings.reducedMotion; }
    [[nodiscard]] bool noCameraOrMicrophone() const { return m_noCameraOrMicrophone; }
    [[nodiscard]] QVariantList promises() const; ///< promisesOf: {icon, lead, body} in the language shown
    [[nodiscard]] int doubleStrikeMs() const { return m_settings.doubleStrikeMs; }
    [[nodiscard]] double pxPerMm() const { return m_pxPerMm; }
    [[nodiscard]] QString said() const;
    [[nodiscard]] QString done() const;

signals:
    void changed();

private:
    [[nodiscard]] QString inLanguage(const core::Text& text) const;

    std::optional<core::Questionnaire> m_questionnaire; ///< none before setConfiguration()
    core::StandSettings m_settings;
    QVariantList m_languages;
    QVariantList m_moreLanguages;
    QString m_language;
    bool m_noCameraOrMicrophone = false;
    double m_pxPerMm = 5.88;
};

} // namespace smiley::ui
