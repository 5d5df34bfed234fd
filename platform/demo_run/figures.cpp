// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo_run/figures.h"

#include "app/store/store.h"
#include "sync/central/data_folder.h"
#include "sync/central/ledger.h"
#include "sync/outbox/settings_keys.h"
#include "sync/wire/envelope.h"
#include "sync/wire/keys.h"
#include "sync/wire/messages.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace smiley::demo {

namespace {

constexpr std::size_t rowsAtOnce = 1000;

template <class Result>
auto& valueOrStop(Result& result, const QString& what)
{
    if (!result) {
        throw Stopped(what + ": " + QString::fromStdString(result.error().message));
    }
    return *result;
}

std::unique_ptr<store::Store> openJournal(const QString& data)
{
    wire::SystemRandom random;
    auto opened = store::Store::open(data.toStdString() + "/stand.sqlite", random);
    return std::move(valueOrStop(opened, "the stand's journal"));
}

Counted counted(const core::FaceCounts& faces)
{
    Counted sum;
    for (std::size_t face = 0; face < faces.size(); ++face) {
        sum.faces.at(face) = static_cast<int>(faces.at(face));
        sum.visits += sum.faces.at(face);
    }
    return sum;
}

void add(Counted& sum, const Counted& more)
{
    sum.visits += more.visits;
    for (std::size_t face = 0; face < sum.faces.size(); ++face) {
        sum.faces.at(face) += more.faces.at(face);
    }
}

QJsonArray array(const std::array<int, 5>& faces)
{
    QJsonArray made;
    for (const int face : faces) {
        made.append(face);
    }
    return made;
}

QString text(const Counted& counted)
{
    QString faces;
    for (const int face : counted.faces) {
        faces += QStringLiteral("%1").arg(face, 5);
    }
    return QStringLiteral("%1  %2").arg(counted.visits, 7).arg(faces);
}

} // namespace

bool hasConfiguration(const QString& data)
{
    auto read = openJournal(data)->setting(outbox::setting::configurationInForce);
    return valueOrStop(read, "the stand's journal").has_value();
}

void readJournal(const QString& data, Figures& figures)
{
    const auto journal = openJournal(data);
    core::Sequence after{};
    for (;;) {
        auto rows = journal->rows(after, rowsAtOnce);
        for (const core::Row& row : valueOrStop(rows, "the stand's journal")) {
            if (const auto* tap = std::get_if<core::Tap>(&row.event.content)) {
                ++figures.tapsInJournal;
                figures.cardsInJournal += tap->ticket == core::TicketUse::Fresh ? 1 : 0;
                figures.passagesInJournal = static_cast<int>(tap->doors.value_or(0));
            }
            figures.answersInJournal += std::holds_alternative<core::Answered>(row.event.content) ? 1 : 0;
            after = row.sequence;
        }
        if (rows->empty()) {
            return;
        }
    }
}

void readEnvelopes(const QString& data, const QString& outbox, Figures& figures)
{
    QFile identityFile(outbox + "/stand.json");
    if (!identityFile.open(QIODevice::ReadOnly)) {
        throw Stopped("can't read " + identityFile.fileName());
    }
    auto identity = wire::readStandIdentity(identityFile.readAll().toStdString());
    const wire::PublicKey key = valueOrStop(identity, "the stand's identity").envelopeKey;
    const auto journal = openJournal(data);
    auto envelopes = journal->envelopes();
    for (const store::SealedEnvelope& sealed : valueOrStop(envelopes, "the sealed envelopes")) {
        ++figures.sealed;
        figures.receipted += sealed.receipt ? 1 : 0;
        // Once it has its receipt, the stand keeps an envelope without its comments.
        auto read = wire::readEnvelope(sealed.bytes, key);
        if (!read && sealed.receipt) {
            read = wire::readWithoutComments(sealed.bytes);
        }
        const wire::Envelope& envelope = valueOrStop(read, "a sealed envelope").envelope;
        for (const wire::TallyRecord& tally : envelope.tallies) {
            if (tally.policy == "headline") {
                add(figures.stand, counted(tally.faces));
            }
            if (const auto keys = tally.inputs.find("keys"); keys != tally.inputs.end()) {
                figures.tapsByKeys += static_cast<int>(keys->second);
            }
        }
    }
}

void readLedger(const QString& data, Figures& figures)
{
    auto ledger = central::openSqliteLedger(central::DataFolder(data.toStdString()).ledger());
    auto envelopes = valueOrStop(ledger, "the ledger")->envelopes();
    for (const central::EnvelopeRow& row : valueOrStop(envelopes, "the ledger's envelopes")) {
        auto content = (*ledger)->content(row.id);
        for (const wire::VisitRecord& visit : valueOrStop(content, "an envelope's content").visits) {
            if (visit.outcome == core::Outcome::Count) {
                ++figures.centre.visits;
                ++figures.centre.faces.at(static_cast<std::size_t>(core::score(visit.face) - 1));
            }
        }
    }
}

int commentsAtCentre(const QString& data, const QString& municipality)
{
    auto ledger = central::openSqliteLedger(central::DataFolder(data.toStdString()).ledger());
    auto comments =
        valueOrStop(ledger, "the ledger")->comments(*core::MunicipalityId::parse(municipality.toStdString()));
    return static_cast<int>(valueOrStop(comments, "the ledger's comments").size());
}

