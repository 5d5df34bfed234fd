// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The limit that the stand's screen is measured against: a bare Qt Quick page with five round faces that darken while
/// pressed, one durable SQLite row per tap (WAL, synchronous=FULL), and a text that says so. Nothing else.

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQmlContext>
#include <QQuickWindow>

#include <sqlite3.h>

namespace {

constexpr auto page = R"(
import QtQuick
import QtQuick.Window
Window {
    id: root
    width: 1280; height: 800; visible: true; color: "#F7F3EC"
    property int taps: 0
    Rectangle { x: 48; y: 111; width: 60; height: 60; color: root.taps % 2 ? "#0E4A56" : "#DDEBE9" }
    Row {
        x: 25; y: 300; spacing: 6
        Repeater {
            model: ["#E7A793", "#EFC793", "#E0D6C2", "#BBD3AE", "#8FC7B7"]
            Rectangle {
                required property string modelData
                width: 242; height: 242; radius: 121; border.width: 6
                color: area.pressed ? Qt.darker(modelData, 1.2) : modelData
                MouseArea { id: area; anchors.fill: parent; onClicked: { journal.write(); root.taps++ } }
            }
        }
    }
}
)";

class Journal : public QObject {
    Q_OBJECT
public:
    explicit Journal(const char* file)
    {
        sqlite3_open(file, &m_database);
        sqlite3_exec(m_database,
                     "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS tap(face INTEGER)",
                     nullptr, nullptr, nullptr);
    }
    ~Journal() override { sqlite3_close(m_database); }
    Q_INVOKABLE void write() { sqlite3_exec(m_database, "INSERT INTO tap VALUES(3)", nullptr, nullptr, nullptr); }

private:
    sqlite3* m_database = nullptr;
};

} // namespace

int main(int argc, char** argv)
{
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    const QGuiApplication application(argc, argv);
    Journal journal(argv[1]);
    QQmlApplicationEngine engine;
    engine.rootContext()->setContextProperty("journal", &journal);
    engine.loadData(page);
    return QGuiApplication::exec();
}

#include "bare_page.moc"
