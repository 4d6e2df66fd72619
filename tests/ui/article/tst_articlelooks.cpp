// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/reader.h"
#include "tests/support/support.h"
#include "tests/ui/article/articlefixture.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>

using namespace pq;
using namespace Qt::StringLiterals;

/// The view with all that it can show at once, in every palette and at several sizes. With
/// PULLQUOTE_PICTURES=FOLDER the pictures are kept to be looked at.
class TestArticleLooks : public QObject
{
    Q_OBJECT

    Text m_text{
        u"Who kept the lamp lit? “Lantern Keepers” director on the season’s quietest line\n"
        "\n"
        "By Mira Oduya\n"
        "\n"
        "Noé Brandt in 'The Lantern Keepers.'\n"
        "\n"
        "Director Iria Val met us by the harbour with Noé Brandt (Osric), who wrote more of the finale than "
        "its credits say. “I told him, ‘say only what the lantern would say,’” Val recalls, “and he came back "
        "with one line: ‘I kept it lit for you.’ Nobody moved. It came from Noé, all of it — and [the studio] "
        "wanted it gone by the next morning, which is how one knows that a line is good.”\n"
        "\n"
        "Brandt waves that away. “It was not in the script,” he says. “My grandmother said it, in two "
        "languages: שלום לכולם and then مرحبا بكم, and she lit the lamp.” 👩🏽‍🚀🇮🇸\n"
        "\n"
        "Q: Did you know, on the day, that it would be the line that everybody quotes?\n"
        "\n"
        "IRIA VAL: Not at all. [Laughs] We were cold and it was four in the morning; I wanted to go home. Then "
        "he said it, and the sound recordist took his headphones off.\n"
        "\n"
        "Noé Brandt: I would do it again. In one take.\n"
        "\n"
        "Something went wrong. Please try again later.\n"_s};
    QList<Tag> m_tags{test::tag(u"Quote"_s, u"#0072b2"_s), test::tag(u"Contribution"_s, u"#e69f00"_s),
                      test::tag(u"Cue"_s, u"#009e73"_s),   test::tag(u"Source"_s, u"#cc79a7"_s),
                      test::tag(u"Fact"_s, u"#d55e00"_s),  test::tag(u"Opinion"_s, u"#56b4e9"_s)};
    QList<Passage> m_passages;
    PassageId m_apart;

    TextSpan words(const QString &w) const { return test::spanOf(m_text, w); }
    void over(int tag, const QStringList &parts, State state = State::Accepted)
    {
        QList<TextSpan> spans;
        for (const QString &part : parts)
            spans.append(words(part));
        m_passages.append(test::passageOf(m_text, m_tags[tag].id, spans));
        m_passages.last().state = state;
    }

private Q_SLOTS:
    void initTestCase()
    {
        over(4, {u"Director Iria Val met us by the harbour with Noé Brandt (Osric), who wrote more of the finale"_s});
        over(0,
             {u"“I told him, ‘say only what the lantern would say,’” Val recalls, “and he came back with one line: "
              "‘I kept it lit for you.’ Nobody moved. It came from Noé, all of it"_s});
        over(1, {u"say only what the lantern would say"_s, u"I kept it lit for you."_s});
        m_apart = m_passages.last().id;
        over(2, {u"Val recalls"_s});
        over(3, {u"Val"_s});
        over(0, {u"I kept it lit for you."_s});
        over(5, {u"lit for you.’ Nobody moved. It came from Noé"_s});
        over(4, {u"It came from Noé, all of it — and [the studio] wanted it gone"_s});
        over(1, {u"for you.’ Nobody"_s});
        over(2, {u"you.’ Nobody moved"_s});
        over(3, {u"’ Nobody moved. It"_s});
        over(0, {u"It was not in the script"_s}, State::Suggested);
        over(1, {u"languages: שלום לכולם and then مرحبا"_s});
        over(5, {u"We were cold and it was four in the morning; I wanted to go home. Then he said it, and the sound"_s},
             State::Suggested);
    }

    void paintsInEveryPaletteAndSize_data()
    {
        QTest::addColumn<Scheme>("scheme");
        QTest::addColumn<double>("zoom");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("selects");
        QTest::newRow("light") << Scheme::Light << 1.0 << QSize(1000, 900) << false;
        QTest::newRow("dark") << Scheme::Dark << 1.0 << QSize(1000, 900) << false;
        QTest::newRow("contrast") << Scheme::HighContrast << 1.0 << QSize(1000, 900) << false;
        QTest::newRow("selection") << Scheme::Light << 1.0 << QSize(1000, 900) << true;
        QTest::newRow("darkselection") << Scheme::Dark << 1.0 << QSize(1000, 900) << true;
        QTest::newRow("large") << Scheme::Light << 2.0 << QSize(1000, 900) << false;
        QTest::newRow("narrow") << Scheme::Light << 1.0 << QSize(520, 700) << false;
    }