void readPackage(const QString& folder, Figures& figures)
{
    QFile file(folder + "/visits.csv");
    if (!file.open(QIODevice::ReadOnly)) {
        throw Stopped("can't read " + file.fileName());
    }
    const QList<QByteArray> names = file.readLine().trimmed().split(',');
    const qsizetype face = names.indexOf("face");
    const qsizetype verdict = names.indexOf("verdict");
    if (face < 0 || verdict < 0) {
        throw Stopped(file.fileName() + " has no columns face and verdict");
    }
    while (!file.atEnd()) {
        const QList<QByteArray> fields = file.readLine().trimmed().split(',');
        if (fields.size() > std::max(face, verdict) && fields[verdict] == "count") {
            ++figures.package.visits;
            ++figures.package.faces.at(static_cast<std::size_t>(fields[face].toInt() - 1));
        }
    }
}

std::vector<QString> disagreements(const Truth& truth, const Figures& figures)
{
    std::vector<QString> found;
    const Counted did{truth.visits, truth.faces};
    const auto compare = [&](bool agrees, const QString& what) {
        if (!agrees) {
            found.push_back(what);
        }
    };
    compare(figures.tapsInJournal == truth.taps, "the journal holds other taps than were made");
    compare(figures.answersInJournal == truth.pollAnswers, "the journal holds other poll answers than were given");
    compare(figures.cardsInJournal == truth.cards, "the journal holds other cards than were used");
    compare(figures.passagesInJournal == truth.passages, "the journal holds other passages than the door counted");
    compare(figures.commentsAtCentre == truth.comments, "the centre holds other comments than were written");
    compare(figures.tapsByKeys == truth.tapsByKeys, "the envelopes tell of other taps with keys than were made");
    compare(figures.stand == did, "the stand counted other visits than were made");
    compare(figures.centre == did, "the centre counted other visits than were made");
    compare(figures.package == did, "the package holds other visits than were made");
    compare(figures.sealed > 0 && figures.receipted == figures.sealed, "not every sealed envelope has its receipt");
    return found;
}

QString table(const Truth& truth, const Figures& figures)
{
    QString lines;
    const auto line = [&](const QString& what, const QString& figure) {
        lines += QStringLiteral("  %1%2\n").arg(what, -34).arg(figure);
    };
    const auto number = [](int value) { return QStringLiteral("%1").arg(value, 7); };
    line("visitors", number(truth.visitors));
    line("taps made", number(truth.taps));
    line("taps in the journal", number(figures.tapsInJournal));
    line("poll answers given", number(truth.pollAnswers));
    line("poll answers in the journal", number(figures.answersInJournal));
    line("answers withdrawn", number(truth.withdrawn));
    line("taps with keys alone", number(truth.tapsByKeys));
    line("taps with keys in the envelopes", number(figures.tapsByKeys));
    line("cards used", number(truth.cards));
    line("cards in the journal", number(figures.cardsInJournal));
    line("passages at the door", number(truth.passages));
    line("passages in the journal", number(figures.passagesInJournal));
    line("comments written", number(truth.comments));
    line("comments at the centre", number(figures.commentsAtCentre));
    line("", " visits      1    2    3    4    5");
    line("visits made, by last face", text({truth.visits, truth.faces}));
    line("counted on the stand", text(figures.stand));
    line("counted at the centre", text(figures.centre));
    line("in the night's package", text(figures.package));
    line("envelopes sealed", number(figures.sealed));
    line("envelopes receipted", number(figures.receipted));
    return lines;
}

QByteArray summary(const Truth& truth, const Figures& figures, int pictures)
{
    QJsonArray faults;
    for (const QString& fault : disagreements(truth, figures)) {
        faults.append(fault);
    }
    const QJsonObject object{
        {"visitors", truth.visitors},
        {"taps_made", truth.taps},
        {"taps_in_journal", figures.tapsInJournal},
        {"poll_answers_given", truth.pollAnswers},
        {"poll_answers_in_journal", figures.answersInJournal},
        {"withdrawn", truth.withdrawn},
        {"taps_by_keys", truth.tapsByKeys},
        {"taps_by_keys_in_envelopes", figures.tapsByKeys},
        {"cards_used", truth.cards},
        {"cards_in_journal", figures.cardsInJournal},
        {"passages_made", truth.passages},
        {"passages_in_journal", figures.passagesInJournal},
        {"comments_written", truth.comments},
        {"comments_at_centre", figures.commentsAtCentre},
        {"visits_made", truth.visits},
        {"visits_on_stand", figures.stand.visits},
        {"visits_at_centre", figures.centre.visits},
        {"visits_in_package", figures.package.visits},
        {"faces_made", array(truth.faces)},
        {"faces_on_stand", array(figures.stand.faces)},
        {"faces_at_centre", array(figures.centre.faces)},
        {"faces_in_package", array(figures.package.faces)},
        {"envelopes_sealed", figures.sealed},
        {"envelopes_receipted", figures.receipted},
        {"pictures", pictures},
        {"agrees", faults.isEmpty()},
        {"disagreements", faults},
    };
    return QJsonDocument(object).toJson();
}

} // namespace smiley::demo
