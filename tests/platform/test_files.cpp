// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/files/files.h"

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <atomic>
#include <csignal>
#include <fstream>
#include <memory>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace smiley::files;
namespace fs = std::filesystem;

namespace {

int modeOf(const fs::path& path)
{
    struct stat status = {};
    ::stat(path.c_str(), &status);
    return static_cast<int>(status.st_mode & 0777U);
}

void put(const fs::path& file, const std::string& bytes) { std::ofstream(file, std::ios::binary) << bytes; }

} // namespace

class TestFiles : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->path().toStdString();
    }

    void whatIsWrittenIsReadAndReplacedWhole()
    {
        const fs::path file = m_folder / "time.json";
        QVERIFY(writeWhole(file, "one", Rights::Everyone));
        QVERIFY(writeWhole(file, "a longer two", Rights::Everyone));
        QCOMPARE(*readWhole(file, 100), std::string("a longer two"));
        QCOMPARE(std::distance(fs::directory_iterator(m_folder), {}), 1);
    }

    void aKeyIsReadableByItsOwnerOnly()
    {
        QVERIFY(writeWhole(m_folder / "transport.key", "secret", Rights::Owner));
        QCOMPARE(modeOf(m_folder / "transport.key"), 0600);
    }

    void aFileForTheGroupIsThatWhateverTheMask()
    {
        const mode_t before = ::umask(0077);
        const auto written = writeWhole(m_folder / "status.json", "{}", Rights::Group);
        ::umask(before);
        QVERIFY(written);
        QCOMPARE(modeOf(m_folder / "status.json"), 0640);
    }

    void aFolderThatIsMissingIsTold()
    {
        QVERIFY(writeWhole(m_folder / "none" / "file", "x", Rights::Owner).error().code == FileFault::Missing);
    }

    void whatACrashLeftIsSweptAwayAndNothingElse()
    {
        const pid_t gone = ::fork();
        if (gone == 0) {
            ::_exit(0);
        }
        ::waitpid(gone, nullptr, 0);
        const fs::path left = m_folder / (".time.json." + std::to_string(gone) + ".part");
        const std::vector<fs::path> others{m_folder / (".time.json." + std::to_string(::getpid()) + ".part"),
                                           m_folder / ".time.json.part", m_folder / ".time.json.1x.part",
                                           m_folder / (".other.json." + std::to_string(gone) + ".part")};
        put(left, "half");
        for (const fs::path& other : others) {
            put(other, "another's");
        }
        // From another thread: its half has another name than the one that this thread might be writing.
        std::thread([&] { QVERIFY(writeWhole(m_folder / "time.json", "whole", Rights::Everyone)); }).join();
        QCOMPARE(*readWhole(m_folder / "time.json", 100), std::string("whole"));
        QVERIFY(!fs::exists(left));
        QVERIFY(std::ranges::all_of(others, [](const fs::path& other) { return fs::exists(other); }));
    }

    void whatAProcessOfTheSameNumberLeftIsInNobodysWay()
    {
        put(m_folder / (".time.json." + std::to_string(::gettid()) + ".part"), "half");
        QVERIFY(writeWhole(m_folder / "time.json", "whole", Rights::Everyone));
        QCOMPARE(std::distance(fs::directory_iterator(m_folder), {}), 1);
    }

    void twoWhoWriteTheSameFileAtOnceLeaveAWholeOne()
    {
        const fs::path file = m_folder / "configuration.json";
        std::atomic<int> faults = 0;
        const auto write = [&](char letter) {
            for (int i = 0; i < 40; ++i) {
                faults += writeWhole(file, std::string(300'000, letter), Rights::Everyone) ? 0 : 1;
            }
        };
        QVERIFY(writeWhole(file, std::string(300'000, 'c'), Rights::Everyone));
        std::thread one(write, 'a');
        std::thread other(write, 'b');
        int halves = 0;
        for (int i = 0; i < 200; ++i) {
            const auto read = readWhole(file, 1'000'000);
            halves += read && *read == std::string(300'000, read->front()) ? 0 : 1;
        }
        one.join();
        other.join();
        QCOMPARE(faults.load(), 0);
        QCOMPARE(halves, 0);
        QCOMPARE(std::distance(fs::directory_iterator(m_folder), {}), 1);
    }

    void aFileThatCannotBeWrittenLeavesTheOldOneAsItWas()
    {
        const fs::path file = m_folder / "receipt.json";
        QVERIFY(writeWhole(file, "old", Rights::Everyone));
        const pid_t child = ::fork(); // its limit is its own
        if (child == 0) {
            std::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{4096, 4096};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            const auto written = writeWhole(file, std::string(5000, 'x'), Rights::Everyone);
            ::_exit(!written && written.error().code == FileFault::Io ? 0 : 1);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
        QCOMPARE(*readWhole(file, 100), std::string("old"));
        QCOMPARE(std::distance(fs::directory_iterator(m_folder), {}), 1);
    }

    void readingStopsAtItsLimit()
    {
        put(m_folder / "file", std::string(200'000, 'x'));
        QCOMPARE(readWhole(m_folder / "file", 200'000)->size(), std::size_t{200'000});
        QVERIFY(readWhole(m_folder / "file", 199'999).error().code == FileFault::TooLarge);
    }

    void missingFilesFoldersAndLinksAreTold()
    {
        QVERIFY(readWhole(m_folder / "none", 10).error().code == FileFault::Missing);
        fs::create_directory(m_folder / "folder");
        QVERIFY(readWhole(m_folder / "folder", 10).error().code == FileFault::Io);
        put(m_folder / "secret", "secret");
        fs::create_symlink(m_folder / "secret", m_folder / "link");
        QVERIFY(readWhole(m_folder / "link", 10).error().code == FileFault::Io);
        ::mkfifo((m_folder / "pipe").c_str(), 0600);
        QVERIFY(readWhole(m_folder / "pipe", 10).error().code == FileFault::Io);
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
};

QTEST_GUILESS_MAIN(TestFiles)
#include "test_files.moc"
