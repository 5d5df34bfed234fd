// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/stage.h"

#include "sync/wire/questionnaire_json.h"

#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(SmileystandPlugin)
Q_IMPORT_QML_PLUGIN(Smileystand_UiPlugin)

namespace smiley::test {

namespace {

template <typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};

constexpr const char* shortComment = "Jeg fik god hjælp, men måtte vente længe uden at vide hvorfor";
constexpr const char* longComment =
    "Jeg fik god hjælp, men måtte vente længe uden at vide "
    "hvorfor.\nSpeciallægepraksisplanlægningsstabiliseringsperioden "
    "er et langt ord\nOg en linje til, som er så lang, at hele teksten bliver 200 tegn nu.";
constexpr const char* arabicComment = "حصلت على مساعدة جيدة، لكنني انتظرت طويلًا دون أن أعرف السبب";

QString string(const std::string& text) { return QString::fromStdString(text); }

core::Questionnaire shipped(const QString& name)
{
    return std::get<core::Questionnaire>(wire::parseQuestionnaire(wire::shippedQuestionnaire(name.toStdString())));
}

} // namespace

Stage::Stage(QObject* parent)
    : QObject(parent),
      m_visitor([this](const core::VisitEvent& event) { send(event); }),
      m_questionnaire(shipped("smiley-trust"))
{
    m_settings.municipality = "Fjordby Kommune";
    m_settings.controllerContact = "dpo@fjordby.example · 12 34 56 78";
    m_settings.languages = {"da", "da-x-let", "en", "ar"};
    m_settings.panelDpi = 149;
    m_settings.presenceSensor = true;
    m_settings.doubleStrikeMs = 0; // most tests press fast
    m_settings.saidDone = core::SaidDone{
        {{"da", "Ventetiden er for lang."}, {"en", "The waiting time is too long."}},
        {{"da", "Nu kan du se ventetiden ved indgangen."}, {"en", "Now you can see it at the entrance."}}};
    m_stand.setNoCameraOrMicrophone(true);
    useQuestionnaire("smiley-trust");
    connect(&m_visitor, &ui::VisitorModel::languageChanged, &m_stand, &ui::StandInfo::setLanguage);
}

void Stage::clear()
{
    m_calls.clear();
    m_touches = 0;
}

void Stage::useQuestionnaire(const QString& name)
{
    m_questionnaire = shipped(name);
    m_settings.moreLanguages = {"uk", "pl", "tr", "so", "fa"};
    applySettings();
}

void Stage::applySettings() { m_stand.setConfiguration(m_questionnaire, m_settings, 149); }

void Stage::set(const QString& setting, bool on)
{
    if (setting == "roomCctv") {
        m_settings.roomCctv = on;
    } else if (setting == "presenceSensor") {
        m_settings.presenceSensor = on;
    } else if (setting == "reducedMotion") {
        m_settings.reducedMotion = on;
    } else if (setting == "noCameraOrMicrophone") {
        m_stand.setNoCameraOrMicrophone(on);
    } else {
        qFatal("no such setting: %s", qPrintable(setting));
    }
    applySettings();
}

std::string Stage::text(const core::Text& text, const std::string& language) const
{
    return core::textIn(m_questionnaire, text, language).value_or("");
}

