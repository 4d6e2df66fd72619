// SPDX-License-Identifier: GPL-3.0-or-later
// What an editor waits for in an article of 1,000,000 characters, by the number of passages in it: every time
// from the key or click to the painted picture, with the project in a file and every edit synced to the disk.
#include "ui/actions.h"
#include "ui/article/articlepage.h"
#include "ui/article/articleview.h"
#include "ui/session.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QKeyEvent>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <map>
#include <memory>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

QString prose(qsizetype length)
{
    const QStringList words{u"the"_s,     u"lantern"_s, u"“he"_s,  u"said”"_s, u"and"_s,
                            u"nobody"_s,  u"wrote"_s,   u"that"_s, u"line."_s, u"Director"_s,
                            u"laughed"_s, u"in"_s,      u"one"_s,  u"take;"_s, u"harbour"_s};
    QRandomGenerator random(1);
    QString text = u"A very long conversation\n"_s;
    while (text.size() < length) {
        for (int i = 60 + int(random.bounded(60)); i > 0; --i)
            text += words[random.bounded(words.size())] + u' ';
        text += u'\n';
    }
    return text;
}

/// A project in a file with one long article and one short one, and the page that shows them.
struct Desk
{
    QTemporaryDir folder;
    Session session;
    Actions actions;
    std::unique_ptr<ArticlePage> page;
    Article longArticle{.id = ArticleId::create(), .title = u"Long"_s};
    Article shortArticle{.id = ArticleId::create(), .title = u"Short"_s};

    explicit Desk(qint64 count)
    {
        QObject::connect(&session, &Session::failed, &session, [](const QString &m) { qFatal("%s", qPrintable(m)); });
        session.create(folder.filePath(u"bench.pullquote"_s));
        const AnnotatorId annotator = session.store().annotator().id;
        Tagset tagset{TagsetId::create(), u"Bench"_s, {}};
        QList<Tag> tags;
        for (const QString &colour : {u"#0072b2"_s, u"#e69f00"_s, u"#009e73"_s, u"#cc79a7"_s}) {
            Tag tag;
            tag.id = TagId::create();
            tag.tagset = tagset.id;
            tag.name = colour;
            tag.colour = colour;
            tag.key = QString::number(tags.size() + 1);
            tags.append(tag);
        }
        const auto version = [](ArticleId article, const QString &text) {
            Version v;
            v.id = VersionId::create();
            v.article = article;
            v.text = Text(text);
            v.encoding = u"UTF-8"_s;
            return v;
        };
        const Version text = version(longArticle.id, prose(1'000'000));
        QRandomGenerator random(2);
        session.edit(u"Make"_s, [&](Edit &e) {
            e.put(tagset);
            for (const Tag &tag : tags)
                e.put(tag);
            e.put(longArticle);
            e.put(text);
            e.put(shortArticle);
            e.put(version(shortArticle.id, u"Short."_s));
            for (qint64 i = 0; i < count; ++i) {
                Passage p;
                p.id = PassageId::create();
                p.version = text.id;
                p.tag = tags[i % tags.size()].id;
                p.annotator = annotator;
                const qsizetype begin = random.bounded(text.text.length() - 700);
                const TextSpan span{{begin}, {begin + 5 + random.bounded(i % 100 == 0 ? 600 : 80)}};
                p.fragments = {{span, text.text.words(span).toString()}};
                e.put(p);
            }
        });
        page = std::make_unique<ArticlePage>(session, actions);
        page->resize(1200, 900);
        page->show();
        QApplication::processEvents();
        page->showArticle(longArticle.id);
        page->view()->setFocus();
    }

    void paint()
    {
        ArticleView *view = page->view();
        QImage picture(view->viewport()->size(), QImage::Format_RGB32);
        view->viewport()->render(&picture);
        benchmark::DoNotOptimize(picture.constBits());
    }
    static Desk &with(qint64 count)
    {
        static std::map<qint64, std::unique_ptr<Desk>> desks;
        auto &desk = desks[count];
        if (!desk)
            desk = std::make_unique<Desk>(count);
        return *desk;
    }
};

