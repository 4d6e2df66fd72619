// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/importdialog.h"

#include "ui/background.h"
#include "ui/exchange/corpuspreview.h"
#include "ui/exchange/partstream.h"
#include "ui/session.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr int tick = 50;  // milliseconds between two looks at the progress
constexpr int frame = 10; // after so many milliseconds of writing, the window gets its turn

QString label(ImportOutcome outcome)
{
    switch (outcome) {
    case ImportOutcome::Refused:
        return ImportDialog::tr("Refused");
    case ImportOutcome::AlreadyThere:
        return ImportDialog::tr("Already there");
    case ImportOutcome::Repaired:
        return ImportDialog::tr("Imported, with remarks");
    case ImportOutcome::Imported:
        return ImportDialog::tr("Imported");
    }
    Q_UNREACHABLE_RETURN({});
}

QString cancelled()
{
    return ImportDialog::tr("The import was cancelled. Nothing was changed.");
}

}

ImportDialog::ImportDialog(Session &session, const QStringList &paths, QWidget *parent, const ImportLimits &limits)
    : QDialog(parent),
      m_session(session),
      m_limits(limits),
      m_progress(std::make_shared<ReadingProgress>()),
      m_pages(new QStackedWidget(this)),
      m_preview(new CorpusPreview(m_pages)),
      m_stepLabel(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_summaryLabel(new QLabel(this)),
      m_tree(new QTreeWidget(this)),
      m_showButton(new QPushButton(tr("&Show Article"), this)),
      m_importButton(new QPushButton(tr("I&mport"), this)),
      m_closeButton(new QPushButton(tr("Cancel"), this))
{
    setWindowTitle(tr("Import Articles"));
    resize(680, 420);
    m_bar->setObjectName(u"importProgressBar"_s);
    m_bar->setAccessibleName(tr("Progress of the import"));
    m_bar->setRange(0, 0);
    m_summaryLabel->setObjectName(u"summaryLabel"_s);
    m_summaryLabel->setWordWrap(true);
    QFont strong = m_summaryLabel->font();
    strong.setWeight(QFont::DemiBold);
    m_summaryLabel->setFont(strong);
    m_tree->setObjectName(u"reportTreeWidget"_s);
    m_tree->setAccessibleName(tr("What became of each file"));
    m_tree->setHeaderLabels({tr("File"), tr("What happened")});
    m_tree->setRootIsDecorated(true);
    m_tree->setWordWrap(true);
    m_showButton->setObjectName(u"showArticleButton"_s);
    m_closeButton->setObjectName(u"closeButton"_s);

    auto *progressPage = new QWidget(m_pages);
    auto *progressLayout = new QVBoxLayout(progressPage);
    progressLayout->addStretch();
    progressLayout->addWidget(m_stepLabel);
    progressLayout->addWidget(m_bar);
    progressLayout->addStretch();
    auto *reportPage = new QWidget(m_pages);
    auto *reportLayout = new QVBoxLayout(reportPage);
    reportLayout->setContentsMargins({});
    reportLayout->setSpacing(10);
    reportLayout->addWidget(m_summaryLabel);
    reportLayout->addWidget(m_tree);
    m_pages->addWidget(progressPage);
    m_pages->addWidget(reportPage);
    m_pages->addWidget(m_preview);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_showButton);
    buttons->addStretch();
    buttons->addWidget(m_closeButton);
    buttons->addWidget(m_importButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(m_pages);
    layout->addLayout(buttons);
    m_showButton->hide();
    m_importButton->setObjectName(u"importButton"_s);
    m_importButton->hide();

    connect(m_closeButton, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_importButton, &QPushButton::clicked, this, &ImportDialog::write);
    connect(m_preview, &CorpusPreview::formatChosen, this, &ImportDialog::readAgain);
    connect(m_showButton, &QPushButton::clicked, this, &ImportDialog::activateCurrent);
    connect(m_tree, &QTreeWidget::itemActivated, this, &ImportDialog::activateCurrent);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        m_showButton->setEnabled(item && !item->data(0, Qt::UserRole).value<ArticleId>().isNull());
    });
    connect(&m_tick, &QTimer::timeout, this, &ImportDialog::showProgress);
    m_tick.start(tick);
    showProgress();
    inBackground(
        this, [progress = m_progress, paths, limits] { return readFiles(paths, *progress, limits); },
        [this](const QList<ReadFile> &files) { take(files); });
}

ImportDialog::~ImportDialog()
{
    m_progress->cancel();
}

void ImportDialog::reject()
{
    m_progress->cancel();
    // While the edit runs, it takes itself back and closes the dialog.
    if (!m_isWriting)
        QDialog::reject();
}

void ImportDialog::showProgress()
{
    // One large corpus is shown by its bytes, several files by their number.
    constexpr int steps = 1000;
    const auto total = static_cast<int>(m_progress->total);
    const qint64 bytes = m_progress->inFile.total;
    const bool isOneCorpus = total == 1 && bytes > 1;
    m_bar->setRange(0, isOneCorpus ? steps : total);
    m_bar->setValue(isOneCorpus ? static_cast<int>(m_progress->inFile.done * steps / bytes)
                                : static_cast<int>(m_progress->done));
    m_stepLabel->setText(total == 0 ? tr("Looking for files…") : tr("Reading %n file(s)…", nullptr, total));
}

void ImportDialog::take(const QList<ReadFile> &files)
{
    m_tick.stop();
    m_files = files;
    if (m_progress->isCancelled || !m_session.isOpen())
        QDialog::reject();
    else if (std::ranges::any_of(files, [](const ReadFile &file) { return file.format != nullptr; }))
        showCorpora();
    else
        write();
}

