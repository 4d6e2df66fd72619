// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/corpuspreview.h"

#include "core/formats/evidence.h"
#include "ui/parts/heading.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTextCursor>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr qsizetype mostMarks = 5000;   ///< in one text of the preview
constexpr qsizetype mostArticles = 1000; ///< to choose from
constexpr qsizetype mostFindings = 1000;

QString countsText(const ReadCorpus &read)
{
    const Corpus &corpus = read.corpus;
    const auto number = [](qint64 count) { return static_cast<int>(count); };
    QStringList parts{CorpusPreview::tr("%n article(s)", nullptr, number(read.found.articles)),
                      CorpusPreview::tr("%n passage(s)", nullptr, number(read.found.passages))};
    const auto add = [&parts](const QString &text, qint64 count) {
        if (count > 0)
            parts.append(text);
    };
    if (read.isWhole)
        add(CorpusPreview::tr("%n relation(s)", nullptr, number(corpus.relations.size())), corpus.relations.size());
    add(CorpusPreview::tr("%n claim(s)", nullptr, number(read.found.claims)), read.found.claims);
    if (read.isWhole) {
        add(CorpusPreview::tr("%n link(s)", nullptr, number(corpus.links.size())), corpus.links.size());
        add(CorpusPreview::tr("%n note(s)", nullptr, number(corpus.notes.size())), corpus.notes.size());
        add(CorpusPreview::tr("%n tag(s)", nullptr, number(corpus.tags.size())), corpus.tags.size());
        add(CorpusPreview::tr("%n annotator(s)", nullptr, number(corpus.annotators.size())), corpus.annotators.size());
        return parts.join(u", "_s);
    }
    return parts.join(u", "_s) + u". "_s
        + CorpusPreview::tr("This is much: only the first %n article(s) can be looked at here.", nullptr,
                            number(corpus.articles.size()));
}

void addFindings(QTreeWidget *tree, const QString &title, const QStringList &sentences)
{
    if (sentences.isEmpty())
        return;
    auto *group = new QTreeWidgetItem(tree, {u"%1 (%2)"_s.arg(title).arg(sentences.size())});
    for (const QString &sentence : sentences.first(qMin(mostFindings, sentences.size()))) {
        auto *item = new QTreeWidgetItem(group, {sentence});
        item->setToolTip(0, sentence);
    }
    group->setExpanded(true);
}

}

CorpusPreview::CorpusPreview(QWidget *parent)
    : QWidget(parent),
      m_list(new QListWidget(this)),
      m_format(new QComboBox(this)),
      m_counts(new QLabel(this)),
      m_findings(new QTreeWidget(this)),
      m_articles(new QComboBox(this)),
      m_text(new QPlainTextEdit(this)),
      m_legend(new QLabel(this))
{
    m_list->setObjectName(u"corpusListWidget"_s);
    m_list->setMaximumHeight(90);
    m_format->setObjectName(u"corpusFormatComboBox"_s);
    m_counts->setObjectName(u"corpusCountsLabel"_s);
    m_counts->setWordWrap(true);
    m_findings->setObjectName(u"corpusFindingsTreeWidget"_s);
    m_findings->setHeaderHidden(true);
    m_findings->setWordWrap(true);
    m_findings->setAccessibleName(tr("What was found while reading"));
    m_articles->setObjectName(u"corpusArticleComboBox"_s);
    m_articles->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_text->setObjectName(u"corpusTextEdit"_s);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("The text with its passages"));
    m_legend->setObjectName(u"corpusLegendLabel"_s);
    m_legend->setWordWrap(true);
    for (const Format &format : formats()) {
        if (format.read)
            m_format->addItem(QCoreApplication::translate("Format", format.name), QString::fromLatin1(format.id));
    }

    auto *left = new QVBoxLayout;
    left->setSpacing(6);
    left->addWidget(makeHeading(tr("What is read"), m_list, this));
    left->addWidget(m_list);
    left->addWidget(makeHeading(tr("&Format"), m_format, this));
    left->addWidget(m_format);
    left->addWidget(m_counts);
    left->addWidget(makeHeading(tr("F&indings"), m_findings, this));
    left->addWidget(m_findings, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(6);
    right->addWidget(makeHeading(tr("&Article"), m_articles, this));
    right->addWidget(m_articles);
    right->addWidget(m_text, 1);
    right->addWidget(m_legend);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins({});
    columns->setSpacing(16);
    columns->addLayout(left, 2);
    columns->addLayout(right, 3);

    connect(m_list, &QListWidget::currentRowChanged, this, &CorpusPreview::showCurrent);
    connect(m_articles, &QComboBox::currentIndexChanged, this, &CorpusPreview::showArticle);
    connect(m_format, &QComboBox::activated, this, [this] {
        const qsizetype index = current();
        if (index >= 0)
            Q_EMIT formatChosen(index, m_format->currentData().toString());
    });
}

