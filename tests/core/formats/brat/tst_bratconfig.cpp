// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/formats/brat/brattests.h"
#include "tests/support/support.h"

using namespace pq;
using namespace Qt::StringLiterals;
using pq::test::bytesOf;
using pq::test::readBratLines;

class tst_BratConfig : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void typesOfEventsAreConfiguredAsEventsWithTheirRoles()
    {
        const auto read = readBratLines("T1\tRobot 8 11\tone\nT2\tAttack 12 15\ttwo\nE1\tAttack:T2 Theme:T1 Theme2:T1\n"
                                        "R1\tKnows Arg1:T1 Arg2:T1\n");
        VERIFY_RESULT(read);
        const auto written = writeBrat(read->corpus);
        VERIFY_RESULT(written);
        const QByteArray conf = bytesOf(written->files, u"annotation.conf"_s);
        QVERIFY2(conf.contains("[entities]\nRobot\n\n[relations]\n"
                               "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\nKnows\tArg1:Robot, Arg2:Robot\n\n"
                               "[events]\nAttack\tTheme*:<ANY>\n"),
                 conf);
    }

    void aTextIsNotTakenForTheChoiceOfAnotherTag()
    {
        Corpus corpus = test::sampleCorpus();
        corpus.passages.resize(2);
        corpus.relations.clear();
        corpus.claims.clear();
        corpus.links.clear();
        corpus.evidence.clear();
        corpus.verdicts.clear();
        corpus.signOffs.clear();
        corpus.notes.clear();
        for (int i = 0; i < 2; ++i) {
            const AttributeId attribute = AttributeId::create();
            const bool isChoice = i == 0;
            corpus.tags[i].attributes = {{attribute, u"mood"_s, isChoice ? AttributeKind::Choice : AttributeKind::Text,
                                          isChoice ? QStringList{u"  sad "_s} : QStringList()}};
            corpus.passages[i].tag = corpus.tags[i].id;
            corpus.passages[i].attributes = {{attribute, isChoice ? u"  sad "_s : u"sad"_s}};
        }
        const auto written = writeBrat(corpus);
        VERIFY_RESULT(written);
        const auto read = readBrat(written->files);
        VERIFY_RESULT(read);
        for (const Passage &passage : read->corpus.passages) {
            const bool isChoice = passage.tag == corpus.tags.first().id;
            QCOMPARE(passage.attributes.first().value, isChoice ? u"  sad "_s : u"sad"_s);
        }
    }
};

QTEST_GUILESS_MAIN(tst_BratConfig)
#include "tst_bratconfig.moc"
