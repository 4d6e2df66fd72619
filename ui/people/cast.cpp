// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/cast.h"

#include "core/model/labels.h"
#include "ui/parts/searchable.h"
#include "ui/session.h"

#include <QCollator>
#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace pq {

namespace {

constexpr qsizetype mostSuggestions = 12;

/// 0: is that name; 1: begins with it; 2: a word in it does; 3: contains it; 4: none of these.
int distance(const QString &name, const QString &typed)
{
    const QString in = searchable(name);
    if (in == typed)
        return 0;
    if (in.startsWith(typed))
        return 1;
    if (in.contains(u' ' + typed))
        return 2;
    return in.contains(typed) ? 3 : 4;
}

QString newEntityTitle(EntityKind kind, const QString &name)
{
    switch (kind) {
    case EntityKind::Person:
        return QCoreApplication::translate("Cast", "New person “%1”").arg(name);
    case EntityKind::Character:
        return QCoreApplication::translate("Cast", "New character “%1”").arg(name);
    case EntityKind::Organisation:
        return QCoreApplication::translate("Cast", "New organisation “%1”").arg(name);
    case EntityKind::Work:
        return QCoreApplication::translate("Cast", "New work “%1”").arg(name);
    }
    return name;
}

}

QString Cast::performers(EntityId character) const
{
    QStringList names;
    for (const Portrayal &portrayal : portrayals) {
        if (portrayal.character == character && !names.contains(name(portrayal.performer)))
            names.append(name(portrayal.performer));
    }
    return QLocale().createSeparatedList(names);
}

QString Cast::portrayed(const Entity &entity) const
{
    if (entity.kind == EntityKind::Character) {
        const QString who = performers(entity.id);
        return who.isEmpty() ? QString() : QCoreApplication::translate("Cast", "Played by %1").arg(who);
    }
    QStringList characters;
    for (const Portrayal &portrayal : portrayals) {
        if (portrayal.performer == entity.id && !characters.contains(name(portrayal.character)))
            characters.append(name(portrayal.character));
    }
    return characters.isEmpty()
        ? QString()
        : QCoreApplication::translate("Cast", "Plays %1").arg(QLocale().createSeparatedList(characters));
}

QString Cast::described(const Entity &entity) const
{
    const QString portrayal = portrayed(entity);
    return portrayal.isEmpty() ? label(entity.kind)
                               : QCoreApplication::translate("Cast", "%1 · %2").arg(label(entity.kind), portrayal);
}

QString Cast::nameWithPerformer(EntityId id) const
{
    const QString who = performers(id);
    return who.isEmpty() ? name(id) : QCoreApplication::translate("Cast", "%1 (played by %2)").arg(name(id), who);
}

QList<Entity> Cast::sorted() const
{
    QList<Entity> list = entities.values();
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    std::ranges::sort(list, [&collator](const Entity &a, const Entity &b) {
        const int order = collator.compare(a.name, b.name);
        return order == 0 ? a.id < b.id : order < 0;
    });
    return list;
}

Cast cast(Session &session)
{
    Cast cast;
    if (!session.isOpen())
        return cast;
    for (const QList<Entity> all = session.value(session.store().entities()); const Entity &entity : all)
        cast.entities.insert(entity.id, entity);
    cast.portrayals = session.value(session.store().portrayals());
    return cast;
}

QList<EntityKind> kindsFor(ParticipantRole role)
{
    using enum EntityKind;
    switch (role) {
    case ParticipantRole::Outlet:
        return {Organisation, Person};
    case ParticipantRole::Speaker:
    case ParticipantRole::Addressee:
        return {Person, Character, Organisation};
    case ParticipantRole::Contributor:
    case ParticipantRole::Source:
    case ParticipantRole::Interviewer:
        return {Person, Organisation};
    case ParticipantRole::Subject:
        return {Person, Character, Work, Organisation};
    }
    return {};
}

QList<Row> suggestedEntities(const Cast &cast, const QString &typed, const QList<EntityKind> &kinds)
{
    struct Match
    {
        int distance;
        bool isOtherKind;
        Entity entity;
        QString alias;
    };
    const QString name = typed.simplified();
    const QString wanted = searchable(name);
    QList<Match> matches;
    for (const QList<Entity> entities = cast.sorted(); const Entity &entity : entities) {
        Match match{distance(entity.name, wanted), !kinds.contains(entity.kind), entity, {}};
        for (const QString &alias : entity.aliases) {
            const int there = distance(alias, wanted);
            if (there < match.distance) {
                match.distance = there;
                match.alias = alias;
            }
        }
        if (match.distance < 4)
            matches.append(match);
    }
    std::ranges::stable_sort(matches, [](const Match &a, const Match &b) {
        return std::pair(a.distance > 0, a.isOtherKind) == std::pair(b.distance > 0, b.isOtherKind)
            ? a.distance < b.distance
            : std::pair(a.distance > 0, a.isOtherKind) < std::pair(b.distance > 0, b.isOtherKind);
    });

    QList<Row> rows;
    QSet<EntityKind> taken;
    for (const Match &match : std::as_const(matches)) {
        if (match.distance == 0 && match.alias.isEmpty())
            taken.insert(match.entity.kind);
        if (rows.size() == mostSuggestions)
            continue;
        Row row;
        row.title = match.entity.name;
        row.detail = cast.described(match.entity);
        if (!match.alias.isEmpty())
            row.detail = QCoreApplication::translate("Cast", "Also known as %1 · %2").arg(match.alias, row.detail);
        row.glyph = glyph(match.entity.kind);
        row.isPlain = true;
        row.value = QVariant::fromValue(match.entity);
        rows.append(row);
    }

    QList<EntityKind> all = kinds;
    for (const EntityKind kind :
         {EntityKind::Person, EntityKind::Character, EntityKind::Organisation, EntityKind::Work}) {
        if (!all.contains(kind))
            all.append(kind);
    }
    for (const EntityKind kind : all) {
        if (taken.contains(kind))
            continue;
        Entity entity;
        entity.id = EntityId::create();
        entity.kind = kind;
        entity.name = name;
        Row row;
        row.title = newEntityTitle(kind, name);
        row.glyph = glyph(kind);
        row.isPlain = true;
        row.value = QVariant::fromValue(entity);
        rows.append(row);
    }
    return rows;
}

}
