// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/webannotation/webannotationreader.h"

#include "core/formats/webannotation/quoteanchor.h"

namespace pq {

using namespace Qt::StringLiterals;

/// A passage for each tag, as a passage carries one, and a note for each other body.
void WebAnnotationReader::addTagged(Foreign &foreign, QJsonObject passage, const QJsonArray &bodies)
{
    QStringList tags;
    QStringList notes;
    for (const auto &body : bodies) {
        const QString value = body["value"_L1].toString();
        if (value.trimmed().isEmpty())
            continue;
        if (listOf(body["purpose"_L1]).contains("tagging"_L1))
            tags.append(value);
        else
            notes.append(value);
    }
    if (const QString value = foreign.annotation.value("bodyValue"_L1).toString(); !value.trimmed().isEmpty())
        notes.append(value);
    tags.removeDuplicates();
    if (tags.isEmpty()) {
        const QString motivation = listOf(foreign.annotation.value("motivation"_L1)).at(0).toString();
        tags.append(motivation.isEmpty() ? u"annotation"_s : motivation);
    }
    const QString first = passage.value("id"_L1).toString();
    for (const QString &tag : std::as_const(tags)) {
        if (!foreign.objects.isEmpty())
            passage.insert("id"_L1, createUuidV7().toString(QUuid::WithoutBraces));
        passage.insert("tag"_L1, tagNamed(tag));
        foreign.objects.append(passage.value("id"_L1).toString());
        add(passage);
    }
    for (const QString &body : std::as_const(notes)) {
        QJsonObject note = made(foreign.annotation, "note"_L1);
        note.insert("id"_L1, createUuidV7().toString(QUuid::WithoutBraces));
        note.insert("target"_L1, QJsonObject{{"passage"_L1, first}});
        note.insert("body"_L1, body);
        foreign.objects.append(note.value("id"_L1).toString());
        add(note);
    }
    if (const QString iri = foreign.annotation.value("id"_L1).toString(); !iri.isEmpty())
        m_passages.insert(iri, first);
    foreign.isDone = true;
}

void WebAnnotationReader::readPassages(Foreign &foreign)
{
    const QJsonArray targets = listOf(foreign.annotation.value("target"_L1));
    QList<TextSpan> spans;
    const SourceText *text = nullptr;
    for (const auto &each : targets) {
        const QJsonObject target = each.toObject();
        const SourceText *own = target.contains("selector"_L1) ? sourceOf(target) : nullptr;
        if (!own)
            return;
        if (text && own != text) {
            m_reading.remark(Formats::tr("an annotation on several texts was kept for Web Annotation alone"));
            return;
        }
        text = own;
        const SelectedPlace place = SelectedPlace::of(selectorsOf(target));
        if (place.exact.isEmpty() && !place.position)
            return;
        const AnchoredPlace found = anchor(own->text, place, own->counting);
        if (!found.span) {
            m_reading.remark(
                Formats::tr("an annotation was not placed, as %1 It was kept for Web Annotation alone").arg(found.why));
            return;
        }
        if (found.isNearest)
            m_reading.remark(
                Formats::tr("of several places that a quote fits, the one nearest to its position was taken"));
        spans.append(*found.span);
    }
    std::ranges::sort(spans);
    QJsonArray fragments;
    for (qsizetype i = 0; i < spans.size(); ++i) {
        if (i > 0 && spans[i].begin < spans[i - 1].end) {
            m_reading.remark(Formats::tr("an annotation whose targets overlap was kept for Web Annotation alone"));
            return;
        }
        fragments.append(QJsonObject{{"begin"_L1, spans[i].begin.value},
                                     {"end"_L1, spans[i].end.value},
                                     {"words"_L1, text->text.text().words(spans[i]).toString()}});
    }
    if (spans.isEmpty())
        return;
    QJsonObject passage = made(foreign.annotation, "passage"_L1);
    passage.insert("version"_L1, text->version);
    passage.insert("fragments"_L1, fragments);
    addTagged(foreign, passage, listOf(foreign.annotation.value("body"_L1)));
}

/// Two annotations that a third one links: both targets, or the body and the target.
void WebAnnotationReader::readRelation(Foreign &foreign)
{
    if (!listOf(foreign.annotation.value("motivation"_L1)).contains("linking"_L1))
        return;
    QStringList ends;
    QString label = u"linking"_s;
    for (const QJsonArray bodies = listOf(foreign.annotation.value("body"_L1)); const auto &body : bodies) {
        const QString value = body["value"_L1].toString();
        if (const QString iri = iriOf(body); m_passages.contains(iri))
            ends.append(m_passages.value(iri));
        else if (!value.trimmed().isEmpty())
            label = value;
    }
    for (const QJsonArray targets = listOf(foreign.annotation.value("target"_L1)); const auto &target : targets) {
        if (const QString iri = iriOf(target); m_passages.contains(iri))
            ends.append(m_passages.value(iri));
    }
    if (ends.size() != 2)
        return;
    QJsonObject relation = made(foreign.annotation, "relation"_L1);
    relation.insert("from"_L1, ends.first());
    relation.insert("to"_L1, ends.last());
    relation.insert("label"_L1, label);
    foreign.objects = {relation.value("id"_L1).toString()};
    foreign.isDone = true;
    add(relation);
}

void WebAnnotationReader::readNote(Foreign &foreign)
{
    const QJsonArray targets = listOf(foreign.annotation.value("target"_L1));
    const QJsonObject object = targets.at(0).toObject();
    const QString target = object.contains("source"_L1) ? iriOf(object.value("source"_L1)) : iriOf(targets.at(0));
    QStringList texts;
    for (const QJsonArray bodies = listOf(foreign.annotation.value("body"_L1)); const auto &body : bodies)
        texts.append(body["value"_L1].toString());
    texts.append(foreign.annotation.value("bodyValue"_L1).toString());
    texts.removeAll(QString());
    const QString text = texts.join(u"\n\n"_s);
    if (targets.size() != 1 || object.contains("selector"_L1) || text.trimmed().isEmpty())
        return;
    QJsonObject about;
    if (m_abouts.contains(target))
        about = m_abouts.value(target);
    else if (m_passages.contains(target))
        about = {{"passage"_L1, m_passages.value(target)}};
    else if (m_claims.contains(target))
        about = {{"claim"_L1, m_claims.value(target)}};
    else if (const SourceText *source = sourceOf({{"source"_L1, target}}); source && !target.isEmpty())
        about = {{"article"_L1, source->article}};
    else if (m_articles.contains(bareIri(target)))
        about = {{"article"_L1, m_articles.value(bareIri(target))}};
    if (about.isEmpty())
        return;
    QJsonObject note = made(foreign.annotation, "note"_L1);
    note.insert("target"_L1, about);
    if (m_notes.contains(target))
        note.insert("parent"_L1, m_notes.value(target));
    note.insert("body"_L1, text);
    foreign.objects = {note.value("id"_L1).toString()};
    foreign.isDone = true;
    add(note);
    if (const QString iri = foreign.annotation.value("id"_L1).toString(); !iri.isEmpty()) {
        m_abouts.insert(iri, about);
        m_notes.insert(iri, note.value("id"_L1).toString());
    }
}

/// How those who made the annotations count, text by text.
void WebAnnotationReader::findCountings()
{
    QHash<QString, QList<CountedSpan>> spans;
    for (const Foreign &foreign : std::as_const(m_foreign)) {
        for (const QJsonArray targets = listOf(foreign.annotation.value("target"_L1)); const auto &target : targets) {
            const SourceText *text = sourceOf(target.toObject());
            const auto position = SelectedPlace::of(selectorsOf(target.toObject())).position;
            if (text && position)
                spans[text->version].append(*position);
        }
    }
    for (SourceText &text : m_texts) {
        const QList<CountedSpan> own = spans.take(text.version);
        if (own.isEmpty())
            continue;
        const FoundCounting found = text.text.findCounting(own, {});
        text.counting = found.counting;
        m_counting.append({text.version, found});
    }
}

void WebAnnotationReader::readForeign()
{
    findCountings();
    const auto visit = [this](void (WebAnnotationReader::*step)(Foreign &)) {
        bool isMore = false;
        for (Foreign &foreign : m_foreign) {
            m_reading.place = foreign.place;
            if (foreign.isDone)
                continue;
            (this->*step)(foreign);
            isMore = isMore || foreign.isDone;
        }
        return isMore;
    };
    visit(&WebAnnotationReader::readPassages);
    visit(&WebAnnotationReader::readRelation);
    // An answer may stand before what it answers.
    while (visit(&WebAnnotationReader::readNote)) {}
}

/// Other people's annotations stay as they are, with what they became.
void WebAnnotationReader::keep(Read &all)
{
    const AnnotationDigests digests(all.corpus);
    QHash<VersionId, ArticleId> articles;
    for (const Version &version : std::as_const(all.corpus.versions))
        articles.insert(version.id, version.article);
    QHash<QString, ArticleId> articleOf;
    for (const Passage &passage : std::as_const(all.corpus.passages))
        articleOf.insert(passage.id.toString(), articles.value(passage.version));
    qsizetype unplaced = 0;
    for (const Foreign &foreign : std::as_const(m_foreign)) {
        const ArticleId article = foreign.objects.isEmpty() ? ArticleId() : articleOf.value(foreign.objects.first());
        const KeptAnnotation kept{foreign.objects, digests.of(foreign.objects), foreign.annotation};
        all.corpus.remainders.append({RemainderId::create(), article, u"webannotation"_s, kept.toJson()});
        unplaced += foreign.objects.isEmpty() ? 1 : 0;
    }
    if (unplaced > 0)
        all.remarks.append(
            Formats::tr("%1 annotations are on what is not in this file, or say nothing that has a place "
                        "here; they are kept and will be written again.")
                .arg(unplaced));
}

}
