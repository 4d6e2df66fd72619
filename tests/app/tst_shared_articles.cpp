// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/support/support.h"

#include "core/formats/format.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace pq;
using namespace pq::test;
using namespace Qt::StringLiterals;

namespace {

const QString line = u"I just want you to be okay"_s;

/// A project as a script would write it: ids of its own making, and no position where the words stand but
/// once.
class Script
{
public:
    Script()
    {
        m_bytes = "{\"type\":\"pullquote\",\"version\":1}\n";
        add(u"tag"_s, u"quote"_s, {{"name"_L1, u"Quote"_s}});
        add(u"tag"_s, u"cue"_s, {{"name"_L1, u"Cue"_s}});
    }

    [[nodiscard]] QByteArray bytes() const { return m_bytes; }

    QString add(const QString &type, const QString &id, QJsonObject object)
    {
        object.insert("type"_L1, type);
        object.insert("id"_L1, id);
        m_bytes += QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
        return id;
    }

    QString entity(const QString &id, const QString &kind, const QString &name)
    {
        return add(u"entity"_s, id, {{"kind"_L1, kind}, {"name"_L1, name}});
    }

    QString article(const QString &id, const QString &outlet, const QString &published, const QString &text)
    {
        m_texts.insert(id, Text(text));
        return add(u"article"_s, id,
                   {{"title"_L1, titleOf(id)}, {"outlet"_L1, outlet}, {"published"_L1, published}, {"text"_L1, text}});
    }

    static QString titleOf(const QString &article) { return u"The article "_s + article; }
    [[nodiscard]] Text textOf(const QString &title) const { return m_texts.value(title.sliced(titleOf({}).size())); }

    /// The place number @p nth (from 0) of @p words in the article.
    QString passage(const QString &id, const QString &article, const QString &tag, const QString &words, int nth = 0)
    {
        const Text &text = m_texts[article];
        qsizetype at = text.string().indexOf(words);
        for (int i = 0; i < nth; ++i)
            at = text.string().indexOf(words, at + 1);
        if (at < 0)
            qFatal("%s: these words are not there: %s", qPrintable(article), qPrintable(words));
        QJsonObject fragment{{"words"_L1, words}};
        if (text.string().count(words) > 1)
            fragment.insert("begin"_L1, qint64(text.toText(Utf16Position{at}).value));
        return add(u"passage"_s, id,
                   {{"article"_L1, article}, {"tag"_L1, tag}, {"fragments"_L1, QJsonArray{fragment}}});
    }

    QString claim(const QString &id, const QString &kind, const QString &content, const QJsonArray &participants)
    {
        return add(u"claim"_s, id,
                   {{"kind"_L1, kind},
                    {"passages"_L1, QJsonArray{QJsonObject{{"passage"_L1, content}}}},
                    {"participants"_L1, participants}});
    }

