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
    return session.create(path) && session.edit(QCoreApplication::translate("Sample", "Make the sample project"), [&read](Edit &edit) {
        edit.put(read->corpus);
    });
}

PassageId telltalePassage(Session &session)
{
    // A contribution that something else rests on: its line has a speaker, a contributor and an echo.
    const QList<Claim> claims = session.value(session.store().claims());
    const QList<Link> links = session.value(session.store().links());
    PassageId best;
    qsizetype most = -1;
    for (const Claim &claim : claims) {
        const auto content = std::ranges::find(claim.passages, PassageRole::Content, &ClaimPassage::role);
        const bool isContributed = claim.kind == ClaimKind::Contribution
                                   && std::ranges::contains(claim.participants, ParticipantRole::Contributor, &Participant::role);
        if (!isContributed || content == claim.passages.end())
            continue;
        const qsizetype weight = std::ranges::count_if(links, [&claim](const Link &link) {
            return link.from == claim.id || link.to == claim.id;
        });
        if (weight > most) {
            most = weight;
            best = content->passage;
        }
    }
    return best;
}

}
