// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"
#include "tests/support/support.h"

#include <QTemporaryDir>

using namespace pq;
using namespace Qt::StringLiterals;

/// The rules of a check, each tried against misuse.
class tst_EditReview : public QObject
{
    Q_OBJECT

    std::optional<Store> m_store;
    ClaimId m_claim; ///< has no verdict yet

    [[nodiscard]] Result<Changes> give(VerdictValue value, Verdict verdict = {})
    {
        verdict.id = verdict.id.isNull() ? VerdictId::create() : verdict.id;
        verdict.claim = verdict.claim.isNull() ? m_claim : verdict.claim;
        verdict.value = value;
        return m_store->edit(u"Verdict"_s, [&](Edit &e) { e.put(verdict); });
    }
    [[nodiscard]] Verdict latest(ClaimId claim = {}) const
    {
        const QList<Verdict> all = m_store->verdicts(claim.isNull() ? m_claim : claim).value();
        return *std::ranges::max_element(all, [](const Verdict &a, const Verdict &b) { return isLater(b, a); });
    }
    [[nodiscard]] Result<Changes> sign(VerdictId verdict, AnnotatorId by = {}, Timestamp at = {})
    {
        return m_store->edit(u"Sign off"_s, [&](Edit &e) {
            e.put(SignOff{.id = SignOffId::create(), .verdict = verdict, .annotator = by, .created = at});
        });
    }
    /// Another annotator than the store's.
    [[nodiscard]] static AnnotatorId second() { return test::sampleCorpus().annotators.last().id; }

    [[nodiscard]] static QString refusal(const Result<Changes> &result)
    {
        return result ? u"It was not refused."_s : result.error().message;
    }

private Q_SLOTS:
    void init()
    {
        m_store.emplace(Store::inMemory(u"Ada"_s).value());
        const Corpus sample = test::sampleCorpus();
        VERIFY_RESULT(m_store->edit(u"Import"_s, [&](Edit &e) { e.put(sample); }));
        m_claim = sample.claims.first().id;
        QVERIFY(m_store->verdicts(m_claim)->isEmpty());
    }

    void aVerdictIsAddedAndNeverChanged()
    {
        VERIFY_RESULT(give(VerdictValue::InProgress));
        VERIFY_RESULT(give(VerdictValue::Supported));
        const QList<Verdict> history = m_store->verdicts(m_claim).value();
        QCOMPARE(history.size(), 2);
        for (const Verdict &verdict : history) {
            QCOMPARE(verdict.annotator, m_store->annotator().id);
            QVERIFY(verdict.created != Timestamp());
        }
        Verdict changed = history.first();
        changed.value = VerdictValue::Refuted;
        const auto rewrite = [&] { return m_store->edit(u"Rewrite"_s, [&](Edit &e) { e.put(changed); }); };
        QVERIFY(refusal(rewrite()).contains(u"never changed"));
        changed = history.first();
        changed.reason = u"so it is"_s;
        QVERIFY(refusal(rewrite()).contains(u"never changed"));
        changed = history.first();
        changed.annotator = second();
        QVERIFY(refusal(rewrite()).contains(u"never changed"));
        changed = history.first();
        changed.claim = test::sampleCorpus().claims.last().id;
        QVERIFY(refusal(rewrite()).contains(u"never changed"));
        changed = history.first();
        QVERIFY(rewrite()->isEmpty()); // the same once more says nothing new
        QCOMPARE(m_store->verdicts(m_claim).value(), history);
    }

