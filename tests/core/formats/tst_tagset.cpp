// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tagset.h"
#include "tests/support/support.h"

#include <QFile>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

QByteArray defaultTagset()
{
    QFile file(QStringLiteral(SOURCE_ROOT "/resources/tagsets/interview.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray withTags(const QByteArray &tags)
{
    return R"({"format":"pullquote-tagset","version":1,"name":"Mine","tags":[)" + tags + "]}";
}

}

class tst_Tagset : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theDefaultTagsetIsReadWhole();
    void theDefaultTagsetIsTheSameInEveryProject();
    void whatIsLeftOutIsFilledIn();
    void whatIsWrongIsRefusedByName_data();
    void whatIsWrongIsRefusedByName();
};

void tst_Tagset::theDefaultTagsetIsReadWhole()
{
    const auto read = readTagset(defaultTagset(), u"interview.json"_s);
    VERIFY_RESULT(read);
    QCOMPARE(read->tagsets.size(), 1);
    QCOMPARE(read->tagsets.first().name, u"Interview"_s);
    QStringList names, keys;
    for (const Tag &tag : read->tags) {
        names.append(tag.name);
        keys.append(tag.key);
        QVERIFY(tag.tagset == read->tagsets.first().id);
        QVERIFY(!tag.description.isEmpty());
        QCOMPARE(tag.position, names.size() - 1);
    }
    QCOMPARE(names,
             (QStringList{u"Quote"_s, u"Contribution"_s, u"Cue"_s, u"Source"_s, u"Fact"_s, u"Opinion"_s,
                          u"Prediction"_s, u"On-screen line"_s}));
    QCOMPARE(QSet(keys.cbegin(), keys.cend()).size(), keys.size());
    QVERIFY(read->tags.last().parent == read->tags.first().id);
    QCOMPARE(read->tags.first().attributes.first().choices, (QStringList{u"direct"_s, u"indirect"_s, u"mixed"_s}));
    QCOMPARE(read->tags.last().attributes.first().kind, AttributeKind::Number);
}

void tst_Tagset::theDefaultTagsetIsTheSameInEveryProject()
{
    // So that two annotators' projects, and the sample, share their tags.
    QCOMPARE(*readTagset(defaultTagset(), {}), *readTagset(defaultTagset(), {}));
    QFile sample(QStringLiteral(SOURCE_ROOT "/resources/sample/sample.jsonl"));
    QVERIFY(sample.open(QIODevice::ReadOnly));
    const QByteArray lines = sample.readAll();
    const Corpus tagset = *readTagset(defaultTagset(), {});
    QVERIFY(lines.contains(R"("tagset","id":")" + tagset.tagsets.first().id.toString().toLatin1()));
    for (const Tag &tag : tagset.tags)
        QVERIFY2(lines.contains(R"("tag","id":")" + tag.id.toString().toLatin1()), qPrintable(tag.name));
}

void tst_Tagset::whatIsLeftOutIsFilledIn()
{
    const auto read = readTagset(withTags(R"({"name":"A"},{"name":"B","parent":"A","attributes":[{"name":"x"}]})"),
                                 u"t"_s);
    VERIFY_RESULT(read);
    QVERIFY(!read->tags[0].id.isNull());
    QVERIFY(!read->tags[0].colour.isEmpty());
    QVERIFY(read->tags[0].colour != read->tags[1].colour);
    QVERIFY(read->tags[1].parent == read->tags[0].id);
    QCOMPARE(read->tags[1].attributes.first().kind, AttributeKind::Text);
}

void tst_Tagset::whatIsWrongIsRefusedByName_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("message");
    QTest::newRow("no JSON") << QByteArray("{") << u"t.json is no JSON file"_s;
    QTest::newRow("another file") << QByteArray("{}") << u"t.json is no tagset of version 1."_s;
    QTest::newRow("newer") << QByteArray(R"({"format":"pullquote-tagset","version":2,"name":"x"})")
                           << u"no tagset of version 1"_s;
    QTest::newRow("no name") << withTags(R"({"colour":"#000000"})") << u"t.json: this tag needs “name”."_s;
    QTest::newRow("colour") << withTags(R"({"name":"A","colour":"red"})") << u"“red”"_s;
    QTest::newRow("parent") << withTags(R"({"name":"A","parent":"B"})") << u"“A” stands under “B”"_s;
    QTest::newRow("twice") << withTags(R"({"name":"A"},{"name":"A"})") << u"two tags with the name “A”"_s;
    QTest::newRow("kind") << withTags(R"({"name":"A","attributes":[{"name":"x","kind":"y"}]})")
                          << u"text, choice, number, boolean"_s;
}

void tst_Tagset::whatIsWrongIsRefusedByName()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, message);
    const auto read = readTagset(bytes, u"t.json"_s);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(message), qPrintable(read.error().message));
}

QTEST_GUILESS_MAIN(tst_Tagset)
#include "tst_tagset.moc"
