// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace pq {

/// Reads "%n passage(s)" as English does: "1 passage", "2 passages". For programs that have no translation
/// into the user's language; install it before all others.
class EnglishPlurals : public QTranslator
{
public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char *context, const char *text, const char *comment, int n) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }
};

}
