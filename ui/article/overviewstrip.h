// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/article/overview.h"
#include "ui/theme.h"

#include <QWidget>

namespace pq {

/// The whole article as a strip beside it: which tags lie where and how densely, where search hits and claims
/// that nobody has checked are, and what of it is on the screen. A click or drag leads there.
class OverviewStrip : public QWidget
{
    Q_OBJECT

public:
    using Colour = std::function<QColor(TagId)>;

    explicit OverviewStrip(QWidget *parent = nullptr);

    static constexpr int breadth = 16; ///< in pixels

    void setTheme(const Theme &theme);
    void setOverview(const Overview &overview, const Colour &colour);
    /// The part on the screen, from 0 to 1.
    void setInView(double begin, double end);
    [[nodiscard]] const Overview &overview() const { return m_overview; }

Q_SIGNALS:
    /// The part of the article that shall come into view, from 0 to 1.
    void chosen(double place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void choose(double y);
    void paintUnchecked(QPainter &painter);

    Overview m_overview;
    QList<QColor> m_colours; ///< of the rows
    Theme m_theme;
    double m_begin = 0;
    double m_end = 1;
};

}
