// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"
#include "tests/support/support.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QStringEncoder>

namespace pq::test {

using namespace Qt::StringLiterals;

inline const QString schemas = QString::fromUtf8(SOURCE_ROOT) + u"/../shared/corpora/refi-qda"_s;

/// What xmllint has against @p xml, by the schema that is called @p name; empty when nothing.
inline QString faultOf(const QByteArray &xml, const QString &name)
{
    QProcess process;
    process.start(u"xmllint"_s, {u"--noout"_s, u"--schema"_s, schemas + u'/' + name, u"-"_s});
    process.write(xml);
    process.closeWriteChannel();
    if (!process.waitForFinished())
        return u"xmllint does not end"_s;
    return process.exitCode() == 0 ? QString() : QString::fromUtf8(process.readAllStandardError().left(2000));
}

inline bool canValidate()
{
    return !QStandardPaths::findExecutable(u"xmllint"_s).isEmpty() && QDir(schemas).exists();
}

/// A project of another program's with one source, whose file is @p text and which holds @p selections (or anything
/// else). @p more stands behind the sources.
inline QList<NamedFile> project(const QByteArray &selections, const QByteArray &text,
                                const QByteArray &origin = "Other", const QByteArray &more = {})
{
    return {
        {u"project.qde"_s,
         "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"p\" origin=\""
             + origin
             + "\">\n<Users><User guid=\"AAAAAAAA-0000-4000-8000-000000000001\" name=\"Jo\"/></Users>\n"
               "<CodeBook><Codes><Code guid=\"BBBBBBBB-0000-4000-8000-000000000001\" name=\"Line\" "
               "isCodable=\"true\" color=\"#0aF\"><Code guid=\"BBBBBBBB-0000-4000-8000-000000000002\" name=\"Cue\" "
               "isCodable=\"false\"/></Code></Codes></CodeBook>\n"
               "<Sources><TextSource guid=\"CCCCCCCC-0000-4000-8000-000000000001\" name=\"Talk\" "
               "plainTextPath=\"internal://CCCCCCCC-0000-4000-8000-000000000001.txt\">\n"
             + selections + "</TextSource></Sources>\n" + more + "</Project>\n"},
        {u"Sources/cccccccc-0000-4000-8000-000000000001.txt"_s, text}};
}

/// @p more stands in it behind its coding.
inline QByteArray selection(int number, qint64 begin, qint64 end, const QByteArray &name = {},
                            const QByteArray &more = {})
{
    const QByteArray n = QByteArray::number(number);
    return "<PlainTextSelection guid=\"DDDDDDDD-0000-4000-8000-00000000000" + n + "\" startPosition=\""
        + QByteArray::number(begin) + "\" endPosition=\"" + QByteArray::number(end) + "\" name=\"" + name
        + "\" creatingUser=\"AAAAAAAA-0000-4000-8000-000000000001\" creationDateTime=\"2025-03-20T09:00:00Z\"><Coding "
          "guid=\"EEEEEEEE-0000-4000-8000-00000000000"
        + n + "\"><CodeRef targetGUID=\"BBBBBBBB-0000-4000-8000-000000000001\"/></Coding>" + more
        + "</PlainTextSelection>\n";
}

/// A text for it, and where words of it are.
inline const QByteArray words = "Mara said: “we kept it”.\nThen they left.";
inline constexpr qint64 keptBegin = 11;
inline constexpr qint64 keptEnd = 23;
inline constexpr qint64 theyBegin = 30;
inline constexpr qint64 theyEnd = 39;
inline const QByteArray guid = "CCCCCCCC-0000-4000-8000-000000000001";

inline QByteArray kept(const QByteArray &more = {})
{
    return selection(1, keptBegin, keptEnd, "“we kept it”", more);
}

inline QByteArray note(int number, const QByteArray &inner, const QByteArray &attributes = {})
{
    const QByteArray n = QByteArray::number(number);
    return "<Note guid=\"FFFFFFFF-0000-4000-8000-00000000000" + n + "\" name=\"Memo " + n + "\" " + attributes + ">"
        + inner + "</Note>";
}

inline QByteArray noteRef(int number)
{
    return "<NoteRef targetGUID=\"FFFFFFFF-0000-4000-8000-00000000000" + QByteArray::number(number) + "\"/>";
}

inline QByteArray linked(const QByteArray &from, const QByteArray &to)
{
    return "<Links><Link guid=\"99999999-0000-4000-8000-000000000001\" originGUID=\"" + from + "\" targetGUID=\"" + to
        + "\"/></Links>";
}

inline QByteArray content(const QByteArray &text)
{
    return "<PlainTextContent>" + text + "</PlainTextContent>";
}

inline QList<NamedFile> changed(QList<NamedFile> files, const QByteArray &from, const QByteArray &to)
{
    Q_ASSERT(files.first().bytes.contains(from));
    files.first().bytes.replace(from, to);
    return files;
}

inline QStringList wordsOf(const Corpus &corpus)
{
    QStringList all;
    for (const Passage &passage : corpus.passages)
        all.append(passage.words());
    return all;
}

inline QByteArray utf16(const QByteArray &utf8, bool isBigEndian = false)
{
    QStringEncoder encoder(isBigEndian ? QStringConverter::Utf16BE : QStringConverter::Utf16LE,
                           QStringConverter::Flag::WriteBom);
    return encoder(QString::fromUtf8(utf8));
}

}
