// SPDX-License-Identifier: GPL-3.0-or-later
// The chain panel in a project of 100,000 claims: what the window waits for when another line is chosen, when
// something is edited elsewhere, and how long it is until all claims are looked through. Offscreen.
#include "ui/claims/chainpanel.h"
#include "ui/claims/chainsearch.h"
#include "ui/session.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

constexpr int claims = 100'000;

/// A project with as many claims, each a line of its own that a second one repeats.
class BigProject
{
public:
    BigProject()
    {
        QString text;
        for (int i = 0; i < claims; ++i)
            text += lineOf(i) + u'\n';
        const Text whole(text);
        const Tag tag{.id = TagId::create(), .tagset = TagsetId::create(), .name = u"Quote"_s, .colour = u"#4477aa"_s};
        const Entity speaker{.id = EntityId::create(), .name = u"Ada"_s};
        const Article article{.id = ArticleId::create(), .title = u"All of them"_s};
        const Version version{.id = VersionId::create(), .article = article.id, .number = 1, .text = whole};
        m_session.create(m_folder.filePath(u"big.pullquote"_s));
        m_session.edit(u"Fill"_s, [&](Edit &e) {
            e.put(Tagset{.id = tag.tagset, .name = u"Set"_s});
            e.put(tag);
            e.put(speaker);
            e.put(article);
            e.put(version);
            TextPosition at{0};
            ClaimId previous;
            for (int i = 0; i < claims; ++i) {
                const QString words = lineOf(i);
                const TextSpan span{at, at + words.size()};
                at = span.end + 1;
                lines.append(PassageId::create());
                e.put(Passage{.id = lines.last(), .version = version.id, .tag = tag.id, .fragments = {{span, words}}});
                const Claim claim{.id = ClaimId::create(),
                                  .passages = {{lines.last(), PassageRole::Content}},
                                  .participants = {{speaker.id, ParticipantRole::Speaker, {}}}};
                e.put(claim);
                if (i % 2)
                    e.put(Link{.id = LinkId::create(), .from = claim.id, .to = previous, .kind = LinkKind::Repeats});
                previous = claim.id;
            }
            unclaimed = Passage{.id = PassageId::create(),
                                .version = version.id,
                                .tag = tag.id,
                                .fragments = {{{{0}, {4}}, whole.words({{0}, {4}}).toString()}}};
        });
    }

    static QString lineOf(int i)
    {
        return u"Line %1 is what somebody said to somebody else about the last take of that long night"_s.arg(i);
    }

    Session &session() { return m_session; }
    QList<PassageId> lines;
    Passage unclaimed;

private:
    QTemporaryDir m_folder;
    Session m_session;
};

BigProject &project()
{
    static BigProject instance;
    return instance;
}

void chooseALine(benchmark::State &state)
{
    ChainPanel panel(project().session());
    panel.resize(320, 700);
    panel.show();
    QApplication::processEvents();
    qsizetype i = 0;
    for ([[maybe_unused]] auto _ : state)
        panel.showLine(project().lines[(i += 7919) % claims]);
}
BENCHMARK(chooseALine)->Unit(benchmark::kMillisecond)->UseRealTime();

void untilAllClaimsAreLookedThrough(benchmark::State &state)
{
    ChainSearch search(project().session());
    double longest = 0;
    qsizetype i = 0;
    for ([[maybe_unused]] auto _ : state) {
        search.ask(project().lines[(i += 7919) % claims]);
        while (search.isSearching()) {
            QElapsedTimer slice;
            slice.start();
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
            longest = std::max(longest, double(slice.nsecsElapsed()) / 1e6);
        }
    }
    state.counters["longest_slice_ms"] = longest;
}
BENCHMARK(untilAllClaimsAreLookedThrough)->Unit(benchmark::kMillisecond)->UseRealTime();

void followAnEditElsewhere(benchmark::State &state)
{
    ChainPanel panel(project().session());
    panel.resize(320, 700);
    panel.show();
    panel.showLine(project().lines.first());
    for ([[maybe_unused]] auto _ : state) {
        project().session().edit(u"Tag"_s, [](Edit &e) { e.put(project().unclaimed); });
        project().session().undo();
    }
}
BENCHMARK(followAnEditElsewhere)->Iterations(200)->Unit(benchmark::kMillisecond)->UseRealTime();

}

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
