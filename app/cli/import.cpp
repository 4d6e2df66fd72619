// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/output.h"

#include "core/documents/reader.h"
#include "core/formats/evidence.h"
#include "core/formats/parts.h"
#include "core/model/names.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace pq::cli {

using namespace Qt::StringLiterals;

namespace {

/// A file or folder to import, and how.
struct Item
{
    QString path;
    const Format *format = nullptr; ///< null: an article's text
};

/// What became of one of them. Texts are not kept: many files may be read in one go.
struct Outcome
{
    QString path;
    QString refusal; ///< why it was refused; empty when it was not
    const Format *format = nullptr;
    Edit::Imported imported;
    QString title;
    QString encoding;
    bool encodingGuessed = false;
    QList<Repair> repairs;
    Findings found; ///< of a corpus
};

/// The items that @p paths stand for; a path that cannot be read is refused in @p outcomes.
QList<Item> itemsOf(const QStringList &paths, const Format *format, QList<Outcome> &outcomes)
{
    QList<Item> items;
    for (const QString &path : paths) {
        if (format) {
            items.append({path, format});
            continue;
        }
        // What lies in a folder is one corpus where its format is of folders, and file by file whatever it is
        // otherwise.
        const Format *whole = recognise(path);
        if (whole && whole->read) {
            items.append({path, whole});
            continue;
        }
        const auto files = documentFiles({path});
        if (!files) {
            Outcome outcome;
            outcome.path = path;
            outcome.refusal = files.error().message;
            outcomes.append(outcome);
            continue;
        }
        for (const QString &file : *files) {
            const Format *each = recognise(file);
            items.append({file, each && each->read ? each : nullptr});
        }
    }
    return items;
}

Outcome importArticle(Edit &edit, const QString &path)
{
    Outcome outcome;
    outcome.path = path;
    const auto document = readDocument(path);
    if (!document) {
        outcome.refusal = document.error().message;
        return outcome;
    }
    outcome.imported = edit.import(*document);
    outcome.title = document->head.title.isEmpty() ? document->sourceName : document->head.title;
    outcome.encoding = document->encoding;
    outcome.encodingGuessed = document->encodingGuessed;
    outcome.repairs = document->repairs;
    return outcome;
}

Outcome importCorpus(const Item &item, bool keepsGoing, const std::function<void(const Corpus &)> &put)
{
    Outcome outcome;
    outcome.path = item.path;
    outcome.format = item.format;
    const auto read = loadParts(*item.format, item.path, {.keepsGoing = keepsGoing}, [&](Read &&part) -> Result<> {
        addFindings(outcome.found, part);
        put(part.corpus);
        return {};
    });
    if (!read)
        outcome.refusal = read.error().message;
    return outcome;
}

/// Whether it may be refused after some of it has come in. Of documents in files of their own only those that are
/// refused are left out.
bool mayBeRefusedLate(const Item &item)
{
    const Division division = item.format ? item.format->division : Division::None;
    return (division == Division::Lines || division == Division::Ids) && QFileInfo(item.path).size() > partBytes;
}

Outcome importCorpus(Edit &edit, const Item &item, bool keepsGoing)
{
    Outcome outcome;
    const auto import = [&] {
        outcome = importCorpus(item, keepsGoing, [&edit](const Corpus &corpus) { edit.put(corpus); });
        return outcome.refusal.isEmpty();
    };
    // Nothing of a refused file comes in; without keepsGoing, nothing of any.
    if (keepsGoing && mayBeRefusedLate(item))
        edit.attempt(import);
    else
        import();
    return outcome;
}

QString labelFor(const QList<Item> &items)
{
    if (items.size() == 1)
        return tr("Import %1").arg(QFileInfo(items.first().path).fileName());
    if (std::ranges::any_of(items, [](const Item &item) { return item.format != nullptr; }))
        return tr("Import %1 files").arg(items.size());
    return tr("Import %1 articles").arg(items.size());
}

QString repairText(const Repair &repair)
{
    switch (repair.kind) {
    case RepairKind::ByteOrderMark:
        return tr("a byte order mark was removed");
    case RepairKind::LineEnds:
        return counted(repair.count, QT_TRANSLATE_NOOP("Cli", "1 line end became a line feed"),
                       QT_TRANSLATE_NOOP("Cli", "%1 line ends became line feeds"));
    case RepairKind::ControlCharacters:
        return counted(repair.count, QT_TRANSLATE_NOOP("Cli", "1 control character was removed"),
                       QT_TRANSLATE_NOOP("Cli", "%1 control characters were removed"));
    case RepairKind::NullCharacters:
        return counted(repair.count, QT_TRANSLATE_NOOP("Cli", "1 null character was removed"),
                       QT_TRANSLATE_NOOP("Cli", "%1 null characters were removed"));
    case RepairKind::InvalidBytes:
        return counted(repair.count, QT_TRANSLATE_NOOP("Cli", "1 invalid byte became U+FFFD"),
                       QT_TRANSLATE_NOOP("Cli", "%1 invalid bytes became U+FFFD"));
    case RepairKind::LoneSurrogates:
        return counted(repair.count, QT_TRANSLATE_NOOP("Cli", "1 lone surrogate became U+FFFD"),
                       QT_TRANSLATE_NOOP("Cli", "%1 lone surrogates became U+FFFD"));
    }
    Q_UNREACHABLE_RETURN(QString());
}

void printText(const Outcome &outcome)
{
    if (outcome.format) {
        print(tr("%1: imported %2, %3, %4")
                  .arg(outcome.path,
                       counted(outcome.found.articles, QT_TRANSLATE_NOOP("Cli", "1 article"),
                               QT_TRANSLATE_NOOP("Cli", "%1 articles")),
                       counted(outcome.found.passages, QT_TRANSLATE_NOOP("Cli", "1 passage"),
                               QT_TRANSLATE_NOOP("Cli", "%1 passages")),
                       counted(outcome.found.claims, QT_TRANSLATE_NOOP("Cli", "1 claim"),
                               QT_TRANSLATE_NOOP("Cli", "%1 claims"))));
    } else if (outcome.imported.wasThere) {
        print(tr("%1: already there as “%2” (same text)").arg(outcome.path, outcome.title));
    } else {
        print(tr("%1: imported as “%2”").arg(outcome.path, outcome.title));
        if (outcome.encodingGuessed)
            print(u"  "_s + tr("the encoding was guessed: %1").arg(outcome.encoding));
        for (const Repair &repair : outcome.repairs)
            print(u"  "_s + repairText(repair));
    }
    for (const CountingEvidence &evidence : outcome.found.counting)
        print(u"  "_s + toText(evidence));
    for (const QString &remark : outcome.found.remarks)
        print(u"  "_s + remark);
}

QJsonObject toObject(const Outcome &outcome)
{
    if (!outcome.refusal.isEmpty())
        return {{"file"_L1, outcome.path}, {"result"_L1, u"refused"_s}, {"error"_L1, outcome.refusal}};
    QJsonObject object{{"file"_L1, outcome.path},
                       {"result"_L1, outcome.imported.wasThere ? u"present"_s : u"imported"_s}};
    if (outcome.format) {
        object.insert("format"_L1, QString::fromLatin1(outcome.format->id));
        object.insert("articles"_L1, outcome.found.articles);
        object.insert("passages"_L1, outcome.found.passages);
        object.insert("claims"_L1, outcome.found.claims);
        object.insert("remarks"_L1, QJsonArray::fromStringList(outcome.found.remarks));
        object.insert("counting"_L1, QJsonDocument::fromJson(toJson(outcome.found.counting)).array());
        object.insert("refused"_L1, QJsonArray::fromStringList(outcome.found.refused));
        return object;
    }
    QJsonArray repairs;
    for (const Repair &repair : outcome.repairs)
        repairs.append(QJsonObject{{"kind"_L1, nameOf(repair.kind)}, {"count"_L1, repair.count}});
    object.insert("article"_L1, outcome.imported.article.toString());
    object.insert("title"_L1, outcome.title);
    object.insert("encoding"_L1, outcome.encoding);
    object.insert("encodingGuessed"_L1, outcome.encodingGuessed);
    object.insert("repairs"_L1, repairs);
    return object;
}

}

