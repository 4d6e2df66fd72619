// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/text.h"

#include <QList>

#include <memory>

namespace pq {

/// What became of a passage in another version of its text.
enum class Anchoring {
    Exact,   ///< the same words, in the same order among what stayed
    Moved,   ///< the same words elsewhere
    Changed, ///< other words where it was, or where what was around it went; case, marks and spaces count
    Lost,    ///< no place is likelier than not; there may be places to choose among
};

/// Where a passage may stand in the new text.
struct AnchorPlace
{
    QList<TextSpan> spans;                 ///< of the new text; fewer than before where a fragment is gone
    Anchoring anchoring = Anchoring::Lost; ///< Exact, Moved or Changed
    double confidence = 0;                 ///< 0 to 1; see Reanchoring

    friend bool operator==(const AnchorPlace &, const AnchorPlace &) = default;
};

struct Anchor
{
    Anchoring anchoring = Anchoring::Lost;
    bool isCertain = false;     ///< may stand without anybody's yes; then there is one place, Exact, of confidence 1
    QList<AnchorPlace> places;  ///< likeliest first; unless Lost, the first is what is proposed

    friend bool operator==(const Anchor &, const Anchor &) = default;
};

/// What became of passages in another version of their text. Only reanchor() makes one, so whoever is given one may
/// rely on what it calls certain.
///
/// Certain is a passage of which every fragment stands unchanged, in the order of the text, together with the whole
/// sentences around it, and which nothing else can be taken for. A landmark is a run of eight tokens (about four
/// words) that stands exactly once in each of the two texts; an end of both texts is one as well. Without a
/// change in between there must be
///  - a landmark before these sentences and another behind them, or
///  - a landmark before them and another behind the last full stop in them, or one before the first full stop in them
///    and another behind them.
/// And no copy of them may have come in: of the runs of four tokens in these sentences, in the first of them and in the
/// last of them, less than a third may stand in what is new in the new text.
/// So a sentence that is there twice is never certain unless all between its neighbours is as it was, and a sentence
/// whose neighbours are both other ones is never certain.
///
/// The confidence of all else, at most 0.99, is (50 w + 20 b + 20 a + 2 o) / 92: the weights by which Hypothes.is
/// ranks quotations (hypothesis/client, match-quote.ts). w is the share of the words that are the same: twice those in
/// common by all of both (Dice); by letters when there are no more than two words. b and a are the shares of the 32
/// UTF-16 units before and behind that are the same. o is 1 in the order of the text, else 0. It is divided by the
/// number of places as likely as this one, and halved where the same words stood before: that is a lookalike. At 0.5
/// or more a place is proposed.
class Reanchoring
{
public:
    [[nodiscard]] const Text &old() const { return d->old; }
    [[nodiscard]] const Text &now() const { return d->now; }
    /// What was asked for, and what became of each.
    [[nodiscard]] const QList<QList<TextSpan>> &passages() const { return d->passages; }
    [[nodiscard]] const QList<Anchor> &anchors() const { return d->anchors; }

private:
    friend Reanchoring reanchor(const Text &, const Text &, const QList<QList<TextSpan>> &);
    struct Data
    {
        Text old;
        Text now;
        QList<QList<TextSpan>> passages;
        QList<Anchor> anchors;
    };
    explicit Reanchoring(Data data) : d(std::make_shared<const Data>(std::move(data))) {}
    std::shared_ptr<const Data> d;
};

/// Looks for passages of @p old, each the spans of its fragments, in @p now. Takes time that grows with the texts and
/// the number of passages. Any thread.
[[nodiscard]] Reanchoring reanchor(const Text &old, const Text &now, const QList<QList<TextSpan>> &passages);

}
