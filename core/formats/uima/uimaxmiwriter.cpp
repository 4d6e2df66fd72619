// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/translated.h"
#include "core/formats/uima/caswriter.h"
#include "core/formats/uima/uimatypes.h"
#include "core/formats/uima/uimaxmi.h"
#include "core/formats/words.h"
#include "core/formats/xml.h"

#include <QRegularExpression>
#include <QSet>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

class XmiDocument
{
public:
    XmiDocument(const CasDocument &document, const TypeSystem &types, Losses &losses)
        : m_document(document), m_cas(document.cas), m_types(types), m_losses(losses), m_index(document.cas)
    {
        findInlined();
    }
    QByteArray write();

private:
    /// Whether the value of a feature stands in its attribute rather than being a structure of its own.
    [[nodiscard]] bool isInlined(const CasFeature *feature) const
    {
        return feature && !feature->sharesArrays && (Uima::isArray(feature->range) || Uima::isList(feature->range));
    }
    void findInlined();
    [[nodiscard]] QList<CasValue> elementsOf(qint64 id, QList<qint64> *links = nullptr) const;
    [[nodiscard]] QByteArray prefixOf(const QString &type);
    void write(const FeatureStructure &structure);
    void writeElements(const QString &name, const QString &type, const QList<CasValue> &elements, qint64 owner,
                       QByteArray &children);
    [[nodiscard]] QByteArray text(const QString &text, qint64 structure);
    void attribute(const QString &name, const QByteArray &escaped)
    {
        m_body += ' ' + name.toUtf8() + "=\"" + escaped + '"';
    }

    const CasDocument &m_document;
    const Cas &m_cas;
    const TypeSystem &m_types;
    Losses &m_losses;
    const CasIndex m_index;
    QSet<qint64> m_inlined;
    QHash<QString, QByteArray> m_prefixes; ///< by package
    QList<std::pair<QByteArray, QByteArray>> m_namespaces;
    QSet<QByteArray> m_takenPrefixes = {"xmi", "xml", "xmlns"};
    QByteArray m_body;
};

/// The elements of an array, or of a list, whose links are added to @p links.
QList<CasValue> XmiDocument::elementsOf(qint64 id, QList<qint64> *links) const
{
    const FeatureStructure *at = m_index.find(id);
    if (at && Uima::isArray(at->type)) {
        if (links)
            links->append(id);
        return at->elements;
    }
    QList<CasValue> all;
    QSet<qint64> seen;
    while (at && !seen.contains(at->id)) {
        seen.insert(at->id);
        if (links)
            links->append(at->id);
        if (const CasValue *head = at->find(u"head"))
            all.append(*head);
        at = m_index.find(at->reference(u"tail"));
    }
    return all;
}

/// What nothing else refers to, and no view has, need not be written.
void XmiDocument::findInlined()
{
    QSet<qint64> needed;
    for (const CasView &view : m_cas.views)
        needed.unite({view.members.begin(), view.members.end()});
    QSet<qint64> links;
    for (const FeatureStructure &structure : m_cas.structures) {
        for (const auto &[name, value] : structure.members) {
            if (value.kind != CasValue::Kind::Reference)
                continue;
            if (!isInlined(m_types.feature(structure.type, name))) {
                if (name != "tail"_L1)
                    needed.insert(value.id);
                continue;
            }
            QList<qint64> own;
            (void)elementsOf(value.id, &own);
            links.unite({own.begin(), own.end()});
        }
        for (const CasValue &element : structure.elements)
            needed.insert(element.id);
    }
    // A list that is needed needs the rest of itself, too.
    for (const qint64 id : QSet<qint64>(needed)) {
        const FeatureStructure *structure = m_index.find(id);
        if (!structure || !structure->has(u"tail"))
            continue;
        QList<qint64> own;
        (void)elementsOf(id, &own);
        needed.unite({own.begin(), own.end()});
    }
    m_inlined = links - needed;
}

QByteArray XmiDocument::prefixOf(const QString &type)
{
    const qsizetype dot = type.lastIndexOf(u'.');
    const QString package = dot < 0 ? u"uima.noNamespace"_s : type.first(dot);
    QByteArray &prefix = m_prefixes[package];
    if (!prefix.isEmpty())
        return prefix;
    static const QRegularExpression plain(u"\\A[A-Za-z][A-Za-z0-9]*\\z"_s);
    const QString last = package.sliced(package.lastIndexOf(u'.') + 1);
    const QByteArray wanted = plain.match(last).hasMatch() ? last.toLatin1() : QByteArray("types");
    prefix = wanted;
    for (int n = 2; m_takenPrefixes.contains(prefix); ++n)
        prefix = wanted + QByteArray::number(n);
    m_takenPrefixes.insert(prefix);
    m_namespaces.append({prefix, "http:///" + QString(package).replace(u'.', u'/').toUtf8() + ".ecore"});
    return prefix;
}

