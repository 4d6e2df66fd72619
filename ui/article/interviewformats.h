// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QList>
#include <QTextLayout>

#include <memory>

namespace pq {

/// Sets speakers, questions, captions, credits and boilerplate of an interview apart, by the syntax definition
/// "Interview". Looks at one paragraph at a time, so any of them can be formatted alone.
class InterviewFormats
{
public:
    InterviewFormats();
    ~InterviewFormats();

    void setTheme(const Theme &theme);
    /// Ranges count UTF-16 units of @p paragraph.
    [[nodiscard]] QList<QTextLayout::FormatRange> formats(QStringView paragraph);

private:
    class Highlighter;
    std::unique_ptr<Highlighter> m_highlighter; ///< made when the first paragraph is formatted
    Theme m_theme;
};

}
