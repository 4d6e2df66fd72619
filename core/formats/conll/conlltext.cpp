// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/conll/conlltext.h"

#include "core/formats/json.h"
#include "core/text/segmentation.h"
#include "core/text/tokens.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

void ConllText::setBegin(qint64 begin)
{
    const qint64 missing = begin - m_length;
    // A text that begins later is not made of spaces in front of it.
    constexpr qint64 most = 10'000;
    if (m_tokens.isEmpty() || missing < 0 || missing > most)
        return;
    const bool isSentence = !m_sentences.isEmpty() && m_sentences.last() == m_tokens.size();
    m_gap = QString(qsizetype(missing), u' ');
    if (isSentence && missing > 0)
        m_gap->front() = u'\n';
}

void ConllText::addToken(const QString &form, const QStringList &columns)
{
    const bool beginsSentence = !m_sentences.isEmpty() && m_sentences.last() == m_tokens.size();
    const QString gap = m_gap.value_or(beginsSentence ? u"\n"_s : u" "_s);
    m_gap.reset();
    if (!m_tokens.isEmpty()) {
        m_text += gap;
        m_length += Text(gap).length();
    }
    const qint64 begin = m_length;
    m_text += form;
    m_length += Text(form).length();
    m_tokens.append({begin, m_length, columns});
}

void ConllText::endSentence()
{
    closeLabels();
    if (!m_tokens.isEmpty() && (m_sentences.isEmpty() || m_sentences.last() != m_tokens.size()))
        m_sentences.append(m_tokens.size());
}

void ConllText::closeLabel(size_t column)
{
    if (m_labelled[column])
        m_spans.append(*m_labelled[column]);
    m_labelled[column].reset();
}

void ConllText::closeLabels()
{
    for (size_t column = 0; column < m_labelled.size(); ++column)
        closeLabel(column);
}

void ConllText::label(const QString &label, size_t column)
{
    const qsizetype token = m_tokens.size() - 1;
    if (label == u"O" || label == u"_" || label == u"-") {
        closeLabel(column);
        return;
    }
    const QChar kind = label.size() > 2 && label[1] == u'-' ? label.front() : QChar();
    if (kind.isNull() || !u"BIESLUMW"_s.contains(kind)) {
        m_reading->refuse(Formats::tr("“%1” is no label; it must be O, or begin with B-, I-, E- or S-.").arg(label));
        return;
    }
    std::optional<Span> &labelled = m_labelled[column];
    const QString tag = label.sliced(2);
    const bool goesOn = u"IELM"_s.contains(kind) && labelled && labelled->tag == tag;
    if (goesOn) {
        labelled->last = token;
    } else {
        closeLabel(column);
        labelled = Span{tag, token, token};
    }
    if (u"ELSUW"_s.contains(kind))
        closeLabel(column);
}

void ConllText::open(const QString &key, const QString &tag, const QString &entity, bool isBehind)
{
    static const QRegularExpression ofSeveral(u"\\A(.*)\\[([0-9]+)/[0-9]+\\]\\z"_s);
    const qsizetype token = m_tokens.size() - (isBehind ? 0 : 1);
    const QRegularExpressionMatch part = ofSeveral.match(entity);
    m_open.append({tag, token, token, part.hasMatch() ? part.captured(1) : entity, key, part.captured(2).toInt()});
}

void ConllText::close(const QString &key)
{
    const auto found = std::find_if(m_open.rbegin(), m_open.rend(),
                                    [&key](const Span &span) { return span.key == key; });
    if (found == m_open.rend()) {
        m_reading->refuse(Formats::tr("the entity “%1” ends here, but began nowhere.").arg(key));
        return;
    }
    found->last = m_tokens.size() - 1;
    if (found->last < found->first)
        m_reading->remark(Formats::tr("an entity without words was left out"));
    else
        m_spans.append(*found);
    m_open.erase(std::next(found).base());
}

void ConllText::makePassages(VersionId version, const CountedText &text, QList<TextSpan> &places)
{
    QHash<QString, qsizetype> ofSeveral; ///< places in the corpus of passages whose next part may come, by entity
    for (const Span &span : std::as_const(m_spans)) {
        const auto place = text.spanOf({m_tokens[span.first].begin, m_tokens[span.last].end}, {});
        if (!place) {
            m_reading->remark(Formats::tr("a label on nothing but what a text cannot hold was left out"));
            continue;
        }
        places.append(*place);
        QList<Passage> &passages = m_builder->corpus().passages;
        if (span.part > 1 && ofSeveral.contains(span.entity)) {
            Passage &begun = passages[ofSeveral.value(span.entity)];
            if (begun.fragments.last().span.end < place->begin) {
                begun.fragments.append({*place, text.text().words(*place).toString()});
                continue;
            }
        }
        const TagId tag = m_builder->tag(span.tag);
        Passage &passage = m_builder->addPassage(version, tag, {*place});
        if (!span.entity.isEmpty())
            passage.attributes.append({m_builder->attribute(tag, u"entity"_s), span.entity});
        if (span.part == 1)
            ofSeveral.insert(span.entity, passages.size() - 1);
    }
}

