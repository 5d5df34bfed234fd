// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/difference.h"
#include "app/staff/history.h"
#include "app/staff/publishing.h"
#include "app/ui/editor_model.h"

#include <QDate>
#include <QLocale>

#include <algorithm>
#include <string>

/// What the editor puts into force, and the versions before.

namespace smiley::ui {

namespace {

QString text(const std::string& words) { return QString::fromStdString(words); }

/// For the sentences here, which are Danish whatever the screen's language is.
std::string danishDate(core::Day day)
{
    const QDate date = QDate::fromString(text(day.text()), Qt::ISODate);
    return QLocale(QLocale::Danish).toString(date, "dddd d. MMMM").toStdString();
}

} // namespace

/// The centre may send another questionnaire while somebody writes: the draft goes on over that.
bool EditorModel::followInForce()
{
    if (!m_store || m_openedOn == inForce().questionnaire.hash.text()) {
        return false;
    }
    if (canEdit()) {
        keep();
    }
    open();
    return true;
}

bool EditorModel::ended(const core::Result<outbox::LocalVersion, outbox::PublishFault>& result,
                        const std::string& sentence)
{
    if (!result) {
        say(result.error().message, true);
        refresh();
        return false;
    }
    m_session.ports().look();
    say(sentence, false);
    return true;
}

bool EditorModel::publish(bool now)
{
    if (!canEdit()) {
        return false;
    }
    followInForce();
    const auto result = staff::publishDraft(*m_store, *m_draft, m_session.person()->id,
                                            now ? outbox::Start::AtOnce : outbox::Start::NextOpeningDay, inForce(),
                                            this->now(), m_session.ports().random);
    if (!ended(result, now ? "Gemt. Det gælder fra nu af." : "Gemt. Det gælder fra " + danishDate(startsOn()) + ".")) {
        return false;
    }
    // Whoever was looked at may have another id now; it is in the same place.
    const auto& questions = m_draft->questionnaire().questions;
    const auto place = std::ranges::find_if(
        questions, [this](const auto& question) { return question.id.text() == m_chosen.toStdString(); });
    const auto index = place - questions.begin();
    m_draft = staff::Draft(m_draft->start());
    keep();
    open();
    const auto& saved = m_draft->questionnaire().questions;
    if (index < std::ssize(saved)) {
        m_chosen = QString::fromStdString(saved.at(static_cast<std::size_t>(index)).id.text());
    }
    refresh();
    return true;
}

bool EditorModel::hideNow()
{
    const auto id = core::QuestionId::parse(m_chosen.toStdString());
    if (!canEdit() || !id) {
        return false;
    }
    const auto result = staff::hideNow(*m_store, *id, m_session.person()->id, inForce(), now());
    if (!ended(result, "Skjult. Fra nu af stilles det ikke til nogen.")) {
        return false;
    }
    // In the draft it is hidden too, else saving that would bring it back.
    if (m_draft->isChanged()) {
        (void)m_draft->setHidden(*id, true);
        keep();
    }
    open();
    refresh();
    return true;
}

// ---- the versions before ----------------------------------------------------------------------------------------------

void EditorModel::readVersions()
{
    m_versions.clear();
    m_version.clear();
    m_versionChanges.clear();
    const auto versions = m_store ? staff::publishedVersions(*m_store) : std::vector<staff::PublishedVersion>();
    if (!versions) {
        say("Standens lager kan ikke læses. Ring til hjælp.", true);
    } else {
        for (const staff::PublishedVersion& version : *versions) {
            m_versions.append(
                QVariantMap{{"hash", text(version.hash.text())},
                            {"words", text(staff::describe(version, m_session.nameOf(version.who).toStdString()))},
                            {"inForce", version.hash == inForce().questionnaire.hash}});
        }
    }
    emit changed();
}

void EditorModel::lookAt(const QString& version)
{
    m_version = version;
    m_versionChanges.clear();
    const auto hash = core::Hash::parse(version.toStdString());
    if (m_store && hash) {
        const auto before = staff::publishedQuestionnaire(*m_store, *hash);
        if (before && *before) {
            for (const std::string& sentence : staff::difference(m_draft->start(), **before)) {
                m_versionChanges.append(text(sentence));
            }
        }
    }
    say({}, false);
    emit changed();
}

bool EditorModel::restore()
{
    const auto hash = core::Hash::parse(m_version.toStdString());
    if (!canEdit() || !hash) {
        return false;
    }
    const auto result =
        staff::restore(*m_store, *hash, m_session.person()->id, outbox::Start::NextOpeningDay, inForce(), now());
    if (!ended(result, "Sat tilbage. Det gælder fra " + danishDate(startsOn()) + ".")) {
        return false;
    }
    m_draft = staff::Draft(m_draft->start());
    keep();
    open();
    refresh();
    readVersions();
    return true;
}

} // namespace smiley::ui
