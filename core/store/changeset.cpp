// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/changeset.h"

#include <QCoreApplication>

#include <sqlite3.h>

#include <cstring>

namespace pq {

namespace {

void require(int status, const char *what)
{
    if (status == SQLITE_NOMEM)
        throw std::bad_alloc();
    if (status != SQLITE_OK)
        throw Refusal(QCoreApplication::translate(
                          "Store", "The journal could not be used (%1: %2). Nothing was changed; check the project.")
                          .arg(QString::fromUtf8(what), QString::fromUtf8(sqlite3_errstr(status))));
}

QByteArray taken(int size, void *buffer)
{
    const QByteArray bytes(static_cast<const char *>(buffer), size);
    sqlite3_free(buffer);
    return bytes;
}

// Type and content, so that 1, 1.0, '1' and x'31' stay apart.
QByteArray content(sqlite3_value *value)
{
    const int type = sqlite3_value_type(value);
    QByteArray bytes(1, static_cast<char>(type));
    switch (type) {
    case SQLITE_INTEGER:
        bytes += QByteArray::number(sqlite3_value_int64(value));
        break;
    case SQLITE_FLOAT:
        bytes += QByteArray::number(sqlite3_value_double(value), 'g', 17);
        break;
    case SQLITE_TEXT:
    case SQLITE_BLOB: {
        const auto *blob = static_cast<const char *>(sqlite3_value_blob(value));
        bytes.append(blob, sqlite3_value_bytes(value));
        break;
    }
    default:
        break;
    }
    return bytes;
}

class Iterator
{
public:
    explicit Iterator(const QByteArray &changeset)
    {
        // The function takes a pointer to non-const but only reads.
        require(sqlite3changeset_start(&m_iterator, static_cast<int>(changeset.size()),
                                       const_cast<char *>(changeset.constData())),
                "sqlite3changeset_start");
    }
    ~Iterator() { sqlite3changeset_finalize(m_iterator); }
    Q_DISABLE_COPY_MOVE(Iterator)

    bool next()
    {
        const int status = sqlite3changeset_next(m_iterator);
        if (status == SQLITE_DONE)
            return false;
        if (status != SQLITE_ROW)
            require(status, "sqlite3changeset_next");
        int indirect = 0;
        require(sqlite3changeset_op(m_iterator, &table, &columns, &operation, &indirect), "sqlite3changeset_op");
        return true;
    }
    /// As the row is afterwards, or was before a deletion; null where an update leaves it alone.
    [[nodiscard]] sqlite3_value *value(int column) const
    {
        sqlite3_value *found = nullptr;
        if (operation != SQLITE_DELETE)
            sqlite3changeset_new(m_iterator, column, &found);
        if (found == nullptr && operation != SQLITE_INSERT && (operation == SQLITE_DELETE || isKey(column)))
            sqlite3changeset_old(m_iterator, column, &found);
        return found;
    }
    [[nodiscard]] bool isKey(int column) const
    {
        unsigned char *keys = nullptr;
        int count = 0;
        sqlite3changeset_pk(m_iterator, &keys, &count);
        return keys[column] != 0;
    }

