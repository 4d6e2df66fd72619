// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notespanel.h"

#include "core/model/labels.h"
#include "ui/notes/noteeditor.h"
#include "ui/notes/noteslist.h"
#include "ui/notes/notetargets.h"
#include "ui/notes/threadcard.h"
#include "ui/parts/heading.h"
#include "ui/session.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr int allTab = 1;

QHash<AnnotatorId, QString> annotatorNames(Session &session)
{
    QHash<AnnotatorId, QString> names;
    for (const QList<Annotator> all = session.value(session.store().annotators()); const Annotator &annotator : all)
        names.insert(annotator.id, annotator.name);
    return names;
}

}

NotesPanel::NotesPanel(Session &session, Actions &, QWidget *parent)
    : Panel(parent), m_session(session), m_tabs(new QTabBar(this)), m_pages(new QStackedWidget(this))
{
    m_tabs->setObjectName(u"notesTabBar"_s);
    m_tabs->addTab(tr("On &this"));
    m_tabs->addTab(tr("All &notes"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Which notes"));
    m_pages->addWidget(makeThreadsPage());
    m_list = new NotesList(session, m_read);
    m_pages->addWidget(m_list);
    connect(m_list, &NotesList::targetActivated, this, [this](const NoteTarget &target) {
        showTarget(target);
        Q_EMIT targetActivated(target);
    });
    connect(m_list, &NotesList::readChanged, this, &NotesPanel::showNewCount);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_pages, 1);

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_pages->setCurrentIndex(tab);
        refresh();
    });
    connect(&session, &Session::projectChanged, this, [this] {
        m_editor->clear();
        m_read = m_session.isOpen() ? ReadNotes(m_session.store().annotator().id) : ReadNotes();
        showTarget(NoteTarget());
    });
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.notes.isEmpty() || !changes.passages.isEmpty() || !changes.claims.isEmpty()
            || !changes.entities.isEmpty() || !changes.tags.isEmpty() || !changes.annotators.isEmpty())
            refresh();
    });
    if (session.isOpen())
        m_read = ReadNotes(session.store().annotator().id);
    reload();
}

QWidget *NotesPanel::makeThreadsPage()
{
    auto *page = new QWidget;
    m_title = makeHeading({}, nullptr, page);
    m_title->setObjectName(u"noteTargetLabel"_s);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_threads = new QWidget;
    m_threadsLayout = new QVBoxLayout(m_threads);
    m_threadsLayout->setContentsMargins(0, 0, 0, 0);
    m_threadsLayout->setSpacing(8);
    m_none = makeExplanation({}, m_threads);
    m_threadsLayout->addWidget(m_none);
    m_threadsLayout->addStretch();
    auto *scroll = new QScrollArea(page);
    scroll->setWidget(m_threads);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);

    m_editor = new NoteEditor(page);
    m_editor->setObjectName(u"notePlainTextEdit"_s);
    m_editor->setAccessibleName(tr("New note, in Markdown"));
    m_editor->setPlaceholderText(tr("New note in Markdown, then Ctrl+Return"));
    m_editor->setFixedHeight(m_editor->fontMetrics().lineSpacing() * 4 + 14);
    m_add = new QPushButton(tr("&Add Note"), page);
    m_add->setObjectName(u"addNotePushButton"_s);
    auto *line = new QHBoxLayout;
    line->addStretch();
    line->addWidget(m_add);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_title);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_editor);
    layout->addLayout(line);

    const auto give = [this] {
        const QString body = m_editor->toPlainText().trimmed();
        if (!body.isEmpty())
            add(body, {});
    };
    connect(m_add, &QPushButton::clicked, this, give);
    connect(m_editor, &NoteEditor::finished, this, give);
    connect(m_editor, &QPlainTextEdit::textChanged, this,
            [this] { m_add->setEnabled(!isNull(m_target) && !m_editor->toPlainText().trimmed().isEmpty()); });
    return page;
}

