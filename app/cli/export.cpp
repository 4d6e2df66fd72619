// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/articles.h"
#include "app/cli/command.h"
#include "app/cli/output.h"

#include "core/base/savefile.h"
#include "core/formats/format.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

// export and formats.
namespace pq::cli {

using namespace Qt::StringLiterals;

namespace {

void printText(const QString &out, const Written &written)
{
    print(counted(written.files.size(), QT_TRANSLATE_NOOP("Cli", "Wrote 1 file"),
                  QT_TRANSLATE_NOOP("Cli", "Wrote %1 files"))
          + u": "_s + out);
    if (!written.loss.isEmpty())
        print(tr("The format could not hold:"));
    for (const QStringList lines = toText(written.loss).split(u'\n', Qt::SkipEmptyParts); const QString &line : lines)
        print(written.loss.isEmpty() ? line : u"  "_s + line);
}

}

QList<QCommandLineOption> exportOptions()
{
    return {{u"format"_s, tr("The format; see pullquote-cli formats."), u"ID"_s},
            {u"out"_s, tr("The file or, for formats of several files, the folder to write."), u"PATH"_s},
            {u"loss"_s, tr("Write what the format could not hold to this file, as JSON."), u"FILE"_s},
            {u"article"_s, tr("Only this article and what belongs to it; may be given several times."), u"ID|TITLE"_s}};
}

ExitCode exportProject(const Call &call)
{
    for (const QString &needed : {u"format"_s, u"out"_s}) {
        if (call.options.value(needed).isEmpty())
            return misused(u"export"_s, tr("--%1 is missing.").arg(needed));
    }
    const QString out = call.options.value(u"out"_s);
    const Format *format = findFormat(call.options.value(u"format"_s));
    if (!format || !format->write)
        return misused(u"export"_s,
                       tr("No format “%1” can be written; pullquote-cli formats lists them.")
                           .arg(call.options.value(u"format"_s)));
    const auto store = openProject(call);
    if (!store)
        return Refused;

    QSet<ArticleId> articles;
    for (const QStringList all = call.options.values(u"article"_s); const QString &given : all) {
        const auto article = findArticle(*store, given);
        if (!article)
            return refuse(article.error());
        articles.insert(*article);
    }
    const auto corpus = articles.isEmpty() ? store->corpus() : store->corpus(articles);
    if (!corpus)
        return refuse(corpus.error());
    const auto written = writeChecked(*format, *corpus);
    if (!written)
        return refuse(written.error());
    if (const auto saved = save(*format, *written, out); !saved)
        return refuse(saved.error());
    if (call.options.isSet(u"loss"_s)) {
        if (const auto saved = saveFile(call.options.value(u"loss"_s), toJson(written->loss)); !saved)
            return refuse(saved.error());
    }

    if (!call.json) {
        printText(out, *written);
        return Done;
    }
    QStringList paths;
    for (const NamedFile &file : written->files)
        paths.append(file.path);
    print(
        QJsonObject{{"format"_L1, QString::fromLatin1(format->id)},
                    {"out"_L1, out},
                    {"files"_L1, format->shape == Shape::Folder ? QJsonArray::fromStringList(paths) : QJsonArray{out}},
                    {"loss"_L1, QJsonDocument::fromJson(toJson(written->loss)).array()}});
    return Done;
}

ExitCode listFormats(const Call &call)
{
    for (const Format &format : formats()) {
        const QString id = QString::fromLatin1(format.id);
        const QString name = QCoreApplication::translate("Format", format.name);
        if (call.json) {
            print(QJsonObject{{"id"_L1, id},
                              {"name"_L1, name},
                              {"suffix"_L1, QString::fromLatin1(format.suffix)},
                              {"folder"_L1, format.shape == Shape::Folder},
                              {"reads"_L1, format.read != nullptr},
                              {"writes"_L1, format.write != nullptr}});
            continue;
        }
        const QString can = !format.read ? tr("export only")
            : !format.write              ? tr("import only")
                                         : tr("import and export");
        print({id, name, format.shape == Shape::Folder ? tr("folder") : tr("file"), can});
    }
    return Done;
}

}
