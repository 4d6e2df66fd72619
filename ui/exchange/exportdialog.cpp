// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/exportdialog.h"

#include "core/model/names.h"
#include "ui/exchange/exportpreview.h"
#include "ui/exchange/selectiondialog.h"
#include "ui/parts/filename.h"
#include "ui/session.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr qsizetype mostObjects = 1000; ///< that are listed under one loss

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

bool isTable(const Format &format)
{
    return QByteArrayView(format.id) == "csv" || QByteArrayView(format.id) == "xlsx";
}

/// Where the list of what is lost goes.
QString lossPath(const QString &path)
{
    return path + u".loss.json"_s;
}

}

ExportDialog::ExportDialog(Session &session, ArticleId article, Prompts prompts, QWidget *parent)
    : QDialog(parent),
      m_session(session),
      m_prompts(std::move(prompts)),
      m_job(session, article),
      m_formatList(new QListWidget(this)),
      m_articleRadioButton(new QRadioButton(tr("&This article"), this)),
      m_allRadioButton(new QRadioButton(this)),
      m_selectionButton(new QPushButton(tr("O&nly…"), this)),
      m_selectionLabel(new QLabel(this)),
      m_formulaCheckBox(new QCheckBox(tr("&Make formulas harmless"), this)),
      m_singlesCheckBox(new QCheckBox(tr("Mark ends and &singles (BIOES)"), this)),
      m_lossCheckBox(new QCheckBox(tr("Save this &list beside it"), this)),
      m_fileComboBox(new QComboBox(this)),
      m_preview(new ExportPreview(this)),
      m_lossHeading(heading(tr("What it cannot hol&d"), nullptr, this)),
      m_lossTree(new QTreeWidget(this)),
      m_pathLineEdit(new QLineEdit(this)),
      m_problemLabel(new QLabel(this)),
      m_busyBar(new QProgressBar(this)),
      m_exportButton(new QPushButton(tr("&Export"), this)),
      m_cancelButton(new QPushButton(tr("Cancel"), this))
{
    setWindowTitle(tr("Export"));
    resize(1040, 720);
    const qint64 articles = session.value(session.store().counts()).articles;
    m_allRadioButton->setText(tr("&All %n article(s)", nullptr, static_cast<int>(articles)));
    (article.isNull() ? m_allRadioButton : m_articleRadioButton)->setChecked(true);
    m_articleRadioButton->setEnabled(!article.isNull());
    if (const auto shown = article.isNull() ? Result<Article>(fail({})) : session.store().article(article))
        m_articleTitle = shown->title;
    fillFormats();
    buildPage();
    restoreChoices();

    connect(m_formatList, &QListWidget::currentItemChanged, this, &ExportDialog::chooseFormat);
    connect(m_allRadioButton, &QRadioButton::toggled, this, [this] {
        proposePath();
        prepare();
    });
    connect(m_selectionButton, &QPushButton::clicked, this, &ExportDialog::chooseSelection);
    for (const QCheckBox *box : {m_formulaCheckBox, m_singlesCheckBox})
        connect(box, &QCheckBox::toggled, this, &ExportDialog::prepare);
    connect(m_fileComboBox, &QComboBox::currentIndexChanged, this, &ExportDialog::showFile);
    connect(m_pathLineEdit, &QLineEdit::textChanged, this, &ExportDialog::check);
    connect(m_exportButton, &QPushButton::clicked, this, &ExportDialog::write);
    connect(m_cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_job, &ExportJob::progressed, this, [this](int done, int total) {
        m_busyBar->setRange(0, total);
        m_busyBar->setValue(done);
    });
    connect(&m_job, &ExportJob::finished, this, &ExportDialog::showPrepared);
    connect(&m_job, &ExportJob::failed, this, &ExportDialog::showFailure);
    connect(&m_job, &ExportJob::saved, this, &ExportDialog::finish);
    chooseFormat();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::fillFormats()
{
    const QString last = QSettings().value("export/format").toString();
    for (const Format &each : formats()) {
        if (!each.write)
            continue;
        auto *item = new QListWidgetItem(nameOf(each), m_formatList);
        item->setData(Qt::UserRole, QString::fromLatin1(each.id));
        if (m_formatList->currentRow() < 0 || QLatin1StringView(each.id) == last)
            m_formatList->setCurrentItem(item);
    }
}

void ExportDialog::buildPage()
{
    m_formatList->setObjectName(u"formatListWidget"_s);
    m_articleRadioButton->setObjectName(u"articleRadioButton"_s);
    m_allRadioButton->setObjectName(u"allRadioButton"_s);
    m_selectionButton->setObjectName(u"selectionButton"_s);
    m_selectionButton->setToolTip(tr("Choose articles, tags, annotators and states"));
    m_selectionLabel->setObjectName(u"selectionLabel"_s);
    m_selectionLabel->setWordWrap(true);
    m_formulaCheckBox->setObjectName(u"formulaCheckBox"_s);
    m_formulaCheckBox->setToolTip(tr("Puts an apostrophe before cells that a spreadsheet would run"));
    m_singlesCheckBox->setObjectName(u"singlesCheckBox"_s);
    m_lossCheckBox->setObjectName(u"lossCheckBox"_s);
    m_lossCheckBox->setToolTip(tr("As JSON, with the ids of all objects, in a file named after the export"));
    m_fileComboBox->setObjectName(u"fileComboBox"_s);
    m_fileComboBox->setAccessibleName(tr("File of the preview"));
    m_fileComboBox->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_fileComboBox->setMinimumContentsLength(20);
    m_preview->setObjectName(u"previewTextEdit"_s);
    m_lossHeading->setObjectName(u"lossHeading"_s);
    m_lossHeading->setBuddy(m_lossTree);
    m_lossTree->setObjectName(u"lossTreeWidget"_s);
    m_lossTree->setHeaderHidden(true);
    m_lossTree->setWordWrap(true);
    m_lossTree->setAccessibleName(tr("What the format cannot hold"));
    m_pathLineEdit->setObjectName(u"pathLineEdit"_s);
    m_problemLabel->setObjectName(u"problemLabel"_s);
    m_problemLabel->setWordWrap(true);
    m_busyBar->setRange(0, 0);
    m_busyBar->setAccessibleName(tr("The export is being made"));
    m_exportButton->setObjectName(u"exportButton"_s);
    m_exportButton->setDefault(true);
    m_cancelButton->setObjectName(u"cancelButton"_s);
    auto *choose = new QPushButton(tr("&Choose…"), this);
    choose->setObjectName(u"choosePathButton"_s);
    connect(choose, &QPushButton::clicked, this, &ExportDialog::choosePath);

    auto *selection = new QHBoxLayout;
    selection->addWidget(m_selectionButton);
    selection->addWidget(m_selectionLabel, 1);
    auto *left = new QVBoxLayout;
    left->setSpacing(6);
    left->addWidget(heading(tr("&Format"), m_formatList, this));
    left->addWidget(m_formatList, 3);
    left->addSpacing(8);
    left->addWidget(heading(tr("What"), nullptr, this));
    left->addWidget(m_articleRadioButton);
    left->addWidget(m_allRadioButton);
    left->addLayout(selection);
    left->addWidget(m_formulaCheckBox);
    left->addWidget(m_singlesCheckBox);
    left->addSpacing(8);
    left->addWidget(m_lossHeading);
    left->addWidget(m_lossTree, 2);
    left->addWidget(m_lossCheckBox);

    auto *previewTop = new QHBoxLayout;
    previewTop->addWidget(heading(tr("&Preview"), m_preview, this));
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
    path->addWidget(heading(tr("&Where to:"), m_pathLineEdit, this));
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

/// Tags, annotators and articles belong to one project; which states are wanted is a habit.
void ExportDialog::restoreChoices()
{
    const QSettings settings;
    m_formulaCheckBox->setChecked(settings.value("export/escapesFormulas", true).toBool());
    m_singlesCheckBox->setChecked(settings.value("export/marksSingles", false).toBool());
    m_lossCheckBox->setChecked(settings.value("export/savesLosses", false).toBool());
    for (const QStringList names = settings.value("export/states").toStringList(); const QString &name : names) {
        if (const auto state = fromName<State>(name))
            m_selection.states.insert(*state);
    }
    m_selectionLabel->setText(summary(m_selection));
}

const Format *ExportDialog::format() const
{
    const QListWidgetItem *item = m_formatList->currentItem();
    return item ? findFormat(item->data(Qt::UserRole).toString()) : nullptr;
}

void ExportDialog::chooseFormat()
{
    const Format *chosen = format();
    m_formulaCheckBox->setVisible(chosen && isTable(*chosen));
    m_singlesCheckBox->setVisible(chosen && QByteArrayView(chosen->id) == "conll");
    proposePath();
    prepare();
}

void ExportDialog::chooseSelection()
{
    auto *dialog = new SelectionDialog(m_session, m_selection, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_selection = dialog->selection();
        m_selectionLabel->setText(summary(m_selection));
        if (!m_selection.articles.isEmpty())
            m_allRadioButton->setChecked(true); // of which these are a choice
        QStringList states;
        for (const State state : std::as_const(m_selection.states))
            states.append(QString(pq::nameOf(state)));
        QSettings().setValue("export/states", states);
        prepare();
    });
    dialog->open();
}

void ExportDialog::prepare()
{
    const Format *chosen = format();
    if (!chosen)
        return;
    Selection selection = m_selection;
    if (!m_allRadioButton->isChecked())
        selection.articles.clear();
    m_busyBar->setRange(0, 0);
    m_busyBar->show();
    m_job.prepare({.format = chosen,
                   .isAll = m_allRadioButton->isChecked(),
                   .selection = selection,
                   .options = {.escapesFormulas = m_formulaCheckBox->isChecked(),
                               .marksSingles = m_singlesCheckBox->isChecked()}});
    check();
}

void ExportDialog::showPrepared()
{
    const Format *chosen = format();
    const auto prepared = m_job.prepared();
    const Written &written = prepared->written;
    m_busyBar->hide();
    const QSignalBlocker blocker(m_fileComboBox);
    m_fileComboBox->clear();
    // Of a folder's files, the one that holds the annotations says most.
    int index = written.files.isEmpty() ? -1 : 0;
    for (const NamedFile &file : written.files) {
        if (index == 0 && file.path.endsWith(u'.' + QLatin1StringView(chosen->suffix)))
            index = m_fileComboBox->count();
        m_fileComboBox->addItem(file.path.isEmpty() ? nameOf(*chosen) : file.path);
    }
    const auto others = static_cast<int>(prepared->files - written.files.size());
    m_fileComboBox->setToolTip(others > 0 ? tr("and %n more file(s)", nullptr, others) : QString());
    m_fileComboBox->setVisible(written.files.size() > 1);
    m_fileComboBox->setCurrentIndex(index);
    showFile(index);

    m_lossTree->clear();
    if (written.loss.isEmpty())
        new QTreeWidgetItem(m_lossTree, {tr("Nothing is lost: the file holds everything.")});
    for (const Loss &loss : written.loss) {
        auto *item = new QTreeWidgetItem(m_lossTree, {u"%1 × %2"_s.arg(loss.count).arg(loss.what)});
        for (const QString &object : loss.objects.first(qMin(mostObjects, loss.objects.size())))
            new QTreeWidgetItem(item, {object});
        if (loss.objects.size() > mostObjects)
            new QTreeWidgetItem(item, {tr("… and %n more", nullptr, int(loss.objects.size() - mostObjects))});
    }
    check();
}

void ExportDialog::showFailure(const QString &why)
{
    m_busyBar->hide();
    m_fileComboBox->hide();
    m_lossTree->clear();
    m_preview->show(why.toUtf8(), {});
    check();
}

void ExportDialog::showFile(int index)
{
    const Format *chosen = format();
    const auto prepared = m_job.prepared();
    if (!chosen || !prepared || index < 0 || index >= prepared->written.files.size())
        return;
    const NamedFile &file = prepared->written.files[index];
    if (file.bytes.first(qMin(qsizetype(1024), file.bytes.size())).contains('\0')) {
        m_preview->show(tr("This file is not text; the program it is made for shows it.").toUtf8(), {});
        return;
    }
    const bool isPrincipal = file.path.endsWith(u'.' + QLatin1StringView(chosen->suffix)) || prepared->files == 1;
    m_preview->show(file.bytes, isPrincipal ? QString::fromLatin1(chosen->syntax) : QString());
}

void ExportDialog::proposePath()
{
    const Format *chosen = format();
    if (!chosen)
        return;
    // A path that somebody typed stays; only its suffix follows the format.
    const QString current = m_pathLineEdit->text();
    QString base = QFileInfo(m_session.store().path()).completeBaseName();
    if (m_articleRadioButton->isChecked() && !m_articleTitle.isEmpty())
        base = fileNameFrom(m_articleTitle);
    QString folder = lastFolder();
    if (m_isOwnPath) {
        folder = QFileInfo(current).absolutePath();
        base = QFileInfo(current).completeBaseName();
    }
    const QString suffix = QLatin1StringView(chosen->suffix);
    const bool isFolder = chosen->shape == Shape::Folder;
    m_proposed = QDir(folder).filePath(isFolder ? base + u' ' + QLatin1StringView(chosen->id) : base + u'.' + suffix);
    m_pathLineEdit->setText(m_proposed);
}

void ExportDialog::choosePath()
{
    const Format *chosen = format();
    if (!chosen)
        return;
    const bool isFolder = chosen->shape == Shape::Folder;
    const PathKind kind = isFolder ? PathKind::Folder : PathKind::NewFile;
    const QString filter = isFolder ? QString()
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
    m_exportButton->setEnabled(problem.isEmpty() && !m_isSaving && m_job.prepared());
}

void ExportDialog::write()
{
    const Format *chosen = format();
    const QString path = m_pathLineEdit->text().trimmed();
    const QFileInfo info(path);
    const bool isFolder = chosen->shape == Shape::Folder && !path.endsWith(u".zip", Qt::CaseInsensitive);
    const bool isTaken = isFolder ? info.isDir() && !QDir(path).isEmpty() : info.exists();
    if (isTaken) {
        const Question question{tr("“%1” is there already. Replace it?").arg(info.fileName()),
                                isFolder ? tr("Files of the same name in this folder are written anew; others stay.")
                                         : tr("What is in the file now is lost."),
                                tr("Replace")};
        if (!m_prompts.confirm(this, question))
            return;
    }
    QSettings settings;
    settings.setValue("export/folder", info.absolutePath());
    settings.setValue("export/format", QString::fromLatin1(chosen->id));
    settings.setValue("export/escapesFormulas", m_formulaCheckBox->isChecked());
    settings.setValue("export/marksSingles", m_singlesCheckBox->isChecked());
    settings.setValue("export/savesLosses", m_lossCheckBox->isChecked());
    m_isSaving = true;
    m_busyBar->setRange(0, 0);
    m_busyBar->show();
    check();
    m_job.save(path, m_lossCheckBox->isChecked() ? lossPath(path) : QString());
}

void ExportDialog::finish(const Result<> &saved)
{
    m_isSaving = false;
    m_busyBar->hide();
    check();
    if (!saved) {
        m_problemLabel->setText(saved.error().message);
        return;
    }
    Q_EMIT exported(tr("Exported to “%1”.").arg(QDir::toNativeSeparators(m_pathLineEdit->text().trimmed())));
    accept();
}

}
