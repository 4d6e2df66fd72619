// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/foreign/qualcoder.h"

#include "core/formats/corpusbuilder.h"
#include "core/formats/fields.h"
#include "core/formats/foreign/foreigndatabase.h"
#include "core/formats/words.h"

#include <QRegularExpression>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

QList<QVariantList> operator|(const Result<QList<QVariantList>> &rows, Reading &reading)
{
    if (!rows)
        reading.refuse(rows.error().message);
    return rows.value_or(QList<QVariantList>());
}

class QualCoderReader
{
public:
    QualCoderReader(ForeignDatabase database, const QString &file) : m_database(std::move(database)), m_file(file) {}
    Result<Read> read();

private:
    struct Source
    {
        VersionId version;
        ArticleId article;
        CountedText text;
    };
    /// A stretch of a source that something is said of.
    struct Stretch
    {
        qint64 source;
        CountedSpan place;
        TagId tag;
        QString owner;
        QString date;
        QString memo;
        bool isImportant = false;
    };

    void readSources();
    void readCodes();
    void putUnder(TagId code, TagId above);
    void readCodings();
    void readAnnotations();
    void readCases();
    void readJournal();
    void readAttributes();
    void findCounting();
    void place(const Stretch &stretch);
    [[nodiscard]] TagId tagUnder(const QString &kind, const QString &name, TagId parent);
    [[nodiscard]] Tag &tagOf(TagId id);
    void note(const NoteTarget &target, const QString &memo, const QString &owner, const QString &date);
    /// Refused queries give no rows.
    [[nodiscard]] QList<QVariantList> rows(const char *query) { return m_database.rows(query) | m_reading; }

    ForeignDatabase m_database;
    QString m_file;
    Reading m_reading;
    CorpusBuilder m_builder{u"QualCoder"_s};
    QHash<qint64, Source> m_sources;
    QHash<qint64, TagId> m_codes;
    QHash<qint64, TagId> m_cases;
    QList<Stretch> m_stretches;
    FoundCounting m_found;
};

Tag &QualCoderReader::tagOf(TagId id)
{
    return *std::ranges::find(m_builder.corpus().tags, id, &Tag::id);
}

/// Tags of different kinds may have the same name.
TagId QualCoderReader::tagUnder(const QString &kind, const QString &name, TagId parent)
{
    const TagId id = m_builder.tag(kind.isEmpty() ? name : kind + u'\n' + name);
    Tag &tag = tagOf(id);
    tag.name = name;
    tag.parent = parent;
    return id;
}

void QualCoderReader::note(const NoteTarget &target, const QString &memo, const QString &owner, const QString &date)
{
    if (memo.trimmed().isEmpty())
        return;
    Note &note = m_builder.addNote(target, memo);
    note.annotator = m_builder.annotator(owner);
    note.created = Timestamp::fromString(date);
}

void QualCoderReader::readSources()
{
    const QList<QVariantList> all = rows("SELECT id, name, fulltext, memo, owner, date FROM source ORDER BY id");
    for (const QVariantList &row : all) {
        const CountedText text(row[2].toString(), true);
        if (text.text().isEmpty()) {
            m_reading.remark(Formats::tr("sources without a text were left out"));
            continue;
        }
        const VersionId version = m_builder.addArticle(row[1].toString(), text, row[1].toString());
        Article &article = m_builder.corpus().articles.last();
        article.added = Timestamp::fromString(row[5].toString());
        m_sources.insert(row[0].toLongLong(), {version, article.id, text});
        note(article.id, row[3].toString(), row[4].toString(), row[5].toString());
    }
}

