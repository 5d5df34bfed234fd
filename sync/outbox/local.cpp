// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/local.h"

#include "app/core/questionnaire_merge.h"
#include "sync/outbox/audit.h"
#include "sync/outbox/in_force.h"
#include "sync/outbox/running_day.h"
#include "sync/outbox/settings_keys.h"
#include "sync/wire/questionnaire_json.h"
#include "sync/wire/settings_json.h"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

namespace smiley::outbox {

namespace {

/// Other programs that publish at the same moment: each try loses to at most one of them.
constexpr int triesMax = 16;

using Settings = std::vector<std::pair<std::string, std::string>>;

core::Failure<PublishFault> fail(PublishFault fault, std::string message)
{
    return core::fail(fault, std::move(message));
}

core::Failure<PublishFault> fail(const core::Failure<store::StoreFault>& fault)
{
    return fail(PublishFault::Database, "Det kunne ikke gemmes, og intet er ændret: " + fault.message);
}

std::string listOf(const std::set<std::string>& names)
{
    std::string list;
    for (const std::string& name : names) {
        list += (list.empty() ? "" : ", ") + name;
    }
    return list;
}

/// What the store says at one moment, and the number of the audit row that it was read after: it still holds where the next
/// row has the next number.
struct Picture {
    std::optional<store::AuditRow> lastRow;
    LocalState local;
    std::optional<Soon> soon; ///< always, once read
    std::set<std::string> locked;
    bool hasAnswer = false;
};

store::Result<Picture> pictureOf(const store::Store& store, const InForce& inForce)
{
    Picture picture;
    auto last = store.lastAuditRow(); // first: see above
    if (!last) {
        return last.error();
    }
    picture.lastRow = std::move(*last);
    auto local = localState(store);
    if (!local) {
        return local.error();
    }
    picture.local = std::move(*local);
    // What waits at the centre's side locks too: it will be in force before long.
    const auto centre = configurationIn(store, setting::configuration);
    if (!centre) {
        return centre.error();
    }
    picture.locked = inForce.lockedSettings;
    if (*centre) {
        picture.locked.merge(wire::keysIn((*centre)->settings));
    }
    const auto answered = dayHasAnswer(store);
    if (!answered) {
        return answered.error();
    }
    picture.hasAnswer = *answered;
    auto soon = countsSoon(store, picture.local, inForce, picture.hasAnswer);
    if (!soon) {
        return soon.error();
    }
    picture.soon = std::move(*soon);
    return picture;
}

/// The questions that staff may not touch, as far as `local` does.
std::set<std::string> touched(const core::Questionnaire& base, const core::Questionnaire& local)
{
    const auto titleOf = [&](const core::Questionnaire& in, const core::Question& question) {
        const auto text = core::textIn(in, question.text, in.languages.front().tag);
        return "“" + text.value_or(question.id.text()) + "”";
    };
    std::set<std::string> titles;
    std::vector<core::QuestionId> order;
    for (const core::Question& question : base.questions) {
        if (question.ownership == core::Ownership::Local) {
            continue;
        }
        const core::Question* mine = local.find(question.id);
        if (mine == nullptr || *mine != question) {
            titles.insert(titleOf(base, question));
        }
        order.push_back(question.id);
    }
    auto expected = order.begin();
    for (const core::Question& question : local.questions) {
        if (question.ownership == core::Ownership::Local) {
            continue;
        }
        if (expected == order.end() || *expected != question.id) {
            titles.insert(titleOf(local, question));
        } else {
            ++expected;
        }
    }
    return titles;
}

/// One attempt: everything is read anew.
class Publication {
public:
    Publication(store::Store& store, const InForce& inForce, const core::Now& now)
        : m_store(store),
          m_inForce(inForce),
          m_now(now)
    {}

    core::Result<core::Done, PublishFault> read()
    {
        auto picture = pictureOf(m_store, m_inForce);
        if (!picture) {
            return fail(picture.error());
        }
        m_picture = std::move(*picture);
        return core::Done{};
    }

    /// Whether nobody published since.
    [[nodiscard]] bool isNewest(std::uint64_t version) const
    {
        const auto& newest = m_picture.local.newest();
        return version == (newest ? newest->version : 0);
    }

    core::Result<core::Done, PublishFault> judgeSettings(const LocalDocument& document, Start start)
    {
        const auto& newest = m_picture.local.newest();
        const std::string before = newest ? newest->document.settings : std::string();
        m_keys = wire::changedKeys(start == Start::AtOnce ? m_picture.soon->settings : before, document.settings);
        std::set<std::string> refused;
        for (const std::string& key : m_keys) {
            if (m_picture.locked.contains(key) || wire::settingKey(key)->centreOnly) {
                refused.emplace(wire::settingKey(key)->danish);
            }
        }
        if (!refused.empty()) {
            return fail(PublishFault::Locked, "Det bestemmer centralenheden: " + listOf(refused) + ".");
        }
        if (const auto read = wire::applyStaffSettings({}, document.settings, wire::Reading::Typed); !read) {
            return fail(PublishFault::Malformed, "Indstillingen kan ikke bruges: " + read.error().message);
        }
        return core::Done{};
    }

