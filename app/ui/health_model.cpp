// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/health_model.h"

#include "app/ui/health_words.h"
#include "sync/outbox/audit.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <chrono>

namespace smiley::ui {

namespace {

using namespace std::chrono_literals;
using staff::Part;
using staff::State;

/// What was unplugged is seen at once, what the journal says a little later.
constexpr auto lookAtDevicesEvery = 1s;
constexpr int devicesPerLook = 5;
/// After Send nu it looks each fifth second, so often.
constexpr int looksForAnswer = 6;
constexpr std::array accessoryParts{Part::Touch,    Part::Keys,    Part::Sound, Part::Door,
                                    Part::Presence, Part::Scanner, Part::Stick};
constexpr std::array dataParts{Part::Network, Part::Clock, Part::Disk};
/// In the order in which they fill the overview. A camera or microphone comes before all of them, and only where there is one.
constexpr std::array summaryParts{Part::Sending, Part::Network,  Part::Sound,   Part::Touch, Part::Keys,
                                  Part::Door,    Part::Presence, Part::Scanner, Part::Clock, Part::Disk};
constexpr qsizetype summaryLines = 4;

/// A test of what isn't connected would only say so again.
bool isConnected(const staff::HealthItem& item)
{
    using staff::Finding;
    return item.finding == Finding::Tried || item.finding == Finding::NeverTried ||
           item.finding == Finding::NothingCame || item.finding == Finding::KeysDead;
}

bool canTest(const staff::HealthItem& item)
{
    switch (item.part) {
    case Part::Touch: return true;
    case Part::Keys:
    case Part::Door:
    case Part::Presence:
    case Part::Scanner: return isConnected(item);
    case Part::Sound: return item.finding != staff::Finding::NoAudioDevice && item.finding != staff::Finding::NoVoice;
    case Part::Stick:
    case Part::CameraMicrophone:
    case Part::Network:
    case Part::Sending:
    case Part::Clock:
    case Part::Disk: break;
    }
    return false;
}

/// What to do about it stands on the part's own page. "19. november" isn't the end of one.
QString firstSentence(const QString& words)
{
    static const QRegularExpression end(QStringLiteral("\\.\\s(?=\\p{Lu})"));
    const qsizetype at = words.indexOf(end);
    return at < 0 ? words : words.left(at + 1);
}

} // namespace

HealthModel::HealthModel(StaffSession& session, QObject* parent) : QObject(parent), m_session(session)
{
    refresh();
    m_again.setInterval(lookAtDevicesEvery);
    connect(&m_again, &QTimer::timeout, this, &HealthModel::lookAgain);
    m_again.start();
    connect(&m_session, &StaffSession::changed, this, [this] {
        if (m_language != m_session.language()) { // else the rows stay under the finger
            m_language = m_session.language();
            emit changed();
        }
    });
}

HealthModel::~HealthModel() = default;

store::Store* HealthModel::store()
{
    if (!m_store) {
        auto opened = store::Store::open(m_session.ports().database, m_session.ports().random);
        if (!opened) {
            qWarning("the database can't be read for staff: %s", opened.error().message.c_str());
            return nullptr;
        }
        m_store = std::move(*opened);
    }
    return m_store.get();
}

void HealthModel::lookAgain()
{
    m_seconds = (m_seconds + 1) % devicesPerLook;
    if (m_seconds == 0) {
        followSending();
        return;
    }
    const staff::MachineFacts machine = m_session.ports().machine();
    if (machine.devices != m_devices || machine.watching != m_watching) {
        refresh();
    }
}

void HealthModel::refresh()
{
    const store::Store* const store = this->store();
    if (store == nullptr) {
        return;
    }
    const staff::MachineFacts machine = m_session.ports().machine();
    m_devices = machine.devices;
    m_watching = machine.watching;
    const auto data = staff::dataFacts(*store, machine.freeBytes);
    const auto tests = staff::deviceTests(*store);
    if (!data || !tests) {
        qWarning("the stand's state can't be read: %s", (!data ? data.error().message : tests.error().message).c_str());
        return;
    }
    auto items = staff::health(machine, *data, *tests, m_session.ports().clock.now());
    const bool isSame = items == m_items && *data == m_data && machine.asksForComments == m_asksForComments;
    m_items = std::move(items);
    m_data = *data;
    m_asksForComments = machine.asksForComments;
    if (!isSame) { // rows that are drawn anew would take the finger from what is being pressed
        emit changed();
    }
}

const staff::HealthItem& HealthModel::item(Part part) const
{
    static const staff::HealthItem none;
    const auto found = std::ranges::find(m_items, part, &staff::HealthItem::part);
    return found == m_items.end() ? none : *found;
}

QVariantMap HealthModel::row(const staff::HealthItem& item) const
{
    const HealthWords words = wordsOf(item, QLocale(m_session.language()));
    return {{"name", words.name},
            {"icon", words.icon},
            {"title", words.title},
            {"sentence", words.sentence},
            {"pill", words.pill},
            {"good", item.state == State::Ok},
            {"looksAt", item.state == State::LookAt},
            {"canTest", canTest(item)},
            {"leads", item.part == Part::Stick}};
}

QVariantList HealthModel::accessories() const
{
    QVariantList rows;
    for (const Part part : accessoryParts) {
        rows += row(item(part));
    }
    return rows;
}

QVariantList HealthModel::data() const
{
    QVariantList rows;
    for (const Part part : dataParts) {
        rows += row(item(part));
    }
    return rows;
}

QVariantList HealthModel::summary() const
{
    QVariantList rows;
    if (const staff::HealthItem& camera = item(Part::CameraMicrophone); camera.state == State::LookAt) {
        QVariantMap line = row(camera);
        line["sentence"] = firstSentence(line["sentence"].toString());
        rows += line;
    }
    for (const bool looksAt : {true, false}) {
        for (const Part part : summaryParts) {
            const staff::HealthItem& each = item(part);
            if (rows.size() < summaryLines && (each.state == State::LookAt) == looksAt &&
                each.state != State::NotThere) {
                QVariantMap line = row(each);
                //% "Prøv den under Tilbehør."
                line["sentence"] = each.finding == staff::Finding::NeverTried
                                       ? qtTrId("staff.health.tryit")
                                       : firstSentence(line["sentence"].toString());
                rows += line;
            }
        }
    }
    return rows;
}

int HealthModel::lookAts() const
{
    return static_cast<int>(std::ranges::count(m_items, State::LookAt, &staff::HealthItem::state));
}

bool HealthModel::isGood() const { return lookAts() == 0; }

QString HealthModel::status() const
{
    switch (const int count = lookAts()) {
    //% "Standen virker"
    case 0: return qtTrId("staff.status.good");
    //% "Standen virker. Se efter én ting"
    case 1: return qtTrId("staff.status.one");
    //% "Standen virker. Se efter %1 ting"
    default: return qtTrId("staff.status.many").arg(count);
    }
}

QString HealthModel::cameraFault() const
{
    const staff::HealthItem& camera = item(Part::CameraMicrophone);
    return camera.state == State::Ok ? QString() : wordsOf(camera, QLocale(m_session.language())).sentence;
}

QString HealthModel::lastSent() const
{
    const QLocale locale(m_session.language());
    if (!m_data.lastDaySent) {
        //% "Intet endnu"
        return qtTrId("staff.data.lastsent.none");
    }
    QString day = capitalised(dayInWords(*m_data.lastDaySent, locale));
    if (!m_data.lastReceiptAt) {
        return day;
    }
    const core::Day receipt = core::localTime(*m_data.lastReceiptAt).day;
    const core::Day today = core::localTime(m_session.ports().clock.now().wall).day;
    //% "%1, kvittering i dag"
    //% "%1, kvittering %2"
    return receipt == today ? qtTrId("staff.data.lastsent.today").arg(day)
                            : qtTrId("staff.data.lastsent").arg(day, dayInWords(receipt, locale));
}

QString HealthModel::next() const
{
    const QLocale locale(m_session.language());
    const core::Day today = core::localTime(m_session.ports().clock.now().wall).day;
    if (!m_data.isEnrolled) {
        //% "Intet: standen er ikke tilmeldt centralenheden"
        return qtTrId("staff.data.next.none");
    }
    //% "I nat: én forseglet konvolut for %1"
    //% "Dage med få svar sendes sammen med de næste."
    return m_data.daysHeld == 0 ? qtTrId("staff.data.next.tonight").arg(dayInWords(today, locale))
                                : qtTrId("staff.data.next.held");
}

QString HealthModel::receiver() const
{
    //% "Centralenheden for %1. Dér hedder standen %2."
    return m_data.centre.empty()
               ? QString()
               : qtTrId("staff.data.receiver")
                     .arg(QString::fromStdString(m_data.centre), QString::fromStdString(m_data.stand));
}

QString HealthModel::phone() const { return QString::fromStdString(m_session.ports().inForce().settings.helpPhone); }

QString HealthModel::phoneHours() const
{
    return QString::fromStdString(m_session.ports().inForce().settings.helpHours);
}

QString HealthModel::program() const { return QString::fromStdString(m_session.ports().program); }

QString HealthModel::sendingWords() const
{
    if (!m_data.isEnrolled) {
        //% "Standen er ikke tilmeldt centralenheden"
        return qtTrId("staff.data.notenrolled");
    }
    switch (m_sending) {
    case Idle: break;
    //% "Venter på centralenhedens svar"
    case Looking: return qtTrId("staff.data.sending");
    //% "Sendt. Centralenheden har svaret."
    //% "Dage med få svar venter på de næste"
    case Sent: return m_data.daysHeld == 0 ? qtTrId("staff.data.sent") : qtTrId("staff.data.held");
    //% "Intet svar endnu. Standen prøver selv igen."
    case NoAnswer: return qtTrId("staff.data.noanswer");
    }
    //% "Sender kun lukkede dage"
    return qtTrId("staff.data.onlyclosed");
}

void HealthModel::sendNow()
{
    if (!canSend()) {
        return;
    }
    m_session.note("send-now", "");
    m_session.ports().sendNow();
    m_looks = 0;
    m_sending = Looking;
    emit changed();
}

void HealthModel::followSending()
{
    refresh();
    if (m_sending != Looking) {
        return;
    }
    ++m_looks;
    if (isAllSent() || m_looks >= looksForAnswer) {
        m_sending = isAllSent() ? Sent : NoAnswer;
        emit changed();
    }
}

// ---- tests -------------------------------------------------------------------------------------------------------------

QString HealthModel::testing() const
{
    return m_testing ? wordsOf(item(*m_testing), QLocale(m_session.language())).name : QString();
}

QString HealthModel::testTitle() const
{
    return m_testing ? wordsOf(item(*m_testing), QLocale(m_session.language())).title : QString();
}

QVariantList HealthModel::answered() const
{
    QVariantList numbers;
    for (const int number : m_answered) {
        numbers += number;
    }
    return numbers;
}

int HealthModel::expected() const
{
    return m_testing == Part::Touch ? touchFields : m_testing == Part::Keys ? core::key::speech : 0;
}

void HealthModel::beginTest(const QString& part)
{
    const auto found = std::ranges::find_if(m_items, [&](const staff::HealthItem& each) {
        return canTest(each) && wordsOf(each, QLocale(m_session.language())).name == part;
    });
    if (found == m_items.end()) {
        return;
    }
    m_testing = found->part;
    m_answered.clear();
    m_came = 0;
    if (m_testing == Part::Sound) {
        saySample();
    }
    emit testChanged();
}

void HealthModel::fieldTouched(int field)
{
    if (m_testing == Part::Touch && m_answered.insert(field).second) {
        emit testChanged();
    }
}

void HealthModel::saySample()
{
    if (m_testing == Part::Sound) {
        //% "Prøve af lyden. Sådan lyder standen."
        m_session.ports().say(qtTrId("staff.test.sound.sample").toStdString(), m_session.language().toStdString());
    }
}

bool HealthModel::input(const core::InputEvent& event)
{
    using Kind = core::InputEvent::Kind;
    if (m_testing == Part::Keys && event.kind == Kind::KeyPressed) {
        if (m_answered.insert(event.value).second) {
            emit testChanged();
        }
        return true;
    }
    if ((m_testing == Part::Door && event.kind == Kind::Passage) ||
        (m_testing == Part::Presence && event.kind == Kind::PresenceBegan) ||
        (m_testing == Part::Scanner && event.kind == Kind::TicketShown)) {
        m_came += m_testing == Part::Door ? event.value : 1;
        emit testChanged();
    }
    return false;
}

void HealthModel::endTest(bool worked)
{
    if (!m_testing) {
        return;
    }
    const core::Now now = m_session.ports().clock.now();
    staff::DeviceTest test{*m_testing, core::localTime(now.wall).day, worked, {}};
    if (m_testing == Part::Keys || m_testing == Part::Touch) {
        for (int number = 1; number <= expected(); ++number) {
            if (!m_answered.contains(number)) {
                test.missing.push_back(number);
            }
        }
        test.worked = test.missing.empty();
    } else if (m_testing != Part::Sound) {
        test.worked = m_came > 0;
    }
    const auto person = m_session.person();
    if (store::Store* const store = this->store()) {
        const auto kept = staff::recordTest(*store, person ? person->id : std::string(outbox::nobody), test, now);
        if (!kept) {
            qWarning("the test can't be kept: %s", kept.error().message.c_str());
        }
    }
    cancelTest();
    refresh();
}

void HealthModel::cancelTest()
{
    m_testing.reset();
    emit testChanged();
}

} // namespace smiley::ui
