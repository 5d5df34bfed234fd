// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/verify.h"
#include "tests/sync/report/report_centre.h"

#include <boost/json.hpp>

#include <QtTest>

#include <filesystem>
#include <fstream>
#include <random>

using namespace smiley;
using namespace smiley::test;
using report::PackageKind;

namespace fs = std::filesystem;

namespace {

void write(const fs::path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

std::string read(const fs::path& file) { return readFolder(file.parent_path()).at(file.filename().string()); }

} // namespace

class TestVerify : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_centre = std::make_unique<ReportCentre>();
        m_centre->addStand("fjordby-1", "fjordby", "havnen", "2026-11-23");
        m_centre->addStand("nabo-1", "nabo", "torvet", "2026-11-23");
        for (const char* day : {"2026-11-23", "2026-11-24", "2026-11-25"}) {
            m_centre->send("fjordby-1", day, m_centre->visits(day, 4, 12, {{"A1", {"3"}}}));
            m_centre->send("nabo-1", day, m_centre->visits(day, 4, 12));
            m_centre->night(core::Day{test::day(day).next()}.text());
        }
        m_key = m_centre->key().publicKey();
    }

    void init()
    {
        m_copy = std::make_unique<QTemporaryDir>();
        m_folder = fs::path(m_copy->path().toStdString()) / "packages";
        fs::copy(m_centre->packages(), m_folder, fs::copy_options::recursive);
    }

    void wholePackagesPass()
    {
        const auto all = report::verify(m_folder, m_key);
        QVERIFY2(all.ok(), report::describe(all).c_str());
        QCOMPARE(all.packages, std::uint64_t{12});
        QCOMPARE(report::exitCode(all), 0);
        QVERIFY(report::verify(m_folder / "fjordby", m_key).ok());
        QVERIFY(report::verify(m_folder / "fjordby" / "000002", m_key).ok());
        const auto one = report::verify(m_folder / "fjordby" / "000002" / "rows" / "", m_key);
        QVERIFY2(one.ok(), report::describe(one).c_str());
        QCOMPARE(one.packages, std::uint64_t{1});
        const auto json = boost::json::parse(report::toJson(one)).as_object();
        QVERIFY(json.at("ok").as_bool());
        QVERIFY(report::describe(one).starts_with("ok: 1 package(s)"));
        // Fetched into a folder of any name.
        fs::rename(m_folder / "fjordby" / "000002" / "rows", m_folder / "mine");
        QVERIFY(report::verifyPackage(m_folder / "mine", m_key).ok());
    }

    void withoutAKeyItSaysThatNobodyVouches()
    {
        const auto result = report::verifyPackage(package(), std::nullopt);
        QVERIFY(result.ok());
        QVERIFY(!result.signatureChecked);
        QVERIFY(report::describe(result).find("not checked") != std::string::npos);
    }

    void anotherCentresSignatureIsRefused()
    {
        const auto result = report::verifyPackage(package(), wire::SecretKey::generate().publicKey());
        QVERIFY(!result.ok());
        QCOMPARE(report::exitCode(result), 1);
    }

    void everyDamagedPackageIsRefused()
    {
        std::mt19937 random(17);
        const Folder original = readFolder(package());
        std::vector<std::string> names;
        for (const auto& [name, bytes] : original) {
            names.push_back(name);
        }
        constexpr int mutations = 240;
        for (int i = 0; i < mutations; ++i) {
            const std::string& name = names[static_cast<std::size_t>(i) % names.size()];
            const fs::path file = package() / name;
            std::string bytes = original.at(name);
            const std::size_t at = random() % bytes.size();
            const int kind = (i / static_cast<int>(names.size())) % 8;
            switch (kind) {
            case 0: bytes[at] = static_cast<char>(bytes[at] ^ (1 << (random() % 8))); break;              // a bit
            case 1: bytes.resize(at); break;                                                              // cut
            case 2: bytes.clear(); break;                                                                 // zero bytes
            case 3: bytes += "x"; break;                                                                  // longer
            case 4: std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(), '\0'); break; // zeros
            case 5: // two bytes swapped
                std::swap(bytes[at], bytes[(at + 1) % bytes.size()]);
                if (bytes == original.at(name)) {
                    bytes[at] = '~';
                }
                break;
            case 6: break; // missing, below
            case 7: {      // another file's content
                const std::string& other = names[(static_cast<std::size_t>(i) + 1) % names.size()];
                bytes = original.at(other);
                break;
            }
            default: QFAIL("no such mutation");
            }
            fs::remove(file);
            if (kind != 6) {
                write(file, bytes);
            }
            const auto result = report::verifyPackage(package(), m_key);
            QVERIFY2(!result.ok(), qPrintable(QStringLiteral("mutation %1 of %2").arg(kind).arg(name.c_str())));
            QCOMPARE(report::exitCode(result), 1);
            fs::remove(file);
            write(file, original.at(name));
        }
        QVERIFY(report::verifyPackage(package(), m_key).ok());
    }

    void aChangedManifestIsRefusedWithoutBeingBelieved()
    {
        // Everything consistent but the signature: a forger who can compute hashes.
        const fs::path manifest = package() / "manifest.json";
        std::string bytes = read(manifest);
        const std::string before = wire::sha256(read(package() / "visits.csv")).text();
        write(package() / "visits.csv", "stand\r\n");
        const std::string after = wire::sha256("stand\r\n").text();
        bytes.replace(bytes.find(before), before.size(), after);
        write(manifest, bytes);
        const auto result = report::verifyPackage(package(), m_key);
        QVERIFY(!result.ok());
        QVERIFY(report::describe(result).find("manifest.json") != std::string::npos);
    }

    void anExtraFileIsRefused()
    {
        write(package() / "more.csv", "a\r\n");
        const auto result = report::verifyPackage(package(), m_key);
        QVERIFY(!result.ok());
        QVERIFY(report::describe(result).find("more.csv") != std::string::npos);
        fs::remove(package() / "more.csv");
        fs::create_directory(package() / "folder");
        QVERIFY(!report::verifyPackage(package(), m_key).ok());
    }

    void aLinkInPlaceOfAFileIsRefused()
    {
        fs::rename(package() / "visits.csv", m_folder / "elsewhere.csv");
        fs::create_symlink(m_folder / "elsewhere.csv", package() / "visits.csv");
        QVERIFY(!report::verifyPackage(package(), m_key).ok());
    }

    void aReplayedNightIsRefused()
    {
        fs::remove_all(m_folder / "fjordby" / "000003");
        fs::copy(m_folder / "fjordby" / "000002", m_folder / "fjordby" / "000003", fs::copy_options::recursive);
        QVERIFY(!report::verifyPackage(m_folder / "fjordby" / "000003" / "rows", m_key).ok());
        QVERIFY(!report::verify(m_folder / "fjordby", m_key).ok());
    }

    void anotherMunicipalitysPackageIsRefused()
    {
        fs::remove_all(m_folder / "fjordby" / "000003");
        fs::copy(m_folder / "nabo" / "000003", m_folder / "fjordby" / "000003", fs::copy_options::recursive);
        QVERIFY(!report::verifyPackage(m_folder / "fjordby" / "000003" / "rows", m_key).ok());
    }

    void rowsAndTablesSwappedAreRefused()
    {
        const fs::path night = m_folder / "fjordby" / "000002";
        fs::rename(night / "rows", night / "x");
        fs::rename(night / "tables", night / "rows");
        fs::rename(night / "x", night / "tables");
        QVERIFY(!report::verifyPackage(night / "rows", m_key).ok());
        QVERIFY(!report::verify(night, m_key).ok());
    }

    void aMissingNightIsSeen()
    {
        fs::remove_all(m_folder / "fjordby" / "000002");
        const auto result = report::verify(m_folder, m_key);
        QVERIFY(!result.ok());
        QVERIFY(report::describe(result).find("night 000002 (rows) is missing") != std::string::npos);
    }

    void aNightOfARestoredLedgerBreaksTheChain()
    {
        // The same centre, the same night, another content: signed rightly, but it doesn't follow.
        const fs::path manifest = m_folder / "fjordby" / "000002" / "rows" / "manifest.json";
        std::string why;
        auto content = report::readManifest(read(manifest), m_key, why);
        QVERIFY2(content, why.c_str());
        content->previous = wire::sha256("another history");
        write(manifest, report::writeManifest(*content, m_centre->key()));
        QVERIFY(report::verifyPackage(manifest.parent_path(), m_key).ok());
        const auto result = report::verify(m_folder / "fjordby", m_key);
        QVERIFY(!result.ok());
        QVERIFY(report::describe(result).find("doesn't follow") != std::string::npos);
    }

    void aFolderWithoutPackagesIsNoSuccess()
    {
        for (const fs::path& folder : {m_folder / "nothing", m_folder / "fjordby" / "000001" / "rows" / "visits.csv"}) {
            const auto result = report::verify(folder, m_key);
            QVERIFY(!result.ok());
            QCOMPARE(report::exitCode(result), 2);
            QVERIFY(!report::describe(result).empty());
        }
        fs::create_directory(m_folder / "empty");
        QCOMPARE(report::exitCode(report::verify(m_folder / "empty", m_key)), 2);
        // A package whose manifest never came is not overlooked.
        fs::remove(package() / "manifest.json");
        QCOMPARE(report::exitCode(report::verify(m_folder, m_key)), 1);
        fs::remove_all(package());
        fs::create_directory(package());
        QCOMPARE(report::exitCode(report::verify(m_folder, m_key)), 1);
    }

private:
    [[nodiscard]] fs::path package() const { return m_folder / "fjordby" / "000002" / "rows"; }

    std::unique_ptr<ReportCentre> m_centre;
    std::unique_ptr<QTemporaryDir> m_copy;
    fs::path m_folder;
    std::optional<wire::PublicKey> m_key;
};

QTEST_APPLESS_MAIN(TestVerify)
#include "test_verify.moc"
