// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/pins.h"

#include "app/staff/pepper.h"
#include "app/staff/pin_hash.h"
#include "app/store/store.h"
#include "sync/outbox/audit.h"
#include "sync/outbox/people.h"
#include "sync/outbox/settings_keys.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <sstream>
#include <utility>

/// In the store's settings:
///
/// staff-pin-salt      see pin_hash.h
/// staff-pins          a line for each chosen PIN: "<person> <SHA-256 of the sealed first PIN that it replaced> <id of the
///                     pepper> <tag>". It counts while the centre's people have this person with this first PIN.
/// staff-pin-failures  how many since the last right PIN
///
/// Only this file writes them, and only sync/outbox/people.h writes who there is: neither overwrites the other.

namespace smiley::staff {

namespace {

constexpr std::string_view saltKey = "staff-pin-salt";
constexpr std::string_view pinsKey = "staff-pins";
constexpr std::string_view failuresKey = "staff-pin-failures";
/// Long past the longest pause.
constexpr std::uint64_t failuresMax = 1'000'000;
/// More is no PIN, and looked at all the same.
constexpr std::size_t typedMax = 64;
const char* const refused = "the PIN is too easy to guess"; ///< whichever of two reasons it was
const char* const noMemory = "there is not enough memory to stretch a PIN";

struct ChosenPin {
    std::string person;
    std::string replaced;
    std::string pepper;
    std::string tag;
};

std::optional<std::vector<ChosenPin>> readChosen(const std::string& text)
{
    std::vector<ChosenPin> chosen;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        ChosenPin pin;
        std::string tag;
        std::string more;
        words >> pin.person >> pin.replaced >> pin.pepper >> tag;
        auto bytes = wire::fromBase64Url(tag);
        if (!bytes || bytes->empty() || words >> more) {
            return std::nullopt;
        }
        pin.tag = std::move(*bytes);
        chosen.push_back(std::move(pin));
    }
    return chosen;
}

std::string writeChosen(const std::vector<ChosenPin>& chosen)
{
    std::string text;
    for (const ChosenPin& pin : chosen) {
        text += pin.person + " " + pin.replaced + " " + pin.pepper + " " + wire::toBase64Url(pin.tag) + "\n";
    }
    return text;
}

/// Nothing readable counts as a longest pause: a damaged counter gives no free guess, and doesn't lock either.
std::uint64_t readFailures(const std::optional<std::string>& text)
{
    if (!text) {
        return 0;
    }
    std::uint64_t failures = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), failures);
    return error == std::errc() && end == text->data() + text->size() ? std::min(failures, failuresMax) : failuresMax;
}

Person shown(const wire::Person& person) { return {person.id, person.name, person.role}; }

} // namespace

int pauseAfter(std::uint64_t failures)
{
    if (failures < freeTries) {
        return 0;
    }
    int seconds = pauseSecondsMin;
    for (std::uint64_t i = freeTries; i < failures && seconds < pauseSecondsMax; ++i) {
        seconds *= 2;
    }
    return std::min(seconds, pauseSecondsMax);
}

struct Pins::Impl {
    /// One who may come in, and what shows that it is them: a tag, or the first PIN itself.
    struct Entry {
        Person person;
        std::string box; ///< SHA-256 of the sealed first PIN
        std::optional<std::string> tag;
        std::optional<std::string> firstPin;
    };
    struct Known {
        std::vector<Entry> entries;
        bool isPepperLost = false;

        Known() = default;
        Known(Known&&) noexcept = default;
        Known& operator=(Known&&) = delete;
        ~Known();
    };
    struct Match {
        const Entry* entry = nullptr;
        int count = 0;
    };

    [[nodiscard]] store::Result<Known> known() const;
    [[nodiscard]] Match match(const Known& all, std::string_view typed, std::string_view stretched) const;
    [[nodiscard]] store::Result<core::Done> countFailure(const core::Now& now);
    [[nodiscard]] SignIn wrong(const Known& all, const core::Now& now) const;
    [[nodiscard]] SignIn right(const Entry& entry, const core::Now& now);
    [[nodiscard]] SignIn fault(const std::string& why, const core::Now& now) const;
    [[nodiscard]] int pausedSeconds(const core::Now& now) const;

    std::unique_ptr<store::Store> store;
    std::string pepper;
    Salt salt;
    std::uint64_t failures = 0;
    core::MonotonicMs pauseFrom{};
};

Pins::Impl::Known::~Known()
{
    for (Entry& entry : entries) {
        if (entry.firstPin) {
            wipe(*entry.firstPin);
        }
    }
}

TypedPin::~TypedPin() { wipe(m_digits); }

void forget(std::string& digits) { wipe(digits); }

