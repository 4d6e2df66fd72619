// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/breaks.h"

#include "core/text/abbreviations.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <array>
#include <memory>

namespace pq {

namespace {

std::unique_ptr<icu::BreakIterator> makeIterator(Breaks::Kind kind, UErrorCode &error)
{
    // Characters and words are the same in every locale that could be chosen: dictionaries go by script.
    using icu::BreakIterator;
    switch (kind) {
    case Breaks::Kind::Characters:
        return std::unique_ptr<BreakIterator>(BreakIterator::createCharacterInstance(icu::Locale::getRoot(), error));
    case Breaks::Kind::Words:
        return std::unique_ptr<BreakIterator>(BreakIterator::createWordInstance(icu::Locale::getEnglish(), error));
    case Breaks::Kind::Sentences:
        return std::unique_ptr<BreakIterator>(BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), error));
    }
    Q_UNREACHABLE_RETURN({});
}

icu::BreakIterator &iteratorOfThisThread(Breaks::Kind kind)
{
    static thread_local std::array<std::unique_ptr<icu::BreakIterator>, 3> iterators;
    std::unique_ptr<icu::BreakIterator> &iterator = iterators[static_cast<size_t>(kind)];
    if (iterator)
        return *iterator;
    UErrorCode error = U_ZERO_ERROR;
    iterator = makeIterator(kind, error);
    // ICU's data is part of its library; without it nothing of the program would work.
    if (U_FAILURE(error) || !iterator)
        qFatal("ICU has no break rules: %s", u_errorName(error));
    return *iterator;
}

}

Breaks::Breaks(Kind kind, QStringView stretch)
    : m_kind(kind),
      m_stretch(stretch),
      m_iterator(iteratorOfThisThread(kind)),
      m_characters(iteratorOfThisThread(Kind::Characters))
{
    UErrorCode error = U_ZERO_ERROR;
    UText characters = UTEXT_INITIALIZER;
    utext_openUChars(&characters, stretch.utf16(), stretch.size(), &error);
    m_iterator.setText(&characters, error);
    if (kind != Kind::Characters)
        m_characters.setText(&characters, error);
    utext_close(&characters);
    if (U_FAILURE(error))
        qFatal("ICU does not take a text: %s", u_errorName(error));
}

bool Breaks::isOurs(qsizetype found) const
{
    if (m_kind == Kind::Characters || found <= 0 || found >= m_stretch.size())
        return true;
    return m_characters.isBoundary(static_cast<int32_t>(found))
        && (m_kind != Kind::Sentences || !endsWithAbbreviation(m_stretch.first(found), m_stretch.sliced(found)));
}

bool Breaks::at(qsizetype position) const
{
    return position <= 0 || position >= m_stretch.size()
        || (m_iterator.isBoundary(static_cast<int32_t>(position)) && isOurs(position));
}

qsizetype Breaks::after(qsizetype position) const
{
    if (position >= m_stretch.size())
        return m_stretch.size();
    int32_t found = m_iterator.following(static_cast<int32_t>(position));
    while (!isOurs(found))
        found = m_iterator.next();
    return found == icu::BreakIterator::DONE ? m_stretch.size() : found;
}

qsizetype Breaks::before(qsizetype position) const
{
    if (position <= 0)
        return 0;
    int32_t found = m_iterator.preceding(static_cast<int32_t>(position));
    while (!isOurs(found))
        found = m_iterator.previous();
    return found == icu::BreakIterator::DONE ? 0 : found;
}

bool Breaks::wordEndsAt(qsizetype position) const
{
    return position > 0 && m_iterator.isBoundary(static_cast<int32_t>(position))
        && m_iterator.getRuleStatus() >= UBRK_WORD_NONE_LIMIT;
}

}
