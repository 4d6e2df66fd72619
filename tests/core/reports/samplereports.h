// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/plurals.h"
#include "core/reports/report.h"
#include "tests/support/support.h"
#include "tests/support/wellformed.h"

#include <QCoreApplication>

namespace pq::test {

using namespace Qt::StringLiterals;

/// The sample with what breaks careless pages: markup in words, names and notes, a formula, a control character.
inline Corpus unkindCorpus()
{
    Corpus corpus = sampleCorpus();
    corpus.articles[0].title = u"<b>Who</b> lit \"the\" lantern & 'why'? 🕯️"_s;
    corpus.entities[1].name = u"Iria <script>alert(1)</script> Val"_s;
    corpus.entities[4].name = u"=HYPERLINK(\"http://evil.example\")"_s;
    corpus.claims[3].summary = u"=1+1 <img src=\"x\"> & more\u0007"_s;
    corpus.notes[0].body = u"</td></table><style>@import url(http://evil.example)</style>"_s;
    corpus.tags[1].colour = u"red; background: url(http://evil.example)"_s;
    corpus.verdicts[1].reason = u"@SUM(1)\nשלום <i>"_s;
    return corpus;
}

/// About the first article, or the performer, of the sample.
inline ReportQuestion questionFor(ReportKind kind, const Corpus &corpus)
{
    return {kind, corpus.articles.first().id, corpus.entities.first().id, QDate(2025, 4, 1)};
}

}
