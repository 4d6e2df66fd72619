// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/corpus.h"

#include <QTest>

/// Evaluates its argument once; the message of a failing Result is the test's.
#define VERIFY_RESULT(expression)                                                                                      \
    do {                                                                                                               \
        const auto &result_ = (expression);                                                                            \
        QVERIFY2(result_.has_value(), result_ ? "" : qPrintable(result_.error().message));                             \
    } while (false)

namespace pq::test {

/// A small project with everything in it: two articles (one with emoji, combining marks and right-to-left
/// words), nested, overlapping and discontinuous passages, a chain over both articles, notes.
[[nodiscard]] Corpus sampleCorpus();

/// A passage over the first place of @p words in @p version's text.
[[nodiscard]] Passage passage(const Version &version, TagId tag, const QString &words);

/// Compares @p bytes with tests/data/@p name; with PULLQUOTE_UPDATE_GOLDEN=1 writes that file instead.
/// The message is empty when they are equal.
[[nodiscard]] QString differenceFromGolden(const QString &name, const QByteArray &bytes);

/// ../shared/articles beside the source, or empty when it is not there.
[[nodiscard]] QString sharedArticlesFolder();

}
