// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "app/staff/health.h"
#include "app/ui/staff_session.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <QVariantList>
#include <QtQmlIntegration>

#include <memory>
#include <set>

namespace smiley::ui {

/// How the stand is, in words, and the test of its parts by those who stand before it. Use on the GUI's thread.
class HealthModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")

    /// Each {name, icon, title, sentence, pill, good, looksAt, canTest, leads}.
    Q_PROPERTY(QVariantList accessories READ accessories NOTIFY changed)
    /// Network, clock and room on the disk: {name, title, sentence, pill, good, looksAt}.
    Q_PROPERTY(QVariantList data READ data NOTIFY changed)
    /// The four lines of the overview: what is to be looked at first.
    Q_PROPERTY(QVariantList summary READ summary NOTIFY changed)
    Q_PROPERTY(QString status READ status NOTIFY changed) ///< "Standen virker. Se efter én ting"
    Q_PROPERTY(bool good READ isGood NOTIFY changed)
    Q_PROPERTY(QString cameraFault READ cameraFault NOTIFY changed)      ///< what is wrong; empty: blocked
    Q_PROPERTY(bool asksForComments READ asksForComments NOTIFY changed) ///< as far as cameras go
    Q_PROPERTY(int daysWaiting READ daysWaiting NOTIFY changed)
    Q_PROPERTY(QString lastSent READ lastSent NOTIFY changed)
    Q_PROPERTY(QString next READ next NOTIFY changed)
    Q_PROPERTY(QString receiver READ receiver NOTIFY changed) ///< empty: not enrolled
    Q_PROPERTY(QString phone READ phone NOTIFY changed)
    Q_PROPERTY(QString phoneHours READ phoneHours NOTIFY changed)
    Q_PROPERTY(QString program READ program CONSTANT)
    Q_PROPERTY(QString sendingWords READ sendingWords NOTIFY changed) ///< what Send nu does, or what came of it
    Q_PROPERTY(bool canSend READ canSend NOTIFY changed)

    Q_PROPERTY(QString testing READ testing NOTIFY testChanged) ///< name of the part, or empty
    Q_PROPERTY(QString testTitle READ testTitle NOTIFY testChanged)
    Q_PROPERTY(QVariantList answered READ answered NOTIFY testChanged) ///< keys that answered, fields that were touched
    Q_PROPERTY(int came READ came NOTIFY testChanged)         ///< passages, how often somebody was seen, or cards
    Q_PROPERTY(int expected READ expected NOTIFY testChanged) ///< fields or keys that should answer; 0: no number

public:
    enum Sending {
        Idle,
        Looking, ///< was asked for a moment ago
        Sent,    ///< all that is sealed arrived
        NoAnswer ///< not yet
    };
    Q_ENUM(Sending)

    explicit HealthModel(StaffSession& session, QObject* parent = nullptr);
    ~HealthModel() override;

    [[nodiscard]] QVariantList accessories() const;
    [[nodiscard]] QVariantList data() const;
    [[nodiscard]] QVariantList summary() const;
    [[nodiscard]] QString status() const;
    [[nodiscard]] bool isGood() const;
    [[nodiscard]] QString cameraFault() const;
    [[nodiscard]] bool asksForComments() const { return m_asksForComments; }
    [[nodiscard]] int daysWaiting() const { return static_cast<int>(m_data.daysWaiting); }
    [[nodiscard]] QString lastSent() const;
    [[nodiscard]] QString next() const;
    [[nodiscard]] QString receiver() const;
    [[nodiscard]] QString phone() const;
    [[nodiscard]] QString phoneHours() const;
    [[nodiscard]] QString program() const;
    [[nodiscard]] Sending sending() const { return m_sending; }
    [[nodiscard]] QString sendingWords() const;
    [[nodiscard]] bool canSend() const { return m_data.isEnrolled && m_sending != Looking; }
    [[nodiscard]] QString testing() const;
    [[nodiscard]] QString testTitle() const;
    [[nodiscard]] QVariantList answered() const;
    [[nodiscard]] int came() const { return m_came; }
    [[nodiscard]] int expected() const;

    /// Looks again.
    Q_INVOKABLE void refresh();
    /// The keeper seals what is closed, the program that sends is asked not to wait, and given time to answer.
    Q_INVOKABLE void sendNow();

    Q_INVOKABLE void beginTest(const QString& part);
    /// A field of the touch test was touched.
    Q_INVOKABLE void fieldTouched(int field);
    /// The sample sentence, once more.
    Q_INVOKABLE void saySample();
    /// Ends the test; `worked` counts for sound, all else tells itself.
    Q_INVOKABLE void endTest(bool worked);
    Q_INVOKABLE void cancelTest();

    /// Something that a peripheral said. True: it was for the test, nobody else takes it.
    bool input(const core::InputEvent& event);

    static constexpr int touchFields = 12;

signals:
    void changed();
    void testChanged();

private:
    [[nodiscard]] store::Store* store();
    [[nodiscard]] const staff::HealthItem& item(staff::Part part) const;
    [[nodiscard]] QVariantMap row(const staff::HealthItem& item) const;
    [[nodiscard]] int lookAts() const;
    [[nodiscard]] bool isAllSent() const { return m_data.daysWaiting == m_data.daysHeld; }
    void lookAgain();
    void followSending();

    StaffSession& m_session;
    std::unique_ptr<store::Store> m_store;
    QString m_language = m_session.language();
    staff::DataFacts m_data;
    std::vector<staff::HealthItem> m_items;
    Sending m_sending = Idle;
    int m_looks = 0; ///< since Send nu
    std::optional<staff::Part> m_testing;
    std::set<int> m_answered;
    int m_came = 0;
    decltype(staff::MachineFacts::devices) m_devices{}; ///< when last looked at
    staff::MachineFacts::Watching m_watching = staff::MachineFacts::Watching::Unknown;
    bool m_asksForComments = false;
    int m_seconds = 0;
    QTimer m_again;
};

} // namespace smiley::ui
