// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/uima/webannotsvreader.h"

#include "core/formats/uima/caslayers.h"
#include "core/formats/uima/webannotsv.h"

#include <QRegularExpression>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView formatPrefix("#FORMAT=");
constexpr QLatin1StringView textPrefix("#Text=");
constexpr QLatin1StringView idPrefix("#Sentence.id=");
/// White space between two sentences, which is not in the file: more is a mistake.
constexpr qint64 mostMissing = 100'000;

qint64 widthOf(const QString &text, PositionUnit unit)
{
    switch (unit) {
    case PositionUnit::CodePoints:
        return Text(text).length();
    case PositionUnit::Utf16Units:
        return text.size();
    case PositionUnit::Utf8Bytes:
        return text.toUtf8().size();
    }
    Q_UNREACHABLE_RETURN(0);
}

}

void WebAnnoTsvReader::readLines(const NamedFile &file)
{
    m_file = file.path;
    QByteArray bytes = file.bytes;
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes.remove(0, 3);
    m_reading.goTo(m_file, file.firstLine);
    if (!QUtf8StringView(bytes).isValidUtf8()) {
        m_reading.refuse(Formats::tr("these bytes are not valid UTF-8. Save the file in UTF-8."));
        return;
    }
    m_line = file.firstLine - 1;
    bool inHead = true;
    for (const QStringList lines = QString::fromUtf8(bytes).split(u'\n'); const QString &each : lines) {
        m_reading.goTo(m_file, ++m_line);
        const QString line = each.endsWith(u'\r') ? each.chopped(1) : each;
        const bool inSentence = !m_sentences.isEmpty() && m_sentences.last().rows.isEmpty();
        if (m_reading.failed())
            return;
        if (inHead && (m_line == file.firstLine || line.startsWith("#T_"_L1))) {
            readHead(line);
        } else if (line.startsWith(textPrefix) || line.startsWith(idPrefix)) {
            inHead = false;
            if (!inSentence)
                m_sentences.append(Sentence{});
            if (line.startsWith(textPrefix))
                m_sentences.last().lines.append(unescapedText(line.sliced(textPrefix.size()), m_minor));
            else
                m_sentences.last().id = unescapedText(line.sliced(idPrefix.size()), m_minor);
        } else if (line.startsWith(u'#')) {
            m_reading.remark(Formats::tr("this line is not known and was left out: %1").arg(line.left(40)));
        } else if (!line.isEmpty()) {
            inHead = false;
            readRow(line);
        }
    }
}

void WebAnnoTsvReader::readHead(const QString &line)
{
    if (line.startsWith(formatPrefix)) {
        static const QRegularExpression version(u"\\A#FORMAT=WebAnno TSV 3\\.([0-9]{1,2})\\s*\\z"_s);
        const auto match = version.match(line);
        if (!match.hasMatch())
            m_reading.refuse(Formats::tr("“%1” is not read here; WebAnno TSV 3.0 to 3.3 are.")
                                 .arg(line.sliced(formatPrefix.size()).left(40)));
        m_minor = match.captured(1).toInt();
        if (m_minor > 3)
            m_reading.remark(Formats::tr("this is a later version than 3.3; it was read as 3.3"));
        return;
    }
    QString wrong;
    const auto layer = layerOf(line, wrong);
    if (!layer) {
        m_reading.refuse(wrong.isEmpty()
                             ? Formats::tr("the first line must be #FORMAT=WebAnno TSV 3.3 (or 3.0, 3.1, 3.2).")
                             : wrong);
        return;
    }
    m_columns += layer->columns.size();
    m_layers.append(*layer);
}