void ImportDialog::showCorpora()
{
    resize(qMax(width(), 980), qMax(height(), 640));
    m_preview->setFiles(m_files);
    m_pages->setCurrentWidget(m_preview);
    m_importButton->show();
    m_importButton->setDefault(true);
    m_preview->firstField()->setFocus();
}

void ImportDialog::readAgain(qsizetype index, const QString &format)
{
    const Format *chosen = findFormat(format);
    if (!chosen || chosen == m_files[index].format)
        return;
    m_importButton->setEnabled(false);
    inBackground(
        this,
        [progress = m_progress, path = m_files[index].path, chosen, limits = m_limits] {
            return readAs(path, *chosen, progress->inFile, limits);
        },
        [this, index](const ReadFile &file) {
            m_files[index] = file;
            m_preview->setFile(index, file);
            m_importButton->setEnabled(true);
        });
}

void ImportDialog::write()
{
    if (!m_session.isOpen()) {
        QDialog::reject();
        return;
    }
    m_pages->setCurrentIndex(0);
    m_importButton->hide();
    m_isWriting = true;
    m_sinceTurn.start();
    const auto content = std::ranges::count_if(
        m_files, [](const ReadFile &file) { return !std::holds_alternative<Error>(file.content); });
    const bool done = m_session.edit(tr("Import %n file(s)", nullptr, static_cast<int>(content)), [&](Edit &edit) {
        m_report.clear();
        putSmall(edit);
        for (const ReadFile &file : std::as_const(m_files)) {
            if (isLarge(file))
                putLarge(edit, file);
        }
    });
    m_isWriting = false;
    if (!done) {
        m_report.clear();
        QDialog::reject();
        return;
    }
    Q_EMIT imported(m_report);
    if (isPlain(m_report))
        accept();
    else
        showReport();
}

void ImportDialog::putSmall(Edit &edit)
{
    m_stepLabel->setText(tr("Writing…"));
    m_bar->setRange(0, static_cast<int>(m_files.size()));
    m_report = put(edit, m_files, [&](qsizetype count) {
        m_bar->setValue(static_cast<int>(count));
        giveWindowItsTurn(edit);
    });
}

/// Read once more, part by part, while it is written.
void ImportDialog::putLarge(Edit &edit, const ReadFile &file)
{
    m_stepLabel->setText(tr("Writing “%1”…").arg(QFileInfo(file.path).fileName()));
    constexpr int steps = 1000;
    m_bar->setRange(0, steps);
    const std::shared_ptr<PartProgress> progress(m_progress, &m_progress->inFile);
    PartStream stream(*file.format, file.path, m_limits.part, progress);
    Findings found;
    ArticleId first;
    while (const auto part = stream.next()) {
        edit.put(part->corpus);
        addFindings(found, *part);
        if (first.isNull() && !part->corpus.articles.isEmpty())
            first = part->corpus.articles.first().id;
        m_bar->setValue(static_cast<int>(progress->done * steps / qMax(qint64(1), progress->total.load())));
        giveWindowItsTurn(edit);
    }
    if (m_progress->isCancelled)
        edit.refuse(cancelled());
    if (!stream.end())
        edit.refuse(stream.end().error().message);
    m_report.append(entryOf(file.path, found, first));
}

/// The dialog is modal, so nothing but Cancel can be reached meanwhile.
void ImportDialog::giveWindowItsTurn(Edit &edit)
{
    if (m_sinceTurn.elapsed() < frame)
        return;
    QCoreApplication::processEvents();
    if (m_progress->isCancelled)
        edit.refuse(cancelled());
    m_sinceTurn.restart();
}

void ImportDialog::showReport()
{
    m_summaryLabel->setText(summary(m_report));
    m_tree->clear();
    for (const auto outcome :
         {ImportOutcome::Refused, ImportOutcome::Repaired, ImportOutcome::AlreadyThere, ImportOutcome::Imported}) {
        QList<QTreeWidgetItem *> items;
        for (const ImportEntry &entry : std::as_const(m_report)) {
            if (entry.outcome != outcome)
                continue;
            auto *item = new QTreeWidgetItem({QFileInfo(entry.path).fileName(), entry.details.join(u' ')});
            item->setToolTip(0, entry.path);
            item->setToolTip(1, entry.details.join(u'\n'));
            item->setData(0, Qt::UserRole, QVariant::fromValue(entry.article));
            items.append(item);
        }
        if (items.isEmpty())
            continue;
        auto *group = new QTreeWidgetItem({u"%1 (%2)"_s.arg(label(outcome)).arg(items.size())});
        group->addChildren(items);
        m_tree->addTopLevelItem(group);
        group->setFirstColumnSpanned(true);
        group->setExpanded(outcome != ImportOutcome::Imported);
        if (!m_tree->currentItem() && group->isExpanded())
            m_tree->setCurrentItem(items.first());
    }
    m_tree->header()->resizeSection(0, 220);
    m_showButton->show();
    m_closeButton->setText(tr("Close"));
    m_closeButton->setDefault(true);
    m_pages->setCurrentIndex(1);
    m_tree->setFocus();
}

void ImportDialog::activateCurrent()
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    const auto article = item ? item->data(0, Qt::UserRole).value<ArticleId>() : ArticleId();
    if (article.isNull())
        return;
    Q_EMIT articleActivated(article);
    accept();
}

}
