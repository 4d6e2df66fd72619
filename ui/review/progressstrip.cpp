// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/progressstrip.h"

#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace pq {

class ProgressStrip::Bar : public QWidget
{
public:
    explicit Bar(QWidget *parent) : QWidget(parent) { setFixedSize(100, 12); }

    void setProgress(const ReviewProgress &progress)
    {
        m_progress = progress;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme theme = Theme::of(palette());
        QPainter painter(this);
        const QRect all = rect().adjusted(0, 0, -1, -1);
        painter.fillRect(all, theme.ground);
        if (m_progress.claims > 0) {
            const auto upTo = [&](qsizetype count) { return int(count * all.width() / m_progress.claims); };
            const int full = upTo(m_progress.signedOff);
            const int hatched = upTo(m_progress.decided);
            painter.fillRect(0, 0, full, height(), theme.speaker);
            painter.fillRect(full, 0, hatched - full, height(), QBrush(theme.speaker, Qt::BDiagPattern));
            if (hatched > 0)
                painter.fillRect(hatched - 1, 0, 1, height(), theme.speaker);
        }
        painter.setPen(theme.border);
        painter.drawRect(all);
    }

private:
    ReviewProgress m_progress;
};

ProgressStrip::ProgressStrip(const QString &name, QWidget *parent)
    : QWidget(parent), m_name(name), m_bar(new Bar(this)), m_label(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    layout->addWidget(m_label);
    setProgress({});
}

void ProgressStrip::setProgress(const ReviewProgress &progress)
{
    m_bar->setProgress(progress);
    m_label->setText(progress.claims == 0
                         ? tr("%1: no claims").arg(m_name)
                         : tr("%1: %2 of %3 open, %4 decided, %5 signed off", "name and numbers")
                               .arg(m_name, QString::number(progress.open()), QString::number(progress.claims),
                                    QString::number(progress.decided - progress.signedOff),
                                    QString::number(progress.signedOff)));
    setAccessibleName(m_label->text());
}

QString ProgressStrip::text() const
{
    return m_label->text();
}

}