void Stage::show(const QString& screen, const QString& language, bool contrast)
{
    const std::string tag = language.toStdString();
    m_screen = core::Screen{};
    m_screen.listening = m_listens ? core::Listening::Loudspeaker : core::Listening::Off;
    m_screen.language = tag;
    m_screen.direction = m_questionnaire.find(tag)->direction;
    m_screen.contrast = contrast;
    const core::Question& faces = m_questionnaire.questions.front();
    m_screen.faceQuestion = text(faces.text, tag);
    for (const core::Option& option : faces.options) {
        m_screen.faceLabels.push_back(text(option.text, tag));
    }
    if (screen.startsWith("question:")) {
        showQuestion(screen.section(':', 1).toStdString(), tag);
    } else if (screen.startsWith("comment")) {
        showQuestion("T1", tag);
        m_screen.position = m_screen.total;
        m_screen.isLast = true;
        if (screen != "comment:empty") {
            write(screen == "comment:full" ? longComment : tag == "ar" ? arabicComment : shortComment);
        }
        if (screen == "comment:removed") {
            m_screen.removed = {core::Trace::Cpr};
        }
    } else if (screen == "thanks:removed") {
        m_screen.banner = core::Banner::Thanks;
        m_screen.answersGiven = true;
        m_screen.removed = {core::Trace::StaffName};
    } else if (screen == "timeOut") {
        showQuestion(m_questionnaire.questions.back().id.text(), tag);
        m_screen.overlay = core::Overlay::TimeOut;
        m_screen.quartersLeft = 3;
    } else if (screen == "about") {
        m_screen.overlay = core::Overlay::About;
    } else if (screen == "languages") {
        m_screen.overlay = core::Overlay::Languages;
    } else if (screen == "trouble") {
        m_screen.trouble = true;
    } else if (screen.startsWith("ticket:")) {
        const QStringList notes{"taken", "used", "otherDay", "otherStand", "notACard", "cannotCheck"};
        const QString shown = screen.section(':', 1, 1);
        m_screen.ticketsRequired = screen.endsWith(":required") || shown == "first" || shown == "needed";
        m_screen.ticketFirst = shown == "first";
        m_screen.ticketsUnread = screen.endsWith(":unread");
        if (shown == "needed") {
            m_screen.banner = core::Banner::WithoutTicket;
        } else if (shown != "first") {
            m_screen.note = static_cast<core::TicketNote>(notes.indexOf(shown));
        }
    } else if (screen == "faceFirst") {
        m_screen.faceFirst = true;
    } else if (screen == "marked") {
        m_screen.marked = core::Face::Good;
        m_screen.banner = core::Banner::Invitation;
        m_screen.questionsOffered = 2;
        m_screen.canWithdraw = true;
    } else if (screen != "faces") {
        static const std::map<QString, core::Banner> banners{{"invite", core::Banner::Invitation},
                                                             {"thanks", core::Banner::Thanks},
                                                             {"changed", core::Banner::Changed},
                                                             {"haveIt", core::Banner::HaveIt},
                                                             {"withdrawn", core::Banner::Withdrawn}};
        m_screen.banner = banners.at(screen);
        m_screen.questionsOffered = screen == "invite" ? 2 : 0;
        m_screen.canWithdraw = screen == "invite" || screen == "thanks" || screen == "changed";
        m_screen.answersGiven = screen == "thanks";
    }
    m_visitor.setScreen(m_screen);
}

void Stage::showQuestion(const std::string& id, const std::string& language)
{
    const core::Question& question = *m_questionnaire.find(*core::QuestionId::parse(id));
    m_screen.page = core::Screen::Page::Question;
    m_screen.kind = question.kind;
    m_screen.question = text(question.text, language);
    m_screen.hint = text(question.hint, language);
    m_screen.position = 2;
    m_screen.total = 3;
    m_screen.canGoBack = true;
    m_screen.charactersLeft = core::commentCharactersMax;
    for (const core::Option& option : question.options) {
        m_screen.options.push_back({option.id.text(), text(option.text, language), option.icon, false});
    }
}

void Stage::listen(bool on)
{
    m_listens = on;
    m_screen.listening = on ? core::Listening::Loudspeaker : core::Listening::Off;
    m_visitor.setScreen(m_screen);
}

void Stage::mark(const QStringList& options)
{
    for (core::Screen::ShownOption& option : m_screen.options) {
        option.marked = options.contains(string(option.id));
    }
    m_screen.canGoOn = !options.isEmpty();
    m_visitor.setScreen(m_screen);
}

void Stage::write(const QString& comment)
{
    m_screen.comment = comment.toStdString();
    m_screen.charactersLeft = static_cast<int>(core::commentCharactersMax - core::characters(m_screen.comment));
    m_screen.canGoOn = core::saysSomething(m_screen.comment);
    m_visitor.setScreen(m_screen);
}

void Stage::quarters(int left)
{
    m_screen.quartersLeft = left;
    m_visitor.setScreen(m_screen);
}

void Stage::send(const core::VisitEvent& event)
{
    const QString call =
        std::visit(Overloaded{
                       [](const core::FaceTapped& tap) { return "face " + QString::number(core::score(tap.face)); },
                       [](const core::OptionToggled& toggled) { return "option " + string(toggled.option.text()); },
                       [](const core::LanguageChosen& chosen) { return "language " + string(chosen.language); },
                       [](const core::InvitationAccepted&) { return QString("accept"); },
                       [](const core::NextPressed&) { return QString("next"); },
                       [](const core::BackPressed&) { return QString("back"); },
                       [](const core::SkipPressed&) { return QString("skip"); },
                       [](const core::StopPressed&) { return QString("stop"); },
                       [](const core::WithdrawPressed&) { return QString("withdraw"); },
                       [](const core::NextPersonPressed&) { return QString("nextPerson"); },
                       [](const core::ContrastToggled&) { return QString("contrast"); },
                       [](const core::TextTyped& typed) { return "type " + string(typed.text); },
                       [](const core::TextErased&) { return QString("erase"); },
                       [](const core::AboutOpened&) { return QString("about"); },
                       [](const core::LanguagesOpened&) { return QString("languages"); },
                       [](const core::OverlayClosed&) { return QString("close"); },
                       [](const auto&) { return QString(); },
                   },
                   event);
    if (std::holds_alternative<core::Touched>(event)) {
        ++m_touches;
    } else {
        m_calls << call;
    }
    emit called();
}

} // namespace smiley::test
