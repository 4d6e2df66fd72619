// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/convert.h"

#include "core/formats/evidence.h"
#include "core/formats/order.h"
#include "core/formats/translated.h"

#include <QSaveFile>
#include <QSet>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// Of one kind of loss, when parts are added up: the count goes on, the list does not, as memory would grow with the
/// input.
constexpr qsizetype mostObjects = 100'000;

/// A tag that is there again has more attributes than before.
void appendTags(Corpus &all, const Corpus &more)
{
    for (const Tag &tag : more.tags) {
        const auto known = std::ranges::find(all.tags, tag.id, &Tag::id);
        if (known == all.tags.end())
            all.tags.append(tag);
        else
            *known = tag;
    }
}

/// Everything in a corpus that documents share, so that a part that refers to it is whole.
void appendNames(Corpus &all, const Corpus &more)
{
    appendTags(all, more);
    all.annotators += more.annotators;
    all.tagsets += more.tagsets;
    all.entities += more.entities;
    all.portrayals += more.portrayals;
    for (const Remainder &remainder : more.remainders) {
        const bool isNew = std::ranges::none_of(all.remainders, [&remainder](const Remainder &other) {
            return other.format == remainder.format && other.content == remainder.content;
        });
        if (remainder.article.isNull() && isNew)
            all.remainders.append(remainder);
    }
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

/// Gives files of later parts other names than those of earlier ones have; files that go together stay so.
class FileNames
{
public:
    [[nodiscard]] QString take(const Format &format, const QString &path)
    {
        if (format.shared && path.endsWith(QLatin1StringView(format.shared), Qt::CaseInsensitive))
            return path; // each part writes it anew
        const qsizetype dot = path.lastIndexOf(u'.');
        const QString base = dot < 0 ? path : path.first(dot);
        const auto known = m_renamed.constFind(base);
        if (known == m_renamed.cend()) {
            QString name = base;
            for (int number = 2; m_taken.contains(name.toCaseFolded()); ++number)
                name = u"%1-%2"_s.arg(base).arg(number);
            m_taken.insert(name.toCaseFolded());
            return m_renamed.insert(base, name).value() + path.sliced(base.size());
        }
        return *known + path.sliced(base.size());
    }
    void startPart() { m_renamed.clear(); }

private:
    QSet<QString> m_taken;
    QHash<QString, QString> m_renamed; ///< in this part
};

class Converter
{
public:
    Converter(const Format &to, const QString &out, const WriteOptions &options)
        : m_to(to), m_out(out), m_options(options), m_lines(out)
    {
    }

    Result<> takePart(Read &&part);
    Result<> takeLast();
    Result<> open();
    Converted converted;

private:
    /// What every part loses of the tags and the like that it shares with earlier ones is lost once.
    [[nodiscard]] LossReport withoutKnown(LossReport loss) const;
    void rememberNames();
    /// A zip archive is written in one go.
    [[nodiscard]] bool isByParts() const
    {
        return m_to.division == Division::Lines
            || (m_to.division == Division::Files && m_to.shape == Shape::Folder
                && !m_out.endsWith(u".zip", Qt::CaseInsensitive));
    }

    const Format &m_to;
    QString m_out;
    const WriteOptions &m_options;
    Corpus m_names;
    QSet<QString> m_reported; ///< ids of names that parts written so far had
    Corpus m_all; ///< where it cannot be written in parts
    FileNames m_fileNames;
    QSet<QString> m_paths;
    QSaveFile m_lines;
};

Result<> Converter::open()
{
    if (m_to.division == Division::Lines && !m_lines.open(QIODevice::WriteOnly))
        return fail(Formats::tr("%1 could not be written: %2.").arg(m_out, m_lines.errorString()));
    return {};
}

LossReport Converter::withoutKnown(LossReport loss) const
{
    for (Loss &each : loss) {
        const qsizetype removed = each.objects.removeIf([this](const QString &id) { return m_reported.contains(id); });
        each.count = each.objects.isEmpty() ? 0 : each.count - removed;
    }
    loss.removeIf([](const Loss &each) { return each.count == 0; });
    return loss;
}

void Converter::rememberNames()
{
    const auto remember = [this](const auto &...lists) {
        const auto each = [this](const auto &list) {
            for (const auto &thing : list)
                m_reported.insert(thing.id.toString());
        };
        (each(lists), ...);
    };
    remember(m_names.annotators, m_names.tagsets, m_names.tags, m_names.entities, m_names.portrayals,
             m_names.remainders);
}

Result<> Converter::takePart(Read &&part)
{
    addFindings(converted.found, part);
    appendNames(m_names, part.corpus);
    Corpus whole = withoutNames(std::move(part.corpus));
    if (!isByParts()) {
        append(m_all, whole);
        return {};
    }
    if (whole.articles.isEmpty())
        return {};
    append(whole, m_names);
    sortById(whole);
    auto written = writeChecked(m_to, whole, m_options);
    if (!written)
        return std::unexpected(written.error());
    addLosses(converted.loss, withoutKnown(written->loss));
    rememberNames();
    if (m_to.division == Division::Lines) {
        if (m_lines.write(written->files.first().bytes) != written->files.first().bytes.size())
            return fail(Formats::tr("%1 could not be written: %2.").arg(m_out, m_lines.errorString()));
        return {};
    }
    m_fileNames.startPart();
    for (NamedFile &file : written->files) {
        file.path = m_fileNames.take(m_to, file.path);
        m_paths.insert(file.path);
    }
    return save(m_to, *written, m_out);
}

Result<> Converter::takeLast()
{
    if (m_to.division == Division::Lines)
        return m_lines.commit() ? Result<>()
                                : fail(Formats::tr("%1 could not be written: %2.").arg(m_out, m_lines.errorString()));
    if (!m_paths.isEmpty()) {
        converted.paths = m_paths.values();
        converted.paths.sort();
        return {};
    }
    append(m_all, m_names); // by parts, too, where there was no text: tags have files of their own
    sortById(m_all);
    const auto written = writeChecked(m_to, m_all, m_options);
    if (!written)
        return std::unexpected(written.error());
    converted.loss = written->loss;
    for (const NamedFile &file : written->files)
        converted.paths.append(file.path);
    return save(m_to, *written, m_out);
}

}

