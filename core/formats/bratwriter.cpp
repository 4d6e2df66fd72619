// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/brat.h"

#include "core/formats/bratconfig.h"
#include "core/formats/plainnames.h"
#include "core/formats/words.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// A fragment without the line breaks and tabs in it, for which brat's lines have no room.
QList<TextSpan> pieces(const Text &text, const Fragment &fragment)
{
    QList<TextSpan> all;
    TextPosition begin = fragment.span.begin;
    const auto close = [&](TextPosition end) {
        if (begin < end)
            all.append(TextSpan{begin, end});
        begin = end + 1;
    };
    for (TextPosition at = begin; at < fragment.span.end; at = at + 1) {
        const QStringView character = text.words({at, at + 1});
        if (character == u"\n" || character == u"\t")
            close(at);
    }
    close(fragment.span.end);
    return all;
}

/// On one line, as brat's lines end at line breaks and their fields at tabs.
QString oneLine(QString text, bool &changed)
{
    for (QChar &c : text) {
        if (c == u'\n' || c == u'\r' || c == u'\t') {
            c = u' ';
            changed = true;
        }
    }
    return text;
}

/// One version's two files.
class BratDocument
{
public:
    BratDocument(const Corpus &corpus, const BratNames &names, const QHash<EntityId, QString> &entityNames,
                 Losses &losses)
        : m_corpus(corpus), m_names(names), m_entityNames(entityNames), m_losses(losses)
    {
    }

    void write(const Passage &passage, const Version &version);
    void write(const Claim &claim);
    void write(const Link &link);
    void write(const Note &note);

    [[nodiscard]] bool holds(ClaimId claim) const { return m_events.contains(claim); }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] const QSet<EntityId> &entities() const { return m_entities; }

private:
    void line(const QString &text) { m_bytes += text.toUtf8() + '\n'; }
    void noteLine(const QString &type, const QString &target, const QString &text, const QString &object);
    void writeState(State state, const QString &target);
    void normalise(const Participant &participant, ClaimId claim);

    const Corpus &m_corpus;
    const BratNames &m_names;
    const QHash<EntityId, QString> &m_entityNames;
    Losses &m_losses;
    QByteArray m_bytes;
    int m_texts = 0;
    int m_attributes = 0;
    int m_notes = 0;
    int m_relations = 0;
    int m_normalisations = 0;
    QHash<PassageId, QString> m_passages; ///< their T ids
    QHash<PassageId, QString> m_textBound; ///< what follows the type on their T lines
    QHash<ClaimId, QString> m_events;
    QHash<PassageId, QSet<EntityId>> m_shown;
    QSet<EntityId> m_entities;
};

void BratDocument::noteLine(const QString &type, const QString &target, const QString &text, const QString &object)
{
    bool changed = false;
    line(u"#%1\t%2 %3\t"_s.arg(++m_notes).arg(type, target) + oneLine(text, changed));
    if (changed)
        m_losses.add(Aspect::Words,
                     Formats::tr("line breaks and tabs in notes, summaries and attributes, which became spaces"),
                     object);
}

void BratDocument::writeState(State state, const QString &target)
{
    if (state != State::Accepted)
        line(u"A%1\tState %2 "_s.arg(++m_attributes).arg(target) + nameOf(state));
}