    void link(const QString &from, const QString &kind, const QString &to)
    {
        add(u"link"_s, from + kind + to, {{"from"_L1, from}, {"kind"_L1, kind}, {"to"_L1, to}});
    }

private:
    QByteArray m_bytes;
    QHash<QString, Text> m_texts;
};

QJsonObject in(const QString &role, const QString &entity, const QString &evidence = {})
{
    QJsonObject participant{{"entity"_L1, entity}, {"role"_L1, role}};
    if (!evidence.isEmpty())
        participant.insert("evidence"_L1, evidence);
    return participant;
}

/// The test question's claims over the three articles.
Script written(const QStringList &texts)
{
    Script script;
    script.entity(u"tom"_s, u"person"_s, u"Tom Hiddleston"_s);
    script.entity(u"kate"_s, u"person"_s, u"Kate Herron"_s);
    script.entity(u"loki"_s, u"character"_s, u"Loki"_s);
    script.entity(u"show"_s, u"work"_s, u"Loki, season 1"_s);
    script.entity(u"ew"_s, u"organisation"_s, u"EW"_s);
    script.entity(u"second"_s, u"organisation"_s, u"The second outlet"_s);
    script.entity(u"third"_s, u"organisation"_s, u"The third outlet"_s);
    script.add(u"portrayal"_s, u"tom-loki"_s,
               {{"performer"_L1, u"tom"_s}, {"character"_L1, u"loki"_s}, {"work"_L1, u"show"_s}});
    script.article(u"000"_s, u"ew"_s, u"2021-07-20"_s, texts[0]);
    script.article(u"001"_s, u"third"_s, u"2021-07-22"_s, texts[1]);
    script.article(u"002"_s, u"second"_s, u"2021-07-21"_s, texts[2]);

    script.passage(u"line-0"_s, u"000"_s, u"quote"_s, line);
    script.passage(u"pleaded"_s, u"000"_s, u"cue"_s, u"Loki pleaded"_s);
    script.passage(u"again-0"_s, u"000"_s, u"quote"_s, line, 1);
    script.passage(u"came-0"_s, u"000"_s, u"cue"_s, u"this came from Tom"_s);
    script.passage(u"told"_s, u"000"_s, u"cue"_s, u"Herron told EW"_s);
    script.passage(u"line-1"_s, u"001"_s, u"quote"_s, line);
    script.passage(u"line-2"_s, u"002"_s, u"quote"_s, line);
    script.passage(u"again-2"_s, u"002"_s, u"quote"_s, line, 1);
    script.passage(u"came-2"_s, u"002"_s, u"cue"_s, u"this came from Tom"_s);
    script.passage(u"tells"_s, u"002"_s, u"cue"_s, u"tells EW"_s);

    script.claim(u"said"_s, u"quote"_s, u"line-0"_s, {in(u"speaker"_s, u"loki"_s, u"pleaded"_s)});
    script.claim(u"made"_s, u"contribution"_s, u"again-0"_s,
                 {in(u"contributor"_s, u"tom"_s, u"came-0"_s), in(u"source"_s, u"kate"_s, u"told"_s),
                  in(u"outlet"_s, u"ew"_s, u"told"_s)});
    script.claim(u"said-2"_s, u"quote"_s, u"line-2"_s, {in(u"speaker"_s, u"loki"_s)});
    script.claim(u"made-2"_s, u"contribution"_s, u"again-2"_s,
                 {in(u"contributor"_s, u"tom"_s, u"came-2"_s), in(u"source"_s, u"kate"_s, u"tells"_s)});
    script.claim(u"said-1"_s, u"quote"_s, u"line-1"_s, {in(u"speaker"_s, u"loki"_s), in(u"source"_s, u"kate"_s)});
    script.link(u"made"_s, u"supports"_s, u"said"_s);
    script.link(u"said-2"_s, u"repeats"_s, u"said"_s);
    script.link(u"made-2"_s, u"re-reports"_s, u"made"_s);
    script.link(u"said-1"_s, u"repeats"_s, u"said"_s);
    return script;
}

QStringList namesIn(const QJsonObject &chain, QLatin1StringView key)
{
    QStringList names;
    for (const auto &name : chain["summary"_L1][key].toArray())
        names.append(name.toString());
    return names;
}

}

/// The question that the program is for, over the articles it was asked of.
class tst_SharedArticles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theQuestionIsAnswered();
    void everyHopHasTheExactWordsOfItsArticle();
    void everyFormatHoldsThemAndReadsThemBack();
    void thePlainFilesAreTheSameArticles();

private:
    QStringList m_files;
    Script m_script;
    Workshop m_workshop;
    QJsonObject m_chain;
};

void tst_SharedArticles::initTestCase()
{
    const QString folder = sharedArticlesFolder();
    if (folder.isEmpty())
        QSKIP("The shared articles are not here.");
    QStringList texts;
    for (const QFileInfo &info : QDir(folder).entryInfoList({u"*.txt"_s}, QDir::Files, QDir::Name)) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        texts.append(QString::fromUtf8(file.readAll()));
        m_files.append(info.filePath());
    }
    QCOMPARE(texts.size(), 3);

    m_script = written(texts);
    m_workshop.write(u"chain.jsonl"_s, m_script.bytes());
    for (const QStringList &arguments :
         {QStringList{u"new"_s, u"loki.pullquote"_s}, QStringList{u"import"_s, u"loki.pullquote"_s, u"chain.jsonl"_s},
          QStringList{u"check"_s, u"loki.pullquote"_s}}) {
        const Finished finished = m_workshop.run(arguments);
        QVERIFY2(finished.code == 0, qPrintable(finished.errors + finished.output));
    }
    const Finished traced = m_workshop.run({u"trace"_s, u"loki.pullquote"_s, line, u"--json"_s});
    QVERIFY2(traced.code == 0, qPrintable(traced.errors));
    m_chain = traced.objects().first();
}

