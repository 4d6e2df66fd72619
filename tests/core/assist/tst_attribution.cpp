// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assist/attribution.h"
#include "core/assist/mentions.h"
#include "core/text/fold.h"

#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

Entity entity(const QString &name, EntityKind kind = EntityKind::Person, const QStringList &aliases = {})
{
    return {EntityId::create(), kind, name, aliases, {}, {}};
}

const QList<Entity> &cast()
{
    static const QList<Entity> all{entity(u"Nora Quill"_s, EntityKind::Person, {u"NQ"_s}),
                                   entity(u"Tomás Brandt"_s, EntityKind::Person, {u"Tomás"_s}),
                                   entity(u"The Evening Lamp"_s, EntityKind::Organisation, {u"Lamp"_s}),
                                   entity(u"The Keeper"_s, EntityKind::Character, {u"Keeper"_s}),
                                   entity(u"Ada Moor"_s),
                                   entity(u"Ben Moor"_s),
                                   entity(u"Harbour Lights"_s, EntityKind::Work)};
    return all;
}

QString shortName(ParticipantRole role)
{
    switch (role) {
    case ParticipantRole::Speaker:
        return u"speaker"_s;
    case ParticipantRole::Source:
        return u"source"_s;
    case ParticipantRole::Addressee:
        return u"addressee"_s;
    case ParticipantRole::Contributor:
        return u"contributor"_s;
    default:
        return u"?"_s;
    }
}

}

