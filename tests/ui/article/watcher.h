// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/article/desk.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <vector>

namespace pq::test {

/// Looks over the editor's shoulder: knows from the project alone, by the simplest means, what the page must
/// show, and how the project was after each edit. Every look returns what is wrong; nothing when all is well.
class Watcher
{
public:
    explicit Watcher(Desk &desk) : m_desk(desk)
    {
        begin();
        QObject::connect(&desk.session, &Session::changed, &m_context, [this] {
            if (m_reversing)
                return;
            ++m_edits;
            m_states.resize(m_at + 1);
            m_states.append(state());
            ++m_at;
        });
    }

    /// What was done before can no longer be undone here.
    void begin()
    {
        m_states = {state()};
        m_at = 0;
    }

    /// So many edits were made; undone and redone ones do not count.
    [[nodiscard]] qsizetype edits() const { return m_edits; }
    [[nodiscard]] qsizetype undoable() const { return m_at; }
    [[nodiscard]] qsizetype redoable() const { return m_states.size() - 1 - m_at; }

    [[nodiscard]] QString undo()
    {
        m_reversing = true;
        const bool undone = m_desk.session.undo();
        m_reversing = false;
        if (!undone)
            return QStringLiteral("nothing was undone");
        --m_at;
        return m_states[m_at] == state() ? QString() : QStringLiteral("undo leads to another state");
    }
    [[nodiscard]] QString redo()
    {
        m_reversing = true;
        const bool redone = m_desk.session.redo();
        m_reversing = false;
        if (!redone)
            return QStringLiteral("nothing was redone");
        ++m_at;
        return m_states[m_at] == state() ? QString() : QStringLiteral("redo leads to another state");
    }

    void setHidden(const QSet<TagId> &tags) { m_hidden = tags; }

    /// What the page must show of the passages of its version.
    [[nodiscard]] QList<Passage> expected() const
    {
        QList<Passage> all = m_desk.passages();
        all.removeIf([](const Passage &p) { return p.state == State::Rejected; });
        return all;
    }

    [[nodiscard]] QString wrongPassages()
    {
        const PassageMarks &marks = m_desk.page->view()->passages();
        const QList<Passage> all = expected();
        if (marks.count() != all.size())
            return QStringLiteral("%1 passages are shown, %2 are there").arg(marks.count()).arg(all.size());
        const std::vector<uint> &points = textOf(m_desk.page->version()).points;
        for (const Passage &passage : all) {
            QList<TextSpan> spans;
            for (const Fragment &fragment : passage.fragments) {
                spans.append(fragment.span);
                const auto [begin, end] = fragment.span;
                if (begin.value < 0 || end <= begin || end.value > qsizetype(points.size()))
                    return QStringLiteral("a fragment is out of the text: %1–%2").arg(begin.value).arg(end.value);
                const QString words = QString::fromUcs4(
                    reinterpret_cast<const char32_t *>(&points[size_t(begin.value)]), end - begin);
                if (words != fragment.words)
                    return QStringLiteral("“%1” is kept for “%2”").arg(fragment.words, words);
                if (!isStop(begin) || !isStop(end))
                    return QStringLiteral("“%1” splits a character").arg(fragment.words);
            }
            if (marks.fragments(passage.id) != spans || marks.mark(passage.id).tag != passage.tag
                || marks.mark(passage.id).state != passage.state || marks.mark(passage.id).extent != passage.extent())
                return QStringLiteral("the passage “%1” is shown otherwise").arg(passage.words());
        }
        const PassageId current = m_desk.page->currentPassage();
        return current.isNull() || marks.contains(current) ? QString()
                                                           : QStringLiteral("the current passage is not there");
    }

    [[nodiscard]] QString wrongSelection()
    {
        const TextSelection &selection = m_desk.page->view()->selection();
        if (m_desk.page->version().isNull())
            return selection == TextSelection() ? QString() : QStringLiteral("something is selected in nothing");
        if (!isStop(selection.caret()) || !isStop(selection.anchor()))
            return QStringLiteral("caret %1 or anchor %2 is within a character")
                .arg(selection.caret().value)
                .arg(selection.anchor().value);
        TextPosition last{-1};
        for (const QList<TextSpan> spans = selection.spans(); const TextSpan &span : spans) {
            if (span.isEmpty() || span.begin <= last || !isStop(span.begin) || !isStop(span.end))
                return QStringLiteral("the selection %1–%2 is none").arg(span.begin.value).arg(span.end.value);
            last = span.end;
        }
        return {};
    }

