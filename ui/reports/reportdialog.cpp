// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportdialog.h"

#include "core/base/savefile.h"
#include "core/model/labels.h"
#include "ui/background.h"
#include "ui/paper/pdf.h"
#include "ui/paper/reportdocument.h"
#include "ui/parts/filename.h"
#include "ui/parts/heading.h"
#include "ui/session.h"

#include <QApplication>
#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QTextBrowser>
#include <QUrl>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

/// What is longer is read in the file: nobody leafs through it in a dialog.
constexpr qsizetype longestPreview = 1'000'000;

/// A report and its page, made ready to be shown in another thread than it is shown in.
struct Ready
{
    Result<Report> report;
    std::shared_ptr<ReportDocument> document; ///< null without a report, or when it is too long
};

Ready makeReady(const Corpus &corpus, const ReportQuestion &question)
{
    Ready ready{makeReport(corpus, question), {}};
    if (!ready.report || ready.report->html.size() > longestPreview)
        return ready;
    ready.document = std::make_shared<ReportDocument>();
    readReport(*ready.document, ready.report->html);
    ready.document->moveToThread(QApplication::instance()->thread());
    return ready;
}

QByteArray bytesOf(const Report &report, const QString &format)
{
    return format == "html"_L1 ? report.html.toUtf8() : format == "csv"_L1 ? report.csv : toPdf(report);
}

}

ReportDialog::ReportDialog(Session &session, const ReportQuestion &question, Prompts prompts, QWidget *parent)
    : QDialog(parent),
      m_session(session),
      m_first(question),
      m_prompts(std::move(prompts)),
      m_kinds(new QListWidget(this)),
      m_subjectLabel(makeHeading({}, nullptr, this)),
      m_articles(new QComboBox(this)),
      m_entities(new QComboBox(this)),
      m_format(new QComboBox(this)),
      m_preview(new QTextBrowser(this)),
      m_state(new QLabel(this)),
      m_busy(new QProgressBar(this)),
      m_save(new QPushButton(tr("&Save…"), this)),
      m_close(new QPushButton(tr("Close"), this))
{
    setWindowTitle(tr("Report"));
    resize(1080, 740);
    for (const ReportSpec &each : reportSpecs()) {
        auto *item = new QListWidgetItem(QCoreApplication::translate("Report", each.name), m_kinds);
        item->setData(Qt::UserRole, QString::fromLatin1(each.id));
        if (each.kind == question.kind)
            m_kinds->setCurrentItem(item);
    }
    fillSubjects();
    buildPage();
    connect(m_kinds, &QListWidget::currentItemChanged, this, &ReportDialog::chooseKind);
    connect(m_articles, &QComboBox::currentIndexChanged, this, &ReportDialog::make);
    connect(m_entities, &QComboBox::currentIndexChanged, this, &ReportDialog::make);
    connect(m_preview, &QTextBrowser::anchorClicked, this, &ReportDialog::followLink);
    connect(m_save, &QPushButton::clicked, this, &ReportDialog::save);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    chooseKind();
    readProject();
}

ReportDialog::~ReportDialog()
{
    m_preview->setDocument(nullptr); // it outlives what it shows
}

void ReportDialog::fillSubjects()
{
    for (const QList<Article> all = m_session.value(m_session.store().articles()); const Article &article : all) {
        m_articles->addItem(article.title, QVariant::fromValue(article.id));
        if (article.id == m_first.article)
            m_articles->setCurrentIndex(m_articles->count() - 1);
    }
    QList<Entity> entities = m_session.value(m_session.store().entities());
    std::ranges::sort(entities, [](const Entity &a, const Entity &b) {
        return std::tuple(a.kind, a.name.toCaseFolded()) < std::tuple(b.kind, b.name.toCaseFolded());
    });
    for (const Entity &entity : std::as_const(entities)) {
        m_entities->addItem(tr("%1 (%2)").arg(entity.name, label(entity.kind)), QVariant::fromValue(entity.id));
        if (entity.id == m_first.entity)
            m_entities->setCurrentIndex(m_entities->count() - 1);
    }
}

void ReportDialog::buildPage()
{
    m_kinds->setObjectName(u"reportKindListWidget"_s);
    m_articles->setObjectName(u"reportArticleComboBox"_s);
    m_articles->setAccessibleName(tr("Article of the report"));
    m_entities->setObjectName(u"reportEntityComboBox"_s);
    m_entities->setAccessibleName(tr("Person, character or outlet of the report"));
    for (QComboBox *box : {m_articles, m_entities})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_format->setObjectName(u"reportFormatComboBox"_s);
    m_preview->setObjectName(u"reportPreview"_s);
    m_preview->setOpenLinks(false);
    // Tab leads past it, not through its hundreds of links.
    m_preview->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                       | Qt::LinksAccessibleByMouse);
    m_preview->setAccessibleName(tr("Preview of the report"));
    QPalette paper = m_preview->palette(); // it is shown as it will be printed
    paper.setColor(QPalette::Base, Qt::white);
    paper.setColor(QPalette::Text, Qt::black);
    m_preview->setPalette(paper);
    m_state->setObjectName(u"reportStateLabel"_s);
    m_state->setWordWrap(true);
    m_busy->setRange(0, 0);
    m_busy->setMaximumWidth(160);
    m_busy->setAccessibleName(tr("The report is being made"));
    m_save->setObjectName(u"saveReportPushButton"_s);
    m_save->setDefault(true);

    auto *left = new QVBoxLayout;
    left->setSpacing(6);
    left->addWidget(makeHeading(tr("&Report"), m_kinds, this));
    left->addWidget(m_kinds, 1);
    left->addSpacing(8);
    left->addWidget(m_subjectLabel);
    left->addWidget(m_articles);
    left->addWidget(m_entities);
    left->addSpacing(8);
    left->addWidget(makeHeading(tr("&Format"), m_format, this));
    left->addWidget(m_format);
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setSpacing(6);
    right->addWidget(makeHeading(tr("&Preview"), m_preview, this));
    right->addWidget(m_preview, 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addLayout(left, 2);
    columns->addLayout(right, 6);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_state, 1);
    buttons->addWidget(m_busy);
    buttons->addWidget(m_close);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addLayout(columns, 1);
    layout->addLayout(buttons);
    m_kinds->setFocus();
}

