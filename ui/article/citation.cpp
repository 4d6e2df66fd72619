// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/citation.h"

#include "core/text/quotes.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDate>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>
#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

QString inQuotationMarks(const QString &words)
{
    const Text text(words);
    const auto isAll = [&text](const Quotation &quotation) { return quotation.whole == text.span(); };
    if (std::ranges::any_of(quotationsNear(text, {0}), isAll))
        return words;
    return QCoreApplication::translate("Citation", "“%1”").arg(words);
}

/// Without the words' own marks and the dash.
QString joinedSource(const QStringList &parts)
{
    QStringList known = parts;
    known.removeAll(QString());
    return known.join(u", "_s);
}

QString cited(const QString &words, const QString &source)
{
    return source.isEmpty() ? words : words + u" — "_s + source;
}

bool isWebAddress(const QString &url)
{
    const QUrl address(url, QUrl::StrictMode);
    return address.isValid() && !address.host().isEmpty()
        && (address.scheme() == "http"_L1 || address.scheme() == "https"_L1);
}

}

QString dateForPeople(const QString &published)
{
    const QDate date = QDate::fromString(published, Qt::ISODate);
    return date.isValid() ? QLocale().toString(date, QLocale::LongFormat) : published;
}

QString citationText(const Citation &citation)
{
    return cited(inQuotationMarks(citation.words),
                 joinedSource({citation.title.simplified(), citation.outlet.simplified(), dateForPeople(citation.date),
                               citation.url.trimmed()}));
}

QString citationHtml(const Citation &citation)
{
    const QString title = citation.title.simplified().toHtmlEscaped();
    const QString url = citation.url.trimmed();
    const QString address = url.toHtmlEscaped();
    return u"<p>%1</p>"_s.arg(cited(
        inQuotationMarks(citation.words).toHtmlEscaped().replace(u'\n', u"<br>"_s),
        joinedSource({title.isEmpty() ? title : u"<cite>"_s + title + u"</cite>"_s,
                      citation.outlet.simplified().toHtmlEscaped(), dateForPeople(citation.date).toHtmlEscaped(),
                      isWebAddress(url) ? u"<a href=\""_s + address + u"\">"_s + address + u"</a>"_s : address})));
}

std::unique_ptr<QMimeData> citationData(const Citation &citation)
{
    auto data = std::make_unique<QMimeData>();
    data->setText(citationText(citation));
    data->setHtml(citationHtml(citation));
    return data;
}

void copyCitation(const Citation &citation)
{
    QGuiApplication::clipboard()->setMimeData(citationData(citation).release());
}

}
