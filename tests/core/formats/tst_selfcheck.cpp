// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/format.h"
#include "core/formats/losses.h"
#include "tests/support/support.h"

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

Corpus back;      ///< what the formats of this test read
LossReport report; ///< what they say they lost

Result<Written> write(const Corpus &, const WriteOptions &)
{
    return Written{{{u"a"_s, "x"}}, report};
}
Result<Read> read(const QList<NamedFile> &)
{
    return Read{back, {}};
}
Result<Read> refuse(const QList<NamedFile> &)
{
    return fail(u"a, line 1: nonsense."_s);
}

constexpr Format honest{.id = "test", .name = "Test", .suffix = "t", .write = write, .read = read};
constexpr Format unreadable{.id = "test", .name = "Test", .suffix = "t", .write = write, .read = refuse};
constexpr Format writeOnly{.id = "test", .name = "Test", .suffix = "t", .write = write};

LossReport lossOf(Aspect aspect, const QString &object)
{
    Losses losses;
    losses.add(aspect, u"something"_s, object);
    return losses.report();
}

}

class tst_SelfCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        back = test::sampleCorpus();
        report.clear();
    }

    void whatComesBackAsItWasIsWritten()
    {
        VERIFY_RESULT(writeChecked(honest, test::sampleCorpus()));
        VERIFY_RESULT(writeChecked(writeOnly, test::sampleCorpus()));
    }

    void aPassageThatDoesNotComeBackStopsTheExport()
    {
        const Passage gone = back.passages.takeLast();
        const auto written = writeChecked(honest, test::sampleCorpus());
        QVERIFY(!written);
        QVERIFY2(written.error().message.contains(gone.id.toString()), qPrintable(written.error().message));
    }

    void aSpanThatHasMovedStopsTheExport()
    {
        Passage &moved = back.passages.first();
        Fragment &fragment = moved.fragments.first();
        fragment.span.end = fragment.span.end - 1;
        fragment.words.chop(1);
        QVERIFY(!writeChecked(honest, test::sampleCorpus()));
    }

    void anotherTextUnderTheSameWordsStopsTheExport()
    {
        for (Version &version : back.versions)
            version.text = Text(version.text.string() + u'.');
        QVERIFY(!writeChecked(honest, test::sampleCorpus()));
        // Unless it is said that it was altered.
        for (const Version &version : std::as_const(back.versions))
            report += lossOf(Aspect::Words, version.id.toString());
        VERIFY_RESULT(writeChecked(honest, test::sampleCorpus()));
    }

    void whatTheReportNamesMayBeGoneOrChanged()
    {
        const Passage gone = back.passages.takeLast();
        for (const Aspect aspect : {Aspect::Whole, Aspect::Spans}) {
            report = lossOf(aspect, gone.id.toString());
            VERIFY_RESULT(writeChecked(honest, test::sampleCorpus()));
        }
        report = lossOf(Aspect::Id, gone.id.toString());
        QVERIFY(!writeChecked(honest, test::sampleCorpus()));
    }

    void whatCannotBeReadBackIsNotWritten()
    {
        const auto written = writeChecked(unreadable, test::sampleCorpus());
        QVERIFY(!written);
        QVERIFY(written.error().message.contains(u"line 1: nonsense"_s));
    }
};

QTEST_GUILESS_MAIN(tst_SelfCheck)
#include "tst_selfcheck.moc"
