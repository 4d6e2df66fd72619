// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/brat/bratreader.h"

#include "core/formats/words.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

class BratParser
{
public:
    BratParser(BratLines &lines, const CountedText &text, const Counting &counting, Reading &reading)
        : m_lines(lines), m_text(text), m_counting(counting), m_shift(text.byteOrderMarks()), m_reading(reading)
    {
    }
    void parse(qint64 number, const QString &line);

private:
    void textBound(const QString &id, const QStringList &fields);
    void event(const QString &id, const QStringList &fields);
    void attribute(const QString &id, const QStringList &fields);
    void normalisation(const QString &id, const QStringList &fields);
    void comment(const QString &id, const QStringList &fields);
    void relation(const QString &id, const QStringList &fields);
    [[nodiscard]] QList<TextSpan> spans(const QString &given);
    [[nodiscard]] bool areRight(const QList<TextSpan> &places, const QString &words);

    BratLines &m_lines;
    const CountedText &m_text;
    Counting m_counting;
    qsizetype m_shift;
    Reading &m_reading;
    qint64 m_line = 0;
};

void BratParser::parse(qint64 number, const QString &line)
{
    m_line = number;
    m_reading.goTo(m_lines.file, number);
    m_lines.raw.append(line);
    const QStringList fields = line.split(u'\t');
    const QString &id = fields.first();
    if (fields.size() < 2) {
        m_reading.refuse(Formats::tr("this is no line of brat's: there is no tab behind the id."));
        return;
    }
    const char16_t kind = id.isEmpty() ? u' ' : id[0].unicode();
    // "*" stands for every equivalence, and nothing refers to a note.
    if (kind != u'*' && kind != u'#') {
        if (m_lines.ids.contains(id))
            m_reading.refuse(Formats::tr("the id “%1” is taken already.").arg(id));
        m_lines.ids.insert(id);
    }
    switch (kind) {
    case u'T':
        textBound(id, fields);
        break;
    case u'E':
        event(id, fields);
        break;
    case u'A':
    case u'M':
        attribute(id, fields);
        break;
    case u'N':
        normalisation(id, fields);
        break;
    case u'#':
        comment(id, fields);
        break;
    case u'R':
        relation(id, fields);
        break;
    case u'*':
        break; // kept as it is
    default:
        m_reading.refuse(Formats::tr("“%1” is no id of brat's, which begin with T, E, A, M, N, R, # or *.").arg(id));
    }
}

QList<TextSpan> BratParser::spans(const QString &given)
{
    QList<TextSpan> all;
    for (const QString &each : given.split(u';')) {
        const QStringList numbers = each.split(u' ');
        bool isNumber[2] = {false, false};
        const qsizetype begin = numbers[0].toLongLong(&isNumber[0]);
        const qsizetype end = numbers.value(1).toLongLong(&isNumber[1]);
        if (numbers.size() != 2 || !isNumber[0] || !isNumber[1] || begin < 0) {
            m_reading.refuse(Formats::tr("“%1” are no offsets such as “0 5;9 12”.").arg(given));
            return {};
        }
        if (m_counting != Counting{}) {
            const auto place = m_text.spanOf({begin, end, {}}, m_counting);
            if (!place) {
                m_reading.refuse(Formats::tr("there are no whole characters at %1–%2.").arg(begin).arg(end));
                return {};
            }
            all.append(*place);
            continue;
        }
        if (end <= begin || begin < m_shift) {
            m_reading.refuse(Formats::tr("a fragment ends at %1, not behind its begin at %2.").arg(end).arg(begin));
            return {};
        }
        all.append(TextSpan{{begin - m_shift}, {end - m_shift}});
    }
    return all;
}

/// Whether words that are not quite those of the text are as others, or brat itself, may write them.
bool BratParser::areRight(const QList<TextSpan> &places, const QString &words)
{
    QStringList parts;
    for (const TextSpan &place : places) {
        if (!m_lines.text.covers(place))
            return false;
        parts.append(m_lines.text.words(place).toString());
    }
    const auto begin = [&words](const QString &right) { return words == right || words.startsWith(right + u'\t'); };
    const QString joined = parts.join(u' ');
    // The words have to stand on one line.
    QString spaced = joined;
    spaced.replace(u'\n', u' ');
    if (begin(joined))
        m_reading.remark(Formats::tr("what stands behind the words was kept for brat alone"));
    else if (begin(spaced))
        m_reading.remark(Formats::tr("words with a space where the text breaks the line were taken for right"));
    else if (begin(parts.join(QString())))
        m_reading.remark(Formats::tr("words without a space between their fragments were taken for right"));
    else
        return false;
    return true;
}

