// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/mentions.h"

#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_Mentions : public QObject
{
    Q_OBJECT

    QList<Annotator> m_all;

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString &name : {u"Ada"_s, u"Ada Lindqvist"_s, u"Noé"_s, u"שירה"_s, u"a.b"_s})
            m_all.append({AnnotatorId::create(), name});
    }

    void whoIsCalledIsMentioned_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("nobody") << u"Ada knows."_s << QStringList();
        QTest::newRow("one") << u"@Ada knows."_s << QStringList{u"Ada"_s};
        QTest::newRow("at the end") << u"ask @ada"_s << QStringList{u"Ada"_s};
        QTest::newRow("the longest name") << u"ask @Ada Lindqvist, please"_s << QStringList{u"Ada Lindqvist"_s};
        QTest::newRow("a name that goes on") << u"ask @Adam"_s << QStringList();
        QTest::newRow("an address") << u"ada@Ada.example"_s << QStringList();
        QTest::newRow("each once, in order")
            << u"(@Noé) **@Ada**\n@noé 🕯️@שירה"_s << QStringList{u"Noé"_s, u"Ada"_s, u"שירה"_s};
        QTest::newRow("marks in a name") << u"@a.b!"_s << QStringList{u"a.b"_s};
        QTest::newRow("a name with another mark") << u"@Noe\u0301 @Ada\u0301"_s << QStringList();
        QTest::newRow("a letter beyond the first plane before") << u"𝒜@Ada"_s << QStringList();
        QTest::newRow("a letter with a mark before") << u"e\u0301@Ada"_s << QStringList();
        QTest::newRow("only the sign") << u"@ @"_s << QStringList();
        QTest::newRow("two signs") << u"@@Ada"_s << QStringList{u"Ada"_s};
    }
    void whoIsCalledIsMentioned()
    {
        QFETCH(const QString, body);
        QFETCH(const QStringList, names);
        QStringList got;
        for (const QList<AnnotatorId> ids = mentioned(body, m_all); const AnnotatorId id : ids)
            got.append(std::ranges::find(m_all, id, &Annotator::id)->name);
        QCOMPARE(got, names);
    }

    void theBeginOfACallIsFoundWhileOneTypes()
    {
        QCOMPARE(mentionBegin(u"ask @Ad", 7), 4);
        QCOMPARE(mentionBegin(u"ask @Ada Lind", 13), 4);
        QCOMPARE(mentionBegin(u"@", 1), 0);
        QCOMPARE(mentionBegin(u"ask @Ad", 4), -1);
        QCOMPARE(mentionBegin(u"ada@ga", 6), -1);
        QCOMPARE(mentionBegin(u"", 0), -1);
        const QString far = u"@"_s + QString(200, u'x');
        QCOMPARE(mentionBegin(far, far.size()), -1);
    }
};

QTEST_GUILESS_MAIN(tst_Mentions)
#include "tst_mentions.moc"
