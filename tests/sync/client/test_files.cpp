// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/confine.h"
#include "sync/client/files.h"
#include "sync/client/machine.h"
#include "sync/wire/envelope.h"
#include "tests/sync/client/test_centre.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace smiley;
using namespace smiley::client;
using namespace smiley::test;
namespace fs = std::filesystem;

namespace {

/// Runs in a process of its own; its result is the exit code.
int inChild(const std::function<int()>& work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::_exit(work());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// 0 where it can be opened, else errno.
int tryOpen(const fs::path& path, int flags)
{
    const int file = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
    if (file < 0) {
        return errno;
    }
    ::close(file);
    return 0;
}

} // namespace

class TestFiles : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->path().toStdString();
    }

    void onlyEnvelopesAreListedOlderEpochsFirstLowNumbersFirst()
    {
        const core::Epoch living = *core::Epoch::parse("00000000000000000000000000000001");
        const core::Epoch older = *core::Epoch::parse("00000000000000000000000000000002");
        const core::Epoch oldest = *core::Epoch::parse("ffffffffffffffffffffffffffffffff");
        const auto put = [&](const core::Epoch& epoch, std::uint64_t number, int hoursAgo) {
            const fs::path file = m_folder / wire::envelopeFileName(epoch, core::EnvelopeNumber{number});
            writeAll(file, "x");
            fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(hoursAgo));
        };
        put(living, 1, 900); // a clock that was wrong: the living epoch is the living one all the same
        put(living, 100'000'000, 1);
        put(living, 2, 1);
        put(older, 7, 20);
        put(older, 12, 30);
        put(oldest, 3, 10);
        put(oldest, 4, 50);
        for (const char* other : {"stand.json", "status.json", ".envelope-x.tmp", "envelope-00-1.jsonl.zst",
                                  "envelope-00000000000000000000000000000001-1.jsonl.zst",
                                  "envelope-00000000000000000000000000000001-00000000.jsonl.zst",
                                  "envelope-00000000000000000000000000000001-00000003.jsonl.zst.tmp",
                                  "envelope-00000000000000000000000000000001-"}) {
            writeAll(m_folder / other, "x");
        }
        const auto names = listEnvelopes(m_folder, living);
        QVERIFY(names);
        const auto name = [](const core::Epoch& epoch, std::uint64_t number) {
            return EnvelopeName{epoch, core::EnvelopeNumber{number}};
        };
        const std::vector<EnvelopeName> expected{name(oldest, 3),          name(oldest, 4), name(older, 7),
                                                 name(older, 12),          name(living, 1), name(living, 2),
                                                 name(living, 100'000'000)};
        QVERIFY(*names == expected);
        QVERIFY(listEnvelopes(m_folder / "none", living).error().code == files::FileFault::Io);
    }

    void theMachineTellsItsTimeItsBootAndItsDiskInStepsOfFive()
    {
        const SystemMachine machine(m_folder);
        const core::MonotonicMs before = machine.now();
        QVERIFY(core::count(before) > 0);
        QVERIFY(machine.now() >= before);
        QCOMPARE(machine.bootId().size(), std::size_t{36});
        QVERIFY(machine.freeDiskPercent() > 0 && machine.freeDiskPercent() <= 100);
        QCOMPARE(machine.freeDiskPercent() % 5, 0);
        QCOMPARE(SystemMachine(m_folder / "none").freeDiskPercent(), 0);
    }

    /// As the same user, root where the tests run as root: only Landlock can say no. A kernel without it says so.
    void aConfinedProcessOpensOnlyWhatItIsGiven()
    {
        for (const char* name : {"outbox", "inbox", "journal"}) {
            fs::create_directory(m_folder / name);
            writeAll(m_folder / name / "file", "x");
        }
        fs::permissions(m_folder / "journal", fs::perms::owner_all);
        QCOMPARE(tryOpen(m_folder / "journal" / "file", O_RDONLY), 0);
        const int result = inChild([&] {
            const long abi = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
            const auto confined = confine({{m_folder / "outbox", m_folder / "not-there"}, {m_folder / "inbox"}});
            if (abi < 1) {
                return confined == Confinement::Unsupported ? 0 : 1;
            }
            if (confined != Confinement::Enforced) {
                return 2;
            }
            const auto open = [&](const char* path, int flags) { return tryOpen(m_folder / path, flags); };
            const std::vector<std::pair<int, int>> got{
                {open("journal/file", O_RDONLY), EACCES},
                {open("journal", O_RDONLY | O_DIRECTORY), EACCES},
                {open("journal/file", O_WRONLY), EACCES},
                {open("journal/new", O_WRONLY | O_CREAT), EACCES},
                {::unlink((m_folder / "journal/file").c_str()) == 0 ? 0 : errno, EACCES},
                {::truncate((m_folder / "journal/file").c_str(), 0) == 0 ? 0 : errno, EACCES},
                {open("outbox/file", O_RDONLY), 0},
                {open("outbox/file", O_WRONLY), EACCES},
                {open("outbox/new", O_WRONLY | O_CREAT), EACCES},
                {::unlink((m_folder / "outbox/file").c_str()) == 0 ? 0 : errno, EACCES},
                {::rename((m_folder / "outbox/file").c_str(), (m_folder / "inbox/file").c_str()) == 0 ? 0 : EACCES,
                 EACCES},
                {open("inbox/new", O_WRONLY | O_CREAT), 0},
                {::rename((m_folder / "inbox/new").c_str(), (m_folder / "inbox/file").c_str()) == 0 ? 0 : errno, 0},
                {::unlink((m_folder / "inbox/file").c_str()) == 0 ? 0 : errno, 0},
            };
            for (std::size_t i = 0; i < got.size(); ++i) {
                if (got[i].first != got[i].second) {
                    return static_cast<int>(10 + i);
                }
            }
            return 0;
        });
        QCOMPARE(result, 0);
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
};

QTEST_APPLESS_MAIN(TestFiles)
#include "test_files.moc"
