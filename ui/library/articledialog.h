// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/article.h"
#include "core/model/entity.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace pq {

class Session;

/// What is known of an article: corrected here in one edit. The text itself is shown by its facts only; it
/// never changes.
class ArticleDialog : public QDialog
{
    Q_OBJECT

public:
    ArticleDialog(Session &session, ArticleId article, QWidget *parent = nullptr);

    void accept() override;

private:
    void check();
    [[nodiscard]] Article edited(Entity &newOutlet) const;

    Session &m_session;
    Article m_article;
    QList<Entity> m_organisations;
    QLineEdit *m_titleLineEdit;
    QLineEdit *m_outletLineEdit;
    QLineEdit *m_bylineLineEdit;
    QLineEdit *m_publishedLineEdit;
    QLineEdit *m_urlLineEdit;
    QLabel *m_problemLabel;
    QDialogButtonBox *m_buttons;
};

/// ISO 8601 with as much as is known: 2021, 2021-07 or 2021-07-20; or nothing.
[[nodiscard]] bool isPublishedDate(const QString &text);

}
