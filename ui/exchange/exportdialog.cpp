// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/exportdialog.h"

#include "ui/background.h"
#include "ui/exchange/exportpreview.h"
#include "ui/parts/filename.h"
#include "ui/projectcopy.h"
#include "ui/session.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

QString nameOf(const Format &format)
{
    return QCoreApplication::translate("Format", format.name);
}

QString lastFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QSettings().value("export/folder", QFileInfo::exists(documents) ? documents : QDir::homePath()).toString();
}

QLabel *heading(const QString &text, QWidget *buddy, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setBuddy(buddy);
    return label;
}

}

ExportDialog::ExportDialog(Session &session, ArticleId article, Prompts prompts, QWidget *parent)
    : QDialog(parent),
      m_session(session),
      m_article(article),
      m_prompts(std::move(prompts)),
      m_formatList(new QListWidget(this)),
      m_articleRadioButton(new QRadioButton(tr("&This article"), this)),
      m_allRadioButton(new QRadioButton(this)),
      m_fileComboBox(new QComboBox(this)),
      m_preview(new ExportPreview(this)),
      m_lossHeading(heading({}, nullptr, this)),
      m_lossText(new QPlainTextEdit(this)),
      m_pathLineEdit(new QLineEdit(this)),
      m_problemLabel(new QLabel(this)),
      m_busyBar(new QProgressBar(this)),
      m_exportButton(new QPushButton(tr("&Export"), this)),
      m_cancelButton(new QPushButton(tr("Cancel"), this))
{
    setWindowTitle(tr("Export"));
    resize(1040, 700);
    const qint64 articles = session.value(session.store().counts()).articles;
    m_allRadioButton->setText(tr("&All %n article(s)", nullptr, static_cast<int>(articles)));
    (m_article.isNull() ? m_allRadioButton : m_articleRadioButton)->setChecked(true);
    m_articleRadioButton->setEnabled(!m_article.isNull());
    if (m_article.isNull()) {
        const QList<Article> all = session.value(session.store().articles());
        m_article = all.isEmpty() ? ArticleId() : all.first().id;
    }
    m_sample = sample();

    const QString last = QSettings().value("export/format").toString();
    for (const Format &each : formats()) {
        if (!each.write)
            continue;
        auto *item = new QListWidgetItem(nameOf(each), m_formatList);
        item->setData(Qt::UserRole, QString::fromLatin1(each.id));
        if (m_formatList->currentRow() < 0 || QLatin1StringView(each.id) == last)
            m_formatList->setCurrentItem(item);
    }
    buildPage();

    connect(m_formatList, &QListWidget::currentItemChanged, this, &ExportDialog::chooseFormat);
    connect(m_allRadioButton, &QRadioButton::toggled, this, &ExportDialog::proposePath);
    connect(m_fileComboBox, &QComboBox::currentIndexChanged, this, &ExportDialog::showFile);
    connect(m_pathLineEdit, &QLineEdit::textChanged, this, &ExportDialog::check);
    connect(m_exportButton, &QPushButton::clicked, this, &ExportDialog::write);
    connect(m_cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    chooseFormat();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::buildPage()
{
    m_formatList->setObjectName(u"formatListWidget"_s);
    m_articleRadioButton->setObjectName(u"articleRadioButton"_s);
    m_allRadioButton->setObjectName(u"allRadioButton"_s);
    m_fileComboBox->setObjectName(u"fileComboBox"_s);
    m_fileComboBox->setAccessibleName(tr("File of the preview"));
    m_fileComboBox->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_preview->setObjectName(u"previewTextEdit"_s);
    m_lossHeading->setObjectName(u"lossHeading"_s);
    m_lossText->setObjectName(u"lossTextEdit"_s);
    m_lossText->setReadOnly(true);
    m_lossText->setAccessibleName(tr("What the format cannot hold"));
    m_pathLineEdit->setObjectName(u"pathLineEdit"_s);
    m_problemLabel->setObjectName(u"problemLabel"_s);
    m_problemLabel->setWordWrap(true);
    m_busyBar->setRange(0, 0);
    m_busyBar->setAccessibleName(tr("The export is being written"));
    m_busyBar->hide();
    m_exportButton->setObjectName(u"exportButton"_s);
    m_exportButton->setDefault(true);
    m_cancelButton->setObjectName(u"cancelButton"_s);
    auto *choose = new QPushButton(tr("&Choose…"), this);
    choose->setObjectName(u"choosePathButton"_s);
    connect(choose, &QPushButton::clicked, this, &ExportDialog::choosePath);

    auto *left = new QVBoxLayout;
    left->setSpacing(6);
    left->addWidget(heading(tr("&Format"), m_formatList, this));
    left->addWidget(m_formatList, 2);
    left->addSpacing(8);
    left->addWidget(heading(tr("What"), nullptr, this));
    left->addWidget(m_articleRadioButton);
    left->addWidget(m_allRadioButton);
    left->addSpacing(8);
    left->addWidget(m_lossHeading);
    left->addWidget(m_lossText, 2);

    auto *previewTop = new QHBoxLayout;
    previewTop->addWidget(heading(tr("&Preview of this article"), m_preview, this));
    previewTop->addStretch();
    previewTop->addWidget(m_fileComboBox);
    auto *right = new QVBoxLayout;
    right->setSpacing(6);
    right->addLayout(previewTop);
    right->addWidget(m_preview, 1);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addLayout(left, 2);
    columns->addLayout(right, 5);
    auto *path = new QHBoxLayout;
    auto *pathLabel = heading(tr("&To:"), m_pathLineEdit, this);
    path->addWidget(pathLabel);
    path->addWidget(m_pathLineEdit, 1);
    path->addWidget(choose);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_problemLabel, 1);
    buttons->addWidget(m_busyBar);
    buttons->addWidget(m_cancelButton);
    buttons->addWidget(m_exportButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addLayout(columns, 1);
    layout->addLayout(path);
    layout->addLayout(buttons);
    m_formatList->setFocus();
}

const Format *ExportDialog::format() const
{
    const QListWidgetItem *item = m_formatList->currentItem();
    return item ? findFormat(item->data(Qt::UserRole).toString()) : nullptr;
}

Corpus ExportDialog::sample() const
{
    return m_article.isNull() ? Corpus() : m_session.value(m_session.store().corpus(QSet<ArticleId>{m_article}));
}

void ExportDialog::chooseFormat()
{
    preview();
    proposePath();
}

void ExportDialog::preview()
{
    const Format *chosen = format();
    if (!chosen)
        return;
    const Result<Written> written = chosen->write(m_sample, {});
    m_files = written ? written->files : QList<NamedFile>();
    const QSignalBlocker blocker(m_fileComboBox);
    m_fileComboBox->clear();
    for (const NamedFile &file : std::as_const(m_files))
        m_fileComboBox->addItem(file.path.isEmpty() ? nameOf(*chosen) : file.path);
    m_fileComboBox->setVisible(m_files.size() > 1);
    // Of a folder's files, the one that holds the annotations says most.
    int index = 0;
    for (int i = 0; i < m_files.size(); ++i) {
        if (m_files[i].path.endsWith(u'.' + QLatin1StringView(chosen->suffix))) {
            index = i;
            break;
        }
    }
    m_fileComboBox->setCurrentIndex(m_files.isEmpty() ? -1 : index);
    showFile(m_fileComboBox->currentIndex());
    if (written)
        showLoss(tr("What this format cannot hold"), written->loss);
    else
        m_preview->show(written.error().message.toUtf8(), {});
}

void ExportDialog::showFile(int index)
{
    const Format *chosen = format();
    if (!chosen || index < 0 || index >= m_files.size())
        return;
    const NamedFile &file = m_files[index];
    const bool isPrincipal = file.path.endsWith(u'.' + QLatin1StringView(chosen->suffix)) || m_files.size() == 1;
    m_preview->show(file.bytes, isPrincipal ? QString::fromLatin1(chosen->syntax) : QString());
}

void ExportDialog::showLoss(const QString &heading, const LossReport &loss)
{
    m_lossHeading->setText(heading);
    if (loss.isEmpty()) {
        m_lossText->setPlainText(tr("Nothing is lost: the file holds everything."));
        return;
    }
    QStringList lines;
    for (const Loss &each : loss)
        lines.append(u"%1 × %2"_s.arg(each.count).arg(each.what));
    m_lossText->setPlainText(lines.join(u'\n'));
}

void ExportDialog::proposePath()
{
    const Format *chosen = format();
    if (!chosen)
        return;
    // A path that somebody typed stays; only its suffix follows the format.
    const QString current = m_pathLineEdit->text();
    QString base = QFileInfo(m_session.store().path()).completeBaseName();
    if (m_articleRadioButton->isChecked() && !m_sample.articles.isEmpty())
        base = fileNameFrom(m_sample.articles.first().title);
    QString folder = lastFolder();
    if (m_isOwnPath) {
        folder = QFileInfo(current).absolutePath();
        base = QFileInfo(current).completeBaseName();
    }
    const QString suffix = QLatin1StringView(chosen->suffix);
    m_proposed = QDir(folder).filePath(chosen->shape == Shape::Folder ? base + u' ' + QLatin1StringView(chosen->id)
                                                                      : base + u'.' + suffix);
    m_pathLineEdit->setText(m_proposed);
}

void ExportDialog::choosePath()
{
    const Format *chosen = format();
    if (!chosen)
        return;
    const PathKind kind = chosen->shape == Shape::Folder ? PathKind::Folder : PathKind::NewFile;
    const QString filter = chosen->shape == Shape::Folder
        ? QString()
        : u"%1 (*.%2)"_s.arg(nameOf(*chosen), QLatin1StringView(chosen->suffix));
    const QStringList paths = m_prompts.choosePaths(this, {kind, tr("Export"), filter, m_pathLineEdit->text()});
    if (!paths.isEmpty())
        m_pathLineEdit->setText(paths.first());
}

void ExportDialog::check()
{
    const QString path = m_pathLineEdit->text().trimmed();
    if (path != m_proposed)
        m_isOwnPath = !path.isEmpty();
    const QFileInfo info(path);
    QString problem;
    if (path.isEmpty())
        problem = tr("Say where to write to.");
    else if (!QFileInfo::exists(info.absolutePath()))
        problem = tr("There is no folder “%1”.").arg(info.absolutePath());
    m_problemLabel->setText(problem);
    m_exportButton->setEnabled(problem.isEmpty() && !m_isWriting && format());
}

void ExportDialog::write()
{
    const Format *chosen = format();
    const QString path = m_pathLineEdit->text().trimmed();
    const QFileInfo info(path);
    const bool isTaken = chosen->shape == Shape::Folder ? info.isDir() && !QDir(path).isEmpty() : info.exists();
    if (isTaken) {
        const Question question{tr("“%1” is there already. Replace it?").arg(info.fileName()),
                                chosen->shape == Shape::Folder
                                    ? tr("Files of the same name in this folder are written anew; others stay.")
                                    : tr("What is in the file now is lost."),
                                tr("Replace")};
        if (!m_prompts.confirm(this, question))
            return;
    }
    QSettings().setValue("export/folder", info.absolutePath());
    QSettings().setValue("export/format", QString::fromLatin1(chosen->id));
    m_isWriting = true;
    m_busyBar->show();
    check();
    if (m_allRadioButton->isChecked())
        writeAll(*chosen, path);
    else
        writeInBackground(*chosen, path, [content = m_sample]() -> Result<Corpus> { return content; });
}

/// All articles are read in the other thread too, from a copy of the project.
void ExportDialog::writeAll(const Format &chosen, const QString &path)
{
    auto *copy = new ProjectCopy(m_session, this);
    connect(copy, &ProjectCopy::progressed, this, [this](int done, int total) {
        m_busyBar->setRange(0, total);
        m_busyBar->setValue(done);
    });
    connect(copy, &ProjectCopy::finished, this, [this, copy, &chosen, path](const Result<CopiedProject> &copied) {
        copy->deleteLater();
        m_busyBar->setRange(0, 0);
        if (!copied) {
            finish(fail(copied.error().message));
            return;
        }
        writeInBackground(chosen, path, [copied = *copied]() -> Result<Corpus> {
            const Result<Store> store = Store::open(copied.path, copied.annotator);
            return store ? store->corpus() : fail(store.error().message);
        });
    });
}

void ExportDialog::writeInBackground(const Format &chosen, const QString &path, std::function<Result<Corpus>()> content)
{
    inBackground(
        this,
        [&chosen, path, content = std::move(content)]() -> Result<LossReport> {
            const Result<Corpus> corpus = content();
            if (!corpus)
                return fail(corpus.error().message);
            const Result<Written> written = writeChecked(chosen, *corpus);
            if (!written)
                return fail(written.error().message);
            if (const Result<> saved = save(chosen, *written, path); !saved)
                return fail(saved.error().message);
            return written->loss;
        },
        [this](const Result<LossReport> &result) { finish(result); });
}

void ExportDialog::finish(const Result<LossReport> &result)
{
    m_isWriting = false;
    m_busyBar->hide();
    check();
    if (!result) {
        m_problemLabel->setText(result.error().message);
        return;
    }
    const QString path = m_pathLineEdit->text().trimmed();
    Q_EMIT exported(tr("Exported to “%1”.").arg(QDir::toNativeSeparators(path)));
    if (result->isEmpty()) {
        accept();
        return;
    }
    showLoss(tr("Written; this was left out"), *result);
    m_problemLabel->setText(tr("Exported to “%1”.").arg(QDir::toNativeSeparators(path)));
    m_cancelButton->setText(tr("Close"));
    m_cancelButton->setDefault(true);
    m_cancelButton->setFocus();
}

}
