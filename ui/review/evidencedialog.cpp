// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/evidencedialog.h"

#include "core/base/filehash.h"
#include "core/model/labels.h"
#include "ui/background.h"
#include "ui/parts/heading.h"

#include <QComboBox>
#include <QDate>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace pq {

EvidenceDialog::EvidenceDialog(const Evidence &known, const Passage &current, const Passage &chosen, Prompts prompts,
                               QWidget *parent)
    : QDialog(parent),
      m_known(known),
      m_current(current),
      m_prompts(std::move(prompts)),
      m_form(new QFormLayout(this)),
      m_kind(new QComboBox(this)),
      m_stance(new QComboBox(this)),
      m_passageRow(new QWidget(this)),
      m_words(new QLabel(m_passageRow)),
      m_takeCurrent(new QPushButton(tr("&Use the Current Passage"), m_passageRow)),
      m_title(new QLineEdit(this)),
      m_url(new QLineEdit(this)),
      m_locator(new QLineEdit(this)),
      m_contact(new QLineEdit(this)),
      m_day(new QLineEdit(this)),
      m_copyRow(new QWidget(this)),
      m_hash(new QLabel(m_copyRow)),
      m_attach(new QPushButton(tr("A&ttach…"), m_copyRow)),
      m_detach(new QPushButton(tr("Re&move"), m_copyRow)),
      m_problem(new QLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    const bool isNew = known.id.isNull();
    setWindowTitle(isNew ? tr("Add Evidence") : tr("Change Evidence"));
    setMinimumWidth(520);
    m_kind->setObjectName(u"evidenceKindComboBox"_s);
    for (int i = 0; i <= static_cast<int>(EvidenceKind::Conversation); ++i)
        m_kind->addItem(label(static_cast<EvidenceKind>(i)));
    m_stance->setObjectName(u"evidenceStanceComboBox"_s);
    for (int i = 0; i <= static_cast<int>(Stance::Context); ++i)
        m_stance->addItem(label(static_cast<Stance>(i)));
    m_words->setObjectName(u"evidenceWordsLabel"_s);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_takeCurrent->setObjectName(u"useCurrentPassagePushButton"_s);
    m_takeCurrent->setEnabled(!current.id.isNull());
    m_title->setObjectName(u"evidenceTitleLineEdit"_s);
    m_url->setObjectName(u"evidenceUrlLineEdit"_s);
    m_url->setPlaceholderText(u"https://"_s);
    m_locator->setObjectName(u"evidenceLocatorLineEdit"_s);
    m_contact->setObjectName(u"evidenceContactLineEdit"_s);
    m_day->setObjectName(u"evidenceDayLineEdit"_s);
    m_day->setPlaceholderText(tr("such as 2025-03-21"));
    m_hash->setObjectName(u"evidenceHashLabel"_s);
    m_hash->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_attach->setObjectName(u"attachCopyPushButton"_s);
    m_attach->setToolTip(tr("Choose the archived file; its SHA-256 is kept, not the file"));
    m_detach->setObjectName(u"removeCopyPushButton"_s);
    m_problem->setObjectName(u"evidenceProblemLabel"_s);
    m_problem->setWordWrap(true);
    m_buttons->button(QDialogButtonBox::Ok)->setText(isNew ? tr("&Add") : tr("&Change"));
    layOut();

    m_kind->setCurrentIndex(static_cast<int>(known.kind));
    m_stance->setCurrentIndex(static_cast<int>(known.stance));
    m_title->setText(known.title);
    m_url->setText(known.url);
    m_locator->setText(known.locator);
    m_contact->setText(known.contact);
    m_day->setText(isNew ? QDate::currentDate().toString(Qt::ISODate) : known.retrieved);
    showPassage(chosen);
    showHash(known.sha256);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &EvidenceDialog::showKind);
    connect(m_takeCurrent, &QPushButton::clicked, this, &EvidenceDialog::takeCurrent);
    connect(m_attach, &QPushButton::clicked, this, &EvidenceDialog::attach);
    connect(m_detach, &QPushButton::clicked, this, [this] { showHash({}); });
    for (QLineEdit *line : {m_title, m_url, m_locator, m_contact, m_day})
        connect(line, &QLineEdit::textChanged, this, &EvidenceDialog::showState);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showKind();
}

