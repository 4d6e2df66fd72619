// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/corpus.h"
#include "core/model/document.h"

#include <functional>

namespace pq {

struct Correction;
struct Corrected;
struct StorePrivate;

/// What can be done within one Store::edit(). put() makes the thing with this id or changes it into this
/// value; remove() removes it and whatever cannot be without it. A refusal (a fragment whose words are not
/// the text's, an id that nothing has) ends the whole edit with an Error: nothing after it runs.
class Edit
{
public:
    void put(const Annotator &annotator);
    void put(const Tagset &tagset);
    void put(const Tag &tag);
    void put(const Entity &entity);
    void put(const Portrayal &portrayal);
    void put(const Article &article);
    /// @p sourceBytes: what the text was read from. A version that exists can only be put unchanged.
    void put(const Version &version, const QByteArray &sourceBytes = {});
    void put(const Passage &passage);
    void put(const Relation &relation);
    void put(const Claim &claim);
    /// Refused when the claims would go back to each other in a circle, but for support and contradiction.
    void put(const Link &link);
    /// Refused when it lacks something (whatIsMissing()), or on a claim that is not there.
    void put(const Evidence &evidence);
    /// Adds a verdict; one that exists can only be put unchanged. Without a time it is later than all others of the
    /// claim, whatever the clocks. Refused on a claim that is not there.
    void put(const Verdict &verdict);
    /// Refused on anything but the claim's verdict that was the latest at the sign-off's time (without one: now), on
    /// one that decides nothing, by whoever gave the verdict, and by the same annotator twice.
    void put(const SignOff &signOff);
    void put(const Note &note);
    void put(const Remainder &remainder);
    /// Everything in it, in an order in which each refers to what is there already. Many put one after the other are
    /// not held in memory.
    void put(const Corpus &corpus);

    void remove(ArticleId id);
    void remove(TagsetId id);
    /// Refused while a passage carries the tag.
    void remove(TagId id);
    void remove(PassageId id);
    void remove(RelationId id);
    void remove(EntityId id);
    void remove(PortrayalId id);
    void remove(ClaimId id);
    void remove(LinkId id);
    void remove(EvidenceId id);
    void remove(NoteId id);

    struct Imported
    {
        ArticleId article;
        bool wasThere = false; ///< an article had exactly this text; nothing was made
    };
    /// Makes an article with one version; its outlet is the organisation of that name or alias, made when
    /// there is none.
    Imported import(const Document &document);

    /// Makes the corrected version, where it is new, and lets passages follow their words into it: those that were
    /// accepted, and those that are certain unless they were declined; all others stay where they are. A passage
    /// keeps its id, and so its claims, evidence and notes. Claims with a verdict that rest on words that changed,
    /// or that were found changed or not at all, go back to not-checked, with the words as the reason.
    Corrected correct(const Correction &correction);

    /// All that @p change does with this edit or, when it returns false, nothing of it. What was put before must refer
    /// to nothing that is still missing.
    bool attempt(const std::function<bool()> &change);

    /// Ends the edit: Store::edit() returns this message and nothing is written.
    [[noreturn]] void refuse(const QString &message);

private:
    friend class Store;
    explicit Edit(StorePrivate &store) : m_store(store) {}
    /// @p hash: SHA-256 of the text, which is long to make.
    void put(const Version &version, const QByteArray &sourceBytes, const QByteArray &hash);
    StorePrivate &m_store;
};

}
