// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/takeovers.h"

#include <QTextEdit>

namespace pq {

/// A quotation and its original, one under the other, with the places where they differ marked in both, and under
/// them each difference in words. To be read, not changed.
class QuotationView : public QTextEdit
{
    Q_OBJECT

public:
    explicit QuotationView(QWidget *parent = nullptr);

    /// @p quotePlace, @p originalPlace: where they were published.
    void showTakeover(const Takeover &takeover, const QString &quotePlace, const QString &originalPlace);
    void showNothing();

protected:
    void changeEvent(QEvent *event) override;
    /// Nothing in a text is ever loaded.
    QVariant loadResource(int type, const QUrl &name) override;

private:
    void write();

    Takeover m_takeover;
    QString m_quotePlace;
    QString m_originalPlace;
};

/// One difference in words: "Silent change: “was” became “is”".
[[nodiscard]] QString sentence(const QuoteChange &change, const Text &quote, const Text &original);

}
