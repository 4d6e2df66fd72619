// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/fidelity.h"

#include <QTest>

#include <rapidcheck.h>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

/// "silent: was -> were", one line each.
QString told(const QString &quoted, const QString &said)
{
    const Text quote(quoted);
    const Text original(said);
    QStringList lines;
    for (const QuoteChange &change : compareQuote(quote, original)) {
        static constexpr const char *names[] = {"punctuation", "insertion", "omission", "silent"};
        lines.append(u"%1: %2 -> %3"_s.arg(QLatin1StringView(names[int(change.deviation)]),
                                           original.words(change.inOriginal).toString(),
                                           quote.words(change.inQuote).toString()));
    }
    return lines.join(u'\n');
}

}

class TestFidelity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKindOfDepartureIsTold_data()
    {
        QTest::addColumn<QString>("quote");
        QTest::addColumn<QString>("original");
        QTest::addColumn<QString>("changes");
        const QString said = u"Well, nobody moved. The lamp — our lamp — went out, and he said it in one take."_s;
        QTest::newRow("verbatim") << u"nobody moved. The lamp — our lamp — went out"_s << said << QString();
        QTest::newRow("the whole") << said << said << QString();
        QTest::newRow("marks at its ends") << u"“nobody moved,”"_s << said << QString();
        QTest::newRow("typographic marks")
            << u"It's \"his\" - really - line"_s << u"It’s “his” – really – line"_s << QString();
        QTest::newRow("an encoding") << u"Noe\u0301 did"_s << u"Noé did"_s << QString();
        QTest::newRow("punctuation") << u"nobody moved; the lamp"_s << u"nobody moved, the lamp"_s
                                     << u"punctuation: , -> ;"_s;
        QTest::newRow("a capital") << u"Nobody moved"_s << said << u"punctuation: nobody -> Nobody"_s;
        QTest::newRow("an ellipsis") << u"nobody moved … and he said it"_s << said
                                     << u"omission: . The lamp — our lamp — went out, -> …"_s;
        QTest::newRow("three full stops in brackets") << u"nobody moved [...] and he said it"_s << said
                                                      << u"omission: . The lamp — our lamp — went out, -> [...]"_s;
        QTest::newRow("words put in, in brackets")
            << u"and [Brandt] said it in one take"_s << said << u"insertion: he -> [Brandt]"_s;
        QTest::newRow("a remark") << u"and he said it [laughs] in one take"_s << said << u"insertion:  -> [laughs]"_s;
        QTest::newRow("a bracketed capital") << u"[N]obody moved"_s << said << u"insertion: nobody -> [N]obody"_s;
        QTest::newRow("a bracketed ending") << u"he say[s] it in one take"_s << said << u"insertion: said -> say[s]"_s;
        QTest::newRow("a word left out") << u"and he said it in take"_s << said << u"silent: one -> "_s;
        QTest::newRow("a word put in") << u"and he only said it"_s << said << u"silent:  -> only"_s;
        QTest::newRow("a word changed") << u"and she said it"_s << said << u"silent: he -> she"_s;
        QTest::newRow("two of them") << u"and she said it in two takes"_s << said
                                     << u"silent: he -> she\nsilent: one take. -> two takes"_s;
        QTest::newRow("an ellipsis of the original")
            << u"nobody … moved, went out"_s << u"nobody … moved, … went out"_s << QString();
        QTest::newRow("lines") << u"nobody moved. The lamp"_s << u"Well, nobody\nmoved.\n\nThe lamp\nwent out"_s
                               << QString();
        QTest::newRow("a word at a line's end")
            << u"nobody\nmoved"_s << u"nobody\nmove"_s << u"silent: move -> moved"_s;
        QTest::newRow("the original's own remark")
            << u"It came from him."_s << u"It came [laughs] from him."_s << QString();
        QTest::newRow("beyond U+FFFF") << u"keep 👩🏽‍🚀 the lamp"_s
                                       << u"please keep 👩🏽‍🚀 a lamp 👨‍👩‍👧‍👦"_s
                                       << u"silent: a -> the"_s;
        QTest::newRow("right to left") << u"שלום לכם"_s << u"שלום לכולם אמר"_s << u"silent: לכולם אמר -> לכם"_s;
        QTest::newRow("nothing in common")
            << u"keep it lit"_s << u"nobody moved"_s << u"silent: nobody moved -> keep it lit"_s;
        QTest::newRow("no words") << u"…"_s << u"—"_s << QString();
    }
    void eachKindOfDepartureIsTold()
    {
        QFETCH(const QString, quote);
        QFETCH(const QString, original);
        QTEST(told(quote, original), "changes");
    }

    void anyPartOfATextIsVerbatim()
    {
        QVERIFY(rc::check([] {
            const auto words = *rc::gen::container<std::vector<QString>>(
                rc::gen::element(u"lamp"_s, u"lit"_s, u"Noe\u0301"_s, u"שלום"_s, u"👋🏽"_s, u"it’s"_s, u"well,"_s));
            RC_PRE(!words.empty());
            const QStringList all(words.begin(), words.end());
            const qsizetype from = *rc::gen::inRange<qsizetype>(0, all.size());
            const qsizetype count = *rc::gen::inRange<qsizetype>(1, all.size() - from + 1);
            RC_ASSERT(told(all.mid(from, count).join(u' '), all.join(u' ')).isEmpty());
        }));
    }

    void aChangedWordIsNeverOverlooked()
    {
        QVERIFY(rc::check([] {
            QStringList all;
            const int count = *rc::gen::inRange(3, 30);
            for (int i = 0; i < count; ++i)
                all.append(u"word%1"_s.arg(i));
            QStringList quote = all;
            const qsizetype at = *rc::gen::inRange<qsizetype>(1, count - 1);
            quote[at] = u"other"_s;
            RC_ASSERT(told(quote.join(u' '), all.join(u' ')) == u"silent: %1 -> other"_s.arg(all[at]));
        }));
    }
};

QTEST_GUILESS_MAIN(TestFidelity)
#include "tst_fidelity.moc"
