// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/uima/casdocument.h"

#include "core/formats/uima/casrecords.h"
#include "core/formats/uima/castokens.h"
#include "core/model/names.h"

#include <QFileInfo>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

bool isPlace(QStringView feature)
{
    return feature == "begin"_L1 || feature == "end"_L1 || feature == "sofa"_L1;
}

bool isText(const CasMember &member)
{
    return member.value.kind == CasValue::Kind::Text;
}

}

CasDocumentReader::CasDocumentReader(const QString &path, const Cas &cas, const QString &format,
                                     const LayerNames &names, CorpusBuilder &builder, Reading &reading)
    : m_path(path),
      m_cas(cas),
      m_index(cas),
      m_format(format),
      m_names(names),
      m_builder(builder),
      m_reading(reading),
      m_view(cas.mainView())
{
}

void CasDocumentReader::goTo(const FeatureStructure &structure)
{
    if (structure.line > 0)
        m_reading.goTo(m_path, structure.line);
    else
        m_reading.place = Formats::tr("%1, structure %2").arg(m_path, QString::number(structure.id));
}

void CasDocumentReader::read()
{
    m_reading.place = m_path;
    findOwn();
    findRemoved();
    findDangling();
    addText();
    if (m_text) {
        addPassages();
        addRelations();
    }
    addRecords();
    if (!m_text && m_records.isEmpty())
        m_reading.remark(Formats::tr("there is no text here, so this was left out"));
    keepTheRest();
    if (m_cas.views.size() > 1) {
        m_reading.place = m_path;
        m_reading.remark(Formats::tr("there is more than one view; what the others show was kept, but is not shown"));
    }
}

/// What Pullquote wrote that has to be known before the annotations are read.
void CasDocumentReader::findOwn()
{
    bool hasOwn = false;
    for (const FeatureStructure &structure : m_cas.structures) {
        const QString kind = recordKind(structure.type);
        if (structure.type == continuationType) {
            m_continuations.insert(structure.reference(u"Governor"), structure.reference(u"Dependent"));
            m_consumed.insert(structure.id);
        }
        if (kind.isEmpty())
            continue;
        consume(structure.id);
        if (kind == "passage"_L1) {
            m_passageRecords.insert(structure.reference(u"first"), &structure);
        } else if (kind == "relation"_L1) {
            m_relationRecords.insert(structure.reference(u"arc"), &structure);
        } else if (kind == "rest"_L1) {
            m_restId = RemainderId::fromString(structure.text(u"id"));
        } else if (kind == "tag"_L1) {
            const QJsonObject tag = readRecord(m_index, structure, [](qint64) { return QString(); });
            OwnTag own{TagId::fromString(tag.value("id"_L1).toString())};
            for (const QJsonArray all = tag.value("attributes"_L1).toArray(); const auto &each : all) {
                const QString feature = each.toObject().value("feature"_L1).toString();
                own.attributes.insert(feature, AttributeId::fromString(each.toObject().value("id"_L1).toString()));
                own.features.append(feature);
            }
            const QString layer = tag.value("layer"_L1).toString();
            if (!layer.isEmpty() && !own.id.isNull())
                m_tags.insert(layer, own);
        } else if (kind == "article"_L1 && m_view) {
            m_articleRecord = readRecord(m_index, structure, [](qint64) { return QString(); });
        }
        hasOwn = true;
    }
    // What goes with no text has a sofa nevertheless.
    if (!hasOwn || m_view)
        return;
    for (const FeatureStructure &structure : m_cas.structures) {
        if (isEmptySofa(structure))
            m_consumed.insert(structure.id);
    }
}

/// What another program took out of every view is gone, though our records still lead to it.
void CasDocumentReader::findRemoved()
{
    QSet<qint64> shown;
    for (const CasView &view : m_cas.views)
        shown.unite({view.members.begin(), view.members.end()});
    const auto take = [&](qint64 annotation, const FeatureStructure &record) {
        if (!m_index.find(annotation) || shown.contains(annotation) || record.text(u"hidden") == "true"_L1)
            return;
        m_removed.insert(annotation);
        m_consumed.insert(annotation);
        m_reading.remark(Formats::tr("an annotation that was taken out of the views was left out"));
    };
    for (const auto &[first, record] : m_passageRecords.asKeyValueRange()) {
        QSet<qint64> seen;
        for (qint64 part = first; part != 0 && !seen.contains(part); part = m_continuations.value(part)) {
            take(part, *record);
            seen.insert(part);
        }
    }
    for (const auto &[arc, record] : m_relationRecords.asKeyValueRange())
        take(arc, *record);
}

