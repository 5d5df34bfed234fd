// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/stand_world.h"

#include "sync/wire/questionnaire_json.h"

#include <QTest>

namespace smiley::test {

namespace {

class MemoryJournal final : public core::Journal {
public:
    MemoryJournal(std::vector<core::Event>& rows, const bool& full) : m_rows(rows), m_full(full) {}
    core::Result<core::Sequence, core::JournalFault> append(const core::Event& event,
                                                            const std::optional<core::TicketMark>& /*used*/) override
    {
        if (m_full) {
            return core::fail(core::JournalFault::Full, "as the test wants it");
        }
        m_rows.push_back(event);
        return core::Sequence{m_rows.size()};
    }
    [[nodiscard]] core::Boot boot() const override { return core::Boot{1}; }

private:
    std::vector<core::Event>& m_rows;
    const bool& m_full;
};

QQuickItem* find(QQuickItem* item, const QString& name)
{
    if (!item->isVisible() || !item->isEnabled()) {
        return nullptr;
    }
    if (item->objectName() == name) {
        return item;
    }
    for (QQuickItem* child : item->childItems()) {
        if (QQuickItem* found = find(child, name)) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

StandWorld::StandWorld(const char* questionnaire)
    : visitor([this](core::VisitEvent event) {
          sent.push_back(event);
          m_waiting.push_back(std::move(event)); // as the program does: another thread's turn
      }),
      configured(configuration(questionnaire)),
      loop({clock, random, [this] { return std::make_unique<MemoryJournal>(rows, diskFull); },
            [this](const core::Screen& screen) { visitor.setScreen(screen); },
            [](const core::Now&) { return kiosk::DaySoFar{}; }, &comments},
           configured),
      window(visitor, stand, QSize(1280, 800), &speech)
{
    loop.setSpeech(true);
    window.keys().setClock([this] { return keyMs; });
    window.show();
    if (!QTest::qWaitForWindowActive(&window.window())) {
        qFatal("the window never came to the screen");
    }
    settle();
}

std::shared_ptr<const kiosk::Configuration> StandWorld::configuration(const char* questionnaire)
{
    const auto made = std::make_shared<kiosk::Configuration>(kiosk::Configuration{
        std::get<core::Questionnaire>(wire::parseQuestionnaire(wire::shippedQuestionnaire(questionnaire))), {}});
    made->settings.languages = {"da", "da-x-let", "en", "ar"};
    made->settings.moreLanguages = {"uk", "so"};
    made->settings.reducedMotion = true;
    made->settings.panelDpi = 149;
    made->settings.comments = core::CommentSettings{.key = "key"};
    stand.setConfiguration(made->questionnaire, made->settings, 149);
    return made;
}

void StandWorld::settle()
{
    for (int quiet = 0; quiet < 3; ++quiet) {
        QTest::qWait(1);
        while (!m_waiting.empty()) {
            quiet = 0;
            const core::VisitEvent event = std::move(m_waiting.front());
            m_waiting.pop_front();
            loop.handle(event);
        }
    }
}

void StandWorld::wait(std::int64_t ms)
{
    const std::int64_t end = core::count(clock.now().monotonic) + ms;
    while (loop.deadline() && core::count(*loop.deadline()) <= end) {
        clock.advance(std::max<std::int64_t>(0, core::count(*loop.deadline()) - core::count(clock.now().monotonic)));
        loop.handle(core::VisitEvent{core::Ticked{}});
        settle();
    }
    clock.advance(end - core::count(clock.now().monotonic));
    settle();
}

void StandWorld::press(int key, std::int64_t msAfterLast)
{
    keyMs += msAfterLast;
    QTest::keyClick(&window.window(), static_cast<Qt::Key>(Qt::Key_0 + key));
    settle();
}

bool StandWorld::pressNamed(const QString& name)
{
    constexpr int pagesMax = 15;
    for (int turned = 0; turned < pagesMax; ++turned) {
        for (const auto& [key, item] : window.keys().page()) {
            if (item->objectName() == name) {
                press(key);
                return true;
            }
        }
        press(core::key::next);
    }
    return false;
}

void StandWorld::touch(const QString& name, std::int64_t msAfterLast)
{
    QQuickItem* const item = target(name);
    if (item == nullptr) {
        qFatal("there is no %s", qPrintable(name));
    }
    keyMs += msAfterLast;
    const QPointF middle = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
    QTest::mouseClick(&window.window(), Qt::LeftButton, Qt::NoModifier, middle.toPoint());
    settle();
}

QQuickItem* StandWorld::target(const QString& name) { return find(window.window().contentItem(), name); }

void StandWorld::listen()
{
    press(core::key::speech);
    hear();
}

QStringList StandWorld::hear()
{
    while (speech.speaking) {
        speech.hear();
    }
    settle();
    QStringList heard;
    for (; m_heard < speech.said.size(); ++m_heard) {
        heard << QString::fromStdString(speech.said[m_heard].text);
    }
    return heard;
}

} // namespace smiley::test
