// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/visitor_model.h"

#include <utility>

namespace smiley::ui {

VisitorModel::VisitorModel(std::function<void(core::VisitEvent)> send, QObject* parent)
    : QObject(parent),
      m_send(std::move(send))
{}

void VisitorModel::setScreen(const core::Screen& screen)
{
    const bool otherLanguage = screen.language != m_screen.language;
    m_screen = screen;
    m_options.setOptions(screen.options);
    if (otherLanguage) {
        emit languageChanged(language());
    }
    emit screenChanged();
}

VisitorModel::Page VisitorModel::page() const
{
    return m_screen.page == core::Screen::Page::Faces ? FacesPage : QuestionPage;
}

VisitorModel::Overlay VisitorModel::overlay() const
{
    switch (m_screen.overlay) {
    case core::Overlay::None: return NoOverlay;
    case core::Overlay::About: return AboutOverlay;
    case core::Overlay::Languages: return LanguagesOverlay;
    case core::Overlay::TimeOut: return TimeOutOverlay;
    }
    return NoOverlay;
}

VisitorModel::Banner VisitorModel::banner() const
{
    if (!m_screen.banner) {
        return NoBanner;
    }
    switch (*m_screen.banner) {
    case core::Banner::Invitation: return InvitationBanner;
    case core::Banner::Thanks: return ThanksBanner;
    case core::Banner::Changed: return ChangedBanner;
    case core::Banner::HaveIt: return HaveItBanner;
    case core::Banner::Withdrawn: return WithdrawnBanner;
    case core::Banner::WithoutTicket: return WithoutTicketBanner;
    }
    return NoBanner;
}

VisitorModel::Note VisitorModel::note() const
{
    if (!m_screen.note) {
        return NoNote;
    }
    switch (*m_screen.note) {
    case core::TicketNote::Taken: return TakenNote;
    case core::TicketNote::Used: return UsedNote;
    case core::TicketNote::OtherDay: return OtherDayNote;
    case core::TicketNote::OtherStand: return OtherStandNote;
    case core::TicketNote::NotACard: return NotACardNote;
    case core::TicketNote::CannotCheck: return CannotCheckNote;
    }
    return NoNote;
}

VisitorModel::Kind VisitorModel::kind() const
{
    switch (m_screen.kind) {
    case core::QuestionKind::Degree: return DegreeKind;
    case core::QuestionKind::Choices: return ChoicesKind;
    case core::QuestionKind::Comment: return CommentKind;
    case core::QuestionKind::Choice:
    case core::QuestionKind::Faces: break;
    }
    return ChoiceKind;
}

QString VisitorModel::language() const { return QString::fromStdString(m_screen.language); }

bool VisitorModel::rightToLeft() const { return m_screen.direction == core::Direction::RightToLeft; }

QString VisitorModel::faceQuestion() const { return QString::fromStdString(m_screen.faceQuestion); }

QStringList VisitorModel::faceLabels() const
{
    QStringList labels;
    for (const std::string& label : m_screen.faceLabels) {
        labels << QString::fromStdString(label);
    }
    return labels;
}

int VisitorModel::marked() const { return m_screen.marked ? core::score(*m_screen.marked) : 0; }

VisitorModel::Listening VisitorModel::listening() const
{
    switch (m_screen.listening) {
    case core::Listening::Off: return NotListening;
    case core::Listening::Loudspeaker: return ByLoudspeaker;
    case core::Listening::Headphones: return ByHeadphones;
    }
    return NotListening;
}

VisitorModel::Removed VisitorModel::removed() const
{
    using enum core::Trace;
    const auto was = [&](core::Trace trace) { return m_screen.removed.contains(trace); };
    if (was(Cpr)) {
        return CprRemoved;
    }
    if (was(Phone) || was(Digits)) {
        return NumberRemoved;
    }
    if (was(Email) || was(Url)) {
        return AddressRemoved;
    }
    return was(StaffName) ? NameRemoved : NothingRemoved;
}

QString VisitorModel::question() const { return QString::fromStdString(m_screen.question); }

QString VisitorModel::hint() const { return QString::fromStdString(m_screen.hint); }

void VisitorModel::tapFace(int face)
{
    const core::Input input = m_screen.listening != core::Listening::Off ? core::Input::Speech
                              : m_byKeys                                 ? core::Input::Keys
                                                                         : core::Input::Touch;
    if (const auto tapped = core::faceOf(face)) {
        m_send(core::FaceTapped{*tapped, input});
    }
}

void VisitorModel::accept() { m_send(core::InvitationAccepted{}); }

void VisitorModel::toggle(const QString& optionId)
{
    if (const auto option = core::OptionId::parse(optionId.toStdString())) {
        m_send(core::OptionToggled{*option});
    }
}

void VisitorModel::next() { m_send(core::NextPressed{}); }

void VisitorModel::back() { m_send(core::BackPressed{}); }

void VisitorModel::skip() { m_send(core::SkipPressed{}); }

void VisitorModel::stop() { m_send(core::StopPressed{}); }

void VisitorModel::withdraw() { m_send(core::WithdrawPressed{}); }

void VisitorModel::nextPerson() { m_send(core::NextPersonPressed{}); }

void VisitorModel::chooseLanguage(const QString& tag) { m_send(core::LanguageChosen{tag.toStdString()}); }

void VisitorModel::toggleContrast() { m_send(core::ContrastToggled{}); }

void VisitorModel::type(const QString& text)
{
    m_send(core::TextTyped{text.toStdString()});
    if (m_screen.charactersLeft == 0) {
        emit wroteNothing();
    }
}

void VisitorModel::erase()
{
    m_send(core::TextErased{});
    if (m_screen.comment.empty()) {
        emit wroteNothing();
    }
}

void VisitorModel::readAloud() { m_send(core::ReadAloudPressed{}); }

void VisitorModel::louder() { m_send(core::LouderPressed{}); }

void VisitorModel::softer() { m_send(core::SofterPressed{}); }

void VisitorModel::speechBegan() { m_send(core::SpeechBegan{}); }

void VisitorModel::speechEnded() { m_send(core::SpeechEnded{}); }

void VisitorModel::openAbout() { m_send(core::AboutOpened{}); }

void VisitorModel::openLanguages() { m_send(core::LanguagesOpened{}); }

void VisitorModel::closeOverlay() { m_send(core::OverlayClosed{}); }

void VisitorModel::touched() { m_send(core::Touched{}); }

} // namespace smiley::ui
