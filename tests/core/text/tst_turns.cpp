// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/turns.h"
#include "tests/support/anystring.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

QString turn(const QString &string, const QString &place)
{
    const Text text(string);
    const auto found = turnAt(text, text.toText(Utf16Position{string.indexOf(place)}));
    return found ? text.words(found->words).toString() : u"(none)"_s;
}

/// The label by the syntax definition, whose rules are tried in their order.
class Definition
{
public:
    Definition()
    {
        QFile file(QStringLiteral(SOURCE_ROOT "/resources/syntax/interview.xml"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("No syntax definition.");
        QXmlStreamReader xml(&file);
        bool isParagraph = false;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            const QXmlStreamAttributes a = xml.attributes();
            if (xml.name() == u"context")
                isParagraph = a.value(u"name") == u"Paragraph";
            const bool isLabel = a.value(u"attribute").endsWith(u"Label");
            const bool isNobody = a.value(u"attribute") == u"Boilerplate" && a.value(u"context") == u"Prose";
            if (isParagraph && xml.name() == u"RegExpr" && (isLabel || isNobody))
                m_rules.append(
                    {QRegularExpression(a.value(u"String").toString(), QRegularExpression::UseUnicodePropertiesOption),
                     isLabel});
        }
    }
    [[nodiscard]] qsizetype count() const { return m_rules.size(); }
    [[nodiscard]] qsizetype labelLength(const QString &paragraph) const
    {
        for (const auto &[rule, isLabel] : m_rules) {
            if (const auto match = rule.match(paragraph); match.hasMatch())
                return isLabel ? match.capturedLength() : 0;
        }
        return 0;
    }

private:
    QList<std::pair<QRegularExpression, bool>> m_rules;
};

}

class tst_Turns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsAreThoseOfTheSyntaxDefinition()
    {
        const Definition definition;
        QCOMPARE(definition.count(), 4);
        QCOMPARE(turnLabelLength(u"Kate Herron: The exciting thing"), 12);
        QCOMPARE(turnLabelLength(u"Q: And?"), 2);
        QCOMPARE(turnLabelLength(u"A – Never."), 3);
        QCOMPARE(turnLabelLength(u"Update: it was moved."), 0);
        QCOMPARE(turnLabelLength(u"He says this: no."), 0);
        QVERIFY(rc::check("turnLabelLength() is what the syntax definition shows as a label", [&definition] {
            static const QStringList pieces = {u"Q"_s,        u"A"_s,       u":"_s,    u" "_s,      u"."_s,
                                               u"-"_s,        u"–"_s,       u"Kate"_s, u"Herron"_s, u"de"_s,
                                               u"KH"_s,       u"Mr."_s,     u"Note"_s, u"Yes"_s,    u"3"_s,
                                               u"(laughs)"_s, u"O’Brien"_s, u"É"_s,    u"she"_s,    u"Question"_s,
                                               u"Answer"_s,   u"&"_s,       u"\t"_s,   u"\u00a0"_s, u"👍"_s};
            const auto chosen = *rc::gen::container<std::vector<size_t>>(
                rc::gen::inRange<size_t>(0, size_t(pieces.size())));
            QString line;
            for (const size_t i : chosen)
                line += pieces[qsizetype(i)];
            line.truncate(200);
            RC_ASSERT(turnLabelLength(line) == definition.labelLength(line));
        }));
    }

    void aTurnGoesFromLabelToLabel()
    {
        const QString text =
            u"Head\n\nQ: Did you write it?\n\nA: No.\n\nIt came from him. Why not?\n\nAll of it.\n\nQ: Really?\n"_s;
        QCOMPARE(turn(text, u"Did"_s), u"Did you write it?"_s);
        QCOMPARE(turn(text, u"came"_s), u"No.\n\nIt came from him. Why not?\n\nAll of it."_s);
        QCOMPARE(turn(text, u"A: No"_s), u"No.\n\nIt came from him. Why not?\n\nAll of it."_s);
        QCOMPARE(turn(text, u"Really"_s), u"Really?"_s);
        QCOMPARE(turn(text, u"Head"_s), u"(none)"_s);
        const Text whole(text);
        QCOMPARE(whole.words(turnAt(whole, {text.indexOf(u"came")})->whole).first(5), u"A: No"_s);
    }

    void questionsWithoutLabelsAreTurns()
    {
        const QString text = u"Intro.\n\nWhat was it like?\n\nIria Val: It was cold. We froze.\n\nNobody moved.\n\n"
                             "And the line?\n\nIt came from Noé.\n\n“Is it true?”\n\nYes."_s;
        QCOMPARE(turn(text, u"was it like"_s), u"What was it like?"_s);
        QCOMPARE(turn(text, u"froze"_s), u"It was cold. We froze.\n\nNobody moved."_s);
        QCOMPARE(turn(text, u"the line"_s), u"And the line?"_s);
        QCOMPARE(turn(text, u"came"_s), u"It came from Noé.\n\n“Is it true?”\n\nYes."_s);
        QCOMPARE(turn(text, u"Intro"_s), u"(none)"_s);
        QCOMPARE(turn(u"Plain prose.\n\nAnd more."_s, u"more"_s), u"(none)"_s);
    }

    void aLongTextTakesNoLongTime()
    {
        const Text text(
            u"Kate Herron: It came from him, all of it, and nobody had asked for it.\n\nWhat: then? he said.\n\n"_s
                .repeated(100'000));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(turnAt(text, {text.length() / 2}));
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    }

    void turnsPartTheText()
    {
        QVERIFY(rc::check("a position is within its turn or in white space behind it; turns do not overlap", [] {
            static const QStringList pieces = {u"\n"_s,        u"\n\n"_s,     u"Q: "_s, u"A: "_s,  u"Kate: "_s,
                                               u"What now?"_s, u"words 👍"_s, u" "_s,   u"“So?”"_s};
            const auto chosen = *rc::gen::container<std::vector<size_t>>(
                rc::gen::inRange<size_t>(0, size_t(pieces.size())));
            QString string;
            for (const size_t i : chosen)
                string += pieces[qsizetype(i)];
            const Text text(string);
            const TextPosition a{*rc::gen::inRange<qsizetype>(0, text.length() + 1)};
            const TextPosition b{*rc::gen::inRange<qsizetype>(0, text.length() + 1)};
            const auto one = turnAt(text, a);
            const auto two = turnAt(text, b);
            for (const auto &turn : {one, two}) {
                if (turn) {
                    RC_ASSERT(text.covers(turn->whole));
                    RC_ASSERT(turn->words.isEmpty() || turn->whole.contains(turn->words));
                }
            }
            if (one)
                RC_ASSERT(one->whole.contains(a)
                          || text.words({std::min(a, one->whole.end), std::max(a, one->whole.end)}).trimmed().isEmpty()
                          || text.words({a, one->whole.begin}).trimmed().isEmpty());
            if (one && two)
                RC_ASSERT(*one == *two || !one->whole.overlaps(two->whole));
        }));
    }
};

QTEST_APPLESS_MAIN(tst_Turns)
#include "tst_turns.moc"