void tst_SharedArticles::theQuestionIsAnswered()
{
    QCOMPARE(namesIn(m_chain, "contributors"_L1), QStringList{u"Tom Hiddleston"_s});
    QCOMPARE(namesIn(m_chain, "speakers"_L1), QStringList{u"Loki"_s});
    QCOMPARE(namesIn(m_chain, "performers"_L1), QStringList{u"Tom Hiddleston"_s});
    QCOMPARE(namesIn(m_chain, "sources"_L1), QStringList{u"Kate Herron"_s});
    QCOMPARE(namesIn(m_chain, "outlets"_L1), QStringList{u"EW"_s});
    QCOMPARE(namesIn(m_chain, "reReportedBy"_L1), (QStringList{u"The second outlet"_s, u"The third outlet"_s}));
    QCOMPARE(m_chain["unclaimed"_L1].toArray(), QJsonArray());

    const Finished text = m_workshop.run({u"trace"_s, u"loki.pullquote"_s, line});
    QCOMPARE(text.output, uR"(“I just want you to be okay”
Spoken by Loki (played by Tom Hiddleston). Contributed by Tom Hiddleston. Told by Kate Herron. Published by EW. Re-reported by The second outlet, The third outlet.
All 3 outlets go back to one origin: EW, 2021-07-20.
1. Spoken by Loki (played by Tom Hiddleston), in EW, 2021-07-20: “I just want you to be okay” (“Loki pleaded”) [The article 000]
2. Published by EW: “I just want you to be okay”
3. Supported by EW (supports 1): “I just want you to be okay”
4. Contributed by Tom Hiddleston: “this came from Tom”
5. Told by Kate Herron to EW: “Herron told EW”
6. Repeated by The second outlet (repeats 1), 2021-07-21: “I just want you to be okay” [The article 002]
7. Spoken by Loki (played by Tom Hiddleston): “I just want you to be okay”
8. Repeated by The third outlet (repeats 1), 2021-07-22: “I just want you to be okay” [The article 001]
9. Spoken by Loki (played by Tom Hiddleston): “I just want you to be okay”
10. Told by Kate Herron to The third outlet: “I just want you to be okay”
11. Re-reported by The second outlet (re-reports 3), 2021-07-21: “I just want you to be okay” [The article 002]
12. Contributed by Tom Hiddleston: “this came from Tom”
13. Told by Kate Herron to The second outlet: “tells EW”
)"_s);
}

void tst_SharedArticles::everyHopHasTheExactWordsOfItsArticle()
{
    const QJsonArray hops = m_chain["hops"_L1].toArray();
    QCOMPARE(hops.size(), 13);
    for (const auto &hop : hops) {
        const Text text = m_script.textOf(hop["articleTitle"_L1].toString());
        const TextSpan span{{hop["begin"_L1].toInteger(-1)}, {hop["end"_L1].toInteger(-1)}};
        QVERIFY(text.covers(span) && !span.isEmpty());
        QCOMPARE(hop["words"_L1].toString(), text.words(span).toString());
    }
}

void tst_SharedArticles::everyFormatHoldsThemAndReadsThemBack()
{
    for (const Format &format : formats()) {
        if (!format.write)
            continue;
        const QString id = QString::fromLatin1(format.id);
        const QString out = u"out-"_s + id;
        const Finished exported = m_workshop.run(
            {u"export"_s, u"loki.pullquote"_s, u"--format"_s, id, u"--out"_s, out});
        QVERIFY2(exported.code == 0, qPrintable(id + exported.errors));
        if (!format.read)
            continue;
        const QString project = id + u".pullquote"_s;
        QCOMPARE(m_workshop.run({u"new"_s, u"--empty"_s, project}).code, 0);
        const Finished imported = m_workshop.run({u"import"_s, project, u"--format"_s, id, out});
        QVERIFY2(imported.code == 0, qPrintable(id + imported.errors));
        const QJsonObject info = m_workshop.run({u"info"_s, project, u"--json"_s}).objects().first();
        if (format.can.texts) {
            QVERIFY2(info["articles"_L1].toInt() == 3, qPrintable(id));
            const int passages = info["passages"_L1].toInt();
            const bool holdsAll = format.can.discontinuous && format.can.overlapping;
            QVERIFY2(holdsAll ? passages == 10 : passages > 0, qPrintable(id));
        }
        QCOMPARE(m_workshop.run({u"check"_s, project}).code, 0);
        if (id == u"pullquote-jsonl") {
            const Finished traced = m_workshop.run({u"trace"_s, project, line, u"--json"_s});
            QCOMPARE(traced.objects(), QList<QJsonObject>{m_chain});
        }
    }
}

void tst_SharedArticles::thePlainFilesAreTheSameArticles()
{
    const Finished imported = m_workshop.run(QStringList{u"import"_s, u"loki.pullquote"_s} + m_files);
    QVERIFY2(imported.code == 0, qPrintable(imported.errors));
    QCOMPARE(imported.output.count(u": already there as “The article "_s), 3);
}

QTEST_GUILESS_MAIN(tst_SharedArticles)
#include "tst_shared_articles.moc"
