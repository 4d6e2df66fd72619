// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/convert.h"

#include "core/formats/order.h"
#include "core/formats/partfiles.h"
#include "core/formats/partwriter.h"

#include <algorithm>

namespace pq {

namespace {

/// What documents share; without the remainders that @p known has, since each part reads them anew.
Corpus namesOf(const Corpus &part, const Corpus &known)
{
    Corpus names{.annotators = part.annotators,
                 .tagsets = part.tagsets,
                 .tags = part.tags,
                 .entities = part.entities,
                 .portrayals = part.portrayals,
                 .remainders = part.remainders};
    names.remainders.removeIf([&known](const Remainder &remainder) {
        const auto isSame = [&remainder](const Remainder &other) {
            return other.format == remainder.format && other.content == remainder.content;
        };
        return !remainder.article.isNull() || std::ranges::any_of(known.remainders, isSame);
    });
    return names;
}

Corpus withoutNames(Corpus part)
{
    part.annotators.clear();
    part.tagsets.clear();
    part.tags.clear();
    part.entities.clear();
    part.portrayals.clear();
    part.remainders.removeIf([](const Remainder &remainder) { return remainder.article.isNull(); });
    return part;
}

class Converter
{
public:
    Converter(const Format &to, const QString &out, const WriteOptions &options)
        : m_inParts(isWrittenInParts(to, out)),
          m_files(to, out),
          m_writer(to, options, m_inParts, [this](QList<NamedFile> &&files) { return m_files.add(std::move(files)); })
    {
    }
    Q_DISABLE_COPY_MOVE(Converter)

    Result<> take(Read &&part);
    Result<> finish();
    Converted converted;

private:
    bool m_inParts;
    bool m_hasWritten = false;
    bool m_hasNewNames = false; ///< that nothing was written with yet
    Corpus m_names;             ///< in the parts so far
    PartFiles m_files;
    PartWriter m_writer;
};

Result<> Converter::take(Read &&part)
{
    addFindings(converted.found, part);
    const Corpus names = namesOf(part.corpus, m_names);
    append(m_names, names);
    Corpus whole = withoutNames(std::move(part.corpus));
    if (m_inParts && whole == Corpus{}) {
        m_hasNewNames = m_hasNewNames || names != Corpus{};
        return {};
    }
    m_hasWritten = true;
    m_hasNewNames = false;
    append(whole, m_inParts ? m_names : names);
    sortById(whole);
    return m_writer.take({std::move(whole)});
}

Result<> Converter::finish()
{
    if (m_inParts && (m_hasNewNames || !m_hasWritten)) { // tags may have files of their own
        sortById(m_names);
        if (const auto taken = m_writer.take({std::move(m_names)}); !taken)
            return taken;
    }
    if (const auto finished = m_writer.finish(); !finished)
        return finished;
    converted.paths = m_files.names();
    converted.loss = m_writer.loss();
    return m_files.commit();
}

}

Result<Converted> convert(const Format &from, const QString &in, const Format &to, const QString &out,
                          const PartOptions &reading, const WriteOptions &writing)
{
    Converter converter(to, out, writing);
    const auto read = loadParts(from, in, reading,
                                [&converter](Read &&part) { return converter.take(std::move(part)); });
    if (!read)
        return std::unexpected(read.error());
    if (const auto finished = converter.finish(); !finished)
        return std::unexpected(finished.error());
    return std::move(converter.converted);
}

}
