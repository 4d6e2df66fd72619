// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewpanel.h"

#include "ui/actions.h"
#include "ui/parts/leadfocus.h"
#include "ui/parts/undothrough.h"
#include "ui/review/filterbar.h"
#include "ui/review/progressstrip.h"
#include "ui/review/queuemodel.h"
#include "ui/review/reviewacts.h"
#include "ui/review/reviewqueue.h"
#include "ui/review/verdictdelegate.h"
#include "ui/session.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr int pauseInStepping = 30; // ms

struct VerdictKey
{
    const char *action;
    VerdictValue value;
};

constexpr VerdictKey verdictKeys[] = {{"review.supported", VerdictValue::Supported},
                                      {"review.disputed", VerdictValue::Disputed},
                                      {"review.refuted", VerdictValue::Refuted},
                                      {"review.unverifiable", VerdictValue::Unverifiable},
                                      {"review.noCheckNeeded", VerdictValue::NoCheckNeeded},
                                      {"review.inProgress", VerdictValue::InProgress},
                                      {"review.notChecked", VerdictValue::NotChecked}};

}

ReviewPanel::ReviewPanel(Session &session, Actions &actions, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_actions(actions),
      m_queue(new ReviewQueue(session, this)),
      m_model(new QueueModel(session, *m_queue, this)),
      m_filter(new FilterBar(session, this)),
      m_table(new QTableView(this)),
      m_order(new QComboBox(this)),
      m_reason(new QLineEdit(this)),
      m_state(new QLabel(this)),
      m_project(new ProgressStrip(tr("Project"), this)),
      m_inArticle(new ProgressStrip(tr("This article"), this))
{
    makeTable();
    makeOrder();
    m_reason->setObjectName(u"verdictReasonLineEdit"_s);
    m_reason->setPlaceholderText(tr("Reason for the next verdict, then Return"));
    m_reason->installEventFilter(this);
    letUndoThrough(m_reason);
    m_state->setObjectName(u"queueStateLabel"_s);
    m_project->setObjectName(u"projectProgress"_s);
    m_inArticle->setObjectName(u"articleProgress"_s);
    layOut();
    m_soon.setSingleShot(true);
    m_soon.setInterval(pauseInStepping);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (const QModelIndex current = m_table->currentIndex(); current.isValid())
            Q_EMIT claimShown(m_model->row(current.row()).claim, m_model->row(current.row()).passage);
    });
    connect(m_filter, &FilterBar::filterChanged, this, [this] { m_model->setFilter(m_filter->filter()); });
    m_filter->words()->installEventFilter(this);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        if (const ClaimId current = currentClaim(); !current.isNull())
            m_kept = current;
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        if (m_kept.isNull() || !setCurrentClaim(m_kept))
            m_table->selectRow(0);
        showState();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (m_table->hasFocus())
            showSoon();
        showState();
    });
    connect(m_queue, &ReviewQueue::settled, this, &ReviewPanel::keepCurrent);
    serveActions(actions);
    leadFocus(this, m_table);
    showState();
}

void ReviewPanel::makeTable()
{
    m_table->setObjectName(u"queueTableView"_s);
    m_table->setAccessibleName(tr("Review queue"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(QueueModel::VerdictColumn, new VerdictDelegate(*m_model, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(QueueModel::ArticleColumn, Qt::AscendingOrder);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // a hundred thousand are not measured
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().lineSpacing() + 8);
    QHeaderView *columns = m_table->horizontalHeader();
    columns->setHighlightSections(false);
    const int character = m_table->fontMetrics().averageCharWidth();
    for (const auto &[column, characters] : std::initializer_list<std::pair<int, int>>{{QueueModel::VerdictColumn, 23},
                                                                                       {QueueModel::KindColumn, 12},
                                                                                       {QueueModel::ArticleColumn, 20},
                                                                                       {QueueModel::PeopleColumn, 18},
                                                                                       {QueueModel::AssigneeColumn, 12},
                                                                                       {QueueModel::AgeColumn, 8},
                                                                                       {QueueModel::NotesColumn, 7}})
        columns->resizeSection(column, characters * character);
    columns->setStretchLastSection(false);
    columns->setSectionResizeMode(QueueModel::ClaimColumn, QHeaderView::Stretch);
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::doubleClicked, this, &ReviewPanel::wordsRequested);
}

void ReviewPanel::makeOrder()
{
    m_order->setObjectName(u"queueOrderComboBox"_s);
    for (int column = 0; column < QueueModel::columns; ++column)
        m_order->addItem(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    m_order->setCurrentIndex(QueueModel::ArticleColumn);
    connect(m_order, &QComboBox::activated, this, [this](int column) {
        // The same once more turns it round.
        const QHeaderView *header = m_table->horizontalHeader();
        const bool turns = header->sortIndicatorSection() == column
            && header->sortIndicatorOrder() == Qt::AscendingOrder;
        m_table->sortByColumn(column, turns ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, m_order, &QComboBox::setCurrentIndex);
}

void ReviewPanel::layOut()
{
    auto *order = new QLabel(tr("Sort &by:"), this);
    order->setBuddy(m_order);
    auto *reason = new QLabel(tr("Reason wh&y:"), this);
    reason->setBuddy(m_reason);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_state);
    foot->addWidget(order);
    foot->addWidget(m_order);
    foot->addWidget(reason);
    foot->addWidget(m_reason, 1);
    auto *progress = new QHBoxLayout;
    progress->setSpacing(24);
    progress->addWidget(m_inArticle);
    progress->addWidget(m_project);
    progress->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_filter);
    layout->addWidget(m_table, 1);
    layout->addLayout(foot);
    layout->addLayout(progress);
}

void ReviewPanel::serveActions(Actions &actions)
{
    const auto serve = [this, &actions](const char *id, auto act) {
        m_table->addAction(actions[id]); // its key acts while the table has the keyboard
        connect(actions[id], &QAction::triggered, this, [act] { act(); });
    };
    serve("review.next", [this] { step(1); });
    serve("review.previous", [this] { step(-1); });
    serve("review.skip", [this] { goTo(nextClaim([](const QueueRow &row) { return !isDecided(row.value); })); });
    for (const VerdictKey &key : verdictKeys)
        serve(key.action, [this, value = key.value] { decide(value); });
    serve("review.signOff", [this] { signOffCurrent(); });
    serve("review.reason", [this] { m_reason->setFocus(Qt::ShortcutFocusReason); });
    serve("review.note", [this] { Q_EMIT noteRequested(currentClaim()); });
    serve("review.evidence", [this] { Q_EMIT evidenceRequested(currentClaim()); });
    serve("review.takeOn", [this] {
        const AnnotatorId me = m_session.store().annotator().id;
        const QueueRow &row = m_model->row(m_table->currentIndex().row());
        assign(m_session, row.claim, row.assignee == me ? AnnotatorId() : me);
    });
    serve("review.words", [this] { Q_EMIT wordsRequested(); });
}

void ReviewPanel::updateActions()
{
    // Nothing is decided about a claim that is not on the screen.
    const bool chosen = isVisible() && !currentClaim().isNull();
    for (const char *id : {"review.next", "review.previous", "review.skip", "review.signOff", "review.reason",
                           "review.note", "review.evidence", "review.takeOn", "review.words"})
        m_actions[id]->setEnabled(chosen);
    for (const VerdictKey &key : verdictKeys)
        m_actions[key.action]->setEnabled(chosen);
}

void ReviewPanel::setArticle(ArticleId article)
{
    m_article = article;
    m_filter->setArticle(article);
    showState();
}

ClaimId ReviewPanel::currentClaim() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_model->row(current.row()).claim : ClaimId();
}

bool ReviewPanel::setCurrentClaim(ClaimId claim)
{
    const int row = m_model->find(claim);
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, QueueModel::ClaimColumn));
    return row >= 0;
}