Pins::Pins(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

Pins::~Pins() { wipe(m_impl->pepper); }

core::Result<std::unique_ptr<Pins>, PinsFault> Pins::open(const std::filesystem::path& database,
                                                          const std::filesystem::path& pepperFile, core::Random& random,
                                                          const core::Clock& clock,
                                                          std::optional<Stretching> firstStretching)
{
    auto opened = store::Store::open(database, random);
    if (!opened) {
        return core::fail(PinsFault::Database, opened.error().message);
    }
    auto impl = std::make_unique<Impl>();
    impl->store = std::move(*opened);
    auto pepper = readOrMakePepper(pepperFile, random);
    if (!pepper) {
        return pepper.error();
    }
    impl->pepper = std::move(*pepper);
    const auto salt = impl->store->setting(saltKey);
    const auto failures = impl->store->setting(failuresKey);
    if (!salt || !failures) {
        return core::fail(PinsFault::Database, (salt ? failures : salt).error().message);
    }
    if (*salt) {
        auto read = readSalt(**salt);
        if (!read) {
            return core::fail(PinsFault::Database, database.string() + ": the salt of the PINs can't be read.");
        }
        impl->salt = std::move(*read);
    } else {
        impl->salt = newSalt(firstStretching ? *firstStretching : hardestWithinASecond(clock), random);
        if (const auto kept = impl->store->setSetting(saltKey, writeSalt(impl->salt)); !kept) {
            return core::fail(PinsFault::Database, kept.error().message);
        }
    }
    impl->failures = readFailures(*failures);
    impl->pauseFrom = clock.now().monotonic;
    return std::unique_ptr<Pins>(new Pins(std::move(impl)));
}

// ---- who there is --------------------------------------------------------------------------------------------------

store::Result<Pins::Impl::Known> Pins::Impl::known() const
{
    const auto people = outbox::people(*store);
    if (!people) {
        return people.error();
    }
    const auto text = store->setting(pinsKey);
    const auto keyText = store->setting(outbox::setting::envelopeKey);
    if (!text || !keyText) {
        return (text ? keyText : text).error();
    }
    const auto chosen = readChosen(text->value_or(""));
    if (!chosen) {
        return core::fail(store::StoreFault::Corrupt, "the PINs in the database can't be read");
    }
    const auto key = *keyText ? wire::SecretKey::parse(**keyText) : std::nullopt;
    Known all;
    const std::string ourPepper = pepperId(pepper);
    all.entries.reserve(people->size()); // none is moved, and leaves its PIN where it was
    for (const wire::Person& person : *people) {
        Entry& entry = all.entries.emplace_back(Entry{shown(person), wire::sha256(person.firstPin).text(), {}, {}});
        const auto own = std::ranges::find_if(
            *chosen, [&](const ChosenPin& pin) { return pin.person == person.id && pin.replaced == entry.box; });
        if (own == chosen->end()) {
            if (auto opened = key ? wire::openFirstPin(*key, person.firstPin) : std::nullopt) {
                entry.firstPin = *opened;
                wipe(*opened);
            }
        } else if (own->pepper == ourPepper) {
            entry.tag = own->tag;
        } else {
            all.isPepperLost = true; // the first PIN stays void: it is known to whoever handed it over
        }
    }
    return all;
}

/// Looks at everybody, whoever it is.
Pins::Impl::Match Pins::Impl::match(const Known& all, std::string_view typed, std::string_view stretched) const
{
    Match found;
    for (const Entry& entry : all.entries) {
        const std::string tag = tagOf(stretched, entry.person.id, pepper);
        const bool isTag = isSame(entry.tag.value_or(""), tag);
        const bool isFirst = isSame(entry.firstPin.value_or(""), typed) && entry.firstPin && !typed.empty();
        if (isTag || isFirst) {
            found.entry = &entry;
            ++found.count;
        }
    }
    return found;
}

// ---- signing in ----------------------------------------------------------------------------------------------------

int Pins::Impl::pausedSeconds(const core::Now& now) const
{
    const std::int64_t pauseMs = std::int64_t{pauseAfter(failures)} * 1000;
    const std::int64_t passed = std::max<std::int64_t>(core::count(now.monotonic) - core::count(pauseFrom), 0);
    return static_cast<int>((std::max<std::int64_t>(pauseMs - passed, 0) + 999) / 1000);
}

store::Result<core::Done> Pins::Impl::countFailure(const core::Now& now)
{
    const auto before = store->setting(failuresKey);
    if (!before) {
        return before.error();
    }
    const std::uint64_t next = std::min(readFailures(*before) + 1, failuresMax);
    auto kept = store->setSetting(failuresKey, std::to_string(next));
    if (kept) {
        failures = next;
        pauseFrom = now.monotonic;
    }
    return kept;
}

SignIn Pins::Impl::fault(const std::string& why, const core::Now& now) const
{
    return {SignIn::Outcome::Fault, std::nullopt, pausedSeconds(now), false, why};
}

SignIn Pins::Impl::wrong(const Known& all, const core::Now& now) const
{
    const int pause = pauseAfter(failures);
    if (pause > 0) {
        const auto noted =
            outbox::record(*store, {std::string(outbox::nobody), "entry-paused", std::to_string(pause) + " s"}, now);
        if (!noted) {
            return fault(noted.error().message, now);
        }
    }
    return {SignIn::Outcome::Wrong, std::nullopt, pause, all.isPepperLost, {}};
}

SignIn Pins::Impl::right(const Entry& entry, const core::Now& now)
{
    const auto noted = outbox::record(*store, {entry.person.id, "signed-in", entry.firstPin ? "first PIN" : ""}, now,
                                      {{std::string(failuresKey), "0"}});
    if (!noted) {
        return fault(noted.error().message, now);
    }
    failures = 0;
    return {entry.firstPin ? SignIn::Outcome::MustChoose : SignIn::Outcome::SignedIn, entry.person, 0, false, {}};
}

SignIn Pins::check(std::string_view pin, const core::Now& now)
{
    if (const int seconds = pausedSeconds(now); seconds > 0) {
        return {SignIn::Outcome::Paused, std::nullopt, seconds, false, {}};
    }
    if (const auto counted = m_impl->countFailure(now); !counted) {
        return m_impl->fault(counted.error().message, now);
    }
    const auto all = m_impl->known();
    if (!all) {
        return m_impl->fault(all.error().message, now);
    }
    const std::string_view typed = pin.substr(0, typedMax);
    auto stretched = stretch(typed, m_impl->salt);
    if (!stretched) {
        return m_impl->fault(noMemory, now);
    }
    const Impl::Match found = m_impl->match(*all, typed, *stretched);
    wipe(*stretched);
    // Two first PINs may be the same by chance; then it finds nobody, and one of them is given another.
    return found.count == 1 ? m_impl->right(*found.entry, now) : m_impl->wrong(*all, now);
}

int Pins::pausedSeconds(const core::Now& now) const { return m_impl->pausedSeconds(now); }

// ---- choosing ------------------------------------------------------------------------------------------------------

core::Result<core::Done, Pins::ChooseFault> Pins::choose(const Person& person, std::string_view pin,
                                                         const core::Now& now)
{
    const core::PinForm form = core::formOfPin(pin);
    switch (form) {
    case core::PinForm::NotDigits: return core::fail(ChooseFault::NotDigits, "a PIN has digits only");
    case core::PinForm::TooShort: return core::fail(ChooseFault::TooShort, "the PIN is too short");
    case core::PinForm::TooLong: return core::fail(ChooseFault::TooLong, "the PIN is too long");
    case core::PinForm::Common:
    case core::PinForm::Good: break;
    }
    const auto failed = [](const std::string& why) { return core::fail(ChooseFault::Fault, why); };
    const auto all = m_impl->known();
    if (!all) {
        return failed(all.error().message);
    }
    const auto own =
        std::ranges::find(all->entries, person.id, [](const Impl::Entry& entry) { return entry.person.id; });
    if (own == all->entries.end()) {
        return failed("the person has no access any more");
    }
    // A common one is stretched and compared too, so that the time doesn't tell which of the two it was.
    auto stretched = stretch(pin, m_impl->salt);
    if (!stretched) {
        return failed(noMemory);
    }
    const bool isTaken = m_impl->match(*all, pin, *stretched).count > 0;
    const std::string tag = tagOf(*stretched, person.id, m_impl->pepper);
    wipe(*stretched);
    if (form == core::PinForm::Common) {
        return core::fail(ChooseFault::Common, refused);
    }
    if (isTaken) {
        return core::fail(ChooseFault::Taken, refused);
    }
    const auto text = m_impl->store->setting(pinsKey);
    auto chosen = text ? readChosen(text->value_or("")) : std::nullopt;
    if (!chosen) {
        return failed("the PINs in the database can't be read");
    }
    // Those of people and first PINs that are no more go with it.
    std::erase_if(*chosen, [&](const ChosenPin& each) {
        return each.person == person.id || std::ranges::none_of(all->entries, [&](const Impl::Entry& entry) {
                   return entry.person.id == each.person && entry.box == each.replaced;
               });
    });
    chosen->push_back({person.id, own->box, pepperId(m_impl->pepper), tag});
    const auto kept = outbox::record(*m_impl->store, {person.id, "pin-chosen", ""}, now,
                                     {{std::string(pinsKey), writeChosen(*chosen)}});
    return kept ? core::Result<core::Done, ChooseFault>(core::Done{}) : failed(kept.error().message);
}

// ---- for the screens -----------------------------------------------------------------------------------------------

core::Result<std::vector<Person>, PinsFault> Pins::people() const
{
    const auto people = outbox::people(*m_impl->store);
    if (!people) {
        return core::fail(PinsFault::Database, people.error().message);
    }
    std::vector<Person> shownPeople;
    std::ranges::transform(*people, std::back_inserter(shownPeople), shown);
    return shownPeople;
}

core::Result<std::optional<Person>, PinsFault> Pins::person(std::string_view id) const
{
    const auto all = people();
    if (!all) {
        return all.error();
    }
    const auto found = std::ranges::find(*all, id, &Person::id);
    return found == all->end() ? std::nullopt : std::optional(*found);
}

Stretching Pins::stretching() const { return m_impl->salt.stretching; }

} // namespace smiley::staff
