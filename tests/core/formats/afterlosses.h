// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"
#include "core/formats/jsonlines/jsonlineswriter.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <functional>
#include <tuple>

namespace pq::test {

/// Holds what was read against what was written and what the loss report says of it. Objects that keep their ids are
/// found by them, others by what they say; nothing is excused that is not listed for the very object.
class AfterLosses
{
public:
    AfterLosses(const Corpus &original, const LossReport &report, const Corpus &read) : was(original), is(read)
    {
        for (const Loss &loss : report) {
            for (const QString &object : loss.objects)
                m_lost[object] |= bit(loss.aspect);
        }
    }

    /// A line for each difference. Of the kinds in @p madeAnew, such as "tagset", more may have been read than were
    /// written.
    QStringList differences(const QStringList &madeAnew)
    {
        m_madeAnew = madeAnew;
        compare("annotator", &Corpus::annotators);
        compare("tagset", &Corpus::tagsets);
        compare("tag", &Corpus::tags);
        compare("entity", &Corpus::entities);
        compare("portrayal", &Corpus::portrayals);
        compare("article", &Corpus::articles);
        compare("version", &Corpus::versions);
        compare("passage", &Corpus::passages);
        compare("relation", &Corpus::relations);
        compare("claim", &Corpus::claims);
        compare("link", &Corpus::links);
        compare("evidence", &Corpus::evidence);
        compare("verdict", &Corpus::verdicts);
        compare("sign-off", &Corpus::signOffs);
        compare("note", &Corpus::notes);
        compare("remainder", &Corpus::remainders);
        for (auto lost = m_lost.cbegin(); lost != m_lost.cend(); ++lost) {
            if (!m_known.contains(lost.key()))
                m_differences.append(QStringLiteral("The report names what is not there: ") + lost.key());
        }
        return m_differences;
    }

private:
    static unsigned bit(Aspect aspect) { return 1U << unsigned(aspect); }
    template <class... Aspects>
    bool lost(const QString &object, Aspects... aspects) const
    {
        return (m_lost.value(object) & (bit(aspects) | ...)) != 0;
    }
    template <class T>
    static const T *find(const QList<T> &list, decltype(T::id) id)
    {
        const auto found = std::ranges::find(list, id, &T::id);
        return found == list.end() ? nullptr : &*found;
    }

    /// Matches each object with one of its like, trying all ways (Kuhn's algorithm).
    template <class A, class B, class Same>
    static QList<qsizetype> match(const QList<A> &from, const QList<B> &to, Same same)
    {
        QList<qsizetype> taker(to.size(), -1);
        for (qsizetype i = 0; i < from.size(); ++i) {
            QSet<qsizetype> tried;
            const std::function<bool(qsizetype)> place = [&](qsizetype one) {
                for (qsizetype j = 0; j < to.size(); ++j) {
                    if (tried.contains(j) || !same(from[one], to[j]))
                        continue;
                    tried.insert(j);
                    if (taker[j] < 0 || place(taker[j])) {
                        taker[j] = one;
                        return true;
                    }
                }
                return false;
            };
            (void)place(i);
        }
        return taker;
    }
    template <class T, class Same>
    static bool sameSet(const QList<T> &a, const QList<T> &b, Same same)
    {
        return a.size() == b.size() && !match(a, b, same).contains(-1);
    }

    template <class T>
    void compare(const char *kind, QList<T> Corpus::*list)
    {
        QList<const T *> wanted;
        for (const T &each : was.*list) {
            const QString id = each.id.toString();
            m_known.insert(id);
            if (!lost(id, Aspect::Whole))
                wanted.append(&each);
            if (const QString vain = lostInVain(each); !vain.isEmpty())
                m_differences.append(QStringLiteral("The report names the %1 of what had none: ").arg(vain)
                                     + show(each));
        }
        QList<const T *> found;
        for (const T &each : is.*list)
            found.append(&each);
        const QList<qsizetype> taker = match(wanted, found, [this](const T *a, const T *b) {
            return (lost(a->id.toString(), Aspect::Id) || a->id == b->id) && same(*a, *b);
        });
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            if (!taker.contains(i))
                m_differences.append(QStringLiteral("This %1 is gone, or changed: ").arg(QLatin1StringView(kind))
                                     + show(*wanted[i]));
        }
        for (qsizetype j = 0; j < found.size(); ++j) {
            if (taker[j] < 0
                && (wanted.size() > taker.size() - taker.count(-1) || !m_madeAnew.contains(QLatin1StringView(kind))))
                m_differences.append(QStringLiteral("This %1 is new, or changed: ").arg(QLatin1StringView(kind))
                                     + show(*found[j]));
        }
    }

