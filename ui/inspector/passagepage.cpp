// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/passagepage.h"

#include "core/model/labels.h"
#include "ui/claims/claimsummary.h"
#include "ui/inspector/attributeform.h"
#include "ui/inspector/relationsection.h"
#include "ui/parts/heading.h"
#include "ui/parts/rowlist.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

/// Rows put words in quotation marks of their own.
QString withoutMarks(const QString &words)
{
    const bool isQuoted = words.size() > 2
        && ((words.startsWith(u'“') && words.endsWith(u'”')) || (words.startsWith(u'"') && words.endsWith(u'"')));
    return isQuoted ? words.sliced(1, words.size() - 2) : words;
}

QIcon swatch(const QColor &colour)
{
    QPixmap pixmap(32, 32);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(2, 2, 12, 12), 2, 2);
    return pixmap;
}

}

PassagePage::PassagePage(Session &session, QWidget *parent)
    : Panel(parent),
      m_session(session),
      m_tag(new QComboBox(this)),
      m_gone(makeExplanation(tr("This passage is no longer there."), this)),
      m_body(new QWidget(this)),
      m_words(new RowList(RowList::Height::Fitted, 0, this)),
      m_attributes(new AttributeForm(this)),
      m_made(makeExplanation({}, this)),
      m_claims(new RowList(RowList::Height::Fitted, 2, this)),
      m_relations(new RelationSection(session, this))
{
    m_tag->setObjectName(u"tagComboBox"_s);
    m_tag->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_tag->setMinimumContentsLength(10);
    m_words->setObjectName(u"passageWordsList"_s);
    m_words->setAccessibleName(tr("Exact words, fragment by fragment"));
    m_made->setObjectName(u"passageMadeLabel"_s);
    m_claims->setObjectName(u"passageClaimsList"_s);
    m_claims->setAccessibleName(tr("Claims that this passage is in"));
    m_claims->setEmptyText(tr("In no claim yet."));
    m_claims->setActivatesOnClick(true);
    m_attributesHeading = makeHeading(tr("Attributes"), m_attributes, this);

    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Tag:"), m_tag);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(6);
    body->addLayout(form);
    body->addWidget(makeHeading(tr("Words"), m_words, this));
    body->addWidget(m_words);
    body->addWidget(m_attributesHeading);
    body->addWidget(m_attributes);
    body->addWidget(makeHeading(tr("Claims"), m_claims, this));
    body->addWidget(m_claims);
    body->addWidget(m_relations);
    body->addWidget(m_made);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_gone);
    layout->addWidget(m_body);
    layout->addStretch();

    connect(m_tag, &QComboBox::activated, this, &PassagePage::changeTag);
    connect(m_attributes, &AttributeForm::valueChanged, this, &PassagePage::changeAttribute);
    connect(m_relations, &RelationSection::passageActivated, this, &PassagePage::passageActivated);
    connect(m_words, &RowList::valueActivated, this, [this] { Q_EMIT passageActivated(m_passage.id); });
    connect(m_claims, &RowList::valueActivated, this,
            [this](const QVariant &value) { Q_EMIT claimActivated(value.value<ClaimId>()); });
    connect(&session, &Session::projectChanged, this, [this] { showPassage({}); });
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.passages.isEmpty() || !changes.tags.isEmpty() || !changes.claims.isEmpty()
            || !changes.entities.isEmpty())
            refresh();
    });
}

void PassagePage::showPassage(PassageId passage)
{
    m_passage = {};
    m_passage.id = passage;
    refresh();
}

void PassagePage::reload()
{
    QList<Passage> found;
    if (m_session.isOpen() && !m_passage.id.isNull())
        found = m_session.value(m_session.store().passages(QSet<PassageId>{m_passage.id}));
    m_gone->setVisible(found.isEmpty());
    m_body->setVisible(!found.isEmpty());
    if (found.isEmpty())
        return;
    m_passage = found.first();
    const QList<Tag> tags = m_session.value(m_session.store().tags());
    showTags(tags);

    QList<Row> words;
    for (const Fragment &fragment : std::as_const(m_passage.fragments)) {
        Row row;
        row.words = fragment.words;
        row.detail = tr("Characters %1 to %2").arg(fragment.span.begin.value).arg(fragment.span.end.value);
        row.value = static_cast<qlonglong>(fragment.span.begin.value);
        words.append(row);
    }
    m_words->setRows(words);

    const auto tag = std::ranges::find(tags, m_passage.tag, &Tag::id);
    const QList<TagAttribute> attributes = tag == tags.end() ? QList<TagAttribute>() : tag->attributes;
    m_attributes->showValues(attributes, m_passage.attributes);
    m_attributes->setVisible(!attributes.isEmpty());
    m_attributesHeading->setVisible(!attributes.isEmpty());

    QString maker;
    for (const QList<Annotator> all = m_session.value(m_session.store().annotators());
         const Annotator &annotator : all) {
        if (annotator.id == m_passage.annotator)
            maker = annotator.name;
    }
    m_made->setText(
        tr("%1 · by %2, %3", "state, annotator and time").arg(label(m_passage.state), maker, label(m_passage.created)));
    showClaims();
    m_relations->showPassage(m_passage);
}

void PassagePage::showTags(const QList<Tag> &tags)
{
    const Theme theme = Theme::of(palette());
    m_tag->clear();
    for (const Tag &tag : tags) {
        if (!tag.retired || tag.id == m_passage.tag)
            m_tag->addItem(swatch(theme.line(tag.colour)), tag.name, QVariant::fromValue(tag.id));
    }
    m_tag->setCurrentIndex(m_tag->findData(QVariant::fromValue(m_passage.tag)));
}

void PassagePage::showClaims()
{
    QList<Claim> claims = m_session.value(m_session.store().claims(m_passage.version));
    claims.removeIf([this](const Claim &claim) {
        return !std::ranges::contains(claim.passages, m_passage.id, &ClaimPassage::passage)
            && !std::ranges::contains(claim.participants, m_passage.id, &Participant::evidence);
    });
    QList<Row> rows;
    for (const QList<ClaimSummary> all = summaries(m_session, claims, cast(m_session));
         const ClaimSummary &summary : all) {
        Row row = summary.row();
        const auto part = std::ranges::find(summary.claim.passages, m_passage.id, &ClaimPassage::passage);
        row.detail = part == summary.claim.passages.end() ? tr("As evidence")
                                                          : tr("As %1").arg(label(part->role).toLower());
        if (summary.passage == m_passage.id)
            row.words = withoutMarks(summary.claim.summary); // its words stand above already
        rows.append(row);
    }
    m_claims->setRows(rows);
}

void PassagePage::changeTag()
{
    const auto tag = m_tag->currentData().value<TagId>();
    if (tag == m_passage.tag || tag.isNull())
        return;
    Passage passage = m_passage;
    passage.tag = tag;
    passage.attributes.clear(); // they answered the other tag's questions
    m_session.edit(tr("Tag passage %1").arg(m_tag->currentText()), [&passage](Edit &edit) { edit.put(passage); });
}

void PassagePage::changeAttribute(AttributeId attribute, const QString &value)
{
    Passage passage = m_passage;
    passage.attributes.removeIf([attribute](const AttributeValue &v) { return v.attribute == attribute; });
    if (!value.isEmpty())
        passage.attributes.append({attribute, value});
    m_session.edit(tr("Change attribute"), [&passage](Edit &edit) { edit.put(passage); });
}

}
