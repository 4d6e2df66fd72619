// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/labelled/prodigytokens.h"

#include <QJsonObject>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

ProdigyTokens::ProdigyTokens(const QJsonArray &tokens)
{
    for (const auto &each : tokens) {
        const QJsonObject token = each.toObject();
        m_spans.append(TextSpan{{qsizetype(token.value("start"_L1).toInteger(-1))},
                                {qsizetype(token.value("end"_L1).toInteger(-1))}});
    }
}

qsizetype ProdigyTokens::beginningAt(TextPosition position) const
{
    const auto found = std::ranges::lower_bound(m_spans, position, {}, &TextSpan::begin);
    return found != m_spans.end() && found->begin == position ? found - m_spans.begin() : -1;
}

qsizetype ProdigyTokens::endingAt(TextPosition position) const
{
    const auto found = std::ranges::lower_bound(m_spans, position, {}, &TextSpan::end);
    return found != m_spans.end() && found->end == position ? found - m_spans.begin() : -1;
}

QJsonArray ProdigyTokens::toJson(const Text &text) const
{
    QJsonArray all;
    for (qsizetype i = 0; i < m_spans.size(); ++i) {
        const TextSpan span = m_spans[i];
        const bool isSpaced = span.end.value < text.length() && text.words({span.end, span.end + 1}) == u" "
            && (i + 1 == m_spans.size() || m_spans[i + 1].begin != span.end);
        all.append(QJsonObject{{"text"_L1, text.words(span).toString()},
                               {"start"_L1, qint64(span.begin.value)},
                               {"end"_L1, qint64(span.end.value)},
                               {"id"_L1, qint64(i)},
                               {"ws"_L1, isSpaced}});
    }
    return all;
}

}
