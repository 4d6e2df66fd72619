// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/randomedits.h"

namespace pq::test {

using namespace Qt::StringLiterals;

namespace {

QString randomText(const Choose &choose)
{
    static const QStringList parts{u"word "_s,    u"“quote” "_s, u"👩‍👩‍👧 "_s,
                                   u"e\u0301 "_s, u"שלום "_s,    u"\n\n"_s,
                                   u"— "_s,       u"🇩🇪"_s,       u"long sentence. "_s};
    QString text;
    for (qsizetype n = choose(30) + 3; n > 0; --n)
        text += parts[choose(parts.size())];
    return text + QString::number(choose(1'000'000'000));
}

Passage randomPassage(const Version &version, TagId tag, const Choose &choose)
{
    Passage passage{.id = PassageId::create(), .version = version.id, .tag = tag};
    TextPosition from{0};
    for (qsizetype n = choose(3) + 1; n > 0 && from.value < version.text.length(); --n) {
        const TextPosition begin = from + choose(version.text.length() - from.value);
        const TextPosition end = begin + 1 + choose(version.text.length() - begin.value);
        const TextSpan span{begin, std::min(end, version.text.span().end)};
        passage.fragments.append({.span = span, .words = version.text.words(span).toString()});
        from = span.end;
    }
    return passage;
}

template <class T>
const T &oneOf(const QList<T> &list, const Choose &choose)
{
    return list[choose(list.size())];
}

}

Result<Changes> randomEdit(Store &store, const Choose &choose)
{
    const Corpus all = *store.corpus();
    const auto import = [&] {
        const QString text = randomText(choose);
        return store.edit(u"Import"_s, [&](Edit &e) {
            e.import({.text = Text(text),
                      .head = {.title = u"Article"_s, .outlet = u"Outlet %1"_s.arg(choose(3))},
                      .sourceBytes = text.toUtf8() + "\r\n"});
        });
    };
    const auto addTag = [&] {
        return store.edit(u"Add tag"_s, [&](Edit &e) {
            const TagsetId tagset = all.tagsets.isEmpty() ? TagsetId::create() : all.tagsets.first().id;
            e.put(Tagset{.id = tagset, .name = u"Set"_s});
            e.put(Tag{.id = TagId::create(),
                      .tagset = tagset,
                      .parent = all.tags.isEmpty() ? TagId() : oneOf(all.tags, choose).id,
                      .name = u"Tag %1"_s.arg(choose(100)),
                      .colour = u"#4477aa"_s,
                      .attributes = {{.id = AttributeId::create(),
                                      .name = u"Kind"_s,
                                      .kind = AttributeKind::Choice,
                                      .choices = {u"a"_s, u"b"_s}}}});
        });
    };
    if (all.versions.isEmpty())
        return import();
    if (all.tags.isEmpty())
        return addTag();

    const auto correct = [&] {
        const Version &from = oneOf(all.versions, choose);
        QString text = from.text.string();
        const qsizetype at = from.text.toUtf16(TextPosition{choose(from.text.length())}).value;
        // The same numbers may come again, but the same text once more would be no new version.
        text.insert(at, randomText(choose) + VersionId::create().toString());
        QList<PassageId> ids;
        QList<QList<TextSpan>> spans;
        for (const Passage &passage : all.passages) {
            if (passage.version != from.id)
                continue;
            ids.append(passage.id);
            spans.append(passage.spans());
        }
        return store.edit(u"New version"_s, [&](Edit &e) {
            e.correct({.from = from.id,
                       .to = {},
                       .document = {.text = Text(text)},
                       .note = u"It was wrong."_s,
                       .passages = ids,
                       .reanchoring = reanchor(from.text, Text(text), spans),
                       .accepted = {},
                       .declined = {}});
        });
    };

    // One act with several entries in the journal, as each attempt begins a new one; some are given up.
    const auto several = [&] {
        return store.edit(u"Several things"_s, [&](Edit &e) {
            for (qsizetype n = choose(4) + 1; n > 0; --n) {
                e.attempt([&] {
                    const QString text = randomText(choose);
                    e.import({.text = Text(text), .head = {.title = u"Article"_s}, .sourceBytes = text.toUtf8()});
                    Tag tag = oneOf(all.tags, choose);
                    tag.name = u"Tag %1"_s.arg(choose(100));
                    e.put(tag);
                    if (choose(3) == 0)
                        e.remove(oneOf(all.articles, choose).id);
                    return choose(3) != 0;
                });
            }
        });
    };

    switch (choose(17)) {
    case 0:
        return addTag();
    case 1:
        if (all.articles.size() > 2)
            return store.edit(u"Remove article"_s, [&](Edit &e) { e.remove(oneOf(all.articles, choose).id); });
        return import();
    case 2:
    case 3:
    case 4:
        return store.edit(u"Tag passage"_s, [&](Edit &e) {
            const Tag &tag = oneOf(all.tags, choose);
            Passage passage = randomPassage(oneOf(all.versions, choose), tag.id, choose);
            if (!tag.attributes.isEmpty())
                passage.attributes = {{.attribute = tag.attributes.first().id, .value = u"a"_s}};
            e.put(passage);
        });
    case 5:
        if (all.passages.isEmpty())
            return import();
        return store.edit(u"Move boundaries"_s, [&](Edit &e) {
            Passage passage = oneOf(all.passages, choose);
            const Version version = *store.version(passage.version);
            passage.fragments = randomPassage(version, passage.tag, choose).fragments;
            e.put(passage);
        });
    case 6:
        if (all.passages.isEmpty())
            return import();
        return store.edit(u"Delete passage"_s, [&](Edit &e) { e.remove(oneOf(all.passages, choose).id); });
    case 7:
    case 8:
        if (all.passages.isEmpty())
            return import();
        return store.edit(u"Make claim"_s, [&](Edit &e) {
            const EntityId person = EntityId::create();
            e.put(Entity{.id = person,
                         .name = u"Person %1"_s.arg(choose(100)),
                         .aliases = {u"P"_s, u"Q"_s},
                         .externalIds = {{u"wikidata"_s, u"Q1"_s}}});
            const PassageId passage = oneOf(all.passages, choose).id;
            e.put(Claim{.id = ClaimId::create(),
                        .kind = static_cast<ClaimKind>(choose(5)),
                        .summary = u"👍"_s,
                        .passages = {{.passage = passage, .role = PassageRole::Content}},
                        .participants = {{.entity = person, .role = ParticipantRole::Speaker, .evidence = passage}}});
        });
    case 9:
        if (all.claims.size() < 2)
            return import();
        return store.edit(u"Link claims"_s, [&](Edit &e) {
            const qsizetype from = choose(all.claims.size() - 1);
            const Link link{.id = LinkId::create(),
                            .from = all.claims[from].id,
                            .to = all.claims.last().id,
                            .kind = LinkKind::Repeats};
            if (std::ranges::none_of(all.links, [&](const Link &l) { return l.from == link.from && l.to == link.to; }))
                e.put(link);
        });
    case 10:
        if (all.entities.isEmpty())
            return import();
        return store.edit(u"Rename entity"_s, [&](Edit &e) {
            Entity entity = oneOf(all.entities, choose);
            entity.name += u"x"_s;
            entity.aliases = {u"New alias"_s};
            e.put(entity);
        });
    case 11:
        if (all.entities.isEmpty())
            return import();
        return store.edit(u"Remove entity"_s, [&](Edit &e) { e.remove(oneOf(all.entities, choose).id); });
    case 12:
        return store.edit(u"Write note"_s, [&](Edit &e) {
            e.put(Note{.id = NoteId::create(),
                       .target = oneOf(all.articles, choose).id,
                       .parent = {},
                       .body = u"Is this *so*?"_s,
                       .resolved = choose(2) == 1});
        });
    case 13:
        return correct();
    case 14:
    case 15:
        return several();
    default:
        return import();
    }
}

}
