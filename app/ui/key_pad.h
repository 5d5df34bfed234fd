// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ui/stand_info.h"
#include "app/ui/strikes.h"
#include "app/ui/visitor_model.h"

#include <QElapsedTimer>
#include <QObject>
#include <QQuickItem>
#include <QTimer>
#include <QtQmlIntegration>

#include <array>
#include <functional>
#include <vector>

namespace smiley::ui {

/// The tactile keys on the visitor's screen: five of its targets at a time have a number, "next" and "back" turn to the
/// next and the previous five (qml/README.md has the rule). It also tells presses from double strikes, of keys and of
/// touches, and shows the numbers while somebody uses keys or listens. Use on the GUI's thread.
class KeyPad : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")

    /// The item whose targets the keys press: set by the window.
    Q_PROPERTY(QQuickItem* screen READ screen WRITE setScreen NOTIFY screenSet)

public:
    struct Numbered {
        int key = 0; ///< 1..core::key::answersMax
        QQuickItem* target = nullptr;
    };
    using Page = std::vector<Numbered>; ///< by key

    KeyPad(VisitorModel& visitor, const StandInfo& stand, QObject* parent = nullptr);

    /// A key went down (core::InputEvent::KeyPressed, core::key); others than 1..8 are nobody's.
    Q_INVOKABLE void press(int key);
    /// Whether a press of this target at this place of the window is one of its own.
    Q_INVOKABLE bool admits(QQuickItem* target, const QPointF& place);
    /// Somebody touched the screen, or used a keyboard's other keys.
    Q_INVOKABLE void moved(bool onKeyboard);
    /// The keys were pulled out: their numbers would lead nobody anywhere.
    void lost();

    [[nodiscard]] Page page() const;
    [[nodiscard]] bool hasOtherPages() const { return pages().size() > 1; }
    [[nodiscard]] bool isAtFirstPage() const { return m_page == 0; }
    [[nodiscard]] QQuickItem* screen() const { return m_screen; }
    void setScreen(QQuickItem* screen);
    /// Where double strikes read the time, in milliseconds; tests bring their own.
    void setClock(std::function<std::int64_t()> nowMs) { m_nowMs = std::move(nowMs); }

signals:
    void screenSet();
    /// Somebody is there: a key went down.
    void used();
    /// Other targets have the numbers, because a key asked for it.
    void turned();
    /// The raised key was pressed: speech mode on or off.
    void speechAsked();
    /// A key was pressed that has no target here.
    void missed();
    /// Whoever touched something is gone: the visit ended, or nobody touched anything for a long time.
    void leftAlone();

private:
    /// What has a first page of its own.
    struct Shown {
        VisitorModel::Page page = VisitorModel::FacesPage;
        VisitorModel::Overlay overlay = VisitorModel::NoOverlay;
        VisitorModel::Banner banner = VisitorModel::NoBanner;
        QString language;
        QString question;
        bool trouble = false;
        bool note = false; ///< one takes another's place under somebody's hands
        bool operator==(const Shown&) const = default;
        [[nodiscard]] bool isVisit() const;
    };

    void follow();
    void startOver();
    void showNumbers();
    void turn(int by);
    [[nodiscard]] std::vector<Page> pages() const;

    VisitorModel& m_visitor;
    const StandInfo& m_stand;
    QPointer<QQuickItem> m_screen;
    std::size_t m_page = 0;
    bool m_inUse = false;
    std::vector<QPointer<QQuickItem>> m_numbered; ///< have a number on them
    Shown m_shown;
    Strikes m_strikes;
    QElapsedTimer m_sinceStart;
    std::function<std::int64_t()> m_nowMs = [this] { return m_sinceStart.elapsed(); };
    QTimer m_alone;
    QTimer m_settled; ///< a screen's targets are all there
};

} // namespace smiley::ui
