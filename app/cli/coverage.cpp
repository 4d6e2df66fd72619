// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/articles.h"
#include "app/cli/command.h"
#include "app/cli/output.h"

#include "core/review/coverage.h"

#include <QJsonArray>

namespace pq::cli {

using namespace Qt::StringLiterals;

namespace {

struct Measured
{
    Text text;
    Coverage coverage;
};

Result<Measured> measure(const Store &store, ArticleId article)
{
    const auto version = store.currentVersion(article);
    if (!version)
        return std::unexpected(version.error());
    const auto claimed = store.claimedSpans(version->id);
    if (!claimed)
        return std::unexpected(claimed.error());
    return Measured{version->text, coverage(countedParagraphs(version->text), *claimed)};
}

QJsonObject objectOf(const TextSpan &span)
{
    return {{"begin"_L1, qint64(span.begin.value)}, {"end"_L1, qint64(span.end.value)}};
}

QJsonObject objectOf(const Article &article, const Coverage &of)
{
    return {{"article"_L1, article.id.toString()},
            {"title"_L1, article.title},
            {"words"_L1, qint64(of.words)},
            {"covered"_L1, qint64(of.covered)},
            {"percent"_L1, percent(of.covered, of.words)}};
}

QStringList columnsOf(const Article &article, const Coverage &of)
{
    return {article.id.toString(), u"%1 %"_s.arg(percent(of.covered, of.words)),
            tr("%1 of %2 words").arg(of.covered).arg(of.words), article.title};
}

/// Paragraph by paragraph, and the words that nobody has looked at.
void printWhole(const Article &article, const Measured &measured, bool json)
{
    const Coverage &of = measured.coverage;
    if (!json) {
        print(columnsOf(article, of));
        for (const TextSpan &span : of.uncovered)
            print({u"%1–%2"_s.arg(span.begin.value).arg(span.end.value), measured.text.words(span).toString()});
        return;
    }
    QJsonObject object = objectOf(article, of);
    QJsonArray paragraphs;
    for (const ParagraphCoverage &paragraph : of.paragraphs) {
        QJsonObject each = objectOf(paragraph.span);
        each["words"_L1] = qint64(paragraph.words);
        each["covered"_L1] = qint64(paragraph.covered);
        each["percent"_L1] = percent(paragraph.covered, paragraph.words);
        paragraphs.append(each);
    }
    QJsonArray uncovered;
    for (const TextSpan &span : of.uncovered) {
        QJsonObject each = objectOf(span);
        each["words"_L1] = measured.text.words(span).toString();
        uncovered.append(each);
    }
    object["paragraphs"_L1] = paragraphs;
    object["uncovered"_L1] = uncovered;
    print(object);
}

}

ExitCode showCoverage(const Call &call)
{
    const auto store = openProject(call);
    if (!store)
        return Refused;
    if (call.arguments.size() > 1) {
        const auto id = findArticle(*store, call.arguments[1]);
        if (!id)
            return refuse(id.error());
        const auto article = store->article(*id);
        const auto measured = measure(*store, *id);
        if (!article || !measured)
            return refuse(article ? measured.error() : article.error());
        printWhole(*article, *measured, call.json);
        return Done;
    }
    const auto articles = store->articles();
    if (!articles)
        return refuse(articles.error());
    for (const Article &article : *articles) {
        const auto measured = measure(*store, article.id);
        if (!measured)
            return refuse(measured.error());
        if (call.json)
            print(objectOf(article, measured->coverage));
        else
            print(columnsOf(article, measured->coverage));
    }
    return Done;
}

}