void addLosses(LossReport &all, const LossReport &more)
{
    for (const Loss &loss : more) {
        const auto same = std::ranges::find_if(
            all, [&loss](const Loss &other) { return other.aspect == loss.aspect && other.what == loss.what; });
        if (same == all.end()) {
            all.append(loss);
        } else {
            same->count += loss.count;
            const qsizetype room = qMax(qsizetype(0), mostObjects - same->objects.size());
            same->objects += loss.objects.first(qMin(room, loss.objects.size()));
        }
    }
}

void append(Corpus &all, const Corpus &more)
{
    all.annotators += more.annotators;
    all.tagsets += more.tagsets;
    appendTags(all, more);
    all.entities += more.entities;
    all.portrayals += more.portrayals;
    all.articles += more.articles;
    all.versions += more.versions;
    all.passages += more.passages;
    all.relations += more.relations;
    all.claims += more.claims;
    all.links += more.links;
    all.evidence += more.evidence;
    all.verdicts += more.verdicts;
    all.signOffs += more.signOffs;
    all.notes += more.notes;
    all.remainders += more.remainders;
}

Result<Converted> convert(const Format &from, const QString &in, const Format &to, const QString &out,
                          const PartOptions &reading, const WriteOptions &writing)
{
    Converter converter(to, out, writing);
    if (const auto opened = converter.open(); !opened)
        return std::unexpected(opened.error());
    const auto read = loadParts(from, in, reading,
                                [&converter](Read &&part) { return converter.takePart(std::move(part)); });
    if (!read)
        return std::unexpected(read.error());
    if (const auto last = converter.takeLast(); !last)
        return std::unexpected(last.error());
    return std::move(converter.converted);
}

}