void WebAnnoTsvReader::readRow(const QString &line)
{
    if (m_sentences.isEmpty() || m_sentences.last().lines.isEmpty()) {
        m_reading.refuse(Formats::tr("a line #Text= with the sentence must stand before its tokens."));
        return;
    }
    QStringList fields = line.split(u'\t');
    static const QRegularExpression unit(u"\\A[0-9]{1,9}-[0-9]{1,9}(?:\\.[0-9]{1,9})?\\z"_s);
    static const QRegularExpression place(u"\\A([0-9]{1,15})-([0-9]{1,15})\\z"_s);
    const auto offsets = place.match(fields.value(1));
    if (!unit.match(fields.first()).hasMatch() || !offsets.hasMatch()) {
        m_reading.refuse(Formats::tr("a token's line begins with its number such as 1-2 and its positions such as "
                                     "5-7, parted by a tab; here are “%1” and “%2”.")
                             .arg(fields.first().left(40), fields.value(1).left(40)));
        return;
    }
    Row row{fields.first(),
            offsets.captured(1).toLongLong(),
            offsets.captured(2).toLongLong(),
            fields.value(2),
            fields.mid(3),
            m_line};
    if (row.cells.size() < m_columns) {
        m_reading.refuse(Formats::tr("there are %1 columns behind the token, but the layers at the top need %2.")
                             .arg(row.cells.size())
                             .arg(m_columns));
        return;
    }
    if (row.end < row.begin)
        m_reading.refuse(Formats::tr("the token ends at %1, before it begins at %2.").arg(row.end).arg(row.begin));
    m_sentences.last().rows.append(row);
}

/// The text, where @p unit is what the file counts; @p starts are where its sentences begin in it, in UTF-16, -1 for
/// one that cannot begin where the file says.
QString WebAnnoTsvReader::assembled(PositionUnit unit, QList<qint64> &starts) const
{
    QString text;
    qint64 width = 0;
    for (const Sentence &sentence : m_sentences) {
        const qint64 missing = sentence.rows.isEmpty() ? 1 : sentence.rows.first().begin - width;
        const bool isSound = missing >= 0 && missing <= mostMissing;
        if (isSound && missing > 0) {
            const bool isFirst = text.isEmpty();
            text += (isFirst ? QString() : u"\n"_s) + QString(missing - (isFirst ? 0 : 1), u' ');
            width += missing;
        }
        starts.append(isSound ? text.size() : -1);
        const QString words = sentence.lines.join(u'\n');
        text += words;
        width += widthOf(words, unit);
    }
    return text;
}

/// How many tokens cover their words.
qint64 WebAnnoTsvReader::fitting(PositionUnit unit) const
{
    QList<qint64> starts;
    const CountedText text(assembled(unit, starts));
    qint64 count = 0;
    for (const Sentence &sentence : m_sentences) {
        for (const Row &row : sentence.rows) {
            const auto span = text.spanOf({row.begin, row.end}, {unit, true});
            const QString words = span ? text.text().words(*span).toString() : QString();
            count += words == row.form || words == unescapedText(row.form, m_minor)
                    || words.simplified() == row.form.simplified()
                ? 1
                : 0;
        }
    }
    return count;
}

void WebAnnoTsvReader::findCounting()
{
    for (const Sentence &sentence : std::as_const(m_sentences))
        m_counting.spans += sentence.rows.size();
    m_counting.counting = {PositionUnit::Utf16Units, true}; // a CR is one for itself
    m_counting.fitting = fitting(PositionUnit::Utf16Units);
    for (const PositionUnit unit : {PositionUnit::CodePoints, PositionUnit::Utf8Bytes}) {
        if (m_counting.fitting == m_counting.spans)
            return;
        if (const qint64 count = fitting(unit); count > m_counting.fitting) {
            m_counting.counting.unit = unit;
            m_counting.fitting = count;
        }
    }
    m_counting.isDoubtful = m_counting.fitting < m_counting.spans;
}

