// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/languages/translation_file.h"
#include "app/staff/coach.h"
#include "app/staff/plain_danish.h"
#include "sync/wire/questionnaire_json.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

#include <array>
#include <map>
#include <set>
#include <variant>

/// Plain Danish (METHOD.md 7). A question has at most 14 words and one clause; wording that is KL's or the committee's,
/// word for word, is exempt, by the list below. A page has at most LIX 30, in easy Danish 25. A whole page is taken: every
/// text that the page can show, the question, its hint and its options. The rules themselves are the coach's:
/// app/staff/plain_danish.h.

using namespace smiley;

namespace {

constexpr double lixMax = 30;
constexpr double lixMaxEasy = 25;

/// Word for word from KL's survey or the committee's list (METHOD.md 7).
const std::set<std::string> verbatim{"A1", "B1", "B5a", "C1", "C2", "E1", "E5", "E6", "L1", "L3"};

std::size_t wordCount(const QString& text) { return staff::wordsOf(text.toStdString()).size(); }

QString secondClause(const QString& question)
{
    return QString::fromStdString(staff::secondClause(question.toStdString()));
}

double lix(const QStringList& texts)
{
    std::vector<std::string> plain;
    for (const QString& text : texts) {
        plain.push_back(text.toStdString());
    }
    return staff::lix(plain);
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("can't read %s", qPrintable(path));
    }
    return file.readAll();
}

/// The program's texts by id, easy Danish over Danish where it is asked for.
std::map<QString, QString> programTexts(const QString& language)
{
    std::map<QString, QString> texts;
    for (const QString& tag : language == "da" ? QStringList{"da"} : QStringList{"da", language}) {
        const QString path = QString(SMILEY_SOURCE_DIR) + "/qml/i18n/smileystand_" + tag + ".ts";
        const auto file = languages::readTranslations(path, contents(path));
        for (const auto& [id, message] : file.value().messages) {
            texts[id] = message.translation;
        }
    }
    return texts;
}

/// What the screens show and say: the ids of each page, those of its components among them. Texts that C++ brings stand
/// with their page; what is only spoken or printed is a page of its own.
class Pages {
public:
    Pages()
    {
        const QDir folder(QString(SMILEY_SOURCE_DIR) + "/qml");
        for (const QString& name : folder.entryList({"*.qml"}, QDir::Files)) {
            m_sources[name.chopped(4)] = QString::fromUtf8(contents(folder.filePath(name)));
        }
        const QDir code(QString(SMILEY_SOURCE_DIR) + "/app/ui");
        for (const QString& name : code.entryList({"*.cpp"}, QDir::Files)) {
            m_sources[name.chopped(4)] = QString::fromUtf8(contents(code.filePath(name)));
        }
    }

    /// Those that Main, VisitorPages or nobody makes, and that show texts.
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (const auto& [name, source] : m_sources) {
            const bool isPart = std::any_of(m_sources.begin(), m_sources.end(), [&name = name](const auto& other) {
                return !isStage(other.first) && other.first != name && makes(other, name);
            });
            if (!isPart && !isStage(name) && !ids(name).isEmpty()) {
                names << name;
            }
        }
        return names;
    }

    [[nodiscard]] QStringList ids(const QString& page) const
    {
        std::set<QString> seen;
        QStringList found;
        collect(page, seen, found);
        found.removeDuplicates();
        return found;
    }

    [[nodiscard]] bool contains(const QString& page) const { return m_sources.contains(page); }

private:
    using Source = std::pair<const QString, QString>;

    /// Where pages come and go, none itself.
    static bool isStage(const QString& name) { return name == "Main" || name == "VisitorPages"; }

    static bool makes(const Source& page, const QString& component)
    {
        // What C++ brings to whom; the narrator's texts are heard, and no page's.
        static const std::set<std::pair<QString, QString>> brought{{"AboutPage", "promises"}, {"poster", "promises"}};
        return component.front().isUpper() ? page.second.contains(QRegularExpression("\\b" + component + "\\s*\\{"))
                                           : brought.contains({page.first, component});
    }

    void collect(const QString& page, std::set<QString>& seen, QStringList& found) const
    {
        static const QRegularExpression shown("q[st]TrId\\(\\s*\"([^\"]+)\"");
        if (!seen.insert(page).second) {
            return;
        }
        const Source& source = *m_sources.find(page);
        for (auto match = shown.globalMatch(source.second); match.hasNext();) {
            if (const QString id = match.next().captured(1); !id.startsWith("staff.")) { // not visitors'
                found << id;
            }
        }
        for (const auto& [name, other] : m_sources) {
            if (makes(source, name)) {
                collect(name, seen, found);
            }
        }
    }

    std::map<QString, QString> m_sources;
};

/// The texts of these ids. "x.lead" begins the sentence that "x" goes on with, where that begins with a small letter.
QStringList shownTexts(const std::map<QString, QString>& texts, const QStringList& ids)
{
    QStringList shown;
    for (const QString& id : ids) {
        const QString body = id.endsWith(".lead") ? id.chopped(5) : QString();
        if (!texts.contains(id)) {
            shown << "(no text " + id + ")";
        } else if (!body.isEmpty() && texts.contains(body) && texts.at(body).front().isLower()) {
            shown << texts.at(id) + ' ' + texts.at(body);
        } else if (!ids.contains(id + ".lead") || !texts.at(id).front().isLower()) {
            shown << texts.at(id);
        }
    }
    return shown;
}

