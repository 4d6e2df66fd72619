// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/uima/cas.h"

namespace pq {

/// A row of WebAnno TSV: a token or a part of one; positions are in UTF-16.
struct TsvUnit
{
    qint64 begin = 0;
    qint64 end = 0;
    QString id;            ///< such as "1-2" or "1-2.1"; of parts given by numberParts()
    QList<qsizetype> parts; ///< of a token: places of units
};

struct TsvSentence
{
    qint64 begin = 0;
    qint64 end = 0; ///< of what is written as its text
    QString id;
    QList<qsizetype> tokens; ///< places of units
};

/// The sentences and tokens of a CAS as rows, such that they hold its text.
class TsvUnits
{
public:
    /// Uses words and marks of the text where the CAS has no tokens. Tokens that overlap others are left out.
    TsvUnits(const Cas &cas, qint64 sofa, const QString &text);

    [[nodiscard]] const QList<TsvSentence> &sentences() const { return m_sentences; }
    [[nodiscard]] const TsvUnit &at(qsizetype unit) const { return m_units[unit]; }
    /// The units that an annotation covers, with parts of tokens made where it begins or ends inside one. White space
    /// between tokens at its ends is cut off, as @p begin and @p end say then; nothing is left of what is only that,
    /// but what is empty from the start goes to the nearest token.
    [[nodiscard]] QList<qsizetype> cover(qint64 &begin, qint64 &end);
    /// The unit of a token that is at exactly this place; -1 when there is none.
    [[nodiscard]] qsizetype token(qint64 begin, qint64 end) const;
    void numberParts();

private:
    [[nodiscard]] qsizetype part(qsizetype token, qint64 begin, qint64 end);
    void addSentences(QList<TsvSentence> sentences, const QString &text);

    QList<TsvUnit> m_units; ///< the tokens, ascending, then parts of them
    qsizetype m_tokens = 0;
    QList<TsvSentence> m_sentences;
};

}