    /// What the report says was lost though there was nothing of it.
    template <class T>
    QString lostInVain(const T &each) const
    {
        const QString id = each.id.toString();
        if constexpr (requires { each.state; }) {
            if (lost(id, Aspect::State) && each.state == State::Accepted)
                return QStringLiteral("state");
        }
        if constexpr (requires { each.annotator; }) {
            bool unmade = each.annotator.isNull() && each.created == Timestamp();
            if constexpr (requires { each.assignee; })
                unmade = unmade && each.assignee.isNull();
            if (lost(id, Aspect::Maker) && unmade)
                return QStringLiteral("maker");
        }
        if constexpr (requires { each.added; }) {
            if (lost(id, Aspect::Maker) && each.added == Timestamp())
                return QStringLiteral("time");
        }
        if constexpr (requires { each.attributes.isEmpty(); }) {
            if (lost(id, Aspect::Attributes) && each.attributes.isEmpty())
                return QStringLiteral("attributes");
        }
        if constexpr (requires { each.values.isEmpty(); }) {
            if (lost(id, Aspect::Attributes) && each.values.isEmpty())
                return QStringLiteral("values");
        }
        return {};
    }

    template <class T>
    static QString show(const T &each)
    {
        if constexpr (requires { jsonLine(each); })
            return QString::fromUtf8(jsonLine(each)).trimmed();
        else if constexpr (std::is_same_v<T, Article>)
            return QString::fromUtf8(jsonLine(each, {})).trimmed();
        else
            return each.id.toString() + u' ' + each.text.string();
    }

    template <class T>
    bool refers(QList<T> Corpus::*list, decltype(T::id) a, decltype(T::id) b) const
    {
        if (a.isNull() || b.isNull() || !lost(a.toString(), Aspect::Id))
            return a == b;
        const T *before = find(was.*list, a);
        const T *after = find(is.*list, b);
        return before && after && same(*before, *after);
    }
    template <class T>
    bool sameMaker(const T &a, const T &b) const
    {
        return lost(a.id.toString(), Aspect::Maker)
            || (refers(&Corpus::annotators, a.annotator, b.annotator) && a.created == b.created);
    }
    template <class T>
    bool sameState(const T &a, const T &b) const
    {
        return b.state == (lost(a.id.toString(), Aspect::State) ? State::Accepted : a.state);
    }

