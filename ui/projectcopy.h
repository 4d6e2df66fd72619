// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>

namespace pq {

class Session;

/// The copy's file, and its folder, which goes when nobody holds it any more.
struct CopiedProject
{
    std::shared_ptr<QTemporaryDir> folder;
    QString path;
    QString annotator;

    friend bool operator==(const CopiedProject &, const CopiedProject &) = default;
};

/// Copies the open project in slices between two frames, for long work on all of it in another thread: a project
/// has but one connection, which belongs to the window.
class ProjectCopy : public QObject
{
    Q_OBJECT

public:
    explicit ProjectCopy(Session &session, QObject *parent = nullptr);
    /// Leaves off when it is not done.
    ~ProjectCopy() override;

Q_SIGNALS:
    void progressed(int done, int total);
    void finished(const pq::Result<pq::CopiedProject> &copied);

private:
    void begin();
    void copySome();
    void finish(const Result<CopiedProject> &copied);

    Session &m_session;
    CopiedProject m_copied;
    QTimer m_slices;
};

}
