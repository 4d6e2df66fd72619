// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/jsonlines.h"

#include "core/formats/json.h"
#include "core/formats/jsonlineswriter.h"
#include "core/formats/words.h"
#include "core/model/names.h"

#include <QCryptographicHash>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// One line, closed by take().
class Line : public JsonWriter
{
public:
    explicit Line(QLatin1StringView type) : JsonWriter(Compact)
    {
        beginObject();
        member("type"_L1, type);
    }
    QByteArray take()
    {
        end();
        return bytes() + '\n';
    }
};

template <class T>
void writeMaker(Line &line, const T &made)
{
    line.member("annotator"_L1, made.annotator);
    line.member("created"_L1, made.created);
}

}

QByteArray jsonLine(const Annotator &annotator)
{
    Line line("annotator"_L1);
    line.member("id"_L1, annotator.id);
    line.member("name"_L1, annotator.name);
    return line.take();
}

QByteArray jsonLine(const Tagset &tagset)
{
    Line line("tagset"_L1);
    line.member("id"_L1, tagset.id);
    line.member("name"_L1, tagset.name);
    line.member("description"_L1, tagset.description);
    return line.take();
}

QByteArray jsonLine(const Tag &tag)
{
    Line line("tag"_L1);
    line.member("id"_L1, tag.id);
    line.member("tagset"_L1, tag.tagset);
    line.member("parent"_L1, tag.parent);
    line.member("name"_L1, tag.name);
    line.member("colour"_L1, tag.colour);
    line.member("key"_L1, tag.key);
    line.member("description"_L1, tag.description);
    line.member("position"_L1, tag.position);
    line.member("retired"_L1, tag.retired);
    line.beginArray("attributes"_L1);
    for (const TagAttribute &attribute : tag.attributes) {
        line.beginObject();
        line.member("id"_L1, attribute.id);
        line.member("name"_L1, attribute.name);
        line.member("kind"_L1, nameOf(attribute.kind));
        line.member("choices"_L1, attribute.choices);
        line.end();
    }
    line.end();
    return line.take();
}

QByteArray jsonLine(const Entity &entity)
{
    Line line("entity"_L1);
    line.member("id"_L1, entity.id);
    line.member("kind"_L1, nameOf(entity.kind));
    line.member("name"_L1, entity.name);
    line.member("aliases"_L1, entity.aliases);
    line.beginArray("externalIds"_L1);
    for (const ExternalId &external : entity.externalIds) {
        line.beginObject();
        line.member("scheme"_L1, external.scheme);
        line.member("value"_L1, external.value);
        line.end();
    }
    line.end();
    line.member("description"_L1, entity.description);
    return line.take();
}

QByteArray jsonLine(const Portrayal &portrayal)
{
    Line line("portrayal"_L1);
    line.member("id"_L1, portrayal.id);
    line.member("performer"_L1, portrayal.performer);
    line.member("character"_L1, portrayal.character);
    line.member("work"_L1, portrayal.work);
    line.member("episodes"_L1, portrayal.episodes);
    return line.take();
}

static void writeVersion(Line &line, const Version &version)
{
    line.beginObject();
    line.member("id"_L1, version.id);
    line.member("number"_L1, version.number);
    line.member("text"_L1, version.text.string());
    const QByteArray hash = QCryptographicHash::hash(version.text.string().toUtf8(), QCryptographicHash::Sha256);
    line.member("sha256"_L1, QString::fromLatin1(hash.toHex()));
    line.member("sourceName"_L1, version.sourceName);
    line.member("encoding"_L1, version.encoding);
    line.member("encodingGuessed"_L1, version.encodingGuessed);
    line.beginArray("repairs"_L1);
    for (const Repair &repair : version.repairs) {
        line.beginObject();
        line.member("kind"_L1, nameOf(repair.kind));
        line.member("count"_L1, repair.count);
        line.end();
    }
    line.end();
    line.member("correction"_L1, version.correction);
    line.member("added"_L1, version.added);
    line.end();
}

QByteArray jsonLine(const Article &article, const QList<const Version *> &versions)
{
    Line line("article"_L1);
    line.member("id"_L1, article.id);
    line.member("title"_L1, article.title);
    line.member("outlet"_L1, article.outlet);
    line.member("byline"_L1, article.byline);
    line.member("published"_L1, article.published);
    line.member("url"_L1, article.url);
    line.member("added"_L1, article.added);
    line.beginArray("versions"_L1);
    for (const Version *version : versions)
        writeVersion(line, *version);
    line.end();
    return line.take();
}

