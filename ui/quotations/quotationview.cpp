// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotations/quotationview.h"

#include "ui/theme.h"

#include <QEvent>
#include <QTextCursor>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

/// Told apart by line and weight, so that colour is not needed.
QTextCharFormat formatOf(Deviation deviation, bool isOriginal, const Theme &theme)
{
    QTextCharFormat format;
    format.setForeground(theme.text);
    switch (deviation) {
    case Deviation::Punctuation:
        format.setUnderlineStyle(QTextCharFormat::DotLine);
        break;
    case Deviation::Insertion:
        format.setUnderlineStyle(QTextCharFormat::DashUnderline);
        format.setFontItalic(true);
        break;
    case Deviation::Omission:
        if (isOriginal)
            format.setFontStrikeOut(true);
        else
            format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        format.setForeground(theme.dimmed);
        break;
    case Deviation::Silent:
        format.setFontWeight(QFont::Bold);
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setBackground(theme.selection);
        break;
    }
    return format;
}

void writeWords(QTextCursor &cursor, const Text &text, const QList<QuoteChange> &changes, bool isOriginal,
                const Theme &theme)
{
    QTextCharFormat plain;
    plain.setForeground(theme.text);
    TextPosition at;
    for (const QuoteChange &change : changes) {
        const TextSpan span = isOriginal ? change.inOriginal : change.inQuote;
        cursor.insertText(text.words({at, std::max(at, span.begin)}).toString(), plain);
        // A caret where the other one has words and this one none.
        cursor.insertText(span.isEmpty() ? u"‸"_s : text.words(span).toString(),
                          formatOf(change.deviation, isOriginal, theme));
        at = std::max(at, span.end);
    }
    cursor.insertText(text.words({at, text.span().end}).toString(), plain);
}

}

QString sentence(const QuoteChange &change, const Text &quote, const Text &original)
{
    const QString kind = label(change.deviation);
    const QString before = original.words(change.inOriginal).trimmed().toString();
    const QString after = quote.words(change.inQuote).trimmed().toString();
    if (before.isEmpty())
        return QuotationView::tr("%1: “%2” was put in").arg(kind, after);
    if (after.isEmpty())
        return QuotationView::tr("%1: “%2” was left out").arg(kind, before);
    return QuotationView::tr("%1: “%2” became “%3”").arg(kind, before, after);
}

QuotationView::QuotationView(QWidget *parent) : QTextEdit(parent)
{
    setObjectName(u"quotationView"_s);
    setAccessibleName(tr("Quotation and original"));
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(8);
}

void QuotationView::showTakeover(const Takeover &takeover, const QString &quotePlace, const QString &originalPlace)
{
    m_takeover = takeover;
    m_quotePlace = quotePlace;
    m_originalPlace = originalPlace;
    write();
}

void QuotationView::showNothing()
{
    m_takeover = {};
    clear();
}

void QuotationView::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_takeover.link.isNull())
        write();
}

QVariant QuotationView::loadResource(int, const QUrl &)
{
    return {};
}

void QuotationView::write()
{
    const Theme theme = Theme::of(palette());
    const Text &quote = m_takeover.quote.text;
    const Text &original = m_takeover.original.text;
    clear();
    QTextCursor cursor(document());
    QTextCharFormat small;
    small.setForeground(theme.dimmed);
    QTextBlockFormat block;
    block.setBottomMargin(6);
    cursor.setBlockFormat(block);
    const auto part = [&](const QString &title, const Text &text, bool isOriginal) {
        cursor.insertText(title, small);
        cursor.insertBlock();
        writeWords(cursor, text, m_takeover.changes, isOriginal, theme);
        cursor.insertBlock();
    };
    part(tr("Original: %1").arg(m_originalPlace), original, true);
    part(tr("Quotation: %1").arg(m_quotePlace), quote, false);
    if (m_takeover.kind == LinkKind::Paraphrases)
        cursor.insertText(tr("A paraphrase has its own words."), small);
    else if (m_takeover.changes.isEmpty())
        cursor.insertText(tr("The quotation is verbatim."), small);
    for (qsizetype i = 0; i < m_takeover.changes.size(); ++i) {
        if (i > 0)
            cursor.insertBlock();
        cursor.insertText(sentence(m_takeover.changes[i], quote, original), small);
    }
    moveCursor(QTextCursor::Start);
}

}
