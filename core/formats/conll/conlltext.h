// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/corpusbuilder.h"
#include "core/formats/fields.h"

#include <array>
#include <optional>

namespace pq {

/// Puts a text together of tokens, and passages of labels on them.
class ConllText
{
public:
    ConllText(CorpusBuilder &builder, Reading &reading) : m_builder(&builder), m_reading(&reading) {}

    /// What the next token stands behind, where that is not a space, or a line feed at a sentence's begin.
    void setGap(const QString &gap) { m_gap = gap; }
    /// Where the next token begins, in code points; filled up with spaces. Ignored where it is behind that.
    void setBegin(qint64 begin);
    /// @p columns: those between the token and its label.
    void addToken(const QString &form, const QStringList &columns = {});
    void endSentence();

    /// The label of the last token, such as "B-PER", in one of two columns that go beside each other.
    void label(const QString &label, size_t column = 0);
    /// A span that begins with the last token, or behind it, and one that ends with the last. The key is how they find
    /// each other. What ends before it begins, as that which has no words, is left out.
    void open(const QString &key, const QString &tag, const QString &entity, bool isBehind = false);
    void close(const QString &key);

    [[nodiscard]] bool isEmpty() const { return m_tokens.isEmpty(); }
    /// Makes the article and is empty again.
    void finish(const QString &title, const QString &sourceName);

private:
    struct Token
    {
        qint64 begin; ///< code points of m_text
        qint64 end;
        QStringList columns;
    };
    struct Span
    {
        QString tag;
        qsizetype first; ///< tokens
        qsizetype last;
        QString entity;
        QString key;
        int part = 0; ///< of a span in several, from 1
    };

    void closeLabel(size_t column);
    void closeLabels();
    /// Where the spans are, and of which passage: those with a part, "e1[1/2]" and "e1[2/2]", are of one.
    void makePassages(VersionId version, const CountedText &text, QList<TextSpan> &places);

    CorpusBuilder *m_builder;
    Reading *m_reading;
    QString m_text;
    qint64 m_length = 0; ///< code points of m_text
    std::optional<QString> m_gap;
    QList<Token> m_tokens;
    QList<qsizetype> m_sentences; ///< how many tokens had come at the end of each
    QList<Span> m_spans;
    QList<Span> m_open;
    std::array<std::optional<Span>, 2> m_labelled; ///< by the labels of the last tokens
};

/// Tokens of a text as they are written and, for those of another program, kept.
struct ConllTokens
{
    QList<TextSpan> spans;
    QList<QStringList> columns; ///< of each token, between it and its label; empty where there are none
    QList<qsizetype> sentences; ///< how many tokens there are at the end of each

    /// Words and marks, cut where one of @p passages begins or ends, in sentences that part none of them.
    [[nodiscard]] static ConllTokens of(const Text &text, const QList<TextSpan> &passages);
    /// Those kept in a Remainder's content; nothing when it is none of these, or they do not fit the text, or not every
    /// passage begins and ends with one and lies in one sentence.
    [[nodiscard]] static std::optional<ConllTokens> fromJson(const QString &content, const Text &text,
                                                             const QList<TextSpan> &passages);
    [[nodiscard]] QByteArray toJson() const;
    /// The text that is read from them.
    [[nodiscard]] QString joined(const Text &text) const;

    friend bool operator==(const ConllTokens &, const ConllTokens &) = default;
};

}
