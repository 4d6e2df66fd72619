// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/abbreviations.h"

#include <algorithm>

namespace pq {

namespace {

constexpr QStringView beforeNames[] = {
    u"Adm",    u"Bros", u"Capt", u"Cmdr",   u"Col", u"Dr",  u"Drs",  u"Gen", u"Gov",  u"Hon",  u"Lt",  u"Maj",
    u"Messrs", u"Mlle", u"Mme",  u"Mr",     u"Mrs", u"Ms",  u"Mt",   u"Mx",  u"Pres", u"Prof", u"Rep", u"Rev",
    u"Sen",    u"Sgt",  u"St",   u"approx", u"cf",  u"e.g", u"feat", u"ft",  u"i.e",  u"viz",  u"vs",
};

constexpr QStringView beforeNumbers[] = {
    u"Apr", u"Aug", u"Ch",  u"Dec", u"Ep",  u"Eps",  u"Feb", u"Fig",  u"Jan", u"Jul", u"Jun", u"Mar", u"No",
    u"Nos", u"Nov", u"Oct", u"Pt",  u"Sep", u"Sept", u"Vol", u"Vols", u"no",  u"p",   u"pp",  u"vol",
};

// "J", "J.K", "U.S"; but "I" is what people say of themselves at the end of a sentence.
bool isInitials(QStringView word)
{
    if (word.size() % 2 == 0 || word == u"I")
        return false;
    for (qsizetype i = 0; i < word.size(); ++i) {
        if (i % 2 == 0 ? !word[i].isUpper() : word[i] != u'.')
            return false;
    }
    return true;
}

}

bool endsWithAbbreviation(QStringView before, QStringView after)
{
    qsizetype end = before.size();
    while (end > 0 && before[end - 1].isSpace())
        --end;
    if (end == 0 || before[end - 1] != u'.')
        return false;
    const qsizetype stop = end - 1;
    constexpr qsizetype longest = 12; // more letters than any of them has
    qsizetype begin = stop;
    while (begin > 0 && stop - begin <= longest && (before[begin - 1].isLetterOrNumber() || before[begin - 1] == u'.'))
        --begin;
    const QStringView word = before.sliced(begin, stop - begin);
    if (word.isEmpty() || word.size() > longest)
        return false;
    return isInitials(word) || std::ranges::contains(beforeNames, word)
        || (!after.isEmpty() && after[0].isDigit() && std::ranges::contains(beforeNumbers, word));
}

}
