// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/tagmergedialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

TagMergeDialog::TagMergeDialog(Session &session, const Tag &from, const QList<Tag> &tags, QWidget *parent)
    : QDialog(parent),
      m_session(session),
      m_tags(tags),
      m_merge{.from = from, .to = {}, .passages = {}, .children = {}, .notes = {}},
      m_into(new QComboBox(this)),
      m_preview(new QLabel(this))
{
    setWindowTitle(tr("Merge “%1”").arg(from.name));
    m_into->setObjectName(u"mergeIntoComboBox"_s);
    for (const Tag &tag : tags) {
        if (tag.id == from.id)
            continue;
        const auto above = std::ranges::find(tags, tag.parent, &Tag::id);
        m_into->addItem(above == tags.end() ? tag.name
                                            : tr("%1 › %2", "a tag under another").arg(above->name, tag.name),
                        QVariant::fromValue(tag.id));
    }
    m_preview->setObjectName(u"mergePreviewLabel"_s);
    m_preview->setWordWrap(true);
    m_preview->setMinimumSize(360, m_preview->fontMetrics().lineSpacing() * 4);
    m_preview->setAlignment(Qt::AlignTop | Qt::AlignLeft);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *merge = buttons->addButton(tr("&Merge"), QDialogButtonBox::AcceptRole);
    merge->setObjectName(u"mergePushButton"_s);
    merge->setDefault(true);
    auto *layout = new QFormLayout(this);
    layout->addRow(tr("&Into:"), m_into);
    layout->addRow(m_preview);
    layout->addRow(buttons);
    connect(m_into, &QComboBox::currentIndexChanged, this, &TagMergeDialog::work);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    work();
}

void TagMergeDialog::work()
{
    const auto to = std::ranges::find(m_tags, m_into->currentData().value<TagId>(), &Tag::id);
    if (to == m_tags.end())
        return;
    m_merge = tagMerge(m_session, m_merge.from, *to, m_tags);
    m_preview->setText(m_merge.preview());
    m_into->setAccessibleDescription(m_preview->text());
}

}
