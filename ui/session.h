// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QObject>

#include <optional>

namespace pq {

/// The open project, as the window sees it: the store, and one signal for whatever changed in it.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(QObject *parent = nullptr);
    ~Session() override;

    /// Closes what is open. On an error nothing is open and failed() has said why.
    bool create(const QString &path);
    bool open(const QString &path);
    void close();
    [[nodiscard]] bool isOpen() const { return m_store.has_value(); }

    /// Only while a project is open.
    [[nodiscard]] const Store &store() const { return *m_store; }

    /// One transaction, one step of undo, one changed(). False, and failed(), when it was refused.
    bool edit(const QString &label, const std::function<void(Edit &)> &change);
    bool undo();
    bool redo();

    /// The value of a read, or a default-made one after failed() said why there is none.
    template <class T>
    T value(Result<T> result)
    {
        if (result)
            return std::move(*result);
        Q_EMIT failed(result.error().message);
        return T{};
    }

    /// Who edits; kept in the settings, the login name at first.
    [[nodiscard]] static QString annotatorName();

Q_SIGNALS:
    /// Another project is open, or none.
    void projectChanged();
    /// After every edit, undo and redo; models and views read anew what it names.
    void changed(const pq::Changes &changes);
    void failed(const QString &message);

private:
    bool take(Result<Store> store);
    bool finish(const Result<Changes> &result);
    std::optional<Store> m_store;
};

}
