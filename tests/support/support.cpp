// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/support.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace pq::test {

using namespace Qt::StringLiterals;

namespace {

// Every character that a tool has ever miscounted: a family joined by ZWJ, skin tones, a flag, a candle with
// a variation selector, an e with a combining acute, right-to-left words, a tab, curly quotes in curly quotes.
const QString firstText = uR"(Who lit the lantern? 👨‍👩‍👧‍👦

By Mira Oduya

Director Iria Val met us by the harbour with Noé Brandt, who plays Osric in “The Lantern Keepers”.

“I told him, ‘say only what the lantern would say,’” Val recalls, “and he came back with one line: ‘I kept it lit for you.’ 🕯️ Nobody moved. It came from Noé, all of it.”

Brandt waves that away. “It was not in the script,” he says.

“My grandmother said it, in two languages: שלום and then مرحبا, and she lit the lamp.” 👩🏽‍🚀🇮🇸

Noé Brandt	Osric
Iria Val	director)"_s;

const QString secondText = uR"(Weekend round-up

The Harbour Gazette reports that the finale’s best line, “I kept it lit for you”, was Brandt’s own. 🔥🔥

We think it is the line of the year; a second season will surely follow.)"_s;

const QString thirdText = uR"(A short note

The finale ran for 61 minutes.)"_s;

const QString thirdTextCorrected = uR"(A short note

The finale ran for 58 minutes.)"_s;

/// Ids and times that are the same in every run and ascend in the order of making.
class Maker
{
public:
    template <class T>
    T id()
    {
        ++m_number;
        return T::fromString(u"0195b000-0000-7%1-8000-%2"_s.arg(m_number, 3, 16, QLatin1Char('0'))
                                 .arg(m_number, 12, 16, QLatin1Char('0')));
    }
    Timestamp time() const
    {
        return {Timestamp::fromString(u"2025-03-20T09:00:00Z").microseconds + m_number * 60'000'001};
    }

private:
    qint64 m_number = 0;
};

/// The first place of @p words at or behind @p from.
Fragment fragment(const Text &text, const QString &words, qsizetype from = 0)
{
    const qsizetype at = text.string().indexOf(words, text.toUtf16(TextPosition{from}).value);
    if (at < 0)
        qFatal("The text does not hold these words: %s", qPrintable(words));
    return {text.toText(Utf16Span{{at}, {at + words.size()}}), words};
}

}