void BratDocument::write(const Passage &passage, const Version &version)
{
    const QString object = passage.id.toString();
    QStringList spans;
    QStringList words;
    for (const Fragment &fragment : passage.fragments) {
        const QList<TextSpan> parts = pieces(version.text, fragment);
        for (const TextSpan &part : parts) {
            spans.append(u"%1 %2"_s.arg(part.begin.value).arg(part.end.value));
            words.append(version.text.words(part).toString());
        }
        if (parts != QList{fragment.span})
            m_losses.add(Aspect::Spans, Formats::tr("fragments with line breaks or tabs, which were split there"),
                         object);
    }
    if (spans.isEmpty()) {
        m_losses.add(Aspect::Whole, Formats::tr("passages of nothing but line breaks and tabs"), object);
        return;
    }
    const QString id = u"T%1"_s.arg(++m_texts);
    m_passages.insert(passage.id, id);
    const QString place = spans.join(u';') + u'\t' + words.join(u' ');
    m_textBound.insert(passage.id, place);
    line(id + u'\t' + m_names.types.value(passage.tag) + u' ' + place);
    writeState(passage.state, id);
    for (const AttributeValue &value : passage.attributes) {
        const QString name = m_names.attributes.value(value.attribute);
        const auto tokens = m_names.tokens.constFind(value.attribute);
        if (tokens == m_names.tokens.cend())
            noteLine(name, id, value.value, object);
        else
            line(u"A%1\t"_s.arg(++m_attributes) + name + u' ' + id + u' ' + tokens->value(value.value));
    }
    m_losses.add(Aspect::Id, Formats::tr("ids of passages"), object);
    if (!passage.annotator.isNull() || passage.created != Timestamp())
        m_losses.add(Aspect::Maker, Formats::tr("who marked passages, and when"), object);
}

void BratDocument::normalise(const Participant &participant, ClaimId claim)
{
    QSet<EntityId> &shown = m_shown[participant.evidence];
    if (shown.contains(participant.entity))
        return;
    if (!shown.isEmpty())
        m_losses.add(
            Aspect::Parts,
            Formats::tr("words that show several entities, where brat does not say which of them has which role"),
            claim.toString());
    shown.insert(participant.entity);
    m_entities.insert(participant.entity);
    bool changed = false;
    line(u"N%1\tReference %2 Pullquote:%3\t"_s.arg(++m_normalisations)
             .arg(m_passages.value(participant.evidence), participant.entity.toString())
         + oneLine(m_entityNames.value(participant.entity), changed));
}

void BratDocument::write(const Claim &claim)
{
    const QString object = claim.id.toString();
    const auto trigger = std::ranges::find_if(claim.passages, [this](const ClaimPassage &part) {
        return part.role == PassageRole::Content && m_passages.contains(part.passage);
    });
    const QString text = u"T%1"_s.arg(++m_texts);
    const QString type = bratType(claim.kind);
    line(text + u'\t' + type + u' ' + m_textBound.value(trigger->passage));

    const QString event = u"E%1"_s.arg(m_events.size() + 1);
    m_events.insert(claim.id, event);
    QString arguments = type + u':' + text;
    QHash<QString, int> uses;
    const auto argument = [&](const QString &role, PassageId passage) {
        const int use = ++uses[role];
        arguments += u' ' + role + (use > 1 ? QString::number(use) : QString()) + u':' + m_passages.value(passage);
    };
    for (const ClaimPassage &part : claim.passages) {
        if (m_passages.contains(part.passage))
            argument(bratRole(part.role), part.passage);
        else
            m_losses.add(Aspect::Parts,
                         Formats::tr("passages of claims that stand in another text than the claim's first one"),
                         object);
    }
    for (const Participant &participant : claim.participants) {
        if (m_passages.contains(participant.evidence))
            argument(bratRole(participant.role), participant.evidence);
        else
            m_losses.add(Aspect::Parts, Formats::tr("participants of claims without words in the text that show them"),
                         object);
    }
    line(event + u'\t' + arguments);
    writeState(claim.state, event);
    if (!claim.summary.isEmpty())
        noteLine(u"Summary"_s, event, claim.summary, object);
    for (const Participant &participant : claim.participants) {
        if (m_passages.contains(participant.evidence))
            normalise(participant, claim.id);
    }
    m_losses.add(Aspect::Id, Formats::tr("ids of claims"), object);
    if (!claim.annotator.isNull() || claim.created != Timestamp())
        m_losses.add(Aspect::Maker, Formats::tr("who made claims, and when"), object);
}

void BratDocument::write(const Link &link)
{
    QString type = nameOf(link.kind);
    type[0] = type[0].toUpper();
    line(u"R%1\t"_s.arg(++m_relations) + type + u" Arg1:"_s + m_events.value(link.from) + u" Arg2:"_s
         + m_events.value(link.to));
    m_losses.add(Aspect::Id, Formats::tr("ids of links"), link.id.toString());
    if (!link.annotator.isNull() || link.created != Timestamp())
        m_losses.add(Aspect::Maker, Formats::tr("who made links, and when"), link.id.toString());
    if (link.state != State::Accepted)
        m_losses.add(Aspect::State, Formats::tr("states of links, which now seem accepted"), link.id.toString());
}

