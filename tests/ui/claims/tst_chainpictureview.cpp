// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/chainpictureview.h"

#include "tests/support/chainbuilder.h"
#include "tests/support/wellformed.h"
#include "tests/ui/project.h"
#include "ui/claims/chainpanel.h"
#include "ui/claims/chainsaving.h"
#include "ui/paper/chainpainting.h"

#include <QCheckBox>
#include <QDialog>
#include <QFile>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>

using namespace pq;
using namespace pq::test;

namespace {

struct Fixture
{
    Fixture()
    {
        view.resize(500, 300);
        view.setPicture(chainPicture(chain));
        view.show();
        if (!QTest::qWaitForWindowExposed(&view))
            qFatal("The picture cannot be shown.");
    }
    Chain chain = Twin().traced();
    ChainPictureView view;
    QSignalSpy activated{&view, &ChainPictureView::passageActivated};
};

}

class tst_ChainPictureView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrowsGoThroughTheHopsAndReturnLeadsToTheWords()
    {
        Fixture f;
        QCOMPARE(f.view.current(), -1);
        QVERIFY(!f.view.accessibleDescription().isEmpty());
        for (qsizetype i = 0; i < f.view.picture().hops.size(); ++i) {
            QTest::keyClick(&f.view, Qt::Key_Down);
            QCOMPARE(f.view.current(), i);
            QCOMPARE(f.view.accessibleDescription(), f.view.picture().hops[i].sentence);
            const QRectF row = f.view.inViewport(f.view.picture().hops[i].rect);
            QVERIFY(row.top() >= 0 && row.bottom() <= f.view.viewport()->height()); // it comes into view
            const QList<PictureText> &texts = f.view.picture().hops[i].texts;
            const QString number = u"%1 · "_s.arg(f.view.picture().hops[i].hop + 1);
            const auto label = std::ranges::find_if(
                texts, [&number](const PictureText &text) { return text.text.startsWith(number); });
            QVERIFY(label != texts.end());
            const QRectF shown = f.view.inViewport(label->rect);
            QVERIFY(shown.left() >= 0 && shown.right() <= f.view.viewport()->width());
            QTest::keyClick(&f.view, Qt::Key_Return);
            QCOMPARE(f.activated.last().first().value<PassageId>(), f.view.picture().hops[i].passage);
        }
        QTest::keyClick(&f.view, Qt::Key_Down); // stays at the last
        QCOMPARE(f.view.current(), f.view.picture().hops.size() - 1);
        QTest::keyClick(&f.view, Qt::Key_Home);
        QCOMPARE(f.view.current(), 0);
        QTest::keyClick(&f.view, Qt::Key_Up);
        QCOMPARE(f.view.current(), 0);
    }

    void aClickOnAHopOrANodeLeadsToTheWords()
    {
        Fixture f;
        f.view.resize(1300, 900);
        const auto click = [&](const QRectF &rect) {
            QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, f.view.inViewport(rect).center().toPoint());
        };
        for (const PictureHop &hop : f.view.picture().hops) {
            click(hop.texts.last().rect);
            QCOMPARE(f.activated.last().first().value<PassageId>(), hop.passage);
        }
        for (const PictureNode &node : f.view.picture().nodes) {
            click(node.rect);
            QCOMPARE(f.activated.last().first().value<PassageId>(), f.chain.hops[node.hop].passage);
        }
        const auto count = f.activated.size();
        QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, QPoint(2, 2));
        QCOMPARE(f.activated.size(), count);
    }

    void theSizeChangesByKeyAndWheelWithinBounds()
    {
        Fixture f;
        QTest::keyClick(&f.view, Qt::Key_Plus);
        QVERIFY(f.view.zoom() > 1);
        QTest::keyClick(&f.view, Qt::Key_0);
        QCOMPARE(f.view.zoom(), 1.0);
        QTest::keyClick(&f.view, Qt::Key_F);
        QVERIFY(f.view.picture().size.width() * f.view.zoom() <= f.view.viewport()->width() + 1);
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(&f.view, Qt::Key_Minus);
        QCOMPARE(f.view.zoom(), 0.25);
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(&f.view, Qt::Key_Plus);
        QCOMPARE(f.view.zoom(), 4.0);
    }

    void whatTheFontMakesIsNoWiderThanWasEstimated()
    {
        for (const char *family : {"DejaVu Sans", "Noto Sans"}) {
            QFont font(QString::fromLatin1(family));
            for (const ChainPicture picture = chainPicture(Twin().traced()); const PictureHop &hop : picture.hops) {
                for (const PictureText &text : hop.texts) {
                    font.setPixelSize(qRound(text.size));
                    font.setBold(text.isBold);
                    QVERIFY2(QFontMetricsF(font).horizontalAdvance(text.text) <= text.rect.width() + 1,
                             qPrintable(text.text));
                }
            }
        }
    }

    void lightAndDarkAreBothPainted()
    {
        for (const QColor &ground : {QColor(Qt::white), QColor(0x1e, 0x1f, 0x22)}) {
            const bool isDark = ground.lightness() < 128;
            const ChainPicture picture = chainPicture(Twin().traced());
            QImage image(picture.size.toSize(), QImage::Format_RGB32);
            image.fill(ground);
            QPainter painter(&image);
            paint(painter, picture, {.ink = isDark ? Qt::white : Qt::black, .ground = ground, .focus = Qt::red}, 1);
            painter.end();
            // Where the first arrow runs there is ink.
            const QPointF on = (picture.hops[0].arrows[0].points[0] + picture.hops[0].arrows[0].points[1]) / 2;
            const int lightness = image.pixelColor(on.toPoint()).lightness();
            QVERIFY(isDark ? lightness > 100 : lightness < 160);
        }
    }

    void theChainIsSavedInEveryFormat()
    {
        const Place place;
        const Chain chain = Twin().traced();
        const QHash<QString, QByteArray> begins{
            {u"svg"_s, "<?xml"}, {u"pdf"_s, "%PDF"}, {u"png"_s, "\x89PNG"}, {u"txt"_s, "\xe2\x80\x9c"}};
        for (auto at = begins.begin(); at != begins.end(); ++at) {
            const Result<QString> saved = saveChain(chain, place.path(u"chain."_s + at.key()));
            VERIFY_RESULT(saved);
            QFile file(*saved);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(file.readAll().startsWith(*at), qPrintable(at.key()));
        }
        QCOMPARE(saveChain(chain, place.path(u"no suffix"_s)), place.path(u"no suffix.svg"_s));
        QVERIFY(!saveChain(chain, place.path(u"no/folder/chain.svg"_s)));
        const QImage image = QImage::fromData(toPng(chainPicture(chain)));
        QCOMPARE(image.size(), (chainPicture(chain).size * 2).toSize());
    }

    void thePanelShowsListOrPictureAndSavesIt()
    {
        OpenProject project;
        Answers answers;
        ChainPanel panel(project.session, answers.prompts());
        panel.resize(420, 700);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        panel.showWords(u"I kept it lit for you"_s);
        auto *view = panel.findChild<ChainPictureView *>(u"chainPictureView"_s);
        auto *toggle = panel.findChild<QCheckBox *>(u"chainPictureCheckBox"_s);
        QVERIFY(QTest::qWaitFor([&] { return panel.findChild<QPushButton *>(u"saveChainPushButton"_s)->isEnabled(); }));
        QVERIFY(!view->isVisible());
        toggle->click();
        QVERIFY(view->isVisible());
        const auto ofLine = view->picture().hops.size();
        QVERIFY(ofLine > 0);
        panel.findChild<QCheckBox *>(u"surroundingsCheckBox"_s)->click();
        QVERIFY(view->picture().hops.size() > ofLine);

        QSignalSpy activated(&panel, &ChainPanel::passageActivated);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);

        answers.paths = {project.place.path(u"chain.svg"_s)};
        QSignalSpy noticed(&panel, &ChainPanel::noticed);
        panel.findChild<QPushButton *>(u"saveChainPushButton"_s)->click();
        QVERIFY(!noticed.isEmpty() || noticed.wait(10'000));
        QFile file(project.place.path(u"chain.svg"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(xmlFault(QString::fromUtf8(file.readAll())), QString());

        panel.findChild<QPushButton *>(u"enlargeChainPushButton"_s)->click();
        auto *dialog = panel.findChild<QDialog *>(u"chainPictureDialog"_s);
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->findChild<ChainPictureView *>()->picture().hops.size(), view->picture().hops.size());
        toggle->click();
        QVERIFY(!view->isVisible());
        panel.findChild<QCheckBox *>(u"surroundingsCheckBox"_s)->click(); // the large one follows
        QCOMPARE(dialog->findChild<ChainPictureView *>()->picture().hops.size(), ofLine);
        project.session.close();
        QVERIFY(!dialog->isVisible()); // nothing leads to words that are gone
    }
};

QTEST_MAIN(tst_ChainPictureView)
#include "tst_chainpictureview.moc"
