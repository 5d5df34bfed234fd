// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/outbox/files.h"
#include "sync/outbox/keeper.h"
#include "sync/wire/questionnaire_json.h"

#include "tests/support/fakes.h"
#include "tests/sync/outbox/rows.h"

#include <QtGlobal>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// A stand with a real store and real folders, a centre's key, and time that a test moves.

namespace smiley::test {

inline constexpr const char* firstDay = "2026-11-02";
inline constexpr std::int64_t hourMs = 3'600'000;
inline constexpr std::int64_t dayMs = 24 * hourMs;

inline std::string readBytes(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

inline void writeBytes(const std::filesystem::path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary) << bytes;
}

inline std::string questionnaireNamed(const char* name) { return std::string(wire::shippedQuestionnaire(name)); }

inline core::Hash hashOfQuestionnaire(const char* name)
{
    return std::get<core::Questionnaire>(wire::parseQuestionnaire(questionnaireNamed(name))).hash;
}

/// A stand in folders of its own, its centre, and time.
class World {
public:
    explicit World(const std::filesystem::path& folder) : m_folder(folder)
    {
        std::filesystem::create_directories(folder);
        m_store = std::move(*store::Store::open(database(), m_random));
        (void)m_store->begin(now(), "test");
        setup.database = database();
        setup.outbox = folder / "outbox";
        setup.inbox = folder / "inbox";
        setup.questionnaire = questionnaireNamed("smiley");
        setup.program = "smiley-stand test";
        setup.machineBoot = "boot-1";
        setup.visitInProgress = [this] { return visitInProgress; };
        setup.anchor = [this](core::MonotonicMs monotonic, core::WallMs time) {
            anchors.emplace_back(monotonic, time);
        };
    }

    /// The program starts again.
    void start()
    {
        m_keeper.reset();
        auto opened = outbox::Keeper::open(setup, m_random);
        if (!opened) {
            qFatal("%s", opened.error().message.c_str());
        }
        m_keeper = std::move(*opened);
    }
    outbox::Changes tick() { return keeper().tick(now()); }
    outbox::Keeper& keeper()
    {
        if (!m_keeper) {
            start();
        }
        return *m_keeper;
    }

    [[nodiscard]] core::Now now() const
    {
        return {core::MonotonicMs{1'000'000 + m_wall - core::count(at(firstDay, 0))}, core::WallMs{m_wall}, quality};
    }
    void goTo(int day, int hour, int minute = 0)
    {
        m_wall = core::count(at(firstDay, 0)) + day * dayMs + hour * hourMs + minute * std::int64_t{60'000};
    }
    /// Visits two minutes apart from this moment on; time goes along.
    void visits(int count, int face = 4)
    {
        for (int visit = 0; visit < count; ++visit) {
            core::Tap tap = tapOn(face);
            tap.questionnaire = keeper().inForce().questionnaire.hash;
            if (!m_store->append({now(), tap, {}})) {
                qFatal("append");
            }
            m_wall += 120'000;
        }
    }
    core::Sequence append(core::EventContent content) { return *m_store->append({now(), std::move(content), {}}); }
    /// Time passes.
    void pass(std::int64_t ms) { m_wall += ms; }
    /// `count` visits at ten on that day, and the tick after its midnight.
    outbox::Changes closeDayWith(int day, int count)
    {
        goTo(day, 10);
        visits(count);
        goTo(day + 1, 0, 1);
        return tick();
    }

    // ---- the centre
    void enrol(const wire::SecretKey& by)
    {
        tick();
        const auto identity = wire::readStandIdentity(readBytes(setup.outbox / "stand.json"));
        putInbox("enrolment.json", wire::writeEnrolment({stand, *core::MunicipalityId::parse("fjordby"), by.publicKey(),
                                                         identity->envelopeKey, setup.example},
                                                        by));
        if (!tick().enrolled) {
            qFatal("not enrolled");
        }
    }
    void enrol() { enrol(centre); }
    void putInbox(const std::string& name, const std::string& bytes) { writeBytes(setup.inbox / name, bytes); }
    [[nodiscard]] std::string receiptFor(const store::SealedEnvelope& envelope,
                                         wire::Receipt::Outcome outcome = wire::Receipt::Outcome::Stored) const
    {
        return wire::writeReceipt(
            {stand, envelope.epoch, envelope.number, envelope.hash, outcome, envelope.number, envelope.hash}, centre);
    }
    static std::string receiptName(const store::SealedEnvelope& envelope)
    {
        std::string number = std::to_string(core::number(envelope.number));
        return "receipt-" + envelope.epoch.text() + "-" + std::string(8 - number.size(), '0') + number + ".json";
    }
    void receive(const store::SealedEnvelope& envelope, wire::Receipt::Outcome outcome = wire::Receipt::Outcome::Stored)
    {
        putInbox(receiptName(envelope), receiptFor(envelope, outcome));
    }
    [[nodiscard]] std::string configuration(std::uint64_t version, const char* questionnaire = "exit-poll",
                                            const std::string& settings = R"({"place":"Jobcenter Syd"})") const
    {
        return wire::writeConfiguration({stand, version, questionnaireNamed(questionnaire), settings}, centre);
    }
    [[nodiscard]] std::string configurationWith(std::uint64_t version, const std::string& policy,
                                                const std::string& shadow, bool countedOnSite = true) const
    {
        return wire::writeConfiguration(
            {stand, version, questionnaireNamed("smiley"), "", policy, shadow, countedOnSite}, centre);
    }

    // ---- what there is
    [[nodiscard]] std::vector<store::SealedEnvelope> envelopes() const { return *m_store->envelopes(); }
    [[nodiscard]] store::Store& store() const { return *m_store; }
    [[nodiscard]] wire::Envelope content(const store::SealedEnvelope& envelope)
    {
        const auto key = wire::readStandIdentity(readBytes(setup.outbox / "stand.json"))->envelopeKey;
        const auto read = wire::readEnvelope(envelope.bytes, key);
        if (!read) {
            qFatal("%s", read.error().message.c_str());
        }
        return read->envelope;
    }
    [[nodiscard]] std::filesystem::path fileOf(const store::SealedEnvelope& envelope) const
    {
        return setup.outbox / wire::envelopeFileName(envelope.epoch, envelope.number);
    }
    [[nodiscard]] std::vector<std::string> envelopeFiles() const
    {
        return outbox::namesIn(setup.outbox, "envelope-", ".jsonl.zst");
    }
    [[nodiscard]] wire::Heartbeat status() const
    {
        return *wire::readHeartbeat(readBytes(setup.outbox / "status.json"));
    }
    [[nodiscard]] std::filesystem::path database() const { return m_folder / "data" / "stand.sqlite"; }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
    [[nodiscard]] bool isInInbox(const std::string& name) const { return std::filesystem::exists(setup.inbox / name); }
    [[nodiscard]] bool isRefused(const std::string& name) const
    {
        return std::filesystem::exists(setup.inbox / "refused" / name);
    }

    outbox::KeeperSetup setup;
    wire::SecretKey centre = wire::SecretKey::generate();
    core::StandId stand = *core::StandId::parse("fjordby-1");
    core::ClockQuality quality = core::ClockQuality::Anchored;
    bool visitInProgress = false;
    std::vector<std::pair<core::MonotonicMs, core::WallMs>> anchors;

private:
    std::filesystem::path m_folder;
    SeededRandom m_random;
    std::int64_t m_wall = core::count(at(firstDay, 8));
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<outbox::Keeper> m_keeper;
};

inline std::string joined(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines) {
        text += line + "\n";
    }
    return text;
}

} // namespace smiley::test
