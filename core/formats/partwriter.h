// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"
#include "core/model/excerpt.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <functional>

namespace pq {

/// Whether what is written to @p path in this format is documents that stand for themselves, so that it can be written
/// part by part. (A zip archive is written in one go.)
[[nodiscard]] bool isWrittenInParts(const Format &format, const QString &path);

/// Adds up what is about the same kind of thing; at most 100,000 objects of each are listed.
void addLosses(LossReport &all, const LossReport &more);

/// Makes the files of a corpus that comes in parts, as writeChecked() makes those of one that comes whole, and adds up
/// what they lose.
class PartWriter
{
public:
    /// Called with the files of each part; files of several parts have names of their own, but those that
    /// Format::shared tells come again with each. A refusal ends the writing.
    using TakeFiles = std::function<Result<>(QList<NamedFile> &&files)>;

    /// @p inParts: otherwise all parts are gathered, and their files made by finish().
    PartWriter(const Format &format, const WriteOptions &options, bool inParts, TakeFiles take);

    /// By parts, @p part refers to nothing outside itself; annotators, tags, entities and the like may have been in
    /// earlier ones.
    [[nodiscard]] Result<> take(Excerpt &&part);
    [[nodiscard]] Result<> finish();

    /// Of all parts, after finish(). What several parts have is lost where each of them loses it: a tag is in the
    /// files when it is in those of one part.
    [[nodiscard]] const LossReport &loss() const { return m_loss; }

private:
    using Kind = std::pair<Aspect, QString>; ///< a Loss' aspect and what
    [[nodiscard]] Result<> write(const Excerpt &part);
    void addLoss(const Corpus &part, LossReport loss);
    [[nodiscard]] QString nameFor(const QString &path);

    const Format &m_format;
    WriteOptions m_options;
    bool m_inParts;
    TakeFiles m_take;
    std::unique_ptr<SeriesWriter> m_series;
    LossReport m_loss;
    QMap<QString, QSet<Kind>> m_shared; ///< by the ids of what parts may share, what every part loses of it
    Excerpt m_gathered;
    QSet<QString> m_taken; ///< names of files, without suffixes
    QHash<QString, QString> m_renamed; ///< those of the part that is being written
};

/// Everything of @p more behind everything of @p all, tags that are there already in their place; the order of a Corpus
/// is not kept.
void append(Corpus &all, const Corpus &more);

}
