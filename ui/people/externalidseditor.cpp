// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/externalidseditor.h"

#include "core/model/externalid.h"
#include "ui/parts/heading.h"
#include "ui/parts/leadfocus.h"
#include "ui/parts/rowlist.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

void put(QList<ExternalId> &ids, const ExternalId &id)
{
    for (ExternalId &known : ids) {
        if (known.scheme == id.scheme) {
            known = id;
            return;
        }
    }
    ids.append(id);
}

}

ExternalIdsEditor::ExternalIdsEditor(const QList<ExternalId> &ids, QWidget *parent)
    : QWidget(parent),
      m_ids(ids),
      m_list(new RowList(RowList::Height::Fitted, 1, this)),
      m_scheme(new QComboBox(this)),
      m_value(new QLineEdit(this)),
      m_problem(makeExplanation({}, this))
{
    m_list->setObjectName(u"externalIdsList"_s);
    m_list->setAccessibleName(tr("Ids in other catalogues"));
    m_scheme->setObjectName(u"externalSchemeComboBox"_s);
    m_scheme->setEditable(true);
    m_scheme->addItems({u"wikidata"_s, u"imdb"_s, u"tmdb"_s, u"viaf"_s, u"isni"_s});
    m_scheme->setAccessibleName(tr("Catalogue"));
    m_scheme->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_scheme->setMinimumContentsLength(8);
    m_problem->setObjectName(u"externalProblemLabel"_s);
    m_value->setObjectName(u"externalValueLineEdit"_s);
    m_value->setPlaceholderText(tr("Id, such as Q42, or the address of its page"));
    m_value->setAccessibleName(tr("Id in the catalogue"));
    auto *addButton = new QToolButton(this);
    addButton->setText(tr("Add"));
    addButton->setAccessibleName(tr("Add the id"));
    leadFocus(this, m_scheme);

    auto *line = new QHBoxLayout;
    line->addWidget(m_scheme);
    line->addWidget(m_value, 1);
    line->addWidget(addButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    layout->addLayout(line);
    layout->addWidget(m_problem);
    m_problem->hide();

    connect(addButton, &QToolButton::clicked, this, &ExternalIdsEditor::add);
    connect(m_list, &RowList::deletionRequested, this, [this](const QVariant &value) {
        m_ids.removeIf([&](const ExternalId &id) { return id.scheme == value.toString(); });
        showIds();
    });
    showIds();
}

QList<ExternalId> ExternalIdsEditor::ids() const
{
    QList<ExternalId> ids = m_ids;
    if (const Result<ExternalId> typed = externalId(m_scheme->currentText(), m_value->text()))
        put(ids, *typed);
    return ids;
}

QString ExternalIdsEditor::problem() const
{
    if (m_value->text().trimmed().isEmpty())
        return {};
    const Result<ExternalId> typed = externalId(m_scheme->currentText(), m_value->text());
    return typed ? QString() : typed.error().message;
}

void ExternalIdsEditor::add()
{
    m_problem->setText(problem());
    m_problem->setVisible(!m_problem->text().isEmpty());
    if (!m_problem->text().isEmpty())
        return;
    m_ids = ids();
    m_value->clear();
    showIds();
}

void ExternalIdsEditor::showIds()
{
    QList<Row> rows;
    for (const ExternalId &id : std::as_const(m_ids)) {
        Row row;
        row.title = id.value;
        row.aside = id.scheme;
        row.isPlain = true;
        row.value = id.scheme;
        rows.append(row);
    }
    m_list->setRows(rows);
    m_list->setVisible(!rows.isEmpty());
}

}
