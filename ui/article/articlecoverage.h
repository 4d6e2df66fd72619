// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/changes.h"
#include "core/review/coverage.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace pq {

class Session;

/// How much of one version is under claims. Counted a moment after it is asked for and whenever it may have changed;
/// the words of a long text are counted in the background.
class ArticleCoverage : public QObject
{
    Q_OBJECT

public:
    explicit ArticleCoverage(Session &session, QObject *parent = nullptr);

    /// A null id for none.
    void setVersion(VersionId version, const Text &text);
    /// Until it may, it counts nothing and knows nothing.
    void setMayCount(bool may);
    /// Nothing while it is not known.
    [[nodiscard]] const std::optional<Coverage> &coverage() const { return m_coverage; }

Q_SIGNALS:
    void changed();

private:
    void readParagraphs();
    void onChanged(const Changes &changes);
    void count();
    void set(const std::optional<Coverage> &coverage);

    Session &m_session;
    VersionId m_version;
    Text m_text;
    bool m_isReading = false; ///< in the background
    std::optional<QList<CountedParagraph>> m_paragraphs; ///< nothing while they are counted
    std::optional<Coverage> m_coverage;
    bool m_mayCount = false;
    QTimer m_soon; ///< several edits in a row are counted once
};

}
