// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/house_rules.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

namespace fs = std::filesystem;
using namespace smiley;

namespace {

const fs::path treeRoot{SMILEY_SOURCE_DIR};

/// Prints every fault (Qt Test cuts long messages short) and says how many there are.
QByteArray joined(const tidy::Faults& faults)
{
    for (const auto& fault : faults) {
        qWarning("%s", fault.c_str());
    }
    return QByteArray::number(static_cast<int>(faults.size())) + " faults";
}

void write(const fs::path& file, const QByteArray& text)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file) << text.toStdString();
}

const QByteArray spdx = "// SPDX-FileCopyrightText: 2026 Smileystand contributors\n"
                        "// SPDX-License-Identifier: GPL-3.0-or-later\n";

} // namespace

/// The rules of the house, on this tree and on small trees that break them.
class TidyIncludes : public QObject {
    Q_OBJECT

private slots:
    void everyIncludeIsInTheTable()
    {
        const auto faults = tidy::includeFaults(treeRoot);
        QVERIFY2(faults.empty(), joined(faults));
    }

    void everyFileHasItsLicenceLinesAndNoUnfinishedWork()
    {
        const auto faults = tidy::fileFaults(treeRoot);
        QVERIFY2(faults.empty(), joined(faults));
    }

    void everyFolderHasAReadmeOfAScreen()
    {
        const auto faults = tidy::readmeFaults(treeRoot);
        QVERIFY2(faults.empty(), joined(faults));
    }

    void timeAndRandomnessAreArguments()
    {
        const auto faults = tidy::purityFaults(treeRoot);
        QVERIFY2(faults.empty(), joined(faults));
    }

    void theRulesLookedAtTheTree() { QVERIFY(tidy::sourceCount(treeRoot) > 10); }

    void anIncludeIsJudgedByItsFolder_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("include");
        QTest::addColumn<bool>("allowed");

