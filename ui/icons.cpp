// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

/// QtSvg knows no currentColor: the colour is put into the drawing's source.
class StrokeEngine : public QIconEngine
{
public:
    explicit StrokeEngine(const QString &path) : m_path(path) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QGuiApplication::palette();
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText;
        QFile file(m_path);
        if (!file.open(QIODevice::ReadOnly))
            return;
        const QByteArray colour = palette.color(group, role).name().toLatin1();
        QSvgRenderer(file.readAll().replace("currentColor", colour)).render(painter, rect);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        const QString key = u"%1 %2 %3 %4 %5"_s.arg(m_path)
                                .arg(size.width())
                                .arg(scale)
                                .arg(static_cast<int>(mode))
                                .arg(QGuiApplication::palette().cacheKey());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        paint(&painter, QRect(QPoint(), size), mode, state);
        painter.end();
        pixmap.setDevicePixelRatio(scale);
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QIconEngine *clone() const override { return new StrokeEngine(*this); }
    QString key() const override { return u"pullquote-stroke"_s; }

private:
    QString m_path;
};

}

QIcon icon(const QString &name)
{
    const QString path = ":/icons/%1.svg"_L1.arg(name);
    return QFile::exists(path) ? QIcon(new StrokeEngine(path)) : QIcon();
}

}
