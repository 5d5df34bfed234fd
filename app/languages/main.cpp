// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/languages/completeness.h"
#include "sync/wire/questionnaire_json.h"

#include <QDir>
#include <QFile>

#include <CLI/CLI.hpp>
#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// smiley-languages: composition root.

namespace {

namespace core = smiley::core;
namespace languages = smiley::languages;
namespace wire = smiley::wire;

constexpr const char* program = "smiley-languages " SMILEY_VERSION;
constexpr qint64 fileBytesMax = qint64{4} * 1024 * 1024;

enum class ExitCode { Good = 0, Missing = 1, Usage = 2, File = 3 };

constexpr const char* footer = R"(Exit codes:
  0  complete: what is missing is missing in drafts only
  1  something is missing in a language that is no draft, or a placeholder (%1) is wrong in any language
  2  wrong options
  3  a file can't be read, or is no translation file or questionnaire

Without files it looks at the program's own texts and the shipped questionnaires. A new language:
  cp qml/i18n/smileystand_en.ts qml/i18n/smileystand_vi.ts      # and translate it
  smiley-languages qml/i18n/*.ts sync/wire/questionnaires/*.json)";

struct Input {
    std::vector<languages::TranslationFile> files;
    std::vector<core::Questionnaire> questionnaires;
};

int ended(ExitCode code, const std::string& message = {})
{
    if (!message.empty()) {
        std::cerr << "smiley-languages: " << message << '\n';
    }
    return static_cast<int>(code);
}

/// Takes the file into `input`; what is wrong with it, or nothing.
std::optional<std::string> take(const QString& path, Input& input)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return "can't read " + path.toStdString() + ": " + file.errorString().toStdString();
    }
    const QByteArray bytes = file.read(fileBytesMax + 1);
    if (bytes.size() > fileBytesMax) {
        return path.toStdString() + ": has more than " + std::to_string(fileBytesMax) + " bytes";
    }
    if (path.endsWith(".ts")) {
        auto read = languages::readTranslations(path, bytes);
        if (!read) {
            return read.error().message;
        }
        input.files.push_back(std::move(*read));
        return std::nullopt;
    }
    auto parsed = wire::parseQuestionnaire({bytes.data(), static_cast<std::size_t>(bytes.size())});
    if (const auto* faults = std::get_if<std::vector<wire::DocumentFault>>(&parsed)) {
        return path.toStdString() + " has faults:\n" + wire::describe(*faults);
    }
    input.questionnaires.push_back(std::get<core::Questionnaire>(std::move(parsed)));
    return std::nullopt;
}

/// The files, and what is built in where none of a kind is named.
std::optional<std::string> read(const std::vector<std::string>& paths, Input& input)
{
    for (const std::string& path : paths) {
        if (auto fault = take(QString::fromStdString(path), input)) {
            return fault;
        }
    }
    if (input.files.empty()) {
        const QDir builtIn(":/i18n");
        for (const QString& name : builtIn.entryList({"*.ts"})) {
            if (auto fault = take(builtIn.filePath(name), input)) {
                return fault;
            }
        }
    }
    if (input.questionnaires.empty()) {
        for (const std::string& name : wire::shippedQuestionnaires()) {
            auto parsed = wire::parseQuestionnaire(wire::shippedQuestionnaire(name));
            if (auto* questionnaire = std::get_if<core::Questionnaire>(&parsed)) {
                input.questionnaires.push_back(std::move(*questionnaire));
            }
        }
    }
    return std::nullopt;
}

} // namespace

int main(int argc, char** argv)
{
    std::vector<std::string> paths;
    bool json = false;
    CLI::App app(
        "Lists what each language of the stand lacks: program texts, questions, options; and who has signed it.",
        "smiley-languages");
    app.set_version_flag("--version", program);
    app.footer(footer);
    app.add_flag("--json", json, "write JSON");
    app.add_option("files", paths, "translation files (.ts) and questionnaires (.json)");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? ended(ExitCode::Good) : ended(ExitCode::Usage);
    }
    Input input;
    if (const auto fault = read(paths, input)) {
        return ended(ExitCode::File, *fault);
    }
    const languages::Completeness completeness = languages::check(input.files, input.questionnaires);
    std::cout << (json ? languages::toJson(completeness) : languages::describe(completeness).toUtf8()).toStdString();
    return ended(completeness.isGood() ? ExitCode::Good : ExitCode::Missing);
}
