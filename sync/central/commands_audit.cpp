// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/commands.h"
#include "sync/central/json_text.h"

#include <iostream>
#include <string>

namespace smiley::central {

namespace {

std::string sentence(const wire::AuditFault& fault)
{
    using Kind = wire::AuditFault::Kind;
    const std::string row = "row " + std::to_string(fault.number);
    switch (fault.kind) {
    case Kind::Gap: return "rows before " + row + " are missing";
    case Kind::Changed: return row + " doesn't follow from the row before: one of them was changed";
    case Kind::Twice: return "another " + row + " came: the stand was taken back to an older state, or changed";
    case Kind::BegunAnew: return "another " + row + " came: the stand's database was made anew";
    case Kind::OutOfOrder: return row + " is out of order";
    case Kind::Anchor: return "the head in an envelope names a " + row + " that isn't there";
    }
    return {};
}

int printedJson(const core::StandId& stand, const std::vector<wire::AuditRecord>& rows, const wire::AuditCheck& check)
{
    JsonArray list;
    for (const wire::AuditRecord& row : rows) {
        list.raw(JsonObject()
                     .add("number", row.number)
                     .add("hour", row.hour)
                     .add("who", row.who)
                     .add("what", row.what)
                     .add("detail", row.detail)
                     .add("hash", row.hash.text())
                     .text());
    }
    JsonArray faults;
    for (const wire::AuditFault& fault : check.faults) {
        faults.raw(JsonObject()
                       .add("kind", wire::nameOf(fault.kind))
                       .add("number", fault.number)
                       .add("message", sentence(fault))
                       .text());
    }
    std::cout << JsonObject()
                     .add("ok", check.faults.empty())
                     .add("stand", stand.text())
                     .add("vouched_to", check.vouchedTo)
                     .raw("faults", faults.text())
                     .raw("rows", list.text())
                     .text()
              << std::endl;
    return check.faults.empty() ? Done : Refused;
}

} // namespace

Kept<wire::AuditCheck> checkAudit(Ledger& ledger, const core::StandId& stand)
{
    const auto rows = ledger.standAudit(stand);
    if (!rows) {
        return rows.error();
    }
    const auto heads = ledger.auditHeads(stand);
    if (!heads) {
        return heads.error();
    }
    return wire::verifyAudit(*rows, *heads);
}

int standAudit(const CommandOptions& options)
{
    return withId<core::StandId>("--stand", options.stand, [&](const core::StandId& id) {
        return withCentre(options, [&](const DataFolder&, Ledger& ledger, const wire::SecretKey&) {
            const auto stand = ledger.stand(id);
            if (!stand) {
                return failed(stand.error());
            }
            if (!*stand) {
                return said(Refused, "there is no stand " + id.text() + "; `smiley-central stand list` shows them");
            }
            const auto rows = ledger.standAudit(id);
            const auto check = checkAudit(ledger, id);
            if (!rows || !check) {
                return failed(rows ? check.error() : rows.error());
            }
            if (options.json) {
                return printedJson(id, *rows, *check);
            }
            for (const wire::AuditRecord& row : *rows) {
                std::cout << row.number << "  " << row.hour << "  " << row.who << "  " << row.what
                          << (row.detail.empty() ? "" : "  ") << row.detail << "\n";
            }
            for (const wire::AuditFault& fault : check->faults) {
                std::cerr << id.text() << ": " << sentence(fault) << "\n";
            }
            if (!check->faults.empty()) {
                return said(Refused, "the audit trail of " + id.text() + " is broken");
            }
            return printed(rows->empty() ? "Nothing has come yet."
                                         : "The chain is whole up to row " + std::to_string(check->vouchedTo) + ".");
        });
    });
}

} // namespace smiley::central
