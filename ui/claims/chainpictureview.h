// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/chainpicture.h"

#include <QAbstractScrollArea>

namespace pq {

/// The picture of a chain to look around in. Up and Down choose a hop, Home and End the first and last one; Return,
/// Space or a click leads to its words. Left and Right move the picture, + and - or Ctrl with the wheel change its
/// size, 0 makes it as large as it is drawn, F fits it into the width.
class ChainPictureView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ChainPictureView(QWidget *parent = nullptr);

    /// Keeps the current hop where it still is, and else shows the first one.
    void setPicture(const ChainPicture &picture);
    void setEmptyText(const QString &text);
    [[nodiscard]] const ChainPicture &picture() const { return m_picture; }

    /// Among the picture's hops; -1 for none.
    [[nodiscard]] qsizetype current() const { return m_current; }
    void setCurrent(qsizetype hop);

    [[nodiscard]] double zoom() const { return m_zoom; }
    /// Between a quarter and four times the drawn size; what is in the middle stays there.
    void setZoom(double zoom);
    void fitWidth();

    /// Where the picture's @p rect is in the viewport.
    [[nodiscard]] QRectF inViewport(const QRectF &rect) const;

Q_SIGNALS:
    void passageActivated(pq::PassageId passage);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QPointF origin() const;
    [[nodiscard]] QPointF inPicture(QPointF inViewport) const;
    [[nodiscard]] qsizetype hopAt(QPointF place) const;
    [[nodiscard]] QString tipAt(QPointF place) const;
    void activate(qsizetype hop);
    void bringIntoView(const QRectF &row);
    void updateScrollBars();

    ChainPicture m_picture;
    QString m_emptyText;
    qsizetype m_current = -1;
    double m_zoom = 1;
};

}
