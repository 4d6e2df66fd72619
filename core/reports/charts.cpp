// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/charts.h"

#include "core/model/labels.h"
#include "core/model/names.h"
#include "core/text/markup.h"
#include "core/reports/page.h"
#include "core/reports/translated.h"
#include "core/review/coverage.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostBars = 30;

BarChart::Series seriesOf(VerdictValue value)
{
    static constexpr std::array colours{"#7d7d7d"_L1, "#b07c00"_L1, "#0b8a66"_L1, "#cf5c00"_L1,
                                        "#c33b32"_L1, "#7a68c0"_L1, "#2f86b8"_L1};
    return {label(value), colours[static_cast<size_t>(value)]};
}

QString colourOf(qsizetype index)
{
    static constexpr std::array colours{"#0f76b5"_L1, "#cf5c00"_L1, "#0b8a66"_L1, "#b0568a"_L1, "#b07c00"_L1};
    return colours[size_t(index) % colours.size()];
}

/// The bars by their sums, the largest first; what is beyond mostBars becomes one.
void cutToLargest(QList<BarChart::Bar> &bars)
{
    const auto sum = [](const BarChart::Bar &bar) {
        return std::accumulate(bar.values.begin(), bar.values.end(), qint64(0));
    };
    std::ranges::stable_sort(bars, [&sum](const BarChart::Bar &a, const BarChart::Bar &b) {
        return sum(a) != sum(b) ? sum(a) > sum(b) : a.label < b.label;
    });
    if (bars.size() <= mostBars)
        return;
    BarChart::Bar others{Reports::tr("%n other(s)", nullptr, static_cast<int>(bars.size() - mostBars)), {}};
    others.values.resize(bars.first().values.size());
    for (qsizetype i = mostBars; i < bars.size(); ++i) {
        for (qsizetype j = 0; j < others.values.size(); ++j)
            others.values[j] += bars[i].values[j];
    }
    bars.resize(mostBars);
    bars.append(others);
}

/// How long a bar of a chart over time is.
enum class Period { Day, Week, Month, Year };

Period periodFor(QDate first, QDate last)
{
    const qint64 days = first.daysTo(last);
    return days <= 40 ? Period::Day : days <= 40 * 7 ? Period::Week : days <= 40 * 30 ? Period::Month : Period::Year;
}

/// The last day of the period that holds @p day.
QDate endOf(QDate day, Period period)
{
    switch (period) {
    case Period::Day:
        return day;
    case Period::Week:
        return day.addDays(7 - day.dayOfWeek());
    case Period::Month:
        return {day.year(), day.month(), day.daysInMonth()};
    case Period::Year:
        return {day.year(), 12, 31};
    }
    Q_UNREACHABLE_RETURN(day);
}

QString nameOf(Period period)
{
    switch (period) {
    case Period::Day:
        return Reports::tr("Day");
    case Period::Week:
        return Reports::tr("Week until");
    case Period::Month:
        return Reports::tr("Month until");
    case Period::Year:
        return Reports::tr("Year until");
    }
    Q_UNREACHABLE_RETURN(QString());
}

/// A claim was made, or got a verdict.
struct Event
{
    Timestamp time;
    ClaimId claim;
    VerdictValue value = VerdictValue::NotChecked;
    VerdictId verdict; ///< null: it was made
};

QDate dateOf(Timestamp time)
{
    return QDate::fromString(dayOf(time), Qt::ISODate);
}

QList<Event> eventsOf(const Record &record)
{
    QList<Event> events;
    for (const ClaimRecord &claim : record.claims()) {
        if (claim.claim->created.microseconds != 0)
            events.append({claim.claim->created, claim.claim->id, VerdictValue::NotChecked, {}});
    }
    for (const Verdict &verdict : record.corpus().verdicts) {
        if (record.claim(verdict.claim) && verdict.created.microseconds != 0)
            events.append({verdict.created, verdict.claim, verdict.value, verdict.id});
    }
    std::ranges::sort(events, {},
                      [](const Event &event) { return std::tuple(event.time, event.verdict, event.claim); });
    return events;
}

/// Where words of each version are under an accepted claim, in any role or as a participant's evidence; ascending.
QHash<VersionId, QList<TextSpan>> claimedSpans(const Record &record)
{
    QSet<PassageId> claimed;
    for (const ClaimRecord &claim : record.claims()) {
        for (const ClaimPassage &part : claim.claim->passages)
            claimed.insert(part.passage);
        for (const Participant &participant : claim.claim->participants)
            claimed.insert(participant.evidence);
    }
    QHash<VersionId, QList<TextSpan>> spans;
    for (const Passage &passage : record.corpus().passages) {
        if (passage.state != State::Accepted || !claimed.contains(passage.id))
            continue;
        for (const Fragment &fragment : passage.fragments)
            spans[passage.version].append(fragment.span);
    }
    for (QList<TextSpan> &all : spans)
        std::ranges::sort(all);
    return spans;
}

/// A row for each number: a chart in a table that a spreadsheet can sum.
QByteArray numbersOf(const QList<BarChart> &all)
{
    Table table{.headings = {Reports::tr("Chart"), Reports::tr("Row"), Reports::tr("Column"), Reports::tr("Count")}};
    for (const BarChart &chart : all) {
        for (const BarChart::Bar &bar : chart.bars) {
            for (qsizetype i = 0; i < chart.series.size(); ++i)
                table.rows.append({chart.title, bar.label, chart.series[i].name, QString::number(bar.values[i])});
        }
    }
    return toCsv(table);
}

}

