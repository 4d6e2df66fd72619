// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/searchpanel.h"

#include "ui/actions.h"
#include "ui/icons.h"
#include "ui/parts/leadfocus.h"
#include "ui/parts/undothrough.h"
#include "ui/search/hitdelegate.h"
#include "ui/search/hitmodel.h"
#include "ui/search/hittagging.h"
#include "ui/search/searcher.h"
#include "ui/session.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr int pauseInTyping = 150; // ms

}

SearchPanel::SearchPanel(Session &session, Actions &actions, QWidget *parent)
    : QWidget(parent), m_session(session), m_searcher(new Searcher(session, this)), m_model(new HitModel(this))
{
    makeFields();
    layOut();
    m_soon.setSingleShot(true);
    m_soon.setInterval(pauseInTyping);
    connect(&m_soon, &QTimer::timeout, this, &SearchPanel::searchNow);
    connect(m_words, &QLineEdit::textChanged, this, &SearchPanel::searchSoon);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &SearchPanel::searchSoon);
    for (QToolButton *option : {m_case, m_whole, m_marks, m_pattern})
        connect(option, &QToolButton::toggled, this, &SearchPanel::searchSoon);
    connect(m_searcher, &Searcher::found, m_model, &HitModel::append);
    connect(m_searcher, &Searcher::finished, this, &SearchPanel::showState);
    connect(m_searcher, &Searcher::refused, this, [this](const QString &message) {
        m_refusal = message;
        showState();
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        showState();
        Q_EMIT hitsChanged();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &SearchPanel::hitsChanged);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &SearchPanel::showState);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            activate(current.row());
        showState();
    });
    connect(m_list, &QListView::activated, this, [this] { Q_EMIT left(false); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(true); });
    connect(m_previous, &QToolButton::clicked, this, [this] { step(false); });
    connect(m_chooseAll, &QPushButton::clicked, this,
            [this] { m_model->choose(m_model->chosenCount() < m_model->rowCount()); });
    connect(m_tag, &QComboBox::currentIndexChanged, this, &SearchPanel::showState);
    connect(m_tagButton, &QPushButton::clicked, this, &SearchPanel::tagChosen);
    connect(actions["search.next"], &QAction::triggered, this, [this] { step(true); });
    connect(actions["search.previous"], &QAction::triggered, this, [this] { step(false); });
    connect(&session, &Session::projectChanged, this, [this] {
        loadTags();
        searchSoon();
    });
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.tags.isEmpty())
            loadTags();
        if (!changes.versions.isEmpty() || !changes.articles.isEmpty())
            searchSoon();
    });
    loadTags();
    showState();
}

SearchPanel::~SearchPanel() = default;

QToolButton *SearchPanel::makeOption(const char *name, const QString &sign, const QString &meaning)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1StringView(name));
    button->setText(sign);
    button->setToolTip(meaning);
    button->setAccessibleName(meaning);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAutoRaise(true);
    return button;
}

