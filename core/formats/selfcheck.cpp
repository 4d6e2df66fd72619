// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/format.h"

#include "core/formats/translated.h"
#include "core/formats/words.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSet>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// Where a passage is and what it covers, the same for the same place in the same text whatever the ids.
using Place = QByteArray;

Place placeOf(const Passage &passage, const QByteArray &text)
{
    Place place = text;
    for (const Fragment &fragment : passage.fragments) {
        place += ' ' + QByteArray::number(fragment.span.begin.value) + '-' + QByteArray::number(fragment.span.end.value)
            + ' ' + fragment.words.toUtf8();
    }
    return place;
}

/// Hashes of the texts; of nothing at all when @p isTextCompared is false.
QHash<VersionId, QByteArray> textsOf(const Corpus &corpus, bool isTextCompared)
{
    QHash<VersionId, QByteArray> texts;
    for (const Version &version : corpus.versions) {
        const QString &text = version.text.string();
        texts.insert(version.id,
                     isTextCompared
                         ? QCryptographicHash::hash(QByteArrayView(reinterpret_cast<const char *>(text.utf16()),
                                                                   text.size() * qsizetype(sizeof(QChar))),
                                                    QCryptographicHash::Sha1)
                         : QByteArray());
    }
    return texts;
}

QSet<QString> objectsThatLost(const LossReport &loss, std::initializer_list<Aspect> aspects)
{
    QSet<QString> objects;
    for (const Loss &each : loss) {
        if (std::ranges::contains(aspects, each.aspect))
            objects.unite({each.objects.cbegin(), each.objects.cend()});
    }
    return objects;
}

}

Result<Written> checked(const Format &format, const Corpus &corpus, Result<Written> written)
{
    if (!written || !format.read || corpus.passages.isEmpty())
        return written;
    const QString name = QCoreApplication::translate("Format", format.name);
    const auto back = format.read(written->files);
    if (!back) {
        return fail(Formats::tr("Nothing was written, because what would be written as %1 could not be read back: %2")
                        .arg(name, back.error().message));
    }
    const QSet<QString> others = objectsThatLost(written->loss, {Aspect::Whole, Aspect::Spans});
    // A text of which something was replaced is another text; its passages still have to cover the same words.
    const QSet<QString> altered = objectsThatLost(written->loss, {Aspect::Words});
    const bool isTextCompared = std::ranges::none_of(
        corpus.versions, [&](const Version &version) { return altered.contains(version.id.toString()); });
    const QHash<VersionId, QByteArray> textsBack = textsOf(back->corpus, isTextCompared);
    QHash<Place, int> found;
    for (const Passage &passage : back->corpus.passages)
        ++found[placeOf(passage, textsBack.value(passage.version))];
    const QHash<VersionId, QByteArray> texts = textsOf(corpus, isTextCompared);
    for (const Passage &passage : corpus.passages) {
        if (others.contains(passage.id.toString()))
            continue;
        if (--found[placeOf(passage, texts.value(passage.version))] < 0) {
            return fail(Formats::tr("Nothing was written, because read back as %1 the passage %2 would not cover %3.")
                            .arg(name, passage.id.toString(), quoted(passage.words())));
        }
    }
    return written;
}

}
