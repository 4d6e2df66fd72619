// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/report.h"

#include "core/reports/annotatedarticle.h"
#include "core/reports/charts.h"
#include "core/reports/factsheet.h"
#include "core/reports/openquestions.h"
#include "core/reports/translated.h"
#include "core/reports/whosaidwhat.h"

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr ReportSpec specs[] = {
    {ReportKind::Article, "article", QT_TRANSLATE_NOOP("Report", "Annotated article"), ReportSubject::Article, false},
    {ReportKind::FactSheet, "factsheet", QT_TRANSLATE_NOOP("Report", "Fact sheet"), ReportSubject::Article, true},
    {ReportKind::Open, "open", QT_TRANSLATE_NOOP("Report", "Open questions"), ReportSubject::Nothing, true},
    {ReportKind::Person, "person", QT_TRANSLATE_NOOP("Report", "Who said what"), ReportSubject::Entity, true},
    {ReportKind::Charts, "charts", QT_TRANSLATE_NOOP("Report", "Charts"), ReportSubject::Nothing, true},
};

}

std::span<const ReportSpec> reportSpecs()
{
    return specs;
}

const ReportSpec &specOf(ReportKind kind)
{
    return *std::ranges::find(specs, kind, &ReportSpec::kind);
}

const ReportSpec *findReport(QStringView id)
{
    const auto *found = std::ranges::find_if(specs,
                                             [id](const ReportSpec &spec) { return id == QLatin1StringView(spec.id); });
    return found == std::end(specs) ? nullptr : found;
}

Result<Report> makeReport(const Corpus &corpus, const ReportQuestion &question)
{
    const Record record(corpus);
    const Article *article = record.article(question.article);
    const Entity *entity = record.entity(question.entity);
    const ReportSubject subject = specOf(question.kind).subject;
    if (subject == ReportSubject::Article && !article)
        return fail(Reports::tr("There is no such article in the project any more. Choose another one."));
    if (subject == ReportSubject::Entity && !entity)
        return fail(Reports::tr("There is nobody of this id in the project any more. Choose somebody else."));
    switch (question.kind) {
    case ReportKind::Article:
        return annotatedArticle(record, *article, question.made);
    case ReportKind::FactSheet:
        return factSheet(record, *article, question.made);
    case ReportKind::Open:
        return openQuestions(record, question.made);
    case ReportKind::Person:
        return whoSaidWhat(record, *entity, question.made);
    case ReportKind::Charts:
        return charts(record, question.made);
    }
    Q_UNREACHABLE_RETURN(Report{});
}

}
