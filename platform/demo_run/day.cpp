// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo_run/day.h"

#include "drivers/replay/trace.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <random>
#include <sstream>
#include <utility>
#include <vector>

namespace smiley::demo {

namespace {

using Kind = core::InputEvent::Kind;

/// So long after somebody left it goes on as in life: the stand has to see that the zone is empty.
constexpr std::int64_t afterPersonMs = 2200;
/// Who presses a key looks what came of it; a key that changes nothing isn't waited for any longer.
constexpr int lookMs = 1500;

constexpr int peopleMax = 26;
constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;

/// Puts a day together; times are in ms from eight o'clock.
class Writer {
public:
    explicit Writer(std::uint32_t seed) : m_engine(seed) {}

    std::string day()
    {
        for (const core::Role role : core::roles) {
            at(0, "found " + std::string(core::code(role)));
        }
        m_now = 12 * minute;
        for (int person = 0; person < peopleMax; ++person) {
            betweenPeople(person);
            comes(person);
        }
        at(m_now + 10 * minute, "passage 3");
        std::ranges::stable_sort(m_lines, {}, &Timed::ms);
        std::ostringstream out;
        std::int64_t now = 0;
        for (const Timed& line : m_lines) {
            if (line.ms > now) {
                out << "wait " << line.ms - now << '\n';
                now = line.ms;
            }
            out << line.text << '\n';
        }
        return out.str();
    }

private:
    struct Timed {
        std::int64_t ms = 0;
        std::string text;
    };

    /// Not by the library's distributions, which differ between machines.
    std::int64_t between(std::int64_t least, std::int64_t most)
    {
        return least + static_cast<std::int64_t>(m_engine() % static_cast<std::uint32_t>(most - least + 1));
    }
    int anyFace() { return static_cast<int>(between(1, 5)); }
    void at(std::int64_t ms, std::string text) { m_lines.push_back({ms, std::move(text)}); }
    void key(int number, std::int64_t afterMs)
    {
        m_now += afterMs;
        at(m_now, "key " + std::to_string(number));
    }
    void showsCard(const std::string& card)
    {
        m_now += between(1200, 2000);
        at(m_now, "ticket " + card);
    }
    void told(int taps, int face, int answers, int cards)
    {
        at(m_began, "# person: taps " + std::to_string(taps) + " face " + std::to_string(face) + " answers " +
                        std::to_string(answers) + " cards " + std::to_string(cards));
        at(m_began, "presence begins");
    }

    /// People go in and out who don't care for the stand.
    void betweenPeople(int person)
    {
        constexpr int followsAtOnce = 9;
        const std::int64_t gap = person == followsAtOnce ? 25 * second : between(6 * minute, 27 * minute);
        for (std::int64_t passer = 0; passer < gap / (4 * minute); ++passer) {
            at(m_now + between(40 * second, gap - 30 * second), "passage " + std::to_string(between(1, 2)));
        }
        m_now += gap;
    }

    void comes(int person)
    {
        m_began = m_now;
        constexpr int turns = 8;
        switch (person % turns) {
        case 0: correction(); break;
        case 1: withCard("card-" + std::to_string(person / turns + 1), 1); break;
        case 2: onlyLooks(); break;
        case 3: poll(); break;
        case 4: insists(); break;
        case 5: person == 5 ? withCard("card-1", 0) : oneKey(); break; // somebody else used it
        case 6: person == 6 ? withoutUse() : oneKey(); break;
        default: oneKey(); break;
        }
        m_now += between(1300, 2400);
        at(m_now, "presence ends");
        at(m_now + between(5 * second, 9 * second), "passage 1");
        m_now += 10 * second;
    }

    void oneKey()
    {
        const int face = anyFace();
        told(1, face, 0, 0);
        key(face, between(1400, 2600));
    }
    void correction()
    {
        const int face = anyFace();
        told(2, face % 5 + 1, 0, 0);
        key(face, between(1400, 2600));
        key(face % 5 + 1, between(1800, 2400));
    }
    void insists()
    {
        const int face = anyFace();
        told(3, face, 0, 0);
        for (int press = 0; press < 3; ++press) {
            key(face, between(1200, 1900));
        }
    }
    /// A card of the day, as it is handed out; `cards` is 0 where it was used before: the answer counts without it.
    void withCard(const std::string& card, int cards)
    {
        const int face = anyFace();
        told(1, face, 0, cards);
        showsCard(card);
        key(face, between(1400, 2200));
    }
    /// Not one of ours: the answer counts without it.
    void withoutUse()
    {
        const int face = anyFace();
        told(1, face, 0, 0);
        showsCard("HTTPS://BOOKS.EXAMPLE/12345");
        key(face, between(1400, 2200));
    }
    void onlyLooks() { told(0, 0, 0, 0); }
    /// As far as the end of the first question, of eight options.
    void poll()
    {
        const int face = anyFace();
        told(1, face, 1, 0);
        key(face, between(1400, 2600));
        key(core::key::next, between(1500, 2000)); // from the faces to what else can be pressed
        key(1, between(1000, 1500));               // "Ja, gerne"
        key(static_cast<int>(between(1, 5)), between(1800, 2600));
        key(core::key::next, between(1000, 1500));
        key(core::key::next, between(1000, 1500));
        key(1, between(1000, 1500)); // "Næste"
        m_now += second;
    }