void EvidenceDialog::layOut()
{
    auto *passage = new QHBoxLayout(m_passageRow);
    passage->setContentsMargins(0, 0, 0, 0);
    passage->addWidget(m_words, 1);
    passage->addWidget(m_takeCurrent);
    auto *copy = new QHBoxLayout(m_copyRow);
    copy->setContentsMargins(0, 0, 0, 0);
    copy->addWidget(m_hash, 1);
    copy->addWidget(m_attach);
    copy->addWidget(m_detach);
    m_form->setContentsMargins(16, 16, 16, 12);
    m_form->setSpacing(10);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("&Kind:"), m_kind);
    m_form->addRow(tr("&Stance:"), m_stance);
    m_form->addRow(tr("Passage:"), m_passageRow);
    m_form->addRow(tr("T&itle:"), m_title);
    m_form->addRow(tr("A&ddress:"), m_url);
    m_form->addRow(tr("&Place:"), m_locator);
    m_form->addRow(tr("C&ontact:"), m_contact);
    m_form->addRow(tr("Da&y:"), m_day);
    m_form->addRow(tr("Archived copy:"), m_copyRow);
    m_form->addRow(m_problem);
    m_form->addRow(m_buttons);
}

void EvidenceDialog::showKind()
{
    const auto kind = static_cast<EvidenceKind>(m_kind->currentIndex());
    const auto isOf = [kind](std::initializer_list<EvidenceKind> kinds) { return std::ranges::contains(kinds, kind); };
    using enum EvidenceKind;
    m_form->setRowVisible(m_passageRow, isOf({EvidenceKind::Passage}));
    m_form->setRowVisible(m_title, isOf({Url, Document, Recording, Conversation}));
    m_form->setRowVisible(m_url, isOf({Url}));
    m_form->setRowVisible(m_locator, isOf({Url, Document, Recording}));
    m_form->setRowVisible(m_contact, isOf({Conversation}));
    m_form->setRowVisible(m_day, isOf({Url, Conversation}));
    m_form->setRowVisible(m_copyRow, isOf({Url, Document, Recording, Conversation}));
    const auto rename = [this](QWidget *field, const QString &name) {
        qobject_cast<QLabel *>(m_form->labelForField(field))->setText(name);
    };
    rename(m_day, kind == Url ? tr("Da&y it was read:") : tr("Da&y:"));
    rename(m_locator, kind == Recording ? tr("&Place in it:") : tr("&Page or paragraph:"));
    m_locator->setPlaceholderText(kind == Recording ? tr("hh:mm:ss, such as 00:12:45") : QString());
    showState();
}

/// Only what the kind has: what was typed before another kind was chosen is not kept.
Evidence EvidenceDialog::evidence() const
{
    const auto typed = [this](QLineEdit *line) {
        return m_form->isRowVisible(line) ? line->text().trimmed() : QString();
    };
    Evidence evidence = m_known;
    if (evidence.id.isNull())
        evidence.id = EvidenceId::create();
    evidence.kind = static_cast<EvidenceKind>(m_kind->currentIndex());
    evidence.stance = static_cast<Stance>(m_stance->currentIndex());
    if (evidence.kind != EvidenceKind::Passage)
        evidence.passage = {};
    evidence.title = typed(m_title);
    evidence.url = typed(m_url);
    evidence.locator = typed(m_locator);
    evidence.contact = typed(m_contact);
    evidence.retrieved = typed(m_day);
    if (!m_form->isRowVisible(m_copyRow))
        evidence.sha256.clear();
    return evidence;
}

void EvidenceDialog::showState()
{
    const QString missing = m_isHashing ? tr("The file is being read…") : whatIsMissing(evidence());
    m_problem->setText(missing);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(missing.isEmpty());
}

void EvidenceDialog::takeCurrent()
{
    showPassage(m_current);
    showState();
}

void EvidenceDialog::showPassage(const Passage &passage)
{
    m_known.passage = passage.id;
    m_words->setText(passage.id.isNull() ? tr("None yet.") : tr("“%1”").arg(passage.words().simplified()));
}

void EvidenceDialog::attach()
{
    const QStringList paths = m_prompts.choosePaths(
        this, {.kind = PathKind::File, .title = tr("Attach an Archived Copy"), .filter = {}, .start = {}});
    if (!paths.isEmpty())
        hashFile(paths.first());
}

void EvidenceDialog::hashFile(const QString &path)
{
    m_isHashing = true;
    showState();
    inBackground(
        this, [path] { return sha256OfFile(path); },
        [this](const Result<QString> &hash) {
            m_isHashing = false;
            if (hash)
                showHash(*hash);
            showState();
            if (!hash)
                m_problem->setText(hash.error().message);
        });
}

void EvidenceDialog::showHash(const QString &hash)
{
    m_known.sha256 = hash;
    m_hash->setText(hash.isEmpty() ? tr("None.") : tr("SHA-256 %1…").arg(hash.left(16)));
    m_hash->setToolTip(hash);
    m_detach->setEnabled(!hash.isEmpty());
}

}
