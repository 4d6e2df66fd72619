// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"
#include "tests/support/support.h"

#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_Contradictions : public QObject
{
    Q_OBJECT

    std::optional<Store> m_store;
    QList<Version> m_versions; ///< of three articles with one claim each
    QList<Claim> m_claims;
    Link m_says, m_contradicts;

    [[nodiscard]] QHash<ClaimId, QSet<ClaimId>> in(qsizetype article) const
    {
        return m_store->contradictions(m_versions[article].id).value();
    }
    void put(const Link &link)
    {
        VERIFY_RESULT(m_store->edit(u"Link"_s, [&](Edit &e) { e.put(link); }));
    }

private Q_SLOTS:
    void init()
    {
        m_store.emplace(Store::inMemory(u"Ada"_s).value());
        m_versions.clear();
        m_claims.clear();
        const Tagset tagset{TagsetId::create(), u"Tags"_s, {}};
        const Tag tag{.id = TagId::create(), .tagset = tagset.id, .name = u"Fact"_s, .colour = u"#4477aa"_s};
        VERIFY_RESULT(m_store->edit(u"Make"_s, [&](Edit &e) {
            e.put(tagset);
            e.put(tag);
            for (const QString &text :
                 {u"The lamp 🕯️ was lit."_s, u"They say the lamp was lit."_s, u"It was dark."_s}) {
                const Article article{.id = ArticleId::create(), .title = text};
                m_versions.append(Version{.id = VersionId::create(), .article = article.id, .text = Text(text)});
                const Text &words = m_versions.last().text;
                const Passage passage{.id = PassageId::create(),
                                      .version = m_versions.last().id,
                                      .tag = tag.id,
                                      .fragments = {{words.span(), words.string()}}};
                m_claims.append(Claim{.id = ClaimId::create(), .passages = {{passage.id, PassageRole::Content}}});
                e.put(article);
                e.put(m_versions.last());
                e.put(passage);
                e.put(m_claims.last());
            }
        }));
        m_says = Link{
            .id = LinkId::create(), .from = m_claims[1].id, .to = m_claims[0].id, .kind = LinkKind::ReReports};
        m_contradicts = Link{
            .id = LinkId::create(), .from = m_claims[2].id, .to = m_claims[0].id, .kind = LinkKind::Contradicts};
    }

    void aContradictionIsToldInEveryArticleThatSaysTheClaimAgain()
    {
        put(m_contradicts);
        QVERIFY(in(1).isEmpty());
        put(m_says);
        const ClaimId dark = m_claims[2].id;
        QCOMPARE(in(0), (QHash<ClaimId, QSet<ClaimId>>{{m_claims[0].id, {dark}}}));
        QCOMPARE(in(1), (QHash<ClaimId, QSet<ClaimId>>{{m_claims[1].id, {dark}}}));
        QCOMPARE(in(2), (QHash<ClaimId, QSet<ClaimId>>{{dark, {m_claims[0].id}}}));
    }

    void whatIsNotAcceptedContradictsNothing()
    {
        put(m_says);
        m_contradicts.state = State::Suggested;
        put(m_contradicts);
        QVERIFY(in(0).isEmpty());
        m_contradicts.state = State::Accepted;
        put(m_contradicts);
        QVERIFY(!in(0).isEmpty());
        Claim rejected = m_claims[2];
        rejected.state = State::Rejected;
        VERIFY_RESULT(m_store->edit(u"Reject"_s, [&](Edit &e) { e.put(rejected); }));
        QVERIFY(in(0).isEmpty());
        QVERIFY(in(1).isEmpty());
    }

    void supportIsNoContradiction()
    {
        m_contradicts.kind = LinkKind::Supports;
        put(m_contradicts);
        QVERIFY(in(0).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Contradictions)
#include "tst_contradictions.moc"
