// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarypanel.h"

#include "ui/actions.h"
#include "ui/correction/correctiondialog.h"
#include "ui/library/articledelegate.h"
#include "ui/library/articledialog.h"
#include "ui/library/librarymodel.h"
#include "ui/library/removal.h"
#include "ui/parts/leadfocus.h"
#include "ui/parts/leadtohits.h"
#include "ui/session.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

LibraryPanel::LibraryPanel(Session &session, Actions &actions, Prompts prompts, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_actions(actions),
      m_prompts(std::move(prompts)),
      m_model(new LibraryModel(session, this)),
      m_filter(new LibraryFilter(this)),
      m_filterLineEdit(new QLineEdit(this)),
      m_orderComboBox(new QComboBox(this)),
      m_stack(new QStackedWidget(this)),
      m_list(new QListView(this)),
      m_emptyLabel(new QLabel(this))
{
    m_filter->setSourceModel(m_model);

    m_filterLineEdit->setObjectName(u"filterLineEdit"_s);
    m_filterLineEdit->setPlaceholderText(tr("Filter by title, outlet, byline or date"));
    m_filterLineEdit->setAccessibleName(tr("Filter the articles"));
    m_filterLineEdit->setClearButtonEnabled(true);
    m_orderComboBox->setObjectName(u"orderComboBox"_s);
    m_orderComboBox->setAccessibleName(tr("Order of the articles"));
    m_orderComboBox->setToolTip(m_orderComboBox->accessibleName());
    m_orderComboBox->addItems(
        {tr("As imported"), tr("By title"), tr("By outlet"), tr("Newest first"), tr("Most claims first")});

    m_list->setObjectName(u"articleListView"_s);
    m_list->setAccessibleName(tr("Articles"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new ArticleDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addActions({actions["article.properties"], actions["article.newVersion"], actions["article.export"],
                        actions["article.remove"]});
    leadToHits(m_filterLineEdit, m_list);

    auto *empty = new QWidget(m_stack);
    auto *importButton = new QPushButton(empty);
    importButton->setObjectName(u"importButton"_s);
    importButton->setText(tr("Import Articles…"));
    m_emptyLabel->setWordWrap(true);
    m_emptyLabel->setAlignment(Qt::AlignCenter);
    auto *emptyLayout = new QVBoxLayout(empty);
    emptyLayout->addStretch();
    emptyLayout->addWidget(m_emptyLabel);
    emptyLayout->addSpacing(8);
    emptyLayout->addWidget(importButton, 0, Qt::AlignHCenter);
    emptyLayout->addStretch();
    m_stack->addWidget(m_list);
    m_stack->addWidget(empty);

    auto *top = new QVBoxLayout;
    top->setContentsMargins(8, 8, 8, 6);
    top->setSpacing(6);
    top->addWidget(m_filterLineEdit);
    top->addWidget(m_orderComboBox);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);
    leadFocus(this, m_list);

    connect(importButton, &QPushButton::clicked, actions["article.import"], &QAction::trigger);
    connect(m_filterLineEdit, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_filter->setWords(words);
        updateState();
    });
    connect(m_orderComboBox, &QComboBox::currentIndexChanged, this, [this](int order) {
        m_filter->setOrder(static_cast<LibraryOrder>(order));
        showCurrent();
    });
    connect(m_list, &QListView::activated, this, &LibraryPanel::activate);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (m_list->selectionModel()->selectedIndexes().size() == 1)
            activate(index);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LibraryPanel::updateState);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        showCurrent();
        updateState();
    });
    connect(actions["article.next"], &QAction::triggered, this, [this] { step(1); });
    connect(actions["article.previous"], &QAction::triggered, this, [this] { step(-1); });
    connect(actions["article.properties"], &QAction::triggered, this, &LibraryPanel::editProperties);
    connect(actions["article.newVersion"], &QAction::triggered, this, &LibraryPanel::makeVersion);
    connect(actions["article.stayed"], &QAction::triggered, this, &LibraryPanel::findStayed);
    connect(actions["article.remove"], &QAction::triggered, this, &LibraryPanel::removeSelected);
    updateState();
}

void LibraryPanel::setCurrentArticle(ArticleId article)
{
    m_current = article;
    showCurrent();
    updateState();
}

QList<ArticleId> LibraryPanel::selectedArticles() const
{
    QList<ArticleId> articles;
    const QModelIndexList indexes = m_list->selectionModel()->selectedIndexes();
    for (const QModelIndex &index : indexes)
        articles.append(index.data(LibraryModel::IdRole).value<ArticleId>());
    if (articles.isEmpty() && !m_current.isNull())
        articles.append(m_current);
    return articles;
}

