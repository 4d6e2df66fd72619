// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/paragraphkind.h"
#include "core/text/segmentation.h"
#include "core/text/turns.h"
#include "tests/support/support.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

/// The rules for whole paragraphs of resources/syntax/interview.xml, in their order.
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
            if (!isParagraph || xml.name() != u"RegExpr")
                continue;
            auto options = QRegularExpression::PatternOptions(QRegularExpression::UseUnicodePropertiesOption);
            options.setFlag(QRegularExpression::CaseInsensitiveOption, a.value(u"insensitive") == u"true");
            m_rules.append({QRegularExpression(a.value(u"String").toString(), options),
                            kind(a.value(u"attribute"), a.value(u"context"))});
        }
    }
    [[nodiscard]] qsizetype count() const { return m_rules.size(); }
    [[nodiscard]] ParagraphKind kindOf(const QString &paragraph) const
    {
        if (paragraph.trimmed().isEmpty())
            return ParagraphKind::Empty;
        for (const auto &[rule, kind] : m_rules) {
            if (rule.match(paragraph).hasMatch())
                return kind;
        }
        return ParagraphKind::Prose;
    }

private:
    static ParagraphKind kind(QStringView attribute, QStringView context)
    {
        if (context == u"Prose")
            return ParagraphKind::Prose;
        if (attribute == u"Boilerplate")
            return ParagraphKind::Boilerplate;
        if (attribute == u"Spoiler Warning")
            return ParagraphKind::Spoiler;
        if (attribute == u"Caption")
            return ParagraphKind::Caption;
        if (attribute == u"Byline")
            return ParagraphKind::Byline;
        return ParagraphKind::Question; // and its label
    }
    QList<std::pair<QRegularExpression, ParagraphKind>> m_rules;
};

}

class tst_ParagraphKind : public QObject
{
    Q_OBJECT

    Definition m_definition;

private Q_SLOTS:
    void paragraphsAreToldApart_data()
    {
        QTest::addColumn<QString>("paragraph");
        QTest::addColumn<ParagraphKind>("kind");
        const auto row = [](ParagraphKind kind, const QString &paragraph) {
            QTest::newRow(qPrintable(paragraph.left(60))) << paragraph << kind;
        };
        using enum ParagraphKind;
        row(Empty, {});
        row(Empty, u" \t\u00a0"_s);
        row(Prose, u"“I kept it lit for you,” she says."_s);
        row(Prose, u"Mira Oduya: It was not in the script."_s);
        row(Prose, u"MO: Was it? I think so."_s);
        row(Prose, u"“Was it in the script?”"_s);
        row(Prose, u"A: Was it?"_s);
        row(Prose, u"Note: who asked?"_s);
        row(Prose, u"• Was it hers?"_s);
        row(Prose, u"🕯️ A candle, שלום."_s);
        row(Question, u"Who lit the lantern? 👨‍👩‍👧‍👦?"_s);
        row(Question, u"Q: Tell me of the lantern."_s);
        row(Question, u"Question 3: And then"_s);
        row(Question, u"Did Noe\u0301 know?  "_s);
        row(Boilerplate, u"Read more"_s);
        row(Boilerplate, u"READ NEXT: a keeper"_s);
        row(Boilerplate, u"Sign up for our newsletter"_s);
        row(Boilerplate, u"Advertisement"_s);
        row(Boilerplate, u"• Related stories"_s);
        row(Boilerplate, u"All rights reserved."_s);
        row(Boilerplate, u"The Keepers, streaming now on Somewhere"_s);
        row(Spoiler, u"[Spoilers ahead]"_s);
        row(Spoiler, u"Warning: this story contains major spoilers for the finale."_s);
        row(Caption, u"Photo: Mira Oduya"_s);
        row(Caption, u"Noé Brandt as Osric in ‘The Lantern Keepers’"_s);
        row(Caption, u"© The Gazette"_s);
        row(Byline, u"By Mira Oduya"_s);
        row(Byline, u"Published 12 March 2025"_s);
        row(Byline, u"2025-03-12"_s);
    }
    void paragraphsAreToldApart()
    {
        QFETCH(const QString, paragraph);
        QFETCH(const ParagraphKind, kind);
        QCOMPARE(paragraphKind(paragraph), kind);
        QCOMPARE(m_definition.kindOf(paragraph), kind); // what is seen is what counts
    }

    void theArticlesAreToldApartAsTheyAreShown()
    {
        QVERIFY(m_definition.count() > 10);
        QStringList texts;
        for (const Version &version : test::sampleCorpus().versions)
            texts.append(version.text.string());
        if (const QString folder = test::sharedArticlesFolder(); !folder.isEmpty()) {
            for (const QFileInfo &info : QDir(folder).entryInfoList({u"*.txt"_s}, QDir::Files)) {
                QFile file(info.filePath());
                QVERIFY(file.open(QIODevice::ReadOnly));
                texts.append(QString::fromUtf8(file.readAll()));
            }
        }
        for (const QString &text : std::as_const(texts)) {
            for (const QStringList lines = text.split(u'\n'); const QString &line : lines)
                QVERIFY2(paragraphKind(line) == m_definition.kindOf(line), qPrintable(line));
        }
    }

    void wordsAreLettersAndDigits()
    {
        const Text text(u"👩🏽‍🚀 “Don’t,” e\u0301t\u00e9 — 61 שלום"_s);
        QStringList words;
        for (const QList<TextSpan> spans = wordsIn(text, text.span()); const TextSpan &span : spans)
            words.append(text.words(span).toString());
        QCOMPARE(words, (QStringList{u"Don’t"_s, u"e\u0301t\u00e9"_s, u"61"_s, u"שלום"_s}));
        const QList<TextSpan> later = wordsIn(text, {{10}, text.span().end});
        QCOMPARE(later.last(), wordsIn(text, text.span()).last());
        QVERIFY(wordsIn(text, {{3}, {3}}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_ParagraphKind)
#include "tst_paragraphkind.moc"
