// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store.h"
#include "sync/wire/keys.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace smiley;

namespace {

constexpr int wrongOptions = 2;
constexpr int badDatabase = 5;
constexpr int refused = 11;
constexpr int noFile = 12;

struct Said {
    int code = -1;
    QByteArray out;
    QByteArray errors;
};

/// A journal, and `smiley-stand settings` beside it.
class Beside {
public:
    Beside() { m_store = std::move(*store::Store::open(path("data/stand.sqlite").toStdString(), m_random)); }

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QStringList arguments(const QStringList& words) const
    {
        QStringList all{"--data", path("data")};
        if (QFile::exists(path("stand.toml"))) {
            all += {"--config", path("stand.toml")};
        }
        return all + QStringList{"settings"} + words;
    }
    [[nodiscard]] Said run(const QStringList& words) const
    {
        QProcess program;
        program.start(SMILEY_BIN_DIR "/smiley-stand", arguments(words));
        Said said;
        if (program.waitForFinished(20'000) && program.exitStatus() == QProcess::NormalExit) {
            said.code = program.exitCode();
        }
        said.out = program.readAllStandardOutput();
        said.errors = program.readAllStandardError();
        return said;
    }
    [[nodiscard]] QJsonObject get(const QString& key) const
    {
        return QJsonDocument::fromJson(run({"get", key, "--json"}).out).object();
    }
    void write(const QString& name, const QByteArray& content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    [[nodiscard]] store::Store& store() const { return *m_store; }
    [[nodiscard]] std::size_t auditRows() const { return m_store->auditRows(0, 1000)->size(); }

private:
    QTemporaryDir m_folder;
    wire::SystemRandom m_random;
    std::unique_ptr<store::Store> m_store;
};

} // namespace

/// `smiley-stand settings` as an administrator runs it, while another connection has the journal open.
class TestSettingsCommand final : public QObject {
    Q_OBJECT

private slots:
    void aValueIsSetForTheNextOpeningDayAndShownWithWhoSetsIt()
    {
        const Beside stand;
        stand.write("stand.toml", "help_phone = \"70 00 00 00\"\n");
        QCOMPARE(stand.get("help_phone")["value"].toString(), "70 00 00 00");
        const Said set = stand.run({"set", "help_phone", "12 34 56 78", "--json"});
        QVERIFY2(set.code == 0, set.errors);
        const QString from = QJsonDocument::fromJson(set.out).object()["from"].toString();
        QVERIFY(QDate::fromString(from, Qt::ISODate) > QDate::currentDate());
        const QJsonObject line = stand.get("help_phone");
        QCOMPARE(line["value"].toString(), "70 00 00 00"); // still
        QCOMPARE(line["set_by"].toString(), "stand.toml");
        QCOMPARE(line["waiting"].toObject()["value"].toString(), "12 34 56 78");
        QCOMPARE(line["waiting"].toObject()["from"].toString(), from);
        QVERIFY(stand.run({"get", "help_phone"}).out.contains(("from " + from).toUtf8()));
        const auto row = *stand.store().lastAuditRow();
        QCOMPARE(row->who, std::string("admin"));
        QCOMPARE(row->what, std::string("settings-changed"));
        QCOMPARE(row->detail, "help_phone " + from.toStdString());
        // Taken back, and nothing waits any more.
        QCOMPARE(stand.run({"set", "help_phone"}).code, 0);
        QVERIFY(!stand.get("help_phone").contains("waiting"));
    }

    void allSettingsAreListed()
    {
        const Beside stand;
        const Said said = stand.run({"get", "--json"});
        QVERIFY2(said.code == 0, said.errors);
        const QJsonArray lines = QJsonDocument::fromJson(said.out).array();
        QCOMPARE(lines.size(), 21);
        QCOMPARE(QByteArray(stand.run({"get"}).out).count('\n'), 21);
        QCOMPARE(stand.auditRows(), 0U);
    }

