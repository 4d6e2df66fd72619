// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/jsonlines/jsonlines.h"

#include "core/formats/json.h"
#include "core/formats/jsonlines/jsonlinesparts.h"
#include "core/formats/jsonlines/jsonlineswriter.h"
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
    /// Keys and values in turn.
    template <class Value, class... More>
    void members(QLatin1StringView key, const Value &value, const More &...more)
    {
        member(key, value);
        if constexpr (sizeof...(more) > 0)
            members(more...);
    }
    /// An array of objects, each of which has the members that @p write gives it.
    template <class T>
    void objects(QLatin1StringView key, const QList<T> &list, void (*write)(Line &, const T &))
    {
        beginArray(key);
        for (const T &each : list) {
            beginObject();
            write(*this, each);
            end();
        }
        end();
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
    line.members("annotator"_L1, made.annotator, "created"_L1, made.created);
}

}

QByteArray jsonLine(const Annotator &annotator)
{
    Line line("annotator"_L1);
    line.members("id"_L1, annotator.id, "name"_L1, annotator.name);
    return line.take();
}

QByteArray jsonLine(const Tagset &tagset)
{
    Line line("tagset"_L1);
    line.members("id"_L1, tagset.id, "name"_L1, tagset.name, "description"_L1, tagset.description);
    return line.take();
}

QByteArray jsonLine(const Tag &tag)
{
    Line line("tag"_L1);
    line.members("id"_L1, tag.id, "tagset"_L1, tag.tagset, "parent"_L1, tag.parent, "name"_L1, tag.name, "colour"_L1,
                 tag.colour, "key"_L1, tag.key, "description"_L1, tag.description, "position"_L1, tag.position,
                 "retired"_L1, tag.retired);
    line.objects(
        "attributes"_L1, tag.attributes, +[](Line &object, const TagAttribute &attribute) {
            object.members("id"_L1, attribute.id, "name"_L1, attribute.name, "kind"_L1, nameOf(attribute.kind),
                           "choices"_L1, attribute.choices);
        });
    return line.take();
}

QByteArray jsonLine(const Entity &entity)
{
    Line line("entity"_L1);
    line.members("id"_L1, entity.id, "kind"_L1, nameOf(entity.kind), "name"_L1, entity.name, "aliases"_L1,
                 entity.aliases);
    line.objects(
        "externalIds"_L1, entity.externalIds, +[](Line &object, const ExternalId &external) {
            object.members("scheme"_L1, external.scheme, "value"_L1, external.value);
        });
    line.member("description"_L1, entity.description);
    return line.take();
}

QByteArray jsonLine(const Portrayal &portrayal)
{
    Line line("portrayal"_L1);
    line.members("id"_L1, portrayal.id, "performer"_L1, portrayal.performer, "character"_L1, portrayal.character,
                 "work"_L1, portrayal.work, "episodes"_L1, portrayal.episodes);
    return line.take();
}

static void writeVersion(Line &line, const Version &version)
{
    line.beginObject();
    line.members("id"_L1, version.id, "number"_L1, version.number, "text"_L1, version.text.string());
    const QByteArray hash = QCryptographicHash::hash(version.text.string().toUtf8(), QCryptographicHash::Sha256);
    line.members("sha256"_L1, QString::fromLatin1(hash.toHex()), "sourceName"_L1, version.sourceName, "encoding"_L1,
                 version.encoding, "encodingGuessed"_L1, version.encodingGuessed);
    line.objects(
        "repairs"_L1, version.repairs, +[](Line &object, const Repair &repair) {
            object.members("kind"_L1, nameOf(repair.kind), "count"_L1, repair.count);
        });
    line.members("correction"_L1, version.correction, "added"_L1, version.added);
    line.end();
}

QByteArray jsonLine(const Article &article, const QList<const Version *> &versions)
{
    Line line("article"_L1);
    line.members("id"_L1, article.id, "title"_L1, article.title, "outlet"_L1, article.outlet, "byline"_L1,
                 article.byline, "published"_L1, article.published, "url"_L1, article.url, "added"_L1, article.added);
    line.beginArray("versions"_L1);
    for (const Version *version : versions)
        writeVersion(line, *version);
    line.end();
    return line.take();
}

QByteArray jsonLine(const Passage &passage)
{
    Line line("passage"_L1);
    line.members("id"_L1, passage.id, "version"_L1, passage.version, "tag"_L1, passage.tag);
    line.objects(
        "fragments"_L1, passage.fragments, +[](Line &object, const Fragment &fragment) {
            object.members("begin"_L1, qint64(fragment.span.begin.value), "end"_L1, qint64(fragment.span.end.value),
                           "words"_L1, fragment.words);
        });
    line.objects(
        "attributes"_L1, passage.attributes, +[](Line &object, const AttributeValue &value) {
            object.members("attribute"_L1, value.attribute, "value"_L1, value.value);
        });
    line.member("state"_L1, nameOf(passage.state));
    writeMaker(line, passage);
    return line.take();
}