void NotesPanel::showTarget(const NoteTarget &target)
{
    m_target = target;
    m_tabs->setCurrentIndex(0);
    refresh();
}

void NotesPanel::writeNote()
{
    m_tabs->setCurrentIndex(0);
    m_editor->setFocus(Qt::OtherFocusReason);
}

void NotesPanel::reload()
{
    if (m_session.isOpen()) {
        QStringList names;
        for (const QList<Annotator> all = m_session.value(m_session.store().annotators()); const Annotator &each : all)
            names.append(each.name);
        m_names = names;
        m_editor->setNames(names);
    }
    if (m_tabs->currentIndex() != allTab)
        showThreads();
    m_list->refresh();
    showNewCount();
}

void NotesPanel::showThreads()
{
    const bool isSomething = m_session.isOpen() && !isNull(m_target);
    const QString title = describe(m_session, m_target);
    m_title->setText(title);
    m_title->setVisible(isSomething);
    m_editor->setEnabled(isSomething);
    m_add->setEnabled(isSomething && !m_editor->toPlainText().trimmed().isEmpty());

    QHash<NoteId, QString> drafts;
    for (ThreadCard *card : std::as_const(m_cards)) {
        drafts.insert(card->head(), card->draft());
        card->hide();
        card->deleteLater(); // a button of it may be what brought us here
    }
    m_cards.clear();
    const QList<Note> notes = isSomething ? m_session.value(m_session.store().notes(m_target)) : QList<Note>();
    const QHash<AnnotatorId, QString> names = notes.isEmpty() ? QHash<AnnotatorId, QString>()
                                                              : annotatorNames(m_session);
    const QHash<NoteId, QList<Note>> threads = threadsOf(notes);
    QSet<NoteId> fresh;
    for (const Note &note : notes) {
        if (m_read.isNew(note))
            fresh.insert(note.id);
    }
    // Open ones first, each group in order of time.
    for (const bool resolved : {false, true}) {
        for (const Note &head : notes) {
            if (!head.parent.isNull() || head.resolved != resolved)
                continue;
            auto *card = new ThreadCard(threads.value(head.id), names, m_session.store().annotator().id, fresh,
                                        m_threads);
            card->setNames(m_names);
            card->setDraft(drafts.value(head.id));
            connect(card, &ThreadCard::replied, this,
                    [this](const Note &to, const QString &body) { add(body, to.id); });
            connect(card, &ThreadCard::resolvedChanged, this, &NotesPanel::setResolved);
            connect(card, &ThreadCard::deletionRequested, this,
                    [this](NoteId id) { m_session.edit(tr("Delete note"), [id](Edit &edit) { edit.remove(id); }); });
            m_threadsLayout->insertWidget(m_threadsLayout->count() - 1, card);
            card->show();
            m_cards.append(card);
        }
    }
    m_none->setText(isSomething ? tr("No notes on this yet.")
                                : tr("Choose a passage, a claim or a person to see its notes."));
    m_none->setVisible(m_cards.isEmpty());
    m_read.markRead(notes); // they are on the screen
}

/// What others wrote is told on the tab, wherever it is on.
void NotesPanel::showNewCount()
{
    const qsizetype count = m_list->newCount();
    m_tabs->setTabText(allTab, count == 0 ? tr("All &notes") : tr("All &notes (%1 new)").arg(count));
}

void NotesPanel::add(const QString &body, NoteId parent)
{
    Note note;
    note.id = NoteId::create();
    note.target = m_target;
    note.parent = parent;
    note.body = body;
    note.annotator = m_session.store().annotator().id;
    note.created = Timestamp::now();
    const QString text = parent.isNull() ? tr("Add note") : tr("Reply to note");
    if (m_session.edit(text, [&note](Edit &edit) { edit.put(note); }) && parent.isNull())
        m_editor->clear();
}

void NotesPanel::setResolved(Note head, bool resolved)
{
    head.resolved = resolved;
    m_session.edit(resolved ? tr("Resolve note") : tr("Reopen note"), [&head](Edit &edit) { edit.put(head); });
}

}
