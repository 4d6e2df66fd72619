// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/noteeditor.h"

#include "core/model/mentions.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

bool isReturn(const QKeyEvent *event)
{
    return event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
}

}

NoteEditor::NoteEditor(QWidget *parent) : QPlainTextEdit(parent), m_names(new QCompleter(this))
{
    setTabChangesFocus(true);
    m_names->setModel(new QStringListModel(m_names));
    m_names->setWidget(this);
    m_names->setCaseSensitivity(Qt::CaseInsensitive);
    m_names->popup()->setAccessibleName(tr("Whom to call"));
    connect(m_names, qOverload<const QString &>(&QCompleter::activated), this, &NoteEditor::takeName);
    connect(this, &QPlainTextEdit::textChanged, this, &NoteEditor::offerNames);
}

NoteEditor::~NoteEditor() = default;

bool NoteEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (isReturn(key) || key->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void NoteEditor::setNames(const QStringList &names)
{
    static_cast<QStringListModel *>(m_names->model())->setStringList(names);
}

/// Under the "@" while a name may follow it.
void NoteEditor::offerNames()
{
    const QTextCursor cursor = textCursor();
    const qsizetype at = mentionBegin(cursor.block().text(), cursor.positionInBlock());
    const QString begun = at < 0 ? QString() : cursor.block().text().sliced(at + 1, cursor.positionInBlock() - at - 1);
    m_names->setCompletionPrefix(begun);
    const int count = m_names->completionCount();
    const bool isWhole = count == 1 && m_names->currentCompletion().compare(begun, Qt::CaseInsensitive) == 0;
    if (at < 0 || !hasFocus() || count == 0 || isWhole) {
        m_names->popup()->hide();
        return;
    }
    m_names->popup()->setCurrentIndex(m_names->completionModel()->index(0, 0));
    QRect place = cursorRect();
    place.setWidth(std::max(120, width() / 2));
    m_names->complete(place);
}

void NoteEditor::takeName(const QString &name)
{
    QTextCursor cursor = textCursor();
    const qsizetype at = mentionBegin(cursor.block().text(), cursor.positionInBlock());
    if (at < 0)
        return;
    cursor.setPosition(cursor.block().position() + static_cast<int>(at) + 1, QTextCursor::KeepAnchor);
    cursor.insertText(name + u' ');
}

void NoteEditor::keyPressEvent(QKeyEvent *event)
{
    // The list of names takes these for itself.
    if (m_names->popup()->isVisible() && (isReturn(event) || event->key() == Qt::Key_Escape)
        && !(event->modifiers() & Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    if (isReturn(event) && event->modifiers() & Qt::ControlModifier)
        Q_EMIT finished();
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT givenUp();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void NoteEditor::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    if (!m_highlighter)
        highlight();
}

void NoteEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter)
        highlight();
}

void NoteEditor::highlight()
{
    if (!m_definitions)
        m_definitions = std::make_unique<KSyntaxHighlighting::Repository>();
    if (!m_highlighter) {
        m_highlighter = new KSyntaxHighlighting::SyntaxHighlighter(document());
        m_highlighter->setDefinition(m_definitions->definitionForName(u"Markdown"_s));
    }
    m_highlighter->setTheme(m_definitions->themeForPalette(palette()));
    m_highlighter->rehighlight();
}

}
