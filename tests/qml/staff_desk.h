// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/qml/staff_world.h"

#include "sync/outbox/local.h"

#include <QTest>

#include <algorithm>

// Staff at the question editor. The questionnaire is "btu": one question of it is local (L1).

namespace smiley::test {

/// Staff at the questions.
class Desk : public StaffWorld {
public:
    explicit Desk(const Panel& panel = panels[1], bool editor = true) : StaffWorld(panel, "btu")
    {
        signIn(editor);
        touch("staff-page-questions");
    }
    [[nodiscard]] ui::EditorModel& model() { return *room->editor(); }
    [[nodiscard]] QStringList order()
    {
        QStringList ids;
        for (const QVariant& line : model().lines()) {
            ids.append(line.toMap().value("id").toString());
        }
        return ids;
    }
    [[nodiscard]] QString text() { return model().question().value("text").toString(); }
    [[nodiscard]] const core::Questionnaire& asked() { return world.keeper().inForce().questionnaire; }
    /// Scrolls until the middle of it can be touched, as a finger would.
    void reach(const QString& name)
    {
        QQuickItem* const item = find(name);
        QVERIFY2(item != nullptr, qPrintable(name));
        for (QQuickItem* up = item->parentItem(); up != nullptr; up = up->parentItem()) {
            if (up->inherits("QQuickFlickable")) {
                const double y = item->mapToItem(up, QPointF(0, 0)).y();
                const double most = std::max(0.0, up->property("contentHeight").toDouble() - up->height());
                const double now = up->property("contentY").toDouble();
                if (y < 0 || y + item->height() > up->height()) {
                    up->setProperty("contentY", std::clamp(now + y - up->height() / 2 + item->height() / 2, 0.0, most));
                }
                break;
            }
        }
        QTest::qWait(20);
    }
    void press(const QString& name)
    {
        reach(name);
        touch(name);
    }
    /// Two of the library, after L1: "L1, first, second".
    void addTwo()
    {
        QVERIFY(model().addFromLibrary("L5"));
        QVERIFY(model().addFromLibrary("L3"));
        settle();
    }
    [[nodiscard]] outbox::LocalState local() { return *outbox::localState(*reading); }
};

inline QStringList whats(const std::vector<store::AuditRow>& rows)
{
    QStringList list;
    for (const store::AuditRow& row : rows) {
        list.append(QString::fromStdString(row.what));
    }
    return list;
}

} // namespace smiley::test