QList<QCommandLineOption> importOptions()
{
    return {{u"format"_s, tr("Read the files in this format; see pullquote-cli formats."), u"ID"_s},
            {u"keep-going"_s, tr("Import what can be imported when a file is refused.")}};
}

ExitCode importFiles(const Call &call)
{
    const QString formatId = call.options.value(u"format"_s);
    const Format *format = findFormat(formatId);
    if (call.options.isSet(u"format"_s) && (!format || !format->read))
        return misused(u"import"_s, tr("No format “%1” can be read; pullquote-cli formats lists them.").arg(formatId));
    const bool keepsGoing = call.options.isSet(u"keep-going"_s);
    auto store = openProject(call);
    if (!store)
        return Refused;

    QList<Outcome> outcomes;
    const QList<Item> items = itemsOf(call.arguments.sliced(1), format, outcomes);
    const auto refused = [&outcomes] {
        return std::ranges::any_of(outcomes, [](const Outcome &each) { return !each.refusal.isEmpty(); });
    };
    const auto imported = store->edit(labelFor(items), [&](Edit &edit) {
        // One part of a file at a time is in memory.
        for (const Item &item : items)
            outcomes.append(item.format ? importCorpus(edit, item, keepsGoing) : importArticle(edit, item.path));
        if (refused() && !keepsGoing)
            edit.refuse(tr("Nothing was imported."));
    });

    for (const Outcome &outcome : std::as_const(outcomes)) {
        if (!outcome.refusal.isEmpty())
            complain(outcome.refusal);
        for (const QString &refusal : outcome.found.refused)
            complain(refusal);
    }
    if (!imported)
        return refuse(imported.error());
    for (Outcome &outcome : outcomes) {
        if (outcome.imported.wasThere) {
            const auto known = store->article(outcome.imported.article);
            outcome.title = known && !known->title.isEmpty() ? known->title : outcome.title;
        }
        if (call.json)
            print(toObject(outcome));
        else if (outcome.refusal.isEmpty())
            printText(outcome);
    }
    if (items.isEmpty() && !refused())
        return refuse({tr("There is nothing to import in %1.").arg(call.arguments.sliced(1).join(u", "_s))});
    const bool isWhole = std::ranges::all_of(outcomes,
                                             [](const Outcome &each) { return each.found.refused.isEmpty(); });
    return refused() || !isWhole ? Refused : Done;
}

}
