// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/overviewstrip.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace pq {

namespace {

constexpr int bandLeft = 3;
constexpr int bandWidth = 7; // of a row that is covered all over
constexpr int hitLeft = 11;
constexpr int hitWidth = 4;
constexpr double ringLeft = 5;
constexpr double ringSize = 5; // within the band, with the article's ground inside

}

OverviewStrip::OverviewStrip(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Overview of the article"));
    setFocusPolicy(Qt::NoFocus); // keys scroll the article itself
    setCursor(Qt::PointingHandCursor);
}

void OverviewStrip::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

void OverviewStrip::setOverview(const Overview &overview, const Colour &colour)
{
    m_overview = overview;
    m_colours.clear();
    for (const Overview::Row &row : overview.rows)
        m_colours.append(row.tag.isNull() ? QColor() : colour(row.tag));
    update();
}

void OverviewStrip::setInView(double begin, double end)
{
    if (begin == m_begin && end == m_end)
        return;
    m_begin = begin;
    m_end = end;
    update();
}

void OverviewStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.ground);
    const int top = int(m_begin * height());
    const QRect inView(0, top, width(), std::max(6, int(m_end * height()) - top));
    QColor shade = m_theme.text;
    shade.setAlpha(22);
    painter.fillRect(inView, shade);
    for (qsizetype row = 0; row < m_overview.rows.size(); ++row) {
        const int y = int(row);
        if (m_colours[row].isValid()) {
            const int wide = std::max(2, int(m_overview.rows[row].covered * bandWidth));
            painter.fillRect(bandLeft, y, wide, 1, m_colours[row]);
        }
        if (m_overview.rows[row].isUncovered && row % 3 == 0) // dots, as under the words
            painter.fillRect(0, y, 2, 2, m_theme.text);
        if (m_overview.rows[row].hasHit)
            painter.fillRect(hitLeft, y - 1, hitWidth, 2, m_theme.text);
    }
    paintUnchecked(painter);
    painter.setPen(m_theme.border);
    painter.drawLine(rect().topLeft(), rect().bottomLeft());
    painter.drawRect(inView.adjusted(0, 0, -1, -1));
}

/// Rings, each as far below the last as keeps them apart.
void OverviewStrip::paintUnchecked(QPainter &painter)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.text, 1.2));
    painter.setBrush(m_theme.ground);
    for (qsizetype row = 0, free = 0; row < m_overview.rows.size(); ++row) {
        if (!m_overview.rows[row].isUnchecked || row < free)
            continue;
        painter.drawEllipse(QRectF(ringLeft, double(row) - ringSize / 2, ringSize, ringSize));
        free = row + qsizetype(ringSize) + 1;
    }
    painter.restore();
}

void OverviewStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(event->position().y());
}

void OverviewStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        choose(event->position().y());
}

void OverviewStrip::choose(double y)
{
    Q_EMIT chosen(std::clamp(y / std::max(1, height()), 0.0, 1.0));
}

}