std::vector<core::Questionnaire> shipped()
{
    std::vector<core::Questionnaire> all;
    for (const std::string& name : wire::shippedQuestionnaires()) {
        all.push_back(std::get<core::Questionnaire>(wire::parseQuestionnaire(wire::shippedQuestionnaire(name))));
    }
    return all;
}

void eachDanish()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("Danish") << "da";
    QTest::newRow("easy Danish") << "da-x-let";
}

} // namespace

class TestPlainDanish : public QObject {
    Q_OBJECT

private slots:
    void aSecondClauseIsSeen_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<bool>("one");
        const auto row = [](const char* question, bool one) { QTest::newRow(question) << question << one; };
        row("Hvordan var dit besøg i dag?", true);
        row("I hvilken grad er det let at få fat i jobcentret?", true);
        row("Hvordan var dit kursus eller tilbud i dag?", true);
        row("Var det let at komme og gå?", true);
        row("I hvilken grad oplever du, at der er et klart mål?", false);
        row("Ved du hvad der skal ske?", false);
        row("Oplever du at jobcentret hjælper?", false);
        row("Blev du hørt og blev du forstået?", false);
        row("Fik du hjælp så du kan komme videre?", false);
        row("Forstår du brevene som du får?", false);
        row("Er du glad hvis vi ringer?", false);
    }

    void aSecondClauseIsSeen()
    {
        QFETCH(QString, question);
        QFETCH(bool, one);
        QCOMPARE(secondClause(question).isEmpty(), one);
    }

    void aQuestionHasAtMost14WordsAndOneClause_data() { eachDanish(); }
    void aQuestionHasAtMost14WordsAndOneClause()
    {
        QFETCH(QString, language);
        for (const core::Questionnaire& questionnaire : shipped()) {
            for (const core::Question& question : questionnaire.questions) {
                if (language == "da" && verbatim.contains(question.id.text())) {
                    continue;
                }
                const auto text = core::textIn(questionnaire, question.text, language.toStdString());
                QVERIFY2(text, question.id.text().c_str());
                const QString words = QString::fromStdString(*text);
                // Where easy Danish has no wording of its own, the exempt one stands in.
                if (verbatim.contains(question.id.text()) && !question.text.contains(language.toStdString())) {
                    continue;
                }
                QVERIFY2(wordCount(words) <= staff::questionWordsAdvised, qPrintable(words));
                QVERIFY2(secondClause(words).isEmpty(), qPrintable(words + " " + secondClause(words)));
                QCOMPARE(words.count('?'), 1);
            }
        }
    }

    void whatIsExemptIsWhatTheFilesCallVerbatim()
    {
        std::set<std::string> marked;
        for (const core::Questionnaire& questionnaire : shipped()) {
            for (const core::Question& question : questionnaire.questions) {
                QCOMPARE(question.verbatim, verbatim.contains(question.id.text()));
                if (question.verbatim) {
                    marked.insert(question.id.text());
                }
            }
        }
        QVERIFY(marked == verbatim); // none is on the list that no file has
    }

    void lixIsThatOfBjornsson()
    {
        // 10 words in 3 sentences, 3 of them long.
        QCOMPARE(lix({"Vi sletter oplysningerne. Du kan fortryde dit svar nu", "Om"}), 10.0 / 3 + 30);
        QCOMPARE(lix({"Ja"}), 1.0);
        QCOMPARE(lix({"Spørgsmål %1 af %2"}), 4.0 + 25);
    }

    void everyPageIsEasyToRead_data() { eachDanish(); }
    void everyPageIsEasyToRead()
    {
        QFETCH(QString, language);
        const double most = language == "da" ? lixMax : lixMaxEasy;
        const Pages pages;
        const auto texts = programTexts(language);
        for (const char* page : {"FacesPage", "QuestionPage", "AboutPage", "TimeOutDialog", "poster", "narrator"}) {
            QVERIFY2(pages.names().contains(page), page);
        }
        for (const QString& page : pages.names()) {
            const double value = lix(shownTexts(texts, pages.ids(page)));
            QVERIFY2(value <= most, qPrintable(QString("%1: LIX %2").arg(page).arg(value)));
        }
        for (const core::Questionnaire& questionnaire : shipped()) {
            for (const core::Question& question : questionnaire.questions) {
                const double value = lix(shownWith(questionnaire, question, language, pages, texts));
                QVERIFY2(value <= most, qPrintable(QString("%1 %2: LIX %3")
                                                       .arg(QString::fromStdString(questionnaire.id),
                                                            QString::fromStdString(question.id.text()))
                                                       .arg(value)));
            }
        }
    }

private:
    /// A question's page: the program's texts, and the question, its hint and its options.
    static QStringList shownWith(const core::Questionnaire& questionnaire, const core::Question& question,
                                 const QString& language, const Pages& pages, const std::map<QString, QString>& texts)
    {
        const bool isComment = question.kind == core::QuestionKind::Comment;
        const QString page = question.kind == core::QuestionKind::Faces   ? "FacesPage"
                             : isComment && pages.contains("CommentPage") ? "CommentPage"
                                                                          : "QuestionPage";
        QStringList shown = shownTexts(texts, pages.ids(page));
        const auto add = [&](const core::Text& text) {
            if (const auto words = core::textIn(questionnaire, text, language.toStdString())) {
                shown << QString::fromStdString(*words);
            }
        };
        add(question.text);
        add(question.hint);
        for (const core::Option& option : question.options) {
            add(option.text);
        }
        return shown;
    }
};

QTEST_APPLESS_MAIN(TestPlainDanish)
#include "test_plain_danish.moc"