BarChart verdictsOverTime(const Record &record)
{
    BarChart chart{.title = Reports::tr("Verdicts over time")};
    for (size_t i = 0; i < names<VerdictValue>().size(); ++i)
        chart.series.append(seriesOf(static_cast<VerdictValue>(i)));
    const QList<Event> events = eventsOf(record);
    if (events.isEmpty()) {
        chart.what = nameOf(Period::Day);
        return chart;
    }
    const Period period = periodFor(dateOf(events.first().time), dateOf(events.last().time));
    chart.what = nameOf(period);

    QHash<ClaimId, VerdictValue> state;
    QList<qint64> counts(chart.series.size());
    QDate end = endOf(dateOf(events.first().time), period);
    const auto finishUntil = [&](QDate day) {
        while (end < day) {
            chart.bars.append({end.toString(Qt::ISODate), counts});
            end = endOf(end.addDays(1), period);
        }
    };
    for (const Event &event : events) {
        finishUntil(dateOf(event.time));
        if (const auto before = state.constFind(event.claim); before != state.constEnd()) {
            if (event.verdict.isNull())
                continue; // a verdict that was written down before its claim
            --counts[static_cast<qsizetype>(*before)];
        }
        state.insert(event.claim, event.value);
        ++counts[static_cast<qsizetype>(event.value)];
    }
    chart.bars.append({end.toString(Qt::ISODate), counts});
    return chart;
}

BarChart claimsByPerson(const Record &record)
{
    static constexpr std::array roles{ParticipantRole::Speaker, ParticipantRole::Contributor, ParticipantRole::Source};
    BarChart chart{.title = Reports::tr("Claims by person"), .what = Reports::tr("Person")};
    for (size_t i = 0; i < roles.size(); ++i)
        chart.series.append({label(roles[i]), colourOf(qsizetype(i))});
    QHash<EntityId, QList<qint64>> counts;
    for (const ClaimRecord &claim : record.claims()) {
        for (const Participant &participant : claim.claim->participants) {
            const Entity *entity = record.entity(participant.entity);
            const auto role = std::ranges::find(roles, participant.role);
            if (!entity || role == roles.end()
                || (entity->kind != EntityKind::Person && entity->kind != EntityKind::Character))
                continue;
            QList<qint64> &values = counts[participant.entity];
            values.resize(roles.size());
            ++values[role - roles.begin()];
        }
    }
    for (auto at = counts.begin(); at != counts.end(); ++at)
        chart.bars.append({record.name(at.key()), *at});
    cutToLargest(chart.bars);
    return chart;
}

BarChart claimsByOutlet(const Record &record)
{
    BarChart chart{.title = Reports::tr("Claims by outlet"), .what = Reports::tr("Outlet")};
    const auto kinds = static_cast<qsizetype>(names<ClaimKind>().size());
    for (qsizetype i = 0; i < kinds; ++i)
        chart.series.append({label(static_cast<ClaimKind>(i)), colourOf(i)});
    QHash<EntityId, QList<qint64>> counts;
    for (const ClaimRecord &claim : record.claims()) {
        QList<qint64> &values = counts[claim.article ? claim.article->outlet : EntityId()];
        values.resize(kinds);
        ++values[static_cast<qsizetype>(claim.claim->kind)];
    }
    for (auto at = counts.begin(); at != counts.end(); ++at)
        chart.bars.append({at.key().isNull() ? Reports::tr("no outlet") : record.name(at.key()), *at});
    cutToLargest(chart.bars);
    return chart;
}

BarChart coverageByArticle(const Record &record)
{
    BarChart chart{.title = Reports::tr("Coverage by article (words under a claim, of a hundred)"),
                   .what = Reports::tr("Article"),
                   .series = {{Reports::tr("Under a claim"), colourOf(0)}},
                   .full = 100};
    const QHash<VersionId, QList<TextSpan>> claimed = claimedSpans(record);
    struct Row
    {
        const Article *article;
        int percent;
    };
    QList<Row> rows;
    for (const Article &article : record.corpus().articles) {
        const Version *version = record.current(article.id);
        if (!version)
            continue;
        const Coverage found = coverage(countedParagraphs(version->text), claimed.value(version->id));
        if (found.words > 0)
            rows.append({&article, percent(found.covered, found.words)});
    }
    constexpr qsizetype most = 60;
    std::ranges::stable_sort(rows, {}, &Row::percent);
    rows.resize(std::min(rows.size(), most));
    std::ranges::stable_sort(rows, {}, [](const Row &row) {
        return std::tuple(row.article->published.isEmpty(), row.article->published, row.article->id);
    });
    for (const Row &row : std::as_const(rows))
        chart.bars.append({row.article->title, {row.percent}});
    return chart;
}

Report charts(const Record &record, QDate made)
{
    const QList<BarChart> all{verdictsOverTime(record), claimsByPerson(record), claimsByOutlet(record),
                              coverageByArticle(record)};
    QString body;
    for (const BarChart &chart : all) {
        body += textElement("h2"_L1, chart.title) + u'\n';
        body += chart.bars.isEmpty() ? textElement("p"_L1, Reports::tr("Nothing."), {{"class"_L1, u"quiet"_s}}) + u'\n'
                                     : element("p"_L1, {}, toSvg(chart)) + u'\n' + toHtml(toTable(chart));
    }
    const QString title = Reports::tr("Claims and verdicts");
    const auto claims = record.claims().size();
    return {
        .title = title,
        .html = page(
            {.title = title, .lines = {Reports::tr("%n claim(s)", nullptr, static_cast<int>(claims))}, .made = made},
            body),
        .csv = numbersOf(all),
        .count = claims};
}

}