    [[nodiscard]] QString wrongAt(const QPoint &point)
    {
        ArticleView *view = m_desk.page->view();
        if (m_desk.page->version().isNull())
            return {};
        if (!isStop(view->positionAt(point)))
            return QStringLiteral("the place under the pointer is within a character");
        const TextSpan character = view->characterAt(point);
        if (character.isEmpty())
            return {};
        if (!isStop(character.begin) || !isStop(character.end))
            return QStringLiteral("under the pointer is no character: %1").arg(character.begin.value);
        QList<std::pair<qsizetype, PassageId>> over;
        for (const QList<Passage> all = expected(); const Passage &passage : all) {
            for (const Fragment &fragment : passage.fragments) {
                if (fragment.span.contains(character.begin) && !m_hidden.contains(passage.tag))
                    over.append({fragment.span.length(), passage.id});
            }
        }
        // The shortest lies on top; of equally long ones the newest.
        std::ranges::sort(over, [](const auto &a, const auto &b) {
            return a.first != b.first ? a.first < b.first : b.second < a.second;
        });
        QList<PassageId> ids;
        for (const auto &[length, id] : std::as_const(over))
            ids.append(id);
        return view->passagesAt(character.begin) == ids
            ? QString()
            : QStringLiteral("other passages are at %1 than the project says").arg(character.begin.value);
    }

private:
    /// A text as an editor sees it, found without the program's own maps.
    struct Seen
    {
        std::vector<uint> points;
        std::vector<bool> stops; ///< between which characters a caret may stand
    };

    const Seen &textOf(VersionId id)
    {
        const auto known = m_texts.constFind(id);
        if (known != m_texts.constEnd())
            return **known;
        const QString text = m_desk.session.value(m_desk.session.store().version(id)).text.string();
        auto seen = std::make_shared<Seen>();
        const QList<uint> points = text.toUcs4();
        seen->points.assign(points.begin(), points.end());
        seen->stops.resize(seen->points.size() + 1);
        QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
        size_t position = 0;
        for (qsizetype unit = 0; unit <= text.size(); ++unit) {
            if (unit > 0 && unit < text.size() && text[unit].isLowSurrogate())
                continue;
            finder.setPosition(unit);
            seen->stops[position++] = unit == 0 || unit == text.size() || finder.isAtBoundary();
        }
        m_texts.insert(id, seen);
        return *seen;
    }
    bool isStop(TextPosition position)
    {
        const Seen &seen = textOf(m_desk.page->version());
        return position.value >= 0 && size_t(position.value) < seen.stops.size() && seen.stops[size_t(position.value)];
    }

    /// Of all that an editor of articles changes.
    QByteArray state()
    {
        QByteArray bytes;
        QDataStream out(&bytes, QDataStream::WriteOnly);
        const Store &store = m_desk.session.store();
        for (const QList<Passage> all = m_desk.session.value(store.passages()); const Passage &p : all) {
            out << p.id.toString() << p.version.toString() << p.tag.toString() << int(p.state) << p.annotator.toString()
                << p.created.microseconds;
            for (const Fragment &fragment : p.fragments)
                out << qint64(fragment.span.begin.value) << qint64(fragment.span.end.value) << fragment.words;
            for (const AttributeValue &value : p.attributes)
                out << value.attribute.toString() << value.value;
        }
        for (const QList<Tag> all = m_desk.session.value(store.tags()); const Tag &tag : all)
            out << tag.id.toString() << tag.name << tag.colour << tag.retired;
        for (const QList<Claim> all = m_desk.session.value(store.claims()); const Claim &claim : all) {
            out << claim.id.toString();
            for (const ClaimPassage &part : claim.passages)
                out << part.passage.toString() << int(part.role);
            for (const Participant &participant : claim.participants)
                out << participant.entity.toString() << participant.evidence.toString();
        }
        for (const QList<Note> all = m_desk.session.value(store.notes()); const Note &note : all)
            out << note.id.toString() << note.body << qint64(note.target.index());
        for (const QList<Article> all = m_desk.session.value(store.articles()); const Article &article : all)
            out << article.id.toString();
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
    }

    Desk &m_desk;
    QObject m_context;
    QHash<VersionId, std::shared_ptr<Seen>> m_texts;
    QList<QByteArray> m_states;
    qsizetype m_at = 0;
    qsizetype m_edits = 0;
    bool m_reversing = false;
    QSet<TagId> m_hidden;
};

}