/// The text, its sentences and its tokens.
void WebAnnoTsvReader::addUnits()
{
    QList<qint64> starts;
    const QString text = assembled(m_counting.counting.unit, starts);
    const CountedText counted(text);
    FeatureStructure sofa{1, Uima::sofa};
    sofa.set(u"sofaNum"_s, qint64(1));
    sofa.set(u"sofaID"_s, CasValue::of(Uima::initialView));
    sofa.set(u"mimeType"_s, CasValue::of(u"text"_s));
    sofa.set(u"sofaString"_s, CasValue::of(text));
    m_cas.structures.append(sofa);
    const auto utf16 = [&](qint64 position) {
        if (m_counting.counting.unit == PositionUnit::Utf16Units)
            return position;
        const TextSpan nearest = counted.nearest({position, position}, m_counting.counting);
        return counted.counted(nearest, {PositionUnit::Utf16Units, true}).begin;
    };
    const qint64 length = counted.counted(counted.text().span(), m_counting.counting).end;
    for (qsizetype i = 0; i < m_sentences.size(); ++i) {
        const Sentence &sentence = m_sentences[i];
        if (sentence.rows.isEmpty())
            continue;
        m_reading.goTo(m_file, sentence.rows.first().line);
        if (starts[i] < 0) {
            m_reading.refuse(Formats::tr("the sentence cannot begin at %1, where its first token does: the text before "
                                         "it ends elsewhere. Its positions are wrong, or those of the sentence before.")
                                 .arg(sentence.rows.first().begin));
            return;
        }
        Unit whole{starts[i], starts[i]};
        const qsizetype place = m_cas.structures.size();
        FeatureStructure &structure = create(sentenceType, whole, sentence.rows.first().line);
        if (!sentence.id.isEmpty())
            structure.set(u"id"_s, CasValue::of(sentence.id));
        for (const Row &row : sentence.rows) {
            m_reading.goTo(m_file, row.line);
            if (row.end > length || m_units.contains(row.unit)) {
                m_reading.refuse(row.end > length
                                     ? Formats::tr("the token ends at %1, but the text has %2 characters so far.")
                                           .arg(row.end)
                                           .arg(length)
                                     : Formats::tr("there is a token %1 already.").arg(row.unit));
                return;
            }
            Unit unit{utf16(row.begin), utf16(row.end)};
            if (!row.unit.contains(u'.')) {
                unit.token = create(tokenType, unit, row.line).id;
                whole.end = std::max(whole.end, unit.end);
            }
            m_units.insert(row.unit, unit);
        }
        // Up to the last word, where the tokens do not reach it.
        const QStringView words = QStringView(text).sliced(starts[i], sentence.lines.join(u'\n').size());
        qint64 end = words.size();
        while (end > 0 && words[end - 1].isSpace())
            --end;
        m_cas.structures[place].set(u"end"_s, std::max(whole.end, starts[i] + end));
    }
}

FeatureStructure &WebAnnoTsvReader::create(const QString &type, const Unit &unit, qint64 line)
{
    FeatureStructure structure{qint64(m_cas.structures.size()) + 1, type};
    structure.line = line;
    structure.members = {{u"sofa"_s, CasValue::to(1)},
                         {u"begin"_s, CasValue::of(QString::number(unit.begin))},
                         {u"end"_s, CasValue::of(QString::number(unit.end))}};
    m_cas.structures.append(structure);
    return m_cas.structures.last();
}

void WebAnnoTsvReader::addAnnotations(const Row &row)
{
    m_reading.goTo(m_file, row.line);
    qsizetype column = 0;
    for (const TsvLayer &layer : std::as_const(m_layers)) {
        QList<QStringList> items;
        for (qsizetype i = 0; i < layer.columns.size(); ++i) {
            const QString &cell = row.cells[column++];
            items.append(cell == "_"_L1 ? QStringList() : partsOf(cell, u'|'));
        }
        if (layer.kind == TsvLayer::Kind::Span)
            addSpans(row, layer, items);
        else if (layer.kind == TsvLayer::Kind::Chain)
            addChainLinks(row, layer, items);
        else
            addRelations(row, layer, items);
    }
}

