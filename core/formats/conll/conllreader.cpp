// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/conll/conll.h"

#include "core/formats/conll/conlltext.h"

#include <QRegularExpression>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr auto documentBegin = "-DOCSTART-"_L1;

/// Reads one file.
class ConllReader
{
public:
    explicit ConllReader(const NamedFile &file) : m_file(file) {}
    Result<Read> read();

private:
    void examine(const QStringList &lines);
    void readLine(const QString &line);
    void readComment(const QString &line);
    void readToken(const QStringList &columns);
    void readUniversalToken(const QStringList &columns);
    void readMisc(const QString &form, const QHash<QString, QString> &misc);
    void readEntities(const QHash<QString, QString> &misc, bool areBehind = false);
    void readEntities(const QString &entities, bool areBehind);
    [[nodiscard]] QStringList columnsOf(const QString &line) const;
    void findColumns(const QStringList &lines);
    void finishDocument();

    const NamedFile &m_file;
    Reading m_reading;
    CorpusBuilder m_builder{u"CoNLL"_s};
    ConllText m_text{m_builder, m_reading};
    bool m_hasTabs = false;
    bool m_isUniversal = false;
    bool m_isMadeOfTokens = false; ///< without being told what stands between them
    qsizetype m_width = 0;         ///< columns of the first token
    qsizetype m_tokenColumn = 0;   ///< 1 where the tokens are counted
    QList<qsizetype> m_labelColumns; ///< one or two
    int m_documents = 0;
    QString m_title;
    int m_tagField = 1;    ///< of an entity in CoNLL-U
    qint64 m_withinUntil = 0; ///< the last word of a token of several
    bool m_spaceFollows = true;
};

/// O, or nothing, or a label of any scheme.
bool isLabel(const QString &column)
{
    static const QRegularExpression label(u"\\A(?:O|_|-|[BIESLUMW]-.+)\\z"_s);
    return label.match(column).hasMatch();
}

QStringList ConllReader::columnsOf(const QString &line) const
{
    QString plain = line;
    while (!plain.isEmpty() && plain.back().isSpace())
        plain.chop(1);
    return m_hasTabs ? plain.split(u'\t') : plain.split(u' ', Qt::SkipEmptyParts);
}

bool isComment(const QString &line, const QStringList &columns)
{
    return line.startsWith(u'#') && (columns.size() < 2 || !isLabel(columns.last()));
}

/// Whether the tokens are counted, and where their labels are: the last column that holds nothing else. Where the
/// tokens are counted, one before it may hold what those labels are within.
void ConllReader::findColumns(const QStringList &lines)
{
    QList<bool> areLabels;
    QList<bool> haveLabels;
    int number = 0;
    bool areCounted = true;
    for (const QString &line : lines) {
        const QStringList columns = columnsOf(line);
        if (line.trimmed().isEmpty()) {
            number = 0;
            continue;
        }
        if (line.startsWith(documentBegin) || isComment(line, columns))
            continue;
        areCounted = areCounted && columns.size() > 2 && columns.first() == QString::number(++number);
        if (areLabels.isEmpty()) {
            areLabels.resize(columns.size(), true);
            haveLabels.resize(columns.size(), false);
        }
        for (qsizetype i = 0; i < areLabels.size(); ++i) {
            areLabels[i] = areLabels[i] && isLabel(columns.value(i));
            haveLabels[i] = haveLabels[i] || columns.value(i) == u"O" || columns.value(i).indexOf(u'-') == 1;
        }
    }
    m_tokenColumn = areCounted ? 1 : 0;
    for (qsizetype i = areLabels.size() - 1; i > m_tokenColumn && m_labelColumns.size() < (areCounted ? 2 : 1); --i) {
        if (areLabels[i] && haveLabels[i])
            m_labelColumns.prepend(i);
    }
}

void ConllReader::examine(const QStringList &lines)
{
    static const QRegularExpression universal(u"\\A[0-9]+(?:[-.][0-9]+)?\\t(?:[^\\t]*\\t){8}[^\\t]*\\z"_s);
    m_hasTabs = std::ranges::any_of(lines, [](const QString &line) { return line.trimmed().contains(u'\t'); });
    const auto first = std::ranges::find_if(
        lines, [](const QString &line) { return !line.trimmed().isEmpty() && !line.startsWith(u'#'); });
    m_isUniversal = first != lines.end() && universal.match(*first).hasMatch();
    if (!m_isUniversal)
        findColumns(lines);
}