    /// Fills in `questionnaire` and `base` where the document has one.
    core::Result<core::Done, PublishFault> judgeQuestions(const LocalDocument& document)
    {
        if (document.questionnaire.empty()) {
            return core::Done{};
        }
        const auto& newest = m_picture.local.newest();
        const bool isUntouched = newest && newest->document.questionnaire == document.questionnaire &&
                                 newest->document.base == document.base;
        auto read = wire::parseQuestionnaire(document.questionnaire);
        if (const auto* faults = std::get_if<std::vector<wire::DocumentFault>>(&read)) {
            if (isUntouched) {
                return core::Done{}; // a program with other rules took it; it goes on as it is
            }
            return fail(PublishFault::Malformed, "Spørgeskemaet kan ikke bruges:\n" + wire::describe(*faults));
        }
        m_questionnaire = wire::withHash(std::move(std::get<core::Questionnaire>(read)));
        m_base = m_inForce.centreQuestionnaire;
        if (document.base != m_base->hash) {
            auto base = baseOf(m_store, LocalVersion{.document = document});
            if (!base) {
                return fail(base.error());
            }
            if (!*base && isUntouched) {
                *base = m_inForce.centreQuestionnaire; // as `composed` does
            }
            if (!*base) {
                return fail(PublishFault::Malformed,
                            "Spørgeskemaet er lavet ud fra et, som denne stand ikke kender. Begynd forfra.");
            }
            m_base = std::move(*base);
        }
        if (const auto titles = touched(*m_base, *m_questionnaire); !titles.empty() && !isUntouched) {
            return fail(PublishFault::Locked, "Centralenhedens faste spørgsmål kan ikke ændres, flyttes, skjules eller "
                                              "fjernes: " +
                                                  listOf(titles) + ".");
        }
        return core::Done{};
    }

    /// Whether it may start at once: it never puts aside what waits for its day.
    core::Result<core::Done, PublishFault> judgeStart(const LocalDocument& document) const
    {
        if (hidesOnly(document)) {
            return core::Done{};
        }
        if (const auto& waiting = m_picture.local.waiting; waiting && waiting->from) {
            return fail(PublishFault::NotNow, "Der venter en ændring til " + danishDay(*waiting->from) +
                                                  ". Vent til den gælder, eller fortryd den først.");
        }
        if (m_picture.hasAnswer) {
            return fail(PublishFault::NotNow, "Der er svaret i dag, så det kan først gælde fra næste åbningsdag.");
        }
        return core::Done{};
    }

    core::Result<LocalVersion, PublishFault> write(const LocalDocument& document, const std::string& who, Start start,
                                                   const std::string& auditWhat)
    {
        const std::optional<core::Day> from = start == Start::AtOnce ? std::nullopt : std::optional(nextDay());
        const bool isQuestions = auditWhat != "settings-changed";
        const core::Hash& hash = m_questionnaire ? m_questionnaire->hash : m_inForce.centreQuestionnaire.hash;
        AuditEntry entry{who, auditWhat,
                         (isQuestions ? hash.text() : listOf(m_keys)) + " " + (from ? from->text() : "now")};
        LocalVersion version{m_picture.local.highest + 1, document, from, {}, {}};
        version.document.settings = wire::canonicalJson(document.settings);
        if (m_questionnaire) {
            version.document.questionnaire = wire::writeQuestionnaire(*m_questionnaire);
        }
        std::optional<LocalVersion> again;
        if (start == Start::AtOnce) {
            again = waitingAgain(version);
        }
        if (again) {
            entry.detail += " " + wire::sha256(again->document.questionnaire).text() + " " + again->from->text();
        }
        const store::AuditRow row = nextRow(m_picture.lastRow, entry, m_now);
        version.by = row.who;
        version.hour = row.hour;

        Settings settings;
        if (const auto kept = keep(version, start, settings); !kept) {
            return fail(kept.error());
        }
        if (again) {
            if (const auto kept = keep(*again, Start::NextOpeningDay, settings); !kept) {
                return fail(kept.error());
            }
        }
        if (const auto written = m_store.change(settings, row); !written) {
            m_isOvertaken = written.error().code == store::StoreFault::Conflict;
            return fail(written.error());
        }
        return version;
    }

    [[nodiscard]] bool isOvertaken() const { return m_isOvertaken; }

private:
    [[nodiscard]] bool hidesOnly(const LocalDocument& document) const
    {
        if (!m_questionnaire || !wire::changedKeys(m_picture.soon->settings, document.settings).empty()) {
            return false;
        }
        const auto merged = wire::merged(m_inForce.centreQuestionnaire, *m_questionnaire, *m_base);
        return core::hidesOnly(m_picture.soon->questionnaire, merged.questionnaire);
    }

