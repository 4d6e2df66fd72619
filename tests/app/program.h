// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace pq::test {

/// What a program left behind.
struct Finished
{
    int code = -1;
    QString output;
    QString errors;

    /// The objects of --json, one a line; not as many as lines when one is none.
    [[nodiscard]] QList<QJsonObject> objects() const
    {
        QList<QJsonObject> all;
        for (const QString &line : output.split(u'\n', Qt::SkipEmptyParts)) {
            const QJsonDocument document = QJsonDocument::fromJson(line.toUtf8());
            if (document.isObject())
                all.append(document.object());
        }
        return all;
    }
};

/// A folder of its own, in which the built pullquote-cli runs.
class Workshop
{
public:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s cannot be written", qPrintable(name));
    }

    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    [[nodiscard]] Finished run(const QStringList &arguments, const QString &user = QStringLiteral("Tess Ter")) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("USER"), user);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(PROGRAM_FOLDER "/pullquote-cli"), arguments);
        if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
            return {-1, QString::fromUtf8(process.readAllStandardOutput()), process.errorString()};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

private:
    QTemporaryDir m_folder;
};

}
