// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store_impl.h"

#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace smiley::store {

namespace {

std::string textOf(core::FaceGroup faces)
{
    return std::string(core::faceGroupNames.at(static_cast<std::size_t>(faces)));
}

core::FaceGroup facesOf(std::string_view text)
{
    const auto* const found = std::ranges::find(core::faceGroupNames, text);
    if (found == core::faceGroupNames.end()) {
        throw BadRow("comment: unknown face group");
    }
    return static_cast<core::FaceGroup>(found - core::faceGroupNames.begin());
}

} // namespace

Result<core::Done> Store::addComment(const WaitingComment& comment)
{
    return guarded(m_impl->file, [&]() -> Result<core::Done> {
        SQLite::Statement insert(m_impl->database, "INSERT INTO comment(id, day, question, faces, key, sealed)"
                                                   " SELECT ?, ?, ?, ?, ?, ? WHERE (SELECT count(*) FROM comment) < ?");
        insert.bind(1, comment.id);
        insert.bind(2, comment.day.text());
        insert.bind(3, comment.question.text());
        insert.bind(4, textOf(comment.faces));
        insert.bind(5, comment.key);
        insert.bind(6, comment.sealed.data(), static_cast<int>(comment.sealed.size()));
        insert.bind(7, static_cast<std::int64_t>(commentsWaitingMax));
        if (insert.exec() != 1) {
            return core::fail(StoreFault::Full, m_impl->file + ": " + std::to_string(commentsWaitingMax) +
                                                    " comments wait. Let the stand send its envelopes.");
        }
        return core::Done{};
    });
}

Result<core::Done> Store::regroupComment(const std::string& id, core::FaceGroup faces)
{
    return guarded(m_impl->file, [&]() -> Result<core::Done> {
        SQLite::Statement update(m_impl->database, "UPDATE comment SET faces = ? WHERE id = ?");
        update.bind(1, textOf(faces));
        update.bind(2, id);
        update.exec();
        return core::Done{};
    });
}

Result<core::Done> Store::dropComment(const std::string& id)
{
    return guarded(m_impl->file, [&]() -> Result<core::Done> {
        SQLite::Statement remove(m_impl->database, "DELETE FROM comment WHERE id = ?");
        remove.bind(1, id);
        if (remove.exec() > 0) {
            m_impl->truncateWal();
        }
        return core::Done{};
    });
}

Result<std::vector<WaitingComment>> Store::waitingComments() const
{
    return guarded(m_impl->file, [&]() -> Result<std::vector<WaitingComment>> {
        SQLite::Statement select(m_impl->database,
                                 "SELECT id, day, question, faces, key, sealed FROM comment ORDER BY id");
        std::vector<WaitingComment> found;
        while (select.executeStep()) {
            found.push_back({select.getColumn(0).getString(), dayOf(select.getColumn(1).getString()),
                             idOf<core::QuestionId>(select.getColumn(2).getString()),
                             facesOf(select.getColumn(3).getString()), select.getColumn(4).getString(),
                             select.getColumn(5).getString()});
        }
        return found;
    });
}

} // namespace smiley::store
