// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/rows.h"

#include <QLineEdit>
#include <QPointer>

#include <functional>

namespace pq {

class RowList;

/// A line to type in, with a list under it of what could be meant. Up and Down move in the list, Return
/// takes the marked row, Escape closes the list. Not a QCompleter, since rows have values and explanations,
/// and since a completer sets the text once more after Return.
class SuggestionEdit : public QLineEdit
{
    Q_OBJECT

public:
    /// What to offer for what is typed; best first, headings are not allowed.
    using Source = std::function<QList<Row>(const QString &typed)>;

    explicit SuggestionEdit(Source source, QWidget *parent = nullptr);
    ~SuggestionEdit() override;

    /// Takes the best suggestion for what is typed; false when there is none.
    bool chooseBest();

Q_SIGNALS:
    /// The value of the row taken. The text stays as typed: whoever listens clears or completes it.
    void chosen(const QVariant &value);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void suggest();
    void hideList();
    void moveBy(int rows);
    [[nodiscard]] bool isListVisible() const;
    void placeList();

    Source m_source;
    QPointer<RowList> m_list; ///< a child of the window, so that it may stand over what is below; may go before us
};

}