    void aRefusedValueSaysWhyAndChangesNothing_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("too loud") << "volume"
                                  << "9" << refused << "from 1 to 5";
        QTest::newRow("no JSON") << "closed_days"
                                 << "tomorrow" << refused << "list of days";
        QTest::newRow("the centre's alone") << "figures_hidden"
                                            << "true" << refused << "centralenheden";
        QTest::newRow("a misspelt key") << "volumen"
                                        << "3" << wrongOptions << "volume:";
    }
    void aRefusedValueSaysWhyAndChangesNothing()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(int, code);
        QFETCH(QString, says);
        const Beside stand;
        const Said said = stand.run({"set", key, value});
        QCOMPARE(said.code, code);
        QVERIFY2(said.errors.contains(says.toUtf8()), said.errors);
        QCOMPARE(stand.auditRows(), 0U);
    }

    void whatWasExportedIsImportedElsewhere()
    {
        const Beside one;
        QCOMPARE(one.run({"set", "volume", "5"}).code, 0);
        const Said now = one.run({"set", "closed_days", R"(["2026-12-24"])", "--now"});
        QCOMPARE(now.code, refused); // it would put aside what waits
        QVERIFY2(now.errors.contains("Der venter en ændring til"), now.errors);
        QCOMPARE(one.run({"set", "closed_days", R"(["2026-12-24"])"}).code, 0);
        QCOMPARE(one.run({"export", one.path("out.json")}).code, 0);
        const Beside other;
        QCOMPARE(other.run({"import", one.path("out.json")}).code, 0);
        QCOMPARE(other.run({"export", "-"}).out, QByteArray("{\"closed_days\":[\"2026-12-24\"],\"volume\":5}\n"));
        QCOMPARE(other.auditRows(), 1U);
        QCOMPARE(other.run({"import", one.path("out.json")}).code, 0); // nothing to change
        QCOMPARE(other.auditRows(), 1U);

        other.write("bad.json", R"({"volume":1,"volumen":2})");
        const Said bad = other.run({"import", other.path("bad.json")});
        QCOMPARE(bad.code, refused);
        QVERIFY2(bad.errors.contains("volumen"), bad.errors);
        QCOMPARE(other.run({"import", other.path("missing.json")}).code, noFile);
        QCOMPARE(other.run({"export", other.path("no/such/folder.json")}).code, noFile);
        QCOMPARE(other.auditRows(), 1U);
    }

    void withoutAJournalNothingIsMade()
    {
        QTemporaryDir folder;
        QProcess program;
        program.start(SMILEY_BIN_DIR "/smiley-stand", {"--data", folder.filePath("data"), "settings", "get"});
        QVERIFY(program.waitForFinished(20'000));
        QCOMPARE(program.exitCode(), badDatabase);
        QVERIFY(!QFile::exists(folder.filePath("data")));
    }

    void programsThatWriteAtTheSameTimeAllCount()
    {
        const Beside stand;
        std::vector<std::unique_ptr<QProcess>> programs;
        for (int i = 0; i < 6; ++i) {
            programs.push_back(std::make_unique<QProcess>());
            programs.back()->start(SMILEY_BIN_DIR "/smiley-stand",
                                   stand.arguments({"set", "help_phone", QString::number(i)}));
        }
        for (const auto& program : programs) {
            QVERIFY(program->waitForFinished(30'000));
            QCOMPARE(program->exitCode(), 0);
        }
        QCOMPARE(stand.auditRows(), 6U);
        QVERIFY(stand.run({"set", "help_phone", "last", "--json"}).out.contains("\"version\":7"));
    }

    void theHelpHasAnExampleAndTheExitCodes()
    {
        const Beside stand;
        QVERIFY(stand.run({"--help"}).out.contains("Example: smiley-stand"));
        QCOMPARE(stand.run({}).code, wrongOptions);
    }
};

QTEST_GUILESS_MAIN(TestSettingsCommand)
#include "test_settings_command.moc"
