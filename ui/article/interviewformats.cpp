// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/interviewformats.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>

#include <QHash>

using namespace Qt::StringLiterals;

/// The definition is compiled into a static library, whose resources are there only once asked for; a macro
/// that must stand outside of a namespace.
static void initResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace pq {

namespace {

/// By the names that the definition gives to its parts.
QTextCharFormat formatOf(const QString &part, const Theme &theme)
{
    QTextCharFormat format;
    if (part.endsWith("Label"_L1)) {
        format.setForeground(theme.speaker);
        format.setFontWeight(QFont::Bold);
    } else if (part == "Question"_L1) {
        format.setForeground(theme.speaker);
        format.setFontItalic(true);
    } else if (part == "Editorial Bracket"_L1 || part == "Performer"_L1) {
        format.setForeground(theme.bracket);
    } else if (part == "Caption"_L1 || part == "Byline"_L1) {
        format.setForeground(theme.dimmed);
        format.setFontItalic(true);
    } else if (part == "Spoiler Warning"_L1) {
        format.setForeground(theme.speaker);
    } else if (part == "Boilerplate"_L1 || part == "Bullet"_L1) {
        format.setForeground(theme.dimmed);
    }
    return format;
}

}

class InterviewFormats::Highlighter : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    Highlighter()
    {
        initResources();
        m_repository.addCustomSearchPath(u":/"_s);
        setDefinition(m_repository.definitionForName(u"Interview"_s));
    }

    QList<QTextLayout::FormatRange> ranges(QStringView paragraph, const Theme &theme)
    {
        m_ranges.clear();
        m_theme = &theme;
        if (definition().isValid())
            highlightLine(paragraph, KSyntaxHighlighting::State());
        return std::move(m_ranges);
    }
    void forgetColours() { m_formats.clear(); }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        if (length <= 0)
            return;
        auto known = m_formats.find(format.id());
        if (known == m_formats.end())
            known = m_formats.insert(format.id(), formatOf(format.name(), *m_theme));
        if (!known->isEmpty())
            m_ranges.append({offset, length, *known});
    }

private:
    KSyntaxHighlighting::Repository m_repository;
    QHash<int, QTextCharFormat> m_formats;
    QList<QTextLayout::FormatRange> m_ranges;
    const Theme *m_theme = nullptr;
};

InterviewFormats::InterviewFormats() = default;
InterviewFormats::~InterviewFormats() = default;

void InterviewFormats::setTheme(const Theme &theme)
{
    m_theme = theme;
    if (m_highlighter)
        m_highlighter->forgetColours();
}

QList<QTextLayout::FormatRange> InterviewFormats::formats(QStringView paragraph)
{
    if (!m_highlighter)
        m_highlighter = std::make_unique<Highlighter>();
    return m_highlighter->ranges(paragraph, m_theme);
}

}
