// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/brat/brat.h"

#include "core/formats/brat/bratdocument.h"
#include "core/formats/plainnames.h"
#include "core/formats/words.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// Whether files may be called so once more.
bool isUsable(const QString &name)
{
    const QStringList parts = name.split(u'/');
    const bool isEachSound = std::ranges::none_of(
        parts, [](const QString &part) { return part.isEmpty() || part == u"." || part == u".."; });
    return isEachSound && std::ranges::none_of(name, [](QChar c) {
               return c == u'\\' || c == u':' || c.category() == QChar::Other_Control;
           });
}

/// Configurations that Pullquote does not read, as they came.
QList<NamedFile> otherConfigurations(const BratFolder &folder)
{
    QStringList paths = folder.others.keys();
    paths.sort();
    QList<NamedFile> files;
    for (const QString &path : std::as_const(paths)) {
        if (path.endsWith(u".conf") && isUsable(path) && path != u"annotation.conf" && path != u"visual.conf")
            files.append({path, folder.others.value(path).toUtf8()});
    }
    return files;
}

QStringList fileNames(const Corpus &corpus, const QHash<VersionId, BratMemory> &memories)
{
    PlainNames names(u'-');
    QSet<QString> taken;
    QHash<VersionId, QString> kept;
    for (const Version &version : corpus.versions) {
        const QString name = memories.value(version.id).name;
        if (!isUsable(name) || taken.contains(name.toLower()))
            continue;
        taken.insert(name.toLower());
        kept.insert(version.id, name);
    }
    const QStringList wanted = textNames(corpus);
    QStringList all;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        QString name = kept.value(corpus.versions[i].id);
        while (name.isEmpty()) {
            const QString free = names.take(wanted[i], {});
            if (!taken.contains(free.toLower()))
                name = free;
        }
        all.append(name);
    }
    return all;
}

void reportTheRest(const Corpus &corpus, const std::vector<BratDocument> &documents, Losses &losses)
{
    QSet<EntityId> shown;
    for (const BratDocument &document : documents)
        shown.unite(document.entities());
    for (const Entity &entity : corpus.entities) {
        if (!shown.contains(entity.id))
            losses.add(Aspect::Whole, Formats::tr("entities that no words are evidence for"), entity.id);
        else if (entity.kind != EntityKind::Person || !entity.aliases.isEmpty() || !entity.externalIds.isEmpty()
                 || !entity.description.isEmpty())
            losses.add(Aspect::Parts, Formats::tr("kinds, aliases, external ids and descriptions of entities"),
                       entity.id);
    }
    QSet<ArticleId> withText;
    for (const Version &version : corpus.versions) {
        withText.insert(version.article);
        losses.add(Aspect::Id, Formats::tr("ids of versions"), version.id);
        if (version.added != Timestamp())
            losses.add(Aspect::Maker, Formats::tr("when versions were added"), version.id);
        losses.add(Aspect::Parts, Formats::tr("articles, numbers, sources and corrections of versions"), version.id);
    }
    for (const Article &article : corpus.articles) {
        if (!withText.contains(article.id)) {
            losses.add(Aspect::Whole, Formats::tr("articles without a text"), article.id);
            continue;
        }
        losses.add(Aspect::Id, Formats::tr("ids of articles"), article.id);
        if (article.added != Timestamp())
            losses.add(Aspect::Maker, Formats::tr("when articles were added"), article.id);
        losses.add(Aspect::Words, Formats::tr("titles of articles, which became file names"), article.id);
        losses.add(Aspect::Parts, Formats::tr("outlets, bylines, dates and addresses of articles"), article.id);
    }
    for (const Remainder &remainder : corpus.remainders) {
        if (!BratMemory::of(remainder) && !BratFolder::of(remainder))
            losses.add(Aspect::Whole, Formats::tr("what only the format it came from understands"), remainder.id);
    }
    losses.addAllOfReview(corpus);
    losses.addAll(Aspect::Whole, Formats::tr("annotators"), corpus.annotators);
}

class BratWriter : public SeriesWriter
{
public:
    [[nodiscard]] Result<Written> write(const Corpus &corpus) override;

private:
    BratNames m_names;
    BratUse m_use;
};

Result<Written> BratWriter::write(const Corpus &corpus)
{
    if (const auto sound = checkCorpus(corpus); !sound)
        return std::unexpected(sound.error());
    Losses losses;
    m_names.add(corpus);
    const BratShared shared(corpus, m_names);
    const QHash<VersionId, BratMemory> memories = bratMemories(corpus);
    const std::vector<BratDocument> documents = bratDocuments(corpus, shared, memories, losses);
    reportTheRest(corpus, documents, losses);

    Written written;
    const QStringList names = fileNames(corpus, memories);
    for (qsizetype at = 0; at < names.size(); ++at) {
        const Version &version = corpus.versions[at];
        const QByteArray marks = QByteArray("\xef\xbb\xbf").repeated(memories.value(version.id).marks);
        written.files.append({names[at] + u".ann"_s, documents[size_t(at)].bytes()});
        written.files.append({names[at] + u".txt"_s, marks + version.text.string().toUtf8()});
    }
    BratEvents events;
    for (const BratDocument &document : documents)
        document.addTo(events);
    m_use.add(corpus, m_names, events);
    written.files += bratConfiguration(corpus, m_names, m_use) + otherConfigurations(bratFolder(corpus));
    written.loss = losses.report();
    return written;
}

}

Result<Written> writeBrat(const Corpus &corpus, const WriteOptions &)
{
    return BratWriter().write(corpus);
}

std::unique_ptr<SeriesWriter> bratSeries()
{
    return std::make_unique<BratWriter>();
}

}
