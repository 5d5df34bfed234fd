// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <vector>

/// A real speech-dispatcher with espeak-ng in a folder of its own, whose sound goes by an ALSA plugin into a file: 16 bit,
/// mono. Programs that the test starts find it by SPEECHD_ADDRESS.

namespace smiley::test {

class SpeechServer {
public:
    static constexpr int samplesPerSecond = 22050; // espeak-ng's

    enum class Card {
        Instant,  ///< alsa-lib's own: takes sound as fast as it is made
        RealTime, ///< tests/support/fake_card.cpp: takes as long as a sound card
    };

    explicit SpeechServer(Card card)
    {
        QDir().mkpath(file("config/modules"));
        const QByteArray folder = m_folder.path().toUtf8();
        write(file("asoundrc"), card == Card::RealTime ? "pcm_type.fakecard { lib \"" FAKE_CARD
                                                         "\" }\npcm.!default { type fakecard folder \"" +
                                                             folder + "\" }\n"
                                                       : "pcm.!default { type file file \"" + folder +
                                                             "/heard\" format raw slave.pcm silent }\n"
                                                             "pcm.silent { type null }\n");
        write(file("config/speechd.conf"), "CommunicationMethod \"unix_socket\"\nAudioOutputMethod \"alsa\"\n"
                                           "AddModule \"espeak-ng\" \"sd_espeak-ng\" \"espeak-ng.conf\"\n"
                                           "DefaultModule espeak-ng\n");
        write(file("config/modules/espeak-ng.conf"), "Debug 0\n");
        use();
    }
    ~SpeechServer() { stop(); }
    SpeechServer(const SpeechServer&) = delete;
    SpeechServer& operator=(const SpeechServer&) = delete;

    /// Programs that are started from now on speak through this one.
    void use() { qputenv("SPEECHD_ADDRESS", "unix_socket:" + file("socket").toUtf8()); }

    [[nodiscard]] bool start()
    {
        QFile::remove(file("heard"));
        m_seen = 0;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("ALSA_CONFIG_PATH", file("asoundrc"));
        environment.insert("HOME", m_folder.path());
        environment.insert("XDG_RUNTIME_DIR", m_folder.path());
        m_process.setProcessEnvironment(environment);
        m_process.setStandardOutputFile(file("log"));
        m_process.setStandardErrorFile(file("log"), QIODevice::Append);
        m_process.start("speech-dispatcher", {"--run-single", "--config-dir", file("config"), "--communication-method",
                                              "unix_socket", "--socket-path", file("socket"), "--pid-file", file("pid"),
                                              "--log-dir", m_folder.path(), "--timeout", "0"});
        QElapsedTimer waited;
        waited.start();
        while (!answers() && waited.elapsed() < 8000) {
            QThread::msleep(20);
        }
        return answers();
    }

    void stop()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(3000)) {
            m_process.kill();
            m_process.waitForFinished(1000);
        }
        QFile::remove(file("socket"));
    }

    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }

    [[nodiscard]] double secondsHeard() const
    {
        return static_cast<double>(QFileInfo(file("heard")).size()) / 2.0 / samplesPerSecond;
    }

    /// The samples since the last call.
    [[nodiscard]] std::vector<std::int16_t> newSamples()
    {
        QFile heard(file("heard"));
        if (!heard.open(QIODevice::ReadOnly)) {
            return {};
        }
        heard.seek(m_seen);
        const QByteArray bytes = heard.readAll();
        m_seen += bytes.size();
        std::vector<std::int16_t> samples(static_cast<std::size_t>(bytes.size()) / 2);
        std::memcpy(samples.data(), bytes.constData(), samples.size() * 2);
        return samples;
    }

private:
    /// The socket is there a moment before the server listens.
    [[nodiscard]] bool answers() const
    {
        sockaddr_un name{};
        name.sun_family = AF_UNIX;
        qstrncpy(name.sun_path, file("socket").toLocal8Bit().constData(), sizeof name.sun_path);
        const int connection = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const bool answered = ::connect(connection, reinterpret_cast<const sockaddr*>(&name), sizeof name) == 0;
        ::close(connection);
        return answered;
    }

    static void write(const QString& name, const QByteArray& text)
    {
        QFile out(name);
        if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size()) {
            qFatal("can't write %s", qPrintable(name));
        }
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    qint64 m_seen = 0;
};

/// Root mean square in dB (of one unit of a sample).
inline double loudness(const std::vector<std::int16_t>& samples)
{
    double sum = 0;
    for (const auto sample : samples) {
        sum += static_cast<double>(sample) * sample;
    }
    return samples.empty() ? -1000.0 : 10.0 * std::log10(sum / static_cast<double>(samples.size()) + 1e-9);
}

} // namespace smiley::test
