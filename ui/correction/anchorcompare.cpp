// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correction/anchorcompare.h"

#include "core/text/differences.h"
#include "core/text/segmentation.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

QTextEdit::ExtraSelection marked(QPlainTextEdit *edit, const Utf16Span &span, const QTextCharFormat &format)
{
    QTextEdit::ExtraSelection selection;
    selection.cursor = QTextCursor(edit->document());
    selection.cursor.setPosition(static_cast<int>(span.begin.value));
    selection.cursor.setPosition(static_cast<int>(span.end.value), QTextCursor::KeepAnchor);
    selection.format = format;
    return selection;
}

Utf16Span shifted(const Text &text, const TextSpan &within, const TextSpan &span)
{
    const qsizetype shift = within.begin.value;
    return text.toUtf16({span.begin + shift, span.end + shift});
}

}

AnchorCompare::AnchorCompare(QWidget *parent)
    : QWidget(parent), m_oldTextEdit(new QPlainTextEdit(this)), m_nowTextEdit(new QPlainTextEdit(this))
{
    m_oldTextEdit->setObjectName(u"oldTextEdit"_s);
    m_nowTextEdit->setObjectName(u"nowTextEdit"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(12);
    const auto add = [&](QPlainTextEdit *edit, const QString &title) {
        auto *label = new QLabel(title, this);
        label->setBuddy(edit);
        edit->setReadOnly(true);
        edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        edit->setTabChangesFocus(true);
        edit->setAccessibleName(QString(title).remove(u'&').remove(u':'));
        auto *column = new QVBoxLayout;
        column->setSpacing(4);
        column->addWidget(label);
        column->addWidget(edit, 1);
        layout->addLayout(column, 1);
    };
    add(m_oldTextEdit, tr("&Before (what went is struck out):"));
    add(m_nowTextEdit, tr("A&fter (what is new is underlined):"));
    connect(m_nowTextEdit, &QPlainTextEdit::selectionChanged, this, &AnchorCompare::selectionChanged);
}

void AnchorCompare::setTexts(const Text &old, const Text &now)
{
    m_old = old;
    m_now = now;
    m_oldTextEdit->setPlainText(old.string());
    m_nowTextEdit->setPlainText(now.string());
}

void AnchorCompare::compare(const QList<TextSpan> &was, const QList<TextSpan> &place)
{
    const Theme theme = Theme::of(palette());
    QTextCharFormat words;
    words.setBackground(theme.selection);
    words.setForeground(theme.text);
    QTextCharFormat gone = words;
    gone.setFontStrikeOut(true);
    gone.setFontWeight(QFont::Bold);
    QTextCharFormat added = words;
    added.setFontUnderline(true);
    added.setFontWeight(QFont::Bold);

    QList<QTextEdit::ExtraSelection> before;
    QList<QTextEdit::ExtraSelection> after;
    for (const TextSpan &span : was)
        before.append(marked(m_oldTextEdit, m_old.toUtf16(span), place.size() == was.size() ? words : gone));
    for (const TextSpan &span : place)
        after.append(marked(m_nowTextEdit, m_now.toUtf16(span), place.size() == was.size() ? words : added));
    for (qsizetype i = 0; place.size() == was.size() && i < was.size(); ++i) {
        const Text old(m_old.words(was[i]).toString());
        const Text now(m_now.words(place[i]).toString());
        for (const QList<TextDifference> all = differences(old, now); const TextDifference &difference : all) {
            if (!difference.inOld.isEmpty())
                before.append(marked(m_oldTextEdit, shifted(m_old, was[i], difference.inOld), gone));
            if (!difference.inNow.isEmpty())
                after.append(marked(m_nowTextEdit, shifted(m_now, place[i], difference.inNow), added));
        }
    }
    m_oldTextEdit->setExtraSelections(before);
    m_nowTextEdit->setExtraSelections(after);
    scrollToWords();
}

/// Where there are none in the later text, that stays where it is.
void AnchorCompare::scrollToWords()
{
    for (QPlainTextEdit *edit : {m_oldTextEdit, m_nowTextEdit}) {
        const QList<QTextEdit::ExtraSelection> marks = edit->extraSelections();
        if (marks.isEmpty())
            continue;
        QTextCursor cursor(edit->document());
        cursor.setPosition(marks.first().cursor.selectionStart());
        edit->setTextCursor(cursor);
        edit->centerCursor();
    }
}

/// Other lines are in the middle now, as soon as the texts have their new places.
void AnchorCompare::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    QTimer::singleShot(0, this, [this] {
        if (!m_nowTextEdit->textCursor().hasSelection())
            scrollToWords();
    });
}

QList<TextSpan> AnchorCompare::selected() const
{
    const QTextCursor cursor = m_nowTextEdit->textCursor();
    const TextSpan span = trimmed(m_now, m_now.toText(Utf16Span{{cursor.selectionStart()}, {cursor.selectionEnd()}}));
    return span.isEmpty() ? QList<TextSpan>() : QList{span};
}

}
