// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/tagdialog.h"

#include "core/text/fold.h"
#include "ui/actions.h"
#include "ui/tags/attributeseditor.h"
#include "ui/tags/colourchooser.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

QString withoutMnemonic(QString text)
{
    return text.remove(u'&').remove(u'…');
}

}

TagDialog::TagDialog(const Tag &tag, const QList<Tag> &others, const Actions &actions, bool isNew, QWidget *parent)
    : QDialog(parent),
      m_tag(tag),
      m_others(others),
      m_actions(actions),
      m_name(new QLineEdit(tag.name, this)),
      m_colour(new ColourChooser(this)),
      m_key(new QLineEdit(tag.key, this)),
      m_parent(new QComboBox(this)),
      m_description(new QLineEdit(tag.description, this)),
      m_attributes(new AttributesEditor(tag.attributes, this)),
      m_message(new QLabel(this))
{
    setWindowTitle(isNew ? tr("New Tag") : tr("Change Tag"));
    m_name->setObjectName(u"tagNameLineEdit"_s);
    m_colour->setColour(tag.colour.isEmpty() ? ColourChooser::leastUsed(others) : tag.colour);
    m_key->setObjectName(u"tagKeyLineEdit"_s);
    m_key->setPlaceholderText(tr("One character"));
    m_key->setMaxLength(2); // one character may be two in UTF-16
    m_key->setMaximumWidth(120);
    m_parent->setObjectName(u"tagParentComboBox"_s);
    m_description->setObjectName(u"tagDescriptionLineEdit"_s);
    m_description->setPlaceholderText(tr("When to use it"));
    m_message->setObjectName(u"tagMessageLabel"_s);
    m_message->setWordWrap(true);
    m_message->hide();
    fillParents();

    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Colour:"), m_colour);
    form->addRow(tr("&Key:"), m_key);
    form->addRow(tr("&Under:"), m_parent);
    form->addRow(tr("&Description:"), m_description);
    form->addRow(tr("&Attributes:"), m_attributes);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(isNew ? tr("&Make") : tr("C&hange"));
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_message);
    layout->addStretch();
    layout->addWidget(buttons);
    resize(480, sizeHint().height());

    connect(m_key, &QLineEdit::textEdited, this, &TagDialog::showProblem);
    connect(buttons, &QDialogButtonBox::accepted, this, &TagDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &TagDialog::reject);
    m_name->setFocus();
}

Tag TagDialog::tag() const
{
    Tag tag = m_tag;
    tag.name = m_name->text().simplified();
    tag.colour = m_colour->colour();
    tag.key = m_key->text().trimmed();
    tag.parent = m_parent->currentData().value<TagId>();
    tag.description = m_description->text().trimmed();
    tag.attributes = m_attributes->attributes();
    return tag;
}

QString TagDialog::keyProblem(const QString &key, TagId tag, const QList<Tag> &others, const Actions &actions)
{
    if (key.isEmpty())
        return {};
    if (key.toUcs4().size() != 1)
        return tr("A tag's key is one character.");
    for (const Tag &other : others) {
        if (other.id != tag && !other.retired && other.key.compare(key, Qt::CaseInsensitive) == 0)
            return tr("The tag “%1” has this key already.").arg(other.name);
    }
    const QString id = actions.conflict({}, QKeySequence::fromString(key.toUpper(), QKeySequence::PortableText));
    if (!id.isEmpty())
        return tr("This key is for “%1”.").arg(withoutMnemonic(actions[id.toLatin1().constData()]->text()));
    return {};
}

void TagDialog::accept()
{
    m_attributes->finish();
    showProblem();
    const Tag decided = tag();
    if (m_message->text().isEmpty() && decided.name.isEmpty()) {
        m_message->setText(tr("Give the tag a name."));
        m_name->setFocus();
    }
    const bool isTaken = std::ranges::any_of(m_others, [&](const Tag &other) {
        return other.id != decided.id && other.tagset == decided.tagset && other.parent == decided.parent
            && folded(other.name) == folded(decided.name);
    });
    if (m_message->text().isEmpty() && isTaken) {
        m_message->setText(tr("There is a tag of this name here already."));
        m_name->setFocus();
    }
    m_message->setVisible(!m_message->text().isEmpty());
    if (m_message->text().isEmpty())
        QDialog::accept();
}

void TagDialog::fillParents()
{
    m_parent->addItem(tr("Top of the tree"), QVariant::fromValue(TagId()));
    const auto isWithinThis = [this](TagId id) {
        for (qsizetype step = 0; step <= m_others.size() && !id.isNull(); ++step) {
            if (id == m_tag.id)
                return true;
            const auto tag = std::ranges::find(m_others, id, &Tag::id);
            id = tag == m_others.end() ? TagId() : tag->parent;
        }
        return false;
    };
    for (const Tag &other : std::as_const(m_others)) {
        if (other.tagset == m_tag.tagset && !isWithinThis(other.id))
            m_parent->addItem(other.name, QVariant::fromValue(other.id));
    }
    m_parent->setCurrentIndex(qMax(0, m_parent->findData(QVariant::fromValue(m_tag.parent))));
}

void TagDialog::showProblem()
{
    m_message->setText(keyProblem(m_key->text().trimmed(), m_tag.id, m_others, m_actions));
    m_message->setVisible(!m_message->text().isEmpty());
}

}
