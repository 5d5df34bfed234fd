// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The screens under mouse, fingers and keyboard (tst_*.qml), on the real models: each test file gets an engine of its own
/// and the singleton Stage.

#include "app/ui/face_image_provider.h"
#include "app/ui/translations.h"
#include "tests/qml/stage.h"

#include <QQmlEngine>
#include <QtQml/qqml.h>
#include <QtQuickTest>

#include <memory>

using namespace smiley;

class Setup : public QObject {
    Q_OBJECT

public slots:
    void qmlEngineAvailable(QQmlEngine* engine)
    {
        engine->addImportPath("qrc:/qt/qml");
        engine->addImageProvider("face", new ui::FaceImageProvider); // the engine owns it
        m_stage = std::make_unique<test::Stage>();
        m_translations = std::make_unique<ui::Translations>([engine] { engine->retranslate(); });
        connect(m_stage->visitor(), &ui::VisitorModel::languageChanged, m_stage.get(),
                [this](const QString& tag) { m_translations->show(tag); });
        qmlRegisterSingletonInstance("Smileystand.Test", 1, 0, "Stage", m_stage.get());
    }

    void cleanupTestCase() { m_translations.reset(); }

private:
    std::unique_ptr<test::Stage> m_stage;
    std::unique_ptr<ui::Translations> m_translations;
};

QUICK_TEST_MAIN_WITH_SETUP(qml_screens, Setup)
#include "test_screens.moc"
