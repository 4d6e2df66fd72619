// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

#include <QHash>

namespace pq {

/// Collects what a writer leaves out; kinds of things come in the order in which they were first met.
class Losses
{
public:
    /// One more of @p what; an object that is named twice for the same is listed once and counted twice.
    void add(Aspect aspect, const QString &what, const QString &object);
    template <class Tag>
    void add(Aspect aspect, const QString &what, const Id<Tag> &object)
    {
        add(aspect, what, object.toString());
    }
    /// One for each in a list of objects.
    template <class T>
    void addAll(Aspect aspect, const QString &what, const QList<T> &list)
    {
        for (const T &each : list)
            add(aspect, what, each.id);
    }

    /// What next to no format has room for: portrayals, evidence, verdicts and sign-offs.
    void addAllOfReview(const Corpus &corpus);
    /// All that formats of spans and labels have no room for: these, tagsets, claims and links, notes.
    void addAllAboutClaims(const Corpus &corpus);

    [[nodiscard]] const LossReport &report() const { return m_report; }

private:
    LossReport m_report;
    QHash<QString, qsizetype> m_place;
};

/// Collects what a reader had to guess or leave out: each sentence once, with its first place and a count.
class Remarks
{
public:
    /// @p sentence without a full stop; @p place such as "a.ann, line 3", may be empty.
    void add(const QString &sentence, const QString &place);

    [[nodiscard]] QStringList list() const;

private:
    struct Remark
    {
        QString sentence;
        QString place;
        qint64 count = 0;
    };
    QList<Remark> m_remarks;
    QHash<QString, qsizetype> m_index;
};

}