/// Ours are spoken of where they are read.
void CasDocumentReader::findDangling()
{
    const auto dangles = [this](const CasValue &value) {
        return value.kind == CasValue::Kind::Reference && !m_index.find(value.id);
    };
    for (const FeatureStructure &structure : m_cas.structures) {
        if (structure.type.startsWith("pullquote."_L1)
            || (std::ranges::none_of(structure.members, dangles, &CasMember::value)
                && std::ranges::none_of(structure.elements, dangles)))
            continue;
        goTo(structure);
        m_reading.remark(Formats::tr("what refers to a structure that is not there was left out"));
    }
}

/// With the arrays and the parts that belong to it.
void CasDocumentReader::consume(qint64 record)
{
    const FeatureStructure *structure = m_index.find(record);
    if (!structure || m_consumed.contains(record)
        || (!structure->type.startsWith("pullquote."_L1) && !Uima::isArray(structure->type)))
        return;
    m_consumed.insert(record);
    for (const auto &[name, value] : structure->members) {
        const CasFeature *feature = recordTypes().feature(structure->type, name);
        if (feature && feature->range != Uima::top)
            consume(value.id);
    }
    for (const CasValue &element : structure->elements)
        consume(element.id);
}

void CasDocumentReader::addRecords()
{
    for (const FeatureStructure &structure : m_cas.structures) {
        const QString kind = recordKind(structure.type);
        if (kind.isEmpty() || kind == "passage"_L1 || kind == "relation"_L1 || kind == "rest"_L1)
            continue;
        goTo(structure);
        QJsonObject record = readRecord(m_index, structure, [this](qint64 annotation) {
            const PassageId passage = m_passages.value(annotation);
            return passage.isNull() ? QString() : passage.toString();
        });
        if (kind == "tag"_L1) {
            record.remove("layer"_L1);
            QJsonArray attributes;
            for (const QJsonArray all = record.value("attributes"_L1).toArray(); const auto &each : all) {
                QJsonObject attribute = each.toObject();
                attribute.remove("feature"_L1);
                attributes.append(attribute);
            }
            record.insert("attributes"_L1, attributes);
        } else if (kind == "article"_L1) {
            QJsonArray versions = record.value("versions"_L1).toArray();
            if (m_text && !versions.isEmpty()) {
                QJsonObject version = versions.first().toObject();
                version.insert("text"_L1, m_text->text().string());
                versions.replace(0, version);
            }
            record.insert("versions"_L1, versions);
        }
        m_records.append({m_reading.place, record});
    }
}

void CasDocumentReader::addText()
{
    if (!m_view)
        return;
    const QString source = m_index.find(m_view->sofa)->text(u"sofaString");
    m_text.emplace(source);
    if (m_text->text().isEmpty()) {
        m_text.reset();
        m_view = nullptr;
        return;
    }
    m_article = ArticleId::fromString(m_articleRecord.value("id"_L1).toString());
    const QJsonObject version = m_articleRecord.value("versions"_L1).toArray().first().toObject();
    m_version = VersionId::fromString(version.value("id"_L1).toString());
    if (m_article.isNull() || m_version.isNull()) {
        const QFileInfo file(m_path);
        m_version = m_builder.addArticle(file.completeBaseName(), *m_text, file.fileName());
        Article &article = m_builder.corpus().articles.last();
        m_article = article.id;
        const auto metaData = std::ranges::find_if(m_cas.structures, [](const FeatureStructure &structure) {
            return !structure.text(u"documentTitle").isEmpty();
        });
        if (metaData != m_cas.structures.end())
            article.title = metaData->text(u"documentTitle");
    }
}

bool CasDocumentReader::isAnnotation(const FeatureStructure &structure) const
{
    return structure.has(u"begin") && structure.has(u"end") && structure.reference(u"sofa") == m_view->sofa;
}

/// Nothing when there are no words; refuses what is not in the text.
std::optional<TextSpan> CasDocumentReader::spanOf(const FeatureStructure &structure)
{
    const CountedSpan span{structure.number(u"begin", -1), structure.number(u"end", -1)};
    const qint64 length = m_text->counted(m_text->text().span(), m_counting).end;
    goTo(structure);
    if (span.begin < 0 || span.end < span.begin || span.begin > length || span.end > length) {
        m_reading.refuse(Formats::tr("the annotation %1 is from %2 to %3, but the text has %4 characters.")
                             .arg(QString::number(structure.id), structure.text(u"begin"), structure.text(u"end"))
                             .arg(length));
        return std::nullopt;
    }
    return m_text->spanOf(span, m_counting);
}

/// Tokens are no passages, unless something is said of them.
QSet<qint64> CasDocumentReader::tokensReferredTo() const
{
    QSet<qint64> ids = {m_passageRecords.keyBegin(), m_passageRecords.keyEnd()};
    for (const FeatureStructure &structure : m_cas.structures) {
        if (isRelationType(m_cas.types, structure.type))
            ids += {structure.reference(u"Governor"), structure.reference(u"Dependent")};
        else if (isSlotLink(m_cas.types, structure.type))
            ids += {structure.reference(u"target")};
    }
    return ids;
}

