// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/threadcard.h"

#include "core/model/labels.h"
#include "ui/notes/markdownview.h"
#include "ui/notes/noteeditor.h"
#include "ui/parts/heading.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

ThreadCard::ThreadCard(const QList<Note> &notes, const QHash<AnnotatorId, QString> &names, AnnotatorId me,
                       const QSet<NoteId> &fresh, QWidget *parent)
    : QWidget(parent),
      m_head(notes.first()),
      m_reply(new NoteEditor(this)),
      m_replyButton(new QPushButton(tr("&Reply"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setSpacing(8);
    if (m_head.resolved)
        layout->addWidget(makeExplanation(tr("✓ Resolved"), this));
    for (const Note &note : notes)
        layout->addWidget(
            makeNote(note, names.value(note.annotator, tr("Somebody")), note.annotator == me, fresh.contains(note.id)));

    m_reply->setObjectName(u"replyPlainTextEdit"_s);
    m_reply->setAccessibleName(tr("Answer to this note"));
    m_reply->setPlaceholderText(tr("Answer, then Ctrl+Return"));
    m_reply->setFixedHeight(m_reply->fontMetrics().lineSpacing() * 3 + 14);
    m_reply->hide();
    layout->addWidget(m_reply);
    m_replyButton->setObjectName(u"replyPushButton"_s);
    auto *resolve = new QPushButton(m_head.resolved ? tr("Re&open") : tr("Res&olve"), this);
    resolve->setObjectName(u"resolvePushButton"_s);
    auto *line = new QHBoxLayout;
    line->addWidget(m_replyButton);
    line->addWidget(resolve);
    line->addStretch();
    layout->addLayout(line);

    connect(m_replyButton, &QPushButton::clicked, this, [this] { m_reply->isHidden() ? openReply() : giveReply(); });
    connect(m_reply, &NoteEditor::finished, this, &ThreadCard::giveReply);
    connect(m_reply, &NoteEditor::givenUp, this, [this] {
        m_reply->clear();
        m_reply->hide();
        m_replyButton->setFocus();
    });
    connect(resolve, &QPushButton::clicked, this, [this] { Q_EMIT resolvedChanged(m_head, !m_head.resolved); });
}

QString ThreadCard::draft() const
{
    return m_reply->toPlainText();
}

void ThreadCard::setDraft(const QString &draft)
{
    m_reply->setPlainText(draft);
    m_reply->setVisible(!draft.isEmpty());
}

void ThreadCard::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.border);
    painter.setBrush(theme.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

void ThreadCard::setNames(const QStringList &names)
{
    m_reply->setNames(names);
}

QWidget *ThreadCard::makeNote(const Note &note, const QString &author, bool isMine, bool isNew)
{
    auto *whole = new QWidget(this);
    auto *name = makeHeading(author, nullptr, whole);
    name->setTextFormat(Qt::PlainText);
    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(name);
    auto *time = makeExplanation(label(note.created), whole);
    time->setWordWrap(false);
    line->addWidget(time);
    if (isNew) {
        auto *mark = makeHeading(tr("New"), nullptr, whole);
        mark->setObjectName(u"newNoteLabel"_s);
        line->addWidget(mark);
    }
    line->addStretch();
    if (isMine) {
        auto *remove = new QToolButton(whole);
        remove->setObjectName(u"deleteNoteToolButton"_s);
        remove->setText(tr("Delete"));
        remove->setAutoRaise(true);
        remove->setAccessibleName(tr("Delete this note by %1").arg(author));
        connect(remove, &QToolButton::clicked, this, [this, id = note.id] { Q_EMIT deletionRequested(id); });
        line->addWidget(remove);
    }
    auto *body = new MarkdownView(whole);
    body->setObjectName(u"noteTextBrowser"_s);
    body->setAccessibleName(tr("Note by %1").arg(author));
    body->setMarkdownText(note.body);
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins(note.parent.isNull() ? 0 : 14, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addWidget(body);
    return whole;
}

void ThreadCard::openReply()
{
    m_reply->show();
    m_reply->setFocus();
}

void ThreadCard::giveReply()
{
    const QString body = m_reply->toPlainText().trimmed();
    m_reply->clear();
    m_reply->hide();
    if (!body.isEmpty())
        Q_EMIT replied(m_head, body);
}

}