    void paintsInEveryPaletteAndSize()
    {
        QFETCH(Scheme, scheme);
        QFETCH(double, zoom);
        QFETCH(QSize, size);
        QFETCH(bool, selects);
        QApplication::setPalette(paletteOf(scheme));
        ArticleView view;
        view.resize(size);
        view.setText(m_text);
        view.setTags(m_tags);
        view.setPassages(m_passages);
        view.setCards(
            {{ClaimId::create(), words(u"I kept it lit"_s).begin, u"Quote: I kept it lit for you."_s,
              u"Speaker: Osric · Contributor: Noé Brandt · Source: Iria Val · Outlet: The Harbour Gazette"_s},
             {ClaimId::create(), words(u"It came from"_s).begin, u"Contribution"_s, u"Contributor: Noé Brandt"_s},
             {NoteId::create(), words(u"wrote more of"_s).begin, u"Note"_s,
              u"The union lists two writers for this one. Ask the guild before it is printed as fact, please."_s},
             {NoteId::create(), words(u"In one take"_s).begin, u"Note"_s, u"Check."_s}});
        view.setZoom(zoom);
        view.setCurrentPassage(m_apart);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.setFocus();
        if (selects) {
            view.select(words(u"headphones"_s));
            view.addFragment();
            view.select({words(u"grandmother"_s).begin, words(u"know, on the day"_s).end});
        }
        const QImage picture = view.grab().toImage();
        // Something of the text, a tint and a line are there.
        const Theme theme = Theme::of(paletteOf(scheme));
        QSet<QRgb> colours;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                colours.insert(picture.pixel(x, y));
        }
        QVERIFY(colours.contains(theme.ground.rgb()));
        QVERIFY(colours.contains(theme.text.rgb()));
        QVERIFY(colours.contains(theme.tint(m_tags[0].colour).rgb()));
        QVERIFY(colours.contains(theme.line(m_tags[0].colour).rgb()));
        QVERIFY(!selects || colours.contains(theme.selection.rgb()));

        keep(picture, QLatin1StringView(QTest::currentDataTag()));
    }

    void noLineHidesALetter()
    {
        const Text text(u"gpqyjgpqyj"_s);
        const Theme theme = Theme::of(paletteOf(Scheme::Light));
        ArticleView view;
        view.setPalette(paletteOf(Scheme::Light));
        view.resize(700, 300);
        view.setText(text);
        view.setTags(m_tags);
        view.setZoom(3);
        const auto inkBelowTheBaseline = [&] {
            const QImage picture = view.grab().toImage();
            const QTextLine line = view.layout().laid(0).text.lineAt(0);
            const int baseline = view.visibleBlocks().items().first().y + int(std::lround(line.y() + line.ascent()));
            int ink = 0;
            for (int y = baseline + 2; y < baseline + view.layout().typography().lineHeight / 2; ++y) {
                for (int x = 0; x < view.viewport()->width(); ++x)
                    ink += picture.pixelColor(x, y) == theme.text ? 1 : 0;
            }
            return ink;
        };
        const int plain = inkBelowTheBaseline();
        QVERIFY(plain > 20);
        for (const Tag &tag : std::as_const(m_tags))
            view.putPassage(test::passageOf(text, tag.id, {text.span()}));
        QCOMPARE(inkBelowTheBaseline(), plain);
    }

    void laysOutEveryLineOfRealArticles()
    {
        const QString folder = test::sharedArticlesFolder();
        if (folder.isEmpty())
            QSKIP("There are no articles beside the source.");
        QApplication::setPalette(paletteOf(Scheme::Light));
        const Result<QStringList> files = documentFiles({folder});
        VERIFY_RESULT(files);
        for (const QString &file : *files) {
            const Result<Document> document = readDocument(file);
            VERIFY_RESULT(document);
            ArticleView view;
            view.resize(900, 4000);
            view.setText(document->text);
            view.show();
            QVERIFY(QTest::qWaitForWindowExposed(&view));
            QString read;
            for (qsizetype block = 0; block < view.layout().blocks().count(); ++block) {
                const qsizetype lines = view.layout().laid(block).lines.size();
                for (qsizetype line = 0; line < lines; ++line)
                    read += document->text.words(view.layout().lineSpan(block, line)).toString() + u' ';
            }
            QCOMPARE(read.simplified(), document->text.string().simplified());
            keep(view.grab().toImage(), QFileInfo(file).baseName());
        }
    }

private:
    static void keep(const QImage &picture, const QString &name)
    {
        const QString folder = qEnvironmentVariable("PULLQUOTE_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(picture.save(QDir(folder).filePath(name + ".png"_L1)));
    }
};

QTEST_MAIN(TestArticleLooks)
#include "tst_articlelooks.moc"
