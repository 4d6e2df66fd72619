// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/filterbar.h"

#include "core/model/labels.h"
#include "ui/parts/undothrough.h"
#include "ui/people/cast.h"
#include "ui/session.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr int pauseInTyping = 120; // ms
constexpr qint64 day = 24LL * 3600 * 1'000'000;

constexpr int thisArticle = 1; ///< the item that follows what is shown

using Progress = QueueFilter::Progress;

/// The same choice among new items, or the first.
void choose(QComboBox *box, const QVariant &kept)
{
    box->setCurrentIndex(std::max(0, box->findData(kept)));
}

}

FilterBar::FilterBar(Session &session, QWidget *parent)
    : Panel(parent),
      m_session(session),
      m_words(new QLineEdit(this)),
      m_articles(makeChoice("queueArticleComboBox", tr("Which articles"))),
      m_verdicts(makeChoice("queueVerdictComboBox", tr("Which verdicts"))),
      m_tags(makeChoice("queueTagComboBox", tr("Which tag"))),
      m_people(makeChoice("queuePersonComboBox", tr("Who takes part"))),
      m_assignees(makeChoice("queueAssigneeComboBox", tr("Assigned to whom"))),
      m_ages(makeChoice("queueAgeComboBox", tr("Since when"))),
      m_mine(new QCheckBox(tr("&Mine"), this)),
      m_notes(new QCheckBox(tr("&Unresolved notes"), this)),
      m_clear(new QToolButton(this))
{
    m_words->setObjectName(u"queueWordsLineEdit"_s);
    m_words->setPlaceholderText(tr("Words of the claim"));
    m_words->setAccessibleName(tr("Words of the claim"));
    m_words->setClearButtonEnabled(true);
    m_words->setMinimumWidth(110);
    letUndoThrough(m_words);
    m_mine->setObjectName(u"queueMineCheckBox"_s);
    m_mine->setToolTip(tr("Claims that you made, checked or are to check"));
    m_notes->setObjectName(u"queueNotesCheckBox"_s);
    m_notes->setToolTip(tr("Claims with notes that nobody has resolved"));
    m_clear->setObjectName(u"queueClearToolButton"_s);
    m_clear->setText(tr("Show A&ll"));
    m_clear->setAccessibleName(tr("Show all claims"));
    m_clear->setFocusPolicy(Qt::TabFocus);

    m_verdicts->addItem(tr("All claims"), QVariant());
    m_verdicts->addItem(tr("Open"), static_cast<int>(Progress::Open));
    m_verdicts->addItem(tr("Awaiting sign-off"), static_cast<int>(Progress::AwaitsSignOff));
    m_verdicts->addItem(tr("Signed off"), static_cast<int>(Progress::SignedOff));
    m_verdicts->insertSeparator(m_verdicts->count());
    for (int i = 0; i <= static_cast<int>(VerdictValue::NoCheckNeeded); ++i)
        m_verdicts->addItem(label(static_cast<VerdictValue>(i)), QVariant::fromValue(static_cast<VerdictValue>(i)));
    // Typing finds a title among thousands; what is none leaves the choice as it was.
    m_articles->setEditable(true);
    m_articles->setInsertPolicy(QComboBox::NoInsert);
    m_articles->completer()->setFilterMode(Qt::MatchContains);
    m_articles->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_articles->lineEdit()->setPlaceholderText(tr("Title"));
    letUndoThrough(m_articles->lineEdit());
    connect(m_articles->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (m_articles->findText(m_articles->currentText()) < 0)
            m_articles->setEditText(m_articles->itemText(m_articles->currentIndex()));
    });
    m_ages->addItem(tr("Any age"), 0);
    m_ages->addItem(tr("Older than a day"), 1);
    m_ages->addItem(tr("Older than a week"), 7);
    m_ages->addItem(tr("Older than a month"), 30);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_words, 1);
    for (QComboBox *box : {m_verdicts, m_articles, m_tags, m_people, m_assignees, m_ages}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(7);
        layout->addWidget(box);
        connect(box, &QComboBox::activated, this, &FilterBar::filterChanged);
    }
    for (QCheckBox *box : {m_mine, m_notes}) {
        layout->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &FilterBar::filterChanged);
    }
    layout->addWidget(m_clear);
    m_soon.setSingleShot(true);
    m_soon.setInterval(pauseInTyping);
    connect(&m_soon, &QTimer::timeout, this, &FilterBar::filterChanged);
    connect(m_words, &QLineEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
    connect(&session, &Session::projectChanged, this, [this] {
        refresh();
        clear();
    });
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.tags.isEmpty() || !changes.entities.isEmpty() || !changes.annotators.isEmpty()
            || !changes.articles.isEmpty())
            refresh();
    });
    reload();
}

QComboBox *FilterBar::makeChoice(const char *name, const QString &meaning)
{
    auto *box = new QComboBox(this);
    box->setObjectName(QLatin1StringView(name));
    box->setAccessibleName(meaning);
    box->setToolTip(meaning);
    return box;
}

