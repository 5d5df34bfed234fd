// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// smiley-speaker: says what the stand writes to its standard input. The stand starts it; the lines are in speaker.h.

#include "app/ui/speaker.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

constexpr const char* help = R"(usage: smiley-speaker

Says aloud, through speech-dispatcher, what it is told on standard input. smiley-stand starts it; by hand:
  (sleep 4; echo 'say 1 da 3 Hvor tilfreds er du?'; sleep 4) | smiley-speaker

Lines in: say ID LANGUAGE STEP(1..5) TEXT | silence.  Lines out: voices LANGUAGE… | began ID | ended ID.
Ends with 0 when its input ends, 1 where there is no speech engine or voice, 2 for a wrong argument.
)";

/// Whether somebody listens at SPEECHD_ADDRESS. Where that names a socket, the machine runs the server there: libspeechd
/// would start another in its place, with other settings, if it came a moment too early.
bool serverMayBeAsked()
{
    constexpr std::string_view scheme = "unix_socket:";
    const char* const set = std::getenv("SPEECHD_ADDRESS");
    const std::string_view address = set == nullptr ? std::string_view{} : std::string_view(set);
    sockaddr_un name{};
    if (!address.starts_with(scheme) || address.size() - scheme.size() >= sizeof name.sun_path) {
        return true;
    }
    name.sun_family = AF_UNIX;
    address.substr(scheme.size()).copy(name.sun_path, sizeof name.sun_path - 1);
    const int connection = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool answered = ::connect(connection, reinterpret_cast<const sockaddr*>(&name), sizeof name) == 0;
    ::close(connection);
    return answered;
}

void tell(const QString& line)
{
    std::fputs((line + '\n').toUtf8().constData(), stdout);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc > 1) {
        const bool wanted = std::string_view(argv[1]) == "--help" || std::string_view(argv[1]) == "-h";
        std::fputs(help, wanted ? stdout : stderr);
        return wanted ? 0 : 2;
    }
    // A call into the engine may never come back; a stand that ended must not leave this behind.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (!serverMayBeAsked()) {
        std::fputs("smiley-speaker: nobody listens at SPEECHD_ADDRESS: is speech-dispatcher running?\n", stderr);
        return 1;
    }
    const QCoreApplication application(argc, argv);
    smiley::ui::Speaker speaker;
    if (speaker.languages().isEmpty()) {
        std::fputs("smiley-speaker: no speech engine or voice: is speech-dispatcher installed, with espeak-ng?\n",
                   stderr);
        return 1;
    }
    QObject::connect(&speaker, &smiley::ui::Speaker::began, [](const QString& id) { tell("began " + id); });
    QObject::connect(&speaker, &smiley::ui::Speaker::ended, [](const QString& id) { tell("ended " + id); });
    tell("voices " + speaker.languages().join(' '));

    QByteArray pending;
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, [&] {
        std::array<char, 4096> buffer{};
        const ssize_t got = ::read(STDIN_FILENO, buffer.data(), buffer.size());
        if (got <= 0) {
            speaker.take(QStringLiteral("silence"));
            QCoreApplication::quit();
            return;
        }
        pending.append(buffer.data(), got);
        for (auto end = pending.indexOf('\n'); end >= 0; end = pending.indexOf('\n')) {
            speaker.take(QString::fromUtf8(pending.left(end)));
            pending.remove(0, end + 1);
        }
    });
    return QCoreApplication::exec();
}