    bool same(const Annotator &a, const Annotator &b) const
    {
        return lost(a.id.toString(), Aspect::Words) || a.name == b.name;
    }
    bool same(const Tagset &a, const Tagset &b) const
    {
        const QString id = a.id.toString();
        return (lost(id, Aspect::Words) || a.name == b.name)
            && (lost(id, Aspect::Words, Aspect::Parts) || a.description == b.description);
    }
    bool same(const Tag &a, const Tag &b) const
    {
        const QString id = a.id.toString();
        const bool parts = lost(id, Aspect::Parts);
        return (lost(id, Aspect::Words) || a.name == b.name)
            && (parts
                || (refers(&Corpus::tagsets, a.tagset, b.tagset) && refers(&Corpus::tags, a.parent, b.parent)
                    && std::tie(a.colour, a.key, a.position, a.retired)
                        == std::tie(b.colour, b.key, b.position, b.retired)))
            && (parts || lost(id, Aspect::Words) || a.description == b.description)
            && (parts || lost(id, Aspect::Attributes)
                || sameSet(a.attributes, b.attributes, [&](const TagAttribute &x, const TagAttribute &y) {
                       return (lost(id, Aspect::Id) || x.id == y.id) && (lost(id, Aspect::Words) || x.name == y.name)
                           && x.kind == y.kind && x.choices == y.choices;
                   }));
    }
    bool same(const Entity &a, const Entity &b) const
    {
        const QString id = a.id.toString();
        return (lost(id, Aspect::Words) || a.name == b.name)
            && (lost(id, Aspect::Parts)
                || (a.kind == b.kind && a.externalIds == b.externalIds
                    && (lost(id, Aspect::Words)
                        || std::tie(a.aliases, a.description) == std::tie(b.aliases, b.description))));
    }
    bool same(const Portrayal &a, const Portrayal &b) const
    {
        const QString id = a.id.toString();
        return (lost(id, Aspect::Parts)
                || (refers(&Corpus::entities, a.performer, b.performer)
                    && refers(&Corpus::entities, a.character, b.character)
                    && refers(&Corpus::entities, a.work, b.work)))
            && (lost(id, Aspect::Parts, Aspect::Words) || a.episodes == b.episodes);
    }
    bool same(const Article &a, const Article &b) const
    {
        const QString id = a.id.toString();
        return (lost(id, Aspect::Parts, Aspect::Words) || (a.title == b.title && a.byline == b.byline))
            && (lost(id, Aspect::Parts)
                || (refers(&Corpus::entities, a.outlet, b.outlet) && a.published == b.published && a.url == b.url))
            && (lost(id, Aspect::Maker, Aspect::Parts) || a.added == b.added);
    }
    bool same(const Version &a, const Version &b) const
    {
        const QString id = a.id.toString();
        return (lost(id, Aspect::Words) || a.text == b.text)
            && (lost(id, Aspect::Parts)
                || (refers(&Corpus::articles, a.article, b.article)
                    && std::tie(a.number, a.encoding, a.encodingGuessed, a.repairs)
                        == std::tie(b.number, b.encoding, b.encodingGuessed, b.repairs)
                    && (lost(id, Aspect::Words)
                        || std::tie(a.sourceName, a.correction) == std::tie(b.sourceName, b.correction))))
            && (lost(id, Aspect::Maker, Aspect::Parts) || a.added == b.added);
    }
    bool sameAttributes(const Passage &a, const Passage &b) const
    {
        const QString tag = a.tag.toString();
        const auto nameOf = [](const Corpus &corpus, AttributeId id) {
            for (const Tag &each : corpus.tags) {
                for (const TagAttribute &attribute : each.attributes) {
                    if (attribute.id == id)
                        return attribute.name;
                }
            }
            return QString();
        };
        return sameSet(a.attributes, b.attributes, [&](const AttributeValue &x, const AttributeValue &y) {
            if (x.value != y.value)
                return false;
            if (lost(tag, Aspect::Words))
                return true;
            if (lost(tag, Aspect::Id, Aspect::Parts, Aspect::Attributes))
                return nameOf(was, x.attribute) == nameOf(is, y.attribute);
            return x.attribute == y.attribute;
        });
    }
    bool same(const Passage &a, const Passage &b) const
    {
        const QString id = a.id.toString();
        return refers(&Corpus::versions, a.version, b.version)
            && (lost(id, Aspect::Parts) || refers(&Corpus::tags, a.tag, b.tag))
            && (lost(id, Aspect::Spans) || a.fragments == b.fragments)
            && (lost(id, Aspect::Attributes, Aspect::Words) || sameAttributes(a, b)) && sameState(a, b)
            && sameMaker(a, b);
    }
    bool same(const Relation &a, const Relation &b) const
    {
        const QString id = a.id.toString();
        return (lost(id, Aspect::Parts)
                || (refers(&Corpus::passages, a.from, b.from) && refers(&Corpus::passages, a.to, b.to)))
            && (lost(id, Aspect::Words) || a.label == b.label)
            && (lost(id, Aspect::Attributes, Aspect::Words)
                || sameSet(a.values, b.values, std::equal_to<RelationValue>()))
            && sameState(a, b) && sameMaker(a, b);
    }
    bool same(const Claim &a, const Claim &b) const
    {
        const QString id = a.id.toString();
        return (lost(id, Aspect::Words, Aspect::Parts) || a.summary == b.summary)
            && (lost(id, Aspect::Parts)
                || (a.kind == b.kind
                    && sameSet(a.passages, b.passages,
                               [this](const ClaimPassage &x, const ClaimPassage &y) {
                                   return x.role == y.role && refers(&Corpus::passages, x.passage, y.passage);
                               })
                    && sameSet(a.participants, b.participants,
                               [this](const Participant &x, const Participant &y) {
                                   return x.role == y.role && refers(&Corpus::entities, x.entity, y.entity)
                                       && refers(&Corpus::passages, x.evidence, y.evidence);
                               })))
            && (lost(id, Aspect::Maker, Aspect::Parts) || refers(&Corpus::annotators, a.assignee, b.assignee))
            && sameState(a, b) && sameMaker(a, b);
    }
    bool same(const Link &a, const Link &b) const
    {
        return (lost(a.id.toString(), Aspect::Parts)
                || (a.kind == b.kind && refers(&Corpus::claims, a.from, b.from) && refers(&Corpus::claims, a.to, b.to)))
            && sameState(a, b) && sameMaker(a, b);
    }
    bool same(const Evidence &a, const Evidence &b) const
    {
        const QString id = a.id.toString();
        return (lost(id, Aspect::Parts)
                || (refers(&Corpus::claims, a.claim, b.claim) && refers(&Corpus::passages, a.passage, b.passage)
                    && std::tie(a.kind, a.stance, a.url, a.retrieved, a.sha256)
                        == std::tie(b.kind, b.stance, b.url, b.retrieved, b.sha256)
                    && (lost(id, Aspect::Words)
                        || std::tie(a.title, a.locator, a.contact) == std::tie(b.title, b.locator, b.contact))))
            && sameMaker(a, b);
    }
    bool same(const Verdict &a, const Verdict &b) const
    {
        const QString id = a.id.toString();
        return (lost(id, Aspect::Parts) || (a.value == b.value && refers(&Corpus::claims, a.claim, b.claim)))
            && (lost(id, Aspect::Parts, Aspect::Words) || a.reason == b.reason) && sameMaker(a, b);
    }
    bool same(const SignOff &a, const SignOff &b) const
    {
        return (lost(a.id.toString(), Aspect::Parts) || refers(&Corpus::verdicts, a.verdict, b.verdict))
            && sameMaker(a, b);
    }
    bool sameTarget(const NoteTarget &a, const NoteTarget &b) const
    {
        const auto one = [&]<class T>(QList<T> Corpus::*list, const decltype(T::id) *x) {
            const auto *y = std::get_if<decltype(T::id)>(&b);
            return x && y && refers(list, *x, *y);
        };
        return one(&Corpus::articles, std::get_if<ArticleId>(&a)) || one(&Corpus::passages, std::get_if<PassageId>(&a))
            || one(&Corpus::claims, std::get_if<ClaimId>(&a)) || one(&Corpus::entities, std::get_if<EntityId>(&a))
            || one(&Corpus::tags, std::get_if<TagId>(&a));
    }
    bool same(const Note &a, const Note &b) const
    {
        const QString id = a.id.toString();
        return (lost(id, Aspect::Parts)
                || (sameTarget(a.target, b.target) && refers(&Corpus::notes, a.parent, b.parent)
                    && a.resolved == b.resolved))
            && (lost(id, Aspect::Words) || a.body == b.body) && sameMaker(a, b);
    }
    bool same(const Remainder &a, const Remainder &b) const
    {
        const QString id = a.id.toString();
        return (lost(id, Aspect::Parts) || (a.format == b.format && refers(&Corpus::articles, a.article, b.article)))
            && (lost(id, Aspect::Words) || a.content == b.content || withoutIds(a.content) == withoutIds(b.content));
    }
    /// The members of a remainder, where it may refer to objects that got new ids.
    static QStringList withoutIds(QString content)
    {
        static const QRegularExpression id(QStringLiteral("\\b[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}\\b"));
        QStringList members = content.replace(id, QStringLiteral("id")).remove(u'{').remove(u'}').split(u',');
        members.sort();
        return members;
    }

    const Corpus &was;
    const Corpus &is;
    QHash<QString, unsigned> m_lost; ///< bits of aspects, by object
    QSet<QString> m_known;
    QStringList m_madeAnew;
    QStringList m_differences;
};

/// Empty when @p read is @p original without exactly what @p report lists; otherwise what differs, a line each.
/// @p madeAnew: kinds of things, such as "tagset", that the format's reader makes though none was written.
inline QString differenceAfterLosses(const Corpus &original, const LossReport &report, const Corpus &read,
                                     const QStringList &madeAnew = {})
{
    return AfterLosses(original, report, read).differences(madeAnew).join(u'\n');
}

}
