// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

namespace pq::cli {

using namespace Qt::StringLiterals;

namespace {

bool arrived = true;

void write(FILE *to, const QByteArray &bytes)
{
    const size_t written = std::fwrite(bytes.constData(), 1, size_t(bytes.size()), to);
    if (to == stdout && written != size_t(bytes.size()))
        arrived = false;
}

QByteArray plain(QString line)
{
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control && c != u'\t')
            c = QChar::ReplacementCharacter;
    }
    return line.toUtf8() + '\n';
}

}

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

QString counted(qint64 count, const char *one, const char *many)
{
    return count == 1 ? tr(one) : tr(many).arg(count);
}

void print(const QString &line)
{
    write(stdout, plain(line));
}

void print(const QStringList &columns)
{
    QStringList simple;
    for (const QString &column : columns)
        simple.append(column.simplified());
    print(simple.join(u'\t'));
}

void print(const QJsonObject &object)
{
    write(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void complain(const QString &sentence)
{
    QString line = sentence;
    write(stderr, "pullquote-cli: " + plain(line.replace(u'\n', u' ')));
}

ExitCode refuse(const Error &error)
{
    complain(error.message);
    return Refused;
}

ExitCode misused(const QString &command, const QString &sentence)
{
    complain(sentence + u' '
             + (command.isEmpty() ? tr("See pullquote-cli help.") : tr("See pullquote-cli help %1.").arg(command)));
    return WrongUsage;
}

bool flushOutput()
{
    return std::fflush(stdout) == 0 && arrived;
}

}
