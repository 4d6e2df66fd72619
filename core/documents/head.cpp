// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/head.h"

#include "core/documents/dateline.h"
#include "core/documents/names.h"

#include <QRegularExpression>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr int linesLookedAt = 12;
constexpr qsizetype longestHeadline = 200;
constexpr qsizetype longestHeadLine = 120; ///< of bylines and the like

// What one line gives.
struct Line
{
    QString title;
    QString byline;
    QString outlet;
    std::optional<Dateline> date;

    [[nodiscard]] bool isEmpty() const { return title.isEmpty() && byline.isEmpty() && outlet.isEmpty() && !date; }
};

// "By Jane Doe", "Words: Jane Doe": the rest, or nothing.
QString afterByPrefix(QStringView part)
{
    static const QRegularExpression prefix(
        u"^(?:(?:(?:words|text|story|interview|written|reported)\\s+)?by:?\\s+|(?:words|text|author|byline|writer)\\s*:\\s*)(\\S.*)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return prefix.matchView(part).captured(1).trimmed();
}

// "Jane Doe", "Jane Doe for Empire", "Jane Doe, Empire": a byline with what is surely an outlet taken off.
bool readByline(const QString &words, Line &line)
{
    static const QRegularExpression tail(u"^(.+?)(?:\\s+for\\s+|\\s*,\\s*)([^,]+)$"_s);
    if (looksLikeByline(words)) {
        line.byline = words;
        return true;
    }
    const QRegularExpressionMatch match = tail.match(words);
    if (!match.hasMatch() || !looksLikeByline(match.capturedView(1)) || !isClearlyOutlet(match.capturedView(2)))
        return false;
    line.byline = match.captured(1);
    line.outlet = match.captured(2);
    return true;
}

// "Jane Doe, Empire, 12 March 2025", "Empire, March 12, 2025": something and a date after a comma.
bool readCommaForm(QStringView part, Line &line)
{
    for (qsizetype comma = part.indexOf(u','); comma > 0; comma = part.indexOf(u',', comma + 1)) {
        const std::optional<Dateline> date = dateline(part.sliced(comma + 1));
        if (!date)
            continue;
        const QStringView before = part.first(comma).trimmed();
        if (const QString names = afterByPrefix(before); !names.isEmpty()) {
            if (!readByline(names, line))
                return false;
        } else {
            const QList<QStringView> fields = before.split(u',');
            const bool shapely = std::ranges::all_of(
                fields, [](QStringView field) { return looksLikeOutlet(field.trimmed()); });
            if (!shapely || fields.size() > 2)
                return false;
            static const QRegularExpression place(
                u"^(?:New|Los|San|Santa|Las|Saint|St\\.?|El|Fort|North|South|East|West)\\s"_s);
            if (fields.size() == 2 && looksLikePerson(fields[0]) && !place.matchView(fields[0]).hasMatch()) {
                line.byline = fields[0].trimmed().toString();
                line.outlet = fields[1].trimmed().toString();
            } // a single name before a date may be a person, an outlet or a town
        }
        line.date = date;
        return true;
    }
    return false;
}

// "Title: …", "Author: …" as in Markdown's front matter and in what archives deliver.
Line readLabelled(QStringView text)
{
    static const QRegularExpression label(
        u"^(title|headline|author|byline|outlet|publication|publisher|date):\\s*[\"']?(.*?)[\"']?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    Line line;
    const QRegularExpressionMatch match = label.matchView(text);
    const QString name = match.captured(1).toLower();
    const QString value = match.captured(2).trimmed();
    if (name == "title"_L1 || name == "headline"_L1)
        line.title = value;
    else if ((name == "author"_L1 || name == "byline"_L1) && looksLikePerson(value))
        line.byline = value;
    else if ((name == "outlet"_L1 || name.startsWith("publi"_L1)) && looksLikeOutlet(value))
        line.outlet = value;
    else if (name == "date"_L1)
        line.date = dateline(value);
    return line;
}

// Most lines say nothing of the kind; this sees it before any expression is tried.
bool mayTell(QStringView text)
{
    return text.contains(u':') || text.contains(u"by ", Qt::CaseInsensitive)
        || std::ranges::any_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

Line readLine(QStringView text)
{
    if (!mayTell(text))
        return {};
    if (Line labelled = readLabelled(text); !labelled.isEmpty())
        return labelled;
    if (text.size() > longestHeadLine)
        return {};

    static const QRegularExpression between(
        u"\\s*[|·•—]\\s*|\\s+[–-]\\s+|(?<!first)(?<!last)[,;]?\\s+(?=(?:(?:last|first)\\s+)?(?:updated|published|modified)\\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    Line line;
    QStringList others;
    const QStringList parts = text.toString().split(between, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (const std::optional<Dateline> date = dateline(part)) {
            if (!line.date || date->kind < line.date->kind)
                line.date = date;
        } else if (const QString names = afterByPrefix(part); !names.isEmpty() && readByline(names, line)) {
            continue;
        } else if (!isTimeOfDay(part) && !isPageFurniture(part) && !isRole(part) && !readCommaForm(part, line)) {
            others.append(part);
        }
    }
    if (line.isEmpty())
        return {};
    // One part may be an outlet; with more than one, or a sentence, the line is something else.
    const bool outlet = others.size() == 1 && line.outlet.isEmpty() && parts.size() > 1
        && looksLikeOutlet(others.first());
    if (outlet)
        line.outlet = others.first().trimmed();
    else if (!others.isEmpty() && line.byline.isEmpty())
        return {};
    return line;
}

QString headline(QStringView text)
{
    static const QRegularExpression markdown(u"^#{1,6}\\s+(.*?)\\s*#*$"_s);
    const QRegularExpressionMatch match = markdown.matchView(text);
    const QString words = match.hasMatch() ? match.captured(1) : text.toString();
    const bool hasLetters = std::ranges::any_of(words, [](QChar c) { return c.isLetter() || c.isSurrogate(); });
    return hasLetters && words.size() <= longestHeadline ? words : QString();
}

}

Head guessHead(const Text &text)
{
    Head head;
    std::optional<Dateline> date;
    bool titleMayCome = true;
    int lines = 0;
    const QStringView all = text.string();
    for (qsizetype begin = 0; begin < all.size() && lines < linesLookedAt;) {
        const qsizetype feed = all.indexOf(u'\n', begin);
        const qsizetype end = feed < 0 ? all.size() : feed;
        const QStringView words = all.sliced(begin, end - begin).trimmed();
        begin = end + 1;
        if (words.isEmpty() || std::ranges::all_of(words, [](QChar c) { return c == u'-' || c == u'=' || c == u'*'; }))
            continue;
        ++lines;
        if (words.size() > longestHeadline)
            break; // the running text
        const Line line = readLine(words);
        if (head.title.isEmpty() && titleMayCome && line.isEmpty()) {
            head.title = headline(words);
            titleMayCome = false;
        }
        if (head.title.isEmpty() && !line.title.isEmpty())
            head.title = line.title;
        if (head.byline.isEmpty())
            head.byline = line.byline;
        if (head.outlet.isEmpty())
            head.outlet = line.outlet;
        if (line.date && (!date || line.date->kind < date->kind))
            date = line.date;
    }
    head.published = date ? date->day : QString();
    return head;
}

}
