// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/annotatedtext.h"

#include "core/text/markup.h"
#include "core/text/segmentation.h"
#include "core/text/segments.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostLanes = 5;

/// Of a colour's "#rrggbb", which it is known to be.
QString translucent(const QString &colour)
{
    const uint rgb = colour.sliced(1).toUInt(nullptr, 16);
    return u"rgba(%1,%2,%3,0.2)"_s.arg(rgb >> 16).arg(rgb >> 8 & 0xff).arg(rgb & 0xff);
}

class Writer
{
public:
    Writer(const Text &text, const QList<TextMark> &marks);
    QString write();

private:
    void placeLanes();
    [[nodiscard]] QString segment(const TextSpan &span, const QList<qsizetype> &covering) const;
    [[nodiscard]] QString opening(qsizetype mark) const;
    [[nodiscard]] QString closing(qsizetype mark) const;
    [[nodiscard]] QString underlines(const QList<qsizetype> &covering) const;

    const Text &m_text;
    QList<TextMark> m_marks;          ///< by begin, longer ones first
    QList<qsizetype> m_lanes;         ///< of each mark; mostLanes: without an underline
    QList<bool> m_isEntangled;        ///< lies over another, or goes over the end of a paragraph
    QList<Segment> m_segments;
};

Writer::Writer(const Text &text, const QList<TextMark> &marks) : m_text(text), m_marks(marks)
{
    static const QRegularExpression colour(u"^#[0-9a-fA-F]{6}$"_s);
    m_marks.removeIf([&text](const TextMark &mark) { return !text.covers(mark.span); });
    for (TextMark &mark : m_marks) {
        mark.span = trimmed(text, mark.span); // so that each begins and ends within a paragraph
        if (!colour.match(mark.colour).hasMatch())
            mark.colour = u"#767676"_s;
    }
    m_marks.removeIf([](const TextMark &mark) { return mark.span.isEmpty(); });
    std::ranges::stable_sort(m_marks, [](const TextMark &a, const TextMark &b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    QList<TextSpan> spans;
    for (const TextMark &mark : std::as_const(m_marks))
        spans.append(mark.span);
    m_segments = segments(spans, text.span());
    placeLanes();
}

/// Each mark gets the first lane that is free where it begins, and keeps it.
void Writer::placeLanes()
{
    std::array<TextPosition, mostLanes> ends{};
    for (const TextMark &mark : std::as_const(m_marks)) {
        const auto free = std::ranges::find_if(ends, [&mark](TextPosition end) { return end <= mark.span.begin; });
        m_lanes.append(free - ends.begin());
        if (free != ends.end())
            *free = mark.span.end;
        m_isEntangled.append(m_text.words(mark.span).contains(u'\n'));
    }
    for (const Segment &segment : std::as_const(m_segments)) {
        if (segment.covering.size() < 2)
            continue;
        for (const qsizetype mark : segment.covering)
            m_isEntangled[mark] = true;
    }
}

QString Writer::opening(qsizetype index) const
{
    const TextMark &mark = m_marks[index];
    if (mark.label.isEmpty())
        return {};
    Attributes attributes;
    if (!mark.anchor.isEmpty())
        attributes.append({"id"_L1, mark.anchor});
    const QString number = mark.target > 0
        ? textElement("a"_L1, mark.label, {{"href"_L1, u"#claim-%1"_s.arg(mark.target)}})
        : escaped(mark.label);
    return element("sup"_L1, attributes, number + u'[');
}

QString Writer::closing(qsizetype index) const
{
    const TextMark &mark = m_marks[index];
    if (mark.label.isEmpty())
        return {};
    return textElement("sup"_L1, m_isEntangled[index] ? u']' + mark.label : u"]"_s);
}

QString Writer::underlines(const QList<qsizetype> &covering) const
{
    std::array<QString, mostLanes> colours;
    size_t last = 0;
    for (const qsizetype mark : covering) {
        if (const auto lane = size_t(m_lanes[mark]); lane < mostLanes) {
            colours[lane] = m_marks[mark].colour;
            last = std::max(last, lane);
        }
    }
    // What is nearer covers what is farther: a shadow is the whole box, moved.
    QStringList shadows;
    for (size_t lane = 0; lane <= last; ++lane) {
        const QString colour = colours[lane].isEmpty() ? u"Canvas"_s : colours[lane];
        shadows.append(u"0 %1px 0 %2"_s.arg(3 * lane + 2).arg(colour));
        if (lane < last)
            shadows.append(u"0 %1px 0 Canvas"_s.arg(3 * lane + 3));
    }
    return shadows.join(u", "_s);
}

QString Writer::segment(const TextSpan &span, const QList<qsizetype> &covering) const
{
    QStringList tips;
    for (const qsizetype mark : covering) {
        if (!m_marks[mark].tip.isEmpty() && !tips.contains(m_marks[mark].tip))
            tips.append(m_marks[mark].tip);
    }
    const QString style = u"background-color: %1; box-shadow: %2"_s.arg(translucent(m_marks[covering.last()].colour),
                                                                        underlines(covering));
    return textElement("span"_L1, m_text.words(span).toString(),
                       {{"style"_L1, style}, {"title"_L1, tips.join(u"; "_s)}});
}

QString Writer::write()
{
    QString all;
    qsizetype number = 0;
    qsizetype next = 0; // among the segments
    for (const QList<TextSpan> lines = paragraphs(m_text); const TextSpan &line : lines) {
        if (line.isEmpty())
            continue;
        QString content;
        TextPosition at = line.begin;
        // A segment that goes over the paragraph's end is shown in both.
        while (next < m_segments.size() && m_segments[next].span.end <= line.begin)
            ++next;
        for (qsizetype i = next; i < m_segments.size() && m_segments[i].span.begin < line.end; ++i) {
            const auto &[span, covering] = m_segments[i];
            const TextSpan shown{std::max(span.begin, line.begin), std::min(span.end, line.end)};
            content += escaped(m_text.words({at, shown.begin}));
            for (const qsizetype mark : covering) {
                if (m_marks[mark].span.begin == span.begin && span.begin == shown.begin)
                    content += opening(mark);
            }
            content += segment(shown, covering);
            for (auto mark = covering.rbegin(); mark != covering.rend(); ++mark) {
                if (m_marks[*mark].span.end == span.end && span.end == shown.end)
                    content += closing(*mark);
            }
            at = shown.end;
        }
        content += escaped(m_text.words({at, line.end}));
        all += element("p"_L1, {{"dir"_L1, u"auto"_s}, {"id"_L1, u"paragraph-%1"_s.arg(++number)}}, content) + u'\n';
    }
    return all;
}

}

QString annotatedText(const Text &text, const QList<TextMark> &marks)
{
    return Writer(text, marks).write();
}

}