void BratParser::textBound(const QString &id, const QStringList &fields)
{
    const qsizetype space = fields[1].indexOf(u' ');
    if (space <= 0) {
        m_reading.refuse(Formats::tr("a text-bound annotation needs a type, offsets and words."));
        return;
    }
    QList<TextSpan> places = spans(fields[1].sliced(space + 1));
    if (m_reading.failed())
        return;
    const QString words = fields.sliced(2).join(u'\t');
    if (fields.size() < 3) {
        m_reading.refuse(Formats::tr("the words are missing, so the offsets cannot be checked."));
        return;
    }
    if (const QString wrong = mismatch(m_lines.text, places, words); !wrong.isEmpty() && !areRight(places, words)) {
        m_reading.refuse(wrong);
        return;
    }
    if (m_counting != Counting{}) {
        QStringList numbers;
        for (const TextSpan &place : std::as_const(places))
            numbers.append(u"%1 %2"_s.arg(place.begin.value + m_shift).arg(place.end.value + m_shift));
        m_lines.raw.last() = id + u'\t' + fields[1].first(space + 1) + numbers.join(u';') + u'\t' + words;
    }
    if (!std::ranges::is_sorted(places)) {
        std::ranges::sort(places);
        m_reading.remark(Formats::tr("fragments were brought into the order of the text"));
    }
    BratLines::TextBound made{m_line, fields[1].first(space), {}};
    for (const TextSpan &place : std::as_const(places)) {
        if (!made.fragments.isEmpty() && place.begin < made.fragments.last().span.end) {
            m_reading.refuse(Formats::tr("the fragments overlap at %1.").arg(place.begin.value));
            return;
        }
        made.fragments.append({place, m_lines.text.words(place).toString()});
    }
    m_lines.textBounds.insert(id, made);
    m_lines.order.append(id);
}

void BratParser::event(const QString &id, const QStringList &fields)
{
    BratLines::Event event{m_line, id, {}, {}, {}};
    for (const QString &pair : fields[1].split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype colon = pair.indexOf(u':');
        if (colon <= 0 || colon + 1 == pair.size()) {
            m_reading.refuse(Formats::tr("“%1” is no argument such as “Source:T2”.").arg(pair));
            return;
        }
        if (event.type.isEmpty()) {
            event.type = pair.first(colon);
            event.trigger = pair.sliced(colon + 1);
        } else {
            event.arguments.append({pair.first(colon), pair.sliced(colon + 1)});
        }
    }
    if (event.type.isEmpty())
        m_reading.refuse(Formats::tr("an event needs a type and a trigger."));
    m_lines.events.append(event);
}

void BratParser::attribute(const QString &id, const QStringList &fields)
{
    const QString &given = fields[1];
    const qsizetype first = given.indexOf(u' ');
    if (first <= 0 || first + 1 == given.size()) {
        m_reading.refuse(Formats::tr("an attribute needs a name and what it is on."));
        return;
    }
    const qsizetype second = given.indexOf(u' ', first + 1);
    m_lines.attributes.append({m_line, id, given.first(first),
                               given.sliced(first + 1, (second < 0 ? given.size() : second) - first - 1),
                               second < 0 ? QString() : given.sliced(second + 1)});
}

void BratParser::normalisation(const QString &id, const QStringList &fields)
{
    const QStringList parts = fields[1].split(u' ');
    if (parts.size() < 3 || !parts[2].contains(u':')) {
        m_reading.refuse(Formats::tr("a normalisation looks like “Reference T1 Wikidata:Q42”."));
        return;
    }
    // brat puts one more tab before the name each time it writes the line.
    QStringList names = fields.sliced(2);
    while (!names.isEmpty() && names.first().isEmpty())
        names.removeFirst();
    m_lines.normalisations.append({m_line, id, parts[1], parts.sliced(2).join(u' '), names.join(u' ')});
}

void BratParser::comment(const QString &id, const QStringList &fields)
{
    const QStringList parts = fields[1].split(u' ');
    // One on nothing is kept as it is.
    if (parts.size() == 2)
        m_lines.comments.append({m_line, id, parts[0], parts[1], fields.sliced(2).join(u' ')});
}

void BratParser::relation(const QString &id, const QStringList &fields)
{
    const QStringList parts = fields[1].split(u' ', Qt::SkipEmptyParts);
    const auto target = [](const QString &argument) { return argument.sliced(argument.indexOf(u':') + 1); };
    if (parts.size() != 3 || !parts[1].contains(u':') || !parts[2].contains(u':')) {
        m_reading.refuse(Formats::tr("a relation looks like “Within Arg1:E1 Arg2:E2”."));
        return;
    }
    m_lines.relations.append({m_line, id, parts[0], target(parts[1]), target(parts[2])});
}

}

BratLines parseBrat(const NamedFile &file, const CountedText &text, const Counting &counting, Reading &reading)
{
    BratLines lines;
    lines.file = file.path;
    lines.text = text.text();
    BratParser parser(lines, text, counting, reading);
    qint64 number = 0;
    for (QByteArray line : file.bytes.split('\n')) {
        ++number;
        if (line.endsWith('\r'))
            line.chop(1);
        if (number == 1 && line.startsWith("\xef\xbb\xbf"))
            line.remove(0, 3);
        if (line.trimmed().isEmpty())
            continue;
        if (!QUtf8StringView(line).isValidUtf8()) {
            reading.goTo(file.path, number);
            reading.refuse(Formats::tr("these bytes are not valid UTF-8. Save the file in UTF-8."));
        }
        if (!reading.failed())
            parser.parse(number, QString::fromUtf8(line));
        if (reading.failed())
            break;
    }
    return lines;
}

}