    const char *table = nullptr;
    int columns = 0;
    int operation = 0;

private:
    sqlite3_changeset_iter *m_iterator = nullptr;
};

QByteArray blob(sqlite3_value *value)
{
    return value == nullptr
        ? QByteArray()
        : QByteArray(static_cast<const char *>(sqlite3_value_blob(value)), sqlite3_value_bytes(value));
}

}

bool isJournaled(QByteArrayView table)
{
    return table != "journal" && table != "passage_place";
}

Recorder::Recorder(Database &database)
{
    require(sqlite3session_create(database.handle(), "main", &m_session), "sqlite3session_create");
    sqlite3session_table_filter(
        m_session, [](void *, const char *table) { return isJournaled(table) ? 1 : 0; }, nullptr);
    int countsBytes = 1; // only as long as no table is attached
    require(sqlite3session_object_config(m_session, SQLITE_SESSION_OBJCONFIG_SIZE, &countsBytes),
            "sqlite3session_object_config");
    require(sqlite3session_attach(m_session, nullptr), "sqlite3session_attach");
}

Recorder::~Recorder()
{
    sqlite3session_delete(m_session);
}

QByteArray Recorder::changeset()
{
    int size = 0;
    void *buffer = nullptr;
    require(sqlite3session_changeset(m_session, &size, &buffer), "sqlite3session_changeset");
    return taken(size, buffer);
}

qint64 Recorder::bytes() const
{
    return sqlite3session_changeset_size(m_session);
}

QByteArray inverted(const QByteArray &changeset)
{
    int size = 0;
    void *buffer = nullptr;
    require(sqlite3changeset_invert(static_cast<int>(changeset.size()), changeset.constData(), &size, &buffer),
            "sqlite3changeset_invert");
    return taken(size, buffer);
}

void apply(Database &database, const QByteArray &changeset)
{
    const int status = sqlite3changeset_apply_v2(
        database.handle(), static_cast<int>(changeset.size()), const_cast<char *>(changeset.constData()), nullptr,
        [](void *, int, sqlite3_changeset_iter *) { return SQLITE_CHANGESET_ABORT; }, nullptr, nullptr, nullptr,
        SQLITE_CHANGESETAPPLY_FKNOACTION);
    if (status == SQLITE_ABORT)
        throw Refusal(QCoreApplication::translate(
            "Store",
            "The project is not in the state that its journal describes. Nothing was changed; check the project."));
    require(status, "sqlite3changeset_apply");
}

Changes changesIn(const QByteArray &changeset)
{
    Changes changes;
    Iterator row(changeset);
    while (row.next()) {
        const QByteArrayView table(row.table);
        const QByteArray id = blob(row.value(0));
        const auto is = [&table](const char *name) { return table == name; };
        if (is("article"))
            changes.articles.insert(ArticleId::fromBytes(id));
        else if (table.startsWith("version"))
            changes.versions.insert(VersionId::fromBytes(id));
        else if (is("tagset"))
            changes.tagsets.insert(TagsetId::fromBytes(id));
        else if (is("tag") || table.startsWith("tag_"))
            changes.tags.insert(TagId::fromBytes(id));
        else if (table.startsWith("passage"))
            changes.passages.insert(PassageId::fromBytes(id));
        else if (table.startsWith("relation"))
            changes.relations.insert(RelationId::fromBytes(id));
        else if (table.startsWith("entity"))
            changes.entities.insert(EntityId::fromBytes(id));
        else if (is("portrayal"))
            changes.portrayals.insert(PortrayalId::fromBytes(id));
        else if (table.startsWith("claim"))
            changes.claims.insert(ClaimId::fromBytes(id));
        else if (is("link"))
            changes.links.insert(LinkId::fromBytes(id));
        else if (is("evidence"))
            changes.evidence.insert(EvidenceId::fromBytes(id));
        else if (is("verdict"))
            changes.verdicts.insert(VerdictId::fromBytes(id));
        else if (is("sign_off"))
            changes.signOffs.insert(SignOffId::fromBytes(id));
        else if (is("note"))
            changes.notes.insert(NoteId::fromBytes(id));
        else if (is("remainder"))
            changes.remainders.insert(RemainderId::fromBytes(id));
        else if (is("annotator"))
            changes.annotators.insert(AnnotatorId::fromBytes(id));
        // So that whoever shows a claim hears of it also where the row that named it is gone.
        const bool cameOrWent = row.operation != SQLITE_UPDATE;
        if (cameOrWent && (is("evidence") || is("verdict")))
            changes.reviewed.insert(ClaimId::fromBytes(blob(row.value(1))));
        if (cameOrWent && is("sign_off"))
            changes.verdicts.insert(VerdictId::fromBytes(blob(row.value(1))));
        if (cameOrWent && is("note")) {
            if (const auto passage = PassageId::fromBytes(blob(row.value(2))); !passage.isNull())
                changes.noted.insert(passage);
            if (const auto claim = ClaimId::fromBytes(blob(row.value(3))); !claim.isNull())
                changes.reviewed.insert(claim);
        }
        // A new version, or one less, is a change of its article too.
        if (is("version") && row.operation != SQLITE_UPDATE)
            changes.articles.insert(ArticleId::fromBytes(blob(row.value(1))));
    }
    return changes;
}

void forEachRow(const QByteArray &changeset, const std::function<void(const RowChange &)> &visit)
{
    Iterator row(changeset);
    while (row.next()) {
        RowChange change{.table = row.table, .operation = row.operation, .key = {}, .values = {}};
        change.values.reserve(row.columns);
        for (int column = 0; column < row.columns; ++column) {
            sqlite3_value *value = row.value(column);
            change.values.append(
                {.present = value != nullptr, .bytes = value == nullptr ? QByteArray() : content(value)});
            if (row.isKey(column))
                change.key += change.values.last().bytes + '\0';
        }
        visit(change);
    }
}

}