QByteArray jsonLine(const Passage &passage)
{
    Line line("passage"_L1);
    line.member("id"_L1, passage.id);
    line.member("version"_L1, passage.version);
    line.member("tag"_L1, passage.tag);
    line.beginArray("fragments"_L1);
    for (const Fragment &fragment : passage.fragments) {
        line.beginObject();
        line.member("begin"_L1, qint64(fragment.span.begin.value));
        line.member("end"_L1, qint64(fragment.span.end.value));
        line.member("words"_L1, fragment.words);
        line.end();
    }
    line.end();
    line.beginArray("attributes"_L1);
    for (const AttributeValue &value : passage.attributes) {
        line.beginObject();
        line.member("attribute"_L1, value.attribute);
        line.member("value"_L1, value.value);
        line.end();
    }
    line.end();
    line.member("state"_L1, nameOf(passage.state));
    writeMaker(line, passage);
    return line.take();
}

QByteArray jsonLine(const Claim &claim)
{
    Line line("claim"_L1);
    line.member("id"_L1, claim.id);
    line.member("kind"_L1, nameOf(claim.kind));
    line.member("summary"_L1, claim.summary);
    line.beginArray("passages"_L1);
    for (const ClaimPassage &part : claim.passages) {
        line.beginObject();
        line.member("passage"_L1, part.passage);
        line.member("role"_L1, nameOf(part.role));
        line.end();
    }
    line.end();
    line.beginArray("participants"_L1);
    for (const Participant &participant : claim.participants) {
        line.beginObject();
        line.member("entity"_L1, participant.entity);
        line.member("role"_L1, nameOf(participant.role));
        line.member("evidence"_L1, participant.evidence);
        line.end();
    }
    line.end();
    line.member("state"_L1, nameOf(claim.state));
    writeMaker(line, claim);
    return line.take();
}

QByteArray jsonLine(const Link &link)
{
    Line line("link"_L1);
    line.member("id"_L1, link.id);
    line.member("from"_L1, link.from);
    line.member("to"_L1, link.to);
    line.member("kind"_L1, nameOf(link.kind));
    line.member("state"_L1, nameOf(link.state));
    writeMaker(line, link);
    return line.take();
}

QByteArray jsonLine(const Evidence &evidence)
{
    Line line("evidence"_L1);
    line.member("id"_L1, evidence.id);
    line.member("claim"_L1, evidence.claim);
    line.member("kind"_L1, nameOf(evidence.kind));
    line.member("stance"_L1, nameOf(evidence.stance));
    line.member("passage"_L1, evidence.passage);
    line.member("title"_L1, evidence.title);
    line.member("url"_L1, evidence.url);
    line.member("locator"_L1, evidence.locator);
    line.member("contact"_L1, evidence.contact);
    line.member("retrieved"_L1, evidence.retrieved);
    line.member("sha256"_L1, evidence.sha256);
    writeMaker(line, evidence);
    return line.take();
}

QByteArray jsonLine(const Verdict &verdict)
{
    Line line("verdict"_L1);
    line.member("id"_L1, verdict.id);
    line.member("claim"_L1, verdict.claim);
    line.member("value"_L1, nameOf(verdict.value));
    line.member("reason"_L1, verdict.reason);
    writeMaker(line, verdict);
    return line.take();
}

QByteArray jsonLine(const SignOff &signOff)
{
    Line line("signOff"_L1);
    line.member("id"_L1, signOff.id);
    line.member("verdict"_L1, signOff.verdict);
    writeMaker(line, signOff);
    return line.take();
}

static QLatin1StringView keyOf(const NoteTarget &target)
{
    static constexpr QLatin1StringView keys[] = {"article"_L1, "passage"_L1, "claim"_L1, "entity"_L1, "tag"_L1};
    return keys[target.index()];
}

QByteArray jsonLine(const Note &note)
{
    Line line("note"_L1);
    line.member("id"_L1, note.id);
    line.beginObject("target"_L1);
    std::visit([&](const auto &target) { line.member(keyOf(note.target), target); }, note.target);
    line.end();
    line.member("parent"_L1, note.parent);
    line.member("body"_L1, note.body);
    line.member("resolved"_L1, note.resolved);
    writeMaker(line, note);
    return line.take();
}

Result<Written> writeJsonLines(const Corpus &corpus)
{
    if (const auto sound = checkCorpus(corpus); !sound)
        return std::unexpected(sound.error());

    Line head("pullquote"_L1);
    head.member("version"_L1, 1);
    QByteArray bytes = head.take();
    const auto append = [&bytes](const auto &list) {
        for (const auto &each : list)
            bytes += jsonLine(each);
    };
    append(corpus.annotators);
    append(corpus.tagsets);
    append(corpus.tags);
    append(corpus.entities);
    append(corpus.portrayals);
    QHash<ArticleId, QList<const Version *>> versions;
    for (const Version &version : corpus.versions)
        versions[version.article].append(&version);
    for (const Article &article : corpus.articles)
        bytes += jsonLine(article, versions.value(article.id));
    append(corpus.passages);
    append(corpus.claims);
    append(corpus.links);
    append(corpus.evidence);
    append(corpus.verdicts);
    append(corpus.signOffs);
    append(corpus.notes);
    return Written{{{u"pullquote.jsonl"_s, bytes}}, {}};
}

}
