// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/losses.h"

#include "core/formats/json.h"
#include "core/formats/translated.h"

namespace pq {

using namespace Qt::StringLiterals;

void Losses::add(Aspect aspect, const QString &what, const QString &object)
{
    const qsizetype place = m_place.value(what, m_report.size());
    if (place == m_report.size()) {
        m_place.insert(what, place);
        m_report.append({aspect, what, 0, {}});
    }
    Loss &loss = m_report[place];
    ++loss.count;
    // What belongs to one object is met in one go.
    if (loss.objects.isEmpty() || loss.objects.last() != object)
        loss.objects.append(object);
}

void Losses::addAllOfReview(const Corpus &corpus)
{
    addAll(Aspect::Whole, Formats::tr("portrayals"), corpus.portrayals);
    addAll(Aspect::Whole, Formats::tr("evidence"), corpus.evidence);
    addAll(Aspect::Whole, Formats::tr("verdicts"), corpus.verdicts);
    addAll(Aspect::Whole, Formats::tr("sign-offs"), corpus.signOffs);
}

void Losses::addAllAboutClaims(const Corpus &corpus)
{
    addAll(Aspect::Whole, Formats::tr("tagsets"), corpus.tagsets);
    addAll(Aspect::Whole, Formats::tr("claims"), corpus.claims);
    addAll(Aspect::Whole, Formats::tr("links between claims"), corpus.links);
    addAll(Aspect::Whole, Formats::tr("notes"), corpus.notes);
    addAllOfReview(corpus);
}

void Remarks::add(const QString &sentence, const QString &place)
{
    const qsizetype index = m_index.value(sentence, m_remarks.size());
    if (index == m_remarks.size()) {
        m_index.insert(sentence, index);
        m_remarks.append({sentence, place, 0});
    }
    ++m_remarks[index].count;
}

QStringList Remarks::list() const
{
    QStringList all;
    for (const Remark &remark : m_remarks) {
        const QString head = remark.place.isEmpty() ? QString() : remark.place + u": "_s;
        if (remark.count == 1)
            all.append(head + remark.sentence + u'.');
        else
            all.append(head + Formats::tr("%1 (%2 times).").arg(remark.sentence, QString::number(remark.count)));
    }
    return all;
}

QLatin1StringView nameOf(Aspect aspect)
{
    switch (aspect) {
    case Aspect::Whole:
        return "whole"_L1;
    case Aspect::Id:
        return "id"_L1;
    case Aspect::Maker:
        return "maker"_L1;
    case Aspect::State:
        return "state"_L1;
    case Aspect::Spans:
        return "spans"_L1;
    case Aspect::Words:
        return "words"_L1;
    case Aspect::Attributes:
        return "attributes"_L1;
    case Aspect::Parts:
        return "parts"_L1;
    }
    Q_UNREACHABLE_RETURN({});
}

QString toText(const LossReport &loss)
{
    if (loss.isEmpty())
        return Formats::tr("Nothing is lost.") + u'\n';
    QString text;
    for (const Loss &each : loss)
        text += u"%1 %2\n"_s.arg(each.count).arg(each.what);
    return text;
}

QByteArray toJson(const LossReport &loss)
{
    JsonWriter json(JsonWriter::Indented);
    json.beginArray();
    for (const Loss &each : loss) {
        json.beginObject();
        json.member("aspect"_L1, nameOf(each.aspect));
        json.member("what"_L1, each.what);
        json.member("count"_L1, each.count);
        json.member("objects"_L1, each.objects);
        json.end();
    }
    json.end();
    return json.bytes() + '\n';
}

}