void WebAnnoTsvReader::setValue(FeatureStructure &structure, const QString &feature, const QString &item)
{
    if (item != "*"_L1 && item != "_"_L1)
        structure.set(feature, CasValue::of(unescapedValue(item)));
}

void WebAnnoTsvReader::addSpans(const Row &row, const TsvLayer &layer, const QList<QStringList> &items)
{
    Unit &unit = m_units[row.unit];
    qsizetype count = 0;
    for (const QStringList &each : items)
        count = std::max(count, each.size());
    for (qsizetype i = 0; i < count; ++i) {
        QString id;
        QStringList values;
        for (qsizetype column = 0; column < items.size(); ++column) {
            QString value = items[column].value(i, u"*"_s);
            if (layer.columns[column].kind != TsvColumn::Kind::SlotTarget) {
                const QString suffix = takeSuffix(value);
                id = id.isEmpty() ? suffix : id;
            }
            values.append(value);
        }
        if (const qint64 known = id.isEmpty() ? 0 : m_byId.value(id); known != 0) {
            if (at(known).type != layer.type) {
                m_reading.refuse(Formats::tr("the number [%1] is that of an annotation of the layer %2 already.")
                                     .arg(id, at(known).type));
                return;
            }
            at(known).set(u"end"_s, std::max(at(known).number(u"end"), unit.end));
            unit.annotations[layer.type].append(known);
            continue;
        }
        FeatureStructure &structure = create(layer.type, unit, row.line);
        unit.annotations[layer.type].append(structure.id);
        if (!id.isEmpty())
            m_byId.insert(id, structure.id);
        for (qsizetype column = 0; column < values.size(); ++column) {
            const TsvColumn &declared = layer.columns[column];
            if (declared.kind == TsvColumn::Kind::Value)
                setValue(structure, declared.feature, values[column]);
            else if (declared.kind == TsvColumn::Kind::SlotTarget && values[column] != "*"_L1
                     && values[column] != "_"_L1)
                m_slots.append({structure.id,
                                declared.targetType,
                                values[column],
                                {},
                                row.line,
                                {},
                                declared.feature,
                                layer.columns[column - 1].linkType,
                                values[column - 1]});
        }
    }
}