const ReportSpec &ReportDialog::spec() const
{
    return *findReport(m_kinds->currentItem()->data(Qt::UserRole).toString());
}

ReportQuestion ReportDialog::question() const
{
    return {.kind = spec().kind,
            .article = m_articles->currentData().value<ArticleId>(),
            .entity = m_entities->currentData().value<EntityId>(),
            .made = QDateTime::currentDateTimeUtc().date()};
}

void ReportDialog::chooseKind()
{
    const ReportSubject subject = spec().subject;
    m_articles->setVisible(subject == ReportSubject::Article);
    m_entities->setVisible(subject == ReportSubject::Entity);
    m_subjectLabel->setVisible(subject != ReportSubject::Nothing);
    m_subjectLabel->setText(subject == ReportSubject::Article ? tr("&Article") : tr("&Who"));
    m_subjectLabel->setBuddy(subject == ReportSubject::Article ? m_articles : m_entities);

    const QString kept = m_format->currentData().isValid() ? m_format->currentData().toString()
                                                           : QSettings().value("report/format").toString();
    m_format->clear();
    m_format->addItem(tr("Page for browsers (HTML)"), u"html"_s);
    m_format->addItem(tr("PDF"), u"pdf"_s);
    if (spec().hasTable)
        m_format->addItem(tr("Table (CSV)"), u"csv"_s);
    m_format->setCurrentIndex(std::max(0, m_format->findData(kept)));
    make();
}

void ReportDialog::readProject()
{
    showState(tr("Reading the project…"), true);
    auto *copy = new ProjectCopy(m_session, this);
    connect(copy, &ProjectCopy::finished, this, [this, copy](const Result<CopiedProject> &copied) {
        copy->deleteLater();
        if (!copied) {
            showState(copied.error().message, false);
            return;
        }
        inBackground(
            this,
            [copied = *copied]() -> Result<Corpus> {
                const Result<Store> store = Store::open(copied.path, copied.annotator);
                return store ? store->corpus() : fail(store.error().message);
            },
            [this](Result<Corpus> &&corpus) {
                if (!corpus) {
                    showState(corpus.error().message, false);
                    return;
                }
                m_corpus = std::make_shared<const Corpus>(std::move(*corpus));
                make();
            });
    });
}

void ReportDialog::make()
{
    m_report.reset();
    m_save->setEnabled(false);
    if (!m_corpus)
        return; // goes on when it is read
    showState(tr("Making the report…"), true);
    inBackground(
        this, [corpus = m_corpus, asked = question()] { return makeReady(*corpus, asked); },
        [this, making = ++m_making](const Ready &ready) {
            if (making != m_making)
                return; // something else was chosen in the meantime
            std::shared_ptr<QTextDocument> document = ready.document;
            if (!document) {
                document = std::make_shared<ReportDocument>();
                document->setPlainText(ready.report
                                           ? tr("The report is too long to be leafed through here. Save it to read it.")
                                           : QString());
            }
            m_preview->setDocument(document.get());
            m_document = document;
            present(ready.report);
        });
}

void ReportDialog::present(const Result<Report> &report)
{
    if (!report) {
        showState(report.error().message, false);
        return;
    }
    m_report = std::make_shared<const Report>(*report);
    m_save->setEnabled(true);
    showState(tr("Ready to be saved."), false);
}

void ReportDialog::showState(const QString &sentence, bool isBusy)
{
    m_state->setText(sentence);
    m_busy->setVisible(isBusy);
}

void ReportDialog::followLink(const QUrl &link)
{
    if (link.isRelative() && link.hasFragment())
        m_preview->scrollToAnchor(link.fragment());
}

QString ReportDialog::proposedPath() const
{
    const QString folder = QSettings().value("export/folder", QDir::homePath()).toString();
    return QDir(folder).filePath(fileNameFrom(m_report->title) + u'.' + m_format->currentData().toString());
}

void ReportDialog::save()
{
    const QString format = m_format->currentData().toString();
    const QString filter = u"%1 (*.%2)"_s.arg(m_format->currentText().section(u" ("_s, 0, 0), format);
    const QStringList paths = m_prompts.choosePaths(this,
                                                    {PathKind::NewFile, tr("Save Report"), filter, proposedPath()});
    if (paths.isEmpty())
        return;
    QString path = paths.first();
    if (QFileInfo(path).suffix().isEmpty())
        path += u'.' + format;
    QSettings().setValue("export/folder", QFileInfo(path).absolutePath());
    QSettings().setValue("report/format", format);
    m_save->setEnabled(false);
    showState(tr("Writing the report…"), true);
    inBackground(
        this, [report = m_report, format, path] { return saveFile(path, bytesOf(*report, format)); },
        [this, path](const Result<> &written) {
            m_save->setEnabled(m_report != nullptr);
            const QString done = tr("Saved as “%1”.").arg(QDir::toNativeSeparators(path));
            showState(written ? done : written.error().message, false);
            if (written)
                Q_EMIT saved(done);
        });
}

}