/// Escaped, with what XML has no characters for replaced and reported.
QByteArray XmiDocument::text(const QString &text, qint64 structure)
{
    qsizetype replaced = 0;
    const QString kept = xmlText(text, replaced);
    const QString object = m_document.objects.value(structure);
    if (replaced > 0 && structure == (m_cas.mainView() ? m_cas.mainView()->sofa : 0))
        m_losses.add(Aspect::Words, Formats::tr("characters of texts that XML has none for"), object);
    else if (replaced > 0 && !object.isEmpty())
        m_losses.add(Aspect::Attributes, Formats::tr("characters of values that XML has none for"), object);
    else if (replaced > 0 && !m_document.rest.isNull())
        m_losses.add(Aspect::Words, Formats::tr("characters of other structures that XML has none for"),
                     m_document.rest);
    return escapedXml(kept);
}

void XmiDocument::writeElements(const QString &name, const QString &type, const QList<CasValue> &elements, qint64 owner,
                                QByteArray &children)
{
    const bool areStrings = type == Uima::stringArray || type == "uima.cas.StringList"_L1;
    if (areStrings && !elements.isEmpty()) {
        for (const CasValue &element : elements) {
            children += "<" + name.toUtf8() + '>' + text(element.text, owner) + "</" + name.toUtf8() + '>';
        }
        return;
    }
    QStringList all;
    for (const CasValue &element : elements)
        all.append(element.kind == CasValue::Kind::Text ? element.text : QString::number(element.id));
    attribute(name, text(all.join(u' '), owner));
}

void XmiDocument::write(const FeatureStructure &structure)
{
    const bool isArray = Uima::isArray(structure.type);
    const QString type = structure.type.endsWith("[]"_L1) ? QString(Uima::fsArray) : structure.type;
    const QByteArray name = prefixOf(type) + ':' + Uima::shortName(type).toUtf8();
    QByteArray children;
    m_body += '<' + name + " xmi:id=\"" + QByteArray::number(structure.id) + '"';
    if (isArray)
        writeElements(u"elements"_s, type, structure.elements, structure.id, children);
    for (const auto &[feature, value] : structure.members) {
        const CasFeature *declared = m_types.feature(structure.type, feature);
        if (value.kind == CasValue::Kind::Text)
            attribute(feature, text(value.text, structure.id));
        else if (value.kind == CasValue::Kind::Reference && isInlined(declared))
            writeElements(feature, declared->range, elementsOf(value.id), structure.id, children);
        else if (value.kind == CasValue::Kind::Reference)
            attribute(feature, QByteArray::number(value.id));
    }
    m_body += children.isEmpty() ? "/>\n" : '>' + children + "</" + name + ">\n";
}

QByteArray XmiDocument::write()
{
    (void)prefixOf(Uima::sofa);
    m_body += "<cas:NULL xmi:id=\"0\"/>\n";
    for (const FeatureStructure &structure : m_cas.structures) {
        if (!m_inlined.contains(structure.id))
            write(structure);
    }
    for (const CasView &view : m_cas.views) {
        QStringList members;
        for (const qint64 member : view.members)
            members.append(QString::number(member));
        m_body += "<cas:View";
        if (view.sofa != 0)
            attribute(u"sofa"_s, QByteArray::number(view.sofa));
        attribute(u"members"_s, members.join(u' ').toLatin1());
        m_body += "/>\n";
    }
    QByteArray head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\"";
    for (const auto &[prefix, uri] : std::as_const(m_namespaces))
        head += "\n  xmlns:" + prefix + "=\"" + uri + '"';
    return head + " xmi:version=\"2.0\">\n" + m_body + "</xmi:XMI>\n";
}

/// Passages whose words are not what they were, as the text is not.
void reportPassages(const Corpus &corpus, const Losses &found, Losses &losses)
{
    QSet<QString> altered;
    for (const Loss &loss : found.report()) {
        if (loss.aspect == Aspect::Words)
            altered.unite({loss.objects.cbegin(), loss.objects.cend()});
    }
    for (const Passage &passage : corpus.passages) {
        qsizetype replaced = 0;
        for (const Fragment &fragment : passage.fragments)
            (void)xmlText(fragment.words, replaced);
        if (replaced > 0 && altered.contains(passage.version.toString()))
            losses.add(Aspect::Spans, Formats::tr("passages with characters that XML has none for"), passage.id);
    }
}

Result<Written> writeNamed(const Corpus &corpus, CasNames &names)
{
    if (const auto sound = checkCorpus(corpus); !sound)
        return std::unexpected(sound.error());
    Losses losses;
    const CasExport all = casesOf(corpus, OwnRecords::Written, names, losses);
    Written written;
    for (const CasDocument &document : all.documents)
        written.files.append({document.name + u".xmi"_s, XmiDocument(document, all.types, losses).write()});
    written.files.append({u"TypeSystem.xml"_s, typeSystemXml(all.types)});
    const Losses found = losses;
    reportPassages(corpus, found, losses);
    written.loss = losses.report();
    return written;
}

}

Result<Written> writeUimaXmi(const Corpus &corpus, const WriteOptions &)
{
    return CasWriter(writeNamed).write(corpus);
}

std::unique_ptr<SeriesWriter> uimaXmiSeries()
{
    return std::make_unique<CasWriter>(writeNamed);
}

}
