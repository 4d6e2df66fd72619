// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/article/articlefixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace pq;
using namespace Qt::StringLiterals;

/// Measured on what is painted: letters over every tag of the default tagset, over two and three of them at once,
/// selected, suggested, dimmed and out of focus, in every palette.
class TestContrast : public QObject
{
    Q_OBJECT

    enum class Way { Plain, Suggested, Selected, Dimmed, OutOfFocus };

    static QList<Tag> defaultTags()
    {
        QFile file(QStringLiteral(SOURCE_ROOT "/resources/tagsets/interview.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("There is no default tagset.");
        QList<Tag> tags;
        for (const QJsonArray all = QJsonDocument::fromJson(file.readAll())[u"tags"].toArray(); const auto &tag : all)
            tags.append(test::tag(tag[u"name"].toString(), tag[u"colour"].toString()));
        return tags;
    }

    /// The ground of a character is the colour it has most of, its ink the one that stands out most.
    static double contrastIn(const QImage &picture, const QRect &box)
    {
        QHash<QRgb, int> colours;
        for (int y = box.top(); y <= box.bottom(); ++y) {
            for (int x = box.left(); x <= box.right(); ++x)
                ++colours[picture.pixel(x, y)];
        }
        QRgb ground = 0;
        int most = 0;
        for (const auto &[colour, count] : colours.asKeyValueRange()) {
            if (count > most) {
                ground = colour;
                most = count;
            }
        }
        double highest = 1;
        for (const auto &[colour, count] : colours.asKeyValueRange())
            highest = std::max(highest, contrast(QColor(colour), QColor(ground)));
        return highest;
    }

private Q_SLOTS:
    void everyLetterCanBeRead_data()
    {
        QTest::addColumn<Scheme>("scheme");
        QTest::addColumn<Way>("way");
        const std::pair<Scheme, QByteArray> schemes[] = {
            {Scheme::Light, "light"}, {Scheme::Dark, "dark"}, {Scheme::HighContrast, "high contrast"}};
        const std::pair<Way, QByteArray> ways[] = {{Way::Plain, "as they are"},
                                                   {Way::Suggested, "suggested"},
                                                   {Way::Selected, "selected"},
                                                   {Way::Dimmed, "dimmed"},
                                                   {Way::OutOfFocus, "out of focus"}};
        for (const auto &[scheme, palette] : schemes) {
            for (const auto &[way, name] : ways)
                QTest::newRow(palette + ", " + name) << scheme << way;
        }
    }

    void everyLetterCanBeRead()
    {
        QFETCH(Scheme, scheme);
        QFETCH(Way, way);
        const QList<Tag> tags = defaultTags();
        QVERIFY(tags.size() >= 8);
        // A paragraph for each three tags: one alone, the second over it, the third over both.
        QList<std::array<qsizetype, 3>> threes;
        for (qsizetype a = 0; a < tags.size(); ++a) {
            for (qsizetype b = 0; b < tags.size(); ++b) {
                if (a != b)
                    threes.append({a, b, (a + b) % tags.size()});
            }
        }
        const QString paragraph = u"HHHHHHHH\n"_s;
        const Text text(u"\n"_s + paragraph.repeated(threes.size()));
        QList<Passage> passages;
        for (qsizetype i = 0; i < threes.size(); ++i) {
            const qsizetype begin = 1 + i * paragraph.size();
            for (qsizetype n = 0; n < 3; ++n) {
                passages.append(
                    test::passageOf(text, tags[threes[i][size_t(n)]].id, {{{begin + 2 * n}, {begin + 8 - n / 2}}}));
                passages.last().state = way == Way::Suggested ? State::Suggested : State::Accepted;
            }
        }
        ArticleView view;
        view.setPalette(paletteOf(scheme));
        view.resize(900, 5000);
        view.setText(text);
        view.setTags(tags);
        view.setPassages(passages);
        view.setZoom(2);
        if (way == Way::Selected)
            view.selectAll();
        if (way == Way::OutOfFocus)
            view.setFocusMode(true); // the caret is in the empty line
        if (way == Way::Dimmed) {
            TagVisibilities dimmed;
            for (const Tag &tag : tags)
                dimmed.insert(tag.id, TagVisibility::Dimmed);
            view.setTagVisibilities(dimmed);
        }
        const QImage picture = view.grab().toImage();
        for (qsizetype i = 0; i < threes.size(); ++i) {
            for (const qsizetype letter : {0, 3, 5}) {
                const QRect box = view.rectAt({1 + i * paragraph.size() + letter});
                QVERIFY(picture.rect().contains(box));
                const double ratio = contrastIn(picture, box);
                QVERIFY2(
                    ratio >= 4.5,
                    qPrintable(u"%1 over %2: %3"_s.arg(tags[threes[i][1]].name, tags[threes[i][0]].name).arg(ratio)));
            }
        }
    }
};

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
