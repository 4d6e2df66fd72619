// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/text.h"

#include <QWidget>

class QPlainTextEdit;

namespace pq {

/// The two texts beside each other, each at the words of one passage; what changed in them is struck out on one side
/// and underlined on the other. Another place can be selected in the later text.
class AnchorCompare : public QWidget
{
    Q_OBJECT

public:
    explicit AnchorCompare(QWidget *parent = nullptr);

    void setTexts(const Text &old, const Text &now);
    /// @p place: in the later text; empty when there is none.
    void compare(const QList<TextSpan> &was, const QList<TextSpan> &place);
    /// What is selected in the later text, without white space at its ends; empty when nothing is.
    [[nodiscard]] QList<TextSpan> selected() const;

Q_SIGNALS:
    void selectionChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void scrollToWords();

    Text m_old;
    Text m_now;
    QPlainTextEdit *m_oldTextEdit;
    QPlainTextEdit *m_nowTextEdit;
};

}
