// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QtTest>

namespace {

const QString folder = QString(SMILEY_SOURCE_DIR) + "/platform/systemd/";

QStringList linesOf(const QString& name)
{
    QFile file(folder + name);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QStringList lines;
    for (const QString& line : QString::fromUtf8(file.readAll()).split('\n')) {
        if (!line.startsWith('#') && !line.trimmed().isEmpty()) {
            lines += line;
        }
    }
    return lines;
}

} // namespace

/// The lock-down, as written in the units: a line that is lost in an edit is missed here.
class TestUnits : public QObject {
    Q_OBJECT

private slots:
    void aUnitLocksItsProgramIn_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QStringList>("needed");
        QTest::addColumn<QStringList>("forbidden");

        const QStringList everyone{
            "NoNewPrivileges=yes", "ProtectSystem=strict",    "ProtectHome=yes", "CapabilityBoundingSet=",
            "PrivateTmp=yes",      "StateDirectoryMode=0700", "LimitCORE=0",     "SystemCallFilter=@system-service"};
        QTest::newRow("stand") << "smiley-stand.service"
                               << everyone +
                                      QStringList{
                                          "User=smiley-stand",
                                          "RestrictAddressFamilies=AF_UNIX AF_NETLINK",
                                          "IPAddressDeny=any",
                                          "StateDirectory=smiley-stand",
                                          "ReadWritePaths=/var/spool/smileystand/outbox /var/spool/smileystand/inbox",
                                          "ReadWritePaths=-/run/smileystand/stick",
                                          "ReadWritePaths=-/sys/devices",
                                          "Restart=always"}
                               << QStringList{"PrivateNetwork=", "PrivateDevices=", "ProcSubset=", "ProtectClock="};
        QTest::newRow("speech") << "smiley-speech.service"
                                << QStringList{"NoNewPrivileges=yes",
                                               "ProtectSystem=strict",
                                               "CapabilityBoundingSet=",
                                               "LimitCORE=0",
                                               "RestrictAddressFamilies=AF_UNIX",
                                               "IPAddressDeny=any",
                                               "Group=smiley-stand",
                                               "RuntimeDirectoryMode=0750",
                                               "UMask=0007",
                                               "StandardOutput=null",
                                               "StandardError=null",
                                               "SystemCallFilter=@system-service",
                                               "SystemCallFilter=~@privileged @resources",
                                               "ProtectProc=invisible"}
                                << QStringList{"StateDirectory=", "ReadWritePaths="};
        QTest::newRow("stick") << "smiley-stick@.service"
                               << QStringList{"BindsTo=dev-%i.device",
                                              "ExecStart=/usr/lib/smileystand/stick-mount %i",
                                              "ExecStop=/usr/bin/umount --lazy /run/smileystand/stick/%i",
                                              "NoNewPrivileges=yes",
                                              "RestrictAddressFamilies=AF_UNIX",
                                              "LimitCORE=0"}
                               << QStringList{"PrivateMounts=", "ProtectSystem=", "PrivateTmp=", "ProtectHome=",
                                              "ReadWritePaths="}; // each makes a mount that nobody else sees
        QTest::newRow("sync") << "smiley-sync.service"
                              << everyone +
                                     QStringList{"User=smiley-sync",
                                                 "StateDirectory=smiley-sync",
                                                 "PrivateDevices=yes",
                                                 "ReadOnlyPaths=/var/spool/smileystand/outbox",
                                                 "ReadWritePaths=/var/spool/smileystand/inbox",
                                                 "InaccessiblePaths=-/var/lib/smiley-stand -/var/lib/smiley-central"}
                              << QStringList{"SupplementaryGroups="};
        QTest::newRow("central") << "smiley-central.service"
                                 << everyone + QStringList{"User=smiley-central", "StateDirectory=smiley-central",
                                                           "PrivateDevices=yes"}
                                 << QStringList{"SupplementaryGroups="};
        QTest::newRow("nightly") << "smiley-nightly.service"
                                 << everyone + QStringList{"User=smiley-central", "PrivateNetwork=yes",
                                                           "RestrictAddressFamilies=AF_UNIX"}
                                 << QStringList{"SupplementaryGroups=", "Restart=always"};
    }

    void aUnitLocksItsProgramIn()
    {
        QFETCH(QString, unit);
        QFETCH(QStringList, needed);
        QFETCH(QStringList, forbidden);
        const QStringList lines = linesOf(unit);
        for (const QString& line : needed) {
            QVERIFY2(lines.contains(line), qPrintable(line));
        }
        for (const QString& beginning : forbidden) {
            QVERIFY2(lines.filter(QRegularExpression('^' + QRegularExpression::escape(beginning))).isEmpty(),
                     qPrintable(beginning));
        }
    }

    void everyUserOfAUnitIsMade()
    {
        const QString users = linesOf("sysusers.conf").join('\n');
        const QStringList units = QDir(folder).entryList({"*.service"});
        QVERIFY(units.size() >= 4);
        for (const QString& unit : units) {
            const QStringList user = linesOf(unit).filter(QRegularExpression("^User="));
            QCOMPARE(user.size(), 1);
            if (user.first() == "User=root") { // mounting a stick needs it
                QCOMPARE(unit, QString("smiley-stick@.service"));
                continue;
            }
            QVERIFY2(users.contains(QRegularExpression("u +" + user.first().mid(5) + " ")), qPrintable(unit));
        }
    }

    void theStandWritesTheOutboxAndSyncTheInbox()
    {
        const QString folders = linesOf("tmpfiles.conf").join('\n');
        QVERIFY(
            folders.contains(QRegularExpression("d +/var/spool/smileystand/outbox +2750 +smiley-stand +smiley-sync")));
        QVERIFY(
            folders.contains(QRegularExpression("d +/var/spool/smileystand/inbox +2770 +smiley-sync +smiley-stand")));
    }

    void aStickIsMountedSafelyAndForTheStandOnly_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QStringList>("options"); // none: left alone
        const QStringList safe{"nosuid", "nodev", "noexec"};
        const QStringList owned = safe + QStringList{"uid=smiley-stand", "gid=smiley-stand", "umask=0077"};
        QTest::newRow("vfat") << "vfat" << owned + QStringList{"flush"};
        QTest::newRow("exfat") << "exfat" << owned;
        QTest::newRow("ext4") << "ext4" << safe;
        QTest::newRow("ntfs") << "ntfs" << QStringList{};
        QTest::newRow("none") << "" << QStringList{};
    }
    /// The script with programs in the place of mount and the rest, which write down how they are called.
    void aStickIsMountedSafelyAndForTheStandOnly()
    {
        QFETCH(QString, type);
        QFETCH(QStringList, options);
        const QTemporaryDir programs;
        const QString calls = programs.filePath("calls");
        for (const char* name : {"mount", "chown", "mkdir", "rmdir", "blkid"}) {
            QFile program(programs.filePath(name));
            QVERIFY(program.open(QIODevice::WriteOnly));
            program.write(qPrintable("#!/bin/sh\necho \"$(basename $0) $*\" >> '" + calls + "'\n" +
                                     (name == QString("blkid") ? "echo '" + type + "'\n" : QString())));
            program.close();
            QVERIFY(program.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        }
        QProcess script;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("PATH", programs.path() + ":/usr/bin:/bin");
        script.setProcessEnvironment(environment);
        script.start("/bin/sh", {folder + "stick-mount", "sdb1"});
        QVERIFY(script.waitForFinished());
        QFile file(calls);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList mounts = QString::fromUtf8(file.readAll()).split('\n').filter(QRegularExpression("^mount "));
        QCOMPARE(script.exitCode() == 0, !options.isEmpty());
        QCOMPARE(mounts.size(), options.isEmpty() ? 0 : 1);
        if (!mounts.isEmpty()) {
            const QStringList words = mounts.first().split(' ');
            QCOMPARE(words.mid(0, 3), (QStringList{"mount", "-t", type}));
            QCOMPARE(words.mid(5), (QStringList{"/dev/sdb1", "/run/smileystand/stick/sdb1"}));
            for (const QString& option : options) {
                QVERIFY2(words.at(4).split(',').contains(option), qPrintable(mounts.first()));
            }
        }
    }

    void aNameThatIsNoDeviceIsNotMounted()
    {
        for (const char* name : {"../sda1", "sdb1;reboot", "a b", ""}) {
            QCOMPARE(QProcess::execute("/bin/sh", {folder + "stick-mount", name}) == 0, false);
        }
    }

    /// tests/usb-guest tries the file on a kernel.
    void aUsbKeyboardsNodeIsForNobody()
    {
        const QStringList rules = linesOf("61-smiley-usb.rules");
        QCOMPARE(rules.size(), 2);
        QVERIFY(rules.first().contains("ENV{ID_INPUT_KEYBOARD}==\"1\""));
        for (const QString& rule : rules) {
            QVERIFY(rule.startsWith("SUBSYSTEM==\"input\", SUBSYSTEMS==\"usb\", "));
            QVERIFY(rule.endsWith("ENV{LIBINPUT_IGNORE_DEVICE}=\"1\", GROUP=\"root\", MODE=\"0000\""));
        }
    }

    void theStandsGroupMaySetTheBacklightAndNothingElseOfIt()
    {
        const QStringList rules = linesOf("60-smiley-backlight.rules");
        QCOMPARE(rules.size(), 1);
        for (const char* part :
             {"SUBSYSTEM==\"backlight\"", "chgrp video /sys%p/brightness", "chmod g+w /sys%p/brightness"}) {
            QVERIFY2(rules.first().contains(part), part);
        }
    }

    void sticksOnUsbWithAKnownFileSystemAreMountedAndNothingElse()
    {
        const QStringList rules = linesOf("60-smiley-stick.rules");
        QCOMPARE(rules.size(), 1);
        for (const char* part : {"ENV{ID_BUS}==\"usb\"", "ENV{ID_FS_TYPE}==\"vfat|exfat|ext4\"", "TAG+=\"systemd\"",
                                 "ENV{SYSTEMD_WANTS}+=\"smiley-stick@%k.service\""}) {
            QVERIFY2(rules.first().contains(part), part);
        }
        QVERIFY(
            linesOf("tmpfiles.conf").join('\n').contains(QRegularExpression("d +/run/smileystand/stick +0755 +root")));
    }

    void whatTheUnitsReferToIsInstalled()
    {
        QFile file(folder + "../CMakeLists.txt");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto rule = QRegularExpression(R"(install\(FILES ([^)]*) DESTINATION share/doc/smileystand\))")
                              .match(QString::fromUtf8(file.readAll()));
        QVERIFY(rule.hasMatch());
        const QStringList installed = rule.captured(1).simplified().split(' ');
        for (const QString& source : installed) {
            QVERIFY2(QFile::exists(folder + "../" + source), qPrintable(source));
        }
        const QStringList units = QDir(folder).entryList({"*.service", "*.timer"});
        QVERIFY(units.size() >= 5);
        for (const QString& unit : units) {
            for (const QString& line : linesOf(unit).filter(QRegularExpression("^Documentation="))) {
                const QString name = line.section('/', -1);
                QCOMPARE(line, "Documentation=file:///usr/share/doc/smileystand/" + name);
                QCOMPARE(installed.filter(QRegularExpression("/" + QRegularExpression::escape(name) + "$")).size(), 1);
            }
        }
    }

    void theNightIsMadeUpForAfterASleep() { QVERIFY(linesOf("smiley-nightly.timer").contains("Persistent=true")); }
};

QTEST_GUILESS_MAIN(TestUnits)
#include "test_units.moc"
