// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/review.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>
#include <QUrl>

#include <tuple>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Evidence", text);
}

bool isBlank(const QString &string)
{
    return string.trimmed().isEmpty();
}

bool isDay(const QString &iso)
{
    return iso.size() == 10 && QDate::fromString(iso, Qt::ISODate).isValid();
}

bool isOnTheWeb(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && !url.host().isEmpty();
}

bool isTimeStamp(const QString &locator)
{
    static const QRegularExpression stamp(u"\\A\\d\\d:[0-5]\\d:[0-5]\\d\\z"_s);
    return stamp.match(locator).hasMatch();
}

QString missingOfKind(const Evidence &evidence)
{
    switch (evidence.kind) {
    case EvidenceKind::Passage:
        if (evidence.passage.isNull())
            return tr("The evidence needs a passage: choose the words that prove it.");
        break;
    case EvidenceKind::Url:
        if (!isOnTheWeb(evidence.url))
            return tr("The evidence needs an address that begins with http:// or https://.");
        if (!isDay(evidence.retrieved))
            return tr("The evidence needs the day on which the page was read, such as 2025-03-21.");
        break;
    case EvidenceKind::Document:
        if (isBlank(evidence.title))
            return tr("The evidence needs the title of the document.");
        if (isBlank(evidence.locator))
            return tr("The evidence needs the page or paragraph of the document.");
        break;
    case EvidenceKind::Recording:
        if (isBlank(evidence.title))
            return tr("The evidence needs the title of the recording.");
        if (!isTimeStamp(evidence.locator))
            return tr("The evidence needs the place in the recording as hh:mm:ss, such as 00:12:45.");
        break;
    case EvidenceKind::Conversation:
        if (isBlank(evidence.contact))
            return tr("The evidence needs the name of whom one talked to.");
        if (!isDay(evidence.retrieved))
            return tr("The evidence needs the day of the conversation, such as 2025-03-21.");
        break;
    }
    return {};
}

}

QString whatIsMissing(const Evidence &evidence)
{
    static const QRegularExpression digits(u"\\A(?:[0-9a-f]{64})?\\z"_s);
    if (!digits.match(evidence.sha256).hasMatch())
        return tr("The SHA-256 of an archived copy has 64 hexadecimal digits in small letters.");
    return missingOfKind(evidence);
}

bool isDecided(VerdictValue value)
{
    return value != VerdictValue::NotChecked && value != VerdictValue::InProgress;
}

bool isLater(const Verdict &a, const Verdict &b)
{
    return std::tuple(a.created.microseconds, a.id) > std::tuple(b.created.microseconds, b.id);
}

}
