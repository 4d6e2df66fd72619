// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/paragraphkind.h"

#include "core/text/turns.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

enum class Case { Own, Either };

struct Rule
{
    ParagraphKind kind;
    QRegularExpression pattern;
};

QRegularExpression made(const QString &words, Case letters)
{
    auto options = QRegularExpression::PatternOptions(QRegularExpression::UseUnicodePropertiesOption);
    options.setFlag(QRegularExpression::CaseInsensitiveOption, letters == Case::Either);
    QRegularExpression pattern(words, options);
    pattern.optimize();
    return pattern;
}

// As in resources/syntax/interview.xml and in its order; a test compares the two.
const QList<Rule> &furniture()
{
    // clang-format off
    static const QList<Rule> rules{
        {ParagraphKind::Boilerplate, made(
             uR"re(^\s*(?:[•·*\-–]\s+)?(?:oops!?\s*$|(?:oops!?\s*)?something went wrong\b|)re"
             uR"re(please try again later\b|related (?:content|stories|articles|videos?)\b|(?:more|)re"
             uR"re(also) from\b.*:\s*$|read more\b|read next\b|recommended (?:videos?|stories)\b|)re"
             uR"re(most popular\b|you may also like\b|where to (?:watch|stream)\b|how to watch\b|)re"
             uR"re(advertisements?\s*$|advertisement\b.{0,40}$|story continues\b|continue reading\b|)re"
             uR"re(scroll to continue\b|sign up (?:for|to)\b|subscribe (?:to|now|for)\b|get the latest\b|)re"
             uR"re(follow (?:us|[\p{Lu}@]\S*) on\b|share (?:this|on)\b|view (?:all )?comments\b|)re"
             uR"re(leave a comment\b|click here\b|skip to\b|this article (?:originally|first) appeared\b|)re"
             uR"re(this (?:article|post) (?:may )?contains? affiliate\b|we may (?:earn|)re"
             uR"re(receive) a?\s*commission\b|all rights reserved\b|copyright\s+(?:©|\d{4})|cookie (?:policy|)re"
             uR"re(settings)\b|privacy policy\b|terms of (?:use|service)\b))re"_s, Case::Either)},
        {ParagraphKind::Boilerplate, made(
             uR"re(^\s*\S.{0,80}(?:\swhere to (?:watch|stream)|,\s*[Ss]treaming (?:now|[Oo]n)\b.{0,40}|)re"
             uR"re(\s[-–—]\s(?:Disney\+|Netflix|Hulu|Max|Prime Video|Apple TV\+?|Paramount\+|Peacock))\s*$)re"_s, Case::Own)},
        {ParagraphKind::Spoiler, made(
             uR"re(^\s*(?:[\[(*]\s*)?(?:editor[’']?s note:\s*|warning[:!]?\s.{0,60}|(?:this|the) (?:below|)re"
             uR"re(following|article|story|interview|post)\b.{0,80}|contains\s.{0,20})?(?:major\s+|)re"
             uR"re(full\s+)?spoilers?\b(?:\s*(?:alerts?|warnings?|ahead|below|follow)\b|.{0,80}[\])]\s*$|)re"
             uR"re(\s+(?:for|from|about)\b))re"_s, Case::Either)},
        {ParagraphKind::Caption, made(
             uR"re(^\s*\(?\s*(?:(?:(?:photo|image|picture|illustration|video)\s+)?(?:credits?|)re"
             uR"re(courtesy(?:\s+of)?)\s*:|(?:photos?|photography|images?|pictures?|illustrations?|caption|)re"
             uR"re(getty images?)\s*(?:by\b|:|/)))re"_s, Case::Either)},
        {ParagraphKind::Caption, made(
             uR"re(^\s*\(?\s*(?:©|\([cC]\)\s*\d{4}))re"_s, Case::Own)},
        {ParagraphKind::Caption, made(
             uR"re(^[^.!?:;“”"()\[\]]{3,110}\s(?:in|)re"
             uR"re(on the set of)\s['‘“"][^'’”"]{2,60}['’”"](?:\s*[-–—,]\s*(?:[Ss]eason|[Ss]eries|)re"
             uR"re([Ee]pisode)\s+\d+)?\s*$)re"_s, Case::Own)},
        {ParagraphKind::Byline, made(
             uR"re(^\s*(?:(?:Words by|Interview by|Written by|By|BY)\s+\p{Lu}[^.!?]{1,90}$|(?:(?:Published|)re"
             uR"re(Updated|Posted|Last updated)(?:\s+on)?:?\s+)?(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thurs|Fri|)re"
             uR"re(Sat|Satur|Sun)(?:day)?,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:January|February|March|April|)re"
             uR"re(May|June|July|August|September|October|November|December)|(?:January|February|March|April|)re"
             uR"re(May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|)re"
             uR"re(Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)\s+\d{1,2}(?:st|nd|rd|)re"
             uR"re(th)?),?\s+\d{4}(?:\b.{0,30})?$|\d{4}-\d{2}-\d{2}\s*$))re"_s, Case::Own)},
    };
    // clang-format on
    return rules;
}

}

ParagraphKind paragraphKind(QStringView paragraph)
{
    if (paragraph.trimmed().isEmpty())
        return ParagraphKind::Empty;
    for (const Rule &rule : furniture()) {
        if (rule.pattern.matchView(paragraph).hasMatch())
            return rule.kind;
    }
    return isQuestion(paragraph) ? ParagraphKind::Question : ParagraphKind::Prose;
}

}
