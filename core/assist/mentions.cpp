// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assist/mentions.h"

#include "core/text/fold.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr qsizetype shortestPart = 3; // characters; initials and particles are in every text

/// Null for a name that several share.
using Names = QHash<QString, const Entity *>;

void addName(Names &names, const QString &name, const Entity &entity)
{
    if (name.isEmpty())
        return;
    const auto known = names.find(name);
    if (known == names.end())
        names.insert(name, &entity);
    else if (*known != &entity)
        *known = nullptr;
}

/// "The Keeper" is not called The.
bool isNoName(const QString &word)
{
    static const QSet<QString> all{u"The"_s, u"Mr"_s,  u"Mr."_s,  u"Mrs"_s,  u"Mrs."_s, u"Ms"_s,   u"Ms."_s,  u"Dr"_s,
                                   u"Dr."_s, u"Sir"_s, u"Dame"_s, u"Lord"_s, u"Lady"_s, u"Aunt"_s, u"Uncle"_s};
    return word.size() < shortestPart || all.contains(word);
}

Names namesOf(const QList<Entity> &cast)
{
    Names whole;
    Names parts;
    for (const Entity &entity : cast) {
        addName(whole, entity.name, entity);
        for (const QString &alias : entity.aliases)
            addName(whole, alias, entity);
        if (entity.kind != EntityKind::Person && entity.kind != EntityKind::Character)
            continue;
        for (const QString &word : {entity.name.section(u' ', 0, 0), entity.name.section(u' ', -1)}) {
            if (!isNoName(word))
                addName(parts, word, entity);
        }
    }
    for (auto name = parts.cbegin(); name != parts.cend(); ++name) {
        if (!whole.contains(name.key())) // a whole name means whose it is
            whole.insert(name.key(), name.value());
    }
    return whole;
}

bool isPartOfWord(const Text &text, TextPosition at)
{
    const TextSpan character{at, at + 1};
    if (!text.covers(character))
        return false;
    const QChar first = text.words(character).front();
    return first.isLetterOrNumber() || first.isMark() || first.isSurrogate();
}

}

QList<Mention> mentions(const Text &text, const TextSpan &window, const QList<Entity> &cast)
{
    const Text words(text.words(window).toString());
    QList<Mention> found;
    const Names names = namesOf(cast);
    for (auto name = names.cbegin(); name != names.cend(); ++name) {
        if (name.value() == nullptr || !words.string().contains(name.key())) // most names are not here
            continue;
        for (const QList<TextSpan> places = findExactly(words, name.key()); const TextSpan &place : places) {
            if (isPartOfWord(words, place.begin - 1) || isPartOfWord(words, place.end))
                continue;
            found.append({name.value()->id,
                          name.value()->kind,
                          {window.begin + place.begin.value, window.begin + place.end.value}});
        }
    }
    std::ranges::sort(found, [](const Mention &a, const Mention &b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    QList<Mention> apart;
    for (const Mention &mention : std::as_const(found)) {
        if (apart.isEmpty() || apart.last().span.end <= mention.span.begin)
            apart.append(mention);
        else if (apart.last().span.length() < mention.span.length())
            apart.last() = mention;
    }
    return apart;
}

}
