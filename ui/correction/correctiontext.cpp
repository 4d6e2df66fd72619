// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correction/correctiontext.h"

#include "core/documents/reader.h"
#include "ui/parts/heading.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

CorrectionText::CorrectionText(Prompts prompts, QWidget *parent)
    : QWidget(parent),
      m_prompts(std::move(prompts)),
      m_textEdit(new QPlainTextEdit(this)),
      m_noteLineEdit(new QLineEdit(this)),
      m_sourceLabel(makeExplanation({}, this))
{
    m_textEdit->setObjectName(u"correctedTextEdit"_s);
    m_textEdit->setAccessibleName(tr("Corrected text"));
    m_textEdit->setTabChangesFocus(true);
    m_textEdit->setPlaceholderText(tr("Paste the whole corrected article here, or read it from a file."));
    m_noteLineEdit->setObjectName(u"noteLineEdit"_s);
    m_noteLineEdit->setPlaceholderText(tr("An earlier version of this article gave the wrong year."));
    m_sourceLabel->setObjectName(u"sourceLabel"_s);
    auto *fileButton = new QPushButton(tr("From &File…"), this);
    fileButton->setObjectName(u"fileButton"_s);
    auto *textLabel = new QLabel(tr("Corrected &text:"), this);
    textLabel->setBuddy(m_textEdit);

    auto *top = new QHBoxLayout;
    top->addWidget(textLabel);
    top->addWidget(m_sourceLabel, 1);
    top->addWidget(fileButton);
    auto *form = new QFormLayout;
    form->addRow(tr("&Correction note:"), m_noteLineEdit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(m_textEdit, 1);
    layout->addLayout(form);

    connect(fileButton, &QPushButton::clicked, this, &CorrectionText::chooseFile);
    connect(m_textEdit, &QPlainTextEdit::textChanged, this, [this] {
        // What was edited here is no longer what stands in the file.
        m_file = {};
        m_sourceLabel->clear();
        Q_EMIT changed();
    });
}

void CorrectionText::chooseFile()
{
    const QStringList paths = m_prompts.choosePaths(window(),
                                                    {PathKind::File, tr("Read the Corrected Article"), {}, {}});
    if (paths.isEmpty())
        return;
    const Result<Document> document = readDocument(paths.first());
    if (!document) {
        m_sourceLabel->setText(document.error().message);
        return;
    }
    m_textEdit->setPlainText(document->text.string());
    m_file = *document; // afterwards: the field forgets it when its text changes
    m_sourceLabel->setText(tr("from “%1”").arg(m_file.sourceName));
    Q_EMIT changed();
}

Document CorrectionText::document() const
{
    if (!m_file.text.isEmpty())
        return m_file;
    // The plain text of a field has no more of its no-break spaces.
    const QString typed = m_textEdit->document()->toRawText().replace(QChar::ParagraphSeparator, u'\n');
    return readText(typed.toUtf8(), tr("pasted.txt")).value_or(Document());
}

QString CorrectionText::note() const
{
    return m_noteLineEdit->text().trimmed();
}

QWidget *CorrectionText::firstField() const
{
    return m_textEdit;
}

}
