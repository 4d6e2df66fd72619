// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/formats/brat/brattests.h"
#include "tests/support/support.h"

using namespace pq;
using namespace Qt::StringLiterals;
using pq::test::bytesOf;
using pq::test::readBratLines;
using pq::test::sortedLines;
using pq::test::whyBratRefuses;

namespace {

const QByteArray attribution = "T1\tContent 8 11\tone\nT2\tAttribution 12 15\ttwo\nE1\tAttribution:T2 Content:T1\n";

Note noteOn(const NoteTarget &target, const QString &body)
{
    Note note;
    note.id = NoteId::create();
    note.target = target;
    note.body = body;
    return note;
}

QByteArray written(const Corpus &corpus)
{
    const auto files = writeBrat(corpus);
    return files ? bytesOf(files->files, u"a.ann"_s) : files.error().message.toUtf8();
}

}

class tst_BratDocument : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatEndsALineForBratDoesNotStandInOne()
    {
        const QString odd = u"one\u2028two\u0085three\vfour\x1c five"_s;
        auto read = readBratLines("T1\tQuote 0 3\tone\nN1\tReference T1 x:1\tn\n", odd.toUtf8());
        VERIFY_RESULT(read);
        Corpus &corpus = read->corpus;
        corpus.passages[0].fragments = {{{{0}, {odd.size()}}, odd}};
        corpus.entities[0].name = u"Noe\u2029Brandt"_s;
        corpus.notes.append(noteOn(corpus.passages[0].id, u"why?\fbecause\u2028of\tit"_s));
        Claim claim;
        claim.id = ClaimId::create();
        claim.passages = {{corpus.passages[0].id, PassageRole::Content}};
        claim.participants = {{corpus.entities[0].id, ParticipantRole::Speaker, corpus.passages[0].id}};
        corpus.claims.append(claim);
        const auto files = writeBrat(corpus);
        VERIFY_RESULT(files);
        const QByteArray ann = bytesOf(files->files, u"a.ann"_s);
        QCOMPARE(whyBratRefuses(ann), QString());
        QVERIFY2(ann.contains("T1\tQuote 0 3;4 7;8 13;14 18;19 24\tone two three four  five\n"), ann);
        QVERIFY2(ann.contains("\tNoe Brandt\n") && ann.contains("\twhy? because of it\n"), ann);
        const auto lost = [&](const QString &what) {
            return std::ranges::any_of(files->loss, [&](const Loss &loss) { return loss.what.startsWith(what); });
        };
        QVERIFY(lost(u"fragments with line breaks or tabs"_s));
        QVERIFY(lost(u"line breaks and tabs in names"_s));
        QVERIFY(lost(u"line breaks and tabs in notes"_s));
    }

    void whatANoteOrAPersonIsOnIsNoTriggerAnyMore()
    {
        auto read = readBratLines(attribution);
        VERIFY_RESULT(read);
        QCOMPARE(sortedLines(written(read->corpus)), sortedLines(attribution));
        const PassageId trigger = read->corpus.passages[1].id;

        Corpus noted = read->corpus;
        noted.notes.append(noteOn(trigger, u"a cue?"_s));
        QCOMPARE(whyBratRefuses(written(noted)), QString());
        QVERIFY2(written(noted).contains("Quote-claim 8 11\tone\nE1\tQuote-claim:"), written(noted));

        Corpus suggested = read->corpus;
        suggested.passages[1].state = State::Suggested;
        QCOMPARE(whyBratRefuses(written(suggested)), QString());

        Corpus spoken = read->corpus;
        spoken.entities.append({EntityId::create(), EntityKind::Person, u"Noe Brandt"_s, {}, {}, {}});
        spoken.claims[0].participants.append({spoken.entities[0].id, ParticipantRole::Speaker, trigger});
        QCOMPARE(whyBratRefuses(written(spoken)), QString());

        const auto back = readBratLines(written(spoken));
        VERIFY_RESULT(back);
        QCOMPARE(back->corpus.passages.size(), 2);
        QCOMPARE(back->corpus.claims.first().passages.size(), 1);
        QCOMPARE(back->corpus.claims.first().participants.size(), 1);
    }

    void aTriggerIsOfTheTypeOfItsEvent()
    {
        auto read = readBratLines(attribution + "T3\tMove 16 19\tone\nE2\tMove:T3 Agent:T1\nE3\tMove:T3\n");
        VERIFY_RESULT(read);
        Corpus &corpus = read->corpus;
        const TagId content = corpus.passages[0].tag;
        for (qsizetype changed = 1; changed < corpus.passages.size(); ++changed) {
            Corpus retagged = corpus;
            retagged.passages[changed].tag = content;
            const QByteArray ann = written(retagged);
            QVERIFY2(whyBratRefuses(ann).isEmpty(), qPrintable(whyBratRefuses(ann) + u'\n' + QString::fromUtf8(ann)));
            const auto back = readBratLines(ann);
            VERIFY_RESULT(back);
            QCOMPARE(back->corpus.passages.size(), corpus.passages.size());
            QCOMPARE(back->corpus.claims.size(), 1);
            QCOMPARE(back->corpus.relations.size(), 1);
        }
    }

    void claimsOfOneKindOnTheSameWordsShareTheirTrigger()
    {
        auto read = readBratLines("T1\tQuote 8 11\tone\n");
        VERIFY_RESULT(read);
        for (int n = 0; n < 3; ++n) {
            Claim claim;
            claim.id = ClaimId::create();
            claim.kind = n == 2 ? ClaimKind::Fact : ClaimKind::Quote;
            claim.passages = {{read->corpus.passages[0].id, PassageRole::Content}};
            read->corpus.claims.append(claim);
        }
        const QByteArray ann = written(read->corpus);
        QCOMPARE(sortedLines(ann),
                 QStringList({u"E1\tQuote-claim:T2 Content:T1"_s, u"E2\tQuote-claim:T2 Content:T1"_s,
                              u"E3\tFact-claim:T3 Content:T1"_s, u"T1\tQuote 8 11\tone"_s,
                              u"T2\tQuote-claim 8 11\tone"_s, u"T3\tFact-claim 8 11\tone"_s}));
        const auto back = readBratLines(ann);
        VERIFY_RESULT(back);
        QCOMPARE(back->corpus.passages.size(), 1);
        QCOMPARE(back->corpus.claims.size(), 3);
    }

    void aTriggerOfOursThatLostItsClaimIsNoPassage()
    {
        Corpus corpus = test::sampleCorpus();
        const auto files = writeBrat(corpus);
        VERIFY_RESULT(files);
        QList<NamedFile> edited = files->files;
        qsizetype triggers = 0;
        for (NamedFile &file : edited) {
            QStringList lines = sortedLines(file.bytes);
            lines.removeIf([&](const QString &line) {
                const bool isEvent = line.startsWith(u'E');
                triggers += isEvent ? 1 : 0;
                const QString about = line.section(u'\t', 1, 1).section(u' ', 1);
                return isEvent || about.startsWith(u'E') || about.startsWith(u"Arg1:E");
            });
            if (file.path.endsWith(u".ann"))
                file.bytes = (lines.join(u'\n') + u'\n').toUtf8();
        }
        QVERIFY(triggers > 0);
        const auto read = readBrat(edited);
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus.passages.size(), corpus.passages.size());
        QCOMPARE(read->corpus.tags, corpus.tags);
        const auto again = writeBrat(read->corpus);
        VERIFY_RESULT(again);
        for (const NamedFile &file : std::as_const(edited)) {
            if (file.path.endsWith(u".ann"))
                QCOMPARE(sortedLines(bytesOf(again->files, file.path)), sortedLines(file.bytes));
        }
    }

    void whatDidNotStandThereIsWrittenWhenSomethingNewNeedsIt()
    {
        // The trigger covers a line break alone, so that Pullquote would write another one.
        auto read = readBratLines("T1\tQuote 8 11\tone\nT2\tSays 15 16\t \nE1\tSays:T2 Content:T1\n");
        VERIFY_RESULT(read);
        Claim claim;
        claim.id = ClaimId::create();
        claim.passages = {{read->corpus.passages[0].id, PassageRole::Content}};
        read->corpus.claims.append(claim);
        const QByteArray ann = written(read->corpus);
        QVERIFY2(whyBratRefuses(ann).isEmpty(), qPrintable(whyBratRefuses(ann) + u'\n' + QString::fromUtf8(ann)));
    }
};

QTEST_GUILESS_MAIN(tst_BratDocument)
#include "tst_bratdocument.moc"
