// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/mergedialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace pq {

MergeDialog::MergeDialog(const QString &name, const QList<Choice> &choices, Preview preview, QWidget *parent)
    : QDialog(parent), m_work(std::move(preview)), m_into(new QComboBox(this)), m_preview(new QLabel(this))
{
    setWindowTitle(tr("Merge “%1”").arg(name));
    m_into->setObjectName(u"mergeIntoComboBox"_s);
    for (const Choice &choice : choices)
        m_into->addItem(choice.name, choice.value);
    m_preview->setObjectName(u"mergePreviewLabel"_s);
    m_preview->setWordWrap(true);
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setMinimumSize(360, m_preview->fontMetrics().lineSpacing() * 4);
    m_preview->setAlignment(Qt::AlignTop | Qt::AlignLeft);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_merge = buttons->addButton(tr("&Merge"), QDialogButtonBox::AcceptRole);
    m_merge->setObjectName(u"mergePushButton"_s);
    m_merge->setDefault(true);
    auto *layout = new QFormLayout(this);
    layout->addRow(tr("&Into:"), m_into);
    layout->addRow(m_preview);
    layout->addRow(buttons);
    connect(m_into, &QComboBox::currentIndexChanged, this, &MergeDialog::work);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    work();
}

QVariant MergeDialog::into() const
{
    return m_into->currentData();
}

void MergeDialog::work()
{
    const Result<QString> will = m_work(into());
    m_preview->setText(will ? *will : will.error().message);
    m_merge->setEnabled(will.has_value());
    m_into->setAccessibleDescription(m_preview->text());
}

}
