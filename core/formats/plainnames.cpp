// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/plainnames.h"

namespace pq {

using namespace Qt::StringLiterals;

QString plainName(const QString &text, QChar filler)
{
    QString name;
    for (const QString apart = text.normalized(QString::NormalizationForm_KD); const QChar unit : apart) {
        const char16_t c = unit.unicode();
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-'
            || c == u'_';
        if (plain)
            name += unit;
        else if (!unit.isMark() && !name.isEmpty() && !name.endsWith(filler))
            name += filler;
    }
    while (name.endsWith(filler))
        name.chop(1);
    return name;
}

QString PlainNames::take(const QString &wanted, const QString &fallback)
{
    QString base = plainName(wanted, m_filler).left(60);
    if (base.isEmpty())
        base = fallback;
    QString name = base;
    for (int n = 2; m_taken.contains(name.toLower()); ++n)
        name = base + m_filler + QString::number(n);
    m_taken.insert(name.toLower());
    return name;
}

QStringList textNames(const Corpus &corpus)
{
    QHash<ArticleId, QString> titles;
    for (const Article &article : corpus.articles)
        titles.insert(article.id, plainName(article.title, u'-').left(50));
    QHash<ArticleId, int> versions;
    for (const Version &version : corpus.versions)
        ++versions[version.article];
    QStringList names;
    for (const Version &version : corpus.versions) {
        const QString title = titles.value(version.article);
        QString name = title.isEmpty() ? u"article"_s : title;
        if (versions.value(version.article) > 1)
            name += u"-v%1"_s.arg(version.number);
        names.append(name);
    }
    return names;
}

}