QByteArray jsonLine(const Relation &relation)
{
    Line line("relation"_L1);
    line.members("id"_L1, relation.id, "from"_L1, relation.from, "to"_L1, relation.to, "label"_L1, relation.label);
    line.objects(
        "values"_L1, relation.values, +[](Line &object, const RelationValue &value) {
            object.members("name"_L1, value.name, "value"_L1, value.value);
        });
    line.member("state"_L1, nameOf(relation.state));
    writeMaker(line, relation);
    return line.take();
}

QByteArray jsonLine(const Claim &claim)
{
    Line line("claim"_L1);
    line.members("id"_L1, claim.id, "kind"_L1, nameOf(claim.kind), "summary"_L1, claim.summary);
    line.objects(
        "passages"_L1, claim.passages, +[](Line &object, const ClaimPassage &part) {
            object.members("passage"_L1, part.passage, "role"_L1, nameOf(part.role));
        });
    line.objects(
        "participants"_L1, claim.participants, +[](Line &object, const Participant &participant) {
            object.members("entity"_L1, participant.entity, "role"_L1, nameOf(participant.role), "evidence"_L1,
                           participant.evidence);
        });
    line.member("state"_L1, nameOf(claim.state));
    writeMaker(line, claim);
    if (!claim.assignee.isNull())
        line.member("assignee"_L1, claim.assignee);
    return line.take();
}

QByteArray jsonLine(const Link &link)
{
    Line line("link"_L1);
    line.members("id"_L1, link.id, "from"_L1, link.from, "to"_L1, link.to, "kind"_L1, nameOf(link.kind), "state"_L1,
                 nameOf(link.state));
    writeMaker(line, link);
    return line.take();
}

QByteArray jsonLine(const Evidence &evidence)
{
    Line line("evidence"_L1);
    line.members("id"_L1, evidence.id, "claim"_L1, evidence.claim, "kind"_L1, nameOf(evidence.kind), "stance"_L1,
                 nameOf(evidence.stance), "passage"_L1, evidence.passage, "title"_L1, evidence.title, "url"_L1,
                 evidence.url, "locator"_L1, evidence.locator, "contact"_L1, evidence.contact, "retrieved"_L1,
                 evidence.retrieved, "sha256"_L1, evidence.sha256);
    writeMaker(line, evidence);
    return line.take();
}

QByteArray jsonLine(const Verdict &verdict)
{
    Line line("verdict"_L1);
    line.members("id"_L1, verdict.id, "claim"_L1, verdict.claim, "value"_L1, nameOf(verdict.value), "reason"_L1,
                 verdict.reason);
    writeMaker(line, verdict);
    return line.take();
}

QByteArray jsonLine(const SignOff &signOff)
{
    Line line("signOff"_L1);
    line.members("id"_L1, signOff.id, "verdict"_L1, signOff.verdict);
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
    line.members("parent"_L1, note.parent, "body"_L1, note.body, "resolved"_L1, note.resolved);
    writeMaker(line, note);
    return line.take();
}

QByteArray jsonLine(const Remainder &remainder)
{
    Line line("remainder"_L1);
    line.members("id"_L1, remainder.id, "article"_L1, remainder.article, "format"_L1, remainder.format, "content"_L1,
                 remainder.content);
    return line.take();
}

Result<Written> writeJsonLines(const Corpus &corpus, const WriteOptions &)
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
    append(corpus.relations);
    append(corpus.claims);
    append(corpus.links);
    append(corpus.evidence);
    append(corpus.verdicts);
    append(corpus.signOffs);
    append(corpus.notes);
    append(corpus.remainders);
    return Written{{{u"pullquote.jsonl"_s, bytes}}, {}};
}

namespace {

/// Lines that several parts have are in the file once.
class JsonLinesWriter : public SeriesWriter
{
public:
    [[nodiscard]] Result<Written> write(const Corpus &corpus) override { return writeJsonLines(corpus); }

    [[nodiscard]] QList<NamedFile> news(QList<NamedFile> files) override
    {
        for (NamedFile &file : files) {
            QByteArray news;
            for (qsizetype begin = 0; begin < file.bytes.size();) {
                const qsizetype end = file.bytes.indexOf('\n', begin) + 1;
                const QByteArrayView line = QByteArrayView(file.bytes).sliced(begin, end - begin);
                begin = end;
                const bool isMaybeShared = isSharedJsonLine(line) || line.startsWith(R"({"type":"remainder")");
                const QByteArray key = isMaybeShared ? QCryptographicHash::hash(line, QCryptographicHash::Sha1)
                                                     : QByteArray();
                if (isMaybeShared && m_written.contains(key))
                    continue;
                if (isMaybeShared)
                    m_written.insert(key);
                news += line;
            }
            file.bytes = news;
        }
        return files;
    }

private:
    QSet<QByteArray> m_written; ///< hashes
};

}

std::unique_ptr<SeriesWriter> jsonLinesSeries()
{
    return std::make_unique<JsonLinesWriter>();
}

}