void ConllReader::finishDocument()
{
    if (m_text.isEmpty())
        return;
    ++m_documents;
    m_text.finish(m_title.isEmpty() ? Formats::tr("%1, text %2").arg(m_file.path, QString::number(m_documents))
                                    : m_title,
                  m_file.path);
    m_title.clear();
}

void ConllReader::readEntities(const QHash<QString, QString> &misc, bool areBehind)
{
    for (const auto *key : {u"Entity", u"NER", u"ner"}) {
        if (const auto entities = misc.constFind(QString(key)); entities != misc.cend()) {
            readEntities(*entities, areBehind);
            break;
        }
    }
}

void ConllReader::readEntities(const QString &entities, bool areBehind)
{
    if (!entities.contains(u'(') && !entities.contains(u')')) {
        if (!areBehind)
            m_text.label(entities);
        return;
    }
    // (e1-person-…  begins an entity, e1) ends it, (e2-place-…) is one of this token alone.
    static const QRegularExpression bracket(u"\\(([^()]+)(\\))?|([^()]+)\\)"_s);
    for (const QRegularExpressionMatch &match : bracket.globalMatch(entities)) {
        if (match.hasCaptured(3)) {
            m_text.close(match.captured(3));
            continue;
        }
        const QStringList fields = match.captured(1).split(u'-');
        const QString tag = fields.value(m_tagField).isEmpty() ? u"entity"_s : fields.value(m_tagField);
        m_text.open(fields.first(), fields.size() == 1 ? fields.first() : tag,
                    fields.size() == 1 ? QString() : fields.first(), areBehind);
        if (match.hasCaptured(2))
            m_text.close(fields.first());
    }
}

void ConllReader::readMisc(const QString &form, const QHash<QString, QString> &misc)
{
    bool isNumber = false;
    if (const qint64 begin = misc.value(u"start_char"_s).toLongLong(&isNumber); isNumber)
        m_text.setBegin(begin);
    m_text.addToken(form);
    readEntities(misc);
    if (misc.value(u"SpaceAfter"_s) == u"No") {
        m_text.setGap({});
    } else if (misc.contains(u"SpacesAfter"_s)) {
        QString gap = misc.value(u"SpacesAfter"_s);
        gap.replace(u"\\s"_s, u" "_s).replace(u"\\n"_s, u"\n"_s).replace(u"\\t"_s, u"\t"_s).replace(u"\\r"_s, u"\r"_s);
        m_text.setGap(gap);
    }
}

void ConllReader::readUniversalToken(const QStringList &columns)
{
    if (columns.size() != 10) {
        m_reading.refuse(Formats::tr("a line of CoNLL-U has 10 columns, this one has %1.").arg(columns.size()));
        return;
    }
    const QString &id = columns.first();
    QHash<QString, QString> misc;
    for (const QStringList all = columns.last().split(u'|'); const QString &each : all) {
        if (const qsizetype equals = each.indexOf(u'='); equals > 0)
            misc.insert(each.first(equals), each.sliced(equals + 1));
    }
    if (id.contains(u'.')) { // a word that stands nowhere, where entities may begin and end all the same
        readEntities(misc, true);
        return;
    }
    for (qsizetype i = 2; i < 9; ++i) {
        if (columns[i] != u"_")
            m_reading.remark(Formats::tr("lemmas, parts of speech, features and dependencies were left out"));
    }
    bool isNumber = false;
    const qint64 word = id.section(u'-', 0, 0).toLongLong(&isNumber);
    if (!isNumber) {
        m_reading.refuse(Formats::tr("“%1” is no number of a word.").arg(id));
        return;
    }
    if (id.contains(u'-')) {
        m_withinUntil = id.section(u'-', 1).toLongLong();
    } else if (m_withinUntil > 0 && word <= m_withinUntil) {
        // The words within a token of several: only what they say of entities counts.
        readEntities(misc);
        return;
    } else {
        m_withinUntil = 0;
    }
    readMisc(columns[1], misc);
}