void QualCoderReader::readCodes()
{
    struct Category
    {
        QString name;
        QString memo;
        qint64 above;
    };
    QHash<qint64, Category> categories;
    const QList<QVariantList> all = m_database.hasTable("code_cat")
        ? rows("SELECT catid, name, memo, supercatid FROM code_cat ORDER BY catid")
        : QList<QVariantList>();
    for (const QVariantList &row : all)
        categories.insert(row[0].toLongLong(), {row[1].toString(), row[2].toString(), row[3].toLongLong()});
    const auto categoryTag = [&](auto &&self, qint64 id, QList<qint64> below) -> TagId {
        constexpr qsizetype deepest = 50;
        const auto found = categories.constFind(id);
        // A category within itself is at the top.
        if (found == categories.cend() || found->name.isEmpty() || below.contains(id) || below.size() > deepest)
            return {};
        below.append(id);
        const TagId tag = tagUnder(u"category %1"_s.arg(id), found->name, self(self, found->above, below));
        tagOf(tag).description = found->memo;
        return tag;
    };
    // Also those that no code is in.
    for (const QVariantList &row : all)
        (void)categoryTag(categoryTag, row[0].toLongLong(), {});

    const bool haveCodesCodes = m_database.hasColumn("code_name", "supercid");
    const QList<QVariantList> codes = rows(
        haveCodesCodes ? "SELECT cid, name, memo, catid, color, supercid FROM code_name ORDER BY cid"
                       : "SELECT cid, name, memo, catid, color, 0 FROM code_name ORDER BY cid");
    static const QRegularExpression colour(u"\\A#[0-9a-fA-F]{6}\\z"_s);
    for (const QVariantList &row : codes) {
        if (row[1].toString().isEmpty())
            continue;
        const TagId id = tagUnder({}, row[1].toString(), categoryTag(categoryTag, row[3].toLongLong(), {}));
        Tag &tag = tagOf(id);
        tag.description = row[2].toString();
        if (colour.match(row[4].toString()).hasMatch())
            tag.colour = row[4].toString();
        m_codes.insert(row[0].toLongLong(), id);
    }
    for (const QVariantList &row : codes)
        putUnder(m_codes.value(row[0].toLongLong()), m_codes.value(row[5].toLongLong()));
}

void QualCoderReader::putUnder(TagId code, TagId above)
{
    if (code.isNull() || above.isNull())
        return;
    for (TagId at = above; !at.isNull(); at = tagOf(at).parent) {
        if (at == code)
            return; // a code within itself stays where it is
    }
    tagOf(code).parent = above;
}

void QualCoderReader::readCodings()
{
    const bool hasImportance = m_database.hasColumn("code_text", "important");
    const QList<QVariantList> all = rows(
        hasImportance
            ? "SELECT cid, fid, seltext, pos0, pos1, owner, date, memo, important FROM code_text ORDER BY fid, pos0"
            : "SELECT cid, fid, seltext, pos0, pos1, owner, date, memo, 0 FROM code_text ORDER BY fid, pos0");
    for (const QVariantList &row : all) {
        const TagId tag = m_codes.value(row[0].toLongLong());
        if (tag.isNull() || !m_sources.contains(row[1].toLongLong())) {
            m_reading.remark(Formats::tr("codings without a code or a text were left out"));
            continue;
        }
        CountedSpan place{row[3].toLongLong(), row[4].toLongLong()};
        if (!row[2].toString().isEmpty())
            place.words = row[2].toString();
        m_stretches.append({row[1].toLongLong(), place, tag, row[5].toString(), row[6].toString(), row[7].toString(),
                            row[8].toInt() == 1});
    }
}

void QualCoderReader::readAnnotations()
{
    const QList<QVariantList> all = rows(
        "SELECT fid, pos0, pos1, memo, owner, date FROM annotation ORDER BY fid, pos0");
    for (const QVariantList &row : all) {
        if (m_sources.contains(row[0].toLongLong()))
            m_stretches.append({row[0].toLongLong(),
                                {row[1].toLongLong(), row[2].toLongLong()},
                                tagUnder(u"annotation"_s, Formats::tr("Annotation"), {}),
                                row[4].toString(),
                                row[5].toString(),
                                row[3].toString()});
    }
}

void QualCoderReader::readCases()
{
    const QList<QVariantList> all = rows("SELECT caseid, name, memo FROM cases ORDER BY caseid");
    for (const QVariantList &row : all) {
        if (row[1].toString().isEmpty())
            continue;
        const TagId id = tagUnder(u"case"_s, row[1].toString(), tagUnder(u"cases"_s, Formats::tr("Cases"), {}));
        tagOf(id).description = row[2].toString();
        m_cases.insert(row[0].toLongLong(), id);
    }
    const QList<QVariantList> texts = rows(
        "SELECT caseid, fid, pos0, pos1, owner, date, memo FROM case_text ORDER BY fid, pos0");
    for (const QVariantList &row : texts) {
        const TagId tag = m_cases.value(row[0].toLongLong());
        const bool isText = m_sources.contains(row[1].toLongLong()) && row[2].toLongLong() < row[3].toLongLong();
        if (!tag.isNull() && isText)
            m_stretches.append({row[1].toLongLong(),
                                {row[2].toLongLong(), row[3].toLongLong()},
                                tag,
                                row[4].toString(),
                                row[5].toString(),
                                row[6].toString()});
    }
}

