// SPDX-License-Identifier: GPL-3.0-or-later
// What an editor waits for in an article of 1,000,000 characters, by the number of passages in it: every time
// from the key or click to the painted picture, with the project in a file and every edit synced to the disk.
// Beside it what stock text widgets take for the same with the same passages as extra selections (without any
// project), and an article of 20,000,000 characters with 1,000,000 passages (its name begins with "huge").
#include "ui/actions.h"
#include "ui/article/articlepage.h"
#include "ui/article/articleview.h"
#include "ui/session.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextEdit>

#include <benchmark/benchmark.h>
#include <malloc.h>

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

TextSpan anySpan(QRandomGenerator &random, qsizetype length, qint64 i)
{
    const qsizetype begin = random.bounded(length - 700);
    return {{begin}, {begin + 5 + random.bounded(i % 100 == 0 ? 600 : 80)}};
}

QByteArray pictured(QWidget *viewport)
{
    QImage picture(viewport->size(), QImage::Format_RGB32);
    viewport->render(&picture);
    return QByteArray(reinterpret_cast<const char *>(picture.constBits()), 4);
}

void paint(QAbstractScrollArea &area)
{
    benchmark::DoNotOptimize(pictured(area.viewport()));
}

/// Bytes on the heap that are in use.
double heap()
{
    const struct mallinfo2 info = mallinfo2();
    return double(info.uordblks) + double(info.hblkhd);
}

/// Counts what a widget paints.
class Paints : public QObject
{
public:
    int count = 0;
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

/// A project in a file with one long article and one short one, and the page that shows them.
struct Desk
{
    QTemporaryDir folder;
    Session session;
    Actions actions;
    std::unique_ptr<ArticlePage> page;
    Article longArticle{.id = ArticleId::create(), .title = u"Long"_s};
    Article shortArticle{.id = ArticleId::create(), .title = u"Short"_s};
    VersionId version = VersionId::create();
    Paints paints; ///< of the article

