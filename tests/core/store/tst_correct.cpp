// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"
#include "tests/support/support.h"

using namespace pq;
using namespace pq::test;
using namespace Qt::StringLiterals;

namespace {

const QString opening = u"The harbour was dark when the two of them met 🕯️. Nobody else was awake at that hour."_s;
const QString line = u"“I only came to walk you home,” said the lamplighter of Fernwick."_s;
const QString number = u"The lamp on the pier was lit by hand until 1987, the harbour office says."_s;
const QString aside = u"She laughs when she is asked about it, and looks out of the window."_s;
const QString closing = u"The second season begins in the autumn, with all of the same people."_s;

QString article(const QStringList &paragraphs)
{
    return paragraphs.join(u"\n\n"_s);
}

}

/// A corrected version of an article, and what becomes of its passages and of what rests on them.
class tst_Correct : public QObject
{
    Q_OBJECT

    std::optional<Store> m_store;
    Version m_first;
    QHash<QString, PassageId> m_passages; ///< by their words
    QHash<QString, ClaimId> m_claims;
    ClaimId m_elsewhere; ///< in another article; repeats the number
    ClaimId m_proven;    ///< has the number as its evidence

    const QString m_corrected = article({opening, line, QString(number).replace(u"1987"_s, u"1978"_s), closing});

    /// The correction into @p text, nothing accepted yet.
    [[nodiscard]] Correction correctionInto(const QString &text) const
    {
        const QList<Passage> passages = m_store->passages(m_first.id).value();
        QList<QList<TextSpan>> spans;
        QList<PassageId> ids;
        for (const Passage &passage : passages) {
            ids.append(passage.id);
            spans.append(passage.spans());
        }
        return {.from = m_first.id,
                .to = {},
                .document = {.text = Text(text),
                             .sourceName = u"corrected.txt"_s,
                             .sourceBytes = "\xef\xbb\xbf" + text.toUtf8(),
                             .encoding = u"UTF-8"_s},
                .note = u" The year was wrong. "_s,
                .passages = ids,
                .reanchoring = reanchor(m_first.text, Text(text), spans),
                .accepted = {},
                .declined = {}};
    }
    [[nodiscard]] Result<Corrected> apply(const Correction &correction)
    {
        Corrected corrected;
        return m_store->edit(u"New version"_s, [&](Edit &e) { corrected = e.correct(correction); })
            .transform([&corrected](const Changes &) { return corrected; });
    }
    [[nodiscard]] static const Anchor &anchorOf(const Correction &correction, PassageId passage)
    {
        return correction.reanchoring.anchors()[correction.passages.indexOf(passage)];
    }
    /// Says yes to whatever is proposed.
    static void acceptAll(Correction &correction)
    {
        for (const PassageId &passage : std::as_const(correction.passages)) {
            const Anchor &anchor = anchorOf(correction, passage);
            if (anchor.anchoring != Anchoring::Lost)
                correction.accepted.insert(passage, anchor.places.first().spans);
        }
    }
    [[nodiscard]] Passage passageAt(const QString &words) const
    {
        return m_store->passages(QSet{m_passages.value(words)}).value().first();
    }
    [[nodiscard]] Verdict latest(ClaimId claim) const
    {
        const QList<Verdict> all = m_store->verdicts(claim).value();
        return *std::ranges::max_element(all, [](const Verdict &a, const Verdict &b) { return isLater(b, a); });
    }

private Q_SLOTS:
    void init()
    {
        m_store.emplace(Store::inMemory(u"Ada"_s).value());
        const Article corrected{.id = ArticleId::create(), .title = u"The lamp"_s};
        const Article other{.id = ArticleId::create(), .title = u"Elsewhere"_s};
        m_first = {.id = VersionId::create(),
                   .article = corrected.id,
                   .number = 1,
                   .text = Text(article({opening, line, number, aside, closing}))};
        const Version second{
            .id = VersionId::create(), .article = other.id, .number = 1, .text = Text(u"Lit by hand until 1987."_s)};
        const Tag tag{.id = TagId::create(), .tagset = TagsetId::create(), .name = u"Fact"_s, .colour = u"#4477aa"_s};
        m_passages.clear();
        m_claims.clear();
        VERIFY_RESULT(m_store->edit(u"Fill"_s, [&](Edit &e) {
            e.put(Tagset{.id = tag.tagset, .name = u"Set"_s});
            e.put(tag);
            e.put(corrected);
            e.put(other);
            e.put(m_first, m_first.text.string().toUtf8());
            e.put(second);
            const auto claim = [&](const Version &version, const QString &words) {
                const Passage passage = test::passage(version, tag.id, words);
                e.put(passage);
                const Claim made{
                    .id = ClaimId::create(), .kind = ClaimKind::Fact, .passages = {{passage.id, PassageRole::Content}}};
                e.put(made);
                if (version.id == m_first.id) {
                    m_passages.insert(words, passage.id);
                    m_claims.insert(words, made.id);
                    e.put(Verdict{.id = VerdictId::create(), .claim = made.id, .value = VerdictValue::Supported});
                }
                return made.id;
            };
            for (const QString &words : {opening, line, number, aside})
                claim(m_first, words);
            m_elsewhere = claim(second, u"Lit by hand until 1987"_s);
            m_proven = claim(second, u"by hand"_s);
            e.put(Verdict{.id = VerdictId::create(), .claim = m_proven, .value = VerdictValue::Supported});
            e.put(Evidence{.id = EvidenceId::create(),
                           .claim = m_proven,
                           .kind = EvidenceKind::Passage,
                           .passage = m_passages.value(number)});
            e.put(Link{
                .id = LinkId::create(), .from = m_elsewhere, .to = m_claims.value(number), .kind = LinkKind::Repeats});
        }));
    }