    void theLatestVerdictCountsWhateverTheClocks()
    {
        const Timestamp future{Timestamp::now().microseconds + 3'600'000'000};
        VERIFY_RESULT(give(VerdictValue::Refuted, {.annotator = second(), .created = future}));
        VERIFY_RESULT(give(VerdictValue::Supported));
        QCOMPARE(latest().value, VerdictValue::Supported);
        QVERIFY(latest().created.microseconds > future.microseconds);
        // What another copy brings in later may be older.
        VERIFY_RESULT(give(VerdictValue::Disputed, {.created = {1'000'000}}));
        QCOMPARE(latest().value, VerdictValue::Supported);
    }

    void ofTwoVerdictsInTheSameMicrosecondTheOneWithTheHigherIdIsLater()
    {
        const Verdict one{.id = VerdictId::create(), .created = {5}};
        const Verdict two{.id = VerdictId::create(), .created = {5}};
        QVERIFY(isLater(two, one));
        QVERIFY(!isLater(one, two));
        QVERIFY(!isLater(one, one));
        const Timestamp time = Timestamp::now();
        VERIFY_RESULT(give(VerdictValue::Supported, {.id = two.id, .created = time}));
        VERIFY_RESULT(give(VerdictValue::Refuted, {.id = one.id, .created = time}));
        QCOMPARE(m_store->queue(QSet{m_claim})->first().value, VerdictValue::Supported);
        QCOMPARE(latest().value, VerdictValue::Supported);
    }

    void aClaimThatIsGoneTakesNoVerdictAndNoEvidence()
    {
        VERIFY_RESULT(m_store->edit(u"Delete"_s, [&](Edit &e) { e.remove(m_claim); }));
        QVERIFY(refusal(give(VerdictValue::Supported)).contains(u"not in the project any more"));
        const Evidence page{
            .id = EvidenceId::create(), .claim = m_claim, .url = u"https://a.example/"_s, .retrieved = u"2025-03-21"_s};
        const auto put = [&] { return m_store->edit(u"Evidence"_s, [&](Edit &e) { e.put(page); }); };
        QVERIFY(refusal(put()).contains(u"not in the project any more"));
        VERIFY_RESULT(m_store->undo());
        VERIFY_RESULT(give(VerdictValue::Supported));
        VERIFY_RESULT(put());
    }

    void nobodySignsOffTheirOwnVerdict()
    {
        VERIFY_RESULT(give(VerdictValue::Supported));
        QVERIFY(refusal(sign(latest().id)).contains(u"second person"));
        VERIFY_RESULT(give(VerdictValue::Refuted, {.annotator = second()}));
        QVERIFY(refusal(sign(latest().id, second())).contains(u"second person"));
        VERIFY_RESULT(sign(latest().id));
        QVERIFY(m_store->queue(QSet{m_claim})->first().isSignedOff());
    }

    void onlyWhatWasDecidedIsSignedOff_data()
    {
        QTest::addColumn<VerdictValue>("value");
        QTest::addColumn<bool>("decided");
        for (int i = 0; i <= static_cast<int>(VerdictValue::NoCheckNeeded); ++i) {
            const auto value = static_cast<VerdictValue>(i);
            QTest::newRow(nameOf(value).data())
                << value << (value != VerdictValue::NotChecked && value != VerdictValue::InProgress);
        }
    }
    void onlyWhatWasDecidedIsSignedOff()
    {
        QFETCH(const VerdictValue, value);
        QFETCH(const bool, decided);
        QCOMPARE(isDecided(value), decided);
        VERIFY_RESULT(give(value));
        const auto signedOff = sign(latest().id, second());
        QCOMPARE(signedOff.has_value(), decided);
        QVERIFY(decided || refusal(signedOff).contains(u"nothing to sign off"));
    }

    void onlyTheLatestVerdictIsSignedOff()
    {
        VERIFY_RESULT(give(VerdictValue::Supported));
        const Verdict first = latest();
        VERIFY_RESULT(give(VerdictValue::Refuted));
        QVERIFY(refusal(sign(first.id, second())).contains(u"later one"));
        // What was signed in time, in another copy, comes in as history.
        VERIFY_RESULT(sign(first.id, second(), first.created));
        QVERIFY(!m_store->queue(QSet{m_claim})->first().isSignedOff());
        QVERIFY(refusal(sign(VerdictId::create(), second())).contains(u"no such verdict"));
    }

    void aNewVerdictMakesTheSignOffVoid()
    {
        VERIFY_RESULT(give(VerdictValue::Supported));
        VERIFY_RESULT(sign(latest().id, second()));
        QVERIFY(m_store->queue(QSet{m_claim})->first().isSignedOff());
        VERIFY_RESULT(give(VerdictValue::Supported));
        QVERIFY(!m_store->queue(QSet{m_claim})->first().isSignedOff());
        QCOMPARE(m_store->signOffs(m_claim)->size(), 1); // and stays on record
        VERIFY_RESULT(m_store->undo());
        QVERIFY(m_store->queue(QSet{m_claim})->first().isSignedOff());
    }

    void nobodySignsTwiceAndNoSignOffIsChanged()
    {
        VERIFY_RESULT(give(VerdictValue::Supported));
        VERIFY_RESULT(sign(latest().id, second()));
        QVERIFY(refusal(sign(latest().id, second())).contains(u"already"));
        SignOff known = m_store->signOffs(m_claim)->first();
        const auto put = [&] { return m_store->edit(u"Again"_s, [&](Edit &e) { e.put(known); }); };
        QVERIFY(put()->isEmpty());
        known.annotator = m_store->annotator().id;
        QVERIFY(refusal(put()).contains(u"never changed"));
    }

    void evidenceHasWhatItsKindNeeds_data()
    {
        QTest::addColumn<Evidence>("evidence");
        QTest::addColumn<QString>("missing"); ///< a part of the sentence; empty when it is whole
        const auto row = [](const char *name, EvidenceKind kind, const QString &missing, auto fill) {
            Evidence evidence;
            evidence.kind = kind;
            fill(evidence);
            QTest::newRow(name) << evidence << missing;
        };
        using E = Evidence;
        const PassageId passage = test::sampleCorpus().passages.first().id;
        row("passage", EvidenceKind::Passage, {}, [&](E &e) { e.passage = passage; });
        row("no passage", EvidenceKind::Passage, u"needs a passage"_s, [](E &) {});
        row("a passage that is gone", EvidenceKind::Passage, u"not in the project"_s,
            [](E &e) { e.passage = PassageId::create(); });
        const auto page = [](const QString &url, const QString &day) {
            return [url, day](E &e) {
                e.url = url;
                e.retrieved = day;
            };
        };
        const QString good = u"https://gazette.example/l%C3%A4mp?x=1#2"_s;
        row("page", EvidenceKind::Url, {}, page(good, u"2024-02-29"_s));
        row("page over http", EvidenceKind::Url, {}, page(u"http://a.example"_s, u"2025-01-01"_s));
        row("page without address", EvidenceKind::Url, u"address"_s, page({}, u"2025-01-01"_s));
        row("a script for an address", EvidenceKind::Url, u"address"_s,
            page(u"javascript:alert(1)"_s, u"2025-01-01"_s));
        row("a file for an address", EvidenceKind::Url, u"address"_s, page(u"file:///etc"_s, u"2025-01-01"_s));
        row("no host", EvidenceKind::Url, u"address"_s, page(u"https:///a"_s, u"2025-01-01"_s));
        row("page without a day", EvidenceKind::Url, u"day"_s, page(good, {}));
        row("no such day", EvidenceKind::Url, u"day"_s, page(good, u"2025-02-29"_s));
        row("a month", EvidenceKind::Url, u"day"_s, page(good, u"2025-02"_s));
        const auto titled = [](const QString &title, const QString &locator) {
            return [title, locator](E &e) {
                e.title = title;
                e.locator = locator;
            };
        };
        row("document", EvidenceKind::Document, {}, titled(u"The script 🕯️"_s, u"p. 41"_s));
        row("document without title", EvidenceKind::Document, u"title"_s, titled(u" "_s, u"p. 41"_s));
        row("document without page", EvidenceKind::Document, u"page or paragraph"_s, titled(u"The script"_s, {}));
        row("recording", EvidenceKind::Recording, {}, titled(u"Tape 2"_s, u"01:02:03"_s));
        row("recording without title", EvidenceKind::Recording, u"title"_s, titled({}, u"01:02:03"_s));
        row("recording without place", EvidenceKind::Recording, u"hh:mm:ss"_s, titled(u"Tape 2"_s, u"12:45"_s));
        row("61 seconds", EvidenceKind::Recording, u"hh:mm:ss"_s, titled(u"Tape 2"_s, u"00:00:61"_s));
        row("conversation", EvidenceKind::Conversation, {}, [](E &e) {
            e.contact = u"שלום"_s;
            e.retrieved = u"2025-03-22"_s;
        });
        row("conversation with nobody", EvidenceKind::Conversation, u"whom"_s,
            [](E &e) { e.retrieved = u"2025-03-22"_s; });
        row("conversation at no time", EvidenceKind::Conversation, u"day"_s, [](E &e) { e.contact = u"Val"_s; });
        row("hash", EvidenceKind::Passage, {}, [&](E &e) {
            e.passage = passage;
            e.sha256 = QString(64, u'a');
        });
        row("half a hash", EvidenceKind::Passage, u"64"_s, [&](E &e) {
            e.passage = passage;
            e.sha256 = QString(32, u'a');
        });
        row("capitals in the hash", EvidenceKind::Passage, u"64"_s, [&](E &e) {
            e.passage = passage;
            e.sha256 = QString(64, u'A');
        });
    }
    void evidenceHasWhatItsKindNeeds()
    {
        QFETCH(Evidence, evidence);
        QFETCH(const QString, missing);
        evidence.id = EvidenceId::create();
        evidence.claim = m_claim;
        const auto put = m_store->edit(u"Evidence"_s, [&](Edit &e) { e.put(evidence); });
        if (missing.isEmpty()) {
            VERIFY_RESULT(put);
            QCOMPARE(m_store->evidence(m_claim)->size(), 1);
        } else {
            QVERIFY2(refusal(put).contains(missing), qPrintable(refusal(put)));
            QVERIFY(m_store->evidence(m_claim)->isEmpty());
        }
    }

    void twoAnnotatorsWorkInOneFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"p.pullquote"_s);
        VerdictId verdict = VerdictId::create();
        {
            auto ada = Store::create(path, u"Ada"_s);
            VERIFY_RESULT(ada);
            VERIFY_RESULT(ada->edit(u"Import"_s, [](Edit &e) { e.put(test::sampleCorpus()); }));
            VERIFY_RESULT(ada->edit(u"Verdict"_s, [&](Edit &e) {
                e.put(Verdict{.id = verdict, .claim = m_claim, .value = VerdictValue::Supported});
            }));
        }
        {
            auto ben = Store::open(path, u"Ben"_s);
            VERIFY_RESULT(ben);
            VERIFY_RESULT(ben->edit(u"Sign off"_s,
                                    [&](Edit &e) { e.put(SignOff{.id = SignOffId::create(), .verdict = verdict}); }));
            const QueueRow row = ben->queue(QSet{m_claim})->first();
            QVERIFY(row.checker != row.secondChecker);
            QCOMPARE(row.secondChecker, ben->annotator().id);
        }
        auto ada = Store::open(path, u"Ada"_s);
        VERIFY_RESULT(ada);
        QVERIFY(ada->queue(QSet{m_claim})->first().isSignedOff());
        QVERIFY(
            !ada->edit(u"Sign off"_s, [&](Edit &e) { e.put(SignOff{.id = SignOffId::create(), .verdict = verdict}); }));
        QCOMPARE(ada->check().value(), QStringList());
    }

    void anAssigneeIsKeptAndUndone()
    {
        Claim claim = m_store->claims(QSet{m_claim})->first();
        QVERIFY(claim.assignee.isNull());
        claim.assignee = second();
        const auto assigned = m_store->edit(u"Assign"_s, [&](Edit &e) { e.put(claim); });
        VERIFY_RESULT(assigned);
        QCOMPARE(assigned->claims, QSet{m_claim});
        QCOMPARE(m_store->claims(QSet{m_claim})->first(), claim);
        claim.assignee = {};
        VERIFY_RESULT(m_store->edit(u"Assign"_s, [&](Edit &e) { e.put(claim); }));
        QVERIFY(m_store->claims(QSet{m_claim})->first().assignee.isNull());
        VERIFY_RESULT(m_store->undo());
        QCOMPARE(m_store->claims(QSet{m_claim})->first().assignee, second());
        claim.assignee = AnnotatorId::create();
        QVERIFY(!m_store->edit(u"Assign"_s, [&](Edit &e) { e.put(claim); }));
        QCOMPARE(m_store->check().value(), QStringList());
    }

    void whoShowsAClaimHearsOfItsReviewAlsoWhenItIsUndone()
    {
        const auto given = give(VerdictValue::Supported);
        QCOMPARE(given->reviewed, QSet{m_claim});
        QCOMPARE(sign(latest().id, second())->verdicts, QSet{latest().id});
        QCOMPARE(m_store->undo()->verdicts, QSet{latest().id});
        QCOMPARE(m_store->undo()->reviewed, QSet{m_claim});
        const Note note{.id = NoteId::create(), .target = m_claim, .parent = {}, .body = u"So?"_s};
        QCOMPARE(m_store->edit(u"Note"_s, [&](Edit &e) { e.put(note); })->reviewed, QSet{m_claim});
        QCOMPARE(m_store->undo()->reviewed, QSet{m_claim});
    }
};

QTEST_GUILESS_MAIN(tst_EditReview)
#include "tst_editreview.moc"
