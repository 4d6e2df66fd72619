// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDialog>
#include <QVariant>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;

namespace pq {

/// Chooses what a thing goes up in, and says beforehand what that will do.
class MergeDialog : public QDialog
{
    Q_OBJECT

public:
    struct Choice
    {
        QString name;
        QVariant value;
    };
    /// What merging into the value will do, or why that cannot be.
    using Preview = std::function<Result<QString>(const QVariant &value)>;

    /// @p name: of what goes; there must be a choice.
    MergeDialog(const QString &name, const QList<Choice> &choices, Preview preview, QWidget *parent = nullptr);

    [[nodiscard]] QVariant into() const;

private:
    void work();

    Preview m_work;
    QComboBox *m_into;
    QLabel *m_preview;
    QPushButton *m_merge;
};

}