void ReviewPanel::showState()
{
    const int count = m_model->rowCount();
    QString state;
    if (!m_session.isOpen())
        state = tr("No project is open.");
    else if (count == 0 && m_queue->isComplete())
        state = m_queue->progress().claims == 0 ? tr("No claims yet.") : tr("No claim is like this.");
    else if (const QModelIndex current = m_table->currentIndex(); current.isValid())
        state = tr("Claim %1 of %2").arg(current.row() + 1).arg(count);
    else
        state = tr("%n claim(s)", nullptr, count);
    if (!m_queue->isComplete())
        state = tr("%1, reading…").arg(state);
    m_state->setText(state);
    m_project->setProgress(m_queue->progress());
    m_inArticle->setVisible(!m_article.isNull());
    if (!m_article.isNull())
        m_inArticle->setProgress(m_queue->progress(m_article));
    updateActions();
}

/// The claim that was current stays so when all rows are read anew; without one, the first is.
void ReviewPanel::keepCurrent()
{
    if (!m_table->currentIndex().isValid()) {
        const bool isBack = !m_kept.isNull() && setCurrentClaim(m_kept);
        if (!isBack && m_queue->isComplete())
            m_table->selectRow(0);
    }
    showState();
}

void ReviewPanel::step(int rows)
{
    const int row = m_table->currentIndex().row() + rows;
    if (row >= 0 && row < m_model->rowCount())
        goTo(m_model->row(row).claim);
}

template <class Wanted>
ClaimId ReviewPanel::nextClaim(Wanted wanted) const
{
    const int count = m_model->rowCount();
    const int from = std::max(0, m_table->currentIndex().row());
    for (int i = 1; i < count; ++i) {
        const QueueRow &row = m_model->row((from + i) % count);
        if (wanted(row))
            return row.claim;
    }
    return {};
}

void ReviewPanel::goTo(ClaimId claim)
{
    if (!claim.isNull() && setCurrentClaim(claim))
        showSoon();
}

void ReviewPanel::showSoon()
{
    m_soon.start();
}

/// What is decided is done with: on to the next claim that is open.
void ReviewPanel::decide(VerdictValue value)
{
    const ClaimId claim = currentClaim();
    if (claim.isNull())
        return;
    const ClaimId next = isDecided(value) ? nextClaim([](const QueueRow &row) { return !isDecided(row.value); })
                                          : ClaimId();
    if (!giveVerdict(m_session, claim, value, m_reason->text().trimmed()))
        return;
    m_reason->clear();
    goTo(next.isNull() ? currentClaim() : next);
}

void ReviewPanel::signOffCurrent()
{
    const ClaimId claim = currentClaim();
    if (claim.isNull())
        return;
    const AnnotatorId me = m_session.store().annotator().id;
    const ClaimId next = nextClaim(
        [me](const QueueRow &row) { return isDecided(row.value) && !row.isSignedOff() && row.checker != me; });
    if (signOff(m_session, claim))
        goTo(next.isNull() ? currentClaim() : next);
}

void ReviewPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateActions();
}

void ReviewPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    updateActions();
}

void ReviewPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

/// Return goes from the fields into the table and from there to the words; Escape first leaves the field.
bool ReviewPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isReturn = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_table && isReturn && m_table->currentIndex().isValid()) {
        Q_EMIT wordsRequested();
        return true;
    }
    const bool leavesField = isReturn || key == Qt::Key_Escape || (key == Qt::Key_Down && watched != m_reason);
    if (watched != m_table && leavesField) {
        m_table->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}
