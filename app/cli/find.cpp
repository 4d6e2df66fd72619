// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/find.h"

#include "app/cli/output.h"
#include "core/text/fold.h"

#include <algorithm>

namespace pq::cli {

namespace {

/// The one of @p list that has the id or, by @p isNamed, the name.
template <class Value, class IsNamed>
Result<decltype(Value::id)> find(const Result<QList<Value>> &list, const QString &given, const QString &nothing,
                                 IsNamed isNamed)
{
    if (!list)
        return std::unexpected(list.error());
    QList<decltype(Value::id)> found;
    for (const Value &value : *list) {
        if (value.id.toString() == given.toLower())
            return value.id;
        if (isNamed(value))
            found.append(value.id);
    }
    if (found.isEmpty())
        return fail(nothing.arg(given));
    if (found.size() > 1)
        return fail(tr("%1 are called “%2”: give the id.").arg(QString::number(found.size()), given));
    return found.first();
}

}

Result<EntityId> findEntity(const Store &store, const QString &given)
{
    const QString wanted = folded(given);
    return find(store.entities(), given, tr("Nobody and nothing in the project is called “%1”."),
                [&wanted](const Entity &entity) {
                    return folded(entity.name) == wanted
                        || std::ranges::any_of(entity.aliases,
                                               [&](const QString &alias) { return folded(alias) == wanted; });
                });
}

Result<TagId> findTag(const Store &store, const QString &given)
{
    const QString wanted = folded(given);
    return find(store.tags(), given, tr("There is no tag “%1” in the project."),
                [&wanted](const Tag &tag) { return folded(tag.name) == wanted; });
}

Result<AnnotatorId> findAnnotator(const Store &store, const QString &given)
{
    if (given == u"none")
        return AnnotatorId();
    return find(store.annotators(), given, tr("There is no annotator “%1” in the project."),
                [&given](const Annotator &annotator) { return annotator.name == given; });
}

Result<Claim> findClaim(const Store &store, const QString &given)
{
    auto found = store.claims(QSet{ClaimId::fromString(given)});
    if (!found)
        return std::unexpected(found.error());
    if (found->isEmpty())
        return fail(tr("There is no claim %1 in the project. pullquote-cli claims shows their ids.").arg(given));
    return found->first();
}

}
