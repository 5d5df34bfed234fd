// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/staff_session.h"

#include "sync/outbox/audit.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace smiley::ui {

namespace {

using namespace std::chrono_literals;

constexpr auto insideIdle = 5min;
constexpr int cleaningSeconds = 30;
/// A notice "Se resultatet på tavlen ved udgangen" stands so long.
constexpr int postedDays = 35;

constexpr std::string_view postedKey = "staff-posted";
constexpr std::string_view invitingKey = "staff-inviting";

core::Day dayOf(const core::Now& now) { return core::localTime(now.wall).day; }

} // namespace

StaffSession::StaffSession(StaffPorts ports, QObject* parent) : QObject(parent), m_ports(std::move(ports))
{
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &StaffSession::close);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &StaffSession::countDown);
    readMarks();
    openPins(); // a pause that was earned before begins anew with the start, not when somebody comes
    connect(&m_hour, &QTimer::timeout, this, [this] {
        readMarks();
        emit changed();
    });
    m_hour.start(1h);
}

StaffSession::~StaffSession()
{
    if (m_checker.joinable()) {
        m_checker.join();
    }
    forgetDigits();
    staff::forget(m_chosen);
}

QString StaffSession::name() const { return m_person ? QString::fromStdString(m_person->name) : QString(); }

QString StaffSession::nameOf(const std::string& id) const
{
    if (const auto found = m_pins->person(id); found && *found) {
        return QString::fromStdString((*found)->name);
    }
    return QString::fromStdString(id);
}

bool StaffSession::canTry() const
{
    return !m_checking && static_cast<int>(m_digits.size()) >= staff::pinDigitsMin && m_note != PausedNote;
}

void StaffSession::open()
{
    if (m_phase != Away) {
        return;
    }
    readMarks();
    m_note = NoNote;
    m_isPepperLost = false;
    if (m_pins) {
        sayWhatIs();
    } else if (!m_checking) {
        openPins();
    }
    go(Entry);
}

/// The first time it measures for seconds how hard a PIN can be stretched.
void StaffSession::openPins()
{
    stretch([this] {
        using Opened = core::Result<std::unique_ptr<staff::Pins>, staff::PinsFault>;
        const auto opened = std::make_shared<Opened>(
            staff::Pins::open(m_ports.database, m_ports.pepper, m_ports.random, m_ports.clock));
        return [this, opened] {
            m_checking = false;
            if (*opened) {
                m_pins = std::move(**opened);
            } else {
                qWarning("staff can't come in: %s", opened->error().message.c_str());
            }
            if (m_phase == Entry) {
                sayWhatIs();
                go(Entry);
            }
            emit changed();
        };
    });
}

/// To who has just come. While a PIN is looked at: once that is done.
void StaffSession::sayWhatIs()
{
    if (m_checking) {
        return;
    }
    if (!m_pins) {
        m_note = FaultNote;
        return;
    }
    m_secondsLeft = m_pins->pausedSeconds(m_ports.clock.now());
    const auto people = m_pins->people();
    m_note = !people ? FaultNote : m_secondsLeft > 0 ? PausedNote : people->empty() ? NobodyNote : NoNote;
}

void StaffSession::close()
{
    if (m_phase != Away) {
        go(Away);
    }
}

void StaffSession::go(Phase phase)
{
    if (phase == Away || phase == Entry || phase == Cleaning) {
        m_person.reset();
    }
    if (phase == Away || phase == Cleaning) {
        ++m_stay;
    }
    if (phase != Repeating) {
        staff::forget(m_chosen);
    }
    forgetDigits();
    m_phase = phase;
    m_changing = m_changing && (phase == Entry || phase == Choosing || phase == Repeating);
    switch (phase) {
    case Away:
        m_idle.stop();
        m_english = false;
        m_ports.setPeriod(std::nullopt);
        break;
    case Cleaning:
        m_idle.stop();
        m_ports.setPeriod(core::Period::Kind::Cleaning);
        break;
    case Rehearsing:
        m_idle.start(insideIdle);
        m_ports.setPeriod(core::Period::Kind::Test);
        break;
    case Entry:
    case Choosing:
    case Repeating:
        m_idle.start(m_ports.entryIdle);
        m_ports.setPeriod(core::Period::Kind::Staff);
        break;
    case Inside:
        m_idle.start(insideIdle);
        m_ports.setPeriod(core::Period::Kind::Staff);
        break;
    }
    if (phase == Cleaning || (phase == Entry && m_note == PausedNote)) {
        m_second.start();
    } else {
        m_second.stop();
    }
    emit phaseChanged();
    emit changed();
}

