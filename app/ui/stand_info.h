// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/questionnaire.h"
#include "app/core/settings.h"

#include <QByteArray>
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
    Q_PROPERTY(QByteArray logo READ logo NOTIFY changed)
    Q_PROPERTY(double shade READ shade NOTIFY shadeChanged)
    Q_PROPERTY(QVariantList promises READ promises NOTIFY changed)
    Q_PROPERTY(double pxPerMm READ pxPerMm NOTIFY changed)
    Q_PROPERTY(bool posted READ isPosted NOTIFY changed)
    Q_PROPERTY(QString said READ said NOTIFY changed)
    Q_PROPERTY(QString done READ done NOTIFY changed)

public:
    using QObject::QObject;

    /// What is in force; `screenDpi` is what the screen says of itself, where the settings name no panel.
    void setConfiguration(const core::Questionnaire& questionnaire, const core::StandSettings& settings,
                          double screenDpi);
    /// The language shown: "I sagde / Vi gjorde" follows it.
    void setLanguage(const QString& tag);
    /// How bright the panel should be, in per cent, where it has no backlight; 100 where it has.
    void setShadeFor(int brightness);
    /// Whether the device check found neither.
    void setNoCameraOrMicrophone(bool confirmed);
    /// Whether staff put the result up on the board not long ago.
    void setPosted(bool posted);

    [[nodiscard]] QString municipality() const { return QString::fromStdString(m_settings.municipality); }
    [[nodiscard]] QString place() const { return QString::fromStdString(m_settings.place); }
    [[nodiscard]] QString controllerContact() const { return QString::fromStdString(m_settings.controllerContact); }
    [[nodiscard]] QVariantList languages() const { return m_languages; }         ///< of {tag, name}
    [[nodiscard]] QVariantList moreLanguages() const { return m_moreLanguages; } ///< of {tag, name}
    [[nodiscard]] bool roomCctv() const { return m_settings.roomCctv; }
    [[nodiscard]] bool reducedMotion() const { return m_settings.reducedMotion; }
    [[nodiscard]] bool noCameraOrMicrophone() const { return m_noCameraOrMicrophone; }
    [[nodiscard]] QByteArray logo() const { return QByteArray::fromStdString(m_settings.logo); } ///< a PNG, or empty
    /// How far the picture is darkened, 0..0.6: so that its contrast stays what it is, and everything readable.
    [[nodiscard]] double shade() const { return m_shade; }
    [[nodiscard]] QVariantList promises() const; ///< promisesOf: {icon, lead, body} in the language shown
    [[nodiscard]] int doubleStrikeMs() const { return m_settings.doubleStrikeMs; }
    [[nodiscard]] double pxPerMm() const { return m_pxPerMm; }
    [[nodiscard]] bool isPosted() const { return m_posted; }
    [[nodiscard]] QString said() const;
    [[nodiscard]] QString done() const;

signals:
    void changed();
    void shadeChanged();

private:
    [[nodiscard]] QString inLanguage(const core::Text& text) const;

    std::optional<core::Questionnaire> m_questionnaire; ///< none before setConfiguration()
    core::StandSettings m_settings;
    QVariantList m_languages;
    QVariantList m_moreLanguages;
    QString m_language;
    bool m_noCameraOrMicrophone = false;
    bool m_posted = false;
    double m_pxPerMm = 5.88;
    double m_shade = 0;
};

} // namespace smiley::ui
