// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/partwriter.h"

#include "core/formats/order.h"
#include "core/formats/selection.h"

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

}

bool isWrittenInParts(const Format &format, const QString &path)
{
    return format.division == Division::Lines || format.division == Division::Ids
        || (format.division == Division::Files && format.shape == Shape::Folder && !isZipped(format, path));
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

PartWriter::PartWriter(const Format &format, const WriteOptions &options, bool inParts, TakeFiles take)
    : m_format(format),
      m_options(options),
      m_inParts(inParts),
      m_take(std::move(take)),
      m_series(inParts && format.series ? format.series() : nullptr)
{
}

Result<> PartWriter::take(Excerpt &&part)
{
    if (m_inParts)
        return write(part);
    append(m_gathered.corpus, part.corpus);
    m_gathered.severed.unite(part.severed);
    return {};
}

Result<> PartWriter::finish()
{
    if (!m_inParts) {
        sortById(m_gathered.corpus);
        if (const auto written = write(m_gathered); !written)
            return written;
    }
    QMap<Kind, QStringList> lost;
    for (const auto &[object, kinds] : m_shared.asKeyValueRange()) {
        for (const Kind &kind : kinds)
            lost[kind].append(object);
    }
    for (const auto &[kind, objects] : lost.asKeyValueRange())
        addLosses(m_loss, {{kind.first, kind.second, objects.size(), objects}});
    return {};
}

Result<> PartWriter::write(const Excerpt &part)
{
    auto written = checked(m_format, part.corpus,
                           m_series ? m_series->write(part.corpus) : m_format.write(part.corpus, m_options));
    if (!written)
        return std::unexpected(written.error());
    addSevered(written->loss, part.severed);
    addLoss(part.corpus, std::move(written->loss));
    m_renamed.clear();
    QList<NamedFile> files = m_series ? m_series->news(std::move(written->files)) : std::move(written->files);
    for (NamedFile &file : files)
        file.path = nameFor(file.path);
    return m_take(std::move(files));
}

void PartWriter::addLoss(const Corpus &part, LossReport loss)
{
    QMap<QString, QSet<Kind>> lost; // of what may be in other parts, too
    const auto each = [&lost](const auto &...lists) {
        const auto one = [&lost](const auto &list) {
            for (const auto &thing : list)
                lost.insert(thing.id.toString(), {});
        };
        (one(lists), ...);
    };
    each(part.annotators, part.tagsets, part.tags, part.entities, part.portrayals);
    for (const Remainder &remainder : part.remainders) {
        if (remainder.article.isNull())
            lost.insert(remainder.id.toString(), {});
    }
    for (Loss &one : loss) {
        const qsizetype moved = one.objects.removeIf([&](const QString &object) {
            const auto shared = lost.find(object);
            if (shared == lost.end())
                return false;
            shared->insert({one.aspect, one.what});
            return true;
        });
        one.count -= moved;
    }
    loss.removeIf([](const Loss &one) { return one.count == 0; });
    addLosses(m_loss, loss);
    const auto isWhole = [](const QSet<Kind> &kinds) {
        return std::ranges::any_of(kinds, [](const Kind &kind) { return kind.first == Aspect::Whole; });
    };
    for (const auto &[object, kinds] : lost.asKeyValueRange()) {
        const auto before = m_shared.find(object);
        if (before == m_shared.end() || isWhole(*before))
            m_shared.insert(object, kinds);
        else if (!isWhole(kinds))
            before->intersect(kinds);
    }
}

/// Files that go together stay so.
QString PartWriter::nameFor(const QString &path)
{
    if (m_format.shape != Shape::Folder
        || (m_format.shared && path.endsWith(QLatin1StringView(m_format.shared), Qt::CaseInsensitive)))
        return path;
    const qsizetype dot = path.lastIndexOf(u'.');
    const QString base = dot < 0 ? path : path.first(dot);
    if (const auto known = m_renamed.constFind(base); known != m_renamed.cend())
        return *known + path.sliced(base.size());
    QString name = base;
    for (int number = 2; m_taken.contains(name.toCaseFolded()); ++number)
        name = u"%1-%2"_s.arg(base).arg(number);
    m_taken.insert(name.toCaseFolded());
    m_renamed.insert(base, name);
    return name + path.sliced(base.size());
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

}
