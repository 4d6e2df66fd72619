// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/repairs.h"

#include <QCoreApplication>

namespace pq {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Repairs)
};

}

QString sentenceOf(const Repair &repair)
{
    const int n = static_cast<int>(repair.count);
    switch (repair.kind) {
    case RepairKind::ByteOrderMark:
        return Words::tr("Left out: the byte order mark.");
    case RepairKind::LineEnds:
        return Words::tr("Made plain: %n line end(s) of Windows or the old Mac.", nullptr, n);
    case RepairKind::ControlCharacters:
        return Words::tr("Left out: %n control character(s).", nullptr, n);
    case RepairKind::NullCharacters:
        return Words::tr("Left out: %n null character(s).", nullptr, n);
    case RepairKind::InvalidBytes:
        return Words::tr("%n place(s) with bytes that are no text became “\uFFFD”.", nullptr, n);
    case RepairKind::LoneSurrogates:
        return Words::tr("%n half character(s) became “\uFFFD”.", nullptr, n);
    }
    Q_UNREACHABLE_RETURN({});
}

}