QWidget *CorpusPreview::firstField() const
{
    return m_list;
}

qsizetype CorpusPreview::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toLongLong() : -1;
}

void CorpusPreview::setFiles(const QList<ReadFile> &files)
{
    m_files = files;
    m_list->clear();
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (!files[i].format)
            continue;
        auto *item = new QListWidgetItem(QFileInfo(files[i].path).fileName(), m_list);
        item->setToolTip(files[i].path);
        item->setData(Qt::UserRole, i);
    }
    m_list->setCurrentRow(0);
    showCurrent();
}

void CorpusPreview::setFile(qsizetype index, const ReadFile &file)
{
    m_files[index] = file;
    if (index == current())
        showCurrent();
}

void CorpusPreview::showCurrent()
{
    const qsizetype index = current();
    m_findings->clear();
    m_articles->clear();
    if (index < 0)
        return;
    const ReadFile &file = m_files[index];
    m_format->setCurrentIndex(std::max(0, m_format->findData(QString::fromLatin1(file.format->id))));
    if (const auto *error = std::get_if<Error>(&file.content)) {
        m_counts->setText(tr("It cannot be read in this format."));
        addFindings(m_findings, tr("Refused"), {error->message});
        showArticle();
        return;
    }
    const auto &read = std::get<ReadCorpus>(file.content);
    m_counts->setText(countsText(read));
    QStringList counting;
    for (const CountingEvidence &evidence : read.found.counting)
        counting.append(toText(evidence));
    addFindings(m_findings, tr("Refused; the rest can be imported"), read.found.refused);
    addFindings(m_findings, tr("How positions count"), counting);
    addFindings(m_findings, tr("Remarks"), read.found.remarks);
    if (m_findings->topLevelItemCount() == 0)
        new QTreeWidgetItem(m_findings, {tr("Nothing had to be guessed or left out.")});
    const QList<Article> &articles = read.corpus.articles;
    for (const Article &article : articles.first(qMin(mostArticles, articles.size())))
        m_articles->addItem(article.title.isEmpty() ? tr("(no title)") : article.title.simplified(),
                            QVariant::fromValue(article.id));
    showArticle();
}

void CorpusPreview::showArticle()
{
    m_text->clear();
    m_text->setExtraSelections({});
    m_legend->clear();
    const qsizetype index = current();
    const auto *read = index < 0 ? nullptr : std::get_if<ReadCorpus>(&m_files[index].content);
    const auto article = m_articles->currentData().value<ArticleId>();
    if (!read || article.isNull())
        return;
    const Version *shown = nullptr; // the latest
    for (const Version &version : read->corpus.versions) {
        if (version.article == article && (!shown || version.number > shown->number))
            shown = &version;
    }
    if (!shown)
        return;
    m_text->setPlainText(shown->text.string());
    const Theme theme = Theme::of(palette());
    QHash<TagId, const Tag *> tags;
    for (const Tag &tag : read->corpus.tags)
        tags.insert(tag.id, &tag);
    QList<QTextEdit::ExtraSelection> marks;
    QMap<QString, int> counts;
    for (const Passage &passage : read->corpus.passages) {
        const Tag *tag = tags.value(passage.tag);
        if (passage.version != shown->id || !tag)
            continue;
        ++counts[tag->name];
        for (const TextSpan &span : passage.spans()) {
            if (marks.size() >= mostMarks)
                break;
            const Utf16Span units = shown->text.toUtf16(span);
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(m_text->document());
            mark.cursor.setPosition(static_cast<int>(units.begin.value));
            mark.cursor.setPosition(static_cast<int>(units.end.value), QTextCursor::KeepAnchor);
            mark.format.setBackground(theme.tint(tag->colour));
            mark.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
            mark.format.setUnderlineColor(theme.line(tag->colour));
            marks.append(mark);
        }
    }
    m_text->setExtraSelections(marks);
    QStringList legend;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        legend.append(u"%1 %2"_s.arg(count.key()).arg(count.value()));
    m_legend->setText(legend.isEmpty() ? tr("No passages in this article.") : legend.join(u" · "_s));
}

void CorpusPreview::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        showArticle();
    QWidget::changeEvent(event);
}

}
