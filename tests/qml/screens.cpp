// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/screens.h"

#include <QCoreApplication>
#include <QQmlEngine>
#include <QTest>

#include <algorithm>

namespace smiley::test {

namespace {

const QString longLanguage = QStringLiteral("long");

} // namespace

LongWords::LongWords(QObject* parent) : QTranslator(parent)
{
    if (!m_danish.load(":/i18n/smileystand_da.qm")) {
        qFatal("built without its Danish texts");
    }
}

QString LongWords::longer(const QString& text)
{
    static const QString plain = "aeiouyAEIOUY";
    static const QString marked = "åëîöüÿÅËÎÖÜŸ";
    QString longer;
    QString word;
    const auto endWord = [&] {
        const auto added = (word.size() * 2 + 4) / 5;
        longer += word;
        for (int i = 0; i < added && !word.startsWith('%'); ++i) {
            longer += word.at(word.size() - 1 - i % 2);
        }
        word.clear();
    };
    for (const QChar letter : text) {
        if (letter.isLetterOrNumber() || letter == '%') {
            const auto vowel = plain.indexOf(letter);
            word += vowel >= 0 ? marked.at(vowel) : letter;
        } else {
            endWord();
            longer += letter;
        }
    }
    endWord();
    return longer;
}

QString LongWords::translate(const char* context, const char* source, const char* comment, int n) const
{
    return longer(m_danish.translate(context, source, comment, n));
}

void addRows(const QStringList& languages)
{
    QTest::addColumn<int>("panel");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("contrast");
    for (std::size_t panel = 0; panel < panels.size(); ++panel) {
        for (const QString& language : languages) {
            for (const bool contrast : {false, true}) {
                QTest::addRow("%s %s%s", panels.at(panel).name, qPrintable(language), contrast ? " contrast" : "")
                    << static_cast<int>(panel) << language << contrast;
            }
        }
    }
}

Screens::Screens()
{
    ui::chooseRenderer();
    m_window =
        std::make_unique<ui::VisitorWindow>(*m_stage.visitor(), *m_stage.stand(), panels.front().pixels, &m_speech);
    for (const core::Language& language : m_stage.questionnaire().languages) {
        m_speech.voices.insert(language.tag);
    }
    core::StandSettings& settings = m_stage.settings();
    settings.moreLanguages.clear();
    for (const core::Language& language : m_stage.questionnaire().languages) {
        if (std::find(settings.languages.begin(), settings.languages.end(), language.tag) == settings.languages.end()) {
            settings.moreLanguages.push_back(language.tag);
        }
    }
    m_stage.set("reducedMotion", true);
    m_window->show();
    if (!QTest::qWaitForWindowExposed(&window())) {
        qFatal("the window never came to the screen");
    }
}

Screens::~Screens() { QCoreApplication::removeTranslator(&m_longWords); }

QStringList Screens::all() const
{
    QStringList screens{"faces",     "marked",        "invite",       "thanks",          "changed",       "haveIt",
                        "withdrawn", "trouble",       "faceFirst",    "about",           "languages",     "timeOut",
                        "comment",   "comment:empty", "comment:full", "comment:removed", "thanks:removed"};
    screens << "ticket:first"
            << "ticket:first:unread"
            << "ticket:needed"
            << "ticket:needed:unread"
            << "ticket:taken"
            << "ticket:used"
            << "ticket:otherDay"
            << "ticket:otherStand"
            << "ticket:notACard:required"
            << "ticket:cannotCheck";
    for (const core::Question& question : m_stage.questionnaire().questions) {
        if (question.kind != core::QuestionKind::Faces && question.kind != core::QuestionKind::Comment) {
            screens << "question:" + QString::fromStdString(question.id.text());
        }
    }
    return screens;
}

QStringList Screens::languages() const
{
    QStringList languages;
    for (const core::Language& language : m_stage.questionnaire().languages) {
        const QString tag = QString::fromStdString(language.tag);
        if (!languages.contains(tag)) {
            languages << tag;
        }
    }
    return languages << longLanguage;
}

void Screens::mount(const Panel& panel)
{
    m_panel = &panel;
    m_stage.settings().panelDpi = panel.dpi;
    m_stage.applySettings();
    window().resize(panel.pixels);
    if (!QTest::qWaitFor([&] { return window().contentItem()->size().toSize() == panel.pixels; })) {
        qFatal("the window didn't take the panel's size");
    }
}

void Screens::show(const QString& screen, const QString& language, Look look)
{
    if (m_long != (language == longLanguage)) {
        m_long = !m_long;
        m_stage.show("faces", "da");
        if (m_long) {
            QCoreApplication::installTranslator(&m_longWords);
        } else {
            QCoreApplication::removeTranslator(&m_longWords);
        }
        qmlEngine(&window())->retranslate();
    }
    const bool cctv = screen == "faceFirst" || screen == "about"; // the longest footer
    if (m_stage.stand()->roomCctv() != cctv) {
        m_stage.set("roomCctv", cctv);
    }
    m_stage.show(screen, m_long ? "da" : language, look == Look::Contrast);
    if (screen.startsWith("question:")) {
        const core::Question& question =
            *m_stage.questionnaire().find(*core::QuestionId::parse(screen.section(':', 1).toStdString()));
        if (!question.options.empty()) {
            m_stage.mark({QString::fromStdString(question.options.front().id.text())});
        }
    }
    QCoreApplication::processEvents();
}

QImage Screens::frame()
{
    static_cast<void>(window().grabWindow());
    QCoreApplication::processEvents();
    return window().grabWindow();
}

} // namespace smiley::test