    std::mt19937 m_engine;
    std::vector<Timed> m_lines;
    std::int64_t m_now = 0;
    std::int64_t m_began = 0;
};

const QRegularExpression& personLine()
{
    static const QRegularExpression line("^# person: taps (\\d+) face ([0-5]) answers (\\d+) cards (\\d+)$");
    return line;
}

/// N of `ticket card-N`; 0: any other line.
int cardOf(const QString& line)
{
    static const QRegularExpression card("^ticket card-([1-9]\\d{0,2})$");
    return card.match(line).captured(1).toInt();
}

/// What a person line says, added to the truth.
void add(Truth& truth, const QRegularExpressionMatch& person)
{
    const int taps = person.captured(1).toInt();
    const int face = person.captured(2).toInt();
    ++truth.visitors;
    truth.taps += taps;
    truth.tapsByKeys += taps;
    truth.pollAnswers += person.captured(3).toInt();
    truth.cards += person.captured(4).toInt();
    if (face > 0) {
        ++truth.visits;
        ++truth.faces.at(static_cast<std::size_t>(face - 1));
    }
}

} // namespace

std::string writtenDay(std::uint32_t seed)
{
    return "# A day at a jobcenter. Made by `smiley-demo --write-day FILE --seed " + std::to_string(seed) +
           "`; don't change it by hand.\n"
           "# platform/demo_run/day.h tells what the comments mean, drivers/replay/README.md the lines.\n"
           "# begins 08:00\n" +
           Writer(seed).day();
}

DayTrace readDay(const QString& file)
{
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly)) {
        throw Stopped(QStringLiteral("can't read %1: %2").arg(file, opened.errorString()));
    }
    static const QRegularExpression begins("^# begins (\\d\\d:\\d\\d)$");
    DayTrace day{.file = file, .lines = QString::fromUtf8(opened.readAll()).split('\n')};
    for (qsizetype index = 0; index < day.lines.size(); ++index) {
        const QString& line = day.lines[index];
        const replay::Line read = replay::parseLine(line.toStdString());
        if (const auto* fault = std::get_if<replay::Unreadable>(&read)) {
            throw Stopped(QStringLiteral("%1, line %2: %3").arg(file).arg(index + 1).arg(fault->why.c_str()));
        }
        if (const auto match = begins.match(line); match.hasMatch()) {
            day.begins = QTime::fromString(match.captured(1), "HH:mm");
        }
        day.cards = std::max(day.cards, cardOf(line));
        day.isTold = day.isTold || personLine().match(line).hasMatch();
    }
    return day;
}

Truth playDay(const DayTrace& day, Stand& stand, Story& story, const std::function<void(const Truth&)>& between)
{
    const QStringList cards = day.cards > 0 ? story.cards(day.cards) : QStringList();
    Truth truth;
    int passages = 0;
    bool isThere = false;
    std::int64_t aloneMs = afterPersonMs;
    std::int64_t skippedMs = 0;
    QElapsedTimer sincePress;
    sincePress.start();
    const auto wait = [&](std::int64_t ms) {
        if (isThere) {
            pause(static_cast<int>(std::max<std::int64_t>(ms - sincePress.elapsed(), 0)));
            sincePress.restart();
            return;
        }
        const std::int64_t lived = std::min(ms, afterPersonMs - aloneMs);
        pause(static_cast<int>(lived));
        aloneMs += lived;
        skippedMs += ms - lived;
        story.skip(skippedMs / second);
        skippedMs %= second;
    };
    for (const QString& line : day.lines) {
        if (endAsked()) {
            throw Stopped(QStringLiteral("stopped"));
        }
        if (const auto person = personLine().match(line); person.hasMatch()) {
            add(truth, person);
            truth.passages = person.captured(1).toInt() > 0 ? passages : truth.passages;
        }
        const replay::Line read = replay::parseLine(line.toStdString());
        if (const auto* pausing = std::get_if<replay::Wait>(&read)) {
            wait(pausing->ms);
            continue;
        }
        const auto* event = std::get_if<core::InputEvent>(&read);
        if (event == nullptr) {
            continue;
        }
        const int card = cardOf(line);
        const int before = stand.screens();
        stand.say(card == 0 ? line.toStdString()
                            : replay::lineOf({Kind::TicketShown, 0, {}, cards.at(card - 1).toStdString()}));
        sincePress.restart();
        passages += event->kind == Kind::Passage ? event->value : 0;
        if (event->kind == Kind::PresenceBegan || event->kind == Kind::PresenceEnded) {
            isThere = event->kind == Kind::PresenceBegan;
            aloneMs = 0;
            if (!isThere) {
                between(truth);
            }
        } else if (event->kind == Kind::KeyPressed) {
            while (stand.screens() == before && sincePress.elapsed() < lookMs) {
                pause(5);
            }
        }
    }
    return truth;
}

} // namespace smiley::demo
