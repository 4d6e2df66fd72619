// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/article/articlefixture.h"

namespace pq::test {

/// A text that nobody would print, and what makes it one.
struct Extreme
{
    QString name;
    Text text;
};

/// Sentences of made-up words; never two alike.
inline QString chapter(quint32 seed, int paragraphCount)
{
    static const QString parts[] = {QStringLiteral("lan"),  QStringLiteral("ter"),  QStringLiteral("oss"),
                                    QStringLiteral("ri"),   QStringLiteral("keep"), QStringLiteral("har"),
                                    QStringLiteral("bour"), QStringLiteral("e"),    QStringLiteral("mid"),
                                    QStringLiteral("win"),  QStringLiteral("ae"),   QStringLiteral("ught")};
    QRandomGenerator random(seed);
    const auto word = [&] {
        QString made;
        for (int n = 1 + random.bounded(3); n > 0; --n)
            made += parts[random.bounded(int(std::size(parts)))];
        return made;
    };
    QString text = QStringLiteral("Chapter %1\n\n").arg(seed);
    for (int i = 0; i < paragraphCount; ++i) {
        const bool isSpoken = random.bounded(3) == 0;
        if (isSpoken)
            text += u'“';
        for (int sentences = 1 + random.bounded(6); sentences > 0; --sentences) {
            QString sentence = word();
            sentence[0] = sentence[0].toUpper();
            for (int words = 3 + random.bounded(15); words > 0; --words)
                sentence += u' ' + word();
            text += sentence + (sentences > 1 ? QStringLiteral(". ") : QStringLiteral("."));
        }
        text += isSpoken ? QStringLiteral("” she said.\n\n") : QStringLiteral("\n\n");
    }
    return text;
}

inline QList<Extreme> extremes()
{
    QString novel;
    for (quint32 number = 1; number <= 40; ++number)
        novel += chapter(number, 60);

    QString marks;
    for (int i = 0; i < 60; ++i) {
        marks += QStringLiteral("Families 👩‍👩‍👧‍👦👨🏿‍👩🏻‍👦🏽 wave 👋🏽👋🏿 at flags "
                                "🇮🇸🇩🇰🏴󠁧󠁢󠁳󠁣󠁴󠁿 and a rocket 👩🏽‍🚀. ")
                     .repeated(3);
        for (const QChar letter : QStringLiteral("tower of marks")) {
            marks += letter;
            for (int n = 0; letter != u' ' && n < 1 + i % 30; ++n)
                marks += QChar(0x0300 + (n * 7 + i) % 0x6f);
        }
        marks += QStringLiteral(" goes on as usual.\n");
    }

    QString endless;
    for (quint32 number = 100; endless.size() < 900'000; ++number)
        endless += chapter(number, 60).replace(u'\n', u' ');
    endless = endless.first(900'000) + QStringLiteral("nospace").repeated(14'286);

    return {{QStringLiteral("novel"), Text(novel)},
            {QStringLiteral("right-to-left"), rightToLeftText(60)},
            {QStringLiteral("marks"), Text(marks)},
            {QStringLiteral("paragraph"), Text(endless)},
            {QStringLiteral("empty-lines"),
             Text(QStringLiteral("\n").repeated(50'000) + QStringLiteral("Somebody is here.\n")
                  + QStringLiteral("\n").repeated(50'000))}};
}

}
