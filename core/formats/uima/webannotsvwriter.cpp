// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/uima/webannotsv.h"

#include "core/formats/translated.h"
#include "core/formats/uima/casrest.h"
#include "core/formats/uima/webannotsvdocument.h"
#include "core/formats/words.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// What no part of the format is for.
void reportTheRest(const Corpus &corpus, const CasExport &all, const CasRests &rests, Losses &losses)
{
    const auto made = [&losses](const auto &each) {
        if (each.state != State::Accepted)
            losses.add(Aspect::State, Formats::tr("that something is suggested or rejected"), each.id);
        if (!each.annotator.isNull() || each.created.microseconds != 0)
            losses.add(Aspect::Maker, Formats::tr("who made something, and when"), each.id);
    };
    QSet<QString> gone;
    for (const Loss &loss : losses.report()) {
        if (loss.aspect == Aspect::Whole)
            gone.unite({loss.objects.cbegin(), loss.objects.cend()});
    }
    QSet<TagId> used;
    for (const Passage &passage : corpus.passages) {
        if (gone.contains(passage.id.toString()))
            continue;
        losses.add(Aspect::Id, Formats::tr("ids of passages"), passage.id);
        used.insert(passage.tag);
        made(passage);
    }
    for (const Relation &relation : corpus.relations) {
        if (gone.contains(relation.id.toString()))
            continue;
        losses.add(Aspect::Id, Formats::tr("ids of relations"), relation.id);
        made(relation);
    }
    for (const Tag &tag : corpus.tags) {
        if (!used.contains(tag.id)) {
            losses.add(Aspect::Whole, Formats::tr("tags that are on no passage"), tag.id);
            continue;
        }
        losses.add(Aspect::Id, Formats::tr("ids of tags"), tag.id);
        losses.add(Aspect::Parts, Formats::tr("tagsets, trees, colours, keys and descriptions of tags"), tag.id);
    }
    losses.addAll(Aspect::Whole, Formats::tr("tagsets"), corpus.tagsets);
    QSet<ArticleId> withText;
    for (const Version &version : corpus.versions) {
        withText.insert(version.article);
        losses.add(Aspect::Id, Formats::tr("ids of versions"), version.id);
        losses.add(Aspect::Parts, Formats::tr("numbers, sources and corrections of versions"), version.id);
    }
    for (const Article &article : corpus.articles) {
        if (!withText.contains(article.id)) {
            losses.add(Aspect::Whole, Formats::tr("articles without a text"), article.id);
            continue;
        }
        losses.add(Aspect::Id, Formats::tr("ids of articles"), article.id);
        losses.add(Aspect::Parts, Formats::tr("titles, outlets, bylines, dates and addresses of articles"), article.id);
    }
    for (const Remainder &remainder : corpus.remainders) {
        if (!rests.understood.contains(remainder.id))
            losses.add(Aspect::Whole, Formats::tr("what only the format it came from understands"), remainder.id);
    }
    for (const CasDocument &document : all.documents) {
        const bool isTextless = !document.cas.mainView();
        if (document.rest.isNull() || (document.format == "webanno-tsv"_L1 && !isTextless))
            continue;
        losses.add(isTextless ? Aspect::Whole : Aspect::Parts,
                   Formats::tr("structures that are neither layers nor tokens"), document.rest);
    }
    losses.addAll(Aspect::Whole, Formats::tr("claims"), corpus.claims);
    losses.addAll(Aspect::Whole, Formats::tr("links between claims"), corpus.links);
    losses.addAll(Aspect::Whole, Formats::tr("entities"), corpus.entities);
    losses.addAllOfReview(corpus);
    losses.addAll(Aspect::Whole, Formats::tr("notes"), corpus.notes);
    losses.addAll(Aspect::Whole, Formats::tr("annotators"), corpus.annotators);
}

Result<Written> writeNamed(const Corpus &corpus, CasNames &names)
{
    if (const auto sound = checkCorpus(corpus); !sound)
        return std::unexpected(sound.error());
    // Only what the format has a place for, so that nothing is reported that is lost anyway.
    Corpus shown;
    shown.articles = corpus.articles;
    shown.versions = corpus.versions;
    shown.tags = corpus.tags;
    shown.tagsets = corpus.tagsets;
    shown.passages = corpus.passages;
    shown.relations = corpus.relations;
    shown.remainders = corpus.remainders;
    for (Article &article : shown.articles)
        article.outlet = {};
    Losses losses;
    const CasRests rests(corpus);
    const CasExport all = casesOf(shown, OwnRecords::LeftOut, names, losses);
    Written written;
    for (const CasDocument &document : all.documents) {
        if (document.cas.mainView())
            written.files.append({document.name + u".tsv"_s, WebAnnoTsvDocument(document, all.types, losses).write()});
    }
    reportTheRest(corpus, all, rests, losses);
    written.loss = losses.report();
    return written;
}

}

Result<Written> writeWebAnnoTsv(const Corpus &corpus, const WriteOptions &)
{
    return CasWriter(writeNamed).write(corpus);
}

std::unique_ptr<SeriesWriter> webAnnoTsvSeries()
{
    return std::make_unique<CasWriter>(writeNamed);
}

}
