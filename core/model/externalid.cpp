// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/externalid.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ExternalId)
};

struct Catalogue
{
    QLatin1StringView scheme;
    QLatin1StringView shape;   ///< the whole value
    QLatin1StringView page;    ///< %1: the value
    QLatin1StringView example;
};

constexpr std::array catalogues{
    Catalogue{"wikidata"_L1, "Q[1-9][0-9]*"_L1, "https://www.wikidata.org/wiki/%1"_L1, "Q42"_L1},
    Catalogue{"imdb"_L1, "(?:nm|tt|co|ch|ev)[0-9]{7,}"_L1, "https://www.imdb.com/%2/%1/"_L1, "nm0000001"_L1},
    Catalogue{"tmdb"_L1, "(?:person|movie|tv|company)/[1-9][0-9]*"_L1, "https://www.themoviedb.org/%1"_L1,
              "person/287"_L1},
    Catalogue{"viaf"_L1, "[1-9][0-9]*"_L1, "https://viaf.org/viaf/%1"_L1, "113230702"_L1},
    Catalogue{"isni"_L1, "[0-9]{15}[0-9X]"_L1, "https://isni.org/isni/%1"_L1, "0000000121032683"_L1},
};

const Catalogue *catalogueOf(const QString &scheme)
{
    const auto *found = std::ranges::find_if(
        catalogues, [&](const Catalogue &c) { return scheme.compare(c.scheme, Qt::CaseInsensitive) == 0; });
    return found == catalogues.end() ? nullptr : found;
}

bool isIsni(const QString &value)
{
    int sum = 0;
    for (const QChar digit : QStringView(value).first(15))
        sum = (sum + digit.digitValue()) * 2 % 11;
    const int check = (12 - sum) % 11;
    return value.back() == (check == 10 ? u'X' : QChar(u'0' + check));
}

}

Result<ExternalId> externalId(const QString &scheme, const QString &typed)
{
    const QString value = typed.trimmed();
    const Catalogue *catalogue = catalogueOf(scheme.trimmed());
    if (!catalogue) {
        if (scheme.trimmed().isEmpty() || value.isEmpty())
            return fail(Words::tr("An id in another catalogue needs the catalogue's name and the id."));
        return ExternalId{scheme.trimmed(), value};
    }
    const bool isSpaced = catalogue->scheme == "isni"_L1; // is often written in groups of four
    const QString plain = isSpaced ? QString(value).remove(u' ') : value;
    // On its own, or as a part of its page's address.
    const QRegularExpression shape(u"(?:^|/)("_s + catalogue->shape + u")(?:[/?#-].*)?$"_s,
                                   QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = shape.match(plain);
    const bool isAddress = plain.contains("://"_L1);
    QString id = match.captured(1);
    id = catalogue->scheme == "wikidata"_L1 || isSpaced ? id.toUpper() : id.toLower();
    if (!match.hasMatch() || (!isAddress && match.captured(0).size() != id.size()) || (isSpaced && !isIsni(id)))
        return fail(
            Words::tr("“%1” is no id of %2. One looks like %3.").arg(value, catalogue->scheme, catalogue->example));
    return ExternalId{catalogue->scheme, id};
}

QUrl pageOf(const ExternalId &id)
{
    const Catalogue *catalogue = catalogueOf(id.scheme);
    if (!catalogue || !externalId(id.scheme, id.value))
        return {};
    QString page = QString(catalogue->page).replace("%1"_L1, id.value);
    if (catalogue->scheme == "imdb"_L1) {
        const QString kind = id.value.first(2);
        page.replace("%2"_L1,
                     kind == "nm"_L1       ? u"name"_s
                         : kind == "tt"_L1 ? u"title"_s
                         : kind == "co"_L1 ? u"company"_s
                         : kind == "ch"_L1 ? u"character"_s
                                           : u"event"_s);
    }
    return QUrl(page, QUrl::StrictMode);
}

}
