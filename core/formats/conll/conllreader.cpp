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
    void readEntities(const QString &entities);
    void finishDocument();

    const NamedFile &m_file;
    Reading m_reading;
    CorpusBuilder m_builder{u"CoNLL"_s};
    ConllText m_text{m_builder, m_reading};
    bool m_hasTabs = false;
    bool m_isUniversal = false;
    bool m_isMadeOfTokens = false; ///< without being told what stands between them
    qsizetype m_width = 0;         ///< columns of the first token
    int m_documents = 0;
    QString m_title;
    int m_tagField = 1;    ///< of an entity in CoNLL-U
    qint64 m_withinUntil = 0; ///< the last word of a token of several
    bool m_spaceFollows = true;
};

void ConllReader::examine(const QStringList &lines)
{
    static const QRegularExpression universal(u"\\A[0-9]+(?:[-.][0-9]+)?\\t(?:[^\\t]*\\t){8}[^\\t]*\\z"_s);
    m_hasTabs = std::ranges::any_of(lines, [](const QString &line) { return line.contains(u'\t'); });
    const auto first = std::ranges::find_if(
        lines, [](const QString &line) { return !line.trimmed().isEmpty() && !line.startsWith(u'#'); });
    m_isUniversal = first != lines.end() && universal.match(*first).hasMatch();
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

void ConllReader::readEntities(const QString &entities)
{
    if (!entities.contains(u'(') && !entities.contains(u')')) {
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
                    fields.size() == 1 ? QString() : fields.first());
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
    for (const auto *key : {u"Entity", u"NER", u"ner"}) {
        if (const auto entities = misc.constFind(QString(key)); entities != misc.cend()) {
            readEntities(*entities);
            break;
        }
    }
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
    if (id.contains(u'.'))
        return; // a word that stands nowhere
    QHash<QString, QString> misc;
    for (const QStringList all = columns.last().split(u'|'); const QString &each : all) {
        if (const qsizetype equals = each.indexOf(u'='); equals > 0)
            misc.insert(each.first(equals), each.sliced(equals + 1));
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
    } else if (word <= m_withinUntil) {
        // The words within a token of several: only what they say of entities counts.
        misc.remove(u"SpaceAfter"_s);
        for (const auto *key : {u"Entity", u"NER", u"ner"}) {
            if (const auto entities = misc.constFind(QString(key)); entities != misc.cend())
                readEntities(*entities);
        }
        return;
    } else {
        m_withinUntil = 0;
    }
    readMisc(columns[1], misc);
}

void ConllReader::readToken(const QStringList &columns)
{
    if (columns.first() == documentBegin) {
        m_text.endSentence();
        finishDocument();
        return;
    }
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
    m_text.addToken(columns.first(), columns.sliced(1, columns.size() - 2));
    m_text.label(columns.last());
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
    } else {
        readToken(m_hasTabs ? line.split(u'\t') : line.split(u' ', Qt::SkipEmptyParts));
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
    if (name.endsWith(u".conll") || name.endsWith(u".conllu") || name.endsWith(u".bio") || name.endsWith(u".iob"))
        return true;
    return beginning.startsWith("-DOCSTART-") || beginning.startsWith("# newdoc") || beginning.startsWith("# sent_id");
}

}