void WebAnnoTsvReader::addChainLinks(const Row &row, const TsvLayer &layer, const QList<QStringList> &items)
{
    Unit &unit = m_units[row.unit];
    qsizetype count = 0;
    for (const QStringList &each : items)
        count = std::max(count, each.size());
    static const QRegularExpression step(u"\\A(.*)(?<!\\\\)->([0-9]{1,6})-([0-9]{1,6})\\z"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    for (qsizetype i = 0; i < count; ++i) {
        int chain = 0;
        int place = 0;
        QList<std::pair<QString, QString>> values;
        for (qsizetype column = 0; column < items.size(); ++column) {
            QString value = items[column].value(i, u"*"_s);
            if (layer.columns[column].kind == TsvColumn::Kind::ChainLink) {
                if (const auto match = step.match(value); match.hasMatch()) {
                    value = match.captured(1);
                    chain = match.captured(2).toInt();
                    place = match.captured(3).toInt();
                }
            } else {
                const QString suffix = takeSuffix(value);
                chain = chain == 0 ? suffix.toInt() : chain;
            }
            values.append({layer.columns[column].feature, value});
        }
        if (chain == 0 || place == 0) {
            m_reading.refuse(Formats::tr("the chain link of the layer %1 does not say which one it is, such as in "
                                         "coref->1-2 and pr[1].")
                                 .arg(layer.type));
            return;
        }
        qint64 &known = m_chains[layer.type][chain][place];
        if (known != 0) {
            at(known).set(u"end"_s, std::max(at(known).number(u"end"), unit.end));
            unit.annotations[layer.type].append(known);
            continue;
        }
        FeatureStructure &structure = create(layer.type, unit, row.line);
        known = structure.id;
        unit.annotations[layer.type].append(known);
        for (const auto &[feature, value] : std::as_const(values))
            setValue(structure, feature, value);
    }
}

void WebAnnoTsvReader::addRelations(const Row &row, const TsvLayer &layer, const QList<QStringList> &items)
{
    const qsizetype governor = std::ranges::find(layer.columns, TsvColumn::Kind::Governor, &TsvColumn::kind)
        - layer.columns.begin();
    for (qsizetype i = 0; i < items[governor].size(); ++i) {
        FeatureStructure &structure = create(layer.type, m_units[row.unit], row.line);
        for (qsizetype column = 0; column < items.size(); ++column) {
            QString value = items[column].value(i, u"*"_s);
            const QString suffix = takeSuffix(value);
            if (column != governor)
                setValue(structure, layer.columns[column].feature, value);
            else
                m_relations.append({structure.id, layer.columns[column].targetType, value, suffix, row.line, row.unit});
        }
    }
}

/// The annotation numbered @p id, or the first one of @p type in @p unit; 0 and a refusal when there is none.
qint64 WebAnnoTsvReader::resolve(const QString &type, const QString &unit, const QString &id)
{
    if (const qint64 known = m_byId.value(id); known != 0 && !id.isEmpty() && id != "0"_L1)
        return known;
    const auto found = m_units.constFind(unit);
    if (found != m_units.cend() && (id.isEmpty() || id == "0"_L1)) {
        if (isToken(type) && found->token != 0)
            return found->token;
        if (const QList<qint64> here = found->annotations.value(type); !here.isEmpty())
            return here.first();
        if (type == Uima::annotation && found->annotations.size() == 1)
            return found->annotations.cbegin()->first();
    }
    m_reading.refuse(id.isEmpty() || id == "0"_L1
                         ? Formats::tr("this refers to an annotation of %1 in %2, where there is none.").arg(type, unit)
                         : Formats::tr("this refers to the annotation [%1], which is nowhere.").arg(id));
    return 0;
}

void WebAnnoTsvReader::resolveRelation(const Reference &reference)
{
    m_reading.goTo(m_file, reference.line);
    FeatureStructure &relation = at(reference.from);
    // Dependencies are said to tie parts of speech, but tie tokens.
    const bool isDependency = layerType(relation.type).endsWith("syntax.type.dependency.Dependency"_L1);
    const QString type = isDependency ? QString(tokenType) : reference.type;
    const QStringList ids = reference.suffix.split(u'_');
    const qint64 governor = resolve(type, reference.unit, ids.value(0));
    const qint64 dependent = resolve(type, reference.targetUnit, ids.value(1));
    if (m_reading.failed())
        return;
    relation.set(u"Governor"_s, CasValue::to(governor));
    relation.set(u"Dependent"_s, CasValue::to(dependent));
    relation.set(u"begin"_s, *at(dependent).find(u"begin"));
    relation.set(u"end"_s, *at(dependent).find(u"end"));
}

void WebAnnoTsvReader::resolveSlot(const Reference &reference)
{
    m_reading.goTo(m_file, reference.line);
    const QStringList targets = partsOf(reference.unit, u';');
    const QStringList roles = partsOf(reference.roles, u';');
    if (targets.size() != roles.size()) {
        m_reading.refuse(Formats::tr("the slot has %1 roles but %2 fillers.").arg(roles.size()).arg(targets.size()));
        return;
    }
    FeatureStructure array{0, reference.linkType + u"[]"_s};
    for (qsizetype i = 0; i < targets.size(); ++i) {
        QString unit = targets[i];
        const QString id = takeSuffix(unit);
        FeatureStructure link{qint64(m_cas.structures.size()) + 1, reference.linkType};
        setValue(link, u"role"_s, roles[i]);
        link.set(u"target"_s, CasValue::to(resolve(reference.type, unit, id)));
        m_cas.structures.append(link);
        array.elements.append(CasValue::to(link.id));
    }
    array.id = qint64(m_cas.structures.size()) + 1;
    m_cas.structures.append(array);
    at(reference.from).set(reference.feature, CasValue::to(array.id));
}

void WebAnnoTsvReader::addChains()
{
    for (auto type = m_chains.cbegin(); type != m_chains.cend(); ++type) {
        for (const auto &chain : *type) {
            QList<int> places = chain.keys();
            std::ranges::sort(places);
            for (qsizetype i = 0; i + 1 < places.size(); ++i)
                at(chain.value(places[i])).set(u"next"_s, CasValue::to(chain.value(places[i + 1])));
            FeatureStructure head{qint64(m_cas.structures.size()) + 1, chainType(type.key())};
            head.members = {{u"sofa"_s, CasValue::to(1)}, {u"first"_s, CasValue::to(chain.value(places.first()))}};
            m_cas.structures.append(head);
        }
    }
}

Cas WebAnnoTsvReader::read(const NamedFile &file)
{
    readLines(file);
    if (!m_reading.failed() && m_sentences.isEmpty())
        m_reading.refuse(Formats::tr("there is no sentence (#Text=) in it."));
    if (m_reading.failed())
        return {};
    m_cas.types.add(CasType{tokenType, Uima::annotation});
    m_cas.types.add(CasType{sentenceType, Uima::annotation, {}, {{u"id"_s, Uima::string}}});
    for (const TsvLayer &layer : std::as_const(m_layers))
        addTypes(m_cas.types, layer);
    findCounting();
    addUnits();
    for (const Sentence &sentence : std::as_const(m_sentences)) {
        for (const Row &row : sentence.rows) {
            if (!m_reading.failed())
                addAnnotations(row);
        }
    }
    for (const Reference &reference : std::as_const(m_relations)) {
        if (!m_reading.failed())
            resolveRelation(reference);
    }
    for (const Reference &reference : std::as_const(m_slots)) {
        if (!m_reading.failed())
            resolveSlot(reference);
    }
    if (m_reading.failed())
        return {};
    addChains();
    CasView view{Uima::initialView, 1};
    for (const FeatureStructure &structure : std::as_const(m_cas.structures)) {
        if (structure.type != Uima::sofa && !Uima::isArray(structure.type))
            view.members.append(structure.id);
    }
    m_cas.views = {view};
    return m_cas;
}

Result<Read> readWebAnnoTsv(const QList<NamedFile> &files)
{
    Reading reading;
    QList<NamedCas> all;
    QList<CountingEvidence> evidence;
    for (const NamedFile &file : files) {
        reading.place = file.path;
        if (!isWebAnnoTsv(file.path.toLower(), file.bytes.first(std::min<qsizetype>(file.bytes.size(), 4096)))
            && !file.path.endsWith(".tsv"_L1, Qt::CaseInsensitive)) {
            reading.remark(Formats::tr("this is no WebAnno TSV and was left out"));
            continue;
        }
        WebAnnoTsvReader reader(reading);
        all.append({file.path, reader.read(file)});
        if (reading.failed())
            return std::unexpected(reading.error());
        evidence.append({file.path, reader.counting()});
    }
    if (all.isEmpty())
        return fail(Formats::tr("There is no WebAnno TSV among the files: none ends in .tsv or begins with "
                                "#FORMAT=WebAnno TSV."));
    auto read = corpusOf(all, u"webanno-tsv"_s, u"WebAnno TSV"_s, reading);
    if (read)
        read->counting = evidence;
    return read;
}

bool isWebAnnoTsv(QStringView, QByteArrayView beginning)
{
    return beginning.startsWith("#FORMAT=WebAnno TSV") || beginning.startsWith("\xef\xbb\xbf#FORMAT=WebAnno TSV");
}

}