void ConllReader::readToken(const QStringList &columns)
{
    if (columns.size() < 2) {
        m_reading.refuse(
            m_hasTabs ? Formats::tr("there is one column, but a token and its label, parted by a tab, are needed.")
                      : Formats::tr("there is one column, but a token and its label are needed."));
        return;
    }
    if (m_width == 0)
        m_width = columns.size();
    if (columns.size() != m_width) {
        m_reading.refuse(
            Formats::tr("there are %1 columns, but %2 in the lines before.").arg(columns.size()).arg(m_width));
        return;
    }
    if (std::ranges::any_of(columns, [](const QString &column) { return column.isEmpty(); })) {
        m_reading.refuse(Formats::tr("a column is empty."));
        return;
    }
    m_isMadeOfTokens = true;
    const QList<qsizetype> labels = m_labelColumns.isEmpty() ? QList{columns.size() - 1} : m_labelColumns;
    QStringList others;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (i != m_tokenColumn && !labels.contains(i))
            others.append(columns[i]);
    }
    m_text.addToken(columns[m_tokenColumn], others);
    for (qsizetype i = 0; i < labels.size(); ++i)
        m_text.label(columns[labels[i]], size_t(i));
}

void ConllReader::readComment(const QString &line)
{
    const QString name = line.sliced(1).section(u'=', 0, 0).trimmed();
    const QString value = line.section(u'=', 1).trimmed();
    if (name.startsWith(u"newdoc")) {
        m_text.endSentence();
        finishDocument();
        m_title = value;
    } else if (name.startsWith(u"newpar") && !m_text.isEmpty()) {
        m_text.setGap(u"\n\n"_s);
    } else if (name == u"global.Entity") {
        m_tagField = std::max(0, int(value.split(u'-').indexOf(u"etype"_s)));
    }
}

void ConllReader::readLine(const QString &line)
{
    if (line.trimmed().isEmpty()) {
        m_text.endSentence();
        m_withinUntil = 0;
    } else if (m_isUniversal && line.startsWith(u'#')) {
        readComment(line);
    } else if (m_isUniversal) {
        readUniversalToken(line.split(u'\t'));
    } else if (line.startsWith(documentBegin)) {
        m_text.endSentence();
        finishDocument();
    } else if (const QStringList columns = columnsOf(line); isComment(line, columns)) {
        m_reading.remark(Formats::tr("comments were left out"));
    } else {
        readToken(columns);
    }
}

Result<Read> ConllReader::read()
{
    if (!QUtf8StringView(m_file.bytes).isValidUtf8())
        return fail(Formats::tr("%1: these bytes are not valid UTF-8. Save the file in UTF-8.").arg(m_file.path));
    QString all = QString::fromUtf8(m_file.bytes);
    if (all.startsWith(QChar(QChar::ByteOrderMark)))
        all.remove(0, 1);
    QStringList lines = all.split(u'\n');
    for (QString &line : lines) {
        if (line.endsWith(u'\r'))
            line.chop(1);
    }
    examine(lines);
    qint64 number = m_file.firstLine;
    for (const QString &line : std::as_const(lines)) {
        m_reading.goTo(m_file.path, number++);
        readLine(line);
        if (m_reading.failed())
            return std::unexpected(m_reading.error());
    }
    finishDocument();
    if (m_reading.failed())
        return std::unexpected(m_reading.error());
    if (m_isMadeOfTokens)
        m_reading.remarkOnAll(
            Formats::tr("The texts were made of the tokens, with a space between them and a line for each sentence; "
                        "what stood between them is not in the file"));
    return Read{m_builder.take(), m_reading.remarks()};
}

}

Result<Read> readConll(const QList<NamedFile> &files)
{
    if (files.size() != 1)
        return fail(Formats::tr("CoNLL is one file; here are %1.").arg(files.size()));
    return ConllReader(files.first()).read();
}

bool isConll(QStringView name, QByteArrayView beginning)
{
    if (name.endsWith(u".conll") || name.endsWith(u".conllu") || name.endsWith(u".bio") || name.endsWith(u".iob")
        || name.endsWith(u".iob2") || name.endsWith(u".conllup"))
        return true;
    return beginning.startsWith("-DOCSTART-") || beginning.startsWith("# newdoc") || beginning.startsWith("# sent_id");
}

}
