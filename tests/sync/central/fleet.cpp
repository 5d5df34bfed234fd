// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/central/fleet.h"

#include "sync/wire/questionnaire_json.h"

#include <array>
#include <span>

namespace smiley::test {

core::Hash smileyQuestionnaire() { return wire::sha256(wire::canonicalJson(wire::shippedQuestionnaire("smiley"))); }

wire::Envelope dayEnvelope(const FakeStand& stand, int visits, core::Random& random)
{
    const core::Hash questionnaire = smileyQuestionnaire();
    wire::Envelope envelope{{.stand = stand.id,
                             .epoch = stand.epoch,
                             .number = core::EnvelopeNumber{stand.number},
                             .previous = stand.previous,
                             .firstDay = stand.day,
                             .lastDay = stand.day,
                             .counts = {},
                             .auditHead = {},
                             .example = stand.example,
                             .program = "smiley-stand test"},
                            {},
                            {},
                            {},
                            {},
                            {}};
    core::FaceCounts faces{};
    constexpr std::array languages{"da", "en", "ar"};
    for (int i = 0; i < visits; ++i) {
        const auto face = static_cast<core::Face>(i % 5 + 1);
        ++faces.at(static_cast<std::size_t>(i % 5));
        envelope.visits.push_back({wire::uuid4(random),
                                   {wire::Block::Span::Day, stand.day, stand.day, 0},
                                   face,
                                   {{"F1", {"wait", "rules"}}, {"B5a", {"4"}}, {"C1", {}}},
                                   languages.at(static_cast<std::size_t>(i % 3)),
                                   questionnaire,
                                   core::Outcome::Count,
                                   core::Reason::Ok});
    }
    envelope.tallies.push_back({"headline", faces, {{"OK", 7}}, {}, {{"1-4", 1}}, {{"2", 1}}});
    envelope.tallies.push_back({"raw", faces, {}, {{"touch", 7}}, {}, {}});
    envelope.statuses.push_back(
        {{stand.day}, {{"staff", 3}}, 40, "anchored", 1, wire::NewestVersions{3, stand.number, questionnaire}, 25});
    if (stand.number == 1) {
        envelope.questionnaires.push_back({questionnaire, wire::canonicalJson(wire::shippedQuestionnaire("smiley"))});
    }
    return envelope;
}

wire::SealedBytes seal(FakeStand& stand, wire::Envelope envelope, core::Random& random)
{
    auto sealed = wire::writeEnvelope(std::move(envelope), stand.envelopeKey, random);
    ++stand.number;
    stand.previous = sealed.hash;
    stand.day = stand.day.next();
    return sealed;
}

Fleet::Fleet(Kind kind) : clock(core::startOf(dayAt("2026-11-02"))), key(wire::SecretKey::generate())
{
    const auto made = central::makeCentre(folder(), {"Test", {"localhost", "127.0.0.1"}, kind == Kind::Example},
                                          core::WallMs{1'790'000'000'000}, random);
    must(made);
    key = must(folder().readCentreKey());
    reopen();
}

central::DataFolder Fleet::folder() const { return central::DataFolder(path("centre")); }

std::filesystem::path Fleet::path(const char* name) const { return m_dir.filePath(name).toStdString(); }

void Fleet::reopen()
{
    m_ledger.reset();
    m_ledger = must(folder().openLedger());
}

central::GivenCode Fleet::addStand(const char* name, const char* municipality, const char* site)
{
    return must(central::addStand(*m_ledger,
                                  {*core::MunicipalityId::parse(municipality), "", *core::SiteId::parse(site), "", "",
                                   *core::StandId::parse(name)},
                                  central::codeLifetimeMs, clock.now().wall, random));
}

FakeStand Fleet::device(const char* name)
{
    return {*core::StandId::parse(name),
            wire::SecretKey::generate(),
            wire::SecretKey::generate(),
            wire::newEpoch(random),
            1,
            std::nullopt,
            dayAt("2026-11-02"),
            m_ledger && m_ledger->identity().example};
}

std::string Fleet::enrolmentRequest(const FakeStand& device, const std::string& code)
{
    const std::string identity =
        wire::writeStandIdentity({device.envelopeKey.publicKey(), device.epoch, device.example}, device.envelopeKey);
    return wire::writeEnrolmentRequest({code, identity, device.transportKey.publicKey()}, device.transportKey);
}

FakeStand Fleet::enrolled(const char* name, const char* municipality)
{
    const auto given = addStand(name, municipality);
    FakeStand stand = device(name);
    const auto answer = must(central::enrol(*m_ledger, enrolmentRequest(stand, given.code), key, clock.now().wall));
    must(wire::readEnrolment(answer));
    return stand;
}

wire::SealedBytes Fleet::nextDay(FakeStand& stand, int visits)
{
    return seal(stand, dayEnvelope(stand, visits, random), random);
}

central::CheckedEnvelope Fleet::check(const FakeStand& stand, const std::string& bytes)
{
    const auto row = must(m_ledger->stand(stand.id));
    return must(central::checkEnvelope(*row, bytes, m_ledger->identity().example));
}

central::TakenEnvelope Fleet::ingest(const FakeStand& stand, const std::string& bytes)
{
    central::Ingest ingest(*m_ledger, clock);
    const auto checked = check(stand, bytes);
    const std::span<const central::CheckedEnvelope> one(&checked, 1);
    const auto taken = must(ingest.store(one));
    must(ingest.read(one, taken));
    return taken.front();
}

} // namespace smiley::test
