// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/annotatedarticle.h"

#include "core/model/labels.h"
#include "core/text/annotatedtext.h"
#include "core/reports/chainpage.h"
#include "core/reports/claimentry.h"
#include "core/reports/linkedclaims.h"
#include "core/text/markup.h"
#include "core/reports/page.h"
#include "core/reports/translated.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// What the numbers at the passages of a version are.
class Numbers
{
public:
    Numbers(const Record &record, const QList<ClaimRecord> &claims)
    {
        for (qsizetype i = 0; i < claims.size(); ++i) {
            const Claim &claim = *claims[i].claim;
            for (const ClaimPassage &part : claim.passages)
                add(part.passage, i + 1, letterOf(part.role));
            for (const Participant &participant : claim.participants) {
                if (record.passage(participant.evidence))
                    add(participant.evidence, i + 1, u"e"_s);
            }
        }
    }
    [[nodiscard]] QString label(PassageId id) const { return m_labels.value(id).join(u", "_s); }
    [[nodiscard]] qsizetype first(PassageId id) const { return m_first.value(id); }

private:
    static QString letterOf(PassageRole role)
    {
        return role == PassageRole::Content ? QString() : role == PassageRole::Cue ? u"c"_s : u"s"_s;
    }
    void add(PassageId passage, qsizetype number, const QString &letter)
    {
        const QString label = QString::number(number) + letter;
        if (!m_labels[passage].contains(label))
            m_labels[passage].append(label);
        if (!m_first.contains(passage))
            m_first.insert(passage, number);
    }

    QHash<PassageId, QStringList> m_labels;
    QHash<PassageId, qsizetype> m_first;
};

QList<TextMark> marksOf(const Record &record, const Version &version, const Numbers &numbers)
{
    QList<TextMark> marks;
    QSet<qsizetype> anchored;
    for (const Passage &passage : record.corpus().passages) {
        if (passage.version != version.id || passage.state == State::Rejected)
            continue;
        const qsizetype number = numbers.first(passage.id);
        if (passage.state == State::Suggested && number == 0)
            continue;
        const Tag *tag = record.tag(passage.tag);
        for (const Fragment &fragment : passage.fragments) {
            TextMark mark{fragment.span, tag ? tag->colour : QString(), numbers.label(passage.id),
                          number,        tag ? tag->name : QString(),   {}};
            if (number > 0 && !anchored.contains(number)) {
                anchored.insert(number);
                mark.anchor = u"mark-%1"_s.arg(number);
            }
            marks.append(mark);
        }
    }
    return marks;
}

QString chainsOf(const Record &record, const Article &article)
{
    QString all;
    for (const QList<Chain> chains = linkedChains(record, article.id); const Chain &chain : chains) {
        all += textElement("h3"_L1, u"“%1”"_s.arg(chain.line.simplified()), {{"dir"_L1, u"auto"_s}, {"lang"_L1, {}}})
            + u'\n' + hopList(chain);
    }
    return all.isEmpty() ? all : textElement("h2"_L1, Reports::tr("Chains")) + u'\n' + all;
}

QStringList headLines(const Record &record, const Article &article, const Version &version, qsizetype claims)
{
    QStringList parts{record.name(article.outlet), article.published, article.byline};
    parts.removeAll(QString());
    QStringList lines{parts.join(u" · "_s), article.url};
    if (version.number > 1)
        lines.append(Reports::tr("Version %1. %2").arg(QString::number(version.number), version.correction));
    lines.append(Reports::tr("%n claim(s)", nullptr, static_cast<int>(claims)));
    lines.removeAll(QString());
    return lines;
}

}

Report annotatedArticle(const Record &record, const Article &article, QDate made)
{
    static const Version none;
    const Version *current = record.current(article.id);
    const Version &version = current ? *current : none;
    const QList<ClaimRecord> claims = record.claims(article.id);
    const Numbers numbers(record, claims);

    QString body = element("div"_L1, {{"class"_L1, u"text"_s}, {"lang"_L1, {}}},
                           u'\n' + annotatedText(version.text, marksOf(record, version, numbers)))
        + u'\n';
    if (!claims.isEmpty()) {
        body += textElement(
                    "p"_L1,
                    Reports::tr("Words in brackets belong to the claim with this number below: as what it says, "
                                "with c as its cue, with s as its source, with e as evidence of who took part."),
                    {{"class"_L1, u"quiet"_s}})
            + u'\n' + textElement("h2"_L1, Reports::tr("Claims")) + u'\n';
    }
    QHash<ClaimId, qsizetype> known;
    for (qsizetype i = 0; i < claims.size(); ++i)
        known.insert(claims[i].claim->id, i + 1);
    for (qsizetype i = 0; i < claims.size(); ++i)
        body += claimEntry(record, claims[i], known, version.id);
    body += chainsOf(record, article);
    const QString title = article.title.isEmpty() ? Reports::tr("Untitled article") : article.title;
    return {
        .title = title,
        .html = page({.title = title, .lines = headLines(record, article, version, claims.size()), .made = made}, body),
        .count = claims.size()};
}

}