void FilterBar::reload()
{
    const QVariant tag = m_tags->currentData();
    const QVariant person = m_people->currentData();
    const QVariant assignee = m_assignees->currentData();
    m_tags->clear();
    m_people->clear();
    m_assignees->clear();
    m_tags->addItem(tr("Every tag"), QVariant());
    m_people->addItem(tr("Everybody"), QVariant());
    m_assignees->addItem(tr("Any assignee"), QVariant());
    if (m_session.isOpen()) {
        for (const QList<Tag> all = m_session.value(m_session.store().tags()); const Tag &each : all)
            m_tags->addItem(each.name, QVariant::fromValue(each.id));
        for (const QList<Entity> all = cast(m_session).sorted(); const Entity &each : all)
            m_people->addItem(each.name, QVariant::fromValue(each.id));
        m_assignees->addItem(tr("Assigned to nobody"), QVariant::fromValue(AnnotatorId()));
        const QList<Annotator> annotators = m_session.value(m_session.store().annotators());
        for (const Annotator &each : annotators)
            m_assignees->addItem(tr("Assigned to %1").arg(each.name), QVariant::fromValue(each.id));
    }
    choose(m_tags, tag);
    choose(m_people, person);
    choose(m_assignees, assignee);
    fillArticles();
}

/// "Every article", the one that is shown, then all of them by title.
void FilterBar::fillArticles()
{
    const auto kept = m_articles->currentData().value<ArticleId>();
    QList<Article> all = m_session.isOpen() ? m_session.value(m_session.store().articles()) : QList<Article>();
    std::ranges::sort(
        all, [](const Article &a, const Article &b) { return QString::localeAwareCompare(a.title, b.title) < 0; });
    m_articles->clear();
    m_articles->addItem(tr("Every article"), QVariant());
    m_articles->addItem(QString(), QVariant());
    m_articles->insertSeparator(2);
    for (const Article &article : std::as_const(all))
        m_articles->addItem(article.title.simplified(), QVariant::fromValue(article.id));
    showArticle();
    choose(m_articles, kept.isNull() ? QVariant() : QVariant::fromValue(kept));
}

void FilterBar::setArticle(ArticleId article)
{
    m_article = article;
    showArticle();
}

/// The second item is the article that is shown, or else the one that was chosen when it was.
void FilterBar::showArticle()
{
    const int chosen = m_articles->currentIndex();
    const bool isKept = chosen == thisArticle && m_articles->itemData(thisArticle).isValid();
    const ArticleId offered = isKept ? m_articles->itemData(thisArticle).value<ArticleId>() : m_article;
    const auto article = offered.isNull() || !m_session.isOpen() ? Result<Article>(fail({}))
                                                                 : m_session.store().article(offered);
    m_articles->setItemText(thisArticle, article ? tr("Only “%1”").arg(article->title.simplified()) : tr("No article"));
    m_articles->setItemData(thisArticle, article ? QVariant::fromValue(offered) : QVariant());
    auto *model = qobject_cast<QStandardItemModel *>(m_articles->model());
    model->item(thisArticle)->setEnabled(article.has_value());
    if (m_articles->currentIndex() == thisArticle)
        m_articles->setEditText(m_articles->itemText(thisArticle));
}

void FilterBar::clear()
{
    const QSignalBlocker silent(this);
    m_words->clear();
    for (QComboBox *box : {m_articles, m_verdicts, m_tags, m_people, m_assignees, m_ages})
        box->setCurrentIndex(0);
    m_mine->setChecked(false);
    m_notes->setChecked(false);
    showArticle();
    m_soon.start(); // once for all of them
}

QueueFilter FilterBar::filter() const
{
    QueueFilter filter;
    filter.words = m_words->text().simplified().split(u' ', Qt::SkipEmptyParts);
    if (const auto article = m_articles->currentData().value<ArticleId>(); !article.isNull())
        filter.articles.insert(article);
    if (const auto tag = m_tags->currentData().value<TagId>(); !tag.isNull())
        filter.tags.insert(tag);
    if (const QVariant verdict = m_verdicts->currentData();
        verdict.metaType() == QMetaType::fromType<VerdictValue>()) // an int would convert, too
        filter.verdicts.insert(verdict.value<VerdictValue>());
    else if (verdict.isValid())
        filter.progress = static_cast<Progress>(verdict.toInt());
    filter.person = m_people->currentData().value<EntityId>();
    if (const QVariant assignee = m_assignees->currentData(); assignee.isValid())
        filter.assignee = assignee.value<AnnotatorId>();
    if (m_mine->isChecked() && m_session.isOpen())
        filter.mine = m_session.store().annotator().id;
    if (const int days = m_ages->currentData().toInt(); days > 0)
        filter.sinceAtMost = {Timestamp::now().microseconds - days * day};
    filter.openNotes = m_notes->isChecked();
    return filter;
}

}
