// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/heading.h"

#include "ui/theme.h"

#include <QEvent>

namespace pq {

namespace {

/// Follows the palette, so that a change of theme reaches it.
class DimLabel : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void changeEvent(QEvent *event) override
    {
        QLabel::changeEvent(event);
        if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ParentChange)
            dim();
    }

    void showEvent(QShowEvent *event) override
    {
        QLabel::showEvent(event);
        dim();
    }

private:
    void dim()
    {
        const QPalette base = parentWidget() ? parentWidget()->palette() : QPalette();
        const QColor colour = Theme::of(base).dimmed;
        if (palette().color(QPalette::WindowText) == colour)
            return;
        QPalette own = palette();
        own.setColor(QPalette::WindowText, colour);
        setPalette(own);
    }
};

}

QLabel *makeHeading(const QString &text, QWidget *buddy, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setBuddy(buddy);
    return label;
}

QLabel *makeExplanation(const QString &text, QWidget *parent)
{
    auto *label = new DimLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

}
