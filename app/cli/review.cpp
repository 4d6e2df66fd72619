// SPDX-License-Identifier: GPL-3.0-or-later
// The check of one claim: its history, a verdict, evidence, a sign-off, an assignee.
#include "app/cli/command.h"
#include "app/cli/find.h"
#include "app/cli/listrows.h"
#include "app/cli/output.h"

#include "core/base/filehash.h"
#include "core/model/names.h"

#include <QJsonArray>

#include <algorithm>

namespace pq::cli {

using namespace Qt::StringLiterals;

namespace {

template <class Enum>
Result<Enum> named(const QString &given)
{
    if (const auto value = fromName<Enum>(given))
        return *value;
    QStringList all;
    for (const QLatin1StringView name : names<Enum>())
        all.append(name);
    return fail(tr("%1 is none of %2.").arg(given, all.join(u", "_s)));
}

Result<QList<Verdict>> history(const Store &store, ClaimId claim)
{
    auto verdicts = store.verdicts(claim);
    if (verdicts)
        std::ranges::sort(*verdicts, isLater);
    return verdicts;
}

/// What to say after an act, which was one edit.
ExitCode done(const Result<Changes> &changes, const QString &sentence, const QJsonObject &object, bool json)
{
    if (!changes)
        return refuse(changes.error());
    if (json)
        print(object);
    else
        print(sentence);
    return Done;
}

ExitCode show(const Store &store, const Claim &claim, bool json)
{
    const auto names = namesIn(store);
    const auto verdicts = history(store, claim.id);
    const auto signOffs = store.signOffs(claim.id);
    const auto evidence = store.evidence(claim.id);
    if (!names || !verdicts || !signOffs || !evidence)
        return refuse(!names          ? names.error()
                          : !verdicts ? verdicts.error()
                          : !signOffs ? signOffs.error()
                                      : evidence.error());
    QList<Row> rows;
    for (const Verdict &verdict : *verdicts) {
        const bool holds = verdict.id == verdicts->first().id;
        const QString checker = names->annotators.value(verdict.annotator);
        rows.append({{tr("verdict"), nameOf(verdict.value), holds ? tr("holds") : QString(), checker,
                      verdict.created.toString(), verdict.reason},
                     {{"type"_L1, u"verdict"_s},
                      {"id"_L1, verdict.id.toString()},
                      {"value"_L1, nameOf(verdict.value)},
                      {"holds"_L1, holds},
                      {"reason"_L1, verdict.reason},
                      {"annotator"_L1, checker},
                      {"created"_L1, verdict.created.toString()}}});
        for (const SignOff &signOff : *signOffs) {
            if (signOff.verdict != verdict.id)
                continue;
            const QString second = names->annotators.value(signOff.annotator);
            rows.append({{tr("sign-off"), nameOf(verdict.value), holds ? QString() : tr("void"), second,
                          signOff.created.toString(), QString()},
                         {{"type"_L1, u"signOff"_s},
                          {"id"_L1, signOff.id.toString()},
                          {"verdict"_L1, verdict.id.toString()},
                          {"isVoid"_L1, !holds},
                          {"annotator"_L1, second},
                          {"created"_L1, signOff.created.toString()}}});
        }
    }
    for (const Evidence &each : *evidence) {
        const QString maker = names->annotators.value(each.annotator);
        QStringList what{each.title, each.url, each.locator, each.contact, each.retrieved, each.sha256};
        if (!each.passage.isNull())
            what.prepend(each.passage.toString());
        what.removeAll(QString());
        rows.append({{tr("evidence"), nameOf(each.kind), nameOf(each.stance), maker, each.created.toString(),
                      what.join(u" · "_s)},
                     {{"type"_L1, u"evidence"_s},
                      {"id"_L1, each.id.toString()},
                      {"kind"_L1, nameOf(each.kind)},
                      {"stance"_L1, nameOf(each.stance)},
                      {"passage"_L1, each.passage.isNull() ? QJsonValue() : QJsonValue(each.passage.toString())},
                      {"title"_L1, each.title},
                      {"url"_L1, each.url},
                      {"locator"_L1, each.locator},
                      {"contact"_L1, each.contact},
                      {"retrieved"_L1, each.retrieved},
                      {"sha256"_L1, each.sha256},
                      {"annotator"_L1, maker},
                      {"created"_L1, each.created.toString()}}});
    }
    for (const Row &row : std::as_const(rows))
        print(row, json);
    return Done;
}

ExitCode giveVerdict(const Call &call, Store &store, const Claim &claim)
{
    if (call.arguments.size() < 4)
        return misused(u"review"_s, tr("A verdict is missing."));
    const auto value = named<VerdictValue>(call.arguments[3]);
    if (!value)
        return refuse(value.error());
    Verdict verdict;
    verdict.id = VerdictId::create();
    verdict.claim = claim.id;
    verdict.value = *value;
    verdict.reason = call.options.value(u"reason"_s);
    return done(store.edit(tr("Give verdict"), [&](Edit &edit) { edit.put(verdict); }),
                tr("The claim is %1 now.").arg(nameOf(*value)),
                {{"verdict"_L1, verdict.id.toString()}, {"value"_L1, nameOf(*value)}}, call.json);
}

ExitCode signOff(const Call &call, Store &store, const Claim &claim)
{
    const auto verdicts = history(store, claim.id);
    if (!verdicts)
        return refuse(verdicts.error());
    if (verdicts->isEmpty())
        return refuse({tr("There is nothing to sign off yet: the claim has no verdict. Give one first.")});
    SignOff made;
    made.id = SignOffId::create();
    made.verdict = verdicts->first().id;
    return done(store.edit(tr("Sign off"), [&](Edit &edit) { edit.put(made); }),
                tr("Signed off: %1.").arg(nameOf(verdicts->first().value)),
                {{"signOff"_L1, made.id.toString()}, {"verdict"_L1, made.verdict.toString()}}, call.json);
}

ExitCode addEvidence(const Call &call, Store &store, const Claim &claim)
{
    if (call.arguments.size() < 4)
        return misused(u"review"_s, tr("The kind of the evidence is missing."));
    const QCommandLineParser &options = call.options;
    Evidence evidence;
    evidence.id = EvidenceId::create();
    evidence.claim = claim.id;
    const auto kind = named<EvidenceKind>(call.arguments[3]);
    const auto stance = options.isSet(u"stance"_s) ? named<Stance>(options.value(u"stance"_s)) : Stance::Supports;
    if (!kind || !stance)
        return refuse(kind ? stance.error() : kind.error());
    evidence.kind = *kind;
    evidence.stance = *stance;
    evidence.passage = PassageId::fromString(options.value(u"passage"_s));
    evidence.title = options.value(u"title"_s);
    evidence.url = options.value(u"url"_s);
    evidence.locator = options.value(u"locator"_s);
    evidence.contact = options.value(u"contact"_s);
    evidence.retrieved = options.value(u"day"_s);
    if (options.isSet(u"file"_s)) {
        const auto hash = sha256OfFile(options.value(u"file"_s));
        if (!hash)
            return refuse(hash.error());
        evidence.sha256 = *hash;
    }
    return done(store.edit(tr("Add evidence"), [&](Edit &edit) { edit.put(evidence); }), tr("The evidence is kept."),
                {{"evidence"_L1, evidence.id.toString()}, {"sha256"_L1, evidence.sha256}}, call.json);
}

/// A colleague who has not opened the project yet may be named all the same.
ExitCode assign(const Call &call, Store &store, Claim claim)
{
    if (call.arguments.size() < 4)
        return misused(u"review"_s, tr("The annotator's name is missing."));
    const QString name = call.arguments[3];
    const auto annotators = store.annotators();
    if (!annotators)
        return refuse(annotators.error());
    std::optional<Annotator> made;
    claim.assignee = {};
    if (name != u"none") {
        const auto known = std::ranges::find(*annotators, name, &Annotator::name);
        if (known == annotators->end())
            made = name == store.annotator().name ? store.annotator() : Annotator{AnnotatorId::create(), name};
        claim.assignee = made ? made->id : known->id;
    }
    return done(store.edit(tr("Assign claim"),
                           [&](Edit &edit) {
                               if (made)
                                   edit.put(*made);
                               edit.put(claim);
                           }),
                name == u"none" ? tr("Nobody is to check the claim.") : tr("%1 is to check the claim.").arg(name),
                {{"claim"_L1, claim.id.toString()}, {"assignee"_L1, name == u"none" ? QString() : name}}, call.json);
}

}

QList<QCommandLineOption> reviewOptions()
{
    return {{u"reason"_s, tr("verdict: why, in a line."), u"TEXT"_s},
            {u"stance"_s, tr("evidence: supports, refutes or context; supports when left out."), u"STANCE"_s},
            {u"passage"_s, tr("evidence: the words that prove it."), u"ID"_s},
            {u"title"_s, tr("evidence: of the page, document or recording."), u"TITLE"_s},
            {u"url"_s, tr("evidence: an http or https address."), u"URL"_s},
            {u"locator"_s, tr("evidence: page, paragraph, or place in a recording as hh:mm:ss."), u"PLACE"_s},
            {u"contact"_s, tr("evidence: whom one talked to."), u"NAME"_s},
            {u"day"_s, tr("evidence: when the page was read, or the conversation was; such as 2025-03-21."), u"DATE"_s},
            {u"file"_s, tr("evidence: an archived copy, whose SHA-256 is kept."), u"FILE"_s}};
}

ExitCode review(const Call &call)
{
    auto store = openProject(call);
    if (!store)
        return Refused;
    const QString act = call.arguments[1];
    const auto claim = findClaim(*store, call.arguments[2]);
    if (!claim)
        return refuse(claim.error());
    if (act == u"list")
        return show(*store, *claim, call.json);
    if (act == u"verdict")
        return giveVerdict(call, *store, *claim);
    if (act == u"signoff")
        return signOff(call, *store, *claim);
    if (act == u"evidence")
        return addEvidence(call, *store, *claim);
    if (act == u"assign")
        return assign(call, *store, *claim);
    return misused(u"review"_s, tr("“%1” is none of list, verdict, evidence, signoff and assign.").arg(act));
}

}