void BratDocument::write(const Note &note)
{
    const QString target = std::holds_alternative<PassageId>(note.target)
        ? m_passages.value(std::get<PassageId>(note.target))
        : m_events.value(std::get<ClaimId>(note.target));
    noteLine(u"AnnotatorNotes"_s, target, note.body, note.id.toString());
    m_losses.add(Aspect::Id, Formats::tr("ids of notes"), note.id.toString());
    if (!note.annotator.isNull() || note.created != Timestamp())
        m_losses.add(Aspect::Maker, Formats::tr("who wrote notes, and when"), note.id.toString());
    if (!note.parent.isNull())
        m_losses.add(Aspect::Parts, Formats::tr("which notes answer which"), note.id.toString());
    if (note.resolved)
        m_losses.add(Aspect::Parts, Formats::tr("that notes are resolved"), note.id.toString());
}

/// Distributes the corpus over the documents.
class BratWriter
{
public:
    explicit BratWriter(const Corpus &corpus) : m_corpus(corpus), m_names(BratNames::of(corpus)) {}
    Written write();

private:
    void writePassages();
    void writeClaims();
    void writeLinks();
    void writeNotes();
    void reportTheRest();
    [[nodiscard]] QStringList fileNames() const;

    const Corpus &m_corpus;
    BratNames m_names;
    Losses m_losses;
    QHash<EntityId, QString> m_entityNames;
    QHash<VersionId, qsizetype> m_at;                 ///< place of version and document
    QHash<PassageId, qsizetype> m_passageAt;
    QHash<ClaimId, qsizetype> m_claimAt;
    std::vector<BratDocument> m_documents;
};

QStringList BratWriter::fileNames() const
{
    QHash<ArticleId, const Article *> articles;
    for (const Article &article : m_corpus.articles)
        articles.insert(article.id, &article);
    QHash<ArticleId, int> versions;
    for (const Version &version : m_corpus.versions)
        ++versions[version.article];
    PlainNames names(u'-');
    QStringList all;
    for (const Version &version : m_corpus.versions) {
        QString wanted = plainName(articles.value(version.article)->title, u'-').left(50);
        if (wanted.isEmpty())
            wanted = u"article"_s;
        if (versions.value(version.article) > 1)
            wanted += u"-v%1"_s.arg(version.number);
        all.append(names.take(wanted, {}));
    }
    return all;
}

void BratWriter::writePassages()
{
    QList<const Passage *> passages;
    for (const Passage &passage : m_corpus.passages)
        passages.append(&passage);
    // In the order of reading, as brat people expect.
    std::ranges::stable_sort(passages, {}, [](const Passage *passage) { return passage->extent().begin; });
    for (const Passage *passage : std::as_const(passages)) {
        const qsizetype at = m_at.value(passage->version);
        m_documents[size_t(at)].write(*passage, m_corpus.versions[at]);
        const auto isBreak = [](QChar c) { return c == u'\n' || c == u'\t'; };
        if (std::ranges::any_of(passage->fragments,
                                [&](const Fragment &each) { return !std::ranges::all_of(each.words, isBreak); }))
            m_passageAt.insert(passage->id, at);
    }
}

void BratWriter::writeClaims()
{
    for (const Claim &claim : m_corpus.claims) {
        const auto content = std::ranges::find_if(claim.passages, [this](const ClaimPassage &part) {
            return part.role == PassageRole::Content && m_passageAt.contains(part.passage);
        });
        if (content == claim.passages.end()) {
            m_losses.add(Aspect::Whole, Formats::tr("claims without a content passage"), claim.id);
            continue;
        }
        const qsizetype at = m_passageAt.value(content->passage);
        m_documents[size_t(at)].write(claim);
        m_claimAt.insert(claim.id, at);
    }
}

