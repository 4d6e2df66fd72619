// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/names.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <span>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

using Words = std::span<const QStringView>;

constexpr QStringView particles[] = {u"al",  u"bin", u"da", u"de", u"del", u"della", u"den", u"der", u"di",  u"do",
                                     u"dos", u"du",  u"el", u"la", u"le",  u"ten",   u"ter", u"van", u"von", u"y"};
constexpr QStringView connectives[] = {u"&", u"and", u"at", u"for", u"in", u"of", u"on", u"the", u"to"};
constexpr QStringView roles[] = {u"writer",    u"editor",      u"critic",     u"reporter", u"correspondent", u"staff",
                                 u"columnist", u"contributor", u"journalist", u"producer", u"chief"};
constexpr QStringView furniture[] = {u"news",       u"movies",        u"film",       u"films",    u"tv",
                                     u"television", u"interview",     u"interviews", u"feature",  u"features",
                                     u"culture",    u"entertainment", u"share",      u"comments", u"music",
                                     u"books",      u"exclusive",     u"review",     u"reviews",  u"home"};
constexpr QStringView outletWords[] = {u"Magazine", u"Times",   u"News",      u"Post",    u"Weekly",   u"Daily",
                                       u"Guide",    u"Review",  u"Reporter",  u"Journal", u"Press",    u"Radio",
                                       u"TV",       u"Online",  u"Herald",    u"Network", u"Guardian", u"Observer",
                                       u"Gazette",  u"Tribune", u"Chronicle", u"Today",   u"Podcast"};

bool isOneOf(QStringView word, Words all, Qt::CaseSensitivity sensitivity = Qt::CaseSensitive)
{
    return std::ranges::any_of(all, [&](QStringView one) { return word.compare(one, sensitivity) == 0; });
}

QList<QStringView> wordsOf(QStringView words)
{
    return words.trimmed().split(u' ', Qt::SkipEmptyParts);
}

bool hasCapital(QStringView word) // or is of a script without capitals
{
    return word[0].isLetter() && !word[0].isLower();
}

bool isNamePart(QStringView word)
{
    return hasCapital(word) && std::ranges::all_of(word, [](QChar c) {
               return c.isLetter() || c.isMark() || c == u'\'' || c == u'’' || c == u'-' || c == u'.';
           });
}

}

bool looksLikePerson(QStringView words)
{
    const QList<QStringView> all = wordsOf(words);
    if (all.size() < 2 || all.size() > 5 || isOneOf(all.first(), connectives, Qt::CaseInsensitive))
        return false;
    const auto isPart = [](QStringView word) { return isNamePart(word) || isOneOf(word, particles); };
    return std::ranges::all_of(all, isPart) && isNamePart(all.first()) && isNamePart(all.last()) && !isRole(words);
}

bool looksLikeByline(QStringView words)
{
    static const QRegularExpression between(u"\\s*,\\s*(?:and\\s+)?|\\s+(?:and|&|with)\\s+"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QStringList all = words.trimmed().toString().split(between);
    return !all.isEmpty() && all.size() <= 6 && looksLikePerson(all.first())
        && std::ranges::all_of(all, [](QStringView one) { return looksLikePerson(one) || isRole(one); });
}

bool looksLikeOutlet(QStringView words)
{
    const QList<QStringView> all = wordsOf(words);
    if (all.isEmpty() || all.size() > 5 || words.size() > 40 || isPageFurniture(words) || isRole(words))
        return false;
    const auto isBig = [](QStringView word) { return hasCapital(word) || word[0].isDigit(); };
    return isBig(all.first()) && words.trimmed().back() != u'.' && words.trimmed().back() != u'?'
        && std::ranges::all_of(all, [&](QStringView word) {
               return (isBig(word) || isOneOf(word, connectives)) && !word.endsWith(u',') && !word.endsWith(u':');
           });
}

bool isClearlyOutlet(QStringView words)
{
    const QList<QStringView> all = wordsOf(words);
    return looksLikeOutlet(words)
        && (all.size() == 1 || all.first() == u"The" || std::ranges::any_of(all, [](QStringView word) {
                return isOneOf(word, outletWords) || word.contains(u'.');
            }));
}

bool isRole(QStringView words)
{
    const QList<QStringView> all = wordsOf(words);
    return !all.isEmpty() && all.size() <= 5 && isOneOf(all.last(), roles, Qt::CaseInsensitive)
        && !all.first().startsWith(u"The");
}

bool isPageFurniture(QStringView words)
{
    static const QRegularExpression readingTime(u"^\\d+[ -]?min(?:ute)?s?(?: read)?$"_s,
                                                QRegularExpression::CaseInsensitiveOption);
    return isOneOf(words.trimmed(), furniture, Qt::CaseInsensitive)
        || readingTime.matchView(words.trimmed()).hasMatch();
}

}
