// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/picturewords.h"

#include "core/reports/translated.h"

namespace pq {

using namespace Qt::StringLiterals;

QString chainTitle(const Chain &chain)
{
    return chain.line.isEmpty() ? QString() : u"“%1”"_s.arg(chain.line.simplified());
}

QString undated()
{
    return Reports::tr("no date");
}

QString withoutWords()
{
    return Reports::tr("in no article");
}

QString articleCaption()
{
    return Reports::tr("article");
}

QString personCaption()
{
    return Reports::tr("person");
}

QString playedBy()
{
    return Reports::tr("played by");
}

QString whoOf(const Hop &hop)
{
    if (!hop.name.isEmpty())
        return hop.name;
    return hop.kind == HopKind::Published || hop.kind == HopKind::ReReported ? Reports::tr("unnamed outlet")
                                                                             : Reports::tr("unknown");
}

NodeKind nodeKind(const Hop &hop)
{
    if (hop.entity.isNull())
        return hop.kind == HopKind::Published || hop.kind == HopKind::ReReported ? NodeKind::Outlet : NodeKind::Person;
    switch (hop.entityKind) {
    case EntityKind::Person:
        return NodeKind::Person;
    case EntityKind::Character:
        return NodeKind::Character;
    case EntityKind::Organisation:
    case EntityKind::Work:
        return NodeKind::Outlet;
    }
    Q_UNREACHABLE_RETURN(NodeKind::Person);
}

QString nodeCaption(const Hop &hop)
{
    switch (nodeKind(hop)) {
    case NodeKind::Person:
        return personCaption();
    case NodeKind::Character:
        return Reports::tr("character");
    case NodeKind::Outlet:
        return hop.entityKind == EntityKind::Work ? Reports::tr("work") : Reports::tr("outlet");
    case NodeKind::Article:
        return articleCaption();
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString verbOf(const Hop &hop)
{
    switch (hop.kind) {
    case HopKind::Spoken:
        return hop.addresseeName.isEmpty() ? Reports::tr("spoken") : Reports::tr("spoken to %1").arg(hop.addresseeName);
    case HopKind::Contributed:
        return Reports::tr("contributed");
    case HopKind::Told:
        return hop.addresseeName.isEmpty() ? Reports::tr("told") : Reports::tr("told to %1").arg(hop.addresseeName);
    case HopKind::Published:
    case HopKind::ReReported:
        return Reports::tr("published");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString linkVerb(const Hop &hop)
{
    if (hop.isAround)
        return Reports::tr("is around");
    switch (hop.linkKind) {
    case LinkKind::Within:
        return Reports::tr("is within");
    case LinkKind::ReReports:
        return Reports::tr("re-reports");
    case LinkKind::Repeats:
        return Reports::tr("repeats");
    case LinkKind::Paraphrases:
        return Reports::tr("paraphrases");
    case LinkKind::Supports:
        return Reports::tr("supports");
    case LinkKind::Contradicts:
        return Reports::tr("contradicts");
    case LinkKind::Corrects:
        return Reports::tr("corrects");
    }
    Q_UNREACHABLE_RETURN(QString());
}

bool isAgainst(const Hop &hop)
{
    return hop.linkKind == LinkKind::Contradicts || hop.linkKind == LinkKind::Corrects;
}

QString quotedWords(const Hop &hop)
{
    // The words of a speaker's evidence only say who speaks.
    const bool isShown = hop.kind == HopKind::Spoken && !hop.content.isEmpty();
    const QString words = (isShown ? hop.content : hop.words).simplified();
    return words.isEmpty() ? hop.claimSummary.simplified() : u"“%1”"_s.arg(words);
}

}