void BratWriter::writeLinks()
{
    for (const Link &link : m_corpus.links) {
        const qsizetype at = m_claimAt.value(link.from, -1);
        if (at < 0 || at != m_claimAt.value(link.to, -1))
            m_losses.add(Aspect::Whole, Formats::tr("links between claims of different texts"), link.id);
        else
            m_documents[size_t(at)].write(link);
    }
}

void BratWriter::writeNotes()
{
    for (const Note &note : m_corpus.notes) {
        qsizetype at = -1;
        if (const auto *passage = std::get_if<PassageId>(&note.target))
            at = m_passageAt.value(*passage, -1);
        else if (const auto *claim = std::get_if<ClaimId>(&note.target))
            at = m_claimAt.value(*claim, -1);
        if (at < 0)
            m_losses.add(Aspect::Whole, Formats::tr("notes on anything but passages and claims"), note.id);
        else
            m_documents[size_t(at)].write(note);
    }
}

void BratWriter::reportTheRest()
{
    QSet<EntityId> shown;
    for (const BratDocument &document : m_documents)
        shown.unite(document.entities());
    for (const Entity &entity : m_corpus.entities) {
        if (!shown.contains(entity.id))
            m_losses.add(Aspect::Whole, Formats::tr("entities that no words are evidence for"), entity.id);
        else if (entity.kind != EntityKind::Person || !entity.aliases.isEmpty() || !entity.externalIds.isEmpty()
                 || !entity.description.isEmpty())
            m_losses.add(Aspect::Parts, Formats::tr("kinds, aliases, external ids and descriptions of entities"),
                         entity.id);
    }
    QSet<ArticleId> withText;
    for (const Version &version : m_corpus.versions) {
        withText.insert(version.article);
        m_losses.add(Aspect::Parts, Formats::tr("ids, numbers, sources and corrections of versions"), version.id);
    }
    for (const Article &article : m_corpus.articles) {
        if (!withText.contains(article.id))
            m_losses.add(Aspect::Whole, Formats::tr("articles without a text"), article.id);
        m_losses.add(Aspect::Parts, Formats::tr("ids, titles, outlets, bylines, dates and addresses of articles"),
                     article.id);
    }
    m_losses.addAll(Aspect::Whole, Formats::tr("relations between passages"), m_corpus.relations);
    m_losses.addAll(Aspect::Whole, Formats::tr("what only the format it came from understands"), m_corpus.remainders);
    m_losses.addAll(Aspect::Whole, Formats::tr("portrayals"), m_corpus.portrayals);
    m_losses.addAll(Aspect::Whole, Formats::tr("evidence"), m_corpus.evidence);
    m_losses.addAll(Aspect::Whole, Formats::tr("verdicts"), m_corpus.verdicts);
    m_losses.addAll(Aspect::Whole, Formats::tr("sign-offs"), m_corpus.signOffs);
    m_losses.addAll(Aspect::Whole, Formats::tr("annotators"), m_corpus.annotators);
}

Written BratWriter::write()
{
    for (const Entity &entity : m_corpus.entities)
        m_entityNames.insert(entity.id, entity.name);
    for (const Version &version : m_corpus.versions) {
        m_at.insert(version.id, m_at.size());
        m_documents.emplace_back(m_corpus, m_names, m_entityNames, m_losses);
    }
    writePassages();
    writeClaims();
    writeLinks();
    writeNotes();
    reportTheRest();

    Written written;
    const QStringList names = fileNames();
    for (qsizetype at = 0; at < names.size(); ++at) {
        written.files.append({names[at] + u".ann"_s, m_documents[size_t(at)].bytes()});
        written.files.append({names[at] + u".txt"_s, m_corpus.versions[at].text.string().toUtf8()});
    }
    written.files += bratConfiguration(m_corpus, m_names);
    written.loss = m_losses.report();
    return written;
}

}

Result<Written> writeBrat(const Corpus &corpus, const WriteOptions &)
{
    if (const auto sound = checkCorpus(corpus); !sound)
        return std::unexpected(sound.error());
    return BratWriter(corpus).write();
}

}
