// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assist/attribution.h"

#include "core/assist/mentions.h"
#include "core/text/quotes.h"
#include "core/text/search.h"
#include "core/text/segmentation.h"
#include "core/text/turns.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr qsizetype nearVerb = 60; // characters between a verb and who does it; farther ones belong to another clause

QRegularExpression pattern(const QString &words)
{
    QRegularExpression made(words,
                            QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    made.optimize();
    return made;
}

constexpr QStringView reportingVerbs =
    uR"(\b(?:sa(?:id|ys|ying)|t(?:old|ells?)|explain(?:s|ed)|reveal(?:s|ed)|recall(?:s|ed)|add(?:s|ed)|note[sd]|admit(?:s|ted)|joke[sd]|remember(?:s|ed)|confirm(?:s|ed)|laugh(?:s|ed)|ask(?:s|ed)|repl(?:ies|ied)|respond(?:s|ed)|insist(?:s|ed)|share[sd]|tease[sd]|wr(?:ote|ites)|tweet(?:s|ed)|post(?:s|ed)|continue[sd]|quip(?:s|ped)|argue[sd]|claim(?:s|ed)|mention(?:s|ed)|promise[sd]|agree[sd]|according to)\b)";

const QRegularExpression &pronoun()
{
    static const auto made = pattern(u"\\b(?:he|she|they|i|we|you|who)$"_s);
    return made;
}

/// Who comes behind it contributed.
const QRegularExpression &cameFrom()
{
    static const auto made = pattern(
        uR"(\b(?:c(?:ame|omes|oming) from|was all|(?:improvised|ad-libbed|written|suggested|contributed|pitched|added|invented) by|thanks to|credit(?:s|ed)?(?: goes)? to)\s+$)"_s);
    return made;
}

/// Who stands before it contributed.
const QRegularExpression &cameUpWith()
{
    static const auto made = pattern(
        uR"(^\s+(?:(?:himself|herself|themselves|actually|just|then|who)\s+)*(?:c[ao]me up with|improvised|ad-libbed|suggested|contributed|pitched|wrote|invented|thought of|added))"_s);
    return made;
}

/// The words that may say who says what is in them: those in @p span that are in none of the quotations in it.
struct Frame
{
    TextSpan span;
    QList<TextSpan> without;
    TextSpan said; ///< the quotation that it is around, or what is claimed when that is in none

    [[nodiscard]] bool holds(const TextSpan &words) const
    {
        return span.contains(words)
            && std::ranges::none_of(without, [&](const TextSpan &other) { return other.overlaps(words); });
    }
};

qsizetype distance(const TextSpan &a, const TextSpan &b)
{
    return a.end <= b.begin ? b.begin - a.end : (b.end <= a.begin ? a.begin - b.end : 0);
}

/// What is looked at for one claim.
class Surroundings
{
public:
    Surroundings(const Text &text, const TextSpan &content, const QList<Entity> &cast)
        : m_text(text), m_content(content), m_cast(cast)
    {
        for (const QList<Quotation> all = quotationsNear(text, content.begin); const Quotation &quotation : all) {
            m_quotations.append(quotation);
            if (quotation.whole.contains(content))
                m_around.append(quotation);
        }
        std::ranges::sort(m_around, {}, [](const Quotation &q) { return q.whole.length(); });
        const TextSpan outermost = m_around.isEmpty() ? content : m_around.last().whole;
        m_scope = {paragraphAt(text, outermost.begin).begin, paragraphAt(text, outermost.end).end};
        m_mentions = mentions(text, m_scope, cast);
        if (const std::optional<Turn> turn = turnAt(text, content.begin))
            m_label = {turn->whole.begin, turn->words.begin};
        m_mentions.removeIf(
            [this](const Mention &m) { return m.kind == EntityKind::Work || m.span.overlaps(m_label); });
        const Text words(text.words(m_scope).toString());
        const auto verbs = search(words, {.words = reportingVerbs.toString(), .isPattern = true});
        for (const TextSpan &verb : verbs.value_or(QList<TextSpan>()))
            m_verbs.append({m_scope.begin + verb.begin.value, m_scope.begin + verb.end.value});
    }

    [[nodiscard]] bool isQuoted() const { return !m_around.isEmpty(); }

    /// One for each quotation that holds the content, from the innermost outwards; one for words in none.
    [[nodiscard]] QList<Frame> frames() const
    {
        if (m_around.isEmpty()) {
            const TextSpan sentences{unitAt(m_text, m_content.begin, Unit::Sentence).begin,
                                     unitAt(m_text, std::max(m_content.begin, m_content.end - 1), Unit::Sentence).end};
            return {Frame{sentences, quotationsIn(sentences, sentences), m_content}};
        }
        QList<Frame> frames;
        for (qsizetype i = 0; i < m_around.size(); ++i) {
            const TextSpan said = m_around[i].whole;
            const TextSpan outer = i + 1 < m_around.size() ? m_around[i + 1].words : m_scope;
            frames.append({outer, quotationsIn(outer, said) + QList{said}, said});
        }
        return frames;
    }

    /// Whoever does the reporting verb that is nearest to what is said, best in the same sentence, with the words
    /// between them.
    [[nodiscard]] std::optional<Attribution> reporter(const Frame &frame) const
    {
        QList<TextSpan> verbs;
        std::ranges::copy_if(m_verbs, std::back_inserter(verbs), [&](const TextSpan &v) { return frame.holds(v); });
        std::ranges::stable_sort(verbs, {}, [&](const TextSpan &verb) {
            return std::pair(endsSentenceBetween(verb, frame.said), distance(verb, frame.said));
        });
        if (verbs.isEmpty())
            return std::nullopt;
        const TextSpan verb = verbs.first();
        const QStringView before = m_text.words({frame.span.begin, verb.begin}).trimmed();
        if (pronoun().matchView(before).hasMatch())
            return std::nullopt;
        // What is claimed may hold its own "Quill said"; a name before it does not do a verb that is part of it.
        const bool isWithin = !isQuoted() && m_content.contains(verb);
        const Mention *nearest = nullptr;
        for (const Mention &mention : m_mentions) {
            const qsizetype apart = distance(mention.span, verb);
            if (frame.holds(mention.span) && apart <= nearVerb && !isTold(mention, verb)
                && (!isWithin || m_content.contains(mention.span))
                && (nearest == nullptr || apart < distance(nearest->span, verb)))
                nearest = &mention;
        }
        if (nearest == nullptr)
            return std::nullopt;
        const TextSpan words{std::min(nearest->span.begin, verb.begin), std::max(nearest->span.end, verb.end)};
        return Attribution{nearest->entity, ParticipantRole::Speaker, words};
    }

    /// Whom a verb that stands in the frame tells it.
    [[nodiscard]] std::optional<Attribution> addressee(const Frame &frame) const
    {
        for (const TextSpan &verb : m_verbs) {
            for (const Mention &mention : m_mentions) {
                if (frame.holds(verb) && frame.holds(mention.span) && isTold(mention, verb))
                    return Attribution{mention.entity, ParticipantRole::Addressee, {verb.begin, mention.span.end}};
            }
        }
        return std::nullopt;
    }

    /// Whom the label of the turn around the content names.
    [[nodiscard]] std::optional<Attribution> turnSpeaker() const
    {
        const QList<Mention> named = mentions(m_text, m_label, m_cast);
        return named.isEmpty() ? std::nullopt
                               : std::optional(Attribution{named.first().entity, ParticipantRole::Speaker, m_label});
    }

    /// Whom the content's sentences say to have contributed.
    [[nodiscard]] std::optional<Attribution> contributor() const
    {
        for (const Mention &mention : m_mentions) {
            if (!m_content.contains(mention.span) || mention.kind == EntityKind::Organisation)
                continue;
            if (cameFrom().matchView(m_text.words({m_content.begin, mention.span.begin})).hasMatch()
                || cameUpWith().matchView(m_text.words({mention.span.end, m_content.end})).hasMatch())
                return Attribution{mention.entity, ParticipantRole::Contributor, mention.span};
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] QList<TextSpan> quotationsIn(const TextSpan &outer, const TextSpan &around) const
    {
        QList<TextSpan> result;
        for (const Quotation &quotation : m_quotations) {
            if (outer.contains(quotation.whole) && !quotation.whole.contains(around))
                result.append(quotation.whole);
        }
        return result;
    }
    [[nodiscard]] bool endsSentenceBetween(const TextSpan &a, const TextSpan &b) const
    {
        const TextSpan between{std::min(a.end, b.end), std::max(a.begin, b.begin)};
        static constexpr QStringView ends = u".!?…";
        return between.begin < between.end
            && std::ranges::any_of(m_text.words(between), [](QChar c) { return ends.contains(c); });
    }
    /// "told EW": the name behind the verb is who listens.
    [[nodiscard]] bool isTold(const Mention &mention, const TextSpan &verb) const
    {
        const auto is = [word = m_text.words(verb)](QLatin1StringView other) {
            return word.compare(other, Qt::CaseInsensitive) == 0;
        };
        const bool tells = is("told"_L1) || is("tell"_L1) || is("tells"_L1);
        if (!tells || mention.span.begin < verb.end)
            return false;
        const QStringView between = m_text.words({verb.end, mention.span.begin}).trimmed();
        return between.isEmpty() || between == "the"_L1;
    }

    const Text &m_text;
    TextSpan m_content;
    const QList<Entity> &m_cast;
    TextSpan m_scope;
    TextSpan m_label; ///< of the turn around it; empty when there is none
    QList<Mention> m_mentions; ///< but in the label
    QList<TextSpan> m_verbs;
    QList<Quotation> m_quotations;
    QList<Quotation> m_around; ///< those that hold the content, innermost first
};

}

QList<Attribution> attributions(const Text &text, const TextSpan &content, ClaimKind kind, const QList<Entity> &cast)
{
    const Surroundings around(text, content, cast);
    QList<Attribution> result;
    const auto add = [&result](const std::optional<Attribution> &found, ParticipantRole role) {
        const bool isThere = found && std::ranges::any_of(result, [&](const Attribution &other) {
                                 return other.entity == found->entity && other.role == role;
                             });
        if (found && !isThere)
            result.append({found->entity, role, found->words});
    };
    const bool isTold = kind == ClaimKind::Contribution || kind == ClaimKind::Fact;
    ParticipantRole role = isTold ? ParticipantRole::Source : ParticipantRole::Speaker;
    for (const QList<Frame> frames = around.frames(); const Frame &frame : frames) {
        if (const std::optional<Attribution> says = around.reporter(frame)) {
            add(says, role);
            add(around.addressee(frame), ParticipantRole::Addressee);
        }
        role = ParticipantRole::Source;
    }
    // The turn's speaker says what is in no quotation and nobody else's words, and tells the rest.
    const bool isOwn = !around.isQuoted() && result.isEmpty() && !isTold;
    add(around.turnSpeaker(), isOwn ? ParticipantRole::Speaker : ParticipantRole::Source);
    if (kind == ClaimKind::Contribution)
        add(around.contributor(), ParticipantRole::Contributor);
    return result;
}

}
