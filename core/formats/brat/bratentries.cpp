// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/brat/bratentries.h"

#include <QRegularExpression>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// Macros can grow without end in each other, and so can arguments that are inherited twice.
constexpr qsizetype longestLine = 100'000;
constexpr qsizetype mostArguments = 10'000;

using Macros = QList<std::pair<QString, QString>>;

bool isHeading(const QString &line)
{
    return line.startsWith(u'[') && line.endsWith(u']');
}

bool isSeparator(const QString &line)
{
    return std::ranges::all_of(line.trimmed(), [](QChar c) { return c == u'-'; });
}

QString expanded(QString line, const Macros &macros)
{
    for (const auto &[name, value] : macros) {
        if (line.size() + line.count(name) * (value.size() - name.size()) <= longestLine)
            line.replace(name, value);
    }
    return line;
}

/// Parts of @p list, trimmed, without empty ones.
QStringList parts(QStringView list, QChar between)
{
    QStringList all;
    for (const QStringView part : list.split(between)) {
        if (const QStringView trimmed = part.trimmed(); !trimmed.isEmpty())
            all.append(trimmed.toString());
    }
    return all;
}

std::pair<QString, QStringList> argumentOf(const QString &part)
{
    static const QRegularExpression repetition(u"(\\{[^{}]*\\}|[?*+])$"_s);
    const qsizetype colon = part.indexOf(u':');
    QString key = colon < 0 ? part : part.first(colon);
    if (!key.startsWith(u'<'))
        key.remove(repetition);
    return {key, colon < 0 ? QStringList() : parts(QStringView(part).sliced(colon + 1), u'|')};
}

}

QString BratEntry::type() const
{
    return bratStored(terms.value(0));
}

QStringList BratEntry::values(QStringView argument) const
{
    const auto found = std::ranges::find(arguments, argument, [](const auto &each) { return QStringView(each.first); });
    return found == arguments.end() ? QStringList() : found->second;
}

QList<BratEntry> bratEntries(const QStringList &lines, bool labels)
{
    const auto options = QRegularExpression::DotMatchesEverythingOption
        | QRegularExpression::UseUnicodePropertiesOption;
    static const QRegularExpression definition(u"^(<[A-Za-z_-]+>)=\\s*(.*?)\\s*$"_s, options);
    static const QRegularExpression spaced(u"^(\\s*)([^\\t]+)(?:\\t(.*))?$"_s, options);
    static const QRegularExpression plain(u"^(\\s*)(\\S+)(?:\\s+(.*))?$"_s, options);
    Macros macros;
    QList<std::pair<qsizetype, QStringList>> above; // depth and arguments of those that <INHERIT> may mean
    QList<BratEntry> entries;
    for (const QString &line : lines) {
        if (isSeparator(line))
            continue;
        if (const auto match = definition.match(line); match.hasMatch()) {
            const auto known = std::ranges::find(macros, match.captured(1), &Macros::value_type::first);
            if (known == macros.end())
                macros.append({match.captured(1), match.captured(2)});
            else
                known->second = match.captured(2);
            continue;
        }
        const QString whole = expanded(line, macros);
        auto match = (labels ? spaced : plain).match(whole);
        QStringList arguments = parts(match.capturedView(3), u',');
        const auto hasSpace = [](const QString &part) {
            return std::ranges::any_of(part, [](QChar c) { return c.isSpace(); });
        };
        // Terms may hold spaces where a tab ends them, which nobody should write any more.
        if (!labels && whole.contains(u'\t') && std::ranges::any_of(arguments, hasSpace)) {
            match = spaced.match(whole);
            arguments = parts(match.capturedView(3), u',');
        }
        BratEntry entry;
        entry.depth = match.capturedLength(1);
        entry.terms = parts(match.capturedView(2), u'|');
        for (QString &term : entry.terms) {
            if (term.startsWith(u'!')) // not to be chosen
                term.remove(0, 1);
        }
        entry.terms.removeAll(QString());
        if (entry.terms.isEmpty())
            continue;
        while (!above.isEmpty() && above.last().first >= entry.depth)
            above.removeLast();
        QStringList all;
        for (const QString &argument : std::as_const(arguments)) {
            if (argument == u"<INHERIT>" && !above.isEmpty() && all.size() < mostArguments)
                all += above.last().second;
            else if (argument != u"<INHERIT>")
                all.append(argument);
        }
        std::ranges::transform(std::as_const(all), std::back_inserter(entry.arguments), argumentOf);
        above.append({entry.depth, all});
        entries.append(entry);
    }
    return entries;
}

QHash<QString, QStringList> bratSections(const QString &configuration)
{
    QHash<QString, QStringList> sections;
    QString heading;
    for (const QStringList lines = configuration.split(u'\n'); QString line : lines) {
        if (line.endsWith(u'\r'))
            line.chop(1);
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(u'#'))
            continue;
        if (isHeading(trimmed))
            heading = trimmed == u"[spans]" ? u"entities"_s : trimmed.sliced(1, trimmed.size() - 2);
        else
            sections[heading].append(line);
    }
    return sections;
}

QString bratStored(const QString &type)
{
    QString stored;
    for (const QChar c : type) {
        if (c.isLowSurrogate())
            continue;
        const bool isPlain = c == u'-' || c == u'_' || (c.unicode() < 0x80 && c.isLetterOrNumber());
        stored += isPlain ? c : QChar(u'_');
    }
    return stored;
}

}