ArticleId LibraryPanel::firstArticle() const
{
    return m_filter->index(0, 0).data(LibraryModel::IdRole).value<ArticleId>();
}

void LibraryPanel::showCurrent()
{
    const QModelIndex index = m_filter->mapFromSource(m_model->indexOf(m_current));
    if (!index.isValid() || (index == m_list->currentIndex() && m_list->selectionModel()->isSelected(index)))
        return;
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void LibraryPanel::activate(const QModelIndex &index)
{
    const auto article = index.data(LibraryModel::IdRole).value<ArticleId>();
    if (article.isNull())
        return;
    m_current = article;
    Q_EMIT articleActivated(article);
}

void LibraryPanel::step(int rows)
{
    const QModelIndex current = m_filter->mapFromSource(m_model->indexOf(m_current));
    const int row = current.isValid() ? current.row() + rows : 0;
    const QModelIndex index = m_filter->index(row, 0);
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    activate(index);
}

void LibraryPanel::editProperties()
{
    const QList<ArticleId> articles = selectedArticles();
    if (articles.isEmpty())
        return;
    auto *dialog = new ArticleDialog(m_session, articles.first(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void LibraryPanel::makeVersion()
{
    const QList<ArticleId> articles = selectedArticles();
    if (articles.isEmpty())
        return;
    const Version current = m_session.value(m_session.store().currentVersion(articles.first()));
    auto *dialog = new CorrectionDialog(m_session, current, m_prompts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CorrectionDialog::corrected, this, &LibraryPanel::noticed);
    dialog->open();
}

/// Those on the newest of the older versions that has any.
void LibraryPanel::findStayed()
{
    const QList<ArticleId> articles = selectedArticles();
    if (articles.isEmpty())
        return;
    const Version current = m_session.value(m_session.store().currentVersion(articles.first()));
    QList<Version> older = m_session.value(m_session.store().versions(articles.first()));
    while (!older.isEmpty()) {
        const Version version = older.takeLast();
        const PlacesPage page = m_session.value(m_session.store().places(version.id, {}, 1));
        if (version.id == current.id || page.fragments.isEmpty())
            continue;
        auto *dialog = new CorrectionDialog(m_session, m_session.value(m_session.store().version(version.id)), current,
                                            this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &CorrectionDialog::corrected, this, &LibraryPanel::noticed);
        dialog->open();
        return;
    }
    Q_EMIT noticed(tr("No passage of this article stands on an older version."));
}

void LibraryPanel::removeSelected()
{
    const QList<ArticleId> articles = selectedArticles();
    if (articles.isEmpty())
        return;
    const Removal removal = removalOf(m_session, articles);
    if (!m_prompts.confirm(this, questionOf(m_session, removal)))
        return;
    const QString label = articles.size() == 1 ? tr("Remove article") : tr("Remove articles");
    m_session.edit(label, [&removal](Edit &edit) {
        for (const ClaimId &claim : removal.claims)
            edit.remove(claim);
        for (const ArticleId &article : removal.articles)
            edit.remove(article);
    });
}

void LibraryPanel::updateState()
{
    const bool isOpen = m_session.isOpen();
    const bool hasArticles = m_model->rowCount() > 0;
    const bool hasHits = m_filter->rowCount() > 0;
    m_stack->setCurrentIndex(hasHits ? 0 : 1);
    if (!hasHits) {
        m_emptyLabel->setText(
            !isOpen ? tr("No project is open.")
                : hasArticles
                ? tr("No article matches the filter.")
                : tr("No articles yet. Drop files or folders anywhere on this window, or import them here."));
    }
    findChild<QPushButton *>(u"importButton"_s)->setVisible(isOpen && !hasArticles);
    m_filterLineEdit->setEnabled(hasArticles);
    m_orderComboBox->setEnabled(hasArticles);
    const bool canAct = hasArticles && !selectedArticles().isEmpty();
    m_actions["article.properties"]->setEnabled(canAct);
    m_actions["article.newVersion"]->setEnabled(canAct);
    m_actions["article.stayed"]->setEnabled(canAct);
    m_actions["article.remove"]->setEnabled(canAct);
    m_actions["article.next"]->setEnabled(hasArticles);
    m_actions["article.previous"]->setEnabled(hasArticles);
}

}