void CasDocumentReader::addPassages()
{
    const QSet<qint64> wanted = tokensReferredTo();
    QSet<qint64> continued;
    for (const auto &[before, id] : m_continuations.asKeyValueRange()) {
        if (!m_removed.contains(before))
            continued.insert(id);
    }
    for (const FeatureStructure &structure : m_cas.structures) {
        const bool isMade = !isInfrastructure(m_cas.types, structure.type)
            || (isToken(structure.type) && wanted.contains(structure.id));
        if (m_reading.failed() || !isMade || m_consumed.contains(structure.id) || continued.contains(structure.id)
            || !isAnnotation(structure) || isRelationType(m_cas.types, structure.type))
            continue;
        QList<TextSpan> spans;
        QList<qint64> parts;
        for (const FeatureStructure *part = &structure;
             part && !parts.contains(part->id) && !m_removed.contains(part->id);
             part = m_index.find(m_continuations.value(part->id))) {
            const std::optional<TextSpan> span = spanOf(*part);
            const bool follows = span && (spans.isEmpty() || spans.last().end <= span->begin);
            if (!follows)
                break;
            spans.append(*span);
            parts.append(part->id);
        }
        if (spans.isEmpty()) {
            m_reading.remark(Formats::tr("an annotation that covers no whole character was kept, but is not shown"));
            continue;
        }
        addPassage(structure, spans);
        for (const qint64 part : parts.sliced(1))
            m_consumed.insert(part);
    }
}

AttributeKind CasDocumentReader::kindOf(const QString &type, const QString &feature) const
{
    const CasFeature *declared = m_cas.types.feature(type, feature);
    if (declared && declared->range == Uima::boolean)
        return AttributeKind::Boolean;
    return declared && (Uima::isWholeNumber(declared->range) || Uima::isFloat(declared->range)) ? AttributeKind::Number
                                                                                                : AttributeKind::Text;
}

namespace {

/// State, annotator and time as @p record has them.
template <class T>
void setMaker(T &made, const FeatureStructure &record, Reading &reading)
{
    const std::optional<State> state = fromName<State>(record.text(u"state"));
    if (!state)
        reading.refuse(Formats::tr("the state “%1” is none of %2's.").arg(record.text(u"state"), u"Pullquote"_s));
    made.state = state.value_or(State::Accepted);
    made.annotator = AnnotatorId::fromString(record.text(u"annotator"));
    made.created = Timestamp::fromString(record.text(u"created"));
    if (const auto id = decltype(made.id)::fromString(record.text(u"id")); !id.isNull())
        made.id = id;
}

}

void CasDocumentReader::addPassage(const FeatureStructure &head, const QList<TextSpan> &spans)
{
    Passage passage;
    passage.id = PassageId::create();
    passage.version = m_version;
    for (const TextSpan &span : spans)
        passage.fragments.append({span, m_text->text().words(span).toString()});
    const auto own = m_tags.constFind(m_tags.contains(head.type) ? head.type : layerType(head.type));
    const bool isOwn = own != m_tags.cend();
    passage.tag = isOwn ? own->id : m_builder.tag(m_names.name(head.type));
    const bool isLink = isChainLink(m_cas.types, head.type);
    QList<std::pair<qsizetype, AttributeValue>> placed; // in the order of the tag's attributes
    for (const CasMember &member : head.members) {
        if (isPlace(member.feature))
            continue;
        // Where a chain goes on, this says how.
        const bool isStep = isLink && member.feature == "referenceRelation"_L1 && m_index.find(head.reference(u"next"));
        if (!isText(member) || isStep || (isOwn && !own->attributes.contains(member.feature))) {
            m_left[head.id].append(member);
        } else if (isOwn) {
            placed.append(
                {own->features.indexOf(member.feature), {own->attributes.value(member.feature), member.value.text}});
        } else {
            const AttributeId attribute = m_builder.attribute(passage.tag, member.feature,
                                                              kindOf(head.type, member.feature));
            passage.attributes.append({attribute, member.value.text});
        }
    }
    std::ranges::stable_sort(placed, {}, [](const auto &each) { return each.first; });
    for (const auto &[place, value] : std::as_const(placed))
        passage.attributes.append(value);
    if (const FeatureStructure *record = m_passageRecords.value(head.id))
        setMaker(passage, *record, m_reading);
    m_passages.insert(head.id, passage.id);
    m_objects.insert(head.id, passage.id.toString());
    m_builder.corpus().passages.append(passage);
}

}
