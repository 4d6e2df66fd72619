// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/names.h"

#include <QSet>
#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

// What is wrong with an enum's names; @p last is its last value.
template <class Enum>
QString fault(Enum last)
{
    const auto all = names<Enum>();
    if (all.size() != static_cast<size_t>(last) + 1)
        return u"%1 names for %2 values"_s.arg(all.size()).arg(static_cast<int>(last) + 1);
    QSet<QString> seen;
    for (size_t i = 0; i < all.size(); ++i) {
        const QString name(all[i]);
        if (fromName<Enum>(name) != static_cast<Enum>(i) || nameOf(static_cast<Enum>(i)) != all[i])
            return u"%1 does not round trip"_s.arg(name);
        for (const QChar c : name) {
            if (!(c >= u'a' && c <= u'z') && c != u'-')
                return u"%1 holds more than small letters and hyphens"_s.arg(name);
        }
        seen.insert(name);
    }
    return seen.size() == qsizetype(all.size()) ? QString() : u"two names are the same"_s;
}

}

class tst_Names : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyValueHasItsOwnNameThatRoundTrips();
    void namesStandWhereTheirValuesStand();
    void otherWordsAreNoNames();
};

void tst_Names::everyValueHasItsOwnNameThatRoundTrips()
{
    QCOMPARE(fault(RepairKind::LoneSurrogates), QString());
    QCOMPARE(fault(State::Rejected), QString());
    QCOMPARE(fault(AttributeKind::Boolean), QString());
    QCOMPARE(fault(EntityKind::Work), QString());
    QCOMPARE(fault(ClaimKind::Prediction), QString());
    QCOMPARE(fault(PassageRole::Source), QString());
    QCOMPARE(fault(ParticipantRole::Subject), QString());
    QCOMPARE(fault(LinkKind::Corrects), QString());
    QCOMPARE(fault(EvidenceKind::Conversation), QString());
    QCOMPARE(fault(Stance::Context), QString());
    QCOMPARE(fault(VerdictValue::NoCheckNeeded), QString());
}

// One of each enum that would notice two names that changed places.
void tst_Names::namesStandWhereTheirValuesStand()
{
    QCOMPARE(nameOf(RepairKind::NullCharacters), "null-characters"_L1);
    QCOMPARE(nameOf(State::Suggested), "suggested"_L1);
    QCOMPARE(nameOf(AttributeKind::Number), "number"_L1);
    QCOMPARE(nameOf(EntityKind::Character), "character"_L1);
    QCOMPARE(nameOf(ClaimKind::Contribution), "contribution"_L1);
    QCOMPARE(nameOf(PassageRole::Cue), "cue"_L1);
    QCOMPARE(nameOf(ParticipantRole::Contributor), "contributor"_L1);
    QCOMPARE(nameOf(LinkKind::ReReports), "re-reports"_L1);
    QCOMPARE(nameOf(EvidenceKind::Recording), "recording"_L1);
    QCOMPARE(nameOf(Stance::Refutes), "refutes"_L1);
    QCOMPARE(nameOf(VerdictValue::Unverifiable), "unverifiable"_L1);
}

void tst_Names::otherWordsAreNoNames()
{
    QCOMPARE(fromName<ClaimKind>({}), std::nullopt);
    QCOMPARE(fromName<ClaimKind>(u"Quote"), std::nullopt);
    QCOMPARE(fromName<ClaimKind>(u"quote "), std::nullopt);
    QCOMPARE(fromName<LinkKind>(u"speaker"), std::nullopt);
}

QTEST_APPLESS_MAIN(tst_Names)
#include "tst_names.moc"
