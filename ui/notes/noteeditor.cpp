// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/noteeditor.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

bool isReturn(const QKeyEvent *event)
{
    return event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
}

}

NoteEditor::NoteEditor(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
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

void NoteEditor::keyPressEvent(QKeyEvent *event)
{
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
