// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/stick_model.h"

#include "app/ui/floor_pages.h"
#include "app/ui/stick_words.h"
#include "sync/outbox/audit.h"

#include <QBuffer>
#include <QLocale>

#include <array>
#include <utility>
#include <vector>

namespace smiley::ui {

namespace {

constexpr int lookMs = 1000;

QString gigabytes(std::uint64_t bytes, const QLocale& locale)
{
    const bool isLarge = bytes >= 1'000'000'000;
    return locale.toString(static_cast<double>(bytes) / (isLarge ? 1e9 : 1e6), 'f', isLarge ? 1 : 0) +
           (isLarge ? " GB" : " MB");
}

Poster posterOf(const StaffPorts& ports)
{
    return {ports.inForce().settings, ports.machine().watching == staff::MachineFacts::Watching::Neither,
            core::localTime(ports.clock.now().wall).day, false};
}

PrintedPage pageOf(StickModel::Document document, const Poster& made)
{
    switch (document) {
    case StickModel::WorksCouncil: return worksCouncilPage(made);
    case StickModel::Reception: return receptionPage(made);
    case StickModel::Poster: return posterPage(made);
    }
    return {};
}

/// With the name that it has on the stick.
constexpr std::array<std::pair<StickModel::Document, const char*>, 3> documents{
    {{StickModel::WorksCouncil, "hvad-maales.pdf"},
     {StickModel::Reception, "reception.pdf"},
     {StickModel::Poster, "opslag.pdf"}}};

std::string pdfOf(const PrintedPage& page)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return writePdf(page, buffer) ? buffer.data().toStdString() : std::string();
}

} // namespace