    void onlyWhatIsCertainFollowsWithoutAYes()
    {
        const Correction correction = correctionInto(m_corrected);
        const auto corrected = apply(correction);
        VERIFY_RESULT(corrected);
        QCOMPARE(corrected->followed, (QSet{m_passages.value(opening), m_passages.value(line)}));
        QCOMPARE(corrected->left, (QSet{m_passages.value(number), m_passages.value(aside)}));
        QVERIFY(corrected->changed.isEmpty());
        QCOMPARE(passageAt(line).version, corrected->version);
        QCOMPARE(passageAt(line).words(), line);
        QCOMPARE(passageAt(number).version, m_first.id);
        QCOMPARE(passageAt(aside).version, m_first.id);
        QCOMPARE(latest(m_claims.value(line)).value, VerdictValue::Supported);
        QCOMPARE(*m_store->check(), QStringList());
    }

    void theVersionKeepsItsNoteAndItsSource()
    {
        const Correction correction = correctionInto(m_corrected);
        const auto corrected = apply(correction);
        VERIFY_RESULT(corrected);
        const Version version = m_store->version(corrected->version).value();
        QCOMPARE(version.number, 2);
        QCOMPARE(version.article, m_first.article);
        QCOMPARE(version.text.string(), m_corrected);
        QCOMPARE(version.correction, u"The year was wrong."_s);
        QCOMPARE(version.sourceName, u"corrected.txt"_s);
        QCOMPARE(*m_store->sourceBytes(version.id), correction.document.sourceBytes);
        QCOMPARE(m_store->currentVersion(m_first.article)->id, version.id);
        QCOMPARE(m_store->version(m_first.id)->text, m_first.text);
        const QList<Version> all = m_store->versions(m_first.article).value();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.first().id, m_first.id);
        QCOMPARE(all.last().id, version.id);
        const ArticleCounts counts = m_store->articleCounts()->value(m_first.article);
        QCOMPARE(counts.passages, 4); // of both
        QCOMPARE(counts.claims, 4);
    }

    void changedWordsSendTheirClaimsBackAndSayWhy()
    {
        Correction correction = correctionInto(m_corrected);
        acceptAll(correction);
        const auto corrected = apply(correction);
        VERIFY_RESULT(corrected);
        QCOMPARE(corrected->changed, QSet{m_passages.value(number)});
        QVERIFY(passageAt(number).words().contains(u"1978"));
        const Verdict verdict = latest(m_claims.value(number));
        QCOMPARE(verdict.value, VerdictValue::NotChecked);
        QCOMPARE(verdict.reason,
                 u"In version 2 “%1” became “%2”."_s.arg(number, QString(number).replace(u"1987"_s, u"1978"_s)));
        QCOMPARE(verdict.annotator, m_store->annotator().id);
        // So does what it is the evidence of; what is unchanged stays as it was.
        QCOMPARE(latest(m_proven).value, VerdictValue::NotChecked);
        QCOMPARE(latest(m_proven).reason, verdict.reason);
        QCOMPARE(latest(m_claims.value(line)).value, VerdictValue::Supported);
        // What is gone is named as well; and what nobody had checked needs no word.
        QCOMPARE(latest(m_claims.value(aside)).reason, u"In version 2 “%1” was not found again."_s.arg(aside));
        QVERIFY(m_store->verdicts(m_elsewhere)->isEmpty());
        const QSet<ClaimId> reopened(corrected->reopened.begin(), corrected->reopened.end());
        QCOMPARE(reopened, (QSet{m_claims.value(number), m_claims.value(aside), m_proven}));
    }

    void aChangedPassageWithoutAYesSendsItsClaimBackToo()
    {
        VERIFY_RESULT(apply(correctionInto(m_corrected)));
        QCOMPARE(latest(m_claims.value(number)).value, VerdictValue::NotChecked);
        QCOMPARE(latest(m_claims.value(number)).reason, u"In version 2 “%1” was not found again."_s.arg(number));
    }

    void whatRestsOnAPassageIsToldBeforehand()
    {
        const Consequences consequences = m_store->consequences({m_passages.value(number)}).value();
        QCOMPARE(consequences.claims.size(), 2);
        QCOMPARE(consequences.checked, (QSet{m_claims.value(number), m_proven}));
        QCOMPARE(consequences.linked.size(), 1);
        QCOMPARE(consequences.linked.first().id, m_elsewhere);
        QCOMPARE(consequences.links.size(), 1);
        QVERIFY(m_store->consequences({})->claims.isEmpty());
    }

    void aPersonMayDeclineWhatIsCertain()
    {
        Correction correction = correctionInto(m_corrected);
        QVERIFY(anchorOf(correction, m_passages.value(line)).isCertain);
        correction.declined.insert(m_passages.value(line));
        VERIFY_RESULT(apply(correction));
        QCOMPARE(passageAt(line).version, m_first.id);
    }

    void aPersonMayChooseAnyPlace()
    {
        Correction correction = correctionInto(m_corrected);
        const QList<TextSpan> chosen{{{4}, {11}}, {{16}, {20}}};
        correction.accepted.insert(m_passages.value(aside), chosen);
        const auto corrected = apply(correction);
        VERIFY_RESULT(corrected);
        QCOMPARE(passageAt(aside).words(), u"harbour … dark"_s);
        QVERIFY(corrected->changed.contains(m_passages.value(aside)));
        // Also later, of what was left.
        const Passage left = passageAt(number);
        const Version now = m_store->version(corrected->version).value();
        const Correction later{.from = m_first.id,
                               .to = corrected->version,
                               .document = {},
                               .note = {},
                               .passages = {left.id},
                               .reanchoring = reanchor(m_first.text, now.text, {left.spans()}),
                               .accepted = {{left.id, {{{0}, {11}}}}},
                               .declined = {}};
        const auto followed = apply(later);
        VERIFY_RESULT(followed);
        QCOMPARE(followed->version, corrected->version);
        QCOMPARE(passageAt(number).words(), u"The harbour"_s);
        QCOMPARE(m_store->versions(m_first.article)->size(), 2);
        // A place that is none is refused, and nothing is changed.
        Correction nowhere = later;
        nowhere.accepted = {{left.id, {{{0}, {100'000}}}}};
        QVERIFY(!apply(nowhere));
    }

    void oneUndoTakesEverythingBackAndOneRedoBringsItAgain()
    {
        const Corpus before = m_store->corpus().value();
        Correction correction = correctionInto(m_corrected);
        acceptAll(correction);
        VERIFY_RESULT(apply(correction));
        const Corpus after = m_store->corpus().value();
        QVERIFY(after != before);
        VERIFY_RESULT(m_store->undo());
        QVERIFY(m_store->corpus().value() == before);
        QCOMPARE(m_store->currentVersion(m_first.article)->id, m_first.id);
        QCOMPARE(*m_store->check(), QStringList());
        VERIFY_RESULT(m_store->redo());
        QVERIFY(m_store->corpus().value() == after);
        QCOMPARE(*m_store->check(), QStringList());
    }

    void misuseIsRefused()
    {
        const auto refusal = [this](const Correction &correction) {
            const Corpus before = m_store->corpus().value();
            const auto result = apply(correction);
            if (result || m_store->corpus().value() != before)
                return u"It was not refused."_s;
            return result.error().message;
        };
        QVERIFY(refusal(correctionInto(m_first.text.string())).contains(u"same as version 1"));
        Correction other = correctionInto(m_corrected);
        other.document.text = Text(m_corrected + u" More."_s);
        QVERIFY(refusal(other).contains(u"other texts"));
        Correction back = correctionInto(m_corrected);
        back.to = m_first.id;
        QVERIFY(refusal(back).contains(u"later version"));
        const Correction stale = correctionInto(m_corrected);
        Passage moved = passageAt(line);
        moved.fragments = {{{{0}, {3}}, u"The"_s}};
        VERIFY_RESULT(m_store->edit(u"Move"_s, [&](Edit &e) { e.put(moved); }));
        QVERIFY(refusal(stale).contains(u"in the meantime"));
        VERIFY_RESULT(m_store->edit(u"Delete"_s, [&](Edit &e) { e.remove(moved.id); }));
        QVERIFY(refusal(stale).contains(u"in the meantime"));
        QVERIFY(refusal(correctionInto({})).contains(u"needs a text"));
    }

    void aThirdVersionFollowsTheSecond()
    {
        const auto second = apply(correctionInto(m_corrected));
        VERIFY_RESULT(second);
        m_first = m_store->version(second->version).value();
        const auto third = apply(correctionInto(article({u"A word before all."_s, m_corrected})));
        VERIFY_RESULT(third);
        QCOMPARE(m_store->version(third->version)->number, 3);
        QCOMPARE(passageAt(line).version, third->version);
        QCOMPARE(passageAt(line).words(), line);
    }
};

QTEST_GUILESS_MAIN(tst_Correct)
#include "tst_correct.moc"
