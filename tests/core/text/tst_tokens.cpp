// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/tokens.h"

#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_Tokens : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tokensAreWordsAndMarksWithoutWhiteSpace()
    {
        QCOMPARE(words(u"Ada’s 👩🏽‍🚀  e\u0301te\u0301, שלום.\n"_s, {}),
                 QStringList({u"Ada"_s, u"’"_s, u"s"_s, u"👩🏽‍🚀"_s, u"e\u0301te\u0301"_s, u","_s, u"שלום"_s,
                              u"."_s}));
    }

    void theyAreCutWhereSpansBeginAndEnd()
    {
        QCOMPARE(words(u"unhappy end"_s, {{{2}, {7}}}), QStringList({u"un"_s, u"happy"_s, u"end"_s}));
        QCOMPARE(words(u"a  b"_s, {{{0}, {2}}}), QStringList({u"a"_s, u" "_s, u"b"_s}));
        QCOMPARE(words(u"a  b"_s, {{{2}, {4}}}), QStringList({u"a"_s, u" "_s, u"b"_s}));
        QCOMPARE(words(QString(), {}), QStringList());
    }

private:
    static QStringList words(const QString &string, const QList<TextSpan> &spans)
    {
        const Text text(string);
        QStringList all;
        for (const QList<TextSpan> tokens = tokensFor(text, spans); const TextSpan &token : tokens)
            all.append(text.words(token).toString());
        return all;
    }
};

QTEST_APPLESS_MAIN(tst_Tokens)
#include "tst_tokens.moc"
