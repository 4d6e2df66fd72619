// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStandardPaths>
#include <QString>

namespace pq::test {

/// Somebody else's document of one text.
inline QByteArray teiDocument(const QByteArray &body, const QByteArray &header = {}, const QByteArray &standOff = {})
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n  <teiHeader>\n"
           "    <fileDesc><titleStmt><title>A   Talk</title><author>Jo</author></titleStmt>\n"
           "    <publicationStmt><publisher>P</publisher><date when=\"2025-03-12\"/></publicationStmt>\n"
           "    <sourceDesc><p>none</p></sourceDesc></fileDesc>\n"
        + header + "  </teiHeader>\n" + standOff + "  <text>\n    <body>" + body + "</body>\n  </text>\n</TEI>\n";
}

/// What xmllint has against @p tei by the schema of the part of TEI that is written; empty when nothing.
inline QString teiFaultOf(const QByteArray &tei)
{
    QProcess process;
    process.start(QStringLiteral("xmllint"),
                  {QStringLiteral("--noout"), QStringLiteral("--relaxng"),
                   QString::fromUtf8(TEST_DATA) + QStringLiteral("/formats/tei-written.rng"), QStringLiteral("-")});
    process.write(tei);
    process.closeWriteChannel();
    if (!process.waitForFinished())
        return QStringLiteral("xmllint does not end");
    return process.exitCode() == 0 ? QString() : QString::fromUtf8(process.readAllStandardError().left(2000));
}

inline bool canValidateTei()
{
    return !QStandardPaths::findExecutable(QStringLiteral("xmllint")).isEmpty();
}

}
