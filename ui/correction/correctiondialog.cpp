// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correction/correctiondialog.h"

#include "ui/background.h"
#include "ui/correction/correctionpage.h"
#include "ui/correction/correctiontext.h"
#include "ui/session.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr int frame = 10;               // ms of writing, then the window gets its turn
constexpr qsizetype manyPassages = 500; // which take long enough for people to be told

}

CorrectionDialog::CorrectionDialog(Session &session, const Version &from, Prompts prompts, QWidget *parent)
    : CorrectionDialog(session, from, Version(), std::move(prompts), parent)
{
    setWindowTitle(tr("New Version of an Article"));
    showStep(m_text);
}

CorrectionDialog::CorrectionDialog(Session &session, const Version &from, const Version &to, QWidget *parent)
    : CorrectionDialog(session, from, to, Prompts(), parent)
{
    setWindowTitle(tr("Passages That Stayed on Version %1").arg(from.number));
    lookForPassages();
}

CorrectionDialog::CorrectionDialog(Session &session, const Version &from, const Version &to, Prompts prompts,
                                   QWidget *parent)
    : QDialog(parent),
      m_session(session),
      m_from(from),
      m_to(to),
      m_steps(new QStackedWidget(this)),
      m_text(new CorrectionText(std::move(prompts), this)),
      m_waitLabel(new QLabel(tr("Looking for the passages in the new text…"), this)),
      m_passages(new CorrectionPage(session, this)),
      m_problemLabel(new QLabel(this)),
      m_backButton(new QPushButton(tr("Bac&k"), this)),
      m_nextButton(new QPushButton(this))
{
    resize(1000, 700);
    m_problemLabel->setObjectName(u"problemLabel"_s);
    m_problemLabel->setWordWrap(true);
    m_waitLabel->setAlignment(Qt::AlignCenter);
    m_backButton->setObjectName(u"backButton"_s);
    m_backButton->setAutoDefault(false);
    m_nextButton->setObjectName(u"nextButton"_s);
    m_nextButton->setDefault(true);
    auto *cancelButton = new QPushButton(tr("Cancel"), this);
    cancelButton->setAutoDefault(false);
    m_steps->addWidget(m_text);
    m_steps->addWidget(m_waitLabel);
    m_steps->addWidget(m_passages);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_problemLabel, 1);
    buttons->addWidget(m_backButton);
    buttons->addWidget(m_nextButton);
    buttons->addWidget(cancelButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(m_steps, 1);
    layout->addLayout(buttons);

    connect(m_text, &CorrectionText::changed, this, &CorrectionDialog::updateButtons);
    connect(m_backButton, &QPushButton::clicked, this, [this] { showStep(m_text); });
    connect(m_nextButton, &QPushButton::clicked, this, [this] {
        if (m_steps->currentWidget() == m_text)
            lookForPassages();
        else
            accept();
    });
    connect(cancelButton, &QPushButton::clicked, this, &CorrectionDialog::reject);
}

void CorrectionDialog::showStep(QWidget *page)
{
    m_steps->setCurrentWidget(page);
    updateButtons();
    if (page == m_text)
        m_text->firstField()->setFocus();
    else if (page == m_passages)
        m_passages->firstField()->setFocus();
}

void CorrectionDialog::updateButtons()
{
    const QWidget *page = m_steps->currentWidget();
    const bool isText = page == m_text;
    QString problem;
    bool canGoOn = page == m_passages;
    if (isText) {
        const Text text = m_text->document().text;
        if (text == m_from.text)
            problem = tr("The text is the same as that of version %1.").arg(m_from.number);
        canGoOn = !text.isEmpty() && problem.isEmpty();
    }
    m_problemLabel->setText(problem);
    m_backButton->setVisible(m_to.id.isNull());
    m_backButton->setEnabled(page == m_passages && !m_isWriting);
    m_nextButton->setText(isText                 ? tr("&Look for Passages")
                              : m_to.id.isNull() ? tr("&Make Version")
                                                 : tr("&Move Passages"));
    m_nextButton->setEnabled(canGoOn);
}

void CorrectionDialog::lookForPassages()
{
    const Document document = m_to.id.isNull() ? m_text->document() : Document();
    const Text now = m_to.id.isNull() ? document.text : m_to.text;
    QList<PassageId> ids;
    QList<QList<TextSpan>> spans;
    for (const QList<Passage> all = m_session.value(m_session.store().passages(m_from.id));
         const Passage &passage : all) {
        ids.append(passage.id);
        spans.append(passage.spans());
    }
    showStep(m_waitLabel);
    inBackground(
        this,
        [from = m_from, to = m_to.id, document, now, note = m_text->note(), ids, spans] {
            return Correction{.from = from.id,
                              .to = to,
                              .document = document,
                              .note = note,
                              .passages = ids,
                              .reanchoring = reanchor(from.text, now, spans),
                              .accepted = {},
                              .declined = {}};
        },
        [this](const Correction &correction) { showPassages(correction); });
}

void CorrectionDialog::showPassages(const Correction &correction)
{
    m_passages->setCorrection(correction);
    showStep(m_passages);
}

void CorrectionDialog::reject()
{
    if (!m_isWriting)
        QDialog::reject();
}

void CorrectionDialog::accept()
{
    if (m_steps->currentWidget() != m_passages || !m_session.isOpen() || m_isWriting)
        return;
    Correction correction = m_passages->correction();
    // The dialog is modal, and while it writes none of its buttons can be pressed; so nothing else can be done.
    QElapsedTimer sinceFrame;
    sinceFrame.start();
    correction.step = [&sinceFrame](qsizetype) {
        if (sinceFrame.elapsed() < frame)
            return;
        QCoreApplication::processEvents();
        sinceFrame.restart();
    };
    m_isWriting = true;
    m_waitLabel->setText(tr("Writing the passages…"));
    const bool isLong = correction.passages.size() > manyPassages;
    if (isLong)
        showStep(m_waitLabel);
    Corrected result;
    const QString label = m_to.id.isNull() ? tr("New version of an article") : tr("Move passages to a later version");
    const bool isDone = m_session.edit(label, [&](Edit &edit) { result = edit.correct(correction); });
    m_isWriting = false;
    if (!isDone) {
        reject(); // the window says why
        return;
    }
    const auto number = [](qsizetype n) { return static_cast<int>(n); };
    QStringList sentences{tr("Passages in the later version: %1, of which %2 with other words.")
                              .arg(result.followed.size())
                              .arg(result.changed.size())};
    if (!result.left.isEmpty())
        sentences.append(tr("On the older version: %n passage(s).", nullptr, number(result.left.size())));
    if (!result.reopened.isEmpty())
        sentences.append(tr("To be checked again: %n claim(s).", nullptr, number(result.reopened.size())));
    Q_EMIT corrected(sentences.join(u' '));
    QDialog::accept();
}

}
