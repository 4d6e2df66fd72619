// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/fidelity.h"
#include "tests/support/support.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

QString shared(const QString &start)
{
    const QDir folder(test::sharedArticlesFolder());
    const QStringList found = folder.entryList({start + u"*.txt"_s});
    QFile file(found.isEmpty() ? QString() : folder.filePath(found.first()));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// From these words to the mark that ends the quotation, or the paragraph.
QString quotationFrom(const QString &text, const QString &begin)
{
    const qsizetype at = text.indexOf(begin);
    if (at < 0)
        return {};
    qsizetype end = at;
    while (end < text.size() && text[end] != u'\n' && text[end] != u'"')
        ++end;
    return text.sliced(at, end - at);
}

}

/// All that the second outlet quotes of the first one, against the first one's whole article: what a reader who lays
/// the two side by side finds is what is found.
class TestSharedQuotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsFoundByEyeIsFound_data()
    {
        QTest::addColumn<QString>("begin");
        QTest::addColumn<int>("punctuation");
        QTest::newRow("the cost") << u"The cost of"_s << 0;
        QTest::newRow("where you are") << u"I've been"_s << 0;
        QTest::newRow("the writers") << u"Me, the [finale]"_s << 0;
        QTest::newRow("those words") << u"I think those"_s << 0;
        QTest::newRow("someone you care about") << u"You don't want"_s << 0;
        QTest::newRow("the kiss") << u"I think for me"_s << 0;
        QTest::newRow("two sentences became one") << u"I think for her"_s << 1;
        QTest::newRow("a title got quotation marks") << u"I always think"_s << 1;
        QTest::newRow("the decision") << u"She has all"_s << 0;
    }

    void whatIsFoundByEyeIsFound()
    {
        if (test::sharedArticlesFolder().isEmpty())
            QSKIP("The shared articles are not here.");
        QFETCH(QString, begin);
        QFETCH(int, punctuation);
        const Text original(shared(u"000"_s));
        const Text quote(quotationFrom(shared(u"002"_s), begin));
        QVERIFY(quote.length() > 20);
        const QList<QuoteChange> changes = compareQuote(quote, original);
        for (const QuoteChange &change : changes)
            QCOMPARE(change.deviation, Deviation::Punctuation);
        QCOMPARE(changes.size(), punctuation);
    }

    void oneWordThatIsChangedInAnyOfThemIsSilent()
    {
        if (test::sharedArticlesFolder().isEmpty())
            QSKIP("The shared articles are not here.");
        const Text original(shared(u"000"_s));
        QString words = quotationFrom(shared(u"002"_s), u"You don't want"_s);
        words.replace(u"someone"_s, u"anyone"_s);
        const QList<QuoteChange> changes = compareQuote(Text(words), original);
        QCOMPARE(gravest(changes), Deviation::Silent);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(original.words(changes.first().inOriginal), u"someone");
    }
};

QTEST_GUILESS_MAIN(TestSharedQuotes)
#include "tst_sharedquotes.moc"