    [[nodiscard]] core::Day nextDay() const
    {
        return core::nextOpeningDay(m_inForce.settings, core::localTime(m_now.wall).day);
    }

    /// The questionnaire's text goes first: one that nothing names harms nobody.
    store::Result<core::Done> keep(const LocalVersion& version, Start start, Settings& settings)
    {
        std::optional<core::Hash> hash;
        if (!version.document.questionnaire.empty()) {
            hash = wire::sha256(version.document.questionnaire);
            const core::Questionnaire& centre = m_inForce.centreQuestionnaire;
            // What it was made from must outlive the centre's next version.
            if (auto kept = m_store.addQuestionnaire(centre.hash, m_inForce.centreJson); !kept) {
                return kept;
            }
            if (auto kept = m_store.addQuestionnaire(*hash, version.document.questionnaire); !kept) {
                return kept;
            }
            settings.emplace_back(std::string(setting::localBase) + hash->text(),
                                  (version.document.base ? *version.document.base : centre.hash).text());
        }
        settings.emplace_back(start == Start::AtOnce ? setting::localAtOnce : setting::localWaiting,
                              writeVersion(version, hash));
        return core::Done{};
    }

    /// What waits is issued again with the same questions hidden, so that the next opening day doesn't show them again.
    /// Also what was to count at once and came after an answer. Nothing where nothing waits that `version` doesn't begin with.
    [[nodiscard]] std::optional<LocalVersion> waitingAgain(const LocalVersion& version) const
    {
        const auto& waiting = m_picture.local.waiting;
        if (!waiting || (!waiting->from && !m_picture.hasAnswer) || !hidesOnly(version.document)) {
            return std::nullopt;
        }
        LocalVersion again = *waiting;
        again.version = version.version + 1;
        again.from = waiting->from ? *waiting->from : nextDay();
        core::Questionnaire questions = m_inForce.centreQuestionnaire;
        if (again.document.questionnaire.empty()) {
            again.document.base = questions.hash;
        } else {
            auto read = wire::parseQuestionnaire(again.document.questionnaire);
            if (!std::holds_alternative<core::Questionnaire>(read)) {
                return withQuestionsOf(version, std::move(again));
            }
            questions = std::move(std::get<core::Questionnaire>(read));
        }
        for (core::Question& question : questions.questions) {
            const core::Question* now = m_questionnaire->find(question.id);
            const core::Question* before = m_picture.soon->questionnaire.find(question.id);
            question.hidden =
                question.hidden || (now != nullptr && now->hidden && before != nullptr && !before->hidden);
        }
        if (!wire::isSound(questions)) {
            return withQuestionsOf(version, std::move(again));
        }
        again.document.questionnaire = wire::writeQuestionnaire(questions);
        return again;
    }

    static LocalVersion withQuestionsOf(const LocalVersion& version, LocalVersion again)
    {
        again.document.questionnaire = version.document.questionnaire;
        again.document.base = version.document.base;
        return again;
    }

    store::Store& m_store;
    const InForce& m_inForce;
    const core::Now& m_now;
    Picture m_picture;
    std::set<std::string> m_keys;
    std::optional<core::Questionnaire> m_questionnaire;
    std::optional<core::Questionnaire> m_base;
    bool m_isOvertaken = false;
};

} // namespace

core::Result<LocalVersion, PublishFault> publish(store::Store& store, const LocalDocument& document,
                                                 const std::string& who, Start start, const InForce& inForce,
                                                 const core::Now& now, const std::string& auditWhat,
                                                 std::optional<std::uint64_t> madeFrom)
{
    for (int tries = 1;; ++tries) {
        Publication publication(store, inForce, now);
        if (const auto read = publication.read(); !read) {
            return read.error();
        }
        if (madeFrom && !publication.isNewest(*madeFrom)) {
            return fail(PublishFault::Overtaken, "Andre har ændret noget imens. Se det igennem, og prøv igen.");
        }
        if (const auto good = publication.judgeSettings(document, start); !good) {
            return good.error();
        }
        if (const auto good = publication.judgeQuestions(document); !good) {
            return good.error();
        }
        if (start == Start::AtOnce) {
            if (const auto good = publication.judgeStart(document); !good) {
                return good.error();
            }
        }
        auto written = publication.write(document, who, start, auditWhat);
        if (written || !publication.isOvertaken() || tries == triesMax) {
            return written;
        }
    }
}

store::Result<bool> dayHasAnswer(const store::Store& store, std::optional<core::Day> day)
{
    const auto last = store.lastClosedDay();
    if (!last) {
        return last.error();
    }
    const auto rows = rowsAfter(store, *last ? (*last)->lastRow : core::Sequence{});
    if (!rows) {
        return rows.error();
    }
    return std::ranges::any_of(*rows, [&](const core::Row& row) {
        const core::Now& at = row.event.at;
        const bool isOther = day && at.quality != core::ClockQuality::None && core::localTime(at.wall).day != *day;
        return std::holds_alternative<core::Tap>(row.event.content) && !isOther;
    });
}

} // namespace smiley::outbox