StickModel::StickModel(StaffSession& session, std::function<bool(const core::Questionnaire&)> take,
                       std::function<bool()> isTaken, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_take(std::move(take)),
      m_isTaken(std::move(isTaken))
{
    connect(&session, &StaffSession::changed, this, &StickModel::changed); // who may import
    m_look.setInterval(lookMs);
    connect(&m_look, &QTimer::timeout, this, &StickModel::look);
    m_look.start();
    look();
}

StickModel::~StickModel()
{
    m_cancelled = true;
    for (std::thread* each : {&m_worker, &m_lister}) {
        if (each->joinable()) {
            each->join();
        }
    }
}

void StickModel::leave()
{
    m_hasLeft = true;
    m_cancelled = true;
    m_look.stop();
}

QString StickModel::room() const
{
    if (!m_place) {
        return {};
    }
    const QLocale locale(m_session.language());
    //% "%1 ledig af %2"
    return qtTrId("staff.stick.room")
        .arg(gigabytes(m_place->freeBytes, locale), gigabytes(m_place->totalBytes, locale));
}

void StickModel::look()
{
    if (m_state == Copying || !m_session.ports().sticks) {
        return;
    }
    const auto places = m_isTaken() ? std::vector<StickPlace>() : m_session.ports().sticks();
    const auto place = places.empty() ? std::nullopt : std::optional(places.front());
    const auto folderOf = [](const auto& each) { return each ? each->folder : std::filesystem::path(); };
    if (folderOf(place) != folderOf(m_place)) {
        m_questionnaires.clear();
    }
    State state = m_state;
    if (state == None || state == Found) { // a result stays until it has been read
        state = place ? Found : None;
    }
    if (place != m_place || state != m_state) {
        m_place = place;
        m_state = state;
        emit changed();
    }
    if (m_place && !m_isListing) {
        list();
    }
}

/// On a thread of its own: a stick may take its time.
void StickModel::list()
{
    if (m_lister.joinable()) {
        m_lister.join();
    }
    m_isListing = true;
    m_lister = std::thread([this, folder = m_place->folder] {
        QStringList files;
        if (const auto found = outbox::questionnairesOn(folder)) {
            for (const std::string& file : *found) {
                files.push_back(QString::fromStdString(file));
            }
        }
        QMetaObject::invokeMethod(
            this,
            [this, folder, files] {
                if (m_place && m_place->folder == folder && m_questionnaires != files) {
                    m_questionnaires = files;
                    emit changed();
                }
            },
            Qt::QueuedConnection);
        m_isListing = false;
    });
}

void StickModel::again()
{
    if (m_state == Done || m_state == Failed) {
        m_state = m_place ? Found : None;
        m_details.clear();
        emit changed();
        look();
    }
}

void StickModel::start(Work work)
{
    if (m_state != Found || !m_place) {
        return;
    }
    if (m_worker.joinable()) {
        m_worker.join();
    }
    const std::string who = m_session.person() ? m_session.person()->id : std::string(outbox::nobody);
    m_cancelled = false;
    m_isWorking = true;
    m_state = Copying;
    m_details.clear();
    showProgress({}); // after it nobody may be signed in any more
    const outbox::StickUse use{who,
                               m_session.ports().clock.now(),
                               {.progress =
                                    [this](const outbox::StickProgress& progress) {
                                        QMetaObject::invokeMethod(
                                            this, [this, progress] { showProgress(progress); }, Qt::QueuedConnection);
                                    },
                                .cancelled = [this] { return m_cancelled.load(); }}};
    m_worker = std::thread([this, use, work = std::move(work), stick = m_place->folder,
                            database = m_session.ports().database, &random = m_session.ports().random] {
        const auto store = store::Store::open(database, random);
        Outcome outcome =
            store ? work(stick, **store, use) : failed(core::fail(outbox::StickFault::Database, store.error().message));
        QMetaObject::invokeMethod(
            this, [this, outcome = std::move(outcome)] { ended(outcome); }, Qt::QueuedConnection);
        m_isWorking = false;
    });
}

StickModel::Outcome StickModel::failed(const core::Failure<outbox::StickFault>& fault)
{
    Outcome outcome{fault.code, {}, {}};
    if (fault.code == outbox::StickFault::NotAQuestionnaire) {
        outcome.details = QString::fromStdString(fault.message).split('\n', Qt::SkipEmptyParts);
    }
    return outcome;
}

void StickModel::ended(Outcome outcome)
{
    qInfo("stick: %s", outcome.fault ? "a fault" : "done");
    if (m_hasLeft) {
        return;
    }
    if (outcome.imported && !m_take(*outcome.imported)) {
        //% "I filen er der ingen nye spørgsmål, som kan lægges ind her. Spørgsmålene er, som de var."
        m_sentence = qtTrId("staff.stick.nottaken");
        m_state = Failed;
    } else {
        m_sentence = outcome.fault ? sentenceOf(*outcome.fault) : outcome.sentence;
        m_state = outcome.fault ? Failed : Done;
    }
    m_details = outcome.details;
    emit changed();
    look();
}

void StickModel::showProgress(const outbox::StickProgress& progress)
{
    if (m_state != Copying || m_hasLeft) {
        return;
    }
    if (m_session.person()) { // who waits is still there; where a PIN is asked for, nobody may be
        m_session.touched();
    }
    m_progress = progress.bytesTotal == 0
                     ? 0
                     : static_cast<double>(progress.bytesDone) / static_cast<double>(progress.bytesTotal);
    //% "%1 af %2 filer"
    const QString words = qtTrId("staff.stick.progress").arg(progress.filesDone).arg(progress.filesTotal);
    m_progressWords = progress.filesTotal == 0 ? QString() : words; // nothing is known yet
    emit changed();
}

void StickModel::exchange()
{
    //% "Dage på nøglen: %1. Hentet fra centralenheden: %2."
    const QString done = qtTrId("staff.stick.exchanged");
    start([done, inbox = m_session.ports().inbox](const auto& stick, store::Store& store, const auto& use) {
        const auto written = outbox::exportTo(stick, store, use);
        if (!written) {
            return failed(written.error());
        }
        const auto taken = outbox::importFrom(stick, inbox, store, use);
        if (!taken) {
            return failed(taken.error());
        }
        Outcome outcome{{}, done.arg(written->files).arg(taken->files), {}};
        for (const outbox::LeftOut& left : taken->leftOut) {
            outcome.details += QString::fromStdString(left.file).left(60) + ": " + sentenceOf(left.why);
        }
        return outcome;
    });
}

void StickModel::exportQuestionnaire()
{
    //% "Spørgeskemaet ligger på nøglen som %1."
    const QString done = qtTrId("staff.stick.questionsout");
    start([done, questionnaire = m_session.ports().inForce().questionnaire](const auto& stick, store::Store& store,
                                                                            const auto& use) {
        const auto written = outbox::exportQuestionnaire(stick, questionnaire, store, use);
        return written ? Outcome{{}, done.arg(QString::fromStdString(*written)), {}} : failed(written.error());
    });
}

void StickModel::importQuestionnaire(const QString& file)
{
    if (!m_session.isEditor()) {
        return;
    }
    //% "Hentet som kladde. Se den under Spørgsmål: intet ændres for besøgende, før du gemmer."
    const QString done = qtTrId("staff.stick.questionsin");
    start([done, name = file.toStdString()](const auto& stick, store::Store& store, const auto& use) {
        auto taken = outbox::importQuestionnaire(stick, name, store, use);
        return taken ? Outcome{{}, done, {}, std::move(taken->questionnaire)} : failed(taken.error());
    });
}

void StickModel::writeDocuments()
{
    //% "Tre sider ligger på nøglen som PDF, klar til at skrive ud."
    const QString done = qtTrId("staff.stick.documentsout");
    std::vector<outbox::StickFile> files;
    for (const auto& [document, name] : documents) {
        files.push_back({name, pdfOf(pageOf(document, posterOf(m_session.ports())))});
    }
    start([done, files = std::move(files)](const auto& stick, store::Store& store, const auto& use) {
        const auto written = outbox::writeDocuments(stick, files, store, use, "works-council-page");
        return written ? Outcome{{}, done, {}} : failed(written.error());
    });
}

QString StickModel::documentText(Document document) const
{
    return styledText(pageOf(document, posterOf(m_session.ports())));
}

} // namespace smiley::ui
