// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sample.h"

#include "core/formats/format.h"
#include "ui/session.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

QString samplePath()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).filePath(u"Sample.pullquote"_s);
}

bool openSample(Session &session, const QString &path)
{
    if (QFileInfo::exists(path))
        return session.open(path);
    QFile file(u":/sample/sample.jsonl"_s);
    const Format *format = findFormat(u"pullquote-jsonl");
    if (!file.open(QIODevice::ReadOnly) || !format || !format->read)
        return false;
    const Result<Read> read = format->read({{u"sample.jsonl"_s, file.readAll()}});
    if (!read) {
        Q_EMIT session.failed(read.error().message);
        return false;
    }
    QDir().mkpath(QFileInfo(path).absolutePath());
    return session.create(path)
        && session.edit(QCoreApplication::translate("Sample", "Make the sample project"),
                        [&read](Edit &edit) { edit.put(read->corpus); });
}

PassageId telltalePassage(Session &session)
{
    const QList<Claim> claims = session.value(session.store().claims());
    const QList<Link> links = session.value(session.store().links());
    const auto weight = [&links](const Claim &claim) {
        return std::ranges::count_if(
            links, [&claim](const Link &link) { return link.from == claim.id || link.to == claim.id; });
    };
    // The contribution that most else is tied to, and of what it is tied to, the line itself: words spoken by
    // somebody else than the one who contributed them, where the chain has most to tell.
    const Claim *contribution = nullptr;
    for (const Claim &claim : claims) {
        if (claim.kind == ClaimKind::Contribution && (!contribution || weight(claim) > weight(*contribution)))
            contribution = &claim;
    }
    if (!contribution)
        return {};
    const Claim *line = contribution;
    for (const Claim &claim : claims) {
        const bool isTied = std::ranges::any_of(links, [&](const Link &link) {
            return (link.from == claim.id && link.to == contribution->id)
                || (link.to == claim.id && link.from == contribution->id);
        });
        if (isTied && claim.kind == ClaimKind::Quote && (line == contribution || weight(claim) > weight(*line)))
            line = &claim;
    }
    const auto content = std::ranges::find(line->passages, PassageRole::Content, &ClaimPassage::role);
    return content == line->passages.end() ? PassageId() : content->passage;
}

}