void StaffSession::touched()
{
    if (m_idle.isActive()) {
        m_idle.start();
    }
    if (m_person && !m_checking && (m_phase == Inside || m_phase == Rehearsing)) {
        auto person = m_pins->person(m_person->id); // the centre may have taken them out, or changed what they may
        if (person && !*person) {
            close();
        } else if (person && *person != m_person) {
            m_person = std::move(*person);
            emit changed();
        }
    }
}

// ---- the PIN ------------------------------------------------------------------------------------------------------

void StaffSession::forgetDigits() { staff::forget(m_digits); }

void StaffSession::changeLanguage()
{
    m_english = !m_english;
    emit changed();
}

void StaffSession::digit(int digit)
{
    const bool isAsked = m_phase == Entry || m_phase == Choosing || m_phase == Repeating;
    if (!isAsked || m_checking || digit < 0 || digit > 9 || m_digits.size() >= staff::pinDigitsMax) {
        return;
    }
    m_digits.reserve(staff::pinDigitsMax);
    m_digits.push_back(static_cast<char>('0' + digit));
    if (m_note != PausedNote && m_note != FaultNote && m_note != NobodyNote) {
        m_note = NoNote;
    }
    emit changed();
}

void StaffSession::erase()
{
    if (!m_checking && !m_digits.empty()) {
        m_digits.pop_back();
        emit changed();
    }
}

void StaffSession::enter()
{
    if (!canTry() || !m_pins) {
        return;
    }
    switch (m_phase) {
    case Entry: check(); break;
    case Choosing:
        m_chosen = m_digits;
        go(Repeating);
        break;
    case Repeating: choose(); break;
    case Away:
    case Inside:
    case Cleaning:
    case Rehearsing: break;
    }
}

/// A PIN takes most of a second: on a thread of its own, so that the screen goes on. `work` gives what is done with the
/// result on this thread.
void StaffSession::stretch(std::function<std::function<void()>()> work)
{
    forgetDigits();
    m_checking = true;
    m_idle.stop();
    if (m_checker.joinable()) {
        m_checker.join();
    }
    m_checker =
        std::thread([this, work = std::move(work)] { QMetaObject::invokeMethod(this, work(), Qt::QueuedConnection); });
    emit changed();
}

void StaffSession::check()
{
    stretch(
        [this, typed = std::make_shared<const staff::TypedPin>(m_digits), now = m_ports.clock.now(), stay = m_stay] {
            return [this, result = m_pins->check(typed->digits(), now), stay] { checked(result, stay); };
        });
}

void StaffSession::checked(const staff::SignIn& result, std::uint64_t stay)
{
    m_checking = false;
    if (stay != m_stay || m_phase != Entry) { // went back meanwhile: whoever stands there now is somebody else
        if (m_phase == Entry) {
            sayWhatIs();
            go(Entry);
        }
        emit changed();
        return;
    }
    using Outcome = staff::SignIn::Outcome;
    m_secondsLeft = result.pauseSeconds;
    m_isPepperLost = result.isPepperLost || (m_isPepperLost && result.outcome == Outcome::Paused);
    switch (result.outcome) {
    case Outcome::SignedIn:
    case Outcome::MustChoose:
        m_note = NoNote;
        m_person = result.person;
        go(result.outcome == Outcome::SignedIn && !m_changing ? Inside : Choosing);
        return;
    case Outcome::Wrong: m_note = m_secondsLeft > 0 ? PausedNote : m_isPepperLost ? LostNote : WrongNote; break;
    case Outcome::Paused: m_note = PausedNote; break;
    case Outcome::Fault:
        qWarning("no PIN can be tried: %s", result.why.c_str());
        m_note = FaultNote;
        break;
    }
    go(Entry);
}

void StaffSession::choose()
{
    m_note = NoNote;
    if (m_digits != m_chosen) {
        m_note = OtherNote;
        go(Choosing);
        return;
    }
    stretch([this, person = *m_person, typed = std::make_shared<const staff::TypedPin>(m_digits),
             now = m_ports.clock.now(), stay = m_stay] {
        const auto result = m_pins->choose(person, typed->digits(), now);
        if (!result && result.error().code == staff::Pins::ChooseFault::Fault) {
            qWarning("no PIN can be chosen: %s", result.error().message.c_str());
        }
        return
            [this, fault = result ? std::nullopt : std::optional(result.error().code), stay] { chosen(fault, stay); };
    });
}