void SearchPanel::makeFields()
{
    m_words = new QLineEdit(this);
    m_words->setObjectName(u"searchWordsLineEdit"_s);
    m_words->setPlaceholderText(tr("Words to look for"));
    m_words->setAccessibleName(tr("Words to look for"));
    m_words->setClearButtonEnabled(true);
    m_words->installEventFilter(this);
    letUndoThrough(m_words);
    m_scope = new QComboBox(this);
    m_scope->setObjectName(u"searchScopeComboBox"_s);
    m_scope->setAccessibleName(tr("Where to look"));
    m_scope->addItem(tr("In this article"));
    m_scope->addItem(tr("In all articles"));
    m_case = makeOption("matchCaseToolButton", tr("Aa"), tr("Tell capitals from small letters"));
    m_whole = makeOption("wholeWordsToolButton", tr("“W”"), tr("Whole words only"));
    m_marks = makeOption("matchMarksToolButton", tr("é≠e"), tr("Tell letters with marks from those without"));
    m_pattern = makeOption("patternToolButton", tr(".*"), tr("The words are a regular expression"));
    m_previous = new QToolButton(this);
    m_previous->setObjectName(u"previousHitToolButton"_s);
    m_previous->setIcon(icon(u"previous"_s));
    m_previous->setAccessibleName(tr("Previous hit"));
    m_previous->setToolTip(tr("Previous hit (Shift+F3)"));
    m_next = new QToolButton(this);
    m_next->setObjectName(u"nextHitToolButton"_s);
    m_next->setIcon(icon(u"next"_s));
    m_next->setAccessibleName(tr("Next hit"));
    m_next->setToolTip(tr("Next hit (F3)"));
    for (QToolButton *button : {m_previous, m_next}) {
        button->setFocusPolicy(Qt::TabFocus);
        button->setAutoRaise(true);
    }
    m_state = new QLabel(this);
    m_state->setObjectName(u"searchStateLabel"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_list = new QListView(this);
    m_list->setObjectName(u"hitsListView"_s);
    m_list->setAccessibleName(tr("Hits"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->installEventFilter(this);
    m_chooseAll = new QPushButton(this);
    m_chooseAll->setObjectName(u"chooseAllPushButton"_s);
    m_tag = new QComboBox(this);
    m_tag->setObjectName(u"hitsTagComboBox"_s);
    m_tag->setAccessibleName(tr("Tag for the chosen hits"));
    m_tagButton = new QPushButton(this);
    m_tagButton->setObjectName(u"tagHitsPushButton"_s);
    leadFocus(this, m_words);
}

void SearchPanel::layOut()
{
    auto *query = new QHBoxLayout;
    query->addWidget(m_words, 1);
    query->addWidget(m_scope);
    for (QToolButton *button : {m_case, m_whole, m_marks, m_pattern, m_previous, m_next})
        query->addWidget(button);
    auto *result = new QHBoxLayout;
    result->addWidget(m_state, 1);
    result->addWidget(m_chooseAll);
    result->addWidget(m_tag);
    result->addWidget(m_tagButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addLayout(query);
    layout->addWidget(m_list, 1);
    layout->addLayout(result);
}

void SearchPanel::setPlace(ArticleId article, TextPosition position)
{
    const bool isOther = article != m_article;
    m_article = article;
    m_position = position;
    if (isOther && m_scope->currentIndex() == int(Scope::Article))
        searchSoon();
}

void SearchPanel::find(Scope scope, const QString &words)
{
    m_scope->setCurrentIndex(int(scope));
    if (!words.isEmpty()) {
        m_pattern->setChecked(false);
        m_words->setText(words);
    }
    searchNow();
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void SearchPanel::tagEvery(const QString &words, TagId tag)
{
    if (const int row = m_tag->findData(QVariant::fromValue(tag)); row >= 0)
        m_tag->setCurrentIndex(row);
    m_whole->setChecked(true);
    find(Scope(m_scope->currentIndex()), words);
    if (!words.isEmpty())
        m_tag->setFocus(Qt::ShortcutFocusReason);
}

void SearchPanel::searchSoon()
{
    if (isVisible())
        m_soon.start();
    else
        m_searcher->stop();
}

void SearchPanel::searchNow()
{
    m_soon.stop();
    m_searcher->stop();
    m_refusal.clear();
    m_model->clear();
    if (m_session.isOpen() && !m_words->text().isEmpty()) {
        QList<Article> articles = m_session.value(m_session.store().articles());
        if (m_scope->currentIndex() == int(Scope::Article))
            articles.removeIf([this](const Article &article) { return article.id != m_article; });
        m_searcher->start({.words = m_words->text(),
                           .isPattern = m_pattern->isChecked(),
                           .matchesCase = m_case->isChecked(),
                           .matchesMarks = m_marks->isChecked(),
                           .wholeWords = m_whole->isChecked()},
                          articles);
    }
    showState();
}

void SearchPanel::activate(int row)
{
    const Hit &hit = m_model->hits().at(row);
    m_article = hit.article;
    m_position = hit.span.end;
    Q_EMIT hitActivated(hit.article, hit.span);
}

void SearchPanel::step(bool forward)
{
    if (m_soon.isActive() || (m_model->rowCount() == 0 && !m_searcher->isRunning()))
        searchNow();
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const QModelIndex current = m_list->currentIndex();
    int row = 0;
    const bool stands = current.isValid() && m_model->hits().at(current.row()).article == m_article
        && m_model->hits().at(current.row()).span.end == m_position;
    if (stands) {
        row = current.row() + (forward ? 1 : -1);
    } else {
        row = m_model->rowFrom(m_article, m_position);
        if (!forward)
            row = row < 0 ? count - 1 : row - 1;
    }
    row = (std::max(row, forward ? 0 : -1) + count) % count;
    const QModelIndex next = m_model->index(row);
    if (next == current)
        activate(row); // the only one; the caret may have gone elsewhere
    m_list->setCurrentIndex(next);
}

QList<TextSpan> SearchPanel::hitsIn(ArticleId article) const
{
    QList<TextSpan> spans;
    for (const Hit &hit : m_model->hits()) {
        if (hit.article == article)
            spans.append(hit.span);
    }
    return spans;
}

void SearchPanel::loadTags()
{
    const QVariant kept = m_tag->currentData();
    m_tag->clear();
    if (m_session.isOpen()) {
        for (const QList<Tag> all = m_session.value(m_session.store().tags()); const Tag &tag : all) {
            if (!tag.retired)
                m_tag->addItem(tag.name, QVariant::fromValue(tag.id));
        }
    }
    m_tag->setCurrentIndex(std::max(0, m_tag->findData(kept)));
}

void SearchPanel::tagChosen()
{
    const auto tag = m_tag->currentData().value<TagId>();
    const QList<Passage> passages = m_session.value(passagesOn(m_model->chosen(), tag, m_session.store()));
    if (passages.isEmpty()) {
        m_refusal = tr("All of the chosen hits have this tag already.");
        showState();
        return;
    }
    m_session.edit(tr("Tag %n hit(s)", nullptr, int(passages.size())), [&passages](Edit &edit) {
        for (const Passage &passage : passages)
            edit.put(passage);
    });
}

void SearchPanel::showState()
{
    const int count = m_model->rowCount();
    const auto chosen = m_model->chosenCount();
    QString state;
    if (!m_refusal.isEmpty())
        state = m_refusal;
    else if (m_words->text().isEmpty())
        state = tr("Type what to look for.");
    else if (m_searcher->isRunning())
        state = tr("%n hit(s) so far…", nullptr, count);
    else if (m_searcher->isCutShort())
        state = tr("The first %n hit(s); there are more.", nullptr, count);
    else if (count == 0)
        state = m_scope->currentIndex() == int(Scope::Article) ? tr("Not in this article.")
                                                               : tr("In none of the articles.");
    else if (m_list->currentIndex().isValid())
        state = tr("Hit %1 of %2").arg(m_list->currentIndex().row() + 1).arg(count);
    else
        state = tr("%n hit(s)", nullptr, count);
    m_state->setText(state);
    m_chooseAll->setText(chosen < count ? tr("Choose &all") : tr("Choose n&one"));
    m_chooseAll->setEnabled(count > 0);
    m_tagButton->setText(tr("&Tag %n hit(s)", nullptr, chosen));
    m_tagButton->setEnabled(chosen > 0 && m_tag->count() > 0);
    m_next->setEnabled(count > 0);
    m_previous->setEnabled(count > 0);
}

void SearchPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left(true);
    else
        QWidget::keyPressEvent(event);
}

/// Return in the field goes to the next hit, Down into the list; Up on its first row back.
bool SearchPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_words) {
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            step(!(key->modifiers() & Qt::ShiftModifier));
            return true;
        }
        if (key->key() == Qt::Key_Down && m_model->rowCount() > 0) {
            m_list->setFocus(Qt::OtherFocusReason);
            if (!m_list->currentIndex().isValid())
                m_list->setCurrentIndex(m_model->index(0));
            return true;
        }
    } else if (watched == m_list && key->key() == Qt::Key_Up && m_list->currentIndex().row() <= 0) {
        m_words->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

void SearchPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    searchSoon();
}

void SearchPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_searcher->stop();
    m_soon.stop();
    m_model->clear(); // nothing is marked in the article any more
}

}