Corpus sampleCorpus()
{
    Maker make;
    Corpus corpus;

    const auto annotator = [&](const QString &name) {
        corpus.annotators.append({make.id<AnnotatorId>(), name});
        return corpus.annotators.last().id;
    };
    const AnnotatorId ada = annotator(u"Ada Lindqvist"_s);
    const AnnotatorId ben = annotator(u"Ben Achterberg"_s);

    corpus.tagsets.append({make.id<TagsetId>(), u"Interview"_s, u"Who said it & who made it"_s});
    const TagsetId tagset = corpus.tagsets.last().id;
    const auto tag = [&](const QString &name, const QString &colour, const QString &key, TagId parent = {}) {
        Tag made;
        made.id = make.id<TagId>();
        made.tagset = tagset;
        made.parent = parent;
        made.name = name;
        made.colour = colour;
        made.key = key;
        made.position = int(corpus.tags.size());
        corpus.tags.append(made);
        return made.id;
    };
    const TagId speech = tag(u"Speech"_s, u"#0072b2"_s, u"1"_s);
    corpus.tags.last().description = u"Words that somebody says."_s;
    const AttributeId directness = make.id<AttributeId>();
    const AttributeId altered = make.id<AttributeId>();
    corpus.tags.last().attributes = {
        {directness, u"Directness"_s, AttributeKind::Choice, {u"direct"_s, u"indirect"_s, u"mixed “so to speak”"_s}},
        {altered, u"Altered from source"_s, AttributeKind::Boolean, {}}};
    const TagId quote = tag(u"Line of dialogue"_s, u"#56b4e9"_s, u"2"_s, speech);
    const TagId credit = tag(u"Crédit / who made it"_s, u"#d55e00"_s, u"3"_s);
    const AttributeId minutes = make.id<AttributeId>();
    const AttributeId remark = make.id<AttributeId>();
    corpus.tags.last().attributes = {{minutes, u"Minutes"_s, AttributeKind::Number, {}},
                                     {remark, u"Remark"_s, AttributeKind::Text, {}}};
    const TagId cue = tag(u"Cue"_s, u"#6e6e6e"_s, u"4"_s);
    const TagId source = tag(u"Source"_s, u"#009e73"_s, u"5"_s);
    const TagId old = tag(u"Old category"_s, u"#999999"_s, {});
    corpus.tags.last().retired = true;

    const auto entity = [&](EntityKind kind, const QString &name) {
        corpus.entities.append({make.id<EntityId>(), kind, name, {}, {}, {}});
        return corpus.entities.last().id;
    };
    const EntityId noe = entity(EntityKind::Person, u"Noé Brandt"_s);
    corpus.entities.last().aliases = {u"Brandt"_s, u"Noé"_s};
    corpus.entities.last().externalIds = {{u"wikidata"_s, u"Q999999901"_s}, {u"imdb"_s, u"nm99999901"_s}};
    corpus.entities.last().description = u"Actor; \"the keeper\""_s;
    const EntityId iria = entity(EntityKind::Person, u"Iria Val"_s);
    const EntityId osric = entity(EntityKind::Character, u"Osric"_s);
    const EntityId keepers = entity(EntityKind::Work, u"The Lantern Keepers"_s);
    const EntityId gazette = entity(EntityKind::Organisation, u"The Harbour Gazette"_s);
    corpus.entities.last().aliases = {u"Gazette"_s};
    const EntityId roundUp = entity(EntityKind::Organisation, u"Weekend Telly"_s);
    corpus.portrayals.append({make.id<PortrayalId>(), noe, osric, keepers, u"season 1"_s});

    const auto article = [&](const QString &title, EntityId outlet, const QString &published) {
        Article made;
        made.id = make.id<ArticleId>();
        made.title = title;
        made.outlet = outlet;
        made.published = published;
        made.added = make.time();
        corpus.articles.append(made);
        return made.id;
    };
    const auto version = [&](ArticleId of, int number, const QString &text) {
        Version made;
        made.id = make.id<VersionId>();
        made.article = of;
        made.number = number;
        made.text = Text(text);
        made.sourceName = u"text-%1.txt"_s.arg(corpus.versions.size() + 1);
        made.encoding = u"UTF-8"_s;
        made.added = make.time();
        corpus.versions.append(made);
        return made;
    };
    const ArticleId interview = article(u"Who lit the lantern? 👨‍👩‍👧‍👦"_s, gazette, u"2025-03-12"_s);
    corpus.articles.last().byline = u"Mira Oduya"_s;
    corpus.articles.last().url = u"https://harbour-gazette.example/lantern?part=1&of=\"2\""_s;
    const Version first = version(interview, 1, firstText);
    corpus.versions.last().encoding = u"windows-1252"_s;
    corpus.versions.last().encodingGuessed = true;
    corpus.versions.last().repairs = {{RepairKind::ByteOrderMark, 1}, {RepairKind::LineEnds, 16}};
    const Version second = version(article(u"=Weekend round-up"_s, roundUp, u"2025-03"_s), 1, secondText);
    const ArticleId shortNote = article(u"A short note"_s, {}, {});
    const Version third = version(shortNote, 1, thirdText);
    const Version corrected = version(shortNote, 2, thirdTextCorrected);
    corpus.versions.last().correction = u"The running time was wrong."_s;

    const auto passage = [&](const Version &of, TagId with, const QStringList &words, qsizetype from = 0) {
        Passage made;
        made.id = make.id<PassageId>();
        made.version = of.id;
        made.tag = with;
        for (const QString &part : words) {
            made.fragments.append(fragment(of.text, part, from));
            from = made.fragments.last().span.end.value;
        }
        made.annotator = ada;
        made.created = make.time();
        corpus.passages.append(made);
        return made.id;
    };
    // One sentence in two fragments, the line nested in its second fragment, an overlap with the credit.
    const PassageId telling = passage(first, speech,
                                      {u"I told him, ‘say only what the lantern would say,’"_s,
                                       u"and he came back with one line: ‘I kept it lit for you.’ 🕯️"_s});
    corpus.passages.last().attributes = {{directness, u"direct"_s}, {altered, u"false"_s}};
    const PassageId line = passage(first, quote, {u"I kept it lit for you."_s});
    const PassageId cameBack = passage(first, credit, {u"he came back with one line: ‘I kept"_s});
    corpus.passages.last().attributes = {{minutes, u"2.5"_s}, {remark, u"said\ttwice;\nsee “notes” | 100 % 🕯️"_s}};
    const PassageId recalls = passage(first, cue, {u"Val recalls"_s});
    const qsizetype atVal = corpus.passages.last().extent().begin.value;
    const PassageId val = passage(first, source, {u"Val"_s}, atVal);
    const PassageId credited = passage(first, credit, {u"It came from Noé"_s});
    const PassageId script = passage(first, speech, {u"It was not in the script"_s});
    // Over a paragraph break, with right-to-left words and astral characters.
    const PassageId acrossBreak = passage(
        first, speech,
        {u"“It was not in the script,” he says.\n\n“My grandmother said it, in two languages: שלום"_s,
         u"مرحبا, and she lit the lamp.” 👩🏽‍🚀🇮🇸"_s});
    const PassageId castRow = passage(first, source, {u"Noé Brandt\tOsric"_s});
    const PassageId repeated = passage(second, quote, {u"I kept it lit for you"_s});
    const PassageId reports = passage(second, cue, {u"The Harbour Gazette reports"_s});
    const PassageId opinion = passage(second, speech, {u"We think it is the line of the year"_s});
    corpus.passages.last().state = State::Suggested;
    corpus.passages.last().annotator = ben;
    const PassageId running = passage(corrected, speech, {u"The finale ran for 58 minutes"_s});
    passage(third, old, {u"61 minutes"_s});
    corpus.passages.last().state = State::Rejected;

    const auto claim = [&](ClaimKind kind, const QString &summary, QList<ClaimPassage> passages,
                           QList<Participant> participants) {
        Claim made;
        made.id = make.id<ClaimId>();
        made.kind = kind;
        made.summary = summary;
        made.passages = std::move(passages);
        made.participants = std::move(participants);
        made.annotator = ada;
        made.created = make.time();
        corpus.claims.append(made);
        return made.id;
    };
    using enum PassageRole;
    const ClaimId told = claim(ClaimKind::Quote, u"Val on how the line came about"_s,
                               {{telling, Content}, {recalls, Cue}, {val, Source}},
                               {{iria, ParticipantRole::Speaker, val}, {gazette, ParticipantRole::Outlet, {}}});
    const ClaimId said = claim(ClaimKind::Quote, {}, {{line, Content}},
                               {{osric, ParticipantRole::Speaker, {}},
                                {noe, ParticipantRole::Contributor, cameBack},
                                {iria, ParticipantRole::Source, val},
                                {gazette, ParticipantRole::Outlet, {}}});
    const ClaimId made = claim(ClaimKind::Contribution, u"The line is Noé Brandt’s"_s,
                               {{line, Content}, {cameBack, Cue}, {credited, Content}},
                               {{noe, ParticipantRole::Contributor, credited}, {iria, ParticipantRole::Source, val}});
    const ClaimId unscripted = claim(
        ClaimKind::Fact, u"The line was not in the script"_s, {{script, Content}},
        {{noe, ParticipantRole::Speaker, castRow}, {keepers, ParticipantRole::Subject, {}}});
    const ClaimId family = claim(ClaimKind::Opinion, u"“It was my grandmother’s”, שלום"_s, {{acrossBreak, Content}},
                                 {{noe, ParticipantRole::Speaker, {}}});
    const ClaimId reported = claim(ClaimKind::Quote, {}, {{repeated, Content}, {reports, Cue}},
                                   {{osric, ParticipantRole::Speaker, {}},
                                    {gazette, ParticipantRole::Source, reports},
                                    {roundUp, ParticipantRole::Outlet, {}}});
    const ClaimId best = claim(ClaimKind::Prediction, u"It will be the line of the year"_s, {{opinion, Content}}, {});
    corpus.claims.last().state = State::Suggested;
    corpus.claims.last().annotator = ben;
    const ClaimId length = claim(ClaimKind::Fact, u"The finale runs for 58 minutes"_s, {{running, Content}},
                                 {{keepers, ParticipantRole::Subject, running}});

    const auto link = [&](ClaimId from, ClaimId to, LinkKind kind) {
        corpus.links.append({make.id<LinkId>(), from, to, kind, State::Accepted, ada, make.time()});
    };
    link(said, told, LinkKind::Within);
    link(reported, said, LinkKind::ReReports);
    link(reported, made, LinkKind::Repeats);
    link(unscripted, made, LinkKind::Supports);
    link(family, made, LinkKind::Contradicts);
    corpus.links.last().state = State::Suggested;
    link(best, said, LinkKind::Paraphrases);
    link(length, family, LinkKind::Corrects);

    const auto evidence = [&](ClaimId of, EvidenceKind kind, Stance stance) -> Evidence & {
        Evidence piece;
        piece.id = make.id<EvidenceId>();
        piece.claim = of;
        piece.kind = kind;
        piece.stance = stance;
        piece.annotator = ben;
        piece.created = make.time();
        return corpus.evidence.emplaceBack(piece);
    };
    evidence(made, EvidenceKind::Passage, Stance::Supports).passage = script;
    Evidence &page = evidence(unscripted, EvidenceKind::Url, Stance::Supports);
    page.title = u"The finale’s script, as filed"_s;
    page.url = u"https://scripts.example/lantern/6"_s;
    page.locator = u"p. 41"_s;
    page.retrieved = u"2025-03-21"_s;
    page.sha256 = QString::fromLatin1(QCryptographicHash::hash("the page", QCryptographicHash::Sha256).toHex());
    Evidence &talk = evidence(family, EvidenceKind::Conversation, Stance::Context);
    talk.title = u"Telephone call"_s;
    talk.contact = u"Iria Val"_s;
    talk.retrieved = u"2025-03-22"_s;

    const auto verdict = [&](ClaimId of, VerdictValue value, const QString &reason) {
        corpus.verdicts.append({make.id<VerdictId>(), of, value, reason, ben, make.time()});
        return corpus.verdicts.last().id;
    };
    verdict(unscripted, VerdictValue::InProgress, {});
    const VerdictId supported = verdict(unscripted, VerdictValue::Supported, u"The filed script has no such line."_s);
    verdict(family, VerdictValue::Unverifiable, u"Nobody else was there."_s);
    corpus.signOffs.append({make.id<SignOffId>(), supported, ada, make.time()});

    const auto note = [&](NoteTarget on, const QString &body, AnnotatorId by, NoteId parent = {}) {
        corpus.notes.append({make.id<NoteId>(), on, parent, body, false, by, make.time()});
        return corpus.notes.last().id;
    };
    const NoteId question = note(line, u"Is the *full stop* hers?\n\n- check the recording 🎧"_s, ada);
    note(line, u"It is; I listened.\tTwice."_s, ben, question);
    corpus.notes.last().resolved = true;
    note(interview, u"Ask for the **recording**."_s, ben);
    note(made, u"Val says so, Brandt does not."_s, ada);
    note(noe, u"Also written “Noe”."_s, ada);
    note(old, u"Retired in spring."_s, ben);

    return corpus;
}

