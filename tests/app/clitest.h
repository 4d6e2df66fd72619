// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/program.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

namespace pq::test {

using namespace Qt::StringLiterals;

inline const QByteArray lantern =
    "The lantern\n\nBy Mira Oduya | Harbour Gazette\n12 March 2025\n\n“I kept it lit for you,” he says. 🕯️\n";
inline const QByteArray postcard = "A postcard\n\nNothing was lit.\n";

/// Ids and times differ from run to run.
inline QString steady(QString output)
{
    static const QRegularExpression id(u"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}"_s);
    static const QRegularExpression time(u"20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z"_s);
    return output.replace(id, u"ID"_s).replace(time, u"TIME"_s);
}

inline QStringList keysOf(const QJsonObject &object)
{
    return object.keys();
}

}

#define EXPECT_DONE(finished)                                                                                          \
    do {                                                                                                               \
        const Finished &finished_ = (finished);                                                                        \
        QVERIFY2(finished_.code == 0, qPrintable(finished_.errors + finished_.output));                                \
        QCOMPARE(finished_.errors, QString());                                                                         \
    } while (false)
