// SPDX-License-Identifier: GPL-3.0-or-later
// The part of CasDocumentReader that ties passages, and keeps what is left in the end.
#include "core/formats/uima/casdocument.h"
#include "core/formats/uima/casrecords.h"
#include "core/formats/uima/castokens.h"
#include "core/model/names.h"

#include <QFileInfo>

namespace pq {

using namespace Qt::StringLiterals;

void CasDocumentReader::addRelations()
{
    for (const FeatureStructure &structure : m_cas.structures) {
        if (m_reading.failed())
            return;
        if (m_passages.contains(structure.id)) {
            addSlots(structure);
            addNextLink(structure);
        }
        if (m_consumed.contains(structure.id) || !isAnnotation(structure)
            || !isRelationType(m_cas.types, structure.type))
            continue;
        const PassageId from = m_passages.value(structure.reference(u"Governor"));
        const PassageId to = m_passages.value(structure.reference(u"Dependent"));
        goTo(structure);
        if (from.isNull() || to.isNull()) {
            m_reading.remark(Formats::tr("a relation of what is not shown was kept, but is not shown"));
            continue;
        }
        QList<CasMember> values = structure.members;
        values.removeIf([](const CasMember &member) {
            return member.feature == "begin"_L1 || member.feature == "end"_L1 || member.feature == "sofa"_L1
                || member.feature == "Governor"_L1 || member.feature == "Dependent"_L1;
        });
        addRelation(structure, from, to, m_names.name(structure.type), values);
    }
}

void CasDocumentReader::addRelation(const FeatureStructure &arc, PassageId from, PassageId to, const QString &label,
                                    const QList<CasMember> &values)
{
    QHash<QString, QString> names;
    QStringList order;
    const FeatureStructure *record = m_relationRecords.value(arc.id);
    QJsonObject own;
    if (record) {
        own = readRecord(m_index, *record, [](qint64) { return QString(); });
        for (const QJsonArray all = own.value("values"_L1).toArray(); const auto &each : all) {
            order.append(each.toObject().value("feature"_L1).toString());
            names.insert(order.last(), each.toObject().value("name"_L1).toString());
        }
    }
    const QString ownLabel = own.value("label"_L1).toString();
    Relation &relation = m_builder.addRelation(from, to, ownLabel.isEmpty() ? label : ownLabel);
    for (const CasMember &member : values) {
        if (member.value.kind == CasValue::Kind::Text)
            relation.values.append({names.value(member.feature, member.feature), member.value.text});
        else
            m_left[arc.id].append(member);
    }
    if (record) {
        std::ranges::stable_sort(relation.values, {},
                                 [&](const RelationValue &value) { return order.indexOf(names.key(value.name)); });
        relation.state = fromName<State>(record->text(u"state")).value_or(State::Accepted);
        relation.annotator = AnnotatorId::fromString(record->text(u"annotator"));
        relation.created = Timestamp::fromString(record->text(u"created"));
        if (const RelationId id = RelationId::fromString(record->text(u"id")); !id.isNull())
            relation.id = id;
    }
    m_objects.insert(arc.id, relation.id.toString());
}

/// Whether all of it ties passages, and nothing else has it.
bool CasDocumentReader::isSlot(const FeatureStructure &array) const
{
    return !array.elements.isEmpty() && std::ranges::all_of(array.elements, [this](const CasValue &element) {
        const FeatureStructure *link = m_index.find(element.id);
        return link && isSlotLink(m_cas.types, link->type) && m_passages.contains(link->reference(u"target"))
            && !m_objects.contains(link->id);
    });
}

void CasDocumentReader::addSlots(const FeatureStructure &host)
{
    QList<CasMember> &left = m_left[host.id];
    const QList<CasMember> members = left;
    for (const CasMember &member : members) {
        const FeatureStructure *array = m_index.find(member.value.id);
        if (!array || !Uima::isArray(array->type) || !isSlot(*array))
            continue;
        left.removeOne(member);
        m_consumed.insert(array->id);
        for (const CasValue &element : array->elements) {
            const FeatureStructure &link = *m_index.find(element.id);
            QList<CasMember> values = link.members;
            values.removeIf([](const CasMember &each) { return each.feature == "target"_L1; });
            addRelation(link, m_passages.value(host.id), m_passages.value(link.reference(u"target")), member.feature,
                        values);
        }
    }
}

void CasDocumentReader::addNextLink(const FeatureStructure &link)
{
    const PassageId next = m_passages.value(link.reference(u"next"));
    if (!isChainLink(m_cas.types, link.type) || next.isNull())
        return;
    QList<CasMember> &left = m_left[link.id];
    left.removeIf([](const CasMember &member) {
        return member.feature == "next"_L1 || member.feature == "referenceRelation"_L1;
    });
    QList<CasMember> values;
    if (const CasValue *relation = link.find(u"referenceRelation"))
        values.append({u"referenceRelation"_s, *relation});
    const QString passage = m_objects.value(link.id);
    addRelation(link, m_passages.value(link.id), next, m_names.name(chainType(link.type)), values);
    m_objects.insert(link.id, passage);
}

/// Whether the tokens and sentences are those that a writer makes where there are none.
bool CasDocumentReader::hasDerivedTokens() const
{
    QList<TextSpan> tokens;
    QList<TextSpan> sentences;
    for (const FeatureStructure &structure : m_cas.structures) {
        if (!isToken(structure.type) && !isSentence(structure.type))
            continue;
        const std::optional<TextSpan> span = m_text->spanOf({structure.number(u"begin"), structure.number(u"end")},
                                                            m_counting);
        if (structure.members.size() > 3 || !span)
            return false;
        if (!m_passages.contains(structure.id))
            (isToken(structure.type) ? tokens : sentences).append(*span);
    }
    const auto derived = deriveTokens(m_text->text());
    std::ranges::sort(tokens, {}, &TextSpan::begin);
    std::ranges::sort(sentences, {}, &TextSpan::begin);
    return tokens == derived.tokens && sentences == derived.sentences;
}

/// With what is left of it, and in code points where it is on the article's text.
FeatureStructure CasDocumentReader::kept(const FeatureStructure &structure) const
{
    FeatureStructure kept = structure;
    if (m_objects.contains(structure.id))
        kept.members = m_left.value(structure.id);
    if (m_view && structure.id == m_view->sofa)
        kept.remove(u"sofaString");
    if (m_view && kept.has(u"begin") && isAnnotation(structure)) {
        const TextSpan span = m_text->nearest({structure.number(u"begin"), structure.number(u"end")}, m_counting);
        kept.set(u"begin"_s, qint64(span.begin.value));
        kept.set(u"end"_s, qint64(span.end.value));
    }
    return kept;
}

void CasDocumentReader::keepTheRest()
{
    CasRest rest;
    rest.format = m_format;
    rest.version = m_version;
    rest.sofa = m_view ? m_view->sofa : 0;
    rest.name = QFileInfo(m_path).completeBaseName();
    const bool isOwn = !m_articleRecord.isEmpty();
    const bool areDerived = isOwn && m_text && hasDerivedTokens();
    bool isForeign = !isOwn && m_text;
    QSet<qint64> ids;
    for (const FeatureStructure &structure : m_cas.structures) {
        const bool isObject = m_objects.contains(structure.id);
        if (m_consumed.contains(structure.id)
            || (areDerived && !isObject && (isToken(structure.type) || isSentence(structure.type))))
            continue;
        ids.insert(structure.id);
        const FeatureStructure left = kept(structure);
        if (isObject) {
            rest.objects.insert(structure.id, m_objects.value(structure.id));
            if (layerType(structure.type) != structure.type || isSlotLink(m_cas.types, structure.type))
                rest.types.insert(structure.id, structure.type);
            if (left.members.isEmpty())
                continue;
        }
        const bool isMainSofa = m_view && structure.id == m_view->sofa;
        isForeign = isForeign || (!isMainSofa && (!isObject || !left.members.isEmpty()));
        rest.cas.structures.append(left);
    }
    if (!isForeign)
        return;
    for (const CasView &view : m_cas.views) {
        CasView kept{view.name, view.sofa};
        const QSet<qint64> members(view.members.begin(), view.members.end());
        for (const qint64 member : view.members) {
            if (ids.contains(member) && !m_objects.contains(member))
                kept.members.append(member);
        }
        if (&view == m_view) {
            for (const qint64 object : rest.objects.keys()) {
                if (!members.contains(object))
                    rest.hidden.append(object);
            }
            std::ranges::sort(rest.hidden);
        }
        rest.cas.views.append(kept);
    }
    const RemainderId id = m_restId.isNull() ? RemainderId::create() : m_restId;
    m_builder.corpus().remainders.append({id, m_version.isNull() ? ArticleId() : m_article, m_format, rest.content()});
}

}
