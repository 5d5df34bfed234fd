// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo_run/pictures.h"

#include "platform/demo_run/stand.h"

#include <QDir>
#include <QFileInfo>

namespace smiley::demo {

namespace {

constexpr QSize landscape{1280, 800};  ///< 10.1 inch
constexpr double landscapeDpi = 149.4; ///< 5.88 px/mm
constexpr QSize portrait{1080, 1920};  ///< 21.5 inch
constexpr double portraitDpi = 102.4;  ///< 4.03 px/mm
/// The mark on the touched face is gone after a second, a cross-fade after a quarter.
constexpr int settleMs = 1300;

/// One stand with a sensor that sees one person for as long as the pictures take.
class Session {
public:
    Session(const Workshop& workshop, QSize size, double dpi, const QString& name, const QString& questionnaire)
        : m_pictures(workshop.out + "/screens"),
          m_display(workshop, size),
          m_stand(workshop, m_display, workshop.out + "/pictures/" + name,
                  demoSettings(dpi, "[times]\nbanner_ms = 60000\nidle_ms = 4000\nwarning_ms = 40000\n"),
                  {"--questionnaire", questionnaire})
    {
        QDir().mkpath(m_pictures);
        m_stand.presence(true);
    }

    Stand& stand() { return m_stand; }
    void take(const QString& name)
    {
        pause(settleMs);
        m_stand.picture(m_pictures + "/" + name + ".png");
        ++m_taken;
    }
    /// Taps a face, with the banner that must come of it.
    void face(const QString& target, const QString& banner)
    {
        m_stand.tap(target);
        m_stand.waitFor("banner", banner);
    }
    /// One person goes and the next comes: a clean screen.
    void nextPerson()
    {
        m_stand.presence(false);
        m_stand.waitFor("banner", "");
        pause(settleMs + 700);
        m_stand.presence(true);
    }
    [[nodiscard]] int taken() const { return m_taken; }

private:
    QString m_pictures;
    Display m_display;
    Stand m_stand;
    int m_taken = 0;
};

int visitInLandscape(const Workshop& workshop)
{
    Session session(workshop, landscape, landscapeDpi, "landscape", "smiley-trust");
    Stand& stand = session.stand();
    session.take("01-smiley-landscape");
    stand.tap("language-ar");
    stand.waitFor("language", "ar");
    session.take("01c-smiley-arabic");
    stand.tap("language-da");
    stand.waitFor("language", "da");
    stand.tap("contrast");
    session.take("01d-smiley-high-contrast");
    stand.tap("contrast");
    pause(settleMs);
    stand.tap("about");
    stand.waitFor("overlay", "about");
    session.take("15-om-dit-svar");
    stand.tap("close");
    stand.waitFor("overlay", "none");

    session.face("face2", "invitation");
    session.take("01e-thanks-and-invite");
    session.face("face4", "changed");
    session.take("05b-answer-updated");
    session.face("face4", "have_it");
    session.take("05c-answer-received");
    stand.tap("undo");
    stand.waitFor("banner", "withdrawn");
    session.take("05d-answer-withdrawn");

    session.nextPerson();
    session.face("face2", "invitation");
    stand.tap("yes");
    stand.waitFor("page", "question");
    stand.tap("option-wait");
    stand.tap("option-goals");
    session.take("03-reason-chips");
    stand.tap("next");
    stand.tap("option-4");
    session.take("02-degree-question");
    stand.waitFor("overlay", "timeout");
    // A quarter of the time is gone: the ring shows three.
    pause(10000);
    session.take("06-timeout-warning");
    stand.tap("continue");
    stand.waitFor("overlay", "none");
    stand.tap("next");
    stand.waitFor("banner", "thanks");
    session.take("05-thank-you");
    return session.taken();
}

int errand(const Workshop& workshop)
{
    Session session(workshop, landscape, landscapeDpi, "errand", "exit-poll");
    Stand& stand = session.stand();
    session.face("face4", "invitation");
    stand.tap("yes");
    stand.waitFor("page", "question");
    while (!stand.has("option-meeting")) {
        const QString before = stand.shown("question");
        stand.tap("skip");
        waitUntil("the next question", 10, [&] { return stand.shown("question") != before; });
        if (stand.shown("page") != "question") {
            throw Stopped("the exit poll ended without asking for the errand");
        }
    }
    stand.tap("option-meeting");
    session.take("03b-errand");
    return session.taken();
}

int visitInPortrait(const Workshop& workshop)
{
    Session session(workshop, portrait, portraitDpi, "portrait", "smiley-trust");
    session.take("01b-smiley-portrait");
    return session.taken();
}

} // namespace

QString demoSettings(double panelDpi, const QString& visitTimes)
{
    return QStringLiteral(R"(municipality = "Fjordby Kommune"
place = "Jobcentret"
controller_contact = "dpo@fjordby.example · 12 34 56 78"
languages = ["da", "da-x-let", "en", "ar"]
presence_sensor = true
panel_dpi = %1

[said_done.said]
da = "Ventetiden er for lang."
en = "The waiting time is too long."
ar = "وقت الانتظار طويل جدًا."

[said_done.done]
da = "Nu kan du se ventetiden ved indgangen."
en = "Now you can see the waiting time by the entrance."
ar = "يمكنك الآن رؤية وقت الانتظار عند المدخل."

%2)")
        .arg(panelDpi)
        .arg(visitTimes);
}

int takePictures(const Workshop& workshop)
{
    return visitInLandscape(workshop) + errand(workshop) + visitInPortrait(workshop);
}

} // namespace smiley::demo