class TestAttribution : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWordsAroundSayWhoTakesPart_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("content");
        QTest::addColumn<ClaimKind>("kind");
        QTest::addColumn<QStringList>("expected");

        const auto row = [](const char *name, const QString &text, const QString &content, ClaimKind kind,
                            const QStringList &expected) {
            QTest::newRow(name) << text << content << kind << expected;
        };
        const ClaimKind quote = ClaimKind::Quote;
        row("verb, then name", u"“Keep the lamp lit,” said Nora Quill. “It is late.”"_s, u"Keep the lamp lit"_s, quote,
            {u"speaker Nora Quill: said Nora Quill"_s});
        row("name, then verb", u"Quill explained: “Keep the lamp lit.”"_s, u"Keep the lamp lit."_s, quote,
            {u"speaker Nora Quill: Quill explained"_s});
        row("after the verb's quotation", u"“One.” Quill said. “Keep the lamp lit.”"_s, u"Keep the lamp lit."_s, quote,
            {u"speaker Nora Quill: Quill said"_s});
        row("nearest verb", u"Brandt asked why. “Because,” said Quill."_s, u"Because"_s, quote,
            {u"speaker Nora Quill: said Quill"_s});
        row("told an outlet", u"“Keep it lit,” Quill told The Evening Lamp on Monday."_s, u"Keep it lit"_s, quote,
            {u"speaker Nora Quill: Quill told"_s, u"addressee The Evening Lamp: told The Evening Lamp"_s});
        row("the marks belong to the selection", u"“Keep it lit,” Quill told Lamp."_s, u"“Keep it lit,”"_s, quote,
            {u"speaker Nora Quill: Quill told"_s, u"addressee The Evening Lamp: told Lamp"_s});
        row("a pronoun is nobody", u"Brandt laughed. “Keep it lit,” she said."_s, u"Keep it lit"_s, quote, {});
        row("nested", u"“And then Tomás said, ‘Keep it lit,’ and we did,” Quill told the Lamp."_s, u"Keep it lit"_s,
            quote,
            {u"speaker Tomás Brandt: Tomás said"_s, u"source Nora Quill: Quill told"_s,
             u"addressee The Evening Lamp: told the Lamp"_s});
        row("a name within the quotation says nothing", u"“I asked Brandt and Brandt said no,” Quill recalled."_s,
            u"asked Brandt"_s, quote, {u"speaker Nora Quill: Quill recalled"_s});
        row("turn", u"Q: Who wrote it?\n\nNora Quill: It was late and nobody wrote it down."_s,
            u"nobody wrote it down"_s, quote, {u"speaker Nora Quill: Nora Quill:"_s});
        row("turn with initials", u"LAMP: Who?\n\nNQ: Nobody at all 🎭 did."_s, u"Nobody at all 🎭 did."_s, quote,
            {u"speaker Nora Quill: NQ:"_s});
        row("turn that quotes", u"LAMP: Who?\n\nNQ: He looked up and Tomás said “Keep it lit” twice."_s,
            u"Keep it lit"_s, quote, {u"speaker Tomás Brandt: Tomás said"_s, u"source Nora Quill: NQ:"_s});
        row("turn that quotes nobody named", u"LAMP: Who?\n\nNQ: And he went “Keep it lit” twice."_s, u"Keep it lit"_s,
            quote, {u"source Nora Quill: NQ:"_s});
        row("contribution", u"“That line came from Tomás,” Quill told the Lamp."_s, u"That line came from Tomás"_s,
            ClaimKind::Contribution,
            {u"source Nora Quill: Quill told"_s, u"addressee The Evening Lamp: told the Lamp"_s,
             u"contributor Tomás Brandt: Tomás"_s});
        row("contribution, actively", u"LAMP: Who?\n\nNQ: Tomás actually came up with that."_s,
            u"Tomás actually came up with that."_s, ClaimKind::Contribution,
            {u"source Nora Quill: NQ:"_s, u"contributor Tomás Brandt: Tomás"_s});
        row("indirect speech", u"Quill said that the line was improvised by Brandt."_s,
            u"the line was improvised by Brandt"_s, ClaimKind::Contribution,
            {u"source Nora Quill: Quill said"_s, u"contributor Tomás Brandt: Brandt"_s});
        row("the first name", u"“Keep it lit,” Ada said."_s, u"Keep it lit"_s, quote,
            {u"speaker Ada Moor: Ada said"_s});
        row("an article is no name", u"“Keep it lit,” The said."_s, u"Keep it lit"_s, quote, {});
        row("a name that two share", u"“Keep it lit,” said Moor."_s, u"Keep it lit"_s, quote, {});
        row("one of two with the whole name", u"“Keep it lit,” said Ada Moor."_s, u"Keep it lit"_s, quote,
            {u"speaker Ada Moor: said Ada Moor"_s});
        row("a work does not speak", u"“Keep it lit,” says Harbour Lights."_s, u"Keep it lit"_s, quote, {});
        row("nobody", u"Nobody is named here."_s, u"named"_s, quote, {});
        row("according to", u"According to Quill, the lamp was real."_s, u"the lamp was real"_s, ClaimKind::Fact,
            {u"source Nora Quill: According to Quill"_s});
    }

    void theWordsAroundSayWhoTakesPart()
    {
        QFETCH(QString, text);
        QFETCH(QString, content);
        QFETCH(ClaimKind, kind);
        QFETCH(QStringList, expected);

        const Text whole(text);
        const QList<TextSpan> places = findExactly(whole, content);
        QVERIFY(!places.isEmpty());
        QStringList found;
        for (const QList<Attribution> all = attributions(whole, places.first(), kind, cast());
             const Attribution &attribution : all) {
            const auto who = std::ranges::find(cast(), attribution.entity, &Entity::id);
            found.append(u"%1 %2: %3"_s.arg(shortName(attribution.role), who->name,
                                            whole.words(attribution.words).trimmed().toString()));
        }
        QCOMPARE(found, expected);
    }

    void namesAreFoundAsWholeWordsAndTheLongerOneWins()
    {
        const Text text(u"👩‍🚀 Nora Quill's Quillwork; NQ, Tomás\u0301 and Keeper of The Keeper"_s);
        QStringList found;
        for (const QList<Mention> all = mentions(text, text.span(), cast()); const Mention &mention : all)
            found.append(text.words(mention.span).toString());
        QCOMPARE(found, (QStringList{u"Nora Quill"_s, u"NQ"_s, u"Keeper"_s, u"The Keeper"_s}));
    }

    void onlyTheWindowIsLookedAt()
    {
        const Text text(u"Quill and Quill and Quill"_s);
        const QList<Mention> found = mentions(text, {{6}, {16}}, cast());
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().span, (TextSpan{{10}, {15}}));
    }
};

QTEST_GUILESS_MAIN(TestAttribution)
#include "tst_attribution.moc"
