// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/articlepage.h"

#include "ui/session.h"

#include <QComboBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

void ArticlePage::showVersion(VersionId version)
{
    const Result<Version> found = m_session.store().version(version);
    if (!found) {
        Q_EMIT m_session.failed(found.error().message);
        return;
    }
    m_article = found->article;
    m_older = version;
    reload();
    if (!m_article.isNull())
        Q_EMIT articleShown(m_article);
}

/// Reads which versions there are; the newest one need not be asked for.
void ArticlePage::loadVersions()
{
    m_versions = m_session.value(m_session.store().versions(m_article));
    m_versionComboBox->clear();
    m_versionComboBox->setVisible(m_versions.size() > 1);
    if (m_versions.isEmpty()) {
        m_older = {};
        return;
    }
    const bool isThere = std::ranges::contains(m_versions, m_older, &Version::id);
    if (!isThere || m_versions.constLast().id == m_older)
        m_older = {};
    for (const Version &version : std::as_const(m_versions)) {
        const bool isNewest = version.id == m_versions.constLast().id;
        m_versionComboBox->addItem(isNewest ? tr("Version %1, the newest").arg(version.number)
                                            : tr("Version %1, to read only").arg(version.number));
        if (!version.correction.isEmpty())
            m_versionComboBox->setItemData(m_versionComboBox->count() - 1, version.correction, Qt::ToolTipRole);
        if (version.id == m_older || (isNewest && m_older.isNull()))
            m_versionComboBox->setCurrentIndex(m_versionComboBox->count() - 1);
    }
    m_versionComboBox->setToolTip(m_versionComboBox->currentData(Qt::ToolTipRole).toString());
}

bool ArticlePage::isReadOnly()
{
    if (!isOlderVersion())
        return false;
    Q_EMIT m_session.failed(tr("This is an older version of the article, to be read only. Choose the newest one above "
                               "the text to annotate it."));
    return true;
}

}
