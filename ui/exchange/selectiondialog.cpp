// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/selectiondialog.h"

#include "core/model/labels.h"
#include "core/text/fold.h"
#include "ui/session.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

template <class T>
void add(QListWidget *list, const QString &text, const T &value, const QSet<T> &chosen)
{
    const QSignalBlocker silent(list); // the counts are shown once, when all are there
    auto *item = new QListWidgetItem(text.isEmpty() ? SelectionDialog::tr("(no name)") : text, list);
    item->setData(Qt::UserRole, QVariant::fromValue(value));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(chosen.contains(value) ? Qt::Checked : Qt::Unchecked);
}

template <class T>
QSet<T> checked(const QListWidget *list)
{
    QSet<T> values;
    for (int row = 0; row < list->count(); ++row) {
        if (list->item(row)->checkState() == Qt::Checked)
            values.insert(list->item(row)->data(Qt::UserRole).value<T>());
    }
    return values;
}

int checkedCount(const QListWidget *list)
{
    int count = 0;
    for (int row = 0; row < list->count(); ++row)
        count += list->item(row)->checkState() == Qt::Checked ? 1 : 0;
    return count;
}

}

SelectionDialog::SelectionDialog(Session &session, const Selection &selection, QWidget *parent)
    : QDialog(parent),
      m_tabs(new QTabWidget(this)),
      m_articles(addList(tr("&Articles"), "selectionArticleListWidget")),
      m_tags(addList(tr("&Tags"), "selectionTagListWidget")),
      m_annotators(addList(tr("A&nnotators"), "selectionAnnotatorListWidget")),
      m_states(addList(tr("&States"), "selectionStateListWidget"))
{
    setWindowTitle(tr("What to Export"));
    resize(460, 480);
    QList<Article> articles = session.value(session.store().articles());
    std::ranges::sort(
        articles, [](const Article &a, const Article &b) { return QString::localeAwareCompare(a.title, b.title) < 0; });
    for (const Article &article : std::as_const(articles))
        add(m_articles, article.title.simplified(), article.id, selection.articles);
    for (const QList<Tag> all = session.value(session.store().tags()); const Tag &tag : all)
        add(m_tags, tag.name, tag.id, selection.tags);
    for (const QList<Annotator> all = session.value(session.store().annotators()); const Annotator &annotator : all)
        add(m_annotators, annotator.name, annotator.id, selection.annotators);
    for (const State state : {State::Accepted, State::Suggested, State::Rejected})
        add(m_states, label(state), state, selection.states);

    auto *hint = new QLabel(tr("Check what is meant. A list in which nothing is checked lets everything through."),
                            this);
    hint->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto *clear = buttons->addButton(tr("&Everything"), QDialogButtonBox::ResetRole);
    clear->setObjectName(u"selectionClearButton"_s);
    buttons->button(QDialogButtonBox::Ok)->setObjectName(u"selectionOkButton"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(hint);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(clear, &QPushButton::clicked, this, [this] {
        for (QListWidget *list : {m_articles, m_tags, m_annotators, m_states}) {
            const QSignalBlocker silent(list);
            for (int row = 0; row < list->count(); ++row)
                list->item(row)->setCheckState(Qt::Unchecked);
        }
        showCounts();
    });
    showCounts();
}

QListWidget *SelectionDialog::addList(const QString &title, const char *name)
{
    auto *page = new QWidget(m_tabs);
    auto *filter = new QLineEdit(page);
    filter->setPlaceholderText(tr("Find"));
    filter->setAccessibleName(tr("Find in the list"));
    filter->setClearButtonEnabled(true);
    auto *list = new QListWidget(page);
    list->setObjectName(QLatin1StringView(name));
    list->setUniformItemSizes(true);
    list->setAccessibleName(QString(title).remove(u'&'));
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(filter);
    layout->addWidget(list);
    m_tabs->addTab(page, title);
    m_tabs->setTabWhatsThis(m_tabs->count() - 1, title);
    connect(filter, &QLineEdit::textChanged, list, [list](const QString &words) {
        const QString wanted = folded(words.simplified());
        for (int row = 0; row < list->count(); ++row)
            list->item(row)->setHidden(!folded(list->item(row)->text()).contains(wanted));
    });
    connect(list, &QListWidget::itemChanged, this, &SelectionDialog::showCounts);
    return list;
}

void SelectionDialog::showCounts()
{
    const std::array lists{m_articles, m_tags, m_annotators, m_states};
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        const int count = checkedCount(lists[size_t(tab)]);
        const QString title = m_tabs->tabWhatsThis(tab);
        m_tabs->setTabText(tab, count == 0 ? title : tr("%1 (%2)").arg(title).arg(count));
    }
}

Selection SelectionDialog::selection() const
{
    return {checked<ArticleId>(m_articles), checked<TagId>(m_tags), checked<AnnotatorId>(m_annotators),
            checked<State>(m_states)};
}

QString summary(const Selection &selection)
{
    QStringList parts;
    const auto add = [&parts](const QString &text, qsizetype count) {
        if (count > 0)
            parts.append(text);
    };
    const auto number = [](const auto &set) { return static_cast<int>(set.size()); };
    add(SelectionDialog::tr("%n article(s)", nullptr, number(selection.articles)), selection.articles.size());
    add(SelectionDialog::tr("%n tag(s)", nullptr, number(selection.tags)), selection.tags.size());
    add(SelectionDialog::tr("%n annotator(s)", nullptr, number(selection.annotators)), selection.annotators.size());
    add(SelectionDialog::tr("%n state(s)", nullptr, number(selection.states)), selection.states.size());
    return parts.isEmpty() ? SelectionDialog::tr("Everything")
                           : SelectionDialog::tr("Only %1").arg(parts.join(u", "_s));
}

}
