// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screen_log.h"

#include "app/ui/targets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQuickItem>

namespace smiley {

namespace {

/// No frame for this long: the screen is at rest.
constexpr int restMs = 30;

QString text(ui::VisitorModel::Banner banner)
{
    switch (banner) {
    case ui::VisitorModel::NoBanner: return {};
    case ui::VisitorModel::InvitationBanner: return "invitation";
    case ui::VisitorModel::ThanksBanner: return "thanks";
    case ui::VisitorModel::ChangedBanner: return "changed";
    case ui::VisitorModel::HaveItBanner: return "have_it";
    case ui::VisitorModel::WithdrawnBanner: return "withdrawn";
    case ui::VisitorModel::WithoutTicketBanner: return "without_ticket";
    }
    return {};
}

QString text(ui::VisitorModel::Note note)
{
    switch (note) {
    case ui::VisitorModel::NoNote: return {};
    case ui::VisitorModel::TakenNote: return "taken";
    case ui::VisitorModel::UsedNote: return "used";
    case ui::VisitorModel::OtherDayNote: return "other_day";
    case ui::VisitorModel::OtherStandNote: return "other_stand";
    case ui::VisitorModel::NotACardNote: return "not_a_card";
    case ui::VisitorModel::CannotCheckNote: return "cannot_check";
    }
    return {};
}

QString text(ui::VisitorModel::Overlay overlay)
{
    switch (overlay) {
    case ui::VisitorModel::NoOverlay: return "none";
    case ui::VisitorModel::AboutOverlay: return "about";
    case ui::VisitorModel::LanguagesOverlay: return "languages";
    case ui::VisitorModel::TimeOutOverlay: return "timeout";
    }
    return {};
}

} // namespace

ScreenLog::ScreenLog(const ui::VisitorModel& visitor, QQuickWindow& window, const QString& file)
    : m_visitor(visitor),
      m_window(window),
      m_file(file)
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        qWarning("can't write the screen log %s: %s", qPrintable(file), qPrintable(m_file.errorString()));
        return;
    }
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &ScreenLog::write);
    connect(&window, &QQuickWindow::frameSwapped, &m_rest, qOverload<>(&QTimer::start));
    connect(&visitor, &ui::VisitorModel::screenChanged, &m_rest, qOverload<>(&QTimer::start));
}

void ScreenLog::write()
{
    QJsonArray targets;
    for (const ui::Target& target : ui::targetsOf(m_window)) {
        const QRect rect = target.rect.toRect();
        QJsonObject shown{
            {"name", target.name}, {"x", rect.x()}, {"y", rect.y()}, {"w", rect.width()}, {"h", rect.height()}};
        if (target.key != 0) {
            shown["key"] = target.key;
        }
        targets.append(shown);
    }
    const auto* const footer = m_window.findChild<QQuickItem*>("promises");
    const bool promises = footer != nullptr && footer->isVisible() && footer->property("promisesShown").toBool();
    const bool asks = m_visitor.page() == ui::VisitorModel::QuestionPage;
    const QJsonObject screen{
        {"page", asks ? "question" : "faces"},
        {"banner", text(m_visitor.banner())},
        {"overlay", text(m_visitor.overlay())},
        {"language", m_visitor.language()},
        {"question", asks ? m_visitor.question() : m_visitor.faceQuestion()},
        {"trouble", m_visitor.trouble()},
        {"ticket", text(m_visitor.note())},
        {"promises", promises ? footer->property("spoken").toString() : QString()},
        {"targets", targets},
    };
    const QByteArray line = QJsonDocument(screen).toJson(QJsonDocument::Compact) + '\n';
    if (line != m_last) {
        m_last = line;
        m_file.write(line);
        m_file.flush();
    }
}

} // namespace smiley