void ConllText::finish(const QString &title, const QString &sourceName)
{
    endSentence();
    if (!m_open.isEmpty())
        m_reading->refuse(Formats::tr("the entity “%1” does not end in this text.").arg(m_open.first().key));
    const CountedText counted(m_text);
    if (m_tokens.isEmpty() || counted.text().isEmpty() || m_reading->failed()) {
        *this = ConllText(*m_builder, *m_reading);
        return;
    }
    const VersionId version = m_builder->addArticle(title, counted, sourceName);
    const ArticleId article = m_builder->corpus().articles.last().id;
    QList<TextSpan> passages;
    makePassages(version, counted, passages);
    // Tokens that would not be made again are kept, and so are their further columns.
    ConllTokens tokens;
    tokens.sentences = m_sentences;
    for (const Token &token : std::as_const(m_tokens)) {
        if (const auto place = counted.spanOf({token.begin, token.end}, {})) {
            tokens.spans.append(*place);
            tokens.columns.append(token.columns);
        }
    }
    const QString content = QString::fromUtf8(tokens.toJson());
    if (tokens != ConllTokens::of(counted.text(), passages) && ConllTokens::fromJson(content, counted.text(), {}))
        m_builder->corpus().remainders.append({RemainderId::create(), article, u"conll"_s, content});
    *this = ConllText(*m_builder, *m_reading);
}

namespace {

bool isWithin(const TextSpan &span, const QList<TextSpan> &tokens, const QList<qsizetype> &sentences)
{
    const auto first = std::ranges::lower_bound(tokens, span.begin, {}, &TextSpan::begin);
    const auto last = std::ranges::lower_bound(tokens, span.end, {}, &TextSpan::end);
    if (first == tokens.end() || last == tokens.end() || first->begin != span.begin || last->end != span.end)
        return false;
    const auto sentence = std::ranges::upper_bound(sentences, first - tokens.begin());
    return sentence != sentences.end() && last - tokens.begin() < *sentence;
}

}

ConllTokens ConllTokens::of(const Text &text, const QList<TextSpan> &passages)
{
    ConllTokens tokens;
    tokens.spans = tokensFor(text, passages);
    tokens.columns.resize(tokens.spans.size());
    qsizetype next = 0; // passage that may be cut
    QList<TextSpan> ordered = passages;
    std::ranges::sort(ordered);
    TextPosition covered{0}; // to which passages reach that began before
    TextPosition boundary{0};
    for (qsizetype i = 0; i < tokens.spans.size(); ++i) {
        const TextPosition begin = tokens.spans[i].begin;
        const bool isNew = boundary <= begin;
        while (boundary <= begin && boundary < text.span().end)
            boundary = nextBoundary(text, boundary, Unit::Sentence);
        for (; next < ordered.size() && ordered[next].begin < begin; ++next)
            covered = std::max(covered, ordered[next].end);
        if (isNew && i > 0 && covered <= begin)
            tokens.sentences.append(i);
    }
    if (!tokens.spans.isEmpty())
        tokens.sentences.append(tokens.spans.size());
    return tokens;
}

std::optional<ConllTokens> ConllTokens::fromJson(const QString &content, const Text &text,
                                                 const QList<TextSpan> &passages)
{
    const QJsonObject object = QJsonDocument::fromJson(content.toUtf8()).object();
    ConllTokens tokens;
    TextPosition last{0};
    qsizetype width = -1;
    const auto isSpace = [&text](const TextSpan &span) { return trimmed(text, span).isEmpty(); };
    for (const QJsonArray all = object.value("tokens"_L1).toArray(); const auto &each : all) {
        const QJsonArray token = each.toArray();
        const TextSpan span{{qsizetype(token.at(0).toInteger(-1))}, {qsizetype(token.at(1).toInteger(-1))}};
        if (span.begin < last || span.isEmpty() || !text.covers(span) || !isSpace({last, span.begin})
            || std::ranges::any_of(text.words(span), [](QChar c) { return c.isSpace(); }))
            return std::nullopt;
        last = span.end;
        QStringList columns;
        for (qsizetype i = 2; i < token.size(); ++i) {
            columns.append(token.at(i).toString());
            if (columns.last().isEmpty() || std::ranges::any_of(columns.last(), [](QChar c) { return c.isSpace(); }))
                return std::nullopt;
        }
        if (width >= 0 && columns.size() != width)
            return std::nullopt;
        width = columns.size();
        tokens.spans.append(span);
        tokens.columns.append(columns);
    }
    qsizetype before = 0;
    for (const QJsonArray all = object.value("sentences"_L1).toArray(); const auto &each : all) {
        const qsizetype end = qsizetype(each.toInteger(-1));
        if (end <= before || end > tokens.spans.size())
            return std::nullopt;
        before = end;
        tokens.sentences.append(end);
    }
    const bool isWhole = !tokens.spans.isEmpty() && before == tokens.spans.size() && isSpace({last, text.span().end});
    const bool fits = std::ranges::all_of(
        passages, [&tokens](const TextSpan &passage) { return isWithin(passage, tokens.spans, tokens.sentences); });
    return isWhole && fits ? std::optional(tokens) : std::nullopt;
}

QByteArray ConllTokens::toJson() const
{
    JsonWriter json(JsonWriter::Compact);
    json.beginObject();
    json.beginArray("tokens"_L1);
    for (qsizetype i = 0; i < spans.size(); ++i) {
        json.beginArray();
        json.value(qint64(spans[i].begin.value));
        json.value(qint64(spans[i].end.value));
        for (const QString &column : columns[i])
            json.value(column);
        json.end();
    }
    json.end();
    json.beginArray("sentences"_L1);
    for (const qsizetype end : sentences)
        json.value(qint64(end));
    json.end();
    json.end();
    return json.bytes();
}

QString ConllTokens::joined(const Text &text) const
{
    QString all;
    auto sentence = sentences.begin();
    for (qsizetype i = 0; i < spans.size(); ++i) {
        const bool beginsSentence = sentence != sentences.end() && *sentence == i;
        if (beginsSentence)
            ++sentence;
        if (i > 0)
            all += beginsSentence ? u'\n' : u' ';
        all += text.words(spans[i]);
    }
    return all;
}

}