        QTest::newRow("std in core") << QByteArray("app/core/x.cpp") << QByteArray("<vector>") << true;
        QTest::newRow("own header") << QByteArray("app/core/x.cpp") << QByteArray("\"app/core/there.h\"") << true;
        QTest::newRow("core in store") << QByteArray("app/store/x.cpp") << QByteArray("\"app/core/there.h\"") << true;
        QTest::newRow("store in core") << QByteArray("app/core/x.cpp") << QByteArray("\"app/store/there.h\"") << false;
        QTest::newRow("store in kiosk") << QByteArray("app/kiosk/x.cpp") << QByteArray("\"app/store/there.h\"")
                                        << false;
        QTest::newRow("not from the root") << QByteArray("app/core/x.cpp") << QByteArray("\"there.h\"") << false;
        QTest::newRow("a file that isn't there")
            << QByteArray("app/core/x.cpp") << QByteArray("\"app/core/no.h\"") << false;
        QTest::newRow("SQLite in store") << QByteArray("app/store/x.cpp") << QByteArray("<SQLiteCpp/Database.h>")
                                         << true;
        QTest::newRow("SQLite in core") << QByteArray("app/core/x.cpp") << QByteArray("<sqlite3.h>") << false;
        QTest::newRow("POSIX in core") << QByteArray("app/core/x.cpp") << QByteArray("<unistd.h>") << false;
        QTest::newRow("Qt in ui") << QByteArray("app/ui/x.cpp") << QByteArray("<QObject>") << true;
        QTest::newRow("Qt module in ui") << QByteArray("app/ui/x.cpp") << QByteArray("<QtQml/qqml.h>") << true;
        QTest::newRow("Qt in kiosk") << QByteArray("app/kiosk/x.cpp") << QByteArray("<QObject>") << false;
        QTest::newRow("JSON in wire") << QByteArray("sync/wire/x.cpp") << QByteArray("<boost/json.hpp>") << true;
        QTest::newRow("JSON in client") << QByteArray("sync/client/x.cpp") << QByteArray("<boost/json.hpp>") << false;
        QTest::newRow("another Boost") << QByteArray("sync/wire/x.cpp") << QByteArray("<boost/regex.hpp>") << false;
        QTest::newRow("options in a main") << QByteArray("sync/client_main.cpp") << QByteArray("<CLI/CLI.hpp>") << true;
        QTest::newRow("options in a library")
            << QByteArray("sync/client/x.cpp") << QByteArray("<CLI/CLI.hpp>") << false;
        QTest::newRow("space before the name") << QByteArray("app/core/x.cpp") << QByteArray("   <sqlite3.h>") << false;
        QTest::newRow("a folder of no table") << QByteArray("app/other/x.cpp") << QByteArray("<vector>") << false;
        QTest::newRow("a test may all") << QByteArray("tests/app/x.cpp") << QByteArray("<sqlite3.h>") << true;
    }

    void anIncludeIsJudgedByItsFolder()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, include);
        QFETCH(bool, allowed);
        const QTemporaryDir folder;
        const fs::path root(folder.path().toStdString());
        write(root / "app/core/there.h", "#pragma once\n");
        write(root / "app/store/there.h", "#pragma once\n");
        write(root / file.toStdString(), "// a comment\n#include " + include + "\n");
        const auto faults = tidy::includeFaults(root);
        QCOMPARE(faults.empty(), allowed);
    }

    void aFileThatBreaksARuleIsNamed_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("faults");

        QTest::newRow("good header") << QByteArray("app/core/x.h") << spdx + "#pragma once\n" << 0;
        QTest::newRow("no guard") << QByteArray("app/core/x.h") << spdx + "int x;\n" << 1;
        QTest::newRow("no licence lines") << QByteArray("qml/X.qml") << QByteArray("Item {}\n") << 2;
        QTest::newRow("half a licence") << QByteArray("app/x.cpp") << QByteArray("// SPDX-License-Identifier: X\n")
                                        << 1;
        QTest::newRow("script without") << QByteArray("tests/go") << QByteArray("#!/bin/sh\ntrue\n") << 2;
        QTest::newRow("script with") << QByteArray("tests/go") << QByteArray("#!/bin/sh\n") + spdx << 0;
        QTest::newRow("unfinished") << QByteArray("app/x.cpp") << spdx + "// TO" + "DO later\n" << 1;
        QTest::newRow("unfinished readme") << QByteArray("app/README.md") << QByteArray("FIX") + "ME\n" << 1;
        QTest::newRow("700 lines") << QByteArray("app/x.cpp") << spdx + QByteArray("x\n").repeated(698) << 0;
        QTest::newRow("701 lines") << QByteArray("app/x.cpp") << spdx + QByteArray("x\n").repeated(699) << 1;
        QTest::newRow("binary") << QByteArray("tests/data/x.png") << QByteArray("FIX") + "ME" << 0;
    }

    void aFileThatBreaksARuleIsNamed()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, text);
        QFETCH(int, faults);
        const QTemporaryDir folder;
        const fs::path root(folder.path().toStdString());
        write(root / file.toStdString(), text);
        const auto found = tidy::fileFaults(root);
        QCOMPARE(static_cast<int>(found.size()), faults);
        for (const auto& fault : found) {
            QVERIFY2(QByteArray::fromStdString(fault).startsWith(file + ':'), fault.c_str());
        }
    }

    void aFolderWithoutReadmeIsNamed()
    {
        const QTemporaryDir folder;
        const fs::path root(folder.path().toStdString());
        write(root / "app/core/x.cpp", spdx);
        write(root / "tests/bench/run", "#!/bin/sh\n" + spdx);
        QCOMPARE(tidy::readmeFaults(root).size(), 2U);
        write(root / "app/core/README.md", "job\n");
        QCOMPARE(tidy::readmeFaults(root).size(), 1U);
        write(root / "tests/bench/README.md", QByteArray("job\n").repeated(70));
        QCOMPARE(tidy::readmeFaults(root).size(), 0U);
        write(root / "tests/bench/README.md", QByteArray("job\n").repeated(71));
        QCOMPARE(tidy::readmeFaults(root).size(), 1U);
    }

    void aClockReadInAPureFolderIsNamed()
    {
        const QTemporaryDir folder;
        const fs::path root(folder.path().toStdString());
        write(root / "platform/x.cpp", "auto t = std::chrono::system_clock::now();\n");
        QCOMPARE(tidy::purityFaults(root).size(), 0U);
        write(root / "app/core/x.cpp", "auto t = std::chrono::system_clock::now();\nauto u = clock.now();\n");
        write(root / "app/store/x.sql", "insert into x values (datetime('now'));\n");
        QCOMPARE(tidy::purityFaults(root).size(), 2U);
    }
};

QTEST_GUILESS_MAIN(TidyIncludes)
#include "tidy_includes.moc"
