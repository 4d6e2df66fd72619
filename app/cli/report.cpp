// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/articles.h"
#include "app/cli/command.h"
#include "app/cli/find.h"
#include "app/cli/output.h"
#include "app/cli/trace.h"

#include "core/base/savefile.h"
#include "core/reports/chainpage.h"
#include "core/reports/report.h"
#include "ui/paper/chainpainting.h"
#include "ui/paper/pdf.h"

#include <QFileInfo>

namespace pq::cli {

using namespace Qt::StringLiterals;

namespace {

/// What was made, and of how many things.
struct Made
{
    QString title;
    QByteArray bytes;
    qsizetype count = 0;
};

QStringList formatsOf(const ReportSpec *spec)
{
    if (!spec) // a chain
        return {u"svg"_s, u"pdf"_s, u"png"_s, u"html"_s, u"txt"_s};
    return spec->hasTable ? QStringList{u"html"_s, u"pdf"_s, u"csv"_s} : QStringList{u"html"_s, u"pdf"_s};
}

QDate today()
{
    return QDateTime::currentDateTimeUtc().date();
}

Result<Made> makeChain(const Store &store, const QString &line, const QString &format)
{
    const auto claims = store.claims();
    const auto passages = store.passages();
    if (!claims || !passages)
        return std::unexpected(claims ? passages.error() : claims.error());
    const auto chain = chainOf(store, line, *claims, *passages);
    if (!chain)
        return std::unexpected(chain.error());
    if (chain->hops.isEmpty())
        return fail(tr("No claim holds the words “%1”, so there is no chain to draw.").arg(line));
    const ChainPicture picture = chainPicture(*chain);
    Made made{picture.title, {}, chain->hops.size()};
    if (format == "svg"_L1)
        made.bytes = toSvg(picture).toUtf8();
    else if (format == "pdf"_L1)
        made.bytes = toPdf(picture);
    else if (format == "png"_L1)
        made.bytes = toPng(picture);
    else if (format == "html"_L1)
        made.bytes = chainPage(*chain, today()).toUtf8();
    else
        made.bytes = toText(*chain).toUtf8();
    return made;
}

Result<Made> make(const Store &store, const ReportSpec &spec, const QString &subject, const QString &format)
{
    ReportQuestion question{.kind = spec.kind, .made = today()};
    if (spec.subject == ReportSubject::Article) {
        const auto article = findArticle(store, subject);
        if (!article)
            return std::unexpected(article.error());
        question.article = *article;
    } else if (spec.subject == ReportSubject::Entity) {
        const auto entity = findEntity(store, subject);
        if (!entity)
            return std::unexpected(entity.error());
        question.entity = *entity;
    }
    const auto corpus = store.corpus();
    if (!corpus)
        return std::unexpected(corpus.error());
    const auto report = makeReport(*corpus, question);
    if (!report)
        return std::unexpected(report.error());
    return Made{report->title,
                format == "html"_L1      ? report->html.toUtf8()
                    : format == "csv"_L1 ? report->csv
                                         : toPdf(*report),
                report->count};
}

}

QList<QCommandLineOption> reportOptions()
{
    return {{u"out"_s, tr("The file to write."), u"FILE"_s},
            {u"format"_s,
             tr("html, pdf or csv; for a chain svg, pdf, png, html or txt. As the file's name ends when left out."),
             u"FORMAT"_s}};
}

ExitCode report(const Call &call)
{
    const QString kind = call.arguments[1];
    const QString subject = call.arguments.sliced(2).join(u' ');
    const bool isChain = kind == "chain"_L1;
    const ReportSpec *spec = findReport(kind);
    if (!spec && !isChain)
        return misused(u"report"_s, tr("There is no report “%1”.").arg(kind));
    const bool wantsSubject = isChain || spec->subject != ReportSubject::Nothing;
    if (wantsSubject != !subject.trimmed().isEmpty())
        return misused(u"report"_s,
                       wantsSubject ? tr("What is the report about? An article, a name or words are missing.")
                                    : tr("The report “%1” is about the whole project.").arg(kind));
    const QString out = call.options.value(u"out"_s);
    if (out.isEmpty())
        return misused(u"report"_s, tr("--%1 is missing.").arg(u"out"_s));
    QString format = call.options.value(u"format"_s).toLower();
    if (format.isEmpty())
        format = QFileInfo(out).suffix().toLower();
    if (const QStringList formats = formatsOf(spec); !formats.contains(format))
        return misused(
            u"report"_s,
            tr("The report “%1” is made as %2, not as “%3”: say --format.").arg(kind, formats.join(u", "_s), format));
    const QString line = isChain ? lineOf(subject) : QString();
    if (isChain && line.isEmpty())
        return misused(u"report"_s, tr("The words of the line are missing."));

    const auto store = openProject(call);
    if (!store)
        return Refused;
    const auto made = isChain ? makeChain(*store, line, format) : make(*store, *spec, subject, format);
    if (!made)
        return refuse(made.error());
    if (const auto saved = saveFile(out, made->bytes); !saved)
        return refuse(saved.error());
    if (call.json)
        print(QJsonObject{{"report"_L1, kind},
                          {"format"_L1, format},
                          {"out"_L1, out},
                          {"title"_L1, made->title},
                          {"count"_L1, qint64(made->count)},
                          {"bytes"_L1, qint64(made->bytes.size())}});
    else
        print(tr("Wrote %1: %2").arg(out, made->title));
    return Done;
}

}
