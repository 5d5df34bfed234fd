// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/visitor_window.h"

#include "app/ui/face_image_provider.h"

#include <QScreen>

namespace smiley::ui {

VisitorWindow::VisitorWindow(VisitorModel& visitor, StandInfo& stand, std::optional<QSize> size, core::Speech* speech,
                             StaffRoom* staff)
    : m_keys(visitor, stand),
      m_narrator(visitor, stand, m_keys, speech),
      m_translations([this] { m_engine.retranslate(); }),
      m_fullScreen(!size)
{
    m_engine.addImportPath("qrc:/qt/qml");
    m_engine.addImageProvider("face", new FaceImageProvider); // the engine owns it
    m_engine.setInitialProperties({{"visitor", QVariant::fromValue(&visitor)},
                                   {"stand", QVariant::fromValue(&stand)},
                                   {"keys", QVariant::fromValue(&m_keys)},
                                   {"narrator", QVariant::fromValue(&m_narrator)},
                                   {"staff", QVariant::fromValue(staff)}});
    const auto follow = [this, &stand](const QString& tag) {
        m_translations.show(tag);
        stand.setLanguage(tag);
    };
    QObject::connect(&visitor, &VisitorModel::languageChanged, &m_engine, follow);
    if (staff != nullptr) {
        stand.setPosted(staff->session()->isPosted());
        QObject::connect(&m_keys, &KeyPad::used, staff->session(), &StaffSession::touched);
        QObject::connect(staff->session(), &StaffSession::changed, &m_engine, [this, &visitor, &stand, staff, follow] {
            stand.setPosted(staff->session()->isPosted());
            EditorModel* const editor = staff->editor();
            if (editor != nullptr && editor->rehearsal() != nullptr) { // it has a language of its own
                VisitorModel* const tried = editor->rehearsal()->visitor();
                QObject::disconnect(tried, &VisitorModel::languageChanged, &m_engine, nullptr);
                QObject::connect(tried, &VisitorModel::languageChanged, &m_engine, follow);
                follow(tried->language());
                return;
            }
            stand.setLanguage(visitor.language());
            const bool isAway = staff->session()->phase() == StaffSession::Away;
            m_translations.show(isAway ? visitor.language() : staff->session()->language());
        });
    }
    follow(visitor.language());
    m_engine.load(QUrl("qrc:/qt/qml/Smileystand/Main.qml"));
    const QList<QObject*> roots = m_engine.rootObjects();
    m_window = roots.isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(roots.first());
    if (m_window == nullptr) {
        qFatal("the program was built without its screens");
    }
    if (size) {
        m_window->resize(*size);
    }
}

void VisitorWindow::show()
{
    if (m_fullScreen) {
        // Said with geometry too: a kiosk session may have no window manager to ask.
        m_window->setFlag(Qt::FramelessWindowHint);
        m_window->setGeometry(m_window->screen()->geometry());
        m_window->showFullScreen();
    } else {
        m_window->show();
    }
}

void chooseRenderer()
{
    if (qEnvironmentVariableIsEmpty("QT_QUICK_BACKEND") && qEnvironmentVariableIsEmpty("QSG_RHI_BACKEND")) {
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    }
    // Qt waits 5 ms for more changes before it draws a frame; a finger waits for it twice: pressed, and "Tak".
    if (qEnvironmentVariableIsEmpty("QT_QPA_UPDATE_IDLE_TIME")) {
        qputenv("QT_QPA_UPDATE_IDLE_TIME", "1");
    }
}

} // namespace smiley::ui