void StaffSession::changePin()
{
    if (m_phase == Inside) {
        m_note = NoNote;
        m_changing = true;
        go(Entry);
    }
}

void StaffSession::chosen(std::optional<staff::Pins::ChooseFault> fault, std::uint64_t stay)
{
    m_checking = false;
    if (stay != m_stay || m_phase != Repeating) {
        if (m_phase == Entry) {
            sayWhatIs();
            go(Entry);
        }
        emit changed();
        return;
    }
    if (!fault) {
        go(Inside);
        return;
    }
    using Fault = staff::Pins::ChooseFault;
    switch (*fault) {
    case Fault::TooShort:
    case Fault::TooLong:
    case Fault::NotDigits: m_note = ShortNote; break;
    case Fault::Common:
    case Fault::Taken: m_note = CommonNote; break;
    case Fault::Fault: m_note = FaultNote; break;
    }
    go(Choosing);
}

void StaffSession::countDown()
{
    m_secondsLeft = std::max(0, m_secondsLeft - 1);
    if (m_secondsLeft == 0 && m_phase == Cleaning) {
        go(Away);
        return;
    }
    if (m_secondsLeft == 0 && m_note == PausedNote) {
        m_note = m_isPepperLost ? LostNote : NoNote; // the pause stood in its place
        m_second.stop();
    }
    emit changed();
}

// ---- without a PIN ------------------------------------------------------------------------------------------------

void StaffSession::clean()
{
    if (m_phase != Entry && m_phase != Inside) {
        return;
    }
    note("cleaning", {});
    m_secondsLeft = cleaningSeconds;
    m_note = NoNote;
    go(Cleaning);
}

void StaffSession::post()
{
    const core::Now now = m_ports.clock.now();
    const auto store = openStore();
    if (store && m_posted.toStdString() != dayOf(now).text()) { // pressed again, it says nothing new
        (void)outbox::record(*store, {m_person ? m_person->id : std::string(outbox::nobody), "posted", {}}, now,
                             {{std::string(postedKey), dayOf(now).text()}});
    }
    readMarks();
    touched();
    emit changed();
}

void StaffSession::invite()
{
    const core::Now now = m_ports.clock.now();
    if (const auto store = openStore()) {
        (void)outbox::record(
            *store,
            {m_person ? m_person->id : std::string(outbox::nobody), m_inviting ? "inviting-ended" : "inviting", {}},
            now, {{std::string(invitingKey), m_inviting ? std::string() : dayOf(now).text()}});
    }
    readMarks();
    touched();
    emit changed();
}

void StaffSession::note(const std::string& what, const std::string& detail)
{
    if (const auto store = openStore()) {
        (void)outbox::record(*store, {m_person ? m_person->id : std::string(outbox::nobody), what, detail},
                             m_ports.clock.now());
    }
}

void StaffSession::readMarks()
{
    const auto store = openStore();
    if (!store) {
        return;
    }
    const core::Day today = dayOf(m_ports.clock.now());
    const auto inviting = store->setting(invitingKey);
    m_inviting = inviting && inviting->value_or("") == today.text();
    m_posted.clear();
    const auto posted = store->setting(postedKey);
    const auto day = posted && posted->has_value() ? core::Day::parse(**posted) : std::nullopt;
    if (day && std::chrono::sys_days(today.date) - std::chrono::sys_days(day->date) <= std::chrono::days(postedDays)) {
        m_posted = QString::fromStdString(day->text());
    }
}

std::unique_ptr<store::Store> StaffSession::openStore() const
{
    auto opened = store::Store::open(m_ports.database, m_ports.random);
    return opened ? std::move(*opened) : nullptr;
}

// ---- rehearsal ----------------------------------------------------------------------------------------------------

void StaffSession::beginRehearsal()
{
    if (m_phase == Inside) {
        note("rehearsed", {});
        go(Rehearsing);
    }
}

void StaffSession::endRehearsal()
{
    if (m_phase == Rehearsing) {
        go(Inside);
    }
}

} // namespace smiley::ui
