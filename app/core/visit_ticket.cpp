// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/visit_machine.h"

#include <utility>

namespace smiley::core {

namespace {

/// A ticket that lies before the scanner is read every second, or oftener.
constexpr std::int64_t stillHeldMs = 3000;

TicketNote noteOf(TicketFinding finding)
{
    switch (finding) {
    case TicketFinding::Fresh: return TicketNote::Taken;
    case TicketFinding::Used: return TicketNote::Used;
    case TicketFinding::OtherDay: return TicketNote::OtherDay;
    case TicketFinding::OtherStand: return TicketNote::OtherStand;
    case TicketFinding::NotACard: return TicketNote::NotACard;
    case TicketFinding::CannotCheck: break;
    }
    return TicketNote::CannotCheck;
}

bool isSameRead(const TicketCheck& one, const TicketCheck& other)
{
    return one.mark == other.mark && (one.mark || one.finding == other.finding);
}

} // namespace

void Machine::on(const TicketShown& event)
{
    const TicketCheck& check = event.check;
    if (m_state.stage == Stage::Poll || m_state.stage == Stage::Closed) {
        return;
    }
    const bool isVisits = m_state.visitTicket && check.mark == m_state.visitTicket;
    const bool isStillHeld = m_state.lastRead && isSameRead(m_state.lastRead->check, check) &&
                             !hasCome(after(m_state.lastRead->at, stillHeldMs));
    m_state.lastRead = {check, m_now};
    const bool waits = m_state.ticket && m_state.ticket->mark == check.mark && m_state.ticket->use == TicketUse::Fresh;
    const bool wasLeft = check.finding == TicketFinding::Fresh && !waits && isSomebodyNear(); // by who was there before
    if (isStillHeld && !wasLeft) {
        if (waits || (isVisits && m_state.visit)) {
            holdTicket({*check.mark, waits ? TicketUse::Fresh : TicketUse::Same});
        }
        return;
    }
    if (check.mark && (check.finding == TicketFinding::Fresh || isVisits)) {
        touched();
        closeOverlay();
        holdTicket({*check.mark, isVisits ? TicketUse::Same : TicketUse::Fresh});
        if (!isVisits || m_state.stage != Stage::Banner) { // there it would hide what the same person is told
            showNote(TicketNote::Taken);
        }
        return;
    }
    if (m_state.ticket && m_state.ticket->use == TicketUse::Fresh) {
        return; // nothing that is read after it costs anybody the one that waits
    }
    if (check.mark) {
        m_state.visitTicket.reset(); // whose the next tap is can't be told
        if (m_context.ticketsRequired) {
            m_state.ticket = {*check.mark, TicketUse::Used};
            m_state.ticketUntil.reset();
        }
    }
    showNote(noteOf(check.finding));
}

void Machine::on(const TicketsForgotten& /*event*/)
{
    forgetTickets();
    m_state.lastRead.reset();
}

void Machine::holdTicket(HeldTicket ticket)
{
    m_state.ticket = ticket;
    m_state.ticketUntil = in(patient(m_times.ticketMs));
}

void Machine::showNote(TicketNote note)
{
    if (m_state.stage == Stage::Banner && !m_state.note && note != TicketNote::Taken) {
        m_state.bannerUntil = in(2 * m_times.bannerMs); // what stands there comes back
    }
    m_state.note = note;
    m_state.noteUntil = in(m_times.bannerMs);
}

void Machine::hideNote()
{
    m_state.note.reset();
    m_state.noteUntil.reset();
    if (m_state.ticket && m_state.ticket->use == TicketUse::Used) {
        m_state.ticket.reset();
    }
}

void Machine::letGoOfTicket()
{
    m_state.ticket.reset();
    m_state.ticketUntil.reset();
    if (m_state.note == TicketNote::Taken) {
        hideNote();
    }
}

void Machine::forgetTickets()
{
    letGoOfTicket();
    hideNote();
    m_state.visitTicket.reset();
}

void Machine::expireTickets()
{
    if (hasCome(m_state.noteUntil)) {
        hideNote();
    }
    if (hasCome(m_state.ticketUntil)) {
        if (isSomebodyNear()) {
            m_state.ticketUntil = in(patient(m_times.ticketMs)); // so that it ends where the sensor is lost
        } else {
            letGoOfTicket();
        }
    }
}

/// Without the ticket itself only while its visit is on the screen, and a sensor vouches for its person, or the screen has just
/// asked them to answer again, or a correction without would be lost for good: else it may be somebody else.
TicketUse Machine::ticketUse() const
{
    if (m_state.ticket) {
        return m_state.ticket->use;
    }
    const bool isAskedAgain =
        m_state.pollAwaitsFace ||
        (m_state.stage == Stage::Banner && (m_context.ticketsRequired || m_state.banner == Banner::Withdrawn));
    const bool isTheirs =
        m_state.visitTicket && m_state.visit && !m_state.presenceBroken && (m_context.hasPresence || isAskedAgain);
    return isTheirs ? TicketUse::Same : TicketUse::None;
}

void Machine::useTicket()
{
    m_state.storingTicket = std::exchange(m_state.ticket, std::nullopt);
    m_state.ticketUntil.reset();
    hideNote();
}

bool Machine::tapLacksTicket(LiveVerdict verdict) const
{
    return verdict == LiveVerdict::WithoutTicket || (verdict == LiveVerdict::Repeated && m_state.lacksTicket) ||
           (m_state.storingTicket && m_state.storingTicket->use == TicketUse::Used);
}

void Machine::ticketStored(bool isNew)
{
    if (const auto stored = std::exchange(m_state.storingTicket, std::nullopt)) {
        m_state.visitTicket.reset();
        if (stored->use != TicketUse::Used) {
            m_state.visitTicket = stored->mark;
        }
    } else if (isNew) {
        m_state.visitTicket.reset();
    }
}

void Machine::ticketNotStored()
{
    const auto unused = std::exchange(m_state.storingTicket, std::nullopt);
    if (unused && unused->use != TicketUse::Used && !m_state.ticket) {
        holdTicket(*unused);
    }
}

void Machine::ticketOfNextPerson()
{
    m_state.visitTicket.reset();
    if (!m_state.ticket || m_state.ticket->use != TicketUse::Fresh) {
        letGoOfTicket();
        hideNote();
    }
}

void Machine::keepTickets(State& clean) const
{
    clean.somebodyNear = m_state.somebodyNear;
    clean.ticket = m_state.ticket;
    clean.ticketUntil = m_state.ticketUntil;
    clean.note = m_state.note;
    clean.noteUntil = m_state.noteUntil;
    clean.lastRead = m_state.lastRead;
    if (isSomebodyNear() && !m_state.presenceBroken) { // whoever gave it may show it again
        clean.visitTicket = m_state.visitTicket;
    }
}

} // namespace smiley::core