void QualCoderReader::readJournal()
{
    const QList<QVariantList> all = rows("SELECT name, jentry, date FROM journal ORDER BY jid");
    for (const QVariantList &row : all) {
        const CountedText text(row[1].toString());
        if (text.text().isEmpty())
            continue;
        (void)m_builder.addArticle(row[0].toString(), text, row[0].toString());
        m_builder.corpus().articles.last().added = Timestamp::fromString(row[2].toString());
        m_reading.remark(Formats::tr("entries of the journal became articles"));
    }
}

void QualCoderReader::readAttributes()
{
    if (!m_database.hasTable("attribute"))
        return;
    const QList<QVariantList> all = rows(
        "SELECT id, name, value, owner, date, attr_type FROM attribute ORDER BY id, attrid");
    for (const QVariantList &row : all) {
        const qint64 id = row[0].toLongLong();
        const QString said = row[1].toString() + u": "_s + row[2].toString();
        if (row[2].toString().isEmpty())
            continue;
        if (const auto source = m_sources.constFind(id); row[5] == u"file"_s && source != m_sources.cend()) {
            note(source->article, said, row[3].toString(), row[4].toString());
        } else if (row[5] == u"case"_s && m_cases.contains(id)) {
            QString &description = tagOf(m_cases.value(id)).description;
            description += (description.isEmpty() ? QString() : u"\n"_s) + said;
        }
    }
}

void QualCoderReader::findCounting()
{
    QHash<qint64, CountedPart> parts;
    for (const Stretch &stretch : std::as_const(m_stretches)) {
        if (!stretch.place.words)
            continue;
        CountedPart &part = parts[stretch.source];
        part.text = &m_sources.find(stretch.source)->text;
        part.spans.append(stretch.place);
    }
    if (!parts.isEmpty())
        m_found = pq::findCounting(parts.values(), {});
}

void QualCoderReader::place(const Stretch &stretch)
{
    const Source &source = *m_sources.constFind(stretch.source);
    const auto span = source.text.spanOf(stretch.place, m_found.counting);
    if (!span) {
        m_reading.remark(Formats::tr("codings of places that are not in the text were left out"));
        return;
    }
    const QString words = source.text.text().words(*span).toString();
    if (stretch.place.words && words.simplified() != stretch.place.words->simplified())
        m_reading.remark(
            Formats::tr("codings whose words are others in the text now were kept at their places, such as %1")
                .arg(quoted(*stretch.place.words)));
    Passage &passage = m_builder.addPassage(source.version, stretch.tag, {*span});
    passage.annotator = m_builder.annotator(stretch.owner);
    passage.created = Timestamp::fromString(stretch.date);
    const PassageId id = passage.id;
    if (stretch.isImportant)
        passage.attributes.append(
            {m_builder.attribute(stretch.tag, u"important"_s, AttributeKind::Boolean), u"true"_s});
    note(id, stretch.memo, stretch.owner, stretch.date);
}

Result<Read> QualCoderReader::read()
{
    m_reading.place = m_file;
    readSources();
    readCodes();
    readCodings();
    if (m_database.hasTable("annotation"))
        readAnnotations();
    if (m_database.hasTable("cases") && m_database.hasTable("case_text"))
        readCases();
    readAttributes();
    findCounting();
    for (const Stretch &stretch : std::as_const(m_stretches))
        place(stretch);
    if (m_database.hasTable("journal"))
        readJournal();
    for (const auto &[table, query] :
         {std::pair{"code_image", "SELECT 1 FROM code_image LIMIT 1"}, {"code_av", "SELECT 1 FROM code_av LIMIT 1"}}) {
        if (m_database.hasTable(table) && !rows(query).isEmpty())
            m_reading.remark(Formats::tr("what is coded in pictures, sounds and films was left out"));
    }
    if (m_reading.failed())
        return std::unexpected(m_reading.error());
    Read read{m_builder.take(), m_reading.remarks()};
    if (m_found.spans > 0)
        read.counting = {{m_file, m_found}};
    return read;
}

}

Result<Read> readQualCoder(const QList<NamedFile> &files)
{
    auto database = ForeignDatabase::open(files, u"QualCoder"_s, {"source", "code_name", "code_text"});
    if (!database)
        return std::unexpected(database.error());
    return QualCoderReader(*std::move(database), files.first().path).read();
}

bool isQualCoder(QStringView name, QByteArrayView beginning)
{
    return looksLikeDatabase(beginning) && name.endsWith(u".qda");
}

}