    Desk(qsizetype length, qint64 count)
    {
        QObject::connect(&session, &Session::failed, &session, [](const QString &m) { qFatal("%s", qPrintable(m)); });
        session.create(folder.filePath(u"bench.pullquote"_s));
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
        const Text text(prose(length));
        const auto versionOf = [](VersionId id, ArticleId article, const Text &words) {
            Version v;
            v.id = id;
            v.article = article;
            v.text = words;
            v.encoding = u"UTF-8"_s;
            return v;
        };
        session.edit(u"Make"_s, [&](Edit &e) {
            e.put(tagset);
            for (const Tag &tag : tags)
                e.put(tag);
            e.put(longArticle);
            e.put(versionOf(version, longArticle.id, text));
            e.put(shortArticle);
            e.put(versionOf(VersionId::create(), shortArticle.id, Text(u"Short."_s)));
        });
        QRandomGenerator random(2);
        for (qint64 i = 0; i < count;) {
            session.edit(u"Tag"_s, [&](Edit &e) {
                for (const qint64 end = std::min(count, i + 100'000); i < end; ++i) {
                    Passage p;
                    p.id = PassageId::create();
                    p.version = version;
                    p.tag = tags[i % tags.size()].id;
                    p.annotator = session.store().annotator().id;
                    const TextSpan span = anySpan(random, text.length(), i);
                    p.fragments = {{span, text.words(span).toString()}};
                    e.put(p);
                }
            });
        }
        page = std::make_unique<ArticlePage>(session, actions);
        page->resize(1200, 900);
        page->show();
        page->view()->viewport()->installEventFilter(&paints);
        QApplication::processEvents();
        page->showArticle(longArticle.id);
        page->view()->setFocus();
    }

    /// The page with all passages taken, as it is a moment after the article was opened.
    ArticleView *open()
    {
        page->showArticle(longArticle.id);
        benchmark::DoNotOptimize(page->view()->passages().count());
        QApplication::processEvents();
        return page->view();
    }
    void paint() { ::paint(*page->view()); }
    /// Does something in the window and lets it paint what has changed, and nothing else.
    template <class Act>
    void act(Act doIt)
    {
        const int before = paints.count;
        doIt();
        QApplication::processEvents();
        if (paints.count == before)
            qFatal("Nothing was painted.");
    }

    using Size = std::pair<qint64, qint64>; ///< characters and passages
    static std::map<Size, std::unique_ptr<Desk>> &desks()
    {
        static std::map<Size, std::unique_ptr<Desk>> all;
        return all;
    }
    static Desk &with(const benchmark::State &state)
    {
        const Size size{state.range(0), state.range(1)};
        auto &desk = desks()[size];
        if (!desk)
            desk = std::make_unique<Desk>(size.first, size.second);
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
    Desk &desk = Desk::with(state);
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
    Desk &desk = Desk::with(state);
    desk.open();
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
    Desk &desk = Desk::with(state);
    ArticleView *view = desk.open();
    QRandomGenerator random(4);
    Rounds rounds(state);
    for (auto _ : state) {
        const qsizetype begin = random.bounded(view->text().length() - 100);
        view->select({{begin}, {begin + 40}});
        QApplication::processEvents(); // all is painted before the key comes
        rounds.time([&] {
            desk.act([&] {
                QKeyEvent press(QEvent::KeyPress, Qt::Key_1, Qt::NoModifier, u"1"_s);
                QApplication::sendEvent(view, &press);
            });
        });
    }
}

void moveABoundary(benchmark::State &state)
{
    Desk &desk = Desk::with(state);
    desk.open()->showNextPassage(true);
    desk.paint();
    bool out = false;
    Rounds rounds(state);
    for (auto _ : state) {
        out = !out;
        rounds.time(
            [&] { desk.act([&] { desk.actions[out ? "passage.extendEnd" : "passage.shrinkEnd"]->trigger(); }); });
    }
}

void jumpToAPassage(benchmark::State &state)
{
    Desk &desk = Desk::with(state);
    ArticleView *view = desk.open();
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
    Desk &desk = Desk::with(state);
    desk.open();
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
    Desk &desk = Desk::with(state);
    ArticleView *view = desk.open();
    QRandomGenerator random(6);
    for (auto _ : state) {
        const QPoint point(300 + int(random.bounded(300)), int(random.bounded(view->viewport()->height())));
        const TextSpan character = view->characterAt(point);
        benchmark::DoNotOptimize(view->passages().at(character.begin));
    }
}

/// What passages and layouts take beside the text.
void memory(benchmark::State &state)
{
    Desk &desk = Desk::with(state);
    double passages = 0;
    double layouts = 0;
    for (auto _ : state) {
        desk.page->showArticle(desk.shortArticle.id);
        QList<PlacedFragment> all; // read before, so that the store's pages do not count
        for (std::optional<PlacesPage::Mark> mark = PlacesPage::Mark(); mark;) {
            const PlacesPage page = desk.session.store().places(desk.version, *mark, 10'000).value();
            all += page.fragments;
            mark = page.last;
        }
        const double before = heap();
        const PassageMarks marks([&all] { return PassageMarks::Helping{std::exchange(all, {}), true}; });
        const double given = double(all.capacity()) * sizeof(PlacedFragment);
        const double count = double(marks.count());
        passages = (heap() - before + given) / std::max(1.0, count);

        ArticleView *view = desk.open();
        desk.paint();
        const double unread = heap();
        QScrollBar *bar = view->verticalScrollBar();
        for (int i = 0; i < 2000; ++i) {
            bar->setValue(int(qint64(bar->maximum()) * i / 2000));
            desk.paint();
        }
        layouts = heap() - unread;
    }
    state.counters["bytes_a_passage"] = passages;
    state.counters["layouts_MB"] = layouts / 1e6;
}

// --- the yardstick: stock widgets, the passages as extra selections ---

template <class Edit>
QList<QTextEdit::ExtraSelection> selections(const Edit &edit, qint64 count)
{
    QRandomGenerator random(2);
    QList<QTextEdit::ExtraSelection> result;
    QTextCharFormat format;
    for (qint64 i = 0; i < count; ++i) {
        format.setBackground(QColor::fromHsv(int(i % 4) * 90, 60, 255));
        QTextCursor cursor(edit.document());
        const TextSpan span = anySpan(random, edit.document()->characterCount() - 1, i);
        cursor.setPosition(int(span.begin.value));
        cursor.setPosition(int(span.end.value), QTextCursor::KeepAnchor);
        result.append({cursor, format});
    }
    return result;
}

template <class Edit>
struct Stock
{
    Edit edit;
    explicit Stock(const benchmark::State &state)
    {
        edit.resize(1200, 900);
        edit.show();
        edit.setPlainText(prose(state.range(0)));
        edit.setExtraSelections(selections(edit, state.range(1)));
        paint(edit);
    }
};

template <class Edit>
void stockOpen(benchmark::State &state)
{
    const QString text = prose(state.range(0));
    Rounds rounds(state);
    for (auto _ : state) {
        Edit edit;
        edit.resize(1200, 900);
        edit.show();
        rounds.time([&] {
            edit.setPlainText(text);
            edit.setExtraSelections(selections(edit, state.range(1)));
            paint(edit);
        });
    }
}

template <class Edit>
void stockScrollByAPage(benchmark::State &state)
{
    Stock<Edit> stock(state);
    QScrollBar *bar = stock.edit.verticalScrollBar();
    QRandomGenerator random(3);
    Rounds rounds(state);
    for (auto _ : state) {
        bar->setValue(int(random.bounded(std::max(1, bar->maximum() - 2000))));
        paint(stock.edit);
        rounds.time([&] {
            bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
            paint(stock.edit);
        });
    }
}

template <class Edit>
void stockTag(benchmark::State &state)
{
    Stock<Edit> stock(state);
    QList<QTextEdit::ExtraSelection> all = stock.edit.extraSelections();
    Rounds rounds(state);
    for (auto _ : state) {
        rounds.time([&] {
            all.append(all.first());
            all.last().cursor.setPosition(40);
            all.last().cursor.setPosition(80, QTextCursor::KeepAnchor);
            stock.edit.setExtraSelections(all);
            paint(stock.edit);
        });
    }
}

void million(benchmark::internal::Benchmark *b)
{
    for (const qint64 passages : {1'000, 10'000, 50'000, 100'000})
        b->Args({1'000'000, passages});
}

void bare(benchmark::internal::Benchmark *b)
{
    b->Args({1'000'000, 0})->Unit(benchmark::kMillisecond)->UseManualTime();
}

void huge(benchmark::internal::Benchmark *b)
{
    b->Args({20'000'000, 1'000'000});
}

void stockMillion(benchmark::internal::Benchmark *b)
{
    for (const qint64 passages : {1'000, 10'000})
        b->Args({1'000'000, passages});
    b->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(5);
}

#define IN_AN_ARTICLE(function, times)                                                                                 \
    BENCHMARK(function)->Apply(million)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(times);            \
    BENCHMARK(function)                                                                                                \
        ->Name("huge_" #function)                                                                                      \
        ->Apply(huge)                                                                                                  \
        ->Unit(benchmark::kMillisecond)                                                                                \
        ->UseManualTime()                                                                                              \
        ->Iterations(times)
BENCHMARK(openArticle)->Apply(bare)->Iterations(10);
IN_AN_ARTICLE(openArticle, 10);
BENCHMARK(scrollByAPage)->Apply(bare)->Iterations(200);
IN_AN_ARTICLE(scrollByAPage, 200);
IN_AN_ARTICLE(tagByKey, 200);
IN_AN_ARTICLE(moveABoundary, 200);
IN_AN_ARTICLE(jumpToAPassage, 200);
IN_AN_ARTICLE(changeTheWidth, 50);
BENCHMARK(lookUnderThePointer)->Apply(million)->Unit(benchmark::kMicrosecond);
BENCHMARK(lookUnderThePointer)->Name("huge_lookUnderThePointer")->Apply(huge)->Unit(benchmark::kMicrosecond);
BENCHMARK(memory)->Args({1'000'000, 10'000})->Args({1'000'000, 100'000})->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(stockOpen<QTextEdit>)->Apply(stockMillion);
BENCHMARK(stockOpen<QPlainTextEdit>)->Apply(stockMillion);
BENCHMARK(stockScrollByAPage<QTextEdit>)->Apply(stockMillion);
BENCHMARK(stockScrollByAPage<QPlainTextEdit>)->Apply(stockMillion);
BENCHMARK(stockTag<QTextEdit>)->Apply(stockMillion);
BENCHMARK(stockTag<QPlainTextEdit>)->Apply(stockMillion);

}

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    Desk::desks().clear(); // widgets go before the application
    return 0;
}
