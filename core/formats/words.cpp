// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/words.h"

#include "core/formats/translated.h"
#include "core/model/ids.h"

#include <QSet>

namespace pq {

using namespace Qt::StringLiterals;

QString quoted(QStringView words)
{
    QString shown = words.toString();
    shown.replace(u'\n', u'⏎').replace(u'\t', u'⇥');
    constexpr qsizetype most = 120;
    if (shown.size() > most) {
        const Text text(shown);
        const qsizetype half = most / 2;
        shown = text.words({{0}, {half}}).toString() + u'…'
            + text.words({{std::max(half, text.length() - half)}, {text.length()}}).toString();
    }
    return u'“' + shown + u'”';
}

namespace {

/// The spans' slices of anything that is sliced like a string, joined; nothing when one is not in it.
template <class Whole>
std::optional<Whole> slices(const Whole &whole, const QList<TextSpan> &spans)
{
    Whole all;
    for (const TextSpan &span : spans) {
        const qsizetype begin = span.begin.value;
        const qsizetype end = span.end.value;
        if (begin < 0 || end < begin || end > whole.size())
            return std::nullopt;
        if (&span != &spans.first())
            all += typename Whole::value_type(0x20);
        all += whole.sliced(begin, end - begin);
    }
    return all;
}

std::optional<QString> wordsAt(const Text &text, const QList<TextSpan> &spans)
{
    QStringList all;
    for (const TextSpan &span : spans) {
        if (!text.covers(span))
            return std::nullopt;
        all.append(text.words(span).toString());
    }
    return all.join(u' ');
}

/// The sentence for the first way of counting that makes the numbers fit.
QString hint(const Text &text, const QList<TextSpan> &spans, const QString &words)
{
    if (slices(text.string(), spans) == words)
        return Formats::tr("The numbers fit when counted in UTF-16 code units; they must count Unicode code points.");
    if (slices(text.string().toUtf8(), spans) == words.toUtf8())
        return Formats::tr("The numbers fit when counted in UTF-8 bytes; they must count Unicode code points.");
    QList<TextSpan> inclusive = spans;
    const bool within = std::ranges::all_of(spans,
                                            [&](const TextSpan &span) { return span.end.value < text.length(); });
    for (TextSpan &span : inclusive)
        span.end = span.end + (within ? 1 : 0);
    if (wordsAt(text, inclusive) == words)
        return Formats::tr("The numbers fit when the end is the last character; it must be the place behind it.");
    const auto carriageReturns = [](QString copy) { return copy.replace(u'\n', u"\r\n"_s); };
    if (wordsAt(Text(carriageReturns(text.string())), spans) == carriageReturns(words))
        return Formats::tr("The numbers fit when each line end counts as two characters; it must count as one.");
    return {};
}

QString numbers(const QList<TextSpan> &spans)
{
    QStringList all;
    for (const TextSpan &span : spans)
        all.append(u"%1–%2"_s.arg(span.begin.value).arg(span.end.value));
    return all.join(u", "_s);
}

}

QString mismatch(const Text &text, const QList<TextSpan> &spans, const QString &words)
{
    const std::optional<QString> actual = wordsAt(text, spans);
    if (actual == words)
        return {};
    QString sentence = actual
        ? Formats::tr("the words at %1 are %2, the file says %3.").arg(numbers(spans), quoted(*actual), quoted(words))
        : Formats::tr("there is nothing at %1 as the text has %2 characters; the file says %3.")
              .arg(numbers(spans))
              .arg(text.length())
              .arg(quoted(words));
    if (const QString more = hint(text, spans, words); !more.isEmpty())
        sentence += u' ' + more;
    return sentence;
}

namespace {

/// Keeps the first thing that refers to what is not there.
class References
{
public:
    template <class From, class To>
    void check(const Id<From> &from, const Id<To> &to, const QSet<Id<To>> &known, bool required = false)
    {
        if (!m_error.isEmpty() || (to.isNull() && !required) || known.contains(to))
            return;
        m_error = to.isNull() ? Formats::tr("%1 lacks a reference that it needs.").arg(from.toString())
                              : Formats::tr("%1 refers to %2, which is not part of what is to be written.")
                                    .arg(from.toString(), to.toString());
    }
    const QString &error() const { return m_error; }

private:
    QString m_error;
};

}

static Result<> checkReferences(const Corpus &corpus)
{
    const auto annotators = idsOf(corpus.annotators);
    const auto tagsets = idsOf(corpus.tagsets);
    const auto tags = idsOf(corpus.tags);
    const auto entities = idsOf(corpus.entities);
    const auto articles = idsOf(corpus.articles);
    const auto versions = idsOf(corpus.versions);
    const auto passages = idsOf(corpus.passages);
    const auto claims = idsOf(corpus.claims);
    const auto verdicts = idsOf(corpus.verdicts);
    const auto notes = idsOf(corpus.notes);

    References references;
    QSet<AttributeId> attributes;
    for (const Tag &tag : corpus.tags) {
        references.check(tag.id, tag.tagset, tagsets, true);
        references.check(tag.id, tag.parent, tags);
        for (const TagAttribute &attribute : tag.attributes)
            attributes.insert(attribute.id);
    }
    for (const Portrayal &portrayal : corpus.portrayals) {
        references.check(portrayal.id, portrayal.performer, entities, true);
        references.check(portrayal.id, portrayal.character, entities, true);
        references.check(portrayal.id, portrayal.work, entities);
    }
    for (const Article &article : corpus.articles)
        references.check(article.id, article.outlet, entities);
    for (const Version &version : corpus.versions)
        references.check(version.id, version.article, articles, true);
    for (const Passage &passage : corpus.passages) {
        references.check(passage.id, passage.version, versions, true);
        references.check(passage.id, passage.tag, tags, true);
        references.check(passage.id, passage.annotator, annotators);
        for (const AttributeValue &value : passage.attributes)
            references.check(passage.id, value.attribute, attributes, true);
    }
    for (const Relation &relation : corpus.relations) {
        references.check(relation.id, relation.from, passages, true);
        references.check(relation.id, relation.to, passages, true);
        references.check(relation.id, relation.annotator, annotators);
    }
    for (const Remainder &remainder : corpus.remainders)
        references.check(remainder.id, remainder.article, articles);
    for (const Claim &claim : corpus.claims) {
        references.check(claim.id, claim.annotator, annotators);
        references.check(claim.id, claim.assignee, annotators);
        for (const ClaimPassage &part : claim.passages)
            references.check(claim.id, part.passage, passages, true);
        for (const Participant &participant : claim.participants) {
            references.check(claim.id, participant.entity, entities, true);
            references.check(claim.id, participant.evidence, passages);
        }
    }
    for (const Link &link : corpus.links) {
        references.check(link.id, link.from, claims, true);
        references.check(link.id, link.to, claims, true);
        references.check(link.id, link.annotator, annotators);
    }
    for (const Evidence &evidence : corpus.evidence) {
        references.check(evidence.id, evidence.claim, claims, true);
        references.check(evidence.id, evidence.passage, passages);
        references.check(evidence.id, evidence.annotator, annotators);
    }
    for (const Verdict &verdict : corpus.verdicts) {
        references.check(verdict.id, verdict.claim, claims, true);
        references.check(verdict.id, verdict.annotator, annotators);
    }
    for (const SignOff &signOff : corpus.signOffs) {
        references.check(signOff.id, signOff.verdict, verdicts, true);
        references.check(signOff.id, signOff.annotator, annotators);
    }
    for (const Note &note : corpus.notes) {
        references.check(note.id, note.parent, notes);
        references.check(note.id, note.annotator, annotators);
        std::visit(
            [&]<class T>(const T &target) {
                if constexpr (std::is_same_v<T, ArticleId>)
                    references.check(note.id, target, articles, true);
                else if constexpr (std::is_same_v<T, PassageId>)
                    references.check(note.id, target, passages, true);
                else if constexpr (std::is_same_v<T, ClaimId>)
                    references.check(note.id, target, claims, true);
                else if constexpr (std::is_same_v<T, EntityId>)
                    references.check(note.id, target, entities, true);
                else
                    references.check(note.id, target, tags, true);
            },
            note.target);
    }
    if (!references.error().isEmpty())
        return fail(references.error());
    return {};
}

Result<> checkCorpus(const Corpus &corpus)
{
    if (const auto sound = checkReferences(corpus); !sound)
        return sound;
    QHash<VersionId, const Version *> versions;
    for (const Version &version : corpus.versions) {
        if (version.text.isEmpty())
            return fail(Formats::tr("Nothing was written, because the version %1 came without its text.")
                            .arg(version.id.toString()));
        versions.insert(version.id, &version);
    }
    for (const Passage &passage : corpus.passages) {
        const Version &version = *versions.value(passage.version);
        const auto refuse = [&](const QString &why) {
            return fail(Formats::tr("Nothing was written, because of the passage %1 in version %2: %3")
                            .arg(passage.id.toString(), version.id.toString(), why));
        };
        if (passage.fragments.isEmpty())
            return refuse(Formats::tr("it has no fragments."));
        TextPosition last{0};
        for (const Fragment &fragment : passage.fragments) {
            if (fragment.span.isEmpty() || fragment.span.begin < last)
                return refuse(Formats::tr("its fragments are empty, overlap or do not ascend."));
            last = fragment.span.end;
            if (const QString wrong = mismatch(version.text, {fragment.span}, fragment.words); !wrong.isEmpty())
                return refuse(wrong);
        }
    }
    return {};
}

}
