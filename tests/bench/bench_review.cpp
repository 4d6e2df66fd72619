// SPDX-License-Identifier: GPL-3.0-or-later
// The review queue over 100,000 claims in 10,000 articles: to open, filter, sort and step through it.
#include "ui/review/queuemodel.h"
#include "ui/review/reviewacts.h"
#include "ui/review/reviewqueue.h"
#include "ui/session.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <random>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

constexpr int articles = 10'000;
constexpr int claimsEach = 10;

/// Ten claims an article, every second with a verdict, every tenth with an open note, three hundred people.
void fill(Session &session)
{
    std::minstd_rand random(20261121);
    const auto below = [&random](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    session.edit(u"Fill"_s, [&](Edit &e) {
        const TagsetId tagset = TagsetId::create();
        const TagId tag = TagId::create();
        e.put(Tagset{.id = tagset, .name = u"Set"_s});
        e.put(Tag{.id = tag, .tagset = tagset, .name = u"Quote"_s, .colour = u"#4477aa"_s});
        QList<EntityId> people;
        for (int i = 0; i < 300; ++i) {
            people.append(EntityId::create());
            e.put(Entity{.id = people.last(), .name = u"Person %1"_s.arg(i)});
        }
        const QString sentence = u"“I only wanted it to be right,” says number %1 of %2. "_s;
        for (int i = 0; i < articles; ++i) {
            Article article{.id = ArticleId::create(), .title = u"How scene %1 came to be"_s.arg(below(1'000'000))};
            e.put(article);
            QString text;
            QList<TextSpan> spans;
            for (int j = 0; j < claimsEach; ++j) {
                const qsizetype begin = text.size();
                text += sentence.arg(j).arg(i);
                spans.append(TextSpan{{begin}, {text.size() - 1}});
            }
            const Version version{.id = VersionId::create(), .article = article.id, .text = Text(text)};
            e.put(version);
            for (const TextSpan &span : std::as_const(spans)) {
                const Passage passage{.id = PassageId::create(),
                                      .version = version.id,
                                      .tag = tag,
                                      .fragments = {{span, version.text.words(span).toString()}}};
                e.put(passage);
                const Claim claim{.id = ClaimId::create(),
                                  .kind = static_cast<ClaimKind>(below(5)),
                                  .passages = {{passage.id}},
                                  .participants = {{people[below(300)], ParticipantRole::Speaker, {}},
                                                   {people[below(300)], ParticipantRole::Source, passage.id}}};
                e.put(claim);
                if (below(2) == 0)
                    e.put(Verdict{
                        .id = VerdictId::create(), .claim = claim.id, .value = static_cast<VerdictValue>(below(7))});
                if (below(10) == 0)
                    e.put(Note{.id = NoteId::create(), .target = claim.id, .parent = {}, .body = u"So?"_s});
            }
        }
    });
}

/// The project, made once and open.
Session &project()
{
    static QTemporaryDir place;
    static Session session;
    if (!session.isOpen()) {
        session.create(place.filePath(u"big.pullquote"_s));
        fill(session);
    }
    return session;
}

struct Queue
{
    ReviewQueue rows{project()};
    QueueModel model{project(), rows};

    Queue() { rows.complete(); }
};

Queue &wholeQueue()
{
    static auto *queue = new Queue; // never taken down: the project goes first
    return *queue;
}

/// From nothing to all rows in order, as a program does that waits for it.
void readTheWholeQueue(benchmark::State &state)
{
    project();
    for ([[maybe_unused]] auto _ : state) {
        const Queue queue;
        benchmark::DoNotOptimize(queue.model.rowCount());
    }
}
BENCHMARK(readTheWholeQueue)->Unit(benchmark::kMillisecond)->UseRealTime();

/// The longest that the window is held up by one slice of the reading.
void longestSliceWhileReading(benchmark::State &state)
{
    project();
    for ([[maybe_unused]] auto _ : state) {
        ReviewQueue rows(project());
        const QueueModel model(project(), rows);
        qint64 longest = 0;
        while (!rows.isComplete()) {
            QElapsedTimer slice;
            slice.start();
            QCoreApplication::processEvents();
            longest = std::max(longest, slice.nsecsElapsed());
        }
        state.SetIterationTime(static_cast<double>(longest) / 1e9);
    }
}
BENCHMARK(longestSliceWhileReading)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(1);

void filter(benchmark::State &state, const QueueFilter &wanted)
{
    QueueModel &model = wholeQueue().model;
    for ([[maybe_unused]] auto _ : state) {
        model.setFilter(wanted);
        model.setFilter({});
    }
}
void filterOpenAndAllAgain(benchmark::State &state)
{
    QueueFilter wanted;
    wanted.progress = QueueFilter::Progress::Open;
    filter(state, wanted);
}
BENCHMARK(filterOpenAndAllAgain)->Unit(benchmark::kMillisecond)->UseRealTime();

void filterByWordsAndAllAgain(benchmark::State &state)
{
    QueueFilter wanted;
    wanted.words = {u"number"_s, u"7777"_s};
    filter(state, wanted);
}
BENCHMARK(filterByWordsAndAllAgain)->Unit(benchmark::kMillisecond)->UseRealTime();

void sortByAgeAndPlaceAgain(benchmark::State &state)
{
    QueueModel &model = wholeQueue().model;
    for ([[maybe_unused]] auto _ : state) {
        model.setOrder(QueueOrder::Age);
        model.setOrder(QueueOrder::Place);
    }
}
BENCHMARK(sortByAgeAndPlaceAgain)->Unit(benchmark::kMillisecond)->UseRealTime();

/// A verdict with its row and the project's progress, without the painting.
void giveAVerdict(benchmark::State &state)
{
    Queue &queue = wholeQueue();
    int row = 0;
    for ([[maybe_unused]] auto _ : state) {
        row = (row + 7919) % queue.model.rowCount();
        giveVerdict(project(), queue.model.row(row).claim, VerdictValue::Supported);
        benchmark::DoNotOptimize(queue.rows.progress());
    }
}
BENCHMARK(giveAVerdict)->Unit(benchmark::kMillisecond)->UseRealTime();

}

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