/// Times each round by itself, for what the slowest of them take.
class Rounds
{
public:
    explicit Rounds(benchmark::State &state) : m_state(state) {}
    ~Rounds()
    {
        std::ranges::sort(m_times);
        const auto at = [this](double share) {
            return m_times.empty() ? 0.0 : m_times[size_t(double(m_times.size() - 1) * share)];
        };
        m_state.counters["p50_ms"] = at(0.5);
        m_state.counters["p95_ms"] = at(0.95);
        m_state.counters["max_ms"] = at(1);
    }
    template <class Act>
    void time(Act act)
    {
        QElapsedTimer timer;
        timer.start();
        act();
        const double ms = double(timer.nsecsElapsed()) / 1e6;
        m_times.push_back(ms);
        m_state.SetIterationTime(ms / 1e3);
    }

private:
    benchmark::State &m_state;
    std::vector<double> m_times;
};

void openArticle(benchmark::State &state)
{
    Desk &desk = Desk::with(state.range(0));
    Rounds rounds(state);
    for (auto _ : state) {
        desk.page->showArticle(desk.shortArticle.id);
        rounds.time([&] {
            desk.page->showArticle(desk.longArticle.id);
            desk.paint();
        });
    }
}

void scrollByAPage(benchmark::State &state)
{
    Desk &desk = Desk::with(state.range(0));
    desk.page->showArticle(desk.longArticle.id);
    QScrollBar *bar = desk.page->view()->verticalScrollBar();
    QRandomGenerator random(3);
    Rounds rounds(state);
    for (auto _ : state) {
        bar->setValue(int(random.bounded(bar->maximum() - 2000)));
        desk.paint();
        rounds.time([&] {
            bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
            desk.paint();
        });
    }
}

void tagByKey(benchmark::State &state)
{
    Desk &desk = Desk::with(state.range(0));
    desk.page->showArticle(desk.longArticle.id);
    ArticleView *view = desk.page->view();
    QRandomGenerator random(4);
    Rounds rounds(state);
    for (auto _ : state) {
        const qsizetype begin = random.bounded(view->text().length() - 100);
        view->select({{begin}, {begin + 40}});
        desk.paint();
        rounds.time([&] {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_1, Qt::NoModifier, u"1"_s);
            QApplication::sendEvent(view, &press);
            desk.paint();
        });
    }
}

void moveABoundary(benchmark::State &state)
{
    Desk &desk = Desk::with(state.range(0));
    desk.page->showArticle(desk.longArticle.id);
    desk.page->view()->showNextPassage(true);
    desk.paint();
    bool out = false;
    Rounds rounds(state);
    for (auto _ : state) {
        out = !out;
        rounds.time([&] {
            desk.actions[out ? "passage.extendEnd" : "passage.shrinkEnd"]->trigger();
            desk.paint();
        });
    }
}

void jumpToAPassage(benchmark::State &state)
{
    Desk &desk = Desk::with(state.range(0));
    desk.page->showArticle(desk.longArticle.id);
    ArticleView *view = desk.page->view();
    QRandomGenerator random(5);
    Rounds rounds(state);
    for (auto _ : state) {
        rounds.time([&] {
            view->showPassage(view->passages().firstFrom({random.bounded(view->text().length() - 10'000)}));
            desk.paint();
        });
    }
}

void changeTheWidth(benchmark::State &state)
{
    Desk &desk = Desk::with(state.range(0));
    desk.page->showArticle(desk.longArticle.id);
    QScrollBar *bar = desk.page->view()->verticalScrollBar();
    bar->setValue(bar->maximum() / 2);
    int width = 700;
    Rounds rounds(state);
    for (auto _ : state) {
        width = width == 700 ? 660 : 700;
        rounds.time([&] {
            desk.page->resize(width, 900);
            desk.paint();
        });
    }
    desk.page->resize(1200, 900);
}

void lookUnderThePointer(benchmark::State &state)
{
    Desk &desk = Desk::with(state.range(0));
    desk.page->showArticle(desk.longArticle.id);
    ArticleView *view = desk.page->view();
    QRandomGenerator random(6);
    for (auto _ : state) {
        const QPoint point(300 + int(random.bounded(300)), int(random.bounded(view->viewport()->height())));
        const TextSpan character = view->characterAt(point);
        benchmark::DoNotOptimize(view->passages().at(character.begin));
    }
}

#define BY_PASSAGES(function)                                                                                          \
    BENCHMARK(function)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseManualTime()
BY_PASSAGES(openArticle)->Iterations(10);
BY_PASSAGES(scrollByAPage)->Iterations(200);
BY_PASSAGES(tagByKey)->Iterations(200);
BY_PASSAGES(moveABoundary)->Iterations(200);
BY_PASSAGES(jumpToAPassage)->Iterations(200);
BY_PASSAGES(changeTheWidth)->Iterations(50);
BENCHMARK(lookUnderThePointer)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMicrosecond);

}

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
