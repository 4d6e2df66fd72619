// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/references.h"

#include "ui/session.h"

#include <QCoreApplication>

#include <algorithm>

namespace pq {

QStringList references(Session &session, EntityId entity)
{
    const Store &store = session.store();
    const auto count = [](const auto &list, auto predicate) {
        return static_cast<int>(std::ranges::count_if(list, predicate));
    };
    const int claims = count(session.value(store.claims()), [entity](const Claim &claim) {
        return std::ranges::any_of(claim.participants, [entity](const Participant &p) { return p.entity == entity; });
    });
    const int portrayals = count(session.value(store.portrayals()), [entity](const Portrayal &portrayal) {
        return portrayal.performer == entity || portrayal.character == entity;
    });
    const int works = count(session.value(store.portrayals()),
                            [entity](const Portrayal &portrayal) { return portrayal.work == entity; });
    const int articles = count(session.value(store.articles()),
                               [entity](const Article &article) { return article.outlet == entity; });
    const auto notes = static_cast<int>(session.value(store.notes(NoteTarget(entity))).size());

    QStringList lines;
    const auto add = [&lines](int n, const QString &text) {
        if (n > 0)
            lines.append(text.arg(n));
    };
    add(claims, QCoreApplication::translate("References", "Its part in claims: %1"));
    add(portrayals, QCoreApplication::translate("References", "Portrayals: %1"));
    add(works, QCoreApplication::translate("References", "Naming the work of portrayals: %1"));
    add(articles, QCoreApplication::translate("References", "Naming the outlet of articles: %1"));
    add(notes, QCoreApplication::translate("References", "Notes on it: %1"));
    return lines;
}

}
