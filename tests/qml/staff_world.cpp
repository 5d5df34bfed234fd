// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/staff_world.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <utility>

namespace smiley::test {

namespace {

constexpr staff::Stretching light{1, 8};

QQuickItem* findIn(QQuickItem* item, const QString& name)
{
    if (!item->isVisible() || !item->isEnabled()) {
        return nullptr;
    }
    if (item->objectName() == name) {
        return item;
    }
    for (QQuickItem* child : item->childItems()) {
        if (QQuickItem* found = findIn(child, name)) {
            return found;
        }
    }
    return nullptr;
}

QString ownPin(bool editor) { return editor ? "48273915" : "59174826"; }

QPointingDevice* finger()
{
    static QPointingDevice* const device = QTest::createTouchDevice();
    return device;
}

bool isScrolling(const QQuickItem* item)
{
    for (; item != nullptr; item = item->parentItem()) {
        if (item->property("moving").toBool()) {
            return true;
        }
    }
    return false;
}

bool hasScrolling(const QQuickItem* item)
{
    if (!item->isVisible()) {
        return false;
    }
    if (item->inherits("QQuickFlickable") && item->property("moving").toBool()) {
        return true;
    }
    return std::ranges::any_of(item->childItems(), hasScrolling);
}

/// What the engine or a binding says that it shouldn't.
void heed(QtMsgType type, const QMessageLogContext& /*where*/, const QString& message)
{
    if (type == QtWarningMsg && (message.contains(".qml") || message.contains("QML"))) {
        qFatal("%s", qPrintable(message));
    }
    std::fprintf(stderr, "%s\n", qPrintable(message));
}

} // namespace

StaffWorld::StaffWorld(const Panel& panel, const char* questionnaire, bool roomKnown,
                       std::chrono::milliseconds entryIdle)
    : folder(folders.next()),
      world(folder),
      clock(world),
      visitor([this](core::VisitEvent event) { m_waiting.push_back(std::move(event)); }),
      m_panel(panel)
{
    qInstallMessageHandler(heed);
    world.setup.questionnaire = questionnaireNamed(questionnaire);
    world.setup.settings.languages = {"da", "en", "ar"};
    world.setup.settings.panelDpi = panel.dpi;
    world.setup.settings.reducedMotion = true;
    world.setup.settings.roomCctvKnown = roomKnown; // else the first editor is asked
    world.setup.settings.municipality = "Fjordby Kommune";
    world.setup.settings.openingHours = {core::OpeningHours{480, 960},
                                         core::OpeningHours{480, 960},
                                         core::OpeningHours{480, 960},
                                         core::OpeningHours{480, 1020},
                                         core::OpeningHours{480, 840},
                                         std::nullopt,
                                         std::nullopt};
    world.goTo(0, 9);
    world.enrol();
    reading = std::move(*store::Store::open(world.database(), random));
    configure(world.setup.questionnaire);
    if (!staff::Pins::open(world.database(), folder / "pepper", random, clock, light)) {
        qFatal("no PINs");
    }

    stand.setConfiguration(world.keeper().inForce().questionnaire, world.keeper().inForce().settings, panel.dpi);
    loop = std::make_unique<kiosk::Loop>(
        kiosk::Ports{.clock = clock,
                     .random = random,
                     .openJournal = [this]() -> std::unique_ptr<core::Journal> {
                         auto journal = std::move(*store::Store::open(world.database(), random));
                         if (!journal->begin(clock.now(), "test")) {
                             qFatal("no journal");
                         }
                         return journal;
                     },
                     .publish = [this](const core::Screen& screen) { visitor.setScreen(screen); },
                     .comments = &comments},
        inForce());
    room = std::make_unique<ui::StaffRoom>(
        ui::StaffPorts{.clock = clock,
                       .random = random,
                       .database = world.database(),
                       .pepper = folder / "pepper",
                       .inbox = world.setup.inbox,
                       .program = world.setup.program,
                       .setPeriod = [this](std::optional<core::Period::Kind> kind) { loop->setPeriod(kind); },
                       .look = [this] { tick(); },
                       .sendNow =
                           [this] {
                               tick();
                               if (!world.keeper().askToSend()) {
                                   qFatal("nobody can be asked to send");
                               }
                           },
                       .inForce = [this]() -> const outbox::InForce& { return world.keeper().inForce(); },
                       .light =
                           [this](int percent) {
                               brightness = percent;
                               stand.setShadeFor(hasBacklight ? 100 : percent);
                               return hasBacklight;
                           },
                       .sticks = [this] { return sticks; },
                       .machine = [this] { return machine; },
                       .entryIdle = entryIdle,
                       .say = [this](const std::string& text, const std::string&) { said.push_back(text); }});
    if (!until([this] { return !session().isChecking(); })) { // its thread has the clock and the random numbers, too
        qFatal("the PINs are never there");
    }
    window = std::make_unique<ui::VisitorWindow>(visitor, stand, panel.pixels, nullptr, room.get());
    window->keys().setClock([this] { return core::count(clock.now().monotonic); });
    window->show();
    if (!QTest::qWaitForWindowActive(&window->window())) {
        qFatal("the window never came to the screen");
    }
    settle();
}

StaffWorld::~StaffWorld()
{
    window.reset();
    room.reset();
    qInstallMessageHandler(nullptr);
}

std::shared_ptr<const kiosk::Configuration> StaffWorld::inForce()
{
    const outbox::InForce& now = world.keeper().inForce();
    return std::make_shared<const kiosk::Configuration>(kiosk::Configuration{now.questionnaire, now.settings});
}

outbox::Changes StaffWorld::tick()
{
    outbox::Changes changes = world.tick();
    if (changes.inForce && loop) {
        stand.setConfiguration(changes.inForce->questionnaire, changes.inForce->settings, m_panel.dpi);
        loop->configure(inForce());
    }
    return changes;
}

void StaffWorld::configure(const std::string& questionnaire, const std::string& settings)
{
    const auto key = wire::readStandIdentity(readBytes(world.setup.outbox / "stand.json"))->envelopeKey;
    wire::Configuration configuration{world.stand, ++version, questionnaire, settings};
    if (m_people.empty()) { // sealed once: another box would be another first PIN
        m_people = {{"mette", "Mette Holm", wire::Role::Editor, wire::sealFirstPin(key, firstPinOfMette)},
                    {"anders", "Anders Juhl", wire::Role::Reader, wire::sealFirstPin(key, firstPinOfAnders)}};
    }
    configuration.people = m_people;
    world.putInbox("configuration.json", wire::writeConfiguration(configuration, world.centre));
    const outbox::Changes changes = tick();
    if (!changes.troubles.empty()) {
        qFatal("%s", changes.troubles.front().c_str());
    }
}

void StaffWorld::settle()
{
    const int rounds = isHasty ? 1 : 3;
    for (int quiet = 0; quiet < rounds; ++quiet) {
        if (isHasty) {
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        } else {
            QTest::qWait(1);
        }
        while (!m_waiting.empty()) {
            quiet = 0;
            const core::VisitEvent event = std::move(m_waiting.front());
            m_waiting.pop_front();
            loop->handle(event);
        }
    }
}

bool StaffWorld::until(const std::function<bool()>& condition)
{
    const int ms = isHasty ? 1 : 10;
    for (int i = 0; i < 5000 / ms && !condition(); ++i) {
        QTest::qWait(ms);
        settle();
    }
    return condition();
}

QQuickItem* StaffWorld::find(const QString& name) { return findIn(window->window().contentItem(), name); }

QPoint StaffWorld::middleOf(const QString& name)
{
    QQuickItem* const item = find(name);
    if (item == nullptr) {
        qFatal("there is no %s", qPrintable(name));
    }
    return item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint();
}

void StaffWorld::touch(const QString& name)
{
    QPoint place = middleOf(name);
    // A page that has just come may still be laying itself out, and the first touch on a list that moves only stops it.
    for (QPoint last; last != place || isScrolling(find(name)); place = middleOf(name)) {
        last = place;
        QTest::qWait(5);
    }
    tap(place);
}

void StaffWorld::tap(QPoint place)
{
    world.pass(1000); // later than a second strike could be
    QTest::touchEvent(&window->window(), finger()).press(0, place);
    QTest::touchEvent(&window->window(), finger()).release(0, place);
    settle();
}

void StaffWorld::drag(QPoint from, QPoint to)
{
    world.pass(1000);
    QTest::touchEvent(&window->window(), finger()).press(0, from);
    const int steps = isHasty ? 4 : 12;
    bool isDrawn = false;
    const auto drawn =
        QObject::connect(&window->window(), &QQuickWindow::frameSwapped, &visitor, [&] { isDrawn = true; });
    const auto frame = [&] { // moves within one are told as one, and nothing scrolls
        QElapsedTimer time;
        for (time.start(); !isDrawn && time.elapsed() < 20;) {
            QTest::qWait(1);
        }
        isDrawn = false;
    };
    frame();
    for (int i = 1; i <= steps; ++i) {
        QTest::touchEvent(&window->window(), finger()).move(0, from + (to - from) * i / steps);
        frame();
    }
    QObject::disconnect(drawn);
    QTest::touchEvent(&window->window(), finger()).release(0, to);
    settle();
}

void StaffWorld::rest()
{
    QElapsedTimer time;
    time.start();
    while (hasScrolling(window->window().contentItem()) && time.elapsed() < 150) {
        QTest::qWait(2);
    }
    settle();
}

void StaffWorld::enterPin(const QString& pin)
{
    for (const QChar digit : pin) {
        touch(QStringLiteral("staff-digit") + digit);
    }
    touch("staff-enter");
}

void StaffWorld::signInAgain(bool editor)
{
    session().open();
    settle();
    if (isHasty) {
        for (const QChar digit : ownPin(editor)) {
            session().digit(digit.digitValue());
        }
        session().enter();
    } else {
        enterPin(ownPin(editor));
    }
    if (!until([this] { return session().phase() == StaffSession::Inside; })) {
        qFatal("the PIN was not taken");
    }
}

void StaffWorld::signIn(bool editor)
{
    session().open();
    settle();
    enterPin(editor ? firstPinOfMette : firstPinOfAnders);
    if (!until([this] { return session().phase() != StaffSession::Entry; })) {
        qFatal("the first PIN was not taken");
    }
    if (session().phase() == StaffSession::Choosing) {
        enterPin(ownPin(editor));
        enterPin(ownPin(editor));
    }
    if (!until([this] { return session().phase() == StaffSession::Inside; })) {
        qFatal("nobody came in");
    }
    settle();
}

void StaffWorld::write(const QString& field, const QString& words)
{
    touch(field);
    QQuickItem* const typed = find("staff-typed");
    if (typed == nullptr) {
        qFatal("nothing to write in");
    }
    while (find("key-erase") != nullptr && typed->property("text").toString().size() > 1) {
        touch("key-erase");
    }
    for (const QChar letter : words) {
        if (letter == ' ') {
            touch("key-space");
            continue;
        }
        const QString lower = "key-" + QString(letter.toLower());
        if (find(lower) == nullptr) {
            touch("key-signs");
            touch("key-" + QString(letter));
            touch("key-signs");
            continue;
        }
        touch(lower);
    }
    touch("staff-typing-done");
}

QImage StaffWorld::shot(const QString& name)
{
    QTest::qWait(60);
    QImage image = window->window().grabWindow();
    const QString shots = qEnvironmentVariable("SMILEY_SHOTS");
    if (!shots.isEmpty()) {
        image.save(shots + "/" + name + "-" + m_panel.name + ".png");
    }
    return image;
}

std::vector<store::AuditRow> StaffWorld::audit() const { return *reading->auditRows(0, 1000); }

std::size_t StaffWorld::taps() const
{
    std::size_t count = 0;
    const auto rows = reading->rows(core::Sequence{}, 10'000);
    for (const core::Row& row : *rows) {
        count += std::holds_alternative<core::Tap>(row.event.content) ? 1U : 0U;
    }
    return count;
}

} // namespace smiley::test