Passage passage(const Version &version, TagId tag, const QString &words)
{
    Passage made;
    made.id = PassageId::create();
    made.version = version.id;
    made.tag = tag;
    made.fragments = {fragment(version.text, words)};
    return made;
}

QString differenceFromGolden(const QString &name, const QByteArray &bytes)
{
    const QString path = QString::fromUtf8(TEST_DATA) + u'/' + name;
    if (qEnvironmentVariableIntValue("PULLQUOTE_UPDATE_GOLDEN") == 1) {
        QDir().mkpath(QFileInfo(path).path());
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            return u"%1 could not be written: %2"_s.arg(path, file.errorString());
        return {};
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return u"%1 could not be read: %2. Set PULLQUOTE_UPDATE_GOLDEN=1 to write it."_s.arg(path, file.errorString());
    const QByteArray expected = file.readAll();
    if (expected == bytes)
        return {};
    const QList<QByteArray> wanted = expected.split('\n');
    const QList<QByteArray> got = bytes.split('\n');
    qsizetype line = 0;
    while (line < wanted.size() && line < got.size() && wanted[line] == got[line])
        ++line;
    return u"%1 differs in line %2.\n  expected: %3\n  actual:   %4\nSet PULLQUOTE_UPDATE_GOLDEN=1 to write it anew."_s
        .arg(path)
        .arg(line + 1)
        .arg(QString::fromUtf8(wanted.value(line)), QString::fromUtf8(got.value(line)));
}

QString sharedArticlesFolder()
{
    const QDir folder(QString::fromUtf8(SOURCE_ROOT) + u"/../shared/articles"_s);
    return folder.exists() ? folder.canonicalPath() : QString();
}

}
