// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace pq {

Session::Session(QObject *parent) : QObject(parent) {}

Session::~Session() = default;

bool Session::create(const QString &path)
{
    close();
    return take(Store::create(path, annotatorName()));
}

bool Session::open(const QString &path)
{
    close();
    return take(Store::open(path, annotatorName()));
}

bool Session::take(Result<Store> store)
{
    if (!store) {
        Q_EMIT failed(store.error().message);
        return false;
    }
    m_store.emplace(std::move(*store));
    Q_EMIT projectChanged();
    return true;
}

void Session::close()
{
    if (!m_store)
        return;
    m_store.reset();
    Q_EMIT projectChanged();
}

bool Session::edit(const QString &label, const std::function<void(Edit &)> &change)
{
    return finish(m_store->edit(label, change));
}

bool Session::undo()
{
    return finish(m_store->undo());
}

bool Session::redo()
{
    return finish(m_store->redo());
}

bool Session::finish(const Result<Changes> &result)
{
    if (!result) {
        Q_EMIT failed(result.error().message);
        return false;
    }
    if (!result->isEmpty())
        Q_EMIT changed(*result);
    return true;
}

QString Session::annotatorName()
{
    QString name = QSettings().value("annotator/name").toString().trimmed();
    if (!name.isEmpty())
        return name;
    const QString login = qEnvironmentVariable("USER");
    return login.isEmpty() ? tr("Annotator") : login;
}

}
