// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewacts.h"

#include "core/model/labels.h"
#include "ui/session.h"

#include <QCoreApplication>

#include <algorithm>

namespace pq {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ReviewActs", text);
}

}

bool giveVerdict(Session &session, ClaimId claim, VerdictValue value, const QString &reason)
{
    Verdict verdict;
    verdict.id = VerdictId::create();
    verdict.claim = claim;
    verdict.value = value;
    verdict.reason = reason;
    return session.edit(tr("Verdict: %1").arg(label(value).toLower()), [&](Edit &edit) { edit.put(verdict); });
}

bool signOff(Session &session, ClaimId claim)
{
    const std::optional<Verdict> latest = latestVerdict(session, claim);
    return session.edit(tr("Sign off"), [&](Edit &edit) {
        if (!latest)
            edit.refuse(tr("There is nothing to sign off yet: the claim has no verdict. Give one first."));
        SignOff signOff;
        signOff.id = SignOffId::create();
        signOff.verdict = latest->id;
        edit.put(signOff);
    });
}

bool assign(Session &session, ClaimId id, AnnotatorId to)
{
    QList<Claim> found = session.value(session.store().claims(QSet{id}));
    if (found.isEmpty())
        return false;
    found.first().assignee = to;
    return session.edit(to.isNull() ? tr("Assign to nobody") : tr("Assign claim"),
                        [&](Edit &edit) { edit.put(found.first()); });
}

bool assign(Session &session, ClaimId id, const QString &name)
{
    const QList<Annotator> annotators = session.value(session.store().annotators());
    const auto known = std::ranges::find(annotators, name, &Annotator::name);
    const Annotator me = session.store().annotator();
    if (known != annotators.end() || name == me.name)
        return assign(session, id, known != annotators.end() ? known->id : me.id);
    QList<Claim> found = session.value(session.store().claims(QSet{id}));
    if (found.isEmpty())
        return false;
    const Annotator made{AnnotatorId::create(), name};
    found.first().assignee = made.id;
    return session.edit(tr("Assign claim to somebody new"), [&](Edit &edit) {
        edit.put(made);
        edit.put(found.first());
    });
}

std::optional<Verdict> latestVerdict(Session &session, ClaimId claim)
{
    const QList<Verdict> all = session.value(session.store().verdicts(claim));
    const auto latest = std::ranges::max_element(all, [](const Verdict &a, const Verdict &b) { return isLater(b, a); });
    return latest == all.end() ? std::nullopt : std::optional(*latest);
}

}
