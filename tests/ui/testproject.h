// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/support.h"
#include "ui/session.h"

#include <QSignalSpy>
#include <QTemporaryDir>

namespace pq::test {

/// An open session on a new project file that holds the sample corpus.
class TestProject
{
public:
    TestProject()
    {
        if (!m_session.create(m_folder.filePath(QStringLiteral("test.pullquote"))))
            qFatal("No project could be made in %s.", qPrintable(m_folder.path()));
        if (!m_session.edit(QStringLiteral("Sample"), [this](Edit &edit) { edit.put(m_corpus); }))
            qFatal("The sample could not be put into the project.");
    }

    Session &session() { return m_session; }
    const Store &store() { return m_session.store(); }
    const Corpus &corpus() const { return m_corpus; }

    Claim claim(ClaimId id) { return m_session.value(store().claims(QSet<ClaimId>{id})).value(0); }
    Passage passage(PassageId id) { return m_session.value(store().passages(QSet<PassageId>{id})).value(0); }

    const Entity &entity(const QString &name) const
    {
        for (const Entity &entity : m_corpus.entities) {
            if (entity.name == name)
                return entity;
        }
        qFatal("Nobody in the sample is called %s.", qPrintable(name));
    }
    /// The sample's first passage with these words.
    const Passage &passage(const QString &words) const
    {
        for (const Passage &passage : m_corpus.passages) {
            if (passage.words() == words)
                return passage;
        }
        qFatal("No passage in the sample is %s.", qPrintable(words));
    }
    const Tag &tag(const QString &name) const
    {
        for (const Tag &tag : m_corpus.tags) {
            if (tag.name == name)
                return tag;
        }
        qFatal("No tag in the sample is called %s.", qPrintable(name));
    }

private:
    QTemporaryDir m_folder;
    Session m_session;
    Corpus m_corpus = sampleCorpus();
};

/// The texts of a model's rows, for comparing.
inline QStringList texts(const QAbstractItemModel *model, int role = Qt::DisplayRole)
{
    QStringList list;
    for (int row = 0; row < model->rowCount(); ++row)
        list.append(model->index(row, 0).data(role).toString());
    return list;
}

}
