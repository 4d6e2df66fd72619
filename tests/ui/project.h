// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/support.h"
#include "ui/prompts.h"
#include "ui/session.h"

#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace pq::test {

/// A folder of its own for settings and projects; nothing outside of it is touched.
struct Place
{
    Place()
    {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    }

    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }

    QTemporaryDir folder;
};

/// A session with a new project that holds @p corpus.
struct OpenProject
{
    explicit OpenProject(const Corpus &content = sampleCorpus()) : corpus(content)
    {
        session.create(place.path(QStringLiteral("Test.pullquote")));
        session.edit(QStringLiteral("Put everything"), [this](Edit &edit) { edit.put(corpus); });
    }

    Place place;
    Corpus corpus;
    Session session;
};

/// Prompts with answers given beforehand; what was asked is kept.
struct Answers
{
    [[nodiscard]] Prompts prompts()
    {
        return {[this](QWidget *, const Question &question) {
                    asked.append(question);
                    return yes;
                },
                [this](QWidget *, const PathQuestion &question) {
                    askedForPaths.append(question);
                    return paths;
                }};
    }

    bool yes = true;
    QStringList paths;
    QList<Question> asked;
    QList<PathQuestion> askedForPaths;
};

}
